"""Feeds random strings to `romanize`, every scheme and kind in turn, and names what it gets wrong.

Three things are wrong: an exception, a Hangul syllable in the output, and a letter of modern Hangul in the output. Letters of old
Hangul that no scheme has may stay; `explain` must then name them in its warnings. Every finding is printed with what makes it again.
"""

from __future__ import annotations

import argparse
import itertools
import random
import sys
import time
import traceback
import unicodedata
from collections import Counter
from collections.abc import Iterator

import regex

import juche_toolkit as jt
from juche_toolkit.romanization.engine import KINDS

HANGUL = regex.compile(r"\p{Hangul}")
MODERN = frozenset(map(chr, (*range(0x1100, 0x1113), *range(0x1161, 0x1176), *range(0x11A8, 0x11C3))))
BLOCKS = {
    "syllables": [(0xAC00, 0xD7A3)],
    "old and new jamo": [(0x1100, 0x11FF), (0xA960, 0xA97C), (0xD7B0, 0xD7FB)],
    "compatibility jamo": [(0x3131, 0x318E)],
    "half-width jamo": [(0xFFA0, 0xFFDC)],
    "hanja": [(0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0xF900, 0xFAFF), (0x20000, 0x2A6DF)],
    "circled and bracketed": [(0x3200, 0x32FE)],
    "Latin": [(0x41, 0x5A), (0x61, 0x7A), (0xC0, 0x17F)],
    "digits": [(0x30, 0x39), (0xFF10, 0xFF19), (0x2160, 0x217F)],
    "signs": [(0x20, 0x2F), (0x3A, 0x40), (0x2010, 0x2027), (0x3000, 0x301F)],
    "controls": [(0x00, 0x1F), (0x7F, 0x9F), (0x200B, 0x200F), (0xFEFF, 0xFEFF)],
    "lone surrogates": [(0xD800, 0xDFFF)],
    "combining marks": [(0x300, 0x36F), (0x302A, 0x302F), (0x3099, 0x309A)],
}
WORDS = "경제 연구 령도자 리론 로동신문 평양 대외무역전략 인권에서 김정일동지 닭을 없다 3·1운동 제4호 1996년 천구백구십육년".split()


def strings(seed: int) -> Iterator[str]:
    """Strings without end: short stretches, each of one block, some in NFD."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    blocks = [[*ranges] for ranges in BLOCKS.values()]
    weights = [4, 3, 2, 2, 2, 1, 1, 1, 2, 1, 1, 1]
    while True:
        parts = []
        for ranges in chance.choices(blocks, weights, k=chance.randint(1, 5)):
            if chance.random() < 0.1:
                parts.append(chance.choice(WORDS))
            low, high = chance.choice(ranges)
            parts.extend(chr(chance.randint(low, high)) for _ in range(chance.randint(1, 4)))
        text = "".join(parts)
        yield unicodedata.normalize("NFD", text) if chance.random() < 0.2 else text


def modern(letter: str) -> bool:
    """Whether a character is a Hangul letter (or sign made of them) of which every part is written today."""
    plain = [part for part in unicodedata.normalize("NFKD", letter) if HANGUL.fullmatch(part)]
    return all(part in MODERN for part in plain)


def wrong(text: str, scheme: str, kind: str) -> str | None:
    """What is wrong with the Latin of a text, as a short heading; None where nothing is."""
    try:
        latin = jt.romanize(text, scheme, kind=kind)
        left = set(HANGUL.findall(latin))
        said = " ".join(map(str, jt.explain(text, scheme, kind=kind).warnings)) if left else ""
    except jt.JucheToolkitError as error:
        return f"{type(error).__name__}: plain text must always be romanized"
    except Exception as error:  # noqa: BLE001 - whatever is raised is a finding
        place = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} in {place.name}"
    if any("가" <= letter <= "힣" for letter in left):
        return "a syllable is left"
    for letter in sorted(left):
        if modern(letter):
            return f"{unicodedata.name(letter)} is left"
        if letter not in said:
            return f"{unicodedata.name(letter)} is left and not named"
    return None


def main() -> int:
    """Run it; 1 where something was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "number", nargs="?", type=int, default=1_000_000, help="how many strings (default: %(default)s)"
    )
    parser.add_argument("--seed", type=int, default=1, help="another seed gives other strings (default: %(default)s)")
    parser.add_argument(
        "--show", type=int, default=40, help="how many kinds of findings to print (default: %(default)s)"
    )
    chosen = parser.parse_args()
    ways = itertools.cycle([(scheme.id, kind) for scheme in jt.schemes() for kind in KINDS])
    found: Counter[str] = Counter()
    first: dict[str, str] = {}
    start = time.process_time()
    for text, (scheme, kind) in itertools.islice(zip(strings(chosen.seed), ways, strict=False), chosen.number):
        heading = wrong(text, scheme, kind)
        if heading is not None:
            found[heading] += 1
            first.setdefault(heading, f"jt.romanize({text!a}, {scheme!r}, kind={kind!r})")
    for heading, times in found.most_common(chosen.show):
        print(f"{times:>8}  {heading}\n          {first[heading]}")
    spent = time.process_time() - start
    print(
        f"{chosen.number:,} strings, seed {chosen.seed}, {spent:.0f} s of processor time: {found.total():,} wrong in {len(found)} ways"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
