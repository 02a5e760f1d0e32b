"""What no text can do to `romanize`: strings of every kind of character, of which bench/fuzz_romanize.py tries a million."""

from __future__ import annotations

import unicodedata

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

import juche_toolkit as jt
from juche_toolkit.hangul.jamo import enclosed, letters_of, old
from juche_toolkit.romanization.scheme import scheme_names
from tests.strategies import eojeols, signs

KINDS = st.sampled_from(["text", "title", "name", "place", "corporate"])
SCHEMES = st.sampled_from(scheme_names())
HANGUL = regex.compile(r"\p{Hangul}")
JAMO = [chr(code) for code in range(0x110000) if HANGUL.fullmatch(chr(code)) and not 0xAC00 <= code <= 0xD7A3]
MODERN = [
    chr(code)
    for code in (*range(0x1100, 0x1113), *range(0x1161, 0x1176), *range(0x11A8, 0x11C3), *range(0x3131, 0x3164))
]
syllables = st.integers(0xAC00, 0xD7A3).map(chr)
jamo = st.sampled_from(JAMO)
hanja = st.one_of(st.integers(0x4E00, 0x9FFF), st.integers(0xF900, 0xFAFF), st.integers(0x20000, 0x2A6DF)).map(chr)
foreign = st.one_of(
    st.sampled_from("azAZŏŭ0159０Ⅷ"),
    st.integers(0, 0x1F).map(chr),
    st.integers(0xD800, 0xDFFF).map(chr),
    st.integers(0x300, 0x36F).map(chr),
)
strings = st.lists(st.one_of(syllables, jamo, jamo, hanja, foreign, signs, eojeols), max_size=16).map("".join)


@given(strings, SCHEMES, KINDS)
def test_what_hangul_is_left_is_old_and_named_in_a_warning(text: str, scheme: str, kind: str) -> None:
    found = jt.explain(text, scheme, kind=kind)
    assert jt.romanize(text, scheme, kind=kind) == found.text
    left = set(HANGUL.findall(found.text))
    assert all(old(letter) for letter in left)
    named = {text[doubt.start : doubt.end] for doubt in found.warnings}
    assert all(any(letter in unicodedata.normalize("NFC", place) for place in named) for letter in left)


@given(strings, SCHEMES)
def test_warnings_and_segments_stand_in_the_text_as_given(text: str, scheme: str) -> None:
    for form in ("NFC", "NFD"):
        given_text = unicodedata.normalize(form, text)
        found = jt.explain(given_text, scheme)
        assert all(0 <= doubt.start <= doubt.end <= len(given_text) for doubt in found.warnings)
        assert "".join(segment.source for segment in found.segments) == given_text


@pytest.mark.parametrize("scheme", scheme_names())
@pytest.mark.parametrize("kind", ["text", "title", "name", "place", "corporate"])
def test_every_letter_of_today_has_latin_in_every_scheme(scheme: str, kind: str) -> None:
    for letter in MODERN:
        latin = jt.romanize(letter, scheme, kind=kind)
        assert latin, letter
        assert not HANGUL.search(latin), letter


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("ㄱ", "k"),
        ("ﾡ", "k"),
        ("ㄳ", "ks"),
        ("ᄀ", "k"),
        ("ᆯ", "l"),
        ("ᄓ", "nk"),
        ("ㅥ", "nn"),
        ("㈜ 삼성", "(chu) samsŏng"),
        ("㉠ 문법", "(k) munpŏp"),
        ("㈝", "(ojŏn)"),
        ("가ㅤ나", "kana"),
        ("ᄒᆞᆫ", "hᆞn"),
    ],
)
def test_letters_alone_are_written_by_the_table(text: str, latin: str) -> None:
    assert jt.romanize(text, "mr") == latin


def test_every_jamo_is_of_today_or_old_or_a_sign() -> None:
    assert len(JAMO) > 500
    for letter in JAMO:
        parts = letters_of(letter)
        assert bool(enclosed(letter)) or old(letter) or all("ㄱ" <= part <= "ㅣ" for part in parts)


def test_a_letter_of_old_hangul_is_named_by_its_warning() -> None:
    found = jt.explain("ᄆᆞᆯ", "mr")
    assert "arae" in str(found.warnings[0])
    assert found.source[found.warnings[0].start : found.warnings[0].end] == "ᆞ"


@pytest.mark.parametrize("kind", ["text", "title", "place", "corporate"])
def test_a_particle_behind_a_character_without_a_reading_is_no_error(kind: str) -> None:
    assert jt.romanize("\U00029643\U00026bbd\uc740", "ala-lc", kind=kind).startswith("\U00029643\U00026bbd")
