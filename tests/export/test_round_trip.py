"""Three hundred works through each format and back: all comes back but what docs/records.md lists."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Any

import pytest
import regex

from juche_toolkit import Citation
from tests.tables import ROOT

from .corpus import works
from .readers import READERS, ROLES, Record

DOCS = ROOT / "docs/records.md"
ROW = regex.compile(r"(?m)^\| (?P<format>[^|]+?) \| (?P<lost>[^|]*?) \| (?P<other>[^|]*?) \|$")
SHARED = {"JSON Lines": "JSON", "MARCMaker": "MARC 21", "MARCXML": "MARC 21"}


@cache
def listed() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Of each format, the fields that docs/records.md says don't come back, and those that come back otherwise."""
    text = DOCS.read_text(encoding="utf-8")
    section = text.partition("### What comes back")[2].partition("\n### ")[0]
    found = {}
    for row in ROW.finditer(section):
        names = [frozenset(regex.findall(r"`(\w+)`", row[column])) for column in ("lost", "other")]
        if row["format"] not in ("format", "---"):
            found[row["format"]] = (names[0], names[1])
    return found


@cache
def corpus() -> tuple[Citation, ...]:
    return tuple(works())


@cache
def read_back(name: str) -> tuple[Record, ...]:
    return tuple(READERS[name](list(corpus())))


def matches(name: str, wanted: Any, got: Any) -> bool:
    """Whether a field came back; of names, whether what was printed is among the forms that were read."""
    if name in ROLES:
        return (
            got is not None
            and len(got) == len(wanted)
            and all(
                printed in (forms if isinstance(forms, frozenset) else {forms})
                for printed, forms in zip(wanted, got, strict=True)
            )
        )
    return bool(wanted == got)


def differences(name: str) -> list[tuple[int, str, Any, Any]]:
    """Every field of every record that didn't come back as it was: the record, the field, what went in, what came out."""
    pairs = [(work.to_dict(), record) for work, record in zip(corpus(), read_back(name), strict=True)]
    return [
        (number, field, wanted.get(field), record.get(field))
        for number, (wanted, record) in enumerate(pairs)
        for field in wanted.keys() | record.keys()
        if not matches(field, wanted.get(field), record.get(field))
    ]


def test_the_corpus_has_three_hundred_works_of_all_types_in_three_languages() -> None:
    assert len(corpus()) >= 300
    assert len({work.type for work in corpus()}) == 14
    used = {field for work in corpus() for field in work.to_dict()}
    assert used >= {
        "translators",
        "translated_title",
        "title_vernacular",
        "season",
        "session",
        "locator",
        "isbn",
        "doi",
    }


def test_every_format_has_its_row() -> None:
    assert set(listed()) == {SHARED.get(name, name) for name in READERS}


@pytest.mark.parametrize("name", READERS)
def test_every_field_comes_back_but_those_listed(name: str) -> None:
    lost, other = listed()[SHARED.get(name, name)]
    assert [one for one in differences(name) if one[1] not in lost | other] == []


@pytest.mark.parametrize("name", READERS)
def test_what_is_listed_as_lost_is_lost_and_nothing_that_comes_back_is_listed(name: str) -> None:
    lost, other = listed()[SHARED.get(name, name)]
    found = differences(name)
    assert lost <= {field for _, field, _, got in found if got is None}
    assert other <= {field for _, field, _, got in found if got is not None}
    assert [one for one in found if one[1] in lost and one[3] is not None] == []


@pytest.mark.parametrize("name", READERS)
def test_no_korean_name_comes_back_turned_round(name: str) -> None:
    seen = 0
    for work, record in zip(corpus(), read_back(name), strict=True):
        for role in ROLES:
            for printed, forms in zip(getattr(work, role), record.get(role, ()), strict=True):
                if any("가" <= letter <= "힣" for letter in printed):
                    seen += 1
                    assert forms == printed or forms == frozenset((printed,))
    assert seen > 200


@pytest.mark.parametrize("name", READERS)
def test_what_comes_back_is_composed(name: str) -> None:
    for record in read_back(name):
        for value in record.values():
            if isinstance(value, str):
                assert unicodedata.is_normalized("NFC", value)
