"""Public ids, which what they name gives; those of claims are checked with their texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, Select, select
from sqlalchemy.orm import Mapped

from claims.claim import SpeakerKind
from db.keeping.problems import Problem
from db.schema import core as schema
from db.schema.comparison.relations import RelationJudgement
from db.schema.comparison.threads import Thread, ThreadJudgement
from db.schema.comparison.topics import Phrase
from db.schema.identity import Entity
from db.schema.public_ids import article_public_id, entity_public_id, phrase_public_id
from db.schema.review import ReviewEvent

_AT_ONCE: Final = 1000

_OF_THREAD: Final = re.compile(r"t[0-9a-f]{16}")
"""What began a thread need not be in it any more, so that only the form of its id is known."""


def check_ids(connection: Connection) -> Iterator[Problem]:
    """Public ids are those that texts and words give, or look like some; claims are there that are
    told by theirs."""
    article, text, entity = schema.Article, schema.ArticleText, Entity
    first = select(article.public_id, text.sha256, article.key).join(text)
    for public_id, sha256, key in _rows(connection, first.where(text.version == 1)):
        if public_id not in (article_public_id(sha256), article_public_id(sha256, key)):
            yield Problem(f"article {public_id}", "does not have the id of its first text")
    named = select(entity.kind, entity.name_key, entity.namesake, entity.public_id)
    for kind, key, namesake, public_id in _rows(connection, named):
        if entity_public_id(SpeakerKind(kind), key, namesake) != public_id:
            yield Problem(f"entity {public_id}", f"does not have the id of {key!r}")
    for key, public_id in _rows(connection, select(Phrase.key, Phrase.public_id)):
        if phrase_public_id(key) != public_id:
            yield Problem(f"phrase {public_id}", f"does not have the id of {key!r}")
    for (public_id,) in _rows(connection, select(Thread.public_id)):
        if not _OF_THREAD.fullmatch(public_id):
            yield Problem(f"thread {public_id}", "does not have the id of one")
    yield from _of_no_claim(connection)


def _of_no_claim(connection: Connection) -> Iterator[Problem]:
    """What people judged of claims that are not there."""
    known = select(schema.Claim.public_id)
    for table, number, *sides in (
        (ReviewEvent, ReviewEvent.step_id, ReviewEvent.public_id),
        (ThreadJudgement, ThreadJudgement.id, *_sides(ThreadJudgement)),
        (RelationJudgement, RelationJudgement.id, *_sides(RelationJudgement)),
    ):
        for told in sides:
            astray = select(number, told).where(told.not_in(known)).order_by(number)
            for ident, public_id in connection.execute(astray):
                where = f"{table.__tablename__} {ident}"
                yield Problem(where, f"is of claim {public_id}, which is not there")


def _sides(table: type[ThreadJudgement | RelationJudgement]) -> tuple[Mapped[str], Mapped[str]]:
    return table.left_claim, table.right_claim


def _rows(connection: Connection, statement: Select[*tuple[Any, ...]]) -> Iterator[Any]:
    yield from connection.execute(statement.execution_options(yield_per=_AT_ONCE))
