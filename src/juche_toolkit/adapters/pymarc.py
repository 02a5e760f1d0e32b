"""MARC 21 records through pymarc: the optional extra `marc`.

Here a record is put together, measured and written; which field holds what is told in export/marc_builder.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias
from xml.etree import ElementTree

from attrs import frozen

from juche_toolkit.errors import InputError, MissingExtraError

if TYPE_CHECKING:
    import pymarc

__all__ = [
    "FIELD_LIMIT",
    "RECORD_LIMIT",
    "MarcField",
    "MarcRecord",
    "from_marc8",
    "make_record",
    "to_mrc",
    "to_mrk",
    "to_xml",
    "written",
]

MarcRecord: TypeAlias = "pymarc.Record"

FIELD_LIMIT = 9_999
"""Bytes of a field, terminator included: the directory has four digits for it (MARC 21, Record Structure)."""

RECORD_LIMIT = 99_999
"""Bytes of a record: the leader has five digits for it."""

_EAST_ASIAN = re.compile(rb"\x1b\$1([^\x1b]*)")
"""What stands in EACC, three bytes a character (MARC 21 Specifications, MARC-8: East Asian ideographs)."""

_NAMESPACE = "http://www.loc.gov/MARC21/slim"
_MNEMONICS = str.maketrans({"$": "{dollar}", "{": "{lcub}", "}": "{rcub}", "\\": "{bsol}"})


@frozen
class MarcField:
    """A field: `data` for a control field, else two indicators and subfields as pairs of code and value."""

    tag: str
    indicators: str = "  "
    subfields: tuple[tuple[str, str], ...] = ()
    data: str | None = None


def _pymarc() -> Any:
    try:
        import pymarc
    except ImportError as error:
        raise MissingExtraError("MARC records need the package pymarc: pip install pymarc") from error
    return pymarc


def make_record(leader: str, fields: Sequence[MarcField], *, name: str) -> MarcRecord:
    """A pymarc record in UTF-8 with these fields, in this order.

    `name` names the record in messages. Raises MissingExtraError without pymarc, InputError where a field or the
    record is longer than MARC 21 can say.
    """
    library = _pymarc()
    made: list[pymarc.Field] = []
    size = 26
    for field in fields:
        if field.data is not None:
            made.append(library.Field(tag=field.tag, data=field.data))
        else:
            subfields = [library.Subfield(code=code, value=value) for code, value in field.subfields]
            indicators = library.Indicators(*field.indicators)
            made.append(library.Field(tag=field.tag, indicators=indicators, subfields=subfields))
        length = len(made[-1].as_marc("utf-8"))
        if length > FIELD_LIMIT:
            raise InputError(f"{name}: field {field.tag} has {length} bytes; a MARC field holds {FIELD_LIMIT}")
        size += length + 12
    if size > RECORD_LIMIT:
        raise InputError(f"{name}: the record has {size} bytes; a MARC record holds {RECORD_LIMIT}")
    record: MarcRecord = library.Record(force_utf8=True, leader=leader, fields=made)
    return record


def from_marc8(data: bytes) -> tuple[str, int]:
    """A text in MARC-8 as Unicode (NFC), and how many of its characters the tables of MARC-8 don't know.

    Each of those becomes a blank. Raises ValueError where the bytes end inside a character, MissingExtraError without
    pymarc.
    """
    _pymarc()
    from pymarc import marc8

    for wide in _EAST_ASIAN.findall(data):
        if len(wide) % 3:
            raise ValueError(f"{len(wide)} bytes of East Asian characters, which have three each")
    text: str = marc8.marc8_to_unicode(data, hide_utf8_warnings=True)
    return text, max(0, text.count(" ") - data.count(b" "))


def to_mrc(records: Iterable[MarcRecord]) -> bytes:
    """Records in the exchange format, ISO 2709, in UTF-8."""
    return b"".join(record.as_marc() for record in records)


def written(record: MarcRecord, form: Literal["mrc", "marcxml", "mrk"]) -> bytes:
    """One record as a file of that form has it, without what stands around it; XML in the namespace of its collection."""
    if form == "mrc":
        return bytes(record.as_marc())
    if form == "mrk":
        return "".join(f"{line}\n" for line in _mrk_lines(record)).encode()
    return bytes(ElementTree.tostring(_pymarc().record_to_xml_node(record), encoding="utf-8"))


def to_mrk(records: Iterable[MarcRecord]) -> str:
    r"""Records as MARCMaker text, as MarcEdit reads it: `$`, braces and backslashes as mnemonics, blanks as `\`."""
    return "\n".join("".join(f"{line}\n" for line in _mrk_lines(record)) for record in records)


def _mrk_lines(record: MarcRecord) -> list[str]:
    lines = [f"=LDR  {record.leader}"]
    for field in record.fields:
        if field.data is not None:
            lines.append(f"={field.tag}  " + field.data.replace(" ", "\\"))
            continue
        indicators = "".join(field.indicators or "  ").replace(" ", "\\")
        values = "".join(f"${code}{value.translate(_MNEMONICS)}" for code, value in field.subfields)
        lines.append(f"={field.tag}  {indicators}{values}")
    return lines


def to_xml(records: Iterable[MarcRecord]) -> str:
    """Records as a MARCXML collection (MARC 21 XML Schema 1.1)."""
    library = _pymarc()
    collection = ElementTree.Element("collection", {"xmlns": _NAMESPACE})
    for record in records:
        collection.append(library.record_to_xml_node(record))
    ElementTree.indent(collection)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(collection, encoding="unicode") + "\n"
