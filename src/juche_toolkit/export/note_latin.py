"""The two styles in English: notes as 38 North prints them, and those of The Chicago Manual of Style."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from juche_toolkit.citation.journals import lone_number
from juche_toolkit.citation.model import Citation
from juche_toolkit.citation.words import KOREAN
from juche_toolkit.export.common import clean
from juche_toolkit.export.forms import View
from juche_toolkit.export.marc_parts import MONTHS
from juche_toolkit.export.note_american import american_note
from juche_toolkit.export.note_fields import NoteStyle, note_kind
from juche_toolkit.export.note_parts import (
    bare_host,
    figure,
    hanja_volume,
    in_hanja,
    inner_quotes,
    joined,
    judgment,
    kept_in_archive,
    kind_word,
    korean_date,
    law,
    link,
    made_at_occasion,
    marks,
    names,
    occasion,
    place_cited,
    quotes_title,
    second_titles,
    signature,
    spaced,
    told_by_role,
    untold_series,
)

__all__ = ["back_reference", "latin_note"]

_ENDS_ITSELF = ("?", "!", "…")
_CLOSED = (",”", "?”", "!”", "…”")
_MEETING_GENRES = ("발표문", "토론문", "발표논문", "발표자료")


def latin_note(work: View, style: NoteStyle, *, north: bool) -> str:
    """A note in English: authors, title, what it stands in, imprint, place cited, address.

    `north` says that the work is North Korean: its titles in Korean script then stand in 《 》.
    """
    record = work.citation
    match note_kind(record):
        case "serial":
            parts = _serial_38north(work, north) if style == "38north" else _serial_chicago(work, north)
        case "law":
            parts = [_law(work, north), *_law_date(record), place_cited(record)]
            parts += [_pages(record, "38north"), link(record)]
        case "case":
            parts = [judgment(work), place_cited(record), _pages(record, "38north"), link(record)]
        case "american":
            parts = [american_note(record)]
        case _:
            parts = _standing_alone(work, north)
            parts += [_pages(record, style), place_cited(record)]
            parts += [_accessed(record), link(record)]
    return _finished(_assembled(parts))


def back_reference(record: Citation, style: NoteStyle) -> str:
    """Ibid., p. 7. · 이종석, op. cit., p. 7. · Park and Gatrall (2010), p. 151. · Frank, “North Korea’s …,” p. 12."""
    people = _together([clean(name) for name in record.authors])
    title = clean(record.title)
    if record.form == "short" and record.year is not None:
        people = f"{people} ({record.year})"
    quoted = _quoted(title) if title else ""
    words = {"ibid": "Ibid.", "op-cit": "op. cit."}.get(record.form, "")
    place = [_pages(record, style), place_cited(record)]
    return _finished(_assembled([people, quoted, words, *place]))


def _together(people: Sequence[str], *, always: bool = False) -> str:
    """A, B, and C; authors in Korean script stand without `and`, but others, behind their role, with it `always`."""
    if len(people) < 2 or (not always and any(KOREAN.search(name) for name in people)):
        return ", ".join(people)
    return ", ".join(people[:-1]) + ("," if len(people) > 2 else "") + f" and {people[-1]}"


def _authors(work: View) -> str:
    people = names(work, "authors")
    if people and work.citation.et_al:
        return ", ".join(people) + (" 외 저" if told_by_role(work.citation, people) else " et al.")
    return _together(people) + (" 저" if people and told_by_role(work.citation, people) else "")


def _helpers(work: View) -> list[str]:
    """ed. Jane Doe, trans. Minsu Kim"""
    return [
        figure("ed. ", _together(names(work, "editors"), always=True)),
        figure("trans. ", _together(names(work, "translators"), always=True)),
    ]


def _quoted(title: str) -> str:
    title = inner_quotes(title)
    return f"“{title}”" if title.endswith(_ENDS_ITSELF) else f"“{title},”"


def _titled(work: View, north: bool) -> str:
    """The title, in quotes for a part or an unpublished work, with its original and translation behind."""
    record = work.citation
    title, more = work.title.latin, second_titles(work)
    if not quotes_title(record):
        return spaced((marks(title, north) if title else "", more))
    if not title:
        return more
    return f"“{inner_quotes(title)}” {more}" if more else _quoted(title)


def _english_date(record: Citation) -> str:
    """January 5, 2023 · Spring 2010 · 2010년 하반기 · Juche 102"""
    if record.year is None and record.juche_year is not None:
        return korean_date(record) if record.month or record.season else f"Juche {record.juche_year}"
    if record.season and KOREAN.search(record.season):
        return korean_date(record)
    month = MONTHS[record.month - 1] if record.month else ""
    year = str(record.year) if record.year is not None else ""
    if month and record.day:
        return joined((f"{month} {record.day}", year))
    return spaced((clean(record.season), month, year))


def _pages(record: Citation, style: NoteStyle) -> str:
    printed = clean(record.pages)
    if not printed or style == "chicago" or "A" <= printed[0] <= "Z":  # A1 of a newspaper
        return printed
    return f"{'p.' if printed.isdigit() else 'pp.'} {printed}"


def _accessed(record: Citation) -> str:
    """accessed January 5, 2023, of an ISO date"""
    printed = clean(record.accessed)
    year, _, rest = printed.partition("-")
    month, _, day = rest.partition("-")
    if not (year.isdigit() and month.isdigit() and 1 <= int(month) <= len(MONTHS)):
        return figure("accessed ", printed)
    name = MONTHS[int(month) - 1]
    return f"accessed {name} {int(day)}, {year}" if day.isdigit() else f"accessed {name} {year}"


def _container(work: View, north: bool) -> str:
    """A serial's name; with a series behind it (section) in marks, so that both can be told: 《…학보》(철학)."""
    name = work.container.latin
    marked = name if bare_host(work.citation, name) else marks(name, north)
    return marked + figure("(", clean(work.citation.section), ")")


