from __future__ import annotations

from collections import Counter

import pytest

from juche_toolkit.hangul.lexicon import lexicon
from juche_toolkit.hangul.sounds import hangul_of, pronounce
from juche_toolkit.romanization.engine import romanize
from juche_toolkit.tables import packaged_text, read_rows
from tests.tables import golden

ROWS = [row for _, row in read_rows(packaged_text("hangul", "lexicon_native.tsv").splitlines(), name="lexicon_native")]
GOLDEN = golden("native_sounds.tsv")


@pytest.mark.parametrize("row", GOLDEN, ids=lambda row: row["word"])
def test_golden_words_are_romanized_as_they_sound(row: dict[str, str]) -> None:
    assert romanize(row["word"], "mr") == row["mr"]


def test_the_golden_table_judges_both_ways() -> None:
    kinds = Counter(row["trust"] for row in GOLDEN)
    assert kinds["authority"] >= 50
    assert kinds["dictionary"] >= 50
    assert kinds["negative"] >= 20


@pytest.mark.parametrize("particle", ["에서", "도", "만"])
def test_a_particle_leaves_the_sound_of_a_noun(particle: str) -> None:
    nouns = [row for row in ROWS if row["pos"] == "n"]
    assert len(nouns) > 1000
    for row in nouns:
        alone, _ = lexicon().units(row["word"])
        followed, _ = lexicon().units(row["word"] + particle)
        marks = [(unit.onset, unit.tensed) for unit in alone]
        assert [(unit.onset, unit.tensed) for unit in followed[: len(alone)]] == marks, row["word"]


@pytest.mark.parametrize(("word", "sound"), [
    ("봄바람이", "봄빠라미"), ("눈길을", "눈끼를"), ("첫인상은", "처딘상은"), ("꽃잎처럼", "꼰닙처럼"),
    ("끝없는", "끄덤는"), ("값없이", "가법씨"), ("껴안고", "껴안꼬"), ("맛없는", "마덤는"),
])  # fmt: skip
def test_inflected_and_followed_words(word: str, sound: str) -> None:
    units, _ = lexicon().units(word)
    assert hangul_of(pronounce(units)) == sound
