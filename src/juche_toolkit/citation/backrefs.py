"""Back-references and short citations: Ibid., 위의 책, 앞의 글, op. cit., supra note 5, Park 2010."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import regex

from juche_toolkit.citation.before import names_before
from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.grammar import read_items
from juche_toolkit.citation.imprint import is_remark, thesis
from juche_toolkit.citation.items import TITLE_MARKS, Item
from juche_toolkit.citation.journals import look_up
from juche_toolkit.citation.kinds import container_like, periodical
from juche_toolkit.citation.names import People, Person, read_names
from juche_toolkit.citation.parts import is_volume
from juche_toolkit.citation.prose import is_exhibit
from juche_toolkit.citation.words import alternatives, ends_with, folded, words

__all__ = ["names_back", "read_back_reference", "read_short"]

_REACH = 300
"""A back-reference's words stand within this many characters of the beginning."""


@cache
def _pattern() -> regex.Pattern[str]:
    first = regex.escape("".join(sorted({form[0] for kind in ("ibid", "opcit") for form in words(kind)})))
    forms = alternatives("ibid", "opcit")
    return regex.compile(
        rf"(?<![\p{{L}}\d])(?=[『「《〈<“‘({first}])[『「《〈<“‘(]?+(?P<words>{forms}|(?:앞의|위의)\s(?P<year>(?:19|20)\d\d)년?\s?(?:책|글|논문|논저))[』」》〉>”’)]?+"
        r"(?!\s?시행(?:령|규칙))(?:(?![\p{L}])|(?=에서\s?(?:재)?인용|의\s?(?:책|글|논문)?\s?\d|을\s?참|를\s?참|,))",
        regex.IGNORECASE,
    )


@cache
def _stems() -> re.Pattern[str]:
    """The first words of back-references, without those that begin with another: where none stands, no pattern need look.

    For lower case, and not within a word.
    """
    first = sorted({form.split()[0] for kind in ("ibid", "opcit") for form in words(kind)})
    shortest = [stem for stem in first if not any(stem.startswith(other) for other in first if other != stem)]
    return re.compile("|".join(f"{re.escape(stem[0])}(?<![a-z가-힣0-9].){re.escape(stem[1:])}" for stem in shortest))


_SUPRA_STEMS = re.compile(r"supra|above|infra|주\s?\d|[en.s]\s?\d{1,4}\)")
_SUPRA = regex.compile(
    r"(?i:supra|above|infra)\s?,?\s?(?i:notes?|n\.)\s?(?P<n>\d{1,4})"
    r"|\((?:(?i:see|cf\.?)\s)?(?i:footnotes?|notes?|fn\.|nn?\.)\s?(?P<n>\d{1,4})\)"
    r"|(?i:footnotes?|notes?|fn\.|n\.)\s?(?P<n>\d{1,4})\s?,?\s?\(?(?i:above|supra)\)?"
    r"|\(?(?:앞의\s?|앞|위의\s?)?(?:각주|미주|(?<!\p{Hangul})주)\s?(?P<n>\d{1,4})\)?(?:번)?(?:의\s?(?P<kind>책|글|논문|기사|자료|문헌|보고서))?\)?"
)
_NOTE_OF_PAGE = regex.compile(
    r"(?<=\d(?:\s?(?:쪽|면|페지|페이지))?(?:,|의)?\s?)(?P<note>(?:각주|미주|(?<!\p{Hangul})주|nn?\.|fn\.|note)\s?\d{1,3}번?)[\s.)]*$"
)
"""A footnote of the page cited, which is a place in the work: `앞의 책, 91쪽 각주 12`."""
_SAME = regex.compile(r"\s?(?:과|와)\s(?:같|동일)")
_KINDS = {"책": "book", "글": "article", "논문": "article", "기사": "news", "보고서": "report"}


