"""What libraries write otherwise than McCune-Reischauer: loanwords by their source, short names side by side.

ALA-LC R10 (pages 14-15): an initial ㄹ is r or l as in the source word. W10(c) (page 36): coordinated short names take a hyphen, a capital
each and no sound change (남북한 Nam-Pukhan).
"""

from __future__ import annotations

from functools import cache

from juche_toolkit.hangul.lexicon import lexicon
from juche_toolkit.romanization.names import capitalized
from juche_toolkit.romanization.scheme import Scheme
from juche_toolkit.romanization.transcribe import sound_and_spell
from juche_toolkit.tables import packaged_text, read_rows

__all__ = ["coordinated", "loan_initial", "may_be_coordinated"]


@cache
def _loans() -> dict[str, str]:
    name = "loan_initials.tsv"
    rows = read_rows(packaged_text("romanization/tables", name).splitlines(), name=name)
    return {row["word"]: row["initial"] for _, row in rows}


def loan_initial(word: str) -> str | None:
    """The Latin initial of the loanword that a word begins with ("l", "r", or "-" where it has no ㄹ); None if there is none."""
    if word[:1] not in _loan_heads():
        return None
    for size in range(min(len(word), 6), 1, -1):
        initial = _loans().get(word[:size])
        if initial is not None:
            return initial
    return None


@cache
def _loan_heads() -> frozenset[str]:
    return frozenset(word[0] for word in _loans())


@cache
def _coordinated() -> dict[str, tuple[str, ...]]:
    name = "coordinated.tsv"
    rows = read_rows(packaged_text("romanization/tables", name).splitlines(), name=name)
    return {row["word"]: tuple(row["parts"].split("-")) for _, row in rows}


@cache
def _coordinated_heads() -> frozenset[str]:
    return frozenset(word[:2] for word in _coordinated())


def may_be_coordinated(word: str) -> bool:
    """Whether a word begins as coordinated short names do: quick to tell, and no for nearly all words."""
    return word[:2] in _coordinated_heads()


def coordinated(word: str, scheme: Scheme) -> tuple[int, str] | None:
    """The coordinated short names that a word begins with, if only particles follow: their syllables, their Latin."""
    if not may_be_coordinated(word):
        return None
    for size in range(min(len(word), 4), 1, -1):
        parts = _coordinated().get(word[:size])
        if parts is not None and (size == len(word) or lexicon().is_tail(word[size - 1], word[size:])):
            spelt = ("".join(map(str, sound_and_spell(lexicon().units(part)[0], scheme))) for part in parts)
            return size, "-".join(map(capitalized, spelt))
    return None
