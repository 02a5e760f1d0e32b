"""Records out of CSV as people have it: quotes that aren't closed, columns of one name, long cells."""

from __future__ import annotations

import csv
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from juche_toolkit.search.index import Failure

__all__ = ["from_csv"]

_LONGEST_CELL = 1 << 21
"""Characters of a cell of CSV; behind a quote that isn't closed so many are read before the row is given up."""


def from_csv(lines: Iterable[str], needed: Sequence[str]) -> Iterator[Mapping[str, object] | Failure]:
    """Rows under a header, which must have some columns; commas, semicolons or tabs between the cells, as the header has them."""
    csv.field_size_limit(_LONGEST_CELL)
    waiting = iter(lines)
    header = next(waiting, "")
    delimiter = max(",;\t", key=header.count)
    names = _apart(next(csv.reader([header], delimiter=delimiter), []))
    if missing := [name for name in needed if header and name not in names]:
        there = ", ".join(names)
        yield Failure(
            1, None, f"there is no column {' and no column '.join(missing)}, so no row can be; the columns are {there}: "
            "--id-field and --title-field name others"
        )  # fmt: skip
        return
    for number, row in _rows(waiting, delimiter):
        if isinstance(row, str):
            yield Failure(number, None, f"line {number} is no CSV: {row}")
        elif len(row) > len(names):
            yield Failure(number, None, f"line {number} has {len(row)} cells under a header of {len(names)}")
        elif row:
            yield dict(zip(names, row, strict=False))


def _apart(names: Sequence[str]) -> list[str]:
    """The names of columns; a name again gets a number, so that no cell takes another's place."""
    counts = Counter[str]()
    found = []
    for name in names:
        counts[name] += 1
        found.append(name if counts[name] == 1 else f"{name} ({counts[name]})")
    return found


def _rows(lines: Iterator[str], delimiter: str) -> Iterator[tuple[int, list[str] | str]]:
    """The rows below a header, with the line each begins in; of one that can't be read the reason instead.

    The rows behind a quote that is opened and not closed aren't taken for a part of it.
    """
    number, at_end = 1, False
    taken: list[str] = []
    back: deque[str] = deque()

    def feed() -> Iterator[str]:
        nonlocal at_end
        while (line := back.popleft() if back else next(lines, None)) is not None:
            taken.append(line)
            yield line
        at_end = True

    while True:
        taken.clear()
        number += 1
        try:
            row = next(csv.reader(feed(), delimiter=delimiter))
        except StopIteration:
            return
        except csv.Error as error:
            reason = str(error)
            if "field limit" in reason:
                reason = f"a cell has more than {_LONGEST_CELL:,} characters, or its quote isn't closed"
        else:
            reason = "a quote is opened and not closed" if _is_open(taken, delimiter, at_end=at_end) else ""
        if reason:
            yield number, reason
            back.extendleft(reversed(taken[1:]))
            at_end = False
        else:
            yield number, row
            number += len(taken) - 1


def _is_open(lines: Sequence[str], delimiter: str, *, at_end: bool) -> bool:
    """Whether a row has a quote that nothing closes, or of several lines one that closes in the middle of a later cell."""
    if len(lines) == 1 and not at_end:
        return False
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return len(lines) > 1 or "unexpected end" in str(error)
    return False
