"""A note cut into works: lead-ins, several works in one note, prose round a work, and what is not understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

import regex
from attrs import Factory, define

from juche_toolkit.citation.backrefs import read_back_reference, read_short
from juche_toolkit.citation.bibtex import read_bibtex
from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.grammar import read_items, read_layout
from juche_toolkit.citation.items import TITLE_MARKS, Item, Source
from juche_toolkit.citation.legal import read_legal
from juche_toolkit.citation.lexer import Token
from juche_toolkit.citation.names import read_names
from juche_toolkit.citation.words import alternatives

__all__ = ["LONGEST_WORK", "Reading", "read_note_text"]

LONGEST_WORK = 4000
"""A stretch longer than this many characters without a boundary is no citation of one work."""

_PROSE_EN = frozenset(
    ["is", "was", "are", "were", "be", "been", "being", "has", "have", "had", "does", "did", "this", "that", "these", "those", "which", "who", "whom", "it", "its", "they", "their", "them", "he", "she", "his", "her", "we", "our", "us", "not", "however", "also", "argue", "argues", "argued", "suggests", "suggest", "suggested", "shows", "show", "showed", "because", "although", "while", "when", "would", "could", "may", "might", "can", "will", "should", "according", "such", "there", "here", "i", "you", "your", "about", "among", "than", "then", "therefore", "thus", "into", "if", "as", "but", "so", "refers", "refer", "means", "uses", "used", "says", "said"]
)
_PROSE_KO = regex.compile(r"(?:다|요|까|함|임|됨|음|것)\s?[.?!]?\s*$")
_AUTHOR_DATE = regex.compile(r"[^「『《〈“\"]{1,120}?[.\s(,]\s?\(?(?:1[5-9]|20)\d\d[a-e]?(?:년[^)]{0,12})?\)?\s?[.,]")


@define
class Reading:
    """What a note's text holds: drafts with their lead-ins, stretches not understood, and prose (ranges of folded text)."""

    drafts: list[tuple[Draft, tuple[int, int] | None]] = Factory(list)
    left: list[tuple[int, int, str]] = Factory(list)
    prose: list[tuple[int, int]] = Factory(list)


@cache
def _lead() -> regex.Pattern[str]:
    return regex.compile(
        rf"\s*(?P<lead>{alternatives('lead')}(?:\s?[:,])?(?=[\s「『《〈“\"(])"
        r"|(?:For|On|As|In|Also|But|And|More)\b[^.;“”\"「『]{1,150}?[,\s](?:see(?:,? also)?|consult|cf\.)[,:]?(?=\s)"
        r"|[^「『《〈“\".;()]{2,120}?(?:에 대해서는|에 대하여는|에 관해서는|에 관하여는|에 대해선|에 대한 것은|"
        r"(?:논의|설명|내용|것|연구|분석|평가|사항|경과|과정)(?:은|는)(?: 다음을)?)[:,]?(?=\s))\s*(?:다음(?:을|의)?(?: 글을)?\s?(?:참조|참고)?[:.]?\s)?",
        regex.IGNORECASE,
    )


@cache
def _tail() -> regex.Pattern[str]:
    return regex.compile(rf"\s?(?P<tail>(?:등(?:을|의)?\s?)?{alternatives('tail')})\s?[.)]?\s*$")


@cache
def _next_lead() -> regex.Pattern[str]:
    return regex.compile(
        r"\s*(?:(?:[Ss]ee(?:,? also)?|Also see|And see|Cf\.|For (?:more|details|example|a|an|the)\b|Quoted in|Cited in|Ibid\b|[Ii]d\.)"
        r"|자세한|보다 자세한|더 자세한|이에 대해서는|이에 대한|또한|위의 (?:책|글)|앞의 (?:책|글)|같은 (?:책|글))"
    )


def read_note_text(source: Source, first: int) -> Reading:
    """Read the works of a note whose body begins at token `first`.

    note := stretch (";" stretch | ". See also" stretch)*;  stretch := [lead-in] work+ [tail] | prose
    """
    reading = Reading()
    if read_bibtex(source, first, reading):
        return reading
    for begin, stop in _stretches(source, first):
        _read_stretch(reading, source, begin, stop, depth=0)
    return reading


def _stretches(source: Source, first: int, last: int | None = None) -> Iterator[tuple[int, int]]:
    """The token ranges between semicolons, and before a lead-in that begins a sentence, outside all brackets."""
    tokens, text = source.tokens, source.text
    stop = len(tokens) if last is None else last
    begin = place = first
    while place < stop:
        token = tokens[place]
        if token.kind == "p":
            if token.mate > place:
                place = min(token.mate, stop - 1)
            elif text[token.start] == ";":
                yield begin, place
                begin = place + 1
            elif text[token.start] in ".?!" and _next_lead().match(text, token.end) is not None and place + 1 < stop:
                yield begin, place + 1
                begin = place + 1
        place += 1
    yield begin, stop


