"""What a work without a title of its own is called: an issue by its serial and date, a law or judgment by its body and number."""

from __future__ import annotations

from juche_toolkit.citation.model import Citation
from juche_toolkit.citation.words import KOREAN
from juche_toolkit.export.common import clean
from juche_toolkit.export.forms import View
from juche_toolkit.export.marc_parts import MONTHS
from juche_toolkit.export.note_parts import figure, joined, judgment, korean_date, law, spaced

__all__ = ["heading"]


def heading(citation: Citation) -> str:
    """The title where there is one; else what is printed of the serial, its numbers and its date, or of a law.

    `로동신문 주체104(2015)년 1월 1일`, `경제연구 2013년 제4호`, `Rodong Sinmun, January 1, 2015`, `최고인민회의
    상임위원회 정령 제366호`. Empty where nothing of the kind is printed: for a back-reference, or a thesis without a title.
    """
    record = citation.resolved()
    if title := clean(record.title):
        return title
    work = View(record, "", lambda text, _scheme, _kind: text)
    if record.type == "legislation" and record.authority:
        return law(work)
    if record.type == "legal_case":
        return judgment(work)
    container = clean(record.container_title)
    if not container:
        return ""
    series, volume, issue = clean(record.section), clean(record.volume), clean(record.issue)
    name = container + figure("(", series, ")")
    if KOREAN.search(container) is not None:
        return spaced((name, korean_date(record), figure("제", volume, "권"), figure("제", issue, "호")))
    return joined((name, figure("vol. ", volume), figure("no. ", issue), _english_date(record)))


def _english_date(record: Citation) -> str:
    """January 1, 2015"""
    month = MONTHS[record.month - 1] if record.month and 1 <= record.month <= len(MONTHS) else ""
    day = spaced((clean(record.season), month, str(record.day) if month and record.day else ""))
    year = str(record.year) if record.year is not None else ""
    return joined((day, year)) if record.day else spaced((day, year))
