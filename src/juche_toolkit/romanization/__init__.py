"""Sound to Latin letters: schemes, names, word division, conversion and the way back."""

from juche_toolkit.romanization.engine import romanize

__all__ = ["romanize"]
