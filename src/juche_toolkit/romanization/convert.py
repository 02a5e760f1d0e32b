"""Between spellings of the McCune-Reischauer family, without going through Hangul.

`mr`, `38north`, `ala-lc` and `bgn` differ in marks only; `ascii` is any of them with all marks gone. What a form has lost can't come
back: 38 North drops the apostrophe of n'g, and ascii every mark.
"""

from __future__ import annotations

import unicodedata

import regex

from juche_toolkit.errors import InputError, NotSupportedError, UnknownNameError

__all__ = ["FORMS", "convert", "fold"]

FORMS = ("mr", "38north", "ala-lc", "bgn", "ascii")
_BREVE = ("mr", "ala-lc", "bgn")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻ`′´", "'"))
_TO_38NORTH = str.maketrans({"ŏ": "o'", "ŭ": "u'", "Ŏ": "O'", "Ŭ": "U'"})
_LETTERS = str.maketrans("ŏŭŎŬ", "ouOU")
_FROM_38NORTH = regex.compile("([oOuU])'")
_BREVES = {"o": "ŏ", "u": "ŭ", "O": "Ŏ", "U": "Ŭ"}
_N_G = regex.compile("(?i)(?<=n)'(?=g)")


def convert(latin: str, source: str, target: str) -> str:
    """A romanized text in another spelling of its family; Latin that isn't romanized Korean should not be given.

    Any kind of apostrophe and composed or combining breves are read; ASCII apostrophes and composed letters are written.
    From `38north`, ng stays ng where MR has n'g (hanguk can't be told from a word in ng). Raises UnknownNameError for a form that isn't one
    of `FORMS`, NotSupportedError for `ascii` as source.
    """
    if not isinstance(latin, str):
        raise InputError(f"convert takes a string, not {type(latin).__name__}")
    for form in (source, target):
        if form not in FORMS:
            raise UnknownNameError(
                f"convert knows {', '.join(FORMS)}, not {form!r}; Hangul is needed for other schemes"
            )
    if source == "ascii" and target != "ascii":
        raise NotSupportedError("ascii has lost its marks: convert can't restore them; use to_hangul, then romanize")
    text = unicodedata.normalize("NFC", latin).translate(_APOSTROPHES)
    if source == "38north":
        text = str(_FROM_38NORTH.sub(lambda match: _BREVES[match.group(1)], text))
    if target in _BREVE:
        return text
    text = _N_G.sub("", text)
    return text.translate(_TO_38NORTH) if target == "38north" else text.translate(_LETTERS).replace("'", "")


def fold(latin: str) -> str:
    """Letters only, lower case: no marks, apostrophes, hyphens or spaces; the same for every spelling of the family."""
    base = unicodedata.normalize("NFKD", latin.lower())
    return "".join(letter for letter in base if letter.isascii() and letter.isalnum())
