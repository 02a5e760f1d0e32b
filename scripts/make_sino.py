"""Makes the tables that come from libhangul's hanja list: Sino-Korean words, their sounds, North Korean spellings.

    python scripts/make_sino.py PATH/TO/hanja.txt

The list is Debian's package libhangul-data (hanja.txt, BSD-3-Clause; the notice is in LICENSES/). Written are

    src/juche_toolkit/hangul/words.txt       every reading of two to five syllables, grouped by first syllable
    src/juche_toolkit/hangul/nk_pairs.tsv    North Korean spelling, Seoul spelling, characters
    src/juche_toolkit/hangul/sino_sounds.tsv words whose sound follows from their characters;
                                             read for it are sino_characters.tsv and lexicon.tsv

The North Korean spelling reads each character without the initial-sound law: 理論 is 이론 in Seoul, 리론 in Pyongyang.
Which sound a character has is learnt from the list itself, from words in which it isn't initial.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from juche_toolkit.hangul.syllable import join, split
from juche_toolkit.tables import packaged_text, read_rows

HANGUL = re.compile("^[가-힣]+$")
HANJA = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
NARROW = set("ㅑㅒㅕㅖㅛㅠㅣ")
TABLES = Path(__file__).parent.parent / "src/juche_toolkit/hangul"
SOURCE = "# Source: hanja.txt of libhangul (Debian package libhangul-data), BSD-3-Clause, see LICENSES/libhangul.txt."


def seoul_initial(syllable: str) -> str:
    """A syllable under the initial-sound law (한글 맞춤법 제10-12항)."""
    onset, vowel, coda = split(syllable)
    if onset == "ㄹ":
        onset = "ㅇ" if vowel in NARROW else "ㄴ"
    elif onset == "ㄴ" and vowel in NARROW:
        onset = "ㅇ"
    return join(onset, vowel, coda)


def read(path: Path) -> dict[str, list[str]]:
    """Reading → the ways to write it in characters, in the order of the list."""
    words: dict[str, list[str]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or line.count(":") < 2:
            continue
        reading, characters, _ = line.split(":", 2)
        if HANGUL.match(reading) and HANJA.search(characters):
            words[reading].append(characters)
    return words


def full_readings(words: dict[str, list[str]]) -> dict[str, Counter[str]]:
    """How often each character is read as which syllable where it isn't the first of its word."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for reading, ways in words.items():
        for way in ways:
            if len(way) == len(reading):
                for place, (syllable, character) in enumerate(zip(reading, way, strict=True)):
                    seen[character][syllable] += 1 if place else 0
    return seen


def pyongyang(reading: str, way: str, seen: dict[str, Counter[str]]) -> str:
    """A word as Pyongyang spells it: each character by its full reading, even at the beginning of a compound's part."""
    out = []
    for syllable, character in zip(reading, way, strict=True):
        best = syllable
        if split(syllable).onset in "ㄴㅇ" and HANJA.match(character):
            full = [
                (count, other)
                for other, count in seen[character].items()
                if count and other != syllable and seoul_initial(other) == syllable
            ]
            if full and max(full)[0] * 3 >= seen[character][syllable]:
                best = max(full)[1]
        out.append(best)
    return "".join(out)


TENSE = dict(zip("ㄱㄷㅂㅅㅈ", "ㄲㄸㅃㅆㅉ", strict=True))
PREFIXES = set("再無不非未大小新舊副準反被半總全單主假純核高低最本有沒")
"""Characters that go before whole words, so that 無|資格 isn't 無資|格."""


class Rule(NamedTuple):
    """A row of sino_characters.tsv: what the last character of a word does, and where it doesn't."""

    reading: str
    lengths: frozenset[bool]
    coda: str
    tendency: str
    exceptions: tuple[str, ...]
    reason: str

    def holds(self, reading: str, coda: str) -> bool:
        """Whether the rule changes a word with this coda before its last syllable."""
        if reading[-1] != self.reading or (len(reading) > 2) not in self.lengths or self.coda not in ("", coda):
            return False
        return not any(
            reading.endswith(ending[1:]) if ending[0] == "*" else reading == ending for ending in self.exceptions
        )


