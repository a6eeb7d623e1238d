"""What claims quote: stored once for all that quote the same words, with keys to find copies by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from sqlalchemy import Connection, bindparam, delete, func, select

from claims.claim import Span
from claims.comparison import Quoted, index_keys, quoted, quoted_pieces, weight_of, words_key
from claims.quotations.find import find_quotations, paragraphs_of
from db.claims.article_page import segments_of
from db.comparison.lock import Progress, one_at_a_time
from db.schema import core as schema
from db.schema.choices import SpanPart
from db.schema.comparison.quotations import ClaimQuotation, Quotation, QuotationKey
from db.sql.chunks import chunks
from db.sql.id_list import among_given
from db.sql.insert import add, add_numbered, insert_all

# Made once: writing them takes longer than running them for an article.
_SHOWN: Final = select(schema.Claim.id).where(
    schema.Claim.article_id == bindparam("article"), schema.Claim.current
)
_BEFORE: Final = select(ClaimQuotation.quotation_id).where(among_given(ClaimQuotation.claim_id))
_FORGOTTEN: Final = delete(ClaimQuotation).where(among_given(ClaimQuotation.claim_id))
_CONTENTS: Final = (
    select(
        *(schema.Claim.id, schema.Claim.text_id, schema.ClaimSpan.start, schema.ClaimSpan.end),
    )
    .join(schema.ClaimSpan, schema.ClaimSpan.claim_id == schema.Claim.id)
    .where(among_given(schema.Claim.id), schema.ClaimSpan.part == SpanPart.CONTENT.value)
    .order_by(schema.Claim.id, schema.ClaimSpan.ordinal)
)
_KNOWN: Final = select(Quotation.words_key, Quotation.id).where(
    Quotation.words_key.in_(bindparam("keys", expanding=True))
)
_UNUSED: Final = delete(Quotation).where(
    among_given(Quotation.id),
    ~select(ClaimQuotation.claim_id).where(ClaimQuotation.quotation_id == Quotation.id).exists(),
)
_TEXT: Final = select(schema.ArticleText.text).where(schema.ArticleText.id == bindparam("text"))


def index_article(connection: Connection, article_id: int) -> None:
    """Store what the claims of an article quote that readers see.

    Args:
        connection: In the transaction that stored them.
        article_id: Of the article.
    """
    index_claims(connection, connection.scalars(_SHOWN, {"article": article_id}).all())


def index_claims(connection: Connection, claims: Collection[int]) -> None:
    """Store what some claims quote, in place of what they quoted before.

    Args:
        connection: In a transaction that writes.
        claims: Their numbers.
    """
    one_at_a_time(connection)
    for chunk in chunks(sorted(claims)):
        table, here = ClaimQuotation, {"ids": chunk}
        before = connection.scalars(_BEFORE, here).all()
        connection.execute(_FORGOTTEN, here)
        # What is too short to have a key could not be found.
        found = {
            claim: words
            for claim, words in read_quoted(connection, chunk).items()
            if index_keys(words.keys)
        }
        ids = _quotations(connection, {words_key(words.keys): words for words in found.values()})
        add(
            connection,
            insert_all(table),
            [
                {"claim_id": claim, "quotation_id": ids[words_key(words.keys)]}
                for claim, words in found.items()
            ],
        )
        _drop_unused(connection, set(before) - set(ids.values()))


def rebuild_quotations(connection: Connection, progress: Progress) -> int:
    """Store anew what all claims quote; returns how many different quotations that are.

    Args:
        connection: In a transaction that writes.
        progress: Told of articles.
    """
    one_at_a_time(connection)
    for table in (ClaimQuotation, QuotationKey, Quotation):
        connection.execute(delete(table))
    text = schema.ArticleText
    articles = connection.scalars(
        select(text.article_id).where(text.current).order_by(text.article_id)
    ).all()
    for done, article_id in enumerate(articles, start=1):
        index_article(connection, article_id)
        progress(done, len(articles))
    return connection.scalar(select(func.count()).select_from(Quotation)) or 0


def read_quoted(connection: Connection, claims: Sequence[int]) -> dict[int, Quoted]:
    """What of claims is inside quotation marks, by their numbers; of others nothing."""
    contents: dict[int, dict[int, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for number, text_id, start, end in connection.execute(_CONTENTS, {"ids": claims}):
        contents[text_id][number].append(Span(start, end))
    found = {}
    for text_id, of_text in contents.items():
        words = connection.execute(_TEXT, {"text": text_id}).scalar_one()
        bounds = [(part.start, part.end) for part in segments_of(connection, text_id)]
        inside = find_quotations(words, paragraphs_of(bounds, words))
        for number, content in of_text.items():
            if pieces := quoted_pieces(content, inside):
                found[number] = quoted(words, pieces)
    return found


def _drop_unused(connection: Connection, quotations: Collection[int]) -> None:
    """Forget those of some quotations that no claim has any more."""
    for chunk in chunks(sorted(quotations)):
        connection.execute(_UNUSED, {"ids": chunk})


def _quotations(connection: Connection, wanted: Mapping[int, Quoted]) -> dict[int, int]:
    """Ids of quotations by the key of their words; those that are new are stored."""
    ids = {row[0]: row[1] for row in connection.execute(_KNOWN, {"keys": list(wanted)})}
    new = [key for key in wanted if key not in ids]
    if new:
        rows = [{"words_key": key, "weight": weight_of(wanted[key].keys)} for key in new]
        numbers = add_numbered(connection, Quotation, rows)
        ids |= zip(new, numbers, strict=True)
    add(
        connection,
        insert_all(QuotationKey),
        [
            {"key": key, "quotation_id": ids[words]}
            for words in new
            for key in sorted(index_keys(wanted[words].keys))
        ],
    )
    return ids
