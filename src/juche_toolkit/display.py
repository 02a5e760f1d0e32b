"""What rooms share that show things to people: records in a notebook, numbers in a sentence.

Records live in rooms below the one that draws. They take `Shown` as a base; the package hands down the function that draws.
"""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["Shown", "how_many", "noun", "show_with"]

_draw: Callable[[object], str] | None = None


def how_many(number: int, one: str, several: str = "") -> str:
    """A number and what it counts: `1 file`, `2,000 files`, `3 stretches`."""
    return f"{number:,} {noun(number, one, several)}"


def noun(number: int, one: str, several: str = "") -> str:
    """The name of what is counted, in the form that its number asks for; `several` is the plural that isn't `one` with an s."""
    return one if number == 1 else several or f"{one}s"


def show_with(draw: Callable[[object], str]) -> None:
    """Hand down the function that gives a record's HTML; the package does it once, when it is imported."""
    global _draw
    _draw = draw


class Shown:
    """A record that a notebook shows as a picture."""

    __slots__ = ()

    def _repr_html_(self) -> str | None:
        """The record as HTML, by the protocol of IPython's display; None, which means the plain text, where nothing can draw."""
        return _draw(self) if _draw is not None else None
