"""Works in which no title is marked: author-date, full stops, and fragments."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from juche_toolkit.citation.before import names_before
from juche_toolkit.citation.behind import behind, take_loose
from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.entries import leading_date, without_roles_alone
from juche_toolkit.citation.genres import numbered_report, put_paper
from juche_toolkit.citation.imprint import (
    genre_in,
    is_place,
    is_press,
    is_remark,
    is_university,
    put_imprint,
    put_thesis,
    put_university,
    thesis,
)
from juche_toolkit.citation.items import Item
from juche_toolkit.citation.journals import is_listed, look_up
from juche_toolkit.citation.kinds import container_like, is_meeting, is_numbered, is_society_meeting, names_works
from juche_toolkit.citation.lists import comma_list, title_end
from juche_toolkit.citation.names import People, begins_with_role, read_names, strength
from juche_toolkit.citation.north import agency_alone, yearbook
from juche_toolkit.citation.parts import is_news_edition, names_chapter
from juche_toolkit.citation.pieces import put_container
from juche_toolkit.citation.preparing import (
    after_editors,
    after_initials,
    joined_statements,
    joined_titles,
    merge_numbers,
    names_and_colon,
    of_day,
    volume_and_issue,
    without_labels,
)
from juche_toolkit.citation.titles import plain_title
from juche_toolkit.citation.words import KOREAN, ends_with, folded, starts_with, words

__all__ = ["read_plain"]


def read_plain(draft: Draft, items: list[Item]) -> None:
    """plain := author-date list | full-stop list | comma list | fragment — no title is marked."""
    if _serial_and_year(draft, items):
        draft.put("container_title", items[0].start, items[0].end)
        behind(draft, items, 1)
        return
    if (degree := _university_and_degree(draft, items)) is not None:
        put_university(draft, items[0].start, items[degree - 1].end)
        behind(draft, items, degree)
        return
    items = after_editors(draft, after_initials(draft, volume_and_issue(items)))
    items = joined_titles(draft, names_and_colon(draft, joined_statements(draft, items)))
    items = merge_numbers(draft, without_labels(draft, items))
    items = [item for item in without_roles_alone(draft, items) if not of_day(draft, item)]
    if yearbook(draft, items):
        return
    _year_as_title(draft, items)
    while items and items[0].kind == "sep":
        items = items[1:]
    if leading_date(items):
        take_loose(draft, items[:1])
        items = items[2:]
    if len(items) > 3 and items[1].kind == "imprint" and _in_hangul(draft, items):
        items[1].kind = "other"
    head = _author_date(draft, items)
    if head is not None:
        take_loose(draft, [items[head - 1]] if items[head - 1].kind == "date" else [])
        _join_column(draft, items, head)
        stops = head < len(items) and (items[head].kind != "sep" or items[head].mark == ".")
        stops = stops and not _parted_by_commas(draft, items, head)
        _number_as_title(items, head)
        _titled(draft, items, head, full_stops=stops)
        return
    texts = [index for index, item in enumerate(items) if item.kind == "text"]
    if not texts:
        behind(draft, items, 0)
    elif all(_role_printed(draft, items[index]) for index in texts) or _several_alone(draft, items, texts):
        names_before(draft, items[: texts[-1] + 1])
        behind(draft, items, texts[-1] + 1)
    elif len(texts) == 1:
        _fragment(draft, items, texts[0])
    elif _parted_by_stops(items, texts):
        _stop_list(draft, items, texts)
    else:
        comma_list(draft, items, texts)


def _join_column(draft: Draft, items: list[Item], head: int) -> None:
    """title := "[" column "]" words — the name of a column before its headline: `[뇌과학 이야기] 기억은 어디에 저장되는가`."""
    place = next((place for place in range(head, len(items)) if items[place].kind != "sep"), len(items))
    if place + 1 >= len(items) or items[place].kind != "other" or items[place].mark != "[":
        return
    following, kind = items[place + 1], folded(draft.source.inner(items[place]).strip())
    if following.kind != "text":
        return
    if kind in words("genre") or words("entry").get(kind) == "genre":  # `[사설] …`, `[서평] …`
        draft.put("genre", items[place].start + 1, items[place].end - 1)
        del items[place]
    else:
        items[place : place + 2] = [Item("text", items[place].start, following.end)]


def _role_printed(draft: Draft, item: Item) -> bool:
    """Whether a text is names with the role printed: `나종일 외 역`."""
    people = read_names(draft.source.text, item.start, item.end)
    return people is not None and people.role is not None


def _several_alone(draft: Draft, items: Sequence[Item], texts: Sequence[int]) -> bool:
    """Whether sure names with 외 behind the last are all that stands before the imprint: `김철수, 홍길동 외 (서울: 박영사)`."""
    if len(texts) < 2 or not _imprint_next(items, texts[-1]):
        return False
    people = [read_names(draft.source.text, items[index].start, items[index].end) for index in texts]
    sure = all(found is not None and (found.strength == 3 or found.role is not None) for found in people)
    return sure and people[-1] is not None and people[-1].et_al


def _author_date(draft: Draft, items: Sequence[Item]) -> int | None:
    """author-date head := people ["."] ("(" date ")" | date) — the place behind it, or None."""
    for index, item in enumerate(items[:24]):
        if item.kind == "date":
            texts = [part for part in items[:index] if part.kind == "text"]
            if not texts or any(part.kind not in ("text", "sep", "role", "other", "remark") for part in items[:index]):
                return None
            dated_issue = draft.source.text[item.end - 1] == "호"  # `노동리뷰 2020년 9월호, 한국노동연구원`
            if dated_issue or not any(later.kind in ("text", "quote") for later in items[index + 1 :]):
                return None
            following = next((later for later in items[index + 1 :] if later.kind in ("text", "quote")), None)
            if following is not None and _imprint_of_periodical(draft, texts, following):
                return None
            if following is not None and index > 2 and names_chapter(draft.source.text, following.start, following.end):
                return None  # `…, 휴머니스트, 2007, 서론`
            if following is not None and begins_with_role(draft.source.text, following.start, following.end):
                return None  # `조지 오웰, 1984, trans. …`: the date is the title
            if _no_authors(draft, items, texts, index):
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


def _no_authors(draft: Draft, items: Sequence[Item], texts: Sequence[Item], index: int) -> bool:
    """Whether what stands before a date is more than authors: a title and its serial, a meeting."""
    if any(is_meeting(draft.text(text.start, text.end)) for text in texts[1:]):
        return True
    place, colon, _ = draft.text(texts[-1].start, texts[-1].end).partition(":")
    if (
        colon and len(texts) > 2 and is_place(place.strip())
    ):  # `보건복지부. 보건복지백서. 세종: 보건복지부; 2021. 발간등록번호 …`
        return True
    people = read_names(draft.source.text, texts[0].start, texts[-1].end)
    unnamed = people is None or people.strength < 1
    if unnamed and (len(texts) > 1 or texts[0].end - texts[0].start > 60):
        return True
    return people is None and _title_and_serial(draft, items, texts[0], index)


def _title_and_serial(draft: Draft, items: Sequence[Item], first: Item, index: int) -> bool:
    """Whether a title stands before the date, a numbered serial alone behind it: `북한 시장의 변화와 전망 (2018), 현대북한연구 36(4)`."""
    later = [place for place in range(index + 1, len(items)) if items[place].kind in ("text", "quote")]
    if len(later) != 1 or items[later[0]].kind != "text" or not is_numbered(items, later[0]):
        return False
    return draft.text(first.start, first.end).count(" ") > 1 and not ends_with(
        draft.text(first.start, first.end), "body_end"
    )


def _parted_by_commas(draft: Draft, items: Sequence[Item], head: int) -> bool:
    """Whether commas alone part what stands behind the date, an imprint last: `Doe, Jane (1999) The Language, Cambridge: …, p. 12`."""
    if items[head].kind != "text" or any(item.kind == "sep" and item.mark in ".:" for item in items[head:-1]):
        return False
    last = [draft.text(item.start, item.end) for item in items[head + 1 :] if item.kind == "text"][-1:]
    return any(":" in printed and is_place(printed.partition(":")[0].strip()) for printed in last)


def _in_hangul(draft: Draft, items: Sequence[Item]) -> bool:
    """Whether a bracket before the date has a body's name once more: `Institute of Korean Language (국립국어원) (1999)`."""
    body, bracket, following = items[0], items[1], next((item for item in items[2:] if item.kind != "sep"), None)
    if body.kind != "text" or following is None or following.kind != "date" or bracket.start - body.end > 1:
        return False
    inner = draft.source.inner(bracket)
    return KOREAN.search(draft.text(body.start, body.end)) is None and _ONE_NAME.fullmatch(inner) is not None


