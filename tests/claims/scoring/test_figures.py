"""The figures of small articles, worked out by hand."""

from __future__ import annotations

import pytest

from claims.claim import Claim, ClaimType
from claims.scoring import Figures, GoldAttribution, Metric, Part, Score, figures_of
from claims.scoring.tally import Tally, tally_article
from claims.scoring.tokens import TokenText
from tests.claims.scoring.builders import claim, find, gold

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


def test_gold_against_itself_is_perfect() -> None:
    same = [
        Claim(ClaimType.DIRECT, attribution.content, attribution.cue, attribution.source)
        for attribution in (LUND_DIRECT, LUND_INDIRECT, NOBODY)
    ]
    result = figures([LUND_DIRECT, LUND_INDIRECT, NOBODY], same)
    assert all(score == Score(1.0, 1.0) for score in result.metrics.values())
    assert all(score == Score(1.0, 1.0) for score in result.words.values())
    assert result.gold_by_kind == {
        ClaimType.DIRECT: 1,
        ClaimType.MIXED: 0,
        ClaimType.INDIRECT: 2,
    }


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


def test_a_nested_claim_is_no_error_where_it_matches_nothing() -> None:
    outer = claim(TEXT, "the price was low", source="Ms. Lund")
    inner = claim(TEXT, "price", parent=0)
    assert figures([LUND_INDIRECT], [outer, inner]).metrics[Metric.OVERLAP] == Score(1.0, 1.0)


def test_a_nested_claim_counts_where_it_matches() -> None:
    deep = gold(TEXT, "price", event="E9")
    outer = claim(TEXT, "the price was low", source="Ms. Lund")
    inner = claim(TEXT, "price", parent=0)
    result = figures([LUND_INDIRECT, deep], [outer, inner])
    assert result.predicted == 2
    assert result.metrics[Metric.OVERLAP] == Score(1.0, 1.0)


@pytest.mark.parametrize("parent", [None, 0, 7])
def test_a_claim_that_is_not_inside_its_parent_is_an_error(parent: int | None) -> None:
    first = claim(TEXT, "the price was low", source="Ms. Lund")
    second = claim(TEXT, "that nobody wanted it", source="Ms. Lund", parent=parent)
    assert figures([LUND_INDIRECT], [first, second]).metrics[Metric.OVERLAP] == Score(0.5, 1.0)


def test_a_content_found_twice_is_right_once() -> None:
    twice = [claim(TEXT, "the price was low", source="Ms. Lund")] * 2
    result = figures([LUND_INDIRECT], twice)
    assert result.metrics[Metric.OVERLAP] == Score(0.5, 1.0)
    assert result.metrics[Metric.EXACT] == Score(0.5, 1.0)


def test_nothing_predicted_scores_nothing() -> None:
    result = figures([LUND_INDIRECT], [])
    assert result.metrics[Metric.OVERLAP] == Score(0.0, 0.0)
    assert result.metrics[Metric.OVERLAP].f1 == 0.0


def test_articles_are_summed_before_figures_are_worked_out() -> None:
    text = TokenText("a.txt", TEXT)
    total = Tally()
    total.add(tally_article(text, [LUND_INDIRECT], [claim(TEXT, "the price was low")]))
    total.add(tally_article(text, [LUND_DIRECT, NOBODY], []))
    result = figures_of(total)
    assert (result.articles, result.gold, result.predicted) == (2, 3, 1)
    assert result.metrics[Metric.OVERLAP] == Score(1.0, 1 / 3)
