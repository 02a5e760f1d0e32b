"""One eojeol to Latin: a known name with what follows it, or a word by lexicon, sound rules and the scheme's letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from juche_toolkit.errors import NotSupportedError
from juche_toolkit.hangul.jamo import coda_jamo, enclosed, letters_of
from juche_toolkit.hangul.lexicon import lexicon
from juche_toolkit.hangul.old_spelling import modern_spelling
from juche_toolkit.hangul.runs import JAMO
from juche_toolkit.hangul.sounds import hangul_of, units_of
from juche_toolkit.romanization.exceptions import Known, proper_nouns
from juche_toolkit.romanization.joints import joints
from juche_toolkit.romanization.library import coordinated, loan_initial
from juche_toolkit.romanization.memory import remembering
from juche_toolkit.romanization.names import capitalized, given_name, read_person, surname, titles_of_address
from juche_toolkit.romanization.options import Options
from juche_toolkit.romanization.places import cut_place, is_unit, place_name, unit_alone
from juche_toolkit.romanization.scheme import Scheme
from juche_toolkit.romanization.transcribe import Letters, sound_and_spell

__all__ = [
    "WORD",
    "WORDS_REMEMBERED",
    "Part",
    "follows",
    "latin_of_words",
    "lone_letters",
    "named",
    "person",
    "plain",
    "proper",
    "shifted",
    "title_at",
    "word_latin",
    "word_parts",
]

WORDS_REMEMBERED = 1 << 16
WORD = re.compile(rf"(?s)(?P<word>[가-힣]++)|(?P<jamo>[{JAMO}]++)|(?P<other>[^가-힣{JAMO}]++)")
"""Text cut into eojeols of syllables, letters that stand alone, and what is no Hangul."""
_LINKS = frozenset("과 와 및 의 에 을 를 이 가 은 는 로 으로 에서 위한 대한 관한".split())
"""Words inside a body's name that take no capital (Ch'angjak kwa Pip'yŏngsa)."""
_SURE = {"word": 1.0, "suffix": 1.0, "tail": 1.0, "unknown": 0.5}


class Part(NamedTuple):
    """A part of one word: its range in the word, its sound in Hangul, its Latin and the rules that fired."""

    start: int
    end: int
    pronunciation: str
    latin: str
    rules: tuple[str, ...]
    confidence: float = 1.0


def shifted(parts: Iterable[Part], by: int) -> Iterator[Part]:
    """Parts of a stretch that begins at a place of the text."""
    for start, end, pronunciation, latin, rules, confidence in parts:  # _replace takes several times as long
        yield Part(start + by, end + by, pronunciation, latin, rules, confidence)


def word_parts(text: str, chosen: Options, *, whole: bool = True) -> Iterator[Part]:
    """The parts of a text whose spaces are right, eojeol by eojeol; what is no Hangul passes through.

    `whole` is False for a stretch of a longer text: a lone word of it is not all that is said.
    """
    said = len(text.strip()) if whole else -1
    for match in WORD.finditer(text):
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
            alone = len(match.group()) == said
            if start and chosen.kind == "corporate" and match.group() in _LINKS:
                yield _link(match.group(), start, chosen)
                continue
            yield from shifted(one_word(match.group(), chosen, alone), start)
        elif match.lastgroup == "jamo":
            yield Part(start, match.end(), match.group(), _jamo(match.group(), chosen), ("letter",))
        else:
            yield Part(start, match.end(), "", match.group(), ())


def _link(word: str, start: int, chosen: Options) -> Part:
    """A small word inside a body's name, without a capital."""
    latin, sound, rules = plain(word, chosen)
    return Part(start, start + len(word), sound, latin, rules)


def _jamo(signs: str, chosen: Options) -> str:
    """Letters that stand alone, by the scheme's table; what it hasn't (old Hangul) stays, and `doubts` names it."""
    return "".join(
        f"({_enclosed_latin(sign, chosen)})" if enclosed(sign) else _letter(sign, chosen.scheme) for sign in signs
    )


def lone_letters(signs: str, chosen: Options) -> str:
    """Letters that stand alone, with the apostrophes that were asked for."""
    return _jamo(signs, chosen).replace("'", chosen.apostrophe)


