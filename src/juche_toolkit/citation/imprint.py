"""Brackets read: imprints, dates and figures in brackets, translations, roles, remarks; and place: publisher
without them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import regex

from juche_toolkit.citation.credits import may_be_credit, only_remarks
from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.genres import is_code, is_report_number, put_report_number
from juche_toolkit.citation.hereafter import is_notice
from juche_toolkit.citation.items import ARTICLE_MARKS, FLAT, Item, scan, scan_inside
from juche_toolkit.citation.journals import ends_a_name, is_listed, look_up
from juche_toolkit.citation.kinds import NUMBERED_SERIES, is_meeting
from juche_toolkit.citation.names import People, begins_with_role, read_names
from juche_toolkit.citation.towns import is_town_in_state
from juche_toolkit.citation.words import KOREAN, alternatives, ends_with, folded, words

__all__ = [
    "STATE_ALONE",
    "bracket_kind",
    "genre_in",
    "in_words",
    "is_original",
    "is_place",
    "is_press",
    "is_remark",
    "is_university",
    "occasion",
    "put_imprint",
    "put_university",
    "speech_in_english",
    "thesis",
    "token_range",
    "unfold",
]

_PLACE = regex.compile(r"[\p{L}\p{M}'’ .,·&-]+")


def is_place(text: str) -> bool:
    """Whether a text is the name of a place of publication."""
    if folded(text) in words("place") or folded(text.replace("ŏ", "o")) in words("place"):
        return True
    if is_town_in_state(text):
        return True
    towns = regex.split(r",? and |; ?| ?/ ?| & ", text, maxsplit=3)
    return len(towns) > 1 and all(map(is_place, towns))


@lru_cache(maxsize=2048)
def is_remark(text: str) -> bool:
    """Whether a text is a remark that carries no field, such as [Online] or (in Korean)."""
    plain = folded(text.strip(" .,:;"))
    return plain in words("remark") or plain in words("day_remark")


_HISTORY = regex.compile(
    r"(?:역|력|한국|조선|북한|현대|근대|고대|중세|근현대|세계|도시|사상|문학|경제|정치|외교|미술|과학|제도|운동|여성|생활|혁명|전쟁|민족|교육|불교|종교|철학|사회"
    r"|법제|독립|군|발달|투쟁|형성|성립|변천|교류|관계|인물|지성|풍속|음악|영화|연극|언론|민중|통|당|공산주의운동|기술|의학|건축|개념|일상|가족|노동|농업)사$"
)
"""Words for a history, which end as some publishers' names do: 한국사, 경제사, 북한의 역사."""


def is_press(text: str) -> bool:
    """Whether a text is the name of a publishing house, by the tables or by its ending."""
    entry = look_up(text)
    if entry is not None:  # 사회와 역사 is a journal, for all its ending
        return entry.kind == "publisher" or folded(text) in words("press")
    return (ends_with(text, "press_end") and _HISTORY.search(text) is None) or folded(text) in words("press")


_ORIGINAL = regex.compile(
    r"(?:원저|원전|원서|원본|원작|원제)\p{Hangul}{0,4}\s?\p{Hangul}{0,4}\s?:?\s?(?:1[5-9]|20)\d\d"
    r"|(?:원저|원전|원서|원작|원제)(?:명|자)?\s?:\s?\S|[Oo]riginal (?:work )?published|[Oo]riginal title:\s?\S"
)


_FORMER = regex.compile(r"(?:구|舊|前|[Ff]ormerly)(?:\s?:\s?|\s)(?!(?:한국|조선)어)\S.{3,}")
"""The former name of a journal: `Journal of Asian Sociology (구 Development and Society)`."""


def is_original(printed: str) -> bool:
    """Whether a remark gives the year in which a translation's original came out, or a former name: `원저 1979년 출판`."""
    return _ORIGINAL.match(printed) is not None or _FORMER.fullmatch(printed) is not None


