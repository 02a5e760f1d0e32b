"""What the sound rules can't know: which words an eojeol is made of, and where a word's sound is its own.

An eojeol is cut into known words, suffixes and particles by the cheapest path; each known word brings its marks – the places
where an onset is tensed, or becomes ㄴ, though no rule says so. So a word keeps its sound with any particle after it and
inside a compound (인권, 인권에서, 인권문제), and no word is found where two others meet (남성과 is not 성과).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from attrs import field, frozen

from juche_toolkit.errors import TableError
from juche_toolkit.hangul.sounds import Unit, units_of
from juche_toolkit.hangul.syllable import split
from juche_toolkit.hangul.wordlist import Words
from juche_toolkit.tables import packaged_text, read_keyed, read_rows

__all__ = ["Lexicon", "Mark", "Piece", "lexicon"]

_TENSE_TO_PLAIN = {"ㄲ": "ㄱ", "ㄸ": "ㄷ", "ㅃ": "ㅂ", "ㅆ": "ㅅ", "ㅉ": "ㅈ"}
_LAX = frozenset("ㄱㄷㅂㅅㅈ")
_UNLAWED = re.compile("[나-닣라-맇]")
"""Syllables in ㄴ and ㄹ: without one a word is spelt alike in Pyongyang and Seoul."""
_LONGEST = 8
"""Syllables of the longest word that is looked up."""

# Costs of the pieces of a path: a sound listed by hand is surest, then a particle at the end, then a word of the big list. A word
# that is longer by a syllable is a little cheaper, so that 인민군대 is one word and not two where the list has it.
_COST_LISTED, _COST_WORD, _COST_TAIL, _COST_SUFFIX, _COST_UNKNOWN, _PER_SYLLABLE = 95, 125, 50, 60, 125, 5
_FAR = 1 << 60
_COST_INNER = 2
"""Added to an unknown syllable that isn't the last: of equal paths, the one with its rest at the end (책임|관리|제) is likelier."""


class Mark(NamedTuple):
    """A change that a word brings along: at syllable `place`, the onset tensed (`onset` is None) or another, or the coda."""

    place: int
    onset: str | None
    coda: str | None
    tensed: bool
    article: str


@frozen
class Entry:
    """A word of the lexicon: its marks, its part of speech (n, v, a, name, word for the big list) and the reason."""

    marks: tuple[Mark, ...]
    pos: str
    reason: str


_Step = tuple[int, int, str, "Entry | None"]
"""A piece on its way: half of them are thrown away, and plain tuples cost least."""
_NOWHERE: _Step = (0, 0, "", None)


class Piece(NamedTuple):
    """A part of an eojeol: `kind` is word, suffix, tail (particle or predicate form) or unknown."""

    start: int
    end: int
    kind: str
    entry: Entry | None


@frozen
class Suffix:
    """What a row of suffixes.tsv does to the suffix's onset, and after what; the table's header tells the vocabulary."""

    effects: frozenset[str]
    any_length: bool
    codas: frozenset[str]
    """The codas after which alone the effect comes ("" for a vowel); all, if there are none."""
    reason: str

    def fits(self, length: int, coda: str) -> bool:
        """Whether the rule holds after a word of so many syllables with this last coda."""
        return (self.any_length or length > 1) and (not self.codas or coda in self.codas)

    def onset(self, onset: str, coda: str, *, as_seoul: bool) -> str:
        """The suffix's onset after a coda; tensing apart."""
        if onset == "ㄹ" and not coda and as_seoul and "drop-l" in self.effects:
            return "ㅇ"
        if onset == "ㄹ" and coda == "ㄴ" and "nn" in self.effects:
            return "ㄴ"
        return "ㄴ" if onset == "ㅇ" and coda and "insert-n" in self.effects else onset


_EFFECTS = frozenset({"tense", "nn", "insert-n", "drop-l", "none"})


def _suffix(row: Mapping[str, str], name: str, number: int) -> Suffix:
    effects = frozenset(row["effect"].split())
    after, *codas = row["condition"].split()
    if not effects <= _EFFECTS or after not in ("after-word", "after-any"):
        raise TableError(f"{name}, line {number}: unknown effect or condition in {row['suffix']!r}")
    after_codas = frozenset("" if coda == "vowel" else coda for coda in codas)
    return Suffix(effects, after == "after-any", after_codas, row["reason"])


_PLAIN_WORD = Entry((), "word", "")
_DERIVING = frozenset("성적화자론학제표식율률권급물품집장사원부형법비선도기")
"""Syllables that a word of two takes to make one of three."""


