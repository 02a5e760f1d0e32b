"""Fields and their 880s: which belong together, and which have lost each other.

MARC 21 Format for Bibliographic Data, Appendix A, control subfield $6: a field and its 880 name each other (245 $6
880-01, 880 $6 245-01/$1); $6 is the first subfield; occurrence 00, in an 880 alone, means that there is no partner.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from juche_toolkit.adapters.pymarc import MarcField
from juche_toolkit.export.marc_finding import Finding

__all__ = ["Link", "Linked", "link_findings", "link_of", "linked_fields", "pairs"]

_LINK = regex.compile(r"(?P<tag>[0-9A-Z]{3})-(?P<number>[0-9]{2})(?P<script>/[^/]++)?(?P<turn>/r)?")


class Link(NamedTuple):
    """What a field's $6 says: the tag of the partner, the number of the pair, the script code behind the slash."""

    tag: str
    number: str
    script: str


class Linked(NamedTuple):
    """A field that has a $6 or should have one, the text of its $6 (None: it has none), and the link read from it."""

    field: MarcField
    text: str | None
    link: Link | None


def linked_fields(fields: Sequence[MarcField]) -> list[Linked]:
    """The fields with a $6, and the 880s without."""
    found = []
    for field in fields:
        for code, value in field.subfields:
            if code == "6":
                found.append(Linked(field, value, _read(value)))
                break
        else:
            if field.tag == "880":
                found.append(Linked(field, None, None))
    return found


def link_of(field: MarcField) -> Link | None:
    """The link in a field's $6, or None where there is none that can be read."""
    return next((_read(value) for code, value in field.subfields if code == "6"), None)


@lru_cache(maxsize=4096)
def _read(value: str) -> Link | None:
    found = _LINK.fullmatch(value.strip())
    return Link(found["tag"], found["number"], (found["script"] or "").lstrip("/")) if found else None


def pairs(linked: Sequence[Linked]) -> list[tuple[MarcField, MarcField]]:
    """The fields that have an 880, each with it, in the order of the fields; a number used twice pairs nothing."""
    partners: dict[tuple[str, str], list[MarcField]] = {}
    named: dict[tuple[str, str], int] = {}
    for field, _, link in linked:
        if link is None:
            continue
        if field.tag == "880":
            partners.setdefault((link.tag, link.number), []).append(field)
        elif link.tag == "880":
            named[field.tag, link.number] = named.get((field.tag, link.number), 0) + 1
    found = []
    for field, _, link in linked:
        if link is not None and link.tag == "880" and field.tag != "880":
            key = (field.tag, link.number)
            if named[key] == 1 and len(partners.get(key, ())) == 1:
                found.append((field, partners[key][0]))
    return found


def link_findings(linked: Sequence[Linked]) -> Iterator[Finding]:
    """What is wrong with the links of a record."""
    there: Counter[tuple[str, str]] = Counter()
    back: Counter[tuple[str, str]] = Counter()
    sound: list[tuple[MarcField, Link]] = []
    for field, text, link in linked:
        if text is None:
            yield _error("880", "an 880 has no $6 that says what it belongs to")
            continue
        if field.subfields[0][0] != "6":
            yield _error(f"{field.tag} $6", "$6 isn't the first subfield")
        if link is None or (field.tag != "880") != (link.tag == "880"):
            wanted = "TAG-NN/$1" if field.tag == "880" else "880-NN"
            yield _error(f"{field.tag} $6", "the link can't be read", text, wanted)
            continue
        sound.append((field, link))
        if field.tag == "880":
            back[link.tag, link.number] += 1
        else:
            there[field.tag, link.number] += 1
    yield from _unpaired(sound, there, back)


def _unpaired(
    linked: list[tuple[MarcField, Link]], there: Counter[tuple[str, str]], back: Counter[tuple[str, str]]
) -> Iterator[Finding]:
    numbers = Counter(link.number for field, link in linked if field.tag != "880")
    for field, link in linked:
        if field.tag == "880":
            if link.number != "00" and (link.tag, link.number) not in there:
                message = f"880 $6 {link.tag}-{link.number} has no partner: no {link.tag} with $6 880-{link.number}"
                yield _error("880 $6", message)
            elif link.number != "00" and back[link.tag, link.number] > 1:
                yield _error("880 $6", f"{back[link.tag, link.number]} 880s have $6 {link.tag}-{link.number}")
        elif link.number == "00":
            yield _error(f"{field.tag} $6", "00, no partner, can stand in an 880 alone")
        elif (field.tag, link.number) not in back:
            message = f"{field.tag} $6 880-{link.number} has no partner: no 880 with $6 {field.tag}-{link.number}"
            yield _error(f"{field.tag} $6", message)
        elif numbers[link.number] > 1:
            yield _error(f"{field.tag} $6", f"{numbers[link.number]} fields have the number {link.number}")


def _error(place: str, message: str, theirs: str = "", ours: str = "") -> Finding:
    return Finding("link", "error", place, message, theirs, ours)
