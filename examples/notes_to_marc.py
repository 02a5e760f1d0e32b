"""Make MARC 21 records of an article's notes, each work once, with the Korean in linked 880 fields.

python examples/notes_to_marc.py [FILE [RECORDS.mrc]]
"""

import sys
from pathlib import Path

import juche_toolkit as jt
from juche_toolkit.export import to_mrc, to_mrk

source = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("notes.txt")
target = Path(sys.argv[2]) if len(sys.argv) > 2 else Path("notes.mrc")
notes = jt.parse_notes(source.read_text(encoding="utf-8"))
works = [work for note in notes for work in note.citations]
target.write_bytes(to_mrc(works, distinct=True))
print(to_mrk(works, distinct=True))
for note in notes:
    for missed in note.unparsed:
        print(f"note {note.number}: not understood: {missed.text!r} ({missed.reason})", file=sys.stderr)
