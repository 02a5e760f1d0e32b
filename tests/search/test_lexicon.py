from __future__ import annotations

import json
import subprocess
import sys

from juche_toolkit.search.lexicon import UNREAD
from tests.tables import ROOT

WATCH = """
import json, pkgutil, sys, tempfile
from pathlib import Path
read = set()
get_data, read_bytes, read_text = pkgutil.get_data, Path.read_bytes, Path.read_text
pkgutil.get_data = lambda package, name: (read.add(name), get_data(package, name))[1]
Path.read_bytes = lambda path: (read.add(str(path)), read_bytes(path))[1]
Path.read_text = lambda path, *a, **k: (read.add(str(path)), read_text(path, *a, **k))[1]
import juche_toolkit as jt
from juche_toolkit import _titles
keyer = _titles.keyer()
stamped, read = read, set()  # opening hashes the tables
for title in json.load(sys.stdin):
    keyer.keys(title, {"year": 2013})
print(json.dumps(sorted(read)))
"""


def test_tables_that_dont_count_are_not_read_when_keys_are_made() -> None:
    from tests.search.retrieval import TITLES

    titles = json.dumps([row["title"] for row in TITLES])
    done = subprocess.run([sys.executable, "-c", WATCH], input=titles, capture_output=True, text=True, check=True)
    read = json.loads(done.stdout)
    assert any(name.endswith("nouns.tsv") for name in read)
    assert [name for name in read if name.endswith(tuple(f"/{table.rpartition('/')[2]}" for table in UNREAD))] == []


def test_every_table_that_doesnt_count_is_there() -> None:
    assert [name for name in UNREAD if not (ROOT / "src/juche_toolkit" / name).exists()] == []
