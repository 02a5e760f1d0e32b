"""Which note points to which, and lanes in which arrows run beside the notes without lying on each other."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from juche_toolkit.citation.model import Note

__all__ = ["LANES", "Arrow", "arrows", "label", "sources", "targets"]

LANES = 8
"""Lanes at most; an arrow for which none is free isn't drawn, its link stays."""


class Arrow(NamedTuple):
    """An arrow from a note to the earlier one it means, both as places from 0; lane 0 is the one nearest to the notes."""

    source: int
    target: int
    lane: int


def label(notes: Sequence[Note], place: int) -> str:
    """The number a note goes by: as printed, else its place from 1."""
    return notes[place].number or str(place + 1)


def targets(notes: Sequence[Note]) -> list[list[int | None]]:
    """For each note and each of its citations the place of the note it resolves to, or None.

    In a block a back-reference names the printed number of a note before it, in a list its place.
    """
    found: list[list[int | None]] = []
    printed: dict[str, int] = {}
    for place, note in enumerate(notes):
        by_number = note.span is not None
        found.append([_target(citation.resolves_to, printed if by_number else None, place) for citation in note])
        printed[label(notes, place)] = place
    return found


def _target(named: int | str | None, printed: Mapping[str, int] | None, place: int) -> int | None:
    if named is None:
        return None
    if printed is not None:
        return printed.get(str(named))
    return named - 1 if isinstance(named, int) and 0 < named <= place else None


def sources(resolved: Iterable[Sequence[int | None]]) -> dict[int, list[int]]:
    """For each note that others point to, the places of those, in order."""
    found: dict[int, list[int]] = {}
    for place, aims in enumerate(resolved):
        for target in dict.fromkeys(aims):
            if target is not None and target < place:
                found.setdefault(target, []).append(place)
    return found


def arrows(resolved: Iterable[Sequence[int | None]]) -> list[Arrow]:
    """Arrows in lanes: those to one note share a trunk, short trunks run nearest to the notes."""
    lanes: list[list[tuple[int, int]]] = [[] for _ in range(LANES)]
    drawn: list[Arrow] = []
    for target, places in sorted(sources(resolved).items(), key=lambda item: (item[1][-1] - item[0], item[0])):
        trunk = target, places[-1]
        lane = next((number for number, taken in enumerate(lanes) if _free(taken, trunk)), None)
        if lane is not None:
            insort(lanes[lane], trunk)
            drawn += [Arrow(source, target, lane) for source in places]
    return drawn


def _free(taken: Sequence[tuple[int, int]], trunk: tuple[int, int]) -> bool:
    """Whether a trunk fits between those of a lane, which are in order and apart from each other."""
    place = bisect_left(taken, trunk)
    before, after = taken[place - 1 : place], taken[place : place + 1]
    return (not before or before[0][1] < trunk[0]) and (not after or trunk[1] < after[0][0])
