"""What stands before a title: names with their roles, a body, or the newspaper or agency itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from juche_toolkit.citation.credits import put_credit
from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.genres import is_report_number, put_paper, put_report_number, put_speech
from juche_toolkit.citation.imprint import genre_in, is_press, is_remark, put_thesis, thesis
from juche_toolkit.citation.items import ARTICLE_MARKS, Item
from juche_toolkit.citation.journals import look_up
from juche_toolkit.citation.kinds import PREFIX, is_audience, periodical
from juche_toolkit.citation.names import People, Person, is_post, read_names, strength, sure_name
from juche_toolkit.citation.numbered import put_patent
from juche_toolkit.citation.organs import is_organ
from juche_toolkit.citation.outlets import put_outlet
from juche_toolkit.citation.words import KOREAN, ends_with, folded, starts_with, words

__all__ = ["names_before"]


def names_before(draft: Draft, items: Sequence[Item]) -> None:
    """Read what stands before the title.

    before := people ("," people)* | periodical | body
    """
    _without_and(draft, items)
    _and_others(draft, items)
    if (sure := _sure_names(draft, items)) is not None:
        for people in sure:
            draft.add_people(people, "authors")
        return
    texts = [item for item in items if item.kind == "text" and not _is_remark(draft.text(item.start, item.end))]
    if not texts:  # nothing stands there, most often
        _credits(draft, items)
        return
    whole = draft.text(texts[0].start, texts[-1].end)
    if is_organ(whole):
        draft.people.setdefault("authors", []).append(Person(texts[0].start, texts[-1].end, None, None, "latin"))
        return
    if _whole_list(draft, items, texts, whole):
        _helpers_in_brackets(draft, items)
        return
    waiting: list[People] = []
    for item in items:
        if item in texts:
            bare = words("role").get(folded(draft.text(item.start, item.end)))
            if bare is not None and waiting:
                for people in waiting:
                    draft.add_people(people, bare)
                waiting.clear()
            else:
                _name_chunk(draft, items, item, waiting)
        elif item.kind == "other":
            _names_in_bracket(draft, item)
    for people in waiting:
        draft.add_people(people, "authors")


def _helpers_in_brackets(draft: Draft, items: Sequence[Item]) -> None:
    """A translator or editor in brackets behind an author in Latin letters: `Anthony Giddens(김미숙 외 역)`."""
    for item in items:
        people = read_names(draft.source.text, item.start + 1, item.end - 1) if item.kind == "other" else None
        if people is not None and people.role is not None:
            draft.add_people(people, people.role)


def _without_and(draft: Draft, items: Sequence[Item]) -> None:
    """Leave out the word that joins the last name to those before it: `장민혁, and 김수영.`"""
    for item in items[2:]:
        if item.kind == "text" and draft.source.text.startswith("and ", item.start):
            item.start += 4


_OTHERS = regex.compile(r"(?:외|등|et\sal\.?)(?:\s?\d{1,3}\s?[인명])?")


def _and_others(draft: Draft, items: Sequence[Item]) -> None:
    """people := name ("," name)* "," "등" — what stands for further authors, parted from the last by a comma too."""
    for item in items[2:]:
        if item.kind == "text" and _OTHERS.fullmatch(draft.source.text, item.start, item.end) is not None:
            item.kind, draft.et_al = "taken", True


_ROMANIZED_NAME = r"\p{Lu}[\p{Latin}\p{M}’'ʼ.-]+(?:,?\s(?!and\s)\p{Lu}[\p{Latin}\p{M}’'ʼ.-]*){0,3}(?:\s\(?[\p{Hangul}\p{Han}]{2,5}\)?)?"
_ROMANIZED_NAMES = regex.compile(
    rf"{_ROMANIZED_NAME}(?:(?:;|,?\s(?:and|&)|,)\s{_ROMANIZED_NAME}){{0,5}}(?:,?\s\(?(?:eds?|trans)\b.{{0,6}})?"
)
"""Names in Latin letters, each with the same in Korean script behind it: `Yi, Chin-gyŏng 이진경, and Pak Chu-wŏn 박주원`."""


def _romanized_names(printed: str) -> bool:
    """Whether all that stands before a title is romanized names, with Korean script behind them."""
    return "A" <= printed[0] <= "Ž" and len(printed) < 200 and _ROMANIZED_NAMES.fullmatch(printed) is not None


def _sure_names(draft: Draft, items: Sequence[Item]) -> list[People] | None:
    """The names where nothing but sure ones stands, parted by marks; None where anything else stands."""
    found: list[People] = []
    for item in items:
        if item.kind == "sep":
            continue
        people = sure_name(draft.source.text, item.start, item.end) if item.kind == "text" else None
        if people is None:
            return None
        found.append(people)
    return found


def _credits(draft: Draft, items: Sequence[Item]) -> None:
    """Those with whom the work was written, in a bracket before it: `2024. (with 김하은) 「…」`."""
    for item in items:
        if item.kind == "other":
            put_credit(draft, item)


def _whole_list(draft: Draft, items: Sequence[Item], texts: Sequence[Item], whole: str) -> bool:
    """Read names in Latin letters, or in both scripts, in one go, for a comma may stand within them."""
    if KOREAN.search(whole) and not _romanized_names(whole):
        mixed = _in_both_scripts(draft, items, texts)
        if mixed is not None:
            draft.add_people(mixed, "authors")
        return mixed is not None
    role = next((item for item in items if item.kind == "role"), None)
    latin = read_names(draft.source.text, texts[0].start, texts[-1].end)
    return latin is not None and _latin_people(draft, latin, role)


_TURNED_NAME = regex.compile(r"\p{Lu}[\p{Latin}'’-]{1,20},\s\p{Lu}\.?")
"""A name turned round with its initial, as APA has it."""


def _in_both_scripts(draft: Draft, items: Sequence[Item], texts: Sequence[Item]) -> People | None:
    """The authors of a list in which some are turned round in Latin letters: `Lee, H., & 정다운`."""
    start, end = texts[0].start, texts[-1].end
    if any(item.kind not in ("text", "sep") for item in items) or "," not in draft.text(start, end):
        return None
    if _TURNED_NAME.search(draft.source.text, start, end) is None:
        return None
    people = read_names(draft.source.text, start, end + (draft.text(end, end + 1) == "."))
    return people if people is not None and people.role is None and people.strength > 1 else None


_SAME_AUTHOR = frozenset({"같은 이", "같은 저자", "동일 저자", "동일인", "동인", "同人", "같은 필자", "동 저자"})
"""What stands for the author of the work before."""
_EARLIER = frozenset({"앞의", "위의", "같은", "앞"})
"""What stands before a title that was given in an earlier note."""


def _told_before(draft: Draft, start: int, end: int, printed: str) -> bool:
    """Whether a text points back: `같은 이, 「제목」`, `앞의 『동아일보』, 1946. 3. 5`; a problem says so."""
    if printed in _SAME_AUTHOR:
        draft.doubtful("The author is that of the work before", start, end, 0.1)
    elif is_audience(printed):
        draft.doubtful(f"Whom the book is for has no field: {printed}", start, end, 0.02)
    elif printed in _EARLIER:
        draft.doubtful("This points at an earlier note", start, end, 0.1)
    else:
        return printed.endswith("소장") and _kept_at(draft, start, end)
    return True


def _is_remark(printed: str) -> bool:
    """Whether a text is a remark or a scholar's rank, and no initial of a name: `Bourdieu, P.`"""
    if folded(printed) in words("rank"):
        return True
    return is_remark(printed) and not (len(printed) == 2 and printed[0].isupper() and printed[1] == ".")


