"""Which person a pronoun refers to: a ranked choice over those the article has in focus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

from claims.claim import Speaker
from claims.extraction.document.clusters import MentionCluster, MentionClusters
from claims.extraction.document.mentions import NameKind
from claims.extraction.document.tokens import Tokens
from claims.extraction.speakers.pronoun_features import (
    SUBJECT_AHEAD,
    SUBJECTS,
    Moment,
    Sighting,
    pronoun_features,
)
from claims.extraction.speakers.ranker import (
    PRONOUN,
    PersonCandidate,
    Ranker,
    Taken,
    shipped_ranker,
)
from claims.language.names import Gender

_REACH: Final = 25
PAIR_REACH: Final = 4
_CLEAR_REACH: Final = 2
_CLOSING: Final = frozenset(("”", '"', "''", "’’"))


@dataclass
class Focus:
    """The persons seen so far, in text order, and who spoke last."""

    tokens: Tokens
    clusters: MentionClusters
    ranker: Ranker = field(default_factory=shipped_ranker)
    inside: list[bool] = field(default_factory=list)
    seen: list[Sighting] = field(default_factory=list)
    speaker: MentionCluster | None = None
    last: tuple[Speaker | MentionCluster, ...] = ()
    spoke_at: int = -1
    last_at: int = -1
    spoken: set[int] = field(default_factory=set)
    count: Counter[int] = field(default_factory=Counter)
    taken: dict[int, Taken] = field(default_factory=dict)
    paragraph: list[int] = field(init=False)

    def __post_init__(self) -> None:
        breaks = ("\n" in text for text in self.tokens.text)
        self.paragraph = list(accumulate(breaks, initial=0))
        self.inside = self.inside or [False] * len(self.tokens)

    def see(self, token: int, head: int, cluster: MentionCluster) -> None:
        """Note that ``cluster`` is mentioned at ``token``; ``head`` is the mention's last token."""
        dep = self.tokens.dep[head]
        quoted = self.tokens.quoted[token]
        if not quoted:
            self.count[id(cluster)] += 1
        named = self.clusters.mention_at(token) is not None
        self.seen.append(Sighting(token, cluster, dep in SUBJECTS, dep == "poss", quoted, named))

    def speak(
        self,
        token: int,
        cluster: MentionCluster | None,
        answer: tuple[Speaker | MentionCluster, ...],
    ) -> None:
        """Note that ``cluster``, or somebody without a name, is the source of a claim."""
        self.last, self.last_at = answer, token
        if cluster is not None and cluster.is_person:
            self.speaker, self.spoke_at = cluster, token
            self.spoken.add(id(cluster))

    def pair(self, token: int, kind: NameKind, reach: int = 1000) -> list[MentionCluster]:
        """The two of a kind that "the two leaders" at ``token`` means; fewer if there are not."""
        near: dict[int, MentionCluster] = {}
        for sighting in reversed(self.seen):
            if self.tokens.sent[token] - self.tokens.sent[sighting.token] > reach:
                break
            cluster = sighting.cluster
            if (
                sighting.token < token
                and cluster.kind is kind
                and cluster.unnamed is None
                and not sighting.quoted
            ):
                near[id(cluster)] = cluster
        often = sorted(near.values(), key=lambda m: (-self.count[id(m)], m.mentions[0].start))[:2]
        return sorted(often, key=lambda m: m.mentions[0].start)

    def foremost(self, token: int, reach: int) -> MentionCluster | None:
        """The named person whom the article mentions most among those just mentioned."""
        near: dict[int, MentionCluster] = {}
        for sighting in reversed(self.seen):
            if self.tokens.sent[token] - self.tokens.sent[sighting.token] > reach:
                break
            cluster = sighting.cluster
            named = cluster.is_person and cluster.unnamed is None
            if named and not sighting.quoted:
                near[id(cluster)] = cluster
        return max(near.values(), key=lambda m: len(m.mentions), default=None)

    def clear(self, token: int, gender: Gender) -> MentionCluster | None:
        """The person that a pronoun at ``token`` cannot but mean; None if that is open.

        That is the only person it may mean in the nearest account that names one, as its subject.
        """
        found: Sighting | None = None
        for sighting in reversed(self.seen):
            if sighting.quoted or not sighting.cluster.is_person or sighting.token >= token:
                continue
            if sighting.cluster.gender not in (None, gender):
                continue
            if found is None:
                if self.tokens.step[token] - self.tokens.step[sighting.token] > _CLEAR_REACH:
                    return None
                found = sighting
            elif self.tokens.step[sighting.token] < self.tokens.step[found.token]:
                break
            elif sighting.cluster is not found.cluster:
                return None
            elif sighting.subject:
                found = sighting
        return found.cluster if found is not None and found.subject else None

    def choose(
        self,
        token: int,
        gender: Gender | None,
        own_content: tuple[int, int] | None = None,
    ) -> MentionCluster | None:
        """The person that a pronoun at ``token`` most likely refers to; None if none is in reach.

        Args:
            token: The pronoun.
            gender: Of the pronoun; None if it tells none.
            own_content: Tokens of the claim whose source the pronoun is, end-exclusive.
        """
        return self.take(PRONOUN, token, self.candidates(token, gender, own_content))

    def take(
        self, kind: str, token: int, candidates: Sequence[PersonCandidate]
    ) -> MentionCluster | None:
        """Whom the ranker chooses for an expression at ``token``; keeps how sure it is."""
        taken = self.ranker.best(kind, token, candidates)
        self.taken[token] = taken
        return taken.cluster

    def candidates(
        self, token: int, gender: Gender | None, own_content: tuple[int, int] | None
    ) -> list[PersonCandidate]:
        """Everybody whom a pronoun at ``token`` may mean, the latest mentioned first."""
        latest, subjects = self._latest(token, own_content or (0, 0))
        latest = [s for s in latest if gender is None or s.cluster.gender in (None, gender)]
        if own_content is not None:
            latest = [s for s in latest if not self._owns_speaker(s, token, gender)]
        most = max((self.count[id(s.cluster)] for s in latest), default=0)
        moment = Moment(
            token,
            own_content is not None,
            self.speaker,
            self.spoke_at,
            self.paragraph,
            self.inside,
        )
        ahead = self._subject_ahead(token)
        found = [
            PersonCandidate(
                s.cluster,
                pronoun_features(
                    self.tokens,
                    moment,
                    s,
                    acted=subjects.get(id(s.cluster)),
                    known=gender is not None and s.cluster.gender == gender,
                    spoke=id(s.cluster) in self.spoken,
                    count=self.count[id(s.cluster)],
                    most=most,
                    ahead=s.cluster is ahead,
                ),
            )
            for s in latest
        ]
        seen = any(one.cluster is ahead for one in found)
        if ahead is None or seen or gender is None or ahead.gender not in (None, gender):
            return found
        return [*found, PersonCandidate(ahead, {SUBJECT_AHEAD: 1.0})]

    def just_seen(self, start: int) -> list[MentionCluster]:
        """The persons of the sentence before and of this one up to token ``start``, in a paragraph.

        None if somebody else than their subjects is among them, but before a quotation the
        subjects alone count: whoever "blamed Lee" is quoted, not Lee.
        """
        quotes = self.behind_quotation(start)
        subjects: dict[int, MentionCluster] = {}
        others: dict[int, MentionCluster] = {}
        paragraph = None
        for sighting in reversed(self.seen):
            at = sighting.token
            if self.tokens.step[start] - self.tokens.step[at] > 1:
                break
            hidden = sighting.quoted or (quotes and self.inside[at])
            if sighting.cluster.is_person and at < start and not hidden:
                paragraph = self.paragraph[at] if paragraph is None else paragraph
                if self.paragraph[at] != paragraph:
                    break
                kept = subjects if sighting.subject else others
                kept[id(sighting.cluster)] = sighting.cluster
        return list((subjects if quotes else others | subjects).values() if subjects else ())

    def behind_quotation(self, token: int) -> bool:
        """Whether a source stands behind what it says: "“It is done,” the forward said"."""
        before = self.tokens.text[max(0, token - 2) : token]
        return not self.tokens.quoted[token] and not _CLOSING.isdisjoint(before)

    def _owns_speaker(self, sighting: Sighting, token: int, gender: Gender | None) -> bool:
        """Whether someone only stands before the ’s of who spoke: "Lee’s mother, Ann, said"."""
        speaker, at = self.speaker, self.spoke_at
        if speaker is None or speaker is sighting.cluster:
            return False
        if self.tokens.sent[token] == self.tokens.sent[at]:
            return False  # "Lee’s lawyer says he will not come"
        if gender is not None and speaker.gender not in (None, gender):
            return False
        beside = self.tokens.sent[sighting.token] == self.tokens.sent[at] and sighting.token < at
        return sighting.possessive and beside and self.paragraph[at] == self.paragraph[token]

    def _subject_ahead(self, token: int) -> MentionCluster | None:
        """The person who is the subject of a clause that the pronoun opens: "In her view, Lee"."""
        tokens, at = self.tokens, token
        while tokens.head[at] != at:
            at = tokens.head[at]
            for i in range(token + 1, at):
                mention = self.clusters.mention_at(i)
                if mention is None or mention.kind is not NameKind.PERSON:
                    continue
                if tokens.head[i] == at and tokens.dep[i] in SUBJECTS:
                    return self.clusters.cluster_of(mention)
        return self._apposed_ahead(token, at)

    def _apposed_ahead(self, token: int, verb: int) -> MentionCluster | None:
        """The same where the parser took the name for an apposition: "In her job as mayor, Lee"."""
        tokens = self.tokens
        if any(tokens.head[i] == verb and tokens.dep[i] in SUBJECTS for i in range(token, verb)):
            return None
        commas = (i for i in range(token + 1, verb) if tokens.text[i] == ",")
        mention = self.clusters.mention_at(next(commas, token) + 1)
        named = mention is not None and mention.kind is NameKind.PERSON
        return self.clusters.cluster_of(mention) if mention is not None and named else None

    def _latest(
        self, token: int, own_content: tuple[int, int]
    ) -> tuple[list[Sighting], dict[int, int]]:
        """The last sighting before ``token`` of each person in reach, the latest first.

        Whom the pronoun’s own claim is about does not come into sight by that. Beside it, by
        person, the token where each was last a subject of the article’s own account.
        """
        latest: dict[int, Sighting] = {}
        subjects: dict[int, int] = {}
        for sighting in reversed(self.seen):
            if self.tokens.sent[token] - self.tokens.sent[sighting.token] > _REACH:
                break
            if not sighting.cluster.is_person or sighting.token >= token:
                continue
            if own_content[0] <= sighting.token < own_content[1]:
                continue
            latest.setdefault(id(sighting.cluster), sighting)
            if sighting.subject and not sighting.quoted and not self.inside[sighting.token]:
                subjects.setdefault(id(sighting.cluster), sighting.token)
        return list(latest.values()), subjects
