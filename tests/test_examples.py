"""Every file in examples/ runs and prints what it is there to show."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from juche_toolkit.adapters import spark
from tests.tables import ROOT

SHOWS = {
    "catalogue_to_ala_lc.py": (
        "Taeoe kyŏngje palchŏn chŏllyak chaksŏng esŏ nasŏnŭn chungyo munje",
        '"Yi, Ki-sŏng"',
        "Kyŏngje yŏn'gu",
        "doubts",
    ),
    "check_and_repair_marc.py": ("In'gan kwa kyŏngje ŭi yŏksa", "is left out", "look at jt"),
    "convert_bibliography.py": ("Yi Ki-so'ng", "Kyo'ngje yo'ngu 4 (2013)", "P'yo'ngyang"),
    "notes_to_marc.py": ("$aChang, Sŏng-ŭn$eauthor", "=773  0", "$g2002, no. 4", "장성은"),
    "notes_to_records.py": (
        "장성은 = Chang So'ng-u'n, 2002",
        "리영근 = Ri Yo'ng-ku'n, 2003 (as in note 3)",
        "Robert L. Carlin",
    ),
    "notes_to_zotero.py": ("article-journal | Kongjang", "webpage | Is Kim Jong Un"),
    "title_search.py": ("7 titles", "노선: 1", "**로선**", "(terms)", "kyongje yongu: 1"),
    "titles_dataframe.py": ("hyŏngsŏng", "경제    3", "Ri Ki-so'ng"),
    "titles_in_pools.py": ("builtin: threads same, processes same", "대외 경제 발전 전략 작성"),
    "titles_on_spark.py": ("c Chosŏn yŏsŏng ŭi sahoejŏk chiwi ['조선', '여성', '사회', '지위']", "['a', 'c']"),
}
TYPED = {"title_search.py": "kyongje yongu\n노선\n\n"}
"""What is typed while an example runs."""


def test_every_example_is_listed_and_has_a_claim() -> None:
    files = sorted(path.name for path in (ROOT / "examples").glob("*.py"))
    assert files == sorted([*SHOWS, "test_own_scheme.py"])
    listed = (ROOT / "examples/README.md").read_text(encoding="utf-8")
    assert all(f"`{path.name}`" in listed for path in (ROOT / "examples").iterdir() if path.name != "README.md")


@pytest.mark.parametrize("name", sorted(SHOWS))
def test_an_example_runs_and_shows_what_it_claims(name: str, tmp_path: Path) -> None:
    if name == "titles_on_spark.py" and spark.state() != "ready":
        assert not os.environ.get("JUCHE_SPARK"), spark.state()  # CI sets it where it has installed everything
        pytest.skip(spark.state())
    command = [sys.executable, "-X", "utf8", str(ROOT / "examples" / name)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=tmp_path,
        check=False,
        input=TYPED.get(name, ""),
    )
    assert done.returncode == 0, done.stderr
    for claim in SHOWS[name]:
        assert claim in done.stdout
    assert len((ROOT / "examples" / name).read_text(encoding="utf-8").splitlines()) < 40


def test_the_test_of_ones_own_scheme_passes(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-X",
        "utf8",
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-n0",
        "--rootdir",
        str(tmp_path),
    ]
    done = subprocess.run(
        [*command, str(ROOT / "examples/test_own_scheme.py")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "4 passed" in done.stdout
