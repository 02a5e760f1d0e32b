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
    "notes_to_records.py": (
        "장성은 = Chang So'ng-u'n, 2002",
        "리영근 = Ri Yo'ng-ku'n, 2003 (as in note 3)",
        "Robert L. Carlin",
    ),
    "titles_on_spark.py": ("c Chosŏn yŏsŏng ŭi sahoejŏk chiwi ['조선', '여성', '사회', '지위']", "['a', 'c']"),
}


def test_every_example_is_listed_and_has_a_claim() -> None:
    files = sorted(path.name for path in (ROOT / "examples").glob("*.py"))
    assert files == sorted(SHOWS)
    listed = (ROOT / "examples/README.md").read_text(encoding="utf-8")
    assert all(f"`{path.name}`" in listed for path in (ROOT / "examples").iterdir() if path.name != "README.md")


@pytest.mark.parametrize("name", sorted(SHOWS))
def test_an_example_runs_and_shows_what_it_claims(name: str, tmp_path: Path) -> None:
    if name == "titles_on_spark.py" and spark.state() != "ready":
        assert not os.environ.get("JUCHE_SPARK"), spark.state()  # CI sets it where it has installed everything
        pytest.skip(spark.state())
    command = [sys.executable, "-X", "utf8", str(ROOT / "examples" / name)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    for claim in SHOWS[name]:
        assert claim in done.stdout
    assert len((ROOT / "examples" / name).read_text(encoding="utf-8").splitlines()) < 40
