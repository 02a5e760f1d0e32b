"""How others use the toolkit: mypy reads this file strictly, pytest runs it."""

from __future__ import annotations

from collections.abc import Sequence

import juche_toolkit as jt
from juche_toolkit.export import to_biblatex, to_bibtex, to_csl, to_note, to_ris


def authors_of(notes: Sequence[str]) -> list[tuple[str, ...]]:
    parsed: jt.Notes = jt.parse_notes(notes)
    return [citation.resolved().authors for note in parsed for citation in note.citations]


def places(citation: jt.Citation) -> dict[str, str]:
    return {name: span.of(citation.text) for name, span in citation.spans.items() if isinstance(span, jt.Span)}


def every_function(title: str, latin: str) -> tuple[str, ...]:
    romanized: str = jt.romanize(title, "mr", kind="title", divide=False, form="NFD")
    steps: jt.Romanization = jt.explain(title)
    candidates: tuple[jt.Candidate, ...] = jt.to_hangul(latin, limit=3)
    tokens: tuple[jt.Token, ...] = jt.tokenize(title, orthography="nk")
    terms: tuple[str, ...] = jt.search_terms(title)
    names: dict[str, str] = jt.analyzers()
    schemes: tuple[jt.Scheme, ...] = jt.schemes()
    return (
        romanized,
        steps.text,
        *(candidate.text for candidate in candidates),
        *(token.normal for token in tokens),
        *terms,
        *names,
        *(scheme.id for scheme in schemes),
        jt.search_key(title),
        jt.convert(latin, "mr", "ascii"),
    )


def exports(citations: Sequence[jt.Citation]) -> tuple[list[dict[str, object]], str, str, str, str]:
    return to_csl(citations), to_biblatex(citations), to_bibtex(citations), to_ris(citations), to_note(citations)
