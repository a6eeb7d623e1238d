"""Relations of claims as entries to read: those of one claim, and those of any two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db.analysis.relations import RelationRow
from db.claims.view import ClaimRow
from tui.compare.claim_column import Entry
from tui.core.article_blocks import claim_heading, speaking
from tui.widgets.lines.blocks import Block, Mark


def relation_entries(own: ClaimRow, found: Sequence[RelationRow]) -> Iterator[Entry]:
    """A claim, then those that relate to it, each with how it does and which words led to it.

    Args:
        own: The claim.
        found: Its relations, in the order to read them.
    """
    yield Entry(_claim(own))
    for one in found:
        does = one.right.id == own.id
        other = one.left if does else one.right
        yield Entry((_relation(one, other, does=does), *_claim(other)), other)


def pair_entries(found: Sequence[RelationRow]) -> Iterator[Entry]:
    """Two entries for each relation: the claim that has it, then the one that it is to.

    Args:
        found: In the order to read them.
    """
    for one in found:
        yield Entry((_relation(one, one.right, does=True), *_claim(one.right)), one.right)
        yield Entry(_claim(one.left), one.left)


def _relation(one: RelationRow, beside: ClaimRow, *, does: bool) -> Block:
    line = one.relation.in_words(does=does, ordered=one.ordered)
    sure = f"{one.state.value}, {one.score:.2f}"
    words = ", ".join(one.evidence)
    parts = [line, sure, f"by the words {words}" if words else ""]
    return Block(" · ".join(part for part in parts if part), style="note", claim=beside.id)


def _claim(row: ClaimRow) -> tuple[Block, ...]:
    name = speaking(row)
    speaker = Block(name, (Mark(0, len(name), "speaker"),), claim=row.id, gap=0)
    return speaker, claim_heading(row), Block(row.content, claim=row.id)
