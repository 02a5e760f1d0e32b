"""Standards: the symbols by which their bodies name them, TTAK.KO-10.0852, KS X 1001, ISO/IEC 14496-10, RFC 7519."""

from __future__ import annotations

import regex

__all__ = ["STANDARD", "STANDARD_WORDS", "standard_at"]

STANDARD_WORDS = frozenset(
    "ttak ttas ttar ttae ks kds kcs kco iso iec ietf rfc ieee itu itu-t itu-r nist fips etsi ansi jis".split()
)
"""The words, folded, that such a symbol may begin with."""

_NUMBER = r"\d{2,6}(?:[-.]\d{1,4}[a-z]{0,2}){0,3}"
STANDARD = regex.compile(
    r"(?:(?:TTA[KSRE]|KC[SO](?=\.KO))(?:\.\p{Lu}{2}){0,2}(?:[-.][\p{Lu}\d.]+)?-?\d{2}\.\d{4}(?:[-_]\p{L}{0,4}\d{0,3})?(?:/R\d)?"
    r"|TTAE\.\p{Lu}{2}-[\p{Lu}\d.]{2,12}"
    r"|K[DC]S\s\d\d\s\d\d\s\d\d(?::20\d\d)?"
    rf"|KS\s\p{{Lu}}\s(?:(?:ISO|IEC|ISO/IEC)\s)?{_NUMBER}"
    rf"|(?:ISO|IEC)(?:/(?:IEC|IEEE|TS|TR|DIS|CD)){{0,2}}\s(?:TR\s|TS\s)?{_NUMBER}"
    r"|(?:IETF\s)?RFC[ -]?\d{3,5}"
    rf"|(?:ANSI/)?IEEE\s(?:Std\.?\s|Standard\s)?P?{_NUMBER}"
    r"|ITU-[TR]\s(?:Rec(?:ommendation|\.)\s)?\p{Lu}{1,2}\.\d{1,4}(?:\.\d{1,3})?"
    r"|(?:NIST\s)?(?:SP|FIPS|IR)(?:\sPUB)?\s\d{3,4}(?:-\d{1,3}[A-Z]?)?(?:r\d)?"
    rf"|ETSI\s\p{{Lu}}{{2}}\s\d{{3}}\s\d{{3}}|(?:ANSI|JIS\s\p{{Lu}})\s{_NUMBER})"
    r"(?::(?:19|20)\d\d|-(?:19|20)\d\d)?(?=\s?[,;()”\"]|\.?\s?$|\.\s)"
)
"""A symbol with a boundary behind it, and the year of its edition: `KS X 1001:2004`, `IEEE Std 802.11-2016`."""


_KOREAN_FIRST = regex.compile(
    rf"(?:K[DC]S\s\d\d\s\d\d\s\d\d|KS\s\p{{Lu}}\s(?:(?:ISO|IEC|ISO/IEC)\s)?{_NUMBER})(?::(?:19|20)\d\d)?(?=\s\p{{Hangul}})"
)
"""A Korean standard's symbol before its title: `KDS 14 20 00 콘크리트구조 설계`, `KS F 2405 콘크리트의 압축 강도 시험방법`."""


def standard_at(text: str, start: int, end: int, *, first: bool = False) -> int:
    """The end of a standard's symbol that begins at a place, or -1; where it comes first its title may follow at once."""
    match = STANDARD.match(text, start, end) or (_KOREAN_FIRST.match(text, start, end) if first else None)
    return match.end() if match is not None else -1
