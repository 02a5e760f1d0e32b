"""Names of persons and bodies: where one ends, what part is the family name, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from juche_toolkit.citation.foreign import is_foreign_name, is_turned_name
from juche_toolkit.citation.journals import names_listed
from juche_toolkit.citation.model import Script
from juche_toolkit.citation.words import (
    HAN,
    HANGUL,
    alternatives,
    ends_with,
    folded,
    forms,
    starts_with,
    value_of,
    words,
)
from juche_toolkit.tables import packaged_text, read_rows

__all__ = [
    "People", "Person", "begins_with_role", "is_post", "names_body", "read_names", "script_of", "strength", "sure_name",
]  # fmt: skip

_TABLE = "surnames.tsv"


class Person(NamedTuple):
    """A name's place in the folded text, and its parts where the split is certain."""

    start: int
    end: int
    family: str | None
    given: str | None
    script: Script


class People(NamedTuple):
    """The names of one stretch: their role (None: none printed), whether more were left out, how sure they are
    names.
    """

    persons: tuple[Person, ...]
    role: str | None
    et_al: bool
    strength: int


class _Surnames(NamedTuple):
    one: frozenset[str]
    two: dict[str, bool]
    hanja: frozenset[str]
    latin: frozenset[str]


@cache
def _surnames() -> _Surnames:
    one: set[str] = set()
    two: dict[str, bool] = {}
    hanja: set[str] = set()
    latin: set[str] = set()
    for _, row in read_rows(packaged_text("hangul", _TABLE).splitlines(), name=_TABLE):
        if row["certain"] == "rare":
            continue
        if len(row["hangul"]) == 2:
            two[row["hangul"]] = row["certain"] == "yes"
        else:
            one.add(row["hangul"])
        hanja.update(row["hanja"].split())
        latin.update(row["latin"].split())
    return _Surnames(frozenset(one), two, frozenset(hanja), frozenset(latin))


_HANGUL = re.compile(f"[{HANGUL}]++")
_SYLLABLES = re.compile(r"[가-힣]++")
_HAN = re.compile(f"[{HAN}]{{2,4}}+")
_FOREIGN = regex.compile(
    r"(?:(?:\p{Lu}\p{M}*+\.\s?)*+\p{Hangul}{1,8}+(?:[\s·-](?:\p{Hangul}{1,8}+|\p{Lu}\.)){1,3}+|(?:\p{Lu}\p{M}*+\.\s?)++\p{Hangul}{1,8}+)"
)
_LATIN_WORD = (
    r"(?:\p{Lu}\.-\p{Lu}\.|\p{Lu}[\p{Latin}\p{M}'’ʼ‘?-]*+\.?"
    r"|(?:de|van|von|der|den|del|la|le|di|da|bin|al|el|ten|of|the|for|and|to|in|on|at)(?=\s))"
)
_LATIN = regex.compile(rf"{_LATIN_WORD}(?:\s{_LATIN_WORD}){{0,8}}+(?:,?\s(?:Jr|Sr|II|III)\.?)?")
_LATIN_LETTER = regex.compile(r"\p{Latin}")
_SHORTENED = regex.compile(r"(?:(?<![\p{L}])\p{Lu}\.|\b(?:al|jr|sr|eds?|trans|tr)\.)$", regex.IGNORECASE)
_INITIALS = regex.compile(r"(?:\p{Lu}\.?[-\s]?(?:\p{Ll}\.?)?){1,3}+")
_DOTTED = regex.compile(r"(?:\p{Lu}\.[-\s]?){1,3}")
"""Initials with their full stops, behind a family name in Hangul: `기든스, A.`"""
_PARTICLES = frozenset(["of", "the", "for", "and", "to", "in", "on", "at"])
_SEPARATOR = regex.compile(
    r"\s*(?:(?<=[\p{Hangul}.])[*†‡§¹²³⁴⁵]{1,3}+\s?)?(?:,\s*(?:(?:…|\.\s?\.\s?\.)\s*)?(?:&|and\s|그리고\s)?|;|&|[·ㆍ・‧∙•․⋅･ᆞ﹒]|\sand\s|\swith\s|/|(?<=\p{Hangul}{2})\?(?=\p{Hangul}{2})|(?<=\p{Hangul})(?:와|(?<!학)과)\s)\s*",
    regex.IGNORECASE,
)


