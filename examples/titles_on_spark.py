"""Build an index in parts on Spark, and search the parts as one. Needs the extra `spark` and a full Java 17 or newer."""

from __future__ import annotations

import tempfile

import juche_toolkit as jt
from juche_toolkit.adapters import spark

TITLES = [("a", "로동신문 사설", 2013), ("b", "경제연구", 1986), ("c", "조선녀성의 사회적지위", 1998)]

session = spark.session("local[2]", spark_sql_shuffle_partitions="2")
titles = session.createDataFrame(TITLES, "id string, title string, year int")
columns = spark.with_terms(spark.with_latin(titles, "title", "ala-lc", kind="title"), "title")
for row in columns.orderBy("id").collect():
    print(row["id"], row["latin"], row["terms"])
with tempfile.TemporaryDirectory() as folder:
    built = spark.build_index(titles, f"{folder}/titles", parts=3)
    with jt.TitleIndex.open(built.folder) as index:
        print([hit.id for hit in index.search("yosong OR 노동")])
session.stop()
