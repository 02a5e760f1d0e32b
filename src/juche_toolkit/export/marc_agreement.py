"""Whether the romanization in a record is that of its Korean text, under ALA-LC.

Ours is made word by word and remembered, so that a record of known words costs little; where that isn't what the record
has, the whole text is romanized, then the text as the record divides it, and only what still differs is wrong. What it
differs in is named by the rule: see docs/marc.md.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import regex

from juche_toolkit.adapters.pymarc import MarcField
from juche_toolkit.export.common import romanizer_or_default
from juche_toolkit.export.hosts import divided
from juche_toolkit.export.marc_differences import Difference, difference
from juche_toolkit.export.marc_finding import Finding
from juche_toolkit.export.marc_latin import divided_as, follows, ours, person, respelt, squeezed, word
from juche_toolkit.export.marc_marks import private_use_as_text, suspect
from juche_toolkit.export.origin import authority_of
from juche_toolkit.hangul.hanja import reading

__all__ = ["agreement", "disagreement", "kind_of", "romanized_texts"]

_PERSONS = ("100", "600", "700", "800")
_BODIES = ("110", "111", "610", "611", "710", "711", "810", "811")
_TITLES = ("130", "240", "630", "730", "740", "830")
_KINDS: dict[str, dict[str, str]] = {
    **{tag: {"a": "name", "t": "title"} for tag in _PERSONS},
    **{tag: {"a": "corporate", "b": "corporate", "t": "title"} for tag in _BODIES},
    **{tag: {"a": "title", "p": "title", "t": "title"} for tag in _TITLES},
    "245": {"a": "title", "b": "title", "p": "title", "c": "responsibility"},
    "246": {"a": "title", "b": "title", "p": "title"},
    "250": {"a": "text"},
    "260": {"a": "place", "b": "corporate"},
    "264": {"a": "place", "b": "corporate"},
    "490": {"a": "title"},
    "500": {"a": "text"},
    "502": {"c": "corporate"},
    "505": {"a": "contents", "t": "title", "r": "responsibility"},
    "520": {"a": "text"},
    "650": {"a": "title"},
    "651": {"a": "place"},
    "773": {"a": "name", "b": "text", "t": "title", "d": "text"},
    "780": {"a": "name", "t": "title"},
    "785": {"a": "name", "t": "title"},
}
"""Subfields that hold romanized text, and what kind of text; dates, numbers, codes and cataloguers' words are passed over."""

_HANGUL = regex.compile(r"\p{Hangul}")
_HAN = regex.compile(r"\p{Han}")
_KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")
_TAIL = regex.compile(r"[\s,.;:/=]++$")


def kind_of(tag: str, code: str) -> str | None:
    """What kind of romanized text a subfield holds, or None where it holds none."""
    return _KINDS.get(tag, {}).get(code)


def romanized_texts(field: MarcField) -> Iterator[str]:
    """The texts of a field that are romanized, if its 880 is Korean."""
    kinds = _KINDS.get(field.tag, {})
    return (value for code, value in field.subfields if code in kinds)


def agreement(field: MarcField, partner: MarcField) -> Iterator[Finding]:
    """What a field's romanization has otherwise than its 880 says; nothing where the 880 isn't Korean."""
    kinds = _KINDS.get(field.tag)
    if kinds is None:
        return
    here, there = field.subfields, partner.subfields
    if len(here) == len(there) and all(one[0] == other[0] for one, other in zip(here, there, strict=True)):
        found = [(code, value, other[1]) for (code, value), other in zip(here, there, strict=True) if code in kinds]
    else:
        found = []
        for code in kinds:
            latin = [value for one, value in here if one == code]
            korean = [value for one, value in there if one == code]
            if len(latin) == len(korean):
                found += [(code, one, other) for one, other in zip(latin, korean, strict=True)]
            elif latin and any(_HANGUL.search(text) for text in korean):
                message = f"{len(latin)} here, but {len(korean)} in its 880"
                yield Finding("link", "doubt", f"{field.tag} ${code}", message)
    for code, latin_text, korean_text in found:
        other = disagreement(latin_text, korean_text, kinds[code])
        if other is not None:
            yield Finding(other.rule, other.grade, f"{field.tag} ${code}", other.message, other.theirs, other.ours)


@lru_cache(maxsize=1 << 10)
def disagreement(latin: str, korean: str, kind: str) -> Difference | None:
    """The difference between a romanized text and ours of the Korean one; None where they agree.

    `kind` is a kind of text (text, title, name, place, corporate), "responsibility" for a statement with names in it,
    "contents" for a list of titles. Texts without Hangul have no reading that is sure and are passed over.
    """
    if korean.isascii() or not _HANGUL.search(korean) or _KANA.search(korean):
        return None
    korean = unicodedata.normalize("NFC", korean)
    if suspect(korean):
        korean = private_use_as_text(korean)
    if not latin.isascii() and _HANGUL.search(latin):
        shorter = _TAIL.sub("", latin)
        return Difference("script", "error", "Hangul stands where romanization should", shorter, ours(korean, "text"))
    if _HAN.search(korean) is None:
        return _compared(latin, korean, kind)
    found = _compared(latin, reading(korean), kind)
    if found is None or found.grade == "doubt" or found.rule not in ("sound", "voicing", "R9"):
        return found
    return Difference("hanja", "doubt", "a hanja may be read otherwise", latin, found.ours)


