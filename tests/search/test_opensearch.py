from __future__ import annotations

import json
from pathlib import Path

import juche_toolkit as jt
from juche_toolkit.adapters.store import cut, stretch
from juche_toolkit.search.keys import COLUMNS
from juche_toolkit.search.opensearch import mapping


def test_every_record_is_written_with_its_keys_cut(tmp_path: Path) -> None:
    given = [{"id": f"n{number}", "title": f"로동신문 {number}", "year": 2013} for number in range(5)]
    with jt.TitleIndex.open(tmp_path / "x") as index:
        index.add(given)
        files = index.export_opensearch(tmp_path / "out", index="catalogue", lines=4)
    assert [file.name for file in files] == [
        "mapping.json",
        "bulk-00001.ndjson",
        "bulk-00002.ndjson",
        "bulk-00003.ndjson",
    ]
    assert json.loads(files[0].read_bytes()) == mapping(COLUMNS)
    text = "".join(file.read_text(encoding="utf-8") for file in files[1:])
    assert text.endswith("\n")  # as a bulk request must
    lines = [json.loads(line) for line in text.splitlines()]
    assert [line["index"]["_id"] for line in lines[::2]] == [record["id"] for record in given]
    assert {line["index"]["_index"] for line in lines[::2]} == {"catalogue"}
    for record, document in zip(given, lines[1::2], strict=True):
        assert (document["id"], document["title"]) == (record["id"], record["title"])
        assert document["fields"] == {"year": 2013}
        assert {"노동", "신문"} <= set(document["keys"]["terms"].split())
        assert document["keys"].keys() <= {column.name for column in COLUMNS}


def test_the_mapping_names_every_field_of_a_document_and_every_key(tmp_path: Path) -> None:
    with jt.TitleIndex.open(tmp_path / "x") as index:
        index.add([{"id": "a", "title": "바다가, 주체102(2013)년"}])
        document = json.loads(index.export_opensearch(tmp_path / "out")[1].read_text(encoding="utf-8").splitlines()[1])
    properties = mapping(COLUMNS)["mappings"]["properties"]  # type: ignore[index]
    assert document.keys() == properties.keys()
    assert {column.name for column in COLUMNS} == properties["keys"]["properties"].keys()
    for column in COLUMNS:
        options = properties["keys"]["properties"][column.name]["index_options"]
        assert options == ("positions" if column.grams else "docs")


def test_a_stretch_is_a_phrase_of_the_tokens_it_was_cut_into() -> None:
    title = next(column for column in COLUMNS if column.name == "title")
    whole = f" {cut(title, '사회주의기업책임관리제')} "
    for part in ("사회", "책임관리", "관리제", "제"):
        grams, rest = stretch(title, part)
        assert f" {' '.join([*grams, rest]).strip()}" in whole
