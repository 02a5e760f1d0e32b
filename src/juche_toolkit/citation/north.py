"""Forms of North Korean print: series of novels, pieces in a leader's works, yearbooks by their year, what an agency said."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from juche_toolkit.citation.behind import behind, published_later, put_quoted_container, put_title, take_loose
from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.imprint import is_remark
from juche_toolkit.citation.items import BOOK_MARKS, Item, scan_inside
from juche_toolkit.citation.journals import look_up
from juche_toolkit.citation.kinds import names_works, periodical
from juche_toolkit.citation.names import Person, read_names
from juche_toolkit.citation.outlets import known_outlet, put_outlet
from juche_toolkit.citation.words import KOREAN, ends_with, folded, words

__all__ = [
    "agency_alone",
    "described",
    "leaders_work",
    "piece_in_works",
    "statement_in_paper",
    "take_series",
    "yearbook",
]

_SERIES = "총서"
_OF_SERIES = regex.compile(r"\s?(?:중에서|가운데서|중|의)(?=\s|$)")
"""What joins a series to the work of it that is cited: `총서 《불멸의 력사》 중 장편소설 《1932년》`."""


def take_series(draft: Draft, items: list[Item]) -> None:
    """series := "총서" title ["중"] | "(" [kind ","] "총서" title ")" — beside the title of the work; its items go."""
    if draft.source.text.find(_SERIES, draft.start, draft.end) < 0:
        return
    for index, item in enumerate(items):
        if item.kind in ("other", "imprint") and _series_in_bracket(draft, items, index):
            return
        if item.kind == "text" and _series_named(draft, items, index):
            return


def _series_named(draft: Draft, items: list[Item], index: int) -> bool:
    """series := "총서" title ["중"] — the title of the work stands before it, behind it, or in a bracket behind it."""
    item = items[index]
    series = items[index + 1] if index + 1 < len(items) else None
    start, end = draft.trimmed(item.start, item.end)
    if draft.text(start, end) != _SERIES or series is None or series.kind != "quote" or series.mark not in BOOK_MARKS:
        return False
    following = items[index + 2] if index + 2 < len(items) else None
    inside = scan_inside(draft.source, following) if following is not None and following.kind == "other" else []
    if [part.kind for part in inside] == ["quote"]:  # `총서 《불멸의 력사》(《영생》)`
        items[index + 2] = inside[0]
    elif not any(other.kind == "quote" for other in items if other is not series):
        return False
    if following is not None and following.kind == "text":
        _past_joint(draft, items, index + 2)
    draft.put("collection_title", series.start + 1, series.end - 1)
    del items[index : index + 2]
    if index < len(items) and items[index].kind == "sep" and index and items[index - 1].kind == "sep":
        del items[index]
    return True


def _past_joint(draft: Draft, items: list[Item], index: int) -> None:
    """Take the word that joins a series to its work from the text behind it."""
    item = items[index]
    joint = _OF_SERIES.match(draft.source.text, item.start, item.end)
    if joint is None:
        return
    if joint.end() == item.end:
        del items[index]
    else:
        item.start = joint.end() + 1


def _series_in_bracket(draft: Draft, items: list[Item], index: int) -> bool:
    """series bracket := "(" [kind ","] ("총서" title ["중에서"] | title "총서") ")" — `《영생》(총서 《불멸의 력사》)`."""
    inside = scan_inside(draft.source, items[index])
    quotes = [part for part in inside if part.kind == "quote"]
    texts = [draft.text(part.start, part.end) for part in inside if part.kind == "text"]
    if len(quotes) != 1 or any(part.kind not in ("quote", "text", "sep") for part in inside):
        return False
    told = [text for text in texts if not (text == _SERIES or _OF_SERIES.fullmatch(text))]
    kinds = [text for text in told if folded(text) in words("work_kind")]
    if _SERIES not in texts or told != kinds or not any(item.kind == "quote" for item in items[:index]):
        return False
    for part in inside:
        if part.kind == "text" and draft.text(part.start, part.end) in kinds:
            draft.put("genre", part.start, part.end)
    draft.put("collection_title", quotes[0].start + 1, quotes[0].end - 1)
    del items[index]
    return True


def piece_in_works(draft: Draft, items: list[Item], index: int) -> bool:
    """piece := people ["," ] title ["," date] "," 『works』 — a piece without marks in a leader's works, as
    `김일성 신년사, 1991년 1월 1일, 『김일성저작집 43』`.
    """
    quote = items[index]
    if quote.mark not in BOOK_MARKS or any(item.kind not in ("text", "sep", "date") for item in items[:index]):
        return False
    texts = [item for item in items[:index] if item.kind == "text"]
    dates = [item for item in items[:index] if item.kind == "date"]
    if not texts or (len(texts) > 1 and not dates) or not names_works(draft.source.inner(quote)):
        return False
    if dates and dates[0].start < texts[-1].end:
        return False
    first = texts[0]
    start, cut = texts[1].start if len(texts) > 1 else 0, first.end
    if len(texts) == 1:
        cut = draft.source.text.rfind(" ", first.start, first.end)
        start = cut + 1
        if cut < 0 or words("genre").get(folded(draft.text(start, first.end))) != "speech":
            return False
    people = read_names(draft.source.text, first.start, cut)
    if people is None or people.strength < 3:
        return False
    draft.add_people(people, "authors")
    draft.put("title", start, texts[-1].end)
    put_quoted_container(draft, quote)
    if dates and not published_later(draft, items, items.index(dates[-1])):
        take_loose(draft, dates)
    behind(draft, items, index + 1)
    return True


_SAID = regex.compile(
    r"(?:(?P<event>\S.{0,150}?)(?:\s?앞에서|에서|에게|과|와|를|을)\s(?:즈음하여\s|맞으며\s)?|\S.{0,80}?에\s즈음하여\s|에\s)?"
    r"(?:하신|발표하신|쓰신|집필하신|내놓으신|주신|보내신|보내주신)\s(?:(?:력사적인|력사적|불후의|고전적|강령적인|강령적)\s?){0,3}"
    r"(?P<genre>로작|시정연설|연설|담화|서한|론문|결론|보고|신년사)"
)
"""How a leader's work is brought in: `조선로동당 제8차대회에서 하신 보고`, `(주체83(1994)년 11월 1일)에 발표하신 불후의 고전적로작`."""


