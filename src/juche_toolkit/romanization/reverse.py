"""From Latin back to Hangul: the words that a romanized form can stand for, likeliest first.

Names of the tables are looked up by their letters; every other word is read back by a search over known words and syllables
(`lattice`), whose readings are romanized again before they are given. Words parted by spaces are read each for itself,
since the spaces of the Latin may be those of word division: 경제연구 is Kyŏngje Yŏn'gu.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from attrs import frozen

from juche_toolkit.errors import InputError
from juche_toolkit.hangul.lexicon import lexicon
from juche_toolkit.hangul.sounds import units_of
from juche_toolkit.hangul.syllable import is_syllable, split
from juche_toolkit.romanization.convert import fold
from juche_toolkit.romanization.engine import latin_of, options
from juche_toolkit.romanization.exceptions import proper_nouns, shipped_exceptions
from juche_toolkit.romanization.lattice import Lattice
from juche_toolkit.romanization.letters import Marked, Style, agrees, marked, style_of
from juche_toolkit.romanization.names import given_name, read_person, surname
from juche_toolkit.romanization.scheme import scheme
from juche_toolkit.romanization.transcribe import sound_and_spell
from juche_toolkit.romanization.vocabulary import given_syllables, vocabulary
from juche_toolkit.tables import packaged_text, read_rows

__all__ = ["Candidate", "to_hangul"]

_LONGEST = 400
"""Signs up to which a text is read back; a longer one gives no candidates."""
_MOST, _MOST_LONG, _LONG = 200, 50, 40
"""Readings that are tried for one word, and for one of more than 40 letters, so that none takes long."""
_JOINED, _KNOWN = 0.2, -0.5
"""What writing words together costs: a little, and less than nothing where they are a known word or name."""
_NAME_WORDS = 6
_FEW_WORDS, _KEPT = 4, 30
"""Words of a text from which only 30 readings are kept at each place."""
_TAIL = 0.3
_NEXT_NAME = 1e-5
"""What keeps names that are written alike in their order; it is lost in the score."""
_FAMILY = ("mr", "38north", "ala-lc", "bgn")
_PERSON, _DOUBTFUL_PERSON = 0.3, 2.0


@frozen
class Candidate:
    """A reading of a romanized word: Hangul, and a score from 0 to 1 (1 = a name of the tables)."""

    text: str
    score: float


class Reading(NamedTuple):
    """Hangul for some words of a text, with its cost; a name's cost is 0."""

    cost: float
    text: str


def to_hangul(latin: str, *, limit: int = 10) -> tuple[Candidate, ...]:
    """The Hangul that a romanized text, in any spelling of the McCune-Reischauer family, can stand for, likeliest first.

    Marks narrow the choice where there are any; without them every reading is looked for. Names of the tables come first,
    then readings made of known words, then bare syllables. Words parted by spaces are given with the spaces and written
    together. Every candidate gives the letters of the Latin back when its words, parted as the Latin's are, are romanized.
    Text that is no romanized Korean, and text of more than 400 signs, gives (). Raises InputError for what is no string or a limit below 1.
    """
    if not isinstance(latin, str) or isinstance(limit, bool) or not isinstance(limit, int) or limit < 1:
        raise InputError("to_hangul takes a string and a limit of at least 1")
    limit = min(limit, _MOST)
    if len(latin) > _LONGEST:
        return ()
    words = tuple(_unquoted(word) for word in latin.replace(",", " ").replace("/", " ").split())
    words = tuple(word for word in words if word)
    if not words:
        return ()
    found = _ranked(words, style_of(" ".join(words)), limit)
    if not found:  # the marks are some other system's: read the bare letters
        bare = tuple(marked(word).letters for word in words)
        found = _ranked(bare, style_of(""), limit) if bare != words else []
    return tuple(Candidate(text, _score(cost)) for cost, text in found)


def _score(cost: float) -> float:
    return round(1 / (1 + max(cost, 0.0)), 4)


def _unquoted(word: str) -> str:
    """A word without the quotes and stops around it; an apostrophe at its end is a mark (so' is 서) unless one opens it."""
    stripped = word.strip('.;:!?()[]"“”«»《》')
    opening = stripped.lstrip("'‘’`")
    return opening.rstrip("'’") if opening != stripped else stripped


def _ranked(words: tuple[str, ...], style: Style, limit: int) -> list[Reading]:
    """The best readings of a text's words."""
    if len(words) == 1:
        return list(_of_one(words[0], style, limit))
    wanted = max(limit, 10) if len(words) <= _FEW_WORDS else _KEPT
    best: list[list[tuple[float, tuple[str, ...]]]] = [[] for _ in range(len(words) + 1)]
    best[0].append((0.0, ()))
    for start in range(len(words)):
        before = heapq.nsmallest(wanted, best[start])
        if not before:
            continue
        for end, readings in _spans(words, start, style, wanted):
            best[end] += [(cost + one.cost, (*parts, one.text)) for cost, parts in before for one in readings]
        best[start] = []
    found: dict[str, float] = {}
    for cost, parts in heapq.nsmallest(wanted, best[-1]):
        for more, text in _written(parts):
            found[text] = min(found.get(text, 99.0), cost + more)
    return heapq.nsmallest(limit, [Reading(cost, text) for text, cost in found.items()])


