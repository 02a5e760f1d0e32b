"""Romanized Korean made comparable: ours, word by word or whole, and a record's, with one kind of mark and no punctuation."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

import regex

from juche_toolkit.adapters.hangul_romanize import transliterate
from juche_toolkit.export.marc_marks import plain_breves
from juche_toolkit.export.marc_memory import count_new_word
from juche_toolkit.morphology import builtin
from juche_toolkit.romanization import engine
from juche_toolkit.romanization.names import read_person
from juche_toolkit.romanization.vocabulary import vocabulary
from juche_toolkit.tables import packaged_text, read_rows

__all__ = [
    "confidence",
    "divided_as",
    "doubted",
    "follows",
    "in_scheme",
    "ours",
    "person",
    "respelt",
    "squeezed",
    "word",
]

_REMEMBERED = 1 << 13
_SIGNS = str.maketrans({
    **dict.fromkeys("’ʼʻ‘`´′", "'"),
    **dict.fromkeys(".,:;/!?()[]{}<>\"“”„«»《》〈〉「」『』【】·…—–=+*&%#@|~_\u00a0\u3000", " "),
    **dict.fromkeys("‐‑", "-"),
})  # fmt: skip
_NO_MARK = regex.compile(r"(?<![kptn]|ch)'|'(?![\p{L}])")
_UNIT = regex.compile(r"\d++|yae|wae|yeo|ya|y[oŏ]|ye|yu|wa|w[oŏ]|we|wi|ae|oe|eo|eu|ŭi|[aŏouŭie]")
_KOREAN_UNIT = regex.compile(r"\d++|[가-힣]")
_ONLY_HANGUL = regex.compile("[가-힣]++")
_SHORT = 3
"""Syllables up to which a word of the tables isn't divided: longer ones may be compounds (W1(c))."""
_OTHER_SCRIPT = regex.compile(r"[\p{Latin}\p{Han}]|[\p{Hangul}--가-힣]", regex.V1)


@lru_cache(maxsize=1 << 10)
def respelt(latin: str) -> str:
    """A romanized text to compare: NFC, small letters, `'` for every apostrophe, breves for what looks like them, no punctuation."""
    text = plain_breves(unicodedata.normalize("NFC", latin)).casefold().translate(_SIGNS)
    if "'" in text:
        text = str(_NO_MARK.sub(" ", text))
    return " ".join(part for part in text.split() if part != "-")


def squeezed(latin: str) -> str:
    """The same without spaces and hyphens: what stays when words are divided otherwise."""
    return respelt(latin).replace(" ", "").replace("-", "")


@lru_cache(maxsize=_REMEMBERED)
def word(eojeol: str) -> str:
    """Our romanization of one eojeol, to compare."""
    count_new_word()
    return respelt(_latin(eojeol, "text"))


@lru_cache(maxsize=1 << 10)
def ours(korean: str, kind: str) -> str:
    """Our romanization of a text under ALA-LC; kind "divided" takes its spaces as right."""
    return _latin(korean.strip().rstrip(",.;:/= ") if kind == "name" else korean, kind)


def _latin(korean: str, kind: str) -> str:
    if kind == "divided":
        return engine.latin_of(korean, _options("ala-lc", "text"))
    if kind == "name" and "," in korean:
        return _inverted(korean)
    if kind == "name":
        return engine.latin_of(korean, _options("ala-lc", "name"))
    return engine.latin_of(korean, _options("ala-lc", kind), builtin.load())


def _inverted(name: str) -> str:
    """A foreign name as headings have it, family name first and a comma (칼린, 로버트); a Korean one has no comma in Hangul."""
    parts = (engine.latin_of(part, _options("ala-lc", "text")) for part in name.split(","))
    return ", ".join(" ".join(word[:1].upper() + word[1:] for word in part.split()) for part in parts)


def _options(scheme: str, kind: str) -> engine.Options:
    return engine.options(scheme, kind=kind, transliterate=transliterate)


def in_scheme(korean: str, scheme: str, kind: str) -> str:
    """A text in another scheme, to see whether that is what a record has."""
    return squeezed(engine.latin_of(korean, _options(scheme, kind)))


