"""The analysers by name."""

from __future__ import annotations

import subprocess
import sys

import pytest

from juche_toolkit.adapters import analyzers
from juche_toolkit.errors import UnknownNameError
from juche_toolkit.morphology import builtin

NAMES = ("builtin", "kiwi", "komoran", "kkma", "okt", "hannanum", "nkhandic")


def test_every_analyser_is_ready_or_says_what_to_install() -> None:
    states = analyzers.states()
    assert tuple(states) == NAMES
    assert states["builtin"] == "ready"
    assert all(state == "ready" or "pip install" in state for state in states.values())


def test_none_is_the_built_in_one() -> None:
    assert analyzers.load() is builtin.load()
    assert analyzers.load("builtin") is builtin.load()


def test_an_unknown_name_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownNameError, match=", ".join(NAMES)):
        analyzers.load("mecab")


def test_asking_for_states_loads_no_engine() -> None:
    code = (
        "import sys\nfrom juche_toolkit.adapters import analyzers\nanalyzers.states()\n"
        "print([name for name in ('kiwipiepy', 'konlpy', 'jpype', 'MeCab', 'nkhandic') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"
