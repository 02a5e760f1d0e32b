"""Hangul and Latin aligned: each stretch with its sound, its Latin, the rules that fired, and where Korean leaves a doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import regex
from attrs import evolve

from juche_toolkit.pictures.markup import Child, Element, el, fragment, korean, latin, page, place_of
from juche_toolkit.pictures.rules import rule_of, rules_of, split_rules
from juche_toolkit.romanization.model import Doubt, Romanization, Segment

__all__ = ["SPACE", "alignment_html", "doubts_by_place", "doubts_of", "legend", "words_of"]

SPACE = "␣"
"""How a space shows that a rule put in."""
_PIECE = regex.compile(r"\s++|\S++")


def alignment_html(results: Romanization | Iterable[Romanization], *, whole: bool = True) -> str:
    """The alignment of one or several romanizations as HTML.

    Every word of the text is a group of its segments, each with its Hangul, its sound in Hangul in square brackets, its
    Latin and the ids of the rules that fired; a legend says what they mean. Doubts stand below, with their alternatives,
    and segments point to them. `whole` gives a page, False a fragment for a notebook.
    """
    given = [results] if isinstance(results, Romanization) else list(results)
    before = "" if whole else place_of("\0".join(result.source + result.text for result in given))
    figures = [_figure(result, f"{before}{number}-") for number, result in enumerate(given, 1)]
    shown = [*figures, legend(given)]
    return page("Hangul and Latin aligned", *shown) if whole else fragment(*shown)


def words_of(result: Romanization) -> Iterator[tuple[Segment, ...]]:
    """The segments of a romanization, word by word: a word ends at white space of the text. White space itself is left out.

    A line break gives an empty word.
    """
    word: list[Segment] = []
    for segment in result.segments:
        for piece in _pieces(segment):
            if piece.source.strip() or not piece.source:
                word.append(piece)
                continue
            if word:
                yield tuple(word)
                word = []
            if "\n" in piece.source:
                yield ()
    if word:
        yield tuple(word)


def _pieces(segment: Segment) -> Iterator[Segment]:
    """A segment cut at its white space, where it is no Hangul and its Latin has the same; any other is one piece."""
    given, made = _PIECE.findall(segment.source), _PIECE.findall(segment.latin)
    if segment.pronunciation or [piece.isspace() for piece in given] != [piece.isspace() for piece in made]:
        yield segment
        return
    start = segment.start
    for source, romanized in zip(given, made, strict=True):
        yield evolve(segment, start=start, end=start + len(source), source=source, latin=romanized)
        start += len(source)


def _figure(result: Romanization, before: str) -> Element:
    doubts = doubts_by_place(result.warnings)
    words = [
        el("li", {"class": "break"}) if not word else el("li", {"class": "word"}, *_shown(word, doubts, before))
        for word in words_of(result)
    ]
    caption = el(
        "figcaption", None,
        korean(result.source, name="source"), latin(result.text, "result"),
        el("span", {"class": "scheme"}, f"scheme {result.scheme}"),
    )  # fmt: skip
    return el(
        "figure", {"class": "alignment"},
        caption, el("ol", {"class": "words"}, *words), _doubts(result.warnings, before),
    )  # fmt: skip


def doubts_by_place(doubts: Sequence[Doubt]) -> Mapping[int, list[int]]:
    """For each character that a doubt is about, the numbers of its doubts from 1: what a segment then finds without a search."""
    found: dict[int, list[int]] = {}
    for number, doubt in enumerate(doubts, 1):
        for place in range(doubt.start, doubt.end):
            found.setdefault(place, []).append(number)
    return found


def doubts_of(segment: Segment, doubts: Mapping[int, list[int]]) -> list[int]:
    """The numbers of a segment's doubts, in order."""
    return sorted({number for place in range(segment.start, segment.end) for number in doubts.get(place, ())})


def _shown(word: Sequence[Segment], doubts: Mapping[int, list[int]], before: str) -> Iterator[Element]:
    for segment in word:
        marks = [
            el("a", {"class": "doubt", "href": f"#{before}doubt-{number}"}, f"?{number}")
            for number in doubts_of(segment, doubts)
        ]
        romanized = segment.latin if segment.latin.strip() else SPACE
        rules: list[Child] = [_rule(rule) for rule in split_rules(segment.rules)]
        if segment.confidence < 1 and segment.pronunciation:
            share = f"{segment.confidence:.0%}"
            rules.append(el("span", {"class": "sure", "title": f"how sure the sound is: {share}"}, f"{share} sure"))
        yield el(
            "span", {"class": "segment" if segment.source else "segment joint"},
            el("span", {"class": "hangul"}, korean(segment.source) if segment.source.strip() else "\u00a0", *marks),
            el("span", {"class": "sound", "lang": "ko"}, f"[{segment.pronunciation}]" if segment.pronunciation else "\u00a0"),
            latin(romanized, "latin"),
            el("span", {"class": "rules"}, *(rules or ["\u00a0"])),
        )  # fmt: skip


def _rule(name: str) -> Element:
    told = rule_of(name)
    return el("span", {"class": "rule", "title": f"{told.cited}: {told.says}" if told.says else None}, name)


def _doubts(doubts: Sequence[Doubt], before: str) -> Element | None:
    if not doubts:
        return None
    return el("ul", {"class": "doubts"}, *(_doubt(number, doubt, before) for number, doubt in enumerate(doubts, 1)))


def _doubt(number: int, doubt: Doubt, before: str) -> Element:
    ways: list[Child] = []
    for way in doubt.alternatives:
        ways += [" or " if ways else " Alternatives: ", el("b", {"lang": "ko-Latn"}, way)]
    return el(
        "li", {"id": f"{before}doubt-{number}"},
        el("span", {"class": "doubt"}, f"?{number}"), " ", korean(doubt.message), ".", *ways,
    )  # fmt: skip


def legend(results: Iterable[Romanization]) -> Element | None:
    """What the rules that fired say, or None where none did."""
    rules = rules_of(results)
    if not rules:
        return None
    rows: list[Child] = []
    for rule in rules:
        rows.append(el("dt", None, el("span", {"class": "rule"}, rule.id)))
        example: list[Child] = [" (", korean(rule.example), ")"] if rule.example else []
        told: list[Child] = [": ", korean(rule.says), *example] if rule.says else []
        rows.append(el("dd", None, korean(rule.cited), *told))
    return el("section", {"class": "legend"}, el("h2", None, "The rules"), el("dl", None, *rows))
