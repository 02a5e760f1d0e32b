"""README, docs and the papers: every example runs, every path exists, every command is the one that CI runs."""

from __future__ import annotations

import doctest
import shlex
from pathlib import Path

import pytest
import regex
from click.testing import CliRunner

from juche_toolkit.cli import commands
from tests.tables import ROOT

PAGES = [ROOT / "README.md", ROOT / "README.ko.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = regex.compile(r"(?ms)^```(?P<language>\w*)[^\n]*\n(?P<body>.*?)^```")


def fences(page: Path, language: str) -> list[str]:
    return [
        match["body"] for match in FENCE.finditer(page.read_text(encoding="utf-8")) if match["language"] == language
    ]


PYTHON = [(page, number) for page in PAGES for number, _ in enumerate(fences(page, "python"))]
CONSOLE = [(page, number) for page in PAGES for number, _ in enumerate(fences(page, "console"))]


def test_the_pages_hold_examples() -> None:
    assert len(PYTHON) >= 3
    assert len(CONSOLE) >= 2


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_examples_give_what_the_page_shows(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    globs: dict[str, object] = {}
    for body in fences(page, "python"):
        assert ">>>" in body, f"{page.name}: an example that shows no result:\n{body}"
        parsed = doctest.DocTestParser().get_doctest(body, globs, page.name, str(page), 0)
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
        output: list[str] = []
        runner.run(parsed, out=output.append, clear_globs=False)
        assert runner.summarize(verbose=False).failed == 0, "".join(output)
        globs.update(parsed.globs)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_console_examples_give_what_the_page_shows(page: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    for body in fences(page, "console"):
        for block in regex.split(r"(?m)^\$ ", body)[1:]:
            command, _, shown = block.partition("\n")
            words = shlex.split(command)
            assert words[0] == "juche", command
            result = CliRunner().invoke(commands, words[1:])
            assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
            got = result.stdout
            if shown.endswith("...\n"):
                assert got.startswith(shown.removesuffix("...\n")), f"{command}\n{got}"
            else:
                assert got == shown, f"{command}\n{got}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_and_link_on_a_page_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    paths = regex.findall(r"`((?:src|docs|tests|scripts|examples|bench)/[\w./-]+)`", text)
    links = [link for link in regex.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text) if "://" not in link]
    missing = [path for path in paths if not (ROOT / path).exists()]
    missing += [link for link in links if not (page.parent / link).exists()]
    assert not missing


def test_the_architecture_page_names_where_things_live() -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    for thing in (
        "a rule of pronunciation",
        "a scheme's letter",
        "whose sound no rule predicts",
        "a journal's name",
        "an Ibid.",
    ):
        assert thing in text
    tree = regex.findall(r"(?m)^├── (\S+)|^└── (\S+)", text)
    assert len(tree) >= 10
    for names in tree:
        assert (ROOT / "src/juche_toolkit" / "".join(names)).exists()


def test_both_readmes_open_with_the_same_two_commands_and_ci_ends_with_the_second() -> None:
    english, korean = (fences(ROOT / name, "sh") for name in ("README.md", "README.ko.md"))
    assert english == korean
    assert len(english) == 2
    assert english[1].strip() in (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()[-1]


def test_the_papers_are_there_and_name_one_version() -> None:
    from juche_toolkit import __version__

    for name in ("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE", "LICENSES/libhangul.txt"):
        assert (ROOT / name).stat().st_size > 300, name
    assert f"version: {__version__}" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
