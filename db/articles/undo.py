"""Undoing and redoing what a person set of articles, and the history of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import Connection, Engine, Row, select

from db.articles.actions import Decided, append, check_there, deciding
from db.articles.values import Change, Value, as_read_of, decode, in_words, known_of
from db.connection.reading import reading
from db.query.model import QueryError
from db.query.tables import shown_title
from db.schema import core as schema
from db.schema.articles import ArticleEvent, ArticleStep
from db.schema.choices import ArticleAction, ArticleField
from db.sql.steps import HistoryEvent, mark_undone, step_to_turn


@dataclass(frozen=True, slots=True)
class ArticleHistory:
    """What happened to an article, by its public id and as it is called."""

    article_id: str
    article: str
    event: HistoryEvent


def undo(engine: Engine, who: str) -> Decided:
    """Undo the last step of a person that is not undone.

    Raises:
        QueryError: There is none, or a value was changed since; nothing changes.
        ArchiveError: The database failed; nothing changes.
    """
    return _turn(engine, who, ArticleAction.UNDO)


def redo(engine: Engine, who: str) -> Decided:
    """Do again what a person undid last, unless that person did something else since. As `undo`."""
    return _turn(engine, who, ArticleAction.REDO)


def history(engine: Engine, article_id: str | None = None) -> list[ArticleHistory]:
    """What was set of one article by its public id, or of all, in order.

    Raises:
        QueryError: There is no such article.
        ArchiveError: The database failed.
    """
    if article_id is not None:
        check_there(engine, [article_id])
    step, event, article = ArticleStep, ArticleEvent, schema.Article
    of = step.__table__.alias("of_step")
    asked = (
        select(
            step,
            of.c.action.label("of_action"),
            event,
            article.public_id,
            shown_title().label("name"),
        )
        .join(event, event.step_id == step.id)
        .join(article, article.id == event.article_id)
        .outerjoin(of, of.c.id == step.of_id)
        .order_by(step.id, event.ordinal)
    )
    if article_id is not None:
        asked = asked.where(article.public_id == article_id)
    with reading(engine) as connection:
        return [_history(row) for row in connection.execute(asked)]


def _history(row: Row[tuple[object, ...]]) -> ArticleHistory:
    field = ArticleField(row.field)
    event = HistoryEvent(
        when=row.created_at,
        who=row.who,
        what=row.action if row.of_action is None else f"{row.action} {row.of_action}",
        field=field,
        before=in_words(decode(field, row.before)),
        after=in_words(decode(field, row.after)),
        why=row.why,
        undone=row.undone,
    )
    return ArticleHistory(row.public_id, row.name, event)


def _turn(engine: Engine, who: str, turn: ArticleAction) -> Decided:
    undoing = turn is ArticleAction.UNDO
    with deciding(engine, who) as connection:
        found = step_to_turn(connection, ArticleStep, who.strip(), undoing=undoing)
        if found is None:
            raise QueryError(f"there is nothing to {turn.value}")
        number, action = found
        changes = _turned(connection, number, undoing=undoing)
        done = append(connection, turn, changes, who, None, of_id=number)
        mark_undone(connection, ArticleStep, number, undone=undoing)
    return replace(done, action=ArticleAction(action), undone=undoing, redone=not undoing)


def _turned(connection: Connection, step: int, *, undoing: bool) -> list[Change]:
    """What the articles of a step show once it is turned around.

    Raises:
        QueryError: One shows something else than the step left it with.
    """
    event = ArticleEvent
    rows = connection.execute(
        select(
            event.article_id,
            event.field,
            event.before,
            event.after,
            event.before_set,
            event.after_set,
        )
        .where(event.step_id == step)
        .order_by(event.ordinal)
    ).all()
    articles = {row.article_id for row in rows}
    shown, read = known_of(connection, articles), as_read_of(connection, articles)
    changes = []
    for ident, name, before, after, before_set, after_set in rows:
        field = ArticleField(name)
        left, left_set, wanted, is_set = (
            (after, after_set, before, before_set)
            if undoing
            else (before, before_set, after, after_set)
        )
        now: Value = shown[ident][field]
        if left_set != ((ident, field) in read) or (left_set and now != decode(field, left)):
            raise QueryError(f"{field.value} was changed since; nothing was changed back")
        value = decode(field, wanted)
        if not is_set:
            # As the page says now, which may have been read again since.
            value = read.get((ident, field), value)
        changes.append(Change(ident, field, value, is_set))
    return changes
