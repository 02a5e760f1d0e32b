"""Reads the tables that ship with the package: tab-separated, UTF-8, with a provenance header.

A table's lines that begin with `#` tell where its rows come from; the first other line names the columns. Rows are given
as they stand, checked for their number of cells, so that a broken row is named by file and line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pkgutil import get_data

from juche_toolkit.errors import TableError

__all__ = ["packaged_text", "read_keyed", "read_rows"]


def packaged_text(room: str, name: str) -> str:
    """The text of a table in a room of the package, e.g. `packaged_text("citation", "journals.tsv")`."""
    data = get_data("juche_toolkit", f"{room}/{name}")  # importlib.resources takes longer to load than to read with
    if data is None:
        raise TableError(f"{room}/{name} can't be read: the package's loader gives no data")
    return data.decode("utf-8")


def read_rows(lines: Iterable[str], *, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Read a table: its line number and a mapping from column to cell for every row.

    `name` is the file's name, for messages. Raises TableError for a row with too many or too few cells.
    """
    columns: list[str] | None = None
    for number, line in enumerate(lines, 1):
        text = line.rstrip("\r\n")
        if not text.strip() or text.startswith("#"):
            continue
        cells = text.split("\t")
        if columns is None:
            columns = cells
            continue
        if len(cells) != len(columns):
            raise TableError(
                f"{name}, line {number}: {len(cells)} cells where {len(columns)} were expected ({columns})"
            )
        yield number, dict(zip(columns, cells, strict=True))


def read_keyed(text: str, columns: Sequence[str], *, name: str) -> dict[str, str]:
    """Read a big table fast: the first cell of every row → the rest of the row as it stands; of two equal cells the first counts.

    `columns` must be the table's own. Raises TableError for others and for a row with too many or too few cells.
    """
    header = "\t".join(columns) + "\n"
    place = text.find(header) if text.startswith(header) or f"\n{header}" in text else -1
    body = text[place + len(header) :]
    lines = body.removesuffix("\n").split("\n") if body else []
    if place < 0 or "" in lines or "\n#" in body or body.count("\t") != len(lines) * (len(columns) - 1):
        return _keyed_slowly(text, columns, name)
    lines.reverse()
    return dict([line.split("\t", 1) for line in lines])  # a line without a tab is a ValueError


def _keyed_slowly(text: str, columns: Sequence[str], name: str) -> dict[str, str]:
    """The same row by row, for tables with comments between their rows and to name a broken row."""
    found: dict[str, str] = {}
    rows = 0
    for number, row in read_rows(text.splitlines(), name=name):
        if list(row) != list(columns):
            raise TableError(f"{name}, line {number}: columns {list(row)} where {list(columns)} were expected")
        key, *rest = row.values()
        found.setdefault(key, "\t".join(rest))
        rows += 1
    if not rows:
        raise TableError(f"{name}: columns {list(columns)} and rows under them were expected")
    return found
