"""Text cut into runs of one script, without loss and with places.

A run is Hangul (syllables and every kind of jamo), hanja, or other (Latin, digits, spaces, punctuation, anything else).
Joining the runs gives the text back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

__all__ = ["HANJA", "JAMO", "Run", "has_korean", "runs"]

_HANGUL = "가-힣\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\ud7b0-\ud7fb\uffa0-\uffdc"
JAMO = (
    "\u1100-\u11ff\u302e\u302f\u3131-\u318e\u3200-\u321e\u3260-\u327e\ua960-\ua97c\ud7b0-\ud7c6\ud7cb-\ud7fb"
    "\uffa0-\uffbe\uffc2-\uffc7\uffca-\uffcf\uffd2-\uffd7\uffda-\uffdc"
)
"""What is of the script Hangul but no syllable, as ranges of a pattern: letters, tone marks, letters in circles and brackets."""
HANJA = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"


@cache
def _run() -> re.Pattern[str]:
    """Compiled when a text needs it: so many ranges take as long as a title."""
    return re.compile(rf"(?s)(?P<hangul>[{_HANGUL}]++)|(?P<hanja>[{HANJA}]++)|(?P<other>[^{_HANGUL}{HANJA}]++)")


@cache
def _korean() -> re.Pattern[str]:
    return re.compile(f"[{_HANGUL}{HANJA}]")


class Run(NamedTuple):
    """A stretch of one script: its text, and the half-open range of characters it stands in."""

    kind: Literal["hangul", "hanja", "other"]
    text: str
    start: int
    end: int


def runs(text: str) -> Iterator[Run]:
    """The runs of a text in NFC, in order; together they are the text."""
    for match in _run().finditer(text):
        kind = match.lastgroup
        if kind == "hangul":
            yield Run("hangul", match.group(), match.start(), match.end())
        elif kind == "hanja":
            yield Run("hanja", match.group(), match.start(), match.end())
        else:
            yield Run("other", match.group(), match.start(), match.end())


def has_korean(text: str) -> bool:
    """Whether a text has any Hangul or hanja."""
    return _korean().search(text) is not None
