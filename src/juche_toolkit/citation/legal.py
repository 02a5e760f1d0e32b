"""Laws, decrees, resolutions and judgments."""

from __future__ import annotations

import re
from functools import cache

import regex

from juche_toolkit.citation.beside_laws import (
    ALSO_NAMED,
    SPONSOR,
    beside_law,
    decrees_behind,
    further_places,
    put_case_name,
    put_places,
    put_reported,
)
from juche_toolkit.citation.dates import Date, match_date
from juche_toolkit.citation.decrees import (
    ENGLISH_DAY,
    LAW_NAME,
    LAW_TITLE,
    OCCASION,
    bare_decree,
    events,
    fullest_decree,
    next_act,
    statute,
)
from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.imprint import put_imprint, token_range
from juche_toolkit.citation.items import scan
from juche_toolkit.citation.kinds import names_collection, periodical
from juche_toolkit.citation.names import read_names
from juche_toolkit.citation.words import alternatives, ends_with

__all__ = ["LAW_NAME", "LOCATOR", "acts_in", "end_of_law", "event_in_english", "read_legal", "take_dates", "take_rest"]

_REACH = 800
"""No law or judgment is cited in more characters than these."""

_CASE = regex.compile(
    r"(?P<authority>(?:대한민국\s)?(?:대법원|헌법재판소)|헌재|대판|대결|특허법원|군사법원|(?:\p{Hangul}{2,6}\s?)?(?:고등법원|지방법원(?:\s?\p{Hangul}{2,4}지원)?|행정법원|가정법원|고법|지법))"
    r"(?:\s?\(?(?P<section>전원합의체|전원재판부|전합|(?<=\()전(?=\))|제\d{1,2}(?:민사|형사|행정|특별)?부|제\d지정재판부)\)?)?"
    r"\s(?P<date>\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.?|\d{4}년\s?\d{1,2}월\s?\d{1,2}일)\s?,?\s?(?:(?P<event>선고|자)\s)?"
    r"(?P<number>\d{2,4}\s?\p{Hangul}{1,3}\s?\d{1,8}(?:(?:\s?[,·-]\s?)(?:\d{2,4}\s?\p{Hangul}{1,2}\s?)?\d{1,6}(?!\d|\s?\.)){0,6})(?:\s?등)?(?:\s?\(병합\))?"
    r"(?:\s(?P<section>전원합의체|전원재판부|전합))?(?:\s(?P<genre>판결|결정|명령|심판))?"
)
_CASE_NUMBER = regex.compile(
    r"(?P<authority>대법원|헌법재판소|헌재|특허법원|(?:\p{Hangul}{2,6}\s?)?(?:고등법원|지방법원|행정법원|가정법원))"
    r"\s?(?:(?P<section>전원합의체|전원재판부)\s)?(?:(?P<genre>판결|결정)\s?,?\s?)?"
    r"(?P<number>\d{2,4}\s?\p{Hangul}{1,3}\s?\d{1,8}(?:(?:\s?[,·-]\s?)\d{1,6}){0,4})(?!\s?[월일])(?:\(병합\))?"
    r"(?:\s(?P<genre>판결|결정|명령|심판))?"
)
"""A judgment named by its number before its date, or without one: `헌법재판소 결정 92헌바6`."""
_UN = regex.compile(
    r"(?P<genre>UNSCR|UNGAR)\s(?:No\.\s?)?(?P<number>\d{1,4}(?:/\d+)?)"
    r"|(?:(?P<authority>UNSC|UNGA|(?:UN|U\.N\.|United Nations|유엔|국제연합),?\s?"
    r"(?:Security Council|General Assembly|Human Rights Council|안전보장이사회|안보리|총회|인권이사회))"
    r"|(?P<authority>(?:Security Council|General Assembly|Human Rights Council)(?=,?\s(?:[Rr]esolution|Res\.)\s\d)))"
    r"\s?(?:대북\s?(?:제재\s?)?)?,?\s?(?P<genre>[Rr]esolution|Res\.|결의안|결의)\s?(?:No\.\s?|제\s?)?(?P<number>\d{1,4}(?:/\d+)?)\s?호?"
)
_UN_SYMBOL = regex.compile(r"(?<!\p{L})(?P<number>[SA]/(?:HRC/)?(?:RES/)?\d{1,4}(?:/\d{1,4})?(?:/L\.\d+)?)")
_PUBLIC_LAW = regex.compile(
    r"(?P<genre>Pub(?:lic|\.)\s?L(?:aw|\.)),?\s?(?:No\.\s?)?(?P<number>\d{2,3}[-–]\d{1,3})"
    r"|(?P<genre>(?:Presidential\s|Cabinet\s|Ministerial\s)?(?:Act|Decree|Law|Ordinance))\s(?:No\.|Number)\s?(?P<number>\d{1,6})(?!\d)"
    r"|(?P<genre>Exec(?:utive|\.)\s?Order|E\.O\.)\s?(?:No\.\s?)?(?P<number>\d{4,5}|\d{1,2},\d{3})(?!\d)"
)
_MARKED_ACT = regex.compile(r"[*“\"_](?P<title>\p{Lu}[^*“”\"_]{3,200}?),?[*”\"_]")
"""An act's title in italics or quotation marks before its number: `*Act on …*, Act No. 7763`."""
_LAW_CLOSED = re.compile(
    rf"[{''.join(sorted({name[-1] for name in LAW_NAME.strip('(?:)').split('|')}))}](?:\s?\([^()]{{1,40}}\))?,?[」』》〉>”\"’]"
)
"""How a law's title ends within its marks."""
_PLAIN_LAW = regex.compile(
    rf"(?:[구舊]\s)?(?P<title>(?:\d{{1,2}}\s?[·.]\s?\d{{1,2}}\s)?(?:[\p{{Hangul}}·]+\s){{0,14}}[\p{{Hangul}}·]*{LAW_NAME})(?=\s?(?:[,(]|제\s?\d{{1,4}}\s?(?:조|장|절|항)|\s(?:서문|전문|부칙)(?!\p{{Hangul}})))"
)
_LONE_LAW = regex.compile(
    rf"(?P<title>조선민주주의인민공화국\s?(?:[\p{{Hangul}}·]+\s){{0,10}}[\p{{Hangul}}·]*{LAW_NAME})"
    r"(?:\s?\((?:주체\s?\d{2,3}\s?\(\d{4}\)|\d{4})\s?년?\))?[.,\s]*+"
)
_LAW_BEHIND = regex.compile(
    rf",\s?(?P<title>(?:[\p{{Hangul}}·]+\s){{0,14}}[\p{{Hangul}}·]*{LAW_NAME})(?=\s?(?:[,.(]|$|제\s?\d))"
)
_LAW_ADOPTED = regex.compile(
    rf"(?:으?로|에서)?\s?\p{{Hangul}}{{2,6}}(?:된|한|하신)\s(?P<title>(?:[\p{{Hangul}}·]+\s){{0,14}}[\p{{Hangul}}·]*{LAW_NAME})(?=\s?(?:[,.(]|$|제\s?\d))"
)
"""A law's title behind the act that adopted it: `정령 제475호로 채택된 …법`."""
_LAW_LAST_NAMED = regex.compile(
    rf"(?:으?로|에서)?\s?\p{{Hangul}}{{2,6}}[\s,:]{{1,3}}(?P<title>조선민주주의인민공화국\s?(?:[\p{{Hangul}}·]+\s){{0,10}}[\p{{Hangul}}·]*{LAW_NAME})[.\s]*$"
)
"""A law's title that closes its heading: `정령 제1261호로 채택 조선민주주의인민공화국 국가비밀보호법`."""


