"""A stretch cut into works where no semicolon parts them: a new author and title, acts of a law, author-date lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import regex

from juche_toolkit.citation.bare_acts import bare_acts_in
from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.english_acts import english_acts_in
from juche_toolkit.citation.grammar import read_items
from juche_toolkit.citation.items import TITLE_MARKS, Item, Source
from juche_toolkit.citation.kinds import periodical
from juche_toolkit.citation.legal import LAW_NAME, LOCATOR, acts_in
from juche_toolkit.citation.lexer import signs_of
from juche_toolkit.citation.names import read_names
from juche_toolkit.citation.words import KOREAN

__all__ = ["split_works"]

_MARKS = "".join(map(re.escape, signs_of(TITLE_MARKS)))
_TWO_TITLES = re.compile(rf"(?:[^{_MARKS}]*+[{_MARKS}]){{4}}", re.DOTALL)
"""A look for the four marks that two marked titles have."""


def split_works(source: Source, first: int, last: int, *, quoted: bool = False) -> list[tuple[int, int]]:
    """Cut a stretch where a new author and title follow the end of a work without a semicolon.

    A work has ended when pages, a date or an imprint stand behind a title, and names and a quoted title follow.
    """
    start, end = _bounds(source, first, last)
    known = _at_law_or_pointer(source, first, last) if quoted else None
    if known is not None:
        return known
    if (bracket := _translation_in_bracket(source, first, last)) is not None:
        return [(first, bracket), (bracket + 1, min(source.tokens[bracket].mate, last))]
    places = _next_pointers(source.text, start, end) or _short_list(source.text, start, end)
    places = places or acts_in(source.text, start, end) or bare_acts_in(source.text, start, end)
    if places := places or english_acts_in(source.text, start, end):
        return list(pairwise([first, *(_token_at(source, place, first, last) for place in places), last]))
    if _TWO_TITLES.match(source.text, source.tokens[first].start, source.tokens[last - 1].end) is None:
        return [(first, last)]
    if sum([token.mark in TITLE_MARKS for token in source.tokens[first:last]]) < 4:
        return [(first, last)]
    draft = Draft(source, source.tokens[first].start, source.tokens[last - 1].end)
    items = read_items(draft, first, last)
    quotes = [index for index, item in enumerate(items) if item.kind == "quote"]
    if len(quotes) < 2:
        return [(first, last)]
    cuts: list[int] = []
    for quote in quotes[1:]:
        cut = _new_work(source, items, quote, cuts, quoted=quoted)
        if cut is not None:
            cuts.append(cut)
    if not cuts:
        source.read[first, last] = items
        return [(first, last)]
    tokens = [first, *(_token_at(source, items[cut].start, first, last) for cut in cuts), last]
    return list(pairwise(tokens))


def _at_law_or_pointer(source: Source, first: int, last: int) -> list[tuple[int, int]] | None:
    """The cuts before the work in which another was quoted: at its bracket, behind a law, at a pointer."""
    if (bracket := _open_bracket(source, first, last)) is not None:
        return [(first, bracket), (bracket + 1, last)]
    if (law := _LAW_BEFORE.match(source.text, *_bounds(source, first, last))) is not None:
        middle = _token_at(source, law.end(), first, last)
        return [(first, middle), *split_works(source, middle, last, quoted=True)]
    if (pointer := _POINTER.search(source.text, *_bounds(source, first, last))) is not None:
        middle = _token_at(source, pointer.end(), first, last)
        return [(first, middle), (middle, last)]
    return None


_TRANSLATED = regex.compile(
    r"\(\s?(?:(?:국역본?|한국어\s?판|한국어\s?번역본?|한글\s?번역본?|우리말\s?번역본?|번역본)\s?[:,]?\s?)?"
    r"(?:\p{Hangul}{2,12}(?:\s\p{Hangul}{1,10})?(?:\s?[·,]\s?\p{Hangul}{2,4}){0,4}(?:\s외)?\s?(?:공역|옮김|번역|역|譯),?\s?)[『《]"
)


def _translation_in_bracket(source: Source, first: int, last: int) -> int | None:
    """work := original "(" people role "," 『title』 imprint ")" — a translation in full behind the imprint of a foreign work.

    `Max Weber, Wirtschaft und Gesellschaft, Tübingen: Mohr, 1972 (박성환 역, 『경제와 사회』, 문학과지성사, 2003)`: two works.
    """
    start, end = _bounds(source, first, last)
    match = _TRANSLATED.search(source.text, start, end) if "역" in source.text or "옮김" in source.text else None
    if match is None or KOREAN.search(source.text, start, match.start()) is not None or match.start() < start + 12:
        return None
    bracket = _token_at(source, match.start(), first, last)
    token = source.tokens[bracket]
    if token.mate < last - 1 and any(part.kind not in "sp" for part in source.tokens[token.mate + 1 : last]):
        return None
    stop = source.tokens[token.mate].start if bracket < token.mate < last else end
    years = (_YEAR.search(source.text, *place) for place in ((start, token.start), (token.end, stop)))
    return bracket if token.mate > bracket and all(years) else None


_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def _next_pointers(text: str, start: int, end: int) -> list[int]:
    """Where pointers to earlier works begin behind the pages of another."""
    if _BACK.search(text, start, end) is None:
        return []
    return [match.end() for match in _NEXT_POINTER.finditer(text, start, end)]


_LAW_BEFORE = regex.compile(
    rf"[「『《〈“]?(?:[\p{{Hangul}}·]+\s){{0,12}}[\p{{Hangul}}·]*{LAW_NAME}[」』》〉”]?(?:\s?\([^()]{{1,40}}\))?\s?(?:{LOCATOR.pattern})\s?[,;.]\s?"
    r"(?=\p{Hangul}[^「『《〈“]{1,60}[「『《〈“])"
)
"""A law with its article, before the work in which it was quoted: `북한 형법(2015) 제60조, 국가정보원, 『북한법령집 상』, …에서 재인용`."""


_BACK = re.compile(r"[의앞위게은] ?(?:책|글|논문|론문|문헌|기사|서|자료|보고서)(?![가-힣])")
"""A look for the words of such a pointer."""
_WORDS_BACK = (
    r"(?=(?:\p{Hangul}{2,4}(?:[·,]\s?\p{Hangul}{2,4}){0,2}(?:\s외)?,?\s)?"
    r"(?:앞의|위의|앞|위|전게|상게|같은|우와\s같은)\s?(?:책|글|논문|론문|문헌|기사|서|자료|보고서)(?!\p{Hangul}))"
)
_POINTER = regex.compile(rf"(?<=(?:\d\s?(?:쪽|면|페지|페이지|[일년호권])자?|\d|\)))[,.]\s{_WORDS_BACK}")
"""Where a pointer to an earlier work begins, from which the one before it was quoted: `…, 482쪽, 이종석, 앞의 책, 151쪽에서 재인용`."""
_NEXT_POINTER = regex.compile(
    rf"(?<=\d\s?(?:쪽|면|페지|페이지))(?:[,.]\s|[,.]?\s(?:및|그리고|또는)\s|[와과]\s){_WORDS_BACK}"
)
"""Where one begins behind the pages of another work: `위의 책, 15쪽 및 박형중, 앞의 책, 70쪽`."""


def _bounds(source: Source, first: int, last: int) -> tuple[int, int]:
    return source.tokens[first].start, source.tokens[last - 1].end


def _open_bracket(source: Source, first: int, last: int) -> int | None:
    """The bracket in which a work was quoted: `《로동신문》 2012년 4월 12일(위의 글, 7쪽에서 재인용)`, its tail already off."""
    for place in range(last - 2, first, -1):
        if source.tokens[place].mark == "(" and source.tokens[place].mate >= last:
            return place
    return None


_SHORT = re.compile(
    r"[^\d,;:()“”「『《\"]{2,60}+(?P<comma>,)?\s?(?P<bracket>\()?(?:1[89]|20)\d\d[a-z]?(?:\s?[:,]\s?(?:pp?\.\s?)?\d{1,4}(?:[-–~]\d{1,4})?(?(bracket)쪽?)(?!\d))?"
    r"(?(bracket)\)(?:,\s(?:pp?\.\s?)?\d{1,4}(?:[-–~]\d{1,4})?쪽?(?=[,\s]|$))?)(?:,\s|\s?[·ㆍ]\s?|\s?(?P<joint>[과와])\s|$)"
)


def _short_list(text: str, start: int, end: int) -> list[int]:
    """short list := author year ["," pages] ("," author year ["," pages])+ — where the second and further ones begin."""
    places: list[int] = []
    commas: set[bool] = set()
    place = start
    while place < end and end - start < 600:
        match = _SHORT.match(text, place, end)
        if match is None:
            return []
        commas.add(match["comma"] is not None)
        if len(commas) > 1:  # `조선중앙년감 2012, 조선중앙통신사, 2012`
            return []
        place = match.end()
        places.append(match.start("joint") if match["joint"] else place)
    return places[:-1]


def _joined_works(source: Source, items: Sequence[Item], quote: int) -> bool:
    """Whether nothing but `과` stands between the pages of one work and the title of the next: `…, 55쪽과 『김정일선집』 10권`."""
    place = quote - 1 - (quote > 1 and items[quote - 1].kind == "text")
    figure = items[place].figure if quote else None
    if figure is None or figure.field != "pages":
        imprints = [item for item in (items[place], *items[quote + 1 : quote + 2]) if item.kind == "imprint"]
        if len(imprints) < 2:  # `『침묵으로 지은 집』(문학동네, 2003)과 『사당동 더하기 25』(또하나의문화, 2012)`
            return False
    return source.text[items[place].end : items[quote].start].strip() in ("과", "와", "및")


def _papers_joined(source: Source, items: Sequence[Item], quote: int) -> bool:
    """Whether two newspapers stand side by side, and a day behind them: `『동아일보』·『조선일보』 1946년 1월 5일`."""
    before = next((place for place in range(quote - 1, -1, -1) if items[place].kind not in ("sep", "text")), None)
    if (
        before is None
        or items[before].kind != "quote"
        or quote + 1 >= len(items)
        or not _IS_PAPER.search(source.inner(items[quote]))
    ):
        return False
    if source.text[items[before].end : items[quote].start].strip() not in ("·", "ㆍ", "・", ",", "/", "및", "과", "와"):
        return False
    dated = any(item.date is not None and item.date.day is not None for item in items[quote + 1 : quote + 3])
    papers = (periodical(source.inner(items[place])) for place in (before, quote))
    return dated and all(paper is not None and paper.kind == "newspaper" for paper in papers)


_IS_PAPER = re.compile(r"(?:일보|신문|조선|시보)$")


def _new_work(source: Source, items: Sequence[Item], quote: int, cuts: Sequence[int], *, quoted: bool) -> int | None:
    """The item a new work begins with, if the quoted title at `quote` belongs to one."""
    begin = quote
    while begin > 0 and items[begin - 1].kind in ("text", "sep", "role") and not (
        items[begin - 1].kind == "sep" and items[begin - 1].mark == "."):  # fmt: skip
        begin -= 1
    stroke = next(
        (place for place in range(begin, quote) if items[place].mark == "/" and items[place].kind == "sep"), None
    )
    if stroke is not None and any(item.kind == "quote" for item in items[:stroke]) and items[stroke + 1].kind == "text":
        people = read_names(source.text, items[stroke + 1].start, items[stroke + 1].end)
        if people is not None and people.strength >= 2 and people.role is None:
            return stroke + 1
    if _joined_works(source, items, quote) or _papers_joined(source, items, quote):
        return quote
    texts = [item for item in items[begin:quote] if item.kind == "text"]
    if not texts or begin == 0 or (cuts and begin <= cuts[-1]):
        return None
    before = items[begin - 1] if items[begin - 1].kind != "sep" else items[begin - 2]
    ends = ("figure", "date", "imprint", "url", "quote") if quoted else ("figure", "date", "imprint", "url")
    if before.kind not in ends or not any(item.kind == "quote" for item in items[:begin]):
        return None
    earlier = [item for item in items[:begin] if item.kind == "quote"]
    if (
        len(earlier) == 1
        and not any(item.kind == "text" for item in items[:begin])
        and periodical(source.inner(earlier[0]))
    ):
        return None
    people = read_names(source.text, _past_joining(source.text, texts[0].start), texts[-1].end)
    if people is None or people.strength < 2 or people.role is not None:
        return None
    return items.index(texts[0])


def _past_joining(text: str, start: int) -> int:
    """The place behind a word that joins a further work to the one before it: `…, 16쪽 및 최장집, 『…』`."""
    return start + next((len(word) for word in _JOINING if text.startswith(word, start)), 0)


_JOINING = ("과 ", "와 ", "및 ", "그리고 ", "또는 ", "혹은 ")


def _token_at(source: Source, place: int, first: int, last: int) -> int:
    return next((index for index in range(first, last) if source.tokens[index].start >= place), last)
