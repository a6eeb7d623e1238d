"""Claims inside claims, with their parent.

What the network predicted is kept in any case, what only rules found where another speaks.
"""

from __future__ import annotations

from typing import Final

from claims.extraction.document.candidate import PREDICTED, Candidate
from claims.extraction.document.ranges import holds
from claims.extraction.rules.regions import Regions
from claims.language.word_lists import words

# Inside quotation marks every verb of thinking would give a claim of its own.
_SURE: Final = 0.5
_FIRST_PERSON: Final = words("grammar/pronouns", "who talks and who is talked to")


def nest(
    regions: Regions, outer: list[Candidate], inner: list[Candidate]
) -> list[tuple[Candidate, Candidate | None]]:
    """Candidates to keep, each with the one whose content holds it.

    Args:
        regions: Of the document.
        outer: Candidates whose cue stands outside quotation marks.
        inner: Candidates whose cue stands inside them.
    """
    kept: list[tuple[Candidate, Candidate | None]] = []
    holder: list[Candidate | None] = [None] * len(regions.doc)
    # From long to short, so that the innermost content around a token is noted last.
    for candidate in sorted(outer, key=lambda one: one.size, reverse=True):
        parent = holder[candidate.head]
        predicted = candidate.construction == PREDICTED
        if predicted and parent is not None and not _lies_in(candidate, parent):
            parent = None
        free = parent is None and not candidate.dependent
        if free or predicted or _another_speaks(regions, candidate, parent):
            kept.append((candidate, parent))
            for low, high in candidate.content:
                holder[low:high] = [candidate] * (high - low)
    for candidate in inner:
        parent = holder[candidate.head]
        if (candidate.reports_inner or candidate.score >= _SURE) and _another_speaks(
            regions, candidate, parent
        ):
            kept.append((candidate, parent))
    return kept


def _lies_in(candidate: Candidate, parent: Candidate) -> bool:
    return all(holds(parent.content, part) for part in candidate.content)


def _another_speaks(regions: Regions, candidate: Candidate, parent: Candidate | None) -> bool:
    """Whether the candidate lies in the parent's content and has a source of its own."""
    if parent is None or candidate.source is None or candidate.source == parent.source:
        return False
    if not _lies_in(candidate, parent):
        return False
    words = {regions.doc[i].lower_ for i in range(*candidate.source)}
    return not words <= _FIRST_PERSON
