"""Items put right before an unmarked title is looked for: numbers and years inside it, names before a colon."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.figures import Figure
from juche_toolkit.citation.imprint import is_place, is_press, is_remark
from juche_toolkit.citation.items import Item
from juche_toolkit.citation.journals import look_up
from juche_toolkit.citation.kinds import container_like, is_meeting, is_numbered
from juche_toolkit.citation.names import read_names, strength
from juche_toolkit.citation.words import KOREAN, ends_with, folded, words

__all__ = [
    "after_editors",
    "after_initials",
    "joined_statements",
    "joined_titles",
    "merge_numbers",
    "names_and_colon",
    "of_day",
    "volume_and_issue",
    "without_labels",
]


_AND_OTHERS = regex.compile(r"(?P<name>\p{Hangul}{3})\s?외\s")


def _named_with_role(draft: Draft, item: Item) -> bool:
    """Whether a text is names with their role, and no title: `김상준 외 공저`."""
    people = read_names(draft.source.text, item.start, item.end)
    return people is not None and people.role is not None


def names_and_colon(draft: Draft, items: list[Item]) -> list[Item]:
    """names ("," name)+ ":" title — cuts the text in which the last name and the title stand."""
    if items and items[0].kind == "text" and any(item.kind == "imprint" for item in items[1:]):
        glued = _AND_OTHERS.match(draft.source.text, items[0].start, items[0].end)
        if glued is not None and strength(glued["name"]) == 3 and not _named_with_role(draft, items[0]):
            middle = glued.end() - 1  # `이항동외 북한정치와 발전전략 (서울: …)`
            cut = [
                Item("text", items[0].start, middle),
                Item("sep", middle, middle + 1, mark=","),
                Item("text", middle + 1, items[0].end),
            ]
            return [*cut, *items[1:]]
    for index, item in enumerate(items):
        if item.kind == "sep" and item.mark == ",":
            continue
        if item.kind != "text":
            return items
        printed = draft.text(item.start, item.end)
        name, colon, _ = printed.partition(": ")
        name = name.rstrip()  # `홍길순 , 장성호 : 자동차 현가장치의 최적설계`
        several = (
            read_names(draft.source.text, item.start, item.start + len(name)) if "/" in name or "·" in name else None
        )
        if (
            colon
            and (strength(name) == 3 or (several is not None and several.strength == 3))
            and KOREAN.search(name) is not None
            and (index or not _named_later(draft, items))
        ):
            middle = item.start + len(name)
            cut = [
                Item("text", item.start, middle),
                Item("sep", middle, middle + 1, mark=","),
                Item("text", printed.index(": ") + item.start + 2, item.end),
            ]
            return [*items[:index], *cut, *items[index + 1 :]]
        if strength(printed) < 2:
            return items
    return items


_GIVEN = regex.compile(
    r"(?P<given>(?:\p{Lu}[\p{Latin}\p{M}'’-]+\s(?:\p{Lu}\.\s?){1,2}|(?:\p{Lu}\.[\s-]?){1,3}))\s?(?=\p{Lu}[\p{Latin}\p{M}'’-]+\s\p{L})"
)
_SURNAME = regex.compile(r"\p{Lu}[\p{Latin}\p{M}'’-]+")


def after_initials(draft: Draft, items: list[Item]) -> list[Item]:
    """family "," given initial "." title "." — the full stop of an initial ends the name too: `Scott, James C. Seeing Like a State. …`."""
    if len(items) < 5 or items[0].kind != "text":
        return items
    if ";" in draft.text(items[0].start, draft.end):
        items = _after_last_initial(draft, items)
    if items[1].mark != "," or items[2].kind != "text":
        return items
    text, name = draft.source.text, items[2]
    stops = any(item.mark == "." and item.kind == "sep" for item in items[3:7])
    if items[3].mark not in (".", ",") or not stops or _SURNAME.fullmatch(text, items[0].start, items[0].end) is None:
        return items
    match = _GIVEN.match(text, name.start, name.end)
    if match is None or not any(item.kind in ("text", "imprint") for item in items[4:]):
        return items
    stop = match.end("given")
    while text[stop - 1] == " ":
        stop -= 1
    cut = [Item("text", name.start, stop), Item("sep", stop - 1, stop, mark="."), Item("text", match.end(), name.end)]
    return [*items[:2], *cut, *items[3:]]


def volume_and_issue(items: list[Item]) -> list[Item]:
    """serial volume "-" issue — alone, pages behind, and the numbers fall: `New Asian Forum 31-2, pp.1-20`."""
    if len(items) < 3 or items[0].kind != "text" or items[1].figure is None or items[1].figure.field != "range":
        return items
    if items[1].start - items[0].end > 1:
        return items
    paged = any(item.figure is not None and item.figure.field in ("pages", "range") for item in items[2:])
    figure = items[1].figure
    first, _, second = figure.value.partition("-")
    if not (paged and first.isdigit() and second.isdigit() and int(second) <= _HIGHEST_ISSUE):
        return items
    if int(first) <= int(second):
        return items
    end = figure.value_start + len(first)
    begin = figure.value_end - len(second)
    volume = Figure("volume", first, figure.start, end, figure.value_start, end)
    issue = Figure("issue", second, begin, figure.end, begin, figure.value_end)
    parts = [Item("figure", volume.start, volume.end, figure=volume), Item("figure", begin, issue.end, figure=issue)]
    return [items[0], *parts, *items[2:]]


_HIGHEST_ISSUE = 12
_EDITED = regex.compile(r"[Ee]ds?\.\s(?=\p{Lu})")


def after_editors(draft: Draft, items: list[Item]) -> list[Item]:
    """names "," "eds." title "." — the full stop of the role ends the names: `Gi-Wook Shin, ed. One Alliance, Two Lenses. …`.

    Behind a title the same words lead in its editors: `Korea Reborn, ed. Jane Doe (Honolulu: …)`.
    """
    if len(items) < 5 or items[0].kind != "text" or items[1].mark != "," or items[2].kind != "text":
        return items
    role = _EDITED.match(draft.source.text, items[2].start, items[2].end)
    if role is None or not any(item.mark == "." and item.kind == "sep" for item in items[3:6]):
        return items
    people = read_names(draft.source.text, items[0].start, items[0].end)
    if people is None or people.strength < 2 or any(person.script != "latin" for person in people.persons):
        return items
    stop = role.end() - 1
    return [
        Item("text", items[0].start, stop),
        Item("sep", stop - 1, stop, mark="."),
        Item("text", role.end(), items[2].end),
        *items[3:],
    ]


_SHORT_NAME = regex.compile(r"\p{Lu}[\p{Latin}\p{M}'’-]+(?:\s\p{Lu}[\p{Latin}\p{M}'’-]+)?\s\p{Lu}{1,3}")
_SHORT_AND_TITLE = regex.compile(
    r"(?P<name>\p{Lu}[\p{Latin}\p{M}'’-]+\s\p{Lu}|et\sal)\.\s(?=[\p{Lu}\d][\p{L}\d]*[\s’'-])"
)
"""The last of names as medicine prints them, of one initial, whose full stop ends the names: `Cho M. Depression and …`."""


def _after_last_initial(draft: Draft, items: list[Item]) -> list[Item]:
    """name ("," name)* "." title — where the year stands before or behind a semicolon: `Cho M, Lee S. Depression …. 2018;48(4):421-430.`"""
    text = draft.source.text
    for place, item in enumerate(items[:40]):
        if item.kind == "sep" and item.mark == ",":
            continue
        if item.kind != "text":
            return items
        match = _SHORT_AND_TITLE.match(text, item.start, item.end)
        if match is not None:
            stop = match.end("name")
            cut = [
                Item("text", item.start, stop),
                Item("sep", stop, stop + 1, mark="."),
                Item("text", match.end(), item.end),
            ]
            return [*items[:place], *cut, *items[place + 1 :]]
        if _SHORT_NAME.fullmatch(text, item.start, item.end) is None:
            return items
    return items


def _named_later(draft: Draft, items: Sequence[Item]) -> bool:
    """Whether names stand behind the first text, so that its own is part of the title: `박정희: 한국의 탄생, 조우석, …`."""
    for item in items[1:]:
        people = read_names(draft.source.text, item.start, item.end) if item.kind == "text" else None
        if people is not None and (people.strength >= 2 or people.role is not None):
            return True
    return False


def joined_titles(draft: Draft, items: list[Item]) -> list[Item]:
    """Put texts together that a comma parts but a title joins: before `그리고`, and between strokes that part a list's fields."""
    strokes = sum(item.kind == "sep" and item.mark in "/|" for item in items)
    row: list[Item] = []
    for place, item in enumerate(items):
        comma = (
            len(row) > 1
            and item.kind == "text"
            and row[-1].kind == "sep"
            and row[-1].mark == ","
            and row[-2].kind == "text"
        )
        stroked = comma and strokes > 1 and any(part.mark in ("/", "|") for part in row)
        if comma and strokes > 1 and ((place < 8 and not stroked) or (stroked and _names_in_field(draft, row, item))):
            row.pop()
            row[-1].end = item.end
        elif comma and draft.source.text.startswith("그리고 ", item.start) and not _names_joined(draft, row[-2], item):
            later = (part for part in items[place + 1 : place + 9] if part.kind == "text")
            _join_back(
                draft, row, item, named_later=any(strength(draft.text(part.start, part.end)) == 3 for part in later)
            )
        else:
            row.append(item)
    return row


