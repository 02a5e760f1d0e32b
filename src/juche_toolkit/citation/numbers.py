"""Numbers behind a title or a container: volumes, issues and pages, also where only their place tells which."""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.figures import Figure
from juche_toolkit.citation.items import ARTICLE_MARKS, BOOK_MARKS, Item
from juche_toolkit.citation.journals import lone_number, look_up
from juche_toolkit.citation.names import read_names
from juche_toolkit.citation.words import KOREAN, ends_with

__all__ = ["bare_number", "take_figure"]


def take_figure(draft: Draft, items: Sequence[Item], index: int) -> None:
    """Give a figure its field; what a lone number or range counts depends on what stands before it."""
    figure = items[index].figure
    if (
        figure is None
        or _behind_sign(draft, figure)
        or _dashed_numbering(draft, items, index)
        or _numbered_before_pages(draft, figure)
    ):
        return
    if figure.field == "volume" and _issue_and_page(draft, items, index):
        return
    if _number_of_pages(draft, figure):
        draft.doubtful(f"The number of pages has no field: {figure.value}", figure.start, figure.end, 0.02)
        return
    if figure.field == "pages" and _number_and_pages(draft, items, index, figure):
        return
    if figure.field == "range" and (_set_of_volumes(draft, items, index) or _number_in_series(draft, figure)):
        return
    if figure.field in ("issue", "bare") and _whole_in_bracket(draft, figure.start, figure.value):
        draft.put("whole_number", figure.value_start, figure.value_end, figure.value)
        return
    if figure.field == "range" and index and items[index - 1].kind == "text" and not draft.has("container_title"):
        draft.leave(figure.start, figure.end, "a number whose meaning isn't clear")
    elif figure.field == "range" or (figure.field == "bare" and not bare_number(draft, items, index)):
        if _goes_on_pages(draft, items, index):
            return
        if draft.has("pages") or (not draft.has("title", "container_title", "publisher") and not draft.people):
            draft.leave(figure.start, figure.end, "a number whose meaning isn't clear")
        else:
            draft.put("pages", figure.value_start, figure.value_end, figure.value)
    elif figure.field != "bare":
        draft.put_figure(figure)


def _behind_sign(draft: Draft, figure: Figure) -> bool:
    """locator := ("¶" | "§") number — a paragraph or section told by its sign alone: `A/HRC/43/58, ¶ 23`."""
    start = figure.start - 1 - (draft.source.text[figure.start - 1 : figure.start] == " ")
    if figure.field not in ("bare", "range") or start < draft.start or draft.source.text[start] not in "¶§":
        return False
    return draft.put("locator", start, figure.end)


def _number_of_pages(draft: Draft, figure: Figure) -> bool:
    """Whether a figure tells how many pages there are: `총 300쪽`, `Article 44, 12 pages`."""
    if not figure.field:
        return figure.value.endswith(("pages", "pp"))
    return figure.field == "pages" and draft.source.text.startswith(("총 ", "전 "), figure.start - 2)


def _whole_in_bracket(draft: Draft, start: int, value: str) -> bool:
    """Whether a larger issue stands in a bracket behind the issue: `1970년 11호(344호)`, `12권 1호(30)`."""
    issue = str(draft.values.get("issue", ""))
    if not (issue.isdigit() and value.isdigit()) or draft.has("whole_number") or draft.text(start - 1, start) != "(":
        return False
    return int(value) > max(int(issue), 12)


_NUMBERS_AND_PAGES = regex.compile(r"(?P<volume>\d{1,4})[-–](?P<issue>\d{1,2}),\s?(?P<pages>\d.*)")


