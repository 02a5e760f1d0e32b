"""Fields with the punctuation of ISBD, for libraries whose records have it (leader/18 = i).

ISBD, consolidated edition, areas 1, 2, 4, 6; as the Library of Congress writes MARC: the mark stands at the end of the
subfield before the one that it introduces, a note and a heading end with a full stop.
"""

from __future__ import annotations

from juche_toolkit.adapters.pymarc import MarcField

__all__ = ["punctuated"]

_BETWEEN = {
    "245": {"b": " :", "c": " /", "n": ".", "p": ","},
    "264": {"b": " :", "c": ","},
    "490": {"v": " ;"},
    "100": {"e": ","},
    "700": {"e": ","},
    "110": {"e": ","},
    "710": {"e": ","},
    "773": {"b": ".", "d": ".", "g": "."},
}
"""What stands before a subfield, at the end of the one that it follows; a $p behind $n alone has a comma."""
_FULL_STOP = frozenset({"100", "110", "245", "250", "264", "500", "502", "546", "655", "700", "710"})
_ENDS = (".", "?", "!", "-", ")", "]", ">", "…")
_CONTROL = frozenset("267")
"""Subfields with no text in these fields: links, sources of terms, codes."""


def punctuated(field: MarcField) -> MarcField:
    """A field, or an 880, with the punctuation of its tag."""
    if field.data is not None:
        return field
    tag = field.subfields[0][1][:3] if field.tag == "880" else field.tag
    between = _BETWEEN.get(tag, {})
    made: list[tuple[str, str]] = []
    for code, value in field.subfields:
        mark = between.get(code)
        if mark and made and made[-1][0] not in _CONTROL:
            made[-1] = (made[-1][0], _with(made[-1][1], mark))
        made.append((code, value))
    if tag in _FULL_STOP and ("2", "local") not in made:
        last = max((place for place, (code, _) in enumerate(made) if code not in _CONTROL), default=None)
        if last is not None and not made[last][1].endswith(_ENDS):
            made[last] = (made[last][0], made[last][1] + ".")
    return MarcField(field.tag, field.indicators, tuple(made))


def _with(text: str, mark: str) -> str:
    """A text with a mark behind it; a full stop isn't doubled."""
    return text if mark == "." and text.endswith(_ENDS[:3]) else text + mark
