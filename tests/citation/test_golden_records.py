"""Golden citations of every family: the whole record, and nothing left over."""

from __future__ import annotations

from typing import Any

import pytest

from juche_toolkit.citation import parse, parse_note, parse_notes
from tests.golden.citations import rows

FAMILIES = (
    *("dprk", "rok", "lists", "enmr", "legal", "web", "damaged", "second", "third", "fresh", "fourth", "seoul"),
    "north",
    "editions",
    "bibliographies",
    "english",
    "korea",
    "courses",
    "pyongyang",
    "printed",
    "technical",
)
ROWS = [pytest.param(row, id=row["id"]) for family in FAMILIES for row in rows(family)]


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_has_forty_rows(family: str) -> None:
    assert len(rows(family)) >= (60 if family == "damaged" else 40)


@pytest.mark.parametrize("row", ROWS)
def test_record_is_right(row: dict[str, Any]) -> None:
    note = parse_note(row["text"])
    found = [citation.to_dict() for citation in note.citations]
    assert len(found) == len(row["gold"])
    for index, (record, gold) in enumerate(zip(found, row["gold"], strict=True)):
        left_open = {"lead_in", *row.get("open", [[]] * len(found))[index]}
        expected = {"form": "full", **gold}
        assert {key: value for key, value in record.items() if key not in left_open} == {
            key: value for key, value in expected.items() if key not in left_open
        }
    assert not note.unparsed


@pytest.mark.parametrize("row", [row for row in ROWS if len(row.values[0]["gold"]) == 1])
def test_parse_gives_the_same_as_parse_note(row: dict[str, Any]) -> None:
    assert (parse(row["text"]),) == parse_note(row["text"]).citations


def test_order_of_independent_notes_does_not_matter() -> None:
    texts = [row["text"] for row in rows("rok") if row["gold"][0].get("form") is None and "," in row["text"]]
    ahead = parse_notes(texts)
    behind = parse_notes(texts[::-1])
    assert [note.citations for note in ahead] == [note.citations for note in behind][::-1]
