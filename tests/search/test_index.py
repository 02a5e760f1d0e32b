from __future__ import annotations

import threading
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from juche_toolkit.adapters import tantivy
from juche_toolkit.adapters.fanout import part_name, write_parts
from juche_toolkit.adapters.sqlite import SqliteStore
from juche_toolkit.adapters.store import Column, Store
from juche_toolkit.adapters.stores import engine_of, open_store
from juche_toolkit.errors import InputError, TitleIndexError
from juche_toolkit.search.index import Added, Failure, Keyer, TitleIndex
from juche_toolkit.search.keys import COLUMNS
from juche_toolkit.search.lexicon import lexicon_hash
from tests.search.retrieval import SETS, Score, filled, keyer, measure


def parts(path: Path, columns: Sequence[Column], stamp: Mapping[str, str]) -> Store:
    """A folder of three parts, searched as one."""
    path.mkdir(exist_ok=True)
    for number in range(3):
        SqliteStore(path / part_name(number), columns, stamp).close()
    write_parts(path, 3)
    return open_store(path, columns, stamp)


def open_or_make(engine: str) -> Callable[[Path, Sequence[Column], Mapping[str, str]], Store]:
    def opened(path: Path, columns: Sequence[Column], stamp: Mapping[str, str]) -> Store:
        if engine == "parts" and not path.exists():
            return parts(path, columns, stamp)
        store = open_store(path, columns, stamp, engine=None if engine == "parts" else engine)
        assert engine_of(path) == engine
        return store

    return opened


STORES = {engine: open_or_make(engine) for engine in ("sqlite", "tantivy", "parts")}
"""Every engine passes these tests, and so do parts that are searched as one."""
needs_tantivy = pytest.mark.skipif(tantivy.state() != "ready", reason=tantivy.state())
every_engine = pytest.mark.parametrize(
    "engine", [pytest.param(engine, marks=needs_tantivy if engine == "tantivy" else ()) for engine in STORES]
)


@pytest.fixture(params=[pytest.param(name, marks=needs_tantivy if name == "tantivy" else ()) for name in STORES])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    store = STORES[request.param](tmp_path / "titles.index", COLUMNS, keyer().stamp)
    yield store
    store.close()


@pytest.fixture
def index(store: Store) -> TitleIndex:
    return TitleIndex(store, keyer())


def titles(index: TitleIndex, query: str, **options: Any) -> list[str]:
    return [hit.title for hit in index.search(query, **options)]


def numbered(*given: str, **fields: object) -> list[dict[str, object]]:
    return [{"id": f"n{number}", "title": title, **fields} for number, title in enumerate(given)]


# What is found


@pytest.fixture(
    scope="module", params=[pytest.param(name, marks=needs_tantivy if name == "tantivy" else ()) for name in STORES]
)
def scores(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Score]]:
    found = {}
    for which in SETS:
        path = tmp_path_factory.mktemp("set") / "titles.index"
        with filled(STORES[request.param](path, COLUMNS, keyer().stamp), which) as index:
            found[which] = measure(index, which)
    return found


LEAST = {
    "term": 0.97,
    "respelt": 0.98,
    "joined": 1.0,
    "spaced": 1.0,
    "hanja": 0.95,
    **dict.fromkeys(("mr", "38north", "ala-lc", "rr", "ascii"), 0.95),
    "latin joined": 0.95,
    "year": 1.0,
}
"""The least F1 of each kind of query; those that are misspelt or only initials count by what is among the first ten."""
LEAST_OF_OTHERS = 0.85
KINDS = (*LEAST, "initials", "sloppy", "typo", "keyboard")
NOT_ASKED = {
    ("first", "initials"),
    *product(("fourth", "fifth"), ("latin joined",)),
    *product(("first", "second", "third"), ("typo", "keyboard")),
    *product(("misspelt", "misspelt again"), (kind for kind in KINDS if kind != "sloppy")),
    *product(("mistyped",), (kind for kind in KINDS if kind not in ("sloppy", "typo"))),
}
"""Kinds of query that a set hasn't."""