def _names_in_bracket(draft: Draft, item: Item) -> None:
    """A translator or editor in brackets behind the author: `미셸 푸코(오생근 옮김), 『감시와 처벌』`."""
    if is_post(draft.source.inner(item)):
        draft.doubtful(f"An author's post has no field: {draft.source.inner(item)}", item.start + 1, item.end - 1, 0.0)
        return
    if put_credit(draft, item):
        return
    people = read_names(draft.source.text, item.start + 1, item.end - 1)
    if people is not None and people.role is not None:
        draft.add_people(people, people.role)
    elif words("genre").get(folded(draft.source.inner(item).strip())) == "article-newspaper":  # `권은경, [칼럼] …`
        draft.put("genre", item.start + 1, item.end - 1)
    elif people is not None and item.mark == "[" and people.strength == 3:  # `[조정아] “…”`
        draft.add_people(people, "authors")


def _latin_people(draft: Draft, people: People, role: Item | None) -> bool:
    if len(people.persons) == 1 and people.role is None and role is None:
        person = people.persons[0]
        printed = draft.text(person.start, person.end)
        if _container_first(draft, printed, person.start, person.end):
            return True
    field = people.role or (words("role")[folded(draft.source.inner(role)).strip()] if role is not None and folded(
        draft.source.inner(role)).strip() in words("role") else "authors")  # fmt: skip
    draft.add_people(people, field)
    if people.strength <= 0:
        draft.doubtful("The form of these names is unusual", people.persons[0].start, people.persons[-1].end)
    return True


