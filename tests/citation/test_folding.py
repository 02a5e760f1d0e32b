"""The one folding: what changes, what stays, and the way back to the text as given."""

from __future__ import annotations

import unicodedata

import pytest

from juche_toolkit.citation.folding import fold, fold_text


@pytest.mark.parametrize(
    ("given", "folded"),
    [
        ("가\u00a0나\n  다", "가 나 다"),
        ("econo-\n  mic", "economic"),
        ("Kim-\nIl", "Kim- Il"),
        ("ﬁve ﬂags", "five flags"),
        ("가\u200b나\u00ad다\ufeff", "가나다"),
        ("｢가｣，（１２）", "「가」,(12)"),
        ("&lt;가&gt; &amp; &quot;나&quot;", '<가> & "나"'),
        ("``가''", "“가”"),
        ("<<가>>", "《가》"),
        ("https://a.kr/b/\nc-d", "https://a.kr/b/c-d"),
        ("a/\nb", "a/ b"),
        ("*37*(4)", "37(4)"),
        ("“가” ‘나’ 다·라 1–2 3~4", "“가” ‘나’ 다·라 1–2 3~4"),
    ],
)
def test_what_is_folded(given: str, folded: str) -> None:
    assert fold_text(given) == folded


@pytest.mark.parametrize(
    "text", ["가\u00a0나\n  다ﬁ라", "econo-\nmic 경제", unicodedata.normalize("NFD", "경제 ﬁ연구\n\n책")]
)
def test_each_folded_character_knows_its_place(text: str) -> None:
    folded = fold(text)
    for place, character in enumerate(folded.text):
        start, end = folded.span(place, place + 1)
        assert 0 <= start < end <= len(text)
        assert character in fold_text(text[start:end])
