"""Writes docs/schemes.md from the schemes' files.

    python scripts/make_scheme_docs.py [--check]

With --check nothing is written; the exit status says whether the page is what the files give.
"""

from __future__ import annotations

import sys
from pathlib import Path

from juche_toolkit.hangul.syllable import VOWELS
from juche_toolkit.romanization.scheme import Scheme, schemes

PAGE = Path(__file__).parent.parent / "docs/schemes.md"
HEAD = """# Schemes

Made from `src/juche_toolkit/romanization/tables/` by `scripts/make_scheme_docs.py`; don't edit.

Consonants are given as: at the beginning of a word or after a stop, between voiced sounds, tensed by a rule of sound.
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
        f"## `{scheme.id}`: {scheme.name}",
        "",
        *facts,
        "",
        "| " + " | ".join(plain) + " |",
        "|" + "---|" * len(plain),
        "| " + " | ".join(onsets) + " |",
        "",
        "| " + " | ".join(VOWELS) + " |",
        "|" + "---|" * len(VOWELS),
        "| " + " | ".join(scheme.vowel[letter] for letter in VOWELS) + " |",
        "",
        "Codas: " + ", ".join(f"{letter} {latin}" for letter, latin in codas) + "." + (f" Together: {', '.join(pairs)}." if pairs else ""),
        "",
        "Examples: " + ", ".join(f"{example.hangul} *{example.latin}*" for example in scheme.examples) + ".",
        "",
    ]
    return "\n".join(lines)


def main() -> int:
    text = HEAD + "\n" + "\n".join(section(scheme) for scheme in schemes())
    if "--check" in sys.argv:
        same = PAGE.read_text(encoding="utf-8") == text
        print("docs/schemes.md is " + ("up to date" if same else "out of date: run scripts/make_scheme_docs.py"))
        return 0 if same else 1
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
