"""Cue, source and content by rules: constructions found in the parse, weighed by the lexicon.

They tag alone where there are no trained weights, and add to them what those were never taught.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claims.extraction.document.candidate import Piece
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


def rule_pieces(page: Page, where: Sequence[bool] | None = None) -> list[Piece]:
    """Pieces by the rules alone, in order of their cues, at most one a head token.

    Args:
        page: The article.
        where: For each token, whether to look for a cue there; everywhere if None. Transcripts and
            what stands beside quotations are looked at in any case.
    """
    pieces = choose(page, where)
    part(page, pieces)
    sure = [piece for piece in pieces if not piece.dependent]
    pieces += attach_quotations(page, sure, lambda piece: likely(page, piece))
    pieces.sort(key=lambda piece: piece.cue)
    return [piece for piece in pieces if piece.content]


def choose(page: Page, where: Sequence[bool] | None = None) -> list[Piece]:
    """The best reading of each head token, where it is likely enough."""
    best: dict[int, Piece] = {}
    for piece in page.pieces(lexicon().wanted, where):
        if likely(page, piece):
            rival = best.get(piece.head)
            if rival is None or _better(piece, rival):
                best[piece.head] = piece
    return list(best.values())


def _better(piece: Piece, rival: Piece) -> bool:
    """Whether a reading beats another of the same cue: likelier, or nearly so and saying more."""
    if piece.dependent != rival.dependent:
        return rival.dependent
    if _holds(piece, rival):
        return piece.score >= _NEARLY * rival.score
    if _holds(rival, piece):
        return piece.score * _NEARLY > rival.score
    return piece.score > rival.score


def _holds(piece: Piece, other: Piece) -> bool:
    """Whether the content of ``other`` is a proper part of the piece's."""
    if piece.content == other.content:
        return False
    return all(any(a <= c and d <= b for a, b in piece.content) for c, d in other.content)


def likely(page: Page, piece: Piece) -> bool:
    """Sets the piece's score and compares it with the threshold."""
    weights = lexicon()
    if not weights.useful(piece.lemma, piece.construction):
        return False
    around = context(page.tree, piece)
    piece.score = weights.probability(piece.lemma, piece.construction, around)
    if piece.score < THRESHOLD and page.tree.dep[piece.head] == "ccomp":
        # Annotators marked the outermost only, so that the counts are against what is nested.
        around = [name for name in around if not name.startswith("place:")]
        piece.score = weights.probability(piece.lemma, piece.construction, around)
        piece.dependent = True
        return piece.score >= _NESTED_THRESHOLD
    begins = piece.content[0][0]
    quoted = page.quote_of[begins] >= 0 and page.quotes[page.quote_of[begins]][0] == begins
    spoken = quoted or piece.construction == "transcript"
    return piece.score >= (_QUOTED_THRESHOLD if spoken else THRESHOLD)
