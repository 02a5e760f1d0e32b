"""The parts of a MARC record's fields: titles, series, degrees, ISBNs, the dates and numbers of a host item in words."""

from __future__ import annotations

from typing import NamedTuple

import regex

from juche_toolkit.citation.model import Citation
from juche_toolkit.export.common import clean
from juche_toolkit.export.csl import SEASONS
from juche_toolkit.export.forms import View

__all__ = [
    "Enumeration",
    "degree",
    "divided_title",
    "enumeration",
    "isbn_subfield",
    "nonfiling",
    "volume_divided",
    "without_hyphens",
]

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASON_WORDS = {1: "spring", 2: "summer", 3: "autumn", 4: "winter"}
_SERIES = regex.compile(r"(?P<title>.*\D) (?P<number>[0-9]++)")
_ISBN = regex.compile("[0-9]{9}[0-9Xx]|97[89][0-9]{10}")
_DEGREES = ((("박사", "博士"), "Doctoral"), (("석사", "碩士"), "Master's"))
_FIRST_PAGE = regex.compile(r"\d++")


def nonfiling(title: str) -> int:
    """The letters of an English article that filing skips: 245, second indicator."""
    return next((len(word) for word in ("The ", "A ", "An ") if title.startswith(word)), 0)


def divided_title(latin: str, original: str | None) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """245 $a and $b, in Latin and in Korean script: divided at the first colon with a space behind it, if both have one.

    The colon itself isn't written (leader/18 = c); a title is put together again with `: `.
    """
    parts, others = _at_colon(latin), _at_colon(original or "")
    if len(parts) == 2 and (original is None or len(others) == 2):
        return _coded(parts), _coded(others) if original else []
    return [("a", latin)], [("a", original)] if original else []


def _at_colon(text: str) -> list[str]:
    head, _, rest = text.partition(": ")
    return [head.rstrip(), rest.strip()] if head.strip() and rest.strip() else [text]


def _coded(parts: list[str]) -> list[tuple[str, str]]:
    return list(zip("ab", parts, strict=True))


def volume_divided(series: str) -> list[tuple[str, str]]:
    """490 $a and $v: a number at the end of a series' title is that of the volume."""
    found = _SERIES.fullmatch(series)
    return [("a", found["title"]), ("v", found["number"])] if found else [("a", series)]


def degree(latin: str, original: str | None) -> str:
    """502 $b: of a degree printed in Korean, Doctoral or Master's in the language of cataloguing; any other as it is in Latin."""
    return next((term for words, term in _DEGREES if any(word in (original or "") for word in words)), latin)


def without_hyphens(isbn: str) -> str:
    """An ISBN as 020 and 773 $z have it: digits, and X, alone. What is no ISBN by its letters stays."""
    plain = isbn.replace("-", "").replace(" ", "")
    return plain if _ISBN.fullmatch(plain) else isbn


def isbn_subfield(isbn: str, code: str) -> tuple[str, str]:
    """The subfield of 020 for an ISBN: $z, cancelled or invalid, where the check digit is wrong."""
    plain = without_hyphens(isbn)
    return (code if _is_valid(plain) else "z"), plain


def _is_valid(isbn: str) -> bool:
    if _ISBN.fullmatch(isbn) is None:
        return False
    digits = [10 if digit in "Xx" else int(digit) for digit in isbn]
    if len(digits) == 10:
        return sum(digit * weight for digit, weight in zip(digits, range(10, 0, -1), strict=True)) % 11 == 0
    return sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0


class Enumeration(NamedTuple):
    """A work's date, and its place in a host: for readers in both languages, and for machines."""

    date: str
    original_date: str
    display: str
    original_display: str
    machine: str


def enumeration(work: View, *, dated: bool = True) -> Enumeration:
    """Date and numbering: `2013, no. 4, p. 12-30`, `주체102(2013)년 제4호, 12-30페지`, `2013:4<12`.

    With a volume, `vol. 24, no. 4 (2018), p. 33-49` and `24:4<33`. The Juche year stands in the Korean form only, as
    the sources print it, and only where the citation prints it. $q follows SICI: levels between colons, the first page
    after <. `dated` False leaves the date out of the place in a host, for a book's, which stands in its imprint.
    """
    record = work.citation
    volume, issue = clean(record.volume), clean(record.issue)
    whole, printed_pages = clean(record.whole_number), clean(record.pages)
    when = _date(record)
    numbers = [f"no. {issue}"] if issue else []
    if volume:
        numbers = [f"vol. {volume}", *numbers]
        parts = [", ".join(numbers) + (f" ({when})" if when and dated else "")]
    else:
        parts = [when, *numbers] if when and dated else numbers
    if whole:
        parts.append(f"whole no. {whole}")
    if printed_pages:
        parts.append(f"p. {printed_pages}")
    return Enumeration(
        when or (f"Juche {record.juche_year}" if record.juche_year is not None else ""),
        _korean_date(record),
        ", ".join(parts),
        _in_korean(work, volume, issue, whole, printed_pages, dated),
        _machine(record, volume, issue, printed_pages),
    )


def _date(record: Citation) -> str:
    season = clean(record.season)
    if season:
        season = _SEASON_WORDS.get(SEASONS.get(season.casefold(), 0), season)
    month = MONTHS[record.month - 1] if record.month else ""
    if month and record.day and record.year is not None:
        return f"{month} {record.day}, {record.year}"
    parts = (
        season,
        month,
        str(record.day) if month and record.day else "",
        str(record.year) if record.year is not None else "",
    )
    return " ".join(part for part in parts if part)


def _korean_date(record: Citation) -> str:
    """The date as an 880 has it: `2015`, `주체103(2014)`, with a month in full, `주체103(2014)년 11월 5일`."""
    year = _korean_year(record)
    if not record.month or not year:
        return year
    return f"{year}년 {record.month}월" + (f" {record.day}일" if record.day else "")


def _korean_year(record: Citation) -> str:
    """주체102(2013) where the Juche year is printed, else the year."""
    year = str(record.year) if record.year is not None else ""
    if record.juche_year is None:
        return year
    return f"주체{record.juche_year}({year})" if year else f"주체{record.juche_year}"


def _in_korean(work: View, volume: str, issue: str, whole: str, printed_pages: str, dated: bool) -> str:
    record = work.citation
    north = work.side == "KP"
    parts = [f"{year}년" if dated and (year := _korean_year(record)) else ""]
    parts += [f"{record.month}월" if record.month else "", f"{record.day}일" if record.month and record.day else ""]
    parts += [clean(record.season), f"제{volume}권" if volume else "", f"제{issue}호" if issue else ""]
    found = [" ".join(part for part in parts if part)]
    if whole:
        found.append(f"루계 {whole}호" if north else f"통권 {whole}호")
    if printed_pages:
        unit = "면" if record.type == "article-newspaper" else "페지" if north else "쪽"
        found.append(f"{printed_pages}{unit}")
    return ", ".join(part for part in found if part)


def _machine(record: Citation, volume: str, issue: str, printed_pages: str) -> str:
    if any(mark in volume + issue for mark in ":<"):
        return ""
    first = volume or (str(record.year) if record.year is not None and issue else "")
    page = _FIRST_PAGE.match(printed_pages)
    levels = ":".join(level for level in (first, issue) if level)
    return levels + (f"<{page.group()}" if page else "")
