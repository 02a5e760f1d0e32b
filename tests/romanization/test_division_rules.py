"""The rules of word division by themselves: which of them speaks between which morphemes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from juche_toolkit.adapters import analyzers
from juche_toolkit.romanization.division import divide
from juche_toolkit.romanization.division_rules import RULES, Joint, Place, Rule, Unit, rules_between
from tests.tables import golden

TITLES = sorted({row["undivided"] for row in golden("division.tsv")})
TAGS = (
    "NNG NNP NNB NP NR XR SH SL SN UN XPN XSN XSV XSA VV VA VX VCP VCN MM MAG MAJ IC PERSON "
    "JKS JKO JKG JKB JX JC EP EC EF ETM ETN SP SS SW"
).split()
FORMS = (
    "이 그 저 것 번 분 나 너 우리 내 누구 새 온 각 한 두 세 열 수천 제 1 21 시 분 년 차 개 하 되 스럽 답 통하 위하 아 야 오 만세 "
    "는 은 도 의 에서 어 아 고 ㄴ 는 보 가 지 있 들 적 식 집 나라 경제 조국 바닷 보릿 고개 사랑 매우 자주 이야기 김정희 북한"
).split()


def decided(rules: tuple[Rule, ...], at: Place) -> tuple[str, Joint] | None:
    """The first rule that speaks, and what it says."""
    spoken = ((rule.__name__, rule(at)) for rule in rules)
    return next(((name, joint) for name, joint in spoken if joint is not None), None)


def places(text: str, units: list[Unit]) -> Iterator[Place]:
    """The joints between morphemes that touch."""
    for number, (one, two) in enumerate(pairwise(units)):
        if one.end == two.start:
            yield Place(text, units, number, one, two)


def of_title(title: str) -> Iterator[Place]:
    return places(title, [*divide(title, analyzers.load(None)).units])


@st.composite
def sequences(draw: st.DrawFn) -> tuple[str, list[Unit]]:
    """Morphemes of any tags and forms, touching or not."""
    units: list[Unit] = []
    text = ""
    for form, tag, gap in draw(
        st.lists(st.tuples(st.sampled_from(FORMS), st.sampled_from(TAGS), st.booleans()), min_size=2, max_size=6)
    ):
        text += " " if gap and text else ""
        units.append(Unit(form, tag, len(text), len(text) + len(form)))
        text += form
    return text, units


@given(sequences())
@settings(max_examples=2000, deadline=None)
def test_no_rule_that_would_speak_is_passed_over_between_any_tags(made: tuple[str, list[Unit]]) -> None:
    for at in places(*made):
        assert decided(rules_between(at.one.tag, at.two.tag), at) == decided(RULES, at)


def test_no_rule_that_would_speak_is_passed_over_in_the_golden_titles() -> None:
    for title in TITLES:
        for at in of_title(title):
            assert decided(rules_between(at.one.tag, at.two.tag), at) == decided(RULES, at), title


@pytest.fixture(scope="module")
def spoken() -> set[str]:
    """The rules that decide some joint of the golden titles."""
    return {found[0] for title in TITLES for at in of_title(title) if (found := decided(RULES, at)) is not None}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_decides_some_joint_of_the_golden_titles(rule: Rule, spoken: set[str]) -> None:
    assert rule.__name__ in spoken


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_tells_its_number_and_where_it_stands(rule: Rule) -> None:
    number = rule.__name__.partition("_")[0].upper()
    assert (rule.__doc__ or "").startswith(number[:2])
