"""Names with a spelling of their own, and names that only take a capital.

An exception is a whole word: particles may follow it (평양에서), it is never the middle of another word. The table that
ships is 38 North's habit; a user's own, a mapping or a file, goes before it and holds for every scheme.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from os import PathLike
from pathlib import Path

from attrs import frozen

from juche_toolkit.errors import TableError
from juche_toolkit.tables import packaged_text, read_rows

__all__ = ["Known", "KnownNames", "proper_nouns", "read_exceptions", "shipped_exceptions", "user_exceptions"]


@frozen
class Known:
    """A known name: its customary spelling, or None where the scheme's own rules write it; the kind; the division.

    `words` is the Hangul with spaces between words and a hyphen inside a given name (정 준-택). `whole` names are words of
    the language too, so they count only where they are the whole text (철학, the journal).
    """

    latin: str | None
    kind: str
    words: str
    whole: bool
    source: str


@frozen(eq=False)
class KnownNames:
    """Known names by their Hangul, and for two syllables (or a name of one) the lengths of the names that begin so, longest first."""

    names: Mapping[str, Known]
    lengths: Mapping[str, Sequence[int]]

    def find(self, word: str, follows: Callable[[str, str, str], bool], *, alone: bool) -> tuple[int, Known] | None:
        """The longest name that `word` begins with and after which only particles follow: its length and the name.

        `alone` says that the word is the whole text.
        """
        lengths = self.lengths.get(word[:2])
        single = self.lengths.get(word[:1]) if len(word) > 1 else None
        if lengths is None and single is None:
            return None
        for length in (*(lengths or ()), *(single or ())):
            known = self.names.get(word[:length]) if length <= len(word) else None
            if known is None or (known.whole and not (alone and length == len(word))):
                continue
            if length == len(word) or follows(word[length - 1], word[length:], known.kind):
                return length, known
        return None


def _known(names: dict[str, Known]) -> KnownNames:
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[:2], set()).add(len(name))
    return KnownNames(names, {head: tuple(sorted(sizes, reverse=True)) for head, sizes in lengths.items()})


@cache
def shipped_exceptions() -> KnownNames:
    """The names of exceptions.tsv; read on first use."""
    name = "exceptions.tsv"
    found = {}
    for _, row in read_rows(packaged_text("romanization/tables", name).splitlines(), name=name):
        found[row["hangul"]] = Known(row["latin"], row["kind"], row["hangul"], row["scope"] == "whole", row["source"])
    return _known(found)


@cache
def proper_nouns() -> KnownNames:
    """The names of proper_nouns.tsv; read on first use."""
    name = "proper_nouns.tsv"
    found = {}
    for _, row in read_rows(packaged_text("romanization/tables", name).splitlines(), name=name):
        found[row["hangul"]] = Known(None, row["kind"], row["words"], row["ambiguous"] == "1", row["source"])
    return _known(found)


def user_exceptions(names: Mapping[str, str]) -> KnownNames:
    """A user's own names: Hangul → spelling.

    Raises TableError for an empty key or a spelling that isn't a string.
    """
    found = {}
    for hangul, latin in names.items():
        if not isinstance(hangul, str) or not isinstance(latin, str) or not hangul.strip():
            raise TableError(f"an exception maps Hangul to its spelling; {hangul!r}: {latin!r} does not")
        key = unicodedata.normalize("NFC", hangul.strip())
        found[key] = Known(unicodedata.normalize("NFC", latin), "user", key, False, "user")
    return _known(found)


def read_exceptions(path: str | PathLike[str]) -> dict[str, str]:
    """Read a user's file of exceptions: tab-separated lines, Hangul then spelling; `#` begins a comment.

    A first line with the column names `hangul` and `latin` is allowed. Raises TableError, which names file and line.
    """
    found: dict[str, str] = {}
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TableError(f"{path}: {error}") from error
    for number, line in enumerate(lines, 1):
        cells = [cell.strip() for cell in line.split("\t")]
        if not line.strip() or line.startswith("#") or cells[:2] == ["hangul", "latin"]:
            continue
        if len(cells) < 2 or not cells[0] or not cells[1]:
            raise TableError(f"{path}, line {number}: expected Hangul, a tab and its spelling, not {line!r}")
        found[cells[0]] = cells[1]
    return found
