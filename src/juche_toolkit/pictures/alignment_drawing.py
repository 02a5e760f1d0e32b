"""The alignment of Hangul and Latin as one SVG drawing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from juche_toolkit.pictures.alignment import SPACE, doubts_by_place, doubts_of, words_of
from juche_toolkit.pictures.lettering import STYLE, lettered, lines_of, width_of
from juche_toolkit.pictures.markup import Element, drawing, el, written
from juche_toolkit.pictures.palette import LIGHT
from juche_toolkit.pictures.rules import rules_of, split_rules
from juche_toolkit.romanization.model import Romanization, Segment

__all__ = ["alignment_svg"]

_MARGIN, _PAD, _GAP = 16.0, 8.0, 10.0
_NARROWEST = 240.0


@frozen
class _Row:
    """One kind of line of a cell: its font size, class and language."""

    size: float
    name: str
    lang: str | None

    @property
    def bold(self) -> bool:
        return "bold" in self.name

    @property
    def height(self) -> float:
        return self.size * 1.4


_HANGUL, _SOUND, _LATIN = _Row(20, "", "ko"), _Row(14, "quiet", "ko"), _Row(16, "bold", "ko-Latn")
_RULES, _TEXT, _DOUBT = _Row(11, "quiet", None), _Row(13, "", None), _Row(13, "warning", None)
_ROWS = (_HANGUL, _SOUND, _LATIN, _RULES)


@frozen
class _Cell:
    """A segment cut to lines: for each row its lines; and the width it takes."""

    lines: tuple[tuple[str, ...], ...]
    width: float


def alignment_svg(result: Romanization, *, width: float = 960) -> str:
    """The alignment of a romanization as an SVG file `width` units wide, with its legend and its doubts.

    Widths of texts are estimated, generously, since a drawing can't ask its fonts. Anything narrower than 240 units is drawn at 240.
    """
    width = max(width, _NARROWEST)
    room = width - 2 * _MARGIN
    y, content = _MARGIN, list[Element]()
    for text, row in ((result.source, _HANGUL), (result.text, _LATIN), (f"scheme {result.scheme}", _RULES)):
        y, shown = _lines(lines_of(text, row.size, room, bold=row.bold), _MARGIN, y, row)
        content += shown
    y += _GAP
    for line in _flow(_cells(result, room), room):
        height = _height(line)
        x = _MARGIN
        for word in line:
            content += _word(word, x, y, height)
            x += sum(cell.width for cell in word) + _GAP
        y += height + _GAP
    y += _GAP
    for text, row in _notes(result):
        y, shown = _lines(lines_of(text, row.size, room), _MARGIN, y, row)
        content += shown
    y += _MARGIN
    paper = el("rect", {"class": "paper", "width": f"{width:g}", "height": f"{y:g}", "fill": LIGHT.paper})
    title = " ".join(f"{result.source} – {result.text}".split())
    return written(drawing(width, y, title, STYLE, paper, *content), xml=True) + "\n"


def _cells(result: Romanization, room: float) -> Iterator[list[_Cell]]:
    doubts = doubts_by_place(result.warnings)
    for word in words_of(result):
        yield [_cell(segment, doubts_of(segment, doubts), room) for segment in word]


def _cell(segment: Segment, doubts: Sequence[int], room: float) -> _Cell:
    marks = [f"?{number}" for number in doubts]
    rules = " · ".join(split_rules(segment.rules))
    if segment.confidence < 1 and segment.pronunciation:
        rules = " · ".join(part for part in (rules, f"{segment.confidence:.0%} sure") if part)
    texts = (
        " ".join([segment.source.strip(), *marks]),
        f"[{segment.pronunciation}]" if segment.pronunciation else "",
        segment.latin if segment.latin.strip() else SPACE,
        rules,
    )
    inner = room - 2 * _PAD
    cut = tuple(tuple(lines_of(text, row.size, inner, bold=row.bold)) for text, row in zip(texts, _ROWS, strict=True))
    widest = max(
        width_of(line, row.size, bold=row.bold) for lines, row in zip(cut, _ROWS, strict=True) for line in lines
    )
    return _Cell(cut, widest + 2 * _PAD)


def _flow(words: Iterator[list[_Cell]], room: float) -> Iterator[list[list[_Cell]]]:
    """Words set in lines; a word wider than a line is parted between its segments, an empty word ends the line."""
    line: list[list[_Cell]] = []
    filled = 0.0
    for word in words:
        for part in _parted(word, room):
            width = sum(cell.width for cell in part)
            if line and filled + width > room:
                yield line
                line, filled = [], 0.0
            line.append(part)
            filled += width + _GAP
        if not word and line:
            yield line
            line, filled = [], 0.0
    if line:
        yield line


def _parted(word: list[_Cell], room: float) -> Iterator[list[_Cell]]:
    part: list[_Cell] = []
    for cell in word:
        if part and sum(one.width for one in (*part, cell)) > room:
            yield part
            part = []
        part.append(cell)
    if part:
        yield part


def _heights(line: Sequence[Sequence[_Cell]]) -> list[float]:
    """The height of each row of a line: its cell with most lines decides."""
    return [
        row.height * max(len(cell.lines[number]) for word in line for cell in word) for number, row in enumerate(_ROWS)
    ]


def _height(line: Sequence[Sequence[_Cell]]) -> float:
    return sum(_heights(line)) + 2 * _PAD


def _word(word: Sequence[_Cell], x: float, y: float, height: float) -> Iterator[Element]:
    """A word's box, the seams between its segments, and their lines."""
    box = {"x": f"{x:g}", "y": f"{y:g}", "width": f"{sum(cell.width for cell in word):g}", "height": f"{height:g}"}
    yield el("rect", {"class": "panel", **box, "rx": "5", "fill": LIGHT.panel, "stroke": LIGHT.line})
    for number, cell in enumerate(word):
        if number:
            ends = {"x1": f"{x:g}", "x2": f"{x:g}", "y1": f"{y:g}", "y2": f"{y + height:g}"}
            yield el("line", {"class": "rule", **ends, "stroke": LIGHT.line, "stroke-dasharray": "3 3"})
        top = y + _PAD
        for lines, row in zip(cell.lines, _ROWS, strict=True):
            top, shown = _lines(list(lines), x + _PAD, top, row)
            yield from shown
        x += cell.width


def _lines(lines: list[str], x: float, y: float, row: _Row) -> tuple[float, list[Element]]:
    """Lines one under the other from `y` down, and where they end."""
    shown = [
        lettered(line, x, y + row.height * number + row.size, row.size, row.name, row.lang)
        for number, line in enumerate(lines)
        if line
    ]
    return y + row.height * len(lines), shown


def _notes(result: Romanization) -> Iterator[tuple[str, _Row]]:
    for number, doubt in enumerate(result.warnings, 1):
        ways = f" Alternatives: {' or '.join(doubt.alternatives)}" if doubt.alternatives else ""
        yield f"?{number} {doubt.message}.{ways}", _DOUBT
    for rule in rules_of([result]):
        told = f": {rule.says}" if rule.says else ""
        yield f"{rule.id} – {rule.cited}{told}", _TEXT
