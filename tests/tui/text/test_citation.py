"""Claims as text to take away."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from claims.partial_date import UNKNOWN_DATE
from db.claims.view import ClaimRow, open_view
from db.query.model import ClaimQuery
from tui.text.citation import cells, citation, quote


@pytest.fixture
def rows(archive: Engine) -> list[ClaimRow]:
    view = open_view(archive, ClaimQuery())
    return view.rows(0, len(view))


def test_a_quote_is_what_stands_in_the_article(rows: list[ClaimRow]) -> None:
    assert quote(rows[2]) == "“Waiting has a cost as well,”"


def test_a_citation_tells_who_as_whom_where_and_when(rows: list[ClaimRow]) -> None:
    assert citation(rows[0]) == (
        "“A pipeline is a marriage, and nobody wants to marry in a hurry,”, Ilya Morozov, "
        "senior fellow, Institute for Steppe Studies, in Northern Courier, "
        "“Pipeline talks stall over price”, 2023-03-21"
    )


def test_a_paraphrase_is_not_cited_as_a_quotation(rows: list[ClaimRow]) -> None:
    told = "“the route has not been surveyed” (reported, not quoted), Ministry of Transport, "
    assert citation(rows[4]).startswith(told)
    assert "” (quoted in part)" in citation(rows[0]._replace(type="mixed"))


def test_what_is_not_known_is_left_out(rows: list[ClaimRow]) -> None:
    bare = rows[5]._replace(
        outlet=None, article_title=None, published=UNKNOWN_DATE, speakers=(), source=""
    )
    assert citation(bare) == (
        "“Freight through the crossing doubled last year” (reported, not quoted), "
        "in border-town.txt"
    )


def test_cells_are_those_of_the_export(rows: list[ClaimRow]) -> None:
    found = cells(rows[0])
    assert found["speaker"] == "Ilya Morozov"
    assert found["organization"] == "Institute for Steppe Studies"
    assert found["published"] == "2023-03-21"
    assert "" not in found.values()
