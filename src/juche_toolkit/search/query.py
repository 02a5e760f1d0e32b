"""What a reader typed, understood: words of each kind, phrases, prefixes and Boolean operators, turned into steps of a search.

    query  := either; either := both ("OR" both)*; both := but (["AND"] but)*; but := item ("NOT" item)*
    item   := "(" either ")" | phrase | word "*" | words
    phrase := a text in straight or curly double quotes; words := words of one kind that follow each other

Operators are in capitals. What can't be an operator is text: an unmatched quote or bracket, a NOT at the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import field, frozen

from juche_toolkit.adapters.store import But, Expression
from juche_toolkit.errors import InputError
from juche_toolkit.hangul.normal import compose
from juche_toolkit.search.steps import Kind, Leaf, Spell, Step, Terms, all_of, any_of
from juche_toolkit.search.ways import (
    hangul_leaf,
    initials_leaf,
    kind_of,
    latin_leaf,
    phrase_leaf,
    prefix_leaf,
    year_leaf,
)

__all__ = ["Plan", "Step", "plan"]

_LONGEST = 2_000
_MOST_WORDS = 200
_DEEPEST = 20
_MARKED = ("parts", "letters", "latin", "sounds")
_EVERY = 99
"""A number of steps that none has."""
_QUOTES = {'"': '"', "“": "”", "„": "“", "”": "”", "＂": "＂"}


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
class _Node:
    """An operator and what it joins; "but" takes the first and none of the others."""

    operator: str
    items: tuple[_Node | Leaf, ...] = field(factory=tuple)


def plan(query: str, terms: Terms, spell: Spell | None = None) -> Plan:
    """Understand a query. `terms` gives the search terms of a text, as for titles; `spell` its Latin in McCune-Reischauer, without
    which misspelt Hangul isn't looked for.

    Raises InputError for a query that is too long or too deep, or that only says what not to find.
    """
    query = compose(query).text
    if len(query) > _LONGEST:
        raise InputError(f"a query has at most {_LONGEST:,} characters; this one has {len(query):,}")
    tokens = list(_tokens(query))
    if len(tokens) > _MOST_WORDS:
        raise InputError(f"a query has at most {_MOST_WORDS} words; this one has {len(tokens)}")
    tree = _Parser(query, tokens, terms, spell).read()
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

    def __init__(self, query: str, tokens: Sequence[_Token], terms: Terms, spell: Spell | None) -> None:
        self.query, self.tokens, self.terms, self.spell = query, tokens, terms, spell
        self.place, self.depth = 0, 0

    def read(self) -> _Node | Leaf | None:
        """query := either"""
        found = []
        while self.place < len(self.tokens):
            found.append(self._either())
            if self._next() == ")":
                self.place += 1
        return _joined("and", found)

    def _next(self) -> str:
        return self.tokens[self.place].kind if self.place < len(self.tokens) else ""

    def _either(self) -> _Node | Leaf | None:
        """either := both ("OR" both)*"""
        found = [self._both()]
        while self._next() == "OR":
            self.place += 1
            found.append(self._both())
        return _joined("or", found)

    def _both(self) -> _Node | Leaf | None:
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
                "a query needs a word to look for beside what it excludes",
                source=self.query,
                span=(start, len(self.query)),
            )
        return _Node("but", (found, *excluded)) if excluded and found is not None else found

    def _item(self, *, one: bool = False) -> _Node | Leaf | None:
        """item := "(" either ")" | phrase | word "*" | words; with `one` a single word"""
        token = self.tokens[self.place]
        self.place += 1
        if token.kind == "(":
            return self._group(token)
        if token.kind == "phrase":
            return phrase_leaf(token.text)
        if token.text.endswith("*"):
            return prefix_leaf(token.text.rstrip("*"))
        words = [token.text]
        while not one and self._next() == "word" and not self.tokens[self.place].text.endswith("*"):
            words.append(self.tokens[self.place].text)
            self.place += 1
        return _words(words, self.terms, self.spell)

    def _group(self, token: _Token) -> _Node | Leaf | None:
        if self.depth >= _DEEPEST:
            raise InputError(
                f"brackets stand at most {_DEEPEST} deep in a query",
                source=self.query,
                span=(token.start, token.start + 1),
            )
        self.depth += 1
        found = self._either()
        self.depth -= 1
        if self._next() == ")":
            self.place += 1
        return found


def _joined(operator: str, items: Sequence[_Node | Leaf | None]) -> _Node | Leaf | None:
    there = tuple(item for item in items if item is not None)
    return None if not there else there[0] if len(there) == 1 else _Node(operator, there)


# Words, and what is done with them


def _words(words: Sequence[str], terms: Terms, spell: Spell | None) -> _Node | Leaf | None:
    """Words without an operator between them: those of one kind together, all kinds wanted."""
    found: list[Leaf | None] = []
    for kind, group in groupby(words, key=lambda word: "hangul" if kind_of(word) == "hanja" else kind_of(word)):
        text = list(group)
        if kind == "year":
            found.extend(map(year_leaf, text))
        elif kind == "initials":
            found.append(initials_leaf(text))
        elif kind == "latin":
            found.append(latin_leaf(text, terms))
        else:
            found.append(hangul_leaf(text, terms, spell))
    return _joined("and", found)


# Steps


def _leaves(tree: _Node | Leaf | None) -> Iterator[Leaf]:
    """What is looked for; what is excluded isn't among it."""
    if isinstance(tree, Leaf):
        yield tree
    elif tree is not None:
        for item in tree.items[:1] if tree.operator == "but" else tree.items:
            yield from _leaves(item)


def _steps(tree: _Node | Leaf | None, found: Sequence[Leaf]) -> Iterator[Step]:
    """The steps of a tree: each leaf by its surest way first, then by one more at each step, the fallbacks last."""
    if isinstance(tree, Leaf):
        yield from sorted(tree.steps, key=lambda step: step.fallback)
        return
    for fallback in (False, True):
        counts = [sum(step.fallback == fallback for step in leaf.steps) for leaf in found]
        for number in range(max(counts)):
            names = dict.fromkeys(
                step.matched for leaf in found for step in _open(leaf, number, fallback=fallback)[-1:]
            )
            if tree is not None:
                yield Step("+".join(names), _spelt(tree, number, fallback=fallback), fallback)


def _open(leaf: Leaf, number: int, *, fallback: bool) -> list[Step]:
    """The ways that are open to a leaf at a step."""
    sure = [step for step in leaf.steps if not step.fallback]
    if not fallback:
        return sure[: number + 1]
    return sure + [step for step in leaf.steps if step.fallback][: number + 1]


def _spelt(tree: _Node | Leaf, number: int, *, fallback: bool) -> Expression:
    if isinstance(tree, Leaf):
        ways = _open(tree, number, fallback=fallback) or list(tree.steps[:1])
        return any_of([step.expression for step in ways])
    if tree.operator == "but":
        wanted, *unwanted = tree.items
        excluded = [_spelt(item, _EVERY, fallback=fallback) for item in unwanted]
        return But(_spelt(wanted, number, fallback=fallback), any_of(excluded))
    parts = [_spelt(item, number, fallback=fallback) for item in tree.items]
    return all_of(parts) if tree.operator == "and" else any_of(parts)
