"""Spark, run for real on a cluster of two workers: what comes out is what one process gives."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import juche_toolkit as jt
from juche_toolkit import _titles
from juche_toolkit.adapters import java, spark
from juche_toolkit.adapters.fanout import part_name, part_of
from juche_toolkit.errors import InputError, MissingExtraError, UnknownNameError
from tests.search.retrieval import queries
from tests.search.synthetic import synthetic
from tests.tables import ROOT

COUNT = 20_000
NOTES = [
    ("a", 1, "최영옥, “대외무역전략,” 경제연구 4, (2013): 12."),
    ("a", 2, "Ibid., 13."),
    ("b", 1, "황장엽, 《철학사전》, 사회과학출판사, 1985년, 12페지"),
    ("b", 2, "우와 같은 책, 15페지"),
    ("b", 3, None),
]


@contextmanager
def cluster() -> Iterator[Any]:
    """A cluster of two workers with a core each; one at a time, since each worker is a JVM."""
    session = spark.session(
        "local-cluster[2,1,1536]",
        spark_executor_memory="1536m",
        spark_sql_shuffle_partitions="4",
    )
    try:
        yield session
    finally:
        session.stop()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning:pyspark", "ignore::FutureWarning:pyspark")
@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
def test_a_cluster_gives_what_one_process_gives(tmp_path: Path) -> None:
    if spark.state() != "ready":
        assert not os.environ.get("JUCHE_SPARK"), spark.state()  # CI sets it where it has installed everything
        pytest.skip(spark.state())
    with cluster() as session:
        rows = [(str(row["id"]), str(row["title"]), row["year"]) for row in synthetic(COUNT)]
        titles = session.createDataFrame(rows, "id string, title string, year int").repartition(4).cache()
        latin_terms_and_keys_are_those_of_one_process(titles)
        an_index_in_parts_finds_what_one_file_finds(titles, session, tmp_path)
        null_and_odd_rows_end_nothing(session)
        notes_are_parsed_and_their_back_references_resolved(session)
        more_parts_than_titles_leave_empty_parts(session, tmp_path)
        what_cant_be_is_refused_before_anything_runs(session, tmp_path)


def collected(frame: Any, name: str) -> dict[str, Any]:
    return {row["id"]: row[name] for row in frame.select("id", name).collect()}


def latin_terms_and_keys_are_those_of_one_process(titles: Any) -> None:
    frame = spark.with_latin(titles, "title", "mr")
    frame = spark.with_keys(spark.with_terms(frame, "title"), "title").cache()
    latin, terms, keys = (collected(frame, name) for name in ("latin", "terms", "keys"))
    assert len(latin) == COUNT
    keyer = _titles.keyer()
    for row in synthetic(COUNT):
        id_, title = str(row["id"]), str(row["title"])
        own = keyer.keys(title, {})
        assert terms[id_] == list(jt.search_terms(title))
        assert tuple(keys[id_]["terms"]) == own.terms
        assert (keys[id_]["title"], keys[id_]["initials"], keys[id_]["loose"]) == (own.title, own.initials, own.loose)
        assert tuple(keys[id_]["latin"]) == own.latin
        assert latin[id_] == jt.romanize(title, "mr")


def null_and_odd_rows_end_nothing(session: Any) -> None:
    odd = ["", None, "\x00가", "가" * 5_000, "ABC 주체102", "\U0001f600 ㄱㅏ"]
    frame = session.createDataFrame([(str(number), text) for number, text in enumerate(odd)], "id string, title string")
    frame = spark.with_keys(spark.with_terms(spark.with_latin(frame, "title"), "title"), "title")
    latin, keys = collected(frame, "latin"), collected(frame, "keys")
    assert latin["1"] is None
    assert latin["4"] == jt.romanize("ABC 주체102")
    assert keys["1"]["title"] is None
    assert list(keys["4"]["years"]) == ["2013"]


def notes_are_parsed_and_their_back_references_resolved(session: Any) -> None:
    frame = session.createDataFrame(NOTES, "document string, number int, note string")
    alone = {(row["document"], row["number"]): row["notes"] for row in spark.with_citations(frame, "note").collect()}
    assert json.loads(alone["a", 1]["citations"][0]) == jt.parse(str(NOTES[0][2])).to_dict()
    assert alone["b", 3]["citations"] is None
    together = spark.with_citations(frame, "note", document="document", order="number").collect()
    found = {(row["document"], row["number"]): row["notes"] for row in together}
    assert len(found) == len(NOTES)
    own = jt.parse_notes([str(note) for document, _, note in NOTES if document == "a"])
    assert json.loads(found["a", 2]["citations"][0]) == own[1].citations[0].to_dict(resolved=True)
    assert json.loads(found["b", 2]["citations"][0])["authors"] == ["황장엽"]
    with pytest.raises(InputError, match="both"):
        spark.with_citations(frame, "note", document="document")


def an_index_in_parts_finds_what_one_file_finds(titles: Any, session: Any, tmp_path: Path) -> None:
    bad = session.createDataFrame([("bad", None, 1), (None, "경제", 1)], "id string, title string, year int")
    built = spark.build_index(titles.union(bad), tmp_path / "parts", parts=5)
    assert (built.parts, built.count, built.failed) == (5, COUNT, 2)
    assert any("bad" in sentence for sentence in built.failures)
    with jt.TitleIndex.open(tmp_path / "one") as one, jt.TitleIndex.open(tmp_path / "parts") as parts:
        one.add(synthetic(COUNT))
        assert len(parts) == len(one) == COUNT
        assert parts.check() == ()
        texts = [query.text for query in queries()]
        assert len(texts) > 1_000
        for text in texts[::7]:
            whole, spread = (
                {(hit.id, hit.title, hit.matched) for hit in index.search(text, limit=COUNT)} for index in (one, parts)
            )
            assert spread == whole
        (hit,) = parts.search("t17 OR 경제", limit=1)
        assert hit.fields["year"]
    with jt.TitleIndex.open(tmp_path / "parts" / part_name(2)) as third:
        hits = third.search("경제", limit=50)
        assert hits
        assert all(part_of(hit.id, 5) == 2 for hit in hits)
    with pytest.raises(InputError, match="holds an index already"):
        spark.build_index(titles, tmp_path / "parts", parts=5)


def more_parts_than_titles_leave_empty_parts(session: Any, tmp_path: Path) -> None:
    frame = session.createDataFrame([("a", "로동신문")], "id string, title string")
    assert spark.build_index(frame, tmp_path / "few", parts=4).count == 1
    with jt.TitleIndex.open(tmp_path / "few") as parts:
        assert [hit.id for hit in parts.search("노동신문")] == ["a"]


def what_cant_be_is_refused_before_anything_runs(session: Any, tmp_path: Path) -> None:
    frame = session.createDataFrame([("a", "로동신문")], "id string, name string")
    with pytest.raises(InputError, match="columns id and title; this one has id, name"):
        spark.build_index(frame, tmp_path / "none", parts=2)
    with pytest.raises(InputError, match="at least one part"):
        spark.build_index(frame, tmp_path / "none", parts=0)
    with pytest.raises(UnknownNameError):
        spark.with_latin(frame, "name", "no-such")
    with pytest.raises(UnknownNameError):
        spark.with_terms(frame, "name", analyzer="no-such")


def test_without_the_packages_or_a_full_java_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name in ("pyspark", "pandas") else name)
    assert "Spark needs pyspark and pandas" in spark.state()
    with pytest.raises(MissingExtraError, match=r"pip install pyspark"):
        spark.session()
    monkeypatch.setattr("importlib.util.find_spec", lambda name: name)
    monkeypatch.setattr(spark, "version", lambda _name: "3.0.1")
    assert "pandas before 3, and 3.0.1 is here" in spark.state()
    monkeypatch.setattr(spark, "version", lambda _name: "2.3.3")
    monkeypatch.setattr(spark, "find_java", lambda: None)
    assert "a full Java 17 or newer" in spark.state()


def test_a_reduced_java_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    binary = tmp_path / "bin" / "java"
    binary.parent.mkdir()
    full = "java.base@17.0.1\njava.management@17\njdk.incubator.vector@17\njdk.security.auth@17\njdk.unsupported@17\n"
    for listed, taken in ((full, True), (full.replace("@17", "@11"), False), (full.replace("vector", "x"), False)):
        binary.write_text(f"#!/bin/sh\ncat <<'E'\n{listed}E\n", encoding="utf-8")
        binary.chmod(0o755)
        monkeypatch.setenv("JAVA_HOME", str(tmp_path))
        java.find_java.cache_clear()
        assert (java.find_java() == tmp_path) == taken
    java.find_java.cache_clear()


def test_spark_is_not_loaded_by_looking_whether_it_is_there() -> None:
    script = "import sys; from juche_toolkit.adapters import spark; spark.state(); print('pyspark' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "False\n"
