"""A store of titles in many parts, searched as one: each part is a store of its own, as many machines can build them.

A folder with a `parts.json` and the parts beside it. Which part a record is in follows from its id alone (`part_of`). Every part
is asked at the same time, and their finds are brought into one order.
"""

from __future__ import annotations

import heapq
import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from attrs import evolve

from juche_toolkit.adapters.store import Expression, Found, Row, Snapshot, Store
from juche_toolkit.errors import TitleIndexError

__all__ = ["NAME", "FanOutStore", "part_name", "part_of", "read_parts", "write_parts"]

_T = TypeVar("_T")

NAME = "parts.json"
_FORMAT = 1
_MOST_THREADS = 16


def part_of(id_: str, parts: int) -> int:
    """The number of the part, from 0, in which a record of this id is; the same on every machine and in every version."""
    return int.from_bytes(blake2b(id_.encode(), digest_size=8).digest()) % parts


def part_name(number: int) -> str:
    """The name of a part's file: part-00017.index."""
    return f"part-{number:05}.index"


def write_parts(folder: str | os.PathLike[str], parts: int) -> None:
    """Write the `parts.json` of a folder, once all parts are there; a folder without it is not searched."""
    note = Path(folder) / NAME
    new = note.with_name(f"{NAME}.new")
    new.write_text(json.dumps({"format": _FORMAT, "parts": parts}), encoding="utf-8")
    new.replace(note)