_ONE_NAME = regex.compile(r"\p{Hangul}[\p{Hangul} ]{1,30}")


def _imprint_of_periodical(draft: Draft, texts: Sequence[Item], following: Item) -> bool:
    """Whether a periodical stands where an author would, and its imprint behind the year: `조선중앙년감 2012,
    평양: …`.
    """
    place = draft.text(following.start, following.end).partition(":")[0].strip()
    return len(texts) == 1 and is_place(place) and look_up(draft.text(texts[0].start, texts[0].end)) is not None


def _year_as_title(draft: Draft, items: Sequence[Item]) -> None:
    """title-first list := year "," author role … date — `1984, 조지 오웰 지음, 정회성 옮김, 민음사, 2003`."""
    if len(items) < 5 or items[0].date is None or items[0].date.shape != "year" or items[1].kind != "sep":
        return
    again = any(item.date is not None or item.kind == "imprint" for item in items[3:])
    if again and items[2].kind == "text" and _role_printed(draft, items[2]):
        items[0].kind, items[0].date = "text", None


def _number_as_title(items: Sequence[Item], head: int) -> None:
    """author-date list := people "(" date ")" "." number "." … — a number alone where the title stands is the title: 1984."""
    place = next((place for place in range(head, len(items)) if items[place].kind != "sep"), len(items))
    if place + 2 >= len(items) or items[place + 1].mark != "." or items[place + 2].kind not in ("text", "imprint"):
        return
    item = items[place]
    year = item.date is not None and item.date.shape == "year"
    if year or (item.figure is not None and item.figure.field == "bare"):
        item.kind, item.date, item.figure = "text", None, None