def _bounds(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """A token range without spaces at its ends."""
    while first < last and tokens[first].kind == "s":
        first += 1
    while last > first and tokens[last - 1].kind == "s":
        last -= 1
    return first, last


def _read_stretch(reading: Reading, source: Source, first: int, last: int, *, depth: int) -> None:
    """stretch := "(" stretch ")" | [lead-in] works [tail] | prose"""
    tokens = source.tokens
    first, last = _bounds(tokens, first, last)
    if first >= last:
        return
    start, end = tokens[first].start, tokens[last - 1].end
    if not any(token.kind in "wnud" for token in tokens[first:last]):
        return
    if depth < 3 and _brackets_only(source, first, last):
        for begin, stop in _groups(tokens, first, last):
            for inner in _stretches(source, begin + 1, stop):
                _read_stretch(reading, source, *inner, depth=depth + 1)
        return
    if end - start > LONGEST_WORK:
        _long(reading, source, first, last)
        return
    prose = _prose_sentences(source, first, last)
    if not prose:
        _read_works(reading, source, first, last)
        return
    for begin, stop, is_prose in prose:
        if is_prose:
            _prose(reading, source, begin, stop, depth=depth)
        else:
            _read_works(reading, source, begin, stop)


def _long(reading: Reading, source: Source, first: int, last: int) -> None:
    """A stretch too long for a work: prose by its sentences, or not understood."""
    start, end = source.tokens[first].start, source.tokens[last - 1].end
    sentences = list(_sentences(source, first, last))
    if len(sentences) < 3 or (end - start) / len(sentences) > 1000:
        reading.left.append((start, end, f"a stretch of {end - start} characters without a boundary is no citation"))
        return
    for begin, stop in sentences:
        begin, stop = _bounds(source.tokens, begin, stop)
        if stop <= begin:
            continue
        if _is_prose(source, begin, stop):
            reading.prose.append((source.tokens[begin].start, source.tokens[stop - 1].end))
        else:
            _read_works(reading, source, begin, stop)


def _groups(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    place = first
    while place < last:
        if tokens[place].mate > place:
            yield place, tokens[place].mate
            place = tokens[place].mate
        place += 1


def _brackets_only(source: Source, first: int, last: int) -> bool:
    """Whether a stretch is round or square brackets and nothing else."""
    tokens, text = source.tokens, source.text
    if text[tokens[first].start] not in "([" or tokens[first].mate < 0 or tokens[first].mate >= last:
        return False
    place = first
    while place < last:
        token = tokens[place]
        if token.mate > place and token.mark in ("(", "["):
            place = token.mate
        elif token.kind not in "sp" or token.mark in TITLE_MARKS:
            return False
        place += 1
    return True


def _sentences(source: Source, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The token ranges of sentences: a full stop, question or exclamation mark outside brackets, and a space."""
    tokens, text = source.tokens, source.text
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


def _prose_sentences(source: Source, first: int, last: int) -> list[tuple[int, int, bool]]:
    """Runs of prose and of the rest, or nothing where no sentence is prose."""
    start, end = source.tokens[first].start, source.tokens[last - 1].end
    if _AUTHOR_DATE.match(source.text, start, end) is not None:
        return []
    runs: list[tuple[int, int, bool]] = []
    for begin, stop in _sentences(source, first, last):
        prose = _is_prose(source, begin, stop)
        if runs and runs[-1][2] == prose:
            runs[-1] = (runs[-1][0], stop, prose)
        else:
            runs.append((begin, stop, prose))
    return runs if any(prose for _, _, prose in runs) else []


def _is_prose(source: Source, first: int, last: int) -> bool:
    """Whether a sentence is prose by its words outside quotation marks and brackets."""
    tokens, text = source.tokens, source.text
    plain: list[str] = []
    place = first
    english = 0
    while place < last:
        token = tokens[place]
        if token.mate > place:
            place = token.mate
        elif token.kind == "w":
            word = text[token.start : token.end]
            plain.append(word)
            english += word in _PROSE_EN
        elif token.kind == "u":
            return False
        place += 1
    if not plain:
        return False
    if english:
        lower = sum(1 for word in plain if word[:1].islower())
        return english >= 2 and len(plain) >= 6 and lower * 2 >= len(plain) and not _led(source, first)
    hangul = [word for word in plain if "가" <= word[0] <= "힣"]
    stop = tokens[last - 1].end
    ending = _PROSE_KO.search(text, max(0, stop - 12), stop) is not None
    particles = sum(1 for word in hangul if len(word) > 1 and word[-1] in "은는이가을를의에로와과며고도")
    return ending and len(hangul) >= 3 and particles >= 1 and tokens[last - 1].kind != "w"


def _led(source: Source, first: int) -> bool:
    return _lead().match(source.text, source.tokens[first].start) is not None


def _prose(reading: Reading, source: Source, first: int, last: int, *, depth: int) -> None:
    """Prose: nothing is cited but what stands in round brackets and is a citation beyond doubt."""
    first, last = _bounds(source.tokens, first, last)
    if first >= last:
        return
    reading.prose.append((source.tokens[first].start, source.tokens[last - 1].end))
    if depth:
        return
    for begin, stop in _groups(source.tokens, first, last):
        if source.tokens[begin].mark != "(" or source.tokens[stop].end - source.tokens[begin].start > 600:
            continue
        for inner in _stretches(source, begin + 1, stop):
            trial = Reading()
            _read_stretch(trial, source, *inner, depth=depth + 1)
            if trial.drafts and all(_sure(draft) for draft, _ in trial.drafts):
                reading.drafts.extend(trial.drafts)
                reading.left.extend(trial.left)


def _sure(draft: Draft) -> bool:
    """Whether a draft found in prose is a citation beyond doubt."""
    if draft.form != "full":
        return True
    named = draft.has("title", "container_title")
    return (
        named
        and draft.doubt < 0.2
        and not draft.left
        and draft.has("volume", "issue", "pages", "year", "url", "number")
    )


def _read_works(reading: Reading, source: Source, first: int, last: int) -> None:
    """works := [lead-in] work (work)* [tail]"""
    tokens = source.tokens
    first, last = _bounds(tokens, first, last)
    if first >= last:
        return
    first = _past_connective(source, first, last)
    lead, first = _strip_lead(source, first, last)
    tail, stop = _strip_tail(source, first, last)
    if first >= stop:
        return
    start, end = tokens[first].start, tokens[stop - 1].end
    for index, (begin, finish) in enumerate(_split_works(source, first, stop)):
        draft = _read_work(source, begin, finish)
        place = lead if index == 0 else None
        if draft is None or not _is_citation(draft):
            _not_a_citation(reading, source, begin, finish, draft)
            continue
        if tail is not None and finish == stop and (place is None or "재인용" in source.text[tail[0] : tail[1]]):
            place = tail
        reading.drafts.append((draft, place))
        reading.left.extend(draft.left)
    if lead is not None and not reading.drafts:
        reading.prose.append((lead[0], start))
    if tail is not None and not reading.drafts:
        reading.prose.append((end, tail[1]))


_CONNECTIVES = frozenset({"and", "und", "or", "및", "그리고", "또는"})


def _past_connective(source: Source, first: int, last: int) -> int:
    """The first token behind an `and` that joins this work to the one before."""
    token = source.tokens[first]
    if token.kind == "w" and source.text[token.start : token.end].casefold() in _CONNECTIVES:
        return _bounds(source.tokens, first + 1, last)[0]
    return first


def _strip_lead(source: Source, first: int, last: int) -> tuple[tuple[int, int] | None, int]:
    """The range of a lead-in, and the first token behind it."""
    start, end = source.tokens[first].start, source.tokens[last - 1].end
    match = _lead().match(source.text, start, end)
    if match is None:
        return None, first
    place = first
    while place < last and source.tokens[place].start < match.end():
        place += 1
    span = match.span("lead")
    while span[1] > span[0] and source.text[span[1] - 1] in " ,:":
        span = span[0], span[1] - 1
    return span, _bounds(source.tokens, place, last)[0]


def _strip_tail(source: Source, first: int, last: int) -> tuple[tuple[int, int] | None, int]:
    """The range of a tail (참조, 에서 재인용), and the end of the tokens before it."""
    if first >= last:
        return None, last
    start, end = source.tokens[first].start, source.tokens[last - 1].end
    match = _tail().search(source.text, max(start, end - 24), end)
    if match is None:
        return None, last
    place = last
    while place > first and source.tokens[place - 1].start >= match.start("tail"):
        place -= 1
    if place > first and source.tokens[place - 1].end > match.start("tail"):
        if source.tokens[place - 1].kind != "w":
            return None, last
        source.tokens[place - 1] = source.tokens[place - 1]._replace(end=match.start("tail"))
    return match.span("tail"), _bounds(source.tokens, first, place)[1]


def _read_work(source: Source, first: int, last: int) -> Draft | None:
    """work := back-reference | short citation | legal | layout"""
    first, last = _bounds(source.tokens, first, last)
    if first >= last:
        return None
    start, end = source.tokens[first].start, source.tokens[last - 1].end
    draft = Draft(source, start, end)
    if read_back_reference(draft, first, last):
        return draft
    draft = Draft(source, start, end)
    if read_legal(draft):
        return draft
    draft = Draft(source, start, end)
    items = read_items(draft, first, last)
    if read_short(draft, items):
        return draft
    read_layout(draft, items)
    return draft


def _is_citation(draft: Draft) -> bool:
    """Whether enough was read to call it a citation."""
    if draft.form != "full" or "type" in draft.values:
        return True
    placed = draft.has(
        "year", "volume", "issue", "whole_number", "pages", "url", "publisher", "place", "locator", "doi", "isbn"
    )
    title = draft.has("title")
    if title and draft.title_mark:
        return (
            placed
            or bool(draft.people)
            or draft.has("container_title")
            or draft.end - draft.start <= draft.spans["title"][1] - draft.spans["title"][0] + 6
        )
    if draft.has("container_title"):
        return placed or title
    if draft.has("url") and not draft.people:
        return True
    if draft.has("genre") and draft.has("publisher"):
        return True
    if title:
        support = (
            bool(draft.people)
            + draft.has("year")
            + draft.has("publisher")
            + draft.has("pages") + draft.has("url", "volume", "issue")
        )
        return support >= 2
    return bool(draft.people) and draft.has("publisher", "place")


def _not_a_citation(reading: Reading, source: Source, first: int, last: int, draft: Draft | None) -> None:
    """Prose, or a string that looks like a citation and can't be read."""
    first, last = _bounds(source.tokens, first, last)
    if first >= last or draft is None:
        return
    start, end = source.tokens[first].start, source.tokens[last - 1].end
    if _looks_like_citation(source, first, last):
        reading.left.append((start, end, "this looks like a citation, but no work can be made out"))
    else:
        reading.prose.append((start, end))


_FIGURE = regex.compile(
    r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|\bpp?\.\s?\d|\d\s?(?:쪽|페지|페이지|면)(?!\p{Hangul})|제\s?\d+\s?(?:권|호|집)|https?://|\bno\.\s?\d|\bvol\.\s?\d",
    regex.IGNORECASE,
)


def _looks_like_citation(source: Source, first: int, last: int) -> bool:
    """Whether a stretch without a work has what citations have: a marked title, a year, pages, an address."""
    tokens = source.tokens[first:last]
    printed = source.text[tokens[0].start : tokens[-1].end]
    plain = [source.text[token.start : token.end] for token in tokens if token.kind == "w"]
    running = sum(1 for word in plain if word in _PROSE_EN) >= 2 or (
        len(plain) >= 4 and _PROSE_KO.search(printed[-12:]) is not None
    )
    if running:
        return False
    marked = any(token.mark in TITLE_MARKS and token.mark not in "?‘" and token.mate > 0 for token in tokens)
    return marked or _FIGURE.search(printed) is not None


def _split_works(source: Source, first: int, last: int) -> list[tuple[int, int]]:
    """Cut a stretch where a new author and title follow the end of a work without a semicolon.

    A work has ended when pages, a date or an imprint stand behind a title, and names and a quoted title follow.
    """
    draft = Draft(source, source.tokens[first].start, source.tokens[last - 1].end)
    items = read_items(draft, first, last)
    quotes = [index for index, item in enumerate(items) if item.kind == "quote"]
    if len(quotes) < 2:
        return [(first, last)]
    cuts: list[int] = []
    for quote in quotes[1:]:
        cut = _new_work(source, items, quote, cuts)
        if cut is not None:
            cuts.append(cut)
    places = [first, *(_token_at(source, items[cut].start, first, last) for cut in cuts), last]
    return list(pairwise(places))


def _new_work(source: Source, items: Sequence[Item], quote: int, cuts: Sequence[int]) -> int | None:
    """The item a new work begins with, if the quoted title at `quote` belongs to one."""
    begin = quote
    while begin > 0 and items[begin - 1].kind in ("text", "sep", "role") and not (
        items[begin - 1].kind == "sep" and items[begin - 1].mark == "."):  # fmt: skip
        begin -= 1
    texts = [item for item in items[begin:quote] if item.kind == "text"]
    if not texts or begin == 0 or (cuts and begin <= cuts[-1]):
        return None
    before = items[begin - 1] if items[begin - 1].kind != "sep" else items[begin - 2]
    if before.kind not in ("figure", "date", "imprint", "url") or not any(
        item.kind == "quote" for item in items[:begin]
    ):
        return None
    people = read_names(source.text, texts[0].start, texts[-1].end)
    if people is None or people.strength < 2 or people.role is not None:
        return None
    return items.index(texts[0])


def _token_at(source: Source, place: int, first: int, last: int) -> int:
    return next((index for index in range(first, last) if source.tokens[index].start >= place), last)