def _genre(work: View) -> tuple[str, str]:
    """What kind of text a part in a serial is: before the serial's name; a paper's behind the meeting's."""
    genre = work.field("genre").latin
    return ("", genre) if genre in _MEETING_GENRES else (genre, "")


def _numbers_38north(record: Citation, container: str) -> str:
    """24, no. 2 · vol. 24 · 4: a lone number is the issue unless the journal counts volumes."""
    volume, issue = clean(record.volume), clean(record.issue)
    if volume and issue:
        return f"{'vol. ' if record.section or volume[0].isalpha() else ''}{volume}, no. {issue}"
    if volume:
        return f"vol. {volume}"
    bare = issue.isdigit() and len(issue) < 4 and record.title and not record.section and not _counts_volumes(container)
    return issue if bare else figure("no. ", issue)


def _counts_volumes(container: str) -> bool:
    return lone_number(container) == "volume"


def _serial_38north(work: View, north: bool) -> list[str]:
    """authors, “title,” container 24, no. 2, (2018), whole no. 188, pp. 33-49, address"""
    record = work.citation
    before, behind = _genre(work)
    container = _container(work, north)
    place = spaced((container, behind, _numbers_38north(record, work.container.latin)))
    date = _english_date(record)
    issued = record.type in ("article-journal", "article-magazine", None) and not record.month
    dated = f"({date})" if date and issued else date
    whole = figure("whole no. ", clean(record.whole_number))
    return [
        _authors(work), _titled(work, north), before, place, dated, work.field("edition").latin, *_helpers(work), whole,
        _pages(record, "38north"), place_cited(record), link(record),
    ]  # fmt: skip


def _serial_chicago(work: View, north: bool) -> list[str]:
    """authors, “title,” container 24, no. 2 (2018): 33-49 — or with the date alone for news and the web"""
    record = work.citation
    volume, issue, printed = clean(record.volume), clean(record.issue), clean(record.pages)
    before, behind = _genre(work)
    container, date = spaced((_container(work, north), behind)), _english_date(record)
    whole = figure("whole no. ", clean(record.whole_number))
    head = [_authors(work), _titled(work, north), before]
    tail = [work.field("edition").latin, *_helpers(work), place_cited(record), _accessed(record), link(record)]
    if record.type != "article-journal":
        numbers = [figure("vol. ", volume), figure("no. ", issue), whole]
        return [*head, container, *numbers, date, printed, *tail]
    lone = volume and not issue
    plain = not record.section and not volume[:1].isalpha()
    plain = plain and (not lone or _volume_is_clear(record, work.container.latin))
    source = spaced((container, volume)) if plain else joined((container, figure("vol. ", volume)))
    source = joined((source, figure("no. ", issue), whole))
    dated = spaced((source, figure("(", date, ")")))
    if printed and date and volume + issue:
        return [*head, f"{dated}: {printed}", *tail]
    return [*head, dated, printed, *tail]


