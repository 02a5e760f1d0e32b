"""Where word division is in doubt: the places that a cataloguer should look at, each with its rule and the other division.

A doubt is raised where the rules decided by default and not by a listed word – a compound that is in no list, a name guessed from its
build, a syllable that may be a bound noun or a suffix – and where two readings of an eojeol differ: the analyser's and the one
by which the sound of words is found, or the one in which the eojeol stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex

from juche_toolkit.hangul.lexicon import lexicon as sounds
from juche_toolkit.romanization.division import Division, Unit, alone
from juche_toolkit.romanization.elements import FREE, common, known, listed
from juche_toolkit.romanization.model import Doubt

__all__ = ["division_doubts"]

_EOJEOL = regex.compile("[가-힣]++")
_CERTAIN = frozenset(("PERSON", "VV", "VA", "VX", "VCN", "VCP", "XSV", "XSA"))
_DETERMINERS = frozenset("새옛첫딴뭇웬맨")
"""Native determiners, with which no Sino-Korean word begins."""
_ALSO_TWO = frozenset("온몸 온밤 온누리 헌책 한마음 한뜻 한집안 한목소리".split())
_REASONS = {
    "W0": "is in no list of words",
    "W1(a)": "may be a bound noun or part of the word",
    "W1(c)": "is a compound that no list has",
    "W1(e)": "looks like a person's name",
    "W3": "is one word in dictionaries, and a determiner with its noun as well",
    "W4(c)": "may be one verb",
    "W6": "may be a word, or a word and its particle",
    "W9(b)": "may be an affix of the name",
    "W9(c)": "has two prefixes",
    "W9(d)": "may belong to the next word or to the last",
}


def division_doubts(division: Division) -> Iterator[Doubt]:
    """The doubts about a division, in the order of the text, with offsets into it; one for each eojeol and rule."""
    cuts = {cut.place for cut in division.joints}
    for match in _EOJEOL.finditer(division.text):
        seen: set[str] = set()
        for rule, start, end, other in _of_eojeol(division, match.start(), match.end(), cuts):
            if rule not in seen:
                seen.add(rule)
                yield _doubt(division.text, rule, start, end, cuts, other)


def _of_eojeol(
    division: Division, start: int, end: int, cuts: set[int]
) -> Iterator[tuple[str, int, int, frozenset[int]]]:
    """Rule, range and the other cuts inside the range, for every doubt about one eojeol."""
    inside = frozenset(place for place in cuts if start < place < end)
    for unit in division.units:
        if start <= unit.start and unit.end <= end:
            rule = unit.doubt or _unlisted(unit) or _determined(unit)
            if rule:
                yield rule, start, end, _otherwise(unit, start, end, inside)
    word = division.text[start:end]
    inflected = any(unit.tag in _CERTAIN for unit in division.units if start <= unit.start < end)
    other = None if inflected else _second_reading(word, start, inside)
    if other is not None:
        yield other[0], start, end, other[1]


def _unlisted(unit: Unit) -> str:
    """W0 for a noun of two syllables or more that no list has."""
    if unit.tag not in ("NNG", "NNP") or len(unit.form) < 2 or len(unit.form) != unit.end - unit.start:
        return ""
    return "" if common(unit.form) or (len(unit.form) < 4 and known(unit.form)) else "W0"


def _determined(unit: Unit) -> str:
    """W3 for a noun that begins as a determiner (새집: a new house, or a nest)."""
    form = unit.form
    if unit.tag != "NNG" or not 2 <= len(form) <= 3 or len(form) != unit.end - unit.start:
        return ""
    began = form[0] in _DETERMINERS and (form[1:] in FREE or common(form[1:]))
    return "W3" if began or form in _ALSO_TWO else ""


def _otherwise(unit: Unit, start: int, end: int, inside: frozenset[int]) -> frozenset[int]:
    """The cuts of an eojeol with the unit in doubt read the other way: joined where it is apart, apart where it is joined."""
    if unit.tag == "PERSON":
        return inside - {unit.start, unit.end}
    if _determined(unit):
        return inside | {unit.start + 1}
    edges = {place for place in (unit.start, unit.end) if start < place < end}
    there = edges & inside
    if there:
        return inside - {min(there) if unit.start in there else max(there)}
    if edges:
        return inside | {max(edges)}
    half = unit.start + max(1, (unit.end - unit.start) // 2)
    return inside | {half} if unit.end - unit.start > 3 else inside


def _second_reading(word: str, start: int, inside: frozenset[int]) -> tuple[str, frozenset[int]] | None:
    """The rule and cuts of another reading of an eojeol, where there is one: the word alone, or by the pieces that its sound comes from."""
    by_itself = frozenset(start + cut.place for cut in alone(word))
    if by_itself != inside:
        return "W6", by_itself
    if inside and len(word) > 1 and word not in listed() and common(word) and not _plain_parts(word, start, inside):
        return "W6", frozenset()
    pieces = sounds().pieces(word)
    ours = inside | {start, start + len(word)}
    for piece in pieces:
        first, last = start + piece.start, start + piece.end
        crosses = first not in ours or last not in ours
        if piece.kind == "word" and crosses and any(first < place < last for place in inside):
            edges = {start + edge for one in pieces if one.kind in ("word", "tail") for edge in (one.start, one.end)}
            return "W1(c)", frozenset(edges - {start, start + len(word)})
    if not common(word) and pieces[-1].kind == "tail" and start + pieces[-1].start > max(inside, default=0):
        head = word[: pieces[-1].start]
        if known(head):
            return "W6", inside | {start + len(head)}
    return None


def _plain_parts(word: str, start: int, inside: frozenset[int]) -> bool:
    """Whether a listed name is cut into common words, none of which is a particle: 로동|신문."""
    edges = [0, *sorted(place - start for place in inside), len(word)]
    return all(last - first > 1 and common(word[first:last]) for first, last in pairwise(edges))


def _doubt(text: str, rule: str, start: int, end: int, cuts: set[int], other: frozenset[int]) -> Doubt:
    ours = _spaced(text, start, end, cuts)
    theirs = _spaced(text, start, end, set(other))
    alternatives = (theirs,) if theirs != ours else ()
    sentence = f"{rule}: {text[start:end]} {_REASONS[rule]}; divided {ours}"
    if alternatives:
        sentence += f", it could be {theirs}"
    return Doubt(sentence, start, end, alternatives, rule)


def _spaced(text: str, start: int, end: int, cuts: set[int]) -> str:
    return "".join((" " if place in cuts and place > start else "") + text[place] for place in range(start, end))
