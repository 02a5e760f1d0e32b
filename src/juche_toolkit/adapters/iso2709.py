"""Exchange files (ISO 2709, MARC 21 Record Structure) read record by record, the broken ones included.

A file is read as a stream: one record is in memory at a time. pymarc's reader believes a record's length and directory,
and loses all that follows a wrong one. Here the length, the record terminator and the next leader are held against each
other, so that a broken record costs itself and none of its neighbours, and what can't be read comes back as a value with
its place.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import BinaryIO, Literal

from attrs import frozen

from juche_toolkit.adapters.pymarc import MarcField, from_marc8

__all__ = ["BrokenRecord", "CatalogueRecord", "Encoding", "Form", "field_of_text", "read_records"]

Encoding = Literal["utf-8", "marc-8", "euc-kr"]
Form = Literal["mrc", "marcxml", "mrk"]
"""How a file writes its records: in the exchange format, as XML, as MARCMaker text."""

_BLOCK = 1 << 16
_LONGEST = 1 << 17
"""Bytes in which a record must have ended: more than the 99,999 that a leader can say."""
_END_OF_RECORD, _END_OF_FIELD, _DELIMITER, _ESCAPE = b"\x1d", b"\x1e", b"\x1f", b"\x1b"
_BETWEEN = b"\r\n\t \0\x1a"
"""What programs leave between records: line ends, blanks, the end-of-file sign of DOS."""
_LEADER = re.compile(rb"[0-9]{5}[a-z ][a-z ][a-z ][a-z ][a ][0-9 ]{2}[0-9]{5}")
_HEAD = re.compile(rb"[\x20-\x7e]{5}[a-z ][a-z ][a-z ][a-z ][a ][\x20-\x7e]{14}")
"""A leader of which the places and lengths may be wrong."""
_LEADER_LENGTH = 24
_ENTRY_LENGTH = 12
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_DIRECTORY = re.compile("(?:[0-9A-Za-z]{3}[0-9]{9})+")


@frozen
class CatalogueRecord:
    """A record as the file has it: its number in the file (from 1), the byte it begins at, its fields, its bytes.

    `encoding` is what the bytes are in, whatever leader/09 says; `lost` the number of characters that MARC-8's tables
    don't know and that became a blank; `oddities` what the structure has wrong without hiding a field; `form` says how the
    file writes records.
    """

    number: int
    position: int
    leader: str
    fields: tuple[MarcField, ...]
    data: bytes
    encoding: Encoding = "utf-8"
    lost: int = 0
    oddities: tuple[str, ...] = ()
    form: Form = "mrc"

    @property
    def identifier(self) -> str:
        """The control number, field 001, or an empty string."""
        return next((field.data or "" for field in self.fields if field.tag == "001"), "").strip()


@frozen
class BrokenRecord:
    """A stretch of the file that is no sound record: its number and place among the records, and what is wrong.

    `readable` is what can be read of it all the same, by its field terminators; `lost` names the tags of fields that are
    cut off, have another length than the directory says, or no encoding that fits.
    """

    number: int
    position: int
    reason: str
    data: bytes
    readable: CatalogueRecord | None = None
    lost: tuple[str, ...] = ()


class _FaultError(Exception):
    """What makes a record unreadable, as a sentence."""


def read_records(stream: BinaryIO) -> Iterator[CatalogueRecord | BrokenRecord]:
    """The records of a file in order, broken ones as values; memory doesn't grow with the file.

    Nothing of the file is passed over but blanks, line ends and zero bytes between records, and a byte order mark before
    the first. Raises MissingExtraError
    where a record in MARC-8 is met and pymarc isn't installed.
    """
    for number, (position, data) in enumerate(_pieces(stream), 1):
        try:
            yield _record(number, position, data)
        except _FaultError as fault:
            yield _broken(number, position, str(fault), data)


def _broken(number: int, position: int, reason: str, data: bytes) -> BrokenRecord:
    """A record that isn't sound, with what its directory and its field terminators still tell of it."""
    found = _by_terminators(data) if _HEAD.match(data) else None
    if found is None:
        return BrokenRecord(number, position, reason, data)
    parts, lost = found
    leader = data[:_LEADER_LENGTH].decode("ascii")
    encoding = _encoding(data, leader)
    fields: list[MarcField] = []
    oddities: list[str] = []
    for tag, content in parts:
        text = _at_any_rate(content, encoding)
        if text is None:
            lost = (*lost, tag)
        else:
            fields.append(field_of_text(tag, text, oddities))
    if not fields:
        return BrokenRecord(number, position, reason, data)
    readable = CatalogueRecord(number, position, leader, tuple(fields), data, encoding, 0, tuple(oddities))
    return BrokenRecord(number, position, reason, data, readable, lost)


