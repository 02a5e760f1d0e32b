"""Volumes, issues, whole numbers, pages and other places in a work."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import NamedTuple

import regex

from juche_toolkit.citation.words import alternatives, words

__all__ = ["Figure", "match_figure", "simple_figure"]

_DASH = r"[-‐‑‒–—―−~～〜∼∽]"
_END = r"(?=$|[^\p{Hangul}\d]|제\s?\d|\d{1,4}\s?(?:호|號|쪽|면)|통권|총|에|의|을|를|이하|참조|참고|루계|누계|로\s|부터|[과와]\s)"
_RANGE = rf"\d{{1,5}}(?:\s?{_DASH}{{1,2}}\s?\d{{1,5}})?"
_YEAR = r"(?:1[89]|20)\d\d(?!\d)"
_LIST = rf"(?!{_YEAR}\s?,){_RANGE}(?:\s?[,·]\s?(?!{_YEAR})(?:{_RANGE})(?!\d|\s?(?:년|월|권|호|집)))" + r"{0,8}"


class Figure(NamedTuple):
    """A number with what it counts: `field` is volume, issue, whole_number, section, pages, locator, edition, or ""
    (no field).
    """

    field: str
    value: str
    start: int
    end: int
    value_start: int
    value_end: int


_new_figure = partial(tuple.__new__, Figure)
"""A figure of a tuple of its parts, in half the time of a call of Figure."""


_PATTERNS: tuple[tuple[str, str, str], ...] = (
    (
        "whole_number",
        "통루누총通wc",
        (
            rf"(?:(?:통권|루계|누계|通卷|총(?=\s?제?\s?\d+\s?호))\s?제?\s?(?P<v>\d{{1,5}})\s?(?:호|권|집|號|号)?{_END}"
            r"|(?i:whole|cumulative)\s(?i:no|number)\.?\s?(?P<v>\d{1,5})(?!\d))"
        ),
    ),
    (
        "volume",
        "0제第",
        rf"(?:[제第]\s?)?(?P<v>\d{{1,4}}(?:-?[A-Z]{{1,2}}|\s?권?\s?(?:{_DASH}|·)\s?(?:제\s?)?\d{{1,3}})?|[Ⅰ-Ⅻ](?:\s?[·-]\s?[Ⅰ-Ⅻ])?|[IVXL]{{1,6}}|[A-Z]{{1,2}}\d{{1,4}}(?:-[A-Z])?)\s?(?:권|집|輯|卷|책|巻){_END}",
    ),
    ("volume", "v", r"(?i:vols)\b\.?\s?(?P<v>\d{1,3}(?:,\s\d{1,3}){1,6})(?![\p{L}\d])"),
    (
        "volume",
        "vtb",
        r"(?i:vol(?:ume|s)?|tome|bd)\b\.?\s?(?P<v>\d{1,4}(?:-?[A-Z]{1,2}(?!\p{L})|[-–·]\d{1,3}(?!\d))?|[A-Z]{1,4}[-‐–]?\d{1,4}(?:[-‐–.][A-Z])?|[IVXLC]{1,7}|[Ⅰ-Ⅻ](?:[·-][Ⅰ-Ⅻ])?)(?![\p{L}\d])",
    ),
    ("volume", "v", r"[Vv]\.\s?(?P<v>\d{1,4})(?![\p{L}\d]|\.\d)"),
    ("volume", "0제第", rf"(?:[제第]\s?)?(?P<v>\d{{1,2}}(?:,\s?\d{{1,2}}){{1,6}})\s?[권卷]{_END}"),
    ("volume", "0", r"(?P<v>\d{1,3}-?[A-Z]{1,2})(?=,\s[Nn]o\.\s?\d)"),
    (
        "issue",
        "0제第",
        rf"(?:[제第]\s?)?(?P<v>\d{{1,5}}[A-Z]?(?:\s?(?:{_DASH}|[·ㆍ・/])\s?\d{{1,3}})?)\s?(?:합(?:병|본)?\s?)?(?:호|號|号|期){_END}",
    ),
    ("issue", "ni", r"(?i:nos?|issue|number)\b\.?\s?(?P<v>\d{1,5}[A-Z]?(?:\s?[-–/]\s?\d{1,3})?)(?![\p{L}\d])"),
    ("number", "e", r"(?<=[,.]\s)(?i:episode|ep\.)\s(?:no\.\s)?(?P<v>\d{1,4})(?![\p{L}\d])"),
    ("issue", "n", r"(?<=[Vv](?:ol)?\.\s?\d{1,4},?\s?)[Nn]\.\s?(?P<v>\d{1,4}(?:\s?[-–/]\s?\d{1,3})?)(?![\p{L}\d])"),
    ("section", "0제abcdefghijklmnopqrstuvwxyz", rf"(?:제\s?)?(?P<v>[A-Z\d]{{1,3}}\s?편){_END}"),
    ("volume", "권卷", r"[권卷]\s?(?:[제第]\s?)?(?P<v>\d{1,4})(?![\p{L}\d])"),
    ("volume", "상중하", r"(?P<v>[상중하](?:\s?[·,]\s?[중하]){0,2})\s?권(?!\p{Hangul})"),
    (
        "locator",
        "0제第",
        r"(?P<v>(?:(?:(?<=\b(?:19|20)\d\d\)?[,.]\s)|[제第]\s?)\d{1,2}(?:,\s?\d{1,2}){1,6}|[제第]?\s?\d{1,4}(?:\s?[-–~∼～·]\s?\d{1,4}){0,6})\s?(?:장|절|조|항|목|부|편|행|條|章|節|項|編|篇|行)(?:의\s?\d{1,2})?"
        r"(?:\s?,?\s?(?:[제第]\s?|(?<=[부장절조])\s)\d{1,4}\s?(?:장|절|조|항|호|목|章|節|條|項|號)(?:의\s?\d{1,2})?){0,5})"
        + _END,
    ),
    (
        "locator",
        "csapdl",
        r"(?P<v>(?i:doc(?:ument)?s?(?=\.?\s\d)|chap(?:ter|s)?|ch|sec(?:tion)?|article|art(?=\.)|para(?:graph)?s?|loc(?=\.))\b\.?\s(?:\d{1,4}(?:\(\w\))?(?:(?<=paras?\.?\s\d{1,4})(?:\s?[-–]\s?|,\s)\d{1,4}(?!\d))?|[A-Z](?=[,.]|$)))(?![\p{L}\d])",
    ),
    (
        "number",
        "관분등문청소자기",
        r"(?:관리|분류|등록|문서|청구|소장|자료|기록물(?:철)?)\s?(?:번호|기호)\s?:?\s?(?P<v>[\p{Lu}\d](?:[\w/.-]{0,24}[\w])?)(?![\p{L}\d])",
    ),
    (
        "number",
        "r폰롤마m",
        (
            r"(?P<v>(?:RG\s?\d{1,3}|폰드\s?\d{1,5}|(?:MF|롤|마이크로필름|M/F)\s?(?:번호|롤)?\s?[\w/-]{1,16})"
            r"(?:\s?[,/]?\s?(?:SA|Entry|Box|Item|Folder|File|Doc|Series|Lot|Reel|Roll|오피시|파프카|델로|리스트|파일|프레임|박스|상자)\.?\s?(?:#|No\.\s?|[A-Z]\d\s)?"
            r"\d[\w/.-]{0,12}(?<![.-])(?:\s\d{1,3}/\d{1,3})?){0,6})(?![\p{L}\d])"
        ),
    ),
    ("locator", "별", r"(?P<v>(?:별책|별표|별지)\s?(?:제\s?)?\d{1,3}(?:호(?:\s?서식)?)?)(?![\d\p{Hangul}])"),
    ("locator", "각미註", r"(?P<v>(?:각주|미주|註)\s?\d{1,3}번?)(?![\d\p{Hangul}])"),
    ("", "0", r"(?<=[,.)]\s)(?P<v>\d{2,4}\s(?:pages|pp))\b\.?(?=\s?[,.)]|$)"),
    (
        "pages",
        "0",
        rf"(?P<v>\d{{1,4}})\s?ff?\b\.?(?![\p{{L}}\d])|(?P<v>{_RANGE})\s?pp?\b\.?(?![\p{{L}}\d])",
    ),
    (
        "pages",
        "0",
        rf"(?P<v>\d{{1,5}}\s?(?:쪽|면|페이지|페지)\s?{_DASH}\s?\d{{1,5}})\s?(?:쪽|면|페이지|페지){_END}",
    ),
    (
        "pages",
        "0",
        rf"(?!(?:1[5-9]|20)\d\d[a-e](?!\d))(?P<v>\d{{2,4}}[a-e]\d{{0,2}}(?:\s?{_DASH}\s?\d{{1,4}}[a-e]?\d{{0,2}})?)\s?(?:쪽|면|페이지|페지)?(?![\p{{L}}\d])",
    ),
    ("pages", "0", rf"(?P<v>{_LIST}|\d{{6,8}})\s?(?:쪽|면|面|페이지|페지|폐지|페 지|페이 지|頁|ページ){_END}"),
    (
        "pages",
        "abcdefghijklmnopqrstuvwxyz",
        rf"(?P<v>[A-Z]\d{{1,3}}(?:\s?{_DASH}\s?[A-Z]?\d{{1,3}})?)\s?(?:면|쪽|페이지|페지){_END}",
    ),
    ("pages", "e", rf"(?P<v>e\d{{1,8}}(?:\s?{_DASH}\s?e?\d{{1,8}})?)\s?(?:쪽|면|페이지|페지){_END}"),
    ("pages", "쪽페면", rf"(?:쪽|페이지|페지|면)\s?(?P<v>{_LIST})(?!\d)"),
    (
        "pages",
        "pa",
        (
            rf"(?:[Pp]p?\s?\.\s?|PP\s?\.\s?|[Pp]p?\s(?=\d)|p{{1,2}}(?=\d)|(?i:pages?)\s|(?i:at)\s(?=\d))"
            rf"(?P<v>{_LIST}(?!\d)|\d{{6,8}}|[A-Z]\d{{1,3}}(?:[-–]\s?[A-Z]?\d{{1,3}}|,\s?[A-Z]\d{{1,3}})?(?!\p{{L}})|[ivxlc]{{1,8}}(?:[-–][ivxlc]{{1,8}})?(?!\p{{L}})|e\d{{1,8}}(?:[-–]e?\d{{1,8}})?(?!\p{{L}}))(?:ff?\b\.?)?(?!\d)"
        ),
    ),
    (
        "pages",
        "s",
        r"(?<=[,.)]\s)S\.\s?(?!(?:1[89]|20)\d\d(?!\d))(?P<v>\d{1,4}(?:\s?[-–]\s?\d{1,4})?)\s?(?:ff?\b\.?)?(?![\p{L}\d]|\(|,\s\d)",
    ),
    (
        "edition",
        "버v",
        r"(?P<v>(?:버전|[Vv]ersion\b|[Vv]er\.)\s?\d{1,4}(?:\.\d{1,4}){0,3}(?:-?\p{Ll}{1,5}\d?)?)(?![\p{L}\d]|\.\d)",
    ),
    ("pages", "s", rf"(?<=[,;]\s)S\.\s?(?P<v>{_LIST})(?:\s?ff?\b\.?)?(?![\p{{L}}\d])"),
    ("locator", "r", r"(?P<v>R(?:d)?n(?:r)?\.\s?\d{1,4}(?:[-–]\d{1,4})?)(?:\s?ff?\b\.?)?(?!\d)"),
    ("", "0전총", r"(?P<v>\d{1,3}\s(?:vols|Vols|v)\b|[전총]\s?\d{1,3}\s?권)(?!\p{Hangul})"),
    ("", "p", r"(?P<v>[Pp]p\s?\.)(?=\s?[,.)\]]?\s?$)"),
    ("", "특별창증創特", r"(?P<v>특집호|특집|별책|특별호|창간호|증간호|創刊號|特輯號)(?!\p{Hangul})"),
)
"""What is counted, the letters it may begin with (0: a digit), and its form; the first that fits is taken."""


@cache
def _patterns() -> tuple[tuple[str, str, str], ...]:
    """All of them, the statement of an edition included, whose words are a table."""
    return (*_PATTERNS, ("edition", "".join(_edition_letters()) + "0제第", _edition()))


def _edition() -> str:
    """edition := ["제"] number "판" | word ["제" number "판"] | ordinal "ed." | adjective+ "edition"; each ["N쇄"].

    제2판, 개정증보판, 개정 2판, 제3개정판, 초판 1쇄, 2nd ed., revised and enlarged edition, English edition.
    """
    word = alternatives("edition")
    forms = words("edition_en").items()
    short, counted = ("|".join(form for form, value in forms if value == kind) for kind in ("short", "ordinal"))
    ordinal, adjective = (
        rf"(?:\d{{1,2}}(?:st|nd|rd|th|d)|{counted})",
        rf"(?:(?:{short})\b\.?|{alternatives('edition_en')}\b)",
    )
    number, behind = r"(?:[제第]\s?)?\d{1,2}\s?", r"(?:\s?(?:제\s?)?\d{1,3}\s?[쇄刷])?(?!\p{L})"
    korean = rf"(?:{number}(?:차\s?)?)?{word}(?!\s?\d{{1,2}}\s?판)(?:\s(?:{number}판|{word}))?"
    revised = r"전면\s?개정|전정증보|전정신?|신정|신전정|신판|보정|개정증보|증보개정|수정증보|개정신?|증보|수정|원서|신"
    korean += rf"|(?:{revised})\s?{number}판|{number}정판"
    korean += rf"|{number}(?:판|版)(?:\s{word})?"
    adjectives = rf"{adjective}(?:\s(?:and\s|&\s)?{adjective}){{0,3}}"
    kind = rf"(?:{ordinal}(?:,?\s{adjectives})?|{adjectives})"
    english = rf"{kind}\s(?:edn?\b\.?|edition\b|version\b)(?!\p{{L}})"
    german = r"\d{1,2}\.\s?(?:(?:neubearb|überarb|erw|unveränd)\.\s)?Aufl(?:age|\.)(?!\p{L})"
    return rf"(?P<v>{german}|(?:{korean}){behind}|\d{{1,3}}\s?[쇄刷](?!\p{{Hangul}})|(?i:{english}))"


@cache
def _edition_letters() -> frozenset[str]:
    """The letters that the statement of an edition may begin with, digits and 제 apart."""
    return frozenset(form[0] for kind in ("edition", "edition_en") for form in words(kind))


_PAIR = regex.compile(
    r"(?P<volume>\d{1,4})\s?\(\s?(?!(?:1[89]|20)\d\d\s?\))(?:제\s?)?"
    r"(?P<issue>\d{1,4}(?:\s?[-–/·]\s?\d{1,3})?|특집호|특별호|별호|별책|spc"
    r"|[Ss]uppl?(?:ement|\.)?(?:\s?\d{1,2})?|S\d{1,2}|\d{1,3}\s[Ss]uppl\.?)\s?호?\s?\)(?!\p{L})"
)
_UNITS = re.compile(r"\s?(?:쪽|면|페이지|페지|권|제)")
_DASHES = re.compile(rf"\s*+{_DASH}{{1,2}}\s*+")
_COLON_PAIR = regex.compile(
    r"(?!(?:19|20)\d\d)(?P<volume>\d{1,4})\s?:\s?(?P<issue>\d{1,4})(?=\s?(?:[,(]|\.?\s*$))(?!\d)"
)
_VOLUME_AND_PAGES = regex.compile(
    r"(?<=(?:1[89]|20)\d\d(?:\s\p{Latin}{3,9})?;\s?)(?P<volume>\d{1,4}):\s?(?P<pages>e?\d{1,5}[-–]\d{1,5})(?!\d)"
)
"""volume ":" pages — behind the year and a semicolon, as medical journals have it: `2018;48:421-30`."""
_HIGHEST_ISSUE = 12
"""Behind a colon at the end, a higher number is the page in a volume: `The Origins of the Korean War, 2:115`."""
_COMMA_PAIR = regex.compile(
    r"(?!(?:1[89]|20)\d\d)(?P<volume>\d{1,4}),\s?(?:(?P<issue>\d{1,3}(?:[-–/]\d{1,3})?)"
    r"(?=\s?\(\s?(?:\p{Lu}[\p{L}./–-]{2,24}\s){0,2}(?:1[5-9]|20)\d\d(?!\d))|(?P<issue>\d{1,3}|[A-Z]{2,8}\d?)(?=,\sArticle\s\d))"
)
"""volume "," issue, their year in a bracket behind them, or an article's number: `22, 2 (1970)`, `17, 4, Article 23`."""
_DOT_PAIR = regex.compile(
    rf"(?P<volume>\d{{1,3}})\.(?P<issue>\d{{1,2}})(?=\s?(?:\(\s?(?:\p{{Lu}}[\p{{L}}./–-]{{2,24}}\s){{0,2}}(?:1[89]|20)\d\d|:\s?\d|,\s?(?:1[89]|20)\d\d(?!\d)|,\s?(?:[Pp]p?\.\s?)?\d{{1,4}}\s?{_DASH}))"
)
_STROKE_PAIR = regex.compile(r"(?!(?:1[89]|20)\d\d)(?P<volume>\d{1,4})/(?P<issue>\d{1,2})(?=\s?(?:[,(:]|$))")
_PAIRED = re.compile(r"\d{1,4}\s?([(:./,])")
_NOTED_PAGE = regex.compile(
    r"(?:[Pp]p?\.\s?)?(?P<pages>\d{1,4}(?:[-–]\d{1,4})?)(?:\s?|,\s(?=nn?\.))(?P<note>nn?\.?\s?\d{1,3}(?:[-–]\d{1,3})?)(?![\p{L}\d])"
)
"""A footnote of the page cited, glued to it or behind it: `445n12`, `445, n. 12`."""
_PAGED = frozenset("0123456789pP")
_PAIRS = {"(": _PAIR, ":": _COLON_PAIR, ".": _DOT_PAIR, "/": _STROKE_PAIR, ",": _COMMA_PAIR}
_AFTER_COLON = regex.compile(
    rf"(?P<v>{_LIST}(?!\d)|\d{{6,8}})(?:\s?(?:쪽|면|페이지|페지)(?!\p{{Hangul}}))?(?!\d|nn?\.?\s?\d)"
)
_BARE_RANGE = re.compile(
    rf"(?P<v>\d{{1,5}}\s?{_DASH}{{1,2}}\s?\d{{1,5}}|e\d{{3,8}}|(?:(?<=:)|(?<=:\s))e\d{{1,2}})(?!\d)"
)
_BARE = re.compile(r"(?P<v>\d{1,4})(?!\d)")