def _names_in_field(draft: Draft, row: Sequence[Item], item: Item) -> bool:
    """Whether a comma parts names inside one field of a list whose fields strokes part: `제목 / 박한식, 강국진 / 부키 / 2018`."""
    people = read_names(draft.source.text, row[-2].start, item.end)
    printed = draft.text(item.start, item.end)
    return people is not None and people.strength >= 2 and people.role is None and look_up(printed) is None


def _names_joined(draft: Draft, before: Item, item: Item) -> bool:
    """Whether `그리고` joins the last of several names: `김철수, 이영희, 그리고 박민수`."""
    name = draft.text(item.start + 4, item.end).strip()
    return strength(name) == 3 and strength(draft.text(before.start, before.end)) >= 2


def _join_back(draft: Draft, row: list[Item], item: Item, *, named_later: bool) -> None:
    """Join a text with the words before it, back to the one that surely is a name: `표윤신, 민족, 국가, 그리고 사회`.

    The first word too may be a name (이석), unless a sure one stands behind the title.
    """
    row.pop()
    row[-1].end = item.end
    while len(row) > 2 and row[-2].kind == "sep" and row[-2].mark == "," and row[-3].kind == "text":
        word = draft.text(row[-3].start, row[-3].end)
        if " " in word or strength(word) == 3 or (len(row) == 3 and strength(word) == 2 and not named_later):
            return
        row[-3].end = row[-1].end
        del row[-2:]


