"""Back-references to the notes that give the works in full. A wrong link is worse than none: what isn't sure is
refused.

Every note is looked at once. Works are found by author, by author and year, by title and by note number in tables
that grow
as the notes are read, so a note never depends on one after it and the cost is linear in the number of notes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import is_not

import regex
from attrs import Factory, define

from juche_toolkit.citation.backrefs import names_back
from juche_toolkit.citation.library import KINDS, START, Library, Work, refused
from juche_toolkit.citation.matching import (
    author_key,
    author_keys,
    begins,
    inside,
    responsible,
    same_person,
    same_work,
    short_for,
    title_key,
)
from juche_toolkit.citation.model import Chain, Citation, FrozenMap, Name, Note, changed_citation
from juche_toolkit.citation.recognized import recognized, with_recognized

__all__ = ["resolve"]

_NEAREST = 64
"""How many works of one author are compared with a short title, from the nearest back."""
_SHORTEST_RANGE = 4
"""A printed range of fewer pages is a place cited, not the range of an article."""

_KIND_WORDS = {
    "book": "a book",
    "article": "an article",
    "thesis": "a thesis",
    "news": "a news item",
    "paper": "a newspaper",
    "report": "a report",
    "web": "a web page",
    "law": "a law",
    "case": "a judgment",
    "ruling": "a law or judgment",
}
_RANGED = frozenset({"article-journal", "article-magazine", "paper-conference", "chapter"})
_PLACING = (
    "year",
    "publisher",
    "place",
    "container_title",
    "volume",
    "issue",
    "url",
    "doi",
    "genre",
    "number",
    "locator",
)
_RANGE = regex.compile(r"(\d{1,5})-(\d{1,5})")
_PAGE = regex.compile(r"\d{1,5}")


@define
class _Last:
    """What the note before holds: its one work, the chain to it, or why there is none."""

    work: Work | None = None
    number: int | str = 0
    links: list[int | str] = Factory(list)
    length: int = 0
    reason: str = "there is no note before it"


def resolve(notes: Iterable[tuple[int | str, Note]]) -> Iterator[Note]:
    """Give each note with its back-references resolved, or with the reason why not as a problem."""
    library = Library()
    last = _Last()
    for number, note in notes:
        gap, anew = library.numbering.take(note.number)
        if gap:
            last = _Last(None, number, reason=gap)
        elif anew:
            library.by_note.clear()
        note = with_recognized(note, library.by_author)
        resolved: list[Citation] = []
        inside: _Last | None = None
        for citation in note.citations:
            done, found = _one(citation, _before(citation, resolved, inside, last), library)
            resolved.append(done)
            inside = _following(done, found, number, inside or last, library)
        last = _left_behind(note, resolved, inside, number)
        if note.unparsed and _is_obscure(note):
            library.obscure = number
        if any(map(is_not, resolved, note.citations)):
            note = _with_citations(note, library.row(resolved))
        library.by_note[note.number or str(number)] = number, note.citations
        yield note


def _before(citation: Citation, resolved: Sequence[Citation], inside: _Last | None, last: _Last) -> _Last:
    """What a back-reference may mean by the work before it: that of its own note, or that of the note before."""
    if inside is None or _quotes(citation):
        return last
    if citation.form != "ibid" or resolved[-1].form != "full" or inside.work is None or last.work is None:
        return inside
    both = [work for work in (inside.work, last.work) if not _of_kind(citation, work)[1]]
    if len(both) < 2:
        return inside
    return _Last(reason="it can mean the work before it in this note as well as that of the note before")


def _is_obscure(note: Note) -> bool:
    """Whether a work stands in a note that was not understood."""
    return any(
        left.reason.startswith(("this looks like", "what this stands for")) or names_back(left.text)
        for left in note.unparsed
    )


def _quotes(citation: Citation) -> bool:
    """Whether the note's own work was quoted from this one, in brackets behind it, so that it can't be that work."""
    if citation.form == "full":
        return False
    lead, span = citation.lead_in, citation.span
    if lead is None or span is None or "재인용" not in lead:
        return False
    return citation.text[: span.start].rstrip().endswith("(")


def _with_citations(note: Note, citations: tuple[Citation, ...]) -> Note:
    """The note with other citations: as attrs.evolve does it, in a third of the time."""
    return Note(text=note.text, number=note.number, citations=citations, unparsed=note.unparsed,
                problems=note.problems, span=note.span, prose=note.prose)  # fmt: skip


def _works_of(resolved: Sequence[Citation], number: int | str) -> list[Work]:
    """The works that a note names, in full or by a back-reference."""
    works: list[Work] = []
    for citation in resolved:
        origin = citation.source or citation
        if citation.source is not None or citation.form == "full":
            works.append(Work(citation.resolves_to if citation.resolves_to is not None else number, origin))
    return works


def _following(done: Citation, found: Work | None, number: int | str, before: _Last, library: Library) -> _Last:
    """What an Ibid. right behind this citation would mean."""
    if done.form == "full":
        return _Last(library.add(number, done), number)
    if found is None:
        return _Last(None, number, reason="the citation before it could not be resolved itself")
    if any(_differs(done, found.citation, field) for field in _TELLING):
        return _Last(None, number, reason="the note before it names another volume or day than that of the work")
    if done.form == "ibid" and before.work is found:
        if len(before.links) == before.length:
            before.links.append(number)
            return _Last(found, number, before.links, before.length + 1)
        return _Last(found, number, [*before.links[: before.length], number], before.length + 1)
    return _Last(found, number, [number], 1)


_TELLING = ("volume", "issue", "edition", "month", "day")


def _differs(citation: Citation, origin: Citation, field: str) -> bool:
    """Whether a back-reference prints something else than the work it resolves to has: another volume, another day."""
    printed = getattr(citation, field)
    return printed is not None and printed != getattr(origin, field)


def _left_behind(note: Note, resolved: Sequence[Citation], inside: _Last | None, number: int | str) -> _Last:
    """What the note leaves for an Ibid. in the next one."""
    if not resolved:
        reason = "the note before it was not understood" if note.unparsed else "the note before it cites nothing"
        return _Last(None, number, reason=reason)
    if len(resolved) > 1:
        works = {id(citation.source or citation) for citation in resolved}
        if len(works) > 1:
            return _Last(None, number, reason="the note before it cites several works")
    if note.unparsed and _is_obscure(note):
        return _Last(None, number, reason="the note before it was not understood as a whole")
    return inside or _Last(None, number, reason="the note before it cites nothing")


def _one(citation: Citation, last: _Last, library: Library) -> tuple[Citation, Work | None]:
    """Resolve one citation: itself if it is full."""
    if citation.form == "full":
        return _perhaps_short(citation, library)
    if citation.form == "ibid":
        found, reason = _ibid(citation, last)
        chain: Sequence[int | str] = Chain(last.links, last.length) if last.length else ()
    else:
        found, reason = _named(citation, library)
        chain = ()
    if found is not None and (against := _against(citation, found.citation)) is not None:
        found, reason = None, against
    if found is None:
        return library.refused(citation, reason), None
    return changed_citation(citation, resolves_to=found.number, via=chain, source=found.citation), found


def _against(citation: Citation, origin: Citation) -> str | None:
    """A reason to refuse a work that was found: what is printed contradicts it."""
    if citation.back_kind == "other":
        return "what stands right behind the words names another work"
    if citation.year is not None and origin.year is not None and citation.year != origin.year and origin.title:
        return f"it names a work of {citation.year}, and that of {origin.year} comes into question"
    dated = [field for field in ("month", "day") if getattr(citation, field) is not None]
    if origin.title and any(getattr(citation, field) != getattr(origin, field) for field in dated):
        return "it names another day than that of the work that comes into question"
    return _outside(citation, origin)


def _ibid(citation: Citation, last: _Last) -> tuple[Work | None, str]:
    """Ibid., 위의 책, 우와 같은 문헌: the one work of the note before, if it is of the kind named."""
    if last.work is None:
        return None, last.reason
    return _of_kind(citation, last.work)


def _of_kind(citation: Citation, work: Work) -> tuple[Work | None, str]:
    kind = citation.back_kind or "any"
    types = KINDS.get(kind)
    if types is None or work.citation.type is None or work.citation.type in types:
        return work, ""
    return None, f"it names {_KIND_WORDS[kind]}, but note {work.number} cites a work of the type {work.citation.type}"


def _named(citation: Citation, library: Library) -> tuple[Work | None, str]:
    """op. cit., 앞의 책, supra note, author and year, author and short title."""
    if citation.back_kind == "several":
        return None, "it names several works"
    if citation.back_number is not None:
        return _by_number(citation, library)
    if citation.number:
        judged = library.by_number.get(citation.number)
        return judged, "" if judged is not None else f"no earlier note gives {citation.number}"
    names = responsible(citation)
    if names:
        return _by_author(citation, names[0], library)
    if citation.title:
        found, reason = _by_title(citation.title, library)
        return found, reason or ("" if found is not None else "no earlier note gives a work with this title")
    if citation.container_title:
        return _by_container(citation, library)
    if library.numbering.missing:
        return None, "it names no author, and notes before it aren't given"
    if library.obscure is not None:
        return None, f"it names no author, and note {library.obscure} was not understood"
    works = library.by_kind.get(citation.back_kind or "any", {})
    if len(works) == 1:
        return next(iter(works.values())), ""
    if not works:
        return None, "no earlier note gives such a work"
    return None, f"it names no author, and {len(works)} earlier works come into question"


def _by_title(title: str, library: Library) -> tuple[Work | None, str]:
    """The nearest work with a title, if all works so called can be one."""
    works = library.by_title.get(title_key(title), ())[-_NEAREST:]
    if any(not same_work(works[-1].citation, work.citation) for work in works):
        return None, f"earlier notes give several works with the title {title}"
    return (works[-1], "") if works else (None, "")


def _by_container(citation: Citation, library: Library) -> tuple[Work | None, str]:
    """The one item of a newspaper or agency that earlier notes give."""
    name = citation.container_title or ""
    works = library.by_container.get(title_key(name), ())[-_NEAREST:]
    works = [work for work in works if not _of_kind(citation, work)[1]]
    if not works:
        return None, f"no earlier note gives such an item of {name}"
    if any(not same_work(works[-1].citation, work.citation) for work in works):
        return None, f"earlier notes give several items of {name}"
    return works[-1], ""


def _by_beginning(citation: Citation, library: Library) -> tuple[Work | None, str]:
    """The work of whose title a quoted one without an author is the beginning, whole words: `“Report on 8th Congress.”`"""
    title = citation.title or ""
    key = title_key(title)
    if len(key) < START or title[:1].isspace():
        return None, ""
    works = [work for work in library.by_start.get(key[:START], ())[-_NEAREST:] if begins(title, work.citation.title)]
    if any(not same_work(works[-1].citation, work.citation) for work in works):
        return None, f"earlier notes give several works with the title {title}"
    return (works[-1], "") if works else (None, "")


def _by_number(citation: Citation, library: Library) -> tuple[Work | None, str]:
    """supra note 5, 앞의 각주 5: that note's work, by the author printed if it gives several."""
    noted = library.by_note.get(str(citation.back_number))
    if noted is None:
        return None, f"there is no note {citation.back_number} before it"
    works = _works_of(noted[1], noted[0])
    names = responsible(citation)
    if names:
        works = [
            work
            for work in works
            if any(author_key(names[0]) in author_keys(name) for name in responsible(work.citation))
        ]
    works = [work for work in works if not _of_kind(citation, work)[1]]
    distinct = {id(work.citation) for work in works}
    if len(distinct) != 1:
        return None, f"note {citation.back_number} gives {len(distinct) or 'no'} works that come into question"
    return works[0], ""