def _titled(draft: Draft, items: list[Item], begin: int, *, full_stops: bool) -> None:
    """title ("." | ",") behind* — the title runs to the first full stop, or comma."""
    if full_stops:
        begin = _past_helper(draft, items, begin)
        _split_question(draft, items, begin)
    texts = [index for index in range(begin, len(items)) if items[index].kind == "text"]
    if not texts:
        behind(draft, items, begin)
        return
    if len(texts) == 1 and _kind_alone(draft, items, begin, texts[0]):
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
    elif not full_stops and len(texts) > 2 and last == texts[0]:
        last = title_end(draft, items, texts, 0)
    last = _before_host(draft, items, texts, _not_container(items, texts, last))
    plain_title(draft, items, texts[0], last)
    behind(draft, items, last + 1)


def _past_helper(draft: Draft, items: Sequence[Item], begin: int) -> int:
    """full-stop list := people "." helper role [date] "." title — the place behind a translator or editor.

    `푸코. 오생근 옮김. 감시와 처벌. 나남. 2003.`
    """
    first = next((place for place in range(begin, len(items)) if items[place].kind != "sep"), len(items))
    if first >= len(items) or items[first].kind != "text" or not draft.people.get("authors"):
        return begin
    stop = first + 1 + (first + 1 < len(items) and items[first + 1].kind == "date")
    people = read_names(draft.source.text, items[first].start, items[first].end)
    if people is None or people.role not in ("translators", "editors") or stop >= len(items) or items[stop].mark != ".":
        return begin
    named = all(strength(draft.text(person.start, person.end)) >= 2 for person in people.persons)
    if not named or not any(item.kind == "text" for item in items[stop:]):
        return begin
    draft.add_people(people, people.role)
    if stop > first + 1:
        take_loose(draft, [items[first + 1]])
    return stop + 1


