"""BibLaTeX and classic BibTeX."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import regex

from juche_toolkit.citation.model import Citation
from juche_toolkit.export.common import Romanizer, clean
from juche_toolkit.export.csl import SEASONS
from juche_toolkit.export.forms import Person, Role, View, views
from juche_toolkit.export.keys import keys
from juche_toolkit.export.tex import escape, pages, verbatim

__all__ = ["to_biblatex", "to_bibtex"]

Dialect = Literal["biblatex", "bibtex"]

_BIBLATEX_TYPES = {
    "article-journal": "article",
    "article-newspaper": "article",
    "article-magazine": "article",
    "book": "book",
    "chapter": "incollection",
    "thesis": "thesis",
    "report": "report",
    "paper-conference": "inproceedings",
    "webpage": "online",
    "legislation": "legislation",
    "legal_case": "jurisdiction",
    "dataset": "dataset",
}
_BIBTEX_TYPES = {
    "article-journal": "article",
    "article-newspaper": "article",
    "article-magazine": "article",
    "book": "book",
    "chapter": "incollection",
    "report": "techreport",
    "paper-conference": "inproceedings",
}
_SUBTYPES = {
    "article-newspaper": "newspaper",
    "article-magazine": "magazine",
    "speech": "speech",
    "broadcast": "broadcast",
}
_JOURNALS = frozenset({"article-journal", "article-newspaper", "article-magazine"})
_INSTITUTES = {"thesis": "school", "report": "institution"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PLAIN_NAME = regex.compile(r"[\p{L}\p{M}.'’-]++(?: [\p{L}\p{M}.'’-]++)*+")
_LANGUAGES = {"ko": "korean", "en": "english"}


def to_biblatex(
    citations: Iterable[Citation] | Citation,
    *,
    scheme: str = "38north",
    resolved: bool = True,
    distinct: bool = False,
    romanizer: Romanizer | None = None,
) -> str:
    """The citations as a .bib file for biblatex and biber.

    A Korean work has its romanized title in `title` and the printed one in `titleaddon`, its romanized names in
    `author`, each in braces of its own so that it is one indivisible part, and the printed ones in `nameaddon`
    (separated by semicolons). A printed translation of the title is in `usere`, the field that biblatex-chicago has for
    it. Printed forms of container, series, publisher and place are in `note`, with Juche year, whole number and what
    else biblatex has no field for. `langid` is korean, so that no style turns a romanized title into sentence case.
    Romanized fields that we made are named in `keywords` as `generated-title` and so on, with `scheme-38north`. Keys
    are stable and unique.
    """
    return _file(citations, "biblatex", scheme, resolved, distinct, romanizer)


def to_bibtex(
    citations: Iterable[Citation] | Citation,
    *,
    scheme: str = "38north",
    resolved: bool = True,
    distinct: bool = False,
    romanizer: Romanizer | None = None,
) -> str:
    """The citations as a .bib file for classic BibTeX: its entry types and fields, `month` as a macro.

    As `to_biblatex`; the fields that BibTeX doesn't know (`titleaddon`, `nameaddon`, `langid` …) are ignored by its
    styles and read by reference managers. The title of a Korean work is in double braces, since classic styles write
    titles in lower case.
    """
    return _file(citations, "bibtex", scheme, resolved, distinct, romanizer)


def _file(
    citations: Iterable[Citation] | Citation,
    dialect: Dialect,
    scheme: str,
    resolved: bool,
    distinct: bool,
    romanizer: Romanizer | None,
) -> str:
    works = views(citations, scheme=scheme, resolved=resolved, distinct=distinct, romanizer=romanizer)
    return "\n".join(_entry(work, key, dialect) for work, key in zip(works, keys(works), strict=True))


def _entry(work: View, key: str, dialect: Dialect) -> str:
    fields = [
        *_names(work),
        *_titles(work, dialect),
        *_imprint(work, dialect),
        *_date(work, dialect),
        *_rest(work, dialect),
    ]
    lines = "".join(f"  {name} = {value},\n" for name, value in fields)
    return f"@{_type(work, dialect)}{{{key},\n{lines}}}\n"


def _braced(text: str) -> str:
    return "{" + text + "}"


def _type(work: View, dialect: Dialect) -> str:
    kind = work.citation.type or ""
    if dialect == "biblatex":
        return _BIBLATEX_TYPES.get(kind, "misc")
    if kind == "thesis":
        return (
            "mastersthesis"
            if (work.citation.genre or "").startswith(("석사", "碩士", "Master", "MA "))
            else "phdthesis"
        )
    return _BIBTEX_TYPES.get(kind, "misc")


def _names(work: View) -> Iterator[tuple[str, str]]:
    roles: tuple[tuple[Role, str], ...] = (("authors", "author"), ("editors", "editor"), ("translators", "translator"))
    for role, name in roles:
        people = [_name(person) for person in work.of_role(role)]
        if people:
            others = ["others"] if role == "authors" and work.citation.et_al else []
            yield name, _braced(" and ".join(people + others))
    printed = [person.original for person in work.of_role("authors") if person.original]
    if printed:
        yield "nameaddon", _braced(escape("; ".join(printed)))


def _name(person: Person) -> str:
    """`Family, Given` of a Western name; any other in braces, which no program divides."""
    family, given = person.family, person.given
    divisible = bool(family and given) and not person.is_body and not person.family_first
    if divisible and family and given and all(map(_is_plain, (family, given))):
        return f"{family}, {given}"
    return _braced(escape(person.natural_form))


def _is_plain(part: str) -> bool:
    return _PLAIN_NAME.fullmatch(part) is not None and not {"and", "others"} & set(part.casefold().split())


def _titles(work: View, dialect: Dialect) -> Iterator[tuple[str, str]]:
    if work.title:
        title = escape(work.title.latin)
        keeps_case = dialect == "bibtex" and (work.language == "ko" or bool(work.title.original))
        yield "title", _braced(_braced(title) if keeps_case else title)
    if work.title.original:
        yield "titleaddon", _braced(escape(work.title.original))
    if translated := clean(work.citation.translated_title):
        yield "usere", _braced(escape(translated))
    if work.container:
        yield _container_field(work.citation.type, dialect), _braced(escape(work.container.latin))
    if collection := work.field("collection_title").latin:
        yield "series", _braced(escape(collection))


def _container_field(kind: str | None, dialect: Dialect) -> str:
    if kind in _JOURNALS:
        return "journaltitle" if dialect == "biblatex" else "journal"
    if kind in ("chapter", "paper-conference"):
        return "booktitle"
    if dialect == "biblatex":
        return "maintitle" if kind == "book" else "organization" if kind == "webpage" else "booktitle"
    return "howpublished"


def _imprint(work: View, dialect: Dialect) -> Iterator[tuple[str, str]]:
    kind = work.citation.type or ""
    if publisher := work.field("publisher").latin:
        institute = _INSTITUTES.get(kind)
        yield (
            ("publisher" if not institute else "institution" if dialect == "biblatex" else institute),
            _braced(escape(publisher)),
        )
    if place := work.field("place").latin:
        yield ("location" if dialect == "biblatex" else "address"), _braced(escape(place))
    if edition := work.field("edition").latin:
        yield "edition", _braced(escape(edition))
    for name, field in (
        ("volume", "volume"),
        ("issue", "number"),
        ("genre", "type"),
        ("event", "eventtitle"),
        ("isbn", "isbn"),
    ):
        if text := clean(getattr(work.citation, name)):
            yield field, _braced(escape(text))
    number = clean(work.citation.number)
    if number and not clean(work.citation.issue):
        yield "number", _braced(escape(number))
    if printed := clean(work.citation.pages):
        yield "pages", _braced(pages(printed))


def _date(work: View, dialect: Dialect) -> Iterator[tuple[str, str]]:
    record = work.citation
    year, month, day = record.year, record.month, record.day
    season = clean(record.season)
    if dialect == "biblatex" and year is not None and 1 <= year <= 9999:
        parts = [
            f"{year:04d}",
            *(f"{part:02d}" for part in ((month, day) if day and month else (month,) if month else ())),
        ]
        if month is None and season.casefold() in SEASONS:
            parts.append(str(20 + SEASONS[season.casefold()]))
        yield "date", _braced("-".join(parts))
    else:
        if year is not None:
            yield "year", _braced(str(year))
        if month is not None:
            yield "month", _MONTHS[month - 1]
    if season:
        yield "issue", _braced(escape(season))


def _rest(work: View, dialect: Dialect) -> Iterator[tuple[str, str]]:
    record = work.citation
    for name, field in (("url", "url"), ("doi", "doi")):
        if text := clean(getattr(record, name)):
            yield field, _braced(verbatim(text))
    if accessed := clean(record.accessed):
        yield "urldate", _braced(escape(accessed))
    if work.language:
        yield "langid", _braced(_LANGUAGES[work.language])
    subtype = _SUBTYPES.get(record.type or "")
    if not subtype and record.type and _type(work, dialect) == "misc":
        subtype = record.type
    if subtype:
        yield "entrysubtype", _braced(escape(subtype))
    notes = list(_notes(work))
    if notes:
        yield "note", _braced(escape("; ".join(notes)))
    if work.generated:
        words = [*(f"generated-{name.replace('_', '-')}" for name in work.generated), f"scheme-{work.scheme}"]
        yield "keywords", _braced(escape(", ".join(words)))


def _notes(work: View) -> Iterator[str]:
    record = work.citation
    if record.juche_year is not None:
        yield f"Juche {record.juche_year}"
    for name, label in (
        ("whole_number", "whole no."),
        ("locator", "locator:"),
        ("section", "section"),
        ("session", "session:"),
    ):
        if text := clean(getattr(record, name)):
            yield f"{label} {text}"
    if clean(record.number) and clean(record.issue):
        yield f"no. {clean(record.number)}"
    if record.day is not None and record.year is None:
        yield f"day {record.day}"
    if authority := work.field("authority").latin:
        yield f"issued by {authority}"
    for name, label in (
        ("container_title", "in Korean"),
        ("collection_title", "series"),
        ("publisher", "publisher"),
        ("place", "place"),
        ("edition", "edition"),
        ("authority", "body"),
    ):
        if original := work.field(name).original:
            yield f"{label}: {original}"
    for person in work.people:
        if person.role != "authors" and person.original:
            yield f"{person.role}: {person.original}"
