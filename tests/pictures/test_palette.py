"""The palette: every field has a kind, and every pair of colours can be read."""

from __future__ import annotations

from itertools import chain

import pytest
from rich.style import Style

from juche_toolkit.citation.model import LIST_FIELDS, NUMBER_FIELDS, TEXT_FIELDS
from juche_toolkit.pictures.palette import DARK, KIND_OF, KINDS, LIGHT, UNPARSED, Surface

AA_TEXT, AA_LINES = 4.5, 3.0


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_measured_as_wcag_measures_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize(("mode", "surface"), [("light", LIGHT), ("dark", DARK)])
def test_every_ink_can_be_read_on_its_tint_and_on_the_page(mode: str, surface: Surface) -> None:
    tones = [getattr(kind, mode) for kind in (*KINDS, UNPARSED)]
    for tone in tones:
        for ground in (tone.tint, surface.paper, surface.panel):
            assert contrast(tone.ink, ground) >= AA_TEXT, (tone.ink, ground)
        assert contrast(surface.ink, tone.tint) >= AA_TEXT
    for ink in (surface.ink, surface.quiet, surface.accent, surface.warning):
        for ground in (surface.paper, surface.panel):
            assert contrast(ink, ground) >= AA_TEXT, (ink, ground)
    assert contrast(surface.line, surface.paper) >= AA_LINES


def test_every_field_of_a_citation_has_exactly_one_kind() -> None:
    covered = list(chain.from_iterable(kind.fields for kind in KINDS))
    assert len(covered) == len(set(covered))
    assert {*LIST_FIELDS, *NUMBER_FIELDS, *TEXT_FIELDS} <= set(KIND_OF)


def test_kinds_differ_in_label_colour_and_terminal_style() -> None:
    for mark in ("name", "label", "light", "dark", "terminal"):
        values = [getattr(kind, mark) for kind in (*KINDS, UNPARSED)]
        assert len(set(values)) == len(values), mark
    assert all(Style.parse(kind.terminal).color for kind in KINDS)
