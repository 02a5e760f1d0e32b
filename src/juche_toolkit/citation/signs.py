"""The signs by which items are told: what may follow a number, an access date, a quotation or a report's name."""

from __future__ import annotations

from functools import cache

import regex

from juche_toolkit.citation.dates import date_triggers
from juche_toolkit.citation.figures import figure_triggers
from juche_toolkit.citation.journals import look_up
from juche_toolkit.citation.standards import STANDARD_WORDS
from juche_toolkit.citation.words import alternatives, folded, words

__all__ = [
    "ABBREVIATED",
    "ACRONYM",
    "ACRONYM_OF_YEAR",
    "CODE_LETTERS",
    "CORPORATE",
    "DECIMAL",
    "DOI",
    "GIVEN_NAME",
    "IMPRINT_FOLLOWS",
    "ISBN",
    "LABELS",
    "LATIN_WORD",
    "NAMES_FOLLOW",
    "NAME_AND_INITIALS",
    "OF_WORD",
    "PARAGRAPH",
    "PARTICLE_AND_WORD",
    "PATENT_WORDS",
    "POINTING",
    "PUT_OUT",
    "RECORDING",
    "SCALE",
    "SERIAL_CODE",
    "SHORT_YEAR",
    "THOUSANDS",
    "TIME",
    "TIME_OF_DAY",
    "TITLE_FOLLOWS",
    "TITLE_GOES_ON",
    "VOLUMES",
    "YEAR_ISSUE",
    "accessed",
    "remark_of_day",
    "remark_of_page",
    "role_before_slash",
    "serial_word",
    "strokes_part_fields",
    "tail",
    "triggers",
]


@cache
def accessed() -> tuple[frozenset[str], frozenset[str], regex.Pattern[str], regex.Pattern[str]]:
    """What tells an access date: the first letters of the words before it and behind it, and these words."""
    return (
        frozenset(form[0] for form in words("accessed")),
        frozenset(form[0] for form in words("accessed_after")),
        regex.compile(rf"{alternatives('accessed')}(?!\p{{L}})\s?[:,]?\s?", regex.IGNORECASE),
        regex.compile(rf"\s?{alternatives('accessed_after')}(?!\p{{L}})", regex.IGNORECASE),
    )


TIME_OF_DAY = r"(?:(?:오전|오후|저녁|밤)\s?)?\d{1,2}시(?:\s?\d{1,2}분)?(?:\s(?:정규)?\s?(?:보도|방송|방영|뉴스))?"
"""The hour at which something was broadcast: `20시 보도`."""


LABELS = frozenset({"isbn", "doi"})
"""What is printed before such a number."""


@cache
def triggers() -> frozenset[str]:
    """The words, folded, that an element may begin with."""
    accessed_words = (form.split()[0].strip(":") for form in words("accessed"))
    return date_triggers() | figure_triggers() | LABELS | STANDARD_WORDS | frozenset(accessed_words)


@cache
def tail() -> regex.Pattern[str]:
    return regex.compile(rf"\s?(?:{alternatives('tail')}|을|를|에서|의)(?!\p{{Hangul}})")


CODE_LETTERS = regex.compile(r"\p{Lu}{2,4}")
"""The letters of a series before its number: `『통일연구원 Online Series』 CO 13-10`."""


DECIMAL = regex.compile(r"\d{1,4}\.(?:0(?!\d)|\d{1,4}(?:\.\d{1,4})?(?=[-/]?\p{L}|[%°℃℉㎀-㏿]|\s(?!pp?\b)\p{L}))")
"""A number with a decimal or of a version in words that go on, or one that ends in a nought: 웹 2.0, 2.4GHz, IEEE 802.11 무선랜."""


PARAGRAPH = regex.compile(r"§{1,2}\s?\d{1,4}[a-z]?(?:/\d{1,3})?(?:,?\s?R(?:d)?n(?:r)?\.\s?\d{1,4})?(?![\d\p{L}])")
"""The paragraph of a book of law, and its margin number."""


SHORT_YEAR = regex.compile(r"(?P<year>\d\d)년?(?=\s?[),.:]|\s(?:봄|여름|가을|겨울)|$)")
"""Two digits for a year, behind an apostrophe."""


