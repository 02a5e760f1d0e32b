"""Comma lists: authors first, or the title first, and notes cut short."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from juche_toolkit.citation.before import names_before
from juche_toolkit.citation.behind import behind
from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.genres import is_report_number, numbered_report, put_paper
from juche_toolkit.citation.imprint import is_place, is_press, is_remark, is_university, put_university, thesis
from juche_toolkit.citation.items import Item
from juche_toolkit.citation.journals import look_up
from juche_toolkit.citation.kinds import SERIES, container_like, is_meeting, is_numbered, is_society_meeting, periodical
from juche_toolkit.citation.names import People, begins_with_role, read_names, strength
from juche_toolkit.citation.persons import more_authors
from juche_toolkit.citation.pieces import put_container
from juche_toolkit.citation.titles import plain_title
from juche_toolkit.citation.words import KOREAN, ends_with, folded, starts_with, words

__all__ = ["comma_list", "title_end"]


def comma_list(draft: Draft, items: list[Item], texts: Sequence[int]) -> None:
    """comma list := people "," title "," behind* | title "," people "," behind*"""
    if (end := _series_of_periodical(draft, items, texts)) is not None:
        draft.put("container_title", items[texts[0]].start, items[end].end)
        behind(draft, items, end + 1)
        return
    kind, paper = (draft.text(items[index].start, items[index].end) for index in texts[:2])
    if words("genre").get(folded(kind)) == "article-newspaper" and periodical(paper) is not None:
        draft.put("genre", items[texts[0]].start, items[texts[0]].end)
        behind(draft, items, texts[0] + 1)
        return
    if _thesis_alone(draft, items, texts):
        behind(draft, items, texts[-1] + 1)
        return
    if _told_alone(draft, items, texts) or put_paper(draft, items[texts[0]].start, items[texts[0]].end):
        behind(draft, items, texts[0] + 1)
        return
    if _no_title(draft, items, texts):
        names_before(draft, items[: texts[-1]])
        behind(draft, items, texts[-1])
        return
    if (helper := _first_helper(draft, items, texts)) is not None:
        _before_helper(draft, items, texts[:helper])
        return
    if _short_note(draft, items, texts):
        return
    names = 2 if _turned_name(draft, items, texts) else _leading_names(draft, items, texts)
    if names == 0 and len(texts) > 1:
        _title_first(draft, items, texts)
        return
    if names >= len(texts):
        names = _fewer_names(draft, items, texts)
    names -= _only_imprint(draft, items, texts, names)
    if names == 0:
        _title_first(draft, items, texts)
        return
    first = texts[names]
    names_before(draft, items[:first])
    if (
        first == texts[-1]
        and is_numbered(items, first)
        and periodical(draft.text(items[first].start, items[first].end))
    ):
        put_container(
            draft, items, first, items[first].start, items[first].end
        )  # `한국개발연구원, KDI 북한경제리뷰 24, no. 5`
        behind(draft, items, first + 1)
        return
    last = title_end(draft, items, texts, names)
    plain_title(draft, items, first, last)
    behind(draft, items, last + 1)


_DEPARTMENT = regex.compile(
    r"(?:Department|Dept\.|School|Faculty|Graduate School|Division|Institute|College) of \p{Lu}"
)


def _thesis_alone(draft: Draft, items: Sequence[Item], texts: Sequence[int]) -> bool:
    """university "," genre | genre "," university — a thesis told without author and title: `University of Chicago, PhD diss.`"""
    department = next(
        (items[index] for index in texts if _DEPARTMENT.match(draft.source.text, items[index].start) is not None), None
    )
    named = [items[index] for index in texts if items[index] is not department]
    if not 2 <= len(named) <= 3 or len(texts) > 4:
        return False
    degree = next((item for item in named if thesis(draft.text(item.start, item.end)) is not None), None)
    found = thesis(draft.text(degree.start, degree.end)) if degree is not None else None
    if degree is None or found is None or (found[0] and degree is not named[-1]):
        return False
    begin = degree.start + found[0]
    school = [item for item in named if item is not degree]
    start, end = school[0].start, school[-1].end
    if found[0]:  # `University of California, Berkeley Ph.D. dissertation`
        start, end = draft.trimmed(start, begin)
    towns = [draft.text(item.start, min(item.end, end)) for item in school[1:]] + [
        draft.text(degree.start, begin).strip()
    ]
    if found[1] != degree.end - degree.start or not is_university(draft.text(start, end)):
        return False
    if not all(is_place(town) for town in towns if town):
        return False
    if department is not None:
        told = f"The graduate school, department or field of a thesis has no field: {draft.text(department.start, department.end)}"
        draft.doubtful(told, department.start, department.end, 0.02)
    return draft.put("genre", begin, degree.end, found[2]) and put_university(draft, start, end)


def _told_alone(draft: Draft, items: Sequence[Item], texts: Sequence[int]) -> bool:
    """alone := meeting | report | sentence — what the first text tells by itself."""
    return (
        _meeting_alone(draft, items, texts)
        or _serial_alone(draft, items, texts)
        or _report_alone(draft, items, texts)
        or _reported(draft, items, texts)
    )


def _serial_alone(draft: Draft, items: Sequence[Item], texts: Sequence[int]) -> bool:
    """serial number "," body — an issue, and who puts it out: `이슈와논점 제1523호, 국회입법조사처`."""
    rest = [draft.text(items[index].start, items[index].end) for index in texts[1:]]
    if texts[0] or not all(ends_with(text, "body_end") or is_remark(text) for text in rest):
        return False
    between = items[1 : texts[1]]
    counted = any(item.figure is not None and item.figure.field in ("issue", "whole_number") for item in between)
    dated = any(item.date is not None and draft.source.text[item.end - 1] == "호" for item in between)
    printed = draft.text(items[0].start, items[0].end)
    if not (counted or dated) or len(printed) > 40 or ends_with(printed, "body_end"):
        return False
    return draft.put("container_title", items[0].start, items[0].end)


def _meeting_alone(draft: Draft, items: Sequence[Item], texts: Sequence[int]) -> bool:
    """meeting ["," host | place]* — where a paper was read, and nothing of the paper: `한국사회학회 전기사회학대회, 서울대학교`."""
    first = items[texts[0]]
    if texts[0] or not is_society_meeting(draft.text(first.start, first.end)):
        return False
    rest = [draft.text(items[index].start, items[index].end) for index in texts[1:]]
    if not all(map(_holds_meeting, rest)):
        return False
    return draft.put("container_title", first.start, first.end)


_STATE = regex.compile(r"\p{Lu}{2}|D\.C\.?")


def _holds_meeting(printed: str) -> bool:
    """Whether a text is where a meeting was held, or who held it."""
    placed = is_place(printed) or folded(printed) in words("country") or _STATE.fullmatch(printed) is not None
    return placed or is_university(printed) or ends_with(printed, "body_end") or is_remark(printed)


def _report_alone(draft: Draft, items: Sequence[Item], texts: Sequence[int]) -> bool:
    """report "," body — a report told by its number, and who had it made: `정책연구 2020-11, 한국교육개발원`."""
    rest = [draft.text(items[index].start, items[index].end) for index in texts[1:]]
    if texts[0] or not all(ends_with(text, "body_end") or is_press(text) or is_place(text) for text in rest):
        return False
    return numbered_report(draft, items, texts[0])


def _reported(draft: Draft, items: Sequence[Item], texts: Sequence[int]) -> bool:
    """report := sentence "," newspaper day — a headline without marks, not names for all it begins as some do:
    `경애하는 김정은동지께서 … 하신 연설, 조선중앙통신, 2015년 1월 1일`.
    """
    first, second = items[texts[0]], items[texts[1]]
    if texts[0] or len(texts) > 2 or draft.source.text.find("께서 ", first.start, first.end) < 0:
        return False
    paper = periodical(draft.text(second.start, second.end))
    return paper is not None and paper.kind in ("newspaper", "agency") and draft.put("title", first.start, first.end)


def _no_title(draft: Draft, items: Sequence[Item], texts: Sequence[int]) -> bool:
    """people role "," place ":" publisher — a book told by its people and imprint alone: `김석근·이근우 역, 서울: 논형`."""
    place, colon, _ = draft.text(items[texts[-1]].start, items[texts[-1]].end).partition(":")
    last = draft.text(items[texts[-1]].start, items[texts[-1]].end)
    if not (colon and is_place(place.strip())) and not (is_press(last) and look_up(last) is not None):
        return False
    people = [read_names(draft.source.text, items[index].start, items[index].end) for index in texts[:-1]]
    sure = all(found is not None and (found.role is not None or found.strength == 3) for found in people)
    return sure and people[-1] is not None and people[-1].role is not None


def _first_helper(draft: Draft, items: Sequence[Item], texts: Sequence[int]) -> int | None:
    """The place of the text that begins with ed. or trans.: author and title stand before it."""
    text = draft.source.text
    found = (place for place, index in enumerate(texts) if begins_with_role(text, items[index].start, items[index].end))
    return next((place for place in found if place), None)


def _before_helper(draft: Draft, items: list[Item], head: Sequence[int]) -> None:
    """helped := [people ","] title "," "ed." people behind* — of what stands before the role, the last text is title."""
    helper = next(place for place in range(head[-1] + 1, len(items)) if items[place].kind == "text")
    years = [place for place in range(head[-1] + 1, helper) if items[place].date is not None]
    if len(years) == 1 and any(item.kind == "imprint" for item in items[helper:]):  # `조지 오웰, 1984, trans. …`
        items[years[0]].kind, items[years[0]].date = "text", None
        head = [*head, years[0]]
    names = min(_leading_names(draft, items, head), len(head) - 1)
    names_before(draft, items[: head[names]])
    plain_title(draft, items, head[names], head[-1])
    behind(draft, items, head[-1] + 1)


_FAMILY = regex.compile(r"\p{Lu}[\p{Latin}\p{M}'’-]+(?:(?:,| and| &) \p{Lu}[\p{Latin}\p{M}'’-]+){0,2}")


def _short_note(draft: Draft, items: list[Item], texts: Sequence[int]) -> bool:
    """short note := family name "," title cut short "," pages — `Cumings, Origins of the Korean War, 401`."""
    if len(texts) != 2 or texts[0] != 0 or items[1].mark != "," or texts[1] != 2:
        return False
    author, title = (draft.text(items[index].start, items[index].end) for index in texts)
    if _FAMILY.fullmatch(author) is None or periodical(author) is not None or KOREAN.search(title) is not None:
        return False
    rest = [item for item in items[3:] if item.kind != "sep"]
    fields = [item.figure.field if item.figure is not None else "" for item in rest]
    paged = fields == ["pages", "locator"] or (len(fields) == 1 and fields[0] in ("pages", "range", "bare", "locator"))
    if not paged or items[3].kind != "sep" or container_like(title) or is_place(title):
        return False
    people = read_names(draft.source.text, items[0].start, items[0].end)
    if people is None:
        return False
    draft.add_people(people, "authors")
    draft.put("title", items[2].start, items[2].end)
    behind(draft, items, 3)
    draft.form = "short"
    return True


def _series_of_periodical(draft: Draft, items: Sequence[Item], texts: Sequence[int]) -> int | None:
    """The text a periodical's name ends with, when its series holds a comma: `김일성종합대학학보 철학, 경제학 주체104(2015)년`."""
    first = draft.text(items[texts[0]].start, items[texts[0]].end)
    name, space, _ = first.partition(" ")
    if texts[1] - texts[0] != 2:
        return None
    entry = look_up(draft.text(items[texts[0]].start, items[texts[1]].end))
    if (
        entry is not None and entry.kind == "journal" and entry.side == "other"
    ):  # `Theory, Culture & Society 27(2): 100-120`
        return texts[1]
    if not space or periodical(name) is None:
        return None
    behind_it = items[texts[1] + 1] if texts[1] + 1 < len(items) else None
    return texts[1] if behind_it is not None and behind_it.kind in ("date", "figure") else None