def read_back_reference(draft: Draft, first: int, last: int) -> bool:
    """Read a back-reference.

    back-reference := [people ","] [title ","] ("Ibid." | "위의 책" | "op. cit." | "supra note" number …) ["," place]
    """
    text = draft.source.text
    limit = min(draft.end, draft.start + _REACH)
    head_of_note = text[draft.start : limit].lower()
    match: regex.Match[str] | None = None
    if (stem := _stems().search(head_of_note)) is not None:
        exact = len(head_of_note) == limit - draft.start
        match = _outside_titles(
            _pattern().search(text, draft.start + (max(0, stem.start() - 1) if exact else 0), limit)
        )
    supra = _SUPRA.search(text, draft.start, limit) if _SUPRA_STEMS.search(head_of_note) is not None else None
    if match is None and (
        supra is None
        or (
            draft.text(draft.start, supra.start()).strip(" ,") == ""
            and supra.group().startswith("주")
            and not supra.group("kind")
            and _SAME.match(text, supra.end()) is None
        )
    ):
        return False
    found = match if match is not None else supra
    if found is None or (match is None and _is_footnote_of_work(draft, found.start(), found.group())):
        return False
    noted = _NOTE_OF_PAGE.search(text, match.end(), draft.end) if match is not None else None
    if noted is not None and supra is not None and supra.end() > noted.start("note"):
        supra = None
    kind, ibid = _class(match, supra)
    head, tail = found.start(), max(found.end(), supra.end() if supra is not None else 0)
    if supra is not None and match is not None and supra.start() < match.start():
        head = supra.start()
    tokens = draft.source.tokens
    before = next((place for place in range(first, last) if tokens[place].start >= head), last)
    after = next((place for place in range(before, last) if tokens[place].start >= tail), last)
    if noted is not None:
        last = next((place for place in range(after, last) if tokens[place].start >= noted.start("note")), last)
    items = read_items(draft, after, last)
    if not (match is not None and match.group("words").isascii()) and not _behind_fits(draft, items):
        return False
    if not _before(draft, first, before, titled=supra is not None):
        return False
    _behind(draft, items, tail)
    if noted is not None:
        draft.put("locator", *noted.span("note"))
    draft.passed.append((head, tail))
    if match is not None and match["year"]:
        draft.put("year", *match.span("year"), int(match["year"]))
    if any(0 <= start - tail <= 1 and not draft.text(start, start + 1).isascii() for start, _, _ in draft.left):
        kind = "other"  # `위의 책 영역본` is not that book
    named = bool(draft.people) or draft.has("title", "container_title")
    draft.form = "ibid" if ibid and not named and supra is None else "op-cit"
    draft.back_kind = kind
    draft.note_number = int(supra.group("n")) if supra is not None else None
    return True


def _outside_titles(match: regex.Match[str] | None) -> regex.Match[str] | None:
    """The words found, unless they are the last of a title in marks that open before them: `「공권력의 위법」`."""
    if match is None or match.start() < match.start("words"):
        return match
    place = match.end("words")
    place += match.string.startswith((",”", ".”"), place)
    return None if match.string.startswith(("」", "』", "》", "〉", "”"), place) else match


def names_back(text: str) -> bool:
    """Whether the words of a back-reference stand in a text: `위의 책`, `op. cit.`"""
    return _stems().search(text.lower()) is not None and _pattern().search(text) is not None


def _is_footnote_of_work(draft: Draft, place: int, printed: str) -> bool:
    """Whether `각주 12` is a place in a work given before it in full: `…, 《당원조직 연구》, 선인, 2008년, 각주 12`."""
    before = draft.text(draft.start, place)
    given = any(mark in before for mark in "《『「“") and regex.search(r"(?:1[89]|20)\d\d", before) is not None
    return printed.lstrip("(").startswith(("각주", "미주", "주")) and given


