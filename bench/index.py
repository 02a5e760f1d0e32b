"""The title index beside bare FTS5, tantivy and FTS5's `trigram`: building, bytes a title, queries.

    python bench/index.py --titles 100000
    python bench/index.py                     # 1,000,000 titles; some minutes, a gigabyte or two of disk

Titles are recombined from real words, as "title: subtitle", both halves out of some tens of thousands whose keys are made once, so
that writing is measured apart from analysing. All times are processor time. What counts are ratios of one run; ends with 1 where a bar
is missed.

A query's time is the best of some runs, ours and that of bare FTS5 by turns, so that neither the machine's other work nor the order
decides; what is remembered of a whole query is forgotten before each, what is remembered of words is not. Beside the 95 % of each kind
every query is held against the bare MATCH that asks the same of the same keys, of misspelt words a MATCH of their skeletons. One that bare
FTS5 finds nothing for (it stops at the first word that stands nowhere) has no ratio and is counted apart. Misspelt queries are also held
against the MATCH of the words as they are spelt well, which is no bar.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.search.synthetic import eojeols

from juche_toolkit import _titles
from juche_toolkit.adapters.sqlite import SqliteStore
from juche_toolkit.adapters.store import Column, Row, Store, cut, stretch
from juche_toolkit.adapters.tantivy import TantivyStore
from juche_toolkit.search.folding import fold
from juche_toolkit.search.index import Keyer, TitleIndex
from juche_toolkit.search.keys import COLUMNS, TitleKeys, skeleton

BATCH = 1_000
HALVES = 30_000
ALONE = 30_000
"""Titles by which the bytes of each key alone are measured."""
QUERIES = 200
RUNS = 5
SLOWEST, SLOWEST_ONE, SLOWEST_ADD, LARGEST = 3.0, 10.0, 0.5, 600


class Half(NamedTuple):
    """A title or subtitle with its keys."""

    text: str
    keys: TitleKeys


def halves(keyer: Keyer, number: int) -> list[Half]:
    """Titles of one to three eojeols with their keys; short ones come often, as chance has it."""
    chance, words = random.Random(1), eojeols()  # noqa: S311 - chance
    texts = [" ".join(chance.choices(words, k=chance.randint(1, 3))) for _ in range(number)]
    made = {text: keyer.keys(text, {}) for text in dict.fromkeys(texts)}
    return [Half(text, made[text]) for text in texts]


def joined(one: Half, two: Half, number: int) -> Row:
    """The row of `one: two`. A colon parts words and sounds, so its keys are those of the halves."""
    a, b = one.keys, two.keys
    loose = (a.loose or a.title) + (b.loose or b.title)
    title = a.title + b.title
    sounds = tuple(dict.fromkeys(filter(None, ("".join([*a.sounds[:1], *b.sounds[:1]]), *a.sounds[1:], *b.sounds[1:]))))
    keys = TitleKeys(
        tuple(dict.fromkeys((*a.terms, *b.terms))), title, "" if loose == title else loose, a.initials + b.initials,
        tuple(dict.fromkeys((*a.latin, *b.latin))), tuple(dict.fromkeys((*a.sloppy, *b.sloppy))), sounds,
        tuple(dict.fromkeys((*a.years, *b.years))),
    )  # fmt: skip
    fields = json.dumps({"year": 1945 + number % 76}, separators=(",", ":"))
    return Row(f"t{number}", f"{one.text}: {two.text}", fields, len(title), keys.columns())


def rows(known: Sequence[Half], number: int) -> Iterator[Row]:
    chance = random.Random(2)  # noqa: S311 - chance
    for place in range(number):
        yield joined(chance.choice(known), chance.choice(known), place)


def batches(known: Sequence[Half], number: int) -> Iterator[list[Row]]:
    waiting = rows(known, number)
    while some := list(islice(waiting, BATCH)):
        yield some


def timed(work: Callable[[list[Row]], object], known: Sequence[Half], number: int) -> float:
    """Seconds of processor time that writing takes, without making the rows."""
    spent = 0.0
    for batch in batches(known, number):
        began = time.process_time()
        work(batch)
        spent += time.process_time() - began
    return spent


class Bare:
    """FTS5 as it is: a contentless table with the same keys, nothing else; or the titles alone with its trigrams."""

    def __init__(self, path: Path, *, trigram: bool = False) -> None:
        self.path, self.trigram = path, trigram
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.connection.execute("PRAGMA journal_mode = WAL")
        names = "title" if trigram else ", ".join(column.name for column in COLUMNS)
        tokenizer = "trigram" if trigram else "unicode61 remove_diacritics 0"
        content = "" if trigram else ", content='', columnsize=0"
        self.connection.execute(f"CREATE VIRTUAL TABLE bare USING fts5({names}{content}, tokenize='{tokenizer}')")
        self.insert = (
            f"INSERT INTO bare (rowid, {names}) VALUES (?, {', '.join('?' * (1 if trigram else len(COLUMNS)))})"  # noqa: S608 - ours
        )

    def put(self, batch: Sequence[tuple[object, ...]]) -> None:
        self.connection.execute("BEGIN")
        self.connection.executemany(self.insert, batch)
        self.connection.execute("COMMIT")

    def add(self, known: Sequence[Half], number: int) -> float:
        spent, places = 0.0, count(1)
        for batch in batches(known, number):
            texts = ((row.title,) if self.trigram else map(cut, COLUMNS, row.keys) for row in batch)
            ready = [(next(places), *keys) for keys in texts]
            began = time.process_time()
            self.put(ready)
            spent += time.process_time() - began
        self.connection.execute("INSERT INTO bare (bare) VALUES ('optimize')")
        return spent

    def match(self, query: str) -> int:
        return len(self.connection.execute("SELECT rowid FROM bare WHERE bare MATCH ?", (query,)).fetchall())


class Asked(NamedTuple):
    """A query of each engine's; of a misspelt one also what bare FTS5 would be asked, were it spelt well."""

    ours: str
    bare: str
    trigram: str
    well: str = ""


