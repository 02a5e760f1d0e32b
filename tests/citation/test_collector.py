"""The collector is held while a list is read, and is as it was behind it; what reading makes needs none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

import juche_toolkit as jt
from juche_toolkit.citation.collector import held
from juche_toolkit.errors import InputError
from tests.golden.citations import rows


@pytest.fixture(params=[True, False], ids=["on", "off"])
def enabled(request: pytest.FixtureRequest) -> Iterator[bool]:
    before = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if before else gc.disable)()


def test_it_is_as_it_was_found(enabled: bool) -> None:
    with held():
        assert not gc.isenabled()
        with held():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled() == enabled


def test_it_is_as_it_was_found_behind_an_error(enabled: bool) -> None:
    with pytest.raises(InputError):
        jt.parse_notes(["Ibid.", 3])  # type: ignore[list-item]
    assert gc.isenabled() == enabled


def test_the_last_of_the_threads_lets_it_go(enabled: bool) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(jt.parse_notes, [["Ibid.", "위의 책, 3쪽."] * 20] * 40))
    assert len({len(notes) for notes in found}) == 1
    assert gc.isenabled() == enabled


def test_notes_that_come_one_by_one_are_read_with_it() -> None:
    seen = []

    def coming() -> Iterator[str]:
        seen.append(gc.isenabled())
        yield "최영옥, 《경제》, 평양, 2013."

    assert len(jt.parse_notes(coming())) == 1
    assert seen == [True]


@pytest.mark.parametrize("name", ["dprk", "rok", "legal", "web", "damaged"])
def test_reading_leaves_no_cycles(name: str) -> None:
    texts = [row["text"] for row in rows(name)]
    jt.parse_notes(texts)  # loads the tables
    gc.collect()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        with held():
            jt.parse_notes(texts)
            gc.collect()
        left = [type(thing).__name__ for thing in gc.garbage if type(thing).__module__.startswith("juche_toolkit")]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
    assert left == []
