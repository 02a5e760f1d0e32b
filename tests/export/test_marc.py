from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pymarc
import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

import juche_toolkit as jt
from juche_toolkit.citation.model import Citation, Span
from juche_toolkit.errors import InputError
from juche_toolkit.export import to_marc, to_marcxml, to_mrc, to_mrk

from . import expect
from .corpus import works
from .fake import fake
from .marc_rules import punctuated, wrong
from .strategies import KOREAN_NAMES, citations

DAY = date(2024, 3, 9)
MNEMONICS = {"{dollar}": "$", "{bsol}": "\\", "{lcub}": "{", "{rcub}": "}"}
NOTE = "최영옥, “실리와 무역,” Kyo’ngje Yo’ngu 4, (2013)."
ARTICLE = Citation(
    text=f"[2] {NOTE}",
    span=Span(4, 4 + len(NOTE)),
    type="article-journal",
    authors=("최영옥", "Robert Carlin"),
    title="실리와 무역",
    translated_title="Profit and Trade",
    container_title="경제연구",
    issue="4",
    year=2013,
    juche_year=102,
    pages="12-30",
    whole_number="188",
    confidence=0.9,
)

Fields = list[tuple[str, str, tuple[tuple[str, str], ...]]]


def read_mrc(data: bytes) -> list[pymarc.Record]:
    found = list(pymarc.MARCReader(data, to_unicode=True, utf8_handling="strict"))
    assert all(record is not None for record in found)
    return found


def read_xml(text: str) -> list[pymarc.Record]:
    return list(pymarc.parse_xml_to_array(io.BytesIO(text.encode("utf-8")), strict=True))


def read_mrk(text: str) -> list[pymarc.Record]:
    return list(pymarc.MARCMakerReader(text)) if text else []


def plain(value: str) -> str:
    for mnemonic, character in MNEMONICS.items():
        value = value.replace(mnemonic, character)
    return value


def contents(record: pymarc.Record, *, mrk: bool = False) -> Fields:
    found: Fields = []
    for field in record.fields:
        if field.tag < "010":
            found.append((field.tag, "", (("", field.data.replace("\\", " ") if mrk else field.data),)))
            continue
        indicators = "".join(field.indicators)
        pairs = tuple((code, plain(value) if mrk else value) for code, value in field.subfields)
        found.append((field.tag, indicators.replace("\\", " ") if mrk else indicators, pairs))
    return found


def subfield(record: pymarc.Record, tag: str, code: str) -> str:
    return next((field.get(code) or "" for field in record.get_fields(tag)), "")


def joined(record: pymarc.Record, wanted: str, *, korean: bool = False) -> str:
    """245 $a and $b together again, with the colon and the spaces around it as they were."""
    find = linked if korean else subfield
    first, rest = find(record, "245", "a"), find(record, "245", "b")
    between = wanted[len(first) : len(wanted) - len(rest)]
    return first + between + rest if rest and between.strip() == ":" else first


def linked(record: pymarc.Record, tag: str, code: str) -> str:
    """The Korean partner's subfield."""
    for field in record.get_fields(tag):
        if "6" in field:
            (partner,) = record.get_linked_fields(field)
            return str(partner.get(code) or "")
    return ""


@settings(max_examples=100)  # several records each
@given(st.lists(citations(hostile=True), max_size=3))
def test_all_three_forms_hold_the_same_records(records: list[Citation]) -> None:
    options: dict[str, Any] = {"romanizer": fake, "entered": DAY}
    made = [contents(record) for record in to_marc(records, **options)]
    assert len(made) == sum(map(expect.exported, records))
    assert [contents(record) for record in read_mrc(to_mrc(records, **options))] == made
    assert [contents(record) for record in read_xml(to_marcxml(records, **options))] == made
    assert [contents(record, mrk=True) for record in read_mrk(to_mrk(records, **options))] == made


