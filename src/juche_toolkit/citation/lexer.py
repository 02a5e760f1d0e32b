"""Folded text to tokens, with every bracket and quotation mark matched to its partner in one pass.

Nothing here looks back: a closing mark with no opening mark of its kind is plain punctuation at once, and a mark
left open
inside a closed pair is given up when the pair closes, so the cost is linear whatever the text is.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import regex

__all__ = ["BRACKETS", "Token", "tokenize"]


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

_MARKS = frozenset(BRACKETS) | frozenset(_CLOSING) | frozenset(_TOGGLES)
"""What may have a partner."""

_KINDS = ("", "w", "s", "u", "d", "n", "w", "p", "", "p")
"""The kind of token that each group of the pattern finds."""


def _grammar(*, hangul: str, cjk: str, but_chu: str, latin: str, lower: str, mark: str, other: str) -> str:
    """The pattern of a token over classes of characters; `but_chu` is `cjk` without 주, which begins the era 주체."""
    url = rf"(?:[^\s<>\"“”‘’「」『』《》〈〉(),;\]]|[(),;](?=[^\s{hangul}\"“”)]))++"
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
_OTHER_SIGNS = "\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u2010-\u2027\u3000-\u3003\u3008-\u3020"
_PLAIN = re.compile(rf"[\t\n\r -~{_SYLLABLES}{_HAN}{_ACCENTED}{_OTHER_SIGNS}]*+")
"""A text of these characters alone, as most are, is cut by the same grammar over short classes, which is quicker."""
_PLAIN_TOKEN = re.compile(
    _grammar(
        hangul=_SYLLABLES, cjk=_SYLLABLES + _HAN, but_chu=f"가-죻죽-힣ㆍ{_HAN}", latin=f"A-Za-z{_ACCENTED}",
        lower="a-z" + "".join(filter(str.islower, _ACCENTED)), mark="", other=r"\W\w",
    ),
    re.DOTALL,
)  # fmt: skip


def tokenize(text: str) -> list[Token]:
    """Cut a folded text into tokens that cover it without a gap.

    token := url | doi | digits | word | space | any other character.
    A word of Latin letters may hold apostrophes and hyphens between letters (Kyo'ngje, Mu-rim), a `?` that stands for a
    lost mark (Kyo?ngje) and a full stop that parts syllables (pang.ŏn). The era
    주체 before a number is a word of its own, also where it is run together with the word before.
    """
    tokens: list[Token] = []
    matcher = _Matcher(text, tokens)
    add, make = tokens.append, tuple.__new__  # half the time of a call of Token
    for match in (_PLAIN_TOKEN if _PLAIN.fullmatch(text) is not None else _TOKEN).finditer(text):
        kind = _KINDS[match.lastindex or 0]
        start, end = match.span()
        if kind == "u" or kind == "d":
            stop = _trimmed(text, start, end)
            add(Token(kind, start, stop))
            for place in range(stop, end):
                add(Token("p", place, place + 1))
                matcher.see(place)
            continue
        add(make(Token, (kind, start, end, -1, "")))
        if kind == "p" and end - start == 1 and text[start] in _MARKS:
            matcher.see(start)
    matcher.finish()
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


class _Matcher:
    """Pairs marks in one pass: a stack of open marks, and a count per kind so that a lone closing mark costs
    nothing.
    """

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.stack: list[tuple[str, int]] = []
        self.open: dict[str, int] = {}
        self.pairs: list[tuple[str, int, int]] = []

    def see(self, place: int) -> None:
        """Take the mark at `place`, the last token, into account."""
        character = self.text[place]
        if character in BRACKETS:
            self._push(character)
        elif character in _CLOSING:
            self._close(_CLOSING[character])
        elif character in _TOGGLES:
            self._toggle(character, _TOGGLES[character], place)

    def _push(self, mark: str) -> None:
        self.stack.append((mark, len(self.tokens) - 1))
        self.open[mark] = self.open.get(mark, 0) + 1

    def _close(self, mark: str) -> bool:
        if not self.open.get(mark):
            return False
        while True:
            found, index = self.stack.pop()
            self.open[found] -= 1
            if found == mark:
                self.pairs.append((mark, index, len(self.tokens) - 1))
                return True

    def _toggle(self, character: str, mark: str, place: int) -> None:
        """A mark whose two ends look alike, or are confused: the characters beside it decide.

        Word processors and web pages close with an opening mark (“…“) and open with a closing one (”…”).
        """
        before = self.text[place - 1] if place else " "
        after = self.text[place + 1] if place + 1 < len(self.text) else " "
        if mark == "_" and before.isalnum() and after.isalnum():
            return
        may_open = (not before.isalnum() and before not in ".?!)") and not after.isspace() and (
            mark == "“" or (after not in ",.;:)]" and after != character))  # fmt: skip
        if before == "(" and after == ")":
            return
        may_close = not before.isspace() and not (after.isalnum() and mark in "*_?" and ord(after) < 0x1100)
        if (
            self.open.get(mark)
            and (may_close or character in "”’")
            and not (may_open and character in "“‘" and before.isspace())
        ):
            self._close(mark)
        elif may_open or character in "“‘„":
            self._push(mark)

    def finish(self) -> None:
        """Write the partners into the tokens."""
        tokens = self.tokens
        for mark, start, end in self.pairs:
            canonical = _SAME_KIND.get(mark, mark)
            tokens[start] = Token("p", tokens[start].start, tokens[start].end, end, canonical)
            tokens[end] = Token("p", tokens[end].start, tokens[end].end, start, canonical)
