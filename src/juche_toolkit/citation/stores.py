"""Data sets: the stores that keep and publish them, and the statement of a version."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.items import Item
from juche_toolkit.citation.words import folded

__all__ = ["put_keeper", "put_version", "stored"]

_STORES = frozenset(
    (
        *("harvard dataverse", "dataverse", "kaggle", "icpsr", "figshare", "mendeley data"),
        *("kossda", "한국사회과학자료원", "ai hub", "aihub", "ai허브"),
    )
)
"""Stores that keep data sets alone."""
_VERSION = regex.compile(r"(?:버전|[Vv]ersion|[Vv]er\.?|[Vv]\.?)\s?\d[\w.-]{0,12}")
"""The version of a data set or program: `(버전 1.0)`, `(Version 3.0)`, `(v0.6.0)`."""


_PORTAL = regex.compile(
    r"\b(?:Portal|Database|Corpus|Hub|Repository|Dataverse|Archive|GitHub|Kaggle|Zenodo|Hugging Face)\b"
)


def put_keeper(draft: Draft, inner: Sequence[Item]) -> None:
    """data := "(" body ";" portal ["," "release" date] … address ")" — the body is the publisher, and the portal has no field."""
    if len(inner) < 3 or inner[0].kind != "text" or inner[1].mark != ";" or draft.has("publisher", "container_title"):
        return
    if not draft.has("title") or draft.people or all(item.kind != "url" for item in inner):
        return
    draft.put("publisher", inner[0].start, inner[0].end)
    inner[0].kind = "taken"
    portal = inner[2]
    if portal.kind != "text" or _PORTAL.search(draft.source.text, portal.start, portal.end) is None:
        return
    printed = draft.text(portal.start, portal.end)
    draft.doubtful(f"The portal that carries the data has no field: {printed}", portal.start, portal.end, 0.02)
    portal.kind = "taken"
    draft.values.setdefault("type", "dataset")


def put_version(draft: Draft, item: Item) -> bool:
    """version := "버전" number | "Version" number | "V" number — of a data set or program, in a bracket too: `(Version 1.1)`, `V1`."""
    start, end = (item.start, item.end) if item.kind == "text" else (item.start + 1, item.end - 1)
    if draft.source.text[start : start + 1] not in ("V", "v", "버"):
        return False
    return _VERSION.fullmatch(draft.source.text, start, end) is not None and draft.put("edition", start, end)


def stored(draft: Draft) -> bool:
    """Whether a store of data sets carries the work; it then is the publisher."""
    if folded(str(draft.values.get("publisher", ""))) in _STORES:
        return True
    if folded(str(draft.values.get("container_title", ""))) not in _STORES or draft.has("publisher"):
        return False
    draft.move("container_title", "publisher")
    return True
