"""`juche romanize`, `convert`, `hangul` and `tokens`: text in, text out, line by line."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import cast

import click
from rich.table import Table
from rich.text import Text

import juche_toolkit as jt
from juche_toolkit.adapters.cattrs import plain
from juche_toolkit.cli.streams import console, lines_in, write, write_json, write_jsonl

__all__ = ["convert", "hangul", "romanize", "tokens"]

_FILE = click.Path(exists=True, dir_okay=False, allow_dash=True)


@click.command()
@click.argument("texts", nargs=-1)
@click.option("--file", "-f", "path", type=_FILE, help="Read lines from a file (- is standard input).")
@click.option("--encoding", help="Encoding of the input; recognised if not given.")
@click.option("--scheme", "-s", default="38north", show_default=True, help="A name from `juche schemes`.")
@click.option(
    "--kind", "-k", type=click.Choice(["text", "title", "name", "place", "corporate"]), default="text", show_default=True,
    help="Decides case, hyphens and the rules of names.",
)  # fmt: skip
@click.option("--divide/--no-divide", default=None, help="Divide words (default: the scheme's habit; ala-lc divides).")
@click.option("--initial", type=click.Choice(["scheme", "keep", "drop"]), default="scheme", show_default=True,
              help="What becomes of a North Korean initial ㄹ or ㄴ.")  # fmt: skip
@click.option(
    "--exceptions/--no-exceptions", default=True, help="Customary spellings (Pyongyang) where the scheme has them."
)
@click.option(
    "--exceptions-file", type=click.Path(exists=True, dir_okay=False), help="Your own: Hangul, tab, spelling."
)
@click.option("--orthography", type=click.Choice(["auto", "nk", "sk"]), default="auto", show_default=True)
@click.option("--analyzer", help="The analyser that divides words; the built-in one if not given.")
@click.option(
    "--apostrophe", type=click.Choice(["ascii", "typographic", "modifier"]), default="ascii", show_default=True
)
@click.option("--form", type=click.Choice(["NFC", "NFD"]), default="NFC", show_default=True)
@click.option("--heading", "as_heading", is_flag=True, help="Persons as a catalogue enters them: Kim, Se-yŏng.")
@click.option("--explain", "explained", is_flag=True,
              help="Show the sound and the rules of each word, how the words were divided, and where to look.")  # fmt: skip
@click.option("--format", "style", type=click.Choice(["text", "table", "jsonl", "html", "svg"]),
              help="Default: text, with --explain a table. html and svg are pictures of the alignment; svg takes one text.")  # fmt: skip
def romanize(
    texts: tuple[str, ...],
    path: str | None,
    encoding: str | None,
    scheme: str,
    kind: str,
    divide: bool | None,
    initial: str,
    exceptions: bool,
    exceptions_file: str | None,
    orthography: str,
    analyzer: str | None,
    apostrophe: str,
    form: str,
    as_heading: bool,
    explained: bool,
    style: str | None,
) -> None:
    """Write Korean text in Latin letters.

    TEXTS are romanized one a line; without any, lines are read from --file or standard input.
    """
    if as_heading and style in ("html", "svg"):
        raise click.UsageError(f"--heading has no steps to draw: leave out --format {style}.")
    style = style or ("table" if explained else "text")
    drawn: list[jt.Romanization] = []
    for line in lines_in(texts, path, encoding):
        if as_heading:
            write(jt.heading(line, scheme, apostrophe=apostrophe, form=form) + "\n")
            continue
        result = jt.explain(
            line,
            scheme,
            kind=kind,
            divide=divide,
            initial=initial,
            exceptions=exceptions_file or exceptions,
            orthography=orthography,
            analyzer=analyzer,
            apostrophe=apostrophe,
            form=form,
        )
        if style == "jsonl":
            record = cast("dict[str, object]", plain(result))
            write_jsonl([{**record, "divided": result.divided} if explained else record])
        elif style in ("html", "svg"):
            drawn.append(result)
        elif style == "table":
            console().print(_steps(result))
            for told in _told(result):
                console().print(told)
        else:
            write(result.text + "\n" + (_looked_at(result) if explained else ""))
    if style in ("html", "svg"):
        write(_picture(drawn, style))


def _looked_at(result: jt.Romanization) -> str:
    """How the words were divided, and the doubts, a line each."""
    lines = [f"  {result.divided}"] if result.divided != result.source else []
    return "".join(line + "\n" for line in [*lines, *(f"  ? {doubt}" for doubt in result.warnings)])


def _picture(drawn: Sequence[jt.Romanization], style: str) -> str:
    """Hangul and Latin aligned: a page for any number of texts, a drawing for one."""
    from juche_toolkit.pictures import alignment_html, alignment_svg

    if style == "html":
        return alignment_html(drawn)
    if len(drawn) != 1:
        raise click.UsageError(f"--format svg draws one text, not {len(drawn)}; --format html takes any number.")
    return alignment_svg(drawn[0])


def _steps(result: jt.Romanization) -> Table:
    """The steps of a romanization as a table: Hangul and Latin aligned, long ones folded."""
    divided = f", divided {result.divided}" if result.divided != result.source else ""
    caption = Text(f"scheme {result.scheme}{divided}")
    table = Table(title=Text(result.text), title_justify="left", caption=caption, caption_justify="left")
    for column, style in (("Korean", ""), ("sound", "dim"), ("Latin", "bold"), ("sure", ""), ("rules", "cyan")):
        table.add_column(column, overflow="fold", style=style)
    for segment in result.segments:
        if segment.pronunciation or segment.rules:
            latin = segment.latin if segment.latin.strip() else "␣"
            sure = f"{segment.confidence:.0%}" if segment.pronunciation else ""
            cells = (segment.source, segment.pronunciation, latin, sure, ", ".join(segment.rules))
            table.add_row(*map(Text, cells))
    return table


def _told(result: jt.Romanization) -> Iterator[Text]:
    """The doubts with their alternatives, then what the rules say that fired."""
    from juche_toolkit.pictures.rules import rules_of

    for doubt in result.warnings:
        ways = f" ({' or '.join(doubt.alternatives)})" if doubt.alternatives else ""
        yield Text(f"? {doubt}{ways}", style="yellow")
    for rule in rules_of([result]):
        said = f": {rule.says}" if rule.says else ""
        yield Text.assemble((rule.id, "cyan"), f" {rule.cited}{said}")


@click.command()
@click.argument("texts", nargs=-1)
@click.option("--from", "source", default="38north", show_default=True, help="mr, 38north, ala-lc or bgn.")
@click.option("--to", "target", default="mr", show_default=True, help="mr, 38north, ala-lc, bgn or ascii.")
@click.option("--file", "-f", "path", type=_FILE, help="Read lines from a file (- is standard input).")
@click.option("--encoding", help="Encoding of the input; recognised if not given.")
def convert(texts: tuple[str, ...], source: str, target: str, path: str | None, encoding: str | None) -> None:
    """Bring romanized Korean from one spelling of the McCune-Reischauer family to another."""
    for line in lines_in(texts, path, encoding):
        write(jt.convert(line, source, target) + "\n")


@click.command()
@click.argument("texts", nargs=-1)
@click.option("--limit", "-n", type=click.IntRange(1, 1000), default=10, show_default=True, help="Candidates a word.")
@click.option("--file", "-f", "path", type=_FILE, help="Read lines from a file (- is standard input).")
@click.option("--encoding", help="Encoding of the input; recognised if not given.")
@click.option("--format", "style", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
def hangul(texts: tuple[str, ...], limit: int, path: str | None, encoding: str | None, style: str) -> None:
    """Give the Hangul that romanized words can stand for, likeliest first.

    Exit status 1 if a line has no reading.
    """
    failed = 0
    for line in lines_in(texts, path, encoding):
        candidates = jt.to_hangul(line, limit=limit)
        failed += bool(line.strip()) and not candidates
        if style == "jsonl":
            write_jsonl([{"latin": line, "candidates": [plain(candidate) for candidate in candidates]}])
        else:
            write("\t".join([line, *(candidate.text for candidate in candidates)]) + "\n")
    _report(failed, "had no reading")


@click.command()
@click.argument("titles", nargs=-1)
@click.option("--file", "-f", "path", type=_FILE, help="Read titles, one a line, from a file (- is standard input).")
@click.option("--encoding", help="Encoding of the input; recognised if not given.")
@click.option("--analyzer", "-a", help="A name from `juche doctor`; the built-in one if not given.")
@click.option("--words", type=click.Path(), help="Your own words: lines of form, tag and level, apart by tabs.")
@click.option("--orthography", type=click.Choice(["auto", "nk", "sk"]), default="auto", show_default=True)
@click.option("--compounds", type=click.Choice(["parts", "whole", "both"]), default="parts", show_default=True,
              help="Give compounds as their words, whole, or whole and then as their words.")  # fmt: skip
@click.option("--format", "style", type=click.Choice(["table", "json", "jsonl", "terms"]),
              help="Default: table on a terminal, jsonl in a pipe.")  # fmt: skip
def tokens(
    titles: tuple[str, ...],
    path: str | None,
    encoding: str | None,
    analyzer: str | None,
    words: str | None,
    orthography: str,
    compounds: str,
    style: str | None,
) -> None:
    """Cut titles into words and name the terms by which they are found."""
    style = style or ("table" if sys.stdout.isatty() else "jsonl")
    engine = jt.load_analyzer(analyzer, words=words)
    collected = []
    for title in lines_in(titles, path, encoding):
        found = jt.tokenize(title, analyzer=engine, orthography=orthography, compounds=compounds)
        terms = jt.search_terms(title, analyzer=engine, orthography=orthography, compounds=compounds)
        record = {"title": title, "tokens": [plain(token) for token in found], "terms": list(terms)}
        if style == "terms":
            write(" ".join(terms) + "\n")
        elif style == "table":
            console().print(_token_table(title, found, terms))
        elif style == "jsonl":
            write_jsonl([record])
        else:
            collected.append(record)
    if style == "json":
        write_json(collected)


def _token_table(title: str, found: Sequence[jt.Token], terms: Sequence[str]) -> Table:
    caption = "terms: " + " · ".join(terms)
    table = Table(title=title, title_justify="left", caption=caption, caption_justify="left")
    for column in ("token", "tag", "place", "Seoul spelling"):
        table.add_column(column, overflow="fold")
    for token in found:
        table.add_row(
            token.text, token.tag, f"{token.start}-{token.end}", token.normal if token.normal != token.text else ""
        )
    return table


def _report(failed: int, what: str) -> None:
    if failed:
        click.echo(f"juche: {failed} line{'s' * (failed != 1)} {what}", err=True)
        sys.exit(1)
