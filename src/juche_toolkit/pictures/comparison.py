"""One text in several schemes, line under line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from juche_toolkit.pictures.markup import Child, Element, el, fragment, korean, latin, page
from juche_toolkit.romanization.model import Romanization
from juche_toolkit.romanization.scheme import scheme, scheme_names

__all__ = ["comparison_html"]


def comparison_html(texts: Iterable[Sequence[Romanization]], *, whole: bool = True) -> str:
    """Texts, each in several schemes, as HTML: for each text a table of its schemes and their Latin.

    Every item of `texts` holds the explanations of one text. Doubts are told once for each text. `whole` gives a page, False a
    fragment.
    """
    given = [results for results in texts if results]
    used = dict.fromkeys(result.scheme for results in given for result in results)
    shown = [*map(_table, given), _schemes([name for name in used if name in scheme_names()])]
    return page("Schemes side by side", *shown) if whole else fragment(*shown)


def _table(results: Sequence[Romanization]) -> Element:
    rows = [
        el("tr", None, el("th", {"scope": "row"}, result.scheme), el("td", None, latin(result.text)))
        for result in results
    ]
    doubts = {doubt.message: doubt for result in results for doubt in result.warnings}
    told = [
        el("li", None, korean(f"{doubt.message}."), *_ways(doubt.alternatives)) for doubt in doubts.values()
    ]  # fmt: skip
    table = el("table", {"class": "schemes"}, el("caption", None, korean(results[0].source)), el("tbody", None, *rows))
    return el("section", {"class": "compared"}, table, el("ul", {"class": "doubts"}, *told) if told else None)


def _ways(alternatives: Sequence[str]) -> list[Child]:
    return [f" Alternatives: {' or '.join(alternatives)}"] if alternatives else []


def _schemes(names: Sequence[str]) -> Element | None:
    if not names:
        return None
    rows: list[Child] = []
    for name in names:
        about = scheme(name)
        rows += [el("dt", None, name), el("dd", None, f"{about.name} ({about.authority}, {about.year})")]
    return el("section", {"class": "legend"}, el("h2", None, "The schemes"), el("dl", None, *rows))