_GIVEN = regex.compile(r"\p{Lu}[\p{Latin}\p{M}'’]+(?:-\p{L}[\p{Latin}\p{M}]+)?(?:\s\p{Lu}\.)?|(?:\p{Lu}\.\s?){1,3}")


def _turned_name(draft: Draft, items: Sequence[Item], texts: Sequence[int]) -> bool:
    """family "," given "," title — with an imprint behind: `Kim, Byung-Yeon, Unveiling the North Korean Economy (Cambridge: …)`."""
    if len(texts) < 3 or texts[:3] != [0, 2, 4] or items[1].mark != "," or items[3].mark != ",":
        return False
    family, given, title = (draft.text(items[index].start, items[index].end) for index in texts[:3])
    if " " in family or _GIVEN.fullmatch(given) is None or " " not in title or title.startswith("and "):
        return False
    placed = _only_imprint(draft, items, texts, len(texts) - 1)
    if len(texts) > 3 + placed and "-" not in given and "." not in given:
        return False
    people = read_names(draft.source.text, items[0].start, items[2].end)
    if people is None or len(people.persons) != 1:
        return False
    return placed or any(item.kind == "imprint" for item in items[5:])


def _leading_names(draft: Draft, items: Sequence[Item], texts: Sequence[int]) -> int:
    """How many texts at the head are names."""
    count, last = 0, False
    for index in texts:
        item = items[index]
        if count and folded(draft.text(item.start, item.end)).strip(".") in words("role"):
            return count + 1
        if last:  # `A, B, and C`: C is the last
            return count
        start = item.start + 4 * (count > 0 and draft.source.text.startswith("and ", item.start))
        people = read_names(draft.source.text, start, item.end)
        if people is not None and ", 그리고 " in draft.text(start, item.end) and people.strength < 3:
            break  # `민족, 국가, 그리고 사회`
        needed = 1 if people is not None and people.role else 2
        known = periodical(draft.text(item.start, item.end)) is not None
        if _in_two_scripts(draft.text(item.start, item.end)):
            count += 1
            continue
        if count and _words_with_stroke(draft.text(item.start, item.end)):
            break
        unsure = people is None or people.strength < needed or known
        if (count == 1 or (count == 0 and unsure)) and _given_behind(draft, items, texts):
            return 2
        if unsure and (count or people is None or not _foreign_author(draft, items, texts)):
            break
        count += 1
        last = start > item.start
    return count


