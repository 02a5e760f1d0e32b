"""The kinds of field of a citation and their colours, for pages and for terminals alike.

Each kind has a label, since colour never tells a thing alone. Ink on tint, and ink on the page, reach the contrast that
WCAG 2.2 asks for at level AA (4.5 to 1), in light and in dark.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

__all__ = ["BACK", "DARK", "KINDS", "KIND_OF", "LIGHT", "UNPARSED", "FieldKind", "Surface", "Tone"]


class Tone(NamedTuple):
    """A colour to write in and the tint behind it, as #rrggbb."""

    ink: str
    tint: str


class Surface(NamedTuple):
    """The colours of a page in one mode, as #rrggbb: paper, a raised panel, text, quieter text, lines, links and marks."""

    paper: str
    panel: str
    ink: str
    quiet: str
    line: str
    accent: str
    warning: str


class FieldKind(NamedTuple):
    """One kind of field: its name, the label shown, the fields of a `Citation` it covers, and its colours.

    `terminal` is a style of the package rich, of the sixteen colours that follow a terminal's own theme.
    """

    name: str
    label: str
    fields: tuple[str, ...]
    light: Tone
    dark: Tone
    terminal: str


LIGHT = Surface("#ffffff", "#f5f6f8", "#1b1f24", "#51585f", "#8a929b", "#0b4f8a", "#8a3b00")
DARK = Surface("#16181d", "#20242b", "#e8eaed", "#b3bac2", "#737b86", "#9ecbff", "#ffbe7a")

KINDS: tuple[FieldKind, ...] = (
    FieldKind("person", "person", ("authors", "editors", "translators", "et_al"),
              Tone("#0b4f8a", "#e0effb"), Tone("#9ecbff", "#12304d"), "cyan"),
    FieldKind("title", "title", ("title", "title_vernacular", "translated_title"),
              Tone("#7a3e00", "#fdecd5"), Tone("#ffc680", "#432a0b"), "bold yellow"),
    FieldKind("container", "in: journal, book, series", ("container_title", "collection_title"),
              Tone("#5b2a86", "#f1e6fb"), Tone("#d7b4ff", "#351f50"), "magenta"),
    FieldKind("body", "publisher, place, body", ("publisher", "place", "authority", "genre", "event", "type"),
              Tone("#125a4e", "#daf3ed"), Tone("#7fe0cc", "#0d3a33"), "green"),
    FieldKind("number", "volume, edition, number", ("edition", "volume", "issue", "whole_number", "number", "session", "section"),
              Tone("#3f4f00", "#edf4d0"), Tone("#c8e07a", "#2c3508"), "bright_green"),
    FieldKind("date", "date", ("year", "month", "day", "season", "juche_year", "accessed"),
              Tone("#941a49", "#fde4ed"), Tone("#ffa8c9", "#4a1529"), "bright_magenta"),
    FieldKind("pages", "pages, place in the work", ("pages", "locator"),
              Tone("#3d4149", "#e9ebef"), Tone("#cdd2db", "#2f343d"), "bright_yellow"),
    FieldKind("link", "address, identifier", ("url", "doi", "isbn"),
              Tone("#00505f", "#d8f1f7"), Tone("#7fdcf5", "#0a3542"), "bright_blue"),
    FieldKind("back", "back-reference, lead-in", ("lead_in", "form", "resolves_to"),
              Tone("#3f3596", "#e8e6fc"), Tone("#b9b4ff", "#2a2660"), "bright_cyan"),
)  # fmt: skip
"""The kinds, in the order in which a legend lists them."""

BACK = KINDS[-1]
"""The kind of the words of a back-reference (Ibid., 위의 책)."""

UNPARSED = FieldKind(
    "unparsed", "not understood", (), Tone("#a3001e", "#fde4e4"), Tone("#ff9c9c", "#4d1717"), "red underline"
)
"""What was not understood."""

KIND_OF: Mapping[str, FieldKind] = MappingProxyType({field: kind for kind in KINDS for field in kind.fields})
"""The kind of each field of a `Citation`."""
