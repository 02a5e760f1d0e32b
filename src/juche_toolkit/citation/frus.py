"""Foreign Relations of the United States: a series cited by the years it covers, its volume and the volume's own title."""

from __future__ import annotations

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.items import Item
from juche_toolkit.citation.names import begins_with_role

__all__ = ["merge_frus", "volume_within"]

_LAST = ("United States", "FRUS", "(FRUS)", "States:")
_NAME = regex.compile(r"(?:Foreign Relations of the United States|FRUS)(?:\s\(FRUS\))?[:,]?$")
_YEARS = regex.compile(r"(?:1[89]|20)\d\d(?:[-–](?:(?:1[89]|20)?\d\d))?")
_WITHIN = regex.compile(
    r"(?P<title>(?:Foreign Relations of the United States|FRUS)[:,]?(?:\s[^,]{1,20})?),\s[Vv]ol(?:ume|\.)?\s(?P<volume>\d{1,3}|[IVXL]{1,8})"
    r"(?:,\s(?P<rest>.{2,160}))?"
)


def merge_frus(draft: Draft, items: list[Item]) -> list[Item]:
    """frus := name "," years ["," volume ["," title of the volume]] — the years belong to the name"""
    text = draft.source.text
    for index, item in enumerate(items[:-2]):
        if item.kind != "text" or not text.endswith(_LAST, item.start, item.end):
            continue
        if _NAME.search(text, item.start, item.end) is None:
            continue
        years = items[index + 2 if items[index + 1].kind == "sep" else index + 1]
        if _YEARS.fullmatch(draft.text(years.start, years.end)) is None:
            return items
        place = items.index(years)
        item.end = years.end
        del items[index + 1 : place + 1]
        _title_of_volume(draft, items, index)
        return items
    return items


def _title_of_volume(draft: Draft, items: list[Item], index: int) -> None:
    """The title behind the volume, up to a bracket, a document's number or pages."""
    following = [item for item in items[index + 1 : index + 3] if item.kind != "sep"]
    figure = following[0].figure if following else None
    if figure is None or figure.field != "volume":
        return
    place = items.index(following[0])
    last = place
    for later in range(place + 1, len(items)):
        item = items[later]
        part = item.figure is not None and items[later - 1].kind == "text" and item.figure.field == "bare"
        words_of_it = item.kind == "text" and not begins_with_role(draft.source.text, item.start, item.end)
        if words_of_it or item.kind == "date" or part:
            last = later
        elif item.mark not in (",", ":"):
            break
    if last == place:
        return
    start, end = items[place + 2].start, items[last].end
    draft.doubtful(f"The title of the volume has no field: {draft.text(start, end)}", start, end, 0.02)
    del items[place + 1 : last + 1]


def volume_within(draft: Draft, start: int, end: int) -> int:
    """The end of the name inside its marks, once volume and title of the volume are taken."""
    match = _WITHIN.fullmatch(draft.source.text, start, end)
    if match is None or draft.has("volume"):
        return end
    draft.put("volume", *match.span("volume"))
    if match["rest"]:
        draft.doubtful(f"The title of the volume has no field: {match['rest']}", *match.span("rest"), 0.02)
    return match.end("title")
