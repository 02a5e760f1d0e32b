"""North Korean spelling told from Seoul's, and respelt as Seoul writes it, with a way back to the text as given.

What differs (조선말규범집 against 한글 맞춤법): no initial-sound law (령도, 로동, 녀성; 제10-12항), 렬 and 률 everywhere (제11항),
-여, -였 after ㅣ ㅐ ㅔ ㅚ ㅟ ㅢ (되였다; 제16항), no sai-siot (바다가; 제30항), loanwords of its own (콤퓨터, 에네르기). Pairs of
Sino-Korean words come from nk_pairs.tsv, the rest from north_words.tsv. Nothing is respelt in Seoul text; own words keep their
form (호상). The respelt string is for analysers and for searching, never for romanization.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import regex
from attrs import frozen

from juche_toolkit.errors import UnknownNameError
from juche_toolkit.hangul.normal import Composed, compose
from juche_toolkit.hangul.spacing import break_points
from juche_toolkit.hangul.syllable import join, split
from juche_toolkit.hangul.wordlist import Pair, is_tail, north_pairs, sino_words
from juche_toolkit.tables import packaged_text, read_rows

__all__ = ["Change", "Detection", "Orthography", "Reason", "Respelling", "break_points", "detect", "respell"]

Orthography = Literal["nk", "sk", "undetermined"]

_RUN = regex.compile("[가-힣]++")
_LONGEST_RUN = 60
_TELLING = 60
"""Runs of a long text that are looked at to tell its orthography."""


class Reason(NamedTuple):
    """Why a text looks North Korean or Seoul: the form, where it stands in the text as given, what it shows, and its weight."""

    orthography: Orthography
    form: str
    start: int
    end: int
    rule: str
    weight: int


@frozen
class Detection:
    """Which orthography a text is in, and the reasons for either side."""

    orthography: Orthography
    reasons: tuple[Reason, ...]


class Change(NamedTuple):
    """One respelt form: its range in the text as given, the form there in NFC, what became of it, and the rule."""

    start: int
    end: int
    north: str
    seoul: str
    rule: str


@frozen
class Respelling:
    """A text respelt: `text` is in NFC; `span` maps its ranges back to `source`, the text as given."""

    source: str
    text: str
    orthography: Orthography
    changes: tuple[Change, ...]
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of `source` that a range of `text` came from."""
        if self.starts is None or self.ends is None:
            return start, end
        if start >= end:
            place = self.starts[start] if start < len(self.starts) else len(self.source)
            return place, place
        return self.starts[start], self.ends[end - 1]


@frozen
class _North:
    """A row of north_words.tsv."""

    seoul: str
    kind: str
    where: str
    sure: bool


class _Found(NamedTuple):
    """A North Korean form found in a run, with places in the run."""

    start: int
    end: int
    seoul: str
    rule: str
    sure: bool


@cache
def _north_words() -> Mapping[str, _North]:
    rows = read_rows(packaged_text("hangul", "north_words.tsv").splitlines(), name="north_words.tsv")
    return {row["north"]: _North(row["seoul"], row["kind"], row["where"], row["sure"] == "1") for _, row in rows}


