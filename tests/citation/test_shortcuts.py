"""A cheap look that spares a pattern finds what the pattern finds: on every golden string, and on strings of the grammar's words.

Many patterns are tried only where a letter, a unit or a word that they need stands. A word that is added to a pattern or
a table and not to the look before it is never read; each test here tries the patterns everywhere and compares.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from juche_toolkit.citation import (
    backrefs,
    before,
    behind,
    blocks,
    dates,
    decrees,
    figures,
    folding,
    genres,
    items,
    journals,
    leads,
    legal,
    names,
    numbered,
    parts,
    pieces,
    prose,
    signs,
    splitting,
    treaties,
    words,
    works,
)
from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.imprint import unfold
from juche_toolkit.citation.items import TITLE_MARKS, Source
from juche_toolkit.citation.lexer import _TOKEN, _by_groups, tokenize
from juche_toolkit.citation.words import _kinds
from tests.golden.citations import lines, rows

_TABLES = ("damaged", "documents", "dprk", "enmr", "fourth", "fresh", "legal", "lists", "rok", "second", "third", "web")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _golden() -> list[str]:
    found = [text for name in _TABLES for row in rows(name) for text in _strings(row) if len(text) > 8]
    prose_lines = [cell for line in lines("citations_prose.tsv") for cell in line.split("\t") if len(cell) > 8]
    return list(dict.fromkeys(folding.fold_text(text) for text in (*found, *prose_lines)))


GOLDEN = _golden()

_FORMS = sorted({form for forms in _kinds().values() for form in forms})
_PATTERNS_OF_LAW = (decrees._decree, decrees.statute, treaties._treaty, treaties._act_of_assembly)
_LETTERS_OF_PATTERNS = sorted(
    {run for _, _, pattern in figures._patterns() for run in re.findall(r"[가-힣一-鿿]+|[A-Za-z]{2,}", pattern)}
    | {run for pattern in dates._patterns().values() for run in re.findall(r"[가-힣一-鿿]+|[A-Za-z]{3,}", pattern.pattern)}
    | {run for found in (legal._CASE, legal._CASE_NUMBER, legal._UN, legal._PUBLIC_LAW, *(make() for make in _PATTERNS_OF_LAW))
       for run in re.findall(r"[가-힣]+|[A-Z][A-Za-z.]+", found.pattern)}
    | set(re.findall(r"[가-힣]+|[a-z]{3,}", backrefs._SUPRA.pattern))
    | {name for name in legal.LAW_NAME.strip("()?:").split("|") if name.isalpha()}
)  # fmt: skip
"""The words that stand in the patterns themselves."""
_MARKS = [*"()[]{}「」『』《》〈〉<>“”‘’\"'*_?,;.:-–~·/&①²", ". ", ", ", "; ", ": ", " (", ") "]
_NUMBERS = [
    "1",
    "2",
    "12",
    "13",
    "3-4",
    "33-45",
    "120",
    "1998",
    "2013",
    "2013, ",
    "2013) ",
    "104",
    "제2",
    "제 3",
    "92헌바6",
    "2001다12345",
]
_WORDS = [
    "김철수",
    "남궁민",
    "Kim, M.",
    "Robert Carlin",
    "북한경제",
    "연구",
    "the",
    "was",
    "하였다",
    "주체",
    "Hwang quoted in ",
    "책을",
    "https://a.b/c",
    "HTTPS://",
    "www.",
    "10.1234/",
]
_piece = st.one_of(
    st.sampled_from(_FORMS),
    st.sampled_from(_LETTERS_OF_PATTERNS),
    st.sampled_from(_MARKS),
    st.sampled_from(_NUMBERS),
    st.sampled_from(_WORDS),
    st.just(" "),
)
made = st.lists(_piece, min_size=1, max_size=9).map(lambda pieces: folding.fold_text("".join(pieces))).filter(bool)


def _same(one: regex.Match[str] | re.Match[str] | None, other: regex.Match[str] | re.Match[str] | None) -> bool:
    return (one.span() if one is not None else None) == (other.span() if other is not None else None)


_EVERY_FIGURE = [(field, regex.compile(pattern)) for field, _, pattern in figures._patterns()]


def figures_by_letter_and_unit(text: str) -> None:
    """_PATTERNS' letters, _UNITS_BEHIND, _UNIT."""
    for place, letter in enumerate(text):
        if not letter.isalnum():
            continue
        tried = next(((field, match.span()) for field, pattern in figures._fitting(text, place)
                      if (match := pattern.match(text, place))), None)  # fmt: skip
        every = next(((field, match.span()) for field, pattern in _EVERY_FIGURE
                      if (match := pattern.match(text, place))), None)  # fmt: skip
        assert tried == every, text[place:]


