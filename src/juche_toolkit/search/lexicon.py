"""Which tables the keys of an index depend on, as a short hash that the index keeps."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.resources import files

__all__ = ["lexicon_hash"]

_ROOMS = ("hangul", "morphology", "romanization/tables")
_TABLES = (".tsv", ".txt", ".toml")


@cache
def lexicon_hash() -> str:
    """A hash of the tables of words, readings and letters that ship with the toolkit: a title's keys may change with them."""
    digest = blake2b(digest_size=8)
    for room in _ROOMS:
        folder = files("juche_toolkit").joinpath(*room.split("/"))
        for table in sorted(folder.iterdir(), key=lambda found: found.name):
            if table.name.endswith(_TABLES):
                digest.update(f"{room}/{table.name}\n".encode())
                digest.update(table.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()
