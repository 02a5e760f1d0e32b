"""How many rows a second Spark romanizes, cuts and indexes on `local-cluster[2,1,1536]`, beside one process without Spark.

    python bench/spark.py                 # 20,000 titles
    python bench/spark.py --titles 200000

Each figure is of a first run, in which the workers start and read their tables, and of a second one.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.search.synthetic import synthetic

import juche_toolkit as jt
from juche_toolkit import _titles
from juche_toolkit.adapters import spark


def rate(name: str, count: int, work: Callable[[], object]) -> None:
    began = time.perf_counter()
    work()
    print(f"{name:40} {count / (time.perf_counter() - began):10,.0f} rows/s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--titles", type=int, default=20_000)
    count = parser.parse_args().titles
    records = list(synthetic(count))
    keyer = _titles.keyer()
    rate("one process, keys", count, lambda: [keyer.keys(str(row["title"]), {}) for row in records])
    with tempfile.TemporaryDirectory() as folder:
        with jt.TitleIndex.open(f"{folder}/one") as index:
            rate("one process, index", count, lambda: index.add(records))
        session = spark.session(
            "local-cluster[2,1,1536]", spark_executor_memory="1536m", spark_sql_shuffle_partitions="4"
        )
        rows = [(str(row["id"]), str(row["title"]), row["year"]) for row in records]
        frame = session.createDataFrame(rows, "id string, title string, year int").repartition(4).cache()
        frame.count()
        for run in ("first", "second"):
            latin, terms, keys = (
                spark.with_latin(frame, "title", "mr"),
                spark.with_terms(frame, "title"),
                spark.with_keys(frame, "title"),
            )
            for name, made in (("latin", latin), ("terms", terms), ("keys", keys)):
                rate(
                    f"spark, {name}, {run}", count, lambda made=made: made.write.format("noop").mode("overwrite").save()
                )  # type: ignore[misc]
            rate(
                f"spark, index in 4 parts, {run}",
                count,
                lambda run=run: spark.build_index(frame, f"{folder}/{run}", parts=4),
            )  # type: ignore[misc]
        session.stop()


if __name__ == "__main__":
    main()
