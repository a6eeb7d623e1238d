"""What comparing keeps of words (shingles, quotations, topics, vectors), against these words.

All but the topics is made anew by comparing anew, and so reported without what is wrong in each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

from sqlalchemy import Connection, bindparam, func, select, update

from claims.comparison import (
    as_form,
    forms_in,
    index_keys,
    label,
    likely_quoted,
    may_be_form,
    sampled,
    shingles,
    weight_of,
    words_key,
)
from claims.comparison.meaning.storage import FORM, SHA256, is_whole
from claims.language.folding import fold
from db.comparison.quotations import read_quoted
from db.comparison.stories import read_body
from db.keeping.problems import Mend, Problem
from db.schema import core as schema
from db.schema.comparison.quotations import ClaimQuotation, Quotation, QuotationKey
from db.schema.comparison.stories import ArticleSample, ArticleShingle
from db.schema.comparison.threads import ClaimMeaning, Encoding, TextVector
from db.schema.comparison.topics import ClaimPhrase, Phrase
from db.sql.chunks import chunks

_AT_ONCE: Final = 1000
_MODULUS: Final = 1 << 64
_TOLERANCE: Final = 1e-6

# Made once: for the shingles of an article, writing a statement takes longer than running it.
_STORED: Final = select(ArticleShingle.hash).where(
    ArticleShingle.article_id == bindparam("article")
)
_COMMON: Final = (
    select(ArticleShingle.hash)
    .where(ArticleShingle.hash.in_(bindparam("hashes", expanding=True)))
    .group_by(ArticleShingle.hash)
    .having(func.count() > 1)
)
"""Of some shingles those that several articles have."""


def check_shingles(connection: Connection) -> Iterator[Problem]:
    """Each compared article has the shingles by which copies of it are found."""
    sample, held = ArticleSample, ArticleShingle
    kept = select(func.count()).where(held.article_id == sample.article_id).scalar_subquery()
    some_lack = connection.execute(
        select(sample.article_id, sample.text_id, schema.Article.public_id)
        .join(schema.Article, schema.Article.id == sample.article_id)
        .where(sample.sampled != kept)
        .order_by(sample.article_id)
    ).all()
    for article_id, text_id, public_id in some_lack:
        found = sampled(shingles(read_body(connection, text_id)))
        stored = set(connection.scalars(_STORED, {"article": article_id}))
        # What stood in very many stories is not stored, and some of these may be deleted by now.
        lacking = found - stored
        for chunk in chunks(sorted(lacking)):
            lacking -= set(connection.scalars(_COMMON, {"hashes": chunk}))
        if lacking or stored - found:
            odd = len(stored - found)
            what = f"has not the shingles of its text: {len(lacking)} lacking, {odd} odd"
            yield Problem(f"article {public_id}", what, compares=True)


def check_quotations(connection: Connection) -> Iterator[Problem]:
    """Quotations are told apart by the words that claims quote, and found by runs of these."""
    wrong, light, right = 0, 0, 0
    astray: set[int] = set()
    for ident, group in groupby(_quoting(connection), attrgetter("quotation_id")):
        rows = list(group)
        read = [_quoted_by(connection, row) for row in rows]
        wrong += read.count(None)
        found = next((one for one in read if one is not None), None)
        if found is None:
            astray.add(ident)
        else:
            right += sum(hash((ident, key)) for key in index_keys(found))
            light += abs(rows[0].weight - weight_of(found)) > _TOLERANCE
    if wrong:
        what = f"{wrong} of claims that do not quote them"
        yield Problem("quotation", what, compares=True)
    if light:
        yield Problem("quotation", f"{light} without the weight of their words", compares=True)
    table = QuotationKey
    keys = select(table.quotation_id, table.key).execution_options(yield_per=_AT_ONCE)
    kept = sum(hash((row[0], row[1])) for row in connection.execute(keys) if row[0] not in astray)
    if (kept - right) % _MODULUS:
        yield Problem("quotation_key", "are not those of the quotations", compares=True)


def _quoting(connection: Connection) -> Iterator[Any]:
    link, claim = ClaimQuotation, schema.Claim
    yield from connection.execute(
        select(
            link.quotation_id, link.claim_id, Quotation.words_key, Quotation.weight, claim.content
        )
        .join(claim, claim.id == link.claim_id)
        .join(Quotation, Quotation.id == link.quotation_id)
        .order_by(link.quotation_id, link.claim_id)
        .execution_options(yield_per=_AT_ONCE)
    )


def _quoted_by(connection: Connection, row: Any) -> list[str] | None:
    """The words that a claim quotes, if they are those of its quotation."""
    for likely in likely_quoted(row.content):
        if words_key(likely) == row.words_key:
            return likely
    found = read_quoted(connection, [row.claim_id]).get(row.claim_id)
    return found.keys if found is not None and words_key(found.keys) == row.words_key else None


def check_labels(connection: Connection) -> Iterator[Problem]:
    """Topics are called as some claim has them."""
    phrase, link, claim = Phrase, ClaimPhrase, schema.Claim
    contents = (
        select(claim.content)
        .join(link, link.claim_id == claim.id)
        .where(link.phrase_id == phrase.id)
    )
    has_it = func.replace(claim.content, phrase.label, "") != claim.content
    rare = connection.execute(
        select(phrase.id, phrase.public_id, phrase.key, phrase.label)
        .where(phrase.label != phrase.key, ~contents.where(has_it).exists())
        .order_by(phrase.id)
    ).all()
    for ident, public_id, key, shown in rare:
        # The article that had it so may be deleted, and some are shown by their full names.
        if may_be_form(shown, key) or fold(shown) == key:
            continue
        if not any(shown in as_form(one) for one in _contents(connection, ident)):
            what = f"is called {shown!r}, as nothing that has it is"
            yield Problem(f"phrase {public_id}", what, Mend(_call_anew, ident))


def _contents(connection: Connection, ident: int) -> Sequence[str]:
    """What claims say that have a phrase."""
    claim, link = schema.Claim, ClaimPhrase
    having = select(claim.content).join(link, link.claim_id == claim.id)
    return connection.scalars(having.where(link.phrase_id == ident)).all()


def _call_anew(connection: Connection, those: Sequence[int]) -> None:
    for ident in those:
        key = connection.execute(select(Phrase.key).where(Phrase.id == ident)).scalar_one()
        forms = [form for one in _contents(connection, ident) for form in forms_in(one, key)]
        called = label(forms or [key])
        connection.execute(update(Phrase).where(Phrase.id == ident).values(label=called))


def check_vectors(connection: Connection) -> Iterator[Problem]:
    """Vectors are whole, and those of one claim by the same weights."""
    table = ClaimMeaning
    foreign = connection.execute(
        select(schema.Claim.public_id)
        .join(table, table.claim_id == schema.Claim.id)
        .join(TextVector, TextVector.id.in_((table.full_id, table.content_id)))
        .where(TextVector.encoding_id != table.encoding_id)
        .distinct()
    )
    for (claim,) in foreign:
        yield Problem(f"claim {claim}", "has a vector of other weights", compares=True)
    ours = (Encoding.sha256 == SHA256, Encoding.form == FORM)
    rows = connection.execute(
        select(TextVector.vector)
        .join(Encoding, Encoding.id == TextVector.encoding_id)
        .where(*ours)
        .execution_options(yield_per=_AT_ONCE)
    )
    if bad := sum(not is_whole(row[0]) for row in rows):
        yield Problem("text_vector", f"{bad} that are not whole", compares=True)
