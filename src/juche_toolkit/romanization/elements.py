"""Runs of nouns cut into the words that ALA-LC writes apart: compounds into binary elements, affixes joined, names by their words.

A run comes to its words by the reading that search uses too (`morphology.compounds`); what that keeps whole is parted here by W1(c),
p. 18: into two elements of two syllables where both are words, unless `elements.tsv` or the names' table says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from juche_toolkit.hangul.lexicon import lexicon as sounds
from juche_toolkit.morphology.compounds import word_ranges
from juche_toolkit.morphology.lexicon import lexicon
from juche_toolkit.romanization.exceptions import proper_nouns
from juche_toolkit.romanization.names import may_be_sino
from juche_toolkit.tables import packaged_text, read_rows

__all__ = ["FREE", "Element", "elements", "listed", "sino"]

_DERIVING = frozenset("자론화성제")
"""Suffixes that end a noun of three syllables, never the second half of two nouns of two: 경제학자, 불가지론."""
_BOUND = frozenset(("하", "내", "외", "측"))
"""App. 3: one-syllable bound nouns that the analysis of compounds takes for suffixes (일제 하, 기업 내)."""
_TIMES = frozenset(("전", "후", "중", "말", "초"))
_TIMED = frozenset(
    "해방 전쟁 통일 개항 혁명 건국 독립 선거 대회 개혁 사변 분단 종전 패전 합병 광복 퇴직 냉전 탈북 결혼 이혼 출산 수술 개정 "
    "산업화 근대화 민주화 세계화 대전 왜란 호란 세기 창건 전후 수교 졸업 사후 정전 휴전 집권 취임 회의 임기 재임".split()
)
"""Nouns behind which 전, 후, 중, 말, 초 tell a time (해방 후), where they end other words elsewhere (미술전)."""
_HEADED = frozenset("신구대총전범현제")
"""Prefixes that belong to the last noun of their run, W9(d), p. 35: 대 올림픽 대회."""
FREE = frozenset(
    "위밑안밖속앞뒤옆곁끝당법말글꽃힘땅길집물불책돈꿈몸쌀옷눈봄밤낮삶술빛숲별달해밭논칼총병탑핵벼콩밀춤떡빵깃얼넋굿"
)
"""Nouns of one syllable that stand apart in a compound (우리 당, 법 제도); any other syllable leans on its neighbour."""
_LIGHT = frozenset(("적", "들", "님"))
"""Suffixes that a noun of one syllable takes as readily as a longer one."""
_UNITS = frozenset("도시군구읍면동리산강천호섬봉령")
"""Last syllables of places that stay whole (경상북도)."""
_REGIONS = frozenset(("유럽", "아시아", "구라파"))
_COMPASS = frozenset(("동", "서", "남", "북", "동남", "동북", "서남", "서북", "중앙"))
_SHORTEST_BODY = 5
"""Syllables beyond which a listed name of several words may have a suffix."""
_SUFFIXES = frozenset(("xsn", "xsn0"))
"""Classes of suffixes in the lexicon."""
_KNOWN = 6.0
"""Cost up to which a noun stands in one of the analyser's hand-made tables."""


class Element(NamedTuple):
    """A word of a run: its place, its tag (NNG, NNP, NNB, XPN), the rule, and whether the tables know it as it stands."""

    start: int
    end: int
    tag: str
    rule: str
    sure: bool


@cache
def listed() -> Mapping[str, tuple[str, ...]]:
    """Words whose division is listed: the parts, one part for what stays whole."""
    name = "elements.tsv"
    rows = read_rows(packaged_text("romanization/tables", name).splitlines(), name=name)
    return {row["words"].replace(" ", ""): tuple(row["words"].split(" ")) for _, row in rows}


def known(word: str) -> bool:
    """Whether a word of two syllables or more is in any list."""
    return common(word) or sounds().knows(word)


@lru_cache(maxsize=1 << 15)
def common(word: str) -> bool:
    """Whether a word is a noun of the hand-made tables."""
    found = lexicon().entries.get(word, ())
    return any(kind in ("noun", "noun1") and cost <= _KNOWN for kind, _, cost, _, _ in found) or word in listed()


_Parts = tuple[tuple[int, int, str, str, bool], ...]
"""Elements as plain tuples, which are what is remembered: the collector of garbage passes over those of numbers and strings."""


def elements(run: str, hints: tuple[tuple[int, int], ...] = ()) -> _Parts:
    """The words of a run of Hangul syllables, as `Element` has them; `hints` are the ranges that an analyser took for nouns."""
    return _elements(run, *hints)


