"""NK-HanDic as an analyser."""

from __future__ import annotations

import pytest

from juche_toolkit.adapters import nkhandic
from juche_toolkit.errors import MissingExtraError

from .analysers import TITLES, check_long, check_protocol, check_threads, f1


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nkhandic, "find_spec", lambda _name: None)
    assert "pip install nkhandic mecab-python3" in nkhandic.state()
    with pytest.raises(MissingExtraError, match="mecab-python3"):
        nkhandic.load("nkhandic")


@pytest.mark.slow
def test_nkhandic_follows_the_protocol_and_knows_north_korean_words() -> None:
    pytest.importorskip("MeCab")
    if nkhandic.state() != "ready":
        pytest.skip(nkhandic.state())
    analyzer = nkhandic.load("nkhandic")
    check_protocol(analyzer, "nkhandic")
    check_threads(analyzer, TITLES)
    check_long(analyzer, 20_000)
    assert [(m.form, m.tag) for m in analyzer.analyze("밝혀주신 리론")][:3] == [
        ("밝히", "VV"),
        ("어", "EC"),
        ("주", "VX"),
    ]
    assert f1(analyzer, "nk") >= 0.95
