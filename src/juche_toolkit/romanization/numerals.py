"""Numbers with their counters, as ALA-LC W7 (page 32) writes them.

In digits the counter follows a hyphen without sound change (21세기 21-segi, 제4호 che 4-ho); in words it joins the last numeral, and the
higher numerals stand in pairs joined by hyphens, each beginning as a word does (천구백구십육년 ch'ŏn-kubaek-kusip-yungnyŏn). A date
known by its numbers takes a hyphen (사·일구 sa-ilgu).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from juche_toolkit.hangul.lexicon import lexicon
from juche_toolkit.romanization.scheme import Scheme
from juche_toolkit.romanization.transcribe import sound_and_spell
from juche_toolkit.tables import packaged_text, read_rows

__all__ = ["Numeral", "is_counter", "numerals"]

_DIGITS = "일이삼사오육륙칠팔구"
_DOTS = "·∙ㆍ・‧"
_GROUP = f"[{_DIGITS}]?[십백천만억]"
_IN_DIGITS = re.compile(
    rf"(?:(?<![가-힣])(?P<ordinal>제)[ ]?)?(?P<number>\d++(?:[.,]\d++)*+)(?:[{_DOTS}](?P<second>\d++))?"
    r"(?:[ ]?(?P<counter>[가-힣]++))?"
)
_IN_WORDS = re.compile(rf"(?<![가-힣])(?P<groups>(?:{_GROUP})++)(?P<rest>[가-힣]++)")
_DATE = re.compile(rf"(?<![가-힣])(?P<one>[{_DIGITS}십]{{1,2}})[{_DOTS}](?P<two>[{_DIGITS}십]{{1,3}})(?![가-힣])")
_FIXED = {"사일구": ("사", "일구"), "오일륙": ("오", "일륙"), "오일육": ("오", "일륙")}
"""W7(e), p. 32: dates written as one word."""
_FIXED_DATE = re.compile(rf"(?<![가-힣])(?:{'|'.join(_FIXED)})(?![가-힣])")


class Numeral(NamedTuple):
    """A number with its counter: its range in the text, its Latin, the rule."""

    start: int
    end: int
    latin: str
    rule: str


@cache
def _counters() -> frozenset[str]:
    name = "counters.tsv"
    return frozenset(
        row["counter"] for _, row in read_rows(packaged_text("romanization/tables", name).splitlines(), name=name)
    )


def is_counter(word: str) -> bool:
    """Whether a word counts or orders (년, 세기, 차)."""
    return word in _counters()


def numerals(text: str, scheme: Scheme) -> Iterator[Numeral]:
    """The numbers with counters in a text, in order and without overlap."""
    found = [*_in_digits(text, scheme), *_in_words(text, scheme), *_dates(text, scheme)]
    place = 0
    for numeral in sorted(found):
        if numeral.start >= place:
            yield numeral
            place = numeral.end


def _in_digits(text: str, scheme: Scheme) -> Iterator[Numeral]:
    for match in _IN_DIGITS.finditer(text):
        counter = _counter(match.group("counter") or "")
        number = match.group("number")
        if match.group("second"):
            number += f", {match.group('second')}"
        if not counter and not match.group("ordinal"):
            continue
        ordinal = _spell("제", scheme) if match.group("ordinal") else ""
        if counter:
            end = match.start("counter") + len(counter)
            spelt = _spell(counter, scheme)
            if spelt.startswith("ny"):
                spelt = spelt[1:]
            latin = f"{ordinal} {number}-{spelt}".lstrip()
        else:
            end = match.end("second") if match.group("second") else match.end("number")
            latin = f"{ordinal}-{number}"
        yield Numeral(match.start(), end, latin, "W7")


def _counter(hangul: str) -> str:
    """The counter that the Hangul behind a number begins with, if nothing but a particle follows it."""
    for size in range(min(3, len(hangul)), 0, -1):
        if hangul[:size] in _counters() and (size == len(hangul) or lexicon().is_tail(hangul[size - 1], hangul[size:])):
            return hangul[:size]
    return ""


def _in_words(text: str, scheme: Scheme) -> Iterator[Numeral]:
    for match in _IN_WORDS.finditer(text):
        rest = match.group("rest")
        digit = rest[0] if rest[0] in _DIGITS else ""
        counter = _counter(rest[len(digit) :])
        groups = re.findall(_GROUP, match.group("groups"))
        if (counter and len(groups) + bool(digit) >= 2) or (digit and len(rest) == 1 and len(groups) >= 2):
            parts = [*groups, digit + counter] if digit else [*groups[:-1], groups[-1] + counter]
            end = match.start("rest") + len(digit) + len(counter)
            yield Numeral(match.start(), end, "-".join(_spell(part, scheme) for part in parts), "W7")


def _dates(text: str, scheme: Scheme) -> Iterator[Numeral]:
    for match in _DATE.finditer(text):
        yield Numeral(
            match.start(), match.end(), f"{_spell(match['one'], scheme)}-{_spell(match['two'], scheme)}", "W7(e)"
        )
    for match in _FIXED_DATE.finditer(text):
        one, two = _FIXED[match.group()]
        yield Numeral(match.start(), match.end(), f"{_spell(one, scheme)}-{_spell(two, scheme)}", "W7(e)")


def _spell(word: str, scheme: Scheme) -> str:
    units, _ = lexicon().units(word, as_seoul=scheme.initial == "drop")
    return "".join(map(str, sound_and_spell(units, scheme)))
