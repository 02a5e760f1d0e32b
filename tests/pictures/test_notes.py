"""Notes as pages: their text stays whole, every field is labelled, back-references lead to their notes."""

from __future__ import annotations

from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import juche_toolkit as jt
from juche_toolkit.citation.model import Citation, Note, Notes, Problem, Span, Unparsed
from juche_toolkit.pictures import notes_html
from juche_toolkit.pictures.arrows import LANES, arrows, targets
from juche_toolkit.pictures.marked import pieces
from juche_toolkit.pictures.markup import clean
from juche_toolkit.pictures.notebook import as_html
from tests.golden import citations
from tests.pictures.readers import TAGS, by_class, faults, read_fragment, read_html, text_of, texts
from tests.tables import ROOT

LIST = (
    "와다 하루키, 서동만 옮김, 『북조선』(서울: 돌베개, 2002), p.46.",
    "위의 책, 12쪽.",
    "박찬승, 『한국근대정치사상사연구』(서울: 역사비평사, 1992), 12쪽.",
    "박찬승, 위의 책, 15쪽.",
    "와다 하루키, 앞의 책, 50쪽.",
)
GOLDEN = [str(row["text"]) for name in ("rok", "dprk", "web", "damaged") for row in citations.rows(name)]


def shown_text(tree: Element) -> str:
    """The text of a note as a page shows it, without the labels."""
    for field in by_class(tree, "field"):
        for label in by_class(field, "label"):
            label.text = ""
    return "".join(map(text_of, by_class(tree, "text")))


@settings(max_examples=40)
@given(
    st.lists(
        st.one_of(texts, st.sampled_from(GOLDEN), st.tuples(st.sampled_from(GOLDEN), TAGS).map("".join)), max_size=4
    )
)
def test_a_page_shows_the_whole_of_every_note_and_no_text_becomes_markup(given_notes: list[str]) -> None:
    notes = jt.parse_notes(given_notes)
    tree = read_html(notes_html(notes))
    assert not list(faults(tree))
    assert shown_text(tree) == "".join(clean(note.text) for note in notes)


@given(texts)
def test_a_record_of_any_content_is_shown_as_text(text: str) -> None:
    place = Span(0, len(text))
    citation = Citation(
        text=text, span=place, type="book", authors=(text,), title=text, container_title=text, url=text, year=1, resolves_to=text,
        spans={"title": place, "url": place, "strange": place}, problems=(Problem(text, place),),
    )  # fmt: skip
    note = Note(
        text=text,
        number=text,
        citations=(citation,),
        unparsed=(Unparsed(text, place, text),),
        problems=(Problem(text),),
    )
    assert not list(faults(read_html(notes_html(Notes((note, note)), romanizer=lambda given, _scheme, _kind: given))))
    assert not list(faults(read_fragment(as_html(citation))))


@pytest.mark.parametrize("text", GOLDEN)
def test_pieces_join_to_the_note_and_every_field_of_the_golden_records_is_one(text: str) -> None:
    note = jt.parse_notes([text])[0]
    found = pieces(note)
    assert "".join(piece.text for piece in found) == text
    for citation in note.citations:
        title = citation.spans.get("title")
        if isinstance(title, Span):
            assert any(piece.kind is not None and piece.kind.name == "title" for piece in found)
    assert all(piece.labels for piece in found if piece.kind is not None)


def test_every_field_has_its_label_and_its_language() -> None:
    tree = read_html(notes_html(jt.parse_notes(["경제연구 주체102(2013)년 제4호"])))
    fields = [field for field in by_class(tree, "field") if by_class(field, "label")]
    assert [text_of(field).replace("\u00a0", " ") for field in fields] == [
        "in 경제연구",
        "Juche year 102",
        "year 2013",
        "no. 4",
    ]
    assert fields[0].get("lang") == "ko-KP"
    assert [text_of(kind) for kind in by_class(tree, "kinds")[0]] == [
        "in: journal, book, series",
        "volume, edition, number",
        "date",
    ]


