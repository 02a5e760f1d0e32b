"""What stands behind a title, text by text: bodies, containers, imprints, series, and what only its place tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.entries import share_alone
from juche_toolkit.citation.genres import put_genre, put_paper, put_report_number, put_report_series, put_speech
from juche_toolkit.citation.imprint import (
    STATE_ALONE,
    genre_in,
    is_place,
    is_press,
    is_remark,
    is_university,
    put_imprint,
    put_thesis,
    put_university,
    speech_in_english,
    thesis,
)
from juche_toolkit.citation.items import ARTICLE_MARKS, BOOK_MARKS, Item
from juche_toolkit.citation.journals import is_listed, look_up
from juche_toolkit.citation.kinds import (
    PERIODICAL,
    PREFIX,
    SERIES,
    container_like,
    is_audience,
    is_meeting,
    is_numbered,
    name_start,
    periodical,
)
from juche_toolkit.citation.names import begins_with_role, names_body, read_names
from juche_toolkit.citation.numbered import put_patent, put_preprint
from juche_toolkit.citation.outlets import put_outlet
from juche_toolkit.citation.parts import may_be_part, put_part, subject_without_marks
from juche_toolkit.citation.persons import people_behind
from juche_toolkit.citation.words import KOREAN, ends_with, folded, starts_with, words

__all__ = ["UN_SYMBOL", "after_title", "put_container"]

_DEPARTMENT = re.compile(r"(?:Dept\b|Dep\.|Department of|School of|Graduate School|Faculty of|College of)")
"""What of a university a thesis was written at; the record gives the university alone."""


_STANDARD = regex.compile(
    r"TTA[A-Z]?\.[\w.-]{4,24}|KS\s?[A-Z]\s?(?:(?:ISO|IEC)(?:/IEC)?\s?)?\d{3,5}(?:-\d+)?|ISO(?:/IEC)?\s?\d{3,5}(?:-\d+)?(?::\d{4})?"
    r"|RFC\s?\d{2,5}|IEEE\s?(?:Std\s?)?\d{3,4}[\w.-]*"
)
"""The number of a standard: TTAK.KO-10.0012, KS X 1001, ISO/IEC 10646."""


UN_SYMBOL = regex.compile(r"[AESN]/(?:[\p{Lu}\d.]{1,12}/){0,3}\d{1,4}(?:/\d{1,4})?(?:/(?:Add|Rev|CRP|L|WP)\.\d{1,3})?")


_SYMBOL_LETTERS = frozenset("AESNTKIR")
"""What the symbol of a document or the number of a standard begins with."""


_HOUR = regex.compile(
    r"(?:오전|오후|저녁|밤)?\s?\d{1,2}시\s?(?:\d{1,2}분\s?)?(?:보도|방송|뉴스|종합보도)?[\s.]*|\d{4}\s(?:GMT|UTC|KST)"
)
"""When something was broadcast: `20시보도`, `1100 GMT`."""


_PUT_OUT = regex.compile(r"(?<=\p{Hangul}{2})\s(?:펴냄|펴낸곳|간행|발간|刊)$")
"""What stands behind a publisher: `민음사 펴냄`."""


_KIND_OF_PAGE = regex.compile(r"(?:\p{Lu}{2,5}\s)?[\p{Ll}-]{3,20}(?:\s[\p{Ll}-]{2,20}){0,3}")
"""What kind of page is cited, in small letters: `product page`, `developer documentation`."""


def after_title(draft: Draft, items: Sequence[Item], index: int) -> None:
    """Read one text behind the title.

    behind := thesis | people role | periodical | place ":" publisher | place | series | genre | container | publisher
    """
    item = items[index]
    start, end = item.start, item.end
    if end - start <= 12 and share_alone(draft, items, index):
        return
    if match := PREFIX.match(draft.source.text, start, end):
        start = name_start(draft.source.text, start, end)
        if match.group().casefold().startswith("in") and _host(draft, items, index, match.end()):
            return
    if (
        draft.text(end - 1, end) in "냄곳행간刊"
        and (put_out := _PUT_OUT.search(draft.source.text, start, end)) is not None
    ):
        end = put_out.start()
    end = _with_campus(draft, items, index, end)
    printed = draft.text(start, end).strip(" .,:")
    told = _tells_itself(printed)
    if (
        (told and put_part(draft, items, index, start, end))
        or _apart_from_fields(draft, items, index, start, end)
        or subject_without_marks(draft, items, index, printed)
        or (told and _described(draft, start, end, printed))
    ):
        return
    if _numbered_document(draft, items, index, start, end, printed) or _container_again(draft, items, index):
        return
    if _vernacular(draft, items, index) or _translated_title(draft, items, index, printed):
        draft.put("title_vernacular", start, _with_number(draft, items, index))
    elif people_behind(draft, items, index):
        return
    elif not _known_body(draft, items, index, start, end, printed):
        _by_position(draft, items, index, start, end, printed)


@lru_cache(maxsize=2048)
def _tells_itself(printed: str) -> bool:
    """Whether a text may be told by its words alone: a part, a department, a remark, a thesis, a kind of book, a standard.

    Of most texts behind a title, names of journals and publishers, none of these questions need be asked again.
    """
    return (
        len(printed) > 60
        or not printed.isprintable()
        or any(map(str.isdigit, printed))
        or not any(map(str.isalnum, printed))
        or may_be_part(printed)
        or _DEPARTMENT.match(printed) is not None
        or is_remark(printed)
        or thesis(printed) is not None
        or folded(printed) in words("work_kind")
        or _STANDARD.fullmatch(printed) is not None
    )


_CAMPUS = regex.compile(
    r"\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,2}\s(?:(?:doctoral|PhD|Ph\.D\.|MA|M\.A\.)\s)?(?:dissertation|thesis)"
)


def _with_campus(draft: Draft, items: Sequence[Item], index: int, end: int) -> int:
    """The end of a thesis's university with its campus behind a comma: `University of California, Los Angeles dissertation`."""
    following = items[index + 1 : index + 3]
    if len(following) < 2 or following[0].mark != "," or following[1].kind != "text":
        return end
    if "University of " not in draft.text(items[index].start, end):
        return end
    if _CAMPUS.fullmatch(draft.source.text, *draft.trimmed(following[1].start, following[1].end)) is None:
        return end
    following[1].kind = "taken"
    return following[1].end


