"""A report of a folder of notes: numbers, charts, and everything that wants a second look."""

from __future__ import annotations

from collections.abc import Sequence

from juche_toolkit.display import how_many, noun
from juche_toolkit.pictures.charts import bars, columns
from juche_toolkit.pictures.markup import Child, Element, el, korean, page
from juche_toolkit.pictures.survey import FileCount, Finding, Survey

__all__ = ["report_html"]

_LISTED = 200
"""Findings listed at most in one list; the number of all is told."""
_EXCERPT = 160


def report_html(found: Survey, *, title: str = "Report of notes") -> str:
    """A survey as one HTML page: what there is, works by year, journal and type, the files, doubts and back-references."""
    total = found.total
    return page(
        title,
        _numbers(total, len(found.files)),
        el("h2", None, "Works by year"),
        columns(found.years, "dated works"),
        el("p", {"class": "quiet"}, f"{found.undated} without a year.") if found.undated else None,
        el("h2", None, "Works by journal and newspaper"),
        bars(found.journals) if found.journals else el("p", {"class": "quiet"}, "No journals."),
        el("h2", None, "Works by type"),
        bars(found.types) if found.types else el("p", {"class": "quiet"}, "No works."),
        el("h2", None, "Files"),
        _files(found.files),
        *_findings("Not understood", found.unparsed),
        *_findings("Doubts", found.doubts),
        *_findings("Back-references that lead nowhere", found.unresolved),
        *_again(found.again),
    )


def _numbers(total: FileCount, files: int) -> Element:
    share = total.share
    facts = (
        (str(files), noun(files, "file")),
        (f"{total.whole_notes} of {total.notes}" if total.notes else "0", "notes understood whole"),
        ("–" if share is None else _percent(share), "of the characters understood"),
        (str(total.works), noun(total.works, "work") + " cited in full"),
        (f"{total.resolved} of {total.back}" if total.back else "0", "back-references resolved"),
        (str(total.doubts), noun(total.doubts, "doubt")),
    )
    return el("dl", {"class": "facts"}, *(_fact(number, what) for number, what in facts))


def _fact(number: str, what: str) -> Element:
    return el("div", None, el("dt", None, what), el("dd", None, number))


def _percent(share: float) -> str:
    """A share in per cent; 100 only where nothing is missing."""
    return "100%" if share == 1 else f"{min(share * 100, 99.9):.1f}%"


_COLUMNS = ("file", "notes", "works", "understood", "not understood", "doubts", "back-references", "resolved")


def _files(files: Sequence[FileCount]) -> Element:
    head = el("tr", None, *(el("th", {"scope": "col"}, name) for name in _COLUMNS))
    return el("table", {"class": "files"}, el("thead", None, head), el("tbody", None, *map(_file, files)))


def _file(one: FileCount) -> Element:
    name = el("th", {"scope": "row"}, korean(one.name))
    if one.error is not None:
        return el(
            "tr", None, name, el("td", {"class": "error", "colspan": str(len(_COLUMNS) - 1)}, f"not read: {one.error}")
        )
    share = one.share
    cells = (
        one.notes,
        one.works,
        "–" if share is None else _percent(share),
        one.unparsed,
        one.doubts,
        one.back,
        one.resolved,
    )
    return el("tr", None, name, *(_cell(label, str(cell)) for label, cell in zip(_COLUMNS[1:], cells, strict=True)))


def _cell(label: str, value: str) -> Element:
    """A cell with its column's name, which a narrow page shows in place of the head."""
    return el("td", None, el("span", {"class": "narrow"}, f"{label} "), value)


def _findings(title: str, found: Sequence[Finding]) -> list[Child]:
    if not found:
        return []
    items = [_finding(one, [one.message]) for one in found[:_LISTED]]
    return [el("h2", None, f"{title} ({len(found)})"), el("ol", {"class": "findings"}, *items), _more(len(found))]


def _more(count: int) -> Element | None:
    return el("p", {"class": "quiet"}, f"… and {count - _LISTED} more.") if count > _LISTED else None


def _finding(one: Finding, told: Sequence[str]) -> Element:
    words = " ".join(one.words.split())
    short = words if len(words) <= _EXCERPT else words[:_EXCERPT] + "…"
    place = el("span", {"class": "quiet"}, korean(one.file), f", note {one.note}: ")
    return el("li", None, place, korean(short, name="at"), *(f" – {sentence}" for sentence in told if sentence))


def _again(found: Sequence[tuple[Finding, int]]) -> list[Child]:
    if not found:
        return []
    items = [_finding(one, [f"cited again {how_many(count, 'time')}"]) for one, count in found[:_LISTED]]
    return [
        el("h2", None, f"Works that later notes point back to ({len(found)})"),
        el("ol", {"class": "findings"}, *items), _more(len(found)),
    ]  # fmt: skip
