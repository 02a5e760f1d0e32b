"""Hanja to Hangul: one syllable for each character, by the word where the word is known, else by the character.

Seoul's spelling follows the initial-sound law (한글 맞춤법 제10-12항: 理論 이론, but 原理 원리; 제11항 붙임 1:
率 and 列 are 율 and 열 after a vowel and after ㄴ); Pyongyang reads a character alike everywhere (조선말규범집,
맞춤법 제25항: 리론, 비률). A compound's second part is an initial too (社會主義勞動 사회주의노동), which only a list of
words can tell. 不 is 부 before ㄷ and ㅈ.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from juche_toolkit.hangul.lexicon import lexicon
from juche_toolkit.hangul.normal import compose
from juche_toolkit.hangul.runs import runs
from juche_toolkit.hangul.syllable import is_syllable, join, split
from juche_toolkit.tables import packaged_text, read_keyed, read_rows

__all__ = ["INITIAL_ONSETS", "Ambiguity", "Table", "ambiguous", "initial", "is_hanja", "reading", "readings"]

INITIAL_ONSETS = "ㄹㄴ"
_NARROW = frozenset("ㅑㅒㅕㅖㅛㅠㅣ")
_AFTER_VOWEL = {"렬": "열", "률": "율"}
_NOT, _BU = "不", "부"
_SURNAMES = {"金": "김", "沈": "심"}
"""Surnames that are read otherwise in words: 金 is 금 and 沈 is 침."""
_NAME_LENGTHS = (2, 3)
_LONGEST = 6
_CACHED = 1 << 14
_PRODUCTIVE = 3
"""Known words of three characters from which on their common beginning is a word that more compounds are made of."""


class Ambiguity(NamedTuple):
    """A hanja with several readings: its half-open range in the text as given, and its readings.

    The first of `alternatives` is the one that `reading` gives.
    """

    start: int
    end: int
    alternatives: tuple[str, ...]


@lru_cache(_CACHED)
def is_hanja(character: str) -> bool:
    """Whether a character is a Chinese one (unified, of any extension, or a compatibility one)."""
    return any(run.kind == "hanja" for run in runs(character))


def initial(syllable: str) -> str:
    """A syllable under the initial-sound law (한글 맞춤법 제10-12항): 리 이, 로 노, 녀 여; others stay."""
    onset, vowel, coda = split(syllable)
    if onset == "ㄹ":
        return join("ㅇ" if vowel in _NARROW else "ㄴ", vowel, coda)
    if onset == "ㄴ" and vowel in _NARROW:
        return join("ㅇ", vowel, coda)
    return syllable


class Table:
    """Readings of characters (the usual one first, without the initial-sound law) and of words (in Seoul spelling)."""

    def __init__(self, characters: Mapping[str, tuple[str, ...]], words: Mapping[str, str]) -> None:
        self.characters = characters
        self.words = words
        beginnings = Counter(word[:2] for word in words if word[0] in _SURNAMES and len(word) == _NAME_LENGTHS[-1])
        self._productive = frozenset(word for word, count in beginnings.items() if count >= _PRODUCTIVE)

    def _is_name(self, run: str, before: str) -> bool:
        """Whether a run that is no known word looks like a person's name: surname and one or two characters.

        A short word of several longer ones isn't its beginning: 金融街 is no name, though the list lacks it.
        """
        if run[:1] not in _SURNAMES or len(run) not in _NAME_LENGTHS or run in self.words or _goes_on(before):
            return False
        return run[:2] not in self._productive

    def read(self, run: str, *, before: str = "", initial_law: bool = True) -> str:
        """A run of hanja in Hangul; `before` is the character that stands before it. Unknown characters stay."""
        sound = "".join(self._pieces(run, before, initial_law))
        return sound if _NOT not in run else _with_bu(run, sound)

    def _pieces(self, run: str, before: str, initial_law: bool) -> Iterator[str]:
        if self._is_name(run, before):
            yield _SURNAMES[run[0]]
            last = "" if len(run) == _NAME_LENGTHS[-1] else run[0]  # 金龍均 김용균, but 申砬 신립
            for character in run[1:]:
                last = self._one(character, last, initial_law)
                yield last
            return
        place, last = 0, before
        for start, end in self.known(run):
            for character in run[place:start]:
                last = self._one(character, last, initial_law)
                yield last
            word = self.words[run[start:end]]
            if before.isdecimal() and not start:  # 2013年度: a bound noun
                word = self.characters.get(run[0], word)[0] + word[1:]
            last = word if initial_law else self._unlawed(run[start:end], word)
            yield last
            place = end
        for character in run[place:]:
            last = self._one(character, last, initial_law)
            yield last

    def known(self, run: str) -> Iterator[tuple[int, int]]:
        """The known words of a run, each the longest at its place, from the left."""
        place = 0
        while place < len(run):
            stops = range(min(len(run), place + _LONGEST), place + 1, -1)
            end = next((stop for stop in stops if run[place:stop] in self.words), 0)
            if end:
                yield place, end
            place = end or place + 1

    def _one(self, character: str, before: str, initial_law: bool) -> str:
        found = self.characters.get(character)
        if found is None:
            return character
        syllable = found[0]
        if not initial_law:
            return syllable
        last = before[-1:]
        if not _goes_on(last):
            return initial(syllable)
        if syllable in _AFTER_VOWEL and is_syllable(last) and split(last).coda in ("", "ㄴ"):
            return _AFTER_VOWEL[syllable]
        return syllable

    def _unlawed(self, written: str, word: str) -> str:
        """A word's Seoul reading with each syllable as Pyongyang spells it."""
        return "".join(
            next((full for full in self.characters.get(character, ()) if syllable in _lawed(full)), syllable)
            for character, syllable in zip(written, word, strict=True)
        )


