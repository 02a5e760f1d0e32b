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
from juche_toolkit.cli.options import (
    analyzer_option,
    apostrophe_option,
    encoding_option,
    file_option,
    format_option,
    kind_option,
    limit_option,
    orthography_option,
    output_option,
    scheme_option,
)
from juche_toolkit.cli.streams import console, is_watched, lines_in, write, write_items
from juche_toolkit.display import how_many

__all__ = ["convert", "hangul", "romanize", "tokens"]


@click.command(short_help="Write Korean text in Latin letters.")
@click.argument("texts", metavar="[TEXT]...", nargs=-1)
@file_option()
@encoding_option
@scheme_option()
@kind_option
@click.option("--divide/--no-divide", default=None, help="Divide words. Default: the scheme's habit; ala-lc divides.")
@click.option("--initial", type=click.Choice(["scheme", "keep", "drop"]), default="scheme", show_default=True,
              help="A North Korean ㄹ or ㄴ at the beginning of a word: as the scheme has it, kept, or dropped.")  # fmt: skip
@click.option("--exceptions/--no-exceptions", default=True,
              help="Customary spellings (Pyongyang) where the scheme has them. Default: yes.")  # fmt: skip
@click.option("--exceptions-file", type=click.Path(exists=True, dir_okay=False), metavar="FILE",
              help="Customary spellings of your own: on each line Hangul, a tab, the spelling.")  # fmt: skip
@orthography_option
@analyzer_option("What divides words")
@apostrophe_option
@click.option("--form", type=click.Choice(["NFC", "NFD"]), default="NFC", show_default=True,
              help="Unicode form: ŏ as one character (NFC) or as two (NFD).")  # fmt: skip
@click.option("--heading", "as_heading", is_flag=True, help="Persons as a catalogue enters them: Kim, Se-yŏng.")
@click.option("--explain", "explained", is_flag=True,
              help="Show the sound and the rules of each word, how the words were divided, and where to look.")  # fmt: skip
@format_option("text", "table", "json", "jsonl", "html", "svg", unset=True,
               more=", with --explain table. html and svg are pictures of the alignment; svg takes one text.")  # fmt: skip
