"""Hangul letters that stand alone, whatever block of Unicode they come from.

Unicode has a letter up to four times: compatibility jamo (what a keyboard types), conjoining onsets, vowels and codas, and half-width
jamo; and some letters and syllables in a circle or in brackets (㈜, ㉠). Their names tell the parts that clusters are made of.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

__all__ = ["coda_jamo", "enclosed", "letters_of", "old"]

_KINDS = ("HALFWIDTH HANGUL LETTER ", "HANGUL LETTER ", "HANGUL CHOSEONG ", "HANGUL JUNGSEONG ", "HANGUL JONGSEONG ")
_MODERN = {unicodedata.name(chr(code)).removeprefix("HANGUL LETTER "): chr(code) for code in range(0x3131, 0x3164)}
_DOUBLE = "SSANG"


@lru_cache(maxsize=1024)
def letters_of(jamo: str) -> tuple[str, ...]:
    """The letters of today, as compatibility jamo, that a letter is or is made of: ﾡ → ㄱ, ㄳ → ㄱㅅ, ᄓ (old) → ㄴㄱ.

    A filler stands for no letter. A letter with an old part (ㆍ, ㅿ, ㅸ) is given as it is.
    """
    name = unicodedata.name(jamo, "")
    if name.endswith("FILLER"):
        return ()
    kind = next((kind for kind in _KINDS if name.startswith(kind)), None)
    parts = [_part(part) for part in name.removeprefix(kind).split("-")] if kind is not None else [()]
    return tuple(letter for part in parts for letter in part) if all(parts) else (jamo,)


def _part(name: str) -> tuple[str, ...]:
    """The letters that a part of a jamo's name stands for; none if it is of old Hangul."""
    if name in _MODERN:
        return (_MODERN[name],)
    single = _MODERN.get(name.removeprefix(_DOUBLE)) if name.startswith(_DOUBLE) else None
    return (single, single) if single is not None else ()


def old(jamo: str) -> bool:
    """Whether a letter or a tone mark of Hangul has a part that is written no more."""
    return letters_of(jamo) == (jamo,) and not "ㄱ" <= jamo <= "ㅣ"


def coda_jamo(jamo: str) -> bool:
    """Whether a letter is a conjoining coda."""
    return "\u11a8" <= jamo <= "\u11ff" or "\ud7cb" <= jamo <= "\ud7fb"


def enclosed(sign: str) -> str:
    """The Hangul in a circle or in brackets (㈜ → 주, ㉠ → ㄱ, ㈝ → 오전); "" for any other character."""
    if not ("\u3200" <= sign <= "\u321e" or "\u3260" <= sign <= "\u327e"):
        return ""
    return unicodedata.normalize("NFC", "".join(_inside(sign)))


def _inside(sign: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", sign).strip("()")
    return [letters_of(plain)[0]] if len(plain) == 1 else [plain]
