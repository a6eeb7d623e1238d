"""A page in plain text, with lines put among its paragraphs."""

from __future__ import annotations

from tests.claims.reading.samples import P1, P2, P3, P4

TITLE = "Pipeline Talks Stall in the North"


def page(before: str = "", among: str = "", after: str = "") -> str:
    """A page in plain text with lines put before, among and after its paragraphs."""
    parts = [TITLE, before, P1, P2, among, P3, P4, after]
    return "\n\n".join(part for part in parts if part)
