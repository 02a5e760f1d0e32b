"""Word division after ALA-LC (2009): where a Korean text gets its spaces before it is romanized.

The rules work over an analyser's morphemes, one function for each, named by the rule of the table; `JOINTS` holds their
order and the first that speaks decides. Spaces that are there stay. Rules covered: W1 (nouns, bound nouns, compounds), W3
(demonstratives), W4 (verbs, auxiliaries, 하다 and its like, copula), W5, W6 (particles), W7 (numerals with counters), W9 (affixes).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Literal

from attrs import frozen

from juche_toolkit.hangul.lexicon import lexicon
from juche_toolkit.morphology.protocol import Analyzer, Morpheme

__all__ = ["JOINTS", "Division", "divide"]

Joint = Literal[" ", "-", ""]
_NOUNS = frozenset(("NNG", "NNP", "NR", "NP", "XR", "SH", "SL", "UN"))
_VERBS = frozenset(("VV", "VA", "VX", "VCN"))
_JOINED_AFTER_DEMONSTRATIVE = frozenset("것 이 애 분 번 편 쪽 즈음 놈 만큼 대로 자 치 따위 만".split())
"""W3(d), p. 24: what is written together with 이, 그, 저."""
_DEMONSTRATIVES = frozenset("이그저")


@frozen
class Division:
    """A text with the joints that division adds: (offset into the NFC text, what is put there, the rule)."""

    text: str
    joints: tuple[tuple[int, str, str], ...]


def w6_particles(one: Morpheme, two: Morpheme) -> Joint | None:
    """W6, p. 29: a particle stands apart; stacked particles are one unit (에의, 으로서의)."""
    if two.tag.startswith("J"):
        return "" if one.tag.startswith("J") else " "
    return None


def w4_copula(one: Morpheme, two: Morpheme) -> Joint | None:
    """W4(e), p. 26: the copula apart in all its forms (평화적 인, 까지 입니까)."""
    if two.tag == "VCP":
        return " "
    return "" if one.tag == "VCP" else None


def w4_light_verbs(one: Morpheme, two: Morpheme) -> Joint | None:
    """W4(d), p. 26: 하다 되다 시키다 받다 당하다 … apart from the noun in every inflection (사랑 한)."""
    if two.tag in ("XSV", "XSA"):
        return " "
    return "" if one.tag in ("XSV", "XSA") and two.tag.startswith("E") else None


def w4_endings(_one: Morpheme, two: Morpheme) -> Joint | None:
    """Endings belong to their stem, and to each other."""
    return "" if two.tag.startswith("E") else None


def w9_affixes(one: Morpheme, two: Morpheme) -> Joint | None:
    """W9(a), p. 34: affixes are joined (다국적, 총정리)."""
    return "" if two.tag == "XSN" or one.tag == "XPN" else None


def w3_demonstratives(one: Morpheme, two: Morpheme) -> Joint | None:
    """W3(d), p. 24: 이 그 저 joined with 것, 번, 분 …, apart from other nouns (이것, 그 남자)."""
    if one.form in _DEMONSTRATIVES and one.tag in ("MM", "NP") and two.tag in ("NNB", "NNG", "NP"):
        return "" if two.form in _JOINED_AFTER_DEMONSTRATIVE else " "
    return None


def w7_numerals(one: Morpheme, two: Morpheme) -> Joint | None:
    """W7(c), p. 32: digits and counter hyphenated, 제 apart (제 1차 Che 1-ch'a, 21세기 21-segi)."""
    if one.tag == "SN":
        return "-" if two.tag in ("NNB", "NNG", "XSN") else None
    if two.tag == "SN":
        return " " if one.form == "제" or one.tag in _NOUNS else None
    return None


def w1_bound_nouns(one: Morpheme, two: Morpheme) -> Joint | None:
    """W1(a), p. 17: a bound noun stands apart (갈 것, 할 수)."""
    return " " if "NNB" in (one.tag, two.tag) else None


def w1_compounds(one: Morpheme, two: Morpheme) -> Joint | None:
    """W1(c), p. 18: compounds into binary elements; a part of one syllable leans on its neighbour (대한 민국, 한국어)."""
    if two.tag in _NOUNS and (one.tag in _NOUNS or one.tag == "XSN"):
        whole = one.tag == "XSN" or len(one.form) > 1  # a suffix ends a word of two syllables or more: 경제적 효과성
        return " " if whole and len(two.form) > 1 else ""
    return None


def binary_elements(morpheme: Morpheme) -> tuple[int, ...]:
    """W1(c), p. 18: where a long noun that the analyser keeps whole parts into elements of two syllables (최저|임금).

    Both parts must be known words; what ends in 주의 (사회주의) is one word.
    """
    form = morpheme.form
    if (
        morpheme.tag != "NNG"
        or len(form) not in (4, 5)
        or len(form) != morpheme.end - morpheme.start
        or "주의" in form[1:]
    ):
        return ()
    cuts = (
        cut for cut in (2, 3) if cut + 2 <= len(form) and lexicon().knows(form[:cut]) and lexicon().knows(form[cut:])
    )
    return tuple(cuts)[:1]


def w4_verbs(_one: Morpheme, two: Morpheme) -> Joint | None:
    """W4(b), (c), (g), p. 25-27: verbs and auxiliaries apart; what takes one syllable joins the verb before (좋아진)."""
    if two.tag in _VERBS:
        return " "
    return None


def w5_rest(one: Morpheme, two: Morpheme) -> Joint | None:
    """W0: every other part of speech stands apart: adverbs, determiners, conjunctions, and what follows an ending."""
    apart = ("MAG", "MAJ", "MM", "IC")
    if one.tag in apart or two.tag in apart or one.tag.startswith(("E", "J")):
        return " "
    return None


JOINTS: tuple[Callable[[Morpheme, Morpheme], Joint | None], ...] = (
    w6_particles,
    w4_copula,
    w4_light_verbs,
    w4_endings,
    w9_affixes,
    w3_demonstratives,
    w7_numerals,
    w1_bound_nouns,
    w1_compounds,
    w4_verbs,
    w5_rest,
)
"""The rules for the joint between two morphemes of one eojeol, in the order in which they are asked."""


def divide(text: str, analyzer: Analyzer) -> Division:
    """Where the words of a text part; `text` is in NFC."""
    return Division(text, tuple(_joints(text, analyzer.analyze(text))))


def _joints(text: str, morphemes: Sequence[Morpheme]) -> list[tuple[int, str, str]]:
    found: list[tuple[int, str, str]] = []
    copula = False
    for morpheme in morphemes:
        found += ((morpheme.start + place, " ", "W1") for place in binary_elements(morpheme))
    for number, (one, two) in enumerate(pairwise(morphemes)):
        if (
            one.end != two.start
            or not _korean(text[two.start - 1 : two.start])
            or not _korean(text[two.start : two.start + 1])
        ):
            copula = False
            continue
        copula = one.tag == "VCP" or (copula and one.tag.startswith("E"))
        if copula and two.tag.startswith("J"):  # 이라는, 인가는: what follows the copula's ending stays with it
            continue
        for rule in JOINTS:
            joint = rule(one, two)
            if joint is not None:
                if joint and not _one_syllable_inflection(morphemes, number, joint):
                    found.append((two.start, joint, rule.__name__.partition("_")[0].upper()))
                break
    return found


def _one_syllable_inflection(morphemes: Sequence[Morpheme], number: int, joint: str) -> bool:
    """W4(g), p. 27: an auxiliary whose whole inflected form is one syllable joins the verb before it (좋아진, 늙어간)."""
    one, two = morphemes[number], morphemes[number + 1]
    if joint != " " or one.tag != "EC" or two.tag not in ("VX", "VV"):
        return False
    end = two.end
    for later in morphemes[number + 2 :]:
        if later.start >= end and not later.tag.startswith("E"):
            break
        if later.tag.startswith("E"):
            end = max(end, later.end)
    return end - two.start == 1


def _korean(character: str) -> bool:
    return "가" <= character <= "힣" or character.isdigit()
