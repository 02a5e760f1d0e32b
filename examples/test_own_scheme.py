"""Properties that a scheme of one's own should have, tried on words that Hypothesis makes.

pytest examples/test_own_scheme.py
"""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import juche_toolkit as jt

SCHEME = str(Path(__file__).with_name("plain.toml"))
words = st.text(st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣")), min_size=1, max_size=6)


def test_its_words_come_out_as_wanted() -> None:
    assert jt.romanize("선군정치", SCHEME) == "seon'gunjeongch'i"


@given(words)
def test_it_writes_letters_of_ascii_alone(word: str) -> None:
    assert jt.romanize(word, SCHEME).isascii()


@given(words)
def test_its_steps_give_its_latin_again(word: str) -> None:
    steps = jt.explain(word, SCHEME)
    assert steps.replay() == jt.romanize(word, SCHEME)


@given(words)
def test_a_bracket_around_a_word_changes_no_letter(word: str) -> None:
    assert jt.romanize(f"《{word}한》", SCHEME) == f"《{jt.romanize(f'{word}한', SCHEME)}》"
