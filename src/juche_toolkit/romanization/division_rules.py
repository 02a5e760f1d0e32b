"""The rules of ALA-LC's word division (2009, pages 17-36) for the joint between two morphemes of one eojeol.

Each function is named by its rule and tells its page and examples; `RULES` holds the order in which they are asked, and the first that
speaks decides. W1(c), the parts of compounds, is in elements.py, W4(c), the parts of compound verbs, in stems.py, W7, numbers in
words and dates, in numerals.py, W10, coordinated names, in library.py. W2 and W8 stand on pages that were not to be had (19-23, 33).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Literal, NamedTuple

from juche_toolkit.hangul.syllable import is_syllable, join, split
from juche_toolkit.romanization.elements import common
from juche_toolkit.romanization.numerals import is_counter

__all__ = ["RULES", "Joint", "Place", "Rule", "Unit", "rules_between"]

Joint = Literal[" ", "-", ""]
_NOUNS = frozenset(("NNG", "NNP", "NR", "NP", "XR", "SH", "SL", "UN"))
_VERBS = frozenset(("VV", "VA", "VX", "VCN"))
_ADVERBS = frozenset(("MAG", "MAJ"))
_JOINED_AFTER_DEMONSTRATIVE = frozenset("것 이 애 분 번 편 쪽 즈음 놈 만큼 대로 자 치 따위 만".split())
_DEMONSTRATIVES = frozenset("이그저요고조")
_RELATING = frozenset("통하 위하 대하 관하 의하 인하 향하 비하 따르 비추 걸치 더하 말미암 즈음하 당하 기하".split())
_CLOCK = frozenset("시분초")
_NATIVE = frozenset("한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두".split())
_NATIVE_NUMERALS = frozenset(
    "하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열 열한 열두 열세 열네 스물 스무 서른 마흔 쉰 예순 일흔 여든 아흔 여럿 몇".split()
)
"""Numerals that are words beside their counter, as the determiners 두, 세 are (열 가지, 두 개)."""
_ROUND = frozenset("수십 수백 수천 수만 수억 수십만 수백만 수천만 몇십 몇백 몇천 몇만".split())
"""Numbers in words that a counter joins (수천년)."""
_OF_AN_ENDING = frozenset(("는", "은", "도", "만", "야", "ㄴ", "요"))
"""Particles that an ending takes into itself: 위해서는, 하고도."""


class Unit(NamedTuple):
    """A morpheme made ready for the rules: as the analyser gave it, or an element of a compound, or the part of a stem.

    `tag` is a Sejong tag, or PERSON for a person's full name; `doubt` is the rule by which another division is possible, "" if none.
    """

    form: str
    tag: str
    start: int
    end: int
    doubt: str = ""


class Place(NamedTuple):
    """A joint that is asked about: its text, the morphemes, the number of the one before the joint, that one and the one behind it."""

    text: str
    morphemes: Sequence[Unit]
    number: int
    one: Unit
    two: Unit

    def inflected(self) -> int:
        """The syllables of the verb after the joint with all its endings."""
        end = self.two.end
        for later in self.morphemes[self.number + 2 :]:
            if later.start >= end and not (later.start == end and later.tag.startswith("E")):
                break
            if later.tag.startswith("E"):
                end = max(end, later.end)
        return end - self.two.start

    def verb_before(self) -> int:
        """The syllables of the verb before the joint with its ending; 0 where no verb stands there."""
        for earlier in reversed(self.morphemes[: self.number + 1]):
            if earlier.tag in _VERBS or earlier.tag in ("XSV", "XSA"):
                return self.one.end - earlier.start
            if not earlier.tag.startswith("E"):
                return 0
            if earlier.tag == "EC" and len(earlier.form) > 1 and earlier is self.one:
                return self.one.end - earlier.start
        return 0


def w6_particles(at: Place) -> Joint | None:
    """W6, p. 29: a particle stands apart; stacked particles are one unit (나 만도, 고전 에의, 학문 으로서의)."""
    if not at.two.tag.startswith("J"):
        return None
    if at.one.tag.startswith("J") or (at.one.tag == "EC" and at.two.form in _OF_AN_ENDING):
        return ""
    return " "


def w4e_copula(at: Place) -> Joint | None:
    """W4(e), p. 26: the copula stands apart in all its forms (평화적 인, 까지 입니까, 사랑 이라는)."""
    if at.two.tag == "VCP":
        return " "
    return "" if at.one.tag == "VCP" else None


def w4d_light_verbs(at: Place) -> Joint | None:
    """W4(d), p. 26: 하다 되다 시키다 받다 당하다 stand apart from the noun in every inflection (사랑 한, 유쾌 한)."""
    if at.two.tag in ("XSV", "XSA"):
        return "" if at.two.form in ("스럽", "답", "롭") else " "
    return None


def w0_endings(at: Place) -> Joint | None:
    """W0: endings are no words; they belong to their stem, and to each other.

    What stands behind a particle is no ending but a stem in -아/-어, the first part of a compound verb (를|넘어 서다).
    """
    if not at.two.tag.startswith("E"):
        return None
    return " " if at.two.tag == "EC" and at.one.tag.startswith("J") and _in_a(at.two) and at.two.form != "아" else ""


def w1e_names(at: Place) -> Joint | None:
    """W1(e): a person's name stands apart from titles and whatever else is a word, of one syllable too (W9(b), 박정희 식)."""
    if "PERSON" not in (at.one.tag, at.two.tag):
        return None
    return "" if at.two.form == "들" else " "


