"""How fast `romanize` is, beside a plain table of syllables and other packages, in one run on real Korean text.

Every engine runs in processes of its own. What is printed is characters a second and ratios; bench/README.md tells how to run it
and what they mean.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import importlib.util
import json
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

Engine = Callable[[str], str]
Report = dict[str, float]
WARM_PASSES = 15
LONGEST = 20.0
"""Seconds after which the warm passes of a slow engine end."""
TITLES = 10_000
TABLES = "경제 經濟 2013년 김일성동지"
"""What makes an engine load all its tables, those of hanja, numbers and titles too, before it is timed."""
SIZES = (10_000, 100_000, 1_000_000)


def table() -> Engine:
    """A syllable's letters out of a table, without any rule: the least that romanizing can be."""
    onsets = "g kk n d tt r m b pp s ss - j jj ch k t p h".replace("-", "").split(" ")
    vowels = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
    codas = " k k k n n n t l k m p t t p l m p p t t ng t t k t p t".split(" ")
    latin = [onset + vowel + coda for onset in onsets for vowel in vowels for coda in codas]
    letters = {0xAC00 + number: spelling for number, spelling in enumerate(latin)}
    return lambda text: text.translate(letters)


def ours(scheme: str, divide: bool | None) -> Engine:
    """The toolkit's own, with its big list of words read to the end: alone it reads a line when a word needs it."""
    len(importlib.import_module("juche_toolkit.hangul.lexicon").lexicon().words)
    romanize = importlib.import_module("juche_toolkit").romanize
    return partial(romanize, scheme=scheme, divide=divide)


def hangul_romanize() -> Engine:
    """hangul-romanize, letter by letter."""
    module = importlib.import_module("hangul_romanize")
    rule = importlib.import_module("hangul_romanize.rule")
    engine: Engine = module.Transliter(rule.academic).translit
    return engine


def korean_romanizer() -> Engine:
    """korean-romanizer, Revised Romanization with rules of sound."""
    maker = importlib.import_module("korean_romanizer.romanizer").Romanizer
    return lambda text: str(maker(text).romanize())


def koroman() -> Engine:
    """koroman, Revised Romanization with rules of sound."""
    engine: Engine = importlib.import_module("koroman").romanize
    return engine


def ko_pron() -> Engine:
    """ko-pron, the module of Wiktionary, in McCune-Reischauer; given Hangul alone, as it takes brackets for patterns."""
    romanise = importlib.import_module("ko_pron").romanise
    other = re.compile("[^가-힣]+")
    return lambda text: str(romanise(other.sub(" ", text), "mr"))


def icu() -> Engine:
    """PyICU's transform Hangul-Latin."""
    engine: Engine = importlib.import_module("icu").Transliterator.createInstance("Hangul-Latin").transliterate
    return engine


class Peer(NamedTuple):
    """An engine: how to make it, a program that romanizes one word with it, and the module that must be there."""

    make: Callable[[], Engine]
    word: str
    module: str | None = None


_OURS = "import juche_toolkit; juche_toolkit.romanize('경제', '{}', divide={})"
TABLE, DIVIDING = "str.translate", "ours: ala-lc, dividing"
ENGINES = {
    TABLE: Peer(table, "'경제'.translate({})"),
    "ours: mr": Peer(partial(ours, "mr", False), _OURS.format("mr", False)),
    "ours: 38north": Peer(partial(ours, "38north", False), _OURS.format("38north", False)),
    "ours: ala-lc": Peer(partial(ours, "ala-lc", False), _OURS.format("ala-lc", False)),
    DIVIDING: Peer(partial(ours, "ala-lc", True), _OURS.format("ala-lc", True)),
    "PyICU": Peer(icu, "import icu; icu.Transliterator.createInstance('Hangul-Latin').transliterate('경제')", "icu"),
    "hangul-romanize": Peer(
        hangul_romanize,
        "from hangul_romanize import Transliter as t, rule; t(rule.academic).translit('경제')",
        "hangul_romanize",
    ),
    "korean-romanizer": Peer(
        korean_romanizer,
        "from korean_romanizer.romanizer import Romanizer as r; r('경제').romanize()",
        "korean_romanizer",
    ),
    "koroman": Peer(koroman, "import koroman; koroman.romanize('경제')", "koroman"),
    "ko-pron": Peer(ko_pron, "import ko_pron; ko_pron.romanise('경제', 'mr')", "ko_pron"),
}
OURS = tuple(name for name in ENGINES if name.startswith("ours") and name != DIVIDING)


