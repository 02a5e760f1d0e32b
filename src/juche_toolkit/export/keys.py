"""Citation keys: family name, year, first word of the title, in ASCII letters and digits, each once."""

from __future__ import annotations

from collections.abc import Iterable

from juche_toolkit.export.forms import View
from juche_toolkit.romanization.convert import fold

__all__ = ["keys"]

_PART = 24
"""Letters taken of a name or word at most."""

_ARTICLES = frozenset({"the", "a", "an"})


def keys(works: Iterable[View]) -> list[str]:
    """A key for each work, in order: choe2013sillirul.

    The key depends on the work alone, so that it stays when others are added; only where several works come to one key
    do the later ones get a letter (b to z, then a number), in order.
    """
    found: list[str] = []
    taken: set[str] = set()
    counts: dict[str, int] = {}
    for work in works:
        base = _base(work)
        key = base
        while key in taken:
            counts[base] = counts.get(base, 0) + 1
            number = counts[base]
            key = base + (chr(ord("a") + number) if number < 26 else f"-{number + 1}")
        taken.add(key)
        found.append(key)
    return found


def _base(work: View) -> str:
    record = work.citation
    if work.people:
        first = work.people[0]
        name = fold(first.family or first.latin)
    else:
        name = fold(work.field("authority").latin) or fold(work.container.latin)
    word = next(
        (letters for part in work.title.latin.split() if (letters := fold(part)) and letters not in _ARTICLES), ""
    )
    year = str(record.year) if record.year is not None and record.year > 0 else ""
    return f"{name[:_PART]}{year}{word[:_PART]}" or "work"
