"""Public ids: short, stable, and the same in every archive."""

from __future__ import annotations

from claims.claim import Claim, ClaimType, Span, SpeakerKind
from db.schema.public_ids import (
    article_of_story,
    article_public_id,
    claim_public_ids,
    entity_public_id,
    run_public_id,
    story_public_id,
    thread_public_id,
)

HASH = "0123456789abcdef" * 4


def claim(start: int, kind: ClaimType = ClaimType.DIRECT) -> Claim:
    return Claim(kind, (Span(start, start + 3),))


def test_an_article_is_known_by_its_text_and_leads_to_its_story_and_back() -> None:
    article = article_public_id(HASH)
    assert article == "a0123456789ab"
    assert article_public_id(HASH, "other.txt") not in (article, article_public_id(HASH, "b.txt"))
    assert article_of_story(story_public_id(article)) == article


def test_a_claims_id_goes_by_its_words_alone() -> None:
    one, other = claim_public_ids(HASH, [claim(0), claim(5)])
    assert one != other
    assert claim_public_ids(HASH, [claim(0, ClaimType.INDIRECT)]) == [one]


def test_claims_of_the_same_words_are_told_apart_by_their_order() -> None:
    first, second = claim_public_ids(HASH, [claim(0), claim(0)])
    assert first != second
    assert claim_public_ids(HASH, [claim(0)]) == [first]


def test_namesakes_and_kinds_have_ids_of_their_own() -> None:
    ids = {
        entity_public_id(kind, "ann lee", namesake)
        for kind in (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION)
        for namesake in (0, 1)
    }
    assert len(ids) == 4


def test_a_thread_that_a_claim_begins_again_is_another() -> None:
    assert thread_public_id("c12") == "t12"
    assert len({thread_public_id("c12", again) for again in range(3)}) == 3


def test_runs_are_never_the_same() -> None:
    assert run_public_id() != run_public_id()
