"""The keys under which a title is found: words, characters, initials, Latin spellings, years.

Everything here is a pure function of its arguments; how a title is cut into terms and how Hangul is romanized is given by the
caller. The key functions are the same for titles and for queries.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

import regex
from attrs import frozen

from juche_toolkit.adapters.store import Column
from juche_toolkit.hangul.hanja import reading
from juche_toolkit.hangul.runs import has_korean, runs
from juche_toolkit.hangul.syllable import is_syllable, split
from juche_toolkit.search.folding import JUCHE_BEFORE_FIRST, fold, latin_words, loose, plain, written
from juche_toolkit.search.inner import inner_words

__all__ = [
    "COLUMNS",
    "SCHEMES",
    "VERSION",
    "TitleKeys",
    "bigrams",
    "initial_spans",
    "initials",
    "latin_keys",
    "search_key",
    "seoul_latin",
    "skeleton",
    "title_keys",
    "years",
]

VERSION = "4"
"""Raised whenever a key of the same title comes out otherwise; an index made with another version must be rebuilt."""
SCHEMES = ("mr", "38north", "ala-lc", "rr")
COLUMNS = (
    Column("terms", apart=True),
    Column("title", 2),
    Column("loose", 2, apart=True),
    Column("initials", 3),
    Column("latin"),
    Column("sloppy"),
    Column("sounds", 3, heads="ktpcslnmh", tails="aeio"),
    Column("years"),
)
_CACHED = 1 << 15
_PLAIN_ONSET = {"ㄲ": "ㄱ", "ㄸ": "ㄷ", "ㅃ": "ㅂ", "ㅆ": "ㅅ", "ㅉ": "ㅈ"}
_YEAR = regex.compile(r"(?<!\d)(1\d{3}|20\d{2})(?!\d)")
_JUCHE_YEAR = regex.compile(r"(?:주체|主體|juche|chuch['’ʼ]?e)\s*+(\d{1,3})(?!\d)")
_SOUND = regex.compile(
    r"(?P<i>(?<![cjsz]|[cs]h)eui|ui|w?ee|wi|yi|i)|(?P<o>[yw]?eou?|y?eu|[yw]?oo+|[yw]?ou?(?![ei])|[yw]?u)|(?P<e>[yw]?ae|a[iy]|[yw]?o?e|oi)|(?P<a>[yw]?a)"
    r"|(?P<y>y)|(?P<w>w)|(?P<k>ck|kk?h?|gg?h?|q)|(?P<t>tt?h?(?![cj])|dd?h?(?!j))|(?P<p>pp?h?|bb?h?|f|v)|(?P<c>t?ch++|t?c(?=h)|[dt]?jj?|z)"
    r"|(?P<s>ss?h?)|(?P<l>l[lr]?|r[rlh]?)|(?P<n>nn?)|(?P<m>mm?)|(?P<h>h)|(?P<hard>c)|(?P<x>x)"
)
_SILENT_H = regex.compile(r"(?<=[aeiou])h(?![aeiouwy])")
"""No syllable ends in the sound h; Americans write it for a long vowel (yeoksah, Ahn)."""
_CLOSED = r"(?<=[aeiouyw])"
_ASSIMILATED = (
    (regex.compile(_CLOSED + r"(?:ck|kk?|gg?|q)(?=[mnlr])"), "ng"),  # 표준 발음법 제18항: tokrip, tonglip, tongnip
    (regex.compile(_CLOSED + r"(?:pp?|bb?|v|f)(?=[mnlr])"), "m"),
    (regex.compile(_CLOSED + r"(?:tt?|dd?|ss?)(?=[mnlr])"), "n"),
    (regex.compile(_CLOSED + r"(ng|m)[lr]+"), r"\1n"),  # 제19항
    (regex.compile(_CLOSED + r"(?:n[lr]|[lr]+n)"), "ll"),  # 제20항
)
"""What a final consonant becomes before a nasal or liquid. Who spells letter by letter doesn't write it."""
_SUFFIXED = 3
"""Syllables from which on the last of a word may be a suffix."""
_CUSTOMARY = {"park": "pak"}
"""Latin spellings of surnames with a letter that is nowhere heard."""
_VOWELS = frozenset("aeio")
_SOUNDS = {"y": "i", "w": "o", "hard": "k", "x": "ks"}


@frozen
class TitleKeys:
    """A title's keys: folded terms with the words inside them and their initials, squeezed title,
    its loose form ("" where the same), initials, and what its Latin looks like.

    `latin` are the terms in the schemes' spellings, `sloppy` their skeletons, `sounds` the skeletons of the whole title.
    """

    terms: tuple[str, ...]
    title: str
    loose: str
    initials: str
    latin: tuple[str, ...]
    sloppy: tuple[str, ...]
    sounds: tuple[str, ...]
    years: tuple[str, ...]

    def columns(self) -> tuple[str, ...]:
        """The texts of COLUMNS."""
        return (
            " ".join(self.terms),
            self.title,
            self.loose,
            self.initials,
            " ".join(self.latin),
            " ".join(self.sloppy),
            " ".join(self.sounds),
            " ".join(self.years),
        )


