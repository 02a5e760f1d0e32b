"""The tree builder and the page: what no file may hold is seen, what looks like markup stays text."""

from __future__ import annotations

from hypothesis import given

from juche_toolkit.pictures.lettering import lines_of, width_of
from juche_toolkit.pictures.markup import FONTS, clean, el, fragment, page, written
from tests.pictures.readers import faults, read_fragment, read_html, read_svg, text_of, texts


@given(texts)
def test_a_text_comes_out_as_text_wherever_it_stands(text: str) -> None:
    tree = read_html(page(text, el("p", {"title": text}, text, el("b", None, text), text)))
    paragraph = next(tree.iter("p"))
    assert text_of(paragraph) == clean(text) * 3
    assert paragraph.get("title") == clean(text)
    assert not list(faults(tree))
    assert text_of(next(tree.iter("title"))) == (" ".join(clean(text).split()) or "juche_toolkit")


@given(texts)
def test_a_text_comes_out_as_text_in_xml_too(text: str) -> None:
    tree = read_svg(written(el("g", {"id": text}, text), xml=True))
    assert text_of(tree) == clean(text)
    assert list(tree) == []


def test_what_no_file_may_hold_is_seen_as_lost() -> None:
    assert clean("a\x00b\ud800c\ufffed\x1be\x85f") == "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf"
    assert clean("a\r\nb\rc\td") == "a\nb\nc\td"


def test_a_page_names_fonts_language_modes_and_loads_nothing() -> None:
    text = page("x", el("p", None, "y"))
    tree = read_html(text)
    assert tree.get("lang") == "en"
    assert text.startswith("<!DOCTYPE html>")
    metas = {meta.get("name") or meta.get("http-equiv"): meta.get("content", "") for meta in tree.iter("meta")}
    assert metas["color-scheme"] == "light dark"
    assert "width=device-width" in metas["viewport"]
    assert metas["Content-Security-Policy"].startswith("default-src 'none'")
    style = text_of(next(tree.iter("style")))
    assert FONTS in style
    assert "prefers-color-scheme:dark" in style
    assert "http" not in style
    assert "@import" not in style
    assert "url(" not in style


def test_every_rule_of_the_style_stands_under_juche() -> None:
    tree = read_fragment(fragment(el("p", None, "y")))
    style = text_of(next(tree.iter("style")))
    while "/*" in style:
        before, _, rest = style.partition("/*")
        style = before + rest.partition("*/")[2]
    selectors = [
        part.strip()
        for rule in style.replace("@media (prefers-color-scheme:dark){", "").split("}")
        for part in rule.partition("{")[0].split(",")
        if part.strip() and not part.strip().startswith("@media")
    ]
    assert len(selectors) > 50
    assert [selector for selector in selectors if not selector.startswith(".juche")] == []


@given(texts)
def test_lines_of_a_drawing_hold_every_character_and_none_is_too_wide(text: str) -> None:
    lines = lines_of(text, 10, 80)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width_of(line, 10) <= 80 for line in lines)
