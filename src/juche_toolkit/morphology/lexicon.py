"""What the built-in analyser knows: its tables, made ready for look-up by surface.

An entry is one way to read a surface: the class that decides what it may follow, the state it leaves behind, a cost (small is
common), and its morphemes. The costs are no probabilities: they order readings, so that the words of the hand-made tables beat
those of the big list, and a whole word beats its parts only where the tables have it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from attrs import frozen

from juche_toolkit.errors import TableError
from juche_toolkit.hangul.syllable import ONSETS, is_syllable, split
from juche_toolkit.hangul.wordlist import Pair, north_pairs, sino_words
from juche_toolkit.morphology.inflection import HEADS, Head, heads
from juche_toolkit.morphology.user_words import TAGS, UserWord, spellings
from juche_toolkit.tables import packaged_text, read_rows

__all__ = [
    "LISTED_LONGEST",
    "Entry",
    "Lexicon",
    "Part",
    "build",
    "lexicon",
    "listed",
    "listed_cost",
    "user_entries",
]

_USERS_OWN = 2.0
_LEVEL_COST = {1: 3.0, 2: 4.0, 3: 5.0, 4: 6.0, 5: 8.5}
_PARTICLE_COST = {1: 0.6, 2: 2.1, 3: 2.4, 4: 3.2, 5: 4.5}
_ENDING_COST = {1: 0.3, 2: 0.6, 3: 1.0, 4: 1.8, 5: 2.6}
_ONE_SYLLABLE_NOUN = 6.5
_LISTED_COST = {2: 7.3, 3: 8.5, 4: 13.5, 5: 17.0}
"""Words of the big list by their length: dear, since nearly every pair of Sino-Korean syllables is a word somewhere."""
LISTED_LONGEST = 5
"""Syllables of the longest word of the big list."""
_LIGHT_SUFFIXES = frozenset(("적", "들"))
_SUFFIX_COST = {
    "적": 1.2,
    "들": 1.4,
    "성": 2.0,
    "화": 2.0,
    "주의": 2.0,
    "론": 2.8,
    "학": 2.8,
    "력": 2.8,
    "제": 3.4,
    "자": 2.8,
    "법": 3.3,
    "권": 3.3,
    "사": 3.6,
    "회": 3.6,
    "부": 3.8,
    "인": 3.8,
    "률": 2.8,
    "율": 2.8,
}
_DETERMINERS = frozenset("이그저새첫각옛온몇맨딴웬한두세네매본")
_NUMERALS = frozenset(
    "한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두 스무 서너 두세 한두 두서너 너댓 대여섯 예닐곱 석 넉 서 너 몇 몇몇 여러 "
    "수십 수백 수천 수만 백 천 만 억 스물 서른 마흔 쉰".split()
)
"""Determiners behind which counters stand, after a space too."""
_PLACES = frozenset("안밖속밑앞뒤옆곁")
"""Nouns of one syllable that stand behind another (범위안에서)."""
_SHORT = frozenset("질일법말글땅물힘책꿈돈쌀길집몸당삶꽃맛멋별밤봄빛눈춤넋얼뜻품")
"""Common nouns of one syllable."""
_DEPENDENT = frozenset(
    "것 수 바 데 줄 때 때문 등 등등 중 채 뿐 만큼 대로 듯 지 터 식 무렵 즈음 동안 자 적 양 셈 법 나름 따름 김 마련 이래 가지".split(
        " "
    )
)
"""Bound nouns that follow a modifier; the others count things."""
_RARE_DETERMINER = 7.0
_POSSESSIVE = frozenset("제내네")
_AS_SUBJECT_COST = 1.5
"""What 내가, 네가, 제가 cost: less than any verb that begins so (내|가|본)."""
_PREFIXES = frozenset("비반재탈초총범최현신미친항대")
_PREFIX_COST, _OTHER_PREFIX_COST = 3.5, 5.5
_OTHER_SUFFIX_COST = 4.3
_THREE_SYLLABLES = 0.8
"""Added to a noun of three syllables, so that 한국|사회 beats 한국사|회의."""
NOUNS = frozenset(("noun", "tailed"))
"""Classes of nouns of more than one syllable."""
_TAILED = frozenset(
    "표의 지의 군의 대의 고의 전의 신의 조의 난의 열의 렬의 정의 자의 어의 방의 물의 기의 상의 본의 진의 선의 악의 모의 수의 제의 도의 "
    "성의 명의 우의 건의 시의 식의 법의 사의 호의 경의 소의 적의 단의 점의 질의 용의 토의".split()
)
"""Nouns that end like the particle 의 and oftener are the end of another noun with it."""
_CLEAR = {"성과": 1.4, "제도": 1.6, "화해": 1.4, "권한": 2.0, "제한": 2.0, "부과": 2.4, "법인": 2.4}
"""Nouns that could be a suffix with a particle or with 하다 (발굴성|과, 문화제|한) and hardly ever are."""
_HEADED_BY_PARTICLE = "의"
_RARELY_HEADED = 2.0
"""What a noun of the big list that begins like the particle 의 costs more (의열, 의조)."""
_RARELY_TAILED = 5.0
"""What such a noun costs more where only the big list has it (식의)."""
_DIGITS = frozenset("일이삼사오육륙칠팔구")
_RARE = "5"
"""Level of nouns that oftener are something else (일과 is 일 + 과); it overrules the other tables."""
_SHORT_NOUN_COST = {1: 5.0, 2: 6.0}
_CONDITIONS = ("any", "coda", "vowel", "ro", "euro")
_ALSO_NORTH = 0.2


Part = tuple[str, str, int, int]
"""A morpheme of an entry: its form, its tag, and its place relative to the beginning of the surface."""
Entry = tuple[str, str, float, str, tuple[Part, ...]]
"""One reading of a surface: class, the state it leaves, cost, what must stand before it (any, coda, vowel, ro, euro), morphemes.

