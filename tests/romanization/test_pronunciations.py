"""Two large golden tables, by trust and scheme: sounds of words and sentences, and names of persons, places, bodies and works.

A test takes a whole class of rows and names every row that differs, so that thousands of rows cost no thousands of tests.
"""

from __future__ import annotations

import pytest

import juche_toolkit as jt
from tests.tables import golden

SOUNDS = golden("pronunciations.tsv")
NAMES = golden("proper_names_more.tsv")
KINDS = sorted({(row["scheme"], row["kind"]) for row in NAMES})


def test_there_are_enough_rows() -> None:
    assert len(SOUNDS) >= 3000
    assert len(NAMES) >= 800


@pytest.mark.parametrize("trust", ["dictionary", "negative", "sentence"])
@pytest.mark.parametrize("scheme", ["mr", "rr"])
def test_words_are_written_as_they_sound(scheme: str, trust: str) -> None:
    rows = [row for row in SOUNDS if row["trust"] == trust]
    assert rows
    got = [(row["word"], row[scheme], jt.romanize(row["word"], scheme, divide=False).lower()) for row in rows]
    assert [row for row in got if row[1] != row[2]] == []


@pytest.mark.parametrize(("scheme", "kind"), KINDS)
def test_names_are_written_by_the_rules_of_their_scheme(scheme: str, kind: str) -> None:
    rows = [row for row in NAMES if (row["scheme"], row["kind"]) == (scheme, kind)]
    got = [(row["hangul"], row["latin"], jt.romanize(row["hangul"], scheme, kind=kind, divide=False)) for row in rows]
    assert [row for row in got if row[1] != row[2]] == []
