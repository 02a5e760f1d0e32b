"""Judgments named again by their number alone: `위 2010도5986 판결`."""

from __future__ import annotations

import regex

from juche_toolkit.citation.draft import Draft

__all__ = ["read_case_again"]

_FIRST = ("위", "앞", "전게", "상게", "동 ")
_CASE = regex.compile(
    r"(?P<words>(?:위의?|앞의?|전게|상게|동)\s(?:대법원\s|헌법재판소\s|헌재\s)?)"
    r"(?P<number>(?:(?:19|20)?\d{2})\p{Hangul}{1,3}\d{1,6})"
    r"(?P<rest>(?:\s전원합의체|\s전원재판부)?(?:\s(?:판결|결정|사건|판례|재판))?)[.\s]*"
)


def read_case_again(draft: Draft) -> bool:
    """case again := "위" [court] number ["전원합의체"] ["판결" | "결정"] — the number of a judgment that an earlier note gives in full."""
    text = draft.source.text
    if not text.startswith(_FIRST, draft.start):
        return False
    match = _CASE.fullmatch(text, draft.start, draft.end)
    if match is None:
        return False
    draft.put("number", *match.span("number"))
    draft.passed += [match.span("words"), match.span("rest")]
    draft.form = "op-cit"
    draft.back_kind = "ruling"
    return True
