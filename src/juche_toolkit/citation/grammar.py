"""One work to a draft: the layouts in which authors, title, container and imprint are put in a row."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.imprint import is_place, put_imprint, put_thesis, thesis, unfold
from juche_toolkit.citation.items import ARTICLE_MARKS, BOOK_MARKS, Item, scan
from juche_toolkit.citation.journals import look_up
from juche_toolkit.citation.names import read_names, strength
from juche_toolkit.citation.pieces import (
    PERIODICAL,
    after_title,
    container_like,
    is_numbered,
    names_before,
    put_container,
    periodical,
    take_figure,
)
from juche_toolkit.citation.words import ends_with, starts_with

__all__ = ["read_items", "read_layout"]

_COLLECTION = regex.compile(r"\((?P<collection>[^()]{2,60}(?:총서|문고|시리즈|학술집|[Ss]eries)[^()]{0,20})\)\s?")
_HEAD_DATE = frozenset({"date"})


def read_items(draft: Draft, first: int, last: int) -> list[Item]:
    """The items of a work, brackets of dates and figures unfolded."""
    return unfold(draft, scan(draft.source, first, last))


def read_layout(draft: Draft, items: list[Item]) -> None:
    """work := marked | plain"""
    index = next((place for place, item in enumerate(items) if item.kind == "quote"), None)
    if index is not None:
        _marked(draft, items, index)
    else:
        _plain(draft, items)


def _marked(draft: Draft, items: list[Item], index: int) -> None:
    """marked := [people ","] title [translation] behind* — the title stands in quotation marks, brackets or italics."""
    _take_loose(draft, items[:index])
    names_before(draft, items[:index])
    quote = items[index]
    following = next((item for item in items[index + 1 :] if item.kind == "quote"), None)
    if _is_container(draft, items, index, following):
        _put_quoted_container(draft, quote)
    else:
        _put_title(draft, quote)
    _behind(draft, items, index + 1)


def _is_container(draft: Draft, items: Sequence[Item], index: int, following: Item | None) -> bool:
    """Whether the first quoted title is a periodical's: known as one, or numbered by issue with no author before it."""
    quote = items[index]
    printed = draft.source.inner(quote)
    if draft.has("container_title"):
        return False
    known = periodical(printed)
    news = known is not None and (quote.mark in BOOK_MARKS or known.kind in ("newspaper", "agency", "broadcaster"))
    if news and quote.mark not in "“‘?" and not draft.people and (following is None or following.mark in ARTICLE_MARKS):
        return True
    if draft.people or following is not None or quote.mark in "“‘?":
        return False
    fields = {item.figure.field for item in items[index + 1 :] if item.figure is not None}
    return bool(fields & {"issue", "whole_number"}) or (
        "volume" in fields and ends_with(printed, "journal_end") and "imprint" not in {item.kind for item in items}
    )


def _put_quoted_container(draft: Draft, quote: Item) -> None:
    draft.put("container_title", quote.start + 1, quote.end - 1)
    draft.container_mark = quote.mark


def _put_title(draft: Draft, quote: Item) -> None:
    """title := ["(" series ")"] words — the marks and the comma before the closing mark are left out."""
    start, end = quote.start + 1, quote.end - 1
    if match := _COLLECTION.match(draft.source.text, start, end):
        draft.put("collection_title", *match.span("collection"))
        start = match.end()
    draft.title_mark = quote.mark
    if quote.broken:
        draft.doubtful("One of the two marks round this title is missing", quote.start, quote.end, 0.2)
    draft.put("title", start, end)


def _behind(draft: Draft, items: list[Item], begin: int) -> None:
    """behind := (translation | quoted container | text | imprint | date | figure | address | remark)*"""
    for index in range(begin, len(items)):
        item = items[index]
        if item.kind == "text":
            after_title(draft, items, index)
        elif item.kind == "quote":
            _second_quote(draft, items, index)
        elif item.kind == "imprint":
            put_imprint(draft, item.start + 1, item.end - 1, bracket=item)
        elif item.kind == "figure":
            take_figure(draft, items, index)
        elif item.kind == "other":
            _remark(draft, items, index)
        else:
            _loose(draft, item)


def _take_loose(draft: Draft, items: Sequence[Item]) -> None:
    """Dates and addresses that stand before the title."""
    for item in items:
        if item.kind == "figure" and item.figure is not None and item.figure.field == "bare":
            continue
        if item.kind == "figure" and item.figure is not None:
            draft.put_figure(item.figure)
        else:
            _loose(draft, item)


