"""Makes the tables that come from libhangul's hanja list: the words of Sino-Korean and mixed origin, and North Korean spellings.

    python scripts/make_sino.py PATH/TO/hanja.txt

The list is Debian's package libhangul-data (hanja.txt, BSD-3-Clause; the notice is in LICENSES/). Written are

    src/juche_toolkit/hangul/words.txt       every reading of two to five syllables, grouped by first syllable
    src/juche_toolkit/hangul/nk_pairs.tsv    North Korean spelling, Seoul spelling, characters

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
    print(f"{sum(map(len, groups.values()))} words, {len(pairs)} pairs")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
