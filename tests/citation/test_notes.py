"""Notes as people have them: printed numbers, blocks, prose, several works, and what isn't understood."""

from __future__ import annotations

import unicodedata

import pytest

from juche_toolkit.citation import parse, parse_note, parse_notes
from juche_toolkit.citation.words import value_of, words
from juche_toolkit.errors import CitationError, InputError, JucheToolkitError

HWANG = "황한욱, “주체적립장은 대외경제발전의 주요담보,” Kyo’ngje Yo’ngu 2, (2014)."
CHOE = "최영옥, “실리를 보장할수 있도록 대외무역전략을 세우는데서 나서는 중요한 문제,” Kyo’ngje Yo’ngu 4, (2013)."
PROSE = (
    "This note is about the “Tables of Trade, Part 2“ series, which was prepared in two parts. The first part of it is about "
    "ports; the second part dealt with roads. It uses a modified version of the McCune-Reischauer romanization."
)


@pytest.mark.parametrize(
    "text",
    [
        f"  1. [1]\n\n    {PROSE}\n\n  2. [2]\n\n    {HWANG}\n",
        f"[1] {PROSE}\n[2] {HWANG}",
        f"1. {PROSE}\n2. {HWANG}",
        f"1) {PROSE}\n2) {HWANG}",
        f"① {PROSE}\n② {HWANG}",
        f"¹ {PROSE}\n² {HWANG}",
        f"1\n{PROSE}\n\n2\n{HWANG}",
        f"\ufeff1. {PROSE}\r\n2. {HWANG}\r\n",
        f"Notes\n1. {PROSE}\n2. {HWANG}",
        f"각주 1) {PROSE}\n각주 2) {HWANG}",
    ],
)
def test_numbered_blocks(text: str) -> None:
    notes = [note for note in parse_notes(text) if note.number is not None]
    assert [note.number for note in notes] == ["1", "2"]
    assert notes[0].citations == ()
    assert notes[0].unparsed == ()
    assert notes[1].citations[0].title == "주체적립장은 대외경제발전의 주요담보"
    for note in notes:
        assert note.span is not None
        assert note.span.of(text) == note.text
        assert note.text.lstrip()[0] in "12[①②¹²각"


def test_a_multi_line_note_keeps_its_lines() -> None:
    notes = parse_notes("[1] 황한욱, “주체적립장,”\n1997. 그리고\nKyo’ngje Yo’ngu 2, (2014).\n[2] Ibid.")
    assert [note.number for note in notes] == ["1", "2"]
    assert notes[0].text.count("\n") == 2


def test_years_at_the_head_of_lines_are_no_numbers() -> None:
    notes = parse_notes("1997. 가나다\n1998. 라마바")
    assert [note.number for note in notes] == [None, None]


def test_a_bibliography_has_one_entry_a_line_or_hanging() -> None:
    hanging = "이종석. 『조선로동당연구』. 서울:\n    역사비평사, 1995.\n박찬승. 『한국근대정치사상사연구』. 서울:\n    역사비평사, 1992."
    notes = parse_notes(hanging)
    assert [note.citations[0].publisher for note in notes] == ["역사비평사", "역사비평사"]
    assert [note.citations[0].year for note in notes] == [1995, 1992]


def test_each_item_of_a_list_is_one_note() -> None:
    items = ["", "  ", f"[2] {HWANG}\n[3] Ibid.", "\n", CHOE]
    assert len(parse_notes(items)) == len(items)
    assert parse_notes(items)[2].number == "2"


def test_prose_cites_nothing_and_is_no_error() -> None:
    note = parse_note(PROSE)
    assert note.citations == ()
    assert note.unparsed == ()
    assert note.prose


@pytest.mark.parametrize(
    "text",
    [
        "저자의 번역.",
        "강조는 필자.",
        "Emphasis added.",
        "Translated by the author.",
        "북한은 1990년대에 심한 경제난을 겪었다.",
        "홍길동은 「논문 제목」에서 이 문제를 처음 다루었다.",
        "The author is grateful to the reviewers for their help.",
    ],
)
def test_sentences_that_cite_nothing(text: str) -> None:
    note = parse_note(text)
    assert note.citations == ()
    assert note.unparsed == ()


@pytest.mark.parametrize("text", ["「」 2010 123", "제3권 45쪽 12면 !! 2010, 34, 56", "abc 2010 pp. 12 def 99 xyz: 3"])
def test_what_looks_like_a_citation_and_is_none_is_listed(text: str) -> None:
    note = parse_note(text)
    assert note.unparsed
    assert all(left.reason and left.span.of(text) == left.text for left in note.unparsed)


