"""What single pieces of a work are: names before a title, bodies, containers and imprints after it, lone numbers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.imprint import (
    genre_in,
    is_place,
    is_press,
    is_remark,
    put_imprint,
    put_thesis,
    put_university,
    thesis,
)
from juche_toolkit.citation.items import ARTICLE_MARKS, BOOK_MARKS, Item
from juche_toolkit.citation.journals import Authority, look_up
from juche_toolkit.citation.names import People, begins_with_role, read_names
from juche_toolkit.citation.words import KOREAN, alternatives, ends_with, folded, starts_with, words

__all__ = [
    "PERIODICAL",
    "PREFIX",
    "SERIES",
    "after_title",
    "bare_number",
    "container_like",
    "is_numbered",
    "periodical",
    "put_container",
    "put_paper",
    "put_report_number",
    "put_speech",
    "take_figure",
]

PERIODICAL = frozenset({"journal", "newspaper", "magazine", "agency", "yearbook", "broadcaster", "website"})
_NUMBERING = frozenset({"volume", "issue", "whole_number", "bare"})
SERIES = regex.compile(r"총서|문고|시리즈|학술집|(?i:\bseries\b|occasional paper|monograph|\bpapers? no\b)")
_UN_SYMBOL = regex.compile(r"[AESN]/(?:[\p{Lu}\d.]{1,12}/){0,3}\d{1,4}(?:/\d{1,4})?(?:/(?:Add|Rev)\.\d)?")
_NEWS_PAGE = regex.compile(r"(?:[Pp]\.\s?)?\p{Lu}-?\d{1,3}(?:[-–]\p{Lu}?\d{1,3})?")
_PART = regex.compile(r"[상중하上中下](?:권|卷|편|篇|冊)?|[전후]편|[前後]篇|[상하]·?[하]")
_REIGN = regex.compile(
    r"(?:태조|정종|태종|세종|문종|단종|세조|예종|성종|연산군|중종|인종|명종|선조|광해군|인조|효종|현종|숙종|경종|영조|정조|순조|헌종"
    r"|철종|고종|순종|광무|융희|건양|개국|명치|대정|소화|明治|大正|昭和|光武|隆熙)\s?\d{1,3}\s?[년年]"
)
_KIND_OF_PAGE = regex.compile(r"(?:\p{Lu}{2,5}\s)?[\p{Ll}-]{3,20}(?:\s[\p{Ll}-]{2,20}){0,3}")
"""What kind of page is cited, in small letters: `product page`, `developer documentation`."""
_CODE = regex.compile(r"\p{Lu}{1,6}[ -]?\d{2,4}(?:[-–]\p{Lu}?\d{1,3}){1,3}")
_PAPER = regex.compile(r"\s(?P<genre>발표문|토론문|발표논문|발표 ?자료|기조연설문)$")
_EVENT = regex.compile(r"(?P<event>\S.{0,150}?)(?:에서|에|과|와)\s(?:한|하신|보낸|행한)\s")
PREFIX = regex.compile(r"(?:월간|계간|주간|격월간|반월간|일간|[Ii]n:?|잡지|신문|론문|저서|도서)\s")


def periodical(text: str) -> Authority | None:
    """The authority's entry if a text names a journal, newspaper, agency, broadcaster or website."""
    found = look_up(text)
    return found if found is not None and found.kind in PERIODICAL and found.csl_type != "book" else None


def container_like(text: str) -> bool:
    """Whether a text has the form of a journal's, newspaper's, broadcaster's or conference's name."""
    return (
        periodical(text) is not None
        or folded(text) in words("agency") or folded(text) in words("web_site") or folded(text) in words("broadcast")
        or ends_with(text, "journal_end") or starts_with(text, "journal_start") or ends_with(text, "news_end")
        or is_meeting(text) or ends_with(text, "site_end")
    )  # fmt: skip


@cache
def _meeting() -> regex.Pattern[str]:
    return regex.compile(alternatives("meeting"), regex.IGNORECASE)


