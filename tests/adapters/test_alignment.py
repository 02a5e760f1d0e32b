"""What stands around every engine: pieces, and offsets found again."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juche_toolkit.adapters.alignment import Found, align, letters, prepare


@pytest.mark.parametrize(
    ("surface", "forms", "spans"),
    [
        ("경제를", ["경제", "를"], [(0, 2), (2, 3)]),
        ("밝혀", ["밝히", "어"], [(0, 2), (1, 2)]),
        ("주신", ["주", "시", "ㄴ"], [(0, 1), (1, 2), (1, 2)]),
        ("할", ["하", "ㄹ"], [(0, 1), (0, 1)]),
        ("했다", ["하", "았", "다"], [(0, 1), (0, 1), (1, 2)]),
        ("가", ["가", "아"], [(0, 1), (0, 1)]),
    ],
)
def test_contracted_forms_share_their_characters(surface: str, forms: list[str], spans: list[tuple[int, int]]) -> None:
    assert align(surface, forms) == spans


def test_conjoining_codas_are_given_as_letters() -> None:
    assert letters("\u11af") == "ㄹ"
    assert letters("경제") == "경제"


def test_north_korean_spacing_is_opened_for_the_engine_alone() -> None:
    ready = prepare("보장할수 있다")
    assert [piece.text for piece in ready.pieces] == ["보장할 수 있다"]
    found = ready.morphemes([[Found("수", "NNB", 4, 5), Found("있", "VV", 6, 7)]])
    assert [(one.form, one.start, one.end) for one in found] == [("수", 3, 4), ("있", 5, 6)]


@given(st.text(st.sampled_from("가할수있는것 a1\n\0\ud800😀\u1112\u1161\u11ab"), max_size=60), st.integers(5, 30))
def test_pieces_hold_every_character_that_is_no_space(text: str, longest: int) -> None:
    ready = prepare(text, longest=longest)
    places = [
        place
        for piece in ready.pieces
        for place, character in zip(piece.places, piece.text, strict=True)
        if character != " "
    ]
    source = unicodedata.normalize("NFC", text)
    assert [place for place in places if not source[place].isspace()] == places
    wanted = [place for place, character in enumerate(source) if character > " "]
    assert [place for place in places if source[place] > " "] == wanted
    assert all(len(word) <= longest for piece in ready.pieces for word in piece.text.split(" "))
    assert all(character == " " or character.isprintable() for piece in ready.pieces for character in piece.text)


def test_long_text_comes_in_bounded_pieces() -> None:
    assert all(len(piece.text) <= 900 for piece in prepare("가나다 " * 5000).pieces)
    assert all(len(piece.text) <= 900 for piece in prepare("가" * 5000).pieces)
