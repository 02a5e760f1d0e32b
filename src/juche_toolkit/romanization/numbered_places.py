"""Places that are told apart by numbers: the wards and villages 평리1동, 신당 제1동, the section of a street 종로 2가.

The number belongs to the name, so what stands before it is no village of its own (평리1동 is no 리: P'yŏngni). BGN/PCGN, and gazetteers
that write the Revised System, have a number that is joined to the name as it is said (Pip'a Il-tong, Pyeongni Il-dong); one that stands
apart stays in digits (국어의 로마자 표기법, 제3장 제5항: 종로 2가), as every number does in ALA-LC, which changes no sound behind it (R4:
Chongno 2-ka).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from juche_toolkit.romanization.places import jurisdictions, place_name, unit_alone
from juche_toolkit.romanization.scheme import Scheme

__all__ = ["NumberedPlace", "numbered_places"]

_DIGITS = "영일이삼사오육칠팔구"


class NumberedPlace(NamedTuple):
    """A numbered place: its range in the text, its Latin, the rule."""

    start: int
    end: int
    latin: str
    rule: str


@cache
def _pattern() -> re.Pattern[str]:
    units = "|".join(jurisdictions())
    return re.compile(
        rf"(?<![가-힣])(?P<base>[가-힣]*?)(?P<ordinal>제?)(?P<number>\d++(?:[.·]\d++)*+)-?(?P<unit>{units})(?![가-힣])"
    )


def numbered_places(text: str, scheme: Scheme, as_seoul: bool) -> Iterator[NumberedPlace]:
    """The numbered places of a text, in order; none in a scheme that goes letter by letter."""
    if scheme.sound == "letters" or not any(map(str.isdigit, text)):
        return
    for match in _pattern().finditer(text):
        base, ordinal, number, unit = match.group("base", "ordinal", "number", "unit")
        words = []
        if base:
            words.append(place_name((base,), scheme, as_seoul=as_seoul)[0])
        if ordinal:
            words.append(place_name((ordinal,), scheme, as_seoul=as_seoul)[0])
        said = scheme.place_numbers == "words" and base and not ordinal
        words.append(_said(number, unit, scheme) if said else f"{number}-{unit_alone(unit, scheme)}")
        yield NumberedPlace(match.start(), match.end(), " ".join(words), "R4")


def _said(number: str, unit: str, scheme: Scheme) -> str:
    """A number in words with its unit: 1, 동 as Il-tong."""
    word = "".join(map(_in_words, re.split("[.·]", number)))
    return f"{place_name((word,), scheme, as_seoul=False)[0]}-{unit_alone(unit, scheme)}"


def _in_words(number: str) -> str:
    """A number up to 99 as it is said (12 as 십이); of a longer one each digit."""
    if len(number) > 2:
        return "".join(_DIGITS[int(digit)] for digit in number)
    tens, ones = divmod(int(number), 10)
    return ("" if tens < 2 else _DIGITS[tens]) + ("십" if tens else "") + (_DIGITS[ones] if ones or not tens else "")
