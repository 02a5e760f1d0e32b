"""What stands beside laws and judgments: the report a judgment is printed in, further places, a bill's sponsor, another name."""

from __future__ import annotations

import regex

from juche_toolkit.citation.decrees import ENGLISH_DAY, LAW_NAME
from juche_toolkit.citation.draft import Draft

__all__ = [
    "ALSO_NAMED",
    "SPONSOR",
    "beside_law",
    "decrees_behind",
    "further_places",
    "put_case_name",
    "put_places",
    "put_reported",
]

_NUMBERING = (
    r"(?:제\s?)?\d{1,4}(?:\s?[-–]\s?\d{1,2})?\s?(?:권|집)?(?:\s?제?\s?\d{1,2}\s?(?:집|호|권))?"
    r"\s?(?:\(\s?[\d상중하]\s?\)|[상중하])?\s?[민형행특]?"
)
_PAGE = r"(?:[,:]?\s?[민형행특]?\d{1,5}(?:\s?[-–~]\s?\d{1,5})?(?!\d|\s?[-–~]|\s?[면쪽]))"
_REPORTED = regex.compile(
    r"(?<!\p{Hangul})(?:(?:대법원|헌법재판소|헌재|고등법원|하급심)\s?)?"
    r"(?:판례집|헌판집|헌재판례집|판례공보|판결집|판결공보|법원공보|헌재공보|헌공|공보|각공|법률신문|[민형행특하고]집|판집|공|집)"
    rf"\s?{_NUMBERING}{_PAGE}{{0,6}}(?!\d)"
)
"""The collection of judgments that one is printed in: 판례집 12권 1집, 427; 공2000상, 431. A page with its unit is the record's."""
_SAME = r"(?:동\s?법(?:률)?|같은\s?법(?:률)?)"
_PLACE = r"제\s?\d{1,4}\s?(?:조|항|호|장|절)(?:의\s?\d{1,2})?(?:\s?제?\s?\d{1,3}\s?(?:항|호|목)|\s?[①-⑳]\s?항?)*+"
_CAPTION = (
    r"(?<=[조항호목장절條]|의\s?\d{1,2})\s?\((?!이하|구\s|같은|동법|현행|시행|강조|밑줄|법률|대통령|개정|신설|삭제|폐지|채택|수정|제정)"
    r"(?P<caption>[\p{Hangul}·ㆍ,\s]{2,40}(?<!참조|참고|필자|인용|개정|신설|삭제|이하))\)(?=\s?제\s?\d|\s?[,.;및와과]|\s*$|\s?참조)"
)
"""What an article is about, in the bracket behind its number: `제250조(살인, 존속살해)`."""
_FURTHER = regex.compile(rf"{_CAPTION}|\s?[①-⑳]\s?항?|\s?(?:,|및|와|과|·|내지)?\s?(?:{_SAME}\s)?{_PLACE}")
"""A further place in the law before it: `제7조, 동법 제8조`, `제9조 및 같은 법 제11조`."""
_CAPTIONED = regex.compile(_CAPTION)
_DECREE_BEHIND = regex.compile(
    rf"(?<=[조항호목]|의\d)(?:\s?[,;]\s?(?:및\s)?|\s?(?:및|와|과)\s)(?={_SAME}\s?(?:시행령|시행규칙)(?:\s?{_PLACE}|[\s.,]|$))"
)
"""Where the decree under a law begins, behind a place in the law itself: `제2조 제1호, 동법 시행령 제3조`."""
_LAW_BEHIND = regex.compile(
    rf"(?<=[조항호목장]|의\d)(?:\s?[,;]\s?(?:및\s)?|\s?(?:및|와|과)\s)(?=[「『《〈“][^「『《〈“」』》〉”]{{1,100}}{LAW_NAME}[」』》〉”]\s?제\s?\d)"
)
"""Where a further law in marks begins behind a place: `「남북기본합의서」 제11조, 「불가침 부속합의서」 제9조`."""
SPONSOR = regex.compile(
    r"(?:\p{Hangul}{2,4}\s?의원(?:\s?등\s?\d{1,3}\s?인)?|정부|\p{Hangul}{2,12}위원장)"
    r"\s?(?=(?:대표\s?)?(?:발의|제출|제안))"
)
"""Who brought a bill in: `심재권의원 대표발의`."""
ALSO_NAMED = regex.compile(
    r"(?<=[」』》〉”\"])\s?\((?P<name>(?:[\p{Hangul}·\d.]+\s){0,14}[\p{Hangul}·]*(?:선언|합의서?|협정|조약|협약|의정서|공동성명|헌법|법률?|규정))\)"
)
"""A law's or declaration's other name in the bracket behind it: `「10·4 선언」(남북관계 발전과 평화번영을 위한 선언)`."""