def is_meeting(text: str) -> bool:
    """Whether a text names a conference or its proceedings."""
    return _meeting().search(text, 0, 300) is not None


def is_numbered(items: Sequence[Item], index: int) -> bool:
    """Whether volume or issue follow the item at `index` at once: `학술지, 12(3)`, `『책』 제2권`."""
    for item in items[index + 1 :]:
        if item.kind == "figure" and item.figure is not None:
            return item.figure.field in _NUMBERING
        if item.kind == "date" or (item.kind == "sep" and item.mark in ",.") or item.kind in ("other", "remark"):
            if item.kind == "sep" and item.mark == ".":
                return False
            continue
        return False
    return False


def take_figure(draft: Draft, items: Sequence[Item], index: int) -> None:
    """Give a figure its field; what a lone number or range counts depends on what stands before it."""
    figure = items[index].figure
    if figure is None or _dashed_numbering(draft, items, index):
        return
    if figure.field == "range" and _set_of_volumes(draft, items, index):
        return
    if figure.field == "range" and index and items[index - 1].kind == "text" and not draft.has("container_title"):
        draft.leave(figure.start, figure.end, "a number whose meaning isn't clear")
    elif figure.field == "range" or (figure.field == "bare" and not bare_number(draft, items, index)):
        if _goes_on_pages(draft, items, index):
            return
        if draft.has("pages") or (not draft.has("title", "container_title", "publisher") and not draft.people):
            draft.leave(figure.start, figure.end, "a number whose meaning isn't clear")
        else:
            draft.put("pages", figure.value_start, figure.value_end, figure.value)
    elif figure.field != "bare":
        draft.put_figure(figure)


