"""What a list of publications prints before its entries: their kind and date; and four digits that are pages there."""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.figures import Figure
from juche_toolkit.citation.imprint import is_press
from juche_toolkit.citation.items import BOOK_MARKS, TITLE_MARKS, Item
from juche_toolkit.citation.kinds import PREFIX, SERIES
from juche_toolkit.citation.names import read_names
from juche_toolkit.citation.words import folded, words

__all__ = [
    "is_to_come",
    "leading_date",
    "pages_of_four_digits",
    "pages_with_letters",
    "share_alone",
    "take_label",
    "without_roles_alone",
]


def take_label(draft: Draft, items: list[Item]) -> None:
    """label := "[" kind "]" | kind ":" | kind before a marked title — `[서평] …`, `논문: …`, `역서 『…』`.

    A kind that says more than the record's type (서평, 연구보고서) is the genre.
    """
    if items and items[0].kind == "text" and draft.source.text.startswith(("In: ", "in: "), items[0].start):
        draft.passed.append((items[0].start, items[0].start + 2))
        items[0].start += 4  # `In: Handbook of …, Springer, 2021`
    if (items and _to_come(draft, items)) or len(items) < 2 or _host_alone(draft, items) or _degree_first(draft, items):
        return
    _series_of_book(draft, items)
    first, inner = items[0], 0
    if first.kind in ("other", "remark", "role", "paren") or (first.kind == "quote" and items[1].kind != "sep"):
        inner = 1
    elif first.kind != "text":
        return
    start, end = first.start + inner, first.end - inner
    colon = -1 if inner else _label_end(draft.source.text, start, end)
    if not inner and colon < 0 and not _before_title(items):
        return
    printed = draft.text(start, end if colon < 0 else colon)
    if inner and items[1].mark in BOOK_MARKS and SERIES.search(printed) is not None:
        if draft.put("collection_title", start, end):  # `(역사학총서 12) 『…』`
            del items[0]
        return
    value = words("entry").get(folded(printed.strip()))
    if value is None or (first.kind == "quote" and not any(item.kind == "quote" for item in items[1:])):
        return
    if value == "genre" and not draft.put("genre", start, start + len(printed)):
        return
    if value != "genre":
        draft.passed.append((start, start + len(printed)))
    if colon >= 0 and draft.text(colon + 1, end).strip():
        first.start = draft.trimmed(colon + 1, end)[0]
    else:
        del items[0]


_NUMBER_OF_SERIES = re.compile(r"\s?(?:제\s?)?\d{1,4}(?:\s?[권호])?$")


def _series_of_book(draft: Draft, items: list[Item]) -> None:
    """series := "(" name number ")" — before a book's people or right before its title: `(사회과학총서 12) 최장집 저, 『…』`."""
    quote = next((place for place, item in enumerate(items) if item.kind == "quote"), 0)
    if quote < 2 or items[quote].mark not in BOOK_MARKS:
        return
    for place in (0, quote - 1):
        item = items[place]
        if item.kind not in ("other", "remark"):
            continue
        printed = draft.source.inner(item)
        if _NUMBER_OF_SERIES.search(printed) is None or SERIES.search(printed) is None:
            continue
        if draft.put("collection_title", item.start + 1, item.end - 1):
            del items[place]
        return


_TO_COME = regex.compile(
    r"(?:(?:paper |invited talk )?presented (?:at|to)(?: the(?=\s))?|invited talk at(?: the(?=\s))?)[\s:]*"
    r"|(?:forthcoming|accepted|to appear|in press|under review|published|conditionally accepted)(?:\s(?:in|at|by|for))?[\s:,]*"
    r"|(?:게재|출간|출판|발간|간행)\s?(?:예정|확정)[\s:]*|근간[\s:]+",
    regex.IGNORECASE,
)


def is_to_come(text: str, start: int, end: int) -> bool:
    """Whether a range says nothing but how far a work is."""
    return _TO_COME.fullmatch(text, start, end) is not None


def _to_come(draft: Draft, items: list[Item]) -> bool:
    """label := "Forthcoming in" | "게재 예정" — how far the work is, before the serial or book that it is to come out in."""
    first = items[0]
    if first.kind != "text" or draft.source.text[first.start] not in "fFaAtTiIuUpPcC게출발간근":
        return False
    match = _TO_COME.match(draft.source.text, first.start, first.end)
    if match is None or match.end() >= items[-1].end:
        return False
    if match.end() < first.end and not match.group().casefold().rstrip(" :").endswith((" in", " at", " to", " the")):
        return False
    draft.passed.append(match.span())
    first.start = match.end()
    if first.start >= first.end:
        del items[: 2 if items[1].kind == "sep" else 1]
    return True


