"""Works told within running text: `권보드래는 『연애의 시대』(현실문화연구, 2003)에서 …`, `… 김철, 『책』, 삼인, 2005에서 …`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from juche_toolkit.citation.foreign import is_foreign_name
from juche_toolkit.citation.items import TITLE_MARKS, Source
from juche_toolkit.citation.names import strength

__all__ = ["Told", "works_told"]


class Told(NamedTuple):
    """The tokens of a title with what places it, the last token's end, and the author's range before it, if any."""

    first: int
    last: int
    end: int
    author: tuple[int, int] | None


_DATED = regex.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_AUTHOR = regex.compile(
    r"(?<![\p{L}])(?P<name>(?P<given>\p{Hangul}{2,6}\s)?\p{Hangul}{2,6}?)(?P<mark>,|의|은|는|이|가)?\s?$"
)
_IMPRINT = regex.compile(
    r"(?:,\s(?:[『《][^『』《》]{1,40}[』》](?:\s(?:제\s?)?\d{1,3}\s?(?:권|집|호)?)?|[^\s,.;()『』「」《》]{1,20}(?:\s[^\s,.;()『』「」《》]{1,20})?)){1,3}"
    r",\s(?:1[89]|20)\d\d(?!\d)(?:년(?=[,\s]))?(?:,\s\d{1,4}(?:\s?[-~∼～]\s?\d{1,4})?\s?(?:쪽|면))?"
)
"""What stands behind a title in a citation with commas: `, 『상허학보』 9, 2002`, `, 삼인, 2005, 33쪽`."""
_PAGES = regex.compile(
    r",?\s(?:(?:제\s?)?\d{1,3}\s?[장부]|\d{1,4}(?:\s?[-~∼～]\s?\d{1,4})?\s?(?:쪽|면))(?!\p{Hangul}{3})"
)
"""The page or chapter behind an imprint in brackets: `(소명출판, 1999), 66-70쪽을`, `(문학과지성사, 2003) 4장에서`."""
_LONGEST = 400


def works_told(source: Source, first: int, last: int) -> Iterator[Told]:
    """The works of a range of running text that are told with their imprint, in order.

    told := [author] title "(" imprint with a year ")" | author "," title "," imprint with a year
    """
    tokens, text = source.tokens, source.text
    place = first
    while place < last:
        token = tokens[place]
        if token.mark not in TITLE_MARKS or not place < token.mate < last - 1:
            place += 1
            continue
        found = _in_bracket(source, place, last) or _with_commas(source, place, last)
        if found is not None and tokens[found.last - 1].end - token.start <= _LONGEST:
            yield found._replace(author=_author(text, tokens[first].start, token.start))
            place = found.last
        else:
            place = token.mate + 1


def _in_bracket(source: Source, place: int, last: int) -> Told | None:
    """A title with a round bracket right behind it in which a year stands."""
    tokens, text = source.tokens, source.text
    behind = tokens[place].mate + 1
    if tokens[behind].mark != "(" or not behind < tokens[behind].mate < last:
        return None
    stop = tokens[behind].mate
    match = _PAGES.match(text, tokens[stop].end)
    inner = text[tokens[behind].end : tokens[stop].start]
    if _DATED.search(inner) is None or "," not in inner:
        return None
    return _to(source, place, stop + 1, last, match.end() if match is not None else tokens[stop].end)


def _with_commas(source: Source, place: int, last: int) -> Told | None:
    """A title with its imprint and year behind commas, and an author and a comma before it."""
    tokens, text = source.tokens, source.text
    start, behind = tokens[place].start, tokens[tokens[place].mate].end
    author = _author(text, tokens[0].start, start)
    if author is None or text[author[1] : author[1] + 1] != ",":
        return None
    match = _IMPRINT.match(text, behind)
    if match is None:
        return None
    return _to(source, place, tokens[place].mate + 1, last, match.end())


def _to(source: Source, place: int, stop: int, last: int, end: int) -> Told:
    """The tokens from a title up to a place in the text."""
    while stop < last and source.tokens[stop].start < end:
        stop += 1
    return Told(place, stop, end, None)


def _author(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name right before a title, with a comma or a particle: `권보드래는`, `에릭 홉스봄의`, `김철,`."""
    match = _AUTHOR.search(text, max(start, end - 20), end)
    if match is None or (match["mark"] is None):
        return None
    name_start, name_end = match.span("name")
    if match["given"] is not None:
        if is_foreign_name(match["name"]):
            return name_start, name_end
        name_start += len(match["given"])
    name = text[name_start:name_end]
    sure = strength(name) == 3 or (match["mark"] == "," and len(name) == 2 and strength(name) >= 2)
    return (name_start, name_end) if sure else None
