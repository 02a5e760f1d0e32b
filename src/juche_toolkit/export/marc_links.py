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

__all__ = ["Link", "link_findings", "link_of", "pairs"]

_LINK = regex.compile(r"(?P<tag>[0-9A-Z]{3})-(?P<number>[0-9]{2})(?P<script>/[^/]++)?(?P<turn>/r)?")


class Link(NamedTuple):
    """What a field's $6 says: the tag of the partner, the number of the pair, the script code behind the slash."""

    tag: str
    number: str
    script: str


def link_of(field: MarcField) -> Link | None:
    """The link in a field's $6, or None where there is none that can be read."""
    value = _link_text(field)
    return _read(value) if value is not None else None


def _link_text(field: MarcField) -> str | None:
    """A field's $6; in all but spoilt records it is the first subfield."""
    subfields = field.subfields
    if subfields and subfields[0][0] == "6":
        return subfields[0][1]
    return next((value for code, value in subfields if code == "6"), None)


@lru_cache(maxsize=4096)
def _read(value: str) -> Link | None:
    found = _LINK.fullmatch(value.strip())
    return Link(found["tag"], found["number"], (found["script"] or "").lstrip("/")) if found else None


def pairs(fields: Sequence[MarcField]) -> list[tuple[MarcField, MarcField]]:
    """The fields that have an 880, each with it, in the order of the fields; a number used twice pairs nothing."""
    partners: dict[tuple[str, str], list[MarcField]] = {}
    named: Counter[tuple[str, str]] = Counter()
    linked = [(field, link) for field in fields if field.data is None and (link := link_of(field)) is not None]
    for field, link in linked:
        if field.tag == "880":
            partners.setdefault((link.tag, link.number), []).append(field)
        elif link.tag == "880":
            named[field.tag, link.number] += 1
    found = []
    for field, link in linked:
        key = (field.tag, link.number)
        if field.tag != "880" and link.tag == "880" and named[key] == 1 and len(partners.get(key, ())) == 1:
            found.append((field, partners[key][0]))
    return found


def link_findings(fields: Sequence[MarcField]) -> Iterator[Finding]:
    """What is wrong with the links of a record."""
    there: Counter[tuple[str, str]] = Counter()
    back: Counter[tuple[str, str]] = Counter()
    linked: list[tuple[MarcField, Link]] = []
    for field in fields:
        value = _link_text(field)
        if value is None:
            if field.tag == "880":
                yield _error("880", "an 880 has no $6 that says what it belongs to")
            continue
        if field.subfields[0][0] != "6":
            yield _error(f"{field.tag} $6", "$6 isn't the first subfield")
        link = _read(value)
        if link is None or (field.tag != "880") != (link.tag == "880"):
            wanted = "TAG-NN/$1" if field.tag == "880" else "880-NN"
            yield _error(f"{field.tag} $6", "the link can't be read", value, wanted)
            continue
        linked.append((field, link))
        if field.tag == "880":
            back[link.tag, link.number] += 1
        else:
            there[field.tag, link.number] += 1
    yield from _unpaired(linked, there, back)


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
