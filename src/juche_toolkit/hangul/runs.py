"""Text cut into runs of one script, without loss and with places.

A run is Hangul (syllables and every kind of jamo), hanja, or other (Latin, digits, spaces, punctuation, anything else).
Joining the runs gives the text back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

import regex

__all__ = ["Run", "has_korean", "runs"]

_HANGUL = "가-힣\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\ud7b0-\ud7fb\uffa0-\uffdc"
_HANJA = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_RUN = regex.compile(rf"(?s)(?P<hangul>[{_HANGUL}]++)|(?P<hanja>[{_HANJA}]++)|(?P<other>[^{_HANGUL}{_HANJA}]++)")
_KOREAN = regex.compile(f"[{_HANGUL}{_HANJA}]")


class Run(NamedTuple):
    """A stretch of one script: its text, and the half-open range of characters it stands in."""

    kind: Literal["hangul", "hanja", "other"]
    text: str
    start: int
    end: int


def runs(text: str) -> Iterator[Run]:
    """The runs of a text in NFC, in order; together they are the text."""
    for match in _RUN.finditer(text):
        kind = match.lastgroup
        if kind == "hangul":
            yield Run("hangul", match.group(), match.start(), match.end())
        elif kind == "hanja":
            yield Run("hanja", match.group(), match.start(), match.end())
        else:
            yield Run("other", match.group(), match.start(), match.end())


def has_korean(text: str) -> bool:
    """Whether a text has any Hangul or hanja."""
    return _KOREAN.search(text) is not None
