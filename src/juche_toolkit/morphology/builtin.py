"""The built-in analyser: pure Python, nothing to install; a lexicon, particles and endings, and the cheapest path.

A text is cut at everything that isn't a Hangul syllable; each run of syllables is read by the cheapest path over the readings
of `lexicon.py`. What may follow what, and at which cost, stands in grammar.py. A run is read knowing only how the one before it
ended (a modifier makes 것, 수, 데 bound nouns), so that runs can be remembered: titles repeat their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import regex

from juche_toolkit._version import __version__
from juche_toolkit.hangul.normal import compose
from juche_toolkit.hangul.syllable import split
from juche_toolkit.morphology.grammar import (
    AFTER_SPACE,
    ENDS,
    FINISH,
    GIVEN,
    LINKS,
    PERSON_COST,
    SURNAMES,
    UNKNOWN,
    UNKNOWN_COST,
    UNKNOWN_LONGEST,
    UNKNOWN_PER_SYLLABLE,
)
from juche_toolkit.morphology.lexicon import LISTED_LONGEST, Lexicon, Part, build, lexicon, listed, user_entries
from juche_toolkit.morphology.protocol import Morpheme
from juche_toolkit.morphology.user_words import UserWord, fingerprint, kept_whole

__all__ = ["BuiltinAnalyzer", "Parts", "Run", "load"]

_TOKEN = regex.compile(
    r"(?P<hangul>[가-힣]++)|(?P<SN>[0-9]++(?:[.,][0-9]++)*+|\p{Nl}++)"
    r"|(?P<SL>[\p{Latin}\p{M}]++(?:['’\-][\p{Latin}\p{M}]++)*+)|(?P<SH>\p{Han}++)"
    r"|(?P<dot>[ㆍᆞ])|(?P<UN>[\p{L}--[가-힣ㆍᆞ\p{Latin}\p{Han}]]++)|(?P<sign>[^\s\p{L}])",
    regex.V1,
)
_SYLLABLES = re.compile("[가-힣]++")
_LONGEST_RUN = 60
"""Syllables of the longest run that is read as one; a longer one is read in pieces of this length."""
_REMEMBERED = 65536
_INFINITY = float("inf")

_SIGNS = {
    **dict.fromkeys(".?!。", "SF"),
    **dict.fromkeys(",·:/;、‧ㆍᆞ・", "SP"),
    **dict.fromkeys("…", "SE"),
    **dict.fromkeys("-~〜—–∼～", "SO"),
    **dict.fromkeys("'\"‘’“”()[]{}<>《》〈〉「」『』【】〔〕«»", "SS"),
}
_SIGN_TAGS = frozenset(("SF", "SP", "SE", "SO", "SS", "SW"))
_CLOSING = frozenset(")]}>》〉」』】〕»”’\"'")

Parts = tuple[tuple[str, str, int, int], ...]
"""Morphemes: form, tag, and the range in the run. Plain tuples, which the collector of garbage leaves alone."""
Run = tuple[int, Parts]
"""A run's place in the text, and its morphemes."""
_Step = tuple[float, int, str, tuple[Part, ...]]
"""The cheapest way to a state at a place: its cost, the place and state before, and the parts between; () are an unknown noun."""
_Column = dict[str, _Step]
"""The states at a place."""


