"""Word division after ALA-LC (2009): where a Korean text gets its spaces before it is romanized.

An analyser's morphemes are made ready – runs of nouns cut into elements, compound verbs into their parts – and then the rules of
division_rules.py are asked about every joint inside an eojeol. Spaces that are there stay. A text whose eojeols all are single words is
divided already and stays as it is, so that to divide twice changes nothing, whatever the analyser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from attrs import evolve, frozen

from juche_toolkit.hangul.lexicon import lexicon as sounds
from juche_toolkit.morphology import builtin
from juche_toolkit.morphology.lexicon import lexicon
from juche_toolkit.morphology.protocol import Analyzer, Morpheme
from juche_toolkit.romanization.division_rules import Place, Unit, rules_between
from juche_toolkit.romanization.elements import common, elements, listed, sino
from juche_toolkit.romanization.exceptions import proper_nouns
from juche_toolkit.romanization.first_cuts import first_cuts, particles_behind_signs, persons_by_context
from juche_toolkit.romanization.names import is_surname, read_person
from juche_toolkit.romanization.stems import stem_cut

__all__ = ["Cut", "Division", "Unit", "alone", "divide", "with_joints"]

_EOJEOL = re.compile("[가-힣0-9]++")
_HANGUL = re.compile("[가-힣]++")
_RUN = frozenset(("NNG", "NNP", "XR", "XPN", "XSN"))
_WORDS = frozenset(("mag", "ic", "mm", "np", "nr", "nnb", "cnt"))
"""Kinds of words that inflect not and stay whole wherever they stand alone."""
_AFTER_PERSON = frozenset("식전론파가상설")
"""W9(b), p. 35: one-syllable suffixes that stand apart from a person's name (박정희 식, 춘향 전)."""
_PLACE_ENDS = frozenset("리동군면읍시구도산강사릉궁성문역포")
"""Last syllables of names of places, which are built like persons' names (노근리)."""
_ENDINGS = frozenset("의가이은는을를에와과로도만나야여왕함해기럽인일")
"""Last syllables with which a listed noun may yet be two words (정치|가, 장수|왕); any other noun of the tables is one."""
_STACK = re.compile(
    "(?:에서|에게서|에게|에|으로|로|으로서|로서|으로써|로써|으로부터|로부터|부터|까지|과|와|께서|보다|처럼|만큼|마다|조차)(?:부터|까지|는|도|만|의|로|를|와|과)++"
    "|으로(?:서|써|부터)?|로(?:서|써|부터)|이?야말로|이나마?|이?라(?:는|도|고|면|면서|서|지만|든지|든가|야|니)"
    "|이(?:다|며|고|지만|니|니까|므로|자|요|면|면서|던|던가|구나|로다|리라|란|든|든지|[여어](?:야|서|도)?)"
    "|이?[였었](?:다|던|을|으며|고|는데|는가|으나|지만|다는|음)|일(?:지라도|수록|까|가|지)|인(?:가|지|데|즉)|입니(?:다|까)"
)
"""W6, W4(e): stacked particles, and forms of the copula, that stand apart already (전쟁 에서의, 사랑 이라는)."""
_SIGNED = re.compile("[^가-힣 ][가-힣]")
_STACKED = frozenset("에으로부까과와께보처만마조야이라일인입였었")
"""What a stack begins with."""
_LONGEST_RUN = 60
_COUNTING = "NR"
_NUMERALS = frozenset(
    "한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두 스무 서너 두세 한두 몇 몇몇 여러 수십 수백 수천 수만 석 넉 서 너 백 천 만".split()
)
"""W7: words behind which a counter stands, so that 권의 is 권|의 there, whatever it is alone (한 권의 책)."""


class Cut(NamedTuple):
    """A joint that division adds: its offset into the text, what is put there (" " or "-"), the rule."""

    place: int
    joint: str
    rule: str


