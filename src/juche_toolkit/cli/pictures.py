"""`juche compare`, `matrix` and `report`: schemes side by side, sound changes, and a folder of notes, to look at."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import click
from rich.table import Table
from rich.text import Text

import juche_toolkit as jt
from juche_toolkit.cli.streams import console, lines_in, progress, text_in, write, write_jsonl

__all__ = ["compare", "matrix", "report"]

_FILE = click.Path(exists=True, dir_okay=False, allow_dash=True)
_NOTES = ("*.txt", "*.md")


@click.command()
@click.argument("texts", nargs=-1)
@click.option("--file", "-f", "path", type=_FILE, help="Read lines from a file (- is standard input).")
@click.option("--encoding", help="Encoding of the input; recognised if not given.")
@click.option(
    "--scheme", "-s", "names", multiple=True, help="A name from `juche schemes`; may be repeated (default: all)."
)
@click.option("--kind", "-k", type=click.Choice(["text", "title", "name", "place", "corporate"]), default="text",
              show_default=True, help="Decides case, hyphens and the rules of names.")  # fmt: skip
@click.option("--format", "style", type=click.Choice(["table", "jsonl", "html"]),
              help="Default: table on a terminal, jsonl in a pipe.")  # fmt: skip
def compare(
    texts: tuple[str, ...], path: str | None, encoding: str | None, names: tuple[str, ...], kind: str, style: str | None
) -> None:
    """Write Korean texts in several schemes, side by side."""
    style = style or ("table" if sys.stdout.isatty() else "jsonl")
    wanted = names or tuple(scheme.id for scheme in jt.schemes())
    compared = ([jt.explain(line, name, kind=kind) for name in wanted] for line in lines_in(texts, path, encoding))
    if style == "html":
        from juche_toolkit.pictures import comparison_html

        write(comparison_html(compared))
        return
    for results in compared:
        if style == "jsonl":
            write_jsonl([{"text": results[0].source, **{result.scheme: result.text for result in results}}])
        else:
            _print_compared(results)


def _print_compared(results: list[jt.Romanization]) -> None:
    table = Table("scheme", "Latin", title=Text(results[0].source), title_justify="left")
    for result in results:
        table.add_row(Text(result.scheme, style="cyan"), Text(result.text))
    screen = console()
    screen.print(table)
    for sentence in dict.fromkeys(str(doubt) for result in results for doubt in result.warnings):
        screen.print(Text(f"? {sentence}", style="yellow"))


@click.command()
@click.option("--scheme", "-s", default="38north", show_default=True, help="A name from `juche schemes`.")
@click.option("--format", "style", type=click.Choice(["html", "svg", "jsonl"]), default="html", show_default=True)
@click.option("--output", "-o", type=click.File("wb", lazy=True), default="-", help="The file to write.")
def matrix(scheme: str, style: str, output: BinaryIO) -> None:
    """Show what becomes of every final consonant before every initial, with the article that changes it."""
    from juche_toolkit.adapters.cattrs import plain
    from juche_toolkit.pictures import matrix_html, matrix_svg, sound_matrix

    found = sound_matrix(scheme)
    if style == "jsonl":
        rows = (plain(meeting) for row in found.rows for meeting in row)
        _save(output, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
        return
    _save(output, matrix_html(found) if style == "html" else matrix_svg(found))


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--output", "-o", type=click.File("wb", lazy=True), default="-", help="The file to write.")
@click.option("--pattern", "-p", "patterns", multiple=True, default=_NOTES, show_default=True,
              help="Files to read, in folders below too; may be repeated.")  # fmt: skip
@click.option("--encoding", help="Encoding of the files; recognised if not given.")
@click.option("--title", default="Report of notes", show_default=True, help="The page's title.")
def report(folder: Path, output: BinaryIO, patterns: tuple[str, ...], encoding: str | None, title: str) -> None:
    """Read all notes of FOLDER and write one HTML page about them.

    It shows sources by year, journal and type, how much was understood, doubts and back-references. A file that can't be read is
    listed with the reason. Exit status 1 if a file or part of a note was not understood.
    """
    from juche_toolkit.pictures import report_html, survey

    paths = sorted({path for pattern in patterns for path in folder.rglob(pattern) if path.is_file()})
    if not paths:
        raise click.UsageError(f"{folder} has no files {' or '.join(patterns)}; --pattern names others.")
    found = survey(_parsed(folder, paths, encoding))
    _save(output, report_html(found, title=title))
    total = found.total
    unread = sum(one.error is not None for one in found.files)
    said = f"{len(found.files)} files, {total.notes} notes, {total.works} works, {total.unparsed} not understood"
    click.echo(f"juche: {said}" + (f", {unread} files not read" if unread else ""), err=True)
    sys.exit(1 if unread or total.unparsed else 0)


def _parsed(folder: Path, paths: list[Path], encoding: str | None) -> Iterator[tuple[str, jt.Notes | str]]:
    """Each file's name and notes, or why it can't be read."""
    for number in progress(paths, "reading notes"):
        name = paths[number].relative_to(folder).as_posix()
        try:
            yield name, jt.parse_notes(text_in(str(paths[number]), encoding))
        except (OSError, jt.DecodingError) as error:
            yield name, " ".join(str(error).split())


def _save(output: BinaryIO, text: str) -> None:
    output.write(text.encode("utf-8", "backslashreplace"))
