"""Who each source means: names, pronouns and descriptions resolved within the article."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from claims.claim import ClaimType, Speaker, SpeakerKind
from claims.extraction.affiliations import AffiliationFinder
from claims.extraction.attribution import Attribution
from claims.extraction.cast import Cast, Member
from claims.extraction.coreference import PERSONAL, Focus
from claims.extraction.descriptions import DescriptionResolver
from claims.extraction.extensions import register_extensions
from claims.extraction.mentions import find_mentions
from claims.extraction.repairs import repaired
from claims.extraction.sources import Part, SourceReader
from claims.extraction.tokens import Tokens

AUTHOR = "the article’s author"
_RELATIVE = frozenset(("who", "that", "which", "whom", "whose"))
_FIRST = frozenset(("i", "me", "my", "mine", "myself"))
_PLURAL = frozenset(("we", "us", "our", "you", "your", "yourself", "ourselves"))
_THIRD_PLURAL = frozenset(("they", "them", "their", "both", "themselves"))
_THIRD_THING = frozenset(("it", "its", "itself"))
_ORDER_NAME, _ORDER_PRONOUN, _ORDER_SOURCE = 0, 1, 2

register_extensions()


class SpeakerResolver:
    """Walks through an article once, in text order, and says who each source is."""

    def __init__(self, doc: Doc, attributions: Sequence[Attribution]) -> None:
        self.tokens = Tokens(doc)
        self.cast = Cast(repaired(self.tokens, find_mentions(doc, self.tokens)))
        self.finder = AffiliationFinder(self.tokens, self.cast)
        self.finder.gather()
        self.focus = Focus(self.tokens, self.cast)
        self.reader = SourceReader(self.tokens, self.cast)
        self.descriptions = DescriptionResolver(self.tokens, self.cast, self.focus, self.finder)
        self.attributions = attributions
        self.meant: dict[int, Member] = {}
        self.answers: list[tuple[Speaker | Member, ...]] = [()] * len(attributions)
        self.last: Speaker | Member | None = None

    def resolve(self) -> list[tuple[Speaker, ...]]:
        """The speakers of each attribution, in the given order."""
        for token, order, number in self._events():
            if order == _ORDER_NAME:
                mention = self.cast.mentions[number]
                self.focus.see(token, mention.end - 1, self.cast.member_of(mention))
            elif order == _ORDER_PRONOUN:
                self._see_pronoun(token)
            else:
                self._answer(number, token)
        return [tuple(_as_speaker(s) for s in group) for group in self.answers]

    def _events(self) -> list[tuple[int, int, int]]:
        """Names, pronouns and sources by the token at which they become known."""
        events = [(m.start, _ORDER_NAME, i) for i, m in enumerate(self.cast.mentions)]
        events += [
            (i, _ORDER_PRONOUN, 0)
            for i, (lower, tag) in enumerate(zip(self.tokens.lower, self.tokens.tag, strict=True))
            if lower in PERSONAL and tag in ("PRP", "PRP$") and not self.tokens.quoted[i]
        ]
        for number, attribution in enumerate(self.attributions):
            anchor = attribution.source or attribution.cue or attribution.content
            first, last = self.tokens.find(anchor[0].start, anchor[-1].end)
            at = last - 1 if attribution.source else first
            events.append((max(first, min(at, len(self.tokens) - 1)), _ORDER_SOURCE, number))
        return sorted(events)

    def _see_pronoun(self, token: int) -> None:
        member = self.focus.choose(
            token, PERSONAL[self.tokens.lower[token]], self._content_of(token)
        )
        if member is None:
            return
        self.meant[token] = member
        self.focus.see(token, token, member)
        if self.tokens.dep[token] in ("nsubj", "nsubjpass"):
            self.finder.note_predicate(member, token)

    def _content_of(self, token: int) -> tuple[int, int] | None:
        """Tokens of the claim of which the pronoun at ``token`` is the source."""
        start, end = self.tokens.start[token], self.tokens.end[token]
        for attribution in self.attributions:
            if any(s.start <= start and end <= s.end for s in attribution.source):
                content = attribution.content
                return self.tokens.find(content[0].start, content[-1].end)
        return None

    def _answer(self, number: int, token: int) -> None:
        attribution = self.attributions[number]
        if attribution.source:
            found = self._of_source(attribution)
        else:
            found = self._without_source(attribution)
        self.answers[number] = tuple(found)
        if found:
            self.last = self.focus.last = found[0]
            member = found[0] if isinstance(found[0], Member) else None
            self.focus.speak(token, member)

    def _of_source(self, attribution: Attribution) -> list[Speaker | Member]:
        found: list[Speaker | Member] = []
        for span in attribution.source:
            for part in self.reader.read(*self.tokens.find(span.start, span.end)):
                speaker = self._of_part(part, attribution)
                if speaker is not None and speaker not in found:
                    found.append(speaker)
        return found

    def _of_part(self, part: Part, attribution: Attribution) -> Speaker | Member | None:
        if part.mention is not None:
            return self.cast.member_of(part.mention)
        if part.pronoun is not None:
            return self._of_pronoun(part.pronoun, attribution)
        return self.descriptions.resolve(part)

    def _of_pronoun(self, token: int, attribution: Attribution) -> Speaker | Member | None:
        lower = self.tokens.lower[token]
        text = self.tokens.text[token]
        if lower in PERSONAL:
            content = self._content_of(token)
            return self.meant.get(token) or self.focus.choose(token, PERSONAL[lower], content)
        if lower in _RELATIVE:
            return self._antecedent(token)
        if lower in _FIRST:
            return self._first_person(attribution)
        if lower in _PLURAL:
            return Speaker(text, SpeakerKind.GROUP)
        if lower in _THIRD_PLURAL:
            return self._several(token, text)
        if lower in _THIRD_THING:
            return self._thing(token, text)
        return Speaker(text, SpeakerKind.GROUP)

    def _antecedent(self, token: int) -> Speaker | Member | None:
        """What a relative pronoun takes up: the noun that its clause hangs on."""
        tokens = self.tokens
        verb = tokens.head[token]
        noun, steps = tokens.head[verb], 0
        while tokens.dep[noun] in ("appos", "attr") and steps < 5:
            apposed = tokens.dep[noun] == "appos"
            noun = tokens.head[noun] if apposed else self._subject_of(tokens.head[noun], noun)
            steps += 1
        if noun >= token or token - noun > 30 or noun == verb:
            noun = token - 1
            while noun > 0 and not tokens.text[noun][0].isalnum():
                noun -= 1
        mention = self.cast.mention_at(noun)
        if mention is not None:
            return self.cast.member_of(mention)
        start = noun
        while start > 0 and tokens.tag[start - 1] in ("DT", "JJ", "NN", "NNP", "CD", "PRP$", "NNS"):
            start -= 1
        parts = self.reader.read(start, noun + 1)
        if not parts or parts[0].pronoun is not None:
            return None
        return self.descriptions.resolve(parts[0])

    def _subject_of(self, verb: int, default: int) -> int:
        """The subject of the verb at ``verb``."""
        tokens = self.tokens
        for i in range(verb - 1, max(-1, verb - 25), -1):
            if tokens.head[i] == verb and tokens.dep[i] == "nsubj":
                return i
        return default

    def _first_person(self, attribution: Attribution) -> Speaker | Member:
        """Inside another claim its speaker, else the author."""
        if attribution.parent is not None and attribution.parent != -1:
            outer = self.answers[attribution.parent]
            if outer:
                return outer[0]
        token, _ = self.tokens.find(attribution.source[0].start, attribution.source[-1].end)
        if self.tokens.quoted[token] and self.last is not None:
            return self.last
        return Speaker(AUTHOR, SpeakerKind.GROUP)

    def _several(self, token: int, text: str) -> Speaker | Member:
        """ "They": the group or organisation that spoke last, or the last plural subject."""
        last = self.last if self._spoke_within(token, 3) else None
        if last is not None and (isinstance(last, Speaker) or not last.is_person):
            return last
        subject = self._last_subject(token, plural=True)
        return subject or Speaker(text, SpeakerKind.GROUP)

    def _thing(self, token: int, text: str) -> Speaker | Member | None:
        """ "It": the organisation or document that spoke last, or the last such subject."""
        if self.last is not None and self._spoke_within(token, 3):
            if isinstance(self.last, Speaker):
                if self.last.kind is not SpeakerKind.GROUP:
                    return self.last
            elif not self.last.is_person:
                return self.last
        return self._last_subject(token, plural=False) or Speaker(text, SpeakerKind.DOCUMENT)

    def _spoke_within(self, token: int, sentences: int) -> bool:
        at = self.focus.spoke_at
        return at >= 0 and self.tokens.sent[token] - self.tokens.sent[at] <= sentences

    def _last_subject(self, token: int, *, plural: bool) -> Speaker | Member | None:
        """The last subject before ``token`` that a plural or a neuter pronoun can take up."""
        tokens = self.tokens
        for i in range(token - 1, max(-1, token - 120), -1):
            if tokens.dep[i] not in ("nsubj", "nsubjpass") or tokens.quoted[i]:
                continue
            if tokens.sent[token] - tokens.sent[i] > 3:
                break
            mention = self.cast.mention_at(i)
            if mention is not None:
                member = self.cast.member_of(mention)
                if not member.is_person:
                    return member
            elif plural and tokens.tag[i] in ("NNS", "NNPS"):
                start = i
                while start > 0 and tokens.tag[start - 1] in ("DT", "JJ", "NN", "NNP", "CD"):
                    start -= 1
                parts = self.reader.read(start, i + 1)
                if parts and parts[0].nominal is not None:
                    return self.descriptions.resolve(parts[0])
        return None

    def _without_source(self, attribution: Attribution) -> list[Speaker | Member]:
        """A floating quotation goes on with the speaker before it; nothing else is guessed."""
        floating = not attribution.cue and attribution.type is not ClaimType.INDIRECT
        return [self.last] if floating and self.last is not None else []


def _as_speaker(found: Speaker | Member) -> Speaker:
    if isinstance(found, Speaker):
        return found
    kind = SpeakerKind.PERSON if found.is_person else SpeakerKind.ORGANIZATION
    return Speaker(found.name, kind)


@Language.component(
    "claims_speakers",
    requires=["doc._.attributions", "doc.ents"],
    assigns=["doc._.speakers", "doc._.cast"],
)
def add_speakers(doc: Doc) -> Doc:
    """Name the speakers of every attribution of the document."""
    resolver = SpeakerResolver(doc, doc._.attributions)
    doc._.speakers = resolver.resolve()
    doc._.cast = resolver.cast
    return doc
