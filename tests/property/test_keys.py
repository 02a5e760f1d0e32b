from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from juche_toolkit.adapters.store import Column, cut, stretch
from juche_toolkit.search import folding
from juche_toolkit.search.folding import fold, written
from juche_toolkit.search.keys import COLUMNS, initials, latin_keys, search_key, skeleton, years
from juche_toolkit.search.snippets import clean_spans, snippet
from tests.strategies import korean_texts, texts

gaps = st.sampled_from([" ", "  ", "·", "-", "《", "\u3000", "\u200b", ", ", "\t"])


@given(texts)
def test_a_key_of_a_key_is_that_key(text: str) -> None:
    assert search_key(search_key(text)) == search_key(text)
    assert fold(fold(text).key).key == fold(text).key


@given(texts)
def test_decomposed_titles_have_the_key_of_composed_ones(text: str) -> None:
    nfc, nfd = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert search_key(nfc) == search_key(nfd)
    assert initials(nfc) == initials(nfd)
    assert years(nfc) == years(nfd)


@given(texts | st.text("理論勞動金日成率列주체102(2013)년리,《 abŎⅣＡ", max_size=20))
def test_folding_letter_by_letter_is_folding_by_pieces(text: str) -> None:
    simple = folding._simply(text, folding.blind)
    assert simple is None or "주체" in simple.key or simple == folding._by_pieces(text)


@given(
    st.sampled_from([column for column in COLUMNS if column.grams]),
    st.lists(st.text("konkceiaatnh", min_size=1, max_size=12), min_size=1, max_size=3),
    st.data(),
)
def test_a_stretch_is_a_phrase_of_the_tokens_of_the_text_that_holds_it(
    column: Column, words: list[str], data: st.DataObject
) -> None:
    word = data.draw(st.sampled_from(words))
    start, end = sorted((data.draw(st.integers(0, len(word))), data.draw(st.integers(0, len(word)))))
    part = word[start:end]
    while column.heads and part and part[0] not in column.heads:
        part = part[1:]
    if part:
        grams, rest = stretch(column, part)
        tokens = cut(column, " ".join(words)).split(" ")
        runs = [tokens[place : place + len(grams) + bool(rest)] for place in range(len(tokens))]
        assert any(run[: len(grams)] == grams and (not rest or run[-1].startswith(rest)) for run in runs)


@given(korean_texts, st.data())
def test_spaces_and_signs_change_no_key(text: str, data: st.DataObject) -> None:
    gap, place = data.draw(gaps), data.draw(st.integers(0, len(text)))
    assert search_key(text[:place] + gap + text[place:]) == search_key(text)
    assert search_key("".join(text.split())) == search_key(text)


@given(texts)
def test_a_key_has_letters_and_digits_only(text: str) -> None:
    assert all(character.isalnum() for character in search_key(text))


@given(texts)
def test_every_character_of_a_key_comes_from_a_place_in_the_text(text: str) -> None:
    for form in ("NFC", "NFD"):
        given_text = unicodedata.normalize(form, text)
        for folded in (fold(given_text), written(given_text)):
            assert len(folded.key) == len(folded.starts) == len(folded.ends) == len(folded.joined)
            assert all(
                0 <= start < end <= len(given_text) for start, end in zip(folded.starts, folded.ends, strict=True)
            )
            assert list(folded.starts) == sorted(folded.starts)


@given(korean_texts, korean_texts)
def test_a_part_of_a_title_is_found_in_its_key(one: str, other: str) -> None:
    assert fold(one).key in fold(f"{one} {other}").key
    assert fold(other).key in fold(f"{one} {other}").key


@given(texts)
def test_a_skeleton_is_made_of_few_letters(text: str) -> None:
    assert set(skeleton(text)) <= set("aeioktpcslnmh")


@given(st.lists(korean_texts))
def test_latin_keys_are_distinct_and_not_empty(words: list[str]) -> None:
    keys = latin_keys(words, lambda text, scheme: f"{scheme} {len(text)}")
    assert len(set(keys)) == len(keys)
    assert all(keys)


@given(texts, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))))
def test_a_snippet_without_its_marks_is_the_title(text: str, spans: list[tuple[int, int]]) -> None:
    title = text[:150].replace("*", "")
    assert snippet(title, clean_spans(spans, title)).replace("**", "") == title