def leaders_work(draft: Draft, items: list[Item], index: int) -> bool:
    """leader's work := leader "께서" [date "에"] [occasion "에서"] "하신" kind 《title》 — where and when it was said or written."""
    before = items[:index]
    if any(item.kind not in ("text", "date") for item in before) or before[-1].kind != "text":
        return False
    first, last = before[0], before[-1]
    cut = draft.source.text.find("께서", first.start, first.end)
    people = read_names(draft.source.text, first.start, cut + 2) if cut > 0 else None
    said = _SAID.fullmatch(draft.source.text, *draft.trimmed(cut + 2 if last is first else last.start, last.end))
    if people is None or people.role != "authors" or said is None or (last is not first and first.end != cut + 2):
        return False
    draft.add_people(people, "authors")
    if said["event"]:
        draft.put("event", *said.span("event"))
    if said["genre"] not in ("로작", "론문"):
        draft.put("genre", *said.span("genre"))
    draft.passed.append((cut, last.end))
    if not published_later(draft, items, index - 1):
        take_loose(draft, before)
    put_title(draft, items[index])
    behind(draft, items, index + 1)
    return True


def statement_in_paper(draft: Draft, items: list[Item], index: int) -> bool:
    """statement := [people ","] [words ","] 『newspaper』 day — what the paper carried has no marks or isn't named:
    `외무성 대변인 담화, 《조선중앙통신》, 2015년 3월 1일`.
    """
    paper = periodical(draft.source.inner(items[index]))
    later = items[index + 1 :]
    if paper is None or paper.kind not in ("newspaper", "agency") or any(item.kind == "quote" for item in later):
        return False
    if not any(item.date is not None and item.date.day is not None for item in later):
        return False
    texts = [item for item in items[:index] if item.kind in ("text", "other")]
    if (
        not texts
        or texts[-1].kind != "text"
        or any(item.kind not in ("text", "other", "sep") for item in items[:index])
    ):
        return False
    if len(texts) == 1 and put_outlet(draft, texts[0].start, texts[0].end):
        return _outlet_again(draft, items, index)
    people = read_names(draft.source.text, texts[0].start, texts[0].end)
    if people is not None and people.strength == 3 and (len(texts) == 1 or texts[1].kind == "text"):
        texts = texts[1:]
    else:
        people = None
    if texts and not _says_something(draft, *draft.trimmed(texts[0].start, texts[-1].end)):
        return False
    if people is not None:
        draft.add_people(people, people.role or "authors")
    if texts:
        draft.put("title", texts[0].start, texts[-1].end)
    put_quoted_container(draft, items[index])
    behind(draft, items, index + 1)
    return True


