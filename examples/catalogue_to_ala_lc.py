"""Add ALA-LC forms to a catalogue in CSV, with a column that says where a cataloguer should look.

python examples/catalogue_to_ala_lc.py [FILE]
"""

import csv
import sys
from pathlib import Path

import juche_toolkit as jt

source = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("titles.csv")
with source.open(encoding="utf-8-sig", newline="") as stream:
    rows = list(csv.DictReader(stream))
out = csv.DictWriter(sys.stdout, [*rows[0], "title_ala_lc", "author_ala_lc", "journal_ala_lc", "doubts"])
out.writeheader()
for row in rows:
    title = jt.explain(row["title"], "ala-lc", kind="title")
    row["title_ala_lc"] = title.text
    row["author_ala_lc"] = jt.heading(row["author"])
    journal = jt.explain(row["journal"], "ala-lc", kind="title")
    row["journal_ala_lc"] = journal.text
    row["doubts"] = "; ".join(doubt.message for doubt in (*title.warnings, *journal.warnings))
    out.writerow(row)
