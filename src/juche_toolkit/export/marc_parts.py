"""The coded parts of a MARC record, and the dates and numbers of a host item in words."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import regex

from juche_toolkit.citation.model import Citation
from juche_toolkit.export.common import clean
from juche_toolkit.export.csl import SEASONS
from juche_toolkit.export.forms import View

__all__ = ["Enumeration", "country", "enumeration", "fixed_008", "host_place", "leader", "nonfiling"]

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASON_WORDS = {1: "spring", 2: "summer", 3: "autumn", 4: "winter"}
_SERIALS = frozenset({"article-journal", "article-newspaper", "article-magazine"})
_FIRST_PAGE = regex.compile(r"\d++")


def leader(work: View) -> str:
    """The leader: new, UTF-8, abbreviated level (17 = 3), no ISBD punctuation (18 = c).

    07 is `a`, a component part, for what stands in a host, else `m`.
    """
    kind = "m" if work.citation.type == "dataset" else "a"
    level = "a" if work.container else "m"
    return f"00000n{kind}{level} a22000003c 4500"


def country(work: View) -> str:
    """008/15-17: kn North Korea, ko South Korea, xx unknown.

    A work in Korean with nothing that tells of the North counts as South Korean, as in the language tag.
    """
    if work.side == "KP":
        return "kn "
    return "ko " if work.side == "KR" or work.language == "ko" else "xx "


def fixed_008(work: View, entered: date) -> str:
    """The 40 positions of 008 (Books; Computer Files for a dataset); `|`, no attempt to code, where nothing tells."""
    record = work.citation
    year = f"{record.year:04d}" if record.year is not None and 0 < record.year <= 9999 else ""
    if year and record.month and record.day:
        dates = f"e{year}{record.month:02d}{record.day:02d}"
    elif year and record.month:
        dates = f"e{year}{record.month:02d}  "
    else:
        dates = f"s{year}    " if year else "nuuuuuuuu"
    language = {"ko": "kor", "en": "eng", None: "und"}[work.language]
    return f"{entered:%y%m%d}{dates}{country(work)}{_material(record)}{language} d"


def _material(record: Citation) -> str:
    """008/18-34: illustrations, audience, form, contents, government, conference, festschrift, index … biography."""
    online = "o" if record.url else "|"
    if record.type == "dataset":
        return f"    |{online}  | |      "
    contents = {"thesis": "m   ", "legislation": "l   ", "legal_case": "v   "}.get(record.type or "", "||||")
    meeting = "1" if record.type == "paper-conference" else "|"
    return f"|||||{online}{contents}|{meeting}|| ||"


def nonfiling(title: str) -> int:
    """The letters of an English article that filing skips: 245, second indicator."""
    return next((len(word) for word in ("The ", "A ", "An ") if title.startswith(word)), 0)


def host_place(record: Citation) -> str:
    """773 $7: no main entry, language material, and whether the host is a serial, a monograph or a website."""
    if record.type in _SERIALS:
        return "nnas"
    return "nnai" if record.type == "webpage" else "nnam"


class Enumeration(NamedTuple):
    """A work's date, and its place in a host: for readers in both languages, and for machines."""

    date: str
    original_date: str
    display: str
    original_display: str
    machine: str


def enumeration(work: View) -> Enumeration:
    """Date and numbering: `2013, no. 4, p. 12-30`, `주체102(2013)년 제4호, 12-30페지`, `2013:4<12`.

    With a volume, `vol. 24, no. 4 (2018), p. 33-49` and `24:4<33`. The Juche year stands in the Korean form only, as
    the sources print it, and only where the citation prints it. $q follows SICI: levels between colons, the first page
    after <.
    """
    record = work.citation
    volume, issue = clean(record.volume), clean(record.issue)
    whole, printed_pages = clean(record.whole_number), clean(record.pages)
    when = _date(record)
    numbers = [f"no. {issue}"] if issue else []
    if volume:
        numbers = [f"vol. {volume}", *numbers]
        parts = [", ".join(numbers) + (f" ({when})" if when else "")]
    else:
        parts = [when, *numbers] if when else numbers
    if whole:
        parts.append(f"whole no. {whole}")
    if printed_pages:
        parts.append(f"p. {printed_pages}")
    return Enumeration(
        when or (f"Juche {record.juche_year}" if record.juche_year is not None else ""),
        _korean_year(record),
        ", ".join(parts),
        _in_korean(work, volume, issue, whole, printed_pages),
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


def _korean_year(record: Citation) -> str:
    """주체102(2013) where the Juche year is printed, else the year."""
    year = str(record.year) if record.year is not None else ""
    if record.juche_year is None:
        return year
    return f"주체{record.juche_year}({year})" if year else f"주체{record.juche_year}"


def _in_korean(work: View, volume: str, issue: str, whole: str, printed_pages: str) -> str:
    record = work.citation
    north = work.side == "KP"
    parts = [f"{year}년" if (year := _korean_year(record)) else ""]
    parts += [f"{record.month}월" if record.month else "", f"{record.day}일" if record.month and record.day else ""]
    parts += [clean(record.season), f"제{volume}권" if volume else "", f"제{issue}호" if issue else ""]
    found = [" ".join(part for part in parts if part)]
    if whole:
        found.append(f"루계 {whole}호" if north else f"통권 {whole}호")
    if printed_pages:
        found.append(f"{printed_pages}페지" if north else f"{printed_pages}쪽")
    return ", ".join(part for part in found if part)


def _machine(record: Citation, volume: str, issue: str, printed_pages: str) -> str:
    if any(mark in volume + issue for mark in ":<"):
        return ""
    first = volume or (str(record.year) if record.year is not None and issue else "")
    page = _FIRST_PAGE.match(printed_pages)
    levels = ":".join(level for level in (first, issue) if level)
    return levels + (f"<{page.group()}" if page else "")
