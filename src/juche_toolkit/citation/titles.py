"""An unmarked title, with the original script or the mark that goes with it."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.items import Item

__all__ = ["plain_title"]

_VERNACULAR = regex.compile(
    r"(?P<latin>[^\p{Hangul}\p{Han}]{4,200}?)\s(?P<korean>[\p{Hangul}\p{Han}][^\p{Latin}]{1,120})"
)


_MARKED = regex.compile(r"[ŏŭŎŬāēīōū]|[kptcho]['’ʼ][aeiouŏŭ]|n['’ʼ]g", regex.IGNORECASE)
"""What only McCune-Reischauer has, or a romanization of Japanese: a title in it before one in its own script is that one, romanized."""


_VOWELS = regex.compile(r"[aeiouyŏŭêô]+", regex.IGNORECASE)
_SYLLABLES = regex.compile(r"[\p{Hangul}\p{Han}]")
_GOES_ON = regex.compile(
    r"(?:기반|방식|기법|기술|모델|모형|시스템|환경|알고리즘|네트워크|프로토콜|플랫폼|데이터|프레임워크|서비스|분석|설계|구현|대역|공정|센서|을|를|의|과|와|에|로|용|및|간)"
    r"(?!\p{Hangul}{2})"
)
"""Words in Korean that go on with a term in Latin letters: `IEEE 802.11 기반`, `5G NR 시스템의 이해`."""


def _same_words(split: regex.Match[str]) -> bool:
    """Whether Latin words in front of Korean ones are these words romanized: one vowel a syllable, and no term or number."""
    latin, korean = split["latin"], split["korean"]
    if _MARKED.search(latin) is not None:
        return True
    if min(len(latin.split()), len(korean.split())) < 2 or any(map(str.isdigit, latin)) or _GOES_ON.match(korean):
        return False
    vowels, syllables = len(_VOWELS.findall(latin)), len(_SYLLABLES.findall(korean))
    return 2 * syllables <= 3 * vowels <= 4 * syllables


_PART = regex.compile(r"\s(?P<part>[上中下](?:卷|篇|冊)?|[상중하][권편])$")
"""A part of a set of two or three volumes behind its title."""


def plain_title(draft: Draft, items: Sequence[Item], first: int, last: int) -> None:
    """title := words | romanized words, the same in Korean script"""
    start, end = items[first].start, items[last].end
    split = _VERNACULAR.fullmatch(draft.source.text, start, end)
    if split is not None and _same_words(split):
        draft.put("title", *split.span("latin"))
        draft.put("title_vernacular", *split.span("korean"))
        return
    part = _PART.search(draft.source.text, start, end)
    if part is not None and draft.put("volume", *part.span("part")):  # `북한전서 上`
        end = part.start()
    question = draft.source.text[end : end + 1]
    draft.put("title", start, end + (question in "?!" and bool(question)))
