"""Organs of states, named from the whole to the part: `U.S. Congress, House, Committee on Foreign Affairs`; sessions of the Congress."""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.items import Item

__all__ = ["is_organ", "put_congress"]

_SIGN = re.compile("Congress|Senate|House|ommittee|Office|Bureau|Division|Directorate|Department|Ministry|Branch")
_STATE = (
    r"(?:U\.\s?S\.(?:\s?A\.)?|US|United\sStates(?:\sof\sAmerica)?|(?:Democratic\sPeople[’']s\s)?Republic\sof\sKorea|ROK|DPRK|PRC|USSR"
    r"|South\sKorea|North\sKorea|Korea|Japan|Great\sBritain|United\sKingdom|People[’']s\sRepublic\sof\sChina|Russian\sFederation)"
)
_WORD = r"\p{Lu}[\p{L}’'-]*+"
_NAME = rf"{_WORD}(?:\s(?:(?:of|for|the|on|to|in|and|&)\s){{0,2}}{_WORD}){{0,7}}"
_UNIT = (
    rf"(?:{_STATE}\s)?(?:House(?:\sof\sRepresentatives)?|Senate|Congress|(?:{_WORD}\s){{0,3}}(?:Sub)?[Cc]ommittee\s(?:on|for)\s(?:the\s)?{_NAME}"
    rf"|(?:{_WORD}\s){{0,3}}?(?:Office|Bureau|Division|Directorate|Department|Ministry|Branch|Section|Headquarters)"
    rf"(?:\s(?:of|for)\s(?:the\s)?{_NAME}(?:,\s{_WORD}){{0,2}}?(?:,?\sand\s{_NAME})?)?)"
)
_ORGAN = regex.compile(
    rf"(?:{_STATE}|{_UNIT}|Central\sIntelligence\sAgency|CIA)(?:[,.]\s{_UNIT}){{1,3}}(?:,\s{_STATE})?|{_UNIT},\s{_STATE}"
    rf"|(?:Ministry|Department)\sof\s{_WORD}(?:\s{_WORD})?(?:,\s{_WORD}(?:\s{_WORD})?){{1,2}},?\s(?:and|&)\s{_NAME}(?:,\s{_STATE})?"
)


def is_organ(printed: str) -> bool:
    """Whether a text with commas or full stops in it names one organ, its parts behind the whole."""
    if len(printed) > 160 or not printed[:1].isupper() or _SIGN.search(printed) is None:
        return False
    return ("," in printed or ". " in printed) and _ORGAN.fullmatch(printed) is not None


_CONGRESS = regex.compile(r"\d{2,3}(?:th|st|nd|rd|d)\sCong(?:\.|ress)?")
_SESSION = regex.compile(r"(?:1st|2nd|2d|3rd|3d|[Ff]irst|[Ss]econd|[Tt]hird)\s[Ss]ess(?:\.|ion)?")


def put_congress(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """session := number "Cong." ["," number "sess."] — behind the title of a committee's print, which is a report."""
    item = items[index]
    if not draft.text(item.start, item.start + 1).isdigit():
        return False
    start, end = draft.trimmed(item.start, item.end)
    if _CONGRESS.fullmatch(draft.source.text, start, end) is None or not draft.has("title"):
        return False
    for following in items[index + 1 : index + 4]:
        if following.kind == "text" and _SESSION.fullmatch(
            draft.source.text, *draft.trimmed(following.start, following.end)
        ):
            following.kind, end = "taken", following.end
            break
        if following.kind != "sep":
            break
    draft.values["type"] = "report"
    return draft.put("session", start, end)
