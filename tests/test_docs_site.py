"""The site of the docs: it builds without a warning, and names everything public."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

import juche_toolkit
from juche_toolkit import export
from juche_toolkit.cli import commands
from tests.tables import ROOT


def commands_below(command: click.Command, path: str) -> list[tuple[str, click.Command]]:
    found = [(path, command)]
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            found += commands_below(below, f"{path} {name}")
    return found


def test_the_site_builds_without_a_warning_and_shows_every_public_name(tmp_path: Path) -> None:
    if importlib.util.find_spec("mkdocs") is None or importlib.util.find_spec("mkdocstrings") is None:
        pytest.skip("the site needs the extra docs: pip install 'juche-toolkit[docs]'")
    site = tmp_path / "site"
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    page = (site / "reference/index.html").read_text(encoding="utf-8")
    names = [name for name in (*juche_toolkit.__all__, *export.__all__) if not name.startswith("_")]
    assert len(names) > 50
    assert not [name for name in names if f'.{name}"' not in page and f"<code>{name}</code>" not in page]


@pytest.mark.parametrize(("path", "command"), commands_below(commands, "juche"), ids=lambda value: str(value)[:40])
def test_every_command_and_option_says_what_it_does(path: str, command: click.Command) -> None:
    assert command.help, path
    page = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
    assert f"\n## {path}\n" in page
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.opts[0] in page
            assert option.help or option.show_default, f"{path} {option.opts[0]} says nothing"


def test_every_public_name_says_what_it_is() -> None:
    silent = [
        name for name in juche_toolkit.__all__ if not name.startswith("_") and not getattr(juche_toolkit, name).__doc__
    ]
    assert not silent


def test_the_made_pages_are_what_the_package_gives() -> None:
    command = [sys.executable, str(ROOT / "scripts/make_reference.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
