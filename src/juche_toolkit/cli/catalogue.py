"""`juche index` and `juche search`: an index of titles built, added to, looked at, rebuilt and searched."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from rich.markup import escape
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

import juche_toolkit as jt
from juche_toolkit.adapters.stores import ENGINES, engine_of, open_store
from juche_toolkit.cli.options import (
    FILE,
    analyzer_option,
    encoding_option,
    format_option,
    limit_option,
    output_option,
)
from juche_toolkit.cli.sources import KINDS, kind_of, records
from juche_toolkit.cli.streams import console, is_watched, write, write_items, write_json
from juche_toolkit.display import how_many, noun
from juche_toolkit.search.index import Added, Failure
from juche_toolkit.search.keys import COLUMNS, VERSION
from juche_toolkit.search.lexicon import lexicon_hash

__all__ = ["index", "search"]

_INDEX = click.Path(exists=True)
_SHOWN = 20
"""Failures that are listed one by one."""


@click.group(short_help="Build an index of titles, add to it, look at it.")
def index() -> None:
    """Build an index of titles, add to it, look at it, make its keys anew."""


def _input_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of `build` and `add`, which read records in the same way."""
    options: tuple[Callable[..., Callable[..., None]], ...] = (
        click.argument("where", metavar="INDEX", type=click.Path()),
        click.argument("paths", metavar="[FILE]...", nargs=-1, type=FILE),
        encoding_option,
        click.option(
            "--input",
            "kind",
            type=click.Choice(KINDS),
            metavar="NAME",
            help=f"What FILE holds: {', '.join(KINDS[:-1])} or {KINDS[-1]}. Default: what its name says (.jsonl, .json, .csv, "
            ".tsv, .mrc, .mrk, .xml, .txt for notes), else jsonl.",
        ),
        click.option("--id-field", default="id", show_default=True, metavar="NAME",
                     help="The field or column that is the id."),
        click.option("--title-field", default="title", show_default=True, metavar="NAME",
                     help="The field or column that is the title."),
        analyzer_option("The analyser of the index"),
        click.option(
            "--batch",
            type=click.IntRange(1),
            default=1_000,
            show_default=True,
            metavar="NUMBER",
            help="Records written in one transaction.",
        ),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


@index.command("build", short_help="Make an index of records or notes.")
@_input_options
@click.option(
    "--engine", type=click.Choice(ENGINES), default=ENGINES[0], show_default=True, help="What keeps the index."
)
def build(where: str, engine: str, **given: object) -> None:
    """Make INDEX of the records of FILEs, or of standard input.

    Of notes, each work is a record, but back-references; one without a title, as an issue of a newspaper, is called by
    its name and date. An index that is there already is left as it is: `juche index add`
    adds to it, and takes up a run that was broken off. Records that can't be added are listed; exit status 1 if there
    are any.

    \b
    juche index build titles.db notes.txt
    juche index build titles.db catalogue.mrc --engine tantivy
    juche index build titles.db titles.csv --id-field number --title-field name
    """
    if engine_of(where) is not None and not _is_empty(where):
        raise click.UsageError(f"{where} is there already; `juche index add` adds to it and takes up a run broken off")
    _fill(where, engine, **given)  # type: ignore[arg-type]  # click gives what the options say


@index.command("add", short_help="Add records or notes to an index.")
@_input_options
def add(where: str, **given: object) -> None:
    """Add the records of FILEs, or of standard input, to INDEX, which is made if need be; an id again replaces its record.

    Records that are there just so cost next to nothing, so a run that was broken off is taken up by giving all of them
    again. Records that can't be added are listed; exit status 1 if there are any.

    \b
    juche index add titles.db more-notes.txt
    """
    _fill(where, None, **given)  # type: ignore[arg-type]  # click gives what the options say


def _fill(
    where: str,
    engine: str | None,
    paths: Sequence[str],
    encoding: str | None,
    kind: str | None,
    id_field: str,
    title_field: str,
    analyzer: str | None,
    batch: int,
) -> None:
    failed = 0
    with jt.TitleIndex.open(where, analyzer=analyzer, engine=engine) as titles:
        for path in paths or ("-",):
            untitled: list[str] = []
            unread: list[str] = []
            source = records(path, kind or kind_of(path), encoding, id_field, title_field, untitled, unread)
            try:
                with _counting(f"adding {path}") as count:
                    added = titles.add(source, batch=batch, skip_bad=True, progress=count)
            except jt.DecodingError as error:
                click.echo(f"juche: {path}: {error}", err=True)
                failed += 1
                continue
            _report(path, added)
            if untitled:
                click.echo(f"juche: {path}: left out, without a title of their own: {_numbers(untitled)}", err=True)
            if unread:
                click.echo(f"juche: {path}: {_unread(unread)}", err=True)
            failed += len(added.failures)
        click.echo(f"juche: {how_many(len(titles), 'title')} in {where}", err=True)
    sys.exit(1 if failed else 0)


def _is_empty(where: str) -> bool:
    """Whether an index is there but has no title: what a file that couldn't be read left behind."""
    store = open_store(where, COLUMNS, {})
    try:
        return not store.count()
    finally:
        store.close()


def _report(path: str, added: Added) -> None:
    click.echo(f"juche: {path}: {how_many(added.count, 'record')}, {added.changed:,} of them new or changed", err=True)
    if added.replaced:
        one = "its" if added.replaced == 1 else "their"
        click.echo(
            f"juche: {path}: {added.replaced:,} of them took the place of another record with {one} id", err=True
        )
    for failure in added.failures[:_SHOWN]:
        click.echo(f"juche: {path}: {_sentence(failure)}", err=True)
    if len(added.failures) > _SHOWN:
        click.echo(f"juche: {path}: {len(added.failures) - _SHOWN:,} more couldn't be added", err=True)


def _numbers(labels: Sequence[str]) -> str:
    """Numbers of notes in a row, the first of many: "the citations of notes 3, 7"."""
    shown = list(dict.fromkeys(labels))
    more = f" and {len(shown) - _SHOWN:,} more" if len(shown) > _SHOWN else ""
    return f"the citations of {noun(len(shown), 'note')} {', '.join(shown[:_SHOWN])}{more}"


def _unread(ids: Sequence[str]) -> str:
    """What is said of titles with characters that only North Korean fonts have; they are in the index, without these."""
    shown = ", ".join(ids[:_SHOWN]) + (f" and {len(ids) - _SHOWN:,} more" if len(ids) > _SHOWN else "")
    return (
        f"private-use characters, as North Korean fonts have them (KPS 9566), can't be read and won't be found in the "
        f"{noun(len(ids), 'title')} of {shown}"
    )


def _sentence(failure: Failure) -> str:
    name = "" if failure.id is None else f" (id {failure.id!r})"
    return f"record {failure.number}{name} can't be added: {failure.reason}"


@contextmanager
def _counting(what: str) -> Iterator[Callable[[int], None]]:
    """A counter of records on standard error, silent when no one watches."""
    columns = (SpinnerColumn(), TextColumn("{task.description} {task.completed:,} records"), TimeElapsedColumn())
    with Progress(*columns, console=console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task(escape(what), total=None)
        yield lambda number: bar.update(task, completed=number)


@index.command("info", short_help="Say what an index holds and whether it is up to date.")
@click.argument("where", metavar="INDEX", type=_INDEX)
@click.option("--check", is_flag=True, help="Look for damage as well; reads everything. Exit status 1 if there is any.")
@format_option("table", "json")
@output_option()
def info(where: str, check: bool, style: str) -> None:
    """Say what INDEX holds, how large it is, what it was made with, and whether that is still what this version makes."""
    if engine_of(where) is None:
        raise jt.TitleIndexError(f"{where} is no index of titles")
    store = open_store(where, COLUMNS, {})
    try:
        stamp = dict(store.stamp)
        made = {name: value for name, value in stamp.items() if name != "columns"}
        current = not store.outdated and (made.get("normaliser"), made.get("lexicon")) == (VERSION, lexicon_hash())
        facts: dict[str, object] = {
            "engine": engine_of(where), "titles": store.count(), "bytes": _size(Path(where)), **made,
            "current": current, "wasteful": store.wasteful,
        }  # fmt: skip
        damage = store.check() if check else ()
    finally:
        store.close()
    if check:
        facts["damage"] = list(damage)
    if style == "json":
        write_json(facts)
    else:
        _show(facts)
    sys.exit(1 if damage else 0)


def _show(facts: dict[str, object]) -> None:
    hints = {
        "current": ("yes", "no: `juche index rebuild` makes the keys anew"),
        "wasteful": ("yes: `juche index rebuild` wins the room back", "no"),
    }
    for name, value in facts.items():
        if name in hints:
            value = hints[name][0 if value else 1]
        elif name == "damage":
            value = "; ".join(map(str, value)) or "none" if isinstance(value, list) else value
        write(
            f"{name}: {value:,}\n" if isinstance(value, int) and not isinstance(value, bool) else f"{name}: {value}\n"
        )


def _size(path: Path) -> int:
    """Bytes of an index, with the files that SQLite keeps beside it."""
    if path.is_dir():
        return sum(found.stat().st_size for found in path.rglob("*") if found.is_file())
    beside = (path.with_name(path.name + suffix) for suffix in ("", "-wal", "-shm"))
    return sum(found.stat().st_size for found in beside if found.exists())


@index.command("rebuild", short_help="Make all keys of an index anew.")
@click.argument("where", metavar="INDEX", type=_INDEX)
@analyzer_option("The analyser from now on")
def rebuild(where: str, analyzer: str | None) -> None:
    """Make all keys of INDEX anew from its records: after an update, for another analyser, or to win room back.

    The old keys stay until the new ones are whole.
    """
    if engine_of(where) is None:
        raise jt.TitleIndexError(f"{where} is no index of titles")
    with _counting(f"rebuilding {where}") as count:
        jt.TitleIndex.remake(where, analyzer=analyzer, progress=count).close()
    click.echo(f"juche: the keys of {where} are made anew", err=True)


@click.command(short_help="Find titles in an index, however they are spelt.")
@click.argument("where", metavar="INDEX", type=_INDEX)
@click.argument("query")
@limit_option("The most titles to give.", 20)
@click.option("--offset", type=click.IntRange(0), default=0, show_default=True, metavar="NUMBER",
              help="Titles to pass over: the next page begins at --offset 20.")  # fmt: skip
@analyzer_option("The analyser of the index")
@click.option("--explain", is_flag=True, help="Say which keys of each title matched.")
@format_option("table", "json", "jsonl", in_a_pipe="jsonl")
@output_option()
def search(
    where: str, query: str, limit: int, offset: int, analyzer: str | None, explain: bool, style: str | None
) -> None:
    """Find titles in INDEX, however QUERY is spelt: Hangul, initials, hanja or romanized.

    Exit status 1 if nothing is found.

    \b
    juche search titles.db 로동신문
    juche search titles.db "kyongje yongu"
    juche search titles.db "무역 AND NOT 관광"
    """
    if engine_of(where) is None:
        raise jt.TitleIndexError(f"{where} is no index of titles")
    style = style or ("table" if is_watched() else "jsonl")
    with jt.TitleIndex.open(where, analyzer=analyzer) as titles:
        hits = titles.search(query, limit=limit, offset=offset, explain=explain)
        there = len(titles.search(query, limit=offset)) if not hits and offset else 0
    if style != "table":
        write_items((_plain(hit, explain=explain) for hit in hits), style)
    elif hits:
        _table(hits, explain=explain)
    if there:
        found = f"{how_many(there, 'title')} in {where} {noun(there, 'matches', 'match')} {query!r}"
        click.echo(f"juche: {found}, so none is left at --offset {offset}", err=True)
    elif not hits:
        click.echo(f"juche: no title in {where} matches {query!r}", err=True)
    sys.exit(0 if hits else 1)


def _plain(hit: jt.Hit, *, explain: bool) -> dict[str, object]:
    found = {
        "id": hit.id, "title": hit.title, "score": hit.score, "matched": hit.matched, "fields": dict(hit.fields),
        "spans": [list(span) for span in hit.spans], "snippet": hit.snippet,
    }  # fmt: skip
    return found | ({"why": list(hit.why)} if explain else {})


def _table(hits: Sequence[jt.Hit], *, explain: bool) -> None:
    """Hits with what matched in colour, or between asterisks where there is none."""
    screen = console()
    table = Table("id", "title", "matched", *(["why"] if explain else []))
    for hit in hits:
        title = Text(hit.title if screen.color_system else hit.snippet)
        if screen.color_system:
            for start, end in hit.spans:
                title.stylize("bold red", start, end)
        table.add_row(Text(hit.id), title, hit.matched, *([Text("\n".join(hit.why))] if explain else []))
    screen.print(table)
