"""Cues that the parse puts inside another's content though they go on with the same speaker.

"Ito told the paper that prices “will rise,” adding that …", "he said it was late and warned that
…": the second cue is the first speaker's, and what follows it is no part of the first content.
"""

from __future__ import annotations

from typing import Final

from claims.extraction.document.candidate import Candidate
from claims.extraction.rules.enumerate import Page
from claims.language.word_lists import words

_SURE: Final = 0.4
# Of a conjunction of these inside a report, the speaker is who the report is about.
_ATTITUDES: Final = words("cues/attitudes")


def part(page: Page, candidates: list[Candidate]) -> None:
    """Shortens contents that run on into the next cue of the same speaker, and gives it to him."""
    tree = page.tree
    outer = [p for p in candidates if page.quote_of[p.head] < 0]
    for later in outer:
        if later.score < _SURE:
            continue
        edge = _edge(page, later)
        if edge is None:
            continue
        for earlier in outer:
            if earlier is later or earlier.cue[0] > edge:
                continue
            low, high = earlier.content[-1]
            if earlier.cue[1] <= low < edge < high and tree.first[low] == tree.first[later.head]:
                kept = page.trim((low, edge))
                if kept is not None:
                    earlier.content[-1] = kept
                    later.source = earlier.source


def _edge(page: Page, later: Candidate) -> int | None:
    """Where the later cue's own words begin, if it goes on without a subject of its own."""
    tree, head = page.tree, later.head
    before = later.cue[0] - 1
    if before < 0 or tree.kid(head, "nsubj", "nsubjpass") is not None:
        return None
    closes = page.quote_of[before] >= 0 and page.quotes[page.quote_of[before]][1] == before + 1
    if tree.tag[head] == "VBG" and tree.dep[head] == "advcl":
        return later.cue[0] if closes or tree.lower[before] == "," else None
    if tree.dep[head] == "conj" and tree.pos[before] == "CCONJ" and _finite(page, later):
        return None if tree.lemma[head] in _ATTITUDES else before
    return None


def _finite(page: Page, candidate: Candidate) -> bool:
    tree = page.tree
    if tree.tag[candidate.head] in ("VBD", "VBZ", "VBP"):
        return True
    return any(
        tree.tag[i] in ("MD", "VBD", "VBZ", "VBP") for i in range(candidate.cue[0], candidate.head)
    )