def _kind_by_words(inner: str) -> str:
    """What the words in a bracket make of it: a role, a remark, or something without a field; "" where they don't tell."""
    plain = folded(inner)
    if plain in words("role") or plain.rstrip(".") in words("role"):
        return "role"
    if is_remark(inner) or inner in _WEEKDAYS or only_remarks(inner):
        return "remark"
    return "other" if is_original(inner) or may_be_credit(inner) or is_notice(inner) else ""


def bracket_kind(draft: Draft, item: Item) -> str:
    """What a bracket holds: flat (dates and figures only), role, translation, remark, imprint or other."""
    inner = draft.source.inner(item).strip()
    if not inner.isdigit() and (kind := _kind_by_words(inner)):
        return kind
    items = scan_inside(draft.source, item)
    if any(part.kind == "sep" and part.mark == ";" for part in items):
        return "other"
    if items and all(part.kind in FLAT for part in items):
        return "flat"
    if occasion(draft, items) is not None:
        return "occasion"
    if len(items) > 1 and items[0].kind == "quote" and items[0].mark in ("『", "《"):
        return "other"
    dated = any(part.kind == "date" for part in items)
    if item.mark == "[" and dated and in_words(inner, items):
        return "other"
    if not dated and begins_with_role(draft.source.text, item.start + 1, item.end - 1):
        return "other"
    return "imprint" if _is_imprint(draft, item, items, inner) else "other"


def in_words(inner: str, items: Sequence[Item]) -> bool:
    """Whether a square bracket holds English words with a year among them, and no imprint: `[Korean Central Yearbook 1950]`."""
    words_only = KOREAN.search(inner) is None and all(part.kind in ("text", "date", "sep") for part in items)
    return (
        words_only
        and bool(items)
        and items[0].kind == "text"
        and " " in inner
        and not (_imprint_colon(inner) and is_place(inner.partition(":")[0].strip()))
    )


def _is_imprint(draft: Draft, item: Item, items: Sequence[Item], inner: str) -> bool:
    """Whether a bracket holds place, publisher, thesis note or address."""
    if _imprint_colon(inner) and (item.mark != "[" or is_place(inner.partition(":")[0].strip())):
        return True
    if is_place(inner) or thesis(inner) is not None:
        return True
    dated = bool(items) and items[-1].kind == "date" and any(part.kind == "sep" for part in items)
    texts = [part for part in items if part.kind == "text"]
    if dated and (len(texts) <= 2 or (len(texts) <= 5 and _any_role(draft, texts))):
        return True
    if len(texts) >= 2 and item.mark == "(" and any(is_press(draft.text(text.start, text.end)) for text in texts):
        return True
    found = look_up(inner)
    if (found is not None and found.kind == "publisher") or (item.mark == "(" and is_press(inner)):
        return True
    return any(part.kind in ("url", "doi", "accessed") for part in items)


def _any_role(draft: Draft, texts: Sequence[Item]) -> bool:
    """Whether one of these texts is a name with its role: `(유발 하라리, 조현욱 옮김, 김영사, 2015)`."""
    found = (read_names(draft.source.text, text.start, text.end) for text in texts)
    return any(people is not None and people.role is not None for people in found)


_WEEKDAYS = frozenset("월화수목금토일")
"""Days of the week, in brackets behind a date."""
_SPEECH_TO = regex.compile(
    r"(?P<genre>(?:\p{L}+\s)?(?:speech|remarks|address|report|lecture|testimony|talk|statement|letter))"
    r"\s(?:delivered\s|given\s|made\s|presented\s)?(?:to|at|before|with)\s\p{L}",
    regex.IGNORECASE,
)
"""What a bracket behind an English title begins with: `(speech to the Supreme People’s Assembly, …)`."""


def speech_in_english(printed: str) -> tuple[int, int, str] | None:
    """Where a text names a speech with its audience or place: `report at the Eighth Congress of the WPK`."""
    match = _SPEECH_TO.match(printed)
    return None if match is None else (*match.span("genre"), "speech")


