"""One work to a draft: the layouts in which authors, title, container and imprint are put in a row."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from juche_toolkit.citation.archives import put_archive, set_archive_apart
from juche_toolkit.citation.before import names_before
from juche_toolkit.citation.behind import behind, put_quoted_container, put_title, take_loose
from juche_toolkit.citation.classics import mark_classic, take_classic
from juche_toolkit.citation.credits import put_credit
from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.entries import pages_of_four_digits, pages_with_letters, take_label
from juche_toolkit.citation.frus import merge_frus
from juche_toolkit.citation.genres import is_code, is_symbol, take_standard_first
from juche_toolkit.citation.imprint import genre_in, is_press, is_remark, is_university, thesis, unfold
from juche_toolkit.citation.items import ARTICLE_MARKS, BOOK_MARKS, TITLE_MARKS, Item, Source, scan
from juche_toolkit.citation.kinds import container_like, is_meeting, is_numbered, periodical
from juche_toolkit.citation.names import Person, read_names, strength
from juche_toolkit.citation.north import described, leaders_work, piece_in_works, statement_in_paper, take_series
from juche_toolkit.citation.originals import original_in_marks, set_original_apart
from juche_toolkit.citation.outlets import known_outlet, names_home_page
from juche_toolkit.citation.parts import SESSION
from juche_toolkit.citation.plain import read_plain
from juche_toolkit.citation.reprints import set_reprint_apart
from juche_toolkit.citation.reviews import take_review
from juche_toolkit.citation.speeches import join_meeting, join_occasion
from juche_toolkit.citation.towns import join_towns
from juche_toolkit.citation.turned import join_turned
from juche_toolkit.citation.webcopies import set_copy_apart
from juche_toolkit.citation.words import KOREAN, ends_with, folded, value_of, words

__all__ = ["read_items", "read_layout"]


def read_items(draft: Draft, first: int, last: int) -> list[Item]:
    """The items of a work, brackets of dates and figures unfolded."""
    items = draft.source.read.pop((first, last), None) or unfold(draft, scan(draft.source, first, last))
    named = 0
    pages_of_four_digits(draft, items)
    pages_with_letters(draft, items)
    for item in merge_frus(draft, items):
        if item.kind == "quote":
            named += 2
        elif item.kind == "text":
            named += 1
            if named > 1 and item.end - item.start < 50 and _is_number(draft.text(item.start, item.end), named):
                item.kind = "code"
    return items


def _is_number(printed: str, named: int) -> bool:
    """Whether a text behind the title is a symbol of the United Nations, or behind author and title a report's number; A35 is a page."""
    return (named > 2 and len(printed) > 3 and is_code(printed) and not is_meeting(printed)) or is_symbol(printed)


def read_layout(draft: Draft, items: list[Item]) -> None:
    """work := marked | plain"""
    set_copy_apart(draft, items)
    set_archive_apart(draft, items)
    set_reprint_apart(draft, items)
    take_review(draft, items)
    join_towns(draft, items)
    join_turned(draft, items)
    if items and items[0].kind in ("other", "remark") and items[0].mark == "[":  # `[사설] …`
        kind = draft.source.inner(items[0]).strip()
        if words("genre").get(folded(kind)) == "article-newspaper" and draft.put(
            "genre", items[0].start + 1, items[0].end - 1
        ):
            del items[0]
    take_standard_first(draft, items)
    take_label(draft, items)
    take_series(draft, items)
    join_occasion(draft, items)
    join_meeting(items, draft.source)
    index = next((place for place, item in enumerate(items) if item.kind == "quote"), None)
    if index is None and described(draft, items):
        index = next(place for place, item in enumerate(items) if item.kind == "quote")
    if index is not None and (
        _headline(draft, items, index)
        or _title_begins_with_quote(draft, items, index)
        or _quote_and_subtitle(draft, items, index)
        or _title_holds_quote(items, index)
    ):
        index = next((place for place, item in enumerate(items) if item.kind == "quote"), None)
    if index is None and mark_classic(draft, items):
        index = 0
    if index is not None:
        _marked(draft, items, index)
    else:
        read_plain(draft, items)


