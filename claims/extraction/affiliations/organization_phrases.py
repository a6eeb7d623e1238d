"""Organizations as a phrase names them, with their parents: "the Tide Project at the Institute"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from claims.extraction.document.clusters import MentionClusters
from claims.extraction.document.mentions import NameKind
from claims.extraction.document.tokens import Tokens
from claims.extraction.mentions.find import is_title
from claims.extraction.parsing.noun_phrases import NOUNS, Nominal, is_role, parse_nominal, singular
from claims.language.countries import demonyms
from claims.language.names import given_name_gender, is_honorific
from claims.language.word_lists import words

# "The state’s senator" is of no body that has "state" in its name.
_GOVERNED: Final = words("nouns/organization_anaphors", "governed")
_SUBJECTS: Final = frozenset(("nsubj", "nsubjpass"))
_INSIDE: Final = words("grammar/prepositions", "in names of organizations")
_DEPENDING: Final = words(
    "affiliations/joining", "before organizations, behind what they depend on"
)


@dataclass(frozen=True, slots=True)
class OrganizationPhrase:
    """An organization's name with its parents: tokens ``start`` to ``end``, article left out."""

    start: int
    end: int
    text: str


class OrganizationReader:
    """Reads the names of organizations off the words of one article."""

    def __init__(self, tokens: Tokens, clusters: MentionClusters) -> None:
        self.tokens, self.clusters = tokens, clusters

    def at(self, start: int, limit: int) -> OrganizationPhrase | None:
        """The organization whose name, with its parents, begins at token ``start``."""
        tokens = self.tokens
        at = start
        while at < limit and (tokens.tag[at] == "DT" or tokens.lower[at] in ("both",)):
            at += 1
        at = self._past_based(at, limit)
        if at >= limit:
            return None
        if not tokens.text[at][0].isupper() and not self._opens_name(at):
            return self._common_body(start, at, limit)
        behind = self._behind_person(at, limit)
        if behind is not None:
            return self.at(behind, limit)
        owned = self._owned(at, limit)
        if owned is not None or is_honorific(tokens.lower[at]):
            return owned
        end = self._name_end(at, limit)
        if end == at + 1 and tokens.lower[at] in demonyms():
            return self._of_people(start, at, limit) or self._common_body(end, end, limit)
        if self._names_person(at, end, limit) or (tokens.tag[at] == "JJ" and end == at + 1):
            return None
        nominal = parse_nominal(tokens, start, limit)
        if nominal is not None and nominal.end > end and tokens.text[nominal.head].islower():
            return self._limited(at, nominal, limit)
        return OrganizationPhrase(at, end, tokens.plain(at, end))

    def _opens_name(self, at: int) -> bool:
        """Whether the name of an organization begins at token ``at`` with a small word: "al-Manar".

        Other small words only tell of what kind it is: "the centrist Tide Institute".
        """
        mention = self.clusters.mention_at(at)
        opens = mention is not None and mention.start == at and mention.kind is not NameKind.PERSON
        return opens and self.tokens.text[at + 1] in "-‑"

    def owner(self, start: int, end: int) -> str | None:
        """The organization or place before ’s, without its article."""
        while start < end and self.tokens.tag[start] in ("DT", "IN"):
            start += 1
        if start >= end:
            return None
        mention = self.clusters.mention_at(end - 1)
        if mention is not None:
            return None if mention.kind is NameKind.PERSON else self.tokens.plain(start, end)
        unit = self.tokens.lower[end - 1] in words("nouns/common_units")  # "the Lind campaign"
        named = self.tokens.text[start if unit else end - 1][0].isupper()
        return self.tokens.plain(start, end) if named else self._taken_up(start, end)

    def _taken_up(self, start: int, end: int) -> str | None:
        """The organization named before that has the noun of "the bank" in its name."""
        noun = self.tokens.lower[start]
        if end > start + 1 or noun not in words("nouns/organizations") - _GOVERNED:
            return None
        named = [
            one for one in self.clusters.organizations if noun in one.key and one.before(start)
        ]
        return max(named, key=lambda one: one.last_before(start)).name if named else None

    def meant_by(self, nominal: Nominal) -> str | None:
        """The organization that "its" in "its president" means, or "whose" behind a name."""
        at = nominal.possessor[0] if nominal.possessor else 0
        if self.tokens.tag[at] == "WP$":
            mention = self.clusters.mention_at(at - 2)
            named = mention is not None and mention.kind is NameKind.ORGANIZATION
            return mention.text if mention and named and self.tokens.text[at - 1] == "," else None
        return self._meant_by_its(at) if self.tokens.lower[at] == "its" else None

    def _meant_by_its(self, its: int) -> str | None:
        """The last organization that is a subject, or by which something is told.

        It stands in the same sentence or in the one before.
        """
        tokens = self.tokens
        for mention in reversed(self.clusters.mentions):
            if mention.end > its or mention.kind is not NameKind.ORGANIZATION:
                continue
            if tokens.sent[mention.start] < tokens.sent[its] - 1:
                return None
            told = tokens.lower[max(0, mention.start - 3) : mention.start]
            if tokens.dep[mention.end - 1] in _SUBJECTS or told[:2] == ["according", "to"]:
                return self.clusters.cluster_of(mention).name
        return None

    def titled(self, start: int, limit: int) -> OrganizationPhrase | None:
        """A work told by its title in quotation marks: "the author of “The Long Border”"."""
        tokens = self.tokens
        if start >= limit or tokens.text[start] not in '"“‘``':
            return None
        for i in range(start + 1, min(start + 12, limit)):
            if tokens.text[i] in "\"”’''":
                work = i > start + 1 and tokens.text[start + 1][0].isupper()
                text = tokens.plain(start + 1, i).rstrip(",")
                return OrganizationPhrase(start + 1, i, text) if work else None
        return None

    def _names_person(self, at: int, end: int, limit: int) -> bool:
        """Whether a name begins or ends with a person’s: "worked with Senator Ann Lee"."""
        first, last = self.clusters.mention_at(at), self.clusters.mention_at(end - 1)
        if first and first.kind is NameKind.PERSON:
            after = self.tokens.lower[first.end] if first.end < limit else ""
            if first.end >= end or after in _INSIDE | {"at", "and"}:
                return True
        if last is None or last.kind is not NameKind.PERSON:
            return False
        titled = last.start > at and is_title(self.tokens, last.start - 1)
        return titled or given_name_gender(last.text) is not None

    def _limited(self, at: int, nominal: Nominal, limit: int) -> OrganizationPhrase | None:
        """ "A Nevada newsletter": a common noun that the name at token ``at`` but limits."""
        tokens, noun, end = self.tokens, self.tokens.lower[nominal.head], nominal.end
        if is_role(noun):
            return None
        if end + 1 < limit and tokens.lower[end] == "of":
            # "the Oslo firm of Brandt Lindqvist"
            named = noun in words("nouns/organizations")
            if named and tokens.text[end + 1][0].isupper():
                return self.at(end + 1, limit)
        return OrganizationPhrase(at, end, tokens.plain(at, end))

    def _behind_person(self, at: int, limit: int) -> int | None:
        """Where the organization begins behind whose it is: "Mr. Lee’s Council on Tides"."""
        tokens = self.tokens
        owner = self.clusters.mention_at(min(at + is_honorific(tokens.lower[at]), limit - 1))
        if owner is None or owner.kind is not NameKind.PERSON or owner.end + 1 >= limit:
            return None
        named = tokens.tag[owner.end] == "POS" and tokens.text[owner.end + 1][0].isupper()
        return owner.end + 1 if named else None

    def _owned(self, at: int, limit: int) -> OrganizationPhrase | None:
        """ "Ohio’s congressional delegation": told by its owner and a common noun."""
        nominal = parse_nominal(self.tokens, at, limit)
        if nominal is None or nominal.possessor is None:
            return None
        owner = self.clusters.mention_at(nominal.possessor[1] - 1)
        common = self.tokens.lower[nominal.head] in words("nouns/common_units")
        if not common or owner is None:
            return None
        if owner.kind is NameKind.PERSON and self.tokens.lower[nominal.head] != "campaign":
            return None
        return OrganizationPhrase(at, nominal.end, self.tokens.plain(at, nominal.end))

    def _past_based(self, at: int, limit: int) -> int:
        """Past "Oslo-based", which tells a place and is no part of the name."""
        for i in range(at, min(at + 5, limit)):
            if self.tokens.lower[i] in _DEPENDING and i > at + 1:
                return i + 1
        return at

    def _common_body(self, start: int, at: int, limit: int) -> OrganizationPhrase | None:
        """An organization told by a common noun: "the news outlets", "the bank"."""
        nominal = parse_nominal(self.tokens, start, limit)
        if nominal is None:
            return None
        if nominal.possessor is not None:
            # "the party’s drafting committee"
            common = self.tokens.lower[nominal.head] in words("nouns/common_units") - {"campaign"}
            if self.tokens.tag[nominal.possessor[0]] == "PRP$" or not common:
                return None
            start = at = nominal.core
        for i in range(at, nominal.end):
            if self.tokens.text[i][0].isupper() and self.tokens.tag[i] in NOUNS:
                # "the conservative group Harbor Watch"
                if self.clusters.person_at(i):
                    return None
                end = self._name_end(i, limit)
                return OrganizationPhrase(i, end, self.tokens.plain(i, end))
        noun = singular(self.tokens.lower[nominal.head])
        if noun not in words("nouns/organizations") | {"outlet", "paper"}:
            return None
        if start == nominal.head and noun == "government":
            return None  # "a professor of government at"
        parent = nominal.end
        if parent + 1 < limit and self.tokens.lower[parent] in ("at", "of"):
            found = self.at(parent + 1, limit)
            if found and self.tokens.text[found.start][0].isupper():
                return OrganizationPhrase(at, found.end, self.tokens.plain(at, found.end))
        return OrganizationPhrase(start, nominal.end, self.tokens.plain(start, nominal.end))

    def _of_people(self, start: int, at: int, limit: int) -> OrganizationPhrase | None:
        """A state's organization, told by its people's name: "the Finnish treasury"."""
        nominal = parse_nominal(self.tokens, start, limit)
        if nominal is None or nominal.possessor is not None:
            return None
        if self.tokens.lower[nominal.head] not in words("nouns/organizations"):
            return None
        return OrganizationPhrase(at, nominal.end, self.tokens.plain(at, nominal.end))

    def _name_end(self, start: int, limit: int) -> int:
        """One past the last token of an organization's name that begins at ``start``."""
        tokens, at, inside = self.tokens, start, False
        while at < limit:
            mention = self.clusters.mention_at(at)
            if mention and mention.kind is not NameKind.PERSON and mention.end > at:
                at = min(mention.end, limit)
                continue
            if self._is_name_part(at, start):
                at += 1
                continue
            inside = inside or not _INSIDE.isdisjoint(tokens.lower[start:at])
            step = self._joint(at, limit, inside)
            if step == 0:
                break
            at += step
        return at

    def _is_name_part(self, at: int, start: int) -> bool:
        tokens = self.tokens
        if tokens.text[at][0].isupper() or tokens.text[at][0].isdigit():
            return not is_title(tokens, at) or tokens.tag[at] in ("NNP", "NNPS")
        return at > start and tokens.lower[at] in words("nouns/common_units")

    def _joint(self, at: int, limit: int, inside: bool) -> int:
        """How many tokens join the name parts around ``at``; 0 if none do."""
        tokens = self.tokens
        size = 1
        if at + 1 < limit and tokens.lower[at + 1] in ("the", "a"):
            size = 2
        if at + size >= limit or not tokens.text[at + size][0].isupper():
            return 0
        word = tokens.lower[at]
        if word in "-–&/":
            return size
        if tokens.tag[at] == "POS" or word in _INSIDE | {"at"}:
            return size if not self.clusters.person_at(at + size) else 0
        if word == "and":
            another = tokens.lower[at + 1] == "a"  # "of Tide Bank and a Labor donor"
            return size if not another and self._and_joins(at + size, limit, inside) else 0
        return 1 if word == "," and inside and self._lists(at, limit) else 0

    def _and_joins(self, after: int, limit: int, inside: bool) -> bool:
        if self.clusters.person_at(after) or is_title(self.tokens, after):
            return False
        if inside:
            return True
        end = after
        while end < limit and self.tokens.text[end][0].isupper():
            end += 1
        return self.tokens.lower[end - 1] in words("nouns/units") and end - after > 1

    def _lists(self, comma: int, limit: int) -> bool:
        """Whether a list of capitalised words goes on to "and": "of Arts, Law and Letters"."""
        for i in range(comma + 1, min(comma + 12, limit)):
            if self.tokens.lower[i] == "and":
                return i + 1 < limit and self.tokens.text[i + 1][0].isupper()
            if self.tokens.text[i] != "," and not self.tokens.text[i][0].isupper():
                return False
            if self.clusters.person_at(i):
                return False
        return False
