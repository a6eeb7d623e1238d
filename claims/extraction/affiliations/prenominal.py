"""Affiliations told before a name: stacked titles, descriptions, "China’s leader, Xi Jinping"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from claims.extraction.affiliations.affiliation_phrases import AffiliationPhrase, AffiliationReader
from claims.extraction.document.clusters import MentionClusters
from claims.extraction.document.mentions import Mention, NameKind
from claims.extraction.document.tokens import Tokens
from claims.extraction.mentions.find import is_title
from claims.extraction.parsing.noun_phrases import NOUNS, Nominal, is_agent, is_role, singular
from claims.language.countries import demonyms
from claims.language.names import is_honorific
from claims.language.word_lists import words

_OPENERS: Final = words("grammar/conjunctions", "before descriptions") | {",", "\n", "\n\n"}
_FORMER: Final = words("affiliations/roles", "former")
_TIMES: Final = _FORMER | words("affiliations/roles", "of rank")
_BREAKS: Final = frozenset((",", "—", "–", "--"))
_NEVER_LAST: Final = demonyms() | words("affiliations/roles", "never last")
_TENURES: Final = words("affiliations/roles", "tenures")
_INDEFINITE: Final = words("grammar/pronouns", "indefinite")
_AUXILIARIES: Final = frozenset(
    ("has", "have", "had", "having", "is", "are", "was", "were", "been")
)
_MODIFIER_TAGS: Final = NOUNS | {"JJ", "JJS", "JJR", "VBN", "HYPH", "POS", "CD", "AFX"}


class TitleReader:
    """Reads the affiliations that stand before a name."""

    def __init__(
        self, tokens: Tokens, clusters: MentionClusters, reader: AffiliationReader
    ) -> None:
        self.tokens, self.clusters, self.reader = tokens, clusters, reader

    def before_title(self, start: int) -> int:
        while start > 0 and (is_honorific(self.tokens.lower[start - 1]) or self._is_gap(start - 1)):
            start -= 1
        return start

    def _is_gap(self, i: int) -> bool:
        """Whether token ``i`` is a space that is no break (a line would be one)."""
        return self.tokens.is_space(i) and "\n" not in self.tokens.text[i]

    def prenominal(self, mention: Mention) -> list[AffiliationPhrase]:
        """Titles and descriptions straight before a name."""
        end = self.before_title(mention.start)
        start = end
        while start > 0 and (self._modifies(start - 1, end) or self._hyphened(start, end)):
            start -= 1
        titles = self._titles(start, end)
        if not self._is_joined(mention.end):
            titles = [one for one in titles if not self._is_common_plural(one.end - 1)]
        if titles and titles[0].start == start:
            titles[:1] = self._with_joined(titles[0])
        return titles or self._owned(start, end)

    def _with_joined(self, title: AffiliationPhrase) -> list[AffiliationPhrase]:
        """A title with the one that "and" joins before it: "former pilot and Mayor Ann Lee"."""
        tokens, end = self.tokens, title.start - 1
        if end < 1 or tokens.lower[end] != "and":
            return [title]
        if tokens.text[title.end - 1] == "Minister" and tokens.text[end - 1][0].isupper():
            fields = tokens.plain(end - 1, title.start)  # "Tides and" before "Energy Minister"
            return [replace(title, role=f"{fields} {title.role}", start=end - 1)]
        if self.clusters.mention_at(end - 1):
            return [title]
        start = end
        while start > 0 and self._modifies(start - 1, end):
            start -= 1
        alone = start == 0 or tokens.tag[start - 1] not in ("DT", "PRP$")
        role = start < end and tokens.tag[end - 1] == "NN" and is_role(tokens.lower[end - 1])
        if not (alone and role):
            return [title]
        return self.reader.joined(self._phrase(start, end - 1), title)

    def _is_joined(self, at: int) -> bool:
        """Whether another person's name follows behind "and" or a comma."""
        tokens = self.tokens
        if at < len(tokens) and tokens.text[at] == "(":
            at = next(
                (i + 1 for i in range(at, min(at + 9, len(tokens))) if tokens.text[i] == ")"), at
            )
        first = at
        while at < len(tokens) and tokens.lower[at] in (",", "and"):
            at += 1
        while at < len(tokens) and is_honorific(tokens.lower[at]):
            at += 1
        return at > first and self.clusters.person_at(at)

    def _hyphened(self, i: int, end: int) -> bool:
        """Whether a hyphen ties token ``i`` to the one before: "Editor-in-Chief", "well-known"."""
        hyphen = "-" in self.tokens.text[i - 1 : i + 1] and self.tokens.lower[i - 1] != "of"
        return hyphen and i < end and self.tokens.glued[i - 1]

    def _modifies(self, i: int, end: int) -> bool:
        tokens = self.tokens
        if tokens.sent[i] != tokens.sent[end] or end - i > 14:
            return False
        mention = self.clusters.mention_at(i)
        if mention and mention.kind is NameKind.PERSON:
            whole = " " in mention.text or tokens.text[i + 1][0].isupper()
            if whole and tokens.tag[mention.end] != "POS":
                return False
        if tokens.is_space(i):
            return "\n" not in tokens.text[i]
        if mention and mention.kind is NameKind.ORGANIZATION and mention.start < i:
            return True
        if i > 0 and (tokens.lower[i] == "the" or self._is_of(i)):
            return self._of_title(i, end)
        if tokens.text[i] in "-–&/":
            return tokens.glued[i] or tokens.text[i] == "&"
        agent = is_agent(tokens.lower[i]) and is_role(tokens.lower[i])
        mistaken = tokens.tag[i] in ("VB", "VBP") and agent  # "screenwriter"
        dot = tokens.text[i] == "." and tokens.glued[i - 1]
        adverb = tokens.tag[i] == "RB" and tokens.tag[i + 1] == "VBN"  # "newly elected"
        managing = tokens.tag[i] == "VBG" and (
            tokens.dep[i] == "compound" or tokens.text[i - 1] in "-‑"
        )
        verb = tokens.tag[i] == "VBN" and tokens.lower[i - 1] in _AUXILIARIES
        modifies = (tokens.tag[i] in _MODIFIER_TAGS and not verb) or managing
        return modifies or dot or mistaken or (adverb and i + 1 < end)

    def _of_title(self, i: int, end: int) -> bool:
        """Whether "of" or "the" at ``i`` stands in a title like "Secretary of State"."""
        of = i - 1 if self.tokens.lower[i] == "the" else i
        if of < 1 or not self._is_of(of) or end - of > 5:
            return False
        fixed = self.tokens.lower[of + 1] in ("staff", "state")
        return is_title(self.tokens, of - 1) or (fixed and is_role(self.tokens.lower[of - 1]))

    def _is_of(self, i: int) -> bool:
        """Whether "of" stands at ``i``, or what does so in "Minister for Tides"."""
        word = self.tokens.lower[i]
        return word == "of" or (word == "for" and i > 0 and is_title(self.tokens, i - 1))

    def _titles(self, start: int, end: int) -> list[AffiliationPhrase]:
        """The affiliations in tokens ``start`` to ``end`` before a name, one for each title."""
        affiliations, first = [], start
        while end > start and self._is_edge(end - 1):
            end -= 1
        for i in range(start, end):
            if not self._ends_title(i, start, end):
                continue
            of_title = next((j for j in range(first, i) if self._is_free_of(j)), None)
            if of_title is not None:
                affiliations.append(self._with_of(first, of_title, i + 1))
            else:
                affiliations.append(self._phrase(first, i))
            first = i + 1
        return affiliations

    def _is_free_of(self, i: int) -> bool:
        """Whether an "of" stands at ``i`` that is in no organization's name."""
        mention = self.clusters.mention_at(i)
        named = mention is not None and mention.kind is NameKind.ORGANIZATION
        return self._is_of(i) and not named

    def _is_common_plural(self, i: int) -> bool:
        """Whether token ``i`` tells of several ("rivals Lee and Roy"), as no title does."""
        return self.tokens.text[i].islower() and self.tokens.tag[i] == "NNS"

    def _is_edge(self, i: int) -> bool:
        return self.tokens.tag[i] != "POS" and not self.tokens.text[i][0].isalnum()

    def _ends_title(self, i: int, start: int, end: int) -> bool:
        """Whether a title or a description ends at token ``i`` of those before a name."""
        tokens = self.tokens
        last = i + 1 == end
        if i + 1 < end and self._is_of(i + 1):
            return False
        after_of = any(self._is_free_of(j) for j in range(max(start, i - 2), i))
        if after_of and last:
            return True
        formed = last and tokens.tag[i] == "NN" and is_agent(tokens.lower[i])
        if not (formed or is_role(tokens.lower[i]) or is_title(tokens, i)):
            return False
        if last:
            return True
        if tokens.lower[i] in _NEVER_LAST:
            return False
        named = self.clusters.mention_at(i)
        if (
            named is not None
            and named.kind is NameKind.ORGANIZATION
            and named.end - named.start > 1
        ):
            return False  # "Tide Insider editor"
        abbreviated = tokens.text[i + 1].endswith(".") and is_title(tokens, i + 1)
        capital = tokens.text[i][0].islower() and tokens.text[i + 1][0].isupper()
        capital = capital or tokens.lower[i + 1] in _FORMER
        return abbreviated or capital or self._is_gap(i + 1)

    def _phrase(self, start: int, head: int) -> AffiliationPhrase:
        possessor, core = None, start
        for i in range(start, head):
            if self.tokens.tag[i] == "POS":
                possessor, core = (start, i), i + 1
        while possessor is None and self._colours(core, head):
            core += 1
        nominal = Nominal(start, core, head, possessor)
        role, organization = self.reader.split(nominal)
        if role and self._is_common_plural(head):  # "economists Ann Lee and Bo Roy"
            role = f"{role.removesuffix(self.tokens.text[head])}{singular(self.tokens.text[head])}"
        former = any(w in ("former", "ex") for w in self.tokens.lower[start:head])
        return AffiliationPhrase(role, organization, start, head + 1, former)

    def _colours(self, i: int, head: int) -> bool:
        """Whether a word but colours a title written with a capital: "upstart Sen."."""
        tokens = self.tokens
        titled = i < head and is_title(tokens, head) and tokens.text[i].islower()
        kept = tokens.lower[i] in _TIMES | words("nouns/organizations")
        return titled and not kept and "-" not in tokens.text[i + 1]

    def _with_of(self, start: int, of: int, end: int) -> AffiliationPhrase:
        """ "Secretary of State" is a role, before "Chief of Staff" may stand an organization."""
        role, organization = self.reader.split(Nominal(start, start, of - 1))
        role = f"{role} {self.tokens.plain(of, end)}"
        return AffiliationPhrase(role, organization, start, end)

    def _owned(self, start: int, end: int) -> list[AffiliationPhrase]:
        """ "The Herald’s Ann Lee": an organization without a role."""
        if end - 2 < start or self.tokens.tag[end - 1] != "POS":
            return []
        first, mention = end - 2, self.clusters.mention_at(end - 2)
        if mention is None:
            while first > start and self.tokens.tag[first - 1] == "NNP":
                first -= 1
            # An unknown name with an article or of two words is an organization's.
            known = first < end - 2 or self.tokens.lower[first - 1] == "the"
            if self.tokens.tag[end - 2] != "NNP" or not known:
                return []
        elif mention.kind is NameKind.ORGANIZATION or self._is_named_once(mention):
            first = mention.start
        else:
            return []
        return [AffiliationPhrase(None, self.tokens.plain(first, end - 1), first, end)]

    def _is_named_once(self, mention: Mention) -> bool:
        """Whether a "person" is an organization: nobody is owned by whom is named but once."""
        cluster = self.clusters.cluster_of(mention)
        return cluster.is_person and len(cluster.mentions) == 1 and not mention.honorific

    def leading(self, start: int, end: int) -> list[AffiliationPhrase]:
        """ "China’s leader, Xi Jinping": a description before a comma and the name."""
        tokens = self.tokens
        if start < 2 or tokens.text[start - 1] not in _BREAKS:
            return []
        comma = start - 1
        closed = end >= len(tokens) or tokens.text[end][0] in ",.-—–;()"
        reports = not closed and tokens.tag[end] in ("VBD", "VBZ")
        for first in range(max(0, comma - 16), comma):
            if tokens.sent[first] != tokens.sent[comma] or not self._may_open(first):
                continue
            # "Through a spokeswoman, Lee declined": the name does not tell who she is.
            affiliation = first > 0 and tokens.lower[first - 1] == "as"  # "As a senator, Lee voted"
            loose = tokens.lower[first] in _INDEFINITE and not closed and not affiliation
            # "They blame the Russian president, Mr. Lee said": the end of what is said.
            inside = first > 0 and tokens.sent[first - 1] == tokens.sent[first]
            if reports and inside and tokens.lower[first - 1] not in _OPENERS:
                continue
            counted = tokens.lower[first] == "one" and tokens.lower[first + 1] != "of"
            affiliations = [] if loose else self.reader.read(first + counted, comma)
            end = self.reader.past_place(affiliations[-1].end, comma + 1) if affiliations else 0
            if end == comma and len(affiliations) <= 2:
                return affiliations
        return []

    def _may_open(self, i: int) -> bool:
        """Whether a description may begin at token ``i``."""
        tag = self.tokens.tag[i]
        if tag in ("DT", "PRP$", "WP$") or self.tokens.lower[i] == "one":
            return True
        if i and self.tokens.text[i - 1] == "As":
            return True  # "As chair of the forum, Lee voted"
        if self._in_term(i):
            return True
        if tag not in ("NNP", "NNPS") or self.tokens.quoted[i]:
            return False
        if "POS" in self.tokens.tag[i + 1 : i + 3]:
            within = self.tokens.tag[i - 1] in ("NNP", "NNPS", "HYPH")
            return not within and self.tokens.text[i - 1] != "as"  # "picked as Lee’s deputy, Roy"
        opens = i == 0 or self.tokens.tag[i - 1] in (
            "IN",
            "WRB",
            "CC",
            ",",
            "_SP",
            "VBD",
            "VBZ",
            "TO",
        )
        mention = self.clusters.mention_at(i)
        return opens and mention is not None and mention.kind is not NameKind.PERSON

    def _in_term(self, i: int) -> bool:
        """Whether token ``i`` stands behind "during a fifth term as", a term that is nobody's."""
        tokens = self.tokens
        if i < 2 or tokens.lower[i - 1] != "as" or tokens.lower[i - 2] not in _TENURES:
            return False
        first = i - 2
        while first > 0 and tokens.tag[first - 1] in ("JJ", "RB", "CD", "VBN"):
            first -= 1
        return first > 0 and tokens.tag[first - 1] == "DT"

    def shared(self, mention: Mention) -> list[AffiliationPhrase]:
        """The title in the plural before names joined to this one: "Sens. Ann Lee and Bo Roy"."""
        tokens, at = self.tokens, mention.start
        while at > 2 and (tokens.lower[at - 1] in ("and", ",")):
            joint = at - 1
            while joint > 0 and tokens.lower[joint - 1] in (",", "and"):
                joint -= 1
            if tokens.text[joint - 1] == ")":
                while joint > 0 and tokens.text[joint] != "(":
                    joint -= 1
            other = self.clusters.mention_at(joint - 1)
            if other is None or other.kind is not NameKind.PERSON:
                return []
            found = self.prenominal(other)
            if found and found[-1].role:
                plural = tokens.lower[found[-1].end - 1].rstrip(".").endswith("s")
                return [found[-1]] if plural else []
            at = other.start
        return []
