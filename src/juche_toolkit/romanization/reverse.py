"""From Latin back to Hangul: the words that a romanized form can stand for, likeliest first.

The Latin is folded (no marks), cut into vowels and the consonants between them; what consonants can stand for is learnt by
spelling every pair of coda and onset with the scheme. Known words are looked up along the way, so that what is found is
Korean where it can be; a candidate that doesn't give the Latin back when it is romanized again ranks lower.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import regex
from attrs import frozen

from juche_toolkit.errors import InputError
from juche_toolkit.hangul.lexicon import lexicon
from juche_toolkit.hangul.sounds import Unit, units_of
from juche_toolkit.hangul.syllable import CODAS, ONSETS, VOWELS, join
from juche_toolkit.romanization.convert import fold
from juche_toolkit.romanization.exceptions import proper_nouns, shipped_exceptions
from juche_toolkit.romanization.scheme import scheme
from juche_toolkit.romanization.transcribe import sound_and_spell

__all__ = ["Candidate", "to_hangul"]

_PARTS = regex.compile("[aeiouwy]++|[^aeiouwy]++")
_LONGEST_WORD = 12
"""Syllables up to which a word is read back; a longer one gives no candidates."""
_KEPT = 40
"""Paths kept at each place."""
_COST_WORD, _PER_SYLLABLE, _COST_UNKNOWN, _RARE_CODA, _COST_INEXACT = 1.25, 0.05, 1.6, 0.4, 1.0
_COMMON_CODAS = frozenset(("", *"ㄱㄴㄷㄹㅁㅂㅅㅇ"))


@frozen
class Candidate:
    """A reading of a romanized word: Hangul, and a score from 0 to 1 (1 = a name of the tables)."""

    text: str
    score: float


@cache
def _vowels() -> dict[str, tuple[str, ...]]:
    """Folded vowel → the Hangul vowels it can be."""
    found: dict[str, list[str]] = defaultdict(list)
    for vowel in VOWELS:
        found[fold(scheme("mr").vowel[vowel])].append(vowel)
    return {latin: tuple(vowels) for latin, vowels in found.items()}


@cache
def _joints() -> dict[str, tuple[tuple[str, str], ...]]:
    """Folded consonants between two vowels → the coda and onset they can stand for."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for coda in CODAS:
        for onset in ONSETS:
            for tensed in (False, True):
                units = units_of(join("ㅇ", "ㅏ", coda) + join(onset, "ㅏ"))
                units[1].tensed = tensed and onset in "ㄱㄷㅂㅅㅈ"
                letters = sound_and_spell(units, scheme("mr"))
                found[fold(letters[0].coda + letters[1].onset)].add((coda, onset))
    return {latin: tuple(sorted(pairs)) for latin, pairs in found.items()}


@cache
def _onsets() -> dict[str, tuple[str, ...]]:
    """Folded consonants at the beginning → onsets."""
    found: dict[str, set[str]] = defaultdict(set)
    for onset in ONSETS:
        found[fold(scheme("mr").onset[onset][0])].add(onset)
        found[fold(scheme("mr").onset[onset][1])].add(onset)
    return {latin: tuple(sorted(onsets)) for latin, onsets in found.items()}


@cache
def _codas() -> dict[str, tuple[str, ...]]:
    """Folded consonants at the end → codas."""
    found: dict[str, list[str]] = defaultdict(list)
    for coda in CODAS:
        units: list[Unit] = units_of(join("ㅇ", "ㅏ", coda))
        found[fold(sound_and_spell(units, scheme("mr"))[0].coda)].append(coda)
    return {latin: tuple(codas) for latin, codas in found.items()}


@cache
def _sorted_words() -> tuple[str, ...]:
    return tuple(sorted(lexicon().words | lexicon().listed.keys()))


def _is_prefix(text: str) -> bool:
    """Whether a known word begins with a text."""
    words = _sorted_words()
    place = bisect_left(words, text)
    return place < len(words) and words[place].startswith(text)


@cache
def _known_names() -> dict[str, tuple[str, ...]]:
    """Folded Latin → names of the tables that are written so."""
    found: dict[str, list[str]] = defaultdict(list)
    for table in (shipped_exceptions(), proper_nouns()):
        for hangul, known in table.names.items():
            latin = known.latin or "".join(map(str, sound_and_spell(lexicon().units(hangul)[0], scheme("mr"))))
            if hangul not in found[fold(latin)]:
                found[fold(latin)].append(hangul)
    return {latin: tuple(names) for latin, names in found.items()}