@given(citations(hostile=True))
def test_marc_holds_each_field_of_the_record(record: Citation) -> None:
    for made in read_mrc(to_mrc(record, romanizer=fake, entered=DAY)):
        latin, korean = expect.title(record, "ala-lc")
        if latin:
            assert joined(made, latin) == latin
            assert joined(made, korean, korean=True) == korean
        else:
            assert subfield(made, "245", "a").startswith("[")
        assert subfield(made, "246", "a") == expect.shown(record.translated_title)
        series = " ".join(part for code in "av" if (part := subfield(made, "490", code)))
        assert series == expect.latin(record, "collection_title", "ala-lc")
        edition = expect.latin(record, "edition", "ala-lc")
        assert (subfield(made, "250", "a"), subfield(made, "773", "b")) == (
            ("", edition) if expect.shown(record.container_title) else (edition, "")
        )
        assert subfield(made, "856", "u") == expect.shown(record.url)
        assert subfield(made, "024", "a") == expect.shown(record.doi)
        assert [field["a"] for field in made.get_fields("655") if field["2"] == "local"] == [record.type or ""] * bool(
            record.type
        )
        host = bool(expect.shown(record.container_title))
        assert bool(made.get_fields("773")) == host
        isbn = subfield(made, "773", "z") if host else subfield(made, "020", "a") or subfield(made, "020", "z")
        assert isbn in (expect.shown(record.isbn), expect.shown(record.isbn).replace("-", "").replace(" ", ""))
        place, publisher = (expect.latin(record, name, "ala-lc") for name in ("place", "publisher"))
        if host:
            imprint = " : ".join(text for text in (place, publisher) if text)
            in_imprint = record.year is not None and not (record.month or expect.shown(record.season))
            of_a_book = subfield(made, "773", "7") == "nnam" and in_imprint
            assert subfield(made, "773", "d") == ", ".join(filter(None, (imprint, of_a_book and str(record.year))))
        else:
            assert subfield(made, "264", "a") == place
            assert subfield(made, "264", "b") == publisher
        notes = [field["a"] for field in made.get_fields("500", "880") if "a" in field]
        for name, label in (
            ("locator", "Part cited"),
            ("session", "Session"),
            ("number", "Number"),
            ("event", "Event"),
        ):
            if text := expect.shown(getattr(record, name)):
                assert f"{label}: {text}" in notes
        names = [field for tag in ("100", "110", "700", "710") for field in made.get_fields(tag)]
        wanted = sum(len(expect.people(record, role)) for role in ("authors", "editors", "translators"))
        school = record.type == "thesis" and bool(publisher)
        assert len(names) == wanted + bool(expect.shown(record.authority)) + school


@given(citations(hostile=True))
def test_every_link_has_its_partner_and_every_880_its_field(record: Citation) -> None:
    for made in to_marc(record, romanizer=fake, entered=DAY):
        there = {(field.tag, field["6"][4:]) for field in made.fields if field.tag != "880" and "6" in field}
        back = {(field["6"][:3], field["6"][4:6]) for field in made.get_fields("880")}
        assert there == back
        assert all(field["6"].startswith("880-") for field in made.fields if field.tag not in ("880",) and "6" in field)
        assert all(field["6"].endswith("/$1") for field in made.get_fields("880"))
        assert bool(made.get_fields("066")) == bool(back)


@given(citations(hostile=True))
def test_leader_and_008_have_the_lengths_and_codes_of_the_format(record: Citation) -> None:
    for made in to_marc(record, romanizer=fake, entered=DAY):
        assert len(str(made.leader)) == 24
        assert made.leader[5:10] in {f"n{kind}{level} a" for kind in "agim" for level in "am"}
        (fixed,) = made.get_fields("008")
        assert len(fixed.data) == 40
        assert fixed.data[:6] == "240309"
        assert fixed.data[15:18] in {"kn ", "ko ", "xx ", "hiu"}
        assert fixed.data[35:38] in {"kor", "eng", "und"}


@given(citations())
def test_a_korean_name_stands_in_comma_form_family_first(record: Citation) -> None:
    for made in to_marc(record, romanizer=fake, entered=DAY):
        for printed in record.authors[:1]:
            if printed in KOREAN_NAMES:
                assert subfield(made, "100", "a") == fake(printed, "ala-lc", "name").replace(" ", ", ", 1)
                assert linked(made, "100", "a") == printed
            if printed == "Robert Carlin":
                assert subfield(made, "100", "a") == "Carlin, Robert"


