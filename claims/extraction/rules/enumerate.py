"""Every construction of an article that could attribute something, before anything is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from spacy.tokens import Doc

from claims.extraction.document.candidate import Candidate
from claims.extraction.document.ranges import Range
from claims.extraction.parsing.tree import Tree
from claims.extraction.rules.according_to import according_candidates, colon_candidates
from claims.extraction.rules.labels import Labels
from claims.extraction.rules.nouns import noun_candidates
from claims.extraction.rules.parentheticals import aside_candidates
from claims.extraction.rules.regions import Regions
from claims.extraction.rules.verbs import verb_candidates
from claims.language.word_lists import words

_BE: Final = words("grammar/verbs", "be and have")


class Page(Regions):
    """One article for the taggers: its regions and its tree."""

    def __init__(self, doc: Doc, depth: int = 0) -> None:
        super().__init__(doc, depth)
        self.tree = Tree(doc)
        self.labels = Labels(self.tree, self.paragraphs)

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
        yield from colon_candidates(tree, self.labels, start, end)
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
                        yield from aside_candidates(tree, i, start, end)
            elif pos == "NOUN" and tree.kids[i] and wanted(tree.lemma[i].lower()):
                yield from noun_candidates(tree, i)

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


def _minus(part: Range, hole: Range) -> Iterator[Range]:
    """What is left of ``part`` outside ``hole``."""
    if hole[1] <= part[0] or hole[0] >= part[1]:
        yield part
        return
    if part[0] < hole[0]:
        yield part[0], hole[0]
    if hole[1] < part[1]:
        yield hole[1], part[1]