def asked(keyer: Keyer, known: Sequence[Half]) -> dict[str, list[Asked]]:
    """Queries of each kind, drawn from the titles."""
    chance = random.Random(3)  # noqa: S311 - chance
    sample = chance.sample(known, min(len(known), 20 * QUERIES))
    title = next(column for column in COLUMNS if column.name == "title")
    found: dict[str, list[Asked]] = {"two syllables": [], "phrase": [], "romanized": [], "misspelt": []}
    for half in sample:
        terms = [
            term for term in keyer.terms(half.text) if fold(term).key in half.keys.terms and "가" <= term[0] <= "힣"
        ]
        for term in terms:
            if len(term) == 2:
                found["two syllables"].append(Asked(term, f'terms : "{fold(term).key}"', term))
        words = half.text.split()
        if len(words) > 1:
            text = f"{words[0]} {words[1]}".replace('"', "")
            grams, rest = stretch(title, fold(text).key)
            phrase = " ".join([*grams, rest]).strip()
            found["phrase"].append(Asked(f'"{text}"', f'title : "{phrase}"{" *" if rest else ""}', f'"{text}"'))
        if len(terms) > 1:
            latin = [
                keyer.romanize(term, "mr").replace("'", "").replace("ŏ", "o").replace("ŭ", "u").lower()
                for term in terms[:2]
            ]
            bare = " AND ".join(f'latin : "{word}"' for word in latin)
            found["romanized"].append(Asked(" ".join(latin), bare, '"' + " ".join(latin) + '"'))
            bad = [word.replace("o", "eo", 1).replace("u", "oo", 1) for word in latin]
            sounds = " AND ".join(f'sloppy : "{skeleton(word)}"' for word in bad)
            found["misspelt"].append(Asked(" ".join(bad), sounds, '"' + " ".join(bad) + '"', bare))
    return {kind: list(dict.fromkeys(queries))[:QUERIES] for kind, queries in found.items()}


def times(
    searches: Sequence[tuple[Callable[[str], object], Sequence[str]]], forget: Callable[[], None]
) -> list[list[float]]:
    """Milliseconds of processor time that each search takes for each of its queries, the best of some runs by turns."""
    found = [[float("inf")] * len(queries) for _, queries in searches]
    for _ in range(RUNS):
        for place in range(len(searches[0][1])):
            for (search, queries), best in zip(searches, found, strict=True):
                forget()
                began = time.process_time()
                search(queries[place])
                best[place] = min(best[place], 1_000 * (time.process_time() - began))
    return found


