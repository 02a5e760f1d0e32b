from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given

from juche_toolkit.hangul.hanja import ambiguous, initial, is_hanja, reading, readings
from tests.strategies import texts
from tests.tables import golden

ROWS = golden("hanja.tsv")


@pytest.mark.parametrize("row", ROWS, ids=[row["hanja"] for row in ROWS])
def test_hanja_are_read_as_each_state_spells_them(row: dict[str, str]) -> None:
    assert reading(row["hanja"]) == row["seoul"]
    assert reading(row["hanja"], initial_law=False) == row["pyongyang"]


@given(texts)
def test_a_reading_has_one_character_for_each_and_leaves_what_is_no_hanja(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    read = reading(text)
    assert len(read) == len(composed)
    assert all(new == old for new, old in zip(read, composed, strict=True) if not is_hanja(old))
    assert reading(read) == unicodedata.normalize("NFC", read)  # a syllable may compose with an old coda behind it


@given(texts)
def test_decomposed_text_reads_as_composed_text_does(text: str) -> None:
    nfc, nfd = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert reading(nfc) == reading(nfd)
    assert [found.alternatives for found in ambiguous(nfc)] == [found.alternatives for found in ambiguous(nfd)]


def test_the_readings_of_a_character_are_listed_without_the_initial_sound_law() -> None:
    assert set(readings("樂")) == {"락", "악", "요"}
    assert readings("金")[0] == "금"
    assert set(readings("金")) == {"금", "김"}
    assert readings("率")[0] == "률"
    assert readings("가") == ()


def test_a_guess_is_reported_with_its_place_in_the_text_as_given() -> None:
    text = unicodedata.normalize("NFD", "나라의 ") + "樂"
    (found,) = ambiguous(text)
    assert text[found.start : found.end] == "樂"
    assert set(found.alternatives) == {"악", "락", "요"}
    assert found.alternatives[0] == reading("나라의 樂")[-1]


@pytest.mark.parametrize("word", ["音樂", "知識", "金融", "自動車", "不實", "經濟", "北韓", "한글"])
def test_what_a_known_word_settles_is_no_guess(word: str) -> None:
    assert ambiguous(word) == ()


def test_a_character_without_a_reading_stays() -> None:
    assert reading("\U0003134a한") == "\U0003134a한"


def test_a_compatibility_character_is_read_as_the_one_it_stands_for() -> None:
    assert reading("\uf90a\u9280") == reading("金銀") == "금은"


@pytest.mark.parametrize("pair", ["리이", "로노", "녀여", "나나", "가가", "률율", "념염"])
def test_the_initial_sound_law_turns_one_syllable(pair: str) -> None:
    assert initial(pair[0]) == pair[1]


@pytest.mark.parametrize("unit", ["金", "經濟理論", "不", "勞", "樂가"])
def test_a_long_text_takes_linear_time(unit: str) -> None:
    reading(unit)
    began = time.perf_counter()
    assert len(reading(unit * (200_000 // len(unit)))) == 200_000 // len(unit) * len(unit)
    assert time.perf_counter() - began < 5
