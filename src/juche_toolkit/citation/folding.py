"""The one folding of a note's text before it is read, with a way back to the text as given.

What is folded, and nothing else: NFC; every run of white space (line breaks and no-break spaces too) is one space; a
hyphen at a line's end inside a Latin word goes with its line break, and so does a line break inside a web address
or one that leaves a single syllable of a Korean word on either side;
soft hyphens and zero-width characters go, and so do the marks of bold type and of an italic number; Latin
ligatures, doubled angle brackets, full-width ASCII and half-width corner brackets become the plain characters; the
five XML entities and
`&nbsp;` are read; LaTeX's doubled quotes become curly ones, its italics asterisks, its ties and line breaks spaces, the words of a link
are quoted behind its address, and its bibitem marks go, with the commands that only set a typeface or an address,
and so do the tags of HTML, those of italics too for asterisks. Quotes, dots and dashes stay as printed.
"""

from __future__ import annotations

import html
import re
from functools import partial
from typing import NamedTuple

import regex

from juche_toolkit.citation.model import Span
from juche_toolkit.hangul.normal import compose, is_composed

__all__ = ["Folded", "fold", "fold_text"]

_LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
    "｢": "「",
    "｣": "」",
    "≪": "《",
    "≫": "》",
}
_LONGEST_ADDRESS = 500
_INVISIBLE = r"\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF"

_SURNAMES = "강고곽구권김나남노류문민박방배백서성손송신심안양엄오우원유윤이임장전정조주지진차채천최추하한허현홍황변함여도소석선설마길연위"
_LATIN_SURNAMES = (
    "Kim|Lee|Yi|Rhee|Park|Pak|Choi|Choe|Jung|Jeong|Chung|Kang|Cho|Jo|Yoon|Yun|Jang|Chang|Lim|Im|Han|Oh|Seo|Suh|Shin|Sin|Kwon|Hwang"
    "|Ahn|An|Song|Ryu|Yoo|Yu|Hong|Jeon|Chun|Ko|Koh|Moon|Mun|Yang|Son|Bae|Baek|Paik|Heo|Huh|Nam|Shim|Noh|Roh|Ha|Kwak|Sung|Cha|Joo|Ju"
)
_GIVEN = r"\p{Lu}\p{Ll}{1,12}(?:[\s-]\p{L}\p{Ll}{1,12})?"
_BOLD_NAME = (
    rf"(?:[{_SURNAMES}]\p{{Hangul}}{{2}}|\p{{Lu}}[\p{{Latin}}'’-]{{1,20}},\s\p{{Lu}}\.(?:[\s-]?\p{{Lu}}\.)?"
    rf"|\p{{Lu}}\.(?:[\s-]?\p{{Lu}}\.)?\s\p{{Lu}}[\p{{Latin}}'’-]{{1,20}}|{_GIVEN}\s(?:{_LATIN_SURNAMES})|(?:{_LATIN_SURNAMES}),?\s{_GIVEN})"
)
_BEHIND_NAME = r"[*†‡§]?(?:\s?[,·;&(]|\sand\s|\.\s|와\s|과\s)"
"""What lists of publications print bold: the name of the scholar whose list it is, among the authors."""

_NUMBER = r"\d{1,4}(?:\(\d{1,3}\))?"
"""What journals set in italics behind their name: the volume, `*19*(1)`, or the issue too, `*19(1)*`."""
_ITALIC = "emph|textit|textsl|textbf"
_DECLARED = "em|it|sl|bf|itshape|slshape|bfseries"
"""Commands for italics and bold type that stand inside their braces: `{\\em 제목}`."""
_PLAIN_COMMAND = "url|texttt|textsc|textrm|textsf|mbox|doi|path|nolinkurl"
"""Commands whose words are kept as they are."""

