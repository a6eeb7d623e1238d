"""Every construction of an article that could attribute something, before anything is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from spacy.tokens import Doc

from claims.extraction.document.candidate import Candidate
from claims.extraction.document.ranges import Range
from claims.extraction.parsing.tree import Tree
from claims.extraction.rules.according_to import according_candidates, colon_candidates
from claims.extraction.rules.nouns import noun_candidates
from claims.extraction.rules.parentheticals import aside_candidates
from claims.extraction.rules.regions import Regions
from claims.extraction.rules.verbs import verb_candidates
from claims.language.word_lists import words

_BE: Final = words("grammar/verbs", "be and have")
_BEFORE_NOUN: Final = frozenset({"ADJ", "DET", "NOUN", "NUM", "PRON", "PROPN"})
# How many tokens may stand between "that" and a quotation that belongs to its clause.
_LONGEST_HEAD: Final = 6


class Page(Regions):
    """One article for the taggers: its regions and its tree."""

    def __init__(self, doc: Doc, depth: int = 0) -> None:
        super().__init__(doc, depth)
        self.tree = Tree(doc)

    def candidates(
        self,
        wanted: Callable[[str], bool] = lambda lemma: True,
        where: Sequence[bool] | None = None,
    ) -> Iterator[Candidate]:
        """Candidates in text order of their paragraphs, contents fitted; scores are not set.

        Args:
            wanted: Whether a verb or noun of this lemma is worth looking at.
            where: For each token, whether it may be a cue; all may if None. The colon of a
                transcript always may.
        """
        tree = self.tree
        for start, end in self.paragraphs:
            for candidate in self._of_paragraph(tree, start, end, wanted, where):
                self._fit(candidate, start, end)
                if candidate.content:
                    yield candidate

    def _of_paragraph(
        self,
        tree: Tree,
        start: int,
        end: int,
        wanted: Callable[[str], bool],
        where: Sequence[bool] | None,
    ) -> Iterator[Candidate]:
        yield from colon_candidates(tree, start, end)
        for i in range(start, end):
            if where is not None and not where[i]:
                continue
            pos = tree.pos[i]
            if tree.lower[i] == "according":
                yield from according_candidates(tree, i)
            elif pos == "VERB" or (pos == "AUX" and tree.dep[i] not in ("aux", "auxpass")):
                if pos == "AUX" or wanted(tree.lemma[i].lower()):
                    yield from verb_candidates(tree, i)
                    if pos == "VERB":
                        yield from self._asides(i, start, end)
            elif pos == "NOUN" and tree.kids[i] and wanted(tree.lemma[i].lower()):
                yield from noun_candidates(tree, i)

    def _asides(self, verb: int, start: int, end: int) -> Iterator[Candidate]:
        for candidate in aside_candidates(self.tree, verb, start, end):
            edge = candidate.content[0][1]
            if candidate.source is not None and self.quote_of[verb] == self.quote_of[edge]:
                yield candidate

    def _fit(self, candidate: Candidate, start: int, end: int) -> None:
        """Contents take whole quotations where they touch one, and leave out cue and source."""
        around = self.quote_of[candidate.head]
        if around >= 0:
            start, end = self.inside(around)
        elif candidate.construction == "clause":
            self._complete(candidate)
        if candidate.source is not None:
            candidate.source = self.trim(self.outside(candidate.source, around))
        taken = [candidate.cue] if candidate.source is None else [candidate.cue, candidate.source]
        parts = []
        for low, high in candidate.content:
            low, high = max(low, start), min(high, end)
            if around < 0 and low < high:
                low, high = self._widen(low, high)
                low, high = self._whole(low, high, candidate.cue, end)
            parts.append((low, high))
        for hole in taken:
            parts = [rest for part in parts for rest in _minus(part, hole)]
        if around < 0 and len(parts) > 1 and self._whole_quotation(parts[0]):
            # “Wait,” she said, and left: only more quotation goes on with the first.
            parts = [
                parts[0],
                *(p for p in parts[1:] if any(q >= 0 for q in self.quote_of[slice(*p)])),
            ]
        candidate.content = [kept for part in parts if (kept := self.trim(part)) is not None]
        if (
            around < 0
            and len(candidate.content) > 1
            and candidate.construction in ("aside", "insert")
        ):
            self._drop_opening(candidate)

    def _drop_opening(self, candidate: Candidate) -> None:
        """When asked, she said, “No.”: a sentence in quotation marks goes on with nothing."""
        low = candidate.content[1][0]
        begins = self.quote_of[low] >= 0 and self.quotes[self.quote_of[low]][0] == low
        outside = self.quote_of[candidate.content[0][0]] < 0
        if begins and outside and self.doc[low + 1 : low + 2].text[:1].isupper():
            candidate.content = candidate.content[1:]

    def _opens_phrase(self, i: int) -> bool:
        """Whether a quotation at ``i`` goes on with the words before: care “in using it”."""
        if i + 1 >= len(self.quote_of) or self.quote_of[i] < 0:
            return False
        return self.quotes[self.quote_of[i]][0] == i and self.doc[i + 1].text[0].islower()

    def _whole_quotation(self, part: Range) -> bool:
        kept = self.trim(part)
        if kept is None or self.quote_of[kept[0]] < 0:
            return False
        return self.quotes[self.quote_of[kept[0]]] == kept

    def _complete(self, candidate: Candidate) -> None:
        """A report at its sentence's end reports all of the sentence, whatever was parsed."""
        edge = (
            candidate.cue[0]
            if candidate.source is None
            else min(candidate.cue[0], candidate.source[0])
        )
        low, high = candidate.content[0]
        first = self.tree.first[candidate.cue[0]]
        if high <= edge and low >= first:
            if self.quote_of[low] < 0 and (low == first or self.quote_of[low - 1] < 0):
                low = first
            candidate.content = [(low, edge)]

    def _widen(self, low: int, high: int) -> Range:
        first, last = self.quote_of[low], self.quote_of[high - 1]
        if first >= 0:
            low = self.quotes[first][0]
        elif (
            low > 0
            and self.quote_of[low - 1] >= 0
            and self.quotes[self.quote_of[low - 1]][0] == low - 1
        ):
            low -= 1
        if last < 0 and self._opens_phrase(high):
            last = self.quote_of[high]
        if last >= 0:
            high = self.quotes[last][1]
        return low, high

    def _whole(self, low: int, high: int, cue: Range, end: int) -> Range:
        """A content at whose edge a quotation stands, with the words that the parser cut off it.

        Args:
            low: First token of the content.
            high: One past its last.
            cue: Of the candidate.
            end: Of the paragraph.
        """
        if low > cue[1]:
            low = self._from_that(low, cue[1])
            low = self._from_owner(low, cue[1])
        if high < end and self._owns_quotation(high):
            high = self.quotes[self.quote_of[high + 1]][1]
            if high < end and self.tree.lower[high] == "of":
                high = self.tree.span(high)[1]
        if high < end and self.quote_of[high - 1] >= 0 and self.quote_of[high] < 0:
            verb = high if self.tree.pos[high] != "AUX" else self.tree.head[high]
            verb = verb if verb >= high else high
            goes_on = self.tree.tag[high] == "MD" or self.tree.lower[high] in _BE
            if goes_on and (cue[1] <= low or verb < cue[0]) and not self._has_subject(verb, low):
                high = min(max(high, self.tree.span(verb)[1]), end)
        return low, high

    def _has_subject(self, verb: int, low: int) -> bool:
        """Whether the verb has a subject outside the content that begins at ``low``."""
        tree = self.tree
        return any(tree.dep[k] in ("nsubj", "nsubjpass") and k < low for k in tree.kids[verb])

    def _from_that(self, low: int, after: int) -> int:
        """The "that" before a noun that was not seen as one: said that accounts “with …” closed."""
        if self.quote_of[low] < 0 and self.tree.tag[low] != "MD":
            return low
        for i in range(low - 1, max(after, low - _LONGEST_HEAD) - 1, -1):
            if self.tree.lower[i] == "that":
                return i
            if self.doc[i].is_punct and self.quote_of[i] < 0:
                return low
        return low

    def _from_owner(self, low: int, after: int) -> int:
        """The owner before a quotation, lost at the apostrophe: the leaders’ ‘shared view’."""
        if low < after + 2 or not self._is_plural_mark(low - 1):
            return low
        start = low - 2
        while start > after and self.tree.pos[start - 1] in _BEFORE_NOUN:
            start -= 1
        return start

    def _owns_quotation(self, i: int) -> bool:
        """Whether token ``i`` is a plural's apostrophe before a quotation."""
        follows = i + 1 < len(self.quote_of) and self.quote_of[i + 1] >= 0
        return follows and self._is_plural_mark(i)

    def _is_plural_mark(self, i: int) -> bool:
        if i < 1 or self.doc[i].text not in ("’", "'") or self.quote_of[i] >= 0:
            return False
        before = self.doc[i - 1]
        return not before.whitespace_ and before.lower_.endswith("s")


def _minus(part: Range, hole: Range) -> Iterator[Range]:
    """What is left of ``part`` outside ``hole``."""
    if hole[1] <= part[0] or hole[0] >= part[1]:
        yield part
        return
    if part[0] < hole[0]:
        yield part[0], hole[0]
    if hole[1] < part[1]:
        yield hole[1], part[1]
