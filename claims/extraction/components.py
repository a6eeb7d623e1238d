"""The pipeline's components, which register themselves when their modules are imported."""

from __future__ import annotations

from importlib import import_module

_MODULES = (
    "affiliations",
    "cues",
    "layout",
    "linking",
    "marking",
    "quotation",
    "speakers",
    "tagging",
)


def register_components() -> None:
    """Make every component known to spaCy."""
    for module in _MODULES:
        import_module(f"claims.extraction.{module}")