def occasion(draft: Draft, items: Sequence[Item]) -> tuple[int, int, str] | None:
    """Where a bracket's first text names the speech that a work was: `(책임일군들과 한 담화, 1994년 11월 1일)`."""
    kinds = ("text", "sep", "date", "figure", "quote")
    if not items or items[0].kind != "text" or any(item.kind not in kinds for item in items):
        return None
    start, end = items[0].start, items[0].end
    numbered = items[-1].kind == "figure" and len(items) == 2
    if numbered and NUMBERED_SERIES.fullmatch(draft.source.text, start, items[-1].end) is not None:
        return None  # `(유적발굴보고 3)`
    if len(items) > 2 and items[1].mark == "," and items[2].kind == "text":
        end = _listed_listeners(draft, items) or end
    for item in items[1:3]:  # `(일본 《마이니찌신붕》 기자들이 제기한 질문에 대한 대답, 1972년 9월 17일)`
        if item.kind not in ("quote", "text"):
            break
        end = item.end
    if any(item.kind == "quote" and item.end > end for item in items):
        return None
    printed = draft.text(start, min(end, start + 200))
    if (english := speech_in_english(printed)) is not None:
        return english
    if not ends_with(printed, "genre"):
        return None
    match = next((found for found in _genre_pattern().finditer(printed) if found.end() == len(printed)), None)
    if match is None or words("genre").get(folded(match.group())) != "speech":
        return None
    if any(item.kind == "text" and is_press(draft.text(item.start, item.end)) for item in items[1:]):
        return None  # `(연설, 조선로동당출판사, 2013)` is an imprint
    return match.start(), match.end(), "speech"


@cache
def _said_last() -> regex.Pattern[str]:
    """How an occasion ends: `일군들과 한 담화`."""
    return regex.compile(rf"[와과에서게]\s(?:하신|한|보내신|보낸|주신|준|행하신|행한)\s{alternatives('genre')}$")


def _listed_listeners(draft: Draft, items: Sequence[Item]) -> int | None:
    """The end of an occasion whose listeners commas part: `(당, 국가, 경제기관 일군들과 한 담화, 2001년 10월 3일)`."""
    for place, item in enumerate(items[:9]):
        if item.kind not in ("text", "sep") or (item.kind == "sep" and item.mark not in ",·"):
            return None
        if item.kind == "text" and _said_last().search(draft.source.text, item.start, item.end) is not None:
            return item.end if place else None
        if item.kind == "text" and is_press(draft.text(item.start, item.end)):
            return None
    return None


def _imprint_colon(text: str) -> bool:
    """Whether a text reads `place: publisher`."""
    place, colon, publisher = text.partition(":")
    if not colon or not publisher.strip() or len(place) > 60:
        return False
    named = len(place) <= 40 and len(place.split()) <= 4 and _PLACE.fullmatch(place) is not None
    return named or is_place(place.strip())


def unfold(draft: Draft, items: Sequence[Item]) -> list[Item]:
    """Put dates and figures that stand in brackets of their own in the row of items: `통권 제41호(제17권 제2호)`,
    `(2013)`.
    """
    row: list[Item] = []
    for item in items:
        if item.kind == "paren":
            kind = bracket_kind(draft, item)
            if kind in ("flat", "imprint") and _in_a_name(draft, row, item):
                row[-1].end = item.end
                continue
            if kind in ("imprint", "other") and _acronym_of_meeting(draft, row, item):
                row[-1].end = item.end
                if not any(other.date is not None for other in items):
                    row.extend(part for part in scan_inside(draft.source, item) if part.date is not None)
                continue
            if _part_of_title(draft, row, item):
                row[-1].end = item.end
                continue
            if _numbered_part(draft, row, item):
                row.pop()
                row[-1].end = item.end
                continue
            if kind == "flat" and (_year_of_resolution(draft, row, item) or _years_of_title(draft, row, items, item)):
                row[-1].end = item.end
                continue
            if kind == "flat" and item.mark == "[" and _first_edition(draft, row, item):
                continue
            if kind == "flat":
                row.extend(part for part in scan_inside(draft.source, item) if part.kind != "sep")
                continue
            item.kind = kind
        elif item.kind == "quote" and draft.source.tokens[item.first].kind == "u" and item.last - item.first == 1:
            item = scan(draft.source, item.first, item.last)[0]
        row.append(item)
    return row


