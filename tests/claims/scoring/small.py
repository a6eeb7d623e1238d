"""A small article with its gold, and the figures of claims against it."""

from __future__ import annotations

from claims.claim import Claim
from claims.scoring import Figures, GoldAttribution, figures_of
from claims.scoring.agreement.tokens import TokenText
from claims.scoring.tally import tally_article
from tests.claims.scoring.builders import gold

TEXT = (
    "“Gas will flow,” said Ms. Lund. “It will be cheap.”\n"
    "Ms. Lund said the price was low, adding that nobody wanted it.\n"
    "Officials denied this. It was said that the talks had failed."
)

LUND_DIRECT = gold(TEXT, "“Gas will flow,”", "“It will be cheap.”", source="Ms. Lund")

LUND_INDIRECT = gold(TEXT, "the price was low", source="Ms. Lund", event="E2")

NOBODY = gold(TEXT, "that the talks had failed", cue="was said", event="E3")


def figures(golds: list[GoldAttribution], claims: list[Claim], text: str = TEXT) -> Figures:
    return figures_of(tally_article(TokenText("a.txt", text), golds, claims))