def test_lead_ins() -> None:
    note = parse_note(f"For more, see {HWANG}")
    assert note.citations[0].lead_in == "For more, see"
    note = parse_note("자세한 것은 이종석, 『조선로동당연구』(서울: 역사비평사, 1995), 210쪽 참조.")
    assert note.citations[0].lead_in == "자세한 것은"
    note = parse_note("서동만, 『북조선사회주의체제성립사』(서울: 선인, 2005), 50쪽에서 재인용.")
    assert note.citations[0].lead_in == "에서 재인용"


def test_several_works() -> None:
    note = parse_note(
        f"{HWANG[:-1]}; {CHOE[:-1]}. See also Suzy Kim, *Everyday Life* (Ithaca: Cornell University Press, 2013)."
    )
    assert [citation.year for citation in note.citations] == [2014, 2013, 2013]
    assert note.citations[2].lead_in == "See also"


def test_prose_round_a_work() -> None:
    text = (
        "The works are widely read and they were translated soon (The Complete Works of Kim Jong Il, Volume 4, p. 199)."
    )
    note = parse_note(text)
    assert [citation.to_dict() for citation in note.citations] == [
        {"form": "full", "type": "book", "title": "The Complete Works of Kim Jong Il", "volume": "4", "pages": "199"}
    ]


def test_parse_wants_exactly_one_work() -> None:
    assert parse(HWANG).issue == "2"
    for text in ("", PROSE, f"{HWANG[:-1]}; {CHOE}", "「」 2010 123"):
        with pytest.raises(CitationError):
            parse(text)


def test_a_note_is_a_string() -> None:
    with pytest.raises(InputError):
        parse_note(12)  # type: ignore[arg-type]
    with pytest.raises(JucheToolkitError):
        parse_notes([None])  # type: ignore[list-item]


def test_the_bare_number_follows_the_authority() -> None:
    assert parse("황한욱, “주체적립장,” Kyo’ngje Yo’ngu 2, (2014).").issue == "2"
    assert parse("황한욱, “주체적립장,” Kyongje Yongu 2, (2014).").issue == "2"
    assert parse("황한욱, “주체적립장,” Kyŏngje yŏn'gu 2, (2014).").issue == "2"
    assert parse("황한욱, “주체적립장,” 경제연구 2, (2014).").issue == "2"


def test_juche_years() -> None:
    both = parse("경제연구 주체102(2013)년 제4호")
    assert (both.year, both.juche_year, both.problems) == (2013, 102, ())
    wrong = parse("경제연구 주체102(2014)년 제4호")
    assert (wrong.year, wrong.juche_year) == (2014, 102)
    assert wrong.problems[0].span is not None
    assert "2013" in wrong.problems[0].message
    assert wrong.confidence < 1
    alone = parse("경제연구 주체102년 제4호")
    assert alone.year == 2013
    assert "year" not in alone.spans
    assert parse("Rodong Sinmun, January 1, Juche 104 (2015).").year == 2015


def test_names_are_split_only_when_certain() -> None:
    names = parse("남궁영·선우휘·김정은·을지문덕, 『책의 역사』(서울: 한길사, 1999).").names["authors"]
    assert [(name.family, name.given) for name in names] == [("남궁", "영"), (None, None), ("김", "정은"), (None, None)]
    latin = parse(
        "Robert Carlin and Kim Mu-rim and Chong-Sik Lee, *A Book* (Oxford: Oxford University Press, 2013)."
    ).names["authors"]
    assert [name.family for name in latin] == ["Carlin", "Kim", "Lee"]


def test_spans_are_into_the_text_as_given() -> None:
    text = unicodedata.normalize("NFD", HWANG)
    citation = parse(text)
    assert citation.title == "주체적립장은 대외경제발전의 주요담보"
    span = citation.spans["title"]
    assert unicodedata.normalize("NFC", text[span[0] : span[1]]) == citation.title  # type: ignore[misc]


def test_a_block_of_twenty_thousand_notes_is_read_whole() -> None:
    notes = parse_notes("\n".join(f"[{number}] {HWANG if number % 4 == 1 else 'Ibid.'}" for number in range(1, 20_001)))
    assert len(notes) == 20_000
    assert notes[-1].number == "20000"
    assert notes[-1].citations[0].resolves_to == 19_997


@pytest.mark.parametrize("kind", ["role", "role_before"])
def test_words_for_roles_are_known_with_and_without_their_spaces(kind: str) -> None:
    for form, role in words(kind).items():
        assert value_of(kind, form.upper()) == role
        if " " in form:
            assert value_of(kind, form.replace(" ", "")) in set(words(kind).values())
