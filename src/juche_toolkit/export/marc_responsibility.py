"""Statements of responsibility: who made a work, with the words for what each did as the citation prints them (RDA 2.4).

The records have roles as fields; the words (편, 옮김, ed.) are found beside the names, in the text that was read. Where none stands
there, editors and translators are in their added entries alone: a statement is transcribed, not made.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from juche_toolkit.citation.model import Citation, Span
from juche_toolkit.export.common import clean
from juche_toolkit.export.forms import ROLES, Person, Role, View

__all__ = ["responsibility"]

_BEHIND = regex.compile(
    r"[\s(]*+(?P<word>공편저|편저|책임편집|공편|편역|편집|엮은이|엮음|편|옮긴이|옮김|공역|역주|번역|역)(?=[\s,.:;)》」』]|$)"
)
_BEHIND_LATIN = regex.compile(
    r"[\s,(]++(?P<word>eds?\.|trans\.|tr\.|editors?|translators?)(?=[\s,.:;)]|$)", regex.IGNORECASE
)
_BEFORE_LATIN = regex.compile(r"(?P<word>(?:edited|translated) by|eds?\.|trans\.)\s++$", regex.IGNORECASE)
_LOOKED_AT = 24
"""Characters beside a name in which its role may stand."""


class _Word(NamedTuple):
    """The word for a role: before or behind the names, in Korean or not."""

    text: str
    before: bool
    is_korean: bool


def responsibility(work: View) -> tuple[str, str]:
    """245 $c in Latin and as printed: `Pŭrusŭ K'ŏmingsŭ ; Kim Cha-dong omgim`, `브루스 커밍스 ; 김자동 옮김`.

    The editors of a chapter's host are no part of the chapter's statement.
    """
    latin, printed = [], []
    for role in ROLES if not work.container else ROLES[:1]:
        people = work.of_role(role)
        word = None if role == "authors" else _word(work.citation, role)
        if not people or (word is None and role != "authors"):
            continue
        others = " [and others]" if role == "authors" and work.citation.et_al else ""
        latin.append(_with(word and word._replace(text=_latin(work, word)), map(_said, people)) + others)
        printed.append(_with(word, (person.original or person.natural_form for person in people)) + others)
    return " ; ".join(latin), " ; ".join(printed)


def _said(person: Person) -> str:
    return person.natural_form


def _latin(work: View, word: _Word) -> str:
    return work.romanized(word.text, "text") if word.is_korean else word.text


def _with(word: _Word | None, names: Iterator[str]) -> str:
    said = ", ".join(names)
    if word is None:
        return said
    return f"{word.text} {said}" if word.before else f"{said}{'' if word.is_korean else ','} {word.text}"


def _word(record: Citation, role: Role) -> _Word | None:
    """The word that stands beside the names of a role in the text that they were read from."""
    spans = record.spans.get(role)
    if not spans or isinstance(spans, Span):
        return None
    text, names = record.text, getattr(record, role)
    if len(spans) != len(names) or clean(spans[-1].of(text)) != clean(names[-1]):
        return None
    behind = text[spans[-1].end : spans[-1].end + _LOOKED_AT]
    if (found := _BEHIND.match(behind)) is not None:
        return _Word(found["word"], before=False, is_korean=True)
    if (found := _BEHIND_LATIN.match(behind)) is not None:
        return _Word(found["word"], before=False, is_korean=False)
    before = text[max(0, spans[0].start - _LOOKED_AT) : spans[0].start]
    if (found := _BEFORE_LATIN.search(before)) is not None:
        return _Word(found["word"], before=True, is_korean=False)
    return None
