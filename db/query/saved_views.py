"""Views that users saved: a name for a filter line, with the columns to show it in."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Connection, Engine, delete, insert, select, update

from claims.language.folding import fold
from db.connection.engine import writing
from db.connection.errors import archive_errors
from db.connection.reading import reading
from db.query.line import parse_filter
from db.query.model import OLDEST_FIRST, ClaimQuery, QueryError
from db.schema.saved_views import SavedView as Saved

LONGEST_NAME: Final = 100


class ViewError(QueryError):
    """A saved view that cannot be had or made; the message is one line for the user."""


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view that was saved.

    Args:
        name: As its user wrote it; names that differ in case and accents only are the same.
        line: The filter line.
        layout: The columns, as the program that saved them writes them; None for the usual ones.
        changed_at: When it was last saved.
    """

    name: str
    line: str
    layout: str | None
    changed_at: datetime

    @property
    def query(self) -> ClaimQuery:
        """What it has, in the order of files unless it says otherwise.

        Raises:
            ViewError: It was saved by a version that had other filters.
        """
        return self.asked()

    def asked(self, order: str = OLDEST_FIRST) -> ClaimQuery:
        """What it has.

        Args:
            order: What to sort by where it does not say.

        Raises:
            ViewError: It was saved by a version that had other filters.
        """
        try:
            return parse_filter(self.line, order)
        except QueryError as error:
            raise ViewError(f"saved view “{self.name}”: {error}") from error


def saved_views(engine: Engine) -> list[SavedView]:
    """All saved views, by name.

    Raises:
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        rows = connection.execute(_VIEWS.order_by(Saved.name_key)).all()
    return [SavedView(*row) for row in rows]


def saved_view(engine: Engine, name: str) -> SavedView:
    """The view of a name.

    Raises:
        ViewError: There is none.
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        row = connection.execute(_VIEWS.where(Saved.name_key == _key(name))).first()
        if row is None:
            raise _unknown(connection, name)
    return SavedView(*row)


def save_view(
    engine: Engine, name: str, line: str, layout: str | None = None, *, replace: bool = False
) -> None:
    """Keep a filter line under a name.

    Args:
        engine: Of the archive.
        name: With a letter or digit in it.
        line: As `parse_filter` reads it.
        layout: As in `SavedView`.
        replace: A view of that name may be replaced.

    Raises:
        ViewError: The name is taken or none.
        ArchiveError: The database failed.
    """
    key, now = _key(name), datetime.now(UTC)
    values = {"name": name.strip(), "line": line, "layout": layout, "changed_at": now}
    with archive_errors(engine), writing(engine) as connection:
        if _known(connection, key):
            if not replace:
                raise ViewError(f"there is a view “{name.strip()}” already")
            connection.execute(update(Saved).where(Saved.name_key == key).values(values))
        else:
            connection.execute(insert(Saved), {**values, "name_key": key, "created_at": now})


def keep_layout(engine: Engine, name: str, layout: str | None) -> None:
    """Keep other columns with a view; nothing happens if it is gone.

    Raises:
        ArchiveError: The database failed.
    """
    with archive_errors(engine), writing(engine) as connection:
        connection.execute(update(Saved).where(Saved.name_key == _key(name)).values(layout=layout))


def rename_view(engine: Engine, name: str, to: str) -> None:
    """Give a view another name.

    Raises:
        ViewError: There is no such view, or one has that name already.
        ArchiveError: The database failed.
    """
    before, after = _key(name), _key(to)
    with archive_errors(engine), writing(engine) as connection:
        if not _known(connection, before):
            raise _unknown(connection, name)
        if after != before and _known(connection, after):
            raise ViewError(f"there is a view “{to.strip()}” already")
        connection.execute(
            update(Saved)
            .where(Saved.name_key == before)
            .values(name=to.strip(), name_key=after, changed_at=datetime.now(UTC))
        )


def delete_view(engine: Engine, name: str) -> None:
    """Forget a view.

    Raises:
        ViewError: There is none of that name.
        ArchiveError: The database failed.
    """
    with archive_errors(engine), writing(engine) as connection:
        if not _known(connection, _key(name)):
            raise _unknown(connection, name)
        connection.execute(delete(Saved).where(Saved.name_key == _key(name)))


_VIEWS: Final = select(Saved.name, Saved.line, Saved.layout, Saved.changed_at)


def _key(name: str) -> str:
    key = fold(name)
    if not key:
        raise ViewError("the name of a view needs a letter or a digit")
    if len(name) > LONGEST_NAME:
        raise ViewError(f"the name of a view has at most {LONGEST_NAME} characters")
    return key


def _known(connection: Connection, key: str) -> bool:
    return connection.scalar(select(Saved.id).where(Saved.name_key == key)) is not None


def _unknown(connection: Connection, name: str) -> ViewError:
    names = list(connection.scalars(select(Saved.name).order_by(Saved.name_key)))
    near = difflib.get_close_matches(name, names, n=1) or names[:1]
    hint = f"; did you mean “{near[0]}”?" if near else "; none is saved yet"
    return ViewError(f"there is no saved view “{name}”{hint}")
