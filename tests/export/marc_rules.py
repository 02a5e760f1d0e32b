"""What MARC 21 allows in the fields that we write: indicators, subfields, what repeats, codes and their places.

From the MARC 21 Format for Bibliographic Data; only what a record made from a citation can need is listed, and whatever
isn't listed is wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pymarc
import regex

FIELDS: dict[str, tuple[str, str, str, str, bool]] = {
    # tag: first indicators, second indicators, subfields that repeat, subfields that don't, field repeats
    "020": (" ", " ", "z", "a", True),
    "024": ("7", " ", "", "a2", True),
    "040": (" ", " ", "de", "abc", False),
    "041": ("01", " ", "ah", "", True),
    "066": (" ", " ", "c", "ab", False),
    "100": ("01", " ", "e", "6ad", False),
    "110": ("12", " ", "be", "6a", False),
    "245": ("01", "0123456789", "np", "6abc", False),
    "246": ("1", " ", "", "6aib", True),
    "250": (" ", " ", "", "6ab", True),
    "264": (" ", "01", "abc", "6", True),
    "336": (" ", " ", "ab", "2", True),
    "337": (" ", " ", "ab", "2", True),
    "338": (" ", " ", "ab", "2", True),
    "490": ("0", " ", "av", "6", True),
    "500": (" ", " ", "", "6a", True),
    "502": (" ", " ", "", "6abcd", True),
    "546": (" ", " ", "b", "a", True),
    "655": (" ", "7", "", "a2", True),
    "700": ("01", " ", "e", "6ad", True),
    "710": ("12", " ", "be", "6a", True),
    "773": ("0", " ", "gz", "6abdtq7", True),
    "856": ("4", "0", "uz", "", True),
    "883": ("0", " ", "", "acd", True),
}
NO_PUNCTUATION = {"245": "abcnp", "264": "abc", "490": "av", "546": "a"}
"""Subfields that end without the punctuation of ISBD: leader/18 is c (PCC guidelines for minimally punctuated records)."""
BOOKS = regex.compile(
    r"(?P<entered>\d{6})(?P<kind>[snqe])(?P<dates>[\du ]{8})(?P<place>[a-z]{2}[a-z ])"
    r"(?P<illustrations>[ |a-p]{4})(?P<audience>[ |a-gj])(?P<form>[ |oqrs])(?P<contents>[ |a-z]{4})(?P<government>[ |a-z])"
    r"(?P<conference>[01|])(?P<festschrift>[01|])(?P<index>[01|]) (?P<literary>[0-9|a-z])(?P<biography>[ |a-d])"
    r"(?P<language>[a-z]{3})[ ]d"
)
CONTENT = {"txt": "text", "cod": "computer dataset", "tdi": "two-dimensional moving image", "spw": "spoken word"}
MEDIA = {"n": ("nc",), "c": ("cr",)}


def wrong(record: pymarc.Record) -> Iterator[str]:
    """A sentence for everything in a record that the format doesn't allow."""
    yield from _leader(record)
    counts = Counter(field.tag for field in record.fields)
    for tag in ("008", "040", "245"):
        if counts[tag] != 1:
            yield f"{counts[tag]} × {tag}"
    if counts["100"] + counts["110"] > 1:
        yield "two main entries"
    for field in record.fields:
        if field.tag != "008":
            yield from _field(field, counts)
    yield from _coded(record)
    if (record["245"].indicators.first == "1") != (counts["100"] + counts["110"] == 1):
        yield "245 first indicator doesn't fit the main entry"


def _leader(record: pymarc.Record) -> Iterator[str]:
    leader = str(record.leader)
    if not regex.fullmatch(r"\d{5}n[agim][am] a22\d{5}3c 4500", leader):
        yield f"leader {leader}"


def _field(field: pymarc.Field, counts: Counter[str]) -> Iterator[str]:
    tag = field.tag if field.tag != "880" else field["6"][:3]
    if tag not in FIELDS:
        yield f"{tag} is unknown"
        return
    first, second, many, one, repeats = FIELDS[tag]
    if field.indicators.first not in first or field.indicators.second not in second:
        yield f"{field.tag} {tag} indicators {field.indicators}"
    codes = Counter(subfield.code for subfield in field.subfields)
    for code, number in codes.items():
        if code not in many + one or (code in one and number > 1):
            yield f"{field.tag} {tag} ${code} × {number}"
    if not repeats and counts[field.tag] > 1 and field.tag != "880":
        yield f"{tag} repeats"
    if not codes or any(subfield.value == "" for subfield in field.subfields):
        yield f"{field.tag} {tag} has something empty"
    if "6" in codes and field.subfields[0].code != "6":
        yield f"{field.tag} {tag} $6 isn't first"


def punctuated(record: pymarc.Record) -> Iterator[str]:
    """A sentence for every subfield that ends with punctuation of ISBD, of records whose texts have none of their own."""
    for field in record.fields:
        tag = field.tag if field.tag != "880" else field["6"][:3]
        for code in NO_PUNCTUATION.get(tag, ""):
            if str(field.get(code) or "").endswith((" /", " :", " ;", ",", ".")):
                yield f"{field.tag} {tag} ${code} ends with punctuation: {field[code]}"


def _coded(record: pymarc.Record) -> Iterator[str]:
    fixed = record["008"].data
    if len(fixed) != 40:
        yield f"008 has {len(fixed)} positions"
        return
    if record.leader[6] == "a":
        found = BOOKS.fullmatch(fixed)
        if found is None:
            yield f"008 {fixed}"
            return
        if found["kind"] == "n" and found["dates"] != "uuuuuuuu":
            yield f"008 dates {fixed}"
        if found["kind"] == "s" and found["dates"][4:].strip():
            yield f"008 dates {fixed}"
        if ("cr" in [field.get("b") for field in record.get_fields("338")]) != (found["form"] == "o"):
            yield "008/23 doesn't fit 338"
    languages = [field["a"] for field in record.get_fields("041")]
    if languages and languages[0] != fixed[35:38]:
        yield "041 isn't the language of 008"
    for field in record.get_fields("336"):
        if CONTENT.get(field["b"]) != field["a"] or field["2"] != "rdacontent":
            yield f"336 {field}"
    media = [field["b"] for field in record.get_fields("337")]
    carriers = [field["b"] for field in record.get_fields("338")]
    if len(media) != len(carriers) or any(
        one not in MEDIA.get(other, ()) for other, one in zip(media, carriers, strict=True)
    ):
        yield f"337 {media} and 338 {carriers}"
