from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from juche_toolkit import romanize
from juche_toolkit.citation.model import Citation
from juche_toolkit.export import to_csl

from . import expect
from .corpus import works
from .csl_schema import SCHEMA
from .fake import fake
from .strategies import KOREAN_NAMES, citations

VALIDATOR = jsonschema.Draft7Validator(SCHEMA)
VARIABLES = {
    "volume": "volume", "issue": "issue", "pages": "page", "number": "number", "section": "section", "url": "URL",
    "doi": "DOI", "isbn": "ISBN", "genre": "genre", "event": "event-title",
}  # fmt: skip
ROLES = {"authors": "author", "editors": "editor", "translators": "translator"}
WORK = Citation(
    type="article-journal",
    authors=("최영옥",),
    title="실리와 무역",
    container_title="Kyo’ngje Yo’ngu",
    issue="4",
    year=2013,
)


def test_the_schema_refuses_what_it_should() -> None:
    for wrong in ({"id": "x"}, {"id": "x", "type": "ibid"}, {"id": "x", "type": "book", "titel": "y"}):
        assert list(VALIDATOR.iter_errors([wrong]))


def project_list(file: str, name: str) -> set[str]:
    """A list of the CSL project's own schema, which citeproc-py ships: `name = "one" | "two"` in RELAX NG compact."""
    citeproc = pytest.importorskip("citeproc", reason="citeproc-py isn't installed")
    path = Path(citeproc.__file__).parent / "data/schema/schemas/styles" / file
    text = regex.sub(r"#[^\n]*", "", path.read_text(encoding="utf-8"))
    found = regex.search(rf"{name} =\s*((?:\|?\s*\"[^\"]+\"\s*)+)", text)
    assert found is not None, name
    return set(regex.findall(r'"([^"]+)"', found[1]))


def test_the_schema_has_the_types_and_variables_of_the_csl_project() -> None:
    properties = SCHEMA["items"]["properties"]  # type: ignore[index]
    assert set(properties["type"]["enum"]) == project_list("csl-types.rnc", "item-types")
    for kind in ("dates", "names", "numbers", "titles", "strings"):
        variables = project_list("csl-variables.rnc", f"variables.{kind}")
        # A style may ask for these two, data may not hold them.
        assert variables - {"editor-translator", "license"} <= set(properties), kind


@settings(max_examples=100)  # several records each
@given(st.lists(citations(hostile=True), max_size=3))
def test_any_citations_make_valid_csl(records: list[Citation]) -> None:
    items = to_csl(records, romanizer=fake)
    VALIDATOR.validate(json.loads(json.dumps(items, ensure_ascii=False).encode("utf-8")))
    assert len(items) == sum(map(expect.exported, records))
    assert len({item["id"] for item in items}) == len(items)


@given(citations(hostile=True))
def test_csl_holds_each_field_of_the_record(record: Citation) -> None:
    items = to_csl(record, romanizer=fake)
    if not items:
        assert not expect.exported(record)
        return
    item: dict[str, object] = items[0]
    latin, korean = expect.title(record)
    assert item.get("title", "") == latin
    note = str(item.get("note", "")).split("\n")
    if korean:
        assert f"cne-title-original: {korean}" in note
    for name in ("container_title", "collection_title", "publisher", "authority", "edition"):
        assert item.get(name.replace("_", "-"), "") == expect.latin(record, name), name
    assert item.get("publisher-place", "") == expect.latin(record, "place")
    for name, variable in VARIABLES.items():
        assert item.get(variable, "") == expect.shown(getattr(record, name)), name
    assert item["custom"]["record"] == {  # type: ignore[index]
        name: [expect.shown(part) for part in value] if isinstance(value, list) else
        expect.shown(value) if isinstance(value, str) else value
        for name, value in record.to_dict().items()
    }  # fmt: skip
    for role, variable in ROLES.items():
        assert len(item.get(variable, ())) == len(expect.people(record, role))  # type: ignore[arg-type]
    if record.year is not None:
        date = [part for part in (record.year, record.month, record.day) if part is not None]
        assert item["issued"]["date-parts"] == [date]  # type: ignore[index]


@given(citations())
def test_a_korean_name_is_never_in_two_parts(record: Citation) -> None:
    for item in to_csl(record, romanizer=fake):
        printed = [*record.authors, *record.editors, *record.translators]
        names = [name for variable in ROLES.values() for name in item.get(variable, ())]  # type: ignore[attr-defined]
        for text, name in zip(printed, names, strict=True):
            if text in KOREAN_NAMES:
                assert name == {"literal": fake(text, "38north", "name")}


