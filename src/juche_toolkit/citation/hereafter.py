"""The short form that a note gives a work for the notes behind it: `(이하 『년감』)`, `(hereafter FRUS)`."""

from __future__ import annotations

import regex

__all__ = ["is_notice", "notice_at_end", "short_form"]

_WORDS = r"(?:이하(?:에서는?)?|[Hh]ere(?:in)?after)"
_NAME = (
    r"(?P<open>[「『《〈“‘\"'*])?(?P<name>(?!참[조고]|동일|같)[^()\[\]「」『』《》“”;]{1,60}?)(?(open)[」』》〉”’\"'*])"
)
_SAID = r"(?:으?로\s?(?:표기|약칭|약기|약함|약|줄임|줄여|칭|인용|적음|지칭|함|쓴)\S{0,4}(?:\s\S{1,6})?)?"
_NOTICE = regex.compile(
    rf"\s?(?:[(\[]\s?|(?<=\S)[.,;]\s?){_WORDS}:?\s(?:cited\sas\s|referred\sto\sas\s|as\s)?{_NAME},?\s?{_SAID}[)\]]?[.\s]*$"
)
"""notice := ("(" | ",") ("이하" | "hereafter") name ["로 약칭"] [")"]"""
_INSIDE = regex.compile(rf"\s?{_WORDS}:?\s(?:cited\sas\s|referred\sto\sas\s|as\s)?{_NAME},?\s?{_SAID}\s?")
_REACH = 110


def _may(text: str, start: int, end: int) -> bool:
    return (
        text.find("이하", start, end) >= 0
        or text.find("ereafter", start, end) >= 0
        or text.find("ereinafter", start, end) >= 0
    )


def notice_at_end(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where such a notice stands behind a work."""
    begin = max(start, end - _REACH)
    if not _may(text, begin, end):
        return None
    match = _NOTICE.search(text, begin, end)
    return (match.start(), end) if match is not None and match.start() > start else None


def is_notice(inner: str) -> bool:
    """Whether a bracket holds such a notice and nothing else."""
    return _may(inner, 0, len(inner)) and _INSIDE.fullmatch(inner) is not None


_ANYWHERE = regex.compile(rf"(?:[(\[]\s?|[.,;]\s?){_INSIDE.pattern[3:-3]}\s?(?:[)\]]|[.\s]*$)")


def short_form(text: str, start: int, end: int) -> str | None:
    """The short form that a stretch gives its work."""
    if not _may(text, start, end):
        return None
    match = _ANYWHERE.search(text, start, end)
    return match["name"].strip() if match is not None else None