def _site_of_body(printed: str) -> bool:
    """Whether a site is named behind the body that keeps it: `법제처 국가법령정보센터`."""
    body, space, site = printed.rpartition(" ")
    return bool(space) and folded(site) in words("web_site") and ends_with(body, "body_end")


_ACRONYM = regex.compile(r"\s?\(\p{Lu}{2,8}\)$")
"""The letters of a site behind its name: `국가통계포털(KOSIS)`."""


def _container_first(draft: Draft, printed: str, start: int, end: int) -> bool:
    """A newspaper, agency or broadcaster that stands where an author would: `조선중앙통신, 「…」`, `KCNA, “…”`."""
    if (
        printed.casefold() in words("agency")
        or printed.casefold() in words("web_site")
        or _site_of_body(printed)
        or ends_with(_ACRONYM.sub("", printed), "site_end")
        or starts_with(printed, "broadcast")
        or (ends_with(printed, "news_end") and KOREAN.search(printed) is not None and strength(printed) < 2)
        or periodical(printed) is not None
        or (printed.endswith("사전") and draft.source.text.find("http", end, draft.end) > 0)
    ):
        return draft.put("container_title", start, end)
    return False


def _release_of_body(draft: Draft, start: int, end: int) -> bool:
    """release := body genre — the body that put it out, and what it is: `통일부 보도자료, “…”`."""
    printed = draft.text(start, end).rstrip(" ,")
    if put_paper(draft, start, end):  # `제2회 한국학 국제학술대회 발표: “…”`
        return True
    if is_report_number(printed) and put_report_number(draft, [Item("text", start, end)], 0):
        return True  # `한국교육과정평가원 연구보고 RRC 2021-5, 『…』`
    found = genre_in(printed)
    if found is None or found[1] != len(printed) or found[2] != "report":
        return False
    kind = printed.rfind(" ", 0, found[0]) + 1  # `한국연구재단 기초연구보고서`
    body = printed[:kind].rstrip()
    if not ends_with(body, "body_end") or draft.has("genre"):
        return False
    draft.people.setdefault("authors", []).append(Person(start, start + len(body), None, None, "hangul"))
    return draft.put("genre", start + kind, start + found[1])


def _name_chunk(draft: Draft, items: Sequence[Item], item: Item, waiting: list[People]) -> None:
    """Read one text before the title: a periodical, a kind of article, names with their role, or something unclear."""
    start, end = _bare_name(draft, items, item)
    if (slash := _author_and_translator(draft, start, end)) is not None:
        waiting.append(slash)
        start = draft.source.text.rindex("/", start, end) + 1
    printed = draft.text(start, end).strip()
    people = read_names(draft.source.text, start, end)
    position = items.index(item)
    following = items[position + 1] if position + 1 < len(items) else None
    role = people.role if people is not None else None
    if role is None and following is not None and following.kind == "role":
        role = words("role").get(folded(draft.source.inner(following)))
    if role is None and (put_outlet(draft, start, end) or _told_before(draft, start, end, printed)):
        return
    if role is None and _container_first(draft, printed, start, _with_channel(printed, following, end)):
        return
    unnamed = people is None or people.strength < 2 or printed.endswith("발표")
    if (role is None or printed.endswith("발표")) and unnamed and _release_of_body(draft, start, end):
        return
    if role is None and _no_name(draft, items, item, start, end):
        return
    if role is None and (people is None or people.strength < 2) and _act_of_body(draft, start, end):
        return
    if role is None and _told_to_paper(draft, start, end, waiting):
        return
    book = folded(printed) in words("work_kind")
    if (book or words("genre").get(folded(printed)) == "article-newspaper") and draft.put("genre", start, end):
        item.kind = "taken" if book else item.kind
        return
    if people is None and waiting and _original_title(draft, items, printed):
        draft.leave(start, end, "this stands where a work's title in another language may stand")
    elif people is None:
        _unclear_name(draft, start, end, printed)
    else:
        _take_people(draft, people, role, waiting)


def _no_name(draft: Draft, items: Sequence[Item], item: Item, start: int, end: int) -> bool:
    """What stands before a title and names nobody: a patent with its number, a publisher with the author behind the title."""
    pressed = draft.has("container_title") and is_press(draft.text(start, end).strip())
    found = (
        (pressed and draft.put("publisher", start, end))
        or put_patent(draft, start, end)
        or (_publisher_first(draft, items, draft.text(start, end).strip()) and draft.put("publisher", start, end))
    )
    item.kind = "taken" if found else item.kind
    return found


