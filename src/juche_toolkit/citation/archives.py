"""Records of archives, known by their signature: RG 242, SA 2005, Box 7, Item 40."""

from __future__ import annotations

from collections.abc import Sequence

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.items import Item

__all__ = ["put_archive"]


def put_archive(draft: Draft, before: Sequence[Item]) -> None:
    """archive "," signature "," title — what stands before a signature at the beginning keeps the record: `NARA, RG 242, …, 「…」`."""
    solid = [item for item in before if item.kind != "sep"]
    if len(solid) != 2 or solid[0].kind != "text" or solid[1].figure is None or solid[1].figure.field != "number":
        return
    if draft.put("publisher", solid[0].start, solid[0].end):
        solid[0].kind = "taken"
