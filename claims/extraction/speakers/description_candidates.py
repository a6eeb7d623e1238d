"""Who may be meant by a description of one person ("the nominee"), as candidates for the ranker.

A description takes up somebody named before, or in a lead somebody named after it ("A retired
welder said …. Ann Lee, 64, …"), or nobody whom the article names.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from math import log1p
from typing import Final

from claims.extraction.affiliations.allegiance import Allegiances
from claims.extraction.document.clusters import Cast, Member
from claims.extraction.document.mentions import NameKind
from claims.extraction.document.tokens import Tokens
from claims.extraction.mentions.kinship import find_kin, relation_of
from claims.extraction.parsing.noun_phrases import Nominal
from claims.extraction.speakers.description_fit import fit, modifier_words
from claims.extraction.speakers.focus import Focus
from claims.extraction.speakers.possessors import DEFINITE
from claims.extraction.speakers.pronoun_features import Sighting
from claims.extraction.speakers.ranker import Candidate, Features
from claims.extraction.speakers.sources import Part
from claims.language.countries import demonyms
from claims.language.folding import fold_letters
from claims.language.names import Gender
from claims.language.word_lists import words

_WOMEN: Final = words("nouns/genders", "women")
_MEN: Final = words("nouns/genders", "men")
# How far a description looks back for somebody, and a lead for somebody named after it.
_BACK: Final = 25
_AHEAD: Final = 20
_LEAD: Final = 8
_SOON: Final = 6


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

    def __init__(self, tokens: Tokens, cast: Cast, focus: Focus, allegiances: Allegiances) -> None:
        self.tokens, self.cast, self.focus = tokens, cast, focus
        self.allegiances = allegiances
        self.voices: list[tuple[int, Member]] = []
        self.kin = find_kin(tokens, cast)
        self.called: dict[str, Member] = {}
        self._most = max((len(m.mentions) for m in cast.persons), default=1)

    def modifiers(self, nominal: Nominal) -> set[str]:
        """The words before a description's head but for names of places, comparable."""
        places = (self.cast.mention_at(i) for i in range(nominal.body, nominal.head))
        told = [
            self.tokens.text[i]
            for i, place in zip(range(nominal.body, nominal.head), places, strict=True)
            if place is None or place.kind is not NameKind.PLACE
        ]
        return modifier_words(told)

    def of(
        self,
        part: Part,
        nominal: Nominal,
        noun: str,
        owner: Member | None,
        known: tuple[Member, int] | None,
    ) -> list[Candidate]:
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
        found = [Candidate(None, {})]
        told = self.allegiances.described(nominal)
        known = known if known and self.allegiances.may_mean(known[0], nominal, told) else None
        if known is not None and "indefinite" not in form:
            found.append(Candidate(known[0], _times(form, "introduced")))
        at = bisect_right(self.voices, start, key=lambda voice: voice[0])
        voice = self.voices[at][1] if at < len(self.voices) else None
        for member, sighting in self._in_reach(start):
            if not self._allows(member, noun, owner, gender):
                continue
            if not self.allegiances.may_mean(member, nominal, told):
                continue
            if sighting is not None and "indefinite" in form:
                continue  # "a diplomat" is nobody known
            if known is not None and "bare" in form and (not sighting or sighting.token < known[1]):
                continue  # "a diplomat …", then "the diplomat" is nobody whose post was told before
            features = self._features(member, sighting, nominal, noun, owner)
            features |= _times(form, "before" if sighting is not None else "after")
            features["gender"] = float(gender is not None and member.gender is gender)
            features["first voice after"] = float(sighting is None and member is voice)
            features["called so before"] = float(self.called.get(noun) is member)
            if known is not None:
                features["another introduced"] = 1.0
                features["seen since"] = float(sighting is not None and sighting.token > known[1])
            found.append(Candidate(member, {k: v for k, v in features.items() if v}))
        return found

    def _in_reach(self, start: int) -> Iterator[tuple[Member, Sighting | None]]:
        """Everybody whom a description at token ``start`` can mean, with the last sighting."""
        seen = self._sightings(start)
        for sighting in seen.values():
            yield sighting.member, sighting
        if self.tokens.step[start] <= _LEAD:
            for member in self.cast.persons:
                if id(member) not in seen and self._soon(member, start):
                    yield member, None

    def _allows(
        self, member: Member, noun: str, owner: Member | None, gender: Gender | None
    ) -> bool:
        """Whether neither gender nor being no such kin rules the person out."""
        if member is owner or (gender is not None and member.gender not in (None, gender)):
            return False
        if relation_of(noun) is None:
            return True
        return owner is not None and len(member.key) > 1 and member.key[-1] == owner.key[-1]

    def kin_of(self, nominal: Nominal, noun: str, owner: Member | None) -> Member | None:
        """The person whom the article tells to be the owner’s wife, father, … ."""
        relation = relation_of(noun)
        if relation is None:
            return None
        if nominal.possessor is None:
            definite = self.tokens.lower[nominal.start] == "the"
            return self.called.get(noun) if definite else None
        fitting = [
            kin.member
            for kin in self.kin
            if kin.relation == relation
            and (kin.of is None or owner is None or kin.of is owner)
            and kin.member is not owner
        ]
        fitting = fitting or self._namesakes(owner, gender_of(noun))
        sure = fitting and all(one is fitting[0] for one in fitting)
        return fitting[0] if sure else None

    def _namesakes(self, owner: Member | None, gender: Gender | None) -> list[Member]:
        """Everybody else of that gender with the owner’s surname."""
        if owner is None or len(owner.key) < 2:
            return []
        return [
            member
            for member in self.cast.persons
            if member is not owner
            and len(member.key) > 1
            and member.key[-1] == owner.key[-1]
            and member.gender in (None, gender)
        ]

    def told_later(self, nominal: Nominal, noun: str) -> Member | None:
        """The person whom a lead describes and the next sentences name with a post that fits."""
        sent, modifiers = self.tokens.sent, self.modifiers(nominal)
        if sent[nominal.start] >= _LEAD:
            return None
        told = self.allegiances.described(nominal)
        for member in self.cast.persons:
            first = member.mentions[0].start
            soon = nominal.end <= first and sent[first] - sent[nominal.start] <= _SOON
            fits = soon and any(fit(post, noun, modifiers, None) > 0 for post in member.posts)
            if fits and self.allegiances.may_mean(member, nominal, told):
                return member
        return None

    def well_known(self, nominal: Nominal) -> Member | None:
        """The only person named in full so far of whom nothing is told, as of nobody unknown."""
        if self.tokens.lower[nominal.body] not in demonyms():
            return None
        definite = self.tokens.lower[nominal.start] in ("the", "this")
        bare = [
            m
            for m in self.cast.persons
            if not m.posts and len(m.key) > 1 and m.before(nominal.start)
        ]
        return bare[0] if definite and len(bare) == 1 else None

    def _form(self, part: Part, nominal: Nominal, noun: str) -> list[str]:
        """Names of what holds of the description itself."""
        tokens = self.tokens
        opening = tokens.lower[nominal.start]
        titled = opening not in DEFINITE | {"a", "an", "one"} and nominal.possessor is None
        form = ["always"]
        form += ["indefinite"] * (opening in ("a", "an", "one", "another"))
        form += ["possessed"] * (nominal.possessor is not None)
        form += ["no article"] * titled
        form += ["prominent"] * (noun in words("nouns/prominent"))
        form += ["a person"] * (noun in words("nouns/people") | words("nouns/kin"))
        form += ["goes on"] * (part.end > nominal.end + 1)
        form += ["bare"] * (nominal.head == nominal.body)
        form += ["former"] * ("former" in tokens.lower[nominal.body : nominal.head])
        form += ["title line"] * (self.focus.paragraph[nominal.start] == 0)
        return form

    def _sightings(self, start: int) -> dict[int, Sighting]:
        """The last sighting of every named person before token ``start`` and in reach."""
        seen: dict[int, Sighting] = {}
        for sighting in reversed(self.focus.seen):
            if self.tokens.step[start] - self.tokens.step[sighting.token] > _BACK:
                break
            member = sighting.member
            quoted = sighting.quoted and member is not self.focus.speaker
            if (
                member.is_person
                and member.unnamed is None
                and sighting.token < start
                and not quoted
            ):
                seen.setdefault(id(member), sighting)
        return seen

    def _soon(self, member: Member, start: int) -> bool:
        """Whether the person is first named within a few sentences after token ``start``."""
        first = member.mentions[0].start
        return start < first and self.tokens.step[first] - self.tokens.step[start] <= _AHEAD

    def _unexplained(self, member: Member, nominal: Nominal) -> float:
        """How many of the nouns before the head nothing told of the person goes with, up to 2."""
        told = {
            word
            for post in member.posts
            for text in (post.role, post.organization)
            for word in fold_letters(text or "").split()
        }
        nouns = (
            fold_letters(self.tokens.text[i])
            for i in range(nominal.body, nominal.head)
            if self.tokens.tag[i] in ("NN", "NNS", "NNP", "NNPS")
        )
        return float(min(2, sum(word not in told | demonyms() for word in nouns)))

    def _features(
        self,
        member: Member,
        sighting: Sighting | None,
        nominal: Nominal,
        noun: str,
        owner: Member | None,
    ) -> Features:
        tokens, focus, start = self.tokens, self.focus, nominal.start
        modifiers = self.modifiers(nominal)
        best = max((fit(post, noun, modifiers, owner) for post in member.posts), default=0.0)
        found: Features = {
            "fits": float(best > 0),
            "fits well": max(0.0, best - 1.0),
            "unexplained": self._unexplained(member, nominal),
            "no posts": float(not member.posts),
            "share": len(member.mentions) / self._most,
            "single name": float(len(member.key) == 1),
        }
        if sighting is None:
            ahead = tokens.step[member.mentions[0].start] - tokens.step[start]
            return found | {"ahead": log1p(ahead), "fits, after": float(best > 0)}
        steps = tokens.step[start] - tokens.step[sighting.token]
        speaker = member is focus.speaker
        near = tokens.step[start] - tokens.step[focus.spoke_at] <= 3
        return found | {
            "back": log1p(steps),
            "subject": float(sighting.subject and steps <= 2),
            "same sentence": float(steps == 0),
            "last speaker": float(speaker and near),
            "spoke before": float(id(member) in focus.spoken and not (speaker and near)),
            "inside a claim": float(focus.inside[sighting.token]),
        }


def _times(form: list[str], side: str) -> Features:
    return {f"{name}, {side}": 1.0 for name in form}
