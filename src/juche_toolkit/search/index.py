"""An index of titles: what goes in, what is found, in which order, and what is shown of it.

The index makes the keys and reads the queries; where the keys are kept is a store's business (`adapters.store.Store`). How
titles are cut into terms and romanized is given by a `Keyer`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import TracebackType
from typing import Self

from attrs import evolve, field, frozen

from juche_toolkit.adapters.store import Found, Nearly, Part, Prefix, Row, Snapshot, Store, Word, leaves
from juche_toolkit.errors import InputError, TitleIndexError
from juche_toolkit.search.keys import (
    COLUMNS,
    VERSION,
    TitleKeys,
    latin_keys,
    skeleton,
    title_keys,
    years,
)
from juche_toolkit.search.lexicon import lexicon_hash
from juche_toolkit.search.query import Plan, Step, plan
from juche_toolkit.search.snippets import Marks, snippet

__all__ = ["Added", "Failure", "Hit", "Keyer", "TitleIndex", "remake"]

_BATCH = 1_000
_RANKED = 1_000
"""Up to so many finds of one step are ranked by length; more come in the order of addition, since ranking a common word
costs more than it tells."""
_LONGEST_TITLE = 10_000
_LONGEST_ID = 1_000
_CACHED, _REMEMBERED = 1 << 16, 1 << 12
"""Words whose Latin is remembered, and titles and queries whose terms are."""
_YEAR_FIELDS = ("year", "juche_year")


class Keyer:
    """Makes keys: `terms` cuts a title into search terms in Seoul spelling, `romanize(text, scheme)` spells Hangul in Latin.

    `stamp` names what the keys depend on, in words for a reader: {"analyser": "kiwi 0.24.1"}. An index keeps it, with the
    version of the normaliser and a hash of those of the toolkit's tables that keys are made with, and refuses a Keyer with
    another one. Safe to use from several threads if the functions are.
    """

    def __init__(
        self,
        terms: Callable[[str], Sequence[str]],
        romanize: Callable[[str, str], str],
        stamp: Mapping[str, str] | None = None,
    ) -> None:
        self.terms = lru_cache(_REMEMBERED)(lambda title: tuple(terms(title)))
        self.romanize = lru_cache(_CACHED)(romanize)
        self.spell = lambda text: self.romanize(text, "mr")
        self.spellings = lru_cache(_CACHED)(lambda word: latin_keys([word], self.romanize))
        self.sound = lru_cache(_CACHED)(lambda text: skeleton(self.romanize(text, "mr")))
        self.stamp = {"normaliser": VERSION, "lexicon": lexicon_hash(), **(stamp or {})}

    def keys(self, title: str, fields: Mapping[str, object]) -> TitleKeys:
        """The keys of a title, and the years that its record's fields `year` and `juche_year` name."""
        named = {name: fields.get(name) for name in _YEAR_FIELDS}
        more = [*years(f"{named['year']}"), *years(f"주체{named['juche_year']}")]
        return title_keys(title, terms=self.terms, romanize=self.romanize, spellings=self.spellings, more_years=more)


@frozen
class Failure:
    """A record that couldn't be added: its number among those given, from 1, its id if it has one, and the reason."""

    number: int
    id: str | None
    reason: str


@frozen
class Added:
    """What became of the records given to `add`: how many were taken, how many of them were new or changed, and the failures;
    `replaced` says how many took the place of another record with their id, given before or found in the index."""

    count: int
    changed: int
    failures: tuple[Failure, ...] = ()
    replaced: int = 0


@frozen
class Hit:
    """A title that was found.

    `score` falls from hit to hit: its whole part tells the step (words before characters, exact before sloppy), the rest how
    much of the title the query covers. `matched` names the keys that matched: terms, title, loose, initials, latin, sounds,
    sloppy, years, or several joined by "+". `spans` are half-open ranges of the title as given, `snippet` the title with
    these between two asterisks, cut if it is long. `why` says, if asked for, which keys of the title matched.
    """

    id: str
    title: str
    score: float
    fields: Mapping[str, object]
    matched: str
    snippet: str
    spans: tuple[tuple[int, int], ...] = ()
    why: tuple[str, ...] = field(default=())