@lru_cache(maxsize=1 << 16)
def _elements(run: str, *hints: tuple[int, int]) -> _Parts:
    whole = _listed_parts(run)
    if whole is not None:
        return _plain(whole)
    if run[0] in "내제네" and (run[1:] in FREE or common(run[1:])) and not known(run):  # 내 길: a pronoun with 의 in it
        rest = [(start + 1, end + 1, tag, rule, sure) for start, end, tag, rule, sure in elements(run[1:], ())]
        return ((0, 1, "NP", "W1(a)", False), *rest)
    if _as_analysed(run, hints):
        parts = [
            (start + first, start + last, tag, rule, sure)
            for start, end in hints
            for first, last, tag, rule, sure in _word_parts(run[start:end])
        ]
        if not any(one[2] == "XPN" for one in parts):
            return tuple(parts)
        return _plain(_headed(run, [Element(*one) for one in parts]))
    found = _pieces(run, word_ranges(run, hints))
    return _plain(_headed(run, found) if any(one.tag == "XPN" for one in found) else found)


def _plain(found: Iterable[Element]) -> _Parts:
    return tuple([(start, end, tag, rule, sure) for start, end, tag, rule, sure in found])


def _listed_parts(form: str) -> tuple[Element, ...] | None:
    """The parts that the tables name for a form, or None."""
    parts = listed().get(form)
    rule = "W1(c)"
    if parts is None:
        name = proper_nouns().names.get(form)
        joined = name is None or (len(form) > 3 and " " not in name.words and form[-1] not in _UNITS)
        if name is None or name.whole or (joined and name.kind == "place"):
            return None
        parts = (form,) if name.kind == "person" else tuple(name.words.replace("-", "").split(" "))
        rule = "W1(e)"
    found: list[Element] = []
    start = 0
    for part in parts:
        found.append(Element(start, start + len(part), _tag(part, len(parts) > 1), rule, True))
        start += len(part)
    return tuple(found)


def _tag(part: str, apart: bool) -> str:
    """The tag that keeps a part of one syllable apart: that of a bound noun."""
    return "NNB" if apart and len(part) == 1 else "NNG"


def _pieces(run: str, found: Sequence[tuple[int, int, str]]) -> list[Element]:
    """The reading of the compound, its loose suffixes joined, its long words parted."""
    pending: list[int] | None = None  # where a word begins, where it ends, where its loose suffixes end
    done: list[Element] = []
    for number, (start, end, kind) in enumerate(found):
        if kind == "loose" and pending is not None:
            if pending[1] == pending[2] and run[start:end] in _BOUND | _TIMES:
                pending[1] = end
            pending[2] = end
            continue
        if pending is not None:
            done += _with_loose(run, *pending)
        pending = None
        if kind == "prefix":
            done.append(Element(start, end, "XPN", "W9(a)", True))
        elif kind == "one" and not _takes_loose(run, found[number + 1 : number + 2]):
            done.append(Element(start, end, "NNB" if run[start] in FREE else "NNG", "W1(a)", end - start == len(run)))
        else:
            pending = [start, end, end]
    if pending is not None:
        done += _with_loose(run, *pending)
    return done


