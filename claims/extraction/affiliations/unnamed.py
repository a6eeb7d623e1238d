"""What somebody is whom the article does not name: "two Chinese officials", "aides to Lee"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claims.extraction.affiliations.affiliation_phrases import AffiliationPhrase, AffiliationReader
from claims.extraction.document.clusters import MentionClusters
from claims.extraction.document.mentions import NameKind
from claims.extraction.document.tokens import Tokens
from claims.extraction.parsing.noun_phrases import Nominal, singular
from claims.language.countries import countries_of_people, usual_name
from claims.language.names import organization_words
from claims.language.word_lists import words

_OFFICES: Final = words("affiliations/offices")
_COUNTING: Final = words("grammar/pronouns", "counting")
_LONGEST_PEOPLE: Final = 2


class UnnamedReader:
    """Reads the affiliation of people without a name off their description."""

    def __init__(
        self, tokens: Tokens, clusters: MentionClusters, reader: AffiliationReader
    ) -> None:
        self.tokens, self.clusters, self.reader = tokens, clusters, reader

    def read(self, nominal: Nominal, end: int) -> AffiliationPhrase | None:
        """The affiliation that a description up to token ``end`` tells; None if it tells none."""
        start = self._past_count(nominal)
        one = self.reader.one(start, end, several=True)
        if one is not None and one.organization is not None:
            return one if self._is_body(one) else self._alone(start, nominal)
        return None if one is None else self._of_country(one, start, nominal.head)

    def _is_body(self, one: AffiliationPhrase) -> bool:
        """Whether what stands for the organization is one: no "both parties", no "Federal"."""
        words_of_it = (one.organization or "").split()
        if len(words_of_it) == 1 and words_of_it[0] in self._adjectives(one):
            return False
        last = words_of_it[-1]
        return not last.islower() or singular(last) == last

    def _adjectives(self, one: AffiliationPhrase) -> set[str]:
        tokens = self.tokens
        return {
            tokens.text[i]
            for i in range(one.start, one.end)
            if tokens.tag[i] == "JJ" and tokens.text[i].istitle() and not self._is_named(i)
        }

    def _is_named(self, i: int) -> bool:
        """Whether token ``i`` is part of a name, here or where the article writes it elsewhere."""
        word = self.tokens.lower[i]
        return self.clusters.mention_at(i) is not None or any(
            word in one.key for one in self.clusters.organizations
        )

    def _alone(self, start: int, nominal: Nominal) -> AffiliationPhrase:
        """The description's own words as a post of nobody's."""
        first = max(start, nominal.core)
        return AffiliationPhrase(self.tokens.plain(first, nominal.end), None, first, nominal.end)

    def _past_count(self, nominal: Nominal) -> int:
        """Where a description begins behind how many it is of: "two senior officials"."""
        at = nominal.start
        at += self.tokens.lower[at : at + 2] == ["a", "few"]
        while at < nominal.head and (
            self.tokens.tag[at] == "CD" or self.tokens.lower[at] in _COUNTING
        ):
            at += 1
        return at

    def _of_country(self, one: AffiliationPhrase, start: int, head: int) -> AffiliationPhrase:
        """A post with the country or the place whose it is, told by a word before it."""
        tokens = self.tokens
        if one.role is None or singular(tokens.lower[head]) not in _OFFICES:
            return one
        for at in range(start, head):
            place = self.clusters.mention_at(at)
            if place is not None and place.kind is NameKind.PLACE:
                return self._split(one, start, head, at, place.end, place.text)
            for end in range(min(at + _LONGEST_PEOPLE, head), at, -1):
                countries = countries_of_people(organization_words(tokens.plain(at, end)))
                if len(countries) == 1:
                    [country] = countries
                    return self._split(one, start, head, at, end, usual_name(country))
        return one

    def _split(
        self, one: AffiliationPhrase, start: int, head: int, at: int, end: int, organization: str
    ) -> AffiliationPhrase:
        tokens = self.tokens
        if end > head:
            return one
        first = start + (tokens.tag[start] in ("DT", "PRP$"))
        before = tokens.plain(first, at) if at > first else ""
        behind = (one.role or "").partition(tokens.plain(at, end))[2]
        role = " ".join(filter(None, (before, behind.strip())))
        return replace(one, role=role, organization=organization)
