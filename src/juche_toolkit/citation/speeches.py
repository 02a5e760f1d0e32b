"""The occasion of a leader's speech or answer that names a newspaper or institute in marks of its own."""

from __future__ import annotations

import re

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.items import Item, Source
from juche_toolkit.citation.words import alternatives

__all__ = ["join_meeting", "join_occasion"]

_MEETINGS = tuple(
    "학술회의 학술대회 국제학술회의 국제학술대회 심포지엄 심포지움 국제심포지엄 학술심포지엄 세미나 국제세미나 정책세미나 토론회 "
    "정책토론회 대토론회 워크숍 워크샵 컨퍼런스 콘퍼런스 콜로키움 공청회 발표회 학술발표회 간담회".split()
)
"""Words for a meeting, behind what it was about."""
_HELD = re.compile(r"(?:주최|주관|개최|공동주최)$")

_SAID = regex.compile(
    r"\S.{1,120}(?:에서|앞에서|에게|에|과|와)\s(?:즈음하여\s)?"
    rf"(?:대한|한|하신|보낸|보내신|준|주신|발표한|발표하신)\s(?P<genre>{alternatives('genre')}|강의)"
)
"""How an occasion ends: `기자들이 제기한 질문에 대한 대답`, `사회과학원에서 한 강의`."""
_PARTICIPLE = re.compile(r"[한신낸준]\s")
"""How the word before the kind of speech ends; where none stands, there is no occasion."""
_SAID_LAST = ("답", "변", "설", "화", "한", "의", "론", "고", "사")


_LISTENER = re.compile(
    "당|국가|정부|내각|군대|근로단체|(?:당|국가|행정)?경제기관|정권기관|무력기관|사법검찰기관|로동자|농민|인테리|과학자|기술자|교원|작가|예술인"
)
"""Who listens to a leader, before a comma: `당, 국가, 경제기관 책임일군들과 한 담화`."""


def _join_listeners(draft: Draft, items: list[Item]) -> bool:
    """listeners := (listener ",")+ words "한" kind — one text, whose commas are its own."""
    text = draft.source.text
    for index in range(2, len(items) - 2):
        if items[index].kind != "text" or items[index + 1].mark != ",":
            continue
        if _LISTENER.fullmatch(text, items[index].start, items[index].end) is None:
            continue
        last = index
        while last + 2 < len(items) and items[last + 1].mark == "," and items[last + 2].kind == "text":
            last += 2
            start, end = draft.trimmed(items[last].start, items[last].end)
            if _SAID.fullmatch(text, start, end) is not None:
                items[index : last + 1] = [Item("text", items[index].start, items[last].end)]
                return True
            if _LISTENER.fullmatch(text, start, end) is None:
                return False
    return False


def join_occasion(draft: Draft, items: list[Item]) -> None:
    """occasion := words 『name』 words "한" kind — behind the title: `일본 『마이니찌신붕』 기자들이 제기한 질문에 대한 대답`.

    The three are joined to one text; the marks in it are the occasion's own.
    """
    text = draft.source.text
    if _PARTICIPLE.search(text, draft.start, draft.end) is None:
        return
    if _join_listeners(draft, items):
        return
    for index in range(2, len(items) - 1):
        before, quote, item = items[index - 1], items[index], items[index + 1]
        if quote.kind != "quote" or item.kind != "text" or item.start - quote.end > 1:
            continue
        if not text.startswith(_SAID_LAST, draft.trimmed(item.start, item.end)[1] - 1):
            continue
        if _SAID.fullmatch(text, *draft.trimmed(item.start, item.end)) is None:
            continue
        if not any(earlier.kind == "quote" for earlier in items[: index - 1]):
            continue
        led = before.kind == "text" and quote.start - before.end <= 1
        items[index - led : index + 2] = [Item("text", before.start if led else quote.start, item.end)]
        return


def join_meeting(items: list[Item], source: Source) -> None:
    """meeting := [body "주최"] 『name』 word — behind the paper's title: `「재벌 개혁」, 『한국경제의 진로』 심포지엄 자료집`.

    They are joined to one text; the marks in it are the meeting's own.
    """
    first = next((place for place, item in enumerate(items) if item.kind == "quote"), len(items))
    for index in range(first + 1, len(items) - 1):
        quote, item = items[index], items[index + 1]
        if quote.kind != "quote" or item.kind != "text" or item.start - quote.end > 1:
            continue
        if not source.text.startswith(_MEETINGS, item.start):
            continue
        before = items[index - 1]
        held = _HELD.search(source.text, before.start, before.end) if before.kind == "text" else None
        led = held is not None and quote.start - before.end <= 1
        items[index - led : index + 2] = [Item("text", before.start if led else quote.start, item.end)]
        return
