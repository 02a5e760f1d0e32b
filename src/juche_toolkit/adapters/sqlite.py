"""The store of titles on SQLite's full-text search (FTS5), from the standard library.

The file holds the records, and a contentless FTS5 table with the keys. Keys arrive cut into tokens, so that no tokenizer of
our own is needed: FTS5's unicode61 keeps Hangul syllables and jamo, hanja, letters and digits together and splits at the
spaces we put. A contentless table can't forget rows in the SQLite versions that are about (3.43 and later could), so a
replaced record gets a new number, which is never used again, and the old number finds nothing any more; when more numbers are
dead than alive, `wasteful` says so, and a rebuild wins the room back.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice, product
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from juche_toolkit.adapters.store import (
    AllOf,
    AnyOf,
    But,
    Column,
    Expression,
    Found,
    Nearly,
    Part,
    Prefix,
    Row,
    Word,
    cut,
    stretch,
)
from juche_toolkit.errors import TitleIndexError

__all__ = ["FORMAT", "SqliteStore"]

_T = TypeVar("_T")

_APPLICATION = 0x4A744958
"""Marks the file as ours (`PRAGMA application_id`)."""
FORMAT = 2
"""The layout of the file (`PRAGMA user_version`)."""
_MARKS = "abcdefghijklmnopqrstuvwxyz"
"""Letters before the tokens of columns that are kept apart, by the column's place. FTS5 keeps one list for a token whatever column
it stands in, and reads all of it for a query of one column: a word is among its title's characters too."""
_WAIT = 30.0
"""Seconds to wait for another process that writes."""
_AT_ONCE = 500
"""Ids or places in one statement."""
_DEAD = 10_000
"""Dead numbers from which on an index with fewer live ones is called wasteful."""


