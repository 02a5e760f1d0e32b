"""Makes the tables that come from libhangul's hanja list: the words of Sino-Korean and mixed origin, and North Korean spellings.

    python scripts/make_sino.py PATH/TO/hanja.txt

The list is Debian's package libhangul-data (hanja.txt, BSD-3-Clause; the notice is in LICENSES/). Written are

    src/juche_toolkit/hangul/words.txt       every reading of two to five syllables, grouped by first syllable
    src/juche_toolkit/hangul/nk_pairs.tsv    North Korean spelling, Seoul spelling, characters
    src/juche_toolkit/hangul/sino_sounds.tsv words whose sound follows from their characters (표준 발음법 제26항 and others)

The North Korean spelling reads each character without the initial-sound law: 理論 is 이론 in Seoul, 리론 in Pyongyang.
Which sound a character has is learnt from the list itself, from words in which it isn't initial.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from juche_toolkit.hangul.syllable import join, split

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
    """A word as Pyongyang spells it: each character by its full reading, even where a compound's part is Seoul-initial."""
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

def seams(reading: str, words: dict[str, list[str]]) -> list[int]:
    """The boundaries inside the parts of a word: 1 in 발전, 1 in 발전|소, 2 in 재|발전, 1 and 3 in 물질|대사."""
    size = len(reading)
    if size == 2:
        return [1]
    if size == 3:
        if reading[:2] in words:
            return [1]
        return [2] if reading[1:] in words else [1, 2]
    if size == 4:
        return [1, 3]
    return [place for place in (1, 3) if reading[:2] in words] if size == 5 else []


def article_26(reading: str, way: str, words: dict[str, list[str]]) -> str:
    """A word with the onsets tensed that 제26항 tenses: ㄷ ㅅ ㅈ after ㄹ, both characters Chinese, not the same one twice."""
    sound = list(reading)
    for place in seams(reading, words):
        one, two = split(reading[place - 1]), split(reading[place])
        chinese = HANJA.match(way[place - 1]) and HANJA.match(way[place]) and way[place - 1] != way[place]
        if one.coda == "ㄹ" and two.onset in "ㄷㅅㅈ" and chinese:
            sound[place] = join(TENSE[two.onset], two.vowel, two.coda)
    return "".join(sound)


def sino_sounds(words: dict[str, list[str]]) -> dict[str, str]:
    """Reading → sound for the words whose sound follows from their characters; the first way to write a word decides."""
    found = {}
    for reading, ways in words.items():
        way = next((way for way in ways if len(way) == len(reading)), None)
        if way is not None and 2 <= len(reading) <= 5:
            sound = article_26(reading, way, words)
            if sound != reading:
                found[reading] = sound
    return found


def main(path: Path) -> None:
    words = read(path)
    seen = full_readings(words)
    pairs: dict[str, tuple[str, str]] = {}
    for reading, ways in sorted(words.items()):
        for way in ways:
            if len(way) == len(reading) and 2 <= len(reading) <= 6:
                north = pyongyang(reading, way, seen)
                if north != reading:
                    pairs.setdefault(north, (reading, way))
    groups: dict[str, list[str]] = defaultdict(list)
    for reading in sorted(words):
        if 2 <= len(reading) <= 5:
            groups[reading[0]].append(reading)
    lines = [
        "# Words of Sino-Korean and mixed origin in Seoul spelling, two to five syllables, a line for each first syllable.",
        SOURCE,
        "# Made by scripts/make_sino.py; don't edit.",
        *(" ".join(group) for group in groups.values()),
    ]
    (TABLES / "words.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    rows = [
        "# North Korean spellings of Sino-Korean words: each character read without the initial-sound law.",
        "# also_seoul = 1 where the North Korean spelling is a Seoul word of its own, so that only context can tell.",
        SOURCE,
        "# Made by scripts/make_sino.py; don't edit.",
        "north\tseoul\thanja\talso_seoul",
        *(f"{n}\t{s}\t{h}\t{int(n in words)}" for n, (s, h) in sorted(pairs.items())),
    ]
    (TABLES / "nk_pairs.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    sounds = sino_sounds(words)
    for north, (reading, _) in pairs.items():
        if reading in sounds:
            changed = zip(north, reading, sounds[reading], strict=True)
            sounds.setdefault(north, "".join(n if r == s else s for n, r, s in changed))
    rows = [
        "# Words whose sound follows from their Chinese characters: 표준 발음법 제26항.",
        "# word: Seoul spelling; sound: respelt where an onset is tensed.",
        SOURCE,
        "# Made by scripts/make_sino.py; don't edit. What is wrong here is put right by a row of lexicon.tsv.",
        "word\tsound\treason",
        *(f"{word}\t{sound}\t26" for word, sound in sorted(sounds.items())),
    ]
    (TABLES / "sino_sounds.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(sounds)} sounds")
    print(f"{sum(map(len, groups.values()))} words, {len(pairs)} pairs")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
