from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from juche_toolkit.adapters import sqlite as adapter
from juche_toolkit.adapters.sqlite import FORMAT, SqliteStore
from juche_toolkit.adapters.store import AllOf, AnyOf, But, Column, Expression, Part, Prefix, Row, Word, leaves
from juche_toolkit.errors import TitleIndexError
from juche_toolkit.search.index import Keyer, TitleIndex
from juche_toolkit.search.keys import COLUMNS

SMALL = (Column("words"), Column("stretch", 3))
HEADED = (Column("sounds", 3, heads="knc"),)
STAMP = {"analyser": "spaces 1", "lexicon": "0"}


def small(path: Path) -> SqliteStore:
    return SqliteStore(path, SMALL, STAMP)


def row(id_: str, text: str) -> Row:
    return Row(id_, f"Title {text}", "{}", len(text), (text, text))


def plain_keyer() -> Keyer:
    return Keyer(str.split, lambda text, _scheme: text, STAMP)


def plain_index(path: Path) -> TitleIndex:
    return TitleIndex(SqliteStore(path, COLUMNS, plain_keyer().stamp), plain_keyer())


@pytest.mark.parametrize(
    ("expression", "ids"),
    [
        (Word("words", "경제"), "ab"),
        (Word("words", "경"), ""),
        (Prefix("words", "경"), "ab"),
        (Part("stretch", "제"), "ab"),
        (Part("stretch", "경제"), "ab"),
        (Part("stretch", "경제연"), "a"),
        (Part("stretch", "경제연구소"), "a"),
        (Part("stretch", "연구소"), "a"),
        (Part("stretch", "구소"), "a"),
        (Part("stretch", "소"), "a"),
        (Part("stretch", "소정"), ""),  # stretches don't cross a space
        (Part("stretch", "ㄱㅈ"), "c"),
        (Word("words", "樂"), "c"),
        (Word("words", "cnc"), "c"),
        (AllOf((Word("words", "경제"), Word("words", "정치"))), "b"),
        (AnyOf((Word("words", "정치"), Word("words", "樂"))), "bc"),
        (But(Word("words", "경제"), Word("words", "정치")), "a"),
        (
            But(
                AnyOf((Word("words", "경제"), Word("words", "樂"))),
                AnyOf((Word("words", "정치"), Word("words", "cnc"))),
            ),
            "a",
        ),
        (Word("words", "stretch"), ""),
        (Word("words", "and"), ""),
    ],
)
def test_words_beginnings_and_stretches_are_found(tmp_path: Path, expression: Expression, ids: str) -> None:
    store = small(tmp_path / "x")
    store.put([row("a", "경제 경제연구소 정리"), row("b", "경제 정치"), row("c", "樂 cnc ㄱㅈㅇㄱ")])
    with store.snapshot() as snapshot:
        places = [place for place, _ in snapshot.match(expression, 10)]
        assert "".join(found.id for found in snapshot.fetch(places)) == ids
    store.close()


@pytest.mark.parametrize(
    ("stretch", "found"),
    [
        ("konkceonko", True),
        ("onkceonko", True),
        ("konkce", True),
        ("nko", True),
        ("ko", True),
        ("nkci", False),
        ("konkceonki", False),
        ("konkceonk", True),
        ("konkceonkoi", True),
        ("konkceonkoin", False),
        ("nonk", False),
        ("i", False),
    ],
)
def test_a_column_with_heads_finds_a_stretch_from_its_first_head_on(tmp_path: Path, stretch: str, found: bool) -> None:
    store = SqliteStore(tmp_path / "x", HEADED, STAMP)
    store.put([Row("a", "Title", "{}", 1, ("ikonkceonkoi",))])
    with store.snapshot() as snapshot:
        assert bool(snapshot.match(Part("sounds", stretch), 10)) == found
    store.close()


