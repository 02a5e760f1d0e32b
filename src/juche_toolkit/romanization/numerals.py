"""Numbers with their counters, as ALA-LC W7 (page 32) writes them.

In digits the counter follows a hyphen without sound change (21세기 21-segi, 제4호 che 4-ho); in words it joins the last numeral, and the
higher numerals stand in pairs joined by hyphens, each beginning as a word does (천구백구십육년 ch'ŏn-kubaek-kusip-yungnyŏn). A date
known by its numbers takes a hyphen (사·일구 sa-ilgu).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from juche_toolkit.hangul.lexicon import lexicon
from juche_toolkit.romanization.scheme import Scheme
from juche_toolkit.romanization.transcribe import sound_and_spell
from juche_toolkit.tables import packaged_text, read_rows

__all__ = ["Numeral", "is_counter", "numerals"]

_DIGITS = "일이삼사오육륙칠팔구"
_DOTS = "·∙ㆍ・‧"
_GROUP = f"[{_DIGITS}]?[십백천만억]"
_IN_DIGITS = re.compile(rf"(\d++(?:[.,]\d++)*+)(?:[{_DOTS}](\d++))?(?:[ ]?([가-힣]++))?")
"""A number, a second one behind a dot, and the Hangul behind it."""
_IN_WORD = re.compile("[가-힣A-Za-z0-9]")
_HIGHER = re.compile(f"(?<![가-힣]){_GROUP}")
_DIGIT = re.compile(r"\d")
_HIGHER_BEHIND = re.compile("[십백천만억]++여?|여")
_IN_WORDS = re.compile(rf"(?<![가-힣])(?P<groups>(?:{_GROUP})++)(?P<rest>[가-힣]++)")
_DOT = re.compile(f"[{_DOTS}]")
_DATE = re.compile(rf"(?<![가-힣])(?P<one>[{_DIGITS}십]{{1,2}})[{_DOTS}](?P<two>[{_DIGITS}십]{{1,3}})(?![가-힣])")
_ORDINALS = re.compile(rf"(?<![가-힣])제(?P<one>[{_DIGITS}])[{_DOTS}](?P<two>[{_DIGITS}])(?![가-힣])")
_FIXED = {"사일구": ("사", "일구"), "오일륙": ("오", "일륙"), "오일육": ("오", "일륙")}
"""W7(e), p. 32: dates written as one word."""
_ANY = re.compile(
    rf"\d|(?<![가-힣])(?:{_GROUP}|{'|'.join(_FIXED)})|[{_DIGITS}십][{_DOTS}]",
)
"""What every number that is read here has: most titles have none, and are told by it in no time."""
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
    if _ANY.search(text) is None:
        return
    found = _in_digits(text, scheme) if _DIGIT.search(text) is not None else []
    if _HIGHER.search(text) is not None:
        found += _in_words(text, scheme)
    found += _dates(text, scheme)
    found += _ordinals(text, scheme)
    place = 0
    for numeral in sorted(found):
        if numeral.start >= place:
            yield numeral
            place = numeral.end


def _in_digits(text: str, scheme: Scheme) -> list[Numeral]:
    found: list[Numeral] = []
    last = 0
    for match in _IN_DIGITS.finditer(text):
        number, second, hangul = match.groups()
        start = match.start()
        ordinal = _ordinal(text, start, last) if start and text[start - 1] in "제 " else None
        counter = _counter(hangul) if hangul else ""
        if not counter and ordinal is None:
            continue
        latin = f"{number}, {second}" if second else number
        end = match.end(2 if second else 1)
        if counter:
            latin = f"{latin}-{_counter_latin(counter, scheme)}"
            end = match.start(3) + len(counter)
        if ordinal is not None:
            # 제2조제1항: a law's places are words each
            apart = " " if ordinal and _IN_WORD.match(text, ordinal - 1) else ""
            latin = f"{apart}{_spell('제', scheme)}{' ' if counter else '-'}{latin}"
            start = ordinal
        found.append(Numeral(start, end, latin, "W7"))
        last = end
    return found


def _ordinal(text: str, start: int, last: int) -> int | None:
    """Where the 제 of a number begins that starts at `start`; `last` is where the number before it ends. None if it has none."""
    place = start - 1 if text[start - 1] == "제" else start - 2
    if place < 0 or text[place] != "제":
        return None
    return place if place in (0, last) or not "가" <= text[place - 1] <= "힣" else None


@lru_cache(maxsize=1 << 10)
def _counter_latin(counter: str, scheme: Scheme) -> str:
    initial_law = counter.startswith("년") and "ŏ" in scheme.marks  # 년대 must not become 연대 before its n is dropped
    return _spell("연" + counter[1:] if initial_law else counter, scheme)


@lru_cache(maxsize=1 << 12)
def _counter(hangul: str) -> str:
    """The counter that the Hangul behind a number begins with, if nothing but a particle or the next number's 제 follows it.

    Higher numerals in words belong to it (5천년 5-ch'ŏnnyŏn, 100여명 100-yŏmyŏng).
    """
    higher = _HIGHER_BEHIND.match(hangul)
    if higher is not None:
        rest = hangul[higher.end() :]
        if higher.group() != "여" and (not rest or lexicon().is_tail(higher.group()[-1], rest)):
            return higher.group()
        counter = _counter(rest)
        if counter:
            return higher.group() + counter
    for size in range(min(3, len(hangul)), 0, -1):
        counter, rest = hangul[:size], hangul[size:]
        if counter in _counters() and (not rest or rest == "제" or lexicon().is_tail(counter[-1], rest)):
            return counter
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
    for match in _DATE.finditer(text) if _DOT.search(text) is not None else ():
        yield Numeral(
            match.start(), match.end(), f"{_spell(match['one'], scheme)}-{_spell(match['two'], scheme)}", "W7(e)"
        )
    for match in _FIXED_DATE.finditer(text) if any(date in text for date in _FIXED) else ():
        one, two = _FIXED[match.group()]
        yield Numeral(match.start(), match.end(), f"{_spell(one, scheme)}-{_spell(two, scheme)}", "W7(e)")


def _ordinals(text: str, scheme: Scheme) -> Iterator[Numeral]:
    """W7(c), p. 32: two ordinals in words with a dot between (제일·이 공화국 Cheil, I Konghwaguk)."""
    for match in _ORDINALS.finditer(text):
        second = _spell(match["two"], scheme)
        yield Numeral(
            match.start(), match.end(), f"{_spell('제' + match['one'], scheme)}, {second[0].upper()}{second[1:]}", "W7"
        )


@lru_cache(maxsize=1 << 10)
def _spell(word: str, scheme: Scheme) -> str:
    units, _ = lexicon().units(word, as_seoul=scheme.initial == "drop")
    return "".join(map(str, sound_and_spell(units, scheme)))
