"""A report of notes: its numbers are those of the notes, every finding is listed, a file that fails is a row."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import juche_toolkit as jt
from juche_toolkit.citation.model import Citation, Note, Notes, Span, Unparsed
from juche_toolkit.cli import commands
from juche_toolkit.pictures import report_html, survey
from juche_toolkit.pictures.charts import bars, columns
from juche_toolkit.pictures.markup import page
from tests.pictures.readers import by_class, faults, read_html, text_of, texts
from tests.tables import ROOT

NOTES = (
    "최영옥, “실리와 무역,” Kyo’ngje Yo’ngu 4, (2013).",
    "Ibid.",
    "리기성, “근본방도,” Kyongje Yongu 2, (2007).",
    "경제연구 주체102(2014)년 제4호",
    "박찬승, 『한국근대정치사상사연구』(서울: 역사비평사, 1992), 12쪽.",
    "하나, 『첫째 책』(서울: 창비, 2001); 두나, 『둘째 책』(서울: 창비, 2002).",
    "위의 책, 3쪽.",
)


def test_the_numbers_are_those_of_the_notes() -> None:
    found = survey([("a.txt", jt.parse_notes(list(NOTES))), ("b.txt", "no encoding fits")])
    total = found.total
    assert (total.notes, total.works, total.back, total.resolved) == (7, 6, 2, 1)
    assert dict(found.years) == {1992: 1, 2001: 1, 2002: 1, 2007: 1, 2013: 1, 2014: 1}
    assert dict(found.journals) == {"경제연구": 3}
    assert dict(found.types) == {"article-journal": 3, "book": 3}
    assert [(one.note, one.words) for one in found.unresolved] == [("7", "위의 책, 3쪽.")]
    assert any("Juche 102 is 2013" in one.message and one.note == "4" for one in found.doubts)
    assert [(one.note, count) for one, count in found.again] == [("1", 1)]
    assert found.files[1].error == "no encoding fits"
    assert found.undated == 0


def test_the_share_understood_is_of_characters_and_is_100_only_if_nothing_is_lost() -> None:
    lost = Note(text="x" * 10_000, unparsed=(Unparsed("x", Span(0, 1), "why"),))
    found = survey([("a", Notes((lost,))), ("b", Notes(()))])
    assert found.files[0].share == pytest.approx(0.9999)
    assert found.files[1].share is None
    tree = read_html(report_html(found))
    numbers = {text_of(fact[0]): text_of(fact[1]) for fact in by_class(tree, "facts")[0]}
    assert numbers["of the characters understood"] == "99.9%"
    assert numbers["notes understood whole"] == "0 of 1"


def test_the_page_draws_a_mark_for_every_year_journal_and_type() -> None:
    tree = read_html(report_html(survey([("a.txt", jt.parse_notes(list(NOTES)))])))
    assert not list(faults(tree))
    (years,) = by_class(tree, "columns")
    assert sorted(text_of(mark) for mark in by_class(years, "mark")) == [
        "1992: 1", "2001: 1", "2002: 1", "2007: 1", "2013: 1", "2014: 1"
    ]  # fmt: skip
    named = [text_of(row) for block in by_class(tree, "bars") for row in block]
    assert named == ["경제연구3", "article-journal3", "book3"]


def test_columns_stand_in_proportion_and_every_year_has_its_place() -> None:
    marks = by_class(columns({2000: 1, 2014: 4}, "years"), "mark")
    assert [(mark.get("x"), mark.get("height")) for mark in marks] == [("0.1", "25.00"), ("14.1", "100.00")]
    assert [mark.get("width") for mark in by_class(bars({"a": 4, "b": 1}), "mark")] == ["100.00%", "25.00%"]


def test_the_column_of_a_single_year_is_a_tenth_of_the_drawing() -> None:
    chart = columns({2009: 3}, "years")
    (drawing,), (mark,) = by_class(chart, "columns"), by_class(chart, "mark")
    assert (drawing.get("viewBox"), mark.get("x"), mark.get("width")) == ("0 0 10 100", "4.1", "0.8")
    assert [text_of(tick) for tick in by_class(chart, "ticks")[0]] == ["2006", "2008", "2010", "2012", "2014"]


def test_numbers_and_nouns_agree() -> None:
    tree = read_html(report_html(survey([("a.txt", jt.parse_notes(["로동신문 주체104(2014)년 1월 1일"]))])))
    facts = {text_of(fact[0]): text_of(fact[1]) for fact in by_class(tree, "facts")[0]}
    assert list(facts.items()) == [
        ("file", "1"), ("notes understood whole", "1 of 1"), ("of the characters understood", "100%"),
        ("work cited in full", "1"), ("back-references resolved", "0"), ("doubt", "1"),
    ]  # fmt: skip


def test_a_back_reference_that_leads_nowhere_says_why() -> None:
    found = survey([("a.txt", jt.parse_notes(list(NOTES)))])
    assert [one.message for one in found.unresolved] == ["Not resolved: the note before it cites several works"]


def test_a_year_far_off_does_not_thin_all_columns_out_and_long_lists_are_cut_with_a_word() -> None:
    assert by_class(columns({1: 1, 9999: 1}, "years"), "columns") == []
    many = bars({str(number): 1 for number in range(30)})
    assert "10 more in 10 others." in text_of(many)


@settings(max_examples=30)
@given(st.lists(st.tuples(texts, texts, st.one_of(st.none(), st.integers(-(10**9), 10**9))), max_size=3), texts)
def test_no_text_of_a_note_or_name_of_a_file_becomes_markup(
    rows: list[tuple[str, str, int | None]], error: str
) -> None:
    files: list[tuple[str, Notes | str]] = [("x", error)]
    for name, text, year in rows:
        work = Citation(text=text, span=Span(0, len(text)), type="article-journal", container_title=text, year=year)
        left = Unparsed(text, Span(0, len(text)), text)
        files.append((name, Notes((Note(text=text, citations=(work,), unparsed=(left,)),))))
    assert not list(faults(read_html(report_html(survey(files), title=error))))


@given(st.dictionaries(st.integers(1, 3000), st.integers(1, 10**6), max_size=30))
def test_charts_of_any_numbers_are_drawn(counts: dict[int, int]) -> None:
    tree = read_html(page("x", columns(counts, "years"), bars({str(year): count for year, count in counts.items()})))
    assert not list(faults(tree))


def test_the_command_reports_a_folder_and_lists_what_it_cannot_read(tmp_path: Path) -> None:
    folder = tmp_path / "notes" / "below"
    folder.mkdir(parents=True)
    (folder / "good.txt").write_text((ROOT / "examples/notes.txt").read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "bad.txt").write_bytes(b"\xff\xfe\xff\x00\x81")
    (folder / "other.csv").write_text("x", encoding="utf-8")
    out = tmp_path / "out.html"
    result = CliRunner().invoke(commands, ["report", str(tmp_path / "notes"), "-o", str(out), "--title", "<Mine>"])
    assert result.exit_code == 1
    assert "2 files, 9 notes, 6 works; 0 stretches of text not understood, 0 doubts; 1 file not read" in result.stderr
    tree = read_html(out.read_text(encoding="utf-8"))
    assert not list(faults(tree))
    assert text_of(next(tree.iter("h1"))) == "<Mine>"
    (row,) = by_class(tree, "error")
    assert text_of(row).startswith("not read: ")


def test_a_folder_without_notes_and_a_place_that_can_not_be_written_are_named(tmp_path: Path) -> None:
    empty = CliRunner().invoke(commands, ["report", str(tmp_path)])
    assert empty.exit_code == 2
    assert "has no files *.txt or *.md" in empty.stderr
    (tmp_path / "a.txt").write_text("위의 책", encoding="utf-8")
    closed = CliRunner().invoke(commands, ["report", str(tmp_path), "-o", str(tmp_path / "no" / "such.html")])
    assert closed.exit_code == 2
    assert "such.html: there is no folder" in closed.stderr
