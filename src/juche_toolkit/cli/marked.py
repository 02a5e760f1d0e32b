"""Notes on a terminal as they were given: fields coloured by kind, what was not understood underlined, doubts below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex
from rich.table import Table
from rich.text import Text

import juche_toolkit as jt
from juche_toolkit.citation.blocks import number_of
from juche_toolkit.pictures.marked import Piece, pieces, problems_of
from juche_toolkit.pictures.palette import BACK, KINDS, UNPARSED

__all__ = ["count", "legend", "marked_note"]

_DOUBT = "yellow"
_SPACE = regex.compile(r"\s++")


def marked_note(note: jt.Note, label: str) -> Table:
    """A note's text with its fields in their colours; below it where it points, its doubts, and what was not understood."""
    row = Table.grid(padding=(0, 2, 0, 0))
    row.add_column(justify="right", no_wrap=True)
    row.add_column(overflow="fold")
    row.add_row(Text(label, style="bold"), _text(note))
    for line in (*_targets(note), *_doubts(note), *_left(note)):
        row.add_row("", line)
    return row


def _text(note: jt.Note) -> Text:
    """The note without its number, on one line, every stretch in its colour."""
    line, skip = Text(), _body(note)
    for piece in pieces(note):
        shown = piece.text[skip:]
        skip = max(0, skip - len(piece.text))
        line.append(_SPACE.sub(" ", shown), style=_style(piece))
    return line


def _body(note: jt.Note) -> int:
    """Where the note begins behind its printed number, which a web page gives twice."""
    place = 0
    while note.number is not None:
        number, body = number_of(note.text[place:])
        if number != note.number or not body:
            break
        place += body
    return place


def legend() -> Text:
    """The kinds of field, each in its colour."""
    line = Text()
    for kind in (*KINDS, UNPARSED):
        line.append(kind.label, style=kind.terminal)
        line.append("  ")
    return line


def _style(piece: Piece) -> str:
    return piece.kind.terminal if piece.kind is not None else ""


def _targets(note: jt.Note) -> Iterator[Text]:
    """Where each back-reference points, or that it points nowhere."""
    for citation in note.citations:
        if citation.resolves_to is not None:
            whole = citation.resolved()
            what = whole.title or whole.container_title or whole.genre or ""
            yield Text.assemble((f"→ note {citation.resolves_to}", BACK.terminal), f" {what}".rstrip())


def _doubts(note: jt.Note) -> Iterator[Text]:
    for problem, _ in problems_of(note):
        at = f": {problem.span.of(note.text)}" if problem.span is not None else ""
        yield Text(f"? {problem.message}{at}", style=_DOUBT)


def _left(note: jt.Note) -> Iterator[Text]:
    for left in note.unparsed:
        yield Text.assemble("✗ not understood: ", (left.text, UNPARSED.terminal), f" ({left.reason})")


def count(found: Sequence[jt.Note]) -> tuple[int, int, int, int]:
    """How many notes, citations, stretches not understood, and doubts there are."""
    works = sum(len(note.citations) for note in found)
    lost = sum(len(note.unparsed) for note in found)
    return len(found), works, lost, sum(1 for note in found for _ in problems_of(note))
