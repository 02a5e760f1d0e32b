"""Where an unpublished document is kept: the archive is its publisher, its signature (RG 242, SA 2005, Box 7) its number."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from juche_toolkit.citation.draft import Draft
from juche_toolkit.citation.items import Item
from juche_toolkit.citation.kinds import periodical
from juche_toolkit.citation.names import begins_with_role
from juche_toolkit.citation.words import folded, words

__all__ = ["KEPT", "put_archive", "set_archive_apart"]

KEPT = "this tells where a document is kept"
_STRONG = regex.compile(
    r"(?:RG|Record Group)\s?\d|(?:US\s)?(?:NARA|NACP|GARF|RGANI|RGASPI|AVP\s?RF|AVPRF|TsAMO|TsKhSD|APRF|RGVA|RGAE|TNA|SAPMO|PolA|PA\sAA"
    r"|MfAA|MOL|MNOL|CREST|PRCFMA)\b"
    r"|CIA-RDP\w+|(?:FO|CAB|DEFE|PREM|WO)\s\d{1,4}/\d|(?:[Bb]ox|[Ff]older|[Rr]eel|[Ff]rame|[Ff]ond)s?\s\d"
    r"|(?:The\s)?(?:US\s|U\.S\.\s)?National\sArchives|Public\sRecord\sOffice"
    r"|(?:Archives?|Arkhiv|Rossiiskii|Gosudarstvennyi)\s(?:of|vneshnei)\s|Arkhiv\b"
)
"""What the name or the numbering of an archive begins with."""
_NAMED = regex.compile(
    r"(?:(?<!Digital\s)Archives?|Papers|Manuscripts?(?:\sDivision)?"
    r"|(?:Presidential|Memorial|Truman|Eisenhower|Carter|Ford|Nixon|Reagan|Kennedy|Johnson|MacArthur)\sLibrary"
    r"|Special\sCollections?|Central\sFiles(?:\s[\d–-]+)?|Captured\s(?:Korean|Enemy)\sDocuments)$"
)
"""What the name of an archive or collection ends with."""


def put_archive(draft: Draft, before: Sequence[Item]) -> None:
    """archive "," signature "," title — what stands before a signature at the beginning keeps the record: `NARA, RG 242, …, 「…」`."""
    solid = [item for item in before if item.kind != "sep"]
    if len(solid) != 2 or solid[0].kind != "text" or solid[1].figure is None or solid[1].figure.field != "number":
        return
    if draft.put("publisher", solid[0].start, solid[0].end):
        solid[0].kind = "taken"


def _begins(draft: Draft, item: Item) -> bool:
    """Whether a text names an archive, or a place in one."""
    text = draft.source.text
    if item.figure is not None:
        return item.figure.field == "number" and text.startswith("RG", item.start)
    if item.kind != "text" or text[item.start] > "z":
        return False
    if _STRONG.match(text, item.start, draft.end) is not None:
        return True
    if _NAMED.search(text, max(item.start, item.end - 40), item.end) is None or item.end - item.start > 90:
        return False
    printed = draft.text(item.start, item.end)
    return periodical(printed) is None and folded(printed) not in words("web_site")


def set_archive_apart(draft: Draft, items: list[Item]) -> None:
    """kept := archive ("," (group | box | folder | place))* — behind a document, or before its title in quotation marks"""
    first = next((place for place, item in enumerate(items) if _begins(draft, item)), None)
    if first is not None and _numbered_serial(draft, items, first):
        return
    if first is None:
        return
    titled = [place for place, item in enumerate(items) if item.kind in ("text", "quote", "code") and place < first]
    quote = next((place for place, item in enumerate(items) if item.kind == "quote" and place > first), None)
    if any(item.kind == "imprint" for item in items[first:]) or (titled and not _document(draft, items, first)):
        return
    last = len(items)
    if not titled and quote is not None:
        last = quote
    dated = any(item.kind == "date" for item in items[:first])
    _take(draft, items[first:last], dated=dated, whole=not titled and quote is None)
    if titled or quote is not None:
        draft.values["type"] = "webpage" if any(item.kind == "url" for item in items) else "report"
        _lone_title(draft, items, first)


def _numbered_serial(draft: Draft, items: Sequence[Item], first: int) -> bool:
    """Whether the name is a journal's, its volume behind it: `Archives of Asia 12 (2009)`."""
    following = items[first + 1].figure if first + 1 < len(items) else None
    numbered = following is not None and following.field in ("bare", "volume", "issue")
    return numbered and draft.source.text.startswith("Archive", items[first].start)