def _described(draft: Draft, start: int, end: int, printed: str) -> bool:
    """A department, a remark, or the note of a thesis; False if the text is none of them."""
    if (
        _DEPARTMENT.match(printed)
        and thesis(str(draft.values.get("genre", ""))) is not None
        and not put_university(draft, start, end)
    ):
        return True
    if (is_remark(printed) and periodical(printed) is None) or not any(character.isalnum() for character in printed):
        return True
    found = thesis(printed)
    if found is not None:
        put_thesis(draft, start, end, found)
    return found is not None


def _translated_title(draft: Draft, items: Sequence[Item], index: int, printed: str) -> bool:
    """Whether a Korean title stands behind a foreign one and its translator: `La distinction. 최종철 역(1995). 구별짓기. 서울: 새물결`."""
    if not draft.people.get("translators") or draft.title_mark or draft.has("title_vernacular", "publisher"):
        return False
    before = [item for item in items[max(0, index - 4) : index] if item.kind == "text"]
    title = str(draft.values.get("title", ""))
    helper = before and read_names(draft.source.text, before[-1].start, before[-1].end)
    if not helper or helper.role != "translators" or not title or KOREAN.search(title) or not KOREAN.search(printed):
        return False
    following = next((item for item in items[index + 1 :] if item.kind != "sep"), None)
    return following is not None and following.kind == "text" and items[index + 1].mark == "." and not is_press(printed)


def _apart_from_fields(draft: Draft, items: Sequence[Item], index: int, start: int, end: int) -> bool:
    """A text that no field takes: the title of a volume, or where the work was found (`via KCNA Watch`)."""
    if _HOUR.fullmatch(draft.source.text, start, end) is not None:
        draft.doubtful("The hour of a broadcast has no field", start, end, 0.02)
        return True
    if is_audience(draft.text(*draft.trimmed(start, end))):
        draft.doubtful(f"Whom the book is for has no field: {draft.text(start, end)}", start, end, 0.02)
        return True
    if draft.source.text.startswith(("distributed ", "Distributed "), start) and draft.has("publisher"):
        draft.doubtful(f"Who distributes the work has no field: {draft.text(start, end)}", start, end, 0.02)
        return True
    if draft.source.text.startswith(("via ", "by way of "), start):
        draft.doubtful(f"Where the work was found has no field: {draft.text(start, end)}", start, end, 0.02)
        return True
    if draft.text(start, end).rstrip(" .,").endswith((" 소장", " 소장본")):
        printed = draft.text(*draft.trimmed(start, end))
        draft.doubtful(f"Where a copy is kept has no field: {printed}", start, end, 0.02)
        return True
    return _volume_title(draft, items, index)


