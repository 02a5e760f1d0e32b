"""The coded parts of a MARC record: leader, 008, RDA's content and carrier types, genres.

MARC 21 Format for Bibliographic Data, leader and 008; RDA 3.2, 3.3, 6.9 with the codes of the MARC value lists; genre terms of
LCGFT. A position of which nothing is known is `|`, no attempt to code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

import regex

from juche_toolkit.citation.journals import journal_key
from juche_toolkit.citation.model import Citation
from juche_toolkit.export.common import clean
from juche_toolkit.export.forms import View
from juche_toolkit.export.origin import side_of_place
from juche_toolkit.tables import packaged_text, read_rows

__all__ = ["GENRES", "carrier", "country", "fixed_008", "host_place", "leader"]

GENRES = {
    "thesis": "Academic theses",
    "paper-conference": "Conference papers and proceedings",
    "speech": "Speeches",
    "legislation": "Statutes and codes",
    "legal_case": "Court decisions and opinions",
    "dataset": "Data sets",
}
"""Genre terms of the Library of Congress (lcgft) for the types that have one."""

_SERIALS = frozenset({"article-journal", "article-newspaper", "article-magazine"})
_NOT_PRINTED = frozenset({"webpage", "dataset", "broadcast"})
_TELEVISION = regex.compile("(?i)텔레비|TV|티비|television|영화|film|video|비디오|유튜브|youtube")
_COUNTRIES = {"KP": "kn ", "KR": "ko "}
_TABLE = "countries.tsv"


def leader(work: View, *, isbd: bool = False) -> str:
    """The leader: new, UTF-8, abbreviated level (17 = 3), with (18 = i) or without ISBD punctuation (c).

    06 is `m` for a dataset, `g` for television and film, `i` for other broadcasts, else `a`; 07 is `a`, a component part,
    for what stands in a host, else `m`.
    """
    level = "a" if work.container else "m"
    return f"00000n{_kind(work.citation)}{level} a22000003{'i' if isbd else 'c'} 4500"


def _kind(record: Citation) -> str:
    """Leader/06."""
    if record.type == "dataset":
        return "m"
    if record.type != "broadcast":
        return "a"
    said = " ".join(text for text in (record.genre, record.container_title, record.publisher, record.title) if text)
    return "g" if _TELEVISION.search(said[:1000]) else "i"


@cache
def _cities() -> Mapping[str, str]:
    rows = read_rows(packaged_text("export", _TABLE).splitlines(), name=_TABLE)
    return MappingProxyType({journal_key(row["form"]): f"{row['country']:<3}" for _, row in rows})


def country(work: View) -> str:
    """008/15-17: the country of the place of publication; else kn North Korea, ko South Korea, xx unknown.

    A work in Korean with nothing that tells of the North counts as South Korean, as in the language tag.
    """
    place = clean(work.citation.place)[:200]
    side = side_of_place(place)
    if side is not None:
        return _COUNTRIES[side]
    for part in (place, *regex.split("[,:;/·(]", place)):
        if found := _cities().get(journal_key(part)):
            return found
    if work.side == "KP":
        return "kn "
    return "ko " if work.side == "KR" or work.language == "ko" else "xx "


def fixed_008(work: View, entered: date) -> str:
    """The 40 positions of 008: those of books, computer files (dataset), visual materials or sound recordings (broadcast).

    The year of a work that prints the Juche year alone is reckoned from it.
    """
    record = work.citation
    number = record.year
    if number is None and record.juche_year is not None:
        number = record.juche_year + 1911
    year = f"{number:04d}" if number is not None and 0 < number <= 9999 else ""
    if year and record.month and record.day:
        dates = f"e{year}{record.month:02d}{record.day:02d}"
    elif year and record.month:
        dates = f"e{year}{record.month:02d}  "
    else:
        dates = f"s{year}    " if year else "nuuuuuuuu"
    language = {"ko": "kor", "en": "eng", None: "und"}[work.language]
    return f"{entered:%y%m%d}{dates}{country(work)}{_material(record)}{language} d"


def _material(record: Citation) -> str:
    """008/18-34, by leader/06; of books: illustrations, audience, form, contents, government, conference … biography."""
    online = "o" if _is_online(record) else "|"
    kind = _kind(record)
    if kind == "m":
        return f"    |{online}  | |      "
    if kind == "g":
        return "||| |     ||   v|"
    if kind == "i":
        return f"||n||{online}|||||||| | "
    if record.type is not None and record.type not in _NOT_PRINTED and online == "|":
        online = " "
    contents = {"thesis": "m   ", "legislation": "l   ", "legal_case": "v   "}.get(record.type or "", "||||")
    meeting = "1" if record.type == "paper-conference" else "|"
    government = "f" if record.type in ("legislation", "legal_case") else "|"
    return f"|||||{online}{contents}{government}{meeting}|| ||"


def _is_online(record: Citation) -> bool:
    return bool(clean(record.url)) or record.type == "webpage"


def carrier(record: Citation) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """336, 337, 338: tag, and term, code and source.

    What is cited with an address is taken for an online resource, what isn't for print; of a dataset or broadcast without
    an address, neither medium nor carrier is known.
    """
    content = {
        "a": ("text", "txt"),
        "m": ("computer dataset", "cod"),
        "g": ("two-dimensional moving image", "tdi"),
        "i": ("spoken word", "spw"),
    }[_kind(record)]
    yield "336", (*content, "rdacontent")
    if _is_online(record):
        yield "337", ("computer", "c", "rdamedia")
        yield "338", ("online resource", "cr", "rdacarrier")
    elif record.type not in _NOT_PRINTED and record.type is not None:
        yield "337", ("unmediated", "n", "rdamedia")
        yield "338", ("volume", "nc", "rdacarrier")


def host_place(record: Citation) -> str:
    """773 $7: no main entry, what kind of thing the host is, and whether a serial, a monograph or a website.

    A station or a programme goes on as serials do.
    """
    if record.type in _SERIALS:
        return "nnas"
    if record.type == "broadcast":
        return f"nn{_kind(record)}s"
    return "nnai" if record.type == "webpage" else "nnam"
