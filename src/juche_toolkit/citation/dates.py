"""Dates as notes print them: Gregorian, Juche, Korean, English; whole, in part, or as a season.

The Juche era counts from the year 1912 (decree of 8 July 1997), so a Juche year is the Gregorian year less 1911.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import permutations
from typing import NamedTuple

import regex

from juche_toolkit.citation.words import alternatives, words

__all__ = ["JUCHE_ERA", "Date", "iso", "lone_year", "match_date", "short_year"]

JUCHE_ERA = 1911
"""Gregorian year less Juche year."""

TANGUN_ERA = 2333
"""Tan'gun year less Gregorian year (South Korea's official count from 1948 to 1961)."""

_YEAR = r"(?:1[4-9]\d\d|20\d\d)(?!\d)"
_STOP = r"(?![\d\p{Hangul}])"
_LAST_DAY = (
    r"(?:(?:(?:1[4-9]|20)\d\d\.\s?)?(?:1[0-2]|0?[1-9])\.\s?)?(?:3[01]|[12]\d|0?[1-9])(?!\d)"
    r"(?!\s?[\p{L}:]|\s?\([\d\p{L}]|[-/]\d|\.\d)"
)
"""The end of a range of days with points: `1916.11.10~23`, `1916. 11. 10∼11. 23.`"""


class Date(NamedTuple):
    """A date and its parts' places in the folded text: `parts` maps year, month, day, season, juche_year to a range."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: str | None = None
    juche_year: int | None = None
    parts: tuple[tuple[str, int, int], ...] = ()
    shape: str = "year"
    """How it was printed: year, juche, korean, numeric, english, season."""

    @property
    def disagreement(self) -> str | None:
        """A sentence if the printed Juche and Gregorian years aren't the same year."""
        if self.year is None or self.juche_year is None or self.year - self.juche_year == JUCHE_ERA:
            return None
        return (f"Juche {self.juche_year} is {self.juche_year + JUCHE_ERA}, but {self.year} is printed beside it; "
                "the Gregorian year is kept")  # fmt: skip


