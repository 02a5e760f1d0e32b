"""Makes the tables by which hanja are read, from libhangul's hanja list.

    python scripts/make_hanja.py PATH/TO/hanja.txt

The list is Debian's package libhangul-data (hanja.txt, BSD-3-Clause; the notice is in LICENSES/). Written are

    src/juche_toolkit/hangul/hanja.tsv        readings, the characters each is the usual one of, those that may have it
    src/juche_toolkit/hangul/hanja_words.tsv  the words that have to be known: their reading isn't that of their
        characters by rule, or they begin with ㄹ or ㄴ, so that a compound's second part can be told

A character's usual reading is the one most words of the list have. Words are taken shortest first, and a word is kept
only where the characters and the words kept so far don't give its reading.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path

from juche_toolkit.hangul import hanja
from juche_toolkit.hangul.syllable import is_syllable

TABLES = Path(__file__).parent.parent / "src/juche_toolkit/hangul"
SOURCE = (
    "# Source: hanja.txt of libhangul (Debian package libhangul-data), BSD-3-Clause, see LICENSES/libhangul.txt.\n"
    "# Made by scripts/make_hanja.py; don't edit. Words that the list lacks are kept by hand in hanja_own.tsv."
)
LONGEST = 6
SURNAME = "金"


def read(path: Path) -> tuple[dict[str, list[str]], list[tuple[str, str]]]:
    """The list's readings of each character, and its words in hanja alone, with their readings."""
    characters: dict[str, list[str]] = defaultdict(list)
    words: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or line.count(":") < 2:
            continue
        reading, written, _ = line.split(":", 2)
        if not all(map(is_syllable, reading)) or len(reading) != len(written) or not all(map(hanja.is_hanja, written)):
            continue
        if len(written) == 1:
            characters[written].append(reading)
        elif len(written) <= LONGEST:
            words.append((written, reading))
    return characters, words


def full(readings: list[str]) -> list[str]:
    """The readings of a character without those that are another one's under the initial-sound law."""
    return [one for one in readings if not any(one != other and hanja.initial(other) == one for other in readings)]


def usual_first(characters: dict[str, list[str]], words: list[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Each character's full readings, that of most words first."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for written, reading in words:
        for character, syllable in zip(written, reading, strict=True):
            seen[character][syllable] += 1
    found = {}
    for character, listed in characters.items():
        bases = full(list(dict.fromkeys(listed)))
        counts = {one: sum(seen[character][form] for form in {one, hanja.initial(one)}) for one in bases}
        found[character] = tuple(sorted(bases, key=counts.__getitem__, reverse=True))
    return found


def inside(words: list[tuple[str, str]], short: set[str]) -> dict[str, Counter[str]]:
    """How often each two-character word of `short` has which reading inside longer words."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for written, reading in words:
        if len(written) > 2:
            for place in range(len(written) - 1):
                if written[place : place + 2] in short:
                    seen[written[place : place + 2]][reading[place : place + 2]] += 1
    return seen


def needed(words: list[tuple[str, str]], readings: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """The words that a reader needs besides the characters' usual readings.

    Of several readings the one counts that longer words have, else the usual one of the characters, else Seoul's.
    """
    listed: dict[str, list[str]] = defaultdict(list)
    for written, reading in words:
        listed[written].append(reading)
    seen = inside(words, {written for written, several in listed.items() if len(written) == 2 and len(several) > 1})
    kept: dict[str, str] = {}
    table = hanja.Table(readings, kept)
    for written, several in sorted(listed.items(), key=lambda item: len(item[0])):
        ours = table.read(written)
        best = max(several, key=lambda one: (seen[written][one], one == ours, hanja.initial(one[0]) == one[0]))
        first = readings.get(written[0], ("",))[0]
        begins = len(written) == 2 and first != "" and best[0] == hanja.initial(first) != first
        surname = written[0] == SURNAME and len(written) <= len(SURNAME) + 2
        if begins or surname or ours != best:
            kept[written] = best
    return kept


def write(name: str, lines: list[str]) -> None:
    """Write a table of the hangul room."""
    (TABLES / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(path: Path) -> None:
    characters, words = read(path)
    readings = usual_first(characters, words)
    usual: dict[str, list[str]] = defaultdict(list)
    also: dict[str, list[str]] = defaultdict(list)
    for character, (first, *others) in sorted(readings.items()):
        usual[first].append(character)
        for other in others:
            also[other].append(character)
    rows = [f"{one}\t{''.join(usual[one])}\t{''.join(also[one])}" for one in sorted({*usual, *also})]
    head = "# Readings without the initial-sound law: the characters each is the usual one of, and others."
    write("hanja.tsv", [head, SOURCE, "reading\tusual\talso", *rows])
    kept = needed(words, readings)
    by_first: dict[str, list[str]] = defaultdict(list)
    for written, reading in sorted(kept.items()):
        by_first[reading].append(written)
    head = "# Words in hanja whose reading has to be known: a reading in Seoul spelling, and the ways to write it."
    rows = [f"{reading}\t{' '.join(ways)}" for reading, ways in sorted(by_first.items())]
    write("hanja_words.tsv", [head, SOURCE, "reading\twritten", *rows])
    print(f"{len(readings)} characters, {len(kept)} of {len(words)} words kept")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
