"""Romanize, parse and search Korean and North Korean sources.

The names below are loaded on first use, so that `import juche_toolkit` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from juche_toolkit import display as _display
from juche_toolkit._version import __version__

if TYPE_CHECKING:
    from juche_toolkit._doorway import (
        Annotation,
        analyzers,
        annotate,
        authority,
        convert,
        explain,
        heading,
        load_analyzer,
        parse,
        parse_note,
        parse_notes,
        record,
        romanize,
        schemes,
        search_key,
        search_terms,
        to_hangul,
        tokenize,
    )
    from juche_toolkit._titles import TitleIndex
    from juche_toolkit.citation.journals import Authority
    from juche_toolkit.citation.model import Citation, Name, Note, Notes, Problem, Span, Unparsed
    from juche_toolkit.errors import (
        CitationError,
        DecodingError,
        InputError,
        JucheToolkitError,
        MissingExtraError,
        NotSupportedError,
        TableError,
        TitleIndexError,
        UnknownNameError,
    )
    from juche_toolkit.romanization.model import Doubt, Romanization, Segment
    from juche_toolkit.romanization.reverse import Candidate
    from juche_toolkit.romanization.scheme import Scheme
    from juche_toolkit.search.index import Hit
    from juche_toolkit.search.tokens import Token

__all__ = [
    "Annotation",
    "Authority",
    "Candidate",
    "Citation",
    "CitationError",
    "DecodingError",
    "Doubt",
    "Hit",
    "InputError",
    "JucheToolkitError",
    "MissingExtraError",
    "Name",
    "NotSupportedError",
    "Note",
    "Notes",
    "Problem",
    "Romanization",
    "Scheme",
    "Segment",
    "Span",
    "TableError",
    "TitleIndex",
    "TitleIndexError",
    "Token",
    "UnknownNameError",
    "Unparsed",
    "__version__",
    "analyzers",
    "annotate",
    "authority",
    "convert",
    "explain",
    "heading",
    "load_analyzer",
    "parse",
    "parse_note",
    "parse_notes",
    "record",
    "romanize",
    "schemes",
    "search_key",
    "search_terms",
    "to_hangul",
    "tokenize",
]

_ROOMS = {
    "Authority": "citation.journals",
    "Candidate": "romanization.reverse",
    "Doubt": "romanization.model",
    "Hit": "search.index",
    "Romanization": "romanization.model",
    "Scheme": "romanization.scheme",
    "Segment": "romanization.model",
    "TitleIndex": "_titles",
    "Token": "search.tokens",
    **dict.fromkeys(("Citation", "Name", "Note", "Notes", "Problem", "Span", "Unparsed"), "citation.model"),
    **dict.fromkeys((name for name in __all__ if name.endswith("Error")), "errors"),
}
"""Where a name lives that isn't the doorway's own."""


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'juche_toolkit' has no attribute {name!r}")
    value = getattr(import_module(f"juche_toolkit.{_ROOMS.get(name, '_doorway')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


def _drawn(record: object) -> str:
    """A record's picture for notebooks; what draws is loaded when the first one is shown."""
    from juche_toolkit.pictures.notebook import as_html

    return as_html(record)


_display.show_with(_drawn)
