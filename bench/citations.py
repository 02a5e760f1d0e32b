"""How fast notes are read, beside eyecite on its own kind of text, and how time grows: with notes, and with hostile input.

Run `python bench/citations.py` (`--quick` for a look). It ends with 1 where a bar is missed. eyecite is measured where it
is installed (`pip install eyecite`), and named as missing where it isn't; it is no dependency.

Each reads its own kind of text in one process, turn and turn about in small slices: eyecite legal text of the United States,
with its tokenizer by default (Aho-Corasick; that of Hyperscan, which is quicker, needs a library of its own); the toolkit
notes in Korean and English, no two of them alike, back-references resolved. A citation costs the toolkit several
times what running text costs (eyecite about as much), so the share of the characters that cites is told, and like is set
beside like. The bar of twice eyecite's characters/s holds for each of the two pairs:

- bare notes: every character cites. Ours beside notes of an opinion, each a string of its own (`See Smith v. Jones, …`).
- running text: a citation in every second sentence of an opinion (about a quarter of the characters), beside notes with
  so much running text round their works, as explanatory notes have it.

The toolkit always resolves; the bar is held to eyecite's finding alone, and the ratio with its resolution told beside it.
"""

from __future__ import annotations

import argparse
import importlib.util
import math
import random
import sys
import time
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from juche_toolkit import parse_notes
from juche_toolkit.hangul.lexicon import lexicon

if TYPE_CHECKING:
    from eyecite.models import CitationBase

_SEED = 1966
_NOTES_BAR = 3_000
_TIMES_EYECITE = 2.0
_TEN_TIMES = 11.0
_EXPONENT = 1.1

_SURNAMES = "김리박최정강조윤장임한오서신권황안송류홍"
_JOURNALS = ("경제연구", "현대북한연구", "국제정치논총", "통일정책연구", "력사과학", "북한연구학회보", "한국정치학회보")
_NEWS = ("로동신문", "민주조선", "한겨레", "경향신문")
_PRESSES = ("평양: 사회과학출판사", "서울: 창비", "파주: 한울", "서울: 역사비평사")
_FORMS = (
    "{who}, 「{title}」, 『{journal}』 제{a}권 제{b}호 ({year}), {p}-{q}쪽.",
    "{who}, “{title},” Kyo’ngje Yo’ngu {b}, ({year}).",
    "{who}, 《{title}》, {press}, {year}년, {p}페지",
    "{who}. {year}. 『{title}』. {press}.",
    "{who}({year}). {title}. {journal}, {a}({b}), {p}-{q}.",
    "[{a}] {who}, “{title},” {journal}, Vol.{a}, No.{b}, pp.{p}-{q}, {year}.",
    "{who}, {other}, “{title},” {journal} {a}, no. {b} ({year}): {p}–{q}.",
    "“{title},” 《{news}》, {year}년 {b}월 {a}일, {b}면.",
    "{who} 지음, {other} 옮김, 『{title}』 ({press}, {year}), {p}쪽.",
    "자세한 것은 {who}, 「{title}」, 서울대학교 박사학위논문, {year}, {p}쪽 참조.",
    "최고인민회의 상임위원회 정령 제{p}호, 주체{juche}({year})년 {b}월 {a}일",
    "For more, see Robert Carlin, “The {title_en},” 38 North, January {a}, 2023, https://www.38north.org/{year}/{p}/.",
)
_LISTED = frozenset(_FORMS[3:6])
"""The forms of reading lists and bibliographies, which stand by themselves."""
_SHORT = ("위의 책, {p}쪽.", "Ibid., p. {p}.", "{who}, 앞의 글, {p}쪽.", "우와 같은 문헌, {p}페지")