def joined_statements(draft: Draft, items: list[Item]) -> list[Item]:
    """statement := name bracket "담화" — who made it is explained inside: `김여정(당중앙위원회 부부장) 담화`.

    So too words of a title with a bracket inside: `생성형 인공지능(Generative AI)의 활용`.
    """
    row: list[Item] = []
    for place, item in enumerate(items):
        bracketed = (
            len(row) > 1 and item.kind == "text" and row[-1].kind in ("other", "imprint") and row[-2].kind == "text"
            and row[-1].start - row[-2].end <= 1 and item.start - row[-1].end <= 1
        )  # fmt: skip
        if bracketed and (
            (row[-1].kind == "other" and folded(draft.text(item.start, item.end)) in words("act"))
            or (not is_numbered(items, place) and _title_goes_on(draft, row[-2], row[-1], item))
        ):
            row.pop()
            row[-1].end = item.end
        else:
            row.append(item)
    return row


def _title_goes_on(draft: Draft, before: Item, bracket: Item, item: Item) -> bool:
    """Whether a bracket glued to words, which are no name, stands inside a title: `소아(아동) 비만의 연구`, `인공지능(AI)의 활용`."""
    printed, following = draft.text(before.start, before.end), draft.text(item.start, item.end)
    if bracket.mark != "(" or bracket.start != before.end or KOREAN.match(following) is None or strength(printed) == 3:
        return False
    if item.start == bracket.end:
        return True
    if (
        is_press(printed)
        or is_press(following)
        or is_place(printed)
        or container_like(printed)
        or is_meeting(following)
    ):
        return False
    people = read_names(draft.source.text, item.start, item.end)
    named = people is not None and (people.role is not None or people.strength > 1)
    return not named and look_up(following) is None