_UNITS_BEHIND = {
    "volume": "권집輯卷책巻",
    "issue": "호號号期합",
    "section": "편",
    "locator": "장절조항목부편행條章節項編篇行",
    "pages": "쪽면面페폐頁ペ",
}
"""The letters that the units behind a number begin with, by field; Latin units are not among them."""
_UNIT = re.compile(rf"{_DASH[:-1]}제第\d\s,·ㆍ・]{{0,160}}+(.?)", re.DOTALL)
"""Over a number, range or list, the longest that a pattern takes, to the letter that may be its unit."""


_GERMAN_EDITION = tuple(
    space + word for space in (" ", "") for word in ("Aufl", "neubearb", "überarb", "erw", "unveränd")
)
"""What stands behind the number of a German edition: `3. Aufl.`"""
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUWXYZ")
"""What begins no unit where a small letter follows: a V does, in Vols."""


@cache
def _compiled(first: str) -> tuple[tuple[str, regex.Pattern[str]], ...]:
    """The patterns that can begin with a letter, or with a digit (0)."""
    return tuple((field, regex.compile(pattern)) for field, letters, pattern in _patterns() if first in letters)


@cache
def _counted(first: str, unit: str) -> tuple[tuple[str, regex.Pattern[str]], ...]:
    """The patterns that can begin with 제 or a digit (0) and go on to a unit that begins with a letter of Korean script."""
    return tuple(found for found in _compiled(first) if unit in _units().get(found[0], ()) and unit in found[1].pattern)


