"""Writes docs/schemes/, a page for each scheme and an index, from the schemes' files.

    python scripts/make_scheme_docs.py [--check]

With --check nothing is written; the exit status says whether the pages are what the files give.
"""

from __future__ import annotations

import sys
from pathlib import Path

from juche_toolkit.hangul.syllable import VOWELS
from juche_toolkit.romanization.scheme import Scheme, schemes

FOLDER = Path(__file__).parent.parent / "docs/schemes"
MADE = "Made from `src/juche_toolkit/romanization/tables/{}` by `scripts/make_scheme_docs.py`; don't edit.\n"
INDEX = """# Schemes

{}
| scheme | what | authority |
|---|---|---|
{}
"""


def section(scheme: Scheme) -> str:
    """A scheme's part of the page."""
    plain = [letter for letter in scheme.onset if letter != "ㅇ"]
    onsets = [" / ".join(dict.fromkeys(scheme.onset[letter])) for letter in plain]
    codas = [(letter, latin) for letter, latin in scheme.coda.items() if letter in "ㄱㄴㄷㄹㅁㅂㅇ"]
    pairs = [f"{key} {''.join(two)}" for key, two in scheme.pairs.items()]
    facts = [
        f"{scheme.authority}, {scheme.year}. {scheme.source}.",
        f"Used for: {scheme.use}.",
        f"North Korean initial ㄹ and ㄴ: {'kept' if scheme.initial == 'keep' else 'as Seoul speaks them'}. "
        f"Divides words: {'yes' if scheme.divides else 'no'}. "
        f"Writes {'the sound' if scheme.sound == 'spoken' else 'the letters as spelt'}."
        + (f" After `{scheme.parent}`." if scheme.parent else ""),
    ]
    lines = [
        f"# `{scheme.id}`: {scheme.name}",
        "",
        MADE.format(scheme.id + ".toml"),
        *facts,
        "",
        "Consonants: at the beginning of a word or after a stop, between voiced sounds, tensed by a rule of sound.",
        "",
        "| " + " | ".join(plain) + " |",
        "|" + "---|" * len(plain),
        "| " + " | ".join(onsets) + " |",
        "",
        "| " + " | ".join(VOWELS) + " |",
        "|" + "---|" * len(VOWELS),
        "| " + " | ".join(scheme.vowel[letter] for letter in VOWELS) + " |",
        "",
        "Codas: "
        + ", ".join(f"{letter} {latin}" for letter, latin in codas)
        + "."
        + (f" Together: {', '.join(pairs)}." if pairs else ""),
        "",
        "Examples: " + ", ".join(f"{example.hangul} *{example.latin}*" for example in scheme.examples) + ".",
        "",
    ]
    return "\n".join(lines)


def pages() -> dict[str, str]:
    """The pages' names and texts."""
    rows = [
        f"| [`{scheme.id}`]({scheme.id}.md) | {scheme.name} | {scheme.authority}, {scheme.year} |"
        for scheme in schemes()
    ]
    found = {f"{scheme.id}.md": section(scheme) for scheme in schemes()}
    return {"index.md": INDEX.format(MADE.format(""), "\n".join(rows)), **found}


def main() -> int:
    wanted = pages()
    if "--check" in sys.argv:
        there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
        print(
            "docs/schemes/ is " + ("up to date" if there == wanted else "out of date: run scripts/make_scheme_docs.py")
        )
        return 0 if there == wanted else 1
    FOLDER.mkdir(exist_ok=True)
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
