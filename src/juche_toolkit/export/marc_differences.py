"""What a record's romanization differs from ours in, named by the rule, and whether it is wrong or open to doubt."""

from __future__ import annotations

from typing import NamedTuple

import regex

from juche_toolkit.export.marc_finding import Grade
from juche_toolkit.export.marc_latin import confidence, doubted, in_scheme, respelt, squeezed

__all__ = ["Difference", "difference"]

_SCHEMES = (("rr", "Revised Romanization"), ("dprk", "the DPRK's national system"), ("yale", "Yale"))
_BARE = str.maketrans({"ŏ": "o", "ŭ": "u", "'": None, "-": None, " ": None})
_VOICES = regex.compile("kk|tt|pp|tch|ss|jj|[gdbj]")
_UNVOICED = {
    "kk": "k",
    "tt": "t",
    "pp": "p",
    "tch": "ch",
    "ss": "s",
    "jj": "ch",
    "g": "k",
    "d": "t",
    "b": "p",
    "j": "ch",
}
_PUKTO = regex.compile("pukto$")
_LOAN_FIRST = {"d": "t", "g": "k", "b": "p", "j": "ch"}
_SURNAMES = {
    "lee": "yi",
    "rhee": "yi",
    "park": "pak",
    "choi": "ch'oe",
    "moon": "mun",
    "shin": "sin",
    "woo": "u",
    "oh": "o",
    "rho": "no",
    "roh": "no",
}


class Difference(NamedTuple):
    """A rule, a grade, a sentence, and what stands against what."""

    rule: str
    grade: Grade
    message: str
    theirs: str
    ours: str


def difference(latin: str, same: str, whole: str, korean: str, *, name: bool = False) -> Difference:
    """The first difference between a record's text and ours, which isn't one of division.

    `same` is ours divided as the record's where `korean` could be divided so, `whole` ours in our own division.
    """
    theirs, mine = respelt(latin).split(), respelt(same).split()
    if len(theirs) != len(mine):
        if name:
            return _of_name(latin, whole)
        return _of_scheme(latin, whole, korean) or Difference(
            "sound", "error", "it isn't the romanization of the Korean text", latin, whole
        )
    spoken = korean.split()
    found = [
        _of_word(one, other, spoken[place] if len(spoken) == len(mine) else "")
        for place, (one, other) in enumerate(zip(theirs, mine, strict=True))
        if one.replace("-", "") != other.replace("-", "")
    ]
    rule, grade, message, one, other = next((each for each in found if each.grade == "error"), found[0])
    if rule in ("sound", "voicing"):
        if name and rule == "sound":
            return _of_name(latin, whole)
        if (scheme := _of_scheme(latin, whole, korean)) is not None and not name:
            return scheme
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    return Difference(rule, grade, f"{message}: {one}, not {other}{more}", latin, whole)


def _of_scheme(latin: str, whole: str, korean: str) -> Difference | None:
    """Whether the whole text is in another scheme than ALA-LC."""
    for scheme, title in _SCHEMES:
        if squeezed(latin) == in_scheme(korean, scheme, "text"):
            return Difference("scheme", "error", f"this is {title}", latin, whole)
    return None


def _of_name(latin: str, whole: str) -> Difference:
    family = respelt(latin).split()[0] if respelt(latin) else ""
    if family in _SURNAMES or family != respelt(whole).split()[0]:
        return Difference("R9", "doubt", "another name, or an established spelling of it", latin, whole)
    return Difference("R9", "error", "the given name isn't that of the 880", latin, whole)


def _of_word(theirs: str, mine: str, korean: str) -> Difference:
    """One word against ours, the likeliest reason first."""
    one, other = theirs.replace("-", ""), mine.replace("-", "")
    if one.translate(_BARE) == other.translate(_BARE):
        if one.replace("'", "") == other.replace("'", ""):
            return Difference(
                "R11", "error", "the apostrophe of an aspirate or of n'g is missing or too many", theirs, mine
            )
        return Difference("marks", "error", "a breve is missing or too many", theirs, mine)
    if _PUKTO.sub("bukto", one) == other:
        return Difference("R4", "doubt", "-pukto is the form before 2009", theirs, mine)
    if _LOAN_FIRST.get(one[:1], "?") + one[1:] == other:
        return Difference("R10", "doubt", "a first consonant by its source is the form before 2009", theirs, mine)
    if one.replace("shi", "si") == other:
        return Difference("R3", "error", "시 is si; sh stands before wi alone", theirs, mine)
    doubts = doubted(korean) if korean else ()
    if any(
        respelt(reading.split(" (")[0]).replace("-", "") in one
        for reading in doubts[1:]
        if reading.isascii() or "ŏ" in reading
    ):
        return Difference("homograph", "doubt", doubts[0], theirs, mine)
    if _unvoiced(one) == _unvoiced(other):
        sure = bool(korean) and confidence(korean) >= 1
        message = (
            "a consonant is voiced otherwise"
            if sure
            else "a consonant is voiced or tense otherwise in a word we don't know"
        )
        return Difference("voicing", "error" if sure else "doubt", message, theirs, mine)
    if one[:1] == "r" and other[:1] in "nyi":
        return Difference("R5", "error", "ㄹ at the beginning of a word is n or falls away", theirs, mine)
    return Difference("sound", "error", "other sounds", theirs, mine)


def _unvoiced(text: str) -> str:
    return str(_VOICES.sub(lambda match: _UNVOICED[match.group()], text)).translate(_BARE)
