"""People named behind a title: authors of lists that give the title first, translators, editors."""

from __future__ import annotations

from collections.abc import Sequence

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.imprint import is_place, is_press
from juche_toolkit.citation.items import ARTICLE_MARKS, BOOK_MARKS, Item
from juche_toolkit.citation.journals import look_up
from juche_toolkit.citation.kinds import PREFIX, container_like, is_meeting, is_numbered
from juche_toolkit.citation.names import People, begins_with_role, read_names
from juche_toolkit.citation.words import KOREAN, ends_with, folded, words

__all__ = ["more_authors", "people_behind"]


def people_behind(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Names with a role behind the title, or an author there if none stood before it."""
    item = items[index]
    led = PREFIX.match(draft.source.text, item.start, item.end)
    people = read_names(draft.source.text, led.end() if led is not None else item.start, item.end)
    printed = draft.text(item.start, item.end)
    if people is None or (printed.endswith("발표") and is_meeting(printed)):
        return False
    following = items[index + 1] if index + 1 < len(items) else None
    role = people.role
    if role is None and following is not None and following.kind == "role":
        role = words("role").get(folded(draft.source.inner(following)))
    if role is None and people.strength >= 2:
        role = _role_of_next(draft, items, index)
        if role == "translators" and not draft.people.get("authors"):
            role = "authors"
    if role == "authors" and (_compiled(draft, items, index) or _of_the_whole(draft, items, index)):
        role = "editors"
    if role is not None:
        draft.add_people(people, role)
        if begins_with_role(draft.source.text, item.start, item.end):
            _more_helpers(draft, items, index, role)
        draft.inside = role == "editors" and bool(draft.people.get("authors")) and draft.has("title")
        return True
    if _before_quoted(draft, items, index, people):
        return True
    first = not any(earlier.kind == "text" and not _kind_of_work(draft, earlier) for earlier in items[:index])
    first = first or (people.strength == 3 and _last_of_all(draft, items, index))
    more = any(later.kind in ("text", "imprint") for later in items[index + 1 :])
    more = more or (people.strength == 3 and draft.has("container_title") and draft.has("year"))  # author last
    more = more or (
        people.strength == 3 and draft.has("publisher") and draft.title_mark in BOOK_MARKS
    )  # publisher first
    known = look_up(printed) is not None or is_press(printed) or ends_with(printed, "body_end")
    known = known or _service(draft, items, printed, people)
    if not draft.people and first and more and people.strength >= 2 and not known and not is_numbered(items, index):
        draft.add_people(people, "authors")
        more_authors(draft, items, index)
        return True
    if not draft.people and first and _body_before_press(draft, items, index, printed):
        draft.add_people(people, "authors")
        return True
    if not draft.people and first and not known and _foreign_behind(draft, items, index, people):
        draft.add_people(people, "authors")
        return True
    return False


def _service(draft: Draft, items: Sequence[Item], printed: str, people: People) -> bool:
    """Whether a text behind an article in English is what carried it, its day behind: `“Kim's Speech,” Pyongyang Domestic Service, …`."""
    if draft.title_mark != "“" or people.strength > 2 or people.et_al or KOREAN.search(printed) is not None:
        return False
    dated = any(item.date is not None and item.date.day is not None for item in items)
    return dated and KOREAN.search(str(draft.values.get("title", ""))) is None


def _kind_of_work(draft: Draft, item: Item) -> bool:
    """Whether a text is the word for a kind of work: `단편소설 《불의 약속》, 김하늘`."""
    return folded(draft.text(item.start, item.end)) in words("work_kind")


def _last_of_all(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether a text stands last, behind an article's title and the pages: `〈…〉, 《조선고고연구》 2004년 제2호, 12페지, 김철규`.

    So too behind the day of a newspaper, and behind a numbered article in the marks of a whole.
    """
    last = not any(item.kind != "sep" for item in items[index + 1 :])
    if not last or not draft.has("container_title", "title"):
        return False
    dated = draft.whole_date or (draft.has("issue") and draft.has("pages"))
    return dated or (draft.has("pages") and draft.title_mark in ARTICLE_MARKS)


def _before_quoted(draft: Draft, items: Sequence[Item], index: int, people: People) -> bool:
    """Names without a role before a second quoted title: the author's, or else the editors' of the whole."""
    item = items[index]
    quoted = next((later for later in items[index + 1 :] if later.kind == "quote"), None)
    if quoted is None:
        return False
    if draft.has("container_title") and not draft.has("title") and people.strength >= 2:
        draft.add_people(people, "authors")
        return True
    if quoted.mark not in BOOK_MARKS or not draft.has("title") or not (people.et_al or people.strength == 3):
        return False
    if not draft.people.get("authors"):  # `「제목」, 저자, 『학술지』 8`
        draft.add_people(people, "authors")
        more_authors(draft, items, index)
        return True
    draft.add_people(people, "editors")
    draft.doubtful("These names stand before the whole; they are taken as its editors", item.start, item.end)
    return True


def _of_the_whole(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether authors are those of the whole; that they edited it is a doubt."""
    found = _beside_the_whole(draft, items, index)
    if found:
        start, end = items[index].start, items[index].end
        draft.doubtful("These authors are those of the whole; they are taken as its editors", start, end)
    return found


def _beside_the_whole(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether authors stand before or behind the whole's title: `“…,” 정성장·백학순 외 지음, 『…』`, `「…」, 『…』, 오경섭 외 지음`."""
    if not draft.people.get("authors") or not draft.has("title") or draft.title_mark not in ARTICLE_MARKS:
        return False
    if draft.has("container_title") and draft.container_mark in BOOK_MARKS and not draft.has("issue", "volume"):
        return True
    authors = draft.people["authors"]
    if authors[0].start > draft.spans["title"][1]:
        return False
    following = next((item for item in items[index + 1 :] if item.kind != "sep"), None)
    return following is not None and (
        (following.kind == "quote" and following.mark in BOOK_MARKS)
        or (following.kind == "text" and not is_press(draft.text(following.start, following.end)))
    )


_COMPILED = ("편저", "편저자", "공편저", "엮고 씀", "편·저")
"""Who compiled the whole and wrote in it."""


def _compiled(draft: Draft, items: Sequence[Item], index: int) -> bool:
    """Whether those who compiled the whole stand before its unmarked title, the part's told: `제목. 김영천 편저, 교육연구방법 (…)`."""
    if not draft.people.get("authors") or not draft.has("title") or draft.title_mark:
        return False
    for place in range(index, min(index + 12, len(items))):
        item = items[place]
        printed = draft.source.inner(item) if item.kind == "role" else draft.text(item.start, item.end)
        if item.kind in ("text", "role") and printed.strip(" .,").endswith(_COMPILED):
            return _whole_next(draft, items[place + 1 : place + 4])
        if item.kind not in ("text", "sep") or item.mark == ".":
            return False
    return False


def _whole_next(draft: Draft, items: Sequence[Item]) -> bool:
    """Whether a book's title comes next, and not the house that put it out."""
    following = next((item for item in items if item.kind in ("text", "quote", "imprint")), None)
    if following is None or following.kind != "text":
        return following is not None and following.kind == "quote"
    printed = draft.text(following.start, following.end)
    return not is_press(printed) and not is_place(printed.partition(":")[0].strip())


def _role_of_next(draft: Draft, items: Sequence[Item], index: int) -> str | None:
    """The role printed behind the last of several names: `김명진, 이종민 옮김`."""
    last = True
    for item in items[index + 1 :]:
        if item.kind == "sep" and item.mark in ",·":
            continue
        alone = words("role").get(folded(draft.text(item.start, item.end))) if item.kind == "text" else None
        if alone is not None:  # `김철수, 편, 한울`, `김철수, 이영희, 편`
            item.kind = "taken" if last else "text"
            return alone
        if item.kind == "role":  # `김영천, 이현철 (편), 교육연구방법`
            return words("role").get(folded(draft.source.inner(item)).rstrip("."))
        people = read_names(draft.source.text, item.start, item.end) if item.kind == "text" else None
        if people is None or people.strength < 2 or look_up(draft.text(item.start, item.end)) is not None:
            return None
        if people.role is not None:  # `…, translated by Gary Goldberg` names but those behind the words
            return None if begins_with_role(draft.source.text, item.start, item.end) else people.role
        last = False
    return None


def _body_before_press(draft: Draft, items: Sequence[Item], index: int, printed: str) -> bool:
    """Whether a body stands behind the title and its publisher at once behind it: `『조선문학통사』, 문학연구실, 과학원출판사, 1959`."""
    following = next((item for item in items[index + 1 :] if item.kind != "sep"), None)
    if following is None or following.kind != "text" or look_up(printed) is not None or is_press(printed):
        return False
    return ends_with(printed, "body_end") and is_press(draft.text(following.start, following.end))


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


_PARTING = frozenset({"sep", "remark", "role"})
"""What stands between two authors."""


def more_authors(draft: Draft, items: Sequence[Item], index: int) -> None:
    """The further authors of a title that came first: `“북한의 시장,” 홍길동, 김철수, 현대북한연구, 12(1)`."""
    for place in range(index + 1, len(items)):
        item = items[place]
        if item.kind in ("remark", "role") or (item.kind == "sep" and item.mark in ",·"):
            continue
        people = read_names(draft.source.text, item.start, item.end) if item.kind == "text" else None
        if people is None or people.role is not None or items[place - 1].kind not in _PARTING:
            return
        if not _surely_names(draft, item, people) or is_numbered(items, place):
            return
        draft.add_people(people, "authors")
        item.kind = "taken"


def _joined_by_and(draft: Draft, item: Item) -> bool:
    return draft.source.text.startswith("and ", item.start)


def _surely_names(draft: Draft, item: Item, people: People) -> bool:
    printed = draft.text(item.start, item.end)
    return people.strength == 3 and KOREAN.search(printed) is not None and look_up(printed) is None
