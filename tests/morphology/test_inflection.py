"""Stems and their surfaces."""

from __future__ import annotations

import pytest

from juche_toolkit.errors import TableError
from juche_toolkit.morphology.inflection import HEADS, KINDS, heads
from juche_toolkit.tables import packaged_text, read_rows


@pytest.mark.parametrize(
    ("stem", "kind", "expected"),
    [
        (
            "이기",
            "",
            {
                "v": "이기",
                "n": "이긴",
                "r": "이길",
                "m": "이김",
                "b": "이깁",
                "a": "이겨 이기어 이기여",
                "s": "이겼 이기었 이기였",
            },
        ),
        ("높", "", {"c": "높", "a": "높아", "s": "높았"}),
        ("살", "", {"l": "살", "ld": "사", "n": "산", "r": "살", "m": "삶", "b": "삽", "a": "살아", "s": "살았"}),
        (
            "곱",
            "ㅂ",
            {"ck": "곱", "vu": "고우", "n": "고운", "r": "고울", "m": "고움", "a": "고워 고와", "s": "고웠 고왔"},
        ),
        ("깨닫", "ㄷ", {"ck": "깨닫", "cu": "깨달", "a": "깨달아", "s": "깨달았"}),
        ("짓", "ㅅ", {"ck": "짓", "cu": "지", "a": "지어", "s": "지었"}),
        ("다르", "르", {"v": "다르", "n": "다른", "r": "다를", "m": "다름", "b": "다릅", "a": "달라", "s": "달랐"}),
        ("이르", "러", {"v": "이르", "n": "이른", "r": "이를", "m": "이름", "b": "이릅", "a": "이르러", "s": "이르렀"}),
        ("그렇", "ㅎ", {"ck": "그렇", "vu": "그러", "n": "그런", "r": "그럴", "m": "그럼", "a": "그래", "s": "그랬"}),
        ("하", "하", {"v": "하", "n": "한", "r": "할", "m": "함", "b": "합", "a": "하여 해", "s": "하였 했"}),
        ("푸", "우", {"v": "푸", "n": "푼", "r": "풀", "m": "품", "b": "풉", "a": "퍼", "s": "펐"}),
        ("쓰", "", {"v": "쓰", "n": "쓴", "r": "쓸", "m": "씀", "b": "씁", "a": "써", "s": "썼"}),
        ("되", "", {"v": "되", "n": "된", "r": "될", "m": "됨", "b": "됩", "a": "돼 되어 되여", "s": "됐 되었 되였"}),
    ],
)
def test_stems_have_the_surfaces_of_the_grammar(stem: str, kind: str, expected: dict[str, str]) -> None:
    found: dict[str, list[str]] = {}
    for head in heads(stem, kind):
        found.setdefault(head.head, []).append(head.surface)
    assert {name: set(surfaces) for name, surfaces in found.items()} == {
        name: set(text.split()) for name, text in expected.items()
    }


def test_a_kind_that_does_not_exist_or_fit_is_refused() -> None:
    with pytest.raises(TableError, match="no kind of stem"):
        list(heads("가", "x"))
    with pytest.raises(TableError, match="ends in ㅂ"):
        list(heads("가", "ㅂ"))


def test_every_stem_of_the_table_can_be_inflected() -> None:
    rows = [
        row for _, row in read_rows(packaged_text("morphology", "predicates.tsv").splitlines(), name="predicates.tsv")
    ]
    assert len(rows) > 500
    for row in rows:
        assert row["kind"] in KINDS
        assert {head.head for head in heads(row["stem"], row["kind"])} <= set(HEADS)
