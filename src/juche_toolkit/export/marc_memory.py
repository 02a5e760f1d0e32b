"""What the rooms below remember of words, given back after many new ones, so that memory doesn't grow with a catalogue.

Romanization remembers tens of thousands of words in each of its steps, which is right for text that repeats itself. A catalogue
of millions of records has words without end. Here the new ones are counted, and when there have been many, the rooms forget;
what the comparison itself remembers, the words that are common in the file, stays.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from typing import Any

from juche_toolkit.morphology import builtin
from juche_toolkit.romanization.memory import memories

__all__ = ["count_new_word", "forget_words", "remembered_words"]

_ROOMS = ("juche_toolkit.hangul.", "juche_toolkit.morphology.", "juche_toolkit.romanization.")
_LARGE = 1 << 14
"""A memory of words is one for at least so many; smaller ones and those without bound (the tables) stay."""
_MOST = 12_288
"""New words after which all are forgotten: those of some 5,000 records in which none is known."""

_new = 0


def count_new_word() -> None:
    """Say that a word was romanized which wasn't remembered. Called by several threads at once it may miscount, no more."""
    global _new
    _new += 1
    if _new >= _MOST:
        _new = 0
        forget_words()


def forget_words() -> None:
    """Empty the memories of words of the rooms below; results stay the same, the next ones take longer."""
    for memory in _memories():
        memory.cache_clear()


def remembered_words() -> int:
    """How many entries these memories hold."""
    return sum(memory.cache_info().currsize for memory in _memories())


def _memories() -> Iterator[_lru_cache_wrapper[Any]]:
    modules = [module for name, module in list(sys.modules.items()) if name.startswith(_ROOMS)]
    for owner in (*modules, builtin.load()):
        for found in list(vars(owner).values()):
            if isinstance(found, _lru_cache_wrapper) and (found.cache_parameters()["maxsize"] or 0) >= _LARGE:
                yield found
    yield from memories()
