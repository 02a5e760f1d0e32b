from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import juche_toolkit as jt
from juche_toolkit.romanization.scheme import Example, Scheme, schemes
from juche_toolkit.romanization.scheme import scheme as scheme_of
from tests.tables import golden

EXAMPLES = [(scheme, example) for scheme in schemes() for example in scheme.examples]


@pytest.mark.parametrize(
    ("scheme", "example"), EXAMPLES, ids=lambda value: value.hangul if isinstance(value, Example) else value.id
)
def test_a_schemes_own_examples_come_out_as_printed(scheme: Scheme, example: Example) -> None:
    got = jt.romanize(example.hangul, scheme.id, kind=example.kind, divide=False, exceptions=example.exceptions)
    assert got == example.latin


def test_every_scheme_says_where_it_comes_from_and_shows_examples() -> None:
    for scheme in schemes():
        assert scheme.authority
        assert scheme.source
        assert 1900 < scheme.year < 2100
        assert scheme.examples, scheme.id


def test_the_schemes_are_those_of_the_interface_with_the_default_first() -> None:
    assert [scheme.id for scheme in jt.schemes()] == [
        "38north",
        "mr",
        "ala-lc",
        "bgn",
        "rr",
        "dprk",
        "yale",
        "academic",
    ]


def test_an_unknown_scheme_lists_those_there_are() -> None:
    with pytest.raises(jt.UnknownNameError, match=r"there is no scheme 'mcr'.*38north, mr, ala-lc"):
        jt.romanize("경제", "mcr")


def test_a_scheme_survives_pickling() -> None:
    assert pickle.loads(pickle.dumps(jt.schemes()[0])) is jt.schemes()[0]  # noqa: S301 - our own bytes


@pytest.mark.parametrize(
    "row", golden("north38.tsv"), ids=lambda row: f"{row['hangul']}-{row['kind']}-{row['exceptions']}"
)
def test_38_north_prints(row: dict[str, str]) -> None:
    got = jt.romanize(row["hangul"], "38north", kind=row["kind"], exceptions=row["exceptions"] == "yes")
    assert got == row["latin"]


def test_a_scheme_of_ones_own_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "plain.toml"
    path.write_text(
        'id = "plain"\nname = "Plain"\nauthority = "its maker"\nyear = 2026\nsource = "none"\nuse = "a test"\nparent = "mr"\n'
        '[vowel]\n"ㅓ" = "eo"\n"ㅡ" = "eu"\n',
        encoding="utf-8",
    )
    assert jt.romanize("선군정치의 승리", str(path)) == "seon'gunjeongch'iŭi seungni"
    mine = scheme_of(str(path))
    assert pickle.loads(pickle.dumps(mine)) is mine  # noqa: S301 - our own
    assert mine.id not in [one.id for one in jt.schemes()]


def test_a_file_that_is_no_scheme_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    with pytest.raises(jt.TableError, match=r"broken\.toml.*No such file"):
        jt.romanize("경제", str(path))
    path.write_text("id = ", encoding="utf-8")
    with pytest.raises(jt.TableError, match=r"broken\.toml"):
        jt.romanize("평양", str(path))
