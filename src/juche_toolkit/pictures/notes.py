"""Notes as a page: fields in colour and by label, back-references as arrows and links, doubts, and each record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

import regex
from attrs import frozen

from juche_toolkit.citation.model import LIST_FIELDS, Citation, Note
from juche_toolkit.display import how_many
from juche_toolkit.export.common import Romanizer, romanizer_or_default
from juche_toolkit.export.origin import language_tag
from juche_toolkit.hangul.runs import has_korean
from juche_toolkit.pictures.arrows import arrows, label, sources, targets
from juche_toolkit.pictures.marked import Piece, label_of, pieces, problems_of
from juche_toolkit.pictures.markup import Child, Element, el, fragment, korean, latin, page, place_of, sentence
from juche_toolkit.pictures.palette import KINDS, UNPARSED

__all__ = ["citation_html", "counted", "notes_html"]

_ADDRESS = regex.compile(r"https?://[^\s<>\"']++", regex.IGNORECASE)
_ROMANIZED = {"authors": "name", "editors": "name", "translators": "name", "title": "title", "container_title": "title"}
"""The fields that are romanized, and as what kind of text."""


@frozen
class _View:
    """What every note of a page is shown with."""

    notes: Sequence[Note]
    targets: Sequence[Sequence[int | None]]
    sources: Mapping[int, Sequence[int]]
    before: str
    latin: Callable[[str, str], str]
    scheme: str


def notes_html(
    notes: Note | Iterable[Note], *, scheme: str = "38north", romanizer: Romanizer | None = None, whole: bool = True
) -> str:
    """Notes as HTML, as `parse_notes` gives them.

    Every field stands in the colour of its kind behind a label; what was not understood is underlined, with the reason;
    doubts are listed. Back-references are links to the note they mean, and arrows where the page is wide. A record can be
    opened below each note: what is printed, what is inherited, and what was romanized by `scheme`, marked as generated.
    `romanizer` is a function of text, scheme and kind, to use in place of the toolkit's own. `whole` gives a page, False a
    fragment for a notebook.
    """
    given = [notes] if isinstance(notes, Note) else list(notes)
    before = "" if whole else place_of("\0".join(note.text for note in given))
    romanize = romanizer_or_default(romanizer)
    resolved = targets(given)
    view = _View(given, resolved, sources(resolved), before, lambda text, kind: romanize(text, scheme, kind), scheme)
    shown = [el("p", {"class": "summary"}, counted(given)), _legend(given), _list(view)]
    return page("Notes and what was read in them", *shown) if whole else fragment(*shown)


def citation_html(citation: Citation, *, scheme: str = "38north", romanizer: Romanizer | None = None) -> str:
    """One citation as a fragment for a notebook: its text with the fields marked, and its record."""
    romanize = romanizer_or_default(romanizer)
    note = Note(text=citation.text, citations=(citation,))
    view = _View([note], [[None]], {}, place_of(citation.text), lambda text, kind: romanize(text, scheme, kind), scheme)
    text = el("p", {"class": "text"}, *(_piece(view, 0, piece) for piece in pieces(note)))
    problems = _problems(note)
    return fragment(_legend([note]), text if citation.text else None, problems, _record(view, 0, 0))


def counted(notes: Sequence[Note]) -> str:
    """How much there is and how much was understood, in a sentence."""
    if not notes:
        return "There are no notes."
    citations = list(chain.from_iterable(notes))
    back = [citation for citation in citations if citation.form != "full"]
    doubts = sum(len(list(problems_of(note))) for note in notes)
    left = sum(len(note.unparsed) for note in notes)
    parts = (
        how_many(len(notes), "note"),
        how_many(len(citations) - len(back), "work") + " cited in full",
        how_many(len(back), "back-reference"),
        f"{how_many(left, 'stretch', 'stretches')} not understood",
        how_many(doubts, "doubt"),
    )
    return ", ".join(parts) + "."


def _legend(notes: Iterable[Note]) -> Element | None:
    met = {piece.kind.name for note in notes for piece in pieces(note) if piece.kind is not None}
    kinds = [el("li", {"class": f"field f-{kind.name}"}, kind.label) for kind in (*KINDS, UNPARSED) if kind.name in met]
    return el("ul", {"class": "kinds", "aria-label": "Kinds of field"}, *kinds) if kinds else None


def _list(view: _View) -> Element:
    drawn = arrows(view.targets)
    lanes = max((arrow.lane for arrow in drawn), default=-1) + 1
    articles = [_note(view, place) for place in range(len(view.notes))]
    lines = [
        el("span", {
            "class": "arrow", "aria-hidden": "true",
            "style": f"grid-row:{2 * arrow.target + 1}/{2 * arrow.source + 2};grid-column:{lanes - arrow.lane}/{lanes + 1}",
        })
        for arrow in drawn
    ]  # fmt: skip
    shape = f"grid-template-columns:{f'repeat({lanes},.9rem) ' if lanes else ''}minmax(0,1fr)"
    return el("div", {"class": "notes", "style": shape}, *articles, *lines)


def _note(view: _View, place: int) -> Element:
    note = view.notes[place]
    links = [link for number in range(len(note.citations)) if (link := _link(view, place, number)) is not None]
    head = el("header", None, el("span", {"class": "number"}, label(view.notes, place)), *links)
    body = el(
        "div", {"class": "body"},
        el("p", {"class": "text"}, *(_piece(view, place, piece) for piece in pieces(note))),
        _problems(note), _nothing(note), _again(view, place),
        *(_record(view, place, number) for number in range(len(note.citations))),
    )  # fmt: skip
    style = f"grid-row:{2 * place + 1}/span 2"
    return el("article", {"class": "note", "id": _id(view, place), "style": style}, head, body)


def _id(view: _View, place: int) -> str:
    return f"{view.before}note-{place + 1}"


def _to(view: _View, place: int) -> Element:
    return el("a", {"href": f"#{_id(view, place)}"}, f"note {label(view.notes, place)}")


def _link(view: _View, place: int, number: int) -> Element | None:
    """Where a citation of a note points, for the note's head."""
    target = view.targets[place][number]
    citation = view.notes[place].citations[number]
    if target is not None:
        return el("span", {"class": "points"}, "→ ", _to(view, target))
    if citation.resolves_to is not None:
        return el("span", {"class": "points"}, f"→ note {citation.resolves_to}")
    if citation.form != "full":
        return el("span", {"class": "points lost"}, f"{citation.form}: not resolved")
    return None


