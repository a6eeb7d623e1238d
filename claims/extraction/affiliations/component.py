"""Affiliations wherever an article gives them: appositions, titles, relative clauses, copulas."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from claims.claim import Affiliation, Span
from claims.extraction.affiliations.affiliation_phrases import (
    OF_PLACES,
    ONCE,
    AffiliationPhrase,
    AffiliationReader,
)
from claims.extraction.affiliations.allegiance import Allegiances
from claims.extraction.affiliations.clauses import (
    ADVERBS,
    BEING,
    HAVING,
    HEADING_NOW,
    SERVING,
    WRITING,
    ClauseReader,
)
from claims.extraction.affiliations.prenominal import TitleReader
from claims.extraction.affiliations.repeats import covers
from claims.extraction.document.analysis import analysis
from claims.extraction.document.clusters import MentionCluster, MentionClusters
from claims.extraction.document.mentions import Mention, NameKind
from claims.extraction.document.tokens import Tokens
from claims.extraction.parsing.noun_phrases import NOUNS, is_plural, is_role, singular
from claims.language.countries import country_of
from claims.language.folding import fold_letters
from claims.language.names import organization_words
from claims.language.word_lists import words

_DASHES: Final = frozenset(("—", "–", "--", "-"))
UNREAL: Final = words("affiliations/roles", "not held")
_HELD_THOUGH_FIRST: Final = words("affiliations/roles", "held though first")
_BEFORE_APPOSITIONS: Final = ADVERBS | words("affiliations/joining", "before appositions")
_BEFORE_ORGANIZATIONS: Final = words("affiliations/joining", "before organizations alone")
_BEFORE_SEATS: Final = words("affiliations/joining", "before seats")
_WORKING_AT: Final = frozenset(("at", "from", "with"))
_FIELDS: Final = words("affiliations/roles", "fields of critics")
_LEGISLATORS: Final = words("affiliations/roles", "legislators")
_REACH: Final = 40
_FAR: Final = 20
_BEFORE_HEAD: Final = NOUNS | {"JJ", "JJS", "VBN", "VBG", "CD", "HYPH", "DT", "PRP$", "POS"}
_PARTY: Final = re.compile(r"[DIR]($|-)")
_GOING_ON: Final = re.compile(r" (?:of|in|on|at|for|to|with) ")
_LONGEST: Final = 14


class AffiliationFinder:
    """Finds the affiliations that the words around a name tell, and notes them with the person."""

    def __init__(self, tokens: Tokens, clusters: MentionClusters) -> None:
        self.tokens, self.clusters = tokens, clusters
        self.reader = AffiliationReader(tokens, clusters)
        self.clauses = ClauseReader(tokens, self.reader)
        self.titles = TitleReader(tokens, clusters, self.reader)
        self.allegiances = Allegiances(tokens, clusters, self.reader)

    def gather(self) -> None:
        """Note the affiliations around each person's mentions by name."""
        for mention in self.clusters.mentions:
            if mention.kind is not NameKind.PERSON:
                continue
            affiliations = self.around(mention)
            shared = self.titles.shared(mention)
            self.note(self.clusters.cluster_of(mention), mention, [*shared, *affiliations])

    def note(
        self, cluster: MentionCluster, mention: Mention, affiliations: Iterable[AffiliationPhrase]
    ) -> None:
        """Add affiliations told around a mention to the person, each role and organization once."""
        for affiliation in affiliations:
            start, end = min(affiliation.start, mention.start), max(affiliation.end, mention.end)
            if affiliation.end < mention.start - 12 or affiliation.start > mention.end + 12:
                start, end = affiliation.start, affiliation.end
            evidence = Span(self.tokens.start[start], self.tokens.end[end - 1])
            self.add(cluster, affiliation.on(evidence))

    def add(self, cluster: MentionCluster, affiliation: Affiliation) -> None:
        """Add one affiliation unless the person has it, fuller or equal, or one that forbids it."""
        front = _GOING_ON.split(affiliation.role or "")[0]
        last = fold_letters(front).rsplit(" ", 1)[-1]
        role = fold_letters(affiliation.role or "").split()
        unreal = not UNREAL.isdisjoint(role) and _HELD_THOUGH_FIRST.isdisjoint(role)
        business = last == "partner" and affiliation.organization is not None
        business = business or (last == "critic" and not _FIELDS.isdisjoint(role[-2:-1]))
        whole = _is_whole(affiliation.role or "")
        whole = whole and (affiliation.role != "head" or affiliation.organization is not None)
        kin = not words("nouns/kin").isdisjoint((last, singular(last)))
        if (kin and not business) or unreal or not whole:
            return
        for at, known in enumerate(cluster.affiliations):
            if covers(known, affiliation):
                return
            if covers(affiliation, known):
                cluster.affiliations[at] = affiliation
                return
        if self.allegiances.may_hold(cluster, affiliation):
            cluster.affiliations.append(affiliation)

    def around(self, mention: Mention) -> list[AffiliationPhrase]:
        """The affiliations told before and after a name."""
        before = self.titles.prenominal(mention)
        first = min(
            (affiliation.start for affiliation in before),
            default=self.titles.before_title(mention.start),
        )
        leading = self.titles.leading(first, mention.end)
        # "During her term as president, Lee of Ruritania": completed as a title is.
        completed = not before and leading and leading[-1].organization is None
        after = self._after(mention, leading if completed else before)
        return [*leading, *before, *after]

    def _limit(self, at: int) -> int:
        """One past the last token of the sentence at ``at``, within reach."""
        end = at
        sent = self.tokens.sent[at] if at < len(self.tokens) else -1
        while end < len(self.tokens) and end < at + _REACH and self.tokens.sent[end] == sent:
            if "\n" in self.tokens.text[end]:
                break
            end += 1
        return end

    # After the name

    def note_predicate(self, cluster: MentionCluster, token: int) -> None:
        """Note the affiliations that "she is a fellow at …" tells; ``token`` is the pronoun."""
        if self.tokens.quoted[token]:
            return
        limit = self._limit(token)
        if self.tokens.tag[token] == "PRP$":
            found = self.clauses.tenure(token + 1, limit)
        else:
            found = [*self.clauses.capacity(token), *self.clauses.predicated(token + 1, limit)]
        for affiliation in found:
            start, end = min(token, affiliation.start), max(token + 1, affiliation.end)
            evidence = Span(self.tokens.start[start], self.tokens.end[end - 1])
            self.add(cluster, affiliation.on(evidence))

    def _after(self, mention: Mention, before: list[AffiliationPhrase]) -> list[AffiliationPhrase]:
        limit = self._limit(mention.start)
        beside = self._beside(mention, before, limit)
        verb = self._verb_of(mention, limit)
        if verb is None or verb <= (beside[-1].end if beside else mention.end):
            return beside
        return [*beside, *self.clauses.predicated(verb, limit)]

    def _verb_of(self, mention: Mention, limit: int) -> int | None:
        """The verb of being or serving whose subject a name is, with whatever stands between."""
        tokens = self.tokens
        head = mention.start
        while mention.start <= tokens.head[head] < mention.end and tokens.head[head] != head:
            head = tokens.head[head]
        verb = tokens.head[head]
        subject = tokens.dep[head] == "nsubj" and mention.end <= verb < limit
        alone = subject and not any(map(self.clusters.person_at, range(mention.end, verb)))
        return verb if alone and tokens.lower[verb] in BEING | SERVING else None

    def _beside(
        self, mention: Mention, before: list[AffiliationPhrase], limit: int
    ) -> list[AffiliationPhrase]:
        tokens, at = self.tokens, mention.end
        bracketed = self._past_brackets(at, limit)
        found = self.reader.read(at + 1, bracketed - 1) if bracketed > at else []
        if found and found[-1].end == bracketed - 1:
            return found
        at = bracketed
        if at >= limit - 1:
            return []
        lower = tokens.lower[at]
        if tokens.tag[at] == "POS":
            return self.clauses.tenure(at + 1, limit)
        if lower in ("of", "for"):
            return [*self._of_name(at, limit, before), *self._past_seat(at, limit)]
        if lower in _WORKING_AT and self._is_whole_subject(mention, at):
            return self._of_name(at, limit, before)
        if lower in BEING | SERVING | ADVERBS | HAVING:
            return self.clauses.predicated(at, limit)
        if lower == "," or lower in _DASHES:
            return self._apposed(self._past_age(at + 1, limit), limit)
        return self.clauses.relative(at + 1, limit) if lower == "who" else []

    def _is_whole_subject(self, mention: Mention, at: int) -> bool:
        """Whether a subject is a name and where its bearer works: "Ann Lee at Norbank said"."""
        body = self.clusters.mention_at(at + 1) or self.clusters.mention_at(at + 2)
        if body is None or body.kind is not NameKind.ORGANIZATION or body.end >= len(self.tokens):
            return False
        subject = self.tokens.dep[mention.end - 1] == "nsubj"
        return subject and self.tokens.tag[body.end] in ("VBD", "VBZ", "VBP", ",")

    def _past_brackets(self, at: int, limit: int) -> int:
        """Past "(R-Ohio)"."""
        if at < limit and self.tokens.text[at] == "(":
            for i in range(at + 1, min(at + 9, limit)):
                if self.tokens.text[i] == ")":
                    return i + 1
        return at

    def _past_seat(self, at: int, limit: int) -> list[AffiliationPhrase]:
        """The affiliations behind "of Ohio," in "Ann Lee of Ohio, a pilot"."""
        seat = self.clusters.mention_at(at + 1)
        if seat is None or seat.end >= limit or self.tokens.text[seat.end] != ",":
            return []
        return self._apposed(seat.end + 1, limit)

    def _past_age(self, at: int, limit: int) -> int:
        """Past "34," in "Ann Lee, 34, a baker", "R-Ohio," in "Senator Ann Lee, R-Ohio, a"."""
        text, end = self.tokens.text, at
        if at < limit and _PARTY.match(text[at]):
            end = next((i for i in range(at, min(at + 5, limit)) if text[i] == ","), at)
        elif at + 1 < limit and text[at].isdigit() and text[at + 1] == ",":
            end = at + 1
        return end + 1 if end > at else at

    def _of_name(
        self, at: int, limit: int, before: list[AffiliationPhrase]
    ) -> list[AffiliationPhrase]:
        """ "President Ann Lee of Ruritania" completes the title; "Ann Lee of the Herald" stands."""
        found = self.reader.organizations.at(at + 1, limit)
        if found is None or not self.tokens.text[found.start][0].isupper():
            return []
        mention = self.clusters.mention_at(found.start)
        place = mention is not None and mention.kind is NameKind.PLACE
        country = place and country_of(organization_words(found.text)) is not None
        if before and before[-1].organization is None:
            last = fold_letters((before[-1].role or "").split()[-1])
            if last in _LEGISLATORS or (place and not country and last not in OF_PLACES):
                return []
            before[-1] = replace(before[-1], organization=found.text, end=found.end)
            return []
        known = mention is not None and mention.kind is not NameKind.PERSON
        long = found.end - found.start > 1 or self.tokens.tag[found.start] == "NNP"
        if before or not (known or (mention is None and long)):
            return []
        if place and not country:
            return []  # where somebody lives or runs: "Ann Lee of Ohio"
        return [AffiliationPhrase(None, found.text, at, found.end)]

    def _apposed(self, at: int, limit: int) -> list[AffiliationPhrase]:
        """The affiliations of an apposition that begins at token ``at``."""
        tokens, begin = self.tokens, at
        while at < limit and tokens.lower[at] in _BEFORE_APPOSITIONS:
            at += 1
        if at >= limit:
            return []
        if tokens.lower[at] in ("who", "whose"):
            return self.clauses.relative(at + 1, limit)
        titled = at + 1 < limit and is_role(tokens.lower[at + 1])  # "managing director"
        if tokens.lower[at] in WRITING | HEADING_NOW and not titled:
            return self.clauses.stated(at, at + 1, limit)
        if tokens.lower[at] in _BEFORE_ORGANIZATIONS:
            found = self.reader.organizations.at(at + 1, limit)
            mention = self.clusters.mention_at(found.start) if found else None
            closed = found and found.end < limit and tokens.text[found.end] in (",", ".", "—")
            if found and closed and mention and mention.kind is NameKind.ORGANIZATION:
                return [AffiliationPhrase(None, found.text, at, found.end)]
            return []
        affiliations = self.reader.read(at, limit)
        if affiliations and not self._closes(begin, affiliations[-1].end, limit):
            return []
        if affiliations and not ONCE.isdisjoint(tokens.lower[begin:at]):
            affiliations[0] = replace(affiliations[0], former=True)
        affiliations += self._coordinated(affiliations, limit)
        return affiliations + self._trailing(affiliations, limit)

    def _coordinated(
        self, affiliations: list[AffiliationPhrase], limit: int
    ) -> list[AffiliationPhrase]:
        """Further roles that the parse joins to one: "a fellow … in Oslo, and now head of …"."""
        tokens = self.tokens
        if not affiliations:
            return []
        start, end = affiliations[0].start, affiliations[-1].end
        for i in range(end, min(end + _FAR, limit)):
            joined = tokens.dep[i] == "conj" and start <= tokens.head[i] < end
            if joined and is_role(tokens.lower[i]) and not is_plural(tokens, i):
                return self.reader.read(self._opening(end, i), limit)
        return []

    def _opening(self, least: int, head: int) -> int:
        """Where the noun phrase begins whose head is a token."""
        at = head
        while at > least and self.tokens.tag[at - 1] in _BEFORE_HEAD:
            at -= 1
            if self.tokens.tag[at] in ("DT", "PRP$"):
                break
        return at

    def _closes(self, begin: int, at: int, limit: int) -> bool:
        """Whether an apposition can end before token ``at``: it is no title, no verb's subject."""
        tokens = self.tokens
        mention = self.clusters.mention_at(at)
        if mention is not None and mention.kind is NameKind.PERSON:
            return False
        if at >= limit or tokens.tag[at] not in ("VBD", "VBZ", "VBP", "MD"):
            return True
        # "Ann Lee, an aide to the mayor was": the comma behind it is left out.
        return any(tokens.dep[i] == "appos" and tokens.head[i] < begin for i in range(begin, at))

    def _trailing(
        self, affiliations: list[AffiliationPhrase], limit: int
    ) -> list[AffiliationPhrase]:
        """Affiliations after "who" or ", and now" behind an apposition ("a physicist who is …")."""
        if not affiliations:
            return []
        at = self._past_seat_of(affiliations[-1].end, limit)
        if at < limit and self.tokens.text[at] == ",":
            at += 1
        if at < limit and self.tokens.lower[at] == "who":
            return self.clauses.relative(at + 1, limit)
        return []

    def _past_seat_of(self, at: int, limit: int) -> int:
        """Past "from Ohio" in "a senator from Ohio who chairs"."""
        if at + 1 < limit and self.tokens.lower[at] in _BEFORE_SEATS:
            seat = self.clusters.mention_at(at + 1)
            if seat is not None and seat.kind is NameKind.PLACE:
                return seat.end
        return at


def _is_whole(role: str) -> bool:
    """Whether a role is no sentence, no quotation mark in it lacks its pair, and it is not cut
    inside a word: "-lip candidate" of "shoot-from-the-lip candidate"."""
    paired = role.count("“") == role.count("”") and not role.count('"') % 2
    cut = not _DASHES.isdisjoint((role[:1], role[-1:]))
    return paired and not cut and not role.count("''") % 2 and len(role.split()) <= _LONGEST


@Language.component("claims_affiliations")
def add_affiliations(doc: Doc) -> Doc:
    """Notes with each person the affiliations that stand around the name anywhere."""
    names = analysis(doc).named
    AffiliationFinder(names.tokens, names.clusters).gather()
    return doc
