"""A draft made into a record: its type, its numbers, its confidence, and every range back into the text as given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import regex

from juche_toolkit.citation.catalogue import names_statement
from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.folding import Folded
from juche_toolkit.citation.genres import is_speech
from juche_toolkit.citation.hosts import number_of_host
from juche_toolkit.citation.imprint import genre_in, is_press, is_university, put_university, thesis
from juche_toolkit.citation.items import BOOK_MARKS
from juche_toolkit.citation.journals import Authority, look_up
from juche_toolkit.citation.kinds import container_like, is_meeting, periodical
from juche_toolkit.citation.model import (
    LIST_FIELDS,
    Citation,
    FrozenMap,
    Name,
    Problem,
    SpanMap,
    Unparsed,
    new_citation,
)
from juche_toolkit.citation.names import Person
from juche_toolkit.citation.stores import stored
from juche_toolkit.citation.words import KOREAN, ends_with, folded, starts_with, words

__all__ = ["TIDY", "tidy", "to_citation", "to_unparsed"]

_MIXED_NUMBERS = "year month day juche_year"


def whole_number_alone(draft: Draft) -> None:
    """A lone 통권 or 루계 is the issue; beside a volume or an issue it is the whole number."""
    if draft.has("whole_number") and not draft.has("volume", "issue"):
        draft.move("whole_number", "issue")


def title_in_container(draft: Draft) -> None:
    """A known periodical read as a title, numbered and without an author, is the container.

    So is a newspaper of a day without marks behind its author: `홍길동, 한겨레, 2015.3.12.`
    """
    if draft.form != "full" or not draft.has("title") or draft.has("container_title", "type"):
        return
    if draft.has("issue", "volume") or draft.whole_date or (draft.people and draft.has("month")):
        title = str(draft.values["title"])
        entry = periodical(title)
        daily = (
            draft.whole_date and not draft.title_mark and entry is not None and entry.kind in ("newspaper", "agency")
        )
        for people in draft.people.values():
            for person in people:
                name = draft.text(person.start, person.end)
                if not (daily or ends_with(name, "body_end") or name.isupper()):
                    return
        if entry is not None or _daily(draft, title):
            draft.move("title", "container_title")
            draft.container_mark, draft.title_mark = draft.title_mark, ""


_ALSO_NAMES = frozenset({"조국"})
"""Serials that are called as a person is: Cho Kuk writes on criminal law."""


def name_as_container(draft: Draft) -> None:
    """A person called as a serial is, before a title behind which the true container or publisher stands."""
    if (
        draft.values["container_title"] not in _ALSO_NAMES
        or draft.people
        or not draft.has("publisher", "collection_title")
    ):
        return
    start, end = draft.spans["container_title"]
    if not draft.has("title") or end > draft.spans["title"][0]:
        return
    del draft.values["container_title"], draft.spans["container_title"]
    draft.people["authors"] = [Person(start, end, None, None, "hangul")]
    if draft.has("issue", "volume", "whole_number") or draft.title_mark not in BOOK_MARKS:
        draft.move("collection_title" if draft.has("collection_title") else "publisher", "container_title")


def _daily(draft: Draft, title: str) -> bool:
    """Whether a whole's title that ends as newspapers' names do stands with a day: `『강원도민신문』 1999년 3월 2일, 3면`."""
    if not draft.whole_date or draft.people or draft.title_mark not in BOOK_MARKS or " " in title.strip():
        return False
    return ends_with(title, "news_end") and not draft.has("publisher", "place", "url", "volume")


def site_alone(draft: Draft) -> None:
    """A site that is cited as a whole is the title: `국사편찬위원회 한국사데이터베이스 http://…`."""
    if draft.form != "full" or not draft.has("url") or draft.has("title", "month"):
        return
    container = str(draft.values.get("container_title", ""))
    if ends_with(container, "site_end") or folded(container) in words("web_site"):
        draft.move("container_title", "title")


def publisher_is_container(draft: Draft) -> None:
    """A newspaper or agency read as publisher beside a whole date is the container."""
    if draft.has("container_title") or not draft.has("publisher", "title") or "publisher" not in draft.values:
        return
    if _is_dataset(draft) or draft.values.get("type") == "book":
        return
    printed = str(draft.values["publisher"])
    if draft.text(max(0, draft.spans["publisher"][0] - 4), draft.spans["publisher"][0]).rstrip("“").endswith("by "):
        return  # `posted by CSIS`
    if draft.has("number") and (periodical(printed) is None or draft.has("genre")):
        return
    entry = look_up(printed)
    told = draft.whole_date and printed.endswith("통신사")  # 조선중앙통신사, which puts out books too
    if entry is not None and entry.kind == "publisher" and not ends_with(printed, "news_end") and not told:
        return
    genre = str(draft.values.get("genre", ""))
    if (
        entry is None and words("genre").get(folded(genre)) == "report"
    ):  # `(보고서, 사회과학원 경제연구소, September 22, 1997)`
        return
    if (
        draft.dated_issue
        and draft.has("month", "season")
        and not draft.has("place")
        and draft.title_mark not in BOOK_MARKS
    ):
        draft.move("publisher", "container_title")  # `평양 시민의 하루. 통일시대, 2015년 5월호`
        return
    news = (
        told or periodical(printed) is not None or ends_with(printed, "news_end") or folded(printed) in words("agency")
    )
    start = draft.spans["publisher"][0]
    if draft.title_mark in BOOK_MARKS and draft.text(start - 1, start) == "(" and not draft.has("month", "issue"):
        return  # `『북한연감』 (연합뉴스, 2010)`
    later = draft.spans.get("volume", (0, 0))[0] > start
    whole = bool(draft.people) or draft.has("volume") or ends_with(str(draft.values.get("title", "")), "works_end")
    house = draft.title_mark in ("『", "《") and whole and not draft.has("month", "url")
    southern = entry is None or entry.side == "KR" or draft.title_mark == "『"
    if house and southern and not draft.has("issue") and not later:
        return
    site = draft.has("url") and bool(draft.people) and draft.has("year") and not draft.title_mark
    if site and entry is None and not draft.has("place", "volume", "genre", "number") and not _names_house(printed):
        draft.move("publisher", "container_title")  # `쿠버네티스 운영기. 당근 테크. https://…`
        return
    if (news and not draft.has("place")) or (
        draft.whole_date and not draft.has("place") and draft.title_mark not in BOOK_MARKS
    ):
        draft.move("publisher", "container_title")


def _names_house(printed: str) -> bool:
    """Whether a name is that of a publishing house or of a body that publishes."""
    return (
        is_press(printed)
        or ends_with(printed, "body_end")
        or starts_with(printed, "body_start")
        or is_university(printed)
    )


_INSTITUTE = regex.compile(
    r"(?:Institute|Center|Centre|Foundation|Council|School|Department|Office|Bureau|Program)\s(?:at|of|for|on)\s(?:the\s)?\p{Lu}|"
    r"(?:University|Institute|Institution|Foundation|Corporation)$"
)


def _is_institute(printed: str) -> bool:
    """Whether a body in English put a paper out, which is in no newspaper for all that it has its day."""
    return _INSTITUTE.search(printed) is not None


def host_alone(draft: Draft) -> None:
    """Leave out the word before a whole of which a part is cited that isn't named: `in Routledge Handbook, ed. Jane Doe, pp. 120-134`."""
    title, place = str(draft.values.get("title", "")), draft.spans.get("title", (-1, -1))
    if draft.form != "full" or place[0] != draft.start or draft.title_mark or not draft.people.get("editors"):
        return
    if title.startswith(("in ", "In The ")):
        draft.values["title"], draft.spans["title"] = title[3:], (place[0] + 3, place[1])


