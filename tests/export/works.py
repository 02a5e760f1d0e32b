"""Works as notes cite them, of every type: titles, names, serials and imprints put together at random, none hostile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st

from juche_toolkit.citation.journals import Authority, entries, look_up
from juche_toolkit.citation.kinds import PERIODICAL
from juche_toolkit.citation.model import Citation

__all__ = ["TYPES", "works"]

_SURNAMES = "김 리 이 박 최 정 강 조 윤 장 림 임 한 오 서 신 권 황 안 송 류 홍 전 고 문 손 배 백 허 남 심 노 하 곽 성 차 주 우 구".split()
_GIVEN = "영옥 순철 명국 한욱 금주 세영 은정 준호 민수 성철 혜경 종석 병로 연철 지은 광수 철 경 미란 태섭".split()
_DOUBLE = ["남궁민수", "선우진", "황보인", "제갈량", "독고영"]
_WESTERN = (
    "Robert Carlin", "Rachel Minyoung Lee", "Rüdiger Frank", "Jane Doe", "Andrei Lankov", "Charles K. Armstrong",
    "Stephan Haggard", "Marcus Noland", "Suzy Kim", "Kim Jong Il", "Bruce Cumings", "Cheehyung Harrison Kim",
    "B. R. Myers", "Hazel Smith", "Balázs Szalontai", "Adrian Buzo",
)  # fmt: skip
_NORTH_BODIES = ("사회과학원 경제연구소", "사회과학원 력사연구소", "조선로동당 중앙위원회")
_SOUTH_BODIES = ("통일연구원", "한국은행", "한국개발연구원", "대외경제정책연구원", "국가안보전략연구원", "북한연구소")

_NOUNS = (
    "대외무역 실리 경제발전 자립적민족경제 사회주의 계획경제 농업생산 과학기술 기업관리 가격 재정 시장화 도시 헌법 언론 "
    "문학 영화 력사 역사 민족문화 인민생활 지방공업 합영기업 정보화 교육 녀성 여성 로동 노동 국경 관광 외교 핵협상 화페 "
    "남북관계 통일정책 개성공단 수령제 선군정치 주체사상 집단농장 협동농장 전력 석탄공업 수산업 교통운수 무역화물"
).split()
_OF = (
    "전략",
    "원칙",
    "문제",
    "본질",
    "변화",
    "특징",
    "방도",
    "역할",
    "구조",
    "전개 과정",
    "의의",
    "형성과 변천",
    "중요성",
)
_KOREAN = (
    "{a}의 {c}",
    "{a}와 {b}",
    "{a}에서 {b}이 가지는 {c}",
    "{a}을 발전시키는데서 나서는 {b}의 {c}",
    "{a}, {b}의 {c}",
    "{a}: {b}를 중심으로",
    "{a} {c}에 관한 연구 - {b}를 중심으로",
    "{a}, 무엇이 {c}인가?",
    "‘{a}’와 {b}의 {c}",
    "김정일 시대 {a}의 {c}, 1994-2011",
    "1990년대 {a}와 {b}의 {c}",
    "{a}·{b}의 {c}",
    "{a}({b})의 {c}",
)  # fmt: skip
_THINGS = ("Trade", "Famine", "Cities", "Markets", "Labor", "Law", "Cinema", "Reform", "Science", "Migration", "Memory")
_PLACES_IN = ("North Korea", "the DPRK", "the Two Koreas", "the Borderlands", "Pyongyang", "Northeast Asia")
_ENGLISH = (
    "{a} in {p}",
    "{a} and {b} in {p}",
    "{a}, {b}, and the Future of {p}",
    "The Politics of {a}: {p} and the World",
    "Is {p} Ready for {a}?",
    "{a} under Kim Jong Un, 2012-2019",
    "“{a}” and {b}: Notes on {p}",
    "The {a} Question in {p}",
)  # fmt: skip
_ROMANIZED = (
    ("Han'guk ŭi ch'ŏrhak", "한국의 철학", "Korean Philosophy"),
    ("Pukhan ŭi munhak", "북한의 문학", "North Korean Literature"),
    ("Chosŏn kyŏngjesa", "조선경제사", "An Economic History of Korea"),
    ("Tongil chŏngch'aek ŭi pyŏnhwa", "통일정책의 변화", "Changes in Unification Policy"),
)
_DPRK_JOURNALS = ("경제연구", "Kyo’ngje Yo’ngu", "력사과학", "근로자", "사회과학원학보", "김일성종합대학학보", "철학연구",
                  "정치법률연구", "조선어문", "김일성종합대학학보(철학, 경제학)", "조선고고연구")  # fmt: skip
_ROK_JOURNALS = ("현대북한연구", "북한연구학회보", "국제정치논총", "통일정책연구", "한국정치학회보", "국어학", "역사비평",
                 "영주어문", "동북아법연구", "한국문학논총")  # fmt: skip
_ENGLISH_JOURNALS = ("Journal of Korean Studies", "Asian Survey", "Korean Studies", "Journal of East Asian Studies",
                     "North Korean Review", "Pacific Affairs")  # fmt: skip
_NEWS = (
    "로동신문",
    "민주조선",
    "조선중앙통신",
    "한겨레",
    "경향신문",
    "Rodong Sinmun",
    "KCNA",
    "The New York Times",
    "연합뉴스",
)
_MAGAZINES = ("천리마", "조선녀성", "월간조선", "신동아", "Foreign Policy")
_SITES = ("38 North", "NK News", "우리민족끼리", "NK Leadership Watch")
_PUBLISHERS = (("평양", "사회과학출판사"), ("평양", "조선로동당출판사"), ("평양", "과학백과사전출판사"), ("서울", "창비"), ("파주", "한울"),
               ("서울", "역사비평사"), ("서울", "통일연구원"), ("Honolulu", "University of Hawai'i Press"),
               ("Ithaca", "Cornell University Press"), ("New York", "Columbia University Press"),
               ("London", "Routledge"), ("Seoul", "KINU"))  # fmt: skip
_UNIVERSITIES = (("서울대학교", "박사학위논문"), ("동국대학교", "석사학위논문"), ("연세대학교", "박사학위논문"),
                 ("Harvard University", "PhD diss."), ("University of Chicago", "master’s thesis"))  # fmt: skip
_MEETINGS = ("제26회 한글 및 한국어 정보처리 학술대회 논문집", "한국정보과학회 학술발표논문집", "통일연구원 학술회의",
             "Proceedings of the Conference on Korean Computing")  # fmt: skip
_DECREES = (
    ("최고인민회의 상임위원회", "정령"),
    ("최고인민회의", "법령"),
    ("최고인민회의 상설회의", "결정"),
    ("내각", "결정"),
)
_LAWS = ("조선민주주의인민공화국 무역법", "조선민주주의인민공화국 경제개발구법", "조선민주주의인민공화국 사회주의헌법")
_SEOUL_LAWS = ("남북관계 발전에 관한 법률", "북한인권법", "민법", "남북교류협력에 관한 법률")
_EDITIONS = {True: ("증보판", "개정판", "제2판", "3판", "개정증보판", "개정 2판", "제3개정판", "초판 1쇄", "영인본"),
             False: ("2nd ed.", "rev. ed.", "3rd edn", "third edition", "revised and enlarged edition")}  # fmt: skip
_SEASONS = {True: ("봄", "겨울", "하반기"), False: ("Spring", "Winter")}
_COURTS = (
    ("대법원", "2003도758", "판결"),
    ("헌법재판소", "89헌가113", "결정"),
    ("헌재", "92헌바6", "결정"),
    ("대법원", "97도2021", "판결"),
)

TYPES = (
    "article-journal", "article-newspaper", "article-magazine", "book", "chapter", "thesis", "report",
    "paper-conference", "webpage", "speech", "legislation", "legal_case", "broadcast", "dataset",
)  # fmt: skip


@cache
def table(kind: str) -> tuple[Authority, ...]:
    """The entries of the journals' table that works of this type stand in."""
    found = tuple(entry for entry in entries() if entry.csl_type == kind and entry.kind in PERIODICAL)
    assert found or kind in ("broadcast", "paper-conference"), kind
    return found


