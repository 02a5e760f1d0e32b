"""What a store of titles must do: the protocol that every engine follows, and the expressions it is asked with.

A store knows nothing of Korean. It holds records and, for each, the texts of some columns, and finds the records in whose
columns a word, the beginning of a word or a stretch of text stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from attrs import field, frozen

__all__ = [
    "AllOf",
    "AnyOf",
    "But",
    "Column",
    "Expression",
    "Found",
    "Nearly",
    "Part",
    "Prefix",
    "Row",
    "Snapshot",
    "Store",
    "Word",
    "cut",
    "leaves",
    "stretch",
]


@frozen
class Column:
    """A column of keys. With `grams` 0 its text is words; with n, any stretch of its words can be found, by their n-grams.

    With `heads`, the letters that begin a unit, a gram is n units (of "kontok", with k, n and t: ko, n, to, k) and a stretch
    is found by what stands from its first such letter on. That is half the room for a text that is half vowels; and of the last
    gram of a stretch, of which only the beginning is known, that is most of it, so that few grams begin so.

    `tails` are the letters that may end a unit, two of them at most as a rule.

    `apart` says that many of its tokens stand in other columns too, in longer lists that a search of this one shouldn't read.
    """

    name: str
    grams: int = 0
    heads: str = ""
    tails: str = ""
    apart: bool = False


@frozen
class Word:
    """The column holds this word."""

    column: str
    text: str


@frozen
class Prefix:
    """The column holds a word that begins so."""

    column: str
    text: str


@frozen
class Part:
    """A word of the column (one with grams) holds this stretch of characters."""

    column: str
    text: str


@frozen
class Nearly:
    """The column holds this word, or one that has a letter more, less or otherwise; `letters` are all that its words have."""

    column: str
    text: str
    letters: str

    def ways(self) -> Iterator[str]:
        """Every word that is meant, some more than once."""
        yield self.text
        for place in range(len(self.text) + 1):
            before, after = self.text[:place], self.text[place:]
            yield before + after[1:]
            for letter in self.letters:
                yield before + letter + after
                yield before + letter + after[1:]


@frozen
class AllOf:
    """Every one of these; there is at least one."""

    parts: tuple[Expression, ...]


@frozen
class AnyOf:
    """At least one of these; there is at least one."""

    parts: tuple[Expression, ...]


@frozen
class But:
    """The first and not the second."""

    wanted: Expression
    unwanted: Expression


Expression = Word | Prefix | Part | Nearly | AllOf | AnyOf | But


def leaves(expression: Expression) -> Iterator[Word | Prefix | Part | Nearly]:
    """The words, beginnings and stretches that an expression looks for, from the left; what it excludes isn't among them."""
    waiting = [expression]
    while waiting:
        match waiting.pop():
            case AllOf(parts) | AnyOf(parts):
                waiting.extend(reversed(parts))
            case But(wanted, _):
                waiting.append(wanted)
            case Word() | Prefix() | Part() | Nearly() as leaf:
                yield leaf


def cut(column: Column, text: str) -> str:
    """A column's text cut into tokens; each word ends with its shorter rests, so that every stretch begins some token."""
    if not column.grams:
        return text
    return " ".join(token for word in text.split(" ") for token in _grams(column, word))


def stretch(column: Column, text: str) -> tuple[list[str], str]:
    """A stretch of text as the tokens it is cut into: those that follow each other, and the beginning of one more, or ""."""
    grams = _grams(column, text)
    if column.heads:
        whole = len(grams) - column.grams
        return (grams[: max(0, whole)], grams[max(0, whole)]) if grams else ([text], "")
    whole = len(text) - column.grams + 1
    return (grams[:whole], "") if whole > 0 else ([], text)


def _grams(column: Column, word: str) -> list[str]:
    """A word's grams in their order, the shorter rests at its end included."""
    size, heads = column.grams, column.heads
    if not heads:
        return [word[place : place + size] for place in range(len(word))]
    places = [place for place, letter in enumerate(word) if letter in heads]
    ends = [*places[size:], *[len(word)] * size]
    return [word[start:end] for start, end in zip(places, ends, strict=False)]


@frozen
class Row:
    """A record to be stored: its id, title and other fields (as JSON), the title's length in keys, a text for each column."""

    id: str
    title: str
    fields: str
    size: int
    keys: tuple[str, ...] = field(repr=False)


@frozen
class Found:
    """A stored record; `place` is its number in the order of addition."""

    place: int
    id: str
    title: str
    fields: str


class Snapshot(Protocol):
    """A store as it was at one moment, whatever is written meanwhile."""

    def match(self, expression: Expression, limit: int) -> list[tuple[int, int]]:
        """Place and size of at most `limit` records that fit, in the order of addition."""

    def fetch(self, places: Sequence[int]) -> list[Found]:
        """The records at these places, in the order of `places`."""


class Store(Protocol):
    """A store of titles, open.

    Safe to use from several threads; several processes may read while one writes. Every method raises TitleIndexError where
    the store can't be read or written.
    """

    @property
    def stamp(self) -> Mapping[str, str]:
        """What the keys were made with, as given when the store was made or rebuilt."""

    @property
    def outdated(self) -> str:
        """Why the keys can't be searched by this version (a sentence), or ""."""

    @property
    def wasteful(self) -> bool:
        """Whether replaced and deleted records take more room than those that are there, so that a rebuild is worth it."""

    def put(self, rows: Sequence[Row]) -> int:
        """Write rows, all or none; an id again replaces its record. Gives the number of rows that were new or changed."""

    def remove(self, ids: Sequence[str]) -> int:
        """Remove the records of these ids, all or none; gives the number of those that were there."""

    def count(self) -> int:
        """The number of records."""

    def known(self, rows: Sequence[tuple[str, str, str]]) -> set[str]:
        """The ids of those (id, title, fields) that are stored just so."""

    def snapshot(self) -> AbstractContextManager[Snapshot]:
        """The store as it is now."""

    def records(self) -> Iterator[Found]:
        """Every record, in the order of addition."""

    def rebuild(self, rows: Iterable[tuple[int, Row]], stamp: Mapping[str, str]) -> None:
        """Replace all keys by those of the rows, given with their places, and the stamp; all or nothing."""

    def optimize(self) -> None:
        """Bring the keys into the least room; worth its time after many records were added."""

    def check(self) -> tuple[str, ...]:
        """What is wrong with the stored data: sentences, none if it is sound."""

    def close(self) -> None:
        """Write what is left to write and let go of the files; a second time does nothing."""
