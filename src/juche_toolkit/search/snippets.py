"""What is shown of a title: the places that matched, between two asterisks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from attrs import frozen

from juche_toolkit.hangul.syllable import is_syllable, split
from juche_toolkit.search.folding import Folded, fold, written
from juche_toolkit.search.keys import initial_spans, skeleton
from juche_toolkit.search.query import Plan

__all__ = ["MARK", "Marks", "clean_spans", "snippet"]

_VOWELS = {
    **dict.fromkeys("ㅏㅑㅘ", "a"),
    **dict.fromkeys("ㅐㅒㅔㅖㅙㅚㅞ", "e"),
    **dict.fromkeys("ㅣㅟㅢ", "i"),
}
"""A syllable's vowel as a skeleton has it; o for all others."""
_ONSETS = {
    "k": "ㄱㄲㅋ",
    "t": "ㄷㄸㅌ",
    "p": "ㅂㅃㅍ",
    "c": "ㅈㅉㅊ",
    "s": "ㅅㅆ",
    "m": "ㅁ",
    "h": "ㅎ",
    "n": "ㄴㄹ",
    "l": "ㄴㄹ",
}
"""The onsets that begin a word whose skeleton begins so; ㅇ where it begins with a vowel."""
_CACHED = 1 << 14

MARK = "**"
_WINDOW = 160
"""Characters of a long title that are shown."""
_LEAD = 40
"""Characters shown before the first match of a long title."""


def clean_spans(spans: Iterable[tuple[int, int]], title: str) -> list[tuple[int, int]]:
    """Spans in order, with those that overlap or touch made one; nothing at all comes of a text without any."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        elif start < end <= len(title):
            found.append((start, end))
    return found


def snippet(title: str, spans: Sequence[tuple[int, int]]) -> str:
    """A title with its spans marked; of a long one, the stretch around the first span, with … where it was cut."""
    start = max(0, spans[0][0] - _LEAD) if spans and len(title) > _WINDOW else 0
    end = min(len(title), start + _WINDOW)
    out, place = ["…" if start else ""], start
    for left, right in spans:
        if left >= end:
            break
        out += [title[place:left], MARK, title[left : min(right, end)], MARK]
        place = min(right, end)
    return "".join([*out, title[place:end], "…" if end < len(title) else ""])


@frozen
class _Sought:
    """A word or skeleton that a query looks for, with what a stretch of Hangul must have to be romanized at all: a word in Latin
    has as many syllables as vowels, and these in their order, and begins with its first letter."""

    text: str
    vowels: str
    onsets: str


class Marks:
    """What of a query is marked in titles; made once for a query, asked for each hit.

    `spellings` gives a word's folded spellings in Latin, `sound` its skeleton.
    """

    def __init__(
        self, understood: Plan, spellings: Callable[[str], tuple[str, ...]], sound: Callable[[str], str]
    ) -> None:
        self._plan, self._spellings, self._sound = understood, spellings, sound
        self._latin = tuple(_sought(understood.latin, map(skeleton, understood.latin)))
        self._sounds = tuple(_sought(understood.sounds, understood.sounds))

    def spans(self, title: str, matched: str) -> list[tuple[int, int]]:
        """Where the query stands in a title that was found by the keys `matched`, as far as that can be told."""
        folded = fold(title)
        found = [span for part in self._plan.parts for span in folded.spans(part)]
        found += [span for letters in self._plan.letters for span in initial_spans(title, letters)]
        if self._latin or self._sounds:
            sounds = self._sounds if "sounds" in matched or "sloppy" in matched else ()
            found += self._latin_spans(folded, sounds) or self._latin_spans(written(title), sounds)
        return clean_spans(found, title)

    def _latin_spans(self, folded: Folded, sounds: Sequence[_Sought]) -> list[tuple[int, int]]:
        key, vowels = folded.key, "".join(map(_vowel, folded.key))
        stretches = [
            (start, end)
            for word in self._latin
            for start, end in _stretches(word, vowels, key)
            if word.text in self._spellings(key[start:end])
        ]
        stretches += [
            (start, end)
            for word in sounds
            for start, end in _stretches(word, vowels, key)
            if self._sound(key[start:end]) == word.text
        ]
        return [(folded.starts[start], folded.ends[end - 1]) for start, end in stretches]


def _sought(texts: Iterable[str], sounds: Iterable[str]) -> Iterator[_Sought]:
    for text, sound in zip(texts, sounds, strict=True):
        if vowels := "".join(letter for letter in sound if letter in "aeio"):
            yield _Sought(text, vowels, _ONSETS.get(sound[:1], "ㅇ"))


@lru_cache(_CACHED)
def _vowel(character: str) -> str:
    return _VOWELS.get(split(character).vowel, "o") if is_syllable(character) else " "


def _stretches(word: _Sought, vowels: str, key: str) -> Iterator[tuple[int, int]]:
    """Where the vowels of a word stand in those of a title, overlaps included, after an onset that can be its first letter."""
    start = vowels.find(word.vowels)
    while start >= 0:
        if split(key[start]).onset in word.onsets:
            yield start, start + len(word.vowels)
        start = vowels.find(word.vowels, start + 1)
