from __future__ import annotations

import pytest

from juche_toolkit.errors import TableError
from juche_toolkit.tables import packaged_text, read_keyed, read_rows

TABLE = "# where from\nword\tsound\treason\n문법\t문뻡\t28\n인권\t인꿘\t28\n문법\t문법\tx\n"
COLUMNS = ("word", "sound", "reason")


def test_the_first_of_two_equal_words_counts() -> None:
    assert read_keyed(TABLE, COLUMNS, name="t.tsv") == {"문법": "문뻡\t28", "인권": "인꿘\t28"}


def test_both_readers_read_the_same() -> None:
    text = packaged_text("hangul", "nk_pairs.tsv")
    rows = {row["north"]: row for _, row in read_rows(text.splitlines(), name="nk_pairs.tsv")}
    keyed = read_keyed(text, ("north", "seoul", "hanja", "also_seoul"), name="nk_pairs.tsv")
    assert len(keyed) > 10_000
    assert {north: "\t".join(list(row.values())[1:]) for north, row in rows.items()} == keyed


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (TABLE + "값\t갑\n", "t.tsv, line 6: 2 cells where 3"),
        (TABLE + "값\t갑\t9\t\n", "t.tsv, line 6: 4 cells where 3"),
        (TABLE.replace("sound", "spoken"), "t.tsv, line 3: columns"),
        ("", "t.tsv: columns"),
    ],
)
def test_a_broken_table_is_named_with_its_line(text: str, says: str) -> None:
    with pytest.raises(TableError, match=says):
        read_keyed(text, COLUMNS, name="t.tsv")
