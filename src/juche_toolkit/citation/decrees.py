"""Decrees of the North and what becomes of laws: the body, the kind of act, its number, its date, in any of their orders."""

from __future__ import annotations

import re
from functools import cache

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.kinds import periodical
from juche_toolkit.citation.words import alternatives, words

__all__ = [
    "BODY_SIGN",
    "DATE",
    "ENGLISH_DAY",
    "LAW_NAME",
    "LAW_TITLE",
    "OCCASION",
    "bare_decree",
    "event_of_law",
    "events",
    "fullest_decree",
    "next_act",
    "statute",
    "turned_decree",
]

_BODY = (
    r"(?P<authority>(?:조선민주주의인민공화국\s?)?(?:최고인민회의(?:\s?(?:상임위원회|상설회의))?|국무위원회|국방위원회|중앙인민위원회|"
    r"내각|정무원|국가계획위원회|북조선\s?(?:[임림]시\s?)?인민위원회|중앙군사위원회|조선인민군\s?최고사령관|북?조선로동당\s?중앙위원회(?:\s?(?:정치국(?:\s상무위원회)?|정치위원회|상무위원회|조직위원회|군사위원회|비서국|조직지도부|선전선동부|군수공업부|\p{Hangul}{2,6}부(?=\s)))?|조선로동당\s?중앙군사위원회|(?<!\p{Hangul})\p{Hangul}{2,8}성(?=\s?(?:지시|명령|규정|포고)))(?:\s?위원장)?"
    r"|(?:朝鮮民主主義人民共和國\s?)?(?:最高人民會議(?:\s?(?:常任委員會|常設會議))?|國務委員會|國防委員會|中央人民委員會|內閣|政務院|"
    r"北朝鮮\s?(?:臨時\s?)?人民委員會))"
)
BODY_SIGN = re.compile(
    r"위원회|최고인민회의|내각|정무원|최고사령관|성\s?(?:지시|명령|규정|포고)|委員會|人民會議|內閣|政務院"
)
"""Where none of these stands, no body of the North is named."""
_SESSION = r"(?P<session>[제第]?\d{1,2}[기期]\s?[제第]?\d{1,3}[차次](?:\s?(?:전원)?(?:회의|會議))?|제\s?\d{1,3}차\s?(?:전원)?회의)"
DATE = (
    r"(?:(?:(?:주체|主體)\s?\d{2,3}\s?(?:\(\d{4}\)\s?)?[년年]?\s?|\d{4}[년年]\s?)\d{1,2}[월月]\s?\d{1,2}[일日](?:\s?(?:부|자))?"
    r"|\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.?)"
)
_APART = rf"(?:\s?,\s?|\s?)(?:(?:{DATE})\s?,?\s?)?"
"""What may part a body, the kind of its act and the act's number: a space, a comma, the date."""

OCCASION = (
    r"(?!\d{1,2}[월일])(?P<meeting>(?:제?\s?\d{1,2}기\s?)?(?:[\p{Hangul}\d·]+\s){0,4}[\p{Hangul}\d]*"
    r"(?:대회|회의|대표자회))(?:에서)?\s"
)
"""The meeting that adopted or amended a charter or law: `조선로동당 제8차대회에서`."""

ENGLISH_DAY = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?(?:\s\d{1,2},?)?\s\d{4}"
LAW_NAME = (
    r"(?:법|법률|법률안|법안|특별법안|헌법|규정|세칙|시행령|시행규칙|조례|조약|협정|합의서|군사합의|선언|협약|강령|법전|의정서|공동성명|공동보도문|규약|정관|헌장|준칙|요강|고시|훈령|예규|"
    r"법령|(?:교육|동원|징용|조사|회사|[산삼]림|어업|광업|형사|민사|사찰|포고|계엄|관찰|제|칙)령"
    r"|法|法律|憲法|憲章|國制|條約|協約|協定|條例|規程|規則|章程|(?:敎育|動員|徵用|調査|會社|森林|刑事|民事|寺刹|勅|制|法)令)"
)
LAW_TITLE = regex.compile(
    rf"[「『《〈<“\"‘](?P<title>[^「『《〈<“\"‘」』》〉>”’]{{1,120}}{LAW_NAME}(?:\((?:대안|수정안|안|제정안|위원회안)\))?)(?:\s?\([^()]{{1,40}}\))?,?[」』》〉>”\"’]"
)


@cache
def _decree() -> regex.Pattern[str]:
    """decree := [session] body [session] [kind] [number [kind]] — the date may stand between its parts."""
    kind = rf"(?P<genre>{alternatives('legal')})(?:(?!\p{{Hangul}})|(?=으?로\s))"
    return regex.compile(
        rf"(?:{_SESSION}\s)?{_BODY}(?:\s{_SESSION})?(?:(?:에서)?{_APART}{kind})?"
        rf"(?:{_APART}\(?[제第]?\s?(?P<number>\d{{1,6}}(?:[-–]\d+)?)\s?[호號](?:\s{kind})?)?"
    )


