"""Make examples/catalogue.mrc: seven records of a catalogue, with what such records have wrong.

Run `python scripts/make_example_catalogue.py`. The works are invented.
"""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

from juche_toolkit.adapters.pymarc import MarcField, make_record, to_mrc

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "examples/catalogue.mrc"
_LEADER = "00000nam a22000003i 4500"


def _book(
    number: int, title: tuple[str, str], author: tuple[str, str], *, language: str = "kor", link: str = "02"
) -> bytes:
    """A book from Pyongyang: title and author romanized and in Hangul; `link` is what the 880 of the title says."""
    fields = [
        MarcField("001", data=f"jt{number:06d}"),
        MarcField("008", data=f"240309s1999    kn ||||| |||| ||| ||{language} d"),
        MarcField("100", "1 ", (("6", "880-01"), ("a", f"{author[0]},"), ("e", "author."))),
        MarcField("245", "10", (("6", "880-02"), ("a", f"{title[0]}."))),
        MarcField("264", " 1", (("6", "880-03"), ("a", "P'yŏngyang :"), ("c", "1999."))),
        MarcField("880", "1 ", (("6", "100-01/$1"), ("a", f"{author[1]},"), ("e", "author."))),
        MarcField("880", "10", (("6", f"245-{link}/$1"), ("a", f"{title[1]}."))),
        MarcField("880", " 1", (("6", "264-03/$1"), ("a", "평양 :"), ("c", "주체88 (1999)."))),
    ]
    return to_mrc([make_record(_LEADER, fields, name=f"Record {number}")])


def made() -> bytes:
    """The file: sound; marks missing; signs of several kinds; lost partner and Hangul in pieces; codes; cut off; old practice."""
    author = ("Ri, Ch'ŏl-su", "리철수")
    right = ("Yi, Ch'ŏl-su", "리철수")
    pieces = unicodedata.normalize("NFD", "무역의 발전")
    codes = _book(5, ("Kim Il-sŏng kwa kyŏngje", "\uf113\uf114\uf115과 경제"), right, language="und")
    return b"".join((
        _book(1, ("Kyŏngje ŭi iron", "경제의 리론"), right),
        _book(2, ("Ingan kwa kyŏngje ui yŏksa", "인간과 경제의 력사"), right),
        _book(3, ("Ch’aek kwa kǒnsŏl", "책과 건설"), author),
        _book(4, ("Muyŏk ŭi palchŏn", pieces), right, link="07"),
        codes[:9] + b" " + codes[10:],
        _book(6, ("Munhwa wa yesul", "문화와 예술"), right)[:300],
        _book(7, ("Hwanghae-pukto ŭi yŏksa", "황해북도의 력사"), right),
    ))  # fmt: skip


def main() -> int:
    """Write the file, or with --check say whether it is as it should be."""
    if "--check" in sys.argv[1:]:
        return int(TARGET.read_bytes() != made())
    TARGET.write_bytes(made())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
