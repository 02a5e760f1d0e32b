"""MARC 21 out: records for pymarc, the exchange format, MARCMaker text and MARCXML. Which field holds what: marc_builder.py."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from juche_toolkit.adapters import pymarc
from juche_toolkit.adapters.pymarc import MarcRecord
from juche_toolkit.citation.model import Citation
from juche_toolkit.errors import InputError
from juche_toolkit.export.common import Romanizer, clean
from juche_toolkit.export.forms import views
from juche_toolkit.export.marc_builder import RecordBuilder

__all__ = ["to_marc", "to_marcxml", "to_mrc", "to_mrk"]


def to_marc(
    citations: Iterable[Citation] | Citation,
    *,
    scheme: str = "ala-lc",
    resolved: bool = True,
    distinct: bool = False,
    romanizer: Romanizer | None = None,
    entered: date | None = None,
    agency: str | None = None,
    isbd: bool = False,
    on_error: Callable[[InputError], None] | None = None,
) -> list[MarcRecord]:
    """The citations as pymarc records, in UTF-8.

    A Korean text is romanized in its field and stands as printed in a paired 880 (`$6 880-NN`, `$6 TAG-NN/$1`, 066 $c
    $1). Articles and chapters are component parts with a 773. What was generated is named in a 500 note; 883, the field
    for the provenance of a record, says that it was made by machine from a citation, with the parser's confidence in
    $c. A work without a printed title gets one in brackets, the convention for what a cataloguer supplies.

    `entered` is the date of entry in 008 (today if None), `agency` the code for 040 $a. With `isbd`, fields have
    the punctuation of ISBD and leader/18 is i; else none between subfields, and c. A record longer than MARC can
    hold raises InputError; with `on_error` it is left out and the error is handed to that function. Raises
    MissingExtraError without pymarc.
    """
    day = entered or date.today()
    records = []
    works = views(citations, scheme=scheme, resolved=resolved, distinct=distinct, romanizer=romanizer)
    for number, work in enumerate(works, 1):
        try:
            records.append(RecordBuilder(work, day, clean(agency), isbd).record(f"Record {number}"))
        except InputError as error:
            if on_error is None:
                raise
            on_error(error)
    return records


def to_mrc(
    citations: Iterable[Citation] | Citation,
    *,
    scheme: str = "ala-lc",
    resolved: bool = True,
    distinct: bool = False,
    romanizer: Romanizer | None = None,
    entered: date | None = None,
    agency: str | None = None,
    isbd: bool = False,
    on_error: Callable[[InputError], None] | None = None,
) -> bytes:
    """The citations in MARC's exchange format (.mrc, ISO 2709, UTF-8); options and errors as `to_marc`."""
    return pymarc.to_mrc(
        to_marc(citations, scheme=scheme, resolved=resolved, distinct=distinct, romanizer=romanizer, entered=entered,
                agency=agency, isbd=isbd, on_error=on_error)
    )  # fmt: skip


def to_mrk(
    citations: Iterable[Citation] | Citation,
    *,
    scheme: str = "ala-lc",
    resolved: bool = True,
    distinct: bool = False,
    romanizer: Romanizer | None = None,
    entered: date | None = None,
    agency: str | None = None,
    isbd: bool = False,
    on_error: Callable[[InputError], None] | None = None,
) -> str:
    """The citations as MARCMaker text (.mrk), for MarcEdit; options and errors as `to_marc`."""
    return pymarc.to_mrk(
        to_marc(citations, scheme=scheme, resolved=resolved, distinct=distinct, romanizer=romanizer, entered=entered,
                agency=agency, isbd=isbd, on_error=on_error)
    )  # fmt: skip


def to_marcxml(
    citations: Iterable[Citation] | Citation,
    *,
    scheme: str = "ala-lc",
    resolved: bool = True,
    distinct: bool = False,
    romanizer: Romanizer | None = None,
    entered: date | None = None,
    agency: str | None = None,
    isbd: bool = False,
    on_error: Callable[[InputError], None] | None = None,
) -> str:
    """The citations as a MARCXML collection; options and errors as `to_marc`."""
    return pymarc.to_xml(
        to_marc(citations, scheme=scheme, resolved=resolved, distinct=distinct, romanizer=romanizer, entered=entered,
                agency=agency, isbd=isbd, on_error=on_error)
    )  # fmt: skip
