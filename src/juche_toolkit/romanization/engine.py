"""Romanization itself: text in, Latin and the steps to it out.

A text is cut into runs. Hangul goes word by word through lexicon, sound rules and the scheme's letters; whatever is
neither Hangul nor hanja passes through untouched. Words are remembered, so that a long text costs little more than its
different words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from attrs import evolve

from juche_toolkit.errors import InputError
from juche_toolkit.hangul.lexicon import lexicon
from juche_toolkit.hangul.normal import Composed, compose
from juche_toolkit.hangul.runs import HANJA, JAMO, has_korean
from juche_toolkit.hangul.sounds import hangul_of
from juche_toolkit.romanization.addresses import addressed, hide
from juche_toolkit.romanization.exceptions import KnownNames, proper_nouns
from juche_toolkit.romanization.library import coordinated, may_be_coordinated
from juche_toolkit.romanization.memory import remembering
from juche_toolkit.romanization.model import Doubt, Romanization, Segment
from juche_toolkit.romanization.names import capitalized, read_person
from juche_toolkit.romanization.numbered_places import NumberedPlace, numbered_places
from juche_toolkit.romanization.options import KINDS, Kind, Options, options
from juche_toolkit.romanization.persons import heading_of, name_parts, split_title
from juche_toolkit.romanization.places import PROVINCE_UNITS, cut_place, place_name
from juche_toolkit.romanization.sites import sites
from juche_toolkit.romanization.transcribe import sound_and_spell
from juche_toolkit.romanization.words import (
    WORD,
    Part,
    follows,
    latin_of_words,
    lone_letters,
    person,
    proper,
    shifted,
    word_latin,
    word_parts,
)

if TYPE_CHECKING:
    from juche_toolkit.morphology.protocol import Analyzer
    from juche_toolkit.romanization.division import Cut, Division
    from juche_toolkit.romanization.numerals import Numeral
    from juche_toolkit.romanization.scheme import Scheme

__all__ = ["KINDS", "Options", "explain", "heading", "latin_of", "options", "romanize"]

_LINES_REMEMBERED = 1 << 14
_LINE = 300
"""Characters up to which a whole text is remembered: a line, a title."""
_WORDS = re.compile("([가-힣]+)")
_SYLLABLES = re.compile("[가-힣]++")
_CLAUSE = re.compile(r"(?s)[^.,;:!?]*+(?:[.,;:!?]++(?! )[^.,;:!?]*+)*+(?:[.,;:!?]++ )?+")
"""A stretch up to a sign of punctuation with a space behind it: no name and no number goes across."""
_FIRST_LETTER = re.compile(r"[^\W_]")
SIMPLE = re.compile(
    "[가-힣\x00-\x7f\xa0-\xbf\u2010-\u2027\u2030-\u205e\u2190-\u2211\u2460-\u24ff\u2500-\u27bf\u3000-\u3003\u3008-\u301c]*"
)
"""Signs that no form of Unicode changes and that change no letter beside them."""
_LETTERS = re.compile(f"[{JAMO}]+")
_EVENT_WORDS = frozenset("학생 의거 군사 혁명 운동 사건 사태 쿠데타 항쟁 봉기 민주 민주화 민중 선언".split())
"""What the date of an event can be followed by as part of its name."""
_ORDINAL_WORDS = frozenset(("공화국", "세계", "대전"))
_MOST_WORDS = 5
"""Words of the longest name that is written apart."""
_PARTICLES = frozenset("의에을를는과와")
"""Particles that no name written apart begins with behind another word: 나라 의 왕 has no 의왕."""
_OPENING, _CLOSING = frozenset("〈《「『"), frozenset("〉》」』")
_BRACKETS = re.compile("[〈《「『〉》」』·]")
_HANGUL = re.compile(f"[가-힣{JAMO}]")
_YEAR = re.compile(r"(?:(?<=\d)|(?<=\d ))年")
_HYPHENED = re.compile("(?<![가-힣])[가-힣]++(?:-[가-힣]++)++")


@cache
def _hanja() -> re.Pattern[str]:
    """Compiled when a text needs it, as the next one: so many ranges take as long as a title."""
    return re.compile(f"[{HANJA}]")


@cache
def _person_in_hanja() -> re.Pattern[str]:
    """A surname and a given name of two characters: the given name begins as a word does (R9, p. 14: 吳齡蕙 O Yŏng-hye)."""
    surnames = "南宮|諸葛|皇甫|鮮于|獨孤|司空|西門|東方"
    return re.compile(f"(?<![{HANJA}가-힣])({surnames}|[{HANJA}김])([{HANJA}]{{2}})(?![{HANJA}가-힣])")


@cache
def _gold() -> re.Pattern[str]:
    """金 at the beginning of a name."""
    return re.compile(f"(?<![{HANJA}가-힣])金(?=[ {HANJA}가-힣])")


def romanize(text: str, scheme_name: str = "38north", *, kind: str = "text") -> str:
    """The Latin of a text whose spaces are right, with a scheme's own habits; the rooms above call this."""
    return latin_of(text, options(scheme_name, kind=kind))


