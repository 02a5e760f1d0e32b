"""The built-in analyser: pure Python, nothing to install; a lexicon, particles and endings, and the cheapest path.

A text is cut at everything that isn't a Hangul syllable; each run of syllables is read by the cheapest path over the readings
of `lexicon.py`. What may follow what, and at which cost, stands in grammar.py. A run is read knowing only how the one before it
ended (a modifier makes 것, 수, 데 bound nouns), so that runs can be remembered: titles repeat their words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from os import PathLike
from pathlib import Path

import regex

from juche_toolkit._version import __version__
from juche_toolkit.errors import TableError
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
from juche_toolkit.morphology.lexicon import Entry, Lexicon, Part, build, lexicon, listed_cost, user_entries
from juche_toolkit.morphology.protocol import Morpheme

__all__ = ["BuiltinAnalyzer", "load"]

_TOKEN = regex.compile(
    r"(?P<hangul>[가-힣]++)|(?P<SN>[0-9]++(?:[.,][0-9]++)*+|\p{Nl}++)"
    r"|(?P<SL>[\p{Latin}\p{M}]++(?:['’\-][\p{Latin}\p{M}]++)*+)|(?P<SH>\p{Han}++)"
    r"|(?P<dot>[ㆍᆞ])|(?P<UN>[\p{L}--[가-힣ㆍᆞ\p{Latin}\p{Han}]]++)|(?P<sign>[^\s\p{L}])",
    regex.V1,
)
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

_Back = tuple[int, str, tuple[Part, ...], str]
"""Where a best path came from: its place and state before, the parts added, and their surface state."""


class BuiltinAnalyzer:
    """The analyser that needs nothing installed; see `load`."""

    name = "builtin"

    def __init__(self, words: Lexicon) -> None:
        self._lexicon = words
        self._read = lru_cache(maxsize=_REMEMBERED)(self._cheapest)

    @property
    def version(self) -> str:
        """The toolkit's version: the tables ship with it."""
        return __version__

    def analyze(self, text: str) -> tuple[Morpheme, ...]:
        """The morphemes of a text, with offsets into it as given; text without words gives ()."""
        composed = compose(text)
        found: list[Morpheme] = []
        state, end = "BOS", 0
        source = composed.text
        mapped = composed.starts is not None
        for match in _TOKEN.finditer(source):
            start, stop = match.span()
            kind = match.lastgroup or "sign"
            gap = start > end
            if kind == "hangul":
                if source[stop : stop + 1].isdecimal() and match.group().endswith("제"):
                    state = self._before_digits(match.group(), start, self._begin(state, gap), found)
                    end = stop
                    continue
                state = self._add_hangul(match.group(), start, self._begin(state, gap), found)
            else:
                sign = match.group()
                tag = kind if kind not in ("sign", "dot") else _SIGNS.get(sign, "SW")
                found.append(Morpheme(sign, tag, start, stop, sign))
                state = "SN" if kind == "SN" else "BN" if tag not in _SIGN_TAGS or sign in _CLOSING else "BOS"
            end = stop
        if mapped:
            return tuple(self._as_given(one, composed.span(one.start, one.end)) for one in found)
        return tuple(found)

    @staticmethod
    def _as_given(one: Morpheme, span: tuple[int, int]) -> Morpheme:
        return Morpheme(one.form, one.tag, span[0], span[1], one.lemma)

    @staticmethod
    def _begin(state: str, gap: bool) -> str:
        """How a run begins: `state` is how what stands before it ended, `gap` whether a space is between."""
        if state in ("BOS", "BN", "SN"):
            return "BOS" if gap and state == "BN" else state
        return AFTER_SPACE.get(state, "BOS")

    def _add_hangul(self, run: str, start: int, state: str, found: list[Morpheme]) -> str:
        for place in range(0, len(run), _LONGEST_RUN):
            piece = run[place : place + _LONGEST_RUN]
            state, parts = self._read(piece, state)
            base = start + place
            found.extend(Morpheme(form, tag, base + a, base + b, lemma) for form, tag, a, b, lemma in parts)
            if place + _LONGEST_RUN < len(run):
                state = "BN"
        return state

    def _before_digits(self, run: str, start: int, state: str, found: list[Morpheme]) -> str:
        """A run that ends in the prefix of ordinals (제1항, 1항제2호)."""
        last = start + len(run) - 1
        if len(run) > 1:
            self._add_hangul(run[:-1], start, state, found)
        found.append(Morpheme("제", "XPN", last, last + 1, "제"))
        return "BOS"

    def analyze_many(self, texts: Iterable[str]) -> Sequence[tuple[Morpheme, ...]]:
        """The morphemes of many texts."""
        return [self.analyze(text) for text in texts]

    def _cheapest(self, run: str, begin: str) -> tuple[str, tuple[tuple[str, str, int, int, str], ...]]:
        """The best reading of a run: the state in which it ends, and its morphemes with places in the run."""
        length = len(run)
        best: list[dict[str, tuple[float, _Back | None]]] = [{} for _ in range(length + 1)]
        best[0][begin] = (0.0, None)
        codas = [split(syllable).coda for syllable in run]
        for place in range(length):
            here = best[place]
            if here:
                coda = codas[place - 1] if place else None
                self._extend(run, place, here, best, coda)
        last = min(
            ((cost + FINISH.get(state, 0.0), state) for state, (cost, _) in best[length].items() if state in ENDS),
            default=None,
        )
        assert last is not None  # noqa: S101 - an unknown noun reaches every end
        return last[1], self._walk(run, best, length, last[1])

    def _extend(
        self, run: str, place: int, here: dict[str, tuple[float, _Back | None]],
        best: list[dict[str, tuple[float, _Back | None]]], coda: str | None,
    ) -> None:  # fmt: skip
        """Lay every reading that begins at a place onto the best paths that end there."""
        words, entries = self._lexicon.words, self._lexicon.entries
        length = len(run)
        reach = min(length, place + max(self._lexicon.longest.get(run[place], 1), 5, UNKNOWN_LONGEST))
        for end in range(place + 1, reach + 1):
            surface = run[place:end]
            found = entries.get(surface, ())
            target = best[end]
            for entry in found:
                if entry.condition == "any" or _fits(entry.condition, coda):
                    _relax(place, here, target, entry)
            size = end - place
            cost = listed_cost(size) if surface in words and not any(e.kind == "noun" for e in found) else None
            if cost is not None and not (size > 2 and surface[-1] == "다"):
                _relax(place, here, target, _listed(surface, cost))
            if size <= UNKNOWN_LONGEST:
                _relax_unknown(place, here, target, surface)

    def _walk(
        self, run: str, best: list[dict[str, tuple[float, _Back | None]]], place: int, state: str
    ) -> tuple[tuple[str, str, int, int, str], ...]:
        steps: list[tuple[int, tuple[Part, ...]]] = []
        while True:
            back = best[place][state][1]
            if back is None:
                break
            place, state, parts, _ = back
            steps.append((place, parts))
        steps.reverse()
        found: list[tuple[str, str, int, int, str]] = []
        for start, parts in steps:
            for part in parts:
                tag = part.tag
                if tag == "XSV" and part.form == "하" and found and found[-1][0] in self._lexicon.adjectives:
                    tag = "XSA"
                first = max(0, start + part.start)
                form = _harmonized(part.form, run[first]) if part.start < 0 else part.form
                found.append((form, tag, first, start + part.end, form + "다" if tag in _PREDICATES else form))
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


