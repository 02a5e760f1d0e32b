"""The words that wide_works puts its records together from: names, titles, hosts and houses in four scripts."""

from __future__ import annotations

__all__ = [
    "BODIES", "COURTS", "DECREES", "DEGREES", "EDITIONS", "HANJA", "JOURNALS", "KOREAN_TITLES",
        "LATIN_TITLES", "LAWS",
    "MAGAZINES", "MEETINGS", "NEWS", "NORTHERN", "PRESSES", "PROGRAMMES", "REPORTS", "ROMANIZED", "SEASONS", "SERIES",
    "SITES", "SOUTHERN", "SPEECHES", "TOPICS", "TREATIES", "WESTERN",
]  # fmt: skip

NORTHERN = (
    "최영옥",
    "리순철",
    "김명국",
    "황한욱",
    "량은정",
    "렴태준",
    "로광수",
    "장금주",
    "정영남",
    "한성일",
    "강철민",
    "류혜경",
)
SOUTHERN = (
    "홍민",
    "이정철",
    "남궁민수",
    "박영자",
    "양문수",
    "최대석",
    "윤인주",
    "정은이",
    "서재진",
    "임을출",
    "이우영",
    "선우현",
)
WESTERN = (
    "Robert Carlin", "Rachel Minyoung Lee", "Rüdiger Frank", "Andrei Lankov", "Stephan Haggard", "Suzy Kim",
    "Charles K. Armstrong", "B. R. Myers", "Balázs Szalontai", "Sung Chull Kim", "Andre Schmid",
        "Marie-Orange Rivé-Lasan",
)  # fmt: skip

TOPICS = (
    "대외무역", "자립적민족경제", "계획경제", "농업생산", "과학기술", "기업관리", "가격", "지방공업",
        "인민생활", "시장화", "도시",
    "헌법", "언론", "주체문학", "예술영화", "력사교육", "녀성정책", "국경무역", "관광", "핵협상", "남북관계",
        "개성공단", "전력공업",
    "림업", "수산업", "체신", "철도운수", "화페류통", "재정금융", "국토관리", "보건의료",
)  # fmt: skip
KOREAN_TITLES = (
    "{a}의 변화", "{a}와 {b}", "{a}에서 {b}이 가지는 의의", "{a}을 발전시키는데서 나서는 중요한 문제",
        "{a}, {b}, 그리고 사회",
    "{a}: {b}를 중심으로", "{a}에 관한 연구 - {b}를 중심으로", "{a}, 어디로 가는가?", "‘{a}’와 {b}의 특징",
        "{a}({b})의 구조",
    "김정은 시대의 {a}, 2012-2021", "1990년대 {a}와 {b}", "{a}·{b}의 역할", "새로 쓴 {a} 이야기", "{a} 연구",
        "{a}론", "{a}의 리해",
    "{a} 50년사", "{a} 총람 2019", "제7차 당대회 이후의 {a}", "{a}과 “{b}”", "우리 식 {a}의 본질에 대하여",
        "{a}!", "{a} 백문백답",
)  # fmt: skip
LATIN_TITLES = (
    "Trade in North Korea", "Famine, Aid, and Markets", "The Real North Korea: Life and Politics",
        "Is Reform Possible?",
    "Under the Loyal Care of the Leader", "“Socialism” and Its Discontents", "Building Kaesong, 2004-2016",
    "Pyongyang between the Wars, 1931–45", "Korea 1945", "A Capitalist in the DPRK", "Women's Work and the State",
    "Why Did It Not Collapse?", "Notes on the Third Seven-Year Plan", "From Soviet Aid to Self-Reliance",
    "Report on the Border Economy", "The Korean War: A History", "Cities of the Plain", "No Friend but Seoul!",
    "Science/Technology Policy", "War and Peace on the Peninsula, 1950–1953", "Law and Order",
        "Map of a Divided Nation",
)  # fmt: skip
ROMANIZED = (
    ("Han'guk ŭi ch'ŏrhak", "한국의 철학", "Korean Philosophy"),
    ("Pukhan ŭi munhak", "북한의 문학", "North Korean Literature"),
    ("Chosŏn kyŏngjesa", "조선경제사", "An Economic History of Korea"),
    ("T'ongil chŏngch'aek ŭi pyŏnhwa", "통일정책의 변화", "Changes in Unification Policy"),
    ("Haebang chŏnsa ŭi insik", "해방전사의 인식", "Understanding the History before Liberation"),
    ("Chosŏn t'ongsa", "조선통사", "A General History of Korea"),
    ("Yŏksa kyoyuk 40-yŏn", "력사교육 40년", "Forty Years of Teaching History"),
)
HANJA = ("朝鮮經濟史", "韓國의 民族運動", "北韓 農業政策의 硏究", "朝鮮社會經濟史", "南北韓 關係의 展開")

