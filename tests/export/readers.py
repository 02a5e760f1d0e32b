"""Records read back out of each format by readers that others wrote, field by field as docs/records.md names them.

A name comes back as the set of forms in which it may have been printed; a Korean one has one form alone.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from typing import Any

import bibtexparser
import pymarc
import regex
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware, NameParts, SeparateCoAuthors, SplitNameParts

from juche_toolkit import Citation, romanize
from juche_toolkit.export import (
    to_biblatex,
    to_bibtex,
    to_csl,
    to_csv,
    to_json,
    to_jsonl,
    to_marcxml,
    to_mrc,
    to_mrk,
    to_ris,
)

Record = dict[str, Any]
ROLES = ("authors", "editors", "translators")
NUMBERS = ("year", "month", "day", "juche_year")
HANGUL = regex.compile(r"\p{Hangul}")


def forms(family: str, given: str) -> frozenset[str]:
    """A Western name in its parts: how it may have been printed."""
    return frozenset((f"{given} {family}", f"{family}, {given}"))


def whole(name: str) -> frozenset[str]:
    """A name in one part: as it stands, or with the comma that a Korean one loses."""
    first, _, rest = name.partition(" ")
    return frozenset((name, f"{first}, {rest}" if rest else name))


def korean_first(latin: list[frozenset[str]], korean: list[str], scheme: str) -> list[frozenset[str]]:
    """The printed Korean names put where their romanization stands among the others."""
    found = list(latin)
    for name in korean:
        wanted = romanize(name, scheme, kind="name")
        place = next(number for number, one in enumerate(found) if any(wanted == form.replace(",", "") for form in one))
        found[place] = frozenset((name,))
    return found


def labelled(notes: Iterable[str], label: str) -> str | None:
    """What stands behind a label in the first note that has it."""
    return next((note.removeprefix(label) for note in notes if note.startswith(label)), None)


def kept(record: Record) -> Record:
    return {name: value for name, value in record.items() if value not in (None, "", [], ())}


def _json(works: list[Citation]) -> list[Record]:
    return list(json.loads(to_json(works)))


def _jsonl(works: list[Citation]) -> list[Record]:
    return [json.loads(line) for line in to_jsonl(works).splitlines()]


def _csv(works: list[Citation]) -> list[Record]:
    found = []
    for row in csv.DictReader(io.StringIO(to_csv(works))):
        record: Record = {name: text for name, text in row.items() if text and not name.startswith("generated")}
        for name in ("cited_as", "confidence", "problems"):
            record.pop(name, None)
        for name in NUMBERS:
            if name in record:
                record[name] = int(record[name])
        for name in ROLES:
            if name in record:
                record[name] = [frozenset((one,)) for one in record[name].split("; ")]
        if "et_al" in record:
            record["et_al"] = record["et_al"] == "True"
        found.append(record)
    return found


CSL_TEXTS = {
    "container-title": "container_title", "collection-title": "collection_title", "publisher": "publisher",
    "publisher-place": "place", "authority": "authority", "volume": "volume", "issue": "issue", "page": "pages",
    "number": "number", "section": "section", "URL": "url", "DOI": "doi", "ISBN": "isbn", "genre": "genre",
    "event-title": "event", "title": "title", "edition": "edition",
}  # fmt: skip


def _csl(works: list[Citation]) -> list[Record]:
    return [_csl_record({key: value for key, value in item.items() if key != "custom"}) for item in to_csl(works)]


def _csl_record(item: dict[str, Any]) -> Record:
    notes = str(item.get("note", "")).split("\n")
    made = (labelled(notes, "Romanization (38north) generated: ") or "").split(", ")
    record: Record = {"type": item["type"], **{name: item.get(key) for key, name in CSL_TEXTS.items()}}
    for key, name in CSL_TEXTS.items():
        original = labelled(notes, f"cne-{key}-original: ")
        if name in made:
            record[name] = original
        elif name == "title" and original:
            record["title_vernacular"] = original
    record["translated_title"] = labelled(notes, "cne-title-english: ")
    number = 0
    for role, key in (("authors", "author"), ("editors", "editor"), ("translators", "translator")):
        names = []
        for name in item.get(key, ()):
            last = labelled(notes, f"cne-creator-{number}-last-original: ")
            first = labelled(notes, f"cne-creator-{number}-first-original: ") or ""
            printed = frozenset((last + first,)) if last else None
            names.append(
                printed or (whole(name["literal"]) if "literal" in name else forms(name["family"], name["given"]))
            )
            number += 1
        record[role] = names
    parts = item.get("issued", {}).get("date-parts", [[]])[0]
    record |= dict(zip(("year", "month", "day"), parts, strict=False))
    record["season"] = {1: "봄"}.get(item.get("issued", {}).get("season"))
    if "accessed" in item:
        record["accessed"] = "-".join(f"{part:02d}" for part in item["accessed"]["date-parts"][0])
    juche = labelled(notes, "Juche ")
    record["juche_year"] = int(juche) if juche else None
    record["whole_number"] = labelled(notes, "Whole number ")
    record["locator"], record["session"] = labelled(notes, "Locator: "), labelled(notes, "Session: ")
    record["et_al"] = "Further authors: not named" in notes or None
    return kept(record)


BIB_TEXTS = {
    "volume": "volume", "eventtitle": "event", "isbn": "isbn", "urldate": "accessed", "usere": "translated_title",
    "type": "genre", "issue": "season", "series": "collection_title", "title": "title",
    "edition": "edition",
}  # fmt: skip
BIB_TYPES = {
    "article": "article-journal", "book": "book", "incollection": "chapter", "thesis": "thesis", "report": "report",
    "inproceedings": "paper-conference", "online": "webpage", "legislation": "legislation",
    "jurisdiction": "legal_case", "dataset": "dataset", "phdthesis": "thesis", "mastersthesis": "thesis",
    "techreport": "report",
}  # fmt: skip
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _bib(write: Callable[..., str]) -> Callable[[list[Citation]], list[Record]]:
    def read(works: list[Citation]) -> list[Record]:
        text = write(works)
        plain = bibtexparser.parse_string(text)
        decoded = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
        named = bibtexparser.parse_string(text, append_middleware=[SeparateCoAuthors(), SplitNameParts()])
        assert not decoded.failed_blocks
        return [_bib_record(*entries) for entries in zip(decoded.entries, plain.entries, named.entries, strict=True)]

    return read


def _bib_record(entry: Any, plain: Any, named: Any) -> Record:
    def text(*names: str) -> str | None:
        return next((str(entry.fields_dict[name].value) for name in names if name in entry.fields_dict), None)

    notes = (text("note") or "").split("; ")
    made = (text("keywords") or "").split(", ")
    kind = text("entrysubtype")
    subtypes = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
    record: Record = {name: text(field) for field, name in BIB_TEXTS.items()}
    record["type"] = subtypes.get(kind or "", kind) or BIB_TYPES.get(entry.entry_type)
    record["container_title"] = text(
        "journaltitle", "journal", "booktitle", "maintitle", "organization", "howpublished"
    )
    record["publisher"] = text("publisher", "institution", "school")
    record["place"] = text("location", "address")
    record["authority"] = labelled(notes, "issued by ")
    originals = {"container_title": "in Korean: ", "collection_title": "series: ", "publisher": "publisher: ",
                 "place": "place: ", "edition": "edition: ", "authority": "body: "}  # fmt: skip
    for name, label in originals.items():
        if f"generated-{name.replace('_', '-')}" in made:
            record[name] = labelled(notes, label)
    if text("titleaddon"):
        record["title" if "generated-title" in made else "title_vernacular"] = text("titleaddon")
    record["pages"] = (text("pages") or "").replace("–", "-")
    kinds_with_number = ("legislation", "legal_case", "report", "speech", "dataset")
    record["number" if record["type"] in kinds_with_number else "issue"] = text("number")
    for name in ("url", "doi"):
        record[name] = str(plain.fields_dict[name].value) if name in plain.fields_dict else None
    date = (text("date") or text("year") or "").split("-")
    record |= {name: int(part) for name, part in zip(("year", "month", "day"), date, strict=False) if part}
    if (record.get("month") or 0) > 12:
        del record["month"]  # a season
    if month := text("month"):
        record["month"] = MONTHS.index(month) + 1
    juche = labelled(notes, "Juche ")
    record["juche_year"] = int(juche) if juche else None
    for name, label in (("whole_number", "whole no. "), ("locator", "locator: "), ("section", "section "),
                        ("session", "session: ")):  # fmt: skip
        record[name] = labelled(notes, label)
    printed = {"authors": (text("nameaddon") or "").split("; "), **{
        role: [note.removeprefix(f"{role}: ") for note in notes if note.startswith(f"{role}: ")] for role in ROLES[1:]
    }}  # fmt: skip
    for role, field in (("authors", "author"), ("editors", "editor"), ("translators", "translator")):
        parts = list(named.fields_dict[field].value) if field in named.fields_dict else []
        if parts and parts[-1].last == ["others"]:
            record["et_al"] = True
            parts.pop()
        record[role] = korean_first(
            [_bib_name(part) for part in parts], [one for one in printed[role] if one], "38north"
        )
    return kept(record)


def _bib_name(parts: NameParts) -> frozenset[str]:
    if parts.first:
        return forms(" ".join(parts.last), " ".join(parts.first))
    (name,) = parts.last
    return whole(name.removeprefix("{").removesuffix("}"))


RIS_TEXTS = {
    "volume": "volume", "number": "issue", "note": "number", "section": "section", "type_of_work": "genre",
    "doi": "doi", "issn": "isbn", "translated_title": "translated_title", "secondary_title": "container_title",
    "tertiary_title": "collection_title", "publisher": "publisher", "place_published": "place", "title": "title",
    "edition": "edition",
}  # fmt: skip
RIS_TYPES = {
    "JOUR": "article-journal", "NEWS": "article-newspaper", "MGZN": "article-magazine", "BOOK": "book",
    "CHAP": "chapter", "THES": "thesis", "RPRT": "report", "CPAPER": "paper-conference", "ELEC": "webpage",
    "STAT": "legislation", "CASE": "legal_case", "MPCT": "broadcast", "DATA": "dataset",
}  # fmt: skip


def _ris(works: list[Citation]) -> list[Record]:
    return [_ris_record(item) for item in rispy.loads(to_ris(works), delimiter_tags_mapping={})]


def _ris_record(item: dict[str, Any]) -> Record:
    notes = item.get("notes", [])
    made = (labelled(notes, "Romanization (38north) generated: ") or "").split(", ")
    record: Record = {name: item.get(key) for key, name in RIS_TEXTS.items()}
    record["type"] = RIS_TYPES.get(item["type_of_reference"]) or labelled(notes, "Type: ")
    record["authority"] = labelled(notes, "Issued by: ")
    for name, label in (("title", "Title"), ("container_title", "Container"), ("collection_title", "Series"),
                        ("publisher", "Publisher"), ("place", "Place"), ("edition", "Edition"), ("authority", "Body")):  # fmt: skip
        original = labelled(notes, f"{label} in Korean: ")
        if name in made:
            record[name] = original
        elif name == "title" and original:
            record["title_vernacular"] = original
    record["pages"] = "-".join(part for part in (item.get("start_page"), item.get("end_page")) if part)
    record["url"] = "".join(item.get("urls", ()))
    record["year"] = int(item["year"]) if item.get("year") else None
    date = item.get("date", "").split("/")
    record |= {name: int(part) for name, part in zip(("month", "day"), date[1:3], strict=False) if part}
    record["season"] = date[3] if len(date) > 3 else None
    record["accessed"] = item.get("access_date", "").strip("/").replace("/", "-")
    juche = labelled(notes, "Juche year: ")
    record["juche_year"] = int(juche) if juche else None
    for name, label in (("whole_number", "Whole number: "), ("locator", "Locator: "), ("session", "Session: "),
                        ("event", "Event: ")):  # fmt: skip
        record[name] = labelled(notes, label)
    record["et_al"] = "Further authors: not named" in notes or None
    for role, key in (("authors", "authors"), ("editors", "secondary_authors"), ("translators", "subsidiary_authors")):
        latin = [forms(*name.split(", ", 1)) if ", " in name else whole(name) for name in item.get(key, ())]
        label = f"{role[:-1].capitalize()} in Korean: "
        korean = [note.removeprefix(label) for note in notes if note.startswith(label)]
        record[role] = korean_first(
            [one | {form.replace(", ", " ") for form in one} for one in latin], korean, "38north"
        )
    return kept(record)


def _marc(
    reading: Callable[[list[Citation]], Iterable[pymarc.Record | None]],
) -> Callable[[list[Citation]], list[Record]]:
    def read(works: list[Citation]) -> list[Record]:
        found = list(reading(works))
        assert all(record is not None for record in found)
        return [_marc_record(record) for record in found if record is not None]

    return read


def _value(text: str | None) -> str | None:
    """MARCMaker's mnemonics, which pymarc leaves, as the characters they stand for."""
    for mnemonic, character in (("{dollar}", "$"), ("{lcub}", "{"), ("{rcub}", "}"), ("{bsol}", "\\")):
        text = text.replace(mnemonic, character) if text else text
    return text