@cache
def _patterns() -> dict[str, regex.Pattern[str]]:
    season = alternatives("season")
    tail = (
        rf"(?:\s?(?:년|年)(?:\s?판(?!\p{{Hangul}})|도(?!\p{{Hangul}}))?(?:\s?(?P<month>1[0-2]|0?[1-9])(?:\s?[-–~∼～·,]\s?\d{{1,2}})?\s?(?:월|月)(?:\s?[-–~∼～]\s?\d{{1,2}}\s?월)?(?:\s?합?(?:병|본)?호|\s?(?:제?\s?\d|[첫둘셋넷]째?)\s?주차?(?!\p{{Hangul}}))?"
        rf"(?:\s?(?P<day>3[01]|[12]\d|0?[1-9])(?:\s?[-~～∼,·]\s?\d{{1,2}}(?=\s?(?:일|[-~～∼,·]\s?\d{{1,2}}\s?[일,·]))){{0,8}}\s?(?:일(?:자|발|부|호|치)?|日)(?:\s?\d{{1,2}}시|,?\s\d{{1,2}}:\d\d(?!\d))?)?(?:\s?[~～∼-]\s?\d{{1,2}}\s?일|(?:\s?[,·]\s?\d{{1,2}}\s?일(?!\p{{Hangul}})){{1,6}}+)?"
        rf"|\s?(?P<season>{season}(?:\s?[·/]\s?{season})?)\s?호?)?)"
    )
    month_name = alternatives("month")
    season_name = alternatives("season_en")
    year = rf"(?:(?P<year>{_YEAR})|[Jj]uche\s(?P<juche>\d{{1,3}}),?\s?(?:\(\s?(?P<year>{_YEAR})\s?\)|\[\s?(?P<year>{_YEAR})\s?\]))"
    hour = r"(?:,?\s(?:at\s)?\d{1,2}:\d\d(?::\d\d)?(?!\d))?"
    return {
        "juche": regex.compile(
            r"(?i:(?P<era>주체|主體|juche|chuch'?e))\s?(?P<juche>\d{1,3})(?!\d)\s?(?:(?:년|年)\s?(?=[(（]))?"
            rf"(?:[(（]\s?(?P<year>\d{{4}})\s?년?\s?[)）]\s?)?"
            rf"(?:{tail}|\.\s?(?P<month>1[0-2]|0?[1-9])\.\s?(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)\.?)?"
        ),
        "backward": regex.compile(rf"(?P<year>{_YEAR})\s?년?\s?"
            rf"\(\s?(?:주체|Juche)\s?(?P<juche>\d{{1,3}})\s?년?\s?\){tail}?"),
        "korean": regex.compile(rf"(?P<year>{_YEAR})(?:{tail}"
            r"|[.-]\s?(?P<month>1[0-2]|0?[1-9])\s?월호?(?:\s?(?P<day>3[01]|[12]\d|0?[1-9])\s?일자?)?(?!\p{Hangul})"
            rf"|\.?\s(?P<season>{season}(?:\s?[·/]\s?{season})?)(?=\s?[),.:]|$))"),
        "numeric": regex.compile(
            rf"(?P<year>{_YEAR})(?:\s?(?P<sep>\.)\s?|(?P<sep>[/–-]))(?P<month>1[0-2]|0?[1-9])(?!\d|\.\d{{4,9}}/|[·ㆍ‧․]\d{{1,2}}\s?(?![월호일])\p{{Hangul}})"
            r"(?!(?<=\.\s\d{1,2})(?:\s?[-~∼～–·]\s?\d{1,4})?\s?(?:쪽|면|페이지|페지|장|절|부|편|권|집)(?!\p{Hangul}{2}))"
            r"(?:\s?(?P=sep)\s?(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)(?!\s?[-–~∼～]\s?(?:3[2-9]|[4-9]\d|\d{3,4})(?![\d/-]|\.\s?\d))"
            r"(?:\.(?!\d))?(?:\s?일?(?:자|부|발)(?!\p{Hangul}))?(?:,?\s\d{1,2}:\d{2}(?::\d{2})?(?!\d))?"
            rf"(?:(?<=(?P=sep)\s?\d\d?\.?)\s?[-–~～∼]\s?{_LAST_DAY}(?:\.(?=\s?[,)]))?)?|\.(?=\s?(?:[,)\]]|$))"
            r"|(?<=\.\s?\d{1,2})\s?[-~∼～]\s?(?:1[0-2]|0?[1-9])(?:\.(?!\s?\d)|(?=\s?[,;)\]]|\s?$)))?"
        ),
        "english": regex.compile(
            rf"(?i:(?P<month>{month_name}))\b\.?(?:\s?[/–-]\s?(?i:{month_name})\b\.?(?=,?\s?\d{{4}}))?"
            rf"\s?(?:(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
            rf"(?:\s?[-–]\s?(?:(?i:{month_name})\b\.?\s?)?\d{{1,2}})?\s?,?\s?)?,?\s?{year}{hour}"
        ),
        "month_day": regex.compile(
            rf"(?i:(?P<month>{month_name}))\b\.?\s(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)(?=\s?(?:[,.)]|$))"
            rf"|(?<=\()(?i:(?P<month>{month_name}))\b\.?(?=\s?\))"
        ),
        "day_first": regex.compile(
            rf"(?P<day>3[01]|[12]\d|0?[1-9])(?:(?:st|nd|rd|th)?\s|-)(?i:(?P<month>{month_name}))\b\.?,?[\s-]?{year}{hour}"
        ),
        "day_month": regex.compile(
            rf"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\s(?i:(?P<month>{month_name}))\b\.?(?=\s?(?:[,.)]|$))"
        ),
        "republished": regex.compile(rf"(?P<year>{_YEAR})\s?/\s?{_YEAR}(?!\s?/)"),
        "season": regex.compile(
            rf"(?i:(?P<season>{season_name}(?:\s?[/–-]\s?{season_name})?))\b,?\s?(?P<year>{_YEAR})"
            rf"(?:\s?[–-]\s?(?i:{season_name})\b,?\s?{_YEAR})?"
        ),
        "year": regex.compile(
            rf"(?P<year>{_YEAR})(?:[a-e](?!\p{{L}}))?(?:\s?[-–—~∼～]\s?(?:{_YEAR}|\d{{2}}(?!\d))(?:\s?년(?!\p{{Hangul}}))?)?"
        ),
        "short_year": regex.compile(rf"(?P<year>\d\d)년\s?(?:(?P<month>1[0-2]|0?[1-9])월호|(?P<season>{season})\s?호)(?!\p{{Hangul}})"),
        "turned": regex.compile(
            rf"(?P<year>{_YEAR}),\s(?:(?i:(?P<month>{month_name}))\b\.?(?:\s?[/–-]\s?(?i:{month_name})\b\.?)?"
            rf"(?:\s(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)(?:\s?[-–]\s?\d{{1,2}})?)?|(?i:(?P<season>{season_name}))\b)(?=\s?[);])"
            rf"|(?<=\()(?P<year>{_YEAR}),\s?(?P<month>1[0-2]|0?[1-9])"  # `(2019, 11, 15)`, `(2019, 11). Title`, `3호(2019, 11)`
            r"(?:[.,]\s?(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)(?:\s?[-–~∼～]\s?\d{1,2})?\.?(?=\s?\))"
            r"|(?=\)\.\s?\S)|(?<=[호號]\(.{5,8})(?=\)))"
        ),
        "season_only": regex.compile(
            rf"(?P<season>{season}(?:\s?[·/]\s?{season})?)(?:\s?호|(?<=\([^()]{{1,7}})(?=\s?\)))"
            rf"|(?<=\()(?i:(?P<season>{season_name}(?:\s?[/–-]\s?{season_name})?))(?=\s?\))"
        ),
        "tangun": regex.compile(rf"(?:단기|檀紀)\s?(?P<tangun>4[12]\d\d)(?:{tail})?"),
        "slashed": regex.compile(
            rf"(?:(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\d|0?[1-9])|(?P<day>3[01]|[12]\d)/(?P<month>1[0-2]|0?[1-9]))/(?P<year>{_YEAR})"
        ),
        "year_month": regex.compile(
            rf"(?P<year>{_YEAR})\s(?=[A-Z])(?:(?i:(?P<month>{month_name}))\b\.?(?:\s?[-–/]\s?(?i:{month_name})\b\.?)?"
            rf"(?:\s(?P<day>3[01]|[12]\d|0?[1-9])(?!\d))?|(?i:(?P<season>{season_name}))\b)(?=\s?[;\])]|,\s|\.?\s*$)"
        ),  # `2015 Mar;22(2)`, `[cited 2022 Mar 1]`, `93(4), 2020 December, 721-745`
        "month_only": regex.compile(
            rf"(?P<month>1[0-2]|0?[1-9])\s?월,?\s(?P<year>{_YEAR})년?(?![\d\p{{Hangul}}]|\s?[.년]?\s?\d)"
            r"|(?P<month>1[0-2]|0?[1-9])\s?월\s?(?:(?P<day>3[01]|[12]\d|0?[1-9])(?:\s?[-~∼～·]\s?\d{1,2})?\s?일(?:[자부](?!\p{Hangul}))?|호|(?=\))|(?<=[,.]\s\d\d?월)(?=\.?\s*$))"),
    }  # fmt: skip


