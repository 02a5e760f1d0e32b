"""Adds titles to an index until it is killed; prints the number of records after each batch that is written.

python kill_me.py INDEX FIRST
"""

from __future__ import annotations

import sys
from itertools import count

from juche_toolkit.adapters.sqlite import SqliteStore
from juche_toolkit.search.index import Keyer, TitleIndex
from juche_toolkit.search.keys import COLUMNS

BATCH = 50


def main(path: str, first: int) -> None:
    keyer = Keyer(str.split, lambda text, _scheme: text, {"analyser": "spaces 1", "lexicon": "0"})
    with TitleIndex(SqliteStore(path, COLUMNS, keyer.stamp), keyer) as index:
        records = ({"id": str(number), "title": f"경제 연구 {number}"} for number in count(first))
        index.add(records, batch=BATCH, progress=lambda done: tell(first + done))


def tell(number: int) -> None:
    """Write a number to the parent at once."""
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
