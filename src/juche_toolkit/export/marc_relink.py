"""Fields and 880s that have lost each other, linked again where there is one way to do it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import regex
from attrs import evolve

from juche_toolkit.adapters.pymarc import MarcField
from juche_toolkit.export.marc_links import link_of

__all__ = ["relinked"]

_HANGUL = regex.compile(r"\p{Hangul}")


def relinked(fields: list[MarcField]) -> Iterator[tuple[str, str, str]]:
    """Mend the links of a record in place; gives the place, what stood there and what stands there now.

    $6 goes to the front. An 880 whose field is missing and the only unlinked field of that tag are linked. Numbers used
    for several fields are given anew, in the order of the fields.
    """
    yield from _to_the_front(fields)
    yield from _joined(fields)
    yield from _renumbered(fields)


def _to_the_front(fields: list[MarcField]) -> Iterator[tuple[str, str, str]]:
    for number, field in enumerate(fields):
        codes = [code for code, _ in field.subfields]
        if codes.count("6") == 1 and codes[0] != "6":
            place = codes.index("6")
            moved = (field.subfields[place], *field.subfields[:place], *field.subfields[place + 1 :])
            fields[number] = evolve(field, subfields=moved)
            yield f"{field.tag} $6", f"subfield {place + 1}", "subfield 1"


def _joined(fields: list[MarcField]) -> Iterator[tuple[str, str, str]]:
    links = [link_of(field) if field.data is None else None for field in fields]
    there = {(field.tag, link.number) for field, link in zip(fields, links, strict=True) if link and link.tag == "880"}
    back = {(link.tag, link.number) for field, link in zip(fields, links, strict=True) if link and field.tag == "880"}
    orphans: dict[str, list[int]] = {}
    widows: dict[str, list[int]] = {}
    dangling: list[int] = []
    unlinked: list[int] = []
    for number, (field, link) in enumerate(zip(fields, links, strict=True)):
        if field.data is not None:
            continue
        if field.tag == "880":
            if link is None:
                unlinked.append(number)
            elif link.number != "00" and (link.tag, link.number) not in there:
                orphans.setdefault(link.tag, []).append(number)
        elif link and link.tag == "880" and (field.tag, link.number) not in back:
            dangling.append(number)
            widows.setdefault(field.tag, []).append(number)
        elif _may_be_linked(field):
            widows.setdefault(field.tag, []).append(number)
    used = {link.number for link in links if link}
    for tag, found in orphans.items():
        if len(found) == len(widows.get(tag, ())) == 1:
            yield from _join(fields, widows[tag][0], found[0], used)
    if len(dangling) == len(unlinked) == 1 and not orphans:
        yield from _given_link(fields, dangling[0], unlinked[0])


def _given_link(fields: list[MarcField], widow: int, unlinked: int) -> Iterator[tuple[str, str, str]]:
    """Link the one 880 that names no partner with the one field that has lost its own, if they have the same subfields."""
    field, partner = fields[widow], fields[unlinked]
    link = link_of(field)
    codes = [[code for code, _ in one.subfields if code != "6"] for one in (field, partner)]
    if link is None or codes[0] != codes[1]:
        return
    script = "/$1" if any(_HANGUL.search(value) for _, value in partner.subfields) else ""
    if (change := _set(fields, unlinked, f"{field.tag}-{link.number}{script}")) is not None:
        yield "880 $6", *change


def _may_be_linked(field: MarcField) -> bool:
    """Whether a field without $6 can be the romanized partner of an 880: it has no Hangul itself."""
    return not any(code == "6" or _HANGUL.search(value) for code, value in field.subfields)


def _join(fields: list[MarcField], widow: int, orphan: int, used: set[str]) -> Iterator[tuple[str, str, str]]:
    field, partner = fields[widow], fields[orphan]
    link = link_of(partner)
    if link is None:
        return
    others = {
        one.number for place, each in enumerate(fields)
        if place not in (widow, orphan) and each.data is None and (one := link_of(each)) is not None
    }  # fmt: skip
    number = link.number
    if number in others:
        number = next(free for count in range(1, 100) if (free := f"{count:02d}") not in used)
        used.add(number)
    if (change := _set(fields, widow, f"880-{number}")) is not None:
        yield f"{field.tag} $6", *change
    script = f"/{link.script}" if link.script else ""
    if (change := _set(fields, orphan, f"{field.tag}-{number}{script}")) is not None:
        yield "880 $6", *change


def _set(fields: list[MarcField], place: int, value: str) -> tuple[str, str] | None:
    """Give a field its $6; what stood there before and what stands there now, None where that is the same."""
    field = fields[place]
    before = next((text for code, text in field.subfields if code == "6"), "")
    if before == value:
        return None
    rest = tuple(pair for pair in field.subfields if pair[0] != "6")
    fields[place] = evolve(field, subfields=(("6", value), *rest))
    return before or "none", value


def _renumbered(fields: list[MarcField]) -> Iterator[tuple[str, str, str]]:
    """Give pairs new numbers where a number stands in several fields; each (tag, number) must be one pair."""
    links = [link_of(field) if field.data is None else None for field in fields]
    there = [(field.tag, link.number) for field, link in zip(fields, links, strict=True) if link and link.tag == "880"]
    numbers = Counter(number for _, number in there)
    if max(numbers.values(), default=0) < 2 or len(set(there)) < len(there) or len(there) > 99:
        return
    new = {pair: f"{count:02d}" for count, pair in enumerate(there, 1)}
    for place, (field, link) in enumerate(zip(fields, links, strict=True)):
        if link is None:
            continue
        key = (link.tag, link.number) if field.tag == "880" else (field.tag, link.number)
        if key not in new:
            continue
        script = f"/{link.script}" if link.script else ""
        change = _set(fields, place, f"{link.tag}-{new[key]}{script}")
        if change is not None:
            yield f"{field.tag} $6", *change
