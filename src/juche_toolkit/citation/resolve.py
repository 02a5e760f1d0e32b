"""Back-references to the notes that give the works in full. A wrong link is worse than none: what isn't sure is
refused.

Every note is looked at once. Works are found by author, by author and year, by title and by note number in tables
that grow
as the notes are read, so a note never depends on one after it and the cost is linear in the number of notes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import is_not

import regex
from attrs import Factory, define

from juche_toolkit.citation.model import Chain, Citation, Name, Note, Problem, changed_citation
from juche_toolkit.citation.words import folded

__all__ = ["resolve"]

_NEAREST = 64
"""How many works of one author are compared with a short title, from the nearest back."""
_SHORTEST_RANGE = 4
"""A printed range of fewer pages is a place cited, not the range of an article."""

_KINDS = {
    "book": frozenset({"book", "thesis", "report", "chapter"}),
    "article": frozenset(
        {"article-journal", "article-magazine", "article-newspaper", "chapter", "paper-conference", "thesis", "report"}
        | {"speech", "webpage"}
    ),
    "news": frozenset({"article-newspaper", "article-magazine", "webpage", "broadcast"}),
    "paper": frozenset({"article-newspaper"}),
    "report": frozenset({"report", "book"}),
    "web": frozenset({"webpage", "dataset", "article-newspaper"}),
    "law": frozenset({"legislation", "legal_case"}),
}
_KINDS_OF_TYPE = {
    type_: ("any", *(kind for kind, types in _KINDS.items() if type_ in types))
    for types in _KINDS.values()
    for type_ in types
}
_KIND_WORDS = {
    "book": "a book",
    "article": "an article",
    "news": "a news item",
    "paper": "a newspaper",
    "report": "a report",
    "web": "a web page",
    "law": "a law",
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
_ARTICLE = regex.compile(r"^\s*(?:(?:On|Of|For|Towards?)\s)?(?:The|An?)\s|^\s*(?:On|Towards?)\s", regex.IGNORECASE)
"""A short title may leave out the article or preposition that the title begins with."""
_DOTS = regex.compile(r"…|\.{3}")
_RANGE = regex.compile(r"(\d{1,5})-(\d{1,5})")
_PAGE = regex.compile(r"\d{1,5}")
_PLAIN = re.compile(r"[가-힣A-Za-z0-9 ]*+")
_UNIMPORTANT = regex.compile(r"[\s\p{P}\p{S}]++")


@define
class _Work:
    """A full citation and the note it stands in."""

    number: int | str
    citation: Citation
    authors: dict[str, Name] = Factory(dict)


@define
class _Last:
    """What the note before holds: its one work, the chain to it, or why there is none."""

    work: _Work | None = None
    number: int | str = 0
    links: list[int | str] = Factory(list)
    length: int = 0
    reason: str = "there is no note before it"


@define
class _Library:
    """The works given in full so far."""

    by_author: dict[str, list[_Work]] = Factory(lambda: defaultdict(list))
    by_year: dict[tuple[str, int], list[_Work]] = Factory(lambda: defaultdict(list))
    by_title: dict[str, _Work] = Factory(dict)
    by_note: dict[str, tuple[int | str, tuple[Citation, ...]]] = Factory(dict)
    by_kind: dict[str, dict[str | int, _Work]] = Factory(lambda: defaultdict(dict))
    count: int = 0
    last_refused: tuple[Citation, str, Citation] | None = None
    last_row: tuple[Citation, ...] = ()

    def refused(self, citation: Citation, reason: str) -> Citation:
        """The citation unresolved; one record does for a run of notes that are the same and fail for the same reason."""
        known = self.last_refused
        if known is None or known[0] is not citation or known[1] != reason:
            known = self.last_refused = citation, reason, _refused(citation, reason)
        return known[2]

    def row(self, resolved: Sequence[Citation]) -> tuple[Citation, ...]:
        """The citations of a note; one tuple does for a run of notes that hold the same one."""
        if len(resolved) != 1 or len(self.last_row) != 1 or self.last_row[0] is not resolved[0]:
            self.last_row = tuple(resolved)
        return self.last_row

    def add(self, number: int | str, citation: Citation) -> _Work:
        """Take a work that is given in full."""
        self.count += 1
        work = _Work(number, citation)
        work.authors = {key: name for name in _responsible(citation) for key in _author_keys(name)}
        for key in work.authors:
            self.by_author[key].append(work)
            if citation.year is not None:
                self.by_year[key, citation.year].append(work)
        key_of_title = _title_key(citation.title or citation.container_title or "")
        identity = key_of_title or self.count
        if citation.title:
            self.by_title[key_of_title] = work
        for kind in _KINDS_OF_TYPE.get(citation.type or "", ("any",)):
            self.by_kind[kind][identity] = work
        return work


def _responsible(citation: Citation) -> Sequence[Name]:
    return citation.names.get("authors") or citation.names.get("editors") or ()


def _author_key(name: Name) -> str:
    """The part of a name by which a later note names the author: the whole Korean name, the Latin family name."""
    if name.script == "latin":
        return folded(name.family or name.printed.split()[-1]).replace("'", "")
    return "".join(name.printed.split())


def _author_keys(name: Name) -> tuple[str, ...]:
    """The keys under which an author is found again; a foreign author in Hangul also by the family name, the last: 안드레이 란코프."""
    last = name.printed.split()[-1:]
    foreign = name.script == "hangul" and name.family is None and last != [name.printed]
    return (_author_key(name), *(last if foreign and len(last[0]) > 1 else ()))


def _same_person(one: Name, other: Name) -> bool:
    """Whether two names with one key can be one person: given names must not contradict."""
    if one.script != "latin" or other.script != "latin" or not one.given or not other.given:
        return True
    first, second = folded(one.given).replace(".", ""), folded(other.given).replace(".", "")
    return first.startswith(second[:1]) if min(len(first), len(second)) <= 2 else first.split()[0] == second.split()[0]


def _title_key(title: str) -> str:
    """A title as titles are compared: no spaces, marks or case (관계의미학 = 관계의 미학)."""
    if _PLAIN.fullmatch(title) is not None:
        return title.replace(" ", "").casefold()
    key: str = _UNIMPORTANT.sub("", title)
    return key.casefold()


def resolve(notes: Iterable[tuple[int | str, Note]]) -> Iterator[Note]:
    """Give each note with its back-references resolved, or with the reason why not as a problem."""
    library = _Library()
    last = _Last()
    for number, note in notes:
        resolved: list[Citation] = []
        inside: _Last | None = None
        for citation in note.citations:
            done, found = _one(citation, last if _quotes(citation) else inside or last, library)
            resolved.append(done)
            inside = _following(done, found, number, inside or last, library)
        last = _left_behind(note, resolved, inside, number)
        if any(map(is_not, resolved, note.citations)):
            note = _with_citations(note, library.row(resolved))
        library.by_note[str(number)] = number, note.citations
        yield note


def _quotes(citation: Citation) -> bool:
    """Whether the note's own work was quoted from this one, in brackets behind it, so that it can't be that work."""
    lead, span = citation.lead_in, citation.span
    if lead is None or span is None or citation.form == "full" or "재인용" not in lead:
        return False
    return citation.text[: span.start].rstrip().endswith("(")


def _with_citations(note: Note, citations: tuple[Citation, ...]) -> Note:
    """The note with other citations: as attrs.evolve does it, in a third of the time."""
    return Note(text=note.text, number=note.number, citations=citations, unparsed=note.unparsed,
                problems=note.problems, span=note.span, prose=note.prose)  # fmt: skip


def _works_of(resolved: Sequence[Citation], number: int | str) -> list[_Work]:
    """The works that a note names, in full or by a back-reference."""
    works: list[_Work] = []
    for citation in resolved:
        origin = citation.source or citation
        if citation.source is not None or citation.form == "full":
            works.append(_Work(citation.resolves_to if citation.resolves_to is not None else number, origin))
    return works


def _following(done: Citation, found: _Work | None, number: int | str, before: _Last, library: _Library) -> _Last:
    """What an Ibid. right behind this citation would mean."""
    if done.form == "full":
        return _Last(library.add(number, done), number)
    if found is None:
        return _Last(None, number, reason="the citation before it could not be resolved itself")
    if done.form == "ibid" and before.work is found:
        if len(before.links) == before.length:
            before.links.append(number)
            return _Last(found, number, before.links, before.length + 1)
        return _Last(found, number, [*before.links[: before.length], number], before.length + 1)
    return _Last(found, number, [number], 1)


def _left_behind(note: Note, resolved: Sequence[Citation], inside: _Last | None, number: int | str) -> _Last:
    """What the note leaves for an Ibid. in the next one."""
    if not resolved:
        reason = "the note before it was not understood" if note.unparsed else "the note before it cites nothing"
        return _Last(None, number, reason=reason)
    if len(resolved) > 1:
        works = {id(citation.source or citation) for citation in resolved}
        if len(works) > 1:
            return _Last(None, number, reason="the note before it cites several works")
    if note.unparsed and any(left.reason.startswith("this looks like") for left in note.unparsed):
        return _Last(None, number, reason="the note before it was not understood as a whole")
    return inside or _Last(None, number, reason="the note before it cites nothing")


def _one(citation: Citation, last: _Last, library: _Library) -> tuple[Citation, _Work | None]:
    """Resolve one citation: itself if it is full."""
    if citation.form == "full":
        return _perhaps_short(citation, library)
    if citation.form == "ibid":
        found, reason = _ibid(citation, last)
        chain: Sequence[int | str] = Chain(last.links, last.length) if last.length else ()
    else:
        found, reason = _named(citation, library)
        chain = ()
    if found is not None and (outside := _outside(citation, found.citation)) is not None:
        found, reason = None, outside
    if found is None:
        return library.refused(citation, reason), None
    return changed_citation(citation, resolves_to=found.number, via=chain, source=found.citation), found


def _refused(citation: Citation, reason: str) -> Citation:
    """The citation unresolved, with the reason; an author-date citation without its list is no fault."""
    if not reason:
        return citation
    problem = Problem(f"Not resolved: {reason}", citation.span)
    if problem in citation.problems:  # resolved before
        return citation
    return changed_citation(
        citation, problems=(*citation.problems, problem), confidence=round(max(0.0, citation.confidence - 0.4), 2)
    )


def _ibid(citation: Citation, last: _Last) -> tuple[_Work | None, str]:
    """Ibid., 위의 책, 우와 같은 문헌: the one work of the note before, if it is of the kind named."""
    if last.work is None:
        return None, last.reason
    return _of_kind(citation, last.work)


def _of_kind(citation: Citation, work: _Work) -> tuple[_Work | None, str]:
    kind = citation.back_kind or "any"
    types = _KINDS.get(kind)
    if types is None or work.citation.type is None or work.citation.type in types:
        return work, ""
    return None, f"it names {_KIND_WORDS[kind]}, but note {work.number} cites a work of the type {work.citation.type}"


def _named(citation: Citation, library: _Library) -> tuple[_Work | None, str]:
    """op. cit., 앞의 책, supra note, author and year, author and short title."""
    if citation.back_number is not None:
        return _by_number(citation, library)
    names = _responsible(citation)
    if names:
        return _by_author(citation, names[0], library)
    if citation.title:
        found = library.by_title.get(_title_key(citation.title))
        return found, "" if found is not None else "no earlier note gives a work with this title"
    works = library.by_kind.get(citation.back_kind or "any", {})
    if len(works) == 1:
        return next(iter(works.values())), ""
    if not works:
        return None, "no earlier note gives such a work"
    return None, f"it names no author, and {len(works)} earlier works come into question"


def _by_number(citation: Citation, library: _Library) -> tuple[_Work | None, str]:
    """supra note 5, 앞의 각주 5: that note's work, by the author printed if it gives several."""
    noted = library.by_note.get(str(citation.back_number))
    if noted is None:
        return None, f"there is no note {citation.back_number} before it"
    works = _works_of(noted[1], noted[0])
    names = _responsible(citation)
    if names:
        works = [
            work
            for work in works
            if any(_author_key(name) == _author_key(names[0]) for name in _responsible(work.citation))
        ]
    distinct = {id(work.citation) for work in works}
    if len(distinct) != 1:
        return None, f"note {citation.back_number} gives {len(distinct) or 'no'} works that come into question"
    return works[0], ""


