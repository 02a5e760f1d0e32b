"""Charts: bars that are drawn as SVG and named as text, so that they stay readable at any width."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from juche_toolkit.display import how_many
from juche_toolkit.pictures.markup import Element, el, korean

__all__ = ["bars", "columns"]

_TICKS = 6
"""Labels below columns at most."""
_FEWEST = 10
"""Years that are drawn at least, so that the column of a single one isn't as broad as the page."""
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)


def bars(counts: Mapping[str, int], *, limit: int = 20) -> Element:
    """Lying bars, one for each entry, its name before it and its number behind it; what is beyond `limit` is told in a sentence."""
    shown = list(counts.items())[:limit]
    rest = list(counts.values())[limit:]
    most = max((count for _, count in shown), default=1) or 1
    rows = [
        el(
            "li", None,
            korean(name, name="name"), _bar(count / most), el("span", {"class": "count"}, str(count)),
        )
        for name, count in shown
    ]  # fmt: skip
    told = f"{sum(rest):,} more in {how_many(len(rest), 'other')}."
    return el("div", None, el("ul", {"class": "bars"}, *rows), el("p", {"class": "quiet"}, told) if rest else None)


def _bar(share: float) -> Element:
    mark = el("rect", {"class": "mark", "width": f"{max(share * 100, 0.5):.2f}%", "height": "100%"})
    return el("svg", {"class": "bar", "aria-hidden": "true"}, mark)


def columns(counts: Mapping[int, int], what: str) -> Element:
    """Standing columns over every year from the first to the last, those without entries empty; the numbers follow as text.

    Of less than ten years the empty ones around are drawn too.
    """
    if not counts:
        return el("p", {"class": "quiet"}, f"No {what}.")
    first, last = min(counts), max(counts)
    most = max(counts.values())
    if last - first > 2 * max(_STEPS):  # a misprint far away would make all columns too thin to see
        return bars({str(year): count for year, count in counts.items()}, limit=60)
    missing = max(0, _FEWEST - (last - first + 1))
    first, last = first - missing // 2, last + missing - missing // 2
    width = last - first + 1
    marks = [
        el(
            "rect",
            {"class": "mark", "x": f"{year - first + 0.1:g}", "y": f"{100 - 100 * count / most:.2f}", "width": "0.8",
             "height": f"{100 * count / most:.2f}"},
            el("title", None, f"{year}: {count}"),
        )
        for year, count in counts.items()
    ]  # fmt: skip
    drawing = el(
        "svg",
        {"class": "columns", "viewBox": f"0 0 {width} 100", "preserveAspectRatio": "none", "aria-hidden": "true"},
        *marks,
    )
    top = el("span", {"class": "top"}, str(most))
    ticks = [_tick(year, (year - first + 0.5) / width) for year in _labelled(first, last)]
    numbers = ", ".join(f"{year}: {count}" for year, count in counts.items())
    return el(
        "div", {"class": "chart"},
        el("div", {"class": "plot"}, top, drawing), el("div", {"class": "ticks", "aria-hidden": "true"}, *ticks),
        el("details", None, el("summary", None, "The numbers"), el("p", None, numbers)),
    )  # fmt: skip


def _labelled(first: int, last: int) -> Sequence[int]:
    """Round years to name below the columns, few enough to stand apart on a narrow page."""
    step = next((step for step in _STEPS if (last - first) / step < _TICKS), _STEPS[-1])
    return [year for year in range(first, last + 1) if year % step == 0] or [first]


def _tick(year: int, share: float) -> Element:
    return el("span", {"style": f"left:{share:.2%}"}, str(year))