def latin_of(text: str, chosen: Options, divider: Analyzer | None = None) -> str:
    """The Latin of a text: what `explain` gives, without the steps and much faster.

    Texts of a line's length are remembered, words always.
    """
    if not isinstance(text, str):
        raise InputError(f"romanize takes a string, not {type(text).__name__}")
    if len(text) <= _LINE:
        return _lines(chosen, divider)(text)
    return _compute(text, chosen, divider)


@lru_cache(maxsize=64)
def _lines(chosen: Options, divider: Analyzer | None) -> Callable[[str], str]:
    """The memory of lines for one set of options: it keeps strings alone, which the collector of garbage doesn't look at."""

    @remembering(_LINES_REMEMBERED)
    def line(text: str) -> str:
        return _compute(text, chosen, divider)

    return line


def _compute(text: str, chosen: Options, divider: Analyzer | None) -> str:
    """Word by word where every word stands for itself, else by the steps."""
    if len(text) > _LINE and chosen.kind == "text" and not divider and unicodedata.is_normalized("NFC", text):
        clauses = (_clause(clause, chosen) for clause in _CLAUSE.findall(text))
        return unicodedata.normalize(chosen.form, "".join(clauses))
    if addressed(text) and hide(text).characters:
        return explain(text, chosen, divider).text
    simple = SIMPLE.fullmatch(text) is not None
    letters = not simple and _LETTERS.search(text) is not None
    kinds = ("text",) if letters else ("text", "title")
    division = None
    if chosen.kind in kinds and (simple or _plain(text)):
        division = _division(text, chosen, divider) if divider else None
        latin = _by_words(text, chosen) if division is None else _divided_by_words(text, chosen, division)
        if latin is not None:
            if chosen.kind == "title":
                first = _FIRST_LETTER.search(text)
                if first is not None and "가" <= first.group() <= "힣" and not latin[first.start()].isdigit():
                    latin = latin[: first.start()] + capitalized(latin[first.start() :])
            if simple and chosen.form == "NFC":
                return latin
            if letters:
                latin = _LETTERS.sub(lambda run: lone_letters(run.group(), chosen), latin)
            return unicodedata.normalize(chosen.form, latin)  # a mark behind a syllable may go with its last letter
    composed = compose(text)
    if not (has_korean(composed.text) or _HANGUL.search(composed.text)):
        return unicodedata.normalize(chosen.form, composed.text)
    spoken = _spoken(composed.text, chosen.kind)
    if division is None and divider:
        division = _division(spoken, chosen, divider, _behind_hanja(composed.text))
    parts = _parts(spoken, chosen, divider, None, division)
    return unicodedata.normalize(chosen.form, "".join(_latin(part, chosen) for part in parts))


_Divided = tuple["Division", dict[int, "Cut"]]
"""A division, and those of its joints that are made."""


def _divided_by_words(text: str, chosen: Options, divided: _Divided) -> str | None:
    """The Latin of a text by its divided words; None where a name or a sign asks for more than the words."""
    if _BRACKETS.search(text) is not None:
        return None
    division, cuts = divided
    names = proper_nouns().names
    for start, end in division.persons:
        known = names.get(text[start:end])
        if known is None or known.whole:
            return None
    return _by_words(_joined(text, cuts), chosen)


def _joined(text: str, cuts: Mapping[int, Cut]) -> str:
    """A text with its joints put in."""
    pieces: list[str] = []
    before = 0
    for place in sorted(cuts):
        pieces += (text[before:place], cuts[place].joint)
        before = place
    return "".join([*pieces, text[before:]])