def _by_author(citation: Citation, author: Name, library: _Library) -> tuple[_Work | None, str]:
    """The nearest earlier work of an author, of the kind, year or short title printed."""
    if citation.form == "short" and citation.year is not None and not citation.title:
        works = [
            work
            for work in library.by_year.get((_author_key(author), citation.year), ())[-_NEAREST:]
            if _by(author, work)
        ]
        distinct = {_title_key(work.citation.title or "") for work in works}
        if len(distinct) > 1:
            return None, f"{author.printed} has {len(distinct)} works of {citation.year} in earlier notes"
        return (works[-1], "") if works else (None, "")
    works = [work for work in library.by_author.get(_author_key(author), ())[-_NEAREST:] if _by_all(citation, work)]
    if not works:
        return None, f"no earlier note gives a work by {author.printed}"
    types = _KINDS.get(citation.back_kind or "any")
    for work in _closest_first(citation, works):
        if types is not None and work.citation.type is not None and work.citation.type not in types:
            continue
        if citation.title and not _short_for(citation.title, work.citation.title or ""):
            continue
        if citation.year is not None and work.citation.year is not None and citation.year != work.citation.year:
            continue
        return work, ""
    return None, f"no earlier work by {author.printed} is of the kind, year or title printed"


def _closest_first(citation: Citation, works: Sequence[_Work]) -> Sequence[_Work]:
    """The nearest work first, but before it those of exactly the authors printed, and those whose first author is printed."""
    printed = [_author_key(name) for name in _responsible(citation)]

    def rank(work: _Work) -> int:
        authors = _responsible(work.citation)
        if printed[0] not in _author_keys(authors[0]):
            return 2
        return int(not citation.et_al and len(authors) != len(printed))

    nearest = list(works)
    nearest.reverse()
    return sorted(nearest, key=rank)


