"""Long and odd texts take linear time in every format."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from juche_toolkit.citation.model import Citation
from juche_toolkit.export import to_biblatex, to_bibtex, to_csl, to_csv, to_json, to_jsonl, to_mrk, to_note, to_ris

from .fake import fake

WRITERS = (to_json, to_jsonl, to_csv, to_csl, to_biblatex, to_bibtex, to_ris, to_note)
ODD = ("([", '“"', "1-", "{\\", "가나", "\n ", "a, ", "''")


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("odd", ODD)
def test_a_hundred_thousand_characters_in_every_field_take_seconds_at_most(
    write: Callable[..., object], odd: str
) -> None:
    text = odd * (100_000 // len(odd))
    record = Citation(
        type="article-journal", title=text, authors=(text, "홍길동"), container_title=text, pages=text, place=text,
        publisher=text, url=text, season=text, authority=text, genre=text, text=text,
    )  # fmt: skip
    start = time.perf_counter()
    assert write(record, romanizer=fake)
    assert time.perf_counter() - start < 5


def test_one_record_too_long_for_marc_does_not_stop_the_others() -> None:
    good, long = Citation(title="제목"), Citation(title="가" * 10_000)
    errors: list[Exception] = []
    text = to_mrk([good, long, good], romanizer=lambda text, *_: text, on_error=errors.append)
    assert text.count("=LDR") == 2
    assert [str(error)[:8] for error in errors] == ["Record 2"]
