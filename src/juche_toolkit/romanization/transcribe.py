"""Sounds to Latin letters by a scheme's table."""

from __future__ import annotations

from collections.abc import Sequence

from juche_toolkit.hangul.sounds import Unit
from juche_toolkit.romanization.scheme import Scheme

__all__ = ["Letters", "spell"]

_VOICED_CODAS = frozenset(("", "ㄴ", "ㄹ", "ㅁ", "ㅇ"))


class Letters:
    """The Latin of one syllable, in the parts that hyphens and particles are set between."""

    __slots__ = ("coda", "onset", "vowel")

    def __init__(self, onset: str, vowel: str, coda: str) -> None:
        self.onset = onset
        self.vowel = vowel
        self.coda = coda

    def __str__(self) -> str:
        return self.onset + self.vowel + self.coda


def spell(units: Sequence[Unit], scheme: Scheme) -> list[Letters]:
    """The letters of a word's units after the sound rules, one `Letters` for each syllable.

    A stop is written voiced between voiced sounds of one word, unless a rule of sound tensed it.
    """
    found: list[Letters] = []
    before: str | None = None
    for unit in units:
        forms = scheme.onset[unit.onset]
        if unit.tensed:
            onset = forms[2]
        elif before is None:
            onset = forms[0]
        else:
            pair = scheme.pairs.get(before + unit.onset)
            if pair is not None:
                found[-1].coda, onset = pair
            else:
                onset = forms[1] if before in _VOICED_CODAS else forms[0]
        vowel = scheme.vowel[unit.vowel]
        whole = scheme.syllables.get(unit.onset + unit.vowel)
        if whole is not None:
            onset, vowel = "", whole
        found.append(Letters(onset, vowel, scheme.coda[unit.coda] if unit.coda else ""))
        before = unit.coda
    return found
