"""Records as plain JSON values, by the package cattrs."""

from __future__ import annotations

from functools import cache

from cattrs import Converter
from cattrs.preconf.json import make_converter

from juche_toolkit.citation.model import FrozenMap, Span

__all__ = ["plain"]


@cache
def _converter() -> Converter:
    converter = make_converter()
    converter.register_unstructure_hook(Span, list)
    converter.register_unstructure_hook_func(
        lambda kind: isinstance(kind, type) and issubclass(kind, FrozenMap),
        lambda mapping: {key: converter.unstructure(value) for key, value in mapping.items()},
    )
    return converter


def plain(record: object) -> object:
    """A record, or a collection of them, as dicts, lists, strings and numbers: attributes by name, spans as [start, end]."""
    return _converter().unstructure(record)
