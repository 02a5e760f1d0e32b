"""Reprints: the year of the first edition before the imprint, or what was printed again behind it.

`(1960; repr., Seoul: Munhak kwa Chisŏngsa, 1989)`, `1936. Reprint, Seoul: …, 1991`, `(London: Heinemann, 1906; repr. 1969)`. The imprint
that stands in full is the record's; the other year has no field.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.imprint import is_place
from juche_toolkit.citation.items import Item

__all__ = ["set_reprint_apart"]

_SIGN = re.compile(r"[Rr]epr|[Rr]pt\b|[Pp]ublished|;")
_AGAIN = regex.compile(
    r"(?:repr(?:int(?:ed)?)?|rpt)\b\.?(?:\s(?:ed(?:ition|n)?\b\.?|by|in))?(?=\s?[,:.;)]|\s\d|\s\p{Lu}|$)",
    regex.IGNORECASE,
)
"""The word for a reprint, with which the later imprint begins."""
_FIRST = regex.compile(
    r"(?:(?:first|originally|orig\.)\s(?:published|printed|pub\.)|original\swork\spublished)(?:\s(?:in|as)\b.{0,80})?",
    regex.IGNORECASE,
)


def set_reprint_apart(draft: Draft, items: Sequence[Item]) -> None:
    """reprint := year (";" | ".") ["repr." ","] imprint | imprint ";" "repr." rest | imprint "." "First published" year"""
    if not items or _SIGN.search(draft.source.text, items[0].start, items[-1].end) is None:
        return
    index = next((place for place, item in enumerate(items) if _says_again(draft, item)), None)
    if index is None:
        _first_published(draft, items)
        if len(items) > 2 and _is_year(items[0]) and items[1].mark == ";" and _year_later(items, 2):
            _apart(draft, items[:1])
        elif (second := _second_imprint(draft, items)) is not None:
            _apart(draft, items[second:])
        return
    earlier = [item for item in items[:index] if item.kind not in ("sep", "taken")]
    if draft.text(items[index].start, items[index].end).endswith(" in") and any(map(_is_year, earlier)):
        _apart(draft, items[index:])  # `…, 1-20. Reprinted in *Readers*, 2005`
        return
    if not earlier or not _is_year(earlier[-1]) or not _year_later(items, index):
        return
    again = items[index]
    named = any(item.kind == "text" and item is not again for item in items[index:])
    imprint = items[0] is not earlier[-1] and items[index - 1].mark == ";"
    if imprint or not named:  # the first imprint is whole
        _apart(draft, items[index:])
        return
    _apart(draft, earlier[-1:])
    match = _AGAIN.match(draft.source.text, again.start, again.end)
    if match is not None and match.end() < again.end:
        draft.passed.append((again.start, match.end()))
        again.start = match.end()
    else:
        draft.passed.append((again.start, again.end))
        again.kind, again.figure = "taken", None


def _says_again(draft: Draft, item: Item) -> bool:
    """Whether an item is, or begins with, the word for a reprint."""
    if item.kind not in ("text", "figure", "remark"):
        return False
    return _AGAIN.match(draft.source.text, item.start, item.end) is not None


def _is_year(item: Item) -> bool:
    return item.date is not None and item.date.month is None and item.date.year is not None


def _second_imprint(draft: Draft, items: Sequence[Item]) -> int | None:
    """Where a second imprint follows a whole one behind a semicolon: `(London: Heinemann, 1906; Seoul: Yonsei …, 1969)`."""
    for place in range(2, len(items) - 2):
        if items[place].mark != ";" or not _is_year(items[place - 1]) or items[place + 1].kind != "text":
            continue
        town, colon, _ = draft.text(items[place + 1].start, items[place + 1].end).partition(":")
        earlier = ":" in draft.text(items[0].start, items[place].start)
        if colon and earlier and is_place(town.strip()) and _is_year(items[-1]):
            return place + 1
    return None


def _year_later(items: Sequence[Item], index: int) -> bool:
    return any(_is_year(item) for item in items[index:])


def _apart(draft: Draft, items: Sequence[Item]) -> None:
    """Tell what has no field: the year of one of the two."""
    start, end = draft.trimmed(items[0].start, items[-1].end)
    draft.doubtful(f"The other printing has no field: {draft.text(start, end)}", start, end, 0.02)
    for item in items:
        item.kind, item.mark, item.date, item.figure = "taken", "", None, None


def _first_published(draft: Draft, items: Sequence[Item]) -> None:
    """Set apart `First published 1936` behind an imprint with its own year."""
    for place, item in enumerate(items[:-1]):
        if item.kind == "text" and _FIRST.fullmatch(draft.source.text, *draft.trimmed(item.start, item.end)):
            dated = any(_is_year(other) for other in items[:place])
            if dated and _is_year(items[place + 1]):
                _apart(draft, items[place : place + 2])
            return
