from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

import juche_toolkit as jt


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("color사진", "colorsajin"),
        ("3·1운동", "3·1undong"),
        ("IT기술", "ITkisul"),
        ("iPhone용", "iPhoneyong"),
        ("https://www.38north.org/경제", "https://www.38north.org/경제"),
        ("http://한국.한국/경제 연구", "http://한국.한국/경제 yo'ngu"),
        ("WWW.kcna.kp/조선 로동", "WWW.kcna.kp/조선 rodong"),
        ("(https://a.kr/책)에서", "(https://a.kr/책)eso'"),
        ("https://ko.wikipedia.org/wiki/구_(나라) 책", "https://ko.wikipedia.org/wiki/구_(나라) ch'aek"),
        ("《https://a.kr/책·글》 책", "《https://a.kr/책·글》 ch'aek"),
        ("https://a.kr/經濟/책'글' 經濟", "https://a.kr/經濟/책'글' kyo'ngje"),
        ("https://a.kr/책 책\ufdd0", "https://a.kr/책 ch'aek\ufdd0"),
        ("http://www.kcna.kp에서", "http://www.kcna.kpeso'"),
        ("https://a.kr/a.html에서", "https://a.kr/a.htmleso'"),
        ("『인권』 978-89-364-7000-1", "『inkwo'n』 978-89-364-7000-1"),
    ],
)
def test_what_is_not_korean_passes_through(text: str, latin: str) -> None:
    assert jt.romanize(text) == latin


@pytest.mark.parametrize(
    ("word", "mr"),
    [
        ("독립", "tongnip"), ("신라", "silla"), ("관리", "kwalli"), ("칼날", "k'allal"), ("같이", "kach'i"), ("해돋이", "haedoji"),
        ("놓고", "nok'o"), ("좋은", "choŭn"), ("북한", "pukhan"), ("못하다", "mothada"), ("발해", "parhae"), ("읽는", "ingnŭn"),
        ("맑게", "malke"), ("밟다", "papta"), ("넓다", "nŏlta"), ("값어치", "kabŏch'i"), ("삶", "sam"), ("학문", "hangmun"),
        ("문법", "munpŏp"), ("인권", "inkwŏn"), ("생산량", "saengsannyang"), ("꽃잎", "kkonnip"), ("발전", "palchŏn"), ("활동", "hwaltong"),
        ("살던", "saldŏn"), ("길잡이", "kiljabi"), ("할수", "halsu"), ("닭과", "takkwa"), ("앉히다", "anch'ida"), ("한국", "han'guk"),
    ],
)  # fmt: skip
def test_hard_words(word: str, mr: str) -> None:
    assert jt.romanize(word, "mr").lower() == mr


@pytest.mark.parametrize("particle", ["에서", "의", "은", "과", "만", "까지"])
@pytest.mark.parametrize(("word", "mr"), [("문법", "munpŏ"), ("인권", "inkwŏ"), ("헌법", "hŏnpŏ")])
def test_a_word_keeps_its_sound_before_a_particle(word: str, mr: str, particle: str) -> None:
    assert jt.romanize(word + particle, "mr").startswith(mr)


def test_a_word_is_not_found_where_two_others_meet() -> None:
    assert jt.romanize("남성과", "mr") == "namsŏnggwa"
    assert jt.romanize("성과", "mr") == "sŏngkwa"


def test_north_korean_initials_are_kept_or_dropped_as_the_scheme_or_the_caller_says() -> None:
    assert jt.romanize("로동") == "rodong"
    assert jt.romanize("로동", "mr") == "nodong"
    assert jt.romanize("로동", "mr", initial="keep") == "rodong"
    assert jt.romanize("로동", initial="drop") == "nodong"
    assert jt.romanize("라디오", "mr") == "radio"


def test_the_apostrophe_and_the_form_are_policies_of_output_only() -> None:
    assert jt.romanize("'철'", apostrophe="typographic", exceptions=False) == "'ch’o’l'"
    assert jt.romanize("철", apostrophe="modifier", exceptions=False) == "chʼoʼl"
    assert jt.romanize("서울", "mr", form="NFD") == unicodedata.normalize("NFD", jt.romanize("서울", "mr"))


def test_titles_take_one_capital_and_names_theirs() -> None:
    assert (
        jt.romanize("위대한 령도자 김정일동지의 업적", kind="title")
        == "Widaehan ryo'ngdoja Kim Jong Il tongjiu'i o'pcho'k"
    )
    assert jt.romanize("17대 국회", "rr", kind="title", divide=False) == "17dae gukhoe"


def test_users_exceptions_go_first_and_hold_for_every_scheme(tmp_path: Path) -> None:
    assert jt.romanize("원산에서", exceptions={"원산": "Wonsan"}) == "Wonsaneso'"
    table = tmp_path / "own.tsv"
    table.write_text("# mine\nhangul\tlatin\n원산\tWonsan\n", encoding="utf-8")
    assert jt.romanize("원산 평양", exceptions=table) == "Wonsan Pyongyang"
    assert jt.romanize("원산", "mr", exceptions=table) == "Wonsan"


def test_a_broken_table_of_exceptions_names_file_and_line(tmp_path: Path) -> None:
    table = tmp_path / "own.tsv"
    table.write_text("원산\tWonsan\n평양\n", encoding="utf-8")
    with pytest.raises(jt.TableError, match=r"own\.tsv, line 2"):
        jt.romanize("원산", exceptions=table)
    with pytest.raises(jt.TableError, match=r"missing\.tsv"):
        jt.romanize("원산", exceptions=tmp_path / "missing.tsv")


