"""The columns of rows that come from what extraction found."""

from __future__ import annotations

from claims.claim import Affiliation, Claim, ClaimType, Span
from claims.review import ReviewState
from db.schema.choices import SpanPart
from db.schema.extracted import affiliation_values, claim_values, span_values

TEXT = "“Ice,” said Ann Lee of Délta. “Snow.”"
CLAIM = Claim(
    ClaimType.DIRECT,
    content=(Span(1, 4), Span(31, 35)),
    cue=(Span(7, 11),),
    cue_lemma="Say",
)


def test_a_claim_begins_where_its_first_piece_does() -> None:
    values = claim_values(TEXT, CLAIM)
    assert (values["position"], values["content"], values["cue"]) == (1, "Ice; Snow", "said")
    assert (values["cue_lemma_key"], values["review"]) == ("say", ReviewState.MACHINE)


def test_every_span_has_its_very_words() -> None:
    found = [(row["part"], row["ordinal"], row["exact"]) for row in span_values(TEXT, 7, CLAIM)]
    assert found == [
        (SpanPart.CONTENT, 0, "Ice"),
        (SpanPart.CONTENT, 1, "Snow"),
        (SpanPart.CUE, 0, "said"),
    ]


def test_an_organization_is_keyed_without_case_and_accents() -> None:
    stated = Affiliation(None, "Délta", Span(12, 28))
    [row] = affiliation_values(TEXT, 3, [stated])
    assert (row["organization_key"], row["exact"]) == ("delta", "Ann Lee of Délta")
