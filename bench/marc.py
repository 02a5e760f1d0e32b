"""How fast and in how little memory a catalogue's records are checked and mended.

Run `python bench/marc.py` (50,000 records, some minutes to make them; `--count 5000` for a first look). Each run is a process
of its own: the command line as a user starts it, its time, its peak of memory. `--keep DIR` keeps the files made.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pymarc

from marc_records import BREAKS, FAULTS, encoded, records

_SEED = 1945
_BAR = 3_000
"""Records a second that `juche marc check` should read at least."""
_GROWTH = 1.1
"""How much more memory ten times the records may take."""


def make(path: Path, count: int, *, faulty: float = 0.0, broken: float = 0.0, invented: bool = False) -> list[int]:
    """Write a file of records; gives the numbers, from 1, of those that are broken."""
    lot = random.Random(_SEED)  # noqa: S311 - a sample, not a secret
    spoilt = []
    with path.open("wb") as file:
        for number, fields in enumerate(records(count, invented=invented), 1):
            if lot.random() < faulty:
                fields = lot.choice(list(FAULTS.values()))[1](fields)
            data = encoded(fields)
            if lot.random() < broken:
                data = lot.choice(list(BREAKS.values()))(data, lot)
                spoilt.append(number)
            file.write(data)
    return spoilt


def made(path: Path, count: int, *, faulty: float = 0.0, broken: float = 0.0, invented: bool = False) -> list[int]:
    """`make` in a process of its own: the peak of memory that a process is started with is that of the one that starts it."""
    with ProcessPoolExecutor(1, get_context("spawn")) as maker:
        return maker.submit(make, path, count, faulty=faulty, broken=broken, invented=invented).result()


def run(arguments: list[str]) -> tuple[float, float, float, str]:
    """Start `juche`; gives seconds on the clock, seconds of the processor, peak of memory in MB, and the last line it says."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as said:
        start = time.perf_counter()
        command = [sys.executable, "-m", "juche_toolkit", *arguments]
        process = subprocess.Popen(command, stdout=out, stderr=said)  # noqa: S603 - our own command line
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        said.seek(0)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            raise SystemExit(said.read())
        said.seek(0)
        return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said.read().splitlines()[-1]


def main() -> int:
    """Measure, print, and give 1 where a bar is missed."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--count", type=int, default=50_000)
    arguments.add_argument("--keep", type=Path)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        return measure(folder, given.count)


def measure(folder: Path, count: int) -> int:
    """All runs, a line each."""
    missed = 0
    peaks = {}
    for name, size, faulty, broken in (
        ("a tenth", count // 10, 0.05, 0.0),
        ("all", count, 0.05, 0.0),
        ("all, 1 % broken", count, 0.05, 0.01),
    ):
        path = folder / f"{size}-{broken}.mrc"
        spoilt = made(path, size, faulty=faulty, broken=broken)
        seconds, processor, peak, said = run(["marc", "check", str(path)])
        peaks[name] = peak
        print(
            f"check, {name}: {size} records, {size / seconds:,.0f}/s by the clock, {size / processor:,.0f}/s of processor time,"
        )
        print(f"  peak {peak:.0f} MB; {len(spoilt)} broken; it says: {said}")
        missed += size == count and size / seconds < _BAR
    path = folder / f"{count}-0.0.mrc"
    start = time.process_time()
    with path.open("rb") as file:
        for _ in pymarc.MARCReader(file):
            pass
    print(f"pymarc only reading the same: {count / (time.process_time() - start):,.0f}/s of processor time")
    seconds, processor, peak, said = run(["marc", "repair", str(path), str(folder / f"mended-{os.getpid()}.mrc")])
    print(
        f"repair: {count / seconds:,.0f}/s by the clock, {count / processor:,.0f}/s of processor time, peak {peak:.0f} MB; {said}"
    )
    growth = {"their own words": peaks["all"] / peaks["a tenth"], "words never seen": _of_new_words(folder, count)}
    for what, found in growth.items():
        print(f"memory of ten times the records, {what}: {found:.2f} (at most {_GROWTH})")
    return int(missed > 0 or max(growth.values()) > _GROWTH)


def _of_new_words(folder: Path, count: int) -> float:
    """Ten times the records against a tenth, all of words that no one knows: how much more memory the check takes."""
    peaks = []
    for size in (count // 10, count):
        path = folder / f"{size}-invented.mrc"
        made(path, size, invented=True)
        seconds, processor, peak, said = run(["marc", "check", str(path)])
        peaks.append(peak)
        print(
            f"check, words never seen: {size} records, {size / seconds:,.0f}/s by the clock, "
            f"{size / processor:,.0f}/s of processor time, peak {peak:.0f} MB; {said}"
        )
    return peaks[1] / peaks[0]


if __name__ == "__main__":
    raise SystemExit(main())
