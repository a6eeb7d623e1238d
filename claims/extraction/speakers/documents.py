"""Documents as sources, and whose they are: "Lee’s letter" speaks for Lee, "a poll" for itself."""

from __future__ import annotations

from typing import Final

from claims.claim import Speaker, SpeakerKind
from claims.extraction.document.clusters import MentionCluster, MentionClusters
from claims.extraction.document.mentions import Mention, NameKind
from claims.extraction.document.tokens import Tokens
from claims.extraction.parsing.noun_phrases import Nominal, is_plural, singular
from claims.extraction.speakers.focus import Focus
from claims.extraction.speakers.organizations import OrganizationResolver
from claims.extraction.speakers.possessors import DEFINITE, owner_of
from claims.extraction.speakers.sources import Part
from claims.language.word_lists import rows, words

_ALWAYS_DOCUMENTS: Final = words("nouns/documents", "always")
_PIECES: Final = words("nouns/documents", "pieces")
_SENT: Final = words("nouns/documents", "sent")
_PUBLISHED: Final = words("nouns/documents", "published")
_MAKING_PAST: Final = words("nouns/documents", "made")
_SAME_KIND: Final = tuple(map(frozenset, rows("nouns/alike", "documents")))
_PLACES: Final = words("nouns/pairs", "places")
_ADS: Final = words("nouns/documents", "advertisements")


