"""Hangul and Latin aligned: nothing of an explanation is lost, nothing of a text becomes markup."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import juche_toolkit as jt
from juche_toolkit.pictures import alignment_html, alignment_svg
from juche_toolkit.pictures.alignment import SPACE, words_of
from juche_toolkit.pictures.markup import clean
from juche_toolkit.pictures.rules import known_rules, rule_of, rules_of, split_rules
from tests.golden import citations
from tests.pictures.readers import SVG, by_class, faults, read_fragment, read_html, read_svg, text_of, texts
from tests.tables import ROOT

HARD = "경주와 리더"
SCHEMES = st.sampled_from(("38north", "ala-lc", "yale", "academic"))


def bare(text: str) -> str:
    """Without white space, controls, and the sign for a space that a rule put in."""
    return "".join(unicodedata.normalize("NFC", clean(text)).replace(SPACE, "").replace("\ufffd", "").split())


@given(texts, SCHEMES)
def test_a_page_shows_the_whole_text_and_the_whole_latin_and_no_text_becomes_markup(text: str, scheme: str) -> None:
    result = jt.explain(text, scheme)
    tree = read_html(alignment_html(result))
    assert not list(faults(tree))
    assert text_of(by_class(tree, "source")[0]) == clean(result.source)
    assert text_of(by_class(tree, "result")[0]) == clean(result.text)
    assert bare("".join(map(text_of, by_class(tree, "latin")))) == bare(result.replay())


@given(texts, SCHEMES, st.sampled_from((200, 375, 960)))
def test_a_drawing_is_well_formed_and_stays_inside_its_width(text: str, scheme: str, width: int) -> None:
    tree = read_svg(alignment_svg(jt.explain(text, scheme), width=width))
    assert not list(faults(tree))
    assert float(tree.get("width", "0")) == max(width, 240)
    boxes = [element for element in tree.iter(f"{SVG}rect") if element.get("class") == "panel"]
    assert all(float(box.get("x", "0")) + float(box.get("width", "0")) <= max(width, 240) for box in boxes)


@given(texts, SCHEMES)
def test_words_hold_every_segment_in_order(text: str, scheme: str) -> None:
    result = jt.explain(text, scheme)
    shown = "".join(segment.source for word in words_of(result) for segment in word)
    assert "".join(shown.split()) == "".join("".join(segment.source for segment in result.segments).split())


def test_a_segment_has_hangul_sound_latin_and_rules() -> None:
    tree = read_html(alignment_html(jt.explain("생산량", "mr")))
    segment = by_class(tree, "segment")[0]
    shown = [text_of(by_class(segment, name)[0]) for name in ("hangul", "sound", "latin", "rules")]
    assert shown == ["생산량", "[생산냥]", "saengsannyang", "20 다만"]
    assert by_class(segment, "hangul")[0][0].get("lang") == "ko"
    assert by_class(segment, "latin")[0].get("lang") == "ko-Latn"
    assert "표준 발음법 제20항 다만" in text_of(by_class(tree, "legend")[0])


def test_a_doubt_is_told_with_its_alternatives_and_its_word_points_to_it() -> None:
    tree = read_html(alignment_html(jt.explain(HARD, "ala-lc")))
    told = [text_of(item) for item in by_class(tree, "doubts")[0]]
    assert len(told) == 2
    assert "Kyŏngju or kyŏngju" in told[0]
    pointers = [element for element in by_class(tree, "doubt") if element.tag == "a"]
    assert [pointer.get("href") for pointer in pointers] == ["#1-doubt-1", "#1-doubt-2"]
    assert "Alternatives: Kyŏngju or kyŏngju" in text_of(read_svg(alignment_svg(jt.explain(HARD, "ala-lc")))).replace(
        "\n", ""
    )


def test_fragments_of_different_texts_have_different_ids_and_equal_ones_are_equal() -> None:
    one, two = jt.explain("경주와"), jt.explain("경주의")
    ids = [
        {element.get("id") for element in read_fragment(result._repr_html_() or "").iter()} - {None}
        for result in (one, two)
    ]
    assert all(ids)
    assert not ids[0] & ids[1]
    assert one._repr_html_() == jt.explain("경주와")._repr_html_()


def test_every_rule_that_fires_on_the_golden_rows_is_told() -> None:
    rows = [str(row["text"]) for name in ("rok", "dprk", "lists") for row in citations.rows(name)]
    for table in ("titles", "names", "places", "more_hard_words"):
        lines = (ROOT / f"tests/golden/{table}.tsv").read_text(encoding="utf-8").splitlines()
        rows += [line.split("\t")[0] for line in lines if not line.startswith("#")][::3]
    assert len(rows) > 400
    results = [
        jt.explain(row, scheme, kind=kind)
        for row in rows
        for scheme, kind in (("38north", "text"), ("ala-lc", "title"), ("dprk", "place"), ("academic", "name"))
    ]
    assert [rule.id for rule in rules_of(results) if not rule.says] == [], "pictures/rules.tsv has no row for these"
    assert len(rules_of(results)) > 20


def test_a_clause_that_the_table_has_not_is_told_by_its_rule_and_a_strange_id_stands_for_itself() -> None:
    assert "W4(z)" not in known_rules()
    assert rule_of("W4(z)") == ("W4(z)", "ALA-LC W4(z)", known_rules()["W4"].says, known_rules()["W4"].example)
    assert rule_of("X9") == ("X9", "X9", "", "")


def test_two_articles_of_one_word_are_told_apart() -> None:
    assert split_rules(("26, 28", "13", "28")) == ("26", "28", "13")


@pytest.mark.parametrize("text", ["", " ", "\n\n", "abc", "<b>", "가" * 2000, "a" * 5000])
def test_bare_empty_and_long_texts_are_drawn(text: str) -> None:
    result = jt.explain(text)
    read_html(alignment_html([result, result]))
    read_svg(alignment_svg(result))