_YEARS = frozenset(["14", "15", "16", "17", "18", "19", "20"])
"""What a Gregorian year begins with."""
_CENTURY = 30
"""Of two digits for a year, those from here on belong to the twentieth century."""
_ENDS_YEAR = ");,"
"""Behind one of these a year is a year; behind a comma numbers may go on, and letters don't."""
_BY_WORD = ("juche", "english", "season", "month_day", "season_only", "tangun")


@cache
def _by_letter() -> dict[str, tuple[str, ...]]:
    """The shapes that begin with a word, by its first letter without case."""
    first = {
        "juche": "주主jc",
        "english": "".join(form[0] for form in words("month")),
        "season": "".join(form[0] for form in words("season_en")),
        "season_only": "".join(form[0] for kind in ("season", "season_en") for form in words(kind)),
        "tangun": "단檀",
    }
    first["month_day"] = first["english"]
    letters = {letter for forms in first.values() for letter in forms}
    return {letter: tuple(shape for shape in _BY_WORD if letter in first[shape]) for letter in letters}


def _by_year(text: str, position: int) -> tuple[str, ...]:
    """The shapes that four digits may begin, by what stands behind them."""
    if text[position : position + 2] not in _YEARS:
        return ()
    behind = text[position + 4 : position + 9].lstrip()
    mark = behind[:1]
    if mark in ("년", "年"):
        return ("backward", "korean") if "(" in behind else ("korean",)
    if mark == "(":
        return ("backward", "year")
    if mark == ",":
        return ("turned", "year")
    if mark and mark in "./–-":
        if mark == "/" and _republished(text, position):
            return ("republished",)
        month = mark == "." or "월" in behind
        return ("korean", "numeric", "year") if month else ("numeric", "year")
    if mark.isascii() and mark.isupper():
        return ("year_month", "year")
    return ("korean", "year") if "season_only" in _by_letter().get(mark, ()) else ("year",)


