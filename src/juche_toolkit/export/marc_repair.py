"""Records of a catalogue mended where there is one right way to do it, with every change told.

What isn't sure is left alone: a romanization that differs in its letters, a partner that is lost, a language that a record
states. A record of which nothing is changed keeps its bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Literal

import regex
from attrs import evolve, frozen

from juche_toolkit.adapters import pymarc
from juche_toolkit.adapters.iso2709 import BrokenRecord, CatalogueRecord
from juche_toolkit.adapters.pymarc import MarcField
from juche_toolkit.errors import InputError
from juche_toolkit.export.marc_agreement import kind_of
from juche_toolkit.export.marc_check import is_korean, language_codes, title_is_hangul, unknown_language
from juche_toolkit.export.marc_links import linked_fields, pairs
from juche_toolkit.export.marc_marks import (
    APOSTROPHES,
    apostrophes_of,
    breves_of,
    composed_hangul,
    plain_breves,
    private_use_as_text,
    with_apostrophe,
    with_breves,
)
from juche_toolkit.export.marc_relink import relinked
from juche_toolkit.export.marc_restore import restored

__all__ = ["Apostrophe", "Breve", "Change", "Repaired", "repair"]

Apostrophe = Literal["ascii", "typographic", "modifier"]
Breve = Literal["precomposed", "combining"]

_SIGNS = {"ascii": "'", "typographic": "’", "modifier": "ʼ"}
_NO_APOSTROPHES = frozenset("`´′")
_OBSOLETE = regex.compile("(?:[a-z]{3}){2,}")


@frozen
class Change:
    """One change: the rule it follows (as of a `Finding`), where, and what stood and stands there."""

    rule: str
    place: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.place}  {self.rule}: {self.before} → {self.after}"


@frozen
class Repaired:
    """A record after repair: its bytes, in the form of its file, and what was changed.

    `left` says why a record that needs it wasn't changed.
    """

    data: bytes
    changes: tuple[Change, ...]
    left: str = ""


def repair(
    record: CatalogueRecord | BrokenRecord,
    *,
    apostrophe: Apostrophe | None = None,
    breve: Breve | None = None,
    marks: bool = False,
) -> Repaired:
    """Mend a record.

    Hangul is composed, names in private-use characters (KPS 9566) become Hangul, carons over o and u in romanized Korean
    become breves, apostrophes and breves are made one kind: that of `apostrophe` and `breve`, or, if None and the record
    mixes kinds, the one it has most of. With `marks`, breves and apostrophes that are missing are put in where all letters
    are those of the 880's romanization. A field and an 880 that have lost each other are linked where only one of each is
    there to be linked. 041 codes written together are divided, an unknown language in 008 becomes kor where the title is
    in Hangul. A changed record is written in UTF-8 with leader/09 `a`, one whose leader says so wrongly is put right.
    A broken record of which all fields can be read is put together anew; of one with lost fields nothing is changed.

    Raises MissingExtraError without pymarc.
    """
    changes: list[Change] = []
    if isinstance(record, BrokenRecord):
        if record.readable is None or record.lost:
            return Repaired(record.data, (), f"not all of it can be read: {record.reason}")
        changes.append(Change("broken", "record", record.reason, "put together anew of its fields"))
        leader = record.readable.leader
        record = evolve(record.readable, leader=f"00000{leader[5:10]}2200000{leader[17:20]}4500")
    if record.lost:
        return Repaired(record.data, (), "it holds characters that the tables of MARC-8 don't have")
    if any(len(field.indicators) != 2 for field in record.fields if field.data is None):
        return Repaired(record.data, (), "a field hasn't two indicators")
    fields = list(record.fields)
    _each(fields, changes, "hangul", composed_hangul)
    _each(fields, changes, "private-use", private_use_as_text)
    for place, before, after in relinked(fields):
        changes.append(Change("link", place, before, after))
    _marks(fields, changes, apostrophe, breve, marks)
    _language(fields, changes)
    says = "utf-8" if record.leader[9] == "a" else "marc-8"
    if says != record.encoding or (changes and says != "utf-8"):
        changes.append(
            Change("encoding", "leader", f"{record.encoding}, leader/09 {record.leader[9]!r}", "utf-8, leader/09 'a'")
        )
    if not changes:
        return Repaired(record.data, ())
    changes += [Change("structure", text[:3], text, "left out") for text in record.oddities]
    try:
        made = pymarc.make_record(record.leader, fields, name=f"Record {record.number}")
    except InputError as error:
        return Repaired(record.data, (), str(error))
    return Repaired(pymarc.written(made, record.form), tuple(changes))


def _each(fields: list[MarcField], changes: list[Change], rule: str, mend: Callable[[str], str]) -> None:
    """Mend every text of the record in the same way."""
    for number, field in enumerate(fields):
        if field.data is not None:
            after = field.data if field.data.isascii() else mend(field.data)
            if after != field.data:
                changes.append(Change(rule, field.tag, field.data, after))
                fields[number] = evolve(field, data=after)
            continue
        subfields = list(field.subfields)
        for place, (code, value) in enumerate(subfields):
            after = value if value.isascii() else mend(value)
            if after != value:
                changes.append(Change(rule, f"{field.tag} ${code}", value, after))
                subfields[place] = (code, after)
        fields[number] = evolve(field, subfields=tuple(subfields))


def _marks(
    fields: list[MarcField], changes: list[Change], apostrophe: Apostrophe | None, breve: Breve | None, restore: bool
) -> None:
    """One kind of apostrophe and of breve in what is romanized from the Korean of an 880."""
    partners = {id(field): partner for field, partner in pairs(linked_fields(fields)) if is_korean(partner)}
    texts = [
        value
        for field in fields
        if id(field) in partners
        for code, value in field.subfields
        if kind_of(field.tag, code)
    ]
    sign, combining = _apostrophe(texts, apostrophe), _combining(texts, breve)
    usual, parted = sign or _most(texts), bool(combining) or breves_of(texts)[1] > 0
    for number, field in enumerate(fields):
        partner = partners.get(id(field))
        if partner is None:
            continue
        subfields = list(field.subfields)
        for place, (code, value) in enumerate(subfields):
            if kind_of(field.tag, code) is None:
                continue
            after = plain_breves(value)
            rule = "breve" if after != value else "marks"
            if restore and (marked := restored(field, partner, code, place)) is not None:
                after = with_breves(with_apostrophe(marked, usual), combining=parted)
            if sign is not None and (again := with_apostrophe(after, sign)) != after:
                rule, after = "apostrophe", again
            if combining is not None and (again := with_breves(after, combining=combining)) != after:
                rule, after = "breve", again
            if after != value:
                changes.append(Change(rule, f"{field.tag} ${code}", value, after))
                subfields[place] = (code, after)
        fields[number] = evolve(field, subfields=tuple(subfields))


def _apostrophe(texts: list[str], wanted: Apostrophe | None) -> str | None:
    """The sign to write everywhere, or None where nothing is to be changed."""
    if wanted is not None:
        return _SIGNS[wanted]
    aspirates, separators = apostrophes_of(texts)
    found = aspirates + separators
    older = len(aspirates) == len(separators) == 1 and set(aspirates) <= {"ʻ", "‘"}
    if not set(found) & _NO_APOSTROPHES and (len(found) < 2 or older):
        return None
    sound = Counter({sign: number for sign, number in found.items() if sign in _SIGNS.values()})
    return max(sound, key=lambda sign: (sound[sign], -list(APOSTROPHES).index(sign))) if sound else "'"


def _most(texts: list[str]) -> str:
    """The apostrophe that the texts have most of; ' where they have none."""
    found = sum(apostrophes_of(texts), Counter())
    return found.most_common(1)[0][0] if found else "'"


