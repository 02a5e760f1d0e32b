"""Names of places: where a hyphen stands, and what happens to the sound across it.

Jurisdictions take a hyphen (ALA-LC R4, pages 2-3: Kangwŏn-do, P'yŏngt'aek-kun, Kyŏngsang-bukto; 국어의 로마자 표기법
제3장 제5항); rivers, mountains and the like only in BGN/PCGN. McCune-Reischauer schemes change the sound across it, the
Revised system and the DPRK's don't.
"""

from __future__ import annotations

from functools import cache

from juche_toolkit.hangul.lexicon import lexicon
from juche_toolkit.hangul.sounds import hangul_of
from juche_toolkit.hangul.syllable import split
from juche_toolkit.romanization.names import capitalized
from juche_toolkit.romanization.scheme import Scheme
from juche_toolkit.romanization.transcribe import Letters, sound_and_spell
from juche_toolkit.tables import packaged_text, read_rows

__all__ = ["PROVINCE_UNITS", "cut_place", "is_unit", "jurisdictions", "place_name", "unit_alone"]

_PROVINCES = (
    "강원 경기 제주 자강 량강 양강 평안 함경 황해 충청 전라 경상 전남 전북 경남 경북 충남 충북 평남 평북 함남 함북 황남 황북"
).split()
"""Only after these is 도 a province; elsewhere it is an island (완도) or a road."""
_HALVES = ("북도", "남도")
PROVINCE_UNITS = frozenset(("도", *_HALVES))
"""What ends the name of a province."""


@cache
def _units() -> dict[str, tuple[str, int]]:
    """Unit → its kind and the syllables that must stand before it; longest first."""
    name = "administrative_units.tsv"
    rows = [row for _, row in read_rows(packaged_text("romanization/tables", name).splitlines(), name=name)]
    rows.sort(key=lambda row: -len(row["unit"]))
    return {row["unit"]: (row["kind"], int(row["least"])) for row in rows}


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Whole names → their parts, where the last syllable doesn't tell them."""
    name = "place_names.tsv"
    rows = read_rows(packaged_text("romanization/tables", name).splitlines(), name=name)
    return {row["name"]: tuple(row["parts"].split("-")) for _, row in rows}


def cut_place(word: str, scheme: Scheme) -> tuple[str, ...]:
    """A place's name cut where its hyphen goes: 평택군 into 평택, 군; 경상북도 into 경상, 북도; 대구 stays whole."""
    listed = _names().get(word)
    if listed is not None:
        feature = len(listed) > 1 and _units().get(listed[-1], ("",))[0] == "feature"
        return (word,) if feature and scheme.features != "hyphen" else listed
    if word in _units():
        return (word,)
    if (
        len(word) == 2 and word[1] == "리" and split(word[0]).coda
    ):  # 구리, 이리 are cities; 신리 and 상리 can be villages only
        return word[0], word[1]
    for province in _PROVINCES:
        if word.startswith(province):
            rest = word[len(province) :]
            if rest == "도":
                return province, rest
            if rest in _HALVES:
                return (province + rest[0], "도") if scheme.half_province == "apart" else (province, rest)
    for unit, (kind, least) in _units().items():
        if word.endswith(unit) and len(word) - len(unit) >= least:
            base = word[: -len(unit)]
            if kind == "jurisdiction" or (kind == "feature" and scheme.features == "hyphen"):
                return base, unit
            break
    return (word,)


def jurisdictions() -> tuple[str, ...]:
    """The units that take a hyphen, longest first, and 가, the section of a street."""
    return (*(unit for unit, (kind, _) in _units().items() if kind == "jurisdiction"), "가")


def is_unit(word: str) -> bool:
    """Whether a word is an administrative unit or a generic term by itself."""
    return word in _units() or word == "가"


def unit_alone(unit: str, scheme: Scheme) -> str:
    """A unit behind a number: 종로 2가 Chongno 2-ka, 3.1동 3.1-dong."""
    return _apart(unit, scheme, first=scheme.hyphen_sound != "apart")


def place_name(parts: tuple[str, ...], scheme: Scheme, *, as_seoul: bool) -> tuple[str, str, tuple[str, ...]]:
    """The Latin of a place's name cut into its parts, its sound in Hangul, the rules that fired."""
    if len(parts) == 1:
        units, _ = lexicon().units(parts[0], as_seoul=as_seoul)
        letters = sound_and_spell(units, scheme)
        if scheme.features == "voiced" and len(units) > 2 and _units().get(parts[0][-1], ("", 0))[0] == "feature":
            letters[-1].onset = scheme.onset[units[-1].onset][1]
        latin = "".join(map(str, letters))
        return capitalized(latin), hangul_of(units), tuple(dict.fromkeys(rule for unit in units for rule in unit.rules))
    if scheme.hyphen_sound == "apart":
        latin = "-".join(_apart(part, scheme, first=not number) for number, part in enumerate(parts))
        return capitalized(latin), "".join(parts), ("hyphen",)
    pieces = [parts[0]]
    for part in parts[1:]:
        pieces[-1:] = _across(pieces[-1], part, scheme, as_seoul)
    return capitalized("-".join(pieces)), "".join(parts), ("R4",)


def _across(base: str, unit: str, scheme: Scheme, as_seoul: bool) -> list[str]:
    """Base and unit with the sound change between them: Yŏngjil-li, Tŏkhŭng-ni, P'yŏngt'aek-kun; none before a vowel."""
    as_latin = not base[-1:] or not "가" <= base[-1] <= "힣"
    if as_latin or split(unit[0]).onset == "ㅇ":
        left = base if as_latin else "".join(map(str, _letters(base, scheme, as_seoul)))
        return [left, "".join(map(str, _letters(unit, scheme, False)))]
    marked, _ = lexicon().units(base, as_seoul=as_seoul)
    marked += lexicon().units(unit)[0]
    place = len(base)
    if scheme.ri_after_n == "ni" and unit == "리" and split(base[-1]).coda == "ㄴ":
        marked[place].onset = "ㄴ"
    letters = sound_and_spell(marked, scheme)
    left = "".join(map(str, letters[:place])).rstrip("'")
    return [left, "".join(map(str, letters[place:]))]


def _letters(word: str, scheme: Scheme, as_seoul: bool) -> list[Letters]:
    return sound_and_spell(lexicon().units(word, as_seoul=as_seoul)[0], scheme)


def _apart(part: str, scheme: Scheme, *, first: bool) -> str:
    """A part for itself; a unit's stop is written as between voiced sounds (-do, -gun), whatever stands before it."""
    letters = _letters(part, scheme, False)
    if not first:
        letters[0].onset = scheme.onset[split(part[0]).onset][1]
    return "".join(map(str, letters))