def _plain(text: str) -> bool:
    """Whether a text has no hanja and is composed."""
    return _hanja().search(text) is None and unicodedata.is_normalized("NFC", text)


def _clause(text: str, chosen: Options) -> str:
    """A clause of a long text: one hanja, or one name whose words stand apart, shouldn't cost the whole text the quick way."""
    hidden = hide(text)
    text = hidden.text
    if not hidden.characters and (SIMPLE.fullmatch(text) is not None or _hanja().search(text) is None):
        latin = _by_words(text, chosen, whole=False)
        if latin is not None:
            return _LETTERS.sub(lambda run: lone_letters(run.group(), chosen), latin)
    spoken = _spoken(text, chosen.kind)
    parts = list(_text_parts(spoken, chosen, whole=False))
    parts = _over_words(parts, spoken, chosen) if chosen.scheme.library else parts
    return "".join(_latin(part, chosen) for part in hidden.put_back(parts))


def _by_words(text: str, chosen: Options, *, whole: bool = True) -> str | None:
    """The Latin of a text with right spaces, word by word; None where a library's rules look at several words at once.

    `whole` is False for a stretch of a longer text.
    """
    if not chosen.scheme.library:
        return _words(_WORDS.split(text), chosen, whole=whole)
    if next(sites(text), None) is not None:
        return None
    found, before = [], 0
    ordinals_name = any(word in text for word in _ORDINAL_WORDS)
    for numeral in _numerals(text, chosen):
        if numeral.rule == "W7(e)" or (ordinals_name and text[numeral.start] == "제"):
            return None
        parts = _WORDS.split(text[before : numeral.start])
        if _names_apart(parts):
            return None
        found.append(_words(parts, chosen, whole=False))
        found.append(numeral.latin.replace("'", chosen.apostrophe))
        before = numeral.end
    parts = _WORDS.split(text[before:])
    if _names_apart(parts):
        return None
    found.append(_words(parts, chosen, whole=whole and not before))
    return "".join(found)


def _words(parts: list[str], chosen: Options, *, whole: bool) -> str:
    """The Latin of a text cut into eojeols and what stands between them, each eojeol for itself.

    `whole` is False for a stretch of a longer text: a lone word of it is not all that is said.
    """
    alone = whole and len(parts) == 3 and not (parts[0].strip() or parts[2].strip())
    words = parts[1::2]
    parts[1::2] = [word_latin(words[0], chosen, alone)] if alone else map(latin_of_words(chosen), words)
    return "".join(parts)


def _numerals(text: str, chosen: Options) -> Iterator[Numeral]:
    """The numbers with counters of a text for a library's scheme."""
    return _reader_of_numerals()(text, chosen.scheme)


@cache
def _reader_of_numerals() -> Callable[[str, Scheme], Iterator[Numeral]]:
    from juche_toolkit.romanization.numerals import numerals  # only libraries' schemes need it

    return numerals


def _names_apart(parts: Sequence[str]) -> bool:
    """Whether eojeols that stand side by side, between them a space, may be a known name: quick to tell, and true where in doubt."""
    names = proper_nouns()
    lengths = names.lengths
    for place, word in enumerate(parts[1:-2:2]):
        if word[:2] in lengths or len(word) == 1:
            first = 2 * place + 1
            if parts[first + 1] == " " and _begins_a_name(parts, first, names):
                return True
    return False


def _begins_a_name(parts: Sequence[str], place: int, names: KnownNames) -> bool:
    """Whether an eojeol and those behind it, with spaces between, may be a known name."""
    joined = parts[place] + parts[place + 2]
    if joined[:2] not in names.lengths or (place > 1 and parts[place] in _PARTICLES):
        return False
    for after in range(place + 2, min(len(parts), place + 2 * _MOST_WORDS), 2):
        if joined in names.names:
            return True
        if parts[after + 1] != " " or after + 2 >= len(parts):
            return False
        joined += parts[after + 2]
    return False


