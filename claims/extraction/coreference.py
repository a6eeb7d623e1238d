"""Which person a pronoun refers to: a scored choice over those the article has in focus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from math import log

from claims.claim import Speaker
from claims.extraction.cast import Cast, Member
from claims.extraction.mentions import NameKind
from claims.extraction.names import Gender
from claims.extraction.tokens import Tokens

PERSONAL: dict[str, Gender] = {
    "he": Gender.MALE,
    "him": Gender.MALE,
    "his": Gender.MALE,
    "himself": Gender.MALE,
    "she": Gender.FEMALE,
    "her": Gender.FEMALE,
    "hers": Gender.FEMALE,
    "herself": Gender.FEMALE,
}
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "ROOT"))
_REACH = 25
_PAIR_REACH = 4
_CLEAR_REACH = 2


@dataclass(frozen=True)
class Weights:
    """What speaks for a person, in one scale: the sum over the cues ranks the candidates."""

    distance: float = -0.5
    same_sentence: float = 0.2
    subject: float = 0.9
    possessive: float = -0.5
    last_speaker: float = 1.3
    earlier_speaker: float = 0.5
    gender_known: float = 0.6
    frequency: float = 0.3
    in_own_content: float = -1.5
    parallel: float = 0.4
    unnamed: float = -1.5


@dataclass(slots=True)
class Sighting:
    """A person in focus at a token, by name or pronoun."""

    token: int
    member: Member
    subject: bool
    possessive: bool
    quoted: bool


@dataclass
class Focus:
    """The persons seen so far, in text order, and who spoke last."""

    tokens: Tokens
    cast: Cast
    weights: Weights = field(default_factory=Weights)
    seen: list[Sighting] = field(default_factory=list)
    speaker: Member | None = None
    last: tuple[Speaker | Member, ...] = ()
    spoke_at: int = -1
    last_at: int = -1
    spoken: set[int] = field(default_factory=set)
    count: Counter[int] = field(default_factory=Counter)

    def see(self, token: int, head: int, member: Member) -> None:
        """Note that ``member`` is mentioned at ``token``; ``head`` is the mention's last token."""
        dep = self.tokens.dep[head]
        if not self.tokens.quoted[token]:
            self.count[id(member)] += 1
        self.seen.append(
            Sighting(token, member, dep in _SUBJECTS, dep == "poss", self.tokens.quoted[token])
        )

    def speak(
        self, token: int, member: Member | None, answer: tuple[Speaker | Member, ...]
    ) -> None:
        """Note that ``member``, or somebody without a name, is the source of a claim."""
        self.last, self.last_at = answer, token
        if member is not None and member.is_person:
            self.speaker, self.spoke_at = member, token
            self.spoken.add(id(member))

    def pair(self, token: int, kind: NameKind) -> list[Member]:
        """The two of a kind that "the two leaders" at ``token`` means; fewer if there are not."""
        # Persons that an article is about stay its two leaders however far back they stand.
        reach = _PAIR_REACH if kind is NameKind.PLACE else 1000
        near: dict[int, Member] = {}
        for sighting in reversed(self.seen):
            if self.tokens.sent[token] - self.tokens.sent[sighting.token] > reach:
                break
            member = sighting.member
            if member.kind is kind and member.unnamed is None and not sighting.quoted:
                near[id(member)] = member
        often = sorted(near.values(), key=lambda m: (-self.count[id(m)], m.mentions[0].start))[:2]
        return sorted(often, key=lambda m: m.mentions[0].start)

    def foremost(self, token: int, excluded: Collection[Member], reach: int) -> Member | None:
        """The named person whom the article mentions most among those just mentioned."""
        near: dict[int, Member] = {}
        for sighting in reversed(self.seen):
            if self.tokens.sent[token] - self.tokens.sent[sighting.token] > reach:
                break
            member = sighting.member
            named = member.is_person and member.unnamed is None
            if named and not sighting.quoted and member not in excluded:
                near[id(member)] = member
        return max(near.values(), key=lambda m: len(m.mentions), default=None)

    def clear(self, token: int, gender: Gender) -> Member | None:
        """The person that a pronoun at ``token`` cannot but mean; None if that is open.

        That is the only person it may mean in the nearest account that names one, as its subject.
        """
        found: Sighting | None = None
        for sighting in reversed(self.seen):
            if sighting.quoted or not sighting.member.is_person or sighting.token >= token:
                continue
            if sighting.member.gender not in (None, gender):
                continue
            if found is None:
                if self.tokens.step[token] - self.tokens.step[sighting.token] > _CLEAR_REACH:
                    return None
                found = sighting
            elif self.tokens.step[sighting.token] < self.tokens.step[found.token]:
                break
            elif sighting.member is not found.member:
                return None
            elif sighting.subject:
                found = sighting
        return found.member if found is not None and found.subject else None

    def choose(
        self,
        token: int,
        gender: Gender | None,
        own_content: tuple[int, int] | None = None,
    ) -> Member | None:
        """The person that a pronoun at ``token`` most likely refers to; None if none is in reach.

        Args:
            token: The pronoun.
            gender: Of the pronoun; None if it tells none.
            own_content: Tokens of the claim whose source the pronoun is, end-exclusive.
        """
        best: tuple[float, int] | None = None
        chosen = None
        latest: dict[int, Sighting] = {}
        quoted = self.tokens.quoted[token]
        for sighting in reversed(self.seen):
            if self.tokens.sent[token] - self.tokens.sent[sighting.token] > _REACH:
                break
            if not sighting.member.is_person or sighting.token >= token:
                continue
            if sighting.quoted and not quoted and sighting.member is not self.speaker:
                continue
            latest.setdefault(id(sighting.member), sighting)
        for key, sighting in latest.items():
            if not self._allows(sighting, token, gender):
                continue
            score = self._score(sighting, token, gender, self.count[key], own_content)
            if best is None or (score, sighting.token) > best:
                best, chosen = (score, sighting.token), sighting.member
        return chosen

    def _allows(self, sighting: Sighting, token: int, gender: Gender | None) -> bool:
        member = sighting.member
        if gender is not None and member.gender not in (None, gender):
            return False
        distance = self.tokens.sent[token] - self.tokens.sent[sighting.token]
        return distance > 0 or not self._bound(sighting, token)

    def _bound(self, sighting: Sighting, token: int) -> bool:
        """Whether a pronoun is an object beside its own clause's subject, which it cannot mean."""
        tokens = self.tokens
        if tokens.dep[token] not in ("dobj", "dative", "pobj") or not sighting.subject:
            return False
        verb = tokens.head[token]
        if tokens.dep[token] == "pobj":
            verb = tokens.head[verb]
        mention = self.cast.mention_at(sighting.token)
        head = mention.end - 1 if mention else sighting.token
        return tokens.head[head] == verb and tokens.lower[token] not in ("himself", "herself")

    def _score(
        self,
        sighting: Sighting,
        token: int,
        gender: Gender | None,
        count: int,
        own_content: tuple[int, int] | None,
    ) -> float:
        tokens, weights, member = self.tokens, self.weights, sighting.member
        distance = tokens.step[token] - tokens.step[sighting.token]
        score = weights.distance * min(distance, 6) + weights.frequency * log(1 + count)
        score += weights.same_sentence * (distance == 0)
        score += weights.subject * sighting.subject + weights.possessive * sighting.possessive
        score += weights.unnamed * (member.unnamed is not None)
        score += weights.gender_known * (gender is not None and member.gender == gender)
        if member is self.speaker and tokens.step[token] - tokens.step[self.spoke_at] <= 3:
            score += weights.last_speaker
        elif id(member) in self.spoken:
            score += weights.earlier_speaker
        if own_content and own_content[0] <= sighting.token < own_content[1]:
            score += weights.in_own_content
        if tokens.dep[token] in _SUBJECTS and sighting.subject and distance == 1:
            score += weights.parallel
        return score
