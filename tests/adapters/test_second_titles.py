"""A second set of titles, of many fields, by every analyser: the least F1 that each has reached on both orthographies."""

from __future__ import annotations

import pytest

from juche_toolkit.adapters import analyzers
from tests.tables import golden

from .analysers import f1

ROWS = golden("titles_second.tsv")
LEAST = {"kiwi": (0.975, 0.98), "komoran": (0.965, 0.97), "kkma": (0.965, 0.97), "nkhandic": (0.96, 0.955)}
"""Analyser → bars on North Korean and on Seoul titles, about a hundredth under what was measured."""


def test_the_second_set_is_as_large_as_it_should_be() -> None:
    assert sum(row["orthography"] == "nk" for row in ROWS) >= 150
    assert sum(row["orthography"] == "sk" for row in ROWS) >= 120


def test_the_built_in_analyser_finds_the_terms_of_titles_of_many_fields() -> None:
    analyzer = analyzers.load("builtin")
    assert f1(analyzer, "nk", ROWS) >= 0.985
    assert f1(analyzer, "sk", ROWS) >= 0.985


@pytest.mark.slow
@pytest.mark.parametrize("name", LEAST)
def test_an_analyser_finds_the_terms_of_titles_of_many_fields(name: str) -> None:
    if analyzers.states()[name] != "ready":
        pytest.skip(analyzers.states()[name])
    analyzer = analyzers.load(name)
    assert (f1(analyzer, "nk", ROWS) >= LEAST[name][0], f1(analyzer, "sk", ROWS) >= LEAST[name][1]) == (True, True)
