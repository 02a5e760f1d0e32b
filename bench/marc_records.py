"""Catalogue records as libraries have them, made by lot and always the same: for `bench/marc.py` and for the tests.

Books, articles and theses with paired 880s, ISBD punctuation and English subject headings. Faults can be planted, one to
a record, each with the rule by which `juche marc check` should name it; and records can be broken in the ways that
transfers, editors and disks break them. The writer of the exchange format is its own, so that it shares no mistake with
the reader that is measured.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

import juche_toolkit as jt
from juche_toolkit.tables import packaged_text, read_rows

Field = tuple[str, str, tuple[tuple[str, str], ...]]
"""A tag, the indicators, and subfields; a control field has no indicators and one subfield without a code."""

_SEED = 1945
_PLACES = (("평양", "kn "), ("서울", "ko "), ("파주", "ko "), ("부산", "ko "))
_PRESSES = ("사회과학출판사", "과학백과사전출판사", "금성청년출판사", "창비", "민음사", "역사비평사", "한울")
_JOURNALS = ("경제 연구", "철학 연구", "조선 어문", "력사 과학", "국제 정치 논총", "현대 북한 연구")
"""As ALA-LC divides them; the 880 has them in one word, as printed."""
_FRAMES = (
    "{}의 {}에 관한 연구", "{}과 {}의 {}", "{} {} 연구", "{}에서의 {} 문제", "{}을 통한 {} {}", "{}의 리론과 {}",
    "{} 시대의 {}", "{} 사상과 {} {}", "현대 {}의 {}", "{}과 {} 사이에서",
)  # fmt: skip
_AFTER_VOWEL = {"을": "를", "과": "와"}
_SYLLABLES = "영수민철호정은경희남국옥순일성진미선광명석현주태봉길룡림연화"
_FAMILIES = "김리이박최정강조윤장림임오한신서권황안송류유홍전고문손양배백허남심노로하곽성차주우구민"


@cache
def _nouns() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Nouns and how often to draw each: common ones often, as in a catalogue."""
    rows = [row for _, row in read_rows(packaged_text("morphology", "nouns.tsv").splitlines(), name="nouns.tsv")]
    words = [row["form"] for row in rows if len(row["form"]) >= 2]
    weights = [1 / 4 ** int(row["level"]) for row in rows if len(row["form"]) >= 2]
    return tuple(words), tuple(weights)


def _latin(text: str, kind: str) -> str:
    return jt.romanize(text, "ala-lc", kind=kind, apostrophe="modifier")


def records(count: int, *, seed: int = _SEED, invented: bool = False) -> Iterator[list[Field]]:
    """So many sound records; with `invented`, of words that no one knows and that hardly ever come again."""
    lot = random.Random(seed)  # noqa: S311 - a sample, not a secret
    words, weights = _nouns()
    for number in range(1, count + 1):
        frame = lot.choice(_FRAMES)
        size = frame.count("{}")
        title = _filled(
            frame, [_invented(lot) for _ in range(size)] if invented else lot.choices(words, weights, k=size)
        )
        authors = [
            lot.choice(_FAMILIES) + lot.choice(_SYLLABLES) + lot.choice(_SYLLABLES)
            for _ in range(lot.choice((1, 1, 2)))
        ]
        yield list(_record(number, title, authors, lot))


def _invented(lot: random.Random) -> str:
    """A word of two to four syllables, without a final consonant or with ㄱ ㄴ ㄹ ㅁ ㅂ ㅇ."""
    return "".join(
        chr(0xAC00 + 588 * lot.randrange(19) + 28 * lot.randrange(21) + lot.choice((0, 0, 0, 1, 4, 8, 16, 17, 21)))
        for _ in range(lot.choice((2, 2, 3, 4)))
    )


def _filled(frame: str, words: list[str]) -> str:
    """A frame with words in it: 을 and 과 behind a consonant, 를 and 와 behind a vowel."""
    made, *parts = frame.split("{}")
    for word, rest in zip(words, parts, strict=True):
        after_vowel = (ord(word[-1]) - 0xAC00) % 28 == 0
        made += word + (_AFTER_VOWEL.get(rest[:1], rest[:1]) if after_vowel else rest[:1]) + rest[1:]
    return made


