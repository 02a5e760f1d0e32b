"""Newspapers, agencies, broadcasters and sites named with what they carried: `조선중앙통신 론평`, `【평양 3월 26일발 조선중앙통신】`."""

from __future__ import annotations

from functools import cache

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.kinds import periodical
from juche_toolkit.citation.words import folded, words

__all__ = ["known_outlet", "names_home_page", "put_dateline", "put_outlet"]

_OUTLETS = ("newspaper", "agency", "broadcaster", "website")

_HOME_PAGE = regex.compile(
    r"\s?(?:공식\s?)?(?:인터네?트\s?)?(?:홈\s?페이?지|웹\s?[사싸]이트|웨브\s?[사싸]이트|웨브\s?페지|누리집|website|homepage|사이트)$",
    regex.IGNORECASE,
)


_EDITORIAL_OFFICE = regex.compile(r"\s(?:편집국|편집부|론설위원실|편집위원회)$")
"""Who wrote for a newspaper, behind its name: `로동신문 편집국 론설`."""


@cache
def _last_letters() -> frozenset[str]:
    """What a home page, a kind of article or a remark on a day ends in: where none stands, there is no need to look."""
    kinds = (form for form, type_ in words("genre").items() if type_ in ("article-newspaper", "broadcast"))
    return frozenset({form[-1] for form in (*kinds, *words("day_remark"))} | set("지트집설e"))


def names_home_page(printed: str) -> bool:
    """Whether a text is a word for a home page and nothing else: `홈페지`."""
    return _HOME_PAGE.fullmatch(printed) is not None


def put_outlet(draft: Draft, start: int, end: int) -> bool:
    """outlet := name ("홈페지" | genre | "보도") — where something came out, and what it is: `조선중앙통신 론평, “…”`."""
    start, end = draft.trimmed(start, end)
    if end - start > 80 or draft.text(end - 1, end).casefold() not in _last_letters():
        return False
    printed = draft.text(start, end)
    if (page := _HOME_PAGE.search(printed)) is not None:
        name = printed[: page.start()]
        return known_outlet(name) and draft.put("container_title", start, start + len(name))
    name, space, kind = printed.rpartition(" ")
    if not space or kind == "Podcast":
        return False
    if kind == "공동사설" and all(known_outlet(part) or part == "조선인민군" for part in regex.split("[·ㆍ]", name)):
        return draft.put("genre", end - len(kind), end) and draft.put("container_title", start, start + len(name))
    genre = words("genre").get(folded(kind)) in ("article-newspaper", "broadcast")
    if not (genre or folded(kind) in words("day_remark")) or not known_outlet(_EDITORIAL_OFFICE.sub("", name)):
        return False
    if genre:
        draft.put("genre", end - len(kind), end)
    return draft.put("container_title", start, start + len(_EDITORIAL_OFFICE.sub("", name)))


def known_outlet(name: str) -> bool:
    """Whether the tables have a newspaper, agency, broadcaster or site of this name."""
    found = periodical(name)
    return name.removesuffix("사").casefold() in words("agency") or (found is not None and found.kind in _OUTLETS)


_DATELINE = regex.compile(
    r"[(【\[〔]?(?P<place>\p{Hangul}{2,6})\s(?:(?P<year>(?:19|20)\d\d)년\s?)?(?P<month>1[0-2]|0?[1-9])월\s?(?P<day>3[01]|[12]\d|0?[1-9])일\s?발"
    r"\s(?P<outlet>\p{Hangul}{3,16}(?:\s\p{Hangul}{2,8})?)[)】\]〕]?[\s,:=]*"
)


def put_dateline(draft: Draft) -> int | None:
    """dateline := "【" place month day "발" agency "】" — the place in the text behind it, or None if there is none."""
    match = _DATELINE.match(draft.source.text, draft.start, draft.end)
    if match is None or not known_outlet(match["outlet"]):
        return None
    draft.put("container_title", *match.span("outlet"))
    for field in ("year", "month", "day"):
        if match[field]:
            draft.put(field, *match.span(field), int(match[field]))
    draft.whole_date = True
    return match.end()
