"""What a look over a catalogue's record brings to light, as a value."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

__all__ = ["Finding", "Grade"]

Grade = Literal["error", "doubt"]


@frozen
class Finding:
    """One thing found in a record.

    `rule` names what was looked at: link, structure, encoding, private-use, hangul, apostrophe, breve, language, country,
    division, or the part of the romanization table (R5, R9, marks, voicing, sound). An `error` is wrong by the standard;
    a `doubt` may be older practice, another division of words, or a sound that spelling alone doesn't tell. `theirs` is
    what the record has, `ours` what was expected, both empty where there is nothing to set side by side.
    """

    rule: str
    grade: Grade
    place: str
    message: str
    theirs: str = ""
    ours: str = ""

    def __str__(self) -> str:
        shown = f": has {self.theirs}" if self.theirs else ""
        wanted = f"; expected {self.ours}" if self.ours else ""
        return f"{self.grade}  {self.place}  {self.rule}: {self.message}{shown}{wanted}"
