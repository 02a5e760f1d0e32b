from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from juche_toolkit.search.keyboard import hangul_of, latin_of


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("rudwpdusrn", "경제연구"),
        ("fhehdtlsans", "로동신문"),
        ("Tlfma", "씨름"),
        ("RUDWP", "경제"),
        ("tLFMA", "씨름"),
        ("rkqt", "값"),
        ("rkqtdl", "값이"),
        ("dkswdk", "앉아"),
        ("rhksrP", "관계"),
        ("dmldml", "의의"),
    ],
)
def test_hangul_typed_with_an_english_keyboard(typed: str, meant: str) -> None:
    assert hangul_of(typed) == meant


@pytest.mark.parametrize(
    "word", ["kyongje", "Rodong", "sinmun", "yongu", "seoul", "p'yongyang", "2013", "r", "경제", ""]
)
def test_romanized_words_are_no_hangul_by_their_keys(word: str) -> None:
    assert hangul_of(word) == ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ㅏㅛㅐㅜㅎㅓㄷ", "kyongje"),
        ("ㄱㅐ애ㅜㅎ", "rodong"),
        ("ㅜㅐ애ㅜㅎ ㄴㅑㅜㅡㅕㅜ", "nodong sinmun"),
        ("경제", ""),
        ("ㄱㅈ", ""),
    ],
)
def test_latin_typed_with_a_korean_keyboard(typed: str, meant: str) -> None:
    assert latin_of(typed) == meant


@example("깻")
@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=8))
def test_what_is_typed_is_read_back_as_the_same_syllables(word: str) -> None:
    keys = latin_of(word + "ㅏ")[:-1]  # a lone vowel, as latin_of takes nothing else
    shifted = sum(map(str.isupper, keys))
    assume(2 * shifted <= len(keys))  # more shifted keys than others (걨 rOT) are taken for locked capitals
    assert hangul_of(keys) == word
    if 2 * shifted < len(keys):
        assert hangul_of(keys.swapcase()) == word  # with the capitals locked


@given(st.text(max_size=30))
def test_any_text_has_an_answer(text: str) -> None:
    assert isinstance(hangul_of(text), str)
    assert isinstance(latin_of(text), str)