class TitleIndex:
    """An index of titles in a store; a context manager that closes it.

    Safe to use from several threads; several processes may search while one adds. Every method raises TitleIndexError where
    the store can't be read or written.
    """

    def __init__(self, store: Store, keyer: Keyer, *, rebuild: bool = False) -> None:
        """Take an open store. If its keys were made otherwise than this keyer makes them, they are rebuilt where `rebuild`
        says so, else a TitleIndexError tells what differs, and the store is closed."""
        self._store = store
        self._keyer = keyer
        try:
            reason = store.outdated or _difference(store.stamp, keyer.stamp)
            if reason and rebuild:
                self.rebuild()
            elif reason:
                raise TitleIndexError(f"{reason}; rebuild the index, or open it with what it was made with")
        except BaseException:
            store.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        return self._store.count()

    @property
    def stamp(self) -> Mapping[str, str]:
        """What the keys were made with: the versions of normaliser and analyser, the tables' hash, what else the keyer named."""
        return dict(self._store.stamp)

    @property
    def wasteful(self) -> bool:
        """Whether replaced and deleted records take more room than those that are there, so that a rebuild is worth it."""
        return self._store.wasteful

    def close(self) -> None:
        """Let go of the files; a second time does nothing."""
        self._store.close()

    # Adding

    def add(
        self,
        records: Iterable[Mapping[str, object] | Failure],
        *,
        batch: int = _BATCH,
        skip_bad: bool = False,
        progress: Callable[[int], None] | None = None,
    ) -> Added:
        """Add records: mappings with "id" (str), "title" (str) and any other fields that JSON can hold.

        An id again replaces its record; a record that is there just so costs next to nothing, so that a run broken off is
        taken up by giving all records again. Every `batch` records are written as one transaction, and `progress` is called
        with the number of records dealt with. A bad record ends the run with a TitleIndexError that names it – those before
        it are in the index – or, with `skip_bad`, is listed among the failures. A source that can't read a record gives
        a `Failure` in its place.
        """
        count = changed = number = again = 0
        before = self._store.count()
        waiting: list[tuple[str, str, str]] = []
        failures: list[Failure] = []

        def write() -> None:
            nonlocal count, changed, again
            changed += self._write(waiting)
            count += len(waiting)
            again += len(waiting) - len({row[0] for row in waiting})
            waiting.clear()
            if progress is not None:
                progress(number)

        for number, record in enumerate(records, 1):
            checked = _checked(record, number)
            if isinstance(checked, Failure):
                failures.append(checked)
                if not skip_bad:
                    break
            else:
                waiting.append(checked)
            if len(waiting) >= max(1, batch):
                write()
        if waiting or number:
            write()
        if failures and not skip_bad:
            bad = failures[0]
            name = "" if bad.id is None else f" (id {bad.id!r})"
            raise TitleIndexError(
                f"record {bad.number}{name} can't be added: {bad.reason}; the {count} before it are in the index"
            )
        replaced = again + max(0, changed - (self._store.count() - before))
        return Added(count, changed, tuple(failures), replaced)

    def _write(self, waiting: Sequence[tuple[str, str, str]]) -> int:
        """Write records, given as id, title and fields in JSON; gives how many were new or changed."""
        last = list({row[0]: row for row in waiting}.values())
        known = self._store.known(last)
        rows = [_row(self._keyer, *row) for row in last if row[0] not in known]
        return self._store.put(rows) if rows else 0

    def delete(self, ids: Iterable[str]) -> int:
        """Delete the records of these ids, all or none; gives how many there were. Ids that aren't there don't matter."""
        wanted = [ids] if isinstance(ids, str) else list(ids)
        return self._store.remove(wanted)

    def rebuild(self, *, progress: Callable[[int], None] | None = None) -> None:
        """Make all keys anew from the stored titles, with this keyer, in one transaction.

        `progress` is called with the number of records dealt with, each thousand.
        """
        remake(self._store, self._keyer, progress=progress)

    def rows(self) -> Iterator[Row]:
        """Every record with its keys, made anew, in the order of addition."""
        for found in self._store.records():
            yield _row(self._keyer, found.id, found.title, found.fields)

    def optimize(self) -> None:
        """Bring the keys into the least room; worth its time after many records were added."""
        self._store.optimize()

    def check(self) -> tuple[str, ...]:
        """What is wrong with the stored data: sentences, none if it is sound."""
        return self._store.check()

    # Searching

    def search(self, query: str, *, limit: int = 20, offset: int = 0, explain: bool = False) -> tuple[Hit, ...]:
        """The titles that a query finds, best first, at most `limit` after leaving out `offset`.

        A query is words in Hangul, hanja, initials (ㄱㅈㅇㄱ) or Latin letters, years, "phrases", prefixes*, and AND, OR, NOT
        with brackets; words without an operator are all wanted. Spelling, spaces and the scheme of romanization are free. With
        `explain` each hit says which of its keys matched. Raises InputError for a query that can't be understood.
        """
        if limit < 0 or offset < 0:
            raise InputError(f"limit and offset can't be negative; they are {limit} and {offset}")
        understood = plan(query, self._keyer.terms, self._keyer.spell)
        with self._store.snapshot() as snapshot:
            ranked = _ranked(snapshot, understood, offset + limit)[offset : offset + limit]
            records = snapshot.fetch([place for place, _, _ in ranked])
        marks = Marks(understood, self._keyer.spellings, self._keyer.sound)
        return tuple(
            self._hit(found, score, step, marks, explain=explain)
            for found, (_, score, step) in zip(records, ranked, strict=True)
        )

    def _hit(self, found: Found, score: float, step: Step, marks: Marks, *, explain: bool) -> Hit:
        fields = json.loads(found.fields)
        spans = marks.spans(found.title, step.matched)
        why = _why(self._keyer.keys(found.title, fields), step) if explain else ()
        return Hit(found.id, found.title, score, fields, step.matched, snippet(found.title, spans), tuple(spans), why)