def _marc_record(made: pymarc.Record) -> Record:
    def printed(field: pymarc.Field) -> pymarc.Field:
        """The field in Korean script where it has one."""
        if "6" not in field:
            return field
        links = [one for one in made.get_fields("880") if one["6"].startswith(f"{field.tag}-{field['6'][4:6]}")]
        (partner,) = links
        return partner

    def of(tag: str, code: str, *, original: bool = True) -> str | None:
        for field in made.get_fields(tag):
            return _value((printed(field) if original else field).get(code))
        return None

    def title(field: pymarc.Field) -> str:
        return ": ".join(str(_value(field.get(code))) for code in "ab" if code in field)

    notes = [str(_value(printed(field).get("a"))) for field in made.get_fields("500")]
    supplied = labelled(notes, "Korean title of the host item supplied from a table of journals; its form as cited: ")
    generated = labelled(notes, "Romanization (ala-lc) generated by machine from the Korean in the linked 880 fields: ")
    record: Record = {"type": next(str(field["a"]) for field in made.get_fields("655") if field["2"] == "local")}
    (main,) = made.get_fields("245")
    record["title"] = title(printed(main))
    if "6" in main and "245" not in (generated or "").split(", "):
        record |= {"title": title(main), "title_vernacular": title(printed(main))}
    if record["title"].startswith("["):
        del record["title"]
    record["et_al"] = "[and others]" in str(main.get("c")) or None
    record["volume"] = of("245", "n")
    record["translated_title"] = of("246", "a")
    record["collection_title"] = " ".join(part for code in "av" if (part := of("490", code)))
    record |= {"isbn": of("020", "a") or of("773", "z", original=False), "doi": of("024", "a")}
    record["edition"] = of("250", "a")
    record |= {"place": of("264", "a"), "publisher": of("264", "b"), "genre": of("502", "b"), "url": of("856", "u")}
    record["accessed"] = (of("856", "z") or "").removeprefix("Accessed ")
    for name, label in (("locator", "Part cited: "), ("section", "Section: "), ("session", "Session: "), ("number", "Number: "),
                        ("event", "Event: "), ("pages", "Pages cited: "), ("issue", "Issue: "),
                        ("whole_number", "Whole number: ")):  # fmt: skip
        record[name] = labelled(notes, label)
    record["genre"] = record["genre"] or labelled(notes, "Genre: ")
    fixed = made["008"].data
    dates = [fixed[7:11], *((fixed[11:13], fixed[13:15]) if fixed[6] == "e" else ())]
    record |= {
        name: int(part) for name, part in zip(("year", "month", "day"), dates, strict=False) if part.strip("\\ ")
    }
    juche = next(
        (
            match
            for tag, code in (("264", "c"), ("773", "g"), ("773", "d"))
            if (match := regex.search(r"주체(\d+)", of(tag, code) or ""))
        ),
        None,
    )
    record["juche_year"] = int(juche[1]) if juche else None
    for host in made.get_fields("773"):
        record |= _marc_host(host, printed(host))
        record["container_title"] = supplied or record["container_title"]
    for role, tags, relator in (
        ("authors", ("100", "110", "700", "710"), "author"), ("editors", ("700", "710"), "editor"),
        ("translators", ("700", "710"), "translator"),
    ):  # fmt: skip
        found = [field for tag in tags for field in made.get_fields(tag) if field.get("e") == relator]
        record[role] = [_marc_name(field, printed(field)) for field in found]
    bodies = [field for tag in ("110", "710") for field in made.get_fields(tag) if "e" not in field]
    record["authority"] = _value(printed(bodies[0]).get("a")) if bodies else None
    return kept(record)