def test_the_leaves_of_an_expression_are_what_it_looks_for() -> None:
    one, two, three = Word("a", "1"), Prefix("a", "2"), Part("a", "3")
    assert list(leaves(But(AllOf((one, AnyOf((two, three)))), Word("a", "4")))) == [one, two, three]


def test_a_snapshot_doesnt_see_what_is_written_meanwhile(tmp_path: Path) -> None:
    store = small(tmp_path / "x")
    store.put([row("a", "경제")])
    with store.snapshot() as snapshot:
        assert len(snapshot.match(Word("words", "경제"), 10)) == 1
        store.put([row("b", "경제")])
        store.remove(["a"])
        assert len(snapshot.match(Word("words", "경제"), 10)) == 1
    with store.snapshot() as snapshot:
        assert [
            found.id for found in snapshot.fetch([place for place, _ in snapshot.match(Word("words", "경제"), 10)])
        ] == ["b"]
    store.close()


def test_a_batch_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    store = small(tmp_path / "x")
    broken = Row("c", "Title", "{}", 1, ("one key where two columns are",))
    with pytest.raises(ValueError, match="1 keys for 2 columns"):
        store.put([row("a", "경제"), row("b", "정치"), broken])
    assert store.count() == 0
    assert store.check() == ()
    assert store.put([row("a", "경제")]) == 1
    store.close()


def test_an_index_that_wastes_room_says_so_and_a_rebuild_helps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adapter, "_DEAD", 5)
    store = small(tmp_path / "x")
    for number in range(8):
        store.put([row("a", f"경제 {number}")])
    assert store.wasteful
    store.rebuild(((found.place, row(found.id, "새것")) for found in store.records()), STAMP)
    assert not store.wasteful
    with store.snapshot() as snapshot:
        assert snapshot.match(Word("words", "경제"), 10) == []
        assert len(snapshot.match(Word("words", "새것"), 10)) == 1
    store.close()


# What can go wrong with files


def refused(path: Path) -> str:
    with pytest.raises(TitleIndexError) as caught:
        plain_index(path)
    assert str(path) in str(caught.value) or str(path.parent) in str(caught.value)
    return str(caught.value)


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("경제연구 2013, 2호\n" * 200, encoding="utf-8")
    before = path.read_bytes()
    assert "is no index of titles" in refused(path)
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["notes.txt"]


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE titles (id)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    assert "no index of titles; it was left as it is" in refused(path)
    assert path.read_bytes() == before


def test_a_folder_a_missing_folder_and_a_folder_that_cant_be_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "is a folder" in refused(tmp_path)
    assert "there is no folder" in refused(tmp_path / "nowhere" / "x")
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    assert "can't be written to" in refused(tmp_path / "x")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder in which even root can't make files")
def test_a_folder_that_the_system_keeps_from_writing() -> None:
    assert "can't be" in refused(Path("/proc/titles.index"))


def test_an_index_that_cant_be_written_to_can_be_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "titles.index"
    with plain_index(path) as index:
        index.add([{"id": "a", "title": "경제 연구"}])
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    with plain_index(path) as index:
        assert [hit.id for hit in index.search("경제")] == ["a"]
        assert len(index) == 1
        with pytest.raises(TitleIndexError, match="can only be read"):
            index.add([{"id": "b", "title": "정치"}])
    assert [found.name for found in tmp_path.iterdir()] == ["titles.index"]


def with_version(path: Path, version: int) -> None:
    with plain_index(path) as index:
        index.add([{"id": "a", "title": "경제 연구"}])
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()


def test_an_index_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x"
    with_version(path, FORMAT + 1)
    assert "newer version" in refused(path)


def test_an_index_of_an_older_version_is_refused_and_can_be_rebuilt(tmp_path: Path) -> None:
    path = tmp_path / "x"
    with_version(path, FORMAT - 1)
    assert "older version; rebuild" in refused(path)
    with TitleIndex(SqliteStore(path, COLUMNS, plain_keyer().stamp), plain_keyer(), rebuild=True) as index:
        assert [hit.id for hit in index.search("경제")] == ["a"]
    with plain_index(path) as index:
        assert len(index) == 1


