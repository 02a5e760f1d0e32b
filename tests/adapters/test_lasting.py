"""What lasts: killed writers, readers beside a writer, a disk that is full – for every engine; bench/lasting.py does more of it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from juche_toolkit.adapters import tantivy
from juche_toolkit.adapters.stores import ENGINES
from juche_toolkit.errors import TitleIndexError
from tests.adapters import lasting

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and limits of files are Unix's"),
    pytest.mark.parametrize(
        "engine",
        [
            pytest.param(
                engine,
                marks=pytest.mark.skipif(engine == "tantivy" and tantivy.state() != "ready", reason=tantivy.state()),
            )
            for engine in ENGINES
        ],
    ),
]


def test_a_writer_that_is_killed_loses_nothing_it_had_committed(tmp_path: Path, engine: str) -> None:
    found = lasting.kills(tmp_path / "titles.index", engine, 5)
    assert found.committed >= 5 * lasting.BATCH
    assert (found.lost, found.unreadable) == (0, 0)


def test_readers_see_what_was_committed_before_and_whole_batches(tmp_path: Path, engine: str) -> None:
    found = lasting.readings(tmp_path / "titles.index", engine, 2, 8)
    assert found.searches > 10
    assert found.batches >= 2
    assert (found.errors, found.stale) == (0, 0)


def test_a_full_disk_is_told_and_what_was_committed_is_kept(tmp_path: Path, engine: str) -> None:
    path = tmp_path / "titles.index"
    committed, message = lasting.filled(path, engine, {"sqlite": 400_000, "tantivy": 60_000}[engine])
    assert str(path) in message
    with lasting.opened(path, engine) as index:
        assert len(index) >= committed > 0
        assert len(index) % lasting.BATCH == 0
        assert index.check() == ()
        assert len(index.search("경제", limit=len(index) + 1)) == len(index)
        there = len(index)
        index.add([lasting.record(there)])
        assert len(index) == there + 1


def test_a_disk_that_is_really_full_is_told_and_what_was_committed_is_kept(tmp_path: Path, engine: str) -> None:
    command = lasting.on_a_small_disk(tmp_path, "true")
    if shutil.which(command[0]) is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no disk of one's own can be mounted here")
    found = lasting.full_disk(tmp_path, engine)
    assert "disk is full" in found.message
    assert "disk is full" in found.again
    assert found.found == found.committed > 0
    assert found.problems == []
    assert found.after == found.committed + 10


def test_one_writer_at_a_time_and_the_other_is_told(
    tmp_path: Path, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("juche_toolkit.adapters.tantivy._WAIT", 0.3)
    path = tmp_path / "titles.index"
    with lasting.opened(path, engine) as one, lasting.opened(path, engine) as two:
        one.add([lasting.record(1)])
        assert len(two) == 1  # who doesn't write sees it
        if engine == "tantivy":
            with pytest.raises(TitleIndexError, match="another process has been writing"):
                two.add([lasting.record(2)])
            one.close()
        two.add([lasting.record(2)])
        assert len(two) == 2