_ONE_BODY = regex.compile(
    r"\p{Hangul}{2,8}[·ㆍ・]\p{Hangul}{1,12}[를을]\s?위한\s?[\p{Hangul} ]{2,30}(?:위원회|모임|연대|협의회)"
)
"""A body with a point in its name: 진실·화해를위한과거사정리위원회."""
_BODY_WITH_AND = regex.compile(
    r"(?:\p{Lu}[\p{L}.’']*\s){0,4}(?:Institute|Academy|Ministry|Committee|Subcommittee|Commission|Bureau|Office|Department|Division|Council"
    r"|Center|Centre|Society|Association|Federation|Agency|School|Directorate|Administration|College|Faculty)\s(?:of|for|on)\s"
    r"(?:the\s)?\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*){0,3}\s(?:and|&)\s(?P<last>\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*){0,3})"
)
"""A body with `and` in its name: Ministry of Economy and Finance."""


_NATIONAL = regex.compile(
    r"(?:Korean?|National|International|Global|Federal|Central|American|Asian|Seoul|World)\s(?:\p{Lu}[\p{L}’'-]+\s){1,3}(?:and|&)\s"
    r"(?!(?:Korean?|National|International|Asian?|Seoul)\s)\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){1,3}$"
)
"""A nation's body with `and` in its name, no second body behind: `Korea Internet & Security Agency`."""
_FOR_WHAT = re.compile(r" (?:of|for|on) ")


def _one_body(text: str, start: int, end: int) -> bool:
    """Whether a word that may part names stands within the name of one body."""
    if _ONE_BODY.fullmatch(text, start, end) is not None:
        return True
    if not text[start].isascii():
        return False
    if _NATIONAL.match(text, start, end) is not None:
        return ends_with(text[start:end], "body_end")
    if _FOR_WHAT.search(text, start, end) is None:
        return False
    match = _BODY_WITH_AND.fullmatch(text, start, end)
    if match is None or ends_with(match["last"], "body_end"):
        return False
    return " " not in match["last"] or strength(match["last"]) < 3


_OMITTED = re.compile(r",\s*(?:…|\.\s?\.\s?\.)")
"""Authors left out before the last of many."""
_PARTING = re.compile(r"[,;&·ㆍ・‧∙•․⋅･ᆞ﹒/?]|\s(?:and|with)\s|[와과]\s", re.IGNORECASE)
"""Where none of these stands, there is no separator."""
_ET_AL_ENDS = frozenset("외등外인명l.s")
"""What the words for further names end in."""
_WITH = regex.compile(r"(?<=\p{Hangul})(?:와|과)\s")
"""`와` between names also stands between any two nouns (전쟁과 사회), so both must surely be names."""


def script_of(text: str) -> Script:
    """The script of a name: hangul, hanja, latin, mixed or other."""
    if _SYLLABLES.fullmatch(text) is not None:
        return "hangul"
    if text.isascii():
        return "latin" if any(map(str.isalpha, text)) else "other"
    kinds = {
        "hangul" if "가" <= character <= "힣" else "hanja" if "一" <= character <= "鿿" or "豈" <= character <= "﫿"
        else "latin" if _LATIN_LETTER.match(character) else "other"
        for character in text if character.isalpha()
    }  # fmt: skip
    if len(kinds) > 1:
        return "mixed"
    return next(iter(kinds), "other")  # type: ignore[arg-type]


_WITH_ACRONYM = regex.compile(r"(?P<body>[\p{Hangul} ]{2,30})\s?\(\p{Lu}[\p{Lu}&-]{1,9}\)")
"""A body with its acronym: `한국정보통신기술협회(TTA)`."""
_VERSION = re.compile(r"\d\.\d")
"""A number with a decimal, which no body's name has: `웹 2.0 시대의 전자도서관`."""


@lru_cache(maxsize=2048)
def strength(text: str) -> int:
    """How sure a stretch is the name of a person or body: 0 no, 1 it may be, 2 it has the form of one, 3 surely."""
    if not text or len(text) > 60 or folded(text) in words("genre"):
        return 0
    if _HANGUL.fullmatch(text):
        return _hangul_strength(text)
    if text[-1] == ")" and (acronym := _WITH_ACRONYM.fullmatch(text)) is not None:
        return 2 if ends_with(acronym["body"], "body_end") else 0
    if _HAN.fullmatch(text):
        return 2 if text[0] in _surnames().hanja or text[:2] in _surnames().hanja else 1
    if ends_with(text, "body_end") or starts_with(text, "body_start"):
        return 0 if _VERSION.search(text) is not None else 2
    if _FOREIGN.fullmatch(text):
        parts = text.split()
        if len(parts) > 2 and any(len(part) > 1 and part[-1] in "은는을를" for part in parts[:-1]):
            return 0
        if len(parts) == 2 and len(parts[0]) <= 2 and len(parts[1]) <= 2 and parts[0] in _surnames().one:
            return 2
        return 2 if is_foreign_name(text) else 1
    if _LATIN.fullmatch(text):
        return _latin_strength(text)
    return 0


