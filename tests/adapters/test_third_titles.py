"""A third set of titles by every analyser that the documentation names for them: the least F1 on both orthographies."""

from __future__ import annotations

import pytest

from juche_toolkit.adapters import analyzers
from tests.tables import golden

from .analysers import f1

ROWS = golden("titles_third.tsv")
LEAST = {"kiwi": (0.975, 0.98), "komoran": (0.955, 0.97), "kkma": (0.955, 0.97)}
"""Analyser → bars on North Korean and on Seoul titles, about a hundredth under what was measured."""


def test_the_built_in_analyser_finds_the_terms() -> None:
    analyzer = analyzers.load("builtin")
    assert f1(analyzer, "nk", ROWS) >= 0.98
    assert f1(analyzer, "sk", ROWS) >= 0.98


@pytest.mark.slow
@pytest.mark.parametrize("name", LEAST)
def test_an_analyser_finds_the_terms(name: str) -> None:
    if analyzers.states()[name] != "ready":
        pytest.skip(analyzers.states()[name])
    analyzer = analyzers.load(name)
    assert f1(analyzer, "nk", ROWS) >= LEAST[name][0]
    assert f1(analyzer, "sk", ROWS) >= LEAST[name][1]
