"""Tokens to items: quoted titles, brackets, dates, figures, addresses, separators, and the text between them.

A number or date counts as an item only where it stands between boundaries: `20대 국회` and `제20회 발표 자료집`
stay text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import Factory, define

from juche_toolkit.citation.dates import Date, lone_year, match_date, short_year
from juche_toolkit.citation.figures import Figure, match_figure, simple_figure
from juche_toolkit.citation.journals import ends_a_name, is_listed, look_up
from juche_toolkit.citation.lexer import Token
from juche_toolkit.citation.names import strength
from juche_toolkit.citation.signs import (
    ABBREVIATED,
    ACRONYM,
    ACRONYM_OF_YEAR,
    CODE_LETTERS,
    CORPORATE,
    DECIMAL,
    DOI,
    GIVEN_NAME,
    IMPRINT_FOLLOWS,
    ISBN,
    LABELS,
    LATIN_WORD,
    NAME_AND_INITIALS,
    NAMES_FOLLOW,
    OF_WORD,
    PARAGRAPH,
    PARTICLE_AND_WORD,
    PATENT_WORDS,
    POINTING,
    PUT_OUT,
    RECORDING,
    SCALE,
    SERIAL_CODE,
    SHORT_YEAR,
    THOUSANDS,
    TIME,
    TITLE_FOLLOWS,
    TITLE_GOES_ON,
    VOLUMES,
    YEAR_ISSUE,
    accessed,
    remark_of_day,
    remark_of_page,
    role_before_slash,
    serial_word,
    strokes_part_fields,
    tail,
    triggers,
)
from juche_toolkit.citation.standards import STANDARD_WORDS, standard_at
from juche_toolkit.citation.words import words

if TYPE_CHECKING:
    import regex

__all__ = ["ARTICLE_MARKS", "BOOK_MARKS", "FLAT", "TITLE_MARKS", "Item", "Source", "scan", "scan_inside"]

ARTICLE_MARKS = frozenset("“‘「〈<?")
"""Marks that stand round the title of a part: an article, a chapter, a law."""


BOOK_MARKS = frozenset("『《*_")
"""Marks that stand round the title of a whole: a book, a journal, a newspaper."""


TITLE_MARKS = ARTICLE_MARKS | BOOK_MARKS

FLAT = frozenset({"date", "figure", "url", "doi", "isbn", "accessed", "sep"})
"""Items that mean the same in a bracket of their own as without one."""

_BROKEN = frozenset("「『《〈“」』》〉")
"""Marks of titles whose partner may be lost."""
_SHARE_MARKS = frozenset("*†‡§¹²³⁴⁵")
"""Marks behind the names of authors that shared the work or are to be written to; they end no text."""
_SEPARATORS = frozenset(",、，;|/·:.")


@define(slots=True, eq=False)
class Item:
    """One item of a work. `kind`: text, quote, paren, sep, date, figure, url, doi, isbn, accessed.

    `start` and `end` are offsets into the folded text; `first` and `last` the half-open range of tokens inside a
    quote or
    bracket; `mark` its opening mark or the separator itself.
    """

    kind: str
    start: int
    end: int
    mark: str = ""
    first: int = 0
    last: int = 0
    date: Date | None = None
    figure: Figure | None = None
    broken: bool = False
    """Whether one of a quotation's two marks is missing; a place beside it then stands for the mark."""
    inside: list[Item] | None = None
    """What stands in a bracket, once it was read."""


@define(slots=True)
class Source:
    """A folded text with its tokens."""

    text: str
    tokens: list[Token]
    read: dict[tuple[int, int], list[Item]] = Factory(dict)
    """Items of a range of tokens that were read to find out where works end, and are still to be used."""

    def inner(self, item: Item) -> str:
        """The text inside a quote or bracket."""
        return self.text[item.start + 1 : item.end - 1]


_DATED_BEHIND = re.compile(r"\s?\([^()]{2,60}[,:]\s?(?:19|20)\d\d\)")


