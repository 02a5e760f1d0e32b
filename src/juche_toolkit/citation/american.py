"""Statutes, executive orders, judgments and hearings of the United States, as lawyers cite them."""

from __future__ import annotations

import re

import regex

from juche_toolkit.citation.dates import match_date
from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.legal import take_dates, take_rest

__all__ = ["read_american"]

_TRIGGER = re.compile(
    r"U\.?\s?S\.?\s?C|Stat\. \d|Fed\. ?Reg|C\.?F\.?R|Exec\. Order|Rep\. N|Doc\. N|Cong\.|Congress|F\. ?Supp|F\.(?:[23]d|4th)"
    r"|v\. .{1,200}(?:No\.|U\.S\.) \d"
)
"""Each begins with a letter, so that the search goes by first letters."""
_REACH = 600

_PRINTED = (
    r"(?P<volume>\d{1,4})\s(?P<container_title>Stat\.|Fed\.\s?Reg\.|Fed\. Register"
    r"|F\.\s?Supp\.(?:\s?[23]d)?|F\.\s?(?:[23]d|4th)|U\.\s?S\.(?!\s?C)|S\.\s?Ct\."
    r"|F\.R\.D\.|WL|I\.L\.M\.)\s(?P<pages>\d{1,3},\d{3}(?!\d)|\d{1,6})(?!\d)(?:,\s(?P<cited>\d{1,6}(?:[-–]\d{1,6})?)(?=\s?[,.(;]|$))?"
)
"""Where an act, order or judgment is printed: `130 Stat. 93`, `81 Fed. Reg. 14943`, `356 F. Supp. 3d 30, 45`."""
_CODIFIED = (
    r"(?P<volume>\d{1,2})\s(?P<container_title>U\.?\s?S\.?\s?C\.?(?:A\.)?|C\.?\s?F\.?\s?R\.?)\s(?P<locator>(?:§{1,2}|[Ss]ec(?:tion|s?\.)|[Pp](?:ar)?t\.?)?\s?"
    r"\d[\d.]{0,9}[a-z]?(?:-\d{1,3}[a-z]?)?(?:\(\w{1,4}\)){0,5}(?:\s?[-–]\s?\d[\d.]{0,9}[a-z]?)?(?:\s(?:et\sseq\.|note))?)"
)
"""Where a law is codified: `22 U.S.C. § 9214(a)`, `31 C.F.R. pt. 510`."""
_WHERE = regex.compile(f"{_PRINTED}|(?P<code>{_CODIFIED})")
_NUMBER = regex.compile(
    r"(?P<genre>Pub(?:lic|\.)\s?L(?:aw|\.)),?\s?(?:No\.\s?)?(?P<number>\d{2,3}[-–]\d{1,3})"
    r"|(?P<genre>Exec(?:utive|\.)\sOrder|E\.O\.)\s?(?:No\.\s?)?(?P<number>\d{2},\d{3}|\d{4,5})(?![\d,]\d)"
    r"|(?<![\p{L}.])(?P<genre>H\.\s?R\.|S\.|H\.\s?J\.\s?Res\.|S\.\s?J\.\s?Res\.|H\.\s?Res\.|S\.\s?Res\.|H\.\s?Con\.\s?Res\.|S\.\s?Con\.\s?Res\.)"
    r"\s(?P<number>\d{1,5})(?=,\s\d{2,3}(?:th|st|nd|rd|d)\sCong)"
    r"|(?P<genre>(?:H\.\s?R\.|S\.|H\.|S\.\s?Exec\.|H\.\s?Conf\.)\s(?:Rep\.|Doc\.|Prt\.|Hrg\.))\s(?:No\.\s)?(?P<number>\d{2,3}[-–]\d{1,4})"
)
_CONGRESS = regex.compile(
    r"(?P<session>\d{2,3}(?:th|st|nd|rd|d)\sCong(?:\.|ress)(?:,\s(?:1st|2nd|2d|3rd|3d|[Ff]irst|[Ss]econd)\sSess(?:\.|ion))?)(?:\s(?P<pages>\d{1,4}(?:[-–]\d{1,4})?)(?=\s?[(,]))?"
)
_BEHIND_PARTIES = regex.sub(r"\?P<\w+>", "?:", _PRINTED)
_PARTIES = regex.compile(
    r"[*_“\"]?(?P<title>In re\s\p{Lu}[^,;“”\"]{2,150}?|\p{Lu}[^;“”\"]{0,150}?\sv\.?\s\p{Lu}[^;“”\"]{1,150}?),?[*_”\"]?,?\s"
    rf"(?={_BEHIND_PARTIES}|(?:Civ\.\s(?:A\.|Action)\s)?(?:Case\s)?No\.\s\d)"
)
"""The parties to a case, right before the reporter or the number of the docket."""
_DOCKET = regex.compile(r"(?:Civ\.\s(?:A\.|Action)\s)?(?:Case\s)?No\.\s(?P<number>[\dA-Z][\w:–-]{2,24})")
_COURT = regex.compile(
    r"\((?P<authority>(?:[A-Z0-9][\w.’']*\s?){1,6}?)?,?\s?(?P<date>(?:\p{Lu}\p{Ll}+\.?\s\d{1,2},\s)?(?:1[789]|20)\d\d)\)"
)
_STATEMENT = regex.compile(r"\((?:prepared\s)?(?:statement|testimony|remarks)\s(?:of|by)\s[^()]{3,120}\)")
_SECOND = "A second place where this is printed has no field"
_WORDS = regex.compile(
    r"[\s,;(]*(?:codified\s(?:as\samended\s)?(?:at|in)|as amended|see also|reprinted (?:in|as amended in)|at)\s?$"
)


