"""Records for an index out of files: JSON lines and lists, CSV, notes, MARC 21. What can't be read is a `Failure`, in its place."""

from __future__ import annotations

import codecs
import io
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

import juche_toolkit as jt
from juche_toolkit.adapters.catalogue import read_catalogue
from juche_toolkit.adapters.iso2709 import BrokenRecord
from juche_toolkit.adapters.pymarc import MarcField
from juche_toolkit.cli.rows import from_csv
from juche_toolkit.cli.streams import text_in
from juche_toolkit.export.heading import heading
from juche_toolkit.export.marc_marks import private_use, private_use_as_text, suspect
from juche_toolkit.hangul.runs import has_korean
from juche_toolkit.search.index import Failure

__all__ = ["KINDS", "kind_of", "records"]

Record = Mapping[str, object] | Failure
KINDS = ("jsonl", "json", "csv", "notes", "marc")
_SUFFIXES = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".csv": "csv", ".tsv": "csv", ".txt": "notes",
    ".mrc": "marc", ".mrk": "marc", ".xml": "marc",
}  # fmt: skip
_CHUNK = 1 << 20
_YEAR = re.compile(r"\d{4}")
_TITLE_CODES = "abnp"
"""Subfields of 245 that make a title: the title, its rest, number and name of a part."""


def kind_of(path: str | None) -> str:
    """The kind of a file by the end of its name: .jsonl, .json, .csv, .tsv, .txt (notes), .mrc, .mrk, .xml; else jsonl."""
    return _SUFFIXES.get(Path(path or "-").suffix.lower(), "jsonl")


def records(
    path: str | None,
    kind: str,
    encoding: str | None,
    id_field: str,
    title_field: str,
    passed_over: list[str],
    unread: list[str],
) -> Iterator[Record]:
    """The records of a file or of standard input (None, "-"), their fields `id_field` and `title_field` as id and title.

    A long file of lines is read as it is needed, not at once. `passed_over` is given the numbers of notes that cite
    nothing with a title of its own: a back-reference, a newspaper's issue; `unread` the ids of titles with private-use
    characters that no table reads.
    nothing that can be called by a name: a back-reference, a thesis without its title. An issue of a newspaper, a law
    and a judgment without a title are called by what is printed of them, and say so (`title_generated`).
    """
    for record in _read(path, kind, encoding, id_field, title_field, passed_over):
        if isinstance(record, Failure) or not isinstance(title := record.get("title"), str) or not suspect(title):
            yield record
            continue
        title = private_use_as_text(title)
        if private_use(title):
            unread.append(str(record.get("id")))
        yield {**record, "title": title}


def _read(
    path: str | None, kind: str, encoding: str | None, id_field: str, title_field: str, passed_over: list[str]
) -> Iterator[Record]:
    if kind == "notes":
        yield from _from_notes(text_in(path, encoding), _name(path), passed_over)
    elif kind == "marc":
        if path is None or path == "-":
            yield from _from_marc(sys.stdin.buffer, "")
        else:
            with Path(path).open("rb") as stream:
                yield from _from_marc(stream, _name(path))
    elif kind == "csv":
        for record in from_csv(_lines(path, encoding), (id_field, title_field)):
            yield record if isinstance(record, Failure) else _named(record, id_field, title_field)
    else:
        for record in _from_jsonl(_lines(path, encoding)) if kind == "jsonl" else _from_json(text_in(path, encoding)):
            yield record if isinstance(record, Failure) else _named(record, id_field, title_field)


def _named(record: Mapping[str, object], id_field: str, title_field: str) -> Mapping[str, object]:
    rest = {name: value for name, value in record.items() if name not in (id_field, title_field)}
    found = record.get(id_field)
    named = str(found) if isinstance(found, int) and not isinstance(found, bool) else found
    return {**rest, "id": named, "title": record.get(title_field)}


def _lines(path: str | None, encoding: str | None) -> Iterable[str]:
    """Lines with their ends; of a file in UTF-8 read one by one, else of the whole text.

    Bytes that are no UTF-8 in a file that otherwise is stay as lone surrogates, so that only their records are refused.
    """
    if path is None or path == "-" or encoding is not None:
        return io.StringIO(text_in(path, encoding), newline="")
    if _is_utf8(Path(path)):
        return _stream(Path(path))
    try:
        return io.StringIO(text_in(path, encoding), newline="")
    except jt.DecodingError:
        if not _is_mostly_utf8(Path(path)):
            raise
        return _stream(Path(path), errors="surrogateescape")


