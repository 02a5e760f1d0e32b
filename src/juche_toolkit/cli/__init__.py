"""The command line `juche`: reads files or standard input, writes standard output; no logic of its own."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from juche_toolkit._version import __version__
from juche_toolkit.cli.catalogue import index, search
from juche_toolkit.cli.marc import marc
from juche_toolkit.cli.notes import notes
from juche_toolkit.cli.pictures import compare, matrix, report
from juche_toolkit.cli.state import doctor, schemes
from juche_toolkit.cli.words import convert, hangul, romanize, tokens
from juche_toolkit.errors import JucheToolkitError, MissingExtraError, UnknownNameError

__all__ = ["commands", "main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="juche")
def commands() -> None:
    """Romanize, parse and search Korean and North Korean sources.

    \b
    juche notes FILE          notes in, records out
    juche romanize 경제연구    Hangul to Latin
    juche tokens TITLE        a title's words

    Text is read from the arguments, from files (--file) or from standard input.
    Exit status: 0, 1 (some input was not understood), 2 (usage).
    """


for command in (
    romanize,
    convert,
    hangul,
    notes,
    tokens,
    index,
    search,
    marc,
    compare,
    matrix,
    report,
    schemes,
    doctor,
):
    commands.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; every error of the toolkit becomes one line on standard error and an exit status."""
    try:
        commands.main(args=arguments, prog_name="juche")
    except (UnknownNameError, MissingExtraError) as error:
        click.echo(f"juche: {error}", err=True)
        sys.exit(2)
    except JucheToolkitError as error:
        click.echo(f"juche: {error}", err=True)
        sys.exit(1)
