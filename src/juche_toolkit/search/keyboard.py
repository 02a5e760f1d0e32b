"""Words typed with the keyboard set to the other script: rudwp is 경제, ㅏㅛㅐㅜㅎㅓㄷ is kyongje.

The layout is KS X 5002, the two-set keyboard of the Republic of Korea, which phones and computers have.
"""

from __future__ import annotations

from juche_toolkit.hangul.syllable import is_syllable, split
from juche_toolkit.search.folding import written

__all__ = ["hangul_of", "latin_of"]

_LETTERS = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ"
_KEYS = "qwertyuiopasdfghjklzxcvbnm"
_SHIFTED = {"Q": "ㅃ", "W": "ㅉ", "E": "ㄸ", "R": "ㄲ", "T": "ㅆ", "O": "ㅒ", "P": "ㅖ"}
_KEY_LETTERS = dict(zip(_KEYS, _LETTERS, strict=True))
_TYPED = {**{letter: key for key, letter in _SHIFTED.items()}, **{letter: key for key, letter in _KEY_LETTERS.items()}}
_PARTS = {
    "ㅘ": "ㅗㅏ",
    "ㅙ": "ㅗㅐ",
    "ㅚ": "ㅗㅣ",
    "ㅝ": "ㅜㅓ",
    "ㅞ": "ㅜㅔ",
    "ㅟ": "ㅜㅣ",
    "ㅢ": "ㅡㅣ",
    "ㄳ": "ㄱㅅ",
    "ㄵ": "ㄴㅈ",
    "ㄶ": "ㄴㅎ",
    "ㄺ": "ㄹㄱ",
    "ㄻ": "ㄹㅁ",
    "ㄼ": "ㄹㅂ",
    "ㄽ": "ㄹㅅ",
    "ㄾ": "ㄹㅌ",
    "ㄿ": "ㄹㅍ",
    "ㅀ": "ㄹㅎ",
    "ㅄ": "ㅂㅅ",
}
_TOGETHER = {parts: letter for letter, parts in _PARTS.items() if parts[0] in "ㄱㄴㄹㅂ"}
_VOWELS = frozenset("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ")


def hangul_of(word: str) -> str:
    """What a word of Latin letters is in Hangul by its keys; "" where they don't all make syllables."""
    locked = 2 * sum(map(str.isupper, word)) > len(word)  # with the capitals locked
    return _syllables(word.swapcase() if locked else word)


def _syllables(word: str) -> str:
    letters = [_SHIFTED.get(key) or _KEY_LETTERS.get(key.lower(), "") for key in word]
    if not all(letters):
        return ""
    key = written("".join(_with_double_finals(letters))).key
    return key if all(map(is_syllable, key)) else ""


def _with_double_finals(letters: list[str]) -> list[str]:
    """Letters with those that end a syllable together as one: ㄱㅣㅏㅂㅅㅡㄹ stays, ㄱㅏㅂㅅ is ㄱㅏㅄ."""
    out: list[str] = []
    for place, letter in enumerate(letters):
        following = letters[place + 1] if place + 1 < len(letters) else ""
        after_vowel = len(out) > 1 and out[-2] in _VOWELS
        if after_vowel and following not in _VOWELS and (both := _TOGETHER.get(out[-1] + letter)):
            out[-1] = both
        else:
            out.append(letter)
    return out


def latin_of(text: str) -> str:
    """What Hangul is in Latin letters by its keys; "" for a text without a lone vowel, which no one types in Hangul."""
    key = written(text).key
    if not any(letter in _VOWELS for letter in key):
        return ""
    letters = (
        letter for character in text if not character.isspace() or character == " " for letter in _parts(character)
    )
    return "".join(_TYPED.get(letter, letter) for letter in letters)


def _parts(character: str) -> str:
    whole = [character]
    if is_syllable(character):
        syllable = split(character)
        whole = [syllable.onset, syllable.vowel, syllable.coda]
    return "".join(_PARTS.get(letter, letter) for letter in whole)
