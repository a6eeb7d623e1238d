"""Figures as a table and as an object."""

from __future__ import annotations

from claims.claim import ClaimType
from claims.scoring.agreement.tokens import TokenText
from claims.scoring.figures import Score, figures_of
from claims.scoring.report import (
    figures_record,
    figures_table,
    naming_table,
    score_record,
)
from claims.scoring.speakers import NamingTally, naming_figures
from claims.scoring.tally import tally_article
from tests.claims.scoring.builders import claim, gold

TEXT = "Gas will flow, said Ada Lund."
FIGURES = figures_of(
    tally_article(
        TokenText("a.txt", TEXT),
        [gold(TEXT, "Gas will flow", source="Ada Lund")],
        [claim(TEXT, "Gas will flow", source="Ada Lund")],
    )
)


def test_a_score_is_rounded() -> None:
    assert score_record(Score(2 / 3, 0.5)) == {"p": 0.6667, "r": 0.5, "f1": 0.5714}


def test_the_object_has_what_the_table_shows() -> None:
    record, table = figures_record(FIGURES), [*figures_table(FIGURES)]
    assert (record["articles"], record["gold"], record["pred"]) == (1, 1, 1)
    assert table[0] == "1 articles, 1 gold attributions, 1 claims"
    assert any(line.split() == ["content", "exact", "1.000", "1.000", "1.000"] for line in table)


def test_a_kind_that_does_not_occur_has_no_share() -> None:
    recall = figures_record(FIGURES)["recall"]
    assert isinstance(recall, dict)
    assert recall[ClaimType.MIXED.value]["n"] == 0
    assert recall[ClaimType.MIXED.value]["overlap"] is None


def test_speakers_are_told_by_how_they_are_referred_to() -> None:
    tally = NamingTally(strict=1, lenient=1, named_gold=2, named_predicted=1)
    tally.right_by["name"], tally.matched_by["name"] = 1, 2
    assert [*naming_table(naming_figures(tally))][-1] == "by reference: name 1/2"