def test_an_article_of_a_north_korean_journal() -> None:
    (made,) = to_marc(ARTICLE, romanizer=fake, entered=DAY)
    lines = [
        f"{tag} {indicators} " + " ".join(f"${code} {value}" for code, value in pairs)
        for tag, indicators, pairs in contents(made)
    ]
    assert str(made.leader) == "00000naa a22000003c 4500"
    assert lines == [
        "008  $ 240309s2013    kn ||||| |||||||| ||kor d",
        "040    $b eng $e rda",
        "041 0  $a kor",
        "066    $c $1",
        "100 1  $6 880-01 $a Chŏe, Yŏng-ŏk $e author",
        "245 10 $6 880-02 $a Silriwa muyŏk $c Chŏe Yŏng-ŏk, Robert Carlin",
        "246 1  $i Translation of the title, as cited: $a Profit and Trade",
        "336    $a text $b txt $2 rdacontent",
        "337    $a unmediated $b n $2 rdamedia",
        "338    $a volume $b nc $2 rdacarrier",
        "546    $a In Korean",
        f"500    $a Cited as: {NOTE}",
        "500    $a Romanization (ala-lc) generated by machine from the Korean in the linked 880 fields: 100, 245, 773",
        "655  7 $a article-journal $2 local",
        "700 1  $a Carlin, Robert $e author",
        "773 0  $6 880-03 $7 nnas $t Kyŏngche yŏnku $g 2013, no. 4, whole no. 188, p. 12-30 $q 2013:4<12",
        "883 0  $a Record made by juche_toolkit from a citation $c 0.90 $d 20240309",
        "880 1  $6 100-01/$1 $a 최영옥 $e author",
        "880 10 $6 245-02/$1 $a 실리와 무역 $c 최영옥, Robert Carlin",
        "880 0  $6 773-03/$1 $7 nnas $t 경제연구 $g 주체102(2013)년 제4호, 루계 188호, 12-30페지",
    ]


def test_a_book_with_its_juche_year_in_the_880() -> None:
    book = Citation(
        type="book",
        title="조선사회주의경제리론",
        publisher="사회과학출판사",
        place="평양",
        year=1999,
        juche_year=88,
        isbn="978-89-364-7038-8",
        collection_title="경제총서 4",
        translators=("박철수",),
        volume="2",
    )
    (made,) = to_marc(book, romanizer=fake, entered=DAY)
    assert made.leader[6:8] == "am"
    assert contents(made)[2] == ("040", "  ", (("b", "eng"), ("e", "rda")))
    assert subfield(made, "020", "a") == "9788936470388"
    assert [(field.indicators.first, field.indicators.second) for field in made.get_fields("245", "264")] == [
        ("0", "0"),
        (" ", "1"),
    ]
    assert subfield(made, "245", "n") == "2"
    assert subfield(made, "264", "c") == "1999"
    assert linked(made, "264", "c") == "주체88(1999)"
    assert linked(made, "264", "b") == "사회과학출판사"
    assert (linked(made, "490", "a"), linked(made, "490", "v")) == ("경제총서", "4")
    assert subfield(made, "700", "e") == "translator"
    assert subfield(made, "041", "a") == "kor"
    assert made["041"].indicators.first == "1"


def test_a_newspaper_article_has_a_detailed_date() -> None:
    article = Citation(
        type="article-newspaper", title="사설", container_title="로동신문", year=2015, juche_year=104, month=1, day=1
    )
    (made,) = to_marc(article, romanizer=fake, entered=DAY)
    assert made["008"].data[6:15] == "e20150101"
    assert subfield(made, "773", "g") == "January 1, 2015"
    assert linked(made, "773", "g") == "주체104(2015)년 1월 1일"
    assert "q" not in made["773"]


def test_volume_and_issue_of_a_south_korean_journal() -> None:
    article = Citation(
        type="article-journal",
        title="제목",
        container_title="국제정치논총",
        volume="60",
        issue="4",
        year=2020,
        pages="1-37",
    )
    (made,) = to_marc(article, romanizer=fake, entered=DAY)
    assert made["008"].data[15:18] == "ko "
    assert subfield(made, "773", "g") == "vol. 60, no. 4 (2020), p. 1-37"
    assert subfield(made, "773", "q") == "60:4<1"
    assert linked(made, "773", "g") == "2020년 제60권 제4호, 1-37쪽"


def test_a_thesis_has_its_school_and_degree_in_502() -> None:
    thesis = Citation(
        type="thesis", title="논문", authors=("김명국",), publisher="서울대학교", genre="박사학위논문", year=2010
    )
    (made,) = to_marc(thesis, romanizer=fake, entered=DAY)
    assert made["264"].indicators.second == "0"
    assert made["008"].data[24] == "m"
    assert linked(made, "502", "b") == "박사학위논문"
    assert subfield(made, "502", "b") == "Doctoral"
    assert [field["a"] for field in made.get_fields("655")] == ["Academic theses", "thesis"]
    assert linked(made, "502", "c") == "서울대학교"
    assert subfield(made, "502", "d") == "2010"


