"""Treaties, acts and articles of laws cited in English."""

from __future__ import annotations

import re
from functools import cache

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.legal import take_dates, take_rest
from juche_toolkit.citation.words import alternatives

__all__ = ["read_treaty"]

_TRIGGER = re.compile(r"signature|signed|entered into force|T\.?\s?S\.|UNTS|concluded|adopted|done ")
_REACH = 600
_PLACES = ("Art", "Chapter", "Sec", "Para")
_FIRST = (*'“"*_', *"ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_ACT_TRIGGER = re.compile(r"Assembly|SPA|Cabinet|Commission|Committee|Council")
_SERIES = regex.compile(
    r"(?P<volume>\d{1,4})\s(?P<container_title>U\.\s?N\.\s?T\.\s?S\.|UNTS|U\.S\.T\.|T\.I\.A\.S\.|L\.N\.T\.S\.)\s(?:No\.\s)?(?P<pages>\d{1,5})"
)
"""A place in a treaty series: `729 U.N.T.S. 161`."""


@cache
def _treaty() -> regex.Pattern[str]:
    series = regex.sub(r"\?P<\w+>", "?:", _SERIES.pattern)
    return regex.compile(
        rf"[“\"*_]?(?P<title>(?:\p{{Lu}}[^“”\",;*_]{{0,120}}\s)?(?i:{alternatives('treaty')})\b[^“”\";*_]{{0,240}}?)"
        r"(?:[,.]?[”\"*_]?,?\s\(?(?P<event>(?i:" + alternatives("treaty_event") + r"))"
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


@cache
def _body() -> str:
    """A state organ of North Korea in English, by the table, with the country before or behind it."""
    country = r"(?:DPRK|Democratic People[’']s Republic of Korea|North Korean)"
    return rf"(?:{country}(?:[’']s)?\s)?(?i:{alternatives('organ_en')})(?:\sof\sthe\s{country})?"


_NUMBER = r"(?:No\.|Number|no\.)\s?(?P<number>\d{1,6})"


@cache
def _act_of_assembly() -> regex.Pattern[str]:
    title = r"(?:,?\s[“\"*](?P<title>[^“”\"*]{3,200}?),?[”\"*])?"
    act = rf"(?i:{alternatives('act_en')})"
    of = rf"\s(?:of|by|adopted by|issued by)\s(?:the\s)?(?P<authority>{_body()})"
    return regex.compile(
        rf"(?:The\s)?(?P<authority>{_body()})(?:[’']s?)?,?\s(?P<genre>{act})(?=[\s,.(])(?:,?\s{_NUMBER})?{title}"
        rf"|(?:The\s)?(?P<genre>{act})(?:,?\s{_NUMBER})?{of}{title}"
        rf"|[“\"*](?P<title>[^“”\"*]{{3,200}}?),?[”\"*],?\s(?P<genre>{act})(?:,?\s{_NUMBER})?{of}"
    )


def _read_act(draft: Draft) -> bool:
    """act := body kind ["No." number] ["," title] | kind "No." number "of the" body | title "," kind "of the" body — with a date"""
    match = _act_of_assembly().match(draft.source.text, draft.start, draft.end)
    if match is None or not (match["number"] or match["title"]):
        return False
    for field in ("authority", "genre", "number", "title"):
        if match.group(field):
            draft.put(field, *match.span(field))
    draft.spans["symbol"] = match.span()
    take_dates(draft)
    draft.values["type"] = "legislation"
    take_rest(draft)
    return True


def read_treaty(draft: Draft) -> bool:
    """english legal := act | article "of the" law | treaty

    treaty := title "," ("signed" | "opened for signature" | …) ["at" place] ["," date] ["," volume series page]
    """
    text = draft.source.text
    if draft.end - draft.start <= _REACH and text.startswith(_PLACES, draft.start) and _article_of(draft):
        return True
    if not text.startswith(_FIRST, draft.start) or draft.end - draft.start > _REACH:
        return False
    if _ACT_TRIGGER.search(text, draft.start, draft.end) is not None and _read_act(draft):
        return True
    if _TRIGGER.search(text, draft.start, draft.end) is None:
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
