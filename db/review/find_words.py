"""Where words stand in the article of a claim, for corrections that give words."""

from __future__ import annotations

from sqlalchemy import Engine, select

from claims.claim import Span
from db.connection.reading import reading
from db.review.corrections import ReviewError
from db.review.values import nearest, read_claims
from db.schema import core as schema


def find_words(engine: Engine, claim_id: int, part: str, words: str) -> Span:
    """Where words stand, as they are written, as near as possible to a part of a claim.

    Args:
        engine: Of the archive.
        claim_id: Number of the claim.
        part: ``content``, ``cue`` or ``source``.
        words: Verbatim; code points are compared.

    Raises:
        ReviewError: They do not stand in the claim's text.
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        claim = next(iter(read_claims(connection, [claim_id])))
        text: str = connection.scalars(
            select(schema.ArticleText.text).where(schema.ArticleText.id == claim.text_id)
        ).one()
    pieces = getattr(claim.shown, part) or claim.shown.content
    start = nearest(text, words, pieces[0].start) if words else None
    if start is None:
        raise ReviewError(f"{claim.public_id}: {part}: the article does not say {words!r}")
    return Span(start, start + len(words))
