"""The analysers by name: what is ready, and how to get one. There is no switching from one to another behind the user's back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from juche_toolkit.adapters import kiwi, konlpy, nkhandic
from juche_toolkit.errors import UnknownNameError
from juche_toolkit.morphology import builtin
from juche_toolkit.morphology.protocol import Analyzer
from juche_toolkit.morphology.user_words import UserWord

__all__ = ["DEFAULT", "load", "states"]

DEFAULT = "builtin"
"""The analyser where none is named: it needs nothing installed."""


_Words = tuple[UserWord, ...]


def _builtin(name: str, words: _Words) -> Analyzer:  # noqa: ARG001 - every loader takes the name of its analyser
    return builtin.load(words)


def _ready() -> str:
    return "ready"


_ANALYZERS: Mapping[str, tuple[Callable[[], str], Callable[[str, _Words], Analyzer]]] = {
    "builtin": (_ready, _builtin),
    "kiwi": (kiwi.state, kiwi.load),
    **dict.fromkeys(konlpy.NAMES, (konlpy.state, konlpy.load)),
    "nkhandic": (nkhandic.state, nkhandic.load),
}


def states() -> dict[str, str]:
    """Name → "ready", or the sentence that says what to install; loads no model and starts no JVM."""
    return {name: state() for name, (state, _) in _ANALYZERS.items()}


def load(name: str | None = None, words: _Words = ()) -> Analyzer:
    """The analyser of a name, one per process; None is the built-in one. With a user's words, one that knows them too.

    Raises UnknownNameError for a name that doesn't exist, MissingExtraError where something has to be installed,
    NotSupportedError where an analyser can't be given words.
    """
    wanted = DEFAULT if name is None else name
    if wanted not in _ANALYZERS:
        raise UnknownNameError(f"no analyser is called {wanted!r}; there are {', '.join(_ANALYZERS)}")
    return _ANALYZERS[wanted][1](wanted, words)