class SqliteStore:
    """A store of titles in one file; see `adapters.store.Store`.

    One connection writes, under a lock; each reading takes a connection of its own from a pool, and sees one snapshot.
    """

    def __init__(self, path: str | os.PathLike[str], columns: Sequence[Column], stamp: Mapping[str, str]) -> None:
        """Open the file, or make it with this stamp; raises TitleIndexError with the reason why it can't be."""
        self.path = Path(path).absolute()
        self.columns = tuple(columns)
        self._marks = _marks(columns)
        self._lock = threading.RLock()
        self._idle: list[sqlite3.Connection] = []
        self._closed = False
        with self._plainly():
            self.read_only = self._must_only_read()
            self._mode = "mode=ro" if self.read_only else "mode=rwc"
            if self.read_only and not self._beside("-wal").exists() and not os.access(self.path.parent, os.W_OK):
                self._mode += "&immutable=1"  # no one can write there, and SQLite couldn't make its own files
            self._writer = self._connect()
            try:
                self.outdated = self._look(stamp)
                self.stamp: Mapping[str, str] = dict(
                    self._writer.execute("SELECT key, value FROM meta WHERE key <> 'dead'")
                )
            except BaseException:
                self._writer.close()
                raise

    def _must_only_read(self) -> bool:
        if self.path.is_dir():
            raise TitleIndexError(f"{self.path} is a folder, no index of titles")
        if self.path.exists():
            return not (os.access(self.path, os.W_OK) and os.access(self.path.parent, os.W_OK))
        if not self.path.parent.is_dir():
            raise TitleIndexError(f"there is no folder {self.path.parent} to put an index of titles in")
        if not os.access(self.path.parent, os.W_OK):
            raise TitleIndexError(f"{self.path} can't be made: the folder can't be written to")
        return False

    def _beside(self, suffix: str) -> Path:
        return self.path.with_name(self.path.name + suffix)

    def _connect(self) -> sqlite3.Connection:
        uri = f"file:{quote(str(self.path))}?{self._mode}"
        connection = sqlite3.connect(uri, uri=True, timeout=_WAIT, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA cache_size = -32768")
        return connection

    def _look(self, stamp: Mapping[str, str]) -> str:
        """Tell whose file it is; make the tables of a new one. Gives why an older index must be rebuilt, or ""."""
        (application,) = self._writer.execute("PRAGMA application_id").fetchone()
        (version,) = self._writer.execute("PRAGMA user_version").fetchone()
        (tables,) = self._writer.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if application != _APPLICATION:
            if application or tables or version:
                raise TitleIndexError(f"{self.path} is a database, but no index of titles; it was left as it is")
            if self.read_only:
                raise TitleIndexError(f"{self.path} is empty and can't be written to")
            self._make(stamp)
        elif version > FORMAT:
            raise TitleIndexError(
                f"{self.path} was made by a newer version (format {version}, this version knows {FORMAT}); update juche-toolkit"
            )
        elif version < FORMAT or self._columns() != self._layout():
            return f"{self.path} has the format of an older version"
        return ""

    def _make(self, stamp: Mapping[str, str]) -> None:
        self._writer.execute("PRAGMA journal_mode = WAL")
        with self._transaction() as cursor:
            (tables,) = cursor.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if tables:  # another process was quicker
                return
            cursor.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
            cursor.execute(
                "CREATE TABLE titles (place INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, "
                "title TEXT NOT NULL, fields TEXT NOT NULL, size INTEGER NOT NULL)"
            )
            self._make_keys(cursor, stamp)
            cursor.execute(f"PRAGMA application_id = {_APPLICATION}")

    def _make_keys(self, cursor: sqlite3.Cursor, stamp: Mapping[str, str]) -> None:
        cursor.execute("DROP TABLE IF EXISTS keys")
        names = ", ".join(column.name for column in self.columns)
        cursor.execute(
            f"CREATE VIRTUAL TABLE keys USING fts5({names}, content='', columnsize=0, "
            "tokenize='unicode61 remove_diacritics 0')"
        )
        cursor.execute("DELETE FROM meta")
        rows = {**stamp, "columns": self._layout(), "dead": "0"}
        cursor.executemany("INSERT INTO meta VALUES (?, ?)", rows.items())
        cursor.execute(f"PRAGMA user_version = {FORMAT}")

    def _layout(self) -> str:
        return " ".join(f"{column.name}:{column.grams}{column.heads}{'!' * column.apart}" for column in self.columns)

    def _columns(self) -> str:
        row = self._writer.execute("SELECT value FROM meta WHERE key = 'columns'").fetchone()
        return str(row[0]) if row else ""

    # Writing

    def put(self, rows: Sequence[Row]) -> int:
        """Write rows, all or none; an id again replaces its record. Gives the number of rows that were new or changed."""
        with self._writing() as cursor:
            last = {row.id: row for row in rows}
            stored = self._stored(cursor, list(last))
            changed = [row for row in last.values() if stored.get(row.id) != (row.title, row.fields)]
            self._forget(cursor, [row.id for row in changed if row.id in stored])
            last_place = cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = 'titles'").fetchone()
            placed = list(enumerate(changed, 1 + (last_place[0] if last_place else 0)))
            cursor.executemany(
                "INSERT INTO titles (place, id, title, fields, size) VALUES (?, ?, ?, ?, ?)",
                ((place, row.id, row.title, row.fields, row.size) for place, row in placed),
            )
            self._put_keys(cursor, placed)
            return len(changed)

    def _put_keys(self, cursor: sqlite3.Cursor, rows: Iterable[tuple[int, Row]]) -> None:
        names = ", ".join(column.name for column in self.columns)
        cursor.executemany(
            f"INSERT INTO keys (rowid, {names}) VALUES ({_holes([0, *self.columns])})",  # noqa: S608 - names are ours
            ((place, *map(_marked, self._marks, map(cut, self.columns, self._checked(row)))) for place, row in rows),
        )

    def _checked(self, row: Row) -> tuple[str, ...]:
        if len(row.keys) != len(self.columns):
            raise ValueError(f"record {row.id!r} has {len(row.keys)} keys for {len(self.columns)} columns")
        return row.keys

    def remove(self, ids: Sequence[str]) -> int:
        """Remove the records of these ids, all or none; gives the number of those that were there."""
        with self._writing() as cursor:
            return self._forget(cursor, list(dict.fromkeys(ids)))

    def _forget(self, cursor: sqlite3.Cursor, ids: Sequence[str]) -> int:
        gone = 0
        for some in _chunks(ids):
            cursor.execute(f"DELETE FROM titles WHERE id IN ({_holes(some)})", some)  # noqa: S608 - only question marks
            gone += cursor.rowcount
        if gone:
            cursor.execute("UPDATE meta SET value = CAST(value AS INTEGER) + ? WHERE key = 'dead'", (gone,))
        return gone

    def rebuild(self, rows: Iterable[tuple[int, Row]], stamp: Mapping[str, str]) -> None:
        """Replace all keys by those of the rows, given with their places, and the stamp; all or nothing."""
        with self._writing(outdated=True) as cursor:
            self._make_keys(cursor, stamp)
            for some in _batches(rows):
                self._put_keys(cursor, some)
                cursor.executemany(
                    "UPDATE titles SET size = ? WHERE place = ?", ((row.size, place) for place, row in some)
                )
            cursor.execute("INSERT INTO keys (keys) VALUES ('optimize')")
        self.stamp, self.outdated = {**stamp, "columns": self._layout()}, ""

    def optimize(self) -> None:
        """Bring the keys into the least room; worth its time after many records were added."""
        with self._writing() as cursor:
            cursor.execute("INSERT INTO keys (keys) VALUES ('optimize')")

    @property
    def wasteful(self) -> bool:
        """Whether replaced and deleted records take more room than those that are there."""
        with self._reading() as cursor:
            (dead,) = cursor.execute("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'dead'").fetchone()
            return bool(dead >= _DEAD and dead > self._count(cursor))

    # Reading

    def count(self) -> int:
        """The number of records."""
        with self._reading() as cursor:
            return self._count(cursor)

    def _count(self, cursor: sqlite3.Cursor) -> int:
        return int(cursor.execute("SELECT count(*) FROM titles").fetchone()[0])

    def known(self, rows: Sequence[tuple[str, str, str]]) -> set[str]:
        """The ids of those (id, title, fields) that are stored just so."""
        with self._reading() as cursor:
            stored = self._stored(cursor, [row[0] for row in rows])
        return {id_ for id_, *rest in rows if stored.get(id_) == tuple(rest)}

    def _stored(self, cursor: sqlite3.Cursor, ids: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Title and fields of those ids that are there."""
        found: dict[str, tuple[str, str]] = {}
        for some in _chunks(ids):
            statement = f"SELECT id, title, fields FROM titles WHERE id IN ({_holes(some)})"  # noqa: S608 - only question marks
            found.update((id_, (title, fields)) for id_, title, fields in cursor.execute(statement, some))
        return found

    @contextmanager
    def snapshot(self) -> Iterator[SqliteSnapshot]:
        """The store as it is now."""
        with self._reading() as cursor:
            yield SqliteSnapshot(cursor, self.columns)

    def records(self) -> Iterator[Found]:
        """Every record, in the order of addition."""
        last = 0
        while True:
            with self._reading() as cursor:
                rows = cursor.execute(
                    "SELECT place, id, title, fields FROM titles WHERE place > ? ORDER BY place LIMIT ?",
                    (last, _AT_ONCE),
                ).fetchall()
            if not rows:
                return
            yield from (Found(*row) for row in rows)
            last = rows[-1][0]

    def check(self) -> tuple[str, ...]:
        """What is wrong with the stored data: sentences, none if it is sound."""
        with self._lock, self._plainly():
            self._alive()
            found = [str(row[0]) for row in self._writer.execute("PRAGMA integrity_check") if row[0] != "ok"]
            if not self.read_only:
                try:
                    self._writer.execute("INSERT INTO keys (keys) VALUES ('integrity-check')")
                except sqlite3.DatabaseError as error:
                    found.append(f"the keys are damaged: {error}")
            return tuple(found)

    def close(self) -> None:
        """Write what is left to write and let go of the files; a second time does nothing."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            for connection in self._idle:
                connection.close()
            self._idle.clear()
            self._writer.close()

    # Transactions

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Cursor]:
        with self._lock:
            self._alive()
            connection = self._idle.pop() if self._idle else None
        with self._plainly():
            connection = connection or self._connect()
            try:
                connection.execute("BEGIN")
                yield connection.cursor()
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                with self._lock:
                    if self._closed:
                        connection.close()
                    else:
                        self._idle.append(connection)

    @contextmanager
    def _writing(self, *, outdated: bool = False) -> Iterator[sqlite3.Cursor]:
        with self._lock:
            self._alive()
            if self.read_only:
                raise TitleIndexError(f"{self.path} can only be read: the file or its folder can't be written to")
            if self.outdated and not outdated:
                raise TitleIndexError(f"{self.outdated}; rebuild it")
            with self._plainly(), self._transaction() as cursor:
                yield cursor

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Cursor]:
        self._writer.execute("BEGIN IMMEDIATE")
        try:
            yield self._writer.cursor()
            self._writer.execute("COMMIT")
        finally:
            if self._writer.in_transaction:
                self._writer.execute("ROLLBACK")

    def _alive(self) -> None:
        if self._closed:
            raise TitleIndexError(f"the index {self.path} is closed")

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        """Turn SQLite's errors into sentences."""
        try:
            yield
        except sqlite3.Error as error:
            raise TitleIndexError(_sentence(self.path, error)) from error
        except OSError as error:
            raise TitleIndexError(f"{self.path} can't be opened: {error.strerror}") from error


