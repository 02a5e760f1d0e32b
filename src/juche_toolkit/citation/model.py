"""The records: what a note is, what a citation is, and what each field's place in the text was.

All are frozen, hashable, picklable and safe to share between threads. Field names and
conventions are those of docs/records.md; types are CSL 1.0.2 names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, TypeVar, overload

from attrs import Factory, evolve, field, fields, frozen

from juche_toolkit.display import Shown, how_many

__all__ = [
    "INHERITED_NEVER",
    "LIST_FIELDS",
    "NUMBER_FIELDS",
    "TEXT_FIELDS",
    "Chain",
    "Citation",
    "Form",
    "FrozenMap",
    "Name",
    "Note",
    "Notes",
    "Problem",
    "Script",
    "Span",
    "SpanMap",
    "Unparsed",
    "changed_citation",
    "new_citation",
]

Form = Literal["full", "short", "ibid", "op-cit", "unknown"]
Script = Literal["hangul", "hanja", "latin", "mixed", "other"]
_Value = TypeVar("_Value")

LIST_FIELDS = ("authors", "editors", "translators")
"""Fields that hold names, in printed order."""

NUMBER_FIELDS = ("year", "month", "day", "juche_year")
"""Fields that hold whole numbers."""

TEXT_FIELDS = (
    "type",
    "title",
    "title_vernacular",
    "translated_title",
    "container_title",
    "collection_title",
    "publisher",
    "place",
    "edition",
    "volume",
    "issue",
    "whole_number",
    "season",
    "pages",
    "locator",
    "url",
    "accessed",
    "doi",
    "isbn",
    "authority",
    "genre",
    "number",
    "event",
    "session",
    "section",
    "lead_in",
)
"""Fields that hold one string as printed (numbers bare, pages with ASCII hyphens, `accessed` an ISO date)."""

INHERITED_NEVER = frozenset({"pages", "locator", "lead_in", "accessed"})
"""What a back-reference does not take over: it points at a place of its own in the work."""


class Span(NamedTuple):
    """A half-open range of characters, counted in code points of the text as given."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` in this range."""
        return text[self.start : self.end]