def _only_imprint(draft: Draft, items: Sequence[Item], texts: Sequence[int], names: int) -> bool:
    """Whether an imprint is all that stands behind what reads as names, so that the last of them is the title.

    `Fredric Jameson, The Political Unconscious, Ithaca: Cornell University Press, 1981`
    """
    if names < 2 or len(texts) != names + 1 or any(item.kind == "imprint" for item in items):
        return False
    place, colon, house = draft.text(items[texts[-1]].start, items[texts[-1]].end).partition(":")
    return bool(colon) and (is_place(place.strip()) or is_press(house.strip()))


_FAMILY_ALONE = regex.compile(r"\p{Lu}[\p{Latin}\p{M}'’-]+")
_GIVEN_ALONE = regex.compile(r"\p{Lu}[\p{Latin}\p{M}'’ʼ-]+(?:\s\p{Lu}\.)?|(?:\p{Lu}\.[\s-]?){1,3}")


def _given_behind(draft: Draft, items: Sequence[Item], texts: Sequence[int]) -> bool:
    """Whether a comma list begins with one name turned round: `Choi, Hyaeweol, Gender and Mission Encounters in Korea, Berkeley: …`."""
    if len(texts) < 4 and not (len(texts) == 3 and any(item.kind == "imprint" for item in items)):
        return False
    if [item.mark for item in (items[texts[0] + 1], items[texts[1] + 1])] != [",", ","]:
        return False
    text = draft.source.text
    family, given, title = (items[index] for index in texts[:3])
    if text.startswith("and ", title.start):  # `Kim, Lee, and Park`
        return False
    if _FAMILY_ALONE.fullmatch(text, family.start, family.end) is None:
        return False
    if _GIVEN_ALONE.fullmatch(text, given.start, given.end) is None:
        return False
    if any(is_place(draft.text(item.start, item.end)) for item in (family, given)):
        return False
    printed = draft.text(title.start, title.end)
    return (
        " " in printed
        and ":" not in printed[:40].partition(" ")[0]
        and not (is_press(printed) or is_place(printed.partition(":")[0]))
    )