_pick = st.sampled_from
_korean_name = st.one_of(
    # 류경 is a website too
    st.builds("".join, st.tuples(_pick(_SURNAMES), _pick(_GIVEN))).filter(lambda name: look_up(name) is None),
    _pick(_DOUBLE),
)
_korean_title = st.builds(str.format, _pick(_KOREAN), a=_pick(_NOUNS), b=_pick(_NOUNS), c=_pick(_OF))
_english_title = st.builds(str.format, _pick(_ENGLISH), a=_pick(_THINGS), b=_pick(_THINGS), p=_pick(_PLACES_IN))
_number = st.integers(1, 60).map(str)
_pages = st.one_of(
    st.integers(1, 900).map(str),
    st.tuples(st.integers(1, 400), st.integers(1, 60)).map(lambda pair: f"{pair[0]}-{pair[0] + pair[1]}"),
    st.tuples(st.integers(1, 90), st.integers(1, 60)).map(lambda pair: f"{pair[0]}, {pair[0] + pair[1]}"),
)
_url = st.builds(
    lambda host, path: f"https://{host}/{path}",
    _pick(("www.38north.org", "kosis.kr", "www.unikorea.go.kr", "rodong.rep.kp", "example.org")),
    _pick(("2023/01/a-b_c/", "view?no=12&lang=ko", "nk/4521.html", "북한", "index.php?MTJA", "stat")),
)  # fmt: skip
_doi = st.builds(lambda a, b: f"10.{a}/jks.{b}", st.integers(1000, 99999), st.integers(1, 99999))