@cache
def _units() -> dict[str, frozenset[str]]:
    """The letters that the units behind a number begin with, by field, those of an edition included: 2판, 제3개정판."""
    found = {field: frozenset(letters) for field, letters in _UNITS_BEHIND.items()}
    korean = frozenset(letter for letter in _edition_letters() if not letter.isascii())
    return {**found, "edition": korean | frozenset("판版쇄刷차")}


@cache
def _all_units() -> frozenset[str]:
    return frozenset().union(*_units().values())


def _fitting(text: str, position: int) -> tuple[tuple[str, regex.Pattern[str]], ...]:
    """The patterns that may fit at a place: by the first letter, and by the unit where a number begins there."""
    letter = text[position]
    first = "0" if letter.isdigit() else letter.casefold()[:1]
    if first not in "0제第":
        return _compiled(first)
    match = _UNIT.match(text, position)
    unit = match[1] if match is not None else ""
    if unit in _all_units():
        return _counted(first, unit)
    if first == "0" and match is not None and unit in _CAPITALS and text[match.end() : match.end() + 1].islower():
        return ()  # `38 North`
    if unit == "." and text.startswith(_GERMAN_EDITION, match.end() if match is not None else position):
        return _compiled("0")
    latin = (unit.isalpha() and not "가" <= unit <= "힣") or "Ⅰ" <= unit <= "Ⅻ"
    return _compiled(first) if latin else ()