def figures_in_their_simplest_form(text: str) -> None:
    """_COMMON: what it reads, the patterns read too."""
    for place, letter in enumerate(text):
        if letter.isalnum() and (common := figures._common(text, place)) is not None:
            assert figures.simple_figure(text, place) == common
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(figures, "_common", lambda *_: None)
                assert figures.match_figure(text, place, after_colon=False) == (common,), text[place:]


_BY_DIGITS = ("republished", "backward", "korean", "numeric", "turned", "year_month", "year")
_BY_DAY = ("day_first", "day_month", "month_only", "slashed", "short_year")


def dates_by_letter_and_year(text: str) -> None:
    """_by_letter, _by_year, _YEARS, _by_day, _KOREAN."""
    patterns = dates._patterns()
    assert set(patterns) == {*_BY_DIGITS, *_BY_DAY, *dates._BY_WORD}
    for place, letter in enumerate(text):
        if not letter.isalnum():
            continue
        four = text[place : place + 4].isdigit() and not text[place + 4 : place + 5].isdigit()
        shapes = (_BY_DIGITS if four else _BY_DAY) if letter.isdigit() else dates._BY_WORD
        every = next((shape for shape in shapes if patterns[shape].match(text, place)
                      and (shape != "republished" or dates._republished(text, place))), None)  # fmt: skip
        found = dates.match_date(text, place, digit=letter.isdigit())
        assert (found.shape if found is not None else None) == every, text[place:]
        if found is not None and found.shape in ("korean", "juche"):
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(dates, "_plain", lambda *_: None)
                assert dates.match_date(text, place, digit=letter.isdigit()) == found, text[place:]


def years_alone(text: str) -> None:
    """lone_year: the date is what the patterns read, and no figure but a bare number stands there."""
    for match in re.finditer(r"(?<!\d)\d{4}", text):
        place = match.start()
        year = dates.lone_year(text, place)
        if year is None:
            continue
        assert dates.match_date(text, place, digit=True) == year
        figure = figures.match_figure(text, place, after_colon=False)
        assert not figure or figure[0].field in ("bare", "range"), text[place:]
        after_colon = figures.match_figure(text, place, after_colon=True)
        assert not after_colon or "-" not in after_colon[0].value, text[place:]


def access_dates(text: str) -> None:
    """The first letters of the words of an access date."""
    first, last, word_before, word_behind = signs.accessed()
    for place, letter in enumerate(text):
        if word_before.match(text, place) is not None:
            assert letter.casefold() in first
        if word_behind.match(text, place) is not None:
            assert text[place : place + 2].lstrip()[:1].casefold() in last


def judgments_decrees_and_statutes(text: str) -> None:
    """_TRIGGER, _COURT, _BODY_SIGN and 호 of laws; those of treaties and acts in English."""
    if legal._COURT.search(text) is None:
        assert legal._CASE.search(text) is None
        assert legal._CASE_NUMBER.search(text) is None
    if decrees.BODY_SIGN.search(text) is None:
        assert decrees._decree().search(text) is None
    if "호" not in text:
        assert decrees.statute().search(text) is None
    if treaties.ACT_TRIGGER.search(text) is None:
        assert treaties._act_of_assembly().match(text) is None
    if treaties._TRIGGER.search(text) is None:
        assert treaties._treaty().match(text) is None
    if legal._TRIGGER.search(text) is None and len(text) <= legal._REACH:
        source = Source(text, tokenize(text))
        assert not any(read(Draft(source, 0, len(text))) for read in (legal._judgment, legal._resolution, legal._law))


def lead_ins_and_tails(text: str) -> None:
    """_lead_signs, _tail_signs, _LEAD_LETTERS."""
    anything = regex.compile(leads.next_lead().pattern.replace(f"(?={leads._LEAD_LETTERS})", ""))
    for start in {0, *(match.end() for match in re.finditer(r"[\s.;]", text))}:
        whole = leads._lead().match(text, start, len(text)) or leads._topic().match(text, start, len(text))
        assert _same(leads.match_lead(text, start, len(text)), whole), text[start:]
        assert _same(leads.next_lead().match(text, start), anything.match(text, start)), text[start:]
    assert _same(leads.search_tail(text, 0, len(text)), leads._tail().search(text))


