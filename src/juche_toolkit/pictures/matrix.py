"""The matrix of sound changes as a page and as a drawing: changed pairs marked, the article named."""

from __future__ import annotations

from collections.abc import Iterator

from juche_toolkit.hangul.syllable import ONSETS
from juche_toolkit.pictures.lettering import STYLE, lettered, lines_of, width_of
from juche_toolkit.pictures.markup import Child, Element, drawing, el, fragment, korean, page, written
from juche_toolkit.pictures.palette import LIGHT
from juche_toolkit.pictures.rules import Rule, known_rules
from juche_toolkit.pictures.sound_changes import Meeting, SoundMatrix

__all__ = ["matrix_html", "matrix_svg"]

_NO_CODA = "–"
_PALATAL = "Not seen here, since it hangs on the vowel: ㄷ and ㅌ before 이 become ㅈ and ㅊ (표준 발음법 제17항)."
_SIZE = {"latin": 13.0, "rule": 9.0, "head": 15.0, "text": 12.0}
_CELL = 40.0
_ROW = 34.0
_MARGIN = 14.0


def matrix_html(matrix: SoundMatrix, *, whole: bool = True) -> str:
    """A table of finals and initials, each cell with its Latin and, where the sound changed, the articles that did it.

    On a narrow page every final is a block of small cells, each with its pair. `whole` gives a page, False a fragment.
    """
    head = el("tr", None, el("th", {"scope": "col"}, "final"), *(_initial(onset) for onset in ONSETS))
    rows = [_row(row) for row in matrix.rows]
    caption = el("caption", None, "Finals in rows, the initials after them in columns. ", *_key())
    table = el("table", {"class": "matrix"}, caption, el("thead", None, head), el("tbody", None, *rows))
    shown = [el("p", None, _told(matrix)), table, el("p", None, korean(_PALATAL)), _articles(matrix)]
    title = f"Sound changes in {matrix.name}"
    return page(title, *shown) if whole else fragment(*shown)


def _told(matrix: SoundMatrix) -> str:
    count = sum(len(row) for row in matrix.rows)
    return f"Scheme {matrix.scheme}: of {count} pairs {matrix.changed} are spoken otherwise than they are spelt."


def _key() -> list[Child]:
    return [
        el("span", {"class": "cell sound"}, "bold, with an article"), " another sound is spoken; ",
        el("span", {"class": "cell letter"}, "dashed"), " only the letter is another than at a word's beginning.",
    ]  # fmt: skip


def _initial(onset: str) -> Element:
    return el("th", {"scope": "col", "lang": "ko"}, onset)


def _row(row: tuple[Meeting, ...]) -> Element:
    coda = row[0].coda
    head = el(
        "th", {"scope": "row"},
        el("span", {"class": "wide", "lang": "ko"}, coda or _NO_CODA),
        el("span", {"class": "narrow"}, "final ", korean(coda) if coda else "none"),
    )  # fmt: skip
    return el("tr", None, head, *map(_cell, row))


def _cell(meeting: Meeting) -> Element:
    articles = [el("span", {"class": "article"}, " ".join(meeting.rules))] if meeting.change == "sound" else []
    return el(
        "td", {"class": f"cell {meeting.change}", "title": _sentence(meeting)},
        el("span", {"class": "narrow pair", "lang": "ko"}, f"{meeting.coda} {meeting.onset}".strip()),
        el("span", {"class": "latin"}, meeting.latin or "·"), *articles,
    )  # fmt: skip


def _sentence(meeting: Meeting) -> str:
    told = f"{meeting.coda or _NO_CODA} + {meeting.onset}: {meeting.probe} [{meeting.spoken}]"
    cited = [known_rules()[rule].cited if rule in known_rules() else rule for rule in meeting.rules]
    return told + (f", {', '.join(cited)}" if cited else "")


def _articles(matrix: SoundMatrix) -> Element | None:
    rows: list[Child] = []
    for rule in _met(matrix):
        told = f"{rule.cited}: {rule.says} ({rule.example})"
        rows += [el("dt", None, el("span", {"class": "rule"}, rule.id)), el("dd", None, korean(told))]
    if not rows:
        return None
    return el("section", {"class": "legend"}, el("h2", None, "The articles"), el("dl", None, *rows))


