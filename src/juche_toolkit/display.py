"""How records show themselves in a notebook, without knowing how they are drawn.

Records live in rooms below the one that draws. They take `Shown` as a base; the package hands down the function that draws.
"""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["Shown", "show_with"]

_draw: Callable[[object], str] | None = None


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
