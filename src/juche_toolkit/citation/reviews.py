"""Articles as lawyers cite them: volume, review, first page, year: `…, 45 Harv. Int’l L.J. 123, 130 (2004)`."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from juche_toolkit.citation.dates import match_date
from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.items import Item
from juche_toolkit.citation.names import read_names

__all__ = ["take_review"]

_REVIEW = regex.compile(
    r"(?<=[,.?!”\"’*_]\s)(?P<volume>\d{1,4})\s(?P<container_title>\p{Lu}[\p{L}.’'& -]{3,70}?)\s(?P<pages>\d{1,4}(?:\s?[-–]\s?\d{1,4})?)"
    r"(?:,\s(?P<cited>\d{1,4}(?:[-–]\d{1,4})?))?\s\((?P<date>(?:\p{L}{3,9}\s)?(?:1[89]|20)\d\d)\)\.?$"
)
_NAMED = regex.compile(
    r"\b(?:L|J|Q)\.|\bRev(?:\.|iews?\b)|\bStud(?:\.|ies\b)|\bJ(?:ournal|\b)|Quarterly|\bLaw\b|[Ii]nt[’']l|\bYearbook|\bY\.B\."
)
"""Words and their short forms of which one stands in such a review's name."""


def take_review(draft: Draft, items: list[Item]) -> None:
    """review := author "," title "," volume name page ["," page] "(" year ")" — what stands before it stays among the items."""
    text = draft.source.text
    if text[draft.end - 1] not in ")." or not items or items[-1].kind == "quote":
        return
    match = _REVIEW.search(text, max(draft.start, draft.end - 130), draft.end)
    if match is None or _NAMED.search(match["container_title"]) is None:
        return
    before = [item for item in items if item.start < match.start()]
    last = before[-1] if before else None
    if last is None or (last.kind == "text" and last.end <= match.start() + 1):
        return
    draft.put("volume", *match.span("volume"))
    draft.put("container_title", *match.span("container_title"))
    draft.put("pages", *match.span("pages"), regex.sub(r"\s?–\s?", "-", match["pages"]))
    start = match.start("date")
    if (date := match_date(text, start, digit=text[start].isdigit())) is not None:
        draft.put_date(date)
    if match["cited"]:
        cited = f"Pages are printed twice; the first stand, and {match['cited']} is the place cited"
        draft.doubtful(cited, *match.span("cited"), 0.05)
    for item in before:
        item.end = min(item.end, match.start())
    items[:] = before
    _author_and_title(draft, items)


def _author_and_title(draft: Draft, items: list[Item]) -> None:
    """author "," title without marks — the title has commas of its own: `Chaihark Hahm, Law, Culture, and the Politics of …`."""
    if any(item.kind == "quote" for item in items) or len(items) < 3 or items[1].mark not in (",", ":"):
        return
    people = read_names(draft.source.text, items[0].start, items[0].end)
    texts: Sequence[Item] = [item for item in items[2:] if item.kind != "sep"]
    if people is None or people.strength < 2 or not texts:
        return
    draft.add_people(people, people.role or "authors")
    draft.put("title", texts[0].start, texts[-1].end)
    for item in items:
        item.kind, item.mark, item.date, item.figure = "taken", "", None, None
