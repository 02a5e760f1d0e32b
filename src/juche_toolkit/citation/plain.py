"""Lists in which no title is marked: author-date, full stops, commas, title first, and fragments."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from juche_toolkit.citation.before import names_before
from juche_toolkit.citation.behind import behind, take_loose
from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.genres import put_paper
from juche_toolkit.citation.imprint import is_place, is_press, is_remark, put_imprint, put_thesis, thesis
from juche_toolkit.citation.items import Item
from juche_toolkit.citation.journals import look_up
from juche_toolkit.citation.kinds import SERIES, container_like, is_numbered, periodical
from juche_toolkit.citation.names import People, begins_with_role, read_names, strength
from juche_toolkit.citation.pieces import put_container
from juche_toolkit.citation.words import KOREAN, ends_with, folded, starts_with, words

__all__ = ["read_plain"]


def read_plain(draft: Draft, items: list[Item]) -> None:
    """plain := author-date list | full-stop list | comma list | fragment — no title is marked."""
    items = _names_and_colon(draft, items)
    items = [item for item in _merge_numbers(draft, items) if not _of_day(draft, item)]
    head = _author_date(draft, items)
    if head is not None:
        take_loose(draft, [items[head - 1]] if items[head - 1].kind == "date" else [])
        stops = head < len(items) and (items[head].kind != "sep" or items[head].mark == ".")
        _titled(draft, items, head, full_stops=stops)
        return
    texts = [index for index, item in enumerate(items) if item.kind == "text"]
    if not texts:
        behind(draft, items, 0)
    elif all(_role_printed(draft, items[index]) for index in texts):
        names_before(draft, items[: texts[-1] + 1])
        behind(draft, items, texts[-1] + 1)
    elif len(texts) == 1:
        _fragment(draft, items, texts[0])
    elif _parted_by_stops(items, texts):
        _stop_list(draft, items, texts)
    else:
        _comma_list(draft, items, texts)


def _names_and_colon(draft: Draft, items: list[Item]) -> list[Item]:
    """names ("," name)+ ":" title — cuts the text in which the last name and the title stand."""
    for index, item in enumerate(items):
        if item.kind == "sep" and item.mark == ",":
            continue
        if item.kind != "text":
            return items
        printed = draft.text(item.start, item.end)
        name, colon, _ = printed.partition(": ")
        if colon and index and strength(name) == 3 and KOREAN.search(name) is not None:
            middle = item.start + len(name)
            cut = [
                Item("text", item.start, middle),
                Item("sep", middle, middle + 1, mark=","),
                Item("text", middle + 2, item.end),
            ]
            return [*items[:index], *cut, *items[index + 1 :]]
        if strength(printed) < 2:
            return items
    return items


def _role_printed(draft: Draft, item: Item) -> bool:
    """Whether a text is names with the role printed: `나종일 외 역`."""
    people = read_names(draft.source.text, item.start, item.end)
    return people is not None and people.role is not None


def _of_day(draft: Draft, item: Item) -> bool:
    """Whether a text is only a word that goes with a date: `2022년 3월 25일 보도`."""
    return item.kind == "text" and folded(draft.text(item.start, item.end).strip(" .,")) in words("day_remark")


def _merge_numbers(draft: Draft, items: list[Item]) -> list[Item]:
    """A lone number right behind a text that is no periodical belongs to the text: `신서유기 8`, `Part 2`."""
    merged: list[Item] = []
    for item in items:
        before = merged[-1] if merged else None
        if (
            len(merged) > 1
            and before is not None
            and before.mark == ","
            and _year_in_title(draft, items, merged[-2], item)
        ):
            merged.pop()
            merged[-1].end = item.end
            continue
        if before is not None and _year_in_title(draft, items, before, item):
            before.end = item.end
            continue
        if len(merged) > 1 and _years_in_title(items, merged[-2:], item):
            merged.pop()
            merged[-1].end = item.end
            continue
        lone = item.kind == "figure" and item.figure is not None and (item.figure.field == "bare" or _few(item, items))
        printed = draft.text(before.start, before.end) if before is not None and before.kind == "text" else ""
        if (
            lone
            and before is not None
            and printed
            and not container_like(printed)
            and not ends_with(printed, "works_end")
        ):
            before.end = item.end
        else:
            merged.append(item)
    return merged


def _few(item: Item, items: Sequence[Item]) -> bool:
    """Whether a range is one of volumes that ends a title: `미학 오디세이 1-3, 진중권 지음`."""
    if item.figure is None or item.figure.field != "range":
        return False
    first, _, last = item.figure.value.partition("-")
    small = first.isdigit() and last.isdigit() and int(first) < int(last) <= 20
    return small and any(later.kind == "text" for later in items[items.index(item) + 1 :])


def _year_in_title(draft: Draft, items: Sequence[Item], before: Item, item: Item) -> bool:
    """Whether a year right behind a text belongs to it, since another year stands behind: `White Paper 2020 (Seoul: KINU, 2020)`."""
    if item.date is None or item.date.shape != "year" or before.kind != "text":
        return False
    ranged = item.date.year is not None and item.end - item.start > 5 and item.start - before.end <= 2
    if ranged and draft.text(before.end, item.start).strip() in ("", ","):
        return any(part.kind == "imprint" for part in items[items.index(item) + 1 :])
    if item.start - before.end != 1:
        return False
    if draft.text(before.end, item.start) != " " or container_like(draft.text(before.start, before.end)):
        return False
    later = items[items.index(item) + 1 :]
    return any(part.kind == "imprint" or part.date is not None for part in later)


def _years_in_title(items: Sequence[Item], before: Sequence[Item], item: Item) -> bool:
    """Whether a range of years behind a comma belongs to the title, an imprint following: `Revolution, 1945-1950 (Ithaca: …)`."""
    text, comma = before
    if item.date is None or item.date.shape != "year" or item.end - item.start < 7:
        return False
    if text.kind not in ("text", "taken") or comma.mark != ",":
        return False
    return any(part.kind == "imprint" for part in items[items.index(item) + 1 :])


def _author_date(draft: Draft, items: Sequence[Item]) -> int | None:
    """author-date head := people ["."] ("(" date ")" | date) — the place behind it, or None."""
    for index, item in enumerate(items[:24]):
        if item.kind == "date":
            texts = [part for part in items[:index] if part.kind == "text"]
            if not texts or any(part.kind not in ("text", "sep", "role", "other", "remark") for part in items[:index]):
                return None
            if not any(later.kind in ("text", "quote") for later in items[index + 1 :]):
                return None
            following = next((later for later in items[index + 1 :] if later.kind in ("text", "quote")), None)
            if following is not None and _imprint_of_periodical(draft, texts, following):
                return None
            people = read_names(draft.source.text, texts[0].start, texts[-1].end)
            unnamed = people is None or people.strength < 1
            if unnamed and (len(texts) > 1 or texts[0].end - texts[0].start > 60):
                return None
            names_before(draft, items[:index])
            while index + 1 < len(items) and items[index + 1].kind == "date":
                take_loose(draft, [items[index]])
                index += 1
            return index + 1
        if item.kind == "remark" and index and folded(draft.source.inner(item)).strip(". ") in words("undated"):
            names_before(draft, items[:index])
            return index + 1 if draft.people else None
        if item.kind in ("figure", "quote", "imprint", "url"):
            return None
    return None


def _imprint_of_periodical(draft: Draft, texts: Sequence[Item], following: Item) -> bool:
    """Whether a periodical stands where an author would, and its imprint behind the year: `조선중앙년감 2012,
    평양: …`.
    """
    place = draft.text(following.start, following.end).partition(":")[0].strip()
    return len(texts) == 1 and is_place(place) and look_up(draft.text(texts[0].start, texts[0].end)) is not None


def _titled(draft: Draft, items: list[Item], begin: int, *, full_stops: bool) -> None:
    """title ("." | ",") behind* — the title runs to the first full stop, or comma."""
    texts = [index for index in range(begin, len(items)) if items[index].kind == "text"]
    if not texts:
        behind(draft, items, begin)
        return
    marks = ".:" if full_stops else ","
    last = texts[0]
    for index in range(texts[0] + 1, len(items)):
        item = items[index]
        if item.kind == "sep" and item.mark in marks:
            break
        if item.kind == "text" or (item.kind == "other" and item.end < items[-1].end and _goes_on(items, index, marks)):
            last = index
        elif item.kind not in ("sep",):
            break
    else:
        last = _last_before_container(texts)
    if full_stops and (stop := _title_stop(items, texts, dated=draft.has("year"))) is not None:
        last = stop
    last = _not_container(items, texts, last)
    _plain_title(draft, items, texts[0], last)
    behind(draft, items, last + 1)


def _title_stop(items: Sequence[Item], texts: Sequence[int], *, dated: bool) -> int | None:
    """The last item of a title with a year or number inside: `Tyranny of the Weak, 1950-1992. Ithaca: …`."""
    stop = next(
        (place for place in range(texts[0], len(items)) if items[place].kind == "sep" and items[place].mark == "."),
        None,
    )
    if stop is None or not any(place > stop for place in texts):
        return None
    inside = items[texts[0] : stop]
    shapes = ("year", "numeric", "korean") if dated else ("year",)
    years = any(part.date is not None and part.date.shape in shapes for part in inside)
    fits = all(part.kind in ("text", "sep") or (part.date is not None and part.date.shape in shapes) for part in inside)
    later = dated or any(part.date is not None or part.kind == "imprint" for part in items[stop:])
    return stop - 1 if years and fits and later else None


def _goes_on(items: Sequence[Item], index: int, marks: str) -> bool:
    """Whether the title goes on in text behind a bracket inside it."""
    return index + 1 < len(items) and items[index + 1].kind == "text" and marks != ","


def _last_before_container(texts: Sequence[int]) -> int:
    return texts[-1] if len(texts) == 1 else texts[-2]


def _not_container(items: Sequence[Item], texts: Sequence[int], last: int) -> int:
    """The title's last text, if the text found is numbered and so the container's name: then the one before it."""
    if last in texts and last != texts[0] and is_numbered(items, last):
        return texts[texts.index(last) - 1]
    return last


_VERNACULAR = regex.compile(
    r"(?P<latin>[^\p{Hangul}\p{Han}]{4,200}?)\s(?P<korean>[\p{Hangul}\p{Han}][^\p{Latin}]{1,120})"
)
_MARKED = regex.compile(r"[ŏŭŎŬ]|[kptcho]['’ʼ][aeiouŏŭ]|n['’ʼ]g", regex.IGNORECASE)
"""What only McCune-Reischauer has: a title in it before one in Korean script is that one, romanized."""


def _plain_title(draft: Draft, items: Sequence[Item], first: int, last: int) -> None:
    """title := words | romanized words, the same in Korean script"""
    start, end = items[first].start, items[last].end
    if (split := _VERNACULAR.fullmatch(draft.source.text, start, end)) is not None and _MARKED.search(split["latin"]):
        draft.put("title", *split.span("latin"))
        draft.put("title_vernacular", *split.span("korean"))
        return
    question = draft.source.text[end : end + 1]
    draft.put("title", start, end + (question in "?!" and bool(question)))


def _parted_by_stops(items: Sequence[Item], texts: Sequence[int]) -> bool:
    """Whether full stops part the texts: `Kim, Minsu. Title. Place: Publisher, 2004.`"""
    return any(item.kind == "sep" and item.mark == "." for item in items[texts[0] : texts[-1]])


def _stop_list(draft: Draft, items: list[Item], texts: Sequence[int]) -> None:
    """full-stop list := people "." title "." behind*"""
    stop = next(
        index for index in range(texts[0], len(items)) if items[index].kind == "sep" and items[index].mark == "."
    )
    people = read_names(draft.source.text, items[texts[0]].start, items[stop].start)
    if people is not None and people.strength >= 1 and any(index > stop for index in texts):
        names_before(draft, items[:stop])
        _titled(draft, items, stop + 1, full_stops=True)
    elif any(item.kind == "sep" and item.mark == "," for item in items[texts[0] : stop]):
        _comma_list(draft, items, texts)
    else:
        _titled(draft, items, texts[0], full_stops=True)


def _fragment(draft: Draft, items: list[Item], index: int) -> None:
    """fragment := container figures | people role imprint | thesis | book imprint"""
    item = items[index]
    printed = draft.text(item.start, item.end)
    if (found := thesis(printed)) is not None:
        put_thesis(draft, item.start, item.end, found)
    elif (people := read_names(draft.source.text, item.start, item.end)) is not None and people.role is not None:
        draft.add_people(people, people.role)
    elif is_press(printed) and look_up(printed) is not None:
        draft.put("publisher", item.start, item.end)
    elif container_like(printed) or _numbered_by_issue(items):
        if not put_paper(draft, item.start, item.end):
            put_container(draft, items, index, item.start, item.end)
    elif ":" in printed and is_place(printed.partition(":")[0].strip()):
        put_imprint(draft, item.start, item.end)
    elif not is_remark(printed) or len(items) == 1:
        draft.put("title", item.start, item.end)
    take_loose(draft, [part for part in items[:index] if part.kind != "figure"])
    behind(draft, items, index + 1)


def _numbered_by_issue(items: Sequence[Item]) -> bool:
    return any(item.figure is not None and item.figure.field in ("issue", "whole_number") for item in items)


def _comma_list(draft: Draft, items: list[Item], texts: Sequence[int]) -> None:
    """comma list := people "," title "," behind* | title "," people "," behind*"""
    if (end := _series_of_periodical(draft, items, texts)) is not None:
        draft.put("container_title", items[texts[0]].start, items[end].end)
        behind(draft, items, end + 1)
        return
    if (helper := _first_helper(draft, items, texts)) is not None:
        _before_helper(draft, items, texts[:helper])
        return
    if _short_note(draft, items, texts):
        return
    names = _leading_names(draft, items, texts)
    if names == 0 and len(texts) > 1:
        _title_first(draft, items, texts)
        return
    if names >= len(texts):
        names = _fewer_names(draft, items, texts)
    if names == 0:
        _title_first(draft, items, texts)
        return
    first = texts[names]
    names_before(draft, items[:first])
    last = _title_end(draft, items, texts, names)
    _plain_title(draft, items, first, last)
    behind(draft, items, last + 1)


def _first_helper(draft: Draft, items: Sequence[Item], texts: Sequence[int]) -> int | None:
    """The place of the text that begins with ed. or trans.: author and title stand before it."""
    text = draft.source.text
    found = (place for place, index in enumerate(texts) if begins_with_role(text, items[index].start, items[index].end))
    return next((place for place in found if place), None)


def _before_helper(draft: Draft, items: list[Item], head: Sequence[int]) -> None:
    """helped := [people ","] title "," "ed." people behind* — of what stands before the role, the last text is title."""
    names = min(_leading_names(draft, items, head), len(head) - 1)
    names_before(draft, items[: head[names]])
    _plain_title(draft, items, head[names], head[-1])
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
    paged = (
        len(rest) == 1 and rest[0].figure is not None and rest[0].figure.field in ("pages", "range", "bare", "locator")
    )
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
    if not space or texts[1] - texts[0] != 2 or periodical(name) is None:
        return None
    behind_it = items[texts[1] + 1] if texts[1] + 1 < len(items) else None
    return texts[1] if behind_it is not None and behind_it.kind in ("date", "figure") else None


def _leading_names(draft: Draft, items: Sequence[Item], texts: Sequence[int]) -> int:
    """How many texts at the head are names."""
    count = 0
    for index in texts:
        item = items[index]
        if count and folded(draft.text(item.start, item.end)).strip(".") in words("role"):
            count += 1
            continue
        start = item.start + 4 * (count > 0 and draft.source.text.startswith("and ", item.start))
        people = read_names(draft.source.text, start, item.end)
        needed = 1 if people is not None and people.role else 2
        known = periodical(draft.text(item.start, item.end)) is not None
        unsure = people is None or people.strength < needed or known
        if unsure and (count or people is None or not _foreign_author(draft, items, texts)):
            break
        count += 1
    return count


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
    if container_like(printed) and not starts_with(printed, "works_start") and periodical(printed) is not None:
        draft.put("container_title", first.start, first.end)
        behind(draft, items, texts[0] + 1)
        return
    imprint = any(part.kind == "imprint" for part in items)
    if _dashed_author(draft, items, texts):
        return
    for place, index in enumerate(texts[1:], 1):
        item = items[index]
        people = read_names(draft.source.text, item.start, item.end)
        if people is None or look_up(draft.text(item.start, item.end)) is not None:
            continue
        if people.role is not None or (people.strength >= 2 and (place < len(texts) - 1 or imprint)):
            author = _author_before(draft, items, texts, place) if people.role in ("translators", "editors") else None
            _plain_title(draft, items, texts[0], texts[place - 1 - (author is not None)])
            if author is not None:
                draft.add_people(author, "authors")
            draft.add_people(people, people.role or "authors")
            behind(draft, items, index + 1)
            return
    last = _title_end(draft, items, texts, 0)
    _plain_title(draft, items, texts[0], last)
    behind(draft, items, last + 1)


def _dashed_author(draft: Draft, items: list[Item], texts: Sequence[int]) -> bool:
    """title " - " author "," publisher — `오리엔탈리즘 - 에드워드 사이드, 교보문고, 2007`."""
    first = items[texts[0]]
    title, dash, author = draft.text(first.start, first.end).rpartition(" - ")
    people = read_names(draft.source.text, first.end - len(author), first.end) if dash else None
    if people is None or not title.strip():
        return False
    following = draft.text(items[texts[1]].start, items[texts[1]].end)
    placed = is_press(following) or (len(texts) == 2 and items[-1].date is not None)
    if people.strength < (1 if placed else 3):
        return False
    draft.put("title", first.start, first.start + len(title))
    draft.add_people(people, people.role or "authors")
    behind(draft, items, texts[0] + 1)
    return True


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


def _title_end(draft: Draft, items: Sequence[Item], texts: Sequence[int], names: int) -> int:
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
        ):
            return rest[place - 1]
        if (people is not None and people.role is not None) or (
            ":" in printed and is_place(printed.partition(":")[0].strip())
        ):
            return rest[place - 1]
        if SERIES.search(printed) is not None and len(printed) < 60 and place == len(rest) - 1:
            return rest[place - 1]
        if any(_ends_title(part) for part in items[rest[place - 1] : index]):
            return rest[place - 1]
    return rest[-2] if not any(item.kind == "imprint" for item in items) else rest[-1]
