"""When two attributions are about the same content, and their sources agree."""

from __future__ import annotations

from claims.claim import Claim, ClaimType
from claims.scoring import GoldAttribution, Metric, Part, Score
from tests.claims.scoring.builders import claim, find, gold
from tests.claims.scoring.small import LUND_DIRECT, NOBODY, TEXT, figures


def test_half_of_a_split_quotation_is_not_enough() -> None:
    # Three of the seven quoted words: below one half.
    result = figures([LUND_DIRECT], [claim(TEXT, "“Gas will flow,”", source="Ms. Lund")])
    assert result.metrics[Metric.OVERLAP] == Score(0.0, 0.0)
    assert result.words[Part.CONTENT] == Score(1.0, 3 / 7)


def test_more_than_half_overlaps_but_is_not_exact() -> None:
    result = figures([LUND_DIRECT], [claim(TEXT, "“It will be cheap.”", source="Ms. Lund")])
    assert result.metrics[Metric.OVERLAP] == Score(1.0, 1.0)
    assert result.metrics[Metric.EXACT] == Score(0.0, 0.0)
    assert result.recall[ClaimType.DIRECT][Metric.ATTRIBUTION] == 1.0
    assert result.recall[ClaimType.MIXED][Metric.ATTRIBUTION] is None


def test_another_mention_of_the_name_agrees_but_is_not_the_same_span() -> None:
    first, second = find(TEXT, "Ms. Lund", "Ms. Lund")
    content = find(TEXT, "the price was low")
    marked = GoldAttribution("E1", content, cue=(), source=(second,))
    result = figures([marked], [Claim(ClaimType.INDIRECT, content, source=(first,))])
    assert result.metrics[Metric.ATTRIBUTION].f1 == 1.0
    assert result.metrics[Metric.SAME_SPAN].f1 == 0.0


def test_honorifics_alone_do_not_agree() -> None:
    text = "Ms. Lund and Ms. Voss said it rained."
    result = figures(
        [gold(text, "it rained", source="Ms. Voss")],
        [claim(text, "it rained", source="Ms. Lund")],
        text,
    )
    assert result.metrics[Metric.OVERLAP].f1 == 1.0
    assert result.metrics[Metric.ATTRIBUTION].f1 == 0.0


def test_pronouns_agree_only_with_the_same_pronoun() -> None:
    text = "She said it rained. He said it poured. He knew she said it rained."
    he = gold(text, "it poured", source="He")
    assert figures([he], [claim(text, "it poured", source="He")], text).metrics[
        Metric.ATTRIBUTION
    ] == Score(1.0, 1.0)
    assert figures([he], [claim(text, "it poured", source="She")], text).metrics[
        Metric.ATTRIBUTION
    ] == Score(0.0, 0.0)


def test_an_attribution_without_a_source_wants_a_claim_without_one() -> None:
    sourceless = claim(TEXT, "that the talks had failed")
    sourced = claim(TEXT, "that the talks had failed", source="Officials")
    assert figures([NOBODY], [sourceless]).metrics[Metric.ATTRIBUTION].f1 == 1.0
    assert figures([NOBODY], [sourced]).metrics[Metric.ATTRIBUTION].f1 == 0.0
    assert figures([NOBODY], [sourced]).metrics[Metric.OVERLAP].f1 == 1.0
