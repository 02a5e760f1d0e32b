"""Kinds of works that name themselves: speeches, reports with their numbers, papers read at meetings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.items import Item
from juche_toolkit.citation.kinds import SERIES, is_meeting, periodical
from juche_toolkit.citation.signs import KIND_OF_STUDY
from juche_toolkit.citation.standards import STANDARD
from juche_toolkit.citation.words import alternatives, ends_with, folded, words

__all__ = [
    "is_code",
    "is_report_number",
    "is_speech",
    "is_symbol",
    "numbered_report",
    "put_code",
    "put_genre",
    "put_paper",
    "put_report_number",
    "put_report_series",
    "put_speech",
    "take_standard_first",
]

_DIGIT = re.compile(r"\d")
_CODE = regex.compile(
    r"(?!(?:RG|FO|CAB|SA|AP)\s)(?!\p{Lu}{1,6}\s?(?:19|20)\d\d$)(?:\p{Lu}{1,6}[ -]?){1,2}\d{2,8}(?:[-–./]\p{Lu}{0,4}\d{0,6}){0,4}"
)
"""A report's number that begins with letters: PE-A1015-1, IF10472, ER 78-10008, NIE 14.2-62; no year, no archive's group."""


_PAPER = regex.compile(
    r"\s(?P<genre>발표문|토론문|발표논문|발표 ?자료|기조연설문|기조연설|구두 ?발표|포스터 ?발표|발표|토론)$"
)


_EVENT = regex.compile(
    r"(?P<event>\S.{0,150}?)(?:\s?앞에서|\s?앞으로|에서|에게|에|과|와|을|를)\s(?:즈음하여\s|맞으며\s|맞으면서\s|기념하여\s)?"
    r"(?:대한|한|하신|보낸|보내신|행한|행하신|준|주신|발표한|발표하신)\s"
)
"""The occasion of a speech or letter: `책임일군들 앞에서 한 연설`, `창립 65돐에 즈음하여 보낸 서한`."""


_EVENT_BEHIND = regex.compile(
    r"\s(?:delivered\s|given\s|made\s|presented\s)?(?:to|at|before|with)\s(?:the\s)?(?P<event>\p{L}.{2,150})"
)
"""The occasion of a speech in English: `speech at the Eighth Congress of the WPK`."""


def put_speech(draft: Draft, start: int, end: int, found: tuple[int, int, str]) -> None:
    """speech := occasion "에서 한" genre — `조선로동당 제8차대회에서 한 보고`."""
    printed = draft.text(start, end)
    draft.put("genre", start + found[0], start + found[1])
    match = _EVENT.match(printed) or _EVENT_BEHIND.match(printed[found[1] :])
    start += found[1] if match is not None and match.re is _EVENT_BEHIND else 0
    if match is not None:
        draft.put("event", start + match.start("event"), start + match.end("event"))


@cache
def _report_number() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?:(?P<body>\p{{Hangul}}{{2,20}}|\p{{Lu}}{{2,6}})\s)?(?P<genre>{alternatives('genre')}|[\p{{Hangul}}]{{0,6}}(?:연구|정책)?보고서?|(?<=원\s|[,.”」》(]\s?){KIND_OF_STUDY}(?=\s\d\d))(?!\p{{Latin}})\s?,?\s?(?:No\.?\s?|제\s?)?"
        r"(?P<number>(?:\p{Lu}{1,3}\d{5,6}|(?:\p{Lu}{1,5}[ -]?)?\d{1,4})(?:[-–](?:\p{Lu}|\p{Hangul})?\d{0,3}){0,2})(?:호)?",
        regex.IGNORECASE,
    )


def _body_later(draft: Draft, items: Sequence[Item], index: int, body: str) -> bool:
    """Whether an acronym belongs to a report's kind, the body being named in full behind it.

    `INSS 전략보고 No. 132, 국가안보전략연구원`
    """
    if not body.isascii():
        return False
    later = [item for item in items[index + 1 :] if item.kind in ("text", "imprint")]
    if any(":" in draft.text(item.start, item.end) for item in later):
        return True  # `CWIHP Working Paper No. 52 (Washington, DC: Woodrow Wilson Center, 2006)`
    parts = (part for item in later for part in draft.text(item.start, item.end).strip("()").split(","))
    return any(ends_with(part.strip(), "body_end") for part in parts)


_UN_DOCUMENT = regex.compile(
    r"(?:(?:UN|U\.N\.|United Nations)\s[Dd]oc(?:ument|\.)?:?\s)?(?:No\.\s)?"
    r"(?P<number>[AESN]/(?:[\p{Lu}\d.]{1,12}/){0,3}\d{1,4}(?:/\d{1,4})?(?:/(?:Add|Rev|CRP|L|WP)\.\d{1,3})?)"
)
"""A document of the United Nations: `UN Doc. A/HRC/25/63`."""


def is_code(printed: str) -> bool:
    """Whether a text is a report's number alone: `RR-1151-A`."""
    return len(printed) < 24 and _DIGIT.search(printed) is not None and _CODE.fullmatch(printed) is not None


def is_symbol(printed: str) -> bool:
    """Whether a text is the symbol of a document of the United Nations, and nothing else."""
    return "/" in printed and len(printed) < 50 and _UN_DOCUMENT.fullmatch(printed) is not None


