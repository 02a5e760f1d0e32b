"""What a catalogue's record can have wrong that no eye sees: 880 fields without their partners, Hangul in pieces.

MARC 21, Appendix A, control subfield $6: a field and its 880 name each other (245 $6 880-01, 880 $6 245-01/$1); occurrence 00
means that there is no partner.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

import regex

from juche_toolkit.adapters.pymarc import MarcField

__all__ = ["faults"]

_LINK = regex.compile(r"(?P<tag>[0-9A-Z]{3})-(?P<number>[0-9]{2})")
_IN_PIECES = regex.compile("[\u1100-\u11ff]")


def faults(fields: Sequence[MarcField]) -> Iterator[str]:
    """A sentence for each fault of a record's fields."""
    links = [(field.tag, link["tag"], link["number"]) for field in fields if (link := _link(field)) is not None]
    for tag, partner, number in links:
        if number != "00" and (partner, tag, number) not in links:
            yield f"{tag} $6 {partner}-{number} has no partner: no {partner} with $6 {tag}-{number}"
    for field in fields:
        if field.tag == "880" and _link(field) is None:
            yield "an 880 has no $6 that says what it belongs to"
        for code, value in field.subfields:
            if _IN_PIECES.search(value) and not unicodedata.is_normalized("NFC", value):
                yield f"{field.tag} ${code} holds Hangul in pieces (decomposed): {unicodedata.normalize('NFC', value)}"


def _link(field: MarcField) -> regex.Match[str] | None:
    """The link in a field's $6."""
    return next((_LINK.match(value) for code, value in field.subfields if code == "6"), None)
