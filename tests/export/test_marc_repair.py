from __future__ import annotations

import io
import unicodedata
from typing import Any

import pymarc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from juche_toolkit.adapters.iso2709 import CatalogueRecord, read_records
from juche_toolkit.export.marc_check import check
from juche_toolkit.export.marc_repair import Repaired, repair
from juche_toolkit.export.marc_restore import with_marks_of
from tests.catalogue import FAULTS, encoded, records

FIXED = ("008", "", (("", "240309s1999    kn |||||||||||||||||kor d"),))
MENDED = ("wrong number", "no $6", "Hangul in pieces", "a name of KPS 9566", "a caron", "breves of two kinds",
          "apostrophes of two kinds", "no language")  # fmt: skip


def read(data: bytes) -> CatalogueRecord:
    (record,) = read_records(io.BytesIO(data))
    assert isinstance(record, CatalogueRecord), record
    return record


def mended(*fields: Any, leader: str = "00000nam a2200000 i 4500", **options: Any) -> Repaired:
    return repair(read(encoded([FIXED, *fields], leader=leader)), **options)


def paired(latin: str, korean: str, tag: str = "245") -> tuple[Any, Any]:
    return (
        (tag, "10", (("6", "880-01"), ("a", latin))),
        ("880", "10", (("6", f"{tag}-01/$1"), ("a", korean))),
    )


def text(made: Repaired, tag: str, code: str = "a") -> str:
    (record,) = pymarc.MARCReader(made.data)
    assert record is not None
    return str(record[tag][code])


def test_a_sound_record_keeps_its_bytes() -> None:
    for fields in records(50, seed=5):
        record = read(encoded(fields))
        assert repair(record) == Repaired(record.data, ())


@pytest.mark.parametrize("name", MENDED)
def test_what_has_one_right_form_is_mended_and_told(name: str) -> None:
    rule, plant = FAULTS[name]
    for fields in records(40, seed=13):
        made = repair(read(encoded(plant(fields))))
        assert rule in [change.rule for change in made.changes]
        again = read(made.data)
        assert rule not in [finding.rule for finding in check(again)], made.changes
        assert repair(again).changes == ()


@pytest.mark.parametrize("name", sorted(set(FAULTS) - set(MENDED)))
def test_what_is_not_sure_is_left(name: str) -> None:
    _, plant = FAULTS[name]
    for fields in records(20, seed=17):
        record = read(encoded(plant(fields)))
        assert repair(record) == Repaired(record.data, ())


def test_every_change_tells_what_stood_and_what_stands() -> None:
    made = mended(*paired("Kyǒngje", unicodedata.normalize("NFD", "경제")))
    assert [str(change) for change in made.changes] == [
        f"880 $a  hangul: {unicodedata.normalize('NFD', '경제')} → 경제",
        "245 $a  breve: Kyǒngje → Kyŏngje",
    ]
    assert (text(made, "245"), text(made, "880")) == ("Kyŏngje", "경제")


def test_marks_outside_romanized_korean_stay() -> None:
    made = mended(*paired("Kyǒngje", "경제"), ("500", "  ", (("a", "Dvořák ǒ o\u0306"),)))
    assert text(made, "500") == "Dvořák ǒ o\u0306"


@pytest.mark.parametrize(
    ("latin", "options", "wanted"),
    [
        ("Ch'aek kwa Han’guk kwa k'al", {}, "Ch'aek kwa Han'guk kwa k'al"),
        ("Chʻaek kwa Hanʼguk", {}, None),
        ("Chʻaek kwa Hanʼguk", {"apostrophe": "modifier"}, "Chʼaek kwa Hanʼguk"),
        ("Ch`aek kwa Han`guk", {}, "Ch'aek kwa Han'guk"),
        ("'Ch’aek' kwa Han'guk", {"apostrophe": "ascii"}, "'Ch'aek' kwa Han'guk"),
        ("Kyŏngje u\u0306i yŏn", {}, "Kyŏngje ŭi yŏn"),
        ("Kyo\u0306ngje", {}, None),
        ("Kyo\u0306ngje", {"breve": "precomposed"}, "Kyŏngje"),
        ("Kyŏngje", {"breve": "combining"}, "Kyo\u0306ngje"),
    ],
)
def test_one_kind_of_mark(latin: str, options: dict[str, str], wanted: str | None) -> None:
    made = mended(*paired(latin, "책과 한국"), **options)
    assert bool(made.changes) == (wanted is not None)
    assert text(made, "245") == (wanted or latin)