def divided_as(korean: str, theirs: str) -> str | None:
    """A Korean text with spaces where a romanized one, made comparable, has them; None where the syllables don't come out.

    Both are counted off in syllables and figures; a text with hanja or Latin in it isn't counted.
    """
    plain = korean.translate(_SIGNS)
    if _OTHER_SCRIPT.search(plain):
        return None
    units = _KOREAN_UNIT.findall(plain)
    counts = [_syllables(part) for part in theirs.split()]
    if sum(counts) != len(units):
        return None
    words = []
    start = 0
    for count in counts:
        words.append("".join(units[start : start + count]))
        start += count
    return " ".join(words)


@lru_cache(maxsize=1 << 10)
def person(name: str) -> str | None:
    """Our romanization of a person's name, to compare, from its surname and given name, each remembered; None if it is no name."""
    found = None if "," in name else read_person(name)
    if found is None or not found.given:
        return None
    return f"{_family(found.surname)} {_given(found.given)}"


@lru_cache(maxsize=4096)
def _family(surname: str) -> str:
    return respelt(_latin(surname + " 영수", "name")).split()[0]


@lru_cache(maxsize=_REMEMBERED)
def _given(given: str) -> str:
    return respelt(_latin("김 " + given, "name")).partition(" ")[2]


def follows(korean: str, theirs: str) -> bool:
    """Whether a romanized text, made comparable, is ours, eojeol by eojeol and without an analysis of known words.

    An eojeol that the record has as one common word of at most three syllables, or as such a word and a particle (W6),
    is rightly divided; its parts are romanized and compared. Any other eojeol is compared with all of our romanization
    of it. False means that it isn't ours so, not that it is wrong.
    """
    words = theirs.split()
    place = 0
    for eojeol in korean.translate(_SIGNS).split():
        left = len(eojeol) if _ONLY_HANGUL.fullmatch(eojeol) else 0
        start = place
        while left > 0 and place < len(words):
            left -= _syllables(words[place])
            place += 1
        if left == 0 and place > start and _is_plain(eojeol, words[start:place]):
            continue
        mine = word(eojeol).split()
        if words[start : start + len(mine)] != mine:
            return False
        place = start + len(mine)
    return place == len(words)


@lru_cache(maxsize=_REMEMBERED)
def _syllables(word: str) -> int:
    """The syllables of a romanized word, a row of figures counted as one."""
    return len(_UNIT.findall(word))


def _is_plain(eojeol: str, latin: list[str]) -> bool:
    """Whether an eojeol is a common word, or one and a particle, so divided and so romanized."""
    if len(latin) == 1:
        return len(eojeol) <= _SHORT and eojeol in vocabulary().common and _alone(eojeol) == latin[0]
    if len(latin) != 2:
        return False
    size = _syllables(latin[0])
    noun, tail = eojeol[:size], eojeol[size:]
    known = 2 <= size <= _SHORT and _is_tail(tail) and noun in vocabulary().common
    return known and _alone(noun) == latin[0] and _alone(tail) == latin[1]


def _is_tail(tail: str) -> bool:
    """Whether syllables are a particle or two stacked ones, which stand as one (W6): 의, 에서의."""
    return tail in _particles() or any(
        tail[:place] in _particles() and tail[place:] in _particles() for place in range(1, len(tail))
    )


@cache
def _particles() -> frozenset[str]:
    name = "particles.tsv"
    return frozenset(row["form"] for _, row in read_rows(packaged_text("morphology", name).splitlines(), name=name))


@lru_cache(maxsize=_REMEMBERED)
def _alone(part: str) -> str:
    count_new_word()
    return respelt(_latin(part, "divided"))


def confidence(korean: str) -> float:
    """How sure the sound of a word is, from 0 to 1: that of its least sure part."""
    found = engine.explain(korean, _options("ala-lc", "text"))
    return min((segment.confidence for segment in found.segments), default=1.0)


def doubted(korean: str) -> tuple[str, ...]:
    """The other readings of a text's ambiguous words, with the sentence that tells them apart first, if there are any."""
    found = engine.explain(korean, _options("ala-lc", "text")).warnings
    return (found[0].message, *(other for doubt in found for other in doubt.alternatives)) if found else ()