def read_rules() -> dict[str, list[Rule]]:
    """The rules of sino_characters.tsv by character."""
    lengths = {"2": frozenset({False}), "3+": frozenset({True}), "2+": frozenset({False, True})}
    rules: dict[str, list[Rule]] = defaultdict(list)
    for _, row in read_rows(packaged_text("hangul", "sino_characters.tsv").splitlines(), name="sino_characters.tsv"):
        place, _, coda = row["place"].partition(" ")
        exceptions = tuple(row["exceptions"].split())
        rule = Rule(row["reading"], lengths[place], coda, row["tendency"], exceptions, row["reason"])
        rules[row["character"]].append(rule)
    return rules


class Sounds:
    """The sounds of words by their characters: a word's parts come first, so that 象形|文字 has the sound of 文字."""

    def __init__(self, words: dict[str, list[str]]) -> None:
        self.words = words
        self.ways = {way for ways in words.values() for way in ways}
        self.rules = read_rules()
        self.listed: dict[tuple[str, str], tuple[str, str]] = {}
        for _, row in read_rows(packaged_text("hangul", "lexicon.tsv").splitlines(), name="lexicon.tsv"):
            article, _, way = row["reason"].partition(": ")
            ways = [way] if len(way) == len(row["word"]) else words.get(row["word"], [])
            if len(ways) == 1:
                self.listed[row["word"], ways[0]] = row["sound"], article

    def parts(self, way: str) -> tuple[int, ...]:
        """Where a word of three to five characters is cut: the lengths of its parts."""
        size = len(way)
        if size == 3:
            if way[1:] in self.ways and (way[:2] not in self.ways or way[0] in PREFIXES):
                return 1, 2
            return (2, 1) if way[:2] in self.ways or way[2] in self.rules else (3,)
        for cut in (2, 3) if size == 5 else (2,):
            if way[:cut] in self.ways and way[cut:] in self.ways:
                return cut, size - cut
        if way[:-1] in self.ways:
            return size - 1, 1
        if way[1:] in self.ways:
            return 1, size - 1
        return (3, 2) if size == 5 and way[3:] in self.ways and way[:2] not in self.ways else (2, size - 2)

    def sound(self, reading: str, way: str) -> tuple[str, set[str]]:
        """The sound of a word and the articles that made it."""
        if (reading, way) in self.listed:
            sound, article = self.listed[reading, way]
            return sound, {article} if sound != reading else set()
        if len(way) < 2:
            return reading, set()
        parts = self.parts(way) if len(way) > 2 else (2,)
        if len(parts) == 1:
            return self.whole(reading, way)
        cut = parts[0]
        head, articles = self.sound(reading[:cut], way[:cut])
        tail, more = self.sound(reading[cut:], way[cut:])
        if parts[1] == 1:
            tail, more = self.suffixed(reading, way)
        return head + tail, articles | more

    def whole(self, reading: str, way: str) -> tuple[str, set[str]]:
        """A word that isn't cut: 제26항 between its characters, and, if it has two, what the last character does."""
        sound = article_26(reading, way)
        articles = {"26"} if sound != reading else set()
        if len(way) == 2:
            last, more = self.suffixed(reading, way)
            if more:
                return sound[0] + last, more
        return sound, articles

    def suffixed(self, reading: str, way: str) -> tuple[str, set[str]]:
        """The last syllable with what its character does."""
        onset, vowel, coda = split(reading[-1])
        before = split(reading[-2]).coda
        for rule in self.rules.get(way[-1], ()):
            if rule.holds(reading, before):
                if rule.tendency == "tense" and onset in TENSE and before not in tuple("ㄱㄷㅂ"):
                    return join(TENSE[onset], vowel, coda), {rule.reason}
                if (rule.tendency == "nn" and (before, onset) == ("ㄴ", "ㄹ")) or (
                    rule.tendency == "insert-n" and before and onset == "ㅇ"
                ):
                    return join("ㄴ", vowel, coda), {rule.reason}
        return reading[-1], set()


def article_26(reading: str, way: str) -> str:
    """A word with the onsets tensed that 제26항 tenses: ㄷ ㅅ ㅈ after ㄹ, both Chinese, not the same character twice."""
    sound = list(reading)
    for place in range(1, len(reading)):
        one, two = split(reading[place - 1]), split(reading[place])
        chinese = HANJA.match(way[place - 1]) and HANJA.match(way[place]) and way[place - 1] != way[place]
        if one.coda == "ㄹ" and two.onset in "ㄷㅅㅈ" and chinese:
            sound[place] = join(TENSE[two.onset], two.vowel, two.coda)
    return "".join(sound)