def _enclosed_latin(sign: str, chosen: Options) -> str:
    """The Latin of what a sign encloses: ㈜ as (주), ㉠ as (ㄱ)."""
    inner = enclosed(sign)
    return plain(inner, chosen)[0] if inner[0] >= "가" else _letter(inner, chosen.scheme)


@lru_cache(maxsize=1 << 12)
def _letter(jamo: str, table: Scheme) -> str:
    found = []
    for letter in letters_of(jamo):
        if letter in table.onset and letter != "ㅇ" and not (coda_jamo(jamo) and letter in table.coda):
            found.append(table.onset[letter][0])
        else:
            found.append(table.vowel.get(letter, table.coda.get(letter, letter)))
    return "".join(found)


@lru_cache(maxsize=64)
def latin_of_words(chosen: Options) -> Callable[[str], str]:
    """`word_latin` for one set of options and words of a longer text; words are remembered, as strings alone."""

    @remembering(WORDS_REMEMBERED)
    def latin(word: str) -> str:
        return word_latin(word, chosen, alone=False)

    return latin


def word_latin(word: str, chosen: Options, alone: bool) -> str:
    """The Latin alone of one eojeol of a text or a title, with the apostrophes that were asked for; what `one_word` gives, faster."""
    if chosen.scheme.old_spelling == "spoken":
        word = modern_spelling(word)
    parts = named(word, chosen, alone)
    if parts is None:
        latin = plain(word, chosen, steps=False, alone=alone)[0]
    else:
        latin = parts[0].latin if len(parts) == 1 else "".join(part.latin for part in parts)
    return latin if chosen.apostrophe == "'" else latin.replace("'", chosen.apostrophe)


@lru_cache(maxsize=WORDS_REMEMBERED)
def one_word(word: str, chosen: Options, alone: bool) -> tuple[Part, ...]:
    """One eojeol of syllables; `alone` says that it is the whole text."""
    if chosen.scheme.old_spelling == "spoken" and (modern := modern_spelling(word)) != word:
        return tuple(part._replace(rules=(*part.rules, "old spelling")) for part in one_word(modern, chosen, alone))
    parts = named(word, chosen, alone)
    if parts is not None:
        return parts
    if chosen.kind == "place" and chosen.scheme.sound != "letters":
        latin, sound, rules = place_name(cut_place(word, chosen.scheme), chosen.scheme, as_seoul=chosen.drop_initial)
    else:
        latin, sound, rules = plain(word, chosen, alone=alone)
    if chosen.kind in ("place", "corporate"):
        latin = capitalized(latin)
    return (Part(0, len(word), sound, latin, rules, _confidence(word)),)


def _confidence(word: str) -> float:
    """How sure the sound of a word is: the share of its syllables that stand in known words, unknown ones counting half.

    A syllable alone meets nothing that could change its sound.
    """
    if len(word) == 1:
        return 1.0
    sure = sum((piece.end - piece.start) * _SURE[piece.kind] for piece in lexicon().pieces(word))
    return round(sure / len(word), 2)


def named(word: str, chosen: Options, alone: bool) -> tuple[Part, ...] | None:
    """An eojeol that begins with a known name; None where it doesn't."""
    for names in chosen.customary:
        found = names.find(word, follows, alone=alone)
        if found is not None:
            return _with_name(word, found[0], found[1], found[1].latin or "", "exception", chosen)
    found = proper_nouns().find(word, follows, alone=alone or chosen.kind in ("place", "corporate"))
    if found is not None and (chosen.kind != "place" or found[1].kind != "person"):  # the city of Kimch'aek
        return _with_name(word, found[0], found[1], proper(found[1], chosen), "proper noun", chosen)
    if chosen.scheme.library:
        pair = coordinated(word, chosen.scheme)
        if pair is not None:
            return _with_name(
                word, pair[0], Known(pair[1], "pair", word[: pair[0]], False, "W10"), pair[1], "W10", chosen
            )
    return None