def corpus() -> list[str]:
    """The lines of the corpora kolaw and kobill, which the package konlpy brings along."""
    spec = importlib.util.find_spec("konlpy")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("the package konlpy is missing: its corpora kolaw and kobill are the text of this benchmark")
    folder = Path(spec.submodule_search_locations[0]) / "data" / "corpus"
    files = [*sorted(folder.glob("kolaw/*.txt")), *sorted(folder.glob("kobill/*.txt"))]
    return [line for file in files for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def titles(lines: Sequence[str]) -> list[str]:
    """Titles of three to seven eojeols of the corpora, drawn in an order that is the same every time."""
    chance = random.Random(1)  # noqa: S311 - nothing secret
    eojeols = [eojeol for line in lines for eojeol in line.split()]
    return [" ".join(chance.choices(eojeols, k=chance.randint(3, 7))) for _ in range(TITLES)]


def long_line(lines: Sequence[str], size: int) -> str:
    """One line of so many bytes, of eojeols of the corpora in any order."""
    chance = random.Random(2)  # noqa: S311 - nothing secret
    eojeols = [eojeol for line in lines for eojeol in line.split()]
    return " ".join(chance.choices(eojeols, k=size // 4)).encode()[:size].decode(errors="ignore")


def seconds(engine: Engine, texts: Sequence[str]) -> float:
    """Processor time of one pass over texts."""
    start = time.process_time()
    for text in texts:
        engine(text)
    return time.process_time() - start


def speed(engine: Engine, texts: Sequence[str], passes: int) -> float:
    """Characters a second over some passes, fewer where they take too long."""
    spent, done = 0.0, 0
    while done < passes and spent < LONGEST:
        spent += seconds(engine, texts)
        done += 1
    return done * sum(map(len, texts)) / max(spent, 1e-9)


def measure(name: str) -> Report:
    """One engine's figures; this runs in a fresh process."""
    lines = corpus()
    made = titles(lines)
    engine = ENGINES[name].make()
    engine(TABLES)
    gc.collect()
    found = {
        "cold": speed(engine, lines, 1),
        "warm": speed(engine, lines, WARM_PASSES),
        "titles": speed(engine, made, 1),
        "titles again": speed(engine, made, 3),
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    if name == TABLE or name.startswith("ours"):
        for size in SIZES:
            line = long_line(lines, size)
            engine(line)  # its words are remembered then, so that the sizes compare
            found[f"{size} bytes"] = min(seconds(engine, [line]) for _ in range(3))
    return found


def child(*arguments: str) -> str:
    """What a fresh interpreter prints."""
    command = [sys.executable, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - this very file
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout


def start(name: str) -> Report:
    """Processor time, in ms, and memory of a process that imports an engine and romanizes a word; the interpreter's own counts."""
    code = f"{ENGINES[name].word}; import resource; used = resource.getrusage(resource.RUSAGE_SELF)"
    code += "; print((used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / 1024)"
    spent, memory = child("-c", code).split()
    return {"start": float(spent), "memory": float(memory)}


def best(name: str, repeats: int) -> Report:
    """The best of some runs of an engine, each in a fresh process; memory and start-up at their least."""
    runs = [json.loads(child(__file__, "--measure", name)) for _ in range(repeats)]
    starts = [start(name) for _ in range(3 * repeats)]
    found = {
        key: (min if key == "memory" or key.endswith("bytes") else max)(run[key] for run in runs) for key in runs[0]
    }
    found["start"] = min(run["start"] for run in starts)
    found["first memory"] = min(run["memory"] for run in starts)
    return found


class Bar(NamedTuple):
    """What a figure of ours must reach: at least `least` times another engine's."""

    figure: str
    against: str
    least: float


BARS = (
    Bar("warm", TABLE, 0.5),
    Bar("cold", TABLE, 0.03),
    Bar("warm", "PyICU", 2),
    Bar("warm", "hangul-romanize", 5),
    Bar("warm", "ko-pron", 25),
    Bar("cold", "hangul-romanize", 1),
)
START = 150.0
"""Milliseconds that start-up with tables may take."""
GROWTH = 1.5
"""How much longer than ten times as long ten times the text may take; a noisy machine alone makes 1.2."""


def judged(reports: dict[str, Report]) -> list[str]:
    """Bars and whether our engines reach them; `ala-lc` dividing is reported without a bar."""
    found = []
    for bar in BARS:
        if bar.against not in reports:
            found.append(f"- {bar.figure} against {bar.against}: not measured, {bar.against} is missing")
            continue
        for name in OURS:
            ratio = reports[name][bar.figure] / reports[bar.against][bar.figure]
            verdict = "reached" if ratio >= bar.least else "MISSED"
            found.append(f"- {verdict}: {name}, {bar.figure}: {ratio:.3g} × {bar.against} (bar {bar.least:g})")
    for name in (*OURS, DIVIDING):
        spent = [reports[name][f"{size} bytes"] for size in SIZES]
        growth = [after / before / 10 for before, after in pairwise(spent)]
        verdict = "reached" if max(growth) <= GROWTH else "MISSED"
        shown = " and ".join(f"{ratio:.2f}" for ratio in growth)
        found.append(f"- {verdict}: {name}, ten times the text takes {shown} of ten times as long (bar {GROWTH:g})")
    for name in OURS:
        spent_ms = reports[name]["start"]
        verdict = "reached" if spent_ms < START else "MISSED"
        found.append(f"- {verdict}: {name}, start-up with tables {spent_ms:.0f} ms (bar {START:g})")
    return found


def _multiples(figure: str, reports: dict[str, Report], others: Sequence[str]) -> list[list[str]]:
    """A table of one figure of every engine as a multiple of some engines'."""
    rows = [[f"{figure}, as a multiple of", *others], ["---"] + ["--:"] * len(others)]
    rows.extend(
        [name, *(f"{report[figure] / reports[other][figure]:.3g}" for other in others)]
        for name, report in reports.items()
    )
    return rows


def shown(reports: dict[str, Report], missing: Sequence[str]) -> str:
    """All of it as Markdown."""
    others = [name for name in (TABLE, "PyICU", "hangul-romanize", "ko-pron") if name in reports]
    head = [
        "engine",
        "cold",
        "warm",
        "titles",
        "titles again",
        "start-up, ms",
        "memory: first word, MB",
        "after all, MB",
    ]
    rows = [head, ["---"] + ["--:"] * (len(head) - 1)]
    for name, report in reports.items():
        speeds = [f"{report[key]:,.0f}" for key in ("cold", "warm", "titles", "titles again")]
        rows.append([name, *speeds, *(f"{report[key]:,.0f}" for key in ("start", "first memory", "memory"))])
    ratios = [_multiples(figure, reports, others) for figure in ("cold", "warm")]
    tables = ["\n".join(f"| {' | '.join(row)} |" for row in table_) for table_ in (rows, *ratios)]
    absent = [f"Missing here: {', '.join(missing)}."] if missing else []
    return "\n\n".join(["Characters a second:", *tables, *absent, "\n".join(judged(reports))])


def main() -> int:
    """Run it; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=3, help="runs of each engine, of which the best counts")
    parser.add_argument("--measure", metavar="ENGINE", choices=ENGINES, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.measure:
        print(json.dumps(measure(chosen.measure)))
        return 0
    missing = [name for name, peer in ENGINES.items() if peer.module and importlib.util.find_spec(peer.module) is None]
    reports: dict[str, Report] = {}
    for name in ENGINES:
        print(f"{name} ...", file=sys.stderr)
        if name not in missing:
            reports[name] = best(name, chosen.repeats)
    text = shown(reports, missing)
    print(text)
    return 1 if "MISSED" in text else 0


if __name__ == "__main__":
    sys.exit(main())