def _dashed_numbering(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """dashed := volume "-" issue ["호"] — right behind a container, with pages to follow or a falling pair: `26-3, 1-20`."""
    figure = items[index].figure
    if figure is None or figure.field not in ("range", "issue") or draft.has("volume", "issue") or not index:
        return False
    first, dash, second = figure.value.partition("-")
    if not dash or not (first.isdigit() and second.isdigit()) or len(second) > 2 or not draft.has("container_title"):
        return False
    behind_it = items[index - 1].start <= draft.spans["container_title"][0] < items[index - 1].end + 1 or (
        items[index - 1].kind in ("sep", "date") and index > 1)  # fmt: skip
    later = any(item.figure is not None and item.figure.field in ("range", "pages") for item in items[index + 1 :])
    falls = int(first) > int(second)
    if not behind_it or not (falls or (later and figure.field == "range")):
        return False
    end = figure.value_start + len(first)
    return draft.put("volume", figure.value_start, end, first) and draft.put(
        "issue", figure.value_end - len(second), figure.value_end, second
    )


def _goes_on_pages(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Take a number behind a comma that goes on a list of pages without a unit: `(Seoul: KINU, 2004), 53, 62-64.`"""
    figure, before = items[index].figure, items[index - 2].figure if index > 1 else None
    if figure is None or before is None or items[index - 1].mark != "," or "pages" not in draft.spans:
        return False
    start, end = draft.spans["pages"]
    if before.field not in ("bare", "range") or before.value_end != end:
        return False
    draft.values["pages"] = f"{draft.values['pages']}, {figure.value}"
    draft.spans["pages"] = (start, figure.value_end)
    return True


def _edition(item: Item) -> bool:
    """Whether an item is the number of an edition."""
    return item.figure is not None and item.figure.field == ""


def _set_of_volumes(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """A range of volumes right behind a book's title: `『역사의 언덕에서』 1~5, 한길사`."""
    figure, before = items[index].figure, items[index - 1] if index else None
    if figure is None or before is None or before.kind != "quote" or before.mark not in BOOK_MARKS:
        return False
    first, _, last = figure.value.partition("-")
    small = first.isdigit() and last.isdigit() and int(first) < int(last) <= 60
    if not small or draft.has("container_title", "volume") or index + 1 == len(items):
        return False
    return items[index + 1].kind in ("imprint", "sep") and draft.put(
        "volume", figure.value_start, figure.value_end, figure.value
    )


def bare_number(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """A lone number right after a container is its issue, or its volume; True if it was taken as that.

    The authority table says which; without an entry a number before `no. 3`, or before `(2010): 45`, is the volume.
    """
    figure = items[index].figure
    before = items[index - 1] if index else None
    if figure is None or before is None:
        return False
    works = str(draft.values.get("title", ""))
    if before.kind in ("text", "quote") and ends_with(works, "works_end") and draft.spans["title"][1] <= before.end:
        return draft.put("volume", figure.value_start, figure.value_end, figure.value)
    whole = before.kind == "quote" and before.mark in BOOK_MARKS and draft.has("title") and not draft.has("volume")
    if (
        whole
        and (index + 1 == len(items) or items[index + 1].kind in ("imprint", "sep") or _edition(items[index + 1]))
        and draft.container_mark != before.mark
    ):
        return draft.put("volume", figure.value_start, figure.value_end, figure.value)
    if not draft.has("container_title"):
        return False
    if before.kind == "sep" and before.mark == "," and index > 1 and _pages_follow(draft, items, index):
        field = "issue" if _bare_field(draft) == "issue" else "volume"
        return draft.put(field, figure.value_start, figure.value_end, figure.value)
    if before.kind not in ("text", "quote", "other", "taken"):
        return False
    if before.kind == "quote" and before.mark in ARTICLE_MARKS and draft.container_mark != before.mark:
        return False
    later = [item.figure.field for item in items[index + 1 :] if item.figure is not None]
    entry = look_up(str(draft.values["container_title"]))
    if "issue" in later or ends_with(str(draft.values["container_title"]), "works_end"):
        field = "volume"
    elif entry is not None and entry.bare_number:
        field = "volume" if entry.bare_number == "volume" else "issue"
    elif _chicago_volume(items, index):
        field = "volume"
    else:
        field = "issue"
    return draft.put(field, figure.value_start, figure.value_end, figure.value)


def _bare_field(draft: Draft) -> str:
    """What the authority table says a lone number behind this container counts."""
    entry = look_up(str(draft.values["container_title"]))
    return entry.bare_number if entry is not None else ""


def _pages_follow(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether a lone number behind a comma stands between the container and pages: `국어학, 75, 100-130`."""
    if draft.has("volume", "issue", "pages") or items[index - 2].kind not in ("text", "quote", "other", "taken"):
        return False
    later = [item.figure.field for item in items[index + 1 :] if item.figure is not None]
    return bool(later) and later[0] in ("range", "pages")


def _chicago_volume(items: Sequence[Item], index: int) -> bool:
    """Whether `(2010): 45` follows: then a lone number is the volume."""
    kinds = [(item.kind, item.mark) for item in items[index + 1 : index + 3]]
    return len(kinds) == 2 and kinds[0][0] == "date" and kinds[1] == ("sep", ":")


def put_speech(draft: Draft, start: int, end: int, found: tuple[int, int, str]) -> None:
    """speech := occasion "에서 한" genre — `조선로동당 제8차대회에서 한 보고`."""
    printed = draft.text(start, end)
    draft.put("genre", start + found[0], start + found[1])
    match = _EVENT.match(printed)
    if match is not None:
        draft.put("event", start + match.start("event"), start + match.end("event"))


def after_title(draft: Draft, items: Sequence[Item], index: int) -> None:
    """Read one text behind the title.

    behind := thesis | people role | periodical | place ":" publisher | place | series | genre | container | publisher
    """
    item = items[index]
    start, end = item.start, item.end
    if match := PREFIX.match(draft.source.text, start, end):
        start = match.end()
        if match.group().casefold().startswith("in") and (host := _host_end(draft, items, index)) is not None:
            draft.put("container_title", start, host)
            return
    printed = draft.text(start, end).strip(" .,:")
    if draft.whole_date and _NEWS_PAGE.fullmatch(printed) is not None and draft.put("pages", start, end):
        return
    if _PART.fullmatch(printed) is not None and draft.title_mark in BOOK_MARKS and draft.put("volume", start, end):
        return
    if _REIGN.match(printed) is not None:
        draft.put("locator", start, end)
        return
    if (is_remark(printed) and periodical(printed) is None) or not any(character.isalnum() for character in printed):
        return
    if (found := thesis(printed)) is not None:
        put_thesis(draft, start, end, found)
    elif (
        put_report_number(draft, start, end)
        or (thesis(str(draft.values.get("genre", ""))) is not None and put_university(draft, start, end))
        or (_UN_SYMBOL.fullmatch(printed) is not None and draft.put("number", start, end))
    ):
        return
    elif _vernacular(draft, items, index):
        draft.put("title_vernacular", start, _with_number(draft, items, index))
    elif _people_behind(draft, items, index):
        return
    elif not _known_body(draft, items, index, start, end, printed):
        _by_position(draft, items, index, start, end, printed)


@cache
def _report_number() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?:(?P<body>\p{{Hangul}}{{2,20}}|\p{{Lu}}{{2,6}})\s)?(?P<genre>{alternatives('genre')}|[\p{{Hangul}}]{{0,6}}(?:연구|정책)?보고서?)\s?,?\s?(?:No\.?\s?|제\s?)?"
        r"(?P<number>(?:\p{Lu}{1,5}[ -]?)?\d{1,4}(?:[-–](?:\p{Lu}|\p{Hangul})?\d{0,3}){0,2})(?:호)?",
        regex.IGNORECASE,
    )


def put_report_number(draft: Draft, start: int, end: int) -> bool:
    """report number := genre ["No."] number — `연구보고 RRI 2017-4`, `Working Paper No. 12`."""
    start, end = draft.trimmed(start, end)
    if end - start >= 60 or draft.has("genre", "number"):
        return False
    if (code := _CODE.fullmatch(draft.source.text, start, end)) is not None and draft.has("title"):
        return not draft.has("container_title") and draft.put("number", *code.span())
    match = _report_number().fullmatch(draft.source.text, start, end)
    if match is None:
        return False
    if match.group("body"):
        draft.put("publisher", *match.span("body"))
    return draft.put("genre", *match.span("genre")) and draft.put("number", *match.span("number"))


def _host_end(draft: Draft, items: Sequence[Item], index: int) -> int | None:
    """The end of a book's title with commas or years in it, behind `in`: up to its editor, or its imprint."""
    if draft.has("container_title") or not draft.has("title"):
        return None
    text, last = draft.source.text, index
    for place in range(index + 1, len(items)):
        item = items[place]
        if item.kind == "imprint" or (item.kind == "text" and begins_with_role(text, item.start, item.end)):
            for taken in items[index + 1 : last + 1]:
                taken.kind = "taken"
            return items[last].end
        if item.kind == "text" or (item.date is not None and item.date.shape == "year"):
            last = place
        elif item.kind != "sep" or item.mark != ",":
            return None
    return None


def _vernacular(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether a text in Korean stands right behind a romanized title, with nothing between them."""
    title = str(draft.values.get("title", ""))
    if index == 0 or items[index - 1].kind != "quote" or draft.has("title_vernacular") or not title:
        return False
    printed = draft.text(items[index].start, items[index].end)
    if draft.source.inner(items[index - 1]).endswith(",") or periodical(printed) is not None:
        return False
    if KOREAN.search(title) is not None or KOREAN.search(printed) is None:
        return False
    if not is_numbered(items, index) or _volume_of_book(draft, items, index):
        return True
    return (bool(draft.people) and items[index].start - items[index - 1].end <= 1
        and _with_number(draft, items, index) > items[index].end)  # fmt: skip


def _with_number(draft: Draft, items: Sequence[Item], index: int) -> int:
    """The end of a vernacular title; a number that ends the romanized title too belongs to it."""
    following = items[index + 1] if index + 1 < len(items) else None
    if following is None or following.figure is None or following.figure.field != "bare":
        return items[index].end
    if not str(draft.values.get("title", "")).endswith(following.figure.value):
        return items[index].end
    following.kind = "taken"
    return following.end


def _volume_of_book(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether the number behind a text is a volume at once, and the title before it is marked as a whole's."""
    later = next((item for item in items[index + 1 :] if item.kind != "other"), None)
    following = later.figure if later is not None else None
    return following is not None and following.field == "volume" and draft.title_mark in BOOK_MARKS


def _people_behind(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Names with a role behind the title, or an author there if none stood before it."""
    item = items[index]
    led = PREFIX.match(draft.source.text, item.start, item.end)
    people = read_names(draft.source.text, led.end() if led is not None else item.start, item.end)
    if people is None:
        return False
    following = items[index + 1] if index + 1 < len(items) else None
    role = people.role
    printed = draft.text(item.start, item.end)
    if role is None and following is not None and following.kind == "role":
        role = words("role").get(folded(draft.source.inner(following)))
    if role is None and people.strength >= 2:
        role = _role_of_next(draft, items, index)
        if role == "translators" and not draft.people.get("authors"):
            role = "authors"
    if role is not None:
        draft.add_people(people, role)
        if begins_with_role(draft.source.text, item.start, item.end):
            _more_helpers(draft, items, index, role)
        draft.inside = role == "editors" and bool(draft.people.get("authors")) and draft.has("title")
        return True
    quoted = next((later for later in items[index + 1 :] if later.kind == "quote"), None)
    if quoted is not None and draft.has("container_title") and not draft.has("title") and people.strength >= 2:
        draft.add_people(people, "authors")
        return True
    if (
        quoted is not None
        and quoted.mark in BOOK_MARKS
        and draft.has("title")
        and (people.et_al or people.strength == 3)
    ):
        draft.add_people(people, "editors")
        draft.doubtful("These names stand before the whole; they are taken as its editors", item.start, item.end)
        return True
    first = not any(earlier.kind == "text" for earlier in items[:index])
    more = any(later.kind in ("text", "imprint") for later in items[index + 1 :])
    known = look_up(printed) is not None or is_press(printed) or ends_with(printed, "body_end")
    if not draft.people and first and more and people.strength >= 2 and not known and not is_numbered(items, index):
        draft.add_people(people, "authors")
        return True
    if not draft.people and first and not known and _foreign_behind(draft, items, index, people):
        draft.add_people(people, "authors")
        return True
    return False


def _role_of_next(draft: Draft, items: Sequence[Item], index: int) -> str | None:
    """The role printed behind the last of several names: `김명진, 이종민 옮김`."""
    for item in items[index + 1 :]:
        if item.kind == "sep" and item.mark in ",·":
            continue
        people = read_names(draft.source.text, item.start, item.end) if item.kind == "text" else None
        if people is None or people.strength < 2 or look_up(draft.text(item.start, item.end)) is not None:
            return None
        if people.role is not None:
            return people.role
    return None


def _foreign_behind(draft: Draft, items: Sequence[Item], index: int, people: People) -> bool:
    """A foreign author in Hangul behind a book's title, with a translator or publisher next: `『소립자』, 미셸 우엘벡, 열린책들`."""
    printed = draft.text(items[index].start, items[index].end)
    if people.strength < 1 or " " not in printed or container_like(printed) or is_numbered(items, index):
        return False
    following = next((item for item in items[index + 1 :] if item.kind in ("text", "imprint", "quote")), None)
    if following is None or following.kind == "quote":
        return False
    if following.kind == "imprint":
        return True
    behind_it = draft.text(following.start, following.end)
    role = read_names(draft.source.text, following.start, following.end)
    return is_press(behind_it) or (role is not None and role.role is not None)


def _more_helpers(draft: Draft, items: Sequence[Item], index: int, role: str) -> None:
    """The further names of `ed. A, B, and C`: up to the one behind `and`, or those that surely are names."""
    texts: list[Item] = []
    for item in items[index + 1 : index + 12]:
        if item.kind == "text" and not begins_with_role(draft.source.text, item.start, item.end):
            texts.append(item)
        elif item.kind != "sep" or item.mark != ",":
            break
    last = next((place for place, item in enumerate(texts) if _joined_by_and(draft, item)), -1)
    for place, item in enumerate(texts):
        people = read_names(draft.source.text, item.start + 4 * (place == last), item.end)
        if people is None or people.role is not None or (place > last and not _surely_names(draft, item, people)):
            return
        draft.add_people(people, role)
        item.kind = "taken"


def _joined_by_and(draft: Draft, item: Item) -> bool:
    return draft.source.text.startswith("and ", item.start)


def _surely_names(draft: Draft, item: Item, people: People) -> bool:
    printed = draft.text(item.start, item.end)
    return people.strength == 3 and KOREAN.search(printed) is not None and look_up(printed) is None


def _known_body(draft: Draft, items: Sequence[Item], index: int, start: int, end: int, printed: str) -> bool:
    """A text that the tables or its form identify."""
    entry = look_up(printed)
    if (joined := _joined(draft, items, index)) is not None and not draft.has("publisher"):
        draft.put("publisher", start, joined)
    elif not draft.has("container_title") and (both := _with_series(draft, items, index)) is not None:
        draft.put("container_title", start, both)
    elif entry is not None and periodical(printed) is not None and not draft.has("container_title"):
        put_container(draft, items, index, start, end)
    elif (
        entry is not None and entry.kind == "publisher" and not draft.has("publisher") and not is_numbered(items, index)
    ) or (folded(printed) in words("press") and not is_numbered(items, index) and not draft.has("publisher")):
        draft.put("publisher", start, end)
    elif ":" in printed and _reads_imprint(printed) and not is_numbered(items, index):
        put_imprint(draft, start, end)
    elif is_place(printed) and (both := _place_with_state(draft, items, index)) is not None:
        put_imprint(draft, start, both)
    elif is_place(printed):
        if not draft.has("place"):
            draft.put("place", start, end)
    elif SERIES.search(printed) and not draft.has("collection_title") and len(printed) < 80:
        _put_series(draft, items, index, start, end)
    else:
        return False
    return True


def _joined(draft: Draft, items: Sequence[Item], index: int) -> int | None:
    """The end of a publisher whose name holds a comma (과학, 백과사전출판사): the table knows it."""
    following = list(items[index + 1 : index + 3])
    if len(following) < 2 or following[0].mark != "," or following[1].kind != "text":
        return None
    entry = look_up(draft.text(items[index].start, following[1].end))
    if entry is None or entry.kind != "publisher":
        return None
    following[1].kind = "taken"
    return following[1].end


_STATE = regex.compile(r"(?:[A-Z]{2}|D\.C\.|[A-Z]\p{Ll}+):\s?\S")


def _place_with_state(draft: Draft, items: Sequence[Item], index: int) -> int | None:
    """The end of an imprint whose place has a state behind a comma: `Cambridge, MA: Harvard University Press`."""
    following = list(items[index + 1 : index + 3])
    if len(following) < 2 or following[0].mark != "," or following[1].kind != "text" or draft.has("place"):
        return None
    if _STATE.match(draft.source.text, following[1].start) is None:
        return None
    following[1].kind = "taken"
    return following[1].end


def _with_series(draft: Draft, items: Sequence[Item], index: int) -> int | None:
    """The end of a container whose series' name holds a comma: `Chonghaptaehakhakpo: Ch'o'rhak, Kyo'ngje 1`."""
    following = list(items[index + 1 : index + 3])
    if (
        len(following) < 2
        or following[0].mark != ","
        or following[1].kind != "text"
        or not is_numbered(items, index + 2)
    ):
        return None
    name, colon, _ = draft.text(items[index].start, items[index].end).partition(":")
    if (
        not colon
        or periodical(name.strip()) is None
        or container_like(draft.text(following[1].start, following[1].end))
    ):
        return None
    following[0].kind = following[1].kind = "taken"
    return following[1].end


def _reads_imprint(printed: str) -> bool:
    place, _, publisher = printed.partition(":")
    if is_place(place.strip()) or (len(place.split()) <= 2 and ends_with(publisher, "press_end")):
        return True
    entry = look_up(publisher.strip())
    known = ends_with(publisher, "body_end") or (entry is not None and entry.kind == "publisher")
    return known and len(place) <= 5 and " " not in place


def _put_series(draft: Draft, items: Sequence[Item], index: int, start: int, end: int) -> None:
    """series := name [number]"""
    if index + 1 < len(items) and items[index + 1].kind == "figure":
        figure = items[index + 1].figure
        if figure is not None and figure.field in ("bare", "range", "issue"):
            end = figure.end
            figure_item = items[index + 1]
            figure_item.kind = "taken"
    draft.put("collection_title", start, end)


def put_container(draft: Draft, items: Sequence[Item], index: int, start: int, end: int) -> None:
    """container := name [ "(" series ")" ] — `김일성종합대학학보(철학, 경제)`."""
    if index + 1 < len(items) and items[index + 1].kind == "other":
        following = items[index + 1]
        if following.start - end <= 1 and following.mark == "(":
            end = following.end
            following.kind = "taken"
    if not draft.put("container_title", start, end):
        draft.leave(start, end, "a second container")


def _by_position(draft: Draft, items: Sequence[Item], index: int, start: int, end: int, printed: str) -> None:
    """A text that only its place tells: the container of an article, the publisher of a book."""
    part = draft.title_mark not in BOOK_MARKS or draft.title_mark == "《"
    container = draft.has("container_title")
    if draft.inside and part and not container and not is_press(printed):
        draft.inside = False
        put_container(draft, items, index, start, end)
        return
    if not container and part and put_paper(draft, start, end):
        return
    if not container and (is_numbered(items, index) or (part and is_meeting(printed))):
        put_container(draft, items, index, start, end)
    elif (found := genre_in(printed)) is not None and (
        found[2] == "speech" or len(printed) - (found[1] - found[0]) < 12
    ):
        put_speech(draft, start, end, found) if found[2] == "speech" else _put_genre(draft, start, end, found)
    elif not container and draft.title_mark in ARTICLE_MARKS and draft.has("title"):
        _article_body(draft, items, index, start, end, printed)
    elif not container and part and draft.has("title") and container_like(printed) and not draft.has("publisher"):
        put_container(draft, items, index, start, end)
    elif not draft.put("publisher", start, end):
        draft.leave(start, end, "what this stands for isn't clear")


def _put_genre(draft: Draft, start: int, end: int, found: tuple[int, int, str]) -> None:
    """genre := [body] kind — the body that put a report out is its publisher: `여성가족부 연구보고서`."""
    body = draft.text(start, start + found[0]).rstrip()
    whole = start + found[1] == draft.trimmed(start, end)[1]
    if (
        whole
        and (ends_with(body, "body_end") or body.endswith(("부", "처", "청")))
        and draft.put("publisher", start, start + len(body))
    ):
        start += found[0]
    draft.put("genre", start, end)


def put_paper(draft: Draft, start: int, end: int) -> bool:
    """paper := meeting genre — `한국정치학회 추계학술회의 발표논문`."""
    match = _PAPER.search(draft.source.text, start, end)
    if match is None or not is_meeting(draft.text(start, match.start())):
        return False
    return draft.put("container_title", start, match.start()) and draft.put("genre", *match.span("genre"))


def _article_body(draft: Draft, items: Sequence[Item], index: int, start: int, end: int, printed: str) -> None:
    """Behind an article's title: what it is in, or the body that put it out."""
    quoted = any(item.kind == "quote" for item in items[index + 1 :])
    linked = any(item.kind == "url" for item in items)
    body = is_press(printed) or ends_with(printed, "body_end")
    if linked and _KIND_OF_PAGE.fullmatch(printed) is not None and not container_like(printed):
        draft.put("genre", start, end)
    elif quoted or (body and not linked and not container_like(printed)):
        if not draft.put("publisher", start, end):
            draft.leave(start, end, "what this stands for isn't clear")
    else:
        put_container(draft, items, index, start, end)