SERIAL_CODE = regex.compile(r"\d{2,4}(?:\.\d)?\s?[-–]\s?\d{1,5}(?:[-–]\d{1,3})?(?![\d\p{Hangul}])")


KIND_OF_STUDY = "(?:기본|수시|일반|현안|정책|전략|협동|위탁|기획)"
"""What institutes of the state call their studies, before the number: `국토연구원 기본 21-18`."""


@cache
def serial_word() -> regex.Pattern[str]:
    forms = "|".join(regex.escape(form) for form, kind in words("genre").items() if kind == "report")
    return regex.compile(
        rf"(?:{forms}|(?<=원\s|[,.”」》(]\s?){KIND_OF_STUDY}|총서|신서|문고|시리즈|series|papers?|보고서?|연구자료)(?:\s\p{{Lu}}{{1,6}})?$",
        regex.IGNORECASE,
    )


@cache
def _paper_kinds() -> str:
    """The words for a paper read at a meeting, which may follow its day: `월례발표회 2011.2.24 발표자료`."""
    return "|".join(regex.escape(form) for form, kind in words("genre").items() if kind == "paper-conference")


@cache
def remark_of_day() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?:{alternatives('day_remark')}|{_news_kinds()}|{_paper_kinds()}|보도(?:참고)?자료|설명자료|{TIME_OF_DAY})\s?(?=[,.;)(《「『〈“]|$)"
    )


CORPORATE = regex.compile(r"[사재주]\)\p{Hangul}{2}")
"""What kind of body it is, before its name: `(사)한국지역정보화학회`, `(주)박영사`."""
ACRONYM = regex.compile(r"\p{Lu}[\p{Lu}&·-]{1,9}")
ACRONYM_OF_YEAR = regex.compile(r"\p{Lu}[\p{Lu}&·-]{1,9}[\s-]?(?:['’]\d\d|(?:19|20)\d\d)\)\s?\p{Hangul}")
"""A meeting's acronym and year in brackets within its name: `학술대회(KCC 2022) 논문집`."""


PARTICLE_AND_WORD = regex.compile(
    r"(?:을|를|의|에|에서|과|와|로|으로|은|는|이|가|에 나타난|에 대한)\s(?P<word>\p{Hangul}+)"
)


OF_WORD = regex.compile(r"의\s\p{Hangul}")


POINTING = frozenset(
    {
        "참조",
        "참고",
        "볼",
        "보라",
        "참조하라",
        "참고하라",
        "참조할",
        "참고할",
        "보시오",
        "재인용",
        "인용",
        "참조하시오",
        "보면",
        "참조하였다",
    }
)
"""Words behind which a particle points at the work instead of going on with a title."""


ISBN = regex.compile(r"ISBN(?:-1[03])?[\s:]*(?P<v>[\d][\d\s–-]{8,16}[\dXx])(?!\d)", regex.IGNORECASE)


NAMES_FOLLOW = regex.compile(
    r"\s\p{Lu}[\p{L}.'’-]*+(?:\s(?:and\s)?\p{Lu}[\p{L}.'’-]*+){0,7}+(?=\s?[,(])|\s\p{Hangul}{2,4}(?=\s?[,(]|\sand\s)"
)
"""What follows ed. when the title stood before it: names up to a bracket or comma."""


LATIN_WORD = regex.compile(r"\s(?P<word>\p{Latin}+)(?=[\s,.:(]|$)")


NAME_AND_INITIALS = regex.compile(r"\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? \p{Lu}{2,3}")
"""A name as medical journals cite it, its initials without full stops: `Kim MS`."""


ABBREVIATED = regex.compile(r"(?:[\p{L}\d.]++\s){0,7}?(?:Proc|Conf|Symp|Trans|Int)\.")
"""The name of a meeting or journal in which words are cut short, so that a full stop ends none: `in Proc. Int. Conf. Learn. Represent.`"""


IMPRINT_FOLLOWS = regex.compile(r"\s\p{Lu}[\p{L}\s.,]{2,40}:\s")
"""A place and the colon behind it."""


PATENT_WORDS = ("Patent ", "Patent No. ", "Pat. ", "Pat. No. ", "특허 ", "특허 제")


THOUSANDS = regex.compile(r"\d{1,3}(?:,\d{3}){1,4}(?:\s?[A-Z]\d?)?(?!,?\d|\p{L})")