def explain(
    text: str, chosen: Options, divider: Analyzer | None = None, hinter: Analyzer | None = None
) -> Romanization:
    """Romanize a text and keep the steps.

    With `divider`, an analyser, its words are divided first; with `hinter`, its parts of speech decide where a verb and a
    noun of one spelling sound different.

    Raises InputError where `text` is no string.
    """
    if not isinstance(text, str):
        raise InputError(f"romanize takes a string, not {type(text).__name__}")
    composed = compose(text)
    if not (has_korean(composed.text) or _HANGUL.search(composed.text)):
        only = Segment(0, len(text), text, "", composed.text)
        segments = (only,) if text else ()
        return _result(text, segments, chosen)
    from juche_toolkit.romanization.doubts import doubts

    hidden = hide(composed.text)
    composed = evolve(composed, text=hidden.text)
    spoken = _spoken(composed.text, chosen.kind)
    particles = _behind_hanja(composed.text) if divider else ()
    divided = _division(spoken, chosen, divider, particles) if divider else None
    parts = list(hidden.put_back(_parts(spoken, chosen, divider, hinter, divided)))
    warnings = tuple(doubts(composed))
    if divider is not None and chosen.kind in ("text", "title", "corporate"):
        from juche_toolkit.romanization.division_doubts import division_doubts

        for doubt in division_doubts(divided[0]) if divided is not None else ():
            start, end = composed.span(doubt.start, doubt.end)
            warnings += (evolve(doubt, start=start, end=end),)
    return _result(text, tuple(_segment(composed, part, chosen) for part in parts), chosen, warnings)


def _behind_hanja(text: str) -> tuple[int, ...]:
    """Where particles stand behind hanja in a text that has some."""
    if _hanja().search(text) is None:
        return ()
    from juche_toolkit.romanization.first_cuts import particles_behind_hanja

    return tuple(particles_behind_hanja(text))


def _parts(
    spoken: str,
    chosen: Options,
    divider: Analyzer | None,
    hinter: Analyzer | None,
    divided: _Divided | None = None,
) -> list[Part]:
    """The parts of a text in NFC without hanja, with the case that its kind wants; `divided` is its division where it is known."""
    if chosen.kind == "name":
        parts = list(name_parts(spoken, chosen))
    elif chosen.kind == "place" and _HYPHENED.search(spoken):
        parts = list(_hyphened_parts(spoken, chosen))
    elif chosen.kind == "place" and (numbered := tuple(numbered_places(spoken, chosen.scheme, chosen.drop_initial))):
        parts = list(_numbered_parts(spoken, numbered, chosen, divider))
    elif hinter is not None and divider is None and chosen.kind in ("text", "title"):
        from juche_toolkit.romanization.hints import hints

        parts = list(_hinted_parts(spoken, chosen, hints(spoken, hinter.analyze(spoken))))
    else:
        if divider and divided is None:
            divided = _division(spoken, chosen, divider)
        parts = list(_divided_parts(spoken, chosen, divided) if divided is not None else _text_parts(spoken, chosen))
        if chosen.scheme.library and not divider:
            parts = _over_words(parts, spoken, chosen)
    return _title_case(parts) if chosen.kind == "title" else parts


def heading(name: str, chosen: Options) -> str:
    """A person's name as a catalogue enters it: surname, comma, given name (ALA-LC R9: Kim, Se-yŏng); a foreign name as it is said.

    Titles of address are left out.
    """
    body, _ = split_title(_spoken(compose(name).text, "name").strip())
    latin = heading_of(body, chosen)
    if latin is None:
        return explain(body, chosen).text
    return unicodedata.normalize(chosen.form, latin.replace("'", chosen.apostrophe))


def _spoken(text: str, kind: Kind) -> str:
    """The text with its hanja read, one syllable for each character: 金 as a surname is 김, 年 behind digits 년."""
    if _hanja().search(text) is None:
        return text
    from juche_toolkit.hangul.hanja import reading

    text = _YEAR.sub("년", text)
    if kind != "name":
        return reading(text)
    return reading(_person_in_hanja().sub(lambda match: reading(match[1]) + reading(match[2]), _gold().sub("김", text)))


def _result(
    source: str, segments: tuple[Segment, ...], chosen: Options, warnings: tuple[Doubt, ...] = ()
) -> Romanization:
    latin = unicodedata.normalize(chosen.form, "".join(segment.latin for segment in segments))
    return Romanization(source, chosen.scheme.id, latin, segments, warnings, chosen.form)


def _segment(composed: Composed, part: Part, chosen: Options) -> Segment:
    """A part of the composed text as a stretch of the text as given."""
    start, end = composed.span(part.start, part.end)
    return Segment(
        start, end, composed.source[start:end], part.pronunciation, _latin(part, chosen), part.rules, part.confidence
    )


