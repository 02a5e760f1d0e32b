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
from juche_toolkit.morphology.lexicon import NOUNS, Entry, lexicon, listed_cost
from juche_toolkit.morphology.user_words import LONGEST
from juche_toolkit.tables import packaged_text, read_rows

__all__ = ["Word", "word_ranges", "words"]

_LONGEST_RUN = 60
_LINK, _HINT, _HINT_UNKNOWN, _HINT_SHORT, _UNKNOWN, _PER_SYLLABLE = 1.0, 5.5, 7.0, 7.5, 5.5, 3.0
_FIRM = 0.0
"""Cost of a user's own word."""
_LONGEST_UNKNOWN = 6
"""Syllables of the longest word that no table has."""
_LISTED = {size: cost for size in range(2, 9) if (cost := listed_cost(size)) is not None}
_UNLISTED = {1: 9.0, **{size: _UNKNOWN + _PER_SYLLABLE * size for size in range(2, _LONGEST_UNKNOWN + 1)}}
"""What a form costs that only the big list has, or none, by its syllables."""
_INFINITY = float("inf")
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
_SHED = frozenset("님적")
"""Suffixes that are cut off even where the lexicon has the whole."""
_LOOSE_WORDS = frozenset(("높이",))
"""Words that are adverbs behind a noun (기치높이)."""


class Word(NamedTuple):
    """A part of a run: its place, and its kind: word, prefix, loose (a suffix outside the term), one (a lone syllable)."""

    start: int
    end: int
    kind: str


_Ranges = frozenset[tuple[int, int]]
_Step = tuple[float, int, str, str]
"""The cheapest way to a state at a place: its cost, the place and state before, and the kind of the part between."""


def words(
    run: str, hints: tuple[tuple[int, int], ...] = (), firm: tuple[tuple[int, int], ...] = ()
) -> tuple[Word, ...]:
    """The words of a run of Hangul syllables; `hints` are the ranges an analyser found to be words, `firm` those of a user's own."""
    return tuple([Word(*one) for one in word_ranges(run, hints, firm)])


@lru_cache(maxsize=65536)
def word_ranges(
    run: str, hints: tuple[tuple[int, int], ...] = (), firm: tuple[tuple[int, int], ...] = ()
) -> tuple[tuple[int, int, str], ...]:
    """The same as plain tuples, which cost nothing to keep: the collector of garbage passes over those of numbers and strings."""
    found: list[tuple[int, int, str]] = []
    for offset in range(0, len(run), _LONGEST_RUN):
        piece = run[offset : offset + _LONGEST_RUN]
        inside = frozenset((a - offset, b - offset) for a, b in hints)
        settled = frozenset((a - offset, b - offset) for a, b in firm)
        for one in _cheapest(piece, inside, settled):
            parts = (one,) if (one.start, one.end) in settled else _apart(piece, one)
            found += [(a + offset, b + offset, kind) for a, b, kind in parts]
    return tuple(found)


@cache
def _parted() -> Mapping[str, tuple[str, ...]]:
    rows = read_rows(packaged_text("morphology", "compounds.tsv").splitlines(), name="compounds.tsv")
    return {row["form"]: tuple(row["parts"].split()) for _, row in rows}


def _apart(run: str, word: Word) -> Iterator[Word]:
    """A word in the parts that compounds.tsv names, else as it is."""
    form = run[word.start : word.end]
    parts = _parted().get(form)
    if parts is None:
        if word.kind == "word" and form[-1] in _SHED and len(form) > 2 and _is_noun(form[:-1]):  # 수령|님, 우선|적
            yield Word(word.start, word.end - 1, "word")
            yield Word(word.end - 1, word.end, "loose")
        else:
            yield word
        return
    place = word.start
    for part in parts:
        end = place + len(part.rstrip("-"))
        yield Word(place, end, "prefix" if part.endswith("-") else "word")
        place = end


def _is_noun(form: str) -> bool:
    return not NOUNS.isdisjoint(lexicon().kinds(form))


def _cheapest(run: str, hints: _Ranges, firm: _Ranges) -> list[Word]:
    length = len(run)
    whole = any(end == length and end - start >= 3 for start, end in hints)
    best: list[dict[str, _Step]] = [{} for _ in range(length + 1)]
    best[0]["begin"] = (0.0, 0, "", "")
    for start in range(length):
        if best[start]:
            _lay(run, start, best, hints, firm, whole)
    ends = [(step[0] + (1.5 if state == "prefix" else 0.0), state) for state, step in best[length].items()]
    return _joined(run, _walk(best, length, min(ends)[1]))


def _lay(run: str, start: int, best: list[dict[str, _Step]], hints: _Ranges, firm: _Ranges, whole: bool) -> None:
    """Lay every part that begins at a place onto the best paths that end there."""
    known, length, here = lexicon(), len(run), best[start]
    entries_of, words = known.entries, known.words
    longest = max(_LONGEST_UNKNOWN, known.longest.get(run[start : start + 2], 0), LONGEST if firm else 0)
    longest = min(length - start, longest)
    word_from, word_after = _cheapest_before(here, _LINKS)
    kind = "one"
    for size in range(1, longest + 1):
        end = start + size
        form = run[start:end]
        entries = entries_of.get(form)
        roles: _Roles = ()
        if firm or (start, end) in hints:
            word = _FIRM if (start, end) in firm else _word_cost(form, entries or (), (start, end) in hints)
            roles = _as_met(form)[1] if entries else ()
        elif entries:
            word, roles = _as_met(form)
        elif size == 2 and form[1] == "적":  # here and below as `_word_cost` has it, in a step
            word = None
        else:
            word = _LISTED[size] if form in words and size in _LISTED else _UNLISTED.get(size)
        if word is not None:
            cost, target = word_from + word, best[end]
            before = target.get(kind)
            if before is None or cost < before[0]:
                target[kind] = (cost, start, word_after, kind)
        kind = "word"
        if roles:
            _lay_roles(run, start, end, roles, best, whole)


