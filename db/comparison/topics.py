"""Topics as they are stored: the phrases of claims, and which of them are one topic."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from sqlalchemy import Connection, bindparam, func, select, update

from claims.claim import Claim
from claims.comparison import label, parts_of, topical, topics
from db.schema.comparison.topics import ClaimPhrase, Phrase
from db.schema.public_ids import phrase_public_id
from db.sql.chunks import chunks_of
from db.sql.insert import add, insert_new

_AT_ONCE: Final = 500
"""Keys in one statement, of which databases limit the number."""


# Made once: writing them takes longer than running them for an article.
_AMONG: Final = Phrase.key.in_(bindparam("keys", expanding=True))
_NUMBERS: Final = select(Phrase.key, Phrase.id).where(_AMONG)
_LABELS: Final = select(Phrase.key, Phrase.id, Phrase.label).where(_AMONG)
_COUNTS: Final = (
    select(ClaimPhrase.phrase_id, func.count())
    .where(ClaimPhrase.phrase_id.in_(bindparam("phrases", expanding=True)))
    .group_by(ClaimPhrase.phrase_id)
)
_GROUP: Final = (
    update(Phrase)
    .where(Phrase.__table__.c.id == bindparam("ident"))
    .where(Phrase.__table__.c.topic_id.is_distinct_from(bindparam("topic")))
    .values(topic_id=bindparam("topic"))
)


def store_phrases(connection: Connection, text: str, claims: Iterable[tuple[int, Claim]]) -> None:
    """Store what claims of one article are about, and of which topic it is.

    Phrases that other articles have are left as they were grouped until `group_anew`.

    Args:
        connection: In a transaction that writes.
        text: Of the article.
        claims: By their numbers.
    """
    having: dict[str, dict[int, None]] = {}
    written: dict[str, set[str]] = {}
    for number, claim in claims:
        for phrase in claim.phrases:
            if (found := topical(phrase, text)) is not None:
                having.setdefault(found.key, {})[number] = None
                written.setdefault(found.key, set()).add(found.written)
    if not having:
        return
    numbers = _numbers(connection, written)
    add(
        connection,
        insert_new(connection, ClaimPhrase),
        [
            {"claim_id": number, "phrase_id": numbers[key]}
            for key, those in having.items()
            for number in those
        ],
    )
    _group(connection, numbers)


def group_anew(connection: Connection) -> int:
    """Group all phrases of an archive, in whatever order its articles came.

    Args:
        connection: In a transaction that writes.

    Returns:
        How many topics there are.
    """
    rows = connection.execute(
        select(Phrase.key, Phrase.id, func.count(ClaimPhrase.claim_id))
        .outerjoin(ClaimPhrase, ClaimPhrase.phrase_id == Phrase.id)
        .group_by(Phrase.key, Phrase.id)
    ).all()
    numbers = {key: number for key, number, _ in rows}
    topic_of = topics({key: claims for key, _, claims in rows})
    _write(connection, numbers, topic_of)
    return len(set(topic_of.values()))


def _group(connection: Connection, numbers: Mapping[str, int]) -> None:
    """Say of which topic phrases are.

    Args:
        connection: In a transaction that writes.
        numbers: Of the phrases, by their keys.
    """
    parts = {part for key in numbers for part in parts_of(key)} - numbers.keys()
    known = {**numbers, **_known(connection, parts)}
    longer = [key for key in numbers if any(part in known for part in parts_of(key))]
    asked = {*longer, *(part for key in longer for part in parts_of(key) if part in known)}
    claims = _claims(connection, {key: known[key] for key in asked})
    grouped = topics(claims)
    _write(connection, known, {key: grouped.get(key, key) for key in numbers})


def _known(connection: Connection, keys: Iterable[str]) -> dict[str, int]:
    """The numbers of the phrases that are stored of these."""
    found: dict[str, int] = {}
    for some in chunks_of(sorted(keys), _AT_ONCE):
        rows = connection.execute(_NUMBERS, {"keys": some}).all()
        found.update((key, number) for key, number in rows)
    return found


def _claims(connection: Connection, numbers: Mapping[str, int]) -> dict[str, int]:
    """How many claims have each of these phrases."""
    counted: dict[int, int] = {}
    for some in chunks_of(sorted(numbers.values()), _AT_ONCE):
        rows = connection.execute(_COUNTS, {"phrases": some}).all()
        counted.update((number, claims) for number, claims in rows)
    return {key: counted.get(number, 0) for key, number in numbers.items()}


def _write(connection: Connection, numbers: Mapping[str, int], topic_of: Mapping[str, str]) -> None:
    """Write of which topic phrases are, where that is another than before."""
    rows = sorted((numbers[k], numbers[t]) for k, t in topic_of.items())
    if rows:
        connection.execute(_GROUP, [{"ident": number, "topic": topic} for number, topic in rows])


def _numbers(connection: Connection, written: Mapping[str, Collection[str]]) -> dict[str, int]:
    """The number of each phrase, which is stored if it is new; labels become no less plain."""
    rows = [
        {"public_id": phrase_public_id(key), "key": key, "label": label(forms)}
        for key, forms in sorted(written.items())
    ]
    connection.execute(insert_new(connection, Phrase), rows)
    known = [
        row
        for keys in chunks_of(sorted(written), _AT_ONCE)
        for row in connection.execute(_LABELS, {"keys": keys}).all()
    ]
    plainer = [
        {"ident": number, "plain": plain}
        for key, number, shown in known
        if (plain := label([shown, *written[key]])) != shown
    ]
    if plainer:
        connection.execute(
            update(Phrase).where(Phrase.id == bindparam("ident")).values(label=bindparam("plain")),
            plainer,
        )
    return {key: number for key, number, _ in known}
