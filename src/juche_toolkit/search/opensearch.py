"""Records with their keys as OpenSearch and Elasticsearch take them: an index mapping and bulk lines.

Keys arrive there cut into tokens, as in our own stores, so that no plugin for Korean is needed: every key is a field whose analyser
splits at spaces. No server was at hand to try it on.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from juche_toolkit.adapters.store import Column, Row, cut

__all__ = ["bulk_lines", "mapping"]


def mapping(columns: Sequence[Column]) -> dict[str, object]:
    """Settings and mappings of an index, the body of its PUT: id and title as they are, other fields unsearched, and the keys.

    In `keys` a column of words is asked with `term` or `prefix`; one with n-grams with `match_phrase` on the stretch cut into
    n-grams, or `match_phrase_prefix` where they don't reach its end (`adapters.store.stretch` cuts).
    """
    return {
        "settings": {"analysis": {"analyzer": {"spaces": {"type": "custom", "tokenizer": "whitespace"}}}},
        "mappings": {
            "dynamic": "strict",
            "properties": {
                "id": {"type": "keyword"},
                "title": {"type": "text", "index": False},
                "size": {"type": "integer"},
                "fields": {"type": "object", "enabled": False},
                "keys": {"properties": {column.name: _field(column) for column in columns}},
            },
        },
    }


def _field(column: Column) -> dict[str, object]:
    """A key's field: only one with n-grams needs to know where its tokens stand, and none how long it is."""
    options = "positions" if column.grams else "docs"
    return {"type": "text", "analyzer": "spaces", "index_options": options, "norms": False}


def bulk_lines(rows: Iterable[Row], columns: Sequence[Column], index: str) -> Iterator[str]:
    """The lines of a bulk request without their ends: for each record what to do, and the record with its keys cut."""
    for row in rows:
        keys = {column.name: cut(column, text) for column, text in zip(columns, row.keys, strict=True) if text}
        document = {"id": row.id, "title": row.title, "size": row.size, "fields": json.loads(row.fields), "keys": keys}
        for line in ({"index": {"_index": index, "_id": row.id}}, document):
            yield json.dumps(line, ensure_ascii=False, separators=(",", ":"))