_DEGREE = regex.compile(r"학위\s?논문\s?\((?P<degree>석사|박사)\)\s?:?\s?")


def _degree_first(draft: Draft, items: list[Item]) -> bool:
    """label := "학위논문(" degree ")" — `학위논문(석사): 「…」, 서울대학교`."""
    if draft.source.text[items[0].start] != "학":
        return False
    match = _DEGREE.match(draft.source.text, items[0].start)
    if match is None or match.end() >= items[-1].start:
        return False
    draft.put("genre", *match.span("degree"), f"{match['degree']}학위논문")
    draft.passed.append(match.span())
    while items[0].end <= match.end():
        del items[0]
    items[0].start = max(items[0].start, match.end())
    return True


def _label_end(text: str, start: int, end: int) -> int:
    """Where a mark ends a label of a few letters, or -1."""
    mark = _LABEL_END.search(text, start, min(end + 1, start + 16))
    return -1 if mark is None else mark.start()


_LABEL_END = re.compile(r"[:)]")


_IN = regex.compile(r"[Ii]n\s(?=\p{Lu})")
_IN_EDITED = regex.compile(
    r"[Ii]n\s(?P<names>\p{Lu}[\p{L}.'’-]*+(?:\s(?:and\s|&\s)?\p{Lu}[\p{L}.'’-]*+){1,8}?)\s[Ee]ds?\.?\s(?P<title>\p{Lu})"
)
"""The editors before a host's title without marks: `In Youngmi Kim ed. Korea's Quest for Economic Democratization`."""
_EDITORS = regex.compile(r"\s?\(?\s?[Ee]ds?\b")


def _is_editors(draft: Draft, item: Item) -> bool:
    """Whether a text between commas is the word for editors: `In Larry Diamond and Byung-Kook Kim, eds., …`."""
    printed = draft.text(item.start, item.end) if item.kind == "text" and item.end - item.start < 8 else ""
    return printed.casefold().rstrip(".") in ("ed", "eds", "editors")


def _host_alone(draft: Draft, items: list[Item]) -> bool:
    """host := "in" people "(eds.)" title — the book alone, as lists of one's own print it behind a chapter's title."""
    first = items[0]
    if (
        first.kind != "text"
        or draft.source.text[first.start] not in "iI"
        or _IN.match(draft.source.text, first.start) is None
    ):
        return False
    if (match := _IN_EDITED.match(draft.source.text, first.start, first.end)) is not None:
        people = read_names(draft.source.text, *match.span("names"))
        if people is None or people.strength < 2:
            return False
        draft.add_people(people, "editors")
        draft.passed.append((first.start, first.start + 2))
        first.start = match.start("title")
        return True
    role = next((item for item in items[1:8] if item.kind == "role" or _is_editors(draft, item)), None)
    edited = role is not None and _EDITORS.match(draft.source.text, role.start) is not None
    if not edited and draft.source.text[first.start] != "i":
        return False
    draft.passed.append((first.start, first.start + 2))
    first.start += 3
    return True


def _before_title(items: Sequence[Item]) -> bool:
    """Whether a marked title follows the first item, perhaps behind a comma or stroke."""
    passed = ("sep", "other", "remark")
    following = next((item for item in items[1:4] if item.kind not in passed), items[0])
    return following.kind == "quote" and following.mark in TITLE_MARKS


def leading_date(items: Sequence[Item]) -> bool:
    """Whether a date stands first and a mark parts it from the title of one's own work: `2021. 북한의 시장. …`, `2021.5 | …`."""
    if len(items) < 3 or items[0].date is None or items[0].date.year is None or items[1].kind != "sep":
        return False
    marks = ".|/:," if items[0].date.day is None else "|/"
    return items[1].mark in marks and items[2].kind in ("text", "quote")


_LETTERED = re.compile(r"[A-Za-z]{1,2}\d{1,5}(?:\s?[-–~]\s?[A-Za-z]{0,2}\d{1,5})?")
_COUNTED = frozenset({"issue", "volume"})


