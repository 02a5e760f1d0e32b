"""A note in pieces: every stretch of its text with the field it was read as; what pages and terminals colour alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import regex

from juche_toolkit.citation.model import Citation, Note, Problem, Span, Unparsed
from juche_toolkit.pictures.palette import BACK, KIND_OF, UNPARSED, FieldKind

__all__ = ["LABELS", "Piece", "label_of", "pieces", "problems_of"]

LABELS: Mapping[str, str] = {
    "authors": "author",
    "editors": "editor",
    "translators": "translator",
    "title_vernacular": "title in Korean script",
    "translated_title": "translation",
    "container_title": "in",
    "collection_title": "series",
    "juche_year": "Juche year",
    "whole_number": "whole no.",
    "volume": "vol.",
    "issue": "no.",
    "pages": "pp.",
    "url": "address",
    "doi": "DOI",
    "isbn": "ISBN",
    "number": "document no.",
    "et_al": "et al.",
    "lead_in": "lead-in",
}
"""The label of a field; one that isn't here is labelled by its name."""

_WORDS = regex.compile(r"[\p{L}\p{N}](?:.*[\p{L}\p{N}.])?+", regex.DOTALL)


class Piece(NamedTuple):
    """A stretch of a note: its text, the kind it is coloured by (None for text that is no field), its labels, its citation's number.

    `words` says that the stretch is the words of a back-reference; `reason` why it was not understood.
    """

    text: str
    kind: FieldKind | None = None
    labels: tuple[str, ...] = ()
    citation: int | None = None
    words: bool = False
    reason: str | None = None


class _Range(NamedTuple):
    start: int
    end: int
    piece: Piece


def label_of(field: str) -> str:
    """What a field is called in a picture."""
    return LABELS.get(field, field.replace("_", " "))


def pieces(note: Note) -> tuple[Piece, ...]:
    """The text of a note in pieces, in order; joined they give the text again.

    Where places overlap – a year inside a title – the shorter one counts.
    """
    ranges = [*_fields(note), *_left(note.unparsed)]
    owner = [-1] * len(note.text)
    order = sorted(range(len(ranges)), key=lambda number: ranges[number].start - ranges[number].end)
    for number in order:
        start, end, _ = ranges[number]
        owner[start:end] = [number] * (end - start)
    found: list[Piece] = []
    begin = 0
    for place in range(1, len(owner) + 1):
        if place == len(owner) or owner[place] != owner[begin]:
            text = note.text[begin:place]
            plain = owner[begin] < 0
            found.append(Piece(text) if plain else ranges[owner[begin]].piece._replace(text=text))
            begin = place
    return tuple(_tidy(found))


def _tidy(found: Iterable[Piece]) -> Iterator[Piece]:
    """Of a back-reference's words the first stretch with letters stays, without the marks around it; the rest is plain text."""
    marked: set[int | None] = set()
    for piece in found:
        if not piece.words:
            yield piece
            continue
        inner = _WORDS.search(piece.text) if piece.citation not in marked else None
        if inner is None:
            yield Piece(piece.text)
            continue
        marked.add(piece.citation)
        around = piece.text[: inner.start()], piece.text[inner.end() :]
        yield from (Piece(text) for text in around[:1] if text)
        yield piece._replace(text=inner.group())
        yield from (Piece(text) for text in around[1:] if text)


def _fields(note: Note) -> Iterator[_Range]:
    for number, citation in enumerate(note.citations):
        if citation.span is not None and citation.form != "full":
            words = Piece("", BACK, (citation.form,), number, words=True)
            yield from _inside(note, citation.span, words)
        for field, spans in _places(citation).items():
            for span in spans:
                yield from _inside(note, span, Piece("", KIND_OF.get(field), (label_of(field),), number))


def _places(citation: Citation) -> Mapping[str, Sequence[Span]]:
    return {
        field: (spans,) if isinstance(spans, Span) else tuple(spans)
        for field, spans in citation.spans.items()
        if field in KIND_OF
    }


def _left(unparsed: Sequence[Unparsed]) -> Iterator[_Range]:
    for left in unparsed:
        yield _Range(left.span.start, left.span.end, Piece("", UNPARSED, (UNPARSED.label,), reason=left.reason))


def _inside(note: Note, span: Span, piece: Piece) -> Iterator[_Range]:
    """A range of the note's own text; nothing for an empty one."""
    start, end = max(span.start, 0), min(span.end, len(note.text))
    if start < end:
        yield _Range(start, end, piece)


def problems_of(note: Note) -> Iterator[tuple[Problem, int | None]]:
    """The problems of a note and its citations, each with its citation's number."""
    for problem in note.problems:
        yield problem, None
    for number, citation in enumerate(note.citations):
        for problem in citation.problems:
            yield problem, number
