"""The golden citations, one JSON object a line.

`grade` is "work" for a work that exists, cited in the form shown (pages may be chosen for the example), and "form" for
a made-up work that shows a form or a damage. `gold` lists the records, `open` the fields left open for each of them.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


def lines(name: str) -> list[str]:
    """The lines of a golden table of citations."""
    return files("tests.golden").joinpath(name).read_text(encoding="utf-8").splitlines()


@cache
def rows(name: str) -> tuple[dict[str, Any], ...]:
    """The rows of `citations_<name>.jsonl`; never empty."""
    found = tuple(json.loads(line) for line in lines(f"citations_{name}.jsonl") if line.strip())
    assert found, f"citations_{name}.jsonl holds no rows"
    return found
