"""One cue with its source and content: what the rules weigh, and what tagging hands to linking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from claims.extraction.document.ranges import Range

PREDICTED: Final = "predicted"
"""The construction of what the trained network predicted."""


@dataclass(slots=True)
class Candidate:
    """A cue with what it attributes and to whom, before quotations are linked to it.

    Args:
        head: The token that the construction hangs on.
        lemma: What the lexicon knows the cue by.
        construction: How the content hangs on the cue; ``verbs.py``, ``nouns.py``,
            ``according_to.py`` and ``adjacent_quotations.py`` tell theirs.
        cue: The attributing words.
        source: Who, as written; None if nobody is named.
        content: What is attributed, in text order.
        score: How likely this is an attribution, 0 to 1.
        dependent: Whether it is one only inside another's content.
        reports_inner: Whether its content is a quotation inside a quotation.
    """

    head: int
    lemma: str
    construction: str
    cue: Range
    source: Range | None
    content: list[Range]
    score: float = 0.0
    dependent: bool = False
    reports_inner: bool = False

    @property
    def size(self) -> int:
        """How many tokens its content has."""
        return sum(high - low for low, high in self.content)
