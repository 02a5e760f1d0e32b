"""Breves and apostrophes put back into a romanization that has lost them, where all its letters are those of the 880's."""

from __future__ import annotations

import unicodedata

from juche_toolkit.adapters.pymarc import MarcField
from juche_toolkit.export.marc_agreement import disagreement, kind_of

__all__ = ["restored", "with_marks_of"]

_BARE = str.maketrans("ŏŭŎŬ", "ouOU")
_APOSTROPHES = frozenset("'’ʼʻ‘`´′")


def restored(field: MarcField, partner: MarcField, code: str, place: int) -> str | None:
    """The text of a subfield with the marks of ours; None where more than marks differ, or nothing does.

    `place` is the subfield's number in the field.
    """
    kind = kind_of(field.tag, code)
    latin = field.subfields[place][1]
    which = sum(one == code for one, _ in field.subfields[:place])
    korean = [value for one, value in partner.subfields if one == code]
    if kind is None or which >= len(korean) or len(korean) != sum(one == code for one, _ in field.subfields):
        return None
    found = disagreement(latin, korean[which], kind)
    return with_marks_of(latin, found.ours) if found is not None and found.rule in ("marks", "R11") else None


def with_marks_of(latin: str, ours: str) -> str | None:
    """A text with the breves and apostrophes of another of the same letters; None where the letters differ.

    Case, spaces, hyphens and punctuation stay as they are.
    """
    text = unicodedata.normalize("NFC", latin)
    model = [letter for letter in unicodedata.normalize("NFC", ours) if letter.isalnum() or letter in _APOSTROPHES]
    found: list[str] = []
    place = 0
    for letter in text:
        if letter in _APOSTROPHES and found and found[-1].isalpha():
            continue
        if not letter.isalnum():
            found.append(letter)
            continue
        while place < len(model) and model[place] in _APOSTROPHES:
            found.append("'")
            place += 1
        if place >= len(model) or model[place].translate(_BARE).lower() != letter.translate(_BARE).lower():
            return None
        found.append(model[place].upper() if letter.isupper() else model[place].lower())
        place += 1
    return "".join(found) if place == len(model) else None
