"""The command line `juche`: reads files or standard input, writes standard output; no logic of its own."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import click

from juche_toolkit.cli.catalogue import index, search
from juche_toolkit.cli.marc import marc
from juche_toolkit.cli.notes import notes
from juche_toolkit.cli.pictures import compare, matrix, report
from juche_toolkit.cli.state import doctor, schemes, version
from juche_toolkit.cli.words import convert, hangul, romanize, tokens
from juche_toolkit.errors import JucheToolkitError, MissingExtraError, UnknownNameError

__all__ = ["commands", "main"]

_SHELLS = ("bash", "zsh", "fish")


_CLICKS = re.compile("Invalid|No such|Missing|Got|Option|Value|Error")
"""How the sentences begin that click says by itself."""


class _Commands(click.Group):
    """The group of all commands, in the order of the work; every error is told in one style."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the name is click's
        return list(self.commands)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """As click's; with `standalone_mode`, an error is one line on standard error and an exit status."""
        run: Callable[[], Any] = partial(super().main, args, prog_name, complete_var, standalone_mode=False, **extra)
        if not standalone_mode:
            return run()
        try:
            sys.exit(run() or 0)
        except click.exceptions.NoArgsIsHelpError as asked:
            click.echo(asked.format_message())
            sys.exit(0)
        except click.UsageError as error:
            _fail(_in_our_style(error.format_message()), error.ctx)
            sys.exit(2)
        except click.Abort:
            _fail("broken off")
            sys.exit(130)
        except click.ClickException as error:
            _fail(error.format_message())
            sys.exit(error.exit_code)
        except (UnknownNameError, MissingExtraError) as error:
            _fail(str(error))
            sys.exit(2)
        except JucheToolkitError as error:
            _fail(str(error))
            sys.exit(1)
        except OSError as error:
            _fail(f"{error.strerror or error}" + (f": {error.filename}" if error.filename else ""))
            sys.exit(1)


def _in_our_style(sentence: str) -> str:
    """A sentence of click's as ours are: it goes on behind `juche: `, and has no full stop."""
    return (sentence[:1].lower() + sentence[1:] if _CLICKS.match(sentence) else sentence).removesuffix(".")


def _fail(sentence: str, context: click.Context | None = None) -> None:
    """An error on standard error: `juche: ` and a sentence, for wrong usage with the command that tells more."""
    hint = f"\n  {context.command_path} --help tells how it is used" if context is not None else ""
    click.echo(f"juche: {sentence}{hint}", err=True)


def _say_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(version())
        context.exit()


def _say_completion(context: click.Context, _: click.Parameter, shell: str | None) -> None:
    """Print what a shell evaluates to complete commands and options."""
    if shell is None or context.resilient_parsing:
        return
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    if made is not None:
        click.echo(made(commands, {}, "juche", "_JUCHE_COMPLETE").source())
    context.exit()


@click.group("juche", cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_say_version,
              help="Say the version, and those of the tables.")  # fmt: skip
@click.option("--completion", type=click.Choice(_SHELLS), is_eager=True, expose_value=False, callback=_say_completion,
              help="Print the lines by which a shell completes juche's commands and options.")  # fmt: skip
def commands() -> None:
    """Romanize, parse and search Korean and North Korean sources.

    \b
    juche notes notes.txt --output notes.mrc    notes in, MARC records out
    juche romanize --scheme ala-lc 경제연구      Hangul to Latin
    juche marc check catalogue.mrc              what a catalogue has wrong

    Text is read from the arguments, from files or from standard input. `juche COMMAND --help` tells more of each.
    Exit status: 0; 1 if some input was not understood; 2 for wrong usage.
    """


for command in (
    notes,
    report,
    romanize,
    convert,
    hangul,
    compare,
    matrix,
    tokens,
    index,
    search,
    marc,
    schemes,
    doctor,
):
    commands.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; every error of the toolkit becomes one line on standard error and an exit status."""
    commands.main(args=arguments, prog_name="juche")