@cache
def _joint_decree() -> regex.Pattern[str]:
    """joint decree := body (("," | "와" | "·") body)+ "공동결정" [number] — `당 중앙위원회와 내각 공동결정 제3호`."""
    body = rf"(?:당\s?중앙(?:군사)?위원회|{_BODY.replace('?P<authority>', '?:')})"
    return regex.compile(
        rf"(?<!\p{{Hangul}})(?P<authority>{body}(?:(?:\s?[,·]\s?|[와과]\s|\s및\s){body}){{1,4}})\s?"
        rf"(?P<genre>공동(?:결정서?|명령|지시|포고))(?:{_APART}제?\s?(?P<number>\d{{1,6}})\s?호)?"
    )


@cache
def turned_decree() -> regex.Pattern[str]:
    """turned decree := kind number body — `정령 제1140호, 최고인민회의 상임위원회`."""
    kinds = "|".join(form for form, side in words("legal").items() if side == "KP")
    return regex.compile(
        rf"(?<!\p{{Hangul}}\s?)(?P<genre>{kinds})\s?제?\s?(?P<number>\d{{1,6}})\s?호[\s,(]{{1,3}}{_BODY}(?!\s?\p{{Hangul}})"
    )


@cache
def bare_decree() -> regex.Pattern[str]:
    """A date and a decree whose body isn't named again: `주체110(2021)년 6월 1일 정령 제612호로 수정`."""
    kinds = "|".join(form for form, side in words("legal").items() if side == "KP")
    return regex.compile(
        rf"(?:주체\s?\d{{2,3}}\s?\(\d{{4}}\)\s?년|\d{{4}}년)\s?\d{{1,2}}월\s?\d{{1,2}}일\s(?P<genre>{kinds})\s?제\s?(?P<number>\d{{1,6}})\s?호(?=로)"
    )


@cache
def statute() -> regex.Pattern[str]:
    """statute := [body] kind number — as the South cites its laws: `법률 제7763호`, `통일부고시 제2020-1호`."""
    return regex.compile(
        rf"(?<!\p{{Hangul}})(?:(?P<authority>\p{{Hangul}}{{2,10}}(?:부|처|청|위원회|원|특별시|광역시|특별자치시|특별자치도|도|시|군|구))\s)?(?P<genre>(?:\p{{Hangul}}{{2,10}}(?:부|처|청|위원회|원)|\p{{Hangul}}{{1,10}}[시도군구](?=조례|규칙))?{alternatives('legal')}|\p{{Hangul}}{{2,8}}부령)\s?제\s?(?P<number>\d{{1,6}}(?:[-–]\d+)?)\s?호"
    )


@cache
def event_of_law() -> str:
    """event := ["일부" ["내용" | "조문"] ["을"]] what became of the law — `수정보충`, `일부 내용 수정`."""
    return rf"(?:일부\s?(?:내용|조문|조항|문구)?(?:들)?(?:을|를)?\s?)?{alternatives('event')}"


@cache
def events() -> regex.Pattern[str]:
    """What became of a law, as the group `event`."""
    return regex.compile(
        rf"(?<![\p{{Hangul}}])(?P<event>{event_of_law()})(?=된|한|하였|하고|했|함|됨|되었|되였|되고|[^\p{{Hangul}}]|$)"
    )


_PLACES = r"(?:(?:제\s?\d{1,3}\s?(?:장|절|조|항)(?:의\s?\d{1,2})?|부칙)(?:의|,|와|과|및|·)?\s?){0,6}"
"""The places of a law that an act amends: `제4장의`, `제5조, 제7조의`."""


@cache
def next_act() -> regex.Pattern[str]:
    """The end of an act in a law's heading, where a further act begins behind it."""
    return regex.compile(
        rf"(?<=정령|결정|법령|령으로|정으로|호로|에서|차|차회의|일)\s?(?:다시\s)?{_PLACES}{event_of_law()}(?:하고|하였으며|하였고|되고|되었고|함|됨)?[\s,()\[\]]{{0,4}}(?=주체\s?\d{{2,3}}\s?\(|\d{{4}}년\s?\d{{1,2}}월|\d{{4}}\.\s?\d{{1,2}}\.)"
        r"|(?<=제\s?\d{1,6}\s?호)\s?[,;]\s?(?=(?:주체\s?\d{2,3}\s?\(\d{4}\)년?|\d{4}년)\s?\d{1,2}월\s?\d{1,2}일\s?최고인민|\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.?\s?최고인민)"
    )


def _whole(match: regex.Match[str], draft: Draft) -> bool:
    """Whether a body's name is part of a decree: with a kind of act, or with a session or date and an event."""
    rest = draft.source.text[match.end() : draft.end]
    if match.group("genre") and (match.group("number") or regex.match(r"[,:]?\s?[《「『〈“<\"]", rest)):
        return True
    if match.group("genre") and events().search(draft.source.text, draft.start, draft.end):
        return True
    if match.start() == draft.start and not match.group("genre"):
        if LAW_TITLE.match(rest.lstrip()) is not None:
            return True  # 최고인민회의 《…법》
        if match.group("number") and _ONLY_DATE.fullmatch(rest) is not None:
            return True
    acts = match.group("genre") or not _PARTY.search(match.group("authority"))
    behind_title = bool(match.group("genre")) and _TITLE_BEFORE.search(draft.source.text, draft.start, match.start())
    if (match.start() == draft.start or behind_title) and acts and _dated_only(rest):
        return any(map(str.isdigit, rest)) or any(map(str.isdigit, match.group()))
    return bool(match.group("session")) and events().search(draft.source.text, match.end(), draft.end) is not None


