"""Draws of what records hold: names, titles, dates, pages, imprints, from the North, the South or the West."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from . import wide_words as w

__all__ = ["Fields", "Lot"]

Fields = dict[str, Any]


class Lot(random.Random):
    """Draws with the side a work is from: North (KP), South (KR) or West (en)."""

    side: str = "KR"

    def of(self, table: dict[str, Any]) -> Any:
        """One of the values of the side."""
        return self.choice(table[self.side])

    def maybe(self, value: Callable[[], Any], odds: float = 0.5) -> Any:
        """The value with these odds, else None."""
        return value() if self.random() < odds else None

    def number(self, most: int = 60) -> str:
        return str(self.randint(1, most))

    def pages(self) -> str:
        """One page, a range, or several."""
        first = self.randint(1, 400)
        last = first + self.randint(1, 60)
        return self.choice((str(first), f"{first}-{last}", f"{first}-{last}", f"{first}, {last}"))

    def people(self, most: int = 3) -> tuple[str, ...]:
        pool = {"KP": w.NORTHERN, "KR": w.SOUTHERN, "en": w.WESTERN}[self.side]
        return tuple(self.sample(pool, self.choice((1, 1, self.randint(1, most)))))

    def title(self) -> str:
        if self.side == "en":
            return self.choice(w.LATIN_TITLES)
        if self.side == "KR" and self.random() < 0.1:
            return self.choice(w.HANJA)
        one, other = self.sample(w.TOPICS, 2)
        return self.choice(w.KOREAN_TITLES).format(a=one, b=other)

    def titled(self) -> Fields:
        """A title; now and then a romanized one with its Korean form and a translation, or a translation alone."""
        if self.side == "en" and self.random() < 0.25:
            latin, korean, english = self.choice(w.ROMANIZED)
            more = {
                "title_vernacular": self.maybe(lambda: korean, 0.8),
                "translated_title": self.maybe(lambda: english),
            }
            return {"title": latin, **more}
        return {
            "title": self.title(),
            "translated_title": self.maybe(lambda: "On the Economy", 0.1 * (self.side != "en")),
        }

    def date(self, *, whole: bool = False, juche: bool = True) -> Fields:
        year = self.randint(1948, 2024)
        found: Fields = {"year": year}
        if whole:
            found |= {"month": self.randint(1, 12), "day": self.randint(1, 28)}
        if juche and self.side == "KP" and self.random() < 0.5:
            found["juche_year"] = year - 1911
        return found

    def link(self, odds: float = 0.2) -> Fields:
        """An address, perhaps with the day it was read."""
        if self.random() >= odds:
            return {}
        path = self.choice(("2023/01/a-b_c/", "view?no=12&lang=ko", "nk/4521.html", "stat", "index.php?strPageID=SF01"))
        host = self.choice(("www.38north.org", "www.unikorea.go.kr", "rodong.rep.kp", "kosis.kr"))
        day = self.maybe(lambda: f"{self.randint(2015, 2024)}-{self.randint(1, 12):02d}-{self.randint(1, 28):02d}")
        return {"url": f"https://{host}/{path}", "accessed": day}

    def imprint(self) -> Fields:
        place, publisher = self.of(w.PRESSES)
        return {"place": place if self.random() < 0.8 else None, "publisher": publisher, **self.date()}