def _kind_alone(draft: Draft, items: list[Item], begin: int, index: int) -> bool:
    """Whether the word for a kind of article is all that stands behind a newspaper and its day: `로동신문, 2014년 6월 20일자 1면 사설`."""
    item = items[index]
    if is_news_edition(draft, draft.text(item.start, item.end)) and draft.whole_date and index >= begin:
        item.kind = "taken"
        return draft.put("edition", item.start, item.end)
    kind = words("genre").get(folded(draft.text(item.start, item.end)))
    if kind != "article-newspaper" or not draft.has("container_title") or not draft.whole_date or index < begin:
        return False
    item.kind = "taken"
    return draft.put("genre", item.start, item.end)


def _split_question(draft: Draft, items: list[Item], begin: int) -> None:
    """title "?" (imprint | container) — a question mark ends the title where a place of publication follows, a listed
    serial or the numbers of one: `Want? Boulder, CO: …`, `변하는가? 현대북한연구, 22(1)`.
    """
    first = next((place for place in range(begin, len(items)) if items[place].kind == "text"), len(items))
    for index in range(first, len(items)):
        item = items[index]
        if item.kind == "sep" and item.mark == ".":
            return
        printed = draft.text(item.start, item.end) if item.kind == "text" else ""
        for mark in "?!":
            head, found, tail = printed.rpartition(f"{mark} ")
            if found and _ends_before(items, index, tail):
                middle = item.start + len(head) + 1
                items[index : index + 1] = [
                    Item("text", item.start, middle - 1),
                    Item("sep", middle - 1, middle, mark="."),
                    Item("text", middle + 1, item.end),
                ]
                return


def _ends_before(items: Sequence[Item], index: int, tail: str) -> bool:
    """Whether the last words of an item, behind a question mark, are a place of publication or a container."""
    if is_place(tail) or is_place(tail.partition(":")[0].strip()) or is_listed(tail) or is_press(tail):
        return True
    if thesis(tail) is not None or (len(tail) < 60 and is_meeting(tail)):  # `…는가? 한국과학기술원 박사학위논문`
        return True
    following = items[index + 1 : index + 3]
    figure = following[0].figure if following else None
    if figure is not None and figure.field in ("volume", "issue") and container_like(tail):
        return True  # `…는가? 미술교육논총 Vol.36, No.5`
    numbered = len(following) == 2 and following[0].mark == "," and following[1].figure is not None
    return numbered and len(tail) <= 40 and not any(mark in tail for mark in "?!")


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


def _before_host(draft: Draft, items: Sequence[Item], texts: Sequence[int], last: int) -> int:
    """The title's last text, if the note of a thesis or a meeting's name stands behind a comma in what was found.

    `제목, 국민대학교 대학원 박사학위논문.`, `제목, 제32회 한글 및 한국어 정보처리 학술대회 논문집, 411-414.`
    """
    for place, index in enumerate(texts[1:], 1):
        if index > last:
            return last
        printed = draft.text(items[index].start, items[index].end)
        if items[index - 1].mark != ",":
            continue
        if thesis(printed) is not None:
            before = draft.text(items[texts[place - 1]].start, items[texts[place - 1]].end)
            return texts[place - 1 - (place > 1 and is_university(before))]
        if index == texts[-1] and (is_meeting(printed) or is_listed(printed) or _paged_journal(items, index, printed)):
            return texts[place - 1]
    return last


