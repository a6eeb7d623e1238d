"""Posts as noun phrases tell them: "a director of the bank" is a role and an organisation."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claims.extraction.cast import Cast
from claims.extraction.mentions import NameKind, is_title
from claims.extraction.names import fold, is_honorific
from claims.extraction.nominals import (
    NOUNS,
    Nominal,
    head_word,
    is_plural,
    is_role,
    parse_nominal,
    singular,
)
from claims.extraction.tokens import Tokens
from claims.extraction.words import words

_FORMER = frozenset(("former", "ex", "onetime", "one-time", "erstwhile", "then", "retired"))
# Posts held for a place: "Springfield Mayor", but not "Ohio senator", who speaks for nobody's body.
_OF_PLACES = frozenset(("mayor", "governor", "chief", "commissioner", "sheriff", "premier"))
_MEMBERS = frozenset(("member", "republican", "democrat", "conservative", "lawmaker", "leader"))
# "House speaker", "Senate leader": the chamber goes with the role.
_CHAMBERS = frozenset(("house", "senate", "parliament", "congress", "campaign"))
_INSIDE = frozenset(("of", "for", "on"))


@dataclass(frozen=True, slots=True)
class Post:
    """A role and an organisation with the tokens that tell them (``end`` exclusive)."""

    role: str | None
    organization: str | None
    start: int
    end: int
    former: bool = False


@dataclass(frozen=True, slots=True)
class OrganizationPhrase:
    """An organisation's name with its parents: tokens ``start`` to ``end``, article left out."""

    start: int
    end: int
    text: str