def _class(match: regex.Match[str] | None, supra: regex.Match[str] | None) -> tuple[str, bool]:
    """The kind of work named (any, book, article, news …), and whether the words mean the note before."""
    if match is None:
        named = supra.group("kind") if supra is not None else None
        return _KINDS.get(named or "", "any"), False
    plain = folded(match.group("words"))
    if match["year"]:
        plain = _YEAR_WITHIN.sub(" ", plain)
    for kind in ("ibid", "opcit"):
        found = words(kind).get(plain) or _unspaced(kind).get(plain.replace(" ", ""))
        if found is not None:
            return found, kind == "ibid"
    return "any", True


_YEAR_WITHIN = re.compile(r"\s\d{4}년?\s?")


@cache
def _unspaced(kind: str) -> dict[str, str]:
    """The forms of a kind without their spaces; the first of two equal ones counts."""
    found: dict[str, str] = {}
    for form, value in words(kind).items():
        found.setdefault(form.replace(" ", ""), value)
    return found


def _before(draft: Draft, first: int, last: int, *, titled: bool = False) -> bool:
    """What stands before the words: nothing, an author, an author and a short title; anything else is prose.

    A title without marks stands before the number of a note alone: `Lankov, Crisis (see n. 7)`.
    """
    items = read_items(draft, first, last)
    if not items:
        return True
    if titled and [item.kind for item in items] == ["text", "sep", "text"]:
        title = items[2]
        known = read_names(draft.source.text, title.start, title.end)
        if draft.text(title.start, title.end).isascii() and (known is None or known.strength < 1):
            draft.put("title", title.start, title.end)
            items = items[:1]
    for item in items:
        if item.kind == "text":
            people = read_names(draft.source.text, item.start, item.end)
            if (people is None or people.strength < 1 or item.end - item.start > 60) and not _is_serial(draft, item):
                return False
        elif item.kind not in ("sep", "quote", "date", "role", "remark"):
            return False
    serials = [item for item in items if _is_serial(draft, item)]
    names_before(draft, [item for item in items if item.kind in ("text", "role", "sep") and item not in serials])
    for item in items:
        if item in serials:
            marked = item.kind == "quote"
            draft.put("container_title", item.start + marked, item.end - marked)
        elif item.kind == "quote":
            draft.put("title", item.start + 1, item.end - 1)
            draft.title_mark = item.mark
        elif item.kind == "date" and item.date is not None:
            draft.put_date(item.date)
    return True


_OF_DAY = re.compile("날|일자")
"""`『로동신문』, 같은 날짜` is another paper than that of the note before."""


def _is_serial(draft: Draft, item: Item) -> bool:
    """Whether a newspaper or agency stands there, by which an item of news is named again: `조선중앙통신, 앞의 기사`."""
    if item.kind not in ("text", "quote") or _OF_DAY.search(draft.source.text, item.end, item.end + 12) is not None:
        return False
    marked = item.kind == "quote"
    entry = periodical(draft.text(*draft.trimmed(item.start + marked, item.end - marked)))
    return entry is not None and entry.kind in ("newspaper", "agency")


def _behind_fits(draft: Draft, items: Sequence[Item]) -> bool:
    """Whether only a place in the work stands behind Korean words; behind Ibid. a remark may follow."""
    titled = bool(items) and items[0].kind == "quote"
    spare = sum(item.end - item.start for item in items[titled:] if item.kind in ("text", "quote"))
    return spare <= 24 and not any(
        item.kind == "text" and draft.text(item.start, item.end)[:1] in "은는이가을를에의" for item in items
    )


_NO_TITLE = regex.compile(r"(?:본|판|역|역서|편|권|쪽|면|장|절|참조|참고|인용)$|\d")


