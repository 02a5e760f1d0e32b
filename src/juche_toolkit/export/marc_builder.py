"""MARC 21 bibliographic records: field by field as cataloguers of Korean make them.

Practice followed: MARC 21 Format for Bibliographic Data (Appendix A: linking; Appendix D: Model A, paired 880s), and
the PCC guidelines for minimally punctuated records (leader/18 = c, no ISBD punctuation between subfields).
"""

from __future__ import annotations

from datetime import date

from attrs import define, field

from juche_toolkit.adapters import pymarc
from juche_toolkit.adapters.pymarc import MarcField, MarcRecord
from juche_toolkit.export.common import cited_text, clean
from juche_toolkit.export.forms import Bilingual, Person, View
from juche_toolkit.export.marc_coded import GENRES, carrier, fixed_008, host_place, leader
from juche_toolkit.export.marc_isbd import punctuated
from juche_toolkit.export.marc_parts import (
    degree,
    divided_title,
    enumeration,
    isbn_subfield,
    nonfiling,
    volume_divided,
    without_hyphens,
)
from juche_toolkit.export.marc_responsibility import responsibility

__all__ = ["RecordBuilder"]

Subfields = list[tuple[str, str]]

_CITED_LONGEST = 2_000
"""Characters of the cited string that the note gives; a longer one is cut, and shows that it is."""

_LABELS = (
    ("locator", "Part cited"),
    ("section", "Section"),
    ("session", "Session"),
    ("number", "Number"),
    ("genre", "Genre"),
    ("event", "Event"),
)