_OF_TEXT = (
    rf"(?P<hyphen>(?<=\p{{Latin}})[-\u2010\u00AD][ \t]*+\r?+\n\s*+(?=\p{{Ll}}))"
    r"|(?P<address>(?<=[/=&?_-])[ \t]*+\r?+\n\s*+(?=[a-z0-9%]))"
    r"|(?P<torn>(?<=[가-힣])\r?+\n[ \t]*+(?=[가-힣]))"
    rf"|(?P<gone>\*\*(?={_BOLD_NAME}\*\*{_BEHIND_NAME})|(?<=\*\*{_BOLD_NAME})\*\*(?={_BEHIND_NAME}))"
    rf"|(?P<gone>[{_INVISIBLE}]++|\*(?={_NUMBER}\*)|(?<=\*{_NUMBER})\*|(?<=\*)\*++)"
    rf"|(?P<space>\s[\s{_INVISIBLE}]++|[^\S ])"
    r"|(?P<entity>&(?:amp|lt|gt|quot|apos|nbsp|middot|ldquo|rdquo|lsquo|rsquo|#39);)"
    r"|(?P<latex>``|'')"
    r"|(?P<doubled><<|>>)"
    r"|(?P<one>[ﬀ-ﬆ｢｣≪≫！-～])"
)
_OF_MARKUP = (
    r"|(?P<gone>\\bibitem(?:\[[^\[\]\n]{0,80}+\])?\{[^{}\n]{0,80}+\}|\\(?=[&%_$#])|\\newblock\b|\\penalty\d{1,5}\s?)"
    rf"|(?P<gone><(?:i|em)>(?={_NUMBER}</(?:i|em)>)|(?<=<(?:i|em)>{_NUMBER})</(?:i|em)>)"
    rf"|(?P<gone>\\(?:{_ITALIC})\{{(?={_NUMBER}\}})|(?<=\\(?:{_ITALIC})\{{{_NUMBER})\}})"
    rf"|(?P<gone>\{{\\(?:{_DECLARED})\s(?={_NUMBER}\}})|(?<=\{{\\(?:{_DECLARED})\s{_NUMBER})\}})"
    rf"|(?P<italic>\{{\\(?:{_DECLARED})\b\s?|(?<=\{{\\(?:{_DECLARED})\b[^{{}}\n]{{1,300}})\}})"
    rf"|(?P<gone>\\(?:{_PLAIN_COMMAND})\{{|(?<=\\(?:{_PLAIN_COMMAND})\{{[^{{}}\n]{{1,300}})\}}|\\item\b\s?|\$\^[^$\n]{{1,20}}\$)"
    r"|(?P<gone>\\href\{)|(?P<named>(?<=\\href\{[^{}\n]{1,300})\}\{)|(?P<name>(?<=\\href\{[^{}\n]{1,300}\}\{[^{}\n]{1,300})\})"
    r"|(?P<tie>\\\\|\\[ ,;])"
    r"|(?P<tag></?(?:i|em|cite)>)|(?P<gone></?(?:b|strong|span|a|p|li|u|br|sup|sub|div|font)(?:\s[^<>]{0,300}+)?/?>)"
    rf"|(?P<gone>(?<=[\s,])_(?={_NUMBER}_(?!\w))|(?<=[\s,]_{_NUMBER})_(?!\w))"
    r"|(?P<tie>(?<=\p{Latin}\.?)~(?=\d))"
    rf"|(?P<gone>\\(?:textbf|underline)\{{(?={_BOLD_NAME}\}}{_BEHIND_NAME})"
    rf"|(?<=\\(?:textbf|underline)\{{{_BOLD_NAME})\}}(?={_BEHIND_NAME}))"
    rf"|(?P<italic>\\(?:{_ITALIC})\{{|(?<=\\(?:{_ITALIC})\{{[^{{}}\n]{{1,300}})\}})"
)
_UNDERLINED = re.compile(r"[\s,]_\d")
"""A look for a number between the underscores by which Markdown sets italics too."""
_FOLDED = regex.compile(_OF_TEXT)
_FOLDED_MARKUP = regex.compile(_OF_TEXT + _OF_MARKUP)


def _pattern(text: str) -> regex.Pattern[str]:
    """What is folded in a text; tags and LaTeX only where their first marks stand."""
    return _FOLDED_MARKUP if "\\" in text or "<" in text or ".~" in text or _underlined(text) else _FOLDED


def _underlined(text: str) -> bool:
    return "_" in text and _UNDERLINED.search(text) is not None


_CLEAN = re.compile(
    r"[^\t-\r\x1C-\x1F\x85\xA0\u1680\u2000-\u200F\u2028-\u202F\u205F\u2060-\u2064\u3000\uFEFF\xAD&*ﬀ-ﬆ｢｣≪≫！-～]*+"
)
"""A text of these characters alone, without one of the doubled marks, needs no folding, as most don't."""
_DOUBLED = ("  ", "''", "``", ">>")


def _is_clean(text: str) -> bool:
    if _CLEAN.fullmatch(text) is None:
        return False
    for mark in _DOUBLED:  # noqa: SIM110 - any() takes twice the time
        if mark in text:
            return False
    return True


