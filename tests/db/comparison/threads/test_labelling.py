"""What a thread is called follows what people judge of its claims."""

from __future__ import annotations

from db.analysis.threads import list_threads
from db.query.line import parse_filter
from db.review.actions import claim_numbers, reject, undo
from tests.db.archives import Desk
from tests.db.comparison.threaded import ARTICLES, article
from tests.db.comparison.threads.test_judgements import claim_of
from tests.db.conftest import on_sqlite


@on_sqlite
def test_a_thread_is_called_anew_when_the_claim_that_named_it_is_rejected(desk: Desk) -> None:
    for day in ARTICLES:
        text, *claims = article(day)
        desk.prepare(text, *claims)
        desk.write(f"{day}.txt", text)
    desk.ingest()

    def labels() -> list[str]:
        return [row.label for row in list_threads(desk.engine, parse_filter(""))]

    before = labels()
    naming = before[0]
    (number,) = claim_numbers(desk.engine, [claim_of(desk.engine, naming)])
    reject(desk.engine, [number], "anna")
    assert naming not in labels()
    assert labels()[0].startswith("the dam")
    undo(desk.engine, "anna")
    assert labels() == before
