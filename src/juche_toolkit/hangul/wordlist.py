"""The big lists that come from Chinese characters, and what may follow a noun: read once, shared by spelling and analysis.

words.txt and nk_pairs.tsv are made by scripts/make_sino.py; particles.tsv lists particles and light verbs' forms.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from juche_toolkit.hangul.syllable import split
from juche_toolkit.tables import packaged_text, read_rows

__all__ = ["Pair", "Words", "is_tail", "north_pairs", "sino_words"]


class Words(AbstractSet[str]):
    """The big list: a set whose words are taken from their line when one of the same first syllable is asked for.

    A process that romanizes a title needs few of the lines; to split all of them would take it longer than the rest.
    """

    def __init__(self, lines: Iterable[str], more: Iterable[str]) -> None:
        """`lines` have a first syllable's words each, with spaces between; `more` are single words."""
        self._lines = {line[0]: line for line in lines}
        self._more = sorted(more)
        self._groups: dict[str, dict[str, None]] = {}

    def beginning(self, syllable: str) -> dict[str, None]:
        """The words that begin with a syllable, as keys: the collector of garbage passes by a dict of plain strings, not by a set."""
        found = self._groups.get(syllable)
        if found is None:
            line = self._lines.get(syllable)
            found = dict.fromkeys(line.split(" ") if line else ())
            more = self._more[bisect_left(self._more, syllable) : bisect_left(self._more, syllable + "\uffff")]
            found.update(dict.fromkeys(more))
            self._groups[syllable] = found
        return found

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and word in self.beginning(word[:1])

    def __iter__(self) -> Iterator[str]:
        for syllable in sorted({*self._lines, *(word[0] for word in self._more)}):
            yield from self.beginning(syllable)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @classmethod
    def _from_iterable(cls, words: Iterable[str]) -> frozenset[str]:  # type: ignore[override]
        """What | and & of the set give."""
        return frozenset(words)


class Pair(NamedTuple):
    """The Seoul spelling of a North Korean one, and whether the latter is in a list of Seoul words too."""

    seoul: str
    also_seoul: bool


@cache
def sino_words() -> Mapping[str, None]:
    """Words of Sino-Korean and mixed origin in Seoul spelling, two to five syllables.

    They are the keys of a dict: the collector of garbage passes over one of strings, where it would look through a set each time.
    """
    lines = packaged_text("hangul", "words.txt").splitlines()
    return dict.fromkeys(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def north_pairs() -> Mapping[str, Pair]:
    """North Korean spelling of a Sino-Korean word → its Seoul spelling."""
    rows = read_rows(packaged_text("hangul", "nk_pairs.tsv").splitlines(), name="nk_pairs.tsv")
    return {row["north"]: Pair(row["seoul"], row["also_seoul"] == "1") for _, row in rows}


@cache
def _tails() -> Mapping[str, str]:
    rows = read_rows(packaged_text("hangul", "particles.tsv").splitlines(), name="particles.tsv")
    return {row["form"]: "any" if row["kind"] == "predicate" else row["after"] for _, row in rows}


def is_tail(last: str, tail: str) -> bool:
    """Whether `tail` can follow a noun that ends in the syllable `last`: a particle or a light verb's form."""
    after = _tails().get(tail)
    if after is None or after == "any":
        return after is not None
    coda = split(last).coda
    if tail.startswith("로"):
        return coda in ("", "ㄹ")
    if tail.startswith("으로"):
        return coda not in ("", "ㄹ")
    return bool(coda) == (after == "coda")
