from __future__ import annotations

from collections.abc import Callable

import bibtexparser
import pytest
from bibtexparser.middlewares import LatexDecodingMiddleware, NameParts, SeparateCoAuthors, SplitNameParts
from bibtexparser.model import Entry
from hypothesis import given, settings
from hypothesis import strategies as st

from juche_toolkit.citation.model import Citation
from juche_toolkit.export import to_biblatex, to_bibtex

from . import expect
from .fake import fake
from .strategies import KOREAN_NAMES, citations

TEXTS = {
    "volume": "volume", "genre": "type", "event": "eventtitle", "isbn": "isbn", "accessed": "urldate",
    "translated_title": "usere",
}  # fmt: skip


def read(text: str) -> list[Entry]:
    """The entries as bibtexparser reads them, LaTeX decoded; nothing may fail."""
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    return library.entries


def value(entry: Entry, name: str) -> str:
    """A field's text; the reader takes \\textasciicircum for the modifier letter, TeX prints the ASCII one."""
    field = entry.fields_dict.get(name)
    return str(field.value).replace("\u02c6", "^") if field else ""


@pytest.mark.parametrize("write", [to_biblatex, to_bibtex])
@settings(max_examples=100)  # several records each
@given(records=st.lists(citations(hostile=True), max_size=3))
def test_every_work_is_one_entry_with_a_key_of_its_own(write: Callable[..., str], records: list[Citation]) -> None:
    entries = read(write(records, romanizer=fake).encode("utf-8").decode("utf-8"))
    assert len(entries) == sum(map(expect.exported, records))
    keys = [entry.key for entry in entries]
    assert len(set(keys)) == len(keys)
    assert all(key.isascii() and key.replace("-", "").isalnum() for key in keys)


@given(citations(hostile=True))
def test_biblatex_holds_each_field_of_the_record(record: Citation) -> None:
    for entry in read(to_biblatex(record, romanizer=fake)):
        latin, korean = expect.title(record)
        assert value(entry, "title") == latin
        assert value(entry, "titleaddon") == korean
        for name, field in TEXTS.items():
            assert value(entry, field) == expect.shown(getattr(record, name)), name
        publisher = "institution" if record.type in ("thesis", "report") else "publisher"
        for name, field in (
            ("publisher", publisher),
            ("place", "location"),
            ("collection_title", "series"),
            ("edition", "edition"),
        ):
            assert value(entry, field) == expect.latin(record, name), name
        container = ("journaltitle", "booktitle", "maintitle", "organization")
        assert "".join(value(entry, field) for field in container) == expect.latin(record, "container_title")
        number = expect.shown(record.issue) or expect.shown(record.number)
        assert value(entry, "number") == number


@given(citations())
def test_biblatex_holds_date_pages_and_links(record: Citation) -> None:
    text = to_biblatex(record, romanizer=fake)
    for entry in bibtexparser.parse_string(text).entries:
        # Verbatim fields: what a reader that decodes LaTeX makes of them is nothing biblatex does.
        assert value(entry, "url") == (record.url or "")
        assert value(entry, "doi") == (record.doi or "")
    for entry in read(text):
        assert value(entry, "pages") == (record.pages or "").replace("-", "–")
        date = [f"{part:02d}" for part in (record.year, record.month, record.day) if part is not None]
        if record.month is None and record.year is not None and record.season in ("봄", "Winter"):
            date.append("21" if record.season == "봄" else "24")
        assert value(entry, "date") == "-".join(date)
        assert value(entry, "issue") == (record.season or "")


@pytest.mark.parametrize("write", [to_biblatex, to_bibtex])
@given(record=citations(hostile=True))
def test_no_name_is_lost_or_added(write: Callable[..., str], record: Citation) -> None:
    names = [SeparateCoAuthors(), SplitNameParts()]
    library = bibtexparser.parse_string(write(record, romanizer=fake), append_middleware=names)
    assert library.failed_blocks == []
    for entry in library.entries:
        for role, field in (("authors", "author"), ("editors", "editor"), ("translators", "translator")):
            found = entry.fields_dict[field].value if field in entry.fields_dict else []
            wanted = len(expect.people(record, role))
            assert len(found) == wanted + (1 if wanted and record.et_al and role == "authors" else 0)


