"""A citation seen for writing: each Korean text in its printed form and in Latin, and which of the two was printed.

What is printed and what the toolkit made are never mixed: a `Bilingual` says of its Latin whether it is `generated`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Literal

import regex
from attrs import frozen

from juche_toolkit.citation.journals import Authority
from juche_toolkit.citation.model import Citation, Name
from juche_toolkit.citation.names import read_names, script_of
from juche_toolkit.citation.words import ends_with
from juche_toolkit.export.common import Romanizer, clean, entry_of, has_content, romanizer_or_default, worked
from juche_toolkit.export.hosts import divided, is_spelling
from juche_toolkit.export.origin import Side, authority_of, is_korean, language, language_tag, side

__all__ = ["ROLES", "Bilingual", "Person", "Role", "View", "views"]

Role = Literal["authors", "editors", "translators"]
ROLES: tuple[Role, ...] = ("authors", "editors", "translators")

_OPENING = regex.compile("[《〈「『]")
_CLOSING = regex.compile("[》〉」』]")
_BEFORE_LETTER = regex.compile(r"[》〉」』](?=\p{L})")
_DOT = regex.compile(r"(?<=\p{L})·(?=\p{L})")

_KINDS = {
    "title": "title",
    "container_title": "title",
    "collection_title": "title",
    "publisher": "corporate",
    "authority": "corporate",
    "place": "place",
    "edition": "title",
}
"""Fields that are romanized, by the kind of text that they are."""


@frozen
class Bilingual:
    """One text: `original` in Korean script (None: none was printed), `latin`, and whether the Latin was generated."""

    original: str | None
    latin: str
    generated: bool

    def __bool__(self) -> bool:
        return bool(self.latin)


@frozen
class Person:
    """A name in both scripts. `family` and `given` are Latin, and there only where the split is certain.

    `family_first` says that the order of the Latin form must stay: a Korean name that no program may turn round.
    """

    role: Role
    printed: str
    original: str | None
    original_family: str | None
    original_given: str | None
    latin: str
    family: str | None
    given: str | None
    generated: bool
    is_body: bool
    family_first: bool

    @property
    def comma_form(self) -> str:
        """`Family, Given` where the split is certain, else the name in its own order."""
        return f"{self.family}, {self.given}" if self.family and self.given else self.latin

    @property
    def natural_form(self) -> str:
        """The name as one says it: a Korean one family name first, `Kim, Minsu` of a Korean work without the comma."""
        if not self.family or not self.given:
            return self.latin
        return f"{self.family} {self.given}" if self.family_first else f"{self.given} {self.family}"


@frozen(slots=False)
class View:
    """A citation with the forms that the writers choose from; texts are cleaned, what isn't known is empty."""

    citation: Citation
    scheme: str
    romanizer: Romanizer

    @cached_property
    def side(self) -> Side | None:
        return side(self.citation)

    @cached_property
    def language(self) -> Literal["ko", "en"] | None:
        return language(self.citation)

    @cached_property
    def language_tag(self) -> str | None:
        return language_tag(self.citation)

    def romanized(self, text: str, kind: str) -> str:
        """A text in the scheme asked for; in ALA-LC, brackets that quote are quotation marks, a centre dot a comma."""
        latin = clean(self.romanizer(text, self.scheme, kind))
        if self.scheme != "ala-lc":
            return latin
        latin = _OPENING.sub('"', _CLOSING.sub('"', _BEFORE_LETTER.sub('" ', latin)))
        return str(_DOT.sub(", ", latin))

    def field(self, name: str) -> Bilingual:
        """A text field in both forms."""
        if name not in self._fields:
            self._fields[name] = self.bilingual(clean(getattr(self.citation, name)), _KINDS.get(name, "text"))
        return self._fields[name]

    @cached_property
    def _fields(self) -> dict[str, Bilingual]:
        return {}

    def bilingual(self, printed: str, kind: str) -> Bilingual:
        """A cleaned text in both forms."""
        if not is_korean(printed, self.citation):
            return Bilingual(None, printed, False)
        return Bilingual(printed, self.romanized(printed, kind) or printed, True)

    @cached_property
    def title(self) -> Bilingual:
        """The title; one printed in both scripts has both forms printed and none generated."""
        title, vernacular = clean(self.citation.title), clean(self.citation.title_vernacular)
        if title and vernacular and not is_korean(title, self.citation):
            return Bilingual(vernacular, title, False)
        return self.bilingual(title or vernacular, "title")

    @cached_property
    def container(self) -> Bilingual:
        """The container; one that the journals' table knows has its words divided as there, where the scheme divides."""
        found = self.field("container_title")
        entry = authority_of(found.original)
        if entry is None or entry.hangul != found.original:
            return found
        return Bilingual(found.original, self.host_title(entry), True)

    @cached_property
    def supplied_container(self) -> Authority | None:
        """The entry of the journals' table for a container printed in Latin; None where it isn't sure.

        Only where the printed form is a romanization of the entry's Korean title, not a translation of it.
        """
        printed = clean(self.citation.container_title)
        entry = authority_of(printed) if printed and self.container.original is None else None
        return entry if entry is not None and is_spelling(printed, entry, self.romanizer) else None

    def host_title(self, entry: Authority) -> str:
        """The Latin of a journal's Korean title; ALA-LC divides its words."""
        return self.romanized(divided(entry, self.romanizer) if self.scheme == "ala-lc" else entry.hangul, "title")

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Authors, editors and translators, in this order."""
        return tuple(
            self._person(role, name) for role in ROLES for name in _names(self.citation, role) if clean(name.printed)
        )

    def of_role(self, role: Role) -> tuple[Person, ...]:
        """The people of one role."""
        return tuple(person for person in self.people if person.role == role)

    def heading(self, person: Person) -> str:
        """A person as a catalogue enters it: one that the parser left whole is divided where its Latin has one way to be."""
        if person.original is None or (person.family and person.given):
            return person.comma_form
        entered = entry_of(person.original, self.scheme)
        return entered if entered.replace(", ", " ", 1) == person.latin else person.latin

    def _person(self, role: Role, name: Name) -> Person:
        printed = clean(name.printed)
        family, given = clean(name.family) or None, clean(name.given) or None
        is_body = family is None and (ends_with(printed, "body_end") or ends_with(printed, "press_end"))
        if is_korean(printed, self.citation):
            latin = self.romanized(printed, "corporate" if is_body else "name") or printed
            first, _, rest = latin.partition(" ")
            split = bool(family and given and first and rest)
            return Person(
                role, printed, printed, family, given, latin, first if split else None, rest if split else None,
                generated=True, is_body=is_body, family_first=True,
            )  # fmt: skip
        if name.script == "hanja":  # 朴趾源 is written as printed, whatever the language of the work
            family = given = None
        family_first = bool(family and given) and (
            self.language == "ko" if "," in printed else printed.startswith(f"{family} ")
        )
        return Person(
            role, printed, None, None, None, printed, family, given,
            generated=False, is_body=is_body, family_first=family_first,
        )  # fmt: skip

    @cached_property
    def generated(self) -> tuple[str, ...]:
        """The fields whose Latin form was generated, in the record's names."""
        found: list[str] = [role for role in ROLES if any(person.generated for person in self.of_role(role))]
        if self.title.generated:
            found.append("title")
        return (*found, *(name for name in _KINDS if name != "title" and self.field(name).generated))

    @cached_property
    def originals(self) -> dict[str, str]:
        """The printed Korean of each text field that has one."""
        found = {name: self.field(name).original for name in _KINDS}
        found["title"] = self.title.original
        return {name: text for name, text in found.items() if text}