_YEARS = regex.compile(r"\((?:1[5-9]|20)\d\d\s?[-–~∼～]\s?(?:(?:1[5-9]|20)?\d\d)?(?:년대?)?\)")


_PART = regex.compile(r"\((?:[상중하上中下](?:권|편)?|[IVX]{1,4}|[Ⅰ-Ⅻ])\)")


def _part_of_title(draft: Draft, row: Sequence[Item], item: Item) -> bool:
    """Whether a part of a set is glued to a title without marks: `자본론 1(상), 김수행 역`."""
    glued = bool(row) and row[-1].kind == "text" and row[-1].end == item.start
    return glued and _PART.fullmatch(draft.source.text, item.start, item.end) is not None


def _numbered_part(draft: Draft, row: Sequence[Item], item: Item) -> bool:
    """Whether a part of a set stands behind the number that ends a title: `자본론 1(상), 칼 마르크스, …`."""
    if len(row) < 2 or row[-2].kind != "text" or row[-1].figure is None or row[-1].figure.field != "bare":
        return False
    glued = row[-1].end == item.start and row[-1].start - row[-2].end == 1
    return glued and _PART.fullmatch(draft.source.text, item.start, item.end) is not None


def _years_of_title(draft: Draft, row: Sequence[Item], items: Sequence[Item], item: Item) -> bool:
    """Whether a range of years in a bracket ends a title without marks, another date following: `계급구조 재편(1945~1950), …, 2014`."""
    before = row[-1] if row else None
    if before is None or before.kind != "text" or before.end != item.start or item.mark != "(":
        return False
    if _YEARS.fullmatch(draft.source.text, item.start, item.end) is None:
        return False
    years = [part for part in items if part.kind == "date"]
    return bool(years) and " " in draft.text(before.start, before.end)


_FIRST_YEAR = regex.compile(r"\[(?P<first>1[5-9]\d\d|20\d\d)\]\s?(?P<year>1[89]\d\d|20\d\d)(?!\d)")


def _first_edition(draft: Draft, row: Sequence[Item], item: Item) -> bool:
    """Whether a square bracket beside the year has that of the first edition: `[1917] 2005`, `2005 [1917]`; a problem says so."""
    before = row[-1].date if row else None
    if before is not None and before.shape == "year" and item.end - item.start == 6:
        year = draft.text(item.start + 1, item.end - 1)
        if not year.isdigit() or before.year is None or int(year) >= before.year or item.start - row[-1].end > 1:
            return False
    else:
        match = _FIRST_YEAR.match(draft.source.text, item.start, draft.end)
        if match is None or match["first"] >= match["year"]:
            return False
    draft.doubtful("The year of the first edition has no field", item.start + 1, item.end - 1, 0.02)
    return True


_RESOLUTION = regex.compile(r"[Rr]es(?:olution|\.)s?\s(?:No\.\s)?\d{2,4}\s?$")


def _year_of_resolution(draft: Draft, row: Sequence[Item], item: Item) -> bool:
    """Whether a bracket holds the year of a resolution named in a title: `… Pursuant to Resolution 1874 (2009), S/2014/147`."""
    before = row[-1] if row else None
    if before is None or before.kind != "text" or item.mark != "(" or item.end - item.start != 6:
        return False
    found = _RESOLUTION.search(draft.source.text, max(before.start, before.end - 24), before.end)
    return found is not None and found.start() > before.start + 20


