"""Content, cue and source of a claim while a person moves their ends over the article's text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Final

from claims.claim import Span

PARTS: Final = ("content", "cue", "source")
"""The parts of a claim that are places in its article."""

_WORD: Final = re.compile(r"\w+(?:['’.,-]\w+)*|[^\w\s]")
_SENTENCE: Final = re.compile(r"\S[^.!?…\n]*(?:[.!?…]+[\"”’»)\]]*|(?=\n)|$)")


class Unit(Enum):
    """How far one step moves an end."""

    CHARACTER = "character"
    WORD = "word"
    SENTENCE = "sentence"


class SpanDraft:
    """The spans of one claim; one piece of one part is the active one, and one of its ends.

    Pieces stay inside the text, keep a length, and never overlap another of their part.

    Args:
        text: Of the article.
        spans: The pieces of each of `PARTS`, in text order; content has at least one.
    """

    def __init__(self, text: str, spans: Mapping[str, Sequence[Span]]) -> None:
        self.text = text
        self.spans = {part: list(spans.get(part, ())) for part in PARTS}
        self.part = PARTS[0]
        self.piece = 0
        self.at_end = True
        words = [match.span() for match in _WORD.finditer(text)]
        sentences = [match.span() for match in _SENTENCE.finditer(text)]
        self._starts = {Unit.WORD: [a for a, _ in words], Unit.SENTENCE: [a for a, _ in sentences]}
        self._ends = {Unit.WORD: [b for _, b in words], Unit.SENTENCE: [b for _, b in sentences]}

    @property
    def pieces(self) -> list[Span]:
        """The pieces of the active part."""
        return self.spans[self.part]

    @property
    def active(self) -> Span | None:
        """The active piece; None if the part has none."""
        return self.pieces[self.piece] if self.pieces else None

    @property
    def offset(self) -> int:
        """The character at the active end."""
        active = self.active
        if active is None:
            return self.spans["content"][0].start
        return active.end - 1 if self.at_end else active.start

    def choose(self, part: str) -> None:
        """Make another part the active one, or of the active one the next piece."""
        if part == self.part and self.pieces:
            self.piece = (self.piece + 1) % len(self.pieces)
        else:
            self.part, self.piece = part, 0

    def other_end(self) -> None:
        """Make the other end of the piece the active one."""
        self.at_end = not self.at_end

    def move(self, unit: Unit, step: int) -> bool:
        """Move the active end on (1) or back (-1); False if there is no room."""
        active = self.active
        if active is None:
            return False
        if self.at_end:
            after = self.pieces[self.piece + 1 : self.piece + 2]
            most = after[0].start if after else len(self.text)
            end = self._next(self._ends, unit, active.end, step, len(self.text))
            new = Span(active.start, max(active.start + 1, min(end, most)))
        else:
            before = self.pieces[self.piece - 1 : self.piece] if self.piece else []
            least = before[0].end if before else 0
            start = self._next(self._starts, unit, active.start, step, 0)
            new = Span(min(active.end - 1, max(start, least)), active.end)
        self.pieces[self.piece] = new
        return new != active

    def _next(
        self, stops: Mapping[Unit, list[int]], unit: Unit, at: int, step: int, last: int
    ) -> int:
        """The next place to stop at; where there is none, the end of the text or where it was."""
        if unit is Unit.CHARACTER:
            return at + step
        offsets = stops[unit]
        if step > 0:
            index = bisect_right(offsets, at)
            return offsets[index] if index < len(offsets) else max(at, last)
        index = bisect_left(offsets, at) - 1
        return offsets[index] if index >= 0 else min(at, last)

    def choose_at(self, offset: int) -> bool:
        """Make the piece at a character the active one, the shortest if there are several; False
        if there is none.
        """
        found = [
            (piece.end - piece.start, part, number)
            for part, pieces in self.spans.items()
            for number, piece in enumerate(pieces)
            if piece.start <= offset < piece.end
        ]
        if found:
            _, self.part, self.piece = min(found)
        return bool(found)

    def take(self, start: int, end: int) -> bool:
        """Have the active piece, or a first one, hold the words between two places and whatever
        piece of its part these meet; False if there are none.
        """
        first = bisect_right(self._ends[Unit.WORD], start)
        last = bisect_left(self._starts[Unit.WORD], end) - 1
        if first > last:
            return False
        new = Span(self._starts[Unit.WORD][first], self._ends[Unit.WORD][last])
        others = [
            piece
            for number, piece in enumerate(self.pieces)
            if number != self.piece and (piece.end <= new.start or new.end <= piece.start)
        ]
        self.spans[self.part] = sorted([*others, new], key=lambda piece: piece.start)
        self.piece = self.pieces.index(new)
        return True

    def add_piece(self) -> bool:
        """Add the next word as a piece of its own and make it active; False if there is no room."""
        active = self.active
        after = self.spans["content"][-1].end if active is None else active.end
        following = self.pieces[self.piece + 1 : self.piece + 2]
        most = following[0].start if following else len(self.text)
        words = zip(self._starts[Unit.WORD], self._ends[Unit.WORD], strict=True)
        word = next((Span(a, b) for a, b in words if a >= after and b <= most), None)
        if word is None and active is None:
            # The content ends the text: what has no place after it begins at its first word.
            first = self._starts[Unit.WORD][0], self._ends[Unit.WORD][0]
            word = Span(*first)
        if word is None:
            return False
        self.piece = 0 if active is None else self.piece + 1
        self.pieces.insert(self.piece, word)
        self.at_end = True
        return True

    def drop_piece(self) -> bool:
        """Take the active piece away; False if it is the last one of the content."""
        if not self.pieces or (self.part == "content" and len(self.pieces) == 1):
            return False
        del self.pieces[self.piece]
        self.piece = max(0, self.piece - 1)
        return True