@frozen
class Division:
    """A text with the joints that division adds, and the ranges that it took for names of persons."""

    text: str
    joints: tuple[Cut, ...]
    persons: tuple[tuple[int, int], ...] = ()
    readings: tuple[tuple[int, str, str, _Found], ...] = ()
    """How each eojeol was read: its offset and the arguments of `_units`; none for a text that was divided already."""

    @property
    def units(self) -> Iterator[Unit]:
        """What the rules were asked about, with offsets into the text; of a text that was divided already the persons."""
        if not self.readings:
            yield from (_person(self.text, *span) for span in self.persons)
        for offset, word, behind, found in self.readings:
            for unit in _units(word, found, behind=behind):
                yield unit._replace(start=unit.start + offset, end=unit.end + offset)


def divide(text: str, analyzer: Analyzer, particles: Sequence[int] = ()) -> Division:
    """Where the words of a text part; `text` is in NFC and its hanja are read, `particles` is where particles stood behind hanja."""
    named = dict(persons_by_context(text))
    first = {place: Cut(place, " ", rule) for place, rule in first_cuts(text)}
    first.update((place, Cut(place, " ", "W6")) for place in particles)
    for end in named.values():
        if "가" <= text[end : end + 1] <= "힣":
            first[end] = Cut(end, " ", "W1(e)")
    if not first:
        return _behind_signs(_divide(text, analyzer, named))
    spaced, origin = with_joints(text, first)
    found = _divide(spaced, analyzer, dict(persons_by_context(spaced)))
    cuts = first | {origin[cut.place]: cut._replace(place=origin[cut.place]) for cut in found.joints}
    persons = tuple((origin[start], origin[end - 1] + 1) for start, end in found.persons)
    readings = tuple((origin[offset], word, behind, one) for offset, word, behind, one in found.readings)
    return _behind_signs(Division(text, tuple(cuts[place] for place in sorted(cuts)), persons, readings))


def _behind_signs(found: Division) -> Division:
    """A division with the particles behind digits and signs that only its own cuts have laid bare (1된|가 …)."""
    if not found.joints or _SIGNED.search(found.text) is None:
        return found
    cuts = {cut.place: cut for cut in found.joints}
    spaced, origin = with_joints(found.text, cuts)
    more = {origin[place]: Cut(origin[place], " ", "W6") for place in particles_behind_signs(spaced)}
    if more.keys() <= cuts.keys():
        return found
    cuts = more | cuts
    return evolve(found, joints=tuple(cuts[place] for place in sorted(cuts)))


def with_joints(text: str, cuts: Mapping[int, Cut]) -> tuple[str, list[int]]:
    """A text with its joints put in, and for every place of it the place in the text as it was."""
    pieces: list[str] = []
    origin: list[int] = []
    for place, character in enumerate(text):
        if place in cuts:
            pieces.append(cuts[place].joint)
            origin.append(place)
        pieces.append(character)
        origin.append(place)
    return "".join(pieces), [*origin, len(text)]


def _divide(text: str, analyzer: Analyzer, named: Mapping[int, int]) -> Division:
    """A text whose first cuts are made already; `named` are the persons in it, from start to end."""
    readings = _readings_of(text, analyzer, named)
    cuts: list[Cut] = []
    persons: list[tuple[int, int]] = []
    parting: list[tuple[bool, int, str]] = []
    counted, before = False, False
    for start, word, behind, found in readings:
        verb, spans, *inside = _eojeol(word, behind, *found)
        if not inside and not verb and (not named or named.get(start) != start + len(word)):
            inside = [*_alone(word)]
        if inside:
            cuts += [Cut(start + place, joint, rule) for place, joint, rule in inside]
        if (inside or verb) and start not in named:
            parting.append((before, len(word), word))
            counted = counted or (behind == _COUNTING and found[0][1] == "NNB" and (word == "명의" or not common(word)))
        if spans:
            persons += [(start + first, start + last) for first, last in spans]
        before = bool(found) and found[-1][1] in _SETTING
    # the first is nearly always a proof: one that is read as it would be alone costs nothing more, else a short one is read soonest
    if not counted and all(settled(word) for _, _, word in sorted(parting)):
        return Division(text, (), tuple(sorted({*_persons_as_written(text), *named.items()})))
    return Division(text, tuple(cuts), tuple(persons), tuple(readings))


