"""What the commands share: texts in, bytes out, tables on a terminal, bars on standard error."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, track

from juche_toolkit.hangul.encoding import decode

__all__ = ["console", "lines_in", "progress", "text_in", "waiting", "write", "write_json", "write_jsonl"]

_LONG = 200
"""Items from which a bar is shown."""


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


def write(text: str) -> None:
    """Write text to standard output as UTF-8, whatever the terminal's locale; a lone surrogate is written escaped."""
    stream = sys.stdout.buffer
    stream.write(text.encode("utf-8", "backslashreplace"))
    stream.flush()


def write_jsonl(items: Iterable[object]) -> None:
    """Write one JSON value a line."""
    for item in items:
        write(json.dumps(item, ensure_ascii=False) + "\n")


def write_json(value: object) -> None:
    """Write one JSON value, indented."""
    write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def console(*, stderr: bool = False) -> Console:
    """A terminal for tables; plain text, without any control sequence, where it is none or NO_COLOR is set.

    Brackets and colons are text: titles have them (`[자료] …`), and so have the names of extras (`juche-toolkit[marc]`).
    """
    plain = bool(os.environ.get("NO_COLOR"))
    colors: Literal["auto"] | None = None if plain else "auto"
    return Console(stderr=stderr, highlight=False, markup=False, emoji=False, soft_wrap=False, color_system=colors)


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
