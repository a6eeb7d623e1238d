"""Contents without what says nothing: words that only lead on, and nothing but such words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from claims.extraction.document.candidate import PREDICTED, Candidate
from claims.extraction.document.ranges import Range
from claims.extraction.rules.regions import Regions

# Parts of speech of words that tell nothing by themselves, and tags of those that point elsewhere.
_EMPTY: Final = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "PUNCT", "SCONJ", "SPACE"})
_POINTING: Final = frozenset({"WDT", "WP", "WP$", "WRB"})
# What leads on and is left over at the end of a content: "regulations, and", "moves that".
_LEADING: Final = frozenset({"CC", "WDT", "PRP$"})


def tidy(regions: Regions, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates whose contents say something, without what is left over at their edges."""
    kept = []
    for candidate in candidates:
        if candidate.construction == PREDICTED:
            candidate.content = _pieces(regions, candidate.content)
        if any(_says_something(regions, part) for part in candidate.content):
            kept.append(candidate)
    return kept


def _pieces(regions: Regions, content: list[Range]) -> list[Range]:
    """The pieces less what leads on at their ends, and those that only lead on to the next."""
    cut = [_cut(regions, part) for part in content]
    telling = [part for part in cut if not all(_leads_on(regions, i) for i in range(*part))]
    return telling or content


def _cut(regions: Regions, part: Range) -> Range:
    low, high = part
    end = high
    while end - low > 1 and _is_left_over(regions, end - 1):
        end -= 1
        while end - low > 1 and regions.doc[end - 1].is_punct and regions.quote_of[end - 1] < 0:
            end -= 1
    return low, end


def _is_left_over(regions: Regions, i: int) -> bool:
    token = regions.doc[i]
    determiner = token.tag_ == "DT" and token.dep_ == "det"
    return regions.quote_of[i] < 0 and (determiner or token.tag_ in _LEADING)


def _leads_on(regions: Regions, i: int) -> bool:
    token = regions.doc[i]
    empty = token.pos_ in ("ADP", "CCONJ", "SCONJ", "PUNCT", "SPACE") or token.tag_ in _POINTING
    return regions.quote_of[i] < 0 and empty


def _says_something(regions: Regions, part: Range) -> bool:
    """Whether a piece is quoted or has a word that tells something by itself."""
    return any(
        regions.quote_of[i] >= 0
        or (regions.doc[i].pos_ not in _EMPTY and regions.doc[i].tag_ not in _POINTING)
        for i in range(*part)
    )