_PARTIES = "Smith Jones Baker Reed Moore Ellis Grant Hayes Porter Quinn Ross Stone Tate Vance Walsh York".split()
_REPORTERS = ("U.S.", "F.2d", "F.3d", "S. Ct.", "F. Supp. 2d", "Cal. 4th", "N.E.2d", "P.2d")
_PROSE = (
    "The court below held that the agency had failed to give notice to the parties before it acted.",
    "Nothing in the record shows that the delay was reasonable under the rule.",
    "We review the grant of summary judgment without deference to the trial court.",
)


def notes(number: int, seed: int = _SEED, *, left_out: Collection[str] = ()) -> list[str]:
    """Notes of many families, all different: eleven full ones to four that point back."""
    forms = [form for form in _FORMS if form not in left_out]
    chance = random.Random(seed)  # noqa: S311 - a sample, not a secret
    words = sorted(word for word in lexicon().words if 2 <= len(word) <= 5)

    def name() -> str:
        return chance.choice(_SURNAMES) + chr(chance.randrange(0xAC00, 0xD7A4)) + chance.choice("수영철희민호식")

    def note() -> str:
        form = chance.choice(_SHORT if chance.random() < 4 / 15 else forms)
        year, page = chance.randrange(1950, 2024), chance.randrange(1, 400)
        return form.format(
            who=name(), other=name(), title=" ".join(chance.sample(words, chance.randrange(4, 10))), year=year,
            journal=chance.choice(_JOURNALS), press=chance.choice(_PRESSES), news=chance.choice(_NEWS),
            a=chance.randrange(1, 29), b=chance.randrange(1, 13), p=page, q=page + chance.randrange(5, 40),
            juche=year - 1911, title_en=f"{chance.choice(_PARTIES)} Plan of {year}",
        )  # fmt: skip

    return [note() for _ in range(number)]


_RUNNING = (
    "{one}의 {two}에 대해서는 연구자들 사이에 견해가 엇갈린다.",
    "이 시기 {one} 정책은 {two} 부문에 투자를 집중하는 방향으로 바뀌였다.",
    "북한은 {year}년대에 들어서면서 {one}을 강조하기 시작했다.",
    "그러나 {one}과 {two}의 관계를 다룬 글은 많지 않다.",
    "필자는 이 주장이 {one}에 관한 통계를 충분히 살피지 않았다고 본다.",
    "당시의 {one} 사정은 {two}에 관한 증언에서도 확인된다.",
    "The translation of the {romanized} passage is the author’s own, and the emphasis has been added.",
)


def discursive(number: int, share: float, seed: int = _SEED) -> list[str]:
    """Such notes with running text before them and behind, so that this share of all characters cites."""
    chance = random.Random(seed)  # noqa: S311 - a sample, not a secret
    words = sorted(word for word in lexicon().words if 2 <= len(word) <= 4)
    given: list[str] = []
    cited = size = 0
    for note in notes(number, seed, left_out=_LISTED):
        parts = [f"{note.rstrip('.')}."]
        cited += len(parts[0])
        size += len(parts[0])
        while cited > share * size:
            sentence = chance.choice(_RUNNING).format(
                one=chance.choice(words), two=chance.choice(words), year=10 * chance.randrange(195, 202),
                romanized=chance.choice(_PARTIES),
            )  # fmt: skip
            parts.insert(chance.choice((0, len(parts))), sentence)
            size += len(sentence) + 1
        given.append(" ".join(parts))
    return given


def legal_notes(length: int) -> list[str]:
    """Citations of cases of the United States, full and short, of so many characters together."""
    chance = random.Random(_SEED)  # noqa: S311 - a sample, not a secret
    given: list[str] = []
    size = 0
    while size < length:
        given.append(_legal(chance))
        size += len(given[-1])
    return given


def _legal(chance: random.Random) -> str:
    one, two = chance.sample(_PARTIES, 2)
    page, year = chance.randrange(1, 900), chance.randrange(1950, 2020)
    return chance.choice(
        (
            f"See {one} v. {two}, {chance.randrange(1, 500)} {chance.choice(_REPORTERS)} {page}, {page + 3} ({year}).",
            f"Id. at {page}.",
            f"{one}, {chance.randrange(1, 500)} {chance.choice(_REPORTERS)} at {page}.",
        )
    )


