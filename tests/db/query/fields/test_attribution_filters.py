"""Filters by who says it and how, as they are told."""

from __future__ import annotations

import pytest

from claims.claim import ClaimType, CueClass, SpeakerKind
from db.query.fields.attribution_filters import AttributionFilters
from db.query.line import parse_filter
from db.query.sentence import sentence


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("speaker:brandt org:rail", "claims by brandt, speaking for rail"),
        (
            "article:depot story:s000000000000 is:copy",
            "claims in article depot, in the story s000000000000, in copies",
        ),
        ("outlet:ledger not:copy", "claims not in copies, published by ledger"),
        ("type:direct cue:say", "direct claims with the cue “say”"),
        ("class:denial class:opinion", "claims that are denials or opinions"),
        ("is:negated not:hedged is:prediction", "claims negated, not hedged, predicting"),
        ("kind:person kind:group", "claims by persons or groups"),
    ],
)
def test_each_is_told_in_its_place(line: str, told: str) -> None:
    assert sentence(parse_filter(line)) == told


def test_what_is_not_asked_for_is_left_open() -> None:
    asked = parse_filter("speaker:brandt type:mixed class:denial kind:group not:negated")
    assert (asked.speakers, asked.types, asked.cue_classes, asked.kinds, asked.negated) == (
        ("brandt",),
        (ClaimType.MIXED,),
        (CueClass.DENIAL,),
        (SpeakerKind.GROUP,),
        False,
    )
    nothing = AttributionFilters()
    assert (asked.organizations, asked.outlets, asked.copy, asked.hedged) == (
        nothing.organizations,
        nothing.outlets,
        nothing.copy,
        nothing.hedged,
    )
