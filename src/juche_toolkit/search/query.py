"""What a reader typed, understood: words of each kind, phrases, prefixes and Boolean operators, turned into steps of a search.

    query  := either; either := both ("OR" both)*; both := but (["AND"] but)*; but := item ("NOT" item)*
    item   := "(" either ")" | phrase | word "*" | words
    phrase := a text in straight or curly double quotes; words := words of one kind that follow each other

Operators are in capitals. What can't be an operator is text: an unmatched quote or bracket, a NOT at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, product
from typing import Literal

import regex
from attrs import field, frozen

from juche_toolkit.adapters.store import AllOf, AnyOf, But, Expression, Part, Prefix, Word
from juche_toolkit.errors import InputError
from juche_toolkit.hangul.hanja import ambiguous, is_hanja, reading
from juche_toolkit.hangul.normal import compose
from juche_toolkit.hangul.syllable import is_syllable
from juche_toolkit.search.folding import fold, latin_words, loose
from juche_toolkit.search.keys import initials, seoul_latin, skeleton, years

__all__ = ["Kind", "Plan", "Step", "plan"]

Kind = Literal["hangul", "hanja", "initials", "latin", "year", "mixed", "empty"]
Terms = Callable[[str], Sequence[str]]

_LONGEST = 2_000
_MOST_WORDS = 200
_DEEPEST = 20
_SURE = 3
"""Syllables from which on a stretch of characters is a match of its own: two may straddle a boundary (감정치료 has 정치)."""
_SURE_SOUNDS, _SURE_WORD = 5, 8
"""Letters of a skeleton from which on it is a match of its own, for several words and for one."""
_MARKED = ("parts", "letters", "latin", "sounds")
_EVERY = 99
"""A number of steps that none has."""
_MOST_READINGS = 8
_MOST_INITIALS = 64
_QUOTES = {'"': '"', "“": "”", "„": "“", "”": "”", "＂": "＂"}
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
class Plan:
    """A query understood: its kind, the steps in order, and what to mark in the titles found.

    `parts` are stretches of folded titles, `letters` initials, `latin` folded Latin words, `sounds` skeletons.
    """

    kind: Kind
    steps: tuple[Step, ...] = ()
    parts: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    latin: tuple[str, ...] = ()
    sounds: tuple[str, ...] = ()


@frozen
class _Token:
    kind: str
    text: str
    start: int


@frozen
class _Leaf:
    """Words of one kind, a phrase or a prefix: ways to look for it, and what to mark."""

    kind: Kind
    steps: tuple[Step, ...]
    parts: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    latin: tuple[str, ...] = ()
    sounds: tuple[str, ...] = ()


@frozen
class _Node:
    """An operator and what it joins; "but" takes the first and none of the others."""

    operator: str
    items: tuple[_Node | _Leaf, ...] = field(factory=tuple)


def plan(query: str, terms: Terms) -> Plan:
    """Understand a query. `terms` gives the search terms of a text, as for titles.

    Raises InputError for a query that is too long or too deep, or that only says what not to find.
    """
    query = compose(query).text
    if len(query) > _LONGEST:
        raise InputError(f"a query has at most {_LONGEST:,} characters; this one has {len(query):,}")
    tokens = list(_tokens(query))
    if len(tokens) > _MOST_WORDS:
        raise InputError(f"a query has at most {_MOST_WORDS} words; this one has {len(tokens)}")
    tree = _Parser(query, tokens, terms).read()
    found = list(_leaves(tree))
    if not found:
        return Plan("empty")
    kinds = {leaf.kind for leaf in found}
    return Plan(
        kinds.pop() if len(kinds) == 1 else "mixed",
        tuple(_steps(tree, found)),
        **{name: tuple(dict.fromkeys(part for leaf in found for part in getattr(leaf, name))) for name in _MARKED},
    )


# Words and operators


def _tokens(query: str) -> Iterator[_Token]:
    place, depth = 0, 0
    while place < len(query):
        character = query[place]
        closing = query.find(_QUOTES[character], place + 1) if character in _QUOTES else -1
        if character.isspace():
            place += 1
        elif closing > 0:
            yield _Token("phrase", query[place + 1 : closing], place)
            place = closing + 1
        elif character == "(":
            depth += 1
            yield _Token("(", "(", place)
            place += 1
        elif character == ")":
            if depth:
                depth -= 1
                yield _Token(")", ")", place)
            place += 1
        else:
            end = _word_end(query, place, depth)
            word = query[place:end]
            yield _Token(word if word in ("AND", "OR", "NOT") else "word", word, place)
            place = end


def _word_end(query: str, start: int, depth: int) -> int:
    """Where a word ends: at a space, at an opening quote, or at a bracket that closes a group; brackets inside it belong to it."""
    inner = 0
    for place in range(start, len(query)):
        character = query[place]
        if character.isspace() or (character in _QUOTES and query.find(_QUOTES[character], place + 1) > 0):
            return place
        if character == "(":
            inner += 1
        elif character == ")":
            if not inner and depth:
                return place
            inner -= inner > 0
    return len(query)


class _Parser:
    """Reads tokens into a tree; every method leaves `self.place` behind what it read."""

    def __init__(self, query: str, tokens: Sequence[_Token], terms: Terms) -> None:
        self.query, self.tokens, self.terms, self.place, self.depth = query, tokens, terms, 0, 0

    def read(self) -> _Node | _Leaf | None:
        """query := either"""
        found = []
        while self.place < len(self.tokens):
            found.append(self._either())
            if self._next() == ")":
                self.place += 1
        return _joined("and", found)

    def _next(self) -> str:
        return self.tokens[self.place].kind if self.place < len(self.tokens) else ""

    def _either(self) -> _Node | _Leaf | None:
        """either := both ("OR" both)*"""
        found = [self._both()]
        while self._next() == "OR":
            self.place += 1
            found.append(self._both())
        return _joined("or", found)

    def _both(self) -> _Node | _Leaf | None:
        """both := but (["AND"] but)*, with NOT anywhere"""
        wanted, unwanted = [], []
        start = self.tokens[self.place].start if self._next() else len(self.query)
        while (kind := self._next()) not in ("", ")", "OR"):
            if kind in ("AND", "NOT"):
                self.place += 1
                if kind == "NOT" and self._next() not in ("", ")", "OR", "AND", "NOT"):
                    unwanted.append(self._item(one=True))
            else:
                wanted.append(self._item())
        found = _joined("and", wanted)
        excluded = tuple(item for item in unwanted if item is not None)
        if excluded and found is None:
            raise InputError(
                "a query needs a word to look for beside what it excludes", source=self.query, span=(start, len(self.query))
            )
        return _Node("but", (found, *excluded)) if excluded and found is not None else found

    def _item(self, *, one: bool = False) -> _Node | _Leaf | None:
        """item := "(" either ")" | phrase | word "*" | words; with `one` a single word"""
        token = self.tokens[self.place]
        self.place += 1
        if token.kind == "(":
            return self._group(token)
        if token.kind == "phrase":
            return _phrase(token.text)
        if token.text.endswith("*"):
            return _prefix(token.text.rstrip("*"))
        words = [token.text]
        while not one and self._next() == "word" and not self.tokens[self.place].text.endswith("*"):
            words.append(self.tokens[self.place].text)
            self.place += 1
        return _words(words, self.terms)

    def _group(self, token: _Token) -> _Node | _Leaf | None:
        if self.depth >= _DEEPEST:
            raise InputError(
                f"brackets stand at most {_DEEPEST} deep in a query", source=self.query, span=(token.start, token.start + 1)
            )
        self.depth += 1
        found = self._either()
        self.depth -= 1
        if self._next() == ")":
            self.place += 1
        return found


def _joined(operator: str, items: Sequence[_Node | _Leaf | None]) -> _Node | _Leaf | None:
    there = tuple(item for item in items if item is not None)
    return None if not there else there[0] if len(there) == 1 else _Node(operator, there)


# Kinds of words


def _kind(word: str) -> Kind:
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


def _words(words: Sequence[str], terms: Terms) -> _Node | _Leaf | None:
    """Words without an operator between them: those of one kind together, all kinds wanted."""
    found: list[_Leaf | None] = []
    for kind, group in groupby(words, key=lambda word: "hangul" if _kind(word) == "hanja" else _kind(word)):
        text = list(group)
        if kind == "year":
            found.extend(map(_year, text))
        elif kind == "initials":
            found.append(_initials(text))
        elif kind == "latin":
            found.append(_latin(text))
        else:
            found.append(_hangul(text, terms))
    return _joined("and", found)


def _hangul(words: Sequence[str], terms: Terms) -> _Leaf | None:
    text = " ".join(words)
    key = fold(text).key
    if not key:
        return None
    found = tuple(dict.fromkeys(filter(None, (fold(term).key for term in terms(reading(text))))))
    each = tuple(filter(None, (fold(word).key for word in words)))
    left = [word for word in each if len(word) > 1 and not any(term in word for term in found)]  # 이해, cut as 이 해
    steps = [Step("terms", _all([*(Word("terms", term) for term in found), *(Part("title", word) for word in left)]))]
    sure = len(key) >= _SURE or not found
    steps = (steps if found else []) + _stretches(text, fallback=not sure)
    if found and left:
        steps.append(Step("terms", _all([Word("terms", term) for term in found]), fallback=True))
    for parts in dict.fromkeys((found, each)):
        if len(parts) > 1:
            steps.append(Step("title", _all([Part("title", part) for part in parts]), fallback=True))
    marks = tuple(dict.fromkeys((key, loose(fold(text)), *found, *each)))
    return _Leaf("hanja" if any(map(is_hanja, text)) else "hangul", tuple(steps), parts=marks)


def _stretches(text: str, *, fallback: bool = False) -> list[Step]:
    """A text as a stretch of a title's characters, exactly and loosely, in every reading of its hanja."""
    folded = fold(text)
    keys = tuple(dict.fromkeys((folded.key, *(fold(other).key for other in _other_readings(text)))))
    easier = loose(folded)
    relaxed: list[Expression] = [Part(column, easier) for column in ("loose", "title")[: 1 + (easier != folded.key)]]
    return [
        Step("title", _any([Part("title", key) for key in keys]), fallback),
        Step("loose", _any(relaxed), fallback),
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


def _initials(words: Sequence[str]) -> _Leaf | None:
    letters = initials("".join(words))
    steps = [Step("initials", Part("initials", letters))]
    others = [
        "".join(choice)
        for choice, _ in zip(product(*(_OTHERS.get(letter, letter) for letter in letters)), range(_MOST_INITIALS), strict=False)
    ]
    if len(letters) >= _SURE and len(others) > 1:
        steps.append(Step("initials", _any([Part("initials", other) for other in others])))
    if len(words) > 1:
        steps.append(Step("initials", _all([Part("initials", initials(word)) for word in words]), fallback=True))
    return _Leaf("initials", tuple(steps), letters=tuple(dict.fromkeys((letters, *map(initials, words), *others))))


def _latin(words: Sequence[str]) -> _Leaf | None:
    folded = [word for text in words for word in latin_words(text)]
    if not folded:
        return None
    joined = "".join(folded)
    steps = [
        Step("terms", _all([Word("terms", word) for word in folded])),
        Step("title", Part("title", joined), fallback=len(joined) <= _SURE),
        Step("latin", _all([Word("latin", word) for word in folded])),
    ]
    lawful = [seoul_latin(word) for word in folded]
    both = [_any([Word("latin", word) for word in dict.fromkeys(pair)]) for pair in zip(folded, lawful, strict=True)]
    if lawful != folded:
        steps.append(Step("latin", _all(both)))
    sounds = skeleton(joined)
    surely = len(sounds) >= (_SURE_SOUNDS if len(folded) > 1 else _SURE_WORD)
    if surely:
        steps.append(Step("sounds", Part("sounds", sounds)))
    sloppy = [dict.fromkeys(map(skeleton, pair)) for pair in zip(folded, lawful, strict=True)]
    if all(map(all, sloppy)):
        ways = [_any([Word("sloppy", way) for way in pair]) for pair in sloppy]
        steps.append(Step("sloppy", _all(ways), fallback=True))
    if sounds and not surely:
        steps.append(Step("sounds", Part("sounds", sounds), fallback=True))
    skeletons = tuple(dict.fromkeys((sounds, *map(skeleton, folded), *map(skeleton, lawful))))
    latin = tuple(dict.fromkeys((*folded, *lawful)))
    return _Leaf("latin", tuple(steps), parts=(joined, *folded), latin=latin, sounds=skeletons)


def _year(word: str) -> _Leaf | None:
    found = years(word)
    steps = [Step("years", _any([Word("years", year) for year in found]))] if found else []
    steps += _stretches(word, fallback=bool(found))
    return _Leaf("year", tuple(steps), parts=(fold(word).key, *found))


def _phrase(text: str) -> _Leaf | None:
    """A phrase stands in the title as it is; only spelling, hanja and spaces are free."""
    kind = _kind(text)
    if kind == "initials":
        return _initials([text])
    if kind != "latin":
        key = fold(text).key
        return _Leaf(kind, tuple(_stretches(text)), parts=(key, loose(fold(text)))) if key else None
    words = latin_words(text)
    joined, sounds = "".join(words), skeleton(text)
    steps = [Step("title", Part("title", joined))]
    if sounds:
        known: list[Expression] = [Word("latin", word) for word in words]
        steps += [Step("latin", _all([*known, Part("sounds", sounds)])), Step("sounds", Part("sounds", sounds))]
    return _Leaf("latin", tuple(steps), parts=(joined,), latin=words, sounds=(sounds,)) if joined else None


def _prefix(word: str) -> _Leaf | None:
    kind, key = _kind(word), fold(word).key
    if not key:
        return None
    if kind == "initials":
        return _initials([word])
    if kind == "latin":
        joined = "".join(latin_words(word))
        steps = [Step("terms", Prefix("terms", key)), Step("latin", Prefix("latin", joined))] if joined else []
        if sloppy := skeleton(word):
            steps.append(Step("sloppy", Prefix("sloppy", sloppy), fallback=True))
        return _Leaf("latin", tuple(steps), parts=(joined,)) if steps else None
    steps = [Step("terms", Prefix("terms", key)), *_stretches(word, fallback=len(key) < _SURE)]
    if key.isdigit():
        steps.insert(0, Step("years", Prefix("years", key)))
    return _Leaf(kind, tuple(steps), parts=(key,))


# Steps


def _leaves(tree: _Node | _Leaf | None) -> Iterator[_Leaf]:
    """What is looked for; what is excluded isn't among it."""
    if isinstance(tree, _Leaf):
        yield tree
    elif tree is not None:
        for item in tree.items[:1] if tree.operator == "but" else tree.items:
            yield from _leaves(item)


def _steps(tree: _Node | _Leaf | None, found: Sequence[_Leaf]) -> Iterator[Step]:
    """The steps of a tree: each leaf by its surest way first, then by one more at each step, the fallbacks last."""
    if isinstance(tree, _Leaf):
        yield from sorted(tree.steps, key=lambda step: step.fallback)
        return
    for fallback in (False, True):
        counts = [sum(step.fallback == fallback for step in leaf.steps) for leaf in found]
        for number in range(max(counts)):
            names = dict.fromkeys(step.matched for leaf in found for step in _open(leaf, number, fallback=fallback)[-1:])
            if tree is not None:
                yield Step("+".join(names), _spelt(tree, number, fallback=fallback), fallback)


def _open(leaf: _Leaf, number: int, *, fallback: bool) -> list[Step]:
    """The ways that are open to a leaf at a step."""
    sure = [step for step in leaf.steps if not step.fallback]
    if not fallback:
        return sure[: number + 1]
    return sure + [step for step in leaf.steps if step.fallback][: number + 1]


def _spelt(tree: _Node | _Leaf, number: int, *, fallback: bool) -> Expression:
    if isinstance(tree, _Leaf):
        ways = _open(tree, number, fallback=fallback) or list(tree.steps[:1])
        return _any([step.expression for step in ways])
    if tree.operator == "but":
        wanted, *unwanted = tree.items
        excluded = [_spelt(item, _EVERY, fallback=fallback) for item in unwanted]
        return But(_spelt(wanted, number, fallback=fallback), _any(excluded))
    parts = [_spelt(item, number, fallback=fallback) for item in tree.items]
    return _all(parts) if tree.operator == "and" else _any(parts)


def _all(parts: Sequence[Expression]) -> Expression:
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def _any(parts: Sequence[Expression]) -> Expression:
    return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))
