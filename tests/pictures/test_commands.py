"""The commands that write pictures."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from juche_toolkit.cli import commands
from tests.pictures.readers import by_class, faults, read_html, read_svg, text_of
from tests.tables import ROOT


def run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, arguments)


def test_romanize_writes_a_page_of_all_texts() -> None:
    result = run("romanize", "--format", "html", "--scheme", "mr", "경제연구", "생산량")
    assert result.exit_code == 0
    tree = read_html(result.stdout)
    assert not list(faults(tree))
    assert [text_of(shown) for shown in by_class(tree, "result")] == ["kyŏngjeyŏn'gu", "saengsannyang"]


def test_romanize_draws_one_text() -> None:
    result = run("romanize", "--format", "svg", "생산량")
    assert result.exit_code == 0
    assert "[생산냥]" in text_of(read_svg(result.stdout))
    assert run("romanize", "--format", "svg", "생산량", "발전").exit_code == 2
    assert run("romanize", "--format", "svg", "--heading", "김세영").exit_code == 2


def test_notes_writes_a_page_with_the_scheme_asked_for() -> None:
    result = run("notes", "--format", "html", "--scheme", "ala-lc", str(ROOT / "examples/notes.txt"))
    assert result.exit_code == 0
    tree = read_html(result.stdout)
    assert not list(faults(tree))
    assert len(by_class(tree, "note")) == 9
    assert "Ch'oe Yŏng-ok – romanized, ala-lc" in text_of(tree)


def test_compare_writes_schemes_side_by_side() -> None:
    result = run("compare", "-s", "mr", "-s", "rr", "--format", "jsonl", "생산량")
    assert result.stdout == '{"text": "생산량", "mr": "saengsannyang", "rr": "saengsannyang"}\n'
    assert run("compare", "-s", "nope", "생산량").exit_code != 0
    table = run("compare", "--format", "table", "-s", "mr", "경주").stdout
    assert "yŏngju" in table
    assert "? 경주 can be" in table
    tree = read_html(run("compare", "--format", "html", "생산량", "<b>").stdout)
    assert not list(faults(tree))
    assert [len(list(table.iter("tr"))) for table in by_class(tree, "schemes")] == [8, 8]
    assert [text_of(next(table.iter("caption"))) for table in by_class(tree, "schemes")] == ["생산량", "<b>"]


def test_matrix_writes_a_page_a_drawing_or_rows(tmp_path: Path) -> None:
    assert not list(faults(read_html(run("matrix", "--scheme", "mr").stdout)))
    out = tmp_path / "mr.svg"
    assert run("matrix", "--scheme", "mr", "--format", "svg", "-o", str(out)).exit_code == 0
    read_svg(out.read_text(encoding="utf-8"))
    rows = [json.loads(line) for line in run("matrix", "--format", "jsonl").stdout.splitlines()]
    assert len(rows) == 28 * 19
    assert rows[0].keys() == {"coda", "onset", "probe", "spoken", "sound", "latin", "rules", "change"}
