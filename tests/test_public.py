from __future__ import annotations

import os
import subprocess
import sys
import unicodedata

import juche_toolkit as jt
from juche_toolkit import export
from tests.typed_usage import authors_of, every_function, exports, places

FIXED = (
    "romanize explain convert to_hangul schemes parse parse_note parse_notes tokenize search_terms search_key analyzers "
    "TitleIndex JucheToolkitError"
).split()
NOTE = "최영옥, “실리를 보장할수 있도록 대외무역전략을 세우는데서 나서는 중요한 문제,” Kyo’ngje Yo’ngu 4, (2013)."


def test_the_names_that_others_rely_on_are_there() -> None:
    assert set(FIXED) <= set(jt.__all__)
    assert all(callable(getattr(jt, name)) for name in FIXED)
    assert all(
        callable(getattr(export, name)) for name in "to_csl to_biblatex to_bibtex to_ris to_marc to_note".split()
    )


def test_every_error_is_of_one_root_and_a_value_or_lookup_error() -> None:
    errors = [getattr(jt, name) for name in jt.__all__ if name.endswith("Error")]
    assert len(errors) >= 9
    for error in errors:
        assert issubclass(error, jt.JucheToolkitError)
        assert error is jt.JucheToolkitError or issubclass(error, (ValueError, LookupError))


def test_typed_usage_runs() -> None:
    assert authors_of([NOTE, "Ibid."]) == [("최영옥",), ("최영옥",)]
    citation = jt.parse(NOTE)
    assert places(citation)["issue"] == "4"
    assert {"경제", "Kyŏngje", "builtin", "38north", "kyongje"} <= {
        unicodedata.normalize("NFC", text) for text in every_function("경제", "kyŏngje")
    }
    assert len(exports([citation])) == 5


def test_tables_and_third_parties_load_on_first_use_only() -> None:
    script = (
        "import sys, juche_toolkit; "
        "heavy = {'kiwipiepy', 'konlpy', 'jpype', 'nkhandic', 'pymarc', 'rich', 'click', 'numpy', 'hypothesis'}; "
        "assert not heavy & set(sys.modules), heavy & set(sys.modules); "
        "from juche_toolkit.hangul.lexicon import lexicon; assert lexicon.cache_info().currsize == 0"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=dict(os.environ), check=False
    )
    assert done.returncode == 0, done.stderr