def to_hangul(latin: str, *, limit: int = 10) -> tuple[Candidate, ...]:
    """The Hangul that a romanized word, in any spelling of the McCune-Reischauer family, can stand for, likeliest first.

    Names of the tables come first, then readings made of known words. Words parted by spaces are read each for itself and
    written with the spaces. Text that is no romanized Korean gives (). Raises InputError for what is no string or a limit
    below 1.
    """
    if not isinstance(latin, str) or limit < 1:
        raise InputError("to_hangul takes a string and a limit of at least 1")
    found: dict[str, float] = dict.fromkeys(_known_names().get(fold(latin), ()), 1.0)
    words = [fold(word) for word in latin.split()]
    readings = [list(_readings(word)) for word in words if word]
    if readings and all(readings):
        for cost, text in _combined(readings, limit):
            found.setdefault(text, 1 / (1 + cost))
    ranked = sorted(found.items(), key=lambda item: -item[1])[:limit]
    return tuple(Candidate(text, round(score, 4)) for text, score in ranked)


def _combined(readings: list[list[tuple[float, str]]], limit: int) -> list[tuple[float, str]]:
    """The best combinations of the readings of several words."""
    best = [(0.0, "")]
    for choices in readings:
        pairs = [
            (cost + more, f"{text} {word}" if text else word) for cost, text in best for more, word in choices[:_KEPT]
        ]
        best = heapq.nsmallest(max(limit, 1), pairs)
    return best


def _readings(word: str) -> Iterator[tuple[float, str]]:
    """Cost and Hangul of a folded word's readings, cheapest first."""
    seen = set()
    found = []
    for steps in _syllabifications(word):
        for cost, text in _paths(steps):
            if text not in seen:
                seen.add(text)
                found.append((cost + (0.0 if word in _spellings(text) else _COST_INEXACT), text))
    yield from sorted(found)


def _spellings(text: str) -> tuple[str, str]:
    """The folded MR of a word, with its North Korean initials and without."""
    kept, dropped = (
        fold("".join(map(str, sound_and_spell(lexicon().units(text, as_seoul=as_seoul)[0], scheme("mr")))))
        for as_seoul in (False, True)
    )
    return kept, dropped


def _syllabifications(word: str) -> Iterator[list[str]]:
    """A folded word as consonants and vowels in turn, beginning and ending with (perhaps empty) consonants."""
    parts = _PARTS.findall(word)
    found: list[list[str]] = [[""]]
    for part in parts:
        if part[0] not in "aeiouwy":
            for steps in found:
                steps[-1] += part
            continue
        found = [[*steps, *cut] for steps in found for cut in _vowel_cuts(part)][:16]
    for steps in found:
        if 3 <= len(steps) <= 2 * _LONGEST_WORD + 1:
            yield steps


@cache
def _vowel_cuts(run: str) -> tuple[tuple[str, ...], ...]:
    """The ways to cut a run of vowel letters into vowels, with empty consonants between and after."""
    cuts: list[tuple[str, ...]] = []
    for size in range(min(3, len(run)), 0, -1):
        if run[:size] in _vowels():
            rest = run[size:]
            if not rest:
                cuts.append((run[:size], ""))
            elif len(run) <= 12:
                cuts += [(run[:size], "", *cut) for cut in _vowel_cuts(rest)]
    return tuple(cuts[:8])


def _paths(steps: list[str]) -> list[tuple[float, str]]:
    """The cheapest ways through the syllables: known words where there are any."""
    consonants, nuclei = steps[::2], steps[1::2]
    last = len(nuclei)
    best: list[dict[str, list[tuple[float, str]]]] = [defaultdict(list) for _ in range(last + 1)]
    for onset in _onsets().get(consonants[0], ()):
        best[0][onset] = [(0.0, "")]
    for place in range(last):
        for onset, paths in best[place].items():
            kept = heapq.nsmallest(_KEPT, paths)
            for end, following, part, cost in _words_from(consonants, nuclei, place, onset):
                best[end][following].extend((before + cost, text + part) for before, text in kept)
        best[place].clear()
        for end in range(place + 1, last + 1):
            for key, paths in best[end].items():
                if len(paths) > 4 * _KEPT:
                    best[end][key] = heapq.nsmallest(_KEPT, paths)
    return heapq.nsmallest(_KEPT, best[last][""])


def _words_from(
    consonants: list[str], nuclei: list[str], place: int, onset: str
) -> Iterator[tuple[int, str, str, float]]:
    """Known words, and single syllables, that begin at a place: their end, the onset after them, the Hangul, the cost."""
    last = len(nuclei)
    stack = [(place, onset, "")]
    while stack:
        at, first, text = stack.pop()
        joints = _joints().get(consonants[at + 1], ()) if at + 1 < last else None
        ends = joints if joints is not None else tuple((coda, "") for coda in _codas().get(consonants[at + 1], ()))
        for vowel in _vowels()[nuclei[at]]:
            for coda, following in ends:
                word = text + join(first, vowel, coda)
                rare = 0.0 if coda in _COMMON_CODAS else _RARE_CODA
                if not text:
                    yield at + 1, following, word, _COST_UNKNOWN + rare
                elif word in lexicon().words or word in lexicon().listed:
                    yield at + 1, following, word, _COST_WORD - _PER_SYLLABLE * len(word)
                if at + 1 < last and _is_prefix(word):
                    stack.append((at + 1, following, word))
