"""Acts of a North Korean law's history told by their day and what became of the law, the organ left out."""

from __future__ import annotations

import re
from functools import cache

import regex

from juche_toolkit.citation.dates import match_date
from juche_toolkit.citation.decrees import BODY_SIGN, DATE, OCCASION, event_of_law
from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.legal import LOCATOR

__all__ = ["bare_acts_in", "read_bare_act"]

_TOLD = re.compile(r"채택|수정|보충|개정|제정|폐지|삭제|승인")
"""Events that make a law's history."""
_NORTH = re.compile(r"조선|북한|공화국|주체|채택|수정")
"""A law whose history is told so is the North's."""


@cache
def _act() -> regex.Pattern[str]:
    return regex.compile(
        rf"[(\[\s]{{0,2}}{DATE}\s?,?\s?(?:{OCCASION})?(?P<event>{event_of_law()})"
        rf"(?:됨|함|되였다|되었다|하였다|된|한)?(?:\s것)?[\s.,)\]]*(?P<locator>(?:{LOCATOR.pattern})[\s.,)]*)?"
    )


@cache
def _next_act() -> regex.Pattern[str]:
    """The end of an act, where a further one begins behind it."""
    return regex.compile(
        rf"(?<=채택|수정|보충|개정|제정|됨|함)[\s,;·/()]{{1,4}}(?={DATE}\s?,?\s?(?:{OCCASION})?{event_of_law()}\s?(?:[,;·/()\]됨함]|\d|$))"
    )


def read_bare_act(draft: Draft) -> bool:
    """bare act := date [meeting "에서"] event — `주체94(2005)년 7월 26일 수정보충`, and nothing besides."""
    text = draft.source.text
    if draft.end - draft.start > 90 or _TOLD.search(text, draft.start, draft.end) is None:
        return False
    if BODY_SIGN.search(text, draft.start, draft.end) is not None:
        return False
    match = _act().fullmatch(text, draft.start, draft.end)
    place = next((place for place in range(draft.start, draft.start + 3) if text[place : place + 1].isalnum()), None)
    date = match_date(text, place, digit=text[place].isdigit()) if match is not None and place is not None else None
    if match is None or date is None:
        return False
    draft.put_date(date)
    draft.put("event", *match.span("event"))
    if match["meeting"]:
        draft.put("session", *match.span("meeting"))
    if match["locator"]:
        draft.put("locator", *match.span("locator"))
    draft.values["type"] = "legislation"
    return True


def bare_acts_in(text: str, start: int, end: int) -> list[int]:
    """Where further acts begin behind the first: `(1990. 12. 15. 채택, 2012. 5. 14. 수정보충)`."""
    if end - start > 1600 or len(_TOLD.findall(text, start, end)) < 2:
        return []
    if not text[start].isdigit() and _NORTH.search(text, start, end) is None:
        return []
    return [match.end() for match in _next_act().finditer(text, start, end)]