_ACRONYM = regex.compile(r"\(\p{Lu}[\p{Lu}\p{Ll}&·-]{1,9}(?:[\s-]?(?:['’]\d\d|(?:19|20)\d\d))?\)")


def _acronym_of_meeting(draft: Draft, row: Sequence[Item], item: Item) -> bool:
    """Whether a bracket glued to a meeting's name holds its acronym and year: `한국컴퓨터종합학술대회(KCC 2023)`."""
    before = row[-1] if row else None
    if before is None or before.kind != "text" or item.start - before.end > 1:
        return False
    told = _ACRONYM.fullmatch(draft.source.text, item.start, item.end) is not None
    return told and is_meeting(draft.text(max(before.start, before.end - 60), before.end))


def _in_a_name(draft: Draft, row: Sequence[Item], item: Item) -> bool:
    """Whether the city or years in a bracket belong to a serial's name, as the journals' table has it: `Physics (Pyongyang)`."""
    before = row[-1] if row else None
    if before is None or before.kind != "text" or not ends_a_name(draft.text(item.start, item.end)):
        return False
    return is_listed(draft.text(before.start, item.end))


def put_imprint(draft: Draft, start: int, end: int, *, bracket: Item | None = None) -> None:
    """Read an imprint.

    imprint := [place ":"] publisher ["," date] | place | university thesis ["," date] | date
    """
    source = draft.source
    inside = scan(source, *token_range(draft, start, end)) if bracket is None else scan_inside(source, bracket)
    texts: list[Item] = []
    for item in inside:
        if item.kind == "date" and item.date is not None:
            draft.put_date(item.date)
        elif item.kind == "figure" and item.figure is not None and item.figure.field not in ("bare", "range"):
            draft.put_figure(item.figure)
        elif item.kind in ("url", "doi", "isbn"):
            draft.put(item.kind, item.start, item.end)
        elif item.kind == "accessed":
            draft.put_accessed(item)
        elif item.kind == "figure" and texts and _numbers_series(draft, texts[-1], item):
            texts[-1] = Item("text", texts[-1].start, item.end)
        elif item.kind != "sep" and not is_remark(draft.text(item.start, item.end).strip("[]")):
            edge = not texts or item is inside[-1]
            if not edge or folded(draft.text(item.start, item.end)) not in words("role"):  # `(공저, 창비, 2014)`
                texts.append(item)
    _place_and_publisher(draft, texts)


def _numbers_series(draft: Draft, before: Item, item: Item) -> bool:
    """Whether a bare number stands right behind a series' name: `(서울: 아카넷, 대우학술총서 612)`."""
    if item.start - before.end > 1 or before.kind != "text":
        return False
    return draft.text(before.start, before.end).endswith(("총서", "시리즈", "학술집", "문고", "신서", "전서", "eries"))


def _place_and_publisher(draft: Draft, texts: Sequence[Item]) -> None:
    texts = _people_in_bracket(draft, texts) if texts else texts
    if len(texts) > 1 and _is_genre(draft.text(texts[0].start, texts[0].end)):
        draft.put("genre", texts[0].start, texts[0].end)
        texts = texts[1:]
    if not texts:
        return
    if _series_first(draft, texts) and draft.put("collection_title", texts[0].start, texts[0].end):
        texts = texts[1:]
    start, end = texts[0].start, texts[-1].end
    printed = draft.text(start, end)
    if len(texts) == 1 and _is_genre(printed):
        draft.put("genre", start, end)
        return
    if (found := thesis(printed)) is not None:
        put_thesis(draft, start, end, found)
        return
    colon = printed.find(":")
    if colon > 0 and _imprint_colon(printed):
        draft.put("place", start, start + colon)
        start += colon + 1
    elif is_place(draft.text(texts[0].start, texts[0].end)) and len(texts) <= 2:
        state = len(texts) == 2 and STATE_ALONE.fullmatch(draft.text(texts[1].start, texts[1].end)) is not None
        draft.put("place", texts[0].start, texts[1 if state else 0].end)  # `(Washington, DC, 1984)`
        if state or len(texts) == 1:
            return
        start = texts[1].start
    if draft.title_mark in ARTICLE_MARKS and is_meeting(draft.text(start, end)):
        host = "event" if draft.has("container_title") else "container_title"
        if draft.put(host, start, end):
            return  # `(한국교육학회 춘계학술대회, 2016. 4. 23)`
    _publisher_and_series(draft, [(max(start, text.start), text.end) for text in texts if text.end > start])