def _latin(part: Part, chosen: Options) -> str:
    """A part's Latin with the apostrophes that were asked for; what passed through keeps its own."""
    generated = part.pronunciation or part.rules
    return part.latin.replace("'", chosen.apostrophe) if generated else part.latin


def _over_words(parts: list[Part], text: str, chosen: Options) -> list[Part]:
    """What a library writes by several words at once: known names whose words stand apart, events known by their dates."""
    if _names_apart(_WORDS.split(text)):
        parts = _divided_names(parts, text, chosen)
    return _events(_sites(parts, text, chosen), text)


def _sites(parts: list[Part], text: str, chosen: Options) -> list[Part]:
    """Archaeological sites: the ward or village with a hyphen, a capital for each word (Tongsam-dong P'aech'ong)."""
    for site in sites(text):
        for number, part in enumerate(parts):
            if (part.start, part.end) == (site.start, site.end):
                cut = cut_place(text[part.start : part.end], chosen.scheme)
                latin, sound, rules = place_name(cut, chosen.scheme, as_seoul=chosen.drop_initial)
                parts[number] = part._replace(latin=latin, pronunciation=sound, rules=rules)
            elif part.start >= site.kind and part.end <= site.kind_end and part.pronunciation:
                parts[number] = part._replace(latin=capitalized(part.latin))
    return parts


def _divided_names(parts: list[Part], text: str, chosen: Options) -> list[Part]:
    """Known names whose words stand apart (대한 민국, 박 정희): a capital for each word, or a person's name."""
    words = [number for number, part in enumerate(parts) if part.pronunciation]
    for first, number in enumerate(words):
        if first and text[parts[number].start : parts[number].end] in _PARTICLES:
            continue
        for last in range(min(len(words), first + _MOST_WORDS) - 1, first, -1):
            there = parts[number : words[last] + 1]
            if (
                any(part.latin != " " for part in there if not part.pronunciation)
                or len(there) != 2 * (last - first) + 1
            ):
                continue
            known = proper_nouns().names.get("".join(text[part.start : part.end] for part in there).replace(" ", ""))
            if known is None or known.whole:
                continue
            if known.kind == "person" and len(there) == 3:
                family, _, given = proper(known, chosen).partition(" ")
                parts[number] = parts[number]._replace(latin=family, rules=("proper noun",))
                parts[words[last]] = parts[words[last]]._replace(latin=given, rules=("proper noun",))
            else:
                for place in words[first : last + 1] if known.kind != "term" else ():
                    parts[place] = parts[place]._replace(latin=capitalized(parts[place].latin))
                continue  # it may begin with a person: 김 일성 종합 대학
            break
    return parts


def _events(parts: list[Part], text: str) -> list[Part]:
    """W7(e), p. 32: a date known by its numbers takes capitals with what it names (Sa-ilgu Haksaeng Ŭigŏ), as 제1 공화국 does."""
    for number, part in enumerate(parts):
        date = part.rules == ("W7(e)",)
        if not date and not (part.rules == ("W7",) and part.pronunciation.startswith("제")):
            continue
        if date:
            parts[number] = part._replace(latin=capitalized(part.latin))
        for later in range(number + 1, min(number + 7, len(parts))):
            word = parts[later]
            if word.latin == " ":
                continue
            if text[word.start : word.end] not in (_EVENT_WORDS if date else _ORDINAL_WORDS):
                break
            parts[later] = word._replace(latin=capitalized(word.latin))
    return parts


def _title_case(parts: list[Part]) -> list[Part]:
    """A capital for the first word of a title, where it is a Korean one (3·1운동 and color사진 begin otherwise)."""
    for number, part in enumerate(parts):
        if any(letter.isalnum() for letter in part.latin):
            if part.pronunciation and not part.latin[0].isdigit():
                parts[number] = part._replace(latin=capitalized(part.latin))
            break
    return parts