def w9_affixes(at: Place) -> Joint | None:
    """W9(a), p. 34: affixes are joined (다국적, 총정리, 신여성들); those that stand apart come here as nouns (대 북한, 초 저전력)."""
    return "" if at.two.tag == "XSN" or at.one.tag == "XPN" else None


def w3d_demonstratives(at: Place) -> Joint | None:
    """W3(d), p. 24: 이 그 저 are joined with 것, 번, 분 … and apart from other nouns (이것, 그 남자)."""
    if (
        at.one.form in _DEMONSTRATIVES
        and at.one.tag in ("MM", "NP")
        and at.two.tag in ("NNB", "NNG", "NNP", "NP", "NR")
    ):
        return "" if at.two.form in _JOINED_AFTER_DEMONSTRATIVE else " "
    return None


def w2_pronouns(at: Place) -> Joint | None:
    """W2 (page not seen; after W1(a), p. 17, and W0): a pronoun stands apart from nouns (우리 나라, 내 조국, 너희 모두).

    Its plural is joined by W9(a) (당신들), its particles stand apart by W6 (그대 에게); 내, 네, 제 with 가 as well (내 가).
    """
    nouns = (at.one.tag == "NP" and (at.two.tag in _NOUNS or at.two.tag in ("NNB", "XPN", "PERSON"))) or (
        at.two.tag == "NP" and (at.one.tag in _NOUNS or at.one.tag == "XSN")
    )
    return " " if nouns else None


def w7_numerals(at: Place) -> Joint | None:
    """W7(c), p. 32: digits and their counter are hyphenated, 제 stands apart (제 1차 Che 1-ch'a, 21세기 21-segi)."""
    if at.one.tag == "SN":
        if is_counter(at.two.form) or at.two.tag not in ("NNB", "NNG", "XSN", "NNP"):
            return ""
        return " " if len(at.two.form) > 1 and at.two.tag != "NNB" else "-"
    if at.two.tag == "SN":
        return " " if at.one.form == "제" or at.one.tag in _NOUNS else None
    if at.two.form in _CLOCK and at.one.form in _NATIVE and at.two.tag == "NNB":
        return ""
    if at.one.form in _ROUND and at.two.tag == "NNB":
        return ""
    if at.one.tag == "NR" and at.two.tag in ("NNB", "NR") and at.one.form not in _NATIVE_NUMERALS:
        return ""  # in words the counter joins the number (제 일차)
    return None


def w1a_bound_nouns(at: Place) -> Joint | None:
    """W1(a), p. 17: a bound noun stands apart (갈 것, 어린이 나름, 국장 겸 실장)."""
    return " " if "NNB" in (at.one.tag, at.two.tag) else None


def w1d_sai_siot(at: Place) -> Joint | None:
    """W1(d), p. 18: a compound with a written sai-siot is one word (보릿고개, 옛이야기)."""
    form = at.one.form
    nouns = at.one.tag == "NNG" and at.two.tag in ("NNG", "NNB") and len(form) > 1
    if not nouns or not is_syllable(form[-1]) or split(form[-1]).coda != "ㅅ":
        return None
    return "" if common(form[:-1] + join(*split(form[-1])[:2], "")) else None


def w1c_compounds(at: Place) -> Joint | None:
    """W1(a), (c), p. 17-18: nouns stand apart, compounds by their elements (대한 민국)."""
    if at.two.tag in _NOUNS and (at.one.tag in _NOUNS or at.one.tag == "XSN"):
        whole = at.one.tag == "XSN" or at.one.end - at.one.start > 1
        return " " if whole and at.two.end - at.two.start > 1 else ""
    return None


def w4a_relations(at: Place) -> Joint | None:
    """W4(a), p. 24: a verb that only relates a noun to what follows is no part of a compound (을 통해 본, 에 따라 간)."""
    if at.one.tag == "EC" and at.two.tag in _VERBS and at.number and at.morphemes[at.number - 1].form in _RELATING:
        return " "
    return None


def w4g_one_syllable(at: Place) -> Joint | None:
    """W4(g), p. 27: a verb whose whole inflected form is one syllable joins the verb or adjective before it (좋아진, 늙어간, 보내온)."""
    if at.one.tag == "EC" and at.two.tag in _VERBS and _in_a(at.one) and at.inflected() == 1:
        return ""
    return None


def w4h_one_syllable(at: Place) -> Joint | None:
    """W4(h), p. 28: a verb whose whole inflected form is one syllable joins a noun of one syllable (해뜰, 빛낸)."""
    one = at.one
    lone = (
        one.tag == "NNG"
        and one.end - one.start == 1
        and (at.number == 0 or at.morphemes[at.number - 1].end < one.start)
    )
    if lone and at.two.tag in ("VV", "VA") and at.inflected() == 1 and at.two.form != "있":
        return ""
    return None


