"""What clauses tell somebody to be: "Lee is a fellow at …", "who heads …", "as governor, she"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claims.extraction.affiliations.affiliation_phrases import (
    NOW,
    ONCE,
    AffiliationPhrase,
    AffiliationReader,
)
from claims.extraction.affiliations.organization_phrases import OrganizationPhrase
from claims.extraction.document.tokens import Tokens
from claims.extraction.parsing.noun_phrases import parse_nominal
from claims.language.word_lists import words

BEING: Final = words("affiliations/verbs", "being")
SERVING: Final = words("affiliations/verbs", "serving")
WRITING: Final = words("affiliations/verbs", "writing")
HEADING_NOW: Final = words("affiliations/verbs", "heading now")
HAVING: Final = words("grammar/verbs", "having")
ADVERBS: Final = ONCE | NOW | {"then", "recently"}
_NAMING: Final = words("affiliations/verbs", "naming")
_TEACHING: Final = words("affiliations/verbs", "teaching")
_HEADING: Final = words("affiliations/verbs", "heading") | words("affiliations/verbs", "advising")
_BEEN: Final = frozenset(("been", "become"))
_TENURES: Final = words("affiliations/roles", "tenures")
_SUPPOSED: Final = frozenset(("if", "when"))
_BEFORE_ORGANIZATIONS: Final = words("affiliations/joining", "before organizations")
_BEHIND_PARTS: Final = words("affiliations/joining", "behind parts")
_BEHIND_NAMING: Final = words("affiliations/joining", "behind naming")
_REACH: Final = 40


class ClauseReader:
    """Reads affiliations off clauses, beginning at a given token of one."""

    def __init__(self, tokens: Tokens, reader: AffiliationReader) -> None:
        self.tokens, self.reader = tokens, reader
        self.organizations = reader.organizations

    def predicated(self, at: int, limit: int) -> list[AffiliationPhrase]:
        """ "Lee is a fellow at …", "Lee served as …", "Lee now works for …", and what goes on."""
        begin = at
        at = self._past_adverbs(at, limit)
        if at >= limit - 1:
            return []
        at += self.tokens.lower[at] in HAVING  # "who has taught at"
        affiliations = self.stated(at, self._past_adverbs(at + 1, limit), limit)
        if not ONCE.isdisjoint(self.tokens.lower[begin : at + 2]):
            affiliations = [replace(affiliation, former=True) for affiliation in affiliations]
        return self._continued(affiliations, limit)

    def _past_adverbs(self, at: int, limit: int) -> int:
        while at < limit and self.tokens.lower[at] in ADVERBS:
            at += 1
        return at

    def relative(self, at: int, limit: int) -> list[AffiliationPhrase]:
        """Affiliations in a clause after "who"."""
        tokens = self.tokens
        if at < limit and tokens.lower[at] == "until":
            # "who until last spring was a lawyer with …"
            verbs = (i for i in range(at + 1, min(at + 6, limit)) if tokens.tag[i] == "VBD")
            found = self.predicated(next(verbs, limit), limit)
            return [replace(affiliation, former=True) for affiliation in found]
        while at < limit and tokens.tag[at] in ("MD", "RB") and tokens.lower[at] not in ADVERBS:
            at += 1
        if at >= limit - 1:
            return []
        return self.predicated(at, limit)

    def capacity(self, subject: int) -> list[AffiliationPhrase]:
        """ "As governor of Iowa, she …": a phrase straight before the subject."""
        for at in range(subject - 2, max(-1, subject - _REACH), -1):
            if self.tokens.sent[at] != self.tokens.sent[subject]:
                break
            if self.tokens.lower[at] in ("as", "while"):
                found = self.reader.read(at + 1, subject)
                end = found[-1].end if found else 0
                closed = end == subject or (end == subject - 1 and self.tokens.text[end] == ",")
                return found if closed else []
        return []

    def tenure(self, at: int, limit: int) -> list[AffiliationPhrase]:
        """ "Her time as governor", "Lee’s years at the Forum": what stands behind the possessor."""
        tokens = self.tokens
        while at < limit - 2 and tokens.tag[at] in ("JJ", "JJR", "CD"):
            at += 1
        if at >= limit - 2 or tokens.lower[at] not in _TENURES:
            return []
        if tokens.lower[at + 1] == "as":
            return self.reader.read(at + 2, limit)
        found = self.organizations.at(at + 2, limit)
        if tokens.lower[at + 1] == "at" and found and tokens.text[found.start][0].isupper():
            return [AffiliationPhrase(None, found.text, at, found.end)]
        return []

    def stated(self, verb: int, at: int, limit: int) -> list[AffiliationPhrase]:
        """The affiliations told by the verb at ``verb`` and by what follows from ``at`` on."""
        tokens, word = self.tokens, self.tokens.lower[verb]
        being = word in BEING
        being = being or (word in _BEEN and verb > 0 and tokens.lower[verb - 1] in HAVING)
        if at >= limit or not _SUPPOSED.isdisjoint(tokens.lower[max(0, at - 5) : at]):
            return []
        if being and tokens.lower[at] in _NAMING:
            if "once" in tokens.lower[max(0, at - 5) : at]:
                return []
            return self._named(at + 1, limit)
        owned = tokens.tag[at] == "NNP" and "POS" in tokens.tag[at + 1 : at + 4]
        if being and (owned or tokens.tag[at] in ("DT", "NN", "JJ", "PRP$")):
            return self.reader.read(at, limit)
        if word in SERVING and "as" in tokens.lower[at : min(at + 4, limit - 1)]:
            # "works in retail as a manager"
            return self.reader.read(tokens.lower.index("as", at) + 1, limit)
        if word in _HEADING | HEADING_NOW:
            return self._headed(verb, at, limit)
        if word in _TEACHING and "at" in tokens.lower[at : min(at + 8, limit - 1)]:
            at = tokens.lower.index("at", at)  # "teaches law and letters at"
        if word in SERVING | _TEACHING | WRITING and tokens.lower[at] in _BEFORE_ORGANIZATIONS:
            found = self.organizations.at(at + 1, limit)
            if found and tokens.text[found.start][0].isupper():
                role = tokens.text[verb] if word in _TEACHING else None
                return [self._until(AffiliationPhrase(role, found.text, at, found.end), limit)]
        return []

    def _headed(self, verb: int, at: int, limit: int) -> list[AffiliationPhrase]:
        """ "heads the Forum", "runs the tax practice at the law firm …": the verb is the role."""
        found, part = self.organizations.at(at, limit), self._part_of_organization(at, limit)
        if found is None or (part is not None and part.end > found.end):
            found = part
        if found is None:
            return []
        role = self.tokens.text[verb]
        return [self._until(AffiliationPhrase(role, found.text, verb, found.end), limit)]

    def _part_of_organization(self, at: int, limit: int) -> OrganizationPhrase | None:
        """ "the tax practice at the law firm …": a part told by its organization's name alone."""
        nominal = parse_nominal(self.tokens, at, limit)
        if nominal is None or nominal.possessor is not None or nominal.end >= limit - 1:
            return None
        if self.tokens.lower[nominal.end] not in _BEHIND_PARTS:
            return None
        found = self.organizations.at(nominal.end + 1, limit)
        if found is None or not self.tokens.text[found.start][0].isupper():
            return None
        return replace(found, start=nominal.core, text=self.tokens.plain(nominal.core, found.end))

    def _until(self, affiliation: AffiliationPhrase, limit: int) -> AffiliationPhrase:
        """The affiliation, ended where "until …" follows."""
        after = self.reader.past_place(affiliation.end, limit)
        return (
            replace(affiliation, former=True)
            if self.tokens.lower[after] == "until"
            else affiliation
        )

    def _continued(
        self, affiliations: list[AffiliationPhrase], limit: int
    ) -> list[AffiliationPhrase]:
        """With the affiliations of a second predicate: "served as … and is now …"."""
        if not affiliations:
            return affiliations
        at = self.reader.past_place(affiliations[-1].end, limit)
        while at < limit and self.tokens.text[at] == ",":
            at += 1
        if at + 2 >= limit or self.tokens.lower[at] != "and":
            return affiliations
        return affiliations + self.predicated(at + 1, limit)

    def _named(self, at: int, limit: int) -> list[AffiliationPhrase]:
        while at < limit and self.tokens.lower[at] in _BEHIND_NAMING:
            at += 1
        return self.reader.read(at, limit) if at < limit else []