def sino_sounds(words: dict[str, list[str]]) -> dict[str, tuple[str, str]]:
    """Reading → sound and articles for the words whose sound follows from their characters.

    The first way to write a word decides, as the list puts the commoner one first.
    """
    sounds = Sounds(words)
    found = {}
    for reading, ways in words.items():
        way = next((way for way in ways if len(way) == len(reading)), None)
        if way is not None and 2 <= len(reading) <= 5:
            sound, articles = sounds.sound(reading, way)
            if sound != reading:
                found[reading] = sound, ", ".join(sorted(articles))
    return found


def as_north(north: str, reading: str, sound: str) -> str:
    """The sound of a word in North Korean spelling: as spelt there, but for the syllables whose sound is their own."""
    triples = zip(north, reading, sound, strict=True)
    return "".join(written if seoul == spoken else spoken for written, seoul, spoken in triples)


IN_SEOUL = frozenset(
    "소립자 미립자 반립자 중립자 수립자 광량자 서오릉 수력학 한라산 허무맹랑 비례량 여민락령 봉황래의 홍랑자 석루조 대례참"
    " 생년월일 생년월일시 동년배 길라장이 남릉 금릉동 홍릉터 실락원".split()
)
"""Words that Seoul itself spells so, though the list also has them with the initial-sound law inside."""


def north_pairs(words: dict[str, list[str]]) -> dict[str, tuple[str, str]]:
    """North Korean spelling → Seoul spelling and characters, where the two differ."""
    seen = full_readings(words)
    pairs: dict[str, tuple[str, str]] = {}
    for reading, ways in sorted(words.items()):
        for way in ways:
            if len(way) == len(reading) and 2 <= len(reading) <= 6:
                north = pyongyang(reading, way, seen)
                if north != reading and north not in IN_SEOUL:
                    pairs.setdefault(north, (reading, way))
    return pairs


def write(name: str, about: list[str], rows: Iterable[str], made_with: str = "") -> int:
    """Write a table under its header; how many rows it has."""
    listed = list(rows)
    head = [*(f"# {line}" for line in about), SOURCE, f"# Made by scripts/make_sino.py{made_with}; don't edit."]
    (TABLES / name).write_text("\n".join([*head, *listed]) + "\n", encoding="utf-8")
    return len(listed)


def write_words(words: dict[str, list[str]]) -> None:
    groups: dict[str, list[str]] = defaultdict(list)
    for reading in sorted(words):
        if 2 <= len(reading) <= 5:
            groups[reading[0]].append(reading)
    about = "Words of Sino-Korean and mixed origin in Seoul spelling, two to five syllables, a line for each first syllable."
    write("words.txt", [about], (" ".join(group) for group in groups.values()))
    print(f"{sum(map(len, groups.values()))} words")


def write_pairs(words: dict[str, list[str]], pairs: dict[str, tuple[str, str]]) -> None:
    about = [
        "North Korean spellings of Sino-Korean words: each character read without the initial-sound law.",
        "also_seoul = 1 where the North Korean spelling is a Seoul word of its own, so that only context can tell.",
    ]
    rows = (f"{n}\t{s}\t{h}\t{int(n in words)}" for n, (s, h) in sorted(pairs.items()))
    count = write("nk_pairs.tsv", about, ["north\tseoul\thanja\talso_seoul", *rows]) - 1
    print(f"{count} pairs")


def write_sounds(words: dict[str, list[str]], pairs: dict[str, tuple[str, str]]) -> None:
    sounds = sino_sounds(words)
    for north, (reading, _) in pairs.items():
        if reading in sounds:
            sounds.setdefault(north, (as_north(north, reading, sounds[reading][0]), sounds[reading][1]))
    about = [
        "Words whose sound follows from their Chinese characters: 표준 발음법 제20항 다만, 제26항, 제28항, 제29항.",
        "word: Seoul or North Korean spelling; sound: respelt where an onset is tensed or becomes ㄴ; reason: articles.",
        "What is wrong here is put right by a row of lexicon.tsv, and the table made anew.",
    ]
    rows = (f"{word}\t{sound}\t{articles}" for word, (sound, articles) in sorted(sounds.items()))
    count = write("sino_sounds.tsv", about, ["word\tsound\treason", *rows], " with sino_characters.tsv") - 1
    print(f"{count} sounds")


def main(path: Path) -> None:
    words = read(path)
    pairs = north_pairs(words)
    write_words(words)
    write_pairs(words, pairs)
    write_sounds(words, pairs)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
