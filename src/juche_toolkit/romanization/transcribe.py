"""Sounds to Latin letters by a scheme's table."""

from __future__ import annotations

from collections.abc import Sequence

from juche_toolkit.hangul.sounds import RULES, RULES_LIQUID_KEPT, Unit, pronounce
from juche_toolkit.hangul.syllable import split
from juche_toolkit.romanization.scheme import Scheme

__all__ = ["Letters", "sound_and_spell", "spell", "spell_written"]

_VOICED_CODAS = frozenset(("", "ㄴ", "ㄹ", "ㅁ", "ㅇ"))


# Letters that read as one coda when they meet, spelt in Latin: n + c may be ㄵ, l + k may be ㄺ, k + k may be ㄲ.
_MEETING = frozenset(
    "ㄱㅅ ㄴㅈ ㄴㅎ ㄴㅊ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅂㅅ ㄱㄱ ㅅㅅ ㅂㅂ ㄷㄷ ㅈㅈ ㄱㅎ ㄷㅎ ㅂㅎ ㅈㅎ"
    " ㄱㅋ ㅂㅍ ㄷㅌ ㅈㅊ ㄹㅋ ㄹㄲ ㄹㅃ ㄹㅆ ㄴㅉ ㄱㅆ ㅂㅆ".split()
)
_LAST_OF_TWO = dict(zip("ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ", "ㅅㅈㅎㄱㅁㅂㅅㅌㅍㅎㅅ", strict=True))
_TWO_LETTERS = frozenset("ㅋㅌㅍㅊㄲㄸㅃㅆㅉ")
_OPEN_CODAS = frozenset(("", *"ㄴㄹㅁㅇㄻㄼㅀㄶ"))


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
    last: Unit | None = None
    for unit in units:
        forms = scheme.onset[unit.onset]
        pair = (
            scheme.pairs.get(before + unit.onset) if before and not (unit.tensed and before in _VOICED_CODAS) else None
        )
        if scheme.liquid == "kept" and last is not None and before == "ㄷ" and not split(last.written).coda:
            onset = forms[2]  # the DPRK shows an unwritten sai-siot by doubling: Saeppyŏl, Kittaesan
            found[-1].coda = onset if unit.tensed else found[-1].coda
        elif pair is not None and not (before == unit.onset == "ㄹ" and "20" in unit.rules):
            found[-1].coda, onset = pair
        elif before == unit.onset == "ㄹ":
            onset = scheme.coda["ㄹ"]  # 20항: ㄴ and ㄹ that became ㄹㄹ
        elif unit.tensed:
            onset = forms[2]
        else:
            onset = forms[1] if before is not None and before in _VOICED_CODAS else forms[0]
        vowel = scheme.vowel[unit.vowel]
        whole = scheme.syllables.get(unit.onset + unit.vowel)
        if whole is not None:
            onset, vowel = "", whole
        found.append(Letters(onset, vowel, scheme.coda[unit.coda] if unit.coda else ""))
        before, last = unit.coda, unit
    return found


def spell_written(units: Sequence[Unit], scheme: Scheme) -> list[Letters]:
    """The letters of a word as it is spelt, without sound rules; a full stop parts syllables that could be read otherwise."""
    found: list[Letters] = []
    before: Unit | None = None
    for unit in units:
        hidden = unit.tensed and (
            before is None or split(before.written).coda in _OPEN_CODAS
        )  # after a stop the spelling shows it
        spelt = split(unit.written)
        letter = spelt.onset
        if letter == "ㅇ" and unit.onset == "ㄴ":  # put in by article 29: written, as ㄹ after ㄹ
            letter = "ㄹ" if before is not None and split(before.written).coda == "ㄹ" else "ㄴ"
        onset = scheme.onset[letter][2 if hidden else 0]
        whole = scheme.syllables.get(letter + unit.vowel)
        if whole is not None:
            onset, vowel = onset[: len(onset) - len(scheme.onset[letter][0])], whole
        else:
            vowel = scheme.vowel[unit.vowel]
        if before is not None and not hidden and _ambiguous(split(before.written).coda, letter, vowel, found[-1].vowel):
            found[-1].coda += "."
        found.append(Letters(onset, vowel, scheme.coda[spelt.coda] if spelt.coda else ""))
        before = unit
    return found


def _ambiguous(coda: str, onset: str, vowel: str, before: str) -> bool:
    """Whether a boundary between written syllables can be misread; `before` is the Latin of the first one's vowel."""
    if onset == "ㅇ" and not coda:
        if before.endswith("y"):
            return vowel[0] not in "ywi"  # yi is no syllable: teyinlo
        return vowel.startswith("y")
    if onset == "ㅇ":
        return coda != "ㅇ"
    if not coda:
        return onset in _TWO_LETTERS
    return _LAST_OF_TWO.get(coda, coda) + onset in _MEETING


def sound_and_spell(units: list[Unit], scheme: Scheme) -> list[Letters]:
    """Bring marked units to their sound, where the scheme writes sounds, and spell them; the units are changed."""
    if scheme.sound == "written":
        return spell_written(units, scheme)
    pronounce(units, RULES_LIQUID_KEPT if scheme.liquid == "kept" else RULES)
    return spell(units, scheme)