def _by_terminators(data: bytes) -> tuple[list[tuple[str, bytes]], tuple[str, ...]] | None:
    """The tag and bytes of each field by the order of the directory's places, and the tags of what is cut off or damaged.

    None where directory and terminators don't go together: a field would get another's tag.
    """
    end = data.find(_END_OF_FIELD, _LEADER_LENGTH)
    directory = data[_LEADER_LENGTH : max(end, 0)].decode("latin-1")
    if _DIRECTORY.fullmatch(directory) is None:
        return None
    entries = [directory[start : start + _ENTRY_LENGTH] for start in range(0, len(directory), _ENTRY_LENGTH)]
    order = sorted(range(len(entries)), key=lambda number: int(entries[number][7:]))
    contents = data[end + 1 :].split(_END_OF_FIELD)[:-1]
    if len(contents) > len(entries):
        return None
    found: dict[int, tuple[str, bytes]] = {}
    damaged: list[str] = []
    for number, content in zip(order, contents, strict=False):
        tag, length = entries[number][:3], int(entries[number][3:7])
        if (tag < "010" and tag.isdigit()) == (_DELIMITER in content):
            return None
        if not _fits(content, length - 1):
            if len(contents) < len(entries):
                return None
            damaged.append(tag)
        found[number] = tag, content
    lost = (*damaged, *(entries[number][:3] for number in order[len(contents) :]))
    return [found[number] for number in sorted(found)], lost


def _fits(content: bytes, length: int) -> bool:
    """Whether a field has the length that the directory says, in bytes or, as some programs count, in characters."""
    return length in (len(content), len(content.decode("utf-8", "replace")))


def _at_any_rate(content: bytes, encoding: Encoding) -> str | None:
    """A field in the encoding of its record, else in any other that fits all of it; None where none does."""
    for name in dict.fromkeys((encoding, "utf-8", "euc-kr", "marc-8")):
        try:
            if name == "marc-8" and _needs_tables(content):
                text, missed = _marc8(content, "")
            else:
                text, missed = _decoded(content, "", name), 0
        except _FaultError:
            continue
        if not missed and (name != "euc-kr" or _is_euc_kr(content)):
            return text
    return None


