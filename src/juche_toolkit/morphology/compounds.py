"""A run of nouns cut into the words a search looks for: 대외경제발전전략작성 is 대외 경제 발전 전략 작성.

Analysers cut compounds each in its own way. Here their cuts are only hints: the cheapest reading over the lexicon decides, so that
every analyser gives the same words for the same compound. Suffixes stay on their noun (효과성, 관리제, 문헌학) but for -적 and
-들; a prefix stays only where the lexicon has the whole (대고조, but 비|생산).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from juche_toolkit.hangul.syllable import split
from juche_toolkit.morphology.lexicon import LONGEST, Entry, lexicon, listed_cost
from juche_toolkit.tables import packaged_text, read_rows

__all__ = ["Word", "words"]

_LONGEST_RUN = 60
_LINK, _HINT, _HINT_SHORT, _UNKNOWN, _PER_SYLLABLE = 1.0, 5.5, 7.5, 5.5, 3.0
_LONG_HINT = 4
"""Syllables from which a hint counts only where the lexicon can't take it apart."""
_KNOWN = 6.0
"""Cost up to which a word is one of the hand-made tables."""
_PARTICLE = 0.0
_TAILS = frozenset("산강도섬군릉궁사탑시읍면동리역항교성문관원촌댁전기판")
"""Syllables that lean on the name before them (단군|릉)."""
_LOOSE = frozenset(
    ("적", "들", "님", "씨", "간", "별", "당", "상", "쯤", "씩", "째", "끼리", "네", "경", "짜리", "하", "내", "여")
)
"""Suffixes that are no part of a term."""
_LOOSE_WORDS = frozenset(("높이",))
"""Words that are adverbs behind a noun (기치높이)."""


class Word(NamedTuple):
    """A part of a run: its place, and its kind: word, prefix, loose (a suffix outside the term), one (a lone syllable)."""

    start: int
    end: int
    kind: str


class _Step(NamedTuple):
    cost: float
    start: int
    state: str
    kind: str


_PARTICLES = frozenset(("j", "jk", "jkg", "jx"))


@lru_cache(maxsize=65536)
def words(run: str, hints: tuple[tuple[int, int], ...] = ()) -> tuple[Word, ...]:
    """The words of a run of Hangul syllables; `hints` are the ranges an analyser found to be words."""
    found: list[Word] = []
    for offset in range(0, len(run), _LONGEST_RUN):
        piece = run[offset : offset + _LONGEST_RUN]
        inside = frozenset((a - offset, b - offset) for a, b in hints)
        for one in _cheapest(piece, inside):
            found.extend(Word(a + offset, b + offset, kind) for a, b, kind in _apart(piece, one))
    return tuple(found)


@cache
def _parted() -> Mapping[str, tuple[str, ...]]:
    rows = read_rows(packaged_text("morphology", "compounds.tsv").splitlines(), name="compounds.tsv")
    return {row["form"]: tuple(row["parts"].split()) for _, row in rows}


def _apart(run: str, word: Word) -> Iterator[Word]:
    """A word in the parts that compounds.tsv names, else as it is."""
    parts = _parted().get(run[word.start : word.end])
    if parts is None:
        yield word
        return
    place = word.start
    for part in parts:
        end = place + len(part.rstrip("-"))
        yield Word(place, end, "prefix" if part.endswith("-") else "word")
        place = end


def _cheapest(run: str, hints: frozenset[tuple[int, int]]) -> list[Word]:
    length = len(run)
    whole = any(end == length and end - start >= 3 for start, end in hints)
    best: list[dict[str, _Step]] = [{} for _ in range(length + 1)]
    best[0]["begin"] = _Step(0.0, 0, "", "")
    for start in range(length):
        if not best[start]:
            continue
        for end in range(start + 1, min(length, start + LONGEST) + 1):
            _lay(run, start, end, best, (start, end) in hints, whole)
    ends = [(step.cost + (1.5 if state == "prefix" else 0.0), state) for state, step in best[length].items()]
    return _joined(run, _walk(best, length, min(ends)[1]))


