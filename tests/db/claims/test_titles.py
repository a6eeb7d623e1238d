"""What an article is called that has no title of its own: the name of its file."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from claims.article import Article, shown_title
from db.analysis.comparison import compare_claims
from db.analysis.facets.facets import Facet, chosen_values, facet_counts
from db.analysis.matrix import count_matrix
from db.claims.find import positions_of
from db.claims.view import open_view
from db.query.model import ClaimQuery
from db.speakers.page import speaker_page
from tests.db.archives import claim, speaker
from tests.db.conftest import on_sqlite
from tests.db.library import shelve

BELL = """The bell of Aldmoor will ring again.

"We missed it every morning," said Runa Feldt, keeper of the town hall.
"""
PATHS = ["/library/towns/bell.txt", "C:\\library\\towns\\bell.txt", "bell.txt"]


@pytest.fixture(params=PATHS)
def untitled(archive: Engine, request: pytest.FixtureRequest) -> Engine:
    """An article without a title, on each backend."""
    keeper = speaker(BELL, "Runa Feldt", "keeper", "town hall", evidence="keeper of the town hall")
    said = claim(BELL, "We missed it every morning", source="Runa Feldt", speakers=[keeper])
    shelve(archive, Article(path=request.param, text=BELL), [said])
    return archive


@on_sqlite
def test_facets_matrix_comparison_and_speaker_call_it_so(untitled: Engine) -> None:
    (facet,) = facet_counts(untitled, Facet.ARTICLE, ClaimQuery()).values
    (chosen,) = chosen_values(untitled, Facet.ARTICLE, ClaimQuery(articles=(facet.key,)))
    (column,) = count_matrix(untitled, ClaimQuery(), "article").columns
    (compared,) = compare_claims(untitled, ClaimQuery(), "article").columns
    (affiliation,) = speaker_page(untitled, "Runa Feldt").affiliations
    (row,) = open_view(untitled, ClaimQuery()).rows(0, 1)
    found = {
        facet.label,
        chosen.label,
        column.label,
        compared.label,
        affiliation.observations[0].article_title,
        shown_title(row.article_title, row.article_path),
    }
    assert found == {"bell.txt"}


@on_sqlite
def test_text_is_found_in_it_as_it_is_shown(untitled: Engine) -> None:
    ids = open_view(untitled, ClaimQuery()).ids
    assert [*positions_of(untitled, ids, "bell.t", ["article"])] == [0]
    assert [*positions_of(untitled, ids, "towns", ["article"])] == []


@pytest.mark.parametrize(("text", "number"), [("bell", 1), ("L.T", 1), ("towns", 0), ("z", 0)])
def test_the_facet_is_narrowed_by_it(untitled: Engine, text: str, number: int) -> None:
    assert facet_counts(untitled, Facet.ARTICLE, ClaimQuery(), text=text).total == number
