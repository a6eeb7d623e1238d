"""What was set of an article outlives a new reading."""

from __future__ import annotations

from db.analysis.summary import list_articles
from db.articles.undo import undo
from db.ingest.reextract import reextract
from db.query.model import ClaimQuery
from tests.db.archives import Desk
from tests.db.articles.correcting import MAY, correct, rows
from tests.db.conftest import on_sqlite
from tests.db.stories import HARBOUR


def test_it_survives_a_changed_file_and_undo_gives_what_is_read_now(shelf: Desk) -> None:
    correct(shelf.engine, "harbour.txt", published=MAY, title="The wall")
    shelf.write("harbour.txt", HARBOUR.replace("May 3, 2023", "May 4, 2023"))
    shelf.ingest()
    harbour = rows(shelf.engine)["harbour.txt"]
    assert (harbour.title, harbour.published.as_known) == ("The wall", "2023-06")
    assert harbour.byline == ("Ines Kovač",)
    undo(shelf.engine, "ines")
    assert rows(shelf.engine)["harbour.txt"].published.as_known == "2023-05-04"


@on_sqlite
def test_it_survives_reextraction(shelf: Desk) -> None:
    correct(shelf.engine, "ferry.txt", published=MAY, byline=("A. Örn",))
    articles = list_articles(shelf.engine, ClaimQuery())
    reextract(shelf.engine, articles, lambda: shelf.extractor, everything=True, compares=False)
    ferry = rows(shelf.engine)["ferry.txt"]
    assert (ferry.published.as_known, ferry.byline) == ("2023-06", ("A. Örn",))
