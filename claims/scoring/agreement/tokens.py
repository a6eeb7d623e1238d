"""An article's text as tokens: the words that every figure is counted over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

from claims.claim import ClaimType, Span
from claims.scoring.files.errors import ScoringError

TokenSet = frozenset[int]

_TOKEN: Final = re.compile(r"\w+|[^\w\s]")
_OPENING: Final = "“„«"
_CLOSING: Final = "”»"
_BEFORE_OPENING: Final = "([{-–—"
_AFTER_CLOSING: Final = ")]},.;:!?-–—"
_DIRECT_SHARE: Final = 0.8


class TokenText:
    """A text cut into words and single punctuation marks, with what stands in quotation marks.

    Args:
        name: The article's file name, for error messages.
        text: The text that the spans' code point offsets point into.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self._bounds = [match.span() for match in _TOKEN.finditer(text)]

    def cover(self, spans: Iterable[Span]) -> TokenSet:
        """Tokens that the spans overlap: words, or punctuation where there is no word.

        Raises:
            ScoringError: A span is empty or not inside the text.
        """
        covered: set[int] = set()
        for span in spans:
            if not 0 <= span.start < span.end <= len(self.text):
                raise ScoringError(
                    f"{self.name}: span {span.start}-{span.end} is not inside the text "
                    f"of {len(self.text)} characters"
                )
            covered.update(t for t in self._token_at[span.start : span.end] if t is not None)
        words = frozenset(t for t in covered if self.is_word(t))
        return words or frozenset(covered)

    def is_word(self, token: int) -> bool:
        """Whether the token is a word and not a punctuation mark."""
        first = self.text[self._bounds[token][0]]
        return first.isalnum() or first == "_"

    def strings(self, tokens: Iterable[int]) -> list[str]:
        """The tokens as lower-case strings, in text order."""
        return [self.text[slice(*self._bounds[token])].lower() for token in sorted(tokens)]

    def kind(self, content: TokenSet) -> ClaimType:
        """Direct if at least four fifths of the content are quoted, mixed if some of it is."""
        quoted = sum(self._quoted[self._bounds[token][0]] for token in content)
        if not quoted:
            return ClaimType.INDIRECT
        return ClaimType.DIRECT if quoted / len(content) >= _DIRECT_SHARE else ClaimType.MIXED

    @cached_property
    def _token_at(self) -> Sequence[int | None]:
        at: list[int | None] = [None] * len(self.text)
        for token, (start, end) in enumerate(self._bounds):
            at[start:end] = [token] * (end - start)
        return at

    @cached_property
    def _quoted(self) -> Sequence[bool]:
        return quoted_characters(self.text)


def quoted_characters(text: str) -> list[bool]:
    """For each character, whether it stands inside double quotation marks of its own line.

    This is the figures' definition of direct and mixed content, and deliberately independent of
    the extractor's own reading of quotation marks. A mark itself never counts as inside.
    """
    quoted, inside = [False] * len(text), False
    for at, character in enumerate(text):
        if character == "\n" or character in _CLOSING:
            inside = False
        elif character in _OPENING:
            inside = True
        elif character == '"' or text[at : at + 2] in ("``", "''"):
            inside = _after_straight_mark(text, at, inside)
        else:
            quoted[at] = inside
    return quoted


def _after_straight_mark(text: str, at: int, inside: bool) -> bool:
    """Whether a quotation is open after a mark whose shape does not say which way it faces."""
    before = text[at - 1] if at else " "
    # Of a doubled mark this is its second half, so only what stands before can tell.
    after = text[at + 1 : at + 2] or " "
    opens = before.isspace() or before in _BEFORE_OPENING
    closes = after.isspace() or after in _AFTER_CLOSING
    return opens if opens != closes else not inside