def number_of_report(draft: Draft) -> None:
    """The issue of a report that stands in nothing is the report's number: `서울연구원 정책리포트 제287호`."""
    if draft.has("issue") and not draft.has("container_title", "number", "volume", "title"):
        hint = genre_in(str(draft.values["genre"]))
        if hint is not None and hint[2] == "report":
            draft.move("issue", "number")


def work_type(draft: Draft) -> None:
    """The CSL type, from the most certain sign to the least."""
    if draft.form != "full":
        draft.values.pop("type", None)
        return
    if "type" in draft.values:
        return
    draft.values["type"] = _type(draft)


def _type(draft: Draft) -> str:
    genre = str(draft.values.get("genre", ""))
    container = str(draft.values.get("container_title", ""))
    if genre and thesis(genre) is not None:
        return "thesis"
    entry = look_up(container) if container else None
    if "podcast" in (container[-7:].casefold(), genre[:7].casefold()):
        return "broadcast"
    if container:
        return _contained(draft, container, entry, genre)
    hint = genre_in(genre) if genre else None
    if hint is None and draft.has("event") and genre and not draft.has("publisher"):
        return "speech"
    if hint is not None and not (hint[2] == "speech" and draft.has("publisher")):
        return hint[2]
    if draft.has("url") and _ON_THE_INTERNET.search(draft.source.text, draft.start, draft.end) is not None:
        return "webpage"
    return _alone(draft)