def test_a_chapter_has_the_year_of_its_book_in_the_imprint() -> None:
    note = "이종석, 「북한의 정치」, 김성보 편, 『북한의 이해』(서울: 역사비평사, 주체89(2000)), 33-50쪽."
    (made,) = to_marc(jt.parse(note), entered=DAY)
    assert subfield(made, "773", "d") == "Sŏul : Yŏksa Pip'yŏngsa, 2000"
    assert linked(made, "773", "d") == "서울 : 역사비평사, 주체89(2000)"
    assert (subfield(made, "773", "g"), linked(made, "773", "g")) == ("p. 33-50", "33-50쪽")
    assert subfield(made, "245", "c") == "Yi Chong-sŏk"  # the editor is the book's


@pytest.mark.parametrize(
    ("note", "latin", "printed"),
    [
        ("이종석 편, 『북한의 이해』(서울: 역사비평사, 2000).", "Yi Chong-sŏk p'yŏn", "이종석 편"),
        ("선우진·제갈량 공편, 『백범의 길』, 서울: 푸른역사, 2009.", "Sŏnu Chin, Chegal Ryang kongp'yŏn", "선우진, 제갈량 공편"),
        ("브루스 커밍스, 김자동 옮김, 『한국전쟁의 기원』(서울: 일월서각, 1986).",
         "Pŭrusŭ K'ŏmingsŭ ; Kim Cha-dong omgim", "브루스 커밍스 ; 김자동 옮김"),
        ("홍길동 외, 『북한의 경제』(서울: 창비, 2009).", "Hong Kil-tong [and others]", "홍길동 [and others]"),
        ("Hazel Smith, ed., North Korea (Tokyo: UN University Press, 1999).", "Hazel Smith, ed.", ""),
        ("Andrei Lankov, North Korea (Oxford: Oxford University Press, 2013).", "Andrei Lankov", ""),
    ],
)  # fmt: skip
def test_a_statement_of_responsibility_has_the_words_for_roles_that_are_printed(
    note: str, latin: str, printed: str
) -> None:
    (made,) = to_marc(jt.parse(note), entered=DAY)
    assert subfield(made, "245", "c") == latin
    assert linked(made, "245", "c") == printed


def test_an_editor_without_a_word_for_the_role_is_in_the_added_entry_alone() -> None:
    (made,) = to_marc(Citation(type="book", title="북한의 이해", editors=("이종석",)), entered=DAY)
    assert "c" not in made["245"]
    assert (subfield(made, "700", "a"), subfield(made, "700", "e")) == ("Yi, Chong-sŏk", "editor")


@pytest.mark.parametrize(
    ("name", "entry", "indicator"),
    [
        ("선우진", "Sŏnu, Chin", "1"),
        ("남궁영", "Namgung, Yŏng", "1"),
        ("리기성", "Yi, Ki-sŏng", "1"),
        ("브루스 커밍스", "Pŭrusŭ K'ŏmingsŭ", "0"),
    ],
)
def test_a_person_is_entered_as_ala_lc_enters_him(name: str, entry: str, indicator: str) -> None:
    (made,) = to_marc(Citation(type="book", title="북한의 이해", authors=(name,)), entered=DAY)
    assert (subfield(made, "100", "a"), made["100"].indicators.first) == (entry, indicator)
    assert entry == jt.heading(name)


@pytest.mark.parametrize(
    ("note", "latin", "printed"),
    [
        ("최고인민회의 상임위원회 정령 제366호 주체98(2009)년 10월 22일",
         "[Ch'oego Inmin Hoeŭi Sangim Wiwŏnhoe chŏngnyŏng che 366-ho]", "[최고인민회의 상임위원회 정령 제366호]"),
        ("헌법재판소 1991. 5. 13. 선고 89헌가97 결정", None, "[헌법재판소 89헌가97 결정]"),
    ],
)  # fmt: skip
def test_a_law_without_a_title_gets_one_as_such_laws_are_cited(note: str, latin: str | None, printed: str) -> None:
    (made,) = to_marc(jt.parse(note), entered=DAY)
    assert linked(made, "245", "a") == printed
    assert latin is None or subfield(made, "245", "a") == latin
    assert not regex.search(r"\p{Hangul}", subfield(made, "245", "a"))
    assert made["008"].data[28] == "f"