def _relax(
    place: int, here: dict[str, tuple[float, _Back | None]], target: dict[str, tuple[float, _Back | None]], entry: Entry
) -> None:
    """Put an entry after the cheapest state that it may follow."""
    kind, leaves, own, _, parts = entry
    if kind[0] == "+":
        before = here.get(kind[1:])
        if before is None:
            return
        cost, origin = before[0], kind[1:]
    else:
        cost, origin = _INFINITY, ""
        for state, (so_far, _back) in here.items():
            links = LINKS.get(state)
            if links is not None and kind in links and so_far + links[kind] < cost:
                cost, origin = so_far + links[kind], state
        if not origin:
            return
    cost += own
    known = target.get(leaves)
    if known is None or cost < known[0]:
        target[leaves] = (cost, (place, origin, parts, leaves))


def _relax_unknown(
    place: int, here: dict[str, tuple[float, _Back | None]], target: dict[str, tuple[float, _Back | None]], surface: str
) -> None:
    cost, origin = _INFINITY, ""
    for state, (so_far, _back) in here.items():
        link = UNKNOWN.get(state)
        if link is not None and so_far + link < cost:
            cost, origin = so_far + link, state
    if not origin:
        return
    person = len(surface) == 3 and surface[0] in SURNAMES and surface[1] in GIVEN and surface[2] in GIVEN
    cost += PERSON_COST if person else UNKNOWN_COST + UNKNOWN_PER_SYLLABLE * len(surface)
    known = target.get("N")
    if known is None or cost < known[0]:
        part = Part(surface, "NNP" if person else "NNG", 0, len(surface))
        target["N"] = (cost, (place, origin, (part,), "N"))


def _listed(surface: str, cost: float) -> Entry:
    return Entry("noun", "N", cost, "any", (Part(surface, "NNG", 0, len(surface)),))


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


@cache
def _packaged() -> BuiltinAnalyzer:
    return BuiltinAnalyzer(lexicon())


def load(user: str | PathLike[str] | None = None) -> BuiltinAnalyzer:
    """The built-in analyser, one per process; with `user`, a new one that knows a user's words too.

    `user` is the path of a table with the columns form, tag and level. Raises TableError, with file, line and reason, where it
    can't be read.
    """
    if user is None:
        return _packaged()
    path = Path(user)
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TableError(f"{path}: {error}") from error
    return BuiltinAnalyzer(build(user_entries(lines, name=str(path))))
