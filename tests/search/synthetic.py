"""Titles in any number, recombined from the words of the retrieval set's titles, with their particles: the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.tables import golden

_SOURCE = golden("retrieval_titles.tsv")


def eojeols() -> list[str]:
    """The words of the retrieval set's titles as they stand, particles and all."""
    return sorted({eojeol for row in _SOURCE for eojeol in row["title"].split()})


def synthetic(number: int, seed: int = 1) -> Iterator[dict[str, object]]:
    """Records with id, title and year; titles have two to seven eojeols."""
    chance = random.Random(seed)  # noqa: S311 - chance
    words = eojeols()
    for count in range(number):
        title = " ".join(chance.choices(words, k=chance.randint(2, 7)))
        yield {"id": f"t{count}", "title": title, "year": chance.randint(1945, 2020)}
