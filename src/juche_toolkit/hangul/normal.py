"""NFC at the door, with a way back: every offset into the composed text maps to the text as given.

Catalogues hold decomposed Hangul (one syllable as three characters); spans must slice the string that came in.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    import regex

__all__ = ["Composed", "compose", "is_composed"]


@cache
def _cluster() -> regex.Pattern[str]:
    """A base character with all that may compose with it: marks, and conjoining vowels and codas, which are no marks."""
    import regex  # most text is composed already, and the package takes long to load

    return regex.compile(r"(?s).[\p{M}\u1160-\u11FF\uD7B0-\uD7FF]*+")


@frozen
class Composed:
    """A text in NFC and where each of its characters stood in the text as given.

    `starts[i]` and `ends[i]` bound, in `source`, the characters that became `text[i]`. Both are None when the source was
    in NFC already, so that the common case costs nothing.
    """

    source: str
    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of `source` that the range of `text` came from."""
        if self.starts is None or self.ends is None:
            return start, end
        if start >= end:
            place = self.starts[start] if start < len(self.starts) else len(self.source)
            return place, place
        return self.starts[start], self.ends[end - 1]


def is_composed(source: str) -> bool:
    """Whether a text is in NFC already."""
    return source.isascii() or unicodedata.is_normalized("NFC", source)


def compose(source: str) -> Composed:
    """Bring a text to NFC and keep the map back to it."""
    if is_composed(source):
        return Composed(source, source)
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _cluster().finditer(source):
        given = match.group()
        composed = unicodedata.normalize("NFC", given)
        parts.append(composed)
        if composed == given:
            starts.extend(range(match.start(), match.end()))
            ends.extend(range(match.start() + 1, match.end() + 1))
        else:
            place = match.start()
            parted = "".join(unicodedata.normalize("NFD", character) for character in composed) == given
            for number, character in enumerate(composed):
                starts.append(place)
                if parted:
                    place += len(unicodedata.normalize("NFD", character))
                elif not number:  # marks in another order: the base takes all of them, the rest stand in no character
                    place = match.end()
                ends.append(place)
    return Composed(source, "".join(parts), tuple(starts), tuple(ends))