class PostReader:
    """Reads posts from noun phrases of one article."""

    def __init__(self, tokens: Tokens, cast: Cast) -> None:
        self.tokens, self.cast = tokens, cast

    def read(self, start: int, limit: int, *, plural: bool = False) -> list[Post]:
        """The posts that a phrase beginning at token ``start`` tells, joined ones one by one.

        Args:
            start: First token of the phrase, a determiner, modifier or noun.
            limit: Token before which the phrase ends.
            plural: Whether a role in the plural is one.
        """
        posts: list[Post] = []
        at = start
        while at < limit:
            post = self._one(at, limit, plural)
            if post is None:
                break
            bare = self.tokens.tag[at] not in ("DT", "PRP$")
            if posts and bare and posts[-1].organization is None and post.organization is None:
                role = self.tokens.plain(self._body(posts[-1].start), post.end)
                posts[-1] = replace(posts[-1], role=role, end=post.end)
            else:
                posts.append(post)
            at = self._after_joint(post.end, limit)
            if at == post.end:
                break
        return posts

    def _body(self, start: int) -> int:
        return start + (self.tokens.tag[start] in ("DT", "PRP$"))

    def _after_joint(self, at: int, limit: int) -> int:
        """Past "and" or ", and" if a further post can follow there, else ``at``."""
        lower = self.tokens.lower
        if at + 1 < limit and lower[at] == "," and lower[at + 1] == "and":
            return at + 2
        return at + 1 if at + 1 < limit and lower[at] in ("and", "&") else at

    def _one(self, start: int, limit: int, plural: bool) -> Post | None:
        one_of = self.tokens.lower[start : start + 2] == ["one", "of"]
        nominal = parse_nominal(self.tokens, start + 2 if one_of else start, limit)
        if nominal is None:
            return None
        nominal = self._before_names(nominal)
        if nominal is None or not is_role(head_word(self.tokens, nominal.head)):
            return None
        if is_plural(self.tokens, nominal.head) and not (plural or one_of):
            return None
        return self._complete(replace(nominal, start=start), limit, one_of)

    def _before_names(self, nominal: Nominal) -> Nominal | None:
        """The phrase cut before a person's name; None if it begins with one."""
        for i in range(nominal.body, nominal.end):
            mention = self.cast.mention_at(i)
            if mention is None or mention.kind is not NameKind.PERSON:
                continue
            if i == nominal.body and i < nominal.head and self.tokens.tag[nominal.head] == "NN":
                return nominal  # "Smith lawyer": for whom, not who
            head = i - 1
            while head >= nominal.body and self.tokens.tag[head] not in NOUNS:
                head -= 1
            return replace(nominal, head=head) if head >= nominal.body else None
        return nominal

    def _complete(self, nominal: Nominal, limit: int, one_of: bool) -> Post:
        """The post with what follows its head: of, at, for, with … ."""
        role, organization = self.split(nominal, whole=one_of)
        role_end = end = nominal.end
        while end < limit - 1:
            preposition = self.tokens.lower[end]
            found = self.organization_at(end + 1, limit)
            told = found is not None and self._tells_body(preposition, found, nominal)
            if found and told and not (preposition == "of" and role_end > nominal.end):
                if organization is not None and end > nominal.end:
                    break
                if organization is not None:
                    # "House editor for the Herald": what stands before is what is edited.
                    role = self.tokens.plain(nominal.body, nominal.end)
                organization, end = found.text, found.end
            elif organization is None and self._stays_in_role(preposition):
                inner = parse_nominal(self.tokens, end + 1, limit)
                if inner is None or self._is_aside(preposition, inner):
                    break
                cut = self._name_inside(inner) if preposition == "of" else None
                if cut is not None:
                    role_end = end = cut
                    break
                role_end = end = found.end if found and found.end > inner.end else inner.end
            else:
                break
        if role_end > nominal.end:
            role = " ".join(filter(None, (role, self.tokens.plain(nominal.end, role_end))))
        former = self._is_former(nominal.start, nominal.end)
        return Post(role, organization, nominal.start, end, former)

    def _name_inside(self, nominal: Nominal) -> int | None:
        """Where a person's name begins inside a phrase ("of staff Ann Lee"), if one does."""
        for i in range(nominal.start + 1, nominal.end):
            mention = self.cast.mention_at(i)
            if mention and mention.kind is NameKind.PERSON and mention.start == i:
                return i if not is_honorific(self.tokens.lower[i - 1]) else None
        return None

    def _is_former(self, start: int, end: int) -> bool:
        return any(word in _FORMER for word in self.tokens.lower[start:end])

    def _tells_body(self, preposition: str, found: OrganizationPhrase, nominal: Nominal) -> bool:
        """Whether "at the Institute" after a role names the body of that post."""
        head = singular(self.tokens.lower[nominal.head])
        place = self._names_place(found)
        if place and head in ("democrat", "republican", "independent", "conservative", "liberal"):
            return False
        if preposition in ("of", "from"):
            offices = ("state", "defense", "war", "treasury", "labor", "commerce", "energy")
            state = head.endswith(("secretary", "minister")) and fold(found.text) in offices
            return not state and not (head == "speaker" and found.text == "House")
        if preposition in ("at", "with", "for"):
            return not place or preposition == "for"
        return preposition in ("on", "in") and not place and head in _MEMBERS

    def _names_place(self, found: OrganizationPhrase) -> bool:
        mention = self.cast.mention_at(found.start)
        return mention is not None and mention.kind is NameKind.PLACE and mention.end >= found.end

    def _stays_in_role(self, preposition: str) -> bool:
        return preposition in ("of", "in", "on", "for", "to", "with", "against")

    def _is_aside(self, preposition: str, nominal: Nominal) -> bool:
        """Whether a phrase tells where or how long, which is no part of a role."""
        if singular(self.tokens.lower[nominal.head]) in ("year", "month", "decade", "week", "day"):
            return True
        mention = self.cast.mention_at(nominal.head)
        place = mention is not None and mention.kind is NameKind.PLACE
        return place and preposition in ("in", "of")

    def split(self, nominal: Nominal, *, whole: bool = False) -> tuple[str | None, str | None]:
        """Role and organisation of a noun phrase whose head is a role."""
        tokens = self.tokens
        body, head = nominal.body, nominal.head
        if whole:
            return tokens.plain(nominal.start, head + 1), None
        if nominal.possessor and tokens.tag[nominal.possessor[0]] not in ("PRP$", "WP$"):
            owner = self._owner(*nominal.possessor)
            if owner is not None:
                return tokens.plain(body, head + 1), owner
        cut = self._organization_end(body, head)
        if cut == body:
            return tokens.plain(body, head + 1), None
        first = body
        while tokens.lower[first] in _FORMER or tokens.text[first] in "-":
            first += 1
        organization = tokens.plain(first, cut)
        rest = cut
        # "Smith campaign manager": the body's last word is also what is managed.
        if tokens.lower[cut - 1] == "campaign" and head == cut:
            rest = cut - 1
        role = tokens.plain(rest, head + 1)
        return (f"{tokens.plain(body, first)} {role}" if first > body else role), organization

    def _owner(self, start: int, end: int) -> str | None:
        """The organisation or place before ’s, without its article."""
        while start < end and self.tokens.tag[start] in ("DT", "IN"):
            start += 1
        if start >= end:
            return None
        mention = self.cast.mention_at(end - 1)
        if mention is not None:
            return None if mention.kind is NameKind.PERSON else self.tokens.plain(start, end)
        noun = self.tokens.lower[end - 1]
        is_body = noun in words("organizations") or self.tokens.text[end - 1][0].isupper()
        return self.tokens.plain(start, end) if is_body else None

    def _organization_end(self, body: int, head: int) -> int:
        """One past the organisation that opens the modifiers; ``body`` if none does."""
        tokens = self.tokens
        start = body
        while start < head and (tokens.lower[start] in _FORMER or tokens.text[start] in "-"):
            start += 1
        end = start
        for i in range(start, head):
            mention = self.cast.mention_at(i)
            if mention and self.tokens.text[min(mention.end, head)] in "-‑":
                continue
            if i > start and self._is_unit(i, start):
                end = i + 1
            elif mention and mention.kind is NameKind.ORGANIZATION and self._reaches(start, i, end):
                end = min(mention.end, head)
            elif self._held_for_place(i, head, start):
                end = min(mention.end, head) if mention else i + 1
        told = [word for word in tokens.lower[start:end] if word[0].isalnum()]
        if all(word in words("demonyms") | _CHAMBERS for word in told):
            return body
        return end

    def _is_unit(self, i: int, start: int) -> bool:
        """Whether token ``i`` ends the name of a body that begins at ``start``."""
        word, capital = self.tokens.lower[i], self.tokens.text[i][0].isupper()
        common = word in words("common_units") and self.tokens.text[start][0].isupper()
        return common or (capital and word in words("units"))

    def _reaches(self, start: int, i: int, end: int) -> bool:
        return i in (start, end) or self.tokens.text[i - 1] in "-&’"

    def _held_for_place(self, i: int, head: int, start: int) -> bool:
        tokens = self.tokens
        place = self.cast.mention_at(i)
        named = place.kind is NameKind.PLACE if place else tokens.lower[head] == "mayor"
        capital = tokens.text[i][0].isupper() and tokens.lower[i] not in words("demonyms")
        return named and capital and i == start and singular(tokens.lower[head]) in _OF_PLACES

    def organization_at(self, start: int, limit: int) -> OrganizationPhrase | None:
        """The organisation whose name, with its parents, begins at token ``start``."""
        tokens = self.tokens
        at = start
        while at < limit and (tokens.tag[at] == "DT" or tokens.lower[at] in ("both",)):
            at += 1
        at = self._past_based(at, limit)
        if at >= limit or is_honorific(tokens.lower[at]):
            return None
        if not tokens.text[at][0].isupper():
            return self._common_body(start, at, limit)
        owned = self._owned_body(at, limit)
        if owned is not None:
            return owned
        end = self._name_end(at, limit)
        if end == at + 1 and tokens.lower[at] in words("demonyms"):
            return None
        mention = self.cast.mention_at(at)
        if mention and mention.kind is NameKind.PERSON:
            after = tokens.lower[mention.end] if mention.end < limit else ""
            if mention.end >= end or after in ("at", "of", "for", "on", "and"):
                return None
        if tokens.tag[at] == "JJ" and end == at + 1:
            return None
        return OrganizationPhrase(at, end, tokens.plain(at, end))

    def _owned_body(self, at: int, limit: int) -> OrganizationPhrase | None:
        """ "Ohio’s congressional delegation": a body told by its owner and a common noun."""
        nominal = parse_nominal(self.tokens, at, limit)
        if nominal is None or nominal.possessor is None:
            return None
        owner = self.cast.mention_at(at)
        common = self.tokens.lower[nominal.head] in words("common_units")
        if not common or owner is None or owner.kind is NameKind.PERSON:
            return None
        return OrganizationPhrase(at, nominal.end, self.tokens.plain(at, nominal.end))

    def _past_based(self, at: int, limit: int) -> int:
        """Past "Oslo-based", which tells a place and is no part of the name."""
        for i in range(at, min(at + 5, limit)):
            if self.tokens.lower[i] in ("based", "backed", "funded") and i > at + 1:
                return i + 1
            if self.tokens.lower[i].endswith("-based"):
                return i + 1
        return at

    def _common_body(self, start: int, at: int, limit: int) -> OrganizationPhrase | None:
        """A body told by a common noun: "the news outlets", "the bank"."""
        nominal = parse_nominal(self.tokens, start, limit)
        if nominal is None or nominal.possessor:
            return None
        for i in range(at, nominal.end):
            if self.tokens.text[i][0].isupper() and self.tokens.tag[i] in NOUNS:
                # "the conservative group Harbor Watch"
                end = self._name_end(i, limit)
                return OrganizationPhrase(i, end, self.tokens.plain(i, end))
        noun = singular(self.tokens.lower[nominal.head])
        if noun not in words("organizations") | {"outlet", "paper"}:
            return None
        parent = nominal.end
        if parent + 1 < limit and self.tokens.lower[parent] in ("at", "of"):
            found = self.organization_at(parent + 1, limit)
            if found and self.tokens.text[found.start][0].isupper():
                return OrganizationPhrase(at, found.end, self.tokens.plain(at, found.end))
        return OrganizationPhrase(start, nominal.end, self.tokens.plain(start, nominal.end))

    def _name_end(self, start: int, limit: int) -> int:
        """One past the last token of an organisation's name that begins at ``start``."""
        tokens, at, inside = self.tokens, start, False
        while at < limit:
            mention = self.cast.mention_at(at)
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
        return at > start and tokens.lower[at] in words("common_units")

    def _joint(self, at: int, limit: int, inside: bool) -> int:
        """How many tokens join the name parts around ``at``; 0 if none do."""
        tokens = self.tokens
        size = 1
        if at + 1 < limit and tokens.lower[at + 1] in ("the", "a"):
            size = 2
            # "the Tide Project at the renowned Harbour Institute"
            if at + 3 < limit and tokens.tag[at + 2] == "JJ" and tokens.lower[at] == "at":
                size += tokens.text[at + 2].islower()
        if at + size >= limit or not tokens.text[at + size][0].isupper():
            return 0
        word = tokens.lower[at]
        if word in "-–&/":
            return size
        if tokens.tag[at] == "POS" or word in ("of", "for", "on", "at"):
            return size if not self._person_at(at + size) else 0
        if word == "and":
            return size if self._and_joins(at + size, limit, inside) else 0
        return 1 if word == "," and inside and self._lists(at, limit) else 0

    def _person_at(self, i: int) -> bool:
        mention = self.cast.mention_at(i)
        return mention is not None and mention.kind is NameKind.PERSON

    def _and_joins(self, after: int, limit: int, inside: bool) -> bool:
        if self._person_at(after) or is_title(self.tokens, after):
            return False
        if inside:
            return True
        end = after
        while end < limit and self.tokens.text[end][0].isupper():
            end += 1
        return self.tokens.lower[end - 1] in words("units") and end - after > 1

    def _lists(self, comma: int, limit: int) -> bool:
        """Whether a list of capitalised words goes on to "and": "of Arts, Law and Letters"."""
        for i in range(comma + 1, min(comma + 12, limit)):
            if self.tokens.lower[i] == "and":
                return i + 1 < limit and self.tokens.text[i + 1][0].isupper()
            if self.tokens.text[i] != "," and not self.tokens.text[i][0].isupper():
                return False
            if self._person_at(i):
                return False
        return False