_EDITIONS_APART = 4
"""Years so far apart are those of two editions; nearer ones are a range, 2003/2004."""


def _republished(text: str, position: int) -> bool:
    """Whether the year of the first edition stands before that of this one: `1917/2005`, whose first stands."""
    later = text[position + 4 : position + 11].lstrip(" /")[:4]
    return later.isdigit() and len(later) == 4 and int(later) - int(text[position : position + 4]) >= _EDITIONS_APART


def _by_day(text: str, position: int) -> tuple[str, ...]:
    """The shapes that one or two digits may begin, by what stands behind them."""
    behind = text[position + 1 : position + 4]
    if behind[:1].isdigit():
        behind = behind[1:]
    mark = behind[:1]
    if mark == "/":
        return ("slashed",)
    if mark == "년":
        return ("short_year",)
    if mark == "월" or (mark.isspace() and behind[1:2] == "월"):
        return ("month_only",)
    if mark == "-" and behind[1:2].isalpha():
        return ("day_first",)
    return ("day_first", "day_month") if mark in ("s", "n", "r", "t") or mark.isspace() else ()


_BEHIND_YEAR = (
    r"년(?:\s?(?P<month>1[0-2]|0?[1-9])월(?:\s?(?P<day>3[01]|[12][0-9]|0?[1-9])일)?(?=[.;)]|,(?!\s?\d{1,2}\s?[일:])|$)"
    r"|(?=[.;),]|$))"
)
_KOREAN = re.compile(rf"(?P<year>[0-9]{{4}}){_BEHIND_YEAR}")
_JUCHE = re.compile(rf"주체\s?(?P<juche_year>[0-9]{{1,3}})\s?\(\s?(?P<year>[0-9]{{4}})\s?\)\s?{_BEHIND_YEAR}")


def _plain(text: str, position: int, shape: str) -> Date | None:
    """A date with its units in the simplest form, a boundary behind it, for which no other pattern is needed: `2013년 5월 3일,`."""
    match = (_KOREAN if shape == "korean" else _JUCHE).match(text, position)
    if match is None:
        return None
    values = {name: int(printed) for name, printed in match.groupdict().items() if printed}
    parts = tuple([(name, *match.span(name)) for name in _ORDER if name in values])
    return Date(*match.span(), parts=parts, shape=shape, **values)  # type: ignore[arg-type]


_ORDER = ("year", "month", "day", "juche_year")


