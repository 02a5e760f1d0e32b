"""`juche notes` in processes of its own: every format, the view on a terminal, the count, the exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import sys
from collections.abc import Mapping
from contextlib import suppress
from xml.etree import ElementTree

import bibtexparser
import pymarc
import pytest
import regex
import rispy

from juche_toolkit.pictures.palette import KIND_OF, UNPARSED
from tests.tables import ROOT

from .test_cli import NOTES, juche, records

CLEAR = "홍길동, 『책』 (서울: 창비, 2009), p. 46.\n위의 책, 12쪽\n"
DOUBTED = "홍길동, 『책』 (서울: 창비, 2009), p. 46.\n로동신문, 주체104(2014)년 1월 1일\n"
LOST = "홍길동, 『책』 (서울: 창비, 2009), p. 46.\n김철수, 「제목」, 「다른」, 「또」, 2012, 3쪽\n"
COLOUR = regex.compile(r"\x1b\[[\d;]*m")


def on_a_terminal(text: str, *arguments: str, env: Mapping[str, str] | None = None) -> tuple[int, str]:
    """The exit status and the screen of the command run on a terminal of its own, 200 columns wide."""
    told = {"TERM": "xterm-256color", "COLUMNS": "200", "PYTHONPATH": os.environ.get("PYTHONPATH", "")}
    path = ROOT / ".pytest_cache"
    path.mkdir(exist_ok=True)
    given = path / f"notes-{os.getpid()}.txt"
    given.write_text(text, encoding="utf-8")
    pid, screen = pty.fork()
    if pid == 0:  # pragma: no cover — the other process
        os.execve(  # noqa: S606 — the command itself, no shell
            sys.executable,
            [sys.executable, "-m", "juche_toolkit", "notes", *arguments, str(given)],
            {**os.environ, **told, **(env or {})},
        )
    shown = b""
    with suppress(OSError):  # a terminal whose process has ended reads as an error on Linux
        while part := os.read(screen, 65536):
            shown += part
    os.close(screen)
    given.unlink()
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown.decode("utf-8").replace("\r\n", "\n")


def style_of(shown: str, text: str) -> str:
    """The control sequence in force where a text stands on the screen."""
    at = shown.index(text)
    before = COLOUR.findall(shown, 0, at)
    return str(before[-1]) if before else ""


def test_on_a_terminal_each_field_has_the_colour_of_its_kind() -> None:
    status, shown = on_a_terminal(CLEAR)
    assert status == 0
    colours = {"홍길동": "authors", "책": "title", "창비": "publisher", "2009": "year", "46": "pages"}
    found = {text: style_of(shown, text) for text in colours}
    assert len(set(found.values())) == len(colours)
    assert "36" in found["홍길동"]
    assert KIND_OF["authors"].terminal == "cyan"
    assert found["창비"] == style_of(shown, "서울")
    assert "→ note 1" in shown
    assert "not understood" in shown  # in the legend


def test_on_a_terminal_what_was_not_understood_is_underlined_and_its_reason_told() -> None:
    status, shown = on_a_terminal(LOST)
    assert status == 1
    assert "underline" in UNPARSED.terminal
    assert "4" in regex.findall(r"\d+", style_of(shown, "또"))
    assert "✗ not understood" in shown
    assert "a third title" in shown


def test_doubts_stand_below_their_note() -> None:
    status, shown = on_a_terminal(DOUBTED)
    assert status == 0
    assert regex.search(r"\? [^\n]*Juche", COLOUR.sub("", shown))


def test_without_colour_the_view_is_plain_text() -> None:
    status, shown = on_a_terminal(LOST, env={"NO_COLOR": "1"})
    assert status == 1
    assert "\x1b" not in shown
    assert "✗ not understood: 또" in shown
    piped = juche("notes", "--format", "marked", stdin=LOST.encode())
    assert b"\x1b" not in piped.stdout
    assert "✗ not understood: 또" in piped.stdout.decode()


def test_the_view_shows_every_letter_of_the_notes() -> None:
    shown = juche("notes", "--format", "marked", str(NOTES), env={"COLUMNS": "79"}).stdout.decode()
    whole = "".join(character for character in shown if character.isalnum())
    for line in NOTES.read_text(encoding="utf-8").splitlines():
        letters = "".join(character for character in line if character.isalnum())
        assert letters in whole or letters.isdigit()


@pytest.mark.parametrize(
    ("text", "arguments", "status"),
    [
        (CLEAR, (), 0),
        (CLEAR, ("--strict",), 0),
        (DOUBTED, (), 0),
        (DOUBTED, ("--strict",), 1),
        (LOST, (), 1),
        (LOST, ("--strict",), 1),
        ("앞의 책, 12쪽\n", ("--strict",), 1),  # a back-reference to nothing
        ("", ("--strict",), 0),
        (CLEAR, ("--no-such-option",), 2),
        (CLEAR, ("--note-style", "mla"), 2),
        (CLEAR, ("--scheme", "klingon"), 2),
    ],
)
def test_the_exit_status_tells_what_happened(text: str, arguments: tuple[str, ...], status: int) -> None:
    done = juche("notes", *arguments, stdin=text.encode())
    assert done.returncode == status, done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (CLEAR, "2 notes, 2 citations; 0 stretches of text not understood, 0 doubts"),
        (DOUBTED, "2 notes, 2 citations; 0 stretches of text not understood, 1 doubt"),
        (LOST, "2 notes, 2 citations; 1 stretch of text not understood, 0 doubts"),
    ],
)
@pytest.mark.parametrize("style", ["jsonl", "csv", "marked"])
def test_a_count_is_said_on_standard_error(text: str, says: str, style: str) -> None:
    done = juche("notes", "--format", style, stdin=text.encode())
    *told, last = done.stderr.decode().splitlines()
    assert last == f"juche: {says}"
    assert len(told) == (style == "csv" and text != CLEAR)  # what is told one by one: test_options.py


def test_jsonl_holds_places_and_problems_and_what_was_not_understood() -> None:
    doubted = records(juche("notes", "--format", "jsonl", stdin=DOUBTED.encode()))[-1]
    text, spans = str(doubted["text"]), doubted["spans"]
    assert isinstance(spans, dict)
    start, end = spans["container_title"]
    assert text[start:end] == "로동신문"
    problems = doubted["problems"]
    assert isinstance(problems, list)
    start, end = problems[0]["span"]
    assert "2014" in text[start:end]
    assert "Juche" in problems[0]["message"]
    lost = [
        record for record in records(juche("notes", "--format", "jsonl", stdin=LOST.encode())) if "unparsed" in record
    ]
    assert [record["unparsed"]["text"] for record in lost] == ["또"]  # type: ignore[index]
    assert lost[0]["unparsed"]["reason"]  # type: ignore[index]


def out(style: str, *more: str) -> bytes:
    done = juche("notes", "--format", style, *more, str(NOTES))
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_format_is_read_by_a_reader_of_its_own() -> None:
    citations, works = 8, 6  # notes 2 to 9, back-references filled in; two are an Ibid.
    assert len(json.loads(out("json"))) == citations
    assert len(out("jsonl").splitlines()) == citations
    assert len(list(csv.DictReader(io.StringIO(out("csv").decode())))) == citations
    assert len(json.loads(out("csl"))) == works
    for style in ("biblatex", "bibtex"):
        library = bibtexparser.parse_string(out(style).decode())
        assert (len(library.entries), library.failed_blocks) == (works, [])
    assert len(rispy.loads(out("ris").decode())) == works
    assert len(list(pymarc.MARCReader(out("mrc")))) == works
    assert len(list(pymarc.MARCMakerReader(out("mrk").decode()))) == works
    assert len(ElementTree.fromstring(out("marcxml"))) == works  # noqa: S314 — our own output
    assert len(out("note").splitlines()) == citations
    assert b"<html" in out("html")


@pytest.mark.parametrize(
    ("style", "note"),
    [
        (
            "38north",
            "장성은, “공장, 기업소에서 번수입의 본질과 그 분배에서 나서는 원칙적요구,” Kyo’ngje Yo’ngu 4, (2002).",
        ),
        (
            "chicago",
            "장성은, “공장, 기업소에서 번수입의 본질과 그 분배에서 나서는 원칙적요구,” Kyo’ngje Yo’ngu, no. 4 (2002).",
        ),
        (
            "dprk",
            "장성은, 《공장, 기업소에서 번수입의 본질과 그 분배에서 나서는 원칙적요구》, Kyo’ngje Yo’ngu 2002년 제4호",
        ),
    ],
)
def test_notes_are_written_back_in_the_style_asked_for(style: str, note: str) -> None:
    assert out("note", "--note-style", style).decode().splitlines()[0] == note
