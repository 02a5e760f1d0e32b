"""RIS, as EndNote, Zotero, Mendeley and library systems exchange it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from juche_toolkit.citation.model import Citation
from juche_toolkit.export.common import Romanizer, clean
from juche_toolkit.export.forms import Person, View, views
from juche_toolkit.export.keys import keys

__all__ = ["to_ris"]

_TYPES = {
    "article-journal": "JOUR",
    "article-newspaper": "NEWS",
    "article-magazine": "MGZN",
    "book": "BOOK",
    "chapter": "CHAP",
    "thesis": "THES",
    "report": "RPRT",
    "paper-conference": "CPAPER",
    "webpage": "ELEC",
    "legislation": "STAT",
    "legal_case": "CASE",
    "broadcast": "MPCT",
    "dataset": "DATA",
}
_ROLE_TAGS = {"authors": "AU", "editors": "A2", "translators": "A4"}
_PAGES = regex.compile(r"(\d++)-(\d++)")
_LANGUAGES = {"ko": "ko", "en": "en"}


def to_ris(
    citations: Iterable[Citation] | Citation,
    *,
    scheme: str = "38north",
    resolved: bool = True,
    distinct: bool = False,
    romanizer: Romanizer | None = None,
) -> str:
    """The citations in the RIS format (Research Information Systems, 2001, with the tags of the 2011 edition).

    One line a tag, `TY  - ` first and `ER  - ` last, an empty line between records. Names are `Family, Given`, the only
    form in which RIS tells which part is which; a body and a name whose split isn't certain stand without a comma,
    which RIS reads as one part. A Korean text is romanized in its tag and printed in an `N1` line with a label; `TT` is
    a printed translation of the title, `LA` the language. What we romanized is named in an `N1` line. `ID` is the
    citation key.
    """
    works = views(citations, scheme=scheme, resolved=resolved, distinct=distinct, romanizer=romanizer)
    return "\n".join(_record(work, key) for work, key in zip(works, keys(works), strict=True))


def _record(work: View, key: str) -> str:
    lines = [
        ("TY", _TYPES.get(work.citation.type or "", "GEN")),
        ("ID", key),
        *_people(work),
        *_titles(work),
        *_details(work),
        *(("N1", note) for note in _notes(work)),
    ]
    return "".join(f"{tag}  - {value}\n" for tag, value in lines) + "ER  - \n"


def _people(work: View) -> Iterator[tuple[str, str]]:
    for person in work.people:
        yield _ROLE_TAGS[person.role], _name(person)


def _name(person: Person) -> str:
    return person.latin if person.is_body else person.comma_form


def _titles(work: View) -> Iterator[tuple[str, str]]:
    event = clean(work.citation.event)
    pairs = (
        ("TI", work.title.latin),
        ("TT", clean(work.citation.translated_title)),
        ("T2", work.container.latin or (event if work.citation.type == "paper-conference" else "")),
        ("T3", work.field("collection_title").latin),
        ("PB", work.field("publisher").latin),
        ("CY", work.field("place").latin),
        ("ET", work.field("edition").latin),
    )
    yield from ((tag, text) for tag, text in pairs if text)


def _details(work: View) -> Iterator[tuple[str, str]]:
    record = work.citation
    for name, tag in (("volume", "VL"), ("issue", "IS"), ("number", "M1"), ("section", "SE"), ("genre", "M3")):
        if text := clean(getattr(record, name)):
            yield tag, text
    yield from _dates(record)
    if printed := clean(record.pages):
        whole = _PAGES.fullmatch(printed)
        yield "SP", whole[1] if whole else printed
        if whole:
            yield "EP", whole[2]
    for name, tag in (("url", "UR"), ("doi", "DO"), ("isbn", "SN")):
        if text := clean(getattr(record, name)):
            yield tag, text
    if accessed := clean(record.accessed):
        yield "Y2", accessed.replace("-", "/") + "/" * max(0, 3 - accessed.count("-"))
    if work.language:
        yield "LA", _LANGUAGES[work.language]


def _dates(record: Citation) -> Iterator[tuple[str, str]]:
    """PY and DA: `YYYY` and `YYYY/MM/DD/other`, where other is a season."""
    if record.year is None:
        return
    yield "PY", str(record.year)
    season = clean(record.season)
    if record.month or season:
        month = f"{record.month:02d}" if record.month else ""
        day = f"{record.day:02d}" if record.month and record.day else ""
        yield "DA", f"{record.year:04d}/{month}/{day}/{season}"


def _notes(work: View) -> Iterator[str]:
    record = work.citation
    labels = (
        ("Title", work.title.original),
        ("Container", work.container.original),
        ("Container, supplied", work.supplied_container.hangul if work.supplied_container else None),
        *((name.capitalize(), work.field(field).original) for name, field in _ORIGINALS),
    )
    yield from (f"{label} in Korean: {text}" for label, text in labels if text)
    for person in work.people:
        if person.original:
            yield f"{person.role[:-1].capitalize()} in Korean: {person.original}"
    if record.type and record.type not in _TYPES:
        yield f"Type: {clean(record.type)}"
    if record.et_al:
        yield "Further authors: not named"
    if record.juche_year is not None:
        yield f"Juche year: {record.juche_year}"
    for label, name in _LABELS:
        if text := clean(getattr(record, name)):
            yield f"{label}: {text}"
    if authority := work.field("authority").latin:
        yield f"Issued by: {authority}"
    if record.year is None:
        yield from (f"{name.capitalize()}: {value}" for name in ("month", "day") if (value := getattr(record, name)))
        if season := clean(record.season):
            yield f"Season: {season}"
    if work.generated:
        yield f"Romanization ({work.scheme}) generated: {', '.join(work.generated)}"


_ORIGINALS = (
    ("series", "collection_title"),
    ("publisher", "publisher"),
    ("place", "place"),
    ("edition", "edition"),
    ("body", "authority"),
)
_LABELS = (
    ("Whole number", "whole_number"),
    ("Locator", "locator"),
    ("Session", "session"),
    ("Event", "event"),
)
