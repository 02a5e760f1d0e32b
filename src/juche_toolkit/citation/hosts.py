"""Books that articles stand in: told from journals by their editors and publishing house, and by the number behind them."""

from __future__ import annotations

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.imprint import is_press
from juche_toolkit.citation.items import BOOK_MARKS
from juche_toolkit.citation.kinds import container_like

__all__ = ["number_of_host"]

_COUNTING = ("월", "호", "號")
"""What tells that a number counts a serial's issues."""


def number_of_host(draft: Draft) -> None:
    """host := "『" title "』" volume ["권"] "," press — the number of a book in several volumes.

    `「제목」, 『근대를 다시 읽는다』 1, 역사비평사, 2006`. A society, a month or 호 makes it a journal, as does a name that
    ends as journals' names do.
    """
    field = "issue" if draft.has("issue") else "volume"
    if not draft.has(field) or draft.has("whole_number", "month", "season", "url", "doi", "type"):
        return
    if draft.container_mark not in BOOK_MARKS or not draft.has("title") or (draft.has("issue") and draft.has("volume")):
        return
    start, end = draft.spans[field]
    within = draft.text(end, end + 3).lstrip()[:2] in ("권』", "권》", "卷』", "卷》")  # `『민법연구 제4권』, 박영사`
    if not _is_book(draft) and not (within and is_press(str(draft.values.get("publisher", "")))):
        return
    bare = draft.text(start - 1, start) in (" ", "』") and not draft.text(end, end + 2).lstrip().startswith(_COUNTING)
    if field == "issue" and not (bare and str(draft.values[field]).isdigit()):
        return
    if field == "volume" and not draft.text(end, end + 2).lstrip().startswith(("권", "卷")):
        return
    draft.move("issue", "volume")
    draft.values["type"] = "chapter"


def _is_book(draft: Draft) -> bool:
    """Whether a house or editors put out what an article stands in, and it isn't called as journals are."""
    container, publisher = str(draft.values.get("container_title", "")), str(draft.values.get("publisher", ""))
    return not container_like(container) and (bool(draft.people.get("editors")) or is_press(publisher))
