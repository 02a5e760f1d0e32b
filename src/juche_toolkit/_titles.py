"""The doorway's `TitleIndex`: an index of titles wired to its store, an analyser and the default romanization.

It stands apart from `_doorway` since a class can't be made without its base, and to load search and store takes longer than to
romanize a title.
"""

from __future__ import annotations

from os import PathLike
from typing import Self

from juche_toolkit._doorway import romanize
from juche_toolkit._version import __version__
from juche_toolkit.adapters import analyzers
from juche_toolkit.adapters.sqlite import SqliteStore
from juche_toolkit.search import index as _index
from juche_toolkit.search import keys, tokens

__all__ = ["TitleIndex"]


class TitleIndex(_index.TitleIndex):
    """An index of titles in one file, found however they are spelt; see docs/search.md."""

    @classmethod
    def open(cls, path: str | PathLike[str], *, analyzer: str | None = None, rebuild: bool = False) -> Self:
        """Open the index in a file, or make it; a context manager that closes it.

        `analyzer` cuts titles into terms, None is the built-in one. An index made by another analyser, or another version
        of it, is refused, or made anew from its records where `rebuild` says so. Raises TitleIndexError where the file is
        no index or can't be read or written.
        """
        engine_ = analyzers.load(analyzer)

        def terms(title: str) -> tuple[str, ...]:
            return tokens.search_terms(title, analyzer=engine_)

        def latin(text: str, scheme: str) -> str:
            return romanize(text, scheme, divide=False)

        keyer = _index.Keyer(terms, latin, {"analyser": f"{engine_.name} {engine_.version}", "toolkit": __version__})
        return cls(SqliteStore(path, keys.COLUMNS, keyer.stamp), keyer, rebuild=rebuild)