def _marked(draft: Draft, items: list[Item], index: int) -> None:
    """marked := [people ","] title [translation] behind* — the title stands in quotation marks, brackets or italics."""
    if (
        index > 1
        and items[index - 2].kind == "date"
        and draft.text(items[index - 1].start, items[index - 1].end) == "의"
    ):
        items[index - 1].kind = "taken"  # `전영선(2018)의 「제목」`
    quote = items[index]
    if (
        _editors_of_serial(draft, items, index)
        or _quoted_author(draft, items, index)
        or _series_before(draft, items, index)
    ):
        index += 2
        quote = items[index]
    if _chapter_in_marked(draft, items, index) or (index and _read_in_north(draft, items, index)):
        return
    index = original_in_marks(draft, items, index)
    quote = items[index]
    set_original_apart(draft, items, index)
    split = _plain_title_before(draft, items, index)
    if split is not None:
        index = _years_joined(items, split, index)
    take_loose(draft, items[:index])
    if draft.has("number"):
        put_archive(draft, items[:index])
    if split is not None:
        names_before(draft, items[:split])
        _put_own_title(draft, items[split:index])
        put_quoted_container(draft, quote)
        behind(draft, items, index + 1)
        return
    if _body_of_serial(draft, items, index):
        put_quoted_container(draft, quote)
        behind(draft, items, index + 1)
        return
    names_before(draft, items[:index])
    following = next((item for item in items[index + 1 :] if item.kind == "quote"), None)
    if _home_page_behind(draft, items, index) or _is_container(draft, items, index, following):
        put_quoted_container(draft, quote)
    else:
        put_title(draft, quote, part=following is not None and following.mark == quote.mark)
    take_classic(draft, items, index)
    behind(draft, items, index + 1)


