"""Personal names: surname and given name told apart, and written as each scheme writes them.

Sources: ALA-LC R9 (pages 13-14) for the hyphen and the sound change across it; 38 North's printed names for the form in
which each syllable of the given name stands for itself (Kim Cho'ng-kak, Ri Il-hwan, only ㄹ after ㅇ turning to ㄴ).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attrs import frozen

from juche_toolkit.hangul.sounds import Unit, units_of
from juche_toolkit.hangul.syllable import join, split
from juche_toolkit.romanization.scheme import Scheme
from juche_toolkit.romanization.transcribe import sound_and_spell
from juche_toolkit.tables import packaged_text, read_rows

__all__ = [
    "Person",
    "capitalized",
    "given_name",
    "is_surname",
    "may_be_sino",
    "read_person",
    "surname",
    "titles_of_address",
]

_NARROW = frozenset("ㅑㅒㅕㅖㅛㅠㅣ")
_SINO_CODAS = frozenset(("", *"ㄱㄴㄹㅁㅂㅇ"))
_SINO_ONSETS = frozenset("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅌㅍㅎ")
_SINO_EXTRA = frozenset("끽쌍씨쾌")
_SINO_AE = frozenset("객갱낵냉랭맥맹백생색샘액앵쟁잭책채택팽행핵")
"""Syllables in ㅐ with a coda that Chinese characters have; ㅔ takes none."""
_HANGUL = re.compile("[가-힣]++")


@frozen
class Person:
    """A name taken apart. `given` is "" for a lone surname; `hyphen` says whether the given name takes one."""

    surname: str
    given: str
    hyphen: bool


@cache
def _surnames() -> frozenset[str]:
    """The Korean surnames, in Seoul and in North Korean spelling."""
    rows = read_rows(packaged_text("hangul", "surnames.tsv").splitlines(), name="surnames.tsv")
    return frozenset(row["hangul"] for _, row in rows)


@cache
def _native_given_names() -> frozenset[str]:
    rows = read_rows(packaged_text("romanization/tables", "given_names.tsv").splitlines(), name="given_names.tsv")
    return frozenset(row["hangul"] for _, row in rows)


@cache
def titles_of_address() -> frozenset[str]:
    """Words that follow a person's name: 동지, 교수, 대통령."""
    name = "titles_of_address.tsv"
    return frozenset(
        row["hangul"] for _, row in read_rows(packaged_text("romanization/tables", name).splitlines(), name=name)
    )


def is_surname(text: str) -> bool:
    """Whether a text is a Korean surname, in Seoul or in North Korean spelling."""
    return text in _surnames()


def read_person(text: str) -> Person | None:
    """Take a personal name in Hangul apart; None where it can't be a Korean one.

    The name may be written in one word (김영수) or with a space after the surname (이 광수). A surname of two syllables
    wins over one of one (남궁민 is Namgung Min).
    """
    parts = text.split()
    if not parts or not all(_HANGUL.fullmatch(part) for part in parts) or len(parts) > 2:
        return None
    if len(parts) == 2:
        return _person(parts[0], parts[1]) if is_surname(parts[0]) and len(parts[1]) <= 4 else None
    word = parts[0]
    if len(word) >= 3 and is_surname(word[:2]):
        return _person(word[:2], word[2:]) if len(word) <= 5 else None
    if 2 <= len(word) <= 5 and is_surname(word[0]):
        return _person(word[0], word[1:])
    return _person(word, "") if is_surname(word) else None


def _person(family: str, given: str) -> Person:
    """A name with the hyphen decided: two Sino-Korean syllables take one; native and longer given names don't."""
    return Person(family, given, len(given) == 2 and _all_sino(given))


def _all_sino(given: str) -> bool:
    """Whether a given name can be Sino-Korean throughout: so written, and not in the list of native names."""
    return all(map(may_be_sino, given)) and given not in _native_given_names()


def may_be_sino(syllable: str) -> bool:
    """Whether a Chinese character can be read so: no doubled or rare consonants, six codas, ㅐ and ㅔ mostly open."""
    if syllable in _SINO_EXTRA:
        return True
    onset, vowel, coda = split(syllable)
    if onset not in _SINO_ONSETS or coda not in _SINO_CODAS or vowel in "ㅒ":
        return False
    if coda and vowel in "ㅐㅔㅖ":
        return syllable in _SINO_AE
    return not (vowel == "ㅟ" and coda) and not (vowel == "ㅡ" and not coda)


