"""A pasted text cut into notes: which lines begin a note, and what number is printed there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import regex
from attrs import frozen

__all__ = ["Piece", "number_of", "split_block"]

_CIRCLED = {**{chr(0x2460 + value): value + 1 for value in range(20)},
            **{chr(0x3251 + value): value + 21 for value in range(15)},
            **{chr(0x32B1 + value): value + 36 for value in range(15)}}  # fmt: skip
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_BLANK = r"[ \t\u00A0\u3000\u200B\uFEFF]"

_NUMBER = regex.compile(
    rf"{_BLANK}*+(?:"
    rf"(?P<web>(?P<n1>\d{{1,6}})[.)]{_BLANK}*+\[(?P<n2>\d{{1,6}})\])"
    r"|(?P<bracket>\[\^?(?P<n3>\d{1,6})\]:?+)"
    r"|(?P<dot>(?P<n4>\d{1,6})\.(?=[^\d]|$))"
    r"|(?P<paren>(?P<n5>\d{1,6})[)）])"
    r"|(?P<parens>\((?P<n6>\d{1,3})\))"
    r"|(?P<circled>[①-⑳㉑-㉟㊱-㊿])"
    r"|(?P<raised>[⁰¹²³⁴-⁹]{1,4})"
    rf"|(?P<named>(?:각주|미주|주|註|[Nn]ote){_BLANK}?(?P<n7>\d{{1,6}})[.):]?+(?={_BLANK}|$))"
    rf"|(?P<alone>(?P<n8>\d{{1,6}}){_BLANK}*+$)"
    rf"|(?P<bare>(?P<n9>\d{{1,6}}){_BLANK}++(?=[^\d\s.,:)]))"
    rf"){_BLANK}*+"
)
_BREAK = re.compile(r"[\r\n]")
_LINE = regex.compile(r"[^\r\n]*+(?:\r\n|\n|\r|\Z)")
_ENTRY = regex.compile(r"\s*+@\p{L}++\s*+\{")

_FIRST = frozenset("[(각미주註nN \t\u00a0\u3000\u200b\ufeff⁰¹²³⁴⁵⁶⁷⁸⁹") | frozenset(_CIRCLED)
"""What a number begins with, if not with a digit."""
_BULLETS = frozenset("-*+•·")
_STYLES = ("web", "bracket", "dot", "paren", "parens", "circled", "raised", "named", "alone", "bare")
_LARGEST_FIRST = 999
"""A first number above this is a year or an amount, not the number of a note."""
_LARGEST_STEP = 40
"""Notes left out between two pasted notes; a greater step is no numbering."""


@frozen
class Piece:
    """One note in a text: its range, its printed number (None: none), and where its body begins.

    `page` is where the text behind it goes on to that a page's head or foot fills, if one was copied along.
    """

    start: int
    end: int
    number: str | None
    body: int
    page: int | None = None


@frozen
class _Mark:
    style: str
    value: int
    printed: str
    start: int
    end: int
    given: str = ""


def _mark(text: str, start: int, end: int) -> _Mark | None:
    """The number a line begins with, or None."""
    match = _NUMBER.match(text, start, end)
    if match is None:
        return None
    style = next(name for name in _STYLES if match.group(name) is not None)
    given = match.group(style)
    begin = match.start(style)
    if style == "circled":
        value = _CIRCLED[given]
    elif style == "raised":
        value = int(given.translate(_RAISED))
    else:
        digits = next(match.group(f"n{n}") for n in (2, 1, 3, 4, 5, 6, 7, 8, 9) if match.group(f"n{n}") is not None)
        value = int(digits)
    return _Mark(style, value, str(value), begin, match.end(), given)


def number_of(text: str) -> tuple[str | None, int]:
    """The printed number at the head of one note, and where the body begins.

    `1997. …` is no note 1997, and `38 North, …` no note 38: a bare number without a mark counts only on a line of
    its own.
    """
    start = len(text) - len(text.lstrip())
    first = text[start : start + 1]
    if first in _BULLETS and text[start + 1 : start + 3] == " [":  # an item of a list: `- [7] 조대호, …`
        start += 2
        first = "["
    if first not in _FIRST and not first.isdecimal():
        return None, start
    broken = _BREAK.search(text, start)
    newline = broken.start() if broken is not None else len(text)
    mark = _mark(text, start, newline)
    if mark is None or mark.value > _LARGEST_FIRST or mark.style in ("bare", "parens"):
        return None, start
    if mark.style == "alone" and not text[newline:].strip():
        return None, start
    if mark.end >= newline and not text[newline:].strip() and mark.style not in ("bracket", "web"):
        return None, start
    return mark.printed, mark.end


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The range of each line without its line break."""
    for match in _LINE.finditer(text):
        start, end = match.span()
        while end > start and text[end - 1] in "\r\n":
            end -= 1
        if start < len(text):
            yield start, end


def split_block(text: str) -> Iterator[Piece]:
    """Cut a text into notes.

    block := numbered note+ | line+. Numbers must be plausible as numbering: all in the style of the first, rising,
    no year
    among them. Without numbering each line is a note; an indented line goes on with the entry above it where
    entries begin
    at the margin, and a BibTeX entry runs to its closing brace.
    """
    lines = list(_lines(text))
    heads = _numbered(text, lines)
    if heads:
        return iter(_numbered_pieces(text, heads))
    return _plain_pieces(text, lines)