def _paged_journal(items: Sequence[Item], index: int, printed: str) -> bool:
    """Whether a name of a journal's form has pages behind a comma: `정보과학회논문지, 411-414`."""
    rest = [item.figure for item in items[index + 1 : index + 3] if item.figure is not None]
    return bool(rest) and rest[0].field in ("range", "pages") and container_like(printed)


def _parted_by_stops(items: Sequence[Item], texts: Sequence[int]) -> bool:
    """Whether full stops part the texts: `Kim, Minsu. Title. Place: Publisher, 2004.`"""
    return any(item.kind == "sep" and item.mark == "." for item in items[texts[0] : texts[-1]])


def _stop_list(draft: Draft, items: list[Item], texts: Sequence[int]) -> None:
    """full-stop list := people "." title "." behind*"""
    stop = next(
        index for index in range(texts[0], len(items)) if items[index].kind == "sep" and items[index].mark == "."
    )
    inside = [index for index in texts if index < stop]
    if (last := _last_author(draft, items, inside)) is not None:
        names_before(draft, items[: inside[last]])
        plain_title(draft, items, inside[last], inside[-1])
        behind(draft, items, stop)
        return
    if len(inside) > 1 and len(inside) < len(texts) and _names_then_title(draft, items, inside):
        names_before(draft, items[: inside[1]])  # `강만길, 고쳐 쓴 한국현대사. 창비. 2006`
        plain_title(draft, items, inside[1], inside[-1])
        behind(draft, items, stop)
        return
    people = read_names(draft.source.text, items[texts[0]].start, items[stop].start)
    words_only = KOREAN.search(draft.text(items[texts[0]].start, items[stop].start)) is not None and (
        draft.text(items[texts[0]].start, items[texts[0]].end).count(" ") > 1
    )
    title_alone = people is not None and people.strength < 2 and _only_container(draft, items, texts, stop)
    if (
        people is not None
        and not title_alone
        and people.strength >= 1 + words_only
        and any(index > stop for index in texts)
    ):
        names_before(draft, items[:stop])
        _titled(draft, items, stop + 1, full_stops=True)
    elif any(item.kind == "sep" and item.mark == "," for item in items[texts[0] : stop]):
        comma_list(draft, items, texts)
    else:
        _titled(draft, items, texts[0], full_stops=True)


def _only_container(draft: Draft, items: Sequence[Item], texts: Sequence[int], stop: int) -> bool:
    """Whether nothing but a numbered serial stands behind the first full stop: `북한의 시장. 현대북한연구 12(1): 3-40`."""
    later = [index for index in texts if index > stop]
    if len(later) != 1 or KOREAN.search(draft.text(items[texts[0]].start, items[stop].start)) is None:
        return False
    return is_numbered(items, later[0]) and container_like(draft.text(items[later[0]].start, items[later[0]].end))


def _last_author(draft: Draft, items: Sequence[Item], inside: Sequence[int]) -> int | None:
    """The place behind `and` and the last author, a title next: `I. Goodfellow, Y. Bengio, and A. Courville, Deep Learning. …`."""
    for place, index in enumerate(inside[1:-1], 1):
        if not draft.source.text.startswith("and ", items[index].start):
            continue
        start = items[index].start + 4
        people = read_names(draft.source.text, start, items[index].end)
        if people is not None and people.strength >= 2 and _INITIAL.match(draft.source.text, start) is not None:
            return place + 1
    return None


_INITIAL = regex.compile(r"\p{Lu}\.")


def _names_then_title(draft: Draft, items: Sequence[Item], inside: Sequence[int]) -> bool:
    """Whether before the first full stop a comma parts a sure name in Hangul from words that are none."""
    first, second = (draft.text(items[index].start, items[index].end) for index in inside[:2])
    people = read_names(draft.source.text, items[inside[1]].start, items[inside[1]].end)
    if strength(first) != 3 or KOREAN.search(first) is None or " " not in second:
        return False
    return people is None or (people.role is None and people.strength < 2)