class Listed(Mapping[str, Entry]):
    """Words with their sounds; a row becomes an entry when its word is asked for."""

    def __init__(self, rows: dict[str, str]) -> None:
        """`rows` are the other cells of a word's row, with tabs between: sound and reason, or sound, part of speech, reason, source."""
        self.rows = rows
        self._entries: dict[str, Entry] = {}

    def __getitem__(self, word: str) -> Entry:
        found = self.get(word)
        if found is None:
            raise KeyError(word)
        return found

    def get(self, word: str, default: Entry | None = None) -> Entry | None:  # type: ignore[override]
        """The entry of a word, None for what is not listed."""
        row = self.rows.get(word)
        if row is None:
            return default
        found = self._entries.get(word)
        if found is None:
            found = self._entries[word] = _entry(word, row.split("\t"))
        return found

    def __contains__(self, word: object) -> bool:
        return word in self.rows

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


class Pairs(Mapping[str, tuple[str, bool]]):
    """North Korean spelling → Seoul spelling, and whether the former is a Seoul word too; a row is taken apart when it is asked for."""

    def __init__(self, rows: dict[str, str]) -> None:
        """`rows` are the other cells of a word's row, with tabs between: the Seoul spelling is first, 1 or 0 is last."""
        self.rows = rows

    def __getitem__(self, word: str) -> tuple[str, bool]:
        row = self.rows[word]
        return row.partition("\t")[0], row.endswith("\t1")

    def __contains__(self, word: object) -> bool:
        return word in self.rows

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


