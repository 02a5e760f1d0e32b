"""The ways to look for words that are misspelt: Latin by its sounds, Hangul by its sounds and by single letters.

None of them finds anything that is spelt well; they are asked where nothing else was found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise, product

import regex

from juche_toolkit.adapters.store import AllOf, Expression, Nearly, Part, Word
from juche_toolkit.hangul.syllable import CODAS, ONSETS, VOWELS, is_syllable, join, split
from juche_toolkit.search.folding import fold, latin_words
from juche_toolkit.search.keys import seoul_latin, skeleton
from juche_toolkit.search.steps import Spell, Step, all_of, any_of, late

__all__ = ["by_sound", "joins", "one_otherwise", "rows", "skeletons", "sloppy", "typos"]

_SURE_SOUNDS, _SURE_WORD = 5, 8
"""Letters of a skeleton from which on it is a match of its own, for several words and for one."""
_SURE_NEARLY, _MOST_NEAR = 4, 32
"""Letters of a skeleton from which on some sounds may be otherwise, and how many such skeletons of a word are asked for."""
_SURE_OTHERWISE = 6
"""Letters of a skeleton from which on any one may be missing, added or otherwise."""
_MOST_JOINED = 4
"""Words up to which they are tried written together in every way; of more, each two neighbours, and all."""
_LETTERS = "aeiokctpslnmh"
"""Those of a skeleton."""
_NEAR = (
    (regex.compile(r"n(?=[^aeiok]|$)"), ("nk", "m")),
    (regex.compile(r"nk(?=[^aeio]|$)"), ("n", "m")),
    (regex.compile(r"m(?=[^aeio]|$)"), ("n", "nk")),
    (regex.compile("e"), ("o", "a")),
    (regex.compile("a"), ("e",)),
    (regex.compile("(?<=[^aeio])i"), ("oi",)),
    (regex.compile("oi"), ("i",)),
    (regex.compile("(?<=[aeio])l(?=[aeio])"), ("n",)),
    (regex.compile("o"), ("e",)),
)
"""What is often written for each other besides what a skeleton has one letter for."""
_SILENT_R = regex.compile("(?<=[eu])r$")
"""Hur for 허, after English."""
_Y = regex.compile("y|i(?![aeou])|ee")
_SYLLABLES = 3
"""Syllables from which on misspelt Hangul is looked for by its sound."""
_HEARD = (
    *(
        "ㅐㅔ",
        "ㅒㅖ",
        "ㅓㅗ",
        "ㅕㅛ",
        "ㅜㅡ",
        "ㅗㅜ",
        "ㅓㅏ",
        "ㅚㅙㅞㅐ",
        "ㅢㅣ",
        "ㅢㅡ",
        "ㅟㅣ",
        "ㅘㅏ",
        "ㅝㅓ",
        "ㅏㅑ",
        "ㅓㅕ",
        "ㅗㅛ",
        "ㅜㅠ",
    ),
    *(
        "ㄱㄲㅋ",
        "ㄷㄸㅌ",
        "ㅂㅃㅍ",
        "ㅈㅉㅊ",
        "ㅅㅆ",
        "ㄴㅇㅁ",
        "ㄴㄹ",
        "ㄷㅅㅈㅊㅌㅆ",
        "ㅇㅎ",
        "ㅚㅢㅟ",
        "ㅗㅘ",
        "ㅗㅚ",
        "ㅜㅝ",
        "ㅜㅟ",
    ),
)
"""Letters that are heard or learnt for each other."""
_ROWS = ("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "ㅋㅌㅊㅍㅠㅜㅡ")
"""The keyboard of KS X 5002, where a finger may hit a neighbour."""
_FINALS = "ㅇㄴㄱㄹㅁㅂ"
"""Those that are left out in typing, or typed for any other."""


def _slips() -> dict[str, str]:
    """For each letter those that are heard or typed for it."""
    found: dict[str, dict[str, None]] = {}
    touching = [pair for row in _ROWS for pair in pairwise(row)]
    for upper, lower in pairwise(_ROWS):
        touching += [(upper[place], letter) for place, letter in enumerate(lower)]
        touching += [(upper[place + 1], letter) for place, letter in enumerate(lower) if place + 1 < len(upper)]
    for group in [*_HEARD, *touching]:
        for letter in group:
            found.setdefault(letter, {}).update(dict.fromkeys(other for other in group if other != letter))
    return {letter: "".join(others) for letter, others in found.items()}


_SLIPS = _slips()

Join = tuple[tuple[str, ...], ...]
"""Words some of which are written together."""


def joins(words: Sequence[str]) -> list[Join]:
    """Ways to write words together with their neighbours, as they stand first."""
    gaps = len(words) - 1
    if len(words) <= _MOST_JOINED:
        choices = [list(choice) for choice in product((True, False), repeat=gaps)]
        choices.sort(key=lambda choice: -sum(choice))
    else:
        one_less = [[place != joined for place in range(gaps)] for joined in range(gaps)]
        choices = [[True] * gaps, *one_less, [False] * gaps]
    found: list[Join] = []
    for choice in choices:
        parts = [[words[0]]]
        for apart, word in zip(choice, words[1:], strict=True):
            if apart:
                parts.append([word])
            else:
                parts[-1].append(word)
        found.append(tuple(map(tuple, parts)))
    return found


def rows(words: Sequence[str]) -> tuple[str, ...]:
    """The skeletons of words in a row, as words of their own and as parts of one (tok lip), whose finals are assimilated."""
    return tuple(filter(None, dict.fromkeys((skeleton(" ".join(words)), skeleton("".join(words))))))


def skeletons(words: Sequence[str]) -> tuple[str, ...]:
    """The skeletons of words written together, with and without the initial-sound law, and as an Englishman hears them."""
    heard = [_SILENT_R.sub("", word) for word in words]
    lawful = [seoul_latin(words[0]), *words[1:]]
    return tuple(dict.fromkeys(found for way in (words, lawful, heard) for found in rows(way)))


def sloppy(words: Sequence[str]) -> list[Step]:
    """Latin words by their sounds: as words of the title, and as a stretch of it that begins with the first of them.

    One word of many letters is sure enough to be looked for beside those that are spelt so; all others where nothing is.
    """
    stretches = tuple(row for row in _lawful_rows(words) if _tells(row))
    stretch = any_of([Part("sounds", row) for row in stretches]) if stretches else None
    ways = [[skeletons(part) for part in way] for way in joins(words)]
    ways = [way for way in ways if all(way)]
    exact = [all_of([_words(part) for part in way]) for way in ways]
    nearly = list(_nearly(ways))
    if len(words) == 1:
        surely = bool(stretches) and len(stretches[0]) >= _SURE_WORD
        steps = [Step("sounds", stretch, fallback=not surely)] if stretch else []
        words_first = [Step("sloppy", exact[0], fallback=not surely)] if exact else []
        return [*steps, *words_first, *nearly] if surely else [*words_first, *nearly[:1], *steps, *nearly[1:]]
    if not exact:
        return [Step("sounds", stretch, fallback=len(stretches[0]) < _SURE_SOUNDS)] if stretch else []
    if stretch and len(stretches[0]) >= _SURE_SOUNDS and len(ways[0]) > 1:
        beside = [Step("sloppy", AllOf((_words(ways[0][0]), stretch)), fallback=True, beside=True)]
    else:
        beside = []
    steps = [Step("sloppy", any_of(exact), fallback=True), *beside]
    steps += [Step("sounds", stretch, fallback=True)] if stretch else []
    return [*steps, Step("sounds", all_of([_anywhere(part) for part in ways[0]]), fallback=True), *nearly]


def _lawful_rows(words: Sequence[str]) -> tuple[str, ...]:
    """The skeletons of words in a row, as Seoul has their beginnings and as Pyongyang may have them."""
    lawful = [seoul_latin(word) for word in words]
    return tuple(dict.fromkeys(row for way in (words, lawful, list(map(_northern, lawful))) for row in rows(way)))


def _northern(word: str) -> str:
    """A word as it is without the initial-sound law, where that is told by its beginning: yi → ri."""
    return "r" + word if _Y.match(word) else word


def _words(texts: Sequence[str]) -> Expression:
    return any_of([Word("sloppy", text) for text in texts])


def _anywhere(texts: Sequence[str]) -> Expression:
    """A word, or a stretch of the title where it is long enough."""
    stretches = [text for text in texts if len(text) >= _SURE_NEARLY and text[0] not in "aeio"]
    return any_of([*[Word("sloppy", text) for text in texts], *[Part("sounds", text) for text in stretches]])


def _nearly(ways: Sequence[Sequence[tuple[str, ...]]]) -> Iterator[Step]:
    """Words with some sounds otherwise: with those that are often heard for each other, then with any one letter otherwise."""
    for change, least in ((_near, _SURE_NEARLY), (_otherwise, _SURE_OTHERWISE)):
        found = []
        for way in ways:
            changed = [len(part[0]) >= least for part in way]
            if any(changed):
                found.append(
                    all_of([(change if more else _words)(part) for part, more in zip(way, changed, strict=True)])
                )
        if found:
            yield Step("sloppy", any_of(found), fallback=True)


def _near(texts: Sequence[str]) -> Expression:
    """Skeletons, the first also with one sound as it is often misheard: ng for n, e for o or a, a for e, i for ŭi."""
    text = texts[0]
    found = dict.fromkeys(
        text[: match.start()] + other + text[match.end() :]
        for sound, others in _NEAR
        for match in sound.finditer(text)
        for other in others
    )
    return _words([*texts, *tuple(found)[:_MOST_NEAR]])


def _otherwise(texts: Sequence[str]) -> Expression:
    """Skeletons, the first also with any one letter missing, added or otherwise."""
    return any_of([Nearly("sloppy", texts[0], _LETTERS), *[Word("sloppy", text) for text in texts[1:]]])


def _tells(row: str) -> bool:
    """Whether a skeleton says enough to be looked for as a stretch, which it is from its first consonant on."""
    rest = row.lstrip("aeio")
    return len(rest) > _SURE_SOUNDS or len(rest) == len(row)


def typos(words: Sequence[str]) -> list[Step]:
    """Hangul words with one letter otherwise that is heard or typed for it, as terms or, from three syllables on, as characters."""
    keys = _hangul(words)
    if not keys:
        return []
    column = [partial(Part, "title") if len(key) >= _SYLLABLES else partial(Word, "terms") for key in keys]
    changed = [[of(other) for other in (key, *_slipped(key))] for of, key in zip(column, keys, strict=True)]
    return [Step("title", all_of([any_of(ways) for ways in changed]), fallback=True)]


def one_otherwise(words: Sequence[str]) -> list[Step]:
    """Hangul words of which any one syllable is otherwise; what is left of each must say enough."""
    keys = _hangul(words)
    ways = [[Part("title", key), *_without_one(key)] for key in keys]
    if not any(len(way) > 1 for way in ways):
        return []
    return [Step("title", all_of([any_of(way) for way in ways]), fallback=True)]


def _without_one(key: str) -> Iterator[Expression]:
    for place in range(len(key)):
        left = [part for part in (key[:place], key[place + 1 :]) if part]
        if len(key) > _SYLLABLES and all(len(part) > 1 for part in left):
            yield all_of([Part("title", part) for part in left])


def by_sound(words: Sequence[str], spell: Spell) -> list[Step]:
    """Hangul words by their sounds, which no step but a fallback looks at."""
    keys = _hangul(words)
    heard = ["".join(latin_words(spell(key))) for key in keys] if sum(map(len, keys)) >= _SYLLABLES else []
    return late(sloppy(heard)) if heard and all(heard) else []


def _hangul(words: Sequence[str]) -> list[str]:
    """Folded words of Hangul alone; none if there are others, or one syllable is all."""
    keys = [key for key in (fold(word).key for word in words) if key]
    return keys if len("".join(keys)) > 1 and all(map(is_syllable, "".join(keys))) else []


def _slipped(key: str) -> Iterator[str]:
    """A folded word with one letter otherwise."""
    for place, syllable in enumerate(key):
        onset, vowel, coda = split(syllable)
        others = [(onset, other, coda) for other in _SLIPS.get(vowel, "") if other in VOWELS]
        others += [(other, vowel, coda) for other in _SLIPS.get(onset, "") if other in ONSETS]
        others += [(onset, vowel, other) for other in dict.fromkeys(_SLIPS.get(coda, "") + _FINALS) if other in CODAS]
        for letters in [*others, (onset, vowel, "")]:
            if (other := fold(key[:place] + join(*letters) + key[place + 1 :]).key) != key:
                yield other