def _loose(draft: Draft, item: Item) -> None:
    """An item that means the same wherever it stands."""
    if item.kind == "date" and item.date is not None:
        draft.put_date(item.date)
    elif item.kind == "accessed":
        draft.put_accessed(item)
    elif item.kind in ("url", "doi", "isbn") and not draft.put(item.kind, item.start, item.end):
        draft.leave(item.start, item.end, f"a second {item.kind}")


def _second_quote(draft: Draft, items: Sequence[Item], index: int) -> None:
    """A second quoted title: what the first is in, its series, or the original beside a romanized one."""
    quote = items[index]
    printed = draft.source.inner(quote)
    if not draft.has("title"):
        _put_title(draft, quote)
    elif not draft.has("container_title"):
        if (
            draft.title_mark in BOOK_MARKS
            and quote.mark in ARTICLE_MARKS
            and draft.title_mark != quote.mark
            and periodical(printed) is None
        ):
            if not draft.put("collection_title", quote.start + 1, quote.end - 1):
                draft.leave(quote.start, quote.end, "a third title")
            return
        _put_quoted_container(draft, quote)
    elif quote.mark in BOOK_MARKS and draft.put("collection_title", quote.start + 1, quote.end - 1):
        return
    else:
        draft.leave(quote.start, quote.end, "a third title")


def _remark(draft: Draft, items: Sequence[Item], index: int) -> None:
    """A bracket that is no imprint: a translation, an original title, names with a role, several particulars, a remark."""
    item = items[index]
    printed = draft.source.inner(item)
    inner = scan(draft.source, item.first, item.last)
    people = read_names(draft.source.text, item.start + 1, item.end - 1)
    if any(part.kind in ("date", "url", "quote") or (part.kind == "sep" and part.mark == ";") for part in inner):
        _behind_bracket(draft, inner)
    elif people is not None and people.role is not None:
        draft.add_people(people, people.role)
    elif (found := thesis(printed)) is not None:
        put_thesis(draft, item.start + 1, item.end - 1, found)
    elif not _other_title(draft, items[index - 1] if index else None, item, printed):
        draft.leave(item.start, item.end, "a remark in brackets")


def _other_title(draft: Draft, before: Item | None, item: Item, printed: str) -> bool:
    """A translation of the title, or the original of a romanized one, in brackets right behind it."""
    if before is None or before.kind not in ("quote", "text", "taken") or not draft.has("title"):
        return False
    titled = max(draft.spans[field][1] for field in ("title", "title_vernacular") if field in draft.spans)
    if not before.start <= titled <= before.end:
        return False
    korean = regex.compile(r"\p{Hangul}|\p{Han}")
    if korean.search(printed) is None:
        return len(printed.split()) > 1 and draft.put("translated_title", item.start + 1, item.end - 1)
    if korean.search(str(draft.values["title"])) is None:
        return draft.put("title_vernacular", item.start + 1, item.end - 1)
    return False


def _behind_bracket(draft: Draft, inner: list[Item]) -> None:
    """A bracket that holds several particulars: read as what stands behind a title."""
    for index, item in enumerate(inner):
        if item.kind == "quote":
            if not draft.put("title_vernacular", item.start + 1, item.end - 1):
                draft.leave(item.start, item.end, "a further title")
        elif item.kind == "text":
            after_title(draft, inner, index)
        elif item.kind == "figure":
            take_figure(draft, inner, index)
        else:
            _loose(draft, item)


def _plain(draft: Draft, items: list[Item]) -> None:
    """plain := author-date list | full-stop list | comma list | fragment — no title is marked."""
    items = _merge_numbers(draft, items)
    head = _author_date(draft, items)
    if head is not None:
        _take_loose(draft, [items[head - 1]] if items[head - 1].kind == "date" else [])
        stops = head < len(items) and (items[head].kind != "sep" or items[head].mark == ".")
        _titled(draft, items, head, full_stops=stops)
        return
    texts = [index for index, item in enumerate(items) if item.kind == "text"]
    if not texts:
        _behind(draft, items, 0)
    elif len(texts) == 1:
        _fragment(draft, items, texts[0])
    elif _parted_by_stops(draft, items, texts):
        _stop_list(draft, items, texts)
    else:
        _comma_list(draft, items, texts)


def _merge_numbers(draft: Draft, items: list[Item]) -> list[Item]:
    """A lone number right behind a text that is no periodical belongs to the text: `신서유기 8`, `Part 2`."""
    merged: list[Item] = []
    for item in items:
        before = merged[-1] if merged else None
        lone = item.kind == "figure" and item.figure is not None and item.figure.field == "bare"
        if (
            lone
            and before is not None
            and before.kind == "text"
            and not container_like(draft.text(before.start, before.end))
        ):
            before.end = item.end
        else:
            merged.append(item)
    return merged


