"""Kiwi (kiwipiepy, LGPL-3.0) as an analyser, with the North Korean words that its model doesn't know.

One Kiwi serves a process and its threads. It can't be pickled: an analyser that is sent to a worker process is loaded anew there.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.metadata import version as _version
from importlib.util import find_spec
from threading import Lock
from typing import Protocol, overload

from juche_toolkit.adapters.alignment import Found, prepare
from juche_toolkit.errors import MissingExtraError
from juche_toolkit.hangul.wordlist import north_pairs
from juche_toolkit.morphology.lexicon import NOUNS, lexicon
from juche_toolkit.morphology.protocol import Analyzer, Morpheme
from juche_toolkit.morphology.user_words import UserWord, fingerprint, kept_whole, spellings

__all__ = ["KiwiAnalyzer", "load", "state"]

_MISSING = "The analyser kiwi needs kiwipiepy: pip install kiwipiepy"
_NO_MODEL = "The analyser kiwi can't load its model: pip install --force-reinstall kiwipiepy kiwipiepy_model"
_SCORE = 0.0
_USERS_SCORE = 6.0
"""A user's word of level 1 gets one less, and so on: what a user takes the trouble to name beats what the model has."""
_LOADING = Lock()
_PREDICATES = frozenset(("VV", "VA", "VX", "VCP", "VCN", "XSV", "XSA"))
_TAGS = {"W_URL": "SW", "W_EMAIL": "SW", "W_HASHTAG": "SW", "W_MENTION": "SW", "W_SERIAL": "SN", "W_EMOJI": "SW", "SSO": "SS", "SSC": "SS",
         "SB": "SW", "XSM": "MAG", "UNA": "UN", "Z_CODA": "EC", "Z_SIOT": "SW", "USER0": "NNG", "USER1": "NNG"}  # fmt: skip


class _Token(Protocol):
    form: str
    tag: str
    start: int
    len: int


class _Kiwi(Protocol):
    @overload
    def tokenize(self, text: str) -> list[_Token]: ...
    @overload
    def tokenize(self, text: list[str]) -> Iterable[list[_Token]]: ...

    def add_user_word(self, word: str, tag: str, score: float) -> bool: ...


class KiwiAnalyzer:
    """Kiwi behind the protocol `Analyzer`."""

    name = "kiwi"

    def __init__(self, engine: _Kiwi, version: str, words: tuple[UserWord, ...] = ()) -> None:
        self._engine = engine
        self._version = version
        self._words = words
        self._process = os.getpid()
        self.own_words = kept_whole(words)
        """A user's nouns."""

    @property
    def version(self) -> str:
        """The version of kiwipiepy and of its model, and a hash of a user's words."""
        return self._version + fingerprint(self._words)

    def __reduce__(self) -> tuple[object, ...]:
        return load, (self.name, self._words)

    def analyze(self, text: str) -> tuple[Morpheme, ...]:
        """The morphemes of a text, with offsets into it as given."""
        ready = prepare(text)
        return ready.morphemes([self._found(self._engine.tokenize(piece.text)) for piece in ready.pieces])

    def analyze_many(self, texts: Iterable[str]) -> Sequence[tuple[Morpheme, ...]]:
        """The same for many texts: Kiwi works through a list on all cores, but in a forked process, where its threads are gone."""
        if os.getpid() != self._process:
            return [self.analyze(text) for text in texts]
        ready = [prepare(text) for text in texts]
        answers = iter(self._engine.tokenize([piece.text for one in ready for piece in one.pieces]))
        return [one.morphemes([self._found(next(answers)) for _ in one.pieces]) for one in ready]

    @staticmethod
    def _found(tokens: Sequence[_Token]) -> list[Found]:
        found = []
        for token in tokens:
            tag = token.tag.partition("-")[0]
            tag = _TAGS.get(tag, tag)
            lemma = token.form + "다" if tag in _PREDICATES else token.form
            found.append(Found(token.form, tag, token.start, token.start + max(token.len, 1), lemma))
        return found


def state() -> str:
    """ "ready", or the sentence that says what to install; loads nothing."""
    if find_spec("kiwipiepy") is None:
        return _MISSING
    return "ready" if find_spec("kiwipiepy_model") is not None else _NO_MODEL


def load(name: str = "kiwi", words: tuple[UserWord, ...] = ()) -> Analyzer:
    """Kiwi, one per process, and one more for each set of a user's words. Raises MissingExtraError with the sentence of `state`."""
    now = state()
    if now != "ready":
        raise MissingExtraError(now)
    with _LOADING:
        return _loaded(name, words)


@lru_cache(maxsize=4)
def _loaded(name: str, words: tuple[UserWord, ...]) -> KiwiAnalyzer:  # noqa: ARG001 - every adapter's load takes the name
    try:
        from kiwipiepy import Kiwi

        engine: _Kiwi = Kiwi()
    except (ImportError, OSError, RuntimeError) as error:
        raise MissingExtraError(f"{_NO_MODEL}: {error}") from error
    for word in _north_words():
        engine.add_user_word(word, "NNG", _SCORE)
    for own in words:
        for form in spellings(own):
            engine.add_user_word(form, own.tag, _USERS_SCORE - own.level)
    engine.tokenize("준비")
    return KiwiAnalyzer(engine, f"{_version('kiwipiepy')} model {_version('kiwipiepy_model')}", words)


def _north_words() -> list[str]:
    """North Korean spellings of the common nouns, and of the Sino-Korean words that Seoul can't mean otherwise."""
    known = lexicon().entries
    found = []
    for north, (seoul, also_seoul) in north_pairs().items():
        common = any(entry[0] in NOUNS for entry in known.get(seoul, ()))
        if 2 <= len(north) <= 4 and common and not also_seoul:
            found.append(north)
    return found
