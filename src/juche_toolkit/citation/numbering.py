"""What the printed numbers of notes tell of notes that aren't given: an Ibid. behind a gap means one of those."""

from __future__ import annotations

from attrs import define

__all__ = ["Numbering"]


@define
class Numbering:
    """The printed numbers read so far."""

    last: int | None = None
    missing: bool = False
    """Whether a note before the last one isn't given."""

    def take(self, printed: str | None) -> tuple[str, bool]:
        """Take the next number: why the note before it in the text isn't the one before it, and whether numbers begin anew.

        A note without a number says nothing. Numbers begin anew with a chapter or a page.
        """
        if printed is None or not printed.isdigit():
            return "", False
        number, before = int(printed), self.last
        self.last = number
        if before is None:
            self.missing = number > 1
            return "", False
        if number <= before:
            return "", True
        if number == before + 1:
            return "", False
        self.missing = True
        return f"note {number - 1}, which stands before it, isn't given", False
