"""Three hundred works of all types, northern, southern and Western, with the fields that notes print for each."""

from __future__ import annotations

import random

from juche_toolkit import Citation, parse_notes

from .strategies import TYPES

PERSONS = {
    "KP": ("최영옥", "리순철", "김명국", "황한욱", "리창혁", "장금주", "강철민", "정영남", "한성일", "량은정"),
    "KR": ("홍민", "이정철", "남궁민수", "박영자", "양문수", "최대석", "윤인주", "정은이", "서재진", "임을출"),
    "en": ("Robert Carlin", "Rachel Minyoung Lee", "Haggard, Stephan", "Rüdiger Frank", "Andrei Lankov", "Peter Ward"),
}
TITLES = {
    "KP": (
        "실리를 보장할수 있도록 대외무역전략을 세우는데서 나서는 중요한 문제", "주체적립장은 대외경제발전의 주요담보",
        "경제강국건설에서 과학기술이 노는 역할", "사회주의기업책임관리제의 본질", "농업생산을 늘이기 위한 방도",
        "《자력갱생》의 기치를 높이 들고 나아가자", "지식경제시대와 인재",
    ),
    "KR": (
        "북한의 시장화: 제도와 현실", "김정은 시대 경제정책의 변화", "남북경협의 과제와 전망", "장마당 세대의 의식 연구",
        "북한 무역 통계의 재구성: 1990~2015", "탈북민 100명에게 묻다", "북한의 ‘우리식 경제관리방법’",
    ),
    "en": (
        "North Korea Makes a Still More Conservative Turn at Party Plenum", "The Economy of the North: 50% & More",
        "Marketization and Its Limits", "A Tale of #2 Economies", "Famine in North Korea: Markets, Aid, and Reform",
    ),
}  # fmt: skip
HOSTS = {
    "article-journal": {"KP": ("경제연구", "철학연구", "Kyo’ngje Yo’ngu"), "KR": ("국제정치논총", "현대북한연구"), "en": ("Asian Survey",)},
    "article-newspaper": {"KP": ("로동신문", "민주조선", "Rodong Sinmun"), "KR": ("한겨레", "동아일보"), "en": ("The New York Times",)},
    "article-magazine": {"KP": ("천리마", "조선녀성"), "KR": ("신동아", "월간조선"), "en": ("Foreign Policy",)},
    "chapter": {"KP": ("조선경제사",), "KR": ("북한의 경제", "통일의 길: 이론과 실제"), "en": ("The Handbook of North Korea",)},
    "paper-conference": {"KP": ("사회과학토론회 론문집",), "KR": ("북한연구학회 학술대회 자료집",), "en": ("Proceedings of the Forum",)},
    "webpage": {"KP": ("우리민족끼리",), "KR": ("데일리NK",), "en": ("38 North",)},
    "broadcast": {"KP": ("조선중앙텔레비죤", "조선중앙방송"), "KR": ("KBS",), "en": ("CNN",)},
}  # fmt: skip
PRESSES = {
    "KP": ("사회과학출판사", "조선로동당출판사", "김일성종합대학출판사"),
    "KR": ("창비", "한울", "통일연구원"),
    "en": ("Cornell University Press", "Routledge", "University of Hawai'i Press"),
}
PLACES = {"KP": ("평양",), "KR": ("서울", "파주"), "en": ("Ithaca", "Honolulu", "London")}
EDITIONS = {
    "KP": ("증보판", "제2판"),
    "KR": ("개정증보판", "개정 2판", "초판 1쇄"),
    "en": ("2nd ed.", "revised edition"),
}
SCHOOLS = {"KP": "김일성종합대학", "KR": "서울대학교", "en": "Columbia University"}
DEGREES = {"KP": "박사학위론문", "KR": "석사학위논문", "en": "PhD diss."}
BODIES = {"KP": "최고인민회의 상임위원회", "KR": "국회", "en": "United Nations Security Council"}
NOTES = """\
최영옥, “실리와 무역,” Kyo’ngje Yo’ngu 4, (2013).
리순철, 《경제관리의 리해》, 사회과학출판사, 주체98(2009)년, 12~15페지
홍민, 「북한의 시장화」, 『현대북한연구』 제12권 제3호 (2010), 12-30쪽.
Robert Carlin and Rachel Minyoung Lee, “North Korea Makes a Turn,” 38 North, January 5, 2023, https://www.38north.org/2023/01/x/.
“사설,” 로동신문, 주체104(2015)년 1월 1일.
박영자, 『북한 여자』(서울: 앨피, 2017), p.46.
Kim, Minsu. *Han'guk ŭi munhak* 한국의 문학 [Korean Literature]. Sŏul: Ch'angbi, 2004.
최고인민회의 상임위원회 정령 제366호, 주체98(2009)년 10월 19일
"""
"""Notes of our own making, in the families that the parser reads."""


def works() -> list[Citation]:
    """Twenty-one works of each type, and those that the notes above cite."""
    lot = random.Random(1912)  # noqa: S311 - a sample, not a secret
    made = [_work(kind, side, lot) for kind in TYPES for side in ("KP", "KR", "en") for _ in range(7)]
    return made + list(parse_notes(NOTES).citations)


