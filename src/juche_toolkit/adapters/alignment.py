"""What all engines need around them: text made safe and cut to bounded pieces, and offsets found again afterwards.

An engine gets pieces in NFC, with Seoul's spaces put in where North Korean spacing leaves them out; what it says is brought back to
the text as given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import regex
from attrs import frozen

from juche_toolkit.hangul.normal import Composed, compose
from juche_toolkit.hangul.orthography import break_points
from juche_toolkit.hangul.syllable import CODAS, is_syllable, split
from juche_toolkit.morphology.protocol import Morpheme

__all__ = ["Found", "Piece", "Prepared", "align", "letters", "prepare"]

_PIECE = 400
"""Characters of the longest piece an engine gets at once."""
_UNSAFE = regex.compile(r"[^\u0020-\uD7FF\uE000-\uFFFD]")
"""What engines in C and Java stumble over or count otherwise: controls, surrogates, characters beyond the first plane."""
_STAND_IN = "□"
_WORD = regex.compile(r"\S++")


class Found(NamedTuple):
    """What an engine found in a piece: form, Sejong tag, range of the piece, dictionary form ("" where it gives none)."""

    form: str
    tag: str
    start: int
    end: int
    lemma: str = ""


class Piece(NamedTuple):
    """A stretch for an engine, and for each of its characters the place in the NFC text (an inserted space has its next)."""

    text: str
    places: tuple[int, ...]


@frozen
class Prepared:
    """A text ready for an engine."""

    composed: Composed
    pieces: tuple[Piece, ...]

    def morphemes(self, found: Sequence[Sequence[Found]]) -> tuple[Morpheme, ...]:
        """What the engine found in each piece, as morphemes of the text as given."""
        out: list[Morpheme] = []
        for piece, items in zip(self.pieces, found, strict=True):
            for form, tag, start, end, lemma in items:
                first, last = piece.places[start], piece.places[max(start, end - 1)] + 1
                given = self.composed.span(first, last)
                if _STAND_IN in form:
                    form, lemma = self.composed.text[first:last], ""
                    tag = "SW" if len(form) == 1 else tag
                out.append(Morpheme(letters(form), tag, given[0], given[1], letters(lemma or form)))
        return tuple(out)


def prepare(text: str, *, longest: int = 120, most: int = _PIECE) -> Prepared:
    """Cut a text for an engine; a word without a space is cut after `longest` characters, a piece has about `most`."""
    composed = compose(text)
    safe = _UNSAFE.sub(_stand_in, composed.text)
    return Prepared(composed, tuple(_pieces(safe, longest, most)))


def _stand_in(match: regex.Match[str]) -> str:
    return " " if match.group() < " " else _STAND_IN


def _pieces(text: str, longest: int, most: int) -> Iterator[Piece]:
    """Words with a space between, gathered until a piece is full."""
    breaks = frozenset(break_points(text))
    parts: list[str] = []
    places: list[int] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        if len(places) + (end - start) > most and places:
            yield Piece("".join(parts), tuple(places))
            parts, places = [], []
        since = 0
        for place in range(start, end):
            if (place == start and places) or (place > start and (place in breaks or since >= longest)):
                parts.append(" ")
                places.append(place)
                since = 0
            if len(places) >= most and since == 0:
                yield Piece("".join(parts), tuple(places))
                parts, places = [], []
            parts.append(text[place])
            places.append(place)
            since += 1
    if places:
        yield Piece("".join(parts), tuple(places))


def letters(form: str) -> str:
    """A form with conjoining codas (ᆯ) as the compatibility letters that people read (ㄹ)."""
    if any("\u11a8" <= character <= "\u11c2" for character in form):
        return "".join(CODAS[ord(c) - 0x11A7] if "\u11a8" <= c <= "\u11c2" else c for c in form)
    return form


_VOWELS = {
    "ㅕ": "ㅣㅓ",
    "ㅘ": "ㅗㅏ",
    "ㅝ": "ㅜㅓ",
    "ㅙ": "ㅚㅓ",
    "ㅐ": "ㅏㅣ",
    "ㅔ": "ㅓㅣ",
    "ㅛ": "ㅣㅗ",
    "ㅑ": "ㅣㅏ",
}


@lru_cache(maxsize=16384)
def _sounds(character: str) -> str:
    """The letters of a character, contracted vowels taken apart, so that 혀 shares its with 히 + 어."""
    if not is_syllable(character):
        return character
    onset, vowel, coda = split(character)
    return ("" if onset == "ㅇ" else onset) + _VOWELS.get(vowel, vowel) + coda


def align(surface: str, forms: Sequence[str]) -> list[tuple[int, int]]:
    """The range of `surface` that each form stands in; contracted forms share characters (밝혀: 밝히 0-2, 어 1-2)."""
    exact = _exact(surface, forms)
    if exact is not None:
        return exact
    left = [(sound, place) for place, character in enumerate(surface) for sound in _sounds(character)]
    right = [(sound, number) for number, form in enumerate(forms) for c in letters(form) for sound in _sounds(c)]
    matched = _common(left, right)
    found: list[tuple[int, int]] = []
    for number in range(len(forms)):
        places = [place for place, other in matched if other == number]
        before = found[-1][1] if found else 0
        if places:
            found.append((min(places), max(places) + 1))
        else:
            place = min(max(before - 1, 0), max(len(surface) - 1, 0))
            found.append((place, place + 1))
    return found


def _exact(surface: str, forms: Sequence[str]) -> list[tuple[int, int]] | None:
    found: list[tuple[int, int]] = []
    place = 0
    for form in forms:
        if not surface.startswith(form, place):
            return None
        found.append((place, place + len(form)))
        place += len(form)
    return found if place == len(surface) else None


def _common(left: Sequence[tuple[str, int]], right: Sequence[tuple[str, int]]) -> list[tuple[int, int]]:
    """The longest common subsequence of two rows of letters, as pairs of what they belong to."""
    rows, columns = len(left), len(right)
    table = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        sound, row, below = left[i][0], table[i], table[i + 1]
        for j in range(columns - 1, -1, -1):
            row[j] = below[j + 1] + 1 if sound == right[j][0] else max(below[j], row[j + 1])
    found: list[tuple[int, int]] = []
    i = j = 0
    while i < rows and j < columns:
        if left[i][0] == right[j][0]:
            found.append((left[i][1], right[j][1]))
            i, j = i + 1, j + 1
        elif table[i + 1][j] >= table[i][j + 1]:
            i += 1
        else:
            j += 1
    return found
