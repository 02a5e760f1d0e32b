from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juche_toolkit import romanize
from juche_toolkit.adapters.pymarc import MarcField
from juche_toolkit.export import marc_latin, marc_memory
from juche_toolkit.export.marc_agreement import agreement, disagreement
from juche_toolkit.export.marc_latin import divided_as, respelt


@pytest.mark.parametrize(
    ("latin", "korean", "kind"),
    [
        ("Han'guk munhaksa /", "한국 문학사 /", "title"),
        ("Chosŏn munhak", "조선문학", "title"),
        ("Nodong sinmun", "로동신문", "title"),
        ("“Chosŏn munhak”", "《조선문학》", "title"),
        ("Kyŏngje yŏn'gu", "경제연구", "title"),
        ("Kyo\u0306ngje yo\u0306nʼgu", "경제연구", "title"),
        ("P'yŏngyang :", "평양 :", "place"),
        ("Ch'oe, Yŏng-ok,", "최영옥,", "name"),
        ("Yi, Sŭng-man,", "리승만,", "name"),
        ("Namgung, Min-su", "남궁 민수", "name"),
        ("Sahoe Kwahak Ch'ulp'ansa,", "사회과학출판사,", "corporate"),
        ("Kim Min-su chiŭm ; Pak Ch'ŏl-su omgim.", "김민수 지음 ; 박철수 옮김.", "responsibility"),
        ("Munhak -- Ŏnŏ", "문학 -- 언어", "contents"),
        ("Han'guk ŭi munhak", "韓國의 文學", "title"),
        ("Kim Il-sŏng kwa kyŏngje", "\uf113\uf114\uf115과 경제", "title"),
    ],
)
def test_right_romanizations_agree(latin: str, korean: str, kind: str) -> None:
    assert disagreement(latin, korean, kind) is None


@pytest.mark.parametrize(
    ("latin", "korean", "kind", "grade", "rule"),
    [
        # a breve or an apostrophe is missing (R11, R12, p. 15)
        ("Kyongje yŏn'gu", "경제 연구", "title", "error", "marks"),
        ("Hanguk munhaksa", "한국 문학사", "title", "error", "R11"),
        ("Choe, Yŏng-ok", "최영옥", "name", "error", "R11"),
        # other sounds
        ("Kyŏngche yŏn'gu", "경제 연구", "title", "error", "voicing"),
        ("Rodong sinmun", "로동 신문", "title", "error", "R5"),
        ("Shi wa haebang", "시와 해방", "title", "error", "R3"),
        ("Chŏngch'i yŏn'gu", "경제 연구", "title", "error", "sound"),
        ("Kim, Ch'ŏl-su", "김영수", "name", "error", "R9"),
        # another scheme
        ("Gyeongje yeongu", "경제 연구", "title", "error", "scheme"),
        # before 2009
        ("Hwanghae-pukto ŭi yŏksa", "황해북도의 력사", "title", "doubt", "R4"),
        ("Dijit'ŏl sidae", "디지털 시대", "title", "doubt", "R10"),
        # other divisions
        ("Silli rŭl pojang halsu ittorok", "실리를 보장할수 있도록", "title", "doubt", "division"),
        ("Yi, Sunsin", "이순신", "name", "doubt", "R9"),
        # an established spelling
        ("Lee, Sun-sin", "이순신", "name", "doubt", "R9"),
        # two words of one spelling
        ("Muljil kwa sidae", "물질과 시대", "title", "doubt", "homograph"),
        # hanja has its readings
        ("Kongbu ŭi munhak", "韓國의 文學", "title", "doubt", "hanja"),
        ("Hanguk ŭi munhak", "韓國의 文學", "title", "error", "R11"),
        # the scripts have changed places
        ("경제 연구", "경제 연구", "title", "error", "script"),
        # statements of responsibility
        ("Kim Minsu chium", "김민수 지음", "responsibility", "error", "marks"),
    ],
)
def test_what_differs_is_named_by_its_rule(latin: str, korean: str, kind: str, grade: str, rule: str) -> None:
    found = disagreement(latin, korean, kind)
    assert found is not None
    assert (found.grade, found.rule) == (grade, rule)
    assert found.theirs == latin
    assert found.ours


@given(
    st.text(st.sampled_from("경제연구의를에서 사람문학로동한국철학과"), min_size=1, max_size=14),
    st.sampled_from(["title", "text"]),
)
def test_our_own_romanization_always_agrees(korean: str, kind: str) -> None:
    assert disagreement(romanize(korean, "ala-lc", kind=kind), korean, kind) is None


@given(
    st.text(st.sampled_from("경제연구의를에서 사람문학로동한국철학과"), min_size=1, max_size=14),
    st.sampled_from(["ascii", "typographic", "modifier"]),
    st.sampled_from(["NFC", "NFD"]),
)
def test_the_kind_of_mark_is_no_disagreement(korean: str, apostrophe: str, form: str) -> None:
    latin = romanize(korean, "ala-lc", kind="title", apostrophe=apostrophe, form=form)
    assert disagreement(latin, korean, "title") is None


@given(st.text(st.sampled_from("경제연구의를에서사람문학로동한국철학과"), min_size=2, max_size=10), st.data())
def test_another_syllable_never_passes(korean: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(korean) - 1))
    other = korean[:place] + "밤" + korean[place + 1 :]
    latin = romanize(other, "ala-lc", kind="title")
    found = disagreement(latin, korean, "title")
    assert found is not None
    assert found.grade == "error"


def test_texts_that_are_not_korean_are_passed_over() -> None:
    assert disagreement("Nihon", "日本", "title") is None
    assert disagreement("Tōkyō", "東京の한국", "title") is None


def test_dates_numbers_and_codes_are_passed_over() -> None:
    field = MarcField("264", " 1", (("6", "880-01"), ("a", "P'yŏngyang"), ("c", "1999")))
    partner = MarcField("880", " 1", (("6", "264-01/$1"), ("a", "평양"), ("c", "주체88(1999)")))
    assert list(agreement(field, partner)) == []


def test_another_number_of_subfields_is_in_doubt() -> None:
    field = MarcField("245", "10", (("6", "880-01"), ("a", "Kyŏngje"), ("a", "x")))
    partner = MarcField("880", "10", (("6", "245-01/$1"), ("a", "경제")))
    assert [(found.grade, found.rule) for found in agreement(field, partner)] == [("doubt", "link")]


def test_korean_is_divided_as_the_latin_is() -> None:
    assert divided_as("로동신문 4호", respelt("Nodong sinmun 4-ho")) == "로동 신문 4호"
    assert divided_as("로동신문", respelt("Nodong")) is None
    assert divided_as("勞動신문", respelt("Nodong sinmun")) is None


def test_words_never_seen_are_forgotten_again_and_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [
        "".join(chr(0xAC00 + (7919 * (3 * number + place)) % 11172) for place in range(3)) for number in range(300)
    ]
    monkeypatch.setattr(marc_memory, "_MOST", 100)
    marc_memory.forget_words()
    first, most = [], 0
    for text in words:
        first.append(disagreement("x", text, "title"))
        most = max(most, marc_memory.remembered_words())
    marc_memory.forget_words()
    assert marc_memory.remembered_words() == 0
    marc_latin.word.cache_clear()
    disagreement.cache_clear()
    monkeypatch.setattr(marc_memory, "_MOST", 1_000_000)
    assert [disagreement("x", text, "title") for text in words] == first
    assert marc_memory.remembered_words() > 1.5 * most
