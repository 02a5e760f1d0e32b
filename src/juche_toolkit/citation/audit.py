"""The last look at a note: what lies in no field, is no word that a citation is read by, and was listed nowhere.

Every letter and digit of a note lies in a field, in a word or mark of citing (편, 제, 권, pp., accessed), in a lead-in or
running text, in a problem, or in what was not understood. This step finds the rest and reports it: as a problem of the
record where it is known what it is but the record has no field for it, else as not understood.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.imprint import is_place
from juche_toolkit.citation.words import alternatives, folded, words

if TYPE_CHECKING:
    from juche_toolkit.citation.works import Reading

__all__ = ["audit", "carries_nothing"]

_KINDS = (
    *("silent", "role", "role_before", "et_al", "figure", "remark", "day_remark", "accessed", "accessed_after", "lead"),
    *("tail", "month", "season_en", "undated", "abbreviation", "rank"),
)
"""The kinds of words that a citation is read by and that are no field's value."""
_LONGEST = 300
_LETTER = regex.compile(r"[^\W_ㆍ]")
_SEGMENT = regex.compile(r"[^,;()\[\]{}《》『』「」〈〉“”‘’\"*]++")


@cache
def _silent() -> regex.Pattern[str]:
    """Nothing but marks and such words, each with a particle behind it at most."""
    return regex.compile(
        rf"(?:[\W_ㆍ]++|(?<![\p{{L}}])(?:(?:외|등)\s?\d{{1,3}}\s?(?:인|명)|{alternatives(*_KINDS)})"
        r"(?:의|을|를|에|에서|으로|로|과|와|은|는|도|이며|까지|부터)?(?!\p{L}))*+",
        regex.IGNORECASE,
    )


@lru_cache(maxsize=8192)
def carries_nothing(between: str) -> bool:
    """Whether the text between two fields is only marks and words by which a citation is read: `』 제`, `호, `, `쪽.`"""
    return _LETTER.search(between) is None or (len(between) <= _LONGEST and _silent().fullmatch(between) is not None)


def audit(reading: Reading, begin: int, end: int, text: str) -> None:
    """Report what of a note's text, from `begin` to `end`, would be lost without a word."""
    gaps = [(start, stop) for start, stop in _gaps(reading, begin, end) if not carries_nothing(text[start:stop])]
    for start, stop in gaps:
        start, stop = _trimmed(text, start, stop)
        draft = next((draft for draft, _ in reading.drafts if draft.start <= start < draft.end), None)
        if draft is None:
            reading.left.append((start, stop, "this stands outside of the works that are cited"))
        elif _leads_in(draft, start, stop):
            reading.prose.append((start, stop))
        elif not _printed_again(draft, start, stop) and not _named(draft, start, stop):
            for first, last in _segments(text, start, stop):
                if not _printed_again(draft, first, last) and not _named(draft, first, last):
                    _leave(reading, draft, *_bare(text, first, last))


_TOPIC = regex.compile(r"\p{Hangul}(?:은|는|이|가|을|를)$")


def _leads_in(draft: Draft, start: int, stop: int) -> bool:
    """Whether a stretch is running text that leads up to the work: `김정은의 발언은 조선중앙통신 2021년 6월 18일자에서 재인용`."""
    before = not draft.people and all(start < place[0] for place in draft.spans.values())
    return before and _TOPIC.search(draft.text(start, stop)) is not None


def _trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    """A stretch without the marks at its ends."""
    while start < stop and not text[start].isalnum():
        start += 1
    while stop > start and not text[stop - 1].isalnum():
        stop -= 1
    return start, stop


