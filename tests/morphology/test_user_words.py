"""A user's words: what they change, and what is said of a file that can't be used."""

from __future__ import annotations

import pickle
import unicodedata
from pathlib import Path

import pytest

import juche_toolkit as jt
from juche_toolkit.errors import NotSupportedError, TableError
from juche_toolkit.morphology import builtin
from juche_toolkit.morphology.protocol import Morpheme
from juche_toolkit.morphology.user_words import UserWord, read_user_words

HEAD = "form\ttag\tlevel\n"
WORDS = HEAD + "꽃니불\tNNP\t1\n# a remark\n경제개발구\tNNG\t2\n사회주의기업\tNNG\t2\n로동총국\tNNP\t2\n봉\tNNG\t3\n"
CUT = [
    ("꽃니불축전에서", "꽃니불 축전"),
    ("경제개발구관리사업", "경제개발구 관리 사업"),
    ("사회주의기업책임관리제", "사회주의기업 책임 관리제"),
    ("로동총국의 결성", "노동총국 결성"),
    ("봉", "봉"),
]
"""Titles, and their terms where the words above are known."""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "words.tsv"
    path.write_text(WORDS, encoding="utf-8")
    return path


def test_a_user_word_is_found(table: Path) -> None:
    found = jt.load_analyzer(words=table).analyze("꽃니불에서")
    assert found[0] == Morpheme("꽃니불", "NNP", 0, 3, "꽃니불")


@pytest.mark.parametrize(("title", "terms"), CUT)
def test_nouns_of_a_user_are_never_cut(table: Path, title: str, terms: str) -> None:
    assert " ".join(jt.search_terms(title, analyzer=jt.load_analyzer(words=table))) == terms
    assert " ".join(jt.search_terms(title)) != terms


@pytest.mark.slow
@pytest.mark.parametrize(("name", "module"), [("kiwi", "kiwipiepy"), ("komoran", "konlpy")])
def test_kiwi_and_komoran_take_the_same_words(table: Path, name: str, module: str) -> None:
    pytest.importorskip(module)
    analyzer = jt.load_analyzer(name, words=table)
    assert analyzer.name == name
    assert analyzer.version != jt.load_analyzer(name).version
    assert pickle.loads(pickle.dumps(analyzer)) is analyzer  # noqa: S301 - our own
    for title, terms in CUT:
        assert " ".join(jt.search_terms(title, analyzer=analyzer)) == terms
    assert jt.search_terms("꽃니불축전", analyzer=name) != ("꽃니불", "축전")


@pytest.mark.parametrize("name", ["kkma", "okt", "hannanum", "nkhandic"])
def test_the_others_say_that_they_take_none(table: Path, name: str) -> None:
    with pytest.raises(NotSupportedError, match=f"{name} takes no words of your own.*builtin, kiwi and komoran"):
        jt.load_analyzer(name, words=table)


def test_an_index_tells_words_apart(table: Path, tmp_path: Path) -> None:
    mine = jt.load_analyzer(words=table)
    with jt.TitleIndex.open(tmp_path / "titles.index", analyzer=mine) as index:
        index.add([{"id": "a", "title": "꽃니불축전"}])
        assert [hit.id for hit in index.search("꽃니불")] == ["a"]
    with pytest.raises(jt.TitleIndexError, match="words"):
        jt.TitleIndex.open(tmp_path / "titles.index")


def test_an_analyser_with_words_is_the_same_in_a_worker(table: Path) -> None:
    analyzer = jt.load_analyzer(words=table)
    assert pickle.loads(pickle.dumps(analyzer)) is analyzer  # noqa: S301 - our own
    assert jt.load_analyzer(words=table) is analyzer
    assert jt.load_analyzer() is builtin.load()


@pytest.mark.parametrize(
    "written",
    [
        WORDS.encode("utf-8-sig"),
        WORDS.replace("\n", "\r\n").encode(),
        unicodedata.normalize("NFD", WORDS).encode(),
        ("# mine\n\n" + WORDS).encode(),
        "\n".join(
            (
                "level\tnote\tform\ttag",
                "1\tseen in 2013\t꽃니불\tNNP",
                "2\t\t경제개발구\tNNG",
                "2\t\t사회주의기업\tNNG",
                "2\t\t로동총국\tNNP",
                "3\t\t봉\tNNG",
            )
        ).encode(),
    ],
    ids=["BOM", "CRLF", "NFD", "remarks", "more columns"],
)
def test_tables_as_programs_write_them_are_read(tmp_path: Path, written: bytes) -> None:
    path = tmp_path / "words.tsv"
    path.write_bytes(written)
    assert [word.form for word in read_user_words(path)] == ["꽃니불", "경제개발구", "사회주의기업", "로동총국", "봉"]
    assert read_user_words(path)[0] == UserWord("꽃니불", "NNP", 1)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (HEAD + "경제\tNNG\n", "line 2: 2 cells where 3 were expected"),
        (HEAD + "# ok\n경제\tNNG\t1\t2\n", "line 3: 4 cells where 3 were expected"),
        (HEAD + "economy\tNNG\t1\n", "line 2: a word is written in Hangul"),
        (HEAD + "경제 개발\tNNG\t1\n", "line 2: a word is written in Hangul"),
        (HEAD + "\tNNG\t1\n", "line 2: a word is written in Hangul"),
        (HEAD + "경제\tNOUN\t1\n", "line 2: no tag 'NOUN'; there are IC, MAG"),
        (HEAD + "경제\tNNG\t9\n", "line 2: the level is a number from 1 to 5, not '9'"),
        (HEAD + "경제\tNNG\t\n", "line 2: the level is a number from 1 to 5, not ''"),
        (HEAD + "가" * 30 + "\tNNG\t1\n", "line 2: '가"),
        ("word\tpos\n경제\tNNG\n", "line 2: a line with the columns form, tag and level"),
        ("경제\tNNG\t1\n정치\tNNG\t1\n", "form, tag, level missing"),
        (HEAD, "no words are in it"),
        ("", "no words are in it"),
        ("\n\n# nothing\n", "no words are in it"),
    ],
)
def test_a_broken_table_is_named_by_file_line_and_reason(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(TableError, match=r"mine\.tsv") as caught:
        jt.load_analyzer(words=path)
    assert reason in str(caught.value)


def test_a_file_that_is_no_text_is_named_with_the_place(tmp_path: Path) -> None:
    path = tmp_path / "korean.tsv"
    path.write_bytes(HEAD.encode() + "경제\tNNG\t1\n".encode("cp949"))
    with pytest.raises(TableError, match=r"korean\.tsv, line 2: byte 1 \(0xb0\) is not UTF-8"):
        read_user_words(path)
    path.write_bytes(WORDS.encode("utf-16"))
    with pytest.raises(TableError, match=r"korean\.tsv, line 1: byte 1 \(0xff\) is not UTF-8"):
        read_user_words(path)


def test_a_file_that_is_not_there_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"nowhere\.tsv: there is no such file"):
        jt.load_analyzer(words=tmp_path / "nowhere.tsv")
    with pytest.raises(TableError, match=r": this is a folder"):
        jt.load_analyzer(words=tmp_path)
    path = tmp_path / "words.tsv"
    path.write_text(WORDS, encoding="utf-8")
    with pytest.raises(TableError, match=r"words\.tsv"):
        jt.load_analyzer(words=path / "deeper")