class _Scanner:
    def __init__(self, source: Source, first: int, last: int) -> None:
        self.text = source.text
        self.tokens = source.tokens
        self.last = last
        self.end = source.tokens[last - 1].end if last > first else 0
        self.items: list[Item] = []
        self.text_start = self.text_end = -1
        self.position = self.first = first
        self.strokes: bool | None = None
        """Whether strokes without spaces part the fields of a list; None until the first is met."""

    def run(self) -> list[Item]:
        text, tokens, last, begins_one = self.text, self.tokens, self.last, triggers()
        position = self.position
        while position < last:
            token = tokens[position]
            kind, start, end, _, _ = token
            if kind == "s":
                position += 1
            elif kind == "w" and text[start:end].casefold() not in begins_one:
                if self.text_start < 0:
                    self.text_start = start
                self.text_end = end
                position += 1
            else:
                self.position = position
                self._other(kind, token)
                position = self.position
        self._flush()
        return self.items

    def _other(self, kind: str, token: Token) -> None:
        """Read on from a token that is neither a space nor an ordinary word."""
        if kind == "p":
            self._punctuation(token)
        elif kind == "u" or kind == "d":
            self._flush()
            self.items.append(Item("url" if kind == "u" else "doi", token.start, token.end))
            self.position += 1
        elif not self._element(token):
            self._take(token)

    def _take(self, token: Token) -> None:
        """Add a token to the text under way."""
        if self.text_start < 0:
            self.text_start = token.start
        self.text_end = token.end
        self.position += 1

    def _flush(self) -> None:
        if self.text_start >= 0:
            self.items.append(Item("text", self.text_start, self.text_end))
            self.text_start = -1

    def _advance(self, place: int) -> None:
        """Go on with the first token at or behind a place in the text."""
        while self.position < self.last and self.tokens[self.position].start < place:
            self.position += 1

    def _punctuation(self, token: Token) -> None:
        _, start, end, mate, _ = token
        character = self.text[start]
        if (character in "'’‘`" and self._short_year(token)) or (character == "§" and self._paragraph(token)):
            return
        if self.position < mate < self.last:
            self._group(token)
        elif character in _SEPARATORS and self._separates(character, start, end):
            self._flush()
            self.items.append(Item("sep", start, end, character))
            self.position += 1
        elif mate < 0 and character in _BROKEN and self._broken_quote(token):
            return
        elif mate >= 0 or self.text_start < 0 or character in _SHARE_MARKS:
            self.position += 1
        else:
            self._take(token)

    def _paragraph(self, token: Token) -> bool:
        """paragraph := "§" number ["/" margin number] — a place in a book of law: `§ 12/3`, `§23 Rn. 5`."""
        match = PARAGRAPH.match(self.text, token.start, self.end)
        if match is None or (self.text_start >= 0 and self.text_end == token.start):
            return False
        self._flush()
        figure = Figure("locator", match.group(), *match.span(), *match.span())
        self.items.append(Item("figure", *match.span(), figure=figure))
        self._advance(match.end())
        return True

    def _short_year(self, token: Token) -> bool:
        """short year := "’" two digits ["년"] — `(’94)`, `’95 겨울`; not where the mark closes a quotation."""
        match = SHORT_YEAR.match(self.text, token.end, self.end)
        if match is None or (0 <= token.mate < self.position) or self.text[token.start - 1 : token.start].isalnum():
            return False
        self._flush()
        start, end = match.span("year")
        part = Date(start, end, year=short_year(match["year"]), parts=(("year", start, end),))
        self.items.append(Item("date", token.start, match.end(), date=part))
        self._advance(match.end())
        return True

    def _broken_quote(self, token: Token) -> bool:
        """A title with one mark lost: from the mark to the next comma, or from the last separator to the mark."""
        character = self.text[token.start]
        if character in "「『《〈“" and self.text_start < 0:
            stop = self._title_end()
            if stop > self.position + 1:
                end = self.tokens[stop].start + 1
                self.items.append(Item("quote", token.start, end, character, self.position + 1, stop, broken=True))
                self.position = stop + 1
                return True
        if character in "」』》〉" and self.text_start > 0 and (not self.items or self.items[-1].kind == "sep"):
            start, self.text_start = self.text_start, -1
            first = next(place for place in range(self.position, -1, -1) if self.tokens[place].start <= start)
            mark = "「『《〈"["」』》〉".index(character)]
            self.items.append(Item("quote", start - 1, token.end, mark, first, self.position, broken=True))
            self.position += 1
            return True
        return False

    def _title_end(self) -> int:
        """The comma that ends a title without a closing mark: one before another title, or else the next."""
        nearest = -1
        for place in range(self.position + 1, self.last):
            token = self.tokens[place]
            if token.kind == "p" and self.text[token.start] == ",":
                nearest = nearest if nearest >= 0 else place
                behind = self.text[token.end : token.end + 2].strip()
                if behind[:1] in ("「", "『", "《", "〈"):
                    return place
        return nearest

    def _link(self, token: Token) -> bool:
        """link := "[" title "](" address ")" — as Markdown writes it."""
        place = token.mate + 1
        if place + 1 >= self.last or self.tokens[place].mark != "(" or self.tokens[place + 1].kind != "u":
            return False
        inside = self.tokens[self.position + 1 : token.mate]
        self._flush()
        if any(part.mark in TITLE_MARKS for part in inside):
            self.position += 1
        else:
            self.items.append(
                Item("quote", token.start, self.tokens[token.mate].end, "“", self.position + 1, token.mate)
            )
            self.position = token.mate + 1
        return True

    def _group(self, token: Token) -> None:
        """group := open item* close; a quotation that runs on into a word is part of the text."""
        if token.mark == "[" and self._link(token):
            return
        closing = self.tokens[token.mate]
        quote = token.mark in TITLE_MARKS
        inside = self.position + 1, token.mate
        if self._acronym(token, closing) or (quote and self._runs_on(token, closing)):
            if self.text_start < 0:
                self.text_start = token.start
            self.text_end = closing.end
        else:
            self._flush()
            self.items.append(Item("quote" if quote else "paren", token.start, closing.end, token.mark, *inside))
        self.position = token.mate + 1

    def _acronym(self, token: Token, closing: Token) -> bool:
        """Whether a bracket holds an abbreviation of the words it is glued to: `경제통계시스템(ECOS)`."""
        if token.mark == "(" and self.text_start < 0 and CORPORATE.match(self.text, token.end, self.end) is not None:
            return True
        glued = token.mark == "(" and self.text_start >= 0 and self.text_end == token.start
        return glued and (
            ACRONYM.fullmatch(self.text, token.end, closing.start) is not None
            or ACRONYM_OF_YEAR.match(self.text, token.end, self.end) is not None
        )

    def _runs_on(self, token: Token, closing: Token) -> bool:
        text, end = self.text, closing.end
        if closing.start == token.end:
            return True
        if text[closing.start - 1] in ",." and token.mark == "“":
            return False
        if token.mark == "“" and (
            TITLE_GOES_ON.match(text, end, self.end) is not None or self._latin_title(token, end)
        ):
            return True
        if self._within_title(end):
            return True
        glued = self.text_start >= 0 and self.text_end == token.start
        if token.mark in "‘?" and glued:
            return True
        if end < self.end and (text[end].isalpha() or (token.mark == "‘" and text[end].isalnum())):
            return token.mark not in "「『《〈*_" and tail().match(text, end) is None
        return (
            token.mark == "‘"
            and self.text_start >= 0
            and end < self.end
            and text[end] == " "
            and text[end + 1 : end + 2].isalpha()
            and not self._only_a_name()
        )

    def _only_a_name(self) -> bool:
        """Whether an author alone stands before a mark: `장하용 ‘남북 방송교류의 과제’ 방송통신연구`."""
        return not self.items and strength(self.text[self.text_start : self.text_end]) == 3

    def _latin_title(self, token: Token, end: int) -> bool:
        """Whether Latin words stand right before and behind a quotation, as in a title: `North Korea’s “Byungjin” Line`."""
        match = LATIN_WORD.match(self.text, end, self.end)
        if (
            match is None
            or self.text_start < 0
            or self.text_end != token.start - 1
            or self.text[self.text_end - 1] > "ɏ"
        ):
            return False
        if match.group("word").casefold() in triggers():
            return False
        return look_up(self.text[self.text_start : self.text_end]) is None

    def _within_title(self, end: int) -> bool:
        """Whether a work named inside an unmarked title ends here: `웹드라마의 서사 전략: <에이틴>을 중심으로`."""
        match = PARTICLE_AND_WORD.match(self.text, end, self.end)
        if match is None or match.group("word") in POINTING:
            return False
        return self.text_start >= 0 or (
            bool(self.items) and self.items[-1].kind in ("sep", "date") and len(self.items) > 1
        )

    def _separates(self, character: str, start: int, end: int) -> bool:
        after = self.text[end] if end < self.end else " "
        if character in ",、，":
            return self.text_start < 0 or not (after.isdigit() and start > 0 and self.text[start - 1].isdigit())
        if character in ";|":
            return True
        if character in "/·":
            if self.text_start >= 0 and role_before_slash().search(self.text, max(self.text_start, start - 8), start):
                return True
            if character != "/":
                return False
            if self.text[start - 1 : start] == " " and after == " ":
                return True
            if self.strokes is None:
                begin = self.tokens[self.first].start
                self.strokes = strokes_part_fields(self.text[begin : self.end])
            return self.strokes
        if character == ":":
            return self.text_start < 0
        return character == "." and self._full_stop(after)

    def _full_stop(self, after: str) -> bool:
        if self.text_start >= 0 and "가" <= after <= "힣" and self._tight_stop():
            return True
        if not (after.isspace() or after in "\"“”’'*_)]」『《〈「»"):
            return self.text_start < 0
        if self.text_start < 0:
            return True
        word = self.tokens[self.position - 1]
        printed = self.text[word.start : word.end]
        if word.kind != "w" or not printed.isascii():
            return True
        if len(printed) == 1 and printed.isupper() and self._initial_ends_name():
            return True
        if printed in ("eds", "ed") and word.start == self.text_start and self._only_names():
            return True
        if (len(printed) == 1 and printed.isupper()) or printed.casefold() in words("abbreviation"):
            return (
                printed.isupper() and NAME_AND_INITIALS.fullmatch(self.text, self.text_start, self.text_end) is not None
            )
        shortened = ABBREVIATED.match(self.text, self.text_start, word.end) is not None
        return not shortened or IMPRINT_FOLLOWS.match(self.text, word.end + 1) is not None

    def _initial_ends_name(self) -> bool:
        """Whether an initial is the last of one name turned round, and the title follows it: `Myers, Brian R. The Cleanest Race`."""
        if len(self.items) != 2 or self.items[1].mark != "," or self.items[0].kind != "text" or self.items[0].start:
            return False
        family = self.text[self.items[0].start : self.items[0].end]
        if (
            not family.isascii()
            or " " in family
            or GIVEN_NAME.fullmatch(self.text, self.text_start, self.text_end) is None
        ):
            return False
        if TITLE_FOLLOWS.match(self.text, self.text_end + 1, self.end) is None:
            return False
        self.text_end += 1  # the initial keeps its full stop
        return True

    def _tight_stop(self) -> bool:
        """Whether full stops without spaces part this work, a sure name having come first: `서재진.북한의 사회심리.…`."""
        if not self.items:
            return strength(self.text[self.text_start : self.text_end]) == 3
        first, stop = self.items[:2] if len(self.items) > 1 else (self.items[0], self.items[0])
        return (
            stop.mark == "."
            and first.kind == "text"
            and self.text[stop.end] != " "
            and self.text_end > self.text_start + 3
        )

    def _only_names(self) -> bool:
        """Whether nothing but short texts stands so far, so that `eds.` ends the names: `Park, K., and S. Snyder, eds. Title`."""
        texts = [item for item in self.items if item.kind == "text"]
        if len(texts) == 1 and NAMES_FOLLOW.match(self.text, self.tokens[self.position].end) is not None:
            return False  # `Korea Reborn, ed. Jane Doe (Honolulu: …)`
        return len(texts) == len([item for item in self.items if item.kind != "sep"]) > 0 and all(
            len(self.text[item.start : item.end].split()) <= 3 for item in texts
        )

    def _element(self, token: Token) -> bool:
        """element+ between boundaries; puts the items and moves on, or returns False and moves nothing."""
        if token.kind == "w" and (self._labelled(token) or self._standard(token)):
            return True
        if self.text_start >= 0:
            if self.text_end == token.start and self.text[token.start - 1].isascii():
                return False
            if ends_a_name(self.text[token.start : token.end]) and is_listed(
                self.text[max(self.text_start, token.end - 60) : token.end]
            ):  # 민족21, Minjog 21
                return False
        if self.text[token.end : token.end + 1] == ":" and self._time(token):
            return True
        if self.text_start >= 0:
            if self._code(token) or self._numbers_report(token) or self._numbers_patent(token):
                return True
        elif self.items and self.items[-1].mark in BOOK_MARKS and self._volumes(token):
            return True
        run, place = self._run(token.start)
        while run and not self._bounded(run[-1], place):
            run, place = self._shorter(run)
        if not run or self._named_with_edition(run[0]):
            return False
        self._flush()
        self.items.extend(run)
        self._advance(run[-1].end)
        return True

    def _run(self, place: int) -> tuple[list[Item], int]:
        """Up to eight elements with nothing but spaces between them, and the place behind them."""
        text, end = self.text, self.end
        run: list[Item] = []
        for turn in range(8):
            found = self._one(place, following=turn > 0)
            if not found:
                break
            run += found
            place = found[-1].end
            while place < end and text[place] == " ":
                place += 1
            if place >= end or not text[place].isalnum():
                break
        return run, place

    def _shorter(self, run: list[Item]) -> tuple[list[Item], int]:
        """A run up to its last whole date that ends in a full stop: `2023-02-15. 2023-03-01에 …`."""
        for length in range(len(run) - 1, 0, -1):
            last = run[length - 1]
            if last.date is not None and last.date.day is not None and self.text[last.end - 1] == ".":
                return run[:length], last.end
        return [], 0

    def _named_with_edition(self, first: Item) -> bool:
        """Whether the statement of an edition ends the name of a serial that the table has: `The Hankyoreh English Edition`."""
        if self.text_start < 0 or first.figure is None or first.figure.field != "edition":
            return False
        return is_listed(self.text[self.text_start : first.end])

    def _time(self, token: Token) -> bool:
        """time := hours ":" minutes ":" seconds | minutes ":" seconds behind a recording | hour before news — a remark"""
        if self.text_start >= 0 and (scale := SCALE.match(self.text, token.start, self.end)) is not None:
            self.text_end = scale.end()  # `Korea 1:50,000`
            self._advance(scale.end())
            return True
        match = TIME.match(self.text, token.start, self.end)
        if match is None:
            return False
        before = self.items[-2:] if self.text_start < 0 else []
        recorded = any(RECORDING.search(self.text, item.start, item.end) for item in before[:1])
        if not (match["seconds"] or match["news"] or recorded):
            return False
        self._flush()
        self.items.append(Item("remark", *match.span()))
        self._advance(match.end())
        return True

    def _numbers_report(self, token: Token) -> bool:
        """Take four digits that are no year into the report's kind before them: `Working Paper 1607`.

        They are no year of a series that an imprint with its year follows: `나남신서 1857 (파주: 나남, 2016)`.
        """
        printed = self.text[token.start : token.end]
        if not 3 <= len(printed) <= 4 or not printed.isdigit():
            return False
        if self.text.endswith(("esolution", "esolutions"), self.text_start, self.text_end):
            self._take(token)  # `… Pursuant to Resolution 1874 (2009)`
            return True
        if len(printed) != 4:
            return False
        if 1800 <= int(printed) < 2100 and _DATED_BEHIND.match(self.text, token.end, self.end) is None:
            return False
        if self.text_end != token.start - 1 or self._serial_word() is None:
            return False
        self._take(token)
        return True

    def _numbers_patent(self, token: Token) -> bool:
        """Take a number with its thousands parted into the text that says it is a patent's: `U.S. Patent 9,876,543`."""
        if self.text_start < 0 or token.kind != "n" or not self.text.endswith(PATENT_WORDS, 0, token.start):
            return False
        match = THOUSANDS.match(self.text, token.start, self.end)
        if match is None:
            return False
        self.text_end = match.end()
        self._advance(match.end())
        return True

    def _serial_word(self) -> object:
        """What stands for a series or a kind of report at the end of the text under way."""
        return serial_word().search(self.text, max(self.text_start, self.text_end - 28), self.text_end)

    def _code(self, token: Token) -> bool:
        """Take the number of a report or series into the text that names it: `연구보고 2021-12`, `연구총서 16-03`."""
        if token.kind != "n" or self.text_end != token.start - 1:
            return False
        match = SERIAL_CODE.match(self.text, token.start, self.end)
        if match is None or (
            self._serial_word() is None and CODE_LETTERS.fullmatch(self.text, self.text_start, self.text_end) is None
        ):
            return False
        self.text_end = match.end()
        self._advance(match.end())
        return True

    def _standard(self, token: Token) -> bool:
        """Take a standard's symbol that stands alone, or behind the word for a standard: `정보통신단체표준 TTAK.KO-10.0852`."""
        if self.text[token.start : token.end].casefold() not in STANDARD_WORDS:
            return False
        if self.text_start >= 0 and not self.text.endswith(("표준 ", "standard "), self.text_start, token.start):
            return False
        end = standard_at(self.text, token.start, self.end, first=not self.items and self.text_start < 0)
        if end < 0:
            return False
        self._flush()
        self.items.append(Item("code", token.start, end))
        self._advance(end)
        return True

    def _labelled(self, token: Token) -> bool:
        if self.text[token.start : token.end].casefold() not in LABELS:
            return False
        for kind, pattern in (("isbn", ISBN), ("doi", DOI)):
            match = pattern.match(self.text, token.start, self.end)
            if match is not None:
                self._flush()
                start, end = match.span("v")
                while kind == "doi" and self.text[end - 1] in ".,;)":
                    end -= 1
                self.items.append(Item(kind, start, end))
                self._advance(end)
                return True
        return False

    def _bounded(self, last: Item, place: int) -> bool:
        """Whether what follows a run of elements is a boundary."""
        if place >= self.end:
            return True
        after = self.text[place]
        if after in "·." and self._number_goes_on(last, place):
            return False
        if last.date is not None and last.date.day is not None and self.items and self.items[-1].kind == "quote":
            return True
        if after in ",.;:/|)]」』》〉>”\"’'*(（[「『《〈“<_?!·…~":
            return True
        edition = last.figure is not None and last.figure.field == "edition"  # `3rd ed. London: …`
        if self.text[last.end - 1] == "." and (edition or (place == last.end and after == " ")):
            return True
        if last.kind == "accessed" or self.text.startswith(("http://", "https://", "www."), place):
            return True
        if last.date is not None and last.date.day is not None and remark_of_day().match(self.text, place, self.end):
            return True
        if self._numbers_title(last) or (last.date is not None and PUT_OUT.match(self.text, place) is not None):
            return True
        if last.date is not None and self._dates_paper(last.date):
            return True
        pages = last.figure is not None and last.figure.field in ("pages", "locator", "issue", "volume", "whole_number")
        if not pages:
            return False
        if self.text_start >= 0 and OF_WORD.match(self.text, last.end) is not None:
            return False  # `북한 헌법 제9조의 해석`
        return (
            tail().match(self.text, last.end) is not None
            or self.text.startswith(("및 ", "과 ", "와 ", "in "), place)
            or remark_of_page().match(self.text, place, self.end) is not None
        )

    def _number_goes_on(self, last: Item, place: int) -> bool:
        """Whether a number is the first part of one in a title: `7·1조치`, `웹 2.0`, `IEEE 802.11 무선랜`."""
        if last.figure is None or last.figure.field != "bare":
            return False
        if self.text[place] == "·":
            return self.text[place + 1 : place + 2].isdigit()
        return DECIMAL.match(self.text, last.start, self.end) is not None

    def _dates_paper(self, date: Date) -> bool:
        """Whether a date needs no boundary behind it: a Juche date that is whole or comes first, a day behind a newspaper's name."""
        whole = date.day is not None
        if date.juche_year is not None and (whole or (not self.items and self.text_start < 0)):
            return True
        if not whole or self.text_start < 0 or date.start - self.text_start > 40:
            return False
        if self.items and self.items[-1].kind != "sep":
            return False
        entry = look_up(self.text[self.text_start : self.text_end])
        return entry is not None and entry.kind in ("newspaper", "agency", "broadcaster")

    def _numbers_title(self, last: Item) -> bool:
        """Whether a volume or issue with its unit stands right behind a quoted title: `《선집》 제7권 출판사`."""
        behind_title = bool(self.items) and self.items[-1].kind == "quote" and self.text_start < 0
        return behind_title and last.figure is not None and last.figure.field in ("volume", "issue", "whole_number")

    def _one(self, place: int, *, following: bool) -> list[Item]:
        """One element at a place: an access date, a date or a figure."""
        text = self.text
        character = text[place : place + 1]
        digit = character.isdigit()
        if not digit and not character.isalpha():
            return []
        colon = digit and not following and self._after_colon()
        year = digit and text[place : place + 4].isdigit() and not text[place + 4 : place + 5].isdigit()
        if (simple := self._simple(place, year=year, figure=not colon)) is not None:
            return [simple]
        first, last, before, after = accessed()
        if not digit and character.casefold() in first and (date := self._date_behind(before, place)) is not None:
            return [Item("accessed", place, date.end, date=date)]
        if colon:  # `42, no. 11 (2015): 1405-1412` are pages, not years
            range_ = match_figure(text, place, after_colon=True)
            if range_ and "-" in range_[0].value and range_[0].end <= self.end:
                return [Item("figure", range_[0].start, range_[0].end, figure=range_[0])]
        figures: tuple[Figure, ...] | None = None
        date = self._date(place)
        if (
            date is not None
            and date.shape == "month_only"
            and self.text_start >= 0
            and self.text[self.text_end - 1] in "년年"
        ):
            date = None
        if date is not None:
            behind = after.match(text, date.end, self.end) if self._letter(date.end) in last else None
            if behind is not None:
                return [Item("accessed", place, behind.end(), date=date)]
            if date.shape == "year":
                figures = match_figure(text, place, after_colon=False)
            if not figures or figures[0].field in ("bare", "range"):  # else a number counted in pages or the like
                return self._year_and_issue(date) or [Item("date", date.start, date.end, date=date)]
        if figures is None or colon:
            figures = match_figure(text, place, after_colon=colon, simple=colon or year)
        return [Item("figure", figure.start, figure.end, figure=figure) for figure in figures if figure.end <= self.end]

    def _simple(self, place: int, *, year: bool, figure: bool) -> Item | None:
        """A lone year or a figure in its simplest form, which are nothing else."""
        if year:
            date = lone_year(self.text, place)
            return Item("date", place, date.end, date=date) if date is not None and date.end <= self.end else None
        if figure and (found := simple_figure(self.text, place)) is not None and found.end <= self.end:
            return Item("figure", found.start, found.end, figure=found)
        return None

    def _date_behind(self, words_before: regex.Pattern[str], place: int) -> Date | None:
        """The date behind words that lead in an access date."""
        match = words_before.match(self.text, place, self.end)
        return self._date(match.end()) if match is not None else None

    def _letter(self, place: int) -> str:
        """The letter at a place, or behind the space there, without case."""
        return self.text[place : place + 2].lstrip()[:1].casefold()

    def _volumes(self, token: Token) -> bool:
        """volumes := number ("·" number)+ — right behind a whole's title: `『포스트워』 1·2, 열린책들`."""
        if token.start - self.items[-1].end > 1:
            return False
        match = VOLUMES.match(self.text, token.start, self.end)
        if match is None:
            return False
        figure = Figure("volume", match.group(), *match.span(), *match.span())
        self.items.append(Item("figure", *match.span(), figure=figure))
        self._advance(match.end())
        return True

    def _year_and_issue(self, date: Date) -> list[Item]:
        """year-issue := year "-" issue "호" — `2019-2호`; nothing for any other date."""
        match = YEAR_ISSUE.match(self.text, date.start, self.end) if date.shape == "numeric" else None
        if match is None:
            return []
        start, end = match.span("year")
        part = Date(start, end, year=date.year, parts=(("year", start, end),))
        issue = Figure("issue", match["issue"], end, match.end(), *match.span("issue"))
        return [Item("date", start, end, date=part), Item("figure", end, match.end(), figure=issue)]

    def _date(self, place: int) -> Date | None:
        if place >= self.end:
            return None
        date = match_date(self.text, place, digit=self.text[place].isdigit())
        return date if date is not None and date.end <= self.end else None

    def _after_colon(self) -> bool:
        if not self.items or self.text_start >= 0:
            return False
        if self.items[-1].kind != "sep" or self.items[-1].mark != ":":
            return False
        return len(self.items) > 1 and self.items[-2].kind in ("figure", "paren", "date")


def scan_inside(source: Source, bracket: Item) -> list[Item]:
    """The items inside a quote or bracket, read once; a bracket in it with figures alone is unfolded: `2020(2판)`."""
    if bracket.inside is None:
        bracket.inside = []
        for item in scan(source, bracket.first, bracket.last):
            inner = scan(source, item.first, item.last) if item.kind == "paren" else []
            flat = bool(inner) and all(part.kind in FLAT for part in inner)
            bracket.inside.extend(inner if flat else (item,))
    return bracket.inside


def scan(source: Source, first: int, last: int) -> list[Item]:
    """Read the tokens from `first` up to `last` as items, without a look inside quotes and brackets.

    work := (quote | paren | element+ | separator | text)*
    """
    while last > first and source.tokens[last - 1].kind == "s":
        last -= 1
    return _Scanner(source, first, last).run()
