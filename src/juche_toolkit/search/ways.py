"""The ways to look for the words of a query: by terms, characters, initials, Latin spellings and years, the surest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice, product
from typing import Literal

import regex
from attrs import evolve, frozen

from juche_toolkit.adapters.store import AllOf, AnyOf, Expression, Part, Prefix, Word
from juche_toolkit.hangul.hanja import ambiguous, is_hanja, reading
from juche_toolkit.hangul.syllable import is_syllable
from juche_toolkit.search.folding import fold, latin_words, loose
from juche_toolkit.search.inner import inner_words
from juche_toolkit.search.keys import initials, seoul_latin, skeleton, years

__all__ = [
    "Kind",
    "Leaf",
    "Step",
    "Terms",
    "all_of",
    "any_of",
    "hangul_leaf",
    "initials_leaf",
    "kind_of",
    "latin_leaf",
    "phrase_leaf",
    "prefix_leaf",
    "year_leaf",
]

Kind = Literal["hangul", "hanja", "initials", "latin", "year", "mixed", "empty"]
Terms = Callable[[str], Sequence[str]]

_SURE = 3
"""Syllables from which on a stretch of characters is a match of its own: two may straddle a boundary (감정치료 has 정치)."""
_SURE_SOUNDS, _SURE_WORD = 5, 8
"""Letters of a skeleton from which on it is a match of its own, for several words and for one."""
_SURE_NEARLY, _MOST_NEAR = 4, 64
"""Letters of a skeleton from which on one sound may be otherwise, and with how many such skeletons a query is asked."""
_NEAR = (
    (regex.compile(r"n(?=[^aeiok]|$)"), ("nk",)),
    (regex.compile(r"nk(?=[^aeio]|$)"), ("n",)),
    (regex.compile("e"), ("o", "a")),
    (regex.compile("a"), ("e",)),
    (regex.compile("(?<=[^aeio])i"), ("oi",)),
)
"""What is often written for each other besides what a skeleton has one letter for."""
_SURE_BEGINNING = 5
"""Letters from which on the last of several Latin words may be the beginning of a longer one."""
_MOST_READINGS = 8
_MOST_INITIALS = 64
_YEAR_WORD = regex.compile(r"(?:(?:주체|主體)\d{1,3}(?:\(\d{4}\))?년?|(?:1\d{3}|20\d{2})[년年]?)\p{P}*+")
_OTHERS = {"ㅇ": "ㅇㄹㄴ", "ㄴ": "ㄴㄹㅇ", "ㄹ": "ㄹㄴㅇ"}
"""Initials that the two orthographies write for each other at the beginning of a word."""


@frozen
class Step:
    """One search of the store: the keys it looks at, by name, and what for; a fallback is tried where nothing was found."""

    matched: str
    expression: Expression
    fallback: bool = False


@frozen
class Leaf:
    """Words of one kind, a phrase or a prefix: ways to look for it, and what to mark."""

    kind: Kind
    steps: tuple[Step, ...]
    parts: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    latin: tuple[str, ...] = ()
    sounds: tuple[str, ...] = ()


def kind_of(word: str) -> Kind:
    """What a word is; digits and signs that are no year go with Hangul, where they are looked for as characters."""
    if _YEAR_WORD.fullmatch(word):
        return "year"
    key = fold(word).key
    letters = [character for character in key if not character.isdigit()]
    if letters and all("ㄱ" <= letter <= "ㅎ" for letter in letters):
        return "initials"
    if any(map(is_syllable, key)) or any("ㄱ" <= letter <= "ㅣ" for letter in letters):
        return "hanja" if any(map(is_hanja, word)) else "hangul"
    return "latin" if letters else "hangul"


def hangul_leaf(words: Sequence[str], terms: Terms) -> Leaf | None:
    text = " ".join(words)
    key = fold(text).key
    if not key:
        return None
    found = tuple(dict.fromkeys(filter(None, (fold(term).key for term in terms(reading(text))))))
    each = tuple(filter(None, (fold(word).key for word in words)))
    left = [word for word in each if len(word) > 1 and not any(term in word for term in found)]  # 이해, cut as 이 해
    steps = [Step("terms", all_of([*(Word("terms", term) for term in found), *(Part("title", word) for word in left)]))]
    sure = len(key) >= _SURE or not found
    stretches = _stretches(text, fallback=not sure)
    if len(found) > 1 and sure and key.startswith(found[0]):  # not in the middle of a word: 북한 경제 in 남북한 경제
        begun = [evolve(step, expression=AllOf((Word("terms", found[0]), step.expression))) for step in stretches]
        stretches = begun + [evolve(step, fallback=True) for step in stretches]
    steps = (steps if found else []) + stretches
    if len(found) == 1 and found[0] == key and (inner := inner_words(key)):  # 인민민주주의, as if typed 인민 민주주의
        steps.append(Step("terms", all_of([Word("terms", part) for part in inner])))
    if found and left:
        steps.append(Step("terms", all_of([Word("terms", term) for term in found]), fallback=True))
    for parts in dict.fromkeys((found, each)):
        if len(parts) > 1:
            steps.append(Step("title", all_of([Part("title", part) for part in parts]), fallback=True))
    marks = tuple(dict.fromkeys((key, loose(fold(text)), *found, *each)))
    return Leaf("hanja" if any(map(is_hanja, text)) else "hangul", tuple(steps), parts=marks)


def _stretches(text: str, *, fallback: bool = False) -> list[Step]:
    """A text as a stretch of a title's characters, exactly and loosely, in every reading of its hanja."""
    folded = fold(text)
    keys = tuple(dict.fromkeys((folded.key, *(fold(other).key for other in _other_readings(text)))))
    easier = loose(folded)
    relaxed: list[Expression] = [Part(column, easier) for column in ("loose", "title")[: 1 + (easier != folded.key)]]
    return [
        Step("title", any_of([Part("title", key) for key in keys]), fallback),
        Step("loose", any_of(relaxed), fallback),
    ]


