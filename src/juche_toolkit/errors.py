"""Every error the toolkit raises, in one hierarchy; imports nothing of the toolkit.

Each error is also a `ValueError` or a `LookupError`, so that callers who know nothing of the toolkit catch it too.
"""

from __future__ import annotations

import unicodedata

__all__ = [
    "CitationError",
    "DecodingError",
    "InputError",
    "JucheToolkitError",
    "MissingExtraError",
    "NotSupportedError",
    "TableError",
    "TitleIndexError",
    "UnknownNameError",
    "caret_line",
]

_CARET_CONTEXT = 60
"""Characters of the line shown on each side of the place of an error."""


class JucheToolkitError(Exception):
    """The root of every error raised by the toolkit."""


class InputError(JucheToolkitError, ValueError):
    """A text or an option that can't be used.

    `source` is the text, `span` the half-open range of characters in it that the message is about; both may be None.
    The message then shows the line with a caret below the place.
    """

    def __init__(self, message: str, *, source: str | None = None, span: tuple[int, int] | None = None) -> None:
        self.message = message
        self.source = source
        self.span = span
        place = "" if source is None or span is None else "\n" + caret_line(source, span)
        super().__init__(message + place)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild_input_error, (type(self), self.message, self.source, self.span)


def _rebuild_input_error(
    kind: type[InputError], message: str, source: str | None, span: tuple[int, int] | None
) -> InputError:
    """Pickle calls this: keyword-only arguments don't survive the default way."""
    return kind(message, source=source, span=span)


class CitationError(InputError):
    """A string that isn't exactly one citation, given to `parse`."""


class DecodingError(InputError):
    """Bytes that are no text in any encoding the toolkit knows."""


class NotSupportedError(JucheToolkitError, ValueError):
    """An option that exists but that this version can't carry out in this combination."""


class UnknownNameError(JucheToolkitError, LookupError):
    """A scheme, analyser, format or kind that doesn't exist; the message lists those that do."""


class MissingExtraError(JucheToolkitError, LookupError):
    """Something that an optional package would add; the message says what to install."""


class TableError(JucheToolkitError, ValueError):
    """A table, the toolkit's or a user's, that can't be read; the message names file, line and reason."""


class TitleIndexError(JucheToolkitError, ValueError):
    """A title index that can't be opened, read or written."""


def caret_line(source: str, span: tuple[int, int]) -> str:
    """The line of `source` that `span` begins in, and below it carets that point at the span.

    Columns are counted by East Asian width, since a Hangul syllable fills two columns of a terminal. A long line is cut
    to a window around the place.
    """
    start = min(max(span[0], 0), len(source))
    line_start = source.rfind("\n", 0, start) + 1
    line_end = source.find("\n", start)
    line_end = len(source) if line_end < 0 else line_end
    end = min(max(span[1], start), line_end)
    left, right = max(line_start, start - _CARET_CONTEXT), min(line_end, max(end, start) + _CARET_CONTEXT)
    end = min(end, right)
    head, tail = ("…" if left > line_start else ""), ("…" if right < line_end else "")
    shown = "".join(character if character.isprintable() else "�" for character in source[left:right])
    indent = _columns(head) + _columns(shown[: start - left])
    carets = max(1, _columns(shown[start - left : end - left]))
    return f"  {head}{shown}{tail}\n  {' ' * indent}{'^' * min(carets, 2 * _CARET_CONTEXT)}"


def _columns(text: str) -> int:
    """Terminal columns of a text: two for wide characters, none for combining ones."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )
