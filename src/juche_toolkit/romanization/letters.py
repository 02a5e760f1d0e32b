"""From Latin letters back to Hangul letters: what a run of consonants or a vowel of the McCune-Reischauer family can stand for.

Consonants between two vowels are learnt from the sound rules themselves: every coda and onset is brought to its sound and
spelt, and the table is turned round. Marks (breve, apostrophe, hyphen) are kept beside the letters, so that they narrow
the choice where a text has them and cost nothing where it hasn't.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from attrs import frozen

from juche_toolkit.hangul.sounds import Unit, pronounce, units_of
from juche_toolkit.hangul.syllable import CODAS, ONSETS, VOWELS, join
from juche_toolkit.romanization.scheme import scheme
from juche_toolkit.romanization.transcribe import Letters, spell

__all__ = [
    "Joint",
    "Marked",
    "Style",
    "agrees",
    "codas",
    "joints",
    "marked",
    "onsets",
    "style_of",
    "vowel_class",
    "vowels",
]

VOWEL_LETTERS = frozenset("aeiouwy")
_BREVES = frozenset("\u0306\u030c\u0302\u0303\u0304")
"""Combining breve, and what typists take for it: caron, circumflex, tilde, macron."""
_APOSTROPHES = frozenset("'’‘ʼʻ`′´ʹ＇\u0313\u0315")
_HYPHENS = frozenset("-‐‑–\u00ad")
_NARROW = frozenset("ㅑㅒㅕㅖㅛㅠㅣ")
_LAX = frozenset("ㄱㄷㅂㅅㅈ")
_PLAIN, _BREVE, _APOSTROPHE = ".", "u", "a"
_TENSED, _IRREGULAR = 0.1, 0.3
"""Costs of a sound that the rules alone don't give."""


@frozen
class Marked:
    """Latin without its marks, and the marks apart: one for each letter, and where hyphens stand (before which letter)."""

    letters: str
    marks: str
    hyphens: frozenset[int] = frozenset()


class Joint(NamedTuple):
    """A coda and an onset that a run of consonants can stand for; `boundary` is the number of letters that are the coda's."""

    coda: str
    onset: str
    marks: str
    boundary: int
    cost: float


class Style(NamedTuple):
    """What a mark that a candidate has and the text hasn't costs: much where the text shows that it writes such marks."""

    breve: float
    apostrophe: float
    n_g: float


def marked(latin: str) -> Marked:
    """Letters and marks of a Latin word; whatever is neither is a letter too, which no table knows."""
    letters: list[str] = []
    marks: list[str] = []
    hyphens: set[int] = set()
    for sign in unicodedata.normalize("NFKD", latin.replace("´", "'")).lower():
        if sign in _APOSTROPHES:
            if letters and marks[-1] == _PLAIN:
                marks[-1] = _BREVE if letters[-1] in "ou" else _APOSTROPHE
        elif sign in _BREVES:
            if letters:
                marks[-1] = _BREVE
        elif sign in _HYPHENS:
            hyphens.add(len(letters))
        elif not unicodedata.combining(sign):
            letters.append(sign)
            marks.append(_PLAIN)
    inside = frozenset(place for place in hyphens if 0 < place < len(letters))
    return Marked("".join(letters), "".join(marks), inside)


def style_of(latin: str) -> Style:
    """Which marks a text writes, from the whole of it: breves, 38 North's apostrophes behind vowels, aspirates' apostrophes."""
    text = unicodedata.normalize("NFKD", latin.lower().replace("´", "'"))
    pairs = list(pairwise(text))
    breve = any(sign in _BREVES for sign in text)
    north = any(sign in _APOSTROPHES and letter in "ou" for letter, sign in pairs)
    aspirate = any(sign in _APOSTROPHES and letter in "hkptn" for letter, sign in pairs)
    if breve or north:
        return Style(2.5, 2.5 if aspirate or north else 1.0, 0.05 if north else 2.5)
    return Style(0.3, 2.5, 0.3) if aspirate else Style(0.03, 0.03, 0.05)


def agrees(given: str, candidate: str, letters: str, style: Style) -> float | None:
    """What a candidate's marks cost beside those that are given; None if a given mark is none of the candidate's."""
    cost = 0.0
    for place, (one, two) in enumerate(zip(given, candidate, strict=True)):
        if one == two:
            continue
        if one != _PLAIN:
            return None
        cost += style.breve if two == _BREVE else style.n_g if letters[place] == "n" else style.apostrophe
    return cost


def vowel_class(vowel: str) -> str:
    """The vowel that stands for all those before which consonants sound alike."""
    if vowel in ("ㅣ", "ㅕ", "ㅟ"):
        return vowel
    return "ㅑ" if vowel in _NARROW else "ㅏ"


