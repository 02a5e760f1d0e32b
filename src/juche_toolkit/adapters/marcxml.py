"""MARCXML (MARC 21 XML Schema 1.1) read record by record, the broken ones included.

A parser of XML gives up at the first fault of a file. Here the file is cut at the tags of its records, and each is parsed
by itself, so that one that is no XML costs itself alone. What a DTD would define isn't known: entities but XML's own five
make a record broken, which also keeps hostile ones out.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree import ElementTree

from juche_toolkit.adapters.iso2709 import BrokenRecord, CatalogueRecord, field_of_text
from juche_toolkit.adapters.pymarc import MarcField

__all__ = ["HEAD", "read_records"]

_NAMESPACE = "http://www.loc.gov/MARC21/slim"
_DECLARED = f'xmlns="{_NAMESPACE}" xmlns:marc="{_NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n<collection {_DECLARED}>\n'.encode()
_BLOCK = 1 << 16
_LONGEST = 1 << 23
"""Bytes in which a record must have ended; no real one is nearly as long."""
_START = re.compile(rb"<(?:[A-Za-z][\w.-]*:)?record(?=[\s>])")
_END = re.compile(rb"</(?:[A-Za-z][\w.-]*:)?record\s*>")
_PREFIX = re.compile(rb"<([A-Za-z][\w.-]*):record")
_PASSED = re.compile(rb"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>]*>|</?(?:[A-Za-z][\w.-]*:)?collection\b[^>]*>", re.DOTALL)
"""What stands between records by right: declarations, comments, the tags of the collection."""
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*encoding=["']([\w.-]+)["']""")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_records(stream: BinaryIO) -> Iterator[CatalogueRecord | BrokenRecord]:
    """The records of a file in order, broken ones as values; memory doesn't grow with the file.

    Places are counted in bytes of UTF-8.
    """
    for number, (position, data) in enumerate(_pieces(stream), 1):
        try:
            yield _record(number, position, data)
        except (ElementTree.ParseError, ValueError) as error:
            yield BrokenRecord(number, position, f"it is no MARCXML: {error}", data)


def _in_utf8(stream: BinaryIO) -> Iterator[bytes]:
    """The blocks of a file, in UTF-8 whatever the file is in; bytes that are none stay as they are."""
    block = stream.read(_BLOCK)
    name = next((name for mark, name in _MARKS if block.startswith(mark)), "")
    if not name and (declared := _ENCODING.match(block)) is not None:
        name = declared[1].decode("ascii")
    try:
        decoder = codecs.getincrementaldecoder(name or "utf-8")("surrogateescape")
    except LookupError:
        decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    while block:
        yield decoder.decode(block).encode("utf-8", "surrogateescape")
        block = stream.read(_BLOCK)
    yield decoder.decode(b"", final=True).encode("utf-8", "surrogateescape")


def _pieces(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The file cut into records and whatever else stands between them, each with the place of its first byte."""
    buffer, position = b"", 0
    blocks = _in_utf8(stream)
    ended = False
    while not ended or buffer:
        cut = _next(buffer, ended=ended)
        if cut is None:
            block = next(blocks, None)
            ended = block is None
            buffer += block or b""
            continue
        start, end = cut
        if stray := _stray(buffer[:start]):
            yield position + buffer.index(stray), stray
        if end > start:
            yield position + start, buffer[start:end]
        position += end
        buffer = buffer[end:]


def _next(buffer: bytes, *, ended: bool) -> tuple[int, int] | None:
    """Where the first record begins and ends; None where more of the file is needed to tell.

    A record without its end tag ends where the next begins, or with the file.
    """
    start = _START.search(buffer)
    if start is None:
        return (len(buffer), len(buffer)) if ended or len(buffer) > _LONGEST else None
    end = _END.search(buffer, start.end())
    again = _START.search(buffer, start.end(), end.start() if end else len(buffer))
    if again is not None:
        return start.start(), again.start()
    if end is not None:
        return start.start(), end.end()
    return (start.start(), len(buffer)) if ended or len(buffer) - start.start() > _LONGEST else None


def _stray(between: bytes) -> bytes:
    return _PASSED.sub(b" ", between).strip(b" \t\r\n\xef\xbb\xbf\0")


def _record(number: int, position: int, data: bytes) -> CatalogueRecord:
    text = data.decode("utf-8")
    if _START.match(data) is None:
        raise ValueError("it stands outside of any record")
    prefix = _PREFIX.match(data)
    named = f' xmlns:{prefix[1].decode()}="{_NAMESPACE}"' if prefix and prefix[1] not in (b"marc", b"xsi") else ""
    root = ElementTree.fromstring(f"<collection {_DECLARED}{named}>{text}</collection>")[0]  # noqa: S314 - no DTD can stand there
    leader = ""
    fields: list[MarcField] = []
    oddities: list[str] = []
    for element in root:
        kind = element.tag.rpartition("}")[2]
        if kind == "leader":
            leader = element.text or ""
        elif kind == "controlfield":
            fields.append(MarcField(element.get("tag", ""), data=element.text or ""))
        elif kind == "datafield":
            fields.append(_field(element, oddities))
        else:
            oddities.append(f"{kind} is no element of MARCXML")
    if not fields:
        raise ValueError("it has no fields")
    if len(leader) != 24:
        oddities.append(f"LDR has {len(leader)} characters where 24 were expected")
        leader = f"{leader:<24}"[:24]
    return CatalogueRecord(number, position, leader, tuple(fields), data, oddities=tuple(oddities), form="marcxml")


def _field(element: ElementTree.Element, oddities: list[str]) -> MarcField:
    indicators = (element.get("ind1") or " ") + (element.get("ind2") or " ")
    parts = [(part.get("code", ""), part.text or "") for part in element]
    text = indicators + "".join(f"\x1f{code}{value}" for code, value in parts)
    return field_of_text(element.get("tag", ""), text, oddities)