def _title_behind(draft: Draft, item: Item, words_end: int) -> bool:
    """Read the title that tells which work is meant: `전게 민법총칙`, `앞의 책(『우남 이승만 연구』)`."""
    if draft.has("title") or item.kind not in ("quote", "text") or item.start - words_end > 2:
        return False
    gap = draft.text(words_end, item.start)
    marked = item.kind == "quote"
    if gap not in ("", " ", "(", " (") or (marked and item.mark not in TITLE_MARKS):
        return False
    start, end = draft.trimmed(item.start + marked, item.end - marked)
    printed = draft.text(start, end)
    if len(printed) < _SHORTEST_TITLE or _NO_TITLE.search(printed) is not None or is_remark(printed):
        return False
    if not marked and not (gap.endswith("(") or draft.text(words_end - 2, words_end) in ("전게", "상게")):
        return False
    if not marked and _HANGUL_TITLE.fullmatch(printed) is None:
        return False
    return draft.put("title", start, end)


_SHORTEST_TITLE = 3
_HANGUL_TITLE = regex.compile(r"\p{Hangul}[\p{Hangul}·\s]+")


def _behind(draft: Draft, items: Sequence[Item], words_end: int) -> None:
    """place := [title] ["," ] (figure | date | remark)*"""
    for item in items:
        figure = item.figure
        if figure is not None and item is items[0] and _volume_and_pages(draft, item):
            continue
        if figure is not None and figure.field in ("bare", "range"):
            field = "issue" if _year_in_bracket(draft, items, item) else "pages"
            if not draft.put(field, figure.value_start, figure.value_end, figure.value):
                draft.leave(item.start, item.end, "a second number behind a back-reference")
        elif figure is not None:
            draft.put_figure(figure)
        elif item.kind == "date" and item.date is not None:
            draft.put_date(item.date)
        elif item.kind in ("text", "quote", "other") and (place := _volume_alone(draft, item)) is not None:
            draft.put("volume", *place)
        elif (item.kind in ("text", "quote") and _part_of_page(draft, item)) or (
            item is items[0] and _title_behind(draft, item, words_end)
        ):
            continue
        elif item.kind == "text" and folded(draft.text(item.start, item.end)) in words("part_of_work"):
            draft.put("locator", item.start, item.end)
        elif item.kind in ("text", "quote", "other", "imprint") and not is_remark(draft.text(item.start, item.end)):
            draft.leave(item.start, item.end, "this stands behind a back-reference, and isn't a place in the work")


_TWO_NUMBERS = regex.compile(r"(?P<volume>\d{1,2}),\s?(?P<pages>\d.*)")


def _volume_and_pages(draft: Draft, item: Item) -> bool:
    """Read the volume right behind the words, taken for one of the pages: `앞의 책 2, 400쪽`."""
    figure = item.figure
    if figure is None or figure.field != "pages" or draft.text(item.start - 2, item.start)[:1] not in "책서집":
        return False
    match = _TWO_NUMBERS.fullmatch(draft.source.text, figure.value_start, figure.value_end)
    if match is None:
        return False
    pages = figure.value.partition(",")[2].strip()
    return draft.put("volume", *match.span("volume")) and draft.put("pages", *match.span("pages"), pages)


_NOTE_ON_PAGE = regex.compile(r"(?P<pages>\d{1,4})(?P<locator>n{1,2}\.?\s?\d{1,3}(?:[-–]\d{1,3})?)")


def _part_of_page(draft: Draft, item: Item) -> bool:
    """Read a footnote glued to its page, or a table of the work: `310n5`, `31쪽 <표 2>`."""
    marked = item.kind == "quote"
    start, end = draft.trimmed(item.start + marked, item.end - marked)
    match = _NOTE_ON_PAGE.fullmatch(draft.source.text, start, end)
    if match is not None and not draft.has("pages", "locator"):
        return draft.put("pages", *match.span("pages")) and draft.put("locator", *match.span("locator"))
    return is_exhibit(draft.text(start, end)) and draft.put("locator", start, end)


def _volume_alone(draft: Draft, item: Item) -> tuple[int, int] | None:
    """Where a volume without its unit stands, in marks or without: `앞의 책 Ⅱ`, `앞의 책(하)`."""
    marked = item.kind in ("quote", "other")
    start, end = draft.trimmed(item.start + marked, item.end - marked)
    return (start, end) if is_volume(draft.text(start, end)) and not draft.has("volume") else None