_VERSION = regex.compile(
    r"(?:호\s?)?(?:으?로\s?)?(?:일부|전부|전문|타법)?\s?(?:개정|폐지|시행)되기\s?(?:이전|전)(?:의\s?(?:것|법률?))?"
)
"""That a law is meant as it was before an act: `법률 제4373호로 개정되기 전의 것`."""
_FURTHER_ACTS = regex.compile(
    rf"(?<=\d{{4}}\)?)(?:[,;]|\sand|[,;]\sand)\s(?:last\s|as\s|further\s)?(?:amended|supplemented|revised|repealed)"
    rf"(?:\sand\s(?:supplemented|amended|revised))?(?:\s(?:on|in))?\s{ENGLISH_DAY}(?:(?:,|\sand|,\sand)\s{ENGLISH_DAY}){{0,8}}"
)
"""What became of a law later: `…, amended and supplemented July 3, 2007 and May 6, 2015`."""
_CASE_NAME = regex.compile(
    r"\s?[【〔\[(](?P<title>(?!(?:미|일부|한정|각)?(?:확정|합헌|위헌|기각|각하|인용|병합|파기|헌법불합치)|전원|공|집|판례)"
    r"(?:\p{Hangul}|[·ㆍ\s,]|\([가-힣]\)|제\d{1,4}(?=조|항|호)|(?<=조의\s?)\d){3,80})[】〕\])](?=[\s.,]*$)"
)
"""What a judgment is about, in brackets behind it: `판결 【주민등록번호변경】`."""


def put_case_name(draft: Draft, end: int) -> None:
    """The name of the case, which is the judgment's title."""
    match = _CASE_NAME.match(draft.source.text, end, draft.end)
    if match is not None:
        draft.put("title", *match.span("title"))


def put_reported(draft: Draft, start: int) -> None:
    """Tell where a judgment is printed, for which records have no field."""
    match = _REPORTED.search(draft.source.text, start, draft.end)
    if match is not None:
        draft.doubtful(f"Where the judgment is printed has no field: {match.group().strip()}", *match.span(), 0.02)
        draft.spans["symbol"] = match.span()


def further_places(draft: Draft, end: int) -> int:
    """The end of the places cited in a law, those that are led in by `동법` included."""
    while (match := _FURTHER.match(draft.source.text, end, draft.end)) is not None:
        end = match.end()
    return end


def put_places(draft: Draft, start: int, end: int) -> None:
    """places := place [caption] ("," place [caption])* — the captions have no field: `제250조(살인) 제1항` is `제250조 제1항`."""
    printed = draft.text(start, end)
    if "(" in printed:
        for match in _CAPTIONED.finditer(draft.source.text, start, end):
            draft.doubtful(f"What the article is about has no field: {match['caption']}", *match.span("caption"), 0.02)
        printed = _CAPTIONED.sub("", printed)
    draft.put("locator", start, end, printed)


def decrees_behind(text: str, start: int, end: int) -> list[int]:
    """Where decrees under a law begin that stand behind it, or a further law: they are works of their own."""
    stretch = text[start:end]
    found = [match.end() for match in _DECREE_BEHIND.finditer(text, start, end)] if "시행" in stretch else []
    if found or stretch.count("」") + stretch.count("』") + stretch.count("》") < 2:
        return found
    return [match.end() for match in _LAW_BEHIND.finditer(text, start, end)]


def beside_law(draft: Draft) -> None:
    """Tell what has no field: who brought a bill in, by what other name a law goes."""
    text = draft.source.text
    if "안" in text[draft.start : draft.end] and (match := SPONSOR.search(text, draft.start, draft.end)) is not None:
        draft.doubtful(f"Who brought the bill in has no field: {match.group().strip()}", *match.span(), 0.02)
        draft.spans["sponsor"] = match.span()
    if "되기" in text[draft.start : draft.end] and (match := _VERSION.search(text, draft.start, draft.end)) is not None:
        draft.doubtful("The law is meant as it was before this act", *match.span(), 0.02)
        draft.spans["version"] = match.span()
    if (
        "ed " in text[draft.start : draft.end]
        and (match := _FURTHER_ACTS.search(text, draft.start, draft.end)) is not None
    ):
        draft.doubtful(f"Further acts on the law have no field: {match.group().strip(' ,;')}", *match.span(), 0.02)
        draft.spans["version"] = match.span()
    if (match := ALSO_NAMED.search(text, draft.start, draft.end)) is not None:
        draft.doubtful(f"The other name of the law has no field: {match['name']}", *match.span("name"), 0.02)
        draft.spans["other name"] = match.span()
