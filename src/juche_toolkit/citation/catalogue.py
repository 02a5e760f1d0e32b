"""Lines of library catalogues, in the punctuation of ISBD: `제목 / 저자 지음 ; 역자 옮김. - 서울 : 출판사, 2016. - 300 p.`"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.imprint import is_place, is_university, put_imprint, put_university, thesis, token_range
from juche_toolkit.citation.items import Source, scan
from juche_toolkit.citation.journals import look_up
from juche_toolkit.citation.leads import strip_lead
from juche_toolkit.citation.names import People, Person, read_names, script_of
from juche_toolkit.citation.words import KOREAN, alternatives, folded, value_of

if TYPE_CHECKING:
    from juche_toolkit.citation.works import Reading

__all__ = ["may_be_catalogued", "names_statement", "read_catalogue"]

_LONGEST = 1500
_EXTENT = r"(?:\[?[ivxlc]{1,7}\]?,\s?)?\[?\d{1,4}\]?\s?(?:p\b|pp\b|쪽|면|장|책|冊|매|v\b|권|볼륨)"
_BREAK = regex.compile(
    rf"\.?\s?--\s?|\.\s?[-—–]\s|\s-\s(?=\[?\p{{L}}{{2,12}}\]?\s?:)|\.\s(?=\[?\p{{L}}{{2,12}}\]?\s?:\s|{_EXTENT}|ISBN|학위논문|\p{{Hangul}}{{2,12}}(?:대학교|대학원)[\s,])|(?<=\p{{Hangul}})\s(?=학위논문\()|\s?/\s"
)
"""What parts the areas of a line: a full stop and a dash, or a stroke."""
_PLACED = regex.compile(r"\[?(?P<place>\p{L}[\p{L} .]{0,24}?)\]?\s?:\s?")
_NOT_KNOWN = frozenset(
    {"발행지불명", "출판지불명", "발행지 불명", "출판지 불명", "발행처불명", "출판사불명", "s.l", "s.n"}
)
_YEAR = regex.compile(
    r",?\s?\[?(?:c|ⓒ|©)?(?P<year>(?:1[5-9]|20)\d\d)(?:\]|년)?(?:\s?[-–]\s?(?:(?:1[5-9]|20)\d\d)?)?\.?$"
)
_KIND_OF_MATERIAL = regex.compile(
    r"\s?\[(?P<kind>\p{Hangul}{0,8}자료|전자책|점자책|[Ee]-?[Bb]ook|electronic resource)\](?=$|\s)"
)
_PARALLEL = regex.compile(r"\s=\s(?P<title>\S.*)$")
_VOLUME = regex.compile(
    r"(?:[.,]\s?|(?<=\p{Hangul})\s)(?:제\s?)?(?P<volume>\d{1,3}(?=\s?[권책집])|(?<=[.,]\s?)\d{1,3}|[상중하上中下](?=[권편]?$))(?:\s?[권책집편])?"
    r"(?:,\s(?P<part>\p{Hangul}[^/]{1,60}))?$"
)
_SERIES = regex.compile(r"\((?P<name>[^();]{2,80}?)(?:\s?;\s?(?:제\s?)?(?P<number>[\w.-]{1,12}?)\s?[호권집]?)?\)")
_NOTE = regex.compile(
    r"(?:원(?:표제|서명|제|저자명|저자|저|서)|참고문헌|권말|부록|색인|찾아보기|영문|지도교수|표제|대등표제|기타|주기|내용|수록)(?=[\s:]|\p{Hangul})"
)
"""What a note of the catalogue begins with."""
_FIGURES = r"(?:삽화|삽도|도판|사진|지도|표|도표|초상)"
_IN_COLOUR = regex.compile(
    rf"(?:천연색|채색)?{_FIGURES}(?:,\s?{_FIGURES})*|ill\b.*|\d{{1,2}}(?:\s?[x×]\s?\d{{1,2}})?\s?cm"
)
_EDITION = regex.compile(r"(?:제\s?)?(?:\d{1,2}\s?)?(?:\p{Hangul}{0,8}\s?)?판(?:\s?제?\s?\d{1,3}\s?쇄)?")
_PRICE = regex.compile(r"(?:₩|\\\\|값|가격|정가)?\s?:?\s?\d{1,3},?\d{3}\s?원?|비매품")


class _Statement(NamedTuple):
    """A statement of responsibility: who did what."""

    people: People
    role: str | None


def may_be_catalogued(text: str) -> bool:
    """A cheap first look: whether a note holds a stroke or the dash between two areas."""
    return ("/ " in text or ". -" in text or ".-" in text or "--" in text) and len(text) <= _LONGEST


def read_catalogue(source: Source, first: int, reading: Reading) -> bool:
    """line := [lead-in] title [" / " statement (" ; " statement)*] area*

    A line needs the dash of an imprint behind it, or several statements with their roles, to be told from others.
    """
    lead, first = strip_lead(source, first, len(source.tokens)) if first < len(source.tokens) else (None, first)
    if first >= len(source.tokens):
        return False
    start, end = source.tokens[first].start, source.tokens[-1].end
    areas = list(_areas(source.text, start, end))
    if len(areas) < 2:
        return False
    draft = Draft(source, start, end)
    title, rest = areas[0], areas[1:]
    statements: list[_Statement] | None = None
    if rest and source.text[title[1] : rest[0][0]].strip() == "/":
        statements, rest = _statements(draft, *rest[0]), rest[1:]
        if statements is None:
            return False
    if not _is_line(source.text, statements, rest):
        return False
    _put_title(draft, *title)
    for statement in statements or ():
        draft.add_people(statement.people, statement.role or "authors")
    for begin, stop in rest:
        _put_area(draft, begin, stop)
    if thesis(str(draft.values.get("genre", ""))) is None:
        draft.values.setdefault("type", "book")
    reading.drafts.append((draft, lead))
    reading.left.extend(draft.left)
    return True


def _areas(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The ranges between the dashes and strokes of a line."""
    begin = start
    for match in _BREAK.finditer(text, start, end):
        if match.start() > begin:
            yield begin, match.start()
        begin = match.end()
    if begin < end:
        yield begin, end


