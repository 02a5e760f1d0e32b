"""What is shown of a title: the places that matched, between two asterisks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from juche_toolkit.hangul.syllable import is_syllable, split
from juche_toolkit.search.folding import Folded
from juche_toolkit.search.keys import skeleton

__all__ = ["MARK", "clean_spans", "latin_spans", "snippet"]

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


def latin_spans(
    folded: Folded,
    latin: Iterable[str],
    sounds: Iterable[str],
    spellings: Callable[[str], tuple[str, ...]],
    sound: Callable[[str], str],
) -> Iterator[tuple[int, int]]:
    """Where in a title Hangul stands that is spelt in Latin as one of `latin`, or whose skeleton is one of `sounds`.

    `spellings` gives a word's folded spellings, `sound` its skeleton. A word in Latin has as many syllables as vowels, and these
    in their order, and begins with its first letter; so few stretches need to be romanized.
    """
    vowels = "".join(map(_vowel, folded.key))
    for word in latin:
        for start, end in _stretches(skeleton(word), vowels, folded.key):
            if word in spellings(folded.key[start:end]):
                yield folded.starts[start], folded.ends[end - 1]
    for wanted in sounds:
        for start, end in _stretches(wanted, vowels, folded.key):
            if sound(folded.key[start:end]) == wanted:
                yield folded.starts[start], folded.ends[end - 1]


@lru_cache(_CACHED)
def _vowel(character: str) -> str:
    return _VOWELS.get(split(character).vowel, "o") if is_syllable(character) else " "


def _stretches(sounds: str, vowels: str, key: str) -> Iterator[tuple[int, int]]:
    """Where the vowels of a skeleton stand in those of a title, overlaps included, after an onset that can be its first letter."""
    wanted = "".join(letter for letter in sounds if letter in "aeio")
    onsets = _ONSETS.get(sounds[:1], "ㅇ")
    start = vowels.find(wanted) if wanted else -1
    while start >= 0:
        if split(key[start]).onset in onsets:
            yield start, start + len(wanted)
        start = vowels.find(wanted, start + 1)