def _lawed(full: str) -> tuple[str, ...]:
    """What a full reading may have become in Seoul's spelling."""
    return initial(full), _AFTER_VOWEL.get(full, full)


def _goes_on(before: str) -> bool:
    """Whether a word goes on after this character: after a letter of Korean, a hanja or a digit."""
    return bool(before) and (is_syllable(before) or before.isdecimal() or is_hanja(before))


def _with_bu(run: str, sound: str) -> str:
    """不 as 부 where ㄷ or ㅈ follows: 不動産 부동산, 不正 부정."""
    out = list(sound)
    for place, character in enumerate(run[:-1]):
        if character == _NOT and is_syllable(sound[place + 1]) and split(sound[place + 1]).onset in "ㄷㅈ":
            out[place] = _BU
    return "".join(out)


@cache
def _table() -> Table:
    characters: dict[str, tuple[str, ...]] = {}
    others: list[tuple[str, str]] = []
    for _, row in read_rows(packaged_text("hangul", "hanja.tsv").splitlines(), name="hanja.tsv"):
        characters.update(dict.fromkeys(row["usual"], (row["reading"],)))
        others.extend((character, row["reading"]) for character in row["also"])
    for character, also in others:
        if character in characters:
            characters[character] += (also,)
    words: dict[str, str] = {}
    made = "hanja_words.tsv"  # one row for each reading, as its maker writes it
    rows = read_keyed(packaged_text("hangul", made), ("reading", "written"), name=made)
    for spoken, written in reversed(rows.items()):  # they come last row first; the last one that has a word tells it
        words.update(dict.fromkeys(written.split(" "), spoken))
    own = "hanja_own.tsv"
    for _, row in read_rows(packaged_text("hangul", own).splitlines(), name=own):
        words.update(dict.fromkeys(row["written"].split(" "), row["reading"]))
    return Table(characters, words)


def readings(character: str) -> tuple[str, ...]:
    """The readings of one hanja, the usual one first, without the initial-sound law; () for any other character."""
    return _table().characters.get(compose(character).text, ())


def reading(text: str, *, initial_law: bool = True) -> str:
    """The text, in NFC, with its hanja replaced by Hangul, one syllable for each; everything else stays untouched.

    With `initial_law` in Seoul's spelling (理論 이론), without in Pyongyang's (리론). An unknown character stays.
    """
    composed = compose(text).text
    table, parts = None, []
    for run in runs(composed):
        if run.kind == "hanja":
            table = table or _table()
            parts.append(table.read(run.text, before=composed[run.start - 1 : run.start], initial_law=initial_law))
        else:
            parts.append(run.text)
    return "".join(parts)


def ambiguous(text: str) -> tuple[Ambiguity, ...]:
    """The hanja whose reading is a guess: those with several readings that stand in no known word.

    Offsets are into the text as given.
    """
    composed = compose(text)
    table = _table()
    found = []
    for run in runs(composed.text):
        if run.kind != "hanja":
            continue
        chosen = table.read(run.text, before=composed.text[run.start - 1 : run.start])
        known = {place for start, end in table.known(run.text) for place in range(start, end)}
        for place, character in enumerate(run.text):
            several = table.characters.get(character, ())
            if len(several) > 1 and place not in known and character != _NOT and not _in_word(chosen, place):
                start, end = composed.span(run.start + place, run.start + place + 1)
                rest = (one for one in several if chosen[place] not in (one, *_lawed(one)))
                found.append(Ambiguity(start, end, (chosen[place], *rest)))
    return tuple(found)


def _in_word(chosen: str, place: int) -> bool:
    """Whether the reading at a place makes, with its neighbours, a word of the list of Sino-Korean words."""
    words = lexicon().words
    return any(
        chosen[start : start + length] in words
        for length in (2, 3)
        for start in range(max(0, place - length + 1), place + 1)
        if start + length <= len(chosen)
    )