@cache
def _north_by_first() -> Mapping[str, tuple[int, ...]]:
    """First syllable of the forms of north_words.tsv → their lengths, the longest first."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for form in _north_words():
        lengths[form[0]].add(len(form))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in lengths.items()}


def _read_markers() -> Iterator[tuple[str, str, int]]:
    for _, row in read_rows(
        packaged_text("hangul", "orthography_markers.tsv").splitlines(), name="orthography_markers.tsv"
    ):
        yield row["form"], row["orthography"], int(row["weight"])


@cache
def _markers() -> Mapping[str, tuple[str, int]]:
    """Forms at the beginning of a run that tell an orthography, with their weight."""
    found = {form: (side, weight) for form, side, weight in _read_markers() if side in ("nk", "sk")}
    for row in _north_words().values():
        if row.kind == "saisiot":
            found.setdefault(row.seoul, ("sk", 2))
    return found


@cache
def _homographs() -> frozenset[str]:
    """North Korean forms of pairs that Seoul writes too, as loanwords or with particles (로마, 라면)."""
    return frozenset(form for form, side, _ in _read_markers() if side == "both")


@cache
def _common_north() -> frozenset[str]:
    """North Korean forms so common that they are likelier than a chance meeting of other words."""
    return frozenset(form for form, side, _ in _read_markers() if side == "common")


def detect(text: str) -> Detection:
    """Tell North Korean from Seoul spelling.

    "undetermined" where nothing tells (경제연구) or both sides weigh the same. Of a long text the first stretches are read.
    """
    composed = compose(text)
    reasons: list[Reason] = []
    for number, match in enumerate(_RUN.finditer(composed.text)):
        if number >= _TELLING:
            break
        for side, start, end, rule, weight in _tells(match.group()[:_LONGEST_RUN]):
            first, last = composed.span(match.start() + start, match.start() + end)
            reasons.append(Reason(side, match.group()[start:end], first, last, rule, weight))
    north = sum(reason.weight for reason in reasons if reason.orthography == "nk")
    seoul = sum(reason.weight for reason in reasons if reason.orthography == "sk")
    if north == seoul:
        return Detection("undetermined", tuple(reasons))
    return Detection("nk" if north > seoul else "sk", tuple(reasons))


@lru_cache(maxsize=65536)
def _tells(run: str) -> tuple[tuple[Orthography, int, int, str, int], ...]:
    """What a run tells: side, place, rule and weight."""
    found: list[tuple[Orthography, int, int, str, int]] = []
    told_apart = [*_forms(run), *(form for form in _listed(run) if form.rule == "own")]
    found.extend(("nk", form.start, form.end, form.rule, 2) for form in told_apart if form.sure)
    markers = _markers()
    for size in range(min(6, len(run)), 1, -1):
        told = markers.get(run[:size])
        if told is not None:
            found.append(("nk" if told[0] == "nk" else "sk", 0, size, "vocabulary", told[1]))
            break
    found.extend(
        ("sk", place - 1, place + 1, "제16항", 2)
        for place in range(1, len(run))
        if run[place] in "어었" and run[place - 1] == "되"
    )
    if break_points(run):
        found.append(("nk", 0, len(run), "띄여쓰기", 1))
    return tuple(found)


def respell(text: str, orthography: str = "auto") -> Respelling:
    """Write a North Korean text as Seoul does.

    `orthography`: "nk" respells all that is known, "sk" nothing; with "auto" the text's own signs decide, and where they don't,
    only forms that Seoul doesn't have are respelt. Raises UnknownNameError for another.
    """
    if orthography not in ("auto", "nk", "sk"):
        raise UnknownNameError(f"no orthography is called {orthography!r}; there are auto, nk, sk")
    composed = compose(text)
    side: Orthography
    side = detect(composed.text).orthography if orthography == "auto" else "nk" if orthography == "nk" else "sk"
    if side == "sk":
        return Respelling(text, composed.text, side, (), composed.starts, composed.ends)
    found: list[tuple[int, _Found]] = []
    for match in _RUN.finditer(composed.text):
        run = match.group()
        for offset in range(0, len(run), _LONGEST_RUN):
            forms = _forms(run[offset : offset + _LONGEST_RUN])
            counted = not offset and composed.text[max(0, match.start() - 2) : match.start()].strip()[-1:].isdecimal()
            found.extend(
                (match.start() + offset, form)
                for form in forms
                if (side == "nk" or form.sure) and not (counted and form.start == 0 and run[0] == "년")  # 10년간
            )
    return _rewritten(text, composed, side, found)


def _rewritten(source: str, composed: Composed, side: Orthography, found: list[tuple[int, _Found]]) -> Respelling:
    """The text with the forms put in, and the map back; a form of another length maps as a whole."""
    if not found:
        return Respelling(source, composed.text, side, (), composed.starts, composed.ends)
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    changes: list[Change] = []
    place = 0

    def keep(upto: int) -> None:
        parts.append(composed.text[place:upto])
        for index in range(place, upto):
            first, last = composed.span(index, index + 1)
            starts.append(first)
            ends.append(last)

    for base, form in found:
        start, end = base + form.start, base + form.end
        keep(start)
        first, last = composed.span(start, end)
        if len(form.seoul) == end - start:
            place = start
            keep(end)
            parts[-1] = form.seoul
        else:
            parts.append(form.seoul)
            starts.extend([first] * len(form.seoul))
            ends.extend([last] * len(form.seoul))
        changes.append(Change(first, last, composed.text[start:end], form.seoul, form.rule))
        place = end
    keep(len(composed.text))
    return Respelling(source, "".join(parts), side, tuple(changes), tuple(starts), tuple(ends))


@lru_cache(maxsize=65536)
def _forms(run: str) -> tuple[_Found, ...]:
    """The North Korean forms of a run of syllables, in order, without overlap."""
    found = [form for form in _listed(run) if form.rule != "own"]
    free = _gaps(run, found)
    for start, end in free:
        found.extend(_all_paired(run, start, end))
    taken = [False] * len(run)
    for form in found:
        for place in range(form.start, form.end):
            taken[place] = True
    found.extend(form for form in _inflected(run) if not any(taken[form.start : form.end]))
    return tuple(sorted(found))


def _listed(run: str) -> Iterator[_Found]:
    """Forms of north_words.tsv."""
    words, by_first = _north_words(), _north_by_first()
    place = 0
    while place < len(run):
        for size in by_first.get(run[place], ()):
            row = words.get(run[place : place + size]) if place + size <= len(run) else None
            if row is not None and _may_stand(run, place, size, row) and not _is_written_out(run, place, size, row):
                yield _Found(place, place + size, row.seoul, row.kind, row.sure)
                place += size
                break
        else:
            place += 1


def _is_written_out(run: str, place: int, size: int, row: _North) -> bool:
    """Whether Seoul's longer word stands there in full (인플레이션, which Pyongyang calls 인플레)."""
    return len(row.seoul) > size and run.startswith(row.seoul, place)


