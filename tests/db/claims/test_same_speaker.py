"""All claims of whoever speaks one."""

from __future__ import annotations

from sqlalchemy import Engine

from db.claims.same_speaker import said_by_the_same
from db.identity.decisions import merge
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from db.review.actions import Correction, correct
from tests.db.library import rows


def numbers(engine: Engine, line: str) -> list[int]:
    return sorted(row.id for row in rows(engine, parse_filter(line)))


def test_a_speakers_claims_in_all_articles(library: Engine) -> None:
    claims = rows(library, parse_filter("speaker:brandt"))
    alone = next(row for row in claims if len(row.speakers) == 1)
    assert sorted(said_by_the_same(library, alone.id)) == sorted(row.id for row in claims)


def test_a_joint_claim_has_those_of_all_its_speakers(library: Engine) -> None:
    joint = next(row for row in rows(library, ClaimQuery()) if len(row.speakers) > 1)
    theirs = {n for name in joint.names for n in numbers(library, f'speaker:"{name}"')}
    assert sorted(said_by_the_same(library, joint.id)) == sorted(theirs)


def test_names_that_were_merged_are_one(own_library: Engine) -> None:
    before = numbers(own_library, "speaker:achterberg")
    merge(own_library, "Tom Achterberg", ["Nadège Okafor"], "anna")
    found = said_by_the_same(own_library, before[0])
    assert set(found) >= {*before, *numbers(own_library, "speaker:okafor")}


def test_a_correction_counts(own_library: Engine) -> None:
    (okafor, *_) = numbers(own_library, "speaker:okafor")
    correct(own_library, [okafor], Correction(names=["Ilse Brandt"]), "anna")
    assert okafor in said_by_the_same(own_library, numbers(own_library, "speaker:brandt")[0])


def test_nobody_named_has_none(library: Engine) -> None:
    nobody = next(row for row in rows(library, ClaimQuery()) if not any(row.names))
    assert said_by_the_same(library, nobody.id) == []