@cache
def date_triggers() -> frozenset[str]:
    """The words, folded, that a date may begin with."""
    return frozenset({"단기", "檀紀", "주체", "主體", "juche", "chuche", "chuch'e", *words("month"), *words("season_en"), *words("season"),
                      *(season + "호" for season in words("season")),
                      *(f"{first}-{last}" for kind in ("month", "season_en") for first, last in permutations(words(kind), 2))})  # fmt: skip


def lone_year(text: str, position: int) -> Date | None:
    """The year at `position` where what stands behind it tells that it is nothing else: `(2013)`, `2013, 서울`.

    None where a look at the patterns is needed.
    """
    end = position + 4
    mark = text[end : end + 1]
    if mark not in _ENDS_YEAR or not mark or text[position : position + 2] not in _YEARS:
        return None
    printed = text[position:end]
    if mark == "," and text[position - 1 : position] == "(" and text[end + 1 : end + 3].strip()[:1].isupper():
        return None  # `(2011, March)`
    if not printed.isdigit() or (mark == "," and not text[end + 1 : end + 3].strip()[:1].isalpha()):
        return None
    return Date(position, end, int(printed), parts=(("year", position, end),))


def match_date(text: str, position: int, *, digit: bool) -> Date | None:
    """Read a date at `position`.

    date := juche [month [day]] | year [month [day] | season] | year.month.day | month-name day, year | season year
    | year
    juche := "주체" number "(" year ")" "년" | "Juche" number
    """
    if not digit:
        shapes = _by_letter().get(text[position].casefold()[:1], ())
        if text[position] == "주" and (plain := _plain(text, position, "juche")) is not None:
            return plain
    elif text[position : position + 4].isdigit() and not text[position + 4 : position + 5].isdigit():
        shapes = _by_year(text, position)
        if shapes == ("korean",) and (plain := _plain(text, position, "korean")) is not None:
            return plain
    else:
        shapes = _by_day(text, position)
    for shape in shapes:
        match = _patterns()[shape].match(text, position)
        if match is not None:
            return _date(match, shape)
    return None


@cache
def _groups(shape: str) -> tuple[tuple[str, int], ...]:
    """The parts of a date that a shape has, in the order of a record, and their groups."""
    groups = _patterns()[shape].groupindex
    parts = (("year", "year"), ("year", "tangun"), ("month", "month"), ("day", "day"), ("season", "season"),
             ("juche_year", "juche"))  # fmt: skip
    return tuple((name, groups[group]) for name, group in parts if group in groups)


def _date(match: regex.Match[str], shape: str) -> Date:
    parts: list[tuple[str, int, int]] = []
    values: dict[str, int | str] = {}
    for name, group in _groups(shape):
        start, end = match.span(group)
        if start >= 0:
            parts.append((name, start, end))
            values[name] = _value(name, match[group])
    if shape == "tangun":
        values["year"] = int(values["year"]) - TANGUN_ERA
    start, end = match.span()
    while end > start and match.string[end - 1].isspace():
        end -= 1
    return Date(start, end, parts=tuple(parts), shape=shape, **values)  # type: ignore[arg-type]


def _value(name: str, printed: str) -> int | str:
    if name == "season":
        return printed
    if name == "month" and not printed.isdigit():
        return int(words("month")[printed.casefold().rstrip(".")])
    if name == "year" and len(printed) == 2:
        return short_year(printed)
    return int(printed)


def short_year(printed: str) -> int:
    """The year that two digits stand for: 94 is 1994, 05 is 2005."""
    return int(printed) + (1900 if int(printed) >= _CENTURY else 2000)


def iso(date: Date) -> str:
    """The date in ISO 8601, as far as it is known: 2023-01-05, 2023-01, 2023."""
    year = date.year if date.year is not None else (date.juche_year or 0) + JUCHE_ERA
    parts = [f"{year:04d}"]
    if date.month is not None:
        parts.append(f"{date.month:02d}")
        if date.day is not None:
            parts.append(f"{date.day:02d}")
    return "-".join(parts)