def _combining(texts: list[str], wanted: Breve | None) -> bool | None:
    """Whether breves are to be combining, or None where nothing is to be changed."""
    if wanted is not None:
        return wanted == "combining"
    whole, parted = breves_of(plain_breves(text) for text in texts)
    return parted > whole if whole and parted else None


def _language(fields: list[MarcField], changes: list[Change]) -> None:
    for number, field in enumerate(fields):
        if field.tag == "041" and field.data is None:
            divided = tuple(_divided(field))
            if divided != field.subfields:
                changes.append(Change("language", "041", _shown(field.subfields), _shown(divided)))
                fields[number] = evolve(field, subfields=divided)
    codes = language_codes(fields)
    for number, field in enumerate(fields):
        fixed = field.data or ""
        if field.tag == "008" and len(fixed) == 40 and unknown_language(fixed[35:38]):
            sure = codes[:1] == ["kor"] or (not codes and title_is_hangul(fields))
            if sure:
                changes.append(Change("language", "008/35-37", fixed[35:38], "kor"))
                fields[number] = evolve(field, data=fixed[:35] + "kor" + fixed[38:])


def _divided(field: MarcField) -> Iterator[tuple[str, str]]:
    for code, value in field.subfields:
        if code in "abdeh" and _OBSOLETE.fullmatch(value):
            yield from ((code, value[start : start + 3]) for start in range(0, len(value), 3))
        else:
            yield code, value


def _shown(subfields: tuple[tuple[str, str], ...]) -> str:
    return " ".join(f"${code} {value}" for code, value in subfields)
