"""Views for people who ask in SQL: claims, speakers and articles as lists and exports show them.

A revision that changes a table which a view reads takes the views away first and makes them anew
last; one that changes a view lets revision 0019 have the text that it had.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

_JOINED: Final = {"sqlite": "group_concat(part, '; ')", "postgresql": "string_agg(part, '; ')"}


@dataclass(frozen=True, slots=True)
class View:
    """A view.

    Args:
        told: What a row is.
        columns: By name, what each holds and the SQL that gives it, in which ``{joined}`` joins the
            values of ``part``.
        source: From where, and which rows.
    """

    told: str
    columns: Mapping[str, tuple[str, str]]
    source: str


def _parts(of: str, source: str, order: str) -> str:
    """All values of a claim or an article, joined in order."""
    return f"(SELECT {{joined}} FROM (SELECT {of} AS part FROM {source} ORDER BY {order}) AS parts)"


_SPEAKERS: Final = (
    "claim_speaker JOIN mention ON mention.id = claim_speaker.mention_id "
    "LEFT JOIN mention_entity ON mention_entity.mention_id = mention.id "
    "AND mention_entity.retired_at IS NULL "
    "LEFT JOIN entity ON entity.id = mention_entity.entity_id "
    "WHERE claim_speaker.claim_id = claim.id"
)
_AFFILIATIONS: Final = (
    "claim_speaker JOIN affiliation ON affiliation.mention_id = claim_speaker.mention_id "
    "WHERE claim_speaker.claim_id = claim.id"
)
_IN_LINE: Final = "claim_speaker.ordinal, affiliation.ordinal"
_ROLE: Final = (
    "CASE WHEN affiliation.former THEN 'former ' ELSE '' END || COALESCE(affiliation.role, '')"
)
_KEPT: Final = "claim.current AND claim.review <> 'rejected'"

VIEWS: Final[Mapping[str, View]] = {
    "v_claims": View(
        "a claim, rejected ones too",
        {
            "claim_id": ("the same for the same finding in every database", "claim.public_id"),
            "article_id": ("of the article it stands in", "article.public_id"),
            "article_title": ("as the page has it", "article.title"),
            "outlet": ("who published the article", "outlet.name"),
            "published": ("day; the first one where less is known", "article.published"),
            "published_precision": (
                "day, month, year or unknown",
                "article.published_precision",
            ),
            "speaker": (
                "full names, joined",
                _parts(
                    "COALESCE(entity.label, entity.name, mention.name)",
                    _SPEAKERS,
                    "claim_speaker.ordinal",
                ),
            ),
            "role": (
                "roles of the speakers as this article states them, joined",
                _parts(_ROLE, _AFFILIATIONS, _IN_LINE),
            ),
            "organization": (
                "in line with role",
                _parts("COALESCE(affiliation.organization, '')", _AFFILIATIONS, _IN_LINE),
            ),
            "source": ("who is said to say it, in the article's words", "claim.source"),
            "cue": ("the attributing words", "claim.cue"),
            "cue_class": ("what the cue tells of", "claim.cue_class"),
            "type": ("direct, mixed or indirect", "claim.type"),
            "content": ("what is said, verbatim", "claim.content"),
            "negated": ("whether the source is told not to have said it", "claim.negated"),
            "hedged": ("whether it is told with reserve", "claim.hedged"),
            "prediction": ("whether it is about what will come", "claim.prediction"),
            "confidence": ("from 0 to 1", "claim.confidence"),
            "statement": ("how surely it is something said", "claim.statement"),
            "review": ("machine, accepted, corrected or rejected", "claim.review"),
            "first_look": (
                "whether lists show it without --all",
                "(claim.aside = 0 AND claim.review <> 'rejected')",
            ),
            "note": (
                "what people noted on it",
                "(SELECT note FROM claim_note WHERE claim_note.claim_id = claim.id)",
            ),
            "tags": (
                "what people tagged it with, joined",
                _parts("tag", "claim_tag WHERE claim_tag.claim_id = claim.id", "tag"),
            ),
            "article_url": ("as the page gives it", "article.url"),
        },
        "claim JOIN article ON article.id = claim.article_id "
        "LEFT JOIN outlet ON outlet.id = article.outlet_id WHERE claim.current",
    ),
    "v_speakers": View(
        "somebody who speaks in any article, all names of one being one",
        {
            "speaker_id": ("one identity over all articles; --speaker takes it", "one.public_id"),
            "name": ("what lists show", "COALESCE(one.label, one.name)"),
            "kind": ("person, organization, group or document", "one.kind"),
            "claims": ("how many, without rejected ones", "COUNT(DISTINCT claim.id)"),
            "articles": ("in how many", "COUNT(DISTINCT claim.article_id)"),
            "first_published": ("day of the first of these", "MIN(article.published)"),
            "last_published": ("day of the last of these", "MAX(article.published)"),
        },
        "claim_speaker JOIN claim ON claim.id = claim_speaker.claim_id "
        "JOIN article ON article.id = claim.article_id "
        "JOIN mention_entity ON mention_entity.mention_id = claim_speaker.mention_id "
        "AND mention_entity.retired_at IS NULL "
        "JOIN entity ON entity.id = mention_entity.entity_id "
        f"JOIN entity AS one ON one.id = entity.canonical_id WHERE {_KEPT} "
        "GROUP BY one.id, one.public_id, one.label, one.name, one.kind",
    ),
    "v_articles": View(
        "an article",
        {
            "article_id": ("the same in every database; --article takes it", "article.public_id"),
            "title": ("as the page has it, or as people corrected it", "article.title"),
            "outlet": ("who published it", "outlet.name"),
            "published": ("day; the first one where less is known", "article.published"),
            "published_precision": (
                "day, month, year or unknown",
                "article.published_precision",
            ),
            "byline": (
                "who wrote it, joined",
                _parts("name", "byline WHERE byline.article_id = article.id", "byline.ordinal"),
            ),
            "url": ("as the page gives it", "article.url"),
            "path": ("of the file that was read", "article.path"),
            "claims": (
                "how many, without rejected ones",
                f"(SELECT COUNT(*) FROM claim WHERE claim.article_id = article.id AND {_KEPT})",
            ),
            "stored_at": ("when it was stored first, in UTC", "article.created_at"),
        },
        "article LEFT JOIN outlet ON outlet.id = article.outlet_id",
    ),
}
"""By name, in the order in which they are told."""


def create(connection: Connection) -> None:
    """Make the views."""
    for name, view in VIEWS.items():
        chosen = ", ".join(f"{sql} AS {column}" for column, (_, sql) in view.columns.items())
        joined = _JOINED[connection.dialect.name]
        body = f"SELECT {chosen} FROM {view.source}".replace("{joined}", joined)
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {body}")


def drop(connection: Connection) -> None:
    """Take the views away."""
    for name in VIEWS:
        connection.exec_driver_sql(f"DROP VIEW {name}")
