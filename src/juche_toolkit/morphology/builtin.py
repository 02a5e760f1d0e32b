"""The built-in analyser: pure Python, nothing to install; a lexicon, particles and endings, and the cheapest path.

A text is cut at everything that isn't a Hangul syllable; each run of syllables is read by the cheapest path over the readings
of `lexicon.py`. What may follow what, and at which cost, stands in `_LINKS`. A run is read knowing only how the one before it
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
from juche_toolkit.morphology.lexicon import LONGEST, Entry, Lexicon, Part, build, lexicon, listed_cost, user_entries
from juche_toolkit.morphology.protocol import Morpheme

__all__ = ["BuiltinAnalyzer", "load"]

_TOKEN = regex.compile(
    r"(?P<hangul>[가-힣]++)|(?P<SN>[0-9]++(?:[.,][0-9]++)*+)|(?P<SL>[\p{Latin}\p{M}]++(?:['’\-][\p{Latin}\p{M}]++)*+)"
    r"|(?P<SH>\p{Han}++)|(?P<UN>[\p{L}\p{N}]++)|(?P<sign>[^\s\p{L}\p{N}])"
)
_LONGEST_RUN = 60
"""Syllables of the longest run that is read as one; a longer one is read in pieces of this length."""
_REMEMBERED = 65536
_INFINITY = float("inf")

_ENDS = frozenset(("N", "N1", "NX", "NR", "NB", "SN", "J", "JK", "JG", "EC", "EF", "ETM", "ETN", "MM", "MAG"))
"""States in which a run may end."""
_FINISH = {"MM": 0.0, "N1": 0.5, "EC": 0.1}

_NOUNISH = {"j": 0.0, "jx": 0.0, "jk": 0.0, "jkg": 0.0, "vcp": 0.6, "xsn": 0.0}
_FREE = {"noun": 0.0, "noun1": 0.0, "np": 0.0, "nr": 0.5, "mm": 0.0, "mag": 0.0, "ic": 1.0, "xpn": 0.0, "pred": 0.0}
_LINKS: dict[str, dict[str, float]] = {
    "BOS": {**_FREE, "nnb": 4.5, "vx": 3.0, "xsv": 5.5},
    "BETM": {**_FREE, "nnb": 0.0, "vx": 4.0, "xsv": 6.0},
    "BEC": {**_FREE, "nnb": 4.0, "vx": 0.0, "xsv": 5.5},
    "BN": {**_FREE, **_NOUNISH, "nnb": 2.0, "xsv": 0.5, "vx": 3.0},
    "SN": {
        "nnb": -1.0,
        "noun": 1.0,
        "noun1": 1.0,
        "nr": 0.0,
        "j": 0.5,
        "jx": 0.5,
        "jk": 0.5,
        "jkg": 0.5,
        "vcp": 1.5,
        "pred": 4.0,
        "xsn": 2.0,
        "mm": 3.0,
    },
    "N": {
        **_NOUNISH,
        "noun": 1.0,
        "noun1": 0.6,
        "np": 4.0,
        "nr": 3.0,
        "nnb": 2.5,
        "xsv": 0.0,
        "pred": 2.5,
        "mag": 4.0,
        "xpn": 2.5,
        "mm": 5.0,
    },
    "NX": {
        **_NOUNISH,
        "xsn": 1.5,
        "noun": 1.2,
        "noun1": 2.5,
        "np": 4.0,
        "nr": 3.0,
        "nnb": 3.0,
        "xsv": 0.3,
        "pred": 2.5,
        "mag": 4.0,
        "xpn": 3.0,
        "mm": 5.0,
    },
    "N1": {
        **_NOUNISH,
        "xsn": 2.0,
        "noun": 1.2,
        "noun1": 3.5,
        "np": 5.0,
        "nr": 4.0,
        "nnb": 3.5,
        "xsv": 1.0,
        "pred": 2.5,
        "mag": 5.0,
        "xpn": 4.0,
        "mm": 6.0,
    },
    "NR": {**_NOUNISH, "nnb": 0.0, "nr": 0.0, "noun": 2.0, "noun1": 3.0, "pred": 4.0},
    "NB": {
        **_NOUNISH,
        "xsn": 2.0,
        "noun": 3.0,
        "noun1": 5.0,
        "nnb": 2.5,
        "pred": 1.0,
        "xsv": 2.5,
        "mag": 4.0,
        "nr": 2.0,
    },
    "J": {
        "jx": 0.3,
        "jkg": 0.3,
        "j": 1.5,
        "jk": 2.5,
        "noun": 5.5,
        "noun1": 8.0,
        "pred": 3.5,
        "vcp": 1.0,
        "mag": 6.0,
        "np": 6.0,
    },
    "JK": {"noun": 6.0, "pred": 3.5, "noun1": 9.0},
    "JG": {"noun": 4.0, "noun1": 7.0, "nnb": 4.0, "np": 6.0},
    "MM": {"noun": 1.0, "noun1": 1.0, "nnb": 0.0, "np": 2.0, "xpn": 4.0, "nr": 3.0},
    "MAG": {"pred": 2.0, "noun": 4.0, "jx": 0.5, "mag": 3.0},
    "XPN": {"noun": 0.0, "noun1": 3.0, "nr": 2.0},
    "EC": {"vx": 0.3, "pred": 1.5, "jx": 1.0, "j": 3.5, "noun": 6.0},
    "EF": {"j": 3.0, "jx": 2.5, "noun": 8.0},
    "ETM": {"noun": 2.0, "noun1": 4.0, "nnb": 0.3, "np": 4.0, "mm": 5.0, "xpn": 5.0},
    "ETN": {"j": 0.0, "jx": 0.0, "jk": 0.0, "jkg": 0.0, "vcp": 1.0, "noun": 4.0, "pred": 4.0, "nnb": 4.0},
}
_UNKNOWN = {
    "BOS": 0.0,
    "BETM": 0.0,
    "BEC": 0.0,
    "BN": 0.5,
    "N": 1.5,
    "NX": 2.0,
    "N1": 3.0,
    "MM": 1.0,
    "ETM": 3.0,
    "JG": 5.0,
    "XPN": 1.0,
    "SN": 3.0,
    "J": 7.0,
    "JK": 7.0,
    "NB": 4.0,
    "MAG": 6.0,
    "EC": 7.0,
    "EF": 8.0,
    "ETN": 6.0,
    "NR": 5.0,
}
_UNKNOWN_COST, _UNKNOWN_PER_SYLLABLE, _UNKNOWN_LONGEST = 10.0, 1.2, 6

_AFTER = {"ETM": "BETM", "MM": "BOS", "EC": "BEC"}
"""How a run begins after a space, by the state in which the run before ended; else BOS."""
_SIGNS = {
    **dict.fromkeys(".?!。", "SF"),
    **dict.fromkeys(",·:/;、‧ㆍ・", "SP"),
    **dict.fromkeys("…", "SE"),
    **dict.fromkeys("-~〜—–∼～", "SO"),
    **dict.fromkeys("'\"‘’“”()[]{}<>《》〈〉「」『』【】〔〕«»", "SS"),
}
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
                state = self._add_hangul(match.group(), start, self._begin(state, gap), found)
            else:
                sign = match.group()
                tag = kind if kind != "sign" else _SIGNS.get(sign, "SW")
                found.append(Morpheme(sign, tag, start, stop, sign))
                state = "SN" if kind == "SN" else "BN" if kind != "sign" or sign in _CLOSING else "BOS"
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
        return _AFTER.get(state, "BOS")

    def _add_hangul(self, run: str, start: int, state: str, found: list[Morpheme]) -> str:
        for place in range(0, len(run), _LONGEST_RUN):
            piece = run[place : place + _LONGEST_RUN]
            state, parts = self._read(piece, state)
            base = start + place
            found.extend(Morpheme(form, tag, base + a, base + b, lemma) for form, tag, a, b, lemma in parts)
            if place + _LONGEST_RUN < len(run):
                state = "BN"
        return state

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
            ((cost + _FINISH.get(state, 0.0), state) for state, (cost, _) in best[length].items() if state in _ENDS),
            default=None,
        )
        assert last is not None  # noqa: S101 - an unknown noun reaches every end
        return last[1], self._walk(best, length, last[1])

    def _extend(
        self, run: str, place: int, here: dict[str, tuple[float, _Back | None]],
        best: list[dict[str, tuple[float, _Back | None]]], coda: str | None,
    ) -> None:  # fmt: skip
        """Lay every reading that begins at a place onto the best paths that end there."""
        words, entries = self._lexicon.words, self._lexicon.entries
        length = len(run)
        reach = min(length, place + max(self._lexicon.longest.get(run[place], 1), 5, _UNKNOWN_LONGEST))
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
            if size <= _UNKNOWN_LONGEST:
                _relax_unknown(place, here, target, surface)

    def _walk(
        self, best: list[dict[str, tuple[float, _Back | None]]], place: int, state: str
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
                lemma = part.form + "다" if tag in _PREDICATES else part.form
                found.append((part.form, tag, max(0, start + part.start), start + part.end, lemma))
        for number, morpheme in enumerate(found):
            if morpheme[1] == "XR" and (number + 1 == len(found) or found[number + 1][1] not in ("XSA", "XSV")):
                found[number] = (morpheme[0], "NNG", *morpheme[2:])
        return tuple(found)


_PREDICATES = frozenset(("VV", "VA", "VX", "VCP", "VCN", "XSV", "XSA"))


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
            links = _LINKS.get(state)
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
        link = _UNKNOWN.get(state)
        if link is not None and so_far + link < cost:
            cost, origin = so_far + link, state
    if not origin:
        return
    cost += _UNKNOWN_COST + _UNKNOWN_PER_SYLLABLE * len(surface)
    known = target.get("N")
    if known is None or cost < known[0]:
        target["N"] = (cost, (place, origin, (Part(surface, "NNG", 0, len(surface)),), "N"))


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
