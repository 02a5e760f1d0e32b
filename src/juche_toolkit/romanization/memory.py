"""Memories of words and lines that belong to one set of options.

No module holds them under a name, so whoever wants them emptied finds them here, as long as they are in use.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import _lru_cache_wrapper, lru_cache
from typing import Any
from weakref import WeakSet

__all__ = ["memories", "remembering"]

_MEMORIES: WeakSet[_lru_cache_wrapper[Any]] = WeakSet()


def remembering(size: int) -> Callable[[Callable[[str], str]], Callable[[str], str]]:
    """A decorator: remember what a function of a string gives, for the last `size` strings."""

    def wrap(function: Callable[[str], str]) -> Callable[[str], str]:
        memory = lru_cache(maxsize=size)(function)
        _MEMORIES.add(memory)
        return memory

    return wrap


def memories() -> list[_lru_cache_wrapper[Any]]:
    """The memories in use."""
    return list(_MEMORIES)
