"""What every writer shares: the citations to write, the romanizer, and text made safe for line-based formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import regex

from juche_toolkit.citation.model import INHERITED_NEVER, Citation
from juche_toolkit.errors import InputError
from juche_toolkit.hangul.normal import compose

__all__ = ["Romanizer", "cited_text", "clean", "entry_of", "has_content", "romanizer_or_default", "worked"]

Romanizer = Callable[[str, str, str], str]
"""A function of text, scheme and kind (text, title, name, place, corporate) that gives the Latin."""

_BREAKS = regex.compile("[\t\n\r\x0b\x0c\x85\u2028\u2029]++")
_UNWRITABLE = regex.compile(r"[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]")
_NOT_THE_WORK = frozenset({*INHERITED_NEVER, "form", "resolves_to", "via"})
_EMPTY = frozenset({"form", "resolves_to", "et_al", "lead_in", "pages", "locator", "type"})


def clean(text: str | None) -> str:
    """A text as any line-based format can hold it: NFC, on one line, without what no UTF-8 file can carry.

    Line breaks and tabs become one space. Control characters, lone surrogates and noncharacters become U+FFFD, the
    character that Unicode has for what couldn't be represented (The Unicode Standard, 23.8), so that the loss is seen.
    """
    if not text:
        return ""
    return compose(str(_UNWRITABLE.sub("\ufffd", _BREAKS.sub(" ", text))).strip()).text


def worked(citations: Iterable[Citation] | Citation, *, resolved: bool, distinct: bool = False) -> list[Citation]:
    """The citations to write, checked: one given alone is a list of one, back-references filled in if `resolved`.

    `distinct` leaves out a citation of a work that an earlier one gives already; pages and lead-ins make no new work.
    Raises InputError for what is no citation, and for a month or day that no calendar has.
    """
    given = [citations] if isinstance(citations, Citation) else citations
    found = [_checked(item, number) for number, item in enumerate(given, 1)]
    if distinct:
        found = list(_distinct(found))
    return [citation.resolved() for citation in found] if resolved else found


def _checked(item: object, number: int) -> Citation:
    if not isinstance(item, Citation):
        raise InputError(f"Citation {number} is a {type(item).__name__}; a Citation was expected")
    for name, last in (("month", 12), ("day", 31)):
        value = getattr(item, name)
        if value is not None and not 1 <= value <= last:
            raise InputError(f"Citation {number} has {name} {value}; it must lie between 1 and {last}")
    return item


def _distinct(citations: Iterable[Citation]) -> Iterator[Citation]:
    """The first citation of each work; a back-reference is of the work it means, however short it names that."""
    seen: set[str] = set()
    for citation in citations:
        work = citation
        while work.source is not None:
            work = work.source
        record = work.to_dict()
        key = repr([(name, value) for name, value in sorted(record.items()) if name not in _NOT_THE_WORK])
        if key not in seen:
            seen.add(key)
            yield citation


def has_content(citation: Citation) -> bool:
    """Whether a citation says anything of a work: an unresolved Ibid. doesn't."""
    return any(name not in _EMPTY for name in citation.to_dict())


def cited_text(citation: Citation) -> str:
    """The string that the citation was read from, cleaned."""
    if citation.span is None:
        return clean(citation.text)
    return clean(citation.span.of(citation.text))


def romanizer_or_default(romanizer: Romanizer | None) -> Romanizer:
    """The romanizer given, or the toolkit's own, loaded only when a Korean text is met."""
    return romanizer or _romanize


def entry_of(name: str, scheme: str) -> str:
    """A person's name as a catalogue enters it, `Kim, Se-yŏng`; what `juche_toolkit.heading` gives."""
    from juche_toolkit.romanization import engine

    return engine.heading(name, engine.options(scheme, kind="name", exceptions=False))


def _romanize(text: str, scheme: str, kind: str) -> str:
    """What `juche_toolkit.romanize(text, scheme, kind=kind)` gives: the built-in analyser divides where the scheme does."""
    from juche_toolkit.adapters.hangul_romanize import transliterate
    from juche_toolkit.morphology import builtin
    from juche_toolkit.romanization import engine

    chosen = engine.options(scheme, kind=kind, transliterate=transliterate)
    divides = chosen.scheme.divides and kind != "name"
    return engine.latin_of(text, chosen, builtin.load() if divides else None)
