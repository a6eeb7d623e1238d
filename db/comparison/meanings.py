"""What claims mean, as an archive stores it: vectors of their texts, marks and signs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Connection, Engine, bindparam, delete, select, update
from sqlalchemy.orm import aliased

from claims.article import Article
from claims.claim import SEPARATOR, Span
from claims.comparison.meaning import Statement, marks_of
from claims.comparison.meaning.article_statements import (
    ClaimInArticle,
    as_compared,
    mentions_in,
    statements_of,
)
from claims.comparison.meaning.statement import Text
from claims.comparison.meaning.storage import is_whole
from claims.comparison.meaning.vectors import Both, texts_of
from claims.comparison.meaning.vectors import vectors_of as made_vectors
from claims.comparison.threads import Points, Row, packed_wordings
from claims.comparison.threads.candidates import signs_of
from claims.comparison.words import hashed
from claims.engines.encoding import Encoded
from claims.extraction.parallel import usable_cores
from db.claims.as_named import names_as_given
from db.comparison.encodings import encoding, known_encoding
from db.comparison.lock import Progress, one_at_a_time
from db.connection.engine import writing
from db.schema import core as schema
from db.schema.choices import SpanPart
from db.schema.comparison.threads import ClaimMeaning, TextVector
from db.sql.chunks import chunks, chunks_of
from db.sql.id_list import among_given
from db.sql.insert import add, add_numbered, insert_all

Vectors = Mapping[Text, Both]
"""What texts mean, packed, by text."""

Keys = tuple[int, int]
"""What the two vectors of a text are stored under."""

NONE_MADE: Final[Vectors] = MappingProxyType({})

_ARTICLES: Final = 20
"""Articles whose claims are given meanings in one transaction."""

_PARTS: Final = (SpanPart.CONTENT, SpanPart.SOURCE)


# Made once: for the claims of an article, writing a statement takes longer than running it.
_CLAIMS: Final = (
    select(schema.Claim.id, schema.Claim.text_id, schema.Claim.cue, schema.Claim.source)
    .where(among_given(schema.Claim.article_id), schema.Claim.current)
    .order_by(schema.Claim.id)
)
_PIECES: Final = (
    select(
        *(schema.ClaimSpan.claim_id, schema.ClaimSpan.part),
        *(schema.ClaimSpan.start, schema.ClaimSpan.end),
    )
    .where(
        among_given(schema.ClaimSpan.claim_id),
        schema.ClaimSpan.part.in_(bindparam("parts", expanding=True)),
    )
    .order_by(schema.ClaimSpan.claim_id, schema.ClaimSpan.ordinal)
)
_TEXTS: Final = select(schema.ArticleText.id, schema.ArticleText.text).where(
    among_given(schema.ArticleText.id)
)
_FULL: Final = aliased(TextVector)
_CONTENT: Final = aliased(TextVector)
_POINTS: Final = (
    select(
        *(ClaimMeaning.claim_id, _FULL.vector, _CONTENT.vector),
        *(ClaimMeaning.numbers, ClaimMeaning.attitude, ClaimMeaning.wordings),
    )
    .join(_FULL, _FULL.id == ClaimMeaning.full_id)
    .join(_CONTENT, _CONTENT.id == ClaimMeaning.content_id)
    .where(among_given(ClaimMeaning.claim_id), ClaimMeaning.encoding_id == bindparam("encoding"))
    .order_by(ClaimMeaning.claim_id)
)
_STORED: Final = select(
    *(ClaimMeaning.claim_id, ClaimMeaning.full_id),
    *(ClaimMeaning.content_id, ClaimMeaning.wordings),
).where(among_given(ClaimMeaning.claim_id))
_VECTORS: Final = select(TextVector.key, TextVector.id, TextVector.vector).where(
    TextVector.encoding_id == bindparam("encoding"),
    TextVector.key.in_(bindparam("keys", expanding=True)),
)


def read_statements(
    connection: Connection, articles: Sequence[int], wanted: Collection[int] | None = None
) -> dict[int, Statement]:
    """The claims of articles that show, as they are compared, by number.

    Args:
        connection: To the archive.
        articles: Their numbers.
        wanted: Only these of their claims; None for all.
    """
    rows = connection.execute(_CLAIMS, {"ids": articles}).all()
    ids = [row.id for row in rows]
    names = names_as_given(connection, ids)
    if wanted is None:
        pieces = _pieces(connection, ids, _PARTS)
    else:
        # Of the others only who says them is asked: they tell whom pronouns mean.
        pieces = _pieces(connection, ids, [SpanPart.SOURCE])
        pieces |= _pieces(connection, [id_ for id_ in ids if id_ in wanted], [SpanPart.CONTENT])
    texts = _texts(connection, {row.text_id for row in rows})
    stated = {
        row.id: ClaimInArticle(
            pieces.get((row.id, SpanPart.CONTENT), ()),
            pieces.get((row.id, SpanPart.SOURCE), ()),
            row.cue.replace(SEPARATOR, " "),
            row.source,
            names[row.id],
        )
        for row in rows
    }
    of_text: dict[int, list[ClaimInArticle]] = defaultdict(list)
    for row in rows:
        of_text[row.text_id].append(stated[row.id])
    mentions = {number: mentions_in(claims) for number, claims in of_text.items()}
    return {
        row.id: as_compared(texts[row.text_id], stated[row.id], mentions[row.text_id])
        for row in rows
        if wanted is None or row.id in wanted
    }


def with_lacking(engine: Engine, article: Article, found: Encoded) -> Vectors:
    """The vectors of claims that are about to be stored: those that were made with them, and those
    that were not and are not stored yet.

    They are made here, before a transaction that writes, so that nobody waits for them.

    Args:
        engine: Of an archive.
        article: Which has the claims.
        found: In it.
    """
    if found.vectors:
        # Whoever makes some makes all that the claims say by themselves.
        return found.vectors
    said = statements_of(article.text, found.claims)
    with engine.connect() as connection:
        lacking = _lacking(connection, said)
    return made_vectors(lacking)


def made_of(engine: Engine, articles: Sequence[int], threads: int = 1) -> Vectors:
    """Vectors of what the claims of articles say now, where they are not stored yet.

    Args:
        engine: Of an archive.
        articles: Their numbers.
        threads: How many make them.
    """
    with engine.connect() as connection:
        lacking = _lacking(connection, read_statements(connection, articles).values())
    return made_vectors(lacking, threads)


def store_meanings(
    connection: Connection, statements: Mapping[int, Statement], made: Vectors = NONE_MADE
) -> list[int]:
    """Store what claims mean, where that is not stored as they are now; those that say nothing
    have no meaning.

    Args:
        connection: In a transaction that writes.
        statements: The claims, by number, as `read_statements` gives them.
        made: Vectors that are made already; others that are lacking are made.

    Returns:
        The claims of which it was not, in order.
    """
    vectors = vectors_of(connection, statements.values(), made)
    stored = _stored(connection, statements)
    number = encoding(connection)
    new: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    gone: list[int] = []
    for claim, said in statements.items():
        if said.text not in vectors:
            gone += [claim] * (claim in stored)
            continue
        (full_id, full), (content_id, content) = vectors[said.text]
        marks = marks_of(said)
        wordings = packed_wordings(marks)
        if stored.get(claim) == (full_id, content_id, wordings):
            continue
        values = {
            "full_id": full_id,
            "content_id": content_id,
            "numbers": marks.numbers,
            "attitude": marks.attitude,
            "signs": signs_of(full, content),
            "wordings": wordings,
            "encoding_id": number,
        }
        if claim in stored:
            changed.append({"ident": claim, **values})
        else:
            new.append({"claim_id": claim, **values})
    table = ClaimMeaning
    add(connection, insert_all(table), new)
    for chunk in chunks(gone):
        connection.execute(delete(table).where(table.claim_id.in_(chunk)))
    for chunk in chunks(sorted(stored)):
        of_them = update(table).where(table.claim_id.in_(chunk), table.due)
        connection.execute(of_them.values(due=False))
    if changed:
        of_it = table.__table__.c.claim_id == bindparam("ident")
        connection.execute(update(table).where(of_it), changed)
    return sorted([row["claim_id"] for row in new] + [row["ident"] for row in changed] + gone)


def make_meanings(engine: Engine, progress: Progress) -> None:
    """Have what all claims mean stored as they show now, a few articles at a time.

    Stopped halfway, what was made stays: nobody sees it until threads are made of it.

    Args:
        engine: Of an archive that is open for writing.
        progress: Told of articles.
    """
    text, table, claim = schema.ArticleText, ClaimMeaning, schema.Claim
    with engine.connect() as connection:
        articles = connection.scalars(
            select(text.article_id).where(text.current).order_by(text.article_id)
        ).all()
    done = 0
    threads = usable_cores()
    for some in chunks_of(articles, _ARTICLES):
        made = made_of(engine, some, threads)
        with writing(engine) as connection:
            one_at_a_time(connection)
            gone = select(claim.id).where(claim.article_id.in_(some), claim.current.is_(False))
            connection.execute(delete(table).where(table.claim_id.in_(gone)))
            store_meanings(connection, read_statements(connection, some), made)
        done += len(some)
        progress(done, len(articles))
    with writing(engine) as connection:
        used = select(table.full_id).union(select(table.content_id))
        connection.execute(delete(TextVector).where(TextVector.id.not_in(used)))


def read_points(connection: Connection, claims: Collection[int]) -> Points:
    """Claims as threads see them; those without vectors by the present weights are left out.

    Args:
        connection: To the archive.
        claims: Their numbers.
    """
    return Points.of(read_rows(connection, claims))


def read_rows(connection: Connection, claims: Collection[int]) -> list[Row]:
    """What `read_points` makes points of, in order of their numbers."""
    number = known_encoding(connection)
    rows: list[Row] = []
    for chunk in chunks(sorted(claims)):
        # All at once: row by row takes twice as long.
        found = connection.execute(_POINTS, {"ids": chunk, "encoding": number}).all()
        rows += [Row(*row) for row in found]
    return rows


def vectors_of(
    connection: Connection, statements: Iterable[Statement], made: Vectors = NONE_MADE
) -> dict[Text, tuple[tuple[int, bytes], tuple[int, bytes]]]:
    """Both vectors of the texts of statements that say something, by text, each with the number
    that it is stored under; those that are not stored, or not whole, are stored anew.

    Args:
        connection: In a transaction that writes.
        statements: Whose.
        made: Vectors that are made already.
    """
    keys = _keys_of(statements, made)
    number = encoding(connection)
    found, damaged = _known_vectors(connection, keys.values(), number)
    lacking = [text for text, both in keys.items() if not found.keys() >= {*both}]
    if lacking:
        vectors = {**made_vectors(text for text in lacking if text not in made), **made}
        new = {
            key: vector
            for text in lacking
            for key, vector in zip(keys[text], vectors[text], strict=True)
            if key not in found
        }
        again = {key: new.pop(key) for key in [*new] if key in damaged}
        found |= _store_vectors(connection, number, new)
        found |= _replace_vectors(connection, damaged, again)
    return {text: (found[whole], found[content]) for text, (whole, content) in keys.items()}


def _store_vectors(
    connection: Connection, number: int, new: Mapping[int, bytes]
) -> dict[int, tuple[int, bytes]]:
    rows = [{"encoding_id": number, "key": key, "vector": vector} for key, vector in new.items()]
    ids = add_numbered(connection, TextVector, rows)
    return {key: (ident, new[key]) for ident, key in zip(ids, new, strict=True)}


def _replace_vectors(
    connection: Connection, ids: Mapping[int, int], again: Mapping[int, bytes]
) -> dict[int, tuple[int, bytes]]:
    rows = [{"ident": ids[key], "vector": vector} for key, vector in again.items()]
    if rows:
        of_it = TextVector.__table__.c.id == bindparam("ident")
        connection.execute(update(TextVector).where(of_it), rows)
    return {key: (ids[key], vector) for key, vector in again.items()}


def _lacking(connection: Connection, statements: Iterable[Statement]) -> list[Text]:
    """The texts of statements of which a vector is not stored, or not whole."""
    keys = _keys_of(statements)
    number = known_encoding(connection)
    known = {} if number is None else _known_vectors(connection, keys.values(), number)[0]
    return [text for text, both in keys.items() if not known.keys() >= {*both}]


def _keys_of(statements: Iterable[Statement], made: Vectors = NONE_MADE) -> dict[Text, Keys]:
    """The texts of statements with what their vectors are stored under; that of a content depends
    on what stands before it."""
    return {
        text: (
            hashed([text.whole], "vector"),
            hashed([str(text.content_at), text.whole], "content"),
        )
        for text in texts_of(statements, made)
    }


def _known_vectors(
    connection: Connection, keys: Iterable[Keys], number: int
) -> tuple[dict[int, tuple[int, bytes]], dict[int, int]]:
    """Number and vector of those that are stored of some, by key, and the numbers of those that are
    not whole; by weights and form of a number."""
    found: dict[int, tuple[int, bytes]] = {}
    damaged: dict[int, int] = {}
    for chunk in chunks(sorted({key for both in keys for key in both})):
        for key, ident, vector in connection.execute(_VECTORS, {"encoding": number, "keys": chunk}):
            if is_whole(vector):
                found[key] = ident, vector
            else:
                damaged[key] = ident
    return found, damaged


def _stored(
    connection: Connection, claims: Iterable[int]
) -> dict[int, tuple[int, int, bytes | None]]:
    """The numbers of the vectors of claims that have some, and their wordings."""
    found: dict[int, tuple[int, int, bytes | None]] = {}
    for chunk in chunks(sorted(claims)):
        for claim, full, content, wordings in connection.execute(_STORED, {"ids": chunk}).all():
            found[claim] = full, content, wordings
    return found


def _pieces(
    connection: Connection, claims: Collection[int], parts: Sequence[SpanPart]
) -> dict[tuple[int, SpanPart], list[Span]]:
    part_of = {part.value: part for part in parts}
    found: dict[tuple[int, SpanPart], list[Span]] = defaultdict(list)
    for chunk in chunks(sorted(claims)):
        # All at once: row by row takes twice as long.
        rows = connection.execute(_PIECES, {"ids": chunk, "parts": [*part_of]}).all()
        for number, part, start, end in rows:
            found[number, part_of[part]].append(Span(start, end))
    return found


def _texts(connection: Connection, numbers: Collection[int]) -> dict[int, str]:
    rows = connection.execute(_TEXTS, {"ids": sorted(numbers)})
    return {row[0]: row[1] for row in rows}