def _hyphened_parts(text: str, chosen: Options) -> Iterator[Part]:
    """Places whose Hangul has hyphens already (영진-리): the sound changes across them as the scheme wants."""
    before = 0
    for match in _HYPHENED.finditer(text):
        yield from shifted(_text_parts(text[before : match.start()], chosen), before)
        parts = tuple(match.group().split("-"))
        latin, sound, rules = place_name(parts, chosen.scheme, as_seoul=chosen.drop_initial)
        yield Part(match.start(), match.end(), sound, latin, rules)
        before = match.end()
    yield from shifted(_text_parts(text[before:], chosen), before)


def _numbered_parts(
    text: str, numbered: Sequence[NumberedPlace], chosen: Options, divider: Analyzer | None
) -> Iterator[Part]:
    """Places that are told apart by numbers (평리1동), and the text around them."""
    before = 0
    for place in numbered:
        yield from shifted(_parts(text[before : place.start], chosen, divider, None), before)
        yield Part(place.start, place.end, text[place.start : place.end], place.latin, (place.rule,))
        before = place.end
    yield from shifted(_parts(text[before:], chosen, divider, None), before)


def _hinted_parts(text: str, chosen: Options, tense: Mapping[int, bool]) -> Iterator[Part]:
    """The parts of a text whose spaces are right, with what an analyser knows of its verbs."""
    for part in _text_parts(text, chosen):
        places = [place for place in range(part.start, part.end) if place in tense]
        if (
            not places
            or not part.pronunciation
            or chosen.scheme.sound == "letters"
            or len(part.pronunciation) != part.end - part.start
        ):
            yield part
            continue
        units, _ = lexicon().units(text[part.start : part.end], as_seoul=chosen.drop_initial)
        for place in places:
            unit = units[place - part.start]
            unit.tensed = tense[place]
            unit.rules = (
                (*unit.rules, "24") if tense[place] else tuple(rule for rule in unit.rules if rule not in ("24", "26"))
            )
        latin = "".join(map(str, sound_and_spell(units, chosen.scheme)))
        rules = tuple(dict.fromkeys([*(rule for unit in units for rule in unit.rules), "part of speech"]))
        yield part._replace(pronunciation=hangul_of(units), latin=latin, rules=rules)


def _divided_parts(text: str, chosen: Options, divided: _Divided) -> Iterator[Part]:
    """The parts of a text with its words divided: each joint is a part of its own that stands in no character.

    The text is romanized as if a cataloguer had divided it; then its places are brought back to the text as it was.
    """
    from juche_toolkit.romanization.division import with_joints

    division, cuts = divided
    spaced, origin = with_joints(text, cuts)
    forward = {place: number for number, place in enumerate(origin)}
    names = division.persons if chosen.kind in ("text", "title") else ()
    persons = {(forward[start], forward[end - 1] + 1) for start, end in names}
    parts = [_as_person(part, spaced, persons, chosen) for part in _text_parts(spaced, chosen)]
    if chosen.scheme.library:
        parts = _punctuated(_over_words(parts, spaced, chosen), spaced)
    for part in _joints_apart(parts, spaced, origin):
        start, end = origin[part.start], origin[part.end]
        rules = (cuts[start].rule,) if start == end and start in cuts else part.rules
        yield part._replace(start=start, end=end, rules=rules)


def _joints_apart(parts: list[Part], divided: str, origin: Sequence[int]) -> Iterator[Part]:
    """Parts with a joint behind signs or Latin as a part of its own (DNA|의), as joints behind Hangul are."""
    for part in parts:
        last = part.end - 1
        signs = not part.pronunciation and part.start < last and part.latin[-1:] == divided[last] == " "
        if signs and origin[last] == origin[part.end]:
            yield part._replace(end=last, latin=part.latin[:-1])
            yield Part(last, part.end, "", part.latin[-1], ())
        else:
            yield part


def _punctuated(parts: list[Part], text: str) -> list[Part]:
    """Brackets that quote as quotation marks, a capital after them, a centre dot between words as a comma (ALA-LC, punctuation)."""
    for number, part in enumerate(parts):
        if part.pronunciation or not _BRACKETS.search(part.latin):
            continue
        latin = "".join(_mark(text, place) for place in range(part.start, part.end))
        parts[number] = part._replace(latin=latin, rules=("punctuation",))
        if text[part.end - 1] in _OPENING and number + 1 < len(parts):
            after = parts[number + 1]
            parts[number + 1] = after._replace(latin=capitalized(after.latin)) if after.pronunciation else after
    return parts