def _is_line(text: str, statements: list[_Statement] | None, rest: list[tuple[int, int]]) -> bool:
    """Whether what was cut is a line of a catalogue beyond doubt."""
    placed = any(_is_imprint(text, begin, stop) for begin, stop in rest)
    if statements is None:
        return placed and any(regex.match(_EXTENT, text[begin:stop]) for begin, stop in rest)
    several = len(statements) > 1 and all(statement.role is not None for statement in statements)
    noted = any(thesis(text[begin:stop]) is not None for begin, stop in rest)
    return placed or several or noted


def _is_imprint(text: str, start: int, end: int) -> bool:
    """Whether an area reads place ":" publisher."""
    match = _PLACED.match(text, start, end)
    return match is not None and (is_place(match["place"].strip()) or folded(match["place"]).strip(". ") in _NOT_KNOWN)


@cache
def _role() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?:\s|(?<=\p{{Hangul}}{{3}})|(?<=\]))(?P<more>\[?(?:외|등)\]?\s?)?\[?공?\]?\s?\[?(?P<role>{alternatives('role')})\]?\.?$"
    )


def names_statement(printed: str) -> bool:
    """Whether a stretch ends in a statement of responsibility behind a stroke: `침묵의 봄 / 레이첼 카슨 지음`."""
    stroke = printed.rfind("/")
    return stroke > 0 and _role().search(printed, stroke) is not None


def _statements(draft: Draft, start: int, end: int) -> list[_Statement] | None:
    """statement (";" statement)* — None if one of them is no names."""
    found: list[_Statement] = []
    begin = start
    while begin < end:
        cut = draft.source.text.find(";", begin, end)
        cut = end if cut < 0 else cut
        statement = _statement(draft, begin, cut)
        if statement is None:
            return None
        found.append(statement)
        begin = cut + 1
    return found or None


def _statement(draft: Draft, start: int, end: int) -> _Statement | None:
    """statement := names role | "지은이:" names | names"""
    text = draft.source.text
    start, end = draft.trimmed(start, end)
    people = read_names(text, start, end)
    role = people.role if people is not None else None
    if role is None and (match := _role().search(text, start, end)) is not None:
        role, end = value_of("role", match["role"]), match.start()
        draft.passed.append(match.span())
        people = read_names(text, start, end)
        if match["more"] and people is not None:
            people = people._replace(et_al=True)
        if people is None and 1 < end - start < 40:
            people = People((Person(start, end, None, None, script_of(text[start:end])),), role, False, 1)
    if people is None:
        return None
    persons = people.persons
    if len(persons) > 1 and look_up(text[persons[0].start : persons[-1].end]) is not None:  # 과학, 백과사전출판사
        whole = Person(persons[0].start, persons[-1].end, None, None, persons[0].script)
        people = people._replace(persons=(whole,))
    return _Statement(people, role)


def _put_title(draft: Draft, start: int, end: int) -> None:
    """title := words [kind of material] ["=" parallel title] ["." volume ["," its title]]"""
    text = draft.source.text
    if (material := _KIND_OF_MATERIAL.search(text, start, end)) is not None:
        draft.doubtful(f"The kind of material has no field: {material['kind']}", *material.span("kind"), 0.0)
        end = material.start()
    if (parallel := _PARALLEL.search(text, start, end)) is not None:
        draft.put("translated_title", *parallel.span("title"))
        end = parallel.start()
    if (volume := _VOLUME.search(text, start, end)) is not None:
        draft.put("volume", *volume.span("volume"))
        if volume["part"]:
            draft.doubtful(f"The title of the volume has no field: {volume['part']}", *volume.span("part"), 0.02)
        end = volume.start()
    draft.put("title", start, end)


