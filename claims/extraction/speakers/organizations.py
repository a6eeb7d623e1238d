"""Organizations that a description means: "the bank", "her campaign", "the Tide Post tabloid"."""

from __future__ import annotations

from typing import Final

from claims.claim import Speaker, SpeakerKind
from claims.extraction.document.clusters import MentionCluster, MentionClusters
from claims.extraction.document.mentions import NameKind
from claims.extraction.document.tokens import Tokens
from claims.extraction.mentions.headings import in_heading
from claims.extraction.parsing.noun_phrases import Nominal
from claims.extraction.speakers.focus import Focus
from claims.extraction.speakers.possessors import DEFINITE, owner_of
from claims.language.countries import country_of
from claims.language.folding import fold_letters
from claims.language.names import is_acronym, is_acronym_of, organization_words
from claims.language.word_lists import words

_OWNED: Final = words("nouns/organization_anaphors", "owned")
_CALLED: Final = words("nouns/organization_anaphors", "behind names")
_FORMER: Final = words("affiliations/roles", "former")
_RULING: Final = frozenset(("government", "regime"))
_POINTING: Final = words("grammar/pronouns", "pointing")
_WRITTEN: Final = words("nouns/organization_anaphors", "written")


class OrganizationResolver:
    """Says which organization a noun phrase means."""

    def __init__(self, tokens: Tokens, clusters: MentionClusters, focus: Focus) -> None:
        self.tokens, self.clusters, self.focus = tokens, clusters, focus
        self._owned_names: dict[str, list[tuple[int, MentionCluster, str]]] | None = None

    def named(self, nominal: Nominal, noun: str) -> Speaker | MentionCluster | None:
        """The organization meant where the noun alone would tell of a group or a document."""
        definite = self.tokens.lower[nominal.start] == "the"
        if noun in _CALLED:
            called = self._called(nominal)
            if called is not None:
                return called
        if definite and nominal.head == nominal.core and noun in _WRITTEN:
            found = self._known(nominal, noun)
            if found is not None:
                return found
        if noun == "camp" and nominal.head > nominal.core:
            return self._owned(nominal, noun, None)
        return self._known(nominal, noun) if definite and noun == "group" else None

    def resolve(self, nominal: Nominal, noun: str) -> Speaker | MentionCluster:
        """The organization that a phrase headed by a common noun means."""
        tokens = self.tokens
        owner = owner_of(self.tokens, self.clusters, self.focus, nominal)
        owned = self._owned(nominal, noun, owner)
        if owned is not None:
            return owned
        if noun in words("nouns/organization_anaphors") and self._opens_title(nominal):
            return self._main_body(nominal, noun)
        if noun in _RULING and nominal.head == nominal.core and nominal.possessor is None:
            country = self._country(nominal)
            if country is not None:
                return country
        if owner is not None and owner.is_person and noun in words("nouns/organization_anaphors"):
            employer = self._employer(owner)
            if employer is not None:
                return employer
        if owner is not None and tokens.tag[nominal.possessor[0]] == "PRP$":  # type: ignore[index]
            text = f"{owner.name}’s {tokens.plain(nominal.core, nominal.end)}"
            return Speaker(text, SpeakerKind.ORGANIZATION)
        lower = all(
            word.islower() or word in "-‑" for word in tokens.text[nominal.core : nominal.head]
        )
        bare = lower and nominal.possessor is None
        if bare and noun == "police":
            return self._police(nominal)
        if bare and tokens.lower[nominal.start] in DEFINITE:
            found = self._known(nominal, noun)
            if found is not None:
                return found
        start = nominal.start
        if tokens.lower[start] in _POINTING:
            start += 1
        return Speaker(tokens.plain(start, nominal.end), SpeakerKind.ORGANIZATION)

    def _police(self, nominal: Nominal) -> Speaker:
        """The force that the article names, by the words before "police" elsewhere."""
        tokens = self.tokens
        for i in range(len(tokens)):
            if tokens.lower[i] != "police" or i == 0 or not tokens.text[i - 1][0].isupper():
                continue
            start = i
            while start > 0 and (
                tokens.tag[start - 1] in ("NNP", "NNPS") or tokens.text[start - 1] == "-"
            ):
                start -= 1
            if start < i:
                return Speaker(tokens.plain(start, i + 1), SpeakerKind.ORGANIZATION)
        return Speaker(tokens.text[nominal.head], SpeakerKind.ORGANIZATION)

    def _known(self, nominal: Nominal, noun: str) -> Speaker | MentionCluster | None:
        """The organization of the article that "the bank" means."""
        named = [
            m
            for m in self.clusters.organizations
            if noun in m.key[1:] and m.mentions[0].start < nominal.start
        ]
        if named:
            return max(named, key=lambda m: self._last_before(m, nominal.start))
        if noun not in words("nouns/organization_anaphors"):
            return None
        speaker = self.focus.last[0] if self.focus.last else None
        if speaker is not None and speaker.kind == "organization":
            return speaker
        organizations = [
            m
            for m in self.clusters.organizations
            if m.kind is NameKind.ORGANIZATION and self._is_near(m, nominal.start)
        ]
        return max(organizations, key=lambda m: self._weight(m, nominal.start), default=None)

    def _is_near(self, cluster: MentionCluster, token: int) -> bool:
        last = self._last_before(cluster, token)
        return last >= 0 and self.tokens.sent[token] - self.tokens.sent[last] <= 4

    def _last_before(self, cluster: MentionCluster, token: int) -> int:
        return cluster.last_before(token)

    def _weight(self, cluster: MentionCluster, token: int) -> float:
        count = cluster.before(token)
        return count - (token - self._last_before(cluster, token)) / 100

    def _opens_title(self, nominal: Nominal) -> bool:
        """Whether the text begins with a headline’s phrase that names nobody: "Bank Cuts Jobs"."""
        named = any(self.clusters.mention_at(i) for i in range(nominal.start, nominal.end))
        return nominal.start == nominal.core == 0 and not named

    def _main_body(self, nominal: Nominal, noun: str) -> Speaker | MentionCluster:
        """The organization with that noun in its name, else the one that the article names most."""
        organizations = [m for m in self.clusters.organizations if m.kind is NameKind.ORGANIZATION]
        named = [m for m in organizations if noun in m.key] or organizations
        text = self.tokens.plain(nominal.start, nominal.end)
        alone = Speaker(text, SpeakerKind.ORGANIZATION)
        return max(named, key=lambda m: len(m.mentions), default=alone)

    def _country(self, nominal: Nominal) -> MentionCluster | None:
        """The country named most so far, whose government "the government" is."""
        named = [
            m
            for m in self.clusters.organizations
            if m.before(nominal.start)
            and any(country_of(organization_words(x.text)) for x in m.mentions)
        ]
        return max(named, key=lambda m: self._weight(m, nominal.start), default=None)

    def _called(self, nominal: Nominal) -> MentionCluster | None:
        """The one whose name stands before its noun: "the nationalist Tide Post tabloid"."""
        mention = (
            self.clusters.mention_at(nominal.head - 1) if nominal.head > nominal.core else None
        )
        if mention is None or mention.kind is not NameKind.ORGANIZATION:
            return None
        return self.clusters.cluster_of(mention) if mention.end == nominal.head else None

    def _employer(self, owner: MentionCluster) -> Speaker | MentionCluster | None:
        """The one organization that a person's affiliations are with: "Lind’s agency"."""
        organizations = {
            affiliation.organization
            for affiliation in owner.affiliations
            if affiliation.organization
        }
        if len(organizations) != 1:
            return None
        [name] = organizations
        for cluster in self.clusters.organizations:
            if any(fold_letters(m.text) == fold_letters(name) for m in cluster.mentions):
                return cluster
        return Speaker(name, SpeakerKind.ORGANIZATION)

    def abbreviated(self, text: str) -> MentionCluster | None:
        """The one whose name an acronym shortens, be it one that the tagger read as a word."""
        if not is_acronym(text):
            return None
        fitting = (m for m in self.clusters.organizations if is_acronym_of(text, m.name))
        return next(fitting, None)

    def campaign_of(self, owner: MentionCluster) -> Speaker | None:
        """The campaign of a person, where the article speaks of it."""
        names = [text for _, whose, text in self._names_of("campaign") if whose is owner]
        if not names:
            return None
        return Speaker(max(names, key=lambda name: len(name.split())), SpeakerKind.ORGANIZATION)

    def _owned(self, nominal: Nominal, noun: str, owner: MentionCluster | None) -> Speaker | None:
        """A campaign or the like by the fullest name that tells whose it is."""
        noun = "campaign" if noun == "camp" else noun
        if noun not in _OWNED:
            return None
        bare = nominal.head == nominal.core and nominal.possessor is None
        places = self._names_of(noun)
        owner = owner or self._before(nominal)
        if owner is None and bare:
            before = [place for place in places if place[0] < nominal.start]
            near = before[-1:] or places[:1]
            owner = near[0][1] if near else None
            if owner is None and noun == "campaign":
                runs = self.focus.foremost(nominal.start, reach=6)
                name = "campaign" if runs is None else f"{runs.name}’s campaign"
                return Speaker(name, SpeakerKind.ORGANIZATION)
        names = [text for _, whose, text in places if whose is owner]
        if owner is None or not names or (noun != "campaign" and not bare):
            return None
        return Speaker(max(names, key=lambda name: len(name.split())), SpeakerKind.ORGANIZATION)

    def _before(self, nominal: Nominal) -> MentionCluster | None:
        """The person or place named straight before the noun: "the Lind campaign"."""
        mention = (
            self.clusters.mention_at(nominal.head - 1) if nominal.head > nominal.core else None
        )
        return None if mention is None else self.clusters.cluster_of(mention)

    def _names_of(self, noun: str) -> list[tuple[int, MentionCluster, str]]:
        """Where the article tells whose a campaign is, whose, and in what words."""
        if self._owned_names is None:
            self._owned_names = {}
            for i, word in enumerate(self.tokens.lower):
                if word in _OWNED:
                    found = self._owner_before(i)
                    if found is not None:
                        self._owned_names.setdefault(word, []).append(found)
        return self._owned_names.get(noun, [])

    def _owner_before(self, head: int) -> tuple[int, MentionCluster, str] | None:
        tokens, at = self.tokens, head - 1
        while at > head - 3 and at > 0 and tokens.tag[at] == "JJ" and tokens.text[at].islower():
            if tokens.lower[at] in _FORMER:
                return None  # "Lind’s former campaign manager"
            at -= 1
        if at > 0 and tokens.tag[at] == "POS":
            at -= 1
        elif at != head - 1:
            return None
        mention = self.clusters.mention_at(at)
        if mention is None or mention.end != at + 1 or in_heading(tokens, head):
            return None
        text = tokens.plain(mention.start, head + 1)
        return mention.start, self.clusters.cluster_of(mention), text