def _fragment(draft: Draft, items: list[Item], index: int) -> None:
    """fragment := container figures | people role imprint | thesis | book imprint"""
    item = items[index]
    printed = draft.text(item.start, item.end)
    if (found := thesis(printed)) is not None:
        put_thesis(draft, item.start, item.end, found)
    elif (people := read_names(draft.source.text, item.start, item.end)) is not None and (
        people.role is not None or (people.et_al and _imprint_next(items, index))
    ):
        draft.add_people(people, people.role or "authors")
    elif _serial_or_meeting(items, index, printed):
        draft.put("container_title", item.start, item.end)
    elif (dashed := _dashed(draft, items, index)) is not None:
        draft.put("title", item.start, dashed.persons[0].start - 3)
        draft.add_people(dashed, "authors")
    elif (channel := _programme(draft, items, item)) is not None:
        draft.put("container_title", item.start, channel)
        draft.put("title", channel, item.end)
    elif (
        agency_alone(draft, items, index) or _report_alone(draft, item, printed) or numbered_report(draft, items, index)
    ):
        pass
    elif is_press(printed) and look_up(printed) is not None:
        draft.put("publisher", item.start, item.end)
    elif container_like(printed) or _numbered_by_issue(items) or _magazine(draft, items, printed):
        if not put_paper(draft, item.start, item.end):
            put_container(draft, items, index, item.start, item.end)
    elif ":" in printed and is_place(printed.partition(":")[0].strip()):
        put_imprint(draft, item.start, item.end)
    elif not is_remark(printed) or len(items) == 1:
        draft.put("title", item.start, item.end)
    take_loose(draft, [part for part in items[:index] if part.kind != "figure"])
    behind(draft, items, index + 1)


def _report_alone(draft: Draft, item: Item, printed: str) -> bool:
    """body genre — a report told by who had it made and what it is: `통일부 연구용역보고서`."""
    body, space, kind = printed.rpartition(" ")
    found = genre_in(kind) if space and ends_with(body, "body_end") else None
    if found is None or found[1] != len(kind) or found[2] != "report":
        return False
    return draft.put("publisher", item.start, item.start + len(body)) and draft.put(
        "genre", item.end - len(kind), item.end
    )


def _imprint_next(items: Sequence[Item], index: int) -> bool:
    """Whether the imprint stands right behind a text, so that names there are a book's: `김철수 외 (서울: 박영사)`."""
    return index + 1 < len(items) and items[index + 1].kind == "imprint"


def _month_of_magazine(items: Sequence[Item], index: int, printed: str) -> bool:
    """Whether a listed magazine stands alone with its month, though it has a name's form: `신동아, January 2013, p. 32`."""
    rest = [item for item in items[index + 1 :] if item.kind != "sep"]
    dated = bool(rest) and rest[0].date is not None and rest[0].date.month is not None
    found = look_up(printed) if dated else None
    return found is not None and found.kind == "magazine"


def _programme(draft: Draft, items: Sequence[Item], item: Item) -> int | None:
    """The end of a broadcaster's name, its programme behind it and a day: `조선중앙TV 8시보도(2021년 9월 13일)`."""
    name, space, programme = draft.text(item.start, item.end).partition(" ")
    found = look_up(name) if space and programme.endswith(("보도", "뉴스", "방송", "소식")) else None
    dated = any(part.date is not None and part.date.day is not None for part in items)
    return item.start + len(name) if dated and found is not None and found.kind == "broadcaster" else None


def _dashed(draft: Draft, items: Sequence[Item], index: int) -> People | None:
    """title " - " author "(" imprint ")" — the author of a title without marks, before the imprint."""
    item = items[index]
    title, dash, author = draft.text(item.start, item.end).rpartition(" - ")
    imprint = index + 1 < len(items) and items[index + 1].kind == "imprint"
    if not dash or not imprint or not title.strip():
        return None
    people = read_names(draft.source.text, item.end - len(author), item.end)
    if people is None or people.role is not None:
        return None
    helped = read_names(draft.source.text, items[index + 1].start + 1, items[index + 1].end - 1)
    foreign = people.strength == 2 and KOREAN.search(author) is not None
    return people if people.strength == 3 or (foreign and (helped is not None or " " in author)) else None


