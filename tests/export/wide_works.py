"""Records of thirty kinds of works, with the fields that print gives of each, drawn with a seed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from juche_toolkit.citation.model import Citation

from . import wide_words as w
from .wide_laws import LAWS
from .wide_lot import Fields, Lot

__all__ = ["KINDS", "wide_works"]


def _authored(lot: Lot, most: int = 3) -> Fields:
    people = lot.people(most)
    return {"authors": people, "et_al": bool(people) and lot.random() < 0.1}


def _book(lot: Lot) -> Fields:
    found = {"type": "book", **lot.titled(), **lot.imprint(), **_authored(lot), "pages": lot.maybe(lot.pages)}
    found["edition"] = lot.maybe(lambda: lot.of(w.EDITIONS), 0.25)
    found["volume"] = lot.maybe(lambda: lot.choice((lot.number(12), lot.number(12), "상", "하")), 0.25)
    found["collection_title"] = lot.maybe(lambda: lot.of(w.SERIES), 0.2)
    found["translators"] = lot.people(2) if lot.random() < 0.2 else ()
    if lot.random() < 0.2:
        found |= {"editors": found["authors"], "authors": (), "et_al": False, "translators": ()}
    return found | ({"volume": None} if found["volume"] in ("상", "하") and lot.side == "en" else {})


def _kind_of_book(lot: Lot) -> Fields:
    kinds = {"KP": ("장편소설", "시집", "지도", "화첩", "교과서"), "KR": ("지도", "장편소설", "희곡집", "사진집"),
             "en": ("map", "novel", "photobook", "atlas")}  # fmt: skip
    return {"type": "book", **lot.titled(), **lot.imprint(), "genre": lot.of(kinds), "authors": lot.people(1),
            "collection_title": lot.maybe(lambda: lot.of(w.SERIES), 0.2), "pages": lot.maybe(lot.pages, 0.3)}  # fmt: skip


def _collected(lot: Lot) -> Fields:
    works = {"KP": ("김정일선집", "김일성전집", "조선로동당력사", "백과전서", "조선대백과사전"), "KR": ("한국현대사자료총서", "북한총람"),
             "en": ("Kim Il Sung Works", "Selected Works of Kim Jong Il")}  # fmt: skip
    return {"type": "book", "title": lot.of(works), "volume": lot.number(25), **lot.imprint(), "pages": lot.pages()}


def _chapter(lot: Lot) -> Fields:
    found = {"type": "chapter", **lot.titled(), **lot.imprint(), **_authored(lot, 2), "container_title": lot.title()}
    found["editors"] = lot.people(2) if lot.random() < 0.7 else ()
    found |= {"pages": lot.maybe(lot.pages, 0.8), "edition": lot.maybe(lambda: lot.of(w.EDITIONS), 0.1)}
    found |= {
        "volume": lot.maybe(lambda: lot.number(9), 0.15),
        "locator": lot.maybe(lambda: f"제{lot.number(9)}장", 0.1),
    }
    return found


def _article(lot: Lot) -> Fields:
    found = {
        "type": "article-journal",
        **lot.titled(),
        **_authored(lot),
        "container_title": lot.of(w.JOURNALS),
        **lot.date(),
    }
    found["issue"] = lot.choice((lot.number(4), lot.number(4), "1-2", lot.number(100)))
    found["volume"] = lot.maybe(lot.number) if lot.side != "KP" else None
    found["whole_number"] = lot.maybe(lambda: str(lot.randint(100, 700)), 0.25)
    found["season"] = lot.maybe(lambda: lot.of(w.SEASONS), 0.2) if lot.side != "KP" else None
    found["doi"] = lot.maybe(lambda: f"10.{lot.randint(1000, 9999)}/jks.{lot.number(9999)}", 0.15)
    found["translators"] = lot.people(1) if lot.random() < 0.05 else ()
    return found | {"pages": lot.maybe(lot.pages, 0.7), **lot.link(0.1)}


def _review(lot: Lot) -> Fields:
    genre = {"KP": ("단편소설", "서평", "시"), "KR": ("서평", "좌담", "대담"), "en": ("review", "book review")}
    return _article(lot) | {"genre": lot.of(genre), "translators": ()}


def _issue_alone(lot: Lot) -> Fields:
    table = lot.choice((w.JOURNALS, w.MAGAZINES))
    found = {
        "type": "article-magazine" if table is w.MAGAZINES else "article-journal",
        "container_title": lot.of(table),
        **lot.date(),
    }
    if table is w.MAGAZINES:
        return found | {"month": lot.randint(1, 12), "pages": lot.maybe(lot.pages)}
    return found | {
        "issue": lot.number(6),
        "pages": lot.maybe(lot.pages),
        "volume": lot.maybe(lot.number) if lot.side != "KP" else None,
    }


def _magazine(lot: Lot) -> Fields:
    found = {
        "type": "article-magazine",
        **lot.titled(),
        **_authored(lot, 2),
        "container_title": lot.of(w.MAGAZINES),
        **lot.date(),
    }
    if lot.random() < 0.5:
        found["issue"] = lot.number(12)
    else:
        found["month"] = lot.randint(1, 12)
    return found | {"pages": lot.maybe(lot.pages), **lot.link(0.1)}


def _newspaper(lot: Lot) -> Fields:
    genre = {"KP": ("사설", "론설", "정론", "상보"), "KR": ("사설", "칼럼", "인터뷰"), "en": ("editorial", "op-ed")}
    found = {"type": "article-newspaper", **lot.titled(), "container_title": lot.of(w.NEWS), **lot.date(whole=True)}
    found["authors"] = lot.people(2) if lot.random() < 0.5 else ()
    return found | {
        "genre": lot.maybe(lambda: lot.of(genre), 0.15),
        "pages": lot.maybe(lambda: lot.number(8), 0.2),
        **lot.link(0.3),
    }


def _newspaper_alone(lot: Lot) -> Fields:
    return {"type": "article-newspaper", "container_title": lot.of(w.NEWS), **lot.date(whole=True)}


def _webpage(lot: Lot) -> Fields:
    found = {
        "type": "webpage",
        **lot.titled(),
        "container_title": lot.of(w.SITES),
        **lot.date(whole=lot.random() < 0.8),
    }
    return found | {"authors": lot.people(2) if lot.random() < 0.6 else (), **lot.link(1)}


def _broadcast(lot: Lot) -> Fields:
    genre = lot.maybe(lambda: lot.choice(("소개편집물", "특별보도", "중대보도")), 0.2) if lot.side == "KP" else None
    return {
        "type": "broadcast",
        **lot.titled(),
        "container_title": lot.of(w.PROGRAMMES),
        "genre": genre,
        **lot.date(whole=True),
        **lot.link(0.2),
    }


def _paper(lot: Lot) -> Fields:
    found = {"type": "paper-conference", **lot.titled(), **_authored(lot, 2), "container_title": lot.of(w.MEETINGS)}
    found["genre"] = lot.maybe(lambda: lot.choice(("발표문", "토론문", "발표자료")), 0.2) if lot.side == "KR" else None
    return found | lot.date(whole=lot.random() < 0.3) | {"pages": lot.maybe(lot.pages)}


def _thesis(lot: Lot) -> Fields:
    publisher, genre = lot.of(w.DEGREES)
    found = {"type": "thesis", **lot.titled(), "authors": lot.people(1)[:1], "publisher": publisher, "genre": genre}
    return found | lot.date() | {"pages": lot.maybe(lot.pages), **lot.link(0.1)}


def _report(lot: Lot) -> Fields:
    genre, number = lot.of(w.REPORTS)
    found = {
        "type": "report",
        **lot.titled(),
        **_authored(lot),
        "genre": genre,
        "number": number,
        "publisher": lot.of(w.BODIES),
    }
    if genre is None:
        found["collection_title"] = lot.maybe(lambda: lot.of(w.SERIES))
    place = {"KP": "평양", "KR": "서울", "en": "Seoul"}[lot.side]
    found |= {"place": lot.maybe(lambda: place, 0.4), "pages": lot.maybe(lot.pages)}
    return found | lot.date(whole=lot.random() < 0.2) | lot.link()


def _dataset(lot: Lot) -> Fields:
    names = {"KP": ("경제통계자료기지",), "KR": ("북한통계", "남북한 주요통계지표", "북한이탈주민 조사 2019"),
             "en": ("DPRK Trade Statistics", "Korea Conflict Dataset", "Database on North Korean Imports")}  # fmt: skip
    genre = {"KP": ("자료기지",), "KR": ("데이터셋", "데이터베이스"), "en": ("data set", "dataset")}
    found = {
        "type": "dataset",
        "title": lot.of(names),
        "publisher": lot.of(w.BODIES),
        "genre": lot.maybe(lambda: lot.of(genre)),
    }
    return found | {"authors": lot.people(2) if lot.random() < 0.3 else ()} | lot.date() | lot.link(0.8)


def _speech(lot: Lot) -> Fields:
    event, genre = lot.of(w.SPEECHES)
    found = {"type": "speech", **lot.titled(), "authors": lot.people(1)[:1], "genre": genre, "event": event}
    if lot.random() < 0.3:
        return found | lot.imprint() | {"pages": lot.maybe(lot.pages)}
    return found | lot.date(whole=True) | lot.link(0.1)


def _speech_alone(lot: Lot) -> Fields:
    event, genre = lot.of(w.SPEECHES)
    leader = {"KP": "김정은", "KR": "문재인", "en": "Kim Jong Un"}[lot.side]
    return {"type": "speech", "authors": (leader,), "genre": genre, "event": event, **lot.date(whole=True)}


_MAKERS: dict[str, Callable[[Lot], Fields]] = {
    "book": _book, "kind of book": _kind_of_book, "collected works": _collected, "chapter": _chapter, "article": _article,
    "review": _review, "issue alone": _issue_alone, "magazine": _magazine, "newspaper": _newspaper,
    "newspaper alone": _newspaper_alone, "webpage": _webpage, "broadcast": _broadcast, "paper": _paper, "thesis": _thesis,
    "report": _report, "dataset": _dataset, "speech": _speech, "speech alone": _speech_alone,
    **LAWS,
}  # fmt: skip
KINDS = tuple(_MAKERS)


def wide_works(count: int, seed: int) -> Iterator[tuple[str, Citation]]:
    """So many works, of each kind in turn, with the name of the kind."""
    lot = Lot(seed)
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        lot.side = lot.choice(("KP", "KR", "en"))
        found = _MAKERS[kind](lot)
        yield kind, Citation(**{name: value for name, value in found.items() if value is not None})
