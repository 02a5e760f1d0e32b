"""Parts that the styles of notes share: names, titles with their second script, links, laws and judgments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from juche_toolkit.citation.archives import is_archive
from juche_toolkit.citation.journals import look_up
from juche_toolkit.citation.kinds import SERIES
from juche_toolkit.citation.model import Citation
from juche_toolkit.citation.parts import is_named_part
from juche_toolkit.citation.words import KOREAN, folded, words
from juche_toolkit.export.common import clean
from juche_toolkit.export.forms import Person, Role, View

__all__ = [
    "bare_host",
    "cites_part_of_issue",
    "figure",
    "hanja_volume",
    "in_hanja",
    "inner_quotes",
    "joined",
    "judgment",
    "kept_in_archive",
    "kind_word",
    "korean_date",
    "law",
    "link",
    "made_at_occasion",
    "marks",
    "names",
    "occasion",
    "quotes_title",
    "second_titles",
    "signature",
    "spaced",
    "untold_series",
]  # fmt: skip

_PART_TYPES = frozenset(
    {
        "article-journal", "article-newspaper", "article-magazine", "chapter", "paper-conference", "webpage", "thesis",
        "speech", "broadcast", "report", "dataset",
    }
)  # fmt: skip
"""Types whose title stands in quotation marks in a Latin style: parts, and what no publishing house has put out."""

_DATASET = "dataset"
_SENT = ("서한", "편지", "축하문", "답전", "축전")
"""What is sent to people and not made with them."""
_MEETINGS = ("Congress", "Assembly", "Conference", "Plenum", "Session", "Meeting", "Summit", "Forum", "Council")
_ORDINAL = regex.compile(
    r"\d{1,3}(?:st|nd|rd|th)\s|(?:Twenty-)?(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|[A-Z][a-z]+teenth)\s"
)
_UNITED_NATIONS = ("UN", "U.N.", "United Nations")
_STRAIGHT = regex.compile(r'"([^"]*)"')
_SYMBOL = regex.compile(r"[ASE]/.*")
_HANGUL = regex.compile(r"\p{Hangul}")
_HANJA_NUMBER = regex.compile("[一二三四五六七八九十百]+")
_BILL = regex.compile(r"안(?:\s?\([^()]*\))?$")
"""What the title of a bill ends with: 북한인권법안(대안)."""


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


def cites_part_of_issue(record: Citation) -> bool:
    """Whether a part of an issue without a number is cited, its cover or preface, and no article: 제4호 표지."""
    return bool(record.container_title and not record.title) and is_named_part(clean(record.locator))


def untold_series(record: Citation) -> bool:
    """Whether nothing but its place tells a series without a number: from a Latin title, which is bare as it is, or from
    what a title in quotation marks stands in.

    It then stands in the bracket of the imprint: `Notes on the Plan (Critical Asian Scholarship, Lanham: …)`.
    """
    series = clean(record.collection_title)
    titled = clean(record.title)
    if not series or not titled or (not quotes_title(record) and KOREAN.search(titled + series) is not None):
        return False
    return SERIES.search(series) is None and not any(character.isdigit() for character in series)


def kept_in_archive(record: Citation) -> bool:
    """Whether a document is known by its signature in an archive: `“…,” May 5, 1970, RG 59, National Archives`."""
    return bool(record.title and record.number and not record.genre) and is_archive(clean(record.publisher))


def signature(record: Citation) -> str:
    """Archive and signature; behind the signature, the archive with its place: `RG 59, National Archives, College Park, MD`."""
    number, archive, place = clean(record.number), clean(record.publisher), clean(record.place)
    return joined((number, archive, place) if place else (archive, number))


def in_hanja(volume: str) -> bool:
    """Whether a volume is printed in hanja: 下, 四, 補卷."""
    return bool(volume) and KOREAN.search(volume) is not None and _HANGUL.search(volume) is None


def hanja_volume(volume: str) -> str:
    """A volume in hanja as notes print it: 下, 卷四, 補卷."""
    return f"卷{volume}" if _HANJA_NUMBER.fullmatch(volume) else volume


def bare_host(record: Citation, name: str) -> bool:
    """Whether a serial's name needs no marks: it is a known one, or it stands between a title and a number.

    One with a comma in it needs them always, and one that is the word for a kind of report too: 『이슈브리프』.
    """
    if "," in name.partition("(")[0] or record.section or cites_part_of_issue(record) or folded(name) in words("genre"):
        return False
    if not record.title and any(folded(name) in words(kind) for kind in ("agency", "broadcast")):
        return True
    return look_up(name) is not None or bool(record.title and (record.volume or record.issue))


def quotes_title(record: Citation) -> bool:
    """Whether a Latin style puts the title in quotation marks: a part's, or an unpublished work's."""
    placed = record.publisher or record.place or record.year or record.volume or record.url
    untold = record.type is None and (bool(record.container_title) or (bool(record.authors) and not placed))
    return record.type in _PART_TYPES or untold


def occasion(genre: str, event: str) -> str:
    """조선로동당 제8차대회에서 한 보고 · 책임일군들과 한 담화 · report at the Eighth Congress of the WPK"""
    if not event:
        return genre
    if KOREAN.search(event) is None:
        return f"{genre or 'speech'} at {'the ' if _named_with_article(event) else ''}{event}"
    if not event.endswith("들"):
        return f"{event}에서 한 {genre or '연설'}"
    return f"{event}에게 보낸 {genre}" if genre.endswith(_SENT) else f"{event}과 한 {genre or '담화'}"


def _named_with_article(event: str) -> bool:
    """Whether English has an article before the name of an occasion: the Eighth Congress, the Third Plenum."""
    return not event.startswith("the ") and (_ORDINAL.match(event) is not None or event.endswith(_MEETINGS))


def made_at_occasion(record: Citation) -> bool:
    """Whether a work was made at an occasion: a speech, or a book that says it is one."""
    spoken = words("genre").get(folded(clean(record.genre))) == "speech"
    return record.type == "speech" or bool(record.event and spoken)


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
    genre, authority = work.field("genre"), work.field("authority")
    bill = not record.authority or _BILL.search(clean(record.title)) is not None
    if number.isdigit() and not record.genre and bill and KOREAN.search(record.title or ""):
        return spaced((authority.latin, f"의안번호 {number}"))
    act = genre.latin or authority.latin
    if number and not _SYMBOL.fullmatch(number) and KOREAN.search(act):
        number = f"제{number}호" if _HANGUL.search(act) else f"第{number}號"
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