def test_a_thesis_names_its_school_and_a_newspaper_its_pages() -> None:
    (thesis,) = to_marc(jt.parse("홍길동, 「북한 시장의 형성」, 서울대학교 박사학위논문, 2010."), entered=DAY)
    assert (subfield(thesis, "710", "a"), subfield(thesis, "710", "e")) == (
        "Sŏul Taehakkyo", "degree granting institution"
    )  # fmt: skip
    (article,) = to_marc(jt.parse("김영남, “올해의 과업,” 로동신문, 2015년 1월 1일, 2면."), entered=DAY)
    assert linked(article, "773", "g") == "2015년 1월 1일, 2면"
    (broadcast,) = to_marc(jt.parse("조선중앙TV, 2015년 1월 1일 20시 보도"), entered=DAY)
    assert subfield(broadcast, "773", "7") == "nngs"


@given(citations(hostile=True))
def test_whatever_is_cited_the_record_is_what_marc_21_allows(record: Citation) -> None:
    for made in to_marc(record, romanizer=fake, entered=DAY):
        assert list(wrong(made)) == []


def test_the_records_of_three_hundred_works_are_what_marc_21_allows() -> None:
    made = to_marc(works(), entered=DAY)
    assert len(made) >= 300
    assert [(number, found) for number, record in enumerate(made) for found in wrong(record)] == []
    assert [found for record in made for found in punctuated(record)] == []


def test_the_rules_refuse_what_they_should() -> None:
    (made,) = to_marc(ARTICLE, romanizer=fake, entered=DAY)
    made.add_field(pymarc.Field("245", pymarc.Indicators("3", "x"), [pymarc.Subfield("h", "text /")]))
    found = " ".join(wrong(made))
    for words in ("2 × 245", "indicators", "245 $h"):
        assert words in found


@pytest.mark.parametrize(
    ("title", "latin", "korean"),
    [
        ("북한의 시장화: 제도와 현실", ("Pukhan", "chetŏ"), ("북한의 시장화", "제도와 현실")),
        ("비율 3:1의 문제", ("Piyul 3:1", ""), ("비율 3:1의 문제", "")),
        ("제목: ", ("Chemŏk:", ""), ("제목:", "")),
    ],
)
def test_a_subtitle_is_divided_off_at_the_colon_in_both_scripts(
    title: str, latin: tuple[str, str], korean: tuple[str, str]
) -> None:
    (made,) = to_marc(Citation(type="book", title=title), romanizer=fake, entered=DAY)
    for code, part, wanted in zip("ab", latin, korean, strict=True):
        assert subfield(made, "245", code).startswith(part)
        assert bool(subfield(made, "245", code)) == bool(part)
        assert linked(made, "245", code) == wanted


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("평양", "kn "),
        ("서울", "ko "),
        ("London", "enk"),
        ("Washington, DC", "dcu"),
        ("도쿄", "ja "),
        ("연길", "cc "),
        ("Cambridge", "ko "),
    ],
)
def test_the_country_is_that_of_the_place(place: str, code: str) -> None:
    (made,) = to_marc(Citation(type="book", title="제목", place=place), romanizer=fake, entered=DAY)
    assert made["008"].data[15:18] == code


def test_a_year_of_the_juche_era_alone_is_reckoned_in_008_and_not_elsewhere() -> None:
    (made,) = to_marc(Citation(type="book", title="제목", juche_year=88), romanizer=fake, entered=DAY)
    assert made["008"].data[6:11] == "s1999"
    assert linked(made, "264", "c") == "주체88"


@pytest.mark.parametrize(
    ("record", "coded"),
    [
        (Citation(type="broadcast", title="보도", container_title="조선중앙텔레비죤"), "g"),
        (Citation(type="broadcast", title="보도", container_title="조선중앙방송"), "i"),
        (Citation(type="dataset", title="통계"), "m"),
        (Citation(type="speech", title="연설"), "a"),
    ],
)
def test_leader_06_is_the_type_of_record(record: Citation, coded: str) -> None:
    (made,) = to_marc(record, romanizer=fake, entered=DAY)
    assert made.leader[6] == coded


def test_an_invalid_isbn_is_called_so() -> None:
    (made,) = to_marc(Citation(type="book", title="제목", isbn="978-89-364-7000-0"), romanizer=fake, entered=DAY)
    assert (subfield(made, "020", "a"), subfield(made, "020", "z")) == ("", "9788936470000")


