from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import juche_toolkit as jt
from juche_toolkit.adapters import analyzers
from juche_toolkit.romanization.division import divide, with_joints
from tests.tables import golden

ROWS = golden("division.tsv")
EOJEOLS = sorted({eojeol for row in ROWS for eojeol in row["undivided"].split()})
SYLLABLES = sorted({syllable for eojeol in EOJEOLS for syllable in eojeol if "가" <= syllable <= "힣"})


def explained(text: str, analyzer: str | None = None) -> jt.Romanization:
    return jt.explain(text, "ala-lc", kind="title", divide=True, analyzer=analyzer)


def divided(text: str, analyzer: str | None = None) -> str:
    division = divide(text, analyzers.load(analyzer))
    return with_joints(text, {cut.place: cut for cut in division.joints})[0]


def test_the_golden_table_is_as_large_as_it_should_be() -> None:
    assert len(ROWS) >= 250
    assert sum(row["trust"] == "authority" for row in ROWS) >= 100


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["undivided"])
def test_an_undivided_title_is_divided_and_romanized(row: dict[str, str]) -> None:
    result = explained(row["undivided"])
    assert (result.divided, result.text) == (row["divided"], row["latin"])
    assert result.replay() == result.text


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["divided"])
def test_a_divided_title_stays_as_it_is(row: dict[str, str]) -> None:
    result = explained(row["divided"])
    assert (result.divided, result.text) == (row["divided"], row["latin"])


@given(st.lists(st.sampled_from(EOJEOLS), min_size=1, max_size=6).map(" ".join))
@settings(max_examples=300, deadline=None)
@example("철학과 우리")
@example("대북한전략의 제일차 회의")
def test_to_divide_twice_changes_nothing(title: str) -> None:
    once = divided(title)
    assert divided(once) == once


@given(st.text(st.sampled_from([*SYLLABLES, " ", "1", "9", "·"]), max_size=24))
@settings(max_examples=300, deadline=None)
def test_to_divide_any_syllables_twice_changes_nothing(text: str) -> None:
    once = divided(text)
    assert divided(once) == once
    assert "".join(once.replace("-", "").split()) == "".join(text.split())


@pytest.mark.slow
@given(st.lists(st.sampled_from(EOJEOLS), min_size=1, max_size=6).map(" ".join))
@settings(max_examples=60, deadline=None)
@example("18세기조선지식인의 아마존강")
def test_to_divide_twice_with_kiwi_changes_nothing(title: str) -> None:
    once = divided(title, "kiwi")
    assert divided(once, "kiwi") == once


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["undivided"])
def test_a_doubt_names_its_rule_its_place_and_the_other_division(row: dict[str, str]) -> None:
    title = row["undivided"]
    for doubt in explained(title).warnings:
        if not doubt.rule:
            continue
        assert doubt.message.startswith(f"{doubt.rule}: {title[doubt.start : doubt.end]} ")
        for other in doubt.alternatives:
            assert other.replace(" ", "").replace("-", "") == title[doubt.start : doubt.end]


@pytest.mark.parametrize(
    ("title", "rule", "alternatives"),
    [
        ("바라보는 눈", "W4(c)", ("바라보는",)),
        ("시인 정경모의 시", "W1(e)", ("정경모의",)),
        ("일제하의 문학", "W1(a)", ("일제하 의",)),
        ("새집에서 맞은 봄", "W3", ("새 집 에서",)),
        ("온몸으로 쓴 시", "W3", ("온 몸 으로",)),
    ],
)
def test_where_a_cataloguer_should_look(title: str, rule: str, alternatives: tuple[str, ...]) -> None:
    doubts = {doubt.rule: doubt.alternatives for doubt in explained(title).warnings}
    assert doubts[rule] == alternatives


@pytest.mark.parametrize("name", ["로동신문", "경제연구", "조선민주주의인민공화국"])
def test_a_listed_name_in_common_words_is_no_doubt(name: str) -> None:
    found = explained(name)
    assert " " in found.text
    assert [doubt for doubt in found.warnings if doubt.rule] == []


def test_a_title_without_doubt_has_none() -> None:
    assert [doubt for doubt in explained("한국의 경제발전").warnings if doubt.rule] == []


def test_brackets_become_quotation_marks_and_the_dot_a_comma() -> None:
    assert jt.romanize("『토지』의 세계", "ala-lc", kind="title") == '"T\'oji" ŭi segye'
    assert jt.romanize("정치·경제의 변동", "ala-lc", kind="title") == "Chŏngch'i, kyŏngje ŭi pyŏndong"


@pytest.mark.parametrize(
    ("title", "divided_title", "latin"),
    [
        ("日서 열린 한국영화제", "日 서 열린 한국 영화제", "Il sŏ yŏllin Han'guk yŏnghwaje"),
        ("東三洞遺蹟의 發掘成果", "東三洞 遺蹟 의 發掘 成果", "Tongsam-dong Yujŏk ŭi palgul sŏngkwa"),
        ("經濟發展에서의 課題와 展望", "經濟 發展 에서의 課題 와 展望", "Kyŏngje palchŏn esŏŭi kwaje wa chŏnmang"),
    ],
)
def test_particles_behind_hanja_are_seen_by_the_writing(title: str, divided_title: str, latin: str) -> None:
    result = explained(title)
    assert (result.divided, result.text) == (divided_title, latin)
    assert jt.romanize(title, "ala-lc", kind="title") == latin
