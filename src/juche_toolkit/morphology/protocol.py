"""What an analyser is: the protocol that the built-in one and every adapter follow.

Tags are those of the Sejong set (NNG common noun, NNP proper noun, NNB bound noun, NR numeral, NP pronoun, VV verb,
VA adjective, VX auxiliary, VCP copula, VCN 아니다, MM determiner, MAG/MAJ adverb, IC interjection, JK* JX JC particles,
EP EF EC ETN ETM endings, XPN prefix, XSN/XSV/XSA suffixes, XR root, SN digits, SL Latin, SH hanja, SF SP SS SE SO SW
signs, UN unknown).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, runtime_checkable

from attrs import frozen

__all__ = ["Analyzer", "Morpheme", "own_words"]


@frozen
class Morpheme:
    """One morpheme of an analysed text.

    `form` is the morpheme's own spelling (한 in 사랑한 may be 하 + ㄴ), `tag` its Sejong tag, `start` and `end` the
    half-open range of characters of the text as given that it stands in; contracted morphemes share their characters.
    `lemma` is the dictionary form where the analyser gives one (하다 for 하), else the form.
    """

    form: str
    tag: str
    start: int
    end: int
    lemma: str = ""


@runtime_checkable
class Analyzer(Protocol):
    """Cuts a text into morphemes.

    Offsets are into the text as given, whatever its normalisation form. Analysers are safe to use from several threads;
    in worker processes each worker builds its own.
    """

    def __hash__(self) -> int:
        """Analysers are remembered by identity."""

    @property
    def name(self) -> str:
        """The name under which `juche_toolkit.analyzers()` lists it."""

    @property
    def version(self) -> str:
        """The version of the engine and of its dictionary, as written into an index."""

    def analyze(self, text: str) -> tuple[Morpheme, ...]:
        """The morphemes of one text, in order; a text without words gives ()."""

    def analyze_many(self, texts: Iterable[str]) -> Sequence[tuple[Morpheme, ...]]:
        """The same for many texts, faster where the engine works in batches."""


def own_words(analyzer: Analyzer) -> frozenset[str]:
    """A user's nouns that an analyser was given and that stay whole; none where it says nothing of such (attribute `own_words`)."""
    found: frozenset[str] = getattr(analyzer, "own_words", frozenset())
    return found
