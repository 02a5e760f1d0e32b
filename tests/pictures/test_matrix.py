"""The matrix of sound changes: all pairs, equal to the authorities' charts, whatever the vowels of the probe."""

from __future__ import annotations

import pytest

import juche_toolkit as jt
from juche_toolkit.hangul.syllable import CODAS, ONSETS
from juche_toolkit.pictures import matrix_html, matrix_svg, sound_matrix
from juche_toolkit.pictures.sound_changes import Meeting
from tests.pictures.readers import SVG, by_class, faults, read_html, read_svg, text_of
from tests.tables import golden

SCHEMES = tuple(scheme.id for scheme in jt.schemes())


def meetings(scheme: str) -> dict[tuple[str, str], Meeting]:
    return {(one.coda, one.onset): one for row in sound_matrix(scheme).rows for one in row}


@pytest.mark.parametrize("scheme", ["mr", "rr"])
def test_the_matrix_is_that_of_the_authority(scheme: str) -> None:
    rows = [row for row in golden("sound_changes.tsv") if row["scheme"] == scheme]
    assert len(rows) >= 98
    found = meetings(scheme)
    wrong = [
        (row, found[row["coda"].strip("-"), row["onset"]].latin)
        for row in rows
        if found[row["coda"].strip("-"), row["onset"]].latin != row["latin"].strip("·")
    ]
    assert wrong == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_final_meets_every_initial_once_and_the_vowels_make_no_difference(scheme: str) -> None:
    one, two = sound_matrix(scheme), sound_matrix(scheme, frame=("ㅍ", "ㅒ", "ㅞ"))
    assert [[(cell.coda, cell.onset) for cell in row] for row in one.rows] == [[(c, o) for o in ONSETS] for c in CODAS]
    assert [[(cell.latin, cell.rules, cell.change) for cell in row] for row in one.rows] == [
        [(cell.latin, cell.rules, cell.change) for cell in row] for row in two.rows
    ]
    assert all(cell.latin or cell.onset == "ㅇ" for row in one.rows for cell in row)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_changed_sound_names_its_article_and_an_unchanged_one_names_none(scheme: str) -> None:
    for cell in meetings(scheme).values():
        assert (cell.change == "sound") == (cell.probe != cell.spoken)
        assert bool(cell.rules) == (cell.change == "sound") or scheme in ("yale", "academic"), cell
        assert {rule.split()[0] for rule in cell.rules} <= {str(article) for article in range(9, 31)}


def test_known_changes_have_their_articles() -> None:
    found = meetings("mr")
    assert (found["ㄱ", "ㄴ"].latin, found["ㄱ", "ㄴ"].sound, found["ㄱ", "ㄴ"].rules) == ("ngn", "ㅇㄴ", ("18",))
    assert (found["ㄴ", "ㄹ"].latin, found["ㄴ", "ㄹ"].rules) == ("ll", ("20",))
    assert (found["ㅎ", "ㄱ"].latin, found["ㅎ", "ㄱ"].rules) == ("k'", ("12",))
    assert found["ㄴ", "ㄱ"].change == "letter"
    assert found["ㄴ", "ㄴ"].change == "none"


def test_a_scheme_that_is_not_there_is_named() -> None:
    with pytest.raises(jt.UnknownNameError, match="no scheme 'nope'"):
        sound_matrix("nope")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_page_and_drawing_hold_every_cell(scheme: str) -> None:
    matrix = sound_matrix(scheme)
    tree = read_html(matrix_html(matrix))
    assert not list(faults(tree))
    cells = [cell for cell in by_class(tree, "cell") if cell.tag == "td"]
    assert len(cells) == 28 * 19
    assert len([cell for cell in cells if by_class(cell, "article")]) == matrix.changed
    drawing = read_svg(matrix_svg(matrix))
    boxes = [box for box in drawing.iter(f"{SVG}rect") if box.get("data-holds")]
    assert len(boxes) == 28 * 19
    assert len({box.get("data-holds") for box in boxes}) == 28 * 19
    shown = {
        text.get("data-in"): text_of(text)
        for text in drawing.iter(f"{SVG}text")
        if "bold" not in (text.get("class") or "")
    }
    assert len([name for name in shown if name]) > 0
    told = [text_of(box) for box in boxes]
    assert any(sentence.startswith("ㄱ + ㄴ: 큑눼 [") for sentence in told)