def _body_of_serial(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """serial := body 『name』 numbers — with nothing between, the body puts the serial out: `서울대학교 『법학』 제52권 제4호`."""
    quote = items[index]
    if index != 1 or items[0].kind != "text" or quote.mark not in BOOK_MARKS or quote.start - items[0].end > 1:
        return False
    body, name = draft.text(items[0].start, items[0].end), draft.source.inner(quote)
    if not (ends_with(body, "body_end") or is_university(body)) or any(item.kind == "quote" for item in items[2:]):
        return False
    counted = {item.figure.field for item in items[2:5] if item.figure is not None}
    serial = bool(counted & {"issue", "whole_number"}) or (container_like(name) and bool(counted & {"volume", "bare"}))
    if not serial or ends_with(name, "works_end"):
        return False
    return draft.put("publisher", items[0].start, items[0].end)


def _read_in_north(draft: Draft, items: list[Item], index: int) -> bool:
    """A piece in a leader's works, or a statement in a newspaper, without marks of its own."""
    return (
        leaders_work(draft, items, index)
        or piece_in_works(draft, items, index)
        or statement_in_paper(draft, items, index)
    )


def _chapter_in_marked(draft: Draft, items: list[Item], index: int) -> bool:
    """chapter := people "(" date ")" "." title "." "In" people "(Eds.)" "," *book* — as APA has it."""
    if index < 3:
        return False
    date = next(
        (place for place in range(1, index) if items[place].kind == "date" or _undated(draft, items[place])), None
    )
    host = next((place for place in range(index) if draft.source.text.startswith("In ", items[place].start)), None)
    if date is None or host is None or not date < host or items[host].kind != "text" or items[index].mark in "“‘?":
        return False
    people = read_names(draft.source.text, items[host].start + 3, items[index - 1].end)
    titled = [item for item in items[date + 1 : host] if item.kind == "text"]
    role = any(item.kind == "role" for item in items[host:index]) or (people is not None and people.role is not None)
    if not titled or not role:
        return False
    take_loose(draft, [items[date]])
    names_before(draft, items[:date])
    draft.put("title", titled[0].start, titled[-1].end)
    for item in items[host:index]:
        start = item.start + 3 * (item is items[host])
        editors = read_names(draft.source.text, start, item.end) if item.kind == "text" else None
        if editors is not None:
            draft.add_people(editors, "editors")
    put_quoted_container(draft, items[index])
    behind(draft, items, index + 1)
    return True


_PARTICLE = regex.compile(r"(?:에|의|을|를|과|와|로|으로|에서|속)\s")


def _title_begins_with_quote(draft: Draft, items: list[Item], index: int) -> bool:
    """author-date list := people "(" date ")" "." “word” words "." container — the marks are the title's own.

    So too where a title without marks begins with a work's name, and its container is numbered further behind:
    `『로동신문』 사설의 변화, 통일문제연구, 제37권`. The quotation then joins the text behind it.
    """
    quote = items[index]
    following = items[index + 1] if index + 1 < len(items) else None
    if following is None or following.kind != "text" or following.start - quote.end > 1 or index + 3 >= len(items):
        return False
    if KOREAN.search(draft.source.inner(quote)) is None and KOREAN.search(draft.text(following.start, following.end)):
        return False  # a romanized title with its Korean form behind it
    if draft.source.text[quote.end - 2] in ".," or _is_named(draft, following) or items[index + 2].kind != "sep":
        return False
    printed = draft.text(following.start, following.end)
    glued = following.start == quote.end and _PARTICLE.match(printed) is not None  # `『토지』에 나타난 여성 인물 연구`
    if not glued and (container_like(printed) or is_press(printed) or genre_in(printed) is not None):
        return False
    later = items[index + 3 :]
    if quote.mark in "“‘":
        dated = any(item.kind == "date" for item in items[:index]) and items[0].kind == "text"
        fits = index >= 2 and dated and items[index - 1].mark == "." and items[index + 2].mark == "."
        fits = fits and any(item.kind in ("text", "url") for item in later)
        listed = index > 1 and items[index - 1].mark == "," and items[index + 2].mark == ","
        fits = fits or (listed and later[0].kind == "text" and _is_news(draft, later[0]))
    elif (
        index
        and items[0].kind == "text"
        and ((index > 1 and items[index - 1].mark == ".") or items[index - 1].kind == "date")
        and items[index + 2].mark == "."
    ):
        printed_later = [draft.text(item.start, item.end) for item in later if item.kind == "text"]
        printed_later += [draft.source.inner(item) for item in later if item.kind == "quote"]
        fits = any(
            container_like(text) or container_like(text.partition(":")[0]) or thesis(text) is not None
            for text in printed_later
        )
    else:
        fits = any(
            item.kind == "text" and is_numbered(items, place) for place, item in enumerate(items) if place > index + 2
        )
    if fits:
        items[index : index + 2] = [Item("text", quote.start, following.end)]
    return fits


def _is_news(draft: Draft, item: Item) -> bool:
    """Whether a text is the name of a newspaper or agency."""
    entry = periodical(draft.text(item.start, item.end))
    return entry is not None and entry.kind in ("newspaper", "agency")


def _title_holds_quote(items: list[Item], index: int) -> bool:
    """author-date list := people "(" date ")" "." words “words” words "." — the title's own: `남북정상 “완전한 비핵화” 합의`."""
    quote = items[index]
    if index < 4 or quote.mark not in "“‘" or items[index - 1].kind != "text" or items[index - 2].mark != ".":
        return False
    if items[0].kind != "text" or items[index - 3].kind != "date" or quote.start - items[index - 1].end > 1:
        return False
    following = items[index + 1 : index + 3]
    goes_on = len(following) == 2 and following[0].kind == "text" and following[0].start - quote.end <= 1
    if not following or (following[1] if goes_on else following[0]).mark != ".":
        return False
    last = index + goes_on
    items[index - 1 : last + 1] = [Item("text", items[index - 1].start, items[last].end)]
    return True


def _quote_and_subtitle(draft: Draft, items: list[Item], index: int) -> bool:
    """title := ‘words’ ":" words "," — words in quotation marks before a colon, a numbered container behind the comma."""
    quote, rest = items[index], items[index + 1 : index + 4]
    if quote.mark not in "“‘" or [item.kind for item in rest[:3]] != ["sep", "text", "sep"] or rest[0].mark != ":":
        return False
    container = items[index + 4 : index + 5]
    if rest[0].start != quote.end or rest[2].mark not in ",." or not container:
        return False
    if container[0].kind == "text":
        printed = draft.text(container[0].start, container[0].end)
        fits = is_numbered(items, index + 4) or periodical(printed) is not None
    else:
        fits = container[0].kind == "quote" and container[0].mark in BOOK_MARKS
    if fits:
        items[index : index + 3] = [Item("quote", quote.start - 1, rest[1].end + 1, "“", first=quote.first)]
    return fits


def _headline(draft: Draft, items: list[Item], index: int) -> bool:
    """headline := words “words” — behind a reporter, before a newspaper: `김민수, 통일부 “…”, 연합뉴스`."""
    if not index or index + 2 >= len(items) or items[index - 1].kind != "text" or items[index + 1].kind != "sep":
        return False
    before, quote, following = items[index - 1], items[index], items[index + 2]
    if quote.mark not in "“‘" or quote.start - before.end != 1 or following.kind not in ("text", "quote"):
        return False
    name = draft.text(following.start, following.end) if following.kind == "text" else draft.source.inner(following)
    paper = periodical(name)
    if paper is None or paper.kind not in ("newspaper", "agency") or _says_what(draft, before):
        return False
    author = items[index - 3] if index > 2 and items[index - 2].kind == "sep" else None
    people = read_names(draft.source.text, author.start, author.end) if author is not None else None
    if index > 1 and (people is None or people.strength < 3):
        return False
    if following.kind == "quote":
        items[index - 1 : index + 1] = [Item("quote", before.start - 1, quote.end + 1, "“", first=quote.first)]
        return True
    items[index - 1 : index + 1] = [Item("text", before.start, quote.end)]
    return True


def _says_what(draft: Draft, item: Item) -> bool:
    """Whether a text tells what a quoted title is, or whose: a name with its role, a kind of article."""
    printed = draft.text(item.start, item.end)
    people = read_names(draft.source.text, item.start, item.end)
    return is_remark(printed) or genre_in(printed) is not None or (people is not None and people.strength > 2)


_EDITORS = regex.compile(
    r"(?:지\s)?(?:편집위원회|편집부|편집국|편찬위원회|출판위원회|발간위원회|간행위원회|기념사업회)(?:\s(?P<role>편|엮음|저|지음|편저))?"
)


def _editors_of_serial(draft: Draft, items: list[Item], index: int) -> bool:
    """editors of a serial := "《" name "》" "편집위원회" — where an author stands: `《력사과학》 편집위원회, 《조선사연구》`."""
    rest = items[index + 1 : index + 4]
    if [item.kind for item in rest] != ["text", "sep", "quote"] or index:
        return False
    match = _EDITORS.fullmatch(draft.source.text, rest[0].start, rest[0].end)
    if match is None:
        return False
    role = value_of("role", match["role"]) if match["role"] else "authors"
    end = draft.trimmed(rest[0].start, match.start("role") if match["role"] else rest[0].end)[1]
    draft.people.setdefault(role, []).append(Person(items[index].start, end, None, None, "hangul"))
    del items[index]
    rest[0].kind = "taken"
    return True


def _quoted_author(draft: Draft, items: list[Item], index: int) -> bool:
    """quoted author := "‘" body "’" "," — a body's name in quotation marks where the author stands: `‘통일연구원’, 『…』`."""
    quote = items[index]
    rest = items[index + 1 : index + 3]
    if index or quote.mark not in "“‘" or [item.kind for item in rest] != ["sep", "quote"] or rest[0].mark != ",":
        return False
    name = draft.source.inner(quote).strip()
    if not ends_with(name, "body_end") or " " in name or ends_with(draft.source.inner(rest[1]), "works_end"):
        return False
    people = read_names(draft.source.text, quote.start + 1, quote.end - 1)
    if people is None or rest[1].mark not in TITLE_MARKS - {quote.mark}:
        return False
    draft.add_people(people, "authors")
    return True


def _series_before(draft: Draft, items: list[Item], index: int) -> bool:
    """series before := title "총서" [kind] title — `《불멸의 력사》총서 장편소설 《총검을 들고》`; or 총서 stands first."""
    if index + 2 >= len(items) or items[index + 2].kind != "quote":
        return False
    quote, rest = items[index], items[index + 1 : index + 3]
    if _numbered_series(draft, items, index):
        return True
    if [item.kind for item in rest] != ["text", "quote"] or quote.mark != rest[1].mark or draft.has("collection_title"):
        return False
    start, end = draft.trimmed(rest[0].start, rest[0].end)
    before = items[index - 1] if index else None
    led = before is not None and before.kind == "text" and draft.text(before.start, before.end).strip() == "총서"
    if draft.source.text.startswith("총서", start):
        start, end = draft.trimmed(start + 2, end)
        start += 2 * draft.source.text.startswith("중 ", start)
    elif not led:
        return False
    if start < end and folded(draft.text(start, end)) not in words("work_kind"):
        return False
    if start < end:
        draft.put("genre", start, end)
    if led and before is not None:
        before.kind = "taken"
    rest[0].kind = "taken"
    return draft.put("collection_title", quote.start + 1, quote.end - 1)


def _numbered_series(draft: Draft, items: list[Item], index: int) -> bool:
    """numbered series := series volume title — `《위대한 주체사상총서》 제1권 《주체사상의 철학적원리》`."""
    quote, rest = items[index], items[index + 1 : index + 3]
    if [item.kind for item in rest] != ["figure", "quote"] or quote.mark != rest[1].mark:
        return False
    figure = rest[0].figure
    if figure is None or figure.field not in ("volume", "bare") or not draft.source.inner(quote).endswith("총서"):
        return False
    draft.put("volume", figure.value_start, figure.value_end, figure.value)
    rest[0].kind = "taken"
    return draft.put("collection_title", quote.start + 1, quote.end - 1)


def _plain_title_before(draft: Draft, items: Sequence[Item], index: int) -> int | None:
    """The item an unmarked title begins with, when only the container is marked: `Lee, J. (2021). Title. *Journal*, 37(4)`.

    The title stands behind the authors' date, or is the last text before a numbered container and no name.
    """
    if items[index].mark in "“‘?":
        return None
    dates = [place for place in range(1, index) if items[place].kind == "date" or _undated(draft, items[place])]
    texts = [place for place in range(index) if items[place].kind == "text"]
    if dates:
        later = [place for place in texts if place > dates[0]]
        named = [place for place in later[1:] if _is_named(draft, items[place])]
        if (
            not later
            or texts[0] > dates[0]
            or (_is_named(draft, items[later[0]]) and not _ends_like_role(draft, items, later))
        ):
            return None
        return later[0] if not named or _edit_whole(draft, items[:index], later) else None
    if texts and _title_of_own(draft, items, texts, index):
        return texts[0]
    if (
        items[index].mark not in BOOK_MARKS
        or len(texts) < 2
        or not (
            is_numbered(items, index)
            or periodical(draft.source.inner(items[index])) is not None
            or _words_of_title(draft, items, texts)
        )
    ):
        return None
    last = items[texts[-1]]
    spaced = " " in draft.text(last.start, last.end)
    return texts[-1] if spaced and not _is_named(draft, last) and _apart(items, texts[-1], index) else None


def _undated(draft: Draft, item: Item) -> bool:
    """Whether a bracket says that a work is still to come, where its year would stand: `(in press)`, `(n.d.)`."""
    return item.kind == "remark" and folded(draft.source.inner(item)).strip(". ") in words("undated")


def _edit_whole(draft: Draft, items: Sequence[Item], later: Sequence[int]) -> bool:
    """Whether editors of the whole are the last before it, behind the full stop that ends the title: `제목. 송성수 편저, 『…』`."""
    stop = next((place for place in range(later[0], later[-1]) if items[place].mark == "."), None)
    last = read_names(draft.source.text, items[later[-1]].start, items[later[-1]].end)
    if stop is None or last is None:
        return False
    return (last.role or _role_in_bracket(draft, items[later[-1] :])) in ("editors", "authors")


def _role_in_bracket(draft: Draft, items: Sequence[Item]) -> str | None:
    """The role that a bracket behind names gives: `(편)`."""
    role = next((item for item in items if item.kind == "role"), None)
    return words("role").get(folded(draft.source.inner(role)).rstrip(".")) if role is not None else None


def _ends_like_role(draft: Draft, items: Sequence[Item], later: Sequence[int]) -> bool:
    """Whether words that are no names end as a role does: `언어자원 구축을 위한 XML 기반 주석. 「언어학」 41`."""
    item = items[later[0]]
    people = read_names(draft.source.text, item.start, item.end)
    if people is None or people.role is None or len(people.persons) > 1:
        return False
    person = people.persons[0]
    return strength(draft.text(person.start, person.end)) == 0 and draft.text(person.start, person.end).count(" ") > 1


def _years_joined(items: list[Item], split: int, index: int) -> int:
    """The place of the marked container once years at the title's end are joined to it: `변동 양상, 1995~2015. *현대문학의 연구*`.

    That is so where a date stands before the title, and a full stop behind.
    """
    dated = any(item.kind == "date" for item in items[:split])
    stop = next((place for place in range(split, index) if items[place].mark == "."), None)
    if stop is None or not dated or not any(item.date is not None for item in items[split:stop]):
        return index
    inside = items[split:stop]
    if any(item.kind not in ("text", "sep") and (item.date is None or item.date.shape != "year") for item in inside):
        return index
    items[split:stop] = [Item("text", inside[0].start, inside[-1].end)]
    return index - len(inside) + 1


_WORDS = regex.compile(r"\p{Hangul}(?:의|과|와|에|를|을|은|는|에서|으로)\s|[:?–—-]\s|\S\s\S+\s\S+\s\S")


def _put_own_title(draft: Draft, items: Sequence[Item]) -> None:
    """title ["(" credit ")"] [editors "편"] — what stands before the marked host of an unmarked title."""
    texts = [item for item in items if item.kind == "text"]
    helped = [read_names(draft.source.text, item.start, item.end) if item is not texts[0] else None for item in texts]
    told = _role_in_bracket(draft, items) is not None
    stop = next((place for place, people in enumerate(helped) if people is not None and people.role), len(texts) - told)
    dot = next((item.start for item in items if item.kind == "sep" and item.mark == "."), None)
    before = len([item for item in texts if dot is None or item.end <= dot])
    if before < stop < len(texts) and before and all(helped[before:]):  # `…, 전구에 대하여. 송성수, 이은경 편, 『…』`
        stop = before
    draft.put("title", texts[0].start, texts[stop - 1].end)
    for people in helped[stop:]:
        if people is not None:
            draft.add_people(people, "editors" if people.role == "authors" else people.role or "editors")
    for item in items:
        if item.kind == "other" and not _translation_of_own(draft, item) and not put_credit(draft, item):
            people = read_names(draft.source.text, item.start + 1, item.end - 1)
            if people is not None and people.role == "translators":
                draft.add_people(people, people.role)


def _translation_of_own(draft: Draft, item: Item) -> bool:
    """Whether a square bracket right behind a romanized title without marks translates it: `Sijang [The …]. *Journal*`."""
    if item.mark != "[" or item.start - draft.spans.get("title", (0, 0))[1] > 1:
        return False
    both = str(draft.values["title"]) + draft.source.inner(item)
    return KOREAN.search(both) is None and draft.put("translated_title", item.start + 1, item.end - 1)


def _title_of_own(draft: Draft, items: Sequence[Item], texts: Sequence[int], index: int) -> bool:
    """Whether words that are no name stand before a numbered serial, as in lists of one's own: `북한의 시장, 『현대북한연구』 12(1)`.

    The editors of the whole may stand between: `…, 한국상사법학회 편, 『…』, 33-55`.
    """
    item, quote = items[texts[0]], items[index]
    for place in texts[1:]:
        helped = read_names(draft.source.text, items[place].start, items[place].end)
        if helped is None or helped.role is None or helped.role == "translators":
            return False
    if quote.mark not in BOOK_MARKS or any(part.kind == "quote" for part in items[index + 1 :]):
        return False
    printed = draft.text(item.start, item.end)
    numbered = is_numbered(items, index) or (printed.count(" ") > 2 and _set_in(draft, items, index))
    if not numbered or ends_with(draft.source.inner(quote), "works_end"):
        return False
    people = read_names(draft.source.text, item.start, item.end)
    if people is not None and (people.role is not None or people.strength > 1):
        return False
    known = container_like(printed) or ends_with(printed, "body_end") or genre_in(printed) is not None
    return not known and not is_remark(printed) and _WORDS.search(printed) is not None and thesis(printed) is None


def _set_in(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether a periodical with a date stands in the marks, or a whole with pages behind it."""
    later = items[index + 1 :]
    if any(
        item.figure is not None and item.figure.field in ("pages", "range") and "-" in item.figure.value
        for item in later
    ):
        return True
    return container_like(draft.source.inner(items[index])) and any(item.date is not None for item in later)


_PARTICLES = regex.compile(r"\p{Hangul}(?:의|과|와|에|를|을|은|는|에서|으로)\s\p{Hangul}")


def _words_of_title(draft: Draft, items: Sequence[Item], texts: Sequence[int]) -> bool:
    """Whether a sure name stands first and words with particles before a book: `정창현, 북한의 정치체제, 『북한학』, …`."""
    first, last = (draft.text(items[place].start, items[place].end) for place in (texts[0], texts[-1]))
    people = read_names(draft.source.text, items[texts[0]].start, items[texts[0]].end)
    sure = people is not None and people.strength == 3 and people.role is None and KOREAN.search(first) is not None
    return sure and _PARTICLES.search(last) is not None and len(texts) == 2


def _apart(items: Sequence[Item], text: int, quote: int) -> bool:
    """Whether a text and a quoted title are parted by a mark, or by more than a space."""
    return items[text].end <= items[quote].start - 2 or any(item.kind == "sep" for item in items[text + 1 : quote])


def _is_named(draft: Draft, item: Item) -> bool:
    """Whether a text before a title reads as names, a role, or a remark."""
    people = read_names(draft.source.text, item.start, item.end)
    printed = draft.text(item.start, item.end)
    return (
        is_remark(printed)
        or thesis(printed) is not None
        or words("genre").get(folded(printed)) == "article-newspaper"
        or (people is not None and (people.role is not None or people.strength >= 2 or people.et_al))
    )


def _is_container(draft: Draft, items: Sequence[Item], index: int, following: Item | None) -> bool:
    """Whether the first quoted title is a periodical's: known as one, or numbered by issue with no author before it."""
    quote = items[index]
    printed = draft.source.inner(quote)
    if draft.has("container_title"):
        return False
    known = periodical(printed)
    news = known is not None and (quote.mark in BOOK_MARKS or known.kind in ("newspaper", "agency", "broadcaster"))
    paper = known is not None and known.kind in ("newspaper", "agency", "broadcaster")
    apart = following is None or following.mark in ARTICLE_MARKS or (paper and following.mark == quote.mark)
    apart = apart or (paper and not draft.people and _dated_between(items, index, following))
    apart = apart or (news and not draft.people and _month_between(items, index, following))
    apart = apart or (following is not None and _article_behind(items, index, following))
    numbered = following is not None and _article_behind(items, index, following)
    told = paper and following is None and draft.has("title")  # `이종석 인터뷰, 『한겨레』, 2015년 3월 12일`
    if news and quote.mark not in "“‘?" and (told or numbered or not draft.people) and apart:
        return True
    if (
        known is not None
        and following is None
        and quote.mark in BOOK_MARKS
        and _put_out_by_body(draft, items[index + 1 :])
    ):
        return True
    if (
        following is None
        and quote.mark in BOOK_MARKS
        and _numbered_by_issue(draft.source, items, index, known=known is not None)
    ):
        return not _serial_behind(draft, items, index)
    if _issue_before_title(draft, items, index, following) or _whole_before_part(draft, items, index, following):
        return True
    if draft.people or following is not None or quote.mark in "“‘?" or _author_next(draft, items, index):
        return False
    if is_meeting(printed) and (_paper_behind(draft, items, index) or _paged_proceedings(items, index, printed)):
        return True
    serial = any(item.figure is not None and item.figure.field == "volume" and draft.text(item.figure.value_end,
                 item.figure.end).strip() in ("집", "輯") for item in items[index + 1 :])  # fmt: skip
    if serial and "imprint" not in {item.kind for item in items}:
        return True
    if _serial_behind(draft, items, index):
        return False
    if any(item.date is not None and (item.date.season or draft.text(item.start, item.end).endswith("호"))
           for item in items[index + 1 :]):  # fmt: skip
        return True
    news = ends_with(printed, "news_end")
    if (
        _counted_in_latin(draft, items, index)
        or _pages_of_serial(draft, items, index)
        or _dated_by_month(draft.source, items, index, news=news)
    ):
        return True
    fields = {item.figure.field for item in items[index + 1 :] if item.figure is not None}
    return bool(fields & {"issue", "whole_number"}) or (
        "volume" in fields and ends_with(printed, "journal_end") and "imprint" not in {item.kind for item in items}
    )


def _author_next(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether a sure name stands right behind a title, before any number: `*북한의 시장과 국가* 홍길동, 김철수. 현대북한연구, 12(1)`."""
    place = index + 1 + (index + 1 < len(items) and items[index + 1].kind == "sep")
    item = items[place] if place < len(items) and not draft.people else None
    people = read_names(draft.source.text, item.start, item.end) if item is not None and item.kind == "text" else None
    if people is None or people.strength < 3:
        return False
    return periodical(draft.text(people.persons[0].start, people.persons[-1].end)) is None


def _home_page_behind(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether a site's name in marks is followed by the word for a home page: `《조선의 오늘》 홈페지, …, 《…》`."""
    following = items[index + 1] if index + 1 < len(items) else None
    if following is None or following.kind != "text" or not names_home_page(draft.text(following.start, following.end)):
        return False
    if draft.people or draft.has("container_title") or not known_outlet(draft.source.inner(items[index])):
        return False
    following.kind = "taken"
    return True


def _dated_by_month(source: Source, items: Sequence[Item], index: int, *, news: bool) -> bool:
    """Whether a month, of a newspaper a day, and perhaps a page are all that stands behind a name in a whole's marks.

    `『등대』, May 2002, p. 12`, `『통일일보』, December 21, 1998` — so serials are cited and no books.
    """
    rest = [item for item in items[index + 1 :] if item.kind != "sep"]
    date = rest[0].date if rest else None
    if items[index].mark not in BOOK_MARKS or date is None or date.month is None:
        return False
    paged = len(rest) == 2 and rest[1].figure is not None and source.text.startswith("면", rest[1].end - 1)
    if (date.day is not None) != (news or (paged and date.day is not None)):
        return False
    pages = ("pages", "bare", "range")
    return len(rest) < 4 and all(item.figure is not None and item.figure.field in pages for item in rest[1:])


def _whole_before_part(draft: Draft, items: Sequence[Item], index: int, following: Item | None) -> bool:
    """Whether a serial that the table lacks comes first, with its year and number: `《고등교육》 2020년 7호 15페지 《원격교육》`."""
    if following is None or draft.people or items[index].mark not in BOOK_MARKS:
        return False
    between = items[index + 1 : items.index(following)]
    fields = {item.figure.field for item in between if item.figure is not None}
    return (
        "issue" in fields
        and any(item.date is not None for item in between)
        and not any(item.kind == "text" for item in between)
    )


def _article_behind(items: Sequence[Item], index: int, following: Item) -> bool:
    """Whether a number stands between a periodical and a title in the same marks: `《민족문화유산》 2016년 제3호, 김성국 《…》`."""
    between = items[index + 1 : items.index(following)]
    fields = {item.figure.field for item in between if item.figure is not None}
    return following.mark == items[index].mark and bool(fields & {"issue", "whole_number"})


def _numbered_by_issue(source: Source, items: Sequence[Item], index: int, *, known: bool) -> bool:
    """Whether an issue stands behind a quotation that is a periodical's name, or behind which nothing else is named."""
    issue = False
    for place in range(index + 1, len(items)):
        item = items[place]
        if (
            item.kind in ("text", "imprint")
            and not known
            and SESSION.fullmatch(source.text, item.start, item.end) is None
        ):
            return False
        issue = issue or (item.figure is not None and item.figure.field == "issue")
    return issue


def _issue_before_title(draft: Draft, items: Sequence[Item], index: int, following: Item | None) -> bool:
    """journal := 『name』 issue ["."] “title” — the journal and its number before the article: `김정수. 『여성연구』 80호. “…”.`"""
    if following is None or items[index].mark not in BOOK_MARKS or following.mark not in ARTICLE_MARKS:
        return False
    figure = items[index + 1].figure if index + 1 < len(items) else None
    numbered = figure is not None and figure.field in ("issue", "whole_number")
    return bool(draft.people) and (numbered or periodical(draft.source.inner(items[index])) is not None)


def _dated_between(items: Sequence[Item], index: int, following: Item | None) -> bool:
    """Whether a whole date stands between a newspaper and a title in other marks: `《조선신보》 2004년 12월 4일, 『…』`."""
    if following is None:
        return False
    between = items[index + 1 : items.index(following)]
    return any(item.date is not None and item.date.day is not None for item in between)


def _month_between(items: Sequence[Item], index: int, following: Item | None) -> bool:
    """Whether a month stands between a serial and a title in the same marks: `《조선문학》 2003.6, 단편소설 《내 나라》`."""
    if following is None or following.mark != items[index].mark:
        return False
    between = items[index + 1 : items.index(following)]
    return any(item.date is not None and item.date.month is not None for item in between)


def _put_out_by_body(draft: Draft, later: Sequence[Item]) -> bool:
    """Whether a body stands where the author would, and a number of the periodical behind it: `KDI, 『KDI 북한경제리뷰』 2022년 1월호`."""
    authors = draft.people.get("authors", [])
    bodies = [draft.text(person.start, person.end) for person in authors]
    numbered = any(
        (item.figure is not None and item.figure.field in ("issue", "volume"))
        or (item.date is not None and (item.date.season or draft.text(item.start, item.end).endswith("호")))
        for item in later
    )
    return numbered and bool(bodies) and all(ends_with(body, "body_end") or body.isupper() for body in bodies)


def _serial_behind(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether the text right behind a quoted title names the serial that is numbered: `《…을 높이 들자》, 근로자 2019년 제1호`."""
    place = next((place for place in range(index + 1, len(items)) if items[place].kind not in ("sep", "other")), None)
    if place is None or items[place].kind != "text":
        return False
    if folded(draft.text(items[place].start, items[place].end)) in words(
        "work_kind"
    ):  # `《내 나라》, 단편소설, 조선문학 2003년 제6호`
        return _serial_behind(draft, items, place)
    return container_like(draft.text(items[place].start, items[place].end)) or is_numbered(items, place)


def _counted_in_latin(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether `Vol. 30` with a range of pages, or with a bare date, is all that stands behind a quoted title: it is a serial's."""
    rest = [item for item in items[index + 1 :] if item.kind != "sep"]
    volume = rest[0].figure if rest else None
    if volume is None or volume.field != "volume" or not draft.text(volume.start, volume.start + 1).isascii():
        return False
    if ends_with(draft.source.inner(items[index]), "works_end") or any(
        item.kind not in ("figure", "date") for item in rest
    ):
        return False
    ranged = any(item.figure is not None and "-" in item.figure.value for item in rest)
    return ranged or (len(rest) == 2 and rest[1].kind == "date")


def _paper_behind(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether the word for a paper stands right behind a meeting's name: `『…추계학술회의』 발표논문, 2016`."""
    following = items[index + 1] if index + 1 < len(items) else None
    if following is None or following.kind != "text":
        return False
    return words("genre").get(folded(draft.text(following.start, following.end))) == "paper-conference"


def _paged_proceedings(items: Sequence[Item], index: int, printed: str) -> bool:
    """Whether a range of pages, or a day or month, is all that stands behind proceedings: `『2019년 비판사회학대회 자료집』, 33-50쪽`."""
    rest = [item for item in items[index + 1 :] if item.kind != "sep"]
    if not printed.endswith(("집", "roceedings")) or any(item.kind not in ("figure", "date") for item in rest):
        return False
    if any(item.date is not None and item.date.month is not None for item in rest):
        return True
    return any(item.figure is not None and "-" in item.figure.value for item in rest)


def _pages_of_serial(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether a range of pages is all that stands behind a title that ends as serials' names do: `『동아시아비평』 창간호, pp.10-22`."""
    rest = [item for item in items[index + 1 :] if item.kind != "sep"]
    kinds = ("pages", "range")
    ranged = any(item.figure is not None and item.figure.field in kinds and "-" in item.figure.value for item in rest)
    if not ranged or any(item.kind not in ("figure", "date") for item in rest):
        return False
    if rest[0].figure is not None and rest[0].figure.value in ("창간호", "創刊號", "증간호", "특집호"):
        draft.values.setdefault("type", "article-journal")
        return True
    numbered = rest[0].figure is not None and rest[0].figure.field == "bare"  # `『세계정치』 36, pp.77-110`
    return numbered or ends_with(draft.source.inner(items[index]), "journal_end")
