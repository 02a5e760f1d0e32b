"""Trees of HTML and SVG, and the pages they stand in.

A picture is built as a tree and written by the standard library, never glued from strings: whatever a text holds, it
comes out as text. Characters that no HTML or XML file may hold become U+FFFD, so that their loss is seen. A page loads
nothing from elsewhere and forbids itself to, and holds no script.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import blake2b
from typing import TypeAlias
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import regex

from juche_toolkit.hangul.runs import has_korean
from juche_toolkit.pictures.palette import DARK, KINDS, LIGHT, UNPARSED, FieldKind, Surface
from juche_toolkit.tables import packaged_text

__all__ = [
    "FONTS",
    "Child",
    "Element",
    "clean",
    "drawing",
    "el",
    "fragment",
    "korean",
    "latin",
    "page",
    "place_of",
    "sentence",
    "written",
]

Child: TypeAlias = "Element | str | None"
"""What an element may hold; None is nothing."""

FONTS = '"Noto Sans KR", "Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", sans-serif'
"""Fonts with Hangul, hanja and Latin with breves, on the systems there are."""

_UNWRITABLE = regex.compile(r"[[\p{Cc}--[\t\n]]\p{Cs}\p{Noncharacter_Code_Point}]", regex.V1)
_LINE_END = regex.compile("\r\n?+")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def clean(text: str) -> str:
    """A text as HTML and XML can hold it: line ends are line feeds, what must not stand in a file is U+FFFD."""
    return str(_UNWRITABLE.sub("\ufffd", _LINE_END.sub("\n", text)))


def el(tag: str, attributes: Mapping[str, str | None] | None = None, *children: Child) -> Element:
    """An element with its attributes (those that are None are left out) and children."""
    found = Element(tag, {name: clean(value) for name, value in (attributes or {}).items() if value is not None})
    last: Element | None = None
    for child in children:
        if isinstance(child, str):
            if last is None:
                found.text = (found.text or "") + clean(child)
            else:
                last.tail = (last.tail or "") + clean(child)
        elif child is not None:
            found.append(child)
            last = child
    return found


def korean(text: str, tag: str = "ko", name: str | None = None) -> Element:
    """A text in a span that says its language, if it holds Hangul or hanja."""
    return el("span", {"class": name, "lang": tag if has_korean(text) else None}, text)


def latin(text: str, name: str | None = None) -> Element:
    """Romanized Korean in a span that says so."""
    return el("span", {"class": name, "lang": "ko-Latn"}, text)


def sentence(parts: Iterable[Child], between: str = ", ") -> list[Child]:
    """Parts with a text between each two."""
    found: list[Child] = []
    for part in parts:
        if found:
            found.append(between)
        found.append(part)
    return found


def place_of(content: str) -> str:
    """A prefix for the ids of a fragment, so that two in one notebook don't meet; equal contents have equal ones."""
    return f"j{blake2b(content.encode('utf-8', 'backslashreplace'), digest_size=5).hexdigest()}-"


def written(tree: Element, *, xml: bool = False) -> str:
    """A tree as text: HTML, or XML for an SVG file."""
    return ElementTree.tostring(tree, encoding="unicode", method="xml" if xml else "html")


def fragment(*content: Child) -> str:
    """Content with its style, to stand inside another page: a notebook's output."""
    return written(el("div", {"class": "juche"}, el("style", None, _style()), *content)) + "\n"


def page(title: str, *content: Child) -> str:
    """A whole HTML page of one file."""
    head = el(
        "head", None,
        el("meta", {"charset": "utf-8"}),
        el("meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY}),
        el("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        el("meta", {"name": "color-scheme", "content": "light dark"}),
        el("link", {"rel": "icon", "href": "data:,"}),
        el("title", None, " ".join(clean(title).split()) or "juche_toolkit"),
        el("style", None, _style()),
    )  # fmt: skip
    body = el("body", {"class": "juche page"}, el("main", None, el("h1", None, title), *content))
    return "<!DOCTYPE html>\n" + written(el("html", {"lang": "en"}, head, body)) + "\n"


def drawing(width: float, height: float, title: str, style: str, *content: Child) -> Element:
    """An SVG drawing, `width` × `height` units, that shrinks with its page; both modes have its `style`."""
    size = {"width": f"{width:g}", "height": f"{height:g}", "viewBox": f"0 0 {width:g} {height:g}"}
    head = {"xmlns": "http://www.w3.org/2000/svg", **size, "role": "img", "style": "max-width:100%;height:auto"}
    return el("svg", head, el("title", None, title), el("style", None, style), *content)


@cache
def _style() -> str:
    """The style of all pictures: the colours of both modes, then style.css."""
    light, dark = (_variables(surface, mode) for surface, mode in ((LIGHT, "light"), (DARK, "dark")))
    kinds = "\n".join(
        f".juche .f-{kind.name}{{color:var(--{kind.name});background:var(--{kind.name}-tint)}}"
        for kind in (*KINDS, UNPARSED)
    )
    colours = f".juche{{{light}}}\n@media (prefers-color-scheme:dark){{.juche{{{dark}}}}}\n{kinds}\n"
    return colours + packaged_text("pictures", "style.css").replace("$FONTS", FONTS)


def _variables(surface: Surface, mode: str) -> str:
    tones = [(kind.name, _tone(kind, mode)) for kind in (*KINDS, UNPARSED)]
    named = [*surface._asdict().items(), *((name, tone[0]) for name, tone in tones)]
    named += [(f"{name}-tint", tone[1]) for name, tone in tones]
    return f"color-scheme:{mode};" + "".join(f"--{name}:{colour};" for name, colour in named)


def _tone(kind: FieldKind, mode: str) -> tuple[str, str]:
    return kind.light if mode == "light" else kind.dark