def _of_one(word: str, style: Style, limit: int) -> Iterator[Reading]:
    """The readings of a text of one word, lazily: names, then what the search yields."""
    names = _names((word,), style) + _names_with_particles((word,), style)
    yield from names[:limit]
    known = {one.text for one in names}
    rest = (one for one in _word_readings(word, style) if one.text not in known)
    yield from islice(rest, max(0, limit - len(names)))


def _spans(words: tuple[str, ...], start: int, style: Style, wanted: int) -> Iterator[tuple[int, list[Reading]]]:
    """The readings of one word and of several that make a name, from a place in the text: their end and they."""
    yield start + 1, list(_of_one(words[start], style, min(wanted, _KEPT)))
    for end in range(start + 2, min(len(words), start + _NAME_WORDS) + 1):
        names = _names(words[start:end], style) + _names_with_particles(words[start:end], style)
        if end <= start + 3:
            names += [one for one in _persons(words[start:end], style) if one.text not in {name.text for name in names}]
        if names:
            yield end, names


def _written(parts: tuple[str, ...]) -> Iterator[Reading]:
    """The ways to write words: with spaces, together, and with those together that are a known word or a word and its particle."""
    yield Reading(0.0, " ".join(parts))
    whole = "".join(parts)
    if len(parts) == 1:
        return
    yield Reading(_KNOWN if _is_known(whole) else _JOINED, whole)
    grouped: list[str] = []
    for part in parts:
        if grouped and (_is_known(grouped[-1] + part) or lexicon().is_tail(grouped[-1][-1], part)):
            grouped[-1] += part
        else:
            grouped.append(part)
    if 1 < len(grouped) < len(parts):
        yield Reading(_KNOWN / 2, " ".join(grouped))


def _is_known(text: str) -> bool:
    return text in vocabulary().common or lexicon().knows(text) or text in _name_texts()


# Names of the tables.


@cache
def _name_texts() -> frozenset[str]:
    return frozenset(shipped_exceptions().names) | frozenset(proper_nouns().names)


@cache
def _name_index() -> dict[str, tuple[tuple[str, str], ...]]:
    """Letters → the names of the tables that are spelt so, with their marks."""
    found: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for table in (shipped_exceptions(), proper_nouns()):
        for hangul, known in table.names.items():
            spelt = _person_forms(hangul) if known.kind == "person" else _forms(hangul)
            for latin in (known.latin, *spelt):
                if latin:
                    one = marked(latin.replace(" ", "").replace(".", ""))
                    found[one.letters][hangul, one.marks] = None
    return {letters: tuple(names) for letters, names in found.items()}


def _names(words: tuple[str, ...], style: Style) -> list[Reading]:
    """The names of the tables that words, written together, are."""
    given = marked("".join(words))
    found: dict[str, float] = {}
    for hangul, marks in _name_index().get(given.letters, ()):
        cost = agrees(_hyphens_read(given), marks, given.letters, style)
        if cost is not None and cost < 1:
            found[hangul] = min(cost, found.get(hangul, cost))
    ordered = sorted(found, key=lambda name: (found[name], _name_rank(name, given.letters)))
    return [Reading(number * _NEXT_NAME, text) for number, text in enumerate(ordered)]


def _names_with_particles(words: tuple[str, ...], style: Style) -> list[Reading]:
    """The names of the tables that words begin with, where particles make the rest: Kim Il Sungu'i, P'yŏngyangesŏ."""
    latin = "".join(words)
    found = []
    for place in range(max(2, len("".join(words[:-1])) + 1), len(latin)):
        names = _names((latin[:place],), style) if fold(latin[:place]) in _name_index() else []
        if not names or fold(latin[place]) == "":
            continue
        for tail in _tails().get(fold(latin[place:]), ()):
            for name in names:
                text = name.text + tail
                if lexicon().is_tail(name.text[-1], tail) and _as_written(text, fold(latin)):
                    found.append(Reading(_TAIL + name.cost, text))
    return found


def _as_written(text: str, letters: str) -> bool:
    return any(fold(latin_of(text, options(name))) == letters for name in ("38north", "mr", "ala-lc"))


@cache
def _tails() -> dict[str, tuple[str, ...]]:
    """Letters → particles that are spelt so after a name: as at the beginning of a word, and voiced."""
    found: dict[str, list[str]] = defaultdict(list)
    for tail in lexicon().tails:
        for before in "아강악":
            units = units_of(before + tail)
            _, *rest = sound_and_spell(units, scheme("mr"))
            letters = fold("".join(map(str, rest)))
            if tail not in found[letters]:
                found[letters].append(tail)
    return {letters: tuple(tails) for letters, tails in found.items()}


def _hyphens_read(latin: Marked) -> str:
    """Marks, with the apostrophe of n'g where a hyphen stands for it."""
    marks = list(latin.marks)
    for place in latin.hyphens:
        if latin.letters[place - 1 : place + 1] == "ng":
            marks[place - 1] = "a"
    return "".join(marks)