def _again(view: _View, place: int) -> Element | None:
    """The notes that point to this one."""
    sources = view.sources.get(place)
    if not sources:
        return None
    return el("p", {"class": "again"}, "← cited again in ", *sentence(_to(view, source) for source in sources))


def _piece(view: _View, place: int, piece: Piece) -> Child:
    if piece.kind is None:
        return korean(piece.text) if has_korean(piece.text) else piece.text
    work = view.notes[place].citations[piece.citation] if piece.citation is not None else None
    tag = (language_tag(work) if work is not None else None) or "ko"
    lang = (tag if tag.startswith("ko") else "ko") if has_korean(piece.text) else None
    title = piece.reason or ", ".join(piece.labels)
    return el(
        "span", {"class": f"field f-{piece.kind.name}", "lang": lang, "title": title},
        el("span", {"class": "label", "lang": "en"}, f"{', '.join(piece.labels)}\u00a0"), _linked(piece.text),
    )  # fmt: skip


def _linked(text: str) -> Child:
    if _ADDRESS.fullmatch(text):
        return el("a", {"href": text, "rel": "noopener noreferrer"}, text)
    return text


def _nothing(note: Note) -> Element | None:
    """A sentence on a note without any work, which would look as if it had been passed over."""
    if note.citations or note.unparsed:
        return None
    return el("p", {"class": "again"}, "cites nothing")


def _problems(note: Note) -> Element | None:
    doubts = ((problem.span.of(note.text) if problem.span else "", problem.message) for problem, _ in problems_of(note))
    left = ((unparsed.text, f"not understood – {unparsed.reason}") for unparsed in note.unparsed)
    items = [
        el("li", None, korean(text, name="at"), f": {told}") if text.strip() else el("li", None, told)
        for text, told in (*doubts, *left)
    ]
    return el("ul", {"class": "doubts"}, *items) if items else None


def _record(view: _View, place: int, number: int) -> Element:
    """What a citation says, field by field: printed, inherited and generated kept apart."""
    citation = view.notes[place].citations[number]
    own, whole = citation.to_dict(), citation.to_dict(resolved=True)
    tag = language_tag(citation.resolved()) or "ko"
    value = partial(_value, view, tag if tag.startswith("ko") else "ko")
    rows: list[Child] = []
    for field, content in whole.items():
        if field in ("resolves_to", "form"):
            continue
        rows.append(el("dt", None, label_of(field)))
        inherited = [] if field in own else [el("span", {"class": "quiet"}, " (inherited)")]
        rows.append(el("dd", None, *value(field, content, inherited)))
    sure = f", {citation.confidence:.0%} sure" if citation.confidence < 1 else ""
    many = f" {number + 1}" if len(view.notes[place].citations) > 1 else ""
    heading = f"Record{many}: {whole.get('type') or citation.form}{sure}"
    return el("details", {"class": "record"}, el("summary", None, heading), el("dl", None, *rows))


def _value(view: _View, tag: str, field: str, content: object, after: Iterable[Child]) -> Iterator[Child]:
    texts = [str(item) for item in content] if field in LIST_FIELDS and isinstance(content, list) else [str(content)]
    yield from sentence((korean(text, tag) for text in texts), "; ")
    yield from after
    kind = _ROMANIZED.get(field)
    if kind and any(map(has_korean, texts)):
        made = "; ".join(view.latin(text, kind) if has_korean(text) else text for text in texts)
        yield el("span", {"class": "made"}, latin(made), " – romanized, ", el("span", {"class": "whole"}, view.scheme))
