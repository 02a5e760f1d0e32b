"""Folded text to tokens, with every bracket and quotation mark matched to its partner in one pass.

Nothing here looks back: a closing mark with no opening mark of its kind is plain punctuation at once, and a mark
left open
inside a closed pair is given up when the pair closes, so the cost is linear whatever the text is.
"""

from __future__ import annotations

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

_CJK = r"[\p{Hangul}\p{Han}\p{Katakana}\p{Hiragana}]"
_URL = r"(?:[^\s<>\"“”‘’「」『』《》〈〉(),;\]]|[(),;](?=[^\s\p{Hangul}\"“”)]))++"
_TOKEN = regex.compile(
    rf"(?P<w>주체(?=\s?\d)|(?:[{_CJK}--주]++|주(?!체\s?\d))++)"
    r"|(?P<s>\s)"
    rf"|(?P<u>(?i:https?://|www\.){_URL})"
    rf"|(?P<d>10\.\d{{4,9}}/{_URL})"
    r"|(?P<n>\d++)"
    r"|(?P<w>[\p{Latin}][\p{Latin}\p{M}]*+(?:(?:['’ʼ‘ʻ`´?_\-‐‑](?=\p{Latin})|\.(?=\p{Ll}))[\p{Latin}\p{M}'’ʼ]*+)*+"
    r"|[^\P{L}\p{Latin}\p{Hangul}\p{Han}\p{Katakana}\p{Hiragana}]\p{M}*+)"
    r"|(?P<r>(?P<x>[^\w\s])(?P=x){15,}+)|(?P<p>.)",
    regex.DOTALL | regex.VERSION1,
)


def tokenize(text: str) -> list[Token]:
    """Cut a folded text into tokens that cover it without a gap.

    token := url | doi | digits | word | space | any other character.
    A word of Latin letters may hold apostrophes and hyphens between letters (Kyo'ngje, Mu-rim), a `?` that stands for a
    lost mark (Kyo?ngje) and a full stop that parts syllables (pang.ŏn). The era
    주체 before a number is a word of its own, also where it is run together with the word before.
    """
    tokens: list[Token] = []
    matcher = _Matcher(text, tokens)
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "p"
        start, end = match.span()
        if kind == "p":
            tokens.append(Token(kind, start, end))
            matcher.see(start)
        elif kind == "u" or kind == "d":
            stop = _trimmed(text, start, end)
            tokens.append(Token(kind, start, stop))
            for place in range(stop, end):
                tokens.append(Token("p", place, place + 1))
                matcher.see(place)
        else:
            tokens.append(Token("p" if kind == "r" else kind, start, end))
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
            tokens[start] = tokens[start]._replace(mate=end, mark=canonical)
            tokens[end] = tokens[end]._replace(mate=start, mark=canonical)