def _numbered(text: str, lines: Sequence[tuple[int, int]]) -> list[_Mark]:
    """The marks that number the notes, or none if the text isn't numbered."""
    marks = [mark for start, end in lines if (mark := _mark(text, start, end)) is not None]
    first_line = next((start for start, end in lines if text[start:end].strip(" \t\ufeff\u00a0")), None)
    tried: set[str] = set()
    for index, mark in enumerate(marks):
        if mark.style in tried or mark.value > _LARGEST_FIRST:
            continue
        tried.add(mark.style)
        run = _rising(marks[index:], mark.style)
        heads_text = first_line is not None and not text[first_line : mark.start].strip(" \t\ufeff\u00a0")
        weak = mark.style in ("bare", "alone", "parens")
        if (len(run) > 1 and (heads_text or mark.value == 1 or not weak)) or (heads_text and not weak):
            return run
    return []


def _outer(mark: _Mark, style: str) -> _Mark:
    """The mark `5.` of `5. [3]`, if it is of the style of the others."""
    given = mark.given
    digits = given[: next(place for place, letter in enumerate(given) if not letter.isdigit())]
    printed = "dot" if given[len(digits)] == "." else "paren"
    if printed != style:
        return mark
    value = int(digits)
    return _Mark(style, value, str(value), mark.start, mark.start + len(digits) + 1)


def _rising(marks: Sequence[_Mark], style: str) -> list[_Mark]:
    """The marks of one style that rise as numbering does."""
    run: list[_Mark] = []
    strict = style == "bare"
    for mark in marks:
        if mark.style == "web" and style in ("dot", "paren") and run:
            mark = _outer(mark, style)  # `5. [3] …`: only the first number is the note's
        if mark.style != style:
            continue
        if not run:
            run.append(mark)
            continue
        step = mark.value - run[-1].value
        if (
            step == 1
            or (not strict and 0 < step <= _LARGEST_STEP)
            or (mark.value == 1 and run[-1].value > 1 and not strict)
        ):
            run.append(mark)
    return run


_HEADING = regex.compile(
    r"[\r\n][ \t]*+(?P<title>(?:제\s?\d{1,2}\s?[장부편절]|[IVXⅠ-Ⅻ]{1,5}\.|(?:Chapter|CHAPTER|Part|PART)\s[\dIVXLC]{1,4}\b"
    r"|서론|결론|머리말|맺음말|Introduction|Conclusion)[^\r\n]{0,80})\Z"
)
_PAGE_LINE = regex.compile(
    r"(?<=[.)쪽면지])[ \t]*+(?:[\r\n]\s*+(?:\d{1,3}[ \t]?[│|•∣ㅣ][ \t]?[^\r\n\f]{2,80}|[^\r\n\f│|•∣ㅣ]{2,80}[ \t][│|•∣ㅣ][ \t]?\d{1,3})"
    r"|[\r\n]\s*+(?:[-–—]\s?\d{1,4}\s?[-–—]|\d{1,4})|[\r\n]*+\f[^\r\n\f]{2,80})\s*+\Z"
)
"""The head or foot of a page behind a note: its number and a title with a stroke between, its number alone or between
dashes, or a line behind a form feed."""
_LAST_LINES = 120


def _heading(text: str, head: _Mark, following: _Mark, end: int) -> int | None:
    """Where the title of a chapter stands at the end of a note, behind which numbers begin anew."""
    if following.value > head.value:
        return None
    match = _HEADING.search(text, max(head.end, end - _LAST_LINES), end)
    return match.start("title") if match is not None else None


def _numbered_pieces(text: str, heads: Sequence[_Mark]) -> list[Piece]:
    pieces: list[Piece] = []
    before = text[: heads[0].start]
    if before.strip("\ufeff \t\r\n\u00a0"):
        pieces.extend(_plain_pieces(text, list(_lines(before))))
    for index, head in enumerate(heads):
        stop = heads[index + 1].start if index + 1 < len(heads) else len(text)
        end = head.start + len(text[head.start : stop].rstrip())
        title = _heading(text, head, heads[index + 1], end) if index + 1 < len(heads) else None
        if title is not None:
            end = head.start + len(text[head.start : title].rstrip())
        page = None
        if title is None and (printed := _PAGE_LINE.search(text, max(head.end, end - _LAST_LINES), end)) is not None:
            page, end = end, printed.start()
        pieces.append(Piece(head.start, end, head.printed, min(head.end, end), page))
        if title is not None:
            pieces.append(_piece(text, title, stop))
    return pieces


def _plain_pieces(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    """One note a line, or one entry with its indented or bracketed continuation."""
    at_margin = sum(1 for start, end in lines if end > start and not text[start].isspace())
    indented = sum(1 for start, end in lines if text[start:end].strip() and text[start].isspace())
    hanging = bool(at_margin and indented)
    begin = stop = -1
    depth = 0
    for start, end in lines:
        body = text[start:end]
        if not body.strip("\ufeff \t\u00a0"):
            if depth <= 0 and begin >= 0:
                yield _piece(text, begin, stop)
                begin = -1
            continue
        goes_on = begin >= 0 and (depth > 0 or (hanging and body[0].isspace()))
        if not goes_on:
            if begin >= 0:
                yield _piece(text, begin, stop)
            begin, depth = start, 0
        stop = end
        if depth > 0 or (begin == start and _ENTRY.match(text, start, end)):
            depth += body.count("{") - body.count("}")
    if begin >= 0:
        yield _piece(text, begin, stop)


def _piece(text: str, start: int, end: int) -> Piece:
    given = text[start:end]
    start += len(given) - len(given.lstrip("\ufeff \t\u00a0"))
    return Piece(start, start + len(text[start:end].rstrip()), None, start)
