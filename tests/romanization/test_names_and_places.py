"""The golden tables of names and places, as every scheme writes them."""

from __future__ import annotations

import pytest

import juche_toolkit as jt
from tests.tables import golden

NAMES, PLACES = golden("names.tsv"), golden("places.tsv")
KNOWN = {(row["table"], row["hangul"], row["scheme"]): row["reason"] for row in golden("known_failures.tsv")}


def cases(table: str, rows: list[dict[str, str]]) -> list[object]:
    """The rows of a table; those known to fail are expected to, and must."""
    found: list[object] = []
    for row in rows:
        reason = KNOWN.get((table, row["hangul"], row["scheme"]))
        marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
        found.append(pytest.param(row, id=label(row), marks=marks))
    return found


def label(row: dict[str, str]) -> str:
    return f"{row['hangul']}-{row['scheme']}"


def test_the_tables_are_large_enough() -> None:
    assert len(NAMES) >= 200
    assert len(PLACES) >= 150


@pytest.mark.parametrize("row", cases("names.tsv", NAMES))
def test_a_name(row: dict[str, str]) -> None:
    assert jt.romanize(row["hangul"], row["scheme"], kind="name") == row["latin"]


@pytest.mark.parametrize("row", cases("places.tsv", PLACES))
def test_a_place(row: dict[str, str]) -> None:
    assert jt.romanize(row["hangul"], row["scheme"], kind="place") == row["latin"]