def search_key(text: str) -> str:
    """One key for all variants of a title: spaces, punctuation, case, width, marks, hanja, normalisation form and the spelling
    rules of Pyongyang and Seoul don't count, and Juche years are common years.

    Applied to a key it gives the same key. Loanwords and own words that differ altogether (뜨락또르, 트랙터) stay apart.
    """
    return loose(fold(text), across=True)


def bigrams(key: str) -> tuple[str, ...]:
    """Every two neighbours of a key; of a key of one character, that one."""
    return tuple(key[place : place + 2] for place in range(max(1, len(key) - 1))) if key else ()


def initials(text: str) -> str:
    """The onsets of a text's syllables (경제연구 → ㄱㅈㅇㄱ), hanja read; double ones count as single, single letters stay.

    Who types initials doesn't press shift, and ㄲ is no other word's beginning often enough to matter.
    """
    return written(text).key.translate(_ONSETS)


def initial_spans(title: str, letters: str) -> list[tuple[int, int]]:
    """Where in a title some initials stand, as half-open ranges of the title as given."""
    folded = written(title)
    places = [place for place, character in enumerate(folded.key) if _onset(character)]
    found, all_letters = [], "".join(_onset(folded.key[place]) for place in places)
    start = all_letters.find(letters) if letters else -1
    while start >= 0:
        found.append((folded.starts[places[start]], folded.ends[places[start + len(letters) - 1]]))
        start = all_letters.find(letters, start + len(letters))
    return found


def _onset(character: str) -> str:
    onset = split(character).onset if is_syllable(character) else character if "ㄱ" <= character <= "ㅎ" else ""
    return _PLAIN_ONSET.get(onset, onset)


class _Onsets(dict[int, str]):
    """`_onset` for `str.translate`."""

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, _onset(chr(code)))


_ONSETS = _Onsets()


@lru_cache(_CACHED)
def skeleton(latin: str) -> str:
    """What sloppy spellings of one word have in common: kyŏngje, kyongje, kyungje, gyeongje, kyeongje → konkce.

    One letter for each sound: ㅓ ㅗ ㅜ ㅡ and their y-sounds are o, lax, tense and aspirated stops one letter, r is l. Inside a word
    finals are assimilated, so that toklip and tongnip are one.
    """
    marked = unicodedata.normalize("NFC", latin).replace("ŭi", "wi")  # so that ch'eje ŭi isn't read chej eu i
    joined = "".join(map(_heard, latin_words(marked)))
    out: list[str] = []
    for match in _SOUND.finditer(joined):
        sound = match.lastgroup or ""
        if sound in _VOWELS or out[-1:] != [sound]:
            out.append(sound)
    return "".join(_SOUNDS.get(sound, sound) for sound in out)


@lru_cache(_CACHED)
def _heard(word: str) -> str:
    """A folded Latin word without silent h and with its finals assimilated."""
    heard = _SILENT_H.sub("", _CUSTOMARY.get(word, word))
    for pattern, sound in _ASSIMILATED:
        heard = pattern.sub(sound, heard)
    return heard


def seoul_latin(word: str) -> str:
    """A folded Latin word as it is under the initial-sound law: rodong → nodong, ryoksa → yoksa, nyosong → yosong, lee → ee."""
    if word[:1] in ("r", "l"):
        rest = word[1:].removeprefix("h")
        return rest if rest[:1] in ("y", "i") or rest[:2] == "ee" else "n" + rest
    return word[1:] if word[:2] in ("ny", "ni") else word


def latin_keys(words: Iterable[str], romanize: Callable[[str, str], str]) -> tuple[str, ...]:
    """The distinct folded spellings of Hangul words in all schemes: 경제 → kyongje, gyeongje."""
    found: dict[str, None] = {}
    for word in words:
        for scheme in SCHEMES:
            found.setdefault("".join(latin_words(romanize(word, scheme))))
    return tuple(key for key in found if key)


class _Digits(dict[int, str]):
    """Characters as `plain` has them, but signs as they are; for `str.translate`."""

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, plain(chr(code)) or chr(code))


_DIGITS = _Digits()


def years(text: str) -> tuple[str, ...]:
    """The years a text names, in the common calendar, each once: 주체102(2013)년 → 2013, 1956-1960 → 1956, 1960."""
    normal = unicodedata.normalize("NFC", text).translate(_DIGITS)
    found = [match[1] for match in _YEAR.finditer(normal)]
    found += [str(int(match[1]) + JUCHE_BEFORE_FIRST) for match in _JUCHE_YEAR.finditer(normal) if int(match[1])]
    return tuple(dict.fromkeys(found))