_SETTING = frozenset(("ETM", "MM", "EC"))
"""Tags behind which an eojeol may be read otherwise than alone."""
_Found = builtin.Parts
"""The morphemes of an eojeol: form, tag, start and end in it."""
_Reading = tuple[int, str, str, _Found]
"""An eojeol: its offset, the word, what ends the one before where it decides (JKB, EC, a numeral), and its morphemes."""


def _readings_of(text: str, analyzer: Analyzer, named: Mapping[int, int]) -> list[_Reading]:
    """Every eojeol as an analyser reads it; what the built-in one remembers is taken as it is."""
    if not named and type(analyzer) is builtin.BuiltinAnalyzer:
        return _readings_of_runs(text, analyzer.runs(text))
    return _readings(text, _with_persons(text, analyzer.analyze(text), named))


def _readings_of_runs(text: str, runs: Sequence[builtin.Run]) -> list[_Reading]:
    """`_readings`, from an analysis in runs: nearly every eojeol is one run."""
    found: list[_Reading] = []
    number, count, behind, last = 0, len(runs), "", ""
    for match in _EOJEOL.finditer(text):
        start, end = match.span()
        while number < count and runs[number][0] < start:
            behind = ""
            number += 1
        first = number
        while number < count and runs[number][0] < end:
            number += 1
        if number == first + 1:
            base, reading = runs[first]
            if base != start:
                reading = _moved(runs[first:number], start)
        else:
            reading = _moved(runs[first:number], start)
        found.append((start, match.group(), behind, reading))
        behind = _ending(reading[-1], last) if reading else ""
        last = reading[-1][1] if reading else ""
    return found


def _moved(runs: Sequence[builtin.Run], start: int) -> _Found:
    """The morphemes of several runs with places in the eojeol that begins at `start`."""
    return tuple([(form, tag, base + a - start, base + b - start) for base, parts in runs for form, tag, a, b in parts])


def _readings(text: str, morphemes: Sequence[Morpheme]) -> list[_Reading]:
    """Every eojeol with the morphemes that begin in it."""
    found: list[_Reading] = []
    number, count, behind, last = 0, len(morphemes), "", ""
    for match in _EOJEOL.finditer(text):
        start, end = match.span()
        while number < count and morphemes[number].start < start:
            behind = ""
            number += 1
        first = number
        while number < count and morphemes[number].start < end:
            number += 1
        inside = morphemes[first:number]
        # a list makes the tuple twice as fast as a generator would
        reading = tuple([(one.form, one.tag, one.start - start, one.end - start) for one in inside])
        found.append((start, match.group(), behind, reading))
        behind = _ending(reading[-1], last) if reading else ""
        last = reading[-1][1] if reading else ""
    return found


def _ending(last: tuple[str, str, int, int], before: str) -> str:
    """What an eojeol's last morpheme tells of the next eojeol: that it is a verb, or counts; "" for nothing.

    `before` is the tag at the end of the eojeol before it: 한 behind a noun is rather a verb (이용 한).
    """
    form, tag, _, _ = last
    if tag in ("JKB", "EC"):
        return tag
    counts = tag in ("MM", "NR") and form in _NUMERALS and not (form == "한" and before[:1] in ("N", "X"))
    return _COUNTING if counts else ""


_Inside = tuple[tuple[int, str, str], ...]
"""The cuts of an eojeol: place in it, joint, rule. So many are remembered that they are plain tuples: the collector of garbage leaves
those of strings and numbers alone."""


