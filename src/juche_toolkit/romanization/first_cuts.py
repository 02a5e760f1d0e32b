"""Cuts that the spelling of an eojeol tells before any analyser reads it: ordinals in words, prefixes before names and prefixes.

Analysers break such eojeols in other places (대북|한, 제일|차), so they are parted first and read in their parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

import regex

from juche_toolkit.hangul.hanja import reading
from juche_toolkit.hangul.lexicon import lexicon as sounds
from juche_toolkit.hangul.syllable import is_syllable
from juche_toolkit.morphology.grammar import GIVEN, SURNAMES
from juche_toolkit.romanization.elements import common, listed
from juche_toolkit.romanization.exceptions import proper_nouns
from juche_toolkit.romanization.sites import sites

__all__ = ["first_cuts", "particles_behind_hanja", "particles_behind_signs", "persons_by_context"]

_EOJEOL = re.compile("[가-힣]++")
_ORDINAL = regex.compile("제(?=[일이삼사오육칠팔구십]+(?:차|집|회|권|호|장|절|편|조|항|부|과|급)(?P<rest>[가-힣]*+))")
_TWICE = regex.compile("(?P<half>[가-힣]{2})(?P=half)(?P<rest>[가-힣]*+)")
"""W5, p. 28: a word said twice (하루 하루, 한치 한치)."""
_NOT_ORDINAL = frozenset(("제사장", "제오열", "제이차산업"))
_PREFIXES = frozenset("대반친탈범")
"""W9(b), p. 34: prefixes of one syllable that stand apart from a proper noun."""
_ROLES = frozenset(
    "시인 소설가 작가 화가 화백 조각가 작곡가 음악가 무용가 건축가 사진가 서예가 평론가 비평가 번역가 "
    "역사학자 철학자 과학자 학자 박사 교수 선생 독립운동가 혁명가 사상가 정치가 정치인 대통령 총리 장관 의원 "
    "의사 열사 장군 목사 신부 스님 선사 국사 기자 감독 배우 가수 변호사 판사 검사 회장 사장 선수 저자 필자 "
    "역자 편자 지휘관 사령관 경제학자 언어학자 국어학자 민속학자 교육자 교육가 언론인 기업가 동지 원사 영웅".split()
)
"""Nouns behind which a person's name may stand."""
_ARTISTS = ("시인", "소설가", "화가", "화백", "배우", "가수", "작곡가", "예술가", "선수", "감독", "기자")
"""Those that a name of two syllables is looked for behind (시인 백석)."""
_WORKS = frozenset(
    "전집 선집 문집 시집 시선 시선집 소설집 수필집 산문집 평전 자서전 회고록 회상록 일기 일지 서간집 작품집 "
    "작품론 문학 시전집 화집 평론집 희곡집 유고집 어록 저작집 연구 시대 정권 정부 대통령 동지 선생 교수 박사 "
    "씨 여사 녀사 장군 의사 열사 목사 시인 화백 주석 총리 장관 의원 원수 대장 기자 외 지음 편저 저".split()
)
"""Words that stand behind a person's name: kinds of works, titles of address."""
_WEAK = frozenset(("연구", "시대", "문학", "정권", "정부", "외", "저"))
"""Words of those that stand behind other nouns as well."""
_LEVELS = frozenset("저고")


_BEHIND_SIGN = regex.compile(
    r"(?:(?P<sign>[\p{Latin}\p{M}\d%℃])|(?<=[\p{L}\d.!?])(?P<sign>[)\]}>」』》〉】〕’”'\"]))(?P<rest>[가-힣]++)(?!\p{Han})"
)
"""What is no Hangul, and the Hangul right behind it."""
_SIGN = re.compile(r"[^가-힣\s][가-힣]")
"""What every such place has: most texts have none, and are told by it in no time."""
_COUNTING = frozenset("과도만가인이당대부")
"""Particles that behind a digit are rather a counter or part of a number (3과, 5만)."""
_GREAT = regex.compile(r"(?<=\d)대(?=(?P<noun>(?!양|륙|회)[가-힣]{2}))")
"""대 behind digits counts, whatever it is elsewhere (3대|혁명)."""
_TIMES = regex.compile(
    r"(?<=\d(?:세기|년대|년도|년|월|분기|학기))(?:[말초중전후](?=[의에와과까부로를은는이]|에서|[^가-힣]|$)|초반|초엽|초기|중반|중엽|중기|후반|후기|말엽|말기|전반|이후|이전|이래)"
)
"""Times behind a number with its counter: 19세기|말, 5월|말까지, where lists have 세기말 and 월말."""
_COUNTED = re.compile(r"\d[대세년월분학]")
"""What every such place has."""
_QUALITIES = regex.compile(
    "(?<![가-힣])[가-힣]{4,}+(?<=성과)(?= [가-힣]{1,5}성(?:[이을은의에과]|에서|으로|에의)?(?![가-힣]))"
)
"""성과 before another quality: the suffix and a particle (문학성과 음악성)."""
_QUALITY_OR_RESULT = regex.compile("(?<![가-힣]성)(?P<noun>[가-힣]{2})(?P<cut>성)과(?=[가-힣]{2})")
"""성과 inside an eojeol that no space parts."""
_WITH_RESULTS = frozenset(
    "경제 생산 사업 연구 교육 학습 노동 로동 혁명 조직 건설 투쟁 활동 투자 경영 개발 개혁 수출 과학 기술 농사 정책 협력 회담 외교 발굴 "
    "운영 직무 업무 재무 수업 행동 전투 증산 훈련 창작 학술 금융 성장 조사 사회 문화 의정 국정 정치 지도 관리 방문 교류 통합 무역".split()
)
"""Nouns that have results as well as a quality: 사회성과 may be either, 문학성과 is none but 문학성|과."""
_SOCIETY = regex.compile(
    "(?<=[가-힣]{2}(?<!이|판|교|의|감|영|지|인|회|호|목|강|형|검|기|행|무)사회)의(?=[가-힣]{2}|[ ])"
)
"""사회의 behind a noun is society's, where lists have a history and a meeting (한국사|회의)."""
_LAST = regex.compile(r"(?<=[가-힣]{2})성과(?=\s*+$)")
"""성과 at a text's end is a noun: no title ends in a particle that joins nouns (조직성과)."""