def _takes_loose(run: str, after: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a suffix follows that a noun of one syllable takes too (법적, 꽃들)."""
    return bool(after) and after[0][2] == "loose" and run[after[0][0] : after[0][1]] in _LIGHT


def _with_loose(run: str, start: int, end: int, last: int) -> list[Element]:
    """One word in its parts, the suffixes behind it joined to the last: 식민지|적 is not cut as 식민|지적."""
    if end == last or _listed_parts(run[start:last]) is not None:
        return _parted(run, start, last)
    parts = _parted(run, start, end)
    return [*parts[:-1], parts[-1]._replace(end=last)]


def _as_analysed(run: str, hints: tuple[tuple[int, int], ...]) -> bool:
    """Whether the analyser's own words are the whole run, and all of two or three syllables and listed."""
    place = 0
    for start, end in hints:
        if start != place or not 2 <= end - start <= 3 or not common(run[start:end]):
            return False
        place = end
    return place == len(run)


def _parted(run: str, start: int, end: int) -> list[Element]:
    """One word of the reading: as listed, else in the parts of W1(a), W1(c)."""
    return [
        Element(start + first, start + last, tag, rule, sure)
        for first, last, tag, rule, sure in _word_parts(run[start:end])
    ]


@lru_cache(maxsize=1 << 15)
def _word_parts(form: str) -> _Parts:
    return _plain(_in_parts(form))


def _in_parts(form: str) -> Iterator[Element]:
    end = len(form)
    found = _listed_parts(form)
    if found is not None:
        yield from found
        return
    body = _listed_parts(form[:-1]) if len(form) > _SHORTEST_BODY and _ends_in_suffix(form) else None
    if body is not None and len(body) > 1:  # 개성|공업|지구법
        yield from body[:-1]
        yield body[-1]._replace(end=end, tag="NNG")
        return
    if _bound_end(form):
        yield from _parted(form, 0, end - 1)
        yield Element(end - 1, end, "NNB", "W1(a)", False)
        return
    if len(form) > 2 and form[0] in _HEADED and not common(form) and common(form[1:]):  # 대|올림픽, before 대회
        yield Element(0, 1, "XPN", "W9(a)", True)
        yield Element(1, end, "NNG", "W9(a)", True)
        return
    compass = _compass(form)
    cut = compass or _binary(form)
    if compass:
        yield Element(0, cut, _tag(form[:cut], True), "W10", True)
        yield Element(cut, end, "NNP", "W10", True)
    elif cut:
        sure = common(form[:cut]) and common(form[cut:])
        for part in (*_parted(form, 0, cut), *_parted(form, cut, end)):
            yield part._replace(sure=sure and part.sure)
    else:
        yield Element(0, end, "NNG", "W1(c)", len(form) < 3 or common(form) or _suffixed(form) or not sino(form))


def _ends_in_suffix(form: str) -> bool:
    """Whether a word's last syllable may be a suffix, and is no word with the one before it."""
    return "xsn" in lexicon().kinds(form[-1]) and not common(form[-2:])


def _bound_end(form: str) -> bool:
    """Whether a word's last syllable is a bound noun by itself (일제|하, 해방|후)."""
    if len(form) < 3 or common(form):
        return False
    return (form[-1] in _BOUND and known(form[:-1])) or (form[-1] in _TIMES and form[:-1] in _TIMED)


def _compass(form: str) -> int:
    """Where a compass word ends before a part of the world: 동|아시아, 동남|아시아; 0 where there is none."""
    for region in _REGIONS:
        if form.endswith(region) and form.removesuffix(region) in _COMPASS:
            return len(form) - len(region)
    return 0


def _binary(form: str) -> int:
    """W1(c), p. 18: where a long noun parts into two elements; 0 where it is one word."""
    size = len(form)
    if size < 4 or size > 7 or not sino(form):
        return 0
    if form.endswith(("주의", "주의자")):  # the word before -주의 stays with it
        return next((cut for cut in range(2, size - 3) if known(form[:cut]) and common(form[cut:])), 0)
    if size == 4 and (_derived(form) or _named(form)):
        return 0
    cuts = [cut for cut in range(2, size - 1) if known(form[:cut]) and known(form[cut:])]
    cuts.sort(key=lambda cut: (not (common(form[:cut]) and common(form[cut:])), abs(2 * cut - size), cut))
    return cuts[0] if cuts else 0


def _derived(form: str) -> bool:
    """Whether a word of four syllables is one of three with an affix: 경제학|자, 비|전문가, 대|법원장."""
    if _is_suffix(form[3]) and common(form[:3]) and (form[3] in _DERIVING or not common(form[2:])):
        return True
    return "xpn" in lexicon().kinds(form[0]) and common(form[1:]) and not (common(form[:2]) and common(form[2:]))


def _named(form: str) -> bool:
    """Whether a word is a known name with a suffix of one syllable (고구려|사)."""
    name = proper_nouns().names.get(form[:-1])
    return _is_suffix(form[-1]) and name is not None and not name.whole and name.kind == "place"


def _suffixed(form: str) -> bool:
    """Whether a word is a listed one with suffixes (력사적, 녀성들)."""
    return _is_suffix(form[-1]) and (common(form[:-1]) or (len(form) > 3 and _suffixed(form[:-1])))


def _is_suffix(syllable: str) -> bool:
    return not _SUFFIXES.isdisjoint(lexicon().kinds(syllable))


def sino(form: str) -> bool:
    """Whether all syllables of a form may be Sino-Korean ones, which W1(c) counts by twos."""
    return all(map(may_be_sino, form))


def _headed(run: str, found: list[Element]) -> Iterator[Element]:
    """W9: prefixes joined to their noun, apart before a name or where the noun they belong to stands further on."""
    for number, element in enumerate(found):
        if element.tag != "XPN" or number + 1 == len(found):
            yield element
            continue
        after = found[number + 1]
        form, word = run[element.start : element.end], run[after.start : after.end]
        further = number + 2 < len(found) and form in _HEADED and not common(form + word)
        name = proper_nouns().names.get(word)
        named = name is not None and not name.whole and name.kind != "term"
        if further or named or (after.tag == "XPN" and number + 2 < len(found)):
            yield element._replace(
                tag="NNB", rule="W9(c)" if after.tag == "XPN" else "W9(d)" if further else "W9(b)", sure=False
            )
        else:
            yield element
