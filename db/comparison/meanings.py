"""What claims mean, as an archive stores it: vectors of their texts, marks and signs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Engine, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import aliased

from claims.claim import Span
from claims.comparison.meaning import Statement, marks_of, named_content, reflexive
from claims.comparison.meaning.storage import FORM, SHA256, packed
from claims.comparison.threads import Points, Row, packed_wordings
from claims.comparison.threads.signs import signs_of
from claims.comparison.words import hashed
from db.comparison.turns import Progress, one_at_a_time
from db.connection.engine import writing
from db.schema import core as schema
from db.schema.choices import SpanPart
from db.schema.threads import ClaimMeaning, Encoding, TextVector
from db.schema.values import SEPARATOR
from db.sql.chunks import chunks, chunks_of
from db.sql.insert import add, insert_new

# Imported late: the inference runtime, for which only what makes vectors is to wait.
if TYPE_CHECKING:
    from claims.comparison.meaning.encoder import Encoder

_REMEMBERED: Final = 10_000
"""Texts whose vectors are kept in memory; the same is said again and again."""

_ARTICLES: Final = 20
"""Articles whose claims are given meanings in one transaction."""

_PARTS: Final = (SpanPart.CONTENT.value, SpanPart.SOURCE.value)


def read_statements(
    connection: Connection, articles: Sequence[int], wanted: Collection[int] | None = None
) -> dict[int, Statement]:
    """The claims of articles that show, as they are compared, by number.

    Args:
        connection: To the archive.
        articles: Their numbers.
        wanted: Only these of their claims; None for all.
    """
    claim = schema.Claim
    rows = connection.execute(
        select(claim.id, claim.text_id, claim.cue, claim.source)
        .where(claim.article_id.in_(articles), claim.current)
        .order_by(claim.id)
    ).all()
    ids = [row.id for row in rows]
    pieces, names = _pieces(connection, ids), _names(connection, ids)
    texts = _texts(connection, {row.text_id for row in rows})
    meant: dict[int, dict[Span, str]] = defaultdict(dict)
    for row in rows:
        if len(names[row.id]) == 1:
            for place in pieces[row.id, SpanPart.SOURCE]:
                meant[row.text_id].setdefault(place, names[row.id][0])
    found = {}
    # Whom a pronoun means the other claims of its article say as well.
    for row in rows if wanted is None else [row for row in rows if row.id in wanted]:
        content, text = pieces[row.id, SpanPart.CONTENT], texts[row.text_id]
        here = meant[row.text_id]
        if len(names[row.id]) == 1 and content and (span := reflexive(text, content[0])):
            here = {span: names[row.id][0], **here}
        found[row.id] = Statement(
            named_content(text, content, here),
            row.cue.replace(SEPARATOR, " "),
            tuple(names[row.id]) or ((row.source,) if row.source else ()),
        )
    return found


def store_meanings(connection: Connection, articles: Sequence[int]) -> list[int]:
    """Store what the claims of articles mean that show, where that is not stored as they are now.

    Args:
        connection: In a transaction that writes.
        articles: Their numbers.

    Returns:
        The claims of which it was not, in order.
    """
    statements = read_statements(connection, articles)
    vectors = vectors_of(connection, statements.values())
    stored = _stored(connection, statements)
    number = encoding(connection)
    new: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    for claim, said in statements.items():
        (full_id, full), (content_id, content) = vectors[said.full], vectors[said.bare]
        marks = marks_of(said)
        wordings = packed_wordings(marks.wordings)
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
    add(connection, insert(table), new)
    for chunk in chunks(sorted(stored)):
        of_them = update(table).where(table.claim_id.in_(chunk), table.due)
        connection.execute(of_them.values(due=False))
    if changed:
        of_it = table.__table__.c.claim_id == bindparam("ident")
        connection.execute(update(table).where(of_it), changed)
    return sorted([row["claim_id"] for row in new] + [row["ident"] for row in changed])


def mark_due(connection: Connection, claims: Collection[int]) -> None:
    """Note that claims say something else than when they were compared.

    Args:
        connection: In a transaction that writes.
        claims: Their numbers.
    """
    for chunk in chunks(sorted(claims)):
        of_them = update(ClaimMeaning).where(ClaimMeaning.claim_id.in_(chunk))
        connection.execute(of_them.values(due=True))


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
    for some in chunks_of(articles, _ARTICLES):
        with writing(engine) as connection:
            one_at_a_time(connection)
            gone = select(claim.id).where(claim.article_id.in_(some), claim.current.is_(False))
            connection.execute(delete(table).where(table.claim_id.in_(gone)))
            store_meanings(connection, some)
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
    table, full, content = ClaimMeaning, aliased(TextVector), aliased(TextVector)
    number = _known_encoding(connection)
    rows: list[Row] = []
    for chunk in chunks(sorted(claims)):
        found = connection.execute(
            select(
                *(table.claim_id, full.vector, content.vector),
                *(table.numbers, table.attitude, table.wordings),
            )
            .join(full, full.id == table.full_id)
            .join(content, content.id == table.content_id)
            .where(table.claim_id.in_(chunk), table.encoding_id == number)
            .order_by(table.claim_id)
        )
        rows += [Row(*row) for row in found]
    return Points.of(rows)


def vectors_of(
    connection: Connection, statements: Iterable[Statement]
) -> dict[str, tuple[int, bytes]]:
    """The vectors of both texts of statements, by text, with the numbers that they are stored
    under; those that are not are made.

    Args:
        connection: In a transaction that writes.
        statements: Whose.
    """
    texts = dict.fromkeys(text for said in statements for text in (said.full, said.bare))
    by_key = {hashed([text], "vector"): text for text in texts}
    number = encoding(connection)
    table = TextVector
    found: dict[str, tuple[int, bytes]] = {}
    for chunk in chunks(sorted(by_key)):
        for key, ident, vector in connection.execute(
            select(table.key, table.id, table.vector).where(
                table.encoding_id == number, table.key.in_(chunk)
            )
        ):
            found[by_key[key]] = ident, vector
    new = {key: _vector(text) for key, text in by_key.items() if text not in found}
    if new:
        ids = connection.scalars(
            insert(table).returning(table.id, sort_by_parameter_order=True),
            [{"encoding_id": number, "key": key, "vector": made} for key, made in new.items()],
        ).all()
        for ident, (key, made) in zip(ids, new.items(), strict=True):
            found[by_key[key]] = ident, made
    return found


def encoding(connection: Connection) -> int:
    """The number of the weights and form that vectors are made with, stored if it is new."""
    number = _known_encoding(connection)
    if number is None:
        row = {"sha256": SHA256, "form": FORM}
        connection.execute(insert_new(connection, Encoding), row)
        number = _known_encoding(connection)
        assert number is not None, "it was stored"
    return number


def _known_encoding(connection: Connection) -> int | None:
    return connection.scalar(
        select(Encoding.id).where(Encoding.sha256 == SHA256, Encoding.form == FORM)
    )


def _stored(
    connection: Connection, claims: Iterable[int]
) -> dict[int, tuple[int, int, bytes | None]]:
    """The numbers of the vectors of claims that have some, and their wordings."""
    table = ClaimMeaning
    found: dict[int, tuple[int, int, bytes | None]] = {}
    for chunk in chunks(sorted(claims)):
        for claim, full, content, wordings in connection.execute(
            select(table.claim_id, table.full_id, table.content_id, table.wordings).where(
                table.claim_id.in_(chunk)
            )
        ):
            found[claim] = full, content, wordings
    return found


def count_uncompared(connection: Connection) -> int:
    """How many claims that show are in no thread yet."""
    claim = schema.Claim
    threaded = ClaimMeaning.claim_id == claim.id, ClaimMeaning.thread_id.is_not(None)
    missing = ~select(ClaimMeaning.claim_id).where(*threaded).exists()
    return connection.scalar(select(func.count()).where(claim.current, missing)) or 0


@lru_cache(_REMEMBERED)
def _vector(text: str) -> bytes:
    [vector] = packed(_encoder().encode([text]))
    return vector


@cache
def _encoder() -> Encoder:
    # Imported late: as above.
    from claims.comparison.meaning.encoder import Encoder

    # One thread, as extraction has the other cores meanwhile.
    return Encoder(threads=1)


def _pieces(
    connection: Connection, claims: Collection[int]
) -> dict[tuple[int, SpanPart], list[Span]]:
    span = schema.ClaimSpan
    found: dict[tuple[int, SpanPart], list[Span]] = defaultdict(list)
    for chunk in chunks(sorted(claims)):
        for number, part, start, end in connection.execute(
            select(span.claim_id, span.part, span.start, span.end)
            .where(span.claim_id.in_(chunk), span.part.in_(_PARTS))
            .order_by(span.claim_id, span.ordinal)
        ):
            found[number, SpanPart(part)].append(Span(start, end))
    return found


def _names(connection: Connection, claims: Collection[int]) -> dict[int, list[str]]:
    """The speakers of claims as their article names them."""
    speaker, mention = schema.ClaimSpeaker, schema.Mention
    found: dict[int, list[str]] = defaultdict(list)
    for chunk in chunks(sorted(claims)):
        for number, name in connection.execute(
            select(speaker.claim_id, mention.name)
            .join(mention, mention.id == speaker.mention_id)
            .where(speaker.claim_id.in_(chunk))
            .order_by(speaker.claim_id, speaker.ordinal)
        ):
            found[number].append(name)
    return found


def _texts(connection: Connection, numbers: Collection[int]) -> dict[int, str]:
    table = schema.ArticleText
    rows = connection.execute(select(table.id, table.text).where(table.id.in_(sorted(numbers))))
    return {row[0]: row[1] for row in rows}