def put_code(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """code := report number | ["UN Doc."] symbol | symbol of a standard"""
    if STANDARD.fullmatch(draft.source.text, items[index].start, items[index].end) is not None:
        return draft.put("number", items[index].start, items[index].end)
    symbol = _UN_DOCUMENT.fullmatch(draft.source.text, *draft.trimmed(items[index].start, items[index].end))
    if symbol is not None:
        return draft.put("number", *symbol.span("number"))
    return put_report_number(draft, items, index)


def take_standard_first(draft: Draft, items: list[Item]) -> None:
    """standard := symbol "," title … — the symbol stands where an author would: `KS X 1001, 정보 교환용 부호계, 2004`."""
    if len(items) < 2 or items[0].kind != "code" or not put_code(draft, items, 0):
        return
    del items[: 2 if items[1].kind == "sep" else 1]


def is_report_number(printed: str) -> bool:
    """Whether a text is a kind of report with its number: `CRS Report RL34256`."""
    return len(printed) < 60 and _DIGIT.search(printed) is not None and _report_number().fullmatch(printed) is not None


def put_report_number(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """report number := [body] genre ["No."] number — `연구보고 RRI 2017-4`, `Working Paper No. 12`."""
    start, end = items[index].start, items[index].end
    start, end = draft.trimmed(start, end)
    if end - start >= 60 or draft.has("genre", "number") or _DIGIT.search(draft.source.text, start, end) is None:
        return False
    code = _CODE.fullmatch(draft.source.text, start, end)
    if code is not None and draft.has("title") and not is_meeting(code.group()):
        series = SERIES.search(str(draft.values.get("container_title", ""))) is not None
        listened = code.group().startswith(("FBIS", "JPRS"))  # what was heard on the radio, and printed in translation
        return (series or listened or not draft.has("container_title")) and draft.put("number", *code.span())
    match = _report_number().fullmatch(draft.source.text, start, end)
    if match is None:
        return False
    begin = match.start("genre")
    if match.group("body") and periodical(draft.text(start, match.end("genre"))) is not None:  # Asian Perspective 45
        return False
    if match.group("body") and _body_later(draft, items, index, match["body"]):
        begin = match.start("body")
    elif match.group("body"):
        draft.put("publisher", *match.span("body"))
    return draft.put("genre", begin, match.end("genre")) and draft.put("number", *match.span("number"))


_OF_YEAR = re.compile(r"(?:19|20)?\d\d[-–]\d{1,3}")


def numbered_report(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """report := [body] genre year "-" number — a report told by its number alone: `KDI 연구보고서 2019-03`."""
    item = items[index]
    if not is_report_number(draft.text(item.start, item.end)) or draft.has("title", "container_title"):
        return False
    match = _OF_YEAR.search(draft.source.text, item.start, item.end)
    if match is None or match.end() != item.end or not put_report_number(draft, items, index):
        return False
    draft.values.setdefault("type", "report")
    return True


@cache
def _report_kinds() -> tuple[str, ...]:
    return tuple(form for form, kind in words("genre").items() if kind == "report")


@cache
def _report_series() -> regex.Pattern[str]:
    forms = "|".join(map(regex.escape, _report_kinds()))
    return regex.compile(rf"(?:(?P<body>\S.{{1,40}}?)\s)?(?P<genre>\p{{Hangul}}{{0,4}}(?:{forms}))", regex.IGNORECASE)


def put_report_series(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """report series := [body] genre [","] number "호" — `국가안보전략연구원 이슈브리프 245호`, `CWIHP Working Paper, no. 52`."""
    following = items[index + 1] if index + 1 < len(items) else None
    behind_comma = items[index + 2 : index + 3] if following is not None and following.mark == "," else ()
    if behind_comma and draft.source.text.startswith(("no. ", "No. "), behind_comma[0].start):
        following = behind_comma[0]
    figure = following.figure if following is not None else None
    if (
        following is None
        or figure is None
        or figure.field not in ("issue", "bare", "range")
        or draft.has("number", "genre")
    ):
        return False
    start, end = draft.trimmed(items[index].start, items[index].end)
    if end - start >= 60 or not draft.text(start, end).casefold().endswith(_report_kinds()):
        return False
    match = _report_series().fullmatch(draft.source.text, start, end)
    if match is None or not draft.has("title") or periodical(match["genre"]) is not None:
        return False
    if match.group("body") and periodical(match.group()) is not None:  # Asian Perspective 45
        return False
    if ends_with(match["genre"], "journal_end") and figure.field != "range":  # 통일정책연구 23
        return False
    begin = match.start("genre")
    if match.group("body") and _body_later(draft, items, index, match["body"]):
        begin = match.start("body")
    elif match.group("body") and not draft.put("publisher", *match.span("body")):
        return False
    following.kind = "taken"
    return draft.put("genre", begin, match.end("genre")) and draft.put("number", figure.value_start, figure.value_end)


def is_speech(title: str) -> bool:
    """Whether a title without marks is the word for a speech and who made it: `김정은 국무위원장 시정연설`."""
    if len(title) > 60 or " " not in title:
        return False
    return words("genre").get(folded(title.rpartition(" ")[2])) == "speech"


def put_genre(
    draft: Draft, items: Sequence[Item], index: int, start: int, end: int, found: tuple[int, int, str]
) -> None:
    """genre := [body] kind — the body that put a report out is its publisher: `여성가족부 연구보고서`."""
    body = draft.text(start, start + found[0]).rstrip()
    whole = start + found[1] == draft.trimmed(start, end)[1]
    if (
        whole
        and (ends_with(body, "body_end") or body.endswith(("부", "처", "청")) or (body.isascii() and body.isupper()))
        and not _body_later(draft, items, index, body)
        and draft.put("publisher", start, start + len(body))
    ):
        start += found[0]
    draft.put("genre", start, end)


def put_paper(draft: Draft, start: int, end: int) -> bool:
    """paper := meeting genre — `한국정치학회 추계학술회의 발표논문`."""
    match = _PAPER.search(draft.source.text, start, end)
    if match is None or not is_meeting(draft.text(start, match.start())):
        return False
    return draft.put("container_title", start, match.start()) and draft.put("genre", *match.span("genre"))