@frozen(eq=False)
class Lexicon:
    """The tables, ready for look-up."""

    listed: Listed
    words: Words
    seoul: Pairs
    """North Korean spelling → Seoul spelling, and whether the former is a Seoul word too."""
    tails: Mapping[str, str]
    suffixes: Mapping[str, Suffix]
    predicate_heads: frozenset[str]
    loans: Mapping[str, Entry]
    """Loanwords that are spoken tense."""
    headwords: Mapping[str, Entry]
    """Dictionary forms that sound otherwise than the inflected form that is spelt like them."""
    leaning: frozenset[str]
    """Syllables that a particle, a light verb's form or a suffix begins with."""
    _met: dict[str, tuple[int, Entry]] = field(factory=dict, init=False)
    """The words that were asked for, with what they cost: at most all words of the tables."""

    def pieces(self, word: str) -> tuple[Piece, ...]:
        """Cut an eojeol of Hangul syllables into pieces by the cheapest path; together they are the eojeol."""
        return tuple(Piece(*step) for step in self._cut(word))

    def _cut(self, word: str) -> Sequence[_Step]:
        """The pieces of an eojeol, as plain tuples: the quick ways first, where they are sure."""
        length = len(word)
        if 1 < length <= _LONGEST:
            group = self.words.beginning(word[0])
            if (
                word in self._met or word in group or word in self.listed.rows
            ):  # one word costs less than any two pieces
                return ((0, length, "word", self._known(word)[1]),)
            lean = self._word_that_is_leant_on(word, group)
            if lean is not None:
                return lean
        return self._cheapest(word)

    def _word_that_is_leant_on(self, word: str, group: Mapping[str, None]) -> Sequence[_Step] | None:
        """A known word with a particle or a suffix, if that is sure to be the cheapest path: most eojeols are that, and it is found fast.

        Any other path has two words at least, or a word and an unknown syllable.
        """
        length = len(word)
        least, found = 2 * _COST_LISTED - _PER_SYLLABLE * length, None
        rows, met, tails = self.listed.rows, self._met, self.tails
        for start in range(2, length):
            if word[start] not in self.leaning:
                continue
            stem, rest = word[:start], word[start:]
            known = met.get(stem)
            if known is None:
                if stem not in group and stem not in rows:
                    continue
                known = self._known(stem)
            if known[0] + _COST_TAIL < least and rest in tails and self._fits(stem[-1], rest):
                least, found = known[0] + _COST_TAIL, (start, "tail", known[1])
            if known[0] + _COST_SUFFIX < least and rest in self.suffixes:
                least, found = known[0] + _COST_SUFFIX, (start, "suffix", known[1])
        if found is None:
            return None
        start, kind, entry = found
        return (0, start, "word", entry), (start, length, kind, None)

    def _cheapest(self, word: str) -> Sequence[_Step]:
        """The pieces of an eojeol by the cheapest path over all of them."""
        length = len(word)
        rows, met, group_of = self.listed.rows, self._met, self.words.beginning
        best = [0] + [_FAR] * length
        back: list[_Step] = [_NOWHERE] * (length + 1)
        leaning = self.leaning
        after = 0
        for start, syllable in enumerate(word):
            here = best[start]
            after += 1
            total = here + (_COST_UNKNOWN + _COST_INNER if after < length else _COST_UNKNOWN)
            if total < best[after]:
                best[after], back[after] = total, (start, after, "unknown", None)
            if after < length:
                group = group_of(syllable)
                for end in range(after + 1, min(length, start + _LONGEST) + 1):
                    part = word[start:end]
                    known = met.get(part)
                    if known is None:
                        if part not in group and part not in rows:
                            continue
                        known = self._known(part)
                    total = here + known[0]
                    if total < best[end]:
                        best[end], back[end] = total, (start, end, "word", known[1])
            if start and syllable in leaning:
                self._reach_leaning(word, start, best, back)
        path: list[_Step] = []
        while length:
            path.append(back[length])
            length = path[-1][0]
        path.reverse()
        return path

    def _reach_leaning(self, word: str, start: int, best: list[int], back: list[_Step]) -> None:
        """Go on from a place by what leans on a word before it: particles to the end, forms of light verbs, suffixes."""
        length, tails = len(word), self.tails
        total = best[start] + _COST_TAIL
        rest = word[start : start + _LONGEST + 1]  # longer than any particle where more than a particle is left
        if total < best[length] and rest in tails and self._fits(word[start - 1], rest):
            best[length], back[length] = total, (start, length, "tail", None)
        if rest[0] in self.predicate_heads:
            for end in range(start + 1, min(length - 1, start + _LONGEST) + 1):
                if total < best[end] and tails.get(word[start:end]) == "predicate":
                    best[end], back[end] = total, (start, end, "tail", None)
        total = best[start] + _COST_SUFFIX
        if rest[0] in self.suffixes and back[start][2] == "word" and total < best[start + 1]:
            best[start + 1], back[start + 1] = total, (start, start + 1, "suffix", None)

    def _known(self, word: str) -> tuple[int, Entry]:
        """What a word of the tables costs, and its entry; remembered."""
        known = self._met.get(word)
        if known is None:
            entry = self.listed.get(word)
            cost = _COST_LISTED if entry is not None and entry.marks and entry.pos != "word" else _COST_WORD
            known = self._met[word] = (cost - _PER_SYLLABLE * len(word), entry or self._inherited(word))
        return known

    def _inherited(self, word: str) -> Entry:
        """A word of the big list with the marks of a listed word that it is made of: 효과성 after 효과, 조건문장 after 조건."""
        size = len(word)
        if size < 3:
            return _PLAIN_WORD
        head = self.listed.get(word[:2])
        if head is not None and head.marks and (word[2:] in _DERIVING if size == 3 else self.knows(word[2:])):
            return Entry(head.marks, "word", head.reason)
        tail = self.listed.get(word[-2:])
        if size > 3 and tail is not None and tail.marks and self.knows(word[:-2]):
            return Entry(tuple(mark._replace(place=mark.place + size - 2) for mark in tail.marks), "word", tail.reason)
        return _PLAIN_WORD

    def _fits(self, last: str, tail: str) -> bool:
        """Whether a particle's form goes with the syllable before it (은 after a coda, 는 after a vowel)."""
        after = self.tails[tail]
        if after in ("any", "predicate"):
            return True
        coda = split(last).coda
        if tail.startswith("로"):
            return coda in ("", "ㄹ")
        if tail.startswith("으로"):
            return coda not in ("", "ㄹ")
        return bool(coda) == (after == "coda")

    def knows(self, word: str) -> bool:
        """Whether a word is in the tables."""
        return word in self.words or word in self.listed

    def is_tail(self, last: str, tail: str) -> bool:
        """Whether `tail` can follow a noun that ends in the syllable `last`: a particle or a light verb's form."""
        return tail in self.tails and self._fits(last, tail)

    def units(
        self, word: str, *, as_seoul: bool = False, loans: bool = False, alone: bool = False
    ) -> tuple[list[Unit], tuple[Piece, ...]]:
        """The units of an eojeol with the marks of its words set, and the pieces they came from; the options are those of `marked`."""
        spelling, marks, pieces = self.marked(word, as_seoul=as_seoul, loans=loans, alone=alone)
        units = units_of(spelling)
        for mark in marks:
            _apply(units[mark.place], mark)
        return units, tuple(Piece(*piece) for piece in pieces)

    def marked(
        self, word: str, *, as_seoul: bool = False, loans: bool = False, alone: bool = False
    ) -> tuple[str, list[Mark], Sequence[_Step]]:
        """The spelling that an eojeol is spoken by, the marks of its words (places counted in the eojeol), and its pieces.

        `alone` says that nothing else is said, so that a dictionary form is the headword (안다 [안따]).
        `loans` also sets the marks of loanwords that are spoken tense (버스 [뻐쓰]), which most schemes don't write.

        `as_seoul` gives North Korean spellings the onsets with which Seoul speaks them (로동 as 노동): every word at the
        beginning of the eojeol, inside it only those that can't be Seoul words of their own.
        """
        pieces = self._cut(word)
        spelling = self._seoul(word, pieces) if as_seoul else word
        marks: list[Mark] = []
        if alone and word in self.headwords:
            marks += self.headwords[word].marks
        if loans:
            marks += (mark._replace(place=mark.place + place) for place, mark in self._loan_marks(word))
        for number, (start, end, kind, entry) in enumerate(pieces):
            if entry is not None:
                if entry.marks:
                    marks += (mark._replace(place=mark.place + start) for mark in entry.marks) if start else entry.marks
            elif kind == "suffix":
                marks += self._suffix_marks(spelling, marks, start, pieces[number - 1], as_seoul=as_seoul)
            elif kind == "tail" and end - start > 1:
                marks += _article_27(spelling, start, end)
        return spelling, marks, pieces

    def _loan_marks(self, word: str) -> Iterator[tuple[int, Mark]]:
        """The marks of the loanwords in an eojeol, longest first from the left."""
        start = 0
        while start < len(word):
            size = next(
                (
                    size
                    for size in range(min(len(word) - start, _LONGEST), 1, -1)
                    if word[start : start + size] in self.loans
                    and (size > 3 or self._parts_at(word, start, start + size))
                ),
                0,
            )
            for mark in self.loans[word[start : start + size]].marks if size else ():
                yield start, mark
            start += size or 1

    def _parts_at(self, word: str, start: int, end: int) -> bool:
        """Whether a short loanword stands for itself in an eojeol: 디스 is not the beginning of 디스크, nor 피스 the end of 투피스."""
        before, after = word[:start], word[end:]
        if before and not (before in self.loans or self.knows(before)):
            return False
        return not after or self.is_tail(word[end - 1], after) or self.knows(after) or after in self.loans

    def _seoul(self, word: str, pieces: Sequence[_Step]) -> str:
        """An eojeol with its North Korean words in Seoul spelling; the number of syllables stays."""
        if _UNLAWED.search(word) is None or word in self.tails:  # particles in ㄹ stay as they are (로서의)
            return word
        parts = [word[start:end] for start, end, _, _ in pieces]
        changed = False
        for number, part in enumerate(parts):
            if part in self.seoul.rows and (not number or pieces[number - 1][2] != "unknown"):  # 엘리자베스 has no 리자
                spelling, also_seoul = self.seoul[part]
                if not (also_seoul and (number or _common(part, spelling))):
                    parts[number], changed = spelling, True
        return "".join(parts) if changed else word

    def _ends_a_word(self, spelling: str, place: int, start: int) -> bool:
        """Whether a suffix is rather the end of a word of its own: 고용인력 is 고용|인력, not 고용인|력."""
        head, tail = spelling[start : place - 1], spelling[place - 1 : place + 1]
        return len(head) > 1 and self.knows(head) and self.knows(tail)

    def _suffix_marks(
        self, spelling: str, marks: list[Mark], place: int, before: _Step, *, as_seoul: bool
    ) -> tuple[Mark, ...]:
        """What a suffix's rule does to its onset: a mark, or nothing where the rule doesn't hold."""
        rule = self.suffixes[spelling[place]]
        written = split(spelling[place]).onset
        coda = split(spelling[place - 1]).coda
        for mark in marks:
            if mark.place == place - 1 and mark.coda is not None:
                coda = mark.coda
        if not rule.fits(before[1] - before[0], coda) or self._ends_a_word(spelling, place, before[0]):
            return ()
        article = rule.reason.partition(":")[0]
        if "tense" in rule.effects and written in _LAX:
            return (Mark(place, None, None, True, article),)
        onset = rule.onset(written, coda, as_seoul=as_seoul)
        return (Mark(place, onset, None, False, article),) if onset != written else ()