def _may_stand(run: str, place: int, size: int, row: _North) -> bool:
    if row.where == "any":
        return True
    if place:
        return False
    rest = run[size:]
    if row.where == "before":
        return rest != "" and (len(rest) > 1 or rest in "에의를로도와는")
    if not rest or is_tail(run[size - 1], rest):
        return True
    return row.kind != "spelling" or len(rest) > 1


def _gaps(run: str, found: list[_Found]) -> list[tuple[int, int]]:
    gaps, place = [], 0
    for form in found:
        if form.start > place:
            gaps.append((place, form.start))
        place = form.end
    if place < len(run):
        gaps.append((place, len(run)))
    return gaps


def _all_paired(run: str, start: int, end: int) -> list[_Found]:
    """The words of `_paired`, and those that are seen only when their neighbours are written as Seoul does (이자률경제주체적|령도자)."""
    found: list[_Found] = []
    while more := [one for one in _paired(run, start, end) if all(not _overlap(one, other) for other in found)]:
        found.extend(more)
        for form in more:
            if len(form.seoul) == form.end - form.start:
                run = run[: form.start] + form.seoul + run[form.end :]
    return found


def _overlap(one: _Found, other: _Found) -> bool:
    return one.start < other.end and other.start < one.end


def _paired(run: str, start: int, end: int) -> Iterator[_Found]:
    """Words of nk_pairs.tsv inside a stretch of a run, found by its cheapest reading; and 렬, 률 as suffixes (제11항)."""
    pairs = north_pairs()
    reading = _reading(run[start:end])
    for number, (first, last, kind) in enumerate(reading):
        form = run[start + first : start + last]
        if kind == "north":
            beside = {reading[place][2] for place in (number - 1, number + 1) if 0 <= place < len(reading)}
            if "unknown" in beside and last - first == 2 and form not in _common_north():
                continue
            if first and form[:2] in _LIKE_VERBS and not _after_noun(run[start:], reading[number - 1]):
                continue
            seoul, also_seoul = pairs.get(form) or Pair(_relaw(form), False)
            sure = (not also_seoul or _breaks_the_law(form)) and not _like_a_particle(form)
            yield _Found(start + first, start + last, seoul, "제10-12항", sure)
        elif (
            kind != "word" and form[0] in "률렬" and start + first and split(run[start + first - 1]).coda in ("", "ㄴ")
        ):
            yield _Found(start + first, start + first + 1, "율" if form[0] == "률" else "열", "제11항", True)


