"""One work to a draft: the layouts in which authors, title, container and imprint are put in a row."""

from __future__ import annotations

from collections.abc import Sequence

from juche_toolkit.citation.before import names_before
from juche_toolkit.citation.behind import behind, put_quoted_container, put_title, take_loose
from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.imprint import unfold
from juche_toolkit.citation.items import ARTICLE_MARKS, BOOK_MARKS, Item, scan
from juche_toolkit.citation.pieces import (
    periodical,
)
from juche_toolkit.citation.plain import read_plain
from juche_toolkit.citation.words import ends_with

__all__ = ["read_items", "read_layout"]


def read_items(draft: Draft, first: int, last: int) -> list[Item]:
    """The items of a work, brackets of dates and figures unfolded."""
    return unfold(draft, scan(draft.source, first, last))


def read_layout(draft: Draft, items: list[Item]) -> None:
    """work := marked | plain"""
    index = next((place for place, item in enumerate(items) if item.kind == "quote"), None)
    if index is not None:
        _marked(draft, items, index)
    else:
        read_plain(draft, items)


def _marked(draft: Draft, items: list[Item], index: int) -> None:
    """marked := [people ","] title [translation] behind* — the title stands in quotation marks, brackets or italics."""
    take_loose(draft, items[:index])
    names_before(draft, items[:index])
    quote = items[index]
    following = next((item for item in items[index + 1 :] if item.kind == "quote"), None)
    if _is_container(draft, items, index, following):
        put_quoted_container(draft, quote)
    else:
        put_title(draft, quote)
    behind(draft, items, index + 1)


def _is_container(draft: Draft, items: Sequence[Item], index: int, following: Item | None) -> bool:
    """Whether the first quoted title is a periodical's: known as one, or numbered by issue with no author before it."""
    quote = items[index]
    printed = draft.source.inner(quote)
    if draft.has("container_title"):
        return False
    known = periodical(printed)
    news = known is not None and (quote.mark in BOOK_MARKS or known.kind in ("newspaper", "agency", "broadcaster"))
    if news and quote.mark not in "“‘?" and not draft.people and (following is None or following.mark in ARTICLE_MARKS):
        return True
    if draft.people or following is not None or quote.mark in "“‘?":
        return False
    fields = {item.figure.field for item in items[index + 1 :] if item.figure is not None}
    return bool(fields & {"issue", "whole_number"}) or (
        "volume" in fields and ends_with(printed, "journal_end") and "imprint" not in {item.kind for item in items}
    )