def title_keys(
    title: str,
    *,
    terms: Callable[[str], Sequence[str]],
    romanize: Callable[[str, str], str],
    spellings: Callable[[str], Sequence[str]] | None = None,
    more_years: Iterable[str] = (),
) -> TitleKeys:
    """All keys of a title. `terms` gives its search terms in Seoul spelling, `romanize` a text's Latin in a scheme; `spellings`, where
    there is one that remembers words, the `latin_keys` of a word."""
    folded = fold(title)
    spoken = reading(title)
    words = [(word, _key(word)) for word in terms(spoken)]
    korean: dict[str, None] = {}
    place = 0
    for word, key in words:
        start = folded.key.find(key, place)
        if start >= 0 and key:  # as the title spells it: 로동 beside 노동
            place = start + len(key)
            korean.setdefault(_as_written(title[folded.starts[start] : folded.ends[place - 1]]))
        korean.setdefault(word)
    inner = [part for word, _ in words for part in inner_words(word)]
    korean.update(dict.fromkeys(inner))
    korean.update(dict.fromkeys(other for word in tuple(korean) for other in _liquid_or_nasal(word)))
    spelt = spellings or (lambda word: latin_keys([word], romanize))
    latin = tuple(dict.fromkeys(spelling for word in korean if _is_korean(word) for spelling in spelt(word)))
    easier = loose(folded)
    return TitleKeys(
        terms=_distinct(key for _, key in words) + tuple(_inside(words, inner)),
        title=folded.key,
        loose="" if easier == folded.key else easier,
        initials=initials(title),
        latin=latin,
        sloppy=tuple(dict.fromkeys(filter(None, map(skeleton, latin)))),
        sounds=_sounds(spoken, romanize),
        years=tuple(dict.fromkeys((*years(title), *more_years))),
    )


@lru_cache(_CACHED)
def _key(word: str) -> str:
    """The folded key of a word, remembered; titles hardly repeat, their words do."""
    return fold(word).key


@lru_cache(_CACHED)
def _as_written(word: str) -> str:
    return written(word).key


_initials = lru_cache(_CACHED)(initials)
_is_korean = lru_cache(_CACHED)(has_korean)


def _distinct(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, dict.fromkeys(keys)))


def _inside(words: Sequence[tuple[str, str]], inner: Sequence[str]) -> Iterator[str]:
    """What a title's terms are found by beside themselves: the words inside them, and their initials."""
    terms = _distinct(key for _, key in words)
    more = [key for key in dict.fromkeys(map(_key, inner)) if key not in terms]
    yield from more
    yield from _distinct(letters for key in (*terms, *more) if len(letters := _initials(key)) > 1)


def _sounds(spoken: str, romanize: Callable[[str, str], str]) -> tuple[str, ...]:
    """The skeleton of a whole title in MR, and of the words that RR spells otherwise, with a neighbour on each side."""
    if not any(run.kind == "hangul" for run in runs(spoken)):
        return ()
    mr = romanize(spoken, "mr")
    return _distinct((skeleton(mr), *_where_different(mr, romanize(spoken, "rr"))))


@lru_cache(_CACHED)
def _liquid_or_nasal(word: str) -> tuple[str, ...]:
    """A word with the ㄴㄹ before its last syllable as ㄹㄹ and as ㄴㄴ.

    표준 발음법 제20항 has the one and, for a list of words with suffixes, the other (의견란, 생산량); who writes 단군릉 in Latin may
    have either in his ear.
    """
    if len(word) >= _SUFFIXED:
        ending = unicodedata.normalize("NFD", word[-2:])
        if "\u11ab\u1105" in ending:
            changed = (ending.replace("\u11ab\u1105", sounds) for sounds in ("\u11af\u1105", "\u11ab\u1102"))
            return tuple(word[:-2] + unicodedata.normalize("NFC", end) for end in changed)
    return ()


def _where_different(latin: str, other: str) -> tuple[str, ...]:
    """The skeletons of those words of another spelling that differ, with a neighbour on each side; of all if they don't pair."""
    one, two = ([skeleton(word) for word in text.split()] for text in (latin, other))
    if len(one) != len(two):
        return (skeleton(other),)
    near = [
        any(a != b for a, b in zip(one[max(0, place - 1) : place + 2], two[max(0, place - 1) : place + 2], strict=True))
        for place in range(len(one))
    ]
    parts = groupby(zip(near, other.split(), strict=True), key=lambda pair: pair[0])
    return tuple(skeleton(" ".join(word for _, word in pairs)) for differs, pairs in parts if differs)