def plain(word: str, chosen: Options, *, steps: bool = True, alone: bool = False) -> tuple[str, str, tuple[str, ...]]:
    """A word by the rules: its Latin, its sound in Hangul, the rules that fired; the last two only if `steps` are wanted."""
    if chosen.scheme.sound == "letters":
        return transliterated(word, chosen), word, ("letter",)
    loan = loan_initial(word)
    written = chosen.scheme.sound == "written"
    as_seoul = chosen.drop_initial and loan is None
    if not steps:
        spelling, marks, _ = lexicon().marked(word, as_seoul=as_seoul, loans=written, alone=alone)
        quick = joints(chosen.scheme).spell(spelling, marks)
        if quick is not None:
            lateral = loan == "l" and chosen.scheme.library and quick.startswith("r")
            return "l" + quick[1:] if lateral else quick, "", ()
    units, _ = lexicon().units(word, as_seoul=as_seoul, loans=written, alone=alone)
    latin = "".join(map(str, sound_and_spell(units, chosen.scheme)))
    if loan == "l" and chosen.scheme.library and latin.startswith("r"):
        latin = "l" + latin[1:]
        units[0].note("R10")
    if not steps:
        return latin, "", ()
    rules = tuple(dict.fromkeys(rule for unit in units for rule in unit.rules))
    return latin, hangul_of(units) if chosen.scheme.sound == "spoken" else word, rules


def transliterated(word: str, chosen: Options) -> str:
    if chosen.transliterate is None:
        raise NotSupportedError(f"the scheme {chosen.scheme.id!r} is served by an adapter; call juche_toolkit.romanize")
    return chosen.transliterate(word)


def follows(last: str, rest: str, kind: str) -> bool:
    """Whether `rest` may follow a known name inside an eojeol: particles; after a person, a title and its particles."""
    if lexicon().is_tail(last, rest):
        return True
    return kind == "person" and title_at(rest) > 0


def title_at(rest: str) -> int:
    """The length of the title of address that `rest` begins with, if only particles follow it; else 0."""
    for length in range(min(len(rest), 5), 1, -1):
        if rest[:length] in titles_of_address():
            after = rest[length:]
            if not after or lexicon().is_tail(rest[length - 1], after):
                return length
    return 0


def proper(known: Known, chosen: Options) -> str:
    """A proper noun by the scheme's rules: a person divided and hyphenated, any other name in one word with a capital."""
    if known.kind == "person":
        family, _, given = known.words.partition(" ")
        found = read_person(f"{family} {given.replace('-', '')}")
        if found is not None:
            return person(found.surname, found.given, "-" in given, chosen)
    if chosen.kind == "corporate" and " " in known.words:
        return " ".join(_word_of_a_body(word, chosen) for word in known.words.split(" "))
    word = known.words.replace(" ", "").replace("-", "")
    if known.kind == "term":
        return plain(word, chosen)[0]
    if known.kind == "place" and chosen.scheme.sound != "letters" and (chosen.kind == "place" or chosen.scheme.library):
        return place_name(cut_place(word, chosen.scheme), chosen.scheme, as_seoul=chosen.drop_initial)[0]
    return capitalized(plain(word, chosen)[0])


def _word_of_a_body(word: str, chosen: Options) -> str:
    """A word of a body's name with its capital; a person's name is divided: Kim Il-sŏng Chonghap Taehak."""
    known = proper_nouns().names.get(word)
    return proper(known, chosen) if known and known.kind == "person" else capitalized(plain(word, chosen)[0])


def person(family: str, given: str, hyphen: bool, chosen: Options) -> str:
    if chosen.scheme.sound == "letters":
        return " ".join(capitalized(transliterated(part, chosen)) for part in (family, given) if part)
    latin = surname(family, chosen.scheme, "drop" if chosen.drop_initial else "keep")
    name = given_name(given, chosen.scheme, hyphen=hyphen) if given else ""
    if chosen.scheme.library and name.startswith("R") and loan_initial(given) == "l":
        name = "L" + name[1:]  # R9 exception 2: a Western given name by its source, Pak Lillian
    return f"{latin} {name}" if name else latin


def _with_name(word: str, length: int, known: Known, latin: str, rule: str, chosen: Options) -> tuple[Part, ...]:
    """A known name and what follows it in the eojeol: particles joined, a person's title apart."""
    name = Part(0, length, word[:length], latin, (rule,))
    rest = word[length:]
    if not rest:
        return (name,)
    if known.kind == "person" and title_at(rest) and not lexicon().is_tail(word[length - 1], rest):
        latin_rest, sound, _ = plain(rest, chosen)
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
