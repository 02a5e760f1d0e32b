from __future__ import annotations

import subprocess
import sys

import pymarc
import pytest

from juche_toolkit.adapters.pymarc import MarcField, make_record, to_mrc, to_mrk, to_xml
from juche_toolkit.errors import InputError, MissingExtraError

LEADER = "00000nam a22000003c 4500"


def test_a_missing_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pymarc", None)
    with pytest.raises(MissingExtraError, match="pip install pymarc"):
        make_record(LEADER, [], name="Record 1")
    with pytest.raises(MissingExtraError, match="pip install pymarc"):
        to_xml([])


def test_importing_the_exports_does_not_import_pymarc() -> None:
    code = "import sys, juche_toolkit.export; print('pymarc' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "False\n"


def test_dollars_braces_and_backslashes_are_mnemonics_in_mrk() -> None:
    field = MarcField("245", "00", (("a", r"$5 {a} \b"),))
    record = make_record(LEADER, [MarcField("008", data="a b"), field], name="Record 1")
    assert to_mrk([record]) == f"=LDR  {LEADER}\n=008  a\\b\n=245  00$a{{dollar}}5 {{lcub}}a{{rcub}} {{bsol}}b\n"


def test_records_of_others_are_written_too() -> None:
    record = pymarc.Record()
    record.add_field(pymarc.Field("245", pymarc.Indicators("0", " "), [pymarc.Subfield("a", "제목")]))
    (again,) = pymarc.MARCReader(to_mrc([record]))
    assert again["245"]["a"] == "제목"
    assert "=245  0\\$a제목\n" in to_mrk([record])
    assert '<subfield code="a">제목</subfield>' in to_xml([record])


def test_the_longest_field_that_marc_can_say_goes_and_one_byte_more_does_not() -> None:
    around = len("00") + len("\x1fa") + len("\x1e")
    fits = MarcField("500", "  ", (("a", "x" * (9_999 - around)),))
    (read,) = pymarc.MARCReader(to_mrc([make_record(LEADER, [fits], name="Record 1")]))
    assert len(read["500"]["a"]) == 9_999 - around
    with pytest.raises(InputError, match="Record 1: field 500 has 10000 bytes"):
        make_record(LEADER, [MarcField("500", "  ", (("a", "x" * (10_000 - around)),))], name="Record 1")


def test_the_longest_record_goes_and_a_longer_one_does_not() -> None:
    def notes(last: int) -> list[MarcField]:
        sizes = [9_000] * 11 + [last]
        return [MarcField("500", "  ", (("a", "x" * size),)) for size in sizes]

    room = 99_999 - 26 - 12 * (12 + 5) - 11 * 9_000
    record = make_record(LEADER, notes(room), name="Record 1")
    assert len(to_mrc([record])) == 99_999
    with pytest.raises(InputError, match="Record 1: the record has 100000 bytes"):
        make_record(LEADER, notes(room + 1), name="Record 1")
