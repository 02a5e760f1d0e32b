"""The retrieval set: titles with hand-cut terms, queries of every kind, and how well an index answers them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from juche_toolkit.adapters.store import Store
from juche_toolkit.morphology import builtin
from juche_toolkit.romanization import engine
from juche_toolkit.search.folding import fold
from juche_toolkit.search.index import Keyer, TitleIndex
from juche_toolkit.search.tokens import search_terms
from tests.tables import golden

TITLES = golden("retrieval_titles.tsv")
_FOURTH, _FIFTH = golden("retrieval_titles_4.tsv"), golden("retrieval_titles_5.tsv")
_SECOND, _THIRD = golden("retrieval_titles_2.tsv"), golden("retrieval_titles_3.tsv")
SETS = {
    "first": (TITLES, golden("retrieval_queries.tsv")),
    "second": (_SECOND, golden("retrieval_queries_2.tsv")),
    "third": (_THIRD, golden("retrieval_queries_3.tsv")),
    "fourth": (_FOURTH, golden("retrieval_queries_6.tsv")),
    "fifth": (_FIFTH, golden("retrieval_queries_7.tsv")),
    "misspelt": ([*TITLES, *_SECOND, *_THIRD], golden("retrieval_queries_4.tsv")),
    "misspelt again": ([*TITLES, *_SECOND, *_THIRD], golden("retrieval_queries_5.tsv")),
    "mistyped": ([*TITLES, *_SECOND, *_THIRD, *_FOURTH, *_FIFTH], golden("retrieval_queries_8.tsv")),
}
"""Titles and queries of each set; those of misspelt words ask all titles together, and only what their table has."""


class Query(NamedTuple):
    """What is typed, and the numbers of the titles that should be found."""

    kind: str
    text: str
    relevant: frozenset[str]


@cache
def keyer() -> Keyer:
    """The keys as the toolkit makes them: terms of the built-in analyser, the toolkit's romanization."""
    analyzer = builtin.load()
    options = {scheme: engine.options(scheme, kind="text") for scheme in ("mr", "38north", "ala-lc", "rr")}
    return Keyer(
        terms=lambda title: search_terms(title, analyzer=analyzer, foreign=True),
        romanize=lambda text, scheme: engine.explain(text, options[scheme]).text,
        stamp={"analyser": f"{analyzer.name} {analyzer.version}"},
    )


def filled(store: Store, which: str = "first") -> TitleIndex:
    """An index of all titles of a set; the id is the row's number."""
    index = TitleIndex(store, keyer())
    index.add({"id": str(number), **row} for number, row in enumerate(SETS[which][0]))
    return index


@cache
def _folded_terms(which: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(fold(term).key for term in row["terms"].split(" ")) for row in SETS[which][0])


def _holding(words: Sequence[str], which: str) -> frozenset[str]:
    """The titles that are meant by words: those whose hand-cut terms hold every one, and those in which the words stand in a row
    from the beginning of a term on (노동 운동 in 노동 운동사)."""
    wanted = [fold(word).key for word in words]
    row = "".join(wanted)
    return frozenset(
        str(number)
        for number, terms in enumerate(_folded_terms(which))
        if all(word in terms for word in wanted) or (len(wanted) > 1 and _begins_a_term(row, number, which))
    )


def _begins_a_term(row: str, number: int, which: str) -> bool:
    key, place = fold(SETS[which][0][number]["title"]).key, 0
    for term in SETS[which][0][number]["terms"].split(" "):
        found = key.find(fold(term).key, place)
        if found >= 0:
            if key.startswith(row, found):
                return True
            place = found + len(fold(term).key)
    return False


def queries(which: str = "first") -> Iterator[Query]:
    """Every query of a set: those made from the hand-cut terms, and those of the table."""
    titles, table = SETS[which]
    if not which.startswith(("misspelt", "mistyped")):
        yield from _made(titles, which)
    for row in table:
        if row["kind"] == "year":
            relevant = frozenset(str(number) for number, title in enumerate(titles) if row["means"] in title["title"])
            yield Query("year", row["query"], relevant)
        else:
            relevant = _holding(row["means"].split(" "), which)
            yield Query(row["kind"] if row["kind"] != "joined" else "latin joined", row["query"], relevant)


def _made(titles: Sequence[dict[str, str]], which: str) -> Iterator[Query]:
    """The queries made from the terms of a set's titles."""
    terms = sorted({term for row in titles for term in row["terms"].split(" ") if len(term) > 1})
    for term in terms:
        yield Query("term", term, _holding([term], which))
    for row in titles:
        folded = fold(row["title"])
        for term in row["terms"].split(" "):
            for start, end in folded.spans(fold(term).key)[:1]:
                printed = row["title"][start:end]
                if printed != term and row["state"] == "nk" and len(term) > 1:
                    yield Query("respelt", printed, _holding([term], which))
        for one, two in pairwise(row["terms"].split(" ")):
            if fold(one + two).key in folded.key and len(one) > 1 < len(two):
                yield Query("joined", one + two, _holding([one, two], which))
                yield Query("spaced", f"{one} {two}", _holding([one, two], which))


class Score(NamedTuple):
    """Micro-averaged F1, recall among the first ten, and the number of queries."""

    f1: float
    recall_at_ten: float
    count: int


def measure(index: TitleIndex, which: str = "first", *, misses: bool = False) -> dict[str, Score]:
    """The scores of an index of a set for each kind of query; `misses` prints what went wrong."""
    tallies: dict[str, list[float]] = {}
    for query in queries(which):
        if not query.relevant:
            continue
        hits = index.search(query.text, limit=500)
        found = [hit.id for hit in hits]
        both = len(query.relevant & set(found))
        tally = tallies.setdefault(query.kind, [0, 0, 0, 0, 0])
        recall = len(query.relevant & set(found[:10])) / min(10, len(query.relevant))
        for place, value in enumerate((both, len(found), len(query.relevant), recall, 1)):
            tally[place] += value
        if misses and (both < len(found) or both < len(query.relevant)):
            extra = [f"{hit.title} ({hit.matched})" for hit in hits if hit.id not in query.relevant]
            missing = [SETS[which][0][int(number)]["title"] for number in query.relevant - set(found)]
            print(f"{query.kind}\t{query.text}\textra {extra[:4]}\tmissing {missing[:4]}")  # noqa: T201 - asked for
    return {
        kind: Score(2 * both / max(1, found + wanted), recall / count, int(count))
        for kind, (both, found, wanted, recall, count) in tallies.items()
    }
