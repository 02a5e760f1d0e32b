"""`juche index` and `juche search`: an index of titles built, looked at and searched."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator, Mapping

import click
from rich.table import Table

import juche_toolkit as jt
from juche_toolkit.cli.streams import console, text_in, write_jsonl

__all__ = ["index", "search"]

_FILE = click.Path(exists=True, dir_okay=False, allow_dash=True)


@click.group()
def index() -> None:
    """Build an index of titles and add to it."""


@index.command("add")
@click.argument("where", metavar="INDEX", type=click.Path(dir_okay=False))
@click.argument("path", metavar="[FILE]", required=False, type=_FILE)
@click.option("--encoding", help="Encoding of the input; recognised if not given.")
@click.option("--input", "kind", type=click.Choice(["jsonl", "csv", "notes"]), default="jsonl", show_default=True,
              help="What FILE holds: records with id and title, or notes to parse.")  # fmt: skip
@click.option("--analyzer", "-a", help="The analyser of the index; the built-in one if not given.")
def add(where: str, path: str | None, encoding: str | None, kind: str, analyzer: str | None) -> None:
    """Add the records of FILE, or of standard input, to INDEX, which is made if need be; an id again replaces its record."""
    records = _READERS[kind](text_in(path, encoding))
    with jt.TitleIndex.open(where, analyzer=analyzer) as titles:
        titles.add(records)
        click.echo(f"juche: {len(titles)} titles in {where}", err=True)


@index.command("info")
@click.argument("where", metavar="INDEX", type=click.Path(exists=True, dir_okay=False))
@click.option("--analyzer", "-a", help="The analyser of the index; the built-in one if not given.")
def info(where: str, analyzer: str | None) -> None:
    """Say how many titles INDEX holds."""
    with jt.TitleIndex.open(where, analyzer=analyzer) as titles:
        click.echo(f"{len(titles)} titles")


@click.command()
@click.argument("where", metavar="INDEX", type=click.Path(exists=True, dir_okay=False))
@click.argument("query")
@click.option("--limit", "-n", type=click.IntRange(1), default=20, show_default=True)
@click.option("--offset", type=click.IntRange(0), default=0, show_default=True)
@click.option("--analyzer", "-a", help="The analyser of the index; the built-in one if not given.")
@click.option(
    "--format", "style", type=click.Choice(["table", "jsonl"]), help="Default: table on a terminal, jsonl in a pipe."
)
def search(where: str, query: str, limit: int, offset: int, analyzer: str | None, style: str | None) -> None:
    """Find titles in INDEX, however QUERY is spelt: Hangul, initials, hanja or romanized.

    Exit status 1 if nothing is found.
    """
    style = style or ("table" if sys.stdout.isatty() else "jsonl")
    with jt.TitleIndex.open(where, analyzer=analyzer) as titles:
        hits = titles.search(query, limit=limit, offset=offset, explain=True)
    if style == "table":
        table = Table("id", "title", "matched")
        for hit in hits:
            table.add_row(hit.id, hit.snippet, str(hit.matched))
        console().print(table)
    else:
        write_jsonl(
            {"id": hit.id, "title": hit.title, "score": hit.score, "matched": hit.matched, "fields": dict(hit.fields)}
            for hit in hits
        )
    sys.exit(0 if hits else 1)


def _from_jsonl(text: str) -> Iterator[Mapping[str, object]]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                record = json.loads(line)
            except json.JSONDecodeError as error:
                raise jt.InputError(f"line {number} is no JSON: {error}") from error
            if not isinstance(record, dict):
                raise jt.InputError(f"line {number} is no record with id and title")
            yield record


def _from_csv(text: str) -> Iterator[Mapping[str, object]]:
    yield from csv.DictReader(io.StringIO(text))


def _from_notes(text: str) -> Iterator[Mapping[str, object]]:
    for number, note in enumerate(jt.parse_notes(text), 1):
        for place, citation in enumerate(note.citations, 1):
            if citation.title:
                label = f"{note.number or number}" + (f".{place}" if len(note.citations) > 1 else "")
                yield {"id": label, **citation.to_dict()}


_READERS = {"jsonl": _from_jsonl, "csv": _from_csv, "notes": _from_notes}
