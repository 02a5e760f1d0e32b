"""Files of notes counted: works by year, journal and type, how much was understood, doubts, back-references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from attrs import frozen

from juche_toolkit.citation.journals import look_up
from juche_toolkit.citation.model import Citation, Notes
from juche_toolkit.pictures.arrows import label, targets
from juche_toolkit.pictures.marked import problems_of

__all__ = ["FileCount", "Finding", "Survey", "survey"]

_SERIALS = frozenset({"article-journal", "article-newspaper", "article-magazine"})


@frozen
class Finding:
    """Something to look at: the file and note it is in, the words it is about, and a sentence."""

    file: str
    note: str
    words: str
    message: str


@frozen
class FileCount:
    """One file's numbers; `error` says why a file couldn't be read, and then the numbers are 0.

    `characters` are those of all notes, `lost` those that were not understood; `resolved` of the `back` back-references are resolved.
    """

    name: str
    notes: int = 0
    works: int = 0
    back: int = 0
    resolved: int = 0
    doubts: int = 0
    unparsed: int = 0
    whole_notes: int = 0
    """Notes in which nothing was left that was not understood."""
    characters: int = 0
    lost: int = 0
    error: str | None = None

    @property
    def share(self) -> float | None:
        """The share of characters understood, from 0 to 1; None where there are none."""
        return None if not self.characters else 1 - self.lost / self.characters


@frozen
class Survey:
    """What is in a set of files. Works are counted where they are cited in full; a back-reference is counted apart."""

    files: tuple[FileCount, ...]
    years: Mapping[int, int]
    undated: int
    journals: Mapping[str, int]
    types: Mapping[str, int]
    doubts: tuple[Finding, ...]
    unparsed: tuple[Finding, ...]
    unresolved: tuple[Finding, ...]
    again: tuple[tuple[Finding, int], ...]
    """Works that later notes of their file point to, the most often cited first, with how often that is."""

    @property
    def total(self) -> FileCount:
        """The numbers of all files together."""
        names = ("notes", "works", "back", "resolved", "doubts", "unparsed", "whole_notes", "characters", "lost")
        return FileCount("all files", *(sum(getattr(one, name) for one in self.files) for name in names))


def survey(files: Iterable[tuple[str, Notes | str]]) -> Survey:
    """Count files of notes: name and parsed notes, or name and a sentence why the file couldn't be read.

    A journal goes by the Hangul of the journals' table, however it is printed (Kyo'ngje Yo'ngu, Kyongje Yongu: 경제연구); one
    that the table hasn't goes as printed.
    """
    counts: list[FileCount] = []
    works: list[Citation] = []
    doubts: list[Finding] = []
    unparsed: list[Finding] = []
    unresolved: list[Finding] = []
    again: list[tuple[Finding, int]] = []
    for name, notes in files:
        if isinstance(notes, str):
            counts.append(FileCount(name, error=notes))
            continue
        works += [citation for citation in notes.citations if citation.form == "full"]
        found = _doubts(name, notes), _left(name, notes), _unresolved(name, notes)
        doubts += found[0]
        unparsed += found[1]
        unresolved += found[2]
        again += _again(name, notes)
        counts.append(_count(name, notes, *map(len, found)))
    again.sort(key=lambda item: -item[1])
    years = Counter(work.year for work in works if work.year is not None)
    journals = Counter(_journal(work) for work in works if work.type in _SERIALS and work.container_title)
    return Survey(
        files=tuple(counts),
        years=MappingProxyType(dict(sorted(years.items()))),
        undated=sum(work.year is None for work in works),
        journals=_by_number(journals),
        types=_by_number(Counter(work.type or "no type" for work in works)),
        doubts=tuple(doubts),
        unparsed=tuple(unparsed),
        unresolved=tuple(unresolved),
        again=tuple(again),
    )


def _by_number(counts: Counter[str]) -> Mapping[str, int]:
    return MappingProxyType(dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))))


def _journal(work: Citation) -> str:
    printed = " ".join((work.container_title or "").split())
    known = look_up(printed)
    return known.hangul if known is not None and known.hangul else printed


def _count(name: str, notes: Notes, doubts: int, unparsed: int, unresolved: int) -> FileCount:
    back = sum(citation.form != "full" for citation in notes.citations)
    return FileCount(
        name=name,
        notes=len(notes),
        works=len(notes.citations) - back,
        back=back,
        resolved=back - unresolved,
        doubts=doubts,
        unparsed=unparsed,
        whole_notes=sum(not note.unparsed for note in notes),
        characters=sum(len(note.text) for note in notes),
        lost=sum(left.span.end - left.span.start for note in notes for left in note.unparsed),
    )


def _doubts(name: str, notes: Notes) -> list[Finding]:
    return [
        Finding(name, label(notes, place), problem.span.of(note.text) if problem.span else note.text, problem.message)
        for place, note in enumerate(notes)
        for problem, _ in problems_of(note)
    ]


def _left(name: str, notes: Notes) -> list[Finding]:
    return [
        Finding(name, label(notes, place), left.text, left.reason)
        for place, note in enumerate(notes)
        for left in note.unparsed
    ]


def _unresolved(name: str, notes: Notes) -> list[Finding]:
    return [
        Finding(name, label(notes, place), _words(citation), _why(citation))
        for place, note in enumerate(notes)
        for citation in note
        if citation.form != "full" and citation.resolves_to is None
    ]


def _why(citation: Citation) -> str:
    """Why a back-reference leads nowhere, as its problem has it."""
    return next((one.message for one in citation.problems if one.message.startswith("Not resolved")), "Not resolved")


def _words(citation: Citation) -> str:
    return citation.span.of(citation.text) if citation.span else citation.text


def _again(name: str, notes: Notes) -> list[tuple[Finding, int]]:
    times = Counter(target for found in targets(notes) for target in found if target is not None)
    return [
        (Finding(name, label(notes, place), _first(notes, place), ""), count) for place, count in sorted(times.items())
    ]


def _first(notes: Notes, place: int) -> str:
    full = next((citation for citation in notes[place] if citation.form == "full"), None)
    return _words(full) if full is not None else notes[place].text
