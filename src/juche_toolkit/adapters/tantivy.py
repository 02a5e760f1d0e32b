"""The store of titles on tantivy, a search library in Rust (extra `tantivy`): faster than SQLite on large indexes.

An index is a folder. `juche.json` in it names the folder that holds the keys and what they were made with, and is replaced in one
step, so that a rebuild is seen whole or not at all. Records are kept in tantivy's own store. A batch is a commit.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import regex

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
from juche_toolkit.errors import MissingExtraError, TitleIndexError

if TYPE_CHECKING:
    import tantivy

__all__ = ["FORMAT", "NAME", "TantivyStore", "state"]

FORMAT = 1
"""The layout of the folder, kept in its `juche.json`."""
NAME = "juche.json"
_APPLICATION = "juche_toolkit index of titles"
_KEYS = "keys-"
_HEAP = 64_000_000
"""Bytes that the writer collects before it writes a segment."""
_WAIT = 30.0
"""Seconds to wait for another process that writes."""
_PAUSE = 0.1
_AT_ONCE = 5_000
"""Records that are read at once."""
_SIZE_BITS = 16
"""Bits of the number by which records are ordered that keep the title's size; above them stands its place."""
_LARGEST = (1 << _SIZE_BITS) - 1


def state() -> str:
    """ "ready", or the sentence that says what to install."""
    if importlib.util.find_spec("tantivy") is not None:
        return "ready"
    return "indexes on tantivy need the package tantivy: pip install tantivy"


