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
    lines = [line for line in text.split("\n") if line and line[0] != "#"]
    tabs = len(columns) - 1
    if not lines or lines[0] != "\t".join(columns) or any(line.count("\t") != tabs for line in lines):
        for number, row in read_rows(text.splitlines(), name=name):  # names the row, if one is broken
            if list(row) != list(columns):
                raise TableError(f"{name}, line {number}: columns {list(row)} where {list(columns)} were expected")
        raise TableError(f"{name}: columns {list(columns)} and lines that end in a line feed were expected")
    return {key: rest for key, _, rest in [line.partition("\t") for line in reversed(lines[1:])]}
