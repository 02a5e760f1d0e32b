"""Interviews that were printed nowhere: whom the author spoke with, when and where."""

from __future__ import annotations

import re

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.imprint import is_place, is_remark, token_range
from juche_toolkit.citation.items import scan, scan_inside

__all__ = ["read_interview"]

_REACH = 200
_SIGN = re.compile("인터뷰|면담|면접|구술|증언")
_TITLE = regex.compile(
    r"(?!(?:필자|저자|본인|글쓴이|연구자)\s)(?P<title>[^,「『《〈“\"<;()\d]{2,50}(?:\((?:[^()\d]|\d{1,2}(?!\d)|(?:19|20)\d\d년생|\d{4}년\s?탈북){2,60}\)\s?[^,「『《〈“\"<;()\d]{0,20}?)?"
    r"(?<=[\p{L})○×*]\s|와의\s?|과의\s?)(?:심층\s?|전화\s?|서면\s?|대면\s?|이메일\s?|구술\s?)?(?:인터뷰|면담|면접|구술|증언))(?:\s?자료|\s?기록|\s?채록)?(?=\s?[,(.])"
)


def read_interview(draft: Draft) -> bool:
    """interview := words ("인터뷰" | "면담" | "구술" | "증언") with a day, and the place — False if anything else is told."""
    text = draft.source.text
    if draft.end - draft.start > _REACH or _SIGN.search(text, draft.start, draft.end) is None:
        return False
    match = _TITLE.match(text, draft.start, draft.end)
    if match is None:
        return False
    items = scan(draft.source, *token_range(draft, match.end(), draft.end))
    parts = [part for item in items for part in (scan_inside(draft.source, item) if item.kind == "paren" else [item])]
    dates = [part.date for part in parts if part.date is not None]
    places = [part for part in parts if part.kind == "text" and not is_remark(draft.text(part.start, part.end))]
    if len(dates) != 1 or dates[0].day is None or any(part.kind not in ("date", "sep", "text") for part in parts):
        return False
    if len(places) > 1 or not all(is_place(draft.text(part.start, part.end)) for part in places):
        return False
    draft.put("title", *match.span("title"))
    draft.put_date(dates[0])
    for part in places:
        draft.put("place", part.start, part.end)
    draft.values["type"] = "speech"
    return True