def opinions(length: int, seed: int = _SEED) -> tuple[str, float]:
    """Legal prose of the United States with a citation in every second sentence, and the share of it that cites."""
    chance = random.Random(seed)  # noqa: S311 - a sample, not a secret
    parts: list[str] = []
    size = cites = 0
    while size < length:
        cited = _legal(chance)
        parts += [chance.choice(_PROSE), cited]
        size += len(parts[-1]) + len(parts[-2]) + 2
        cites += len(cited)
    text = " ".join(parts)
    return text, cites / len(text)


def spent(work: Callable[[], object], repeats: int) -> float:
    """The least processor time of several runs, in seconds."""
    best = math.inf
    for _ in range(repeats):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def eyecite_steps(texts: Sequence[str]) -> tuple[float, float]:
    """The processor time of eyecite on legal texts, in seconds: finding alone, and with resolution over them all."""
    from eyecite import get_citations, resolve_citations

    start = time.process_time()
    found: list[CitationBase] = [citation for text in texts for citation in get_citations(text)]
    between = time.process_time()
    resolve_citations(found)
    return between - start, time.process_time() - start


def _beside(given: Sequence[str], legal: Sequence[str], slices: int) -> tuple[float, float, float]:
    """The processor time in seconds of new notes, each read once, and of eyecite's two ways on legal texts (none: nought).

    Both are cut into as many slices and read in turn, so that a machine that is slow for a while is slow for both.
    """
    ours = finding = both = 0.0
    for place in range(slices):
        ours += spent(lambda place=place: parse_notes(given[place::slices]), 1)  # type: ignore[misc]
        if legal:
            found, resolved = eyecite_steps(legal[place::slices])
            finding, both = finding + found, both + resolved
    return ours, finding, both


