from __future__ import annotations

import os
import subprocess
import sys
import time
import unicodedata

import pytest

from juche_toolkit.search.folding import fold, latin_words, loose
from juche_toolkit.search.inner import inner_words
from juche_toolkit.search.keys import (
    COLUMNS,
    bigrams,
    initial_spans,
    initials,
    latin_keys,
    search_key,
    seoul_latin,
    skeleton,
    title_keys,
    years,
)
from tests.search.retrieval import keyer
from tests.tables import golden

PAIRS = golden("search_keys.tsv")


@pytest.mark.parametrize("row", PAIRS, ids=[f"{row['one']}-{row['other']}" for row in PAIRS])
def test_variants_of_a_title_share_a_key_and_others_dont(row: dict[str, str]) -> None:
    one, other = row["one"], row["other"]
    assert (search_key(one) == search_key(other)) == (row["same"] == "yes")
    assert search_key(unicodedata.normalize("NFD", one)) == search_key(unicodedata.normalize("NFC", one))


def test_the_key_of_a_part_is_a_part_of_the_key_whatever_it_ends_in_or_begins_with() -> None:
    assert fold("여성").key in fold("우리 녀성").key
    assert fold("뜻").key in fold("뜻과 힘").key
    assert search_key("우리 여성") == search_key("우리여성")


def test_loose_keys_look_at_neighbours_inside_an_eojeol_only() -> None:
    assert loose(fold("우리 여성")) == "우이여성"
    assert loose(fold("되여")) == "되어"
    assert loose(fold("뜻 과")) == "뜻과"
    assert loose(fold("바닷가")) == "바다가"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_spans_of_a_folded_part_slice_the_text_as_given(form: str) -> None:
    title = unicodedata.normalize(form, "《로동신문》과 勞動 運動, 주체102(2013)년")
    folded = fold(title)
    slices = [unicodedata.normalize("NFC", title[start:end]) for start, end in folded.spans(fold("노동").key)]
    assert slices == ["로동", "勞動"]
    assert [unicodedata.normalize("NFC", title[start:end]) for start, end in folded.spans("2013")] == ["주체102(2013"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("경제연구", "ㄱㅈㅇㄱ"),
        ("로동 신문", "ㄹㄷㅅㅁ"),
        ("勞動", "ㄴㄷ"),
        ("빨치산", "ㅂㅊㅅ"),
        ("ㄱㅈㅇㄱ", "ㄱㅈㅇㄱ"),
        ("CNC 기술", "ㄱㅅ"),
        ("", ""),
    ],
)
def test_initials_are_the_onsets_with_double_ones_as_single(text: str, expected: str) -> None:
    assert initials(text) == expected


def test_initials_are_found_in_the_title_as_given() -> None:
    title = "우리의 경제 연구"
    ((start, end),) = initial_spans(title, "ㄱㅈㅇㄱ")
    assert title[start:end] == "경제 연구"
    assert initial_spans(title, "") == []


def test_bigrams_are_all_neighbours() -> None:
    assert bigrams("경제연구") == ("경제", "제연", "연구")
    assert bigrams("북") == ("북",)
    assert bigrams("") == ()


def test_latin_words_lose_marks_apostrophes_hyphens_and_case() -> None:
    assert latin_words("Kyŏngje yŏn'gu: Kim Il-sŏng, ch’aegim") == ("kyongje", "yongu", "kim", "ilsong", "chaegim")
    assert latin_words(unicodedata.normalize("NFD", "Kyŏngje")) == ("kyongje",)


@pytest.mark.parametrize(
    "spellings",
    [
        "kyŏngje kyongje kyungje gyeongje kyeongje kyo'ngje kyoungje",
        "yŏn'gu yongu yonggu yeongu yungu younggu",
        "chŏllyak chollyak jeollyak chullyak",
        "Chosŏn Joseon Chosun Choson",
        "p'yŏngyang pyongyang pyeongyang pyungyang",
        "chuch'e juche chuche joochae",
        "taeoe daeoe daewoe",
        "hyŏngmyŏng hyeongmyeong hyungmyung",
        "sahoejuŭi sahoejuui sahoejueui",
        "sinmun shinmun shinmoon",
        "Han'guk hankook hanguk",
        "Tongnip Toklip Doknip dongrip tokrip",
        "hyŏngmyŏng hyukmyung hyeogmyeong",
        "Silla Shinla sinra silna",
        "Chongno Jongro chong-lo",
        "simni sipri shim-ri",
        "kkonmal kkotmal",
        "Pak park",
        "katchi gatji",
    ],
)
def test_spellings_of_one_word_have_one_skeleton(spellings: str) -> None:
    assert len({skeleton(spelling) for spelling in spellings.split()}) == 1


