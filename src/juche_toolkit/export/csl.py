"""CSL-JSON 1.0.2, as Zotero, pandoc and every citeproc read it."""

from __future__ import annotations

from collections.abc import Iterable

from juche_toolkit.citation.model import Citation
from juche_toolkit.export.common import Romanizer, clean
from juche_toolkit.export.forms import Person, View, views
from juche_toolkit.export.keys import keys

__all__ = ["SEASONS", "to_csl"]

_VARIABLES = {
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "number": "number",
    "section": "section",
    "url": "URL",
    "doi": "DOI",
    "isbn": "ISBN",
    "genre": "genre",
    "event": "event-title",
}
"""The record's fields that go into a CSL variable as they stand."""

_BILINGUAL = {
    "container_title": "container-title",
    "collection_title": "collection-title",
    "publisher": "publisher",
    "place": "publisher-place",
    "authority": "authority",
    "edition": "edition",
}
_TYPES = frozenset({
    "article-journal", "article-magazine", "article-newspaper", "book", "broadcast", "chapter", "dataset", "legal_case",
    "legislation", "paper-conference", "report", "speech", "thesis", "webpage",
})  # fmt: skip
_ROLES = {"authors": "author", "editors": "editor", "translators": "translator"}
SEASONS = {"봄": 1, "여름": 2, "가을": 3, "겨울": 4, "spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
"""The seasons that formats know by number; half-years and other periods stay as printed."""


def to_csl(
    citations: Iterable[Citation] | Citation,
    *,
    scheme: str = "38north",
    resolved: bool = True,
    distinct: bool = False,
    romanizer: Romanizer | None = None,
) -> list[dict[str, object]]:
    """The citations as CSL-JSON items (csl-data.json, schema 1.0.2).

    A Korean text stands romanized in its variable. Its printed form stands in `note`, one line each, under the names
    that Cite Non-English for Zotero reads from Extra (`cne-title-original: …`, `cne-container-title-original: …`,
    `cne-creator-0-last-original: …`; creators are counted from 0 over authors, editors and translators), and in
    `custom`, the place that the schema gives to keys of one's own: `originals`; `generated`, the fields whose variable
    is our romanization; `scheme`; and `record`, the whole record as printed, for what CSL has no variable for.

    A Korean name is a `literal`, since every processor turns `family` and `given` round for Western styles; so is a
    body, and a name whose split isn't certain. `language` is ko-KP or ko-KR. `distinct` gives each work once. What says
    nothing of a work is left out. Raises InputError for what is no citation.
    """
    works = views(citations, scheme=scheme, resolved=resolved, distinct=distinct, romanizer=romanizer)
    return [_item(work, key) for work, key in zip(works, keys(works), strict=True)]


def _item(work: View, key: str) -> dict[str, object]:
    record = work.citation
    item: dict[str, object] = {"id": key, "type": record.type if record.type in _TYPES else "document"}
    if work.title:
        item["title"] = work.title.latin
    for role, variable in _ROLES.items():
        people = [_name(person) for person in work.people if person.role == role]
        if people:
            item[variable] = people
    for name, variable in _BILINGUAL.items():
        if text := work.field(name).latin:
            item[variable] = text
    for name, variable in _VARIABLES.items():
        if text := clean(getattr(record, name)):
            item[variable] = text
    if issued := _issued(record):
        item["issued"] = issued
    if accessed := _accessed(record):
        item["accessed"] = accessed
    if work.language_tag:
        item["language"] = work.language_tag
    if note := _note(work):
        item["note"] = note
    item["custom"] = _custom(work)
    return item


def _name(person: Person) -> dict[str, str]:
    if person.is_body or person.family_first or not person.family or not person.given:
        return {"literal": person.natural_form}
    return {"family": person.family, "given": person.given}


def _issued(record: Citation) -> dict[str, object]:
    if record.year is None:
        return {}
    parts = [record.year]
    if record.month is not None:
        parts.append(record.month)
        if record.day is not None:
            parts.append(record.day)
    issued: dict[str, object] = {"date-parts": [parts]}
    if season := clean(record.season):
        issued["season"] = SEASONS.get(season.casefold(), season)
    return issued


def _accessed(record: Citation) -> dict[str, object]:
    printed = clean(record.accessed)
    parts = printed.split("-")
    if printed and len(parts) <= 3 and all(part.isascii() and part.isdigit() for part in parts):
        return {"date-parts": [[int(part) for part in parts]]}
    return {"raw": printed} if printed else {}


def _note(work: View) -> str:
    lines = [f"cne-title-original: {work.title.original}"] if work.title.original else []
    if translated := clean(work.citation.translated_title):
        lines.append(f"cne-title-english: {translated}")
    supplied = work.supplied_container.hangul if work.supplied_container else None
    container = work.container.original or supplied
    if container:
        lines.append(f"cne-container-title-original: {container}")
    others = (
        (_BILINGUAL[name], work.field(name).original)
        for name in ("collection_title", "publisher", "place", "edition", "authority")
    )
    lines += [f"cne-{variable}-original: {original}" for variable, original in others if original]
    for number, person in enumerate(work.people):
        if person.original_family and person.original_given:
            lines.append(f"cne-creator-{number}-last-original: {person.original_family}")
            lines.append(f"cne-creator-{number}-first-original: {person.original_given}")
        elif person.original:
            lines.append(f"cne-creator-{number}-last-original: {person.original}")
    if work.citation.juche_year is not None:
        lines.append(f"Juche {work.citation.juche_year}")
    if whole := clean(work.citation.whole_number):
        lines.append(f"Whole number {whole}")
    lines += [
        f"{name.capitalize()}: {text}"
        for name in ("locator", "session")
        if (text := clean(getattr(work.citation, name)))
    ]
    if work.citation.et_al:
        lines.append("Further authors: not named")
    if work.generated:
        lines.append(f"Romanization ({work.scheme}) generated: {', '.join(work.generated)}")
    return "\n".join(lines)


def _custom(work: View) -> dict[str, object]:
    originals: dict[str, object] = dict(work.originals)
    for role in _ROLES:
        names = [person.original for person in work.people if person.role == role]
        if any(names):
            originals[role] = names
    record = {
        name: [clean(part) for part in value]
        if isinstance(value, list)
        else clean(value)
        if isinstance(value, str)
        else value
        for name, value in work.citation.to_dict().items()
    }
    custom: dict[str, object] = {"record": record}
    if originals:
        custom["originals"] = originals
    if work.generated:
        custom |= {"generated": list(work.generated), "scheme": work.scheme}
    if work.supplied_container:
        custom["supplied"] = {"container_title": work.supplied_container.hangul}
    return custom