def _outlet_again(draft: Draft, items: list[Item], index: int) -> bool:
    """An outlet with its kind of article before the newspaper: the same one (`로동신문 사설, 『로동신문』`), or whose article it was."""
    place, name = draft.spans["container_title"], str(draft.values["container_title"])
    if folded(name) != folded(draft.source.inner(items[index])):
        del draft.values["container_title"], draft.spans["container_title"]
        draft.people["authors"] = [Person(*place, None, None, "hangul")]
        put_quoted_container(draft, items[index])
    behind(draft, items, index + 1)
    return True


def _says_something(draft: Draft, start: int, end: int) -> bool:
    """Whether words before a newspaper are a headline: no names or body, and no word for a kind of article alone."""
    printed = draft.text(start, end)
    if words("genre").get(folded(printed)) == "article-newspaper" or is_remark(printed):
        return False
    if words("genre").get(folded(printed)) == "speech" or ends_with(printed, "act"):
        return True
    if words("genre").get(folded(printed.rpartition(" ")[2])) == "speech":
        return True
    people = read_names(draft.source.text, start, end)
    if people is not None and (people.strength > 1 or people.role is not None or len(people.persons) > 1):
        return False
    return " " in printed and not (ends_with(printed, "body_end") or known_outlet(printed.partition(" ")[0]))


def yearbook(draft: Draft, items: list[Item]) -> bool:
    """yearbook := [body ","] name year "," publisher … — without marks: `조선중앙년감 주체103(2014)년, 조선중앙통신사, 512페지`."""
    place = next((place for place in (0, 2) if _names_yearbook(draft, items[place : place + 3])), None)
    if place is None or (place and [item.kind for item in items[:2]] != ["text", "sep"]):
        return False
    people = read_names(draft.source.text, items[0].start, items[0].end) if place else None
    if people is not None:
        draft.add_people(people, people.role or "authors")
    elif place:
        body = draft.trimmed(items[0].start, items[0].end)
        if look_up(draft.text(*body)) is None:
            return False
        draft.people["authors"] = [Person(*body, None, None, "hangul")]
    draft.put("title", items[place].start, items[place].end)
    draft.title_mark = "《"
    draft.values["type"] = "book"
    behind(draft, items, place + 1)
    return True


def _names_yearbook(draft: Draft, items: Sequence[Item]) -> bool:
    """Whether a yearbook's name comes first, its year with it or behind it."""
    if len(items) < 2 or items[0].kind != "text":
        return False
    name, _, year = draft.text(items[0].start, items[0].end).rpartition(" ")
    with_year = bool(name) and len(year) == 4 and year.isdigit()
    if not with_year and not _dated_behind(items[1:]):
        return False
    entry = look_up(name if with_year else draft.text(items[0].start, items[0].end))
    return entry is not None and entry.kind == "yearbook"


def _dated_behind(items: Sequence[Item]) -> bool:
    """Whether a year comes next, behind a comma at most, or an edition of a year: `1961년판`."""
    following = next((item for item in items if item.kind != "sep"), None)
    return following is not None and (
        following.kind == "date" or (following.figure is not None and following.figure.field in ("edition", "bare"))
    )


def agency_alone(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """agency := name ["보도" | kind] day — what it carried isn't named: `조선중앙통신사 보도, 2022년 11월 19일`."""
    item = items[index]
    if not any(part.date is not None and part.date.day is not None for part in items):
        return False
    if put_outlet(draft, item.start, item.end):
        return True
    start, end = draft.trimmed(item.start, item.end)
    return known_outlet(draft.text(start, end)) and draft.put("container_title", start, end)


def described(draft: Draft, items: list[Item]) -> bool:
    """described := [people ","] "[" words "]" "," — what has no title of its own is told in square brackets, in English:
    `Kim Il Sung, [Closing address at the Fourth Congress], Rodong Sinmun, …`; the bracket becomes the title.
    """
    index = next((place for place, item in enumerate(items[:4]) if item.kind in ("other", "occasion")), None)
    if index is None or items[index].mark != "[" or [item.kind for item in items[index + 1 : index + 2]] != ["sep"]:
        return False
    item, printed = items[index], draft.source.inner(items[index])
    if len(printed.split()) < 3 or KOREAN.search(printed) is not None:
        return False
    before = [part.kind for part in items[:index]]
    if before not in ([], ["text", "sep"]) or (
        before and read_names(draft.source.text, items[0].start, items[0].end) is None
    ):
        return False
    items[index] = Item("quote", item.start, item.end, "“", item.first, item.last)
    return True
