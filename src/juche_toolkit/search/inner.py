"""The words inside a term that is one word to the lexicon: 인민민주주의 is also found by 인민 and by 민주주의."""

from __future__ import annotations

from functools import lru_cache

from juche_toolkit.morphology.lexicon import lexicon

__all__ = ["inner_words"]

_SHORTEST, _LONGEST = 4, 12
"""Syllables of a term that is looked into."""
_LEAST = 2
"""Syllables of a word inside; of one syllable nearly anything is a word."""
_BOUND = frozenset(("주의", "주의자", "하기", "되기", "들이", "에서", "으로"))
"""What is a noun by itself, but as the end of a word a suffix or particle: 사회주의 is no care for society."""
_CACHED = 1 << 14


@lru_cache(_CACHED)
def inner_words(term: str) -> tuple[str, ...]:
    """The nouns of the lexicon that a term consists of, as few as possible; none where it doesn't consist of such."""
    if not _SHORTEST <= len(term) <= _LONGEST:
        return ()
    best: dict[int, tuple[str, ...]] = {0: ()}
    for end in range(_LEAST, len(term) + 1):
        ways = [
            (*best[start], term[start:end])
            for start in range(end - _LEAST + 1)
            if start in best and _is_noun(term[start:end]) and term[start:end] != term
        ]
        if ways:
            best[end] = min(ways, key=len)
    return best.get(len(term), ())


def _is_noun(word: str) -> bool:
    return word not in _BOUND and "noun" in lexicon().kinds(word)
