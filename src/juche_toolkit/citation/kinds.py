"""What a text is by its words alone: a periodical, a meeting, a series; and whether it is numbered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import regex

from juche_toolkit.citation.items import Item
from juche_toolkit.citation.journals import Authority, look_up
from juche_toolkit.citation.words import alternatives, ends_with, folded, starts_with, words

__all__ = [
    "NUMBERED_SERIES",
    "PERIODICAL",
    "PREFIX",
    "SERIES",
    "container_like",
    "is_audience",
    "is_meeting",
    "is_numbered",
    "is_society_meeting",
    "name_start",
    "names_collection",
    "names_works",
    "periodical",
]

PERIODICAL = frozenset({"journal", "newspaper", "magazine", "agency", "yearbook", "broadcaster", "website"})


_NUMBERING = frozenset({"volume", "issue", "whole_number", "bare"})


SERIES = regex.compile(
    r"총서|문고|시리즈|학술집|문집총간|叢書|文庫|叢刊|(?:자료|資料)\s(?:제|第)\s?\d{1,4}\s?(?:집|호|輯|號)"
    r"|(?i:\bseries\b|occasional paper|adelphi (?:papers?|books?)|monograph|\blanguage surveys$|\bpapers? no\b)"
)


NUMBERED_SERIES = regex.compile(
    r"(?:\S{1,12}\s){0,4}\p{Hangul}{2,12}(?:보고서?|[론논]문집|[론논]총|신서|전서|자료집|연구서|학술서|발굴보고)\s(?:제\s?)?\d{1,3}\s?[집호권책]?"
)
"""A series told by its number, in the bracket behind a book's title: `(유적발굴보고 3)`, `(고고민속론문집 2)`."""


_KIND_OF_SERIAL = re.compile(r"(?:월간|계간|주간|격월간|반월간|일간)\s")


_AUDIENCE = regex.compile(
    r"(?=.*(?:학교|학년|대학|학부|학생|교원|전문가|유치원))(?:\S{1,12}\s){0,3}\S{0,10}(?:용|학년|교과서|참고서)"
)


def is_audience(printed: str) -> bool:
    """Whether a text tells whom a textbook is for: `고등중학교 3학년용`, `대학용`."""
    return printed[-1:] in ("용", "년", "서") and len(printed) < 40 and _AUDIENCE.fullmatch(printed) is not None


def name_start(text: str, start: int, end: int) -> int:
    """Where a serial's name begins: behind 잡지, In: or the like; 월간 belongs to it unless the table has it without."""
    match = PREFIX.match(text, start, end)
    if match is None:
        return start
    if _KIND_OF_SERIAL.match(text, start, end) and (
        look_up(text[match.end() : end].strip(" .,:")) is None or look_up(text[start:end].strip(" .,:")) is not None
    ):
        return start
    return match.end()


PREFIX = re.compile(r"(?:월간|계간|주간|격월간|반월간|일간|[Ii]n:?|잡지|신문|론문|저서|도서)\s")


def periodical(text: str) -> Authority | None:
    """The authority's entry if a text names a journal, newspaper, agency, broadcaster or website."""
    found = look_up(text)
    return found if found is not None and found.kind in PERIODICAL and found.csl_type != "book" else None


_NUMBER_OF_SET = regex.compile(r"[\s,]*(?:제\s?)?\d{0,3}\s?권?$")


def names_collection(text: str) -> bool:
    """Whether a name, its year or number left out, is that of a yearbook or of collected works: `조선중앙년감 1960`."""
    entry = look_up(_YEAR_OF_BOOK.sub("", text)) if len(text) <= 40 else None
    return (entry is not None and entry.kind == "yearbook") or names_works(text)


_YEAR_OF_BOOK = regex.compile(r"[\s(]*\d{4}(?:년판?)?\)?$")


def names_works(text: str) -> bool:
    """Whether a name, the number of its volume left out, is that of collected works: `김일성저작집 44`."""
    name = _NUMBER_OF_SET.sub("", text[-40:]) if len(text) <= 40 else text
    entry = look_up(name)
    return (entry is not None and entry.kind == "collected-works") or ends_with(name, "works_end")


_SERIES_LETTER = re.compile(r"(?<=[가-힣])[ -]?(?:[A-Z]{1,2}|\([A-Z]{1,2}\))$")
"""The letter of a series behind a journal's name: `정보처리학회논문지D`, `정보과학회논문지(B)`, `전자공학회논문지-CI`."""


def container_like(text: str) -> bool:
    """Whether a text has the form of a journal's, newspaper's, broadcaster's or conference's name."""
    if text[-1:].isascii() and (letter := _SERIES_LETTER.search(text[-24:])) is not None:
        return ends_with(text[: len(text) - len(letter.group())], "journal_end")
    return (
        periodical(text) is not None
        or folded(text) in words("agency") or folded(text) in words("web_site") or folded(text) in words("broadcast")
        or ends_with(text, "journal_end") or starts_with(text, "journal_start") or ends_with(text, "news_end")
        or is_meeting(text) or ends_with(text, "site_end") or (": " in text and _CALLS_ITSELF.search(text) is not None)
    )  # fmt: skip


