"""Stems and their surfaces."""

from __future__ import annotations

import pytest

from juche_toolkit.errors import TableError
from juche_toolkit.morphology.inflection import HEADS, KINDS, heads
from juche_toolkit.tables import packaged_text, read_rows


@pytest.mark.parametrize(
    ("stem", "kind", "expected"),
    [
        ("밝히", "", {"v": "밝히", "n": "밝힌", "r": "밝힐", "m": "밝힘", "b": "밝힙", "a": "밝혀 밝히어 밝히여", "s": "밝혔 밝히었 밝히였"}),
        ("높", "", {"c": "높", "a": "높아", "s": "높았"}),
        ("만들", "", {"l": "만들", "ld": "만드", "n": "만든", "r": "만들", "m": "만듦", "b": "만듭", "a": "만들어", "s": "만들었"}),
        ("가깝", "ㅂ", {"ck": "가깝", "vu": "가까우", "n": "가까운", "r": "가까울", "m": "가까움", "a": "가까워 가까와", "s": "가까웠 가까왔"}),
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
    assert {name: set(surfaces) for name, surfaces in found.items()} == {name: set(text.split()) for name, text in expected.items()}


def test_a_kind_that_does_not_exist_or_fit_is_refused() -> None:
    with pytest.raises(TableError, match="no kind of stem"):
        list(heads("가", "x"))
    with pytest.raises(TableError, match="ends in ㅂ"):
        list(heads("가", "ㅂ"))


def test_every_stem_of_the_table_can_be_inflected() -> None:
    rows = [row for _, row in read_rows(packaged_text("morphology", "predicates.tsv").splitlines(), name="predicates.tsv")]
    assert len(rows) > 500
    for row in rows:
        assert row["kind"] in KINDS
        assert {head.head for head in heads(row["stem"], row["kind"])} <= set(HEADS)
