"""Short articles of our own with their claims, for the tests of the archive."""

from __future__ import annotations

from claims.claim import Claim, ClaimType, CueClass, SpeakerKind
from tests.db.archives import claim, speaker

HARBOUR = """Harbour wall to be raised

By Ines Kovač
May 3, 2023

Mara Lindqvist, a harbour engineer at the Port Institute, said the wall would be raised by a metre.
"We have run out of dry winters," Ms. Lindqvist said, "and out of excuses."
She added that "the money is there" once the council votes.
The council declined to comment.
"""

FERRY = """Ferry company counts the cost

According to Mara Lindqvist, director of the Coastal Works Board, ferries lose nine days a year.
“Nine days is a lot of bread,” said Émile Örn of the bakers' guild.
"""


def harbour_claims() -> tuple[Claim, ...]:
    """The claims of ``HARBOUR``."""
    text = HARBOUR
    engineer = speaker(
        text,
        "Mara Lindqvist",
        "harbour engineer",
        "Port Institute",
        evidence="a harbour engineer at the Port Institute",
    )
    council = speaker(text, "The council", kind=SpeakerKind.ORGANIZATION)
    return (
        claim(
            text,
            "the wall would be raised by a metre",
            cue="said",
            source="Mara Lindqvist",
            speakers=[engineer],
            kind=ClaimType.INDIRECT,
            confidence=0.75,
            lemma="say",
            cue_class=CueClass.STATEMENT,
            prediction=True,
        ),
        claim(
            text,
            ["We have run out of dry winters", "and out of excuses"],
            cue="said, ",
            source="Ms. Lindqvist",
            speakers=[engineer],
        ),
        claim(
            text,
            '"the money is there" once the council votes',
            cue="added that",
            source="She",
            speakers=[engineer],
            kind=ClaimType.MIXED,
        ),
        claim(
            text,
            "declined to comment",
            source="The council",
            speakers=[council],
            kind=ClaimType.INDIRECT,
            parent=2,
            lemma="decline",
            cue_class=CueClass.DENIAL,
            negated=True,
            hedged=True,
        ),
    )


def ferry_claims() -> tuple[Claim, ...]:
    """The claims of ``FERRY``."""
    text = FERRY
    director = speaker(
        text,
        "Mara Lindqvist",
        "director",
        "Coastal Works Board",
        evidence="director of the Coastal Works Board",
    )
    baker = speaker(text, "Émile Örn", None, "bakers' guild", evidence="of the bakers' guild")
    return (
        claim(
            text,
            "ferries lose nine days a year",
            cue="According to",
            source="Mara Lindqvist",
            speakers=[director],
            kind=ClaimType.INDIRECT,
        ),
        claim(
            text,
            "Nine days is a lot of bread",
            cue="said",
            source="Émile Örn",
            speakers=[baker],
        ),
    )
