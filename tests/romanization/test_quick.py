"""What is quick gives what is thorough: paths, spelling from boundaries, and Latin without its steps."""

from __future__ import annotations

import re
import sys
import unicodedata
from itertools import islice, pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

import juche_toolkit as jt
from juche_toolkit.hangul.lexicon import lexicon
from juche_toolkit.hangul.runs import JAMO
from juche_toolkit.morphology import builtin
from juche_toolkit.romanization.division import _readings, _readings_of_runs
from juche_toolkit.romanization.engine import SIMPLE
from juche_toolkit.romanization.joints import joints
from juche_toolkit.romanization.scheme import scheme
from juche_toolkit.romanization.transcribe import sound_and_spell

CHARACTERS = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF]
TEXTS = (
    "제2조제1항에 따라 2013년도 예산안",
    "2012년 12월 31일까지 2년간",
    "조선 로동당 제7차 대회 보고",
    "제1공화국의 정치",
    "사일구 학생 의거와 4·19혁명",
    "박 정희 대통령의 연설",
    "ㄱ, ㄴ과 (주)한국㈜",
    "대한 민국 임시 정부",
    "로동신문 1월 1일부 사설",
    "리더와 라디오, 린넨",
    "남북한 관계와 한미 동맹",
    "안다",
    "신라",
    "ㄱ의 이름",
    "①국가는 3.5퍼센트",
)


def test_the_quick_ways_to_cut_an_eojeol_give_the_cheapest_path() -> None:
    words = [*islice(lexicon().listed, 0, None, 97), *islice(lexicon().seoul, 0, None, 197)]
    endings = [*islice(lexicon().tails, 0, None, 13), *lexicon().suffixes]
    eojeols = {word + ending for word in words for ending in endings} | set(map("".join, pairwise(words)))
    assert len(eojeols) > 20_000
    assert not [word for word in eojeols if list(lexicon()._cut(word)) != list(lexicon()._cheapest(word))]


@pytest.mark.parametrize("name", ["mr", "38north", "ala-lc", "rr", "bgn"])
def test_a_word_spelt_from_its_boundaries_is_spelt_as_by_its_units(name: str) -> None:
    told = 0
    for word in [*islice(lexicon().listed, 0, None, 5), *islice(lexicon().seoul, 0, None, 7)]:
        spelling, marks, _ = lexicon().marked(word, as_seoul=True)
        quick = joints(scheme(name)).spell(spelling, marks)
        units, _ = lexicon().units(word, as_seoul=True)
        assert quick in (None, "".join(map(str, sound_and_spell(units, scheme(name))))), word
        told += quick is not None
    assert told > 4_000


@pytest.mark.parametrize("name", ["38north", "mr", "ala-lc", "rr", "yale", "dprk", "academic"])
@pytest.mark.parametrize("kind", ["text", "title"])
@pytest.mark.parametrize("divide", [False, True])
def test_latin_without_its_steps_is_the_latin_of_the_steps(name: str, kind: str, divide: bool) -> None:
    for text in TEXTS:
        for apostrophe in ("ascii", "modifier"):
            steps = jt.explain(text, name, kind=kind, divide=divide, apostrophe=apostrophe)
            assert (
                jt.romanize(text, name, kind=kind, divide=divide, apostrophe=apostrophe) == steps.text == steps.replay()
            )


@pytest.mark.parametrize("name", ["38north", "mr", "ala-lc", "yale", "dprk"])
def test_a_long_text_is_written_as_its_steps_write_it(name: str) -> None:
    text = ", ".join([*TEXTS, "大韓民國의 經濟", "金日成 2013年"] * 3)
    assert len(text) > 300
    assert jt.romanize(text, name, divide=False) == jt.explain(text, name, divide=False).text


def test_simple_signs_neither_change_nor_join_under_nfc() -> None:
    signs = [sign for sign in CHARACTERS if SIMPLE.fullmatch(sign)]
    assert len(signs) > 11_172
    assert not [sign for sign in signs if unicodedata.normalize("NFC", sign) != sign or unicodedata.combining(sign)]
    assert not [sign for sign in signs if len(unicodedata.normalize("NFC", "o" + sign)) != 2]


def test_syllables_and_lone_letters_are_all_of_the_script() -> None:
    ours = re.compile(f"[가-힣{JAMO}]")
    script = regex.compile(r"\p{Hangul}")
    assert not [sign for sign in CHARACTERS if bool(ours.match(sign)) != bool(script.match(sign))]


PIECES = st.sampled_from(
    [*"조선 로동당의 본 에서 두 권의 제 12 3.5 DNA 《 》 · 世界 하는데서 한 이용".split(" "), " ", "  ", "가" * 70]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_eojeols_read_from_runs_are_those_read_from_morphemes(text: str) -> None:
    analyzer = builtin.load()
    assert _readings_of_runs(text, analyzer.runs(text)) == _readings(text, analyzer.analyze(text))
