"""Titles a second, memory and pools of every analyser that is installed; see README.md.

python bench/analyzers.py            speed and memory, each analyser in a process of its own
python bench/analyzers.py --pools    4 threads and 2 processes against one thread, on 2,000 titles
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial

from juche_toolkit.adapters import analyzers
from juche_toolkit.search.tokens import search_terms
from juche_toolkit.tables import packaged_text, read_rows

SLOW = {"kkma": 300, "hannanum": 600}
"""Titles for the engines that would take minutes."""
BAR = 2500
TAILS = (
    "",
    "의",
    "에서",
    "을",
    "는",
    "적",
    "와",
    "과",
    "에 대한",
    "하기 위한",
    "하는것은",
    "에서 나서는",
    "으로",
    "화",
    "성의",
)


def titles(number: int, seed: int = 7) -> list[str]:
    """Titles of 3 to 5 eojeols, each of 1 to 3 common nouns with an ending: hardly an eojeol comes twice."""
    rows = read_rows(packaged_text("morphology", "nouns.tsv").splitlines(), name="nouns.tsv")
    nouns = [row["form"] for _, row in rows if row["level"] in "12" and len(row["form"]) > 1]
    dice = random.Random(seed)  # noqa: S311 - no secret
    eojeol: Callable[[], str] = lambda: "".join(dice.choices(nouns, k=dice.choice((1, 2, 2, 3)))) + dice.choice(TAILS)  # noqa: E731
    return [" ".join(eojeol() for _ in range(dice.randint(3, 5))) for _ in range(number)]


def rate(work: Callable[[], object], number: int) -> float:
    """Titles a second of processor time, of all threads: a busy machine then does little harm."""
    start = time.process_time()
    work()
    return number / (time.process_time() - start)


def measure(name: str) -> dict[str, object]:
    """One analyser in this process: speeds, on titles that never came before, and the largest the process has been."""
    number = SLOW.get(name, 4000)
    lots = [titles(number, seed) for seed in range(3)]
    engine = analyzers.load(name)
    for title in titles(200, 99):
        search_terms(title, analyzer=engine)
    one = rate(lambda: [engine.analyze(title) for title in lots[0]], number)
    many = rate(lambda: engine.analyze_many(lots[1]), number)
    terms = rate(lambda: [search_terms(title, analyzer=engine) for title in lots[2]], number)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"name": name, "titles": number, "one": one, "many": many, "terms": terms, "memory": memory}


def terms_of(name: str, title: str) -> tuple[str, ...]:
    """The terms of a title: what a worker process is asked."""
    return search_terms(title, analyzer=analyzers.load(name))


def pools(name: str, lot: Sequence[str]) -> dict[str, object]:
    """Whether 4 threads and 2 processes give what one thread gives."""
    ask = partial(terms_of, name)
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as processes:
        apart = list(processes.map(ask, lot, chunksize=50))
    alone = [ask(title) for title in lot]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(ask, lot))
    return {"name": name, "titles": len(lot), "threads": together == alone, "processes": apart == alone}


def in_own_process(name: str, *options: str) -> dict[str, object]:
    """What this program says of one analyser, run afresh."""
    command = [sys.executable, __file__, "--only", name, *options]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - this very file
    answer: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return answer


def show(line: str) -> None:
    """A line of the table, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    """Ends with 1 where a pool gives other results or the built-in analyser misses its bar."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--only")
    options.add_argument("--pools", action="store_true")
    options.add_argument("--titles", type=int, default=2000)
    chosen = options.parse_args()
    if chosen.only:
        found = pools(chosen.only, titles(chosen.titles)) if chosen.pools else measure(chosen.only)
        show(json.dumps(found))
        return 0
    ready = [name for name, state in analyzers.states().items() if state == "ready"]
    wrong = False
    if chosen.pools:
        for name in ready:
            found = in_own_process(name, "--pools", "--titles", str(chosen.titles))
            wrong |= not (found["threads"] and found["processes"])
            together, apart = ("same" if found[pool] else "OTHER" for pool in ("threads", "processes"))
            show(f"{name:10} {found['titles']:>6} titles  4 threads {together}  2 processes {apart}")
        return int(wrong)
    show(f"{'':10} {'titles':>7} {'one/s':>8} {'lists/s':>8} {'terms/s':>8} {'MB':>6}")
    for name in ready:
        found = in_own_process(name)
        cells = (f"{float(str(found[key])):8.0f}" for key in ("titles", "one", "many", "terms", "memory"))
        show(f"{name:10}" + " ".join(cells))
        wrong |= name == "builtin" and float(str(found["one"])) < BAR
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main())
