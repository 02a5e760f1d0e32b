"""The steps of a search: one search of the store each, the surest first, and what of a query is marked in the titles found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from attrs import evolve, frozen

from juche_toolkit.adapters.store import AllOf, AnyOf, Expression

__all__ = ["Kind", "Leaf", "Spell", "Step", "Terms", "all_of", "any_of", "late"]

Kind = Literal["hangul", "hanja", "initials", "latin", "year", "mixed", "empty"]
Terms = Callable[[str], Sequence[str]]
Spell = Callable[[str], str]
"""A text's Latin in McCune-Reischauer."""


@frozen
class Step:
    """One search of the store: the keys it looks at, by name, and what for.

    A fallback is tried where nothing was found; with `beside` also where the fallback before it has found less than is asked for.
    """

    matched: str
    expression: Expression
    fallback: bool = False
    beside: bool = False


@frozen
class Leaf:
    """Words of one kind, a phrase or a prefix: ways to look for it, and what to mark."""

    kind: Kind
    steps: tuple[Step, ...]
    parts: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    latin: tuple[str, ...] = ()
    sounds: tuple[str, ...] = ()


def all_of(parts: Sequence[Expression]) -> Expression:
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def any_of(parts: Sequence[Expression]) -> Expression:
    return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))


def late(steps: Sequence[Step]) -> list[Step]:
    """Steps as fallbacks, in their order."""
    return [evolve(step, fallback=True) for step in steps]
