"""`juche notes`: notes as people have them in, records out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

import click
from click.core import ParameterSource
from rich.table import Table
from rich.text import Text

import juche_toolkit as jt
from juche_toolkit import export
from juche_toolkit.adapters.cattrs import plain
from juche_toolkit.cli.marked import count, legend, marked_note
from juche_toolkit.cli.streams import console, progress, text_in, waiting, write, write_json, write_jsonl

__all__ = ["notes"]

_FILE = click.Path(exists=True, dir_okay=False, allow_dash=True)
_LONG_TEXT = 200_000
"""Characters from which a spinner is shown while notes are parsed."""
_TEXT_FORMATS = ("csl", "biblatex", "bibtex", "ris", "csv", "mrk", "marcxml", "note")


@click.command()
@click.argument("path", metavar="[FILE]", required=False, type=_FILE)
@click.option("--encoding", help="Encoding of the input; recognised if not given (UTF-8, UTF-16, CP949).")
@click.option(
    "--format", "style", type=click.Choice(["marked", "table", "jsonl", "json", "html", "mrc", *_TEXT_FORMATS]),
    help="Default: marked on a terminal, jsonl in a pipe.",
)  # fmt: skip
@click.option(
    "--scheme", "-s", default="38north", help="The scheme of what is romanized. Default: 38north; ala-lc for MARC."
)
@click.option("--analyzer", "-a", help="The analyser for the titles' terms; the built-in one if not given.")
@click.option(
    "--note-style", type=click.Choice(export.STYLES), default="38north", show_default=True,
    help="The style of --format note.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Exit 1 on any doubt, not only on what was not understood.")
def notes(
    path: str | None,
    encoding: str | None,
    style: str | None,
    scheme: str,
    analyzer: str | None,
    note_style: str,
    strict: bool,
) -> None:
    """Read numbered notes, or one note a line, and write their citations as records.

    FILE is text: a block pasted from a web page, lines that begin [2], 2. or 2), or one note a line. Without FILE,
    standard input is read. Back-references (Ibid., 위의 책) are resolved. On a terminal the notes are shown with their
    fields in colours and what was not understood underlined. Exit status: 0; 1 if something was not understood, or with
    --strict if there is any doubt; 2 for wrong usage. How many notes, citations and doubts there were is said on standard error.
    """
    style = style or ("marked" if sys.stdout.isatty() else "jsonl")
    text = text_in(path, encoding)
    with waiting("reading notes", long=len(text) > _LONG_TEXT) as bar:
        bar.add_task("reading notes", total=None)
        found = jt.parse_notes(text)
    if style == "marked":
        _marked(found)
    elif style == "table":
        console().print(_table(found, scheme, analyzer))
    elif style == "jsonl":
        write_jsonl(_records(found, scheme, analyzer))
    elif style == "json":
        write_json(list(_records(found, scheme, analyzer)))
    elif style == "html":
        from juche_toolkit.pictures import notes_html

        write(notes_html(found, scheme=scheme, romanizer=partial(_latin, analyzer)))
    else:
        given = click.get_current_context().get_parameter_source("scheme") is not ParameterSource.DEFAULT
        _export(found, style, note_style, {"scheme": scheme} if given else {})
    sys.exit(_status(found, strict))


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
        sys.stdout.buffer.write(export.to_mrc(citations, **options))
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
        f"juche: {_many(notes_read, 'note')}, {_many(works, 'citation')}; "
        f"{_many(lost, 'stretch', 'es')} of text not understood, {_many(doubts, 'doubt')}",
        err=True,
    )
    return 1 if lost or (strict and doubts) else 0


def _many(number: int, what: str, ending: str = "s") -> str:
    return f"{number} {what}{'' if number == 1 else ending}"
