"""Parts that the styles of notes share: names, titles with their second script, links, laws and judgments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from juche_toolkit.citation.journals import look_up
from juche_toolkit.citation.model import Citation
from juche_toolkit.citation.parts import is_named_part
from juche_toolkit.citation.words import KOREAN, words
from juche_toolkit.export.common import clean
from juche_toolkit.export.forms import Person, Role, View

__all__ = [
    "bare_host",
    "figure",
    "inner_quotes",
    "joined",
    "judgment",
    "kind_word",
    "korean_date",
    "law",
    "link",
    "marks",
    "names",
    "quotes_title",
    "second_titles",
    "spaced",
]  # fmt: skip

_PART_TYPES = frozenset(
    {
        "article-journal", "article-newspaper", "article-magazine", "chapter", "paper-conference", "webpage", "thesis",
        "speech", "broadcast", "report", "dataset",
    }
)  # fmt: skip
"""Types whose title stands in quotation marks in a Latin style: parts, and what no publishing house has put out."""

_DATASET = "dataset"
_UNITED_NATIONS = ("UN", "U.N.", "United Nations")
_STRAIGHT = regex.compile(r'"([^"]*)"')
_SYMBOL = regex.compile(r"[ASE]/.*")


def spaced(parts: Iterable[str]) -> str:
    """The parts that are there, with spaces between."""
    return " ".join(part for part in parts if part)


def joined(parts: Iterable[str]) -> str:
    """The parts that are there, with commas between."""
    return ", ".join(part for part in parts if part)


def figure(before: str, printed: str, behind: str = "") -> str:
    """A number or text between its words; nothing where there is none."""
    return f"{before}{printed}{behind}" if printed else ""


def names(work: View, role: Role) -> list[str]:
    """The names of a role as one says them, in the script that the note is in."""
    return [_natural(person) for person in work.of_role(role)]


def _natural(person: Person) -> str:
    return person.natural_form if not person.original else person.latin


def second_titles(work: View) -> str:
    """What stands behind a title: its original in Korean script, and a translation in brackets."""
    title = work.title
    original = title.original if title.original != title.latin else ""
    return spaced((original or "", figure("[", clean(work.citation.translated_title), "]")))


def marks(text: str, north: bool) -> str:
    """A whole's title: in the marks of its country if it is in Korean script, bare in Latin.

    Type in print sets a whole in italics. A plain text has none, and Korean letters are not set in italics: Korean
    print has marks instead.
    """
    if KOREAN.search(text) is None:
        return text
    return f"《{text}》" if north else f"『{text}』"


def inner_quotes(title: str) -> str:
    """A title as it stands in double quotation marks: its own become single ones."""
    return _STRAIGHT.sub(r"‘\1’", title.replace("“", "‘").replace("”", "’"))


def bare_host(record: Citation, name: str) -> bool:
    """Whether a serial's name needs no marks: it is a known one, or it stands between a title and a number.

    One with a comma in it needs them always.
    """
    if "," in name.partition("(")[0] or record.section:
        return False
    return look_up(name) is not None or bool(record.title and (record.volume or record.issue))


def quotes_title(record: Citation) -> bool:
    """Whether a Latin style puts the title in quotation marks: a part's, or an unpublished work's."""
    return record.type in _PART_TYPES or (record.type is None and bool(record.container_title))


def told_by_role(record: Citation, people: Sequence[str]) -> bool:
    """Whether only the word 저 shows that Korean names are a book's authors: it has no title."""
    titled = record.title or record.title_vernacular or record.container_title
    return not titled and record.type in ("book", None) and KOREAN.search(people[-1]) is not None


def place_cited(record: Citation) -> str:
    """The part of a work that is cited; one without a number in marks: 제3장, 「책머리에」; a law's preamble bare."""
    printed = clean(record.locator)
    numbered = any(character.isdigit() for character in printed) or KOREAN.search(printed) is None
    numbered = numbered or record.type == "legislation" or is_named_part(printed)
    return printed if numbered else f"「{printed}」"


def kind_word(record: Citation) -> str:
    """The word that tells a data set, where the record has no other word for its kind."""
    told = record.genre or _DATASET in (record.title or "").casefold()
    return _DATASET if record.type == "dataset" and not told else ""


def link(record: Citation) -> str:
    """The DOI, and the web address last."""
    return joined((figure("doi:", clean(record.doi)), clean(record.url)))


def korean_date(record: Citation) -> str:
    """주체102(2013)년 4월 15일, with the Juche year where the record has one."""
    if record.season and record.year is not None and KOREAN.search(record.season) is None:
        return f"{clean(record.season)} {record.year}"
    year = str(record.year) if record.year is not None else ""
    if record.juche_year is not None:
        year = f"주체{record.juche_year}({year})" if year else f"주체{record.juche_year}"
    parts = (
        figure("", year, "년"),
        clean(record.season),
        f"{record.month}월" if record.month else "",
        f"{record.day}일" if record.day else "",
    )
    return spaced(parts)


def law(work: View) -> str:
    """Body, session, kind and number: 최고인민회의 상임위원회 정령 제366호, UN Security Council Resolution 1718."""
    record = work.citation
    number, session = clean(record.number), clean(record.session)
    if number.isdigit() and not record.genre and not record.authority and KOREAN.search(record.title or ""):
        return f"의안번호 {number}"
    genre, authority = work.field("genre"), work.field("authority")
    if number and not _SYMBOL.fullmatch(number) and genre.original == genre.latin:
        number = f"제{number}호"
    elif number.isdigit() and _numbered_act(genre.latin, authority.latin):
        number = f"No. {number}"
    return spaced((authority.latin, session, genre.latin, number))


def _numbered_act(genre: str, authority: str) -> bool:
    """Whether an act in English stands with `No.` before its number: Decree No. 1140, but UN Security Council Resolution 1718."""
    kind = genre.rpartition(" ")[2].casefold()
    if genre.casefold() == "executive order" or (kind == "resolution" and authority.startswith(_UNITED_NATIONS)):
        return False
    return kind == "act" or kind in words("act_en")


def judgment(work: View) -> str:
    """대법원 2008. 4. 17. 선고 2003도758 전원합의체 판결: as courts cite, in any style."""
    record = work.citation
    date = " ".join(f"{part}." for part in (record.year, record.month, record.day) if part is not None)
    parts = (
        work.field("authority").latin,
        date,
        clean(record.event),
        clean(record.number),
        clean(record.section),
        work.field("genre").latin,
    )
    return spaced(parts)
