"""Spellings from before 1933: what they become, and what stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import juche_toolkit as jt
from juche_toolkit.hangul.lexicon import lexicon
from juche_toolkit.hangul.old_spelling import is_old, modern_spelling
from tests.tables import golden

ROWS = golden("old_spelling.tsv")
OLD = st.text(st.sampled_from("뎐뎡텬텰됴듕죠션쇼셜셔쟝쥬졔녯녀니디가학교"), min_size=1, max_size=6)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["old"])
def test_a_golden_word_is_spelt_and_romanized_as_spoken(row: dict[str, str]) -> None:
    assert modern_spelling(row["old"]) == row["modern"]
    assert is_old(row["old"]) == (row["old"] != row["modern"])
    assert jt.romanize(row["old"], "mr") == row["mr"]


@given(OLD)
def test_the_number_of_syllables_stays_and_a_second_time_changes_nothing(word: str) -> None:
    once = modern_spelling(word)
    assert len(once) == len(word)
    assert modern_spelling(once) == once
    assert [part.source for part in jt.explain(word, "mr").segments] == [word]


def test_words_of_today_stay() -> None:
    words = [word for word in lexicon().words if word]
    changed = [word for word in words if is_old(word)]
    assert len(words) > 200_000
    assert len(changed) < 10, changed


def test_libraries_write_the_letters_as_they_stand() -> None:
    assert jt.romanize("조션", "ala-lc") == "chosyŏn"
    assert jt.romanize("약됴", "ala-lc") == "yaktyo"


def test_the_steps_name_the_old_spelling() -> None:
    (segment,) = jt.explain("텬도교", "mr").segments
    assert "old spelling" in segment.rules