def stretches(text: str) -> None:
    """_PARTS: where may_part sees nothing, one stretch is found."""
    if not leads.may_part(text, 0, len(text)):
        source = Source(text, tokenize(text))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(works, "may_part", lambda *_: True)
            assert list(works._stretches(source, 0)) == [(0, len(source.tokens))]


def separators(text: str) -> None:
    """_SEPARATORS: no other mark parts items."""
    source = Source(text, tokenize(text))
    scanner = items._Scanner(source, 0, len(source.tokens))
    for token in source.tokens:
        if token.kind == "p" and text[token.start] not in items._SEPARATORS:
            assert not scanner._separates(text[token.start], token.start, token.end)


def roles_and_names(text: str) -> None:
    """_role_signs, _ET_AL_ENDS, _PARTING, and the space behind an author with a kind of book."""
    last_role, first_role, others = names._roles()
    first, last, _ = names._role_signs()
    if first_role.match(text) is not None:
        assert text[0].casefold() in first
    if last_role.search(text) is not None:
        assert text[-1].casefold() in last
    reach = max(0, len(text) - 24)
    if last_role.search(text, reach) is not None:
        assert names._may_end_with_role(text, 0, len(text))
    if others.search(text) is not None:
        assert text[-1].casefold() in names._ET_AL_ENDS
    if names._PARTING.search(text) is None:
        assert names._SEPARATOR.search(text) is None
        assert names._WITH.search(text) is None
    if names._KIND_OF_WORK.fullmatch(text) is not None:
        assert text[3].isspace()


def back_references(text: str) -> None:
    """_stems, _SUPRA_STEMS, and the first letters in the pattern of back-references."""
    whole, stem = backrefs._pattern().search(text), backrefs._stems().search(text.lower())
    if whole is not None and len(text) == len(text.lower()):
        assert stem is not None
        assert _same(backrefs._pattern().search(text, max(0, stem.start() - 1)), whole)
    if backrefs._SUPRA.search(text) is not None:
        assert backrefs._SUPRA_STEMS.search(text.lower()) is not None


def running_text(text: str) -> None:
    """_ENGLISH and _FINAL: a sentence that they rule out is no prose."""
    source = Source(text, tokenize(text))
    found = prose.is_prose(source, 0, len(source.tokens))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prose, "_ENGLISH", re.compile(""))
        assert prose.is_prose(source, 0, len(source.tokens)) == found


def two_titles(text: str) -> None:
    """_TWO_TITLES."""
    marks = sum(token.mark in TITLE_MARKS for token in tokenize(text))
    assert marks < 4 or splitting._TWO_TITLES.match(text) is not None


def tokens(text: str) -> None:
    """The quick ways to cut a text give the tokens of the whole grammar."""
    assert tokenize(text) == _by_groups(text, _TOKEN)


def words_at_an_end(text: str) -> None:
    """The last letters and words of what stands behind a title: reports, publishers, numbers, translations."""
    if genres._report_series().fullmatch(text) is not None:
        assert text.casefold().endswith(genres._report_kinds())
    if pieces._PUT_OUT.search(text) is not None:
        assert text[-1] in "냄곳행간刊"
    assert _same(behind._numbered(text, 0, len(text)), behind._NUMBERED.search(text))
    if behind._TRANSLATED.search(text) is not None:
        assert ")" in text[-2:]
    if numbered._PATENT.fullmatch(text) is not None:
        assert numbered._DIGIT.search(text) is not None


def words_at_a_beginning(text: str) -> None:
    """The first letters of numbers of notes, exhibits, symbols, reigns and remarks; the ends of laws' titles."""
    first = text[0]
    if blocks._NUMBER.match(text) is not None:
        assert first in blocks._FIRST or first.isdecimal()
    if prose._EXHIBIT.fullmatch(text) is not None:
        assert first in prose._EXHIBIT_LETTERS
    if pieces.UN_SYMBOL.fullmatch(text) is not None or pieces._STANDARD.fullmatch(text) is not None:
        assert first in pieces._SYMBOL_LETTERS
    if parts._REIGN.match(text) is not None:
        assert "년" in text or "年" in text
    if before._SAID_BEFORE.match(text) is not None:
        assert first in "tah"
    if legal.LAW_TITLE.search(text) is not None:
        assert legal._LAW_CLOSED.search(text) is not None