class SqliteSnapshot:
    """The store as one read transaction sees it; see `adapters.store.Snapshot`."""

    def __init__(self, cursor: sqlite3.Cursor, columns: Sequence[Column]) -> None:
        self._cursor = cursor
        self._columns = {column.name: (column, mark) for column, mark in zip(columns, _marks(columns), strict=True)}

    def match(self, expression: Expression, limit: int) -> list[tuple[int, int]]:
        """Place and size of at most `limit` records that fit, in the order of addition."""
        return self._cursor.execute(
            "SELECT titles.place, titles.size FROM keys CROSS JOIN titles ON titles.place = keys.rowid "
            "WHERE keys MATCH ? ORDER BY keys.rowid LIMIT ?",
            (_spelt(expression, self._columns), limit),
        ).fetchall()

    def fetch(self, places: Sequence[int]) -> list[Found]:
        """The records at these places, in the order of `places`."""
        found: dict[int, Found] = {}
        for some in _chunks(places):
            statement = f"SELECT place, id, title, fields FROM titles WHERE place IN ({_holes(some)})"  # noqa: S608 - as above
            found.update((row[0], Found(*row)) for row in self._cursor.execute(statement, some))
        return [found[place] for place in places]


def _marks(columns: Sequence[Column]) -> list[str]:
    return [mark if column.apart else "" for mark, column in zip(_MARKS, columns, strict=False)]


