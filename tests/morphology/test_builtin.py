"""The built-in analyser: readings, offsets, a user's words, bad input."""

from __future__ import annotations

import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juche_toolkit.morphology import builtin
from juche_toolkit.morphology.lexicon import lexicon
from juche_toolkit.morphology.protocol import Analyzer
from juche_toolkit.tables import read_rows

FOLDER = Path(__file__).parent.parent / "golden"
ROWS = [
    row
    for _, row in read_rows((FOLDER / "morphemes.tsv").read_text(encoding="utf-8").splitlines(), name="morphemes.tsv")
]
TITLES = [
    row for _, row in read_rows((FOLDER / "titles.tsv").read_text(encoding="utf-8").splitlines(), name="titles.tsv")
]
TEXTS = st.text(
    st.one_of(
        st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3),
        st.sampled_from(" 는을에의하고있한것수데a1《》.,·經ㄱ\n\u0301\ud800\0"),
    ),
    max_size=40,
)


def printed(text: str) -> str:
    return " ".join(f"{one.form}/{one.tag}" for one in builtin.load().analyze(text))


def test_the_golden_table_is_not_empty() -> None:
    assert len(ROWS) >= 20


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_golden_rows_are_read_as_told(row: dict[str, str]) -> None:
    assert printed(row["text"]) == row["morphemes"]


def test_the_tables_are_several_thousand_words() -> None:
    assert len(lexicon().entries) > 10_000


def test_it_follows_the_protocol() -> None:
    analyzer: Analyzer = builtin.load()
    assert isinstance(analyzer, Analyzer)
    assert analyzer.name == "builtin"
    assert analyzer.version
    assert builtin.load() is analyzer


def test_predicates_have_their_dictionary_form() -> None:
    assert [(one.form, one.lemma) for one in builtin.load().analyze("밝혀")] == [("밝히", "밝히다"), ("어", "어")]


@pytest.mark.parametrize("text", ["", "   ", "IAEA 2013", "...", "經濟", "\ud800", "\0"])
def test_text_without_hangul_has_no_hangul_tokens(text: str) -> None:
    assert not any("가" <= character <= "힣" for one in builtin.load().analyze(text) for character in one.form)


@given(TEXTS)
def test_every_syllable_is_covered_in_order(text: str) -> None:
    source = unicodedata.normalize("NFC", text)
    found = builtin.load().analyze(source)
    covered = {place for one in found for place in range(one.start, one.end)}
    assert covered >= {place for place, character in enumerate(source) if "가" <= character <= "힣"}
    starts = [one.start for one in found]
    assert starts == sorted(starts)
    assert all(0 <= one.start < one.end <= len(source) for one in found)


@given(TEXTS)
def test_nouns_slice_back_to_their_form(text: str) -> None:
    for one in builtin.load().analyze(text):
        if one.tag in ("NNG", "NNP", "NNB", "XSN", "SL", "SN") or one.tag.startswith("J"):
            assert unicodedata.normalize("NFC", text[one.start : one.end]) == one.form


@given(TEXTS)
def test_decomposed_text_is_read_like_composed(text: str) -> None:
    composed = builtin.load().analyze(unicodedata.normalize("NFC", text))
    decomposed = builtin.load().analyze(unicodedata.normalize("NFD", text))
    assert [(one.form, one.tag) for one in composed] == [(one.form, one.tag) for one in decomposed]


def test_four_threads_give_what_one_gives() -> None:
    texts = [row["title"] for row in TITLES] * 4
    alone = builtin.load().analyze_many(texts)
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(builtin.load().analyze, texts)) == list(alone)


@pytest.mark.parametrize("unit", ["가", "경제", "사회주의 ", "《", "1", "는것은", "a가1", "ㄱ", "\u1112\u1161\u11ab"])
def test_a_line_of_any_length_takes_linear_time(unit: str) -> None:
    text = unit * (120_000 // len(unit))
    assert builtin.load().analyze(text)[-1].end == len(text.rstrip())
