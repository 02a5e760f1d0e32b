"""`juche marc` as a user starts it: real processes, real files."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pymarc
import pytest

from juche_toolkit.adapters.pymarc import to_mrk, to_xml
from tests.catalogue import BREAKS, FAULTS, encoded, records
from tests.tables import ROOT

GOOD = [encoded(fields) for fields in records(20, seed=23)]


REBUILT = ("no terminator", "wrong length", "length 0", "wrong base address", "spoilt leader")
"""Ways to break a record that lose none of its fields."""


def juche(*arguments: str | Path, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "juche_toolkit", "marc", *map(str, arguments)],
        input=data,
        capture_output=True,
        env={**os.environ, "LC_ALL": "C", "NO_COLOR": "1"},
        timeout=600,
    )


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """Twenty records: the 5th has a caron, the 8th has lost its 880, the 11th is cut off, the 15th is noise."""
    lot = random.Random(1)  # noqa: S311 - a sample, not a secret
    found = list(GOOD)
    fields = list(records(20, seed=23))
    found[4] = encoded(FAULTS["a caron"][1](fields[4]))
    found[7] = encoded(FAULTS["no partner"][1](fields[7]))
    found[10] = BREAKS["cut off"](found[10], lot)
    found[14] = BREAKS["noise"](found[14], lot)
    path = tmp_path / "catalogue.mrc"
    path.write_bytes(b"".join(found))
    return path


def test_a_sound_file_is_passed_in_silence(tmp_path: Path) -> None:
    path = tmp_path / "sound.mrc"
    path.write_bytes(b"".join(GOOD))
    done = juche("check", path)
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.startswith(b"juche: 20 records; 0 errors")


def test_findings_have_record_number_control_number_place_and_rule(mixed: Path) -> None:
    done = juche("check", mixed, "--format", "jsonl")
    assert done.returncode == 1
    found = [json.loads(line) for line in done.stdout.splitlines()]
    data = mixed.read_bytes()
    assert [(row["record"], row["rule"]) for row in found if row["grade"] == "error"] == [
        (5, "breve"),
        (8, "link"),
        (11, "broken"),
        (15, "broken"),
    ]
    assert found[0]["identifier"] == "ocn000000005"
    assert data[found[0]["byte"] :].startswith(data[found[0]["byte"] :][:5])
    assert all(data[row["byte"] : row["byte"] + 5].isdigit() for row in found if row["rule"] != "broken")
    assert b"20 records, 2 of them broken" in done.stderr


def test_text_and_csv_say_the_same(mixed: Path) -> None:
    rows = [json.loads(line) for line in juche("check", mixed, "--format", "jsonl").stdout.splitlines()]
    table = list(csv.DictReader(io.StringIO(juche("check", mixed, "--format", "csv").stdout.decode())))
    assert [{**row, "record": str(row["record"]), "byte": str(row["byte"])} for row in rows] == table
    lines = juche("check", mixed).stdout.decode().splitlines()
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        assert line.startswith(f"record {row['record']} (")
        assert row["message"] in line


def test_check_reads_a_pipe(mixed: Path) -> None:
    assert juche("check", "-", data=mixed.read_bytes()).stdout == juche("check", mixed).stdout


def test_doubts_alone_are_no_failure_unless_asked(tmp_path: Path) -> None:
    path = tmp_path / "doubt.mrc"
    path.write_bytes(encoded(FAULTS["another country"][1](next(records(1)))))
    assert juche("check", path).returncode == 0
    assert juche("check", path, "--strict").returncode == 1


def test_repair_writes_a_new_file_and_never_touches_the_old(mixed: Path, tmp_path: Path) -> None:
    before = mixed.read_bytes()
    out, broken = tmp_path / "mended.mrc", tmp_path / "broken.bin"
    done = juche("repair", mixed, out, "--broken", broken, "--format", "jsonl")
    assert done.returncode == 1
    assert mixed.read_bytes() == before
    changes = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(change["record"], change["rule"]) for change in changes] == [(5, "breve"), (11, "broken"), (15, "broken")]
    with out.open("rb") as file:
        titles = [record["001"].data for record in pymarc.MARCReader(file) if record is not None]
    assert titles == [f"ocn{number:09d}" for number in range(1, 21) if number not in (11, 15)]
    kept = out.read_bytes()
    # The caron mended, the 5th record is what it was before it was spoilt.
    assert [number for number, record in enumerate(GOOD, 1) if record not in kept] == [8, 11, 15]
    between = before.index(GOOD[11] + GOOD[12] + GOOD[13])
    after = between + len(GOOD[11] + GOOD[12] + GOOD[13])
    first, last = before.index(GOOD[9]) + len(GOOD[9]), before.index(GOOD[15])
    assert broken.read_bytes() == before[first:between] + before[after:last]
    left = [json.loads(line)["rule"] for line in juche("check", out, "--format", "jsonl").stdout.splitlines()]
    assert left == ["link"]


@pytest.mark.parametrize("name", ["catalogue.mrc", "mended.mrc"])
def test_repair_writes_over_nothing(mixed: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "mended.mrc").write_bytes(b"precious")
    before = mixed.read_bytes()
    done = juche("repair", mixed, tmp_path / name)
    assert done.returncode == 2
    assert b"exists already" in done.stderr
    assert (mixed.read_bytes(), (tmp_path / "mended.mrc").read_bytes()) == (before, b"precious")


def test_an_empty_file_holds_no_records(tmp_path: Path) -> None:
    path = tmp_path / "empty.mrc"
    path.write_bytes(b"")
    assert juche("check", path).returncode == 0
    assert juche("repair", path, tmp_path / "out.mrc").returncode == 0
    assert (tmp_path / "out.mrc").read_bytes() == b""


def test_a_missing_file_is_a_usage_error(tmp_path: Path) -> None:
    assert juche("check", tmp_path / "none.mrc").returncode == 2


def test_what_notes_write_checks_clean(tmp_path: Path) -> None:
    path = tmp_path / "notes.mrc"
    notes = ROOT / "examples/notes.txt"
    made = subprocess.run(
        [sys.executable, "-m", "juche_toolkit", "notes", "--format", "mrc", str(notes)],
        capture_output=True,
        timeout=600,
    )
    path.write_bytes(made.stdout)
    done = juche("check", path)
    assert (done.returncode, done.stdout) == (0, b"")


def test_among_a_thousand_records_every_broken_one_is_listed_and_every_other_is_read(tmp_path: Path) -> None:
    lot = random.Random(8)  # noqa: S311 - a sample, not a secret
    path, out = tmp_path / "large.mrc", tmp_path / "out.mrc"
    broken: list[int] = []
    names: list[str] = []
    place = 0
    with path.open("wb") as file:
        for number, fields in enumerate(records(1_000, seed=31), 1):
            data, name = encoded(fields), None
            if lot.random() < 0.03:
                name = lot.choice(list(BREAKS))
                data = BREAKS[name](data, lot)
                broken.append(place)
            if name in (None, *REBUILT):
                names.append(f"ocn{number:09d}")
            place += file.write(data)
    found = [json.loads(line) for line in juche("check", path, "--format", "jsonl").stdout.splitlines()]
    assert len(broken) > 15
    assert [row["byte"] for row in found if row["rule"] == "broken"] == broken
    assert juche("repair", path, out).returncode == 1
    with out.open("rb") as file:
        assert [record["001"].data for record in pymarc.MARCReader(file) if record is not None] == names


def test_the_example_catalogue_is_what_its_maker_makes() -> None:
    done = subprocess.run([sys.executable, ROOT / "scripts/make_example_catalogue.py", "--check"], timeout=600)
    assert done.returncode == 0


def test_the_scheme_of_notes_goes_into_every_format() -> None:
    note = "최영옥, “실리와 무역,” 경제연구 주체102(2013)년 제4호."

    def written(*options: str) -> str:
        command = [sys.executable, "-m", "juche_toolkit", "notes", *options]
        return subprocess.run(command, input=note.encode(), capture_output=True, timeout=600).stdout.decode()

    assert "Silli wa muyŏk" in written("--format", "mrk")
    assert "Silliwa muyŏk" in written("--format", "mrk", "--scheme", "mr")
    assert "Silliwa muyo'k" in written("--format", "ris")
    assert "Choe" in written("--format", "csl", "--scheme", "rr")


def test_the_old_file_is_safe_from_every_name_that_leads_to_it(mixed: Path, tmp_path: Path) -> None:
    before = mixed.read_bytes()
    link, hard, hanging = tmp_path / "link.mrc", tmp_path / "hard.mrc", tmp_path / "hanging.mrc"
    link.symlink_to(mixed)
    hard.hardlink_to(mixed)
    hanging.symlink_to(tmp_path / "nowhere.mrc")
    for target in (mixed, link, hard, hanging, tmp_path / "." / mixed.name):
        for arguments in (["repair", mixed, target], ["repair", mixed, "-o", target], ["repair", link, target]):
            done = juche(*arguments)
            assert (done.returncode, done.stdout) == (2, b"")
            assert b"exists already, and nothing is written over" in done.stderr
    assert juche("repair", mixed, tmp_path / "new.mrc", "--broken", mixed).returncode == 2
    assert not (tmp_path / "new.mrc").exists()
    assert not (tmp_path / "nowhere.mrc").exists()
    assert mixed.read_bytes() == before


def test_the_new_file_is_named_once(mixed: Path, tmp_path: Path) -> None:
    for arguments in ([], [tmp_path / "a.mrc", "-o", tmp_path / "b.mrc"]):
        done = juche("repair", mixed, *arguments)
        assert done.returncode == 2
        assert b"name one new file" in done.stderr


@pytest.mark.parametrize("name", ["catalogue.xml", "catalogue.mrk"])
def test_other_forms_are_checked_and_mended_in_their_form(name: str, mixed: Path, tmp_path: Path) -> None:
    sound = [record for record in pymarc.MARCReader(mixed.read_bytes()) if record is not None]
    path, new = tmp_path / name, tmp_path / f"new-{name}"
    path.write_text((to_xml if name.endswith("xml") else to_mrk)(sound), encoding="utf-8")
    found = [json.loads(line) for line in juche("check", path, "--format", "jsonl").stdout.splitlines()]
    assert "breve" in {row["rule"] for row in found}
    assert juche("repair", path, new).returncode == 0
    left = [json.loads(line) for line in juche("check", new, "--format", "jsonl").stdout.splitlines()]
    assert "breve" not in {row["rule"] for row in left}
    assert new.read_bytes()[:1] == path.read_bytes()[:1]


def test_the_records_are_written_though_no_one_reads_the_list_of_changes(mixed: Path, tmp_path: Path) -> None:
    whole, cut = tmp_path / "whole.mrc", tmp_path / "cut.mrc"
    juche("repair", mixed, whole, "--apostrophe", "ascii")
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "juche_toolkit", "marc", "repair", str(mixed), str(cut), "--apostrophe", "ascii"]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False, timeout=600)
    os.close(writer)
    assert b"Broken" not in done.stderr
    assert cut.read_bytes() == whole.read_bytes()
