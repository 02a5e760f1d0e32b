"""The store on tantivy, where it differs from others: its folder, and what can go wrong with it. tests/search tests the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from juche_toolkit.adapters import tantivy
from juche_toolkit.adapters.stores import open_store
from juche_toolkit.adapters.tantivy import NAME, TantivyStore
from juche_toolkit.errors import MissingExtraError, TitleIndexError
from juche_toolkit.search.index import Keyer, TitleIndex
from juche_toolkit.search.keys import COLUMNS


def keyer(version: str = "1") -> Keyer:
    return Keyer(str.split, lambda text, _scheme: text, {"analyser": f"spaces {version}", "lexicon": "0"})


def plain(path: Path, *, version: str = "1", rebuild: bool = False) -> TitleIndex:
    chosen = keyer(version)
    return TitleIndex(TantivyStore(path, COLUMNS, chosen.stamp), chosen, rebuild=rebuild)


def test_without_the_package_a_sentence_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(MissingExtraError, match="pip install tantivy"):
        plain(tmp_path / "x")
    assert not (tmp_path / "x").exists()


needs_tantivy = pytest.mark.skipif(tantivy.state() != "ready", reason=tantivy.state())


@needs_tantivy
def test_another_folder_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x", encoding="utf-8")
    with pytest.raises(TitleIndexError, match="no index of titles; it was left as it is"):
        plain(tmp_path)
    assert [found.name for found in tmp_path.iterdir()] == ["letter.txt"]
    with pytest.raises(TitleIndexError, match="is a file"):
        plain(tmp_path / "letter.txt")
    with pytest.raises(TitleIndexError, match="there is no folder"):
        plain(tmp_path / "nowhere" / "x")


@needs_tantivy
def test_what_a_killed_maker_left_becomes_an_index(tmp_path: Path) -> None:
    (tmp_path / "x" / "keys-1").mkdir(parents=True)
    (tmp_path / "x" / f"{NAME}.new").write_text("{", encoding="utf-8")
    with plain(tmp_path / "x") as index:
        assert index.add([{"id": "a", "title": "경제"}]).count == 1


@needs_tantivy
@pytest.mark.parametrize(
    ("version", "message"), [(tantivy.FORMAT + 1, "newer version"), (tantivy.FORMAT - 1, "older version; rebuild")]
)
def test_an_index_of_another_version_is_told(tmp_path: Path, version: int, message: str) -> None:
    path = tmp_path / "x"
    with plain(path) as index:
        index.add([{"id": "a", "title": "경제 연구"}])
    note = json.loads((path / NAME).read_bytes())
    (path / NAME).write_text(json.dumps(note | {"format": version}), encoding="utf-8")
    with pytest.raises(TitleIndexError, match=message):
        plain(path)
    if version < tantivy.FORMAT:
        with plain(path, rebuild=True) as index:
            assert [hit.id for hit in index.search("경제")] == ["a"]
        with plain(path) as index:
            assert len(index) == 1


@needs_tantivy
@pytest.mark.parametrize("what", ["note", "meta", "segments", "cut"])
def test_a_damaged_folder_is_told_in_a_sentence(tmp_path: Path, what: str) -> None:
    path = tmp_path / "x"
    with plain(path) as index:
        index.add({"id": str(number), "title": f"경제 연구 {number}"} for number in range(3_000))
    if what == "note":
        (path / NAME).write_text("{}", encoding="utf-8")
    elif what == "meta":
        (path / "keys-1" / "meta.json").write_text("{", encoding="utf-8")
    else:
        for file in list((path / "keys-1").iterdir()):
            if file.suffix in (".store", ".idx", ".term"):
                data = file.read_bytes()
                harmed = file.with_suffix(".harmed")  # a thread that merges segments may still have the old file mapped
                harmed.write_bytes(b"" if what == "segments" else data[: len(data) // 2])
                harmed.replace(file)
    with pytest.raises(TitleIndexError, match="damaged") as caught:
        use(path)
    assert str(path) in str(caught.value)


def use(path: Path) -> None:
    """Read an index, and write to it."""
    with plain(path) as index:
        index.search("경제 연구 2999", limit=3_000)
        index.add({"id": str(number), "title": "새 제목"} for number in range(3_000))


@needs_tantivy
def test_a_reader_sees_what_another_process_rebuilt(tmp_path: Path) -> None:
    path = tmp_path / "x"
    with plain(path) as reader, plain(path) as writer:
        writer.add([{"id": "a", "title": "경제 연구"}])
        assert len(reader) == 1
        writer.rebuild()
        writer.add([{"id": "b", "title": "경제 정책"}])
        assert [hit.id for hit in reader.search("경제")] == ["a", "b"]
        assert sorted(found.name for found in path.iterdir()) == [NAME, "keys-2"]


@needs_tantivy
def test_an_index_of_another_engine_is_refused(tmp_path: Path) -> None:
    plain(tmp_path / "x").close()
    with pytest.raises(TitleIndexError, match="an index of the engine tantivy, not sqlite"):
        open_store(tmp_path / "x", COLUMNS, {}, engine="sqlite")