@given(citations())
def test_a_korean_name_is_one_part_that_no_reader_divides(record: Citation) -> None:
    library = bibtexparser.parse_string(
        to_biblatex(record, romanizer=fake), append_middleware=[SeparateCoAuthors(), SplitNameParts()]
    )
    for entry in library.entries:
        for printed, parts in zip(
            record.editors, entry.fields_dict["editor"].value if record.editors else [], strict=True
        ):
            assert isinstance(parts, NameParts)
            if printed in KOREAN_NAMES:
                assert parts == NameParts(last=["{" + fake(printed, "38north", "name") + "}"])
            if printed == "Robert Carlin":
                assert parts == NameParts(first=["Robert"], last=["Carlin"])


def test_an_article_as_it_is_written() -> None:
    record = Citation(
        type="article-journal", authors=("최영옥", "Robert Carlin"), title="실리와 무역", container_title="경제연구",
        issue="4", year=2013, juche_year=102, pages="12-30", whole_number="188",
    )  # fmt: skip
    assert to_biblatex(record, romanizer=fake) == (
        "@article{choe2013silriwa,\n"
        "  author = {{Choe Yong-ok} and Carlin, Robert},\n"
        "  nameaddon = {최영옥},\n"
        "  title = {Silriwa muyok},\n"
        "  titleaddon = {실리와 무역},\n"
        "  journaltitle = {Kyo'ngje Yo'ngu},\n"
        "  number = {4},\n"
        "  pages = {12--30},\n"
        "  date = {2013},\n"
        "  langid = {korean},\n"
        "  note = {Juche 102; whole no. 188; in Korean: 경제연구},\n"
        "  keywords = {generated-authors, generated-title, generated-container-title, scheme-38north},\n"
        "}\n"
    )


def test_classic_bibtex_keeps_the_case_of_a_korean_title_and_writes_months_as_macros() -> None:
    record = Citation(
        type="article-newspaper", title="로동의 기쁨", container_title="로동신문", year=2015, month=1, day=1
    )
    text = to_bibtex(record, romanizer=fake)
    assert "  title = {{Rotongui kippum}},\n" in text
    assert "  year = {2015},\n  month = jan,\n" in text


@pytest.mark.parametrize(
    ("record", "biblatex", "bibtex"),
    [
        (Citation(type="book", title="x"), "book", "book"),
        (Citation(type="chapter", title="x"), "incollection", "incollection"),
        (Citation(type="thesis", title="x", genre="박사학위논문"), "thesis", "phdthesis"),
        (Citation(type="thesis", title="x", genre="석사학위논문"), "thesis", "mastersthesis"),
        (Citation(type="webpage", title="x"), "online", "misc"),
        (Citation(type="legislation", title="x"), "legislation", "misc"),
        (Citation(title="x"), "misc", "misc"),
    ],
)
def test_entry_types(record: Citation, biblatex: str, bibtex: str) -> None:
    assert to_biblatex(record).startswith(f"@{biblatex}{{")
    assert to_bibtex(record).startswith(f"@{bibtex}{{")


def test_a_key_stays_when_other_works_come_and_only_doubles_get_letters() -> None:
    one = Citation(title="The State", authors=("Robert Carlin",), year=2020)
    other = Citation(title="Another", authors=("Robert Carlin",), year=2020)
    assert [entry.key for entry in read(to_biblatex([other, one, one, one]))] == [
        "carlin2020another",
        "carlin2020state",
        "carlin2020stateb",
        "carlin2020statec",
    ]


def test_url_braces_are_percent_encoded_and_nothing_else_is() -> None:
    text = to_biblatex(Citation(title="x", url="https://example.org/{a}?b=%20_c&d=50%#e"))
    assert "url = {https://example.org/%7Ba%7D?b=%20_c&d=50%25#e}" in text