def _stream(path: Path, errors: str = "strict") -> Iterator[str]:
    with path.open(encoding="utf-8-sig", newline="", errors=errors) as file:
        yield from file


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while chunk := file.read(_CHUNK):
                if b"\0" in chunk:  # UTF-16, or no text
                    return False
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _is_mostly_utf8(path: Path) -> bool:
    """Whether more lines are UTF-8, of those that aren't ASCII, than aren't."""
    good = bad = 0
    for line in _stream(path, errors="surrogateescape"):
        if any("\udc80" <= character <= "\udcff" for character in line):
            bad += 1
        else:
            good += not line.isascii()
    return good > bad


def _from_json(text: str) -> Iterator[Record]:
    """The objects of a list, as CSL JSON and many catalogues have it, or one object."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield Failure(1, None, f"the file is no JSON: {error}")
        return
    for number, record in enumerate(found if isinstance(found, list) else [found], 1):
        yield record if isinstance(record, dict) else Failure(number, None, f"item {number} is no JSON object")


def _from_jsonl(lines: Iterable[str]) -> Iterator[Record]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Failure(number, None, f"line {number} is no JSON: {error}")
            continue
        if isinstance(record, dict):
            yield record
        else:
            hint = "; a list of records is read from a file named .json, or with --input json"
            yield Failure(number, None, f"line {number} is no JSON object{hint if isinstance(record, list) else ''}")


def _name(path: str | None) -> str:
    """The name of a file before the numbers of its records, so that those of two files don't replace each other."""
    return "" if path is None or path == "-" else f"{Path(path).name}:"


def _from_notes(text: str, name: str, passed_over: list[str]) -> Iterator[Record]:
    for number, note in enumerate(jt.parse_notes(text), 1):
        printed = str(note.number or number)
        for place, citation in enumerate(note.citations, 1):
            label = printed + (f".{place}" if len(note.citations) > 1 else "")
            if citation.title:
                yield {"id": name + label, **citation.to_dict()}
            elif citation.form == "full" and (made := heading(citation)):
                yield {"id": name + label, **citation.to_dict(), "title": made, "title_generated": True}
            else:
                passed_over.append(printed)
        for left in note.unparsed:
            yield Failure(
                number, None, f"note {printed} has what was not understood: {left.text.strip()} ({left.reason})"
            )


def _from_marc(stream: BinaryIO, name: str) -> Iterator[Record]:
    """Records of a MARC file in any form: 001 as id, 245 as title, or the 880 in Korean script that goes with it."""
    for record in read_catalogue(stream)[1]:
        number = record.number
        if isinstance(record, BrokenRecord):
            if record.readable is None or record.lost:
                yield Failure(number, None, f"the record at byte {record.position} can't be read: {record.reason}")
                continue
            record = record.readable
        fields = record.fields
        plain = next((_title(field) for field in fields if field.tag == "245"), "")
        korean = next(
            (title for field in fields if _is_880_of(field, "245") and has_korean(title := _title(field))), ""
        )
        found: dict[str, object] = {"id": record.identifier or f"{name}{number}", "title": korean or plain}
        if korean and plain:
            found["other_title"] = plain
        if authors := _authors(fields):
            found["authors"] = authors
        if (year := _year_of(fields)) is not None:
            found["year"] = year
        yield found


def _is_880_of(field: MarcField, tag: str) -> bool:
    return field.tag == "880" and any(code == "6" and value.startswith(tag) for code, value in field.subfields)


def _title(field: MarcField) -> str:
    return " ".join(value.strip() for code, value in field.subfields if code in _TITLE_CODES).strip(" /:;,")


def _authors(fields: Iterable[MarcField]) -> list[str]:
    """Names of 100 and 700, as their 880s have them where these are in Korean script."""
    found = []
    for field in fields:
        if field.tag in ("100", "700"):
            link = next((value for code, value in field.subfields if code == "6"), "")
            partner = next((one for one in fields if link and _is_880_of(one, f"{field.tag}-{link[4:6]}")), field)
            name = next((value for code, value in partner.subfields if code == "a"), "")
            plain = next((value for code, value in field.subfields if code == "a"), "")
            found.append((name if has_korean(name) else plain).strip(" ,."))
    return [name for name in found if name]


def _year_of(fields: Iterable[MarcField]) -> int | None:
    """The year in 264 or 260 $c, else the first date of 008."""
    dates = [value for field in fields if field.tag in ("264", "260") for code, value in field.subfields if code == "c"]
    dates += [(field.data or "")[7:11] for field in fields if field.tag == "008"]
    return next((int(found[0]) for date in dates if (found := _YEAR.search(date))), None)