STATE_ALONE = re.compile(r"[A-Z]{2}|D\.C\.?")
"""The letters of a state behind its town."""
_STATE = regex.compile(r"(?:[A-Z]{2}|D\.C\.|[A-Z]\p{Ll}+):\s?\S")


_SERIES_END = ("전서", "신서", "총서", "문고")


def _series_first(draft: Draft, texts: Sequence[Item]) -> bool:
    """Whether a series stands before the imprint in its bracket: `(Critical Asian Scholarship, Lanham: Rowman & Littlefield, 1989)`."""
    if len(texts) not in (2, 3):
        return False
    first, second, *state = (draft.text(text.start, text.end).strip() for text in texts)
    if state:  # `Washington, DC: …`
        second = f"{second}:" if _STATE.match(state[0]) is not None else ""
    body = ends_with(first, "body_end") and not first.startswith(("Studies ", "Papers ", "Monographs "))
    short = " " not in first and not first.endswith(_SERIES_END)
    if ":" in first or short or is_place(first) or is_press(first) or body:
        return False
    place, colon, _ = second.partition(":")
    entry = look_up(first)
    if entry is not None and entry.kind != "series":
        return False
    if colon:
        return is_place(place.strip())
    told = entry is not None or KOREAN.search(first) is None
    return (told and is_press(second)) or first.endswith(_SERIES_END)


def _publisher_and_series(draft: Draft, parts: Sequence[tuple[int, int]]) -> None:
    """source := publisher ["," series number] | series number — `(통일연구원, 연구총서 16-02)`, `(통일연구원 연구총서 16-24)`."""
    publishers: list[tuple[int, int]] = []
    for start, end in parts:
        printed = draft.text(*draft.trimmed(start, end))
        if is_code(printed) and publishers and draft.put("number", start, end):
            continue
        if is_report_number(printed) and put_report_number(draft, [Item("text", start, end)], 0):
            continue
        if _NUMBERED_SERIES.search(draft.source.text, start, end) is None:
            publishers.append((start, end))
            continue
        if not draft.put("collection_title", start, end):
            draft.leave(start, end, "a second collection")
    site = not draft.has("title") and folded(str(draft.values.get("container_title", ""))) in words("web_site")
    if publishers and site and draft.people and draft.put("title", publishers[0][0], publishers[-1][1]):
        return  # `KOSIS(통계청, 가계동향조사)`
    if publishers and not draft.put("publisher", publishers[0][0], publishers[-1][1]):
        draft.leave(publishers[0][0], publishers[-1][1], "a second publisher")


_NUMBERED_SERIES = regex.compile(r"(?:총서|시리즈|학술집|문고|신서|전서|[Ss]eries)\s(?:제\s?)?(?:No\.\s?)?\d[\d–-]*$")


def _people_in_bracket(draft: Draft, texts: Sequence[Item]) -> Sequence[Item]:
    """people := author ("," name role)* — first in a bracket behind a title; gives the texts behind them."""
    authored = bool(draft.people)
    roles: list[People | None] = []
    for text in texts:
        people = read_names(draft.source.text, text.start, text.end)
        roles.append(people if people is not None and people.role is not None else None)
    taken = 0
    for index, text in enumerate(texts):
        found = roles[index]
        if found is None and not authored and index == 0 and len(texts) > 1:
            found = _author_in_bracket(draft, text, texts[1])
            foreign = read_names(draft.source.text, text.start, text.end)
            if found is None and foreign is not None and roles[1] is not None:
                found = foreign
        if found is None:
            break
        draft.add_people(found, found.role or "authors")
        taken = index + 1
    return texts[taken:]


