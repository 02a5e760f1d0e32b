"""Persons to Latin: one or several names in a string, their titles of address, and the form that a catalogue enters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from juche_toolkit.romanization.exceptions import proper_nouns
from juche_toolkit.romanization.names import capitalized, given_name, read_person, surname, titles_of_address
from juche_toolkit.romanization.options import Options
from juche_toolkit.romanization.words import WORDS_REMEMBERED, Part, follows, person, plain, shifted, word_parts

__all__ = ["heading_of", "name_parts", "split_title"]

_RULER = re.compile("(?P<name>[가-힣]{2,4}) ?(?P<title>대왕|여왕|태왕|황제|황후|왕후|대원군|부원군|대군)")
_NAME_PARTS = re.compile(r"(?s)(?P<name>[가-힣]++(?: [가-힣]++)*+)|(?P<other>[^가-힣]++)")


def name_parts(text: str, chosen: Options) -> Iterator[Part]:
    """One or more personal names: each stretch of Hangul words is a name, with a title of address perhaps after it."""
    for match in _NAME_PARTS.finditer(text):
        if match.lastgroup != "name":
            yield from shifted(word_parts(match.group(), chosen), match.start())
            continue
        for part in _one_name(match.group(), chosen):
            yield part._replace(start=part.start + match.start(), end=part.end + match.start())


@lru_cache(maxsize=WORDS_REMEMBERED)
def _one_name(name: str, chosen: Options) -> tuple[Part, ...]:
    figure = _figure(name, chosen)
    if figure:
        return (Part(0, len(name), name, figure, ("R9",)),)
    body, title = split_title(name)
    customary = _customary(body, chosen)
    found = None if customary else read_person(body)
    if customary:
        parts = [Part(0, len(body), body, customary, ("exception",))]
    elif found is None:
        parts = [Part(0, len(body), body, *_pen_name_or_foreign(body, chosen))]
    else:
        latin = person(found.surname, found.given, found.hyphen, chosen)
        parts = [Part(0, len(body), body, latin, ("R9",))]
    if title:
        spaced = " " + plain(title.strip(), chosen)[0]
        parts.append(Part(len(body), len(name), title, spaced, ("title of address",)))
    return tuple(parts)


def _figure(name: str, chosen: Options) -> str:
    """A historical person who is known by no surname (원효, 율곡), or a ruler with the title (장수왕 Changsu Wang); else ""."""
    known = proper_nouns().names.get(name.replace(" ", ""))
    ruler = _RULER.fullmatch(name)
    if known is not None and known.kind == "figure":
        words = known.words.split(" ")
    elif ruler and chosen.scheme.sound != "letters":
        words = [ruler["name"], ruler["title"]]
    else:
        return ""
    return " ".join(capitalized(plain(word, chosen)[0]) for word in words)


def _pen_name_or_foreign(body: str, chosen: Options) -> tuple[str, tuple[str, ...]]:
    """A name that isn't surname and given name: a pen name before one (율곡 이 이), or a foreign one, word by word."""
    pen, _, rest = body.partition(" ")
    known = proper_nouns().names.get(pen)
    found = read_person(rest) if " " in rest or (known is not None and known.kind == "figure") else None
    if found is None:
        return " ".join(capitalized(plain(word, chosen)[0]) for word in body.split(" ")), ("name",)
    before = given_name(pen, chosen.scheme, hyphen=False)
    return f"{before} {person(found.surname, found.given, found.hyphen, chosen)}", ("R9",)


def _customary(name: str, chosen: Options) -> str:
    """The customary spelling of a whole name; "" where it has none."""
    for names in chosen.customary:
        found = names.find(name, follows, alone=True)
        if found is not None and found[0] == len(name):
            return found[1].latin or ""
    return ""


def heading_of(name: str, chosen: Options) -> str | None:
    """A person's name, in Hangul, without a title, as a catalogue enters it: Kim, Se-yŏng (ALA-LC R9); None for others."""
    found = read_person(name)
    if found is None or not found.given:
        return None
    family = surname(found.surname, chosen.scheme, "drop" if chosen.drop_initial else "keep")
    return f"{family}, {given_name(found.given, chosen.scheme, hyphen=found.hyphen)}"


def split_title(name: str) -> tuple[str, str]:
    """A name and the title of address after it: 김일성동지 → 김일성, 동지; 홍길동 교수 → 홍길동, 교수."""
    for length in range(min(5, len(name) - 2), 1, -1):
        body, title = name[:-length], name[-length:]
        if title in titles_of_address() and len(body.rstrip(" ")) >= (2 if body.endswith(" ") else 3):
            return body.rstrip(" "), name[len(body.rstrip(" ")) :]
    return name, ""
