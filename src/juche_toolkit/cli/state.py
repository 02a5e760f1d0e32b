"""`juche schemes` and `juche doctor`: what there is, and what would add what."""

from __future__ import annotations

import importlib.util
import platform
import sqlite3
import sys

import click
from attrs import asdict
from rich.table import Table

import juche_toolkit as jt
from juche_toolkit.adapters import spark
from juche_toolkit.cli.streams import console, write_json

__all__ = ["doctor", "schemes"]

_EXTRAS = {
    "kiwi": ("kiwipiepy", "the analyser kiwi"),
    "konlpy": ("konlpy", "the analysers komoran, kkma, okt, hannanum (a Java runtime comes along)"),
    "nk": ("nkhandic", "the analyser nkhandic, trained on North Korean newspapers"),
    "marc": ("pymarc", "MARC 21 records out (mrc, mrk, marcxml)"),
    "tantivy": ("tantivy", "indexes of titles on tantivy, faster than SQLite on large ones"),
}


@click.command()
@click.option("--format", "style", type=click.Choice(["table", "json"]), default="table", show_default=True)
def schemes(style: str) -> None:
    """List the romanization schemes."""
    if style == "json":
        write_json([_facts(scheme) for scheme in jt.schemes()])
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


@click.command()
@click.option("--format", "style", type=click.Choice(["table", "json"]), default="table", show_default=True)
def doctor(style: str) -> None:
    """Say what is installed and ready, and what would add the rest."""
    state = {
        "juche_toolkit": jt.__version__,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "sqlite": sqlite3.sqlite_version,
        "analyzers": jt.analyzers(),
        "extras": {**{extra: _extra(extra) for extra in _EXTRAS}, "spark": spark.state()},
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
    for extra, (_, adds) in _EXTRAS.items():
        extras.add_row(extra, _extra(extra), adds)
    extras.add_row("spark", spark.state(), "columns and indexes of Spark DataFrames, on many machines")
    screen.print(extras)


def _extra(extra: str) -> str:
    found = importlib.util.find_spec(_EXTRAS[extra][0]) is not None
    return "installed" if found else f'pip install "juche-toolkit[{extra}]"'
