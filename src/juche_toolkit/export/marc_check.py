"""What a catalogue's record can have wrong that no eye sees: lost partners, Hangul in pieces, romanization that isn't the 880's.

Standards: MARC 21 Format for Bibliographic Data (leader/09, 008/15-17 and 35-37, 041, 066, 880, Appendix A); the ALA-LC table
for Korean of 2009. Nothing is looked at that the record doesn't hold in both scripts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex
from attrs import evolve

from juche_toolkit.adapters.iso2709 import CatalogueRecord
from juche_toolkit.adapters.pymarc import MarcField
from juche_toolkit.export.marc_agreement import agreement, romanized_texts
from juche_toolkit.export.marc_finding import Finding
from juche_toolkit.export.marc_links import link_findings, link_of, linked_fields, pairs
from juche_toolkit.export.marc_marks import in_pieces, mark_findings, private_use, private_use_as_text, suspect
from juche_toolkit.export.origin import side_of_place
from juche_toolkit.hangul.normal import compose

__all__ = ["check", "is_korean", "language_codes", "title_is_hangul", "unknown_language"]

_HANGUL = regex.compile(r"\p{Hangul}")
_LETTER = regex.compile(r"\p{L}")
_NO_LANGUAGE = frozenset({"   ", "|||", "und", "zxx", "mis"})
_COUNTRIES = {"KP": "kn ", "KR": "ko "}
_ENCODINGS = {"utf-8": "UTF-8", "marc-8": "MARC-8", "euc-kr": "EUC-KR (KORMARC)"}


def check(record: CatalogueRecord) -> Iterator[Finding]:
    """What is found in a record, structure first, romanization last."""
    fields = record.fields
    yield from (Finding("structure", "error", text[:3], text) for text in record.oddities)
    yield from _title_statement(fields)
    yield from _encoding(record)
    linked = linked_fields(fields)
    yield from link_findings(linked)
    yield from _characters(fields)
    both = pairs(linked)
    paired = [(field, partner) for field, partner in both if is_korean(partner)]
    yield from mark_findings([text for field, _ in paired for text in romanized_texts(field)])
    yield from _language(fields)
    yield from _country(fields)
    for field, partner in paired:
        yield from agreement(field, partner)
    for field, partner in both:
        if is_korean(field) and not is_korean(partner):
            yield from _turned(field, partner)


def _title_statement(fields: Sequence[MarcField]) -> Iterator[Finding]:
    """MARC 21, 245: mandatory, not repeatable."""
    number = sum(field.tag == "245" for field in fields)
    if number != 1:
        yield Finding("structure", "error", "245", f"there are {number} 245s" if number else "there is no 245")


def _turned(field: MarcField, partner: MarcField) -> Iterator[Finding]:
    """A pair with the Hangul in the field and the romanization in the 880, as some libraries have it."""
    for found in agreement(evolve(partner, tag=field.tag), field):
        yield evolve(found, place=f"880 ({found.place})")


def is_korean(partner: MarcField) -> bool:
    """Whether an 880 has Hangul in it."""
    return any(_HANGUL.search(value) for code, value in partner.subfields if code != "6")


def _encoding(record: CatalogueRecord) -> Iterator[Finding]:
    says = "utf-8" if record.leader[9] == "a" else "marc-8"
    if says != record.encoding:
        message = f"leader/09 says {_ENCODINGS[says]}, the record is in {_ENCODINGS[record.encoding]}"
        yield Finding("encoding", "error", "leader", message, repr(record.leader[9]), "'a' and UTF-8")
    if record.lost:
        yield Finding("encoding", "error", "record", f"{record.lost} characters that the tables of MARC-8 don't have")
    if record.encoding == "marc-8":
        linked = any(field.tag == "880" for field in record.fields)
        if linked and not any(field.tag == "066" for field in record.fields):
            yield Finding(
                "encoding", "error", "066", "missing: a record in MARC-8 names its character sets", "", "066 $c $1"
            )


def _characters(fields: Sequence[MarcField]) -> Iterator[Finding]:
    for field in fields:
        texts = field.subfields if field.data is None else (("", field.data),)
        for code, value in texts:
            if value.isascii() or not suspect(value):
                continue
            place = f"{field.tag} ${code}" if code else field.tag
            if in_pieces(value):
                yield Finding("hangul", "error", place, "Hangul in pieces (decomposed)", value, compose(value).text)
            if found := private_use(value):
                read = private_use_as_text(value)
                message = f"private-use characters {', '.join(found)}, as North Korean fonts (KPS 9566) have them"
                yield Finding("private-use", "error", place, message, value, "" if read == value else read)
            if "\ufffd" in value:
                yield Finding("encoding", "error", place, "U+FFFD: a character was lost on the way here", value)


def language_codes(fields: Sequence[MarcField]) -> list[str]:
    """The codes of 041 $a, those written together (korjpn, obsolete) divided."""
    texts = [
        value for field in fields if field.tag == "041" and field.indicators[1:] == " "
        for code, value in field.subfields if code == "a"
    ]  # fmt: skip
    return [text[start : start + 3] for text in texts for start in range(0, len(text), 3)]


def _language(fields: Sequence[MarcField]) -> Iterator[Finding]:
    fixed = next((field.data or "" for field in fields if field.tag == "008"), "")
    if len(fixed) != 40:
        message = f"008 has {len(fixed)} characters, not 40" if fixed else "there is no 008"
        yield Finding("language", "error", "008", message)
        return
    code, codes = fixed[35:38], language_codes(fields)
    for field in fields:
        if field.tag == "041" and any(one in "ab" and len(value) > 3 for one, value in field.subfields):
            shown = " ".join(f"${one} {value}" for one, value in field.subfields)
            yield Finding("language", "doubt", "041", "codes written together, as before 2001", shown)
    if codes and code not in ("mul", codes[0]):
        yield Finding("language", "error", "008/35-37", "not the first code of 041 $a", code, codes[0])
    if code == "kor" or "kor" in codes or not title_is_hangul(fields):
        return
    unknown = unknown_language(code)
    message = "no language, but the title is in Hangul" if unknown else "another language, but the title is in Hangul"
    yield Finding("language", "error" if unknown else "doubt", "008/35-37", message, code, "kor")


def unknown_language(code: str) -> bool:
    """Whether a code of 008/35-37 names no language."""
    return code in _NO_LANGUAGE


def title_is_hangul(fields: Sequence[MarcField]) -> bool:
    """Whether most letters of the title, in the 880 or in 245 itself, are Hangul."""
    for field in fields:
        if field.tag == "245" or (field.tag == "880" and (link := link_of(field)) is not None and link.tag == "245"):
            title = next((value for code, value in field.subfields if code == "a"), "")
            if title and not title.isascii() and 2 * len(_HANGUL.findall(title)) > len(_LETTER.findall(title)):
                return True
    return False


def _country(fields: Sequence[MarcField]) -> Iterator[Finding]:
    fixed = next((field.data or "" for field in fields if field.tag == "008"), "")
    for field in fields:
        if field.tag in ("260", "264") and len(fixed) == 40:
            place = next((value for code, value in field.subfields if code == "a"), "")
            side = side_of_place(place)
            if side is not None and fixed[15:18] != _COUNTRIES[side]:
                message = f"the country isn't that of the place, {place.strip(' :,;')}"
                yield Finding("country", "doubt", "008/15-17", message, fixed[15:18], _COUNTRIES[side])
            return