def _maybe(draw: st.DrawFn, values: st.SearchStrategy[Any], odds: int = 2) -> Any:
    """One of the values once in `odds`, else None."""
    return draw(values) if draw(st.integers(1, odds)) == 1 else None


def _date(draw: st.DrawFn, *, whole: bool, north: bool) -> dict[str, Any]:
    year = draw(st.integers(1946, 2024))
    found: dict[str, Any] = {"year": year}
    if whole:
        found |= {"month": draw(st.integers(1, 12)), "day": draw(st.integers(1, 28))}
    if north and draw(st.booleans()):
        found["juche_year"] = year - 1911
    return found


def _titled(draw: st.DrawFn, *, korean: bool) -> dict[str, Any]:
    if korean:
        return {"title": draw(_korean_title)}
    if draw(st.integers(1, 4)) == 1:
        romanized, vernacular, translated = draw(_pick(_ROMANIZED))
        found = {"title": romanized, "title_vernacular": vernacular}
        return found | ({"translated_title": translated} if draw(st.booleans()) else {})
    return {"title": draw(_english_title)}


def _people(draw: st.DrawFn, *, korean: bool, least: int = 1, most: int = 3) -> tuple[str, ...]:
    names = _korean_name if korean else _pick(_WESTERN)
    return tuple(draw(st.lists(names, min_size=least, max_size=most, unique=True)))