_SUFFIXES = frozenset(
    "릉궁산강호적성화들자제론학력률율권법관가사부국과실원단당회장층형용품물문서집지록기별식인어족군대소점처터청량양비료금세값"
    "감심설상하간내외계망선체파판생병술악극곡시도급란렬로루"
)
"""Suffixes of one syllable."""
_LONGEST_WORD = 6
_WORD_COST = {2: 1.0, 3: 1.4, 4: 1.6, 5: 1.7, 6: 1.8}
_NORTH_EXTRA, _COMMON_NORTH, _UNKNOWN_COST, _TAIL_COST, _SUFFIX_COST = 1.0, -0.2, 2.5, 0.5, 1.0


def _reading(run: str) -> list[tuple[int, int, str]]:
    """The cheapest reading of a stretch: places and kind (word, north, tail, suffix, unknown)."""
    length = len(run)
    best: list[tuple[float, int, str]] = [(0.0, 0, "")] + [(float("inf"), 0, "")] * length
    for start in range(length):
        cost = best[start][0]
        for end, kind, own in _candidates(run, start, best[start][2]):
            if cost + own < best[end][0]:
                best[end] = (cost + own, start, kind)
    found: list[tuple[int, int, str]] = []
    place = length
    while place:
        _, start, kind = best[place]
        found.append((start, place, kind))
        place = start
    found.reverse()
    return found


_PARTICLE_LIKE = frozenset("의이은는을를가도만에로과와고라며면나서여야지든들")
_ENDING_LIKE = frozenset("로면서지도")


@lru_cache(maxsize=16384)
def _is_word(form: str) -> bool:
    """Whether a North Korean form of the pairs is to be looked for: no Seoul word, and no syllable with a particle (령이)."""
    if form in _common_north():
        return True
    ambiguous = form in _homographs() or (north_pairs()[form].also_seoul and not _breaks_the_law(form))
    return not ambiguous and not _like_a_particle(form)


_LIKE_VERBS = frozenset("리자 리면 리기 리려 리치 리지 리고 리라 리여 려지 려고 련다 렸다 르기".split())
"""Forms of pairs that are the end of many verbs too (살리자, 매달리기)."""
_STEMS = frozenset(("매달", "기다", "뿌리내", "가다", "수다"))


_SHORTEST_IN_GEO = 3


def _after_noun(run: str, before: tuple[int, int, str]) -> bool:
    """Whether a form that may be a verb's end stands behind a noun (대부|리자), not in a verb in -거리- (두근거리자)."""
    start, end, kind = before
    if end >= _SHORTEST_IN_GEO and run[end - 1] == "거":
        return False
    return kind in ("word", "north", "suffix") and run[start:end] not in _STEMS


def _like_a_particle(form: str) -> bool:
    """Whether a form may be a syllable with a particle or an ending (리가, 록지)."""
    return len(form) == 2 and form[1] in _PARTICLE_LIKE and form not in _common_north()


def _may_lean(form: str) -> bool:
    """Whether such a form is a word where something follows it (록지|조성); with 의, 는 or the like it never is."""
    return form[1] in _ENDING_LIKE and form not in _homographs() and _never_initial(form[0])


def _breaks_the_law(form: str) -> bool:
    """Whether no Sino-Korean word is spelt so in Seoul: by its first syllable, or by 렬 or 률 after a vowel or ㄴ (분렬)."""
    return _never_initial(form[0]) or _has_old_coda(form)


def _has_old_coda(form: str) -> bool:
    return any(form[place] in _RATES and split(form[place - 1]).coda in ("", "ㄴ") for place in range(1, len(form)))


_RATES = {"렬": "열", "률": "율"}


def _relaw(form: str) -> str:
    """A Sino-Korean word under Seoul's law for its first syllable and for 렬 and 률 (제10-12항)."""
    onset, vowel, coda = split(form[0])
    if onset == "ㄹ" or (onset == "ㄴ" and vowel in "ㅕㅛㅠㅣ"):
        out = join("ㅇ" if vowel in "ㅑㅕㅖㅛㅠㅣ" else "ㄴ", vowel, coda)
    else:
        out = form[0]
    for place in range(1, len(form)):
        after = split(form[place - 1]).coda in ("", "ㄴ")
        out += _RATES.get(form[place], form[place]) if after else form[place]
    return out


