"""Works of old Korea and China, cited by fascicle, chapter and year of a reign: 『太宗實錄』 卷12, 太宗 6年 閏7月 13日(庚戌)."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from juche_toolkit.citation.behind import put_quoted_container
from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.imprint import is_place, is_press
from juche_toolkit.citation.items import ARTICLE_MARKS, BOOK_MARKS, Item
from juche_toolkit.citation.journals import look_up
from juche_toolkit.citation.kinds import container_like, is_meeting, periodical
from juche_toolkit.citation.names import read_names
from juche_toolkit.citation.words import ends_with, folded, words

__all__ = ["mark_classic", "take_classic"]

_NUMERAL = r"[一二三四五六七八九十百]{1,5}"
_FASCICLE = regex.compile(
    rf"(?:卷|권)\s?(?:[之지]\s?)?(?:[第제]\s?)?(?P<volume>{_NUMERAL}|\d{{1,4}}|[上中下首末])(?![\p{{L}}\d])"
    rf"|(?:[第제]\s?)?(?P<volume>{_NUMERAL}|\d{{1,4}})\s?[冊册](?!\p{{L}})"
)
"""The number of a fascicle: 卷三, 卷第四, 卷之五, 권5, 第1423冊. A modern journal has its unit behind the number."""
_RULER = (
    r"(?:\p{Hangul}{1,3}(?:왕|종|조|제)|연산군|광해군|\p{Han}{1,4}[王宗祖帝]|燕山君|光海君"
    r"|광무|융희|건양|개국|홍무|영락|선덕|만력|숭정|강희|건륭|도광|광서|명치|대정|소화"
    r"|光武|隆熙|建陽|開國|洪武|永樂|宣德|萬曆|崇禎|康熙|乾隆|道光|光緖|光緒|明治|大正|昭和)"
)
_COUNT = rf"(?:\d{{1,2}}|{_NUMERAL}|元|원)\s?[년年]|[즉卽即][위位]년?年?"
_REIGN = regex.compile(rf"{_RULER}\s?(?:{_COUNT}|實錄)|(?P<bare>(?:{_COUNT})(?:\s?(?:조|條)(?!\p{{L}})|\s[윤閏\d]))")
"""The year of a reign, whoever's it is: 세종 16년, 正祖 2年 閏6月. Without a name (`14년 10월 12일`) the title tells the ruler."""
_RUNNING = frozenset({"text", "figure", "date", "other", "occasion", "role", "remark"})
_MODERN = ("issue", "whole_number", "pages")


def mark_classic(draft: Draft, items: list[Item]) -> bool:
    """Whether marks are missing round a known classic's title, now put there: `세종실록 58권, 세종 14년 10월 12일 을묘`."""
    first = items[0] if len(items) > 1 else None
    if first is None or first.kind != "text" or not _is_classic(draft.text(first.start, first.end)):
        return False
    following = next((item for item in items[1:] if item.kind != "sep"), None)
    if following is None or not (
        _fascicle(draft, following) is not None or (following.figure and following.figure.field == "volume")
    ):
        return False
    items[0] = Item("quote", first.start - 1, first.end + 1, "『")
    return True


def _is_classic(title: str) -> bool:
    """Whether a title is a classic's by the table: its name, or its ending (實錄, 謄錄)."""
    return folded(title) in words("classic") or ends_with(title, "classic_end")


def _fascicle(draft: Draft, item: Item) -> regex.Match[str] | None:
    """The number of a fascicle at the beginning of an item."""
    if (
        item.kind not in ("text", "figure")
        or draft.source.text[item.start] not in "卷권第제0123456789一二三四五六七八九十百"
    ):
        return None
    return _FASCICLE.match(draft.source.text, item.start, item.end)


def take_classic(draft: Draft, items: Sequence[Item], index: int) -> None:
    """classic := 『title』 [fascicle] ("," part | 「piece」 | reign year)* — what it takes is left out of the further reading.

    A piece is the title, the whole its container; a part (志36, 兵2) is the section, the year of a reign the locator.
    """
    place = next(
        (n for n in range(index, len(items)) if items[n].kind == "quote" and items[n].mark in BOOK_MARKS), None
    )
    if place is None or any(
        item.kind != "sep" and draft.text(item.start, item.end) not in ("in", "In") for item in items[index + 1 : place]
    ):
        return
    first = next((item for item in items[place + 1 :] if item.kind != "sep"), None)
    if first is not None and first.kind not in ("text", "figure", "quote"):
        return
    title = draft.source.inner(items[place])
    known = _is_classic(title)
    if first is None:  # `「學而」, 『論語』`
        if known and place > index:
            draft.values["type"] = "chapter"
        return
    if not _sign(draft, first, items[place + 1 :], known=known):
        return
    if not known and (periodical(title) is not None or container_like(title) or is_meeting(title)):
        return
    if place > index:
        put_quoted_container(draft, items[place])
        items[place].kind = "taken"
    _Reading(draft, items, place, known=known).run()