def _compared(latin: str, korean: str, kind: str) -> Difference | None:
    """A text without hanja against its romanization, the cheap way first."""
    theirs = respelt(latin)
    if kind == "contents":
        parts = list(zip(latin.split("--"), korean.split("--"), strict=False))
        return next((found for one, other in parts if (found := disagreement(one, other, "title"))), None)
    if _is_ours(theirs, korean, kind):
        return None
    if kind == "responsibility":
        return _statement(latin, korean)
    return _slowly(latin, theirs, korean, kind)


def _is_ours(theirs: str, korean: str, kind: str) -> bool:
    """The cheap comparison, which most texts of a catalogue pass."""
    if kind == "name":
        return theirs == person(_TAIL.sub("", korean)) or theirs == respelt(ours(korean, "name"))
    if kind == "responsibility":
        return _names_and_words(theirs, korean)
    return follows(korean, theirs)


def _names_and_words(theirs: str, korean: str) -> bool:
    """Whether a statement of responsibility is ours, taken from left to right, each eojeol a name if it can be."""
    goal = theirs.replace(" ", "").replace("-", "")
    place = 0
    for part in korean.split():
        way = (person(_TAIL.sub("", part)) or word(part)).replace(" ", "").replace("-", "")
        if not goal.startswith(way, place):
            way = word(part).replace(" ", "").replace("-", "")
            if not goal.startswith(way, place):
                return False
        place += len(way)
    return place == len(goal)


def _slowly(latin: str, theirs: str, korean: str, kind: str) -> Difference | None:
    """The whole text as we romanize it, then as the record divides it."""
    korean, latin = _TAIL.sub("", korean), _TAIL.sub("", latin)
    whole = ours(_divided(korean) if kind == "title" else korean, kind)
    if respelt(whole) == theirs:
        return None
    if "-pukto" in theirs and _newer(squeezed(whole)) == _newer(squeezed(latin)):
        return Difference(
            "R4", "doubt", "-pukto is the form before 2009, since then -bukto", latin, latin.replace("-pukto", "-bukto")
        )
    if squeezed(whole) == squeezed(latin):
        return _division(latin, whole, kind)
    if kind != "name":
        text = divided_as(korean, theirs)
        if text is not None:
            same = ours(text, "divided")
            if squeezed(same) == squeezed(latin):
                return _division(latin, whole, kind)
            return difference(latin, same, whole, text)
    return difference(latin, whole, whole, korean, name=kind == "name")


def _newer(text: str) -> str:
    return text.replace("pukto", "bukto")


def _divided(korean: str) -> str:
    """A journal's title with the spaces that the journals' table knows; any other as it is."""
    entry = authority_of(korean)
    return divided(entry, romanizer_or_default(None)) if entry is not None and entry.hangul == korean else korean


def _division(latin: str, whole: str, kind: str) -> Difference:
    if kind == "name":
        return Difference("R9", "doubt", "the parts of the name are joined or divided otherwise", latin, whole)
    return Difference("division", "doubt", "words are divided otherwise", latin, whole)


def _statement(latin: str, korean: str) -> Difference | None:
    """A statement of responsibility: each word may be a name or a word, which the text doesn't tell."""
    goal = squeezed(latin)
    reached = {0}
    bare = set(reached)
    plain = _without_marks(goal)
    for part in korean.split():
        ways = {squeezed(word(part)), squeezed(ours(_TAIL.sub("", part), "name"))}
        reached = {place + len(way) for place in reached for way in ways if goal.startswith(way, place)}
        flat = {_without_marks(way) for way in ways}
        bare = {place + len(way) for place in bare for way in flat if plain.startswith(way, place)}
    if len(goal) in reached or respelt(ours(korean, "text")) == respelt(latin):
        return None
    if squeezed(ours(korean, "text")) == goal:
        return None
    shown = " ".join(_nearer(part, plain) for part in korean.split())
    if len(plain) in bare:
        return Difference("marks", "error", "breves or apostrophes are missing", latin, shown)
    return Difference("responsibility", "doubt", "names or words are romanized otherwise", latin, shown)


def _nearer(part: str, plain: str) -> str:
    """A word as a name where only that is in the record, marks aside; else as a word."""
    text, name = ours(part, "text"), ours(_TAIL.sub("", part), "name")
    here = [way for way in (text, name) if _without_marks(squeezed(way)) in plain]
    return here[0] if here else text


def _without_marks(text: str) -> str:
    return text.replace("ŏ", "o").replace("ŭ", "u").replace("'", "")
