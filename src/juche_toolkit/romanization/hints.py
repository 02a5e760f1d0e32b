"""What an analyser knows of a word's sound that the word alone doesn't show: whether it is a noun or a verb.

신고 is a report, or wearing shoes [신꼬]; 감자 a potato, or let us wind [감짜]. 표준 발음법 제24항 and 제26항 speak of verbs and of
Sino-Korean nouns, so a part of speech decides where both are spelt the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from juche_toolkit.hangul.syllable import is_syllable, split
from juche_toolkit.morphology.protocol import Morpheme

__all__ = ["hints"]

_VERBS = frozenset(("VV", "VA", "VX"))
_LAX = frozenset("ㄱㄷㅅㅈ")
_VERB_NASALS = frozenset("ㄴㅁㄵㄻ")


def hints(text: str, morphemes: Sequence[Morpheme]) -> dict[int, bool]:
    """Offset of a syllable → whether its plain onset is tense, where a verb's stem and its ending meet.

    After a stem in ㄴ or ㅁ an ending is tense (24항: 신고, 감자), after one in ㄹ it is plain (살던, 알지).
    """
    found: dict[int, bool] = {}
    for one, two in pairwise(morphemes):
        place = two.start
        if one.tag not in _VERBS or not two.tag.startswith("E") or one.end != place or place >= len(text):
            continue
        if not (is_syllable(text[place]) and is_syllable(text[place - 1])) or split(text[place]).onset not in _LAX:
            continue
        coda = split(text[place - 1]).coda
        if coda in _VERB_NASALS:
            found[place] = True
        elif coda == "ㄹ":
            found[place] = False
    return found
