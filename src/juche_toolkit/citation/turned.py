"""Foreigners' names printed family name first before a Korean title: `커밍스, 브루스.`, `Anderson, Benedict, 윤형숙 옮김,`."""

from __future__ import annotations

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.foreign import is_turned_name
from juche_toolkit.citation.items import Item
from juche_toolkit.citation.names import read_names
from juche_toolkit.citation.words import KOREAN

__all__ = ["join_turned"]

_FAMILY = regex.compile(r"(?:(?:[Dd]e|[Vv]an|[Vv]on|[Dd]u|[Dd]i|[Ll]e|[Ll]a)\s){0,2}\p{Lu}[\p{Latin}\p{M}'’-]+")
"""A family name alone, in Latin letters."""
_GIVEN = regex.compile(
    r"\p{Lu}[\p{Latin}\p{M}.'’-]*(?:\s\p{Lu}[\p{Latin}\p{M}.'’-]*){0,3}(?:\s(?:외|et al\.?))?(?:\s?[·&]\s?.{1,60})?"
)
"""Given names or initials, with what may stand behind them: `E. 외`, `Karl·Engels`."""
_WITH_INITIALS = regex.compile(
    r"(?P<one>\p{Hangul}{2,6},\s(?:\p{Lu}\.[-\s]?){0,2}\p{Lu}\.)(?:\s?[,·&;]\s?(?:&\s)?(?&one)){0,8}(?=[\s,.(]|$)"
)
"""Family names in Hangul with initials: `기든스, A.`, `들뢰즈, G., 가타리, F.`"""
_GLUED = regex.compile(r"(?P<given>\p{Lu}\.(?:[\s-]?\p{Lu}\.){0,3})\s(?=\p{Hangul})")
"""Initials whose full stop ends the name too: `Butler, J. 조현준 역`."""
_AND_OTHERS = regex.compile(r"\s(?:et al\.?|외|등)$")
_DATED = frozenset({"date", "other", "paren"})
"""What may stand between author and translator: the year of the one or of both."""


def join_turned(draft: Draft, items: list[Item]) -> None:
    """turned := family "," given — one name before a full stop, a date, a translator, or a title in marks.

    `커밍스, 브루스. 2001. …`; before a title, where a comma parts authors too, both names stand in the table:
    `푸코, 미셸, 『감시와 처벌』`.
    """
    if len(items) < 3 or items[0].kind != "text" or items[1].mark != "," or items[2].kind != "text":
        return
    _part_initials(draft, items)
    family, given = (draft.text(items[place].start, items[place].end) for place in (0, 2))
    if family[:1].isascii():
        if family[:1].isalpha() and _FAMILY.fullmatch(family) and _GIVEN.fullmatch(given):
            _join_before_translator(draft, items)
        return
    initials = given[:1].isascii() and given[1:2] == "."
    if initials and (match := _WITH_INITIALS.match(draft.source.text, items[0].start)) is not None:
        last = max(place for place in range(len(items)) if items[place].start < match.end())
        items[0].end = max(match.end(), items[last].end)  # with et al. behind
        del items[1 : last + 1]
        return
    ends = (len(items) > 3 and (items[3].mark == "." or items[3].kind == "date")) or _translator(
        draft, items, 3
    ) is not None
    titled = len(items) > 4 and items[3].mark == "," and items[4].kind == "quote"
    if (ends and is_turned_name(family, given)) or (
        titled and is_turned_name(family, _AND_OTHERS.sub("", given), known=True)
    ):
        items[0].end = items[2].end
        del items[1:3]


def _part_initials(draft: Draft, items: list[Item]) -> None:
    """Part initials from the translator glued to them: `Butler, J. 조현준 역(2008).`"""
    given = items[2]
    if not draft.source.text[given.start].isascii():
        return
    match = _GLUED.match(draft.source.text, given.start, given.end)
    if match is None:
        return
    behind = Item("text", match.end(), given.end)
    if _translator(draft, [behind], 0) is not None:
        end = match.end("given")
        items[2:3] = [Item("text", given.start, end), Item("sep", end - 1, end, mark="."), behind]


def _join_before_translator(draft: Draft, items: list[Item]) -> None:
    """turned := family "," given ("·" family "," given)* — in Latin letters, a Korean translator behind: `Said, Edward W., 박홍규 옮김`."""
    last = 2
    while last + 2 < len(items) and items[last + 1].mark == "," and items[last + 2].kind == "text":
        if KOREAN.search(draft.source.text, items[last + 2].start, items[last + 2].end) is not None:
            break
        last += 2
    if _translator(draft, items, last + 1) is not None:
        items[0].end = items[last].end
        del items[1 : last + 1]


def _translator(draft: Draft, items: list[Item], place: int) -> Item | None:
    """The translator who stands next, behind marks and a date."""
    for item in items[place : place + 4]:
        if item.kind == "text":
            people = read_names(draft.source.text, item.start, item.end)
            return item if people is not None and people.role == "translators" else None
        if item.kind != "sep" and item.kind not in _DATED:
            return None
    return None
