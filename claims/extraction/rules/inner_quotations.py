"""Who is quoted by whom: cues of quotations that stand inside another claim's content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claims.extraction.document.analysis import analysis
from claims.extraction.document.candidate import Candidate
from claims.extraction.rules.adjacent_quotations import cues_beside
from claims.extraction.rules.enumerate import Page
from claims.extraction.rules.select import likely, rule_candidates

_NAMING: Final = frozenset({"ADJ", "DET", "NOUN", "NUM", "PROPN"})
_SURE: Final = 0.4


def inner_candidates(page: Page) -> list[Candidate]:
    """Candidates that report a quotation inside a quotation, which is read as an article is."""
    if not any(one.depth == 1 for one in analysis(page.doc).quotations):
        return []
    within = Page(page.doc, depth=1)
    found = []
    for candidate in rule_candidates(within):
        parts = (i for low, high in candidate.content for i in range(low, high))
        if within.quote_of[candidate.head] < 0 and any(within.quote_of[i] >= 0 for i in parts):
            candidate.reports_inner = True
            found.append(candidate)
    return found


def named_speakers(page: Page, around: list[Candidate | None]) -> Iterator[Candidate]:
    """Candidates of names that speak inside a claim: footage of Ada Ruiz saying, “It held.”

    Args:
        page: The article.
        around: For each token, the candidate in whose content it is.
    """
    for quote, beside in zip(page.quotes, cues_beside(page), strict=True):
        outer = around[quote[0]]
        if outer is None or outer.cue[1] > quote[0]:
            continue
        for candidate in beside:
            own = candidate.construction == "quote_after" and around[candidate.head] is outer
            named = own and _take_name(page, candidate, around)
            if named and likely(page, candidate) and candidate.score >= _SURE:
                yield candidate
                break


def _take_name(page: Page, candidate: Candidate, around: list[Candidate | None]) -> bool:
    """Sets the name right before a participle as its source, if one stands there."""
    tree, before = page.tree, candidate.head - 1
    if before < 0 or candidate.cue[0] != candidate.head or tree.tag[candidate.head] != "VBG":
        return False
    if tree.pos[before] != "PROPN" or not page.doc[before].text[0].isupper():
        return False
    low = before
    while low and tree.pos[low - 1] in _NAMING and around[low - 1] is around[candidate.head]:
        low -= 1
    candidate.source = (low, before + 1)
    return True
