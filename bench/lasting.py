"""Does an index last? Writers killed at any moment, readers beside a writer, a disk that fills up.

    python bench/lasting.py kills --engine sqlite --kills 200
    python bench/lasting.py readers --engine sqlite --seconds 60 --readers 8
    python bench/lasting.py disk --engine sqlite      # mounts three megabytes of memory, which Linux must allow

`tests/adapters/test_lasting.py` runs the same with smaller numbers.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.adapters import lasting

from juche_toolkit.adapters.stores import ENGINES


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["kills", "readers", "disk"])
    parser.add_argument("--engine", choices=ENGINES, default="sqlite")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--readers", type=int, default=8)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "titles.index"
        if options.what == "kills":
            found: lasting.Kills | lasting.Readings | lasting.FullDisk = lasting.kills(
                path, options.engine, options.kills
            )
            bad = found.lost + found.unreadable
        elif options.what == "disk":
            found = lasting.full_disk(Path(folder), options.engine)
            bad = len(found.problems) + found.committed - found.found + found.after - found.committed - 10
        else:
            found = lasting.readings(path, options.engine, options.seconds, options.readers)
            bad = found.errors + found.stale
    print(options.engine, found)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