def of_day(draft: Draft, item: Item) -> bool:
    """Whether a text is only a word that goes with a date: `2022년 3월 25일 보도`."""
    return item.kind == "text" and folded(draft.text(item.start, item.end).strip(" .,")) in words("day_remark")


def without_labels(draft: Draft, items: list[Item]) -> list[Item]:
    """The items without the words that stand before an address: `…, 2021. URL: https://…`."""
    for place in range(1, len(items)):
        label = items[place - 1]
        if items[place].kind == "url" and label.kind == "text" and is_remark(draft.text(label.start, label.end)):
            return [*items[: place - 1], *items[place:]]
    return items


def merge_numbers(draft: Draft, items: list[Item]) -> list[Item]:
    """A lone number right behind a text that is no periodical belongs to the text: `신서유기 8`, `Part 2`."""
    merged: list[Item] = []
    for place, item in enumerate(items):
        before = merged[-1] if merged else None
        if len(merged) > 2 and _subtitle(draft, merged, item):
            merged.pop()
            merged[-1].end = item.end
            continue
        if (
            len(merged) > 1
            and before is not None
            and before.mark == ","
            and _year_in_title(draft, items, merged[-2], place)
        ):
            merged.pop()
            merged[-1].end = item.end
            continue
        if before is not None and _year_in_title(draft, items, before, place):
            before.end = item.end
            continue
        if len(merged) > 1 and _years_in_title(draft, items, merged[-2:], place):
            merged.pop()
            merged[-1].end = item.end
            continue
        lone = item.kind == "figure" and item.figure is not None and (item.figure.field == "bare" or _few(items, place))
        printed = draft.text(before.start, before.end) if before is not None and before.kind == "text" else ""
        following = items[place + 1] if lone and place + 1 < len(items) else None
        if lone and (_issue_behind(items, place) or _pages_behind(items, place)):
            lone = False  # `Pacific Focus 38, no. 1`, `영어교육 10: 110-144`
        published = following is not None and following.kind == "imprint" and ":" in draft.source.inner(following)
        if (
            lone
            and before is not None
            and printed
            and (published or not container_like(printed))
            and not ends_with(printed, "works_end")
        ):
            bracketed = draft.text(item.start - 1, item.start) + draft.text(item.end, item.end + 1) == "()"
            before.end = item.end + bracketed  # `한국어 형태소 분석(1)`
        else:
            merged.append(item)
    return merged


def _subtitle(draft: Draft, merged: Sequence[Item], item: Item) -> bool:
    """Whether a subtitle follows a number that ends a title, and a colon: `ICT 기술로드맵 2025: 인공지능·빅데이터, 2020`."""
    text, colon = merged[-2:]
    if item.kind != "text" or text.kind != "text" or colon.kind != "sep" or colon.mark != ":":
        return False
    return colon.start == text.end and item.start - colon.end == 1 and draft.source.text[text.end - 1].isdigit()


def _issue_behind(items: Sequence[Item], place: int) -> bool:
    """Whether an issue, or a whole number, follows a lone number, which then is the volume."""
    following = next((part for part in items[place + 1 : place + 4] if part.kind != "sep"), None)
    figure = following.figure if following is not None else None
    return figure is not None and figure.field in ("issue", "whole_number")


