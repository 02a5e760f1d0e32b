"""Journals' titles by the authority table: the Korean title of one printed in Latin, and where its words part."""

from __future__ import annotations

from itertools import pairwise

import regex

from juche_toolkit.citation.journals import Authority, journal_key
from juche_toolkit.export.common import Romanizer

__all__ = ["divided", "is_spelling"]

_SCHEMES = ("38north", "mr", "ala-lc", "rr", "dprk")
_VOWEL = regex.compile("(?i)yae|wae|yeo|ya|y[ŏo]|ye|yu|wa|w[ŏo]|we|wi|ae|oe|eo|eu|[ŭu]i|[aŏouŭie]")
_SYLLABLES = regex.compile("[가-힣]++")


def _spellings(hangul: str, romanizer: Romanizer) -> frozenset[str]:
    return frozenset(journal_key(romanizer(hangul, scheme, "title")) for scheme in _SCHEMES)


def is_spelling(printed: str, entry: Authority, romanizer: Romanizer) -> bool:
    """Whether a Latin title is a romanization, in any scheme, of the entry's Korean title, and not its translation."""
    return bool(entry.hangul) and journal_key(printed) in _spellings(entry.hangul, romanizer)


def divided(entry: Authority, romanizer: Romanizer) -> str:
    """The entry's Korean title with spaces where its romanized names in the table have them: 경제 연구.

    No analyser knows where journals' titles part, the table does: a name that is a romanization of the title is counted
    off by syllables, word by word. Where the count doesn't come out, the title stays as it is.
    """
    if not _SYLLABLES.fullmatch(entry.hangul):
        return entry.hangul
    for alias in entry.aliases:
        words = alias.split()
        if len(words) > 1 and is_spelling(alias, entry, romanizer):
            counts = [len(_VOWEL.findall(word)) for word in words]
            if sum(counts) == len(entry.hangul):
                ends = [sum(counts[:number]) for number in range(len(counts) + 1)]
                return " ".join(entry.hangul[start:end] for start, end in pairwise(ends))
    return entry.hangul