def _other_readings(text: str) -> list[str]:
    """A text with the hanja whose reading is a guess read in every way; not too many."""
    guesses = ambiguous(text)
    found = []
    for choice in product(*(guess.alternatives for guess in guesses)):
        out = list(text)
        for guess, syllable in zip(guesses, choice, strict=True):
            out[guess.start : guess.end] = [syllable] + [""] * (guess.end - guess.start - 1)
        found.append("".join(out))
        if len(found) == _MOST_READINGS:
            break
    return found if guesses else []


def initials_leaf(words: Sequence[str]) -> Leaf | None:
    """The initials of terms first, then of their beginnings, then any initials in a row; a few in a row are in every title."""
    letters = initials("".join(words))
    each = [initials(word) for word in words]
    others = _other_initials(letters)
    steps = []
    if all(len(word) > 1 for word in each):
        steps.append(Step("initials", all_of([_either(Word, word) for word in each])))
        sure = all(len(word) >= _SURE for word in each)
        steps.append(Step("initials", all_of([_either(Prefix, word) for word in each]), fallback=not sure))
    few = len(letters) <= _SURE
    steps.append(Step("initials", Part("initials", letters), fallback=few))
    if len(letters) >= _SURE and len(others) > 1:
        steps.append(Step("initials", any_of([Part("initials", other) for other in others]), fallback=few))
    if len(words) > 1:
        steps.append(Step("initials", all_of([Part("initials", word) for word in each]), fallback=True))
    return Leaf("initials", tuple(steps), letters=tuple(dict.fromkeys((letters, *each, *others))))


def _either(kind: type[Word | Prefix], letters: str) -> Expression:
    """Terms with these initials. Their keys obey the initial-sound law in every syllable, and so must the letters."""
    return any_of([kind("terms", other) for other in _other_initials(letters)])


def _other_initials(letters: str) -> list[str]:
    """Initials as either orthography may have them, not too many, those typed first."""
    choices = product(*(_OTHERS.get(letter, letter) for letter in letters))
    return ["".join(choice) for choice in islice(choices, _MOST_INITIALS)]


def latin_leaf(words: Sequence[str]) -> Leaf | None:
    folded = [word for text in words for word in latin_words(text)]
    if not folded:
        return None
    joined = "".join(folded)
    steps = [
        Step("terms", all_of([Word("terms", word) for word in folded])),
        Step("title", Part("title", joined), fallback=len(joined) <= _SURE),
        Step("latin", all_of([Word("latin", word) for word in folded])),
    ]
    lawful = [seoul_latin(word) for word in folded]
    both = [any_of([Word("latin", word) for word in dict.fromkeys(pair)]) for pair in zip(folded, lawful, strict=True)]
    if lawful != folded:
        steps.append(Step("latin", all_of(both)))
    if len(folded) > 1 and len(folded[-1]) >= _SURE_BEGINNING:  # nodong undong, of 노동 운동사
        begun_with = any_of([Prefix("latin", word) for word in dict.fromkeys((folded[-1], lawful[-1]))])
        steps.append(Step("latin", all_of([*both[:-1], begun_with])))
    steps += _sloppy(folded, lawful)
    skeletons = tuple(dict.fromkeys((*_rows(folded), *map(skeleton, folded), *map(skeleton, lawful))))
    latin = tuple(dict.fromkeys((*folded, *lawful)))
    return Leaf("latin", tuple(steps), parts=(joined, *folded), latin=latin, sounds=skeletons)


