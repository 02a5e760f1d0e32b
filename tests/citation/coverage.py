"""What of a note's text lies in no field and was listed nowhere, found by other means than the parser's own audit."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from juche_toolkit.citation import Note
from juche_toolkit.citation.folding import fold
from juche_toolkit.citation.words import words

KINDS = (
    *("silent", "role", "role_before", "et_al", "figure", "remark", "day_remark", "accessed", "accessed_after", "lead"),
    *("tail", "month", "season_en", "undated", "abbreviation", "ibid", "opcit", "rank"),
)
"""Kinds of words by which a citation is read."""
WORD = regex.compile(r"[^\W_ㆍ]+")
PARTS = regex.compile(r"\p{Hangul}+|\d+|[^\W_\d]+")
COUNT = regex.compile(r"(?:외|등)\s?\d{1,3}\s?(?:인|명)")
"""How many further authors there are: `et_al` says that there are some."""
NOTE = regex.compile(r"(?i:supra|above|infra|notes?|n\.|각주|미주|주)[\s(]*(\d{1,4})")
BIBTEX = regex.compile(r"@\w+\s*\{[^,{}]*,|[\s,]*[\w-]+\s*=\s*|\\\w+")
PARTICLES = regex.compile(r"(?:의|을|를|에|에서|으로|로|과|와|은|는|도|이며|까지|부터)$")
ENTITY = regex.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|middot|ldquo|rdquo|lsquo|rsquo|#39);|</?\w+[^<>]*>|\\bibitem(?:\[[^\]]*\])?\{[^}]*\}"
)


def _known() -> frozenset[str]:
    forms = [form for kind in KINDS for form in words(kind)]
    return frozenset(
        part for form in (*forms, *(form.replace(" ", "") for form in forms)) for part in PARTS.findall(form)
    )


KNOWN = _known()


def lost(note: Note) -> list[str]:
    """The words of a note that lie nowhere and by which no citation is read."""
    text = note.text
    covered = bytearray(len(text))
    for start, end in _places(note):
        covered[start:end] = b"\x01" * (end - start)
    for pattern in (COUNT, ENTITY, NOTE, *([BIBTEX] if "@" in text else [])):
        for match in pattern.finditer(text):
            covered[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    left = fold("".join(" " if covered[place] else letter for place, letter in enumerate(text))).text
    printed = {str(value).casefold() for citation in note.citations for value in citation.to_dict().values()}
    printed |= {str(citation.back_number) for citation in note.citations if citation.back_number is not None}
    found = (part for word in WORD.findall(left) for part in PARTS.findall(word))
    return [part for part in found if not _is_known(part.casefold()) and part.casefold() not in printed]


def _is_known(part: str) -> bool:
    return part in KNOWN or PARTICLES.sub("", part, count=1) in KNOWN


def _places(note: Note) -> Iterator[tuple[int, int]]:
    """Every stretch that something is said of: fields, problems, what was not understood, running text, the note's number."""
    for citation in note.citations:
        for name in citation.spans:
            place = citation.spans[name]
            yield from [place] if isinstance(place[0], int) else place  # type: ignore[misc]
        yield from (problem.span for problem in citation.problems if problem.span is not None)
    yield from (left.span for left in note.unparsed)
    yield from note.prose
    if note.number is not None:
        yield 0, note.text.find(note.number) + len(note.number)
