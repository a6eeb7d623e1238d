"""Articles of a namesake."""

from __future__ import annotations

from db.analysis.summary import list_articles
from db.identity.decisions import split_articles
from db.identity.undo import undo
from db.ingest.reextract import reextract
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from db.speakers.page import speaker_page
from tests.db.archives import Desk
from tests.db.identity.named import names
from tests.db.identity.newsroom import Newsroom


def test_articles_of_a_namesake_are_split_off_and_stay_so_after_reextraction(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("John Reed", "baker", "Bread Guild"))
    room.article(("John Reed", "pilot", "Cloud Air"))
    second = list_articles(desk.engine, parse_filter("org:cloud"))[0].article_id

    done = split_articles(desk.engine, "John Reed", [second], "ines")
    assert names(desk) == {"John Reed", "John Reed (2)"}

    desk.extractor.model_version = "2.0"
    stored = list_articles(desk.engine, ClaimQuery())
    assert reextract(desk.engine, stored, lambda: desk.extractor, compares=False).reextracted == 2
    assert names(desk) == {"John Reed", "John Reed (2)"}
    room.article(("John Reed", "chief pilot", "Cloud Air"))
    assert speaker_page(desk.engine, "John Reed (2)").articles == 2

    undo(desk.engine, done.number, "ines")
    assert "John Reed" in names(desk)
    assert speaker_page(desk.engine, "John Reed").articles >= 2
