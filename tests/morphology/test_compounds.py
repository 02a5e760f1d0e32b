"""Runs of nouns cut into words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juche_toolkit.morphology.compounds import words


def printed(run: str, hints: tuple[tuple[int, int], ...] = ()) -> str:
    marks = {"word": "", "one": "", "prefix": "-", "loose": "~"}
    return " ".join(run[word.start : word.end] + marks[word.kind] for word in words(run, hints))


@pytest.mark.parametrize(
    ("run", "cut"),
    [
        ("대외경제발전전략작성", "대외 경제 발전 전략 작성"),
        ("경제적효과성타산", "경제 적~ 효과성 타산"),
        ("분조관리제", "분조 관리제"),
        ("현시기", "현- 시기"),
        ("비생산영역", "비- 생산 영역"),
        ("대고조", "대고조"),
        ("법적규제", "법 적~ 규제"),
        ("나라들", "나라 들~"),
        ("조선로동당", "조선 로동당"),
        ("단군릉", "단군릉"),
        ("기치높이", "기치 높이~"),
        ("당", "당"),
    ],
)
def test_compounds_are_cut_into_words(run: str, cut: str) -> None:
    assert printed(run) == cut


def test_a_hint_keeps_an_unknown_name_together() -> None:
    assert printed("꾸르뚜베시연구", ((0, 5),)) == "꾸르뚜베시 연구"


def test_a_particle_that_an_analyser_left_on_is_loose() -> None:
    assert printed("미제의", ((0, 1), (1, 3))) == "미제 의~"


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=150))
def test_words_cover_the_run_without_gap_or_overlap(run: str) -> None:
    found = words(run)
    assert [word.start for word in found] == [0, *(word.end for word in found[:-1])]
    assert found[-1].end == len(run)
