"""What is found by comparing (stories, topics, threads, relations), each in itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    case,
    delete,
    func,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.orm import aliased

from claims.comparison import stories
from claims.relation import RelationState
from db.comparison.threads.counts import miscounted, recount
from db.comparison.threads.labelling import relabel
from db.comparison.threads.threads import regroup
from db.keeping.problems import Mend, Problem
from db.schema import core as schema
from db.schema.comparison.quotations import ClaimQuotation, Quotation
from db.schema.comparison.relations import ClaimRelation, RelationJudgement
from db.schema.comparison.stories import ArticleCopy, ArticleSample, ArticleShingle
from db.schema.comparison.threads import (
    ClaimMeaning,
    Thread,
    ThreadJudgement,
    ThreadLabel,
)
from db.schema.comparison.topics import ClaimPhrase, Phrase


def check_stories(connection: Connection) -> Iterator[Problem]:
    """Each compared article is in the story of its copies, whose first it is or follows."""
    article, sample, text = schema.Article, ArticleSample, schema.ArticleText
    first = aliased(schema.Article)
    astray = connection.execute(
        select(article.id, article.public_id)
        .outerjoin(sample, sample.article_id == article.id)
        .outerjoin(first, first.id == article.story_id)
        .where(
            or_(
                article.story_id.is_(None) != sample.article_id.is_(None),
                first.story_id != article.story_id,
                article.story_id > article.id,
            )
        )
        .order_by(article.id)
    )
    for ident, public_id in astray:
        yield Problem(f"article {public_id}", "is not in a story", Mend(_group_stories, ident))
    copied = select(ArticleCopy.left_id).where(
        or_(ArticleCopy.left_id == article.id, ArticleCopy.right_id == article.id)
    )
    alone = select(article.id, article.public_id).where(
        article.story_id != article.id, ~copied.exists()
    )
    for ident, public_id in connection.execute(alone.order_by(article.id)):
        what = "is in a story though it is no copy"
        yield Problem(f"article {public_id}", what, Mend(_group_stories, ident))
    left, right = aliased(schema.Article), aliased(schema.Article)
    parted = connection.execute(
        select(left.public_id, right.public_id)
        .select_from(ArticleCopy)
        .join(left, left.id == ArticleCopy.left_id)
        .join(right, right.id == ArticleCopy.right_id)
        .where(left.story_id.is_distinct_from(right.story_id))
        .order_by(left.id, right.id)
    )
    for one, other in parted:
        what = f"is not in the story of its copy {other}"
        yield Problem(f"article {one}", what, Mend(_group_stories, one))
    outdated = connection.execute(
        select(article.public_id)
        .join(sample, sample.article_id == article.id)
        .join(text, text.id == sample.text_id)
        .where(or_(~text.current, text.article_id != article.id))
        .order_by(article.id)
    )
    for (public_id,) in outdated:
        what = "was compared by a text that does not show"
        yield Problem(f"article {public_id}", what, compares=True)


def _group_stories(connection: Connection, _: Sequence[Any]) -> None:
    """Put all that was compared into the stories that copies make."""
    table = schema.Article
    compared = set(connection.scalars(select(ArticleSample.article_id)))
    copies = connection.execute(select(ArticleCopy.left_id, ArticleCopy.right_id)).all()
    story_of = {
        member: min(group)
        for group in stories(compared, [(a, b) for a, b in copies if compared >= {a, b}])
        for member in group
    }
    for ident, story in connection.execute(select(table.id, table.story_id)).all():
        if story != story_of.get(ident):
            right = update(table).where(table.id == ident)
            connection.execute(right.values(story_id=story_of.get(ident)))
    recount(connection)


def check_topics(connection: Connection) -> Iterator[Problem]:
    """Every phrase counts as some topic."""
    for (public_id,) in connection.execute(
        select(Phrase.public_id).where(Phrase.topic_id.is_(None)).order_by(Phrase.id)
    ):
        yield Problem(f"phrase {public_id}", "is of no topic", Mend(_own_topics))


def _own_topics(connection: Connection, _: Sequence[Any]) -> None:
    connection.execute(update(Phrase).where(Phrase.topic_id.is_(None)).values(topic_id=Phrase.id))


def check_threads(connection: Connection) -> Iterator[Problem]:
    """Claims are in threads that live, called as somebody said, and apart as people judged."""
    yield from _in_dead_threads(connection)
    yield from _leading_on(connection)
    yield from _misnamed(connection)
    yield from _together_though_judged_apart(connection)


def _in_dead_threads(connection: Connection) -> Iterator[Problem]:
    dead = connection.execute(
        select(schema.Claim.public_id, Thread.public_id, Thread.id)
        .join(ClaimMeaning, ClaimMeaning.claim_id == schema.Claim.id)
        .join(Thread, Thread.id == ClaimMeaning.thread_id)
        .where(Thread.merged_into.is_not(None))
        .order_by(schema.Claim.id)
    )
    for claim, thread, ident in dead:
        what = f"is in {thread}, which is one with another"
        yield Problem(f"claim {claim}", what, Mend(_go_on, ident))


def _leading_on(connection: Connection) -> Iterator[Problem]:
    into = aliased(Thread)
    chained = connection.execute(
        select(Thread.public_id, Thread.id)
        .join(into, into.id == Thread.merged_into)
        .where(into.merged_into.is_not(None))
        .order_by(Thread.id)
    )
    for thread, ident in chained:
        what = "leads to a thread that leads on"
        yield Problem(f"thread {thread}", what, Mend(_go_on, ident))


def _misnamed(connection: Connection) -> Iterator[Problem]:
    live = select(ThreadLabel.label).where(
        ThreadLabel.thread_id == Thread.id, ThreadLabel.retired_at.is_(None)
    )
    said = live.scalar_subquery()
    misnamed = connection.execute(
        select(Thread.public_id, Thread.id)
        .where(
            or_(
                Thread.labelled != live.exists(),
                and_(Thread.labelled, Thread.label.is_distinct_from(said)),
            )
        )
        .order_by(Thread.id)
    )
    for thread, ident in misnamed:
        what = "is not called as somebody said"
        yield Problem(f"thread {thread}", what, Mend(relabel, ident))


def _together_though_judged_apart(connection: Connection) -> Iterator[Problem]:
    left, right = aliased(schema.Claim), aliased(schema.Claim)
    one, other = aliased(ClaimMeaning), aliased(ClaimMeaning)
    together = connection.execute(
        select(left.public_id, right.public_id, one.thread_id)
        .select_from(ThreadJudgement)
        .join(left, and_(left.public_id == ThreadJudgement.left_claim, left.current))
        .join(right, and_(right.public_id == ThreadJudgement.right_claim, right.current))
        .join(one, one.claim_id == left.id)
        .join(other, other.claim_id == right.id)
        .where(
            ThreadJudgement.retired_at.is_(None),
            ~ThreadJudgement.same,
            one.thread_id == other.thread_id,
        )
        .order_by(left.id, right.id)
    )
    for first, second, shared in together:
        what = f"is in one thread with {second}, which somebody judged not the same"
        yield Problem(f"claim {first}", what, Mend(_regroup, shared))


def check_counts(connection: Connection) -> Iterator[Problem]:
    """What is kept of threads is what their claims come to."""
    for ident, public_id in miscounted(connection):
        yield Problem(f"thread {public_id}", "is not counted right", Mend(recount, ident))


def _go_on(connection: Connection, _: Sequence[int]) -> None:
    """Have what leads to a thread that is one with another lead to where that leads."""
    leads = {
        row[0]: row[1]
        for row in connection.execute(
            select(Thread.id, Thread.merged_into).where(Thread.merged_into.is_not(None))
        )
    }
    for old in leads:
        end, passed = leads[old], {old}
        while end in leads and end not in passed:
            passed.add(end)
            end = leads[end]
        connection.execute(update(Thread).where(Thread.id == old).values(merged_into=end))
        of_it = update(ClaimMeaning).where(ClaimMeaning.thread_id == old)
        connection.execute(of_it.values(thread_id=end))
    recount(connection)


def _regroup(connection: Connection, those: Sequence[int]) -> None:
    regroup(connection, set(those))


def check_relations(connection: Connection) -> Iterator[Problem]:
    """Each relation is as people judged it last."""
    left, right, judged = aliased(schema.Claim), aliased(schema.Claim), RelationJudgement
    table = ClaimRelation.__table__.c
    rows = connection.execute(
        select(
            table.left_id, table.right_id, left.public_id, right.public_id, table.state, _state()
        )
        .select_from(ClaimRelation)
        .join(left, left.id == table.left_id)
        .join(right, right.id == table.right_id)
        .outerjoin(
            judged,
            and_(
                judged.retired_at.is_(None),
                or_(
                    and_(
                        judged.left_claim == left.public_id, judged.right_claim == right.public_id
                    ),
                    and_(
                        judged.left_claim == right.public_id, judged.right_claim == left.public_id
                    ),
                ),
            ),
        )
        .where(table.state != _state())
        .order_by(table.left_id, table.right_id)
    )
    for left_id, right_id, one, other, shown, state in rows:
        mend = Mend(_write_state, (left_id, right_id, state))
        yield Problem(f"relation of {one} and {other}", f"is {shown}, judged {state}", mend)


def _state() -> ColumnElement[str]:
    judged = RelationJudgement
    return case(
        (judged.id.is_(None), literal(RelationState.SUGGESTED.value)),
        (judged.confirmed, literal(RelationState.CONFIRMED.value)),
        else_=literal(RelationState.DISMISSED.value),
    )


def _write_state(connection: Connection, those: Sequence[tuple[int, int, str]]) -> None:
    table = ClaimRelation
    for left, right, state in those:
        pair = and_(table.left_id == left, table.right_id == right)
        connection.execute(update(table).where(pair).values(state=state))


def check_orphans(connection: Connection) -> Iterator[Problem]:
    """Words and samples that nothing has any more."""
    for which, (table, unused) in enumerate(_unused()):
        number = connection.scalar(select(func.count()).select_from(table).where(unused)) or 0
        if number:
            what = f"{number} that nothing has any more"
            yield Problem(table.__tablename__, what, Mend(_drop_unused, which))


def _unused() -> tuple[tuple[Any, ColumnElement[bool]], ...]:
    other = aliased(Phrase)
    return (
        (
            Phrase,
            and_(
                ~select(ClaimPhrase.claim_id).where(ClaimPhrase.phrase_id == Phrase.id).exists(),
                ~select(other.id)
                .where(other.topic_id == Phrase.id, other.id != Phrase.id)
                .exists(),
            ),
        ),
        (
            Quotation,
            ~select(ClaimQuotation.claim_id)
            .where(ClaimQuotation.quotation_id == Quotation.id)
            .exists(),
        ),
        (
            ArticleShingle,
            ~select(ArticleSample.article_id)
            .where(ArticleSample.article_id == ArticleShingle.article_id)
            .exists(),
        ),
    )


def _drop_unused(connection: Connection, those: Sequence[int]) -> None:
    for which in those:
        table, unused = _unused()[which]
        connection.execute(delete(table).where(unused))