def _serial(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    korean = draw(st.booleans())
    if kind == "article-journal":
        names = (_DPRK_JOURNALS + _ROK_JOURNALS) if korean else (*_ENGLISH_JOURNALS, "Kyo’ngje Yo’ngu")
    else:
        names = {"article-newspaper": _NEWS, "article-magazine": _MAGAZINES, "webpage": _SITES,
                 "broadcast": ("KBS", "조선중앙TV"), "paper-conference": _MEETINGS}[kind]  # fmt: skip
    if table(kind) and draw(st.booleans()):  # any of the journals' table, under any of its names
        names = tuple(form for entry in table(kind) for form in (entry.hangul, *entry.aliases) if form)
    container = draw(_pick(names))
    north = container in _DPRK_JOURNALS
    found = {"container_title": container, **_titled(draw, korean=korean)}
    news = kind in ("article-newspaper", "webpage", "broadcast")
    found |= _date(draw, whole=news, north=north or container in ("로동신문", "민주조선"))
    if kind != "broadcast" and not (news and draw(st.booleans())):
        found["authors"] = _people(draw, korean=korean)
        found["et_al"] = draw(st.integers(1, 6)) == 1
    if kind in ("article-journal", "article-magazine"):
        found |= {"issue": draw(_number)}
        if not north and draw(st.booleans()):
            found["volume"] = draw(_number)
            found["whole_number"] = _maybe(draw, _number, 4)
    if kind == "article-journal":
        found["season"] = None if north or container == "Kyo’ngje Yo’ngu" else _maybe(draw, _pick(_SEASONS[korean]), 5)
        found["doi"] = _maybe(draw, _doi, 5)
    if kind in ("article-journal", "paper-conference"):
        found["pages"] = _maybe(draw, _pages)
    found["translators"] = _people(draw, korean=korean, most=1) if _maybe(draw, st.just(1), 8) else ()
    if kind == "webpage" or _maybe(draw, st.just(1), 6):
        found["url"] = draw(_url)
        found["accessed"] = _maybe(draw, st.dates(date(2019, 1, 1), date(2019, 12, 31)).map(date.isoformat), 3)
    return found


def _book(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    korean = draw(st.booleans())
    place, publisher = draw(_pick(_PUBLISHERS))
    found: dict[str, Any] = {**_titled(draw, korean=korean), "publisher": publisher, "place": place}
    found |= _date(draw, whole=False, north=place == "평양")
    found["authors"] = _people(draw, korean=korean)
    found["et_al"] = draw(st.integers(1, 8)) == 1
    found["pages"] = _maybe(draw, _pages)
    found["edition"] = _maybe(draw, _pick(_EDITIONS[korean]), 3)
    if kind == "chapter":
        found |= {"container_title": _titled(draw, korean=korean)["title"]}
        found["editors"] = _people(draw, korean=korean, most=2)
    else:
        found["volume"] = _maybe(draw, _number, 4)
        found["translators"] = _people(draw, korean=korean, most=2) if _maybe(draw, st.just(1), 4) else ()
        if not found["translators"] and _maybe(draw, st.just(1), 4):
            found["editors"], found["authors"], found["et_al"] = found["authors"], (), False
        found["collection_title"] = _maybe(
            draw, _pick(("경제총서 4", "북한연구총서") if korean else ("Korean Studies Series",)), 6
        )
    return found


def _unpublished(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    korean = draw(st.booleans())
    found: dict[str, Any] = {**_titled(draw, korean=korean), "authors": _people(draw, korean=korean, most=2)}
    found |= _date(draw, whole=kind == "speech", north=False)
    if kind == "thesis":
        found["publisher"], found["genre"] = draw(_pick(_UNIVERSITIES))
        found |= {"pages": _maybe(draw, _pages), "authors": found["authors"][:1]}
    elif kind == "report":
        found["publisher"] = draw(_pick(_SOUTH_BODIES))
        found["genre"] = _maybe(draw, _pick(("연구보고서", "정책보고서")))
        found["pages"] = _maybe(draw, _pages)
    elif kind == "dataset":
        found["publisher"], found["url"] = draw(_pick(_SOUTH_BODIES)), draw(_url)
    else:
        found["genre"] = draw(_pick(("연설", "보고", "담화") if korean else ("speech",)))
        found["event"] = (
            _maybe(draw, _pick(("조선로동당 제8차대회", "최고인민회의 제14기 제7차회의"))) if korean else None
        )
    return found


def _law(draw: st.DrawFn, _kind: str) -> dict[str, Any]:
    found = _date(draw, whole=True, north=False) | {"url": _maybe(draw, _url, 4), "pages": _maybe(draw, _pages, 6)}
    form = draw(st.integers(1, 4))
    if form == 1:
        return {"authority": draw(_pick(("UN Security Council", "UN General Assembly"))), "genre": "Resolution",
                "number": draw(st.integers(1000, 2400).map(str)), "year": found["year"]}  # fmt: skip
    if form == 2:
        genre, number = draw(_pick(("법률", "대통령령"))), str(draw(st.integers(100, 19999)))
        return found | {"title": draw(_pick(_SEOUL_LAWS)), "genre": genre, "number": number,
                        "event": _maybe(draw, _pick(("제정", "개정", "일부개정")))}  # fmt: skip
    if form == 3:
        return {
            "url": found["url"],
            "title": draw(_pick(_LAWS + _SEOUL_LAWS)),
            "locator": f"제{draw(st.integers(1, 160))}조",
        }
    authority, genre = draw(_pick(_DECREES))
    found |= {"authority": authority, "genre": genre, "number": str(draw(st.integers(1, 3200)))}
    found |= {"title": _maybe(draw, _pick(_LAWS)), "event": _maybe(draw, _pick(("채택", "수정보충")))}
    return found | ({"juche_year": found["year"] - 1911} if draw(st.booleans()) else {})


def _case(draw: st.DrawFn, _kind: str) -> dict[str, Any]:
    authority, number, genre = draw(_pick(_COURTS))
    section = _maybe(draw, st.just("전원합의체")) if authority == "대법원" else None
    return _date(draw, whole=True, north=False) | {
        "url": _maybe(draw, _url, 4), "authority": authority, "number": number, "genre": genre, "section": section,
        "event": _maybe(draw, st.just("선고"))}  # fmt: skip


_MAKERS: dict[str, Callable[[st.DrawFn, str], dict[str, Any]]] = {
    **dict.fromkeys(("book", "chapter"), _book),
    **dict.fromkeys(("thesis", "report", "speech", "dataset"), _unpublished),
    "legislation": _law,
    "legal_case": _case,
}


@st.composite
def works(draw: st.DrawFn, kind: str | None = None) -> Citation:
    """A work of one type, or of any, with the fields that notes give such works."""
    chosen = kind or draw(_pick(TYPES))
    found = _MAKERS.get(chosen, _serial)(draw, chosen)
    lead = _maybe(draw, _pick(("See", "For more, see", "에서 재인용")), 10)
    return Citation(type=chosen, lead_in=lead, **{name: value for name, value in found.items() if value is not None})
