"""Titles into tokens and search terms, in the title's order, with offsets into the title as given.

A title is respelt if it is North Korean, analysed, and its runs of nouns are cut into words by one rule for all analysers. Terms
are nouns and roots: 경제적 gives 경제, 중요한 gives 중요, 효과성 and 활성화 stay whole; verbs, bound nouns and particles give nothing.
Latin words, hanja and numbers are terms as they stand.

A compound is given as its words, or whole on request: words and prefixes written together, up to the next particle, sign or loose
suffix (사상리론 in 사상리론적업적, which is two compounds to a search).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex
from attrs import frozen

from juche_toolkit.errors import UnknownNameError
from juche_toolkit.hangul.orthography import Respelling, respell
from juche_toolkit.hangul.runs import has_korean
from juche_toolkit.morphology.compounds import words
from juche_toolkit.morphology.lexicon import NOUNS, lexicon
from juche_toolkit.morphology.protocol import Analyzer, Morpheme, own_words

__all__ = ["Token", "search_terms", "tokenize"]

_LONGEST_RUN = 60
"""Syllables of the longest run of nouns that is cut as one."""
_HANGUL = regex.compile("[가-힣]++")
_SCRIPT = regex.compile(r"(?P<NNG>[가-힣]++)|(?P<SN>[0-9]++)|(?P<SH>\p{Han}++)|(?P<SL>\p{L}++)|\S")
_NOUNS = frozenset(("NNG", "NNP", "XR", "UN", "NF", "NA"))
_PARTS = frozenset((*_NOUNS, "XPN", "XSN"))
_AS_THEY_STAND = frozenset(("SL", "SN", "SH"))
_NO_PARTS = _AS_THEY_STAND | {"NNB"}
"""Tags of terms that are no part of a compound."""
_COMPOUNDS = ("parts", "whole", "both")
_COUNTED_TERMS = frozenset(("세기",))
"""Bound nouns that a search looks for."""
_RELATIONAL = frozenset("전후때등중속간밑위안뒤앞밖내외곳초쪽측적것수데바번월년개권호간뿐")
"""Nouns of one syllable that only say where, when or how many."""
_NO_NOUNS = frozenset(("mag", "mm", "np", "nnb", "nr"))
_MISREAD = frozenset(("MM", "NR", "NP", "XPN", "MAG", "IC", "NNB"))
_ADVERBS = frozenset(("MAG", "NP"))
_STEMS = frozenset(("VV", "VA", "VX"))
_MOST_PARTS = 4
"""Morphemes at most that an unknown noun is taken apart into."""
_RARE_NOUN = 7.0
"""Cost of the nouns that oftener are something else."""
_LIGHT = ("하", "되", "시키", "스럽", "롭", "답", "당하", "받")


@frozen
class Token:
    """A token of a title: `text` is what the title has at `start` to `end`, `tag` its Sejong tag, `normal` its Seoul spelling.

    Contracted morphemes share their characters; `normal` of an ending is the ending alone.
    """

    text: str
    start: int
    end: int
    tag: str
    normal: str


@frozen
class _Unit:
    """A token before its offsets are brought back to the title: places in the respelt text, and whether it is a term."""

    start: int
    end: int
    tag: str
    normal: str
    term: bool


def tokenize(
    title: str, *, analyzer: Analyzer, orthography: str = "auto", compounds: str = "parts"
) -> tuple[Token, ...]:
    """The tokens of a title in its order: words of compounds apart, suffixes with their nouns, and all the rest.

    `orthography` is "auto", "nk" or "sk". `compounds` is "parts", "whole" (대외경제 in place of 대외 and 경제) or "both", where a
    compound comes before its parts, which cover it without gap or overlap. Raises UnknownNameError for another. A text with
    neither Hangul nor hanja gives none.
    """
    respelt = respell(title, orthography)
    return tuple(_token(title, respelt, unit) for unit in _asked(respelt, analyzer, compounds))


def search_terms(
    title: str, *, analyzer: Analyzer, orthography: str = "auto", compounds: str = "parts", foreign: bool = False
) -> tuple[str, ...]:
    """The content words of a title in its order, in Seoul spelling; a word that comes twice is given twice.

    The options and errors are those of `tokenize`. With `foreign`, words and numbers of a title without any Korean are given too,
    since an index has such titles.
    """
    respelt = respell(title, orthography)
    return tuple(unit.normal for unit in _asked(respelt, analyzer, compounds, foreign=foreign) if unit.term)


def _asked(respelt: Respelling, analyzer: Analyzer, compounds: str, *, foreign: bool = False) -> list[_Unit]:
    """The units of a title, with its compounds as asked for."""
    if compounds not in _COMPOUNDS:
        raise UnknownNameError(f"compounds are given as {', '.join(_COMPOUNDS)}, not as {compounds!r}")
    if not (foreign or has_korean(respelt.text)):
        return []
    units = _units(respelt, analyzer)
    return units if compounds == "parts" else list(_wholes(respelt.text, units, with_parts=compounds == "both"))


def _wholes(text: str, units: Sequence[_Unit], *, with_parts: bool) -> Iterator[_Unit]:
    """Units, with each compound before its parts or in their place."""
    parts: list[_Unit] = []
    for unit in units:
        joins = unit.tag == "XPN" or (unit.term and unit.tag not in _NO_PARTS)
        if parts and not (joins and unit.start == parts[-1].end):
            yield from _whole(text, parts, with_parts=with_parts)
            parts = []
        if joins:
            parts.append(unit)
        else:
            yield unit
    yield from _whole(text, parts, with_parts=with_parts)


def _whole(text: str, parts: Sequence[_Unit], *, with_parts: bool) -> Iterator[_Unit]:
    """The compound that words and prefixes in a row are, if they are more than one word with prefixes that hang in the air."""
    last = max((number for number, part in enumerate(parts) if part.term), default=0)
    if last:
        start, end = parts[0].start, parts[last].end
        tag = "NNP" if all(part.tag == "NNP" for part in parts[: last + 1]) else "NNG"
        yield _Unit(start, end, tag, text[start:end], True)
    yield from parts if with_parts else parts[last + 1 if last else 0 :]


def _token(title: str, respelt: Respelling, unit: _Unit) -> Token:
    start, end = respelt.span(unit.start, unit.end)
    return Token(title[start:end], start, end, unit.tag, unit.normal)


def _units(respelt: Respelling, analyzer: Analyzer) -> list[_Unit]:
    text = respelt.text
    own = own_words(analyzer)
    found: list[_Unit] = []
    run: list[Morpheme] = []
    for one in _known_whole(text, tuple(_scripts_apart(text, analyzer.analyze(text)))):
        if run and not (one.start == run[-1].end and one.end - run[0].start <= _LONGEST_RUN and _continues(one)):
            found.extend(_compound(text, run, own))
            run = []
        if _begins(one, text, run):
            run.append(one)
        else:
            found.extend(_other(text, one))
    if run:
        found.extend(_compound(text, run, own))
    return found


def _scripts_apart(text: str, morphemes: Sequence[Morpheme]) -> Iterator[Morpheme]:
    """Nouns that an analyser gives with spaces, digits or signs inside (6·25전쟁), cut at them."""
    for one in morphemes:
        surface = text[one.start : one.end]
        if one.tag not in _NOUNS or _HANGUL.fullmatch(surface):
            yield one
            continue
        for match in _SCRIPT.finditer(surface):
            tag = match.lastgroup or "SW"
            start = one.start + match.start()
            yield Morpheme(match.group(), tag, start, one.start + match.end())


def _known_whole(text: str, morphemes: Sequence[Morpheme]) -> Iterator[Morpheme]:
    """Morphemes, but where a word begins with something else than a noun (한|시, 모으|ㅁ) and the lexicon has a noun there, the noun.

    An analyser that doesn't know a noun takes its first syllable for a determiner, a numeral, a prefix or a verb; and one written
    together with a noun before it, for an adverb (발전소|언제, a dam and no question).
    """
    place, after = 0, -1
    while place < len(morphemes):
        one = morphemes[place]
        if (
            one.start == after
            and one.tag in _ADVERBS
            and place
            and morphemes[place - 1].tag in _NOUNS
            and _may_be_noun(one.form)
        ):
            one = Morpheme(one.form, "NNG", one.start, one.end, one.form)
        least = 3 if one.start == after and one.tag != "JKG" else 2
        end = _noun_end(text, morphemes, place, least) if _may_be_misread(morphemes, place) else 0
        after = one.end
        if end:
            yield Morpheme(text[one.start : end], "NNG", one.start, end, text[one.start : end])
            while place < len(morphemes) and morphemes[place].start < end:
                place += 1
            after = end
        else:
            yield one
            place += 1


def _may_be_misread(morphemes: Sequence[Morpheme], place: int) -> bool:
    """Whether a morpheme may be the beginning of a noun instead: a small word, a stem with 음 or 기, or 의 before a particle."""
    tag = morphemes[place].tag
    following = morphemes[place + 1].tag if place + 1 < len(morphemes) else ""
    if tag == "JKG" and following[:1] == "J":
        return morphemes[place + 1].start == morphemes[place].end  # 의|도: no particle follows this one
    return tag in _MISREAD or (tag in _STEMS and following == "ETN")


def _noun_end(text: str, morphemes: Sequence[Morpheme], place: int, least: int) -> int:
    """Where the longest noun of the lexicon, of so many syllables at least, ends that begins with a morpheme and ends with a later one.

    0 where there is none.
    """
    start, best = morphemes[place].start, 0
    reach = start
    for number in range(place, min(place + _MOST_PARTS, len(morphemes))):
        one = morphemes[number]
        if one.start > reach:
            break
        reach = max(reach, one.end)
        whole = number + 1 == len(morphemes) or morphemes[number + 1].start >= reach
        if number > place and whole and reach - start >= least and _common_noun(text[start:reach]):
            best = reach
    return best


def _may_be_noun(form: str) -> bool:
    return len(form) > 1 and "noun" in lexicon().kinds(form)


@lru_cache(maxsize=16384)
def _common_noun(form: str) -> bool:
    entries = lexicon().entries.get(form, ())
    return any(kind == "noun" and cost < _RARE_NOUN for kind, _, cost, _, _ in entries) and not any(
        entry[0] in _NO_NOUNS for entry in entries
    )


def _begins(one: Morpheme, text: str, run: Sequence[Morpheme]) -> bool:
    """Whether a morpheme belongs to a run of nouns."""
    if one.tag not in _PARTS and not (
        one.tag == "NNB" and one.end - one.start == 1 and (run or text[one.end : one.end + 1] == "적")
    ):
        return False
    return _HANGUL.fullmatch(text, one.start, one.end) is not None


def _continues(one: Morpheme) -> bool:
    return one.tag in _PARTS or (one.tag == "NNB" and one.end - one.start == 1)


def _compound(text: str, run: Sequence[Morpheme], own: frozenset[str]) -> Iterator[_Unit]:
    """A run of nouns, prefixes and suffixes, cut into words; `own` are a user's."""
    start, end = run[0].start, run[-1].end
    hints = tuple((one.start - start, one.end - start) for one in run if one.tag in _NOUNS and one.lemma)
    tags = {(one.start, one.end): one.tag for one in run}
    firm = tuple(hint for hint in hints if text[start + hint[0] : start + hint[1]] in own) if own else ()
    if len(run) == 1 and not firm and _no_noun(text[start:end]):
        yield _Unit(start, end, "MAG", text[start:end], False)
        return
    parts = words(text[start:end], hints, firm)
    for part in parts:
        first, last = start + part.start, start + part.end
        form = text[first:last]
        tag = tags.get((first, last), "NNG")
        if part.kind == "prefix":
            yield _Unit(first, last, "XPN", form, False)
        elif part.kind == "loose":
            yield _Unit(first, last, "XSN", form, False)
        else:
            term = last - first > 1 or text[last : last + 1] == "적" or form in own or _one_syllable_term(form, tag)
            yield _Unit(first, last, tag, form, term)


