"""The original that a list prints before its translation: `Butler, J. (1990). Gender Trouble. 조현준 역 (2008). 『젠더 트러블』.`"""

from __future__ import annotations

from collections.abc import Sequence

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.items import Item
from juche_toolkit.citation.names import read_names
from juche_toolkit.citation.words import KOREAN, folded, words

__all__ = ["original_in_marks", "set_original_apart"]


def original_in_marks(draft: Draft, items: list[Item], index: int) -> int:
    """original := people date "." <title> "." helper role date "." <title> — an original in marks too stands apart.

    `McQuail, D. (2005). <Mass communication theory>. 양승찬 (역) (2007). <매스커뮤니케이션 이론>.` The place of the
    translation's title is given back.
    """
    if not any(item.kind == "date" for item in items[1:index]):
        return index
    following = next((place for place in range(index + 1, len(items)) if items[place].kind == "quote"), None)
    if following is None or items[following].mark != items[index].mark or following - index > 8:
        return index
    dated = any(item.kind == "date" for item in items[1:index])
    if KOREAN.search(draft.source.inner(items[index])) is not None or items[0].kind != "text" or not dated:
        return index
    texts = [item for item in items[index + 1 : following] if item.kind == "text"]
    role = any(item.kind == "role" for item in items[index + 1 : following])
    people = read_names(draft.source.text, texts[0].start, texts[-1].end) if texts else None
    if people is None or not (role or people.role == "translators"):
        return index
    items[index].kind = "text"
    return following


def _translates(draft: Draft, role: Item | None) -> bool:
    return role is not None and words("role").get(folded(draft.source.inner(role))) == "translators"


def set_original_apart(draft: Draft, items: Sequence[Item], index: int) -> None:
    """original := people date "." title "." helper role — the record is the translation's, whose title is marked."""
    if index < 6 or items[0].kind != "text" or KOREAN.search(draft.source.inner(items[index])) is None:
        return
    date = next((place for place in range(1, index) if items[place].kind == "date"), index)
    texts = [place for place in range(date, index) if items[place].kind == "text"]
    if len(texts) < 2 or any(
        items[place].kind not in ("text", "sep", "date", "imprint", "role") for place in range(date, index)
    ):
        return
    printed = draft.text(items[texts[0]].start, items[texts[-2]].end)
    people = read_names(draft.source.text, items[texts[-1]].start, items[texts[-1]].end)
    role = next((item for item in items[date:index] if item.kind == "role"), None)
    helped = people is not None and (people.role == "translators" or _translates(draft, role))
    if KOREAN.search(printed) is not None or not helped:
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
