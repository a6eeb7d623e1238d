"""What a dossier or report is called where nobody says so: what was asked for, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy import Connection, Table, select

from db.analysis.matrix.links import labelled
from db.query.identified import ARTICLE, ENTITY, THREAD, TOPIC, id_in, identified, label_of
from db.query.model import ClaimQuery
from db.query.sentence import sentence
from db.query.tables import article, entity, phrase, thread

_FORMS: Final = {"speaker": ENTITY, "article": ARTICLE, "thread": THREAD, "topic": TOPIC}
_TABLES: Final[Mapping[str, Table]] = {
    "speaker": entity,
    "article": article,
    "thread": thread,
    "topic": phrase,
}


def title_of(connection: Connection, query: ClaimQuery | None, ids: Sequence[int] | None) -> str:
    """A title for the claims of a query, or for chosen ones."""
    if ids is not None:
        return "Chosen claims"
    title = sentence(_with_labels(connection, query or ClaimQuery()))
    return title[:1].upper() + title[1:]


def _with_labels(connection: Connection, query: ClaimQuery) -> ClaimQuery:
    """The same query, with what is asked for by an id alone called by its name."""

    def named(of: str, values: Sequence[str]) -> tuple[str, ...]:
        return tuple(_labelled(connection, of, value) for value in values)

    return replace(
        query,
        speakers=named("speaker", query.speakers),
        organizations=named("speaker", query.organizations),
        articles=named("article", query.articles),
        threads=named("thread", query.threads),
        topics=named("topic", query.topics),
    )


def _labelled(connection: Connection, of: str, value: str) -> str:
    ident, table = id_in(value, _FORMS[of]), _TABLES[of]
    if ident is None or label_of(value) != ident:
        return value
    key = connection.scalar(select(table.c.id).where(table.c.public_id == ident))
    return value if key is None else identified(labelled(connection, of, [key])[key].label, ident)
