"""What of a claim is quoted: its words, and where the article says that words are left out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from claims.claim import Span
from claims.comparison.words import Word, keys_of, words_of
from claims.quotations.find import Quotation

_ELLIPSIS: Final = re.compile(r"…|\.(?:\s?\.){2,}|\*(?:\s?\*){2,}")
_MARKS: Final = re.compile(r"[\"“”„‟«»]|``|''")
_BRACKETS: Final = re.compile(r"\[[^\[\]]*\]")


@dataclass(frozen=True)
class Quoted:
    """Quoted words in order, with what stands between them; places are code points of ``text``.

    Args:
        text: What the pieces lie in: an article, or a content by itself.
        words: All words of the pieces.
        breaks: Before which words a new piece begins, as after "he said".
        ellipses: Before which words an ellipsis stands; the number of words for one at the end.
        bracketed: Which words an editor put, in square brackets.
    """

    text: str
    words: tuple[Word, ...]
    breaks: frozenset[int] = frozenset()
    ellipses: frozenset[int] = frozenset()
    bracketed: frozenset[int] = frozenset()

    @cached_property
    def keys(self) -> list[str]:
        """The words as they are compared."""
        return [word.key for word in self.words]


def quoted_pieces(content: Iterable[Span], inside: Iterable[Quotation]) -> tuple[Span, ...]:
    """The stretches of a claim's content inside quotation marks, in text order."""
    outermost = [(each.inner_start, each.inner_end) for each in inside if each.depth == 0]
    cut = (
        Span(max(span.start, start), min(span.end, end))
        for span in content
        for start, end in outermost
    )
    return tuple(sorted(span for span in cut if span.start < span.end))


def likely_quoted(content: str) -> Iterator[list[str]]:
    """The words that a content may quote, likeliest first: all of it, or those between its marks.

    Which it is, only the article tells, and to read that takes ten times as long.
    """
    yield keys_of(content)
    pieces = _MARKS.split(content)
    for first in (1, 0) if len(pieces) > 1 else ():
        yield keys_of(" ; ".join(pieces[first::2]))


def quoted(text: str, pieces: Sequence[Span] | None = None) -> Quoted:
    """The words of some pieces of a text, which is one piece if none are given."""
    spans = [Span(0, len(text))] if pieces is None else pieces
    found: list[Word] = []
    breaks: set[int] = set()
    ellipses: set[int] = set()
    bracketed: set[int] = set()
    for span in spans:
        breaks.add(len(found))
        here = list(words_of(text, span))
        starts = [word.start for word in here]
        ellipses.update(
            len(found) + bisect_left(starts, match.start())
            for match in _ELLIPSIS.finditer(text, span.start, span.end)
        )
        for match in _BRACKETS.finditer(text, span.start, span.end):
            bracketed.update(
                len(found) + at
                for at, word in enumerate(here)
                if match.start() < word.start
                and word.end < match.end()
                and not _is_part(text, match)
            )
        found += here
    return Quoted(
        text,
        tuple(found),
        frozenset(breaks - {0, len(found)}),
        frozenset(ellipses),
        frozenset(bracketed),
    )


def _is_part(text: str, brackets: re.Match[str]) -> bool:
    """Whether brackets set a part of a word, as in [T]he and go[ing]."""
    around = text[max(brackets.start() - 1, 0) : brackets.start()] + text[brackets.end() :][:1]
    return any(map(str.isalnum, around))
