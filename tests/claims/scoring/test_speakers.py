"""Speaker figures of small articles, worked out by hand."""

from __future__ import annotations

from claims.claim import Affiliation, Claim, Span, Speaker, SpeakerKind
from claims.scoring import GoldSpeaker, GoldSpeakers, GoldSpeech, NamingFigures, Score
from claims.scoring.agreement.tokens import TokenText
from claims.scoring.speakers import naming_figures, tally_naming
from tests.claims.scoring.builders import claim, gold

TEXT = (
    "Gas will flow, said Ada Lund, director of the Fjord Institute. "
    "She said the price was low. Officials said nobody cared."
)

GOLD = [
    gold(TEXT, "Gas will flow", source="Ada Lund"),
    gold(TEXT, "the price was low", source="She", event="E2"),
    gold(TEXT, "nobody cared", source="Officials", event="E3"),
]

NOWHERE = Span(0, 1)

POST = Affiliation("director", "Fjord Institute", NOWHERE)

LUND = GoldSpeaker("Ada Lund", SpeakerKind.PERSON, ("Ms. Lund",), (POST,))

OFFICIALS = GoldSpeaker("officials", SpeakerKind.GROUP, (), ())

SPEAKERS = GoldSpeakers(
    "a.txt",
    "a_gold.ann",
    (LUND, OFFICIALS),
    (
        GoldSpeech("E1", LUND, (), "name"),
        GoldSpeech("E2", LUND, (), "pronoun"),
        GoldSpeech("E3", OFFICIALS, (), "collective"),
    ),
)


def figures(*claims: Claim) -> NamingFigures:
    return naming_figures(tally_naming(TokenText("a.txt", TEXT), GOLD, SPEAKERS, claims))


def person(name: str, *affiliations: Affiliation) -> tuple[Speaker, ...]:
    return (Speaker(name, SpeakerKind.PERSON, affiliations),)


def test_a_right_name_counts_for_each_claim_that_has_it() -> None:
    result = figures(
        claim(TEXT, "Gas will flow", speakers=person("Ada Lund")),
        claim(TEXT, "the price was low", speakers=person("Ada Lund")),
    )
    assert result.strict == result.lenient == Score(1.0, 1.0)
    assert result.on_matched == 1.0
    assert result.by_resolution == {"name": (1, 1), "pronoun": (1, 1)}


def test_an_alias_is_right_only_leniently() -> None:
    # "Ms. Lund" is comparable as "lund", which is not the fullest name.
    result = figures(claim(TEXT, "the price was low", speakers=person("Ms. Lund")))
    assert result.strict == Score(0.0, 0.0)
    assert result.lenient == Score(1.0, 0.5)


def test_a_name_on_content_that_is_not_in_the_gold_costs_precision() -> None:
    result = figures(
        claim(TEXT, "Gas will flow", speakers=person("Ada Lund")),
        claim(TEXT, "director of the Fjord Institute", speakers=person("Ada Lund")),
    )
    assert result.strict == Score(0.5, 0.5)


def test_groups_count_for_kind_only() -> None:
    group = (Speaker("officials", SpeakerKind.GROUP),)
    result = figures(claim(TEXT, "nobody cared", speakers=group))
    assert result.kind == 1.0
    assert result.strict == Score(0.0, 0.0)
    wrong = figures(claim(TEXT, "nobody cared", speakers=person("Officials")))
    assert wrong.kind == 0.0


def test_one_of_several_speakers_is_enough() -> None:
    both = (*person("Xu Wen"), *person("Ada Lund"))
    assert figures(claim(TEXT, "Gas will flow", speakers=both)).on_matched == 1.0


def test_affiliations_are_counted_once_an_article() -> None:
    twice = person("Ada Lund", Affiliation("the director", "the Fjord Institute", NOWHERE))
    result = figures(
        claim(TEXT, "Gas will flow", speakers=twice),
        claim(TEXT, "the price was low", speakers=twice),
    )
    assert result.affiliation == Score(1.0, 1.0)


def test_an_affiliation_without_its_organization_is_another_affiliation() -> None:
    half = person("Ada Lund", Affiliation("director", None, NOWHERE))
    result = figures(claim(TEXT, "Gas will flow", speakers=half))
    assert result.affiliation == Score(0.0, 0.0)
