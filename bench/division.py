"""What word division and romanization cost beside the analyser that they rest on, in one run on 10,000 titles.

Each measurement is a process of its own that hasn't seen the titles and has romanized other titles before, so that both begin with the
same memory: the analyser alone, and `romanize(title, "ala-lc", kind="title")` with that analyser, the time of the analysis in it. So a
ratio of 2 leaves division and romanization together as much time as the analysis takes. Titles are drawn from konlpy's corpora, or
made of the analyser's nouns.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

TITLES = 10_000
BAR = 2.0
REPEATS = 3
WARM = 2_000
"""Other titles that are romanized first, so that tables are loaded and common words met."""
_RIEUL = 8
"""The number of the coda ㄹ, behind which 로 stands as behind a vowel."""


def titles(count: int, seed: int) -> list[str]:
    """Titles of three to seven eojeols that stand side by side in the corpora kolaw and kobill."""
    import konlpy

    folder = Path(konlpy.__file__).parent / "data/corpus"
    texts = [
        path.read_text(encoding="utf-8")
        for name in ("kolaw", "kobill")
        for path in sorted((folder / name).glob("*.txt"))
    ]
    words = [word for text in texts for word in text.split() if any("가" <= letter <= "힣" for letter in word)]
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    starts = (chance.randrange(len(words) - 7) for _ in range(count))
    return [" ".join(words[start : start + chance.randint(3, 7)]) for start in starts]


def made(count: int, seed: int) -> list[str]:
    """Titles put together at random from the analyser's nouns, particles that fit and verbs, so that hardly an eojeol comes twice."""
    from juche_toolkit.tables import packaged_text, read_rows

    rows = [row for _, row in read_rows(packaged_text("morphology", "nouns.tsv").splitlines(), name="nouns.tsv")]
    nouns = [row["form"] for row in rows if row["tag"] == "NNG" and len(row["form"]) > 1]
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    fitting = [("을 위한", "를 위한"), ("과", "와"), ("으로 본", "로 본")]
    others = ("의", "에서", "에 대한", "적", "하는데서 나서는", "에 관한", "의", "들의", "")
    endings = [*fitting, *((tail, tail) for tail in others)]
    found = []
    for _ in range(count):
        eojeols = []
        for _ in range(chance.randint(2, 4)):
            compound = "".join(chance.choices(nouns, k=chance.randint(1, 3)))
            after_coda, after_vowel = chance.choice(endings)
            coda = (ord(compound[-1]) - ord("가")) % 28
            liquid = coda == _RIEUL and after_coda.startswith("으로")
            eojeols.append(compound + (after_coda if coda and not liquid else after_vowel))
        found.append(" ".join([*eojeols, chance.choice(nouns)]))
    return found


def measure(what: str, analyzer: str, text: Sequence[str]) -> float:
    """Processor seconds of one pass over titles that are new to the process."""
    import juche_toolkit as jt
    from juche_toolkit.adapters import analyzers

    engine = analyzers.load(analyzer)
    for title in made(WARM, 0):
        jt.romanize(title, "ala-lc", kind="title", analyzer=analyzer)
    begin = time.process_time()
    if what == "analyse":
        for title in text:
            engine.analyze(title)
    else:
        for title in text:
            jt.romanize(title, "ala-lc", kind="title", analyzer=analyzer)
    return time.process_time() - begin


def child(what: str, analyzer: str, kind: str, given: argparse.Namespace) -> float:
    """The measurement in a fresh process."""
    options = {"what": what, "analyzer": analyzer, "kind": kind, "titles": given.titles, "seed": given.seed}
    command = [sys.executable, __file__, *(f"--{name}={value}" for name, value in options.items())]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # noqa: S603 - our own program


def main() -> int:
    """Print the table; 1 where a ratio is over the bar."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--what", choices=["analyse", "romanize"])
    parser.add_argument("--analyzer", default="")
    parser.add_argument("--kind", choices=list(KINDS), default="made")
    parser.add_argument("--titles", type=int, default=TITLES)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    if given.what:
        print(measure(given.what, given.analyzer, KINDS[given.kind](given.titles, given.seed)))
        return 0
    print(f"{'titles':8} {'analyser':10} {'alone':>9} {'with division and romanization':>32} {'ratio':>7}")
    over = False
    for kind in KINDS:
        for analyzer in given.analyzer.split(",") if given.analyzer else ("builtin", "kiwi"):
            alone, whole = (
                min(child(what, analyzer, kind, given) for _ in range(REPEATS)) for what in ("analyse", "romanize")
            )
            over |= kind == "made" and whole / alone > BAR
            rates = f"{given.titles / alone:7.0f}/s {given.titles / whole:30.0f}/s"
            print(f"{kind:8} {analyzer:10} {rates} {whole / alone:7.2f}", flush=True)
    return int(over)


KINDS: dict[str, Callable[[int, int], list[str]]] = {"made": made, "corpus": titles}
"""Where titles come from."""

if __name__ == "__main__":
    sys.exit(main())
