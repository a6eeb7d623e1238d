"""The weights of cues."""

from __future__ import annotations

import json

import pytest

from claims.extraction.rules.log_odds import Lexicon, lexicon
from claims.training.count_cues import Observation, build

FIELDS = {"pairs", "priors", "shifts", "slope", "intercept", "lemmas", "lemma_slope"}

NOT_GIVEN: tuple[str, ...] = ()


def seen(lemma: str, marked: int, unmarked: int, context: str) -> list[Observation]:
    return [Observation(lemma, "that", (context,), at < marked) for at in range(marked + unmarked)]


def counted() -> Lexicon:
    row = seen("say", 30, 5, "source:PROPN") + seen("make", 1, 34, "source:none")
    fields = build([row[::2], row[1::2]])
    assert set(fields) == FIELDS
    return Lexicon(**json.loads(json.dumps(fields)))


def test_a_cue_is_as_likely_as_it_was_marked() -> None:
    weights = counted()
    assert weights.share("say", "that") > 0.8
    assert weights.share("make", "that") < 0.1


def test_an_unknown_cue_falls_back_on_its_construction() -> None:
    weights = counted()
    assert weights.share("mumble", "that") == weights.priors["that"]
    assert weights.share("say", "unheard of") == 0.0


def test_context_moves_the_probability() -> None:
    weights = counted()
    named = weights.probability("say", "that", ["source:PROPN"])
    assert named > weights.probability("say", "that", ["source:none"])
    assert 0.0 < named < 1.0


def test_what_is_never_a_cue_is_not_looked_at() -> None:
    weights = Lexicon({"that": {"say": 0.9, "rain": 0.0}}, {"that": 0.3}, {}, 1.0, 0.0, {}, 0.0)
    assert weights.wanted("say")
    assert weights.wanted("never counted")
    assert not weights.wanted("rain")


@pytest.mark.parametrize(
    ("likely", "unlikely"),
    [
        (("say", "that"), ("mean", "that")),
        (("accuse", "object_of"), ("remind", "object_of")),
        (("vow", "to"), ("return", "to")),
        (("warn", "of"), ("consist", "of")),
        (("add", "quote_before"), ("walk", "quote_before")),
    ],
)
def test_the_shipped_lexicon_knows_its_trade(
    likely: tuple[str, str], unlikely: tuple[str, str]
) -> None:
    assert lexicon().share(*likely) > 0.5 > lexicon().share(*unlikely)
