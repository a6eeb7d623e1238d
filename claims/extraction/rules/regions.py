"""Where the paragraphs and the quotations of a document are, in tokens."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from spacy.tokens import Doc

from claims.article import Segment, SegmentKind
from claims.extraction.document.analysis import analysis
from claims.extraction.document.ranges import Range
from claims.extraction.document.scope import spoken_segments
from claims.language.word_lists import words

# Lines above a text: none of them goes on in another, or in the text.
_LINES: Final = frozenset({SegmentKind.TITLE, SegmentKind.DEK, SegmentKind.HEADING})
_EDGE: Final = frozenset(",;:.-–—…/")
_STOPS: Final = frozenset(".!?…")
# Titles write words of this length with a capital.
_LONG_WORD: Final = 5
_COORDINATING: Final = words("grammar/conjunctions", "coordinating")
_QUOTE_SIGNS: Final = frozenset("\"“”„‟«»‘’‚‛‹›'`")


class Regions:
    """The spoken paragraphs and the outermost quotations of one document.

    With a ``depth`` of 1, the insides of those quotations and the quotations inside them instead.

    ``quote_of[i]`` is the index in ``quotes`` of the outermost quotation around token ``i``, or -1.
    """

    def __init__(self, doc: Doc, depth: int = 0) -> None:
        self.doc = doc
        offsets = [token.idx for token in doc]
        known = analysis(doc)

        def tokens(segments: Iterable[Segment]) -> list[Range]:
            return [(bisect_left(offsets, s.start), bisect_left(offsets, s.end)) for s in segments]

        self.paragraphs = tokens(spoken_segments(doc))
        titles = tokens(s for s in known.segments if s.kind is SegmentKind.TITLE)
        self._lines = tokens(s for s in known.segments if s.kind in _LINES)
        self._spoken = sorted([*titles, *self.paragraphs])
        quotations = known.quotations
        if depth:
            around = [
                (bisect_left(offsets, q.inner_start), bisect_left(offsets, q.inner_end))
                for q in quotations
                if q.depth == depth - 1
            ]
            self.paragraphs = [one for part in around for one in self.spoken(part)]
            self._spoken = self.paragraphs
        self.outer = [q for q in quotations if q.depth == depth]
        self.quotes: list[Range] = []
        self.quote_of = [-1] * len(doc)
        for at, quotation in enumerate(self.outer):
            # A mark can stick to a word ("'tis", "end.'"), so take the token it stands in.
            start = bisect_left(offsets, quotation.start + 1) - 1
            end = bisect_left(offsets, quotation.end)
            self.quotes.append((start, end))
            self.quote_of[start:end] = [at] * (end - start)

    def paragraph_of(self, i: int) -> int:
        """The number of the paragraph that token ``i`` is in, or of the last before; or -1."""
        return bisect_left(self.paragraphs, (i + 1, 0)) - 1

    def line_of(self, i: int) -> Range | None:
        """The title, dek or heading that token ``i`` is in."""
        return next((line for line in self._lines if line[0] <= i < line[1]), None)

    def spoken_around(self, i: int) -> Range | None:
        """The paragraph or title that token ``i`` is in."""
        at = bisect_left(self._spoken, (i + 1, 0)) - 1
        return self._spoken[at] if at >= 0 and i < self._spoken[at][1] else None

    def whole_quote(self, part: Range) -> int | None:
        """The quotation that a range is, from mark to mark; None if it is less or more."""
        at = self.quote_of[part[0]]
        return at if at >= 0 and self.quotes[at] == part else None

    def spoken(self, part: Range) -> list[Range]:
        """What of a range stands in paragraphs and titles, one range for each of them."""
        found = []
        at = max(0, bisect_left(self._spoken, (part[0] + 1, 0)) - 1)
        while at < len(self._spoken) and self._spoken[at][0] < part[1]:
            low, high = max(part[0], self._spoken[at][0]), min(part[1], self._spoken[at][1])
            if low < high:
                found.append((low, high))
            at += 1
        return found

    def inside(self, at: int) -> Range:
        """The tokens of quotation ``at`` between its marks."""
        start, end = self.quotes[at]
        opened = self.doc[start].text[0] in _QUOTE_SIGNS
        return start + opened, end - (set(self.doc[end - 1].text) <= _QUOTE_SIGNS)

    def is_title(self, at: int) -> bool:
        """Whether quotation ``at`` names a work: “The Frozen Gate”, all but small words capital."""
        low, high = self.inside(at)
        if high <= low:
            return False
        words = self.doc[low:high].text.rstrip(",").split()
        if len(words) < 2 or words[-1][-1] in _STOPS or "," in "".join(words):
            return False
        capitals = sum(word[0].isupper() for word in words)
        return capitals >= 2 and all(
            word[0].isupper() or word[0].isdigit() or len(word) < _LONG_WORD for word in words
        )

    def trim(self, part: Range) -> Range | None:
        """The range without punctuation at its edges, quotations kept whole."""
        low, high = part
        while low < high and self._drops(low):
            low += 1
        while low < high and (self._drops(high - 1) or self._hangs(high - 1)):
            high -= 1
        return (low, high) if low < high else None

    def _hangs(self, i: int) -> bool:
        """Whether a conjunction is left over at the end, with what it joined cut off."""
        return self.quote_of[i] < 0 and self.doc[i].lower_ in _COORDINATING

    def _drops(self, i: int) -> bool:
        text = self.doc[i].text
        if text.isspace():
            return True
        if self.quote_of[i] >= 0:
            return False
        return all(sign in _EDGE or sign in _QUOTE_SIGNS for sign in text)

    def outside(self, part: Range, around: int) -> Range:
        """A source without the end of a quotation that the parser drew into it.

        Args:
            part: The source.
            around: The quotation that its cue stands in, or -1.
        """
        low, high = part
        while low < high and self.quote_of[low] not in (-1, around):
            if self.quotes[self.quote_of[low]][0] >= low:
                break
            low += 1
        while low < high and self.quote_of[high - 1] not in (-1, around):
            quote = self.quotes[self.quote_of[high - 1]]
            if quote[1] <= high:
                break
            if quote[0] > low and self.is_title(self.quote_of[high - 1]):
                return low, quote[1]
            high -= 1
        return low, high
