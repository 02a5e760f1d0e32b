from __future__ import annotations

import pytest

from juche_toolkit.citation.model import Citation
from juche_toolkit.export.common import clean
from juche_toolkit.export.origin import is_korean, language, side


@pytest.mark.parametrize(
    ("record", "wanted"),
    [
        (Citation(container_title="로동신문"), "KP"),
        (Citation(container_title="Rodong Sinmun"), "KP"),
        (Citation(container_title="현대북한연구"), "KR"),
        (Citation(container_title="현대북한연구", juche_year=102), "KR"),
        (Citation(place="P'yŏngyang"), "KP"),
        (Citation(place="Pyongyang, DPRK"), "KP"),
        (Citation(place="경기도 파주: 창비"), None),
        (Citation(place="Seoul"), "KR"),
        (Citation(authority="조선로동당 중앙위원회"), "KP"),
        (Citation(authority="대한민국 국회"), "KR"),
        (Citation(place="Honolulu"), None),
        (Citation(), None),
    ],
)
def test_side(record: Citation, wanted: str | None) -> None:
    assert side(record) == wanted


@pytest.mark.parametrize(
    ("text", "record", "wanted"),
    [
        ("경제", Citation(), True),
        ("주체 思想", Citation(), True),
        ("日本思想", Citation(), False),
        ("日本思想", Citation(authors=("홍길동",)), True),
        ("朝鮮の歴史", Citation(authors=("홍길동",)), False),
        ("Kyongje", Citation(authors=("홍길동",)), False),
        ("", Citation(), False),
        (None, Citation(), False),
    ],
)
def test_korean_is_hangul_or_hanja_in_korean_company(text: str | None, record: Citation, wanted: bool) -> None:
    assert is_korean(text, record) is wanted


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("The State of Kim", "en"),
        ("North Korea Makes a Turn", "en"),
        ("Han'guk ŭi munhak", None),
        ("Choso'n to in", None),
        ("Das Kapital", None),
        ("시장 and Market", "ko"),
    ],
)
def test_a_latin_title_is_english_only_where_its_words_are(title: str, wanted: str | None) -> None:
    assert language(Citation(title=title)) == wanted


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("a\r\n\tb", "a b"),
        (" a ", "a"),
        ("a\x00b\ud800c\ufffed", "a\ufffdb\ufffdc\ufffdd"),
        ("\u1100\u1161\u11a8", "각"),
        ("e\u0301", "é"),
        ("a\u200bb", "a\u200bb"),
        (None, ""),
    ],
)
def test_clean_text_is_one_composed_line(given: str | None, wanted: str) -> None:
    assert clean(given) == wanted