def _contained(draft: Draft, container: str, entry: Authority | None, genre: str) -> str:
    """The type of a part, from what it is in."""
    plain = folded(container)
    online = draft.has("url") or ends_with(container, "news_end") or container.endswith("코리아")
    if plain in words("broadcast") or (starts_with(container, "broadcast") and not online):
        return "broadcast"
    if plain in words("agency") or starts_with(container, "broadcast"):
        return "article-newspaper"
    counted = entry is not None and (
        (draft.has("volume", "issue") and entry.kind == "magazine")
        or (entry.csl_type == "broadcast" and not draft.has("url"))
    )
    site = plain in words("web_site") or (entry is not None and folded(entry.hangul) in words("web_site"))
    if (site and not counted) or (ends_with(container, "site_end") and draft.has("url")):
        return "webpage"
    if entry is not None and entry.kind in (
        "journal",
        "newspaper",
        "magazine",
        "agency",
        "yearbook",
        "broadcaster",
        "website",
    ):
        return entry.csl_type or "article-journal"
    if container.endswith("사전") and draft.has("url") and not draft.has("volume", "pages", "place", "year"):
        return "webpage"
    if (
        (entry is not None and entry.kind in ("collected-works", "series"))
        or ends_with(container.rstrip(" 0123456789"), "works_end")
        or starts_with(container, "works_start")
    ):
        return "chapter" if draft.has("title") else "book"
    meeting = str(draft.values.get("event", ""))
    proceedings = container.startswith(("Proceedings ", "Proc. "))  # with publisher and place too, as the ACM has it
    met = (is_meeting(container) and not _forum_of_issues(draft, container)) or (bool(meeting) and is_meeting(meeting))
    apart = draft.has("title", "pages") and draft.has("place") and draft.has("publisher")  # a book's chapter
    if met and (proceedings or draft.whole_date or not apart):
        return "paper-conference"
    if draft.has("issue", "whole_number"):
        daily = draft.whole_date and container.endswith(("신문", "일보", "新聞", "日報")) and not draft.has("volume")
        return "article-newspaper" if daily else "article-journal"
    if draft.dated_issue:
        return "article-magazine" if draft.has("month") else "article-journal"
    if folded(str(draft.values.get("publisher", ""))) in words("broadcast") and draft.whole_date:
        return "broadcast"  # `“…,” *Frontline*, PBS, January 14, 2014`
    if draft.has("place") or draft.people.get("editors") or _book_of_entries(draft, container):
        return "chapter"
    return _by_form(draft, container, genre)


def _forum_of_issues(draft: Draft, container: str) -> bool:
    """Whether a serial is called a forum: `『JPI 정책포럼』 No. 2020-3`, `『경제포럼』 제12권 3호`."""
    return container.endswith("포럼") and draft.has("issue") and not draft.has("event")


def _book_of_entries(draft: Draft, container: str) -> bool:
    """Whether an encyclopedia or handbook with its publisher is what the work is in."""
    return draft.has("publisher") and not draft.has("volume") and _BOOK_OF_ENTRIES.search(container) is not None


_BOOK_OF_ENTRIES = regex.compile(r"\b(?:Encyclop(?:a?edia|ædia)|Handbook|Companion|Dictionary)\b")
_PAPERS = ("저널", "Journal")
"""What papers that come out by the day are called as journals are: `PD저널`."""


