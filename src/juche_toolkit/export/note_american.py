"""Cases, statutes, orders and reports of the United States in notes: as lawyers there cite them, in any style."""

from __future__ import annotations

import regex

from juche_toolkit.citation.model import Citation
from juche_toolkit.citation.words import KOREAN
from juche_toolkit.export.common import clean
from juche_toolkit.export.marc_parts import MONTHS
from juche_toolkit.export.note_parts import figure, joined, link, spaced

__all__ = ["american_note", "is_american"]

_CONGRESSIONAL = regex.compile(r"(?:H\.\s?R\.|S\.|H\.|S\.\s?Exec\.|H\.\s?Conf\.)\s(?:Rep|Doc|Prt|Hrg)\.?")
_NUMBERED = regex.compile(r"(?:Pub(?:lic|\.)\s?L(?:aw|\.)?|Exec(?:utive|\.)\sOrder|E\.O\.|.*\s(?:Rep|Doc|Prt|Hrg)\.?)")
"""Kinds of acts before whose number `No.` stands."""
_CUT_SHORT = regex.compile(r"\b(?:L|Rep|Doc|Prt|Hrg|Cir|Res|Dist|App)$")
"""A word cut short at the end of a kind or court, whose full stop a record leaves out."""


def is_american(record: Citation) -> bool:
    """Whether a record is a case, a statute, an order or a report of Congress as the United States cite them.

    Those have the reporter or code in which they are printed, with its volume, or are known by a docket or report number.
    """
    printed = " ".join(clean(text) for text in (record.title, record.container_title, record.authority, record.genre))
    if KOREAN.search(printed) is not None:
        return False
    if record.type == "report":
        return _CONGRESSIONAL.fullmatch(clean(record.genre)) is not None
    if record.type == "legal_case":
        return bool(record.title or record.container_title)
    return record.type == "legislation" and bool(record.container_title and record.volume)


def american_note(record: Citation) -> str:
    """title, kind No. number, session, volume reporter pages (court date): `Kim v. …, 774 F.3d 1044 (D.C. Cir. 2014)`"""
    numbered = record.type == "legal_case" or _NUMBERED.fullmatch(clean(record.genre)) is not None
    number = figure("No. " if numbered else "", clean(record.number))
    pages, locator = clean(record.pages), clean(record.locator)
    act = spaced((_dotted(clean(record.genre)), number))
    held = spaced(
        (clean(record.volume), clean(record.container_title), pages if record.container_title else "", locator)
    )
    cited = "" if record.container_title else figure("at ", pages)
    court = spaced((_dotted(clean(record.authority)), _date(record)))
    text = joined((clean(record.title), act, clean(record.session), held, cited))
    return joined((spaced((text, figure("(", court, ")"))), link(record)))


def _dotted(printed: str) -> str:
    """With the full stop of its last word, where that is cut short: D.C. Cir., Pub. L."""
    return f"{printed}." if _CUT_SHORT.search(printed) is not None else printed


def _date(record: Citation) -> str:
    if record.year is None or not record.month:
        return str(record.year or "")
    return joined((spaced((MONTHS[record.month - 1], str(record.day or ""))), str(record.year)))
