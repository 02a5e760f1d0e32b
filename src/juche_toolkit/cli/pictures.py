"""`juche compare`, `matrix` and `report`: schemes side by side, sound changes, and a folder of notes, to look at."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

import juche_toolkit as jt
from juche_toolkit.cli.options import (
    encoding_option,
    file_option,
    format_option,
    kind_option,
    output_option,
    scheme_option,
)
from juche_toolkit.cli.streams import console, is_watched, lines_in, progress, text_in, write, write_items
from juche_toolkit.display import how_many

__all__ = ["compare", "matrix", "report"]

_NOTES = ("*.txt", "*.md")


@click.command(short_help="Write Korean texts in several schemes, side by side.")
@click.argument("texts", metavar="[TEXT]...", nargs=-1)
@file_option()
@encoding_option
@scheme_option("A scheme to show; may be repeated. Default: all.", several=True)
@kind_option
@format_option("table", "json", "jsonl", "html", in_a_pipe="jsonl")
@output_option()
def compare(
    texts: tuple[str, ...],
    path: str | None,
    encoding: str | None,
    scheme: tuple[str, ...],
    kind: str,
    style: str | None,
) -> None:
    """Write Korean texts in several schemes, side by side.

    Each TEXT is written by itself; without any, lines are read from --file or standard input.

    \b
    juche compare --kind name 정준택
    juche compare -s mr -s rr --format html -o schemes.html -f titles.txt
    """
    style = style or ("table" if is_watched() else "jsonl")
    wanted = scheme or tuple(known.id for known in jt.schemes())
    compared = ([jt.explain(line, name, kind=kind) for name in wanted] for line in lines_in(texts, path, encoding))
    if style == "html":
        from juche_toolkit.pictures import comparison_html

        write(comparison_html(compared))
    elif style == "table":
        for results in compared:
            _print_compared(results)
    else:
        rows = ({"text": found[0].source, **{result.scheme: result.text for result in found}} for found in compared)
        write_items(rows, style)


def _print_compared(results: list[jt.Romanization]) -> None:
    table = Table("scheme", "Latin", title=Text(results[0].source), title_justify="left")
    for result in results:
        table.add_row(Text(result.scheme, style="cyan"), Text(result.text))
    screen = console()
    screen.print(table)
    for sentence in dict.fromkeys(str(doubt) for result in results for doubt in result.warnings):
        screen.print(Text(f"? {sentence}", style="yellow"))


@click.command(short_help="Draw what sounds become of every final before every initial.")
@scheme_option()
@format_option("html", "svg", "json", "jsonl")
@output_option()
def matrix(scheme: str, style: str) -> None:
    """Show what becomes of every final consonant before every initial, with the article that changes it.

    \b
    juche matrix --scheme mr --output sounds.html
    """
    from juche_toolkit.adapters.cattrs import plain
    from juche_toolkit.pictures import matrix_html, matrix_svg, sound_matrix

    found = sound_matrix(scheme)
    if style in ("json", "jsonl"):
        write_items((plain(meeting) for row in found.rows for meeting in row), style)
    else:
        write(matrix_html(found) if style == "html" else matrix_svg(found))


@click.command(short_help="Make a page with charts of a folder of notes.")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--pattern", "-p", "patterns", multiple=True, default=_NOTES, show_default=True, metavar="PATTERN",
              help="Files to read, in folders below too; may be repeated.")  # fmt: skip
@encoding_option
@click.option("--title", default="Report of notes", show_default=True, metavar="TEXT", help="The page's title.")
@output_option()
def report(folder: Path, patterns: tuple[str, ...], encoding: str | None, title: str) -> None:
    """Read all notes of FOLDER and write one HTML page about them.

    It shows sources by year, journal and type, how much was understood, doubts and back-references. A file that can't be read is
    listed with the reason. Exit status 1 if a file or part of a note was not understood.

    \b
    juche report notes/ --output report.html
    """
    from juche_toolkit.pictures import report_html, survey

    paths = sorted({path for pattern in patterns for path in folder.rglob(pattern) if path.is_file()})
    if not paths:
        raise click.UsageError(f"{folder} has no files {' or '.join(patterns)}; --pattern names others.")
    found = survey(_parsed(folder, paths, encoding))
    write(report_html(found, title=title))
    total = found.total
    unread = sum(one.error is not None for one in found.files)
    said = f"{how_many(len(found.files), 'file')}, {how_many(total.notes, 'note')}, {how_many(total.works, 'work')}; "
    said += (
        f"{how_many(total.unparsed, 'stretch', 'stretches')} of text not understood, {how_many(total.doubts, 'doubt')}"
    )
    click.echo(f"juche: {said}" + (f"; {how_many(unread, 'file')} not read" if unread else ""), err=True)
    sys.exit(1 if unread or total.unparsed else 0)


def _parsed(folder: Path, paths: list[Path], encoding: str | None) -> Iterator[tuple[str, jt.Notes | str]]:
    """Each file's name and notes, or why it can't be read."""
    for number in progress(paths, "reading notes"):
        name = paths[number].relative_to(folder).as_posix()
        try:
            yield name, jt.parse_notes(text_in(str(paths[number]), encoding))
        except (OSError, jt.DecodingError) as error:
            yield name, " ".join(str(error).split())
