"""Treaties, acts and articles of laws cited in English."""

from __future__ import annotations

import re
from functools import cache

import regex

from juche_toolkit.citation.decrees import ENGLISH_DAY
from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.legal import LOCATOR, end_of_law, event_in_english, take_dates, take_rest
from juche_toolkit.citation.names import Person
from juche_toolkit.citation.words import alternatives

__all__ = ["ACT_TRIGGER", "ENGLISH_LOCATOR", "NUMBER", "finish", "organ", "read_treaty"]

_TRIGGER = re.compile(
    r"signature|signed|entered into force|T\.?\s?S\.|UNTS|concluded|adopted|done |I\.L\.M|U\.S\.T|T\.I\.A"
)
_REACH = 600
_PLACES = ("Art", "Chapter", "Sec", "Para")
_FIRST = (*'“"*_《『「', *"ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_MARKS = (*'“"*_《『「',)
"""Marks of titles."""
_LAW_TRIGGER = re.compile(
    r"(?:Law|Act|Code|Con[sv]|Coven|Regul|Rules|Charter|Statute|Agree|Treat|Protoc|Armis|Frame|Joint|Pact).{0,200}"
    r"(?:ed|signature|into force|done|§|Art|Chapter|Sec|Para|조|장)",
    re.S,
)
ACT_TRIGGER = re.compile(r"Assembly|SPA|Cabinet|Commission|Committee|Council|Command")
_SERIES = regex.compile(
    r"(?P<volume>\d{1,4})\s(?P<container_title>U\.\s?N\.\s?T\.\s?S\.|UNTS|U\.S\.T\.|T\.I\.A\.S\.|L\.N\.T\.S\.|I\.L\.M\.|Stat\.)\s(?:No\.\s)?(?P<pages>\d{1,5})"
)
"""A place in a treaty series: `729 U.N.T.S. 161`."""


_NUMBERED_TREATY = regex.compile(r"(?P<series>T\.I\.A\.S\.|TIAS)\s(?:No\.\s)?(?P<number>\d{3,6}(?:[-–]\d+)?)")
"""A treaty's number in a series that counts treaties: `T.I.A.S. No. 2782`."""


@cache
def _treaty() -> regex.Pattern[str]:
    series = regex.sub(r"\?P<\w+>", "?:", _SERIES.pattern)
    return regex.compile(
        rf"[“\"*_]?(?P<title>(?:\p{{Lu}}[^“”\",;*_]{{0,120}}\s)?(?i:{alternatives('treaty')})\b[^“”\";*_]{{0,240}}?)"
        r"(?:[,.]?[”\"*_]?,?\s\(?(?P<event>(?i:" + alternatives("treaty_event") + r"))"
        r"(?:,?\s(?:at|in)\s(?P<place>\p{Lu}[\p{L}. ’'-]{2,30}?))?(?:\son)?,?\s(?=\p{Lu}|\d)"
        rf"|(?:[,.][”\"*_]?|[”\"*_],?)\s(?=[^“”\"]{{0,60}}(?:{series}|T\.I\.A\.S\.\s(?:No\.\s)?\d)))"
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


_SYMBOL = r"(?P<number>[AESN]/(?:[\p{Lu}\d.]{1,12}/){0,4}\d{1,4}(?:/(?:Add|Rev|Corr|L|WP|CRP)\.\d{1,3})?)(?![\p{L}\d/])"
_UN_DOCUMENT = regex.compile(
    r"(?:(?P<body>(?:유엔|국제연합|UN|U\.N\.|United Nations)[^,“”\"『「《;]{0,60}?)(?:,\s|\s(?=[SA]/RES/)))?"
    rf"(?:(?:UN|U\.N\.|United Nations)\s[Dd]oc(?:ument|\.)?\s|문서\s?)?{_SYMBOL}"
)
"""A document of the United Nations known by its symbol alone: `UN Doc. S/2019/171, 5 March 2019`."""


_RESOLVED = regex.compile(r"\d|[Rr]esolution|결의")
"""What names a resolution before its symbol: then other rules read it."""


def _un_document(draft: Draft) -> bool:
    match = _UN_DOCUMENT.match(draft.source.text, draft.start, draft.end)
    resolution = match is not None and "RES" in match["number"]
    if match is None or (resolution and (not match["body"] or _RESOLVED.search(match["body"]) is not None)):
        return False
    draft.put("number", *match.span("number"), match["number"])
    if resolution:
        draft.put("authority", *match.span("body"))
    elif match["body"]:
        draft.people["authors"] = [Person(*match.span("body"), None, None, "other")]
    draft.spans["symbol"] = match.span()
    finish(draft, "legislation" if resolution else "report")
    return not draft.left


_LAW = (
    r"(?P<title>(?:\p{Lu}[^,“”\";()]{0,100}\s)?(?:Charter|[Cc]onstitution|Law|Act|Code|Treaty|Convention|Covenant|Statute|Agreement|Regulations?)"
    r"(?:\s(?:of|on|for|between|concerning)\s[^,“”\";()]{2,120}?)?)"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}{0,6}\.?"
_DAY = (
    rf"(?:(?:{_MONTH}\s)?(?:\d{{1,2}},?\s)?(?:[Jj]uche\s\d{{1,3}},?\s?)?[\[(]?(?:19|20)\d\d[\])]?"
    rf"|\d{{1,2}}\s{_MONTH}\s(?:19|20)\d\d|[Jj]uche\s\d{{1,3}})"
)
_AMENDED = (
    r"(?:as\s)?(?P<event>amended(?:\sand\s(?:supplemented|revised))?|adopted|revised|enacted|promulgated|ratified)"
    rf",?(?:\s(?:in|on))?\s{_DAY}"
)
_AMENDED_AGAIN = rf"(?:(?:,|;|\sand|,\sand)\s(?:last\s|as\s)?{_AMENDED.replace('?P<event>', '?:')}){{0,6}}"
_PLACED_IN = regex.compile(
    rf"{_LAW}(?:,?\s\(?(?:{_AMENDED}{_AMENDED_AGAIN}|{_DAY})\)?)?,?\s?"
    r"(?P<locator>(?:[Aa]rt(?:icle|\.)?s?\.?|§|[Ss]ec(?:tion|\.)|[Cc]hap(?:ter|\.))\s?\d{1,4}(?:\(\d{1,3}\))*"
    r"(?:\s?[-–]\s?\d{1,4})?)(?=[.,;\s]|$)"
)
"""A law with a place in it: `Charter of the United Nations, Art. 2(4)`, `Constitution of the DPRK, Juche 108 (2019), Article 33`."""
_AMENDED_ON_A_DAY = regex.compile(rf"{_LAW},?\s\(?{_AMENDED}{_AMENDED_AGAIN}\)?[.\s]*$")
"""A law and when it was amended: `Constitution of the DPRK, as amended in April 2019`."""


def _article_of(draft: Draft) -> bool:
    match = _ARTICLE_OF.match(draft.source.text, draft.start, draft.end)
    if match is None or _STATUTE.search(match["title"]) is None:
        return False
    for field in ("locator", "title", "event"):
        if match.group(field):
            draft.put(field, *match.span(field), match[field])
    draft.spans["symbol"] = match.start(), match.start("event") if match["event"] else match.end("title")
    finish(draft)
    return True


@cache
def organ() -> str:
    """A state organ of North Korea in English, by the table, with the country before or behind it."""
    country = r"(?:DPRK|Democratic People[’']s Republic of Korea|North Korean)"
    return rf"(?:{country}(?:[’']s)?\s)?(?i:{alternatives('organ_en')})(?:\sof\sthe\s{country})?"


NUMBER = r"(?:No\.|Number|no\.)\s?(?P<number>\d{1,6})"


@cache
def _act_of_assembly() -> regex.Pattern[str]:
    marked = r"[“\"*《『「](?P<title>[^“”\"*《》『』「」]{3,200}?),?[”\"*》』」]"
    title = rf"(?:,?\s{marked})?"
    named = r"(?:Law|Act|Decree|Ordinance|Regulations?|Rules)\s(?:[Oo]n|[Oo]f|[Cc]oncerning|[Ff]or)\s"
    act = rf"(?i:{alternatives('act_en')})"
    of = rf"(?:\s(?:of|by|adopted by|issued by)|,)\s(?:the\s)?(?P<authority>{organ()})"
    return regex.compile(
        rf"(?:The\s)?(?P<authority>{organ()})(?:[’']s?)?,?\s[“\"*]?(?P<title>(?:\p{{Lu}}[\p{{L}}’'-]*\s){{0,6}}{named}[^“”\"*,;(]{{3,160}}),?[”\"*]?(?=\s?[,(.])"
        rf"|(?:The\s)?(?P<authority>{organ()})(?:[’']s?)?,?\s(?P<genre>{act})(?=[\s,.(])(?:,?\s{NUMBER})?{title}"
        rf"|(?:The\s)?(?P<genre>{act})(?:,?\s{NUMBER})?{of}{title}"
        rf"|{marked},?\s(?:(?P<genre>{act})(?:,?\s{NUMBER})?{of}|(?P<authority>{organ()})(?:[’']s?)?\s(?P<genre>{act}),?\s{NUMBER})"
    )


def _act(draft: Draft) -> bool:
    """act := body kind ["No." number] ["," title] | kind "No." number "of the" body | title "," kind "of the" body — with a date"""
    if ACT_TRIGGER.search(draft.source.text, draft.start, draft.end) is None:
        return False
    match = _act_of_assembly().match(draft.source.text, draft.start, draft.end)
    if match is None or not (match["number"] or match["title"]):
        return False
    for field in ("authority", "genre", "number", "title"):
        if match.group(field):
            draft.put(field, *match.span(field))
    draft.spans["symbol"] = match.span()
    _put_event(draft, match.end())
    finish(draft)
    return True


def _put_event(draft: Draft, start: int) -> None:
    """What became of the law, in English, behind a place in the text."""
    event = event_in_english().search(draft.source.text, start, draft.end)
    if event is not None:
        draft.put("event", *event.span("event"))


_MARKED_LAW = regex.compile(r"[“\"*_《『「](?P<title>[^“”\"*_《》『』「」;]{3,240}?),?[”\"*_》』」]")
_NAMES_LAW = regex.compile(
    r"(?:Law|Act|Regulations?|Rules|Code)\s(?:on|of|for|concerning)\s\p{L}.*|(?:.*\s)?(?:Constitution|Charter|Statute|Code)\sof\s.*"
    r"|(?:.*\s)?(?:Constitution|Law|Act|Code|Charter|Regulations|Agreement|Treaty|Convention|Covenant|Protocol|Armistice)"
)
"""A title that is a law's or a treaty's, whatever stands behind it."""
ENGLISH_LOCATOR = (
    r"(?:[Aa]rt(?:icles?|s?\.)|Chapters?|Sections?|Sec\.|Para(?:graph|\.)|§{1,2})\s?\d{1,4}(?:\(\d{1,3}\))*(?:\s?[-–]\s?\d{1,4})?"
    rf"|{LOCATOR.pattern}"
)
_NO_MORE = regex.compile(
    rf"(?:[\s,.()]|{ENGLISH_DAY}|\d{{1,2}}\s(?=\p{{Lu}})|\d{{1,4}}[년월일]|(?:19|20)\d\d(?!\d)|(?<!\p{{L}})(?:as|on|in)(?!\p{{L}}))*+"
)
"""A date, and nothing besides."""


def _marked_law(draft: Draft) -> bool:
    """marked law := “title” ["," event] ["," date] ["," locator] — `“Socialist Constitution of the DPRK”, amended 2019, Article 33`."""
    text = draft.source.text
    match = _MARKED_LAW.match(text, draft.start, draft.end)
    if match is None or match.end() - match.end("title") > 2 or (match["title"].isascii() and match["title"].islower()):
        return False
    rest = text[match.end() : end_of_law(draft, match.end())]
    locator = regex.search(ENGLISH_LOCATOR, rest)
    event = event_in_english().search(rest)
    treaty = event is not None and regex.search(rf"(?i:{alternatives('treaty')})\b", match["title"]) is not None
    if (locator is None and event is None) or not (treaty or _NAMES_LAW.fullmatch(match["title"])):
        return False
    for found in sorted((part for part in (locator, event) if part is not None), key=lambda part: -part.start()):
        rest = rest[: found.start()] + rest[found.end() :]
    if _NO_MORE.fullmatch(rest) is None:
        return False
    draft.put("title", *match.span("title"))
    if locator is not None:
        draft.put("locator", match.end() + locator.start(), match.end() + locator.end())
    if event is not None:
        draft.put("event", match.end() + event.start("event"), match.end() + event.end("event"))
    finish(draft)
    return True


def read_treaty(draft: Draft) -> bool:
    """english legal := article "of the" law | act | law "," article | treaty | document of the United Nations"""
    text = draft.source.text
    if draft.end - draft.start > _REACH:
        return False
    if text.startswith(_PLACES, draft.start) and _article_of(draft):
        return True
    if text.startswith(_FIRST, draft.start) and (_act(draft) or _placed_in(draft) or _treaty_on_a_day(draft)):
        return True
    if (
        text.startswith(_MARKS, draft.start)
        and _LAW_TRIGGER.search(text, draft.start, draft.end)
        and _marked_law(draft)
    ):
        return True
    return "/" in text[draft.start : draft.start + 90] and _un_document(draft)


def _placed_in(draft: Draft) -> bool:
    """law [date] "," article | law "," "amended" date — `Charter of the United Nations, Art. 2(4)`"""
    text, start, end = draft.source.text, draft.start, draft.end
    match = _PLACED_IN.match(text, start, end) or _AMENDED_ON_A_DAY.match(text, start, end)
    if match is None:
        return False
    for field, value in match.groupdict().items():
        if value:
            draft.put(field, *match.span(field), value)
    finish(draft)
    return True


def _treaty_on_a_day(draft: Draft) -> bool:
    """treaty := title "," ("signed" | "opened for signature" | …) ["at" place] ["," date] ["," volume series page]"""
    text = draft.source.text
    match = None
    if _TRIGGER.search(text, draft.start, draft.end) is not None:
        match = _treaty().match(text, draft.start, draft.end)
    if match is None:
        return False
    for field in ("title", "event", "place"):
        if match.group(field):
            draft.put(field, *match.span(field))
    if (series := _SERIES.search(text, match.end(), draft.end)) is not None:
        for field in ("volume", "container_title", "pages"):
            draft.put(field, *series.span(field), series[field])
    if (number := _NUMBERED_TREATY.search(text, match.end(), draft.end)) is not None:
        draft.put("number", *number.span("number"))
        if not draft.has("container_title"):
            draft.put("container_title", *number.span("series"), number["series"])
        draft.spans["symbol"] = number.span()
    finish(draft)
    return True


def finish(draft: Draft, kind: str = "legislation") -> None:
    """Take the dates, set the type, and list what no field took."""
    take_dates(draft)
    draft.values["type"] = kind
    take_rest(draft)
