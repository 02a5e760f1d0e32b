"""Claims about citations that must hold for any text."""

from __future__ import annotations

import time
import unicodedata
from contextlib import suppress
from random import Random
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from juche_toolkit.citation import Citation, Note, Span, parse, parse_note, parse_notes
from juche_toolkit.citation.folding import fold_text
from juche_toolkit.citation.model import LIST_FIELDS, NUMBER_FIELDS, TEXT_FIELDS
from juche_toolkit.citation.resolve import resolve
from juche_toolkit.errors import JucheToolkitError
from tests.citation.coverage import lost
from tests.golden.citations import rows

GOLDEN = tuple(
    row["text"]
    for name in ("dprk", "rok", "lists", "enmr", "legal", "web", "damaged", "second", "third", "editions")
    for row in rows(name)
)
PIECES = st.sampled_from(
    [*"()[]「」『』《》〈〉“”‘’\"'*_?<>,.;:/-–~·", "Ibid.",
     "위의 책", "앞의 글", "op. cit.", "see ", "참조", "에서 재인용", "제", "12", "2013",
     "(2013)",
     "권", "호", "쪽",
     "pp. ", "주체102(2013)년", "January 5, 2023", "경제연구", "로동신문", "김정일", "Kim Jong Il", "https://a.kr/b", "서울: ",
     "창비",
     "\n", "\r\n", " ", "\u200b", "ﬁ", "&amp;", "[1] ", "1. ", "①", "법 제3조", "정령 제1호", "편", "역", "외", "박사학위논문", "\ud800",
     "\x00", "ᄀ", "ᅡ"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=40).map("".join))
MUTATED = st.builds(
    lambda text, place, piece, cut: text[: place % (len(text) + 1)] + piece + text[place % (len(text) + 1) + cut :],
    st.sampled_from(GOLDEN),
    st.integers(0, 500),
    PIECES,
    st.integers(0, 6),
)
ANY = st.one_of(TEXTS, MUTATED)
_ROMAN_DIGITS = {"pages", "volume", "issue", "whole_number"}


def _check_field(text: str, field: str, value: Any, span: Span) -> None:
    printed = fold_text(span.of(text))
    if field in NUMBER_FIELDS:
        assert int(printed) == value if printed.isdigit() else field == "month"
    elif field in _ROMAN_DIGITS:
        digits = [character for character in value if character.isalnum()]
        assert digits == [character for character in printed if character.isalnum()]
    elif field == "accessed":
        assert value[:4] in printed or "주체" in printed or "Juche" in printed or "juche" in printed
    elif field in ("url", "doi", "isbn"):
        assert printed.replace(" ", "") == value
    elif field == "collection_title":  # a catalogue parts a series from its number: `통일교육총서 ; 12`
        assert [*filter(str.isalnum, printed)] == [*filter(str.isalnum, value)]
    elif field != "genre":  # line breaks and emphasis (`:*0*`) are folded by what stands around them
        assert _bare(printed) == _bare(value)


def _bare(text: str) -> str:
    return text.replace(" ", "").replace("*", "")


def _check_spans(citation: Citation) -> None:
    for role in LIST_FIELDS:
        for name, span in zip(getattr(citation, role), citation.spans.get(role, ()), strict=True):
            assert fold_text(Span(*span).of(citation.text)) == name
    for field in (*TEXT_FIELDS, *NUMBER_FIELDS):
        value, span = getattr(citation, field), citation.spans.get(field)
        if value is not None and span is not None:
            _check_field(citation.text, field, value, Span(*span))  # type: ignore[arg-type]
    for problem in citation.problems:
        assert problem.span is None or 0 <= problem.span.start <= problem.span.end <= len(citation.text)


@given(ANY)
@example("「")
@example("?제목?")
def test_parsing_never_raises_anything_outside_the_toolkits_errors(text: str) -> None:
    with suppress(JucheToolkitError):
        parse(text)
    parse_note(text)
    parse_notes(text)


@given(ANY)
@example("JOURNAL OF :*0*(0)")
def test_spans_slice_back(text: str) -> None:
    note = parse_note(text)
    for citation in note.citations:
        _check_spans(citation)
    for left in note.unparsed:
        assert left.span.of(text) == left.text


@pytest.mark.parametrize("text", GOLDEN)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_spans_of_golden_citations_slice_back(text: str, form: str) -> None:
    given_text = unicodedata.normalize(form, text)  # type: ignore[arg-type]
    for citation in parse_note(given_text).citations:
        _check_spans(citation)
        generated = [
            field
            for field in (*TEXT_FIELDS, *NUMBER_FIELDS)
            if getattr(citation, field) and field not in citation.spans
        ]
        assert set(generated) <= {"type", "year"}


