"""MARCMaker text (.mrk), as MarcEdit writes it, read record by record, the broken ones included.

A record is a row of lines `=TAG  …`, blanks of codes as `\\`; `=LDR` begins one. Letters that MARC-8 has no place for in a
line of ASCII stand as mnemonics in braces (Library of Congress, MARCMaker and MARCBreaker User's Manual).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from juche_toolkit.adapters.iso2709 import BrokenRecord, CatalogueRecord, field_of_text
from juche_toolkit.adapters.pymarc import MarcField

__all__ = ["read_records"]

_LINE = re.compile(r"=(?P<tag>[0-9A-Za-z]{3})  ?(?P<content>.*)", re.DOTALL)
_LINE_END = re.compile(rb"\r\n|\r|\n")
_MNEMONIC = re.compile(r"\{([A-Za-z]+)\}")
_SIGNS = {"dollar": "$", "lcub": "{", "rcub": "}", "bsol": "\\", "mllhring": "ʼ", "mlrhring": "ʻ"}
_MARKS = {
    "breve": "\u0306", "caron": "\u030c", "circ": "\u0302", "acute": "\u0301", "grave": "\u0300", "macr": "\u0304",
    "tilde": "\u0303", "uml": "\u0308", "ring": "\u030a", "cedil": "\u0327",
}  # fmt: skip
"""Marks, which stand before their letter in MARC-8 and behind it in Unicode."""
_MARKED = re.compile(r"\{(" + "|".join(_MARKS) + r")\}(\w)")


def read_records(stream: BinaryIO) -> Iterator[CatalogueRecord | BrokenRecord]:
    """The records of a file in order, broken ones as values; memory doesn't grow with the file."""
    for number, (position, data) in enumerate(_pieces(stream), 1):
        try:
            yield _record(number, position, data)
        except ValueError as error:
            yield BrokenRecord(number, position, str(error), data)


def _pieces(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines of each record, with the place of the first byte: a blank line or =LDR ends one."""
    position, begun, lines = 0, 0, b""
    for line in _lines(stream):
        if lines and (not line.strip() or line.startswith((b"=LDR", b"=000"))):
            yield begun, lines
            lines = b""
        if line.strip():
            begun = begun if lines else position
            lines += line
        position += len(line)
    if lines:
        yield begun, lines


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines with their ends, which may be those of Unix, of Windows, of old Macs, or a mixture."""
    left = b""
    while block := stream.read(1 << 16):
        left += block
        done = 0
        for end in _LINE_END.finditer(left):
            if end.end() == len(left) and end.group() == b"\r":
                break  # its \n may be in the next block
            yield left[done : end.end()]
            done = end.end()
        left = left[done:]
    if left:
        yield left


def _record(number: int, position: int, data: bytes) -> CatalogueRecord:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        bad = data[error.start : error.end].hex(" ")
        raise ValueError(f"it is no UTF-8: byte {error.start} of it is {bad}") from error
    leader = ""
    fields: list[MarcField] = []
    oddities: list[str] = []
    for line in _whole_lines(text, oddities):
        found = _LINE.fullmatch(line)
        if found is None:
            raise ValueError(f"a line is no field: {line[:60]!r}")
        tag, content = found["tag"], found["content"]
        if tag in ("LDR", "000"):
            leader = content.replace("\\", " ")
        elif tag < "010" and tag.isdigit():
            fields.append(MarcField(tag, data=content.replace("\\", " ")))
        else:
            parted = content[:2].replace("\\", " ") + content[2:].replace("$", "\x1f")
            fields.append(field_of_text(tag, _plain(parted), oddities))
    if not fields:
        raise ValueError(f"it has no fields: {text.strip()[:60]!r}")
    if len(leader) != 24:
        oddities.append(f"LDR has {len(leader)} characters where 24 were expected")
        leader = f"{leader:<24}"[:24]
    return CatalogueRecord(number, position, leader, tuple(fields), data, oddities=tuple(oddities), form="mrk")


def _whole_lines(text: str, oddities: list[str]) -> Iterator[str]:
    """Lines of fields; one that doesn't begin so goes on from the line before."""
    waiting = ""
    for line in re.split("\r\n|\r|\n", text):
        if not line:
            continue
        if line.startswith("=") or not waiting:
            if waiting:
                yield waiting
            waiting = line
        else:
            oddities.append(f"{waiting[1:4]} goes on on a second line")
            waiting += " " + line
    if waiting:
        yield waiting


def _plain(text: str) -> str:
    """A text with its mnemonics as the signs they stand for; unknown ones stay."""
    if "{" not in text:
        return text
    marked = _MARKED.sub(lambda found: found[2] + _MARKS[found[1]], text)
    return _MNEMONIC.sub(lambda found: _SIGNS.get(found[1], found[0]), marked)
