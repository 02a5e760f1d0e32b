"""A romanizer for tests: letter by letter, plain, and sure to differ from the Hangul."""

from __future__ import annotations

import unicodedata


def _words(text: str) -> list[str]:
    return text.split()


_ONSETS = _words("k kk n t tt r m p pp s ss - ch tch ch k t p h")
_VOWELS = _words("a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i")
_CODAS = _words("- k k k n n n t l l l l l l l l m p p t t ng t t k t p t")


def _letters(syllable: str) -> str:
    onset, rest = divmod(ord(syllable) - 0xAC00, 588)
    vowel, coda = divmod(rest, 28)
    return (_ONSETS[onset] + _VOWELS[vowel] + _CODAS[coda]).replace("-", "")


def _word(word: str) -> str:
    return "".join(_letters(letter) if "가" <= letter <= "힣" else letter for letter in word)


def fake(text: str, scheme: str, kind: str) -> str:
    """The Latin of a text; a three-syllable name is family and hyphenated given name, `ala-lc` writes o with a breve.

    One journal has its right name, since the writers compare romanizations with what is printed.
    """
    plain = unicodedata.normalize("NFC", text)
    if plain == "경제연구" and scheme in ("38north", "mr"):
        return "Kyo'ngje Yo'ngu"
    if kind == "name" and " " not in plain and 2 <= len(plain) <= 4 and all("가" <= letter <= "힣" for letter in plain):
        latin = _word(plain[0]).capitalize() + " " + "-".join(_word(letter) for letter in plain[1:]).capitalize()
    else:
        latin = _word(plain)
        latin = latin[:1].upper() + latin[1:]
    return latin.replace("o", "ŏ") if scheme == "ala-lc" else latin
