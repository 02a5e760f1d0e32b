"""What stands behind a title, item by item: containers, imprints, dates, figures, translations, remarks."""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from juche_toolkit.citation.credits import put_credit, put_director, put_obtained
from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.figures import match_figure
from juche_toolkit.citation.frus import volume_within
from juche_toolkit.citation.genres import put_code, put_report_number, put_speech
from juche_toolkit.citation.hereafter import is_notice
from juche_toolkit.citation.imprint import in_words, is_original, occasion, put_imprint, put_thesis, thesis
from juche_toolkit.citation.items import ARTICLE_MARKS, BOOK_MARKS, Item, scan_inside
from juche_toolkit.citation.journals import is_listed
from juche_toolkit.citation.kinds import NUMBERED_SERIES, SERIES, container_like, names_works, periodical
from juche_toolkit.citation.names import Person, read_names
from juche_toolkit.citation.numbers import take_figure
from juche_toolkit.citation.occasions import put_occasion
from juche_toolkit.citation.organs import put_congress
from juche_toolkit.citation.parts import PART, is_news_edition, is_volume, put_subject
from juche_toolkit.citation.pieces import UN_SYMBOL, after_title
from juche_toolkit.citation.reprints import set_reprint_apart
from juche_toolkit.citation.standards import STANDARD
from juche_toolkit.citation.stores import put_keeper, put_version
from juche_toolkit.citation.words import KOREAN, ends_with, folded, words

__all__ = ["behind", "published_later", "put_quoted_container", "put_title", "take_loose"]

_YEAR = regex.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_VOLUME = re.compile(r"(?<=\S)\s(?:제\s?)?(?P<volume>\d{1,3})\s?권[,.]?$")
_WITH_VOLUME = re.compile(r",\s?(?P<volume>\d{1,4})(?:\s?\((?P<issue>\d{1,3})\))?$")
_NUMBERED = regex.compile(r"(?<=[\p{L}\d)])\s?(?:제\s?)?(?P<number>\d{1,4})\s?(?P<unit>권|집|輯|卷|호|號)[,.]?$")
"""The number with its unit that ends a name inside its marks: 김정일선집 제6권. A number without a unit stays in the name."""
_UNITS = frozenset("권집輯卷호號")


def _numbered(text: str, start: int, end: int) -> regex.Match[str] | None:
    """Such a number, sought only where its unit stands last."""
    last = text[max(start, end - 2) : end].rstrip(",.")[-1:]
    return _NUMBERED.search(text, start, end) if last in _UNITS else None


_LATIN_VOLUME = regex.compile(r"(?<=\w)[,:]\s[Vv]ol(?:ume|\.)?\s(?P<volume>\d{1,3}|[IVXL]{1,6})$")
_AUDIENCE = regex.compile(
    r"(?:\S{1,8}\s){0,2}\S{0,8}용|(?:초등|인민|소|초급|고급|고등|고중|초중|중)\p{Hangul}{0,4}학교\s?(?:제?\d(?:학년)?)?|(?:제\s?)?\d학년"
)
"""Whom a textbook is for: 대학용, 초등학교 5학년용, 고등중학교 5."""
_BRACKET = regex.compile(r"\s?\([^()]*\)$")
_TRANSLATED = regex.compile(
    r"(?<=[\p{Hangul}\p{Han}])(?P<space>\s?)\((?P<translated>[\p{Latin}\d][^()\p{Hangul}\p{Han}]{6,300}+)\)[,.]?$"
)
_TRANSLATED_INSIDE = regex.compile(
    r"(?<=\S)\s\[(?P<translated>[\p{Latin}\d‘“][^\[\]\p{Hangul}\p{Han}]{2,300}+)\][,.]?$"
)
"""A translation in square brackets within the marks: `“Pukhan ui sijang [North Korea's markets],”`."""
_BOTH_SCRIPTS = regex.compile(
    r"(?P<title>[\p{Latin}\p{M}][^\p{Hangul}\p{Han}]+?)\s(?P<vernacular>[\p{Hangul}\p{Han}][^\p{Latin}]*)"
)
"""A romanized title and the original behind it, within the same marks."""
_COLLECTION = re.compile(r"\((?P<collection>[^()]{2,60}(?:총서|문고|시리즈|학술집|[Ss]eries)[^()]{0,20})\)\s?")