@pytest.mark.parametrize("which", SETS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_retrieval_sets_are_found(scores: dict[str, dict[str, Score]], which: str, kind: str) -> None:
    if (which, kind) in NOT_ASKED:
        assert kind not in scores[which]
        return
    score = scores[which][kind]
    assert score.count >= (2 if kind == "year" else 4)
    assert score.f1 >= LEAST.get(kind, LEAST_OF_OTHERS)
    assert score.recall_at_ten >= 0.95


FOUND = [
    ("로동신문", "노동신문"),
    ("로동신문", "로동신문"),
    ("노동신문", "로동신문"),
    ("경제 연구", "경제연구"),
    ("경제연구", "경제 연구"),
    ("經濟硏究", "경제연구"),
    ("경제연구", "經濟硏究"),
    ("경제연구", "経済研究"),
    ("경제연구", "ㄱㅈㅇㄱ"),
    ("로동신문", "ㄴㄷㅅㅁ"),
    ("노동신문", "ㄹㄷㅅㅁ"),
    ("경제연구", "Kyŏngje yŏn'gu"),
    ("경제연구", "kyongje yongu"),
    ("경제연구", "kyongjeyongu"),
    ("경제연구", "gyeongje yeongu"),
    ("경제연구", "Kyo'ngje Yo'ngu"),
    ("경제연구", "kyungje yungu"),
    ("로동신문", "Rodong Sinmun"),
    ("노동신문", "rodong shinmoon"),
    ("바다가양식의 과학화", "바닷가"),
    ("바닷가의 생태", "바다가"),
    ("주체102(2013)년 신년사", "2013"),
    ("2013년 신년사", "주체102"),
    ("2013년 신년사", "주체102년"),
    ("CNC기술", "cnc"),
    ("ＣＮＣ기술", "CNC"),
    ("사회주의기업책임관리제의 본질", "책임관리"),
    ("사회주의기업책임관리제의 본질", "사회주의 기업"),
    ("사회주의기업책임관리제의 본질", "사회주의기*"),
    ("경제연구", "ㄱㅕㅇㅈㅔ"),
    ("경제연구", "rudwpdusrn"),
    ("경제연구", "RUDWP dusrn"),
    ("경제연구", "ㅏㅛㅐㅜㅎㅓㄷ"),
    ("경제연구", "견제연구"),
    ("경제연구", "경재연고"),
    ("경제 연구", "kyong je yon gu"),
    ("주체사상연구", "주체사싱연구"),
    ("백두산천지의 화산", "백두산천뀨"),
    ("안창호", "An Ch'ang-ho"),
    ("허준의 동의보감", "Hur Jun Tongeuibogam"),
    ("金日成의 政治思想", "김일성"),
    ("《경제연구》, 2호", '"경제 연구"'),
]


@pytest.mark.parametrize(("title", "query"), FOUND)
def test_a_title_is_found_however_it_is_typed(index: TitleIndex, title: str, query: str) -> None:
    index.add(numbered("화학과 생물", title, "물리학의 기초"))
    assert titles(index, query) == [title]
    assert titles(index, unicodedata.normalize("NFD", query)) == [title]


@pytest.mark.parametrize(
    "query", ["정치", "ㅋㅋㅋ", "politics", "1999", "政治", '"연구 경제"', "연구경*", "", "!!", "경제 NOT 연구", "ㅎ"]
)
def test_what_is_not_there_is_not_found(index: TitleIndex, query: str) -> None:
    index.add(numbered("경제연구", "감정치료의 길"))
    assert [title for title in titles(index, query) if title != "감정치료의 길"] == []


def test_boolean_queries(index: TitleIndex) -> None:
    index.add(numbered("경제와 정치", "경제와 문화", "문화와 정치", "로동과 법"))
    assert set(titles(index, "경제 AND 정치")) == {"경제와 정치"}
    assert set(titles(index, "경제 OR 로동")) == {"경제와 정치", "경제와 문화", "로동과 법"}
    assert set(titles(index, "정치 NOT 경제")) == {"문화와 정치"}
    assert set(titles(index, "(경제 OR 문화) NOT 정치")) == {"경제와 문화"}
    assert set(titles(index, "문화 NOT (경제 OR 로동)")) == {"문화와 정치"}
    assert set(titles(index, "kyongje OR ㄹㄷ")) == {"경제와 정치", "경제와 문화", "로동과 법"}


def test_words_come_before_characters_and_short_titles_before_long_ones(index: TitleIndex) -> None:
    index.add(numbered("조선로동당사업의 몇가지 문제", "로동당 사업", "우리 로동당 사업의 길에서 얻은 경험과 교훈"))
    hits = index.search("로동당 사업")
    assert [hit.matched for hit in hits] == sorted((hit.matched for hit in hits), key=["terms", "title", "loose"].index)
    assert hits[0].title == "로동당 사업"
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_paging_gives_every_hit_once(index: TitleIndex) -> None:
    index.add(
        numbered(
            *(f"경제 문제 {number}" for number in range(45)), *(f"국민경제문제연구 {number}" for number in range(15))
        )
    )
    whole = [hit.id for hit in index.search("경제 문제", limit=100)]
    paged = [hit.id for offset in range(0, 100, 7) for hit in index.search("경제 문제", limit=7, offset=offset)]
    assert len(whole) == len(set(whole)) == 60
    assert paged == whole
    assert index.search("경제", limit=0) == ()


def test_a_word_in_very_many_titles_is_found_in_pages_too(index: TitleIndex) -> None:
    index.add(numbered(*(f"경제 {number}" for number in range(1_500))))
    assert len(index.search("경제", limit=2_000)) == 1_500
    pages = [hit.id for offset in (0, 20, 1_480) for hit in index.search("경제", offset=offset)]
    assert (
        pages
        == [hit.id for hit in index.search("경제", limit=40)]
        + [hit.id for hit in index.search("경제", limit=2_000)][1_480:]
    )


def test_negative_pages_are_refused(index: TitleIndex) -> None:
    with pytest.raises(InputError, match="negative"):
        index.search("경제", limit=-1)


# What is shown


@pytest.mark.parametrize(
    ("title", "query", "shown"),
    [
        ("《경제연구》, 2호", "연구", "《경제**연구**》, 2호"),
        ("로동 신문", "노동신문", "**로동 신문**"),
        ("經濟 硏究", "경제", "**經濟** 硏究"),
        ("경제 연구", "ㅈㅇ", "경**제 연**구"),
        ("로동당의 시대", "nodongdang", "**로동당**의 시대"),
        ("주체102(2013)년 신년사", "신년사", "주체102(2013)년 **신년사**"),
    ],
)
def test_the_match_is_marked_in_the_title_as_given(index: TitleIndex, title: str, query: str, shown: str) -> None:
    for form in ("NFC", "NFD"):
        given = unicodedata.normalize(form, title)
        index.add(numbered(given))
        (hit,) = index.search(query)
        assert hit.title == given
        assert hit.snippet == unicodedata.normalize(form, shown)
        assert all("**" + given[start:end] + "**" in hit.snippet for start, end in hit.spans)


def test_a_long_title_is_cut_around_the_match(index: TitleIndex) -> None:
    index.add(numbered("가나 " * 100 + "경제연구" + " 다라" * 100))
    (hit,) = index.search("경제연구")
    assert "**경제연구**" in hit.snippet
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert len(hit.snippet) < 200


def test_an_explained_hit_names_the_keys_that_matched(index: TitleIndex) -> None:
    index.add(numbered("경제와 로동", year=2013))
    assert index.search("노동", explain=True)[0].why == ("terms: 노동",)
    assert index.search("rodong", explain=True)[0].why == ("latin: rodong",)
    assert index.search("정치 OR 경제", explain=True)[0].why == ("terms: 경제",)
    assert index.search("2013", explain=True)[0].why == ("years: 2013",)
    assert index.search("노동")[0].why == ()


# What goes in


def test_fields_come_back_as_they_were_given(index: TitleIndex) -> None:
    index.add(
        [{"id": "a", "title": "경제", "authors": ["김 아무개", "Ri"], "year": 2013, "deep": {"x": [1, None, True]}}]
    )
    (hit,) = index.search("경제")
    assert hit.id == "a"
    assert hit.fields == {"authors": ["김 아무개", "Ri"], "year": 2013, "deep": {"x": [1, None, True]}}


def test_an_id_again_replaces_its_record(index: TitleIndex) -> None:
    assert index.add([{"id": "a", "title": "경제"}, {"id": "b", "title": "정치"}]) == Added(2, 2)
    assert index.add([{"id": "a", "title": "문화"}, {"id": "b", "title": "정치"}]) == Added(2, 1, replaced=1)
    assert index.add([{"id": "c", "title": "하나"}, {"id": "c", "title": "둘과 셋"}]) == Added(2, 1, replaced=1)
    assert len(index) == 3
    assert titles(index, "경제") == titles(index, "하나") == []
    assert titles(index, "문화") == ["문화"]
    assert titles(index, "둘과") == ["둘과 셋"]
    assert index.check() == ()


def test_deleted_records_are_gone(index: TitleIndex) -> None:
    index.add(numbered("경제", "경제와 정치", "문화"))
    assert index.delete(["n0", "n7", "n0"]) == 1
    assert titles(index, "경제") == ["경제와 정치"]
    assert index.delete("n1") == 1
    assert len(index) == 1
    index.add([{"id": "n0", "title": "새 경제"}])
    assert titles(index, "경제") == ["새 경제"]


BAD = [
    ("no mapping", "it is no mapping, but str"),
    ({"title": "경제"}, '"id" is missing'),
    ({"id": 5, "title": "경제"}, '"id" is 5'),
    ({"id": "", "title": "경제"}, "\"id\" is ''"),
    ({"id": "x"}, '"title" is missing'),
    ({"id": "x", "title": " "}, "\"title\" is ' '"),
    ({"id": "x", "title": None}, '"title" is missing'),
    ({"id": "x", "title": "가" * 10_001}, '"title" has 10,001 characters'),
    ({"id": "x", "title": "경제", "when": {1, 2}}, "JSON"),
    ({"id": "x", "title": "경제", "n": float("nan")}, "JSON"),
    ({"id": "x", "title": "경제\ud800"}, "no UTF-8"),
]


@pytest.mark.parametrize(("bad", "reason"), BAD, ids=[reason for _, reason in BAD])
def test_a_bad_record_is_named_and_nothing_before_it_is_lost(index: TitleIndex, bad: Any, reason: str) -> None:
    good = numbered("경제", "정치", "문화")
    with pytest.raises(TitleIndexError, match=r"record 3 .*the 2 before it are in the index") as caught:
        index.add([*good[:2], bad, good[2]])
    assert reason in str(caught.value)
    assert len(index) == 2
    added = index.add([*good[:2], bad, good[2]], skip_bad=True)
    assert added.count == len(index) == 3
    (failure,) = added.failures
    assert isinstance(failure, Failure)
    assert failure.number == 3
    assert reason in failure.reason


def test_progress_is_told_after_every_batch(index: TitleIndex) -> None:
    told: list[int] = []
    index.add(numbered(*"가나다라마"), batch=2, progress=told.append)
    assert told == [2, 4, 5]


def test_a_source_that_breaks_loses_no_written_batch(index: TitleIndex) -> None:
    def source() -> Iterator[dict[str, object]]:
        yield from numbered("경제", "정치")
        raise OSError("the source broke")

    with pytest.raises(OSError, match="the source broke"):
        index.add(source(), batch=1)
    assert len(index) == 2


# Opening


@every_engine
def test_an_index_lasts(tmp_path: Path, engine: str) -> None:
    path = tmp_path / "한글 #?% 이름.index"
    for opened in range(3):
        with TitleIndex(STORES[engine](path, COLUMNS, keyer().stamp), keyer()) as index:
            assert len(index) == opened
            index.add([{"id": str(opened), "title": "경제연구"}])
            assert len(index.search("경제")) + len(index.search('"경제연구"')) >= opened + 1


@every_engine
def test_an_index_made_otherwise_is_refused_and_can_be_rebuilt(tmp_path: Path, engine: str) -> None:
    path = tmp_path / "titles.index"
    other = Keyer(keyer().terms, keyer().romanize, {"analyser": "other 2"})
    old = Keyer(lambda _title: ("정치",), keyer().romanize, {"analyser": "old 1"})
    with TitleIndex(STORES[engine](path, COLUMNS, old.stamp), old) as index:
        index.add(numbered("경제와 문화", "문화"))
        index.delete(["n1"])
        assert index.stamp["analyser"] == "old 1"
    with pytest.raises(TitleIndexError, match="made with analyser old 1, not other 2; rebuild"):
        TitleIndex(STORES[engine](path, COLUMNS, other.stamp), other)
    with TitleIndex(STORES[engine](path, COLUMNS, other.stamp), other, rebuild=True) as index:
        assert titles(index, "경제") == ["경제와 문화"]
        assert titles(index, "정치") == []
        assert index.stamp["analyser"] == "other 2"
    with TitleIndex(STORES[engine](path, COLUMNS, other.stamp), other) as index:
        assert len(index) == 1
        assert index.check() == ()


@every_engine
def test_an_index_made_with_other_tables_is_refused(tmp_path: Path, engine: str) -> None:
    path, other = tmp_path / "titles.index", Keyer(str.split, lambda text, _scheme: text, {"lexicon": "another"})
    plain = Keyer(str.split, lambda text, _scheme: text)
    assert plain.stamp["lexicon"] == lexicon_hash() != "another"
    TitleIndex(STORES[engine](path, COLUMNS, other.stamp), other).close()
    with pytest.raises(TitleIndexError, match="made with lexicon another, not"):
        TitleIndex(STORES[engine](path, COLUMNS, plain.stamp), plain)


def test_a_closed_index_says_so(index: TitleIndex) -> None:
    with index:
        index.add(numbered("경제"))
    index.close()
    for use in (
        lambda: index.search("경제"),
        lambda: index.add(numbered("정치")),
        lambda: len(index),
        lambda: index.delete(["x"]),
    ):
        with pytest.raises(TitleIndexError, match="is closed"):
            use()


# Threads


def test_readers_see_whole_batches_while_one_writes(index: TitleIndex, request: pytest.FixtureRequest) -> None:
    whole = "parts" not in request.node.callspec.id  # a batch is whole in each part, not over all of them
    batch, batches, stop = 20, 40, threading.Event()
    wrong: list[object] = []

    def read() -> None:
        seen = 0
        while not stop.is_set():
            found = len(index.search("경제", limit=batch * batches))
            if (whole and found % batch) or found < seen:
                wrong.append((seen, found))
            seen = found

    def guarded() -> None:
        try:
            read()
        except TitleIndexError as error:
            wrong.append(error)

    readers = [threading.Thread(target=guarded) for _ in range(4)]
    for reader in readers:
        reader.start()
    index.add(({"id": str(number), "title": f"경제 {number}"} for number in range(batch * batches)), batch=batch)
    stop.set()
    for reader in readers:
        reader.join(30)
    assert wrong == []
    assert len(index.search("경제", limit=batch * batches)) == batch * batches