def _name_rank(name: str, letters: str) -> tuple[bool, bool, str]:
    """Which of several names goes first: one with the initial that the Latin has (Rodong is 로동), then 38 North's own."""
    kept = split(name[0]).onset == "ㄹ" if is_syllable(name[0]) else False
    return kept != (letters[0] in "rl"), name not in shipped_exceptions().names, name


def _forms(text: str) -> tuple[str, ...]:
    """The MR of a word with its North Korean initials, and without."""
    kept = "".join(map(str, sound_and_spell(lexicon().units(text)[0], scheme("mr"))))
    if not any(0 <= (ord(sign) - 0xAC00) // 588 in (2, 5) for sign in text):  # neither ㄴ nor ㄹ, nothing to drop
        return (kept,)
    return kept, "".join(map(str, sound_and_spell(lexicon().units(text, as_seoul=True)[0], scheme("mr"))))


def _person_forms(name: str) -> tuple[str, ...]:
    """The spellings of a person's name: its initials kept or not, with sound change inside the given name and without."""
    person = read_person(name)
    if person is None or not person.given:
        return _forms(name)
    families = [surname(person.surname, scheme("mr"), initial) for initial in ("keep", "drop")]
    return tuple(family + given for family in dict.fromkeys(families) for given in _given_forms(person.given))


def _given_forms(given: str) -> tuple[str, ...]:
    """The spellings of a given name: with sound change throughout, as 38 North has it, and in one word."""
    person = read_person(f"김 {given}")
    hyphen = person is not None and person.hyphen
    hyphened = [given_name(given, scheme(name), hyphen=hyphen) for name in ("mr", "38north")]
    return tuple(dict.fromkeys((*hyphened, given_name(given, scheme("mr"), hyphen=False))))


# Persons whom no table has.


@cache
def _families() -> dict[str, tuple[str, ...]]:
    """Letters → the surnames that are spelt so."""
    found: dict[str, list[str]] = defaultdict(list)
    rows = read_rows(packaged_text("hangul", "surnames.tsv").splitlines(), name="surnames.tsv")
    for family in dict.fromkeys(row["hangul"] for _, row in rows):
        kept, dropped = (fold(surname(family, scheme("mr"), initial)) for initial in ("keep", "drop"))
        apart = fold(surname(family, scheme("38north"), "keep"))  # Tongpang
        found[kept].insert(0, family)
        for other in {dropped, apart} - {kept}:
            found[other].append(family)
    return {letters: tuple(families) for letters, families in found.items()}


def _persons(words: tuple[str, ...], style: Style) -> list[Reading]:
    """Surname and given name, where the words can be them: Chŏng Chun-t'aek, Kim Se yŏng."""
    families = _families().get(fold(words[0]), ())
    rest = "-".join(words[1:])
    if not families or not 0 < len(rest) <= 24:
        return []
    sure = "-" in words[-1] and len(words) == 2
    extra = _PERSON if sure else _DOUBTFUL_PERSON
    found = []
    for cost, given in islice(_given_readings(rest, style), 12):
        for number, family in enumerate(families[:4]):
            found.append(Reading(extra + cost + 0.2 * number, family + given))
    return heapq.nsmallest(12, found)


@lru_cache(maxsize=512)
def _given_readings(latin: str, style: Style) -> tuple[Reading, ...]:
    """The given names of one or two syllables that Latin can stand for, those of common syllables first."""
    lattice = Lattice(marked(latin), style)
    steps = lattice.steps() or {}
    common, letters = given_syllables(), fold(latin)
    found = []
    for state, cost in lattice.starts():
        for text, more in lattice.chains(state, steps, 2):
            if all(syllable in common for syllable in text):
                found.append(Reading(cost + more + sum(common[syllable] for syllable in text), text))
    fitting = (one for one in sorted(found) if any(fold(form) == letters for form in _given_forms(one.text)))
    return tuple(islice(dict.fromkeys(fitting), 40))


# Words.


def _word_readings(word: str, style: Style) -> Iterator[Reading]:
    """The readings of one word that give its letters back, cheapest first."""
    letters = fold(word)
    most = _MOST if len(letters) <= _LONG else _MOST_LONG
    for cost, text in islice(Lattice(marked(word), style).readings(), most):
        if _gives(text, letters, hyphen="-" in word):
            yield Reading(cost, text)


def _gives(text: str, letters: str, *, hyphen: bool) -> bool:
    """Whether a word is spelt with these letters by some scheme of the family."""
    if any(fold(form) == letters for form in _forms(text)):
        return True
    if "ts" in letters or letters.startswith("l"):
        return fold(latin_of(text, options("ala-lc", exceptions=False))) == letters
    if not hyphen:
        return False
    if len(text) <= 4 and any(fold(form) == letters for form in _given_forms(text)):
        return True
    return any(fold(latin_of(text, options(name, kind="place", exceptions=False))) == letters for name in _FAMILY)