def _mark(text: str, place: int) -> str:
    """The sign at a place, a bracket as a quotation mark with a space outside."""
    sign = text[place]
    if sign in _OPENING:
        return (" " if text[place - 1 : place].isalnum() else "") + '"'
    if sign in _CLOSING:
        return '"' + (" " if text[place + 1 : place + 2].isalnum() else "")
    between = sign == "·" and text[place - 1 : place].isalpha() and text[place + 1 : place + 2].isalpha()
    return ", " if between else sign


def _as_person(part: Part, text: str, persons: set[tuple[int, int]], chosen: Options) -> Part:
    """A word that division took for a person's name, written as one."""
    if (part.start, part.end) not in persons or not chosen.scheme.library:
        return part
    found = read_person(text[part.start : part.end])
    if found is None:
        return part
    return part._replace(latin=person(found.surname, found.given, found.hyphen, chosen), rules=("R9",))


def _division(text: str, chosen: Options, divider: Analyzer, particles: tuple[int, ...] = ()) -> _Divided:
    """The division of a text, and those of its joints that cut no number and no name."""
    from juche_toolkit.romanization.division import Cut, divide

    uncut = {place for start, end in _whole(text, chosen) for place in range(start + 1, end)}
    division = divide(text, divider, particles)
    cuts = {cut.place: cut for cut in division.joints if cut.place not in uncut}
    if chosen.kind == "place" and chosen.scheme.divided_units == "apart":
        cuts.update({place: Cut(place, " ", "R4") for place in _units_apart(text, chosen.scheme)})
    return division, cuts


def _units_apart(text: str, scheme: Scheme) -> Iterator[int]:
    """Where a jurisdiction below a province stands apart from its name in a divided text: P'an'gyo Kun."""
    for match in WORD.finditer(text):
        parts = cut_place(match.group(), scheme) if match.lastgroup == "word" else ()
        if len(parts) == 2 and parts[1] not in PROVINCE_UNITS:
            yield match.start() + len(parts[0])


def _whole(text: str, chosen: Options) -> Iterator[tuple[int, int]]:
    """The ranges that no joint may cut: numbers, names with a spelling of their own, coordinated names, places with their unit."""
    if chosen.scheme.library:
        for numeral in _numerals(text, chosen):
            yield numeral.start, numeral.end
        for site in sites(text):
            yield site.start, site.end
    library = chosen.scheme.library
    if chosen.kind != "place" and not any(map(_beginner(chosen), _SYLLABLES.findall(text))):
        return
    for match in _SYLLABLES.finditer(text):
        word = match.group()
        if chosen.kind == "place" and len(cut_place(word, chosen.scheme)) > 1:
            yield match.span()
        if chosen.customary or (library and may_be_coordinated(word)):
            for length in _known_lengths(word, chosen):
                yield match.start(), match.start() + length


@lru_cache(maxsize=64)
def _beginner(chosen: Options) -> Callable[[str], bool]:
    """Whether an eojeol begins as a name does that no joint may cut: quick to tell, and no for nearly all."""
    heads = frozenset(head for names in chosen.customary for head in names.lengths)
    library = chosen.scheme.library

    def begins(word: str) -> bool:
        return word[:2] in heads or word[0] in heads or (library and may_be_coordinated(word))

    return begins


@lru_cache(maxsize=1 << 15)
def _known_lengths(word: str, chosen: Options) -> tuple[int, ...]:
    """The syllables of the known names that a word begins with, and that no joint may cut."""
    found = [names.find(word, follows, alone=False) for names in chosen.customary]
    pair = coordinated(word, chosen.scheme) if chosen.scheme.library else None
    lengths = [*(one[0] for one in found if one is not None), *([pair[0]] if pair is not None else [])]
    return tuple(length for length in lengths if length > 1)


def _text_parts(text: str, chosen: Options, *, whole: bool = True) -> Iterator[Part]:
    """The parts of a text whose spaces are right; `whole` is False for a stretch of a longer text."""
    before = 0
    for numeral in _numerals(text, chosen) if chosen.scheme.library else ():
        yield from shifted(word_parts(text[before : numeral.start], chosen, whole=False), before)
        yield Part(numeral.start, numeral.end, text[numeral.start : numeral.end], numeral.latin, (numeral.rule,))
        before = numeral.end
    yield from shifted(word_parts(text[before:], chosen, whole=whole and not before), before)