@cache
def figure_triggers() -> frozenset[str]:
    """The words, folded, that a figure may begin with."""
    editions = (form.split(".")[0].split()[0] for kind in ("edition", "edition_en") for form in words(kind))
    return frozenset(words("figure")) | frozenset(part for form in editions for part in (form, form.partition("·")[0]))


_BOUNDARY = r"(?=[.;:()]|,(?!\s?(?:\d|nn?\.))|$)"
_COMMON = re.compile(
    r"(?:제\s?)?(?P<volume>\d{1,4})\s?[권집](?=[,.;:()]|$|\s[(가-힣])"
    r"|(?:제\s?)?(?P<issue>\d{1,4})\s?호(?=[,.;:()]|$|\s[(가-힣])"
    r"|(?P<pages>\d{1,5}(?:[-–]\d{1,5})?)\s?(?:쪽|면|페지|페이지)(?=[,.;()]|$)"
    rf"|pp?\.\s?(?P<latin_pages>\d{{1,3}}(?:[-–]\d{{1,5}})?){_BOUNDARY}"
    rf"|[Vv]ol\.\s?(?P<latin_volume>\d{{1,4}}){_BOUNDARY}"
    rf"|[Nn]o\.\s?(?P<latin_issue>\d{{1,4}})(?:{_BOUNDARY}|(?=\s\())"
)
"""What is counted most often, in its simplest forms and with a boundary behind it: here the patterns say the same."""
_FIELDS = {"latin_pages": "pages", "latin_volume": "volume", "latin_issue": "issue"}


