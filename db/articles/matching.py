"""Finding the articles that a table or names of files tell something of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, or_, select

from db.articles.actions import Decided, Wanted, append, deciding
from db.articles.values import Change, as_read_of, encode
from db.connection.reading import reading
from db.schema import core as schema
from db.schema.articles import ArticleEvent, ArticleStep
from db.schema.choices import ArticleAction, ArticleField
from db.sql.chunks import chunks_of

_AT_ONCE: Final = 400


@dataclass(frozen=True, slots=True)
class Description:
    """What a row of a table, or the name of a file, tells of an article.

    Args:
        where: Names the row.
        path: Absolute, of the article's file; None if it is found by its address.
    """

    where: str
    path: str | None
    url: str | None
    values: Wanted = field(default_factory=dict)


def find_described(engine: Engine, descriptions: Sequence[Description]) -> list[int | None]:
    """The number of the article that each row is about; None where there is none.

    Raises:
        ArchiveError: The database failed.
    """
    article = schema.Article
    by_path: dict[str, int] = {}
    by_url: dict[str, int] = {}
    with reading(engine) as connection:
        for some in chunks_of(descriptions, _AT_ONCE):
            paths = {name for one in some if one.path for name in _names(one.path)}
            urls = {one.url for one in some if one.url}
            rows = connection.execute(
                select(article.id, article.path, article.key, article.url).where(
                    or_(article.path.in_(paths), article.key.in_(paths), article.url.in_(urls))
                )
            )
            for number, path, key, url in rows:
                by_path |= {path: number, key: number}
                by_url.setdefault(url or "", number)
    return [_match(one, by_path, by_url) for one in descriptions]


def apply_descriptions(
    engine: Engine, descriptions: Mapping[int, Wanted], who: str, action: ArticleAction
) -> Decided:
    """Have articles show what a table or their files' names tell, in one step.

    What the same kind of step said before, and was not undone, is not said again: a correction made
    since stays. Names of files fill in only what nobody set.

    Args:
        engine: Of the archive, open for writing.
        descriptions: Numbers of articles with what they are to show.
        who: In whose name.
        action: `TABLE` or `NAME`.

    Raises:
        QueryError: A value cannot be stored; nothing changes.
        ArchiveError: The database failed; nothing changes.
    """
    with deciding(engine, who) as connection:
        said = _said(connection, descriptions, action)
        taken = as_read_of(connection, descriptions) if action is ArticleAction.NAME else {}
        changes = [
            Change(number, name, value)
            for number, values in descriptions.items()
            for name, value in values.items()
            if (number, name, encode(value)) not in said and (number, name) not in taken
        ]
        return append(connection, action, changes, who, None)


def _said(
    connection: Connection, numbers: Iterable[int], action: ArticleAction
) -> set[tuple[int, ArticleField, str]]:
    event, step = ArticleEvent, ArticleStep
    found: set[tuple[int, ArticleField, str]] = set()
    for some in chunks_of(sorted(numbers), _AT_ONCE):
        asked = (
            select(event.article_id, event.field, event.after)
            .join(step, step.id == event.step_id)
            .where(event.article_id.in_(some), step.action == action)
        )
        if action is ArticleAction.TABLE:
            asked = asked.where(step.undone.is_(False))
        rows = connection.execute(asked)
        found |= {(number, ArticleField(name), after) for number, name, after in rows}
    return found


def _names(path: str) -> tuple[str, ...]:
    """A path as it is, and with links followed."""
    try:
        return path, str(Path(path).resolve())
    except (OSError, RuntimeError):
        return (path,)


def _match(one: Description, by_path: Mapping[str, int], by_url: Mapping[str, int]) -> int | None:
    if one.path is not None:
        return next((by_path[name] for name in _names(one.path) if name in by_path), None)
    return None if one.url is None else by_url.get(one.url)