@lru_cache(maxsize=1 << 16)
def _eojeol(
    word: str, behind: str, *found: tuple[str, str, int, int]
) -> tuple[bool, tuple[tuple[int, int], ...], *_Inside]:
    """Whether an eojeol is one verb behind a connective form, the persons in it, and then its cuts, as an analyser read it.

    `behind` is the tag at the end of the eojeol before it. What is remembered has as few tuples in each other as can be: the collector
    of garbage leaves one alone that it has seen once, and one in it only the next time.
    """
    units = _units(word, found, behind=behind)
    verb = behind == "EC" and _is_verb(units)
    parts = listed().get(word, ())
    whole = len(parts) == 1 or (word[0] in _STACKED and _STACK.fullmatch(word) is not None)
    cuts = {} if whole else {cut[0]: cut for cut in _of_parts(parts)} if parts and not verb else _cuts(word, units)
    persons = tuple([(unit.start, unit.end) for unit in units if unit.tag == "PERSON"])
    if not cuts:
        return verb, persons
    # a guessed person must be a word alone too
    sure = {(start, end) for _, tag, start, end in found if tag == "PERSON"} if persons else ()
    verbs = {*_verbs_behind_verbs(units)}
    for start, end in pairwise((0, *sorted(cuts), len(word))):
        if end - start > 1 and (start, end) not in sure and start not in verbs:
            for place, joint, rule in _alone(word[start:end]):
                cuts[start + place] = (start + place, joint, rule)
    return (verb, persons, *[cuts[place] for place in sorted(cuts)])


def _verbs_behind_verbs(units: Sequence[Unit]) -> Iterator[int]:
    """Where verbs behind verbs, and the copula, begin: what they would be alone doesn't matter (넘쳐|나는 is no 나|는)."""
    for one, two in pairwise(units):
        if two.tag == "VCP" or (one.tag == "EC" and two.tag in ("VV", "VX")):
            yield two.start


def _is_verb(units: Sequence[Unit]) -> bool:
    """Whether an eojeol is one verb with its endings."""
    return bool(units) and units[0].tag in ("VV", "VX") and all(unit.tag[0] == "E" for unit in units[1:])


def _with_persons(text: str, morphemes: Sequence[Morpheme], named: Mapping[int, int]) -> Sequence[Morpheme]:
    """Morphemes with those inside a person's name put together as one proper noun."""
    if not named:
        return morphemes
    inside = {place: first for first, last in named.items() for place in range(first, last)}
    found: list[Morpheme] = []
    for one in morphemes:
        start = inside.get(one.start)
        if start is None:
            found.append(one)
        elif not found or found[-1].start != start or found[-1].tag != "PERSON":
            name = text[start : named[start]]
            found.append(Morpheme(name, "PERSON", start, named[start], name))
    return found


@lru_cache(maxsize=1 << 16)
def settled(word: str) -> bool:
    """Whether an eojeol is one word as it stands: nothing in it would be written apart if nothing stood beside it."""
    return not _alone(word)


def alone(word: str) -> tuple[Cut, ...]:
    """The cuts of an eojeol by the built-in analyser, until all its words are settled; none for what is listed as one word."""
    return tuple(Cut(*cut) for cut in _alone(word))


@lru_cache(maxsize=1 << 16)
def _alone(word: str) -> _Inside:
    if len(word) == 1 or word.isdigit():
        return ()
    parts = listed().get(word)
    if parts is not None:
        return _of_parts(parts)
    whole = word[-1] not in _ENDINGS and common(word) and (len(word) < 4 or not sino(word))  # 알고리듬 is no 알고 리듬
    if whole or word in sounds().tails or _one_word(word):
        return ()
    return _eojeol(word, "", *builtin.load().word(word))[2:]


def _of_parts(parts: Sequence[str]) -> _Inside:
    """The cuts of an eojeol that is listed with its parts."""
    return tuple((place, " ", "W1(c)") for place in accumulate(map(len, parts[:-1])))


def _one_word(word: str) -> bool:
    """Whether the tables have a form as one word."""
    if adverb_cut(word):
        return False
    name = proper_nouns().names.get(word)
    if name is not None and not name.whole and name.kind == "person":
        return True
    kinds = set(lexicon().kinds(word))
    return bool(kinds & _WORDS)


