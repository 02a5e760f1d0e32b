"""How often `to_hangul(romanize(word))` has the word among its first candidates.

Run `python bench/reverse.py`. The list is made here from the noun tables of the built-in analyser: 5,000 nouns of one to three syllables,
the commonest level whole and the rest by lot, always the same. The candidates are ranked by those tables too, so a second
list, of words that only the big list knows, shows what is left for rare words.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Sequence

from juche_toolkit import convert, romanize, to_hangul
from juche_toolkit.hangul.lexicon import lexicon
from juche_toolkit.romanization.vocabulary import vocabulary
from juche_toolkit.tables import packaged_text, read_rows

_SEED = 1966


def common_nouns(size: int = 5_000) -> list[str]:
    """Nouns of one to three syllables of the analyser's tables, the commonest first."""
    levels: dict[str, str] = {}
    for name, column in (("words.tsv", "rank"), ("nouns.tsv", "level")):
        for _, row in read_rows(packaged_text("morphology", name).splitlines(), name=name):
            if row["tag"] == "NNG" and 1 <= len(row["form"]) <= 3:
                levels.setdefault(row["form"], row[column])
    words = sorted(levels)
    random.Random(_SEED).shuffle(words)  # noqa: S311 - a sample, not a secret
    return sorted(words, key=lambda word: levels[word])[:size]


def rare_words(size: int = 1_000) -> list[str]:
    """Words of two and three syllables that no table of the analyser has."""
    words = sorted(word for word in lexicon().words if 2 <= len(word) <= 3 and word not in vocabulary().common)
    return random.Random(_SEED).sample(words, size)  # noqa: S311 - a sample, not a secret


def _mr(word: str) -> str:
    return str(romanize(word, "mr"))


def _bare(word: str) -> str:
    return convert(_mr(word), "mr", "ascii")


def _north(word: str) -> str:
    return str(romanize(word, "38north"))


def found(words: Sequence[str], spelt: Callable[[str], str]) -> tuple[float, float, list[str]]:
    """The shares of the words that are among the first ten candidates and first of all, and the words that aren't."""
    first = 0
    missing = []
    for word in words:
        texts = [candidate.text for candidate in to_hangul(spelt(word))]
        first += texts[:1] == [word]
        if word not in texts:
            missing.append(word)
    return 1 - len(missing) / len(words), first / len(words), missing


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missing", action="store_true", help="print the words that aren't found")
    arguments = parser.parse_args()
    print("list\tspelling\twords\tin first 10\tfirst\tms a word")
    for name, words in (("common nouns", common_nouns()), ("rare words", rare_words())):
        for label, spelt in (("mr with marks", _mr), ("mr without marks", _bare), ("38north", _north)):
            start = time.perf_counter()
            ten, one, missing = found(words, spelt)
            each = (time.perf_counter() - start) / len(words) * 1000
            print(f"{name}\t{label}\t{len(words)}\t{ten:.4f}\t{one:.4f}\t{each:.2f}")
            if arguments.missing:
                print("\t" + " ".join(missing[:80]))


if __name__ == "__main__":
    main()
