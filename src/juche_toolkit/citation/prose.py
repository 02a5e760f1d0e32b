"""Running text told from citations: sentences, lead-ins, and what looks like a citation."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from juche_toolkit.citation.items import TITLE_MARKS, Source
from juche_toolkit.citation.leads import bounds, match_lead, search_tail
from juche_toolkit.citation.words import words

__all__ = [
    "bounds",
    "is_exhibit",
    "is_prose",
    "looks_like_citation",
    "prose_sentences",
    "runs_on",
    "sentences",
]

_LAST_LETTERS = "다요까함임됨음것"
"""The syllables that sentences end with in Korean."""
_PROSE_KO = re.compile(rf"[{_LAST_LETTERS}]\s?[.?!]?\s*$")
_AUTHOR_DATE = re.compile(
    r"[^「『《〈“\"]{1,120}?[.\s(,]\s?\(?(?:1[5-9]|20)\d\d[a-e]?(?:년[^)]{0,12})?\)?\s?[.,](?![^()]{0,24}\)[가-힣])"
)
"""The head of an entry by author and year; a particle behind the bracket belongs to a sentence: `홍길동(2019, 11)은`."""
_PAGES = regex.compile(r"\bpp?\.\s?\d|\bno\.\s?\d|\bvol\.\s?\d", regex.IGNORECASE)
_FIGURE = regex.compile(
    r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|\bpp?\.\s?\d|\d\s?(?:쪽|페지|페이지|면)(?!\p{Hangul})|제\s?\d+\s?(?:권|호|집)|https?://|\bno\.\s?\d|\bvol\.\s?\d",
    regex.IGNORECASE,
)


_READ_ON = regex.compile(
    r"\s*(?:19|20)\d\d년?[.\s-]{0,2}\d{1,2}월?[.\s-]{0,2}\d{1,2}일?\.?\s?(?:에\s)?(?:확인|접속|검색|열람|방문|조회)(?:함|됨|하였음)[.\s]*"
)
"""An access date told as a sentence: `2019년 1월 2일에 확인함.`"""
_ENGLISH = re.compile(r"[a-z][a-z]")
"""What every English word by which prose is told has."""
_FINAL = re.compile(rf"[{_LAST_LETTERS}](?:(?![가-힣])|(?=주체))")
"""The end of a word that may be the last of a sentence in Korean."""
_HANGUL = re.compile(r"[가-힣]")
_PARTICLE_NEXT = re.compile(r"\s(?:은|는|이|가|을|를|의|에|에서|도|과|와)\s")
_SENTENCE_END = re.compile(r"[.?!]\s")


def sentences(source: Source, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The token ranges of sentences: a full stop, question or exclamation mark outside brackets, and a space."""
    tokens, text = source.tokens, source.text
    if first < last and _SENTENCE_END.search(text, tokens[first].start, tokens[last - 1].end) is None:
        yield first, last
        return
    begin = place = first
    while place < last:
        token = tokens[place]
        if token.kind == "p":
            if token.mate > place:
                place = min(token.mate, last - 1)
            elif text[token.start] in ".?!" and (place + 1 >= last or tokens[place + 1].kind == "s"):
                before = tokens[place - 1] if place > begin else token
                printed = text[before.start : before.end]
                if not (before.kind == "w" and printed.isascii() and len(printed) <= 2):
                    yield begin, place + 1
                    begin = place + 1
        place += 1
    if begin < last:
        yield begin, last


def prose_sentences(source: Source, first: int, last: int) -> list[tuple[int, int, bool]]:
    """Runs of prose and of the rest, or nothing where no sentence is prose."""
    start, end = source.tokens[first].start, source.tokens[last - 1].end
    if _SENTENCE_END.search(source.text, start, end) is None and not is_prose(source, first, last):
        return []  # one sentence, most often
    runs: list[tuple[int, int, bool]] = []
    for begin, stop in sentences(source, first, last):
        prose = is_prose(source, begin, stop)
        if runs and runs[-1][2] == prose:
            runs[-1] = (runs[-1][0], stop, prose)
        else:
            runs.append((begin, stop, prose))
    if len(runs) == 1 and not runs[0][2]:
        return []
    return runs if _AUTHOR_DATE.match(source.text, start, end) is None else []


