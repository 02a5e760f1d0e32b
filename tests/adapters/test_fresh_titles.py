"""Titles that were cut before any analyser read them: the least F1 that each has reached on both orthographies."""

from __future__ import annotations

import pytest

from juche_toolkit.adapters import analyzers
from tests.tables import golden

from .analysers import f1

SETS = {name: golden(name) for name in ("titles_second.tsv", "titles_third.tsv")}
LEAST = {
    ("titles_second.tsv", "builtin"): (0.985, 0.985),
    ("titles_second.tsv", "kiwi"): (0.975, 0.98),
    ("titles_second.tsv", "komoran"): (0.965, 0.97),
    ("titles_second.tsv", "kkma"): (0.965, 0.97),
    ("titles_second.tsv", "nkhandic"): (0.96, 0.955),
    ("titles_third.tsv", "builtin"): (0.98, 0.98),
    ("titles_third.tsv", "kiwi"): (0.975, 0.98),
    ("titles_third.tsv", "komoran"): (0.955, 0.97),
    ("titles_third.tsv", "kkma"): (0.955, 0.97),
}
"""Set and analyser → bars on North Korean and on Seoul titles, about a hundredth under what was measured."""


def test_the_second_set_is_as_large_as_it_should_be() -> None:
    rows = SETS["titles_second.tsv"]
    assert sum(row["orthography"] == "nk" for row in rows) >= 150
    assert sum(row["orthography"] == "sk" for row in rows) >= 120


@pytest.mark.parametrize(
    ("name", "analyser"), [pytest.param(*key, marks=pytest.mark.slow if key[1] != "builtin" else ()) for key in LEAST]
)
def test_an_analyser_finds_the_terms(name: str, analyser: str) -> None:
    if analyzers.states()[analyser] != "ready":
        pytest.skip(analyzers.states()[analyser])
    loaded = analyzers.load(analyser)
    assert f1(loaded, "nk", SETS[name]) >= LEAST[name, analyser][0]
    assert f1(loaded, "sk", SETS[name]) >= LEAST[name, analyser][1]