def _met(matrix: SoundMatrix) -> list[Rule]:
    met = {rule for row in matrix.rows for meeting in row for rule in meeting.rules}
    return [rule for rule in known_rules().values() if rule.id in met]


def matrix_svg(matrix: SoundMatrix) -> str:
    """The same as one drawing, for print and slides."""
    top = _MARGIN + 2.4 * _SIZE["head"]
    left = _MARGIN
    content: list[Element] = [lettered(f"Sound changes in {matrix.name}", left, _MARGIN + 14, 17, "bold")]
    content.append(lettered("final ↓  initial →", left, top - 4, 10, "quiet"))
    width = 2 * _MARGIN + _CELL * (len(ONSETS) + 1)
    for column, onset in enumerate(ONSETS, 1):
        content.append(_middle(onset, left + (column + 0.5) * _CELL, top + 20, "head", "ko"))
    top += _ROW
    for number, row in enumerate(matrix.rows):
        y = top + number * _ROW
        content.append(_middle(row[0].coda or _NO_CODA, left + _CELL / 2, y + 21, "head", "ko"))
        for column, meeting in enumerate(row, 1):
            content += _drawn(meeting, left + column * _CELL, y, f"{number}-{column}")
    y = top + len(matrix.rows) * _ROW + 20
    told = [
        _told(matrix),
        "Framed in bold, with the article: another sound is spoken. Dashed: only the letter is another.",
        _PALATAL,
    ]
    told += [f"{rule.id} – {rule.cited}: {rule.says} ({rule.example})" for rule in _met(matrix)]
    for text in told:
        for line in lines_of(text, _SIZE["text"], width - 2 * _MARGIN):
            content.append(lettered(line, left, y, _SIZE["text"], "", None))
            y += _SIZE["text"] * 1.5
    height = y + _MARGIN
    paper = el("rect", {"class": "paper", "width": f"{width:g}", "height": f"{height:g}", "fill": LIGHT.paper})
    title = f"Sound changes in {matrix.name}: 28 finals by 19 initials"
    return written(drawing(width, height, title, STYLE, paper, *content), xml=True) + "\n"


def _drawn(meeting: Meeting, x: float, y: float, name: str) -> Iterator[Element]:
    place = {"x": f"{x + 1:g}", "y": f"{y + 1:g}", "width": f"{_CELL - 2:g}", "height": f"{_ROW - 2:g}", "rx": "3"}
    look = {"class": "panel", "fill": LIGHT.panel, "stroke": LIGHT.line, "stroke-width": "0.5", "data-holds": name}
    if meeting.change == "sound":
        look.update({"class": "panel changed", "stroke": LIGHT.accent, "stroke-width": "2"})
    elif meeting.change == "letter":
        look.update({"class": "panel letter", "stroke": LIGHT.quiet, "stroke-dasharray": "3 2", "stroke-width": "1"})
    yield el("rect", {**look, **place}, el("title", None, _sentence(meeting)))
    changed = meeting.change == "sound"
    middle = x + _CELL / 2
    yield _middle(meeting.latin or "·", middle, y + (16 if changed else 22), "latin", "ko-Latn", name, bold=changed)
    if changed:
        yield _middle(" ".join(meeting.rules), middle, y + 28, "rule", None, name, quiet=True)


def _middle(
    text: str,
    x: float,
    y: float,
    kind: str,
    lang: str | None,
    box: str | None = None,
    *,
    bold: bool = False,
    quiet: bool = False,
) -> Element:
    """A line set in the middle of `x`, smaller where a cell would be too narrow for it."""
    size = min(_SIZE[kind], _SIZE[kind] * (_CELL - 4) / max(width_of(text, _SIZE[kind], bold=bold), 1))
    line = lettered(
        text, x, y, round(size, 2), " ".join(filter(None, ("bold" if bold else "", "quiet" if quiet else ""))), lang
    )
    line.set("text-anchor", "middle")
    if box is not None:
        line.set("data-in", box)
    return line