There are so many that they are plain tuples: the collector of garbage leaves those of strings and numbers alone, where of objects it
would look at each again and again.
"""


@frozen(eq=False)
class Lexicon:
    """Surfaces with their readings, the big list, and which nouns become adjectives with -하다."""

    entries: Mapping[str, tuple[Entry, ...]]
    words: Mapping[str, None]
    adjectives: frozenset[str]
    longest: Mapping[str, int]
    """First two syllables → syllables of the longest surface that begins with them, where it is longer than LISTED_LONGEST."""

    def kinds(self, surface: str) -> list[str]:
        """The classes of a surface's readings."""
        return [entry[0] for entry in self.entries.get(surface, ())]


def _noun(form: str, tag: str, cost: float) -> Entry:
    kind = "noun1" if len(form) == 1 else "tailed" if form in _TAILED else "noun"
    return (kind, "N1" if len(form) == 1 else "N", cost, "any", ((form, tag, 0, len(form)),))


_SMALL_KINDS = {
    "NNB": ("nnb", "NB"),
    "NP": ("np", "NP"),
    "NR": ("nr", "NR"),
    "MM": ("mm", "MM"),
    "MAG": ("mag", "MAG"),
    "MAJ": ("mag", "MAG"),
    "IC": ("ic", "MAG"),
    "XPN": ("xpn", "XPN"),
    "XSN": ("xsn", "NX"),
}


def _word(form: str, tag: str, level: int) -> Entry:
    """The entry of a word that doesn't inflect."""
    if tag in ("NNG", "NNP", "XR"):
        if len(form) == 1:
            return _noun(
                form,
                tag,
                3.5 if form in _PLACES else 4.7 if form in _SHORT else _SHORT_NOUN_COST.get(level, _ONE_SYLLABLE_NOUN),
            )
        if form in _CLEAR:
            return _noun(form, tag, _CLEAR[form])
        return _noun(form, tag, _LEVEL_COST[level] + (_THREE_SYLLABLES if len(form) == 3 else 0.0))
    kind, leaves = _SMALL_KINDS[tag]
    if kind == "xsn":
        return (
            "xsn0" if form in _LIGHT_SUFFIXES else kind,
            leaves,
            _SUFFIX_COST.get(form, _OTHER_SUFFIX_COST + 0.3 * level),
            "any",
            ((form, tag, 0, len(form)),),
        )
    if kind == "nr" and form in _DIGITS:
        kind = "digit"
    if kind == "nnb" and form not in _DEPENDENT:
        kind = "cnt"
    if kind == "mm" and form in _NUMERALS:
        leaves = "MMN"
    cost = (
        (_PREFIX_COST if form in _PREFIXES else _OTHER_PREFIX_COST) if kind == "xpn" else _small_cost(form, kind, level)
    )
    return (kind, leaves, cost, "any", ((form, tag, 0, len(form)),))