@cache
def _kind_before_title() -> regex.Pattern[str]:
    """The kind of act right before its title, away from the body: `최고인민회의 제10기 제5차회의, …, 법령 《…》`."""
    return regex.compile(rf"(?<!\p{{Hangul}})(?P<genre>{alternatives('legal')})\s?[「『《〈“\"]$")


_NUMBER_BEHIND = regex.compile(r"[」』》〉>”\"]?\s?,?\s?\(?제\s?(?P<number>\d{1,6})\s?호")
"""The number of a decree behind its title: `정령 《…함에 대하여》 제1123호`."""
_COUNTRY = regex.compile(r"(?:현행\s|구\s)?(?:북한|남한|한국|대한민국|조선|북조선|공화국|우리나라|중국|일본)(?:의)?\s")
"""Whose law it is, or which version, before the title: `북한 「사회주의헌법」 제3조`."""
LOCATOR = regex.compile(
    r"(?:[제第]\s?(?:\d{1,4}|[一二三四五六七八九十百]{1,5})|(?<!\p{L})제[일이삼사오육칠팔구십]{1,4})\s?(?:조|장|절|항|편|條|章|節|項|編)(?:의\s?\d{1,2})?(?:\s?(?:,|및|내지|또는|~|부터|·)?\s?제?\s?\d{1,4}\s?(?:조|장|절|항|호|목|條|項|號)(?:의\s?\d{1,2})?){0,8}"
    r"|(?<=[」』》〉”],?\s?)\d{1,3}\s?[조항](?:\s?\d{1,3}\s?[항호])?(?!\p{Hangul})"
    r"|(?<=(?:(?:법|규약|강령|헌장|협정|선언)[」』》〉”]?|[호일]\)?|(?:채택|수정|보충|개정)\)|(?:(?:전부|일부)개정|제정),|,\s?(?:19|20)\d\d,),?\s)(?:서문|전문|부칙)(?!\p{Hangul})"
)
_SAME_LAW = regex.compile(
    rf"(?:및|와|과|,)?\s?(?:동법|같은\s?법(?:률)?)\s?(?:시행령|시행규칙)?\s?(?:{LOCATOR.pattern})"
)
"""A place in a law's decree, behind one in the law itself: `및 동법 시행령 제25조`."""
_AUTHOR_DATE = regex.compile(
    r"(?P<author>\p{Hangul}{2,20})(?:\s?[(.]|\.\s\()\s?(?P<year>(?:19|20)\d\d)\s?[).]{1,2}\s?(?P<title>[^.]{2,100}?)(?:\.\s|\s?\((?=\p{Hangul}*$))"
)
_BILL = regex.compile(r"의안\s?번호\s?:?\s?(?:제\s?)?(?P<number>\d{5,8})(?:호)?")
_PLACE_CITED = regex.compile(
    r"[,.]?\s(?=https?://|www\.|pp?\.\s?\d|\d{1,4}(?:\s?[-–~]\s?\d{1,4})?\s?(?:쪽|페지|페이지|면)"
    r"|\(?(?:accessed|검색일|접속일|방문일)[\s:])"
)
"""Where a law's citation ends and pages or an address follow."""
_DATES_ONLY = regex.compile(rf"(?:[\s,.()\d년월일\p{{P}}]|주체|{ENGLISH_DAY}|(?<=\s)and(?=\s))*+")
_JOINING = regex.compile(r"\s(?:및|와|과)\s*$")
"""What joins a law to the next, which was cut off."""
_ENFORCED = regex.compile(r"\[시행[^\[\]]{1,40}\]")
_TRIGGER = re.compile(
    r"최고인민회의|헌재|결정|위원회|내각|정무원|법|령|委員會|會議|內閣|政務院|조례|고시|예규|훈령|규정|규약|정관|헌장|강령|선고|판결|대판|대결|지시\s?제|포고\s?제|비준\s?제|의안번호"
    r"|Act N|Decree N|Law N|Ordinance N|조약|협정|협약|의정서|합의|결의|선언|성명|法|令|條|憲|國制|공동보도문"
    r"|Resolution|resolution|Res\.|Pub|RES/|UNSCR|UNGAR|Order|E\.O\."
)
"""Where none of these stands, nothing legal is cited. Each begins with a letter, so that the search goes by first letters."""
_LAW_LAST = re.compile(rf"{LAW_NAME}[\s,.(\[*_:/|–—-]*$")
_LEADING_MARKS = re.compile(r"[\s*_#|>•·-]*")
_ON_WHAT = regex.compile(r"(?:[\p{Hangul}\d·]+\s){1,16}(?:대하여|관하여)[\s,(]*")
"""The title of an act that is no law by its name, before the act: `핵무력정책에 대하여 12기 7차 최고인민회의 …`."""
_ACT_ON = regex.compile(
    r"[\s,:]{1,3}(?P<title>(?:[\p{Hangul}\d·,]+\s){1,16}?(?:대하여|관하여|(?:대한|관한)\s(?:결정|법령|정령)서?))(?=\s?(?:[,.(]|$|(?:주체\s?)?\d))"
)
"""The title of an act without marks, behind its number: `법령 제8호 …법을 채택함에 대하여`."""
_QUOTED = re.compile(r"[「『《〈“](?P<title>[^「『《〈“」』》〉”]{2,200})[」』》〉”]")
_QUOTED_RESOLUTION = re.compile(r"[“\"「『《](?P<title>[^”\"」』》]{3,200})[”\"」』》]")
_BEFORE_LOCATOR = re.compile(r"[\s,.()]*|\s?\([^()]{0,12}\d{4}[^()]{0,24}\),?\s?")
_COURT = re.compile(r"헌재|대판|대결|법원|헌법재판소|고법|지법")
"""Where none of these stands, there is no judgment."""
_DATE_HEAD = regex.compile(r"[Jj]uche\s\d|주체\s?\d|(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_ENGLISH_DATE_HEAD = regex.compile(r"(?<![\p{L}\d])(?:\d{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")


def read_legal(draft: Draft) -> bool:
    """legal := judgment | decree | statute | resolution — False if the stretch is none of them."""
    text = draft.source.text
    if draft.end - draft.start > _REACH or _TRIGGER.search(text, draft.start, draft.end) is None:
        return False
    return _judgment(draft) or _resolution(draft) or _law(draft)


def acts_in(text: str, start: int, end: int) -> list[int]:
    """Where further acts begin in a law's heading: adopted by one decree, amended by others."""
    if end - start > _REACH * 5:
        return []
    if "최고인민회의" not in text[start:end]:
        return _judgments_in(text, start, end) or decrees_behind(text, start, end)
    return [match.end() for match in next_act().finditer(text, start, end)]


def _judgments_in(text: str, start: int, end: int) -> list[int]:
    """Where further judgments begin behind a comma: `…2017노1234 판결, 대법원 2018. 11. 15. 선고 2018도11111 판결`."""
    if "판" not in text[start:end] or len(_COURT.findall(text, start, end)) < 2:
        return []
    found = list(_CASE.finditer(text, start, end))[1:]
    return [match.start() for match in found if text[start : match.start()].rstrip().endswith((",", "및"))]


def _put_groups(draft: Draft, match: regex.Match[str]) -> None:
    for field, value in match.groupdict().items():
        if value and field in ("authority", "genre", "number", "event", "session", "section", "title"):
            start, end = draft.trimmed(*match.span(field))
            draft.put(field, start, end, draft.text(start, end))


def _judgment(draft: Draft) -> bool:
    """judgment := court date ["선고"] number [section] ("판결" | "결정")"""
    if _COURT.search(draft.source.text, draft.start, draft.end) is None:
        return False
    match = _CASE.search(draft.source.text, draft.start, draft.end)
    by_number = _CASE_NUMBER.search(draft.source.text, draft.start, draft.end) if match is None else None
    found = match or by_number
    if found is None or found.start() - draft.start > 60:
        return False
    _put_groups(draft, found)
    if draft.values.get("event") == "자":
        del draft.values["event"], draft.spans["event"]
    if match is None:
        if (event := _event(draft)) is not None:
            draft.put("event", *event.span("event"))
        take_dates(draft)
    elif (date := match_date(draft.source.text, match.start("date"), digit=True)) is not None:
        draft.put_date(date)
    draft.values["type"] = "legal_case"
    put_reported(draft, found.end())
    put_case_name(draft, found.end())
    take_rest(draft)
    return True


def _resolution(draft: Draft) -> bool:
    """resolution := body "Resolution" number ["(" year ")"] | symbol | title public-law number"""
    text = draft.source.text
    match = _UN.search(text, draft.start, draft.end)
    law = None if match is not None else _PUBLIC_LAW.search(text, draft.start, draft.end)
    symbol = _UN_SYMBOL.search(text, draft.start, draft.end)
    found = match or law
    if found is None and symbol is not None and "RES" in symbol["number"] and symbol.start() - draft.start <= 2:
        found = symbol
    if found is None:
        return False
    _put_groups(draft, found)
    head = draft.start, found.start()
    if law is not None and (marked := _MARKED_ACT.search(text, *head)) is not None:
        draft.put("title", *marked.span("title"))
        people = read_names(text, draft.start, marked.start())
        if people is not None:
            draft.add_people(people, "authors")
            draft.spans["symbol"] = (draft.start, marked.start())
    elif law is not None and head[1] - head[0] > 3:
        draft.put("title", *head)
    elif (quoted := _QUOTED_RESOLUTION.search(text, draft.start, draft.end)) is not None:
        draft.put("title", *quoted.span("title"))
    if symbol is not None:
        draft.spans["symbol"] = symbol.span()
    if match is not None and (event := _event(draft)) is not None:
        draft.put("event", *event.span("event"))
    take_dates(draft)
    draft.values["type"] = "legislation"
    take_rest(draft)
    return True


def _put_bill(draft: Draft, bill: regex.Match[str] | None) -> None:
    """The number of a bill, and the place where the day stands on which a law comes into force."""
    if (enforced := _ENFORCED.search(draft.source.text, draft.start, draft.end)) is not None:
        draft.spans["symbol"] = enforced.span()
    if bill is not None:
        draft.put("number", *bill.span("number"))


def _marked_law(text: str, start: int, end: int) -> regex.Match[str] | None:
    """A law's title within its marks."""
    return LAW_TITLE.search(text, start, end) if _LAW_CLOSED.search(text, start, end) is not None else None


def _law(draft: Draft) -> bool:
    """law := [title] [date] (decree | statute) [event] | title locator — a quoted or bare title that ends as laws'
    names do.
    """
    text = draft.source.text
    bare = bare_decree().match(text, draft.start, draft.end)
    decree = bare or fullest_decree(draft)
    numbered = decree is None and "호" in text[draft.start : draft.end]
    found_statute = statute().search(text, draft.start, draft.end) if numbered else None
    title = _marked_law(text, draft.start, draft.end)
    locator = LOCATOR.search(text, title.end() if title else draft.start, draft.end)
    bill = _BILL.search(text, draft.start, draft.end) if title is not None else None
    if decree is None and found_statute is None and bill is None and not _only_law(draft, title, locator):
        return False
    found = decree or found_statute
    if bill is not None and found is None:
        _put_body_of_bill(draft, title, bill)
    if found is not None:
        _put_groups(draft, found)
        _author_date(draft, found.start())
    _put_bill(draft, bill)
    _law_title(draft, title, found)
    if decree is not None and "title" in draft.spans:
        _round_title(draft, decree.end())
    if locator is not None and (found is None or not _overlap(locator.span(), found.span())):
        put_places(draft, locator.start(), further_places(draft, locator.end()))
    beside_law(draft)
    take_dates(draft)
    event = _event(draft)
    if event is not None:
        draft.put("event", *event.span("event"))
        if found is None and (meeting := _MEETING.search(text, draft.start, event.end())) is not None:
            draft.put("session", *meeting.span("meeting"))
    draft.values["type"] = "legislation"
    take_rest(draft)
    return True


def _round_title(draft: Draft, start: int) -> None:
    """The kind of act right before its title, and its number right behind it, where they stand away from the body."""
    text, title = draft.source.text, draft.spans["title"]
    if not draft.has("genre") and (kind := _kind_before_title().search(text, start, title[0])) is not None:
        draft.put("genre", *kind.span("genre"))
    if not draft.has("number") and (behind := _NUMBER_BEHIND.match(text, title[1], draft.end)) is not None:
        draft.put("number", *behind.span("number"))


def _put_body_of_bill(draft: Draft, title: regex.Match[str] | None, bill: regex.Match[str]) -> None:
    """body "," bill — the committee that brought the bill in: `국회 외교통일위원회, 「북한인권법안(대안)」, 의안번호 18653`.

    It may stand before the number too: `「북한인권법안(대안)」, 국회 외교통일위원회 의안번호 18653`.
    """
    if title is None:
        return
    for place in ((draft.start, title.start()), (title.end(), bill.start())):
        start, end = draft.trimmed(*place)
        if start < end and ends_with(draft.text(start, end), "body_end") and draft.put("authority", start, end):
            return


def _author_date(draft: Draft, stop: int) -> None:
    """author-date law := body "(" year ")" "." title "." — as lists in APA style give it."""
    match = _AUTHOR_DATE.match(draft.source.text, draft.start, stop)
    people = read_names(draft.source.text, *match.span("author")) if match is not None else None
    if match is None or people is None:
        return
    draft.add_people(people, "authors")
    draft.put("year", *match.span("year"), int(match["year"]))
    draft.put("title", *match.span("title"))
    draft.spans["symbol"] = match.span("author")


def _event(draft: Draft) -> regex.Match[str] | None:
    apart = [draft.spans.get(field, (-1, -1)) for field in ("title", "symbol", "genre")]
    for match in events().finditer(draft.source.text, draft.start, draft.end):
        if not any(_overlap(match.span(), span) for span in apart):
            return match
    if "ed" not in draft.source.text[draft.start : draft.end]:
        return None
    found = event_in_english().search(draft.source.text, draft.start, draft.end)
    return None if found is None or any(_overlap(found.span(), span) for span in apart) else found


@cache
def event_in_english() -> regex.Pattern[str]:
    """What became of a law or treaty, in English, as the group `event`."""
    return regex.compile(rf"(?<!\p{{L}})(?P<event>(?i:{alternatives('treaty_event', 'event_en')}))(?!\p{{L}})")


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def end_of_law(draft: Draft, start: int) -> int:
    """Where a law's citation ends: before pages or an address."""
    place_cited = _PLACE_CITED.search(draft.source.text, start, draft.end)
    return place_cited.start() if place_cited is not None else draft.end


def _only_law(draft: Draft, title: regex.Match[str] | None, locator: regex.Match[str] | None) -> bool:
    """Whether a law's title stands there alone, or with articles and dates only."""
    text = draft.source.text
    if title is not None and (head := _event_head().match(text, draft.start, title.start())) is not None:
        return head.end() == title.start()
    country = _COUNTRY.match(text, draft.start, draft.end) if title is not None else None
    if title is not None and title.start() - (country.end() if country is not None else draft.start) <= 2:
        if country is not None:
            draft.spans["symbol"] = country.span()
        rest = ALSO_NAMED.sub("", text[title.end() - 1 : end_of_law(draft, title.end())])
        if locator is not None:
            rest = rest.replace(text[locator.start() : further_places(draft, locator.end())], "", 1)
        rest = SPONSOR.sub("", rest[1:])
        rest = _MEETING.sub("", rest) if "회" in rest else rest
        bare = _SAME_LAW.sub("", events().sub("", _BILL.sub("", rest)).replace("참조", ""))
        bare = _JOINING.sub("", event_in_english().sub("", bare) if "ed " in bare else bare)
        return _DATES_ONLY.fullmatch(bare) is not None and (
            locator is not None or any(character.isdigit() for character in rest) or not rest.strip(" .,")
        )
    if _LONE_LAW.fullmatch(text, draft.start, draft.end) is not None or _amended_law().fullmatch(
        text, draft.start, draft.end
    ):
        return True
    plain = _PLAIN_LAW.match(text, draft.start, draft.end)
    if plain is None:
        return False
    end = end_of_law(draft, title.end() if title is not None else draft.start)
    rest = text[plain.end() : end]
    if locator is not None:
        rest = rest.replace(text[locator.start() : further_places(draft, locator.end())], "", 1)
    rest = _MEETING.sub("", rest) if "회" in rest else rest
    if events().search(rest) is not None and _DATES_ONLY.fullmatch(events().sub("", rest)) is not None:
        return True
    if locator is None:
        return False
    return (
        _BEFORE_LOCATOR.fullmatch(text[plain.end() : locator.start()]) is not None
        and end - further_places(draft, locator.end()) <= 12
    )


_MEETING = regex.compile(rf"(?<=[일월년.]\s){OCCASION}(?=\p{{Hangul}}{{2,6}}(?:[\s.,)]|된|한|$))")
"""The meeting that adopted or amended a charter, between the day and what became of it."""


@cache
def _event_head() -> regex.Pattern[str]:
    """What became of a law and when, before its title in marks: `2019년 4월 수정보충된 《사회주의헌법》 제33조`."""
    return regex.compile(
        r"(?:주체\s?\d{2,3}\s?\(\d{4}\)\s?년|\d{4}년)(?:\s?\d{1,2}월)?(?:\s?\d{1,2}일)?(?:에|부로)?\s"
        rf"{alternatives('event')}(?:된|한|하신)\s"
    )


@cache
def _amended_law() -> regex.Pattern[str]:
    """law := date "에" event "된" title — `2012년 4월 13일에 수정보충된 조선민주주의인민공화국 사회주의헌법`."""
    return regex.compile(
        r"(?:주체\s?\d{2,3}\s?\(\d{4}\)\s?년|\d{4}년)\s?\d{1,2}월\s?\d{1,2}일(?:에|부로)?\s"
        rf"{alternatives('event')}(?:된|한|하신)\s(?P<title>(?:[\p{{Hangul}}·]+\s){{0,10}}[\p{{Hangul}}·]*{LAW_NAME})[.,\s]*+"
    )


def _law_title(draft: Draft, title: regex.Match[str] | None, found: regex.Match[str] | None) -> None:
    text = draft.source.text
    if draft.has("title"):
        return
    if title is not None:
        draft.put("title", *title.span("title"))
        draft.title_mark = text[title.start()]
        return
    quoted = _QUOTED.search(text, draft.start, draft.end)
    if quoted is not None and found is not None and (entry := periodical(quoted["title"])) is not None:
        draft.put("container_title", *quoted.span("title"))
        quoted = None if entry.kind in ("newspaper", "agency") else quoted
    if quoted is not None:
        draft.put("title", *quoted.span("title"))
        draft.title_mark = text[quoted.start()]
        return
    stop = found.start() if found is not None else draft.end
    stop = min(stop, draft.spans.get("symbol", (stop, stop))[0])
    head = _DATE_HEAD.search(text, draft.start, stop)
    plain = text[draft.start : head.start() if head is not None else stop]
    if found is None:
        match = (
            _LONE_LAW.fullmatch(text, draft.start, draft.end)
            or _amended_law().fullmatch(text, draft.start, draft.end)
            or _PLAIN_LAW.match(text, draft.start, draft.end)
        )
        if match is not None:
            draft.put("title", *match.span("title"))
    elif _LAW_LAST.search(plain) is not None or _ON_WHAT.fullmatch(plain) is not None:
        old = 2 * plain.startswith(("구 ", "舊 "))  # `구 국가보안법`
        draft.passed.append((draft.start, draft.start + old))
        first = draft.start + old
        first += len(_LEADING_MARKS.match(text, first).group())  # type: ignore[union-attr]
        draft.put("title", first, draft.start + len(plain.rstrip(" ,.([*_:/|–—-")))
    elif (lead := _PLAIN_LAW.match(text, draft.start, stop)) is not None:
        draft.put("title", *lead.span("title"))
    elif (
        behind := _LAW_BEHIND.match(text, found.end(), draft.end)
        or _LAW_ADOPTED.match(text, found.end(), draft.end)
        or _LAW_LAST_NAMED.match(text, found.end(), draft.end)
        or _ACT_ON.match(text, found.end(), draft.end)
    ) is not None:
        draft.put("title", *behind.span("title"))


def take_dates(draft: Draft) -> None:
    """The first whole date outside the title, or else the first date in part."""
    part: Date | None = None
    title = draft.spans.get("title", (-1, -1))
    text = draft.source.text
    first, last = token_range(draft, draft.start, draft.end)
    end = next((token.start for token in draft.source.tokens[first:last] if token.kind in "ud"), draft.end)
    for pattern in (_ENGLISH_DATE_HEAD, _DATE_HEAD):
        for match in pattern.finditer(text, draft.start, end):
            if title[0] <= match.start() < title[1] or any(
                _overlap(match.span(), span) for span in draft.spans.values()
            ):
                continue
            date: Date | None = match_date(text, match.start(), digit=match.group()[0].isdigit())
            if date is not None and date.end <= draft.end:
                if date.day is not None:
                    draft.put_date(date)
                    return
                part = part or date
    if part is not None:
        draft.put_date(part)


_GLUE = regex.compile(
    r"(?:(?:함에|할데|됨에)\s?(?:대하여|관하여|대한)|의안\s?번호|[\s\d\p{P}제호로의에된한을년월일자및으부칙이가]|주체|[Jj]uche|No|no)*+|.{0,4}"
)


def take_rest(draft: Draft) -> None:
    """What no field took is listed, but for particles and units."""
    text = draft.source.text
    taken = sorted((*draft.spans.values(), (draft.end, draft.end)))
    place = draft.start
    for start, end in taken:
        if start > place and _GLUE.fullmatch(text[place:start]) is None:
            _place_cited(draft, place, start)
        place = max(place, end)
    for mark in ("symbol", "body again", "sponsor", "other name", "version"):
        draft.spans.pop(mark, None)


_PART_OF_NOTICE = regex.compile(r"(?:별책|별표|별지|부록|서식)\s?(?:제\s?)?\d{0,3}(?:-\d{1,2})?호?")
_IMPRINT = regex.compile(r"\p{Hangul}{2,8}:\s?\p{Hangul}")
"""What a list prints behind a notice as behind a book: `세종: 교육부`."""


def _place_cited(draft: Draft, start: int, end: int) -> None:
    """Pages and addresses behind a law; anything else there is listed."""
    for item in scan(draft.source, *token_range(draft, start, end)):
        if item.kind in ("url", "doi"):
            draft.put(item.kind, item.start, item.end)
        elif item.kind == "accessed":
            draft.put_accessed(item)
        elif item.figure is not None and item.figure.field in ("pages", "locator"):
            draft.put_figure(item.figure)
        elif item.kind == "quote" and (
            periodical(draft.source.inner(item)) is not None or names_collection(draft.source.inner(item))
        ):
            draft.put("container_title", item.start + 1, item.end - 1)
        elif item.kind == "text" and periodical(draft.text(*draft.trimmed(item.start, item.end))) is not None:
            draft.put("container_title", item.start, item.end)
        elif item.kind == "paren" and (part := _PART_OF_NOTICE.fullmatch(draft.source.inner(item).strip())) is not None:
            begin = item.start + 1 + part.start()
            draft.put("locator", begin, begin + len(part.group()))  # `교육부 고시 제2015-74호 [별책 8]`
        elif item.kind == "text" and _IMPRINT.match(draft.source.text, item.start, item.end) is not None:
            put_imprint(draft, item.start, item.end)
        elif item.kind != "sep" and _GLUE.fullmatch(draft.text(item.start, item.end)) is None:
            draft.leave(item.start, item.end, "not a part of the law's citation that is known")
