"""A note cut into stretches: lead-ins, prose round a work, and what is not understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex
from attrs import Factory, define

from juche_toolkit.citation.again import printed_again, put_translation
from juche_toolkit.citation.american import read_american
from juche_toolkit.citation.archives import KEPT
from juche_toolkit.citation.backrefs import names_back, read_back_reference, read_short
from juche_toolkit.citation.bare_acts import read_bare_act
from juche_toolkit.citation.bibtex import read_bibtex
from juche_toolkit.citation.casebacks import read_case_again
from juche_toolkit.citation.catalogue import may_be_catalogued, names_statement, read_catalogue
from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.english_acts import read_english_act
from juche_toolkit.citation.entries import is_to_come
from juche_toolkit.citation.genres import is_speech
from juche_toolkit.citation.grammar import read_items, read_layout
from juche_toolkit.citation.hereafter import notice_at_end
from juche_toolkit.citation.imprint import is_place, is_press
from juche_toolkit.citation.interviews import read_interview
from juche_toolkit.citation.items import TITLE_MARKS, Source
from juche_toolkit.citation.journals import look_up
from juche_toolkit.citation.kinds import is_society_meeting
from juche_toolkit.citation.leads import (
    QUOTING,
    bounds,
    may_part,
    next_lead,
    parts_at_comma,
    past_connective,
    strip_lead,
    strip_tail,
)
from juche_toolkit.citation.legal import read_legal
from juche_toolkit.citation.lexer import Token
from juche_toolkit.citation.names import read_names, strength
from juche_toolkit.citation.outlets import known_outlet, put_dateline
from juche_toolkit.citation.prose import is_exhibit, is_prose, looks_like_citation, prose_sentences, runs_on, sentences
from juche_toolkit.citation.splitting import split_works
from juche_toolkit.citation.told import Told, works_told
from juche_toolkit.citation.treaties import read_treaty
from juche_toolkit.citation.words import KOREAN, starts_with

__all__ = ["LONGEST_WORK", "Reading", "read_note_text"]

_REMARK = 40
"""A stretch of so many characters with the words of a back-reference is no running text."""
_DITTO = "〃"
"""The mark that repeats the line above; the only one that cites without a word."""
_FROM_HERE = frozenset({"이하", "전후", "각주"})
"""Tails that belong to the page: from it on, round it, its footnote."""

_TITLE_OPENS = frozenset("「『《〈“")
"""Marks that may stand right behind a bullet."""
_BULLETS = frozenset("-*•·ㆍ∙◦‣▪▫▶▷○●◎■□◆◇★☆※✓✔–—+#")


LONGEST_WORK = 4000
"""A stretch longer than this many characters without a boundary is no citation of one work."""


@define
class Reading:
    """What a note's text holds: drafts with their lead-ins, stretches not understood, and prose (ranges of folded
    text).
    """

    drafts: list[tuple[Draft, tuple[int, int] | None]] = Factory(list)
    left: list[tuple[int, int, str]] = Factory(list)
    prose: list[tuple[int, int]] = Factory(list)


def read_note_text(source: Source, first: int) -> Reading:
    """Read the works of a note whose body begins at token `first`.

    note := stretch (";" stretch | ". See also" stretch)*;  stretch := [lead-in] work+ [tail] | prose
    """
    reading = Reading()
    first = _past_bullet(source, first)
    if "@" in source.text and read_bibtex(source, first, reading):
        return reading
    if may_be_catalogued(source.text) and read_catalogue(source, first, reading):
        return reading
    for begin, stop in _stretches(source, first):
        _read_stretch(reading, source, begin, stop, depth=0)
    return reading


def _past_bullet(source: Source, first: int) -> int:
    """The first token behind the mark of an item in a list, and the space after it."""
    if first + 1 >= len(source.tokens):
        return first
    token, following = source.tokens[first : first + 2]
    if source.text[token.start : token.end] not in _BULLETS or token.mate >= 0:
        return first
    if following.kind == "s":
        return first + 2
    return first + 1 if following.mark in _TITLE_OPENS and following.mate > first else first


_VANCOUVER = regex.compile(
    r"(?<=\d{4}(?:\s\p{Lu}\p{Ll}{2,8}\.?(?:[-–]\p{Lu}\p{Ll}{2,8}\.?)?(?:\s\d{1,2})?|\s?년?\s?\d{1,2}월)?;)\s?\d{1,4}\s?(?:\(|:\s?[a-zA-Z]?\d)"
    r"|(?<=\p{L}\]?:\s?[^;:]{2,60};)\s?(?:19|20)\d\d(?=\s?[.,\[]|\s?\Z)"
)
"""year ";" volume "(" issue ")" ":" pages — as medicine cites: `2014;44(3):300-310`; and place ":" publisher ";" year."""


_TURNED = regex.compile(r"\p{Lu}[\p{Latin}\p{M}'’-]++,\s(?:\p{Lu}[\p{Latin}\p{M}.'’-]*+\s?){1,3}")
"""A name in Latin letters, family name first: `Choi, Eunju`."""
_TURNED_LAST = regex.compile(rf"\s?(?:&\s|and\s)?{_TURNED.pattern}[.;(]")


_NAMES_NEXT = regex.compile(r"(?:\s?(?P<name>\p{Hangul}{2,4})(?=\s?[;.,(]);?){1,8}")


_YEAR_NEXT = regex.compile(r"[\s.,]{0,3}\(?(?:19|20)\d\d")


def _only_name(printed: str, behind: str) -> bool:
    """Whether nothing but names stands before a semicolon, sure ones of Koreans or ones turned round, which parts authors."""
    names = [name.strip() for name in printed.split(";")]
    if len(printed) >= 60:
        return False
    if KOREAN.match(names[0]) is not None:
        if (
            following := _NAMES_NEXT.match(behind)
        ) is not None:  # `오은; 현미라 (2012)`: one sure name tells the others
            names.extend(following.captures("name"))
            dated = _YEAR_NEXT.match(behind, following.end()) is not None
        else:
            dated = False
        found = [strength(name) for name in names]
        return min(found) >= 2 and (max(found) == 3 or dated) and all(KOREAN.match(name) is not None for name in names)
    return all(_TURNED.fullmatch(name) is not None for name in names) and _TURNED_LAST.match(behind) is not None


_LAST_WORD = regex.compile(r"(?:[,.]\s|[(『」》”]\s?|』,?\s)(?P<place>\p{L}{2,14})\s?$")


def _parts_place(text: str, start: int, end: int) -> bool:
    """Whether a place of publication stands before a semicolon, as some print for its colon: `『통일백서』. 서울; 통일부`."""
    match = _LAST_WORD.search(text, max(start, end - 20), end)
    return match is not None and is_place(match["place"])


def _stretches(source: Source, first: int, last: int | None = None) -> Iterator[tuple[int, int]]:
    """The token ranges between semicolons, and before a lead-in that begins a sentence, outside all brackets."""
    tokens, text = source.tokens, source.text
    stop = len(tokens) if last is None else last
    begin = place = first
    if first < stop and not may_part(text, tokens[first].start, tokens[stop - 1].end):
        yield first, stop
        return
    while place < stop:
        token = tokens[place]
        if token.kind == "p":
            if token.mate > place:
                place = min(token.mate, stop - 1)
                if token.mark == "“" and text.startswith(QUOTING, tokens[place].end) and begin < place + 1 < stop:
                    yield begin, place + 1
                    begin = place + 1
            elif text[token.start] == ";" and _VANCOUVER.match(text, token.end) is None:
                if _only_name(
                    text[tokens[begin].start : token.start], text[token.end : token.end + 60]
                ) or _parts_place(
                    text, tokens[begin].start, token.start
                ):  # `이석기; 변학문; 나혜선. “…”`, `서울; 통일부`
                    place += 1
                    continue
                yield begin, place
                begin = place + 1
            elif text[token.start] == "," and text.startswith(" as well as ", token.end):
                yield begin, place
                begin = place + 7
            elif text[token.start] == "," and parts_at_comma(text, tokens[begin].start, token.start):
                yield begin, place
                begin = place + 1
            elif text[token.start] in ".?!" and next_lead().match(text, token.end) is not None and place + 1 < stop:
                yield begin, place + 1
                begin = place + 1
        place += 1
    yield begin, stop


def _read_stretch(reading: Reading, source: Source, first: int, last: int, *, depth: int) -> None:
    """stretch := "(" stretch ")" | [lead-in] works [tail] | prose"""
    tokens = source.tokens
    first, last = bounds(tokens, first, last)
    if first >= last:
        return
    start, end = tokens[first].start, tokens[last - 1].end
    spoken = tokens[first].kind in "wnud" or any(token.kind in "wnud" for token in tokens[first:last])
    if not spoken and source.text.find(_DITTO, start, end) < 0:
        return
    if depth < 3 and _brackets_only(source, first, last):
        for begin, stop in _groups(tokens, first, last):
            for inner in _stretches(source, begin + 1, stop):
                _read_stretch(reading, source, *inner, depth=depth + 1)
        return
    if end - start > LONGEST_WORK:
        _long(reading, source, first, last)
        return
    prose = prose_sentences(source, first, last)
    if not prose:
        _read_works(reading, source, first, last)
        return
    for begin, stop, running in prose:
        inner = bounds(source.tokens, begin, stop)
        if running:
            _prose(reading, source, begin, stop, depth=depth)
        elif depth < 3 and inner[0] < inner[1] and _brackets_only(source, *inner):
            _read_stretch(reading, source, *inner, depth=depth + 1)
        else:
            _read_works(reading, source, begin, stop)


def _long(reading: Reading, source: Source, first: int, last: int) -> None:
    """A stretch too long for a work: prose by its sentences, or not understood."""
    start, end = source.tokens[first].start, source.tokens[last - 1].end
    parts = list(sentences(source, first, last))
    if len(parts) < 3 or (end - start) / len(parts) > 1000:
        reading.left.append((start, end, f"a stretch of {end - start} characters without a boundary is no citation"))
        return
    for begin, stop in parts:
        begin, stop = bounds(source.tokens, begin, stop)
        if stop <= begin:
            continue
        if is_prose(source, begin, stop):
            reading.prose.append((source.tokens[begin].start, source.tokens[stop - 1].end))
        else:
            _read_works(reading, source, begin, stop)


def _groups(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    place = first
    while place < last:
        if tokens[place].mate > place:
            yield place, tokens[place].mate
            place = tokens[place].mate
        place += 1


def _brackets_only(source: Source, first: int, last: int) -> bool:
    """Whether a stretch is round or square brackets and nothing else."""
    tokens, text = source.tokens, source.text
    if text[tokens[first].start] not in "([" or tokens[first].mate < 0 or tokens[first].mate >= last:
        return False
    place = first
    mate = tokens[first].mate
    if tokens[first].mark == "[" and mate + 2 < last and tokens[mate + 1].mark == "(" and tokens[mate + 2].kind == "u":
        return False
    while place < last:
        token = tokens[place]
        if token.mate > place and token.mark in ("(", "["):
            place = token.mate
        elif token.kind not in "sp" or token.mark in TITLE_MARKS:
            return False
        place += 1
    return True


def _prose(reading: Reading, source: Source, first: int, last: int, *, depth: int) -> None:
    """Prose: nothing is cited but what stands in round brackets and is a citation beyond doubt."""
    first, last = bounds(source.tokens, first, last)
    if first >= last:
        return
    reading.prose.append((source.tokens[first].start, source.tokens[last - 1].end))
    if depth:
        return
    told = _told(reading, source, first, last)
    for begin, stop in _groups(source.tokens, first, last):
        if any(inside.first < begin < inside.last for inside in told):
            continue
        if source.tokens[begin].mark != "(" or source.tokens[stop].end - source.tokens[begin].start > 600:
            continue
        for inner in _stretches(source, begin + 1, stop):
            trial = Reading()
            _read_stretch(trial, source, *inner, depth=depth + 1)
            if trial.drafts and all(_sure(draft) for draft, _ in trial.drafts):
                reading.drafts.extend(trial.drafts)
                reading.left.extend(trial.left)


def _told(reading: Reading, source: Source, first: int, last: int) -> list[Told]:
    """Read the works that running text tells with author, title and imprint; those read are given back."""
    found = []
    for told in works_told(source, first, last):
        trial = Reading()
        final = source.tokens[told.last - 1]
        source.tokens[told.last - 1] = final._replace(end=told.end)
        _read_works(trial, source, told.first, told.last)
        source.tokens[told.last - 1] = final
        draft = trial.drafts[0][0] if len(trial.drafts) == 1 else None
        if draft is None or not _sure(draft) or not draft.has("title") or draft.people.get("authors"):
            continue
        if not draft.has("year") or not draft.has("publisher", "place", "container_title"):
            continue
        people = read_names(source.text, *told.author) if told.author is not None else None
        if people is not None:
            draft.add_people(people, "authors")
        reading.drafts.append((draft, None))
        found.append(told)
    return found


def _sure(draft: Draft) -> bool:
    """Whether a draft found in prose is a citation beyond doubt."""
    if draft.form != "full":
        return True
    named = draft.has("title", "container_title")
    return (
        named
        and draft.doubt < 0.2
        and not draft.left
        and draft.has("volume", "issue", "pages", "year", "url", "number")
    )


def _read_works(reading: Reading, source: Source, first: int, last: int) -> None:
    """works := [lead-in] work (work)* [tail]"""
    tokens = source.tokens
    first, last = bounds(tokens, first, last)
    if first >= last:
        return
    whole, known = tokens[first].start, len(reading.drafts)
    first = past_connective(source, first, last)
    if first >= last:
        reading.prose.append((whole, tokens[last - 1].end))
        return
    if (behind := _behind_speech(source, first, last)) is not None:
        reading.prose.append((whole, tokens[behind - 1].end))
        _read_stretch(reading, source, behind, last, depth=2)
        return
    lead, first = strip_lead(source, first, last)
    notice, last = _without_notice(source, first, last)
    tail, stop = strip_tail(source, first, last) if first < last else (None, last)
    if first >= stop:
        reading.prose.append((whole, tokens[last - 1].end))
        return
    start, end = tokens[first].start, tokens[stop - 1].end
    quoted = tail is not None and "재인용" in source.text[tail[0] : tail[1]]
    for index, (begin, finish) in enumerate(split_works(source, first, stop, quoted=quoted)):
        begin = past_connective(source, begin, finish) if index else begin
        draft = _read_twice(source, begin, finish) or _read_work(source, begin, finish)
        if draft is not None and reading.drafts and _goes_on(reading.drafts[-1][0], draft):
            continue
        place = lead if index == 0 else None
        if draft is None or not _is_citation(draft):
            _not_a_citation(reading, source, begin, finish, draft)
            continue
        points = tail is not None and source.text[tail[0] : tail[1]].strip() not in _FROM_HERE
        if points and finish == stop and (place is None or quoted):
            place = tail
        if tail is not None and finish == stop and place is not tail and source.text[tail[0]].isascii():
            reading.prose.append(tail)
        reading.drafts.append((draft, place))
        reading.left.extend(draft.left)
        draft.start = min(draft.start, whole) if index == 0 else draft.start
        draft.end = max(draft.end, tail[1]) if tail is not None and finish == stop else draft.end
    _take_notice(reading, notice, known)
    if lead is not None and len(reading.drafts) == known:
        reading.prose.append((lead[0], start))
    if tail is not None and len(reading.drafts) == known:
        reading.prose.append((end, tail[1]))


def _without_notice(source: Source, first: int, last: int) -> tuple[tuple[int, int] | None, int]:
    """The range of the short form that is given a work for the notes behind, and the end of the tokens before it."""
    tokens = source.tokens
    notice = notice_at_end(source.text, tokens[first].start, tokens[last - 1].end) if first < last else None
    if notice is None:
        return None, last
    place = next(place for place in range(first, last) if tokens[place].start >= notice[0])
    return notice, bounds(tokens, first, place)[1]


def _take_notice(reading: Reading, notice: tuple[int, int] | None, known: int) -> None:
    """Give the notice to the work before it."""
    if notice is None:
        return
    if len(reading.drafts) == known:
        reading.prose.append(notice)
        return
    draft = reading.drafts[-1][0]
    draft.passed.append(notice)
    draft.end = max(draft.end, notice[1])


def _goes_on(before: Draft, draft: Draft) -> bool:
    """Whether what was read belongs to the work before it and not to one of its own; another volume of that work is filled in."""
    if _only_particulars(draft) and _join_particulars(before, draft):
        return True
    _further_volume(before, draft)
    _further_day(before, draft)
    _same_day(before, draft)
    return False


_PARTICULARS = frozenset({"url", "accessed", "doi", "year", "juche_year", "month", "day", "pages"})


def _only_particulars(draft: Draft) -> bool:
    """Whether nothing but an address, a date or pages was read: `…, 조선로동당출판사; 1992년, 5페지`."""
    fields = set(draft.values)
    return bool(fields & {"url", "year", "doi"}) and fields <= _PARTICULARS and not draft.people and not draft.left


def _join_particulars(before: Draft, draft: Draft) -> bool:
    """Give what stands behind a semicolon to the work before it, which has none of it."""
    if before.form != "full" or before.has(*draft.values):
        return False
    before.values.update(draft.values)
    before.spans.update(draft.spans)
    before.end = max(before.end, draft.end)
    return True


_OF_THE_SET = frozenset({"title", "type", "publisher", "place", "edition", "container_title", "collection_title"})


def _further_volume(before: Draft, draft: Draft) -> None:
    """work := volume [pages] — behind a semicolon another volume of the set before it: `《김일성저작집》 제2권, 138페지; 제4권, 52페지`.

    What both have in common stands where the first has it.
    """
    if draft.form != "full" or draft.people or draft.left or not {"volume"} <= set(draft.values) <= {"volume", "pages"}:
        return
    if before.form != "full" or not before.has("volume") or before.has("issue") or not before.has("title"):
        return
    draft.title_mark = before.title_mark
    draft.values.update({field: value for field, value in before.values.items() if field in _OF_THE_SET})
    draft.spans.update({field: place for field, place in before.spans.items() if field in _OF_THE_SET})
    draft.people.update({role: list(people) for role, people in before.people.items()})


_DAY = frozenset({"year", "month", "day", "juche_year", "pages"})


def _further_day(before: Draft, draft: Draft) -> None:
    """work := day [pages] — behind a semicolon another day of the newspaper before it: `『로동신문』, 1956. 8. 31; 1956. 9. 29`."""
    if draft.form != "full" or draft.people or draft.left or not {"month", "day"} <= set(draft.values) <= _DAY:
        return
    if before.form != "full" or before.people or not set(before.values) <= _DAY | {"container_title"}:
        return
    if before.has("container_title") and before.whole_date:
        draft.values["container_title"] = before.values["container_title"]
        draft.spans["container_title"] = before.spans["container_title"]
        draft.container_mark = before.container_mark
        for field in ("year", "juche_year"):
            if not draft.has("year", "juche_year") and before.has(field):
                draft.values[field], draft.spans[field] = before.values[field], before.spans[field]


def _same_day(before: Draft, draft: Draft) -> None:
    """work := newspaper — beside another, the day behind which is that of both: `『동아일보』·『조선일보』 1946년 1월 5일`."""
    if set(before.values) != {"container_title"} or before.people or not draft.whole_date or draft.people:
        return
    if draft.start - before.end > 5 or not {"container_title"} <= set(draft.values) <= _DAY | {"container_title"}:
        return
    before.values.update({field: value for field, value in draft.values.items() if field in _DAY - {"pages"}})
    before.spans.update({field: place for field, place in draft.spans.items() if field in _DAY - {"pages"}})
    before.whole_date = True


def _read_twice(source: Source, first: int, last: int) -> Draft | None:
    """work work — the second the same in English, whose title then is the translation of the first's."""
    found = printed_again(source, first, last)
    if found is None:
        return None
    draft, again = _read_work(source, found.first, found.stop), _read_work(source, found.again, found.last)
    if draft is None or again is None or not put_translation(draft, again, bracketed=found.bracketed):
        source.read.clear()
        return None
    return draft


