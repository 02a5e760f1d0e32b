"""Folded text to tokens, with every bracket and quotation mark matched to its partner in one pass.

Nothing here looks back: a closing mark with no opening mark of its kind is plain punctuation at once, and a mark
left open
inside a closed pair is given up when the pair closes, so the cost is linear whatever the text is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from itertools import accumulate, repeat
from typing import NamedTuple

import regex

__all__ = ["BRACKETS", "Token", "signs_of", "tokenize"]


class Token(NamedTuple):
    """One token: `kind` is u (URL), d (DOI), n (digits), w (word), s (space) or p (punctuation).

    `mate` is the index of the partner for a matched mark, -1 otherwise; `mark` the canonical opening mark of the pair.
    """

    kind: str
    start: int
    end: int
    mate: int = -1
    mark: str = ""


BRACKETS = {"(": ")", "[": "]", "{": "}", "「": "」", "『": "』", "《": "》", "〈": "〉", "≪": "≫", "«": "»", "‹": "›",
            "<": ">", "【": "】", "〔": "〕", "⟨": "⟩", "⟪": "⟫", "〖": "〗"}  # fmt: skip
"""Opening marks that differ from their closing marks."""

_CLOSING = {close: mark for mark, close in BRACKETS.items()}
_SAME_KIND = {"≪": "《", "«": "《", "⟪": "《", "⟨": "〈", "‹": "〈"}
_DOUBLE = frozenset('“”„‟"″〝〞')
_SINGLE = frozenset("‘’‚‛'`´′")
_TOGGLES = {**dict.fromkeys(_DOUBLE, "“"), **dict.fromkeys(_SINGLE, "‘"), "*": "*", "_": "_", "?": "?"}

_MARK_OF = {**{mark: mark for mark in BRACKETS}, **_CLOSING, **_TOGGLES}
"""The opening form of each mark that may have a partner."""
_MARKS = frozenset(BRACKETS) | frozenset(_CLOSING) | frozenset(_TOGGLES)
"""What may have a partner."""


def signs_of(marks: Iterable[str]) -> list[str]:
    """The characters that these marks, each told by its opening form, are printed with."""
    canonical = {sign: _SAME_KIND.get(mark, mark) for sign, mark in (*_TOGGLES.items(), *_CLOSING.items())}
    canonical |= {mark: _SAME_KIND.get(mark, mark) for mark in BRACKETS}
    return sorted(sign for sign, mark in canonical.items() if mark in marks)


_KINDS = ("", "w", "s", "u", "d", "n", "w", "p", "", "p")
"""The kind of token that each group of the pattern finds."""


def _address(hangul: str) -> str:
    """The pattern of what goes on as an address does."""
    return rf"(?:[^\s<>\"“”‘’「」『』《》〈〉(),;\]]|[(),;](?=[^\s{hangul}\"“”)]))++"


def _grammar(*, hangul: str, cjk: str, but_chu: str, latin: str, lower: str, mark: str, other: str) -> str:
    """The pattern of a token over classes of characters; `but_chu` is `cjk` without 주, which begins the era 주체."""
    url = _address(hangul)
    return (
        rf"(주체(?=\s?\d)|(?:[{but_chu}]++|주(?!체\s?\d))++)"
        r"|(\s)"
        rf"|((?i:https?://|www\.){url})"
        rf"|(10\.\d{{4,9}}/{url})"
        r"|(\d++)"
        rf"|([{latin}][{latin}{mark}]*+(?:(?:['’ʼ‘ʻ`´?_\-‐‑](?=[{latin}])|\.(?=[{lower}]))[{latin}{mark}'’ʼ]*+)*+"
        rf"|[^{other}{latin}{cjk}]{mark and f'[{mark}]*+'})"
        r"|(([^\w\s])\8{15,}+)|(.)"
    )


_CJK = r"\p{Hangul}\p{Han}\p{Katakana}\p{Hiragana}"
_TOKEN = regex.compile(
    _grammar(
        hangul=r"\p{Hangul}", cjk=_CJK, but_chu=f"[{_CJK}]--주", latin=r"\p{Latin}", lower=r"\p{Ll}", mark=r"\p{M}",
        other=r"\P{L}",
    ),
    regex.DOTALL | regex.VERSION1,
)  # fmt: skip

_SYLLABLES, _HAN = "가-힣ㆍ", "一-鿿"
_ACCENTED = "".join(map(chr, (*range(0xC0, 0xD7), *range(0xD8, 0xF7), *range(0xF8, 0x17F))))
_LOWER = "a-z" + "".join(filter(str.islower, _ACCENTED))
_OTHER_SIGNS = "\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u2010-\u2027\u3000-\u3003\u3008-\u3020"
_PLAIN = re.compile(rf"[\t\n\r -~{_SYLLABLES}{_HAN}{_ACCENTED}{_OTHER_SIGNS}]*+")
"""A text of these characters alone, as most are, is cut by the same grammar over short classes, which is quicker."""
_CJK_BUT_CHU = f"가-죻죽-힣ㆍ{_HAN}"
_PLAIN_TOKEN = re.compile(
    _grammar(
        hangul=_SYLLABLES, cjk=_SYLLABLES + _HAN, but_chu=_CJK_BUT_CHU, latin=f"A-Za-z{_ACCENTED}",
        lower=_LOWER, mark="", other=r"\W\w",
    ),
    re.DOTALL,
)  # fmt: skip


_WORD_ON = rf"(?:[{_CJK_BUT_CHU}]++|주(?!체\s?\d))*+"
_BUT_ADDRESSES = (
    rf" |[{_CJK_BUT_CHU}]{_WORD_ON}|\d\d*+"
    rf"|[A-Za-z{_ACCENTED}][A-Za-z{_ACCENTED}]*+(?:(?:['’ʼ‘ʻ`´?_\-‐‑](?=[A-Za-z{_ACCENTED}])|\.(?=[{_LOWER}]))[A-Za-z{_ACCENTED}'’ʼ]*+)*+"
    rf"|주체(?=\s?\d)|주(?!체\s?\d){_WORD_ON}|."
)
"""Each form begins with one character or class, by which `re` passes over it at once; the most frequent stand first."""
_PARTS = re.compile(_BUT_ADDRESSES, re.DOTALL)
"""The same tokens without groups, for a plain text in which neither an address nor a long row of one mark stands."""
_ADDRESS = rf"(?i:https?://|www\.){_address(_SYLLABLES)}"
_WEB = re.compile(r"(?i:https?://|www\.)")
"""What an address begins with, and no other token."""
_PARTS_AND_ADDRESSES = re.compile(rf"{_ADDRESS}|10\.\d{{4,9}}/{_address(_SYLLABLES)}|{_BUT_ADDRESSES}", re.DOTALL)
"""The same where addresses stand."""
_KIND_BUT_WORD = {sign: "s" if sign.isspace() else "n" if sign.isdigit() else "p" for sign in map(chr, range(0x3021))
                  if _PLAIN.fullmatch(sign) and not sign.isalpha()}  # fmt: skip
"""The kind of a plain token that is no word, by its first character."""
_LONG_ROW = 16
"""So many of one mark in a row are one token."""
_IN_A_ROW = re.compile(r"([^\w\s])\1{15}")
_new_token = partial(tuple.__new__, Token)
"""A token of a tuple of its five parts, in half the time of a call of Token."""


def tokenize(text: str) -> list[Token]:
    """Cut a folded text into tokens that cover it without a gap.

    token := url | doi | digits | word | space | any other character.
    A word of Latin letters may hold apostrophes and hyphens between letters (Kyo'ngje, Mu-rim), a `?` that stands for a
    lost mark (Kyo?ngje) and a full stop that parts syllables (pang.ŏn). The era
    주체 before a number is a word of its own, also where it is run together with the word before.
    """
    if _PLAIN.fullmatch(text) is None:
        return _by_groups(text, _TOKEN)
    addressed = "://" in text or "10." in text or "w." in text or "W." in text
    parts: list[str] = (_PARTS_AND_ADDRESSES if addressed else _PARTS).findall(text)
    kind_of = _KIND_BUT_WORD.get
    kinds = [kind_of(part[0], "w") for part in parts]
    if kinds.count("p") >= _LONG_ROW and _IN_A_ROW.search(text) is not None:
        return _by_groups(text, _PLAIN_TOKEN)
    if addressed:
        _end_addresses(parts, kinds)
    ends = list(accumulate(map(len, parts)))
    tokens: list[Token] = list(map(_new_token, zip(kinds, [0, *ends], ends, repeat(-1), repeat(""))))
    marks = [index for index, kind in enumerate(kinds) if kind == "p"]
    if marks:
        _match_marks(text, tokens, marks)
    return tokens


def _end_addresses(parts: list[str], kinds: list[str]) -> None:
    """Tell the addresses among the parts of a text, and end each before the sentence's own punctuation, in place."""
    for place in range(len(parts) - 1, -1, -1):
        part, kind = parts[place], kinds[place]
        if kind == "n" and "/" in part:
            kind = "d"
        elif kind == "w" and _WEB.match(part) is not None:
            kind = "u"
        else:
            continue
        end = _trimmed(part, 0, len(part))
        parts[place : place + 1] = [part[:end], *part[end:]]
        kinds[place : place + 1] = [kind, *["p"] * (len(part) - end)]


def _by_groups(text: str, pattern: re.Pattern[str] | regex.Pattern[str]) -> list[Token]:
    """The tokens of any text, by a pattern whose groups tell their kinds."""
    tokens: list[Token] = []
    marks: list[int] = []
    for match in pattern.finditer(text):
        kind = _KINDS[match.lastindex or 0]
        start, end = match.span()
        if kind == "u" or kind == "d":
            stop = _trimmed(text, start, end)
            tokens.append(Token(kind, start, stop))
            for place in range(stop, end):
                marks.append(len(tokens))
                tokens.append(Token("p", place, place + 1))
            continue
        if kind == "p" and end - start == 1 and text[start] in _MARKS:
            marks.append(len(tokens))
        tokens.append(_new_token((kind, start, end, -1, "")))
    _match_marks(text, tokens, marks)
    return tokens


def _trimmed(text: str, start: int, end: int) -> int:
    """The end of a URL without the sentence's own punctuation and without a bracket that was opened before it."""
    depth = text.count("(", start, end) - text.count(")", start, end)
    while end > start + 4:
        last = text[end - 1]
        if last == ")" and depth < 0:
            depth += 1
        elif last not in ".,;:!'*_":
            break
        end -= 1
    if (
        text.endswith("에서", start, end) and text[end - 3 : end - 2].isascii()
    ):  # `https://…/bukhan에서 2023. 1. 5. 인출`
        return end - 2
    return end


def _match_marks(text: str, tokens: list[Token], marks: Iterable[int]) -> None:
    """Pair the marks, tokens of these indices, in one pass, and write their partners into the tokens.

    A stack of open marks, and a count per kind, so that a lone closing mark costs nothing.
    """
    stack: list[tuple[str, int]] = []
    depth: dict[str, int] = {}
    for index in marks:
        place = tokens[index][1]
        character = text[place]
        mark = _MARK_OF.get(character)
        if mark is None:
            continue
        opens: bool | None
        if character in _TOGGLES:
            opens = _toggle(text, place, mark, bool(depth.get(mark)))
            if opens is None:
                continue
        else:
            opens = character is mark or character == mark
        if opens:
            stack.append((mark, index))
            depth[mark] = depth.get(mark, 0) + 1
        elif depth.get(mark):
            _close(tokens, stack, depth, mark, index)


def _close(tokens: list[Token], stack: list[tuple[str, int]], depth: dict[str, int], mark: str, index: int) -> None:
    """Pair the mark at `index` with the last one of its kind that is open; what is open inside the pair is given up."""
    found = ""
    while found != mark:
        found, partner = stack.pop()
        depth[found] -= 1
    canonical = _SAME_KIND.get(mark, mark)
    for one, other in ((partner, index), (index, partner)):
        _, start, end, _, _ = tokens[one]
        tokens[one] = _new_token(("p", start, end, other, canonical))


def _toggle(text: str, place: int, mark: str, is_open: bool) -> bool | None:
    """Whether a mark whose two ends look alike, or are confused, opens: the characters beside it decide (None: neither).

    Word processors and web pages close with an opening mark (“…“) and open with a closing one (”…”).
    """
    character = text[place]
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    if (mark == "_" and before.isalnum() and after.isalnum()) or (before == "(" and after == ")"):
        return None
    may_open = (not before.isalnum() and before not in ".?!)") and not after.isspace() and (
        mark == "“" or (after not in ",.;:)]" and after != character))  # fmt: skip
    may_close = not before.isspace() and not (after.isalnum() and mark in "*_?" and ord(after) < 0x1100)
    if is_open and (may_close or character in "”’") and not (may_open and character in "“‘" and before.isspace()):
        return False
    return True if may_open or character in "“‘„" else None
