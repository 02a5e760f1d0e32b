"""Hypothesis strategies of citations: sober ones as a parser gives them, and hostile ones."""

from __future__ import annotations

from hypothesis import strategies as st

from juche_toolkit.citation.model import Citation

TYPES = (
    "article-journal", "article-newspaper", "article-magazine", "book", "chapter", "thesis", "report",
    "paper-conference", "webpage", "speech", "legislation", "legal_case", "broadcast", "dataset",
)  # fmt: skip

KOREAN_NAMES = ("최영옥", "리순철", "김명국", "황한욱", "김일성", "남궁민수", "장금주")
WESTERN_NAMES = ("Robert Carlin", "Rachel Minyoung Lee", "Haggard, Stephan", "Kim, Minsu", "Rüdiger Frank")
BODIES = ("사회과학원 경제연구소", "조선로동당출판사", "통일연구원")

TITLES = (
    "실리를 보장할수 있도록 대외무역전략을 세우는데서 나서는 중요한 문제",
    "주체적립장은 대외경제발전의 주요담보",
    "북한의 시장화: 제도와 현실",
    "North Korea Makes a Still More Conservative Turn at Party Plenum",
    "The Economy of the North",
    "Han'guk ŭi ch'ŏrhak",
    "A & B: 50% of {all} $ #1_x ~ ^ \\ “quoted”",
    "무엇을 할것인가?",
)
HOSTILE = st.text(
    st.one_of(
        st.sampled_from(
            "{}\\%$&#_~^\"'`-,;:@=<>[]()|\n\r\t\v\f\x00\x01\x1d\x1e\x1f\x85\u2028\ufeff\ufffe\ud800\udfff "
        ),
        st.sampled_from("가각힣ㄱ\u1100\u1161\u11a8漢あé\u0301\u0306\u200b\u202eabzAZ09"),
        st.characters(),
    ),
    max_size=40,
)


def _text(values: st.SearchStrategy[str], hostile: bool) -> st.SearchStrategy[str | None]:
    found = st.one_of(st.none(), values)
    return st.one_of(found, HOSTILE) if hostile else found


@st.composite
def citations(draw: st.DrawFn, *, hostile: bool = False) -> Citation:
    """A citation with any of the fields; with `hostile`, any text in any of them, empty ones included."""

    def text(*values: str) -> str | None:
        return draw(_text(st.sampled_from(values), hostile))

    names = st.sampled_from(KOREAN_NAMES + WESTERN_NAMES + BODIES)
    people = st.lists(st.one_of(names, HOSTILE) if hostile else names, max_size=3, unique=True).map(tuple)
    year = draw(st.one_of(st.none(), st.integers(1900, 2030), *([st.integers(-5, 20000)] if hostile else [])))
    month = draw(st.one_of(st.none(), st.integers(1, 12))) if year is not None else None
    printed = draw(
        st.one_of(HOSTILE, st.just("최영옥, “제목,” Kyo’ngje Yo’ngu 4, (2013).")) if hostile else st.just("a note")
    )
    return Citation(
        text=printed,
        type=draw(st.one_of(st.none(), st.sampled_from(TYPES))),
        authors=draw(people),
        editors=draw(people),
        translators=draw(people),
        et_al=draw(st.booleans()),
        title=text(*TITLES),
        title_vernacular=text("한국의 철학"),
        translated_title=text("History of the Korean Economy", "조선경제사"),
        container_title=text("경제연구", "Kyo’ngje Yo’ngu", "국제정치논총", "38 North", "로동신문", "Foreign Affairs"),
        collection_title=text("경제총서 4", "Korean Studies"),
        publisher=text("사회과학출판사", "창비", "University of Hawai'i Press"),
        place=text("평양", "서울", "Honolulu"),
        edition=text("증보판", "제2판", "2nd ed."),
        volume=text("24", "제2"),
        issue=text("4", "3-4"),
        whole_number=text("188"),
        year=year,
        month=month,
        day=draw(st.one_of(st.none(), st.integers(1, 28))) if month is not None else None,
        season=text("봄", "하반기", "Winter"),
        juche_year=draw(st.one_of(st.none(), st.just((year or 2013) - 1911))),
        pages=text("12-30", "7", "12, 15-18"),
        locator=text("제3장"),
        url=text("https://www.38north.org/2023/01/a_b/?q=%ED%95%9C&x=1#top", "https://example.org/a;b"),
        accessed=text("2023-01-05"),
        doi=text("10.5392/JKCA.2020.20.09.169"),
        isbn=text("978-89-364-7000-0"),
        authority=text("최고인민회의 상임위원회", "국회"),
        genre=text("박사학위논문", "석사학위논문", "정령", "PhD diss."),
        number=text("366"),
        event=text("수정보충", "제20회 학술대회"),
        session=text("12기 7차"),
        section=text("D편"),
        lead_in=text("For more, see", "자세한 것은"),
    )
