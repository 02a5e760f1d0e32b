"""Pictures read by parsers that others wrote: html5lib, which raises at any error of the HTML standard, and lxml for SVG."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
from hypothesis import strategies as st
from lxml import etree

from tests import strategies

SVG = "{http://www.w3.org/2000/svg}"
HTML_TAGS = frozenset(
    "html head meta title link style body main h1 h2 h3 div section article header figure figcaption nav p ul ol li dl dt dd span b a "
    "details summary table caption thead tbody tr th td svg g rect line text path circle desc".split()
)
"""All elements that a picture may hold; whatever else turned up came in with a text."""

TAGS = st.sampled_from(
    (
        "<script>alert(1)</script>", "<b>", "</b>", "</style>", "</title>",
        "<!--", "-->", "]]>", "<![CDATA[", "&lt;", "&amp;", "&#60;",
        "<img src=x onerror=alert(1)>", '" onmouseover="alert(1)', "' x='", "javascript:alert(1)", "<svg onload=alert(1)>", "</svg>",
        "https://example.org/?a=1&b=<i>", "https://example.org/\"onclick=\"x", "<", ">", "&", "\r", "\r\n", "\f", "\x85", "\ud800",
        "\ufffe",
        "\u202e", "\x1b[31m",
    )
)  # fmt: skip
texts = st.lists(st.one_of(TAGS, strategies.texts, strategies.eojeols), max_size=8).map("".join)
"""Korean, other scripts and signs, with whatever might break out of its place."""


def read_html(text: str) -> Element:
    """The tree of a whole page; raises where the page has any parse error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(text)
    return tree


def read_fragment(text: str) -> Element:
    """The tree of a fragment, as it stands in another page."""
    return read_html(f"<!DOCTYPE html><html><head><title>x</title></head><body>{text}</body></html>")


def read_svg(text: str) -> Element:
    """The tree of an SVG file; raises where it is not well-formed XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    tree: Element = etree.fromstring(text.encode("utf-8"), parser)
    return tree


def local(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def by_class(tree: Element, name: str) -> list[Element]:
    return [element for element in tree.iter() if name in (element.get("class") or "").split()]


def text_of(element: Element) -> str:
    return "".join(element.itertext())


def faults(tree: Element) -> Iterator[str]:
    """What no picture may hold: strange elements, handlers, scripts, anything loaded from elsewhere."""
    for element in tree.iter():
        tag = local(element.tag)
        if tag not in HTML_TAGS:
            yield f"<{tag}>"
        for attribute, value in element.attrib.items():
            if attribute.lower().startswith("on"):
                yield f"{tag} {attribute}"
            if attribute in ("src", "srcset", "data", "action", "formaction", "ping") or (
                tag == "link" and value[:5] == "http:"
            ):
                yield f"{tag} {attribute}={value}"
            if attribute.rpartition("}")[2] == "href" and not value.startswith(("#", "http://", "https://", "data:,")):
                yield f"{tag} href={value}"
            if attribute == "style" and ("url(" in value or "expression" in value):
                yield f"{tag} style={value}"
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    yield from (f"id {name} twice" for name in {name for name in ids if ids.count(name) > 1})
    links = [element.get("href", "") for element in tree.iter() if local(element.tag) == "a"]
    yield from (f"no place {link}" for link in links if link.startswith("#") and link[1:] not in ids)
