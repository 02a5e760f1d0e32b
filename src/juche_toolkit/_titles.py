"""The doorway's `TitleIndex`: an index of titles wired to its store, an analyser and the default romanization.

It stands apart from `_doorway` since a class can't be made without its base, and to load search and store takes longer than to
romanize a title.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from os import PathLike
from typing import Self

from juche_toolkit._doorway import romanize
from juche_toolkit.adapters import analyzers
from juche_toolkit.adapters.stores import open_store
from juche_toolkit.search import index as _index
from juche_toolkit.search import keys, tokens

__all__ = ["TitleIndex", "keyer"]


class TitleIndex(_index.TitleIndex):
    """An index of titles, found however they are spelt; see docs/search.md."""

    @classmethod
    def open(
        cls,
        path: str | PathLike[str],
        *,
        analyzer: str | None = None,
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
        analyzer: str | None = None,
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


@lru_cache(maxsize=16)
def keyer(analyzer: str | None = None) -> _index.Keyer:
    """What makes the keys of a title with an analyser: one for a process, whose memory all its indexes share."""
    engine_ = analyzers.load(analyzer)

    def terms(title: str) -> tuple[str, ...]:
        return tokens.search_terms(title, analyzer=engine_)

    def latin(text: str, scheme: str) -> str:
        return romanize(text, scheme, divide=False)

    return _index.Keyer(terms, latin, {"analyser": f"{engine_.name} {engine_.version}"})