_SAME_AS_NOTE = re.compile(r"(?:앞의?\s?|위의?\s?)?(?:각주|미주|주)\s?\d{1,4}\s?\)?\s?(?:과|와)\s(?:같|동일)")
"""A pointer to another note, for all that it ends as a sentence does: `앞의 주 3과 같음`."""


_ACT_TOLD = regex.compile(
    r"(?:주체\s?\d{2,3}\s?\(\d{4}\)\s?년|\d{4}년)[^.,;]{4,80}제\s?\d{1,6}(?:-\d)?\s?호로\s[\p{Hangul}\s]{2,24}(?:되였다|되었다|하였다)[.\s]*"
)
"""An act of a law's history told as a sentence: `주체88(1999)년 8월 19일 … 정령 제953호로 수정보충되였다.`"""


def _told(text: str, start: int, end: int) -> bool:
    """Whether a sentence refers to another note, or tells an act or the day a page was read."""
    if text[start : start + 8].lstrip()[:1] not in _TOLD_LETTERS:
        return False
    if _SAME_AS_NOTE.match(text, start, end) is not None or _ACT_TOLD.fullmatch(text, start, end) is not None:
        return True
    return _READ_ON.fullmatch(text, start, end) is not None


_TOLD_LETTERS = frozenset(["", *"앞위각미주0123456789"])
"""What such a sentence begins with, or a row of spaces."""


def is_prose(source: Source, first: int, last: int) -> bool:
    """Whether a sentence is prose by its words outside quotation marks and brackets."""
    tokens, text = source.tokens, source.text
    start, end = tokens[first].start, tokens[last - 1].end
    if _ENGLISH.search(text, start, end) is None and (
        tokens[last - 1].kind == "w" or _FINAL.search(text, start, end) is None
    ):
        return False
    if _told(text, start, end):
        return False
    plain = _plain_words(source, first, last)
    if not plain:
        return False
    known = words("prose")
    english = sum([word in known for word in plain])
    if english:
        lower = sum(1 for word in plain if word[:1].islower())
        return english >= 2 and len(plain) >= 6 and lower * 2 >= len(plain) and not _led(source, first)
    if tokens[last - 1].kind == "w" or plain[-1][-1] not in _LAST_LETTERS:
        return False
    hangul = [word for word in plain if "가" <= word[0] <= "힣"]
    if len(hangul) < 3 or not any(len(word) > 1 and word[-1] in "은는이가을를의에로와과며고도" for word in hangul):
        return False
    if _in_two_scripts(source, first, last):
        return False
    start, end = tokens[first].start, tokens[last - 1].end
    tailed = search_tail(text, start, end) is not None and _TWO_TOLD.search(text, start, end) is None
    return not tailed or not (_led(source, first) or _BEGINS_AS_WORK.match(text, start, end) is not None)


def _plain_words(source: Source, first: int, last: int) -> list[str]:
    """The words outside quotation marks and brackets, or none where an address stands among them."""
    plain: list[str] = []
    text, inside = source.text, first
    for place, (kind, start, end, mate, _) in enumerate(source.tokens[first:last], first):
        if place < inside or kind == "s":
            continue
        if mate > place:
            inside = mate + 1
        elif kind == "w":
            plain.append(text[start:end])
        elif kind == "u":
            return []
    return plain


_BEGINS_AS_WORK = regex.compile(
    r"[^「『《〈“\".;:!?]{2,60},\s?[「『《〈“\"]|[「『《]"
    r"|(?:\p{Hangul}{2,6}(?:[·,]\s?\p{Hangul}{2,6}){0,2},\s)?(?:앞의?|위의?|같은|전게|상게)\s?(?:책|글|논문|서|보고서|자료|기사|문헌),?\s"
)
"""The head of a citation that a request to read it follows: `정선태, 『…』(소명출판, 1999), 66-70쪽을 볼 것`."""