class FrozenMap(Mapping[str, _Value]):
    """A mapping that can't be changed, can be hashed and can be pickled."""

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[str, _Value] | None = None) -> None:
        self._items: dict[str, _Value] = dict(items or {})

    def __getitem__(self, key: str) -> _Value:
        return self._items[key]

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a key, or `default`: as Mapping gives it, without an error to be caught."""
        return self[key] if key in self._items else default

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return f"FrozenMap({self._items!r})"


class SpanMap(FrozenMap["Span | tuple[Span, ...]"]):
    """The places of fields, kept as pairs of numbers and given as spans.

    A citation has ten of them or more, mostly never asked for; pairs cost the garbage collector nothing.
    """

    __slots__ = ()

    def __init__(self, items: Mapping[str, tuple[int, int] | tuple[tuple[int, int], ...]]) -> None:
        self._items = items  # type: ignore[assignment]

    def __getitem__(self, key: str) -> Span | tuple[Span, ...]:
        found: tuple[Any, ...] = self._items[key]
        return Span(*found) if found and isinstance(found[0], int) else tuple(Span(*place) for place in found)

    def __hash__(self) -> int:
        return hash(frozenset(self.items()))

    def __repr__(self) -> str:
        return f"FrozenMap({dict(self)!r})"


_NO_NAMES: FrozenMap[tuple[Name, ...]] = FrozenMap()


def _names_map(names: Mapping[str, tuple[Name, ...]]) -> FrozenMap[tuple[Name, ...]]:
    if not names:
        return _NO_NAMES
    return names if type(names) is FrozenMap else FrozenMap(names)  # never changed, so shared by copies


def _spans_map(spans: Mapping[str, Span | tuple[Span, ...]]) -> FrozenMap[Span | tuple[Span, ...]]:
    if type(spans) is SpanMap or type(spans) is FrozenMap:  # isinstance takes ten times longer for a Mapping
        return spans  # never changed, so shared by copies
    return FrozenMap(spans)


@frozen
class Name:
    """A person or body as printed; `family` and `given` only where the split is certain."""

    printed: str
    family: str | None = None
    given: str | None = None
    script: Script = "other"
    span: Span | None = None


@frozen
class Problem:
    """Something doubtful about a citation or note: a sentence, and the place it is about."""

    message: str
    span: Span | None = None


@frozen
class Unparsed:
    """A stretch of a note that was not understood, and why."""

    text: str
    span: Span
    reason: str


class Chain(Sequence[int | str]):
    """The first `length` links of a shared list, nearest first.

    Each Ibid. in a row goes through all those before it; sharing the list keeps a run of n of them at n numbers,
    not n².
    """

    __slots__ = ("_length", "_links")

    def __init__(self, links: list[int | str], length: int) -> None:
        self._links = links
        self._length = length

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> int | str: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[int | str, ...]: ...
    def __getitem__(self, index: int | slice) -> int | str | tuple[int | str, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        if index < 0:
            index += self._length
        if not 0 <= index < self._length:
            raise IndexError(index)
        return self._links[self._length - 1 - index]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Chain | tuple):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


@frozen(kw_only=True, repr=False, slots=False)
class Citation(Shown):
    """One work as a note cites it.

    Field values are what the string prints. `spans` gives each field's place in `text` (a tuple of spans for the
    lists of
    names). What a back-reference inherits stands apart, in `source` (the full citation it resolves to).
    """

    text: str = ""
    """The note, or the string, that the citation stands in: every span is into this."""
    span: Span | None = None
    """The citation's own range of `text`."""
    form: Form = "full"
    type: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    et_al: bool = False
    """Whether 외, 등 or et al. was printed after the authors."""
    title: str | None = None
    title_vernacular: str | None = None
    translated_title: str | None = None
    container_title: str | None = None
    collection_title: str | None = None
    publisher: str | None = None
    place: str | None = None
    edition: str | None = None
    """The statement of edition as printed: 증보판, 제2판, 2nd ed."""
    volume: str | None = None
    issue: str | None = None
    whole_number: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: str | None = None
    juche_year: int | None = None
    pages: str | None = None
    locator: str | None = None
    url: str | None = None
    accessed: str | None = None
    doi: str | None = None
    isbn: str | None = None
    authority: str | None = None
    genre: str | None = None
    number: str | None = None
    event: str | None = None
    session: str | None = None
    section: str | None = None
    lead_in: str | None = None
    resolves_to: int | str | None = None
    """The note with the full citation: its position in a list (from 1), its printed number in a block."""
    via: Sequence[int | str] = ()
    """The notes between this one and the one it resolves to, nearest first; equal to a tuple of the same numbers."""
    back_kind: str | None = None
    """The kind of work a back-reference names: any, book (책), article (글, 논문), thesis (학위논문), news (기사), paper (신문), report,
    web, law, case (판결), ruling (결정), several, other (the words
    go on)."""
    back_number: int | None = None
    """The number of the note that a back-reference names (supra note 5, 각주 5)."""
    names: Mapping[str, tuple[Name, ...]] = field(factory=dict, converter=_names_map)
    """The structured names by role: "authors", "editors", "translators"."""
    spans: Mapping[str, Span | tuple[Span, ...]] = field(factory=dict, converter=_spans_map)
    problems: tuple[Problem, ...] = ()
    confidence: float = 1.0
    """From 0 to 1: how sure the parser is of the whole record."""
    source: Citation | None = field(default=None, repr=False)
    """The full citation that a back-reference resolves to."""

    def resolved(self) -> Citation:
        """This citation with what it inherits filled in; itself where there is nothing to inherit.

        What the string prints itself always stands; pages and other locators are never inherited.
        """
        if self.source is None:
            return self
        origin = self.source.resolved()
        filled = {
            name: getattr(origin, name)
            for name in ("type", "et_al", *LIST_FIELDS, *NUMBER_FIELDS, *TEXT_FIELDS)
            if name not in INHERITED_NEVER and not getattr(self, name) and getattr(origin, name)
        }
        return evolve(self, **filled, names={**dict(origin.names), **dict(self.names)})

    def __repr__(self) -> str:
        """What the record says, without the fields that are unknown; places, names and problems are attributes to ask for."""
        told = [f"{name}={getattr(self, name)!r}" for name in self.to_dict()]
        if self.confidence < 1:
            told.append(f"confidence={self.confidence!r}")
        return f"Citation({', '.join(told)})"

    def to_dict(self, *, resolved: bool = False) -> dict[str, object]:
        """The record as plain JSON values; a key is absent where the value is unknown.

        `resolved=True` fills in what a back-reference inherits. Names, spans, problems and confidence stay attributes.
        """
        record = self.resolved() if resolved else self
        found: dict[str, object] = {}
        for attribute in fields(Citation):
            name = attribute.name
            if name in _NOT_IN_DICT:
                continue
            value = getattr(record, name)
            if value is None or value == () or value is False:
                continue
            found[name] = list(value) if isinstance(value, tuple) else value
        return found