def _cuts(text: str, morphemes: Sequence[Unit]) -> dict[int, tuple[int, str, str]]:
    """What the rules say about every joint inside an eojeol: place → cut."""
    found: dict[int, tuple[int, str, str]] = {}
    copula = False
    for number, (one, two) in enumerate(pairwise(morphemes)):
        place = two.start
        if one.end != place or not 0 < place < len(text):
            copula = False
            continue
        copula = one.tag == "VCP" or (copula and one.tag.startswith("E"))
        if copula and two.tag.startswith("J"):  # 이라는, 인가는: what follows the copula's ending stays with it
            continue
        at = Place(text, morphemes, number, one, two)
        for rule in rules_between(one.tag, two.tag):
            joint = rule(at)
            if joint is not None:
                if joint:
                    found[place] = (place, joint, _rule_name(rule.__name__))
                break
    return found


@cache
def _rule_name(function: str) -> str:
    """w4e_copula as W4(e), w6_particles as W6."""
    name = function.partition("_")[0].upper()
    return f"{name[:2]}({name[2:].lower()})" if len(name) > 2 else name


def _units(word: str, found: _Found, *, behind: str = "") -> list[Unit]:
    """An eojeol's morphemes made ready for the rules: runs of nouns in their elements, compound stems in their parts, persons marked."""
    units: list[Unit] = []
    run: list[tuple[str, int, int]] = []
    names, letters = proper_nouns().names, word.isalpha()
    for form, tag, start, end in _in_context(found, behind):
        person = (tag in ("NNP", "PERSON") or word[start:end] in names) and _is_person(word, tag, start, end)
        fits = tag in _RUN and not person and end > start and (letters or word[start:end].isalpha())
        if run and not (fits and run[-1][2] == start and end - run[0][1] <= _LONGEST_RUN):
            units += _elements(word, run)
            run = []
        if person:
            units.append(_person(word, start, end))
        elif fits and (run or tag != "XSN"):
            run.append((tag, start, end))
        elif tag in ("VV", "VA"):
            units += _stem(Unit(form, tag, start, end))
        else:
            units.append(Unit(form, tag, start, end))
    if run:
        units += _elements(word, run)
    return units


def adverb_cut(form: str) -> int:
    """W5(b), p. 28, W4(d), p. 26: where an adverb parts – a repeated one in its halves (반짝 반짝), -없이 from its noun; 0 for nowhere."""
    if form.endswith("없이") and len(form) > 2:
        return len(form) - 2
    half = len(form) // 2
    return half if half > 1 and form == form[:half] * 2 else 0


def _without_impossible(morphemes: Sequence[Unit]) -> Iterator[Unit]:
    """Morphemes without stacks that no one says: 평가제|도|의 is 평가제도|의, as before any other particle."""
    held: Unit | None = None
    for number, one in enumerate(morphemes):
        after = morphemes[number + 1] if number + 1 < len(morphemes) else None
        if held is not None and (held.form, held.tag, one.form, one.tag) == ("나", "NP", "가", "JKS"):
            held = Unit("나가", "VV", held.start, one.end)  # I with 가 is 내가
            continue
        if held is not None and held.tag == "JC" and (one.form, one.tag) == ("나", "JX"):
            one = one._replace(tag="NP")  # 너와 나: behind 와 stand no particles but 는, 도, 의
        if (
            held is not None
            and held.tag[0] == "N"
            and one.form == "도"
            and after is not None
            and after.tag[0] == "J"
            and after.start == one.end
        ):
            held = Unit(held.form + one.form, "NNG", held.start, one.end)
            continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held


_VERB_AFTER = {"본": ("보", "ㄴ"), "난": ("나", "ㄴ"), "쓴": ("쓰", "ㄴ"), "온": ("오", "ㄴ")}
"""Forms that are a verb behind an adverbial particle, whatever they are elsewhere (눈으로 본)."""


_TELLING = frozenset((*_VERB_AFTER, "도", "왜", "나", "인가", "인지"))
"""Forms at which `_in_context` looks twice."""
_MAYBE_ADVERBS = frozenset(("MAG", "NNG", "NP"))