@pytest.mark.parametrize(
    ("latin", "korean", "wanted"),
    [
        ("Kyongje wa choguk", "경제와 조국", "Kyŏngje wa choguk"),
        ("Hanguk munhaksa /", "한국 문학사 /", "Han'guk munhaksa /"),
        ("Kyongche yon'gu", "경제 연구", None),
        ("Kyŏngje ŭi", "경제의", None),
    ],
)
def test_missing_marks_are_put_in_only_when_asked_and_only_where_the_letters_agree(
    latin: str, korean: str, wanted: str | None
) -> None:
    assert mended(*paired(latin, korean)).changes == ()
    made = mended(*paired(latin, korean), marks=True)
    assert text(made, "245") == (wanted or latin)


def test_marks_put_in_are_of_the_kinds_that_the_record_has() -> None:
    made = mended(
        *paired("Kyongje wa hanguk", "경제와 한국"),
        ("246", "  ", (("6", "880-02"), ("a", "Hanʼguk kyo\u0306ngje"))),
        ("880", "  ", (("6", "246-02/$1"), ("a", "한국 경제"))),
        marks=True,
    )
    assert text(made, "245") == "Kyo\u0306ngje wa hanʼguk"


@given(
    st.text(st.sampled_from("ŏŭou'’nghkchtp -,A가"), max_size=20),
    st.text(st.sampled_from("ŏŭou'nghkchtp -A"), max_size=20),
)
def test_restoring_marks_changes_no_letter(latin: str, ours: str) -> None:
    made = with_marks_of(latin, ours)
    if made is not None:
        bare = str.maketrans({"ŏ": "o", "ŭ": "u", "'": None, "’": None})
        assert made.translate(bare) == latin.translate(bare)


def test_fields_are_linked_only_where_there_is_one_of_each() -> None:
    title = ("245", "10", (("a", "Kyŏngje"),))
    partner = ("880", "10", (("6", "245-01/$1"), ("a", "경제")))
    made = mended(title, partner)
    assert text(made, "245", "6") == "880-01"
    note, other = ("500", "  ", (("a", "Kyŏngje"),)), ("500", "  ", (("a", "Chŏngch'i"),))
    assert mended(note, other, ("880", "  ", (("6", "500-01/$1"), ("a", "경제")))).changes == ()


def test_a_number_used_twice_is_given_anew() -> None:
    fields = [*paired("Kyŏngje", "경제"), *paired("Chŏngch'i", "정치", "246")]
    made = mended(*fields)
    assert {change.rule for change in made.changes} == {"link"}
    assert [finding.rule for finding in check(read(made.data))] == []
    (record,) = pymarc.MARCReader(made.data)
    assert record is not None
    assert [str(field["a"]) for tag in ("245", "246") for one in record.get_fields(tag) for field in record.get_linked_fields(one)] == [
        "경제", "정치",
    ]  # fmt: skip


def test_codes_written_together_are_divided() -> None:
    made = mended(("041", "0 ", (("a", "koreng"), ("h", "eng"))))
    (record,) = pymarc.MARCReader(made.data)
    assert record is not None
    assert [(one.code, one.value) for one in record["041"].subfields] == [("a", "kor"), ("a", "eng"), ("h", "eng")]


def test_what_is_in_utf_8_says_so() -> None:
    made = mended(*paired("Kyŏngje", "경제"), leader="00000nam  2200000 i 4500")
    assert made.data[9:10] == b"a"
    assert [change.rule for change in made.changes] == ["encoding"]


def test_a_record_that_says_utf_8_and_is_marc_8_is_converted() -> None:
    data = encoded([FIXED, ("245", "10", (("a", "KyEongje \x1b(Bx"),))]).replace(b"KyEo", b"Ky\xe6o")
    made = repair(read(data))
    assert text(made, "245") == "Kyŏngje x"


def test_a_record_with_characters_unknown_to_marc_8_is_left_as_it_is() -> None:
    data = encoded([FIXED, ("245", "10", (("a", "\x1b$1!!!\x1b(B"),))])
    made = repair(read(data))
    assert (made.data, made.changes) == (data, ())
    assert "MARC-8" in made.left
