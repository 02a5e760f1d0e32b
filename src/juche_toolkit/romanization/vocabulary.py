"""The words that Latin is read back to, and what each costs: a common word little, a rare one more, a bare syllable most."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain
from math import log

from attrs import frozen

from juche_toolkit.hangul.lexicon import lexicon
from juche_toolkit.hangul.syllable import split
from juche_toolkit.romanization.exceptions import proper_nouns
from juche_toolkit.tables import packaged_text, read_rows

__all__ = ["Vocabulary", "given_syllables", "syllable_cost", "vocabulary"]

_LEVEL = {"1": 1.0, "2": 1.2, "3": 1.4, "4": 1.5, "5": 2.0}
_NAME, _LISTED, _BIG_LIST = 1.1, 1.8, 2.0
_ONE_SYLLABLE, _SMALL_WORD, _AFFIX, _TAIL, _NORTH = 0.5, 0.2, 1.3, 1.2, 0.1
_LONGER = 0.05
"""What each syllable takes off: 인민군대 is one word sooner than two."""
_RAREST_SYLLABLE, _COMMONEST_SYLLABLE = 3.6, 2.4
_COMMON_CODAS = frozenset(("", *"ㄱㄴㄹㅁㅂㅅㅇ"))


@frozen(eq=False)
class Vocabulary:
    """Words with their costs. `common` are the words of the analyser's tables, `stems` those of its verbs and adjectives.

    `tails` are particles and forms of -하다 and -되다, `grouped` the words of all tables but the big list by their first syllable.
    """

    common: Mapping[str, float]
    stems: Mapping[str, float]
    suffixes: frozenset[str]
    tails: Mapping[str, str]
    grouped: Mapping[str, Sequence[str]]

    def cost(self, word: str, *, first: bool, last: bool) -> float | None:
        """The cost of a word that is the first or the last of its eojeol; None for what is no word."""
        cost = self.common.get(word)
        if cost is None and not last:
            cost = self.stems.get(word)
        if cost is None and len(word) > 1:
            cost = _LISTED if word in lexicon().listed else _BIG_LIST if word in lexicon().words else None
        if cost is not None:
            cost -= _LONGER * len(word)
        if not first and word in self.tails and (last or self.tails[word] == "predicate"):
            return _TAIL if cost is None else min(cost, _TAIL)
        if not first and word in self.suffixes:
            return _AFFIX if cost is None else min(cost, _AFFIX)
        return cost

    def beginning(self, syllable: str) -> tuple[str, ...]:
        """All words that begin with a syllable, in order."""
        return _sorted(syllable)


@cache
def _sorted(syllable: str) -> tuple[str, ...]:
    return tuple(sorted({*lexicon().words.beginning(syllable), *vocabulary().grouped.get(syllable, ())}))


def narrowed(words: tuple[str, ...], text: str, low: int, high: int) -> tuple[int, int]:
    """The range of the words that begin with a text, within a range."""
    low = bisect_left(words, text, low, high)
    return low, bisect_left(words, text + "\uffff", low, high)


@cache
def vocabulary() -> Vocabulary:
    """The packaged words; read on first use."""
    common, stems, suffixes = _common()
    for north, (seoul, also_seoul) in lexicon().seoul.items():
        cost = common.get(seoul)
        if cost is not None and north not in common:
            common[north] = cost + (4 * _NORTH if also_seoul else _NORTH)
    grouped: dict[str, list[str]] = defaultdict(list)
    for word in chain(common, stems, lexicon().listed, lexicon().tails):
        grouped[word[0]].append(word)
    return Vocabulary(common, stems, suffixes, lexicon().tails, grouped)


def _common() -> tuple[dict[str, float], dict[str, float], frozenset[str]]:
    """Words of the analyser's tables with their costs, stems with theirs, and the suffixes."""
    common: dict[str, float] = {}
    stems: dict[str, float] = {}
    suffixes: set[str] = set(lexicon().suffixes)
    for name, level in (
        ("words.tsv", "rank"),
        ("nouns.tsv", "level"),
        ("names.tsv", "level"),
        ("small_words.tsv", "level"),
    ):
        for _, row in read_rows(packaged_text("morphology", name).splitlines(), name=name):
            word, tag = row["form"], row.get("tag", "NNP")
            cost = _LEVEL[row[level]] + (_ONE_SYLLABLE if len(word) == 1 else 0.0)
            if tag == "XSN":
                suffixes.add(word)
            elif tag in ("NNG", "NNP", "XR"):
                common[word] = min(cost, common.get(word, cost))
            else:
                table = stems if tag[0] == "V" else common
                table[word] = min(cost + _SMALL_WORD, table.get(word, cost + _SMALL_WORD))
    return common, stems, frozenset(suffixes)


@cache
def _syllables() -> Mapping[str, int]:
    return Counter("".join(vocabulary().common))


def syllable_cost(syllable: str) -> float | None:
    """The cost of a syllable that is no word: less if many common words have it; None for a rare coda that none has."""
    seen = _syllables().get(syllable, 0)
    if not seen and split(syllable).coda not in _COMMON_CODAS:
        return None
    return max(_COMMONEST_SYLLABLE, _RAREST_SYLLABLE - 0.2 * log(1 + seen))


@cache
def given_syllables() -> Mapping[str, float]:
    """Syllables of the given names of the tables' persons, with a cost from 0 (commonest) to 1 (seen once)."""
    persons = (known.words for known in proper_nouns().names.values() if known.kind == "person")
    seen = Counter("".join(words.partition(" ")[2].replace("-", "") for words in persons))
    most = max(seen.values(), default=1)
    return {syllable: 1 - log(1 + count) / log(1 + most) for syllable, count in seen.items()}