def _issue_and_page(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """issue "," page "(" year ")" — as the North's works of science cite journals that count no volumes: `과학원통보 4, 9(2019)`."""
    figure, following = items[index].figure, items[index + 1].figure if index + 1 < len(items) else None
    if figure is None or following is None or following.field != "issue" or draft.has("volume", "issue", "pages"):
        return False
    if draft.source.text[figure.value_end : figure.value_end + 1] != ",":
        return False
    entry = look_up(str(draft.values.get("container_title", "")))
    if entry is None or entry.side != "KP" or entry.bare_number != "issue":
        return False
    items[index + 1].kind = "taken"
    return draft.put("issue", figure.value_start, figure.value_end) and draft.put(
        "pages", following.value_start, following.value_end
    )


_ISSUE_AND_PAGES = regex.compile(r"(?P<issue>1[0-2]|[1-9]),\s(?P<pages>\d{1,3}(?:\s?[-~–]\s?\d{1,3})?)")


def _issue_before_pages(draft: Draft, figure: Figure) -> bool:
    """issue "," pages unit — read as one list of pages, behind a serial with its year alone: `《조선예술》, 주체85(1996), 9, 44페지`."""
    if draft.whole_date or draft.has("month") or not draft.has("year") or _bare_field(draft) != "issue":
        return False
    match = _ISSUE_AND_PAGES.fullmatch(draft.source.text, figure.value_start, figure.value_end)
    if match is None or int(match["issue"]) >= int(regex.split(r"\D", match["pages"])[0]):
        return False
    return draft.put("issue", *match.span("issue")) and draft.put("pages", *match.span("pages"))


def _numbered_before_pages(draft: Draft, figure: Figure) -> bool:
    """dashed := volume "-" issue "," pages unit — read as one list of pages: `24-3, 77쪽`."""
    if figure.field != "pages" or draft.has("volume", "issue", "pages") or not draft.has("container_title"):
        return False
    if _issue_before_pages(draft, figure):
        return True
    match = _NUMBERS_AND_PAGES.fullmatch(draft.source.text, figure.value_start, figure.value_end)
    if match is None or int(match["volume"]) <= int(match["issue"]) or figure.start != figure.value_start:
        return False
    return all(draft.put(field, *match.span(field)) for field in ("volume", "issue", "pages"))


_NUMBER_AND_PAGES = regex.compile(r"(?P<number>\d{1,4}),\s?(?P<pages>\d.*)")


def _number_and_pages(draft: Draft, items: Sequence[Item], index: int, figure: Figure) -> bool:
    """number "," pages unit — right behind a serial or a whole, read as one list of pages: `『한국사연구』 133, 120쪽`."""
    before = items[index - 1] if index else None
    if before is None or before.kind not in ("quote", "text", "taken") or figure.start != before.end + 1:
        return False
    whole = before.kind == "quote" and before.mark in BOOK_MARKS
    if draft.has("volume", "issue", "pages") or not (whole or draft.has("container_title")):
        return False
    match = _NUMBER_AND_PAGES.fullmatch(draft.source.text, figure.value_start, figure.value_end)
    if match is None:
        return False
    place = draft.spans.get("container_title", (-1, -1))
    named = before.start <= place[0] < before.end
    if before.kind != "quote" and not named:
        return False
    field = _counted(draft, items, index, figure) if named else "volume"
    pages = figure.value.partition(",")[2].strip()
    return draft.put(field, *match.span("number")) and draft.put("pages", *match.span("pages"), pages)


def _dashed_numbering(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """dashed := volume "-" issue ["호"] — right behind a container, with pages to follow or no pair of pages: `26-3, 1-20`."""
    figure = items[index].figure
    if figure is None or figure.field not in ("range", "issue") or draft.has("volume", "issue") or not index:
        return False
    first, dash, second = figure.value.partition("-")
    if figure.field == "issue" and draft.text(figure.start, figure.start + 1).lower() in "ni":  # `No. 13-2`
        return False
    if not dash or not (first.isdigit() and second.isdigit()) or len(second) > 2 or not draft.has("container_title"):
        return False
    dated = draft.whole_date or (len(first) > 2 and draft.has("month"))
    if dated and items[index - 1].kind in ("sep", "date") and figure.field == "range":
        return False  # `Sin tonga, June 1983, 240-61`: pages, the last cut short
    begin, end = draft.spans["container_title"]
    behind_it = (begin <= items[index - 1].end and end > items[index - 1].start) or (
        items[index - 1].kind in ("sep", "date") and index > 1)  # fmt: skip
    later = any(item.figure is not None and item.figure.field in ("range", "pages") for item in items[index + 1 :])
    falls = int(first) >= int(second) or _before_year(items, index, second)
    if not behind_it or not (falls or (later and figure.field == "range")):
        return False
    if draft.has("publisher", "place"):  # `(Lanham: …, 2013), 150–75`
        return False
    if len(first) == 4 and first[:2] in ("19", "20"):  # `『주요국제문제분석』 2013-25호`
        draft.put("year", figure.value_start, figure.value_start + 4, int(first))
        return draft.put("issue", figure.value_end - len(second), figure.value_end, second)
    if second.startswith("0"):  # the number of a report in its series: `『KINU 통일나침반』 15-03`
        return draft.put("number", figure.value_start, figure.value_end, figure.value)
    end = figure.value_start + len(first)
    return draft.put("volume", figure.value_start, end, first) and draft.put(
        "issue", figure.value_end - len(second), figure.value_end, second
    )


def _before_year(items: Sequence[Item], index: int, issue: str) -> bool:
    """Whether a pair stands between a marked serial and the year, where pages never do: `『현대북한연구』 2-3, 1999`."""
    item = items[index]
    following = [later for later in items[index + 1 : index + 3] if later.kind != "sep"]
    dated = bool(following) and following[0].date is not None and following[0].date.year is not None
    return (
        int(issue) <= _MOST_ISSUES
        and items[index - 1].kind == "quote"
        and item.start <= items[index - 1].end + 1
        and dated
    )


_MOST_ISSUES = 12
"""A serial that comes out more often than monthly counts no issues within a volume."""


def _goes_on_pages(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Take a number behind a comma that goes on a list of pages without a unit: `(Seoul: KINU, 2004), 53, 62-64.`"""
    figure, before = items[index].figure, items[index - 2].figure if index > 1 else None
    if figure is None or before is None or items[index - 1].mark != "," or "pages" not in draft.spans:
        return False
    start, end = draft.spans["pages"]
    if before.field not in ("bare", "range") or before.value_end != end:
        return False
    draft.values["pages"] = f"{draft.values['pages']}, {figure.value}"
    draft.spans["pages"] = (start, figure.value_end)
    return True


def _edition(item: Item) -> bool:
    """Whether an item is the statement of an edition, or a number without a field."""
    return item.figure is not None and item.figure.field in ("", "edition")


_FALLING_TO_ZERO = re.compile(r"\d{2,4}-0\d")


def _number_in_series(draft: Draft, figure: Figure) -> bool:
    """A year, a stroke and a number with a leading zero, which no pages are: `통일연구원 연구총서, 11-03`."""
    first, _, last = figure.value.partition("-")
    falls = _FALLING_TO_ZERO.fullmatch(figure.value) is not None and first[-len(last) :] >= last  # not pp. 103–04
    if not falls or draft.has("number"):
        return False
    return draft.put("number", figure.value_start, figure.value_end, figure.value)


def _set_of_volumes(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """A range of volumes right behind a book's title: `『역사의 언덕에서』 1~5, 한길사`."""
    figure, before = items[index].figure, items[index - 1] if index else None
    if figure is None or before is None or before.kind != "quote" or before.mark not in BOOK_MARKS:
        return False
    first, _, last = figure.value.partition("-")
    small = first.isdigit() and last.isdigit() and int(first) < int(last) <= 60
    parted = last.isdigit() and ends_with(str(draft.values.get("title", "")), "works_end")  # `『한국구비문학대계』 1-1`
    if not (small or parted) or draft.has("container_title", "volume") or index + 1 == len(items):
        return False
    return items[index + 1].kind in ("imprint", "sep") and draft.put(
        "volume", figure.value_start, figure.value_end, figure.value
    )


def bare_number(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """A lone number right after a container is its issue, or its volume; True if it was taken as that.

    The authority table says which; without an entry a number before `no. 3`, or before `(2010): 45`, is the volume.
    """
    figure = items[index].figure
    place = index - 1
    while place > 0 and _edition(items[place]):  # `《조선말대사전》(증보판) 1`
        place -= 1
    before = items[place] if place >= 0 else None
    if figure is None or before is None:
        return False
    works = str(draft.values.get("title", ""))
    if before.kind in ("text", "quote") and ends_with(works, "works_end") and draft.spans["title"][1] <= before.end:
        return draft.put("volume", figure.value_start, figure.value_end, figure.value)
    whole = before.kind == "quote" and before.mark in BOOK_MARKS and draft.has("title") and not draft.has("volume")
    if (
        whole
        and (index + 1 == len(items) or items[index + 1].kind in ("imprint", "sep") or _edition(items[index + 1]))
        and draft.container_mark != before.mark
    ):
        return draft.put("volume", figure.value_start, figure.value_end, figure.value)
    if not draft.has("container_title"):
        return False
    bracketed = draft.source.text[figure.start - 1] == "("
    if bracketed and before.figure is not None and before.figure.field == "volume" and before.end == figure.start - 1:
        return draft.put("issue", figure.value_start, figure.value_end, figure.value)  # `Vol. 9(3)`, `제9권(3)`
    follows = _pages_follow(draft, items, index) or _issue_and_year(draft, items, index)
    if before.kind == "sep" and before.mark == "," and index > 1 and follows:
        magazine = str(draft.values["container_title"]).startswith(("월간", "계간", "주간"))
        bare = _bare_field(draft) or ("issue" if KOREAN.search(str(draft.values["container_title"])) else "volume")
        # APA without a volume: `학회지, (58), 123-149`
        field = "issue" if bracketed or magazine or bare == "issue" else "volume"
        return draft.put(field, figure.value_start, figure.value_end, figure.value)
    if before.kind not in ("text", "quote", "other", "taken"):
        return False
    if before.kind == "quote" and before.mark in ARTICLE_MARKS and draft.container_mark != before.mark:
        return False
    return draft.put(_counted(draft, items, index, figure), figure.value_start, figure.value_end, figure.value)


def _counted(draft: Draft, items: Sequence[Item], index: int, figure: Figure) -> str:
    """The field of a lone number right behind a container."""
    later = [item.figure.field for item in items[index + 1 :] if item.figure is not None]
    if "issue" in later or ends_with(str(draft.values["container_title"]), "works_end"):
        return "volume"
    if draft.source.text[figure.start - 1] == "(":  # `『학술지』 (58), 2008`
        return "issue"
    if bare := _bare_field(draft):
        return "volume" if bare == "volume" else "issue"
    following = items[index + 1] if index + 1 < len(items) else None
    if following is not None and following.kind == "imprint" and _of_book(draft, following):
        return "volume"
    latin = KOREAN.search(str(draft.values["container_title"])) is None
    return "volume" if _chicago_volume(items, index, latin=latin) else "issue"


def _of_book(draft: Draft, bracket: Item) -> bool:
    """Whether a bracket begins with names and their role: then a book stands before it."""
    inner = draft.text(bracket.start + 1, bracket.end - 1)
    first = inner.partition(",")[0]
    people = read_names(first, 0, len(first))
    return people is not None and people.role is not None


def _bare_field(draft: Draft) -> str:
    """What the authority table says a lone number behind this container counts."""
    return lone_number(str(draft.values["container_title"]))


def _issue_and_year(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether a lone number behind a comma is an issue, its year in brackets behind it: `Kyo’ngje Yo’ngu, 4 (2008)`."""
    following = items[index + 1] if index + 1 < len(items) else None
    if draft.has("volume", "issue") or _bare_field(draft) != "issue":
        return False
    if draft.text(items[index].start - 1, items[index].start) == "(":  # `경제연구, 2019, (3)`
        return items[index - 2].kind == "date"
    return (
        following is not None and following.date is not None and draft.text(following.start - 1, following.start) == "("
    )


def _pages_follow(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether a lone number behind a comma stands between the container and pages: `국어학, 75, 100-130`."""
    if draft.has("volume", "issue", "pages") or items[index - 2].kind not in ("text", "quote", "other", "taken"):
        return False
    later = [item.figure.field for item in items[index + 1 :] if item.figure is not None]
    return bool(later) and later[0] in ("range", "pages")


def _chicago_volume(items: Sequence[Item], index: int, *, latin: bool) -> bool:
    """Whether `(2010): 45` follows, or `: 45-67` where the year stands before: then a lone number is the volume."""
    kinds = [(item.kind, item.mark) for item in items[index + 1 : index + 3]]
    if len(kinds) < 2:
        return False
    return (kinds[0][0] == "date" and kinds[1] == ("sep", ":")) or (
        latin and kinds[0] == ("sep", ":") and kinds[1][0] == "figure"
    )
