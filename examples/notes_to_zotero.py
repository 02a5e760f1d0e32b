"""Write an article's notes for Zotero: CSL-JSON, and RIS for other programs. Import the first by File > Import.

python examples/notes_to_zotero.py [FILE]
"""

import json
import sys
from pathlib import Path

import juche_toolkit as jt
from juche_toolkit.export import to_csl, to_ris

source = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("notes.txt")
notes = jt.parse_notes(source.read_text(encoding="utf-8"))
works = [work for note in notes for work in note.citations]
items = to_csl(works, distinct=True)
Path("notes.json").write_text(json.dumps(items, ensure_ascii=False, indent=1), encoding="utf-8")
Path("notes.ris").write_text(to_ris(works, distinct=True), encoding="utf-8")
for item in items:
    print(item["id"], item["type"], item["title"], sep=" | ")
