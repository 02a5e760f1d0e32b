"""Does an index last? Writers killed at any moment, readers beside a writer, a file that may not grow.

Titles are cut at spaces and spelt as they are, since it is the store that is tried. `bench/lasting.py` runs the same for longer; as
a program of its own this is the process that is killed, whose files may not grow, or whose disk fills up.
"""

from __future__ import annotations

import contextlib
import json
import random
import resource
import subprocess
import sys
import threading
import time
from itertools import count
from pathlib import Path
from typing import NamedTuple

from juche_toolkit.adapters.stores import open_store
from juche_toolkit.errors import TitleIndexError
from juche_toolkit.search.index import Keyer, TitleIndex
from juche_toolkit.search.keys import COLUMNS

BATCH = 50
_LONGEST_PAUSE = 0.1
"""Seconds that a writer goes on after the batches that were waited for, at most."""


def opened(path: Path, engine: str) -> TitleIndex:
    """An index whose analyser cuts at spaces."""
    keyer = Keyer(str.split, lambda text, _scheme: text, {"analyser": "spaces 1", "lexicon": "0"})
    return TitleIndex(open_store(path, COLUMNS, keyer.stamp, engine=engine), keyer)


def record(number: int) -> dict[str, object]:
    """The record of a number; its title names it, so that a lost one is found out."""
    return {"id": str(number), "title": f"경제 연구 {number}"}


class Kills(NamedTuple):
    """What became of the index: records that were committed, of these lost, and indexes that couldn't be read afterwards."""

    kills: int
    committed: int
    lost: int
    unreadable: int


def kills(path: Path, engine: str, number: int, seed: int = 7) -> Kills:
    """Kill writers with SIGKILL, each a moment after some batches, and look after each kill at what is there."""
    chance, written, lost, unreadable = random.Random(seed), 0, 0, 0  # noqa: S311 - chance
    for _ in range(number):
        told = _killed(path, engine, written, chance)
        try:
            with opened(path, engine) as index:
                problems = index.check()
                there = len(index)
                found = len(index.search("경제", limit=there + 1))
                again = index.add(map(record, range(there)))
        except TitleIndexError as error:
            print(error)  # noqa: T201 - to be seen when it fails
            unreadable += 1
            continue
        unreadable += bool(problems) or there % BATCH != 0
        lost += max(0, told - there) + abs(there - found) + again.changed
        written = there
    return Kills(number, written, lost, unreadable)


def _killed(path: Path, engine: str, first: int, chance: random.Random) -> int:
    """Start a writer and kill it; gives the number of records that it said were committed."""
    command = [sys.executable, __file__, "write", str(path), str(first), engine]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        if writer.stdout is None:
            raise RuntimeError("the writer has no output")
        told = [int(writer.stdout.readline()) for _ in range(chance.randint(1, 4))]
        time.sleep(chance.random() * _LONGEST_PAUSE)
        writer.kill()
        told += [int(line) for line in writer.stdout.read().splitlines()]
    return told[-1]


class Readings(NamedTuple):
    """What readers saw: searches, errors, and stale or half-written answers."""

    searches: int
    batches: int
    errors: int
    stale: int


def readings(path: Path, engine: str, seconds: float, readers: int) -> Readings:
    """Let readers search while one thread adds, replaces and deletes batches.

    An answer is stale if it lacks a batch that was committed before the search began, and half-written if it holds a part of one.
    """
    stop, lock = threading.Event(), threading.Lock()
    committed, searches, errors, stale = [0], [0], [0], [0]
    with opened(path, engine) as index:

        def read() -> None:
            while not stop.is_set():
                before = committed[0]
                try:
                    newest = index.search(f'"연구 {before * BATCH - 1}"') if before else ()
                    size = len(index)
                except Exception as error:  # noqa: BLE001 - any error is what is counted
                    print(repr(error))  # noqa: T201 - to be seen when it fails
                    with lock:
                        errors[0] += 1
                    continue
                right = size >= before * BATCH and size % BATCH == 0 and (not before or len(newest) >= 1)
                with lock:
                    searches[0] += 1
                    stale[0] += not right

        threads = [threading.Thread(target=read) for _ in range(readers)]
        for thread in threads:
            thread.start()
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            first = committed[0] * BATCH
            index.add((record(number) for number in range(first, first + BATCH)), batch=BATCH)
            committed[0] += 1
        stop.set()
        for thread in threads:
            thread.join()
    return Readings(searches[0], committed[0], errors[0], stale[0])


