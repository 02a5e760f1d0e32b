"""The works that the notes read so far give in full, by author, author and year, title, kind and note."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from attrs import Factory, define

from juche_toolkit.citation.hereafter import short_form
from juche_toolkit.citation.matching import author_keys, responsible, title_key
from juche_toolkit.citation.model import Citation, Name, Problem, changed_citation
from juche_toolkit.citation.numbering import Numbering

__all__ = ["KINDS", "START", "Library", "Work", "refused"]

START = 10
"""By so many letters of its beginning a title without an author is looked for."""
KINDS = {
    "book": frozenset({"book", "thesis", "report", "chapter"}),
    "article": frozenset(
        {"article-journal", "article-magazine", "article-newspaper", "chapter", "paper-conference", "thesis", "report"}
        | {"speech", "webpage"}
    ),
    "thesis": frozenset({"thesis"}),
    "news": frozenset({"article-newspaper", "article-magazine", "webpage", "broadcast"}),
    "paper": frozenset({"article-newspaper"}),
    "report": frozenset({"report", "book"}),
    "web": frozenset({"webpage", "dataset", "article-newspaper"}),
    "law": frozenset({"legislation"}),
    "case": frozenset({"legal_case"}),
    "ruling": frozenset({"legislation", "legal_case"}),
}
_KINDS_OF_TYPE = {
    type_: ("any", *(kind for kind, types in KINDS.items() if type_ in types))
    for types in KINDS.values()
    for type_ in types
}


@define
class Work:
    """A full citation and the note it stands in."""

    number: int | str
    citation: Citation
    authors: dict[str, Name] = Factory(dict)
    short: str | None = None
    """The short form that the note gives it: `(이하 『년감』)`."""

    def is_called(self, title: str, stands_for: Callable[[str, str], bool]) -> bool:
        """Whether a printed title stands for this work's, or is the short form that was given it."""
        if stands_for(title, self.citation.title or ""):
            return True
        return self.short is not None and title_key(title) == title_key(self.short)


@define
class Library:
    """The works given in full so far."""

    by_author: dict[str, list[Work]] = Factory(lambda: defaultdict(list))
    by_year: dict[tuple[str, int], list[Work]] = Factory(lambda: defaultdict(list))
    by_title: dict[str, list[Work]] = Factory(lambda: defaultdict(list))
    by_container: dict[str, list[Work]] = Factory(lambda: defaultdict(list))
    by_start: dict[str, list[Work]] = Factory(lambda: defaultdict(list))
    by_number: dict[str, Work] = Factory(dict)
    by_note: dict[str, tuple[int | str, tuple[Citation, ...]]] = Factory(dict)
    by_kind: dict[str, dict[tuple[str, str] | int, Work]] = Factory(lambda: defaultdict(dict))
    numbering: Numbering = Factory(Numbering)
    count: int = 0
    obscure: int | str | None = None
    """The last note that looked like a citation and was not understood."""
    last_refused: tuple[Citation, str, Citation] | None = None
    last_row: tuple[Citation, ...] = ()

    def refused(self, citation: Citation, reason: str) -> Citation:
        """The citation unresolved; one record does for a run of notes that are the same and fail for the same reason."""
        known = self.last_refused
        if known is None or known[0] is not citation or known[1] != reason:
            known = self.last_refused = citation, reason, refused(citation, reason)
        return known[2]

    def row(self, resolved: Sequence[Citation]) -> tuple[Citation, ...]:
        """The citations of a note; one tuple does for a run of notes that hold the same one."""
        if len(resolved) != 1 or len(self.last_row) != 1 or self.last_row[0] is not resolved[0]:
            self.last_row = tuple(resolved)
        return self.last_row

    def add(self, number: int | str, citation: Citation) -> Work:
        """Take a work that is given in full."""
        self.count += 1
        work = Work(number, citation)
        work.short = _short_form(citation)
        work.authors = {key: name for name in responsible(citation) for key in author_keys(name)}
        for key in work.authors:
            self.by_author[key].append(work)
            if citation.year is not None:
                self.by_year[key, citation.year].append(work)
        key_of_title = title_key(citation.title or citation.container_title or "")
        identity = (key_of_title, citation.volume or "") if key_of_title else self.count
        if citation.title:
            self.by_title[key_of_title].append(work)
            self.by_start[key_of_title[:START]].append(work)
        if citation.container_title:
            self.by_container[title_key(citation.container_title)].append(work)
        if work.short is not None and (key_of_short := title_key(work.short)) not in ("", key_of_title):
            self.by_title[key_of_short].append(work)
        if citation.number and citation.type == "legal_case":
            self.by_number[citation.number] = work
        for kind in _KINDS_OF_TYPE.get(citation.type or "", ("any",)):
            self.by_kind[kind][identity] = work
        return work


def _short_form(citation: Citation) -> str | None:
    span = citation.span
    return short_form(citation.text, span.start, span.end) if span is not None else None


def refused(citation: Citation, reason: str) -> Citation:
    """The citation unresolved, with the reason; an author-date citation without its list is no fault."""
    if not reason:
        return citation
    problem = Problem(f"Not resolved: {reason}", citation.span)
    if problem in citation.problems:  # resolved before
        return citation
    return changed_citation(
        citation, problems=(*citation.problems, problem), confidence=round(max(0.0, citation.confidence - 0.4), 2)
    )