def _lay_roles(run: str, start: int, end: int, roles: _Roles, best: list[dict[str, _Step]], whole: bool) -> None:
    """Lay what a form can be besides a word onto the best paths."""
    length, here = len(run), best[start]
    for role, entry, kind in roles:
        if role == "particle" and (end < length or whole or not _fits(run, start, entry)):
            continue
        if role == "prefix" and end == length:
            continue
        cost, before = _cheapest_before(here, _AFTER[entry[0]])
        if before:
            _put(best[end], role, cost + entry[2], start, before, kind)


_Roles = tuple[tuple[str, Entry, str], ...]
"""What a form can be besides a word: the role, the entry, the kind of the part."""


@lru_cache(maxsize=1 << 15)
def _as_met(form: str) -> tuple[float | None, _Roles]:
    """What a form of the tables costs as a word, and its other roles: the role, the entry, the kind of the part."""
    entries = lexicon().entries[form]
    roles = [(_ROLES[entry[0]], entry) for entry in entries if entry[0] in _ROLES]
    return _word_cost(form, entries, False), tuple(
        (role, entry, "loose" if role == "particle" or (role == "suffix" and form in _LOOSE) else role)
        for role, entry in roles
    )


_ROLES = {
    "xsn": "suffix",
    "xsn0": "suffix",
    "j": "particle",
    "jk": "particle",
    "jkg": "particle",
    "jx": "particle",
    "xpn": "prefix",
}
"""Classes of the lexicon that are parts of a run besides words."""
_STATES = ("begin", "word", "one", "suffix", "particle", "prefix")
_LINKS = {state: 0.0 if state in ("begin", "prefix") else _LINK for state in _STATES}
_AFTER = {
    "xsn": {"word": 0.0, "suffix": 1.5, "one": 2.0},
    "xsn0": {"word": 0.0, "suffix": 1.5, "one": 0.0},
    "xpn": {state: link for state, link in _LINKS.items() if state != "prefix"},
    **{kind: dict.fromkeys(_STATES[1:], _PARTICLE) for kind, role in _ROLES.items() if role == "particle"},
}
"""Class → the states it may follow, and at which cost."""


def _cheapest_before(here: Mapping[str, _Step], links: Mapping[str, float]) -> tuple[float, str]:
    """The cheapest state of a place among those of `links`, with its link; "" where there is none."""
    cost, before = _INFINITY, ""
    for state, step in here.items():
        link = links.get(state)
        if link is not None and step[0] + link < cost:
            cost, before = step[0] + link, state
    return cost, before


def _word_cost(form: str, entries: tuple[Entry, ...], hinted: bool) -> float | None:
    """What a form costs as a word; None where it can't be one."""
    size = len(form)
    if size > 2 and not entries and not hinted:
        return _unlisted_cost(form)
    costs = [cost for kind, _, cost, _, _ in entries if kind in NOUNS or kind == "noun1"]
    if size == 2 and form[1] == "적" and not costs:
        return None  # 극|적, whatever the big list or an analyser says
    dear = any(cost > _KNOWN + 2.0 for cost in costs)
    if size == 1:
        costs.append(_UNLISTED[1])
    elif not costs:
        unlisted = _unlisted_cost(form)
        costs += [unlisted] if unlisted is not None else []
    if hinted and not (size > 1 and dear) and not (size >= _LONG_HINT and _divisible(form)):
        known = min(costs, default=_INFINITY) < _UNKNOWN + _PER_SYLLABLE * size
        if not known and size >= _LONG_HINT and _half_known(form):
            return min(costs, default=None)
        costs.append(_HINT_SHORT if size == 1 else _HINT if known else _HINT_UNKNOWN)
    return min(costs, default=None)


def _unlisted_cost(form: str) -> float | None:
    """What a form that no table has costs: a word of the big list, or an unknown one; None where it is too long."""
    size = len(form)
    listed = listed_cost(size)
    if listed is not None and form in lexicon().words:
        return listed
    return _UNKNOWN + _PER_SYLLABLE * size if size <= _LONGEST_UNKNOWN else None


@lru_cache(maxsize=16384)
def _half_known(form: str) -> bool:
    """Whether a form that no table has begins or ends with a noun of the hand-made tables, two syllables left at least (간염|비루스)."""
    entries = lexicon().entries
    halves = (half for cut in range(2, len(form) - 1) for half in (form[:cut], form[cut:]))
    return any(kind in NOUNS and cost <= _KNOWN for half in halves for kind, _, cost, _, _ in entries.get(half, ()))


@lru_cache(maxsize=16384)
def _divisible(form: str) -> bool:
    """Whether a form is made of words of the hand-made tables, two syllables each at least."""
    entries = lexicon().entries
    reached = {0}
    for end in range(2, len(form) + 1):
        for start in tuple(reached):
            if 2 <= end - start < len(form):
                found = entries.get(form[start:end], ())
                if any(kind in NOUNS and cost <= _KNOWN for kind, _, cost, _, _ in found):
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
    }[entry[3]]


def _put(target: dict[str, _Step], state: str, cost: float, start: int, before: str, kind: str) -> None:
    known = target.get(state)
    if known is None or cost < known[0]:
        target[state] = (cost, start, before, kind)


def _walk(best: list[dict[str, _Step]], place: int, state: str) -> list[Word]:
    found: list[Word] = []
    while place:
        _, start, state, kind = best[place][state]
        found.append(Word(start, place, kind))
        place = start
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
