"""`juche marc`: records of a catalogue looked over and mended."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, cast

import click
from attrs import asdict

from juche_toolkit.adapters.catalogue import FORMS, frame, read_catalogue
from juche_toolkit.adapters.iso2709 import BrokenRecord, CatalogueRecord, Form
from juche_toolkit.cli.options import FILE, format_option, output_option, strict_option
from juche_toolkit.cli.streams import silence, waiting, write, write_items
from juche_toolkit.display import how_many
from juche_toolkit.export.marc_check import check as findings_of
from juche_toolkit.export.marc_finding import Finding
from juche_toolkit.export.marc_repair import Apostrophe, Breve, Change, Repaired
from juche_toolkit.export.marc_repair import repair as repaired

__all__ = ["marc"]

_COLUMNS = ("record", "identifier", "byte", "grade", "rule", "place", "message", "theirs", "ours")
_CHANGES = ("record", "identifier", "byte", "rule", "place", "before", "after")
_LONG_FILE = 2_000_000
"""Bytes of a file from which a spinner is shown."""
_NEW_FILE = click.Path(dir_okay=False)

_input_option = click.option(
    "--input",
    "form",
    type=click.Choice(FORMS),
    metavar="NAME",
    help="How FILE is written: mrc (MARC-8 or UTF-8), marcxml or mrk. Default: recognised.",
)


@click.group(short_help="Look MARC 21 records over, and mend them.")
def marc() -> None:
    """Look MARC 21 records over, and mend them (`juche notes --format mrc` writes them)."""


@marc.command("check", short_help="List what records have wrong or in doubt.")
@click.argument("path", metavar="FILE", type=FILE)
@_input_option
@format_option("text", "json", "jsonl", "csv")
@strict_option
@output_option()
def check(path: str, form: Form | None, style: str, strict: bool) -> None:
    """List what the records of FILE have wrong or in doubt.

    FILE is in the exchange format (.mrc), MARCXML or MARCMaker text (.mrk). Looked at are 880s and their fields, the
    romanization against the Korean of the 880 (ALA-LC), Hangul in pieces, private-use characters, apostrophes and
    breves of several kinds, and the codes for encoding, language and country. A broken record is listed with its place,
    and what can be read of it is looked at. Exit status 1 if there is an error.

    \b
    juche marc check catalogue.mrc
    juche marc check catalogue.xml --format csv --output findings.csv
    """
    counts: Counter[str] = Counter()
    with _input(path) as stream, _spinner(path, "checking records"):
        _write_rows(_COLUMNS, _checked(stream, form, counts), style, _line_of_finding)
    _say(counts, f"{how_many(counts['error'], 'error')}, {how_many(counts['doubt'], 'doubt')}")
    sys.exit(1 if counts["error"] or counts["broken"] or (strict and counts["doubt"]) else 0)


def _checked(stream: BinaryIO, form: Form | None, counts: Counter[str]) -> Iterator[tuple[object, ...]]:
    """A row for each finding."""
    for record in read_catalogue(stream, form)[1]:
        counts["records"] += 1
        for found in _findings(record):
            counts[found.grade if found.rule != "broken" else "broken"] += 1
            cells = (found.grade, found.rule, found.place, found.message, found.theirs, found.ours)
            yield (record.number, _identifier(record), record.position, *cells)


def _findings(record: CatalogueRecord | BrokenRecord) -> Iterator[Finding]:
    if isinstance(record, BrokenRecord):
        yield Finding("broken", "error", "record", _told(record))
        if record.readable is not None:
            found = findings_of(record.readable)
            yield from (one for one in found if one.rule != "link" or not record.lost)  # the partners are what is lost
    else:
        yield from findings_of(record)


def _told(record: BrokenRecord) -> str:
    """What is wrong with a record, and what can be read of it all the same."""
    if record.readable is None:
        return f"it can't be read: {record.reason}"
    lost = f", lost: {', '.join(record.lost)}" if record.lost else ""
    return f"{record.reason}; by their terminators {how_many(len(record.readable.fields), 'field')} can be read{lost}"


@marc.command("repair", short_help="Write records mended to a new file; list each change.")
@click.argument("path", metavar="FILE", type=FILE)
@click.argument("out", metavar="[NEW_FILE]", type=_NEW_FILE, required=False)
@click.option("--output", "-o", "named", type=_NEW_FILE, metavar="NEW_FILE", help="The same as NEW_FILE.")
@_input_option
@click.option("--apostrophe", type=click.Choice(["ascii", "typographic", "modifier"]),
              help="Write all of romanized Korean with ', ’ or ʼ. Default: one kind in each record, the commonest there.")  # fmt: skip
@click.option("--breve", type=click.Choice(["precomposed", "combining"]),
              help="Write all of romanized Korean with ŏ in one character or two. Default: as for apostrophes.")  # fmt: skip
@click.option("--marks", is_flag=True, help="Put missing breves and apostrophes in where all letters are the 880's.")
@click.option("--broken", metavar="FILE", type=_NEW_FILE,
              help="A new file for the bytes of records that are broken.")  # fmt: skip
@format_option("text", "json", "jsonl", "csv", more=" That of the list of changes; NEW_FILE is in the form of FILE.")
def repair(
    path: str,
    out: str | None,
    named: str | None,
    form: Form | None,
    apostrophe: Apostrophe | None,
    breve: Breve | None,
    marks: bool,
    broken: str | None,
    style: str,
) -> None:
    """Write the records of FILE, mended, to NEW_FILE, and list every change.

    Only what has one right form is changed; `juche marc check` lists the rest. FILE is never touched and no file is
    written over. A record that needs no change keeps its bytes. A broken one – a wrong length, a spoilt directory – is put
    together anew if all its fields can be read; else it is listed and left out, and exit status is 1. --broken keeps the
    bytes of both.

    \b
    juche marc repair catalogue.mrc mended.mrc
    juche marc repair catalogue.mrc mended.mrc --marks --broken unreadable.mrc
    """
    target = out or named
    if target is None or (out and named):
        raise click.UsageError("name one new file, as NEW_FILE or with --output")
    counts: Counter[str] = Counter()
    with _input(path) as stream, _new(target) as good, _new(broken) as bad, _spinner(path, "mending records"):
        changes = _mended(
            stream,
            form,
            counts,
            lambda record: repaired(record, apostrophe=apostrophe, breve=breve, marks=marks),
            cast(BinaryIO, good),
            bad,
        )
        try:
            _write_rows(_CHANGES, changes, style, _line_of_change)
        except BrokenPipeError:  # no one reads the list on (`| head`); the records are still wanted
            silence()
            for _ in changes:
                pass
    _say(
        counts,
        f"{how_many(counts['changes'], 'change')} in {how_many(counts['changed'], 'record')}, written to {target}",
        kept="left out",
    )
    sys.exit(1 if counts["broken"] else 0)


def _mended(
    stream: BinaryIO,
    form: Form | None,
    counts: Counter[str],
    mend: Callable[[CatalogueRecord | BrokenRecord], Repaired],
    good: BinaryIO,
    bad: IO[bytes] | None,
) -> Iterator[tuple[object, ...]]:
    """Write the records; gives a row for each change, and for each record that is left out or left as it is."""
    known, records = read_catalogue(stream, form)
    head, between, foot = frame(known)
    good.write(head)
    written = False
    for record in records:
        counts["records"] += 1
        if isinstance(record, BrokenRecord):
            if bad is not None:
                bad.write(record.data)
            if record.readable is None or record.lost:
                counts["broken"] += 1
                yield _row(record, Change("broken", "record", _told(record), "left out"))
                continue
        made = mend(record)
        if isinstance(record, BrokenRecord) and made.left:
            counts["broken"] += 1
            yield _row(record, Change("broken", "record", f"{_told(record)}, but {made.left}", "left out"))
            continue
        good.write((between if written else b"") + made.data)
        written = True
        counts["changed"] += bool(made.changes)
        counts["changes"] += len(made.changes)
        yield from (_row(record, change) for change in made.changes)
        if made.left:
            yield _row(record, Change("left", "record", made.left, "left as it is"))
    good.write(foot)


def _row(record: CatalogueRecord | BrokenRecord, change: Change) -> tuple[object, ...]:
    return (record.number, _identifier(record), record.position, *asdict(change).values())


@contextmanager
def _input(path: str) -> Iterator[BinaryIO]:
    if path == "-":
        yield sys.stdin.buffer
    else:
        with Path(path).open("rb") as stream:
            yield stream


@contextmanager
def _spinner(path: str, what: str) -> Iterator[None]:
    """A spinner on standard error for a long file, where the findings don't go to a terminal themselves."""
    long = path == "-" or Path(path).stat().st_size > _LONG_FILE
    with waiting(what, long=long and not sys.stdout.isatty()) as bar:
        bar.add_task(what, total=None)
        yield


