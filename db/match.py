"""Search text to each database's full-text condition, with one meaning on both."""

from __future__ import annotations

from sqlalchemy import (
    ColumnElement,
    Dialect,
    Integer,
    Select,
    and_,
    column,
    false,
    func,
    literal_column,
    not_,
    or_,
    select,
    table,
)

from db.fulltext import CONFIGURATION, TextIndex, without_accents
from db.schema import Base
from db.search_text import Alternative, Term, parse_search


def matches(index: TextIndex, text: str, dialect: Dialect) -> Select[tuple[int]]:
    """Ids of the indexed rows whose words match; none, if the text has no word to look for."""
    ids = Base.metadata.tables[index.table].c.id
    alternatives = parse_search(text)
    if not alternatives:
        return select(ids).where(false())
    if dialect.name == "sqlite":
        return _on_sqlite(index, alternatives)
    return select(ids).where(or_(*(_on_postgresql(index, one) for one in alternatives)))


def _on_sqlite(index: TextIndex, alternatives: tuple[Alternative, ...]) -> Select[tuple[int]]:
    """One MATCH where it can be; FTS5 has no "anything but", so that is asked of the table."""
    if all(one.wanted for one in alternatives):
        return _fts5(index, " OR ".join(f"({_fts5_query(one)})" for one in alternatives))
    ids = Base.metadata.tables[index.table].c.id
    return select(ids).where(or_(*(_fts5_condition(index, one, ids) for one in alternatives)))


def _fts5_condition(
    index: TextIndex, one: Alternative, ids: ColumnElement[int]
) -> ColumnElement[bool]:
    if one.wanted:
        return ids.in_(_fts5(index, _fts5_query(one)))
    return ids.not_in(_fts5(index, " OR ".join(map(_fts5_term, one.unwanted))))


def _fts5(index: TextIndex, query: str) -> Select[tuple[int]]:
    fts = table(index.fts, column("rowid", Integer))
    return select(fts.c.rowid).where(column(index.fts, is_literal=True).op("MATCH")(query))


def _fts5_query(one: Alternative) -> str:
    wanted = " AND ".join(map(_fts5_term, one.wanted))
    if not one.unwanted:
        return wanted
    return f"({wanted}) NOT ({' OR '.join(map(_fts5_term, one.unwanted))})"


def _fts5_term(term: Term) -> str:
    """Words hold no quotation mark, so a quoted string of them is always well-formed."""
    return f'"{" ".join(term.words)}"{"*" if term.prefix else ""}'


def _on_postgresql(index: TextIndex, one: Alternative) -> ColumnElement[bool]:
    wanted = [_found(index, term) for term in one.wanted]
    return and_(*wanted, *(not_(_found(index, term)) for term in one.unwanted))


def _found(index: TextIndex, term: Term) -> ColumnElement[bool]:
    """Words hold letters and digits only, so the query text is always well-formed."""
    words = " <-> ".join(f"'{without_accents(word)}'" for word in term.words)
    query = func.to_tsquery(
        literal_column(f"'{CONFIGURATION}'::regconfig"), f"{words}{':*' if term.prefix else ''}"
    )
    return index.vector.op("@@", is_comparison=True)(query)