def _records(note: Note) -> list[dict[str, object]]:
    return [citation.to_dict() for citation in note.citations]


@given(ANY)
def test_nfd_equals_nfc(text: str) -> None:
    composed, decomposed = (parse_note(unicodedata.normalize(form, text)) for form in ("NFC", "NFD"))  # type: ignore[arg-type]
    assert _records(composed) == _records(decomposed)
    assert [left.reason for left in composed.unparsed] == [left.reason for left in decomposed.unparsed]


@given(ANY)
def test_nothing_is_lost(text: str) -> None:
    note = parse_note(text)
    covered = bytearray(len(text))
    spans = [left.span for left in note.unparsed] + list(note.prose)
    spans += [citation.span for citation in note.citations if citation.span is not None]
    for start, end in spans:
        covered[start:end] = b"\x01" * (end - start)
    lost = "".join(" " if covered[place] else character for place, character in enumerate(text))
    words = {word for word in fold_text(lost).split() if any(character.isalpha() for character in word)}
    if note.number is not None:
        words = {word for word in words if "각주" not in word}
    assert words <= {"and", "or", "및", "그리고", "또는", "und", "as", "well"}  # what only joins two works


@given(ANY)
def test_every_word_is_a_field_a_word_of_citing_or_reported(text: str) -> None:
    assert lost(parse_note(text)) == []


@given(st.lists(ANY, max_size=6), ANY)
def test_a_note_appended_changes_nothing_before(texts: list[str], more: str) -> None:
    assert parse_notes([*texts, more]).notes[: len(texts)] == parse_notes(texts).notes


@given(st.lists(ANY, max_size=8))
def test_each_item_gives_one_note_in_order(texts: list[str]) -> None:
    notes = parse_notes(texts)
    assert [note.text for note in notes] == texts


@given(ANY)
def test_a_block_loses_no_line(text: str) -> None:
    notes = parse_notes(text)
    covered = bytearray(len(text))
    for note in notes:
        assert note.span is not None
        assert note.span.of(text) == note.text
        covered[note.span.start : note.span.end] = b"\x01" * (note.span.end - note.span.start)
    assert not any(text[place].isalnum() for place in range(len(text)) if not covered[place])


@given(ANY)
def test_confidence_is_between_nought_and_one(text: str) -> None:
    assert all(0 <= citation.confidence <= 1 for citation in parse_note(text).citations)


BACK = [
    "Ibid.",
    "Ibid., p. 7.",
    "위의 책, 12쪽.",
    "앞의 글, 3쪽.",
    "우와 같은 문헌, 6페지",
    "이종석, 앞의 책, 78쪽.",
    "op. cit., p. 2.",
]
RESOLVABLE = st.lists(st.one_of(st.sampled_from(GOLDEN), st.sampled_from(BACK)), max_size=10)


@given(RESOLVABLE)
def test_resolving_is_idempotent(texts: list[str]) -> None:
    notes = parse_notes(texts)
    for citation in notes.citations:
        once = citation.resolved()
        assert once.resolved() == once
        assert once.to_dict() == citation.to_dict(resolved=True) == once.to_dict(resolved=True)
    pairs = tuple(enumerate(notes, 1))
    assert tuple(resolve(pairs)) == tuple(notes)


@given(st.lists(st.sampled_from(GOLDEN), max_size=12, unique=True), st.randoms(use_true_random=False))
def test_order_of_independent_notes_does_not_matter(texts: list[str], chance: Random) -> None:
    full = [text for text in texts if all(citation.form == "full" for citation in parse_note(text).citations)]
    assume(all(citation.resolves_to is None for citation in parse_notes(full).citations))  # no work twice
    shuffled = list(full)
    chance.shuffle(shuffled)
    ahead, behind = (dict(zip(order, parse_notes(order), strict=True)) for order in (full, shuffled))
    assert ahead == behind


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [*"()[]「」『』《》〈〉<>“”‘’\"'*_?,.;:1-가a\n", "Ibid. ",
     "Ibid.\n", "위의 책, ", "2013 ", "(2013) ", "「가」, ", "(가) ", "p. 1, ", "12-",
     "김철수, ",
     "제1", "주체1 ", "https://", "@a{", "1. a\n", "[1] ", "ﬁ", "ᄀ", "(서울: 가, 2010), ", "Kim Il Sung and ",
     "최고인민회의 "],
)  # fmt: skip
def test_time_grows_linearly(unit: str) -> None:
    spent = []
    for size in (100_000, 1_000_000):
        text = (unit * (size // len(unit) + 1))[:size]
        start = time.perf_counter()
        notes = parse_notes(text)
        spent.append(time.perf_counter() - start)
        assert sum(len(note.text) for note in notes) >= sum(not character.isspace() for character in text)
    assert spent[1] < 20 * max(spent[0], 0.1)