def remake(store: Store, keyer: Keyer, *, progress: Callable[[int], None] | None = None) -> None:
    """Make all keys of a store anew with a keyer, in one transaction; see `TitleIndex.rebuild`."""

    def rows() -> Iterator[tuple[int, Row]]:
        for number, found in enumerate(store.records(), 1):
            yield found.place, _row(keyer, found.id, found.title, found.fields)
            if progress is not None and number % _BATCH == 0:
                progress(number)

    store.rebuild(rows(), keyer.stamp)


def _row(keyer: Keyer, id_: str, title: str, fields: str) -> Row:
    keys = keyer.keys(title, json.loads(fields))
    return Row(id_, title, fields, len(keys.title), keys.columns())


def _checked(record: object, number: int) -> tuple[str, str, str] | Failure:
    """A record's id, title and other fields as JSON; a failure if it has none or they can't be kept."""
    if isinstance(record, Failure):
        return evolve(record, number=number)
    if not isinstance(record, Mapping):
        return Failure(number, None, f"it is no mapping, but {type(record).__name__}")
    id_, title = record.get("id"), record.get("title")
    if not isinstance(id_, str) or not id_:
        return Failure(number, None, f'its "id" is {_shown(id_)}, and must be a string that isn\'t empty')
    if not isinstance(title, str) or not title.strip():
        return Failure(number, id_, f'its "title" is {_shown(title)}, and must be a string with a letter in it')
    for name, text, longest in (("id", id_, _LONGEST_ID), ("title", title, _LONGEST_TITLE)):
        if len(text) > longest:
            return Failure(
                number, id_[:80], f'its "{name}" has {len(text):,} characters, and may have {longest:,} at most'
            )
    rest = {key: value for key, value in record.items() if key not in ("id", "title")}
    try:
        fields = json.dumps(rest, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        for text in (id_, title, fields):
            text.encode()
    except UnicodeEncodeError as error:
        return Failure(
            number, id_, f"it holds a byte or half of a character that is no UTF-8: {error.object[error.start]!a}"
        )
    except (TypeError, ValueError, RecursionError) as error:
        return Failure(number, id_, f"it holds what JSON in UTF-8 can't: {error}")
    return id_, title, fields


def _shown(value: object) -> str:
    return "missing" if value is None else repr(value)[:80]


def _difference(stored: Mapping[str, str], wanted: Mapping[str, str]) -> str:
    """In what an index was made otherwise than it would be made now, or ""."""
    for name, value in wanted.items():
        if stored.get(name) != value:
            made = stored.get(name)
            return (
                f"the index was made with {name} {made}, not {value}"
                if made
                else f"the index doesn't say with which {name} it was made"
            )
    return ""


def _ranked(snapshot: Snapshot, understood: Plan, needed: int) -> list[tuple[int, float, Step]]:
    """Places, scores and steps of the best finds, as many as needed: step by step, within a step short titles first."""
    found: list[tuple[int, float, Step]] = []
    seen: set[int] = set()
    query_size = max(map(len, understood.parts), default=0)
    for number, step in enumerate(understood.steps):
        if len(found) >= needed or (step.fallback and found and not step.beside):
            break
        rank = len(understood.steps) - number
        matches = snapshot.match(step.expression, max(_RANKED + 1, needed) + len(seen))
        new = [match for match in matches if match[0] not in seen]
        common = len(new) > _RANKED
        if not common:
            new.sort(key=lambda match: (match[1], match[0]))
        for place, size in new[: needed - len(found)]:
            share = 0.0 if common else min(0.99, max(1, query_size) / max(1, size, query_size))
            found.append((place, rank + share, step))
        seen.update(place for place, _ in new)
    return found


def _why(keys: TitleKeys, step: Step) -> tuple[str, ...]:
    """Which keys of a title a step found, as "column: text"."""
    texts = dict(zip((column.name for column in COLUMNS), keys.columns(), strict=True))
    found: dict[str, None] = {}
    for leaf in leaves(step.expression):
        words = texts[leaf.column].split(" ")
        match leaf:
            case Word():
                holds = leaf.text in words
            case Prefix():
                holds = any(word.startswith(leaf.text) for word in words)
            case Nearly():
                holds = not set(words).isdisjoint(leaf.ways())
            case Part():
                holds = any(leaf.text in word for word in words)
        if holds:
            found.setdefault(f"{leaf.column}: {leaf.text}")
    return tuple(found)
