"""Hangul syllables taken apart and put together by arithmetic (The Unicode Standard, section 3.12).

Letters are given as compatibility jamo (U+3131…), the form in which people name them; a missing coda is "".
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

__all__ = ["CODAS", "ONSETS", "VOWELS", "Syllable", "is_syllable", "join", "split"]

ONSETS = tuple("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
VOWELS = tuple("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ")
CODAS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")

_BASE = 0xAC00
_ROW, _BLOCK = len(CODAS), len(CODAS) * len(VOWELS)
_COUNT = len(ONSETS) * _BLOCK
_ONSET_AT = {letter: index for index, letter in enumerate(ONSETS)}
_VOWEL_AT = {letter: index for index, letter in enumerate(VOWELS)}
_CODA_AT = {letter: index for index, letter in enumerate(CODAS)}


class Syllable(NamedTuple):
    """One written syllable: its onset, vowel and coda as compatibility jamo; `coda` is "" where there is none."""

    onset: str
    vowel: str
    coda: str


def is_syllable(character: str) -> bool:
    """Whether a character is one of the 11,172 precomposed modern syllables."""
    return len(character) == 1 and 0 <= ord(character) - _BASE < _COUNT


@lru_cache(maxsize=_COUNT)
def split(character: str) -> Syllable:
    """Take a precomposed syllable apart.

    Raises ValueError if `character` isn't one of the 11,172 modern syllables.
    """
    code = ord(character) - _BASE
    if not 0 <= code < _COUNT:
        raise ValueError(f"{character!r} is not a precomposed Hangul syllable")
    return Syllable(ONSETS[code // _BLOCK], VOWELS[code % _BLOCK // _ROW], CODAS[code % _ROW])


def join(onset: str, vowel: str, coda: str = "") -> str:
    """Put a syllable together; the inverse of `split`.

    Raises ValueError if a letter can't stand in its place.
    """
    try:
        return chr(_BASE + _ONSET_AT[onset] * _BLOCK + _VOWEL_AT[vowel] * _ROW + _CODA_AT[coda])
    except KeyError as error:
        raise ValueError(f"no Hangul syllable has {onset!r} + {vowel!r} + {coda!r}") from error
