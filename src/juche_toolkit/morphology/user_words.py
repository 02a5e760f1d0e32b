"""A user's own words for an analyser: a table that is read with care, since people write it by hand.

Its columns are form (Hangul syllables), tag (see TAGS) and level (1 = common to 5 = rare), apart by tabs; lines that begin with `#` are
remarks. Whatever is wrong is named by file, line and reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from os import PathLike
from pathlib import Path
from typing import NamedTuple

from juche_toolkit.errors import TableError
from juche_toolkit.hangul.normal import compose
from juche_toolkit.hangul.orthography import respell
from juche_toolkit.hangul.syllable import is_syllable
from juche_toolkit.tables import read_rows

__all__ = [
    "LONGEST",
    "TAGS",
    "UserWord",
    "fingerprint",
    "kept_whole",
    "parse_user_words",
    "read_user_words",
    "spellings",
]

LONGEST = 10
"""Syllables of the longest word."""
TAGS = frozenset("NNG NNP NNB NP NR MM MAG MAJ IC XPN XSN XR".split())
"""Sejong tags that a word may have: all but those of verbs, adjectives, particles and endings."""
_WHOLE = frozenset(("NNG", "NNP", "XR"))
_COLUMNS = ("form", "tag", "level")
_EXPECTED = "a line with the columns form, tag and level, apart by tabs, and a word on each line below"


class UserWord(NamedTuple):
    """A word, its Sejong tag, and how common it is: 1 to 5."""

    form: str
    tag: str
    level: int


def read_user_words(path: str | PathLike[str]) -> tuple[UserWord, ...]:
    """The words of a file in UTF-8. Raises TableError, with file, line and reason, where it or a row of it can't be used."""
    where = Path(path)
    try:
        data = where.read_bytes()
    except FileNotFoundError:
        raise TableError(f"{where}: there is no such file") from None
    except IsADirectoryError:
        raise TableError(f"{where}: this is a folder; a file was expected") from None
    except OSError as error:
        raise TableError(f"{where}: {error.strerror or error}") from error
    return parse_user_words(_decoded(data.removeprefix(b"\xef\xbb\xbf"), str(where)), name=str(where))


def _decoded(data: bytes, name: str) -> Iterator[str]:
    for number, line in enumerate(data.splitlines(), 1):
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError as error:
            raise TableError(
                f"{name}, line {number}: byte {error.start + 1} (0x{line[error.start]:02x}) is not UTF-8"
            ) from error


def parse_user_words(lines: Iterable[str], *, name: str) -> tuple[UserWord, ...]:
    """The words of a table's lines; `name` is the file's name, for messages. Raises TableError for a row that can't be used."""
    found = tuple(_checked(row, number, name) for number, row in read_rows(lines, name=name))
    if not found:
        raise TableError(f"{name}: no words are in it; {_EXPECTED} were expected")
    return found


def _checked(row: dict[str, str], number: int, name: str) -> UserWord:
    missing = [column for column in _COLUMNS if column not in row]
    if missing:
        raise TableError(f"{name}, line {number}: {_EXPECTED} were expected; {', '.join(missing)} missing")
    form = compose(row["form"]).text
    if not form or not all(map(is_syllable, form)):
        raise TableError(f"{name}, line {number}: a word is written in Hangul syllables only, not {row['form']!r}")
    if len(form) > LONGEST:
        raise TableError(f"{name}, line {number}: {form!r} has more than {LONGEST} syllables")
    if row["tag"] not in TAGS:
        raise TableError(f"{name}, line {number}: no tag {row['tag']!r}; there are {', '.join(sorted(TAGS))}")
    if row["level"] not in ("1", "2", "3", "4", "5"):
        raise TableError(f"{name}, line {number}: the level is a number from 1 to 5, not {row['level']!r}")
    return UserWord(form, row["tag"], int(row["level"]))


def spellings(word: UserWord) -> tuple[str, ...]:
    """A word as given and, if it is spelt the North Korean way, as titles have it once they are respelt."""
    seoul = respell(word.form, "nk").text
    return (word.form,) if seoul == word.form or not all(map(is_syllable, seoul)) else (word.form, seoul)


def kept_whole(words: Iterable[UserWord]) -> frozenset[str]:
    """The nouns and roots among the words, in each spelling: no compound of them is cut."""
    return frozenset(form for word in words if word.tag in _WHOLE for form in spellings(word))


def fingerprint(words: Iterable[UserWord]) -> str:
    """What a version says of a user's words: "" for none, else a short hash of them, so that an index knows what it was made with."""
    rows = sorted(set(words))
    return f" words {blake2b(repr(rows).encode(), digest_size=4).hexdigest()}" if rows else ""
