"""Compound verbs: where a stem that an analyser keeps whole parts into the words that ALA-LC writes apart.

W4(c), p. 25: each part of a compound verb stands apart (내려 놓고), so does a noun before its verb (장난 치는, 꿈 꾸었는가). W4(d), p. 26:
하다, 없다 and their like are apart from their noun (사랑 한). W4(f), p. 27: a contracted first verb of one syllable is joined (떠오르다).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from juche_toolkit.morphology.lexicon import lexicon
from juche_toolkit.romanization.elements import common, known, listed

__all__ = ["StemCut", "stem_cut"]

_FREE_NOUNS = frozenset("말일뜻꿈절춤눈")
"""Nouns of one syllable that 하다 follows as after any noun; of the others (정하다, 위하다) it is a part."""
_DEMONSTRATIVE = frozenset("어떠 그러 이러 저러 요러 고러 어찌 아니 못 듯 만 척 체 양 뻔 법 잘못".split())
"""What 하다 makes one word with: 어떠하다, and the auxiliaries of App. 2."""


class StemCut(NamedTuple):
    """Where a stem parts, what stands before (EC a verb in -아/-어, NNG a noun), the rule."""

    place: int
    before: Literal["EC", "NNG"]
    rule: str


@lru_cache(maxsize=1 << 14)
def stem_cut(stem: str) -> StemCut | None:
    """Where the stem of a verb or adjective parts; None where it is one word."""
    size = len(stem)
    parts = listed().get(stem + "다")
    if size < 2 or parts is not None:
        return StemCut(len(parts[0]), "NNG", "W4(c)") if parts is not None and len(parts) > 1 else None
    if stem[-1] in "하되" and stem[:-1] not in _DEMONSTRATIVE:
        root = stem[:-1]
        return StemCut(size - 1, "NNG", "W4(d)") if len(root) > 1 or root in _FREE_NOUNS else None
    if stem[-1] in "답롭" or stem.endswith("스럽"):  # W9(a): suffixes that make adjectives
        return None
    if stem[-1] == "없" and size > 1:
        return StemCut(size - 1, "NNG", "W4(d)")
    for cut in range(size - 1, 1, -1):
        if _connective(stem[:cut]) and _verb(stem[cut:]) and stem[cut:] != "이":  # 빛내이다 is 빛내다 with a suffix
            return StemCut(cut, "EC", "W4(c)")
    if size > 2 and common(stem[:2]) and known(stem[:2]) and _verb(stem[2:]):
        return StemCut(2, "NNG", "W4(c)")
    return None


def _connective(form: str) -> bool:
    """Whether a form is a verb in -아/-어 (내려, 늙어)."""
    found = lexicon().entries.get(form, ())
    return any(kind in ("pred", "vx") and leaves == "EC" and len(parts) == 2 for kind, leaves, _, _, parts in found)


def _verb(form: str) -> bool:
    found = lexicon().entries.get(form, ())
    return any(kind in ("pred", "vx") and len(parts) == 1 for kind, _, _, _, parts in found)
