from __future__ import annotations

import re
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juche_toolkit.adapters.store import AllOf, But, Part, Prefix, Word, leaves
from juche_toolkit.errors import InputError
from juche_toolkit.search.query import Plan, plan
from tests.strategies import texts


def terms(text: str) -> list[str]:
    return re.findall(r"[가-힣]{2,}|[A-Za-z0-9]+", text)


def understood(query: str) -> Plan:
    return plan(query, terms)


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("경제 연구", "hangul"),
        ("로동", "hangul"),
        ("ㄱㅕㅇㅈㅔ", "hangul"),
        ("6.15", "hangul"),
        ("經濟", "hanja"),
        ("경제 硏究", "hanja"),
        ("ㄱㅈㅇㄱ", "initials"),
        ("ㄱㅈ ㅇㄱ", "initials"),
        ("kyongje yongu", "latin"),
        ("Kyŏngje yŏn'gu", "latin"),
        ("2013", "year"),
        ("2013년", "year"),
        ("주체102", "year"),
        ("주체102(2013)년", "year"),
        ("주체사상", "hangul"),
        ("경제 2013", "mixed"),
        ("kyongje 연구", "mixed"),
        ("북한 AND trade", "mixed"),
        ('"경제 연구"', "hangul"),
        ("경제*", "hangul"),
        ("", "empty"),
        ("  ", "empty"),
        ("《》", "empty"),
        ('""', "empty"),
        ("*", "empty"),
        ("()", "empty"),
        ("AND", "empty"),
        ("경제 NOT", "hangul"),
    ],
)
def test_the_kind_of_a_query_is_told(query: str, kind: str) -> None:
    assert understood(query).kind == kind


def test_words_are_looked_for_as_terms_first_and_as_characters_then() -> None:
    steps = understood("로동신문").steps
    assert [step.matched for step in steps] == ["terms", "title", "loose", "terms"]
    assert steps[0].expression == Word("terms", "노동신문")
    assert steps[1].expression == Part("title", "노동신문")
    assert steps[3].expression == AllOf((Word("terms", "노동"), Word("terms", "신문")))
    assert not any(step.fallback for step in steps)


def test_two_syllables_are_looked_for_as_characters_only_where_nothing_was_found() -> None:
    assert [(step.matched, step.fallback) for step in understood("정치").steps] == [
        ("terms", False),
        ("title", True),
        ("loose", True),
    ]


def test_joined_and_spaced_words_are_the_same_stretch_of_characters() -> None:
    assert Part("title", "경제연구") in [step.expression for step in understood("경제 연구").steps]
    assert Part("title", "경제연구") in [step.expression for step in understood("경제연구").steps]


def test_a_hanja_with_several_readings_is_looked_for_in_all() -> None:
    found = {leaf.text for step in understood("樂").steps for leaf in leaves(step.expression)}
    assert {"악", "낙", "요"} <= found  # 락 is folded to 낙


def test_initials_are_looked_for_in_both_spellings() -> None:
    *_, exact, either = understood("ㄴㄷㅅㅁ").steps
    assert exact.expression == Part("initials", "ㄴㄷㅅㅁ")
    assert Part("initials", "ㄹㄷㅅㅁ") in list(leaves(either.expression))


def test_initials_of_a_term_come_before_initials_in_a_row_and_few_letters_in_a_row_only_where_there_are_none() -> None:
    term, beginning, row, *_ = understood("ㄱㅈㅂ").steps
    assert term.expression == Word("terms", "ㄱㅈㅂ")
    assert beginning.expression == Prefix("terms", "ㄱㅈㅂ")
    assert (row.expression, row.fallback) == (Part("initials", "ㄱㅈㅂ"), True)
    assert not understood("ㄱㅈㅂㅊ").steps[2].fallback


def test_several_words_in_a_row_begin_with_a_word_of_the_title_unless_nothing_else_is_found() -> None:
    steps = understood("북한 경제").steps
    assert AllOf((Word("terms", "북한"), Part("title", "북한경제"))) in [step.expression for step in steps]
    (alone,) = (step for step in steps if step.expression == Part("title", "북한경제"))
    assert alone.fallback


def test_a_latin_word_is_looked_for_under_the_initial_sound_law_too() -> None:
    found = [leaf for step in understood("rodong").steps for leaf in leaves(step.expression)]
    assert Word("latin", "rodong") in found
    assert Word("latin", "nodong") in found


def test_a_juche_year_is_looked_for_as_a_common_one() -> None:
    assert understood("주체102").steps[0].expression == Word("years", "2013")


def test_a_phrase_is_a_stretch_and_a_prefix_a_beginning() -> None:
    assert understood('"노동 신문"').steps[0].expression == Part("title", "노동신문")
    assert understood("“노동 신문”").steps[0].expression == Part("title", "노동신문")
    assert understood("사회*").steps[0].expression == Prefix("terms", "사회")
    assert understood("kyong*").steps[1].expression == Prefix("latin", "kyong")


def test_operators_build_a_tree() -> None:
    assert understood("경제 NOT 정치").steps[0].expression == But(Word("terms", "경제"), Word("terms", "정치"))
    found = understood("(경제 OR 정치) AND 2013").steps[0].expression
    assert isinstance(found, AllOf)
    assert understood("경제 and 정치").kind == "mixed"  # operators are in capitals


def test_what_is_excluded_needs_something_to_be_excluded_from() -> None:
    with pytest.raises(InputError, match="beside what it excludes") as caught:
        understood("NOT 경제")
    assert caught.value.span == (0, 6)


@pytest.mark.parametrize(
    "query",
    [
        "((((",
        "))))",
        '"',
        '"경제',
        "경제(연구",
        "경제)연구",
        "NOT",
        "OR",
        "OR 경제",
        "경제 OR",
        "AND AND",
        "( OR )",
        "“경제",
    ],
)
def test_what_can_be_no_operator_is_text(query: str) -> None:
    assert understood(query).kind in ("empty", "hangul")


@pytest.mark.parametrize(
    ("query", "message"),
    [("가" * 2_001, "at most 2,000 characters"), ("가 " * 201, "200 words"), ("(" * 30 + "가", "20 deep")],
)
def test_an_endless_query_is_refused_with_a_sentence(query: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        understood(query[:2_001])


@given(st.one_of(texts, st.text(st.sampled_from('경연ㄱa1*"()“” ANDORNOT樂'), max_size=40)))
def test_any_text_is_understood_or_refused_with_the_toolkits_own_error(query: str) -> None:
    try:
        found = understood(query)
    except InputError:
        return
    assert (found.kind == "empty") == (not found.steps)
    assert all(leaf.text for step in found.steps for leaf in leaves(step.expression))


@pytest.mark.parametrize("unit", ["(", '"', "가 ", "ㅇ", "樂", "“", "a"])
def test_a_query_of_the_greatest_length_is_understood_at_once(unit: str) -> None:
    began = time.perf_counter()
    with suppress(InputError):
        understood((unit * 2_000)[:2_000])
    assert time.perf_counter() - began < 3