def test_brackets_that_quote_are_quotation_marks_in_ala_lc() -> None:
    (made,) = to_marc(Citation(type="book", title="《시와 해방》동인 시집·소설"), romanizer=fake, entered=DAY)
    assert subfield(made, "245", "a") == '"siwa haepang" tŏngin sichip, sŏsŏl'
    assert linked(made, "245", "a") == "《시와 해방》동인 시집·소설"


def test_a_law_without_title_gets_one_in_brackets() -> None:
    law = Citation(
        type="legislation",
        authority="최고인민회의 상임위원회",
        genre="정령",
        number="366",
        year=2009,
        juche_year=98,
        month=10,
        day=19,
        event="수정보충",
    )
    (made,) = to_marc(law, romanizer=fake, entered=DAY)
    assert linked(made, "110", "a") == "최고인민회의 상임위원회"
    assert linked(made, "245", "a") == "[최고인민회의 상임위원회 정령 제366호]"
    assert subfield(made, "245", "a")[0] == "["
    assert subfield(made, "245", "a").endswith("366hŏ]")


def test_a_web_page_in_english() -> None:
    page = Citation(
        type="webpage",
        authors=("Robert Carlin", "Rachel Minyoung Lee"),
        title="A Turn at the Plenum",
        container_title="38 North",
        year=2023,
        month=1,
        day=5,
        url="https://www.38north.org/2023/01/x/",
        accessed="2023-02-01",
    )
    (made,) = to_marc(page, romanizer=fake, entered=DAY)
    assert made["008"].data[35:38] == "eng"
    assert made["245"].indicators.second == "2"
    assert subfield(made, "773", "7") == "nnai"
    assert (subfield(made, "856", "u"), subfield(made, "856", "z")) == (page.url, "Accessed 2023-02-01")
    assert not made.get_fields("880", "066", "546")


def test_a_host_printed_in_latin_is_supplied_in_korean_and_said_to_be() -> None:
    record = Citation(type="article-journal", title="제목", container_title="Kyo’ngje Yo’ngu", issue="4", year=2013)
    (made,) = to_marc(record, romanizer=fake, entered=DAY)
    assert subfield(made, "773", "t") == "Kyŏngche yŏnku"
    assert linked(made, "773", "t") == "경제연구"
    assert any(field["a"].endswith("its form as cited: Kyo’ngje Yo’ngu") for field in made.get_fields("500"))


def test_a_translated_name_of_a_host_is_left_as_printed() -> None:
    record = Citation(type="article-journal", title="제목", container_title="Economic Research", year=2013)
    (made,) = to_marc(record, romanizer=fake, entered=DAY)
    assert subfield(made, "773", "t") == "Economic Research"
    assert linked(made, "773", "t") == ""


def test_a_day_of_publication_stands_in_full_in_both_scripts_or_once() -> None:
    law = Citation(type="legislation", title="기업소법", year=2014, month=11, day=5, juche_year=103)
    (made,) = to_marc(law, romanizer=fake, entered=DAY)
    assert subfield(made, "264", "c") == "November 5, 2014"
    assert linked(made, "264", "c") == "주체103(2014)년 11월 5일"
    page = Citation(type="webpage", title="경제성장률", year=2020, month=7, day=31, url="https://a.kr/")
    (made,) = to_marc(page, romanizer=fake, entered=DAY)
    assert subfield(made, "264", "c") == "July 31, 2020"
    assert linked(made, "264", "c") == ""


@pytest.mark.parametrize(
    ("title", "code"),
    [("Kyŏt esŏ pon Kim Chŏng-il", "kor"), ("Kyo\u0306ngje", "kor"), ("Ŭisa", "und"), ("Esperanta ĵurnalo ŭ", "und")],
)
def test_romanized_korean_is_korean_by_its_letter(title: str, code: str) -> None:
    (made,) = to_marc(Citation(type="book", title=title), romanizer=fake, entered=DAY)
    assert made["008"].data[35:38] == code


def test_agency_and_distinct() -> None:
    ibid = Citation(form="ibid", source=ARTICLE, resolves_to=1)
    made = to_marc([ARTICLE, ibid], romanizer=fake, entered=DAY, agency="DLC", distinct=True)
    assert [field.subfields for record in made for field in record.get_fields("040")] == [
        [("a", "DLC"), ("b", "eng"), ("e", "rda"), ("c", "DLC")]
    ]