@define
class RecordBuilder:
    """Gathers the fields of one record; 880s are numbered as their partners come and stand last."""

    work: View
    entered: date
    agency: str
    isbd: bool
    fields: list[MarcField] = field(factory=list)
    linked: list[MarcField] = field(factory=list)
    generated: list[str] = field(factory=list)

    def record(self, name: str) -> MarcRecord:
        work = self.work
        self._numbers()
        self._main_entry()
        self._title()
        self._edition()
        self._imprint()
        self._carrier()
        self._series_and_thesis()
        self._notes()
        self._added_entries()
        self._host()
        self._link()
        control = [MarcField("008", data=fixed_008(work, self.entered))]
        found = [
            *self.fields,
            *self._provenance(),
            *([MarcField("066", subfields=(("c", "$1"),))] if self.linked else []),
        ]
        fields = [*sorted(found, key=_order), *self.linked]
        if self.isbd:
            fields = [punctuated(field) for field in fields]
        return pymarc.make_record(leader(work, isbd=self.isbd), [*control, *fields], name=name)

    def add(self, tag: str, indicators: str, subfields: Subfields, original: Subfields | None = None) -> None:
        """A field; with `original`, its pair in Korean script too, in a linked 880."""
        if not original:
            self.fields.append(MarcField(tag, indicators, tuple(subfields)))
            return
        number = f"{len(self.linked) + 1:02d}"
        self.fields.append(MarcField(tag, indicators, (("6", f"880-{number}"), *subfields)))
        self.linked.append(MarcField("880", indicators, (("6", f"{tag}-{number}/$1"), *original)))

    def add_pair(
        self, tag: str, indicators: str, code: str, text: Bilingual, *, label: str = "", tail: Subfields | None = None
    ) -> None:
        """A field of one text in both scripts, behind a label."""
        after = tail or []
        original = [(code, label + text.original), *after] if text.original else None
        self.add(tag, indicators, [(code, label + text.latin), *after], original)
        if text.generated:
            self.generated.append(tag)

    def _numbers(self) -> None:
        record = self.work.citation
        if (isbn := clean(record.isbn)) and not self.work.container:
            self.add("020", "  ", [isbn_subfield(isbn, "a")])
        if doi := clean(record.doi):
            self.add("024", "7 ", [("a", doi), ("2", "doi")])
        self.add(
            "040",
            "  ",
            [
                *([("a", self.agency)] if self.agency else []),
                ("b", "eng"),
                ("e", "rda"),
                *([("c", self.agency)] if self.agency else []),
            ],
        )
        if self.work.language:
            self.add(
                "041", "1 " if record.translators else "0 ", [("a", "kor" if self.work.language == "ko" else "eng")]
            )

    def _main_entry(self) -> None:
        authors = self.work.of_role("authors")
        if authors:
            self._name(authors[0], "1", "author")
        elif authority := self.work.field("authority"):
            self.add_pair("110", "2 ", "a", authority)

    def _name(self, person: Person, block: str, role: str) -> None:
        """100/700 in comma form (first indicator 1; 0 for a name in its own order), 110/710 for a body."""
        tail: Subfields = [("e", role)] if role else []
        tag = block + ("10" if person.is_body else "00")
        latin = person.latin if person.is_body else self.work.heading(person)
        indicators = "2 " if person.is_body else "1 " if ", " in latin else "0 "
        self.add_pair(tag, indicators, "a", Bilingual(person.original, latin, person.generated), tail=tail)

    def _title(self) -> None:
        work = self.work
        title = work.title or self._supplied_title()
        has_entry = bool(work.of_role("authors") or work.field("authority"))
        first = "1" if has_entry else "0"
        latin, original = divided_title(title.latin, title.original)
        if (volume := clean(work.citation.volume)) and not work.container:
            latin.append(("n", volume))
            original += [("n", volume)] if original else []
        latin_names, korean_names = responsibility(work)
        latin += [("c", latin_names)] if latin_names else []
        original += [("c", korean_names)] if original and korean_names else []
        skipped = 0 if title.generated or work.language != "en" else nonfiling(title.latin)
        self.add("245", f"{first}{skipped}", latin, original)
        if title.generated:
            self.generated.append("245")
        if translated := clean(work.citation.translated_title):
            self.add("246", "1 ", [("i", "Translation of the title, as cited:"), ("a", translated)])

    def _supplied_title(self) -> Bilingual:
        """A title in brackets where none is printed: body, kind and number of a law, or that it isn't cited.

        A court's decision has its number before the kind (대법원 2003도758 판결), a decree behind it (정령 제366호).
        """
        work = self.work
        parts = [work.field(name) for name in ("authority", "genre") if work.field(name)]
        if not parts:
            return Bilingual(None, "[Title not cited]", False)
        number = work.field("number")
        if number and number.latin.isdecimal() and any(part.original for part in parts):
            number = work.bilingual(f"제{number.latin}호", "text")
        if number:
            parts.insert(1 if work.citation.type == "legal_case" else len(parts), number)
        latin = " ".join(part.latin for part in parts)
        if not any(part.original for part in parts):
            return Bilingual(None, f"[{latin}]", False)
        korean = " ".join(part.original or part.latin for part in parts)
        return Bilingual(f"[{korean}]", f"[{latin}]", True)

    def _edition(self) -> None:
        """250 for what stands alone; the edition of a part's host is in its 773."""
        if (edition := self.work.field("edition")) and not self.work.container:
            self.add_pair("250", "  ", "a", edition)

    def _imprint(self) -> None:
        """264 for what stands alone; the imprint and date of a part are its host's, in 773."""
        work = self.work
        if work.container:
            return
        place, publisher = work.field("place"), work.field("publisher")
        latin = [(code, text.latin) for code, text in (("a", place), ("b", publisher)) if text]
        original = [(code, text.original or text.latin) for code, text in (("a", place), ("b", publisher)) if text]
        dates = enumeration(work)
        if dates.date:
            latin.append(("c", dates.date))
            original.append(("c", dates.original_date or dates.date))
        if latin:
            in_korean = place.original or publisher.original or work.citation.juche_year is not None
            self.add("264", " 0" if work.citation.type == "thesis" else " 1", latin, original if in_korean else None)
        if place.generated or publisher.generated:
            self.generated.append("264")

    def _carrier(self) -> None:
        """336-338, RDA's content, media and carrier types, as far as the kind of work and an address tell them."""
        for tag, (term, code, source) in carrier(self.work.citation):
            self.add(tag, "  ", [("a", term), ("b", code), ("2", source)])

    def _series_and_thesis(self) -> None:
        work = self.work
        series = work.field("collection_title")
        if series:
            latin = [*volume_divided(series.latin)]
            self.add("490", "0 ", latin, [*volume_divided(series.original)] if series.original else None)
            if series.generated:
                self.generated.append("490")
        genre, school = work.field("genre"), work.field("publisher")
        if work.citation.type == "thesis" and (genre or school):
            texts = (("b", genre), ("c", school))
            year = [("d", str(work.citation.year))] if work.citation.year is not None else []
            original = [(code, text.original or text.latin) for code, text in texts if text]
            in_korean = bool(genre.original or school.original)
            latin = [
                (code, degree(text.latin, text.original) if code == "b" else text.latin) for code, text in texts if text
            ]
            self.add("502", "  ", latin + year, original + year if in_korean else None)
            if in_korean:
                self.generated.append("502")

    def _notes(self) -> None:
        work, record = self.work, self.work.citation
        if work.language == "ko":
            self.add("546", "  ", [("a", "In Korean")])
        for name, label in _LABELS:
            if (text := work.field(name)) and not (name == "genre" and record.type == "thesis"):
                self.add_pair("500", "  ", "a", text, label=f"{label}: ")
        if not work.container:
            for name, label in (("pages", "Pages cited"), ("issue", "Issue"), ("whole_number", "Whole number")):
                if printed := clean(getattr(record, name)):
                    self.add("500", "  ", [("a", f"{label}: {printed}")])
        if cited := cited_text(record):
            shown = cited if len(cited) <= _CITED_LONGEST else cited[:_CITED_LONGEST] + "…"
            self.add("500", "  ", [("a", f"Cited as: {shown}")])
        if term := GENRES.get(record.type or ""):
            self.add("655", " 7", [("a", term), ("2", "lcgft")])
        if kind := clean(record.type):
            self.add("655", " 7", [("a", kind), ("2", "local")])

    def _added_entries(self) -> None:
        work = self.work
        for person in work.of_role("authors")[1:]:
            self._name(person, "7", "author")
        for person in work.of_role("editors"):
            self._name(person, "7", "editor")
        for person in work.of_role("translators"):
            self._name(person, "7", "translator")
        if work.citation.type == "thesis" and (school := work.field("publisher")):
            self.add_pair("710", "2 ", "a", school, tail=[("e", "degree granting institution")])
        if work.of_role("authors") and (authority := work.field("authority")):
            self.add_pair("710", "2 ", "a", authority)

    def _host(self) -> None:
        """773: $t the host, $b its edition, $d its imprint, $g where in it, $q the same for machines, $7 what the host is.

        The year of a book's chapter is that of the book, and stands in $d.
        """
        work, record = self.work, self.work.citation
        if not work.container:
            return
        container = work.container
        if work.supplied_container:
            entry = work.supplied_container
            container = Bilingual(entry.hangul, work.host_title(entry), True)
        in_imprint = (
            host_place(record) == "nnam" and record.year is not None and not (record.month or clean(record.season))
        )
        parts = enumeration(work, dated=not in_imprint)
        latin: Subfields = [("7", host_place(record)), ("t", container.latin)]
        original: Subfields = [("7", host_place(record)), ("t", container.original or container.latin)]
        edition = work.field("edition")
        if edition:
            latin.append(("b", edition.latin))
            original.append(("b", edition.original or edition.latin))
        imprint = [work.field(name) for name in ("place", "publisher") if work.field(name)]
        if imprint or in_imprint:
            latin.append(("d", _imprint([text.latin for text in imprint], parts.date * in_imprint)))
            printed = [text.original or text.latin for text in imprint]
            original.append(("d", _imprint(printed, (parts.original_date or parts.date) * in_imprint)))
        if parts.display:
            latin.append(("g", parts.display))
            original.append(("g", parts.original_display or parts.display))
        if isbn := clean(record.isbn):
            latin.append(("z", without_hyphens(isbn)))
        if parts.machine:
            latin.append(("q", parts.machine))
        texts = (container, edition, *imprint)
        in_korean = any(text.original for text in texts)
        self.add("773", "0 ", latin, original if in_korean else None)
        if any(text.generated for text in texts):
            self.generated.append("773")

    def _link(self) -> None:
        record = self.work.citation
        if url := clean(record.url):
            accessed = clean(record.accessed)
            self.add("856", "40", [("u", url), *([("z", f"Accessed {accessed}")] if accessed else [])])

    def _provenance(self) -> list[MarcField]:
        work = self.work
        found = []
        if self.generated:
            tags = ", ".join(sorted(set(self.generated)))
            text = f"Romanization ({work.scheme}) generated by machine from the Korean in the linked 880 fields: {tags}"
            found.append(MarcField("500", "  ", (("a", text),)))
        if work.supplied_container:
            text = "Korean title of the host item supplied from a table of journals; its form as cited: "
            text += clean(work.citation.container_title)
            found.append(MarcField("500", "  ", (("a", text),)))
        process = "Record made by juche_toolkit from a citation"
        confidence = f"{min(max(work.citation.confidence, 0.0), 1.0):.2f}"
        found.append(
            MarcField("883", "0 ", (("a", process), ("c", confidence), ("d", self.entered.strftime("%Y%m%d"))))
        )
        return found


def _imprint(names: list[str], date: str) -> str:
    """Place, publisher and date as 773 $d has them."""
    return ", ".join(part for part in (" : ".join(names), date) if part)


def _order(made: MarcField) -> int:
    """Fields in the order of their tags; within 5XX, 7XX by hundreds, as they were made."""
    number = int(made.tag)
    return number // 100 * 100 if 500 <= number < 600 else number