def speed(quick: bool) -> list[str]:
    """Notes and characters a second beside eyecite; gives the bars that were missed."""
    missed: list[str] = []
    slices, number = (10, 1_000) if quick else (60, 6_000)
    parts = [opinions(20_000, _SEED + part) for part in range(slices)]  # about the length of one
    share = sum(part for _, part in parts) / slices
    bare, like = notes(number), discursive(number // 3, share)
    running, noted = [text for text, _ in parts], legal_notes(sum(map(len, bare)))
    if importlib.util.find_spec("eyecite") is None:
        print("eyecite isn't installed; nothing to compare with")
        running = noted = []
    else:
        eyecite_steps([running[0]])  # loads its tables
    parse_notes(notes(50, 0))  # loads ours
    for name, given, legal in (
        ("bare notes", bare, noted),
        (f"running text, {share:.0%} of which cites", like, running),
    ):
        ours, finding, both = _beside(given, legal, slices)
        size = sum(map(len, given))
        print(f"{name}, notes of {size / len(given):.0f} characters: {len(given) / ours:,.0f} notes/s, "
              f"{size / ours:,.0f} characters/s")  # fmt: skip
        if given is bare and len(given) / ours < _NOTES_BAR:
            missed.append(f"fewer than {_NOTES_BAR:,} notes/s")
        if not legal:
            continue
        found, resolved = (sum(map(len, legal)) / seconds for seconds in (finding, both))
        print(f"  eyecite on its own: {found:,.0f} characters/s finding, {resolved:,.0f} with resolution; "
              f"ratio {size / ours / found:.2f} of finding alone, {size / ours / resolved:.2f} with resolution")  # fmt: skip
        if size / ours < _TIMES_EYECITE * found:
            missed.append(f"less than {_TIMES_EYECITE:g} times eyecite's characters/s, {name}")
    return missed


def _ten_times(size: int, turn: int) -> tuple[float, float, list[str]]:
    """Seconds of ten lists of so many new notes, five before and five behind one list of ten times as many; and of that."""
    small = [notes(size, 1_000 * turn + part) for part in range(10)]
    large = notes(10 * size, 1_000 * turn + 10)
    before, ten, behind = (
        sum(spent(lambda given=given: parse_notes(given), 1) for given in lists)  # type: ignore[misc]
        for lists in (small[:5], [large], small[5:])
    )
    return before + behind, ten * sum(len(note) for given in small for note in given) / sum(map(len, large)), large


def growth(quick: bool) -> list[str]:
    """Ten times the notes, and one block of 20,000 with their back-references; gives the bars that were missed."""
    missed: list[str] = []
    size = 200 if quick else 2_000
    turns = [_ten_times(size, turn) for turn in range(1, 4)]
    one, ten, many = sorted(turns, key=lambda turn: turn[1] / turn[0])[1]
    ratio = 10 * ten / one
    print(f"ten times the notes take {ratio:.2f} times the time ({one / 10:.2f} s, {ten:.2f} s), the middle of three")
    if ratio > _TEN_TIMES:
        missed.append("ten times the notes take more than eleven times the time")
    block = "".join(f"[{number}] {note}\n" for number, note in enumerate(many, 1))
    start = time.process_time()
    found = parse_notes(block)
    back = [citation for citation in found.citations if citation.form != "full"]
    resolved = sum(citation.resolves_to is not None for citation in back)
    print(f"one block of {len(found):,} notes: {time.process_time() - start:.2f} s; of {len(back):,} back-references "
          f"{resolved:,} resolved, {len(back) - resolved:,} refused with a reason")  # fmt: skip
    if len(found) != len(many):
        missed.append(f"{len(found):,} notes came of {len(many):,}")
    return missed


HOSTILE = (
    *"()[]{}「」『』《》〈〉<>≪≫«»【】〔〕“”‘’„\"'`*_?,;.:-1가a", "12-", "2013 ", "(2013) ", "1, ", "Ibid. ", "Ibid.\n", "위의 책, ",
    "「가」, ", "p. 1, ", "김철수, ", "See ", "https://", "[1] ", "(서울: 가, 2010), ",
)  # fmt: skip

LINES = (0, 40_000, 3_900)
"""Characters a line: all on one, just short of what is refused as a note, just short of what is refused as a work."""


def hostile(quick: bool, small: int = 100_000) -> list[str]:
    """100,000 and 1,000,000 characters of one mark or word, on one line and in lines that are read as notes.

    A line of more than 50,000 characters is refused unread, so the second and third columns are those that read. Gives
    the bars that were missed.
    """
    missed: list[str] = []
    worst = (0.0, "")
    for unit in HOSTILE[:: 4 if quick else 1]:
        shown = f"  {unit!r:24}"
        for longest in LINES:
            seconds = [_hostile_time(unit, size, longest) for size in (small, 10 * small)]
            exponent = math.log10(max(seconds[1], 1e-3) / max(seconds[0], 1e-4))
            worst = max(worst, (exponent, unit))
            shown += f"   {seconds[0]:6.3f} s {seconds[1]:7.3f} s {exponent:5.2f}"
            if exponent > _EXPONENT:
                missed.append(f"{unit!r} in lines of {longest or 'any'} characters grows with exponent {exponent:.2f}")
        print(shown, flush=True)
    print(f"largest exponent: {worst[0]:.2f} ({worst[1]!r})")
    return missed


def _hostile_time(unit: str, size: int, longest: int) -> float:
    text = (unit * (size // len(unit) + 1))[:size]
    if longest:
        text = "\n".join(text[place : place + longest] for place in range(0, size, longest))
    return spent(lambda: parse_notes(text), 2)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a fraction of the work, for a look")
    parser.add_argument("--only", choices=["speed", "growth", "hostile"], help="one part alone")
    told = parser.parse_args(arguments)
    missed: list[str] = []
    for part in (speed, growth, hostile):
        if told.only in (None, part.__name__):
            missed += part(told.quick)
    for line in missed:
        print(f"missed: {line}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