def _small_cost(form: str, kind: str, level: int) -> float:
    if kind in ("nnb", "cnt"):
        return 2.0
    if kind == "np":
        return 4.0 if form in _POSSESSIVE else 2.0
    if kind == "mm" and len(form) == 1 and form not in _DETERMINERS:
        return _RARE_DETERMINER
    return _LEVEL_COST[level]


def _level(row: Mapping[str, str], name: str, number: int) -> int:
    if row["level"] not in ("1", "2", "3", "4", "5"):
        raise TableError(f"{name}, line {number}: the level is a number from 1 to 5, not {row['level']!r}")
    return int(row["level"])


def _rows(name: str) -> Iterator[tuple[int, dict[str, str]]]:
    return read_rows(packaged_text("morphology", name).splitlines(), name=name)


_PREDICATE_KINDS = {"VV": "pred", "VA": "pred", "VX": "vx", "VCN": "pred", "XSV": "xsv", "XSA": "xsv", "VCP": "vcp"}
_STEM_COST = {"VX": 2.0, "XSV": 0.8, "XSA": 1.5, "VCP": 1.5}


def _predicate(stem: str, tag: str, kind: str, level: int) -> Iterator[tuple[str, Entry]]:
    """The surfaces of a stem: for each head one that awaits endings, and one that is complete where it can be."""
    cost = _STEM_COST.get(tag, _LEVEL_COST[level] + (1.5 if len(stem) == 1 else 0.0))
    for head in heads(stem, kind):
        stem_end = len(stem) if len(head.surface) > len(stem) or not head.ending else len(head.surface)
        part = (stem, tag, 0, min(stem_end, len(head.surface)))
        yield head.surface, (_PREDICATE_KINDS[tag], head.head, cost, "any", _awaiting(part, head))
        done = _COMPLETE.get(head.head)
        if done is not None:
            end = (head.ending, done[0], _ending_start(stem, head), len(head.surface))
            yield head.surface, (_PREDICATE_KINDS[tag], done[0], cost + done[1], "any", (part, end))


_COMPLETE = {"n": ("ETM", 0.3), "r": ("ETM", 0.3), "m": ("ETN", 0.8), "a": ("EC", 0.4)}


def _awaiting(part: Part, head: Head) -> tuple[Part, ...]:
    """The parts of a surface that awaits endings; 았/었 is in it already."""
    if head.head != "s":
        return (part,)
    return part, (head.ending, "EP", _ending_start(part[0], head), len(head.surface))


def _ending_start(stem: str, head: Head) -> int:
    return len(stem) if len(head.surface) > len(stem) else len(head.surface) - 1


def _copula() -> Iterator[tuple[str, Entry]]:
    """이다; its 이 falls away after a vowel only before endings, which particles.tsv has as particles (라는, 란)."""
    yield from (one for one in _predicate("이", "VCP", "", 1) if one[0] != "여")


def _particles() -> Iterator[tuple[str, Entry]]:
    for number, row in _rows("particles.tsv"):
        if row["after"] not in _CONDITIONS:
            raise TableError(f"particles.tsv, line {number}: {row['after']!r} is none of {', '.join(_CONDITIONS)}")
        form = row["form"]
        kind = "jkg" if row["tag"] == "JKG" else "jx" if row["tag"] in ("JX", "JKG") else "j"
        if row["tag"] in ("JKS", "JKO"):
            kind = "jk"
        elif form == "서":
            kind = "jseo"
        leaves = {"jkg": "JG", "jk": "JK"}.get(kind, "J")
        cost = _PARTICLE_COST[_level(row, "particles.tsv", number)]
        yield form, (kind, leaves, cost, row["after"], ((form, row["tag"], 0, len(form)),))


