"""Credits in brackets behind a work: with whom it was written, and who did what besides."""

from __future__ import annotations

import re

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.items import Item
from juche_toolkit.citation.kinds import periodical
from juche_toolkit.citation.names import read_names
from juche_toolkit.citation.words import folded, words

__all__ = ["may_be_credit", "only_remarks", "put_credit", "put_director", "put_obtained"]

_CREDIT = regex.compile(
    r"(?P<label>(?:공동\s?(?:저자|연구자?|집필자?|저술)|공저자?|공역자?|공편자?|co-?authors?)\s?:?"
    r"|(?:co-?authored |joint(?:ly)? )?with\b|w/)\s?(?P<names>.+)"
    r"|(?P<names>.+?)(?:와|과|와의|과의)?\s?(?P<label>공저|공역|공편|공동|공동\s?(?:저술|집필|연구|번역|저자)|함께)",
    regex.IGNORECASE,
)
_OTHER_CREDIT = regex.compile(
    r"(?:제\s?\d\s?저자|교신\s?저자|주저자|책임\s?저자|지도\s?교수|심사\s?위원|연구\s?책임자?)\s?:"
)
"""Who did what besides, for which a record has no field, or who stands among the authors already."""
_CREDIT_WORDS = re.compile("공[저역편동]|저자|함께|[wW]ith |author|w/|교수|심사")
"""Where none of these stands, nobody is credited."""


def may_be_credit(inner: str) -> bool:
    """Whether a bracket names people that worked on the work: `(공저자: 김화순)`, `(김경민과 공저)`, `(with Kim)`."""
    if len(inner) > 120 or _CREDIT_WORDS.search(inner) is None:
        return False
    return _OTHER_CREDIT.match(inner) is not None or _credited(inner) is not None


def _credited(inner: str) -> regex.Match[str] | None:
    """The credit in a bracket, remarks before and behind it left out: `SSCI, 김경민과 공저`."""
    begin, end = 0, len(inner)
    while (comma := inner.find(",", begin, end)) >= 0 and _is_remark(inner[begin:comma]):
        begin = comma + 1
    while (comma := inner.rfind(",", begin, end)) >= 0 and _is_remark(inner[comma + 1 : end]):
        end = comma
    begin += len(inner[begin:end]) - len(inner[begin:end].lstrip())
    match = _CREDIT.fullmatch(inner, begin, end)
    if match is None or _is_remark(match["names"]) or any(mark in match["names"] for mark in '『「《〈“"0123456789'):
        return None
    return match


_REMARKS_PARTED = regex.compile(r"\s?[,;/·|+]\s?")
_IMPACT = regex.compile(r"(?:IF|impact factor|JCR|Q[1-4])\b.{0,24}|상위\s?\d{1,2}(?:\.\d+)?\s?%", regex.IGNORECASE)


def only_remarks(inner: str) -> bool:
    """Whether a bracket lists remarks and nothing else: `SCOPUS, KCI`, `KCI 등재; 제1저자`, `SSCI, IF 2.3`."""
    if len(inner) > 80 or not _REMARKS_PARTED.search(inner):
        return False
    parts = _REMARKS_PARTED.split(inner)
    return _is_remark(parts[0]) and all(_is_remark(part) or _IMPACT.fullmatch(part) is not None for part in parts)


def put_credit(draft: Draft, item: Item) -> bool:
    """credit := "공저" ":" names | names "과" "공저" — those not yet named are authors too, or translators, or editors."""
    inner = draft.source.inner(item)
    if not may_be_credit(inner):
        return False
    match = _credited(inner)
    if match is None:
        draft.doubtful(f"What these people did has no field: {inner}", item.start + 1, item.end - 1, 0.02)
        return True
    start, end = (item.start + 1 + place for place in match.span("names"))
    people = read_names(draft.source.text, start, end)
    if people is None or people.strength < 2 or periodical(draft.text(start, end)) is not None:
        return False
    label = match["label"]
    role = "translators" if "역" in label else "editors" if "편" in label else "authors"
    known = {draft.text(person.start, person.end) for found in draft.people.values() for person in found}
    new = tuple(person for person in people.persons if draft.text(person.start, person.end) not in known)
    if new:
        draft.add_people(people._replace(persons=new, role=None), role)
    return True


def _is_remark(text: str) -> bool:
    """Whether a part of a bracket is a remark: SSCI, 교신저자."""
    plain = folded(text.strip(" .,:;"))
    return plain in words("remark") or (plain in words("role") and plain.startswith("공"))


_DIRECTED = regex.compile(r"[Dd]ir(?:ected|\.)\sby\s(?P<names>\p{Lu}.{2,100})")


def put_director(draft: Draft, item: Item) -> bool:
    """director := "directed by" names — of a film, which counts as a broadcast."""
    match = _DIRECTED.fullmatch(draft.source.text, *draft.trimmed(item.start, item.end))
    people = read_names(draft.source.text, *match.span("names")) if match is not None else None
    if match is None or people is None:
        return False
    draft.passed.append((item.start, match.start("names")))
    draft.add_people(people, "authors")
    draft.values["type"] = "broadcast"
    return True


_OBTAINED = regex.compile(
    r"[Oo]btained\s(?:for\s\p{Lu}+\s)?(?:by\s(?P<who>.{3,80}?)\s)?and\stranslated\s(?:for\s\p{Lu}+\s)?by\s(?P<names>\p{Lu}.{2,100})"
)


def put_obtained(draft: Draft, item: Item) -> bool:
    """obtained := "obtained" ["by" name] "and translated by" names — of a document from an archive; only translators have a field."""
    if not draft.source.text.startswith("btained", item.start + 1):
        return False
    match = _OBTAINED.fullmatch(draft.source.text, *draft.trimmed(item.start, item.end))
    people = read_names(draft.source.text, *match.span("names")) if match is not None else None
    if match is None or people is None:
        return False
    if match["who"]:
        draft.doubtful(f"Who obtained the document has no field: {match['who']}", *match.span("who"), 0.02)
    draft.passed.append((item.start, match.start("names")))
    draft.add_people(people, "translators")
    return True
