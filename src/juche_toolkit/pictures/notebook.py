"""What a notebook shows for a record: the same pictures as the pages, as fragments."""

from __future__ import annotations

from juche_toolkit.citation.model import Citation, Note, Notes
from juche_toolkit.pictures.alignment import alignment_html
from juche_toolkit.pictures.markup import el, written
from juche_toolkit.pictures.notes import citation_html, notes_html
from juche_toolkit.romanization.model import Romanization

__all__ = ["as_html"]

_NOTES = 100
"""Notes that are shown at most; a notebook keeps what it shows."""


def as_html(record: object) -> str:
    """The fragment for a Romanization, a Citation, a Note or Notes; of many notes the first hundred."""
    if isinstance(record, Romanization):
        return alignment_html(record, whole=False)
    if isinstance(record, Citation):
        return citation_html(record)
    if isinstance(record, Note):
        return notes_html(record, whole=False)
    if isinstance(record, Notes):
        shown = notes_html(record[:_NOTES], whole=False)
        more = len(record) - _NOTES
        return shown if more <= 0 else shown + written(el("p", None, f"… and {more} more notes")) + "\n"
    raise TypeError(f"there is no picture of a {type(record).__name__}")
