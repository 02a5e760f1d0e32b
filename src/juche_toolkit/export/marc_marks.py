"""The signs of romanized Korean as catalogues have them: apostrophes and breves of many kinds, and what they should be.

ALA-LC (R11, R12, p. 15) has one apostrophe, for aspirates and for n'g, and the breve over o and u. Before 2009 the
Library of Congress wrote the ayn (ʻ) for aspirates and the alif (ʼ) in n'g; both are met side by side [own knowledge of
its records]. A breve is one code point (ŏ) or two (o and U+0306); both are right, in one record of one kind.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import regex

from juche_toolkit.export.marc_finding import Finding
from juche_toolkit.tables import packaged_text, read_rows

__all__ = [
    "APOSTROPHES",
    "apostrophes_of",
    "breves_of",
    "composed_hangul",
    "in_pieces",
    "mark_findings",
    "plain_breves",
    "private_use",
    "private_use_as_text",
    "suspect",
    "with_apostrophe",
    "with_breves",
]

APOSTROPHES = {
    "'": "apostrophe U+0027",
    "’": "typographic apostrophe U+2019",
    "ʼ": "alif U+02BC",
    "ʻ": "ayn U+02BB",
    "‘": "opening quotation mark U+2018",
    "`": "grave accent U+0060",
    "´": "acute accent U+00B4",
    "′": "prime U+2032",
}
_SOUND = frozenset("'’ʼ")
_NO_APOSTROPHES = frozenset("`´′")
_OF_ASPIRATES = frozenset("ʻ‘")
_ASPIRATE = regex.compile("(?i)(?<=[kpt]|ch)['’ʼʻ‘`´′](?=[aeiouwyŏŭ])")
_SEPARATOR = regex.compile("(?i)(?<=n)['’ʼʻ‘`´′](?=g)")
_ANY = regex.compile("['’ʼʻ‘`´′]")
_BREVES = {
    "precomposed breve": regex.compile("[ŏŭŎŬ]"),
    "combining breve": regex.compile("[oOuU]\u0306"),
    "caron in place of a breve": regex.compile("[ǒǔǑǓ]|[oOuU]\u030c"),
    "circumflex in place of a breve": regex.compile("[ôûÔÛ]|[oOuU]\u0302"),
    "breve apart from its letter": regex.compile("˘|(?<![\\p{L}\\p{M}])\u0306"),
}
_NOT_PRECOMPOSED = regex.compile("[\u0306\u030c\u0302˘ǒǔǑǓôûÔÛ]")
_WRONG_BREVES = tuple(_BREVES)[2:]
_AS_BREVE = str.maketrans("ǒǔǑǓôûÔÛ", "ŏŭŎŬŏŭŎŬ")
_MARKED = regex.compile("(?<=[oOuU])[\u030c\u0302]")
_PIECES = regex.compile("[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]")
_RUN = regex.compile("[가-힣]?[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]++")
_COMBINING = regex.compile("[oOuU]\u0306")
_PARTED = {ord(letter): unicodedata.normalize("NFD", letter) for letter in "ŏŭŎŬ"}
_SUSPECT = regex.compile("[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\ufffd\\p{Co}]")
_PRIVATE = regex.compile(r"\p{Co}")
_TABLE = "kps9566_private.tsv"


def in_pieces(text: str) -> bool:
    """Whether a text holds Hangul that NFC would put together; old Hangul, which it can't, stays as it is."""
    return _PIECES.search(text) is not None and not unicodedata.is_normalized("NFC", text)


def suspect(text: str) -> bool:
    """Whether a text may hold Hangul in pieces, private-use characters or signs of loss; sound ones are told at once."""
    return _SUSPECT.search(text) is not None


def mark_findings(texts: Sequence[str]) -> Iterator[Finding]:
    """What the apostrophes and breves of a record's romanized texts have wrong, seen together."""
    joined = "\n".join(texts)
    signs = set(_ANY.findall(joined))
    if len(signs) > 1 or not signs <= _SOUND:
        yield from _apostrophes(texts)
    if _NOT_PRECOMPOSED.search(joined) is not None:
        yield from _breves(texts)