def _marc_name(field: pymarc.Field, printed: pymarc.Field) -> frozenset[str]:
    name = str(_value(printed.get("a")))
    return frozenset((name,)) if printed is not field or ", " not in name else forms(*name.split(", ", 1))


def _marc_host(field: pymarc.Field, printed: pymarc.Field) -> Record:
    where, there = str(field.get("g") or ""), str(printed.get("g") or "")
    found: Record = {"container_title": _value(printed.get("t")), "edition": _value(printed.get("b"))}
    for name, pattern in (("volume", r"\bvol\. ([^,(]+?)(?=,| \(|$)"), ("issue", r"(?<!whole )no\. ([^,(]+?)(?=,| \(|$)"),
                          ("whole_number", r"whole no\. ([^,]+)"), ("pages", r"\bp\. (.+)$")):  # fmt: skip
        match = regex.search(pattern, where)
        found[name] = match[1] if match else None
    found["season"] = next((season for season in ("봄",) if season in there), None)
    dated = regex.compile(r"(?:^|, )(?:\d{1,4}|주체\d+\(\d+\)|주체\d+)$")
    imprint = dated.sub("", str(_value(printed.get("d")) or "")).split(" : ")
    if imprint[-1]:
        found["publisher"] = imprint[-1]
        found["place"] = imprint[0] if len(imprint) > 1 else None
    return found


READERS: dict[str, Callable[[list[Citation]], list[Record]]] = {
    "JSON": _json,
    "JSON Lines": _jsonl,
    "CSV": _csv,
    "CSL-JSON": _csl,
    "BibLaTeX": _bib(to_biblatex),
    "BibTeX": _bib(to_bibtex),
    "RIS": _ris,
    "MARC 21": _marc(lambda works: pymarc.MARCReader(to_mrc(works), utf8_handling="strict")),
    "MARCMaker": _marc(lambda works: pymarc.MARCMakerReader(to_mrk(works))),
    "MARCXML": _marc(lambda works: pymarc.parse_xml_to_array(io.BytesIO(to_marcxml(works).encode()))),
}