_IMPRINT_LAST = regex.compile(r"\p{Hangul}\s\[[^\[\]]{4,80}\]\s\([^():]{2,30}:[^()]{2,50},\s(?:19|20)\d\d\)[.,\s\d]*$")
"""What stands behind such a title: `… 먹었을까 [Who ate …?] (Seoul: Ungjin, 1992)`."""
_TWO_TOLD = re.compile(r"[가-힣]의 [『「《][^』」》]*[』」》].*[가-힣]의 [『「《]", re.DOTALL)
"""Works that a sentence tells, each with its author: `김영민의 『…』(소명출판, 2012), 천정환의 『…』(…) 등을 들 수 있다`."""


def _in_two_scripts(source: Source, first: int, last: int) -> bool:
    """title in Latin letters, marked, Hangul ["[" translation "]"] — `*Kŭ mant'ŏn singa …* 그 많던 싱아는 누가 다 먹었을까`.

    Without marks the translation and an imprint tell it.
    """
    tokens, text = source.tokens, source.text
    place = next((place for place in range(first, last) if tokens[place].kind != "s"), first)
    head, mate = tokens[place], tokens[place].mate
    if head.kind == "w" and text[head.start].isascii():
        return _IMPRINT_LAST.search(text, tokens[last - 1].end - 100, tokens[last - 1].end) is not None
    if (
        head.mark not in TITLE_MARKS
        or not place < mate < last - 1
        or _HANGUL.search(text, head.start, tokens[mate].start)
    ):
        return False
    if _PARTICLE_NEXT.match(text, tokens[mate].end) is not None:
        return False
    return any(token.mark == "[" for token in tokens[mate:last]) or (head.mark in "*_" and tokens[mate + 1].kind == "s")


def _led(source: Source, first: int) -> bool:
    return match_lead(source.text, source.tokens[first].start, len(source.text)) is not None


def looks_like_citation(source: Source, first: int, last: int) -> bool:
    """Whether a stretch without a work has what citations have: a marked title, a year, pages, an address."""
    tokens = source.tokens[first:last]
    printed = source.text[tokens[0].start : tokens[-1].end]
    plain = [source.text[token.start : token.end] for token in tokens if token.kind == "w"]
    running = sum(1 for word in plain if word in words("prose")) >= 2 or (
        len(plain) >= 4 and _PROSE_KO.search(printed[-12:]) is not None
    )
    if running:
        return False
    lower = sum(1 for word in plain if word.isascii() and word[0].islower())
    marked = any(token.mark in TITLE_MARKS and token.mark not in "?‘" and token.mate > 0 for token in tokens)
    if not marked and len(plain) >= 4 and lower * 5 >= len(plain) * 2:
        return _PAGES.search(printed) is not None
    return marked or _FIGURE.search(printed) is not None


def runs_on(printed: str) -> bool:
    """Whether a text behind a quotation goes on as a sentence does: `was codified in 2014`."""
    found = printed.split()
    if len(found) < 2 or not found[0][:1].islower() or not found[0].isascii():
        return False
    return any(word in words("prose") or (word.endswith("ed") and word.islower()) for word in found)


_EXHIBIT_LETTERS = frozenset("표그부도사자필저인면TFAMCtampceioIE")
_EXHIBIT = regex.compile(
    r"(?:표|그림|부록|도표|사진|자료|Tables?|Figures?|Fig\.|Appendix|Map|Chart)\s?(?:\d[\d.-]*|[A-Z])?"
    r"|(?:필자|저자)?\s?(?:인터뷰|면담)"
    r"|(?:(?:The |the )?(?:[Aa]uthor|[Aa]uthors|[Pp]ersonal|[Tt]elephone|[Pp]hone|[Ee]-?mail|[Cc]onfidential|[Mm]y|[Oo]ur)(?:[’']s?)?\s)?"
    r"(?:[Ii]nterviews?|[Cc]onversations?|[Cc]ommunications?|[Cc]orrespondence|[Ee]-?mails?) (?:by|with|to|from)\b.*"
)


def is_exhibit(title: str) -> bool:
    """Whether a title is a table or figure of the text itself, or an interview by its author."""
    return title[:1] in _EXHIBIT_LETTERS and _EXHIBIT.fullmatch(title) is not None