def _one_syllable_term(form: str, tag: str) -> bool:
    """Whether a lone syllable is a noun of its own (당, 꽃, 힘), and not one that only says where, when or how many."""
    if form in _RELATIONAL or tag in ("NNB", "XPN", "XSN"):
        return False
    return "noun1" in lexicon().kinds(form)


def _no_noun(form: str) -> bool:
    """Whether the lexicon knows a form only as an adverb, a determiner, a pronoun or a bound noun, whatever the analyser says."""
    kinds = set(lexicon().kinds(form))
    return bool(kinds & _NO_NOUNS) and not kinds & {*NOUNS, "noun1"}


def _other(text: str, one: Morpheme) -> Iterator[_Unit]:
    """A morpheme outside a run of nouns; of 중요하 as one stem, the noun in it is a term."""
    surface = text[one.start : one.end]
    if one.tag in ("VV", "VA"):
        root = _root(one.form)
        if root and surface.startswith(root):
            middle = one.start + len(root)
            yield _Unit(one.start, middle, "XR" if one.tag == "VA" else "NNG", root, True)
            yield _Unit(middle, one.end, "XSA" if one.tag == "VA" else "XSV", one.form[len(root) :], False)
            return
    if one.tag in _AS_THEY_STAND:
        yield _Unit(one.start, one.end, one.tag, surface, any(map(str.isalnum, surface)))  # Kiwi: × is a letter
    elif one.tag == "NNB":
        yield _Unit(one.start, one.end, one.tag, surface, surface in _COUNTED_TERMS)
    else:
        yield _Unit(one.start, one.end, one.tag, surface if one.tag in _PARTS else one.form, one.tag in _NOUNS)


def _root(stem: str) -> str:
    """The noun in a stem that an analyser gives whole (중요하, 활성화되), or ""."""
    for light in _LIGHT:
        root = stem.removesuffix(light)
        if root != stem and len(root) > 1 and not NOUNS.isdisjoint(lexicon().kinds(root)):
            return root
    return ""
