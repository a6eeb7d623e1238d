"""A source as written, taken apart: who heads it, and whether several are joined in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from claims.extraction.document.clusters import MentionClusters
from claims.extraction.document.mentions import Mention, NameKind
from claims.extraction.document.tokens import Tokens
from claims.extraction.mentions.find import is_title
from claims.extraction.mentions.headings import in_heading
from claims.extraction.parsing.noun_phrases import (
    NOUNS,
    Nominal,
    is_plural,
    is_role,
    parse_nominal,
    singular,
)
from claims.language.word_lists import words

_PRONOUN_TAGS: Final = frozenset(("PRP", "WP", "WDT"))
_LEAD_INS: Final = frozenset(("IN", "TO", "CC", "RB", "UH", ",", "``", "''", ":", "-LRB-", "HYPH"))
_IN_ROLES: Final = NOUNS | {"JJ", "HYPH", "POS", "CD"}
_BEFORE_NAMES: Final = _IN_ROLES | {"VBG", "VBN"}
_AFTER_HEADS: Final = frozenset(("IN", ",", "WP", "VBD", "VBZ", "VBP"))
_JOINING: Final = words("grammar/conjunctions", "joining sources") | {"&"}
_BEFORE_EXAMPLES: Final = words("grammar/prepositions", "before examples")
_PRONOUN_LIKE: Final = words("grammar/pronouns", "sources like pronouns")
_KIN_AND_OTHERS: Final = words("nouns/kin") | words("nouns/people")
# How many tokens may stand between a description's head and the name that it goes before.
_LONGEST_ROLE: Final = 8
_HYPHENS: Final = frozenset("-‑")
_OF_QUANTITY: Final = words("nouns/groups") | words("nouns/groups", "quantities")


@dataclass(frozen=True, slots=True)
class Part:
    """One of the speakers that a source names; token numbers, end-exclusive.

    Exactly one of ``mention``, ``pronoun`` and ``nominal`` is set, but for a nominal that
    owns what it says through a name ("Lee’s letter"), which the resolver looks at itself.

    Args:
        end: One past the part with the "of …", "by …" that goes with it.
        joined: Whether several descriptions make up one collective source.
    """

    start: int
    end: int
    mention: Mention | None = None
    pronoun: int | None = None
    nominal: Nominal | None = None
    joined: bool = False


class SourceReader:
    """Reads the parts of sources in one article."""

    def __init__(self, tokens: Tokens, clusters: MentionClusters) -> None:
        self.tokens, self.clusters = tokens, clusters

    def read(self, start: int, end: int) -> list[Part]:
        """The speakers joined in the source of tokens ``start`` to ``end`` (exclusive)."""
        start = self._trimmed(start, end)
        while end > start + 1 and self.tokens.tag[end - 1] in ("POS", "IN"):
            end -= 1
        parts: list[Part] = []
        at = start
        while at < end:
            part = self._part(at, end)
            if part is None:
                break
            parts.append(part)
            at = self._next(part, end)
        return self._settled(parts, start, end)

    def _trimmed(self, start: int, end: int) -> int:
        """Past prepositions and marks at the start of a source ("from the committee")."""
        tokens = self.tokens
        while start < end - 1 and (
            tokens.is_space(start)
            or (tokens.tag[start] in _LEAD_INS and tokens.lower[start] not in _PRONOUN_LIKE)
        ):
            start += 1
        return start

    def _part(self, at: int, end: int) -> Part | None:
        tokens = self.tokens
        written = tokens.text[at]
        shouted = len(written) > 1 and written.isupper()  # "WHO" is an organization
        if not shouted and (tokens.tag[at] in _PRONOUN_TAGS or tokens.lower[at] in ("who", "one")):
            alone = (
                tokens.lower[at] != "one"
                or at + 1 >= end
                or tokens.tag[at + 1] not in (NOUNS | {"JJ", "IN"})
            )
            if alone:
                return Part(at, at + 1, pronoun=at)
        if tokens.lower[at : at + 2] == ["one", "of"]:
            among = parse_nominal(tokens, at + 2, end)
            if among is not None:
                return Part(at, among.end, nominal=Nominal(at, among.core, among.head))
        nominal = parse_nominal(tokens, at, end)
        if nominal is None:
            for i in range(at, end):
                mention = self.clusters.mention_at(i)
                if mention is None and i > at and tokens.tag[i] in _AFTER_HEADS:
                    break  # "some on Ripple"
                if mention is not None:
                    return Part(at, max(at + 1, min(mention.end, end)), mention=mention)
            return self._bare(at, end)
        return self._headed(nominal, end)

    def _bare(self, at: int, end: int) -> Part | None:
        """A source without a noun: "his", "some on Ripple", "the accused"."""
        tokens = self.tokens
        if tokens.tag[at] in ("PRP$", "WP$"):
            return Part(at, end, pronoun=at)
        last = end - 1
        while last > at and not tokens.text[last][0].isalnum():
            last -= 1
        if tokens.text[last][0].isalnum():
            counts = "IN" in tokens.tag[at + 1 : last]
            return Part(at, last + 1, nominal=Nominal(at, at, at if counts else last))
        return None

    def _headed(self, nominal: Nominal, end: int) -> Part:
        """The part whose noun phrase is ``nominal``: by its head a name or a description."""
        if nominal.end < end and self.tokens.lower[nominal.end] in words("nouns/documents"):
            # The tagger took the last noun for something else: "the Herald average".
            nominal = replace(nominal, head=nominal.end)
        after = self.tokens.lower[nominal.end : min(nominal.end + 2, end)]
        if after[1:] == ["old"] and after[0] in _HYPHENS:
            nominal = replace(nominal, head=nominal.end + 1)  # "the 64-year-old"
        mention = (
            self._named_before_verb(nominal, end)
            or self._named_in_heading(nominal)
            or self._named_behind(nominal, end)
            or self._named_by_head(nominal)
        )
        if mention is not None:
            return Part(nominal.start, max(nominal.end, mention.end), mention=mention)
        return Part(nominal.start, self._with_complements(nominal, end), nominal=nominal)

    def _named_before_verb(self, nominal: Nominal, end: int) -> Mention | None:
        """The person in "Lee avoids", where the tagger took a verb for the head."""
        mention = self.clusters.mention_at(nominal.core)
        if mention is None or mention.kind is not NameKind.PERSON or nominal.end < end:
            return None
        verb = mention.end == nominal.head and self.tokens.tag[nominal.head] == "NNS"
        plain = verb and self.tokens.text[nominal.head].islower()
        return mention if plain and not is_role(self.tokens.lower[nominal.head]) else None

    def _named_in_heading(self, nominal: Nominal) -> Mention | None:
        """The person in "Ada Lind Blasts Harbor Chief", a headline that looks like one name."""
        tokens = self.tokens
        mention = self.clusters.mention_at(nominal.core)
        if mention is None or mention.kind is not NameKind.PERSON or " " not in mention.text:
            return None
        after = mention.end
        if after > nominal.head or not in_heading(tokens, mention.start):
            return None
        unit = tokens.lower[after] in words("nouns/units") or is_role(tokens.lower[after])
        return None if unit or tokens.tag[after] == "POS" else mention

    def _named_by_head(self, nominal: Nominal) -> Mention | None:
        mention = self.clusters.mention_at(nominal.head)
        if mention is None:
            return None
        whole = mention.end <= nominal.end or mention.start >= nominal.start
        return mention if whole else None

    def _named_behind(self, nominal: Nominal, end: int) -> Mention | None:
        """The person whom a role goes before: "Tide Radio host Bo", "Minister for Tides Bo Roy"."""
        tokens, head = self.tokens, self.clusters.mention_at(nominal.head)
        if head is not None and head.kind is NameKind.PERSON:
            return None
        titled = is_role(tokens.lower[nominal.head]) or is_title(tokens, nominal.head)
        # "The Council on Tides Executive Director Ann Lee": past all of the organization's name.
        first = nominal.end if head is None else max(nominal.end, head.end)
        for at in range(first, min(end, first + _LONGEST_ROLE)):
            mention = self.clusters.mention_at(at)
            if mention is not None and mention.kind is NameKind.PERSON:
                return mention if titled and tokens.lower[at - 1] != "of" else None
            field = tokens.lower[at] == "for" and is_title(tokens, at - 1)
            field = field and not self.clusters.person_at(at + 1)  # "Counsel for Ann Lee"
            linking = field or tokens.lower[at] in ("of", "the") or tokens.text[at] in "”\"’''.-‑"
            compound = tokens.tag[at] in _BEFORE_NAMES and tokens.tag[at - 1] == "HYPH"
            before = compound or tokens.tag[at] in _IN_ROLES or tokens.text[at][0].isupper()
            if not (linking or before or tokens.is_space(at)):
                return None
            titled = titled or is_role(tokens.lower[at])
        return None

    def _with_complements(self, nominal: Nominal, end: int) -> int:
        """One past the prepositional phrases and clauses that follow a description."""
        tokens, at = self.tokens, nominal.end
        if at < end and tokens.lower[at] in _BEFORE_EXAMPLES:
            return end
        while at < end:
            joint = tokens.text[at] == "," or tokens.tag[at] == "CC"
            if joint and not self._inside_list(at, end):
                break
            at += 1
        return at

    def _inside_list(self, at: int, end: int) -> bool:
        """Whether a comma or "and" goes on with what follows a preposition."""
        tokens = self.tokens
        if self.clusters.mention_at(at) is not None:
            return True  # "the Parks and Tides Department"
        if tokens.tag[at] != "CC" or at + 1 >= end:
            return False
        one, other = self.clusters.mention_at(at - 1), self.clusters.mention_at(at + 1)
        # "supporters of Ann Lee and Bo Roy"
        supported = one is not None and other is not None and one.kind is other.kind
        supported = supported and one is not None and tokens.tag[one.start - 1] == "IN"
        return supported or tokens.tag[at + 1] in ("IN", "VBG", "VBN")

    def _next(self, part: Part, end: int) -> int:
        """Where the next joined part begins after ``part``; ``end`` if there is none."""
        tokens, at = self.tokens, self._past_brackets(self._past_seat(part, end), end)
        if at >= end:
            return end
        if tokens.lower[at] in _JOINING:
            return at + 1
        if tokens.text[at] != ",":
            return end
        after = at + 1
        if after < end and tokens.lower[after] in ("and", "or"):
            return after + 1
        if after < end and tokens.lower[after] in _BEFORE_EXAMPLES | {"who", "which"}:
            return end
        if self._apposed(part, after, end):
            return self._past_apposition(after, end)
        return after

    def _past_seat(self, part: Part, end: int) -> int:
        """Past "of Ohio" in "Senators Ann Lee of Ohio and Bo Roy"."""
        at = part.end
        seat = self.clusters.mention_at(at + 1) if at + 1 < end else None
        return seat.end if _is_person(part) and seat and self.tokens.lower[at] == "of" else at

    def _past_brackets(self, at: int, end: int) -> int:
        if at < end and self.tokens.text[at] == "(":
            while at < end and self.tokens.text[at] != ")":
                at += 1
            at += 1
        return at

    def _apposed(self, part: Part, after: int, end: int) -> bool:
        """Whether what follows a comma describes or names the same speaker again."""
        if after >= end:
            return True
        here, follows = part.mention, self.clusters.mention_at(after)
        named = here is not None and here.kind is NameKind.PERSON
        if follows is not None and follows.start == after and follows.kind is NameKind.PERSON:
            return not named and not self._is_group(part)
        nominal = parse_nominal(self.tokens, after, end)
        if nominal is None:
            return True
        inner = self.clusters.mention_at(nominal.head)
        if inner is not None and inner.kind is NameKind.PERSON:
            return not named
        return part.mention is not None or (part.nominal is not None and not self._is_group(part))

    def _is_group(self, part: Part) -> bool:
        if part.nominal is None or self.tokens.lower[part.start] == "one":
            return False
        return is_plural(self.tokens, part.nominal.head)

    def _past_apposition(self, at: int, end: int) -> int:
        """Past an apposition to a joined name: ", a fellow at the Institute, and Ann Lee"."""
        tokens = self.tokens
        for i in range(at, end - 2):
            joined = tokens.text[i] == "," and tokens.lower[i + 1] == "and"
            mention = self.clusters.mention_at(i + 2) if joined else None
            if mention is not None and mention.start == i + 2 and mention.kind is NameKind.PERSON:
                return i + 2
        return end

    def _settled(self, parts: list[Part], start: int, end: int) -> list[Part]:
        """The parts with a description that a name follows replaced by the name."""
        if not parts:
            return []
        first = parts[0]
        if self._is_group(first) and all(_is_person(part) for part in parts[1:]):
            # "Two members, Ann Lee and Bo Roy,": those who are named.
            return parts[1:] or parts
        if len(parts) == 2 and self._is_first_field(first, parts[1]):
            return parts[1:]
        if len(parts) == 1:
            named = self._officer(first) if first.mention else self._name_after(first, end)
            if named is not None:
                return [named]
        descriptions = [p for p in parts if p.nominal is not None]
        written = first.nominal and singular(self.tokens.lower[first.nominal.head])
        if (
            len(parts) > 1
            and len(descriptions) == len(parts)
            and written not in words("nouns/documents")
        ):
            # "Leaders and diplomats" are one collective source.
            return [Part(start, parts[-1].end, nominal=first.nominal, joined=True)]
        return parts[:1] if len(descriptions) == len(parts) else parts

    def _name_after(self, part: Part, end: int) -> Part | None:
        """The name in apposition to a description: "a lawyer for the firm, Ann Lee,"."""
        tokens = self.tokens
        nominal = part.nominal
        if nominal is None or self._is_group(part):
            return None
        known = self._known_as(nominal, end)
        if known is not None:
            return Part(part.start, known.end, mention=known)
        noun = tokens.lower[nominal.head]
        somebodys = nominal.possessor is not None and noun not in words("nouns/documents")
        if not somebodys and not is_role(noun) and noun not in _KIN_AND_OTHERS:
            return None
        for i in range(nominal.end, end - 1):
            naming = i == nominal.end and tokens.lower[i] in ("named", "called")
            if not naming and tokens.text[i] not in (",", "—", "–", "--"):
                continue
            mention = self._titled_name(i + 1, end)
            if mention is not None:
                return Part(part.start, mention.end, mention=mention)
        return None

    def _is_first_field(self, one: Part, other: Part) -> bool:
        """Whether the first part is "Tides" of "Tides and Energy Minister Ann Lee"."""
        tokens = self.tokens
        field = one.end == one.start + 1 and tokens.text[one.start][0].isupper()
        person = other.mention if _is_person(other) else None
        portfolio = range(one.end + 1, person.start - 1 if person else 0)
        titled = person is not None and tokens.text[person.start - 1] == "Minister"
        return field and titled and all(tokens.text[i][0].isupper() for i in portfolio)

    def _officer(self, part: Part) -> Part | None:
        """The name in apposition to an office that is called like a body.

        "The Commissioner for Standards, Ann Lee"
        """
        office = part.mention
        if office is None or office.kind is not NameKind.ORGANIZATION:
            return None
        if not any(is_title(self.tokens, i) for i in range(office.start, office.end)):
            return None
        named = self.clusters.mention_at(part.end + 1)
        apposed = self.tokens.text[part.end] == "," and named is not None
        person = named if apposed and named and named.kind is NameKind.PERSON else None
        return Part(part.start, person.end, mention=person) if person else None

    def _known_as(self, nominal: Nominal, end: int) -> Mention | None:
        """The name in "the agency, known as UNRWA"."""
        for at in range(nominal.end, min(nominal.end + 3, end - 2)):
            if self.tokens.lower[at : at + 2] == ["known", "as"]:
                return self.clusters.mention_at(at + 2) or self.clusters.mention_at(at + 3)
        return None

    def _titled_name(self, start: int, end: int) -> Mention | None:
        """The person named at ``start``, titles and descriptions before the name skipped."""
        tokens = self.tokens
        for i in range(start, end):
            mention = self.clusters.mention_at(i)
            if mention is not None and mention.kind is NameKind.PERSON:
                return mention
            skipped = tokens.tag[i] in _BEFORE_NAMES or tokens.lower[i] in ("of", "the", ".")
            if not skipped and not tokens.is_space(i):
                return None
        return None


def _is_person(part: Part) -> bool:
    return part.mention is not None and part.mention.kind is NameKind.PERSON


def quantity_of(tokens: Tokens, nominal: Nominal) -> bool:
    """Whether the head counts people out of something ("one of the guests")."""
    after = nominal.end
    follows = after < len(tokens) and tokens.lower[after] == "of"
    return follows and tokens.lower[nominal.head] in _OF_QUANTITY
