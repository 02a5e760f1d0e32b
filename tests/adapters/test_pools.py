"""Every analyser in pools: four threads and two worker processes give what one thread gives.

`python bench/analyzers.py --pools` asks the same of 2,000 titles.
"""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial

import pytest

import juche_toolkit as jt
from juche_toolkit.adapters import analyzers, konlpy
from juche_toolkit.errors import NotSupportedError

from .analysers import TITLES

FEW = {"kkma": 60}
"""Titles for an engine that would take minutes."""
NAMES = tuple(analyzers.states())
FORKS = "fork" in multiprocessing.get_all_start_methods() and hasattr(os, "fork")


def ready(name: str) -> str:
    """The name, if its analyser is installed."""
    state = analyzers.states()[name]
    if state != "ready":
        pytest.skip(state)
    return name


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_threads_and_processes_give_what_one_thread_gives(name: str) -> None:
    titles = TITLES[: FEW.get(ready(name), len(TITLES))]
    ask = partial(jt.search_terms, analyzer=name)
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        apart = list(pool.map(ask, titles, chunksize=10))
    alone = [ask(title) for title in titles]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(ask, titles))
    assert any(alone)
    assert apart == alone
    assert together == alone


@pytest.mark.slow
def test_an_analyser_with_words_can_be_sent_to_processes(tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "words.tsv")
    with open(path, "w", encoding="utf-8") as table:
        table.write("form\ttag\tlevel\n꽃니불\tNNP\t1\n")
    ask = partial(jt.search_terms, analyzer=jt.load_analyzer(words=path))
    os.remove(path)
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert list(pool.map(ask, ["꽃니불축전", "꽃니불"])) == [("꽃니불", "축전"), ("꽃니불",)]


@pytest.mark.slow
@pytest.mark.skipif(not FORKS, reason="this system doesn't fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_kiwi_answers_in_a_forked_process() -> None:
    analyzer = jt.load_analyzer(ready("kiwi"))
    expected = list(analyzer.analyze_many(TITLES[:20]))
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork")) as pool:
        assert list(pool.submit(analyzer.analyze_many, TITLES[:20]).result(timeout=60)) == expected


def test_a_java_engine_in_a_forked_process_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = konlpy.KonlpyAnalyzer("okt", lambda _text: [], 60)
    monkeypatch.setattr(konlpy, "_home_of_java", lambda: os.getpid() + 1)
    with pytest.raises(NotSupportedError, match=r'get_context\("spawn"\)'):
        asked.analyze("경제")
