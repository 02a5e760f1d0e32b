"""The original that a list prints before its translation: `Butler, J. (1990). Gender Trouble. 조현준 역 (2008). 『젠더 트러블』.`"""

from __future__ import annotations

from collections.abc import Sequence

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.items import Item
from juche_toolkit.citation.names import read_names
from juche_toolkit.citation.words import KOREAN

__all__ = ["set_original_apart"]


def set_original_apart(draft: Draft, items: Sequence[Item], index: int) -> None:
    """original := people date "." title "." helper role — the record is the translation's, whose title is marked."""
    if index < 6 or items[0].kind != "text" or KOREAN.search(draft.source.inner(items[index])) is None:
        return
    date = next((place for place in range(1, index) if items[place].kind == "date"), index)
    texts = [place for place in range(date, index) if items[place].kind == "text"]
    if len(texts) < 2 or any(
        items[place].kind not in ("text", "sep", "date", "imprint") for place in range(date, index)
    ):
        return
    printed = draft.text(items[texts[0]].start, items[texts[-2]].end)
    people = read_names(draft.source.text, items[texts[-1]].start, items[texts[-1]].end)
    if KOREAN.search(printed) is not None or people is None or people.role != "translators":
        return
    start, end = draft.trimmed(items[texts[0]].start, items[texts[-1]].start)
    draft.doubtful("The original's title is printed; the record is the translation's", start, end, 0.02)
    for item in items[texts[0] : texts[-1]]:
        item.kind = "taken"
    for item in items[1:date]:  # a name turned round is one
        items[0].end, item.kind = max(items[0].end, item.end if item.kind == "text" else 0), "taken"
    if any(item.kind == "date" for item in items[texts[-1] :]):
        year = items[date]
        year.kind = "taken"
        draft.doubtful("The original's year is printed; the record is the translation's", year.start, year.end, 0.02)
