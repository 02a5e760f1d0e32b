from __future__ import annotations

import io
import random
from collections.abc import Iterator

import pymarc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from juche_toolkit.adapters.iso2709 import BrokenRecord, CatalogueRecord, read_records
from tests.catalogue import BREAKS, encoded, records

GOOD = [encoded(fields) for fields in records(12, seed=7)]


def read(data: bytes) -> list[CatalogueRecord | BrokenRecord]:
    return list(read_records(io.BytesIO(data)))


class Slow(io.RawIOBase):
    """A stream that gives a few bytes at a time, as a pipe may."""

    def __init__(self, data: bytes) -> None:
        self.left = data

    def read(self, size: int = -1) -> bytes:
        assert size
        given, self.left = self.left[:100], self.left[100:]
        return given


def test_the_fields_are_those_that_pymarc_reads() -> None:
    for ours, theirs in zip(read(b"".join(GOOD)), pymarc.MARCReader(b"".join(GOOD)), strict=True):
        assert isinstance(ours, CatalogueRecord)
        assert theirs is not None
        assert ours.leader == str(theirs.leader)
        assert ours.identifier == theirs["001"].data
        assert [field.data for field in ours.fields] == [field.data for field in theirs.fields]
        assert [field.tag for field in ours.fields] == [field.tag for field in theirs.fields]
        assert [list(field.subfields) for field in ours.fields] == [
            [(one.code, one.value) for one in field.subfields] for field in theirs.fields
        ]


def test_places_are_those_of_the_file_and_line_ends_between_records_are_passed_over() -> None:
    data = b"\r\n".join(GOOD) + b"\n\x1a"
    found = read(data)
    assert [record.number for record in found] == list(range(1, 13))
    for record in found:
        assert data[record.position : record.position + len(record.data)] == record.data
    assert [record.data for record in read_records(Slow(data))] == GOOD  # type: ignore[arg-type]


def test_nothing_is_in_an_empty_file() -> None:
    assert read(b"") == read(b"\n\n") == []


@pytest.mark.parametrize("name", sorted(BREAKS))
def test_a_broken_record_is_told_and_its_neighbours_are_read(name: str) -> None:
    lot = random.Random(name)  # noqa: S311 - a sample, not a secret
    for place in range(len(GOOD)):
        spoilt = BREAKS[name](GOOD[place], lot)
        found = read(b"".join((*GOOD[:place], spoilt, *GOOD[place + 1 :])))
        sound = [record.data for record in found if isinstance(record, CatalogueRecord)]
        assert sound == GOOD[:place] + GOOD[place + 1 :], place
        broken = [record for record in found if isinstance(record, BrokenRecord)]
        assert b"".join(record.data for record in broken) == spoilt
        assert broken[0].position == sum(map(len, GOOD[:place]))
        assert all(record.reason for record in broken)


WHOLE = ("no terminator", "wrong length", "length 0", "wrong base address", "spoilt leader")


@pytest.mark.parametrize("name", WHOLE)
def test_of_a_record_whose_lengths_alone_are_wrong_every_field_is_read(name: str) -> None:
    lot = random.Random(name)  # noqa: S311 - a sample, not a secret
    for good, sound in zip(GOOD, read(b"".join(GOOD)), strict=True):
        (found,) = read(BREAKS[name](good, lot))
        assert isinstance(found, BrokenRecord)
        assert isinstance(sound, CatalogueRecord)
        assert found.readable is not None
        assert (found.readable.fields, found.lost) == (sound.fields, ())


def test_what_is_cut_off_or_damaged_is_named_and_the_rest_is_as_it_was() -> None:
    lot = random.Random(5)  # noqa: S311 - a sample, not a secret
    seen = 0
    for good, sound in zip(GOOD, read(b"".join(GOOD)), strict=True):
        for name in ("cut off", "bytes lost", "no UTF-8"):
            found = read(BREAKS[name](good, lot))[0]
            assert isinstance(sound, CatalogueRecord)
            if isinstance(found, BrokenRecord) and found.readable is not None:
                seen += 1
                assert found.lost, name
                assert [
                    one for one in found.readable.fields if one not in sound.fields and one.tag not in found.lost
                ] == []
    assert seen > 12


def test_a_directory_that_counts_characters_costs_no_field() -> None:
    (fields,) = records(1, seed=3)
    sound = encoded(fields)
    base = int(sound[12:17])
    entries, place = b"", 0
    for start in range(24, base - 1, 12):
        begin = base + int(sound[start + 7 : start + 12])
        size = len(sound[begin : begin + int(sound[start + 3 : start + 7])].decode())
        entries += sound[start : start + 3] + b"%04d%05d" % (size, place)
        place += size
    (found,) = read(sound[:24] + entries + sound[base - 1 :])
    (whole,) = read(sound)
    assert isinstance(found, BrokenRecord)
    assert isinstance(whole, CatalogueRecord)
    assert found.readable is not None
    assert (found.readable.fields, found.lost) == (whole.fields, ())


