"""Files of a catalogue in three forms: what they hold is the same, and a broken record costs itself alone."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pymarc
import pytest

from juche_toolkit.adapters.catalogue import FORMS, form_of, frame, read_catalogue
from juche_toolkit.adapters.iso2709 import BrokenRecord, CatalogueRecord, Form
from juche_toolkit.adapters.pymarc import MarcField, to_mrk, to_xml
from juche_toolkit.export.marc_check import check
from juche_toolkit.export.marc_repair import repair
from tests.catalogue import encoded, records

MRC = b"".join(encoded(fields) for fields in records(6, seed=11))
PYMARC = [record for record in pymarc.MARCReader(MRC) if record is not None]
FILES: dict[Form, bytes] = {"mrc": MRC, "marcxml": to_xml(PYMARC).encode(), "mrk": to_mrk(PYMARC).encode()}
XML, MRK = FILES["marcxml"].decode(), FILES["mrk"].decode()


def read(data: bytes) -> list[CatalogueRecord | BrokenRecord]:
    return list(read_catalogue(io.BytesIO(data))[1])


def fields_of(found: CatalogueRecord | BrokenRecord) -> tuple[MarcField, ...]:
    assert isinstance(found, CatalogueRecord)
    return found.fields


EXPECTED = [fields_of(found) for found in read(MRC)]


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_told_by_its_beginning_and_holds_the_same(form: Form) -> None:
    told, found = read_catalogue(io.BytesIO(FILES[form]))
    assert told == form
    assert [fields_of(record) for record in found] == EXPECTED
    assert form_of(b"\xef\xbb\xbf \r\n" + FILES[form][:9]) == form


@pytest.mark.parametrize("form", FORMS)
def test_places_are_those_of_the_file(form: Form) -> None:
    for found in read(FILES[form]):
        assert FILES[form][found.position :].startswith(found.data)


@pytest.mark.parametrize("form", FORMS)
def test_what_is_written_again_is_read_the_same_and_by_pymarc(form: Form, tmp_path: Path) -> None:
    head, between, foot = frame(form)
    made = [repair(found, apostrophe="ascii").data for found in read(FILES[form]) if isinstance(found, CatalogueRecord)]
    data = head + between.join(made) + foot
    again = [fields_of(found) for found in read(data)]
    assert again != EXPECTED
    assert [[field.tag for field in one] for one in again] == [[field.tag for field in one] for one in EXPECTED]
    path = tmp_path / "again"
    path.write_bytes(data)
    readers: dict[Form, Callable[[], list[pymarc.Record]]] = {
        "mrc": lambda: list(pymarc.MARCReader(data)),
        "marcxml": lambda: pymarc.parse_xml_to_array(str(path)),
        "mrk": lambda: list(pymarc.MARCMakerReader(data.decode())),
    }
    titles = [record["245"]["a"] for record in readers[form]()]
    assert titles == [next(field.subfields[1][1] for field in one if field.tag == "245") for one in again]


@pytest.mark.parametrize("form", FORMS)
def test_a_record_that_needs_nothing_keeps_its_bytes(form: Form) -> None:
    for found in read(FILES[form]):
        assert isinstance(found, CatalogueRecord)
        assert not list(check(found))
        assert repair(found).data == found.data


XML_FAULTS = {
    "a tag that isn't closed": lambda text: text.replace("</subfield>", "", 1),
    "no end tag": lambda text: text.replace("</record>", "", 1),
    "an entity that no one knows": lambda text: text.replace("<leader>", "<leader>&nbsp;", 1),
    "a bare ampersand": lambda text: text.replace('<subfield code="a">', '<subfield code="a">A & B', 1),
    "nothing in it": lambda text: text.replace("<record>", "<record></record>\n<record>", 1),
    "text between records": lambda text: text.replace("<record>", "lost text\n<record>", 1),
}


@pytest.mark.parametrize("name", XML_FAULTS)
def test_a_broken_record_of_xml_costs_itself_alone(name: str) -> None:
    found = read(XML_FAULTS[name](XML).encode())
    broken = [one for one in found if isinstance(one, BrokenRecord)]
    assert len(broken) == 1
    sound = [one.fields for one in found if isinstance(one, CatalogueRecord)]
    assert sound in (EXPECTED, EXPECTED[1:])
    assert "MARCXML" in broken[0].reason


def test_bytes_that_are_no_text_break_one_record_of_xml() -> None:
    place = FILES["marcxml"].index("의".encode())
    found = read(FILES["marcxml"][:place] + b"\xff" + FILES["marcxml"][place + 1 :])
    assert sum(isinstance(one, BrokenRecord) for one in found) == 1
    assert len(found) == 6


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "euc-kr"])
def test_xml_in_other_encodings(encoding: str) -> None:
    text = (
        XML.replace("ŏ", "&#335;")
        .replace("ŭ", "&#365;")
        .replace("Ŏ", "&#334;")
        .replace("Ŭ", "&#364;")
        .replace("ʼ", "&#700;")
    )
    text = text.replace("UTF-8", encoding.removesuffix("-sig"))
    assert [fields_of(one) for one in read(text.encode(encoding))] == EXPECTED


def test_xml_with_a_prefix_for_its_elements() -> None:
    for prefix in ("marc", "m21"):
        text = XML
        for tag in ("collection", "record", "leader", "controlfield", "datafield", "subfield"):
            text = text.replace(f"<{tag}", f"<{prefix}:{tag}").replace(f"</{tag}", f"</{prefix}:{tag}")
        text = text.replace("xmlns=", f"xmlns:{prefix}=")
        assert [fields_of(one) for one in read(text.encode())] == EXPECTED


def test_a_single_record_of_xml_is_a_file_too() -> None:
    start, end = XML.index("<record>"), XML.index("</record>") + len("</record>")
    assert [fields_of(one) for one in read(XML[start:end].encode())] == EXPECTED[:1]


def test_mrk_without_blank_lines_with_other_line_ends_and_with_a_mark() -> None:
    for text in (MRK.replace("\n\n", "\n"), MRK.replace("\n", "\r\n"), "\ufeff" + MRK):
        assert [fields_of(one) for one in read(text.encode())] == EXPECTED


def test_mnemonics_of_mrk_are_letters() -> None:
    line = "=LDR  00000nam a2200000 a 4500\n=245  10$aKy{breve}ongje y{breve}on{mllhring}gu {dollar}5 {lcub}x{rcub} {unknown}\n"
    assert fields_of(read(line.encode())[0])[0].subfields == (("a", "Kyo\u0306ngje yo\u0306nʼgu $5 {x} {unknown}"),)


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (lambda text: text.replace("=LDR", "LDR", 1), "a line is no field"),
        (lambda text: "just words\n\n" + text, "a line is no field"),
        (lambda text: "=LDR  00000nam a2200000 a 4500\n\n" + text, "it has no fields"),
    ],
)
def test_a_broken_record_of_mrk_costs_itself_alone(fault: Callable[[str], str], says: str) -> None:
    found = list(read_catalogue(io.BytesIO(fault(MRK).encode()), "mrk")[1])
    broken = [one for one in found if isinstance(one, BrokenRecord)]
    assert [says in one.reason for one in broken] == [True]
    sound = [one.fields for one in found if isinstance(one, CatalogueRecord)]
    assert sound in (EXPECTED, EXPECTED[1:])


def test_a_field_of_mrk_that_goes_on_on_a_second_line_is_read_and_told() -> None:
    found = read(MRK.replace(" /$c", "\n /$c", 1).encode())
    assert isinstance(found[0], CatalogueRecord)
    assert "245 goes on on a second line" in found[0].oddities
    assert len(found) == 6


LINES = (
    "=LDR  00000nam a2200000   4500",
    "=001  1",
    "=245  10$aSilli wa\u2028muy\u014fk",
    "",
    "=LDR  00000nam a2200000   4500",
    "=001  2",
)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_of_marcmaker_text_may_end_as_on_any_system(end: str) -> None:
    data = (end.join(LINES) + end).encode()
    _, found = read_catalogue(io.BytesIO(data))
    seen = list(found)
    assert [(record.data.strip(), isinstance(record, CatalogueRecord)) for record in seen] == [
        (end.join(LINES[:3]).encode(), True), (end.join(LINES[4:]).encode(), True)
    ]  # fmt: skip
    assert [data[record.position :][:4] for record in seen] == [b"=LDR", b"=LDR"]
    assert isinstance(seen[0], CatalogueRecord)
    assert seen[0].fields[1].subfields == (("a", "Silli wa\u2028muy\u014fk"),)
    assert seen[0].oddities == ()


def test_a_carriage_return_at_the_end_of_a_block_belongs_to_its_line() -> None:
    line = "=500  \\\\$a" + "x" * 90 + "\r\n"
    data = ("=LDR  00000nam a2200000   4500\r\n" + line * 2_000).encode()
    for shift in range(3):
        _, found = read_catalogue(io.BytesIO(b"\n" * shift + data), "mrk")
        (record,) = found
        assert isinstance(record, CatalogueRecord)
        assert len(record.fields) == 2_000
