"""Where Korean leaves a doubt: words whose romanization depends on their meaning, and characters with several readings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from juche_toolkit.hangul.hanja import ambiguous as ambiguous_hanja
from juche_toolkit.hangul.jamo import enclosed, old
from juche_toolkit.hangul.lexicon import lexicon
from juche_toolkit.hangul.normal import Composed
from juche_toolkit.hangul.runs import HANJA, JAMO
from juche_toolkit.romanization.model import Doubt
from juche_toolkit.tables import packaged_text, read_rows

__all__ = ["doubts"]

_WORD = re.compile("[가-힣]++")
_LETTER = re.compile(f"[{JAMO}]")
_HAN = re.compile(f"[{HANJA}]")


@frozen
class _Homograph:
    readings: tuple[str, str]
    sentence: str


@cache
def _homographs() -> dict[str, _Homograph]:
    name = "ambiguous.tsv"
    found = {}
    for _, row in read_rows(packaged_text("romanization/tables", name).splitlines(), name=name):
        one, two = (f"{row[f'reading_{which}']} ({row[f'meaning_{which}']})" for which in "ab")
        sentence = f"{row['hangul']} can be {one} or {two}: {row['condition']}"
        found[row["hangul"]] = _Homograph((row["reading_a"], row["reading_b"]), sentence)
    return found


def doubts(composed: Composed) -> Iterator[Doubt]:
    """The ambiguous words of a text, its letters of old Hangul, its ambiguous characters.

    Alternatives are in McCune-Reischauer letters or Hangul.
    """
    for match in _WORD.finditer(composed.text):
        word = match.group()
        for size in range(min(len(word), 5), 1, -1):
            found = _homographs().get(word[:size])
            if found is not None and (size == len(word) or lexicon().is_tail(word[size - 1], word[size:])):
                start, end = composed.span(match.start(), match.start() + size)
                yield Doubt(found.sentence, start, end, found.readings)
                break
    for match in _LETTER.finditer(composed.text):
        letter = match.group()
        if old(letter) and not enclosed(letter):
            start, end = composed.span(*match.span())
            name = unicodedata.name(letter).lower()
            yield Doubt(f"{letter} ({name}) is of old Hangul: no scheme has Latin for it", start, end)
    if _HAN.search(composed.text) is None:
        return
    for hanja in ambiguous_hanja(composed.text):
        start, end = composed.span(hanja.start, hanja.end)
        character = composed.text[hanja.start]
        yield Doubt(f"{character} can be read {' or '.join(hanja.alternatives)}", start, end, hanja.alternatives)