@cache
def vowels() -> dict[str, tuple[tuple[str, str], ...]]:
    """Letters → the vowels they can be, with their marks."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for vowel in VOWELS:
        latin = marked(scheme("mr").vowel[vowel])
        found[latin.letters].append((vowel, latin.marks))
    return {letters: tuple(pairs) for letters, pairs in found.items()}


@cache
def onsets() -> dict[tuple[str, str], tuple[Joint, ...]]:
    """Consonants at the beginning and the class of the vowel after them → onsets; the initial-sound law's too."""
    found: dict[tuple[str, str], list[Joint]] = defaultdict(list)
    for kind in "ㅏㅑㅣㅕㅟ":
        for onset in ONSETS:
            sounds = {onset: 0.0, **_initial(onset, kind)}
            for sound, cost in sounds.items():
                latin = marked("sh" if (sound, kind) == ("ㅅ", "ㅟ") else scheme("mr").onset[sound][0])
                found[latin.letters, kind].append(Joint("", onset, latin.marks, 0, cost))
        found["l", kind].append(Joint("", "ㄹ", _PLAIN, 0, _IRREGULAR))  # ALA-LC R10: loanwords in l
    return {key: tuple(rows) for key, rows in found.items()}


def _initial(onset: str, kind: str) -> dict[str, float]:
    """What the initial-sound law makes of an onset (력사 yŏksa, 로동 nodong), with what it costs."""
    if onset in ("ㄹ", "ㄴ") and kind in _NARROW:
        return {"ㅇ": _IRREGULAR}
    return {"ㄴ": _IRREGULAR} if onset == "ㄹ" else {}


@cache
def codas() -> dict[str, tuple[str, ...]]:
    """Consonants at the end of a word → codas."""
    found: dict[str, list[str]] = defaultdict(list)
    for coda in CODAS:
        letters = spell(pronounce(units_of(join("ㅇ", "ㅏ", coda))), scheme("mr"))
        found[marked(letters[0].coda).letters].append(coda)
    return {latin: tuple(rows) for latin, rows in found.items()}


@cache
def joints() -> dict[tuple[str, str], tuple[Joint, ...]]:
    """Consonants between two vowels and the class of the second vowel → what they can stand for."""
    found: dict[tuple[str, str], dict[tuple[str, str, str], Joint]] = defaultdict(dict)
    for kind in "ㅏㅑㅣㅕㅟ":
        for coda in CODAS:
            for onset in ONSETS:
                for one, two, tensed, cost in _variants(coda, onset, kind):
                    for latin, boundary in _spellings(one, two, kind, tensed=tensed):
                        joint = Joint(coda, onset, latin.marks, boundary, cost)
                        found[latin.letters, kind].setdefault((coda, onset, latin.marks), joint)
    return {key: tuple(rows.values()) for key, rows in found.items()}


def _variants(coda: str, onset: str, kind: str) -> list[tuple[str, str, bool, float]]:
    """The sounds that a coda and an onset may have, by rule (first) or by the lexicon's marks: coda, onset, tensed, cost."""
    found = [(coda, onset, False, 0.0)]
    if onset in _LAX:
        found.append((coda, onset, True, _TENSED))
        if not coda:
            found.append(("ㄷ", onset, False, _IRREGULAR))  # sai-siot that Pyongyang doesn't write
    if not coda and onset in ("ㄴ", "ㅁ"):
        found.append(("ㄷ", onset, False, _IRREGULAR))
    if onset == "ㅇ" and kind in _NARROW:
        found.append((coda, "ㄴ", False, _IRREGULAR))  # article 29
    found += [(coda, sound, False, cost) for sound, cost in _initial(onset, kind).items()]
    if onset == "ㄹ" and kind in _NARROW:
        found.append((coda, "ㄴ", False, _IRREGULAR))
    return found


def _spellings(coda: str, onset: str, kind: str, *, tensed: bool) -> tuple[tuple[Marked, int], ...]:
    """How MR and ALA-LC spell a coda and an onset, and how many letters are the coda's."""
    units: list[Unit] = units_of(join("ㅇ", "ㅏ", coda) + join(onset, kind))
    units[1].tensed = tensed
    pronounce(units)
    found: dict[tuple[Marked, int], None] = {}
    for name in ("mr", "ala-lc"):
        one, two = spell(units, scheme(name))
        first = marked(one.coda)
        found[marked(one.coda + _consonants(two, kind)), len(first.letters)] = None
    return tuple(found)


def _consonants(letters: Letters, kind: str) -> str:
    """The consonants of a syllable: a scheme may spell onset and vowel as one (쉬 shwi)."""
    return letters.onset or letters.vowel.removesuffix(scheme("mr").vowel[kind])
