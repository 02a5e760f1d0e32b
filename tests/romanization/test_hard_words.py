"""Hard words keep their sound bare, before particles and inside a compound.

The expected letters of a particle are built here from those of the word, by the letters alone: a last k p t l becomes g b … before a
vowel, ng m n before m, and d after it is voiced unless the word ends in a stop.
"""

from __future__ import annotations

import pytest

import juche_toolkit as jt
from juche_toolkit.hangul.lexicon import lexicon
from juche_toolkit.hangul.syllable import split
from tests.tables import golden

_NASAL = {"k": "ng", "p": "m", "t": "n"}
_LIAISON = {"k": "g", "p": "b", "l": "r"}


def _nouns() -> list[dict[str, str]]:
    """Golden words that are nouns, not verbs and not words with something behind them already."""
    found = {row["word"]: row for row in golden("more_hard_words.tsv")}
    for row in (*golden("sino_sounds.tsv"), *golden("native_sounds.tsv")):
        entry = lexicon().listed.get(row["word"])
        if entry is not None and entry.pos in ("n", "word"):
            found[row["word"]] = row
    return list(found.values())


WORDS = _nouns()


def before_m(latin: str) -> str:
    """The word before 만 or 문제."""
    return latin[:-1] + _NASAL[latin[-1]] if latin[-1] in _NASAL else latin


def with_particles(word: str, latin: str) -> dict[str, str]:
    """The word with three particles and inside a compound, in McCune-Reischauer."""
    coda = split(word[-1]).coda
    stop = latin[-1] in "kpt"
    forms = {
        word + "도": latin + ("to" if stop else "do"),
        word + "만": before_m(latin) + "man",
        word + "문제": before_m(latin) + "munje",
    }
    if coda in ("", "ㄱ", "ㄴ", "ㄹ", "ㅁ", "ㅂ", "ㅇ"):
        last = _LIAISON.get(latin[-1], latin[-1]) if coda else latin[-1]
        forms[word + "의"] = latin[:-1] + last + "ŭi"
    else:
        forms[word + "까지"] = latin + "kkaji" if not stop or latin[-1] != "k" else latin[:-1] + "kkaji"
    return forms


def test_there_are_enough_of_them() -> None:
    assert len(WORDS) >= 400


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row["word"])
def test_a_hard_word_keeps_its_sound(row: dict[str, str]) -> None:
    word, latin = row["word"], row["mr"]
    got = {form: jt.romanize(form, "mr", divide=False).lower() for form in (word, *with_particles(word, latin))}
    assert got == {word: latin.lower(), **{form: spelt.lower() for form, spelt in with_particles(word, latin).items()}}