def _pronouns_as_subjects() -> Iterator[tuple[str, Entry]]:
    """나, 너, 저 before the particle 가."""
    for form in sorted(_POSSESSIVE):
        parts = ((form, "NP", 0, 1), ("가", "JKS", 1, 2))
        yield form + "가", ("np", "JK", _AS_SUBJECT_COST, "any", parts)


def _endings() -> Iterator[tuple[str, Entry]]:
    for number, row in _rows("endings.tsv"):
        after = row["after"].split()
        unknown = [head for head in after if head not in HEADS]
        if unknown:
            raise TableError(f"endings.tsv, line {number}: no head is called {unknown[0]!r}")
        cost = _ENDING_COST[_level(row, "endings.tsv", number)]
        parts = tuple(_ending_parts(row["form"], row["morphemes"].split(), row["back"] == "1"))
        for head in after:
            yield row["form"], ("+" + head, row["leaves"], cost, "any", parts)


def _ending_parts(form: str, morphemes: list[str], back: bool) -> Iterator[Part]:
    """The morphemes of an ending; those that begin with a bare consonant share the syllable before."""
    place = 0
    for number, morpheme in enumerate(morphemes):
        text, _, tag = morpheme.partition("/")
        if number == 0 and back:
            start, end = -1, len(form) if len(morphemes) == 1 else 0
        elif not is_syllable(text[0]) and text[0] in ONSETS:
            start, end = max(0, place - 1), len(form)
        else:
            start = min(place, len(form) - 1)
            end = len(form) if number == len(morphemes) - 1 else min(len(form), start + len(text))
        place = end
        yield (text, tag, start, end)


def _words() -> Iterator[tuple[str, Entry]]:
    """Words of all tables; a word that words.tsv has already isn't taken again from the others."""
    seen: set[tuple[str, str]] = set()
    adjectives: list[str] = []
    for form, tag, level, adjective in _word_rows():
        if adjective:
            adjectives.append(form)
        if (form, tag) not in seen:
            seen.add((form, tag))
            yield form, _word(form, tag, level)
    for form in dict.fromkeys(adjectives):
        if (form + "히", "MAG") not in seen:
            adverb = form + "히"
            yield adverb, ("mag", "MAG", _LEVEL_COST[2], "any", ((adverb, "MAG", 0, len(adverb)),))


def _word_rows() -> Iterator[tuple[str, str, int, bool]]:
    """Form, tag, level and whether -하다 makes it an adjective."""
    for number, row in _rows("nouns.tsv"):
        if row["level"] == _RARE:
            yield row["form"], row["tag"], _level(row, "nouns.tsv", number), False
    for number, row in _rows("words.tsv"):
        if row["tag"] in TAGS:
            yield row["form"], row["tag"], _level({"level": row["rank"]}, "words.tsv", number), row["tag"] == "XR"
    for number, row in _rows("nouns.tsv"):
        yield row["form"], row["tag"], _level(row, "nouns.tsv", number), row["adjective"] == "1"
    for number, row in _rows("names.tsv"):
        yield row["form"], "NNP", _level(row, "names.tsv", number), False
    for number, row in _rows("small_words.tsv"):
        yield row["form"], row["tag"], _level(row, "small_words.tsv", number), False


_WORDS_KINDS = {"여": "하", "으": "", "ㄹ": ""}
"""Kinds of stems that words.tsv names and that need no kind of their own here, or another name."""


def _predicate_rows() -> Iterator[tuple[str, str, str, int]]:
    seen: set[tuple[str, str]] = set()
    for number, row in _rows("words.tsv"):
        if row["tag"] in _PREDICATE_KINDS:
            seen.add((row["form"], row["tag"]))
            kind = _WORDS_KINDS.get(row["cls"], row["cls"])
            yield row["form"], row["tag"], kind, _level({"level": row["rank"]}, "words.tsv", number)
    for number, row in _rows("predicates.tsv"):
        if (row["stem"], row["tag"]) not in seen:
            yield row["stem"], row["tag"], row["kind"], _level(row, "predicates.tsv", number)


