"""An unmarked title, with the original script or the mark that goes with it."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.items import Item

__all__ = ["plain_title"]

_VERNACULAR = regex.compile(
    r"(?P<latin>[^\p{Hangul}\p{Han}]{4,200}?)\s(?P<korean>[\p{Hangul}\p{Han}][^\p{Latin}]{1,120})"
)


_MARKED = regex.compile(r"[ŏŭŎŬ]|[kptcho]['’ʼ][aeiouŏŭ]|n['’ʼ]g", regex.IGNORECASE)
"""What only McCune-Reischauer has: a title in it before one in Korean script is that one, romanized."""


_PART = regex.compile(r"\s(?P<part>[上中下](?:卷|篇|冊)?|[상중하][권편])$")
"""A part of a set of two or three volumes behind its title."""


def plain_title(draft: Draft, items: Sequence[Item], first: int, last: int) -> None:
    """title := words | romanized words, the same in Korean script"""
    start, end = items[first].start, items[last].end
    split = _VERNACULAR.fullmatch(draft.source.text, start, end)
    if split is not None and (_MARKED.search(split["latin"]) or min(len(part.split()) for part in split.groups()) > 1):
        draft.put("title", *split.span("latin"))
        draft.put("title_vernacular", *split.span("korean"))
        return
    part = _PART.search(draft.source.text, start, end)
    if part is not None and draft.put("volume", *part.span("part")):  # `북한전서 上`
        end = part.start()
    question = draft.source.text[end : end + 1]
    draft.put("title", start, end + (question in "?!" and bool(question)))