def _by_author(citation: Citation, author: Name, library: Library) -> tuple[Work | None, str]:
    """The nearest earlier work of an author, of the kind, year or short title printed."""
    if citation.form == "short" and citation.year is not None and not citation.title:
        works = [
            work
            for work in library.by_year.get((author_key(author), citation.year), ())[-_NEAREST:]
            if _by(author, work)
        ]
        distinct = {title_key(work.citation.title or "") for work in works}
        if len(distinct) > 1:
            return None, f"{author.printed} has {len(distinct)} works of {citation.year} in earlier notes"
        return (works[-1], "") if works else (None, "")
    works = [work for work in library.by_author.get(author_key(author), ())[-_NEAREST:] if _by_all(citation, work)]
    if not works:
        return None, f"no earlier note gives a work by {author.printed}"
    if (
        citation.form == "short"
        and not citation.title
        and len({title_key(work.citation.title or "") for work in works}) > 1
    ):
        return None, f"earlier notes give several works by {author.printed}"
    fitting = [work for work in works if _fits(citation, work)] or [
        work for work in works if _fits(citation, work, inside)
    ]
    if not fitting:
        return None, f"no earlier work by {author.printed} is of the kind, year or title printed"
    return _nearest(citation, author, _closest(citation, fitting))


_BETWEEN_VOLUMES = regex.compile(r"\s?[·,]\s?")


