"""Notes back again: the styles of 38 North, of Chicago, and of North Korean print."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

import regex

from juche_toolkit.citation.model import Citation
from juche_toolkit.errors import UnknownNameError
from juche_toolkit.export.common import Romanizer, cited_text, clean, has_content, romanizer_or_default, worked
from juche_toolkit.export.forms import Person, Role, View
from juche_toolkit.export.marc_parts import MONTHS

__all__ = ["STYLES", "NoteStyle", "to_note"]

NoteStyle = Literal["38north", "chicago", "dprk"]
STYLES: tuple[NoteStyle, ...] = ("38north", "chicago", "dprk")

_QUOTED = frozenset({"article-journal", "article-newspaper", "article-magazine", "chapter", "paper-conference",
                     "webpage", "thesis", "speech", "broadcast"})  # fmt: skip
_SERIALS = frozenset({"article-journal", "article-newspaper", "article-magazine", "webpage", "broadcast"})
_ENDS_ITSELF = ("?", "!", "…")
_TRAILING_LEAD = regex.compile(r"(?:재인용|참조|참고)\W?$")


def to_note(
    citations: Iterable[Citation] | Citation,
    style: str = "38north",
    *,
    scheme: str | None = None,
    resolved: bool = True,
    distinct: bool = False,
    romanizer: Romanizer | None = None,
) -> str:
    """The citations as notes, one a line, in the order given.

    `38north`: `최영옥, “제목,” Kyo’ngje Yo’ngu 4, (2013).` · `chicago`: notes of The Chicago Manual of Style, 17th ed.,
    ch. 14 (in plain text: no italics) · `dprk`: `최영옥, 《제목》, 경제연구 주체102(2013)년 제4호`.

    Texts stand as printed; with a `scheme`, Korean ones are romanized. With `resolved` False a back-reference is
    written as one (Ibid., 우와 같은 문헌). One that resolves to nothing is written so in any case, and a citation with
    no content as the text it was read from. Raises UnknownNameError for a style that doesn't exist.
    """
    if style not in _WRITERS:
        raise UnknownNameError(f"style={style!r} is unknown; it can be {', '.join(STYLES)}")
    chosen = romanizer_or_default(romanizer) if scheme is not None else _as_printed
    found = worked(citations, resolved=resolved, distinct=distinct)
    return "".join(_note(View(citation, scheme or "", chosen), style) + "\n" for citation in found)


def _as_printed(text: str, _scheme: str, _kind: str) -> str:
    return text


def _note(work: View, style: str) -> str:
    record = work.citation
    if not has_content(record):
        return _back_reference(work, style) if record.form == "ibid" else cited_text(record)
    lead = clean(record.lead_in)
    body = _WRITERS[style](work)
    if not lead:
        return body
    if _TRAILING_LEAD.search(lead):
        return body.removesuffix(".") + ("" if lead.startswith("에서") else " ") + lead
    return f"{lead} {body}"


def _back_reference(work: View, style: str) -> str:
    printed = clean(work.citation.pages)
    if style == "dprk":
        return "우와 같은 문헌" + (f", {_korean_pages(printed)}" if printed else "")
    return f"Ibid., {_pages(printed) if style == '38north' else printed}." if printed else "Ibid."


def _korean_pages(printed: str) -> str:
    return f"{printed.replace('-', '~')}페지"


def _pages(printed: str) -> str:
    return f"{'p.' if printed.isdigit() else 'pp.'} {printed}"


def _people(people: tuple[Person, ...], et_al: bool, joint: str) -> str:
    names = [person.natural_form if not person.original else person.latin for person in people]
    if et_al:
        return ", ".join(names) + " et al."
    if len(names) > 1 and joint:
        last = f"{joint} {names[-1]}"
        return ", ".join(names[:-1]) + (last if len(names) == 2 else f",{last}")
    return ", ".join(names)


def _authors(work: View) -> str:
    people = work.of_role("authors")
    joint = "" if any(person.original for person in people) else " and"
    return _people(people, work.citation.et_al, joint)


def _helpers(work: View, role: Role, word: str) -> str:
    people = work.of_role(role)
    return f"{word} {_people(people, False, ' and')}" if people else ""


def _english_date(work: View) -> str:
    record = work.citation
    month = MONTHS[record.month - 1] if record.month else ""
    year = (
        str(record.year)
        if record.year is not None
        else f"Juche {record.juche_year}"
        if record.juche_year is not None
        else ""
    )
    if month and record.day:
        return f"{month} {record.day}" + (f", {year}" if year else "")
    return " ".join(part for part in (clean(record.season), month, year) if part)


def _titled(work: View) -> str:
    """The title, in quotes for a part or an unpublished work, with its original and translation."""
    record = work.citation
    title = work.title.latin
    if work.title.original and work.title.original != title:
        title = f"{title} {work.title.original}"
    if translated := clean(record.translated_title):
        title = f"{title} [{translated}]"
    if not title or (record.type not in _QUOTED and not (record.type is None and work.container)):
        return title
    return f"“{title}”" if title.endswith(_ENDS_ITSELF) else f"“{title},”"


def _imprint(work: View, year: str) -> str:
    """`Place: Publisher, Year` or what there is of it."""
    place, publisher = work.field("place").latin, work.field("publisher").latin
    source = f"{place}: {publisher}" if place and publisher else place or publisher
    return ", ".join(part for part in (source, year) if part)


def _assembled(parts: Iterable[str]) -> str:
    """Parts with commas between, none after one that ends its own way (a title in quotes)."""
    text = ""
    for part in parts:
        if part:
            text += ("" if not text else " " if text.endswith((",”", "?”", "!”", "…”")) else ", ") + part
    return text.removesuffix(",”") + "”" if text.endswith(",”") else text


def _law(work: View) -> list[str]:
    """Body, kind and number, session, event; 정령 제366호 where the kind is printed in Korean."""
    number = clean(work.citation.number)
    genre, authority = work.field("genre"), work.field("authority")
    if number and genre.original == genre.latin:
        number = f"제{number}호"
    elif number:
        number = f"No. {number}"
    printed_in_korean = authority.original is not None and authority.original == authority.latin
    kind = " ".join(part for part in (genre.latin, number) if part)
    head = [f"{authority.latin} {kind}".strip()] if printed_in_korean else [authority.latin, kind]
    return [*head, clean(work.citation.session), clean(work.citation.event)]


def _38north(work: View) -> str:
    record = work.citation
    volume, issue, printed = clean(record.volume), clean(record.issue), clean(record.pages)
    if record.type in _SERIALS or (record.type is None and work.container):
        numbers = f"{volume}, no. {issue}" if volume and issue else f"vol. {volume}" if volume else issue
        place = " ".join(part for part in (work.container.latin, numbers) if part)
        date = _english_date(work)
        dated = f"({date})" if date and not record.month and record.type == "article-journal" else date
        parts = [_authors(work), _titled(work), place, dated]
    else:
        parts = _standing_alone(work, volume, issue)
    whole = clean(record.whole_number)
    parts += [f"whole no. {whole}" if whole else "", _pages(printed) if printed else ""]
    return _finished(work, parts)


def _standing_alone(work: View, volume: str, issue: str) -> list[str]:
    """A book, chapter, thesis, report or law up to its imprint, which follows in brackets without a comma."""
    record = work.citation
    host = f"in {work.container.latin}" if work.container else ""
    genre = work.field("genre").latin if record.type not in ("legislation", "legal_case") else ""
    imprint = _imprint(work, _english_date(work))
    inside = ", ".join(part for part in (genre, imprint) if part)
    parts = [
        _authors(work),
        _titled(work),
        host,
        *(
            _law(work)
            if record.type in ("legislation", "legal_case")
            else [work.field("authority").latin, clean(record.event)]
        ),
        _helpers(work, "editors", "ed."),
        _helpers(work, "translators", "trans."),
        work.field("collection_title").latin,
        f"vol. {volume}" if volume else "",
        f"no. {issue}" if issue else "",
    ]
    text = _assembled(parts)
    return [" ".join(part for part in (text, f"({inside})" if inside else "") if part)]


def _finished(work: View, parts: list[str]) -> str:
    record = work.citation
    text = _assembled([*parts, clean(record.locator), clean(record.section), _link(record)])
    return text if text.endswith((".", "?”", "!”")) and not clean(record.url) else f"{text}."


def _link(record: Citation) -> str:
    return clean(record.url) or (f"https://doi.org/{clean(record.doi)}" if clean(record.doi) else "")


def _chicago(work: View) -> str:
    record = work.citation
    volume, issue, printed = clean(record.volume), clean(record.issue), clean(record.pages)
    date = _english_date(work)
    if record.type == "article-journal":
        numbers = f"{volume}, no. {issue}" if volume and issue else volume or (f", no. {issue}" if issue else "")
        place = f"{work.container.latin}{numbers if numbers.startswith(',') else f' {numbers}' if numbers else ''}"
        dated = f"{place} ({date})" if date else place
        parts = [_authors(work), _titled(work), f"{dated}: {printed}" if printed else dated]
        printed = ""
    elif record.type in _SERIALS or (record.type is None and work.container):
        vol, no = f"vol. {volume}" if volume else "", f"no. {issue}" if issue else ""
        parts = [_authors(work), _titled(work), work.container.latin, vol, no, date]
    else:
        parts = _standing_alone(work, volume, issue)
    whole = clean(record.whole_number)
    return _finished(work, [*parts, f"whole no. {whole}" if whole else "", printed])


def _dprk(work: View) -> str:
    """author, 《title》, container year issue, publisher, year, pages: as North Korean print cites."""
    record = work.citation
    volume, issue = clean(record.volume), clean(record.issue)
    whole, number = clean(record.whole_number), clean(record.number)
    title = f"《{work.title.latin}》" if work.title else ""
    if work.container:
        numbers = [
            work.container.latin,
            _korean_date(work),
            f"제{volume}권" if volume else "",
            f"제{issue}호" if issue else "",
        ]
        source = [" ".join(part for part in numbers if part), work.field("publisher").latin]
    else:
        title = " ".join(part for part in (title, f"제{volume}권" if volume else "") if part)
        source = [work.field("publisher").latin, _korean_date(work), f"제{issue}호" if issue else ""]
    law = " ".join(
        part
        for part in (work.field("authority").latin, work.field("genre").latin, f"제{number}호" if number else "")
        if part
    )
    printed = clean(record.pages)
    parts = [
        _people(work.of_role("authors"), False, "") + (" 등" if record.et_al else ""),
        title, clean(record.translated_title), law, *source,
        f"루계 {whole}호" if whole else "", clean(record.event), clean(record.locator),
        _korean_pages(printed) if printed else "", _link(record),
    ]  # fmt: skip
    return ", ".join(part for part in parts if part)


def _korean_date(work: View) -> str:
    record = work.citation
    year = str(record.year) if record.year is not None else ""
    if record.juche_year is not None:
        year = f"주체{record.juche_year}({year})" if year else f"주체{record.juche_year}"
    parts = (f"{year}년" if year else "", clean(record.season), f"{record.month}월" if record.month else "",
             f"{record.day}일" if record.day else "")  # fmt: skip
    return " ".join(part for part in parts if part)


_WRITERS: dict[str, Callable[[View], str]] = {"38north": _38north, "chicago": _chicago, "dprk": _dprk}
