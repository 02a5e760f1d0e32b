"""The part of a whole that a text behind a title names: a volume of a set, a page of a newspaper, a year of a reign."""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.items import BOOK_MARKS, Item
from juche_toolkit.citation.journals import look_up
from juche_toolkit.citation.kinds import periodical
from juche_toolkit.citation.names import strength
from juche_toolkit.citation.words import ends_with, folded, starts_with, words

__all__ = [
    "PART",
    "SESSION",
    "is_named_part",
    "is_news_edition",
    "is_volume",
    "may_be_part",
    "names_chapter",
    "put_part",
    "put_subject",
    "subject_without_marks",
]

_FORMATS = frozenset({"Kindle", "Kindle Edition", "Google Books", "ePub"})
"""Editions for a reader of electronic books, named without the word edition."""


_NEWS_PAGE = regex.compile(r"(?:[Pp]\.\s?)?(?P<page>\p{Lu}-?\d{1,3}(?:[-–]\p{Lu}?\d{1,3})?)\s?(?:면|쪽|페지|페이지)?")


_ROMAN = re.compile(r"(?:[Ⅰ-Ⅻ]|[IVX]{1,4})(?:\s?[·,~-]\s?(?:[Ⅰ-Ⅻ]|[IVX]{1,4}))?")


PART = re.compile(r"[補別續](?:卷|冊)|[보별속]권|별책|[상중하上中下](?:권|卷|편|篇|冊)?|[전후]편|[前後]篇|[상하]·?[하]")


_REIGN = regex.compile(
    r"(?:\p{Hangul}{1,3}(?:왕|종|조)|연산군|광해군|광무|융희|건양|개국|명치|대정|소화|明治|大正|昭和|光武|隆熙)\s?(?:원년|즉위년|\d{1,3}\s?[년年])"
)
"""The year of a reign, by which chronicles are cited: 세종 16년, 예종 원년."""


_NAMED_PART = re.compile(r"(?:속|뒤|앞)?표지|머리말|머리글|서문|서언|맺음말|권두언|편집후기|차례|목차|부록|판권")
"""Parts of a work that have no number: its cover, its preface."""


def is_volume(printed: str) -> bool:
    """Whether a text tells a volume without its unit: Ⅱ, 상, 하권."""
    return _ROMAN.fullmatch(printed) is not None or PART.fullmatch(printed) is not None


def is_named_part(printed: str) -> bool:
    """Whether a text is the word for a part of a work that has no number: 표지, 머리말."""
    return _NAMED_PART.fullmatch(printed) is not None


def put_part(draft: Draft, items: Sequence[Item], index: int, start: int, end: int) -> bool:
    """part := newspaper page | newspaper edition | Roman numeral | "상" | "중" | "하" | reign year — False if the text is none of them."""
    printed = draft.text(start, end).strip(" .,:")
    if printed == "중" and index + 1 < len(items) and items[index + 1].kind == "quote":
        return True  # `『금오신화』 (홍익출판사, 2000) 중 「이생규장전」`
    if SESSION.fullmatch(printed) is not None and _issue_next(items, index):
        return draft.put("session", start, end)
    episode = _EPISODE.fullmatch(printed)
    if episode is not None and starts_with(str(draft.values.get("container_title", "")), "broadcast"):
        return draft.put("number", *draft.trimmed(start, end), episode["number"])
    if printed[:1] == "卷" and (volume := _HANJA_VOLUME.fullmatch(printed)) is not None and items[index - 1 : index]:
        return draft.put("volume", *draft.trimmed(start, end), volume["volume"])
    if (roman := _ROMAN_PAGE.fullmatch(printed)) is not None and not draft.has("pages"):
        return draft.put("pages", *draft.trimmed(start, end), roman["page"])
    page = _NEWS_PAGE.fullmatch(draft.source.text, *draft.trimmed(start, end)) if draft.whole_date else None
    if page is not None and draft.put("pages", *page.span("page")):
        return True
    if is_news_edition(draft, printed) or (printed in _FORMATS and draft.has("year", "title")):
        return draft.put("edition", start, end)
    behind_title = index > 0 and items[index - 1].kind == "quote" and draft.title_mark in BOOK_MARKS
    if behind_title and _ROMAN.fullmatch(printed) is not None:
        return draft.put("volume", start, end)
    if PART.fullmatch(printed) is not None and _names_part(draft, items, index) and draft.put("volume", start, end):
        return True
    reign = ("년" in printed or "年" in printed) and _REIGN.match(printed) is not None
    if reign or (_NAMED_PART.fullmatch(printed) is not None and items[index - 1 : index]):
        draft.put("locator", start, end)
        return True
    return _chapter_without_number(draft, index, start, end)


_CHAPTER = regex.compile(
    r"(?:(?:및|과|와)\s)?(?P<part>서론|서장|서설|결론|결어|종장|프롤로그|에필로그|들어가며|들어가는 글|나가며|나오며|책머리에|맺음말|보론"
    r"|후기|(?:역자|옮긴이|저자|지은이|편자|엮은이)의?\s(?:서문|서언|후기|해제|해설|말|글)|서문|머리말)(?:\s(?:및|과|와))?"
)
"""A part of a book that is read, told by its name: `2장 및 결론`, `서론, 1장`, `옮긴이 해제`."""


def names_chapter(text: str, start: int, end: int) -> bool:
    """Whether a range is the name of a part that has no number."""
    return _CHAPTER.fullmatch(text, start, end) is not None


def _chapter_without_number(draft: Draft, index: int, start: int, end: int) -> bool:
    """Whether a text behind a book and its year, or beside a chapter with its number, names a part: `2007, 서론 및 1장`."""
    match = _CHAPTER.fullmatch(draft.source.text, *draft.trimmed(start, end))
    if match is None or not index or draft.has("month") or not draft.has("title"):
        return False
    if draft.has("locator"):
        draft.further_locator(*match.span("part"))
        return True
    return draft.has("year") and draft.put("locator", *match.span("part"))