def _common(part: str, spelling: str) -> bool:
    """Whether Seoul has a spelling as a word itself, sooner than as the Pyongyang spelling of another: 천리 isn't 천이.

    That is so of words of two syllables with one initial, and where ㄹ follows a coda, so that both hardly differ (총령사 [총녕사]
    beside 총영사); but 렬 and 률 in them are 열 and 율 in Seoul (대렬, 비률).
    """
    place = next(number for number, pair in enumerate(zip(part, spelling, strict=True)) if pair[0] != pair[1])
    return place > 0 and part[place] not in "렬률" and (len(part) == 2 or split(part[place - 1]).coda != "")


def _article_27(spelling: str, start: int, end: int) -> Iterator[Mark]:
    """제27항: after -(으)ㄹ a plain onset is tense, where Pyongyang writes the bound noun on (할수 [할쑤], 할데 [할떼]).

    The ㄹ of 들 is none of those (사람들과 [사람들과]).
    """
    for place in range(start + 1, end):
        before = spelling[place - 1]
        if before != "들" and split(before).coda == "ㄹ" and split(spelling[place]).onset in _LAX:
            yield Mark(place, None, None, True, "27")


def _apply(unit: Unit, mark: Mark) -> None:
    if mark.onset is not None:
        unit.onset = mark.onset
    if mark.coda is not None:
        unit.coda = mark.coda
    unit.tensed = unit.tensed or mark.tensed
    unit.note(mark.article)