class TantivyStore:
    """A store of titles in one folder; see `adapters.store.Store`.

    The process that writes first keeps the right to write until it closes its store; another waits for it half a minute. To
    search, tantivy must be able to make its lock file in the folder.
    """

    def __init__(self, path: str | os.PathLike[str], columns: Sequence[Column], stamp: Mapping[str, str]) -> None:
        """Open the folder, or make it with this stamp; raises TitleIndexError with the reason why it can't be, and
        MissingExtraError where tantivy isn't installed."""
        if state() != "ready":
            raise MissingExtraError(state())
        self._engine: Any = import_module("tantivy")
        self.path = Path(path).absolute()
        self.columns = tuple(columns)
        self.outdated = ""
        self.stamp: Mapping[str, str] = {}
        self._lock = threading.RLock()
        self._closed = False
        self._writer: tantivy.IndexWriter | None = None
        self._next = 0
        self._schema = self._make_schema()
        with self._plainly():
            if self._is_new():
                self._make(stamp)
            self._look()

    # Opening

    def _is_new(self) -> bool:
        """Whether there is nothing yet, or only what a process that was killed while it made the index has left."""
        if self.path.is_file():
            raise TitleIndexError(f"{self.path} is a file, no index of titles on tantivy")
        if not self.path.exists():
            if not self.path.parent.is_dir():
                raise TitleIndexError(f"there is no folder {self.path.parent} to put an index of titles in")
            return True
        if (self.path / NAME).exists():
            return False
        if any(not found.name.startswith((_KEYS, NAME)) for found in self.path.iterdir()):
            raise TitleIndexError(f"{self.path} is a folder, but no index of titles; it was left as it is")
        return True

    def _make(self, stamp: Mapping[str, str]) -> None:
        self.path.mkdir(exist_ok=True)
        self._new_keys(self.path / f"{_KEYS}1")
        self._note(f"{_KEYS}1", stamp)

    def _new_keys(self, folder: Path) -> tantivy.Index:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return self._with_tokenizer(self._engine.Index(self._schema, path=str(folder)))

    def _with_tokenizer(self, index: tantivy.Index) -> tantivy.Index:
        spaces = self._engine.TextAnalyzerBuilder(self._engine.Tokenizer.whitespace()).build()
        index.register_tokenizer("spaces", spaces)
        return index

    def _make_schema(self) -> tantivy.Schema:
        builder = self._engine.SchemaBuilder()
        builder.add_text_field("juche_id", tokenizer_name="raw", index_option="basic")
        builder.add_bytes_field("juche_record", stored=True)
        builder.add_unsigned_field("juche_order", fast=True)
        for column in self.columns:
            option = "position" if column.grams else "basic"
            builder.add_text_field(column.name, tokenizer_name="spaces", index_option=option)
        schema: tantivy.Schema = builder.build()
        return schema

    def _note(self, keys: str, stamp: Mapping[str, str]) -> None:
        """Write which keys count from now on, in one step."""
        facts = {
            "application": _APPLICATION,
            "format": FORMAT,
            "columns": self._layout(),
            "keys": keys,
            "stamp": dict(stamp),
        }
        new = self.path / f"{NAME}.new"
        with new.open("w", encoding="utf-8") as file:
            json.dump(facts, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        new.replace(self.path / NAME)

    def _layout(self) -> str:
        return " ".join(f"{column.name}:{column.grams}{column.heads}" for column in self.columns)

    def _look(self) -> None:
        """Read what the folder says of itself, and open its keys."""
        note = self.path / NAME
        self._seen = _mark(note)
        try:
            facts = json.loads(note.read_bytes())
            version, keys = int(facts["format"]), str(facts["keys"])
            self.stamp = {str(name): str(value) for name, value in facts["stamp"].items()}
            ours = facts["application"] == _APPLICATION
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise TitleIndexError(f"{note} is damaged or no index's; make the index anew from your records") from error
        if not ours:
            raise TitleIndexError(f"{self.path} is a folder, but no index of titles; it was left as it is")
        if version > FORMAT:
            raise TitleIndexError(
                f"{self.path} was made by a newer version (format {version}, this version knows {FORMAT}); update juche-toolkit"
            )
        self.outdated = (
            f"{self.path} has the format of an older version"
            if version < FORMAT or facts.get("columns") != self._layout()
            else ""
        )
        self._keys = self.path / keys
        self._index = self._with_tokenizer(self._engine.Index.open(str(self._keys)))

    # Writing

    def put(self, rows: Sequence[Row]) -> int:
        """Write rows, all or none; an id again replaces its record. Gives the number of rows that were new or changed."""
        with self._writing() as writer:
            last = {row.id: row for row in rows}
            there = self._there(list(last))
            changed = [row for row in last.values() if there.get(row.id) != (row.title, row.fields)]
            for row in changed:
                if row.id in there:
                    writer.delete_documents_by_term("juche_id", row.id)
            self._add(writer, enumerate(changed, self._next))
            writer.commit()
            self._next += len(changed)
            return len(changed)

    def _add(self, writer: tantivy.IndexWriter, rows: Iterable[tuple[int, Row]]) -> None:
        for place, row in rows:
            if len(row.keys) != len(self.columns):
                raise ValueError(f"record {row.id!r} has {len(row.keys)} keys for {len(self.columns)} columns")
            document = self._engine.Document()
            document.add_text("juche_id", row.id)
            record = json.dumps([row.id, row.title, row.fields], ensure_ascii=False)
            document.add_bytes("juche_record", record.encode())
            document.add_unsigned("juche_order", place << _SIZE_BITS | min(row.size, _LARGEST))
            for column, text in zip(self.columns, row.keys, strict=True):
                document.add_text(column.name, cut(column, text))
            writer.add_document(document)

    def remove(self, ids: Sequence[str]) -> int:
        """Remove the records of these ids, all or none; gives the number of those that were there."""
        with self._writing() as writer:
            there = self._there(list(dict.fromkeys(ids)))
            for id_ in there:
                writer.delete_documents_by_term("juche_id", id_)
            writer.commit()
            return len(there)

    def rebuild(self, rows: Iterable[tuple[int, Row]], stamp: Mapping[str, str]) -> None:
        """Replace all keys by those of the rows, given with their places, and the stamp; all or nothing."""
        with self._writing(outdated=True):
            old = self._keys
            new = self.path / f"{_KEYS}{int(old.name.removeprefix(_KEYS)) + 1}"
            writer = self._new_keys(new).writer(_HEAP, 1)
            self._add(writer, rows)
            writer.commit()
            writer.wait_merging_threads()
            self._note(new.name, stamp)
            self._let_go()
            self._look()
            shutil.rmtree(old, ignore_errors=True)

    def optimize(self) -> None:
        """Finish what tantivy does in the background: bring small segments together and remove files that no one needs."""
        with self._writing() as writer:
            writer.wait_merging_threads()
            self._writer = None

    @property
    def wasteful(self) -> bool:
        """False: tantivy wins back the room of replaced and deleted records by itself."""
        return False

    # Reading

    def count(self) -> int:
        """The number of records."""
        return int(self._searcher().num_docs)

    def known(self, rows: Sequence[tuple[str, str, str]]) -> set[str]:
        """The ids of those (id, title, fields) that are stored just so."""
        with self._plainly():
            there = self._there([row[0] for row in rows])
        return {id_ for id_, title, fields in rows if there.get(id_) == (title, fields)}

    def _there(self, ids: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Title and fields of those ids that are there."""
        if not ids:
            return {}
        searcher = self._searcher()
        wanted = self._engine.Query.term_set_query(self._schema, "juche_id", list(ids))
        found = (_record(searcher, address) for _, address in searcher.search(wanted, len(ids), count=False).hits)
        return {id_: (title, fields) for id_, title, fields in found}

    def _searcher(self) -> tantivy.Searcher:
        """The index as it is now, of this process's last commit or another's, or of another's rebuild."""
        with self._lock, self._plainly():
            self._alive()
            if _mark(self.path / NAME) != self._seen:
                self._look()
            self._index.reload()
            return self._index.searcher()

    @contextmanager
    def snapshot(self) -> Iterator[TantivySnapshot]:
        """The store as it is now."""
        searcher = self._searcher()
        with self._plainly():
            yield TantivySnapshot(self._engine, searcher, self._schema, self.columns)

    def records(self) -> Iterator[Found]:
        """Every record, in the order of addition."""
        searcher = self._searcher()
        start = 0
        while True:
            with self._plainly():
                some = self._from(searcher, start)
                found = [Found(order >> _SIZE_BITS, *_record(searcher, address)) for order, address in some]
            if not found:
                return
            yield from found
            start = some[-1][0] + 1

    def _from(self, searcher: tantivy.Searcher, order: int) -> list[tuple[int, tantivy.DocAddress]]:
        """The next records from a number on, in order."""
        later = self._engine.Query.range_query(
            self._schema, "juche_order", self._engine.FieldType.Unsigned, lower_bound=order
        )
        return _in_order(self._engine, searcher, later, _AT_ONCE)

    def check(self) -> tuple[str, ...]:
        """What is wrong with the stored data: sentences, none if it is sound. Every record is read."""
        try:
            count = sum(1 for _ in self.records())
        except TitleIndexError as error:
            return (str(error),)
        there = self.count()
        return () if count == there else (f"{self.path} says it holds {there} records, but {count} can be read",)

    def close(self) -> None:
        """Write what is left to write and let go of the files; a second time does nothing."""
        with self._lock:
            if not self._closed:
                self._closed = True
                with self._plainly():
                    self._let_go()

    # The writer

    @contextmanager
    def _writing(self, *, outdated: bool = False) -> Iterator[tantivy.IndexWriter]:
        with self._lock:
            self._alive()
            if self.outdated and not outdated:
                raise TitleIndexError(f"{self.outdated}; rebuild it")
            with self._plainly():
                writer = self._writer or self._take()
                try:
                    yield writer
                except BaseException:
                    if self._writer is not None:
                        self._writer.rollback()
                    raise

    def _take(self) -> tantivy.IndexWriter:
        """Take the right to write, which one process has at a time."""
        deadline = time.monotonic() + _WAIT
        while True:
            self._searcher()
            try:
                self._writer = self._index.writer(_HEAP, 1)
                break
            except ValueError as error:
                if "LockBusy" not in str(error):
                    raise
                if time.monotonic() > deadline:
                    raise TitleIndexError(
                        f"another process has been writing to {self.path} for {_WAIT:.0f} seconds; try again later"
                    ) from error
                time.sleep(_PAUSE)
        searcher = self._searcher()
        last = _in_order(self._engine, searcher, self._engine.Query.all_query(), 1, last=True)
        self._next = (last[0][0] >> _SIZE_BITS) + 1 if last else 0
        return self._writer

    def _let_go(self) -> None:
        if self._writer is not None:
            self._writer.wait_merging_threads()
            self._writer = None

    def _alive(self) -> None:
        if self._closed:
            raise TitleIndexError(f"the index {self.path} is closed")

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        """Turn tantivy's and the system's errors into sentences."""
        try:
            yield
        except TitleIndexError:
            raise
        except OSError as error:
            raise TitleIndexError(
                f"{self.path} can't be read or written: {error.strerror or error}; what was committed is kept"
            ) from error
        except (ValueError, RuntimeError) as error:
            if "keys for" in str(error) and isinstance(error, ValueError):
                raise  # a row for other columns is the caller's mistake
            raise TitleIndexError(_sentence(self.path, str(error))) from error
        except BaseException as error:
            if (
                type(error).__name__ != "PanicException"
            ):  # what a failed assertion in Rust becomes, outside of Exception
                raise
            raise TitleIndexError(_sentence(self.path, str(error))) from error


class TantivySnapshot:
    """The store as one searcher sees it; see `adapters.store.Snapshot`."""

    def __init__(
        self, engine: Any, searcher: tantivy.Searcher, schema: tantivy.Schema, columns: Sequence[Column]
    ) -> None:
        self._engine = engine
        self._searcher = searcher
        self._schema = schema
        self._columns = {column.name: column for column in columns}
        self._addresses: dict[int, tantivy.DocAddress] = {}

    def match(self, expression: Expression, limit: int) -> list[tuple[int, int]]:
        """Place and size of at most `limit` records that fit, in the order of addition."""
        found = _in_order(self._engine, self._searcher, self._query(expression), limit)
        self._addresses.update((order >> _SIZE_BITS, address) for order, address in found)
        return [(order >> _SIZE_BITS, order & _LARGEST) for order, _ in found]

    def fetch(self, places: Sequence[int]) -> list[Found]:
        """The records at these places, which `match` has given, in the order of `places`."""
        return [Found(place, *_record(self._searcher, self._addresses[place])) for place in places]

    def _query(self, expression: Expression) -> tantivy.Query:
        make, occur = self._engine.Query, self._engine.Occur
        match expression:
            case AllOf(parts):
                query = make.boolean_query([(occur.Must, self._query(part)) for part in parts])
            case AnyOf(parts):
                query = make.boolean_query([(occur.Should, self._query(part)) for part in parts])
            case But(wanted, unwanted):
                query = make.boolean_query([(occur.Must, self._query(wanted)), (occur.MustNot, self._query(unwanted))])
            case Word(column, text):
                query = make.term_query(self._schema, column, text, index_option="basic")
            case Prefix(column, text):
                query = make.regex_query(self._schema, column, regex.escape(text) + ".*")
            case Part(column, text):
                query = self._stretch(self._columns[column], text)
            case Nearly(column, text):
                query = make.fuzzy_term_query(self._schema, column, text, distance=1, transposition_cost_one=False)
        found: tantivy.Query = query
        return found

    def _stretch(self, column: Column, text: str) -> tantivy.Query:
        grams, rest = stretch(column, text)
        make, name = self._engine.Query, column.name
        if rest and not grams:
            query = make.regex_query(self._schema, name, regex.escape(rest) + ".*")
        elif rest:
            words = [*map(regex.escape, grams), regex.escape(rest) + ".*"]
            query = make.regex_phrase_query(self._schema, name, words)
        elif len(grams) == 1:
            query = make.term_query(self._schema, name, grams[0], index_option="basic")
        else:
            query = make.phrase_query(self._schema, name, grams)
        found: tantivy.Query = query
        return found


def _in_order(
    engine: Any, searcher: tantivy.Searcher, query: tantivy.Query, limit: int, *, last: bool = False
) -> list[tuple[int, tantivy.DocAddress]]:
    """At most `limit` records that a query finds, in the order of addition or from the last, each with its number."""
    if limit < 1:
        return []
    order = engine.Order.Desc if last else engine.Order.Asc
    return searcher.search(query, limit, count=False, order_by_field="juche_order", order=order).hits


def _record(searcher: tantivy.Searcher, address: tantivy.DocAddress) -> tuple[str, str, str]:
    """Id, title and fields of a stored record."""
    id_, title, fields = json.loads(bytes(searcher.doc(address)["juche_record"][0]))
    return id_, title, fields


def _mark(note: Path) -> tuple[int, int]:
    """What tells one `juche.json` from the one that replaced it."""
    facts = note.stat()
    return facts.st_mtime_ns, facts.st_ino


def _sentence(path: Path, words: str) -> str:
    """What a user should read instead of tantivy's words."""
    if "LockBusy" in words:
        return f"another process is writing to {path}; try again later"
    if "No space left" in words or "StorageFull" in words:
        return f"the disk is full: {path} keeps what was committed before"
    if "index writer was killed" in words:  # all it tells of a thread of its own that couldn't write
        return f"writing to {path} failed, mostly since the disk is full; what was committed before is kept"
    if "PermissionDenied" in words or "Permission denied" in words or "Read-only" in words:
        return f"{path} can't be written to, and tantivy must make its lock file there even to search; may you write there?"
    return f"{path} is damaged or can't be used ({words}); make it anew from your records"
