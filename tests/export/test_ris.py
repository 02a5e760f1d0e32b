from __future__ import annotations

from typing import Any

import pytest
import rispy
from hypothesis import given, settings
from hypothesis import strategies as st

from juche_toolkit.citation.model import Citation
from juche_toolkit.export import to_ris

from . import expect
from .fake import fake
from .strategies import KOREAN_NAMES, citations

TEXTS = {
    "volume": "volume", "issue": "number", "number": "note", "section": "section", "genre": "type_of_work",
    "doi": "doi", "isbn": "issn", "translated_title": "translated_title",
}  # fmt: skip


def read(text: str) -> list[dict[str, Any]]:
    """The records as rispy reads them; a URL may hold a semicolon, which rispy would cut at."""
    return list(rispy.loads(text.encode("utf-8").decode("utf-8"), delimiter_tags_mapping={}))


@settings(max_examples=100)  # several records each
@given(st.lists(citations(hostile=True), max_size=3))
def test_every_work_is_one_record(records: list[Citation]) -> None:
    text = to_ris(records, romanizer=fake)
    assert len(read(text)) == sum(map(expect.exported, records))
    for line in text.splitlines():
        assert line == "" or (line[2:6] == "  - " and line[:2].isalnum() and line[0].isupper())
    assert text.count("TY  - ") >= text.count("\nER  - \n") == len(read(text))


@given(citations(hostile=True))
def test_ris_holds_each_field_of_the_record(record: Citation) -> None:
    for item in read(to_ris(record, romanizer=fake)):
        latin, korean = expect.title(record)
        assert item.get("title", "") == latin
        notes = item.get("notes", [])
        if korean:
            assert f"Title in Korean: {korean}" in notes
        for name, key in TEXTS.items():
            assert item.get(key, "") == expect.shown(getattr(record, name)), name
        for name, key in (
            ("publisher", "publisher"),
            ("place", "place_published"),
            ("collection_title", "tertiary_title"),
            ("edition", "edition"),
        ):
            assert item.get(key, "") == expect.latin(record, name), name
        container = expect.latin(record, "container_title")
        if container or record.type != "paper-conference":
            assert item.get("secondary_title", "") == container
        url = expect.shown(record.url)
        assert item.get("urls", []) == ([url] if url else [])
        assert item.get("year", "") == ("" if record.year is None else str(record.year))
        for name, label in (("whole_number", "Whole number"), ("locator", "Locator"), ("session", "Session")):
            if text := expect.shown(getattr(record, name)):
                assert f"{label}: {text}" in notes
        for role, key in (
            ("authors", "authors"),
            ("editors", "secondary_authors"),
            ("translators", "subsidiary_authors"),
        ):
            assert len(item.get(key, [])) == len(expect.people(record, role))


@given(citations())
def test_ris_holds_dates_and_pages(record: Citation) -> None:
    for item in read(to_ris(record, romanizer=fake)):
        pages = "-".join(part for part in (item.get("start_page"), item.get("end_page")) if part)
        assert pages == (record.pages or "")
        if record.year is not None and (record.month or record.season):
            parts = [f"{record.year:04d}", *(f"{part:02d}" if part else "" for part in (record.month, record.day))]
            assert item["date"] == "/".join([*parts, record.season or ""])


@given(citations())
def test_a_korean_name_has_its_family_name_before_the_comma(record: Citation) -> None:
    for item in read(to_ris(record, romanizer=fake)):
        for printed, name in zip(record.authors, item.get("authors", []), strict=True):
            if printed in KOREAN_NAMES:
                assert name == fake(printed, "38north", "name").replace(" ", ", ", 1)
                assert f"Author in Korean: {printed}" in item["notes"]
            if printed == "Robert Carlin":
                assert name == "Carlin, Robert"


@pytest.mark.parametrize(
    ("kind", "tag"),
    [
        ("article-journal", "JOUR"),
        ("article-newspaper", "NEWS"),
        ("article-magazine", "MGZN"),
        ("book", "BOOK"),
        ("chapter", "CHAP"),
        ("thesis", "THES"),
        ("report", "RPRT"),
        ("paper-conference", "CPAPER"),
        ("webpage", "ELEC"),
        ("speech", "GEN"),
        ("legislation", "STAT"),
        ("legal_case", "CASE"),
        ("dataset", "DATA"),
        (None, "GEN"),
    ],
)
def test_types_are_those_of_the_format(kind: str | None, tag: str) -> None:
    assert to_ris(Citation(type=kind, title="x")).startswith(f"TY  - {tag}\n")


def test_a_record_as_it_is_written() -> None:
    record = Citation(
        type="article-newspaper",
        authors=("최영옥",),
        title="실리와 무역",
        container_title="로동신문",
        year=2015,
        juche_year=104,
        month=1,
        day=1,
    )
    assert to_ris(record, romanizer=fake) == (
        "TY  - NEWS\nID  - choe2015silriwa\nAU  - Choe, Yong-ok\nTI  - Silriwa muyok\nT2  - Rotongsinmun\nPY  - 2015\n"
        "DA  - 2015/01/01/\nLA  - ko\nN1  - Title in Korean: 실리와 무역\nN1  - Container in Korean: 로동신문\n"
        "N1  - Author in Korean: 최영옥\nN1  - Juche year: 104\n"
        "N1  - Romanization (38north) generated: authors, title, container_title\nER  - \n"
    )