_CALLS_ITSELF = regex.compile(
    r":\s(?:(?:A|An|The)\s)?(?:\p{Lu}\p{L}+\s){0,2}(?:Journal|Bulletin|Annals|Quarterly)\s(?:of|in|on|for)\s"
)
"""What a journal calls itself behind its name: `Azalea: Journal of Korean Literature & Culture`."""


@cache
def _meeting() -> regex.Pattern[str]:
    return regex.compile(alternatives("meeting"), regex.IGNORECASE)


_SHORT_MEETING = re.compile(
    r"(?:(?:19|20)\d\d\s?)?(?:HCLT|KCC|KSC|KDBC|KSII|ACL|NAACL|EACL|AACL|EMNLP|CoNLL|COLING|LREC|IJCNLP|NeurIPS|NIPS|ICML|ICLR|AAAI|IJCAI"
    r"|CVPR|ICCV|ECCV|BMVC|WACV|MICCAI|INTERSPEECH|Interspeech|ICASSP|SIGIR|CIKM|WSDM|KDD|WWW|SIGMOD|VLDB|ICDE|ICDM|RecSys|UIST|CSCW|SIGGRAPH"
    r"|INFOCOM|SIGCOMM|NSDI|OSDI|SOSP|USENIX|ISCA|ICSE|ICRA|IROS|PACLIC|SemEval)"
    r"(?:-HLT)?(?:\s?['’]?\d{2,4})?(?:\s(?:논문집|학술대회|발표집|Findings|Workshops?))?"
)
"""A conference by its letters alone: `HCLT 2017`, `2018 KCC 논문집`, `NAACL-HLT 2019`."""


def is_meeting(text: str) -> bool:
    """Whether a text names a conference or its proceedings."""
    return _meeting().search(text, 0, 300) is not None or _SHORT_MEETING.fullmatch(text) is not None


_SOCIETY_MEETING = regex.compile(
    r"(?:(?:19|20)\d\d년?도?\s|제\s?\d{1,3}[회차]\s)?[\p{Hangul}·\s]{0,30}"
    r"(?:학회|연구원|연구소|연구회|학술원|협회|연합회?|재단|센터|위원회|대학교|학과|대학원|전국)[\s\d\p{Hangul}·]{0,40}?"
    r"(?:학술대회|학술회의|학술발표회|학술발표대회|세미나|심포지[엄움]|컨퍼런스|콜로키움|워크[숍샵]|포럼|학대회|월례발표회)"
)


_ENGLISH_MEETING = regex.compile(
    r"(?=\d|\p{Lu})(?:[^\s,;:.]{1,24}\s){0,12}?"
    r"(?:(?:[Aa]nnual|[Bb]iennial|[Gg]eneral) (?:[Mm]eeting|[Cc]onvention|[Cc]onference)"
    r"|[Cc]onference|[Cc]onvention|[Ss]ymposium|[Ww]orkshop|[Cc]olloquium"
    r"|(?:World|International) Congress)s?(?:\s(?:of|on|for|in)\s[^,;:.]{2,80}|\s\d{4})?(?:\s\(\p{Lu}[^()]{1,16}\))?"
)


def is_society_meeting(text: str) -> bool:
    """Whether a text is a meeting named in full: `한국정치사상학회 2023년 춘계학술대회`, `APSA Annual Meeting`."""
    if len(text) > 140:
        return False
    return (_ENGLISH_MEETING if text[-1:].isascii() else _SOCIETY_MEETING).fullmatch(text) is not None


def _pair_behind(items: Sequence[Item], stop: Item) -> bool:
    """Whether volume and issue, `1(5)` or `제1권 제5호`, follow a full stop, their year before them or not: `2018;48(4)`."""
    place = items.index(stop)
    if [(item.kind, item.mark) for item in items[place + 1 : place + 3]] == [("date", ""), ("sep", ";")]:
        place += 2
    pair = [item.figure.field for item in items[place + 1 : place + 3] if item.figure is not None]
    return pair == ["volume", "issue"] and items[place + 2].start - items[place + 1].end <= 1


def _falls(items: Sequence[Item], index: int, item: Item) -> bool:
    """Whether two numbers with a hyphen right behind a text are volume and issue, for they fall: `조세법연구 26-3`."""
    if item.figure is None or item.start - items[index].end > 1 or items[index].kind != "text":
        return False
    first, _, second = item.figure.value.partition("-")
    return first.isdigit() and second.isdigit() and int(first) > int(second) and len(second) == 1


def is_numbered(items: Sequence[Item], index: int) -> bool:
    """Whether volume or issue follow the item at `index` at once: `학술지, 12(3)`, `『책』 제2권`."""
    for item in items[index + 1 :]:
        if item.kind == "figure" and item.figure is not None:
            return item.figure.field in _NUMBERING or (item.figure.field == "range" and _falls(items, index, item))
        if item.kind == "date" or (item.kind == "sep" and item.mark in ",.;") or item.kind in ("other", "remark"):
            if item.kind == "sep" and item.mark == "." and not _pair_behind(items, item):
                return False
            continue
        return False
    return False
