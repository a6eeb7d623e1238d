"""What extracts by an engine."""

from __future__ import annotations

from claims.engines.engine import ClusterEngine, Engine, Extracts
from claims.processes.limits import Limits


def extractor(
    engine: Engine | None, model: str | None = None, limits: Limits | None = None
) -> Extracts:
    """What extracts by an engine; nothing is started or connected before it is asked to.

    Args:
        engine: None for this machine, one process a core.
        model: As for ``Extractor``.
        limits: What one article may take; beyond it the article is refused.
    """
    if isinstance(engine, ClusterEngine):
        # Imported late: the library of clusters is an extra, and takes a second to load.
        from claims.engines.cluster import ClusterExtractor

        return ClusterExtractor(engine, model, limits)
    # Imported late: as above.
    from claims.engines.local import LocalExtractor

    return LocalExtractor(model, None if engine is None else engine.jobs, limits)
