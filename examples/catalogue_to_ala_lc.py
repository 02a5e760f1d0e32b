"""Add ALA-LC forms to a catalogue in CSV, with a column that says where a cataloguer should look.

python examples/catalogue_to_ala_lc.py [FILE [COLUMN=KIND ...]]

KIND is title, person, place, corporate or text: `titles.csv title=title author=person journal=title` if none is given.
"""

import csv
import sys
from pathlib import Path

import juche_toolkit as jt

source = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("titles.csv")
kinds = dict(pair.split("=") for pair in sys.argv[2:] or ("title=title", "author=person", "journal=title"))
with source.open(encoding="utf-8-sig", newline="") as stream:
    rows = list(csv.DictReader(stream))
if missing := [column for column in kinds if not rows or column not in rows[0]]:
    sys.exit(f"{source} has no column {', '.join(missing)}; name those it has, as in: name=title creator=person")
out = csv.DictWriter(sys.stdout, [*rows[0], *(f"{column}_ala_lc" for column in kinds), "doubts"])
out.writeheader()
for row in rows:
    doubts = []
    for column, kind in kinds.items():
        if kind == "person":
            row[f"{column}_ala_lc"] = jt.heading(row[column])
        else:
            made = jt.explain(row[column], "ala-lc", kind=kind)
            row[f"{column}_ala_lc"] = made.text
            doubts += [doubt.message for doubt in made.warnings]
    out.writerow({**row, "doubts": "; ".join(doubts)})
