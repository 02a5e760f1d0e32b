"""The authority table: every printed form of a journal leads to one entry."""

from __future__ import annotations

import pytest

from juche_toolkit.citation import look_up
from juche_toolkit.citation.journals import journal_key


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
    ],
)
def test_one_journal_under_all_its_names(printed: str) -> None:
    entry = look_up(printed)
    assert entry is not None
    assert (entry.hangul, entry.kind, entry.bare_number) == ("경제연구", "journal", "issue")


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
