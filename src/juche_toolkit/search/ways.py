"""The ways to look for the words of a query: by terms, characters, initials, Latin spellings and years, the surest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, product

import regex
from attrs import evolve

from juche_toolkit.adapters.store import AllOf, Expression, Part, Prefix, Word
from juche_toolkit.hangul.hanja import ambiguous, is_hanja, reading
from juche_toolkit.hangul.syllable import is_syllable
from juche_toolkit.search.folding import fold, latin_words, loose
from juche_toolkit.search.inner import inner_words
from juche_toolkit.search.keyboard import hangul_of, latin_of
from juche_toolkit.search.keys import initials, seoul_latin, skeleton, years
from juche_toolkit.search.misspelt import by_sound, joins, one_otherwise, rows, sloppy, typos
from juche_toolkit.search.steps import Kind, Leaf, Spell, Step, Terms, all_of, any_of, late

__all__ = [
    "hangul_leaf",
    "initials_leaf",
    "kind_of",
    "latin_leaf",
    "phrase_leaf",
    "prefix_leaf",
    "year_leaf",
]

_SURE = 3
"""Syllables from which on a stretch of characters is a match of its own: two may straddle a boundary (감정치료 has 정치)."""
_SURE_BEGINNING = 5
"""Letters from which on the last of several Latin words may be the beginning of a longer one."""
_MOST_READINGS = 8
_MOST_INITIALS = 64
_MOST_CUT = 8
"""Initials up to which they are tried as those of several terms."""
_YEAR_WORD = regex.compile(r"(?:(?:주체|主體)\d{1,3}(?:\(\d{4}\))?년?|(?:1\d{3}|20\d{2})[년年]?)\p{P}*+")
_OTHERS = {"ㅇ": "ㅇㄹㄴ", "ㄴ": "ㄴㄹㅇ", "ㄹ": "ㄹㄴㅇ"}
"""Initials that the two orthographies write for each other at the beginning of a word."""


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


def hangul_leaf(words: Sequence[str], terms: Terms, spell: Spell | None = None) -> Leaf | None:
    """Hangul and hanja: as terms, as characters, and, where `spell` romanizes them, by their sound."""
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
    if spell is not None:
        steps += typos(words)
    if found and left:
        steps.append(Step("terms", all_of([Word("terms", term) for term in found]), fallback=True))
    for parts in dict.fromkeys((found, each)):
        if len(parts) > 1:
            steps.append(Step("title", all_of([Part("title", part) for part in parts]), fallback=True))
    steps += _otherwise_typed(text, words, spell)
    marks = tuple(dict.fromkeys((key, loose(fold(text)), *found, *each)))
    return Leaf("hanja" if any(map(is_hanja, text)) else "hangul", tuple(steps), parts=marks)


def _otherwise_typed(text: str, words: Sequence[str], spell: Spell | None) -> list[Step]:
    """Latin typed on a Korean keyboard, and Hangul by its sound."""
    latin = latin_of(text)
    if latin and (leaf := latin_leaf(latin.split(), None)):
        return late(leaf.steps)
    return [*by_sound(words, spell), *one_otherwise(words)] if spell is not None else []


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
    """The initials of terms first, of several in a row or of one, then of their beginnings, then any initials in a row.

    A few in a row are in every title, so those that are no terms' are looked for where nothing else was found.
    """
    letters = initials("".join(words))
    each = [initials(word) for word in words]
    others = _other_initials(letters)
    steps = []
    if all(len(word) > 1 for word in each):
        steps.append(Step("initials", all_of([_either(Word, word) for word in each])))
        steps += _initials_of_terms(letters, others) if len(words) == 1 else []
        sure = all(len(word) >= _SURE for word in each)
        steps.append(Step("initials", all_of([_either(Prefix, word) for word in each]), fallback=not sure))
    steps.append(Step("initials", Part("initials", letters), fallback=True))
    if len(letters) >= _SURE and len(others) > 1:
        steps.append(Step("initials", any_of([Part("initials", other) for other in others]), fallback=True))
    if len(words) > 1:
        steps.append(Step("initials", all_of([Part("initials", word) for word in each]), fallback=True))
    return Leaf("initials", tuple(steps), letters=tuple(dict.fromkeys((letters, *each, *others))))


def _initials_of_terms(letters: str, others: Sequence[str]) -> Iterator[Step]:
    """A stretch of initials that is those of several terms (ㅈㅅㅇㅅ of 조선 여성, and not of 조선의 신문)."""
    ways = [_cuts(letters)] if _SURE < len(letters) <= _MOST_CUT else []
    for cuts in ways:
        in_a_row = any_of([Part("initials", other) for other in others])
        terms = any_of([all_of([_either(Word, part) for part in cut]) for cut in cuts])
        yield Step("initials", AllOf((in_a_row, terms)))


def _cuts(letters: str) -> list[tuple[str, ...]]:
    """Letters cut into two or more parts of two at least."""
    found = []
    for end in range(2, len(letters) - 1):
        head, rest = letters[:end], letters[end:]
        found += [(head, rest), *((head, *cut) for cut in _cuts(rest))]
    return found


def _either(kind: type[Word | Prefix], letters: str) -> Expression:
    """Terms with these initials. Their keys obey the initial-sound law in every syllable, and so must the letters."""
    return any_of([kind("terms", other) for other in _other_initials(letters)])


def _other_initials(letters: str) -> list[str]:
    """Initials as either orthography may have them, not too many, those typed first."""
    choices = product(*(_OTHERS.get(letter, letter) for letter in letters))
    return ["".join(choice) for choice in islice(choices, _MOST_INITIALS)]


def latin_leaf(words: Sequence[str], terms: Terms | None) -> Leaf | None:
    """Latin letters: a word of the title as it is, then romanized in any scheme, then misspelt; with `terms`, also Hangul by its keys."""
    folded = [word for text in words for word in latin_words(text)]
    if not folded:
        return None
    joined = "".join(folded)
    lawful = [seoul_latin(word) for word in folded]
    steps = [
        Step("terms", all_of([Word("terms", word) for word in folded])),
        Step("title", Part("title", joined), fallback=len(joined) <= _SURE),
        Step("latin", all_of([Word("latin", word) for word in folded])),
        *_romanized(folded, lawful),
    ]
    typed = [hangul_of(word) for word in words] if terms is not None else []
    if terms is not None and all(typed) and len("".join(typed)) > 1 and (leaf := hangul_leaf(typed, terms)):
        steps += late(leaf.steps)
    else:
        leaf = None
    steps += sloppy(folded)
    sounds = tuple(dict.fromkeys((*rows(folded), *map(skeleton, folded), *map(skeleton, lawful))))
    parts = (joined, *folded, *(leaf.parts if leaf else ()))
    return Leaf("latin", tuple(steps), parts=parts, latin=tuple(dict.fromkeys((*folded, *lawful))), sounds=sounds)


def _romanized(folded: Sequence[str], lawful: Sequence[str]) -> Iterator[Step]:
    """Romanized words with and without the initial-sound law, the last of them as the beginning of one, and written together."""
    both = [_either_latin(*pair) for pair in zip(folded, lawful, strict=True)]
    if lawful != folded:
        yield Step("latin", all_of(both))
    if len(folded) > 1 and len(folded[-1]) >= _SURE_BEGINNING:  # nodong undong, of 노동 운동사
        begun_with = any_of([Prefix("latin", word) for word in dict.fromkeys((folded[-1], lawful[-1]))])
        yield Step("latin", all_of([*both[:-1], begun_with]))
    together = [["".join(part) for part in way] for way in joins(folded)[1:]]
    together = [way for way in together if all(len(word) > _SURE for word in way)]
    if together:  # An Ch'ang-ho, of 안창호
        yield Step(
            "latin", any_of([all_of([_either_latin(word, seoul_latin(word)) for word in way]) for way in together])
        )


def _either_latin(*spellings: str) -> Expression:
    return any_of([Word("latin", word) for word in dict.fromkeys(spellings)])


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
