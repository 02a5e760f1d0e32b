"""One romanized word read back: all its readings, cheapest first, made as they are asked for.

A state is a place in the Latin together with the onset and vowel just read; what lies between two states is a known word or a
bare syllable. The cheapest way from every state to the end is found first, from the end backwards; then the
best-first search needs no guess and yields whole readings in the order of their cost.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from attrs import frozen

from juche_toolkit.hangul.lexicon import lexicon
from juche_toolkit.hangul.syllable import join
from juche_toolkit.romanization.letters import (
    VOWEL_LETTERS,
    Joint,
    Marked,
    Style,
    agrees,
    codas,
    joints,
    onsets,
    vowel_class,
    vowels,
)
from juche_toolkit.romanization.vocabulary import narrowed, syllable_cost, vocabulary

__all__ = ["Lattice"]

_LONGEST = 10
"""Syllables of the longest word that is looked up."""
_EDGES = 24
"""Words kept that lead from one state to the same other."""
_POPS = 6_000
"""Steps of the search after which it ends."""
_MISFIT = 1.5
"""Added where a particle doesn't go with the syllable before it (경제은)."""


class State(NamedTuple):
    """Latin read up to `place`, the end of a vowel; the syllable's coda is open yet."""

    place: int
    onset: str
    vowel: str


class Step(NamedTuple):
    """A coda, and the state after it (None at the end of the Latin)."""

    coda: str
    after: State | None
    cost: float


@frozen(eq=False)
class Lattice:
    """The ways to read one Latin word."""

    latin: Marked
    style: Style

    def readings(self) -> Iterator[tuple[float, str]]:
        """Cost and Hangul of the readings, cheapest first; none for Latin that can't be Korean."""
        steps = self.steps()
        starts = [(cost, state) for state, cost in self.starts()]
        if steps is None or not starts:
            return
        edges = self._edges([state for _, state in starts], steps)
        rest = _cheapest(edges)
        yield from _search([(cost, state) for cost, state in starts if state in rest], edges, rest)

    def starts(self) -> Iterator[tuple[State, float]]:
        """The states after the first vowel, with their costs."""
        run_end = self._run_end(0)
        for end, vowel, cost in self._nuclei(run_end):
            for joint in onsets().get((self.latin.letters[:run_end], vowel_class(vowel)), ()):
                more = self._agrees(0, run_end, joint.marks)
                if more is not None:
                    yield State(end, joint.onset, vowel), cost + more + joint.cost

    def steps(self) -> dict[int, tuple[Step, ...]] | None:
        """For every place where a vowel can end, the codas and states that can follow; None if the end can't be reached."""
        letters = self.latin.letters
        found: dict[int, tuple[Step, ...]] = {}
        waiting = {end for end, _, _ in self._nuclei(self._run_end(0))}
        while waiting:
            place = waiting.pop()
            run_end = self._run_end(place)
            if run_end == len(letters):
                marks = self.latin.marks[place:]
                at_end = codas().get(letters[place:], ()) if marks.strip(".") == "" else ()
                found[place] = tuple(Step(coda, None, 0.0) for coda in at_end)
                continue
            found[place] = tuple(self._following(place, run_end))
            waiting.update({step.after.place for step in found[place] if step.after} - found.keys())
        return found if len(letters) in {self._run_end(place) for place in found} else None

    def chains(self, state: State, steps: dict[int, tuple[Step, ...]], syllables: int) -> Iterator[tuple[str, float]]:
        """The readings from a state to the end in at most so many syllables, in no order, with their costs."""
        for step in steps.get(state.place, ()):
            syllable = join(state.onset, state.vowel, step.coda)
            if step.after is None:
                yield syllable, step.cost
            elif syllables > 1:
                for text, cost in self.chains(step.after, steps, syllables - 1):
                    yield syllable + text, step.cost + cost

    def _following(self, place: int, run_end: int) -> Iterator[Step]:
        """What the consonants between two vowels, and the second vowel, can be."""
        for end, vowel, cost in self._nuclei(run_end):
            for joint in self._joints(place, run_end, vowel):
                more = self._agrees(place, run_end, joint.marks)
                if more is not None:
                    yield Step(joint.coda, State(end, joint.onset, vowel), cost + more + joint.cost)

    def _joints(self, place: int, run_end: int, vowel: str) -> Iterator[Joint]:
        """Codas and onsets of a run; at a hyphen both sides may also be spelt as if they stood alone (Il-hwan)."""
        run, kind = self.latin.letters[place:run_end], vowel_class(vowel)
        cut = next((at - place for at in range(place, run_end + 1) if at in self.latin.hyphens), None)
        for joint in joints().get((run, kind), ()):
            if cut is None or joint.boundary == cut or (cut == len(run) and joint.onset == "ㅇ"):
                if cut is not None and joint.marks != "." * len(run) and run == "ng":
                    joint = joint._replace(marks="..")  # the hyphen does the work of n'g
                yield joint
        if cut is not None:
            for coda in codas().get(run[:cut], ()):
                for onset in onsets().get((run[cut:], kind), ()):
                    yield Joint(coda, onset.onset, "." * cut + onset.marks, cut, onset.cost)

    def _agrees(self, start: int, end: int, marks: str) -> float | None:
        return agrees(self.latin.marks[start:end], marks, self.latin.letters[start:end], self.style)

    def _run_end(self, place: int) -> int:
        letters = self.latin.letters
        while place < len(letters) and letters[place] not in VOWEL_LETTERS:
            place += 1
        return place

    def _nuclei(self, start: int) -> Iterator[tuple[int, str, float]]:
        """The vowels that can be read at a place: their end, the vowel, the cost of its marks."""
        for end in range(start + 1, min(start + 3, len(self.latin.letters)) + 1):
            if end - 1 > start and not self.latin.hyphens.isdisjoint(range(start + 1, end)):
                return
            for vowel, marks in vowels().get(self.latin.letters[start:end], ()):
                cost = self._agrees(start, end, marks)
                if cost is not None:
                    yield end, vowel, cost

    def _edges(self, starts: list[State], steps: dict[int, tuple[Step, ...]]) -> Edges:
        """The words and syllables that lead from every state that can be reached, states in the order of their places."""
        edges: Edges = {}
        first = set(starts)
        waiting: dict[int, set[State]] = defaultdict(set)
        for state in starts:
            waiting[state.place].add(state)
        for place in range(len(self.latin.letters) + 1):
            for state in sorted(waiting.pop(place, ())):
                found: dict[State | None, list[Edge]] = defaultdict(list)
                for edge in _words(state, steps, first=state in first):
                    found[edge.after].append(edge)
                kept = [edge for same in found.values() for edge in heapq.nsmallest(_EDGES, same)]
                edges[state] = kept
                for edge in kept:
                    if edge.after is not None:
                        waiting[edge.after.place].add(edge.after)
        return edges