_TITLE_BEFORE = regex.compile(r"(?:대하여|관하여|법|규정|헌법)[》」』〉”],?\s?$")
"""An act's title before the body: `《…를 내옴에 대하여》, 최고인민회의 상임위원회 정령, 주체103(2014)년`."""
_PARTY = re.compile("로동당|인민군|군사위원회")
"""Bodies whose name and a date alone are no law."""
_ONLY_DATE = regex.compile(rf"[\s,.()]{{0,3}}(?:{DATE}|{ENGLISH_DAY})?[\s,.()]{{0,3}}")
"""A date and nothing else behind a decree whose number or kind isn't printed."""


def _dated_only(rest: str) -> bool:
    """Whether a date, what became of the act and an address are all that stands behind a body: `최고인민회의, 1998년 9월 5일, 채택`."""
    told = rest.partition("http")[0]
    if len(told) > 80:
        return False
    event = events().search(told)
    if event is not None:
        told = told[: event.start()].rstrip(" ,") + told[event.end() :]
    return _ONLY_DATE.fullmatch(told) is not None


_OUTLET_FIRST = regex.compile(
    r"[《『<]?(?P<outlet>\p{Hangul}{3,12}(?:\s\p{Hangul}{2,8}){0,2}?)[》』>]?[\s,(]{1,3}(?=주체\s?\d|\d|[《『「〈“])"
)
"""What stands first in a note, before a date or a title."""


def _in_headline(draft: Draft, place: int) -> bool:
    """Whether a decree is named inside the title of a newspaper's article: `조선중앙통신 2022년 9월 9일발 《… 법령 채택》`."""
    text = draft.source.text
    opening = max(text.rfind(mark, draft.start, place) for mark in "《『「〈“")
    first = _OUTLET_FIRST.match(text, draft.start, opening + 1) if opening > draft.start else None
    if opening >= draft.start and opening - draft.start < 40 and _paper_behind(draft, opening, place):
        return True
    if first is None or any(text.find(mark, opening, place) >= 0 for mark in "》』」〉”"):
        return False
    entry = periodical(first["outlet"])
    return entry is not None and entry.kind in ("newspaper", "agency")


_PAPER = regex.compile(
    r",?[”」』》〉],?\s?[,(]?\s?[*_《『「<]?"
    r"(?P<outlet>\p{Hangul}{3,12}(?:\s\p{Hangul}{2,8}){0,2}?|\p{Lu}[\p{L}’' -]{2,40}?)[》』」>*_]?[,\s(]{1,3}"
    r"(?=주체\s?\d|\d|[Jj]uche|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
)
"""A newspaper or agency and its day, right behind a quotation."""


def _paper_behind(draft: Draft, opening: int, place: int) -> bool:
    """Whether a headline holds a decree's name without a number, its newspaper behind it: `“최고인민회의 법령 발표,” 민주조선`."""
    text = draft.source.text
    closing = min((found for mark in "》』」〉”" if (found := text.find(mark, place, draft.end)) >= 0), default=-1)
    if closing < 0 or any(text.find(mark, opening, place) >= 0 for mark in "》』」〉”"):
        return False
    if regex.search(r"제?\s?\d{1,6}\s?호", text[place:closing]) is not None:
        return False
    behind = _PAPER.match(text, closing - (text[closing - 1] == ","), draft.end)
    entry = periodical(behind["outlet"]) if behind is not None else None
    return entry is not None and entry.kind in ("newspaper", "agency")


def fullest_decree(draft: Draft) -> regex.Match[str] | None:
    """The decree named with its kind of act, or else the session: both stand in `제14기 제7차회의에서 채택된 … 법령 《…》`."""
    if BODY_SIGN.search(draft.source.text, draft.start, draft.end) is None:
        return None
    if "공동" in draft.source.text[draft.start : draft.end] and (
        joint := _joint_decree().search(draft.source.text, draft.start, draft.end)
    ):
        return joint
    whole = [found for found in _decree().finditer(draft.source.text, draft.start, draft.end) if _whole(found, draft)]
    if whole and _in_headline(draft, whole[0].start()):
        return None
    acts = [found for found in whole if found.group("genre")]
    if not whole:
        return turned_decree().search(draft.source.text, draft.start, draft.end)
    if acts and whole[0] is not acts[0] and not acts[0].group("session"):
        draft.put("session", *draft.trimmed(*whole[0].span("session")))
        draft.spans["body again"] = whole[0].span()
    return next(iter(acts or whole), None)