def _magazine(draft: Draft, items: Sequence[Item], printed: str) -> bool:
    """Whether a text says itself how often it comes out, or the issue of a month or season stands behind it: `월간말, 1989년 8월호`."""
    if printed.startswith(("월간", "계간", "주간", "격월간", "반월간")):
        return True
    return any(item.date is not None and draft.source.text[item.end - 1] == "호" for item in items)


def _numbered_by_issue(items: Sequence[Item]) -> bool:
    return any(item.figure is not None and item.figure.field in ("issue", "whole_number") for item in items)


def _serial_or_meeting(items: Sequence[Item], index: int, printed: str) -> bool:
    """Whether a serial with its month, or with year and volume, or a meeting stands alone."""
    return (
        _month_of_magazine(items, index, printed)
        or _counted_by_year(items, index)
        or is_society_meeting(printed)
        or (_counted_in_latin(items, index) and not (names_works(printed) or starts_with(printed, "works_start")))
    )


def _university_and_degree(draft: Draft, items: Sequence[Item]) -> int | None:
    """thesis := university "(" degree ["," date] ")" — the place of the bracket: `Yale University (Ph.D. dissertation)`."""
    place = next((place for place, item in enumerate(items[:4]) if item.kind in ("imprint", "other")), 0)
    if place not in (1, 3) or items[0].kind != "text" or items[place - 1].kind != "text":
        return None
    if thesis(draft.source.inner(items[place]).partition(",")[0].strip()) is None:
        return None
    return place if is_university(draft.text(items[0].start, items[place - 1].end)) else None


def _serial_and_year(draft: Draft, items: Sequence[Item]) -> bool:
    """serial := name volume "(" year ")" pages — a serial's name with its numbers alone: `Energy Policy 132 (2019) 1204–1215`."""
    if not 4 <= len(items) <= 10 or items[0].kind != "text":
        return False
    row = [item for item in items if item.kind != "sep"]
    if len(row) == 5 and row[4].kind == "text" and draft.source.text[row[3].end] == ".":
        if not is_press(draft.text(row[4].start, row[4].end)):
            return False
        row.pop()  # `Korean Studies 45 (2021): 12–39. University of Hawai‘i Press`
    if len(row) != 4 or row[1].figure is None or row[2].date is None or row[3].figure is None:
        return False
    if row[1].figure.field not in ("bare", "volume") or row[2].date.shape != "year":
        return False
    dated = draft.source.text[row[2].start - 1] == "(" and row[3].figure.field in ("pages", "range", "bare")
    return dated and row[1].start - row[0].end <= 2


def _counted_in_latin(items: Sequence[Item], index: int) -> bool:
    """Whether volume and a range of pages are all that stands behind a name: `IEEE Access, vol. 8, pp. 1234-1245, 2020`."""
    rest = [item for item in items[index + 1 :] if item.kind != "sep"]
    if len(rest) < 2 or any(item.kind not in ("figure", "date", "doi", "url", "remark") for item in rest):
        return False
    fields = [item.figure.field for item in rest if item.figure is not None]
    ranged = any(item.figure is not None and "-" in item.figure.value for item in rest)
    return ranged and fields[0] == "volume" and bool({"pages", "range"} & set(fields))


def _counted_by_year(items: Sequence[Item], index: int) -> bool:
    """Whether year, semicolon and volume follow, by which medicine counts its serials: `Lancet 2020;395:497-506`."""
    rest = items[index + 1 : index + 4]
    if len(rest) < 3 or rest[0].date is None or rest[1].mark != ";" or rest[2].figure is None:
        return False
    return rest[2].figure.field == "volume" and rest[2].start - rest[1].end <= 1
