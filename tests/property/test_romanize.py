from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import juche_toolkit as jt
from juche_toolkit.hangul.old_spelling import modern_spelling
from juche_toolkit.hangul.runs import has_korean
from juche_toolkit.romanization.scheme import scheme_names
from tests.strategies import eojeols, korean_texts, latin_texts, texts

KINDS = st.sampled_from(["text", "title", "name", "place", "corporate"])
SCHEMES = st.sampled_from(scheme_names())


@given(texts, SCHEMES, KINDS)
def test_nfd_input_gives_what_nfc_input_gives(text: str, scheme: str, kind: str) -> None:
    nfc, nfd = (jt.romanize(unicodedata.normalize(form, text), scheme, kind=kind) for form in ("NFC", "NFD"))
    assert nfc == nfd


@given(latin_texts, SCHEMES, KINDS)
def test_text_without_korean_comes_back_as_given(text: str, scheme: str, kind: str) -> None:
    assert not has_korean(text)
    assert jt.romanize(text, scheme, kind=kind) == unicodedata.normalize("NFC", text)


@given(
    eojeols,
    st.sampled_from(["《", "(", "“", ", ", "— ", "... "]),
    st.sampled_from(["》", ")", "”", ".", ", ", "?"]),
    SCHEMES,
)
def test_punctuation_before_or_after_a_word_changes_nothing_in_it(
    word: str, before: str, after: str, scheme: str
) -> None:
    alone = jt.romanize(f"{word} {word}", scheme, divide=False).split(" ")[
        0
    ]  # with company: the word isn't the whole text
    assert jt.romanize(before + word + after, scheme, divide=False) in (
        before + alone + after,
        before + jt.romanize(word, scheme, divide=False) + after,
    )


@given(texts, SCHEMES, KINDS)
def test_replaying_the_steps_gives_the_text(text: str, scheme: str, kind: str) -> None:
    found = jt.explain(text, scheme, kind=kind)
    assert found.replay() == found.text == jt.romanize(text, scheme, kind=kind)


@given(texts, SCHEMES, KINDS)
def test_spans_of_segments_slice_the_text_as_given_and_cover_it(text: str, scheme: str, kind: str) -> None:
    for form in ("NFC", "NFD"):
        given_text = unicodedata.normalize(form, text)
        segments = jt.explain(given_text, scheme, kind=kind).segments
        assert all(given_text[segment.start : segment.end] == segment.source for segment in segments)
        assert "".join(segment.source for segment in segments) == given_text


@given(korean_texts, SCHEMES)
def test_the_letters_of_the_output_are_those_of_the_scheme(text: str, scheme: str) -> None:
    allowed = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ -'") | set(
        {found.id: found for found in jt.schemes()}[scheme].marks
    )
    assert set(jt.romanize(text, scheme, exceptions=False)) <= allowed


@given(korean_texts)
def test_38north_is_mr_with_other_marks(text: str) -> None:
    assume(all(modern_spelling(word) == word for word in text.split()))  # mr alone writes 툐 as it is spoken, 초
    mr = jt.romanize(text, "mr", initial="keep", exceptions=False)
    assert jt.convert(mr, "mr", "38north") == jt.romanize(text, "38north", exceptions=False)


@given(st.text(), SCHEMES, KINDS)
def test_no_string_raises_anything_but_the_toolkits_own_errors(text: str, scheme: str, kind: str) -> None:
    try:
        result = jt.romanize(text, scheme, kind=kind)
    except jt.JucheToolkitError:
        pytest.fail("plain text must always be romanized")
    assert isinstance(result, str)


@given(st.lists(st.sampled_from("kyŏngje yŏn'gu han'guk ch'ŏl munpŏp kŭn'go sŏul".split()), min_size=1).map(" ".join))
def test_converting_there_and_back_loses_only_the_apostrophe_of_ng(text: str) -> None:
    there = jt.convert(text, "mr", "38north")
    assert jt.convert(there, "38north", "mr") == text.replace("n'g", "ng")
    assert jt.convert(text, "mr", "ala-lc") == text
    assert jt.convert(there, "38north", "ascii") == jt.convert(text, "mr", "ascii")
