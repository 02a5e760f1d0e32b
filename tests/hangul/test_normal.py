from __future__ import annotations

import unicodedata

from hypothesis import given

from juche_toolkit.hangul.normal import compose
from juche_toolkit.hangul.runs import runs
from tests.strategies import texts


@given(texts)
def test_composed_text_is_nfc(text: str) -> None:
    assert compose(text).text == unicodedata.normalize("NFC", text)


@given(texts)
def test_every_character_maps_back_to_what_it_was_composed_of(text: str) -> None:
    for form in ("NFC", "NFD"):
        composed = compose(unicodedata.normalize(form, text))
        for place in range(len(composed.text)):
            start, end = composed.span(place, place + 1)
            if (
                start < end or unicodedata.combining(composed.text[place]) == 0
            ):  # a mark moved by NFC stands with its base
                assert composed.text[place] in unicodedata.normalize("NFC", composed.source[start:end])


@given(texts)
def test_spans_of_the_whole_cover_the_whole(text: str) -> None:
    composed = compose(unicodedata.normalize("NFD", text))
    if composed.text:
        assert composed.span(0, len(composed.text)) == (0, len(composed.source))


def test_decomposed_syllables_have_their_places() -> None:
    composed = compose(unicodedata.normalize("NFD", "각 a"))
    assert composed.text == "각 a"
    assert [composed.span(place, place + 1) for place in range(3)] == [(0, 3), (3, 4), (4, 5)]
    assert composed.span(3, 3) == (5, 5)


@given(texts)
def test_runs_join_to_the_text_and_know_their_places(text: str) -> None:
    found = list(runs(text))
    assert "".join(run.text for run in found) == text
    assert all(text[run.start : run.end] == run.text for run in found)
