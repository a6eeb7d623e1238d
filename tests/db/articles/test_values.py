"""What is known of articles, as values."""

from __future__ import annotations

from db.articles.actions import cleared, set_known
from db.articles.undo import history
from db.keeping.check import verify
from db.schema.choices import ArticleField
from tests.db.archives import Desk
from tests.db.articles.correcting import MAY, correct, rows


def test_every_field_shows_what_was_set(shelf: Desk) -> None:
    correct(
        shelf.engine,
        "ferry.txt",
        title="Ferries lose",
        outlet="Coast Weekly",
        byline=("A. Örn", "B. Lind"),
        published=MAY,
        url="https://coast.example/ferries",
    )
    row = rows(shelf.engine)["ferry.txt"]
    assert (row.title, row.outlet, row.byline) == (
        "Ferries lose",
        "Coast Weekly",
        ("A. Örn", "B. Lind"),
    )
    assert (row.published.as_known, row.evidence) == ("2023-06", "set by ines")
    assert row.url == "https://coast.example/ferries"
    assert row.corrected == tuple(ArticleField)
    assert verify(shelf.engine) == []


def test_cleared_and_unchanged_values(shelf: Desk) -> None:
    harbour = rows(shelf.engine)["harbour.txt"].article_id
    wanted = cleared([ArticleField.BYLINE, ArticleField.PUBLISHED])
    set_known(shelf.engine, {harbour: wanted}, "ines")
    row = rows(shelf.engine)["harbour.txt"]
    assert (row.byline, row.published.as_known) == ((), "")
    assert set_known(shelf.engine, {harbour: wanted}, "ines").article_ids == ()
    assert len(history(shelf.engine)) == 2
