"""The occasion of a leader's speech or answer that names a newspaper or institute in marks of its own."""

from __future__ import annotations

import re

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.items import Item
from juche_toolkit.citation.words import alternatives

__all__ = ["join_occasion"]

_SAID = regex.compile(
    r"\S.{1,120}(?:에서|앞에서|에게|에|과|와)\s(?:즈음하여\s)?"
    rf"(?:대한|한|하신|보낸|보내신|준|주신|발표한|발표하신)\s(?P<genre>{alternatives('genre')}|강의)"
)
"""How an occasion ends: `기자들이 제기한 질문에 대한 대답`, `사회과학원에서 한 강의`."""
_PARTICIPLE = re.compile(r"[한신낸준]\s")
"""How the word before the kind of speech ends; where none stands, there is no occasion."""
_SAID_LAST = ("답", "변", "설", "화", "한", "의", "론", "고", "사")


def join_occasion(draft: Draft, items: list[Item]) -> None:
    """occasion := words 『name』 words "한" kind — behind the title: `일본 『마이니찌신붕』 기자들이 제기한 질문에 대한 대답`.

    The three are joined to one text; the marks in it are the occasion's own.
    """
    text = draft.source.text
    if _PARTICIPLE.search(text, draft.start, draft.end) is None:
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
