"""`juche index` and `juche search`, from every kind of file, with what can go wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from juche_toolkit.adapters import tantivy
from juche_toolkit.cli import commands
from tests.tables import ROOT


def juche(*arguments: str | Path, stdin: str | bytes = "") -> Result:
    return CliRunner().invoke(commands, [str(argument) for argument in arguments], input=stdin)


def found(where: Path, query: str) -> list[str]:
    done = juche("search", where, query)
    return [json.loads(line)["id"] for line in done.stdout.splitlines()]


JSONL = "\n".join(
    json.dumps(record, ensure_ascii=False)
    for record in (
        {"id": "a", "title": "로동신문 사설", "year": 2013},
        {"id": "b", "title": "경제 연구", "authors": ["리영근"]},
    )
)


def test_jsonl_csv_notes_and_standard_input(tmp_path: Path) -> None:
    where = tmp_path / "titles.index"
    lines, table = tmp_path / "records.jsonl", tmp_path / "records.csv"
    lines.write_text(JSONL, encoding="utf-8")
    table.write_bytes('번호,제목,해\n1,녀성과 사회,2001\n2,"물리, 화학",\n'.encode("cp949"))
    done = juche("index", "build", where, lines)
    assert done.exit_code == 0, done.output
    assert "2 records, 2 of them new or changed" in done.stderr
    done = juche("index", "add", where, table, "--id-field", "번호", "--title-field", "제목")
    assert done.exit_code == 0, done.output
    assert juche("index", "add", where, ROOT / "examples/notes.txt").exit_code == 0
    assert juche("index", "add", where, stdin='{"id": "c", "title": "철학사전"}').exit_code == 0
    assert found(where, "노동신문") == ["a"]
    assert found(where, "여성") == ["1"]
    assert found(where, "화학") == ["2"]
    assert found(where, "chorhak sajon") == ["c"]
    assert len(found(where, "분배")) == 1


def test_a_run_that_was_broken_off_is_taken_up(tmp_path: Path) -> None:
    where, lines = tmp_path / "titles.index", tmp_path / "records.jsonl"
    lines.write_text(JSONL, encoding="utf-8")
    assert juche("index", "build", where, lines).exit_code == 0
    again = juche("index", "build", where, lines)
    assert again.exit_code == 2
    assert "there already" in again.output
    assert "2 records, 0 of them new" in juche("index", "add", where, lines).stderr


BAD = '{"id": "a", "title": "경제"}\n{broken\n[1]\n{"id": "", "title": "x"}\n\n{"id": "b", "title": "정치"}\n'


def test_bad_records_are_listed_and_the_rest_is_added(tmp_path: Path) -> None:
    done = juche("index", "build", tmp_path / "x", stdin=BAD)
    assert done.exit_code == 1
    assert "record 2 can't be added: line 2 is no JSON" in done.stderr
    assert "record 3 can't be added: line 3 is no JSON object" in done.stderr
    assert "record 4 can't be added: its \"id\" is ''" in done.stderr
    assert found(tmp_path / "x", "경제 OR 정치") == ["a", "b"]


def test_a_row_with_too_many_cells_is_listed(tmp_path: Path) -> None:
    table = tmp_path / "r.tsv"
    table.write_text("id\ttitle\n1\t경제\textra\n2\t정치\n3\n", encoding="utf-8")
    done = juche("index", "build", tmp_path / "x", table)
    assert done.exit_code == 1
    assert "line 2 has 3 cells under a header of 2" in done.stderr
    assert 'its "title" is missing' in done.stderr
    assert found(tmp_path / "x", "정치") == ["2"]


def test_the_rows_behind_an_open_quote_are_read(tmp_path: Path) -> None:
    table = tmp_path / "r.csv"
    table.write_text('id,title\n1,경제\n2,"열린 따옴표\n3,정치\n4,"두\n줄"\n5,"끝', encoding="utf-8")
    done = juche("index", "build", tmp_path / "x", table)
    assert done.exit_code == 1
    assert [line for line in done.stderr.splitlines() if "can't be added" in line] == [
        f"juche: {table}: record {record} can't be added: line {line} is no CSV: a quote is opened and not closed"
        for record, line in ((2, 3), (5, 7))
    ]
    assert [found(tmp_path / "x", word) for word in ("경제", "정치", "두줄")] == [["1"], ["3"], ["4"]]


def test_a_cell_that_is_too_long_takes_no_other_row_with_it(tmp_path: Path) -> None:
    table = tmp_path / "r.csv"
    table.write_text(f'id,title\n1,"{"가나 " * 700_000}\n2,경제\n3,정치\n', encoding="utf-8")
    done = juche("index", "build", tmp_path / "x", table)
    assert done.exit_code == 1
    assert "line 2 is no CSV: a cell has more than 2,097,152 characters, or its quote isn't closed" in done.stderr
    assert [found(tmp_path / "x", word) for word in ("경제", "정치")] == [["2"], ["3"]]


def test_columns_of_one_name_are_kept_apart_and_numbers_are_ids(tmp_path: Path) -> None:
    table, lines = tmp_path / "r.csv", tmp_path / "r.jsonl"
    table.write_text("id,title,title\n1,경제,정치\n", encoding="utf-8")
    lines.write_text('{"id": 7, "title": "철학"}\n', encoding="utf-8")
    assert juche("index", "build", tmp_path / "x", table, lines).exit_code == 0
    assert found(tmp_path / "x", "철학") == ["7"]
    (line,) = juche("search", tmp_path / "x", "경제").stdout.splitlines()
    assert json.loads(line)["fields"] == {"title (2)": "정치"}


def test_a_file_that_is_no_text_is_named_and_the_next_is_read(tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.jsonl", tmp_path / "good.jsonl"
    bad.write_bytes(b"\x00\x01\x02\xff\xfe")
    good.write_text(JSONL, encoding="utf-8")
    alone = juche("index", "build", tmp_path / "x", bad)
    assert alone.exit_code == 1
    assert f"juche: {bad}: this is no text" in alone.stderr
    done = juche("index", "build", tmp_path / "x", bad, good)  # what was left behind is no index of anything
    assert done.exit_code == 1
    assert found(tmp_path / "x", "경제") == ["b"]


def test_a_long_cell_beside_the_title_is_kept(tmp_path: Path) -> None:
    table = tmp_path / "r.csv"
    table.write_text(f"id,title,text\n1,경제,{'가' * 1_000_000}\n2,정치,\n", encoding="utf-8")
    assert juche("index", "build", tmp_path / "x", table).exit_code == 0
    (line,) = juche("search", tmp_path / "x", "경제").stdout.splitlines()
    assert len(json.loads(line)["fields"]["text"]) == 1_000_000


def test_columns_that_are_missing_are_named_once(tmp_path: Path) -> None:
    table = tmp_path / "r.csv"
    table.write_text("number,name\n1,경제\n2,정치\n", encoding="utf-8")
    done = juche("index", "build", tmp_path / "x", table)
    assert done.exit_code == 1
    assert done.stderr.count("can't be added") == 1
    assert "no column id and no column title, so no row can be; the columns are number, name" in done.stderr
    named = juche("index", "build", tmp_path / "x", table, "--id-field", "number", "--title-field", "name")
    assert named.exit_code == 0
    assert found(tmp_path / "x", "정치") == ["2"]


def test_an_id_again_is_told(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"id": id_, "title": title}) for id_, title in zip("abaca", "경정문철력", strict=True))
    for batch in ("1", "1000"):
        done = juche("index", "build", tmp_path / f"x{batch}", "--batch", batch, stdin=lines)
        assert "5 records" in done.stderr
        assert "2 of them took the place of another record with their id" in done.stderr
        assert "3 titles in" in done.stderr
    again = juche("index", "add", tmp_path / "x1", stdin='{"id": "b", "title": "정"}')
    assert "took the place" not in again.stderr


def test_a_list_of_records_in_json(tmp_path: Path) -> None:
    listed = json.dumps([{"id": 1, "title": "경제"}, "정치", {"id": 2, "title": "문화"}], indent=1)
    path = tmp_path / "r.json"
    path.write_text(listed, encoding="utf-8")
    done = juche("index", "build", tmp_path / "x", path)
    assert done.exit_code == 1
    assert "record 2 can't be added: item 2 is no JSON object" in done.stderr
    assert [found(tmp_path / "x", word) for word in ("경제", "문화")] == [["1"], ["2"]]
    lines = juche("index", "build", tmp_path / "y", stdin=json.dumps([{"id": 1, "title": "경제"}]))
    assert "a list of records is read from a file named .json, or with --input json" in lines.stderr
    broken = juche("index", "build", tmp_path / "z", "--input", "json", stdin=listed[:-3])
    assert "the file is no JSON" in broken.stderr


@pytest.mark.parametrize("name", ["r.jsonl", "r.csv"])
def test_bytes_that_are_no_text_cost_only_their_record(tmp_path: Path, name: str) -> None:
    rows = (
        [b'{"id": "1", "title": "' + title + b'"}' for title in ("경제".encode(), b"\xb0\xff", "정치".encode())]
        if name == "r.jsonl"
        else [b"id,title", "1,경제".encode(), b"2,\xb0\xff", "3,정치".encode()]
    )
    path = tmp_path / name
    path.write_bytes(b"\n".join(rows) + b"\n")
    done = juche("index", "build", tmp_path / "x", path)
    assert done.exit_code == 1
    assert "can't be added: it holds a byte or half of a character that is no UTF-8" in done.stderr
    assert len(found(tmp_path / "x", "경제 OR 정치")) == (
        1 if name == "r.jsonl" else 2
    )  # the lines of JSON have one id


def test_names_in_the_characters_of_north_korean_fonts_are_read_and_others_told(tmp_path: Path) -> None:
    lines = [{"id": "a", "title": "\uf113\uf114\uf115저작집"}, {"id": "b", "title": "경제\uf1ff연구"}]
    done = juche("index", "build", tmp_path / "x", stdin="\n".join(map(json.dumps, lines)))
    assert "private-use characters" in done.stderr
    assert "can't be read and won't be found in the title of b" in done.stderr
    assert found(tmp_path / "x", "김일성") == ["a"]
    assert found(tmp_path / "x", "경제") == ["b"]


def test_a_page_past_the_end_says_how_many_there_are(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"id": str(number), "title": f"경제 {number}"}) for number in range(25))
    juche("index", "build", tmp_path / "x", stdin=lines)
    past = juche("search", tmp_path / "x", "경제", "--offset", "40")
    assert past.exit_code == 1
    assert f"25 titles in {tmp_path / 'x'} match '경제', so none is left at --offset 40" in past.stderr
    assert "no title" in juche("search", tmp_path / "x", "정치", "--offset", "40").stderr


def test_marc_records_by_their_korean_title(tmp_path: Path) -> None:
    pymarc = pytest.importorskip("pymarc")
    subfield, field = pymarc.Subfield, pymarc.Field
    record = pymarc.Record(force_utf8=True)
    record.add_field(field(tag="001", data="ocm1"))
    record.add_field(
        field("245", ["0", "0"], [subfield("6", "880-01"), subfield("a", "Kyŏngje sajŏn /"), subfield("c", "X.")])
    )
    record.add_field(field("264", [" ", "1"], [subfield("a", "P'yŏngyang"), subfield("c", "1985.")]))
    record.add_field(
        field("880", ["0", "0"], [subfield("6", "245-01/$1"), subfield("a", "경제사전 /"), subfield("c", "X.")])
    )
    latin = pymarc.Record(force_utf8=True)
    latin.add_field(field("245", ["0", "0"], [subfield("a", "North Korean trade")]))
    path = tmp_path / "catalogue.mrc"
    path.write_bytes(record.as_marc() + latin.as_marc())
    assert juche("index", "build", tmp_path / "x", path).exit_code == 0
    (hit,) = map(json.loads, juche("search", tmp_path / "x", "경제사전").stdout.splitlines())
    assert (hit["id"], hit["title"]) == ("ocm1", "경제사전")
    assert hit["fields"] == {"other_title": "Kyŏngje sajŏn", "year": 1985}
    assert found(tmp_path / "x", "trade") == ["catalogue.mrc:2"]


@pytest.mark.parametrize(
    "engine",
    ["sqlite", pytest.param("tantivy", marks=pytest.mark.skipif(tantivy.state() != "ready", reason=tantivy.state()))],
)
def test_info_and_rebuild(tmp_path: Path, engine: str) -> None:
    where = tmp_path / "titles.index"
    assert juche("index", "build", where, "--engine", engine, stdin=JSONL).exit_code == 0
    facts = json.loads(juche("index", "info", where, "--check", "--format", "json").stdout)
    assert facts["engine"] == engine
    assert facts["titles"] == 2
    assert facts["bytes"] > 1_000
    assert facts["current"] is True
    assert facts["damage"] == []
    assert facts["analyser"].startswith("builtin ")
    shown = juche("index", "info", where)
    assert "titles: 2\n" in shown.stdout
    assert "current: yes" in shown.stdout
    assert juche("index", "rebuild", where).exit_code == 0
    assert found(where, "노동신문") == ["a"]


def test_an_index_of_other_tables_is_told_refused_and_rebuilt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = tmp_path / "titles.index"
    assert juche("index", "build", where, stdin=JSONL).exit_code == 0
    stamp = {"normaliser": "0", "lexicon": "0", "analyser": "old 1"}
    import sqlite3

    connection = sqlite3.connect(where)
    connection.executemany("UPDATE meta SET value = ? WHERE key = ?", [(value, key) for key, value in stamp.items()])
    connection.commit()
    connection.close()
    assert "current: no: `juche index rebuild`" in juche("index", "info", where).stdout
    refused = juche("search", where, "경제")
    assert refused.exit_code == 1
    assert refused.stderr.startswith("juche: ")
    assert "made with normaliser 0" in refused.stderr
    assert juche("index", "rebuild", where).exit_code == 0
    assert found(where, "경제") == ["b"]
    monkeypatch.undo()


def test_what_is_no_index_is_not_made_one(tmp_path: Path) -> None:
    for command in (["index", "info"], ["index", "rebuild"]):
        done = juche(*command, tmp_path)
        assert (done.exit_code, done.stderr) == (1, f"juche: {tmp_path} is no index of titles\n")
    assert juche("search", tmp_path, "경제").stderr == f"juche: {tmp_path} is no index of titles\n"
    assert list(tmp_path.iterdir()) == []
    assert juche("search", tmp_path / "nowhere", "경제").exit_code == 2


def test_a_table_shows_the_match_in_colour_or_between_asterisks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = tmp_path / "titles.index"
    assert juche("index", "build", where, stdin=JSONL).exit_code == 0
    plain = juche("search", where, "nodong", "--format", "table", "--explain").stdout
    assert "**로동**신문 사설" in plain
    assert "latin: nodong" in plain
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    coloured = juche("search", where, "nodong", "--format", "table").stdout
    assert "\x1b[1;31m로동\x1b[0m신문 사설" in coloured
    assert "**" not in coloured


def test_nothing_found_ends_with_1(tmp_path: Path) -> None:
    assert juche("index", "build", tmp_path / "x", stdin=JSONL).exit_code == 0
    assert juche("search", tmp_path / "x", "수산업").exit_code == 1
