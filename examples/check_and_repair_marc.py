"""Look a MARC file over, write it mended to a new file, and say what is left for a cataloguer.

python examples/check_and_repair_marc.py [FILE [NEW_FILE]]
"""

import sys
from pathlib import Path

from juche_toolkit.adapters.iso2709 import BrokenRecord, read_records
from juche_toolkit.export.marc_check import check
from juche_toolkit.export.marc_repair import repair

source = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("catalogue.mrc")
target = Path(sys.argv[2]) if len(sys.argv) > 2 else Path("mended.mrc")
with source.open("rb") as stream, target.open("xb") as mended:
    for record in read_records(stream):
        made = repair(record, marks=True)
        if isinstance(record, BrokenRecord) and made.left:
            print(f"record {record.number} is left out: {made.left}")
            continue
        mended.write(made.data)
        for change in made.changes:
            print(f"record {record.number} {change.place}: {change.before} -> {change.after}")

with target.open("rb") as stream:
    for record in read_records(stream):
        if not isinstance(record, BrokenRecord):
            for finding in check(record):
                print(f"look at {record.identifier} {finding.place}: {finding.message}")