def _publisher_first(draft: Draft, items: Sequence[Item], printed: str) -> bool:
    """publisher "," title "," author — names behind: `창비, 『…』, 신경숙, 2008`."""
    if sum(item.kind == "text" for item in items) != 1 or not items or items[-1].mark != ",":
        return False
    found = look_up(printed)
    if found is None or found.kind != "publisher" or ends_with(printed, "body_end"):
        return False
    match = _AUTHOR_BEHIND.search(draft.source.text, items[-1].end, draft.end)
    return match is not None and strength(match["name"]) == 3


_AUTHOR_BEHIND = regex.compile(r"[』》”\"],?\s?(?P<name>\p{Hangul}{3})(?:\s(?:지음|저|글))?,\s(?:1[89]|20)\d\d")


def _told_to_paper(draft: Draft, start: int, end: int, waiting: list[People]) -> bool:
    """told := name kind — an interview or a contribution: its title where none follows, `이종석 인터뷰, 『한겨레』`."""
    start, end = draft.trimmed(start, end)
    cut = draft.source.text.rfind(" ", start, end)
    kind = words("genre").get(folded(draft.text(cut + 1, end))) if cut >= 0 else None
    if kind not in ("article-newspaper", "speech"):
        return False
    people = read_names(draft.source.text, start, cut)
    if people is None or people.strength < 3:
        return False
    if any(mark in ARTICLE_MARKS or mark == '"' for mark in draft.text(end, end + 3)):
        waiting.append(people)
        return draft.put("genre", cut + 1, end)
    return kind == "article-newspaper" and draft.put("title", start, end)


def _take_people(draft: Draft, people: People, role: str | None, waiting: list[People]) -> None:
    """Names without a role wait for one; a translator's role is theirs alone, any other goes with those that wait."""
    if role is None:
        waiting.append(people)
        return
    first = people.persons[0]
    if (
        role == "translators"
        and len(people.persons) > 1
        and not waiting
        and not draft.people
        and _foreign(draft, people)
    ):
        draft.add_people(People((first,), None, False, 1), "authors")
        people = People(people.persons[1:], role, people.et_al, people.strength)
    for earlier in _sharing_role(draft, waiting, role):
        draft.add_people(earlier, role)
    draft.add_people(people, role)


def _sharing_role(draft: Draft, waiting: list[People], role: str) -> list[People]:
    """Take out of the names that wait those whose role this is: all, or before a translator's only translators.

    They are translators where an author with a role of his own stands before them, or a foreign one: `앤더슨, 서지원, 김철 옮김`.
    """
    first = 0
    if role == "translators" and not draft.people.get("authors"):
        foreign = bool(waiting) and not all(_korean(draft, person) for person in waiting[0].persons)
        later = [all(_korean(draft, person) for person in people.persons) for people in waiting[1:]]
        first = 1 if foreign and all(later) else len(waiting)
    sharing, waiting[first:] = waiting[first:], []
    return sharing


def _korean(draft: Draft, person: Person) -> bool:
    """Whether a name surely is a Korean's, in Hangul."""
    printed = draft.text(person.start, person.end)
    return " " not in printed and strength(printed) == 3


def _foreign(draft: Draft, people: People) -> bool:
    """Whether the first of the names is foreign and the others Korean, so that they have translated it: `지그문트
    바우만·정일준 역`.
    """
    printed = [draft.text(person.start, person.end) for person in people.persons]
    return " " in printed[0] and people.persons[0].family is None and all(strength(name) == 3 for name in printed[1:])


_SAID_BEFORE = regex.compile(
    r"(?:the|a|an|his|her)\s[\p{Latin} ’'-]{3,100}\s(?:in|by|of|from)\s(?=\p{Hangul}{2,4}\s*$)"
)
"""Words in English that run on to a Korean author: `the chapter on finance in 한영수`."""


def _bare_name(draft: Draft, items: Sequence[Item], item: Item) -> tuple[int, int]:
    """A text's range without 월간, In: or the like before it, and without the 의 of `신영복의 『강의』`."""
    start, end = item.start, item.end
    if match := PREFIX.match(draft.source.text, start, end):
        start = match.end()
    if (
        draft.source.text[start : start + 1] in "tah"
        and (said := _SAID_BEFORE.match(draft.source.text, start, end)) is not None
    ):
        draft.leave(start, said.end(), "this tells what of the work is meant")
        start = said.end()
    end -= draft.text(end - 1, end) == ":"  # `론설: 《…》`
    printed = draft.text(start, end).strip()
    possessive = printed.endswith("의") and items[-1] is item and draft.source.text[end : end + 1] == " "
    return (start, end - 1) if possessive and strength(printed[:-1]) >= 3 else (start, end)


