"""From spelling to sound: the rules of the Standard Pronunciation (표준 발음법), a function for each article.

A word is a list of `Unit`s, one for each written syllable. Each rule looks at one boundary – the coda of a syllable and the
onset of the next – and changes the two; `RULES` holds their order. What no rule predicts (articles 26 and 28 to 30, and the
exceptions to 20) comes from outside as marks on the units: see `lexicon`.

Articles not applied, and why:

- 2-7 (vowels, length): Latin schemes spell the vowel that is written (의 is ŭi, 져 is jyŏ) and no scheme here marks length.
- 16 (names of letters): entries of the lexicon.
- 21 (선택 자음 동화, as in 감기 [강기]): the standard itself rejects it.
- 22 (되어 [되여]): allowed, not required, and no scheme writes it.
- 27 (할 것을) across a space: schemes write words apart as if spoken apart; inside a word it is a mark.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from attrs import define

from juche_toolkit.hangul.syllable import join, split

__all__ = ["RULES", "RULES_LIQUID_KEPT", "Unit", "hangul_of", "pronounce", "units_of"]

_SILENT = "ㅇ"
_LAX = frozenset("ㄱㄷㅂㅅㅈ")
_STOPS = frozenset("ㄱㄷㅂ")
_ASPIRATED = {"ㄱ": "ㅋ", "ㄷ": "ㅌ", "ㅂ": "ㅍ", "ㅈ": "ㅊ"}
_TENSE = {"ㄱ": "ㄲ", "ㄷ": "ㄸ", "ㅂ": "ㅃ", "ㅅ": "ㅆ", "ㅈ": "ㅉ"}
_NASAL = {"ㄱ": "ㅇ", "ㄷ": "ㄴ", "ㅂ": "ㅁ"}
_I_GLIDES = frozenset("ㅣㅕ")
_HI_CONTRACTED = frozenset("혀혔혓")

# 9-11: the sound of a coda before a consonant or at the end of a word.
_NEUTRAL = {
    **dict.fromkeys("ㄱㄲㅋㄳㄺ", "ㄱ"),
    **dict.fromkeys("ㄴㄵㄶ", "ㄴ"),
    **dict.fromkeys("ㄷㅅㅆㅈㅊㅌㅎ", "ㄷ"),
    **dict.fromkeys("ㄹㄼㄽㄾㅀ", "ㄹ"),
    **dict.fromkeys("ㅁㄻ", "ㅁ"),
    **dict.fromkeys("ㅂㅍㅄㄿ", "ㅂ"),
    "ㅇ": "ㅇ",
    "": "",
}
# 13-14: what stays and what moves over when a vowel follows.
_MOVED = {
    "ㄳ": ("ㄱ", "ㅅ"), "ㄵ": ("ㄴ", "ㅈ"), "ㄶ": ("", "ㄴ"), "ㄺ": ("ㄹ", "ㄱ"), "ㄻ": ("ㄹ", "ㅁ"), "ㄼ": ("ㄹ", "ㅂ"),
    "ㄽ": ("ㄹ", "ㅅ"), "ㄾ": ("ㄹ", "ㅌ"), "ㄿ": ("ㄹ", "ㅍ"), "ㅀ": ("", "ㄹ"), "ㅄ": ("ㅂ", "ㅅ"),
}  # fmt: skip
_NOUNS_IN_LG = frozenset("닭흙칡슭삵")
"""11 다만 speaks of verb stems: before ㄱ these nouns keep ㄱ (닭과 [닥꽈])."""


@define(slots=True)
class Unit:
    """One written syllable on its way to its sound.

    `onset` "ㅇ" is silent; `coda` is "" or a letter. `tensed` marks a plain onset that is spoken tense though it is written
    plain, `moved` an onset that was the coda of the syllable before, `rules` the articles that changed the syllable.
    """

    written: str
    onset: str
    vowel: str
    coda: str
    tensed: bool = False
    moved: bool = False
    rules: tuple[str, ...] = ()

    def note(self, article: str) -> None:
        """Remember that an article changed this syllable."""
        if article not in self.rules:
            self.rules = (*self.rules, article)


def units_of(word: str) -> list[Unit]:
    """The units of a word of precomposed syllables, as written."""
    return [Unit(syllable, *split(syllable)) for syllable in word]


def article_17(one: Unit, two: Unit) -> None:
    """제17항, palatalisation: ㄷ ㅌ (ㄾ) before 이 and its glides become ㅈ ㅊ; ㄷ before 히 becomes ㅊ (같이, 굳이, 닫혀).

    The 히 is the suffix of verbs, also contracted (닫혀, 닫혔다); 맏형 [마텽] has none.
    """
    if two.vowel not in _I_GLIDES or two.tensed:
        return
    if two.onset == "ㅎ" and two.vowel == "ㅕ" and two.written not in _HI_CONTRACTED:
        return
    if two.onset == _SILENT and one.coda in ("ㄷ", "ㅌ", "ㄾ"):
        one.coda, two.onset = ("ㄹ" if one.coda == "ㄾ" else ""), ("ㅈ" if one.coda == "ㄷ" else "ㅊ")
        two.moved = True
    elif two.onset == "ㅎ" and one.coda == "ㄷ":
        one.coda, two.onset = "", "ㅊ"
        two.moved = True
    else:
        return
    two.note("17")


def article_12(one: Unit, two: Unit) -> None:
    """제12항, ㅎ: ㅎ (ㄶ ㅀ) joins ㄱ ㄷ ㅈ after it to an aspirate, tenses ㅅ, is silent before a vowel and lost before ㄴ.

    ㄺ ㄼ before ㅎ become ㄹㅋ ㄹㅍ (밝히다, 넓히다), ㅈ (ㄵ) before 히 becomes ㅊ (맞히다; but 맞흥정 [마틍정]). ㄱ ㄷ ㅂ before ㅎ are
    left as two sounds: how to write them is the scheme's affair (MR kh th ph, RR k t p in verbs and kh in nouns).
    """
    if one.coda in ("ㅎ", "ㄶ", "ㅀ"):
        rest = {"ㅎ": "", "ㄶ": "ㄴ", "ㅀ": "ㄹ"}[one.coda]
        if two.onset in _ASPIRATED and two.onset != "ㅂ":
            one.coda, two.onset = rest, _ASPIRATED[two.onset]
        elif two.onset == "ㅅ":
            one.coda, two.tensed = rest, True
        elif two.onset == _SILENT or (two.onset == "ㄴ" and rest):
            one.coda = rest
        else:
            return
    elif two.onset == "ㅎ" and one.coda in ("ㄺ", "ㄼ"):
        one.coda, two.onset, two.moved = "ㄹ", _ASPIRATED["ㄱ" if one.coda == "ㄺ" else "ㅂ"], True
    elif two.onset == "ㅎ" and two.vowel in _I_GLIDES and one.coda in ("ㅈ", "ㄵ"):
        one.coda, two.onset, two.moved = ("ㄴ" if one.coda == "ㄵ" else ""), "ㅊ", True
    else:
        return
    two.note("12")


def article_13(one: Unit, two: Unit) -> None:
    """제13항, liaison: a single coda moves over to a following vowel (깎아 [까까], 옷이 [오시])."""
    if two.onset == _SILENT and len(one.coda) == 1 and one.coda not in _MOVED and one.coda != "ㅇ":
        one.coda, two.onset, two.moved = "", one.coda, True
        two.note("13")


def article_14(one: Unit, two: Unit) -> None:
    """제14항, liaison of a cluster: only its second letter moves over, ㅅ as ㅆ (닭을 [달글], 값을 [갑쓸])."""
    if two.onset == _SILENT and one.coda in _MOVED:
        one.coda, two.onset = _MOVED[one.coda]
        two.moved, two.tensed = True, two.onset == "ㅅ"
        two.note("14")


def article_9_to_11(one: Unit, two: Unit | None) -> None:
    """제9항-제11항, codas before a consonant or a pause: seven sounds are left (닦다 [닥따], 넋 [넉], 맑게 [말께]).

    `two` is None at the end of a word.
    """
    spoken = _NEUTRAL[one.coda]
    if one.coda == "ㄺ" and two is not None and two.onset == "ㄱ" and one.written not in _NOUNS_IN_LG:
        spoken = "ㄹ"
    elif one.coda == "ㄼ" and two is not None and _bottom_is_p(one.written, two.written):
        spoken = "ㅂ"
    if spoken != one.coda:
        one.note("9" if one.coda not in _MOVED else "11" if one.coda in ("ㄺ", "ㄻ", "ㄿ") else "10")
        one.coda = spoken


def _bottom_is_p(written: str, following: str) -> bool:
    """10항 다만: 밟- is [밥] before consonants, 넓- is [넙] in 넓죽하다, 넓적하다, 넓둥글다."""
    return written == "밟" or (written == "넓" and following in "죽적둥")


def article_23(one: Unit, two: Unit) -> None:
    """제23항, tensing after ㄱ ㄷ ㅂ and all that sounds like them (국밥 [국빱])."""
    if two.onset in _LAX and _NEUTRAL[one.coda] in _STOPS:
        two.tensed = True
        two.note("23")


def article_24(one: Unit, two: Unit) -> None:
    """제24항, tensing after verb stems in ㄴ(ㄵ) and ㅁ(ㄻ): ㄵ occurs in verb stems only; the others need a mark."""
    if two.onset in _LAX and one.coda == "ㄵ":
        two.tensed = True
        two.note("24")


def article_25(one: Unit, two: Unit) -> None:
    """제25항, tensing after verb stems in ㄼ and ㄾ (넓게 [널께]); 여덟 is a noun."""
    if two.onset in _LAX and one.coda in ("ㄼ", "ㄾ") and one.written != "덟":
        two.tensed = True
        two.note("25")


def article_18(one: Unit, two: Unit) -> None:
    """제18항, nasalisation: ㄱ ㄷ ㅂ before ㄴ ㅁ become ㅇ ㄴ ㅁ (국물 [궁물])."""
    if two.onset in ("ㄴ", "ㅁ") and one.coda in _NASAL:
        one.coda = _NASAL[one.coda]
        one.note("18")


def article_19(one: Unit, two: Unit) -> None:
    """제19항: ㄹ after ㅁ ㅇ, and after ㄱ ㅂ (which then turn nasal), becomes ㄴ (담력 [담녁], 협력 [혐녁])."""
    if two.onset == "ㄹ" and one.coda in ("ㅁ", "ㅇ", "ㄱ", "ㄷ", "ㅂ"):
        two.onset = "ㄴ"
        two.note("19")


def article_19_liquid_kept(one: Unit, two: Unit) -> None:
    """제19항 as the DPRK's national system writes it: only the stop before ㄹ turns nasal (압록강 Amrokgang)."""
    if two.onset == "ㄹ" and one.coda in _NASAL:
        one.coda = _NASAL[one.coda]
        one.note("19")