def p95(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def size(path: Path) -> int:
    if path.is_dir():
        return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
    return sum(file.stat().st_size for file in path.parent.glob(path.name + "*"))


def alone(folder: Path, known: Sequence[Half]) -> dict[str, float]:
    """Bytes a title of each key, kept alone without the records."""
    found = {}
    for place, column in enumerate(COLUMNS):
        connection = sqlite3.connect(folder / f"alone-{column.name}")
        connection.execute(
            f"CREATE VIRTUAL TABLE bare USING fts5({column.name}, content='', columnsize=0, tokenize='unicode61 remove_diacritics 0')"
        )
        texts = ((number, cut(column, row.keys[place])) for number, row in enumerate(rows(known, ALONE), 1))
        connection.executemany(f"INSERT INTO bare (rowid, {column.name}) VALUES (?, ?)", texts)  # noqa: S608 - our names
        connection.execute("INSERT INTO bare (bare) VALUES ('optimize')")
        connection.commit()
        connection.execute("VACUUM")
        connection.close()
        found[column.name] = size(folder / f"alone-{column.name}") / ALONE
    return found


def report(name: str, number: int, spent: float, path: Path) -> None:
    print(f"{name:20} {number / spent:10,.0f} titles/s {size(path) / number:8.0f} bytes a title", flush=True)


def built(
    name: str, store: Store, keyer: Keyer, known: Sequence[Half], number: int, path: Path
) -> tuple[TitleIndex, float]:
    spent = timed(store.put, known, number)
    index = TitleIndex(store, keyer)
    index.optimize()
    if isinstance(store, SqliteStore):
        store._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    report(name, number, spent, path)
    return index, spent


def compare(folder: Path, keyer: Keyer, known: Sequence[Half], number: int) -> bool:
    columns: Sequence[Column] = COLUMNS
    bare = Bare(folder / "bare")
    bare_spent = bare.add(known, number)
    bare.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    report("bare FTS5", number, bare_spent, folder / "bare")
    ours, spent = built(
        "ours, SQLite", SqliteStore(folder / "ours", columns, keyer.stamp), keyer, known, number, folder / "ours"
    )
    fast, _ = built(
        "ours, tantivy", TantivyStore(folder / "fast", columns, keyer.stamp), keyer, known, number, folder / "fast"
    )
    trigram = Bare(folder / "trigram", trigram=True)
    trigram_spent = trigram.add(known, number)
    trigram.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    report("FTS5 trigram", number, trigram_spent, folder / "trigram")
    good = bare_spent / spent >= SLOWEST_ADD and size(folder / "ours") / number < LARGEST
    print(f"adding: {bare_spent / spent:.2f} of bare FTS5 (bar {SLOWEST_ADD}); bytes a title under {LARGEST}: {good}")

    def forget() -> None:
        keyer.terms.cache_clear()
        skeleton.cache_clear()

    for kind, queries in asked(keyer, known).items():
        base, own, quick, grams = times(
            [
                (bare.match, [query.bare for query in queries]),
                (ours.search, [query.ours for query in queries]),
                (fast.search, [query.ours for query in queries]),
                (trigram.match, [query.trigram for query in queries]),
            ],
            forget,
        )
        if any(query.well for query in queries):
            (well,) = times([(bare.match, [query.well for query in queries])], forget)
        finds = sum(trigram.match(query.trigram) > 0 for query in queries)
        print(f"{kind}: {len(queries)} queries, median / 95 % / worst ms: bare {shown(base)}; SQLite {shown(own)}; tantivy {shown(quick)};"
              f" trigram {shown(grams)} (finds {finds})")  # fmt: skip
        each = sorted(
            (mine / alone, mine, alone, query.ours)
            for mine, alone, query in zip(own, base, queries, strict=True)
            if bare.match(query.bare)
        )
        over = [row for row in each if row[0] > SLOWEST_ONE]
        ratio = p95(own) / p95(base)
        print(f"    ratio of 95 % {ratio:.2f}; query by query {shown([row[0] for row in each])}, {len(over)} of {len(each)} over"
              f" {SLOWEST_ONE:.0f}, {len(queries) - len(each)} that bare FTS5 finds nothing for", flush=True)  # fmt: skip
        for times_as_long, mine, alone, text in over[-3:]:
            print(f"    {text}: {mine:.2f} ms, {times_as_long:.1f} times {alone:.3f}")
        if any(query.well for query in queries):
            more = [mine / one for mine, one, query in zip(own, well, queries, strict=True) if bare.match(query.well)]
            print(f"    beside the words as they are spelt well: ratio of 95 % {p95(own) / p95(well):.2f}; query by query {shown(more)},"
                  f" {sum(one > SLOWEST_ONE for one in more)} of {len(more)} over {SLOWEST_ONE:.0f}", flush=True)  # fmt: skip
        good &= ratio <= SLOWEST and not over
    return good


def shown(values: Sequence[float]) -> str:
    return f"{statistics.median(values):.1f} / {p95(values):.1f} / {max(values):.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--titles", type=int, default=1_000_000)
    number = parser.parse_args().titles
    keyer = _titles.keyer()
    began = time.process_time()
    known = halves(keyer, HALVES)
    print(f"keys made: {len(known) / (time.process_time() - began):,.0f} halves of titles/s")
    row = joined(known[5], known[77], 5)
    for own, made in zip(keyer.keys(row.title, {}).columns(), row.keys, strict=True):
        if sorted(own.split()) != sorted(made.split()):
            print(f"note: the keys of {row.title} differ: {own} and {made}")
    with tempfile.TemporaryDirectory() as folder:
        good = compare(Path(folder), keyer, known, number)
        keys = alone(Path(folder), known)
        print("bytes a title, each key alone:", ", ".join(f"{name} {value:.0f}" for name, value in keys.items()))
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