def pages_with_letters(draft: Draft, items: Sequence[Item]) -> None:
    """pages := letter number ["-" [letter] number] — behind volume and issue: `22(Suppl 1):S12-20`, `45(3):e12`."""
    for place, item in enumerate(items[2:], 2):
        before, comma = items[place - 2], items[place - 1]
        if item.kind not in ("text", "code") or comma.kind != "sep" or comma.mark not in ":," or before.figure is None:
            continue
        match = _LETTERED.fullmatch(draft.source.text, item.start, item.end)
        if match is None or before.figure.field not in _COUNTED:
            continue
        value = re.sub(r"\s?[-–~]\s?", "-", match.group())
        item.kind, item.figure = "figure", Figure("pages", value, *match.span(), *match.span())


def pages_of_four_digits(draft: Draft, items: Sequence[Item]) -> None:
    """pages := number "-" number — that might be years, behind volume and issue: `37(6), 1897-1908, 2021`."""
    if _RANGE.search(draft.source.text, draft.start, draft.end) is None:
        return
    for place, item in enumerate(items):
        if item.date is None or item.date.shape != "year" or item.end - item.start < 9 or not place:
            continue
        match = _RANGE.fullmatch(draft.source.text, item.start, item.end)
        if match is None or not _behind_numbers(items, place):
            continue
        figure = Figure("pages", f"{match[1]}-{match[2]}", *match.span(), *match.span())
        item.kind, item.date, item.figure = "figure", None, figure


_RANGE = re.compile(r"(\d{4})\s?[-–—~∼～]\s?(\d{4})")


def _behind_numbers(items: Sequence[Item], place: int) -> bool:
    """Whether the numbers of a serial stand before a place, nothing but marks and dates between; alone, volume and issue both."""
    dated = any(item.date is not None and item is not items[place] for item in items)
    fields: list[str] = []
    for item in reversed(items[:place]):
        if item.figure is not None and item.figure.field in ("volume", "issue", "whole_number", "bare"):
            fields.append(item.figure.field)
        elif item.kind not in ("sep", "date", "remark"):
            break
    return len(fields) > (0 if dated else 1)


def without_roles_alone(draft: Draft, items: list[Item]) -> list[Item]:
    """The items without words for one's own share in the work: `존 던 저 (서울: 후마니타스), 공역`, `북한의 시장, 공저, 한울`."""
    row: list[Item] = []
    for index, item in enumerate(items):
        if len(row) > 1 and role_alone(draft, items, index):
            draft.passed.append((item.start, item.end))
            if row[-1].kind == "sep":
                row.pop()
        else:
            row.append(item)
    return row


_CHAPTERS = regex.compile(
    r"(?P<locator>제?\s?\d{1,2}(?:\s?[·,~-]\s?\d{1,2})?\s?(?:장|부|절|편))\s?(?:집필|저술|번역|공저|담당)"
)


def share_alone(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """share := role | chapter "집필" — what of the whole the list's owner wrote: `…, 다산출판사, 2013, 제6장 집필`."""
    item = items[index]
    first = draft.source.text[item.start]
    match = _CHAPTERS.fullmatch(draft.source.text, item.start, item.end) if first.isdigit() or first == "제" else None
    if match is not None:
        return draft.put("locator", *match.span("locator"))
    if not role_alone(draft, items, index):
        return False
    draft.passed.append((item.start, item.end))
    return True


_SHARES = frozenset(
    "감수 공동감수 "
    "저 역 편 공저 공역 공편 공편저 공편역 편저 편역 번역 편집 공동저 공동저술 공동번역 공동편집 공역주 역주 저서 역서 편서".split()
)
"""Words for one's own share in a work, as lists of one's own print them without a name."""


def role_alone(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether a text is a word for a role, and no name stands before it: `『북한의 시장』, 공저, 한울`, `…, 2009, 공저`."""
    item = items[index]
    if not index or item.kind != "text" or item.end - item.start > 6:
        return False
    if draft.text(item.start, item.end).rstrip(".") not in _SHARES:
        return False
    before = next((earlier for earlier in reversed(items[:index]) if earlier.kind != "sep"), items[0])
    if before.kind == "text":
        led = PREFIX.match(draft.source.text, before.start, before.end)  # `In: 김금순, 편.`
        people = read_names(draft.source.text, led.end() if led is not None else before.start, before.end)
        return people is None or people.strength < 2 or is_press(draft.text(before.start, before.end))
    return before.kind in ("quote", "date", "figure", "imprint", "remark")
