"""Affiliations as phrases tell them: "a director of the bank" is a role and an organization."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from claims.claim import Affiliation, Span
from claims.extraction.affiliations.organization_phrases import (
    OrganizationPhrase,
    OrganizationReader,
)
from claims.extraction.document.clusters import MentionClusters
from claims.extraction.document.mentions import NameKind
from claims.extraction.document.tokens import Tokens
from claims.extraction.parsing.noun_phrases import (
    NOUNS,
    Nominal,
    head_word,
    is_plural,
    is_role,
    parse_nominal,
    singular,
)
from claims.language.countries import demonyms
from claims.language.folding import fold_letters
from claims.language.names import is_honorific
from claims.language.word_lists import rows, words

_FORMER: Final = words("affiliations/roles", "former")
ONCE: Final = words("affiliations/roles", "once")
NOW: Final = words("affiliations/roles", "now")
_TO_SOMEBODY: Final = words("affiliations/roles", "to somebody")
OF_PLACES: Final = words("affiliations/roles", "of places")
_MAKERS: Final = words("affiliations/roles", "makers")
_OFFICES: Final = words("affiliations/roles", "offices")
_ENVOYS: Final = words("affiliations/roles", "envoys")
_MEMBERS: Final = words("affiliations/roles", "members")
_CHAMBERS: Final = words("affiliations/roles", "chambers")
_OFFICERS: Final = frozenset(rows("affiliations/roles", "officers of two words"))
_SIDES: Final = words("affiliations/roles", "taking sides")
_PARTISANS: Final = words("affiliations/roles", "partisans")
_TIMES: Final = words("affiliations/roles", "lengths of time") | words("grammar/dates")
_BEFORE_ORGANIZATIONS: Final = words("affiliations/joining", "before organizations")
_IN_ROLES: Final = words("affiliations/joining", "in roles")
_ADJECTIVES: Final = frozenset(("JJ", "JJS", "VBN", "RB", "RBS"))


@dataclass(frozen=True, slots=True)
class AffiliationPhrase:
    """A role and an organization with the tokens that tell them (``end`` exclusive)."""

    role: str | None
    organization: str | None
    start: int
    end: int
    former: bool = False

    def on(self, evidence: Span) -> Affiliation:
        """The affiliation with what proves it."""
        return Affiliation(self.role, self.organization, evidence, self.former)


class AffiliationReader:
    """Reads affiliations from noun phrases of one article."""

    def __init__(self, tokens: Tokens, clusters: MentionClusters) -> None:
        self.tokens, self.clusters = tokens, clusters
        self.organizations = OrganizationReader(tokens, clusters)

    def read(self, start: int, limit: int) -> list[AffiliationPhrase]:
        """The affiliations that a phrase from token ``start`` on tells, joined ones one by one.

        Args:
            start: First token of the phrase, a determiner, modifier or noun.
            limit: Token before which the phrase ends.
        """
        affiliations: list[AffiliationPhrase] = []
        at = start
        while at < limit:
            once = self.tokens.lower[at] in ONCE
            affiliation = self.one(at + (once or self.tokens.lower[at] in NOW), limit)
            if affiliation is None or (affiliations and self.clusters.person_at(affiliation.end)):
                break  # what stands before a person's name is theirs
            if once or self.tokens.lower[self.past_place(affiliation.end, limit)] == "until":
                affiliation = replace(affiliation, former=True)
            if affiliations and self._is_joined(affiliations[-1], affiliation, at):
                affiliation = self._joined(affiliations.pop(), affiliation)
            affiliations.append(affiliation)
            at = self._after_joint(affiliation.end, limit)
            if at == affiliation.end:
                break
        return affiliations

    def _is_joined(self, one: AffiliationPhrase, other: AffiliationPhrase, at: int) -> bool:
        """Whether two are one: "an economist and tax expert", "president and chief of the Bank"."""
        if self.tokens.tag[at] in ("DT", "PRP$") or one.organization is not None:
            return False
        titles = self.tokens.tag[one.start] not in ("DT", "PRP$") and one.former is other.former
        return other.organization is None or titles

    def joined(self, one: AffiliationPhrase, other: AffiliationPhrase) -> list[AffiliationPhrase]:
        """Two titles that "and" joins: one, unless an organization goes with either."""
        if one.organization is None and other.organization is None:
            return [self._joined(one, other)]
        return [one, other]

    def _joined(self, one: AffiliationPhrase, other: AffiliationPhrase) -> AffiliationPhrase:
        first = one.start + (self.tokens.tag[one.start] in ("DT", "PRP$"))
        role = self.tokens.plain(first, other.end)
        if other.organization is not None:
            role = f"{one.role} and {other.role}"
        return replace(one, role=role, organization=other.organization, end=other.end)

    def _after_joint(self, end: int, limit: int) -> int:
        """Past "and" or ", and" if a further affiliation can follow there, else ``end``."""
        lower, at = self.tokens.lower, self.past_place(end, limit)
        if at + 1 < limit and lower[at] == "," and lower[at + 1] == "and":
            return at + 2
        return at + 1 if at + 1 < limit and lower[at] in ("and", "&") else end

    def past_place(self, at: int, limit: int) -> int:
        """Past "in Geneva", where an organization sits; less than the number of tokens."""
        mention = (
            self.clusters.mention_at(at + 1)
            if self.tokens.lower[at % len(self.tokens)] == "in"
            else None
        )
        if mention is not None and mention.kind is NameKind.PLACE and mention.end < limit:
            at = mention.end
        return min(at, len(self.tokens) - 1)

    def one(self, start: int, limit: int, *, several: bool = False) -> AffiliationPhrase | None:
        """The first affiliation that a phrase from token ``start`` on tells.

        Args:
            start: As of ``read``.
            limit: Likewise.
            several: Whether it may be in the plural ("two aides to the mayor").
        """
        one_of = self.tokens.lower[start : start + 2] == ["one", "of"]
        nominal = parse_nominal(self.tokens, start + 2 if one_of else start, limit)
        if nominal is None:
            return None
        held = self._behind_organization(nominal, limit, several)
        if held is not None:
            return replace(held, start=start)
        nominal = self._before_names(nominal)
        if nominal is None or not is_role(head_word(self.tokens, nominal.head)):
            return None
        if is_plural(self.tokens, nominal.head) and not (one_of or several):
            return None
        return self._complete(replace(nominal, start=start), limit, one_of)

    def _behind_organization(
        self, nominal: Nominal, limit: int, several: bool
    ) -> AffiliationPhrase | None:
        """A role behind an organization: "University of Oslo professor", "Tide Fund’s director"."""
        first = self._past_modifiers(nominal.core, nominal.end)
        organization = self.organizations.at(first, limit) if first < nominal.end < limit else None
        if organization is None or organization.end <= nominal.end:
            return None
        owned = organization.end < limit and self.tokens.tag[organization.end] == "POS"
        behind = organization.end + owned
        known = self.clusters.mention_at(nominal.end)
        named = known is not None and known.kind is NameKind.ORGANIZATION
        named = named or not is_role(head_word(self.tokens, nominal.head))
        rest = parse_nominal(self.tokens, behind, limit) if named or owned else None
        if rest is None or rest.core > behind or not is_role(head_word(self.tokens, rest.head)):
            return None
        if is_plural(self.tokens, rest.head) and not several:
            return None
        before = self.tokens.plain(nominal.core, first)
        role = f"{before} {self.tokens.plain(behind, rest.end)}".strip()
        return AffiliationPhrase(role, organization.text, nominal.start, rest.end)

    def _before_names(self, nominal: Nominal) -> Nominal | None:
        """The phrase cut before a person's name; None if it begins with one."""
        for i in range(nominal.core, nominal.end):
            mention = self.clusters.mention_at(i)
            if mention is None or mention.kind is not NameKind.PERSON:
                continue
            first = NOUNS.isdisjoint(self.tokens.tag[nominal.core : i])
            if first and mention.end <= nominal.head and self.tokens.tag[nominal.head] == "NN":
                return nominal  # "former Smith lawyer": for whom, not who
            head = i - 1
            while head >= nominal.core and self.tokens.tag[head] not in NOUNS:
                head -= 1
            return replace(nominal, head=head) if head >= nominal.core else None
        return nominal

    def _complete(self, nominal: Nominal, limit: int, one_of: bool) -> AffiliationPhrase:
        """The affiliation with what follows its head: of, at, for, with … ."""
        role, organization = self.split(nominal, whole=one_of)
        role_end = end = nominal.end
        while end < limit - 1:
            preposition = self.tokens.lower[end]
            found = self.organizations.at(end + 1, limit)
            if preposition == "of" and self.tokens.lower[nominal.head] in _MAKERS:
                found = self.organizations.titled(end + 1, limit) or found
            belongs = found is not None and self._tells_body(preposition, found, nominal)
            if organization is not None and nominal.possessor and found:
                # "the agency’s director for Africa"
                belongs = belongs and not self._names_place(found)
            if preposition == "to" and belongs:
                # "Norway’s ambassador to Latvia" speaks for Norway, and so does Latvia's to her.
                belongs = organization is None and not (found and self._names_place(found))
            if found and belongs and not (preposition == "of" and role_end > nominal.end):
                if organization is not None and end > nominal.end:
                    break
                if organization is not None:
                    # "House editor for the Herald": what stands before is what is edited.
                    role = self.tokens.plain(nominal.core, nominal.end)
                organization, end = found.text, found.end
            elif self._stays_in_role(preposition) and (
                organization is None or (preposition in ("of", "to", "for") and nominal.possessor)
            ):
                inner = parse_nominal(self.tokens, end + 1, limit)
                if inner is None or self._is_aside(preposition, inner):
                    break
                one = self.tokens.lower[nominal.start] in ("a", "an")  # no "chief of staff Ann Lee"
                cut = self._name_inside(inner) if preposition == "of" and not one else None
                if cut is not None:
                    role_end = end = cut
                    break
                role_end = end = found.end if found and found.end > inner.end else inner.end
            else:
                break
        if role_end > nominal.end:
            role = " ".join(filter(None, (role, self.tokens.plain(nominal.end, role_end))))
        former = self._is_former(nominal.start, nominal.end)
        return AffiliationPhrase(role, organization, nominal.start, end, former)

    def _name_inside(self, nominal: Nominal) -> int | None:
        """Where a person's name begins inside a phrase ("of staff Ann Lee"), if one does."""
        for i in range(nominal.start + 1, nominal.end):
            mention = self.clusters.mention_at(i)
            if mention and mention.kind is NameKind.PERSON and mention.start == i:
                return i if not is_honorific(self.tokens.lower[i - 1]) else None
        return None

    def _is_former(self, start: int, end: int) -> bool:
        return any(word in _FORMER for word in self.tokens.lower[start:end])

    def _tells_body(self, preposition: str, found: OrganizationPhrase, nominal: Nominal) -> bool:
        """Whether "at the Institute" after a role names the organization of that affiliation."""
        head = singular(self.tokens.lower[nominal.head])
        if preposition == "of" and self._names_field(found):
            return False
        place = self._names_place(found)
        if place and head in _PARTISANS:
            return False
        if preposition == "from" and place and head not in _ENVOYS:
            return False
        if preposition in ("of", "from"):
            state = (
                head.endswith(("secretary", "minister")) and fold_letters(found.text) in _OFFICES
            )
            return not state and not (head == "speaker" and found.text == "House")
        if preposition in _BEFORE_ORGANIZATIONS:
            return not place or preposition == "for"
        if preposition == "to":
            staff = self.tokens.lower[nominal.end : nominal.end + 2] == ["of", "staff"]
            return head in _TO_SOMEBODY or staff
        return preposition in ("on", "in") and not place and head in _MEMBERS

    def _names_field(self, found: OrganizationPhrase) -> bool:
        """Whether a phrase tells a field of work: "Asia research", "Baltic shipping"."""
        last = self.tokens.text[found.end - 1]
        if not last.islower() or self.tokens.text[found.start].islower():
            return False
        noun = singular(last)
        return noun not in words("nouns/organizations") | words("nouns/common_units") | words(
            "nouns/units"
        )

    def _names_place(self, found: OrganizationPhrase) -> bool:
        stated = self.tokens.lower[found.start : found.start + 2] == ["state", "of"]
        mention = self.clusters.mention_at(found.start)
        place = mention is not None and mention.kind is NameKind.PLACE
        return stated or (place and mention is not None and mention.end >= found.end)

    def _stays_in_role(self, preposition: str) -> bool:
        return preposition in _IN_ROLES

    def _is_aside(self, preposition: str, nominal: Nominal) -> bool:
        """Whether a phrase tells where or how long, which is no part of a role."""
        if singular(self.tokens.lower[nominal.head]) in _TIMES:
            return True
        mention = self.clusters.mention_at(nominal.head)
        place = mention is not None and mention.kind is NameKind.PLACE
        return place and preposition in ("in", "of")

    def split(self, nominal: Nominal, *, whole: bool = False) -> tuple[str | None, str | None]:
        """Role and organization of a noun phrase whose head is a role."""
        tokens = self.tokens
        core, head = nominal.core, nominal.head
        if whole:
            return tokens.plain(nominal.start, head + 1), None
        body = self.clusters.mention_at(core)
        if body is not None and body.start < core and core < body.end <= head:
            # "Norway’s Transport Ministry spokesman"
            return tokens.plain(body.end, head + 1), body.text
        if nominal.possessor and tokens.tag[nominal.possessor[0]] not in ("PRP$", "WP$"):
            campaign = self._campaign(nominal)
            if campaign is not None:
                return tokens.plain(core, head + 1), campaign
            owner = self.organizations.owner(*nominal.possessor)
            land = self.clusters.mention_at(nominal.possessor[1] - 1)
            party = (
                tokens.tag[nominal.possessor[1] - 1] == "NNPS"
            )  # "the Greens’ Treasury spokesman"
            if (land is None and not party) or (land and land.kind is NameKind.PLACE):
                # "the state’s Labor Party leader", "Norway’s Labor Party leader"
                owner = None if self._organization_end(core, head) > core else owner
            if owner is not None:
                return tokens.plain(core, head + 1), owner
        cut = self._organization_end(core, head)
        if cut == core:
            return tokens.plain(core, head + 1), self.organizations.meant_by(nominal)
        first = self._past_modifiers(core, head)
        organization = tokens.plain(first, cut)
        # "Smith campaign manager": the organization's last word is also what is managed.
        managed = tokens.lower[cut - 1] == "campaign" and tokens.lower[cut] == "manager"
        role = tokens.plain(cut - managed, head + 1)
        return (f"{tokens.plain(core, first)} {role}" if first > core else role), organization

    def _campaign(self, nominal: Nominal) -> str | None:
        """ "Lind’s campaign" in "Lind’s campaign manager"."""
        start, end = nominal.possessor or (0, 0)
        owner = self.clusters.mention_at(end - 1)
        person = owner is not None and owner.kind is NameKind.PERSON
        if person and self.tokens.lower[nominal.core] == "campaign" and nominal.core < nominal.head:
            return self.tokens.plain(start, nominal.core + 1)
        return None

    def _organization_end(self, core: int, head: int) -> int:
        """One past the organization that opens the modifiers; ``core`` if none does."""
        tokens = self.tokens
        end = start = self._past_modifiers(core, head)
        for i in range(start, head):
            mention = self.clusters.mention_at(i)
            if self.tokens.text[min(mention.end if mention else i + 1, head)] in "-‑":
                continue  # "Ivy League-trained surgeon"
            if i > start and self._is_unit(i, start):
                end = i + 1
            elif mention and mention.kind is NameKind.ORGANIZATION and self._reaches(start, i, end):
                end = min(mention.end, head)
            elif self._held_for_place(i, head, start):
                end = min(mention.end, head) if mention else i + 1
        kept = [word for word in tokens.lower[start:end] if word[0].isalnum()]
        if end > start + 1 and (tokens.lower[end - 1], tokens.lower[end]) in _OFFICERS:
            end -= 1  # "White House Press" before "Secretary"
        if tokens.lower[head].endswith(("secretary", "minister")) and (
            _OFFICES.issuperset(kept) or self._is_portfolio(start, end, head)
        ):
            return core
        if end == start + 1 and singular(tokens.lower[head]) in _SIDES:
            return core  # "a Marsh supporter" is nobody's of that name
        return core if all(word in demonyms() | _CHAMBERS for word in kept) else end

    def _is_portfolio(self, start: int, end: int, head: int) -> bool:
        """Whether what looks like a body is what is governed: "Public Safety Minister"."""
        titled = self.tokens.text[head] == "Minister" and self.tokens.lower[end:head] == []
        body = any(self._is_unit(i, start) for i in range(start, end))
        return titled and not body and not any(map(str.isupper, self.tokens.text[start:end]))

    def _past_modifiers(self, at: int, head: int) -> int:
        """Past what stands before an organization's name: "longtime" of "longtime CNN host"."""
        tokens = self.tokens
        while at < head and (
            tokens.lower[at] in _FORMER
            or tokens.text[at] in "-"
            or (
                tokens.tag[at] in _ADJECTIVES
                and tokens.text[at].islower()
                and tokens.lower[at] != "super"  # "a super PAC official"
            )
        ):
            at += 1
        return at

    def _is_unit(self, i: int, start: int) -> bool:
        """Whether token ``i`` ends the name of an organization that begins at ``start``."""
        word, capital = self.tokens.lower[i], self.tokens.text[i][0].isupper()
        common = word in words("nouns/common_units") and self.tokens.text[start][0].isupper()
        return common or (capital and word in words("nouns/units"))

    def _reaches(self, start: int, i: int, end: int) -> bool:
        if i in (start, end) or self.tokens.text[i - 1] in "-&’":
            return True
        place = self.clusters.mention_at(i - 1)  # "the Ohio GOP"
        return place is not None and place.kind is NameKind.PLACE and place.start == start

    def _held_for_place(self, i: int, head: int, start: int) -> bool:
        tokens = self.tokens
        place = self.clusters.mention_at(i)
        named = place.kind is NameKind.PLACE if place else tokens.lower[head] == "mayor"
        capital = tokens.text[i][0].isupper() and tokens.lower[i] not in demonyms()
        return named and capital and i == start and singular(tokens.lower[head]) in OF_PLACES
