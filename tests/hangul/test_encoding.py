from __future__ import annotations

import codecs

import pytest

from juche_toolkit.errors import DecodingError, UnknownNameError
from juche_toolkit.hangul.encoding import decode

NOTE = "2. 최영옥, “실리를 보장할수 있도록,” Kyo’ngje Yo’ngu 4, (2013).\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp949", "euc-kr"]
)
def test_encodings_are_recognised(encoding: str) -> None:
    assert decode(NOTE.encode(encoding)) == NOTE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "cp949"])
def test_an_encoding_can_be_told(encoding: str) -> None:
    assert decode(NOTE.encode(encoding), encoding) == NOTE


def test_a_told_encoding_that_does_not_fit_names_the_byte() -> None:
    with pytest.raises(DecodingError, match="at byte 3"):
        decode(NOTE.encode("cp949"), "utf-8")


@pytest.mark.parametrize("encoding", ["no-such", "base64"])
def test_an_unknown_encoding_is_named(encoding: str) -> None:
    with pytest.raises(UnknownNameError, match=encoding):
        decode(b"abcd", encoding)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, b"\0" * 1000, b"\x7fELF" + bytes(5000)])
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(DecodingError, match="binary"):
        decode(data)


def test_a_stray_nul_does_not_make_text_binary() -> None:
    assert decode(NOTE.encode() + b"\0" + NOTE.encode()) == NOTE + "\0" + NOTE


def test_empty_and_marked_empty_files_are_empty_texts() -> None:
    assert decode(b"") == ""
    assert decode(codecs.BOM_UTF8) == ""
    assert decode(codecs.BOM_UTF16_LE) == ""