def _among(volume: str, volumes: str) -> bool:
    """Whether a volume is one of those printed of a set: Ⅱ of Ⅰ·Ⅱ, 2 of 1-3."""
    bounds = _RANGE.fullmatch(volumes)
    if bounds is not None and volume.isdigit():
        return int(bounds[1]) <= int(volume) <= int(bounds[2])
    return volume in (volumes, *_BETWEEN_VOLUMES.split(volumes))


def _fits(citation: Citation, work: Work, stands_for: Callable[[str, str], bool] = short_for) -> bool:
    """Whether a work is of the kind, title, volume and year that are printed."""
    origin = work.citation
    if _of_kind(citation, work)[1]:
        return False
    if citation.title and not work.is_called(citation.title, stands_for):
        return False
    if citation.year is not None and origin.year is not None and citation.year != origin.year:
        return False
    return citation.volume is None or origin.volume is None or _among(citation.volume, origin.volume)


def _nearest(citation: Citation, author: Name, works: Sequence[Work]) -> tuple[Work | None, str]:
    """The nearest of the works that fit, unless they are by several persons or a title is short for several."""
    nearest = works[0]
    key = author_key(author)
    if author.script == "latin" and any(not same_person(nearest.authors[key], work.authors[key]) for work in works):
        return None, f"earlier notes give works by several persons called {author.printed}"
    if citation.title:
        printed = title_key(citation.title)
        alike = [work for work in works if title_key(work.citation.title or "") == printed] or works
        nearest = alike[0]
        if any(not same_work(nearest.citation, work.citation) for work in alike):
            return None, f"{author.printed} has several works in earlier notes for which this title can stand"
    return nearest, ""


