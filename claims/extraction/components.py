"""The table of the pipeline's components: the pipeline is built from it, in this order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Final


@dataclass(frozen=True, slots=True)
class Component:
    """One step of the pipeline.

    Args:
        name: What spaCy knows it by.
        module: The module that registers it when it is imported.
        needs: What must be known before: fields of ``ArticleAnalysis``, or what spaCy keeps.
        gives: What it adds or puts right.
    """

    name: str
    module: str
    needs: tuple[str, ...]
    gives: tuple[str, ...]


QUOTATION: Final = "claims_quotation"
NETWORK: Final = "claims_network"

BEFORE_MODEL: Final = (
    Component(
        QUOTATION,
        "claims.extraction.parsing.quotation_component",
        needs=("segments",),
        gives=("quotations",),
    ),
    Component(
        "claims_layout",
        "claims.extraction.parsing.sentences",
        needs=("segments", "quotations"),
        gives=("sentence starts",),
    ),
)
# What the model's own components give; ``claims_morphology`` stands in for two of them.
MODEL_GIVES: Final = ("parse", "lemmas")
# What runs once all of an article is parsed.
AFTER_MODEL: Final = (
    Component(
        NETWORK,
        "claims.extraction.attribution.network",
        needs=("segments", "quotations", "parse"),
        gives=("predictions", "entities"),
    ),
    Component(
        "claims_tagging",
        "claims.extraction.attribution.component",
        needs=("segments", "quotations", "parse", "lemmas", "predictions"),
        gives=("candidates",),
    ),
    Component(
        "claims_linking",
        "claims.extraction.attribution.linking",
        needs=("segments", "quotations", "candidates"),
        gives=("attributions",),
    ),
    Component(
        "claims_cues",
        "claims.extraction.cues.component",
        needs=("parse", "lemmas", "attributions"),
        gives=("cues",),
    ),
    Component(
        "claims_mentions",
        "claims.extraction.mentions.component",
        needs=("quotations", "parse", "entities"),
        gives=("names",),
    ),
    Component(
        "claims_affiliations",
        "claims.extraction.affiliations.component",
        needs=("names",),
        gives=("affiliations",),
    ),
    Component(
        "claims_speakers",
        "claims.extraction.speakers.component",
        needs=("attributions", "names", "affiliations"),
        gives=("speakers", "affiliations"),
    ),
    Component(
        "claims_phrases",
        "claims.extraction.phrases.component",
        needs=("parse", "lemmas", "entities", "attributions", "names"),
        gives=("phrases",),
    ),
)


def register_components() -> None:
    """Make every component known to spaCy."""
    for component in (*BEFORE_MODEL, *AFTER_MODEL):
        import_module(component.module)


def table() -> Iterator[str]:
    """The table in Markdown, as CONTRIBUTING.md has it."""
    yield "| component | in `claims/extraction` | needs | gives |"
    yield "|---|---|---|---|"
    yield from map(_row, BEFORE_MODEL)
    yield f"| the spaCy model | | sentence starts | {', '.join(MODEL_GIVES)} |"
    yield from map(_row, AFTER_MODEL)


def _row(component: Component) -> str:
    path = component.module.removeprefix("claims.extraction.").replace(".", "/")
    needs, gives = ", ".join(component.needs), ", ".join(component.gives)
    return f"| `{component.name}` | `{path}.py` | {needs} | {gives} |"