def _is_genre(printed: str) -> bool:
    """Whether a text in a bracket is the word for a kind of work and nothing else: `(연구보고서, 통일연구원, 2009)`."""
    if (
        folded(printed) in words("work_kind")
        or folded(printed) in _THESIS_ALONE
        or (printed.endswith("연구보고서") and " " not in printed)
    ):
        return True
    found = genre_in(printed)
    return found is not None and (found[0], found[1]) == (0, len(printed)) and thesis(printed) is None


def _author_in_bracket(draft: Draft, first: Item, second: Item) -> People | None:
    """The author that stands first in a bracket behind a title: `(이청준, 문학과지성사, 1976)`."""
    people = read_names(draft.source.text, first.start, first.end)
    printed = draft.text(first.start, first.end)
    house = is_press(draft.text(second.start, second.end))
    several = people is not None and people.strength == 2 and (len(people.persons) > 1 or house)
    if (
        people is None
        or not (several or people.strength == 3)
        or is_place(printed)
        or look_up(printed) is not None
        or ":" in printed
    ):
        return None
    return people


def token_range(draft: Draft, start: int, end: int) -> tuple[int, int]:
    """The half-open range of tokens between two places of the text."""
    tokens = draft.source.tokens
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].start < start:
            low = middle + 1
        else:
            high = middle
    first = low
    while low < len(tokens) and tokens[low].end <= end:
        low += 1
    return first, low


@cache
def _thesis_pattern() -> regex.Pattern[str]:
    return regex.compile(alternatives("thesis"), regex.IGNORECASE)


_DEGREE_ALONE = regex.compile(r"(?:국내|해외|미간행)?\s?(?P<degree>(?:박사|석사)\s?학위)")
"""The degree alone, where a thesis would be named: `석사학위, 이화여자대학교 대학원, 2022`."""
_THESIS_ALONE = frozenset({"dissertation", "thesis", "doctoral", "master’s", "diss"})
"""The word for a thesis that stands alone in its bracket: `Title [dissertation]. Seoul: …; 2012.`"""
_TOWN = regex.compile(r"\p{Lu}[\p{L}.’'-]+(?:\s\p{Lu}[\p{L}.’'-]+){0,2}")
_WORD_FOR_THESIS = regex.compile(r"(?<!\p{L})(?:dissertation|thesis)(?=\W*$)")
"""The word alone, behind its university: `Columbus: The Ohio State University dissertation`."""
_DEGREE = regex.compile(r"(?:대학교|대학원|[학]과|전공)\s(박사|석사)$")
"""The degree alone, behind the school: `고려대학교 대학원 박사`."""


@lru_cache(maxsize=2048)
def thesis(printed: str) -> tuple[int, int, str] | None:
    """Where a text names a thesis, and the genre: in Korean in its usual spelling, in English as printed."""
    match = _thesis_pattern().search(printed[:300])
    if match is None and (word := _WORD_FOR_THESIS.search(printed[:200])) is not None:
        if folded(printed.strip(" .")) in _THESIS_ALONE:
            return 0, len(printed), printed
        if _UNIVERSITY_EN.search(printed[: word.start()]) is not None or printed[: word.start()].rstrip().isupper():
            return *word.span(), word.group()
    if match is None and (alone := _DEGREE_ALONE.fullmatch(printed)) is not None:
        return *alone.span("degree"), f"{alone['degree'][:2]}학위논문"
    if match is None:
        degree = _DEGREE.search(printed[:300]) if printed.endswith(("박사", "석사")) else None
        return (*degree.span(1), f"{degree[1]}학위논문") if degree is not None else None
    genre = match.group()
    usual = words("thesis").get(folded(genre), genre)
    if not KOREAN.search(genre):
        usual = genre + usual[len(genre) :]  # the full stop of "diss." may stand outside of what was matched
    return match.start(), match.end(), usual


