"""How wide a text is in a drawing, which can't ask its fonts: generous estimates, and lines cut to a width."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from juche_toolkit.pictures.markup import FONTS, Element, el
from juche_toolkit.pictures.palette import DARK, LIGHT

__all__ = ["STYLE", "lettered", "lines_of", "width_of"]

_NARROW = frozenset(" .,:;'’‘ʼ|!iljtfrI()[]")
_BROAD = frozenset("mwMW@%—…")
_BOLD = 1.08


def _style() -> str:
    """The style of a drawing: literal colours, for programs that know no variables, and the dark ones by the reader's mode."""
    light, dark = (
        f".paper{{fill:{surface.paper}}}.panel{{fill:{surface.panel};stroke:{surface.line}}}"
        f".rule{{stroke:{surface.line}}}text{{fill:{surface.ink}}}text.quiet{{fill:{surface.quiet}}}"
        f"text.warning{{fill:{surface.warning}}}text.accent{{fill:{surface.accent}}}"
        f".mark{{fill:{surface.accent}}}.changed{{stroke:{surface.accent}}}.letter{{stroke:{surface.quiet}}}"
        for surface in (LIGHT, DARK)
    )
    return f"text{{font-family:{FONTS}}}.bold{{font-weight:700}}{light}@media (prefers-color-scheme:dark){{{dark}}}"


STYLE = _style()


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """An upper estimate of a text's width at a font size, in the units of the size."""
    ems = sum(map(_ems, text))
    return ems * size * (_BOLD if bold else 1)


def _ems(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WFA" and not character.isascii():
        return 1.0
    if character in _NARROW:
        return 0.4
    if character in _BROAD:
        return 1.0
    return 0.76 if character.isupper() else 0.64


def lines_of(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """A text cut into lines no wider than `width`: between words where that is possible, else inside them."""
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        line = ""
        for word in _words(paragraph, size, width, bold):
            longer = f"{line} {word}" if line else word
            if line and width_of(longer, size, bold=bold) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return lines


def _words(text: str, size: float, width: float, bold: bool) -> Iterator[str]:
    """The words of a text, those wider than a line in pieces."""
    for word in text.split():
        piece, filled = "", 0.0
        for character in word:
            more = width_of(character, size, bold=bold)
            if piece and filled + more > width:
                yield piece
                piece, filled = "", 0.0
            piece, filled = piece + character, filled + more
        yield piece


def lettered(text: str, x: float, y: float, size: float, name: str = "", lang: str | None = None) -> Element:
    """A line of a drawing; `y` is its baseline."""
    place = {"x": f"{x:g}", "y": f"{y:g}", "font-size": f"{size:g}"}
    return el("text", {"class": name or None, **place, "fill": LIGHT.ink, "lang": lang}, text)
