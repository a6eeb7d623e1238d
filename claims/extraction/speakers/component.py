"""Who each source means: names, pronouns and descriptions resolved within the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from claims.claim import Affiliation, ClaimType, Speaker, SpeakerKind
from claims.extraction.affiliations.component import AffiliationFinder
from claims.extraction.document.analysis import Names, analysis
from claims.extraction.document.attribution import Attribution
from claims.extraction.document.clusters import MentionCluster
from claims.extraction.document.mentions import NameKind
from claims.extraction.mentions.gender_hints import PERSONAL
from claims.extraction.speaker_confidence.affiliation_signs import affiliation_signs
from claims.extraction.speaker_confidence.confidence import Signs, shipped
from claims.extraction.speaker_confidence.name_signs import Reference, name_signs
from claims.extraction.speakers.descriptions import DescriptionResolver, definite_roles
from claims.extraction.speakers.focus import Focus
from claims.extraction.speakers.genders import gather_genders
from claims.extraction.speakers.pronouns import FIRST, PronounResolver
from claims.extraction.speakers.ranker import Ranker, shipped_ranker
from claims.extraction.speakers.sources import Part, SourceReader
from claims.language.folding import fold_letters
from claims.language.word_lists import words

_NOBODY: Final = words("grammar/pronouns", "no name") | words(
    "grammar/pronouns", "nobody in particular"
)
_FIRST: Final = FIRST | words("grammar/pronouns", "first plural")
_ORDER_NAME: Final = 0
_ORDER_PRONOUN: Final = 1
_ORDER_DESCRIPTION: Final = 2
_ORDER_SOURCE: Final = 3


class SpeakerResolver:
    """Walks through an article once, in text order, and says who each source is."""

    def __init__(
        self, names: Names, attributions: Sequence[Attribution], ranker: Ranker | None = None
    ) -> None:
        self.tokens, self.clusters = names.tokens, names.clusters
        self.finder = AffiliationFinder(self.tokens, self.clusters)
        gather_genders(self.tokens, self.clusters)
        self.attributions = attributions
        self.contents = self._contents()
        self.focus = Focus(self.tokens, self.clusters, ranker or shipped_ranker(), self._inside())
        self.reader = SourceReader(self.tokens, self.clusters)
        self.descriptions = DescriptionResolver(self.tokens, self.clusters, self.focus, self.finder)
        self.descriptions.candidates.voices = self._voices()
        self.pronouns = PronounResolver(
            self.tokens, self.clusters, self.focus, self.reader, self.descriptions
        )
        self.answers: list[dict[Speaker | MentionCluster, Signs]] = [{} for _ in attributions]

    def resolve(self) -> list[tuple[Speaker, ...]]:
        """The speakers of each attribution, in the given order."""
        for token, order, number in self._events():
            if order == _ORDER_NAME:
                mention = self.clusters.mentions[number]
                self.focus.see(token, mention.end - 1, self.clusters.cluster_of(mention))
            elif order == _ORDER_PRONOUN:
                self._see_pronoun(token)
            elif order == _ORDER_DESCRIPTION:
                self._see_description(number, token)
            else:
                self._answer(number, token)
        self._fill_inner()
        named = set(map(id, self.clusters.all))
        return [
            tuple(self._as_speaker(one, signs, id(one) in named) for one, signs in group.items())
            for group in self.answers
        ]

    def _as_speaker(self, found: Speaker | MentionCluster, signs: Signs, is_named: bool) -> Speaker:
        """Someone to whom a claim is given.

        Args:
            found: Who it is.
            signs: What tells whether that is right.
            is_named: Whether the article names them: what it states of others is not held together.
        """
        chance = shipped("name").chance(signs)
        if isinstance(found, Speaker):
            bearer = MentionCluster(NameKind.PERSON, unnamed=found)
            told = tuple(self._likely(bearer, found.affiliations))
            return replace(found, affiliations=told, confidence=chance)
        kind = SpeakerKind.PERSON if found.is_person else SpeakerKind.ORGANIZATION
        speaker = found.unnamed or Speaker(found.name, kind)
        stated = found.stated() if is_named else speaker.affiliations
        affiliations = tuple(self._likely(found, stated))
        return replace(speaker, affiliations=affiliations, confidence=chance)

    def _likely(
        self, bearer: MentionCluster, stated: Iterable[Affiliation]
    ) -> Iterator[Affiliation]:
        """The affiliations of somebody that are likely enough to be theirs."""
        confidence = shipped("affiliation")
        for one in stated:
            chance = confidence.chance(affiliation_signs(self.tokens, self.clusters, bearer, one))
            if chance >= confidence.least:
                yield replace(one, confidence=chance)

    def _events(self) -> list[tuple[int, int, int]]:
        """Names, pronouns and sources by the token at which they become known."""
        events = [(m.start, _ORDER_NAME, i) for i, m in enumerate(self.clusters.mentions)]
        events += [
            (i, _ORDER_PRONOUN, 0)
            for i, (lower, tag) in enumerate(zip(self.tokens.lower, self.tokens.tag, strict=True))
            if lower in PERSONAL and tag in ("PRP", "PRP$") and not self.tokens.quoted[i]
        ]
        events += [(i, _ORDER_DESCRIPTION, start) for start, i in definite_roles(self.tokens)]
        for number, attribution in enumerate(self.attributions):
            anchor = attribution.source or attribution.cue or attribution.content
            first, last = anchor[0][0], anchor[-1][1]
            at = last - 1 if attribution.source else first
            events.append((max(first, min(at, len(self.tokens) - 1)), _ORDER_SOURCE, number))
        return sorted(events)

    def _see_pronoun(self, token: int) -> None:
        cluster = self.pronouns.personal(token, self.contents.get(token))
        if cluster is None:
            return
        self.pronouns.meant[token] = cluster
        self.focus.see(token, token, cluster)
        own = self.tokens.dep[token] in ("nsubj", "nsubjpass", "poss")
        outside = own and not self.focus.inside[token]
        if outside:  # inside a claim it is but what somebody says of them
            self.finder.note_predicate(cluster, token)

    def _see_description(self, start: int, head: int) -> None:
        cluster = self.descriptions.take_up(start, head)
        if cluster is not None:
            self.focus.see(head, head, cluster)

    def _contents(self) -> dict[int, tuple[int, int]]:
        """Tokens of the claim's content by each token of its source."""
        found: dict[int, tuple[int, int]] = {}
        for attribution in self.attributions:
            content = attribution.content[0][0], attribution.content[-1][1]
            for part in attribution.source:
                found.update(dict.fromkeys(range(*part), content))
        return found

    def _voices(self) -> list[tuple[int, MentionCluster]]:
        """Everybody who is the source of a claim by name, with the source's first token."""
        found = []
        for attribution in self.attributions:
            for first, last in attribution.source:
                for part in self.reader.read(first, last):
                    if part.mention is not None and part.mention.kind is NameKind.PERSON:
                        found.append((first, self.clusters.cluster_of(part.mention)))
        return sorted(found, key=lambda voice: voice[0])

    def _inside(self) -> list[bool]:
        """Whether a token stands inside the content of a claim."""
        inside = [False] * len(self.tokens)
        for attribution in self.attributions:
            for low, high in attribution.content:
                inside[low:high] = [True] * (high - low)
        return inside

    def _answer(self, number: int, token: int) -> None:
        attribution = self.attributions[number]
        if attribution.source:
            found = self._of_source(attribution)
        else:
            found = self._without_source(attribution, token)
        self.answers[number] = found
        if found and attribution.parent is None:
            first = next(iter(found))
            cluster = first if isinstance(first, MentionCluster) else None
            self.focus.speak(token, cluster, tuple(found))

    def _of_source(self, attribution: Attribution) -> dict[Speaker | MentionCluster, Signs]:
        found: dict[Speaker | MentionCluster, Signs] = {}
        for first, last in attribution.source:
            for part in self.reader.read(first, last):
                for one in self._of_part(part, attribution):
                    if isinstance(one, Speaker) and _is_nobody(one.name):
                        continue
                    found.setdefault(one, self._signs(attribution, part, one))
        return found

    def _signs(
        self, attribution: Attribution, part: Part, found: Speaker | MentionCluster
    ) -> Signs:
        """What tells whether it is right that a part of a source means ``found``."""
        how = "name" if part.mention is not None else "description"
        if part.pronoun is not None:
            how = "personal" if self.tokens.lower[part.pronoun] in PERSONAL else "pronoun"
        taken = self.focus.taken.get(part.start)
        chosen = taken is not None and how in ("personal", "description") and taken.cluster is found
        chance = taken.chance if taken is not None and chosen else None
        reference = Reference(how, (part.start, part.end), chance)
        return name_signs(attribution, reference, found)

    def _of_part(self, part: Part, attribution: Attribution) -> list[Speaker | MentionCluster]:
        if part.mention is not None:
            return [self.clusters.cluster_of(part.mention)]
        if part.pronoun is not None:
            # "I" inside another claim is filled in when that one has its speaker.
            inner = attribution.parent is not None
            if inner and self.tokens.lower[part.pronoun] in FIRST:
                return []
            return self.pronouns.resolve(part.pronoun)
        pair = self.descriptions.pair(part)
        if pair:
            return [*pair]
        speaker = self.descriptions.resolve(part)
        if isinstance(speaker, MentionCluster) and part.nominal:
            self.focus.see(part.start, part.nominal.head, speaker)
        return [] if speaker is None else [speaker]

    def _without_source(
        self, attribution: Attribution, first: int
    ) -> dict[Speaker | MentionCluster, Signs]:
        """Whoever spoke last goes on in a floating quotation or as an omitted subject."""
        goes_on = attribution.type is not ClaimType.INDIRECT
        if attribution.cue:
            cue, _ = attribution.cue[0]
            goes_on = not self.tokens.text[cue][0].isalnum()
        found = self.focus.last if goes_on else ()
        reference = Reference("none", (first, first + 1))
        return {one: name_signs(attribution, reference, one) for one in found}

    def _fill_inner(self) -> None:
        """Give "I" and "we" inside a claim the speaker of that claim."""
        for number, attribution in enumerate(self.attributions):
            if self.answers[number] or attribution.parent is None or not attribution.source:
                continue
            token, _ = attribution.source[0]
            if self.tokens.lower[token] in _FIRST:
                self.answers[number] = self.answers[attribution.parent]


def _is_nobody(name: str) -> bool:
    """Whether words stand for nobody in particular: "people", "5 percent", "no one"."""
    parts = fold_letters(name).split()
    numbers = (word[0].isdigit() and not word.endswith("-old") for word in parts)
    return all(number or word in _NOBODY for number, word in zip(numbers, parts, strict=True))


@Language.component("claims_speakers")
def add_speakers(doc: Doc) -> Doc:
    """Names the speakers of every attribution of the article."""
    known = analysis(doc)
    known.speakers = SpeakerResolver(known.named, known.attributions).resolve()
    return doc