def test_an_index_with_other_columns_can_be_rebuilt(tmp_path: Path) -> None:
    path = tmp_path / "x"
    store = SqliteStore(path, SMALL, plain_keyer().stamp)
    store.put([row("a", "경제")])
    store.close()
    with pytest.raises(TitleIndexError, match="is closed"):
        store.put([row("b", "경제")])
    assert "older version; rebuild" in refused(path)
    with TitleIndex(SqliteStore(path, COLUMNS, plain_keyer().stamp), plain_keyer(), rebuild=True) as index:
        assert [hit.title for hit in index.search("title")] == ["Title 경제"]


def damaged(path: Path, harm: Callable[[bytearray], None]) -> None:
    with plain_index(path) as index:
        index.add({"id": str(number), "title": f"경제 연구 {number}"} for number in range(3_000))
    data = bytearray(path.read_bytes())
    harm(data)
    path.write_bytes(data)


def cut(data: bytearray) -> None:
    del data[len(data) // 3 :]


def overwrite(data: bytearray) -> None:
    data[4096 * 2 :] = random.Random(1).randbytes(len(data) - 4096 * 2)  # noqa: S311 - noise


def behead(data: bytearray) -> None:
    data[:100] = bytes(100)


@pytest.mark.parametrize("harm", [cut, overwrite, behead])
def test_a_damaged_file_is_told_in_a_sentence(tmp_path: Path, harm: Callable[[bytearray], None]) -> None:
    path = tmp_path / "x"
    damaged(path, harm)
    with pytest.raises(TitleIndexError, match=r"damaged|no index of titles|can't be used") as caught:
        use(path)
    assert str(path) in str(caught.value)


def use(path: Path) -> None:
    """Read every page of an index, and write to it."""
    with plain_index(path) as index:
        index.search("경제 연구 2999", limit=3_000)
        for number in range(0, 3_000, 100):
            index.search(f"연구 {number}")
        index.add({"id": str(number), "title": "새 제목"} for number in range(3_000))


def test_a_full_disk_keeps_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "x"
    store = SqliteStore(path, COLUMNS, plain_keyer().stamp)
    with TitleIndex(store, plain_keyer()) as index:
        index.add({"id": f"a{number}", "title": f"경제 {number}"} for number in range(500))
        (pages,) = store._writer.execute("PRAGMA page_count").fetchone()
        store._writer.execute(f"PRAGMA max_page_count = {pages + 20}")
        with pytest.raises(TitleIndexError, match="the disk is full"):
            index.add(({"id": f"b{number}", "title": f"정치 {number}"} for number in range(20_000)), batch=100)
        kept = len(index)
        assert kept >= 500
        assert (kept - 500) % 100 == 0
        assert len(index.search("경제", limit=1_000)) == 500
        assert index.check() == ()
    with plain_index(path) as index:
        assert len(index) == kept


def test_two_who_write_wait_for_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x"
    monkeypatch.setattr(adapter, "_WAIT", 0.2)
    with plain_index(path) as one, plain_index(path) as two:
        one.add([{"id": "a", "title": "경제"}])
        two.add([{"id": "b", "title": "경제"}])
        assert len(one) == len(two) == 2
    holder = sqlite3.connect(path, isolation_level=None)
    with plain_index(path) as index:
        holder.execute("BEGIN IMMEDIATE")
        assert len(index.search("경제")) == 2
        with pytest.raises(TitleIndexError, match="another process has been writing"):
            index.add([{"id": "c", "title": "경제"}])
        holder.execute("ROLLBACK")
        index.add([{"id": "c", "title": "경제"}])
        assert len(index) == 3
    holder.close()


def test_an_empty_file_becomes_an_index(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.touch()
    with plain_index(path) as index:
        assert len(index) == 0
