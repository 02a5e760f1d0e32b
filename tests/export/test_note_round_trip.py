"""What a style prints of a record, parsing reads from the note again: nothing is lost, nothing is added."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import regex
from hypothesis import HealthCheck, given, settings

from juche_toolkit.citation import Citation, parse_note
from juche_toolkit.citation.model import LIST_FIELDS
from juche_toolkit.export import STYLES, NoteStyle, printed_record, to_note
from juche_toolkit.export.note_fields import FIELDS, NOTE_KINDS
from tests.golden.citations import rows
from tests.tables import ROOT

from .wide_works import KINDS, wide_works
from .works import TYPES, works

FAMILIES = (
    *("dprk", "rok", "lists", "enmr", "legal", "web", "damaged", "second", "third", "editions"),
    *(
        "fourth",
        "fresh",
        "north",
        "seoul",
        "printed",
        "english",
        "korea",
        "pyongyang",
        "bibliographies",
        "courses",
        "technical",
    ),
)
NO_WORK = ("place", "publisher", "year")
"""A place, a publisher and a year name no work, so no note of them is read as one."""


def told(record: Citation, style: NoteStyle) -> bool:
    """Whether the form of the note tells the type: not of a report that has no word for its kind, in 《 》."""
    return style != "dprk" or record.type != "report" or record.genre is not None


def lost(record: Citation, style: NoteStyle) -> dict[str, tuple[Any, Any]]:
    """The fields that come back otherwise than printed: what was printed, what was read."""
    note = parse_note(to_note(record, style, resolved=False).rstrip("\n"))
    if len(note.citations) != 1 or note.unparsed:
        return {"note": (to_note(record, style, resolved=False), note.unparsed or len(note.citations))}
    wanted, found = printed_record(record, style).to_dict(), note.citations[0].to_dict()
    if "year" not in note.citations[0].spans:  # made from the Juche year
        found.pop("year", None)
    names = {*wanted, *found} - {"resolves_to"}
    return {name: (wanted.get(name), found.get(name)) for name in names if wanted.get(name) != found.get(name)}


@pytest.mark.parametrize("style", STYLES)
def test_rendering_and_parsing_a_thousand_works_loses_nothing_that_the_style_prints(style: NoteStyle) -> None:
    seen: list[str | None] = []

    @settings(max_examples=1000, suppress_health_check=list(HealthCheck))
    @given(works())
    def check(work: Citation) -> None:
        seen.append(work.type)
        differs = lost(work, style)
        if not told(work, style):
            differs.pop("type", None)
        assert not differs, to_note(work, style)

    check()
    assert len(seen) >= 1000
    assert set(seen) == set(TYPES)


@pytest.mark.parametrize("style", STYLES)
def test_a_thousand_works_of_every_kind_come_back_from_their_notes(style: NoteStyle) -> None:
    """What a style doesn't print, `printed_record` says: no field is left out of the comparison but the type, which shows
    in the form alone.
    """
    seen, failures = set(), {}
    for kind, work in wide_works(1000, seed=1912):
        seen.add(kind)
        differs = lost(work, style)
        differs.pop("type", None)
        if differs:
            failures[to_note(work, style)] = differs
    assert not failures
    assert seen == set(KINDS)


@pytest.mark.parametrize("style", STYLES)
def test_a_note_without_its_last_part_is_found_out(style: NoteStyle, monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison sees what is lost: notes cut at their last comma or space never give their records again."""

    whole = to_note

    def cut(record: Citation, style: str, **options: bool) -> str:
        return whole(record, style, **options).rstrip(".)\n").rpartition(" ")[0]

    monkeypatch.setattr(f"{__name__}.to_note", cut, raising=True)
    found = [bool(lost(work, style)) for _, work in wide_works(len(KINDS) * 4, seed=1912)]
    assert sum(found) == len(found)


def differs(record: Citation, style: NoteStyle) -> dict[str, tuple[Any, Any]]:
    """What comes back otherwise, but for a type, which is not printed: a bare title and a year can be a book or a report."""
    return {name: values for name, values in lost(record, style).items() if name != "type"}