def _by(author: Name, work: _Work) -> bool:
    name = work.authors.get(_author_key(author))
    return name is not None and _same_person(author, name)


def _short_for(short: str, title: str) -> bool:
    """Whether a printed title can stand for a longer one: its parts between the dots begin it and follow in order."""
    key = _title_key(_ARTICLE.sub("", title))
    place = 0
    for index, part in enumerate(_DOTS.split(_ARTICLE.sub("", short))):
        wanted = _title_key(part)
        found = key.find(wanted, place)
        if found < 0 or (index == 0 and found > 0):
            return False
        place = found + len(wanted)
    return True


def _by_all(citation: Citation, work: _Work) -> bool:
    """Whether each author that is printed is one of the work's."""
    return all(_by(name, work) for name in _responsible(citation))


def _perhaps_short(citation: Citation, library: _Library) -> tuple[Citation, _Work | None]:
    """A title with its author and nothing that places the work repeats an earlier work in short."""
    placed = any(getattr(citation, field) is not None for field in _PLACING if field != "container_title")
    if not citation.title or placed or citation.editors or citation.translators:
        return citation, None
    found: _Work | None = None
    names = _responsible(citation)
    if names:
        works = library.by_author.get(_author_key(names[0]), ())[-_NEAREST:]
        found = next(
            (
                work
                for work in reversed(works)
                if _by(names[0], work) and _short_for(citation.title, work.citation.title or "")
            ),
            None,
        )
    else:
        found = library.by_title.get(_title_key(citation.title))
    if found is None or not _same_container(citation, found.citation):
        return citation, None
    if (outside := _outside(citation, found.citation)) is not None:
        return _refused(changed_citation(citation, form="short", type=None), outside), None
    short = changed_citation(citation, form="short", type=None, resolves_to=found.number, source=found.citation)
    return short, found


def _same_container(citation: Citation, origin: Citation) -> bool:
    """Whether a container that is printed with a short title is the work's: `KCNA, “Statement.”`"""
    printed = citation.container_title
    return printed is None or _title_key(printed) == _title_key(origin.container_title or "")


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
