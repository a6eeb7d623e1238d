"""Who appears in an article: mentions gathered into persons and organisations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from claims.claim import Affiliation, Speaker
from claims.extraction.mentions import Mention, NameKind
from claims.extraction.names import (
    Gender,
    fullest,
    given_name_gender,
    is_acronym,
    is_acronym_of,
    is_short_form_of,
    may_be_same_person,
    name_words,
    organization_words,
)


@dataclass(eq=False)
class Member:
    """One person or organisation of an article with every mention by name.

    Args:
        key: Folded words of the fullest name.
        posts: Affiliations found so far, by text order.
        unnamed: How to speak of somebody whom the article never names.
    """

    kind: NameKind
    mentions: list[Mention] = field(default_factory=list)
    gender: Gender | None = None
    posts: list[Affiliation] = field(default_factory=list)
    key: tuple[str, ...] = ()
    unnamed: Speaker | None = None

    @property
    def name(self) -> str:
        """The fullest name the article gives."""
        if self.unnamed is not None:
            return self.unnamed.name
        if self.kind is NameKind.PERSON:
            return fullest(m.text for m in self.mentions)
        longest = max(self.mentions, key=lambda m: (len(organization_words(m.text)), len(m.text)))
        return longest.text

    @property
    def is_person(self) -> bool:
        """Whether this is a person."""
        return self.kind is NameKind.PERSON


class Cast:
    """Every person and organisation of an article, and who each name mention is."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.members: list[Member] = []
        self._of: dict[int, Member] = {}
        mentions = [m for m in mentions if _key(m)]
        self.mentions = mentions
        self._gather_persons([m for m in mentions if m.kind is NameKind.PERSON])
        self._gather_organizations([m for m in mentions if m.kind is not NameKind.PERSON])
        self._at = {i: m for m in mentions for i in range(m.start, m.end)}

    @property
    def persons(self) -> list[Member]:
        """The persons, by first mention of a full name."""
        return [member for member in self.members if member.is_person]

    @property
    def organizations(self) -> list[Member]:
        """The organisations and places."""
        return [member for member in self.members if not member.is_person]

    def mention_at(self, token: int) -> Mention | None:
        """The name mention that covers token ``token``."""
        return self._at.get(token)

    def member_of(self, mention: Mention) -> Member:
        """Whom a name mention names.

        Raises:
            KeyError: The mention is not of this article.
        """
        return self._of[mention.start]

    def _add(self, member: Member, mention: Mention) -> None:
        member.mentions.append(mention)
        self._of[mention.start] = member
        if mention.gender is not None:
            member.gender = mention.gender

    def _gather_persons(self, mentions: list[Mention]) -> None:
        """Full names first, then single names by the full names around them."""
        whole = [(m, name_words(m.text)) for m in mentions]
        for mention, key in whole:
            if len(key) > 1:
                self._add(self._person_with(key), mention)
        for member in self.members:
            if member.gender is None:
                member.gender = given_name_gender(member.name)
        single = [(m, key[0]) for m, key in whole if len(key) == 1]
        surnames = {m.key[-1] for m in self.members}
        # Given names first: whoever goes by one is less likely meant by the bare surname.
        for mention, word in sorted(
            single, key=lambda item: (item[1] in surnames, not item[0].honorific)
        ):
            self._add(self._bearer(mention, word), mention)
        for member in self.members:
            member.mentions.sort(key=lambda m: m.start)

    def _person_with(self, key: tuple[str, ...]) -> Member:
        """The person of that full name, new if there is none."""
        for member in self.members:
            if may_be_same_person(member.key, key):
                member.key = max(member.key, key, key=len)
                return member
        member = Member(NameKind.PERSON, key=key)
        self.members.append(member)
        return member

    def _bearer(self, mention: Mention, word: str) -> Member:
        """The person a single name refers to, new if no full name fits."""
        fitting = [m for m in self.members if _may_bear(m, word, mention)]
        if mention.gender is not None:
            # "Mr. Obama" is not Michelle Obama, whoever else he is.
            fitting = [m for m in fitting if m.gender in (None, mention.gender)]
        if not fitting:
            gender = mention.gender
            if gender is None and not mention.honorific:
                gender = given_name_gender(word)
            member = Member(NameKind.PERSON, gender=gender, key=(word,))
            self.members.append(member)
            return member
        if len(fitting) == 1:
            return fitting[0]
        return max(fitting, key=lambda m: self._fitness(m, mention, word))

    def _fitness(self, member: Member, mention: Mention, word: str) -> tuple[bool, float]:
        """How well a single name fits one of several bearers: by surname, then near and often."""
        surname = member.key[-1] == word
        before = [m.start for m in member.mentions if m.start < mention.start]
        nearest = mention.start - max(before, default=mention.start - 600)
        familiar = sum(name_words(m.text) == member.key[:1] for m in member.mentions)
        score = len(member.mentions) ** 0.5 - nearest / 150 - 2.0 * (surname and familiar > 0)
        return surname, score

    def _gather_organizations(self, mentions: list[Mention]) -> None:
        by_length = sorted(mentions, key=lambda m: (-len(organization_words(m.text)), m.start))
        names: dict[tuple[str, ...], Member] = {}
        for mention in by_length:
            key = organization_words(mention.text)
            member = names.get(key) or self._longer_form(mention)
            if member is None:
                member = Member(mention.kind, key=key)
                self.members.append(member)
            names.setdefault(key, member)
            self._add(member, mention)
        for member in self.organizations:
            member.mentions.sort(key=lambda m: m.start)

    def _longer_form(self, mention: Mention) -> Member | None:
        """The one organisation whose name the mention shortens."""
        if is_acronym(mention.text):
            fitting = [m for m in self.organizations if is_acronym_of(mention.text, m.name)]
        elif mention.kind is NameKind.PLACE:
            return None
        else:
            fitting = [
                m
                for m in self.organizations
                if m.kind is NameKind.ORGANIZATION and is_short_form_of(mention.text, m.name)
            ]
        if len(fitting) > 1 and len(organization_words(mention.text)) == 1:
            return None
        return fitting[0] if fitting else None


def _key(mention: Mention) -> tuple[str, ...]:
    """The comparable words of a mention; empty if it is all marks."""
    if mention.kind is NameKind.PERSON:
        return name_words(mention.text)
    return organization_words(mention.text)


def _may_bear(member: Member, word: str, mention: Mention) -> bool:
    """Whether a single name may be this person's: surname, given name, or nickname."""
    if not member.is_person:
        return False
    if member.key[-1] == word:
        return True
    if len(member.key) == 1:
        return False
    if mention.honorific:
        # "Mr. Xi" for Xi Jinping: the surname stands first and is no usual given name.
        return member.key[0] == word and given_name_gender(f"{word} x") is None
    return word in member.key[:-1] and len(word) > 1