def _lay(run: str, start: int, end: int, best: list[dict[str, _Step]], hinted: bool, whole: bool) -> None:
    form = run[start:end]
    size = end - start
    entries = lexicon().entries.get(form, ())
    word = _word_cost(form, entries, hinted)
    one = size == 1
    for state, step in best[start].items():
        link = 0.0 if state in ("begin", "prefix") else _LINK
        if word is not None:
            _put(best[end], "one" if one else "word", step.cost + link + word, start, state, "one" if one else "word")
        for entry in entries:
            if entry.kind in ("xsn", "xsn0") and state in ("word", "suffix", "one"):
                extra = 1.5 if state == "suffix" else 2.0 if state == "one" and entry.kind == "xsn" else 0.0
                _put(
                    best[end],
                    "suffix",
                    step.cost + extra + entry.cost,
                    start,
                    state,
                    "loose" if form in _LOOSE else "suffix",
                )
            elif (
                entry.kind in _PARTICLES
                and end == len(run)
                and not whole
                and state != "begin"
                and _fits(run, start, entry)
            ):
                _put(best[end], "particle", step.cost + _PARTICLE + entry.cost, start, state, "loose")
            elif entry.kind == "xpn" and state != "prefix" and end < len(run):
                _put(best[end], "prefix", step.cost + link + entry.cost, start, state, "prefix")


def _word_cost(form: str, entries: tuple[Entry, ...], hinted: bool) -> float | None:
    """What a form costs as a word; None where it can't be one."""
    size = len(form)
    costs = [entry.cost for entry in entries if entry.kind in ("noun", "noun1")]
    if size == 1:
        costs.append(9.0)
    elif not costs:
        listed = listed_cost(size)
        if listed is not None and form in lexicon().words:
            costs.append(listed)
        if size <= 6:
            costs.append(_UNKNOWN + _PER_SYLLABLE * size)
    rare = any(entry.kind == "noun" and entry.cost > _KNOWN + 2.0 for entry in entries)
    if hinted and not rare and not (size >= _LONG_HINT and _divisible(form)):
        costs.append(_HINT if size > 1 else _HINT_SHORT)
    return min(costs, default=None)


@lru_cache(maxsize=16384)
def _divisible(form: str) -> bool:
    """Whether a form is made of words of the hand-made tables, two syllables each at least."""
    entries = lexicon().entries
    reached = {0}
    for end in range(2, len(form) + 1):
        for start in tuple(reached):
            if 2 <= end - start < len(form):
                found = entries.get(form[start:end], ())
                if any(entry.kind == "noun" and entry.cost <= _KNOWN for entry in found):
                    reached.add(end)
    return len(form) in reached


def _fits(run: str, start: int, entry: Entry) -> bool:
    """Whether a particle's form goes with the syllable before it."""
    coda = split(run[start - 1]).coda
    return {
        "any": True,
        "coda": coda != "",
        "vowel": coda == "",
        "ro": coda in ("", "ㄹ"),
        "euro": coda not in ("", "ㄹ"),
    }[entry.condition]


def _put(target: dict[str, _Step], state: str, cost: float, start: int, before: str, kind: str) -> None:
    known = target.get(state)
    if known is None or cost < known.cost:
        target[state] = _Step(cost, start, before, kind)


def _walk(best: list[dict[str, _Step]], place: int, state: str) -> list[Word]:
    found: list[Word] = []
    while place:
        step = best[place][state]
        found.append(Word(step.start, place, step.kind))
        place, state = step.start, step.state
    found.reverse()
    return found


def _joined(run: str, pieces: list[Word]) -> list[Word]:
    """Suffixes joined to the word before them."""
    found: list[Word] = []
    for piece in pieces:
        leans = piece.kind == "one" and run[piece.start] in _TAILS
        if (piece.kind == "suffix" or leans) and found and found[-1].kind in ("word", "one"):
            found[-1] = Word(found[-1].start, piece.end, "word")
        elif piece.kind == "suffix" or (found and run[piece.start : piece.end] in _LOOSE_WORDS):
            found.append(Word(piece.start, piece.end, "loose"))
        else:
            found.append(piece)
    return found
