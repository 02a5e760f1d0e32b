"""Romanization itself: text in, Latin and the steps to it out.

A text is cut into runs. Hangul goes word by word through lexicon, sound rules and the scheme's letters; whatever is
neither Hangul nor hanja passes through untouched. Words are remembered, so that a long text costs little more than its
different words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from os import PathLike
from typing import Literal, NamedTuple, cast

import regex
from attrs import frozen

from juche_toolkit.errors import InputError, NotSupportedError, UnknownNameError
from juche_toolkit.hangul.hanja import reading
from juche_toolkit.hangul.jamo import coda_jamo, enclosed, letters_of
from juche_toolkit.hangul.lexicon import lexicon
from juche_toolkit.hangul.normal import Composed, compose
from juche_toolkit.hangul.runs import has_korean
from juche_toolkit.hangul.sounds import hangul_of, units_of
from juche_toolkit.morphology.protocol import Analyzer
from juche_toolkit.romanization.division import divide
from juche_toolkit.romanization.doubts import doubts
from juche_toolkit.romanization.exceptions import (
    Known,
    KnownNames,
    proper_nouns,
    read_exceptions,
    shipped_exceptions,
    user_exceptions,
)
from juche_toolkit.romanization.hints import hints
from juche_toolkit.romanization.joints import joints
from juche_toolkit.romanization.library import coordinated, loan_initial
from juche_toolkit.romanization.model import Doubt, Romanization, Segment
from juche_toolkit.romanization.names import capitalized, given_name, read_person, surname, titles_of_address
from juche_toolkit.romanization.numerals import numerals
from juche_toolkit.romanization.places import cut_place, is_unit, place_name, unit_alone
from juche_toolkit.romanization.scheme import Scheme, scheme
from juche_toolkit.romanization.transcribe import Letters, sound_and_spell

__all__ = ["KINDS", "Options", "explain", "heading", "latin_of", "options", "romanize"]

Kind = Literal["text", "title", "name", "place", "corporate"]
Exceptions = bool | str | PathLike[str] | Mapping[str, str]
KINDS: tuple[Kind, ...] = ("text", "title", "name", "place", "corporate")
_APOSTROPHES = {"ascii": "'", "typographic": "’", "modifier": "ʼ"}
_WORDS_REMEMBERED = 1 << 16
_LINES_REMEMBERED = 1 << 14
_LINE = 300
"""Characters up to which a whole text is remembered: a line, a title."""
_SYLLABLES = re.compile("[가-힣]+")
_ALONE = re.compile(r"\s*[가-힣]+\s*")
_FIRST_LETTER = re.compile(r"[^\W_]")
_NOT_PLAIN = regex.compile(r"[\p{Han}[\p{Hangul}--가-힣]]", regex.V1)
_EVENT_WORDS = frozenset("학생 의거 군사 혁명 운동 사건 사태 쿠데타 항쟁 봉기 민주 민주화 민중 선언".split())
"""What the date of an event can be followed by as part of its name."""
_HANGUL = regex.compile(r"\p{Hangul}")
_SURE = {"word": 1.0, "suffix": 1.0, "tail": 1.0, "unknown": 0.5}
_WORD = regex.compile(r"(?s)(?P<word>[가-힣]++)|(?P<jamo>[\p{Hangul}--가-힣]++)|(?P<other>[^\p{Hangul}]++)", regex.V1)
_YEAR = regex.compile(r"(?<=\d ?)年")
_GOLD = regex.compile(r"(?<![\p{Han}가-힣])金(?=[ \p{Han}가-힣])")
_HYPHENED = regex.compile("[가-힣]++(?:-[가-힣]++)++")
_NAME_PARTS = regex.compile(r"(?s)(?P<name>[가-힣]++(?: [가-힣]++)*+)|(?P<other>[^가-힣]++)")


@frozen(eq=False)
class Options:
    """What a call's options come to; compared by identity, so that words can be remembered for each."""

    scheme: Scheme
    kind: Kind
    drop_initial: bool
    customary: tuple[KnownNames, ...]
    apostrophe: str
    form: Literal["NFC", "NFD"]
    transliterate: Callable[[str], str] | None


class Part(NamedTuple):
    """A part of one word: its range in the word, its sound in Hangul, its Latin and the rules that fired."""

    start: int
    end: int
    pronunciation: str
    latin: str
    rules: tuple[str, ...]
    confidence: float = 1.0


