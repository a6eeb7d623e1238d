"""The two claims of a relation, as they are written."""

from __future__ import annotations

from pathlib import Path

from claims.partial_date import UNKNOWN_DATE
from tests.db.comparison.related import listed
from tui.cli.relations.pairs import SIDES, claim_of, flat_sides, in_one_line
from tui.session.archive import open_to_read

FARMS = "that the dam at Velmora flooded {} farms below the river Orr"


def test_both_claims_in_every_form(related: Path) -> None:
    [update] = listed(open_to_read(str(related)))
    assert in_one_line(update.left) == f"2023-05-01, Lotte Brenner: {FARMS.format(40)}"
    undated = update.left._replace(published=UNKNOWN_DATE)
    assert in_one_line(undated) == f"Valley news, Lotte Brenner: {FARMS.format(40)}"
    record = claim_of(update.right)
    assert (record["content"], record["speaker"]) == (FARMS.format(52), ["Lotte Brenner"])
    flat = flat_sides(update.left, update.right)
    assert tuple(flat) == SIDES
    assert (flat["left_content"], flat["right_content"]) == (FARMS.format(40), FARMS.format(52))
