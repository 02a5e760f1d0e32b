"""Nothing of a note is lost in silence: what no field takes is a problem of its record, or listed as not understood."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from juche_toolkit.citation import Citation, parse, parse_note
from juche_toolkit.citation import parser as parser_module
from juche_toolkit.export import STYLES, NoteStyle, to_note
from tests.citation.coverage import lost
from tests.export.works import works
from tests.golden.citations import rows

FAMILIES = (
    "dprk",
    "rok",
    "lists",
    "enmr",
    "legal",
    "web",
    "damaged",
    "second",
    "third",
    "fresh",
    "fourth",
    "seoul",
    "north",
    "korea",
    "editions",
    "bibliographies",
    "english",
    "pyongyang",
    "printed",
    "courses",
    "technical",
)
TEXTS = tuple(row["text"] for family in FAMILIES for row in rows(family))


@pytest.mark.parametrize("family", FAMILIES)
def test_every_word_of_the_golden_citations_is_accounted_for(family: str) -> None:
    found = {row["text"]: lost(parse_note(row["text"])) for row in rows(family)}
    assert {text: words for text, words in found.items() if words} == {}


@pytest.mark.parametrize("style", STYLES)
def test_every_word_of_a_note_that_we_write_is_accounted_for_and_understood(style: NoteStyle) -> None:
    @settings(max_examples=300, suppress_health_check=list(HealthCheck))
    @given(works())
    def check(work: Citation) -> None:
        note = parse_note(to_note(work, style).rstrip("\n"))
        assert not lost(note)
        assert not note.unparsed

    check()


def test_the_check_sees_what_the_audit_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the audit there are words that nothing accounts for: the check can fail."""
    monkeypatch.setattr(parser_module, "audit", lambda *_: None)
    monkeypatch.setattr(parser_module, "_read_again", parser_module._read_once)  # which remembers short notes
    assert sum(bool(lost(parse_note(text))) for text in TEXTS) > 50


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("김근식, 「북한 체제의 변화」, 서울대학교 정치학과 박사학위논문, 1999, 33쪽.",
         "The graduate school, department or field of a thesis has no field: 정치학과"),
        ("『태백산맥』 전10권, 조정래, 해냄, 2007", "The number of volumes has no field: 전10권"),
        ("Lee Suk (이석), “The DPRK Famine of 1994–2000,” Studies Series 05-06 (Seoul: KINU, 2005).",
         "This name is printed in a second form, and the first stands: 이석"),
        ("김일성, 「주체를 확립할데 대하여」(1955. 12. 28), 『김일성저작집 9』(평양: 조선로동당출판사, 1980), 467-495쪽.",
         "A further date, or the end of a range of dates, has no field: 1955. 12. 28"),
        ("Kim Yong-sŏp, *Chosŏn hugi nongŏpsa yŏn'gu* (Seoul: Ilchogak, 1970–71), 40.", "The end of a range has no field: 71"),
        ("헌재 2000. 7. 20. 98헌바63, 판례집 12-2, 52", "Where the judgment is printed has no field: 판례집 12-2, 52"),
        ("서울고법 2003. 11. 13. 선고 2003노1234 판결(확정).", "What became of the judgment has no field: 확정"),
        ("《경제학》(대학용), 고등교육도서출판사, 1990년, 12페지", "Whom the book is for has no field: 대학용"),
        ("Bruce Cumings, The Origins of the Korean War, Vol. 1: Liberation (Princeton: Princeton University Press, 1981), 3.",
         "The title of the volume has no field: Liberation"),
        ("황정은 소설집, 『파씨의 입문』, 창비, 2012.", "The kind of book has no field: 소설집"),
        ("【평양 3월 26일발 조선중앙통신】 《외무성 대변인대답》, 2015년 3월 26일.", "The place of a dateline has no field: 평양"),
    ],
)  # fmt: skip
def test_what_is_known_but_has_no_field_is_a_problem_of_its_record(text: str, sentence: str) -> None:
    work = parse(text)
    (problem,) = (problem for problem in work.problems if problem.message == sentence)
    assert problem.span is not None
    assert problem.span.of(text) == sentence.partition(": ")[2]
    assert work.confidence < 1


def test_what_no_field_takes_is_listed_and_lowers_the_confidence() -> None:
    text = "이종석, 『조선로동당연구』, 역사비평사, 1995, 210쪽"
    spoilt = text.replace("1995, ", "1995, (바로크식 72) ")
    note = parse_note(spoilt)
    assert [(left.text, left.reason) for left in note.unparsed] == [("바로크식 72", "a remark in brackets")]
    assert not lost(note)
    assert note.citations[0].confidence < parse(text).confidence
