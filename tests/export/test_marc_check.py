from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable

import pytest

from juche_toolkit.adapters.iso2709 import CatalogueRecord, read_records
from juche_toolkit.adapters.pymarc import MarcField
from juche_toolkit.export.marc_check import check
from juche_toolkit.export.marc_finding import Finding
from tests.catalogue import FAULTS, encoded, records

FIXED = MarcField("008", data="240309s1999    kn |||||||||||||||||kor d")
TITLE = MarcField("245", "10", (("6", "880-01"), ("a", "Kyŏngje yŏn'gu")))
PARTNER = MarcField("880", "10", (("6", "245-01/$1"), ("a", "경제 연구")))


def record(*fields: MarcField, leader: str = "00000nam a2200000 i 4500", encoding: str = "utf-8") -> CatalogueRecord:
    return CatalogueRecord(1, 0, leader, fields, b"", encoding)  # type: ignore[arg-type]


def found(*fields: MarcField, **options: str) -> list[Finding]:
    return list(check(record(FIXED, *fields, **options)))


def rules(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    return [(finding.grade, finding.rule) for finding in findings]


def paired(tag: str, latin: str, korean: str, *, code: str = "a", number: str = "01") -> tuple[MarcField, MarcField]:
    return (
        MarcField(tag, "10", (("6", f"880-{number}"), (code, latin))),
        MarcField("880", "10", (("6", f"{tag}-{number}/$1"), (code, korean))),
    )


def test_a_paired_record_has_nothing() -> None:
    assert found(TITLE, PARTNER, MarcField("880", "  ", (("6", "500-00/$1"), ("a", "주")))) == []


def test_sound_catalogue_records_have_nothing() -> None:
    data = b"".join(encoded(fields) for fields in records(300, seed=3))
    read = list(read_records(io.BytesIO(data)))
    errors = [
        str(finding)
        for one in read
        if isinstance(one, CatalogueRecord)
        for finding in check(one)
        if finding.grade == "error"
    ]
    assert len(read) == 300
    assert errors == []


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_a_planted_fault_is_found_under_its_rule(name: str) -> None:
    rule, plant = FAULTS[name]
    for fields in records(40, seed=11):
        (before,), (after,) = (list(read_records(io.BytesIO(encoded(given)))) for given in (fields, plant(fields)))
        assert isinstance(before, CatalogueRecord)
        assert isinstance(after, CatalogueRecord)
        assert rule not in [finding.rule for finding in check(before)]
        assert rule in [finding.rule for finding in check(after)], fields


def test_a_field_without_its_partner_is_named_from_both_sides() -> None:
    (finding,) = found(TITLE)
    assert finding.message == "245 $6 880-01 has no partner: no 880 with $6 245-01"
    (finding,) = found(PARTNER)
    assert finding.message == "880 $6 245-01 has no partner: no 245 with $6 880-01"
    (finding,) = found(MarcField("880", "  ", (("a", "경제"),)))
    assert "no $6" in finding.message


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ((TITLE, PARTNER, PARTNER), "2 880s have $6 245-01"),
        ((TITLE, PARTNER, *paired("246", "Kyŏngje", "경제")), "2 fields have the number 01"),
        (
            (MarcField("245", "10", (("a", "Kyŏngje"), ("6", "880-01"))), paired("245", "", "경제")[1]),
            "isn't the first",
        ),
        ((MarcField("245", "10", (("6", "245-01"), ("a", "Kyŏngje"))),), "can't be read"),
        ((MarcField("245", "10", (("6", "880-1"), ("a", "Kyŏngje"))),), "can't be read"),
        ((MarcField("245", "10", (("6", "880-00"), ("a", "Kyŏngje"))),), "in an 880 alone"),
    ],
)
def test_links_that_the_format_does_not_allow(fields: tuple[MarcField, ...], words: str) -> None:
    links = [finding for finding in found(*fields) if finding.rule == "link"]
    assert any(words in finding.message for finding in links)
    assert all(finding.grade == "error" for finding in links)


def test_hangul_in_pieces_is_named_and_shown_composed() -> None:
    (finding,) = found(*paired("245", "Kyŏngje", unicodedata.normalize("NFD", "경제")))
    assert (finding.grade, finding.rule, finding.place, finding.ours) == ("error", "hangul", "880 $a", "경제")


def test_a_combining_breve_is_no_hangul_in_pieces() -> None:
    assert found(*paired("245", unicodedata.normalize("NFD", "Kyŏngje"), "경제")) == []