def _pieces(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The file cut into records, each with the place of its first byte."""
    buffer, position, ended = b"", 0, False
    while not ended or buffer:
        while not ended and len(buffer) < 2 * _LONGEST:
            block = stream.read(_BLOCK)
            ended = not block
            buffer += block
        start = 0
        if position == 0 and buffer.startswith(BOM_UTF8):  # as editors put it before the first record
            start = len(BOM_UTF8)
        while len(buffer) - start >= _LONGEST or (ended and start < len(buffer)):
            if buffer[start] in _BETWEEN:
                start = len(buffer) - len(buffer[start:].lstrip(_BETWEEN))
                continue
            size = _size(buffer, start)
            yield position + start, buffer[start : start + size]
            start += size
        position += start
        buffer = buffer[start:]


def _size(buffer: bytes, start: int) -> int:
    """The bytes of the record that begins at `start`, by its length, its terminator and the leader of the next."""
    stated = int(buffer[start : start + 5]) if buffer[start : start + 5].isdigit() else 0
    end = buffer.find(_END_OF_RECORD, start, start + _LONGEST)
    until = end + 1 - start if end >= 0 else min(len(buffer) - start, _LONGEST - _LEADER_LENGTH)
    if stated != until and stated > _LEADER_LENGTH and buffer[start + stated - 1 : start + stated] == _END_OF_RECORD:
        return until if _LEADER.match(buffer, end + 1) else stated
    if stated == until and _is_sound(buffer[start : start + until]):
        return until
    another = _LEADER.search(buffer, start + 1, start + until)
    return another.start() - start if another else until


def _is_sound(data: bytes) -> bool:
    """Whether the directory ends where the data begin, and names as many fields as there are."""
    base = int(data[12:17]) if data[12:17].isdigit() else 0
    entries, rest = divmod(base - _LEADER_LENGTH - 1, _ENTRY_LENGTH)
    return rest == 0 and entries > 0 and data.count(_END_OF_FIELD) == entries + 1


def _record(number: int, position: int, data: bytes) -> CatalogueRecord:
    leader, parts = _parts(data)
    encoding = _encoding(data, leader)
    fields: list[MarcField] = []
    oddities: list[str] = []
    lost = 0
    for tag, content in parts:
        if encoding == "marc-8" and _needs_tables(content):
            decoded, missed = _marc8(content, tag)
            lost += missed
        else:
            decoded = _decoded(content, tag, encoding)
        fields.append(field_of_text(tag, decoded, oddities))
    return CatalogueRecord(number, position, leader, tuple(fields), data, encoding, lost, tuple(oddities))


def _parts(data: bytes) -> tuple[str, list[tuple[str, bytes]]]:
    """The leader, and the tag and bytes of each field, with the directory held against the field terminators."""
    if len(data) < _LEADER_LENGTH + 2:
        raise _FaultError(f"{len(data)} bytes are too few for a record")
    if not data[:5].isdigit():
        raise _FaultError(f"it doesn't begin with a leader, but with {data[:24].decode('utf-8', 'replace')!r}")
    if int(data[:5]) != len(data):
        raise _FaultError(f"the leader says {int(data[:5])} bytes, the record has {len(data)}")
    if data[-1:] != _END_OF_RECORD:
        raise _FaultError("it has no record terminator")
    if not data[:_LEADER_LENGTH].isascii() or not data[12:17].isdigit():
        raise _FaultError(f"the leader is spoilt: {data[:24]!r}")
    base = int(data[12:17])
    count, rest = divmod(base - _LEADER_LENGTH - 1, _ENTRY_LENGTH)
    if rest or count < 1 or base > len(data) or data[base - 1 : base] != _END_OF_FIELD:
        raise _FaultError(f"the directory doesn't end where the leader says, at byte {base}")
    directory = data[_LEADER_LENGTH : base - 1].decode("latin-1")
    if _DIRECTORY.fullmatch(directory) is None:
        raise _FaultError(f"the directory has an entry that is none: {directory!r}")
    found = []
    for start in range(0, len(directory), _ENTRY_LENGTH):
        begin = base + int(directory[start + 7 : start + 12])
        end = begin + int(directory[start + 3 : start + 7])
        if end > len(data) or end == begin or data[end - 1] != _END_OF_FIELD[0]:
            tag = directory[start : start + 3]
            raise _FaultError(f"the directory's place for field {tag} is none: bytes {begin} to {end}")
        found.append((directory[start : start + 3], data[begin : end - 1]))
    if data.count(_END_OF_FIELD, base) != count:
        raise _FaultError(f"the directory names {count} fields, there are {data.count(_END_OF_FIELD, base)}")
    return data[:_LEADER_LENGTH].decode("ascii"), found


def _encoding(data: bytes, leader: str) -> Encoding:
    """What the bytes are in: UTF-8 where they can be, else MARC-8, or EUC-KR (KORMARC) where all pairs are its own.

    Text of MARC-8 with letters beyond ASCII is never UTF-8 by chance: its marks stand before ASCII letters. Escape
    sequences are MARC-8's alone.
    """
    escapes = _ESCAPE in data
    if _NOT_ASCII.search(data) is None:
        return "utf-8" if leader[9] == "a" and not escapes else "marc-8"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if escapes:
            return "marc-8"
        if leader[9] == "a":
            return "utf-8"  # said to be: the place of the bad byte is told where its field is decoded
        return "euc-kr" if _is_euc_kr(data) else "marc-8"
    return "marc-8" if escapes and leader[9] != "a" else "utf-8"


def _is_euc_kr(data: bytes) -> bool:
    try:
        text = data.decode("euc_kr")
    except UnicodeDecodeError:
        return False
    return any("가" <= letter <= "힣" for letter in text)


def _needs_tables(content: bytes) -> bool:
    return _ESCAPE in content or _NOT_ASCII.search(content) is not None


def _marc8(content: bytes, tag: str) -> tuple[str, int]:
    """A field of MARC-8, subfield by subfield: each begins in the default sets (MARC 21 Specifications, Character Sets)."""
    texts = []
    lost = 0
    for part in content.split(_DELIMITER):
        try:
            text, missed = from_marc8(part)
        except ValueError as error:
            raise _FaultError(f"field {tag} is no MARC-8: {error}") from error
        texts.append(text)
        lost += missed
    return "\x1f".join(texts), lost


def _decoded(content: bytes, tag: str, encoding: Encoding) -> str:
    try:
        return content.decode("utf-8" if encoding == "marc-8" else encoding)
    except UnicodeDecodeError as error:
        bad = content[error.start : error.end].hex(" ")
        raise _FaultError(f"field {tag} is no {encoding.upper()}: byte {error.start} of it is {bad}") from error


def field_of_text(tag: str, text: str, oddities: list[str]) -> MarcField:
    """A field of its text, U+001F before each subfield; what is wrong with it is added to `oddities`."""
    if tag < "010" and tag.isdigit():
        return MarcField(tag, data=text)
    indicators, *parts = text.split("\x1f")
    if len(indicators) != 2:
        oddities.append(f"{tag} has {len(indicators)} indicators where 2 were expected: {indicators!r}")
    if not parts:
        oddities.append(f"{tag} has no subfields")
    if "" in parts:
        oddities.append(f"{tag} has a subfield without code and value")
    if not tag.isdigit():
        oddities.append(f"{tag} is no tag of MARC 21")
    return MarcField(tag, indicators, tuple([(part[0], part[1:]) for part in parts if part]))