def _read_work(source: Source, first: int, last: int) -> Draft | None:
    """work := back-reference | short citation | american | treaty | legal | layout"""
    first, last = bounds(source.tokens, first, last)
    if first >= last:
        return None
    start, end = source.tokens[first].start, source.tokens[last - 1].end
    draft = Draft(source, start, end)
    if read_case_again(draft) or read_back_reference(draft, first, last):
        return draft
    draft = draft if draft.untouched else Draft(source, start, end)
    if read_american(draft):
        return draft
    draft = draft if draft.untouched else Draft(source, start, end)
    if read_english_act(draft) or read_treaty(draft):
        return draft
    draft = draft if draft.untouched else Draft(source, start, end)
    if read_bare_act(draft) or read_legal(draft) or (draft.untouched and read_interview(draft)):
        return draft
    draft = draft if draft.untouched else Draft(source, start, end)
    if "발" in source.text[start : start + 24] and (place := put_dateline(draft)) is not None:
        first = next((index for index in range(first, last) if source.tokens[index].start >= place), last)
    items = read_items(draft, first, last)
    if read_short(draft, items):
        return draft
    read_layout(draft, items)
    return draft


def _is_citation(draft: Draft) -> bool:
    """Whether enough was read to call it a citation."""
    if draft.form != "full" or "type" in draft.values:
        return True
    if _is_remark_on_a_title(draft) or (not draft.title_mark and is_place(str(draft.values.get("title", "")))):
        return False
    placed = draft.has(
        "year",
        "month",
        "volume",
        "issue",
        "whole_number",
        "pages",
        "url",
        "publisher",
        "place",
        "locator",
        "doi",
        "isbn",
        "number",
    )
    title = draft.has("title")
    if title and draft.whole_date and is_speech(str(draft.values["title"])):
        return True
    if title and draft.has("volume") and starts_with(str(draft.values["title"]), "works_start"):
        return True
    if title and draft.title_mark:
        return (
            placed
            or bool(draft.people)
            or draft.has("container_title")
            or draft.end - draft.start <= draft.spans["title"][1] - draft.spans["title"][0] + 6
        )
    if draft.has("container_title"):
        return placed or title or bool(draft.container_mark) or _serial_alone(draft)
    if draft.has("url") and not draft.people:
        return True
    if draft.has("genre") and draft.has("publisher"):
        return True
    if title:
        support = (
            bool(draft.people)
            + draft.has("year")
            + draft.has("publisher", "place")
            + draft.has("pages")
            + draft.has("url", "volume", "issue", "number")
        )
        return support >= 2 or (bool(draft.people) and names_statement(draft.text(draft.start, draft.end)))
    if draft.has("publisher") and draft.has("place") and not draft.left and is_press(str(draft.values["publisher"])):
        draft.values["type"] = "book"  # `파주: 돌베개, 2015 (공저)`, as lists of one's own print it behind a title
        return True
    if draft.has("publisher") and draft.has("year") and not (draft.left or draft.people) and _is_house(draft):
        draft.values["type"] = "book"  # `한울아카데미, 2019 (대한민국학술원 우수학술도서)`
        return True
    return bool(draft.people) and draft.has("publisher", "place")