_SIMPLE_LETTERS = frozenset("제pVvNn")


def simple_figure(text: str, position: int) -> Figure | None:
    """Such a figure, for a place where no year stands: `제12권`, `12-30쪽`, `pp. 12-30`."""
    letter = text[position]
    return _common(text, position) if letter in _SIMPLE_LETTERS or letter.isdigit() else None


def _common(text: str, position: int) -> Figure | None:
    match = _COMMON.match(text, position)
    if match is None or match.lastgroup is None:
        return None
    start, end = match.span(match.lastindex or 0)
    field = _FIELDS.get(match.lastgroup, match.lastgroup)
    return _new_figure((field, _clean(match[match.lastindex or 0]), *match.span(), start, end))


def _pair(text: str, position: int, *, digit: bool) -> tuple[Figure, ...]:
    """Two figures printed as one: a volume with its pages or issue, a page with a note on it."""
    if digit and (paged := _VOLUME_AND_PAGES.match(text, position)) is not None:
        first, second = paged.span("volume"), paged.span("pages")
        return (Figure("volume", paged["volume"], paged.start(), first[1], *first),
                Figure("pages", _clean(paged["pages"]), first[1], paged.end(), *second))  # fmt: skip
    if digit and (mark := _PAIRED.match(text, position)) and (match := _PAIRS[mark[1]].match(text, position)):
        first, second = match.span("volume"), match.span("issue")
        if mark[1] == ":" and not text[match.end() :].strip(" .") and int(match["issue"]) > _HIGHEST_ISSUE:
            return (Figure("volume", match["volume"], match.start(), first[1], *first),
                    Figure("pages", match["issue"], first[1], match.end(), *second))  # fmt: skip
        if mark[1] == "/" and int(match["issue"]) == int(match["volume"]) + 1:  # a double issue: `14/15`
            return (Figure("issue", match.group(), *match.span(), *match.span()),)
        return (Figure("volume", match["volume"], match.start(), first[1], *first),
                Figure("issue", _clean(match["issue"]), first[1], match.end(), *second))  # fmt: skip
    if (match := _NOTED_PAGE.match(text, position)) is not None:
        return (Figure("pages", _clean(match["pages"]), match.start(), match.end("pages"), *match.span("pages")),
                Figure("locator", match["note"], *match.span("note"), *match.span("note")))  # fmt: skip
    return ()


