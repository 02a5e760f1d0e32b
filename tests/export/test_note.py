from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from juche_toolkit.citation.model import LIST_FIELDS, Citation
from juche_toolkit.errors import UnknownNameError
from juche_toolkit.export import NoteStyle, note_kind, printed_record, to_note
from juche_toolkit.tables import read_rows

from .expect import shown
from .fake import fake
from .strategies import citations

STYLES: tuple[NoteStyle, ...] = ("38north", "chicago", "dprk")
TABLE = Path(__file__).parent.parent / "golden" / "export_notes.tsv"
ARTICLE = Citation(
    type="article-journal",
    authors=("최영옥",),
    title="실리와 무역",
    container_title="Kyo’ngje Yo’ngu",
    issue="4",
    year=2013,
)


def golden() -> list[tuple[str, Citation, str]]:
    found = []
    for _, row in read_rows(TABLE.read_text(encoding="utf-8").splitlines(), name=TABLE.name):
        record = {
            name: tuple(value) if name in LIST_FIELDS else value for name, value in json.loads(row["record"]).items()
        }
        found.append((row["style"], Citation(**record), row["note"]))
    assert {style for style, _, _ in found} == set(STYLES)
    return found


@pytest.mark.parametrize(("style", "record", "note"), golden())
def test_notes_are_written_as_the_styles_print_them(style: str, record: Citation, note: str) -> None:
    assert to_note(record, style) == note + "\n"


@settings(max_examples=100)  # several records each
@given(st.lists(citations(hostile=True), max_size=4), st.sampled_from(STYLES))
def test_there_is_one_line_for_each_citation(records: list[Citation], style: str) -> None:
    text = to_note(records, style).encode("utf-8").decode("utf-8")
    assert len(text.split("\n")) == len(records) + 1
    assert len(text.splitlines()) == len(records)


@given(citations(hostile=True), st.sampled_from(STYLES))
def test_a_note_shows_every_part_that_its_style_prints(record: Citation, style: NoteStyle) -> None:
    if not any(shown(text) for text in (record.title, record.container_title, record.url)):
        return
    note, printed = to_note(record, style), printed_record(record, style)
    for name in ("title", "container_title", "issue", "volume", "whole_number", "url", "locator", "translated_title"):
        assert shown(getattr(printed, name)) in note, name
    if printed.year is not None:
        assert str(record.year) in note


@given(citations())
def test_nothing_is_romanized_unless_a_scheme_is_named(record: Citation) -> None:
    assert to_note(record) == to_note(record, romanizer=fake)
    for name in record.authors if note_kind(record) not in ("law", "case", "american") else ():
        family, comma, given = name.partition(", ")
        assert (
            name in to_note(record)
            or (comma and f"{given} {family}" in to_note(record))
            or f"{family} {given}" in to_note(record)
        )


def test_a_scheme_romanizes_what_is_korean_and_keeps_the_printed_title_beside_it() -> None:
    note = to_note(ARTICLE, scheme="38north", romanizer=fake)
    assert note == "Choe Yong-ok, “Silriwa muyok” 실리와 무역, Kyo’ngje Yo’ngu 4, (2013).\n"


def test_back_references_are_written_out_or_kept() -> None:
    ibid = Citation(form="ibid", source=ARTICLE, resolves_to=1, pages="7")
    assert to_note([ARTICLE, ibid]) == (
        "최영옥, “실리와 무역,” Kyo’ngje Yo’ngu 4, (2013).\n최영옥, “실리와 무역,” Kyo’ngje Yo’ngu 4, (2013), p. 7.\n"
    )
    assert to_note(ibid, resolved=False) == "Ibid., p. 7.\n"
    assert to_note(ibid, "dprk", resolved=False) == "우와 같은 문헌, 7페지\n"


def test_a_citation_that_says_nothing_is_given_as_its_text() -> None:
    assert to_note(Citation(form="op-cit", text="앞의 책, 12쪽")) == "앞의 책, 12쪽\n"


def test_a_style_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(UnknownNameError, match="38north, chicago, dprk"):
        to_note(ARTICLE, "mla")


def test_a_trailing_lead_in_stands_behind() -> None:
    record = Citation(type="book", title="책", year=2009, lead_in="에서 재인용")
    assert to_note(record) == "『책』 (2009)에서 재인용\n"


@pytest.mark.parametrize("style", STYLES)
def test_a_name_in_hanja_stands_as_printed_where_the_work_has_no_hangul(style: NoteStyle) -> None:
    record = Citation(type="chapter", authors=("朴趾源",), title="許生傳", container_title="熱河日記")
    assert to_note(record, style).startswith("朴趾源, ")
