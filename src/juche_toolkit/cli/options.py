"""Options that several commands have: one name, one letter, one meaning, one sentence for each."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

import juche_toolkit as jt
from juche_toolkit.cli.streams import output_to

__all__ = [
    "FILE",
    "analyzer_option",
    "apostrophe_option",
    "encoding_option",
    "file_option",
    "format_option",
    "kind_option",
    "limit_option",
    "orthography_option",
    "output_option",
    "scheme_option",
    "strict_option",
]

Decorator = Callable[[Callable[..., Any]], Callable[..., None]]

FILE = click.Path(exists=True, dir_okay=False, allow_dash=True)
"""A file to read, or - for standard input."""

_KINDS = ("text", "title", "name", "place", "corporate")


def file_option(what: str = "lines") -> Decorator:
    return click.option("--file", "-f", "path", type=FILE, help=f"Read {what} from a file (- is standard input).")


encoding_option = click.option(
    "--encoding",
    metavar="NAME",
    help="Encoding of the input. Default: recognised (UTF-8, UTF-16, CP949).",
)

orthography_option = click.option(
    "--orthography",
    type=click.Choice(["auto", "nk", "sk"]),
    default="auto",
    show_default=True,
    help="How the text is spelt: as in the North, as in the South, or as it looks.",
)

kind_option = click.option(
    "--kind",
    "-k",
    type=click.Choice(_KINDS),
    default="text",
    show_default=True,
    help="What the texts are; decides case, hyphens and the rules of names.",
)

apostrophe_option = click.option(
    "--apostrophe",
    type=click.Choice(["ascii", "typographic", "modifier"]),
    default="ascii",
    show_default=True,
    help="The apostrophe to write: ', ’ or ʼ.",
)

strict_option = click.option("--strict", is_flag=True, help="Exit status 1 for a doubt too.")


def _schemes(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    """The schemes' names that begin so, for a shell that completes."""
    return [known.id for known in jt.schemes() if known.id.startswith(begun)]


def _analyzers(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    """The analysers' names that begin so, for a shell that completes."""
    return [name for name in jt.analyzers() if name.startswith(begun)]


def scheme_option(
    what: str = "A name from `juche schemes`, or a file of your own (.toml).",
    *,
    told: bool = True,
    several: bool = False,
) -> Decorator:
    """--scheme; `told` shows the default, with `several` it may be repeated and has none."""
    return click.option(
        "--scheme",
        "-s",
        metavar="NAME",
        help=what,
        multiple=several,
        default=() if several else "38north",
        show_default=told and not several,
        shell_complete=_schemes,
    )


def analyzer_option(what: str) -> Decorator:
    return click.option(
        "--analyzer",
        "-a",
        metavar="NAME",
        help=f"{what}: a name from `juche doctor`. Default: the built-in one.",
        shell_complete=_analyzers,
    )


def limit_option(what: str, default: int, most: int | None = None) -> Decorator:
    return click.option(
        "--limit", "-n", type=click.IntRange(1, most), default=default, show_default=True, metavar="NUMBER", help=what
    )


def format_option(*styles: str, in_a_pipe: str | None = None, unset: bool = False, more: str = "") -> Decorator:
    """--format: the first of the styles by default, or `in_a_pipe` where the output goes to no terminal.

    The command gets None where none is given and `in_a_pipe` or `unset` says that it chooses.
    """
    told = f"Default: {styles[0]}"
    told += f" on a terminal, {in_a_pipe} in a pipe or a file." if in_a_pipe else "." if not unset else ""
    return click.option(
        "--format",
        "style",
        type=click.Choice(styles),
        default=None if in_a_pipe or unset else styles[0],
        metavar="NAME",
        help=f"{', '.join(styles[:-1])} or {styles[-1]}. {told}{more}",
    )


def output_option(what: str = "Write to this file. Default: standard output.") -> Decorator:
    """--output: the file that the command's output goes to; the command itself writes as ever."""

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        @click.option("--output", "-o", type=click.Path(dir_okay=False, allow_dash=True), metavar="FILE", help=what)
        @wraps(command)
        def writing(*arguments: Any, output: str | None, **given: Any) -> None:
            _refuse(output, given.values())
            click.get_current_context().meta["output"] = output
            with output_to(output):
                command(*arguments, **given)

        return writing

    return decorate


def _refuse(output: str | None, given: Any) -> None:
    """Raise UsageError for an output that can't be written, or that is what the command reads."""
    if output is None or output == "-":
        return
    if not Path(output).absolute().parent.is_dir():
        raise click.UsageError(f"--output {output}: there is no folder {Path(output).parent}")
    for value in given:
        for read in value if isinstance(value, tuple) else (value,):
            if isinstance(read, str | os.PathLike) and _is_same(read, output):
                raise click.UsageError(f"--output {output} is a file that is read: name another")


def _is_same(read: str | os.PathLike[str], output: str) -> bool:
    try:
        return os.path.isfile(read) and os.path.samefile(read, output)
    except (OSError, ValueError):  # an argument that is a text, not a path; an output that isn't there yet
        return False