def match_figure(text: str, position: int, *, after_colon: bool, simple: bool = True) -> tuple[Figure, ...]:
    """Read what is counted at `position`: one figure, the two of `12(3)`, or none; `simple=False` where no simple one stands.

    figures := number "(" number ")" | ["제"] number unit | unit number | "p." range | range | number
    A lone number is given the field "bare", a lone range the field "range": what they count is known only from the
    work.
    """
    if after_colon and (match := _AFTER_COLON.match(text, position)):
        return (_figure("pages", match),)
    if simple and (common := _common(text, position)) is not None:
        return (common,)
    letter = text[position]
    digit = letter.isdigit()
    if letter in _PAGED and (pair := _pair(text, position, digit=digit)):
        return pair
    for field, compiled in _fitting(text, position):
        if match := compiled.match(text, position):
            return (_figure(field, match),)
    if not digit and letter != "e":
        return ()
    for field, bare in (("range", _BARE_RANGE), ("bare", _BARE)):
        if (number := bare.match(text, position)) and (
            not text[number.end() : number.end() + 1].isalpha() or _PARTICLE.match(text, number.end())
        ):
            return (_figure(field, number),)
    return ()


_PARTICLE = re.compile(
    r"(?:에서|[을를])\s(?:재?인용|참[조고]|볼\s|보라|빌|가져|따온|따왔|차용|발췌|확인|정리|요약|재구성)"
)
"""A particle and what is done with a page that has no unit: `128-135에서 재인용`, `12-35를 참조`."""


def _figure(field: str, match: regex.Match[str] | re.Match[str]) -> Figure:
    value, (start, end), (value_start, value_end) = match["v"], match.span(), match.span("v")
    if field not in ("locator", "section", "edition", "number"):
        value = _clean(value)
    return _new_figure((field, value, start, end, value_start, value_end))


def _clean(printed: str) -> str:
    """A number or range as records give it: ASCII hyphen, no spaces round it."""
    if printed.isalnum():
        return printed
    first, dash, last = printed.partition("-")
    if dash and first.isdigit() and last.isdigit():
        return printed
    cleaned: str = _DASHES.sub("-", _UNITS.sub("", printed.strip()))
    return cleaned
