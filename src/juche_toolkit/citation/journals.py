"""The authority table of journals, newspapers, agencies, publishers and series: any printed form to one entry."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

import regex
from attrs import frozen

from juche_toolkit.citation.words import KOREAN
from juche_toolkit.tables import packaged_text, read_rows

__all__ = ["Authority", "ends_a_name", "entries", "is_listed", "journal_key", "lone_number", "look_up", "names_listed"]

_TABLE = "journals.tsv"
_PLAIN = re.compile(r"[가-힣A-Za-z0-9 ]*+")
"""What has nothing to be dropped but spaces."""
_MARKED = re.compile(r"[가-힣 -~‘’“”·「」『』《》〈〉–—…]*+")
"""What has signs beside, none of which is a letter in another form."""
_SIGNS = re.compile(r"[^가-힣A-Za-z0-9]+")
_DROPPED = regex.compile(r"[\s\p{M}\p{P}\p{S}ㆍ]++")


@frozen
class Authority:
    """One serial, publisher or series as journals.tsv gives it; `aliases` are its other printed forms.

    `bare_number` is what a lone number counts behind the name in Korean script, `latin_number` behind it in Latin script.
    """

    hangul: str
    hanja: str
    aliases: tuple[str, ...]
    side: str
    kind: str
    csl_type: str
    frequency: str
    first_year: str
    bare_number: str
    source: str
    latin_number: str = ""


def journal_key(printed: str) -> str:
    """The look-up key of a printed form: without case, spaces, apostrophes, diacritics, quotes and punctuation.

    Kyo'ngje Yo'ngu, Kyongje Yongu and Kyŏngje yŏn'gu have one key: marks go, and `n'g` is not told from `ng`.
    """
    if _PLAIN.fullmatch(printed) is not None and not (key := printed.replace(" ", "").casefold()).startswith("the"):
        return key
    if _MARKED.fullmatch(printed) is not None and not (key := _SIGNS.sub("", printed).casefold()).startswith("the"):
        return key
    bare = _DROPPED.sub("", unicodedata.normalize("NFKD", printed.casefold()))
    return unicodedata.normalize("NFC", bare.removeprefix("the") if len(bare) > 6 else bare)


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _entry(row: Mapping[str, str]) -> Authority:
    """The entry of a row; `issue | volume` is what a number counts behind the name in Korean and in Latin script."""
    korean, _, latin = row["bare_number"].partition(" | ")
    plain = {name: cell for name, cell in row.items() if name not in ("aliases", "bare_number")}
    return Authority(aliases=_parts(row["aliases"]), bare_number=korean, latin_number=latin or korean, **plain)


@cache
def entries() -> tuple[Authority, ...]:
    """All entries, in the table's order."""
    return tuple(_entry(row) for _, row in read_rows(packaged_text("citation", _TABLE).splitlines(), name=_TABLE))


@cache
def _entries() -> Mapping[str, Authority]:
    found: dict[str, Authority] = {}
    for entry in entries():
        for position, form in enumerate((entry.hangul, entry.hanja, *entry.aliases)):
            key = journal_key(form)
            if key and (position == 0 or key not in found):
                found.setdefault(key, entry)
    return MappingProxyType(found)


def names_listed() -> Iterable[str]:
    """The look-up keys of all forms in the table."""
    return _entries()


@cache
def _last_words() -> frozenset[str]:
    """What stands last in names that end in digits or a bracket: 21, (Pyongyang)."""
    found = set()
    for entry in entries():
        for form in (entry.hangul, *entry.aliases):
            if form.endswith(")"):
                found.add(form[form.rfind("(") :])
            elif form and form[-1].isdigit():
                found.add(form[len(form.rstrip("0123456789")) :])
    return frozenset(found)


def ends_a_name(printed: str) -> bool:
    """Whether digits or a bracket are the last of a name that the table has: 21 of 민족21."""
    return printed in _last_words()


def is_listed(printed: str) -> bool:
    """Whether a form stands in the table as it is, its brackets included: Physics (Pyongyang)."""
    return len(printed) <= 200 and journal_key(printed) in _entries()


@lru_cache(maxsize=4096)
def look_up(printed: str) -> Authority | None:
    """The entry that a printed form names, or None.

    A name with its series in brackets, 김일성종합대학학보(철학, 경제학), is found by the name alone if it has no
    entry of its own.
    """
    if len(printed) > 200:
        return None
    entries = _entries()
    found = entries.get(journal_key(printed))
    if found is None and "(" in printed:
        found = entries.get(journal_key(printed.partition("(")[0]))
    return found


def lone_number(printed: str) -> str:
    """What a lone number behind a name counts, as the name is printed; empty without an entry, or where none is so cited.

    In South Korea a lone number is as a rule that of the issue. Notes in English follow *The Chicago Manual of Style*, in
    which a number behind a journal's name is its volume; there the name stands in Latin script.
    """
    entry = look_up(printed)
    if entry is None:
        return ""
    return entry.bare_number if KOREAN.search(printed) else entry.latin_number