class BuiltinAnalyzer:
    """The analyser that needs nothing installed; see `load`."""

    name = "builtin"

    def __init__(self, known: Lexicon, words: tuple[UserWord, ...] = ()) -> None:
        self._lexicon = known
        self._words = words
        self.own_words = kept_whole(words)
        """A user's nouns."""
        self._read = lru_cache(maxsize=_REMEMBERED)(self._cheapest)

    @property
    def version(self) -> str:
        """The toolkit's version, since the tables ship with it, and a hash of a user's words."""
        return __version__ + fingerprint(self._words)

    def __reduce__(self) -> tuple[object, ...]:
        return load, (self._words,)

    def analyze(self, text: str) -> tuple[Morpheme, ...]:
        """The morphemes of a text, with offsets into it as given; text without words gives ()."""
        composed = compose(text)
        found = [
            Morpheme(form, tag, base + start, base + end, form + "다" if tag in _PREDICATES else form)
            for base, parts in self.runs(composed.text)
            for form, tag, start, end in parts
        ]
        if composed.starts is not None:
            return tuple([self._as_given(one, composed.span(one.start, one.end)) for one in found])
        return tuple(found)

    def runs(self, source: str) -> list[Run]:
        """The readings of a text in NFC, run by run: the place of each, and its morphemes as plain tuples with places in the run.

        What is read already is given as it is remembered, so that word division needn't make objects of it and take them apart again.
        """
        found: list[Run] = []
        state, end = "BOS", 0
        for match in _TOKEN.finditer(source):
            start, stop = match.span()
            kind = match.lastgroup or "sign"
            if kind == "hangul":
                begin = self._begin(state, start > end)
                run = match.group()
                if run[-1] == "제" and source[stop : stop + 1].isdecimal():
                    state = self._before_digits(run, start, begin, found)
                elif stop - start <= _LONGEST_RUN:
                    read = self._read(run, begin)
                    state = read[0]
                    found.append((start, read[1:]))
                else:
                    state = self._add_long(run, start, begin, found)
            else:
                sign = match.group()
                tag = kind if kind not in ("sign", "dot") else _SIGNS.get(sign, "SW")
                found.append((start, ((sign, tag, 0, stop - start),)))
                state = "SN" if kind == "SN" else "BN" if tag not in _SIGN_TAGS or sign in _CLOSING else "BOS"
            end = stop
        return found

    def word(self, word: str) -> Parts:
        """The morphemes of a text in NFC that is one word, as plain tuples with places in it."""
        if len(word) <= _LONGEST_RUN and _SYLLABLES.fullmatch(word) is not None:
            return self._read(word, "BOS")[1:]
        return tuple(
            [
                (form, tag, base + start, base + end)
                for base, parts in self.runs(word)
                for form, tag, start, end in parts
            ]
        )

    @staticmethod
    def _as_given(one: Morpheme, span: tuple[int, int]) -> Morpheme:
        return Morpheme(one.form, one.tag, span[0], span[1], one.lemma)

    @staticmethod
    def _begin(state: str, gap: bool) -> str:
        """How a run begins: `state` is how what stands before it ended, `gap` whether a space is between."""
        if state in ("BOS", "BN", "SN"):
            return "BOS" if gap and state == "BN" else state
        return AFTER_SPACE.get(state, "BOS")

    def _add_long(self, run: str, start: int, state: str, found: list[Run]) -> str:
        for place in range(0, len(run), _LONGEST_RUN):
            state, *parts = self._read(run[place : place + _LONGEST_RUN], state)
            found.append((start + place, tuple(parts)))
            if place + _LONGEST_RUN < len(run):
                state = "BN"
        return state

    def _before_digits(self, run: str, start: int, state: str, found: list[Run]) -> str:
        """A run that ends in the prefix of ordinals (제1항, 1항제2호)."""
        if len(run) > 1:
            self._add_long(run[:-1], start, state, found)
        found.append((start + len(run) - 1, (("제", "XPN", 0, 1),)))
        return "BOS"

    def analyze_many(self, texts: Iterable[str]) -> Sequence[tuple[Morpheme, ...]]:
        """The morphemes of many texts."""
        return [self.analyze(text) for text in texts]

    def _cheapest(self, run: str, begin: str) -> tuple[str, *Parts]:
        """The best reading of a run: the state in which it ends, and its morphemes with places in the run.

        It is remembered, so it has as few tuples in each other as can be: each costs the collector of garbage a turn.
        """
        length = len(run)
        best: list[_Column] = [{} for _ in range(length + 1)]
        best[0][begin] = (0.0, -1, "", ())
        for place in range(length):
            if best[place]:
                self._lay_known(run, place, best)
                _lay_unknown(run, place, best)
        last = min(
            ((step[0] + FINISH.get(state, 0.0), state) for state, step in best[length].items() if state in ENDS),
            default=None,
        )
        assert last is not None  # noqa: S101 - an unknown noun reaches every end
        return (last[1], *self._walk(run, best, last[1]))

    def _lay_known(self, run: str, place: int, best: list[_Column]) -> None:
        """Lay every reading of the lexicon that begins at a place onto the best paths that end there.

        From which state a class is reached most cheaply is the same for all readings of that class, so it is looked for once.
        """
        words, entries = self._lexicon.words, self._lexicon.entries
        here = best[place]
        coda = split(run[place - 1]).coda if place else None
        origins: dict[str, tuple[float, str]] = {}
        longest = self._lexicon.longest.get(run[place : place + 2], LISTED_LONGEST)
        for end in range(place + 1, min(len(run), place + longest) + 1):
            surface = run[place:end]
            found = entries.get(surface)
            if found is None:
                if surface not in words:
                    continue
                found = listed(surface)
            target = best[end]
            for kind, leaves, own, condition, parts in found:
                if condition != "any" and not _fits(condition, coda):
                    continue
                origin = origins.get(kind)
                if origin is None:
                    origin = origins[kind] = _origin(here, kind)
                cost = origin[0] + own
                known = target.get(leaves)
                if cost < (_INFINITY if known is None else known[0]):
                    target[leaves] = (cost, place, origin[1], parts)

    def _walk(self, run: str, best: list[_Column], state: str) -> Parts:
        place = len(run)
        steps: list[tuple[int, tuple[Part, ...]]] = []
        while place:
            _, start, state, parts = best[place][state]
            steps.append((start, parts or (_unknown(run[start:place]),)))
            place = start
        steps.reverse()
        found: list[tuple[str, str, int, int]] = []
        for start, parts in steps:
            for form, tag, begin, end in parts:
                first = max(0, start + begin)
                if tag == "XSV" and form == "하" and found and found[-1][0] in self._lexicon.adjectives:
                    found.append((form, "XSA", first, start + end))
                else:
                    found.append((_harmonized(form, run[first]) if begin < 0 else form, tag, first, start + end))
        for number, morpheme in enumerate(found):
            if morpheme[1] == "XR" and (number + 1 == len(found) or found[number + 1][1] not in ("XSA", "XSV")):
                found[number] = (morpheme[0], "NNG", *morpheme[2:])
        return tuple(found)