_TAILS_NORTH = ("녀성", "로동", "력량", "련합", "로선", "령도", "로력")
_INNER_NORTH = 3.0
"""What a word of the big list costs more that is a word and one of these (가두녀성), so that it is read as the two."""


def _north_inside(form: str) -> bool:
    return len(form) > 3 and form.endswith(_TAILS_NORTH) and form[:-1] not in sino_words()  # 대처녀|성


@lru_cache(maxsize=16384)
def _northern_listed(form: str) -> bool:
    """Whether a word of the big list is a North Korean spelling of another: it breaks Seoul's law and keeping the law gives a word."""
    if form in _homographs():
        return False
    return _has_old_coda(form) or ((_never_initial(form[0]) or form[0] == "년") and _relaw(form) in sino_words())


def _candidates(run: str, start: int, before: str) -> Iterator[tuple[int, str, float]]:
    pairs, words, length = north_pairs(), sino_words(), len(run)
    yield start + 1, "unknown", _UNKNOWN_COST
    for end in range(start + 2, min(length, start + _LONGEST_WORD) + 1):
        form = run[start:end]
        leans = not start and end < length and form in pairs and _like_a_particle(form) and _may_lean(form)
        if (
            form in pairs and (leans or _is_word(form)) and not (start and end == length and form[1:] == "의")
        ):  # 방법론|의
            extra = _COMMON_NORTH if form in _common_north() else _NORTH_EXTRA
            yield end, "north", _WORD_COST[end - start] + extra
        elif form in words and end - start > 2 and _northern_listed(form):
            yield end, "north", _WORD_COST[end - start] + _NORTH_EXTRA
        elif form in words and not (end - start == 2 and split(form[0]).onset == "ㄹ"):
            yield end, "word", _WORD_COST[end - start] + (_INNER_NORTH if _north_inside(form) else 0.0)
    if start:
        if is_tail(run[start - 1], run[start:]):
            yield length, "tail", _TAIL_COST
        if before in ("word", "north") and run[start] in _SUFFIXES:
            yield start + 1, "suffix", _SUFFIX_COST


def _never_initial(syllable: str) -> bool:
    """Whether no Sino-Korean word begins so in Seoul (제10-12항), whatever lists of old spellings have; 년 is a bound noun."""
    onset, vowel, _ = split(syllable)
    return onset == "ㄹ" or (onset == "ㄴ" and vowel in "ㅕㅛㅠㅣ" and syllable != "년")


_AFTER_A = frozenset("서야도나난날남지진질져졌오온올가간갈주준줄버있놓내낸낼보본볼들드든앉잡먹쓰쓴선섰둔두")
"""First syllables of what may follow -여: endings, auxiliaries and second parts of compound verbs."""


def _honorific(run: str, place: int) -> bool:
    """Whether 시 before 여 is the honorific of a verb (지시하시여), not the vocative's (수령님이시여)."""
    return run[place - 1] == "시" and place > 1 and place + 1 == len(run) and run[place - 2] != "이"


def _inflected(run: str) -> Iterator[_Found]:
    """-여, -였 after ㅣ ㅐ ㅔ ㅚ ㅟ ㅢ, which Seoul writes -어, -었 (되였다, 내여주다)."""
    words = sino_words()
    for place in range(1, len(run)):
        if run[place] not in "여였":
            continue
        _, vowel, coda = split(run[place - 1])
        if coda or vowel not in "ㅣㅐㅔㅚㅟㅢ" or run[place - 1 : place + 1] == "이여":
            continue
        if run[place] == "였":
            yield _Found(place, place + 1, "었", "제16항", run[place - 1] != "이")
        elif (run[place - 1 : place + 1] not in words or _honorific(run, place)) and (
            place + 1 == len(run) or run[place + 1] in _AFTER_A
        ):
            yield _Found(place, place + 1, "어", "제16항", run[place - 1] in "되시띄뛰쥐")
