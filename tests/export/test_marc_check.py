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
    """The findings of a record with these fields, and an English title where they have none."""
    plain = () if any(field.tag == "245" for field in fields) else (MarcField("245", "00", (("a", "Title"),)),)
    return list(check(record(FIXED, *plain, *fields, **options)))


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


def test_a_record_has_one_title_statement() -> None:
    note = MarcField("500", "  ", (("a", "Note"),))
    assert [str(one) for one in check(record(FIXED, note))] == ["error  245  structure: there is no 245"]
    assert rules(found(TITLE, PARTNER, MarcField("245", "00", (("a", "Title"),)))) == [("error", "structure")]


ODD = {
    "dates and relators": (
        ("100", (("a", "Kim, So-wŏl,"), ("d", "1902-1934,"), ("e", "author.")), "김소월,"),
        ("245", (("a", "Chindallaekkot"), ("h", "[electronic resource] :"), ("b", "Sowŏl sijip = Azaleas /"),
                 ("c", "Kim So-wŏl chŏ ; Hong Kil-tong p'yŏn.")),
         "진달래꽃", "[electronic resource] :", "소월 시집 = Azaleas /", "김소월 저 ; 홍길동 편."),
    ),
    "RDA's imprint with a Juche year": (
        ("245", (("a", "Chosŏn misul."),), "조선미술."),
        ("264", (("a", "P'yŏngyang :"), ("b", "Munye Ch'ulp'ansa,"), ("c", "2010.")), "평양 :", "문예출판사,", "주체99(2010)"),
    ),
    "an imprint before RDA in brackets": (
        ("245", (("a", "Chosŏn misul."),), "조선 미술."),
        ("260", (("a", "[P'yŏngyang] :"), ("b", "Munye Ch'ulp'ansa,"), ("c", "1986.")), "[평양] :", "문예 출판사,", "1986."),
    ),
    "series, bodies, works": (
        ("245", (("a", "Pukhan ŭi kyŏngje"),), "북한의 경제"),
        ("490", (("a", "T'ongil ch'ongsŏ ;"), ("v", "4")), "통일총서 ;", "4"),
        ("700", (("i", "Container of (work):"), ("a", "Pak, Wan-sŏ,"), ("d", "1931-2011."), ("t", "Ŏmma ŭi malttuk.")),
         "Container of (work):", "박완서,", "1931-2011.", "엄마의 말뚝."),
        ("710", (("a", "Han'guk Ŭnhaeng."), ("b", "Chosabu.")), "한국은행.", "조사부."),
    ),
    "Chinese": (("245", (("a", "Chaoxian shi /"), ("c", "Jin Xuan.")), "朝鲜史 /", "金玄."),),
    "Japanese": (("245", (("a", "Kita Chōsen no keizai /"),), "北朝鮮の経済 /"),),
    "hanja alone": (("245", (("a", "Chosŏn wangjo sillok ="),), "朝鮮王朝實錄 ="),),
}  # fmt: skip
"""Sound records as libraries have them: tag, subfields, and the 880's values; an 880 without a value keeps the field's."""


@pytest.mark.parametrize("name", ODD)
def test_sound_records_of_many_kinds_have_nothing(name: str) -> None:
    fields = []
    for number, (tag, subfields, *korean) in enumerate(ODD[name], 1):
        values = [*korean, *(value for _, value in subfields[len(korean) :])]
        partner = tuple((code, value) for (code, _), value in zip(subfields, values, strict=True))
        fields.append(MarcField(tag, "1 ", (("6", f"880-{number:02d}"), *subfields)))
        fields.append(MarcField("880", "1 ", (("6", f"{tag}-{number:02d}/$1"), *partner)))
    assert found(*fields) == []


@pytest.mark.parametrize(
    ("latin", "other", "script"),
    [
        ("Istorii͡a Korei", "История Кореи", "(N"),
        ("Tārīkh Kūriyā", "تاريخ كوريا", "(3/r"),
        ("Toldot Ḳoreʼah", "תולדות קוריאה", "(2/r"),
        ("Han'guk ŭi mi", "한국의 미", "Hang"),
        ("Han'guk ŭi mi", "한국의 미", "$1"),
    ],
)
def test_script_codes_of_880_are_read_right_to_left_too(latin: str, other: str, script: str) -> None:
    partner = MarcField("880", "10", (("6", f"245-01/{script}"), ("a", other)))
    assert found(MarcField("245", "10", (("6", "880-01"), ("a", latin))), partner) == []
    bare = MarcField("880", "10", (("6", "245-01"), ("a", other)))
    assert found(MarcField("245", "10", (("6", "880-01"), ("a", latin))), bare) == []


def test_a_pair_with_the_hangul_in_the_field_is_held_against_its_880() -> None:
    title = MarcField("245", "10", (("6", "880-01"), ("a", "한국의 미")))
    right, wrong = (
        MarcField("880", "10", (("6", "245-01/(B"), ("a", text))) for text in ("Han'guk ŭi mi", "Hanguk ŭi mi")
    )
    assert found(title, right) == []
    assert [(one.rule, one.place) for one in found(title, wrong)] == [("R11", "880 (245 $a)")]


def test_a_foreign_name_in_hangul_is_read_as_one() -> None:
    (doubt,) = found(TITLE, PARTNER, *paired("100", "Carlin, Robert L.,", "칼린, 로버트,", number="02"))
    assert (doubt.grade, doubt.rule, doubt.ours) == ("doubt", "R9", "K'allin, Robŏt'ŭ")
    assert found(TITLE, PARTNER, *paired("100", "K'allin, Robŏt'ŭ,", "칼린, 로버트,", number="02")) == []
