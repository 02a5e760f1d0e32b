"""The occasion of a work, in English: a paper read at a meeting, a speech made before a body; and who posted a recording."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.imprint import is_place, is_press
from juche_toolkit.citation.items import Item
from juche_toolkit.citation.kinds import periodical
from juche_toolkit.citation.words import folded, words

__all__ = ["put_occasion"]

_KINDS = (
    r"(?:paper|presentation|poster|speech|address|remarks|lecture|testimony|talk|statement|keynote|report|toast|"
    r"discussion|briefing|interview)"
)
_OCCASION = regex.compile(
    rf"(?P<genre>(?:(?!the\s|his\s|her\s|a\s|its\s)\p{{L}}[\p{{L}}’'-]*\s){{0,3}}?{_KINDS})"
    r"(?:\s(?:was\s)?(?P<verb>delivered|given|made|presented|prepared|read|submitted))?"
    r"(?:(?:\s(?:to|at|before|for|during|in))(?:\s(?:the|a|an))?\s(?P<event>.+))?",
    regex.IGNORECASE,
)
"""genre [verb] ["at" event] — `paper presented at the Annual Meeting of the ISA`, `policy speech at the Supreme People’s Assembly`."""
_PAPER = regex.compile(r"(?:paper|presentation|poster)$", regex.IGNORECASE)
_POSTED = regex.compile(
    r"(?:posted|uploaded|hosted|produced|published|released|broadcast|aired)\sby(?:\s|$)", regex.IGNORECASE
)
_MEETING = regex.compile(
    r"(?:conference|symposium|workshop|seminar|forum|meeting|panel)(?:\son|\sentitled|\stitled)?$", regex.IGNORECASE
)
_PART_OF_BODY = regex.compile(
    r"\b(?:Senate|House|Congress|Committee|Subcommittee|University|College|Institute|Center|Centre|Association|Society|Assembly|Party|School|Institution|Council)\b"
)
_STATE = regex.compile(r"[A-Z]{2}|D\.C\.?|[A-Z][a-z]{2,5}\.")
_TOWN = regex.compile(r"\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}.’'-]+){0,2}")


def put_occasion(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """occasion := genre [verb] ["at" event] ["," place] | "posted by" body — False if the text is neither"""
    item = items[index]
    if not draft.has("title") or draft.source.text[item.start] > "z":
        return False
    start, end = draft.trimmed(item.start, item.end)
    if (posted := _POSTED.match(draft.source.text, start, end)) is not None:
        return _put_out_by(draft, items, index, posted.end(), end)
    match = _OCCASION.fullmatch(draft.source.text, start, end)
    if match is None or not (match["verb"] or match["event"]):
        return False
    if _PAPER.search(match["genre"]) is not None:
        return _put_paper(draft, items, index, match)
    if not draft.put("genre", *match.span("genre")):
        return False
    draft.passed.append((start, match.start("event") if match["event"] else end))
    if match["event"]:
        last = _whole_event(draft, items, index)
        draft.put("event", match.start("event"), items[last].end)
        index = last
    _place_behind(draft, items, index)
    _day_of_speech(draft, items, index)
    return True


def _put_out_by(draft: Draft, items: Sequence[Item], index: int, start: int, end: int) -> bool:
    """Who posted a recording: `posted by CSIS`, `posted by “38 North,”`."""
    following = items[index + 1] if index + 1 < len(items) else None
    draft.passed.append((items[index].start, start))
    if start < end:
        return draft.put("publisher", start, end)
    if following is None or following.kind != "quote":
        return False
    following.kind = "taken"
    return draft.put("publisher", following.start + 1, following.end - 1)


def _put_paper(draft: Draft, items: Sequence[Item], index: int, match: regex.Match[str]) -> bool:
    """paper := "paper presented at" (meeting | kind of meeting “its title”) ["," place]"""
    if not match["event"] or draft.has("container_title"):
        return False
    following = items[index + 1] if index + 1 < len(items) else None
    draft.values["type"] = "paper-conference"
    if following is not None and following.kind == "quote" and _MEETING.search(match["event"]) is not None:
        kind = match.span("event")
        draft.doubtful(f"What kind of meeting it was has no field: {match['event']}", *kind, 0.02)
        draft.put("container_title", following.start + 1, following.end - 1)
        following.kind = "taken"
        last = index + 1
    else:
        last = _whole_event(draft, items, index)
        draft.passed.append((items[index].start, match.start("event")))
        draft.put("container_title", match.start("event"), items[last].end)
    _place_behind(draft, items, last)
    return True


def _whole_event(draft: Draft, items: Sequence[Item], index: int) -> int:
    """The last item of an occasion that goes on behind commas: `the Committee on Foreign Relations, U.S. Senate`."""
    last = index
    for place in range(index + 2, len(items), 2):
        item = items[place]
        if items[place - 1].mark != "," or item.kind != "text":
            break
        printed = draft.text(item.start, item.end)
        if _PART_OF_BODY.search(printed) is None or periodical(printed) is not None or is_press(printed):
            break
        item.kind = "taken"
        last = place
    return last


def _place_behind(draft: Draft, items: Sequence[Item], index: int) -> None:
    """place := town ["," state] ["," country] — right behind an occasion"""
    if index + 2 >= len(items) or items[index + 2].kind != "text" or draft.has("place"):
        return
    first = items[index + 2]
    printed = draft.text(first.start, first.end)
    if periodical(printed) is not None or folded(printed) in words("agency") or is_press(printed):
        return
    end, place = first.end, index + 2
    while place + 2 < len(items) and items[place + 1].mark == "," and items[place + 2].kind == "text":
        name = draft.text(items[place + 2].start, items[place + 2].end)
        if _STATE.fullmatch(name) is None and folded(name) not in words("country"):
            break
        place += 2
        items[place].kind = "taken"
        end = items[place].end
    following = next((item for item in items[place + 1 :] if item.kind != "sep"), None)
    if following is not None and following.kind == "text" and ":" in draft.text(following.start, following.end):
        return  # `speech at the Third Plenum, Washington, DC: Brookings Institution Press`
    dated = following is None or following.kind in ("date", "url", "accessed")
    if (
        is_place(printed)
        or place > index + 2
        or (dated and _TOWN.fullmatch(printed) is not None and not printed.isupper())
    ):
        draft.put("place", first.start, end)
        first.kind = "taken"


def _day_of_speech(draft: Draft, items: Sequence[Item], index: int) -> None:
    """The day of a speech that a newspaper printed another day: a problem, since the record is the newspaper's."""
    later = items[index + 1 :]
    dates = [item for item in later if item.kind == "date"]
    if len(dates) < 2 or dates[0].date is None or dates[1].date is None or dates[1].date.day is None:
        return
    between = [item for item in later if dates[0].end <= item.start < dates[1].start and item.kind in ("text", "quote")]
    if not between or draft.has("year"):
        return
    first = dates[0]
    first.kind = "taken"
    draft.doubtful(
        f"The day of the speech has no field: {draft.text(first.start, first.end)}", first.start, first.end, 0.02
    )
