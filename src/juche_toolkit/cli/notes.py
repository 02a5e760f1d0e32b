"""`juche notes`: notes as people have them in, records out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource
from rich.table import Table
from rich.text import Text

import juche_toolkit as jt
from juche_toolkit import export
from juche_toolkit.adapters.cattrs import plain
from juche_toolkit.cli.marked import count, legend, marked_note
from juche_toolkit.cli.options import (
    FILE,
    analyzer_option,
    encoding_option,
    output_option,
    scheme_option,
    strict_option,
)
from juche_toolkit.cli.streams import (
    console,
    is_watched,
    progress,
    text_in,
    waiting,
    write,
    write_bytes,
    write_items,
    write_json,
)
from juche_toolkit.display import how_many
from juche_toolkit.pictures.marked import problems_of

__all__ = ["notes"]

_LONG_TEXT = 200_000
"""Characters from which a spinner is shown while notes are parsed."""
_MARC = ("mrc", "mrk", "marcxml")
_BIBLIOGRAPHIES = ("csl", "biblatex", "bibtex", "ris", *_MARC)
"""Formats in which a work stands once, however often it is cited."""
_FORMATS = ("marked", "table", "json", "jsonl", "csv", "html", "note", *_BIBLIOGRAPHIES)
_BY_NAME = {
    ".jsonl": "jsonl", ".json": "json", ".csv": "csv", ".html": "html", ".bib": "biblatex", ".ris": "ris",
    ".mrc": "mrc", ".mrk": "mrk", ".xml": "marcxml",
}  # fmt: skip
"""Formats by the end of the name of --output."""
_TOLD = 20
"""Doubts and stretches not understood that are told one by one."""


@click.command(short_help="Notes in, records out: the main job.")
@click.argument("path", metavar="[FILE]", required=False, type=FILE)
@encoding_option
@click.option("--format", "style", type=click.Choice(_FORMATS), metavar="NAME",
              help=f"{', '.join(_FORMATS[:-1])} or {_FORMATS[-1]}. Default: what the name of --output says (.bib: biblatex, .mrc, "
              ".mrk, .xml: marcxml, .ris, .csv, .json, .jsonl, .html); else marked on a terminal, jsonl in a pipe.")  # fmt: skip
@scheme_option("The scheme of what is romanized. Default: 38north; ala-lc for MARC.", told=False)
@analyzer_option("What finds the titles' terms")
@click.option("--note-style", type=click.Choice(export.STYLES), default="38north", show_default=True,
              help="The style of --format note.")  # fmt: skip
@click.option("--distinct/--every", default=None,
              help="Each work once, or a record for every citation. Default: once in "
              f"{', '.join(_BIBLIOGRAPHIES[:-1])} and {_BIBLIOGRAPHIES[-1]}, else every.")  # fmt: skip
@click.option("--isbd", is_flag=True, help="MARC with the punctuation of ISBD (leader/18 i).")
@click.option("--agency", metavar="CODE", help="MARC: your library's code, for 040.")
@strict_option
@output_option()
def notes(
    path: str | None,
    encoding: str | None,
    style: str | None,
    scheme: str,
    analyzer: str | None,
    note_style: str,
    distinct: bool | None,
    isbd: bool,
    agency: str | None,
    strict: bool,
) -> None:
    """Read numbered notes, or one note a line, and write their citations as records.

    FILE is text: a block pasted from a web page, lines that begin [2], 2. or 2), or one note a line. Without FILE,
    standard input is read. Back-references (Ibid., 위의 책) are resolved. On a terminal the notes are shown with their
    fields in colours and what was not understood underlined.

    \b
    juche notes notes.txt
    juche notes notes.txt --output notes.mrc
    juche notes notes.txt --output notes.bib
    juche notes notes.txt --format csl --output zotero.json

    How many notes, citations and doubts there were is said on standard error, and where a format has no room for them
    what they are. Exit status: 0; 1 if something was not understood, or with --strict if there is any doubt; 2 for
    wrong usage.
    """
    style = style or _style_of(click.get_current_context())
    if (isbd or agency) and style not in _MARC:
        raise click.UsageError(f"--isbd and --agency are for {', '.join(_MARC)}, not for {style}")
    text = text_in(path, encoding)
    with waiting("reading notes", long=len(text) > _LONG_TEXT) as bar:
        bar.add_task("reading notes", total=None)
        found = jt.parse_notes(text)
    if style == "marked":
        _marked(found)
    elif style == "table":
        console().print(_table(found, scheme, analyzer))
    elif style in ("json", "jsonl"):
        write_items(_records(found, scheme, analyzer), style)
    elif style == "html":
        from juche_toolkit.pictures import notes_html

        write(notes_html(found, scheme=scheme, romanizer=partial(_latin, analyzer)))
    else:
        given = click.get_current_context().get_parameter_source("scheme") is not ParameterSource.DEFAULT
        once = style in _BIBLIOGRAPHIES if distinct is None else distinct
        marc = {"isbd": isbd, "agency": agency} if style in _MARC else {}
        _export(found, style, note_style, {"distinct": once, **marc, **({"scheme": scheme} if given else {})})
        _tell(found)
    sys.exit(_status(found, strict))


def _style_of(context: click.Context) -> str:
    """The format where none is named."""
    output = str(context.meta.get("output") or "").removeprefix("-")
    if output and (ending := Path(output).suffix.lower()) not in _BY_NAME:
        click.echo(f"juche: {Path(output).name} names no format; records are written as jsonl", err=True)
    return _BY_NAME[ending] if output and ending in _BY_NAME else "marked" if is_watched() else "jsonl"


def _tell(found: jt.Notes) -> None:
    """Say on standard error what is doubtful or was not understood, for formats that have no room for it."""
    lines = [
        f"note {note.number or number}: {sentence}"
        for number, note in enumerate(found, 1)
        for sentence in (
            *(f"{problem.message}{_at(note, problem)}" for problem, _ in problems_of(note)),
            *(f"not understood: {left.text.strip()} ({left.reason})" for left in note.unparsed),
        )
    ]
    for line in lines[:_TOLD]:
        click.echo(f"juche: {line}", err=True)
    if len(lines) > _TOLD:
        click.echo(f"juche: {len(lines) - _TOLD} more; --format marked shows all", err=True)


def _at(note: jt.Note, problem: jt.Problem) -> str:
    return f": {problem.span.of(note.text).strip()}" if problem.span is not None else ""


def _latin(analyzer: str | None, text: str, scheme: str, kind: str) -> str:
    return jt.romanize(text, scheme, kind=kind, analyzer=analyzer)


def _marked(found: jt.Notes) -> None:
    """The notes as given, their fields in colours."""
    screen = console()
    for number in progress(found, "writing notes"):
        note = found[number]
        screen.print(marked_note(note, note.number or str(number + 1)))
    if len(found) and screen.color_system is not None:
        screen.print(legend())


def _export(found: jt.Notes, style: str, note_style: str, options: Mapping[str, Any]) -> None:
    """The citations in a format of the export room, each with its own scheme if `options` names none."""
    citations = found.citations
    if style == "csl":
        write_json(export.to_csl(citations, **options))
    elif style == "mrc":
        write_bytes(export.to_mrc(citations, **options))
    elif style == "note":
        write(export.to_note(citations, note_style, **options))
    else:
        writers: dict[str, Callable[..., str]] = {
            "biblatex": export.to_biblatex,
            "bibtex": export.to_bibtex,
            "ris": export.to_ris,
            "csv": export.to_csv,
            "mrk": export.to_mrk,
            "marcxml": export.to_marcxml,
        }
        write(writers[style](citations, **options))


def _records(found: jt.Notes, scheme: str, analyzer: str | None) -> Iterator[dict[str, object]]:
    """A record for each citation, and one for each stretch that was not understood."""
    for number in progress(found, "writing records"):
        note = found[number]
        label = note.number or number + 1
        for citation in note.citations:
            yield jt.record(citation, note=label, scheme=scheme, analyzer=analyzer)
        for left in note.unparsed:
            yield {"note": label, "unparsed": plain(left)}


def _table(found: jt.Notes, scheme: str, analyzer: str | None) -> Table:
    """Hangul and romanization side by side, and where back-references point."""
    table = Table(show_lines=True)
    table.add_column("note", justify="right", no_wrap=True)
    table.add_column("author", overflow="fold")
    table.add_column("title", overflow="fold", ratio=3)
    table.add_column("in", overflow="fold", ratio=1)
    table.add_column("date", no_wrap=True)
    for number in progress(found, "writing records"):
        note = found[number]
        label = str(note.number or number + 1)
        for citation in note.citations:
            table.add_row(label, *_cells(citation, scheme, analyzer))
        for left in note.unparsed:
            table.add_row(
                label, Text("not understood", style="red"), Text(left.text, style="red underline"), left.reason, ""
            )
    return table


def _cells(citation: jt.Citation, scheme: str, analyzer: str | None) -> tuple[Text, Text, Text, str]:
    """A citation's row: printed above, romanized below it in another colour."""
    whole = citation.resolved()
    generated = jt.annotate(whole, scheme=scheme, analyzer=analyzer)
    authors = _pair("; ".join(whole.authors), "; ".join(name for name in generated.authors if name))
    title = _pair(whole.title or "", generated.title or "")
    if citation.resolves_to is not None:
        title = Text.assemble((f"→ note {citation.resolves_to} ({citation.form})\n", "cyan"), title)
    elif citation.form != "full":
        title = Text.assemble((f"{citation.form}, not resolved\n", "yellow"), title)
    numbers = [
        f"{label} {value}"
        for label, value in (("vol.", whole.volume), ("no.", whole.issue), ("pp.", whole.pages))
        if value
    ]
    numbers[:0] = [whole.edition] if whole.edition else []
    where = Text("\n".join(part for part in (whole.container_title, whole.publisher, *numbers) if part))
    return authors, title, where, _date(whole)


def _pair(printed: str, generated: str) -> Text:
    return Text.assemble(printed, ("\n" + generated, "green")) if generated else Text(printed)


def _date(citation: jt.Citation) -> str:
    parts = [citation.year, citation.month, citation.day]
    known = [f"{part:02}" if place else str(part) for place, part in enumerate(parts) if part is not None]
    return "-".join(known)


def _status(found: jt.Notes, strict: bool) -> int:
    """Say on standard error how much was read and what is doubtful, and give the exit status."""
    notes_read, works, lost, doubts = count(found)
    if not notes_read:
        return 0
    click.echo(
        f"juche: {how_many(notes_read, 'note')}, {how_many(works, 'citation')}; "
        f"{how_many(lost, 'stretch', 'stretches')} of text not understood, {how_many(doubts, 'doubt')}",
        err=True,
    )
    return 1 if lost or (strict and doubts) else 0
