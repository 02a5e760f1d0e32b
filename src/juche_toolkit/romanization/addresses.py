"""Addresses of web pages in a text: an address with Hangul in it (https://a.kr/책) is copied, never romanized.

While the words of a text are worked on, what is not ASCII in an address is hidden behind a sign that no rule touches; then
it is put back. Every character keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from juche_toolkit.romanization.words import Part

__all__ = ["Hidden", "addressed", "hide"]

_SIGN = "\ufdd0"
"""A noncharacter of Unicode, free for use inside a program; a text that has it gets it back as well."""
_INSIDE = r"[^\s<>\"“”‘’「」『』《》〈〉()\[\]{}|]"
_ADDRESS = re.compile(rf"(?i:(?:https?|ftp)://|(?<![a-z0-9.])www\.)(?:{_INSIDE}|\({_INSIDE}*+\))++")
"""From the protocol to a space, a quotation mark or a bracket; brackets that open and close inside belong to it."""
_PARTICLE = re.compile(
    r"(?i)(?:^(?:[a-z]+://)?[a-z0-9.:@-]+\.[a-z]{2,}|\.(?:html?|php|jsp|aspx?|do|pdf|xml|txt|jpe?g|png|hwpx?|mp[34]))(?P<word>[가-힣]++)$"
)
"""Hangul at the end that can't be of the address: behind a host alone (https://a.kr에서) or a file's ending (a.html에서)."""
_OTHER = re.compile(r"[^\x00-\x7f]")


@frozen
class Hidden:
    """A text whose addresses hide what is not ASCII in them, and the hidden characters in order."""

    text: str
    characters: tuple[str, ...] = ()

    def put_back(self, parts: Iterable[Part]) -> Iterator[Part]:
        """The parts of the text with the hidden characters in their places."""
        if not self.characters:
            yield from parts
            return
        following = iter(self.characters)
        for part in parts:
            if _SIGN in part.latin:
                part = part._replace(latin=re.sub(_SIGN, lambda _: next(following), part.latin))
            yield part


def addressed(text: str) -> bool:
    """Whether a text may have an address; most have none, and are told in no time."""
    return "://" in text or "www." in text or "WWW." in text


def hide(text: str) -> Hidden:
    """Hide what is not ASCII in the addresses of a text."""
    if not addressed(text):
        return Hidden(text)
    found, before = [], 0
    for match in _ADDRESS.finditer(text):
        end = match.end()
        particle = _PARTICLE.search(match.group().rstrip(".,;:!?"))
        if particle is not None:
            end = match.start() + particle.start("word")
        if not match.group()[: end - match.start()].isascii():
            found += [text[before : match.start()], _OTHER.sub(_SIGN, text[match.start() : end])]
            before = end
    if not found:
        return Hidden(text)
    hidden = "".join(found) + text[before:]
    return Hidden(hidden, tuple(was for was, now in zip(text, hidden, strict=True) if now == _SIGN))
