"""Running text: it gives no record, and it hides none."""

from __future__ import annotations

import pytest

from juche_toolkit.citation import parse_note
from juche_toolkit.tables import read_rows
from tests.golden.citations import lines

PROSE = [row["text"] for _, row in read_rows(lines("citations_prose.tsv"), name="citations_prose.tsv")]


def test_the_table_holds_rows() -> None:
    assert len(PROSE) >= 30


@pytest.mark.parametrize("text", PROSE)
def test_running_text_cites_nothing(text: str) -> None:
    note = parse_note(text)
    assert note.citations == ()
    assert note.unparsed == ()


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Ibid. The author, however, does not mention the law.", [None]),
        (
            (
                "시장화에 대해서는 많은 연구가 있다. 양문수, 『북한경제의 시장화』(파주: 한울, 2010), 33쪽; "
                "홍민, 『북한 시장의 실태』(서울: 통일연구원, 2016), 10쪽 등을 참조."
            ),
            ["북한경제의 시장화", "북한 시장의 실태"],
        ),
        (
            "예컨대 이종석, 『조선로동당연구』(서울: 역사비평사, 1995), 210쪽. 그러나 그는 이를 뒤에 고쳤다.",
            ["조선로동당연구"],
        ),
        ("The article is by Hwang. See 황한욱, “주체적립장,” Kyo’ngje Yo’ngu 2, (2014).", ["주체적립장"]),
        (
            "황한욱, “주체적립장,” Kyo’ngje Yo’ngu 2, (2014). This article was published before the law was adopted.",
            ["주체적립장"],
        ),
    ],
)
def test_works_beside_running_text_are_found(text: str, titles: list[str | None]) -> None:
    assert [citation.title for citation in parse_note(text).citations] == titles
