"""A correction as the command line gives it."""

from __future__ import annotations

from dataclasses import replace

import click
import pytest
from sqlalchemy import create_engine

from claims.claim import ClaimType, Span, SpeakerKind
from tui.cli.options.correction import Given, correction

NOTHING = Given((), (), False, (), False, None, (), False, None, (), (), False)
UNUSED = create_engine("sqlite://")
"""Only words are looked up in an archive."""


def test_places_need_no_archive_and_come_in_order() -> None:
    made = correction(UNUSED, [1], replace(NOTHING, content=("9-12", "0-4"), no_cue=True))
    assert (made.content, made.cue, made.source) == ([Span(0, 4), Span(9, 12)], (), None)


def test_roles_stand_in_line_with_organizations() -> None:
    made = correction(
        UNUSED, [1], replace(NOTHING, roles=("former head", "mayor"), organizations=("Lab",))
    )
    assert made.affiliations == [("former head", "Lab"), ("mayor", "")]
    assert correction(UNUSED, [1], replace(NOTHING, no_affiliation=True)).affiliations == []


def test_type_and_kind_are_read() -> None:
    made = correction(UNUSED, [1], replace(NOTHING, type="direct", kind="group"))
    assert (made.type, made.kind) == (ClaimType.DIRECT, SpeakerKind.GROUP)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (NOTHING, "nothing is given to correct"),
        (replace(NOTHING, cue=("said",), no_cue=True), "--no-cue excludes giving one"),
        (replace(NOTHING, roles=("x",), no_affiliation=True), "--no-affiliation excludes"),
    ],
)
def test_what_makes_no_sense_is_refused(given: Given, told: str) -> None:
    with pytest.raises(click.UsageError, match=told):
        correction(UNUSED, [1], given)
