"""Whom "the 71-year-old" means: by the age that the article states, or as who was just told of."""

from __future__ import annotations

from typing import Final

from claims.extraction.document.clusters import MentionCluster, MentionClusters
from claims.extraction.document.mentions import Mention
from claims.extraction.document.tokens import Tokens
from claims.extraction.parsing.noun_phrases import Nominal
from claims.extraction.speakers.focus import Focus
from claims.extraction.speakers.possessors import DEFINITE

# In how many sentences of the article's own account somebody is just told of.
_CLOSE: Final = 2


def person_of_age(
    tokens: Tokens, clusters: MentionClusters, focus: Focus, nominal: Nominal
) -> MentionCluster | None:
    """The person, named or not, whom an age means; None if that is open.

    Args:
        tokens: The article.
        clusters: Who appears in it.
        focus: Who has been told of so far.
        nominal: "The 71-year-old".
    """
    start, age = nominal.start, tokens.lower[nominal.core]
    if tokens.lower[start] not in DEFINITE:
        return None
    ages = {
        id(one): {_age_behind(tokens, mention) for mention in one.mentions} - {""}
        for one in clusters.persons
    }
    of_that = [one for one in clusters.persons if age in ages[id(one)] and one.before(start)]
    if of_that:
        return of_that[0] if len(of_that) == 1 else None
    acting: dict[int, MentionCluster] = {}
    step = tokens.step[start] - _CLOSE
    for sighting in reversed(focus.seen):
        cluster = sighting.cluster
        if tokens.step[sighting.token] < step:
            break
        acts = (sighting.subject and not sighting.quoted) or cluster is focus.speaker
        if acts and cluster.is_person and not ages.get(id(cluster)):
            acting[id(cluster)] = cluster
            step = tokens.step[sighting.token]
    return next(iter(acting.values())) if len(acting) == 1 else None


def _age_behind(tokens: Tokens, mention: Mention) -> str:
    """The age behind a name: "Ann Lee, 71,"; empty if none is told."""
    behind = tokens.text[mention.end : mention.end + 2]
    return behind[1] if behind[:1] == [","] and behind[-1].isdigit() else ""
