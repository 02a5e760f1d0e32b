"""Texts as they come: Korean in every form, other scripts, signs, controls."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

__all__ = ["eojeols", "hangul_words", "korean_texts", "latin_texts", "texts"]

syllables = st.integers(0xAC00, 0xD7A3).map(chr)
hangul_words = st.text(syllables, min_size=1, max_size=8)
common = st.sampled_from(
    (
        "경제 연구 대외무역전략 령도자 사회주의 인권 문법 꽃잎 생산량 김정일 평양 주체 로동 리론 발전 물질 활동 "
        "값 닭 없 있 좋 않 에서 의 을 는 하는 할수 있도록"
    ).split()
)
eojeols = st.lists(common, min_size=1, max_size=4).map("".join)
jamo = st.sampled_from([chr(code) for code in (*range(0x1100, 0x1200), *range(0x3131, 0x318F), 0xA960, 0xD7B0, 0xFFA1)])
hanja = st.sampled_from("經濟硏究金不樂率")
latin = st.text(st.characters(codec="utf-8", exclude_categories=["Lo", "Cs", "Co", "Cn"]), max_size=12)
signs = st.sampled_from([*"“”‘’「」『』《》〈〉()[].,;:·~-?!/0123456789 \n\t", "\u00a0", "\u200b", "\ufeff", "\x00"])
texts = st.lists(st.one_of(hangul_words, eojeols, jamo, hanja, latin, signs), max_size=12).map("".join)
korean_texts = st.lists(st.one_of(eojeols, hangul_words), min_size=1, max_size=5).map(" ".join)
latin_texts = latin.filter(
    # ㉼ and ㉽ (참고, 주의) are named KOREAN CHARACTER, all other Korean signs HANGUL
    lambda text: not any(script in unicodedata.name(c, "") for c in text for script in ("HANGUL", "KOREAN", "CJK"))
)