_UNIVERSITY = regex.compile(
    r"\p{Hangul}{2,12}?(?:대학원대학교|과학기술원|대학교|대학원|대학)(?!\p{Hangul})|\p{Hangul}{2,12}?(?:대학교|대(?=\s?대학원))|(?<!\p{Hangul})\p{Hangul}{2,4}대(?=\s|$)|KAIST|카이스트|포스텍"
)
_UNIVERSITY_EN = regex.compile(
    r"(?:University of [\p{Lu}][\p{L} ,-]{1,40}"
    r"|KAIST|POSTECH|UNIST|DGIST|GIST"
    r"|(?:[\p{Lu}][\p{L}'’.-]*\s){1,5}(?:University|Univ\b\.?|Institute|College)(?: of [\p{Lu}]\p{L}+)*)"
)


def put_thesis(draft: Draft, start: int, end: int, found: tuple[int, int, str]) -> None:
    """Read a thesis note.

    thesis := university [graduate school] [department] genre | genre "," university — the publisher is the
    university alone.
    """
    begin, stop, genre = found
    draft.put("genre", start + begin, start + stop, genre)
    place, colon, school = draft.text(start, start + begin).partition(":")
    town = is_place(place.strip()) or _TOWN.fullmatch(place.strip()) is not None
    if colon and town and draft.put("place", start, start + len(place)):
        if not put_university(draft, start + len(place) + 1, start + begin) and 1 < len(school.strip()) < 40:
            draft.put("publisher", start + len(place) + 1, start + begin)  # `Cambridge, MA: MIT PhD thesis`
        return
    for part_start, part_end in ((start, start + begin), (start + stop, end)):
        if put_university(draft, part_start, part_end):
            return


_SCHOOL = regex.compile(
    r"(?:파리|리옹|보르도)\s?(?:제\s?)?\d{1,2}\s?대학교?|베를린\s(?:자유|훔볼트|공과)\s?대학교?|런던정경대(?:학교?)?"
    r"|(?:파리|프랑스)\s(?:고등사회과학연구원|사회과학고등연구원|정치대학)|한국학중앙연구원|한국정신문화연구원|KDI\s?국제정책대학원|사법연수원"
    r"|\p{Han}{2,8}大學(?:校|院)?"
)
"""Schools that award degrees and don't end as universities' names do, or whose town belongs to the name."""


def is_university(printed: str) -> bool:
    """Whether a text is a university, with its school or department: `경기대학교 정치전문대학원`."""
    return (_UNIVERSITY if KOREAN.search(printed) else _UNIVERSITY_EN).match(printed) is not None


def put_university(draft: Draft, start: int, end: int) -> bool:
    """Take the university alone from a text that names its graduate school or department too."""
    printed = draft.text(start, min(end, start + 200))
    pattern = _UNIVERSITY if KOREAN.search(printed) else _UNIVERSITY_EN
    match = _SCHOOL.search(printed) or pattern.search(printed)
    if match is None:
        return False
    place = printed[: match.start()].rstrip()
    if place.endswith(":") and is_place(place.rstrip(": ")):  # `[석사학위논문]. 서울: 연세대학교; 2013`
        draft.put("place", start, start + len(place) - 1)
    return draft.put("publisher", start + match.start(), start + match.end())


@cache
def _genre_pattern() -> regex.Pattern[str]:
    return regex.compile(rf"{alternatives('genre')}(?!\p{{L}})", regex.IGNORECASE)


@lru_cache(maxsize=2048)
def genre_in(printed: str) -> tuple[int, int, str] | None:
    """Where a short text names what kind of work it is (연구보고서, 발표문, dataset), and the type that stands for."""
    match = _genre_pattern().search(printed[:120])
    if match is None:
        return None
    return (
        match.start(),
        match.end(),
        words("genre").get(folded(match.group()), "report"),
    )