def _in_context(morphemes: _Found, behind: str) -> _Found:
    """Morphemes with what the words before them decide: 본 behind -로, -에서 is a verb; 왜 before a noun an adverb."""
    for form, tag, _, _ in morphemes:
        if form in _TELLING or (len(form) > 2 and tag in _MAYBE_ADVERBS and adverb_cut(form)):
            units = [Unit(*one) for one in morphemes]
            return tuple([one[:4] for one in _told(_without_impossible(units), behind)])
    return morphemes


def _told(morphemes: Iterable[Unit], behind: str) -> Iterator[Unit]:
    """The same for morphemes of which one needs it."""
    before: Unit | None = None
    for number, one in enumerate(morphemes):
        verb = _VERB_AFTER.get(one.form) if one.tag in ("XPN", "MM", "NNG", "NNB") else None
        if verb and behind == "JKB" and number == 0:
            yield Unit(verb[0], "VV", one.start, one.end)
            yield Unit(verb[1], "ETM", one.start, one.end)
        elif one.form in ("인가", "인지") and one.tag == "NNG" and before is not None and before.tag == "NP":
            yield Unit("이", "VCP", one.start, one.end)
            yield Unit("ㄴ" + one.form[1], "EC", one.start, one.end)
        elif one.form == "왜" and one.tag == "NNP":
            yield Unit(one.form, "MAG", one.start, one.end)
        elif one.tag in _MAYBE_ADVERBS and one.end - one.start == len(one.form) and (cut := adverb_cut(one.form)):
            yield Unit(one.form[:cut], one.tag, one.start, one.start + cut)
            yield Unit(one.form[cut:], "MAG", one.start + cut, one.end)
        else:
            yield one
        before = one


def _elements(text: str, run: Sequence[tuple[str, int, int]]) -> list[Unit]:
    """The words of a run of nouns."""
    start, end = run[0][1], run[-1][2]
    hints = tuple([(first - start, last - start) for tag, first, last in run if tag != "XPN" and tag != "XSN"])
    return [
        Unit(text[start + first : start + last], tag, start + first, start + last, "" if sure else rule)
        for first, last, tag, rule, sure in elements(text[start:end], hints)
    ]


def _stem(one: Unit) -> Iterator[Unit]:
    """The stem of a verb or adjective in the parts that stand apart."""
    cut = stem_cut(one.form) if one.end - one.start >= len(one.form) else None
    if cut is None:
        yield one
        return
    middle = one.start + cut.place
    yield Unit(one.form[: cut.place], cut.before, one.start, middle)
    tag = "VV" if cut.rule != "W4(d)" else "XSV"
    yield Unit(one.form[cut.place :], tag, middle, one.end, cut.rule if cut.rule == "W4(c)" else "")


def _person(text: str, start: int, end: int) -> Unit:
    """A person's name, in doubt where no table has it."""
    name = text[start:end]
    return Unit(name, "PERSON", start, end, "" if name in proper_nouns().names else "W1(e)")


def _is_person(text: str, tag: str, start: int, end: int) -> bool:
    """W1(e): whether a morpheme is a person's full name: a listed one, or a proper noun that is built like one."""
    form = text[start:end]
    if tag == "PERSON":
        return True
    known = proper_nouns().names.get(form)
    if known is not None:
        return known.kind == "person" and not known.whole
    if tag != "NNP" or len(form) != 3 or form[2] in _PLACE_ENDS or not is_surname(form[0]) or common(form):
        return False
    person = read_person(form)
    return person is not None and person.hyphen


def _persons_as_written(text: str) -> Iterator[tuple[int, int]]:
    """The eojeols of a divided text that are a person's name."""
    for match in _HANGUL.finditer(text):
        if len(match.group()) == 3 and _person_alone(match.group()):
            yield match.span()


@lru_cache(maxsize=1 << 14)
def _person_alone(word: str) -> bool:
    found = builtin.load().word(word)
    return len(found) == 1 and _is_person(word, *found[0][1:])
