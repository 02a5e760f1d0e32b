"""What the commands share: texts in, bytes out, tables on a terminal, bars on standard error."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import IO, BinaryIO, Literal, cast

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, track

from juche_toolkit.hangul.encoding import decode

__all__ = [
    "console",
    "is_watched",
    "lines_in",
    "output_to",
    "progress",
    "silence",
    "text_in",
    "waiting",
    "write",
    "write_bytes",
    "write_items",
    "write_json",
    "write_jsonl",
]

_LONG = 200
"""Items from which a bar is shown."""
_KEPT = 1 << 25
"""Bytes of output for a file that are kept in memory; more is kept on disk until the command has ended."""

_output: ContextVar[BinaryIO | None] = ContextVar("output", default=None)
"""What is written to in place of standard output, if --output names a file."""


def text_in(path: str | None, encoding: str | None) -> str:
    """The text of a file, or of standard input for None and "-"."""
    if path is None or path == "-":
        return decode(sys.stdin.buffer.read(), encoding)
    return decode(Path(path).read_bytes(), encoding)


def lines_in(texts: Sequence[str], path: str | None, encoding: str | None) -> Iterator[str]:
    """The arguments, or the lines of a file or of standard input, without their line ends."""
    if texts:
        yield from texts
    elif path is None or path == "-":
        if encoding is None and not sys.stdin.isatty():
            yield from _stream()
        else:
            yield from text_in(None, encoding).splitlines()
    else:
        yield from text_in(path, encoding).splitlines()


def _stream() -> Iterator[str]:
    """Lines of standard input as they come, so that a pipe can be long or never end; other encodings are read whole."""
    stream = sys.stdin.buffer
    first = stream.readline()
    try:
        yield from first.decode("utf-8-sig").splitlines() if first else ()
    except UnicodeDecodeError:
        yield from decode(first + stream.read()).splitlines()
        return
    for line in stream:
        yield from decode(line).splitlines()


@contextmanager
def output_to(path: str | None) -> Iterator[None]:
    """What is written goes to a file (None and "-": standard output), and to it only when all is written.

    A command that fails leaves the file as it was; one that ends with a status of its own has written what it had.
    """
    if path is None or path == "-":
        yield
        return
    with tempfile.SpooledTemporaryFile(_KEPT) as kept:
        token = _output.set(cast(BinaryIO, kept))
        try:
            yield
        except SystemExit:
            _save(kept, path)
            raise
        else:
            _save(kept, path)
        finally:
            _output.reset(token)


def _save(kept: IO[bytes], path: str) -> None:
    kept.seek(0)
    with Path(path).open("wb") as file:
        shutil.copyfileobj(kept, file)
    click.echo(f"juche: written to {path}", err=True)


def is_watched() -> bool:
    """Whether output goes to a terminal."""
    return _output.get() is None and sys.stdout.isatty()


def write(text: str) -> None:
    """Write text to the output as UTF-8, whatever the terminal's locale; a lone surrogate is written escaped."""
    write_bytes(text.encode("utf-8", "backslashreplace"))


def write_bytes(data: bytes) -> None:
    """Write bytes to the output as they are."""
    stream = _output.get() or sys.stdout.buffer
    stream.write(data)
    stream.flush()


def silence() -> None:
    """Let what is written from now on go nowhere, as no one reads it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_jsonl(items: Iterable[object]) -> None:
    """Write one JSON value a line."""
    for item in items:
        write(json.dumps(item, ensure_ascii=False) + "\n")


def write_json(value: object) -> None:
    """Write one JSON value, indented."""
    write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def write_items(items: Iterable[object], style: str) -> None:
    """Write JSON values as `jsonl`, one a line, or as `json`, one list, each as soon as it is there."""
    if style == "jsonl":
        write_jsonl(items)
        return
    between = "[\n"
    for item in items:
        write(between + json.dumps(item, ensure_ascii=False, indent=2))
        between = ",\n"
    write("[]\n" if between == "[\n" else "\n]\n")


class _Text:
    """The file of --output as a stream of text, for tables."""

    encoding = "utf-8"

    def write(self, text: str) -> int:
        write(text)
        return len(text)

    def flush(self) -> None:
        """Nothing waits: what is written is passed on at once."""


def console(*, stderr: bool = False) -> Console:
    """A terminal for tables; plain text, without any control sequence, where it is none or NO_COLOR is set.

    Brackets and colons are text: titles have them (`[자료] …`).
    """
    plain = bool(os.environ.get("NO_COLOR"))
    colors: Literal["auto"] | None = None if plain else "auto"
    to_file = not stderr and _output.get() is not None
    return Console(
        file=cast(IO[str], _Text()) if to_file else None,
        stderr=stderr,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
        color_system=None if to_file else colors,
    )


def progress(items: Sequence[object], what: str) -> Iterator[int]:
    """Numbers of the items, with a bar on standard error where there are many and someone watches."""
    if len(items) < _LONG or not sys.stderr.isatty():
        yield from range(len(items))
    else:
        yield from track(range(len(items)), description=what, console=console(stderr=True), transient=True)


def waiting(what: str, *, long: bool) -> Progress:
    """A spinner on standard error for work whose end can't be foretold; silent when piped or short."""
    return Progress(
        SpinnerColumn(),
        TextColumn(what),
        console=console(stderr=True),
        transient=True,
        disable=not long or not sys.stderr.isatty(),
    )
