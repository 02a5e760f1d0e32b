"""Texts folded for comparison: what two spellings of one title have in common, with a way back to the text as given.

Folding is blind: the initial-sound law (한글 맞춤법 제10-12항) is applied to every syllable of both sides, so that Pyongyang's
사상리론 meets Seoul's 사상이론 without knowing where a word begins. Spaces, punctuation, case, marks, width and hanja don't count.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

import regex
from attrs import frozen

from juche_toolkit.hangul.hanja import initial, is_hanja, reading
from juche_toolkit.hangul.normal import compose
from juche_toolkit.hangul.syllable import CODAS, ONSETS, VOWELS, is_syllable, join, split

__all__ = ["JUCHE_BEFORE_FIRST", "Folded", "blind", "fold", "latin_words", "loose", "plain", "written"]

JUCHE_BEFORE_FIRST = 1911
"""Juche 1 is 1912."""
_JUCHE = regex.compile(r"주체(\d++)(연?)")
_LATIN_WORD = regex.compile(r"[^\W_]++(?:['’‘ʼʻ`′´ʹ\-‐‑–][^\W_]++)*+")
_CACHED = 1 << 15
_ONSET, _VOWEL, _CODA = frozenset(ONSETS), frozenset(VOWELS), frozenset(CODAS) - {""}
_FRONT = frozenset("ㅣㅐㅔㅚㅟㅢ")
_LOOSENED = regex.compile("[여" + "".join(join(onset, vowel, "ㅅ") for onset in ONSETS for vowel in VOWELS) + "]")
_NEEDS_MORE = "\0"
_DOUBLE_VOWELS = {"ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ", "ㅡㅣ": "ㅢ"}


@frozen
class Folded:
    """A folded text: its key, and for each character of the key the half-open range of the text as given that it came from.

    `joined[i]` tells whether no space or sign stood before character i.
    """

    key: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    joined: tuple[bool, ...]

    def spans(self, part: str) -> list[tuple[int, int]]:
        """Where a part of the key stands in the text as given; overlaps are left out."""
        found, place = [], self.key.find(part) if part else -1
        while place >= 0:
            found.append((self.starts[place], self.ends[place + len(part) - 1]))
            place = self.key.find(part, place + len(part))
        return found


class _Piece:
    """A character on its way to the key."""

    __slots__ = ("end", "joined", "start", "text")

    def __init__(self, text: str, start: int, end: int, joined: bool) -> None:
        self.text, self.start, self.end, self.joined = text, start, end, joined


def fold(text: str) -> Folded:
    """Fold a text: squeezed, composed, hanja read, blind to the initial-sound law, years of the Juche calendar as common ones.

    Folding is context-free but for hanja and Juche years: the key of a part of a title is a part of the title's key.
    """
    simple = _simply(text, blind)
    return _by_pieces(text) if simple is None or "주체" in simple.key else simple


def _by_pieces(text: str) -> Folded:
    pieces = _pieces(text)
    read = blind(reading("".join(piece.text for piece in pieces)))
    key, places = _common_years(read)
    return Folded(
        key,
        tuple(pieces[start].start for start, _ in places),
        tuple(pieces[end - 1].end for _, end in places),
        tuple(pieces[start].joined for start, _ in places),
    )


def written(text: str) -> Folded:
    """A text squeezed and with its hanja read, but otherwise spelt as it is."""
    if (simple := _simply(text, str)) is not None:
        return simple
    pieces = _pieces(text)
    return Folded(
        reading("".join(piece.text for piece in pieces)),
        tuple(piece.start for piece in pieces),
        tuple(piece.end for piece in pieces),
        tuple(piece.joined for piece in pieces),
    )


def loose(folded: Folded, *, across: bool = False) -> str:
    """The key with what spelling rules, not sounds, tell apart: ㅅ between the parts of a compound, and -여 for -어.

    바닷가 and 바다가, 되여 and 되어 become one. Both rules look at the neighbour inside an eojeol, or with `across` beyond it.
    """
    key = folded.key
    if not _LOOSENED.search(key):
        return key
    out = list(key)
    for place, character in enumerate(key):
        follows = place + 1 < len(key) and is_syllable(key[place + 1]) and (across or folded.joined[place + 1])
        if follows and is_syllable(character):
            onset, vowel, coda = split(character)
            if coda == "ㅅ":
                out[place] = join(onset, vowel)
    for place in range(1, len(out)):
        if out[place] == "여" and is_syllable(out[place - 1]) and (across or folded.joined[place]):
            before = split(out[place - 1])
            if not before.coda and before.vowel in _FRONT:
                out[place] = "어"
    return "".join(out)


def blind(text: str) -> str:
    """Every syllable under the initial-sound law, and with what else the two orthographies spell differently: 폐 페, 였 었."""
    return text.translate(_BLIND)


class _Blind(dict[int, str]):
    """For `str.translate`, as it goes over a text the fastest."""

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, _blind(chr(code)))


def _blind(character: str) -> str:
    if not is_syllable(character):
        return character
    onset, vowel, coda = split(initial(character))
    if vowel == "ㅖ" and onset in "ㅍㅁ":  # 조선말규범집: 페, 메 (closing, sleeve)
        vowel = "ㅔ"
    elif (onset, vowel, coda) == ("ㅇ", "ㅕ", "ㅆ"):  # 되였다, 되었다
        vowel = "ㅓ"
    return join(onset, vowel, coda)


class _Plain(dict[int, str]):
    """`plain` for `str.translate`."""

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, plain(chr(code)))


class _Letters(dict[int, str]):
    """For `str.translate`: a character's letter, a space of a sign, _NEEDS_MORE of what is several letters or may be put together
    with its neighbours. `hanja` says whether hanja stay or need more."""

    def __init__(self, *, hanja: bool) -> None:
        self._hanja = hanja

    def __missing__(self, code: int) -> str:
        letter = plain(chr(code))
        alone = len(letter) < 2 and not "\u3131" <= letter <= "\u318e" and (self._hanja or not is_hanja(letter))
        return self.setdefault(code, letter or " " if alone else _NEEDS_MORE)


def _simply(text: str, change: Callable[[str], str]) -> Folded | None:
    """A text in NFC without single jamo and the like, folded letter by letter and then changed; None of any other.

    Most titles are such, and every hit that is shown has its title folded. `change` keeps the number of letters.
    """
    if not unicodedata.is_normalized("NFC", text):
        return None
    spaced = text.translate(_NO_HANJA)
    mixed = _NEEDS_MORE in spaced
    if mixed and _NEEDS_MORE in (spaced := text.translate(_WITH_HANJA)):
        return None
    starts = [place for place, letter in enumerate(spaced) if letter != " "]
    before = "^" + spaced
    key = spaced.replace(" ", "")
    return Folded(
        change(reading(key) if mixed else key),
        tuple(starts),
        tuple([place + 1 for place in starts]),
        tuple([before[place] != " " for place in starts]),
    )


@lru_cache(_CACHED)
def plain(character: str) -> str:
    """A character's letters and digits without width, marks and case; "" for signs and spaces."""
    if is_syllable(character) or is_hanja(character) or "\u3131" <= character <= "\u318e":
        return character
    if "\uffa1" <= character <= "\uffdc":
        return (
            unicodedata.lookup(unicodedata.name(character).removeprefix("HALFWIDTH "))
            if unicodedata.name(character, "")
            else ""
        )
    text = character
    for _ in range(3):  # folding case may bring a mark or a compatibility letter, once or twice
        text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
        if not any("가" <= one <= "힣" for one in text):
            text = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return "".join(one for one in unicodedata.normalize("NFC", text) if one.isalnum())


