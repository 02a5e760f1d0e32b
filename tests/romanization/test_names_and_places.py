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


@pytest.mark.parametrize(
    ("place", "scheme", "latin"),
    [
        ("경성군", "mr", "Kyŏngsŏng Kun"),
        ("경성군", "38north", "Kyo'ngso'ng Kun"),
        ("만경대구역", "mr", "Man'gyŏngdae Kuyŏk"),
        ("함경북도", "mr", "Hamgyŏng-bukto"),
        ("강원도 안변군", "mr", "Kangwŏn-do Anbyŏn Kun"),
        ("경성군", "bgn", "Kyŏngsŏng-gun"),
        ("경성군", "rr", "Gyeongseong-gun"),
        ("평택군", "ala-lc", "P'yŏngt'aek-kun"),
        ("산대3리 1동", "ala-lc", "Sandae 3-ri 1-tong"),
    ],
)
def test_a_unit_below_a_province_is_a_word_where_the_scheme_divides_so(place: str, scheme: str, latin: str) -> None:
    assert jt.romanize(place, scheme, kind="place", divide=True) == latin
