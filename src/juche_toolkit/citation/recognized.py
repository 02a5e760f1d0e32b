"""Short forms that only the works before them explain: `Lankov, 70`, `Young, Guns, Guerillas, and the Great Leader, 45`.

Alone, they read as running text or as another work. Where an earlier note gives a work by that very author, and by that
title if one is printed, they point at it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import regex

from juche_toolkit.citation.library import Work
from juche_toolkit.citation.matching import author_key, inside, short_for
from juche_toolkit.citation.model import Citation, FrozenMap, Name, Note, Span
from juche_toolkit.citation.names import script_of

__all__ = ["recognized", "with_recognized"]

_LONGEST = 160
_SHORTEST_TITLE = 4
_LATIN = r"\p{Lu}[\p{Latin}\p{M}'’.-]*+(?:\s\p{Lu}[\p{Latin}\p{M}'’.-]*+){0,3}+"
_HANGUL = r"[가-힣]{2,6}+"
_SHORT = regex.compile(
    r"\s*+(?:(?P<lead>(?:[Ss]ee(?:\salso)?|[Cc]f\.|[Aa]lso))\s)?"
    rf"(?P<names>{_LATIN}(?:,?\s(?:and|&)\s{_LATIN}|,\s{_LATIN},\s(?:and|&)\s{_LATIN})?+|{_HANGUL}(?:\s?[·ㆍ‧]\s?{_HANGUL}){{0,2}}+)"
    r",\s(?:(?P<title>\p{L}[^“”\"「」『』《》\d;]{2,110}?(?:,?\s\d{4}[-–]\d{4})?),?\s?(?=(?:vol\.?|volume|pp?\.)?\s?\d|\.?\s*$))?"
    r"(?:(?:vol\.?|volume)\s?(?P<volume>\d{1,2}|[IVX]{1,5})(?:,\s|:\s?)|(?P<volume>\d{1,2}):\s?)?"
    r"(?:(?:pp?\.\s?)?(?P<pages>\d{1,4}(?:[-–~∼]\d{1,4})?)\s?(?:쪽|면|페지|페이지)?)?[.\s]*"
)
"""short := [lead-in] family (("," | "and") family)* "," [title [","]] ["vol." volume ","] [pages]"""
_PARTS = regex.compile(r",?\s(?:and|&)\s|,\s|\s?[·ㆍ‧]\s?")


def recognized(text: str, start: int, end: int, known: Mapping[str, Sequence[Work]]) -> Citation | None:
    """The short form that a stretch of a note is, if works by its authors are known, and one so called."""
    if end - start > _LONGEST or "," not in text[start:end]:
        return None
    match = _SHORT.fullmatch(text, start, end)
    if match is None or not (match["title"] or match["pages"]):
        return None
    names = tuple(_names(match["names"], match.start("names")))
    if not all(author_key(name) in known for name in names):
        return None
    title = " ".join(match["title"].split()) if match["title"] else None
    if title is not None and not _so_called(title, known[author_key(names[0])]):
        return None
    spans = {field: Span(*match.span(field)) for field in ("title", "volume", "pages") if match[field]}
    places: dict[str, Span | tuple[Span, ...]] = {
        **spans,
        "authors": tuple(name.span for name in names if name.span is not None),
    }
    if match["lead"]:
        places["lead_in"] = Span(*match.span("lead"))
    return Citation(
        text=text,
        span=Span(match.start("lead") if match["lead"] else match.start("names"), end),
        form="short",
        authors=tuple(name.printed for name in names),
        title=title,
        volume=match["volume"],
        pages=_DASH.sub("-", match["pages"]) if match["pages"] else None,
        lead_in=match["lead"],
        names=FrozenMap({"authors": names}),
        spans=FrozenMap(places),
        confidence=0.8,
    )


def _so_called(title: str, works: Sequence[Work]) -> bool:
    """Whether a title is short for that of one of the nearest works of its author."""
    near = works[-_NEAREST:]
    return len(title) >= _SHORTEST_TITLE and any(
        work.is_called(title, short_for) or work.is_called(title, inside) for work in near
    )


_NEAREST = 64
_DASH = regex.compile(r"[–~∼]")


def _names(printed: str, start: int) -> Iterable[Name]:
    """The names in a stretch of nothing but names."""
    place = 0
    for found in [*_PARTS.finditer(printed), None]:
        stop = found.start() if found is not None else len(printed)
        name = printed[place:stop]
        yield Name(name, script=script_of(name), span=Span(start + place, start + stop))
        place = found.end() if found is not None else stop


def with_recognized(note: Note, known: Mapping[str, Sequence[Work]]) -> Note:
    """The note with the short forms that stand in what was taken for running text, or was not understood."""
    if not (note.prose or note.unparsed):
        return note
    loose = [*note.prose, *(left.span for left in note.unparsed)]
    found = {span: short for span in loose if (short := recognized(note.text, *span, known)) is not None}
    if not found:
        return note
    citations = sorted([*note.citations, *found.values()], key=lambda citation: (citation.span or Span(0, 0)).start)
    return Note(
        text=note.text,
        number=note.number,
        citations=tuple(citations),
        unparsed=tuple(left for left in note.unparsed if left.span not in found),
        problems=note.problems,
        span=note.span,
        prose=tuple(span for span in note.prose if span not in found),
    )