def _volume_is_clear(record: Citation, container: str) -> bool:
    """Whether a lone number reads as a volume: `(date): pages` follow, and the journal isn't one that counts issues."""
    counts = lone_number(container)
    return bool(record.title and record.pages and record.year) and counts in ("", "volume")


def _standing_alone(work: View, north: bool) -> list[str]:
    """A book, chapter, thesis, report or speech up to its imprint, which follows in brackets without a comma."""
    record = work.citation
    title = _titled(work, north)
    if kept_in_archive(record):
        return [_authors(work), title, _english_date(record), signature(record), *_helpers(work)]
    host = marks(work.container.latin, north) if note_kind(record) == "chapter" and work.container else ""
    genre, event = work.field("genre").latin, clean(record.event)
    said = kind_word(record)
    if made_at_occasion(record):
        said, genre, event = occasion(genre, event), "", ""
    if record.type == "thesis" and not title:
        return [_authors(work), spaced((work.field("publisher").latin, genre)), _english_date(record)]
    if genre and record.number and record.type == "report":
        said, genre = spaced((genre, clean(record.number))), ""
    series = work.field("collection_title").latin
    inner, series = (series, "") if untold_series(record) else ("", series)
    inside = joined((genre, inner, _imprint(work, "" if record.type == "speech" else _english_date(record))))
    parts = [
        _authors(work), title, figure("in ", host), said, event,
        "" if said.endswith(clean(record.number)) else clean(record.number), *_helpers(work),
        work.field("edition").latin, _volume(clean(record.volume)), figure("no. ", clean(record.issue)),
        series,
    ]  # fmt: skip
    text = _assembled(parts)
    if inside and text.endswith(",”"):
        text = text.removesuffix(",”") + "”"
    if not text or (inside and inside == work.field("publisher").latin and record.type == "book"):
        return [text, inside]
    return [spaced((text, figure("(", inside, ")"))), _english_date(record) if record.type == "speech" else ""]


def _volume(printed: str) -> str:
    """vol. 2; vols. 1, 2; 상권 of a work in 상, 중, 하"""
    if in_hanja(printed):
        return hanja_volume(printed)
    return f"{printed}권" if KOREAN.search(printed) else figure("vols. " if "," in printed else "vol. ", printed)


def _imprint(work: View, date: str) -> str:
    """`Place: Publisher, date` or what there is of it."""
    place, publisher = work.field("place").latin, work.field("publisher").latin
    source = f"{place}: {publisher}" if place and publisher else place or publisher
    return joined((source, date))


def _law(work: View, north: bool) -> str:
    """「법」, body kind number; a resolution's year stands in brackets behind its number."""
    record = work.citation
    title = work.title.latin
    if title and KOREAN.search(title):
        title = f"《{title}》" if north else f"「{title}」"
    elif title:
        title = f"“{title}”"
    year_only = f"({record.year})" if _resolution(record) and record.year is not None and not record.month else ""
    if title and not record.number and record.authority:
        return spaced((law(work), title, year_only))
    return joined((title, spaced((law(work), year_only))))


def _resolution(record: Citation) -> bool:
    """Whether a law is cited in English, as the United Nations' resolutions are."""
    return bool(record.authority) and KOREAN.search(record.authority or "") is None


def _law_date(record: Citation) -> list[str]:
    """What became of a law, and when; amended April 11, 2019 or 2019년 8월 29일 수정보충 where no body is named."""
    event = clean(record.event)
    if _resolution(record):
        return [event, _english_date(record) if record.month else ""]
    if event and not record.authority and not record.number:
        if KOREAN.search(event) is None:
            return [spaced((event, _english_date(record)))]
        return [spaced((korean_date(record), event))]
    return [event, _english_date(record)]


def _assembled(parts: Iterable[str]) -> str:
    """Parts with commas between, none after one that ends its own way (a title in quotes)."""
    text = ""
    for part in parts:
        if part:
            text += ("" if not text else " " if text.endswith(_CLOSED) else ", ") + part
    return text


def _finished(text: str) -> str:
    """The note with its full stop; the comma inside a title that nothing follows goes."""
    if text.endswith(",”"):
        text = text.removesuffix(",”") + "”"
    return text if text.endswith((".", "?”", "!”")) else f"{text}."