def _record(number: int, title: str, authors: list[str], lot: random.Random) -> Iterator[Field]:
    place, country = lot.choice(_PLACES)
    press, journal, year = lot.choice(_PRESSES), lot.choice(_JOURNALS), lot.randint(1950, 2024)
    part = lot.random() < 0.3
    pairs: list[Field] = []

    def paired(tag: str, indicators: str, latin: list[tuple[str, str]], korean: list[tuple[str, str]]) -> Field:
        link = f"{len(pairs) + 1:02d}"
        pairs.append(("880", indicators, (("6", f"{tag}-{link}/$1"), *korean)))
        return tag, indicators, (("6", f"880-{link}"), *latin)

    yield "001", "", (("", f"ocn{number:09d}"),)
    yield "005", "", (("", "20240309101500.0"),)
    yield "008", "", (("", f"240309s{year}    {country}a     b    000 0 kor d"),)
    yield "040", "  ", (("a", "DLC"), ("b", "eng"), ("e", "rda"), ("c", "DLC"))
    if not part:
        yield "020", "  ", (("a", f"97889{number:08d}"),)
    name = jt.heading(authors[0], apostrophe="modifier")
    yield paired("100", "1 ", [("a", f"{name},"), ("e", "author.")], [("a", f"{authors[0]},"), ("e", "author.")])
    said = ", ".join(_latin(author, "name") for author in authors)
    yield paired(
        "245", "10", [("a", _latin(title, "title") + " /"), ("c", f"{said}.")], [("a", f"{title} /"), ("c", ", ".join(authors) + ".")]
    )  # fmt: skip
    if part:
        where = f"vol. {lot.randint(1, 60)}, no. {lot.randint(1, 12)} ({year}), p. 12-30"
        yield "300", "  ", (("a", "pages 12-30"),)
        yield paired(
            "773",
            "0 ",
            [("t", _latin(journal, "title")), ("g", where)],
            [("t", journal.replace(" ", "")), ("g", where)],
        )
    else:
        latin = [("a", _latin(place, "place") + " :"), ("b", _latin(press, "corporate") + ","), ("c", f"{year}.")]
        yield paired("264", " 1", latin, [("a", f"{place} :"), ("b", f"{press},"), ("c", f"{year}.")])
        yield "300", "  ", (("a", f"{lot.randint(80, 600)} pages ;"), ("c", f"{lot.randint(19, 27)} cm"))
    yield "336", "  ", (("a", "text"), ("b", "txt"), ("2", "rdacontent"))
    yield "337", "  ", (("a", "unmediated"), ("b", "n"), ("2", "rdamedia"))
    yield "338", "  ", (("a", "volume"), ("b", "nc"), ("2", "rdacarrier"))
    yield "504", "  ", (("a", "Includes bibliographical references."),)
    yield "546", "  ", (("a", "In Korean."),)
    yield "650", " 0", (("a", "Economics"), ("z", "Korea (North)"))
    for author in authors[1:]:
        yield paired(
            "700",
            "1 ",
            [("a", f"{jt.heading(author, apostrophe='modifier')},"), ("e", "author.")],
            [("a", author + ",")],
        )
    yield from pairs


def encoded(fields: list[Field], *, leader: str = "00000nam a2200000 i 4500") -> bytes:
    """The fields as one record of an exchange file, ISO 2709, in UTF-8."""
    directory, body = b"", b""
    for tag, indicators, subfields in fields:
        text = indicators + "".join((f"\x1f{code}" if code else "") + value for code, value in subfields) + "\x1e"
        data = text.encode()
        directory += f"{tag}{len(data):04d}{len(body):05d}".encode()
        body += data
    base = 24 + len(directory) + 1
    start = f"{base + len(body) + 1:05d}{leader[5:12]}{base:05d}{leader[17:]}"
    return start.encode() + directory + b"\x1e" + body + b"\x1d"


def _changed(fields: list[Field], tag: str, code: str, change: Callable[[str], str]) -> list[Field]:
    """The fields with a change to the first subfield of that code in the first field of that tag."""
    found = list(fields)
    place = next(number for number, field in enumerate(found) if field[0] == tag and field[2][0][1][:3] != "500")
    done = False
    subfields = []
    for one, value in found[place][2]:
        subfields.append((one, change(value) if one == code and not done else value))
        done = done or one == code
    found[place] = (*found[place][:2], tuple(subfields))
    return found