def _sloppy(words: Sequence[str], lawful: Sequence[str]) -> list[Step]:
    """Latin words by their sounds: as words of the title, and as a stretch of it that begins with the first of them.

    One word of many letters is sure enough to be looked for beside those that are spelt so; all others where nothing is.
    """
    rows = tuple(row for row in dict.fromkeys((*_rows(words), *_rows(lawful))) if _tells(row))
    each = [tuple(dict.fromkeys(map(skeleton, pair))) for pair in zip(words, lawful, strict=True)]
    ways = [any_of([Word("sloppy", way) for way in pair]) for pair in each] if all(map(all, each)) else []
    nearly = [Step("sloppy", found, fallback=True) for found in _nearly(each, ways)]
    stretch = any_of([Part("sounds", row) for row in rows]) if rows else None
    if len(words) == 1:
        surely = bool(rows) and len(rows[0]) >= _SURE_WORD
        steps = [Step("sounds", stretch, fallback=not surely)] if stretch else []
        words_first = [Step("sloppy", ways[0], fallback=not surely)] if ways else []
        return [*steps, *words_first, *nearly] if surely else [*words_first, *nearly, *steps]
    if not ways:
        return [Step("sounds", stretch, fallback=len(rows[0]) < _SURE_SOUNDS)] if stretch else []
    together: list[Expression] = [all_of(ways)]
    if stretch and len(rows[0]) >= _SURE_SOUNDS:
        together.insert(0, AllOf((ways[0], stretch)))
    steps = [Step("sloppy", any_of(together), fallback=True)]
    return [*steps, *([Step("sounds", stretch, fallback=True)] if stretch else []), *nearly]


def _nearly(each: Sequence[Sequence[str]], ways: Sequence[Expression]) -> Iterator[Expression]:
    """Skeletons of words with one sound of one of them otherwise: ng for n, e for o or a, a for e, i for ŭi."""
    found = [
        all_of([*ways[:place], Word("sloppy", near), *ways[place + 1 :]])
        for place, word in enumerate(each)
        if ways and len(word[0]) >= _SURE_NEARLY
        for near in dict.fromkeys(
            word[0][: match.start()] + other + word[0][match.end() :]
            for sound, others in _NEAR
            for match in sound.finditer(word[0])
            for other in others
        )
    ]
    if found:
        yield any_of(found[:_MOST_NEAR])


def _tells(row: str) -> bool:
    """Whether a skeleton says enough to be looked for as a stretch, which it is from its first consonant on."""
    rest = row.lstrip("aeio")
    return len(rest) >= _SURE_SOUNDS or len(rest) == len(row)


def _rows(words: Sequence[str]) -> tuple[str, ...]:
    """The skeletons of words in a row, as words of their own and as parts of one (tok lip), whose finals are assimilated."""
    return tuple(filter(None, dict.fromkeys((skeleton(" ".join(words)), skeleton("".join(words))))))


def year_leaf(word: str) -> Leaf | None:
    found = years(word)
    steps = [Step("years", any_of([Word("years", year) for year in found]))] if found else []
    steps += _stretches(word, fallback=bool(found))
    return Leaf("year", tuple(steps), parts=(fold(word).key, *found))


def phrase_leaf(text: str) -> Leaf | None:
    """A phrase stands in the title as it is; only spelling, hanja and spaces are free."""
    kind = kind_of(text)
    if kind == "initials":
        return initials_leaf([text])
    if kind != "latin":
        key = fold(text).key
        return Leaf(kind, tuple(_stretches(text)), parts=(key, loose(fold(text)))) if key else None
    words = latin_words(text)
    joined, sounds = "".join(words), skeleton(text)
    steps = [Step("title", Part("title", joined))]
    if sounds:
        known: list[Expression] = [Word("latin", word) for word in words]
        steps += [Step("latin", all_of([*known, Part("sounds", sounds)])), Step("sounds", Part("sounds", sounds))]
    return Leaf("latin", tuple(steps), parts=(joined,), latin=words, sounds=(sounds,)) if joined else None


def prefix_leaf(word: str) -> Leaf | None:
    kind, key = kind_of(word), fold(word).key
    if not key:
        return None
    if kind == "initials":
        return initials_leaf([word])
    if kind == "latin":
        joined = "".join(latin_words(word))
        steps = [Step("terms", Prefix("terms", key)), Step("latin", Prefix("latin", joined))] if joined else []
        if sloppy := skeleton(word):
            steps.append(Step("sloppy", Prefix("sloppy", sloppy), fallback=True))
        return Leaf("latin", tuple(steps), parts=(joined,)) if steps else None
    steps = [Step("terms", Prefix("terms", key)), *_stretches(word, fallback=len(key) < _SURE)]
    if key.isdigit():
        steps.insert(0, Step("years", Prefix("years", key)))
    return Leaf(kind, tuple(steps), parts=(key,))


def all_of(parts: Sequence[Expression]) -> Expression:
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def any_of(parts: Sequence[Expression]) -> Expression:
    return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))