def apostrophes_of(texts: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """The signs that stand for the apostrophe: of aspirates, and of n'g."""
    aspirates: Counter[str] = Counter()
    separators: Counter[str] = Counter()
    for text in texts:
        if _ANY.search(text):
            aspirates.update(_ASPIRATE.findall(text))
            separators.update(_SEPARATOR.findall(text))
    return aspirates, separators


def _apostrophes(texts: Iterable[str]) -> Iterator[Finding]:
    aspirates, separators = apostrophes_of(texts)
    kinds = {*aspirates, *separators}
    counted = ", ".join(f"{number} × {APOSTROPHES[kind]}" for kind, number in sorted((aspirates + separators).items()))
    if kinds & _NO_APOSTROPHES:
        yield Finding("apostrophe", "error", "romanized fields", "what stands for the apostrophe is none", counted)
    elif len(kinds) > 1 and not (len(aspirates) == len(separators) == 1 and set(aspirates) <= _OF_ASPIRATES):
        yield Finding("apostrophe", "error", "romanized fields", "apostrophes of several kinds", counted)
    elif set(aspirates) & _OF_ASPIRATES:
        message = "the sign of aspirates before 2009; since then the apostrophe"
        yield Finding("apostrophe", "doubt", "romanized fields", message, counted)


def _breves(texts: Iterable[str]) -> Iterator[Finding]:
    found: Counter[str] = Counter()
    for text in texts:
        if not text.isascii():
            found.update({name: number for name, form in _BREVES.items() if (number := len(form.findall(text)))})
    counted = ", ".join(f"{number} × {name}" for name, number in found.items())
    if any(name in found for name in _WRONG_BREVES):
        yield Finding("breve", "error", "romanized fields", "not the breve, but what looks like it", counted)
    elif len(found) > 1:
        yield Finding("breve", "error", "romanized fields", "breves of several kinds", counted)


def breves_of(texts: Iterable[str]) -> tuple[int, int]:
    """How many breves are precomposed, and how many combining."""
    joined = "\n".join(texts)
    return len(_BREVES["precomposed breve"].findall(joined)), len(_BREVES["combining breve"].findall(joined))


def with_breves(text: str, *, combining: bool) -> str:
    """The breves over o and u as one kind; other letters stay as they are."""
    if combining:
        return text.translate(_PARTED)
    return str(_COMBINING.sub(lambda match: unicodedata.normalize("NFC", match.group()), text))


def composed_hangul(text: str) -> str:
    """The Hangul of a text composed; its Latin letters stay as they are."""
    return str(_RUN.sub(lambda match: unicodedata.normalize("NFC", match.group()), text))


def plain_breves(text: str) -> str:
    """Carons and circumflexes over o and u as breves; for texts that are known to be romanized Korean."""
    return str(_MARKED.sub("\u0306", text)).translate(_AS_BREVE)


def with_apostrophe(text: str, apostrophe: str) -> str:
    """The apostrophes of aspirates and of n'g in one kind; quotation marks and other signs stay."""
    return str(_SEPARATOR.sub(apostrophe, _ASPIRATE.sub(apostrophe, text)))


@cache
def _leaders() -> dict[str, str]:
    rows = read_rows(packaged_text("export", _TABLE).splitlines(), name=_TABLE)
    return {"".join(chr(int(point, 16)) for point in row["points"].split()): row["hangul"] for _, row in rows}


def private_use(text: str) -> list[str]:
    """The private-use characters of a text, each once, as U+F113."""
    return list(dict.fromkeys(f"U+{ord(character):04X}" for character in _PRIVATE.findall(text)))


def private_use_as_text(text: str) -> str:
    """The names that KPS 9566 has special characters for, in ordinary Hangul; whole names only, as single signs may be others'."""
    for signs, name in _leaders().items():
        text = text.replace(signs, name)
    return text
