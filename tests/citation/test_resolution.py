"""Back-references in whole documents: resolved to the note with the full citation, or refused with a reason."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from juche_toolkit.citation import Citation, Notes, parse_notes
from tests.golden.citations import rows

DOCUMENTS = [pytest.param(row, id=row["id"]) for row in rows("documents")]
BLOCKS = [pytest.param(row, id=row["id"]) for row in rows("blocks")]
SEQUENCES = [pytest.param(row, id=row["id"]) for row in rows("sequences")]
"""A few notes each, that show one kind of back-reference."""


def test_there_are_twelve_documents_of_fifteen_notes_and_more() -> None:
    assert len(DOCUMENTS) >= 12
    assert all(15 <= len(row["notes"]) <= 40 for row in rows("documents"))


def _check(citation: Citation, wanted: dict[str, Any]) -> None:
    outcome = wanted["outcome"]
    if outcome == "full":
        assert citation.form == "full"
        assert citation.resolves_to is None
    elif outcome == "resolved":
        assert citation.resolves_to == wanted["resolves_to"]
        assert citation.type is None
        assert citation.source is not None
    else:
        assert citation.resolves_to is None
        assert citation.form != "full"
        refusals = [problem for problem in citation.problems if problem.message.startswith("Not resolved: ")]
        assert bool(refusals) == (outcome == "refused")
    if "pages" in wanted:
        assert citation.pages == wanted["pages"]
    if outcome == "resolved" and citation.form != "short":
        assert tuple(citation.via) == tuple(wanted.get("via", ()))


def _check_all(notes: Notes, document: dict[str, Any]) -> None:
    assert len(notes) == len(document["notes"])
    for note, wanted in zip(notes, document["notes"], strict=True):
        assert len(note.citations) == len(wanted["expect"]), note.text
        for citation, expected in zip(note.citations, wanted["expect"], strict=True):
            _check(citation, expected)
        assert not note.unparsed, note.text


@pytest.mark.parametrize("document", [*DOCUMENTS, *SEQUENCES])
def test_back_references_in_a_list(document: dict[str, Any]) -> None:
    _check_all(parse_notes([note["text"] for note in document["notes"]]), document)


@pytest.mark.parametrize("head", ["[{n}] ", "{n}. ", "{n}) ", "  {n}. [{n}]\n\n    ", "{n}\n", "각주 {n}) "])
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("document", DOCUMENTS)
def test_back_references_in_a_block(document: dict[str, Any], head: str, line_break: str) -> None:
    block = "\n".join(head.format(n=n) + note["text"] for n, note in enumerate(document["notes"], 1))
    notes = parse_notes(block.replace("\n", line_break))
    _check_all(notes, document)
    assert [note.number for note in notes] == [str(n) for n in range(1, len(notes) + 1)]


@pytest.mark.parametrize("pasted", BLOCKS)
def test_blocks_as_they_are_pasted(pasted: dict[str, Any]) -> None:
    """Broken lines, page headers, gaps and numbers that begin anew: each reference with the position of its target."""
    notes = parse_notes(pasted["block"])
    place_of = {citation: place for place, note in enumerate(notes, 1) for citation in note.citations}
    found: list[list[object]] = []
    for note in notes:
        row: list[object] = []
        for citation in note.citations:
            refused = any(problem.message.startswith("Not resolved: ") for problem in citation.problems)
            target = place_of[citation.source] if citation.source is not None else None
            row.append(target or ("refused" if refused else citation.form))
        found.append(row)
    assert found == pasted["expect"]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_notes_appended_change_nothing_before(document: dict[str, Any]) -> None:
    texts = [note["text"] for note in document["notes"]]
    whole = parse_notes(texts)
    for length in range(len(texts)):
        assert parse_notes(texts[:length]).notes == whole.notes[:length]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_notes_survive_pickling(document: dict[str, Any]) -> None:
    notes = parse_notes([note["text"] for note in document["notes"]])
    assert pickle.loads(pickle.dumps(notes)) == notes  # noqa: S301 - our own bytes


def test_what_is_inherited_is_filled_in_only_when_asked() -> None:
    notes = parse_notes(["이종석, 『조선로동당연구』(서울: 역사비평사, 1995), 210쪽.", "위의 책, 215쪽."])
    short = notes[1].citations[0]
    assert short.to_dict() == {"form": "ibid", "pages": "215", "resolves_to": 1}
    whole = short.to_dict(resolved=True)
    assert whole["title"] == "조선로동당연구"
    assert whole["authors"] == ["이종석"]
    assert whole["type"] == "book"
    assert whole["pages"] == "215"


def test_a_printed_number_is_the_target_in_a_block() -> None:
    notes = parse_notes("[7] 황한욱, “주체적립장,” Kyo’ngje Yo’ngu 2, (2014).\n[8] Ibid.\n[9] Ibid.")
    assert [note.citations[0].resolves_to for note in notes] == [None, 7, 7]
    assert notes[2].citations[0].via == (8,)


def test_long_runs_share_one_chain() -> None:
    notes = parse_notes(["황한욱, “주체적립장,” Kyo’ngje Yo’ngu 2, (2014).", *["Ibid."] * 3000])
    last = notes[-1].citations[0]
    assert last.resolves_to == 1
    assert len(last.via) == 2999
    assert last.via[0] == 3000
    assert last.via[-1] == 2
