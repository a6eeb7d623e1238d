"""What a command says where no claim is found, and what may have been meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.query.model import ClaimQuery
from db.query.sentence import sentence

if TYPE_CHECKING:
    from sqlalchemy import Engine


def nothing(engine: Engine, query: ClaimQuery) -> str:
    """That no claim is found by a query, and by which one are, if a name is nearly right."""
    from db.analysis.summary import count_claims

    if count_claims(engine, ClaimQuery(everything=True)):
        return f"no {sentence(query)}{hint(engine, query)}"
    return "no claims are stored yet; 'claims ingest PATH…' stores some"


def hint(engine: Engine, query: ClaimQuery) -> str:
    """``; did you mean claims by Alexander Gabuev?`` where a query finds nothing; else empty."""
    from db.analysis.facets.did_you_mean import did_you_mean
    from db.analysis.facets.left_out import left_out
    from db.analysis.summary import count_claims

    if not query.narrows or count_claims(engine, query) or left_out(engine, query).total:
        return ""
    meant = did_you_mean(engine, query)
    return "" if meant is None else f"; did you mean {sentence(meant)}?"