_TWO_SCRIPTS = regex.compile(r"(?P<hangul>\p{Hangul}{2,4})\s\p{Lu}[\p{Latin}\p{M}'’ʼ -]{3,30}+")


def _in_two_scripts(printed: str) -> bool:
    """Whether a text is a Korean name and its romanization: `최현배 Ch'oe Hyŏnbae`."""
    match = _TWO_SCRIPTS.fullmatch(printed)
    return match is not None and strength(match["hangul"]) == 3


def _words_with_stroke(printed: str) -> bool:
    """Whether a stroke joins words and not names: `Korean Peninsula Division/Unification`."""
    parts = printed.split("/")
    return len(parts) > 1 and KOREAN.search(printed) is None and any(" " not in part.strip() for part in parts)


def _foreign_author(draft: Draft, items: Sequence[Item], texts: Sequence[int]) -> bool:
    """A foreign name in Hangul at the head, with a translator or a longer title behind it: `숀케 아렌스, 김주은
    역, …`.
    """
    if len(texts) < 3:
        return False
    first, second = items[texts[0]], items[texts[1]]
    people = read_names(draft.source.text, second.start, second.end)
    return " " in draft.text(first.start, first.end) and people is not None and people.role == "translators"


def _fewer_names(draft: Draft, items: Sequence[Item], texts: Sequence[int]) -> int:
    """All texts look like names: then the last is the publisher, and the title the one before it or the first."""
    printed = [draft.text(items[index].start, items[index].end) for index in texts]
    if len(printed) >= 3:
        return 0 if strength(printed[1]) == 3 else len(printed) - 2
    return max(0, len(printed) - 1)


