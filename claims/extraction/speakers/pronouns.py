"""Pronouns as sources: "he", "they", "who", "I"."""

from __future__ import annotations

from typing import Final

from claims.claim import Speaker, SpeakerKind
from claims.extraction.document.clusters import MentionCluster, MentionClusters
from claims.extraction.document.mentions import NameKind
from claims.extraction.document.tokens import Tokens
from claims.extraction.mentions.gender_hints import PERSONAL
from claims.extraction.parsing.noun_phrases import NOUNS, is_role, singular
from claims.extraction.speakers.authors import find_author, find_signatures
from claims.extraction.speakers.descriptions import DescriptionResolver
from claims.extraction.speakers.focus import Focus
from claims.extraction.speakers.sources import SourceReader
from claims.language.countries import demonyms
from claims.language.word_lists import words

AUTHOR: Final = "the article’s author"
_RELATIVE: Final = words("grammar/pronouns", "relative")
_THIRD_PLURAL: Final = words("grammar/pronouns", "third plural")
_THIRD_THING: Final = words("grammar/pronouns", "third thing")
_PREMODIFIERS: Final = frozenset(("DT", "JJ", "NN", "NNP", "CD", "PRP$", "NNS", "HYPH", "VBN"))
_OPENING: Final = frozenset(("DT", "PRP$"))
_SUBJECTS: Final = frozenset(("nsubj", "nsubjpass"))
_WHO_REACH: Final = 10
# How many sentences back "it" finds an organization by name, and "they" or a noun's "it" one.
_NAMED_REACH: Final = 8
_NOUN_REACH: Final = 3
_SOMEONE: Final = words("grammar/pronouns", "somebody")
_ONE: Final = ("one of ", "another of ")
FIRST: Final = words("grammar/pronouns", "first singular")