_PREDICATES = frozenset(("VV", "VA", "VX", "VCP", "VCN", "XSV", "XSA"))


def _harmonized(ending: str, syllable: str) -> str:
    """An ending in 어 as the syllable it begins in has it: 아 after ㅏ, ㅗ and as written in 하여."""
    if ending[0] != "어":
        return ending
    if syllable == "여":
        return "여" + ending[1:]
    return "아" + ending[1:] if split(syllable).vowel in "ㅏㅘ" else ending


_LINKS_TO: dict[str, dict[str, float]] = {}
"""Class → the states it may follow, and at which cost: the links of grammar.py turned round."""
for _state, _links in LINKS.items():
    for _kind, _cost in _links.items():
        _LINKS_TO.setdefault(_kind, {})[_state] = _cost


_PERSON = 3
"""Syllables of a surname with a given name."""


def _origin(here: _Column, kind: str) -> tuple[float, str]:
    """The cheapest state of a place that a class may follow, and the cost until then; an infinite one where there is none."""
    if kind[0] == "+":
        before = here.get(kind[1:])
        return (_INFINITY, "") if before is None else (before[0], kind[1:])
    return _cheapest_state(here, _LINKS_TO.get(kind, {}))


def _cheapest_state(here: _Column, links: Mapping[str, float]) -> tuple[float, str]:
    cost, origin = _INFINITY, ""
    for state, step in here.items():
        link = links.get(state)
        if link is not None and step[0] + link < cost:
            cost, origin = step[0] + link, state
    return cost, origin


def _lay_unknown(run: str, place: int, best: list[_Column]) -> None:
    """Lay nouns that no table has; what they are is said when one of them is on the best path."""
    so_far, origin = _cheapest_state(best[place], UNKNOWN)
    if not origin:
        return
    cost_of_nothing = so_far + UNKNOWN_COST
    for size in range(1, min(UNKNOWN_LONGEST, len(run) - place) + 1):
        target = best[place + size]
        cost = cost_of_nothing + UNKNOWN_PER_SYLLABLE * size
        if size == _PERSON and _is_person(run[place : place + size]):
            cost = so_far + PERSON_COST
        known = target.get("N")
        if known is None or cost < known[0]:
            target["N"] = (cost, place, origin, ())


def _unknown(surface: str) -> Part:
    return (surface, "NNP" if _is_person(surface) else "NNG", 0, len(surface))


def _is_person(surface: str) -> bool:
    """Whether three syllables look like a surname and a given name."""
    return len(surface) == _PERSON and surface[0] in SURNAMES and surface[1] in GIVEN and surface[2] in GIVEN


def _fits(condition: str, coda: str | None) -> bool:
    """Whether a particle's form goes with the syllable before it; after a digit, a letter or a sign anything goes."""
    if coda is None:
        return True
    if condition == "coda":
        return coda != ""
    if condition == "vowel":
        return coda == ""
    if condition == "ro":
        return coda in ("", "ㄹ")
    return coda not in ("", "ㄹ")


@lru_cache(maxsize=4)
def _loaded(words: tuple[UserWord, ...]) -> BuiltinAnalyzer:
    return BuiltinAnalyzer(build(user_entries(words)) if words else lexicon(), words)


def load(words: tuple[UserWord, ...] = ()) -> BuiltinAnalyzer:
    """The built-in analyser, one per process; with a user's words, one that knows them too."""
    return _loaded(words)