def _title_first(draft: Draft, items: list[Item], texts: Sequence[int]) -> None:
    """title-first list := title "," people "," publisher "," date"""
    first = items[texts[0]]
    printed = draft.text(first.start, first.end)
    word = len(printed) < 3 and texts[1] == texts[0] + 2  # `북한, 조선으로 다시 읽다, 김병로, …`
    if (
        container_like(printed)
        and not word
        and not starts_with(printed, "works_start")
        and periodical(printed) is not None
    ):
        draft.put("container_title", first.start, first.end)
        behind(draft, items, texts[0] + 1)
        return
    if folded(printed) in words("web_site") and len(texts) == 2 and any(part.kind == "url" for part in items):
        draft.put("container_title", first.start, first.end)  # `위키백과, 자연어 처리, https://…`
        plain_title(draft, items, texts[1], texts[1])
        behind(draft, items, texts[1] + 1)
        return
    imprint = any(part.kind == "imprint" for part in items)
    if _dashed_author(draft, items, texts):
        return
    for place, index in enumerate(texts[1:], 1):
        item = items[index]
        people = read_names(draft.source.text, item.start, item.end)
        if people is None or look_up(draft.text(item.start, item.end)) is not None:
            continue
        linked = people.strength == 3 and len(texts) == 2 and items[-1].kind == "url"  # `hanspell, 서희철, https://…`
        if people.role is not None or (people.strength >= 2 and (place < len(texts) - 1 or imprint)) or linked:
            if place > 1 and _behind_imprint(draft, items, texts[place - 1], index):
                item.kind = "taken"
                draft.add_people(people, people.role or "authors")
                plain_title(draft, items, texts[0], texts[place - 2])
                behind(draft, items, texts[place - 2] + 1)
                return
            author = _author_before(draft, items, texts, place) if people.role in ("translators", "editors") else None
            stated = _take_editions(draft, items[texts[0] : index])
            if (
                author is not None and stated > items[texts[1]].start and place == 2
            ):  # `제롱, 핸즈온 머신러닝(2판), 박해선 옮김`
                names_before(draft, items[: texts[1]])
                plain_title(draft, items, texts[1], texts[1])
                author = None
            else:
                plain_title(draft, items, texts[0], texts[place - 1 - (author is not None)])
            if author is not None:
                draft.add_people(author, "authors")
            draft.add_people(people, people.role or "authors")
            if people.role is None:
                more_authors(draft, items, index)
            behind(draft, items, index + 1)
            return
    last = title_end(draft, items, texts, 0)
    plain_title(draft, items, texts[0], last)
    behind(draft, items, last + 1)


def _take_editions(draft: Draft, items: Sequence[Item]) -> int:
    """Take the statement of an edition between a title and the names behind it; its place, or -1."""
    place = -1
    for item in items:
        if item.figure is not None and item.figure.field == "edition":
            draft.put_figure(item.figure)
            place = item.start
    return place