SESSION = regex.compile(r"(?:제\s?\d{1,2}대\s)?제?\s?\d{1,3}회")
"""The session of an assembly, in its minutes: `『국회속기록』 제1회 제20호`."""


_EPISODE = re.compile(r"제?\s?(?P<number>\d{1,4})\s?(?:회|부|편)")
_HANJA_VOLUME = re.compile("卷(?P<volume>[一二三四五六七八九十百]{1,4})")
"""A volume counted in hanja: 卷一."""
_ROMAN_PAGE = re.compile(r"(?:[Pp]p?\.\s?)?(?P<page>[Ⅰ-Ⅻ]-\d{1,4}(?:[-~∼]\d{1,4})?)\s?(?:쪽|면|페이지|페지|頁)?")
"""A page of a part that has numbers of its own: Ⅲ-22쪽, p. Ⅲ-22."""


def _issue_next(items: Sequence[Item], index: int) -> bool:
    """Whether an issue follows at once."""
    following = items[index + 1] if index + 1 < len(items) else None
    return following is not None and following.figure is not None and following.figure.field == "issue"


def may_be_part(printed: str) -> bool:
    """Whether a text without digits has the words of such a part."""
    return (
        "년" in printed
        or "年" in printed
        or _ROMAN.fullmatch(printed) is not None
        or PART.fullmatch(printed) is not None
        or _HANJA_VOLUME.fullmatch(printed) is not None
        or _NAMED_PART.fullmatch(printed) is not None
        or _CHAPTER.fullmatch(printed) is not None
        or folded(printed) in words("news_edition")
        or printed in _FORMATS
    )


def is_news_edition(draft: Draft, printed: str) -> bool:
    """Whether a text names the edition of a newspaper: 조간, 석간 — behind a day, or behind its name."""
    if folded(printed) not in words("news_edition"):
        return False
    paper = periodical(str(draft.values.get("container_title", draft.values.get("title", ""))))
    return draft.whole_date or (paper is not None and paper.kind == "newspaper")


def _names_part(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether 상, 중, 하 behind a book's title is a part of the set, and not the 중 of `(한울, 2004) 중 2장`."""
    following = items[index + 1] if index + 1 < len(items) else None
    placed = following is not None and following.figure is not None and following.figure.field in ("locator", "pages")
    before = index - 1
    if index > 1 and items[before].mark == "," and draft.text(items[index].start, items[index].end).strip() in "上下하":
        before -= 1  # `『丹齋申采浩全集』, 下 (형설출판사, 1977)`
    if draft.title_mark not in BOOK_MARKS and not (items[before].kind == "quote" and items[before].mark in BOOK_MARKS):
        return False
    return not (placed and following is not None and following.start - items[index].end <= 1)


def subject_without_marks(draft: Draft, items: Sequence[Item], index: int, printed: str) -> bool:
    """subject := words [number] — right behind a volume of a set: `《조선향토대백과》 제5권 평안남도 2, 평화문제연구소, 2004`."""
    before = items[index - 1] if index else None
    volume = before is not None and before.figure is not None and before.figure.field == "volume"
    if not volume or before is None or items[index].start - before.end != 1 or draft.title_mark not in BOOK_MARKS:
        return False
    name = printed if draft.has("title") else ""
    if _SUBJECT.fullmatch(name) is None or _TOLD.search(name) is not None or look_up(name) is not None:
        return False
    following = [item for item in items[index + 1 :] if item.kind != "sep"]
    if ends_with(name, "press_end") or ends_with(name, "body_end") or folded(name) in words("place"):
        return False
    number = bool(following) and following[0].figure is not None and following[0].figure.field == "bare"
    if number and following[0].start - items[index].end == 1:
        following[0].kind = "taken"
        end, following = following[0].end, following[1:]
    else:
        end = items[index].end
    if not any(item.kind in ("text", "imprint") for item in following):
        if end != items[index].end:
            items[index + 1].kind = "figure"
        return False
    return draft.put("section", items[index].start, end)


_SUBJECT = regex.compile(r"[\p{Hangul}·, ]{2,20}(?<=\S)(?:\s?\d{1,2})?")
"""What a volume is about, in brackets behind its number: `2(해방후편)`, `제5권(경제)`."""
_TOLD = regex.compile(
    r"참조|참고|인용|강조|필자|번역|미간행|미발표|영인|복제|사본|소장|이하|발췌|축약|추정|원문|비매품|[다음임됨]$"
)
"""Words of remarks, which tell no such thing."""
_SUBJECT_OF_PART = regex.compile(r"(?:\p{Hangul}{1,12}\s?){1,2}(?:사|편)\s?\d{0,2}")
"""What a part of a set is about, in brackets behind the set's title: `《조선단대사》(고구려사 1)`."""


def put_subject(draft: Draft, before: Item | None, item: Item, printed: str) -> bool:
    """subject := "(" words ")" — behind a volume's number or a set's title; False if the bracket is a remark."""
    if before is None:
        return False
    volume = before.figure is not None and before.figure.field in ("volume", "bare")
    named = volume and _SUBJECT.fullmatch(printed) is not None and _TOLD.search(printed) is None
    titled = before.mark in BOOK_MARKS and _SUBJECT_OF_PART.fullmatch(printed) is not None
    if titled and printed.endswith(" 편") and (strength(printed[:-2]) == 3 or ends_with(printed[:-2], "body_end")):
        return False  # `『제헌국회』(한국정치외교사학회 편)`
    return (named or titled) and draft.put("section", item.start + 1, item.end - 1)
