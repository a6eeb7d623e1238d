"""Numbers of a facet."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine

from db.analysis.facets.facets import Facet, facet_counts
from db.query.line import parse_filter

LINES = [
    "",
    "speaker:brandt",
    "type:direct",
    "article:night",
    "limit:1 sort:speaker",
    "org:rail kind:person",
    "outlet:ledger outlet:courier",
    "month:2022-03",
    "zeppelin",
]


def numbers(engine: Engine, facet: Facet, line: str, **asked: Any) -> dict[str, int]:
    """Label and number of claims of each value, in order."""
    found = facet_counts(engine, facet, parse_filter(line), **asked)
    return {value.label: value.claims for value in found.values}
