"""Where the network's contents begin and end, against the marks and the parse."""

from __future__ import annotations

from typing import Final

from claims.extraction.document.candidate import Candidate
from claims.extraction.document.ranges import Range, holds
from claims.extraction.rules.enumerate import Page
from claims.language.word_lists import words

# What leads on to something and ends no content: "an issue that", "the streets of".
_LEADING: Final = frozenset({"DT", "IN", "MD", "TO", "WDT", "WP", "WP$"})
_SUBORDINATE: Final = words("grammar/conjunctions", "opening a clause of its own")
_CLAUSES: Final = frozenset({"clause", "that"})
_AROUND: Final = frozenset({"aside", "insert"})


def close_quotations(page: Page, candidates: list[Candidate]) -> None:
    """Contents that end inside a quotation go to its end, where nothing of another stands."""
    said: list[Candidate | None] = [None] * len(page.doc)
    beside = [False] * len(page.doc)
    for candidate in candidates:
        for low, high in candidate.content:
            said[low:high] = [candidate] * (high - low)
        for low, high in (candidate.cue, candidate.source or candidate.cue):
            beside[low:high] = [True] * (high - low)
    for candidate in candidates:
        ended: list[Range] = []
        for low, high in candidate.content:
            at = page.quote_of[high - 1]
            end = high if at < 0 else page.quotes[at][1]
            others = (said[i] for i in range(high, end))
            if any(beside[high:end]) or any(one not in (None, candidate) for one in others):
                end = high
            if not ended or low >= ended[-1][1]:
                ended.append((low, end))
        candidate.content = ended


def widen(page: Page, candidates: list[Candidate], ruled: list[Candidate]) -> None:
    """Contents that plainly go on become what the rules found for the same cue.

    Args:
        page: The article.
        candidates: By the network.
        ruled: By the rules.
    """
    by_head = {candidate.head: candidate for candidate in ruled if not candidate.dependent}
    for candidate in candidates:
        reading = next((by_head[i] for i in range(*candidate.cue) if i in by_head), None)
        if reading is None or reading.size <= candidate.size:
            continue
        cue = range(*candidate.cue)
        if any(low < cue.stop and cue.start < high for low, high in reading.content):
            continue
        if not all(holds(reading.content, part) for part in candidate.content):
            continue
        if (
            _ends_leading(page, candidate)
            or _goes_on_in_claim(page, candidates, candidate, reading)
            or _lacks_beginning(page, candidate, reading)
        ):
            candidate.content = list(reading.content)


def _ends_leading(page: Page, candidate: Candidate) -> bool:
    """Whether the content breaks off: "the tweets in which"."""
    last = candidate.content[-1][1] - 1
    return page.tree.tag[last] in _LEADING and page.quote_of[last] < 0


def _goes_on_in_claim(
    page: Page, candidates: list[Candidate], candidate: Candidate, reading: Candidate
) -> bool:
    """Whether a claim inside follows after one word: that he was right | when | he said …"""
    if reading.construction not in _CLAUSES:
        return False
    end = candidate.content[-1][1]
    if end >= len(page.tree) or page.tree.lower[end] not in _SUBORDINATE:
        return False
    inside = (
        one
        for one in candidates
        if one is not candidate
        and one.source is not None
        and one.source[0] == end + 1
        and all(holds(reading.content, part) for part in (one.cue, *one.content))
    )
    return any(inside)


def _lacks_beginning(page: Page, candidate: Candidate, reading: Candidate) -> bool:
    """Whether its sentence begins before the cue: When it held, Ruiz said, “we sang.”"""
    if reading.construction not in _AROUND or len(candidate.content) > 1:
        return False
    start, end = candidate.content[0]
    if page.whole_quote((start, end)) is None or start < candidate.cue[1] or end == start + 1:
        return False
    first = (
        candidate.cue[0] if candidate.source is None else min(candidate.cue[0], candidate.source[0])
    )
    return page.doc[start + 1].text[0].islower() and page.tree.lower[first - 1] != "as"
