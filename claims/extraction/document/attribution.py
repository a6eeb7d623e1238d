"""What the span components hand to the speaker components: an attribution, before anyone is named.

Pipeline order and the document extensions each component reads and writes:

=============  ======================================  =====================================
component      reads                                   writes
=============  ======================================  =====================================
``quotation``  ``doc._.segments``                      ``doc._.quotations``
``layout``     ``doc._.segments``, ``doc._.quotations``  sentence starts the parser must keep
(the model)                                            tags, parse
``morphology``  tags, parse                            parts of speech, lemmas
``marking``    ``doc._.segments``, ``doc._.quotations``  ``doc._.marked``, named entities
``tagging``    ``doc._.marked``, parse, quotations     ``doc._.pieces``
``linking``    ``doc._.pieces``                        ``doc._.attributions``
``cues``       ``doc._.attributions``, parse           ``doc._.cues``, one each
``speakers``   ``doc._.attributions``                  ``doc._.speakers``, one tuple each
``affiliations``  ``doc._.speakers``, ``meant``, ``cast``  ``doc._.speakers`` with affiliations
=============  ======================================  =====================================
"""

from __future__ import annotations

from dataclasses import dataclass

from claims.claim import ClaimType, Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attributed statement, spans only; see ``claims.claim.Claim`` for the fields."""

    type: ClaimType
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    parent: int | None
    confidence: float
