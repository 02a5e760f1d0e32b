"""Laws, decrees, treaties, resolutions and judgments, with the fields that print gives of each."""

from __future__ import annotations

from collections.abc import Callable

from . import wide_words as w
from .wide_lot import Fields, Lot

__all__ = ["LAWS"]


def _decree(lot: Lot) -> Fields:
    lot.side = "KP"
    authority, genre = lot.choice(w.DECREES)
    found = {
        "type": "legislation",
        "authority": authority,
        "genre": genre,
        "number": lot.maybe(lambda: lot.number(3200), 0.8),
        **lot.date(whole=True),
    }
    if authority == "최고인민회의" and lot.random() < 0.4:
        found["session"] = f"제{lot.randint(1, 14)}기 제{lot.randint(1, 9)}차회의"
    if lot.random() < 0.5:
        about = f"{lot.choice(w.TOPICS)}에 대하여"
        found["title"] = lot.choice((lot.of(w.LAWS), about, f"{lot.of(w.LAWS)}을 채택함에 대하여"))
    return found | {"event": lot.maybe(lambda: lot.choice(("채택", "수정보충", "수정")), 0.4)}


def _session_alone(lot: Lot) -> Fields:
    lot.side = "KP"
    session = lot.maybe(lambda: f"제{lot.randint(1, 14)}기 제{lot.randint(1, 9)}차회의")
    return {"type": "legislation", "authority": "최고인민회의", "session": session, **lot.date(whole=True),
            "event": lot.maybe(lambda: lot.choice(("채택", "수정보충")))}  # fmt: skip


def _law(lot: Lot) -> Fields:
    found: Fields = {
        "type": "legislation",
        "title": lot.of(w.LAWS),
        "locator": lot.maybe(lambda: f"제{lot.number(160)}조"),
    }
    if lot.side == "en":
        found["locator"] = lot.maybe(lambda: f"Article {lot.number(160)}")
    event = {"KP": ("채택", "수정보충"), "KR": ("제정", "개정", "일부개정"), "en": ("amended", "adopted", "revised")}
    if lot.random() < 0.6 or found["locator"] is None:
        found |= lot.date(whole=lot.random() < 0.7) | {"event": lot.of(event)}
    return found | lot.link(0.1)


def _act(lot: Lot) -> Fields:
    if lot.random() < 0.4:
        lot.side = "en"
        title = lot.choice(
            ("Inter-Korean Exchange and Cooperation Act", "North Korea Sanctions and Policy Enhancement Act")
        )
        genre, number = lot.choice(
            (("Act", "4239"), ("Public Law", "114-122"), ("Presidential Decree", "27445"), ("Pub. L.", "115-44"))
        )
        return {"type": "legislation", "title": title, "genre": genre, "number": number, **lot.date(whole=True)}
    lot.side = "KR"
    genre, event = (
        lot.choice(("법률", "대통령령", "통일부고시", "조례")),
        lot.choice(("제정", "개정", "일부개정", "전부개정", "시행")),
    )
    found = {"type": "legislation", "title": lot.of(w.LAWS), "genre": genre, **lot.date(whole=True)}
    found |= {"number": lot.choice((lot.number(19999), "2021-3")), "event": lot.maybe(lambda: event)}
    return found | {"locator": lot.maybe(lambda: f"제{lot.number(60)}조", 0.3)}


def _bill(lot: Lot) -> Fields:
    lot.side = "KR"
    return {"type": "legislation", "title": lot.choice(("민법 일부개정법률안", "북한인권법안", "남북교류협력에 관한 법률 일부개정법률안")),
            "number": str(lot.randint(2000000, 2199999)), **lot.date(whole=True)}  # fmt: skip


def _foreign_decree(lot: Lot) -> Fields:
    lot.side = "en"
    authority = lot.choice(("Supreme People’s Assembly", "SPA Presidium", "DPRK Cabinet", "State Affairs Commission"))
    found = {
        "type": "legislation",
        "authority": authority,
        "genre": lot.choice(("Decree", "Law", "Decision", "Ordinance")),
    }
    found |= {"number": lot.number(3000), "title": lot.maybe(lambda: lot.of(w.LAWS)), **lot.date(whole=True)}
    return found | {"event": lot.maybe(lambda: lot.choice(("adopted", "amended")), 0.3)}


def _resolution(lot: Lot) -> Fields:
    lot.side = lot.choice(("en", "KR"))
    bodies = {
        "en": ("UN Security Council", "UN General Assembly"),
        "KR": ("유엔 안전보장이사회", "유엔 안보리", "유엔총회"),
    }
    genre = {"en": ("Resolution",), "KR": ("결의", "결의안")}
    found = {
        "type": "legislation",
        "authority": lot.of(bodies),
        "genre": lot.of(genre),
        "number": lot.choice((lot.number(2700), "72/188")),
    }
    found |= lot.date(whole=lot.random() < 0.5)
    event = {"en": "adopted", "KR": "채택"}[lot.side]
    return found | {"event": event if "month" in found and lot.random() < 0.4 else None, **lot.link()}


def _treaty(lot: Lot) -> Fields:
    title, event = lot.choice(w.TREATIES)
    locator = {True: f"제{lot.number(30)}조", False: f"Article {lot.number(12)}"}[not title.isascii()]
    found = {"type": "legislation", "title": title, "event": event, "locator": lot.maybe(lambda: locator, 0.3)}
    return found | lot.date(whole=True, juche=False)


def _judgment(lot: Lot) -> Fields:
    authority, number, genre = lot.choice(w.COURTS)
    section = lot.maybe(lambda: "전원합의체", 0.3) if authority == "대법원" else None
    return {"type": "legal_case", "authority": authority, "number": number, "genre": genre, "section": section,
            "event": lot.maybe(lambda: "선고"), **lot.date(whole=True, juche=False), **lot.link(0.1)}  # fmt: skip


LAWS: dict[str, Callable[[Lot], Fields]] = {
    "decree": _decree,
    "session alone": _session_alone,
    "law": _law,
    "act": _act,
    "bill": _bill,
    "foreign decree": _foreign_decree,
    "resolution": _resolution,
    "treaty": _treaty,
    "judgment": _judgment,
}
"""The makers by the name of their kind."""
