"""Who may be meant by a description of one person ("the nominee"), as candidates for the ranker.

A description takes up somebody named before, or in a lead somebody named after it ("A retired
welder said …. Ann Lee, 64, …"), or nobody whom the article names.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from math import log1p
from typing import Final

from claims.extraction.affiliations.allegiance import Allegiances, role_head
from claims.extraction.document.clusters import MentionCluster, MentionClusters
from claims.extraction.document.mentions import NameKind
from claims.extraction.document.tokens import Tokens
from claims.extraction.mentions.kinship import find_kin, relation_of
from claims.extraction.parsing.noun_phrases import Nominal, is_role, parse_nominal
from claims.extraction.speakers.description_fit import fit, fits_any, is_other, modifier_words
from claims.extraction.speakers.focus import Focus
from claims.extraction.speakers.possessors import DEFINITE
from claims.extraction.speakers.pronoun_features import Sighting
from claims.extraction.speakers.ranker import Features, PersonCandidate
from claims.extraction.speakers.sources import Part
from claims.language.countries import demonyms
from claims.language.folding import fold_letters
from claims.language.names import Gender
from claims.language.word_lists import words

_INDEFINITE: Final = words("grammar/pronouns", "indefinite")
_WOMEN: Final = words("nouns/genders", "women")
_MEN: Final = words("nouns/genders", "men")
# How far a description looks back for somebody, and a lead for somebody named after it.
_BACK: Final = 25
_AHEAD: Final = 20
_LEAD: Final = 8
_SOON: Final = 6
_OPENING: Final = 2
_APPOSED: Final = 12
# What a description is in a sentence whose subject it can hardly mean.
_CLAUSE_SUBJECTS: Final = frozenset(("nsubj", "nsubjpass"))
_OBJECTS: Final = frozenset(("dobj", "pobj", "poss", "dative"))


def gender_of(noun: str) -> Gender | None:
    """The gender that a noun for a person tells, if it tells one."""
    if noun in _WOMEN or noun.endswith("woman"):
        return Gender.FEMALE
    return Gender.MALE if noun in _MEN or noun.endswith("sman") else None


class DescribedPersons:
    """Gathers the persons whom descriptions in one article may mean.

    ``voices`` are the persons who are sources by name, with the source’s first token; ``called``
    is whom the article has meant by a noun before.
    """

    def __init__(
        self, tokens: Tokens, clusters: MentionClusters, focus: Focus, allegiances: Allegiances
    ) -> None:
        self.tokens, self.clusters, self.focus = tokens, clusters, focus
        self.allegiances = allegiances
        self.voices: list[tuple[int, MentionCluster]] = []
        self.kin = find_kin(tokens, clusters)
        self.called: dict[str, MentionCluster] = {}
        self._subjects: defaultdict[int, list[int]] = defaultdict(list)
        for token, dep in enumerate(tokens.dep):
            if dep in _CLAUSE_SUBJECTS:
                self._subjects[tokens.head[token]].append(token)
        self._most = max((len(m.mentions) for m in clusters.persons), default=1)

    def modifiers(self, nominal: Nominal) -> set[str]:
        """The words before a description's head but for names of places, comparable."""
        places = (self.clusters.mention_at(i) for i in range(nominal.core, nominal.head))
        words_before = [
            self.tokens.text[i]
            for i, place in zip(range(nominal.core, nominal.head), places, strict=True)
            if place is None or place.kind is not NameKind.PLACE
        ]
        return modifier_words(words_before)

    def of(
        self,
        part: Part,
        nominal: Nominal,
        noun: str,
        owner: MentionCluster | None,
        known: tuple[MentionCluster, int] | None,
    ) -> list[PersonCandidate]:
        """Nobody, then everybody whom the description may mean, the latest mentioned first.

        Args:
            part: The description with what follows its head.
            nominal: Its noun phrase.
            noun: Its head in the singular, lower case.
            owner: Whose the person is said to be ("the bank’s director").
            known: Somebody without a name whom the article called by the same noun, and where.
        """
        start = nominal.start
        form = self._form(part, nominal, noun)
        gender = gender_of(noun)
        found = [PersonCandidate(None, {})]
        allegiance = self.allegiances.described(nominal)
        if known and not self.allegiances.may_mean(known[0], nominal, allegiance):
            known = None
        if known is not None and "indefinite" not in form:
            found.append(PersonCandidate(known[0], _times(form, "introduced")))
        at = bisect_right(self.voices, start, key=lambda voice: voice[0])
        voice = self.voices[at][1] if at < len(self.voices) else None
        bound = self._bound(nominal.head)
        reached = list(self._in_reach(start))
        former = "former" in form
        held = any(_holds(cluster, noun, former=former) for cluster, _ in reached)
        beside = self._beside(part, nominal)
        opening = self.tokens.step[start] <= _OPENING
        for cluster, sighting in reached:
            if beside is not None and is_other(cluster, beside, noun):
                continue  # "the patient, a teacher" is no nurse
            owned_later = sighting is None and owner is not None and owner.is_person
            if owned_later and not opening and not fits_any(cluster, noun):
                continue  # "Lee’s counsel" is not whoever is named next
            if not self._allows(cluster, noun, owner, gender):
                continue
            other_time = _holds(cluster, noun, former=not former)
            if held and other_time and not _holds(cluster, noun, former=former):
                continue  # "the former president" is not the one in office
            if not self.allegiances.may_mean(cluster, nominal, allegiance):
                continue
            if sighting is not None and "indefinite" in form:
                continue  # "a diplomat" is nobody known
            if known is not None and "bare" in form and (not sighting or sighting.token < known[1]):
                continue  # "a diplomat …", then "the diplomat" is nobody told of before
            features = self._features(cluster, sighting, nominal, noun, owner)
            features |= _times(form, "before" if sighting is not None else "after")
            features["gender"] = float(gender is not None and cluster.gender is gender)
            features["first voice after"] = float(sighting is None and cluster is voice)
            features["called so before"] = float(self.called.get(noun) is cluster)
            if known is not None:
                features["another introduced"] = 1.0
                features["seen since"] = float(sighting is not None and sighting.token > known[1])
            # Where somebody is likeliest who cannot be meant, nobody is sure to be.
            meant = None if id(cluster) in bound else cluster
            features["bound"] = float(meant is None)
            found.append(PersonCandidate(meant, {k: v for k, v in features.items() if v}))
        return found

    def _beside(self, part: Part, nominal: Nominal) -> str | None:
        """The role that stands in apposition to a description: "the patient, a teacher,"."""
        tokens, at = self.tokens, max(part.end, nominal.end)
        if tokens.text[at : at + 1] != [","] or tokens.lower[at + 1] not in ("a", "an"):
            return None
        apposed = parse_nominal(tokens, at + 1, min(at + _APPOSED, len(tokens)))
        role = tokens.lower[apposed.head] if apposed is not None else ""
        return role if is_role(role) else None

    def just_told(
        self, part: Part, nominal: Nominal, noun: str, owner: MentionCluster | None
    ) -> MentionCluster | None:
        """The one person of whom the sentence before, or this one’s beginning, tells.

        "Lee, who missed two games, said she never doubted. “I was going,” the forward said." Not
        where the article states that role of somebody.
        """
        tokens, start = self.tokens, nominal.start
        bare = nominal.head == nominal.core and noun not in demonyms()
        if tokens.lower[start] != "the" or bare or nominal.possessor is not None:
            return None
        subjects = self.focus.just_seen(start)
        cluster = subjects[0] if len(subjects) == 1 else None
        if cluster is None or cluster.unnamed is not None or id(cluster) in self._bound(start):
            return None
        beside = self._beside(part, nominal)
        if beside is not None and is_other(cluster, beside, noun):
            return None
        if any(fits_any(other, noun) for other in self.clusters.persons):
            return None
        allowed = self._allows(cluster, noun, owner, gender_of(noun))
        allegiance = self.allegiances.described(nominal)
        return (
            cluster if allowed and self.allegiances.may_mean(cluster, nominal, allegiance) else None
        )

    def _bound(self, head: int) -> set[int]:
        """The subjects of the clauses around token ``head``, by id of the cluster.

        "Lee told the senator", "Lee says the senator has left": who is the subject of a clause is
        "he" or "himself" in it, never a description.
        """
        tokens, found = self.tokens, set()
        at = head
        while tokens.head[at] != at:
            below, at = at, tokens.head[at]
            for subject in self._subjects[at]:
                cluster = None if subject == below else self._person_at(subject)
                if cluster is not None:
                    found.add(id(cluster))
        return found

    def _person_at(self, token: int) -> MentionCluster | None:
        """The person whom a name or a pronoun seen at a token means."""
        mention = self.clusters.mention_at(token)
        if mention is not None:
            return self.clusters.cluster_of(mention)
        for sighting in reversed(self.focus.seen):
            if sighting.token <= token:
                return sighting.cluster if sighting.token == token else None
        return None

    def _in_reach(self, start: int) -> Iterator[tuple[MentionCluster, Sighting | None]]:
        """Everybody whom a description at token ``start`` can mean, with the last sighting."""
        seen = self._sightings(start)
        for sighting in seen.values():
            yield sighting.cluster, sighting
        if self.tokens.step[start] <= _LEAD:
            for cluster in self.clusters.persons:
                if id(cluster) not in seen and self._soon(cluster, start):
                    yield cluster, None

    def _allows(
        self,
        cluster: MentionCluster,
        noun: str,
        owner: MentionCluster | None,
        gender: Gender | None,
    ) -> bool:
        """Whether neither gender nor being no such kin rules the person out."""
        if cluster is owner or (gender is not None and cluster.gender not in (None, gender)):
            return False
        if relation_of(noun) is None:
            return True
        return owner is not None and len(cluster.key) > 1 and cluster.key[-1] == owner.key[-1]

    def kin_of(
        self, nominal: Nominal, noun: str, owner: MentionCluster | None
    ) -> MentionCluster | None:
        """The person whom the article tells to be the owner’s wife, father, … ."""
        relation = relation_of(noun)
        if relation is None:
            return None
        if nominal.possessor is None:
            definite = self.tokens.lower[nominal.start] == "the"
            return self.called.get(noun) if definite else None
        fitting = [
            kin.cluster
            for kin in self.kin
            if kin.relation == relation
            and (kin.of is None or owner is None or kin.of is owner)
            and kin.cluster is not owner
        ]
        fitting = fitting or self._namesakes(owner, gender_of(noun))
        sure = fitting and all(one is fitting[0] for one in fitting)
        return fitting[0] if sure else None

    def _namesakes(
        self, owner: MentionCluster | None, gender: Gender | None
    ) -> list[MentionCluster]:
        """Everybody else of that gender with the owner’s surname."""
        if owner is None or len(owner.key) < 2:
            return []
        return [
            cluster
            for cluster in self.clusters.persons
            if cluster is not owner
            and len(cluster.key) > 1
            and cluster.key[-1] == owner.key[-1]
            and cluster.gender in (None, gender)
        ]

    def named_later(self, nominal: Nominal, noun: str) -> MentionCluster | None:
        """The person whom a lead describes and the next sentences name with what fits."""
        sent, modifiers = self.tokens.sent, self.modifiers(nominal)
        if sent[nominal.start] >= _LEAD:
            return None
        allegiance = self.allegiances.described(nominal)
        for cluster in self.clusters.persons:
            first = cluster.mentions[0].start
            soon = nominal.end <= first and sent[first] - sent[nominal.start] <= _SOON
            fits = soon and any(
                fit(affiliation, noun, modifiers) > 0 for affiliation in cluster.affiliations
            )
            if fits and self.allegiances.may_mean(cluster, nominal, allegiance):
                return cluster
        return None

    def _form(self, part: Part, nominal: Nominal, noun: str) -> list[str]:
        """Names of what holds of the description itself."""
        tokens = self.tokens
        opening = tokens.lower[nominal.start]
        titled = opening not in DEFINITE | _INDEFINITE and nominal.possessor is None
        form = ["always"]
        form += ["indefinite"] * (opening in _INDEFINITE | {"another"})
        form += ["possessed"] * (nominal.possessor is not None)
        form += ["no article"] * titled
        form += ["prominent"] * (noun in words("nouns/prominent"))
        form += ["a person"] * (noun in words("nouns/people") | words("nouns/kin"))
        form += ["goes on"] * (part.end > nominal.end + 1)
        form += ["bare"] * (nominal.head == nominal.core)
        form += ["former"] * ("former" in tokens.lower[nominal.core : nominal.head])
        form += ["title line"] * (self.focus.paragraph[nominal.start] == 0)
        return form

    def _sightings(self, start: int) -> dict[int, Sighting]:
        """The last sighting of every named person before token ``start`` and in reach."""
        seen: dict[int, Sighting] = {}
        for sighting in reversed(self.focus.seen):
            if self.tokens.step[start] - self.tokens.step[sighting.token] > _BACK:
                break
            cluster = sighting.cluster
            quoted = sighting.quoted and cluster is not self.focus.speaker
            if (
                cluster.is_person
                and cluster.unnamed is None
                and sighting.token < start
                and not quoted
            ):
                seen.setdefault(id(cluster), sighting)
        return seen

    def _soon(self, cluster: MentionCluster, start: int) -> bool:
        """Whether the person is first named within a few sentences after token ``start``."""
        first = cluster.mentions[0].start
        return start < first and self.tokens.step[first] - self.tokens.step[start] <= _AHEAD

    def _unexplained(self, cluster: MentionCluster, nominal: Nominal) -> float:
        """How many of the nouns before the head nothing told of the person goes with, up to 2."""
        known = {
            word
            for affiliation in cluster.affiliations
            for text in (affiliation.role, affiliation.organization)
            for word in fold_letters(text or "").split()
        }
        nouns = (
            fold_letters(self.tokens.text[i])
            for i in range(nominal.core, nominal.head)
            if self.tokens.tag[i] in ("NN", "NNS", "NNP", "NNPS")
        )
        return float(min(2, sum(word not in known | demonyms() for word in nouns)))

    def _features(
        self,
        cluster: MentionCluster,
        sighting: Sighting | None,
        nominal: Nominal,
        noun: str,
        owner: MentionCluster | None,
    ) -> Features:
        tokens, focus, start = self.tokens, self.focus, nominal.start
        modifiers = self.modifiers(nominal)
        best = max(
            (fit(affiliation, noun, modifiers) for affiliation in cluster.affiliations),
            default=0.0,
        )
        found: Features = {
            "fits": float(best > 0),
            "fits well": max(0.0, best - 1.0),
            "unexplained": self._unexplained(cluster, nominal),
            "no affiliations": float(not cluster.affiliations),
            "share": len(cluster.mentions) / self._most,
            "most named": float(len(cluster.mentions) == self._most),
            "named once": float(len(cluster.mentions) == 1),
            "single name": float(len(cluster.key) == 1),
        }
        if sighting is None:
            ahead = tokens.step[cluster.mentions[0].start] - tokens.step[start]
            return found | {"ahead": log1p(ahead), "fits, after": float(best > 0)}
        steps = tokens.step[start] - tokens.step[sighting.token]
        speaker = cluster is focus.speaker
        near = tokens.step[start] - tokens.step[focus.spoke_at] <= 3
        return found | {
            "back": log1p(steps),
            "subject": float(sighting.subject and steps <= 2),
            "same sentence": float(steps == 0),
            "last speaker": float(speaker and near),
            "spoke before": float(id(cluster) in focus.spoken and not (speaker and near)),
            "inside a claim": float(focus.inside[sighting.token]),
            "beside": float(
                steps == 0 and sighting.subject and tokens.dep[nominal.head] in _OBJECTS
            ),
        }


def _holds(cluster: MentionCluster, noun: str, *, former: bool) -> bool:
    """Whether a person is stated to be what a noun tells, or to have been."""
    return any(one.former is former and role_head(one.role) == noun for one in cluster.affiliations)


def _times(form: list[str], side: str) -> Features:
    return {f"{name}, {side}": 1.0 for name in form}
