"""What becomes of a final consonant and the initial after it, asked of the engine for every pair there is."""

from __future__ import annotations

from functools import cache
from typing import Literal

from attrs import frozen

from juche_toolkit.adapters.hangul_romanize import transliterate
from juche_toolkit.hangul.syllable import CODAS, ONSETS, join, split
from juche_toolkit.pictures.rules import split_rules
from juche_toolkit.romanization import engine
from juche_toolkit.romanization.scheme import Scheme, scheme

__all__ = ["Meeting", "SoundMatrix", "sound_matrix"]

FRAME = ("ㅋ", "ㅠ", "ㅞ")
"""The letters around a probe, 큐 and 웨: syllables that no word of the lexicon has, so that only the rules speak."""


@frozen
class Meeting:
    """A final (`coda`, "" for none) and an initial (`onset`) that meet: what is spoken and what is written.

    `sound` is the pair as spoken, in Hangul letters; `latin` what stands between the two vowels; `rules` the articles that fired.
    `change` says what happened: "sound" where another sound is spoken than is spelt, "letter" where only the Latin letter is
    another than at a word's beginning (MR's voiced g d b j), "none" where both are as spelt.
    """

    coda: str
    onset: str
    probe: str
    spoken: str
    sound: str
    latin: str
    rules: tuple[str, ...]
    change: Literal["sound", "letter", "none"]


@frozen
class SoundMatrix:
    """All 28 finals by all 19 initials in one scheme: a row for each final, in the order of Unicode; `scheme` is its id."""

    scheme: str
    name: str
    rows: tuple[tuple[Meeting, ...], ...]

    @property
    def changed(self) -> int:
        """How many pairs are spoken otherwise than they are spelt."""
        return sum(meeting.change == "sound" for row in self.rows for meeting in row)


@cache
def sound_matrix(scheme_name: str = "38north", *, frame: tuple[str, str, str] = FRAME) -> SoundMatrix:
    """The matrix of a scheme, from probes of two syllables that the engine romanizes: 큑눼 for ㄱ before ㄴ.

    `frame` is the probe's initial, its first vowel and its second. Palatalisation (article 17: ㄷ ㅌ before 이) hangs on the
    vowel and isn't seen here. Raises UnknownNameError for a scheme that doesn't exist.
    """
    chosen = engine.options(scheme_name, exceptions=False, transliterate=transliterate)
    first = engine.explain(join(frame[0], frame[1]), chosen).text
    last = engine.explain(join("ㅇ", frame[2]), chosen).text
    table = scheme(scheme_name)

    def meet(coda: str, onset: str) -> Meeting:
        probe = join(frame[0], frame[1], coda) + join(onset, frame[2])
        found = engine.explain(probe, chosen)
        spoken = "".join(segment.pronunciation for segment in found.segments)
        rules = split_rules(rule for segment in found.segments for rule in segment.rules if rule[0].isdigit())
        between = found.text.removeprefix(first).removesuffix(last)
        change = _change(probe, spoken, between, table)
        return Meeting(coda, onset, probe, spoken, _letters(spoken), between, rules, change)

    return SoundMatrix(table.id, table.name, tuple(tuple(meet(coda, onset) for onset in ONSETS) for coda in CODAS))


def _letters(spoken: str) -> str:
    """The letters between the two vowels of a sound: 큥눼 has ㅇㄴ; a silent initial is left out."""
    one, two = split(spoken[0]), split(spoken[1])
    return one.coda + (two.onset if two.onset != "ㅇ" else "")


def _change(probe: str, spoken: str, between: str, table: Scheme) -> Literal["sound", "letter", "none"]:
    if spoken != probe:
        return "sound"
    if table.sound == "letters":
        return "none"
    one, two = split(probe[0]), split(probe[1])
    plain = (table.coda[one.coda] if one.coda else "") + table.onset[two.onset][0]
    return "none" if between == plain else "letter"
