"""The big lists that come from Chinese characters, and what may follow a noun: read once, shared by spelling and analysis.

words.txt and nk_pairs.tsv are made by scripts/make_sino.py; particles.tsv lists particles and light verbs' forms.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from juche_toolkit.hangul.syllable import split
from juche_toolkit.tables import packaged_text, read_rows

__all__ = ["Pair", "is_tail", "north_pairs", "sino_words"]


class Pair(NamedTuple):
    """The Seoul spelling of a North Korean one, and whether the latter is in a list of Seoul words too."""

    seoul: str
    also_seoul: bool


@cache
def sino_words() -> frozenset[str]:
    """Words of Sino-Korean and mixed origin in Seoul spelling, two to five syllables."""
    lines = packaged_text("hangul", "words.txt").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


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
