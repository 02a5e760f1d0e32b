"""What a note prints of a record, by style and kind of work; all else stays behind, and these tables say so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, get_args

from attrs import evolve

from juche_toolkit.citation.imprint import is_remark
from juche_toolkit.citation.model import LIST_FIELDS, NUMBER_FIELDS, TEXT_FIELDS, Citation
from juche_toolkit.export.forms import ROLES, View
from juche_toolkit.export.note_american import is_american
from juche_toolkit.export.note_parts import inner_quotes, made_at_occasion, occasion, quotes_title

__all__ = [
    "FIELDS",
    "NOTE_KINDS",
    "STYLES",
    "NoteKind",
    "NoteStyle",
    "kept",
    "note_fields",
    "note_kind",
    "printed_record",
]

NoteStyle = Literal["38north", "chicago", "dprk"]
STYLES: tuple[NoteStyle, ...] = get_args(NoteStyle)

NoteKind = Literal["serial", "chapter", "thesis", "whole", "law", "case", "american", "back-reference"]
NOTE_KINDS: tuple[NoteKind, ...] = get_args(NoteKind)

_SERIALS = frozenset(
    {"article-journal", "article-newspaper", "article-magazine", "webpage", "broadcast", "paper-conference"}
)
_ALWAYS = frozenset({"lead_in", "pages"})
_NAMED = _ALWAYS | {"authors", "et_al", "title", "title_vernacular", "translated_title", "translators", "editors"}
_DATED = frozenset({"year", "month", "day"})
_LINKED = frozenset({"url", "doi", "locator"})
_SERIAL = _NAMED | _DATED | _LINKED | {
    "container_title", "edition", "section", "genre", "volume", "issue", "whole_number", "season"}  # fmt: skip
_WHOLE = _NAMED | _DATED | _LINKED | {
    "collection_title", "edition", "genre", "event", "number", "volume", "issue", "place", "publisher", "season"}  # fmt: skip
_CHAPTER = (_WHOLE - {"issue", "genre", "event", "number"}) | {"container_title"}
_THESIS = _NAMED | _DATED | _LINKED | {"genre", "publisher"}
_LAW = _ALWAYS | _DATED | _LINKED | {"title", "authority", "genre", "number", "event", "session"}
_CASE = _DATED | {"lead_in", "authority", "genre", "number", "event", "section"} | _LINKED | {"pages"}
_AMERICAN = _ALWAYS | _DATED | _LINKED | {
    "title", "authority", "genre", "number", "session", "container_title", "volume"}  # fmt: skip
_BACK = _ALWAYS | {"authors", "title", "year", "locator"}

_EVERYWHERE: Mapping[NoteKind, frozenset[str]] = {
    "serial": _SERIAL,
    "chapter": _CHAPTER,
    "thesis": _THESIS,
    "whole": _WHOLE,
    "law": _LAW,
    "case": _CASE,
    "american": _AMERICAN,
    "back-reference": _BACK,
}
_ACCESSED: tuple[NoteKind, ...] = ("serial", "chapter", "thesis", "whole")

FIELDS: Mapping[NoteStyle, Mapping[NoteKind, frozenset[str]]] = {
    "38north": _EVERYWHERE,
    "chicago": {**_EVERYWHERE, **{kind: _EVERYWHERE[kind] | {"accessed"} for kind in _ACCESSED}},
    "dprk": {
        **_EVERYWHERE,
        **{kind: _EVERYWHERE[kind] | {"accessed", "juche_year"} for kind in _ACCESSED},
        "law": _LAW | {"juche_year"},
    },
}
"""The fields that each style prints of each kind of work.

A Juche year without its Gregorian one is printed in any style. ISBNs are never printed, nor are the publisher and place
of a journal, newspaper or site, nor `resolves_to`. A type is not printed: it shows in the form.
"""


def note_kind(citation: Citation) -> NoteKind:
    """The form in which a citation is written: what stands in a serial, a chapter, a thesis, a whole, a law, a judgment,
    or what the United States' own way of citing law is for.
    """
    if citation.form in ("ibid", "op-cit", "short") and citation.type is None:
        return "back-reference"
    if is_american(citation):
        return "american"
    if citation.type == "legal_case":
        return "case"
    if citation.type == "legislation":
        return "law"
    if citation.type == "chapter":
        return "chapter"
    if citation.type == "thesis":
        return "thesis"
    serial = citation.type in _SERIALS or (citation.type is None and bool(citation.container_title))
    return "serial" if serial and (citation.container_title or citation.type == "webpage") else "whole"


def note_fields(citation: Citation, style: NoteStyle) -> frozenset[str]:
    """The fields that a note in this style prints of a citation, where it has them."""
    found = FIELDS[style][note_kind(citation)]
    if citation.year is None and citation.juche_year is not None:
        found = found | {"juche_year"}
    return found


def kept(citation: Citation, style: NoteStyle) -> Citation:
    """The citation without the fields that a note in this style doesn't print."""
    printed = note_fields(citation, style)
    dropped: dict[str, Any] = {
        name: () if name in LIST_FIELDS else False if name == "et_al" else None
        for name in ("et_al", *LIST_FIELDS, *NUMBER_FIELDS, *TEXT_FIELDS)
        if name != "type" and (name not in printed or (name == "et_al" and not citation.authors))
    }
    return evolve(citation, **dropped)


def printed_record(citation: Citation, style: NoteStyle) -> Citation:
    """The citation with nothing but what a note in this style prints of it, names in the order in which it prints them,
    and quotation marks inside quotation marks single. The occasion of a speech without a title is its title, and what
    calls a data set one is its type.

    Reading the note gives this record again: `parse(to_note(citation, style))` has these values.
    """
    found = kept(citation, style)
    work = View(found, "", lambda text, _scheme, _kind: text)
    names: dict[str, Any] = {role: tuple(person.natural_form for person in work.of_role(role)) for role in ROLES}
    if style != "dprk" and found.title and quotes_title(found):
        names["title"] = inner_quotes(found.title)
    if note_kind(found) == "whole":
        names |= _of_speech(found) if made_at_occasion(found) else {}
        if found.type == "dataset" and is_remark(found.genre or ""):
            names["genre"] = None
    return evolve(found, **names)


def _of_speech(found: Citation) -> dict[str, Any]:
    """What a note says of a speech: its occasion stands without an article, and is the title where there is none."""
    event = (found.event or "").removeprefix("the ") or None
    if found.title or found.title_vernacular:
        return {"event": event}
    return {"title": occasion(found.genre or "", event or ""), "genre": None, "event": None}