@pytest.mark.parametrize(
    ("options", "message"),
    [({"kind": "poem"}, "kind='poem'"), ({"initial": "x"}, "initial"), ({"form": "NFKC"}, "NFC, NFD"), ({"apostrophe": "x"}, "ascii"),
     ({"orthography": "north"}, "auto, nk, sk"), ({"analyzer": "no-such", "scheme": "ala-lc"}, "no-such")],
)  # fmt: skip
def test_an_option_that_does_not_exist_is_named_with_those_that_do(options: dict[str, str], message: str) -> None:
    with pytest.raises(jt.UnknownNameError, match=message):
        jt.romanize("경제", **options)  # type: ignore[arg-type]


def test_explain_shows_sound_and_rules() -> None:
    found = jt.explain("인권을 평양에서", "38north")
    assert [(segment.source, segment.pronunciation, segment.latin) for segment in found.segments] == [
        ("인권을", "인꿔늘", "inkwo'nu'l"),
        (" ", "", " "),
        ("평양", "평양", "Pyongyang"),
        ("에서", "에서", "eso'"),
    ]
    assert "13" in found.segments[0].rules
    assert found.segments[2].rules == ("exception",)
    assert str(found) == found.replay() == "inkwo'nu'l Pyongyangeso'"


def test_ala_lc_divides_by_default_and_leaves_divided_text_alone() -> None:
    assert jt.romanize("북한의 미술", "ala-lc") == "Pukhan ŭi misul"
    assert jt.romanize("영어 는 배우기 가 어렵다", "ala-lc", divide=False) == "yŏngŏ nŭn paeugi ka ŏryŏpta"


def test_an_analysers_parts_of_speech_decide_where_verb_and_noun_are_spelt_alike() -> None:
    assert jt.romanize("신을 신고 신고하다", "mr") == "sinŭl sin'go sin'gohada"
    found = jt.explain("신을 신고", "mr", analyzer="kiwi")
    assert found.text == found.replay() == "sinŭl sinko"
    assert found.segments[-1].rules[-1] == "part of speech"


def test_explain_says_how_sure_it_is() -> None:
    assert jt.explain("인권문제에서").segments[0].confidence == 1.0
    assert jt.explain("뷁뷁").segments[0].confidence == 0.5


def test_a_homograph_gives_a_warning_with_both_readings_and_its_place() -> None:
    text = "오늘 경주에서"
    (doubt,) = jt.explain(text, "mr").warnings
    assert text[doubt.start : doubt.end] == "경주"
    assert doubt.alternatives == ("Kyŏngju", "kyŏngju")
    assert jt.explain("오늘 서울에서", "mr").warnings == ()


def test_numbers_loanwords_and_coordinated_names_are_written_as_libraries_do() -> None:
    assert jt.romanize("21세기의 한국 경제", "ala-lc", kind="title") == "21-segi ŭi Han'guk kyŏngje"
    assert jt.romanize("천구백구십육년", "ala-lc", divide=False) == "ch'ŏn-kubaek-kusip-yungnyŏn"
    assert jt.romanize("남북한 정상 회담", "ala-lc", divide=False).startswith("Nam-Pukhan")
    assert jt.romanize("린넨과 라디오", "ala-lc", divide=False) == "linnen'gwa radio"


@pytest.mark.parametrize(
    ("place", "scheme", "latin"),
    [
        ("경상북도", "ala-lc", "Kyŏngsang-bukto"), ("평택군", "ala-lc", "P'yŏngt'aek-kun"),
        ("노근리", "ala-lc", "Nogŭn-ni"), ("노근리", "mr", "Nogŭl-li"),
        ("영진리", "bgn", "Yŏngjil-li"), ("대동강", "bgn", "Taedong-gang"),
        ("대동강", "mr", "Taedonggang"), ("삼죽면", "rr", "Samjuk-myeon"),
        ("압록강", "dprk", "Amrokgang"), ("평양", "dprk", "Pyongyang"), ("라선특별시", "bgn", "Rasŏnt'ŭkpyŏlsi"), ("대구", "mr", "Taegu"),
    ],
)  # fmt: skip
def test_places(place: str, scheme: str, latin: str) -> None:
    assert jt.romanize(place, scheme, kind="place") == latin


def test_several_names_titles_after_them_and_hanja() -> None:
    assert jt.romanize("리일환, 정준택 교수", kind="name") == "Ri Il-hwan, Cho'ng Chun-t'aek kyosu"
    assert jt.romanize("金哲源", "ala-lc", kind="name") == "Kim Ch'ŏr-wŏn"
    assert jt.romanize("經濟硏究", "mr") == "kyŏngje yŏn'gu".replace(" ", "")


def test_a_heading_has_the_comma_of_a_catalogue() -> None:
    assert jt.heading("김세영") == "Kim, Se-yŏng"
    assert jt.heading("리승만 박사") == "Yi, Sŭng-man"
    assert jt.heading("金哲源") == "Kim, Ch'ŏr-wŏn"
    assert jt.heading("남궁민", "mr", apostrophe="typographic") == "Namgung, Min"
    assert jt.heading("더글라스 하울랜드") == "Tŏgŭllasŭ Haullaendŭ"


@pytest.mark.parametrize(
    ("text", "mr"),
    [
        ("한국에서", "Han'gugesŏ"),
        ("미국은", "Migugŭn"),
        ("서울의", "Sŏurŭi"),
        ("북한과", "Pukhan'gwa"),
        ("한국만", "Han'gungman"),
        ("신라에", "Sillae"),
    ],
)
def test_a_names_coda_moves_over_to_a_particle(text: str, mr: str) -> None:
    assert jt.romanize(text, "mr") == jt.explain(text, "mr").replay() == mr