def test_a_byte_order_mark_before_the_first_record_is_passed_over() -> None:
    found = read(b"\xef\xbb\xbf" + GOOD[0] + GOOD[1])
    assert [(record.position, record.data) for record in found] == [(3, GOOD[0]), (3 + len(GOOD[0]), GOOD[1])]


def test_one_field_in_another_encoding_is_read_in_that() -> None:
    data = marc8(b"\xb0\xe6\xc1\xa6\xbf\xac\xb1\xb8").replace(b"nam  22", b"nam a22")
    (found,) = read(data)
    assert isinstance(found, BrokenRecord)
    assert "245 is no UTF-8" in found.reason
    assert found.readable is not None
    assert found.readable.fields[-1].subfields == (("a", "경제연구"),)


@given(st.lists(st.sampled_from(GOOD[:3]) | st.binary(max_size=80), max_size=6))
def test_whatever_the_bytes_every_byte_is_in_a_record_or_between_two(parts: list[bytes]) -> None:
    data = b"".join(parts)
    place = 0
    for record in read(data):
        assert data[place : record.position].removeprefix(b"\xef\xbb\xbf" * (place == 0)).strip(b"\r\n\t \0\x1a") == b""
        place = record.position + len(record.data)
        assert data[record.position : place] == record.data
    assert data[place:].strip(b"\r\n\t \0\x1a") == b""


def test_a_long_stretch_without_any_terminator_is_given_up_and_the_next_record_is_found() -> None:
    found = read(GOOD[0] + b"x" * 1_000_000 + GOOD[1])
    sound = [record.data for record in found if isinstance(record, CatalogueRecord)]
    assert sound == GOOD[:2]


def marc8(*parts: bytes) -> bytes:
    """A record in MARC-8 as it comes from older systems: a breve (E6) before its letter, Hangul in EACC."""
    fields = [(b"001", b"1"), (b"245", b"10\x1fa" + b"".join(parts))]
    directory = b""
    body = b""
    for tag, content in fields:
        directory += tag + b"%04d%05d" % (len(content) + 1, len(body))
        body += content + b"\x1e"
    base = 24 + len(directory) + 1
    return b"%05dnam  22%05d   4500" % (base + len(body) + 1, base) + directory + b"\x1e" + body + b"\x1d"


def titles(data: bytes) -> Iterator[str]:
    for record in read(data):
        assert isinstance(record, CatalogueRecord), record
        yield record.fields[-1].subfields[0][1]


def test_marc_8_is_read_as_pymarc_reads_it() -> None:
    from pymarc.marc8_mapping import CODESETS

    eacc = {chr(letter): code.to_bytes(3, "big") for code, (letter, _) in CODESETS[0x31].items()}
    data = marc8(b"Ky\xe6ongje \x1b$1", *(eacc[letter] for letter in "경제"), b"\x1b(B")
    (record,) = read(data)
    assert isinstance(record, CatalogueRecord)
    assert (record.encoding, record.lost) == ("marc-8", 0)
    (theirs,) = pymarc.MARCReader(data)
    assert list(titles(data)) == [theirs["245"]["a"]]
    assert theirs["245"]["a"] == "Kyŏngje 경제"


def test_characters_that_marc_8_has_not_are_counted() -> None:
    (record,) = read(marc8(b"\x1b$1!!!\x1b(B"))
    assert isinstance(record, CatalogueRecord)
    assert record.lost == 1


def test_a_character_of_marc_8_cut_in_two_breaks_the_record() -> None:
    (record,) = read(marc8(b"\x1b$1oQ\x1b(B"))
    assert isinstance(record, BrokenRecord)
    assert "245" in record.reason


@pytest.mark.parametrize(
    ("title", "codec", "encoding"),
    [("경제연구", "utf-8", "utf-8"), ("경제연구", "euc_kr", "euc-kr"), ("Economy", "ascii", "marc-8")],
)
def test_the_encoding_is_told_by_the_bytes_not_by_the_leader(title: str, codec: str, encoding: str) -> None:
    data = marc8(title.encode(codec))
    (record,) = read(data)
    assert isinstance(record, CatalogueRecord)
    assert record.encoding == encoding
    assert list(titles(data)) == [title]


def test_missing_indicators_and_codes_are_told_and_the_record_is_read() -> None:
    (record,) = read(encoded([("245", "1", (("a", "x"),)), ("500", "  ", (("", "\x1f"),))]))
    assert isinstance(record, CatalogueRecord)
    assert record.oddities == (
        "245 has 1 indicators where 2 were expected: '1'",
        "500 has a subfield without code and value",
    )
