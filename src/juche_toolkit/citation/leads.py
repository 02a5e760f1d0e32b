"""What leads into a work and what trails behind it: See also, 자세한 것은 … 참조, 에서 재인용."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import regex

from juche_toolkit.citation.items import Source
from juche_toolkit.citation.lexer import Token
from juche_toolkit.citation.words import alternatives, words

__all__ = [
    "QUOTING",
    "bounds",
    "match_lead",
    "may_part",
    "next_lead",
    "parts_at_comma",
    "past_connective",
    "search_tail",
    "strip_lead",
    "strip_tail",
]

_CONNECTIVES = frozenset({"and", "und", "or", "및", "과", "와", "그리고", "또는"})


def bounds(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """A token range without spaces at its ends."""
    while first < last and tokens[first].kind == "s":
        first += 1
    while last > first and tokens[last - 1].kind == "s":
        last -= 1
    return first, last


_WORK = (
    r"(?:[^「『《〈“\".;:(),]|(?<=\p{Lu})\.){2,20}(?:\s(?:지음|저|외|엮음|편|글))?,\s"
    r"(?:[^「『《〈“\".;:(),]{2,20}\s(?:옮김|역),\s)?[「『《〈<“]"
)
"""A name and a title in marks: what tells that a label or a day stands before a work: `보조 텍스트: 에드워드 사이드, 『…』`."""


_BEHIND_LEAD = r"\s*(?:다음(?:을|의)?(?: 글을)?\s?(?:참조|참고)?[:.]?\s)?"


_ADVERBS = ("또한", "아울러", "가령", "한편", "더불어", "반면", "반대로", "그러나", "다만", "물론", "실제로")
"""Words that lead in a work only where an author and a title in marks follow; a title too may begin with them."""


@cache
def _lead() -> regex.Pattern[str]:
    """lead-in := words of the table | "For …, see" | "이 부분은" | "3주차:" | "[3주]" | "3주차 읽을거리:" | label ":" | day"""
    return regex.compile(
        rf"\s*(?P<lead>{alternatives('lead')}(?:\s?[:,])?(?=[\s「『《〈“\"(])"
        r"|(?:For|On|As|In|Also|But|And|More)\b[^.;“”\"「『]{1,150}?[,\s](?:see(?:,? also)?|consult|cf\.)[,:]?(?=\s)"
        rf"|(?:이|본|위|이상의?|이하의?)\s{alternatives('lead_here')}(?:은|는)(?=\s)"
        rf"|[\[(<【]\s?(?:제\s?)?\d{{1,2}}\s?(?:주차?|강|차시|회차)\s?[\])>】][:,.]?(?=\s)"
        rf"|(?:제\s?)?\d{{1,2}}\s?(?:주차?|강|차시)\s(?:{alternatives('lead')})(?=\s)"
        rf"|(?:제\s?)?\d{{1,2}}\s?(?:주차?|강|차시)\s?[:.)–-](?=\s)"
        r"(?:\s[^「『《〈“\".;:(),]{2,40}:(?=\s(?:\p{Hangul}{2,4}(?:\s외)?[,·]|[「『《〈])))?"
        rf"|(?:\d{{1,2}}/\d{{1,2}}|\d{{1,2}}월\s?\d{{1,2}}일)(?:\s?\([월화수목금토일]\))?[:.]?(?=\s{_WORK})"
        rf"|\p{{Hangul}}[\p{{Hangul}} ]{{1,8}}\d{{0,2}}\s?:(?=\s{_WORK})"
        rf"|(?:{'|'.join(_ADVERBS)})(?=,?\s{_WORK})"
        rf"|[Ww]eek\s\d{{1,2}}\s?[:.)](?=\s)){_BEHIND_LEAD}",
        regex.IGNORECASE,
    )


@cache
def _topic() -> re.Pattern[str]:
    """lead-in := words "관련" | words "에 대해서는" | words noun "은" ["다음을 참조"]"""
    return re.compile(
        r"\s*(?P<lead>[^「『《〈“\".;(),]{2,60}?\s관련(?=\s[「『《〈“])"
        r"|[^「『《〈“\".;()]{2,120}?(?:에 대(?:해서는|하여는|해선|한 것은)|에 관(?:해서는|하여는)"
        rf"|{alternatives('lead_work')}(?:으로는|로는)|{alternatives('lead_noun')}(?:은|는)(?: 다음을)?)[:,]?(?=\s))"
        rf"{_BEHIND_LEAD}"
    )


@cache
def _lead_signs() -> tuple[frozenset[str], re.Pattern[str]]:
    """The two letters that a lead-in begins with, and the particles that end one that begins with anything."""
    fixed = ("fo", "on", "as", "in", "al", "bu", "an", "mo", "we", "이 ", "본 ", "위 ", "이상", "이하")
    spaced = (form[0] + form[2] for form in words("lead") if form[1] == " ")  # `더 자세한` and `더자세한`
    last = "".join({form[-1] for form in words("lead_noun")})
    return (
        frozenset({*(form[:2] for form in (*words("lead"), *_ADVERBS)), *spaced, *fixed}),
        re.compile(rf"[{last}서여로해][은는선](?: 다음을)?[:,]?\s"),
    )


def match_lead(text: str, start: int, end: int) -> regex.Match[str] | re.Match[str] | None:
    """The lead-in at a place, with a look at its first letter and its particle before the patterns are tried."""
    first, particle = _lead_signs()
    letter = text[start : start + 1]
    labelled = text.find(":", start, start + 14) >= 0
    match: regex.Match[str] | re.Match[str] | None = None
    if labelled or text[start : start + 2].casefold() in first or letter in "제1234567890 [(<【" or letter.isspace():
        match = _lead().match(text, start, end)
    if match is None and (
        particle.search(text, start, start + 150) is not None or text.find(" 관련 ", start, start + 80) >= 0
    ):
        return _topic().match(text, start, end)
    return match


@cache
def _tail_signs() -> tuple[frozenset[str], int]:
    """The two letters that a tail ends with, and how far before the end of a text one begins at most."""
    forms = words("tail")
    last = frozenset(spaced[-2:] for form in forms for spaced in (form, form.replace(" ", "")))  # `볼 것` and `볼것`
    return last, max(map(len, forms)) + len(" 등을 ") + len(" .) ")


def search_tail(text: str, start: int, end: int) -> re.Match[str] | None:
    """The tail at the end of a range, sought only where the last two letters can end one."""
    last, longest = _tail_signs()
    letters = text[max(start, end - 8) : end].rstrip(" .)")[-2:]
    if len(letters) == 2 and letters not in last:
        return None
    while end > start and text[end - 1].isspace():
        end -= 1
    return _tail().search(text, max(start, end - longest), end)


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(rf"\s?(?P<tail>(?:등(?:을|의)?\s?)?{alternatives('tail')})\s?[.)]{{0,2}}\s*$")


_THERE = regex.compile(
    r",?\s(?P<tail>(?:and|with)\s(?:the\s)?(?:other\s)?(?:sources|literature|works|references|studies)\s(?:cited\s)?there(?:in)?)\s?[.)]{0,2}\s*$"
)
"""What a work leads on to: `…, 20, and the sources cited there`."""
_LEAD_LETTERS = "[SsACFQIi자보더이또위앞같]"
QUOTING = (
    *(" quoted in ", " as quoted in ", " cited in ", " as cited in ", " quoted from "),
    *(" as reported in ", " reported in ", " reprinted in ", " as carried by ", " as published in "),
)
"""What stands, behind a comma, before the work in which another is quoted."""
_QUOTED = f"(?:{'|'.join(QUOTING)})"
_PARTS = re.compile(
    rf";|”{_QUOTED}|\"{_QUOTED}|»{_QUOTED}|,(?: as well as | and [A-Z]|{_QUOTED})"
    rf"|\.(?:\s*{_LEAD_LETTERS}|(?<=[조고것라용]\.)\s[가-힣])|\?\s*{_LEAD_LETTERS}|!\s*{_LEAD_LETTERS}"
)
"""Each begins with a mark, so that the search goes by the marks."""


_PAGE_BEFORE = regex.compile(r"(?:,\s|pp?\.\s?|\):\s?|\d:\s?)\d{1,3}(?:[-–]\d{1,4})?\Z")
_WORK_BEHIND = regex.compile(
    r"\sand\s(?=(?:see\salso\s)?\p{Lu}[\p{Latin}\p{M}'’.-]*+(?:\s\p{Lu}[\p{Latin}\p{M}'’.-]*+){0,3}+"
    r"(?:\sand\s\p{Lu}[\p{Latin}\p{M}'’.-]*+(?:\s\p{Lu}[\p{Latin}\p{M}'’.-]*+){0,3}+)?,\s(?:[\p{Lu}“\"]|op\.|loc\.|supra|ibid\.))"
)


def parts_at_comma(text: str, start: int, comma: int) -> bool:
    """Whether a work ends before a comma: `…, as quoted in …`, `Suh, Kim Il Sung, 145–50, and Szalontai, …`."""
    if not text.startswith(" and ", comma + 1):
        return text.startswith(QUOTING, comma + 1)
    paged = _PAGE_BEFORE.search(text, max(start, comma - 20), comma) is not None
    return paged and _WORK_BEHIND.match(text, comma + 1) is not None


def may_part(text: str, start: int, end: int) -> bool:
    """Whether anything stands in a range that can part two stretches of a note."""
    return _PARTS.search(text, start, end) is not None


@cache
def next_lead() -> regex.Pattern[str]:
    return regex.compile(
        rf"\s*(?:(?={_LEAD_LETTERS})(?:(?:[Ss]ee(?:,? also)?\b|Also see\b|And see\b|Cf\."
        r"|For (?:more|details|example|a|an|the)\b|Quoted in|Cited in|Ibid\b|[Ii]d\.)"
        r"|자세한|보다 자세한|더 자세한|이에 대해서는|이에 대한|또한|위의 (?:책|글)|앞의 (?:책|글)|같은 (?:책|글))"
        r"|(?<=(?:참조|참고|볼 것|[을를] 보라|재인용)\.\s)(?=[가-힣]))"
    )


def past_connective(source: Source, first: int, last: int) -> int:
    """The first token behind an `and` that joins this work to the one before."""
    token = source.tokens[first]
    if token.kind == "w" and source.text[token.start : token.end].casefold() in _CONNECTIVES:
        return bounds(source.tokens, first + 1, last)[0]
    return first


def strip_lead(source: Source, first: int, last: int) -> tuple[tuple[int, int] | None, int]:
    """The range of a lead-in, and the first token behind it."""
    start, end = source.tokens[first].start, source.tokens[last - 1].end
    match = match_lead(source.text, start, end)
    if match is None:
        return None, first
    place = first
    while place < last and source.tokens[place].start < match.end():
        place += 1
    span = match.span("lead")
    while span[1] > span[0] and source.text[span[1] - 1] in " ,:":
        span = span[0], span[1] - 1
    return span, bounds(source.tokens, place, last)[0]


def strip_tail(source: Source, first: int, last: int) -> tuple[tuple[int, int] | None, int]:
    """The range of a tail (참조, 에서 재인용), and the end of the tokens before it."""
    start, end = source.tokens[first].start, source.tokens[last - 1].end
    match: regex.Match[str] | re.Match[str] | None = search_tail(source.text, max(start, end - 60), end)
    if match is None and source.text.find("there", max(start, end - 12), end) >= 0:
        match = _THERE.search(source.text, max(start, end - 60), end)
    if match is None:
        return None, last
    place = last
    while place > first and source.tokens[place - 1].start >= match.start("tail"):
        place -= 1
    if place > first and source.tokens[place - 1].end > match.start("tail"):
        if source.tokens[place - 1].kind != "w":
            return None, last
        source.tokens[place - 1] = source.tokens[place - 1]._replace(end=match.start("tail"))
    return match.span("tail"), bounds(source.tokens, first, place)[1]