_BOOKS_IF_NEED_BE = frozenset({"thesis", "chapter"})
"""What is called a 책 only where its author has no book in the notes before."""


def _closest(citation: Citation, works: Sequence[Work]) -> Sequence[Work]:
    """The works that come first, nearest first: of exactly the authors printed, else those whose first author is printed."""
    printed = [author_key(name) for name in responsible(citation)]

    def rank(work: Work) -> tuple[int, bool]:
        authors = responsible(work.citation)
        other = citation.back_kind == "book" and work.citation.type in _BOOKS_IF_NEED_BE
        if printed[0] not in author_keys(authors[0]):
            return 2, other
        return int(not citation.et_al and len(authors) != len(printed)), other

    ranks = [rank(work) for work in works]
    best = min(ranks)
    return [work for work, place in zip(reversed(works), reversed(ranks), strict=True) if place == best]


def _by(author: Name, work: Work) -> bool:
    name = work.authors.get(author_key(author))
    return name is not None and same_person(author, name)


def _by_all(citation: Citation, work: Work) -> bool:
    """Whether each author that is printed is one of the work's."""
    return all(_by(name, work) for name in responsible(citation))


def _perhaps_short(citation: Citation, library: Library) -> tuple[Citation, Work | None]:
    """A title with its author and nothing that places the work repeats an earlier work in short."""
    placed = any(getattr(citation, field) is not None for field in _PLACING if field != "container_title")
    if not citation.title and not placed and citation.container_title and citation.pages:
        return _perhaps_title(citation, library)
    if citation.type == "legal_case" and citation.number and citation.year is None:
        return _perhaps_judged(citation, library)
    if not citation.title or placed or citation.editors or citation.translators:
        numbered = citation.volume is not None and not (citation.year or citation.publisher or citation.issue)
        return _perhaps_recognized(citation, library) if numbered else (citation, None)
    found: Work | None = None
    names = responsible(citation)
    if names:
        near = [work for work in library.by_author.get(author_key(names[0]), ())[-_NEAREST:] if _by(names[0], work)]
        works = _titled(citation.title, near, short_for) or _titled(citation.title, near, inside)
        found, doubt = _nearest(citation, names[0], works[::-1]) if works else (None, "")
    else:
        found, doubt = _by_title(citation.title, library)
        if found is None and not doubt:
            found, doubt = _by_beginning(citation, library)
    if doubt:
        return refused(changed_citation(citation, form="short", type=None), doubt), None
    if found is None or not _same_container(citation, found.citation):
        return _perhaps_recognized(citation, library)
    if (outside := _outside(citation, found.citation)) is not None:
        return refused(changed_citation(citation, form="short", type=None), outside), None
    short = changed_citation(citation, form="short", type=None, resolves_to=found.number, source=found.citation)
    return short, found


