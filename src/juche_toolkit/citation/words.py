"""The words by which a citation is read, from words.tsv, each kind as a mapping or as one compiled pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TypeAlias

import regex

from juche_toolkit.tables import packaged_text, read_rows

__all__ = [
    "HAN",
    "HANGUL",
    "KOREAN",
    "alternatives",
    "ends_with",
    "folded",
    "forms",
    "starts_with",
    "value_of",
    "words",
]

_TABLE = "words.tsv"
_Branch: TypeAlias = "dict[str, _Branch]"
HANGUL = (
    "\u1100-\u11ff\u302e-\u302f\u3131-\u318e\u3200-\u321e\u3260-\u327e\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7c6\ud7cb-\ud7fb"
    "\uffa0-\uffbe\uffc2-\uffc7\uffca-\uffcf\uffd2-\uffd7\uffda-\uffdc"
)
"""The letters of the script, for a class of `re`, which is quicker to call than `regex`: what `\\p{Hangul}` has."""
HAN = (
    "\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufa6d"
    "\ufa70-\ufad9\U00016fe2-\U00016fe3\U00016ff0-\U00016ff6\U00020000-\U0002a6df\U0002a700-\U0002b81e\U0002b820-\U0002cead"
    "\U0002ceb0-\U0002ebe0\U0002ebf0-\U0002ee5d\U0002f800-\U0002fa1d\U00030000-\U0003134a\U00031350-\U00033479"
)
"""Likewise: what `\\p{Han}` has."""
KOREAN = re.compile(f"[{HANGUL}{HAN}]")
"""A letter of the Korean scripts, for `search`."""


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    """A word as the table's forms are compared: one space, one apostrophe, no case."""
    return " ".join(word.replace("’", "'").replace("‘", "'").replace("ʼ", "'").casefold().split())


@cache
def _kinds() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for _, row in read_rows(packaged_text("citation", _TABLE).splitlines(), name=_TABLE):
        found.setdefault(row["kind"], {})[folded(row["form"])] = row["value"]
    return MappingProxyType({kind: MappingProxyType(forms) for kind, forms in found.items()})


def forms() -> Iterator[str]:
    """All forms of all kinds, folded."""
    return (form for forms_ in _kinds().values() for form in forms_)


@cache
def words(kind: str) -> Mapping[str, str]:
    """The forms of a kind, folded, and what each stands for. Raises KeyError for a kind that the table lacks."""
    return _kinds()[kind]


def value_of(kind: str, printed: str) -> str:
    """What a printed form that `alternatives` has matched stands for, spaces loose. Raises KeyError if it is none of the kind."""
    found = words(kind).get(folded(printed))
    return found if found is not None else _unspaced(kind)[folded(printed).replace(" ", "")]


@cache
def _unspaced(kind: str) -> Mapping[str, str]:
    """The forms of a kind without their spaces."""
    return {form.replace(" ", ""): value for form, value in words(kind).items()}


@cache
def alternatives(*kinds: str) -> str:
    """A pattern that matches any form of these kinds, longest first, spaces loose.

    Forms that begin alike share their beginning, so that a place where none stands is given up at its first letters.
    """
    root: _Branch = {}
    for form in {form for kind in kinds for form in words(kind)}:
        branch = root
        for piece in _pieces(form):
            branch = branch.setdefault(piece, {})
        branch[""] = {}
    return _branches(root)


def _pieces(form: str) -> Iterator[str]:
    """A form letter by letter, as patterns."""
    for letter in form:
        if letter == " ":
            yield r"\s" if form.isascii() else r"\s?"
        else:
            yield "['’‘ʼ]" if letter == "'" else regex.escape(letter)


def _branches(branch: _Branch) -> str:
    """The pattern of a tree of forms; where a form may end, what goes on is tried first."""
    longer = [piece + _branches(below) for piece, below in sorted(branch.items()) if piece]
    if not longer:
        return ""
    if len(longer) == 1 and "" not in branch:
        return longer[0]
    return f"(?:{'|'.join(longer)})" + ("?" if "" in branch else "")


@cache
def _ends(kind: str) -> Mapping[str, tuple[str, ...]]:
    """The endings of a kind by their last letter."""
    found: dict[str, tuple[str, ...]] = {}
    for form in words(kind):
        found[form[-1]] = (*found.get(form[-1], ()), form)
    return found


@cache
def _starts(kind: str) -> Mapping[str, tuple[str, ...]]:
    """The forms of a kind with a space behind them, by their first letter."""
    found: dict[str, tuple[str, ...]] = {}
    for form in words(kind):
        found[form[0]] = (*found.get(form[0], ()), f"{form} ")
    return found


def ends_with(text: str, kind: str) -> bool:
    """Whether a text ends in one of the endings of a kind."""
    plain = folded(text)
    endings = _ends(kind).get(plain[-1:])
    return endings is not None and plain.endswith(endings) and not (kind == "works_end" and plain.endswith(_NO_WORKS))


_NO_WORKS = "論文集"
"""Collected papers, which end as collected writings (文集) do."""


def starts_with(text: str, kind: str) -> bool:
    """Whether a text begins with one of the forms of a kind and a word boundary."""
    plain = folded(text)
    forms = _starts(kind).get(plain[:1])
    return forms is not None and f"{plain} ".startswith(forms)
