"""Kiwi as an analyser."""

from __future__ import annotations

import pytest

from juche_toolkit.adapters import kiwi
from juche_toolkit.errors import MissingExtraError
from juche_toolkit.search.tokens import search_terms

from .analysers import TITLES, check_long, check_protocol, check_threads, f1


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kiwi, "find_spec", lambda _name: None)
    assert "pip install kiwipiepy" in kiwi.state()
    with pytest.raises(MissingExtraError, match="kiwipiepy"):
        kiwi.load("kiwi")


@pytest.mark.slow
def test_kiwi_follows_the_protocol() -> None:
    pytest.importorskip("kiwipiepy")
    assert kiwi.state() == "ready"
    analyzer = kiwi.load("kiwi")
    assert kiwi.load("kiwi") is analyzer
    check_protocol(analyzer, "kiwi")
    check_threads(analyzer, TITLES)
    check_long(analyzer, 20_000)


@pytest.mark.slow
def test_kiwi_reads_north_korean_and_seoul_titles() -> None:
    pytest.importorskip("kiwipiepy")
    analyzer = kiwi.load("kiwi")
    assert [m.form for m in analyzer.analyze("령도자의 리론")] == ["령도자", "의", "리론"]
    assert search_terms("사상리론적업적", analyzer=analyzer) == ("사상", "이론", "업적")
    assert f1(analyzer, "nk") >= 0.97
    assert f1(analyzer, "sk") >= 0.97