def _put_area(draft: Draft, start: int, end: int) -> None:
    """area := imprint | edition | extent | series | ISBN | thesis note | note | publisher ["," year]"""
    text = draft.source.text
    if _put_series(draft, start, end):
        return
    start, end = draft.trimmed(start, end)
    if start >= end:
        return
    printed = text[start:end]
    if regex.match(_EXTENT, printed) or _IN_COLOUR.match(printed):
        _put_extent(draft, start, end)
    elif _is_imprint(text, start, end):
        _put_imprint(draft, start, end)
    elif _EDITION.fullmatch(printed) is not None and draft.put("edition", start, end):
        return
    elif _NOTE.match(printed) is not None or _PRICE.fullmatch(printed) is not None:
        draft.doubtful(f"A note of the catalogue has no field: {printed}", start, end, 0.0)
    elif thesis(printed) is not None:
        put_imprint(draft, start, end)
    elif is_university(printed) and thesis(text[draft.start : draft.end]) is not None:
        _put_school(draft, start, end)
    else:
        _put_numbers(draft, start, end)


def _put_school(draft: Draft, start: int, end: int) -> None:
    """school := university [":" department] [","] year ["." month] — of a thesis."""
    put_university(draft, start, end)
    if (when := _WHEN.search(draft.source.text, start, end)) is not None:
        draft.put("year", *when.span("year"), int(when["year"]))
        if when["month"]:
            draft.put("month", *when.span("month"), int(when["month"]))


_WHEN = regex.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:\.\s?(?P<month>1[0-2]|0?[1-9]))?\.?\s?$")


def _put_extent(draft: Draft, start: int, end: int) -> None:
    """extent := pages [":" illustrations] [";" size] [series]"""
    bracket = draft.source.text.find("(", start, end)
    if bracket > 0 and _put_series(draft, bracket, end):
        end = bracket
    start, end = draft.trimmed(start, end)
    draft.doubtful(f"The extent has no field: {draft.text(start, end)}", start, end, 0.0)


def _put_series(draft: Draft, start: int, end: int) -> bool:
    """series := "(" name [";" number] ")" """
    match = _SERIES.match(draft.source.text, start, end)
    if match is None or draft.text(match.end(), end).strip(" .") or draft.has("collection_title"):
        return False
    name = match["name"].strip()
    if not any(map(str.isalpha, name)):
        return False
    number = match["number"]
    value = f"{name} {number}" if number else name
    return draft.put("collection_title", match.start("name"), match.end("number" if number else "name"), value)


def _put_imprint(draft: Draft, start: int, end: int) -> None:
    """imprint := place ":" publisher ["," ["c"] year]"""
    text = draft.source.text
    placed = _PLACED.match(text, start, end)
    if placed is None:
        return
    if folded(placed["place"]).strip(". ") not in _NOT_KNOWN:
        draft.put("place", *placed.span("place"))
    else:
        draft.passed.append(placed.span("place"))
    if (year := _YEAR.search(text, placed.end(), end)) is not None:
        draft.put("year", *year.span("year"), int(year["year"]))
        draft.passed.append(year.span())
        end = year.start()
    begin, end = draft.trimmed(placed.end(), end)
    if folded(text[begin:end].strip("[] ")) in _NOT_KNOWN:
        draft.passed.append((begin, end))
    elif begin < end and not draft.put("publisher", begin, end):
        draft.leave(begin, end, "a second publisher")


def _put_numbers(draft: Draft, start: int, end: int) -> None:
    """An edition, an ISBN with its price, or a publisher with its year."""
    items = scan(draft.source, *token_range(draft, start, end))
    isbn = next((item for item in items if item.kind == "isbn"), None)
    if isbn is not None:
        draft.put("isbn", isbn.start, isbn.end)
        behind = draft.trimmed(isbn.end, end)
        if behind[0] < behind[1]:
            draft.doubtful(f"What stands behind the ISBN has no field: {draft.text(*behind)}", *behind, 0.0)
        return
    figures = [item for item in items if item.kind != "sep"]
    if KOREAN.search(draft.text(start, end)) is not None or figures:
        texts = [item for item in figures if item.kind == "text"]
        for item in figures:
            if item.figure is not None:
                draft.put_figure(item.figure)
            elif item.date is not None:
                draft.put_date(item.date)
            elif item.kind in ("url", "doi"):
                draft.put(item.kind, item.start, item.end)
            elif item.kind != "text":
                draft.leave(item.start, item.end, "no area of a catalogue's line")
        if texts and not draft.put("publisher", texts[0].start, texts[-1].end):
            draft.leave(texts[0].start, texts[-1].end, "no area of a catalogue's line")