def _work(kind: str, side: str, lot: random.Random) -> Citation:
    year = lot.randint(1955, 2024)
    fields: dict[str, object] = {
        "type": kind,
        "title": lot.choice(TITLES[side]),
        "year": year,
        "text": "A note that cites it.",
        "authors": tuple(lot.sample(PERSONS[side], lot.choice((1, 1, 2, 3)))),
    }
    if side == "KP":
        fields["juche_year"] = year - 1911
    if side != "en" and lot.random() < 0.3:
        fields["translated_title"] = "On the Economy of the Country"
    if lot.random() < 0.1:
        fields["et_al"] = True
    if lot.random() < 0.1:
        fields["lead_in"] = "For more, see" if side == "en" else "자세한 것은"
    _MAKERS.get(kind, _other)(fields, kind, side, lot)
    if not fields["authors"]:
        fields.pop("et_al", None)
    return Citation(**fields)  # type: ignore[arg-type]


def _host(fields: dict[str, object], kind: str, side: str, lot: random.Random) -> None:
    fields["container_title"] = lot.choice(HOSTS[kind][side])


def _journal(fields: dict[str, object], kind: str, side: str, lot: random.Random) -> None:
    _host(fields, kind, side, lot)
    fields["issue"] = str(lot.randint(1, 4))
    if side != "KP":
        fields["volume"] = str(lot.randint(1, 60))
    if lot.random() < 0.4:
        fields["whole_number"] = str(lot.randint(100, 300))
    if lot.random() < 0.7:
        first = lot.randint(1, 90)
        fields["pages"] = f"{first}-{first + lot.randint(1, 30)}" if lot.random() < 0.7 else str(first)
    if side == "KR" and lot.random() < 0.3:
        fields |= {"publisher": "북한연구학회", "season": "봄"}
    if lot.random() < 0.3:
        fields["doi"] = f"10.5392/JKCA.{lot.randint(2000, 2024)}.20.09.{lot.randint(100, 999)}"


def _dated(fields: dict[str, object], kind: str, side: str, lot: random.Random) -> None:
    _host(fields, kind, side, lot)
    fields["month"] = lot.randint(1, 12)
    if kind != "article-magazine":
        fields["day"] = lot.randint(1, 28)
    if kind in ("webpage", "broadcast") or lot.random() < 0.2:
        fields |= {"url": f"https://example.org/{lot.randint(1, 999)}/a_b?q=%ED%95%9C&x=1", "accessed": "2023-01-05"}
    if lot.random() < 0.2:
        fields["authors"] = ()


def _book(fields: dict[str, object], _: str, side: str, lot: random.Random) -> None:
    fields |= {"publisher": lot.choice(PRESSES[side]), "place": lot.choice(PLACES[side])}
    if lot.random() < 0.3:
        fields["collection_title"] = {"KP": "경제총서 4", "KR": "북한학총서 12", "en": "Studies of Korea 3"}[side]
    if lot.random() < 0.4:
        fields["edition"] = lot.choice(EDITIONS[side])
    if lot.random() < 0.3:
        fields["isbn"] = "978-89-364-7038-8"
    if lot.random() < 0.3:
        fields["editors"] = (PERSONS[side][5],)
    if side == "KR" and lot.random() < 0.4:
        fields["translators"] = (PERSONS[side][6],)
    if lot.random() < 0.3:
        fields["volume"] = str(lot.randint(1, 12))
    if lot.random() < 0.5:
        fields["pages"] = str(lot.randint(1, 400))


def _part(fields: dict[str, object], kind: str, side: str, lot: random.Random) -> None:
    _book(fields, kind, side, lot)
    _host(fields, kind, side, lot)
    fields["pages"] = "33-58"
    if kind == "paper-conference":
        fields["event"] = {"KP": "전국사회과학토론회", "KR": "제20회 학술대회", "en": "Annual Forum"}[side]


def _thesis(fields: dict[str, object], _: str, side: str, lot: random.Random) -> None:
    fields |= {"publisher": SCHOOLS[side], "genre": DEGREES[side]}
    fields["authors"] = (lot.choice(PERSONS[side]),)


def _law(fields: dict[str, object], kind: str, side: str, lot: random.Random) -> None:
    fields |= {"authority": BODIES[side], "number": str(lot.randint(1, 3000)), "authors": ()}
    fields |= {"month": lot.randint(1, 12), "day": lot.randint(1, 28)}
    if side == "KP":
        fields |= {"genre": "정령", "event": "수정보충"}
    if side == "KR" and kind == "legal_case":
        fields["section"] = "D편"
    if lot.random() < 0.4:
        fields["locator"] = "제3장 제12조" if side != "en" else "sec. 3"
    if lot.random() < 0.2:
        fields["session"] = "12기 7차"


def _other(fields: dict[str, object], _: str, side: str, lot: random.Random) -> None:
    fields["publisher"] = lot.choice(PRESSES[side])
    if lot.random() < 0.5:
        fields |= {"month": lot.randint(1, 12), "day": lot.randint(1, 28)}
    if lot.random() < 0.3:
        fields["url"] = f"https://example.org/data/{lot.randint(1, 999)}"
    if lot.random() < 0.3:
        fields["number"] = f"{lot.randint(1, 30)}"


_MAKERS = {
    "article-journal": _journal, "article-newspaper": _dated, "article-magazine": _dated, "webpage": _dated,
    "broadcast": _dated, "book": _book, "chapter": _part, "paper-conference": _part, "thesis": _thesis,
    "legislation": _law, "legal_case": _law,
}  # fmt: skip