def test_back_references_are_links_both_ways_and_arrows() -> None:
    tree = read_html(notes_html(jt.parse_notes(list(LIST))))
    notes = by_class(tree, "note")
    points = [[link.get("href") for span in by_class(note, "points") for link in span] for note in notes]
    assert points == [[], ["#note-1"], [], ["#note-3"], ["#note-1"]]
    again = [[link.get("href") for line in by_class(note, "again") for link in line] for note in notes]
    assert again == [["#note-2", "#note-5"], [], ["#note-4"], [], []]
    assert len(by_class(tree, "arrow")) == 3
    assert all(arrow.get("aria-hidden") == "true" for arrow in by_class(tree, "arrow"))


def test_a_block_is_linked_by_its_printed_numbers() -> None:
    block = jt.parse_notes((ROOT / "examples/notes.txt").read_text(encoding="utf-8"))
    assert targets(block)[3:5] == [[2], [2]]
    shifted = jt.parse_notes("[11] 김정일, 《김정일선집》 14권, 457페지\n[12] 우와 같은 문헌, 6페지\n")
    assert targets(shifted) == [[None], [0]]


def test_what_was_not_understood_and_what_is_doubtful_is_told_with_its_reason() -> None:
    notes = jt.parse_notes(["경제연구 주체102(2014)년 제4호", f"{LIST[0]}; {LIST[2]}", "위의 책, 3쪽."])
    left = Note(text="1992 qq", unparsed=(Unparsed("qq", Span(5, 7), "no field fits"),))
    tree = read_html(notes_html([*notes, left]))
    told = [text_of(item) for block in by_class(tree, "doubts") for item in block]
    assert any("Juche 102 is 2013" in line for line in told)
    assert len(told) == 3
    assert "qq: not understood – no field fits" in told
    assert "ibid: not resolved" in text_of(by_class(tree, "lost")[0])
    assert by_class(tree, "f-unparsed")[-1].get("title") == "no field fits"


def test_inherited_and_romanized_values_are_marked_as_such() -> None:
    tree = read_html(notes_html(jt.parse_notes(list(LIST)), scheme="mr"))
    record = by_class(tree, "record")[3]
    rows = dict(pairwise(text_of(element) for element in record.iter() if element.tag in ("dt", "dd")))
    assert rows["author"] == "박찬승Pak Ch'an-sŭng – romanized, mr"
    assert rows["year"] == "1992 (inherited)"
    assert rows["pp."] == "15"


@given(st.lists(st.integers(-1, 60), max_size=60))
def test_arrows_of_different_targets_never_share_a_place_in_a_lane(named: list[int]) -> None:
    resolved = [[place] if 0 <= place < number else [None] for number, place in enumerate(named)]
    drawn = arrows(resolved)
    trunks: dict[tuple[int, int], int] = {}
    for arrow in drawn:
        assert 0 <= arrow.lane < LANES
        key = arrow.lane, arrow.target
        trunks[key] = max(trunks.get(key, 0), arrow.source)
    for (lane, target), last in trunks.items():
        assert not [
            1
            for (other, start), end in trunks.items()
            if other == lane and start != target and start <= last and target <= end
        ]
    if len({place for found in resolved for place in found if place is not None}) <= LANES:
        assert len(drawn) == sum(found != [None] for found in resolved)


@pytest.mark.parametrize(
    "record", [jt.parse_notes(list(LIST)), jt.parse_note(LIST[0]), jt.parse(LIST[2]), jt.explain("경주")]
)
def test_records_show_themselves_in_a_notebook(record: object) -> None:
    html = record._repr_html_()
    tree = read_fragment(html)
    assert not list(faults(tree))
    assert by_class(tree, "juche")


def test_of_many_notes_a_notebook_shows_the_first_hundred() -> None:
    notes = jt.parse_notes(["위의 책, 12쪽."] * 130)
    tree = read_fragment(notes._repr_html_() or "")
    assert len(by_class(tree, "note")) == 100
    assert "… and 30 more notes" in text_of(tree)


def test_what_has_no_picture_is_refused() -> None:
    with pytest.raises(TypeError, match="no picture of a int"):
        as_html(3)


def test_a_note_that_cites_nothing_says_so_and_a_page_without_notes_too() -> None:
    tree = read_html(
        notes_html(jt.parse_notes(["무역에 대하여서는 다음 장에서 본다", "경제연구 주체102(2013)년 제4호"]))
    )
    assert ["cites nothing" in text_of(note) for note in by_class(tree, "note")] == [True, False]
    assert text_of(by_class(read_html(notes_html([])), "summary")[0]) == "There are no notes."
