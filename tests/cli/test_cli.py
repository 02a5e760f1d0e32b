from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import tomllib
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest
import regex

import juche_toolkit as jt
from juche_toolkit.adapters import spark
from tests.tables import ROOT

NOTES = ROOT / "examples/notes.txt"


def juche(*arguments: str, stdin: bytes = b"", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run the real command in a process of its own, output piped."""
    command = [sys.executable, "-m", "juche_toolkit", *arguments]
    return subprocess.run(
        command, input=stdin, capture_output=True, env={**os.environ, **(env or {})}, timeout=240, check=False
    )


def records(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def check_example(found: Sequence[dict[str, object]]) -> None:
    """What the nine notes of the example say, whatever the encoding and the numbering they came in."""
    citations = {str(record["note"]): record for record in found}
    assert sorted(citations, key=int) == [str(number) for number in range(2, 10)]  # note 1 cites nothing
    second = citations["2"]
    assert second["citation"] == {
        "form": "full",
        "type": "article-journal",
        "authors": ["장성은"],
        "title": "공장, 기업소에서 번수입의 본질과 그 분배에서 나서는 원칙적요구",
        "container_title": "Kyo’ngje Yo’ngu",
        "issue": "4",
        "year": 2002,
    }
    assert second["generated"]["authors"] == ["Chang So'ng-u'n"]  # type: ignore[index]
    assert second["generated"]["scheme"] == "38north"  # type: ignore[index]
    assert "분배" in second["terms"]  # type: ignore[operator]
    for number in ("4", "5"):
        assert citations[number]["citation"] == {"form": "ibid", "resolves_to": 3}
        assert citations[number]["resolved"]["authors"] == ["리영근"]  # type: ignore[index]
    last = citations["9"]["citation"]
    assert isinstance(last, dict)
    assert last["lead_in"] == "For more, see"
    assert last["authors"] == ["Robert L. Carlin", "Siegfried S. Hecker"]
    assert (last["container_title"], last["year"], last["month"], last["day"]) == ("38 North", 2024, 1, 11)
    assert last["url"] == "https://www.38north.org/2024/01/is-kim-jong-un-preparing-for-war/"
    for record in found:
        text = record["text"]
        for field, span in record["spans"].items():  # type: ignore[attr-defined]
            places = span if field in ("authors", "editors", "translators") else [span]
            assert all(text[start:end].strip() for start, end in places)  # type: ignore[index]


def test_notes_reads_the_block_of_a_web_page() -> None:
    done = juche("notes", str(NOTES))
    assert done.returncode == 0, done.stderr
    assert done.stderr == b"juche: 9 notes, 8 citations; 0 stretches of text not understood, 0 doubts\n"
    check_example(records(done))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp949"])
def test_notes_recognises_the_encoding(encoding: str) -> None:
    check_example(records(juche("notes", stdin=NOTES.read_text(encoding="utf-8").encode(encoding))))


def test_notes_is_told_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(NOTES.read_text(encoding="utf-8").encode("euc-kr"))
    check_example(records(juche("notes", "--encoding", "euc-kr", str(path))))


@pytest.mark.parametrize("pattern", ["[{}] {}\n", "{}. {}\n", "{}) {}\n", "{}. {}\r\n"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_notes_reads_other_numberings_line_ends_and_forms(pattern: str, form: str) -> None:
    notes = jt.parse_notes(NOTES.read_text(encoding="utf-8"))
    bodies = [note.text.split("]", 1)[1].strip() for note in notes]
    block = "".join(pattern.format(number, body) for number, body in enumerate(bodies, 1))
    found = records(juche("notes", stdin=unicodedata.normalize(form, block).encode()))
    check_example(
        json.loads(unicodedata.normalize("NFC", json.dumps(found, ensure_ascii=False)))
        if form == "NFC"
        else composed(found)
    )


def composed(found: Sequence[dict[str, object]]) -> list[dict[str, object]]:
    """Records with their values in NFC; the texts stay as given, since the spans are into them."""
    return [
        {
            key: value
            if key == "text"
            else json.loads(unicodedata.normalize("NFC", json.dumps(value, ensure_ascii=False)))
            for key, value in record.items()
        }
        for record in found
    ]


def test_notes_without_numbers_are_one_a_line() -> None:
    bodies = [note.text.split("]", 1)[1].strip() for note in jt.parse_notes(NOTES.read_text(encoding="utf-8"))]
    found = records(juche("notes", stdin="\n".join(bodies).encode()))
    assert [record["note"] for record in found] == list(range(2, 10))


def test_notes_says_what_it_did_not_understand_and_goes_on() -> None:
    done = juche(
        "notes",
        stdin="1. 최영옥, “실리” Kyo’ngje Yo’ngu 4, (2013).\n2. 위의 책, 12쪽; op. cit., ???\n3. Ibid.\n".encode(),
    )
    found = records(done)
    assert found[0]["citation"]["issue"] == "4"  # type: ignore[index]
    assert {record["note"] for record in found} == {"1", "2", "3"}


@pytest.mark.parametrize(
    "style", ["table", "json", "csl", "biblatex", "bibtex", "ris", "csv", "note", "mrk", "marcxml"]
)
def test_notes_writes_every_format(style: str) -> None:
    done = juche("notes", "--format", style, str(NOTES))
    assert done.returncode == 0, done.stderr
    assert "Carlin" in done.stdout.decode()
    if style in ("json", "csl"):
        assert isinstance(json.loads(done.stdout), list)
    if style == "table":
        text = " ".join(done.stdout.decode().split())
        assert "So'ng-u'n" in text
        assert "→ note 3" in text


def test_colours_stay_out_of_a_pipe() -> None:
    assert b"\x1b[" not in juche("notes", "--format", "table", str(NOTES)).stdout


@pytest.mark.parametrize("path", ["no-such-file.txt", "."])
def test_a_missing_file_or_a_directory_is_a_matter_of_usage(path: str) -> None:
    done = juche("notes", path)
    assert done.returncode == 2
    assert path in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_a_binary_file_is_refused_with_a_sentence() -> None:
    done = juche("notes", stdin=b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 50)
    assert done.returncode == 1
    assert b"binary" in done.stderr
    assert b"Traceback" not in done.stderr


def test_an_empty_file_gives_nothing_and_is_no_error() -> None:
    done = juche("notes", stdin=b"")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.slow
@pytest.mark.parametrize(
    "line",
    ["[" * 100_000, "(" * 100_000 + ")" * 100_000, "“" * 100_000, "\x00최영옥\x00 " * 3, "가" * 3_400_000],
    ids=["brackets", "nested", "quotes", "nul", "ten megabytes"],
)
def test_hostile_lines_take_bounded_time_and_lose_nothing_after_them(line: str) -> None:
    start = time.monotonic()
    done = juche("notes", stdin=f"1. {line}\n2. 최영옥, “실리,” Kyo’ngje Yo’ngu 4, (2013).\n".encode())
    assert time.monotonic() - start < 200
    assert done.returncode in (0, 1), done.stderr
    assert b"Traceback" not in done.stderr
    last = records(done)[-1]
    assert last["note"] == "2"
    assert last["citation"]["issue"] == "4"  # type: ignore[index]


def test_romanize_reads_lines_and_arguments() -> None:
    assert juche("romanize", "경제연구", "평양에서").stdout.decode() == "Kyo'ngje Yo'ngu\nPyongyangeso'\n"
    assert juche("romanize", "-s", "mr", stdin="경제\n\n연구\n".encode()).stdout.decode() == "kyŏngje\n\nyŏn'gu\n"
    found = records(juche("romanize", "--format", "jsonl", "인권"))
    assert found[0]["text"] == "inkwo'n"
    assert found[0]["segments"][0]["pronunciation"] == "인꿘"  # type: ignore[index]
    assert "인꿘" in juche("romanize", "--explain", "인권").stdout.decode()


def test_convert_and_hangul() -> None:
    assert juche("convert", "Kyo'ngje").stdout.decode() == "Kyŏngje\n"
    done = juche("hangul", "kyongje yongu")
    assert done.stdout.decode().split("\t")[1] == "경제연구"
    assert juche("hangul", "xyz").returncode == 1


def test_tokens_in_each_format() -> None:
    title = "주체적립장은 대외경제발전의 주요담보"
    found = records(juche("tokens", title))
    assert found[0]["terms"] == ["주체", "입장", "대외", "경제", "발전", "주요", "담보"]
    assert all(title[token["start"] : token["end"]] == token["text"] for token in found[0]["tokens"])  # type: ignore[attr-defined]
    assert json.loads(juche("tokens", "--format", "json", title).stdout)[0]["title"] == title
    assert "대외" in juche("tokens", "--format", "table", title).stdout.decode()


def test_schemes_and_doctor_say_what_there_is() -> None:
    assert {scheme["id"] for scheme in json.loads(juche("schemes", "--format", "json").stdout)} == {
        s.id for s in jt.schemes()
    }
    assert "38north" in juche("schemes").stdout.decode()
    state = json.loads(juche("doctor", "--format", "json").stdout)
    assert state["analyzers"]["builtin"] == "ready"
    assert state["analyzers"] == jt.analyzers()
    assert state["extras"]["spark"] == spark.state()
    assert "builtin" in juche("doctor").stdout.decode()


def test_brackets_and_colons_of_a_title_are_no_marks_of_a_table() -> None:
    shown = juche("tokens", "--format", "table", "[red] 경제 :100: [/red]연구").stdout.decode()
    assert "[red] 경제 :100: [/red]연구" in shown


def test_doctor_names_an_extra_that_is_missing_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner

    from juche_toolkit.cli import commands, state

    monkeypatch.setattr(state.importlib.util, "find_spec", lambda _name: None)
    shown = CliRunner().invoke(commands, ["doctor"], env={"COLUMNS": "200"}).stdout
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    for extra, (packages, _) in state.EXTRAS.items():
        assert f"pip install {' '.join(packages)}" in shown
        assert list(packages) == [regex.split(r"[<>=]", needed)[0] for needed in extras[extra]]


def test_index_and_search(tmp_path: Path) -> None:
    where = str(tmp_path / "titles.db")
    assert juche("index", "add", "--input", "notes", where, str(NOTES)).returncode == 0
    found = records(juche("search", where, "분배"))
    assert [hit["id"] for hit in found] == ["notes.txt:2"]
    assert juche("search", where, "수산업").returncode == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["romanize", "-s", "no-such", "가"],
        ["tokens", "-a", "no-such", "가"],
        ["notes", "--format", "no-such"],
        ["no-such"],
        ["convert", "--to", "x", "a"],
    ],
)
def test_usage_errors_end_with_status_2_and_a_sentence(arguments: list[str]) -> None:
    done = juche(*arguments)
    assert done.returncode == 2
    assert done.stderr
    assert b"Traceback" not in done.stderr


def test_version() -> None:
    assert jt.__version__ in juche("--version").stdout.decode()
