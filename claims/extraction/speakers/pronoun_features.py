"""What makes a person likely to be meant by a pronoun, as features for the ranker.

The features are those that studies of pronouns agree on: nearness, grammatical role, being the one
who speaks, how often the article names somebody, parallel roles (Lappin and Leass 1994; Ng and
Cardie 2002), with two of news prose: whoever is only spoken about inside a claim is seldom its
next speaker, and an article's own paragraphs change the subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p
from typing import TYPE_CHECKING, Final

from claims.extraction.document.tokens import Tokens
from claims.extraction.speakers.ranker import Features

if TYPE_CHECKING:
    from claims.extraction.document.clusters import MentionCluster

SUBJECTS: Final = frozenset(("nsubj", "nsubjpass", "ROOT"))
SUBJECT_AHEAD: Final = "subject ahead"
_SPEAKER_REACH: Final = 3


@dataclass(slots=True)
class Sighting:
    """A person in focus at a token, by name, pronoun or description."""

    token: int
    cluster: MentionCluster
    subject: bool
    possessive: bool
    quoted: bool
    named: bool = True


@dataclass(frozen=True, slots=True)
class Moment:
    """What the article has told before a pronoun, as far as it bears on all candidates.

    Args:
        token: The pronoun.
        source: Whether it is the source of a claim.
        speaker: Who spoke last, and at which token.
        paragraph: Number of the paragraph by token.
        inside: Whether a token stands inside a claim, by token.
    """

    token: int
    source: bool
    speaker: MentionCluster | None
    spoke_at: int
    paragraph: Sequence[int]
    inside: Sequence[bool]


def pronoun_features(
    tokens: Tokens,
    moment: Moment,
    sighting: Sighting,
    *,
    acted: int | None,
    known: bool,
    spoke: bool,
    count: int,
    most: int,
    ahead: bool,
) -> Features:
    """What speaks for the person of ``sighting``, the latest of that person.

    Args:
        tokens: The article.
        moment: The pronoun and what has gone before.
        sighting: Where the person was mentioned last.
        acted: Where the person was last a subject outside any claim; None if nowhere in reach.
        known: Whether the pronoun's gender is known to be the person's.
        spoke: Whether the person has been the source of a claim.
        count: How often the person has been mentioned.
        most: How often the most mentioned candidate has been.
        ahead: Whether the person is the subject of the clause that the pronoun opens.
    """
    token, at = moment.token, sighting.token
    steps = tokens.step[token] - tokens.step[at]
    near = moment.paragraph[token] == moment.paragraph[at]
    inside = moment.inside[at]
    found: Features = {
        "same sentence": steps == 0,
        "one back": steps == 1,
        "two back": steps == 2,
        "further": log1p(max(0, steps - 2)),
        "words": log1p(token - at),
        "subject": sighting.subject,
        "near subject": sighting.subject and steps <= 1,
        "same-sentence subject": sighting.subject and steps == 0,
        "possessive": sighting.possessive,
        "by name": sighting.named,
        "same paragraph": near,
        "previous paragraph": moment.paragraph[token] - moment.paragraph[at] == 1,
        "gender": known,
        "frequency": log1p(count),
        "share": count / max(1, most),
        "unnamed": sighting.cluster.unnamed is not None,
        "quoted": sighting.quoted and not tokens.quoted[token],
        "inside a claim": inside,
        "source, inside a claim": inside and moment.source,
        "subject inside a claim": inside and sighting.subject,
        "parallel": tokens.dep[token] in SUBJECTS and sighting.subject and steps == 1,
        "first paragraph": moment.paragraph[at] == 0,
        SUBJECT_AHEAD: ahead,
    }
    found |= _acting(tokens, moment, acted)
    found |= _speaking(tokens, moment, sighting, spoke=spoke)
    return {name: float(value) for name, value in found.items() if value}


def _acting(tokens: Tokens, moment: Moment, acted: int | None) -> Features:
    """How lately the person was a subject outside any claim."""
    if acted is None:
        return {}
    ago = tokens.step[moment.token] - tokens.step[acted]
    return {
        "acted here": ago == 0,
        "acted before": ago == 1,
        "acted lately": ago in (2, 3),
        "acted in the paragraph": moment.paragraph[moment.token] == moment.paragraph[acted],
    }


def _speaking(tokens: Tokens, moment: Moment, sighting: Sighting, *, spoke: bool) -> Features:
    """Whether the person has been a source, and how lately if it was the last one."""
    if sighting.cluster is not moment.speaker:
        return {"spoke before": spoke}
    token, spoke_at = moment.token, moment.spoke_at
    late = tokens.step[token] - tokens.step[spoke_at] <= _SPEAKER_REACH
    return {
        "last speaker": late,
        "unnamed, last speaker": sighting.cluster.unnamed is not None,
        "source, last speaker": moment.source and late,
        "last speaker, same paragraph": moment.paragraph[token] == moment.paragraph[spoke_at],
        "last speaker, long ago": not late,
    }
