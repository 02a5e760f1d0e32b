from __future__ import annotations

import pytest

from juche_toolkit.hangul.syllable import CODAS, ONSETS, VOWELS, is_syllable, join, split

ALL = [chr(code) for code in range(0xAC00, 0xAC00 + 11172)]


def test_join_is_the_inverse_of_split_on_all_syllables() -> None:
    assert [join(*split(syllable)) for syllable in ALL] == ALL


def test_split_is_the_inverse_of_join_on_all_combinations() -> None:
    combinations = [(onset, vowel, coda) for onset in ONSETS for vowel in VOWELS for coda in CODAS]
    assert [tuple(split(join(*letters))) for letters in combinations] == combinations


@pytest.mark.parametrize("character", ["a", "ㄱ", "經", "힤", "\u1100"])
def test_what_is_no_syllable_is_refused(character: str) -> None:
    assert not is_syllable(character)
    with pytest.raises(ValueError, match="not a precomposed Hangul syllable"):
        split(character)


def test_letters_in_the_wrong_place_are_refused() -> None:
    with pytest.raises(ValueError, match="no Hangul syllable"):
        join("ㄳ", "ㅏ")
