"""What a source that is no name stands for: "the nominee", "two officials", "the report"."""

from __future__ import annotations

from typing import Final

from claims.claim import Affiliation, Span, Speaker, SpeakerKind
from claims.extraction.affiliations.component import UNREAL, AffiliationFinder
from claims.extraction.affiliations.unnamed import UnnamedReader
from claims.extraction.document.clusters import MentionCluster, MentionClusters
from claims.extraction.document.mentions import NameKind
from claims.extraction.document.tokens import Tokens
from claims.extraction.mentions.headings import in_heading
from claims.extraction.parsing.noun_phrases import (
    NOUNS,
    Nominal,
    is_agent,
    is_plural,
    is_role,
    parse_nominal,
    singular,
)
from claims.extraction.speakers.ages import person_of_age
from claims.extraction.speakers.description_candidates import DescribedPersons, gender_of
from claims.extraction.speakers.description_fit import adds_nothing, fit
from claims.extraction.speakers.documents import DocumentResolver
from claims.extraction.speakers.focus import PAIR_REACH, Focus
from claims.extraction.speakers.possessors import DEFINITE, owner_of
from claims.extraction.speakers.ranker import ASIDE, DESCRIPTION
from claims.extraction.speakers.sources import Part, quantity_of
from claims.language.countries import countries_of_people
from claims.language.folding import fold_letters
from claims.language.word_lists import words

# How likely a description must mean somebody for it to tell what they are, and, in passing, for
# pronouns to take them up from there.
_TELLS: Final = 0.5
_TAKEN_UP: Final = 0.6
_ANYBODY: Final = words("grammar/pronouns", "anybody")
_ARTICLES: Final = words("grammar/pronouns", "articles")
_BEFORE_TWO: Final = words("grammar/pronouns", "before two")
_PLACES: Final = words("nouns/pairs", "places") | words("nouns/pairs", "described places")
_PERSONS: Final = words("nouns/pairs", "persons")
_GOES_ON: Final = NOUNS | {"HYPH"}


def definite_roles(tokens: Tokens) -> list[tuple[int, int]]:
    """Start and head of every "the … nominee" outside quotations and before no name, by tokens."""
    found = []
    for i, lower in enumerate(tokens.lower):
        if (
            tokens.quoted[i]
            or tokens.tag[i] not in ("NN", "NNP")
            or not is_role(lower)
            or tokens.dep[i] == "attr"  # what somebody is to become, not who it is
            or tokens.tag[min(i + 1, len(tokens) - 1)] in _GOES_ON  # "the Republican Party"
        ):
            continue
        for start in range(i - 1, max(-1, i - 7), -1):
            if tokens.lower[start] in ("the", "this"):
                found.append((start, i))
                break
            if tokens.tag[start] not in ("JJ", "NN", "NNP", "HYPH", "VBN", "VBG"):
                break
    return found