def _perhaps_judged(citation: Citation, library: Library) -> tuple[Citation, Work | None]:
    """A judgment by its court and number, whose day an earlier note gives: `대법원 2003도7878 판결`."""
    found = library.by_number.get(citation.number or "")
    if found is None or citation.authority not in (None, found.citation.authority):
        return citation, None
    short = changed_citation(citation, form="short", type=None, resolves_to=found.number, source=found.citation)
    return short, found


def _titled(title: str, works: Sequence[Work], stands_for: Callable[[str, str], bool]) -> list[Work]:
    return [work for work in works if work.is_called(title, stands_for)]


def _perhaps_recognized(citation: Citation, library: Library) -> tuple[Citation, Work | None]:
    """An author and a short title without marks, read otherwise for its commas: `Young, Guns, Guerillas, and the Great Leader, 45`."""
    span = citation.span
    short = recognized(citation.text, *span, library.by_author) if span is not None and not citation.et_al else None
    if short is None or short.title is None:
        return citation, None
    found, _ = _named(short, library)
    if found is None or _outside(short, found.citation) is not None:
        return citation, None
    return changed_citation(short, resolves_to=found.number, source=found.citation), found


def _perhaps_title(citation: Citation, library: Library) -> tuple[Citation, Work | None]:
    """A name with pages alone reads as that of a journal, unless an earlier work is so called: `북한경제의 시장화 연구, 20쪽`."""
    name = citation.container_title or ""
    found, doubt = _by_title(name, library)
    if found is None and not doubt:
        return citation, None
    spans = {{"container_title": "title"}.get(field, field): place for field, place in citation.spans.items()}
    changes = {"title": name, "container_title": None, "spans": FrozenMap(spans), "form": "short", "type": None}
    if found is None:
        return refused(changed_citation(citation, **changes), doubt), None
    return changed_citation(citation, **changes, resolves_to=found.number, source=found.citation), found


def _same_container(citation: Citation, origin: Citation) -> bool:
    """Whether a container that is printed with a short title is the work's: `KCNA, “Statement.”`"""
    printed = citation.container_title
    return printed is None or title_key(printed) == title_key(origin.container_title or "")


def _outside(citation: Citation, origin: Citation) -> str | None:
    """A reason to refuse: the page cited lies outside the article's range."""
    if origin.type not in _RANGED or not origin.pages or not citation.pages:
        return None
    bounds = _RANGE.fullmatch(origin.pages)
    cited = _PAGE.match(citation.pages)
    if bounds is None or cited is None:
        return None
    first, last, page = int(bounds[1]), int(bounds[2]), int(cited[0])
    if last - first < _SHORTEST_RANGE or first <= page <= last:
        return None
    return f"page {page} is outside the pages {origin.pages} of the article"
