from __future__ import annotations

import subprocess
import sys
import time
import unicodedata
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import juche_toolkit as jt
from juche_toolkit.errors import JucheToolkitError
from juche_toolkit.romanization.convert import convert, fold
from juche_toolkit.romanization.exceptions import proper_nouns
from juche_toolkit.romanization.lattice import Lattice
from juche_toolkit.romanization.letters import marked, style_of
from tests.tables import golden

FAMILY = ("mr", "38north", "ala-lc", "bgn")
ROWS = golden("reverse.tsv")
SAMPLE = [row["word"] for row in golden("reverse_words.tsv")]
PIECES = [
    *"aeiouwykngtpmshrl",
    *"ŏ ŭ ch ch' k' t' p' n'g ng kk tt pp ss tch yŏ wŏ ae oe ŭi wi o' u' - ʼ".split(),
    *"kyŏng yŏn'gu il kim song hak po ri ryo nyŏ mun pak guk".split(),
]
latin_words = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join)
any_latin = st.one_of(latin_words, st.text(max_size=40), st.lists(latin_words, min_size=1, max_size=5).map(" ".join))


def texts(latin: str, limit: int = 10) -> list[str]:
    return [candidate.text for candidate in jt.to_hangul(latin, limit=limit)]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['latin']} {row['hangul']}" for row in ROWS])
def test_golden(row: dict[str, str]) -> None:
    found = texts(row["latin"])
    assert row["hangul"] in found[: int(row["within"])]
    if row["behind"] in found:
        assert found.index(row["hangul"]) < found.index(row["behind"])
    assert row["absent"] not in found


@pytest.mark.parametrize(
    ("spelling", "least"), [("mr", 0.97), ("ascii", 0.96), ("38north", 0.97), ("ala-lc", 0.96), ("bgn", 0.97)]
)
def test_a_word_is_among_the_candidates_of_its_romanization(spelling: str, least: float) -> None:
    assert len(SAMPLE) == 300
    if spelling == "ascii":
        latin = [convert(str(jt.romanize(word, "mr")), "mr", "ascii") for word in SAMPLE]
    else:
        latin = [str(jt.romanize(word, spelling, divide=False)) for word in SAMPLE]
    share = sum(word in texts(one) for word, one in zip(SAMPLE, latin, strict=True)) / len(SAMPLE)
    assert share >= least


@pytest.mark.parametrize("apostrophe", [*"'’‘ʼʻ`′´＇"])
def test_any_apostrophe_will_do(apostrophe: str) -> None:
    assert texts("ch'o'lhak".replace("'", apostrophe)) == texts("ch'o'lhak")
    assert texts("yŏn'gu".replace("'", apostrophe)) == texts("yŏn'gu")


@pytest.mark.parametrize("latin", ["kyŏngje", "Yŏn'gu", "Chŏng Chun-t'aek", "P'yŏngyang"])
def test_combining_marks_and_capitals_change_nothing(latin: str) -> None:
    expected = jt.to_hangul(latin)
    assert expected
    for other in (unicodedata.normalize("NFD", latin), latin.upper(), latin.lower(), f"  {latin} ", f"“{latin}”,"):
        assert jt.to_hangul(other) == expected


@pytest.mark.parametrize("scheme", FAMILY)
@pytest.mark.parametrize(("kind", "as_kind"), [("person", "name"), ("place", "place"), ("institution", "corporate")])
def test_names_of_the_tables_are_found_in_every_spelling(scheme: str, kind: str, as_kind: str) -> None:
    names = [name for name, known in proper_nouns().names.items() if known.kind == kind][::10]
    assert len(names) > 20
    for name in names:
        latin = str(jt.romanize(name, scheme, kind=as_kind, divide=False))  # type: ignore[arg-type]
        assert name in [text.replace(" ", "") for text in texts(latin)], latin


def test_known_names_score_1_and_guesses_less() -> None:
    name, *rest = jt.to_hangul("Kyongje Yongu")
    assert (name.text, name.score) == ("경제연구", 1.0)
    assert rest
    assert all(0 < candidate.score < 1 for candidate in rest)


def test_marks_that_no_reading_has_are_read_away() -> None:
    assert "경제" in texts("kyo'ng'je'")


