"""The style of North Korean print: 최영옥, 《제목》, 경제연구 주체102(2013)년 제4호, 12~15페지."""

from __future__ import annotations

from juche_toolkit.citation.model import Citation
from juche_toolkit.citation.words import KOREAN
from juche_toolkit.export.common import clean
from juche_toolkit.export.forms import Role, View
from juche_toolkit.export.note_american import american_note
from juche_toolkit.export.note_fields import note_kind
from juche_toolkit.export.note_parts import (
    bare_host,
    cites_part_of_issue,
    figure,
    hanja_volume,
    in_hanja,
    joined,
    judgment,
    kept_in_archive,
    kind_word,
    korean_date,
    law,
    link,
    made_at_occasion,
    names,
    occasion,
    place_cited,
    second_titles,
    signature,
    spaced,
    told_by_role,
)

__all__ = ["dprk_back_reference", "dprk_note"]

_KIND_WORDS = {"book": "책", "article": "글", "thesis": "학위론문", "news": "기사"}
_MEETING_GENRES = ("발표문", "토론문", "발표논문", "발표자료")


def dprk_note(work: View) -> str:
    """A note in North Korean style; it ends without a full stop."""
    record = work.citation
    match note_kind(record):
        case "serial":
            parts = _serial(work)
        case "law":
            parts = [_law(work), korean_date(record), clean(record.event)]
            if not record.authority and KOREAN.search(record.event or "") is None:  # amended 2019년 4월 11일
                parts = [_law(work), spaced(reversed(parts[1:]))]
        case "case":
            parts = [judgment(work)]
        case "american":
            return american_note(record)
        case _:
            parts = _standing_alone(work)
    accessed = figure("", clean(record.accessed).replace("-", "."), " 접속")
    place = "" if cites_part_of_issue(record) else place_cited(record)
    return joined([*parts, place, _pages(record), link(record), accessed])


def dprk_back_reference(record: Citation) -> str:
    """우와 같은 문헌, 7페지 · 이종석, 앞의 책, 7페지"""
    people = _together([clean(name) for name in record.authors])
    title = clean(record.title)
    if record.form == "short":
        people = f"{people} ({record.year})" if record.year is not None else people
        return joined((people, figure("《", title, "》"), place_cited(record), _pages(record)))
    words = "우와 같은 문헌" if record.form == "ibid" else f"앞의 {_KIND_WORDS.get(record.back_kind or '', '책')}"
    return joined((people, figure("《", title, "》"), words, place_cited(record), _pages(record)))


def _law(work: View) -> str:
    """《법》, body kind number; a title that no number stands behind follows its body: 최고인민회의 법령 《…》."""
    title = figure("《", work.title.latin, "》")
    return joined((title, law(work))) if work.citation.number else spaced((law(work), title))


def _pages(record: Citation) -> str:
    """12~30페지; a page of a part that has its own numbers keeps its hyphen: Ⅲ-22페지."""
    printed = clean(record.pages)
    return figure("", printed if "Ⅰ" <= printed[:1] <= "Ⅻ" else printed.replace("-", "~"), "페지")


def _together(people: list[str]) -> str:
    """Names with commas between in Korean script; Latin ones with `and`, as their initials hold full stops."""
    if len(people) > 1 and not any(KOREAN.search(name) for name in people):
        return ", ".join(people[:-1]) + f" and {people[-1]}"
    return ", ".join(people)


def _authors(work: View) -> str:
    people = names(work, "authors")
    role = " 저" if people and told_by_role(work.citation, people) else ""
    return figure("", _together(people), f" 등{role}" if work.citation.et_al else role)


def _helpers(work: View, role: Role, word: str) -> str:
    """김철수 편 · Jane Doe 편"""
    return figure("", "·".join(names(work, role)), f" {word}")


def _title(work: View) -> str:
    return spaced((figure("《", work.title.latin, "》"), second_titles(work)))


def _serial(work: View) -> list[str]:
    """author, 《title》, container year 제N호 루계 N호, edition"""
    record = work.citation
    genre, section = work.field("genre").latin, clean(record.section)
    name = work.container.latin
    container = name if bare_host(record, name) else figure("《", name, "》") + figure("(", section, ")")
    paper = genre in _MEETING_GENRES
    source = spaced(
        (
            container,
            genre if paper else "",
            korean_date(record),
            figure("제", clean(record.volume), "권" if record.title or record.issue else "집"),
            _issue(clean(record.issue)),
            figure("루계 ", clean(record.whole_number), "호"),
            clean(record.locator) if cites_part_of_issue(record) else "",
        )
    )
    return [
        _authors(work), _title(work), _helpers(work, "translators", "역"), "" if paper else genre,
        _helpers(work, "editors", "편"), source, work.field("edition").latin,
    ]  # fmt: skip


def _issue(printed: str) -> str:
    """제4호, 제1-2호; a number that falls behind its stroke is no double issue: No. 13-2."""
    first, stroke, last = printed.partition("-")
    falls = stroke and first.isdigit() and last.isdigit() and int(first) > int(last)
    return f"No. {printed}" if falls else figure("제", printed, "호")


def _volume(printed: str) -> str:
    """제2권, 상권, 卷四"""
    if in_hanja(printed):
        return hanja_volume(printed)
    return f"{printed}권" if KOREAN.search(printed) else figure("제", printed, "권")


def _standing_alone(work: View) -> list[str]:
    """author, 《title》 제2권(edition), translator, 《host》, editor, series, publisher, year"""
    record = work.citation
    genre, event = work.field("genre").latin, clean(record.event)
    volume = _volume(clean(record.volume))
    edition = figure("(", work.field("edition").latin, ")")
    title = _title(work)
    if kept_in_archive(record):
        return [_authors(work), title, _helpers(work, "translators", "역"), korean_date(record), signature(record)]
    host = figure("《", work.container.latin, "》") if note_kind(record) == "chapter" else ""
    said = kind_word(record)
    if made_at_occasion(record):
        said, genre, event = occasion(genre, event), "", ""
    publisher = work.field("publisher").latin
    if record.type == "thesis" and KOREAN.search(genre):
        publisher, genre = spaced((publisher, genre)), ""
    place = work.field("place").latin
    source = f"{place}: {publisher}" if place and publisher else publisher or place
    return [
        _authors(work), title if host else spaced((title, volume)) + edition, _helpers(work, "translators", "역"),
        spaced((host, volume)) + edition if host else "", _helpers(work, "editors", "편"), said, event,
        spaced((genre, clean(record.number))), work.field("collection_title").latin, source, korean_date(record),
        figure("제", clean(record.issue), "호"),
    ]  # fmt: skip
