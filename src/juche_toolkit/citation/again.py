"""A Korean reference printed again in English behind itself, as Korean journals ask for."""

from __future__ import annotations

from typing import NamedTuple

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.items import Source
from juche_toolkit.citation.words import KOREAN

__all__ = ["Again", "printed_again", "put_translation"]

_SHORTEST = 40
_HEAD = regex.compile(
    r"\p{Lu}[\p{Latin}\p{M}.,&'’ -]{2,150}?[.,]?\s?\(?(?:1[89]|20)\d\d[a-z]?\)?\s?[.,]|\p{Lu}[^“\"]{2,100}[“\"]"
)
"""How a reference in English begins: names and a year, or names and a title in quotation marks."""
_BEHIND = regex.compile(
    r"(?<=[.)\]\d])\s(?=\p{Lu}[\p{Latin}\p{M}'’-]+,\s\p{Lu}[\p{Latin}\p{M}.,&'’ -]{0,120}?\((?:1[89]|20)\d\d[a-z]?\)\.)"
)
"""Where a reference after APA begins without a bracket round it."""


class Again(NamedTuple):
    """The token ranges of a reference and of the same in English."""

    first: int
    stop: int
    again: int
    last: int
    bracketed: bool


def printed_again(source: Source, first: int, last: int) -> Again | None:
    """reference ("(" | "[") reference in English (")" | "]") — or the second one without a bracket."""
    tokens, text = source.tokens, source.text
    end = last
    while end > first and (tokens[end - 1].kind == "s" or text[tokens[end - 1].start] == "."):
        end -= 1
    if end <= first:
        return None
    closing = tokens[end - 1]
    begin = closing.mate
    if text[closing.start] in ")]" and first < begin < end - 1:
        inside = tokens[begin].end, closing.start
        if inside[1] - inside[0] >= _SHORTEST and _differs(text, tokens[first].start, *inside):
            return Again(first, begin, begin + 1, end - 1, True)
        return None
    if (
        text.find("). ", tokens[first].start, tokens[last - 1].end) < 0
        or KOREAN.match(text, tokens[first].start) is None
    ):
        return None
    match = _BEHIND.search(text, tokens[first].start, tokens[last - 1].end)
    if match is None or not _differs(text, tokens[first].start, match.end(), tokens[last - 1].end):
        return None
    place = next(index for index in range(first, last) if tokens[index].start >= match.end())
    return Again(first, place, place, last, False)


def _differs(text: str, start: int, begin: int, end: int) -> bool:
    """Whether what stands before is in Korean, and a reference in English behind it."""
    return (
        _HEAD.match(text, begin, end) is not None
        and KOREAN.search(text, begin, end) is None
        and KOREAN.search(text, start, begin) is not None
    )


def put_translation(draft: Draft, again: Draft, *, bracketed: bool) -> bool:
    """Give a record the title of the same reference in English, where year, volume and pages agree."""
    same = [field for field in ("year", "volume", "issue", "pages") if field in draft.values and field in again.values]
    agree = all(draft.values[field] == again.values[field] for field in same)
    if not agree or "title" not in again.values or len(same) < (1 if bracketed else 2):
        return False
    if KOREAN.search(str(draft.values.get("title", ""))) is None:
        return False
    if not draft.put("translated_title", *again.spans["title"]):
        return False
    draft.doubtful("The reference is printed again in English; the first stands", again.start, again.end, 0.0)
    draft.end = again.end
    return True
