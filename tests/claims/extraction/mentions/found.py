"""The names that are found in a text, and who bears them."""

from __future__ import annotations

from claims.extraction.document.analysis import analysis
from claims.extraction.document.clusters import MentionClusters
from tests.claims.extraction.scenes import scene


def clusters(text: str) -> MentionClusters:
    return analysis(scene(text)).named.clusters


def persons(text: str) -> set[str]:
    return {cluster.name for cluster in clusters(text).persons}
