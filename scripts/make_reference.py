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
Also `python -m juche_toolkit`. Text is read from the arguments, from files or from standard input; results go to standard
output, everything else to standard error. Colours are left out where output is no terminal and where NO_COLOR is set.

**Exit status:** 0; 1 if some input was not understood; 2 for wrong usage.

**Completion:** put `eval "$(_JUCHE_COMPLETE=bash_source juche)"` into `~/.bashrc`, the same with `zsh_source` into `~/.zshrc`, or
`_JUCHE_COMPLETE=fish_source juche | source` into fish's configuration.
"""
REFERENCE = f"""# Reference

{MADE}
Everything here is imported as `import juche_toolkit as jt`; names below other headings say where they live.
"""


def helps(command: click.Command, path: str, parent: click.Context | None = None) -> Iterator[str]:
    """A section for a command and one for each below it."""
    context = click.Context(
        command, info_name=path.rpartition(" ")[2], parent=parent, max_content_width=WIDTH, terminal_width=WIDTH
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
