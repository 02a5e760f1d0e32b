"""The CSL-data schema 1.0.2 (csl-data.json of the CSL project) written down: types, variables, names, dates.

Every property that isn't named here is refused, as there.
"""

from __future__ import annotations


def _words(text: str) -> list[str]:
    return text.split()


_TYPES = _words(
    """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
    dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case
    legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance
    periodical personal_communication post post-weblog regulation report review review-book software song speech
    standard thesis treaty webpage
    """
)

_NAMES = _words(
    """
    author chair collection-editor compiler composer container-author contributor curator director editor
    editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author
    performer producer recipient reviewed-author script-writer series-creator translator
    """
)

_DATES = _words("accessed available-date event-date issued original-date submitted")

_STRINGS = _words(
    """
    language journalAbbreviation shortTitle abstract annote archive archive_collection archive_location
    archive-place authority call-number citation-key citation-label collection-title container-title container-title-short
    dimensions division DOI event event-title event-place genre ISBN ISSN jurisdiction keyword medium note
    original-publisher original-publisher-place original-title part-title PMCID PMID publisher publisher-place
    references reviewed-genre reviewed-title scale section source status title title-short URL version
    volume-title volume-title-short year-suffix
    """
)

_NUMBERS = _words(
    """
    chapter-number citation-number collection-number edition first-reference-note-number issue locator number
    number-of-pages number-of-volumes page page-first part-number printing-number supplement-number volume
    """
)

_NAME = {
    "type": "object",
    "properties": {
        "family": {"type": "string"},
        "given": {"type": "string"},
        "dropping-particle": {"type": "string"},
        "non-dropping-particle": {"type": "string"},
        "suffix": {"type": "string"},
        "comma-suffix": {"type": ["string", "number", "boolean"]},
        "static-ordering": {"type": ["string", "number", "boolean"]},
        "literal": {"type": "string"},
        "parse-names": {"type": ["string", "number", "boolean"]},
    },
    "additionalProperties": False,
}

_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "items": {
                "type": "array",
                "items": {"type": ["string", "number"]},
                "minItems": 1,
                "maxItems": 3,
            },
            "minItems": 1,
            "maxItems": 2,
        },
        "season": {"type": ["string", "number"]},
        "circa": {"type": ["string", "number", "boolean"]},
        "literal": {"type": "string"},
        "raw": {"type": "string"},
        "edtf": {"type": "string"},
    },
    "additionalProperties": False,
}

SCHEMA = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "type": {"type": "string", "enum": _TYPES},
            "id": {"type": ["string", "number"]},
            "categories": {"type": "array", "items": {"type": "string"}},
            "custom": {"type": "object"},
            **{name: {"type": "array", "items": _NAME} for name in _NAMES},
            **dict.fromkeys(_DATES, _DATE),
            **{name: {"type": "string"} for name in _STRINGS},
            **{name: {"type": ["string", "number"]} for name in _NUMBERS},
        },
        "required": ["type", "id"],
        "additionalProperties": False,
    },
}
