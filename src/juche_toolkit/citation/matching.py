"""Whether names and titles that two notes print are the same: what back-references are resolved by."""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from juche_toolkit.citation.model import Citation, Name
from juche_toolkit.citation.words import folded

__all__ = [
    "author_key",
    "author_keys",
    "begins",
    "inside",
    "responsible",
    "same_person",
    "same_work",
    "short_for",
    "title_key",
]

_ARTICLE = regex.compile(r"^\s*(?:(?:On|Of|For|Towards?)\s)?(?:The|An?)\s|^\s*(?:On|Towards?)\s", regex.IGNORECASE)
"""A short title may leave out the article or preposition that the title begins with."""
_DOTS = regex.compile(r"…|\.{3}")
_PLAIN = re.compile(r"[가-힣A-Za-z0-9 ]*+")
_BETWEEN = re.compile(r"[-.,]")
_UNIMPORTANT = regex.compile(r"[\s\p{P}\p{S}]++")


def responsible(citation: Citation) -> Sequence[Name]:
    return citation.names.get("authors") or citation.names.get("editors") or ()


def author_key(name: Name) -> str:
    """The part of a name by which a later note names the author: the whole Korean name, the Latin family name."""
    if name.script == "latin":
        return folded(name.family or name.printed.split()[-1]).replace("'", "")
    return "".join(name.printed.split())


def author_keys(name: Name) -> tuple[str, ...]:
    """The keys under which an author is found again.

    A foreign author in Hangul is found
    also by the family name, the last (안드레이 란코프), and a name in Latin letters
    that isn't split by its first word (Kim Jong Un).
    """
    parts = name.printed.split()
    if name.family is not None or len(parts) < 2 or name.script not in ("hangul", "latin", "mixed"):
        return (author_key(name),)
    other = folded(parts[0]).replace("'", "") if name.script == "latin" else parts[-1]
    return (author_key(name), *((other,) if len(other) > 1 else ()))


def same_person(one: Name, other: Name) -> bool:
    """Whether two names with one key can be one person: given names must not contradict."""
    if one.script != "latin" or other.script != "latin":
        return True
    first, second = _given(one), _given(other)
    if first and second:
        if min(len(first), len(second)) <= 2:
            return first.startswith(second[:1])
        return first.split()[0] == second.split()[0] or first.replace("-", " ") == second.replace("-", " ")
    fewer, more = sorted((_words(one), _words(other)), key=len)
    return all(any(word == whole or (len(word) == 1 and whole[0] == word) for whole in more) for word in fewer)


_PARTICLES = frozenset({"van", "von", "der", "de", "di", "da", "den", "ten", "la", "le"})


def _given(name: Name) -> str:
    """The given names as they are compared, without the particles of the family name: Erik van Ree."""
    return " ".join(word for word in folded(name.given or "").replace(".", "").split() if word not in _PARTICLES)


def _words(name: Name) -> list[str]:
    """The words of a name in Latin letters, hyphens parting them too."""
    return _BETWEEN.sub(" ", folded(name.printed)).split()


def title_key(title: str) -> str:
    """A title as titles are compared: no spaces, marks or case (관계의미학 = 관계의 미학)."""
    if _PLAIN.fullmatch(title) is not None:
        return title.replace(" ", "").casefold()
    key: str = _UNIMPORTANT.sub("", title)
    return key.casefold()


def short_for(short: str, title: str) -> bool:
    """Whether a printed title can stand for a longer one: its parts between the dots begin it and follow in order."""
    key = title_key(_ARTICLE.sub("", title))
    place = 0
    for index, part in enumerate(_DOTS.split(_ARTICLE.sub("", short))):
        wanted = title_key(part)
        found = key.find(wanted, place)
        if found < 0 or (index == 0 and found > 0):
            return False
        place = found + len(wanted)
    return True


def begins(short: str, title: str | None) -> bool:
    """Whether a printed title is the first words of a longer one; what tells it from others of a series is no word: `년감 1958`."""
    plain = _UNIMPORTANT.sub(" ", short).strip().casefold()
    rest = _UNIMPORTANT.sub(" ", title or "").strip().casefold().removeprefix(plain)
    return rest[:1] == " " and not _COUNTED.match(rest)


_COUNTED = re.compile(r"\s(?:제\s?)?(?:[\divxlⅠ-Ⅻ]+\b|[상중하](?![가-힣]))")


def inside(short: str, title: str) -> bool:
    """Whether a short title is words out of a longer one, not its first: `Khrushchev Era`, `38선 충돌과 전쟁의 형성`."""
    plain = _UNIMPORTANT.sub(" ", _ARTICLE.sub("", short)).strip().casefold()
    if len(plain) < _SHORTEST or (" " not in plain and len(plain) < 2 * _SHORTEST):
        return False
    return f" {plain} " in f" {_UNIMPORTANT.sub(' ', title).casefold()} "


_SHORTEST = 7
"""Fewer letters, or one word of fewer than twice as many, may stand in any title."""


def same_work(one: Citation, other: Citation) -> bool:
    """Whether two full citations can be of one work: title and what tells volumes and issues apart don't contradict."""
    if title_key(one.title or "") != title_key(other.title or ""):
        return False
    pairs = ((getattr(one, field), getattr(other, field)) for field in _TELLING)
    return all(first is None or second is None or first == second for first, second in pairs)


_TELLING = ("volume", "issue", "year", "month", "day")