def put_quoted_container(draft: Draft, quote: Item) -> None:
    """container := name [number [unit]] — the number inside the marks is the volume's or the issue's."""
    start, end = draft.trimmed(quote.start + 1, quote.end - 1)
    end = volume_within(draft, start, end)
    volume = _WITH_VOLUME.search(draft.source.text, start, end) if quote.mark in "*_" else None
    if volume is not None and draft.put("volume", *volume.span("volume")):  # APA: `*학회지, 23*(2)`
        if volume["issue"]:
            draft.put("issue", *volume.span("issue"))
        end = volume.start()
    if quote.mark in BOOK_MARKS:
        end = _without_edition(draft, start, end)
    end = _without_number(draft, start, end)
    draft.put("container_title", start, _without_edition(draft, start, end) if quote.mark in BOOK_MARKS else end)
    draft.container_mark = quote.mark


def _without_edition(draft: Draft, start: int, end: int) -> int:
    """The end of a whole's title once the edition in the bracket at its end is taken: `『북한의 법(제3판)』`."""
    text = draft.source.text
    opening = text.rfind("(", start + 1, end) if text[end - 1] == ")" else -1
    if opening < 0 or draft.has("edition"):
        return end
    figure = next(iter(match_figure(text, opening + 1, after_colon=False)), None)
    if figure is None or figure.field != "edition" or figure.end != end - 1:
        return end
    if text.startswith("간략판", opening + 1):
        return end  # an abridgement is a work of its own: `『조선대백과사전(간략판)』`
    draft.put_figure(figure)
    return draft.trimmed(start, opening)[1]


def _ends_set(draft: Draft, start: int, end: int) -> bool:
    """Whether a name inside its marks is that of collected works or a dictionary, with its number."""
    match = _numbered(draft.source.text, start, end)
    if match is None:
        return False
    return ends_with(_BRACKET.sub("", draft.text(start, match.start())), "works_end")


def _without_number(draft: Draft, start: int, end: int) -> int:
    """The end of a name inside its marks once the number behind it is taken."""
    match = _numbered(draft.source.text, start, end)
    if match is None or draft.has("volume", "issue") or is_listed(draft.text(start, end)):
        return end
    name, unit = draft.text(start, match.start()), match.group("unit")
    works = ends_with(_BRACKET.sub("", name), "works_end")
    if draft.source.text[match.start()] != " " and not container_like(name) and not works:
        return end
    draft.put("issue" if unit in ("호", "號") else "volume", *match.span("number"))
    return match.start()


def put_title(draft: Draft, quote: Item, *, part: bool = False) -> None:
    """title := ["(" series ")"] words — the marks and the comma before the closing mark are left out.

    A `part` of what follows in the same marks is no whole, so that a bracket at its end states no edition.
    """
    start, end = draft.trimmed(quote.start + 1, quote.end - 1)
    if match := _COLLECTION.match(draft.source.text, start, end):
        draft.put("collection_title", *match.span("collection"))
        start = match.end()
    draft.title_mark = quote.mark
    end = volume_within(draft, start, end)
    if quote.mark in BOOK_MARKS and not part:
        end = _without_edition(draft, start, end)
    if quote.mark in BOOK_MARKS and (latin := _LATIN_VOLUME.search(draft.source.text, start, end)) is not None:
        draft.put("volume", *latin.span("volume"))
        end = latin.start()
    if quote.mark in BOOK_MARKS and (volume := _VOLUME.search(draft.source.text, start, end)) is not None:
        draft.put("volume", *volume.span("volume"))
        end = _without_edition(draft, start, volume.start())
    elif quote.mark in BOOK_MARKS and _ends_set(draft, start, end):
        end = _without_edition(draft, start, _without_number(draft, start, end))
    bracketed = ")" in draft.source.text[max(start, end - 2) : end]
    translated = _TRANSLATED.search(draft.source.text, start, end) if bracketed else None
    if translated is not None and len(translated["translated"].split()) > (2 if translated["space"] else 3):
        # without a space a few words are a term's: `검색증강생성(Retrieval Augmented Generation)`
        draft.put("translated_title", *translated.span("translated"))
        end = translated.start()
    end = _translated_inside(draft, start, end)
    if quote.broken:
        draft.doubtful("One of the two marks round this title is missing", quote.start, quote.end, 0.2)
    draft.put("title", start, end)


