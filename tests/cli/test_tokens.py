"""`juche tokens`: every analyser, every form of output and of input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from juche_toolkit.adapters import analyzers
from juche_toolkit.cli import commands

NAMES = [pytest.param(name, marks=[pytest.mark.slow] * (name != "builtin")) for name in analyzers.states()]
TITLES = "로동의 리론\n\n경제적효과성\n"


def juche(*arguments: str, given: bytes | str | None = None) -> Result:
    return CliRunner().invoke(commands, ["tokens", *arguments], input=given)


@pytest.mark.parametrize("name", NAMES)
def test_every_analyser_gives_terms_and_nothing_for_text_without_korean(name: str) -> None:
    if analyzers.states()[name] != "ready":
        pytest.skip(analyzers.states()[name])
    done = juche("-a", name, "--format", "jsonl", "로동의 리론", "IAEA 2013", "", "...", "😀\u200b\x00")
    assert done.exit_code == 0, done.output
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["terms"] for record in records] == [["노동", "이론"], [], [], [], []]
    assert [len(record["tokens"]) for record in records] == [3, 0, 0, 0, 0]
    assert [token["normal"] for token in records[0]["tokens"]] == ["노동", "의", "이론"]


def test_a_file_standard_input_and_arguments_give_the_same(tmp_path: Path) -> None:
    path = tmp_path / "titles.txt"
    path.write_text(TITLES, encoding="utf-8")
    told = juche("로동의 리론", "", "경제적효과성").stdout
    assert juche("-f", str(path)).stdout == juche(given=TITLES).stdout == juche("-f", "-", given=TITLES).stdout == told
    path.write_bytes(TITLES.encode("cp949"))
    assert juche("-f", str(path), "--encoding", "cp949").stdout == told
    path.write_bytes(TITLES.replace("\n", "\r\n").encode("utf-8-sig"))
    assert juche("-f", str(path)).stdout == told
    path.write_bytes(b"")
    assert juche("-f", str(path)).stdout == ""


def test_the_forms_of_output_say_the_same() -> None:
    lines = juche("--format", "jsonl", "로동의 리론", "경제").stdout.splitlines()
    assert json.loads(juche("--format", "json", "로동의 리론", "경제").stdout) == [json.loads(line) for line in lines]
    assert juche("--format", "terms", "로동의 리론", "경제").stdout == "노동 이론\n경제\n"
    table = juche("--format", "table", "로동의 리론").stdout
    for shown in ("로동의 리론", "NNG", "0-2", "노동", "terms: 노동 · 이론"):
        assert shown in table


def test_compounds_and_words_of_ones_own(tmp_path: Path) -> None:
    assert juche("--format", "terms", "--compounds", "both", "로동리론의").stdout == "노동이론 노동 이론\n"
    assert juche("--format", "terms", "--compounds", "whole", "로동리론의").stdout == "노동이론\n"
    words = tmp_path / "words.tsv"
    words.write_text("form\ttag\tlevel\n꽃니불\tNNP\t1\n", encoding="utf-8")
    assert juche("--format", "terms", "--words", str(words), "꽃니불축전").stdout == "꽃니불 축전\n"


@pytest.mark.parametrize(
    ("arguments", "given", "code", "sentence"),
    [
        (("-a", "mecab", "경제"), None, 2, "no analyser is called 'mecab'; there are builtin, kiwi"),
        (("-f", "nowhere.txt"), None, 2, "nowhere.txt"),
        (("--words", "nowhere.tsv", "경제"), None, 1, "nowhere.tsv: there is no such file"),
        (("--compounds", "all", "경제"), None, 2, "'all'"),
        ((), b"\xff\xfe\x00", 1, "no text in utf-16"),
    ],
)
def test_what_can_not_be_done_is_said(
    arguments: tuple[str, ...],
    given: bytes | None,
    code: int,
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    done = juche(*arguments, given=given)
    assert done.exit_code == code
    assert sentence in done.stderr
    assert done.stdout == ""
