"""What a romanization is: its text, the steps to it, and where Korean leaves a doubt."""

from __future__ import annotations

import unicodedata
from typing import Literal

from attrs import frozen

from juche_toolkit.display import Shown

__all__ = ["Doubt", "Romanization", "Segment"]


@frozen
class Segment:
    """One stretch of the text on its way to Latin.

    `start` and `end` bound the stretch in the text as given and `source` is it; `pronunciation` is its sound in Hangul (""
    for what passes through); `latin` what it became; `rules` what fired, in order: numbers of articles of 표준 발음법,
    "exception", "proper noun", ALA-LC rules (R9, W6).
    """

    start: int
    end: int
    source: str
    pronunciation: str
    latin: str
    rules: tuple[str, ...] = ()
    confidence: float = 1.0
    """From 0 to 1, how sure the sound is: 1 for what passes through and for listed names, less where a word is unknown."""


@frozen
class Doubt:
    """A place where Korean is ambiguous: a sentence, the place in the text as given, and the other readings.

    `rule` names the rule of word division that a doubt is about (W1(c), W6), and then the alternatives are in Hangul with the other
    spaces; it is "" for a doubt about a word's reading.
    """

    message: str
    start: int
    end: int
    alternatives: tuple[str, ...] = ()
    rule: str = ""

    def __str__(self) -> str:
        return self.message


@frozen
class Romanization(Shown):
    """A romanized text with the steps to it. `str()` gives the Latin; `replay()` makes it again from the segments."""

    source: str
    scheme: str
    text: str
    segments: tuple[Segment, ...]
    warnings: tuple[Doubt, ...] = ()
    form: Literal["NFC", "NFD"] = "NFC"

    def replay(self) -> str:
        """The Latin text put together from the segments again; equal to `text`."""
        return unicodedata.normalize(self.form, "".join(segment.latin for segment in self.segments))

    @property
    def divided(self) -> str:
        """The source with the spaces and hyphens that word division added; the source itself where nothing was divided."""
        pieces = []
        for segment in self.segments:
            added = segment.start == segment.end and not segment.pronunciation
            pieces.append(segment.latin if added else segment.source)
        return "".join(pieces)

    def __str__(self) -> str:
        return self.text