def w4f_contracted(at: Place) -> Joint | None:
    """W4(f), p. 27: a contracted main verb of one syllable is joined with what follows (해보다, 가보다, 떠오르다)."""
    if at.one.tag == "EC" and at.two.tag in _VERBS and _in_a(at.one) and at.verb_before() == 1:
        return ""
    return None


def w4b_verbs(at: Place) -> Joint | None:
    """W4(a)-(c), p. 24-26: verbs stand apart, auxiliaries and the parts of compound verbs too (늙어 가다, 내려 놓고, 장난 치는)."""
    return " " if at.two.tag in _VERBS else None


def w3_determiners(at: Place) -> Joint | None:
    """W3(a)-(c) (pages not seen; after W3(d), p. 24, and W0): a determiner stands apart from its noun (새 집, 온 나라, 각 기관).

    Where the tables have one word, it is one before any rule is asked (새해, 첫걸음, 온갖).
    """
    return " " if "MM" in (at.one.tag, at.two.tag) else None


def w5_adverbs(at: Place) -> Joint | None:
    """W5, p. 28: adverbs stand apart (매우 독창적, 자주 찾아)."""
    return " " if at.one.tag in _ADVERBS or at.two.tag in _ADVERBS else None


def w8_interjections(at: Place) -> Joint | None:
    """W8 (page not seen; after W0 and W5): an interjection stands apart (아 백두산); one of one syllable said twice is joined (아아)."""
    if "IC" not in (at.one.tag, at.two.tag):
        return None
    return "" if at.one.form == at.two.form and len(at.one.form) == 1 else " "


def w0_words(at: Place) -> Joint | None:
    """W0: whatever follows an ending or a particle is another word (갈 것 인가)."""
    return " " if at.one.tag.startswith(("E", "J")) else None


def _in_a(ending: Unit) -> bool:
    """Whether an ending is -아/-어 (-여 in the North)."""
    last = split(ending.form[-1]) if "가" <= ending.form[-1:] <= "힣" else None
    return last is not None and not last.coda and last.vowel in "ㅏㅓㅕㅐㅔㅘㅝㅙㅞ"


Rule = Callable[[Place], Joint | None]
RULES: tuple[Rule, ...] = (
    w6_particles,
    w4e_copula,
    w4d_light_verbs,
    w0_endings,
    w1e_names,
    w9_affixes,
    w3d_demonstratives,
    w2_pronouns,
    w7_numerals,
    w1d_sai_siot,
    w1a_bound_nouns,
    w1c_compounds,
    w4a_relations,
    w4g_one_syllable,
    w4h_one_syllable,
    w4f_contracted,
    w4b_verbs,
    w3_determiners,
    w5_adverbs,
    w8_interjections,
    w0_words,
)
"""The rules in the order in which they are asked."""
_SPEAKS: dict[Rule, Callable[[str, str], bool]] = {
    w6_particles: lambda _, two: two.startswith("J"),
    w4e_copula: lambda one, two: "VCP" in (one, two),
    w4d_light_verbs: lambda _, two: two in ("XSV", "XSA"),
    w0_endings: lambda _, two: two.startswith("E"),
    w1e_names: lambda one, two: "PERSON" in (one, two),
    w9_affixes: lambda one, two: two == "XSN" or one == "XPN",
    w3d_demonstratives: lambda one, _: one in ("MM", "NP"),
    w2_pronouns: lambda one, two: "NP" in (one, two),
    w7_numerals: lambda one, two: "SN" in (one, two) or two == "NNB" or one == "NR",
    w1d_sai_siot: lambda one, two: one == "NNG" and two in ("NNG", "NNB"),
    w1a_bound_nouns: lambda one, two: "NNB" in (one, two),
    w1c_compounds: lambda one, two: two in _NOUNS and (one in _NOUNS or one == "XSN"),
    w4a_relations: lambda one, two: one == "EC" and two in _VERBS,
    w4g_one_syllable: lambda one, two: one == "EC" and two in _VERBS,
    w4h_one_syllable: lambda one, two: one == "NNG" and two in ("VV", "VA"),
    w4f_contracted: lambda one, two: one == "EC" and two in _VERBS,
    w4b_verbs: lambda _, two: two in _VERBS,
    w3_determiners: lambda one, two: "MM" in (one, two),
    w5_adverbs: lambda one, two: one in _ADVERBS or two in _ADVERBS,
    w8_interjections: lambda one, two: "IC" in (one, two),
    w0_words: lambda one, _: one.startswith(("E", "J")),
}
"""Between which tags a rule may speak, so that not all are asked about every joint; a rule that isn't here is always asked."""


@cache
def rules_between(one: str, two: str) -> tuple[Rule, ...]:
    """Those of `RULES` that may speak between two morphemes of these tags, in their order."""
    return tuple(rule for rule in RULES if rule not in _SPEAKS or _SPEAKS[rule](one, two))
