"""A citation under construction: values with their places in the folded text, names, doubts, and what is left over."""

from __future__ import annotations

from attrs import Factory, define

from juche_toolkit.citation.dates import JUCHE_ERA, Date, iso
from juche_toolkit.citation.figures import Figure
from juche_toolkit.citation.items import Item, Source
from juche_toolkit.citation.names import People, Person

__all__ = ["Draft"]

_EDGES = " \t,.;:"
_JOINING = frozenset(" ,·~∼-–및과와")
"""What may part two chapters that are cited together."""
_PAIRS = {"(": ")", "[": "]", "“": "”", "‘": "’", "《": "》", "『": "』", "「": "」", "〈": "〉"}


_SHARED = frozenset({"공저", "공역", "공편", "공편저", "편저", "공동", "단독"})
"""Words for one's share in a work among its authors, as lists of one's own have them: `(공저, 김철수 외 지음)`."""


@define
class Draft:
    """What has been read of one work so far; every range is into `source.text`."""

    source: Source
    start: int
    end: int
    values: dict[str, str | int] = Factory(dict)
    spans: dict[str, tuple[int, int]] = Factory(dict)
    people: dict[str, list[Person]] = Factory(dict)
    et_al: bool = False
    problems: list[tuple[str, int, int]] = Factory(list)
    left: list[tuple[int, int, str]] = Factory(list)
    passed: list[tuple[int, int]] = Factory(list)
    """Words that were read and are no field: those of a back-reference, the names of the fields of a BibTeX entry."""
    form: str = "full"
    title_mark: str = ""
    container_mark: str = ""
    whole_date: bool = False
    dated_issue: bool = False
    inside: bool = False
    """Whether editors were just read behind an article's title, so that the book it is in comes next."""
    back_kind: str = ""
    note_number: int | None = None
    doubt: float = 0.0

    @property
    def untouched(self) -> bool:
        """Whether nothing was read of the work yet."""
        return not (self.values or self.spans or self.people or self.problems or self.left or self.title_mark)

    def has(self, *fields: str) -> bool:
        """Whether any of these fields has a value."""
        values = self.values
        for field in fields:  # noqa: SIM110 - called more often than anything else, and any() takes twice the time
            if field in values:
                return True
        return False

    def text(self, start: int, end: int) -> str:
        """A stretch of the folded text."""
        return self.source.text[start:end]

    def put(self, field: str, start: int, end: int, value: str | int | None = None) -> bool:
        """Give a field the trimmed text of a range, or `value` printed there; False if it has another value already."""
        if value is None:
            start, end = self.trimmed(start, end)
            value = self.source.text[start:end]
            if not value[:1].isalnum() and not any(map(str.isalnum, value)):
                return False
        if field in self.values:
            return self.values[field] == value
        self.values[field] = value
        self.spans[field] = (start, end)
        return True

    def move(self, old: str, new: str) -> None:
        """Let a value stand in another field."""
        if old in self.values and new not in self.values:
            self.values[new] = self.values.pop(old)
            if old in self.spans:
                self.spans[new] = self.spans.pop(old)

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """A range without the punctuation at its edges; a full stop that ends an abbreviation (D.C., Inc.) stays."""
        text = self.source.text
        if start < end and text[start].isalnum() and text[end - 1].isalnum():
            return start, end
        while start < end and text[start] in _EDGES:
            start += 1
        while end > start and text[end - 1] in _EDGES:
            if text[end - 1] == "." and end - start > 3 and text[end - 3] in ". " and text[end - 2].isupper():
                break
            end -= 1
        while end - start > 2 and text[end - 1] == _PAIRS.get(text[start]) and self._one_pair(start, end):
            start, end = start + 1, end - 1
        return start, end

    def _one_pair(self, start: int, end: int) -> bool:
        """Whether the marks at both ends belong together."""
        mark, close, depth = self.source.text[start], self.source.text[end - 1], 0
        for character in self.source.text[start : end - 1]:
            depth += (character == mark) - (character == close)
            if depth == 0:
                return False
        return True

    def add_people(self, people: People, role: str) -> None:
        """Add names to a role; a role that records have no field for (none: 기획) is a problem."""
        if role == "none":
            for person in people.persons:
                printed = self.text(person.start, person.end)
                self.doubtful(f"Who planned the work has no field: {printed}", person.start, person.end, 0.02)
            return
        persons = [person for person in people.persons if self.source.text[person.start : person.end] not in _SHARED]
        self.people.setdefault(role, []).extend(persons)
        self.et_al = self.et_al or people.et_al

    def doubtful(self, message: str, start: int, end: int, amount: float = 0.1) -> None:
        """Note a problem."""
        self.problems.append((message, start, end))
        self.doubt += amount

    def leave(self, start: int, end: int, reason: str) -> None:
        """List a stretch as not understood."""
        start, end = self.trimmed(start, end)
        if any(map(str.isalnum, self.source.text[start:end])):
            self.left.append((start, end, reason))

    def put_date(self, date: Date) -> None:
        """Take a date; the fuller of two dates stands, and one that contradicts is a problem."""
        if date.shape == "republished":
            self.doubtful("The year of a later edition has no field", date.end - 4, date.end, 0.02)
        if "year" in self.values or "juche_year" in self.values:
            self._second_date(date)
            return
        for field, start, end in date.parts:
            printed = getattr(date, field)
            if field not in self.values:
                self.values[field] = printed
                self.spans[field] = (start, end)
        self.whole_date = date.day is not None
        self.dated_issue = self.source.text[date.end - 1] == "호"
        if date.year is None and date.juche_year is not None:
            self.values["year"] = date.juche_year + JUCHE_ERA
        if (sentence := date.disagreement) is not None:
            self.doubtful(sentence, date.start, date.end, 0.2)

    def _second_date(self, date: Date) -> None:
        known = {field: self.values.get(field) for field in ("year", "month", "day", "season")}
        same_year = date.year is None or date.year == known["year"]
        if date.year is None and date.juche_year is not None and not self.has("juche_year"):
            same_year = known["year"] == date.juche_year + JUCHE_ERA
            if same_year:
                for field, start, end in date.parts:
                    self.put(field, start, end, getattr(date, field))
                return
        if date.year is None and date.juche_year is None:
            for field, start, end in date.parts:
                self.put(field, start, end, getattr(date, field))
            return
        fuller = sum(getattr(date, field) is not None for field in known) > sum(v is not None for v in known.values())
        if same_year and fuller:
            for field in ("year", "month", "day", "season"):
                self.values.pop(field, None)
                self.spans.pop(field, None)
            for field, start, end in date.parts:
                self.values[field] = getattr(date, field)
                self.spans[field] = (start, end)
            self.whole_date = date.day is not None
        elif same_year:
            self._juche_year_of(date)
        else:
            self.doubtful(f"A second year, {date.year}, is printed; {known['year']} is kept", date.start, date.end)

    def _juche_year_of(self, date: Date) -> None:
        """Take the Juche year of a date whose year is known already: `1961년판, …, 주체50(1961)`."""
        for field, start, end in date.parts:
            if field == "juche_year" and date.disagreement is None:
                self.put(field, start, end, date.juche_year)

    def put_accessed(self, item: Item) -> None:
        """Take the date a web page was read."""
        if item.date is not None and (item.date.year is not None or item.date.juche_year is not None):
            start = min((part[1] for part in item.date.parts), default=item.start)
            end = max(item.date.end, max((part[2] for part in item.date.parts), default=item.end))
            self.put("accessed", start, end, iso(item.date))
        else:
            self.leave(item.start, item.end, "an access date without a year")

    def put_figure(self, figure: Figure) -> None:
        """Take a volume, issue, page … where nothing else decides its field."""
        if not figure.field:
            return
        if figure.field in ("bare", "range"):
            self.leave(figure.start, figure.end, "a number whose meaning isn't clear")
            return
        value = figure.value
        if figure.field == "volume" and value == str(self.values.get("year", "")):
            return  # `경제연구, 1999(2)`: the year again
        if figure.field == "pages" and "pages" in self.values:
            self._more_pages(figure)
        elif figure.field == "locator" and self.further_locator(figure.value_start, figure.value_end):
            return
        elif not self.put(figure.field, figure.value_start, figure.value_end, value):
            self.doubtful(f"A second {figure.field.replace('_', ' ')}, {value}, is printed", figure.start, figure.end)
            self.leave(figure.start, figure.end, f"a second {figure.field.replace('_', ' ')}")

    def further_locator(self, start: int, end: int) -> bool:
        """Let a locator go on with a part that only marks part from it: `1장, 3장`, `1부 2장`, `서론 및 1장`."""
        place = self.spans.get("locator")
        if place is None or place[1] > start or not _JOINING.issuperset(self.source.text[place[1] : start]):
            return False
        self.values["locator"] = self.source.text[place[0] : end]
        self.spans["locator"] = (place[0], end)
        return True

    def _more_pages(self, figure: Figure) -> None:
        """An article's range and the page cited in it: the range stands, the page is told."""
        self.doubtful(
            f"Pages are printed twice; the first stand, and {figure.value} is the place cited",
            figure.start,
            figure.end,
            0.05,
        )
