"""Reads the golden tables; an empty one is an error, so that no test passes for want of rows."""

from __future__ import annotations

from pathlib import Path

from juche_toolkit.tables import read_rows

GOLDEN = Path(__file__).parent / "golden"
ROOT = Path(__file__).parent.parent


def golden(name: str) -> list[dict[str, str]]:
    """The rows of a golden table."""
    rows = [row for _, row in read_rows((GOLDEN / name).read_text(encoding="utf-8").splitlines(), name=name)]
    assert rows or name == "known_failures.tsv", f"{name} holds no rows"
    return rows