def keys_of_journals(text: str) -> None:
    """_MARKED and _PLAIN: a key is what dropping all marks leaves."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = journals._DROPPED.sub("", plain)
    whole = unicodedata.normalize("NFC", bare.removeprefix("the") if len(bare) > 6 else bare)
    assert journals.journal_key(text) == whole


def _read_with(text: str, read: Callable[[Draft, list[items.Item]], object], title: str = "") -> tuple[object, ...]:
    """What a step reads from the items of a text, with a title read before it or none."""
    source = Source(text, tokenize(text))
    draft = Draft(source, 0, len(text))
    if title:
        draft.values["title"], draft.spans["title"], draft.title_mark = title, (0, 0), "「"
    read(draft, unfold(draft, items.scan(source, 0, len(source.tokens))))
    return draft.values, draft.spans, draft.people, draft.left, draft.problems, draft.doubt, draft.et_al


def sure_names(text: str) -> None:
    """sure_name: names that it sees are read as they are without it."""
    for match in re.finditer(r"(?<![가-힣])[가-힣]{3}(?![가-힣])", text):
        found = names.sure_name(text, *match.span())
        assert found is None or found == names.read_names(text, *match.span())
    found_at_once = _read_with(text, before.names_before)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(before, "_sure_names", lambda *_: None)
        assert _read_with(text, before.names_before) == found_at_once


def texts_behind_a_title(text: str) -> None:
    """_tells_itself: of what it rules out, nothing is read."""

    def each(draft: Draft, row: list[items.Item]) -> None:
        for index, item in enumerate(row):
            if item.kind == "text":
                pieces.after_title(draft, row, index)

    found = _read_with(text, each, "제목")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces, "_tells_itself", lambda _: True)
        assert _read_with(text, each, "제목") == found


CHECKS = (sure_names, texts_behind_a_title, words_at_an_end, words_at_a_beginning, keys_of_journals, figures_in_their_simplest_form,
          figures_by_letter_and_unit, dates_by_letter_and_year, years_alone, access_dates, judgments_decrees_and_statutes,
          lead_ins_and_tails, stretches, separators, roles_and_names, back_references, running_text, two_titles, tokens)  # fmt: skip


def test_classes_of_letters() -> None:
    """HANGUL and HAN: the classes of `re` have the letters of the scripts, and no others."""
    signs_ = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x34000))))
    assert re.findall(f"[{words.HANGUL}]", signs_) == regex.findall(r"\p{Hangul}", signs_)
    assert re.findall(f"[{words.HAN}]", signs_) == regex.findall(r"\p{Han}", signs_)


def test_there_are_strings() -> None:
    assert len(GOLDEN) > 1_000


@pytest.mark.parametrize("check", CHECKS)
def test_shortcuts_on_golden_strings(check: Callable[[str], None]) -> None:
    for text in GOLDEN:
        check(text)


@pytest.mark.parametrize("check", CHECKS)
@given(text=made)
def test_shortcuts_on_made_strings(check: Callable[[str], None], text: str) -> None:
    check(text)


@pytest.mark.parametrize("check", [access_dates, lead_ins_and_tails, roles_and_names, back_references])
def test_shortcuts_on_every_word_of_the_table(check: Callable[[str], None]) -> None:
    for form in _FORMS:
        for text in (
            form,
            f"김철수 {form}",
            f"{form} 김철수, 『책』",
            f"「{form}」, 3쪽",
            f"①{form}",
            f"2013. 1. 5 {form}",
        ):
            check(text)


@pytest.mark.parametrize("check", [judgments_decrees_and_statutes, back_references, lead_ins_and_tails])
def test_shortcuts_on_every_word_of_the_patterns(check: Callable[[str], None]) -> None:
    for word in _LETTERS_OF_PATTERNS:
        for text in (
            word,
            f"{word} 제3호",
            f"{word} 2013. 1. 5. 2001다123",
            f"{word} note 5",
            f"가 {word} 3",
            f"《가법》 {word}",
        ):
            check(text)


@given(text=st.text(st.sampled_from("가a1 \t\n\u00a0\u3000&*'`<>「」≪｢ﬁ！\u00ad\u200b\u2028-"), max_size=12))
def test_a_text_that_looks_clean_needs_no_folding(text: str) -> None:
    if "<" not in text and folding._is_clean(text):
        assert folding._FOLDED.search(text) is None


def test_a_word_that_a_shortcut_lacks_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """A unit taken out of a shortcut, and so a word added to a pattern alone, fails the comparison."""
    less: Any = {field: frozenset(letters - {"쪽"}) for field, letters in figures._units().items()}
    monkeypatch.setattr(figures, "_units", lambda: less)
    figures._counted.cache_clear()
    with pytest.raises(AssertionError):
        figures_by_letter_and_unit("33쪽")
    figures._counted.cache_clear()
