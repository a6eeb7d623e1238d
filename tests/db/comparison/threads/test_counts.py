"""What is kept of threads, against what their claims come to, whatever was done."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from typing import Final

import pytest
from sqlalchemy import Engine, select

from claims.article import DatedFact
from claims.partial_date import Precision
from db.analysis.summary import list_articles
from db.articles import undo as of_articles
from db.articles.actions import set_known
from db.articles.delete import delete_articles
from db.comparison.rebuild import rebuild
from db.comparison.threads import judgements as thread_judgements
from db.comparison.threads.counts import miscounted, recount
from db.connection.engine import writing
from db.identity.decisions import merge
from db.ingest.reextract import reextract
from db.keeping.check import verify
from db.migrations.run import downgrade, upgrade
from db.query.grammar import QueryError
from db.query.line import parse_filter
from db.query.tables import article, claim, claim_meaning, thread
from db.review import actions
from db.review.corrections import ReviewError
from db.schema.choices import ArticleField
from tests.db.archives import Desk, PreparedExtractor
from tests.db.comparison.threaded import ARTICLES
from tests.db.comparison.threaded import article as told_on
from tests.db.conftest import on_sqlite

STEPS: Final = 40
COPY: Final = 6
"""The day of an article that is a copy of the first."""
READINGS: Final = [
    f"Gauge {n} beside lock {3 * n} stood {7 * n} centimetres above the mark of {1900 + n}.\n"
    for n in range(60)
]
"""Enough of a text for copies of it to be told."""
EARLY, MONTH = DatedFact(date(2020, 2, 2)), DatedFact(date(2023, 5, 1), Precision.MONTH)
DATES: Final = (DatedFact(), EARLY, MONTH)

Counted = tuple[int, int, int, str, str]


@pytest.fixture
def dam(desk: Desk) -> Desk:
    for day in (*ARTICLES, COPY):
        put(desk, day)
    desk.ingest()
    return desk


def put(desk: Desk, day: int, *, without: int = 0) -> None:
    """Write an article, as another version without some of its claims."""
    text, *claims = told_on(1 if day == COPY else day)
    if day in (1, COPY):
        text += "".join(READINGS)
    if day == COPY:
        text += "Printed again.\n"
    if without:
        text += f"\n{without} were left out.\n"
    desk.prepare(text, *claims[without:])
    desk.write(f"{day}.txt", text)


def computed(engine: Engine) -> dict[int, Counted]:
    """What threads have, read claim by claim."""
    with engine.connect() as connection:
        rows = connection.execute(
            select(
                *(claim_meaning.c.thread_id, article.c.id, article.c.story_id),
                *(article.c.published, article.c.published_precision),
            )
            .join(claim, claim.c.id == claim_meaning.c.claim_id)
            .join(article, article.c.id == claim.c.article_id)
            .where(claim.c.current, claim.c.review != "rejected")
        ).all()
    members = defaultdict(list)
    for number, *rest in rows:
        members[number].append(rest)
    found = {}
    for number, several in members.items():
        days = sorted(f"{day} {known}" for _, _, day, known in several if day) or [""]
        articles = {row[0] for row in several}
        stories = {row[1] or row[0] for row in several}
        found[number] = len(several), len(articles), len(stories), days[0], days[-1]
    return found


def kept(engine: Engine) -> dict[int, Counted]:
    """What is kept of the threads that have something."""
    own = thread.c
    with engine.connect() as connection:
        rows = connection.execute(
            select(
                *(own.id, own.claims, own.articles, own.stories),
                *(own.first_said, own.first_precision, own.last_said, own.last_precision),
            ).where(own.claims > 0)
        ).all()
    return {
        row[0]: (
            *row[1:4],
            *(f"{day} {known}" if day else "" for day, known in (row[4:6], row[6:])),
        )
        for row in rows
    }


class Hands:
    """People at work: each method does something to an archive, or finds that it cannot."""

    def __init__(self, desk: Desk, chance: random.Random) -> None:
        self.desk, self.engine, self.chance = desk, desk.engine, chance

    def some(self) -> list[int]:
        """Numbers of claims that show."""
        with self.engine.connect() as connection:
            ids = connection.scalars(select(claim.c.id).where(claim.c.current).order_by("id")).all()
        return self.chance.sample(list(ids), min(2, len(ids)))

    def pair(self) -> tuple[str, str]:
        with self.engine.connect() as connection:
            ids = select(claim.c.public_id).where(claim.c.id.in_(self.some()))
            one, other = connection.scalars(ids)
        return one, other

    def an_article(self) -> str:
        with self.engine.connect() as connection:
            ids = connection.scalars(select(article.c.public_id).order_by("id")).all()
        return str(self.chance.choice(ids))

    def reject(self) -> None:
        actions.reject(self.engine, self.some(), "ines")

    def accept(self) -> None:
        actions.accept(self.engine, self.some(), "ines")

    def reopen(self) -> None:
        actions.reopen(self.engine, self.some(), "ines")

    def undo_review(self) -> None:
        actions.undo(self.engine, "ines")

    def redo_review(self) -> None:
        actions.redo(self.engine, "ines")

    def join(self) -> None:
        thread_judgements.join(self.engine, *self.pair(), "ines")

    def part(self) -> None:
        thread_judgements.part(self.engine, *self.pair(), "ines")

    def undo_thread(self) -> None:
        thread_judgements.undo(self.engine, None, "ines")

    def date(self) -> None:
        known = {ArticleField.PUBLISHED: self.chance.choice(DATES)}
        set_known(self.engine, {self.an_article(): known}, "ines")

    def undo_date(self) -> None:
        of_articles.undo(self.engine, "ines")

    def merge(self) -> None:
        merge(self.engine, "Lotte Brenner", ["Tomas Brandt"], "ines")

    def delete(self) -> None:
        delete_articles(self.engine, [self.an_article()], "ines")

    def ingest(self) -> None:
        put(self.desk, self.chance.choice((*ARTICLES, COPY)), without=self.chance.choice((0, 1)))
        self.desk.ingest()

    def reextract(self) -> None:
        prepared = {
            text: claims[self.chance.choice((0, 0, 1)) :]
            for text, claims in self.desk.extractor.prepared.items()
        }
        extractor = PreparedExtractor(prepared, model_version="2.0")
        rows = list_articles(self.engine, parse_filter(""))
        reextract(self.engine, rows, lambda: extractor, everything=True)

    def compare(self) -> None:
        rebuild(self.engine)


DEEDS: Final[tuple[Callable[[Hands], None], ...]] = (
    *(Hands.reject, Hands.reject, Hands.accept, Hands.reopen, Hands.undo_review, Hands.redo_review),
    *(Hands.join, Hands.part, Hands.undo_thread, Hands.date, Hands.date, Hands.undo_date),
    *(Hands.merge, Hands.delete, Hands.ingest, Hands.ingest, Hands.reextract, Hands.compare),
)


def test_whatever_is_done_the_counts_are_those_of_the_claims(dam: Desk) -> None:
    hands, done = Hands(dam, random.Random(1)), set()
    assert kept(dam.engine) == computed(dam.engine) != {}
    for _ in range(STEPS):
        deed = hands.chance.choice(DEEDS)
        try:
            deed(hands)
        except (QueryError, ReviewError):
            continue
        done.add(deed)
        assert kept(dam.engine) == computed(dam.engine), deed
    assert len(done) > len(set(DEEDS)) // 2
    assert verify(dam.engine) == []


@on_sqlite
def test_a_copy_is_counted_among_articles_and_not_among_stories(dam: Desk) -> None:
    assert max(kept(dam.engine).values())[:3] == (4, 4, 3)


def test_stories_are_counted_anew_as_an_article_joins_them_and_is_deleted(desk: Desk) -> None:
    parts = {1: READINGS[:30], 3: READINGS[30:], 4: READINGS}
    stories = []
    for day, lines in parts.items():
        text, *claims = told_on(day)
        text += "".join(lines)
        desk.prepare(text, *claims)
        desk.ingest(desk.write(f"{day}.txt", text))
        stories.append(max(kept(desk.engine).values())[:3])
    assert stories == [(1, 1, 1), (2, 2, 2), (2, 2, 1)]
    with desk.engine.connect() as connection:
        last = connection.scalars(select(article.c.public_id).order_by(article.c.id.desc())).first()
    assert last is not None
    delete_articles(desk.engine, [last], "ines")
    assert max(kept(desk.engine).values())[:3] == (2, 2, 2)


def test_what_is_miscounted_is_found_and_counted_anew(dam: Desk) -> None:
    right = kept(dam.engine)
    with writing(dam.engine) as connection:
        connection.execute(thread.update().values(claims=9, first_said=None))
        wrong = miscounted(connection)
        assert {number for number, _ in wrong} >= {*right}
        recount(connection, [number for number, _ in wrong])
        assert miscounted(connection) == []
    assert kept(dam.engine) == right


@on_sqlite
def test_counts_are_made_when_an_archive_of_before_is_opened(dam: Desk) -> None:
    right = kept(dam.engine)
    downgrade(dam.engine, "0020")
    upgrade(dam.engine)
    assert kept(dam.engine) == right
    assert verify(dam.engine) == []
