"""Notes back again: the styles of 38 North, of Chicago, and of North Korean print."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from juche_toolkit.citation.model import Citation
from juche_toolkit.citation.words import words
from juche_toolkit.errors import UnknownNameError
from juche_toolkit.export.common import Romanizer, cited_text, clean, has_content, romanizer_or_default, worked
from juche_toolkit.export.forms import View
from juche_toolkit.export.note_dprk import dprk_back_reference, dprk_note
from juche_toolkit.export.note_fields import STYLES, NoteStyle, kept, note_kind
from juche_toolkit.export.note_latin import back_reference, latin_note
from juche_toolkit.export.origin import side

__all__ = ["STYLES", "NoteStyle", "to_note"]

_TAKES_PARTICLE = regex.compile(r"(?:^|\s)(?!https?:)\S*[\p{Hangul})》』]$")
_TAKES_COLON = regex.compile(r"(?:\d\s?(?:주차?|강|차시)|[Ww]eek\s\d{1,2})$")
_TRAILING_LEAD = regex.compile(r"(?:재인용|참조|참고)\W?$|^(?:에|에서|을|를)\s")


def to_note(
    citations: Iterable[Citation] | Citation,
    style: str = "38north",
    *,
    scheme: str | None = None,
    resolved: bool = True,
    distinct: bool = False,
    romanizer: Romanizer | None = None,
) -> str:
    """The citations as notes, one a line, in the order given.

    `38north`: `최영옥, “제목,” Kyo’ngje Yo’ngu 4, (2013).` · `chicago`: notes of The Chicago Manual of Style, 17th ed.,
    ch. 14 (in plain text: no italics) · `dprk`: `최영옥, 《제목》, 경제연구 주체102(2013)년 제4호`.

    What each style prints of each kind of work is in `note_fields`; `parse` reads it from the note again.
    Texts stand as printed; with a `scheme`, Korean ones are romanized. With `resolved` False a back-reference is
    written as one (Ibid., 우와 같은 문헌). One that resolves to nothing is written so in any case, and a citation with
    no content as the text it was read from. Raises UnknownNameError for a style that doesn't exist.
    """
    known = next((name for name in STYLES if name == style), None)
    if known is None:
        raise UnknownNameError(f"style={style!r} is unknown; it can be {', '.join(STYLES)}")
    chosen = romanizer_or_default(romanizer) if scheme is not None else _as_printed
    found = worked(citations, resolved=resolved, distinct=distinct)
    return "".join(_note(citation, known, scheme or "", chosen) + "\n" for citation in found)


def _as_printed(text: str, _scheme: str, _kind: str) -> str:
    return text


def _note(citation: Citation, style: NoteStyle, scheme: str, romanizer: Romanizer) -> str:
    record = kept(citation, style)
    if not has_content(record) and record.form != "ibid" and (given := cited_text(citation)):
        return given
    if note_kind(record) == "back-reference":
        body = dprk_back_reference(record) if style == "dprk" else back_reference(record, style)
    else:
        work = View(record, scheme, romanizer)
        north = side(citation) == "KP"
        body = dprk_note(work) if style == "dprk" else latin_note(work, style, north=north)
    lead = clean(record.lead_in)
    if not lead:
        return body
    if _TRAILING_LEAD.search(lead):
        body = body.removesuffix(".")
        return body + ("" if lead.startswith("에서") and _TAKES_PARTICLE.search(body) else " ") + lead
    colon = _TAKES_COLON.search(lead) is not None or f"{lead.casefold()}:" in words("lead")
    return f"{lead}{':' if colon else ''} {body}"