TITLE_GOES_ON = regex.compile(r"\s(?:and|of)\s[\p{L}\d]")
"""Behind a word in quotation marks that begins a title: `“Famine” and Reform (Seoul: …)`."""


TIME = regex.compile(
    r"\d{1,2}:\d{2}(?P<seconds>:\d{2})?(?!\d)(?P<news>\s(?:(?:[ap]\.?m\.?\s?)?(?:news|broadcast|report|KST|PYT|GMT|UTC)\b|[ap]\.?m\b\.?))?"
)
"""A time of day, or a place in a recording: `20:00 news`, `1:02:33`."""


SCALE = regex.compile(r"1:\d{1,3},\d{3}(?:,\d{3})?(?!\d)")
"""The scale of a map: `1:50,000`."""


GIVEN_NAME = regex.compile(r"(?:\p{Lu}[\p{Latin}\p{M}’'-]+\s){1,2}(?:\p{Lu}\.\s?)?\p{Lu}")
"""Given names with an initial behind them, before its full stop: `Brian R`."""


TITLE_FOLLOWS = regex.compile(
    r"\s(?!and\s|&|et\sal|ed\b|eds\b|with\s|trans\b|[IVX]{1,4}\b|[JS]r\b)[\p{L}\d][\p{L}\d’'-]+(?:\s|:)(?=[^.]*\.\s)"
)
"""Two words or more with a full stop behind them: a title, and no further name."""


PUT_OUT = regex.compile(
    r"(?:게재|출간|발간|간행|출판|발표|발행)(?:\s?(?:예정|확정))?(?![\p{L}\d])|(?:근간|초판|개정판|출간|게재)(?:\s?(?:예정|확정))?\s?[).,]"
)
"""What stands behind the year of a work's publication: `2024년 게재예정`, `2009년 출간`."""
RECORDING = regex.compile(r"\b(?:video|audio|podcast|film|recording|YouTube|Vimeo|documentary)$", regex.IGNORECASE)
"""What a place in a recording may stand behind."""


VOLUMES = regex.compile(r"\d{1,2}(?:·\d{1,2})+(?=\s?[,(（]|$)|1,\s2(?:,\s3)?(?=,\s\p{Hangul})")


YEAR_ISSUE = regex.compile(
    r"(?P<year>(?:1[89]|20)\d\d)\s?(?:[-–]|\.(?=\s))\s?(?:제\s?)?(?P<issue>\d{1,2})\s?호(?!\p{Hangul})"
)


DOI = regex.compile(r"(?:doi|DOI)\s?:?\s?(?P<v>10\.\d{4,9}/\S++)")


_YEAR_ALONE = regex.compile(r"(?:1[5-9]|20)\d\d년?\.?")


def strokes_part_fields(text: str) -> bool:
    """Whether a text is a list whose fields strokes without spaces part, a year or publisher last: `광장/최인훈/문학과지성사/1976`."""
    if len(text) > 300 or "://" in text:
        return False
    fields = [field.strip() for field in text.split("/")]
    dated = [_YEAR_ALONE.fullmatch(field) is not None for field in fields]
    plain = [field for field in fields if not field.rstrip("년.").isdigit()]
    whole = len(plain) >= 3 and all(plain) and len(plain) + sum(dated) == len(fields)
    return whole and (any(dated) or folded(plain[-1]) in words("press") or _published_by(plain[-1]))


def _published_by(name: str) -> bool:
    """Whether the table of journals and publishers has a name as a publisher's."""
    entry = look_up(name)
    return entry is not None and entry.kind == "publisher"


@cache
def role_before_slash() -> regex.Pattern[str]:
    return regex.compile(r"\s(?:지음|저|글|편|엮음|옮김|역|편저|공저|공역)\s?$")


def _news_kinds() -> str:
    """The kinds of articles in newspapers, as one pattern."""
    return "|".join(regex.escape(form) for form, kind in words("genre").items() if kind == "article-newspaper")


@cache
def remark_of_page() -> regex.Pattern[str]:
    return regex.compile(rf"(?:{_news_kinds()}|기사)\s?(?=[,.;)(《「『〈“]|$)", regex.IGNORECASE)
