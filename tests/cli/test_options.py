"""The command line as a whole: one name for one thing, help that fits a terminal, errors in one style, --output."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import juche_toolkit as jt
from juche_toolkit.cli import commands
from juche_toolkit.search.lexicon import lexicon_hash
from tests.tables import ROOT

NOTES = str(ROOT / "examples/notes.txt")
TWICE = "1. 최영옥, “실리,” Kyo’ngje Yo’ngu 4, (2013).\n2. Ibid.\n3. 앞의 책, 3쪽\n"


def juche(*arguments: str, stdin: str = "", columns: int = 80) -> Result:
    return CliRunner().invoke(commands, list(arguments), input=stdin, env={"COLUMNS": str(columns)})


def all_commands(command: click.Command = commands, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], click.Command]:
    found = {path: command}
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            found |= all_commands(below, (*path, name))
    return found


COMMANDS = all_commands()


def columns_of(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line)


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("columns", [80, 100])
def test_help_fits_the_terminal_and_cuts_no_sentence(path: tuple[str, ...], columns: int) -> None:
    shown = juche(*path, "--help", columns=columns).stdout
    lines = shown.splitlines()
    assert lines[0].startswith("Usage: juche")
    assert not [line for line in lines if columns_of(line) > columns]
    assert not [line for line in lines[1:] if line.endswith("...")]


@pytest.mark.parametrize(
    "path", [path for path, one in COMMANDS.items() if not isinstance(one, click.Group)], ids=" ".join
)
def test_every_command_has_a_short_line_and_every_option_a_sentence(path: tuple[str, ...]) -> None:
    command = COMMANDS[path]
    assert command.short_help, path
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, option.name
            assert option.help.endswith((".", "ʼ.", ")"))


def test_a_name_and_a_letter_mean_one_thing_in_all_commands() -> None:
    letters: dict[str, set[frozenset[str]]] = defaultdict(set)
    kinds: dict[str, set[str]] = defaultdict(set)
    for command in COMMANDS.values():
        for option in command.params:
            if isinstance(option, click.Option):
                long = next(one for one in option.opts if one.startswith("--"))
                letters[long].add(frozenset(one for one in option.opts if not one.startswith("--")))
                kinds[long].add(type(option.type).__name__)
                for letter in option.opts:
                    letters[letter].add(frozenset({long}) if letter != long else letters[long].__iter__().__next__())
    assert not {name: found for name, found in letters.items() if len(found) > 1}
    assert not {name: found for name, found in kinds.items() if len(found) > 1 and name != "--format"}
    assert {"--scheme", "--format", "--output", "--encoding", "--analyzer", "--file", "--limit"} <= letters.keys()


def test_what_gives_json_lines_gives_json_too_and_writes_to_a_file() -> None:
    for path, command in COMMANDS.items():
        options = {option.name: option for option in command.params}
        style = options.get("style")
        if style is not None and isinstance(style.type, click.Choice):
            assert "json" in style.type.choices, path
            assert {"output", "named"} & options.keys(), path


WRONG = (
    ["romanise"],
    ["notes", "no-such-file.txt"],
    ["notes", "--format", "no-such"],
    ["romanize", "-s", "no-such", "가"],
    ["tokens", "-a", "no-such", "가"],
    ["convert", "--to", "x", "a"],
    ["search", "no-such.db", "가"],
    ["marc", "check"],
    ["marc", "repair", NOTES],
    ["romanize", "--format", "svg", "가", "나"],
    ["notes", NOTES, "--isbd", "--format", "ris"],
    ["notes", NOTES, "--output", NOTES],
    ["notes", NOTES, "--output", "no-such-folder/records.mrc"],
    ["hangul", "--limit", "0", "a"],
)


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_usage_is_told_in_one_style(arguments: list[str]) -> None:
    done = juche(*arguments)
    assert done.exit_code == 2
    assert done.stdout == ""
    first, *rest = done.stderr.splitlines()
    assert first.startswith("juche: ")
    assert all(line.endswith("--help tells how it is used") for line in rest)


def test_version_names_the_tables_by_what_they_hold() -> None:
    said = juche("--version").stdout
    assert said.startswith(f"juche {jt.__version__} ")
    assert all(f"{scheme.id} {scheme.year}" in said for scheme in jt.schemes())
    assert all(f"{room} " in said for room in ("hangul", "morphology", "romanization", "citation", "export"))
    assert lexicon_hash() in said


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed_for_each_shell(shell: str) -> None:
    said = juche("--completion", shell).stdout
    assert f"_JUCHE_COMPLETE={shell}_complete" in said


def test_a_shell_completes_commands_and_options() -> None:
    def completed(words: str, place: int) -> str:
        told = {"_JUCHE_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(place)}
        program = "import sys; sys.argv[0] = 'juche'; from juche_toolkit.cli import main; main()"
        return subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, env={**os.environ, **told}, check=False
        ).stdout

    assert "plain,marc" in completed("juche ma", 1)
    assert "plain,--scheme" in completed("juche romanize --sch", 2)
    assert "plain,typographic" in completed("juche romanize --apostrophe t", 3)


def test_output_is_a_file_that_a_failure_leaves_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "latin.txt"
    assert juche("romanize", "경제", "--output", str(out)).stdout == ""
    assert out.read_text(encoding="utf-8") == "kyo'ngje\n"
    assert juche("romanize", "-s", "no-such", "정치", "--output", str(out)).exit_code == 2
    assert out.read_text(encoding="utf-8") == "kyo'ngje\n"
    assert juche("hangul", "xyz", "-o", str(out)).exit_code == 1
    assert out.read_text(encoding="utf-8") == "xyz\n"
    assert juche("romanize", "경제", "--output", "-").stdout == "kyo'ngje\n"


@pytest.mark.parametrize(
    "arguments",
    [["notes", "--format", "table", NOTES], ["schemes"], ["compare", "--format", "table", "경제"], ["doctor"]],
)
def test_a_table_in_a_file_is_plain_text(arguments: list[str], tmp_path: Path) -> None:
    out = tmp_path / "table.txt"
    juche(*arguments, "--output", str(out))
    assert "\x1b" not in (text := out.read_text(encoding="utf-8"))
    assert text.count("\n") > 3


def test_the_name_of_the_output_tells_the_format_of_notes(tmp_path: Path) -> None:
    begins = {
        "n.mrc": "0", "n.mrk": "=LDR", "n.xml": "<?xml", "n.bib": "@article", "n.ris": "TY  -", "n.jsonl": '{"note"',
        "n.json": "[\n{", "n.csv": "", "n.html": "<!DOCTYPE html>",
    }  # fmt: skip
    for name, start in begins.items():
        assert juche("notes", NOTES, "--output", str(tmp_path / name)).exit_code == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start), name


def test_a_work_stands_once_in_a_bibliography_and_every_citation_in_a_list() -> None:
    def count(style: str, sign: str, *more: str) -> int:
        return juche("notes", "--format", style, *more, stdin=TWICE).stdout.count(sign)

    assert [count("biblatex", "@article"), count("mrk", "=LDR"), count("ris", "TY  -")] == [1, 1, 1]
    assert [count("biblatex", "@article", "--every"), count("mrk", "=LDR", "--every")] == [2, 2]
    assert [count("jsonl", '"note"'), count("csv", "Silli", "--distinct")] == [3, 1]


def test_what_a_bibliography_has_no_room_for_is_told() -> None:
    done = juche("notes", "--format", "biblatex", stdin=TWICE + "4. ???? 12, 「」 3\n")
    assert "juche: note 3: Not resolved" in done.stderr
    assert "juche: note 4: not understood: ????" in done.stderr
    many = "".join(f"{number}. 앞의 책, 3쪽\n" for number in range(1, 31))
    told = juche("notes", "--format", "ris", stdin=many).stderr.splitlines()
    assert len([line for line in told if "Not resolved" in line]) == 20
    assert "juche: 10 more; --format marked shows all" in told


def test_marc_takes_agency_and_isbd() -> None:
    made = juche("notes", "--format", "mrk", "--agency", "XX-XxUL", "--isbd", NOTES).stdout
    assert "$aXX-XxUL$beng" in made
    assert "i 4500" in made
    assert ",$eauthor." in made


def test_an_index_of_notes_says_what_it_leaves_out(tmp_path: Path) -> None:
    done = juche("index", "build", "--input", "notes", str(tmp_path / "x"), stdin=TWICE + "4. ???? 12, 「」 3\n")
    assert "left out, without a title of their own: the citations of notes 2, 3" in done.stderr
    assert "note 4 has what was not understood" in done.stderr
    assert done.exit_code == 1


def test_what_is_cited_by_name_and_date_alone_can_be_found(tmp_path: Path) -> None:
    where = str(tmp_path / "x")
    notes = (
        "1. 로동신문 주체104(2015)년 1월 1일, 3면.\n2. Rodong Sinmun, March 5, 2016.\n3. 경제연구 2013년 제4호.\n"
        "4. 최고인민회의 상임위원회 정령 제366호, 주체98(2009)년 10월 19일\n5. 위의 책, 3쪽.\n"
    )
    done = juche("index", "build", "--input", "notes", where, stdin=notes)
    assert "left out, without a title of their own: the citations of note 5" in done.stderr
    assert done.exit_code == 0

    def found(query: str) -> list[tuple[str, str, bool]]:
        hits = [json.loads(line) for line in juche("search", where, query, "--format", "jsonl").stdout.splitlines()]
        return [(hit["id"], hit["title"], hit["fields"]["title_generated"]) for hit in hits]

    assert found("로동신문 2015") == [("1", "로동신문 주체104(2015)년 1월 1일", True)]
    assert ("2", "Rodong Sinmun, March 5, 2016", True) in found("Rodong Sinmun 2016")
    assert found("경제연구") == [("3", "경제연구 2013년 제4호", True)]
    assert found("상임위원회 정령") == [("4", "최고인민회의 상임위원회 정령 제366호", True)]


@pytest.mark.parametrize(
    "arguments", [["nosuch"], ["notes", "--format", "foo"], ["search"], ["marc", "check", "none.mrc"]]
)
def test_what_click_says_is_said_in_our_style(arguments: list[str]) -> None:
    done = CliRunner().invoke(commands, arguments)
    sentence, hint = done.stderr.splitlines()[:2]
    assert done.exit_code == 2
    assert sentence.startswith("juche: ")
    assert sentence[7].islower()
    assert not sentence.endswith(".")
    assert hint.endswith("--help tells how it is used")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("juche romanize --scheme a", ["ala-lc", "academic"]), ("juche tokens -a k", ["kiwi", "komoran", "kkma"])],
)
def test_a_shell_completes_schemes_and_analysers(words: str, wanted: list[str]) -> None:
    made = CliRunner().invoke(
        commands,
        [],
        env={"_JUCHE_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": "3"},
        prog_name="juche",
    )
    assert [line.partition(",")[2] for line in made.stdout.splitlines()] == wanted


def test_an_output_whose_name_tells_no_format_is_said(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("홍길동, 『책』(서울: 창비, 2009), 46쪽.", encoding="utf-8")
    done = CliRunner().invoke(commands, ["notes", str(notes), "-o", str(tmp_path / "notes.rec")])
    assert "juche: notes.rec names no format; records are written as jsonl" in done.stderr
    assert (tmp_path / "notes.rec").read_text(encoding="utf-8").startswith('{"note": 1')