class DescriptionResolver:
    """Resolves noun phrases that describe their speaker."""

    def __init__(
        self, tokens: Tokens, clusters: MentionClusters, focus: Focus, finder: AffiliationFinder
    ) -> None:
        self.tokens, self.clusters, self.focus, self.finder = tokens, clusters, focus, finder
        self.documents = DocumentResolver(tokens, clusters, focus)
        self.organizations = self.documents.organizations
        self.unnamed_reader = UnnamedReader(tokens, clusters, finder.reader)
        self.allegiances = finder.allegiances
        self.candidates = DescribedPersons(tokens, clusters, focus, self.allegiances)
        self.unnamed: dict[str, tuple[MentionCluster, int]] = {}

    def resolve(self, part: Part) -> Speaker | MentionCluster | None:
        """Whom the description means: someone of the article, or a speaker without a name."""
        nominal = part.nominal
        if nominal is None:
            return None
        head = self.tokens.lower[nominal.head]
        noun = singular(head)
        text = self.tokens.plain(part.start, part.end)
        named = self.organizations.named(nominal, noun)
        if named is not None:
            return named
        if part.joined and not self._one_of_two_affiliations(part, nominal):
            return Speaker(text, SpeakerKind.GROUP)
        if self._is_anybody(nominal):
            return None
        if noun in words("nouns/groups") or quantity_of(self.tokens, nominal):
            return Speaker(text, SpeakerKind.GROUP)
        if self.documents.is_document(nominal, noun):
            return self.documents.resolve(part, nominal, noun, text)
        if is_role(head) or noun in words("nouns/people"):
            if is_plural(self.tokens, nominal.head):
                told = self._told(part, nominal) if is_role(head) else ()
                return Speaker(text, SpeakerKind.GROUP, told)
            return self._person(part, nominal, noun) or self._unnamed(part, nominal, noun, text)
        if noun == "old" and nominal.head > nominal.core:
            person = person_of_age(self.tokens, self.clusters, self.focus, nominal)
            return person or self._unnamed(part, nominal, noun, text)
        if noun in words("nouns/organizations") and not self._many(nominal):
            return self.organizations.resolve(nominal, noun)
        return self._other(part, nominal, noun, text)

    def _is_anybody(self, nominal: Nominal) -> bool:
        """Whether it means all, none or any, or one in a whole place: "somebody in Oslo"."""
        word = self.tokens.lower[nominal.head]
        if word in _ANYBODY:
            return True
        place = self.clusters.mention_at(min(nominal.end + 1, len(self.tokens) - 1))
        where = self.tokens.lower[nominal.end : nominal.end + 1] == ["in"]
        one = word in ("someone", "somebody")
        return one and where and place is not None and place.kind is NameKind.PLACE

    def _one_of_two_affiliations(self, part: Part, nominal: Nominal) -> bool:
        """Whether "the nominee and former governor" tells two affiliations of one person."""
        tokens, at = self.tokens, nominal.end
        if tokens.lower[nominal.start] not in _ARTICLES or at + 1 >= part.end:
            return False
        if tokens.lower[at] != "and" or tokens.tag[at + 1] in ("DT", "PRP$"):
            return False
        second = parse_nominal(tokens, at + 1, part.end)
        return second is not None and all(
            is_role(tokens.lower[one.head]) and not is_plural(tokens, one.head)
            for one in (nominal, second)
        )

    def pair(self, part: Part) -> list[MentionCluster]:
        """The two that "the two leaders" or "both countries" means; empty if it means no pair."""
        nominal = part.nominal
        opening = self.tokens.lower[part.start : part.start + 3]
        if nominal is None or not ("two" in opening or "both" in opening):
            return []
        noun = singular(self.tokens.lower[nominal.head])
        if part.end > nominal.end or opening[0] not in _BEFORE_TWO:
            return []
        of_places = noun in _PLACES
        kind = NameKind.PLACE if of_places else NameKind.PERSON
        if not (of_places or is_role(noun) or noun in _PERSONS):
            return []
        # Persons that an article is about stay its two leaders however far back they stand.
        reach = PAIR_REACH if of_places else 1000
        found = self.focus.pair(part.start, kind, reach)
        return found if len(found) == 2 else []

    def _many(self, nominal: Nominal) -> bool:
        return is_plural(self.tokens, nominal.head) and self.tokens.lower[nominal.head] != "police"

    # Persons

    def _person(self, part: Part, nominal: Nominal, noun: str) -> MentionCluster | None:
        """The person of the article that a description of one person means, if it means any."""
        bearer = self._bearer_of(nominal)
        if bearer is not None:
            return bearer
        owner = owner_of(self.tokens, self.clusters, self.focus, nominal)
        kin = self.candidates.kin_of(nominal, noun, owner)
        if kin is not None:
            self.candidates.called[noun] = kin
            return kin
        candidates = self.candidates.of(part, nominal, noun, owner, self.unnamed.get(noun))
        found = self.focus.take(DESCRIPTION, part.start, candidates)
        if found is None and noun not in self.unnamed:
            found = self.candidates.named_later(nominal, noun) or self.candidates.just_told(
                part, nominal, noun, owner
            )
        if found is not None and found.unnamed is None:
            self.candidates.called[noun] = found
            chance = self.focus.taken[part.start].chance
            if chance >= _TELLS:
                self._note(found, nominal, chance)
        return found

    def _unnamed(self, part: Part, nominal: Nominal, noun: str, text: str) -> MentionCluster:
        """Somebody whom the article does not name, with the affiliation that is told."""
        known = self.unnamed.get(noun)
        allegiance = self.allegiances.described(nominal)
        definite = self.tokens.lower[nominal.start] in DEFINITE
        if known and definite and self.allegiances.may_mean(known[0], nominal, allegiance):
            return known[0]
        gender = gender_of(noun)
        speaker = Speaker(text, SpeakerKind.GROUP, self._told(part, nominal))
        cluster = MentionCluster(NameKind.PERSON, gender=gender, key=(noun,), unnamed=speaker)
        self.unnamed[noun] = cluster, nominal.start
        return cluster

    def _told(self, part: Part, nominal: Nominal) -> tuple[Affiliation, ...]:
        """What a description tells of people who have no name."""
        one = self.unnamed_reader.read(nominal, max(part.end, nominal.end))
        if one is None:
            return ()
        evidence = Span(self.tokens.start[one.start], self.tokens.end[one.end - 1])
        return (one.on(evidence),)

    def take_up(self, start: int, head: int) -> MentionCluster | None:
        """The person meant by a description that is no source ("the nominee"), if it is clear."""
        nominal = parse_nominal(self.tokens, start, head + 1)
        if nominal is None or nominal.head != head or self._bearer_of(nominal) is not None:
            return None
        if not UNREAL.isdisjoint(self.tokens.lower[start:head]):
            return None
        noun = singular(self.tokens.lower[head])
        owner = owner_of(self.tokens, self.clusters, self.focus, nominal)
        part = Part(start, head + 1, nominal=nominal)
        candidates = self.candidates.of(part, nominal, noun, owner, self.unnamed.get(noun))
        chosen = self.focus.ranker.best(ASIDE, start, candidates)
        found = chosen.cluster
        if found is None or not found.before(start) or chosen.chance < _TELLS:
            return None
        self._note(found, nominal, chosen.chance)
        return found if chosen.chance >= _TAKEN_UP else None

    def _bearer_of(self, nominal: Nominal) -> MentionCluster | None:
        """The person to whose name the description stands in apposition."""
        start, end = self.tokens.start[nominal.start], self.tokens.end[nominal.head]
        for cluster in self.clusters.persons:
            for affiliation in cluster.affiliations:
                if affiliation.evidence.start <= start and end <= affiliation.evidence.end:
                    return cluster
        return None

    def _note(self, cluster: MentionCluster, nominal: Nominal, chance: float) -> None:
        """Keep what the description tells about the person as an affiliation."""
        if self.tokens.tag[nominal.head] not in ("NN", "NNP"):
            return
        modifiers = self.candidates.modifiers(nominal)
        noun = singular(self.tokens.lower[nominal.head])
        if any(adds_nothing(affiliation, noun, modifiers) for affiliation in cluster.affiliations):
            return
        role, organization = self.finder.reader.split(nominal)
        last = nominal.head
        limit = min(nominal.end + 12, len(self.tokens))
        owned = (i for i in range(nominal.end, limit) if self.tokens.tag[i] == "POS")
        limit = next(owned, limit)  # "the secretary of state’s visit"
        goes_on = "of" in self.tokens.lower[nominal.end : nominal.end + 1]
        whole = self.finder.reader.read(nominal.start, limit) if goes_on else []
        if whole and whole[0].end > nominal.end:
            role, organization, last = whole[0].role, whole[0].organization, whole[0].end - 1
        if last == nominal.core and organization is None:
            return
        # "the attorney general of Florida" is another than the nominee whom the article is about.
        if organization is not None and not self._may_be_of(cluster, organization, noun, modifiers):
            return
        start, end = self.tokens.start[nominal.start], self.tokens.end[last]
        self.finder.add(
            cluster, Affiliation(role, organization, Span(start, end), confidence=chance)
        )

    def _may_be_of(
        self, cluster: MentionCluster, organization: str, noun: str, modifiers: set[str]
    ) -> bool:
        """Whether what is told of a person, if anything, goes with a role in an organization."""
        named = set(fold_letters(organization).split())
        return not cluster.affiliations or any(
            fit(one, noun, modifiers) > 0
            or not named.isdisjoint(fold_letters(f"{one.role} {one.organization}").split())
            for one in cluster.affiliations
        )

    # The rest

    def _other(
        self, part: Part, nominal: Nominal, noun: str, text: str
    ) -> Speaker | MentionCluster | None:
        """A head that is in no list: by its form."""
        tokens = self.tokens
        known = self.organizations.abbreviated(tokens.plain(nominal.core, nominal.end))
        if known is not None:
            return known
        if countries_of_people((noun,)):
            quotes = self.focus.behind_quotation(part.start) and not self._many(nominal)
            told = self.candidates.just_told(part, nominal, noun, None) if quotes else None
            return told or Speaker(text, SpeakerKind.GROUP)  # "the German", whoever that is
        if self._looks_like_name(nominal):
            name = tokens.plain(nominal.core, nominal.end)
            return Speaker(name, SpeakerKind.ORGANIZATION)
        if is_agent(noun) and not self._many(nominal):
            return self._person(part, nominal, noun) or self._unnamed(part, nominal, noun, text)
        # A thing that is no document says nothing: "his trip", "the pomp and pageantry".
        thing = tokens.tag[nominal.head] == "NN" and tokens.text[nominal.head].islower()
        return None if thing else Speaker(text, SpeakerKind.GROUP)

    def _looks_like_name(self, nominal: Nominal) -> bool:
        """Whether a phrase in running text is proper nouns alone, as "Tide Radio" is."""
        tokens, span = self.tokens, range(nominal.core, nominal.end)
        proper = all(tokens.tag[i] == "NNP" and tokens.text[i].isalnum() for i in span)
        day = tokens.lower[nominal.head] in words("grammar/dates")
        return (
            proper
            and nominal.possessor is None
            and not day
            and not in_heading(tokens, nominal.core)
        )
