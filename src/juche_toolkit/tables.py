"""Reads the tables that ship with the package: tab-separated, UTF-8, with a provenance header.

A table's lines that begin with `#` tell where its rows come from; the first other line names the columns. Rows are given
as they stand, checked for their number of cells, so that a broken row is named by file and line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files

from juche_toolkit.errors import TableError

__all__ = ["packaged_text", "read_cells", "read_rows"]


def packaged_text(room: str, name: str) -> str:
    """The text of a table in a room of the package, e.g. `packaged_text("citation", "journals.tsv")`."""
    return files("juche_toolkit").joinpath(*room.split("/"), name).read_text(encoding="utf-8")


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


def read_cells(text: str, columns: Sequence[str], *, name: str) -> list[list[str]]:
    """Read a big table fast: the cells of every row, in the order of `columns`, which must be the table's own.

    Raises TableError for other columns and for a row with too many or too few cells.
    """
    rows = [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]
    size = len(columns)
    if not rows or rows[0] != list(columns) or any(len(row) != size for row in rows):
        for number, row in read_rows(text.splitlines(), name=name):  # names the row, if one is broken
            if list(row) != list(columns):
                raise TableError(f"{name}, line {number}: columns {list(row)} where {list(columns)} were expected")
        raise TableError(f"{name}: columns {list(columns)} and rows in lines that end in a line feed were expected")
    return rows[1:]
