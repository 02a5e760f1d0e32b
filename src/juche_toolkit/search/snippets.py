"""What is shown of a title: the places that matched, between two asterisks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["MARK", "clean_spans", "snippet"]

MARK = "**"
_WINDOW = 160
"""Characters of a long title that are shown."""
_LEAD = 40
"""Characters shown before the first match of a long title."""


def clean_spans(spans: Iterable[tuple[int, int]], title: str) -> list[tuple[int, int]]:
    """Spans in order, with those that overlap or touch made one; nothing at all comes of a text without any."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        elif start < end <= len(title):
            found.append((start, end))
    return found


def snippet(title: str, spans: Sequence[tuple[int, int]]) -> str:
    """A title with its spans marked; of a long one, the stretch around the first span, with … where it was cut."""
    start = max(0, spans[0][0] - _LEAD) if spans and len(title) > _WINDOW else 0
    end = min(len(title), start + _WINDOW)
    out, place = ["…" if start else ""], start
    for left, right in spans:
        if left >= end:
            break
        out += [title[place:left], MARK, title[left : min(right, end)], MARK]
        place = min(right, end)
    return "".join([*out, title[place:end], "…" if end < len(title) else ""])
