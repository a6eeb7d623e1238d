"""What is asked of claims."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, text

from db.connection.engine import writing
from tests.db.library import found
from tests.db.query.conditions.asked import ALL


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("type:direct", ["Nobody cycles home", "The depot roof"]),
        ("type:direct type:mixed", ["Nobody cycles home", *ALL[3:5]]),
        ("kind:group", ["the noise"]),
        ("kind:organization kind:document", ["declined to publish", "cracks in two"]),
        ("kind:person speaker:brandt type:direct", ["Nobody cycles home", "The depot roof"]),
        ("min-confidence:0.9", ["Nobody cycles home", "The depot roof"]),
    ],
)
def test_claims_are_found_by_type_kind_and_confidence(
    library: Engine, line: str, expected: list[str]
) -> None:
    assert found(library, line) == expected


def test_what_is_hardly_a_statement_or_hardly_its_speakers_is_left_out(library: Engine) -> None:
    assert found(library, "article:night min-statement:0.5") == ALL[:2]
    assert found(library, "article:night min-speaker-confidence:0.5") == ALL[:2]
    assert found(library, "article:night min-statement:0.1") == ALL[:3]


def test_what_no_run_told_of_is_kept(own_library: Engine) -> None:
    with writing(own_library) as connection:
        connection.execute(text("UPDATE claim SET statement = NULL"))
        connection.execute(text("UPDATE claim_speaker SET confidence = NULL"))

    line = "article:night min-statement:0.5 min-speaker-confidence:0.5"
    assert found(own_library, line) == ALL[:3]


SAID = [ALL[0], ALL[1], "The depot roof"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("cue:say", [*SAID, "Tickets should be"]),
        ("cue:SAY class:demand", ["Tickets should be"]),
        ("cue:argue", ["the bridge must"]),
        ('cue:"that argue"', ["the bridge must"]),
        # Whole words: a lemma is a word of the dictionary, and "sa" is none.
        ("cue:sa", []),
        ("cue:%", []),
        ("cue:!", []),
        ("class:statement", SAID),
        ("class:denial class:opinion", [*ALL[4:6], "the bridge must"]),
        ("class:belief", []),
        ("is:negated", ["declined to publish"]),
        ("not:negated", [one for one in ALL if one != "declined to publish"]),
        ("is:prediction", ["night trams would", "the noise"]),
        ("is:hedged", ["Tickets should be"]),
        ("class:statement -is:prediction", SAID[1:]),
        ("not:negated not:hedged not:prediction speaker:achterberg", [ALL[6], ALL[8]]),
        ("class:emotion sort:-confidence limit:1", ["the noise"]),
    ],
)
def test_claims_are_found_by_cue_class_and_flags(
    library: Engine, line: str, expected: list[str]
) -> None:
    assert found(library, line) == expected
