"""The words of a parsed document as plain columns, so that rules read them without spaCy calls."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc

from claims.language.word_lists import words
from claims.quotations.find import Quotation


class Tokens:
    """Columns of a document by token number; ``start`` and ``end`` are code point offsets.

    ``head`` holds token numbers, ``sent`` sentence numbers, ``step`` numbers of the sentences that
    begin outside quotation marks, ``quoted`` whether a token stands inside them, ``glued``
    whether no white space follows it.
    """

    __slots__ = (
        "dep",
        "end",
        "glued",
        "head",
        "lower",
        "quoted",
        "sent",
        "source",
        "start",
        "step",
        "tag",
        "text",
    )

    def __init__(self, doc: Doc, quotations: Sequence[Quotation]) -> None:
        self.source = doc.text
        columns: list[list[int]] = doc.to_array(["ORTH", "LOWER", "TAG", "DEP"]).T.tolist()
        named = {one: doc.vocab.strings[one] for one in set().union(*columns)}
        self.text, self.lower, self.tag, self.dep = ([named[one] for one in c] for c in columns)
        heads, starts = doc.to_array(["HEAD", "SENT_START"]).astype("int64").T.tolist()
        self.head = [i + offset for i, offset in enumerate(heads)]
        self.start = doc.to_array("IDX").tolist()
        self.end = [s + len(t) for s, t in zip(self.start, self.text, strict=True)]
        self.glued = [not spaced for spaced in doc.to_array("SPACY").tolist()]
        number, self.sent = -1, []
        for i, start in enumerate(starts):
            begins = start == 1 and not self._after_title(i) and not self._inside_name(i)
            number += begins or i == 0
            self.sent.append(number)
        self.quoted = self._quoted(quotations)
        self._tag_possessives(quotations)
        self._join_words()
        self.step = self._steps()

    def _after_title(self, i: int) -> bool:
        """Whether the full stop before token ``i`` ends a title and not a sentence ("Sens.")."""
        before = self.lower[i - 1] if i else ""
        return before.endswith(".") and before in words("names/titles")

    def _inside_name(self, i: int) -> bool:
        """Whether token ``i`` goes on with a name whose first word is taken for a sentence."""
        both = i > 0 and self.tag[i - 1] == self.tag[i] == "NNP"
        return both and self.text[i - 1].isalpha() and self.text[i].isalpha()

    def __len__(self) -> int:
        return len(self.text)

    def _quoted(self, quotations: Sequence[Quotation]) -> list[bool]:
        quoted = [False] * len(self.text)
        for quotation in quotations:
            first, last = self.find(quotation.start, quotation.end)
            quoted[first:last] = [True] * (last - first)
        return quoted

    def _join_words(self) -> None:
        """Look "coast guard" up as the one word that it also is: no guard, but a body."""
        for i in range(1, len(self.lower)):
            if self.lower[i] == "guard" and self.lower[i - 1] == "coast":
                self.lower[i] = "coastguard"

    def _tag_possessives(self, quotations: Sequence[Quotation]) -> None:
        """Tag the apostrophe of "Norbank Securities’ chief economist", which looks like a mark."""
        closing = {quotation.end for quotation in quotations}
        for i in range(1, len(self.text) - 1):
            if self.lower[i] in ("’s", "'s") and self.tag[i] == "NNP":
                self.tag[i] = "POS"  # taken for a part of the name before it
            if self.text[i] not in ("’", "'") or self.tag[i] == "POS" or self.end[i] in closing:
                continue
            after = self.glued[i - 1] and not self.glued[i] and self.lower[i - 1][-1] == "s"
            named = self.text[i] == "’" and self.tag[i + 1] == "NNP" and self.tag[i - 1] != "NNS"
            follows = self.text[i + 1].islower() or named
            if after and self.tag[i - 1] in ("NNS", "NNP", "NNPS") and follows:
                self.tag[i] = "POS"

    def _steps(self) -> list[int]:
        """How far the article's own account has come: what is quoted at length does not count."""
        number, steps = 0, []
        for i, sent in enumerate(self.sent):
            if i and sent != self.sent[i - 1] and not self.quoted[i]:
                number += 1
            steps.append(number)
        return steps

    def slice(self, start: int, end: int) -> str:
        """The text of tokens ``start`` to ``end`` (exclusive) as written."""
        return self.source[self.start[start] : self.end[end - 1]] if end > start else ""

    def plain(self, start: int, end: int) -> str:
        """As ``slice``, with every run of white space made one space."""
        return " ".join(self.slice(start, end).split())

    def line(self, i: int) -> str:
        """The line of the text in which token ``i`` stands."""
        first = self.source.rfind("\n", 0, self.start[i]) + 1
        last = self.source.find("\n", self.start[i])
        return self.source[first : last if last >= 0 else len(self.source)]

    def find(self, start: int, end: int) -> tuple[int, int]:
        """Numbers of the tokens that overlap code points ``start`` to ``end``, end-exclusive."""
        first = bisect_right(self.start, start) - 1
        if first < 0 or self.end[first] <= start:
            first += 1
        last = first
        while last < len(self.start) and self.start[last] < end:
            last += 1
        return first, last

    def is_space(self, i: int) -> bool:
        """Whether token ``i`` is white space."""
        return self.tag[i] == "_SP" or self.text[i].isspace()
