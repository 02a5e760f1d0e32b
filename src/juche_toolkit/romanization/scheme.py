"""Schemes as data: a file for each, with authority, year, source, parent, letters and examples.

A file that names a parent holds only what differs. Adding a scheme needs no change of logic: put a file into tables/, or give the
path of your own wherever a scheme's name is taken.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from attrs import evolve, frozen

from juche_toolkit.errors import TableError, UnknownNameError
from juche_toolkit.hangul.syllable import CODAS, ONSETS, VOWELS
from juche_toolkit.tables import packaged_text

__all__ = ["Example", "Scheme", "scheme", "scheme_names", "schemes"]

_LETTERS = frozenset(ONSETS) | frozenset(VOWELS) | frozenset(CODAS)


@frozen
class Example:
    """What a scheme's source prints: Hangul, its Latin, the kind of text and whether exceptions apply."""

    hangul: str
    latin: str
    kind: str = "text"
    exceptions: bool = True


@frozen(eq=False)
class Scheme:
    """One romanization scheme, as its file says.

    `onset` gives three spellings for each letter: at the beginning of a word or after a stop, between voiced sounds, and
    tensed by a rule of sound. `pairs` overrides a coda and the plain onset after it, `syllables` an onset and its vowel.
    """

    id: str
    name: str
    authority: str
    year: int
    source: str
    use: str
    parent: str | None
    sound: Literal["spoken", "written", "letters"]
    initial: Literal["keep", "drop"]
    place_initial: Literal["keep", "drop"]
    divides: bool
    given_name: Literal["joined-sound", "apart", "alone", "syllables", "joined"]
    liquid: Literal["standard", "kept"]
    hyphen_sound: Literal["changed", "apart"]
    half_province: Literal["joined", "apart"]
    features: Literal["joined", "hyphen", "voiced"]
    divided_units: Literal["hyphen", "apart"]
    place_numbers: Literal["digits", "words"]
    ri_after_n: Literal["li", "ni"]
    old_spelling: Literal["spelt", "spoken"]
    library: bool
    marks: str
    exceptions: bool
    onset: Mapping[str, tuple[str, str, str]]
    vowel: Mapping[str, str]
    coda: Mapping[str, str]
    pairs: Mapping[str, tuple[str, str]]
    syllables: Mapping[str, str]
    surnames: Mapping[str, str]
    names: Mapping[str, str]
    examples: tuple[Example, ...]
    file: str = ""
    """The path of a scheme that isn't the toolkit's own."""

    def __str__(self) -> str:
        return f"{self.id}: {self.name} ({self.authority}, {self.year})"

    def __reduce__(self) -> tuple[object, ...]:
        return scheme, (self.file or self.id,)


@cache
def scheme_names() -> tuple[str, ...]:
    """The names of all schemes, the default first."""
    from importlib.resources import files  # takes longer to load than a scheme's file; one scheme does without

    folder = files("juche_toolkit").joinpath("romanization", "tables")
    names = sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return tuple(sorted(names, key=lambda name: _ORDER.index(name) if name in _ORDER else len(_ORDER)))


_ORDER = ("38north", "mr", "ala-lc", "bgn", "rr", "dprk", "yale", "academic")


@cache
def schemes() -> tuple[Scheme, ...]:
    """All schemes, the default first."""
    return tuple(scheme(name) for name in scheme_names())


@cache
def scheme(name: str) -> Scheme:
    """The scheme of that name, or of that file: a path that ends in .toml is your own scheme's.

    Raises UnknownNameError, which lists the schemes there are, and TableError for a file that can't be read.
    """
    if name.endswith(_SUFFIX):
        return evolve(_build(name, _load(name)), file=name)
    if name not in _ORDER and name not in scheme_names():
        raise UnknownNameError(
            f"there is no scheme {name!r}; there are {', '.join(scheme_names())}, and your own as a path that ends in {_SUFFIX}"
        )
    return _build(name, _load(name))


_SUFFIX = ".toml"


def _load(name: str) -> dict[str, Any]:
    """A scheme's file with what it inherits from its parents filled in."""
    try:
        own = name.endswith(_SUFFIX)
        text = Path(name).read_text(encoding="utf-8") if own else packaged_text("romanization/tables", name + _SUFFIX)
        data = tomllib.loads(unicodedata.normalize("NFC", text))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TableError(f"{name.removesuffix(_SUFFIX)}.toml: {error}") from error
    if "parent" in data:
        above = _load(data["parent"])
        for part in ("onset", "vowel", "coda", "pairs", "syllables", "surnames", "habits"):
            data[part] = {**above.get(part, {}), **data.get(part, {})}
    return data


def _build(name: str, data: dict[str, Any]) -> Scheme:
    name = name.removesuffix(_SUFFIX)
    for part in ("onset", "vowel", "coda", "pairs", "syllables"):
        for key in data.get(part, {}):
            if not all(letter in _LETTERS for letter in key):
                raise TableError(f"{name}.toml: [{part}] {key!r} holds a character that is no Hangul letter")
    habits = data["habits"]
    try:
        return Scheme(
            id=data["id"],
            name=data["name"],
            authority=data["authority"],
            year=data["year"],
            source=data["source"],
            use=data["use"],
            parent=data.get("parent"),
            sound=habits["sound"],
            initial=habits["initial"],
            place_initial=habits.get("place_initial", habits["initial"]),
            divides=habits["divides"],
            given_name=habits["given_name"],
            liquid=habits.get("liquid", "standard"),
            hyphen_sound=habits.get("hyphen_sound", "changed"),
            half_province=habits.get("half_province", "joined"),
            features=habits.get("features", "joined"),
            divided_units=habits.get("divided_units", "hyphen"),
            place_numbers=habits.get("place_numbers", "digits"),
            ri_after_n=habits.get("ri_after_n", "li"),
            old_spelling=habits.get("old_spelling", "spelt"),
            library=habits.get("library", False),
            marks=habits["marks"],
            exceptions=habits["exceptions"],
            onset={letter: (forms[0], forms[1], forms[2]) for letter, forms in data["onset"].items()},
            vowel=data["vowel"],
            coda=data["coda"],
            pairs={key: (two[0], two[1]) for key, two in data.get("pairs", {}).items()},
            syllables=data.get("syllables", {}),
            surnames=data.get("surnames", {}),
            names=data.get("names", {}),
            examples=tuple(Example(**example) for example in data.get("examples", ())),
        )
    except KeyError as error:
        raise TableError(f"{name}.toml: {error.args[0]!r} is missing") from error