def _all_predicates() -> Iterator[tuple[str, Entry]]:
    nouns = {form for form, tag, _, _ in _word_rows() if tag in ("NNG", "XR") and len(form) > 1}
    rows = list(_predicate_rows())
    becoming = {
        head.surface + "지"
        for stem, tag, kind, _ in rows
        if tag == "VA"
        for head in heads(stem, kind)
        if head.head == "a"
    }
    for stem, tag, kind, level in rows:
        if (kind == "하" and stem[:-1] in nouns) or stem in becoming:
            continue  # 보장하다 is 보장 + 하, 좋아지다 is 좋아 + 지
        yield from _predicate(stem, tag, kind, level)


def _northern(nouns: Mapping[str, Entry], pairs: Mapping[str, Pair]) -> Iterator[tuple[str, Entry]]:
    """The North Korean spellings of the nouns that the tables have in Seoul spelling, a little dearer."""
    for north, (south, also_seoul) in pairs.items():
        entry = nouns.get(south)
        if entry is not None and len(north) == len(south):
            rare = (also_seoul and split(north[0]).onset != "ㄹ") or north[0] == "년"
            extra = 2.5 if rare else _ALSO_NORTH
            kind, leaves, cost, condition, ((_, tag, start, end), *_) = entry
            yield north, (kind, leaves, cost + extra, condition, ((north, tag, start, end),))


@cache
def lexicon() -> Lexicon:
    """The packaged tables. Raises TableError, with file and line, where one is broken."""
    return build(())


def build(user: Iterable[tuple[str, Entry]]) -> Lexicon:
    """The packaged tables and a user's entries besides."""
    pairs = north_pairs()
    found: dict[str, list[Entry]] = defaultdict(list)
    nouns: dict[str, Entry] = {}
    for surface, entry in _words():
        found[surface].append(entry)
        if entry[0] in NOUNS:
            nouns[surface] = entry
    for surface, entry in _northern(nouns, pairs):
        if not any(one[0] in NOUNS for one in found.get(surface, ())):
            found[surface].append(entry)
    of_grammar = (*_all_predicates(), *_copula(), *_particles(), *_endings(), *_pronouns_as_subjects())
    for surface, entry in (*of_grammar, *user):
        found[surface].append(entry)
    words = {**sino_words(), **dict.fromkeys(pairs)}
    longest: dict[str, int] = {}
    for surface, entries in found.items():
        if surface in words and not any(one[0] in NOUNS for one in entries):
            entries.extend(listed(surface))
        if len(surface) > longest.get(surface[:2], LISTED_LONGEST):
            longest[surface[:2]] = len(surface)
    adjectives = {form for form, _, _, adjective in _word_rows() if adjective}
    adjectives.update(north for north, (south, _) in pairs.items() if south in adjectives)
    return Lexicon({key: tuple(value) for key, value in found.items()}, words, frozenset(adjectives), longest)


def user_entries(words: Iterable[UserWord]) -> Iterator[tuple[str, Entry]]:
    """The entries of a user's words, a little cheaper than the tables' own."""
    for word in words:
        for form in spellings(word):
            kind, leaves, cost, condition, parts = _word(form, word.tag, word.level)
            yield form, (kind, leaves, cost - _USERS_OWN, condition, parts)


def listed_cost(size: int) -> float | None:
    """The cost of a word of the big list with so many syllables; None where the list has none."""
    return _LISTED_COST.get(size)


@lru_cache(maxsize=65536)
def listed(surface: str) -> tuple[Entry, ...]:
    """The reading of a word of the big list; none for verbs among them."""
    size = len(surface)
    cost = listed_cost(size)
    if cost is None or (size > 2 and surface[-1] == "다"):
        return ()
    cost += _RARELY_TAILED if surface in _TAILED else _RARELY_HEADED if surface[0] == _HEADED_BY_PARTICLE else 0.0
    return (_noun(surface, "NNG", cost),)
