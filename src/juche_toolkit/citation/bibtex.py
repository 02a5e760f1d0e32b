"""BibTeX entries among notes: `@article{key, author = {…}, title = {…}}`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from juche_toolkit.citation.dates import iso, match_date
from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.imprint import thesis, token_range
from juche_toolkit.citation.items import Source, scan
from juche_toolkit.citation.names import read_names
from juche_toolkit.citation.words import words

if TYPE_CHECKING:
    from juche_toolkit.citation.works import Reading

__all__ = ["read_bibtex"]

_ENTRY = regex.compile(r"\s*+@(?P<type>\p{L}++)\s*+\{\s*+(?P<key>[^,{}\s]*+)\s*+,")
_FIELD = regex.compile(r"[\s,]*+(?P<name>[\p{L}_-]++)\s*+=\s*+")
_FIELDS = {
    **dict.fromkeys(("journal", "journaltitle", "booktitle"), "container_title"),
    **dict.fromkeys(("publisher", "school", "institution"), "publisher"),
    **dict.fromkeys(("address", "location"), "place"),
    **dict.fromkeys(("number", "issue"), "issue"),
    **{name: name for name in ("title", "edition", "volume", "url", "doi", "isbn")},
    "series": "collection_title",
}
_TYPES = {
    "article": "article-journal",
    "book": "book",
    **dict.fromkeys(("incollection", "inbook"), "chapter"),
    **dict.fromkeys(("inproceedings", "conference"), "paper-conference"),
    **dict.fromkeys(("phdthesis", "mastersthesis", "thesis"), "thesis"),
    **dict.fromkeys(("techreport", "report"), "report"),
    **dict.fromkeys(("online", "misc"), "webpage"),
    "dataset": "dataset",
}
_SILENT = frozenset({"key", "keywords", "langid", "language", "abstract", "file", "month", "type", "isbn", "issn", "eprint",
                     "archiveprefix", "primaryclass", "organization", "titleaddon", "shorttitle", "annote", "bdsk-url-1"})  # fmt: skip
_ADDRESS = regex.compile(r"https?://[^\s{}]++")
_ARXIV = regex.compile(r"(?i:archiveprefix|eprinttype)\s*+=\s*+[{\"]\s*+arxiv", regex.IGNORECASE)
_LONGEST = 100_000


def read_bibtex(source: Source, first: int, reading: Reading) -> bool:
    """Read one entry.

    entry := "@" type "{" key ("," name "=" value)* "}";  value := "{" … "}" | '"' … '"' | digits
    """
    if first >= len(source.tokens):
        return False
    start = source.tokens[first].start
    text = source.text
    head = _ENTRY.match(text, start)
    if head is None or len(text) - start > _LONGEST:
        return False
    draft = Draft(source, start, len(text.rstrip()))
    place = head.end()
    draft.passed.append((start, place))
    while (match := _FIELD.match(text, place)) is not None:
        begin, end, place = _value(text, match.end())
        draft.passed.append(match.span())
        _take(draft, match["name"].casefold(), begin, end)
    draft.values.setdefault("type", _TYPES.get(head["type"].casefold(), "book"))
    if place < draft.end and text[place : draft.end].strip(" ,}"):
        draft.leave(place, draft.end, "no field of a BibTeX entry")
    reading.drafts.append((draft, None))
    reading.left.extend(draft.left)
    return True


def _value(text: str, place: int) -> tuple[int, int, int]:
    """The range of a value inside its braces or quotes, and the place behind it."""
    if place >= len(text):
        return place, place, place
    if text[place] == '"':
        end = text.find('"', place + 1)
        end = len(text) if end < 0 else end
        return place + 1, end, min(end + 1, len(text))
    if text[place] != "{":
        end = place
        while end < len(text) and text[end] not in ",}\n":
            end += 1
        return place, end, end
    depth = 0
    for end in range(place, len(text)):
        depth += (text[end] == "{") - (text[end] == "}")
        if depth == 0:
            return place + 1, end, end + 1
    return place + 1, len(text), len(text)


def _unbraced(text: str, start: int, end: int) -> tuple[int, int]:
    """The range of a value without spaces and pairs of braces round it."""
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    if end - start > 1 and text[start] == "{" and _value(text, start) == (start + 1, end - 1, end):
        return _unbraced(text, start + 1, end - 1)
    return start, end


def _take(draft: Draft, name: str, start: int, end: int) -> None:
    start, end = _unbraced(draft.source.text, start, end)
    if start >= end:
        return
    printed = (
        draft.source.text[start:end].replace("{", "").replace("}", "")
    )  # `{BERT}: …`: they keep letters as they are
    if name in ("author", "editor", "translator"):
        _names(draft, name + "s", start, end)
    elif name in ("year", "date"):
        _date(draft, printed, start)
    elif name == "month" and (month := _month(printed)) is not None:
        draft.put("month", start, end, month)
    elif name == "pages":
        draft.put("pages", start, end, regex.sub(r"\s*+[-–—]{1,3}\s*+", "-", printed))
    elif name == "type" and thesis(printed) is not None:
        draft.put("genre", start, end, printed)
    elif name in ("howpublished", "note", "urldate"):
        _remark(draft, start, end)
    elif name in _FIELDS:
        draft.put(_FIELDS[name], start, end, printed)
    elif name == "eprint" and _ARXIV.search(draft.source.text, draft.start, draft.end) is not None:
        draft.put("number", start, end, printed if printed.casefold().startswith("arxiv") else f"arXiv:{printed}")
    elif name in _SILENT:
        draft.doubtful(f"The BibTeX field {name} has no field in a record", start, end, 0.0)
    else:
        draft.leave(start, end, f"a BibTeX field {name}")


def _remark(draft: Draft, start: int, end: int) -> None:
    """An address or the day it was read, in howpublished, note or urldate; other remarks carry no field."""
    source = draft.source
    if (address := _ADDRESS.search(source.text, start, end)) is not None:
        draft.put("url", *address.span())
    for item in scan(source, *token_range(draft, start, end)):
        if item.kind == "accessed":
            draft.put_accessed(item)
        elif item.kind == "paren":
            _remark(draft, item.start + 1, item.end - 1)
    date = match_date(source.text, start, digit=source.text[start].isdigit()) if end - start == 10 else None
    if date is not None and date.end == end:
        draft.put("accessed", start, end, iso(date))


def _month(printed: str) -> int | None:
    """A month by number or by name: 10, oct, October, 10월."""
    number = printed.rstrip("월호 ")
    if number.isdigit() and 1 <= int(number) <= 12:
        return int(number)
    found = words("month").get(printed.casefold().rstrip("."))
    return int(found) if found is not None else None


def _names(draft: Draft, role: str, start: int, end: int) -> None:
    """names := name (" and " name)*"""
    text = draft.source.text
    cuts = [
        start,
        *(
            place
            for match in regex.finditer(r"\sand\s", text[start:end])
            for place in (start + match.start(), start + match.end())
        ),
        end,
    ]
    for begin, stop in zip(cuts[::2], cuts[1::2], strict=True):
        begin, stop = draft.trimmed(begin, stop)
        people = read_names(text, begin, stop)
        if people is not None:
            draft.add_people(people, role)
        else:
            draft.leave(begin, stop, "a name of unusual form")


def _date(draft: Draft, printed: str, start: int) -> None:
    """date := year ["-" month ["-" day]]"""
    match = regex.match(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", printed)
    for field, group in (("year", 1), ("month", 2), ("day", 3)):
        if match is not None and match[group]:
            draft.put(field, start + match.start(group), start + match.end(group), int(match[group]))
