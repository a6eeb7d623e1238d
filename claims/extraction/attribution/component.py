"""Cue, source and content of each attribution in tokens: the network's, and what rules add.

The network was taught one level of attribution and newspaper prose; rules know the lines of a
transcript, the name under a quotation and who is quoted by whom.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from claims.extraction.attribution.content_boundaries import close_quotations, widen
from claims.extraction.attribution.reassign_contents import give_back
from claims.extraction.document.analysis import analysis
from claims.extraction.document.candidate import MARKED, Piece
from claims.extraction.document.prediction import Marked
from claims.extraction.document.ranges import Range, holds
from claims.extraction.parsing.repair import mend
from claims.extraction.rules.enumerate import Page
from claims.extraction.rules.inner_quotations import inner_pieces, named_speakers
from claims.extraction.rules.select import rule_pieces
from claims.extraction.rules.verbs import bare_piece

# What the network overlooks or takes for something else, and rules tell by its form.
_BY_FORM: Final = frozenset({"transcript", "signature"})
_LEADING: Final = frozenset({"det", "amod", "compound", "nummod", "poss"})
_FARTHEST: Final = 6
_LONGEST_PREDICATE: Final = 5


@Language.component("claims_tagging")
def tagging(doc: Doc) -> Doc:
    """Sets the article's pieces, cues in text order."""
    mend(doc)
    page, known = Page(doc), analysis(doc)
    known.pieces = rule_pieces(page) if known.marked is None else join(page, known.marked)
    return doc


def join(page: Page, marked: list[Marked]) -> list[Piece]:
    """The network's pieces, those of the rules by form, and those of the rules inside contents."""
    pieces = [piece for one in marked if (piece := _piece(page, one)) is not None]
    close_quotations(page, pieces)
    pieces = give_back(page, pieces)
    ruled = rule_pieces(page, _to_read(page, pieces))
    widen(page, pieces, ruled)
    by_form = [piece for piece in ruled if piece.construction in _BY_FORM]
    taken = _covered(page, by_form)
    kept = [piece for piece in pieces if not _mostly(taken, piece)]
    inside = [one for one in _inside(page, kept, ruled) if one.construction not in _BY_FORM]
    for piece in by_form:
        piece.dependent = False
    return sorted([*kept, *by_form, *inside], key=lambda piece: piece.cue)


def _inside(page: Page, kept: list[Piece], ruled: list[Piece]) -> list[Piece]:
    """What the rules found in the contents of pieces, or in quotations that may become content."""
    around = _around(page, kept)
    cues = {i for piece in kept for i in range(*piece.cue)}
    better = [*inner_pieces(page), *named_speakers(page, around)]
    by_head = {piece.head: piece for piece in [*ruled, *better]}
    found = []
    for piece in by_head.values():
        outer = around[piece.cue[0]]
        quoted = page.quote_of[piece.cue[0]] >= 0
        piece.dependent = quoted if outer is None else _lies_in(outer, piece)
        if piece.dependent and piece.head not in cues:
            found.append(piece)
    return found


def _to_read(page: Page, pieces: list[Piece]) -> list[bool]:
    """For each token, whether rules look for a cue there: in cues, contents and quotations."""
    covered = _covered(page, pieces)
    return [own or quote >= 0 for own, quote in zip(covered, page.quote_of, strict=True)]


def _around(page: Page, pieces: Iterable[Piece]) -> list[Piece | None]:
    """For each token, the piece in whose content it is."""
    around: list[Piece | None] = [None] * len(page.doc)
    for piece in pieces:
        for low, high in piece.content:
            around[low:high] = [piece] * (high - low)
    return around


def _covered(page: Page, pieces: Iterable[Piece]) -> list[bool]:
    """For each token, whether it is in the content or the cue of a piece."""
    covered = [False] * len(page.doc)
    for piece in pieces:
        for low, high in [*piece.content, piece.cue]:
            covered[low:high] = [True] * (high - low)
    return covered


def _piece(page: Page, marked: Marked) -> Piece | None:
    """The network's attribution, cut to the paragraphs; None where nothing of it stands in one."""
    cues, sources = page.spoken(marked.cue), page.spoken(marked.source) if marked.source else []
    said = (one for part in marked.content for one in page.spoken(part))
    parts = [part for one in said if (part := page.trim(one))]
    content = [part for part in parts if cues and _is_near(page, cues[0], part)]
    if not content:
        return None
    cue = _with_predicate(page, cues[0], content[0])
    head = next((i for i in range(*cue) if not cue[0] <= page.tree.head[i] < cue[1]), cue[0])
    source = _beside(page, head, cue, _whole(page, sources[0], cue)) if sources else None
    return Piece(head, "", MARKED, cue, source, content, marked.confidence)


def _is_near(page: Page, cue: Range, content: Range) -> bool:
    """Whether content is not in a title, dek or heading that its cue is not in."""
    line = page.line_of(content[0])
    return line is None or line == page.line_of(cue[0])


def _with_predicate(page: Page, cue: Range, content: Range) -> Range:
    """The cue with what is said of an "it" that was marked alone: "It is unclear whether …"."""
    alone = cue[1] == cue[0] + 1 and page.tree.lower[cue[0]] == "it"
    if alone and cue[1] < content[0] <= cue[1] + _LONGEST_PREDICATE:
        return cue[0], content[0]
    return cue


def _whole(page: Page, source: Range, cue: Range) -> Range:
    """The source to the noun that it leads to, where it ends before: "the" in "the two men"."""
    low, high = source
    tree = page.tree
    while tree.dep[high - 1] in _LEADING and high <= tree.head[high - 1] < high + _FARTHEST:
        after = tree.head[high - 1] + 1
        if low < cue[0] < after or page.quote_of[after - 1] != page.quote_of[low]:
            break
        high = after
    return page.trim((low, high)) or source


def _mostly(taken: list[bool], piece: Piece) -> bool:
    own = [taken[i] for low, high in piece.content for i in range(low, high)]
    return sum(own) > len(own) / 2


def _beside(page: Page, head: int, cue: Range, source: Range) -> Range:
    """The cue's own subject right before it, for a source in another paragraph."""
    elsewhere = page.paragraph_of(source[0]) != page.paragraph_of(cue[0])
    if not elsewhere or not page.tree.is_verb(head):
        return source
    subject = bare_piece(page.tree, head).source
    own = subject and page.trim(page.outside(subject, page.quote_of[head]))
    return own if own and own[1] == cue[0] else source


def _lies_in(outer: Piece, piece: Piece) -> bool:
    return all(holds(outer.content, part) for part in (piece.cue, *piece.content))