class DocumentResolver:
    """Says whether a description is of a document, and who speaks through it."""

    def __init__(self, tokens: Tokens, clusters: MentionClusters, focus: Focus) -> None:
        self.tokens, self.clusters, self.focus = tokens, clusters, focus
        self.joint: Speaker | None = None
        self.made: dict[str, Speaker | MentionCluster] = {}
        self.organizations = OrganizationResolver(tokens, clusters, focus)

    def is_document(self, nominal: Nominal, noun: str) -> bool:
        if noun == "website" and nominal.possessor is None:
            return False
        return noun in words("nouns/documents") or noun in words("nouns/utterances")

    def resolve(
        self, part: Part, nominal: Nominal, noun: str, text: str
    ) -> Speaker | MentionCluster:
        joint = self._joint(noun) if self._is_back_reference(part, nominal) else None
        if joint is not None:
            return joint
        if noun not in _ALWAYS_DOCUMENTS:
            owner: Speaker | MentionCluster | None = (
                owner_of(self.tokens, self.clusters, self.focus, nominal)
                if noun in words("nouns/utterances")
                else None
            )
            owner = owner or self._by(nominal.end, part.end)
            owner = owner or self._published(nominal, noun)
            if owner is None and noun in _ADS | {"narrator"}:
                owner = self._advertiser(part, nominal)
            if owner is None and self._is_back_reference(part, nominal):
                owner = self._author(noun, nominal.start)
            if (
                noun in _ADS | {"narrator"}
                and isinstance(owner, MentionCluster)
                and owner.is_person
            ):
                owner = self.organizations.campaign_of(owner) or owner
            if owner is not None:
                self.made.update(dict.fromkeys(_same_kind(noun), owner))
                return owner
        return Speaker(text, SpeakerKind.DOCUMENT)

    def _is_back_reference(self, part: Part, nominal: Nominal) -> bool:
        opens = self.tokens.lower[part.start] in DEFINITE
        return opens and nominal.head - nominal.core <= 1

    def _joint(self, noun: str) -> Speaker | None:
        """The joint statement that the article tells of, named by who issued it."""
        tokens = self.tokens
        for i in range(1, len(tokens)):
            written = singular(tokens.lower[i])
            if tokens.lower[i - 1] != "joint" or written not in words("nouns/documents"):
                continue
            if noun not in _same_kind(written) | {"document"}:
                continue
            if self.joint is None:
                issuers = " and ".join(one.name for one in self._issuers(i))
                name = f"joint {written} of {issuers}" if issuers else f"joint {written}"
                self.joint = Speaker(name, SpeakerKind.DOCUMENT)
            return self.joint
        return None

    def _issuers(self, document: int) -> list[MentionCluster]:
        """The two who are subjects of the verb whose object a document is."""
        tokens, verb = self.tokens, self.tokens.head[document]
        subjects = [i for i in range(max(0, verb - 25), verb) if tokens.head[i] == verb]
        subjects = [i for i in subjects if tokens.dep[i] == "nsubj"]
        if tokens.dep[document] != "dobj" or not subjects:
            return []
        subject = subjects[-1]
        ends = [subject, *(i for i in range(subject, verb) if tokens.head[i] == subject)]
        named = [m for i in ends if (m := self.clusters.mention_at(i)) is not None]
        found = list(dict.fromkeys(map(self.clusters.cluster_of, named)))
        if not found and is_plural(tokens, subject):
            place = singular(tokens.lower[subject]) in _PLACES
            found = self.focus.pair(subject, NameKind.PLACE if place else NameKind.PERSON)
        return found if len(found) == 2 else []

    def _by(self, start: int, end: int) -> MentionCluster | None:
        """The author in "by the Institute" after a document's noun."""
        for i in range(start, min(end, len(self.tokens)) - 1):
            if self.tokens.lower[i] == "by" and (i == start or self._was_made(start, i)):
                for j in range(i + 1, min(i + 4, len(self.tokens))):
                    mention = self.clusters.mention_at(j)
                    if mention is not None and not self._tells_of_another(mention):
                        return self.clusters.cluster_of(mention)
        return None

    def _tells_of_another(self, mention: Mention) -> bool:
        """Whether a name only tells whose or what another is: "Lind’s family", "Lind aides"."""
        after = self.tokens.tag[mention.end] if mention.end < len(self.tokens) else ""
        person = mention.kind is NameKind.PERSON
        return after == "POS" or (person and after in ("NN", "NNS"))

    def _was_made(self, start: int, by: int) -> bool:
        """Whether "filed on Sunday night by" stands before and at token ``by``."""
        return any(word in _MAKING_PAST for word in self.tokens.lower[max(start, by - 4) : by])

    def _published(self, nominal: Nominal, noun: str) -> MentionCluster | None:
        """The organization behind "an article in the Tide Post", "the Tide Bureau figures"."""
        tokens = self.tokens
        if noun in _PUBLISHED and tokens.lower[nominal.end : nominal.end + 1] == ["in"]:
            for at in range(nominal.end + 1, min(nominal.end + 3, len(tokens))):
                mention = self.clusters.mention_at(at)
                if mention is not None and mention.kind is NameKind.ORGANIZATION:
                    return self.clusters.cluster_of(mention)
        if noun in ("statistic", "figure") and nominal.head > nominal.core:
            mention = self.clusters.mention_at(nominal.head - 1)
            if mention is not None and mention.kind is NameKind.ORGANIZATION:
                return self.clusters.cluster_of(mention)
        return None

    def _advertiser(self, part: Part, nominal: Nominal) -> MentionCluster | None:
        """Whose "the Lind ad" or "a narrator in the Lind ad" is."""
        for i in range(nominal.core + 1, part.end):
            mention = self.clusters.mention_at(i - 1)
            if singular(self.tokens.lower[i]) in _ADS and mention is not None:
                return self.clusters.cluster_of(mention)
        return None

    def _author(self, noun: str, before: int) -> Speaker | MentionCluster | None:
        """Who an earlier mention of the document says has made it."""
        tokens = self.tokens
        if noun in self.made:
            return self.made[noun]
        speaker = self.focus.last[0] if self.focus.last else None
        near = tokens.sent[before] - tokens.sent[max(0, self.focus.last_at)] <= 6
        if near and isinstance(speaker, MentionCluster):
            if noun in _PIECES and not speaker.is_person:
                return speaker
            sender = speaker.unnamed is None and speaker.kind is not NameKind.PLACE
            if noun in _SENT | {"release"} and sender:
                return speaker
        return None


def _same_kind(noun: str) -> frozenset[str]:
    """Nouns that may take up a document called ``noun``, itself among them."""
    return frozenset((noun,)).union(*(group for group in _SAME_KIND if noun in group))
