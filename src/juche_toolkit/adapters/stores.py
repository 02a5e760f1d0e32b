"""The stores of titles by name, and which of them a path is."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from juche_toolkit.adapters import fanout, tantivy
from juche_toolkit.adapters.fanout import FanOutStore
from juche_toolkit.adapters.sqlite import SqliteStore
from juche_toolkit.adapters.store import Column, Store
from juche_toolkit.adapters.tantivy import TantivyStore
from juche_toolkit.errors import TitleIndexError, UnknownNameError

__all__ = ["ENGINES", "engine_of", "open_store"]

ENGINES = ("sqlite", "tantivy")
"""Engines of new indexes, the default first."""


def engine_of(path: str | os.PathLike[str]) -> str | None:
    """The engine of the index that is there: "sqlite" (a file), "tantivy" (a folder) or "parts"; None where there is none."""
    place = Path(path)
    if place.is_file():
        return "sqlite"
    if (place / fanout.NAME).exists():
        return "parts"
    return "tantivy" if (place / tantivy.NAME).exists() else None


def open_store(
    path: str | os.PathLike[str], columns: Sequence[Column], stamp: Mapping[str, str], *, engine: str | None = None
) -> Store:
    """Open the store at a path, or make a new one with this engine (None: sqlite).

    Raises UnknownNameError for an engine that doesn't exist, TitleIndexError where another engine made the index that is
    there, MissingExtraError where an engine isn't installed.
    """
    if engine is not None and engine not in ENGINES:
        raise UnknownNameError(f"no engine is called {engine!r}; there are {', '.join(ENGINES)}")
    there = engine_of(path)
    if there is not None and engine is not None and engine != there:
        raise TitleIndexError(f"{path} is an index of the engine {there}, not {engine}")
    chosen = there or engine or ENGINES[0]
    if chosen == "parts":
        return _open_parts(path, columns, stamp)
    return (TantivyStore if chosen == "tantivy" else SqliteStore)(path, columns, stamp)


def _open_parts(path: str | os.PathLike[str], columns: Sequence[Column], stamp: Mapping[str, str]) -> Store:
    stores: list[Store] = []
    try:
        for part in fanout.read_parts(path):
            stores.append(SqliteStore(part, columns, stamp))  # noqa: PERF401 - those already open are closed if one fails
    except BaseException:
        for store in stores:
            store.close()
        raise
    return FanOutStore(stores)