def _sign(draft: Draft, first: Item, rest: Sequence[Item], *, known: bool) -> bool:
    """Whether what stands behind a whole's title tells a classic: a fascicle, the year of a reign, a piece of a known one."""
    if any(item.figure is not None and item.figure.field in _MODERN[:2] for item in rest):
        return False
    if _fascicle(draft, first) is not None:
        return True
    if first.kind == "quote":
        return known and first.mark in ARTICLE_MARKS
    reign = _REIGN.match(draft.source.text, first.start, first.end) if first.kind == "text" else None
    if reign is not None:
        return known or not reign["bare"]
    volume = first.figure is not None and first.figure.field == "volume"
    if not known or volume or first.kind != "text":
        return known and volume
    modern = any(item.kind == "imprint" or (item.date is not None and item.date.year is not None) for item in rest)
    return not modern and not _modern_text(draft, rest, rest.index(first))


def _modern_text(draft: Draft, rest: Sequence[Item], index: int) -> bool:
    """Whether a text is of a modern edition: its publisher or place, a helper, or what stands right before the year."""
    item = rest[index]
    printed = draft.text(item.start, item.end).strip(" .,")
    entry = look_up(printed)
    if is_press(printed) or is_place(printed) or ends_with(printed, "body_end") or ":" in printed or entry is not None:
        return True
    people = read_names(draft.source.text, item.start, item.end)
    if people is not None and people.role is not None:
        return True
    following = next((later for later in rest[index + 1 :] if later.kind != "sep"), None)
    return following is not None and following.date is not None and following.date.shape == "year"


class _Reading:
    """One classic's parts, read in their order."""

    def __init__(self, draft: Draft, items: Sequence[Item], place: int, *, known: bool) -> None:
        self.draft, self.items, self.place, self.known = draft, items, place, known
        self.field = ""
        self.start = self.end = -1
        self.taken = False

    def run(self) -> None:
        draft, whole = self.draft, True
        for index in range(self.place + 1, len(self.items)):
            item = self.items[index]
            if item.kind == "sep" and item.mark in ",.·:":
                continue
            if item.kind == "quote" and item.mark in ARTICLE_MARKS:
                self._flush()
                self._piece(item)
            elif not self._volume(item) and not self._goes_on(item, index):
                whole = False
                break
        self._flush()
        if not draft.has("title"):
            draft.move("container_title", "title")
        if self.known or self.taken or whole:
            draft.values["type"] = "chapter" if draft.has("container_title") and draft.has("title") else "book"

    def _volume(self, item: Item) -> bool:
        draft = self.draft
        match = None if draft.has("volume") or self.field else _fascicle(draft, item)
        if match is not None:
            draft.put("volume", *match.span("volume"))
            draft.passed.append(match.span())
            item.start = match.end()
            if item.start < item.end and any(map(str.isalnum, draft.text(item.start, item.end))):
                item.kind = "text"
                while draft.source.text[item.start] == " ":
                    item.start += 1
                self._start("locator" if _REIGN.match(draft.source.text, item.start, item.end) else "section", item)
            item.kind = "taken"
            return True
        figure = item.figure
        if figure is None or figure.field != "volume" or draft.has("volume") or self.field:
            return False
        item.kind = "taken"
        return draft.put("volume", figure.value_start, figure.value_end, figure.value)

    def _goes_on(self, item: Item, index: int) -> bool:
        """Take a part, or the year of a reign and all that stands behind it up to the next piece."""
        draft = self.draft
        if item.kind not in _RUNNING or (item.figure is not None and item.figure.field in _MODERN):
            return False
        text = item.kind == "text"
        reign = _REIGN.match(draft.source.text, item.start, item.end) if text and self.field != "locator" else None
        if reign is not None:
            self._flush()
            self._start("locator", item)
        elif item.date is not None and item.date.year is not None:
            if self.field != "locator" or draft.source.text[item.start - 1] != "(":
                return False
        elif self.field != "locator" and text and _modern_text(draft, self.items, index):
            return False
        elif not self.field:
            if not text and not self._numbers_piece(item, index):
                return False
            self._start("section", item)
        self.end = item.end + (draft.source.text[item.end : item.end + 1] == ")" and self._open(item.end))
        item.kind = "taken"
        return True

    def _numbers_piece(self, item: Item, index: int) -> bool:
        """Whether a lone number stands right behind a piece: `「기이」 1`."""
        bare = item.figure is not None and item.figure.field == "bare"
        return bare and self.items[index - 1].kind == "taken" and self.items[index - 1].mark in ARTICLE_MARKS

    def _open(self, end: int) -> bool:
        """Whether a bracket that was opened in the part under way is closed at a place."""
        text = self.draft.text(self.start, end)
        return text.count("(") > text.count(")")

    def _start(self, field: str, item: Item) -> None:
        self.field, self.start, self.end = field, item.start, item.end

    def _flush(self) -> None:
        draft = self.draft
        if not self.field:
            return
        self.taken = True
        if not draft.put(self.field, self.start, self.end):
            draft.leave(self.start, self.end, f"a second {self.field}")
        self.field = ""

    def _piece(self, quote: Item) -> None:
        """piece := 「title」 — of a work whose own title is in hand already, a section."""
        draft = self.draft
        self.taken = True
        if draft.has("container_title") and draft.has("title"):
            if draft.put("section", quote.start + 1, quote.end - 1):
                quote.kind = "taken"
            return
        draft.move("title", "container_title")
        draft.container_mark, draft.title_mark = draft.title_mark or draft.container_mark, quote.mark
        draft.put("title", quote.start + 1, quote.end - 1)
        quote.kind = "taken"
