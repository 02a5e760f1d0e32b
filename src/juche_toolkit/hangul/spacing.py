"""North Korean spacing: places where Seoul would put a space and Pyongyang doesn't (보장할수, 세우는데서, 되고있다).

조선말규범집, 띄여쓰기, joins bound nouns and auxiliaries to the word before them; 한글 맞춤법 제42항 and 제47항 part them. The
title is never rewritten: the places are given as offsets, for analysers that go by spaces.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from juche_toolkit.hangul.syllable import split
from juche_toolkit.hangul.wordlist import sino_words

__all__ = ["break_points"]

_REMEMBERED_RUN = 60
"""Syllables of the longest run that is remembered."""
_RUN = regex.compile("[가-힣]++")
_NEXT_IS_ABOUT = regex.compile(r" *+(?:대한|대하여|대해|대하|관한|관하여)")
_AUXILIARIES = {
    "있": ("고어여아해", "는다었으던습고지을게도"),
    "계시": ("고", ""),
    "싶": ("고", "은다어었습"),
    "않": ("지", ""),
    "못하": ("지", ""),
    "못한": ("지", ""),
}
"""Auxiliary → the ending before it, and what may come next ("" = anything)."""
_WHOLE = frozenset(("이것", "그것", "저것", "요것", "날것", "탈것", "들것", "별것", "헛것", "옛것", "새것", "온것"))
_COUNTED = frozenset(("몇", "두", "세", "네", "여러", "한"))


def break_points(text: str) -> tuple[int, ...]:
    """The offsets into a text in NFC at which Seoul would put a space, in order."""
    found: list[int] = []
    for match in _RUN.finditer(text):
        start, stop = match.span()
        run = match.group()
        if len(run) > 1:
            about = stop - start >= 2 and run[-1] == "데" and _NEXT_IS_ABOUT.match(text, stop) is not None
            places = _in_run(run, about) if len(run) <= _REMEMBERED_RUN else _in_run.__wrapped__(run, about)
            found.extend(start + place for place in places)
    return tuple(found)


@lru_cache(maxsize=65536)
def _in_run(run: str, about: bool) -> tuple[int, ...]:
    """The places inside a run; `about`: 대한 or the like follows, so that a final ㄹ데 is a bound noun."""
    return tuple(place for place in range(1, len(run)) if _breaks(run, place, about))


def _breaks(run: str, place: int, about: bool) -> bool:
    here, rest = run[place], run[place + 1 : place + 4]
    if here in _BOUND:
        return _BOUND[here](run, place, rest, about)
    if run.startswith(("가지", "위하", "위한"), place):
        return place <= 2 and run[:place] in _COUNTED if here == "가" else run[place - 1] == "기" and place > 1
    for auxiliary, (before, after) in _AUXILIARIES.items():
        if run.startswith(auxiliary, place) and run[place - 1] in before and place > 1:
            following = run[place + len(auxiliary) : place + len(auxiliary) + 1]
            return not after or (following in after and following != "")
    return here in "있없" and run[place - 1] == "수" and place > 1 and _modifier(run, place - 1)


def _modifier(run: str, place: int) -> bool:
    """Whether what stands before a place can be a verb's modifier: a coda ㄴ or ㄹ, and no noun of the list with it."""
    coda = split(run[place - 1]).coda
    return coda in ("ㄴ", "ㄹ") and run[max(0, place - 1) : place + 1] not in sino_words()


def _thing(run: str, place: int, _rest: str, _about: bool) -> bool:
    """것 after a modifier (관철하는것은, 높일것)."""
    return split(run[place - 1]).coda in ("ㄴ", "ㄹ") and run[max(0, place - 1) : place + 1] not in _WHOLE


def _way(run: str, place: int, rest: str, _about: bool) -> bool:
    """수 after ㄹ (보장할수, 할수있는)."""
    fits = not rest or rest[0] in "있없가는도" or rest.startswith("밖에")
    return fits and split(run[place - 1]).coda == "ㄹ" and _modifier(run, place)


def _point(run: str, place: int, rest: str, about: bool) -> bool:
    """데 after a modifier (세우는데서, 발전시킬데 대한)."""
    if split(run[place - 1]).coda == "ㄹ":
        return not rest and about and place > 1
    follows = rest[:1] in ("서", "에", "의", "대", "있") if rest else about
    return run[place - 1] in "는은한" and place > 1 and follows


def _fact(run: str, place: int, rest: str, _about: bool) -> bool:
    """바 after a modifier (밝힌바와 같이)."""
    return place > 1 and rest[:1] in ("와", "가", "를", "는", "에") and rest != "" and _modifier(run, place)


def _time(run: str, place: int, rest: str, _about: bool) -> bool:
    """때 after ㄹ (할때)."""
    return split(run[place - 1]).coda == "ㄹ" and place > 1 and (not rest or rest[0] in "에의마만까부")


_BOUND = {"것": _thing, "수": _way, "데": _point, "바": _fact, "때": _time}
