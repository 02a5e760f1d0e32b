"""Where a work comes from and what language it is in, as far as a citation tells."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal

import regex

from juche_toolkit.citation.journals import Authority, journal_key, look_up
from juche_toolkit.citation.model import Citation
from juche_toolkit.tables import packaged_text, read_rows

__all__ = ["Side", "authority_of", "is_korean", "language", "language_tag", "side", "side_of_place"]

Side = Literal["KP", "KR"]

_TABLE = "places.tsv"
_MODIFIERS = str.maketrans("ʼʻ", "''")
_HANGUL = regex.compile(r"\p{Hangul}")
_ROMANIZED = regex.compile("[ŏŎ]|[oO]\u0306")
"""The breve over o of McCune-Reischauer; ŭ alone is a letter of Esperanto and Belarusian too."""
_HAN = regex.compile(r"\p{Han}")
_KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")
_LATIN = regex.compile(r"\p{Latin}")
# Words that romanized Korean hasn't: `in`, `to`, `an` and `on` are syllables of it.
_ENGLISH_WORDS = (
    "the of and for with from at its how why what are was were is by between under towards toward after before against"
    " north south korea korean history study studies economy economic policy"
)
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_WORD = regex.compile(r"[A-Za-z]++(?:['’][a-z]++)?+")


@cache
def _places() -> Mapping[tuple[str, str], Side]:
    found: dict[tuple[str, str], Side] = {}
    for _, row in read_rows(packaged_text("export", _TABLE).splitlines(), name=_TABLE):
        found[row["kind"], journal_key(row["form"])] = "KP" if row["side"] == "KP" else "KR"
    return MappingProxyType(found)


def authority_of(printed: str | None) -> Authority | None:
    """The entry of the journals' table that a title or publisher names, or None."""
    return look_up(printed) if printed else None


def side(citation: Citation) -> Side | None:
    """North or South Korea, or None where nothing tells.

    Asked in turn: the journals' table for the container, the title and the publisher; the Juche year; the place; the
    issuing body.
    """
    for printed in (citation.container_title, citation.title, citation.publisher):
        entry = authority_of(printed)
        if entry is not None and entry.side in ("KP", "KR"):
            return "KP" if entry.side == "KP" else "KR"
    if citation.juche_year is not None:
        return "KP"
    return side_of_place(citation.place) or _by_body(citation.authority) or _by_body(citation.publisher)


@lru_cache(maxsize=1024)
def side_of_place(printed: str | None) -> Side | None:
    """The side that a place of publication lies on, or None where the table of places doesn't know it."""
    if not printed or len(printed) > 200:
        return None
    printed = printed.translate(_MODIFIERS)
    for part in (printed, *regex.split("[,:;/·(]", printed)):
        found = _places().get(("place", journal_key(part)))
        if found:
            return found
    return None


def _by_body(printed: str | None) -> Side | None:
    if not printed:
        return None
    key = journal_key(printed[:200])
    return next((found for (kind, form), found in _places().items() if kind == "body" and key.startswith(form)), None)


def is_korean(text: str | None, citation: Citation) -> bool:
    """Whether a text is in Korean script: it has Hangul, or hanja in a citation that has Hangul elsewhere."""
    if not text or _KANA.search(text):
        return False
    if _HANGUL.search(text):
        return True
    return _HAN.search(text) is not None and _has_hangul(citation)


def _has_hangul(citation: Citation) -> bool:
    printed = (
        citation.title, citation.title_vernacular, citation.container_title, citation.publisher, citation.place,
        citation.collection_title, citation.authority, citation.genre, citation.season, *citation.authors,
    )  # fmt: skip
    return any(_HANGUL.search(text) for text in printed if text) or side(citation) is not None


def language(citation: Citation) -> Literal["ko", "en"] | None:
    """The language of the work: ko where its title is in Korean script, en where it is plainly English, else None.

    Where no title is printed, the container and the issuing body tell. A romanized title without its Hangul is taken for
    Korean where it has ŏ, a letter of no other language that such notes cite; a Latin text for English where it has words
    that only English has.
    """
    titles = [text for text in (citation.title, citation.title_vernacular) if text]
    if not titles:
        titles = [text for text in (citation.container_title, citation.authority, citation.genre) if text]
    if any(is_korean(text, citation) or _ROMANIZED.search(text) for text in titles):
        return "ko"
    return "en" if any(_is_english(text) for text in titles) else None


def _is_english(text: str) -> bool:
    if _HAN.search(text) or not _LATIN.search(text):
        return False
    return any(match.group().lower() in _ENGLISH for match in _WORD.finditer(text[:1000]))


def language_tag(citation: Citation) -> str | None:
    """The language as a BCP 47 tag: ko-KP for North Korean works, ko-KR for other Korean ones, en, or None."""
    found = language(citation)
    if found != "ko":
        return found
    return "ko-KP" if side(citation) == "KP" else "ko-KR"
