"""The details of a claim tell what others are to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import Engine

from claims.partial_date import PartialDate, Precision
from claims.relation import Relation, RelationState
from db.claims.article_page import read_page
from db.claims.model import RelatedClaim
from db.claims.view import open_view
from db.query.line import parse_filter
from tui.core.article_blocks import evidence, page_number

DENIAL = RelatedClaim(
    relation=Relation.DENIES,
    does=False,
    ordered=True,
    score=0.625,
    state=RelationState.SUGGESTED,
    claim_id="c0000000000000001",
    article_id="a00000000001",
    published=PartialDate(date(2023, 5, 2), Precision.DAY),
    names=("Tomas Brandt",),
    content="the dam\nhas not flooded farms",
)


def test_who_denies_and_agrees_with_a_claim_stands_with_its_evidence(archive: Engine) -> None:
    [row] = open_view(archive, parse_filter("")).rows(0, 1)
    page = read_page(archive, row.article_id)
    agreeing = replace(
        DENIAL, relation=Relation.AGREES, state=RelationState.CONFIRMED, names=(), content="it did"
    )
    undated = replace(DENIAL, relation=Relation.REPEATS, published=PartialDate())
    claim = replace(page.claims[0], row=row._replace(relations=(DENIAL, agreeing, undated)))
    told = [block.text for block in evidence(page, claim)]
    assert (
        "denied by  Tomas Brandt, 2023-05-02: the dam has not flooded farms – suggested, 0.62"
        in told
    )
    assert "agrees with –, 2023-05-02: it did" in told
    assert any("Tomas Brandt: the dam has not" in line for line in told)
    assert len(evidence(page, page.claims[0])) == len(told) - 3


def test_the_page_of_a_printed_file_stands_with_the_evidence(archive: Engine) -> None:
    [row] = open_view(archive, parse_filter("")).rows(0, 1)
    page = read_page(archive, row.article_id)
    assert page_number(page, page.claims[0]) == ""
    printed = replace(page, page_starts=(0, page.claims[0].row.content_start, len(page.text)))
    told = [block.text.split() for block in evidence(printed, printed.claims[0])]
    assert ["page", "2", "of", "3"] in told