def _entry(word: str, cells: list[str]) -> Entry:
    """A row's entry; a word has one kind where its table has no column for parts of speech."""
    sound, pos, reason = (cells[0], "word", cells[1]) if len(cells) == len(_MADE) - 1 else cells[:3]
    if len(word) != len(sound):
        raise TableError(f"{word}: the sound {sound!r} has not as many syllables")
    return Entry(_marks(word, sound, reason), pos, reason)


def _marks(word: str, sound: str, reason: str) -> tuple[Mark, ...]:
    """Where the sound of a lexicon row differs from its spelling."""
    article = reason.partition(":")[0].strip() or "lexicon"
    marks = []
    for index, (written, spoken) in enumerate(zip(word, sound, strict=True)):
        if written == spoken:
            continue
        old, new = split(written), split(spoken)
        tensed = _TENSE_TO_PLAIN.get(new.onset) == old.onset
        onset = None if tensed or new.onset == old.onset else new.onset
        coda = None if new.coda == old.coda else new.coda
        marks.append(Mark(index, onset, coda, tensed, article))
    return tuple(marks)


_BY_HAND = ("word", "sound", "pos", "reason", "source")
_MADE = ("word", "sound", "reason")


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships with the toolkit; read on first use."""
    name = "nk_pairs.tsv"
    rows = read_keyed(packaged_text("hangul", name), ("north", "seoul", "hanja", "also_seoul"), name=name)
    seoul = Pairs(rows)
    lines = (line for line in packaged_text("hangul", "words.txt").split("\n") if line and not line.startswith("#"))
    tails = {
        row["form"]: row["kind"] if row["kind"] == "predicate" else row["after"]
        for _, row in read_rows(packaged_text("hangul", "particles.tsv").splitlines(), name="particles.tsv")
    }
    suffixes = {
        row["suffix"]: _suffix(row, "suffixes.tsv", number)
        for number, row in read_rows(packaged_text("hangul", "suffixes.tsv").splitlines(), name="suffixes.tsv")
    }
    made = read_keyed(packaged_text("hangul", "sino_sounds.tsv"), _MADE, name="sino_sounds.tsv")
    by_hand: dict[str, str] = {}
    for name in ("lexicon_native.tsv", "lexicon.tsv"):
        by_hand.update(read_keyed(packaged_text("hangul", name), _BY_HAND, name=name))
    loans = read_keyed(packaged_text("hangul", "loan_sounds.tsv"), _MADE, name="loan_sounds.tsv")
    headwords = read_keyed(packaged_text("hangul", "headwords.tsv"), _MADE, name="headwords.tsv")
    heads = frozenset(form[0] for form, kind in tails.items() if kind == "predicate")
    return Lexicon(
        Listed({**made, **by_hand}),
        Words(lines, seoul),
        seoul,
        tails,
        suffixes,
        heads,
        Listed(loans),
        Listed(headwords),
        frozenset(form[0] for form in (*tails, *suffixes)),
    )