def _year_in_bracket(draft: Draft, items: Sequence[Item], item: Item) -> bool:
    """Whether a year in a bracket follows a number, which then is the issue's: `ibid., 3, (2018)`."""
    following = next((later for later in items if later.start >= item.end and later.kind != "sep"), None)
    if following is None or following.date is None or following.date.shape != "year":
        return False
    return draft.text(following.start - 1, following.start) == "("


_KINDS_OF_SHORT = frozenset({"text", "date", "figure", "sep", "remark"})


_PLACES = frozenset({"pages", "range", "bare", "locator", ""})
"""The numbers that a short citation may have."""


def _names_work(printed: str, *, whole: bool) -> bool:
    """Whether a text says itself that it is a work or its publisher: a thesis, a report, collected works, `창비, 2015`."""
    if thesis(printed) is not None or printed.endswith("보고서") or (whole and ends_with(printed, "works_end")):
        return True
    house = look_up(printed.removeprefix("도서출판 ")) if whole else None
    return house is not None and house.kind == "publisher" and not ends_with(printed, "body_end")


def read_short(draft: Draft, items: Sequence[Item]) -> bool:
    """Read an author-date citation that leaves the work itself to a list.

    short := people ["," | "("] year [")"] ["," | ":"] [pages]
    """
    for item in items:
        if item.kind not in _KINDS_OF_SHORT:
            return False
    texts = [item for item in items if item.kind == "text"]
    dates = [item for item in items if item.kind == "date"]
    if len(dates) != 1 or not texts or dates[0].date is None or dates[0].date.month is not None:
        return False
    if texts[-1].start > dates[0].start or dates[0].date.shape not in ("year", "korean", "republished"):
        return False
    counted = [item for item in items if item.figure is not None]
    if any(item.start < dates[0].start or item.figure.field not in _PLACES for item in counted if item.figure):
        return False  # `Social Science Research 103 (2022)`
    people = read_names(draft.source.text, texts[0].start, texts[-1].end)
    if people is None or people.strength < 1 or people.role is not None:
        return False
    families = _family_names(draft, texts[0].start, texts[-1].end) if len(texts) > 1 else None
    if families is None and len(texts) > 1 and people.strength < (2 if len(texts) == 2 else 3):
        return False
    printed = draft.text(texts[0].start, texts[-1].end)
    if _names_work(printed, whole=len(texts) == 1):
        return False
    if any(periodical(draft.text(text.start, text.end)) is not None for text in texts):
        return False
    if len(people.persons) == 1 and container_like(draft.text(texts[0].start, texts[-1].end)):
        return False
    draft.add_people(families or people, "authors")
    draft.put_date(dates[0].date)
    _pages(draft, items)
    draft.form = "short"
    return True


_FAMILIES = regex.compile(
    r"(?:(?P<name>\p{Lu}[\p{Latin}\p{M}'’-]+(?:\s\p{Lu}[\p{Latin}\p{M}'’-]+)?)(?:,\s(?:and\s|&\s)?|\sand\s|\s&\s|$)){2,6}"
)


def _family_names(draft: Draft, start: int, end: int) -> People | None:
    """families := family ("," family)* ("and" | "&") family — Latin family names alone: `Gelézeau, De Ceuster and Delissen 2013`."""
    start, end = draft.trimmed(start, end)
    printed = draft.text(start, end)
    match = _FAMILIES.fullmatch(printed) if "," in printed and (" and " in printed or " & " in printed) else None
    if match is None:
        return None
    persons = tuple(
        Person(start + begin, start + stop, printed[begin:stop], None, "latin") for begin, stop in match.spans("name")
    )
    return People(persons, None, False, 2)


def _pages(draft: Draft, items: Sequence[Item]) -> None:
    for item in items:
        if item.figure is not None and item.figure.field:
            field = "locator" if item.figure.field == "locator" else "pages"
            draft.put(field, item.figure.value_start, item.figure.value_end, item.figure.value)
