"""The history of a North Korean law told in English: which organ adopted it, by which act, and what amended it."""

from __future__ import annotations

import re
from functools import cache

import regex

from juche_toolkit.citation.decrees import ENGLISH_DAY
from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.treaties import ACT_TRIGGER, ENGLISH_LOCATOR, NUMBER, finish, organ
from juche_toolkit.citation.words import alternatives

__all__ = ["english_acts_in", "read_english_act"]

_REACH = 800
_TOLD = re.compile(r"(?:ed|force)\b.{0,32}? (?:by|at|with|in|under|as|through) ")
"""Where none of these stands, no act is told."""
_NAMES_LAW = re.compile(
    r"\b(?:Law|Constitution|Act|Code|Regulations?|Rules|Charter|Decree|Ordinance|Statute|Provisions|Order)\b"
)
_ORDINAL = r"(?:\d{1,2}(?:st|nd|rd|th)|\p{Lu}\p{Ll}{3,12}(?:-\p{Ll}{3,8})?)"
_SESSION = (
    rf"(?P<session>{_ORDINAL}\s(?:[Ss]ession|[Mm]eeting|[Pp]lenary(?:\s[Mm]eeting)?|[Pp]lenum)"
    rf"(?:\sof\sthe\s{_ORDINAL}(?=\s\p{{Lu}}))?)"
)
_BEFORE_EVENT = r"(?:(?:as|was|first|last|lastly|further|again|subsequently|most recently)\s){0,2}"


def _event() -> str:
    """event := what became of the law ["on" day]"""
    return rf"(?P<event>(?i:{alternatives('treaty_event', 'event_en')}))(?:,?\s(?:on\s)?{ENGLISH_DAY})?"


def _by() -> str:
    """by := "by" [kind ["No." number] "of"] organ [kind number] | "at the" session "of the" organ"""
    act = rf"(?P<genre>(?i:{alternatives('act_en')}))"
    authority = rf"(?P<authority>{organ()})"
    return (
        rf"(?:(?:by|with|in|under|as|through)\s(?:(?:the|a)\s)?"
        rf"(?:{act}(?:,?\s?{NUMBER})?(?:\s(?:of|adopted by|issued by|from)|,)\s(?:the\s)?{authority}"
        rf"|{authority}(?:[’']s?)?(?:,?\s{act},?\s?{NUMBER})?(?:\sat\s(?:its|the)\s{_SESSION})?)"
        rf"|(?:at|by|in)\s(?:the\s)?{_SESSION}(?:\sof)?\s(?:the\s)?{authority})"
    )


@cache
def _act() -> regex.Pattern[str]:
    title = r"(?:[“\"*_《「]?(?P<title>\p{Lu}[^“”\";]{4,220}?)[”\"*_》」]?[\s,.(:–-]{1,4})??"
    return regex.compile(rf"[(\[]?{title}{_BEFORE_EVENT}{_event()},?\s(?P<told>{_by()})")


@cache
def _next_act() -> regex.Pattern[str]:
    """The end of an act in a law's history, where a further one begins behind it."""
    told = regex.sub(r"\?P<\w+>", "?:", rf"{_event()},?\s{_by()}")
    return regex.compile(rf"(?<=(?:19|20)\d\d[)\]]?)[\s,;.()]{{1,4}}(?:(?:and|then|later)\s)?(?={_BEFORE_EVENT}{told})")


def read_english_act(draft: Draft) -> bool:
    """english act := [law ","] event by [date] ["," article] — `Adopted by Decision No. 17 of the Standing Committee of
    the Supreme People’s Assembly on October 5, Juche 81 (1992)`.
    """
    text = draft.source.text
    if not _tells_act(text, draft.start, draft.end):
        return False
    match = _act().match(text, draft.start, draft.end)
    if match is None or (match["title"] and _NAMES_LAW.search(match["title"]) is None):
        return False
    for field in ("title", "event", "genre", "number", "session", "authority"):
        if match.group(field):
            draft.put(field, *match.span(field))
    draft.spans["symbol"] = match.span("told")
    locator = regex.compile(ENGLISH_LOCATOR).search(text, match.end(), draft.end)
    if locator is not None:
        draft.put("locator", *locator.span())
    finish(draft)
    return True


def english_acts_in(text: str, start: int, end: int) -> list[int]:
    """Where further acts begin in a law's history: `adopted by Decision No. 17 …, 1992, amended by Decree No. 484 …`."""
    if text.find("ed", start, end) < 0 and text.find("force", start, end) < 0:
        return []
    if end - start > _REACH * 4 or len(_TOLD.findall(text, start, end)) < 2 or not _tells_act(text, start, end):
        return []
    return [match.end() for match in _next_act().finditer(text, start, end)]


def _tells_act(text: str, start: int, end: int) -> bool:
    may = text.find("ed", start, end) >= 0 or text.find("force", start, end) >= 0
    return may and _TOLD.search(text, start, end) is not None and ACT_TRIGGER.search(text, start, end) is not None