def _is_house(draft: Draft) -> bool:
    """Whether a publisher is a publishing house that a table has."""
    entry = look_up(str(draft.values["publisher"]).removeprefix("도서출판 "))
    return entry is not None and entry.kind == "publisher"


_TO_COME = regex.compile(
    r"[\s,(\[]*(?:forthcoming|in press|online first|accepted|early view|(?:게재|출판|출간|발간)\s?(?:예정|확정)"
    r"|근간|인쇄\s?중|출판\s?중)[\s.)\]]*",
    regex.IGNORECASE,
)
_PROCEEDINGS = regex.compile(r"(?:논문집|자료집|발표집|[Pp]roceedings of .{8,100})$")


def _serial_alone(draft: Draft) -> bool:
    """Whether proceedings, or a serial in which the work is to come, are all that is told: `Korea Journal (forthcoming)`."""
    start, end = draft.spans["container_title"]
    if start - draft.start > 1:
        return draft.end - end < 3 and is_to_come(draft.source.text, draft.start, start)
    if _TO_COME.fullmatch(draft.source.text, end, draft.end) is not None:
        return True
    if is_society_meeting(draft.text(start, end)):
        return True
    return draft.end - end < 3 and _PROCEEDINGS.search(draft.source.text, start, end) is not None


def _is_remark_on_a_title(draft: Draft) -> bool:
    """Whether running text, or a table of the text itself, was read as a title and what it is in."""
    holder = str(draft.values.get("container_title", draft.values.get("publisher", "")))
    exhibit = is_exhibit(str(draft.values.get("title", ""))) and not (draft.has("year") and known_outlet(holder))
    return (exhibit and not _placed_in_print(draft)) or runs_on(holder)


