"""Sino-Korean and loan words keep their sound alone, with particles and inside compounds."""

from __future__ import annotations

from collections import Counter

import pytest

from juche_toolkit.errors import TableError
from juche_toolkit.hangul.lexicon import _suffix, lexicon
from juche_toolkit.hangul.sounds import hangul_of, pronounce
from juche_toolkit.hangul.syllable import split
from juche_toolkit.romanization.scheme import scheme
from juche_toolkit.romanization.transcribe import spell
from juche_toolkit.tables import packaged_text, read_rows
from tests.tables import golden

GOLDEN = golden("sino_sounds.tsv")
ROWS = [row for _, row in read_rows(packaged_text("hangul", "lexicon.tsv").splitlines(), name="lexicon.tsv")]
MADE = [row for _, row in read_rows(packaged_text("hangul", "sino_sounds.tsv").splitlines(), name="sino_sounds.tsv")]
SUFFIXES = [row for _, row in read_rows(packaged_text("hangul", "suffixes.tsv").splitlines(), name="suffixes.tsv")]


def mr(word: str) -> str:
    """A word in McCune-Reischauer by the sound rules and the lexicon alone: no names, no customary spellings."""
    units, _ = lexicon().units(word, as_seoul=True)
    return "".join(map(str, spell(pronounce(units), scheme("mr"))))


@pytest.mark.parametrize("row", GOLDEN, ids=lambda row: row["word"])
def test_golden_words_are_spelt_as_they_sound(row: dict[str, str]) -> None:
    assert mr(row["word"]) == row["mr"]


def test_the_golden_table_judges_both_ways() -> None:
    kinds = Counter(row["trust"] for row in GOLDEN)
    assert kinds["rule"] >= 150
    assert kinds["negative"] >= 60
    assert kinds["authority"] >= 8
    assert len({row["word"] for row in GOLDEN}) == len(GOLDEN)


@pytest.mark.parametrize("rows", [ROWS, MADE], ids=["lexicon", "sino_sounds"])
def test_no_word_is_listed_twice(rows: list[dict[str, str]]) -> None:
    assert [word for word, count in Counter(row["word"] for row in rows).items() if count > 1] == []


@pytest.mark.parametrize("rows", [ROWS, MADE], ids=["lexicon", "sino_sounds"])
def test_a_listed_sound_differs_from_its_spelling_only_in_onsets(rows: list[dict[str, str]]) -> None:
    for row in rows:
        for written, spoken in zip(row["word"], row["sound"], strict=True):
            assert split(written)[1:] == split(spoken)[1:], row


def test_only_a_row_that_says_so_keeps_the_sound_of_its_spelling() -> None:
    assert sum(row["word"] == row["sound"] for row in ROWS) > 100
    for row in ROWS:
        assert (row["word"] == row["sound"]) == (" 아님" in row["reason"] or row["reason"] == "loan"), row


def test_no_onset_is_marked_tense_where_the_rules_tense_it() -> None:
    for row in ROWS + MADE:
        for before, written, spoken in zip(row["word"], row["word"][1:], row["sound"][1:], strict=False):
            if written != spoken and split(spoken).onset in "ㄲㄸㅃㅆㅉ":
                assert split(before).coda not in ("ㄱ", "ㄷ", "ㅂ"), row


@pytest.mark.parametrize("particle", ["에서", "도", "만", "부터의"])
def test_a_particle_leaves_the_sound_of_a_listed_noun(particle: str) -> None:
    words = lexicon()
    for row in (row for row in ROWS if row["pos"] == "n"):
        if row["word"] + particle in words.words or row["word"] + particle in words.listed:
            continue  # 상수도 is a word of its own
        alone, _ = words.units(row["word"])
        followed, _ = words.units(row["word"] + particle)
        marks = [(unit.onset, unit.tensed) for unit in alone]
        assert [(unit.onset, unit.tensed) for unit in followed[: len(alone)]] == marks, row["word"] + particle


@pytest.mark.parametrize("row", SUFFIXES, ids=lambda row: row["suffix"])
def test_a_suffix_changes_its_examples_and_not_its_counterexamples(row: dict[str, str]) -> None:
    suffix = row["suffix"]
    for word in row["examples"].split():
        units, _ = lexicon().units(word, as_seoul=True)
        place = word.index(suffix, 1)
        changed = units[place].tensed or units[place].onset != split(suffix).onset
        assert changed == (row["effect"] != "none"), word
    for word in row["counterexamples"].split():
        if word.endswith(suffix):
            units, _ = lexicon().units(word, as_seoul=True)
            assert (units[-1].tensed, units[-1].onset) == (False, split(suffix).onset), word


@pytest.mark.parametrize("change", [{"effect": "tensed"}, {"condition": "after-vowel"}])
def test_an_unknown_word_in_the_suffix_table_is_named(change: dict[str, str]) -> None:
    row = {"suffix": "법", "effect": "tense", "condition": "after-word", "reason": "28"} | change
    with pytest.raises(TableError, match=r"suffixes\.tsv, line 7.*'법'"):
        _suffix(row, "suffixes.tsv", 7)


@pytest.mark.parametrize(
    ("written", "kept", "spoken"),
    [("가입률", "가임뉼", "가임뉼"), ("조미률", "조미률", "조미율"), ("생산률", "생산뉼", "생산뉼")],
)
def test_the_rate_suffix_is_read_as_seoul_reads_it(written: str, kept: str, spoken: str) -> None:
    assert hangul_of(pronounce(lexicon().units(written)[0])) == kept
    assert hangul_of(pronounce(lexicon().units(written, as_seoul=True)[0])) == spoken