def _translated_inside(draft: Draft, start: int, end: int) -> int:
    """The end of a title once the translation in square brackets at its end is taken, and the original before that."""
    text = draft.source.text
    if "]" not in text[max(start, end - 2) : end]:
        return end
    match = _TRANSLATED_INSIDE.search(text, start, end)
    if match is None or match.start() <= start or draft.has("translated_title"):
        return end
    words_ = len(match["translated"].split())
    if words_ < 2 and KOREAN.search(text, start, match.start()) is None:
        return end
    draft.put("translated_title", *match.span("translated"))
    both = _BOTH_SCRIPTS.fullmatch(text, start, match.start())
    if both is not None and draft.put("title_vernacular", *both.span("vernacular")):
        return both.end("title")
    return match.start()


_LOOSE = frozenset({"date", "accessed", "url", "doi", "isbn"})
"""Items that may mean the same wherever they stand."""


def behind(draft: Draft, items: list[Item], begin: int) -> None:
    """behind := (translation | quoted container | text | imprint | date | figure | address | remark)*"""
    for index in range(begin, len(items)):
        item = items[index]
        if item.kind == "text":
            if not (
                put_version(draft, item) or put_occasion(draft, items, index) or _by_first_word(draft, items, index)
            ):
                after_title(draft, items, index)
        elif item.kind == "quote" and not _is_link(draft, item):
            _second_quote(draft, items, index)
        elif item.kind == "imprint":
            put_imprint(draft, item.start + 1, item.end - 1, bracket=item)
        elif item.kind == "figure":
            take_figure(draft, items, index)
        elif item.kind == "code":
            if not put_code(draft, items, index):
                draft.leave(item.start, item.end, "what this number stands for isn't clear")
        elif item.kind == "occasion":
            _occasion(draft, items, index)
        elif item.kind == "other":
            _remark(draft, items, index)
        elif (
            item.kind in _LOOSE
            and not _date_of_origin(draft, items, index)
            and not _year_and_issue(draft, items, index)
        ):
            loose(draft, item)


