"""`juche marc`: records of a catalogue looked over."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from juche_toolkit.adapters.pymarc import read_mrc
from juche_toolkit.cli.streams import write
from juche_toolkit.export.marc_check import faults

__all__ = ["marc"]


@click.group()
def marc() -> None:
    """Look MARC 21 records over (`juche notes --format mrc` writes them)."""


@marc.command("check")
@click.argument("path", metavar="FILE", type=click.Path(exists=True, dir_okay=False))
def check(path: str) -> None:
    """List 880 fields without partners and Hangul in pieces, record by record, in FILE (.mrc).

    A record that can't be read is listed and passed over. Exit status 1 if anything is found.
    """
    count = found = 0
    for count, record in enumerate(read_mrc(Path(path).read_bytes()), 1):
        for fault in [record] if isinstance(record, str) else faults(record):
            found += 1
            write(f"record {count}: {fault}\n")
    click.echo(f"juche: {count} records, {found} faults", err=True)
    sys.exit(1 if found else 0)
