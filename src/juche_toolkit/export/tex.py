"""Text as TeX and BibTeX can hold it."""

from __future__ import annotations

import regex

__all__ = ["escape", "pages", "verbatim"]

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\ensuremath{\lbrace}",
    "}": r"\ensuremath{\rbrace}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: "\\" + character for character in "#$%&_"},
}
# Pairs that TeX's fonts draw as one: -- is a dash, '' and `` are quotes, ?` and !` are turned marks.
_CHARACTER = regex.compile(r"[\\{}~^#$%&_]|(?<=-)-|(?<=')'|(?<=[`?!])`|(?<=,),|(?<=<)<|(?<=>)>")
_OUTSIDE_URL = regex.compile(r"[\\{}\s\"<>^`|]|%(?![0-9A-Fa-f]{2})")
_RANGE = regex.compile(r"(?<=\d)-(?=\d)")


def escape(text: str) -> str:
    """A cleaned text with everything that TeX would take for a command or a ligature made plain.

    Braces become commands and not `\\{`, since BibTeX and biber count braces without looking at the backslash; of the
    commands for them, these are the ones that readers other than TeX know too.
    """
    return str(_CHARACTER.sub(lambda match: _SPECIAL.get(match.group(), "{}" + match.group()), text))


def pages(text: str) -> str:
    """Pages with the two hyphens that BibTeX's styles want in a range."""
    return str(_RANGE.sub("--", escape(text)))


def verbatim(text: str) -> str:
    """A URL or DOI: biblatex reads these fields verbatim, so nothing is escaped but what no URL may hold (RFC 3986)."""
    return str(_OUTSIDE_URL.sub(lambda match: "".join(f"%{byte:02X}" for byte in match.group().encode()), text))
