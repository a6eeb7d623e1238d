"""What is counted in one article."""

from __future__ import annotations

import pytest

from claims.scoring import Metric, Score, figures_of
from claims.scoring.agreement.tokens import TokenText
from claims.scoring.tally import Tally, right_claims, tally_article
from tests.claims.scoring.builders import claim, gold
from tests.claims.scoring.small import LUND_DIRECT, LUND_INDIRECT, NOBODY, TEXT, figures


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


def test_articles_are_summed_before_figures_are_worked_out() -> None:
    text = TokenText("a.txt", TEXT)
    total = Tally()
    total.add(tally_article(text, [LUND_INDIRECT], [claim(TEXT, "the price was low")]))
    total.add(tally_article(text, [LUND_DIRECT, NOBODY], []))
    result = figures_of(total)
    assert (result.articles, result.gold, result.predicted) == (2, 3, 1)
    assert result.metrics[Metric.OVERLAP] == Score(1.0, 1 / 3)


def test_each_claim_that_counts_is_right_or_wrong() -> None:
    outer = claim(TEXT, "the price was low", source="Ms. Lund")
    inner = claim(TEXT, "price", parent=0)
    wrong = claim(TEXT, "that nobody wanted it", source="Ms. Lund")
    right = right_claims(TokenText("a.txt", TEXT), [LUND_INDIRECT], [outer, inner, wrong])
    assert right == {0: True, 2: False}
