"""Make an index of titles from CSV and answer queries, however they are typed, until an empty line.

python examples/title_search.py [FILE]
"""

import csv
import sys
import tempfile
from pathlib import Path

import juche_toolkit as jt

source = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("titles.csv")
with (
    tempfile.TemporaryDirectory() as folder,
    jt.TitleIndex.open(Path(folder) / "titles.db") as index,
    source.open(encoding="utf-8-sig", newline="") as stream,
):
    print(f"{index.add(csv.DictReader(stream)).count} titles")
    for query in map(str.strip, sys.stdin):
        if not query:
            break
        hits = index.search(query, explain=True)
        print(f"{query}: {len(hits)}")
        for hit in hits:
            print(f"  {hit.id}  {hit.snippet}  ({hit.matched})")
