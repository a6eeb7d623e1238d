"""What a command says where no claim is found, and what may have been meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from db.query.model import ClaimQuery
from db.query.sentence import sentence

if TYPE_CHECKING:
    from sqlalchemy import Engine


NONE_STORED: Final = "no claims are stored yet; 'claims ingest PATH…' stores some"


def nothing(engine: Engine, query: ClaimQuery) -> str:
    """That no claim is found by a query, and by which one are, if a name is nearly right."""
    from db.analysis.summary import count_claims

    if count_claims(engine, ClaimQuery(everything=True)):
        return f"no {sentence(query)}{hint(engine, query)}"
    return NONE_STORED


def hint(engine: Engine, query: ClaimQuery) -> str:
    """``; did you mean claims by Alexander Gabuev?`` where a query finds nothing, or that nothing
    is stored; else empty."""
    from db.analysis.facets.did_you_mean import did_you_mean
    from db.analysis.facets.left_out import left_out
    from db.analysis.summary import count_claims

    if not count_claims(engine, ClaimQuery(everything=True, limit=1)):
        return f"; {NONE_STORED}"
    if not query.narrows or count_claims(engine, query) or left_out(engine, query).total:
        return ""
    meant = did_you_mean(engine, query)
    return "" if meant is None else f"; did you mean {sentence(meant)}?"
