"""Works known by a number of their own: patents and preprints."""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.items import Item

__all__ = ["put_patent", "put_preprint"]

_DIGIT = re.compile(r"\d")
_PATENT = regex.compile(
    r"(?:(?P<genre>\p{Hangul}{0,6}\s?\p{Hangul}{0,4}(?:특허|실용신안)(?:\s?(?:공보|출원|등록|공개)){0,2})|(?:출원|등록|공개|공고)(?=\s?번호)|(?P<genre>(?:[A-Z][\w.]{0,12}\s)?[Pp]at(?:ent|\.)))"
    r"\s?,?\s?(?:번호\s?:?\s?)?(?:제\s?|No\.?\s?)?(?P<number>(?:[A-Z]{2}\s?)?\d[\d,-]{4,18}\s?[A-Z]?\d?)\s?호?"
)

_APPLICATION = regex.compile(r"(?P<number>[1-4]0-(?:19[5-9]|20[0-4])\d-\d{7})")
"""The number of an application in South Korea: kind of right, year, number."""


def put_patent(draft: Draft, start: int, end: int) -> bool:
    """patent := [country] "특허" "제" number "호" — `대한민국 특허 제10-1234567호`, `US Patent 6,285,999`, `10-2019-0098765`."""
    if _DIGIT.search(draft.source.text, start, end) is None:
        return False
    place = draft.trimmed(start, end)
    match = _PATENT.fullmatch(draft.source.text, *place) or _APPLICATION.fullmatch(draft.source.text, *place)
    if match is None or draft.has("number"):
        return False
    if match.re is _PATENT and match["genre"] and not draft.has("genre"):
        draft.put("genre", *match.span("genre"))
    return draft.put("number", *match.span("number"))


_PREPRINT = regex.compile(
    r"(?:(?P<archive>arXiv|medRxiv|bioRxiv)\s)?(?:(?P<genre>[Ee]?-?[Pp]re-?print)s?,?\s)?"
    r"(?P<number>arXiv\s?:\s?(?:\d{4}\.\d{4,5}|[a-z-]{2,10}(?:\.[A-Z]{2})?/\d{7})(?:v\d{1,2})?)(?:\s\[[\w.-]{2,12}\])?"
)


_FIELD = re.compile(r"[a-z-]{2,10}(?:\.[A-Za-z-]{2,10})?")
"""The field of science that an archive gives: `[cs.CL]`."""


def put_preprint(draft: Draft, items: Sequence[Item], index: int, start: int, end: int) -> bool:
    """preprint := [archive] ["preprint"] number — `arXiv preprint arXiv:1706.03762`, `arXiv:2005.14165`."""
    if "rXiv" not in draft.text(start, min(end, start + 40)):
        return False
    match = _PREPRINT.fullmatch(draft.source.text, *draft.trimmed(start, end))
    if match is None or not draft.put("number", *match.span("number")):
        return False
    if match["archive"]:
        draft.put("publisher", *match.span("archive"))
    if match["genre"]:
        draft.put("genre", *match.span("genre"))
    following = items[index + 1] if index + 1 < len(items) else None
    if following is not None and following.mark == "[" and _FIELD.fullmatch(draft.source.inner(following)) is not None:
        printed = draft.source.inner(following)
        draft.doubtful(f"The field of a preprint has no field: {printed}", following.start + 1, following.end - 1, 0.0)
        following.kind = "taken"
    return True