def article_20(one: Unit, two: Unit) -> None:
    """제20항: ㄴ beside ㄹ becomes ㄹ (난로 [날로], 칼날 [칼랄]); words that keep ㄴㄴ carry a mark."""
    if one.coda == "ㄴ" and two.onset == "ㄹ":
        one.coda = "ㄹ"
    elif one.coda == "ㄹ" and two.onset == "ㄴ":
        two.onset = "ㄹ"
    else:
        return
    two.note("20")


RULES: tuple[Callable[[Unit, Unit], None], ...] = (
    article_17,
    article_12,
    article_13,
    article_14,
    article_25,
    article_24,
    article_23,
    article_9_to_11,
    article_19,
    article_18,
    article_20,
)
"""The rules in the order in which they apply to one boundary between two syllables."""


RULES_LIQUID_KEPT = tuple(article_19_liquid_kept if rule is article_19 else rule for rule in RULES)
"""The same, with ㄹ kept after ㄱ ㅁ ㅂ ㅇ."""


def pronounce(units: Sequence[Unit], rules: Sequence[Callable[[Unit, Unit], None]] = RULES) -> list[Unit]:
    """Apply the rules to a word, boundary by boundary from left to right; the units are changed and given back."""
    spoken = list(units)
    for one, two in pairwise(spoken):
        if one.coda:  # every rule is about a coda and what follows it
            for rule in rules:
                rule(one, two)
    if spoken:
        article_9_to_11(spoken[-1], None)
    return spoken


def hangul_of(units: Sequence[Unit]) -> str:
    """The sound of a word in Hangul, as dictionaries print it in brackets: 독립 is 동닙."""
    return "".join(
        join(_TENSE.get(unit.onset, unit.onset) if unit.tensed else unit.onset, unit.vowel, unit.coda) for unit in units
    )
