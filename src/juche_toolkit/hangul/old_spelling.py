"""Spellings from before the Unified Orthography of 1933 (한글 맞춤법 통일안), as titles of that time have them: 텬도교, 죠션, 쇼셜.

Speech had lost the y after ㄷ ㅌ ㅅ ㅈ ㅊ, and ㄷ ㅌ before it had become ㅈ ㅊ, long before the spelling followed. McCune and Reischauer
(1939) and libraries write what is spoken: Ch'ŏndogyo, Chosŏn, sosŏl. The number of syllables stays.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from juche_toolkit.hangul.syllable import join, split
from juche_toolkit.tables import packaged_text, read_rows

__all__ = ["is_old", "modern_spelling"]

_PLAIN = {"ㅑ": "ㅏ", "ㅕ": "ㅓ", "ㅖ": "ㅔ", "ㅛ": "ㅗ", "ㅠ": "ㅜ"}
_SOUND = {"ㄷ": "ㅈ", "ㅌ": "ㅊ", "ㅅ": "ㅅ", "ㅈ": "ㅈ", "ㅊ": "ㅊ"}


def _syllables(onsets: str, vowels: str, codas: str) -> frozenset[str]:
    return frozenset(join(onset, vowel, coda) for onset in onsets for vowel in vowels for coda in codas or [""])


_COMMON = "ㄱㄴㄹㅁㅂㅅㅇ"
_SAME = _syllables("ㅈㅊ", "ㅑㅛㅠㅖ", "") | _syllables("ㅈㅊ", "ㅑㅕㅛㅠㅖ", _COMMON)
"""Syllables that are spoken without their y in any word (표준 발음법 제5항 다만 1), 쟝르 and 쥬스 among them; 가져 and 하죠 are left
to the scheme."""
_SURE = (
    _syllables("ㄷㅌ", "ㅕㅛㅖ", "")
    | _syllables("ㄷㅌ", "ㅑㅕㅛ", _COMMON)
    | _syllables("ㄷㅌ", "ㅠ", "ㄱㅇ")
    | _syllables("ㅈㅊ", "ㅕㅛ", "ㄱㄴㅁㅂㅇ")
    | frozenset("졔쳬셥셩셕숑슉슌녯녓")
)
"""Syllables that today's Korean, its loanwords and its personal names don't have: the whole word is old."""
_CLUE = re.compile(f"[{''.join(sorted(_SURE | _SAME))}샤샹셔션셜셰쇼쇽슈슐디]")
"""Without one of these a word is not looked at: the last ones stand in loanwords too, so the table decides."""
_ANCIENT = {"녯": "옛", "녓": "옛"}
_DROPPED = {"니": "이", "녀": "여", "녁": "역", "년": "연", "념": "염", "녕": "영", "뇨": "요", "뉴": "유"}
"""Before ㅣ and its glides ㄴ was no longer spoken at the beginning of a word."""


def is_old(word: str) -> bool:
    """Whether a word of syllables is spelt as before 1933."""
    return modern_spelling(word) != word


def modern_spelling(word: str) -> str:
    """A word of syllables as the spelling since 1933 has it; any other word, and a loanword, as it is."""
    return _respelled(word) if _CLUE.search(word) else word


@lru_cache(maxsize=1 << 12)
def _respelled(word: str) -> str:
    listed = _listed()
    changed = listed.sub(lambda match: _words()[match.group()], word)
    if not any(syllable in _SURE for syllable in changed):
        return "".join(_without_y(syllable) if syllable in _SAME else syllable for syllable in changed[:-1]) + _last(
            changed
        )
    syllables = [_modern(syllable) for syllable in changed]
    syllables[0] = _DROPPED.get(syllables[0], syllables[0])
    return "".join(syllables)


def _last(word: str) -> str:
    """The last syllable of a word; 죠 there is the ending of a verb, spelt so today."""
    return _without_y(word[-1]) if word[-1] in _SAME and word[-1] != "죠" else word[-1]


def _without_y(syllable: str) -> str:
    onset, vowel, coda = split(syllable)
    return join(_SOUND[onset], _PLAIN[vowel], coda)


def _modern(syllable: str) -> str:
    """One syllable of a word that is surely old; ㄷ ㅌ before ㅣ change too (디방 지방)."""
    if syllable in _ANCIENT:
        return _ANCIENT[syllable]
    onset, vowel, coda = split(syllable)
    if onset in _SOUND and vowel in _PLAIN:
        return _without_y(syllable)
    return join(_SOUND[onset], vowel, coda) if onset in "ㄷㅌ" and vowel == "ㅣ" else syllable


@cache
def _words() -> dict[str, str]:
    return {row["old"]: row["modern"] for row in _rows()}


def _rows() -> list[Mapping[str, str]]:
    return [row for _, row in read_rows(packaged_text("hangul", "old_words.tsv").splitlines(), name="old_words.tsv")]


@cache
def _listed() -> re.Pattern[str]:
    """The words of the table, longest first; some only at the beginning, for 패션경향 has no 션경 (仙境)."""
    rows = sorted(_rows(), key=lambda row: -len(row["old"]))
    return re.compile("|".join(rf"\A{row['old']}" if row["place"] == "begin" else row["old"] for row in rows))
