"""Quotations without a cue of their own: they go on with what was said before."""

from __future__ import annotations

from typing import Final

from claims.extraction.document.candidate import Candidate
from claims.extraction.rules.regions import Regions

_ENDS: Final = frozenset(".!?…:")


def link_quotations(regions: Regions, candidates: list[Candidate]) -> None:
    """Adds each floating quotation to the content of the candidate that it continues.

    A quotation floats where it holds a sentence and lies in no candidate's content. It continues
    the candidate that quotes right before it, in its paragraph or at the end of the one before;
    failing that, the one whose sentence ends right before it, or the one that follows if its own
    marks say that it goes on.
    """
    owner: list[Candidate | None] = [None] * len(regions.quotes)
    for candidate in candidates:
        for low, high in candidate.content:
            for at in {regions.quote_of[low], regions.quote_of[high - 1]} - {-1}:
                owner[at] = candidate
    candidates = sorted(
        candidates, key=lambda candidate: max(candidate.cue[1], candidate.content[-1][1])
    )
    previous: list[int] = []
    for start, end in regions.paragraphs:
        here = [at for at, quote in enumerate(regions.quotes) if start <= quote[0] < end]
        for at in here:
            if owner[at] is None and _is_speech(regions, at, start):
                found = _before(regions, at, start, candidates, owner, previous)
                if found is not None:
                    owner[at] = found
                    found.content = sorted([*found.content, regions.quotes[at]])
        previous = here
    _backwards(regions, owner)


def _backwards(regions: Regions, owner: list[Candidate | None]) -> None:
    """A quotation that its marks leave open belongs to whoever closes it."""
    for at in range(len(regions.quotes) - 2, -1, -1):
        following = owner[at + 1]
        if regions.outer[at].continues and owner[at] is None and following is not None:
            owner[at] = following
            following.content = sorted([regions.quotes[at], *following.content])


def _before(
    regions: Regions,
    at: int,
    start: int,
    candidates: list[Candidate],
    owner: list[Candidate | None],
    previous: list[int],
) -> Candidate | None:
    if at and regions.outer[at - 1].continues and owner[at - 1] is not None:
        return owner[at - 1]
    last = at
    while regions.outer[last].continues and last + 1 < len(owner):
        last += 1
    if last > at and owner[last] is not None:
        return None  # whoever closes it says all of it
    low = regions.quotes[at][0]
    same = [p for p in candidates if p.cue[0] >= start and max(p.cue[1], p.content[-1][1]) <= low]
    quoting = [p for p in same if _quotes(regions, p)]
    if quoting:
        return quoting[-1]
    if same and same[-1].source is not None and _sentence_before(regions, same[-1], low):
        return same[-1]
    if low == start and previous and owner[previous[-1]] is not None:
        return owner[previous[-1]]
    return None


def _sentence_before(regions: Regions, candidate: Candidate, low: int) -> bool:
    """Whether the candidate ends the sentence right before token ``low``."""
    last = max(candidate.cue[1], candidate.content[-1][1])
    between = [regions.doc[i].text for i in range(last, low)]
    return sum(text[-1] in _ENDS for text in between) <= 1


def _waits(regions: Regions, at: int) -> bool:
    """Whether a quotation ends with a comma: its own cue follows, found or not."""
    return regions.doc[regions.quotes[at][1] - 2].text == ","


def _quotes(regions: Regions, candidate: Candidate) -> bool:
    return any(regions.quote_of[i] >= 0 for low, high in candidate.content for i in (low, high - 1))


def _is_speech(regions: Regions, at: int, start: int) -> bool:
    """Whether the quotation is a sentence and not a title or a phrase in scare quotes."""
    low, high = regions.quotes[at]
    if low > start and not _ends_sentence(regions, low - 1):
        return False
    if _waits(regions, at):
        return False
    first = regions.doc[min(low + 1, high - 1)].text
    return high - low > 4 and (first[0].isupper() or not first[0].isalpha())


def _ends_sentence(regions: Regions, i: int) -> bool:
    text = regions.doc[i].text
    if regions.quote_of[i] >= 0 and i:
        text = regions.doc[i - 1].text
    return text[-1] in _ENDS or text.isspace()