def _tell(what: object) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def _write(path: Path, first: int, engine: str) -> None:
    """Add records until killed; say after each batch how many are committed."""
    with opened(path, engine) as index:
        index.add(map(record, count(first)), batch=BATCH, progress=lambda done: _tell(first + done))


def _fill(path: Path, engine: str, largest: int) -> None:
    """Add small batches, then large ones until no file may grow any more; say how many were committed, and the error."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
    committed = 0
    try:
        with opened(path, engine) as index:
            committed = index.add(map(record, range(2 * BATCH)), batch=BATCH).count
            for first in range(committed, 30_000, 5_000):
                committed += index.add(map(record, range(first, first + 5_000)), batch=5_000).count
    except TitleIndexError as error:
        _tell(json.dumps([committed, str(error)]))


def filled(path: Path, engine: str, largest: int) -> tuple[int, str]:
    """Fill an index in a process whose files may have so many bytes at most; gives the records committed and the error."""
    command = [sys.executable, __file__, "fill", str(path), engine, str(largest)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    committed, message = json.loads(done.stdout.splitlines()[-1])
    return committed, message


_IN_A_DISK = 'mount -t tmpfs -o size=3m tmpfs "$1" && shift && exec "$@"'


def on_a_small_disk(disk: Path, *command: str) -> list[str]:
    """A command that runs where `disk` is a file system of its own with three megabytes, which no one else sees."""
    return ["unshare", "--map-root-user", "--mount", "sh", "-c", _IN_A_DISK, "sh", str(disk), *command]


class FullDisk(NamedTuple):
    """What became of an index on a disk that filled up: records told as committed and the error; those found on the full disk, what is
    wrong with them, and the error of adding more; and those there when there was room again and ten more were added."""

    committed: int
    message: str
    found: int
    problems: list[str]
    again: str
    after: int


def full_disk(disk: Path, engine: str) -> FullDisk:
    """Add records until a real disk is full, search it, add more, and once more with room made."""
    command = on_a_small_disk(disk, sys.executable, __file__, "full", str(disk), engine)
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return FullDisk(*json.loads(done.stdout.splitlines()[-1]))


def _use_up(path: Path) -> None:
    """Fill what is free on a disk."""
    with path.open("wb", buffering=0) as rest, contextlib.suppress(OSError):
        while rest.write(bytes(4096)):
            pass


def _fill_disk(disk: Path, engine: str) -> None:
    ballast, path, committed = disk / "ballast", disk / "titles.index", 0
    ballast.write_bytes(bytes(600_000))
    message = again = ""
    try:
        with opened(path, engine) as index:
            while True:
                committed += index.add(map(record, range(committed, committed + BATCH)), batch=BATCH).count
    except TitleIndexError as error:
        message = str(error)
    with opened(path, engine) as index:
        found, problems = len(index.search("경제", limit=10 * committed)), list(index.check())
        _use_up(disk / "rest")  # what the failed batch has given back could hold the next one
        try:
            index.add(map(record, range(10**6, 10**6 + 5_000)), batch=5_000)
        except TitleIndexError as error:
            again = str(error)
    ballast.unlink()
    (disk / "rest").unlink()
    with opened(path, engine) as index:
        index.add(map(record, range(2 * 10**6, 2 * 10**6 + 10)))
        problems += index.check()
        _tell(json.dumps([committed, message, found, problems, again, len(index)]))


if __name__ == "__main__":
    if sys.argv[1] == "full":
        _fill_disk(Path(sys.argv[2]), sys.argv[3])
    elif sys.argv[1] == "write":
        _write(Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
    else:
        _fill(Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
