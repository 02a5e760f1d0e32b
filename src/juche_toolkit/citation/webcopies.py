"""Where a copy of a work on the web was kept or found: archives of the web, and data bases of journals."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.imprint import is_remark
from juche_toolkit.citation.items import Item

__all__ = ["set_copy_apart"]

_COPY = regex.compile(
    r"→?ISBN|[Aa]rchived(?:\s\(PDF\))?(?:\sfrom\s(?:the\s)?original)?(?:\s\(PDF\))?(?:\s(?:on|at))?|(?:at|from)\sthe\sWayback\sMachine"
    r"|[Aa]rchived\s(?:copy\s)?(?:at|from|in|on)\sthe\s(?:Wayback\sMachine|Internet\sArchive)|[Aa]rchived\sfrom\sthe\soriginal.{0,20}"
)
"""Words that say when a page was kept, or where: `Archived from the original (PDF) on`."""


def set_copy_apart(draft: Draft, items: Sequence[Item]) -> None:
    """copy := "Archived from the original" ["(PDF)"] ["on" date] — when a copy was kept has no field; the day is not the work's.

    So too a data base in the marks of a title, in which the work was found.
    """
    text = draft.source.text
    quotes = 0
    for place, item in enumerate(items):
        if item.kind == "quote":
            quotes += 1
            if quotes > 1 and draft.source.inner(item).isascii() and is_remark(draft.source.inner(item)):
                item.kind = "remark"  # `*JSTOR*, https://…`
            continue
        if (
            item.kind != "text"
            or text[item.start] not in "AafI→"
            or _COPY.fullmatch(text, item.start, item.end) is None
        ):
            continue
        end = item.end
        for following in items[place + 1 : place + 4]:
            if following.kind == "sep" or text[following.start : following.end] == "(PDF)":
                continue
            if following.kind != "date" or following.start - end > 2:
                break
            end = following.end
            following.kind, following.date = "taken", None
        item.kind = "taken"
        draft.doubtful("When a copy was kept has no field", item.start, end, 0.0)
