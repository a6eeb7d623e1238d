"""What a source that is no name stands for: "the nominee", "two officials", "the report"."""

from __future__ import annotations

from dataclasses import replace

from claims.claim import Affiliation, Span, Speaker, SpeakerKind
from claims.extraction.affiliations.component import UNREAL, AffiliationFinder
from claims.extraction.document.clusters import MentionCluster, MentionClusters
from claims.extraction.document.mentions import NameKind
from claims.extraction.document.tokens import Tokens
from claims.extraction.mentions.headings import in_heading
from claims.extraction.parsing.noun_phrases import (
    Nominal,
    is_plural,
    is_role,
    parse_nominal,
    singular,
)
from claims.extraction.speakers.description_candidates import DescribedPersons, gender_of
from claims.extraction.speakers.description_fit import adds_nothing, fit
from claims.extraction.speakers.documents import DocumentResolver
from claims.extraction.speakers.focus import Focus
from claims.extraction.speakers.possessors import DEFINITE, owner_of
from claims.extraction.speakers.ranker import DESCRIPTION
from claims.extraction.speakers.sources import Part, quantity_of
from claims.language.word_lists import words


def prominent(tokens: Tokens) -> list[tuple[int, int]]:
    """Start and head of every "the … nominee" outside quotations, by tokens."""
    found = []
    for i, lower in enumerate(tokens.lower):
        if (
            lower not in words("nouns/prominent")
            or tokens.quoted[i]
            or tokens.tag[i] not in ("NN", "NNP")
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
        if self.tokens.tag[nominal.head] == "POS":
            inner = parse_nominal(self.tokens, nominal.start, nominal.head)
            if inner is not None and self.clusters.mention_at(inner.head) is None:
                return self.resolve(replace(part, end=inner.end, nominal=inner))
        if part.joined and not self._one_of_two_affiliations(part, nominal):
            return Speaker(text, SpeakerKind.GROUP)
        if noun in words("nouns/groups") or quantity_of(self.tokens, nominal) or " of whom" in text:
            return Speaker(text, SpeakerKind.GROUP)
        if self.documents.is_document(nominal, noun):
            return self.documents.resolve(part, nominal, noun, text)
        if is_role(head) or noun in words("nouns/people"):
            if is_plural(self.tokens, nominal.head):
                return Speaker(text, SpeakerKind.GROUP)
            return self._person(part, nominal, noun) or self._unnamed(nominal, noun, text)
        if noun in words("nouns/organizations") and not self._many(nominal):
            return self.organizations.resolve(nominal, noun)
        return self._other(part, nominal, noun, text)

    def _one_of_two_affiliations(self, part: Part, nominal: Nominal) -> bool:
        """Whether "the nominee and former governor" tells two affiliations of one person."""
        tokens, at = self.tokens, nominal.end
        if tokens.lower[nominal.start] not in ("the", "a", "an") or at + 1 >= part.end:
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
        if part.end > nominal.end or opening[0] not in ("the", "both", "these"):
            return []
        of_places = noun in ("country", "nation", "side", "power", "government", "state")
        kind = NameKind.PLACE if of_places else NameKind.PERSON
        if not (of_places or is_role(noun) or noun in ("man", "woman", "two", "rival")):
            return []
        found = self.focus.pair(part.start, kind)
        return found if len(found) == 2 else []

    def _many(self, nominal: Nominal) -> bool:
        return is_plural(self.tokens, nominal.head) and self.tokens.lower[nominal.head] != "police"

    # Persons

    def _person(self, part: Part, nominal: Nominal, noun: str) -> MentionCluster | None:
        """The person of the article that a description of one person means, if it means any."""
        told = self._told_of(nominal)
        if told is not None:
            return told
        owner = owner_of(self.tokens, self.clusters, self.focus, nominal)
        kin = self.candidates.kin_of(nominal, noun, owner)
        if kin is not None:
            self.candidates.called[noun] = kin
            return kin
        candidates = self.candidates.of(part, nominal, noun, owner, self.unnamed.get(noun))
        chosen = self.focus.ranker.best(DESCRIPTION, part.start, candidates)
        found = None if chosen is None else chosen.cluster
        if found is None and noun not in self.unnamed:
            found = self.candidates.told_later(nominal, noun)
        if found is None and part.end == nominal.end and noun not in self.unnamed:
            found = (
                self.candidates.well_known(nominal) if noun in words("nouns/prominent") else None
            )
        if found is not None and found.unnamed is None:
            self.candidates.called[noun] = found
            self._note(found, nominal)
        return found

    def _unnamed(self, nominal: Nominal, noun: str, text: str) -> MentionCluster:
        """Somebody whom the article does not name, with the affiliation that is told."""
        known = self.unnamed.get(noun)
        told = self.allegiances.described(nominal)
        definite = self.tokens.lower[nominal.start] in DEFINITE
        if known and definite and self.allegiances.may_mean(known[0], nominal, told):
            return known[0]
        affiliations = self.finder.reader.read(
            nominal.start, min(nominal.end + 30, len(self.tokens))
        )
        found = tuple(
            one.on(Span(self.tokens.start[one.start], self.tokens.end[one.end - 1]))
            for one in affiliations[:1]
        )
        gender = gender_of(noun)
        speaker = Speaker(text, SpeakerKind.GROUP, found)
        cluster = MentionCluster(NameKind.PERSON, gender=gender, key=(noun,), unnamed=speaker)
        self.unnamed[noun] = cluster, nominal.start
        return cluster

    def take_up(self, start: int, head: int) -> MentionCluster | None:
        """The person meant by a description that is no source ("the nominee"), if it is clear."""
        nominal = parse_nominal(self.tokens, start, head + 1)
        if nominal is None or nominal.head != head or self._told_of(nominal) is not None:
            return None
        if not UNREAL.isdisjoint(self.tokens.lower[start:head]):
            return None
        noun = singular(self.tokens.lower[head])
        found = self._by_affiliation(nominal, noun, None)
        if found is not None:
            self._note(found, nominal)
        return found

    def _told_of(self, nominal: Nominal) -> MentionCluster | None:
        """The person to whose name the description stands in apposition."""
        start, end = self.tokens.start[nominal.start], self.tokens.end[nominal.head]
        for cluster in self.clusters.persons:
            for affiliation in cluster.affiliations:
                if affiliation.evidence.start <= start and end <= affiliation.evidence.end:
                    return cluster
        return None

    def _by_affiliation(
        self, nominal: Nominal, noun: str, owner: MentionCluster | None
    ) -> MentionCluster | None:
        best: tuple[float, int] | None = None
        chosen = None
        modifiers = self.candidates.modifiers(nominal)
        told = self.allegiances.described(nominal)
        for cluster in self.clusters.persons:
            if not self.allegiances.may_mean(cluster, nominal, told):
                continue
            for affiliation in cluster.affiliations:
                score = fit(affiliation, noun, modifiers, owner)
                if score <= 0 or cluster is owner:
                    continue
                near = cluster.last_before(nominal.start)
                rank = (score + (cluster is self.focus.speaker), near)
                if best is None or rank > best:
                    best, chosen = rank, cluster
        return chosen

    def _note(self, cluster: MentionCluster, nominal: Nominal) -> None:
        """Keep what the description tells about the person as an affiliation."""
        heading = in_heading(self.tokens, nominal.head)
        if self.tokens.tag[nominal.head] not in ("NN", "NNP") or heading:
            return
        if self.tokens.lower[nominal.head] in words("nouns/kin") | words("nouns/people"):
            return
        noun, modifiers = (
            singular(self.tokens.lower[nominal.head]),
            self.candidates.modifiers(nominal),
        )
        if any(adds_nothing(affiliation, noun, modifiers) for affiliation in cluster.affiliations):
            return
        role, organization = self.finder.reader.split(nominal)
        if nominal.head == nominal.body and organization is None:
            return
        start, end = self.tokens.start[nominal.start], self.tokens.end[nominal.head]
        self.finder.add(cluster, Affiliation(role, organization, Span(start, end)))

    # The rest

    def _other(
        self, part: Part, nominal: Nominal, noun: str, text: str
    ) -> Speaker | MentionCluster:
        """A head that is in no list: by its form."""
        tokens = self.tokens
        owner = owner_of(self.tokens, self.clusters, self.focus, nominal)
        if tokens.tag[nominal.head] == "POS" or noun in words("nouns/utterances"):
            return owner or Speaker(text, SpeakerKind.GROUP)
        known = self.organizations.abbreviated(tokens.plain(nominal.body, nominal.end))
        if known is not None:
            return known
        if self._looks_like_name(nominal):
            body = tokens.plain(nominal.body, nominal.end)
            return Speaker(body, SpeakerKind.ORGANIZATION)
        if _does(noun) and not self._many(nominal):
            return self._person(part, nominal, noun) or self._unnamed(nominal, noun, text)
        thing = tokens.tag[nominal.head] == "NN" and tokens.text[nominal.head].islower()
        return Speaker(text, SpeakerKind.DOCUMENT if thing else SpeakerKind.GROUP)

    def _looks_like_name(self, nominal: Nominal) -> bool:
        """Whether a phrase in running text is proper nouns alone, as "Tide Radio" is."""
        tokens, span = self.tokens, range(nominal.body, nominal.end)
        proper = all(tokens.tag[i] == "NNP" and tokens.text[i].isalnum() for i in span)
        day = tokens.lower[nominal.head] in words("grammar/dates")
        return (
            proper
            and nominal.possessor is None
            and not day
            and not in_heading(tokens, nominal.body)
        )


def _does(noun: str) -> bool:
    """Whether a noun is formed as for who does something: "the smelter", but not "the letter"."""
    if len(noun) < 5 or noun in words("nouns/things"):
        return False
    return noun.endswith(("er", "or", "ee", "ist", "eur", "man", "woman", "surgeon", "alike"))
