"""Notes to records: grammar, dates, journals, and the resolution of back-references."""

from juche_toolkit.citation.journals import Authority, look_up
from juche_toolkit.citation.model import Citation, Name, Note, Notes, Problem, Span, Unparsed
from juche_toolkit.citation.parser import parse, parse_note, parse_notes

__all__ = [
    "Authority",
    "Citation",
    "Name",
    "Note",
    "Notes",
    "Problem",
    "Span",
    "Unparsed",
    "look_up",
    "parse",
    "parse_note",
    "parse_notes",
]