def _hangul_strength(text: str) -> int:
    table = _surnames()
    if text[:2] in table.two and len(text) in (3, 4):
        return 3
    if len(text) == 3 and text[0] in table.one:
        return 2 if ends_with(text, "body_end") or ends_with(text, "press_end") else 3
    if len(text) == 2 and text[0] in table.one:
        return 2
    if ends_with(text, "body_end") or is_foreign_name(text):
        return 2
    return 1 if len(text) <= 5 else 0


def _latin_strength(text: str) -> int:
    parts = text.split()
    if len(parts) == 1 and 3 <= len(text) <= 8 and text.isupper():
        return 2
    if _BODY.match(text) is not None:
        return 2
    if any(part in _PARTICLES for part in parts):
        return 1 if ends_with(text, "body_end") or parts[0].endswith("y") else 0
    plain = [folded(part).strip(".,") for part in parts]
    if len(parts) > 1 and plain[-1] in words("title_noun"):  # `Final Report`
        return 0
    if plain[0] in _surnames().latin or plain[-1] in _surnames().latin:
        return 3 if 2 <= len(parts) <= 4 else 2
    if 2 <= len(parts) <= 4:
        return 2
    return 1


@cache
def _roles() -> tuple[regex.Pattern[str], regex.Pattern[str], regex.Pattern[str]]:
    role = alternatives("role")
    return (
        regex.compile(rf"(?:(?<=\p{{Hangul}}{{3}})|(?<=[\s.)]))(?P<role>{role})\.?$|\s?\((?P<role>{role})\.?\)$|,\s?(?P<role>{role})\.?$",
                      regex.IGNORECASE),
        regex.compile(rf"(?P<role>{alternatives('role_before')})[\s:]", regex.IGNORECASE),
        regex.compile(r"(?:\s|,|(?<=(?:^|[,·;.)\]•*-]\s?)\p{Hangul}{3})|(?<=\p{Hangul}{2})(?=외\s?\d|등\s?\d))\s?(?:외|등|外)(?:\s?\d{1,2}\s?(?:인|명))?$"
            r"|,?\s(?:et al\.?|and others)$",
                      regex.IGNORECASE),
    )  # fmt: skip


def read_names(text: str, start: int, end: int) -> People | None:
    """Read the names in a range of the folded text, or None if it holds none.

    people := [role_before] name (("," | "·" | "&" | "and" | "와") name)* ["외" | "등" | "et al."] [role]
    """
    start, end = _trim(text, start, end)
    if end - start > 400:
        return None
    if 1 < end - start < 4 and _one_name(text, start, end):
        found = strength(text[start:end])
        return People((_person(text, start, end),), None, False, found) if found else None
    start, end, role = _without_role(text, start, end)
    start, end = _trim(text, start, end)
    et_al = False
    if text[end - 1 : end].casefold() in _ET_AL_ENDS and (match := _roles()[2].search(text, max(start, end - 16), end)):
        et_al, end = True, match.start()
        start, end = _trim(text, start, end)
    persons: list[Person] = []
    weakest = 3
    several = _PARTING.search(text, start, end) is not None and not _one_body(text, start, end)
    et_al = et_al or (several and _OMITTED.search(text, start, end) is not None)
    joined = several and _WITH.search(text, start, end) is not None
    for begin, stop in _parts(text, start, end) if several else ((start, end),) if start < end else ():
        stop = _romanized_end(text, begin, stop)
        found = 2 if "," in text[begin:stop] else strength(text[begin:stop])
        if (found == 0 or (joined and found < 3 and not et_al)) and role is None:
            return None
        if stop - begin > 60:
            return None
        weakest = min(weakest, found)
        persons.append(_person(text, begin, stop))
    if not persons:
        return None
    return People(tuple(persons), role, et_al, max(weakest, 2 if role else 0))