def test_names_of_kps_9566_are_read_and_other_private_signs_only_told() -> None:
    (finding,) = found(*paired("500", "Kim Il-sŏng sŏnjip", "\uf113\uf114\uf115 선집", code="b"))
    assert (finding.rule, finding.ours) == ("private-use", "김일성 선집")
    (finding,) = found(*paired("500", "x", "\ue000 선집", code="b"))
    assert (finding.rule, finding.ours) == ("private-use", "")
    assert "U+E000" in finding.message


@pytest.mark.parametrize(
    ("latin", "wanted"),
    [
        ("Ch'aek kwa Han'guk", []),
        ("Ch’aek kwa Han’guk", []),
        ("Chʼaek kwa Hanʼguk", []),
        ("Chʻaek kwa Hanʼguk", [("doubt", "apostrophe")]),
        ("Ch'aek kwa Han’guk", [("error", "apostrophe")]),
        ("Ch`aek kwa Han`guk", [("error", "apostrophe")]),
    ],
)
def test_apostrophes_are_of_one_kind(latin: str, wanted: list[tuple[str, str]]) -> None:
    assert rules(found(*paired("245", latin, "책과 한국"))) == wanted


@pytest.mark.parametrize(
    ("latin", "wanted"),
    [
        ("Kyŏngje ŭi", []),
        ("Kyo\u0306ngje u\u0306i", []),
        ("Kyŏngje u\u0306i", [("error", "breve")]),
        ("Kyǒngje ŭi", [("error", "breve")]),
        ("Kyôngje ûi", [("error", "breve")]),
        ("Ky˘ongje ŭi", [("error", "breve"), ("error", "sound")]),
    ],
)
def test_breves_are_of_one_kind_and_nothing_else_stands_for_them(latin: str, wanted: list[tuple[str, str]]) -> None:
    assert rules(found(*paired("245", latin, "경제의"))) == wanted


def test_marks_in_fields_that_are_not_romanized_korean_are_left_alone() -> None:
    assert found(MarcField("500", "  ", (("a", "Dvořák, O'Brien’s Ch`a ǒ"),))) == []


@pytest.mark.parametrize(
    ("fixed", "extra", "wanted"),
    [
        ("kor", (), []),
        ("und", (), [("error", "language")]),
        ("eng", (), [("doubt", "language")]),
        ("eng", (MarcField("041", "0 ", (("a", "eng"), ("a", "kor"))),), []),
        ("kor", (MarcField("041", "0 ", (("a", "eng"), ("a", "kor"))),), [("error", "language")]),
        ("mul", (MarcField("041", "0 ", (("a", "eng"), ("a", "kor"))),), []),
        ("kor", (MarcField("041", "0 ", (("a", "koreng"),)),), [("doubt", "language")]),
    ],
)
def test_language_codes(fixed: str, extra: tuple[MarcField, ...], wanted: list[tuple[str, str]]) -> None:
    data = (FIXED.data or "")[:35] + fixed + " d"
    assert rules(check(record(MarcField("008", data=data), TITLE, PARTNER, *extra))) == wanted


def test_a_record_without_008_is_told() -> None:
    assert rules(check(record(TITLE, PARTNER))) == [("error", "language")]


def test_the_country_is_held_against_the_place() -> None:
    (finding,) = found(MarcField("264", " 1", (("a", "Sŏul :"), ("b", "Ch'angbi"))))
    assert (finding.grade, finding.rule, finding.theirs, finding.ours) == ("doubt", "country", "kn ", "ko ")
    assert found(MarcField("264", " 1", (("a", "P'yŏngyang"),))) == []


@pytest.mark.parametrize(
    ("position", "encoding", "wrong"),
    [("a", "utf-8", False), (" ", "utf-8", True), ("a", "marc-8", True), (" ", "marc-8", False), (" ", "euc-kr", True)],
)
def test_leader_09_is_held_against_the_bytes(position: str, encoding: str, wrong: bool) -> None:
    findings = found(leader=f"00000nam {position}2200000 i 4500", encoding=encoding)
    assert rules(findings) == ([("error", "encoding")] if wrong else [])


def test_a_record_in_marc_8_with_880s_wants_its_066() -> None:
    findings = found(TITLE, PARTNER, leader="00000nam  2200000 i 4500", encoding="marc-8")
    assert [finding.place for finding in findings] == ["066"]


def test_a_character_lost_before_is_told() -> None:
    assert rules(found(MarcField("500", "  ", (("a", "경\ufffd"),)))) == [("error", "encoding")]