def first_cuts(text: str) -> Iterator[tuple[int, str]]:
    """The places of the cuts in a text, and their rules."""
    if any(map(_parts, _EOJEOL.findall(text))):
        for match in _EOJEOL.finditer(text):
            for place, rule in _of_eojeol(match.group()):
                yield match.start() + place, rule
    for place in particles_behind_signs(text):
        yield place, "W6"
    if _COUNTED.search(text) is not None:
        for great in _GREAT.finditer(text):
            if common(great["noun"]):
                yield great.start("noun"), "W7(c)"
        yield from ((match.start(), "W1(a)") for match in _TIMES.finditer(text))
    if "사회의" in text:
        yield from _both_sides(text, (match.start() for match in _SOCIETY.finditer(text)))
    if "성과" in text:
        yield from _both_sides(text, _qualities(text))
        yield from ((match.end() - 1, "W6") for match in _QUALITIES.finditer(text))
        yield from ((match.start(), "W1(c)") for match in _LAST.finditer(text))
    for site in sites(text):
        if site.kind == site.end:
            yield site.end, "W1(e)"


def _both_sides(text: str, places: Iterable[int]) -> Iterator[tuple[int, str]]:
    """The cuts before and behind particles of one syllable."""
    for place in places:
        yield place, "W6"
        if is_syllable(text[place + 1 : place + 2]):
            yield place + 1, "W6"


def _qualities(text: str) -> Iterator[int]:
    """The 과 of 성|과 before a noun in one eojeol, where the quality is a listed word and its noun has no results (전문성|과 교직윤리)."""
    for match in _QUALITY_OR_RESULT.finditer(text):
        if match["noun"] not in _WITH_RESULTS and common(match["noun"] + "성"):
            yield match.end() - 1


def particles_behind_signs(text: str) -> Iterator[int]:
    """W6: where a particle, or a verb that makes verbs of nouns, begins behind what is no Hangul (DNA|의, 《아리랑》|에서)."""
    for match in _BEHIND_SIGN.finditer(text) if _SIGN.search(text) is not None else ():
        rest = match["rest"]
        if rest in sounds().tails and not (match["sign"].isdigit() and (len(rest) == 1 and rest in _COUNTING)):
            yield match.start("rest")


_BEHIND_HANJA = regex.compile(r"(?P<hanja>\p{Han}++)(?P<rest>[가-힣]++)(?!\p{Han})")
_STATES_IN_HANJA = frozenset("美日中北韓英佛獨露蘇伊印臺濠越泰")


def particles_behind_hanja(text: str) -> Iterator[int]:
    """W6: where a particle begins behind hanja, as the writing shows (考古學|을).

    Behind a state's one character 서 is the 에서 of headlines (美서 Mi sŏ).
    """
    for match in _BEHIND_HANJA.finditer(text):
        hanja, rest = match.group("hanja", "rest")
        state = len(hanja) == 1 and hanja in _STATES_IN_HANJA
        last = reading(hanja[-1])  # a rare character has none
        if (is_syllable(last) and sounds().is_tail(last, rest)) or (state and rest == "서"):
            yield match.start("rest")