def _document(draft: Draft, items: list[Item], first: int) -> bool:
    """Whether a date, or a title in quotation marks that no book is, stands before the archive or right behind it."""
    quotes = [item for item in items[:first] if item.kind == "quote"]
    if any(item.mark in "*_『" for item in quotes) or len(quotes) > 1:
        return False
    strong = _STRONG.match(draft.source.text, items[first].start, draft.end) is not None
    dated = any(item.kind == "date" for item in items[:first])
    if any(item.mark == "《" for item in quotes):  # of books too, so only a day and a signature tell
        return dated and strong
    return (bool(quotes) or dated) and (strong or bool(quotes))


def _take(draft: Draft, items: list[Item], *, dated: bool, whole: bool) -> None:
    """Set all but addresses and the document's date apart, and say so."""
    text = draft.source.text
    role = (
        place
        for place, item in enumerate(items)
        if item.kind == "text"
        and (begins_with_role(text, item.start, item.end) or text.startswith("btained", item.start + 1))
    )
    items = items[: next(role, len(items))]
    taken = [item for item in items if item.kind not in ("url", "doi", "accessed", "sep")]
    day = next((item for item in taken if item.date is not None and item.date.day is not None), None)
    if not dated and day is not None:
        taken = [item for item in taken if item is not day]
    if not taken:
        return
    start, end = taken[0].start, taken[-1].end
    parts = [[start, end]]
    for item in items:
        if start <= item.start and item.end <= end and item is not day and item.kind not in ("url", "doi", "accessed"):
            if item.kind == "sep" and item.mark == ",":
                parts[-1][1] = item.start
                parts.append([item.end, end])
            item.kind, item.mark, item.figure = "taken", "", None
        elif start < item.start < end:  # the document's own day
            parts[-1][1] = min(parts[-1][1], item.start)
            parts.append([item.end, end])
    if whole:
        draft.leave(start, end, KEPT)
    else:
        _put_parts(draft, [draft.trimmed(*part) for part in parts])


def _put_parts(draft: Draft, parts: Sequence[tuple[int, int]]) -> None:
    """kept := archive ("," signature)+ | signature ("," signature)* ["," archive ["," place]]"""
    text = draft.source.text
    parts = [part for part in parts if part[0] < part[1]]
    if parts and (glued := _SIGNED.match(text, *parts[0])) is not None:
        parts[:1] = [glued.span("name"), (glued.end(), parts[0][1])]
    name = next((place for place, part in enumerate(parts) if _NAME.fullmatch(text, *part) is not None), None)
    signature = parts[1:] if name == 0 else parts[:name]
    if name is not None:
        draft.put("publisher", *parts[name])
    if signature and not draft.put(
        "number", signature[0][0], signature[-1][1], text[signature[0][0] : signature[-1][1]]
    ):
        draft.leave(signature[0][0], signature[-1][1], KEPT)
    if name and name + 1 < len(parts) and not draft.put("place", parts[name + 1][0], parts[-1][1]):
        draft.leave(parts[name + 1][0], parts[-1][1], KEPT)


_NAME = regex.compile(
    r"(?:US\s)?(?:NARA|NACP|GARF|RGANI|RGASPI|AVP\s?RF|AVPRF|TsAMO|TsKhSD|APRF|RGVA|RGAE|TNA|SAPMO|PolA(?:\sAA)?|PA\sAA|MfAA|MOL|MNOL|CREST|PRCFMA)"
    r"|[^\d]{0,60}(?:Archives?|Library|Record Office|Papers|Special Collections?|Manuscript Division)"
    r"(?:\sand\sRecords\sAdministration|\sII|\sof\s[^\d]{3,60})?"
)
"""The name of an archive, by itself."""


def is_archive(name: str) -> bool:
    """Whether a name is an archive's: NARA, RGANI, National Archives."""
    return _NAME.fullmatch(name) is not None


_SIGNED = regex.compile(
    r"(?P<name>(?:US\s)?(?:NARA|NACP|GARF|RGANI|RGASPI|AVP\s?RF|AVPRF|TsAMO|TsKhSD|APRF|RGVA|RGAE|TNA|SAPMO|PolA(?:\sAA)?|PA\sAA|MOL|MNOL|HMKA))"
    r":?\s(?=(?:[Ff]ond|[Oo]pis|[Ff]\.|RG|MfAA|FO|XIX|KUM|[Bb]ox|[Rr]eel|[Ff]older|File|DY)\b)"
)
"""The name of an archive with the signature at once behind it: `RGANI Fond 5`."""


def _lone_title(draft: Draft, items: list[Item], first: int) -> None:
    """A title without marks, alone before the date: `Memorandum of Conversation, May 5, 1970, RG 59, …`."""
    before = [item for item in items[:first] if item.kind in ("text", "quote")]
    if len(before) == 1 and before[0].kind == "text" and draft.put("title", before[0].start, before[0].end):
        before[0].kind = "taken"
        for item in items[:first]:
            if item.date is not None:
                draft.put_date(item.date)
                item.kind = "taken"
