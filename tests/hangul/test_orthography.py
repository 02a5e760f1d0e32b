"""North Korean spelling: what is respelt, what isn't, and the way back."""

from __future__ import annotations

import unicodedata
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juche_toolkit.errors import UnknownNameError
from juche_toolkit.hangul.orthography import break_points, detect, respell
from juche_toolkit.hangul.wordlist import north_pairs
from juche_toolkit.tables import packaged_text, read_rows

GOLDEN = Path(__file__).parent.parent / "golden" / "respelling.tsv"
ROWS = [row for _, row in read_rows(GOLDEN.read_text(encoding="utf-8").splitlines(), name=GOLDEN.name)]
TABLE = [row for _, row in read_rows(packaged_text("hangul", "north_words.tsv").splitlines(), name="north_words.tsv")]
COMMON = ("령도자", "로동", "리론", "력사", "녀성", "련합", "콤퓨터", "에네르기", "되였다", "류통", "이자률")
MIXES = st.lists(
    st.sampled_from((*COMMON, "경제", "주체적", "的", " ", "《", "》", "a", "7", "\n", "에서", "발전", "ㄱ", "é")),
    max_size=12,
).map("".join)


def test_the_golden_table_is_not_empty() -> None:
    assert len(ROWS) >= 50
    assert {row["trust"] for row in ROWS} == {"authority", "wild", "negative"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["given"])
def test_golden_rows_are_respelt_as_told(row: dict[str, str]) -> None:
    assert respell(row["given"]).text == row["respelt"]


def test_the_tables_are_as_large_as_promised() -> None:
    assert len(north_pairs()) >= 10_000
    assert len(TABLE) >= 500
    assert len({row["north"] for row in TABLE}) == len(TABLE)
    assert {row["kind"] for row in TABLE} == {"loan", "spelling", "saisiot", "own"}


@pytest.mark.parametrize("row", [row for row in TABLE if row["where"] == "any"], ids=lambda row: row["north"])
def test_loanwords_are_respelt_in_north_korean_text(row: dict[str, str]) -> None:
    assert respell(row["north"], "nk").text == row["seoul"]


def test_nothing_is_respelt_in_seoul_text() -> None:
    title = "북한 여성의 노동과 로동신문 분석"
    assert respell(title, "sk").text == title
    assert respell(title).text == title
    assert respell(title, "nk").text == "북한 여성의 노동과 노동신문 분석"


ENDINGS = (
    "자", "면", "고", "기", "며", "는", "지", "니", "라", "자면", "려는", "도록", "지만", "게", "므로", "는데", "려고", "라고", "자는"
)  # fmt: skip


def test_no_form_of_a_verb_is_taken_for_a_north_korean_noun() -> None:
    rows = read_rows(packaged_text("morphology", "predicates.tsv").splitlines(), name="predicates.tsv")
    stems = [row["stem"] for _, row in rows if not row["kind"] and row["tag"] in ("VV", "VA")]
    assert len(stems) > 300
    forms = [stem + ending for stem in stems for ending in ENDINGS]
    wrong = [form for form in forms if any(one.rule == "제10-12항" for one in respell(form, "nk").changes)]
    assert not wrong


@pytest.mark.skipif(find_spec("konlpy") is None, reason="the corpus ships with konlpy")
def test_seoul_corpus_stays_untouched() -> None:
    spec = find_spec("konlpy")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "data" / "corpus"
    lines = {
        line.strip()
        for path in folder.glob("*/*.txt")
        for line in path.read_text(encoding="utf-8").splitlines()
        if sum("가" <= character <= "힣" for character in line) > 8
    }
    assert len(lines) > 1000
    changed = [line for line in lines if respell(line).changes]
    assert len(changed) <= 0.01 * len(lines), changed


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("위대한 령도자 김정일동지", "nk"),
        ("로동계급의 력사적사명", "nk"),
        ("되여있는 문제", "nk"),
        ("북한 사회주의 체제의 변화", "sk"),
        ("여성 노동의 역사", "sk"),
        ("바닷가의 하루", "sk"),
        ("경제연구", "undetermined"),
        ("", "undetermined"),
        ("IAEA 2013", "undetermined"),
    ],
)
def test_the_orthography_is_told(text: str, side: str) -> None:
    found = detect(text)
    assert found.orthography == side
    for reason in found.reasons:
        assert unicodedata.normalize("NFC", text[reason.start : reason.end]) == reason.form


def test_an_unknown_orthography_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="auto, nk, sk"):
        respell("로동", "kp")


@given(MIXES, st.sampled_from(["NFC", "NFD"]))
def test_spans_lead_back_to_what_was_respelt(text: str, form: str) -> None:
    source = unicodedata.normalize(form, text)
    respelt = respell(source, "nk")
    kept = 0
    for change in respelt.changes:
        assert unicodedata.normalize("NFC", source[change.start : change.end]) == change.north
        kept += len(change.seoul)
    rest = unicodedata.normalize("NFC", source)
    assert len(respelt.text) == len(rest) + sum(len(c.seoul) - len(c.north) for c in respelt.changes)
    covered = [respelt.span(place, place + 1) for place in range(len(respelt.text))]
    assert covered == sorted(covered)
    changed = {place for c in respelt.changes for place in range(c.start, c.end)}
    for place, (start, end) in enumerate(covered):
        if not changed & set(range(start, end)):
            assert unicodedata.normalize("NFC", source[start:end]) == respelt.text[place]


@given(MIXES)
def test_decomposed_text_is_respelt_like_composed(text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert respell(composed).text == respell(decomposed).text
    assert detect(composed).orthography == detect(decomposed).orthography


@given(MIXES)
def test_respelling_twice_changes_nothing_more(text: str) -> None:
    once = respell(text, "nk").text
    assert respell(once, "nk").text == once


@pytest.mark.parametrize(
    ("text", "spaced"),
    [
        ("보장할수 있도록", "보장할 수 있도록"),
        ("할수있는것은", "할 수 있는 것은"),
        ("세우는데서 나서는", "세우는 데서 나서는"),
        ("관철하는것은", "관철하는 것은"),
        ("발전시킬데 대한", "발전시킬 데 대한"),
        ("변화되고있는", "변화되고 있는"),
        ("밝힌바와 같이", "밝힌 바와 같이"),
        ("높이기위한", "높이기 위한"),
        ("몇가지 문제", "몇 가지 문제"),
        ("필수적인 실수", "필수적인 실수"),
        ("이것은 날것이다", "이것은 날것이다"),
        ("가는데 비가 온다", "가는데 비가 온다"),
        ("철수가 있다", "철수가 있다"),
    ],
)
def test_break_points_are_where_seoul_puts_spaces(text: str, spaced: str) -> None:
    points = set(break_points(text))
    assert "".join(" " * (place in points) + character for place, character in enumerate(text)) == spaced


@pytest.mark.parametrize("unit", ["가", "는것", "로동", "할수있", "리론", "되여"])
def test_a_run_of_any_length_takes_linear_time(unit: str) -> None:
    text = unit * 50_000
    assert len(respell(text, "nk").text) == len(text)
    break_points(text)