@pytest.mark.parametrize(
    "latin",
    [
        "",
        " ",
        "'",
        "-",
        "xyz",
        "qqq",
        "123",
        "21-segi",
        "kyongje経",
        "경제 yongu",
        "\ud800a",
        "한국",
        "經濟",
        "k",
        "ng",
        "bcd",
        "\x00",
        "x" * 10_000,
        "kang" * 2_500,
    ],
)
def test_what_is_no_romanized_korean_has_no_candidates_and_is_told_so_fast(latin: str) -> None:
    texts("kyongje")
    start = time.perf_counter()
    assert texts(latin) == []
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize("given_limit", [0, -1, True, 1.5, "10", None])
def test_a_limit_is_a_number_from_1(given_limit: object) -> None:
    with pytest.raises(JucheToolkitError, match="limit"):
        jt.to_hangul("kyongje", limit=given_limit)  # type: ignore[arg-type]


def test_only_strings_are_read() -> None:
    with pytest.raises(JucheToolkitError, match="string"):
        jt.to_hangul(b"kyongje")  # type: ignore[arg-type]


def test_the_limit_holds_and_a_longer_list_begins_with_the_shorter() -> None:
    few, many = texts("kangnyongson", 3), texts("kangnyongson", 30)
    assert len(few) == 3
    assert len(many) > 10
    assert many[:3] == few


ADVERSARIAL = [
    unit * (200 // len(unit))
    for unit in ("oe", "ui", "a", "yo", "choson", "ka-", "anna", "o'", "ngu", "kangsong ", "a ", "Kim Il-song ")
]


@pytest.mark.parametrize("latin", ADVERSARIAL, ids=[latin[:12] for latin in ADVERSARIAL])
def test_200_letters_take_bounded_time(latin: str) -> None:
    texts("kyongje")
    start = time.process_time()
    texts(latin)
    assert time.process_time() - start < 2  # a second on an idle machine, and then some for a busy one


def test_the_first_call_reads_the_tables_within_bounds() -> None:
    code = (
        "import time, juche_toolkit as jt; jt.to_hangul; t = time.process_time()\n"
        "jt.to_hangul('kyongje yongu'); print(time.process_time() - t)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert float(told) < 1.5


def test_readings_of_a_long_word_come_one_by_one_and_cheapest_first() -> None:
    latin = "sahoejuŭigiŏpch'aegimgwallije"
    readings = Lattice(marked(latin), style_of(latin)).readings()
    cost, first = next(readings)
    assert first == "사회주의기업책임관리제"
    later = [next(readings)[0] for _ in range(100)]
    assert [cost, *later] == sorted([cost, *later])


@given(any_latin)
@settings(max_examples=300, deadline=None)
def test_candidates_are_hangul_sorted_and_different(latin: str) -> None:
    found = jt.to_hangul(latin)
    assert len(found) <= 10
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert len({one.text for one in found}) == len(found)
    for one in found:
        assert 0 < one.score <= 1
        assert all("가" <= sign <= "힣" or sign == " " for sign in one.text)


@given(st.one_of(latin_words, st.sampled_from(SAMPLE).map(lambda word: str(jt.romanize(word)))))
@settings(max_examples=200, deadline=None)
def test_a_candidate_gives_the_letters_back(latin: str) -> None:
    for text in texts(latin, 5):
        assert fold(latin) in spellings(text), (latin, text)


def spellings(text: str) -> set[str]:
    """The folded letters of all ways in which the family writes a word, as a text, a place or a person's name."""
    found = set()
    for scheme, kind, initial, exceptions in product(
        FAMILY, ("text", "place", "name"), ("keep", "drop"), (True, False)
    ):
        for part in {text, f"김 {text}"} if kind == "name" else {text}:
            options = {"kind": kind, "initial": initial, "exceptions": exceptions, "divide": False}
            latin = fold(str(jt.romanize(part, scheme, **options)))  # type: ignore[arg-type]
            found |= {latin, latin.removeprefix("kim")}
    return found


def test_a_text_of_several_words_is_given_with_its_spaces_and_written_together() -> None:
    found = texts("kwahak kisul")
    assert {"과학 기술", "과학기술"} <= set(found[:2])
    assert texts("kyongje yongu")[:2] == ["경제연구", "경제 연구"]