def test_originals_stand_where_cite_non_english_reads_them() -> None:
    (item,) = to_csl(WORK, romanizer=fake)
    assert str(item["note"]).split("\n") == [
        "cne-title-original: 실리와 무역",
        "cne-container-title-original: 경제연구",
        "cne-creator-0-last-original: 최",
        "cne-creator-0-first-original: 영옥",
        "Romanization (38north) generated: authors, title",
    ]
    assert item["custom"] == {
        "record": WORK.to_dict(),
        "originals": {"title": "실리와 무역", "authors": ["최영옥"]},
        "generated": ["authors", "title"],
        "scheme": "38north",
        "supplied": {"container_title": "경제연구"},
    }


def test_a_western_name_keeps_its_parts() -> None:
    (item,) = to_csl(Citation(title="The North", authors=("Robert Carlin", "Lee, Rachel Minyoung")), romanizer=fake)
    assert item["author"] == [
        {"family": "Carlin", "given": "Robert"},
        {"family": "Lee", "given": "Rachel Minyoung"},
    ]


def test_a_romanized_name_in_a_korean_work_stays_in_order() -> None:
    record = Citation(title="한국의 철학", authors=("Kim, Minsu", "Ch'oe Yo'ng-ok"))
    (item,) = to_csl(record, romanizer=fake)
    assert item["author"] == [{"literal": "Kim Minsu"}, {"literal": "Ch'oe Yo'ng-ok"}]


def test_a_title_printed_in_both_scripts_is_not_called_generated() -> None:
    record = Citation(
        type="book", title="Han'guk ŭi ch'ŏrhak", title_vernacular="한국의 철학", translated_title="Korean Thought"
    )
    (item,) = to_csl(record, romanizer=fake)
    assert item["title"] == "Han'guk ŭi ch'ŏrhak"
    assert item["note"] == "cne-title-original: 한국의 철학\ncne-title-english: Korean Thought"
    assert "generated" not in item["custom"]  # type: ignore[operator]


@pytest.mark.parametrize(
    ("record", "tag"),
    [
        (Citation(title="제목", container_title="경제연구"), "ko-KP"),
        (Citation(title="제목", container_title="Kyongje Yongu"), "ko-KP"),
        (Citation(title="제목", container_title="국제정치논총"), "ko-KR"),
        (Citation(title="제목", juche_year=102), "ko-KP"),
        (Citation(title="제목", publisher="사회과학출판사"), "ko-KP"),
        (Citation(title="제목", place="평양"), "ko-KP"),
        (Citation(title="제목", place="서울"), "ko-KR"),
        (Citation(title="제목"), "ko-KR"),
        (Citation(authority="최고인민회의 상임위원회", genre="정령"), "ko-KP"),
        (Citation(title="The Economy", container_title="경제연구"), "en"),
        (Citation(title="Choson munhak"), None),
    ],
)
def test_language_follows_container_era_publisher_and_place(record: Citation, tag: str | None) -> None:
    (item,) = to_csl(record, romanizer=fake)
    assert item.get("language") == tag


def test_citeproc_renders_korean_names_in_their_order() -> None:
    items = to_csl(
        [WORK, Citation(type="book", title="The North", authors=("Robert Carlin",), year=2020)], romanizer=fake
    )
    for item in items:
        del item["custom"]
    rendered = render(items)
    assert "Choe Yong-ok" in rendered[0]
    assert rendered[1].startswith("Carlin, R.")


def test_citeproc_renders_three_hundred_works_and_turns_no_korean_name_round() -> None:
    records = works()
    items = to_csl(records)
    VALIDATOR.validate(items)
    for item in items:
        del item["custom"]
        item.pop("event-title", None)  # of CSL 1.0.2; citeproc-py knows 1.0.1
    rendered = render(items)
    assert len(rendered) == len(records)
    seen = 0
    for record, text in zip(records, rendered, strict=True):
        for author in record.authors[:1]:
            if any("가" <= letter <= "힣" for letter in author):
                seen += 1
                assert text.startswith(romanize(author, kind="name")), text
    assert seen > 150


def render(items: list[dict[str, object]]) -> list[str]:
    """The bibliography that citeproc-py makes of the items, in their order."""
    citeproc = pytest.importorskip("citeproc", reason="citeproc-py isn't installed")
    from citeproc.source.json import CiteProcJSON

    source = CiteProcJSON(json.loads(json.dumps(items)))
    style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.plain)
    for item in items:
        bibliography.register(citeproc.Citation([citeproc.CitationItem(item["id"])]))
    return [str(entry) for entry in bibliography.bibliography()]