def _by_form(draft: Draft, container: str, genre: str) -> str:
    if draft.has("number") and draft.has("title") and not draft.has("place") and not draft.whole_date:
        return "article-journal"
    if ends_with(container, "news_end") and (draft.whole_date or not draft.has("volume")):
        return "article-newspaper"
    if draft.whole_date and container.endswith(_PAPERS) and not draft.has("volume", "pages", "doi"):
        return "article-newspaper"
    if draft.has("title", "publisher") and not draft.has("volume") and is_press(str(draft.values.get("publisher", ""))):
        return "chapter"  # a house that prints books: `「…」, 『임화문학연구』, 소명출판, 2009`
    if draft.has("volume") or ends_with(container, "journal_end") or starts_with(container, "journal_start"):
        return "article-journal"
    if draft.has("url"):
        return "webpage"
    if draft.whole_date:
        return "report" if _is_institute(container) else "article-newspaper"
    if genre and (hint := genre_in(genre)) is not None:
        return hint[2]
    marked = draft.container_mark in BOOK_MARKS or (draft.container_mark == "「" and draft.title_mark == "“")
    if marked and draft.has("month") and not draft.has("publisher"):
        return "article-magazine"
    if draft.has("publisher") and draft.title_mark not in BOOK_MARKS and draft.container_mark:
        return "chapter"
    if draft.container_mark in BOOK_MARKS and draft.has("pages", "locator") and not container_like(container):
        return "chapter"
    return "article-journal" if draft.has("title") or draft.has("pages") else "book"


_SPEECH_TITLE = regex.compile(
    r"(?:신년사|(?:시정|축하|기념|개막|폐막|개회|폐회)?연설|담화|보고|서한|축하문|결론|개회사|폐회사|축사)$"
    r"|(?:^|[:,]\s)(?:(?:Concluding|Opening|Policy|New Year|Congratulatory|Historic)\s)?"
    r"(?:Talk|Speech|Address|Discourse|Conversation|Letter|Lecture)\s"
    r"(?:to|with|at|before|delivered|given|made|sent)\s\p{Lu}?[^:]*$"
    r"|^(?:[Rr]emarks|[Tt]estimony|[Ss]peech|[Aa]ddress|[Ll]ecture|[Ss]tatement|[Pp]ress [Cc]onference)\s(?:to|at|before|in|by|delivered)\s"
)


def _spoken(draft: Draft) -> bool:
    """Whether the title is that of an interview on a day, which was printed nowhere."""
    told = draft.whole_date and not draft.has("publisher", "url", "volume", "pages")
    return told and str(draft.values.get("title", "")).endswith(("인터뷰", "면담", "심층면접"))


def _alone(draft: Draft) -> str:
    """The type of a work that stands in nothing else."""
    said = draft.people.get("authors") and draft.has("year") and not draft.has("publisher", "pages", "volume")
    if said and _SPEECH_TITLE.search(str(draft.values.get("title", ""))) is not None:
        return "speech"
    plain = not draft.title_mark and draft.has("month") and not draft.people
    if _spoken(draft) or (plain and is_speech(str(draft.values.get("title", "")))):
        return "speech"
    if (draft.has("number") and draft.has("title")) or _quoted_report(draft):
        return "report"
    if draft.title_mark in BOOK_MARKS:
        return "webpage" if draft.has("url") and not draft.has("publisher", "place", "volume") else "book"
    if draft.has("place") or draft.people.get("translators") or (draft.has("edition") and not draft.has("url")):
        return "book"
    publisher = str(draft.values.get("publisher", ""))
    if draft.title_mark:
        published = _published(publisher) or (bool(publisher) and _listed_book(draft))
        linked = draft.has("url") and not (published and draft.people)
        return "webpage" if linked else "book" if published else "report"
    if starts_with(str(draft.values.get("title", "")), "works_start") or draft.has("volume"):
        return "book"
    if publisher:
        entry = look_up(publisher)
        house = (entry is not None and entry.kind == "publisher") or is_press(publisher)
        if draft.has("url") and not house:
            return "webpage"
        return "book"
    if draft.has("url"):
        told = str(draft.values.get("title", "")).endswith("보고서") and draft.people and draft.has("year")
        return "report" if told else "webpage"
    if not draft.has("title") and draft.people:
        return "book"
    whole = str(draft.values.get("title", "")).endswith(("사전", "辭典", "Dictionary"))
    return (
        "report" if draft.people and not whole and not names_statement(draft.text(draft.start, draft.end)) else "book"
    )


