"""NK-HanDic (nkhandic, a MeCab dictionary trained on Rodong Sinmun) as an analyser; it reads decomposed Hangul."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Protocol

from juche_toolkit.adapters.alignment import Found, Piece, prepare
from juche_toolkit.errors import MissingExtraError, NotSupportedError
from juche_toolkit.morphology.protocol import Analyzer, Morpheme
from juche_toolkit.morphology.user_words import UserWord

__all__ = ["NkHanDicAnalyzer", "load", "state"]

_MISSING = "The analyser nkhandic needs nkhandic and mecab-python3: pip install nkhandic mecab-python3"
_NO_WORDS = (
    "The analyser nkhandic takes no words of your own: its dictionary is compiled. builtin, kiwi and komoran take them"
)
_LOADING = Lock()
_TAG, _LEMMA = 10, 5
"""Fields of a feature that hold the Sejong tag and the dictionary form."""
_PREDICATES = frozenset(("VV", "VA", "VX", "VCP", "VCN", "XSV", "XSA"))


class _Tagger(Protocol):
    def parse(self, text: str) -> str: ...


class NkHanDicAnalyzer:
    """NK-HanDic behind the protocol `Analyzer`; one tagger serves all threads, one at a time."""

    name = "nkhandic"

    def __init__(self, engine: _Tagger, version: str) -> None:
        self._engine = engine
        self._version = version
        self._turn = Lock()

    @property
    def version(self) -> str:
        """The version of the dictionary."""
        return self._version

    def __reduce__(self) -> tuple[object, ...]:
        return load, ()

    def analyze(self, text: str) -> tuple[Morpheme, ...]:
        """The morphemes of a text, with offsets into it as given."""
        ready = prepare(text)
        return ready.morphemes([list(self._found(piece)) for piece in ready.pieces])

    def analyze_many(self, texts: Iterable[str]) -> Sequence[tuple[Morpheme, ...]]:
        """The same for many texts."""
        return [self.analyze(text) for text in texts]

    def _found(self, piece: Piece) -> Iterator[Found]:
        parts = [unicodedata.normalize("NFD", character) for character in piece.text]
        places = [place for place, part in enumerate(parts) for _ in part]
        decomposed = "".join(parts)
        with self._turn:
            lines = self._engine.parse(decomposed).splitlines()
        at = 0
        for line in lines:
            surface, tab, feature = line.partition("\t")
            start = decomposed.find(surface, at) if tab and surface else -1
            if start < 0:
                continue
            at = start + len(surface)
            fields = next(csv.reader([feature]))
            yield from _morphemes(surface, fields, places[start], places[at - 1] + 1)


def _morphemes(surface: str, fields: Sequence[str], start: int, end: int) -> Iterator[Found]:
    """A node of MeCab; a stem with 어 inside (밝혀) is given as stem and ending."""
    form = unicodedata.normalize("NFC", surface)
    tag = fields[_TAG] if len(fields) > _TAG and fields[_TAG] != "*" else "UN"
    lemma = fields[_LEMMA].rstrip("0123456789") if len(fields) > _LEMMA and fields[_LEMMA] != "*" else form
    if tag in _PREDICATES:
        yield Found(lemma.removesuffix("다") or form, tag, start, end, lemma)
        if "語基3" in fields[:_LEMMA]:
            yield Found("어", "EC", max(start, end - 1), end, "어")
    else:
        yield Found(form, tag, start, end, lemma if tag.startswith("E") else form)


def state() -> str:
    """ "ready", or the sentence that says what to install; loads nothing."""
    return "ready" if find_spec("nkhandic") is not None and find_spec("MeCab") is not None else _MISSING


def load(name: str = "nkhandic", words: tuple[UserWord, ...] = ()) -> Analyzer:  # noqa: ARG001 - as every adapter's load
    """NK-HanDic, one per process.

    Raises MissingExtraError with the sentence of `state`, NotSupportedError for words: MeCab's dictionaries have to be compiled.
    """
    if words:
        raise NotSupportedError(_NO_WORDS)
    if state() != "ready":
        raise MissingExtraError(_MISSING)
    with _LOADING:
        return _loaded()


def _dictionary() -> Path:
    """Where the package keeps its dictionary; the package itself isn't imported, since it asks for more than we use."""
    spec = find_spec("nkhandic")
    folders = spec.submodule_search_locations if spec is not None else None
    if not folders:
        raise MissingExtraError(_MISSING)
    return Path(next(iter(folders))) / "dicdir"


@lru_cache(maxsize=1)
def _loaded() -> NkHanDicAnalyzer:
    try:
        import MeCab
    except ImportError as error:
        raise MissingExtraError(_MISSING) from error
    folder = _dictionary()
    settings = folder / "mecabrc"
    try:
        engine: _Tagger = MeCab.Tagger(f'-r "{settings}" -d "{folder}"')
    except RuntimeError as error:
        raise MissingExtraError(f"{_MISSING} ({error})") from error
    try:
        version = (folder / "version").read_text(encoding="utf-8").strip()
    except OSError as error:
        raise MissingExtraError(f"{_MISSING} ({error})") from error
    return NkHanDicAnalyzer(engine, version)
