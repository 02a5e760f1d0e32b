"""Treaties cited in English, by their title and what became of them on a day."""

from __future__ import annotations

import re
from functools import cache

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.legal import take_dates, take_rest

__all__ = ["read_treaty"]

_TRIGGER = re.compile(r"signature|signed|entered into force|T\.?\s?S\.|UNTS|concluded|adopted|done ")
_REACH = 600
_PLACES = ("Art", "Chapter", "Sec", "Para")
_KIND = (
    r"(?:Treaty|Convention|Covenant|Protocol|Agreement|Armistice|Charter|Statute|Pact|Exchange of Notes"
    r"|Joint Declaration|Memorandum of Understanding|Framework)"
)
_SERIES = regex.compile(
    r"(?P<volume>\d{1,4})\s(?P<container_title>U\.\s?N\.\s?T\.\s?S\.|UNTS|U\.S\.T\.|T\.I\.A\.S\.|L\.N\.T\.S\.)\s(?:No\.\s)?(?P<pages>\d{1,5})"
)
"""A place in a treaty series: `729 U.N.T.S. 161`."""


@cache
def _treaty() -> regex.Pattern[str]:
    series = regex.sub(r"\?P<\w+>", "?:", _SERIES.pattern)
    return regex.compile(
        rf"[“\"*_]?(?P<title>(?:\p{{Lu}}[^“”\",;*_]{{0,120}}\s)?{_KIND}\b[^“”\";*_]{{0,240}}?)"
        r"(?:[,.]?[”\"*_]?,?\s\(?(?P<event>opened for signature|signed|adopted|entered into force|done|concluded|ratified)"
        r"(?:,?\s(?:at|in)\s(?P<place>\p{Lu}[\p{L}. ]{2,30}?))?(?:\son)?,?\s(?=\p{Lu}|\d)"
        rf"|(?:[,.][”\"*_]?|[”\"*_],?)\s(?=[^“”\"]{{0,60}}{series}))"
    )


_ARTICLE_OF = regex.compile(
    r"(?P<locator>(?:Art(?:icle|\.)s?|Chapter|Section|Sec\.|Para(?:graph|\.))\s\d{1,4}(?:\(\d{1,3}\))?(?:\s?(?:and|–|-|,)\s?\d{1,4}){0,4})"
    r"\s(?:of|in)\sthe\s(?P<title>\p{Lu}[^“”,;()]{2,160}?)"
    r"(?:,?\s\(?(?:as\s)?(?P<event>amended|adopted|revised|enacted|promulgated|ratified)"
    r"(?:\s(?:and supplemented\s)?(?:in|on|by))?\s(?=\p{Lu}|\d)"
    r"|\s?\((?=(?:19|20)\d\d\))|,\s(?=(?:19|20)\d\d)|[.\s]*$)"
)
"""A place in a law, named before it: `Article 33 of the Socialist Constitution of the DPRK, as amended in 2019`."""
_STATUTE = regex.compile(
    r"Constitution|Law|Act|Code|Regulations?|Rules|Treaty|Convention|Covenant|Agreement|Charter|Statute|Decree"
)


def _article_of(draft: Draft) -> bool:
    match = _ARTICLE_OF.match(draft.source.text, draft.start, draft.end)
    if match is None or _STATUTE.search(match["title"]) is None:
        return False
    for field in ("locator", "title", "event"):
        if match.group(field):
            draft.put(field, *match.span(field))
    draft.spans["symbol"] = match.start(), match.start("event") if match["event"] else match.end("title")
    take_dates(draft)
    draft.values["type"] = "legislation"
    take_rest(draft)
    return True


def read_treaty(draft: Draft) -> bool:
    """treaty := title "," ("signed" | "opened for signature" | …) ["at" place] ["," date] ["," volume series page]"""
    text = draft.source.text
    if draft.end - draft.start <= _REACH and text.startswith(_PLACES, draft.start) and _article_of(draft):
        return True
    if draft.end - draft.start > _REACH or _TRIGGER.search(text, draft.start, draft.end) is None:
        return False
    match = _treaty().match(text, draft.start, draft.end)
    if match is None:
        return False
    for field in ("title", "event", "place"):
        if match.group(field):
            draft.put(field, *match.span(field))
    if (series := _SERIES.search(text, match.end(), draft.end)) is not None:
        for field in ("volume", "container_title", "pages"):
            draft.put(field, *series.span(field), series[field])
    take_dates(draft)
    draft.values["type"] = "legislation"
    take_rest(draft)
    return True
