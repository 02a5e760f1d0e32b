"""How stems of verbs and adjectives meet their endings: the surfaces of a stem, each with what may follow it.

A stem shows one surface for each group of endings (만들고, 만드는, 만든, 만들어, 만들었다). Such a surface is a head; the endings
that may follow it name the head in `endings.tsv`. Irregular stems follow 한글 맞춤법 제18항; North Korean -여, -였 after
ㅣ ㅐ ㅔ ㅚ ㅟ ㅢ (조선말규범집, 맞춤법 제11항) stand beside Seoul's -어, -었.

    v   vowel stem                    c   consonant stem               s   stem + 았/었
    vu  vowel, before 으-endings only ck  consonant, before consonants cu  consonant, before 으-endings only
    l   ㄹ stem as it is              ld  ㄹ stem without its ㄹ
    n, r, m, b   ㄴ, ㄹ, ㅁ, ㅂ inside the last syllable               a   stem + 아/어
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from juche_toolkit.errors import TableError
from juche_toolkit.hangul.syllable import join, split

__all__ = ["HEADS", "KINDS", "Head", "heads"]

HEADS = ("v", "vu", "c", "ck", "cu", "l", "ld", "n", "r", "m", "b", "a", "s")
KINDS = ("", "ㅂ", "ㄷ", "ㅅ", "르", "러", "ㅎ", "하", "우")
"""Kinds of stems: regular, and the irregular ones by the letter they are named after."""


class Head(NamedTuple):
    """A surface of a stem: what is written, the head, and the ending inside it ("" where it is the bare stem)."""

    surface: str
    head: str
    ending: str


def heads(stem: str, kind: str = "") -> Iterator[Head]:
    """Every head of a stem, e.g. 밝히 → 밝히 v, 밝힌 n, 밝힐 r, 밝힘 m, 밝힙 b, 밝혀 a, 밝혔 s …

    Raises TableError for a kind that isn't one of KINDS or doesn't fit the stem.
    """
    if kind not in KINDS:
        raise TableError(f"{stem}: no kind of stem is called {kind!r}; there are {', '.join(filter(None, KINDS))}")
    last = split(stem[-1])
    if kind in _IRREGULAR:
        if last.coda != kind:
            raise TableError(f"{stem}: a stem of the kind {kind} ends in {kind}")
        yield from _IRREGULAR[kind](stem)
    elif last.coda == "ㄹ":
        yield from _rieul(stem)
    elif last.coda:
        yield Head(stem, "c", "")
        yield from _open(stem, "아" if last.vowel in "ㅏㅗ" else "어")
    else:
        yield Head(stem, "v", "")
        yield from _fused(stem)
        yield from _vowel(stem, kind)


def _with(stem: str, coda: str) -> str:
    """A text with a coda put under its last syllable."""
    onset, vowel, _ = split(stem[-1])
    return stem[:-1] + join(onset, vowel, coda)


def _bare(stem: str) -> str:
    return _with(stem, "")


def _fused(stem: str) -> Iterator[Head]:
    yield Head(_with(stem, "ㄴ"), "n", "ㄴ")
    yield Head(_with(stem, "ㄹ"), "r", "ㄹ")
    yield Head(_with(stem, "ㅁ"), "m", "ㅁ")
    yield Head(_with(stem, "ㅂ"), "b", "ㅂ")


def _open(front: str, ending: str) -> Iterator[Head]:
    """아/어 written as a syllable of its own."""
    yield Head(front + ending, "a", ending)
    yield Head(front + _with(ending, "ㅆ"), "s", _with(ending, "ㅆ"))


def _closed(surface: str, ending: str) -> Iterator[Head]:
    """아/어 inside the last syllable."""
    yield Head(surface, "a", ending)
    yield Head(_with(surface, "ㅆ"), "s", _with(ending, "ㅆ"))


def _rieul(stem: str) -> Iterator[Head]:
    bare = _bare(stem)
    yield Head(stem, "l", "")
    yield Head(bare, "ld", "")
    yield Head(_with(bare, "ㄴ"), "n", "ㄴ")
    yield Head(stem, "r", "ㄹ")
    yield Head(_with(bare, "ㄻ"), "m", "ㅁ")
    yield Head(_with(bare, "ㅂ"), "b", "ㅂ")
    yield from _open(stem, "아" if split(stem[-1]).vowel in "ㅏㅗ" else "어")


def _bieup(stem: str) -> Iterator[Head]:
    yield Head(stem, "ck", "")
    front = _bare(stem) + "우"
    yield Head(front, "vu", "")
    yield Head(_with(front, "ㄴ"), "n", "ㄴ")
    yield Head(_with(front, "ㄹ"), "r", "ㄹ")
    yield Head(_with(front, "ㅁ"), "m", "ㅁ")
    yield from _closed(_bare(stem) + "워", "어")
    if split(stem[-1]).vowel in "ㅏㅗ":
        yield from _closed(_bare(stem) + "와", "아")


def _digeut(stem: str) -> Iterator[Head]:
    yield Head(stem, "ck", "")
    front = _with(stem, "ㄹ")
    yield Head(front, "cu", "")
    yield from _open(front, "아" if split(stem[-1]).vowel in "ㅏㅗ" else "어")


def _siot(stem: str) -> Iterator[Head]:
    yield Head(stem, "ck", "")
    front = _bare(stem)
    yield Head(front, "cu", "")
    yield from _open(front, "아" if split(stem[-1]).vowel in "ㅏㅗ" else "어")


def _hieut(stem: str) -> Iterator[Head]:
    yield Head(stem, "ck", "")
    front = _bare(stem)
    yield Head(front, "vu", "")
    yield Head(_with(front, "ㄴ"), "n", "ㄴ")
    yield Head(_with(front, "ㄹ"), "r", "ㄹ")
    yield Head(_with(front, "ㅁ"), "m", "ㅁ")
    onset, vowel, _ = split(front[-1])
    vowel = "ㅒ" if vowel == "ㅑ" else "ㅐ"
    yield from _closed(front[:-1] + join(onset, vowel), "어")


_IRREGULAR = {"ㅂ": _bieup, "ㄷ": _digeut, "ㅅ": _siot, "ㅎ": _hieut}
_FUSED_VOWEL = {"ㅗ": "ㅘ", "ㅜ": "ㅝ", "ㅣ": "ㅕ", "ㅚ": "ㅙ", "ㅡ": "ㅓ"}


def _vowel(stem: str, kind: str) -> Iterator[Head]:
    """아/어 after a stem that ends in a vowel."""
    onset, vowel, _ = split(stem[-1])
    if kind == "하":
        yield from _open(stem, "여")
        yield from _closed(stem[:-1] + "해", "여")
    elif kind == "르":
        before = split(stem[-2])
        bright = before.vowel in "ㅏㅗ"
        yield from _closed(_with(stem[:-1], "ㄹ") + ("라" if bright else "러"), "아" if bright else "어")
    elif kind == "러":
        yield from _closed(stem + "러", "어")
    elif kind == "우":
        yield from _closed(stem[:-1] + join(onset, "ㅓ"), "어")
    elif vowel == "ㅡ":
        bright = len(stem) > 1 and split(stem[-2]).vowel in "ㅏㅗ"
        yield from _closed(stem[:-1] + join(onset, "ㅏ" if bright else "ㅓ"), "아" if bright else "어")
    elif vowel in "ㅏㅓㅕ":
        yield from _closed(stem, "아" if vowel == "ㅏ" else "어")
    elif vowel in "ㅐㅔㅖㅒ":
        yield from _closed(stem, "어")
        yield from _long(stem)
    elif vowel in _FUSED_VOWEL:
        yield from _closed(stem[:-1] + join(onset, _FUSED_VOWEL[vowel]), "아" if vowel == "ㅗ" else "어")
        yield from _long(stem)
    else:
        yield from _long(stem)


def _long(stem: str) -> Iterator[Head]:
    """아/어 as a syllable of its own after a vowel; in Pyongyang 여 after ㅣ ㅐ ㅔ ㅚ ㅟ ㅢ."""
    vowel = split(stem[-1]).vowel
    yield from _open(stem, "아" if vowel == "ㅗ" else "어")
    if vowel in "ㅣㅐㅔㅚㅟㅢ":
        yield from _open(stem, "여")
