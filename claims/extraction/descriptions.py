"""What a source that is no name stands for: "the nominee", "two officials", "the report"."""

from __future__ import annotations

from claims.claim import Affiliation, Span, Speaker, SpeakerKind
from claims.extraction.affiliations import UNREAL, AffiliationFinder
from claims.extraction.cast import Cast, Member
from claims.extraction.coreference import Focus
from claims.extraction.documents import DEFINITE, DocumentResolver, owner_of
from claims.extraction.likeness import adds_nothing, contradicts, fit, modifier_words
from claims.extraction.mentions import NameKind
from claims.extraction.names import Gender
from claims.extraction.nominals import Nominal, is_plural, is_role, parse_nominal, singular
from claims.extraction.organizations import OrganizationResolver
from claims.extraction.sources import Part, quantity_of
from claims.extraction.tokens import Tokens
from claims.extraction.words import words

_WOMEN = frozenset(("woman", "girl", "mother", "wife", "daughter", "widow", "sister", "actress"))
_MEN = frozenset(("man", "boy", "father", "husband", "son", "brother", "businessman", "gentleman"))


def prominent(tokens: Tokens) -> list[tuple[int, int]]:
    """Start and head of every "the … nominee" outside quotations, by tokens."""
    found = []
    for i, lower in enumerate(tokens.lower):
        if (
            lower not in words("prominent")
            or tokens.quoted[i]
            or tokens.tag[i] not in ("NN", "NNP")
        ):
            continue
        for start in range(i - 1, max(-1, i - 7), -1):
            if tokens.lower[start] in ("the", "this"):
                found.append((start, i))
                break
            if tokens.tag[start] not in ("JJ", "NN", "NNP", "HYPH", "VBN", "VBG"):
                break
    return found


