"""Checks the tables of irregular sounds, src/juche_toolkit/hangul/lexicon*.tsv.

    python scripts/check_lexicon.py

A row must have all columns, a word of Hangul that no row before it has, a sound of as many syllables, and between the two only
differences that a rule can't make and the lexicon may. Each fault is printed with file and line; the status is 1 if there is one.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from juche_toolkit.errors import TableError
from juche_toolkit.hangul.syllable import split
from juche_toolkit.tables import read_rows

TABLES = Path(__file__).parent.parent / "src/juche_toolkit/hangul"
COLUMNS = ("word", "sound", "pos", "reason", "source")
POS = frozenset(("n", "v", "a", "name"))
HANGUL = re.compile("[가-힣]+")
REASON = re.compile(r"(?:\d+(?: 다만| 아님)?|usage|loan)(?:: .+)?")
KEPT = re.compile(r"\d+ (?:다만|아님)|usage|loan")
"""Reasons of rows that may leave a word as it is spelt."""
TENSE = {"ㄱ": "ㄲ", "ㄷ": "ㄸ", "ㅂ": "ㅃ", "ㅅ": "ㅆ", "ㅈ": "ㅉ"}
ONSETS = frozenset((*TENSE.items(), ("ㅇ", "ㄴ"), ("ㄹ", "ㄴ")))
"""Onsets written and heard: 제26항 to 제28항, 제29항, 제20항 다만; and the loss of ㄹ is no row's affair."""
SEVEN = {
    **dict.fromkeys("ㄲㅋㄳㄺ", "ㄱ"),
    **dict.fromkeys("ㅅㅆㅈㅊㅌㅎ", "ㄷ"),
    **dict.fromkeys("ㅍㅄㄿ", "ㅂ"),
    "ㄻ": "ㅁ",
    "ㄶ": "ㄴ",
    "ㅀ": "ㄹ",
}
"""The codas that 제9항 to 제11항 simplify, and to what."""

CODAS = {"16": tuple((coda, "ㅅ") for coda in "ㄷㅈㅊㅌㅎ"), "20": (("ㄴ", "ㄹ"),)}
"""Other codas, written and heard, that an article allows: the letters' names (디귿이 [디그시]), and 한나산 [할라산]."""


def wrong_syllables(word: str, sound: str, reason: str) -> Iterator[str]:
    """Say which differences between a word and its sound a row may not have."""
    coda_gone = ""
    for written, heard in zip(word, sound, strict=True):
        old, new = split(written), split(heard)
        carried = coda_gone and old.onset == "ㅇ" and new.onset == SEVEN.get(coda_gone, coda_gone)
        coda_gone = old.coda if old.coda and not new.coda else ""
        if old.vowel != new.vowel:
            yield f"the vowel of {written!r} differs in {heard!r}"
        if old.onset != new.onset and not carried and (old.onset, new.onset) not in ONSETS:
            yield f"the onset of {written!r} can't become that of {heard!r}"
        added = not old.coda and new.coda == "ㄷ"
        simpler = new.coda in ("", SEVEN.get(old.coda))
        of_article = (old.coda, new.coda) in CODAS.get(reason.partition(":")[0], ())
        if old.coda != new.coda and not added and not simpler and not of_article:
            yield f"the coda of {written!r} can't become that of {heard!r}"


def faults(row: dict[str, str], before: dict[str, str]) -> Iterator[str]:
    """What is wrong with a row; `before` tells where each word stood already."""
    word, sound, reason = row["word"], row["sound"], row["reason"]
    if not HANGUL.fullmatch(word) or not HANGUL.fullmatch(sound):
        yield "word and sound must be Hangul"
    elif len(word) != len(sound):
        yield f"{sound!r} has not as many syllables as {word!r}"
    else:
        yield from wrong_syllables(word, sound, reason)
    if word in before:
        yield f"{word!r} stands in {before[word]} already"
    if row["pos"] not in POS:
        yield f"unknown part of speech {row['pos']!r}"
    if not REASON.fullmatch(reason):
        yield f"the reason {reason!r} doesn't begin with an article"
    elif "아님" in reason and word != sound:
        yield f"{word!r} is said not to follow the article, but its sound differs"
    elif KEPT.match(reason) is None and word == sound:
        yield f"{word!r} has a reason to differ, but its sound doesn't"
    if not row["source"]:
        yield "no source"


def check(path: Path, before: dict[str, str]) -> Iterator[str]:
    """The faults of one table, each with file and line."""
    rows = read_rows(path.read_text(encoding="utf-8").splitlines(), name=path.name)
    count = 0
    for number, row in rows:
        count += 1
        if tuple(row) != COLUMNS:
            yield f"{path.name}: the columns are {', '.join(row)}, not {', '.join(COLUMNS)}"
            return
        yield from (f"{path.name}, line {number}: {fault}" for fault in faults(row, before))
        before.setdefault(row["word"], f"{path.name}, line {number}")
    if not count:
        yield f"{path.name}: no rows"


def main() -> int:
    """Check all tables; the exit status."""
    paths = sorted(TABLES.glob("lexicon*.tsv"))
    before: dict[str, str] = {}
    found = [] if paths else [f"no table lexicon*.tsv in {TABLES}"]
    for path in paths:
        try:
            found += check(path, before)
        except TableError as error:
            found.append(str(error))
    print(*found, sep="\n", end="\n" if found else "")
    print(f"{len(before)} words in {len(paths)} tables, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