@contextmanager
def _new(path: str | None) -> Iterator[IO[bytes] | None]:
    """A file that didn't exist; taken away again where the work on it fails, so that no half of one is left."""
    if path is None:
        yield None
        return
    try:
        stream = Path(path).open("xb")  # noqa: SIM115 - closed below
    except FileExistsError as error:
        raise click.UsageError(f"{path} exists already, and nothing is written over: name a new file") from error
    try:
        with stream:
            yield stream
    except BaseException:
        Path(path).unlink(missing_ok=True)
        raise


def _identifier(record: CatalogueRecord | BrokenRecord) -> str:
    if isinstance(record, CatalogueRecord):
        return record.identifier
    return record.readable.identifier if record.readable is not None else ""


def _write_rows(
    columns: tuple[str, ...],
    rows: Iterable[tuple[object, ...]],
    style: str,
    line: Callable[[tuple[object, ...]], str],
) -> None:
    """Rows as they come, in a format."""
    if style in ("json", "jsonl"):
        write_items((dict(zip(columns, row, strict=True)) for row in rows), style)
    elif style == "csv":
        table = csv.writer(_Out(), lineterminator="\r\n")
        table.writerow(columns)
        table.writerows(rows)
    else:
        for row in rows:
            number, identifier, position, *_ = row
            where = f"001 {identifier}, byte {position}" if identifier else f"byte {position}"
            write(f"record {number} ({where}): {line(row)}\n")


def _line_of_finding(row: tuple[object, ...]) -> str:
    grade, rule, place, message, theirs, ours = map(str, row[3:])
    shown = f" | theirs: {theirs}" if theirs else ""
    return f"{grade} {place} {rule}: {message}{shown}" + (f" | ours: {ours}" if ours else "")


def _line_of_change(row: tuple[object, ...]) -> str:
    return str(Change(*map(str, row[3:])))


class _Out:
    """The output as the csv module wants it: UTF-8 whatever the locale."""

    def write(self, text: str) -> None:
        write(text)


def _say(counts: Counter[str], rest: str, *, kept: str = "broken") -> None:
    """The sums on standard error."""
    unread = f", {counts['broken']} of them {kept}" if counts["broken"] else ""
    click.echo(f"juche: {how_many(counts['records'], 'record')}{unread}; {rest}", err=True)
