"""The doorway's `TitleIndex`: an index of titles wired to its store, an analyser and the default romanization.

It stands apart from `_doorway` since a class can't be made without its base, and to load search and store takes longer than to
romanize a title.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from itertools import islice
from os import PathLike
from pathlib import Path
from typing import Self

from juche_toolkit._doorway import romanize
from juche_toolkit.adapters import analyzers
from juche_toolkit.adapters.stores import open_store
from juche_toolkit.morphology.protocol import Analyzer
from juche_toolkit.search import index as _index
from juche_toolkit.search import keys, opensearch, tokens

__all__ = ["TitleIndex", "keyer"]


class TitleIndex(_index.TitleIndex):
    """An index of titles, found however they are spelt; see docs/search.md."""

    @classmethod
    def open(
        cls,
        path: str | PathLike[str],
        *,
        analyzer: str | Analyzer | None = None,
        engine: str | None = None,
        rebuild: bool = False,
    ) -> Self:
        """Open the index at a path, or make it; a context manager that closes it.

        `analyzer` cuts titles into terms, None is the built-in one. `engine` keeps a new index: "sqlite" (the default, one
        file) or "tantivy" (a folder); that of an index that is there is recognised, as is a folder of parts. An index made by
        another analyser, or another version of it, is refused, or made anew from its records where `rebuild` says so. Raises
        TitleIndexError where there is no index or it can't be read or written, UnknownNameError for an analyser or engine
        that doesn't exist, MissingExtraError for one that isn't installed.
        """
        chosen = keyer(analyzer)
        return cls(open_store(path, keys.COLUMNS, chosen.stamp, engine=engine), chosen, rebuild=rebuild)

    @classmethod
    def remake(
        cls,
        path: str | PathLike[str],
        *,
        analyzer: str | Analyzer | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> Self:
        """Open the index at a path and make all its keys anew, whatever they were made with; errors are those of `open`.

        `progress` is called with the number of records dealt with, each thousand.
        """
        chosen = keyer(analyzer)
        store = open_store(path, keys.COLUMNS, chosen.stamp)
        try:
            _index.remake(store, chosen, progress=progress)
            return cls(store, chosen)
        except BaseException:
            store.close()
            raise

    def export_opensearch(
        self, folder: str | PathLike[str], *, index: str = "titles", lines: int = 20_000
    ) -> list[Path]:
        """Write all records with their keys as OpenSearch and Elasticsearch take them; gives the files.

        `folder`, made if need be, gets `mapping.json`, the body of `PUT /{index}`, and `bulk-00001.ndjson` and so on with at most
        so many lines each, the bodies of `POST /_bulk`. Not tried on a server.
        """
        where = Path(folder)
        where.mkdir(parents=True, exist_ok=True)
        written = [where / "mapping.json"]
        written[0].write_text(json.dumps(opensearch.mapping(keys.COLUMNS), indent=2) + "\n", encoding="utf-8")
        waiting = opensearch.bulk_lines(self.rows(), keys.COLUMNS, index)
        while some := list(islice(waiting, max(2, lines - lines % 2))):
            written.append(where / f"bulk-{len(written):05}.ndjson")
            written[-1].write_text("\n".join(some) + "\n", encoding="utf-8")
        return written


@lru_cache(maxsize=16)
def keyer(analyzer: str | Analyzer | None = None) -> _index.Keyer:
    """What makes the keys of a title with an analyser: one for a process, whose memory all its indexes share."""
    engine_ = analyzers.load(analyzer) if analyzer is None or isinstance(analyzer, str) else analyzer

    def terms(title: str) -> tuple[str, ...]:
        return tokens.search_terms(title, analyzer=engine_, foreign=True)

    def latin(text: str, scheme: str) -> str:
        return romanize(text, scheme, divide=False)

    return _index.Keyer(terms, latin, {"analyser": f"{engine_.name} {engine_.version}"})
