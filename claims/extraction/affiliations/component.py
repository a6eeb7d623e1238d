"""Affiliations wherever an article gives them: appositions, titles, relative clauses, copulas."""

from __future__ import annotations

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
from claims.language.countries import country_of
from claims.language.folding import fold_letters
from claims.language.names import organization_words
from claims.language.word_lists import words

_DASHES: Final = frozenset(("—", "–", "--", "-"))
UNREAL: Final = words("affiliations/roles", "not held")
_LEGISLATORS: Final = words("affiliations/roles", "legislators")
_HUNG_ON_NOUNS: Final = frozenset(("acl", "relcl"))
_REACH: Final = 40
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
        """Note the affiliations around each person's mentions by name, and as what they serve."""
        for mention in self.clusters.mentions:
            if mention.kind is not NameKind.PERSON:
                continue
            affiliations = self.around(mention)
            shared = self.titles.shared(mention)
            self.note(self.clusters.cluster_of(mention), mention, [*shared, *affiliations])
        for verb in range(1, len(self.tokens) - 2):
            if self.tokens.lower[verb] in SERVING and self.tokens.lower[verb + 1] == "as":
                self._note_service(verb)

    def _note_service(self, verb: int) -> None:
        """Note the affiliations of whoever "has agreed to serve as …", wherever the name stands."""
        person = self._server(verb)
        if person is None or self.tokens.quoted[verb]:
            return
        for one in self.reader.read(verb + 2, self._limit(verb)):
            evidence = Span(self.tokens.start[verb], self.tokens.end[one.end - 1])
            self.add(person, one.on(evidence))

    def _server(self, verb: int) -> MentionCluster | None:
        """The person whose clause the verb is in, or hangs on."""
        tokens, at = self.tokens, verb
        while tokens.head[at] != at and tokens.dep[at] not in _HUNG_ON_NOUNS:
            at = tokens.head[at]
        subjects = [
            i
            for i in range(max(0, at - _REACH), at)
            if tokens.head[i] == at and tokens.dep[i] == "nsubj"
        ]
        if tokens.dep[at] in _HUNG_ON_NOUNS:
            subjects = [tokens.head[at]]
        mention = self.clusters.mention_at(subjects[-1]) if subjects else None
        person = mention is not None and mention.kind is NameKind.PERSON
        return self.clusters.cluster_of(mention) if mention is not None and person else None

    def note(
        self, cluster: MentionCluster, mention: Mention, affiliations: Iterable[AffiliationPhrase]
    ) -> None:
        """Add affiliations told around a mention to the person, each role and organisation once."""
        for affiliation in affiliations:
            start, end = min(affiliation.start, mention.start), max(affiliation.end, mention.end)
            if affiliation.end < mention.start - 12 or affiliation.start > mention.end + 12:
                start, end = affiliation.start, affiliation.end
            evidence = Span(self.tokens.start[start], self.tokens.end[end - 1])
            self.add(cluster, affiliation.on(evidence))

    def add(self, cluster: MentionCluster, affiliation: Affiliation) -> None:
        """Add one affiliation unless the person has it, fuller or equal, or one that forbids it."""
        front = (affiliation.role or "").split(" of ")[0].split(" in ")[0]
        last = fold_letters(front).rsplit(" ", 1)[-1]
        role = fold_letters(affiliation.role or "").split()
        unreal = not UNREAL.isdisjoint(role) and "lady" not in role
        business = last == "partner" and affiliation.organization is not None
        whole = _is_whole(affiliation.role or "")
        whole = whole and (affiliation.role != "head" or affiliation.organization is not None)
        if (last in words("nouns/kin") and not business) or unreal or not whole:
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
        after = self._after(mention, before)
        first = min(
            (affiliation.start for affiliation in before),
            default=self.titles.before_title(mention.start),
        )
        return [*self.titles.leading(first, mention.end), *before, *after]

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
        tokens, at = self.tokens, mention.end
        limit = self._limit(mention.start)
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
        if lower in BEING | SERVING | ADVERBS:
            return self.clauses.predicated(at, limit)
        if lower == "," or lower in _DASHES:
            return self._apposed(self._past_age(at + 1, limit), limit)
        return self.clauses.relative(at + 1, limit) if lower == "who" else []

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
        """Past "34," in "Ann Lee, 34, a baker"."""
        aged = at + 1 < limit and self.tokens.text[at].isdigit() and self.tokens.text[at + 1] == ","
        return at + 2 if aged else at

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
        while at < limit and tokens.lower[at] in ADVERBS | {"as"}:
            at += 1
        if at >= limit:
            return []
        if tokens.lower[at] in ("who", "whose"):
            return self.clauses.relative(at + 1, limit)
        if tokens.lower[at] in WRITING | HEADING_NOW:
            return self.clauses.stated(at, at + 1, limit)
        if tokens.lower[at] in ("of", "at", "with"):
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
        return affiliations + self._trailing(affiliations, limit)

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
        if at + 1 < limit and self.tokens.lower[at] in ("from", "in", "of"):
            seat = self.clusters.mention_at(at + 1)
            if seat is not None and seat.kind is NameKind.PLACE:
                return seat.end
        return at


def _is_whole(role: str) -> bool:
    """Whether a role is no sentence, and no quotation mark in it lacks its pair."""
    paired = role.count("“") == role.count("”") and not role.count('"') % 2
    return paired and not role.count("''") % 2 and len(role.split()) <= _LONGEST


@Language.component("claims_affiliations")
def add_affiliations(doc: Doc) -> Doc:
    """Notes with each person the affiliations that stand around the name anywhere."""
    names = analysis(doc).named
    AffiliationFinder(names.tokens, names.clusters).gather()
    return doc