def _pages_behind(items: Sequence[Item], place: int) -> bool:
    """Whether pages follow a lone number and a colon, which then is a serial's, behind a title: `제목. 영어교육 10: 110-144`."""
    rest = items[place + 1 : place + 3]
    if len(rest) < 2 or rest[0].mark not in (":", ",") or rest[1].figure is None or "-" not in rest[1].figure.value:
        return False
    if rest[1].figure.field not in ("pages", "range"):
        return False
    titled = place > 2 and items[place - 2].mark == "." and items[place - 3].kind == "text"
    return titled and items[place - 1].kind == "text"


def _few(items: Sequence[Item], place: int) -> bool:
    """Whether a range is one of volumes that ends a title: `미학 오디세이 1-3, 진중권 지음`."""
    item = items[place]
    if item.figure is None or item.figure.field != "range":
        return False
    first, _, last = item.figure.value.partition("-")
    small = first.isdigit() and last.isdigit() and int(first) < int(last) <= 20
    return small and any(later.kind == "text" for later in items[place + 1 :])


_LETTER = regex.compile(r"\p{Lu}\.")
_INITIAL = regex.compile(r"\s\p{Lu}\.$")


def _year_in_title(draft: Draft, items: Sequence[Item], before: Item, place: int) -> bool:
    """Whether a year right behind a text belongs to it, since another year stands behind: `White Paper 2020 (Seoul: KINU, 2020)`."""
    item = items[place]
    if item.date is None or item.date.shape != "year" or before.kind != "text":
        return False
    ranged = item.date.year is not None and item.end - item.start > 5 and item.start - before.end <= 2
    if ranged and draft.text(before.end, item.start).strip() in ("", ","):
        return any(part.kind == "imprint" or part.date is not None for part in items[place + 1 :])
    if item.start - before.end != 1:
        return False
    initial = before.end - before.start == 2 and _LETTER.fullmatch(draft.source.text, before.start, before.end)
    if initial or _INITIAL.search(draft.source.text, before.start, before.end) is not None:
        return False  # `Armstrong, Charles K. 2003. …`, `Kim, J. 2018. …`
    if draft.text(before.end, item.start) != " ":
        return False
    following = items[place + 1] if place + 1 < len(items) else None
    whole = following is not None and following.kind == "imprint" and ":" in draft.source.inner(following)
    if container_like(draft.text(before.start, before.end)) and not (whole and before.start == items[0].start):
        return False
    later = items[place + 1 :]
    if _dated_before(items, before, place):
        return True
    return any(part.kind == "imprint" or part.date is not None for part in later)


def _dated_before(items: Sequence[Item], before: Item, place: int) -> bool:
    """Whether a text is the title of an author-date list, the first behind the date: `교육부 (2016). OECD 교육지표 2016. …`."""
    first = next((part for part in items[:place] if part.date is not None), None)
    if first is None or items[0].kind != "text" or first.start > before.start:
        return False
    return not any(part.kind == "text" and first.end <= part.start < before.start for part in items[:place])


_YEAR = regex.compile(r"(?:1[89]|20)\d\d")


def _dated(draft: Draft, imprint: Item) -> bool:
    return _YEAR.search(draft.source.text, imprint.start, imprint.end) is not None


def _years_in_title(draft: Draft, items: Sequence[Item], before: Sequence[Item], place: int) -> bool:
    """Whether a range of years behind a comma belongs to the title, an imprint following: `Revolution, 1945-1950 (Ithaca: …)`."""
    item = items[place]
    text, comma = before
    if item.date is None or item.date.shape != "year" or text.kind not in ("text", "taken") or comma.mark != ",":
        return False
    if item.end - item.start < 7:  # `The Failure of De-Stalinization, 1956 (Honolulu: …, 2005)`
        following = items[place + 1] if place + 1 < len(items) else None
        return following is not None and following.kind == "imprint" and _dated(draft, following)
    return any(part.kind == "imprint" or part.date is not None for part in items[place + 1 :])