@cache
def _role_signs() -> tuple[frozenset[str], frozenset[str], dict[str, tuple[str, ...]]]:
    """The letters that words for roles begin with before names, those that they end in behind them, and their last words.

    The last words are without the full stops and brackets that may stand behind them.
    """
    return (
        frozenset(form[0] for form in words("role_before")),
        frozenset({*(form[-1] for form in words("role")), ".", ")"}),
        _by_last_letter(form.split()[-1].rpartition("'")[2].rstrip(".") for form in words("role")),
    )


def _by_last_letter(endings: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for ending in set(endings):
        found[ending[-1]] = (*found.get(ending[-1], ()), ending)
    return found


def _may_end_with_role(text: str, start: int, end: int) -> bool:
    """A look for the last word of a role at the end of a range."""
    _, letters, last_words = _role_signs()
    if text[end - 1 : end].casefold() not in letters:
        return False
    printed = text[max(start, end - 24) : end].rstrip(".)").casefold()
    return printed.endswith(last_words.get(printed[-1:], ()))


def _without_role(text: str, start: int, end: int) -> tuple[int, int, str | None]:
    """The range without a role or post printed before or behind the names, and that role."""
    if text[end - 1 : end] in _POST_ENDS and (post := post_behind(text, start, end)) is not None:
        return start, post, None
    if text.endswith("용역", start, end):  # `정책연구용역` is no translator's
        return start, end, None
    before, _, _ = _role_signs()
    role: str | None = None
    if text[start : start + 1].casefold() in before and (match := _roles()[1].match(text, start, end)):
        role = value_of("role_before", match["role"])
        start = match.end()
    if _may_end_with_role(text, start, end) and (match := _roles()[0].search(text, max(start, end - 24), end)):
        return start, match.start(), value_of("role", match["role"])
    if (ranked := _without_rank(text, start, end)) is not None:
        return *ranked, role
    spaced = text[start + 3 : start + 4].isspace()
    reporter = _REPORTER.fullmatch(text, start, end) if spaced else None
    if reporter is not None and strength(reporter["name"]) == 3:
        return start, reporter.end("name"), role
    kind = _KIND_OF_WORK.fullmatch(text, start, end) if spaced else None
    if kind is not None and strength(kind["name"]) == 3:
        return start, kind.end("name"), "authors"
    return start, end, role


_BODY = regex.compile(
    r"(?:\p{Lu}[\p{L}.]*\s){0,3}(?:Institute|Academy|Ministry|Committee|Commission|Bureau|Office|Department|Council|Center|Centre|Society"
    r"|Association|Federation|Library|Museum|Foundation|School)\s(?:of|for|on)\s(?:the\s)?\p{Lu}"
)
"""A body with what it is for behind it: NK Institute of Linguistics."""


def names_body(text: str) -> bool:
    """Whether a Latin text names a body by the word for its kind, with what it is for behind it."""
    return _BODY.match(text) is not None


_REPORTER = regex.compile(
    r"(?P<name>\p{Hangul}{3})\s(?:\p{Hangul}{2,6}\s)?(?:선임|전문|객원|수습|시민)?(?:특파원|기자|통신원|논설위원|논설실장|편집위원|에디터|칼럼니스트|앵커)"
)
"""A journalist with what he is: `유강문 베이징 특파원`."""
_POST = (
    r"(?:명예|석좌|부|조|초빙|겸임|객원|특임|연구)?교수|(?:선임|책임|수석|객원|전임|초빙)?연구(?:위원|원)"
    r"|소장|원장|대표|이사장|회장|총장|박사|강사"
)
_POST_ENDS = frozenset("수원장표사")
_POST_BEHIND = regex.compile(
    rf"(?P<name>\p{{Hangul}}{{3}})\s(?:\p{{Hangul}}[\p{{Hangul}}·]{{1,14}}\s){{1,3}}(?:{_POST})"
)
_POST_ALONE = regex.compile(
    rf"(?:\p{{Hangul}}[\p{{Hangul}}·]{{1,14}}\s){{0,3}}(?:{_POST})|\p{{Hangul}}{{2,12}}(?:대|대학교)\s?교수"
)


def post_behind(text: str, start: int, end: int) -> int | None:
    """The end of a name with the author's post behind it: `홍길동 서울대 정치학과 교수`."""
    match = _POST_BEHIND.fullmatch(text, start, end)
    return match.end("name") if match is not None and strength(match["name"]) == 3 else None


def is_post(printed: str) -> bool:
    """Whether a stretch is an author's post: `서울대학교 정치학과 교수`."""
    return printed[-1:] in _POST_ENDS and _POST_ALONE.fullmatch(printed) is not None


_KIND_OF_WORK = regex.compile(
    r"(?P<name>\p{Hangul}{3})\s(?:장편|단편|중편)?(?:소설집?|소설선|시집|시선집?|산문집?|에세이|평론집|희곡집|동화집?|수필집|회고록|자서전|수기|증언록|일기|저작집|문집|유고집|대담집?|강연집)"
)
"""An author with the kind of book: `황정은 소설집`."""


@cache
def _ranks() -> tuple[frozenset[str], regex.Pattern[str]]:
    """The first and last two letters of scholars' ranks, and a name with its ranks before or behind it."""
    ranks = rf"(?:{alternatives('rank')})(?:(?:\s?[,·]\s?|\s)(?:{alternatives('rank')}))*+"
    edges = frozenset(letters for form in words("rank") for letters in (form[:2], form[-2:]))
    return edges, regex.compile(
        rf"{ranks}\s(?P<name>\p{{Hangul}}{{2,3}})|(?P<name>\p{{Hangul}}{{2,3}})(?:\s|\s?,\s?){ranks}"
    )


def _without_rank(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The range of a scholar's name without the ranks beside it: `후보원사 교수 박사 리기성`, `김옥선 부교수`."""
    edges, pattern = _ranks()
    if text[start : start + 2] not in edges and text[end - 2 : end] not in edges:
        return None
    match = pattern.fullmatch(text, start, end)
    return match.span("name") if match is not None and strength(match["name"]) >= 2 else None


_TWICE = regex.compile(
    r"(?P<latin>\p{Lu}(?=[^\p{Hangul}\p{Han}]{0,40}?\p{Ll})[^\p{Hangul}\p{Han}]{2,40}?)\s\(?[\p{Hangul}\p{Han}]{2,5}\)?"
)


def _romanized_end(text: str, start: int, end: int) -> int:
    """name := romanized name [the same in Korean script] — the end of the romanized one: `Ch'oe Chinhyŏk 최진혁`."""
    match = _TWICE.fullmatch(text, start, end) if text[start : start + 1].isupper() else None
    return match.end("latin") if match is not None else end


@cache
def _other_words() -> frozenset[str]:
    """Words of three letters in the tables, which a name might be taken for, and the endings of bodies, publishers and sites."""
    ends = (form for kind in ("body_end", "press_end", "site_end") for form in words(kind))
    return frozenset({form for form in (*forms(), *names_listed()) if len(form) == 3}.union(ends))


def sure_name(text: str, start: int, end: int) -> People | None:
    """Three syllables alone that surely are a Korean's name and stand in no table: what most authors are."""
    printed = text[start:end]
    if end - start != 3 or _SYLLABLES.fullmatch(printed) is None or not _stands_alone(text, start):
        return None
    other, table = _other_words(), _surnames()
    if printed in other or printed[1:] in other or printed[2] in other or printed[2] in "외등":
        return None
    if (certain := table.two.get(printed[:2])) is not None:
        family = 2 if certain else 0
    elif printed[0] in table.one:
        family = 1
    else:
        return None
    person = Person(start, end, printed[:family] or None, printed[family:] if family else None, "hangul")
    return People((person,), None, False, 3)


def _stands_alone(text: str, start: int) -> bool:
    """Whether no letter of Korean script stands right before a place."""
    before = text[start - 1 : start]
    return not before.isalpha() or before.isascii()


def _one_name(text: str, start: int, end: int) -> bool:
    """Whether two or three syllables stand alone and are no role and no 등: what most names are."""
    printed = text[start:end]
    if _SYLLABLES.fullmatch(printed) is None or printed[-1] in "외등" or printed in words("role"):
        return False
    return _stands_alone(text, start)


def begins_with_role(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins with a word that names follow: ed., edited by, trans."""
    return text[start : start + 1].casefold() in _role_signs()[0] and _roles()[1].match(text, start, end) is not None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    if start < end and text[start].isalnum() and text[end - 1].isalnum():
        return start, end
    while start < end and text[start] in " ,;:&":
        start += 1
    while end > start and (text[end - 1] in " ,;:&" or (text[end - 1] == "." and not _abbreviated(text, start, end))):
        end -= 1
    return start, end


def _abbreviated(text: str, start: int, end: int) -> bool:
    """Whether the full stop before `end` belongs to an initial or to et al., Jr., ed."""
    tail = text[max(start, end - 6) : end]
    return _SHORTENED.search(tail) is not None


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The ranges of the single names; `Kim, Minsu` and `Haggard, S., & Noland, M.` keep family and given name
    together.
    """
    cuts: list[tuple[int, int, str]] = []
    begin = start
    for match in _SEPARATOR.finditer(text, start, end):
        cuts.append((begin, match.start(), match.group().strip()))
        begin = match.end()
    cuts.append((begin, end, ""))
    parts: list[tuple[int, int]] = []
    index = 0
    while index < len(cuts):
        begin, stop, mark = cuts[index]
        following = cuts[index + 1] if index + 1 < len(cuts) else None
        last = index == len(cuts) - 2 and cuts[index - 1][2].endswith(("and", "&")) and _all_turned(text, parts)
        first = index == 0 or cuts[index - 1][2] in (";", "·", "&") or last
        given_end = _romanized_end(text, following[0], following[1]) if following is not None else 0
        turned = following is not None and _inverted(text[begin:stop], text[following[0] : given_end], first=first)
        if mark == "," and turned:
            stop = cuts[index + 1][1]
            index += 1
        if stop > begin:
            parts.append((begin, stop))
        index += 1
    return parts


def _all_turned(text: str, parts: Sequence[tuple[int, int]]) -> bool:
    """Whether the names before the last are turned round: `Park, Sejin and Choi, Jian`."""
    return bool(parts) and all("," in text[begin:stop] for begin, stop in parts)


def _inverted(family: str, given: str, *, first: bool) -> bool:
    """Whether `family, given` is one Latin name turned round: an initial or given name follows a lone family name."""
    if _SYLLABLES.fullmatch(family) is not None:
        if _DOTTED.fullmatch(given) is not None:
            return len(family) > 1
        return (strength(family) < 3 or is_foreign_name(family)) and is_turned_name(family, given)
    if not family or not given or not _LATIN.fullmatch(family) or (" " in family.strip() and not family[0].islower()):
        return False
    if _INITIALS.fullmatch(given):
        return True
    if " " not in family.strip() and folded(family) in _surnames().latin and not first:
        parts = given.split()  # `Yang, Moon-Soo, Yoon, In Joo`
        return _LATIN.fullmatch(given) is not None and (len(parts) == 2 or (len(parts) == 1 and "-" in given))
    return (
        first and _LATIN.fullmatch(given) is not None and len(given.split()) <= 3 and not ends_with(given, "body_end")
    )


def _person(text: str, start: int, end: int) -> Person:
    printed = text[start:end]
    script = script_of(printed)
    family, given = _split(printed, script)
    return Person(start, end, family, given, script)


@lru_cache(maxsize=2048)
def _split(printed: str, script: Script) -> tuple[str | None, str | None]:
    """Family and given name, or (None, None) where the split isn't certain."""
    table = _surnames()
    if script == "hangul":
        plain = printed.replace(" ", "")
        if ends_with(printed, "body_end") and len(plain) > 3:
            return None, None
        if plain[:2] in table.two and len(plain) in (3, 4):
            certain = table.two[plain[:2]] or len(plain) == 4
            return (plain[:2], plain[2:]) if certain else (None, None)
        if len(plain) in (2, 3) and plain[0] in table.one and (" " not in printed or printed[1] == " "):
            return plain[0], plain[1:]
        return None, None
    if script == "hanja":
        return (printed[0], printed[1:]) if len(printed) == 3 and printed[0] in table.hanja else (None, None)
    if script == "latin":
        return _split_latin(printed)
    return None, None


def _split_latin(printed: str) -> tuple[str | None, str | None]:
    if "," in printed:
        family, _, given = printed.partition(",")
        return family.strip(), given.strip()
    if ends_with(printed, "body_end"):
        return None, None
    parts = printed.split()
    if not 2 <= len(parts) <= 4 or any(part in _PARTICLES for part in parts):
        return None, None
    first, last = (folded(part).strip(".") in _surnames().latin for part in (parts[0], parts[-1]))
    if first and (not last or "-" in parts[-1]) and "." not in parts[0]:
        return parts[0], " ".join(parts[1:])
    if first and last:
        return None, None
    if "-" in parts[-1] and not last:
        return None, None
    return parts[-1], " ".join(parts[:-1])
