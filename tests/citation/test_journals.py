"""The authority table: every printed form of a journal leads to one entry."""

from __future__ import annotations

import pytest

import juche_toolkit as jt
from juche_toolkit.citation import look_up, parse
from juche_toolkit.citation.journals import entries, journal_key, lone_number


@pytest.mark.parametrize(
    "printed",
    [
        "경제연구",
        "Kyo’ngje Yo’ngu",
        "Kyo'ngje Yo'ngu",
        "Kyongje Yongu",
        "Kyŏngje yŏn'gu",
        "KYŎNGJE YŎN’GU",
        "《경제연구》",
        "Kyo?ngje Yo?ngu",
        "經濟硏究",
        "Gyeongje Yeongu",
        "Economic Research (Pyongyang)",
    ],
)
def test_one_journal_under_all_its_names(printed: str) -> None:
    entry = look_up(printed)
    assert entry is not None
    assert (entry.hangul, entry.kind, entry.bare_number) == ("경제연구", "journal", "issue")


@pytest.mark.parametrize(
    ("printed", "counted"),
    [
        ("역사교육", "issue"),
        ("歷史敎育", "issue"),
        ("Yŏksa Kyoyuk", "volume"),
        ("The Korean History Education Review", "volume"),
        ("동방학지", "volume"),
        ("역사비평", "issue"),
        ("Yŏksa pip'yŏng", "issue"),
        ("경제연구", "issue"),
        ("Kyŏngje yŏn'gu", "issue"),
        ("Korea Journal", "volume"),
        ("한겨레", ""),
        ("없는 잡지", ""),
    ],
)
def test_the_script_of_a_name_tells_what_a_lone_number_counts(printed: str, counted: str) -> None:
    assert lone_number(printed) == counted


def test_a_lone_number_is_an_issue_behind_korean_and_a_volume_behind_latin() -> None:
    assert parse("홍길동, 「북한의 역사교육」, 『역사교육』 58, 1995, 1-30쪽.").issue == "58"
    assert parse("Hong Kiltong, “Teaching,” Yŏksa Kyoyuk 58 (1995): 1–30.").volume == "58"
    assert parse("홍길동, 「북한의 역사교육」, 『역사교육』 58집, 1995, 1-30쪽.").volume == "58"


@pytest.mark.parametrize(
    ("printed", "hangul"), [("Rodong Sinmun", "로동신문"), ("로동신문", "로동신문"), ("민주조선", "민주조선")]
)
def test_newspapers(printed: str, hangul: str) -> None:
    entry = look_up(printed)
    assert entry is not None
    assert (entry.hangul, entry.csl_type) == (hangul, "article-newspaper")


def test_a_series_in_brackets_is_found_by_the_name_alone() -> None:
    entry = look_up("김일성종합대학학보(없는 편)")
    assert entry is not None
    assert entry.hangul == "김일성종합대학학보"


@pytest.mark.parametrize("printed", ["", "   ", "없는 잡지의 이름", "x" * 10_000, "(", "()"])
def test_what_the_table_lacks_is_none(printed: str) -> None:
    assert look_up(printed) is None


def test_the_key_keeps_letters_only() -> None:
    assert journal_key("Kyo’ngje  Yo’ngu") == journal_key("kyŏngje-yŏngu") == "kyongjeyongu"


def test_every_form_of_every_entry_is_found_and_those_of_its_own_alone_lead_to_it() -> None:
    for entry in entries():
        for form in (entry.hangul, entry.hanja, *entry.aliases):
            found = look_up(form)
            assert not form or found is not None, form
        first = entry.hangul or entry.aliases[0]
        assert look_up(first) == entry, first


@pytest.mark.parametrize(("side", "least"), [("KP", 160), ("KR", 200)])
def test_the_table_holds_what_each_korea_prints(side: str, least: int) -> None:
    kinds = {"journal", "newspaper", "magazine", "publisher"}
    found = [entry for entry in entries() if entry.side == side and entry.kind in kinds]
    assert len(found) >= least
    assert all(entry.source for entry in found)
    assert sum(bool(entry.hanja) for entry in found) > 0.8 * len(found)
    assert sum(any(alias.isascii() for alias in entry.aliases) for entry in found) > 0.99 * len(found)


@pytest.mark.parametrize(
    ("forms", "hangul"),
    [
        (("력사과학", "歷史科學", "Ryo'ksa Kwahak", "Ryŏksa Kwahak", "Yŏksa Kwahak", "역사과학"), "력사과학"),
        (("로동신문", "勞動新聞", "Rodong Sinmun", "Nodong Sinmun", "노동신문"), "로동신문"),
        (("조선로동당출판사", "Choso'n Rodongdang Ch'ulp'ansa", "Chosŏn Rodongdang Ch'ulp'ansa"), "조선로동당출판사"),
        (("국제정치논총", "國際政治論叢", "Kukche Chŏngch'i Nonch'ong", "Gukje Jeongchi Nonchong"), "국제정치논총"),
        (("창비", "Changbi"), "창비"),
    ],
)
def test_the_forms_of_one_name_lead_to_one_entry_by_the_public_function(forms: tuple[str, ...], hangul: str) -> None:
    found = {jt.authority(form) for form in forms}
    assert len(found) == 1, {form: jt.authority(form) for form in forms}
    entry = found.pop()
    assert entry is not None
    assert entry.hangul == hangul
