"""`juche marc`: records of a catalogue looked over and mended."""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, cast

import click
from attrs import asdict

from juche_toolkit.adapters.iso2709 import BrokenRecord, CatalogueRecord, read_records
from juche_toolkit.cli.streams import waiting, write
from juche_toolkit.export.marc_check import check as findings_of
from juche_toolkit.export.marc_finding import Finding
from juche_toolkit.export.marc_repair import Apostrophe, Breve, Change
from juche_toolkit.export.marc_repair import repair as repaired

__all__ = ["marc"]

_COLUMNS = ("record", "identifier", "byte", "grade", "rule", "place", "message", "theirs", "ours")
_FILE = click.Path(exists=True, dir_okay=False, allow_dash=True)
_LONG_FILE = 2_000_000
"""Bytes of a file from which a spinner is shown."""
_NEW_FILE = click.Path(dir_okay=False, writable=True)


@click.group()
def marc() -> None:
    """Look MARC 21 records over and mend them (`juche notes --format mrc` writes them)."""


@marc.command("check")
@click.argument("path", metavar="FILE", type=_FILE)
@click.option("--format", "style", type=click.Choice(["text", "jsonl", "csv"]), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Exit 1 on any doubt, not only on errors.")
def check(path: str, style: str, strict: bool) -> None:
    """List what the records of FILE (.mrc, MARC-8 or UTF-8) have wrong or in doubt.

    Looked at are 880s and their fields, the romanization against the Korean of the 880 (ALA-LC), Hangul in pieces,
    private-use characters, apostrophes and breves of several kinds, and the codes for encoding, language and country. A
    record that can't be read is listed with its place and passed over. Exit status 1 if there is an error.
    """
    counts: Counter[str] = Counter()
    report = {"text": _as_text, "jsonl": _as_jsonl, "csv": _as_csv}[style]
    if style == "csv":
        report(list(_COLUMNS))
    with _input(path) as stream, _spinner(path, "checking records"):
        for record in read_records(stream):
            counts["records"] += 1
            for found in _findings(record):
                counts[found.grade if found.rule != "broken" else "broken"] += 1
                report([record.number, _identifier(record), record.position, *_cells(found)])
    _say(counts, f"{_count(counts['error'], 'error')}, {_count(counts['doubt'], 'doubt')}")
    sys.exit(1 if counts["error"] or counts["broken"] or (strict and counts["doubt"]) else 0)


def _findings(record: CatalogueRecord | BrokenRecord) -> Iterator[Finding]:
    if isinstance(record, BrokenRecord):
        yield Finding("broken", "error", "record", f"it can't be read: {record.reason}")
    else:
        yield from findings_of(record)


@marc.command("repair")
@click.argument("path", metavar="FILE", type=_FILE)
@click.argument("out", metavar="NEW_FILE", type=_NEW_FILE)
@click.option("--apostrophe", type=click.Choice(["ascii", "typographic", "modifier"]),
              help="Write all of romanized Korean with ', ’ or ʼ. Default: one kind in each record, the commonest there.")  # fmt: skip
@click.option("--breve", type=click.Choice(["precomposed", "combining"]),
              help="Write all of romanized Korean with ŏ in one character or two. Default: as for apostrophes.")  # fmt: skip
@click.option("--marks", is_flag=True, help="Put missing breves and apostrophes in where all letters are the 880's.")
@click.option(
    "--broken", metavar="FILE", type=_NEW_FILE, help="A new file for the bytes of records that can't be read."
)
@click.option("--format", "style", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
def repair(
    path: str, out: str, apostrophe: Apostrophe | None, breve: Breve | None, marks: bool, broken: str | None, style: str
) -> None:
    """Write the records of FILE, mended, to NEW_FILE, and list every change.

    Only what has one right form is changed; `juche marc check` lists the rest. FILE is never touched and no file is
    written over. A record that needs no change keeps its bytes; one that can't be read is listed and left out (--broken
    keeps it). Exit status 1 if there is one.
    """
    counts: Counter[str] = Counter()
    with _input(path) as stream, _new(out) as good, _new(broken) as bad, _spinner(path, "mending records"):
        for record in read_records(stream):
            counts["records"] += 1
            if isinstance(record, BrokenRecord):
                counts["broken"] += 1
                _tell(style, record, Change("broken", "record", record.reason, "left out"))
                if bad is not None:
                    bad.write(record.data)
                continue
            made = repaired(record, apostrophe=apostrophe, breve=breve, marks=marks)
            cast(BinaryIO, good).write(made.data)
            counts["changed"] += bool(made.changes)
            counts["changes"] += len(made.changes)
            for change in made.changes:
                _tell(style, record, change)
            if made.left:
                counts["left"] += 1
                _tell(style, record, Change("left", "record", made.left, "left as it is"))
    _say(counts, f"{_count(counts['changes'], 'change')} in {_count(counts['changed'], 'record')}, written to {out}")
    sys.exit(1 if counts["broken"] else 0)


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
        raise click.UsageError(f"{path} exists already; nothing is written over: name a new file") from error
    try:
        with stream:
            yield stream
    except BaseException:
        Path(path).unlink(missing_ok=True)
        raise


def _identifier(record: CatalogueRecord | BrokenRecord) -> str:
    return record.identifier if isinstance(record, CatalogueRecord) else ""


def _cells(found: Finding) -> list[str]:
    return [found.grade, found.rule, found.place, found.message, found.theirs, found.ours]


def _as_text(row: list[object]) -> None:
    number, identifier, position, *cells = row
    write(f"record {number} ({_where(identifier, position)}): {_sentence(*map(str, cells))}\n")


def _where(identifier: object, position: object) -> str:
    return f"001 {identifier}, byte {position}" if identifier else f"byte {position}"


def _sentence(grade: str, rule: str, place: str, message: str, theirs: str, ours: str) -> str:
    shown = f" | theirs: {theirs}" if theirs else ""
    return f"{grade} {place} {rule}: {message}{shown}" + (f" | ours: {ours}" if ours else "")


def _as_jsonl(row: list[object]) -> None:
    write(json.dumps(dict(zip(_COLUMNS, row, strict=True)), ensure_ascii=False) + "\n")


def _as_csv(row: list[object]) -> None:
    csv.writer(_Out(), lineterminator="\r\n").writerow(row)


class _Out:
    """Standard output as the csv module wants it: UTF-8 whatever the locale."""

    def write(self, text: str) -> None:
        write(text)


def _tell(style: str, record: CatalogueRecord | BrokenRecord, change: Change) -> None:
    where = {"record": record.number, "identifier": _identifier(record), "byte": record.position}
    if style == "jsonl":
        write(json.dumps({**where, **asdict(change)}, ensure_ascii=False) + "\n")
    else:
        place = _where(where["identifier"], where["byte"])
        write(f"record {record.number} ({place}): {change}\n")


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'s' * (number != 1)}"


def _say(counts: Counter[str], rest: str) -> None:
    """The sums on standard error."""
    unread = f", {counts['broken']} of them unreadable" if counts["broken"] else ""
    click.echo(f"juche: {_count(counts['records'], 'record')}{unread}; {rest}", err=True)