class DescriptionResolver:
    """Resolves noun phrases that describe their speaker."""

    def __init__(self, tokens: Tokens, cast: Cast, focus: Focus, finder: AffiliationFinder) -> None:
        self.tokens, self.cast, self.focus, self.finder = tokens, cast, focus, finder
        self.documents = DocumentResolver(tokens, cast, focus)
        self.organizations = OrganizationResolver(tokens, cast, focus)
        self.unnamed: dict[str, Member] = {}
        self.introduced: dict[str, int] = {}

    def resolve(self, part: Part) -> Speaker | Member | None:
        """Whom the description means: someone of the cast, or a speaker without a name."""
        nominal = part.nominal
        if nominal is None:
            return None
        head = self.tokens.lower[nominal.head]
        noun = singular(head)
        text = self.tokens.plain(part.start, part.end)
        named = self.organizations.named(nominal, noun)
        if named is not None:
            return named
        if part.joined:
            return Speaker(text, SpeakerKind.GROUP)
        if noun in words("groups") or quantity_of(self.tokens, nominal) or " of whom" in text:
            return Speaker(text, SpeakerKind.GROUP)
        if self.documents.is_document(nominal, noun):
            return self.documents.resolve(part, nominal, noun, text)
        if is_role(head) or noun in words("people"):
            if is_plural(self.tokens, nominal.head):
                return Speaker(text, SpeakerKind.GROUP)
            return self._person(part, nominal, noun) or self._unnamed(nominal, noun, text)
        if noun in words("organizations") and not self._many(nominal):
            return self.organizations.resolve(nominal, noun)
        return self._other(part, nominal, noun, text)

    def pair(self, part: Part) -> list[Member]:
        """The two that "the two leaders" or "both countries" means; empty if it means no pair."""
        nominal = part.nominal
        opening = self.tokens.lower[part.start : part.start + 3]
        if nominal is None or not ("two" in opening or "both" in opening):
            return []
        noun = singular(self.tokens.lower[nominal.head])
        if part.end > nominal.end or opening[0] not in ("the", "both", "these"):
            return []
        of_places = noun in ("country", "nation", "side", "power", "government", "state")
        kind = NameKind.PLACE if of_places else NameKind.PERSON
        if not (of_places or is_role(noun) or noun in ("man", "woman", "two", "rival")):
            return []
        found = self.focus.pair(part.start, kind)
        return found if len(found) == 2 else []

    def _many(self, nominal: Nominal) -> bool:
        return is_plural(self.tokens, nominal.head) and self.tokens.lower[nominal.head] != "police"

    # Persons

    def _person(self, part: Part, nominal: Nominal, noun: str) -> Member | None:
        """The person of the cast that a definite description fits."""
        tokens = self.tokens
        opening = tokens.lower[nominal.start]
        if opening in ("a", "an"):
            return self._told_of(nominal) or self._named_later(nominal, noun)
        titled = tokens.text[nominal.start][0].isupper() and opening not in ("a", "an", "one")
        if opening not in DEFINITE and nominal.possessor is None and not titled:
            return None
        told = self._told_of(nominal)
        if told is not None:
            return told
        owner = owner_of(self.tokens, self.cast, self.focus, nominal)
        found = self._by_post(nominal, noun, owner) or self._by_gender(nominal, noun)
        told_since = self.introduced.get(noun, -1)
        if found is not None and nominal.head == nominal.body and nominal.possessor is None:
            # "A diplomat …" and then "the diplomat" is no Ms. Lee whose post was told before.
            seen = max(found.last_before(nominal.start), self._spoke(found))
            found = found if seen > told_since else None
            if found is None:
                return None
        if found is None:
            found = self._named_later(nominal, noun)
        eligible = noun not in self.unnamed and noun in words("prominent")
        if found is None and eligible and part.end == nominal.end and self._plain(nominal):
            found = self._near(nominal) or self._well_known(nominal)
        if found is not None:
            self._note(found, nominal)
        return found

    def _spoke(self, member: Member) -> int:
        """Where the person spoke last, if that is whoever spoke last; else -1."""
        return self.focus.spoke_at if member is self.focus.speaker else -1

    def _well_known(self, nominal: Nominal) -> Member | None:
        """The only person named in full so far of whom nothing is told, as of nobody unknown."""
        if self.tokens.lower[nominal.body] not in words("demonyms"):
            return None
        bare = [
            m
            for m in self.cast.persons
            if not m.posts and len(m.key) > 1 and m.before(nominal.start)
        ]
        return bare[0] if len(bare) == 1 else None

    def _unnamed(self, nominal: Nominal, noun: str, text: str) -> Member:
        """Somebody whom the article does not name, with the post that the description tells."""
        known = self.unnamed.get(noun)
        if known is not None and self.tokens.lower[nominal.start] in DEFINITE:
            return known
        posts = self.finder.reader.read(nominal.start, min(nominal.end + 30, len(self.tokens)))
        found = tuple(
            Affiliation(
                post.role,
                post.organization,
                Span(self.tokens.start[post.start], self.tokens.end[post.end - 1]),
                post.former,
            )
            for post in posts[:1]
        )
        gender = Gender.FEMALE if noun in _WOMEN or noun.endswith("woman") else None
        gender = Gender.MALE if noun in _MEN or noun.endswith("sman") else gender
        speaker = Speaker(text, SpeakerKind.GROUP, found)
        member = Member(NameKind.PERSON, gender=gender, key=(noun,), unnamed=speaker)
        self.unnamed[noun] = member
        self.introduced[noun] = nominal.start
        return member

    def take_up(self, start: int, head: int) -> Member | None:
        """The person meant by a description that is no source ("the nominee"), if it is clear."""
        nominal = parse_nominal(self.tokens, start, head + 1)
        if nominal is None or nominal.head != head or self._told_of(nominal) is not None:
            return None
        if not UNREAL.isdisjoint(self.tokens.lower[start:head]):
            return None
        noun = singular(self.tokens.lower[head])
        found = self._by_post(nominal, noun, None)
        if found is not None:
            self._note(found, nominal)
        return found

    def _told_of(self, nominal: Nominal) -> Member | None:
        """The person to whose name the description stands in apposition."""
        start, end = self.tokens.start[nominal.start], self.tokens.end[nominal.head]
        for member in self.cast.persons:
            for post in member.posts:
                if post.evidence.start <= start and end <= post.evidence.end:
                    return member
        return None

    def _named_later(self, nominal: Nominal, noun: str) -> Member | None:
        """The person whom a lead describes and the next sentences name with the same post."""
        tokens = self.tokens
        if tokens.sent[nominal.start] > 4:
            return None
        for member in self.cast.persons:
            first = member.mentions[0].start
            if not nominal.end <= first or tokens.sent[first] - tokens.sent[nominal.start] > 6:
                continue
            if any(fit(a, noun, self._modifiers(nominal), None) > 0 for a in member.posts):
                return member
        return None

    def _modifiers(self, nominal: Nominal) -> set[str]:
        places = (self.cast.mention_at(i) for i in range(nominal.body, nominal.head))
        told = [
            self.tokens.text[i]
            for i, place in zip(range(nominal.body, nominal.head), places, strict=True)
            if place is None or place.kind is not NameKind.PLACE
        ]
        return modifier_words(told)

    def _by_post(self, nominal: Nominal, noun: str, owner: Member | None) -> Member | None:
        best: tuple[float, int] | None = None
        chosen = None
        modifiers = self._modifiers(nominal)
        for member in self.cast.persons:
            if contradicts(member, modifiers):
                continue
            for affiliation in member.posts:
                score = fit(affiliation, noun, modifiers, owner)
                if score <= 0 or member is owner:
                    continue
                near = member.last_before(nominal.start)
                rank = (score + (member is self.focus.speaker), near)
                if best is None or rank > best:
                    best, chosen = rank, member
        return chosen

    def _by_gender(self, nominal: Nominal, noun: str) -> Member | None:
        gender = Gender.FEMALE if noun in _WOMEN else Gender.MALE if noun in _MEN else None
        if gender is None or nominal.possessor is not None:
            return None
        return self.focus.choose(nominal.start, gender)

    def _plain(self, nominal: Nominal) -> bool:
        """Whether nothing but a people's or a party's name limits the description."""
        if nominal.possessor is not None or self.tokens.lower[nominal.start] not in ("the", "this"):
            return False
        for i in range(nominal.body, nominal.head):
            peoples = self.tokens.lower[i] in words("demonyms")
            place = self.cast.mention_at(i)
            if place is not None and place.kind is NameKind.PLACE:
                continue
            if not peoples and self.tokens.tag[i] not in ("JJ", "HYPH"):
                return False
        return True

    def _near(self, nominal: Nominal) -> Member | None:
        """Whoever has just spoken or was just the subject, if it is one person."""
        tokens, speaker = self.tokens, self.focus.speaker
        if speaker is not None and speaker.is_person:
            near = tokens.sent[nominal.start] - tokens.sent[self.focus.spoke_at] <= 2
            if near and not contradicts(speaker, self._modifiers(nominal)):
                return speaker
        others = [m for m in self.cast.persons if contradicts(m, self._modifiers(nominal))]
        return self.focus.foremost(nominal.start, others, reach=2)

    def _note(self, member: Member, nominal: Nominal) -> None:
        """Keep what the description tells about the person as a post."""
        if self.tokens.tag[nominal.head] not in ("NN", "NNP"):
            return
        if self.tokens.lower[nominal.head] in _WOMEN | _MEN | {"man", "woman", "person"}:
            return
        noun, modifiers = singular(self.tokens.lower[nominal.head]), self._modifiers(nominal)
        if any(adds_nothing(post, noun, modifiers) for post in member.posts):
            return
        role, organization = self.finder.reader.split(nominal)
        if nominal.head == nominal.body and organization is None:
            return
        start, end = self.tokens.start[nominal.start], self.tokens.end[nominal.head]
        self.finder.add(member, Affiliation(role, organization, Span(start, end)))

    # The rest

    def _other(self, part: Part, nominal: Nominal, noun: str, text: str) -> Speaker | Member:
        """A head that is in no list: by its form."""
        tokens = self.tokens
        owner = owner_of(self.tokens, self.cast, self.focus, nominal)
        if tokens.tag[nominal.head] == "POS" or noun in words("utterances"):
            return owner or Speaker(text, SpeakerKind.GROUP)
        peoples = noun in words("demonyms") or noun.endswith(("an", "ese", "ish"))
        inner = any(c.isupper() for c in tokens.text[nominal.head][1:])
        name = tokens.tag[nominal.head] == "NNP" or (
            (tokens.tag[nominal.head] == "NNPS" or inner) and not peoples
        )
        if name and nominal.possessor is None:
            body = tokens.plain(nominal.body, nominal.end)
            return Speaker(body, SpeakerKind.ORGANIZATION)
        if _does(noun) and not self._many(nominal):
            return self._unnamed(nominal, noun, text)
        if is_plural(tokens, nominal.head) or tokens.tag[nominal.head] in ("JJ", "CD", "DT", "PRP"):
            return Speaker(text, SpeakerKind.GROUP)
        several = "NNS" in tokens.tag[part.start : part.end] and tokens.tag[nominal.head] != "NN"
        return Speaker(text, SpeakerKind.GROUP if several else SpeakerKind.DOCUMENT)


def _does(noun: str) -> bool:
    """Whether a noun is formed as for who does something: "the smelter", but not "the letter"."""
    if len(noun) < 5 or noun in words("things"):
        return False
    return noun.endswith(("er", "or", "ee", "ist", "eur", "man", "woman"))