def _gaps(reading: Reading, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches that nothing has taken, in order."""
    taken: list[tuple[int, int]] = [place[:2] for place in reading.left]
    taken += reading.prose
    for draft, lead in reading.drafts:
        taken += draft.spans.values()
        taken += draft.passed
        for people in draft.people.values():
            taken += [person[:2] for person in people]
        if draft.problems:
            taken += [problem[1:] for problem in draft.problems]
        if lead is not None:
            taken.append(lead)
    taken.sort()
    place = begin
    for start, stop in taken:
        if start > place:
            yield place, start
        if stop > place:
            place = stop
    if place < end:
        yield place, end


def _segments(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The parts of a stretch, between commas and brackets, that carry something."""
    if stop - start > _LONGEST:
        yield start, stop
        return
    for found in _SEGMENT.finditer(text, start, stop):
        if not carries_nothing(found.group()):
            yield _trimmed(text, *found.span())


def _bare(text: str, start: int, stop: int) -> tuple[int, int]:
    """A segment without the marks and silent words at its ends."""
    words = [match.span() for match in _WORD.finditer(text, start, stop)]
    first, last = 0, len(words)
    while last - first > 1 and carries_nothing(text[words[first][0] : words[first][1]]):
        first += 1
    while last - first > 1 and carries_nothing(text[words[last - 1][0] : words[last - 1][1]]):
        last -= 1
    return words[first][0], words[last - 1][1]


_WORD = regex.compile(r"[^\W_](?:\S*[^\W_])?")


def _printed_again(draft: Draft, start: int, stop: int) -> bool:
    """Whether a stretch says only what a field has already: a year printed twice, the number in a symbol."""
    words = _PIECE.findall(draft.text(start, stop))
    values = {str(value).casefold() for value in draft.values.values()}
    return all(word.casefold() in values or (not word.isdigit() and carries_nothing(word)) for word in words)


_PIECE = regex.compile(r"\d++|\p{L}++")


class _Known(NamedTuple):
    """What a stretch without a field may be: its form, and the sentence that says so."""

    form: regex.Pattern[str]
    sentence: str


_DATE_PART = (
    r"(?:\d{1,4}|[\s.,·()\-–—~∼～/:]|년|월|일|시|분|호|주체|Juche|보도|방송|합호|합본호"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?)"
)
_UNFIELDED = (
    _Known(
        regex.compile(
            r"(?:(?:\S+(?:대학원|학과|학부|전공|과정|학술원)|대학원)\s?)+|(?:Dept\b|Department|School|Faculty|Graduate School|College)\b.*"
            r"|국내|(?:문|이|공|법|경제|경영|정치|교육|철|사회|행정|의|간호|약|농|체육|음악|미술|신|북한)학"
        ),
        "The graduate school, department or field of a thesis has no field",
    ),
    _Known(
        regex.compile(r"(?:전|총)?\s?\d{1,3}\s?(?:권|책|冊)|\d{1,3}\s?(?:vols?|v|volumes)\b\.?", regex.I),
        "The number of volumes has no field",
    ),
    _Known(
        regex.compile(r"(?:미)?확정|병합|분리|상고|항소|파기환송|미간행|미공간|공보불게재"),
        "What became of the judgment has no field",
    ),
    _Known(
        regex.compile(r"\d{1,2}:\d\d(?::\d\d)?(?:\s(?:[ap]\.?m\.?\s?)?\w*\.?)?"),
        "The hour, or the place in a recording, has no field",
    ),
    _Known(regex.compile(r".{1,30}\s?공동(?:게재)?"), "What else carried the text has no field"),
    _Known(regex.compile(r"\p{Lu}{2,8}"), "An abbreviation beside a body or the kind of a report has no field"),
    _Known(regex.compile(r"[AES]/(?:[\w.]+/?)+"), "The symbol of the document has no field beside its number"),
    _Known(
        regex.compile(
            r"(?:판례집|헌판집|헌재판례집|판례공보|법원공보|헌재공보|공보|공\d{4}|집|민집|형집)(?:\s.*)?|\d{1,3}-\d\s?[상하]?"
        ),
        "Where the judgment is printed has no field",
    ),
    _Known(
        regex.compile(rf"(?:시행|효력)\s?{_DATE_PART}+|{_DATE_PART}+\s?(?:발효|시행)(?:됨)?"),
        "The date of coming into force has no field",
    ),
    _Known(
        regex.compile(rf"(?=.*(?:\d{{4}}|[년월일시]|[a-z])){_DATE_PART}+"),
        "A further date, or the end of a range of dates, has no field",
    ),
    _Known(
        regex.compile(
            r"(?:장편|단편|중편|연작)?(?:소설|소설집|소설선|시집|시선집|시선|산문집|산문|에세이|에세이집|평론집|희곡집|희곡|동화집|동화|수필집|수필|대본|평전|자서전)"
        ),
        "The kind of book has no field",
    ),
)


def _named(draft: Draft, start: int, stop: int) -> bool:
    """Note as a problem a stretch of which it is known what it is, though the record has no field for it."""
    if stop - start > _LONGEST:
        return False
    bare = _bare(draft.source.text, start, stop)
    for first, last in dict.fromkeys(((start, stop), (start, bare[1]), bare)):
        printed = draft.text(first, last)
        sentence = next((f"{known.sentence}: {printed}" for known in _UNFIELDED if known.form.fullmatch(printed)), None)
        sentence = sentence or _second_form(draft, first, last) or _beside_date(draft, first, last)
        if sentence is None and (is_place(printed) or folded(printed) in words("country")):
            sentence = f"A place or country beside a body has no field: {printed}"
        if sentence is not None:
            draft.doubtful(sentence, first, last, _SLIGHT)
            return True
    return False


def _leave(reading: Reading, draft: Draft, start: int, stop: int) -> None:
    """List a stretch as not understood."""
    number = draft.text(start, stop).isdigit()
    left = (start, stop, "a number whose meaning isn't clear" if number else "no field takes this")
    draft.left.append(left)
    draft.doubt += _DOUBT
    reading.left.append(left)


_DOUBT = 0.1
"""The doubt in a record of whose note something was not understood."""
_SLIGHT = 0.02
"""The doubt in a record that leaves out what is known but has no field."""


def _second_form(draft: Draft, start: int, stop: int) -> str | None:
    """Whether a name, or the title of a container, is printed in a second script right behind the first."""
    printed = draft.text(start, stop)
    if any(character.isdigit() for character in printed):
        return None
    persons = [person for people in draft.people.values() for person in people]
    if any(0 < start - person.end <= 2 for person in persons):
        return f"This name is printed in a second form, and the first stands: {printed}"
    place = draft.spans.get("container_title")
    if place is not None and 0 < start - place[1] <= 3:
        return f"What the work is in is named in a second form, and the first stands: {printed}"
    return None


_OF_DAY = regex.compile(r"\s?\d{1,2}월\s?\d{1,2}일\s?발")


_RANGE = regex.compile(r"\d\.?\s?[-–—~∼～]\s?$")
_NUMBERS = regex.compile(r"\d+(?:\.\s?\d{1,2})?")


def _beside_date(draft: Draft, start: int, stop: int) -> str | None:
    """Whether a stretch is the place of a dateline, or the end of a range: `【평양 3월 26일발 조선중앙통신】`, `1970–71`."""
    text, printed = draft.source.text, draft.text(start, stop)
    if _NUMBERS.fullmatch(printed) is not None and _RANGE.search(text, max(0, start - 5), start) is not None:
        return f"The end of a range has no field: {printed}"
    if _OF_DAY.match(text, stop) is not None:
        return f"The place of a dateline has no field: {printed}"
    return None