@pytest.mark.parametrize(
    "pair",
    [
        "kyongje kyongche'",
        "annyong allyong",
        "kukmin kukin",
        "munhak muyok",
        "yosong yoksa",
        "inmin inmun",
        "kisul kusul",
        "nara nala'ra",
    ],
)
def test_skeletons_of_other_words_differ(pair: str) -> None:
    one, other = pair.split()
    assert (skeleton(one) == skeleton(other)) == (pair == "kyongje kyongche'")  # ㅈ and ㅊ are one letter of a skeleton


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("rodong", "nodong"),
        ("ryoksa", "yoksa"),
        ("nyosong", "yosong"),
        ("ri", "i"),
        ("lee", "ee"),
        ("rhee", "ee"),
        ("leo", "neo"),
        ("kisul", "kisul"),
        ("", ""),
    ],
)
def test_latin_words_come_under_the_initial_sound_law(word: str, expected: str) -> None:
    assert seoul_latin(word) == expected


def test_latin_keys_are_the_distinct_spellings_of_the_schemes() -> None:
    spelt = {
        ("경제", "mr"): "kyŏngje",
        ("경제", "38north"): "kyo'ngje",
        ("경제", "ala-lc"): "kyŏngje",
        ("경제", "rr"): "gyeongje",
    }
    assert latin_keys(["경제"], lambda text, scheme: spelt[text, scheme]) == ("kyongje", "gyeongje")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("주체102(2013)년", ["2013"]),
        ("주체102년 신년사", ["2013"]),
        ("Juche 105", ["2016"]),
        ("Chuch'e 105", ["2016"]),
        ("1956-1960년", ["1956", "1960"]),
        ("２０１３년", ["2013"]),
        ("12345", []),
        ("제2013호", ["2013"]),
        ("주체사상", []),
        ("주체0년", []),
    ],
)
def test_years_are_told_in_the_common_calendar(text: str, expected: list[str]) -> None:
    assert sorted(years(text)) == expected


def test_a_title_has_a_text_for_every_column() -> None:
    keys = keyer().keys("로동당의 바닷가 주체102(2013)년", {"year": 2014, "juche_year": 101})
    texts = dict(zip((column.name for column in COLUMNS), keys.columns(), strict=True))
    assert "노동당" in texts["terms"].split()
    assert {"nodongdang", "rodongdang"} <= set(texts["latin"].split())
    assert skeleton("rodongdang") in texts["sloppy"].split()
    assert texts["title"] == "노동당의바닷가2013연"
    assert texts["loose"] == "노동당의바다가2013연"
    assert texts["initials"] == "ㄹㄷㄷㅇㅂㄷㄱㅈㅊㄴ"
    assert set(texts["years"].split()) == {"2012", "2013", "2014"}
    assert all(len(word) for text in texts.values() if text for word in text.split(" "))


def test_a_title_without_korean_has_no_sounds() -> None:
    keys = title_keys("Economic Studies", terms=str.split, romanize=lambda text, _scheme: text)
    assert keys.sounds == keys.latin == ()
    assert keys.terms == ("economic", "studies")


@pytest.mark.parametrize("unit", ["(", "주체1", "ㄱㅏ", "가\u0301", "金", "a'", "주체102(2013)", "ㅅ여", "\u1100"])
def test_long_texts_take_linear_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    began = time.perf_counter()
    search_key(text)
    initials(text)
    years(text)
    skeleton(text)
    assert time.perf_counter() - began < 8


@pytest.mark.parametrize(
    ("one", "other"),
    [("yeoksah", "yeoksa"), ("hanbandoh", "hanbando"), ("Ahn", "An"), ("ch'eje ŭi kiwŏn", "cheje wi kiwon")],
)
def test_what_is_not_heard_is_not_in_a_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_a_word_with_a_suffix_of_two_sounds_is_spelt_by_both() -> None:
    keys = title_keys("단군릉", terms=lambda title: [title], romanize=lambda text, _scheme: f"{text}")
    assert keys.latin == ("단군릉", "단굴릉", "단군능")
    assert title_keys("관리", terms=lambda title: [title], romanize=lambda text, _scheme: text).latin == ("관리",)


def test_a_h_between_vowels_is_heard() -> None:
    assert skeleton("sahoe") != skeleton("saoe")
    assert skeleton("yohan") != skeleton("yoan")


@pytest.mark.parametrize(
    ("term", "inner"),
    [
        ("인민민주주의", ("인민", "민주주의")),
        ("개성공업지구", ("개성", "공업", "지구")),
        ("사회주의", ()),
        ("자본주의자", ()),
        ("경제", ()),
        ("효과성", ()),
        ("가나다라마", ()),
    ],
)
def test_the_words_inside_a_term(term: str, inner: tuple[str, ...]) -> None:
    assert inner_words(term) == inner


def test_a_titles_terms_hold_their_inner_words_and_initials() -> None:
    keys = title_keys("인민민주주의", terms=lambda title: [title], romanize=lambda text, _scheme: text)
    assert keys.terms == ("인민민주주의", "인민", "민주주의", "ㅇㅁㅁㅈㅈㅇ", "ㅇㅁ", "ㅁㅈㅈㅇ")


def test_keys_come_in_the_same_order_in_every_process() -> None:
    script = "from juche_toolkit._titles import keyer; print(keyer().keys('사회주의농촌문제에 관한 테제', {}).terms)"
    shown = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
        for seed in "123"
    }
    assert len(shown) == 1