def _with_channel(printed: str, following: Item | None, end: int) -> int:
    """The end of a broadcast's name that holds a number (`KBS 뉴스 9`), or of a journal's with its series in a bracket."""
    if following is not None and following.mark == "(" and following.start == end and following.kind == "other":
        entry = look_up(printed)
        if entry is not None and entry.kind == "journal":  # `김일성종합대학학보(경제학) 2019년 65권 1호, 한철주 《…》`
            following.kind = "taken"
            return following.end
    if following is None or following.figure is None or following.figure.field != "bare":
        return end
    return following.end if starts_with(printed, "broadcast") else end


_ACT = regex.compile(
    r"(?P<body>\S.{1,60}?(?:위원회(?:\s정치국|\s비서국|\s상무위원회)?|최고사령부|총참모부|내각|외무성|성|부|당|총국|련맹|동맹|협회))(?:\s(?P<event>제?\s?\d.{1,40}?))?(?:\s대변인의?)?\s?$"
)


@cache
def _acts() -> tuple[str, ...]:
    """The kinds of acts, longest first."""
    return tuple(sorted(words("act"), key=len, reverse=True))


def _act_of_body(draft: Draft, start: int, end: int) -> bool:
    """act := body [session] genre — `조선로동당 중앙위원회 제7기 제3차전원회의 결정서 《…》`."""
    printed = draft.text(start, end).rstrip(" ,")
    genre = next((form for form in _acts() if printed.endswith(form)), None)
    if genre is None:
        return False
    match = _ACT.match(draft.source.text, start, start + len(printed) - len(genre))
    if match is None:
        return False
    draft.put("genre", start + len(printed) - len(genre), start + len(printed))
    draft.people.setdefault("authors", []).append(Person(*match.span("body"), None, None, "hangul"))
    if match.group("event"):
        draft.put("event", *match.span("event"))
    return True


def _original_title(draft: Draft, items: Sequence[Item], printed: str) -> bool:
    """Whether a Latin text behind an author may be the title of the work that a Korean title translates."""
    later = draft.text(items[-1].end, items[-1].end + 30)
    return KOREAN.search(printed) is None and KOREAN.search(later) is not None and len(printed.split()) >= 2


def _author_and_translator(draft: Draft, start: int, end: int) -> People | None:
    """author "/" translator role — the role goes with the name behind the stroke alone: `에릭 홉스봄/이용우 옮김`."""
    stroke = draft.source.text.rfind("/", start, end)
    if stroke < 0:
        return None
    behind = read_names(draft.source.text, stroke + 1, end)
    people = read_names(draft.source.text, start, stroke)
    if behind is None or behind.role != "translators" or people is None or people.role is not None:
        return None
    return people


_ABBREVIATED = regex.compile(r"(?<![\p{L}])(?:\p{Lu}\.){2,3}")
"""Initials in the name of a body, whose full stops end nothing: U.S. Department of State."""
_KEPT = regex.compile(r"\S.{1,40}(?:관|원|소|부|館|院|NARA)\s소장")


def _kept_at(draft: Draft, start: int, end: int) -> bool:
    """Whether a text tells where a copy is kept: `외교사료관 소장, 「남북회담」, 1973`; a problem says so."""
    start, end = draft.trimmed(start, end)
    if _KEPT.fullmatch(draft.source.text, start, end) is None:
        return False
    draft.doubtful(f"Where a copy is kept has no field: {draft.text(start, end)}", start, end, 0.02)
    return True


def _unclear_name(draft: Draft, start: int, end: int, printed: str) -> None:
    """A stretch before the title that has no name's form: a body's name if it is short, a remark on a speech, or
    unclear.
    """
    if (found := genre_in(printed)) is not None and found[2] == "speech":
        put_speech(draft, start, end, found)
    elif _act_of_body(draft, start, end):
        return
    elif (found_thesis := thesis(printed)) is not None:
        put_thesis(draft, start, end, found_thesis)
    elif len(printed) <= 60 and not any(mark in _ABBREVIATED.sub("", printed) for mark in ".?!"):
        start, end = draft.trimmed(start, end)
        if start < end:
            draft.people.setdefault("authors", []).append(Person(start, end, None, None, "other"))
            draft.doubtful("This is taken as the author, though it hasn't the form of a name", start, end)
    else:
        draft.leave(start, end, "neither a name nor a lead-in")