def _behind_imprint(draft: Draft, items: Sequence[Item], before: int, index: int) -> bool:
    """Whether a publisher and the date stand before the people: `지방자치의 이해, 박영사, 2021, 김병국 외 공저`."""
    dated = any(part.date is not None for part in items[before + 1 : index])
    return dated and is_press(draft.text(items[before].start, items[before].end))


def _helps(draft: Draft, item: Item) -> bool:
    """Whether a text is a translator's or editor's name with the role."""
    people = read_names(draft.source.text, item.start, item.end)
    return people is not None and people.role in ("translators", "editors")


def _at_dash(printed: str) -> tuple[str, str, str]:
    """A text cut at its last dash with spaces round it, a long one too."""
    place = max(printed.rfind(f" {dash} ") for dash in "-–—―")
    return (printed[:place], printed[place : place + 3], printed[place + 3 :]) if place > 0 else ("", "", printed)


def _dashed_author(draft: Draft, items: list[Item], texts: Sequence[int]) -> bool:
    """title " - " author "," publisher — `오리엔탈리즘 - 에드워드 사이드, 교보문고, 2007`, `총, 균, 쇠 - 재레드 다이아몬드 저, …`."""
    for place, index in enumerate(texts[:4]):
        item = items[index]
        title, dash, author = _at_dash(draft.text(item.start, item.end))
        people = read_names(draft.source.text, item.end - len(author), item.end) if dash else None
        if people is None or not title.strip():
            continue
        later = texts[place + 1 :]
        following = draft.text(items[later[0]].start, items[later[0]].end) if later else ""
        placed = is_press(following) or (len(later) == 1 and items[-1].date is not None) or people.role is not None
        placed = placed or (bool(later) and _helps(draft, items[later[0]]))
        if people.strength < (1 if placed else 3):
            return False
        draft.put("title", items[texts[0]].start, item.start + len(title))
        draft.add_people(people, people.role or "authors")
        behind(draft, items, index + 1)
        return True
    return False


def _author_before(draft: Draft, items: Sequence[Item], texts: Sequence[int], place: int) -> People | None:
    """The author between the title and the translator: `만들어진 전통, 에릭 홉스봄 외, 박지향 옮김`."""
    if place < 2:
        return None
    item = items[texts[place - 1]]
    people = read_names(draft.source.text, item.start, item.end)
    return people if people is not None and people.strength >= 1 and people.role is None else None


def _ends_title(item: Item) -> bool:
    """Whether an item between two texts shows that the title ended before it: a bracket, a volume."""
    return item.kind in ("imprint", "other") or (item.figure is not None and item.figure.field == "volume")


def title_end(draft: Draft, items: Sequence[Item], texts: Sequence[int], names: int) -> int:
    """The last text of a title that runs over commas: what is before the numbered container, the imprint, the
    publisher.
    """
    rest = list(texts[names:])
    if len(rest) == 1:
        return rest[0]
    for place, index in enumerate(rest[1:], 1):
        item = items[index]
        printed = draft.text(item.start, item.end)
        if printed.startswith("and "):  # `Trade, Law, and the Future`
            continue
        people = read_names(draft.source.text, item.start, item.end)
        if (
            is_numbered(items, index)
            or is_place(printed)
            or look_up(printed) is not None
            or thesis(printed) is not None
            or (is_meeting(printed) and len(printed) < 80)
        ):
            before = items[rest[place - 1]]
            university = (
                place > 1 and thesis(printed) is not None and is_university(draft.text(before.start, before.end))
            )
            return rest[place - 1 - university]
        if (people is not None and people.role is not None) or (
            ":" in printed and is_place(printed.partition(":")[0].strip())
        ):
            return rest[place - 1]
        behind_it = rest[place + 1 :]
        last = not behind_it or (
            len(behind_it) == 1 and is_press(draft.text(items[behind_it[0]].start, items[behind_it[0]].end))
        )
        if SERIES.search(printed) is not None and len(printed) < 60 and last:
            return rest[place - 1]
        if is_report_number(printed) and place == len(rest) - 1:
            before = items[rest[place - 1]]
            return rest[place - 1 - (place > 1 and ends_with(draft.text(before.start, before.end), "body_end"))]
        if any(_ends_title(part) for part in items[rest[place - 1] : index]):
            return rest[place - 1]
    return rest[-2] if not any(item.kind == "imprint" for item in items) else rest[-1]
