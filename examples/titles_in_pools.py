"""Search terms of many titles from a pool of threads and from one of processes, with any analyser: the same as from one thread.

python titles_in_pools.py [ANALYSER]
"""

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial

import juche_toolkit as jt

TITLES = ["로동의 리론", "대외경제발전전략의 작성", "북한 여성의 삶과 노동", "주체102(2013)년 신년사"] * 50


def main(analyzer: str) -> None:
    terms = partial(jt.search_terms, analyzer=analyzer)
    one = list(map(terms, TITLES))
    with ThreadPoolExecutor(4) as pool:
        threads = list(pool.map(terms, TITLES))
    # "spawn": a forked process can't use a JVM that was started before
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        processes = list(pool.map(terms, TITLES, chunksize=100))
    print(
        f"{analyzer}: threads {'same' if threads == one else 'differ'}, processes {'same' if processes == one else 'differ'}"
    )
    print(*processes[1])


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "builtin")