def read_american(draft: Draft) -> bool:
    """american := case | hearing | act — by the reporters, codes and numbers of the United States alone"""
    text = draft.source.text
    if draft.end - draft.start > _REACH or _TRIGGER.search(text, draft.start, draft.end) is None:
        return False
    return _case(draft) or _hearing(draft) or _act(draft)


def _case(draft: Draft) -> bool:
    """case := parties "," (reporter | docket) "(" court date ")" — `Warmbier v. …, 356 F. Supp. 3d 30 (D.D.C. 2018)`"""
    text = draft.source.text
    match = _PARTIES.match(text, draft.start, draft.end)
    if match is None:
        return False
    draft.put("title", *match.span("title"))
    _places(draft, match.end("title"))
    docket = _DOCKET.search(text, match.end("title"), draft.end)
    if docket is not None:
        draft.put("number", *docket.span("number"))
        draft.passed.append(docket.span())
    court = _COURT.search(text, match.end("title"), draft.end)
    if court is not None:
        if court["authority"]:
            draft.put("authority", *court.span("authority"))
        place = court.start("date")
        if (date := match_date(text, place, digit=text[place].isdigit())) is not None:
            draft.put_date(date)
    return _finish(draft, "legal_case")


def _hearing(draft: Draft) -> bool:
    """hearing := title ": Hearing Before" committee "," congress [page] "(" date ")" ["(statement of" name ")"]"""
    text = draft.source.text
    head = _HEARING.match(text, draft.start, draft.end)
    congress = _CONGRESS.search(text, head.end(), draft.end) if head is not None else None
    if head is None or congress is None:
        return False
    draft.put("title", head.start("title"), _trimmed(draft, congress.start()))
    for field in ("session", "pages"):
        if congress[field]:
            draft.put(field, *congress.span(field))
    said = _STATEMENT.search(text, congress.end(), draft.end)
    if said is not None:
        draft.doubtful(f"Whose statement is cited has no field: {said.group()[1:-1]}", *said.span(), 0.02)
        draft.spans["symbol"] = said.span()
    return _finish(draft, "report")


_HEARING = regex.compile(r"[*_“\"]?(?P<title>\p{Lu}[^;]{3,240}?\bHearings?\s[Bb]efore\s)")


