from __future__ import annotations

import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tables import ROOT

SCRIPT = runpy.run_path(str(ROOT / "scripts/check_lexicon.py"))
check: Callable[[Path, dict[str, str]], list[str]] = SCRIPT["check"]
HEADER = "word\tsound\tpos\treason\tsource\n"
SOUND_ROW = "눈길\t눈낄\tn\t28\t표준국어대사전\n"


def faults(folder: Path, *rows: str) -> list[str]:
    table = folder / "lexicon_made_up.tsv"
    table.write_text(HEADER + "".join(rows), encoding="utf-8")
    return list(check(table, {}))


def test_the_tables_that_ship_have_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert SCRIPT["main"]() == 0, capsys.readouterr().out


@pytest.mark.parametrize("row", [
    SOUND_ROW, "꽃잎\t꽃닙\tn\t29\tx\n", "생산량\t생산냥\tn\t20 다만: 量\tx\n", "값어치\t갑어치\tn\t15\tx\n", "해빛\t핻빛\tn\t30\tx\n",
    "첫인상\t처딘상\tn\t15\tx\n", "곧이어\t고디어\tv\t15\tx\n", "디귿\t디긋\tn\t16\tx\n", "불고기\t불고기\tn\t28 아님\tx\n",
])  # fmt: skip
def test_a_change_that_no_rule_makes_is_allowed(tmp_path: Path, row: str) -> None:
    assert faults(tmp_path, row) == []


@pytest.mark.parametrize(("row", "fault"), [
    ("눈길\t눈킬\tn\t28\tx\n", "onset"), ("눈길\t는낄\tn\t28\tx\n", "vowel"), ("눈길\t눅낄\tn\t28\tx\n", "coda"),
    ("눈길\t눈낄로\tn\t28\tx\n", "syllables"), ("눈길\tx낄\tn\t28\tx\n", "must be Hangul"), ("눈길\t눈낄\tz\t28\tx\n", "part of speech"),
    ("눈길\t눈낄\tn\tbecause\tx\n", "article"), ("눈길\t눈낄\tn\t28\t\n", "no source"), ("눈길\t눈길\tn\t28\tx\n", "reason to differ"),
    ("불고기\t불꼬기\tn\t28 아님\tx\n", "differs"), (SOUND_ROW * 2, "already"), ("", "no rows"),
])  # fmt: skip
def test_a_faulty_row_is_reported(tmp_path: Path, row: str, fault: str) -> None:
    assert any(fault in sentence for sentence in faults(tmp_path, row))


def test_a_word_in_two_tables_is_reported_with_its_first_place(tmp_path: Path) -> None:
    first, second = tmp_path / "lexicon_a.tsv", tmp_path / "lexicon_b.tsv"
    for table in (first, second):
        table.write_text(HEADER + SOUND_ROW, encoding="utf-8")
    before: dict[str, str] = {}
    assert list(check(first, before)) == []
    assert any("lexicon_a.tsv, line 2" in sentence for sentence in check(second, before))