def _author_date(draft: Draft, items: Sequence[Item]) -> int | None:
    """author-date head := people ["."] ("(" date ")" | date) — the place behind it, or None."""
    for index, item in enumerate(items[:24]):
        if item.kind == "date":
            texts = [part for part in items[:index] if part.kind == "text"]
            if not texts or any(part.kind not in ("text", "sep", "role", "other", "remark") for part in items[:index]):
                return None
            if not any(later.kind in ("text", "quote") for later in items[index + 1 :]):
                return None
            people = read_names(draft.source.text, texts[0].start, texts[-1].end)
            if people is None or people.strength < 1:
                if len(texts) > 1 or len(draft.text(texts[0].start, texts[0].end)) > 60:
                    return None
            names_before(draft, items[:index])
            return index + 1
        if item.kind in ("figure", "quote", "imprint", "url"):
            return None
    return None


def _titled(draft: Draft, items: list[Item], begin: int, *, full_stops: bool) -> None:
    """title ("." | ",") behind* — the title runs to the first full stop, or comma."""
    texts = [index for index in range(begin, len(items)) if items[index].kind == "text"]
    if not texts:
        _behind(draft, items, begin)
        return
    marks = ".:" if full_stops else ","
    last = texts[0]
    for index in range(texts[0] + 1, len(items)):
        item = items[index]
        if item.kind == "sep" and item.mark in marks:
            break
        if item.kind == "text" or (item.kind == "other" and item.end < items[-1].end and _goes_on(items, index, marks)):
            last = index
        elif item.kind not in ("sep",):
            break
    else:
        last = _last_before_container(items, texts)
    last = _not_container(items, texts, last)
    _plain_title(draft, items, texts[0], last)
    _behind(draft, items, last + 1)


def _goes_on(items: Sequence[Item], index: int, marks: str) -> bool:
    """Whether the title goes on in text behind a bracket inside it."""
    return index + 1 < len(items) and items[index + 1].kind == "text" and marks != ","


def _last_before_container(items: Sequence[Item], texts: Sequence[int]) -> int:
    return texts[-1] if len(texts) == 1 else texts[-2]


def _not_container(items: Sequence[Item], texts: Sequence[int], last: int) -> int:
    """The title's last text, if the text found is numbered and so the container's name: then the one before it."""
    if last in texts and last != texts[0] and is_numbered(items, last):
        return texts[texts.index(last) - 1]
    return last


def _plain_title(draft: Draft, items: Sequence[Item], first: int, last: int) -> None:
    start, end = items[first].start, items[last].end
    question = draft.source.text[end : end + 1]
    draft.put("title", start, end + (question in "?!" and bool(question)))


def _parted_by_stops(draft: Draft, items: Sequence[Item], texts: Sequence[int]) -> bool:
    """Whether full stops part the texts: `Kim, Minsu. Title. Place: Publisher, 2004.`"""
    return any(item.kind == "sep" and item.mark == "." for item in items[texts[0] : texts[-1]])


def _stop_list(draft: Draft, items: list[Item], texts: Sequence[int]) -> None:
    """full-stop list := people "." title "." behind*"""
    stop = next(
        index for index in range(texts[0], len(items)) if items[index].kind == "sep" and items[index].mark == "."
    )
    people = read_names(draft.source.text, items[texts[0]].start, items[stop].start)
    if people is not None and people.strength >= 1 and any(index > stop for index in texts):
        names_before(draft, items[:stop])
        _titled(draft, items, stop + 1, full_stops=True)
    elif any(item.kind == "sep" and item.mark == "," for item in items[texts[0] : stop]):
        _comma_list(draft, items, texts)
    else:
        _titled(draft, items, texts[0], full_stops=True)


def _fragment(draft: Draft, items: list[Item], index: int) -> None:
    """fragment := container figures | people role imprint | thesis | book imprint"""
    item = items[index]
    printed = draft.text(item.start, item.end)
    if (found := thesis(printed)) is not None:
        put_thesis(draft, item.start, item.end, found)
    elif (people := read_names(draft.source.text, item.start, item.end)) is not None and people.role is not None:
        draft.add_people(people, people.role)
    elif container_like(printed) or _numbered_by_issue(items):
        put_container(draft, items, index, item.start, item.end)
    elif ":" in printed and is_place(printed.partition(":")[0].strip()):
        put_imprint(draft, item.start, item.end)
    else:
        draft.put("title", item.start, item.end)
    _take_loose(draft, [part for part in items[:index] if part.kind != "figure"])
    _behind(draft, items, index + 1)