@output_option()
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

    Each TEXT is romanized by itself; without any, lines are read from --file or standard input.

    \b
    juche romanize 경제연구
    juche romanize --scheme ala-lc --kind title "조선로동당 력사"
    juche romanize --scheme ala-lc --heading 김세영
    juche romanize --scheme mr --file titles.txt --output titles-mr.txt
    """
    if as_heading and (explained or style not in (None, "text")):
        raise click.UsageError("--heading gives text alone, without --explain and other formats")
    style = style or ("table" if explained else "text")
    lines = lines_in(texts, path, encoding)
    if as_heading:
        for line in lines:
            write(jt.heading(line, scheme, apostrophe=apostrophe, form=form) + "\n")
        return
    results = (
        jt.explain(
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
        for line in lines
    )
    _show(results, style, explained=explained)


def _show(results: Iterator[jt.Romanization], style: str, *, explained: bool) -> None:
    if style in ("json", "jsonl"):
        write_items((_facts(result, explained=explained) for result in results), style)
    elif style in ("html", "svg"):
        write(_picture(list(results), style))
    elif style == "table":
        screen = console()
        for result in results:
            screen.print(_steps(result))
            for told in _told(result):
                screen.print(told)
    else:
        for result in results:
            write(result.text + "\n" + (_looked_at(result) if explained else ""))


def _facts(result: jt.Romanization, *, explained: bool) -> dict[str, object]:
    record = cast("dict[str, object]", plain(result))
    return {**record, "divided": result.divided} if explained else record


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


@click.command(short_help="Respell romanized Korean in another spelling.")
@click.argument("texts", metavar="[TEXT]...", nargs=-1)
@click.option("--from", "source", default="38north", show_default=True, metavar="NAME",
              help="The spelling of the texts: mr, 38north, ala-lc or bgn.")  # fmt: skip
@click.option("--to", "target", default="mr", show_default=True, metavar="NAME",
              help="The spelling to write: mr, 38north, ala-lc, bgn or ascii.")  # fmt: skip
@file_option()
@encoding_option
@format_option("text", "json", "jsonl")
@output_option()
def convert(
    texts: tuple[str, ...], source: str, target: str, path: str | None, encoding: str | None, style: str
) -> None:
    """Bring romanized Korean from one spelling of the McCune-Reischauer family to another.

    Each TEXT is respelt by itself; without any, lines are read from --file or standard input.

    \b
    juche convert --from ala-lc --to 38north "Kyŏngje yŏn'gu"
    juche convert --to ascii --file bibliography.txt
    """
    pairs = ((line, jt.convert(line, source, target)) for line in lines_in(texts, path, encoding))
    if style == "text":
        for _, latin in pairs:
            write(latin + "\n")
    else:
        write_items(({"source": line, "text": latin} for line, latin in pairs), style)


@click.command(short_help="Give the Hangul that romanized words can stand for.")
@click.argument("texts", metavar="[TEXT]...", nargs=-1)
@limit_option("Candidates for each text.", 10, 1000)
@file_option()
@encoding_option
@format_option("text", "json", "jsonl")
@output_option()
def hangul(texts: tuple[str, ...], limit: int, path: str | None, encoding: str | None, style: str) -> None:
    """Give the Hangul that romanized words can stand for, likeliest first.

    Each TEXT is read by itself; without any, lines are read from --file or standard input. Exit status 1 if one has no
    reading.

    \b
    juche hangul "kyongje yongu"
    """
    failed = 0

    def readings() -> Iterator[tuple[str, tuple[jt.Candidate, ...]]]:
        nonlocal failed
        for line in lines_in(texts, path, encoding):
            candidates = jt.to_hangul(line, limit=limit)
            failed += bool(line.strip()) and not candidates
            yield line, candidates

    if style == "text":
        for line, candidates in readings():
            write("\t".join([line, *(candidate.text for candidate in candidates)]) + "\n")
    else:
        write_items(({"latin": line, "candidates": [plain(one) for one in found]} for line, found in readings()), style)
    _report(failed, "had no reading")


@click.command(short_help="Cut titles into words and terms.")
@click.argument("titles", metavar="[TITLE]...", nargs=-1)
@file_option("titles, one a line,")
@encoding_option
@analyzer_option("What cuts the titles")
@click.option("--words", type=click.Path(), metavar="FILE",
              help="Your own words: on each line form, tag and level, apart by tabs.")  # fmt: skip
@orthography_option
@click.option("--compounds", type=click.Choice(["parts", "whole", "both"]), default="parts", show_default=True,
              help="Give compounds as their words, whole, or whole and then as their words.")  # fmt: skip
@format_option(
    "table",
    "json",
    "jsonl",
    "terms",
    in_a_pipe="jsonl",
    more=" terms are those by which a title is found, a line each.",
)
@output_option()
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
    """Cut titles into words and name the terms by which they are found.

    Each TITLE is cut by itself; without any, lines are read from --file or standard input.

    \b
    juche tokens "주체적립장은 대외경제발전의 주요담보"
    juche tokens --format terms --file titles.txt
    """
    style = style or ("table" if is_watched() else "jsonl")
    engine = jt.load_analyzer(analyzer, words=words)
    found = (
        (
            title,
            jt.tokenize(title, analyzer=engine, orthography=orthography, compounds=compounds),
            jt.search_terms(title, analyzer=engine, orthography=orthography, compounds=compounds),
        )
        for title in lines_in(titles, path, encoding)
    )
    if style in ("json", "jsonl"):
        records = (
            {"title": title, "tokens": [plain(token) for token in cut], "terms": list(terms)}
            for title, cut, terms in found
        )
        write_items(records, style)
        return
    for title, cut, terms in found:
        if style == "terms":
            write(" ".join(terms) + "\n")
        else:
            console().print(_token_table(title, cut, terms))


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
        click.echo(f"juche: {how_many(failed, 'line')} {what}", err=True)
        sys.exit(1)