def _names(citation: Citation, role: Role) -> list[Name]:
    """The structured names of a role; a printed one that the parser didn't split is read here."""
    known = {name.printed: name for name in citation.names.get(role, ())}
    return [known.get(printed) or _read(printed) for printed in getattr(citation, role)]


def _read(printed: str) -> Name:
    people = read_names(printed, 0, len(printed)) if len(printed) < 100 else None
    if people is not None and len(people.persons) == 1 and people.role is None and not people.et_al:
        person = people.persons[0]
        if (person.start, person.end) == (0, len(printed)):
            return Name(printed, person.family, person.given, person.script)
    script = script_of(printed)
    family, comma, given = printed.partition(",")
    if comma and script == "latin" and "," not in given and family.strip() and given.strip():
        return Name(printed, family.strip(), given.strip(), script)
    return Name(printed, script=script)


def views(
    citations: Iterable[Citation] | Citation,
    *,
    scheme: str,
    resolved: bool,
    distinct: bool,
    romanizer: Romanizer | None,
) -> list[View]:
    """The works among the citations, seen for writing, but those that say nothing of a work (an unresolved Ibid.)."""
    chosen = romanizer_or_default(romanizer)
    found = worked(citations, resolved=resolved, distinct=distinct)
    return [View(citation, scheme, chosen) for citation in found if has_content(citation)]
