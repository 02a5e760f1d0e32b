"""What a format should hold of a record, told apart from the writers' own code."""

from __future__ import annotations

import unicodedata

from juche_toolkit.citation.model import Citation
from juche_toolkit.export.origin import is_korean

from .fake import fake

KINDS = {
    "title": "title", "container_title": "title", "collection_title": "title",
    "publisher": "corporate", "authority": "corporate", "place": "place",
    "edition": "title",
}  # fmt: skip
BREAKS = "\t\n\r\x0b\x0c\x85\u2028\u2029"


def shown(text: str | None) -> str:
    """A text on one line, in NFC, without what no file can hold."""
    letters: list[str] = []
    for letter in text or "":
        if letter in BREAKS:
            if not letters or letters[-1] != "\n":
                letters.append("\n")
        elif (
            unicodedata.category(letter) in ("Cc", "Cs")
            or ord(letter) & 0xFFFE == 0xFFFE
            or "\ufdd0" <= letter <= "\ufdef"
        ):
            letters.append("\ufffd")
        else:
            letters.append(letter)
    return unicodedata.normalize("NFC", "".join(letters).replace("\n", " ").strip())


def latin(record: Citation, name: str, scheme: str = "38north") -> str:
    """The Latin form of a field: romanized where it is Korean, else as printed."""
    printed = shown(getattr(record, name))
    if not is_korean(printed, record):
        return printed
    return shown(fake(printed, scheme, KINDS.get(name, "text"))) or printed


def title(record: Citation, scheme: str = "38north") -> tuple[str, str]:
    """The title in Latin and as printed in Korean ("" where it isn't)."""
    printed, vernacular = shown(record.title), shown(record.title_vernacular)
    if printed and vernacular and not is_korean(printed, record):
        return printed, vernacular
    one = printed or vernacular
    if not is_korean(one, record):
        return one, ""
    return shown(fake(one, scheme, "title")) or one, one


def people(record: Citation, role: str) -> list[str]:
    """The printed names of a role that aren't empty."""
    return [text for name in getattr(record, role) if (text := shown(name))]


def exported(record: Citation) -> bool:
    """Whether a record says anything of a work."""
    silent = {"form", "resolves_to", "et_al", "lead_in", "pages", "locator", "type"}
    return any(name not in silent for name in record.to_dict())