_ON_THE_INTERNET = regex.compile(r"\[(?:Internet|인터넷)\]")
"""What medicine prints behind the title of a page."""


def _quoted_report(draft: Draft) -> bool:
    """Whether an English title in quotation marks, as no book's is, stands with a place alone: `“Korea Overview,” Bangkok, May 2019`."""
    if draft.title_mark not in ("“", '"') or not draft.has("place") or draft.has("publisher", "collection_title"):
        return False
    return KOREAN.search(str(draft.values.get("title", ""))) is None and not draft.people.get("translators")


def _listed_book(draft: Draft) -> bool:
    """Whether the author stands behind the title, as in lists of books: `"제목" 저자, 타커스, 2018`."""
    authors, title = draft.people.get("authors", []), draft.spans.get("title", (0, 0))
    body = ends_with(str(draft.values.get("publisher", "")), "body_end")
    return bool(authors) and authors[0].start > title[1] and not body


_HOUSE = regex.compile(r"출판(?:부|사|원|문화원|국|공사|회사)$")


def _published(publisher: str) -> bool:
    """Whether a publisher is a publishing house rather than an institute that puts out reports."""
    if _HOUSE.search(publisher):
        return True
    if not publisher or ends_with(publisher, "body_end"):
        return False
    return is_press(publisher)


_DATASET = regex.compile(r"(?<![\w/.-])(?:[Dd]ataset|\[[Dd]ata set\])(?![\w/])|데이터 ?[셋세]트?(?<=셋|세트)")
"""What a data set calls itself, but in its address: `datasetView.do`."""


def dataset(draft: Draft) -> None:
    """A work that calls itself a data set is one; its title in Korean then stands beside the romanized one."""
    if _is_dataset(draft) or (draft.form == "full" and "type" not in draft.values and stored(draft)):
        draft.values["type"] = "dataset"


def _is_dataset(draft: Draft) -> bool:
    """Whether a work with an address is called a data set outside its title."""
    if draft.form != "full" or "genre" in draft.values or not draft.has("url"):
        return False
    printed = draft.text(draft.start, min(draft.end, draft.start + 600))
    return _DATASET.search(printed) is not None and "dataset" not in str(draft.values.get("title", "")).casefold()


_YEAR_OF_ISSUE = regex.compile(r"19[4-9]\d|20[0-3]\d")


def year_as_volume(draft: Draft) -> None:
    """year "(" issue ")" — where a volume would stand before its issue: `《경제연구》 2016(1)`."""
    if draft.has("year", "juche_year") or not draft.has("issue"):
        return
    volume = str(draft.values["volume"])
    if _YEAR_OF_ISSUE.fullmatch(volume) is not None:
        draft.values["year"], draft.spans["year"] = int(volume), draft.spans["volume"]
        del draft.values["volume"], draft.spans["volume"]


def volume_and_page(draft: Draft) -> None:
    """volume ":" page — behind a book, where a periodical would have its issue: `The Origins of the Korean War, 2:115`."""
    if not draft.has("volume") or not draft.has("issue") or draft.has("pages", "container_title"):
        return
    start, end = draft.spans["volume"][1], draft.spans["issue"][0]
    if draft.has("title") and draft.text(start, end).strip() == ":":
        draft.move("issue", "pages")


def short_title(draft: Draft) -> None:
    """An author, a title cut short and a page, with nothing that places the work: a short citation."""
    if draft.form != "full" or not draft.people.get("authors") or not draft.has("title"):
        return
    if draft.has("year", "publisher", "place", "container_title", "volume", "issue", "url", "doi", "genre", "type"):
        return
    title = str(draft.values["title"])
    person = draft.people["authors"][0]
    family_only = " " not in draft.text(person.start, person.end) and person.script == "latin"
    if title.endswith(("…", "...")) or family_only:
        draft.form = "short"


