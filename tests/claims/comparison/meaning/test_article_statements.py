"""The claims of an article as they are compared."""

from __future__ import annotations

from claims.claim import Claim, ClaimType, Speaker, SpeakerKind
from claims.comparison.meaning.article_statements import (
    ClaimInArticle,
    as_compared,
    mentions_in,
    statements_of,
)
from claims.comparison.meaning.statement import Statement
from tests.db.archives import spans

TEXT = "Ada Lund said she would sell her mill. A clerk called itself fair, said he."


def claim(content: str, cue: str, source: str, *names: str) -> Claim:
    return Claim(
        ClaimType.INDIRECT,
        spans(TEXT, content),
        spans(TEXT, cue),
        spans(TEXT, *source.split("|")) if source else (),
        tuple(Speaker(name, SpeakerKind.PERSON) for name in names),
    )


SELLING = claim("she would sell her mill", "said", "Ada Lund|she", "Ada Lund")


def test_pronouns_are_read_as_whom_the_sources_mean() -> None:
    assert statements_of(TEXT, [SELLING]) == [
        Statement("Ada Lund would sell her mill", "said", ("Ada Lund",))
    ]


def test_what_other_claims_say_of_a_pronoun_counts() -> None:
    inner = claim("would sell her mill", "said", "she", "Ada Lund")
    outer = claim("she would sell her mill", "said", "")
    [_, found] = statements_of(TEXT, [inner, outer])
    assert found == Statement("Ada Lund would sell her mill", "said")


def test_a_source_of_nobody_known_stands_as_written() -> None:
    [found] = statements_of(TEXT, [claim("fair", "called", "A clerk|he")])
    assert found.speakers == ("A clerk; he",)


def test_two_speakers_are_no_one_whom_a_pronoun_means() -> None:
    both = claim("she would sell her mill", "said", "Ada Lund|she", "Ada Lund", "Bo Ek")
    [found] = statements_of(TEXT, [both])
    assert found == Statement("she would sell her mill", "said", ("Ada Lund", "Bo Ek"))


def test_a_content_that_begins_with_a_reflexive_has_its_speaker_there() -> None:
    stated = ClaimInArticle(spans(TEXT, "itself fair"), (), "called", "", ["the Mill Guild"])
    assert mentions_in([stated]) == {}
    assert as_compared(TEXT, stated, {}).content == "the Mill Guild fair"
