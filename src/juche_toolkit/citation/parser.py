"""Text in, records out: one citation, one note, or all the notes of a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sized
from contextlib import nullcontext
from functools import lru_cache

from juche_toolkit.citation.audit import audit
from juche_toolkit.citation.blocks import number_of, split_block
from juche_toolkit.citation.collector import held
from juche_toolkit.citation.folding import Folded, fold
from juche_toolkit.citation.items import Source
from juche_toolkit.citation.lexer import tokenize
from juche_toolkit.citation.model import Citation, Note, Notes, Span, Unparsed
from juche_toolkit.citation.resolve import resolve
from juche_toolkit.citation.tidy import tidy, to_citation, to_unparsed
from juche_toolkit.citation.works import Reading, read_note_text
from juche_toolkit.errors import CitationError, InputError

__all__ = ["LONGEST_NOTE", "parse", "parse_note", "parse_notes"]

_SHORT = 40
LONGEST_NOTE = 50_000
"""A longer text between two line breaks is no note: it is listed as not understood, and not read."""


def parse(text: str) -> Citation:
    """Read a string that is exactly one citation.

    Raises CitationError, which names the place, for a string that holds none or several.
    """
    note = parse_note(text)
    if len(note.citations) == 1:
        return note.citations[0]
    if note.citations:
        second = note.citations[1]
        raise CitationError(
            f"{len(note.citations)} works are cited here; one was expected", source=text, span=second.span
        )
    if note.unparsed:
        first = note.unparsed[0]
        raise CitationError(f"This can't be read as a citation: {first.reason}", source=text, span=first.span)
    raise CitationError("No work is cited here", source=text, span=(0, len(text)))


def parse_note(text: str) -> Note:
    """Read one note: its printed number, the works it cites, and what was not understood.

    A note that cites nothing has no citation and no `unparsed`. Back-references stay unresolved: that takes
    `parse_notes`.
    Raises InputError if `text` is no string.
    """
    _string(text)
    return _numbered(text)


def _numbered(text: str) -> Note:
    number, body = number_of(text)
    return _read(text, number, body)


def parse_notes(notes: str | Iterable[str]) -> Notes:
    """Read notes and resolve their back-references.

    A string is a block: numbered notes in any usual form, or one note a line. In a list each item is one note, and
    exactly
    one Note comes back for each, in order. `resolves_to` is the printed number in a block, the position from 1 in
    a list, and
    always that of the note with the full citation. Raises InputError for what is no string, nor a list of them.
    """
    if not isinstance(notes, Iterable):
        raise InputError(f"Notes are a string or a list of strings, not {type(notes).__name__}")
    numbered = _block(notes) if isinstance(notes, str) else _list(notes)
    with held() if isinstance(notes, Sized) else nullcontext():  # what comes one by one may come for hours
        return Notes(tuple(resolve(numbered)))


def _string(text: object) -> None:
    if not isinstance(text, str):
        raise InputError(f"A note is a string, not {type(text).__name__}")


def _list(notes: Iterable[str]) -> Iterator[tuple[int | str, Note]]:
    for position, text in enumerate(notes, 1):
        _string(text)
        yield position, _numbered(text)


def _block(text: str) -> Iterator[tuple[int | str, Note]]:
    for position, piece in enumerate(split_block(text), 1):
        given = text[piece.start : piece.end]
        note = _read(given, piece.number, piece.body - piece.start)
        if piece.page is not None:
            note = _on_page(note, text[piece.start : piece.page])
        number = position if piece.number is None else int(piece.number) if piece.number.isdigit() else piece.number
        yield number, _placed(note, Span(piece.start, piece.page or piece.end))


def _on_page(note: Note, text: str) -> Note:
    """The note with the line of a page behind it, which is no part of it and is told."""
    end = len(text.rstrip())
    start = next(place for place in range(len(note.text), end) if not text[place].isspace())
    line = Unparsed(text[start:end], Span(start, end), "a line of the page, and no part of the note")
    return Note(text=text, number=note.number, citations=note.citations, unparsed=(*note.unparsed, line),
                problems=note.problems, prose=note.prose)  # fmt: skip


def _placed(note: Note, span: Span) -> Note:
    """The note with its place in a block: as attrs.evolve does it, in a third of the time."""
    return Note(text=note.text, number=note.number, citations=note.citations, unparsed=note.unparsed,
                problems=note.problems, span=span, prose=note.prose)  # fmt: skip


def _read(text: str, number: str | None, body: int) -> Note:
    """Read a note whose body begins at an offset of its text; a short note that comes again (Ibid.) is read once."""
    return _read_again(text, number, body) if len(text) <= _SHORT else _read_once(text, number, body)


@lru_cache(maxsize=512)
def _read_again(text: str, number: str | None, body: int) -> Note:
    return _read_once(text, number, body)


def _read_once(text: str, number: str | None, body: int) -> Note:
    if len(text) > LONGEST_NOTE:
        reason = f"{len(text)} characters without a break between notes are no note"
        return Note(text=text, number=number, unparsed=(Unparsed(text, Span(0, len(text)), reason),))
    folded = fold(text)
    source = Source(folded.text, tokenize(folded.text))
    place = _folded_place(folded, body)
    first = bisect_left(source.tokens, place, key=lambda token: token.start) if place else 0
    reading = read_note_text(source, first)
    for draft, _ in reading.drafts:
        tidy(draft)
    audit(reading, place, len(folded.text), folded.text)
    return _note(text, number, folded, reading)


def _folded_place(folded: Folded, place: int) -> int:
    return place if folded.starts is None else bisect_left(folded.starts, place)


def _note(text: str, number: str | None, folded: Folded, reading: Reading) -> Note:
    citations = tuple([to_citation(draft, folded, lead) for draft, lead in reading.drafts])
    if not reading.left and not reading.prose:
        return Note(text=text, number=number, citations=citations)
    unparsed = tuple([to_unparsed(left, folded) for left in sorted(reading.left)])
    prose = tuple([folded.span(start, end) for start, end in reading.prose])
    return Note(text=text, number=number, citations=citations, unparsed=unparsed, prose=prose)