def read_parts(folder: str | os.PathLike[str]) -> list[Path]:
    """The parts of a folder; raises TitleIndexError where its `parts.json` can't be read or a part is missing."""
    note = Path(folder) / NAME
    try:
        facts = json.loads(note.read_bytes())
        version, parts = int(facts["format"]), int(facts["parts"])
    except OSError as error:
        raise TitleIndexError(f"{note} can't be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise TitleIndexError(f"{note} is damaged; it should name the number of parts") from error
    if version > _FORMAT:
        raise TitleIndexError(f"{folder} was made by a newer version; update juche-toolkit")
    paths = [Path(folder) / part_name(number) for number in range(parts)]
    missing = [path.name for path in paths if not path.exists()]
    if missing or not paths:
        raise TitleIndexError(f"{folder} lacks {', '.join(missing[:5]) or 'parts'} of {parts}; build it again")
    return paths


class FanOutStore:
    """Stores of titles that are searched as one; see `adapters.store.Store`.

    A place is the place in its part times the number of parts, plus the part's number. What is written goes to the part of
    its id; "all or none" holds for each part by itself. The parts belong to this store, which closes them.
    """

    def __init__(self, stores: Sequence[Store]) -> None:
        """Take the open parts, in the order of their numbers; there is at least one, and all have one stamp."""
        self._stores = list(stores)
        self._closed = False
        self._pool = ThreadPoolExecutor(min(len(self._stores), _MOST_THREADS), thread_name_prefix="juche-part")
        stamps = {tuple(sorted(store.stamp.items())) for store in self._stores}
        self.outdated = next((store.outdated for store in self._stores if store.outdated), "")
        if len(stamps) > 1 and not self.outdated:
            self.outdated = "the parts of the index were made with different analysers or tables"

    @property
    def stamp(self) -> Mapping[str, str]:
        """What the keys were made with."""
        return self._stores[0].stamp

    @property
    def wasteful(self) -> bool:
        """Whether it is so of any part."""
        return any(store.wasteful for store in self._stores)

    def _each(self, work: Callable[[int], _T]) -> list[_T]:
        """Do something with every part, at the same time."""
        self._alive()
        return list(self._pool.map(work, range(len(self._stores))))

    def _alive(self) -> None:
        if self._closed:
            raise TitleIndexError("the index is closed")

    def _apart(self, ids: Iterable[str]) -> dict[int, list[int]]:
        """Part → the numbers of the ids that belong to it."""
        found: dict[int, list[int]] = defaultdict(list)
        for number, id_ in enumerate(ids):
            found[part_of(id_, len(self._stores))].append(number)
        return found

    def put(self, rows: Sequence[Row]) -> int:
        """Write rows, each to its part; gives the number of rows that were new or changed."""
        apart = self._apart(row.id for row in rows)
        return sum(self._stores[part].put([rows[number] for number in numbers]) for part, numbers in apart.items())

    def remove(self, ids: Sequence[str]) -> int:
        """Remove the records of these ids; gives the number of those that were there."""
        apart = self._apart(ids)
        return sum(self._stores[part].remove([ids[number] for number in numbers]) for part, numbers in apart.items())

    def count(self) -> int:
        """The number of records."""
        return sum(self._each(lambda part: self._stores[part].count()))

    def known(self, rows: Sequence[tuple[str, str, str]]) -> set[str]:
        """The ids of those (id, title, fields) that are stored just so."""
        apart = self._apart(row[0] for row in rows)
        parts = (self._stores[part].known([rows[number] for number in numbers]) for part, numbers in apart.items())
        return set().union(*parts)

    @contextmanager
    def snapshot(self) -> Iterator[FanOutSnapshot]:
        """Every part as it is now."""
        self._alive()
        with ExitStack() as stack:
            yield FanOutSnapshot([stack.enter_context(store.snapshot()) for store in self._stores], self._pool)

    def records(self) -> Iterator[Found]:
        """Every record, part by part."""
        for part, store in enumerate(self._stores):
            for found in store.records():
                yield evolve(found, place=found.place * len(self._stores) + part)

    def rebuild(self, rows: Iterable[tuple[int, Row]], stamp: Mapping[str, str]) -> None:
        """Replace the keys of one part after the other, each all or nothing; the rows come part by part, as from `records`."""
        parts = len(self._stores)
        waiting = iter(rows)
        ahead = next(waiting, None)

        def of(part: int) -> Iterator[tuple[int, Row]]:
            nonlocal ahead
            while ahead is not None and ahead[0] % parts == part:
                yield ahead[0] // parts, ahead[1]
                ahead = next(waiting, None)

        for part, store in enumerate(self._stores):
            store.rebuild(of(part), stamp)
        self.outdated = ""

    def optimize(self) -> None:
        """Bring the keys of every part into the least room."""
        self._each(lambda part: self._stores[part].optimize())

    def check(self) -> tuple[str, ...]:
        """What is wrong with the stored data of each part."""
        return tuple(
            sentence for sentences in self._each(lambda part: self._stores[part].check()) for sentence in sentences
        )

    def close(self) -> None:
        """Close every part; a second time does nothing."""
        self._closed = True
        self._pool.shutdown()
        for store in self._stores:
            store.close()


class FanOutSnapshot:
    """The parts as they were at (nearly) one moment; see `adapters.store.Snapshot`."""

    def __init__(self, parts: Sequence[Snapshot], pool: ThreadPoolExecutor) -> None:
        self._parts = list(parts)
        self._pool = pool

    def match(self, expression: Expression, limit: int) -> list[tuple[int, int]]:
        """Place and size of at most `limit` records that fit, in the order of their places."""
        parts = len(self._parts)
        found = self._pool.map(lambda part: part.match(expression, limit), self._parts)
        placed = [[(place * parts + number, size) for place, size in matches] for number, matches in enumerate(found)]
        return list(heapq.merge(*placed))[:limit]

    def fetch(self, places: Sequence[int]) -> list[Found]:
        """The records at these places, in the order of `places`."""
        parts = len(self._parts)
        found: dict[int, Found] = {}
        for number, part in enumerate(self._parts):
            own = [place for place in places if place % parts == number]
            for place, record in zip(own, part.fetch([place // parts for place in own]), strict=True):
                found[place] = evolve(record, place=place)
        return [found[place] for place in places]
