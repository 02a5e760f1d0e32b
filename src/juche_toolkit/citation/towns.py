"""A town with its state before a publisher: both are the place, whether a table has the town or not."""

from __future__ import annotations

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.items import Item

__all__ = ["is_town_in_state", "join_towns"]

_STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawai[‘’'ʻ]?i|Idaho|Illinois|Indiana|Iowa"
    "|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada"
    "|New (?:Hampshire|Jersey|Mexico|York)|North (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island"
    "|South (?:Carolina|Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming"
    "|A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]"
    "|Mass\\.|Conn\\.|Calif\\.|Md\\.|Va\\.|Vt\\.|Pa\\.|Colo\\.|Ill\\.|Mich\\.|Minn\\.|Wash\\.|N\\.J\\.|N\\.Y\\.|N\\.C\\."
    "|Ontario|British Columbia|Quebec|Alberta|Surrey|Essex|Kent|Oxon|Sussex|England|Scotland|Wales|UK|U\\.K\\.|Victoria|New South Wales"
)
"""States of the United States and Canada and counties of England, as they stand behind a town."""
_TOWN = r"\p{Lu}[\p{Latin}\p{M}.'’-]+(?:\s\p{Lu}[\p{Latin}\p{M}.'’-]+){0,2}"
_TOWN_ALONE = regex.compile(_TOWN)
_STATE_AND_PRESS = regex.compile(rf"(?:{_STATES}):\s?\p{{L}}")
_STATE_ALONE = regex.compile(rf"(?:{_STATES})")
_TOWN_IN_STATE = regex.compile(rf"{_TOWN},\s(?:{_STATES})")
_ALSO_TOWNS = ("New York:", "Washington:", "Victoria:")
"""States that share their name with a town, which may stand alone before a publisher."""


def is_town_in_state(printed: str) -> bool:
    """Whether a text is a town with its state behind a comma: `Rutland, Vermont`."""
    return ", " in printed and _TOWN_IN_STATE.fullmatch(printed) is not None


def join_towns(draft: Draft, items: list[Item]) -> None:
    """imprint := town "," state ":" publisher — made one text, so that the town is no publisher: `Rutland, Vermont: Tuttle`."""
    text = draft.source.text
    for place in range(len(items) - 1, 2, -1):
        item = items[place]
        if item.kind != "text" or items[place - 1].mark != "," or items[place - 2].kind != "text":
            continue
        if _STATE_AND_PRESS.match(text, item.start, item.end) is None or items[place - 3].kind not in (
            "sep",
            "imprint",
        ):
            continue
        town = items[place - 2]
        second = 4 * text.startswith("and ", town.start)
        if text.startswith(_ALSO_TOWNS, item.start):
            continue
        if _TOWN_ALONE.fullmatch(text, town.start + second, town.end) is None:
            continue
        town.end = item.end
        del items[place - 1 : place + 1]
        if second:
            _join_first_town(draft, items, place - 2)
        return


def _join_first_town(draft: Draft, items: list[Item], place: int) -> None:
    """Join the town before `and` to the second: `Washington, DC, and Stanford, CA: …`."""
    text = draft.source.text
    parts = [item for item in items[max(0, place - 4) : place] if item.kind == "text"]
    if not parts or items[place - 1].mark != ",":
        return
    state = _STATE_ALONE.fullmatch(text, parts[-1].start, parts[-1].end) is not None
    first = parts[-2] if state and len(parts) > 1 else parts[-1]
    if _TOWN_ALONE.fullmatch(text, first.start, first.end) is not None:
        items[place].start = first.start
        begin = next(index for index, item in enumerate(items) if item is first)
        del items[begin:place]
