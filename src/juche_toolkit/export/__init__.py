"""Records out: JSON, CSV, CSL-JSON, BibLaTeX, BibTeX, RIS, MARC 21 and notes.

Every function takes an iterable of citations (or one) and these options: `scheme`, the romanization of Korean texts;
`resolved`, whether back-references are filled in (they are); `distinct`, whether a work cited again is left out (it
isn't); `romanizer`, a function of text, scheme and kind to use in place of the toolkit's own. What each format holds
and can't hold is told in docs/records.md.
"""

from juche_toolkit.export.biblatex import to_biblatex, to_bibtex
from juche_toolkit.export.csl import to_csl
from juche_toolkit.export.marc import to_marc, to_marcxml, to_mrc, to_mrk
from juche_toolkit.export.note import to_note
from juche_toolkit.export.note_fields import STYLES, NoteStyle, note_fields, note_kind, printed_record
from juche_toolkit.export.records import to_csv, to_json, to_jsonl
from juche_toolkit.export.ris import to_ris

__all__ = [
    "STYLES",
    "NoteStyle",
    "note_fields",
    "note_kind",
    "printed_record",
    "to_biblatex",
    "to_bibtex",
    "to_csl",
    "to_csv",
    "to_json",
    "to_jsonl",
    "to_marc",
    "to_marcxml",
    "to_mrc",
    "to_mrk",
    "to_note",
    "to_ris",
]
