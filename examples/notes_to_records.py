"""Print what the notes of an article cite: who, what, and which earlier note an Ibid. means.

python examples/notes_to_records.py [FILE]
"""

import sys
from pathlib import Path

import juche_toolkit as jt

source = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("notes.txt")
for note in jt.parse_notes(source.read_text(encoding="utf-8")):
    for citation in note.citations:
        work = citation.resolved()
        added = jt.annotate(work)
        back = f" (as in note {citation.resolves_to})" if citation.resolves_to else ""
        print(f"{note.number}. {work.authors[0]} = {added.authors[0] or work.authors[0]}, {work.year}{back}")
        print(f"   {work.title}")
        if added.title:
            print(f"   {added.title}")
            print(f"   {' '.join(added.terms)}")
