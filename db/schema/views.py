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
        meaning: What a row is.
        columns: By name, what each holds and the SQL that gives it, in which ``{joined}`` joins the
            values of ``part``.
        source: From where, and which rows.
    """

    meaning: str
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
            "claim_id": ("id of the claim, in every database", "claim.public_id"),
            "article_id": ("id of the article", "article.public_id"),
            "article_title": ("title, as the page has it", "article.title"),
            "outlet": ("who published the article", "outlet.name"),
            "published": (
                "publication date; the first day where only month or year is known",
                "article.published",
            ),
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
                "organizations, one for each role",
                _parts("COALESCE(affiliation.organization, '')", _AFFILIATIONS, _IN_LINE),
            ),
            "source": ("the speaker in the article's words", "claim.source"),
            "cue": ("the attributing words", "claim.cue"),
            "cue_class": ("kind of act", "claim.cue_class"),
            "type": ("direct, mixed or indirect", "claim.type"),
            "content": ("what is said, verbatim", "claim.content"),
            "negated": ("whether the source did not say it, says the article", "claim.negated"),
            "hedged": ("whether it is softened", "claim.hedged"),
            "prediction": ("whether it is about the future", "claim.prediction"),
            "confidence": ("how likely it is right, from 0 to 1", "claim.confidence"),
            "statement": ("how likely it is something said, from 0 to 1", "claim.statement"),
            "review": ("machine (not reviewed), accepted, corrected or rejected", "claim.review"),
            "first_look": (
                "whether lists show it without --all",
                "(claim.aside = 0 AND claim.review <> 'rejected')",
            ),
            "note": (
                "reviewers' note",
                "(SELECT note FROM claim_note WHERE claim_note.claim_id = claim.id)",
            ),
            "tags": (
                "reviewers' tags, joined",
                _parts("tag", "claim_tag WHERE claim_tag.claim_id = claim.id", "tag"),
            ),
            "article_url": ("web address, as the page gives it", "article.url"),
        },
        "claim JOIN article ON article.id = claim.article_id "
        "LEFT JOIN outlet ON outlet.id = article.outlet_id WHERE claim.current",
    ),
    "v_speakers": View(
        "a speaker, one row for all names of the same speaker",
        {
            "speaker_id": ("the same in all articles; --speaker takes it", "one.public_id"),
            "name": ("name, as lists show it", "COALESCE(one.label, one.name)"),
            "kind": ("person, organization, group or document", "one.kind"),
            "claims": ("number of claims, without rejected ones", "COUNT(DISTINCT claim.id)"),
            "articles": ("number of articles", "COUNT(DISTINCT claim.article_id)"),
            "first_published": ("date of the first of these", "MIN(article.published)"),
            "last_published": ("date of the last of these", "MAX(article.published)"),
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
            "published": (
                "publication date; the first day where only month or year is known",
                "article.published",
            ),
            "published_precision": (
                "day, month, year or unknown",
                "article.published_precision",
            ),
            "byline": (
                "who wrote it, joined",
                _parts("name", "byline WHERE byline.article_id = article.id", "byline.ordinal"),
            ),
            "url": ("web address, as the page gives it", "article.url"),
            "path": ("path of the file that was read", "article.path"),
            "claims": (
                "number of claims, without rejected ones",
                f"(SELECT COUNT(*) FROM claim WHERE claim.article_id = article.id AND {_KEPT})",
            ),
            "stored_at": ("when it was first stored, in UTC", "article.created_at"),
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