def _marked(mark: str, tokens: str) -> str:
    """Tokens with a column's mark before each."""
    return mark + tokens.replace(" ", " " + mark) if mark and tokens else tokens


def _spelt(expression: Expression, columns: Mapping[str, tuple[Column, str]]) -> str:
    """An expression in FTS5's query language."""
    match expression:
        case AllOf(parts):
            return "(" + " AND ".join(_spelt(part, columns) for part in parts) + ")"
        case AnyOf(parts):
            return "(" + " OR ".join(_spelt(part, columns) for part in parts) + ")"
        case But(wanted, unwanted):
            return f"({_spelt(wanted, columns)} NOT {_spelt(unwanted, columns)})"
        case Word(name, text):
            return f'{name} : "{columns[name][1]}{text}"'
        case Prefix(name, text):
            return f'{name} : "{columns[name][1]}{text}" *'
        case Part(name, text):
            return _stretch(*columns[name], text)
        case Nearly(name):
            mark = columns[name][1]
            return (
                "(" + " OR ".join(f'{name} : "{mark}{text}"' for text in dict.fromkeys(expression.ways()) if text) + ")"
            )


def _stretch(column: Column, mark: str, text: str) -> str:
    """A stretch as a phrase of its n-grams; where they don't reach its end, the rest is the beginning of one more.

    FTS5 reads the lists of all tokens that begin so, and makes one of them, before it looks at the rest of the phrase. So where the
    letters are known that may follow, these tokens are wanted one by one beside the phrase.
    """
    grams, rest = stretch(column, text)
    if grams and rest and column.tails:
        ends = ("".join(tail) for length in range(3) for tail in product(column.tails, repeat=length))
        last = " OR ".join(f'{column.name} : "{mark}{rest}{end}"' for end in ends)
        return f'({column.name} : "{_marked(mark, " ".join(grams))}" AND ({last}))'
    return f'{column.name} : "{_marked(mark, " ".join([*grams, rest] if rest else grams))}"{" *" if rest else ""}'


def _chunks(values: Sequence[_T]) -> Iterator[list[_T]]:
    for start in range(0, len(values), _AT_ONCE):
        yield list(values[start : start + _AT_ONCE])


def _batches(rows: Iterable[_T]) -> Iterator[list[_T]]:
    waiting = iter(rows)
    while some := list(islice(waiting, _AT_ONCE)):
        yield some


def _holes(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _sentence(path: Path, error: sqlite3.Error) -> str:
    """What a user should read instead of SQLite's words."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    if primary == sqlite3.SQLITE_NOTADB:
        return f"{path} is no index of titles"
    if primary == sqlite3.SQLITE_CORRUPT:
        return f"{path} is damaged ({error}); make it anew from your records"
    if primary == sqlite3.SQLITE_FULL:
        return f"the disk is full: {path} keeps what was written before"
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return f"another process has been writing to {path} for {_WAIT:.0f} seconds; try again later"
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return f"{path} can't be written to ({error})"
    if primary == sqlite3.SQLITE_CANTOPEN:
        return f"{path} can't be opened: is the folder there, and may you write to it?"
    if primary == sqlite3.SQLITE_IOERR:
        return f"reading or writing {path} failed ({error})"
    return f"{path} can't be used ({error}); it may be damaged or no index of titles"
