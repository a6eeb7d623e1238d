"""Numbers of claims by speaker, article and cue class, compact enough to hold for every one."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Engine

from db.cancel import Cancel
from db.facets import article_counts, class_counts, speaker_counts
from db.query import ClaimQuery
from tui import words
from tui.widgets.facet_list import FacetValues


def of_speakers(query: ClaimQuery) -> ClaimQuery:
    """What the speakers are counted over: the filter but for its speakers, in any order."""
    return replace(query, speakers=(), sort="published", descending=False, limit=None)


def of_articles(query: ClaimQuery) -> ClaimQuery:
    """What the articles are counted over: the filter but for its article, in any order."""
    return replace(query, article=None, sort="published", descending=False, limit=None)


def of_classes(query: ClaimQuery) -> ClaimQuery:
    """What the cue classes are counted over: the filter but for its classes, in any order."""
    return replace(query, cue_classes=(), sort="published", descending=False, limit=None)


def count_speakers(engine: Engine, query: ClaimQuery, cancel: Cancel) -> FacetValues:
    """Speakers with their numbers of claims; keys are names, as the filter line takes them."""
    found = speaker_counts(engine, query, cancel)
    return FacetValues(found.names, found.names, found.claims)


def count_articles(engine: Engine, query: ClaimQuery, cancel: Cancel) -> FacetValues:
    """Articles with their numbers of claims; keys are article ids."""
    found = article_counts(engine, query, cancel)
    labels = [
        f"{words.iso_dated(published, precision)} {title}"
        for published, precision, title in zip(
            found.published, found.precisions, found.titles, strict=True
        )
    ]
    return FacetValues(found.ids, labels, found.claims)


def count_classes(engine: Engine, query: ClaimQuery, cancel: Cancel) -> FacetValues:
    """Cue classes with their numbers of claims; keys are as the filter line takes them."""
    found = class_counts(engine, query, cancel)
    return FacetValues([*found], [*found], [*found.values()])
