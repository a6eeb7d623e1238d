"""Which stretches of an article stand inside quotation marks: a state over characters.

The state is reset at each paragraph, so that one missing mark never turns inside and outside
around for the rest of the article. A quotation that runs over several paragraphs opens anew in
each and closes in the last; each but the last ``continues``. Where paragraphs between have no mark
and the next mark closes, they belong to it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from claims.quotations.quote_marks import Family, QuoteMark, Role, find_quote_marks

# A stray mark far off closes nothing.
_MOST_UNMARKED: Final = 8
_SENTENCE_END: Final = re.compile(r"[.!?…]+(?=\s+[\"“‘A-Z]|\s*$)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch inside quotation marks; code points, end-exclusive.

    Args:
        start: Of the opening mark.
        end: After the closing mark, or after the last quoted character if there is none.
        inner_start: After the opening mark; ``start`` where the paragraph before left it open.
        inner_end: Before the closing mark.
        depth: 0 for an outermost quotation, 1 for one inside it, and so on.
        closed: Whether a closing mark was found in the same paragraph.
        continues: Whether the next quotation of depth 0 takes it up in the next paragraph.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int = 0
    closed: bool = True
    continues: bool = False


def find_quotations(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Quotation]:
    """Quotations of a text, by start; any two are disjoint or one lies inside the other.

    Args:
        text: The article's text.
        paragraphs: Start and end of each paragraph, in text order, not overlapping.
    """
    found: list[Quotation] = []
    pending: int | None = None  # index of the quotation that the previous paragraph left open
    bounds = list(paragraphs)
    starts = [text[start : start + 1] for start, _ in bounds]
    last, close = -1, None  # the paragraph that closes what is pending, and its mark
    for at, ((start, end), following) in enumerate(zip(bounds, [*starts[1:], ""], strict=False)):
        if pending is not None and at > last:
            last, close = _closing(text, bounds, at)
            found[pending] = replace(found[pending], continues=close is not None)
        if at < last:
            stop = start + len(text[start:end].rstrip())
            if stop > start:
                found.append(Quotation(start, stop, start, stop, closed=False, continues=True))
            continue
        goes_on = text[start : start + 1] == following
        here = _Paragraph(text, start, end, goes_on).quotations()
        if at == last and close is not None:
            here = [quotation for quotation in here if quotation.start >= close.end]
            if text[start : close.start].strip():
                found.append(Quotation(start, close.end, start, close.start))
            pending, close = None, None
        here = _with_depth(here)
        if pending is not None and here and _takes_up(text, found[pending], here[0], start):
            found[pending] = replace(found[pending], continues=True)
        pending = None
        for quotation in here:
            if not quotation.closed and quotation.end >= start + len(text[start:end].rstrip()):
                pending = len(found)
            found.append(quotation)
    return found


def _takes_up(text: str, open_one: Quotation, following: Quotation, start: int) -> bool:
    """Whether a paragraph that begins with a quotation goes on with the one left open before it.

    A straight mark is no curly one's: “It is late,” she said, after a block that began with ".
    """
    signs = {text[open_one.start], text[following.start]}
    return not text[start : following.start].strip() and not ('"' in signs and "“" in signs)


def _closing(text: str, bounds: list[tuple[int, int]], at: int) -> tuple[int, QuoteMark | None]:
    """The paragraph from ``at`` on whose first mark closes what stands open, and that mark.

    Paragraphs before it have no mark; -1 and None if a quotation opens first or none closes.
    """
    for j, (start, end) in enumerate(bounds[at : at + _MOST_UNMARKED], at):
        mark = _first_double(text, start, end)
        if mark is not None:
            return (j, mark) if mark.role is Role.CLOSE else (-1, None)
    return -1, None


def _first_double(text: str, start: int, end: int) -> QuoteMark | None:
    return next((m for m in find_quote_marks(text, start, end) if m.family is Family.DOUBLE), None)


def _with_depth(quotations: list[Quotation]) -> list[Quotation]:
    """The same by start, each with the number of quotations around it."""
    quotations.sort(key=lambda q: (q.start, -q.end))
    around: list[Quotation] = []
    out = []
    for quotation in quotations:
        while around and around[-1].end <= quotation.start:
            around.pop()
        out.append(replace(quotation, depth=len(around)) if around else quotation)
        around.append(quotation)
    return out


class _Paragraph:
    """The marks of one paragraph, paired by a stack of the open ones.

    ``goes_on`` where the next paragraph begins with the same sign as this one.
    """

    def __init__(self, text: str, start: int, end: int, goes_on: bool) -> None:
        self.text, self.start, self.end, self.goes_on = text, start, end, goes_on
        self.quote_marks = find_quote_marks(text, start, end)
        self.stack: list[QuoteMark] = []
        self.found: list[Quotation] = []

    def quotations(self) -> list[Quotation]:
        for at, mark in enumerate(self.quote_marks):
            role = mark.role
            if mark.family is Family.DOUBLE and role is Role.OPEN and self._closes_low(mark):
                role = Role.CLOSE
            if role is Role.EITHER:
                role = Role.CLOSE if self._opener(mark) is not None else Role.OPEN
            elif role is Role.MAYBE_CLOSE:
                role = Role.CLOSE if self._ends_single(at) else Role.EITHER
            if role is Role.OPEN:
                self._open(at, mark)
            elif role is Role.CLOSE:
                self._close(mark)
        self._give_up(0, self.end)
        return self.found

    def _closes_low(self, mark: QuoteMark) -> bool:
        """Whether an opening mark in form closes a German quotation, as in „so“."""
        return not mark.low and bool(self.stack) and self.stack[-1].low

    def _opener(self, mark: QuoteMark) -> int | None:
        """Where on the stack the mark's opening partner is."""
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth].family is mark.family:
                return depth
        return None

    def _open(self, at: int, mark: QuoteMark) -> None:
        same = self._opener(mark)
        if same is not None and same == len(self.stack) - 1 and not self._nests(at):
            self._give_up(same, mark.start)
        self.stack.append(mark)

    def _nests(self, at: int) -> bool:
        """Whether two closing marks follow before another opens: “he said “no” to me”."""
        family = self.quote_marks[at].family
        if self.goes_on and self._begins(self.stack[-1]):
            return True
        roles = [m.role for m in self.quote_marks[at + 1 : at + 9] if m.family is family][:2]
        return len(roles) == 2 and Role.OPEN not in roles

    def _close(self, mark: QuoteMark) -> None:
        depth = self._opener(mark)
        if depth is None:
            return
        opener = self.stack[depth]
        # What was opened inside and never closed is no quotation.
        del self.stack[depth:]
        if mark.start > opener.end:
            self.found.append(Quotation(opener.start, mark.end, opener.end, mark.start))

    def _ends_single(self, at: int) -> bool:
        """Whether a mark after a letter closes ‘…’ and is not a possessive’s apostrophe."""
        mark = self.quote_marks[at]
        if not self.stack or self.stack[-1].family is not Family.SINGLE:
            return False
        if self.text[mark.start - 1] not in "sSzxZX":
            return True
        for later in self.quote_marks[at + 1 : at + 2]:
            return later.family is not Family.SINGLE or later.role is Role.OPEN
        return True

    def _give_up(self, depth: int, limit: int) -> None:
        """Ends the open quotations from ``depth`` of the stack, at ``limit`` at the latest."""
        opener = self.stack[depth] if depth < len(self.stack) else None
        del self.stack[depth:]
        if opener is None or (opener.family is Family.SINGLE and not self._begins(opener)):
            return
        end = self._unclosed_end(opener, limit)
        if end > opener.end:
            self.found = [q for q in self.found if q.end <= end or q.start >= end]
            self.found.append(Quotation(opener.start, end, opener.end, end, closed=False))

    def _begins(self, mark: QuoteMark) -> bool:
        return not self.text[self.start : mark.start].strip()

    def _unclosed_end(self, opener: QuoteMark, limit: int) -> int:
        """The paragraph's end if the mark begins it or a sentence follows, else its sentence's."""
        head = self.text[opener.end : opener.end + 1]
        if limit < self.end or not (self._begins(opener) or head.isupper()):
            sentence = _SENTENCE_END.search(self.text, opener.end, limit)
            limit = sentence.end() if sentence else limit
        return opener.end + len(self.text[opener.end : limit].rstrip())


def paragraphs_of(segments: Sequence[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Segments cut at blank lines, where quotation marks start afresh as well."""
    out = []
    for start, end in segments:
        for gap in _BLANK_LINE.finditer(text, start, end):
            out.append((start, gap.start()))
            start = gap.end()
        out.append((start, end))
    return out


_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n\s*")