def _by_first_word(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """A text behind a title that its first word or number tells: a session of the Congress, a director, who obtained a document."""
    return put_congress(draft, items, index) or put_director(draft, items[index]) or put_obtained(draft, items[index])


def _occasion(draft: Draft, items: Sequence[Item], index: int) -> None:
    """occasion := "(" speech ["," date] ")" — the date is the work's own unless the date of its publication follows."""
    inner = scan_inside(draft.source, items[index])
    found = occasion(draft, inner)
    if found is not None:
        put_speech(draft, inner[0].start, max(inner[0].end, inner[0].start + found[1]), found)
    if not _dated_later(items, index):
        for part in inner[1:]:
            if part.kind == "date":
                loose(draft, part)


def published_later(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether the date of publication stands further behind, in an imprint too, with what it was published in or by."""
    dated = any(
        later.date is not None or (later.kind == "imprint" and _YEAR.search(draft.source.text, later.start, later.end))
        for later in items[index + 1 :]
    )
    return dated and _dated_later(items, index)


def _dated_later(items: Sequence[Item], index: int) -> bool:
    """Whether the date of publication stands further behind, with what it was published in or by."""
    later = items[index + 1 :]
    return any(item.kind in ("text", "quote", "imprint") for item in later) and any(
        item.date is not None or (item.kind == "imprint") for item in later
    )


def _year_and_issue(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """year-issue := year "-" issue — right behind a journal: `경제연구 2012-3`; behind a newspaper it is a month."""
    date = items[index].date
    if (
        date is None
        or date.shape != "numeric"
        or date.day is not None
        or index == 0
        or not draft.has("container_title")
    ):
        return False
    comma = items[index - 1].mark == "," and items[index - 1].kind == "sep" and index > 1
    before = items[index - 1 - comma]
    start, end = draft.spans["container_title"]
    printed = draft.text(items[index].start, items[index].end)
    if (
        not ("-" in printed or "–" in printed)
        or not before.start <= start < end <= before.end
        or draft.has("issue", "volume")
    ):
        return False
    entry = periodical(draft.text(start, end))
    if entry is not None and entry.kind not in ("journal", "magazine"):
        return False
    for field, begin, stop in date.parts:
        if field == "year" and not draft.has("year"):
            draft.put("year", begin, stop, date.year)
        elif field == "month":
            draft.put("issue", begin, stop)
    return True


def _date_of_origin(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """A date in a bracket right behind the title, when the date of publication follows: `“주체사상에 대하여”
    (1982.3.31), 《김정일선집》 제7권, …, 1996`.
    """
    item = items[index]
    if item.kind != "date" or index == 0:
        return False
    host = _names_host(draft, items, index)
    if not host and (items[index - 1].kind != "quote" or draft.source.text[item.start - 1] != "("):
        return False
    return published_later(draft, items, index) and not draft.has("year") and draft.has("title")


def _names_host(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether what the work is in follows a whole date: `“On …,” December 28, 1955, in Works, Vol. 9 (Pyongyang: …, 1982)`,
    `「신년사」, 1993년 1월 1일, 『김일성저작집 44』, …, 1996`.
    """
    date, later = items[index].date, next((item for item in items[index + 1 :] if item.kind != "sep"), None)
    whole = date is not None and date.day is not None and items[index - 1].kind in ("quote", "sep")
    if not whole or later is None:
        return False
    if later.kind == "imprint":  # `On the Juche Idea: Treatise, March 31, 1982 (Pyongyang: …, 1982)`
        return later.start - items[index].end <= 1 and not draft.has("container_title", "publisher")
    if later.kind == "quote":
        return later.mark in BOOK_MARKS and names_works(draft.source.inner(later))
    return later.kind == "text" and draft.source.text.startswith(("in ", "In "), later.start)


def take_loose(draft: Draft, items: Sequence[Item]) -> None:
    """Dates and addresses that stand before the title."""
    for item in items:
        if item.kind == "figure" and item.figure is not None and item.figure.field == "bare":
            continue
        if item.kind == "figure" and item.figure is not None:
            draft.put_figure(item.figure)
        else:
            loose(draft, item)


def loose(draft: Draft, item: Item) -> None:
    """An item that means the same wherever it stands."""
    if item.kind == "date" and item.date is not None:
        if not _pages_like_years(draft, item):
            draft.put_date(item.date)
    elif item.kind == "accessed":
        draft.put_accessed(item)
    elif item.kind in ("url", "doi", "isbn") and not draft.put(item.kind, item.start, item.end):
        draft.leave(item.start, item.end, f"a second {item.kind}")


def _pages_like_years(draft: Draft, item: Item) -> bool:
    """Whether a range that could be one of years stands behind the year, where pages stand: `2014, 1724-1734`."""
    if item.date is None or item.date.shape != "year" or not draft.has("year") or draft.has("pages"):
        return False
    lone = draft.text(item.start, item.end)
    if lone.isdigit() and int(lone) < _NO_YEAR <= int(str(draft.values["year"])):  # `…, vol. 1 (…, 1992), 1711.`
        return not draft.text(item.end, draft.end).strip(" .") and draft.put("pages", item.start, item.end)
    match = _RANGE_OF_PAGES.fullmatch(draft.source.text, item.start, item.end)
    return (
        match is not None
        and int(match["first"]) != draft.values["year"]
        and draft.put("pages", item.start, item.end, f"{match['first']}-{match['last']}")
    )


_NO_YEAR = 1850
"""A number lower than this behind a later year, at the end of a note, is a page."""
_RANGE_OF_PAGES = re.compile(r"(?P<first>\d{4})\s?[-–~∼]\s?(?P<last>\d{4})")


_ENTRY = regex.compile(r"(?:항목|항|조|표제어|올림말)(?:에서)?[.\s]*")


def _entry_of_dictionary(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether a quotation is an entry of a dictionary cited before it: `《정치사전》, …, 1973, 《주체》 항목`."""
    if draft.has("locator"):
        return False
    start = items[index].start
    if draft.text(max(0, start - 6), start).strip().endswith(("s.v.", "s.vv.")):  # *Encyclopedia*, s.v. “Hangul”
        return True
    following = items[index + 1] if index + 1 < len(items) else None
    if following is None or following.kind != "text":
        return False
    found = _ENTRY.fullmatch(draft.source.text, following.start, following.end) is not None
    if found:
        following.kind = "taken"
    return found


def _quoted_series(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """series := "『" name "총서" "』" number "-" number — a report's, as its number with a hyphen tells: `『KINU 연구총서』 17-03`."""
    quote, following = items[index], items[index + 1] if index + 1 < len(items) else None
    printed = draft.source.inner(quote).strip()
    if following is None or following.figure is None or not printed.endswith(("총서", "시리즈", "Series", "연구자료")):
        return False
    number = draft.text(following.start, following.end)
    if following.figure.field != "range" or following.start - quote.end > 1:
        return False
    following.kind = "taken"
    draft.values.setdefault("type", "report")
    return draft.put("collection_title", quote.start + 1, following.end, f"{printed} {number}")


def _entry_alone(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether a dictionary was cited in full and a quotation closes the note: `『현대조선말사전』, 과학백과사전출판사, 1981, 『로작』`."""
    last = not any(item.kind not in ("sep", "figure") for item in items[index + 1 :])
    cited = draft.has("publisher") and draft.has("year") and not draft.has("locator", "container_title")
    return last and cited and str(draft.values["title"]).endswith("사전")


_LINKS = frozenset(
    "pdf link url doi paper code slides slide poster video bib bibtex arxiv project github website dbpia kci riss "
    "링크 원문 논문 바로가기 슬라이드 발표자료 영상 코드 포스터 논문보기 원문보기 다운로드".split()
)
"""What a link behind a work is called in lists on the web: `[PDF](https://…)`."""


def _is_link(draft: Draft, quote: Item) -> bool:
    """Whether a quotation is the name of such a link."""
    if draft.source.text[quote.start] != "[" or folded(draft.source.inner(quote).strip(" []")) not in _LINKS:
        return False
    draft.passed.append((quote.start, quote.end))
    return True


def _second_quote(draft: Draft, items: Sequence[Item], index: int) -> None:
    """A second quoted title: what the first is in, its series, or the original beside a romanized one."""
    quote = items[index]
    printed = draft.source.inner(quote)
    if draft.has("title") and (_entry_of_dictionary(draft, items, index) or _entry_alone(draft, items, index)):
        draft.put("locator", quote.start + 1, quote.end - 1)
    elif not draft.has("title"):
        put_title(draft, quote)
    elif not draft.has("container_title") and not draft.people and draft.title_mark in "『《" and quote.mark in "「〈":
        draft.move("title", "container_title")
        draft.container_mark = draft.title_mark
        put_title(draft, quote)
    elif _titles_volume(draft, items, index):
        start, end = draft.trimmed(quote.start + 1, quote.end - 1)
        draft.doubtful(f"The title of the volume has no field: {draft.text(start, end)}", start, end, 0.02)
    elif not draft.has("container_title", "collection_title") and _quoted_series(draft, items, index):
        return
    elif not draft.has("container_title"):
        if (
            draft.title_mark in BOOK_MARKS
            and quote.mark in ARTICLE_MARKS
            and draft.title_mark != quote.mark
            and periodical(printed) is None
        ):
            placed = draft.has("year", "publisher") and draft.put("locator", quote.start + 1, quote.end - 1)
            if placed or draft.further_locator(quote.start, quote.end):
                return  # `『몰락의 에티카』, 문학동네, 2008, 「책머리에」`, `…, 2008, 1장 「몰락」`
            if not draft.put("collection_title", quote.start + 1, quote.end - 1):
                draft.leave(quote.start, quote.end, "a third title")
            return
        put_quoted_container(draft, quote)
    elif _outlet_as_author(draft, printed):
        put_quoted_container(draft, quote)
    elif quote.mark in BOOK_MARKS and draft.put("collection_title", quote.start + 1, quote.end - 1):
        return
    else:
        draft.leave(quote.start, quote.end, "a third title")


def _outlet_as_author(draft: Draft, printed: str) -> bool:
    """Whether an outlet before the title is the author, for what it came out in stands behind:
    `조선중앙통신사 론평, 「…」, 『조선중앙통신』`.
    """
    place, entry = draft.spans.get("container_title"), periodical(printed)
    if place is None or place[0] > draft.spans["title"][0] or draft.people or entry is None:
        return False
    if entry.kind not in ("newspaper", "agency"):
        return False
    del draft.values["container_title"], draft.spans["container_title"]
    draft.people["authors"] = [Person(*place, None, None, "hangul")]
    return True


def _titles_volume(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether a second book's title behind a volume is that volume's: `*The Origins*, vol. 2, *The Roaring of the Cataract* (…)`."""
    before = items[index - 2].figure if index > 1 and items[index - 1].mark in (",", ":") else None
    latin = draft.title_mark in "*_" and items[index].mark in "*_"
    return latin and before is not None and before.field == "volume" and not draft.has("container_title")


def _issue_in_bracket(draft: Draft, item: Item) -> bool:
    """series := "(" name issue ")" — what a report came out in, behind its title: `(KDI FOCUS 통권 제109호)`."""
    inner = scan_inside(draft.source, item)
    if [part.kind for part in inner] != ["text", "figure"] or draft.has(
        "container_title", "collection_title", "volume", "issue"
    ):
        return False
    figure = inner[1].figure
    if figure is None or figure.field not in ("issue", "whole_number") or not draft.has("title") or not draft.people:
        return False
    return draft.put("collection_title", item.start + 1, item.end - 1)


_NUMBERED_THESIS = regex.compile(
    r"(?P<label>(?:Publication|Order|UMI|Accession)\sN(?:o\.|umber)|AAT|UMI)?\s?\p{Lu}{0,3}\s?\d{6,9}"
)
"""The number of a thesis in a data base: `(Publication No. 28022119)`, `ProQuest (AAT 3300426)`."""


def _in_data_base(draft: Draft, items: Sequence[Item], index: int, printed: str) -> bool:
    """Whether a bracket holds the number of a thesis, as its label or the name of the data base before it tells."""
    if not printed[-6:].isdigit() or (match := _NUMBERED_THESIS.fullmatch(printed)) is None:
        return False
    before = items[index - 1] if index else None
    kept = before is not None and draft.source.text.startswith("ProQuest", before.start)
    return kept or match["label"] is not None


def _digits(printed: str) -> str:
    """The number without its label."""
    return printed.rpartition(" ")[2]


def _number_in_bracket(draft: Draft, items: Sequence[Item], index: int, printed: str) -> bool:
    """A report's or standard's number, a symbol of the United Nations, a volume, or what the volume before it is about."""
    item = items[index]
    start, end = item.start + 1, item.end - 1
    if put_report_number(draft, [Item("text", start, end), *items[index + 1 :]], 0):
        return True
    if STANDARD.fullmatch(printed) is not None and draft.put("number", start, end):
        return True
    if _in_data_base(draft, items, index, printed) and draft.put("number", start, end, _digits(printed)):
        return True
    if _issue_in_bracket(draft, item) or _edition_and_helper(draft, scan_inside(draft.source, item)):
        return True
    if UN_SYMBOL.fullmatch(printed) is not None and draft.put("number", start, end):
        return True
    whole = draft.title_mark in BOOK_MARKS or not draft.title_mark
    if (
        (PART.fullmatch(printed) or (item.mark == "[" and is_volume(printed)))
        and whole
        and draft.put("volume", start, end)
    ):
        return True
    return put_subject(draft, items[index - 1] if index else None, item, printed)


def _remark(draft: Draft, items: Sequence[Item], index: int) -> None:
    """A bracket that is no imprint: a translation, an original title, names with a role, several particulars, a
    remark.
    """
    item = items[index]
    printed = draft.source.inner(item)
    inner = scan_inside(draft.source, item)
    people = read_names(draft.source.text, item.start + 1, item.end - 1)
    if put_credit(draft, item) or put_version(draft, item) or _number_in_bracket(draft, items, index, printed):
        return
    named = people is not None and people.strength == 3
    if _has_no_field(draft, item, printed, named=named) or _container_translated(draft, items, index, printed):
        return
    kind = folded(printed) in words("genre") or folded(printed) in words("work_kind")
    told = "genre" if kind else "edition" if is_news_edition(draft, printed) else ""
    if told and draft.put(told, item.start + 1, item.end - 1):
        return
    before = items[index - 1] if index else None
    if _quoted_translation(draft, before, inner) or _translated_with_year(draft, before, item, printed):
        return
    if (
        item.mark == "["
        and in_words(printed, inner)
        and _other_title(draft, _titled_before(draft, items, index), item, printed)
    ):
        return
    if any(part.kind in ("date", "url", "quote") or (part.kind == "sep" and part.mark == ";") for part in inner):
        _behind_bracket(draft, inner)
    elif people is not None and people.role is not None:
        draft.add_people(people, people.role)
    elif people is not None and people.strength == 3 and _author_of_title(draft, before):
        draft.add_people(people, "authors")
    elif (found := thesis(printed)) is not None:
        put_thesis(draft, item.start + 1, item.end - 1, found)
    elif (
        _body_of_container(draft, item, printed)
        or (
            _series_of_container(draft, items[index - 1] if index else None)
            and SERIES.search(printed) is None
            and draft.put("section", item.start + 1, item.end - 1)
        )
        or (
            (_numbered_series(before, printed) or SERIES.search(printed) is not None or names_works(printed))
            and draft.put("collection_title", item.start + 1, item.end - 1)
        )
    ):
        return
    elif (
        not _other_title(draft, _titled_before(draft, items, index), item, printed)
        and not _acronym(draft, item, printed)
        and not _ends_title(draft, item, printed)
        and not _letter_of_issue(draft, items, index, printed)
    ):
        draft.leave(item.start, item.end, "a remark in brackets")


def _edition_and_helper(draft: Draft, inner: Sequence[Item]) -> bool:
    """edition "," translator — both in one bracket: `인공지능 (제4판, 류광 역)`."""
    if len(inner) < 3 or inner[0].figure is None or inner[0].figure.field != "edition" or inner[1].kind != "sep":
        return False
    people = read_names(draft.source.text, inner[2].start, inner[-1].end)
    if people is None or people.role is None:
        return False
    draft.put_figure(inner[0].figure)
    draft.add_people(people, people.role)
    return True


_LETTER = regex.compile(r"[A-Z]|[IVX]{1,3}|[Ⅰ-Ⅹ]|[상중하]")


def _letter_of_issue(draft: Draft, items: Sequence[Item], index: int, printed: str) -> bool:
    """Whether the letter of a part is glued to a serial's number: `제25권 제1호(B)`, `Vol.25 No.1(B)`."""
    figure = items[index - 1].figure if index else None
    if figure is None or figure.field not in ("issue", "volume") or items[index].start - figure.end > 1:
        return False
    return _LETTER.fullmatch(printed) is not None and draft.put("section", items[index].start + 1, items[index].end - 1)


def _ends_title(draft: Draft, item: Item, printed: str) -> bool:
    """Whether a bracket of Korean words is glued to a title without marks, and so is its end: `도로교설계기준(한계상태설계법), 2015`."""
    start, end = draft.spans.get("title", (0, 0))
    if draft.title_mark or item.mark != "(" or end != item.start or KOREAN.search(printed) is None:
        return False
    draft.values["title"], draft.spans["title"] = draft.text(start, item.end), (start, item.end)
    return True


def _numbered_series(before: Item | None, printed: str) -> bool:
    """Whether a bracket right behind a book's title names its series with a number: `『안악 제3호분 발굴보고』(유적발굴보고 3)`."""
    whole = before is not None and before.kind == "quote" and before.mark in BOOK_MARKS
    return whole and printed[-1:] in "0123456789집호권책" and NUMBERED_SERIES.fullmatch(printed) is not None


def _body_of_container(draft: Draft, item: Item, printed: str) -> bool:
    """Whether a bracket behind a journal names the society that puts it out: `『통번역학연구』(한국번역학회), 24권 2호`."""
    if not draft.has("container_title") or draft.has("publisher") or not ends_with(printed, "body_end"):
        return False
    return draft.put("publisher", item.start + 1, item.end - 1)


_ACRONYM = regex.compile(r"\p{Lu}{3,8}")


def _acronym(draft: Draft, item: Item, printed: str) -> bool:
    """Whether a body's acronym stands alone in the bracket behind a report's kind and number: `연구자료 16-05 (KIEP)`."""
    alone = draft.has("genre") and draft.has("number") and not draft.has("publisher")
    return alone and _ACRONYM.fullmatch(printed) is not None and draft.put("publisher", item.start + 1, item.end - 1)


def _has_no_field(draft: Draft, item: Item, printed: str, *, named: bool) -> bool:
    """Whether a bracket tells of a translation's original, or whom a textbook is for; a problem says so."""
    if printed.startswith("via "):
        sentence = f"Where the work was found has no field: {printed}"
    elif is_original(printed):
        sentence = "A former name, or a year or title of the original, is printed, and has no field"
    elif is_notice(printed):
        sentence = f"The short form for the notes behind has no field: {printed}"
    elif _AUDIENCE.fullmatch(printed) is not None and not named:
        sentence = f"Whom the book is for has no field: {printed}"
    else:
        return False
    draft.doubtful(sentence, item.start + 1, item.end - 1, 0.02)
    return True


def _quoted_translation(draft: Draft, before: Item | None, inner: Sequence[Item]) -> bool:
    """Whether a bracket right behind a Korean title holds its translation in quotation marks: `“…” (“The Title”)`."""
    if [part.kind for part in inner] != ["quote"] or before is None or before.kind != "quote":
        return False
    place, printed = draft.spans.get("title"), draft.source.inner(inner[0])
    if place is None or not before.start <= place[0] < before.end or KOREAN.search(printed) is not None:
        return False
    korean = KOREAN.search(str(draft.values["title"])) is not None
    return korean and draft.put("translated_title", inner[0].start + 1, inner[0].end - 1)


def _translated_with_year(draft: Draft, before: Item | None, item: Item, printed: str) -> bool:
    """Whether a bracket glued to an unmarked Korean title is its translation, a year in it: `교육지표 2016(Education at a Glance 2016)`."""
    place = draft.spans.get("title")
    if (
        before is None
        or draft.title_mark
        or place is None
        or not (place[1] - 1 <= before.end <= item.start <= place[1] + 1)
    ):
        return False
    words = sum(word.isalpha() for word in printed.split())
    if words < 3 or KOREAN.search(printed) is not None or KOREAN.search(str(draft.values["title"])) is None:
        return False
    return draft.put("translated_title", item.start + 1, item.end - 1)


def _author_of_title(draft: Draft, before: Item | None) -> bool:
    """Whether a bracket stands right behind the first title, with no author yet: `《우리의 사회주의》(김정은), 출판사, 2022`."""
    place = draft.spans.get("title")
    if before is None or place is None or draft.people:
        return False
    return before.start <= place[0] < before.end and (before.kind == "quote" or before.end == place[1])


def _series_of_container(draft: Draft, before: Item | None) -> bool:
    """Whether a bracket stands right behind a quoted journal: `《김일성종합대학학보》(철학, 경제학)`."""
    place = draft.spans.get("container_title")
    return before is not None and before.kind == "quote" and place is not None and before.start < place[0] < before.end


def _container_translated(draft: Draft, items: Sequence[Item], index: int, printed: str) -> bool:
    """Whether a square bracket right behind a romanized container translates its name, which has no field; a problem says so."""
    item, before, place = items[index], items[index - 1] if index else None, draft.spans.get("container_title")
    if item.mark != "[" or before is None or place is None or before.kind not in ("quote", "text", "taken"):
        return False
    if not before.start <= place[0] < before.end or KOREAN.search(printed) is not None:
        return False
    if KOREAN.search(str(draft.values["container_title"])) is not None:
        return False
    draft.doubtful(
        f"The translation of the container's name has no field: {printed}", item.start + 1, item.end - 1, 0.02
    )
    return True


def _titled_before(draft: Draft, items: Sequence[Item], index: int) -> Item | None:
    """The item before a bracket, or before the volume in brackets that stands between: `북한법령집 (상) [Collection …]`."""
    place = index - 1
    if place > 0 and "volume" in draft.spans and items[place].start <= draft.spans["volume"][0] < items[place].end:
        place -= 1
    return items[place] if place >= 0 else None


def _other_title(draft: Draft, before: Item | None, item: Item, printed: str) -> bool:
    """A translation of the title, or the original of a romanized one, in brackets right behind it."""
    if before is None or before.kind not in ("quote", "text", "taken") or not draft.has("title"):
        return False
    titled = max(draft.spans[field][1] for field in ("title", "title_vernacular") if field in draft.spans)
    if not before.start <= titled <= before.end:
        return False
    if KOREAN.search(printed) is None:
        return (len(printed.split()) > 1 or item.mark == "[" or before.kind == "quote") and draft.put(
            "translated_title", item.start + 1, item.end - 1
        )
    if KOREAN.search(str(draft.values["title"])) is None:
        return draft.put("title_vernacular", item.start + 1, item.end - 1)
    return False


def _part_of_host(draft: Draft, item: Item) -> bool:
    """Whether a bracket's first title is what the work is in: by the marks, or for it is a serial or a leader's works."""
    if draft.title_mark in ARTICLE_MARKS or draft.has("container_title"):
        return draft.title_mark in ARTICLE_MARKS
    name = draft.source.inner(item)
    return periodical(name) is not None or names_works(name)


def _behind_bracket(draft: Draft, inner: list[Item]) -> None:
    """A bracket that holds several particulars: read as what stands behind a title."""
    set_reprint_apart(draft, inner)
    put_keeper(draft, inner)
    for index, item in enumerate(inner):
        if item.kind == "quote" and index == 0 and item.mark in BOOK_MARKS and _part_of_host(draft, item):
            put_quoted_container(draft, item)  # `「제목」(『한국사론』 45, 2001)`
        elif item.kind == "quote" and not draft.has("title"):
            put_title(draft, item)  # `《로동신문》 … (사설 《새로운 병진로선》)`
        elif item.kind == "quote":
            korean = KOREAN.search(str(draft.values.get("title", ""))) is not None
            if korean or not draft.put("title_vernacular", item.start + 1, item.end - 1):
                draft.leave(item.start, item.end, "a further title")
        elif item.kind == "text":
            after_title(draft, inner, index)
        elif item.kind == "figure":
            take_figure(draft, inner, index)
        else:
            loose(draft, item)