OTHERWISE = {
    "a name alone, of a serial, a meeting or what kind of report it is, reads as no work or as a title": (
        *("korea-cv-031", "korea-cv-032", "korea-cv-033", "korea-list-001", "korea-list-002", "korea-list-003"),
        *("korea-list-004", "korea-list-005", "korea-list-006", "korea-list-016", "korea-list-024"),
        *("korea-list-030", "korea-list-033", "korea-list-045"),
    ),
    "a report without author, title and year has but a number": (
        *("korea-cv-043", "korea-list-013", "korea-list-014", "korea-list-075"),
    ),
    "a serial's season or month without a year": ("korea-list-008", "korea-list-009", "korea-list-010"),
    "a book with one number, its series' or its own, looks like an article": (
        *(
            "korea-075",
            "korea-080",
            "korea-085",
            "korea-108",
            "pyongyang-339",
            "bibliographies-185",
            "bibliographies-72",
        ),
        "pyongyang-090",
    ),
    "the word for what was read or said stands before the serial's name": (
        *("korea-cv-029", "korea-cv-044", "english-093", "pyongyang-158"),
    ),
    "names that hold commas or the word for a rank": ("korea-cv-035", "english-217", "bibliographies-01"),
    "without italics the title can't be told from what stands beside it": (
        "english-020",
        "bibliographies-57",
        "korea-act-006",
    ),
    "a body or session before a law's title in 《 》": ("english-077", "pyongyang-323"),
    "an entry of a dictionary without s.v.": ("english-191",),
    "chapters counted like pages": ("courses-027",),
}
"""Golden records whose note reads otherwise in one style or more, by the reason; a test holds them to it."""
_OTHERWISE = frozenset(name for names in OTHERWISE.values() for name in names)


def golden() -> Iterator[tuple[str, Citation]]:
    for family in FAMILIES:
        for row in rows(family):
            for gold in row["gold"]:
                record = {name: tuple(value) if name in LIST_FIELDS else value for name, value in gold.items()}
                yield row["id"], Citation(**record)


GOLDEN = [pytest.param(record, id=name) for name, record in golden() if name not in _OTHERWISE]


def test_what_reads_otherwise_does_so_still() -> None:
    again = {
        name
        for name, record in golden()
        if name in _OTHERWISE and all(differs(record, style) == {} for style in STYLES)
    }
    assert again == set()


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("record", GOLDEN)
def test_golden_records_come_back_from_their_notes(record: Citation, style: NoteStyle) -> None:
    if set(record.to_dict()) - {"form", "type"} <= set(NO_WORK):
        return
    assert not differs(record, style), to_note(record, style)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "record",
    [
        Citation(form="ibid"),
        Citation(form="ibid", pages="7-9"),
        Citation(form="op-cit", authors=("이종석",), pages="78"),
        Citation(form="op-cit", authors=("Robert Carlin",), title="The Economy", pages="7"),
        Citation(form="short", authors=("Park", "Gatrall"), year=2010, pages="151"),
        Citation(form="short", authors=("김영희",), year=2015),
    ],
)
def test_back_references_come_back_as_what_they_were(record: Citation, style: NoteStyle) -> None:
    assert not lost(record, style), to_note(record, style, resolved=False)


def test_the_page_on_notes_lists_the_fields_that_the_styles_print() -> None:
    text = (ROOT / "docs/citations/notes.md").read_text(encoding="utf-8")
    cells = [line.split("|")[2] for line in text.splitlines() if line.startswith("| ") and "`pages`" in line]
    listed = [frozenset(regex.findall(r"`(\w+)`", cell)) for cell in cells]
    common = [frozenset.intersection(*(FIELDS[style][kind] for style in STYLES)) - {"lead_in"} for kind in NOTE_KINDS]
    assert listed == common
    for style, more in (("38north", set()), ("chicago", {"accessed"}), ("dprk", {"accessed", "juche_year"})):
        kinds = zip(NOTE_KINDS, common, strict=True)
        assert {name for kind, least in kinds for name in FIELDS[style][kind] - least - {"lead_in"}} == more  # type: ignore[index]
