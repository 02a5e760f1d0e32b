"""The commands that write pictures."""

from __future__ import annotations

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
