"""Files of a catalogue in any of MARC's forms: exchange format, MARCXML, MARCMaker text. The form is told by how a file begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, cast

from juche_toolkit.adapters import iso2709, marcmaker, marcxml
from juche_toolkit.adapters.iso2709 import BrokenRecord, CatalogueRecord, Form

__all__ = ["FORMS", "form_of", "frame", "read_catalogue"]

FORMS: tuple[Form, ...] = ("mrc", "marcxml", "mrk")
_BLANK = b" \t\r\n\xef\xbb\xbf\xff\xfe\0"
"""What may stand before the first sign: blanks, and the marks of an encoding."""


def read_catalogue(stream: BinaryIO, form: Form | None = None) -> tuple[Form, Iterator[CatalogueRecord | BrokenRecord]]:
    """The form of a file, recognised if it isn't given, and its records in order, broken ones as values.

    Memory doesn't grow with the file. Raises MissingExtraError as `iso2709.read_records`.
    """
    begun = _Begun(stream)
    found = form or form_of(begun.start)
    reader = {"mrc": iso2709.read_records, "marcxml": marcxml.read_records, "mrk": marcmaker.read_records}[found]
    return found, reader(cast(BinaryIO, begun))


def form_of(start: bytes) -> Form:
    """The form of a file that begins so."""
    first = start.lstrip(_BLANK)[:1]
    return "marcxml" if first == b"<" else "mrk" if first == b"=" else "mrc"


def frame(form: Form) -> tuple[bytes, bytes, bytes]:
    """What stands before, between and behind the records of a file."""
    if form == "marcxml":
        return marcxml.HEAD, b"\n", b"\n</collection>\n"
    return (b"", b"\n", b"") if form == "mrk" else (b"", b"", b"")


class _Begun:
    """A stream of which the first bytes have been looked at."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.start = stream.read(1 << 10)
        self._left = self.start

    def read(self, size: int) -> bytes:
        found, self._left = self._left, b""
        return found or self._stream.read(size)