def surname(family: str, scheme: Scheme, initial: str) -> str:
    """A surname in Latin letters. `initial` "drop" writes 리 as 이, 류 as 유; 이 itself is Yi by custom."""
    written = _dropped(family) if initial == "drop" else family
    custom = scheme.surnames.get(written)
    if custom is not None:
        return custom
    if scheme.given_name == "apart":  # ICS-630-01: no sound change inside a surname of two syllables either (Tongpang)
        return capitalized("".join(str(sound_and_spell(units_of(syllable), scheme)[0]) for syllable in written))
    return capitalized("".join(map(str, sound_and_spell(units_of(written), scheme))))


def _dropped(family: str) -> str:
    """A surname under the initial-sound law."""
    onset, vowel, coda = split(family[0])
    if onset == "ㄹ":
        onset = "ㅇ" if vowel in _NARROW else "ㄴ"
    elif onset == "ㄴ" and vowel in _NARROW:
        onset = "ㅇ"
    return join(onset, vowel, coda) + family[1:]


def given_name(given: str, scheme: Scheme, *, hyphen: bool) -> str:
    """A given name in Latin letters, hyphenated after its first syllable where `hyphen` says so."""
    if scheme.given_name == "alone":  # 국어의 로마자 표기법 제3장 제4항: no sound change inside a name (Bitna, Bok-nam)
        return capitalized(
            ("-" if hyphen else "").join(str(sound_and_spell(units_of(one), scheme)[0]) for one in given)
        )
    if scheme.given_name == "syllables" and _all_sino(given):
        return _syllables(given, scheme)
    if not hyphen or scheme.given_name in ("syllables", "joined"):
        return capitalized("".join(map(str, sound_and_spell(units_of(given), scheme))))
    if scheme.given_name == "apart":
        return _apart(given, scheme)
    units = units_of(given)
    _article_26(units)
    first, second = sound_and_spell(units, scheme)
    if units[1].moved:  # the letter belongs to the syllable that is written before the hyphen: Mog-wŏl
        return capitalized(f"{first}{second.onset}-{second.vowel}{second.coda}")
    return capitalized(f"{str(first).rstrip(chr(39))}-{second}")  # the hyphen does the work of n'g


def _syllables(given: str, scheme: Scheme) -> str:
    """The DPRK's own habit: each syllable a word, voiced after a voiced sound but without liaison (Tong Gu, Hak Wŏn)."""
    units = units_of(given)
    joined = sound_and_spell(units, scheme)
    alone = [sound_and_spell(units_of(syllable), scheme)[0] for syllable in given]
    found = []
    for number, letters in enumerate(alone):
        if not units[number].moved:
            letters.onset = joined[number].onset
        if number + 1 == len(alone) or not units[number + 1].moved:
            letters.coda = joined[number].coda
        found.append(capitalized(str(letters)))
    return " ".join(found)


def _apart(given: str, scheme: Scheme) -> str:
    """Each syllable as if it stood alone; only ㄹ after ㅇ becomes ㄴ (38 North: Yo'ng-nim)."""
    one, two = given[0], given[1]
    if split(one).coda == "ㅇ" and split(two).onset == "ㄹ":
        two = join("ㄴ", *split(two)[1:])
    first, second = (str(sound_and_spell(units_of(syllable), scheme)[0]) for syllable in (one, two))
    return capitalized(f"{first}-{second}")


def _article_26(units: Sequence[Unit]) -> None:
    """제26항: a Sino-Korean given name tenses ㄷ ㅅ ㅈ after ㄹ (일정 Il-chŏng)."""
    if units[0].coda == "ㄹ" and units[1].onset in ("ㄷ", "ㅅ", "ㅈ"):
        units[1].tensed = True
        units[1].note("26")


def capitalized(latin: str) -> str:
    """The text with its first letter a capital; marks and signs before it stay."""
    for place, letter in enumerate(latin):
        if letter.isalpha():
            return latin[:place] + letter.upper() + latin[place + 1 :]
    return latin