def persons_by_context(text: str) -> Iterator[tuple[int, int]]:
    """W1(e): the ranges that are built like a person's name, and stand behind a role (시인 …) or before a title or a kind of work."""
    if not any(map(_may_be_person, _EOJEOL.findall(text))):
        return
    eojeols = [*_EOJEOL.finditer(text)]
    for number, match in enumerate(eojeols):
        word = match.group()
        before = eojeols[number - 1].group() if number else ""
        short = _short_person(word)
        if short and (before.endswith(_ARTISTS) or (short == "listed" and (before in _ROLES or _is_pen_name(before)))):
            yield match.start(), match.start() + 2
            continue
        if len(word) < 3 or not _like_person(word[:3]):
            continue
        after = eojeols[number + 1].group() if number + 1 < len(eojeols) else ""
        rest = word[3:]
        if rest and common(word[:2]) and any(common(word[2:end]) for end in (4, 5)):  # 공로|소외, not 공로소 외
            continue
        of = rest[:1] == "의" and common(rest[1:3])  # 나하나의|사랑 names no doctor
        work = 0 if of else next((size for size in (4, 3, 2, 1) if rest[:size] in _WORKS), 0)
        titled = work > 0 and (len(rest) == work or work > 1 or sounds().is_tail(rest[work - 1], rest[work:]))
        closed = not rest or sounds().is_tail(word[2], rest)
        behind = next((after[:size] for size in (4, 3, 2) if after[:size] in _WORKS), "") if not rest else ""
        sure = (
            (titled and rest[:work] not in _WEAK) or (closed and before in _ROLES) or (behind and behind not in _WEAK)
        )
        if sure or ((titled or behind) and not sounds().knows(word[:3])):
            yield match.start(), match.start() + 3


@lru_cache(maxsize=1 << 16)
def _may_be_person(word: str) -> bool:
    """Whether an eojeol may be a name in the right company: most can't, and are told by their memory alone."""
    return bool(_short_person(word)) or (len(word) > 2 and _like_person(word[:3]))


def _like_person(word: str) -> bool:
    known_name = proper_nouns().names.get(word)
    if known_name is not None:
        return known_name.kind == "person"
    return (
        word[0] in SURNAMES and word[1] in GIVEN and word[2] in GIVEN and not common(word) and not sounds().knows(word)
    )


def _short_person(word: str) -> str:
    """Whether an eojeol is a surname and a given name of one syllable, with nothing or a particle behind: listed, built (황철의), or ""."""
    name, rest = word[:2], word[2:]
    if len(word) < 2 or (rest and not sounds().is_tail(name[1], rest)):
        return ""
    known_name = proper_nouns().names.get(name)
    if known_name is not None and known_name.kind == "person":
        return "listed"
    built = name[0] in SURNAMES and name[1] in GIVEN and not common(name) and not common(word)
    return "built" if built and (rest or not sounds().is_tail(*name)) else ""


def _is_pen_name(word: str) -> bool:
    """Whether a word is what a person is known by besides the name (퇴계, 추사)."""
    known_name = proper_nouns().names.get(word)
    return known_name is not None and known_name.kind == "figure"


@lru_cache(maxsize=1 << 16)
def _parts(word: str) -> bool:
    """Whether an eojeol has a first cut: most have none."""
    return bool(_of_eojeol(word))


def _of_eojeol(word: str) -> tuple[tuple[int, str], ...]:
    if len(word) < 3 or word in listed():
        return ()
    twice = _TWICE.match(word) if word[:2] == word[2:4] else None
    if twice is not None and (not twice["rest"] or sounds().is_tail(twice["half"][-1], twice["rest"])):
        return ((2, "W5"), (4, "W6")) if twice["rest"] else ((2, "W5"),)
    ordinal = _ORDINAL.match(word) if word[0] == "제" else None
    if ordinal is not None and not any(word.startswith(other) for other in _NOT_ORDINAL):
        rest = ordinal["rest"]
        if not rest or sounds().is_tail(word[-len(rest) - 1], rest) or common(rest[:2]):
            return ((1, "W7(c)"),)
    if len(word) > 3 and _is_pen_name(word[:2]) and any(_listed_person(word[2:], size) for size in (3, 2)):
        return ((2, "W1(e)"),)
    if word[0] in _PREFIXES:
        name = _state_at(word[1:])
        if name and not common(word[: len(name) + 1]):
            return ((1, "W9(b)"),)
    if word[0] == "초" and word[1] in _LEVELS and len(word) > 3 and common(word[2:4]) and not common(word[:3]):
        return ((1, "W9(c)"),)
    return ()


def _listed_person(word: str, size: int) -> bool:
    """Whether a word is a listed person's name of so many syllables, with nothing or a particle behind."""
    known_name = proper_nouns().names.get(word[:size])
    person = len(word) >= size and known_name is not None and known_name.kind == "person"
    return person and (len(word) == size or sounds().is_tail(word[size - 1], word[size:]))


def _state_at(text: str) -> str:
    """The name of a state or a region of several that a text begins with, if nothing, particles or a word follow it."""
    for size in (5, 4, 3, 2):
        name = text[:size]
        rest = text[size:]
        if (
            len(name) == size
            and name in _states()
            and (not rest or sounds().is_tail(name[-1], rest) or common(rest[:2]))
        ):
            return name
    return ""


@cache
def _states() -> frozenset[str]:
    """Names of states: those places of the names' table that this row of words names."""
    chosen = (
        "북한 남한 조선 한국 미국 중국 일본 소련 쏘련 러시아 로씨야 영국 독일 프랑스 베트남 몽골 인도 이란 이라크 이스라엘 유럽 아시아 "
        "아프리카 신라 백제 고구려 고려 발해 가야 북조선 남조선 쿠바 꾸바 대만"
    )
    return frozenset(chosen.split()) & proper_nouns().names.keys()