class PronounResolver:
    """Says whom a pronoun means that stands as a source."""

    def __init__(
        self,
        tokens: Tokens,
        clusters: MentionClusters,
        focus: Focus,
        reader: SourceReader,
        descriptions: DescriptionResolver,
    ) -> None:
        self.tokens, self.clusters, self.focus = tokens, clusters, focus
        self.reader, self.descriptions = reader, descriptions
        self.author = find_author(tokens, clusters)
        self.signatures = find_signatures(tokens, clusters)
        self.meant: dict[int, MentionCluster] = {}

    def resolve(self, token: int) -> list[Speaker | MentionCluster]:
        """Whom the pronoun at ``token`` means, but for "I" inside another claim."""
        lower, text = self.tokens.lower[token], self.tokens.text[token]
        if lower in PERSONAL:
            cluster = self.meant.get(token) or self.personal(token, None)
            return self._somebody(token) if cluster is None else [cluster]
        if lower in _RELATIVE:
            return self._antecedent(token)
        if lower in FIRST:
            return [self._writer(token) or Speaker(AUTHOR, SpeakerKind.GROUP)]
        if lower in _THIRD_PLURAL:
            return self._several(token) or [Speaker(text, SpeakerKind.GROUP)]
        if lower in _THIRD_THING:
            return self._thing(token) or [Speaker(text, SpeakerKind.DOCUMENT)]
        return [Speaker(text, SpeakerKind.GROUP)]

    def _writer(self, token: int) -> Speaker | MentionCluster | None:
        """Whose "I" stands at ``token``: who signs below it, else the article’s author."""
        below = (signed for at, signed in self.signatures if at > token)
        return next(below, None) or self.author

    def personal(self, token: int, content: tuple[int, int] | None) -> MentionCluster | None:
        """Whom "he" or "she" at ``token`` means; ``content`` as in ``Focus.choose``."""
        return self.focus.choose(token, PERSONAL[self.tokens.lower[token]], content)

    def _somebody(self, token: int) -> list[Speaker | MentionCluster]:
        """Who just spoke, one of several without a name: "One of them, a welder, said"."""
        last = self._just_spoke(token)
        one = len(last) == 1 and isinstance(last[0], Speaker) and last[0].kind is SpeakerKind.GROUP
        return last if one and last[0].name.lower().startswith(_ONE) else []

    def _antecedent(self, token: int) -> list[Speaker | MentionCluster]:
        """What a relative pronoun takes up: the noun that its clause hangs on."""
        tokens = self.tokens
        verb = tokens.head[token]
        noun, steps = tokens.head[verb], 0
        while tokens.dep[noun] in ("appos", "attr") and steps < 5:
            if self.clusters.person_at(noun):
                break  # "Lee was up against Bo Roy, who …"
            apposed = tokens.dep[noun] == "appos"
            noun = tokens.head[noun] if apposed else self._subject_of(tokens.head[noun], noun)
            steps += 1
        if noun >= token or token - noun > 30 or noun == verb:
            noun = token - 1
            while noun > 0 and not tokens.text[noun][0].isalnum():
                noun -= 1
        before = token - 1
        people = tokens.tag[before] == "NNS" and self.clusters.mention_at(before) is None
        if tokens.lower[token] == "who" and people and not is_role(tokens.lower[noun]):
            # "a magnet for mourners who …", whatever the parse hangs the clause on
            noun = before
        if tokens.lower[token] == "who":
            noun = self._someone(noun, token)
            speaking = self._as_someone(noun)
            if speaking is not None:
                return [speaking]
        return self._described(noun)

    def _someone(self, noun: int, token: int) -> int:
        """The noun for somebody above a thing that "who" was hung on: "a guest at the talk, who".

        Args:
            noun: What the parse hangs the clause on.
            token: Of "who".
        """
        tokens, at = self.tokens, noun
        for _ in range(4):
            if self._is_somebody(at):
                return at
            above = tokens.head[at]
            if above >= token or above == at or tokens.tag[above].startswith("VB"):
                break
            at = above
        before = range(token - 1, max(-1, token - _WHO_REACH), -1)
        near = (i for i in before if tokens.sent[i] == tokens.sent[token])
        return next((i for i in near if self._is_somebody(i)), noun)

    def _as_someone(self, noun: int) -> Speaker | MentionCluster | None:
        """Who is meant by "As someone who left early, I …": the subject of the main clause."""
        tokens = self.tokens
        if tokens.lower[noun] not in _SOMEONE or noun == 0 or tokens.lower[noun - 1] != "as":
            return None
        verb = tokens.head[noun - 1]
        for i in range(noun + 1, verb):
            if tokens.head[i] == verb and tokens.dep[i] == "nsubj":
                if tokens.lower[i] in FIRST:
                    return self._writer(i)
                mention = self.clusters.mention_at(i)
                return None if mention is None else self.clusters.cluster_of(mention)
        return None

    def _is_somebody(self, noun: int) -> bool:
        tokens = self.tokens
        mention = self.clusters.mention_at(noun)
        if mention is not None:
            return mention.kind is NameKind.PERSON
        word = tokens.lower[noun]
        people = singular(word) in words("nouns/people") or word in words("nouns/groups")
        party = singular(word) in demonyms() and tokens.tag[noun] != "JJ"
        return is_role(word) or people or party or tokens.tag[noun] in ("NNS", "NNPS")

    def _described(self, noun: int) -> list[Speaker | MentionCluster]:
        """Whom the noun phrase that ends at token ``noun`` means."""
        tokens = self.tokens
        mention = self.clusters.mention_at(noun)
        if mention is not None:
            return [self.clusters.cluster_of(mention)]
        start = noun
        while start > 0 and tokens.tag[start] not in _OPENING and self._modifies(start - 1):
            start -= 1
        parts = self.reader.read(start, noun + 1)
        if not parts or parts[0].nominal is None:
            return []
        pair = self.descriptions.pair(parts[0])
        if pair:
            return [*pair]
        found = self.descriptions.resolve(parts[0])
        return [] if found is None else [found]

    def _modifies(self, i: int) -> bool:
        """Whether token ``i`` may stand before the head of its noun phrase.

        A participle right behind a noun is rather a verb: "the verdict angered farmers, who …".
        """
        tags = self.tokens.tag
        if tags[i] == "VBN" and i > 0 and tags[i - 1] in NOUNS:
            return False
        return tags[i] in _PREMODIFIERS

    def _subject_of(self, verb: int, default: int) -> int:
        """The subject of the verb at ``verb``."""
        tokens = self.tokens
        for i in range(verb - 1, max(-1, verb - 25), -1):
            if tokens.head[i] == verb and tokens.dep[i] == "nsubj":
                return i
        return default

    def _several(self, token: int) -> list[Speaker | MentionCluster]:
        """ "They": those or the organization that spoke last, or the last plural subject."""
        last = self._just_spoke(token)
        if len(last) > 1 or (last and not _is_person(last[0])):
            return last
        return self._last_subject(token, plural=True)

    def _thing(self, token: int) -> list[Speaker | MentionCluster]:
        """ "It": the organization or document that spoke last, or the last such subject."""
        last = self._just_spoke(token)
        group = last and isinstance(last[0], Speaker) and last[0].kind is SpeakerKind.GROUP
        if len(last) == 1 and not group and not _is_person(last[0]):
            return last
        return self._last_subject(token, plural=False)

    def _just_spoke(self, token: int) -> list[Speaker | MentionCluster]:
        """The last answer, if it is at most three sentences back."""
        at = self.focus.last_at
        near = at >= 0 and self.tokens.step[token] - self.tokens.step[at] <= 3
        return list(self.focus.last) if near else []

    def _last_subject(self, token: int, *, plural: bool) -> list[Speaker | MentionCluster]:
        """The last subject before ``token`` that a plural or a neuter pronoun can take up."""
        tokens = self.tokens
        for i in range(token - 1, max(-1, token - 250), -1):
            steps = tokens.step[token] - tokens.step[i]
            if steps > (_NOUN_REACH if plural else _NAMED_REACH):
                break
            if tokens.dep[i] not in _SUBJECTS or tokens.quoted[i]:
                continue
            mention = self.clusters.mention_at(i)
            cluster = self.clusters.cluster_of(mention) if mention is not None else None
            if cluster is not None and not cluster.is_person:
                return [cluster]
            if steps > _NOUN_REACH:
                continue
            if cluster is None and plural and tokens.tag[i] in ("NNS", "NNPS"):
                return self._described(i)
            if cluster is None and not plural and tokens.lower[i] in words("nouns/organizations"):
                return self._described(i)
        return []


def _is_person(found: Speaker | MentionCluster) -> bool:
    if isinstance(found, Speaker):
        return found.kind is SpeakerKind.PERSON
    return found.is_person
