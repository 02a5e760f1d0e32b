"""Names of foreigners written in Hangul: told from titles of two or three words by the table and by their syllables."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import regex

from juche_toolkit.tables import packaged_text, read_rows

__all__ = ["is_foreign_name", "is_turned_name"]

_TABLE = "foreign_names.tsv"
_WORD = regex.compile(r"\p{Hangul}{1,8}+")
_INITIAL = regex.compile(r"(?:\p{Lu}\.\s?)+")
_SYLLABLE = regex.compile(
    "[마만말맘망매맥맨퇴췌튀쾰됭뵈뵐푀외욀뷘쥐취빅팀팅탱쿡쿼퀘쉘셜숀셴쑨쓰쯔캬캘켓콰쾌킵킷탁탭텍토톡투튜펫펙퓌퓨핑핫핸햄헵혼훼흄힐브스르크트츠즈프드클플블글흐슈쉬셔셰쇼쿠쿤코콘콜콥커컨컬컴케켄켈켐킨킬킹키캐캔캠칸칼카타탈탄탐터턴텔테텐톤톨톰튼티틴틸틀파팔퍼펄페펠펜포폰폴푸풀피핀필"
    "퀴쾨뢰뤼뮐뷔귄괴베벤벨벡렌렐렉렘렛레릭린링림릴리룬룸룬로롭롤롬론라랄란람랑래랜러럴럼럿루룰르를네넬넥노놀누니닉닌닐님더덜던데덴델도돈돌두드디딕딘딜딩머멀메멘멜멩모몬몰몽무뮈미밀밍바발반방버번벌보본볼봄부뷰비빈빌빙뱅사산살새샌샐서선설세센셀셍소손솔수순쉐슨슬시신실심싱아안알암앙애앤앨야어언얼에엔엘엠엥오온올옹와왓요욘우운울워월웨웬웰위윈윌윗유융이인일잉자잔장잭저제젠젤조존졸주준쥘지진질짐차찬챈처천체첸초추치친칠호홀홉홈후훈휘휴히힌힐하한할함해허헌헤헨헬]++"
)
"""The syllables that foreign names are written with, and little of Korean words."""
_STRONG = regex.compile(
    "[마만말맘망매맥맨퇴췌튀쾰됭뵈뵐푀욀뷘팅탱쿡쿼퀘쉘셜숀셴쑨쯔캬캘켓콰킷펫퓌퓨핸햄헵휀흄브르크츠즈프흐쉬셔셰쿤콥컨컬케켄켈켐킨킹캐캠터턴텔텐톤톰튼틴틸틀퍼펠펜폰폴퀴쾨뢰뤼뮐뷔귄괴벤벨벡렌렐렉렘렛릭롭롬랜럴럼럿닉넬넥멀멩뮈뱅샌샐셍쉐앤앨엘엠엥왓웬웰윈윌잭젠젤쥘챈첸헨헬]|스$|슨$|먼$|프$|코프$|스키$|니아$"
)
"""Syllables that hardly stand in a Korean word, and endings of family names."""


_JAPANESE = regex.compile(
    "[타츠토트티아이우에오가기구게고카키쿠케코사시스세소자지즈제조다치쓰테토데도나니누네노하히후헤호바비부베보파피푸페포마미무메모야유요라리루레로와겐신준쇼쇄쇠교쿄류료규큐슈주추뉴무한안온산센간만]++"
)
"""The syllables of Japanese names."""
_KOREAN = regex.compile("[학론국경법민북년식술적혁명권력평통역업협념활급쟁격책습득은는을를정화회문전동성의과와시대상]")
"""Syllables of Korean nouns and particles, which the spelling of foreign names has no use for."""
_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유홍전고문손양배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반라리"
)
"""Korean family names that may stand behind a given name: 빅터 차, 수키 김."""


@cache
def _parts() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for _, row in read_rows(packaged_text("citation", _TABLE).splitlines(), name=_TABLE):
        found.setdefault(row["part"], set()).add(row["form"])
    return MappingProxyType({part: frozenset(forms) for part, forms in found.items()})


def is_foreign_name(text: str) -> bool:
    """Whether Hangul surely is a foreigner's name.

    foreign name := given family-like+ | initial+ family | Japanese family given | family of one known by it alone
    """
    table = _parts()
    if " " not in text and "-" not in text and "·" not in text:
        return text in table["whole"] or (len(text) > 1 and text in table["family"])
    bare = _INITIAL.sub("", text).strip()
    words = bare.replace("-", " ").replace("·", " ").split()
    if not 1 <= len(words) <= 4 or not all(_WORD.fullmatch(word) for word in words):
        return False
    first, last = words[0], words[-1]
    if len(words) == 1:
        return last in table["family"] or _sounds_foreign(last)
    if len(words) == 2 and first in table["jp-family"] and (last in table["jp-given"] or _SYLLABLE.fullmatch(last)):
        return last in table["jp-given"] or last[-1] in "코키오시로미히토지루노"
    if len(words) == 2 and 2 <= len(first) <= 5 and all(_JAPANESE.fullmatch(word) for word in words):
        ends = last in table["jp-given"] or (len(last) > 2 and last[-1] in "코키오시로미히토지루노카야타스나가")
        if len(first) > 2 and len(last) > 2:
            return True
        if ends and (len(first) + len(last) > 4 or first in table["jp-family"]):
            return True
    if first in table["given"]:
        if len(words) == 2 and len(last) == 1:
            return len(first) > 1 and last in _SURNAMES
        return last in table["family"] or last in table["given"] or all(_fits(word) for word in words[1:])
    if all(_sounds_foreign(word) and len(word) > 2 for word in words):
        return True
    return last in table["family"] and all(_sounds_foreign(word) or word in table["family"] for word in words[:-1])


def is_turned_name(family: str, given: str, *, known: bool = False) -> bool:
    """Whether two stretches of Hangul that a comma parts are one foreigner, family name first: `커밍스, 브루스`.

    With `known`, only where the table has the first as a family name and the second as a given name and as no other.
    """
    table = _parts()
    if " " in family or len(family) < 2 or (given in table["family"] and (known or given not in table["given"])):
        return False
    if known and (family not in table["family"] or given not in table["given"]):
        return False
    return is_foreign_name(f"{given} {family}")


def _fits(word: str) -> bool:
    """Whether a word behind a given name may be the name's next part."""
    return len(word) > 1 and (_SYLLABLE.fullmatch(word) is not None or not _KOREAN.search(word))


def _sounds_foreign(word: str) -> bool:
    """Whether a word has the syllables of no Korean one."""
    return _SYLLABLE.fullmatch(word) is not None and _STRONG.search(word) is not None
