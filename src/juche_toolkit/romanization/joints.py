"""A word's Latin from its boundaries: what a coda, the onset after it and its vowel are written as, learnt once from the sound rules.

The rules of sound look at one boundary at a time, and a scheme spells a syllable by its own sound and the coda before it. So a word
is its first onset and vowel, then one piece of Latin for each boundary, then its last coda; a piece is made by the rules and the
scheme's table the first time that it is met. Some things look farther and are left to `sound_and_spell`: stems in ㄺ and ㄼ, whose
sound depends on the word (맑게, 닭과), 혀 (닫혀, but 맏형), and schemes that write by the letter or that show an unwritten sai-siot.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from juche_toolkit.hangul.lexicon import Mark
from juche_toolkit.hangul.sounds import units_of
from juche_toolkit.hangul.syllable import CODAS, ONSETS, VOWELS, join
from juche_toolkit.romanization.scheme import Scheme
from juche_toolkit.romanization.transcribe import sound_and_spell

__all__ = ["Joints", "joints"]

_BASE = 0xAC00
_ROW, _BLOCK = len(CODAS), len(CODAS) * len(VOWELS)
_TENSED = len(ONSETS) * _BLOCK
"""Added to the key of a boundary whose onset is tensed by a mark: keys below it are those of a coda and a syllable without one."""
_ONSET_AT = {letter: index for index, letter in enumerate(ONSETS)}
_CODA_AT = {letter: index for index, letter in enumerate(CODAS)}
_TELLING = "ㅣㅕ"
"""Vowels that change the consonants before them (17항, 12항); a scheme may spell more syllables as a whole."""
_HYEO = ord("혀") - _BASE
"""After ㄷ and ㅈ the 혀 of verbs is told from that of 맏형 by its coda."""
_BY_WORD = frozenset((_CODA_AT["ㄺ"], _CODA_AT["ㄼ"]))


class Joints:
    """The boundaries of one scheme, as they are met; `spell` gives None for a word that they can't tell."""

    def __init__(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._serves = scheme.sound == "spoken" and scheme.liquid == "standard"
        self._first: dict[int, str] = {}
        self._consonants: dict[tuple[int, int, bool], str] = {}
        self._telling = frozenset((*_TELLING, *(key[-1] for key in scheme.syllables)))
        self._between: dict[int, str] = {}
        self._last = [""] * len(CODAS)
        if self._serves:
            for number, coda in enumerate(CODAS):
                self._last[number] = sound_and_spell(units_of(join("ㅇ", "ㅏ", coda)), scheme)[0].coda

    def spell(self, spelling: str, marks: Sequence[Mark] = ()) -> str | None:
        """The Latin of a word of syllables with its marks; None where the sound depends on more than its boundaries."""
        if not self._serves:
            return None
        codes = [ord(syllable) - _BASE for syllable in spelling]
        tensed = _marked(codes, marks) if marks else None
        if tensed and 0 in tensed:
            return None
        head, between = codes[0], self._between
        coda = head % _ROW
        first = self._first.get(head - coda)
        found = [self._begin(head - coda) if first is None else first]
        for place, code in enumerate(codes[1:], 1):
            onward = code % _ROW
            key = code - onward + coda
            if tensed and place in tensed:
                key += _TENSED
            piece = between.get(key)
            if piece is None:
                if coda in _BY_WORD or (code - onward) == _HYEO:
                    return None
                piece = self._meet(key)
            found.append(piece)
            coda = onward
        found.append(self._last[coda])
        return "".join(found)

    def _begin(self, head: int) -> str:
        """The onset and vowel of a word's first syllable."""
        units = units_of(chr(_BASE + head))
        latin = self._first[head] = str(sound_and_spell(units, self._scheme)[0])
        return latin

    def _meet(self, key: int) -> str:
        """The Latin of a boundary: the coda before it, the onset and the vowel after it."""
        tensed, rest = divmod(key, _TENSED)
        coda, onset, vowel = rest % _ROW, rest // _BLOCK, VOWELS[rest % _BLOCK // _ROW]
        if vowel in self._telling:
            latin = self._spelt(coda, onset, vowel, tensed=bool(tensed))
        else:
            consonants = self._consonants.get((coda, onset, bool(tensed)))
            if consonants is None:
                consonants = self._spelt(coda, onset, "ㅏ", tensed=bool(tensed)).removesuffix(self._scheme.vowel["ㅏ"])
                self._consonants[coda, onset, bool(tensed)] = consonants
            latin = consonants + self._scheme.vowel[vowel]
        self._between[key] = latin
        return latin

    def _spelt(self, coda: int, onset: int, vowel: str, *, tensed: bool) -> str:
        units = units_of(join("ㅇ", "ㅏ", CODAS[coda]) + join(ONSETS[onset], vowel))
        units[1].tensed = tensed
        one, two = sound_and_spell(units, self._scheme)
        return one.coda + two.onset + two.vowel


def _marked(codes: list[int], marks: Sequence[Mark]) -> set[int]:
    """Set the onsets and codas of marks; the places whose onset is tensed."""
    tensed = set()
    for mark in marks:
        place = mark.place
        if mark.onset is not None:
            codes[place] = codes[place] % _BLOCK + _ONSET_AT[mark.onset] * _BLOCK
        if mark.coda is not None:
            codes[place] = codes[place] - codes[place] % _ROW + _CODA_AT[mark.coda]
        if mark.tensed:
            tensed.add(place)
    return tensed


@cache
def joints(scheme: Scheme) -> Joints:
    """The boundaries of a scheme, shared by all that is written in it."""
    return Joints(scheme)
