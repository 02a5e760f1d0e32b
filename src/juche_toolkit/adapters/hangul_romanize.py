"""The `academic` scheme, letter by letter, by the package hangul-romanize."""

from __future__ import annotations

from functools import cache

from hangul_romanize import Transliter
from hangul_romanize.rule import academic

__all__ = ["transliterate"]


@cache
def _engine() -> Transliter:
    return Transliter(academic)


def transliterate(word: str) -> str:
    """A word of precomposed syllables, letter by letter."""
    return str(_engine().translit(word))