def options(
    scheme_name: str = "38north",
    *,
    kind: str = "text",
    initial: str = "scheme",
    exceptions: Exceptions = True,
    orthography: str = "auto",
    apostrophe: str = "ascii",
    form: str = "NFC",
    transliterate: Callable[[str], str] | None = None,
) -> Options:
    """Check a call's options; equal ones give the same object.

    `transliterate` serves the schemes that go letter by letter; the doorway passes it down.
    Raises UnknownNameError for a name that doesn't exist, TableError for exceptions that can't be read.
    """
    _check("kind", kind, KINDS)
    _check("initial", initial, ("scheme", "keep", "drop"))
    _check("orthography", orthography, ("auto", "nk", "sk"))
    _check("apostrophe", apostrophe, tuple(_APOSTROPHES))
    _check("form", form, ("NFC", "NFD"))
    if exceptions is True or exceptions is False:
        own: tuple[tuple[str, str], ...] = ()
    else:
        names = exceptions if isinstance(exceptions, Mapping) else read_exceptions(exceptions)
        own = tuple(sorted(names.items()))
    chosen = (scheme_name, kind, initial, exceptions is not False, own, orthography, apostrophe, form, transliterate)
    return _options(*chosen)


@lru_cache(maxsize=256)
def _options(
    scheme_name: str,
    kind: str,
    initial: str,
    exceptions: bool,
    own: tuple[tuple[str, str], ...],
    orthography: str,
    apostrophe: str,
    form: str,
    transliterate: Callable[[str], str] | None,
) -> Options:
    chosen = scheme(scheme_name)
    customary: list[KnownNames] = [user_exceptions(dict(own))] if own else []
    if exceptions and chosen.names:
        customary.append(user_exceptions(chosen.names))
    if exceptions and chosen.exceptions:
        customary.append(shipped_exceptions())
    habit = chosen.place_initial if kind == "place" else chosen.initial
    drop = (habit if initial == "scheme" else initial) == "drop"
    return Options(
        scheme=chosen,
        kind=cast("Kind", kind),
        drop_initial=drop and orthography != "sk",
        customary=tuple(customary),
        apostrophe=_APOSTROPHES[apostrophe],
        form=cast('Literal["NFC", "NFD"]', form),
        transliterate=transliterate,
    )