def latin_words(text: str) -> tuple[str, ...]:
    """The words of a Latin text without marks, apostrophes, hyphens and case: Kyŏngje yŏn'gu → kyongje, yongu."""
    composed = unicodedata.normalize("NFC", text)
    words = (match.translate(_PLAIN) for match in _LATIN_WORD.findall(composed))
    return tuple(word for word in words if word)


def _pieces(text: str) -> list[_Piece]:
    composed = compose(text)
    pieces: list[_Piece] = []
    joined = True
    for place, character in enumerate(composed.text):
        letters = plain(character)
        if letters:
            start, end = composed.span(place, place + 1)
            pieces.extend(_Piece(letter, start, end, joined) for letter in letters)
        joined = bool(letters)
    return _typed(pieces) if any("\u3131" <= piece.text <= "\u318e" for piece in pieces) else pieces


def _typed(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Single jamo put together as an input method would: ㄱㅕㅇㅈㅔ → 경제; letters that make no syllable stay (ㄱㅈ)."""
    out: list[_Piece] = []
    place = 0
    while place < len(pieces):
        syllable, length = _syllable([piece.text for piece in pieces[place : place + 5]])
        last = pieces[place + length - 1]
        out.append(_Piece(syllable, pieces[place].start, last.end, pieces[place].joined))
        place += length
    return out


def _syllable(letters: Sequence[str]) -> tuple[str, int]:
    """The syllable at the head of some letters, and how many of them it takes; the first letter if there is none."""
    if len(letters) < 2 or letters[0] not in _ONSET or letters[1] not in _VOWEL:
        return letters[0], 1
    vowel, used = letters[1], 2
    if len(letters) > 2 and vowel + letters[2] in _DOUBLE_VOWELS:
        vowel, used = _DOUBLE_VOWELS[vowel + letters[2]], 3
    after = letters[used] if used < len(letters) else ""
    next_vowel = used + 1 < len(letters) and letters[used + 1] in _VOWEL
    if after in _CODA and not (next_vowel and after in _ONSET):
        return join(letters[0], vowel, after), used + 1
    return join(letters[0], vowel), used


def _common_years(key: str) -> tuple[str, list[tuple[int, int]]]:
    """Juche years as common ones, 주체102(2013)년 and 주체102년 → 2013년; and what each character of the key was made of."""
    out: list[str] = []
    places: list[tuple[int, int]] = []
    done = 0
    for start, end, year in _juche_years(key):
        out.append(key[done:start] + year)
        places += [(place, place + 1) for place in range(done, start)]
        places += [(start, end)] * len(year)
        done = end
    places += [(place, place + 1) for place in range(done, len(key))]
    return "".join([*out, key[done:]]), places


def _juche_years(key: str) -> Iterator[tuple[int, int, str]]:
    """The Juche years of a folded key: where the words and digits stand, and the common year."""
    for match in _JUCHE.finditer(key):
        digits = match[1]
        if len(digits) > 7 or not digits.isascii():
            continue
        juche, common = digits[:-4], digits[-4:]
        if juche and int(common) - int(juche) == JUCHE_BEFORE_FIRST:
            yield match.start(), match.end(1), common
        elif match[2] and len(digits) <= 3 and int(digits):
            yield match.start(), match.end(1), str(int(digits) + JUCHE_BEFORE_FIRST)


_NO_HANJA, _WITH_HANJA = _Letters(hanja=False), _Letters(hanja=True)
_BLIND = _Blind()
_PLAIN = _Plain()
