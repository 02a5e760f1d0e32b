"""What every analyser must do, whoever makes it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from juche_toolkit.morphology.protocol import Analyzer
from juche_toolkit.search.tokens import search_terms
from juche_toolkit.tables import read_rows

GOLDEN = Path(__file__).parent.parent / "golden" / "titles.tsv"
ROWS = [row for _, row in read_rows(GOLDEN.read_text(encoding="utf-8").splitlines(), name=GOLDEN.name)]
TITLES = [row["title"] for row in ROWS]
HARD = [
    "",
    " ",
    "...",
    "IAEA 2013",
    "\0",
    "\ud800",
    "😀 로동",
    "經濟",
    "a/b+c",
    "《중요한》",
    "ㄱㄴㄷ",
    "가\n나\r\n다\t라",
    "🇰🇵 조선",
]


def f1(analyzer: Analyzer, side: str, rows: list[dict[str, str]] = ROWS) -> float:
    """Terms of the golden titles of one orthography; optional words count neither way."""
    hit = found = wanted = 0
    for row in rows:
        if row["orthography"] == side:
            gold, free = Counter(row["terms"].split()), set(row["optional"].split())
            ours = Counter(
                term for term in search_terms(row["title"], analyzer=analyzer) if term not in free or term in gold
            )
            hit, found, wanted = (
                hit + sum((gold & ours).values()),
                found + sum(ours.values()),
                wanted + sum(gold.values()),
            )
    return 2 * hit / (found + wanted)


def check_protocol(analyzer: Analyzer, name: str) -> None:
    """Name, version, offsets into the text as given, NFD like NFC, bad input."""
    assert isinstance(analyzer, Analyzer)
    assert analyzer.name == name
    assert analyzer.version
    for title in [*TITLES[:30], *HARD]:
        decomposed = unicodedata.normalize("NFD", title)
        composed = analyzer.analyze(unicodedata.normalize("NFC", title))
        assert [(m.form, m.tag) for m in composed] == [(m.form, m.tag) for m in analyzer.analyze(decomposed)]
        for text, found in ((title, analyzer.analyze(title)), (decomposed, analyzer.analyze(decomposed))):
            for one in found:
                assert 0 <= one.start < one.end <= len(text)
                if one.tag in ("NNG", "NNP") and " " not in one.form:
                    assert one.form in unicodedata.normalize("NFC", text[one.start : one.end]).replace(" ", "")
    assert not any("가" <= c <= "힣" for m in analyzer.analyze("IAEA 2013 經濟") for c in m.form)
    assert [list(found) for found in analyzer.analyze_many(TITLES[:20])] == [
        list(analyzer.analyze(title)) for title in TITLES[:20]
    ]


def check_threads(analyzer: Analyzer, titles: list[str]) -> None:
    """Four threads give what one gives."""
    alone = [analyzer.analyze(title) for title in titles]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(analyzer.analyze, titles)) == alone


def check_long(analyzer: Analyzer, size: int) -> None:
    """A long line, with and without spaces, comes back whole."""
    for unit in ("사회주의경제관리", "경제를 발전시키는 ", "가", "1", "《"):
        text = unit * (size // len(unit))
        found = analyzer.analyze(text)
        assert found
        assert found[-1].end == len(text.rstrip())
