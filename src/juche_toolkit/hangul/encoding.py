"""Bytes to text, in the encodings in which Korean files come: UTF-8, UTF-16, CP949 (with EUC-KR inside it)."""

from __future__ import annotations

import codecs
import unicodedata

from juche_toolkit.errors import DecodingError, UnknownNameError

__all__ = ["decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 1 << 16
"""Characters that are looked at to tell text from binary data."""
_MOST_USUAL = 0.7
_MOST_CONTROLS = 0.1
"""Share of control characters and unassigned code points above which data isn't text."""


def decode(data: bytes, encoding: str | None = None) -> str:
    """The text of a file's bytes; a byte order mark is taken off.

    Without `encoding`, a byte order mark decides, else UTF-8, UTF-16 and CP949 are tried in that order and the result must
    look like text. Raises DecodingError, with the place of the first bad byte, where nothing fits, and UnknownNameError
    for an encoding Python doesn't know.
    """
    if encoding is not None:
        return _decode_as(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, name)
    for name in _likely(data):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if _looks_like_text(text) and (not name.startswith("utf-16") or _looks_korean(text)):
            return text
    raise DecodingError(
        "this is no text in UTF-8, UTF-16 or CP949 (EUC-KR); a binary file? If it is text, name its encoding"
    )


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        codec = codecs.lookup(encoding)
    except LookupError as error:
        raise UnknownNameError(f"there is no encoding {encoding!r}; try utf-8, utf-16, cp949 or euc-kr") from error
    try:
        text = codec.decode(data)[0]
    except UnicodeError as error:
        place = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise DecodingError(f"this is no text in {codec.name}{place}") from error
    if not isinstance(text, str):
        raise UnknownNameError(f"{encoding!r} is no text encoding; try utf-8, utf-16, cp949 or euc-kr")
    return text.removeprefix("\ufeff")


def _likely(data: bytes) -> tuple[str, ...]:
    """The encodings to try: UTF-16 first where every other byte of the beginning is zero now and then."""
    zeros = data[:_SAMPLE]
    if len(data) % 2 == 0 and 0 in zeros:
        even, odd = zeros[::2].count(0), zeros[1::2].count(0)
        if max(even, odd) > 4 * min(even, odd):
            return ("utf-16-le" if odd > even else "utf-16-be", "utf-8", "cp949")
    return "utf-8", "cp949"


def _looks_like_text(text: str) -> bool:
    """Whether few characters are controls (other than line ends and tabs), private or unassigned."""
    sample = text[:_SAMPLE]
    odd = sum(unicodedata.category(character) in ("Cc", "Cn") and character not in "\t\n\r\f\v" for character in sample)
    return odd <= _MOST_CONTROLS * len(sample)


def _looks_korean(text: str) -> bool:
    """Whether most of a text is ASCII, Hangul or common punctuation: what UTF-16 gives by chance is rare hanja."""
    sample = text[:_SAMPLE]
    usual = sum(
        character.isascii()
        or "가" <= character <= "힣"
        or "\u2000" <= character <= "\u206f"
        or "\u3000" <= character <= "\u303f"
        for character in sample
    )
    return usual >= _MOST_USUAL * len(sample)