@pytest.mark.parametrize("write", [to_marc, to_mrc, to_mrk, to_marcxml])
def test_a_field_too_long_for_marc_is_refused_by_record_and_tag(write: Callable[..., object]) -> None:
    long = Citation(title="가" * 4000)
    with pytest.raises(InputError, match=r"Record 2: field 245 has 12\d\d\d bytes"):
        write([ARTICLE, long], romanizer=lambda text, *_: text, entered=DAY)
    errors: list[InputError] = []
    write([ARTICLE, long, ARTICLE], romanizer=lambda text, *_: text, entered=DAY, on_error=errors.append)
    assert len(errors) == 1


def test_a_long_cited_string_is_cut_and_shows_it() -> None:
    (made,) = to_marc(Citation(title="x", text="y" * 100_000), entered=DAY)
    (note,) = made.get_fields("500")
    assert note["a"] == "Cited as: " + "y" * 2000 + "…"


def test_a_record_too_long_for_marc_is_refused() -> None:
    record = Citation(title="x", authors=tuple(f"{number:04d} " + "z" * 900 for number in range(120)))
    with pytest.raises(InputError, match="Record 1: "):
        to_marc(record, entered=DAY)


def test_mrc_files_are_read_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "notes.mrc"
    path.write_bytes(to_mrc([ARTICLE] * 3, romanizer=fake, entered=DAY))
    with path.open("rb") as file:
        assert [record.title for record in pymarc.MARCReader(file)] == ["Silriwa muyŏk"] * 3


def test_a_citation_with_no_content_makes_no_record() -> None:
    assert to_marc([Citation(form="ibid"), Citation()]) == []
    assert to_mrc([]) == b""
    assert to_mrk([]) == ""
    assert read_xml(to_marcxml([])) == []


BOOK = Citation(
    type="book", authors=("홍민", "Robert Carlin"), title="북한의 시장화: 제도와 현실", publisher="한울", place="파주", year=2015,
    collection_title="북한학총서 12", translators=("박영자",),
)  # fmt: skip


def test_isbd_punctuation_is_written_when_asked_and_said_in_the_leader() -> None:
    (made,) = to_marc(BOOK, romanizer=fake, entered=DAY, isbd=True)
    assert made.leader[18] == "i"
    lines = [f"{tag} " + "".join(f"${code} {value}" for code, value in pairs) for tag, _, pairs in contents(made)]
    for line in (
        "100 $6 880-01$a Hŏng, Min,$e author.",
        "264 $6 880-03$a Pachu :$b Hanul,$c 2015.",
        "490 $6 880-04$a Pukhanhakchŏngsŏ ;$v 12",
        "700 $a Carlin, Robert,$e author.",
        "655 $a book$2 local",
        "880 $6 100-01/$1$a 홍민,$e author.",
        "880 $6 245-02/$1$a 북한의 시장화 :$b 제도와 현실 /$c 홍민, Robert Carlin.",
        "880 $6 264-03/$1$a 파주 :$b 한울,$c 2015.",
        "880 $6 490-04/$1$a 북한학총서 ;$v 12",
    ):
        assert line in lines


@given(citations())
def test_isbd_adds_punctuation_at_ends_and_nothing_else(record: Citation) -> None:
    plain = to_marc(record, romanizer=fake, entered=DAY)
    marked = to_marc(record, romanizer=fake, entered=DAY, isbd=True)
    for one, other in zip(plain, marked, strict=True):
        for (tag, indicators, pairs), (_, again, written) in zip(contents(one), contents(other), strict=True):
            assert indicators == again
            for (code, value), (same, text) in zip(pairs, written, strict=True):
                assert code == same
                assert text.startswith(value), tag
                assert text[len(value) :] in ("", ".", ",", " :", " /", " ;")


def test_a_question_mark_takes_no_full_stop_and_a_slash_stands_behind_it() -> None:
    (made,) = to_marc(
        Citation(type="book", title="What Is To Be Done?", authors=("Robert Carlin",)), entered=DAY, isbd=True
    )
    assert subfield(made, "245", "a") == "What Is To Be Done? /"
    (made,) = to_marc(Citation(type="book", title="What Is To Be Done?"), entered=DAY, isbd=True)
    assert subfield(made, "245", "a") == "What Is To Be Done?"