_new_span = partial(tuple.__new__, Span)
"""A span of a pair, in half the time of a call of Span."""


class Folded(NamedTuple):
    """A folded text; `starts[i]` and `ends[i]` bound the characters of `source` that became `text[i]` (None: the
    same).
    """

    source: str
    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> Span:
        """The range of the text as given that a range of the folded text came from."""
        if self.starts is None or self.ends is None:
            return _new_span((start, end))
        if start >= end:
            place = self.starts[start] if start < len(self.starts) else len(self.source)
            return Span(place, place)
        return Span(self.starts[start], self.ends[end - 1])


def _plain(kind: str | None, given: str) -> str:
    """What one folded stretch becomes."""
    match kind:
        case "space":
            return " "
        case "entity":
            return html.unescape(given).replace("\u00a0", " ")
        case "latex":
            return "“" if given == "``" else "”"
        case "tie":
            return " "
        case "italic" | "tag":
            return "*"
        case "named":
            return " “"
        case "name":
            return "”"
        case "doubled":
            return "《" if given == "<<" else "》"
        case "one":
            return _LIGATURES.get(given) or chr(ord(given) - 0xFEE0)
        case _:
            return ""


def fold(source: str) -> Folded:
    """Fold a text and keep the map back."""
    unmarked = is_composed(source) and "\\" not in source and "<" not in source and ".~" not in source
    if unmarked and _is_clean(source) and not _underlined(source):
        return Folded(source, source)
    composed = compose(source)
    given = composed.text
    pattern = _pattern(given)
    if pattern.search(given) is None:
        return Folded(source, given, composed.starts, composed.ends)
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    after = 0
    for match in pattern.finditer(given):
        begin, end = match.span()
        parts.append(given[after:begin])
        starts.extend(range(after, begin))
        ends.extend(range(after + 1, begin + 1))
        kind = match.lastgroup
        if (kind == "address" and not _in_address(given, begin)) or (
            kind == "torn" and not _in_word(given, begin, end)
        ):
            kind = "space"
        plain = _plain(kind, match.group())
        parts.append(plain)
        starts.extend([begin] * len(plain))
        ends.extend([end] * len(plain))
        after = end
    parts.append(given[after:])
    starts.extend(range(after, len(given)))
    ends.extend(range(after + 1, len(given) + 1))
    if composed.starts is not None and composed.ends is not None:
        starts = [composed.starts[place] for place in starts]
        ends = [composed.ends[place - 1] for place in ends]
    return Folded(source, "".join(parts), tuple(starts), tuple(ends))


def _in_address(text: str, place: int) -> bool:
    """Whether the word that ends at `place` is a web address, which a line break then only interrupts."""
    begin = max(
        text.rfind(" ", max(0, place - _LONGEST_ADDRESS), place),
        text.rfind("\n", max(0, place - _LONGEST_ADDRESS), place),
    )
    return text.startswith(("http://", "https://", "www."), begin + 1)


_BEFORE_NOUNS = frozenset("및그이두한새각전저세네첫옛본현구신제총또더왜우큰작참온몇못잘안꼭곧늘매대")
"""Syllables that are words only where another word follows."""
_ALONE = _BEFORE_NOUNS | frozenset(
    "외등다수것중후편역글책말땅힘길물삶꿈돈법시벗봄꽃나너간때곳밖속위앞뒤내동북남서조쪽면권호년월일집명개번회장절항부판쇄씨님군양뿐듯줄바"
    "지채척체점살강산섬눈비밤낮논밭쌀술옷몸손발피뼈"
)
"""Syllables that are words of their own, at least at times."""


def _in_word(text: str, begin: int, end: int) -> bool:
    """Whether a line break tears a Korean word: it leaves one syllable before or behind it that is no word."""
    before, behind = text[begin - 1], text[end]
    following = text[end + 1 : end + 2]
    if following.isdigit():
        return False  # `국제정치논총 / 제47집`
    if not "가" <= following <= "힣":
        return behind not in _ALONE or (behind in _BEFORE_NOUNS and following != "" and not following.isspace())
    if begin > 1 and not text[begin - 2].isspace():
        return False  # a longer word, or a particle behind a mark: `‘개혁개방’의 / 서막인가`
    return before not in _ALONE


def fold_text(text: str) -> str:
    """The folded text alone: what a field's value is compared with after slicing its span."""
    return fold(text).text