def _check(option: str, value: object, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise UnknownNameError(f"{option}={value!r} is unknown; it can be {', '.join(allowed)}")


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
        return _line(text, chosen, divider)
    return _compute(text, chosen, divider)


@lru_cache(maxsize=_LINES_REMEMBERED)
def _line(text: str, chosen: Options, divider: Analyzer | None) -> str:
    return _compute(text, chosen, divider)


def _compute(text: str, chosen: Options, divider: Analyzer | None) -> str:
    """Word by word where every word stands for itself, else by the steps."""
    plain = chosen.kind in ("text", "title") and not (divider or chosen.scheme.library)
    if not plain or _NOT_PLAIN.search(text) or not unicodedata.is_normalized("NFC", text):
        return explain(text, chosen, divider).text
    alone = _ALONE.fullmatch(text) is not None
    latin = _SYLLABLES.sub(lambda match: _word_latin(match.group(), chosen, alone), text)
    if chosen.kind == "title":
        first = _FIRST_LETTER.search(text)
        if first is not None and "가" <= first.group() <= "힣" and not latin[first.start()].isdigit():
            latin = latin[: first.start()] + capitalized(latin[first.start() :])
    return unicodedata.normalize(chosen.form, latin)  # a mark behind a syllable may go with its last letter


@lru_cache(maxsize=_WORDS_REMEMBERED)
def _word_latin(word: str, chosen: Options, alone: bool) -> str:
    """The Latin of one eojeol, with the apostrophes that were asked for."""
    parts = _named(word, chosen, alone)
    if parts is None:
        latin = _plain(word, chosen, steps=False, alone=alone)[0]
    else:
        latin = parts[0].latin if len(parts) == 1 else "".join(part.latin for part in parts)
    return latin if chosen.apostrophe == "'" else latin.replace("'", chosen.apostrophe)


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
    spoken = _spoken(composed.text, chosen.kind)
    if chosen.kind == "name":
        parts = list(_name_parts(spoken, chosen))
    elif chosen.kind == "place" and _HYPHENED.search(spoken):
        parts = list(_hyphened_parts(spoken, chosen))
    elif hinter is not None and divider is None and chosen.kind in ("text", "title"):
        parts = list(_hinted_parts(spoken, chosen, hints(spoken, hinter.analyze(spoken))))
    else:
        parts = list(_divided_parts(spoken, chosen, divider) if divider else _text_parts(spoken, chosen))
        if chosen.scheme.library:
            parts = _events(_divided_names(parts, spoken, chosen), spoken)
    if chosen.kind == "title":
        parts = _title_case(parts)
    return _result(text, tuple(_segment(composed, part, chosen) for part in parts), chosen, tuple(doubts(composed)))


def _spoken(text: str, kind: Kind) -> str:
    """The text with its hanja read, one syllable for each character: 金 as a surname is 김, 年 behind digits 년."""
    text = _YEAR.sub("년", text)
    return reading(_GOLD.sub("김", text) if kind == "name" else text)


def _result(
    source: str, segments: tuple[Segment, ...], chosen: Options, warnings: tuple[Doubt, ...] = ()
) -> Romanization:
    latin = unicodedata.normalize(chosen.form, "".join(segment.latin for segment in segments))
    return Romanization(source, chosen.scheme.id, latin, segments, warnings, chosen.form)


def _segment(composed: Composed, part: Part, chosen: Options) -> Segment:
    """A part of the composed text as a stretch of the text as given, with the apostrophes that were asked for."""
    start, end = composed.span(part.start, part.end)
    generated = bool(part.pronunciation) or bool(part.rules)
    latin = part.latin.replace("'", chosen.apostrophe) if generated else part.latin
    return Segment(start, end, composed.source[start:end], part.pronunciation, latin, part.rules, part.confidence)


def _divided_names(parts: list[Part], text: str, chosen: Options) -> list[Part]:
    """Known names whose words stand apart (대한 민국, 박 정희): a capital for each word, or a person's name."""
    words = [number for number, part in enumerate(parts) if part.pronunciation]
    for first, number in enumerate(words):
        for last in range(min(len(words), first + 5) - 1, first, -1):
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
                family, _, given = _proper(known, chosen).partition(" ")
                parts[number] = parts[number]._replace(latin=family, rules=("proper noun",))
                parts[words[last]] = parts[words[last]]._replace(latin=given, rules=("proper noun",))
            else:
                for place in words[first : last + 1] if known.kind != "term" else ():
                    parts[place] = parts[place]._replace(latin=capitalized(parts[place].latin))
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
            if text[word.start : word.end] not in (_EVENT_WORDS if date else ("공화국",)):
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
        yield from _shifted(_text_parts(text[before : match.start()], chosen), before)
        parts = tuple(match.group().split("-"))
        latin, sound, rules = place_name(parts, chosen.scheme, as_seoul=chosen.drop_initial)
        yield Part(match.start(), match.end(), sound, latin, rules)
        before = match.end()
    yield from _shifted(_text_parts(text[before:], chosen), before)


def _shifted(parts: Iterator[Part], by: int) -> Iterator[Part]:
    for part in parts:
        yield part._replace(start=part.start + by, end=part.end + by)


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


def _divided_parts(text: str, chosen: Options, divider: Analyzer) -> Iterator[Part]:
    """The parts of a text with its words divided: each joint is a part of its own that stands in no character."""
    uncut = {place for start, end in _whole(text, chosen) for place in range(start + 1, end)}
    joints = {place: (joint, rule) for place, joint, rule in divide(text, divider).joints if place not in uncut}
    joints.update(dict.fromkeys(_between_words(text), (" ", "proper noun")))
    before = 0
    for place, (joint, rule) in (*sorted(joints.items()), (len(text), ("", ""))):
        yield from _shifted(_text_parts(text[before:place], chosen), before)
        if joint:
            yield Part(place, place, "", joint, (rule,))
        before = place


def _whole(text: str, chosen: Options) -> Iterator[tuple[int, int]]:
    """The ranges that no joint may cut: numbers with their counters, known names, coordinated names."""
    if chosen.scheme.library:
        for numeral in numerals(text, chosen.scheme):
            yield numeral.start, numeral.end
    for match in _WORD.finditer(text):
        if match.lastgroup == "word":
            if chosen.kind == "place" and len(cut_place(match.group(), chosen.scheme)) > 1:
                yield match.start(), match.end()
            for length in _known_lengths(match.group(), chosen):
                yield match.start(), match.start() + length


def _known_lengths(word: str, chosen: Options) -> Iterator[int]:
    """The syllables of the known names that a word begins with."""
    for names in (*chosen.customary, proper_nouns()):
        found = names.find(word, _follows, alone=False)
        if found is not None:
            yield found[0]
    pair = coordinated(word, chosen.scheme) if chosen.scheme.library else None
    if pair is not None:
        yield pair[0]


def _between_words(text: str) -> Iterator[int]:
    """Where the words of a known name of several words part (조선|중앙|통신), and where its particles begin."""
    for match in _WORD.finditer(text):
        found = proper_nouns().find(match.group(), _follows, alone=False) if match.lastgroup == "word" else None
        if found is None or found[1].kind == "person" or " " not in found[1].words:
            continue
        place = match.start()
        for word in found[1].words.split():
            if place > match.start():
                yield place
            place += len(word)
        if place < match.end():
            yield place


def _text_parts(text: str, chosen: Options) -> Iterator[Part]:
    """The parts of a text whose spaces are right."""
    if not chosen.scheme.library:
        yield from _word_parts(text, chosen)
        return
    before = 0
    for numeral in numerals(text, chosen.scheme):
        yield from _shifted(_word_parts(text[before : numeral.start], chosen), before)
        yield Part(numeral.start, numeral.end, text[numeral.start : numeral.end], numeral.latin, (numeral.rule,))
        before = numeral.end
    yield from _shifted(_word_parts(text[before:], chosen), before)


def _word_parts(text: str, chosen: Options) -> Iterator[Part]:
    for match in _WORD.finditer(text):
        start = match.start()
        if (
            match.lastgroup == "word"
            and chosen.kind == "place"
            and is_unit(match.group())
            and text[start - 1 : start].isdigit()
        ):
            latin = "-" + unit_alone(match.group(), chosen.scheme)
            yield Part(start, match.end(), match.group(), latin, ("W7",))
        elif match.lastgroup == "word":
            alone = len(match.group()) == len(text.strip())
            for part in _word(match.group(), chosen, alone):
                yield part._replace(start=part.start + start, end=part.end + start)
        elif match.lastgroup == "jamo":
            yield Part(start, match.end(), match.group(), _jamo(match.group(), chosen), ("letter",))
        else:
            yield Part(start, match.end(), "", match.group(), ())


def _jamo(signs: str, chosen: Options) -> str:
    """Letters that stand alone, by the scheme's table; what it hasn't (old Hangul) stays, and `doubts` names it."""
    return "".join(
        f"({_enclosed_latin(sign, chosen)})" if enclosed(sign) else _letter(sign, chosen.scheme) for sign in signs
    )


def _enclosed_latin(sign: str, chosen: Options) -> str:
    """The Latin of what a sign encloses: ㈜ as (주), ㉠ as (ㄱ)."""
    inner = enclosed(sign)
    return _plain(inner, chosen)[0] if inner[0] >= "가" else _letter(inner, chosen.scheme)


@lru_cache(maxsize=1 << 12)
def _letter(jamo: str, table: Scheme) -> str:
    found = []
    for letter in letters_of(jamo):
        if letter in table.onset and letter != "ㅇ" and not (coda_jamo(jamo) and letter in table.coda):
            found.append(table.onset[letter][0])
        else:
            found.append(table.vowel.get(letter, table.coda.get(letter, letter)))
    return "".join(found)


@lru_cache(maxsize=_WORDS_REMEMBERED)
def _word(word: str, chosen: Options, alone: bool) -> tuple[Part, ...]:
    """One eojeol of syllables; `alone` says that it is the whole text."""
    parts = _named(word, chosen, alone)
    if parts is not None:
        return parts
    if chosen.kind == "place" and chosen.scheme.sound != "letters":
        latin, sound, rules = place_name(cut_place(word, chosen.scheme), chosen.scheme, as_seoul=chosen.drop_initial)
    else:
        latin, sound, rules = _plain(word, chosen, alone=alone)
    if chosen.kind in ("place", "corporate"):
        latin = capitalized(latin)
    return (Part(0, len(word), sound, latin, rules, _confidence(word)),)


def _confidence(word: str) -> float:
    """How sure the sound of a word is: the share of its syllables that stand in known words, unknown ones counting half."""
    sure = sum((piece.end - piece.start) * _SURE[piece.kind] for piece in lexicon().pieces(word))
    return round(sure / len(word), 2)


def _named(word: str, chosen: Options, alone: bool) -> tuple[Part, ...] | None:
    """An eojeol that begins with a known name; None where it doesn't."""
    for names in chosen.customary:
        found = names.find(word, _follows, alone=alone)
        if found is not None:
            return _with_name(word, found[0], found[1], found[1].latin or "", "exception", chosen)
    found = proper_nouns().find(word, _follows, alone=alone or chosen.kind in ("place", "corporate"))
    if found is not None:
        return _with_name(word, found[0], found[1], _proper(found[1], chosen), "proper noun", chosen)
    if chosen.scheme.library:
        pair = coordinated(word, chosen.scheme)
        if pair is not None:
            return _with_name(
                word, pair[0], Known(pair[1], "pair", word[: pair[0]], False, "W10"), pair[1], "W10", chosen
            )
    return None


def _plain(word: str, chosen: Options, *, steps: bool = True, alone: bool = False) -> tuple[str, str, tuple[str, ...]]:
    """A word by the rules: its Latin, its sound in Hangul, the rules that fired; the last two only if `steps` are wanted."""
    if chosen.scheme.sound == "letters":
        return _transliterate(word, chosen), word, ("letter",)
    loan = loan_initial(word)
    written = chosen.scheme.sound == "written"
    as_seoul = chosen.drop_initial and loan is None
    if not steps and loan is None:
        spelling, marks, _ = lexicon().marked(word, as_seoul=as_seoul, loans=written, alone=alone)
        quick = joints(chosen.scheme).spell(spelling, marks)
        if quick is not None:
            return quick, "", ()
    units, _ = lexicon().units(word, as_seoul=as_seoul, loans=written, alone=alone)
    latin = "".join(map(str, sound_and_spell(units, chosen.scheme)))
    if loan == "l" and chosen.scheme.library and latin.startswith("r"):
        latin = "l" + latin[1:]
        units[0].note("R10")
    if not steps:
        return latin, "", ()
    rules = tuple(dict.fromkeys(rule for unit in units for rule in unit.rules))
    return latin, hangul_of(units) if chosen.scheme.sound == "spoken" else word, rules


def _transliterate(word: str, chosen: Options) -> str:
    if chosen.transliterate is None:
        raise NotSupportedError(f"the scheme {chosen.scheme.id!r} is served by an adapter; call juche_toolkit.romanize")
    return chosen.transliterate(word)


def _follows(last: str, rest: str, kind: str) -> bool:
    """Whether `rest` may follow a known name inside an eojeol: particles; after a person, a title and its particles."""
    if lexicon().is_tail(last, rest):
        return True
    return kind == "person" and _title_at(rest) > 0


def _title_at(rest: str) -> int:
    """The length of the title of address that `rest` begins with, if only particles follow it; else 0."""
    for length in range(min(len(rest), 5), 1, -1):
        if rest[:length] in titles_of_address():
            after = rest[length:]
            if not after or lexicon().is_tail(rest[length - 1], after):
                return length
    return 0


def _proper(known: Known, chosen: Options) -> str:
    """A proper noun by the scheme's rules: a person divided and hyphenated, any other name in one word with a capital."""
    if known.kind == "person":
        family, _, given = known.words.partition(" ")
        person = read_person(f"{family} {given.replace('-', '')}")
        if person is not None:
            return _person(person.surname, person.given, "-" in given, chosen)
    if chosen.kind == "corporate" and " " in known.words:
        return " ".join(capitalized(_plain(word, chosen)[0]) for word in known.words.split(" "))
    word = known.words.replace(" ", "").replace("-", "")
    if known.kind == "term":
        return _plain(word, chosen)[0]
    if known.kind == "place" and chosen.scheme.sound != "letters" and (chosen.kind == "place" or chosen.scheme.library):
        return place_name(cut_place(word, chosen.scheme), chosen.scheme, as_seoul=chosen.drop_initial)[0]
    return capitalized(_plain(word, chosen)[0])


def _person(family: str, given: str, hyphen: bool, chosen: Options) -> str:
    if chosen.scheme.sound == "letters":
        return " ".join(capitalized(_transliterate(part, chosen)) for part in (family, given) if part)
    latin = surname(family, chosen.scheme, "drop" if chosen.drop_initial else "keep")
    return f"{latin} {given_name(given, chosen.scheme, hyphen=hyphen)}" if given else latin


def _with_name(word: str, length: int, known: Known, latin: str, rule: str, chosen: Options) -> tuple[Part, ...]:
    """A known name and what follows it in the eojeol: particles joined, a person's title apart."""
    name = Part(0, length, word[:length], latin, (rule,))
    rest = word[length:]
    if not rest:
        return (name,)
    if known.kind == "person" and _title_at(rest) and not lexicon().is_tail(word[length - 1], rest):
        latin_rest, sound, _ = _plain(rest, chosen)
        return (name, Part(length, len(word), sound, " " + latin_rest, ("title of address",)))
    units = units_of(word)
    letters = sound_and_spell(units, chosen.scheme)
    if rule == "proper noun":  # by the rules throughout: 한국에서 Han'gugesŏ, 한국만 Han'gungman, 북한과 Pukhan'gwa
        alone = sound_and_spell(units_of(word[length - 1]), chosen.scheme)[0].coda
        if latin.endswith(alone):
            name = name._replace(latin=latin.removesuffix(alone) + letters[length - 1].coda)
    elif units[length].moved:  # a customary spelling stays whole: Kim Il Sungi
        letters[length] = Letters("", letters[length].vowel, letters[length].coda)
    units, letters = units[length:], letters[length:]
    return (name, Part(length, len(word), hangul_of(units), "".join(map(str, letters)), ("particle",)))


def _name_parts(text: str, chosen: Options) -> Iterator[Part]:
    """One or more personal names: each stretch of Hangul words is a name, with a title of address perhaps after it."""
    for match in _NAME_PARTS.finditer(text):
        if match.lastgroup != "name":
            yield from _shifted(_word_parts(match.group(), chosen), match.start())
            continue
        for part in _one_name(match.group(), chosen):
            yield part._replace(start=part.start + match.start(), end=part.end + match.start())


@lru_cache(maxsize=_WORDS_REMEMBERED)
def _one_name(name: str, chosen: Options) -> tuple[Part, ...]:
    body, title = _split_title(name)
    customary = _customary(body, chosen)
    person = None if customary else read_person(body)
    if customary:
        parts = [Part(0, len(body), body, customary, ("exception",))]
    elif person is None:
        parts = [Part(0, len(body), body, *_pen_name_or_foreign(body, chosen))]
    else:
        latin = _person(person.surname, person.given, person.hyphen, chosen)
        parts = [Part(0, len(body), body, latin, ("R9",))]
    if title:
        spaced = " " + _plain(title.strip(), chosen)[0]
        parts.append(Part(len(body), len(name), title, spaced, ("title of address",)))
    return tuple(parts)


def _pen_name_or_foreign(body: str, chosen: Options) -> tuple[str, tuple[str, ...]]:
    """A name that isn't surname and given name: a pen name before one (율곡 이 이), or a foreign one, word by word."""
    pen, _, rest = body.partition(" ")
    person = read_person(rest) if " " in rest else None
    if person is None:
        return " ".join(capitalized(_plain(word, chosen)[0]) for word in body.split(" ")), ("name",)
    before = given_name(pen, chosen.scheme, hyphen=False)
    return f"{before} {_person(person.surname, person.given, person.hyphen, chosen)}", ("R9",)


def _customary(name: str, chosen: Options) -> str:
    """The customary spelling of a whole name; "" where it has none."""
    for names in chosen.customary:
        found = names.find(name, _follows, alone=True)
        if found is not None and found[0] == len(name):
            return found[1].latin or ""
    return ""


def heading(name: str, chosen: Options) -> str:
    """A person's name as a catalogue enters it: surname, comma, given name (ALA-LC R9: Kim, Se-yŏng); a foreign name as it is said.

    Titles of address are left out.
    """
    body, _ = _split_title(_spoken(compose(name).text, "name").strip())
    person = read_person(body)
    if person is None or not person.given:
        return explain(body, chosen).text
    family = surname(person.surname, chosen.scheme, "drop" if chosen.drop_initial else "keep")
    latin = f"{family}, {given_name(person.given, chosen.scheme, hyphen=person.hyphen)}"
    return unicodedata.normalize(chosen.form, latin.replace("'", chosen.apostrophe))


def _split_title(name: str) -> tuple[str, str]:
    """A name and the title of address after it: 김일성동지 → 김일성, 동지; 홍길동 교수 → 홍길동, 교수."""
    for length in range(min(5, len(name) - 2), 1, -1):
        body, title = name[:-length], name[-length:]
        if title in titles_of_address() and len(body.rstrip(" ")) >= (2 if body.endswith(" ") else 3):
            return body.rstrip(" "), name[len(body.rstrip(" ")) :]
    return name, ""