def _placed_in_print(draft: Draft) -> bool:
    """Whether a title in marks that could name a figure is a work's: `김민수, 『사진』, 열화당, 2010`."""
    title = str(draft.values.get("title", ""))
    if not (draft.title_mark and draft.has("year")) or any(character.isdigit() for character in title):
        return False
    held = draft.has("container_title") and draft.has("volume", "issue", "whole_number", "pages", "url")
    return held or (draft.has("publisher") and (bool(draft.people) or draft.has("place")))


def _not_a_citation(reading: Reading, source: Source, first: int, last: int, draft: Draft | None) -> None:
    """Prose, or a string that looks like a citation and can't be read."""
    first, last = bounds(source.tokens, first, last)
    if first >= last or draft is None:
        return
    start, end = source.tokens[first].start, source.tokens[last - 1].end
    points_back = end - start <= _REMARK and names_back(source.text[start:end])
    if kept := [left for left in draft.left if left[2] == KEPT]:
        reading.left.extend(kept)
    elif (points_back or looks_like_citation(source, first, last)) and not _is_remark_on_a_title(draft):
        reading.left.append((start, end, "this looks like a citation, but no work can be made out"))
    else:
        reading.prose.append((start, end))


_SAID = regex.compile(r"(?:다|까|요|자|라)[.!?]?$")


def _behind_speech(source: Source, first: int, last: int) -> int | None:
    """The bracket that cites what was quoted in full before it: `《경제를 발전시켜야 합니다.》 (《김정은전집》 제1권, 12페지)`."""
    tokens, text = source.tokens, source.text
    mate = tokens[first].mate
    if tokens[first].mark not in ("《", "“") or mate <= first or mate + 1 >= last:
        return None
    if _SAID.search(text, max(tokens[first].end, tokens[mate].start - 8), tokens[mate].start) is None:
        return None
    begin, stop = bounds(tokens, mate + 1, last)
    if begin >= stop or not _brackets_only(source, begin, stop) or tokens[begin].mark != "(":
        return None
    cites = any(token.mark in TITLE_MARKS for token in tokens[begin:stop])
    return begin if cites else None
