"""Writes docs/cli.md, every command with its help, and docs/reference.md, every public name, from the commands and the package.

    python scripts/make_reference.py [--check]

With --check nothing is written; the exit status says whether the pages are what the package gives.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from inspect import isfunction
from pathlib import Path

import click

import juche_toolkit
from juche_toolkit import export
from juche_toolkit.cli import commands

FOLDER = Path(__file__).parent.parent / "docs"
MADE = "Made by `scripts/make_reference.py`; don't edit.\n"
WIDTH = 100
CLI = f"""# The command `juche`

{MADE}
## Name

**juche** – romanize, parse and search Korean and North Korean sources

## Synopsis

```text
juche [--version] [--completion SHELL] COMMAND [OPTIONS] [ARGUMENTS]
python -m juche_toolkit …
```

## Description

Text is read from the arguments, from files or from standard input (`-`), in UTF-8, UTF-16 or CP949, which is recognised. Results go
to standard output, or to the file that `--output` names; everything else – counts, doubts, errors, a bar for long work – goes to
standard error. An output file is written when all is done: a command that fails leaves it as it was. No file that is read is ever
written over.

## Options that mean the same everywhere

| option | meaning |
|---|---|
| `-f`, `--file FILE` | read lines from a file, where the arguments are texts |
| `--encoding NAME` | the encoding of the input, where it isn't to be recognised |
| `--input NAME` | how the input is written: for an index `jsonl`, `csv`, `notes`, `marc`; for MARC `mrc`, `marcxml`, `mrk` |
| `-o`, `--output FILE` | the file to write |
| `--format NAME` | how results are written; `json` is one list, `jsonl` one value a line, `table` is for the eye |
| `-s`, `--scheme NAME` | the romanization: a name from `juche schemes` or a file of your own |
| `-k`, `--kind NAME` | what a text is: `text`, `title`, `name`, `place`, `corporate` |
| `-a`, `--analyzer NAME` | what cuts text into words: a name from `juche doctor` |
| `--orthography NAME` | `nk`, `sk` or `auto` |
| `-n`, `--limit NUMBER` | the most results |
| `--explain` | say why |
| `--strict` | exit status 1 for a doubt too |

## Exit status

| status | when |
|---|---|
| 0 | all was understood |
| 1 | some input was not understood or can't be read, nothing was found, a file of records has errors; with `--strict` also a doubt |
| 2 | wrong usage: an unknown option, scheme or analyser, a file that isn't there, a package that isn't installed |
| 130 | broken off |

An error is one line on standard error that begins `juche: `; for wrong usage a second line names the help to read.

## Environment

| variable | does |
|---|---|
| `NO_COLOR` | no colours on a terminal; in a pipe or a file there are none anyway |
| `COLUMNS` | the width of tables and help |

## Completion

`juche --completion bash`, `zsh` or `fish` prints the lines that a shell needs. Put `eval "$(juche --completion bash)"` into
`~/.bashrc`, the same with `zsh` into `~/.zshrc`, or `juche --completion fish | source` into `~/.config/fish/config.fish`.

## Versions

`juche --version` says the version of the toolkit, the year of each scheme, and a short mark of what each folder of tables holds: it is the
same if and only if the tables are. `juche index info` shows the mark of the lexicon that an index was made with.

## See also

[Getting started](getting-started.md), [recipes for cataloguers](recipes/cataloguers.md), [records](records.md), [MARC records](marc.md),
[search](search.md), [pictures](pictures.md)
"""
REFERENCE = f"""# Reference

{MADE}
Everything here is imported as `import juche_toolkit as jt`; names below other headings say where they live.
"""


def helps(command: click.Command, path: str, parent: click.Context | None = None) -> Iterator[str]:
    """A section for a command and one for each below it."""
    context = click.Context(
        command,
        info_name=path.rpartition(" ")[2],
        parent=parent,
        max_content_width=WIDTH,
        terminal_width=WIDTH,
        help_option_names=["-h", "--help"],
    )
    yield f"\n## {path}\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                yield from helps(below, f"{path} {name}", context)


def reference() -> Iterator[str]:
    """The public names by what they are: functions, then classes and errors, then exports."""
    names = [name for name in juche_toolkit.__all__ if not name.startswith("_")]
    groups = {
        "Functions": [name for name in names if name.islower()],
        "Values": [name for name in names if not name.islower() and not name.endswith("Error")],
        "Errors": [name for name in names if name.endswith("Error")],
    }
    for title, members in groups.items():
        yield f"\n## {title}\n"
        for name in sorted(members):
            value = getattr(juche_toolkit, name)
            yield f"\n::: {value.__module__}.{value.__qualname__}\n"
    yield "\n## juche_toolkit.export\n"
    for name in export.__all__:
        value = getattr(export, name)
        yield f"\n::: {value.__module__}.{name}\n" if isfunction(value) else f"\n`{name}`\n: `{value}`\n"


def pages() -> dict[str, str]:
    """File name → text."""
    return {"cli.md": CLI + "".join(helps(commands, "juche")), "reference.md": REFERENCE + "".join(reference())}


def main() -> int:
    """Write the pages, or say which aren't up to date."""
    stale = []
    for name, text in pages().items():
        path = FOLDER / name
        if "--check" not in sys.argv[1:]:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    if stale:
        print(f"not what the package gives: {', '.join(stale)}; run python scripts/make_reference.py")
    return bool(stale)


if __name__ == "__main__":
    sys.exit(main())