def _with_caron(text: str) -> str:
    return text.replace("ŏ", "ǒ").replace("ŭ", "ǔ") if any(letter in text for letter in "ŏŭ") else "Sǒ " + text


def _with_two_breves(text: str) -> str:
    first = next((place for place, letter in enumerate(text) if letter in "ŏŭ"), None)
    if first is None:
        return "Sŏ so\u0306 " + text
    made = text[:first] + unicodedata.normalize("NFD", text[first]) + text[first + 1 :]
    return made if any(letter in made for letter in "ŏŭ") else "Sŏ " + made


def _with_two_apostrophes(text: str) -> str:
    return text.replace("ʼ", "’", 1) if text.count("ʼ") > 1 else "Ch’a kʼa " + text


def _of_no_country(fields: list[Field]) -> list[Field]:
    found = _changed(fields, "008", "", lambda text: text[:15] + "xx " + text[18:])
    return found if any(tag == "264" for tag, _, _ in found) else [*found, ("264", " 1", (("a", "Pʼyŏngyang"),))]


def _no_partner(fields: list[Field]) -> list[Field]:
    return [field for field in fields if not (field[0] == "880" and field[2][0][1].startswith("245"))]


FAULTS: dict[str, tuple[str, Callable[[list[Field]], list[Field]]]] = {
    "no partner": ("link", _no_partner),
    "wrong number": ("link", lambda fields: _changed(fields, "245", "6", lambda _: "880-77")),
    "no $6": ("link", lambda fields: _changed(fields, "880", "6", lambda _: "")),
    "Hangul in pieces": (
        "hangul",
        lambda fields: _changed(fields, "880", "a", lambda text: unicodedata.normalize("NFD", text)),
    ),
    "a name of KPS 9566": (
        "private-use",
        lambda fields: _changed(fields, "880", "a", lambda text: "\uf113\uf114\uf115" + text),
    ),
    "a caron": ("breve", lambda fields: _changed(fields, "245", "a", _with_caron)),
    "breves of two kinds": ("breve", lambda fields: _changed(fields, "245", "a", _with_two_breves)),
    "apostrophes of two kinds": (
        "apostrophe",
        lambda fields: _changed(fields, "245", "a", _with_two_apostrophes),
    ),
    "another word": ("sound", lambda fields: _changed(fields, "245", "a", lambda text: "Pyŏnghwa " + text)),
    "no language": ("language", lambda fields: _changed(fields, "008", "", lambda text: text[:35] + "und" + text[38:])),
    "another country": ("country", _of_no_country),
}
"""Faults by name: the rule that should name it, and what plants it."""

BREAKS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "cut off": lambda data, lot: data[: lot.randrange(40, len(data) - 1)],
    "no terminator": lambda data, _: data[:-1],
    "wrong length": lambda data, lot: b"%05d" % ((len(data) + lot.randrange(1, 5000)) % 100_000) + data[5:],
    "length 0": lambda data, _: b"00000" + data[5:],
    "wrong base address": lambda data, lot: data[:12] + b"%05d" % lot.randrange(26, 90_000) + data[17:],
    "spoilt directory": lambda data, lot: _spoilt(data, 27 + 12 * lot.randrange(8), b"x"),
    "spoilt leader": lambda data, lot: _spoilt(data, lot.randrange(5), b"?"),
    "bytes lost": lambda data, lot: (lambda place: data[:place] + data[place + 3 :])(lot.randrange(40, len(data) - 10)),
    "bytes too many": lambda data, lot: (lambda place: data[:place] + b"\x1f\x1e" + data[place:])(
        lot.randrange(40, len(data) - 10)
    ),
    "no UTF-8": lambda data, _: _spoilt(data, data.rindex("사".encode()[:1]) + 1, b"\xff"),
    "noise": lambda _, lot: lot.randbytes(300).translate(None, b"\x1d\r\n\t \0\x1a") + b"\x1d",
}
"""Ways in which a record breaks, by name."""


def _spoilt(data: bytes, place: int, byte: bytes) -> bytes:
    return data[:place] + byte + data[place + 1 :]
