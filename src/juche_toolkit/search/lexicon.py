"""Which tables the keys of an index depend on, as a short hash that the index keeps."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.resources import files

__all__ = ["UNREAD", "lexicon_hash"]

_ROOMS = ("hangul", "morphology", "romanization/tables")
_TABLES = (".tsv", ".txt", ".toml")
UNREAD = frozenset(
    (
        "hangul/sino_characters.tsv",  # read by the maker of sino_sounds.tsv
        "romanization/tables/academic.toml",  # schemes in which no key is spelt
        "romanization/tables/bgn.toml",
        "romanization/tables/dprk.toml",
        "romanization/tables/yale.toml",
    )
)
"""Tables that change no term and no key of any title, so that an index outlives their edits; every other table counts."""


@cache
def lexicon_hash() -> str:
    """A hash of the tables of words, readings and letters that ship with the toolkit: a title's keys may change with them."""
    digest = blake2b(digest_size=8)
    for room in _ROOMS:
        folder = files("juche_toolkit").joinpath(*room.split("/"))
        for table in sorted(folder.iterdir(), key=lambda found: found.name):
            name = f"{room}/{table.name}"
            if name.endswith(_TABLES) and name not in UNREAD:
                digest.update(f"{name}\n".encode())
                digest.update(table.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()