def _volume_title(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether a text behind a volume's number and a colon is the volume's own title: `Origins, Vol. 1: Liberation (…)`."""
    before = items[index - 2 : index] if index > 1 else ()
    if [part.kind for part in before] != ["figure", "sep"] or before[1].mark not in ":,":
        return False
    figure = before[0].figure
    bare = before[1].mark == ":" and draft.title_mark in BOOK_MARKS  # `『6·25전쟁사』 1: 전쟁의 배경과 원인, …`
    if figure is None or figure.field not in ("volume", "bare" if bare else "volume"):
        return False
    if not any(part.kind == "imprint" or (bare and part.kind == "text") for part in items[index + 1 :]):
        return False
    if before[1].mark == "," and (items[index + 1].kind != "imprint" or _otherwise(draft, items[index])):
        return False
    start, end = draft.trimmed(items[index].start, items[index].end)
    draft.doubtful(f"The title of the volume has no field: {draft.text(start, end)}", start, end, 0.02)
    return True


def _otherwise(draft: Draft, item: Item) -> bool:
    """Whether a text behind a volume and a comma is anything but words in Latin letters: a series, a place, people."""
    printed = draft.text(item.start, item.end)
    people = read_names(draft.source.text, item.start, item.end)
    known = (
        SERIES.search(printed) or is_place(printed) or is_press(printed) or container_like(printed) or ":" in printed
    )
    named = people is not None and (people.role is not None or people.strength > 2)
    return bool(known) or named or KOREAN.search(printed) is not None or draft.has("container_title")


def _numbered_document(draft: Draft, items: Sequence[Item], index: int, start: int, end: int, printed: str) -> bool:
    """numbered document := kind of book | report number | preprint | patent | report series | university of a thesis | UN symbol"""
    told = _tells_itself(printed)
    return (
        (
            told
            and folded(printed) in words("work_kind")
            and draft.has("title", "container_title")
            and _put_kind_of_book(draft, start, end)
        )
        or (told and put_report_number(draft, items, index))
        or (told and put_preprint(draft, items, index, start, end))
        or (told and put_patent(draft, start, end))
        or put_report_series(draft, items, index)
        or (
            "genre" in draft.values
            and thesis(str(draft.values["genre"])) is not None
            and not (":" in printed and _reads_imprint(printed))
            and put_university(draft, start, end)
        )
        or (
            told
            and printed[:1] in _SYMBOL_LETTERS
            and (UN_SYMBOL.fullmatch(printed) or _STANDARD.fullmatch(printed)) is not None
            and not is_meeting(printed)
            and draft.put("number", start, end)
        )
    )


def _put_kind_of_book(draft: Draft, start: int, end: int) -> bool:
    """The kind of a book, which stands beside a speech's too: `《…》(일군들과 한 담화, 1991년 7월 1일), 단행본, 3페지`."""
    if not draft.put("genre", start, end):
        if words("genre").get(folded(str(draft.values.get("genre", "")))) != "speech":
            return False
        draft.doubtful(f"The kind of book has no field: {draft.text(start, end)}", start, end, 0.02)
    return True


def _host(draft: Draft, items: Sequence[Item], index: int, start: int) -> bool:
    """host := "in" people "eds." *book* | "in" title with commas — read whole; False if it is an ordinary text."""
    if _editors_before_book(draft, items, index, start) or _author_again(draft, items, index, start):
        return True
    end = _host_end(draft, items, index)
    return end is not None and draft.put("container_title", start, end)


def _author_again(draft: Draft, items: Sequence[Item], index: int, start: int) -> bool:
    """host := "in" author "," title — the author of the whole is that of the piece: `in Kim Il Sung, Works, vol. 18`."""
    printed = draft.text(*draft.trimmed(start, items[index].end))
    following = items[index + 1 : index + 3]
    if len(following) < 2 or following[0].mark != "," or following[1].kind not in ("text", "quote"):
        return False
    if all(draft.text(person.start, person.end) != printed for person in draft.people.get("authors", ())):
        return False
    start, end = draft.trimmed(start, items[index].end)
    draft.doubtful("The author is printed again before the whole", start, end, 0.0)
    draft.inside = following[1].kind == "text"
    return True


def _editors_before_book(draft: Draft, items: Sequence[Item], index: int, start: int) -> bool:
    """host := "in" people "," "eds." "," *book* — names turned round too: `in Kim, S. C. and Cohen, M. D., eds., *Book*`."""
    last = next((place for place in range(index + 1, len(items)) if items[place].kind not in ("text", "sep")), None)
    if last is None or (items[last].kind == "quote" and items[last].mark not in BOOK_MARKS):
        return False
    role = next((place for place in range(index + 1, last) if items[place].kind == "text" and folded(
        draft.text(items[place].start, items[place].end)).strip(".") in ("ed", "eds", "editor", "editors")), None)  # fmt: skip
    if role is None:
        return False
    people = read_names(draft.source.text, start, items[role - 1].end)
    if people is None or people.strength < 2:
        return False
    draft.add_people(people, "editors")
    for item in items[index : role + 1]:
        item.kind = "taken"
    draft.inside = items[last].kind != "quote"
    return True


def _ends_host(draft: Draft, items: Sequence[Item], place: int) -> bool:
    """Whether an item stands behind a book's title: its imprint, its editor, or its edition or volume before the imprint."""
    item = items[place]
    if item.kind == "imprint" or (item.kind == "text" and begins_with_role(draft.source.text, item.start, item.end)):
        return True
    stated = item.figure is not None and item.figure.field in ("edition", "volume")
    return stated and any(later.kind == "imprint" for later in items[place + 1 :])


def _host_end(draft: Draft, items: Sequence[Item], index: int) -> int | None:
    """The end of a book's title with commas or years in it, behind `in`: up to its editor, or its imprint."""
    if draft.has("container_title") or not draft.has("title"):
        return None
    last = index
    for place in range(index + 1, len(items)):
        item = items[place]
        if _ends_host(draft, items, place):
            for taken in items[index + 1 : last + 1]:
                taken.kind = "taken"
            return items[last].end
        if item.kind == "text" or (
            item.date is not None and item.date.day is None and item.date.shape in ("year", "numeric")
        ):
            last = place
        elif item.kind != "sep" or item.mark != ",":
            return None
    return None


def _container_again(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether a romanized container stands again in Korean script right behind itself: `*Kyŏngje yŏn'gu* 경제연구`."""
    place = draft.spans.get("container_title")
    before = items[index - 1] if index else None
    if (
        place is None
        or before is None
        or not before.start <= place[0] < before.end
        or before.kind not in ("quote", "text")
    ):
        return False
    printed = draft.text(items[index].start, items[index].end)
    return (
        items[index].start - before.end <= 1
        and KOREAN.search(str(draft.values["container_title"])) is None
        and KOREAN.search(printed) is not None
        and not any(character.isascii() and character.isalpha() for character in printed)
    )


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


def _known_body(draft: Draft, items: Sequence[Item], index: int, start: int, end: int, printed: str) -> bool:
    """A text that the tables or its form identify."""
    if _outlet_or_series(draft, items, index, start, end) or _school_of_thesis(
        draft, items, index, start, end, printed
    ):
        return True
    entry = look_up(printed)
    if (joined := _joined(draft, items, index)) is not None and not draft.has("publisher"):
        draft.put("publisher", start, joined)
    elif not draft.has("container_title") and (both := _with_series(draft, items, index)) is not None:
        draft.put("container_title", start, both)
    elif entry is not None and _book_of_newspaper(draft, items, index, entry.kind):
        draft.put("publisher", start, end)
    elif entry is not None and periodical(printed) is not None and not draft.has("container_title"):
        put_container(draft, items, index, start, end)
    elif (
        entry is not None
        and entry.kind == "publisher"
        and not draft.has("publisher")
        and (not is_numbered(items, index) or entry.side == "KP" or _page_follows(items, index))
    ) or (folded(printed) in words("press") and not is_numbered(items, index) and not draft.has("publisher")):
        draft.put("publisher", start, end)
    elif ":" in printed and _reads_imprint(printed) and not is_numbered(items, index):
        joined = _joined(draft, items, index, start + printed.index(":") + 1)
        put_imprint(draft, start, joined or _with_partners(draft, items, index, end))
    elif is_place(printed) and (both := _place_with_state(draft, items, index)) is not None:
        last = next(place for place in range(index, len(items)) if items[place].end == both)
        put_imprint(draft, start, _with_partners(draft, items, last, both))
    elif is_place(printed) or _where_met(draft, items, index, printed):
        if not draft.has("place"):
            draft.put("place", start, _with_country(draft, items, index, end))
    elif SERIES.search(printed) and not draft.has("collection_title") and len(printed) < 80:
        _put_series(draft, items, index, start, end)
    else:
        return False
    return True


def _school_of_thesis(draft: Draft, items: Sequence[Item], index: int, start: int, end: int, printed: str) -> bool:
    """Whether a university stands before the word for a thesis: `한국과학기술원, 박사학위논문, 2019`."""
    following = next((item for item in items[index + 1 : index + 4] if item.kind != "sep"), None)
    if following is None or following.kind != "text" or not is_university(printed):
        return False
    return thesis(draft.text(following.start, following.end)) is not None and put_university(draft, start, end)


def _outlet_or_series(draft: Draft, items: Sequence[Item], index: int, start: int, end: int) -> bool:
    """An outlet with what it carried, or a journal's series as the table has it: `김일성종합대학학보, 경제학, 제65권`."""
    container = str(draft.values.get("container_title", ""))
    if not container:
        return put_outlet(draft, start, end)
    if not container.endswith(("학보", "akpo")) or draft.has("section"):
        return False
    following = list(items[index + 1 : index + 3])
    joined = [item.kind for item in following] == ["sep", "text"] and following[0].mark in ",·"
    if joined and is_listed(f"{container}({draft.text(start, following[1].end).strip()})"):  # `철학, 경제학, 55권`
        following[1].kind = "taken"
        return draft.put("section", start, following[1].end)
    return is_listed(f"{container}({draft.text(start, end).strip(' .,:')})") and draft.put("section", start, end)


def _page_follows(items: Sequence[Item], index: int) -> bool:
    """Whether the year stands behind a text and then a lone number, the page: `조선로동당출판사, 1992, 120`."""
    figures = [item for item in items[index + 1 :] if item.kind not in ("sep", "remark")]
    dated = len(figures) > 1 and figures[0].kind == "date"
    return dated and figures[1].figure is not None and figures[1].figure.field in ("bare", "range")


def _book_of_newspaper(draft: Draft, items: Sequence[Item], index: int, kind: str) -> bool:
    """Whether a newspaper put out a book: `『가난의 공화국』, 통일일보, 1990, 88쪽` — a book's marks, an author, and no day."""
    if draft.values.get("type") == "book":  # a yearbook
        return kind in PERIODICAL and not draft.has("publisher")
    if kind not in ("newspaper", "magazine"):
        return False
    later = items[index + 1 :]
    dated = [item.date for item in later if item.date is not None]
    plain = not any(date.month or date.season for date in dated) and not any(item.kind == "url" for item in later)
    once = len(dated) + draft.has("year") == 1
    marked = draft.title_mark == "『" or (draft.title_mark == "《" and _apart_from_year(draft, items, index))
    whole = bool(draft.people) or draft.has("volume") or ends_with(str(draft.values.get("title", "")), "works_end")
    book = marked and whole and not draft.has("container_title", "publisher", "month")
    return plain and once and book and not is_numbered(items, index)


def _apart_from_year(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether a comma parts a Southern name from the year behind it, as it does a publisher, in the marks of the North."""
    entry = look_up(draft.text(items[index].start, items[index].end))
    comma = index + 2 < len(items) and items[index + 1].mark == "," and items[index + 2].date is not None
    return comma and (entry is None or entry.side == "KR")


def _joined(draft: Draft, items: Sequence[Item], index: int, start: int | None = None) -> int | None:
    """The end of a publisher whose name holds a comma (과학, 백과사전출판사; Little, Brown): a table knows it."""
    following = list(items[index + 1 : index + 3])
    if len(following) < 2 or following[0].mark != "," or following[1].kind != "text":
        return None
    name = draft.text(items[index].start if start is None else start, following[1].end).strip()
    entry = look_up(name)
    if (entry is None or entry.kind != "publisher") and folded(name) not in words("press"):
        return None
    following[1].kind = "taken"
    return following[1].end


_PARTNERS = regex.compile(
    r"(?:\p{Lu}[\p{L}'’-]+\s)?(?:and|&)\s\p{Lu}[\p{L}'’-]+(?:\s(?:Company|Co|Sons|Inc|Ltd)\b\.?)?|Inc\.?|LLC|Ltd\.?"
    r"|University\sof\s(?:\p{Lu}[\p{L}.'’-]+\s?){1,4}(?:\sat\s\p{Lu}\p{L}+)?|(?:\p{Lu}[\p{L}.'’-]+\s){1,4}University(?:\sPress)?"
)
"""The last part of a publisher's name that commas part: `…, Straus and Giroux`, `…, University of California`."""


def _with_partners(draft: Draft, items: Sequence[Item], index: int, end: int) -> int:
    """The end of a publisher named after several partners: `Farrar, Straus and Giroux`, `Harcourt, Brace & World`."""
    for place in range(index + 1, min(index + 5, len(items) - 1), 2):
        comma, following = items[place : place + 2]
        if comma.mark != "," or following.kind != "text":
            return end
        last = _PARTNERS.fullmatch(draft.source.text, following.start, following.end) is not None
        if not last and not _partner_follows(draft, items, place + 2):
            return end
        following.kind = "taken"
        end = following.end
        if last:
            return end
    return end


def _partner_follows(draft: Draft, items: Sequence[Item], place: int) -> bool:
    """Whether `and` and a partner's name stand behind the next comma: `Farrar, Straus, and Giroux`."""
    rest = items[place : place + 2]
    return len(rest) == 2 and rest[0].mark == "," and draft.source.text.startswith(("and ", "& "), rest[1].start)


_STATE = regex.compile(r"(?:[A-Z]{2,3}|대한민국|한국|미국|일본|중국|영국|독일|D\.C\.|[A-Z]\p{Ll}+\.?):\s?\S")


def _place_with_state(draft: Draft, items: Sequence[Item], index: int, *, take: bool = True) -> int | None:
    """The end of an imprint whose place has a state behind a comma: `Cambridge, MA: Harvard University Press`."""
    following = list(items[index + 1 : index + 3])
    if len(following) < 2 or following[0].mark != "," or following[1].kind != "text" or draft.has("place"):
        return None
    further = list(items[index + 3 : index + 5])
    if (
        len(further) == 2 and further[0].mark == "," and further[1].kind == "text"
        and STATE_ALONE.fullmatch(draft.text(following[1].start, following[1].end)) is not None
        and _STATE.match(draft.source.text, further[1].start) is not None
    ):  # fmt: skip
        following[1].kind, following = "taken" if take else "text", further
    if _STATE.match(draft.source.text, following[1].start) is None:
        return None
    if take:
        following[1].kind = "taken"
    return following[1].end


_COUNTRY = regex.compile(r"(?:U\.?S\.?A?\.?|U\.?K\.?|United States|England|Canada|Republic of Korea|South Korea):\s?\S")


def _with_country(draft: Draft, items: Sequence[Item], index: int, end: int) -> int:
    """The end of a place with its state and country behind commas: `Daejeon, South Korea`, `Minneapolis, MN, USA`."""
    for place in range(index + 1, min(index + 5, len(items) - 1), 2):
        comma, following = items[place : place + 2]
        if comma.mark != "," or following.kind != "text" or not _is_country(draft, following, place == index + 1):
            return end
        following.kind = "taken"
        end = following.end
    return end


def _is_country(draft: Draft, item: Item, first: bool) -> bool:
    """Whether a text is the name of a country, or, right behind a place, the letters of a state."""
    printed = draft.text(item.start, item.end)
    return folded(printed) in words("country") or (first and STATE_ALONE.fullmatch(printed) is not None)


def _where_met(draft: Draft, items: Sequence[Item], index: int, printed: str) -> bool:
    """Whether a meeting's town that no table has stands before its country: `in Proc. EMNLP, Doha, Qatar`."""
    if draft.has("place") or not is_meeting(str(draft.values.get("container_title", ""))) or len(printed.split()) > 3:
        return False
    following = items[index + 1 : index + 3]
    named = len(following) == 2 and following[0].mark == "," and following[1].kind == "text"
    return named and _is_country(draft, following[1], True)


def _with_series(draft: Draft, items: Sequence[Item], index: int) -> int | None:
    """The end of a container with a comma in its name or in its series': `철학, 사회정치학연구`, `Hakpo: Ch'o'rhak, Kyo'ngje 1`."""
    following = list(items[index + 1 : index + 3])
    if len(following) < 2 or following[0].mark != "," or following[1].kind != "text":
        return None
    name, colon, _ = draft.text(items[index].start, items[index].end).partition(":")
    in_series = (
        bool(colon)
        and is_numbered(items, index + 2)
        and periodical(name.strip()) is not None
        and not container_like(draft.text(following[1].start, following[1].end))
    )
    if not in_series and not is_listed(draft.text(items[index].start, following[1].end)):
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
        body = ends_with(draft.source.inner(following).strip(), "body_end")
        if body and following.mark == "(" and draft.put("publisher", following.start + 1, following.end - 1):
            following.kind = "taken"  # `통번역학연구(한국외대 통번역연구소)`
        elif following.start - end <= 1 and following.mark == "(" and not _apart_from_name(draft, following):
            end = following.end
            following.kind = "taken"
    if not draft.put("container_title", start, end):
        draft.leave(start, end, "a second container")


def _apart_from_name(draft: Draft, bracket: Item) -> bool:
    """Whether a bracket behind a container tells its kind, or where it was found, and is no part of its name: `KCNA (via KCNA Watch)`."""
    inner = draft.source.inner(bracket).strip()
    return inner.startswith("via ") or (inner.isascii() and folded(inner) in words("genre"))


def _by_position(draft: Draft, items: Sequence[Item], index: int, start: int, end: int, printed: str) -> None:
    """A text that only its place tells: the container of an article, the publisher of a book."""
    part = draft.title_mark not in BOOK_MARKS or draft.title_mark == "《"
    container = draft.has("container_title")
    more = any(later.kind in ("text", "imprint") for later in items[index + 1 :])
    if draft.inside and part and not container and (more or not is_press(printed)):
        draft.inside = False
        put_container(draft, items, index, start, _before_pages(items, index, end))
        return
    if not container and part and put_paper(draft, start, end):
        return
    if not container and draft.has("title") and (spoken := speech_in_english(printed) or _said(printed)) is not None:
        put_speech(draft, start, end, spoken)
        return
    if (stop := _series_before_publisher(draft, items, index)) is not None and draft.put(
        "collection_title", start, stop
    ):
        return
    house = is_press(printed) and (_page_follows(items, index) or _year_follows(draft, items, index))
    numbered = is_numbered(items, index) and not house
    if not container and (numbered or (part and is_meeting(printed))):
        put_container(draft, items, index, start, end if numbered else _with_year(draft, items, index, end))
    elif (
        (found := genre_in(printed)) is not None
        and not printed.endswith(" Podcast")
        and (found[2] == "speech" or len(printed) - (found[1] - found[0]) < 12)
        and not (found[0] and not container and ends_with(printed, "site_end"))
    ):
        put_speech(draft, start, end, found) if found[2] == "speech" else put_genre(
            draft, items, index, start, end, found
        )
    elif not container and draft.title_mark in ARTICLE_MARKS and draft.has("title"):
        _article_body(draft, items, index, start, end, printed)
    elif not container and part and _serial_by_form(draft, items, index, printed):
        put_container(draft, items, index, start, end)
    elif draft.title_mark == "《" and _KIND_OF_PAGE.fullmatch(printed) and any(item.kind == "url" for item in items):
        draft.put("genre", start, end)
    elif not draft.put("publisher", start, _with_university(draft, items, index, end)):
        draft.leave(start, end, "what this stands for isn't clear")


_OCCASION = regex.compile(r"[와과서게]\s(?:한|하신|보낸|보내신|준|주신|행한|행하신)\s\p{Hangul}{2,6}$")


def _said(printed: str) -> tuple[int, int, str] | None:
    """Where the kind of a speech stands behind its occasion: `당중앙위원회 책임일군들과 한 담화`."""
    found = genre_in(printed) if _OCCASION.search(printed) is not None else None
    return found if found is not None and found[2] == "speech" else None


def _year_follows(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether a book's title stands before and a year next, whose volume is the book's: `『일리아스』, 숲, 2007, 1권`."""
    rest = [item.kind for item in items[index + 1 : index + 3]]
    return draft.title_mark in ("『", "《") and rest == ["sep", "date"]


def _with_year(draft: Draft, items: Sequence[Item], index: int, end: int) -> int:
    """The end of a meeting's name with its year, where the year is told once more: `In Proceedings of ACL 2020, pages 1-8, 2020`."""
    following = items[index + 1] if index + 1 < len(items) else None
    if following is None or following.date is None or following.date.shape != "year" or following.start - end != 1:
        return end
    if not draft.has("year") and not any(later.date is not None for later in items[index + 2 :]):
        return end
    following.kind, following.date = "taken", None
    return following.end


def _serial_by_form(draft: Draft, items: Sequence[Item], index: int, printed: str) -> bool:
    """Whether a text behind a title has the form of a serial's name, and no book is put out by it."""
    unplaced = draft.has("title") and container_like(printed) and not draft.has("publisher")
    return unplaced and not _book_of_newspaper(draft, items, index, "newspaper")


def _series_before_publisher(draft: Draft, items: Sequence[Item], index: int) -> int | None:
    """The end of a series behind a book's title, as its place shows: the publisher comes next, and it is none itself.

    `《총검을 들고》, 불멸의 력사 (장편소설, 문학예술종합출판사, 2002)`, `《Title》, Harvard East Asian Monographs 45, Ithaca: …`
    """
    if draft.has("container_title", "collection_title", "publisher") or not draft.has("title"):
        return None
    printed = draft.text(items[index].start, items[index].end)
    entry = look_up(printed)
    number = items[index + 1].figure if index + 1 < len(items) else None
    bare = number is not None and number.field in ("bare", "range")
    house = is_press(printed) and not bare  # 한울아카데미 1012 is a house's series
    if draft.title_mark in ARTICLE_MARKS or house or genre_in(printed) is not None or is_meeting(printed):
        return None
    if entry is not None and entry.kind != "series" and not (bare and entry.kind == "publisher"):
        return None
    rest = [item for item in items[index + 1 + bare : index + 4 + bare] if item.kind != "taken"]
    if rest and rest[0].kind == "sep" and rest[0].mark == "," and len(rest) > 1 and rest[1].kind == "text":
        named = draft.text(rest[1].start, rest[1].end)
        stated = is_place(named) and _place_with_state(draft, items, items.index(rest[1]), take=False) is not None
        found = (
            stated or is_press(named) or (":" in named and _reads_imprint(named))
        ) and draft.title_mark in BOOK_MARKS
    else:
        found = bool(rest) and rest[0].kind == "imprint" and _names_press(draft, rest[0])
    if not found or number is None or not bare:
        return items[index].end if found and (number is None or not bare) else None
    items[index + 1].kind = "taken"
    return number.end


def _names_press(draft: Draft, bracket: Item) -> bool:
    """Whether a bracket holds a publishing house: `(장편소설, 문학예술종합출판사, 2002)`."""
    parts = draft.source.inner(bracket).split(",")
    return any(is_press(part.strip()) or (":" in part and _reads_imprint(part.strip())) for part in parts)


def _before_pages(items: Sequence[Item], index: int, end: int) -> int:
    """The end of a book's title with a comma, its pages in a bracket at once behind: `통일 실험, 그 7년(pp. 9-34)`."""
    rest = items[index + 1 : index + 4]
    if [item.kind for item in rest] != ["sep", "text", "figure"] or rest[0].mark != ",":
        return end
    figure = rest[2].figure
    if figure is None or figure.field != "pages" or not 1 <= rest[2].start - rest[1].end <= 2:
        return end
    rest[1].kind = "taken"
    return rest[1].end


def _with_university(draft: Draft, items: Sequence[Item], index: int, end: int) -> int:
    """The end of a body with its university behind a comma: `Center for Korean Studies, Stanford University`."""
    following = list(items[index + 1 : index + 3])
    body = draft.text(items[index].start, end)
    if not (ends_with(body, "body_end") or starts_with(body, "body_start")):
        return end
    if len(following) < 2 or following[0].mark != "," or following[1].kind != "text":
        return end
    if not draft.text(following[1].start, following[1].end).endswith(("University", "College", "대학교")):
        return end
    following[1].kind = "taken"
    return following[1].end


_INSTITUTE = regex.compile(
    r"\b(?:Institute|Center|Centre|Foundation|Council|Program|Project)\s(?:at|of|for|on)\s(?:the\s)?\p{Lu}"
)
"""A body with what it is for, or where it is, behind it: `US-Korea Institute at SAIS`."""


def _article_body(draft: Draft, items: Sequence[Item], index: int, start: int, end: int, printed: str) -> None:
    """Behind an article's title: what it is in, or the body that put it out."""
    quoted = any(item.kind == "quote" for item in items[index + 1 :])
    linked = any(item.kind == "url" for item in items)
    body = is_press(printed) or ends_with(printed, "body_end") or starts_with(printed, "body_start")
    body = body or _INSTITUTE.search(printed) is not None
    body = body or names_body(printed) or (draft.has("genre") and draft.has("number"))
    if linked and _KIND_OF_PAGE.fullmatch(printed) is not None and not container_like(printed):
        draft.put("genre", start, end)
    elif quoted or (body and not linked and not container_like(printed)):
        if not draft.put("publisher", start, _with_university(draft, items, index, end)):
            draft.leave(start, end, "what this stands for isn't clear")
    elif _listed_book(draft, items, index, printed):
        draft.put("publisher", start, end)
    else:
        put_container(draft, items, index, start, end)


def _listed_book(draft: Draft, items: Sequence[Item], index: int, printed: str) -> bool:
    """Whether a list gives a book's title in quotation marks, its author, and its publisher: `"제목" 저자, 출판사, 2018`."""
    authors = draft.people.get("authors", [])
    behind_title = bool(authors) and "title" in draft.spans and authors[0].start > draft.spans["title"][1]
    rest = [item for item in items[index + 1 :] if item.kind != "sep"]
    dated = len(rest) == 1 and rest[0].date is not None and rest[0].date.month is None
    return behind_title and dated and not container_like(printed)