def university_alone(draft: Draft) -> None:
    """The publisher of a thesis without its school, where the genre was printed apart: `경기대학교 정치전문대학원, 박사학위논문`."""
    genre, printed = draft.values.get("genre"), draft.values.get("publisher")
    if genre is None or printed is None or " " not in str(printed) or thesis(str(genre)) is None:
        return
    start, end = draft.spans["publisher"]
    if is_university(str(printed)):
        del draft.values["publisher"], draft.spans["publisher"]
        put_university(draft, start, end)


def nothing_left_out(draft: Draft) -> None:
    """Each stretch that was not understood makes the whole doubtful."""
    draft.doubt += 0.1 * len(draft.left)
    if draft.form == "full" and not draft.has("title", "container_title", "number", "genre", "publisher"):
        draft.doubt += 0.3
    placing = (
        "year",
        "container_title",
        "publisher",
        "place",
        "volume",
        "pages",
        "url",
        "number",
        "genre",
        "locator",
        "type",
    )
    if draft.form == "full" and not draft.has(*placing):
        draft.doubt += 0.2
    if draft.form == "full" and draft.has("title") and not draft.title_mark and "type" not in draft.values:
        draft.doubt += 0.1


TIDY: tuple[tuple[Callable[[Draft], None], str], ...] = (
    (name_as_container, "container_title"),
    (title_in_container, "title"),
    (site_alone, "url"),
    (publisher_is_container, "publisher"),
    (whole_number_alone, "whole_number"),
    (year_as_volume, "volume"),
    (volume_and_page, "volume"),
    (short_title, "title"),
    (number_of_host, "container_title"),
    (dataset, "url"),
    (university_alone, "genre"),
    (number_of_report, "genre"),
    (nothing_left_out, ""),
    (host_alone, "pages"),
    (work_type, ""),
)
"""What is put right in a draft, in this order, and the field without which nothing is."""


def _names(draft: Draft, folded_text: Folded) -> dict[str, tuple[Name, ...]]:
    """The structured names by role."""
    names: dict[str, tuple[Name, ...]] = {}
    text, span = draft.source.text, folded_text.span
    for role in LIST_FIELDS:
        if people := draft.people.get(role):
            names[role] = tuple([Name(text[start:end], family, given, script, span(start, end))
                                 for start, end, family, given, script in people])  # fmt: skip
    return names


def tidy(draft: Draft) -> None:
    """Put right what only the whole draft shows."""
    values = draft.values
    for step, needed in TIDY:
        if not needed or needed in values:
            step(draft)


def to_citation(draft: Draft, folded_text: Folded, lead: tuple[int, int] | None) -> Citation:
    """A tidied draft as a record whose spans are into the text as given."""
    span = folded_text.span
    spans: dict[str, tuple[int, int] | tuple[tuple[int, int], ...]] = {
        field: place if folded_text.starts is None else span(*place)
        for field, place in draft.spans.items()
        if field in draft.values
    }
    values: dict[str, Any] = dict(draft.values)
    if lead is not None:
        values["lead_in"] = draft.text(*lead)
        spans["lead_in"] = span(*lead)
    for field in ("url", "doi", "isbn"):
        if field in values:
            values[field] = str(values[field]).replace(" ", "")
    names = _names(draft, folded_text)
    for role, found in names.items():
        values[role] = tuple([name.printed for name in found])
        spans[role] = tuple([name.span for name in found if name.span is not None])
    start = min(draft.start, lead[0]) if lead is not None else draft.start
    end = max(draft.end, lead[1]) if lead is not None else draft.end
    values["text"], values["span"], values["form"] = folded_text.source, span(start, end), draft.form
    values["et_al"], values["spans"] = draft.et_al, SpanMap(spans)
    if names:
        values["names"] = FrozenMap(names)
    if draft.problems:
        values["problems"] = tuple([Problem(told, span(begin, stop)) for told, begin, stop in draft.problems])
    if draft.doubt:
        values["confidence"] = round(max(0.0, min(1.0, 1.0 - draft.doubt)), 2)
    if draft.form != "full":
        values["back_kind"], values["back_number"] = draft.back_kind or None, draft.note_number
    return new_citation(values)


def to_unparsed(left: tuple[int, int, str], folded_text: Folded) -> Unparsed:
    """A stretch that was not understood, in the text as given."""
    place = folded_text.span(left[0], left[1])
    return Unparsed(place.of(folded_text.source), place, left[2])