for _field in fields(
    Citation
):  # a citation keeps the dozen values that it has, and the class those of the other fields
    setattr(Citation, _field.name, getattr(Citation(), _field.name))


def new_citation(values: dict[str, Any]) -> Citation:
    """The citation of these values, which must be final: as `Citation(**values)` gives it, in a tenth of the time."""
    found = object.__new__(Citation)
    found.__dict__.update(values)
    return found


def changed_citation(citation: Citation, **changes: object) -> Citation:
    """The citation with other values: as attrs.evolve gives it, in a tenth of the time."""
    found = object.__new__(Citation)
    found.__dict__.update(citation.__dict__, **changes)
    return found


_NOT_IN_DICT = frozenset(
    {"text", "span", "via", "back_kind", "back_number", "names", "spans", "problems", "confidence", "source"}
)


@frozen(kw_only=True)
class Note(Shown):
    """One note: the citations found in it, and what was not understood.

    A note that cites nothing has neither. `text` is the note as given, printed number included; `span` its place in the
    block it was cut from, where there was one.
    """

    text: str
    number: str | None = None
    """The printed number, as in [2], 2. or 2)."""
    citations: tuple[Citation, ...] = ()
    unparsed: tuple[Unparsed, ...] = ()
    problems: tuple[Problem, ...] = ()
    span: Span | None = None
    prose: tuple[Span, ...] = ()
    """The stretches that are running text and cite nothing by themselves."""

    def __iter__(self) -> Iterator[Citation]:
        return iter(self.citations)


class _Place:
    """Keeps a note's span as a pair of numbers, which costs the garbage collector nothing, and gives it as a Span."""

    def __init__(self, slot: Any) -> None:
        self._slot = slot

    def __get__(self, note: Note | None, owner: type[Note] | None = None) -> Any:
        pair = self._slot if note is None else self._slot.__get__(note)
        return Span(*pair) if type(pair) is tuple else pair

    def __set__(self, note: Note, span: Span | None) -> None:
        self._slot.__set__(note, None if span is None else tuple(span))


Note.span = _Place(vars(Note)["span"])  # type: ignore[assignment]


@frozen(repr=False)
class Notes(Sequence[Note], Shown):
    """The notes of a block or list, in order, with back-references resolved."""

    notes: tuple[Note, ...] = Factory(tuple)

    def __repr__(self) -> str:
        """How much there is; the notes of a book fill many screens."""
        return f"<Notes: {how_many(len(self.notes), 'note')}, {how_many(len(self.citations), 'citation')}>"

    def __len__(self) -> int:
        return len(self.notes)

    @overload
    def __getitem__(self, index: int) -> Note: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Note, ...]: ...
    def __getitem__(self, index: int | slice) -> Note | tuple[Note, ...]:
        return self.notes[index]

    def __iter__(self) -> Iterator[Note]:
        return iter(self.notes)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations of all notes, in order."""
        return tuple(citation for note in self.notes for citation in note.citations)

    @property
    def unparsed(self) -> tuple[Unparsed, ...]:
        """All that was not understood, in order."""
        return tuple(left for note in self.notes for left in note.unparsed)