def _trimmed(draft: Draft, end: int) -> int:
    """The end of a title before the marks and spaces behind it."""
    while end > draft.start and draft.source.text[end - 1] in ' ,*_”"':
        end -= 1
    return end


def _act(draft: Draft) -> bool:
    """act := [title ","] number? ("," place)* ["(" date ")"] — `…Act of 2016, Pub. L. No. 114-122, 130 Stat. 93 (2016)`"""
    text = draft.source.text
    number = _NUMBER.search(text, draft.start, draft.end)
    first = _WHERE.search(text, draft.start, draft.end)
    if number is None and (first is None or (first["container_title"][0] in "FU" and not first["code"])):
        return False
    begin = min(found.start() for found in (number, first) if found is not None)
    printed = number is not None and number["genre"].endswith(("Rep.", "Doc.", "Prt.", "Hrg."))
    if number is not None and first is None and not printed and not _CONGRESS.search(text, number.end(), draft.end):
        return False  # without a place where it is printed other rules read it
    if not _heads(draft, begin):
        return False
    for field in ("genre", "number"):
        if number is not None:
            draft.put(field, *number.span(field))
    if number is not None:
        draft.passed.append(number.span())
    quoted = _QUOTED.search(text, begin, draft.end)
    if quoted is not None and not draft.has("title"):
        draft.put("title", *quoted.span("title"))
    _places(draft, begin)
    congress = _CONGRESS.search(text, begin, draft.end)
    if congress is not None:
        draft.put("session", *congress.span("session"))
    return _finish(draft, "report" if printed else "legislation")


_QUOTED = regex.compile(r"[“\"](?P<title>[^“”\"]{3,240}),?[”\"]")


_SECTION = regex.compile(r"(?P<locator>(?:§{1,2}|[Ss]ec(?:tion|\.))\s?\d{1,4}\w?(?:\(\w{1,4}\))*),?\s*$")


def _heads(draft: Draft, begin: int) -> bool:
    """The title before the first number or place, if what stands there can be one: nothing in marks but itself."""
    text = draft.source.text
    start, end = draft.trimmed(draft.start, begin)
    if end - start < 4:
        return True
    if text[start] in '*_“"' and end > start and text[end - 1] in '*_”"':
        start, end = start + 1, _trimmed(draft, end)
    if any(mark in text[start:end] for mark in '“”";*') or not text[start].isupper():
        return False
    section = _SECTION.search(text, start, begin)
    if section is not None:
        draft.put("locator", *section.span("locator"))
        end = section.start()
    return draft.put("title", start, _trimmed(draft, end))


def _places(draft: Draft, begin: int) -> None:
    """The first place where it is printed, or else is codified; others are problems."""
    text = draft.source.text
    found = list(_WHERE.finditer(text, begin, draft.end))
    main = next((match for match in found if not match["code"]), found[0] if found else None)
    for match in found:
        start = match.start()
        if (said := _WORDS.search(text, max(begin, start - 40), start)) is not None:
            start = said.start()
        if match is not main:
            draft.doubtful(f"{_SECOND}: {match.group()}", start, match.end(), 0.02)
            draft.spans[f"also {start}"] = (start, match.end())
            continue
        for field in ("volume", "container_title", "pages", "locator"):
            if match[field]:
                draft.put(field, *match.span(field), match[field].strip())
        draft.passed.append((start, match.start()))
        if match["cited"]:
            draft.doubtful(
                f"Pages are printed twice; the first stand, and {match['cited']} is the place cited",
                *match.span("cited"), 0.05,
            )  # fmt: skip
            draft.spans["cited"] = match.span("cited")


def _finish(draft: Draft, kind: str) -> bool:
    if not draft.has("year"):
        take_dates(draft)
    draft.values["type"] = kind
    take_rest(draft)
    for extra in [name for name in draft.spans if name not in draft.values]:
        del draft.spans[extra]
    return True
