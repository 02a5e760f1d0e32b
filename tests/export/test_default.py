"""The writers with the toolkit's own romanizer."""

from __future__ import annotations

import pytest

from juche_toolkit.citation.model import Citation
from juche_toolkit.errors import UnknownNameError
from juche_toolkit.export import to_biblatex, to_csl, to_csv, to_json, to_marc, to_note, to_ris

NOTE = "최영옥, “실리를 보장할수 있도록 대외무역전략을 세우는데서 나서는 중요한 문제,” Kyo’ngje Yo’ngu 4, (2013)."
WORK = Citation(
    text=NOTE,
    type="article-journal",
    authors=("최영옥",),
    title="실리를 보장할수 있도록 대외무역전략을 세우는데서 나서는 중요한 문제",
    container_title="Kyo’ngje Yo’ngu",
    issue="4",
    year=2013,
)


def test_csl_is_romanized_in_the_form_of_38_north() -> None:
    (item,) = to_csl(WORK)
    assert item["author"] == [{"literal": "Ch'oe Yo'ng-ok"}]
    assert item["language"] == "ko-KP"
    assert "cne-container-title-original: 경제연구" in str(item["note"]).split("\n")


def test_marc_is_romanized_by_the_ala_lc_table_with_words_divided() -> None:
    (made,) = to_marc(WORK)
    assert made["100"]["a"] == "Ch'oe, Yŏng-ok"
    assert made["245"]["a"].startswith("Silli rŭl pojang hal su ")
    assert made["773"]["t"] == "Kyŏngje yŏn'gu"
    assert made["773"]["g"] == "2013, no. 4"
    assert made["773"]["q"] == "2013:4"


@pytest.mark.parametrize("scheme", ["38north", "mr", "ala-lc", "rr", "dprk", "yale", "bgn", "academic"])
def test_every_scheme_can_be_chosen(scheme: str) -> None:
    (item,) = to_csl(WORK, scheme=scheme)
    assert str(item["title"]).isascii() or scheme in ("mr", "ala-lc", "bgn", "dprk")
    assert item["title"] != WORK.title


def test_a_scheme_that_does_not_exist_is_refused() -> None:
    for write in (to_csl, to_biblatex, to_ris, to_marc, to_csv):
        with pytest.raises(UnknownNameError):
            write(WORK, scheme="klingon")
    with pytest.raises(UnknownNameError):
        to_json(WORK, scheme="klingon")
    with pytest.raises(UnknownNameError):
        to_note(WORK, scheme="klingon")


def test_the_note_comes_back_as_it_was_printed() -> None:
    assert to_note(WORK) == NOTE + "\n"


@pytest.mark.parametrize(
    ("printed", "latin", "korean"),
    [
        ("경제연구", "Kyŏngje yŏn'gu", "경제연구"),
        ("Kyongje Yongu", "Kyŏngje yŏn'gu", "경제연구"),
        ("로동신문", "Nodong sinmun", "로동신문"),
        ("Rodong Sinmun", "Nodong sinmun", "로동신문"),
        ("38 North", "38 North", ""),
        ("Pyongyang Times", "Pyongyang Times", ""),
    ],
)
def test_journals_stand_under_their_romanized_title_with_words_divided(printed: str, latin: str, korean: str) -> None:
    (made,) = to_marc(Citation(type="article-journal", title="제목", container_title=printed, year=2013))
    assert made["773"]["t"].casefold() == latin.casefold()
    partners = [field["t"] for field in made.get_fields("880") if "t" in field]
    assert partners == ([korean] if korean else [])
