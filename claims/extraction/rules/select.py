"""Cue, source and content by rules: constructions found in the parse, weighed by the lexicon.

They tag alone where there are no trained weights, and add to them what those were never taught.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claims.extraction.document.candidate import Candidate
from claims.extraction.rules.adjacent_quotations import attach_quotations
from claims.extraction.rules.coordinated_cues import part
from claims.extraction.rules.enumerate import Page
from claims.extraction.rules.features import context
from claims.extraction.rules.log_odds import lexicon

# A cue below this is more often no attribution than the harm of missing one would justify.
THRESHOLD: Final = 0.36
# A quotation is nearly always somebody's, and so is a transcript's line.
_QUOTED_THRESHOLD: Final = 0.28
_NESTED_THRESHOLD: Final = 0.4
# Of two readings of a cue, the one with more content may be this much less likely.
_NEARLY: Final = 0.65


def rule_candidates(page: Page, where: Sequence[bool] | None = None) -> list[Candidate]:
    """Candidates by the rules alone, in order of their cues, at most one a head token.

    Args:
        page: The article.
        where: For each token, whether to look for a cue there; everywhere if None. Transcripts and
            what stands beside quotations are looked at in any case.
    """
    candidates = choose(page, where)
    part(page, candidates)
    sure = [candidate for candidate in candidates if not candidate.dependent]
    candidates += attach_quotations(page, sure, lambda candidate: likely(page, candidate))
    candidates.sort(key=lambda candidate: candidate.cue)
    return [candidate for candidate in candidates if candidate.content]


def choose(page: Page, where: Sequence[bool] | None = None) -> list[Candidate]:
    """The best reading of each head token, where it is likely enough."""
    best: dict[int, Candidate] = {}
    for candidate in page.candidates(lexicon().wanted, where):
        if likely(page, candidate):
            rival = best.get(candidate.head)
            if rival is None or _better(candidate, rival):
                best[candidate.head] = candidate
    return list(best.values())


def _better(candidate: Candidate, rival: Candidate) -> bool:
    """Whether a reading beats another of the same cue: likelier, or nearly so and saying more."""
    if candidate.dependent != rival.dependent:
        return rival.dependent
    if _holds(candidate, rival):
        return candidate.score >= _NEARLY * rival.score
    if _holds(rival, candidate):
        return candidate.score * _NEARLY > rival.score
    return candidate.score > rival.score


def _holds(candidate: Candidate, other: Candidate) -> bool:
    """Whether the content of ``other`` is a proper part of the candidate's."""
    if candidate.content == other.content:
        return False
    return all(any(a <= c and d <= b for a, b in candidate.content) for c, d in other.content)


def likely(page: Page, candidate: Candidate) -> bool:
    """Sets the candidate's score and compares it with the threshold."""
    weights = lexicon()
    if not weights.useful(candidate.lemma, candidate.construction):
        return False
    around = context(page.tree, candidate)
    candidate.score = weights.probability(candidate.lemma, candidate.construction, around)
    if candidate.score < THRESHOLD and page.tree.dep[candidate.head] == "ccomp":
        # Annotators marked the outermost only, so that the counts are against what is nested.
        around = [name for name in around if not name.startswith("place:")]
        candidate.score = weights.probability(candidate.lemma, candidate.construction, around)
        candidate.dependent = True
        return candidate.score >= _NESTED_THRESHOLD
    begins = candidate.content[0][0]
    quoted = page.quote_of[begins] >= 0 and page.quotes[page.quote_of[begins]][0] == begins
    spoken = quoted or candidate.construction == "transcript"
    return candidate.score >= (_QUOTED_THRESHOLD if spoken else THRESHOLD)
