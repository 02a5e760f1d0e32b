"""Checks the tables of names: format, duplicates, the vocabulary of their cells, apostrophes, composed letters.

    python scripts/check_names.py

Prints one line for each fault and exits 1 if there is any. The tables are the authority of journals and publishers, those of
romanization that hold names (customary spellings, proper nouns, ambiguous words, surnames, given names, titles of address,
administrative units), and the golden names and places.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from attrs import frozen

from juche_toolkit.citation.journals import journal_key
from juche_toolkit.errors import TableError
from juche_toolkit.hangul.syllable import is_syllable
from juche_toolkit.tables import read_rows

ROOT = Path(__file__).parent.parent
ROMANIZATION = "src/juche_toolkit/romanization/tables"
SCHEMES = frozenset({"38north", "mr", "ala-lc", "bgn", "rr", "dprk"})
HABITS = frozenset({"hyphen", "hyphen-fixed", "joined", "joined-fixed", "apart"})
NOT_ASCII = frozenset("’‘ʼʻ`´′＇")
"""Signs that stand for an apostrophe and must not: the tables are ASCII there, the output policy chooses the sign."""

Row = Mapping[str, str]
Numbered = list[tuple[int, dict[str, str]]]


@frozen
class Table:
    """What a table must look like: its columns, the cells that may not be empty, the words a column may hold, the key."""

    path: str
    columns: tuple[str, ...]
    filled: tuple[str, ...]
    words: Mapping[str, frozenset[str]]
    key: tuple[str, ...]
    least: int
    check: Callable[[Numbered], Iterator[tuple[int, str]]] | None = None


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _journals(rows: Numbered) -> Iterator[tuple[int, str]]:
    """Every printed form leads to one entry; a name is there; outlets on the web are webpages."""
    owners: dict[str, int] = {}
    for number, row in rows:
        aliases = [alias.strip() for alias in row["aliases"].split("|")]
        forms = [form for form in (row["hangul"], row["hanja"], *aliases) if form]
        if not row["hangul"] and not aliases[0]:
            yield number, "has no name"
        if len(set(aliases)) != len(aliases):
            yield number, "gives an alias twice"
        if row["kind"] == "website" and row["csl_type"] != "webpage":
            yield number, f"a website is a webpage, not {row['csl_type']}"
        for form in forms:
            owner = owners.setdefault(journal_key(form), number)
            if owner != number:
                yield number, f"{form!r} leads to line {owner} too"


def _exceptions(rows: Numbered) -> Iterator[tuple[int, str]]:
    """Particles follow a name that is a whole word, none a name that counts only alone."""
    for number, row in rows:
        if not _is_hangul(row["hangul"]):
            yield number, f"{row['hangul']!r} is not one word of Hangul, so it would never be found"
        if (row["scope"] == "word") != (row["particles"] == "yes"):
            yield number, f"scope {row['scope']} with particles {row['particles']}"


def _proper_nouns(rows: Numbered) -> Iterator[tuple[int, str]]:
    """`words` is the Hangul again with its division; a person has a surname, and a hyphen in a given name of two."""
    for number, row in rows:
        bare = row["words"].replace(" ", "").replace("-", "")
        if bare != row["hangul"].replace(" ", ""):
            yield number, f"{row['words']!r} is not {row['hangul']!r} divided"
        family, _, given = row["words"].partition(" ")
        if row["kind"] == "person" and (not given or " " in given):
            yield number, f"{row['words']!r} is not a surname, a space and a given name"
        if "-" in row["words"] and (row["kind"] != "person" or "-" in family or len(given) != 3 or given[1] != "-"):
            yield number, f"{row['words']!r}: a hyphen stands inside a given name of two syllables only"


def _ambiguous(rows: Numbered) -> Iterator[tuple[int, str]]:
    for number, row in rows:
        if row["reading_a"] == row["reading_b"]:
            yield number, f"both readings are {row['reading_a']!r}"


def _hangul_only(rows: Numbered) -> Iterator[tuple[int, str]]:
    for number, row in rows:
        word = row.get("hangul") or row["unit"]
        if not _is_hangul(word):
            yield number, f"{word!r} is not one word of Hangul"


def _units(rows: Numbered) -> Iterator[tuple[int, str]]:
    yield from _hangul_only(rows)
    for number, row in rows:
        if not row["least"].isdigit():
            yield number, f"least is a number of syllables, not {row['least']!r}"


def _is_hangul(text: str) -> bool:
    return bool(text) and all(map(is_syllable, text))


GOLDEN = {"scheme": SCHEMES, "trust": _words("authority wild rule negative known-failures")}
TABLES = (
    Table(
        "src/juche_toolkit/citation/journals.tsv",
        tuple("hangul hanja aliases side kind csl_type frequency first_year bare_number source".split()),
        ("side", "kind", "csl_type", "source"),
        {
            "side": _words("KP KR other"),
            "kind": _words(
                "journal newspaper magazine agency yearbook broadcaster publisher website series collected-works"
            ),
            "csl_type": _words("article-journal article-newspaper article-magazine webpage book broadcast"),
            "bare_number": _words("issue volume whole_number") | {"", "issue | volume"},
        },
        (),
        360,
        _journals,
    ),
    Table(
        f"{ROMANIZATION}/exceptions.tsv",
        tuple("hangul latin kind scope particles source".split()),
        tuple("hangul latin kind scope particles source".split()),
        {
            "kind": _words("person place journal newspaper institution concept agency country"),
            "scope": _words("word whole"),
            "particles": _words("yes no"),
        },
        ("hangul",),
        170,
        _exceptions,
    ),
    Table(
        f"{ROMANIZATION}/proper_nouns.tsv",
        tuple("hangul kind words ambiguous source".split()),
        tuple("hangul kind words ambiguous source".split()),
        {"kind": _words("person figure place institution event term"), "ambiguous": _words("0 1")},
        ("hangul",),
        600,
        _proper_nouns,
    ),
    Table(
        f"{ROMANIZATION}/ambiguous.tsv",
        tuple("hangul reading_a meaning_a reading_b meaning_b condition default source".split()),
        tuple("hangul reading_a meaning_a reading_b meaning_b condition default source".split()),
        {"default": _words("a b")},
        ("hangul",),
        120,
        _ambiguous,
    ),
    Table(
        "src/juche_toolkit/hangul/surnames.tsv",
        tuple("hangul hanja latin certain".split()),
        ("hangul", "hanja", "latin"),
        {"certain": frozenset(("", "yes", "no", "rare"))},
        ("hangul",),
        180,
        _hangul_only,
    ),
    Table(
        "src/juche_toolkit/citation/foreign_names.tsv",
        ("form", "part"),
        ("form", "part"),
        {"part": _words("given family jp-family jp-given whole")},
        ("form", "part"),
        1500,
        None,
    ),
    Table(
        f"{ROMANIZATION}/given_names.tsv",
        ("hangul", "meaning"),
        ("hangul", "meaning"),
        {},
        ("hangul",),
        150,
        _hangul_only,
    ),
    Table(
        f"{ROMANIZATION}/titles_of_address.tsv",
        ("hangul", "gloss", "joined", "side"),
        ("hangul", "gloss", "joined", "side"),
        {"joined": _words("yes no"), "side": _words("KP KR both")},
        ("hangul",),
        100,
        _hangul_only,
    ),
    Table(
        f"{ROMANIZATION}/administrative_units.tsv",
        tuple("unit kind least gloss mr 38north bgn rr dprk ala-lc side example".split()),
        tuple("unit kind least gloss mr 38north bgn rr dprk ala-lc side".split()),
        {
            "kind": _words("jurisdiction city feature built road"),
            "side": _words("KP KR both"),
            **dict.fromkeys(sorted(SCHEMES), HABITS),
        },
        ("unit",),
        20,
        _units,
    ),
    Table(
        "tests/golden/names.tsv",
        tuple("hangul scheme latin kind trust source".split()),
        tuple("hangul scheme latin kind trust source".split()),
        {**GOLDEN, "kind": _words("name")},
        ("hangul", "scheme"),
        200,
    ),
    Table(
        "tests/golden/places.tsv",
        tuple("hangul scheme latin kind trust source".split()),
        tuple("hangul scheme latin kind trust source".split()),
        {**GOLDEN, "kind": _words("place")},
        ("hangul", "scheme"),
        150,
    ),
)


def _cells(table: Table, row: Row) -> Iterator[str]:
    """What is wrong with a row's cells by themselves."""
    for column, cell in row.items():
        if cell != cell.strip():
            yield f"{column}: space at the edge of {cell!r}"
        if cell != unicodedata.normalize("NFC", cell):
            yield f"{column}: {cell!r} is not composed (NFC)"
        if NOT_ASCII & set(cell):
            yield f"{column}: an apostrophe in {cell!r} is not ASCII"
        if column in table.filled and not cell:
            yield f"{column} is empty"
        if column in table.words and cell not in table.words[column]:
            yield f"{column}: {cell!r} is none of {', '.join(sorted(filter(None, table.words[column])))}"


def faults(table: Table) -> Iterator[str]:
    """Every fault of a table, with file and line."""
    text = (ROOT / table.path).read_text(encoding="utf-8")
    if not text.startswith("#"):
        yield f"{table.path}: begins with no provenance header"
    try:
        rows = list(read_rows(text.splitlines(), name=table.path))
    except TableError as error:
        yield str(error)
        return
    if len(rows) < table.least:
        yield f"{table.path}: {len(rows)} rows where at least {table.least} were expected"
    if rows and tuple(rows[0][1]) != table.columns:
        yield f"{table.path}: columns {tuple(rows[0][1])} where {table.columns} were expected"
        return
    seen: dict[tuple[str, ...], int] = {}
    for number, row in rows:
        yield from (f"{table.path}, line {number}: {fault}" for fault in _cells(table, row))
        key = tuple(row[column] for column in table.key)
        if key and (first := seen.setdefault(key, number)) != number:
            yield f"{table.path}, line {number}: {' '.join(key)} stands in line {first} too"
    if table.check is not None:
        yield from (f"{table.path}, line {number}: {fault}" for number, fault in table.check(rows))


def main() -> int:
    """Check every table; 1 if there is a fault."""
    found = [fault for table in TABLES for fault in faults(table)]
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
