"""The pipeline's components, which register themselves when their modules are imported."""

from __future__ import annotations

from importlib import import_module

_MODULES = (
    "claims.extraction.affiliations.component",
    "claims.extraction.attribution.component",
    "claims.extraction.attribution.linking",
    "claims.extraction.attribution.network",
    "claims.extraction.cues.component",
    "claims.extraction.parsing.quotation_component",
    "claims.extraction.parsing.sentences",
    "claims.extraction.speakers.component",
)


def register_components() -> None:
    """Make every component known to spaCy."""
    for module in _MODULES:
        import_module(module)
