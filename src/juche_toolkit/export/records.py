"""The records themselves: JSON, JSON Lines and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable

from juche_toolkit.citation.model import LIST_FIELDS, NUMBER_FIELDS, TEXT_FIELDS, Citation
from juche_toolkit.export.common import Romanizer, cited_text, clean, romanizer_or_default, worked
from juche_toolkit.export.forms import View

__all__ = ["CSV_COLUMNS", "to_csv", "to_json", "to_jsonl"]

CSV_COLUMNS = (
    "form",
    "type",
    *LIST_FIELDS,
    "et_al",
    *(name for name in TEXT_FIELDS if name not in ("type", "season")),
    *NUMBER_FIELDS,
    "season",
    "resolves_to",
    "generated_authors",
    "generated_title",
    "generated_container_title",
    "generated_scheme",
    "confidence",
    "problems",
    "cited_as",
)
"""The columns of `to_csv`, in order: always all of them."""


def to_json(
    citations: Iterable[Citation] | Citation,
    *,
    scheme: str | None = None,
    resolved: bool = True,
    distinct: bool = False,
    romanizer: Romanizer | None = None,
) -> str:
    """The records as a JSON array, with the keys of docs/records.md, one record for each citation.

    With a `scheme`, a record has one key more, `generated`: the scheme, and the Latin of each Korean field. All strings
    come back exactly, lone surrogates too (written as \\u escapes).
    """
    found = _records(citations, scheme, resolved, distinct, romanizer)
    return _surrogates_escaped(json.dumps(found, ensure_ascii=False, indent=2)) + "\n"


def to_jsonl(
    citations: Iterable[Citation] | Citation,
    *,
    scheme: str | None = None,
    resolved: bool = True,
    distinct: bool = False,
    romanizer: Romanizer | None = None,
) -> str:
    """The records as JSON Lines: one object a line, as `to_json`."""
    found = _records(citations, scheme, resolved, distinct, romanizer)
    return "".join(_one_line(json.dumps(record, ensure_ascii=False)) + "\n" for record in found)


def _records(
    citations: Iterable[Citation] | Citation,
    scheme: str | None,
    resolved: bool,
    distinct: bool,
    romanizer: Romanizer | None,
) -> list[dict[str, object]]:
    chosen = romanizer_or_default(romanizer)
    found = []
    for citation in worked(citations, resolved=resolved, distinct=distinct):
        record = citation.to_dict()
        if scheme is not None and (generated := _generated(View(citation, scheme, chosen))):
            record["generated"] = {"scheme": scheme, **generated}
        found.append(record)
    return found


def _generated(work: View) -> dict[str, object]:
    """The Latin that was made for each field; the lists keep one place for every name."""
    found: dict[str, object] = {}
    for name in work.generated:
        if name in LIST_FIELDS:
            found[name] = [person.latin for person in work.people if person.role == name]
        else:
            found[name] = work.title.latin if name == "title" else work.field(name).latin
    return found


def _surrogates_escaped(text: str) -> str:
    return "".join(f"\\u{ord(letter):04x}" if "\ud800" <= letter <= "\udfff" else letter for letter in text)


def _one_line(text: str) -> str:
    """JSON needs no escape for these, but readers that split lines by Unicode's rules would break a record there."""
    text = _surrogates_escaped(text)
    for character in "\x85\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def to_csv(
    citations: Iterable[Citation] | Citation,
    *,
    scheme: str = "38north",
    resolved: bool = True,
    distinct: bool = False,
    romanizer: Romanizer | None = None,
) -> str:
    """The records as a table (RFC 4180): a heading, then one row for each citation.

    Names are joined by `; `. The columns `generated_…` hold our romanization, in the scheme that `generated_scheme`
    names. For a spreadsheet program, write the text in the encoding "utf-8-sig", by which it knows UTF-8.
    """
    chosen = romanizer_or_default(romanizer)
    out = io.StringIO()
    writer = csv.DictWriter(out, CSV_COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for citation in worked(citations, resolved=resolved, distinct=distinct):
        writer.writerow(_row(citation, scheme, chosen))
    return out.getvalue()


def _row(citation: Citation, scheme: str, romanizer: Romanizer) -> dict[str, str]:
    row = {name: _cell(value) for name, value in citation.to_dict().items()}
    work = View(citation, scheme, romanizer)
    if work.generated:
        row["generated_scheme"] = scheme
        made = _generated(work)
        for name in ("authors", "title", "container_title"):
            row[f"generated_{name}"] = _cell(made.get(name))
    row["confidence"] = f"{citation.confidence:g}"
    row["problems"] = clean(" | ".join(problem.message for problem in citation.problems))
    row["cited_as"] = cited_text(citation)
    return row


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(clean(str(part)) for part in value)
    return clean(str(value))