class Edge(NamedTuple):
    """A word or syllable, and the state after it (None at the end)."""

    cost: float
    text: str
    after: State | None


Edges = dict[State, list[Edge]]


def _words(state: State, steps: dict[int, tuple[Step, ...]], *, first: bool) -> Iterator[Edge]:
    """Known words, and single syllables, that begin with a state's onset and vowel."""
    known = vocabulary()
    for step in steps.get(state.place, ()):
        syllable = join(state.onset, state.vowel, step.coda)
        costs = (syllable_cost(syllable), known.cost(syllable, first=first, last=step.after is None))
        cheapest = min((cost for cost in costs if cost is not None), default=None)
        if cheapest is not None:
            yield Edge(step.cost + cheapest, syllable, step.after)
        words = known.beginning(syllable)
        stack = [(step.after, syllable, step.cost, 0, len(words))] if step.after and words else []
        while stack:
            at, text, before, low, high = stack.pop()
            for more in steps.get(at.place, ()):
                longer = text + join(at.onset, at.vowel, more.coda)
                left, right = narrowed(words, longer, low, high)
                if left == right:
                    continue
                if words[left] == longer:
                    cost = known.cost(longer, first=first, last=more.after is None)
                    if cost is not None:
                        yield Edge(before + more.cost + cost, longer, more.after)
                if more.after is not None and len(longer) < _LONGEST:
                    stack.append((more.after, longer, before + more.cost, left, right))


def _cheapest(edges: Edges) -> dict[State, float]:
    """The cost of the cheapest way to the end, for every state that has one."""
    rest: dict[State, float] = {}
    for state in sorted(edges, reverse=True):
        ways = [edge.cost + (0.0 if edge.after is None else rest[edge.after])
                for edge in edges[state] if edge.after is None or edge.after in rest]  # fmt: skip
        if ways:
            rest[state] = min(ways)
    return rest


def _search(starts: list[tuple[float, State]], edges: Edges, rest: dict[State, float]) -> Iterator[tuple[float, str]]:
    """Whole readings by their cost; one that is dearer than its parts (a particle that doesn't fit) is put back once.

    What waits in the queue is a text read so far, and the number of the edge to take from its state, cheapest first: the
    next one is put in when that one comes out.
    """
    ordered = {state: _ordered(edges[state], rest) for state in rest}
    turn = count()
    queue = [(cost + rest[state], next(turn), cost, "", state, 0) for cost, state in starts]
    dearer: list[tuple[float, str]] = []
    heapq.heapify(queue)
    seen: set[str] = set()
    for _ in range(_POPS):
        if not queue:
            break
        total, _turn, before, text, state, number = heapq.heappop(queue)
        while dearer and dearer[0][0] < total:
            yield heapq.heappop(dearer)
        ways = ordered[state]
        if number + 1 < len(ways):
            heapq.heappush(queue, (before + ways[number + 1][0], next(turn), before, text, state, number + 1))
        edge = ways[number][1]
        longer, cost = text + edge.text, before + edge.cost
        if edge.after is not None:
            heapq.heappush(queue, (cost + ordered[edge.after][0][0], next(turn), cost, longer, edge.after, 0))
        elif longer not in seen:
            seen.add(longer)
            if _fits(longer, edge.text):
                yield cost, longer
            else:
                heapq.heappush(dearer, (cost + _MISFIT, longer))
    while dearer:
        yield heapq.heappop(dearer)


def _ordered(edges: list[Edge], rest: dict[State, float]) -> list[tuple[float, Edge]]:
    """The edges that reach the end, with the cost of the cheapest way there, cheapest first."""
    ways = [(edge.cost, edge) for edge in edges if edge.after is None]
    ways += [(edge.cost + rest[edge.after], edge) for edge in edges if edge.after is not None and edge.after in rest]
    return sorted(ways, key=lambda way: (way[0], way[1].text))


def _fits(text: str, last: str) -> bool:
    """Whether what stands at the end, where it is a particle only, goes with what is before it."""
    if len(last) == len(text) or last not in lexicon().tails or last in vocabulary().common:
        return True
    return lexicon().is_tail(text[-len(last) - 1], last)