JOURNALS = {
    "KP": ("경제연구", "력사과학", "사회과학원학보", "김일성종합대학학보", "정치법률연구", "조선어문",
        "조선고고연구", "철학연구", "Kyo’ngje Yo’ngu",
           "근로자", "기술혁신", "조선예술"),
    "KR": ("현대북한연구", "북한연구학회보", "국제정치논총", "통일정책연구", "역사비평", "한국정치학회보",
        "동북아법연구", "평화학연구",
           "사회와 역사", "여성과 평화", "북한법연구", "수은북한경제", "아세아연구"),
    "en": ("Journal of Korean Studies", "Asian Survey", "Korean Studies", "North Korean Review", "Pacific Affairs",
           "Asia-Pacific Journal: Japan Focus", "Cold War History", "Critical Asian Studies", "Sijo Quarterly"),
}  # fmt: skip
MAGAZINES = {
    "KP": ("천리마", "조선녀성", "청년문학", "조선문학", "금수강산", "등대"),
    "KR": ("월간조선", "신동아", "월간말", "민족21", "주간동아"),
    "en": ("Foreign Policy", "The Economist", "Far Eastern Economic Review"),
}  # fmt: skip
NEWS = {
    "KP": ("로동신문", "민주조선", "조선중앙통신", "조선중앙통신사", "청년전위", "평양신문"),
    "KR": ("한겨레", "경향신문", "연합뉴스", "통일뉴스", "동아일보", "통일일보"),
    "en": ("Rodong Sinmun", "KCNA", "The New York Times", "Pyongyang Times", "Yonhap", "Reuters", "Korea Herald"),
}  # fmt: skip
SITES = {
    "KP": ("우리민족끼리", "조선의 오늘", "류경"),
    "KR": ("데일리NK", "통일부 북한정보포털", "서울평양뉴스"),
    "en": ("38 North", "NK News", "Beyond Parallel", "NK Leadership Watch", "Sino-NK"),
}  # fmt: skip
PROGRAMMES = {
    "KP": ("조선중앙텔레비죤", "조선중앙방송", "조선중앙TV"),
    "KR": ("KBS", "MBC 뉴스데스크", "KBS 남북의 창"),
    "en": ("BBC", "NHK", "CNN"),
}
PRESSES = {
    "KP": (("평양", "사회과학출판사"), ("평양", "조선로동당출판사"), ("평양", "과학백과사전출판사"),
        ("평양", "과학, 백과사전출판사"),
           ("평양", "외국문출판사"), (None, "김일성종합대학출판사"), ("평양", "문학예술종합출판사"),
           (None, "금성청년출판사"), ("평양", "외국문종합출판사")),
    "KR": (("서울", "창비"), ("파주", "한울"), ("서울", "역사비평사"), ("서울", "통일연구원"), ("서울", "길"),
        (None, "문학사상"),
           ("서울", "선인"), ("파주", "돌베개"), ("서울", "통일일보"), ("서울", "바람과물"),
           ("대구", "영남대학교 출판부"), (None, "앨피")),
    "en": (("Ithaca", "Cornell University Press"), ("London", "Routledge"), ("Seoul", "KINU"),
        ("Honolulu", "University of Hawai'i Press"),
           ("Cambridge, MA", "Harvard University Press"), ("New York", "Norton"),
           ("Washington, DC", "Brookings Institution Press"),
           ("Pyongyang", "Foreign Languages Publishing House"), ("Leiden", "Brill"),
           ("Lanham", "Rowman & Littlefield")),
}  # fmt: skip
BODIES = {
    "KP": ("사회과학원 경제연구소", "조선로동당 중앙위원회 선전선동부", "중앙통계국"),
    "KR": ("통일연구원", "한국은행", "한국개발연구원", "대외경제정책연구원", "국가안보전략연구원", "통계청",
        "국회입법조사처", "KDI"),
    "en": ("KINU", "RAND Corporation", "Congressional Research Service", "World Food Programme",
        "US-Korea Institute at SAIS",
           "International Crisis Group", "KIEP"),
}  # fmt: skip
REPORTS = {
    "KP": (("보고서", None),),
    "KR": (("연구보고서", "17-08"), ("정책연구", "2020-14"), ("이슈브리프", "128"), ("이슈와 논점", "1533"),
        ("연구자료", "16-05"), (None, None),
           ("보도자료", None), ("현안과 과제", "14-12"), ("온라인시리즈", "CO 20-14")),
    "en": (("Working Paper", "12"), ("CRS Report", "RL34256"), ("issue brief", None),
        ("Policy Brief", "17-8"), ("Special Report", "106"),
           (None, None), ("white paper", None), ("Discussion Paper", "2019-03")),
}  # fmt: skip
SERIES = {
    "KP": ("조선사회과학학술집 12", "불멸의 력사", "불멸의 향도", "경제총서 4", "주체문학전서"),
    "KR": ("북한연구총서", "통일교육총서 3", "민족문화총서", "KINU 연구총서 12-02", "창비신서 24",
        "역비한국학연구총서 31"),
    "en": ("Korean Studies Series", "Harvard East Asian Monographs 45",
        "Studies of the Weatherhead East Asian Institute",
           "KINU Study Series 12-02", "Critical Asian Scholarship", "Occasional Papers 7"),
}  # fmt: skip
EDITIONS = {
    "KP": ("증보판", "제2판"),
    "KR": ("개정판", "개정증보판", "3판", "초판 1쇄", "제3개정판", "전면개정판"),
    "en": ("2nd ed.", "rev. ed.", "third edition", "updated ed."),
}  # fmt: skip
DEGREES = {
    "KP": (("김일성종합대학", "박사학위론문"), ("김책공업종합대학", "석사학위론문")),
    "KR": (("서울대학교", "박사학위논문"), ("북한대학원대학교", "석사학위논문"), ("이화여자대학교", "박사학위논문")),
    "en": (("Harvard University", "PhD diss."), ("University of Chicago", "master’s thesis"),
        ("SOAS University of London", "PhD thesis")),
}  # fmt: skip
MEETINGS = {
    "KP": ("전국사회과학토론회 론문집", "사회과학부문 과학토론회 론문집"),
    "KR": ("북한연구학회 춘계학술회의 자료집", "한국정치학회 연례학술대회", "제3회 세계북한학 학술대회",
        "통일연구원 국제학술회의"),
    "en": ("Proceedings of the Forum on Korean Studies", "Annual Meeting of the Association for Asian Studies",
           "Proceedings of the 5th World Congress of Korean Studies"),
}  # fmt: skip
SPEECHES = {
    "KP": (("조선로동당 제8차대회", "보고"), ("최고인민회의 제14기 제7차회의", "시정연설"),
        ("전국농업부문분조장대회 참가자들", "서한"), (None, "담화"),
           ("조선로동당 중앙위원회 제7기 제3차전원회의", "결론"), (None, "신년사"),
           ("제4차 세포비서대회", "연설"), (None, "로작")),
    "KR": (("광복절 경축식", "연설"), (None, "강연"), ("제74차 유엔총회", "기조연설")),
    "en": (("the Eighth Congress of the WPK", "report"), ("the Third Plenum", "speech"), (None, "remarks"),
        ("Kim Il Sung University", "lecture"),
           ("UN General Assembly", "speech"), (None, "keynote speech"), (None, "policy speech")),
}  # fmt: skip
DECREES = (
    ("최고인민회의 상임위원회", "정령"), ("최고인민회의", "법령"), ("최고인민회의 상설회의", "결정"),
        ("내각", "결정"), ("국방위원회", "명령"),
    ("중앙인민위원회", "정령"), ("국무위원회", "정령"), ("정무원", "결정"), ("최고인민회의", "결정"),
        ("최고인민회의 상임위원회", "결정"),
)  # fmt: skip
LAWS = {
    "KP": ("조선민주주의인민공화국 무역법", "조선민주주의인민공화국 경제개발구법",
        "조선민주주의인민공화국 사회주의헌법", "기업소법", "사회주의헌법", "농장법"),
    "KR": ("남북관계 발전에 관한 법률", "북한인권법", "민법", "남북교류협력에 관한 법률 시행령",
        "개성공업지구 지원에 관한 법률"),
    "en": ("Socialist Constitution of the DPRK", "Foreign Trade Law", "Law on Economic Development Zones"),
}  # fmt: skip
TREATIES = (
    ("조선민주주의인민공화국과 로씨야련방사이의 포괄적인 전략적동반자관계에 관한 조약", "체결"),
        ("조중우호협조 및 호상원조에 관한 조약", "조인"),
    ("한반도의 비핵화에 관한 공동선언", "발효"),
        ("Treaty on the Non-Proliferation of Nuclear Weapons", "opened for signature"),
    ("Agreed Framework between the United States of America and the DPRK", "signed"),
        ("Armistice Agreement", "signed"),
    ("남북사이의 화해와 불가침 및 교류·협력에 관한 합의서", "채택"), ("판문점선언", None),
)  # fmt: skip
COURTS = (
    ("대법원", "2003도758", "판결"), ("헌법재판소", "89헌가113", "결정"), ("헌재", "92헌바6", "결정"),
        ("서울고등법원", "2014노762", "판결"),
    ("서울행정법원", "2016구합54321", "판결"), ("대법원", "2010도1189", "판결"),
        ("수원지방법원", "2019고합12", "판결"),
)  # fmt: skip
SEASONS = {
    "KP": ("상반기", "하반기"),
    "KR": ("봄", "여름", "가을", "겨울", "봄·여름"),
    "en": ("Spring", "Winter", "Fall", "Spring/Summer"),
}