def _numbered_by_issue(items: Sequence[Item]) -> bool:
    return any(item.figure is not None and item.figure.field in ("issue", "whole_number") for item in items)


def _comma_list(draft: Draft, items: list[Item], texts: Sequence[int]) -> None:
    """comma list := people "," title "," behind* | title "," people "," behind*"""
    names = _leading_names(draft, items, texts)
    if names == 0 and len(texts) > 1:
        _title_first(draft, items, texts)
        return
    if names >= len(texts):
        names = _fewer_names(draft, items, texts)
    if names == 0:
        _title_first(draft, items, texts)
        return
    first = texts[names]
    names_before(draft, items[:first])
    last = _title_end(draft, items, texts, names)
    _plain_title(draft, items, first, last)
    _behind(draft, items, last + 1)


def _leading_names(draft: Draft, items: Sequence[Item], texts: Sequence[int]) -> int:
    """How many texts at the head are names."""
    count = 0
    for index in texts:
        item = items[index]
        people = read_names(draft.source.text, item.start, item.end)
        needed = 1 if people is not None and people.role else 2
        if people is None or people.strength < needed or periodical(draft.text(item.start, item.end)) is not None:
            if count or people is None or not _foreign_author(draft, items, texts):
                break
        count += 1
    return count


def _foreign_author(draft: Draft, items: Sequence[Item], texts: Sequence[int]) -> bool:
    """A foreign name in Hangul at the head, with a translator or a longer title behind it: `숀케 아렌스, 김주은 역, …`."""
    if len(texts) < 3:
        return False
    first, second = items[texts[0]], items[texts[1]]
    people = read_names(draft.source.text, second.start, second.end)
    return " " in draft.text(first.start, first.end) and people is not None and people.role == "translators"


def _fewer_names(draft: Draft, items: Sequence[Item], texts: Sequence[int]) -> int:
    """All texts look like names: then the last is the publisher, and the title the one before it or the first."""
    printed = [draft.text(items[index].start, items[index].end) for index in texts]
    if len(printed) >= 3:
        return 0 if strength(printed[1]) == 3 else len(printed) - 2
    return max(0, len(printed) - 1)


def _title_first(draft: Draft, items: list[Item], texts: Sequence[int]) -> None:
    """title-first list := title "," people "," publisher "," date"""
    first = items[texts[0]]
    printed = draft.text(first.start, first.end)
    if container_like(printed) and not starts_with(printed, "works_start") and periodical(printed) is not None:
        draft.put("container_title", first.start, first.end)
        _behind(draft, items, texts[0] + 1)
        return
    last = texts[0]
    for place, index in enumerate(texts[1:], 1):
        item = items[index]
        people = read_names(draft.source.text, item.start, item.end)
        if (
            people is not None
            and (people.role is not None or people.strength >= 2)
            and look_up(draft.text(item.start, item.end)) is None
        ):
            if place < len(texts) - 1 or people.role is not None or any(part.kind == "imprint" for part in items):
                last = texts[place - 1]
                _plain_title(draft, items, texts[0], last)
                draft.add_people(people, people.role or "authors")
                _behind(draft, items, index + 1)
                return
    last = _title_end(draft, items, texts, 0)
    _plain_title(draft, items, texts[0], last)
    _behind(draft, items, last + 1)


def _title_end(draft: Draft, items: Sequence[Item], texts: Sequence[int], names: int) -> int:
    """The last text of a title that runs over commas: what is before the numbered container, the imprint, the publisher."""
    rest = list(texts[names:])
    if len(rest) == 1:
        return rest[0]
    for place, index in enumerate(rest[1:], 1):
        item = items[index]
        printed = draft.text(item.start, item.end)
        people = read_names(draft.source.text, item.start, item.end)
        if (
            is_numbered(items, index)
            or is_place(printed)
            or look_up(printed) is not None
            or thesis(printed) is not None
        ):
            return rest[place - 1]
        if (people is not None and people.role is not None) or (
            ":" in printed and is_place(printed.partition(":")[0].strip())
        ):
            return rest[place - 1]
        if any(part.kind in ("imprint", "other") for part in items[rest[place - 1] : index]):
            return rest[place - 1]
    return rest[-2] if not any(item.kind == "imprint" for item in items) else rest[-1]
