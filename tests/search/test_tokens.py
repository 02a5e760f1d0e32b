"""Titles into tokens and terms."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juche_toolkit.errors import UnknownNameError
from juche_toolkit.morphology import builtin
from juche_toolkit.morphology.protocol import Morpheme
from juche_toolkit.search.tokens import Token, search_terms, tokenize
from juche_toolkit.tables import read_rows

GOLDEN = Path(__file__).parent.parent / "golden" / "titles.tsv"
ROWS = [row for _, row in read_rows(GOLDEN.read_text(encoding="utf-8").splitlines(), name=GOLDEN.name)]
TEXTS = st.lists(
    st.sampled_from(
        (
            "령도자",
            "로동",
            "경제적",
            "관리제",
            "콤퓨터",
            "하는것은",
            "에서",
            " ",
            "《",
            "》",
            "a",
            "17~19세기",
            "經濟",
            "\n",
            "가",
            "의",
        )
    ),
    max_size=10,
).map("".join)


def terms(title: str) -> tuple[str, ...]:
    return search_terms(title, analyzer=builtin.load())


def f1(rows: Iterable[dict[str, str]]) -> float:
    """Terms found against the table; optional words count neither way."""
    hit = found = wanted = 0
    for row in rows:
        gold, free = Counter(row["terms"].split()), set(row["optional"].split())
        ours = Counter(term for term in terms(row["title"]) if term not in free or term in gold)
        hit, found, wanted = hit + sum((gold & ours).values()), found + sum(ours.values()), wanted + sum(gold.values())
    return 2 * hit / (found + wanted)


def test_the_golden_table_is_not_empty() -> None:
    assert len(ROWS) >= 120


@pytest.mark.parametrize("side", ["nk", "sk"])
def test_the_built_in_analyser_finds_the_terms_of_the_golden_titles(side: str) -> None:
    assert f1(row for row in ROWS if row["orthography"] == side) >= 0.97


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("경제적효과성", "경제 효과성"),
        ("경제를 활성화하기 위한 중요한 요구", "경제 활성화 중요 요구"),
        ("사회주의기업책임관리제", "사회주의 기업 책임 관리제"),
        ("령도자의 로작", "영도자 노작"),
        ("호상련계", "호상 연계"),
        ("주체102(2013)년", "주체 102 2013"),
        ("17~19세기의 IAEA", "17 19 세기 IAEA"),
        ("經濟 연구", "經濟 연구"),
        ("보장할수 있는것", "보장"),
        ("우리들에게", ""),
        ("우리 식의 사회주의", "사회주의"),
        ("수령님의 우선적관심", "수령 우선 관심"),
        ("제주 4·3사건과 산업연관표의 분석", "제주 4 3 사건 산업 연관표 분석"),
        ("", ""),
        ("...", ""),
    ],
)
def test_terms_follow_the_conventions(title: str, expected: str) -> None:
    assert " ".join(terms(title)) == expected


def test_tokens_keep_the_title_and_give_seoul_spelling() -> None:
    assert tokenize("로동의 리론", analyzer=builtin.load()) == (
        Token("로동", 0, 2, "NNG", "노동"),
        Token("의", 2, 3, "JKG", "의"),
        Token("리론", 4, 6, "NNG", "이론"),
    )


def test_the_orthography_can_be_told() -> None:
    analyzer = builtin.load()
    assert search_terms("로동", analyzer=analyzer, orthography="sk") == ("로동",)
    assert search_terms("로동", analyzer=analyzer, orthography="nk") == ("노동",)
    with pytest.raises(UnknownNameError):
        search_terms("로동", analyzer=analyzer, orthography="north")


@pytest.mark.parametrize(
    ("title", "whole", "both"),
    [
        ("대외경제의 발전", "대외경제 발전", "대외경제 대외 경제 발전"),
        ("사상리론적업적", "사상이론 업적", "사상이론 사상 이론 업적"),
        ("비생산영역", "비생산영역", "비생산영역 생산 영역"),
        ("조선로동당창건", "조선노동당창건", "조선노동당창건 조선 노동당 창건"),
        ("범위안에서", "범위", "범위"),
        ("기업소들의 IAEA사찰", "기업소 IAEA 사찰", "기업소 IAEA 사찰"),
        ("17세기문학", "17 세기 문학", "17 세기 문학"),
        ("현", "", ""),
        ("...", "", ""),
    ],
)
def test_compounds_are_whole_on_request(title: str, whole: str, both: str) -> None:
    analyzer = builtin.load()
    assert " ".join(search_terms(title, analyzer=analyzer, compounds="whole")) == whole
    assert " ".join(search_terms(title, analyzer=analyzer, compounds="both")) == both


def test_a_compound_keeps_the_title_and_comes_before_its_parts() -> None:
    title = "로동리론의 력사"
    found = tokenize(title, analyzer=builtin.load(), compounds="both")
    assert [(token.text, token.start, token.end, token.normal) for token in found] == [
        ("로동리론", 0, 4, "노동이론"),
        ("로동", 0, 2, "노동"),
        ("리론", 2, 4, "이론"),
        ("의", 4, 5, "의"),
        ("력사", 6, 8, "역사"),
    ]


def test_another_way_with_compounds_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="parts, whole, both"):
        tokenize("로동", analyzer=builtin.load(), compounds="all")


class Joined:
    """An analyser that gives nouns with signs and spaces inside, and a whole adjective stem, as some engines do."""

    name, version = "joined", "1"

    def analyze(self, text: str) -> tuple[Morpheme, ...]:
        """One noun, and an adjective from the second mark on."""
        place = text.find("중요하")
        end = len(text) if place < 0 else place
        found = (Morpheme(text[:end], "NNP", 0, end, text[:end]),) if end else ()
        return found if place < 0 else (*found, Morpheme("중요하", "VA", place, place + 3, "중요하다"))

    def analyze_many(self, texts: Iterable[str]) -> list[tuple[Morpheme, ...]]:
        """The same for many."""
        return [self.analyze(text) for text in texts]


def test_the_same_rule_cuts_what_any_analyser_gives() -> None:
    assert search_terms("6·25전쟁의 력사적의의", analyzer=Joined()) == ("6", "25", "전쟁", "역사", "의의")
    assert search_terms("중요하", analyzer=Joined()) == ("중요",)


@given(TEXTS, st.sampled_from(["NFC", "NFD"]))
def test_tokens_slice_back_to_the_title(text: str, form: str) -> None:
    title = unicodedata.normalize(form, text)
    for token in tokenize(title, analyzer=builtin.load()):
        assert token.text == title[token.start : token.end]
        assert token.text


@given(TEXTS, st.sampled_from(["NFC", "NFD"]))
def test_the_parts_of_a_compound_cover_it_without_gap_or_overlap(text: str, form: str) -> None:
    title = unicodedata.normalize(form, text)
    parts = list(tokenize(title, analyzer=builtin.load()))
    whole = list(tokenize(title, analyzer=builtin.load(), compounds="whole"))
    both: list[Token] = []
    for token in whole:
        inside: list[Token] = []
        while parts and parts[0] != token and parts[0].start < token.end:
            inside.append(parts.pop(0))
        if inside:
            assert [one.start for one in inside] == [token.start, *(one.end for one in inside[:-1])]
            assert inside[-1].end == token.end
            assert "".join(one.normal for one in inside) == token.normal
        else:
            assert parts.pop(0) == token
        assert token.text == title[token.start : token.end]
        both.extend((token, *inside))
    assert not parts
    assert both == list(tokenize(title, analyzer=builtin.load(), compounds="both"))


@given(TEXTS)
def test_decomposed_titles_give_the_same_terms(text: str) -> None:
    assert terms(unicodedata.normalize("NFC", text)) == terms(unicodedata.normalize("NFD", text))


@given(TEXTS)
def test_terms_are_tokens_in_title_order(text: str) -> None:
    normals = iter([token.normal for token in tokenize(text, analyzer=builtin.load())])
    assert all(term in normals for term in terms(text))


def test_four_threads_give_what_one_gives() -> None:
    titles = [row["title"] for row in ROWS] * 4
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(terms, titles)) == [terms(title) for title in titles]


@pytest.mark.parametrize(
    ("unit", "of_one"),
    [("사회주의경제관리", ("사회주의", "경제", "관리")), ("로동 ", ("노동",)), ("《", ())],
)
def test_a_long_title_is_read_to_its_end(unit: str, of_one: tuple[str, ...]) -> None:
    times = 60_000 // len(unit)
    assert tuple(terms(unit * times)) == of_one * times


def test_a_long_number_is_one_term() -> None:
    assert tuple(terms("주체" + "9" * 60_000)) == ("주체", "9" * 60_000)


@pytest.mark.parametrize("text", ["IAEA 2013", "...", "9" * 60_000, "DPRK economy", "😀\u200b"])
def test_text_without_korean_has_no_tokens_but_an_index_has_its_words(text: str) -> None:
    assert tokenize(text, analyzer=builtin.load()) == ()
    assert terms(text) == ()
    kept = search_terms(text, analyzer=builtin.load(), foreign=True)
    assert kept == tuple(word for word in text.split() if word.isalnum())
