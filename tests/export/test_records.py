from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given

from juche_toolkit.citation.model import Citation
from juche_toolkit.errors import InputError
from juche_toolkit.export import to_csv, to_json, to_jsonl

from .expect import shown
from .fake import fake
from .strategies import citations

WORK = Citation(
    type="article-journal", authors=("최영옥",), title="경제와 실리", container_title="경제연구", issue="4", year=2013
)


@given(citations(hostile=True))
def test_json_gives_every_record_back_whole(record: Citation) -> None:
    written = to_json(record)
    assert json.loads(written.encode("utf-8")) == [record.to_dict()]


@given(citations(hostile=True), citations(hostile=True))
def test_json_lines_are_lines_by_every_rule(first: Citation, second: Citation) -> None:
    lines = to_jsonl([first, second]).encode("utf-8").decode("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [first.to_dict(), second.to_dict()]


@given(citations(hostile=True))
def test_csv_gives_every_text_field_back(record: Citation) -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(record, romanizer=fake).encode("utf-8").decode("utf-8"), newline="")))
    assert len(rows) == 1
    for name, value in record.to_dict().items():
        wanted = "; ".join(map(shown, value)) if isinstance(value, list) else shown(str(value))
        assert rows[0][name] == wanted, name


def test_csv_marks_what_was_generated() -> None:
    (row,) = csv.DictReader(io.StringIO(to_csv(WORK, romanizer=fake)))
    assert row["authors"] == "최영옥"
    assert row["generated_authors"] == "Choe Yong-ok"
    assert row["title"] == "경제와 실리"
    assert row["generated_title"] == "Kyongchewa silri"
    assert row["generated_scheme"] == "38north"


def test_json_marks_what_was_generated_only_when_asked() -> None:
    (plain,) = json.loads(to_json(WORK))
    assert "generated" not in plain
    (marked,) = json.loads(to_json(WORK, scheme="ala-lc", romanizer=fake))
    assert marked.pop("generated") == {
        "scheme": "ala-lc",
        "authors": ["Chŏe Yŏng-ŏk"],
        "title": "Kyŏngchewa silri",
        "container_title": "Kyŏngcheyŏnku",
    }
    assert marked == plain


def test_back_references_are_filled_in_unless_asked_not_to() -> None:
    ibid = Citation(form="ibid", source=WORK, resolves_to=1, pages="7")
    (filled,) = json.loads(to_json(ibid))
    assert filled == {**WORK.to_dict(), "form": "ibid", "resolves_to": 1, "pages": "7"}
    assert json.loads(to_json(ibid, resolved=False)) == [{"form": "ibid", "resolves_to": 1, "pages": "7"}]


def test_distinct_gives_each_work_once() -> None:
    ibid = Citation(form="ibid", source=WORK, resolves_to=1, pages="7")
    other = Citation(type="book", title="다른 책")
    assert [record["title"] for record in json.loads(to_json([WORK, ibid, other, ibid], distinct=True))] == [
        "경제와 실리",
        "다른 책",
    ]


def test_a_short_citation_is_no_work_of_its_own() -> None:
    book = Citation(type="book", authors=("Suh Dae-Sook",), title="Kim Il Sung: The North Korean Leader", year=1988)
    short = Citation(form="short", authors=("Suh",), title="Kim Il Sung", source=book, resolves_to=1, pages="50")
    again = Citation(form="ibid", source=short, resolves_to=1)
    assert [record["authors"] for record in json.loads(to_json([book, short, again], distinct=True))] == [
        ["Suh Dae-Sook"]
    ]
    assert len(json.loads(to_json([short, again], distinct=True))) == 1


def test_nothing_in_nothing_out() -> None:
    assert to_json([]) == "[]\n"
    assert to_jsonl([]) == ""
    assert to_csv([]).count("\n") == 1


@pytest.mark.parametrize("write", [to_json, to_jsonl, to_csv])
def test_what_is_no_citation_is_refused_by_its_number(write: object) -> None:
    assert callable(write)
    with pytest.raises(InputError, match="Citation 2 is a str"):
        write([WORK, "a note"])


@pytest.mark.parametrize(("name", "value"), [("month", 13), ("month", 0), ("day", 32)])
def test_a_month_or_day_that_no_calendar_has_is_refused(name: str, value: int) -> None:
    with pytest.raises(InputError, match=f"Citation 1 has {name} {value}"):
        to_json(Citation(title="x", year=2013, **{name: value}))
